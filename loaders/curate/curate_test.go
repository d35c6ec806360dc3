package curate_test

import (
	"context"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"mueang/graph/kg"
	"mueang/graph/store/storetest/model"
	"mueang/loaders/curate"
	"mueang/loaders/write"
)

// newest gives a curator of a store that holds some releases.
func newest(t *testing.T, numbers ...int) (*curate.Curator, kg.Store) {
	t.Helper()
	store, r := model.New(), rand.New(rand.NewPCG(3, 3))
	for _, n := range numbers {
		put(t, store, release(t, r, n))
	}
	return &curate.Curator{Store: store, Relations: relations, Now: clock}, store
}

var kanda = curate.By{Actor: "กานดา", Reason: "เห็นในข่าว"}

// some gives the ids of the entities of a kind.
func some(t *testing.T, store kg.Store, kind kg.Kind) (ids []kg.ID) {
	t.Helper()
	read(t, store, func(ctx context.Context, r kg.Reader) error {
		return r.EachEntity(ctx, func(e *kg.Entity) error {
			if e.Kind == kind {
				ids = append(ids, e.ID)
			}
			return nil
		})
	})
	return ids
}

// says fails the test where an error has another code or does not say a text.
func says(t *testing.T, what string, err error, code kg.Code, text string) {
	t.Helper()
	if kg.CodeOf(err) != code || err != nil && !strings.Contains(err.Error(), text) {
		t.Errorf("%s: want %s with %q, got %v", what, code, text, err)
	}
}

func TestActsThatContradictAreRefused(t *testing.T) {
	c, store := newest(t, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9)
	people := some(t, store, kg.KindPerson)
	if len(people) < 3 {
		t.Fatalf("%d people", len(people))
	}
	a, b, d := people[0], people[1], people[2]
	apart, err := c.Distinct(t.Context(), kanda, a, b)
	if err != nil {
		t.Fatal(err)
	}
	_, err = c.Merge(t.Context(), kanda, b, a)
	says(t, "merging what is kept apart", err, kg.BadInput, string(apart.Act.ID))
	if _, err := c.Merge(t.Context(), kanda, a, d); err != nil {
		t.Fatal(err)
	}
	_, err = c.Merge(t.Context(), kanda, b, d)
	says(t, "merging what is kept apart, through another", err, kg.BadInput, string(apart.Act.ID))
	if _, err := c.Undo(t.Context(), kanda, apart.Act.ID); err != nil {
		t.Fatal(err)
	}
	second, err := c.Merge(t.Context(), kanda, b, d)
	if err != nil || len(second.Entities) != 1 {
		t.Fatalf("%+v %v", second, err)
	}
	_, err = c.Unmerge(t.Context(), kanda, second.Entities[0], a)
	says(t, "taking out what persons have merged", err, kg.BadInput, "undo that act first")
	_, err = c.Unmerge(t.Context(), kanda, d)
	says(t, "taking out what two acts merged", err, kg.BadInput, string(second.Act.ID))
	_, err = c.Merge(t.Context(), kanda, a, b)
	says(t, "merging what is one", err, kg.BadInput, "one already")
}

func TestUnmergeGivesBackWhatWasThereAfterLaterLoads(t *testing.T) {
	c, store := newest(t, 0, 1, 2, 3, 4, 5)
	people := some(t, store, kg.KindPerson)
	merged, err := c.Merge(t.Context(), kanda, people[0], people[1])
	if err != nil {
		t.Fatal(err)
	}
	later := []int{6, 7, 8, 2}
	r, again := rand.New(rand.NewPCG(9, 9)), rand.New(rand.NewPCG(9, 9))
	for _, n := range later {
		put(t, store, release(t, r, n))
	}
	if now := some(t, store, kg.KindPerson); len(merged.Entities) != 1 {
		t.Fatalf("%v %v", merged, now)
	}
	if _, err := c.Unmerge(t.Context(), kanda, people[1]); err != nil {
		t.Fatal(err)
	}
	_, never := newest(t, 0, 1, 2, 3, 4, 5)
	for _, n := range later {
		put(t, never, release(t, again, n))
	}
	if want, got := dump(t, never, false), dump(t, store, false); want != got {
		t.Error(firstDifference(want, got))
	}
}

