package curate_test

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"mueang/graph/kg"
	"mueang/graph/store/neo4j"
	"mueang/graph/store/neo4j/neo4jtest"
	"mueang/graph/store/sqlite"
	"mueang/graph/store/storetest"
	"mueang/graph/store/storetest/model"
	"mueang/loaders/curate"
	"mueang/loaders/resolve"
	"mueang/loaders/source"
	"mueang/loaders/verify"
	"mueang/loaders/write"
)

const now = "2026-01-02T03:04:05Z"

func clock() time.Time { return time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC) }

var relations = map[kg.RelationType]kg.Ends{
	kg.Chaired: {From: []kg.Class{kg.ClassPerson}, To: []kg.Class{kg.ClassMeeting}},
	kg.PostIn:  {From: []kg.Class{kg.ClassPost}, To: []kg.Class{kg.ClassOrganization}},
	kg.Holds:   {From: []kg.Class{kg.ClassPerson}, To: []kg.Class{kg.ClassPost}},
}

// TestTheGraphIsAFunctionOfDocumentsAndActs loads, loads again, merges, takes
// apart, judges, asserts, retracts and undoes at random. After every step the
// store is sound; what is undone at once leaves no trace; and at the end the
// store holds what one holds into which all documents come first, as they were
// loaded last, and then the ledger.
func TestTheGraphIsAFunctionOfDocumentsAndActs(t *testing.T) {
	t.Run("model", func(t *testing.T) {
		for seed := range uint64(40) {
			walk(t, model.New(), seed, 40)
		}
	})
	t.Run("sqlite", func(t *testing.T) {
		for seed := range uint64(8) {
			s, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "mueang.db"))
			if err != nil {
				t.Fatal(err)
			}
			walk(t, s, 100+seed, 40)
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
		}
	})
	for _, kind := range kg.ActKinds {
		if seen[kind] < 5 {
			t.Errorf("%s: %d acts", kind, seen[kind])
		}
	}
	if copies < 20 {
		t.Errorf("%d copies are too few for a test", copies)
	}
	t.Run("neo4j", func(t *testing.T) {
		url := neo4jtest.Start(t)
		neo4jtest.Wipe(t, url)
		s, err := neo4j.Open(t.Context(), neo4j.Config{URL: url})
		if err != nil {
			t.Fatal(err)
		}
		walk(t, s, 200, 40)
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	})
}

func walk(t *testing.T, store kg.Store, seed uint64, steps int) {
	t.Helper()
	w := &walker{t: t, store: store, seed: seed, r: rand.New(rand.NewPCG(seed, 6)), latest: map[int]resolve.Resolved{},
		c: &curate.Curator{Store: store, Relations: relations, Now: clock}, made: map[kg.ActKind]int{}}
	w.load()
	for range steps {
		w.step()
		if report, err := verify.Store(t.Context(), store, relations); err != nil || len(report.Findings) > 0 {
			t.Fatalf("seed %d after %s: %v\n%s", seed, strings.Join(w.told, "; "), err, strings.Join(report.Findings, "\n"))
		}
	}
	read(t, store, func(ctx context.Context, r kg.Reader) error {
		return r.EachDocument(ctx, func(d *kg.Document) error {
			if d.CopyOf != "" {
				copies++
			}
			return nil
		})
	})
	// The same from nothing.
	again := model.New()
	var documents []resolve.Resolved
	for _, n := range slices.Sorted(maps.Keys(w.latest)) {
		documents = append(documents, w.latest[n])
	}
	put(t, again, documents...)
	for _, a := range ledger(t, store) {
		if err := again.Update(t.Context(), func(ctx context.Context, tx kg.Tx) error { return write.Act(ctx, tx, a, a.At) }); err != nil {
			t.Fatal(err)
		}
	}
	if want, got := dump(t, again, true), dump(t, store, true); want != got {
		t.Fatalf("seed %d after %s:\n%s", seed, strings.Join(w.told, "; "), firstDifference(want, got))
	}
	for _, kind := range kg.ActKinds {
		if seen[kind] += w.made[kind]; kind == kg.ActUndo {
			t.Logf("seed %d: %v", seed, w.made)
		}
	}
}