func TestARetractedDocumentStaysOutUntilItIsUndone(t *testing.T) {
	c, store := newest(t, 1, 2)
	first := release(t, rand.New(rand.NewPCG(5, 5)), 1)
	put(t, store, first)
	id := first.Document.ID
	before := dump(t, store, false)

	p, err := c.PreviewRetract(t.Context(), kg.ID(first.Document.URL))
	if err != nil || p.Document.ID != id || len(p.Falls)+len(p.Stands) != 3 || len(p.Gone) == 0 {
		t.Errorf("the preview is %+v, %v", p, err)
	}
	if after := dump(t, store, true); after != before {
		t.Errorf("the preview left something: %s", firstDifference(before, after))
	}
	result, err := c.Retract(t.Context(), kanda, id)
	if err != nil {
		t.Fatal(err)
	}
	_, err = c.Retract(t.Context(), kanda, id)
	says(t, "retracting twice", err, kg.NotFound, string(result.Act.ID))
	if outcome := put(t, store, first)[id]; outcome != write.Retracted {
		t.Errorf("loading it again is %q", outcome)
	}
	read(t, store, func(ctx context.Context, r kg.Reader) error {
		found, err := r.Documents(ctx, []kg.ID{id})
		if len(found) > 0 {
			t.Error("loading brought it back")
		}
		return err
	})
	if _, err := c.Undo(t.Context(), kanda, result.Act.ID); err != nil {
		t.Fatal(err)
	}
	if after := dump(t, store, false); after != before {
		t.Error(firstDifference(before, after))
	}
	_, err = c.Undo(t.Context(), kanda, result.Act.ID)
	says(t, "undoing twice", err, kg.BadInput, "undone already")
}

// TestAPreviewForeseesWhatPersonsRead asserts in one document what only another
// mentions: that falls with the other, without being said by it.
func TestAPreviewForeseesWhatPersonsRead(t *testing.T) {
	c, store := newest(t, 1, 2)
	first := release(t, rand.New(rand.NewPCG(5, 5)), 1)
	put(t, store, first)
	second := kg.ID("https://example.org/2")
	p, err := c.PreviewRetract(t.Context(), first.Document.ID)
	if err != nil {
		t.Fatal(err)
	}
	gone := slices.IndexFunc(p.Gone, func(e kg.Entity) bool { return e.Kind == kg.KindPerson })
	other, err := c.PreviewRetract(t.Context(), second)
	if err != nil {
		t.Fatal(err)
	}
	held := slices.IndexFunc(other.Gone, func(e kg.Entity) bool { return e.Kind == kg.KindPost })
	if gone < 0 || held < 0 {
		t.Fatalf("nobody is in one document alone, or no office in the other: %+v, %+v", p, other)
	}
	said, err := c.Assert(t.Context(), kanda, curate.Assertion{Type: kg.Holds, Subject: p.Gone[gone].ID, Object: other.Gone[held].ID,
		Document: second, Quote: "ข่าวที่ 2"})
	if err != nil {
		t.Fatal(err)
	}
	with, err := c.PreviewRetract(t.Context(), first.Document.ID)
	if err != nil || len(with.Falls) != len(p.Falls)+1 || len(with.Stands) != len(p.Stands) ||
		!slices.ContainsFunc(with.Falls, func(f kg.Fact) bool { return f.ID == said.Facts[0] }) {
		t.Errorf("the preview is %+v, %v", with, err)
	}
	if _, err := c.Retract(t.Context(), kanda, first.Document.ID); err != nil {
		t.Fatal(err)
	}
	read(t, store, func(ctx context.Context, r kg.Reader) error {
		for _, f := range with.Falls {
			if left, err := r.Facts(ctx, []kg.ID{f.ID}); err != nil || len(left) > 0 {
				t.Errorf("%v is left, %v", left, err)
			}
		}
		return nil
	})
}