// copies counts the documents that were copies of others at the end of a walk.
var copies = 0

// seen counts the acts of all walks, so that none is tested in name only.
var seen = map[kg.ActKind]int{}

type walker struct {
	t      *testing.T
	store  kg.Store
	seed   uint64
	r      *rand.Rand
	c      *curate.Curator
	latest map[int]resolve.Resolved
	told   []string
	made   map[kg.ActKind]int
}

func (w *walker) load() {
	var batch []resolve.Resolved
	for range 1 + w.r.IntN(6) {
		n := w.r.IntN(14)
		d := release(w.t, w.r, n)
		w.latest[n] = d
		batch = append(batch, d)
		w.told = append(w.told, fmt.Sprint("load ", n))
	}
	put(w.t, w.store, batch...)
}

func (w *walker) step() {
	switch w.r.IntN(12) {
	case 0, 1, 2:
		w.load()
	case 3:
		for n, d := range w.latest { // the same again
			outcome := put(w.t, w.store, d)[d.Document.ID]
			if outcome != write.Same && outcome != write.Retracted {
				w.t.Fatalf("seed %d: loading %d again is %q", w.seed, n, outcome)
			}
			break
		}
	default:
		before := dump(w.t, w.store, false)
		result, err := w.act()
		switch code := kg.CodeOf(err); {
		case code == kg.BadInput || code == kg.NotFound:
			if after := dump(w.t, w.store, false); before != after {
				w.t.Fatalf("seed %d: a refused act left something: %v", w.seed, err)
			}
			return
		case err != nil:
			w.t.Fatalf("seed %d after %s: %v", w.seed, strings.Join(w.told, "; "), err)
		}
		w.made[result.Act.Kind]++
		w.told = append(w.told, fmt.Sprintf("%s %v %v %s %s", result.Act.Kind, result.Act.Left, result.Act.Right, result.Act.Document, result.Act.Undoes))
		if result.Act.Kind == kg.ActUndo || w.r.IntN(3) > 0 {
			return
		}
		if _, err := w.c.Undo(w.t.Context(), curate.By{Actor: "ครู"}, result.Act.ID); err != nil {
			w.t.Fatal(err)
		}
		w.told = append(w.told, "undone")
		if after := dump(w.t, w.store, false); before != after {
			w.t.Fatalf("seed %d after %s: undoing does not give back what was there\n%s", w.seed, strings.Join(w.told, "; "), firstDifference(before, after))
		}
	}
}

// act tries a random act.
func (w *walker) act() (curate.Result, error) {
	by := curate.By{Actor: pick(w.r, []string{"กานดา", "somchai"}), Reason: pick(w.r, []string{"", "เห็นในข่าว"})}
	ctx := w.t.Context()
	var entities []kg.Entity
	var facts []kg.Fact
	var documents []kg.Document
	var referents []kg.Referent
	read(w.t, w.store, func(ctx context.Context, r kg.Reader) error {
		for _, err := range []error{
			r.EachEntity(ctx, func(e *kg.Entity) error { entities = append(entities, *e); return nil }),
			r.EachFact(ctx, func(f *kg.Fact) error { facts = append(facts, *f); return nil }),
			r.EachDocument(ctx, func(d *kg.Document) error { documents = append(documents, *d); return nil }),
			r.EachReferent(ctx, func(f *kg.Referent) error { referents = append(referents, *f); return nil }),
		} {
			if err != nil {
				return err
			}
		}
		return nil
	})
	if len(documents) == 0 {
		return curate.Result{}, kg.Errorf(kg.NotFound, "", "nothing is left")
	}
	switch w.r.IntN(9) {
	case 0, 1:
		a := pick(w.r, entities)
		for range 9 { // one of its class
			if b := pick(w.r, entities); b.Kind == a.Kind && b.ID != a.ID {
				return w.c.Merge(ctx, by, a.ID, pick(w.r, b.Referents))
			}
		}
		return curate.Result{}, kg.Errorf(kg.NotFound, "", "nothing like it")
	case 2:
		for range 9 {
			if e := pick(w.r, entities); len(e.Referents) > 1 {
				return w.c.Unmerge(ctx, by, e.ID, pick(w.r, e.Referents))
			}
		}
		return w.c.Unmerge(ctx, by, pick(w.r, referents).ID)
	case 3:
		return w.c.Distinct(ctx, by, pick(w.r, entities).ID, pick(w.r, entities).ID)
	case 4, 5:
		return w.c.SetStatus(ctx, by, pick(w.r, facts).ID, pick(w.r, []kg.FactStatus{kg.Confirmed, kg.Disputed, kg.Rejected, kg.Extracted}))
	case 6:
		d := pick(w.r, documents)
		words := strings.Fields(d.Text)
		return w.c.Assert(ctx, by, curate.Assertion{Type: pick(w.r, []kg.RelationType{kg.Chaired, kg.Holds}), Subject: pick(w.r, entities).ID,
			Object: pick(w.r, entities).ID, Qualifiers: kg.Qualifiers{Role: "CHAIR"}, Document: d.ID, Quote: pick(w.r, words)})
	case 7:
		return w.c.Retract(ctx, by, pick(w.r, documents).ID)
	}
	if acts := ledger(w.t, w.store); len(acts) > 0 {
		return w.c.Undo(ctx, by, pick(w.r, acts).ID)
	}
	return curate.Result{}, kg.Errorf(kg.NotFound, "", "no act yet")
}

// stories follow what a release tells: nothing, or words enough that two with
// the same are copies of each other.
var stories = func() []string {
	words := strings.Fields("เมือง ระบบ ข้อมูล ประชาชน บริการ พัฒนา โครงการ จังหวัด ความร่วมมือ เทคโนโลยี ดิจิทัล การเดินทาง น้ำ พลังงาน ขยะ อากาศ สุขภาพ")
	bodies := []string{"", "", "", ""}
	for story := range uint64(2) {
		r := rand.New(rand.NewPCG(story, 7))
		var body strings.Builder
		for range 150 {
			body.WriteString(" " + pick(r, words))
		}
		bodies = append(bodies, body.String())
	}
	return bodies
}()

func pick[T any](r *rand.Rand, list []T) T { return list[r.IntN(len(list))] }