func TestAStatusIsKeptThroughLoadsAndTheLaterOfTwoCounts(t *testing.T) {
	c, store := newest(t, 1, 2, 3)
	var facts []kg.Fact
	status := func(id kg.ID) (s kg.FactStatus) {
		read(t, store, func(ctx context.Context, r kg.Reader) error {
			found, err := r.Facts(ctx, []kg.ID{id})
			if len(found) > 0 {
				s = found[0].FactStatus
			}
			return err
		})
		return s
	}
	read(t, store, func(ctx context.Context, r kg.Reader) error {
		return r.EachFact(ctx, func(f *kg.Fact) error { facts = append(facts, *f); return nil })
	})
	id := facts[0].ID
	first, err := c.SetStatus(t.Context(), kanda, id, kg.Rejected)
	if err != nil || status(id) != kg.Rejected {
		t.Fatalf("%v %s", err, status(id))
	}
	if _, err := c.SetStatus(t.Context(), curate.By{Actor: "somchai"}, id, kg.Confirmed); err != nil || status(id) != kg.Confirmed {
		t.Fatalf("%v %s", err, status(id))
	}
	_, err = c.SetStatus(t.Context(), kanda, id, kg.Confirmed)
	says(t, "the status that it has", err, kg.BadInput, "already")
	if _, err := c.Undo(t.Context(), kanda, first.Act.ID); err != nil || status(id) != kg.Confirmed {
		t.Fatalf("%v %s", err, status(id))
	}
	// Another reading of every document.
	r := rand.New(rand.NewPCG(3, 3))
	for _, n := range []int{1, 2, 3} {
		d := release(t, r, n)
		d.Document.Reader = "other/1"
		put(t, store, d)
	}
	if got := status(id); got != kg.Confirmed {
		t.Errorf("after a load it is %q", got)
	}
}

func TestAssertions(t *testing.T) {
	c, store := newest(t, 1)
	people, meetings := some(t, store, kg.KindPerson), some(t, store, kg.KindMeeting)
	document := release(t, rand.New(rand.NewPCG(3, 3)), 1).Document
	x := curate.Assertion{Type: kg.Chaired, Subject: people[0], Object: meetings[0], Qualifiers: kg.Qualifiers{Role: "OPENED"}, Document: document.ID, Quote: "ประธาน"}
	minus := -1
	for _, bad := range []struct {
		what  string
		spoil func(*curate.Assertion)
		code  kg.Code
		says  string
	}{
		{"no quote", func(x *curate.Assertion) { x.Quote = " " }, kg.BadInput, "the quote is empty"},
		{"a quote that is not there", func(x *curate.Assertion) { x.Quote = "ไม่มี" }, kg.BadInput, "does not stand"},
		{"a quote at several places", func(x *curate.Assertion) { x.Quote = "น" }, kg.BadInput, "say which"},
		{"a place before the text", func(x *curate.Assertion) { x.Start = &minus }, kg.BadInput, "counted from 0"},
		{"a relation that is none", func(x *curate.Assertion) { x.Type = "LIKED" }, kg.BadInput, "no relation"},
		{"the wrong way round", func(x *curate.Assertion) { x.Subject, x.Object = x.Object, x.Subject }, kg.BadInput, "does not lead"},
		{"nobody", func(x *curate.Assertion) { x.Subject = "person-0" }, kg.NotFound, "person-0"},
		{"no document", func(x *curate.Assertion) { x.Document = "document-0" }, kg.NotFound, "document-0"},
		{"a date that is none", func(x *curate.Assertion) { x.ValidFrom = &kg.PartialDate{Value: "2019-13"} }, kg.BadInput, ""},
	} {
		y := x
		bad.spoil(&y)
		_, err := c.Assert(t.Context(), kanda, y)
		says(t, bad.what, err, bad.code, bad.says)
	}
	result, err := c.Assert(t.Context(), kanda, x)
	if err != nil || len(result.Facts) != 1 {
		t.Fatalf("%+v %v", result, err)
	}
	_, err = c.Assert(t.Context(), kanda, x)
	says(t, "twice", err, kg.BadInput, string(result.Act.ID))

	// Another text without the quote: the act waits for a person, and comes to
	// bear again with the text.
	old := release(t, rand.New(rand.NewPCG(3, 3)), 1)
	other := release(t, rand.New(rand.NewPCG(3, 3)), 1)
	other.Document.Text = strings.ReplaceAll(other.Document.Text, "ประธาน", "ประทาน")
	other.Document.Hash = "another"
	other.Statements = nil
	put(t, store, other)
	if queue := broken(t, store); len(queue) != 1 || queue[0].Act.ID != result.Act.ID || !strings.Contains(queue[0].Reason, "does not stand") {
		t.Errorf("the queue is %+v", queue)
	}
	put(t, store, old)
	if queue := broken(t, store); len(queue) != 0 {
		t.Errorf("the queue is %+v", queue)
	}
	read(t, store, func(ctx context.Context, r kg.Reader) error {
		facts, err := r.Facts(ctx, result.Facts)
		if len(facts) != 1 || facts[0].Confidence != 1 {
			t.Errorf("the fact is %+v", facts)
		}
		return err
	})
}

// TestActsThatCrossARetraction holds that what was kept with a document is what
// it said, not what persons had decided then.
func TestActsThatCrossARetraction(t *testing.T) {
	c, store := newest(t, 1, 2)
	before := dump(t, store, false)
	people, meetings := some(t, store, kg.KindPerson), some(t, store, kg.KindMeeting)
	document := release(t, rand.New(rand.NewPCG(3, 3)), 1).Document
	assert, err := c.Assert(t.Context(), kanda, curate.Assertion{Type: kg.Chaired, Subject: people[0], Object: meetings[0],
		Qualifiers: kg.Qualifiers{Role: "OPENED"}, Document: document.ID, Quote: "ประธาน"})
	if err != nil {
		t.Fatal(err)
	}
	status, err := c.SetStatus(t.Context(), kanda, assert.Facts[0], kg.Disputed)
	if err != nil {
		t.Fatal(err)
	}
	asserted := dump(t, store, false)
	retract, err := c.Retract(t.Context(), kanda, document.ID)
	if err != nil {
		t.Fatal(err)
	}
	if len(broken(t, store)) > 0 {
		t.Error("what went with its document is not broken")
	}
	if _, err := c.Undo(t.Context(), kanda, retract.Act.ID); err != nil {
		t.Fatal(err)
	}
	if after := dump(t, store, false); after != asserted {
		t.Errorf("the document came back otherwise: %s", firstDifference(asserted, after))
	}
	if retract, err = c.Retract(t.Context(), kanda, document.ID); err != nil {
		t.Fatal(err)
	}
	for _, act := range []kg.ID{assert.Act.ID, status.Act.ID, retract.Act.ID} {
		if _, err := c.Undo(t.Context(), kanda, act); err != nil {
			t.Fatal(err)
		}
	}
	if after := dump(t, store, false); after != before {
		t.Errorf("an assertion that was undone while its document was away came back with it: %s", firstDifference(before, after))
	}
}

// TestTheLatestTextOfARetractedDocumentComesBack loads other texts meanwhile.
func TestTheLatestTextOfARetractedDocumentComesBack(t *testing.T) {
	c, store := newest(t, 2)
	r := rand.New(rand.NewPCG(8, 8))
	first, second := release(t, r, 1), release(t, r, 1)
	for second.Document.Text == first.Document.Text {
		second = release(t, r, 1)
	}
	put(t, store, first)
	retract, err := c.Retract(t.Context(), kanda, first.Document.ID)
	if err != nil {
		t.Fatal(err)
	}
	put(t, store, second)
	put(t, store, second)
	var kept []kg.Version
	versions := func(ctx context.Context, r kg.Reader) (err error) {
		kept, err = curate.Versions(ctx, r, kg.ID(first.Document.URL))
		return err
	}
	if read(t, store, versions); len(kept) != 2 {
		t.Errorf("%d versions are kept, not both", len(kept))
	}
	if _, err := c.Undo(t.Context(), kanda, retract.Act.ID); err != nil {
		t.Fatal(err)
	}
	_, want := newest(t, 2)
	put(t, want, second)
	if want, got := dump(t, want, false), dump(t, store, false); want != got {
		t.Error(firstDifference(want, got))
	}
	if read(t, store, versions); len(kept) != 1 || kept[0].Document.Text != first.Document.Text || kept[0].Retracted != "" || kept[0].Reading != nil {
		t.Errorf("the versions kept are %+v", kept)
	}
}