// release makes a resolved document out of a few names: who chaired which
// meeting for which agency, which another may tell otherwise under one URL.
func release(t *testing.T, r *rand.Rand, number int) resolve.Resolved {
	t.Helper()
	person := pick(r, []string{"สมชาย ใจดี", "สมหญิง รักเรียน", "สมหญิง รักเรียม", "ประวิตร วงษ์สุวรรณ", "ประวิทร วงษ์สุวรรณ", "Prawit Wongsuwan"})
	agency := pick(r, []string{"ดีป้า", "สำนักงานส่งเสริมเศรษฐกิจดิจิทัล", "Korea Transport Institute", "สำนักงานปฏิรูปการคลังท้องถิ่น", "สำนักงานการปฏิรูปการคลังท้องถิ่น"})
	key := ""
	if agency == "ดีป้า" {
		key = "th:depa"
	}
	post, ordinal := pick(r, []string{"DIRECTOR", "GOVERNOR"}), 1+r.IntN(2)
	meeting := fmt.Sprintf("การประชุมเมืองอัจฉริยะ ครั้งที่ %d/2563", ordinal)
	told := fmt.Sprintf("ข่าวที่ %d %s แห่ง %s เป็นประธาน %s ในตำแหน่ง %s", number, person, agency, meeting, post)
	text := told + pick(r, stories)
	sum := sha256.Sum256([]byte(text))
	date := &kg.PartialDate{Value: fmt.Sprintf("2020-01-%02d", 1+number%3)}
	names := func(text string) []kg.Name { return []kg.Name{{Text: text, Language: "th", Kind: kg.NameOfficial}} }
	span := func(of string) []kg.Span {
		at := len([]rune(text[:strings.Index(text, of)]))
		return []kg.Span{{Start: at, End: at + len([]rune(of)), Text: of}}
	}
	whole := kg.Evidence{End: len([]rune(told)), Quote: told, Extractor: "test", Version: "1", Confidence: 0.5 + float64(r.IntN(5))/10, ObservedOn: date.Value}
	x := kg.Extraction{
		Document: kg.Document{Source: fmt.Sprintf("%03d", number), URL: fmt.Sprintf("https://example.org/%d", number),
			Text: text, Hash: hex.EncodeToString(sum[:]), Reader: fmt.Sprintf("test/%g", whole.Confidence), PublishedOn: date},
		Things: []kg.Thing{
			{Entity: kg.Entity{ID: "e1", Kind: kg.KindPerson, Name: person, Names: names(person)}, Spans: span(person)},
			{Entity: kg.Entity{ID: "e2", Kind: kg.KindAgency, Name: agency, Names: names(agency)}, Key: key, Spans: span(agency)},
			{Entity: kg.Entity{ID: "e3", Kind: kg.KindMeeting, Name: meeting, Names: names(meeting), StartDate: date,
				Series: &kg.Series{Name: "เมืองอัจฉริยะ", Ordinal: ordinal, Year: 2020}}, Spans: span(meeting)},
			{Entity: kg.Entity{ID: "e4", Kind: kg.KindPost, Name: post, Role: post, RoleText: post, Names: names(post)}, Spans: span(post)},
		},
		Claims: []kg.Claim{
			{Type: kg.Chaired, Subject: "e1", Object: "e3", Qualifiers: kg.Qualifiers{Role: "CHAIR", RoleText: "เป็นประธาน", OnBehalfOf: "e2"}, Evidence: []kg.Evidence{whole}},
			{Type: kg.PostIn, Subject: "e4", Object: "e2", Evidence: []kg.Evidence{whole}},
			{Type: kg.Holds, Subject: "e1", Object: "e4", Evidence: []kg.Evidence{whole}},
		},
	}
	x.Document.ID = source.DocumentID(x.Document)
	resolved, err := resolve.Document(x)
	if err != nil {
		t.Fatal(err)
	}
	return resolved
}

func put(t *testing.T, store kg.Store, documents ...resolve.Resolved) (outcomes map[kg.ID]write.Outcome) {
	t.Helper()
	if err := store.Update(t.Context(), func(ctx context.Context, tx kg.Tx) (err error) {
		outcomes, err = write.Documents(ctx, tx, documents, now)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return outcomes
}

func read(t *testing.T, store kg.Store, f func(context.Context, kg.Reader) error) {
	t.Helper()
	if err := store.Read(t.Context(), f); err != nil {
		t.Fatal(err)
	}
}

func ledger(t *testing.T, store kg.Store) (acts []kg.Act) {
	t.Helper()
	read(t, store, func(ctx context.Context, r kg.Reader) (err error) {
		acts, err = curate.All(ctx, r)
		return err
	})
	return acts
}

// dump writes every row that follows from documents and acts in force, one a
// line, and where it is wanted the ledger.
func dump(t *testing.T, store kg.Store, acts bool) string {
	t.Helper()
	all, err := storetest.Export(t.Context(), store)
	if err != nil {
		t.Fatal(err)
	}
	all.Versions = nil
	if !acts {
		all.Acts = nil
	}
	return all.Lines()
}

func firstDifference(want, got string) string {
	a, b := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return "want " + a[i] + "\ngot  " + b[i]
		}
	}
	return fmt.Sprintf("%d and %d rows", len(a), len(b))
}