func broken(t *testing.T, store kg.Store) (list []curate.Waiting) {
	t.Helper()
	read(t, store, func(ctx context.Context, r kg.Reader) (err error) {
		list, err = curate.Broken(ctx, r)
		return err
	})
	return list
}

func TestTheReviewQueueIsPagedAndWhatIsDecidedLeavesIt(t *testing.T) {
	var c *curate.Curator
	var store kg.Store
	queue := func(size int) (all []curate.Waiting) {
		read(t, store, func(ctx context.Context, r kg.Reader) error {
			for after, more := "", true; more; more = after != "" {
				page, next, err := curate.Review(ctx, r, after, size)
				if err != nil {
					return err
				}
				all, after = append(all, page...), next
			}
			return nil
		})
		return all
	}
	// What many releases tell of is seldom unsure; some stores of a few are.
	for n, numbers := 0, []int(nil); n < 30; n++ {
		numbers = append(numbers, n)
		if c, store = newest(t, numbers...); len(queue(1000)) > 1 {
			break
		}
	}
	whole, paged := queue(1000), queue(1)
	if len(whole) < 2 || len(whole) != len(paged) {
		t.Fatalf("%d entries, and %d one by one", len(whole), len(paged))
	}
	for i, w := range whole {
		if w.Left == nil || w.Right == nil || w.Reason == "" || paged[i].Left.ID != w.Left.ID || paged[i].Right.ID != w.Right.ID || i > 0 && w.Score > whole[i-1].Score {
			t.Errorf("entry %d: %+v, %+v", i, w, paged[i])
		}
	}
	if _, err := c.Distinct(t.Context(), kanda, whole[0].Left.ID, whole[0].Right.ID); err != nil {
		t.Fatal(err)
	}
	if left := queue(1000); len(left) != len(whole)-1 || left[0].Left.ID == whole[0].Left.ID && left[0].Right.ID == whole[0].Right.ID {
		t.Errorf("%d of %d entries are left", len(left), len(whole))
	}
	if _, err := c.Merge(t.Context(), kanda, whole[1].Left.ID, whole[1].Right.ID); err != nil {
		t.Fatal(err)
	}
	if left := queue(1000); len(left) > len(whole)-2 {
		t.Errorf("%d of %d entries are left", len(left), len(whole))
	}
	read(t, store, func(ctx context.Context, r kg.Reader) error {
		_, _, err := curate.Review(ctx, r, "?", 5)
		says(t, "a cursor that is none", err, kg.BadInput, "no cursor")
		return nil
	})
}

func TestWhoDecides(t *testing.T) {
	c, store := newest(t, 1)
	person := some(t, store, kg.KindPerson)[0]
	for _, by := range []curate.By{{}, {Actor: " "}, {Actor: "resolver/9"}, {Actor: "a\x00"}, {Actor: strings.Repeat("x", 201)},
		{Actor: "ok", Reason: "\xff"}, {Actor: "ok", Reason: strings.Repeat("x", 4001)}} {
		_, err := c.Unmerge(t.Context(), by, person)
		says(t, by.Actor, err, kg.BadInput, "act")
	}
	for what, try := range map[string]func() error{
		"an id that is none": func() error { _, err := c.Merge(t.Context(), kanda, person, "person-0"); return err },
		"no act":             func() error { _, err := c.Undo(t.Context(), kanda, "act-0"); return err },
		"no fact":            func() error { _, err := c.SetStatus(t.Context(), kanda, "fact-0", kg.Rejected); return err },
	} {
		says(t, what, try(), kg.NotFound, "0")
	}
	_, err := c.SetStatus(t.Context(), kanda, "fact-0", "GOOD")
	says(t, "no status", err, kg.BadInput, "GOOD")
}
