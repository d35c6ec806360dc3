package write_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"mueang/graph/kg"
	"mueang/graph/store/storetest"
	"mueang/graph/store/storetest/model"
	"mueang/loaders/resolve"
	"mueang/loaders/source"
	"mueang/loaders/write"
)

const now = "2026-01-02T03:04:05Z"

// release makes a resolved document out of a few names: who chaired which
// meeting for which agency. The text holds every name, so that quotes are true.
func release(t *testing.T, r *rand.Rand, number int) resolve.Resolved {
	t.Helper()
	return tell(t, r, number, fmt.Sprintf("ข่าวที่ %d ", number), "")
}

// tell is release with a head and a body of its own.
func tell(t *testing.T, r *rand.Rand, number int, head, body string) resolve.Resolved {
	t.Helper()
	people := []string{"สมชาย ใจดี", "สมหญิง รักเรียน", "สมหญิง รักเรียม", "ประวิตร วงษ์สุวรรณ", "ประวิทร วงษ์สุวรรณ", "Prawit Wongsuwan"}
	posts := []string{"DIRECTOR", "GOVERNOR", "GOVERNOR"}
	agencies := []struct{ name, official, key string }{
		{"ดีป้า", "สำนักงานส่งเสริมเศรษฐกิจดิจิทัล", "th:depa"},
		{"สำนักงานส่งเสริมเศรษฐกิจดิจิทัล", "สำนักงานส่งเสริมเศรษฐกิจดิจิทัล", ""},
		{"Korea Transport Institute", "Korea Transport Institute", ""},
		{"KOTI (Korea Transport Institute)", "Korea Transport Institute", ""},
		{"สำนักงานปฏิรูปการคลังท้องถิ่น", "สำนักงานปฏิรูปการคลังท้องถิ่น", ""},
		{"สำนักงานการปฏิรูปการคลังท้องถิ่น", "สำนักงานการปฏิรูปการคลังท้องถิ่น", ""},
		{"สำนักงานการปฏิรูปการครังท้องถิ่น", "สำนักงานการปฏิรูปการครังท้องถิ่น", ""},
	}
	post := posts[r.IntN(len(posts))]
	person, agency := people[r.IntN(len(people))], agencies[r.IntN(len(agencies))]
	day := fmt.Sprintf("2020-01-%02d", 1+r.IntN(3))
	meeting := fmt.Sprintf("การประชุมเมืองอัจฉริยะ ครั้งที่ %d/2563", 1+r.IntN(2))
	text := fmt.Sprintf("%s%s แห่ง %s เป็นประธาน %s%s", head, person, agency.name, meeting, body)
	date := &kg.PartialDate{Value: day, Original: day}
	name := func(text string, kind kg.NameKind) kg.Name { return kg.Name{Text: text, Language: "th", Kind: kind} }
	span := func(of string) []kg.Span {
		at := len([]rune(text[:strings.Index(text, of)]))
		return []kg.Span{{Start: at, End: at + len([]rune(of)), Text: of}}
	}
	whole := kg.Evidence{Start: 0, End: len([]rune(text)), Quote: text, Extractor: "test", Version: "1",
		Confidence: 0.5 + float64(r.IntN(5))/10, ObservedOn: day}
	x := kg.Extraction{
		Document: kg.Document{Source: fmt.Sprintf("%03d", number), URL: fmt.Sprintf("https://example.org/%d", number),
			Text: text, Hash: fmt.Sprint("hash of ", text, post), Reader: "test/1", PublishedOn: date},
		Things: []kg.Thing{
			{Entity: kg.Entity{ID: "e1", Kind: kg.KindPerson, Name: person, Names: []kg.Name{name(person, kg.NameOfficial)}}, Spans: span(person)},
			{Entity: kg.Entity{ID: "e2", Kind: kg.KindAgency, Name: agency.name, Names: []kg.Name{name(agency.name, kg.NameShort), name(agency.official, kg.NameOfficial)}}, Key: agency.key, Spans: span(agency.name)},
			{Entity: kg.Entity{ID: "e3", Kind: kg.KindMeeting, Name: meeting, Names: []kg.Name{name(meeting, kg.NameOfficial)}, StartDate: date,
				Series: &kg.Series{Name: "เมืองอัจฉริยะ", Ordinal: int(meeting[len(meeting)-len("1/2563")] - '0'), Year: 2020}}, Spans: span(meeting)},
			{Entity: kg.Entity{ID: "e4", Kind: kg.KindPost, Name: "ผู้อำนวยการ", Role: post, RoleText: "ผู้อำนวยการ", Names: []kg.Name{name("ผู้อำนวยการ", kg.NameOfficial)}}},
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

func load(t *testing.T, store kg.Store, documents ...resolve.Resolved) map[kg.ID]write.Outcome {
	t.Helper()
	var outcomes map[kg.ID]write.Outcome
	err := store.Update(context.Background(), func(ctx context.Context, tx kg.Tx) (err error) {
		outcomes, err = write.Documents(ctx, tx, documents, now)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return outcomes
}

func remove(t *testing.T, store kg.Store, ids ...kg.ID) {
	t.Helper()
	err := store.Update(context.Background(), func(ctx context.Context, tx kg.Tx) error {
		return write.Remove(ctx, tx, ids, now)
	})
	if err != nil {
		t.Fatal(err)
	}
}

// dump writes every row of the graph, one a line, and the snapshot.
func dump(t *testing.T, store kg.Store) string {
	t.Helper()
	all, err := storetest.Export(t.Context(), store)
	if err != nil {
		t.Fatal(err)
	}
	all.Versions = nil
	return all.Lines()
}

func TestTheGraphIsAFunctionOfTheSetOfDocuments(t *testing.T) {
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 1))
		var documents []resolve.Resolved
		for i := range 2 + r.IntN(24) {
			documents = append(documents, release(t, r, i))
		}
		want := model.New()
		load(t, want, documents...)
		wanted := dump(t, want)

		// Another order, other batches, some twice, some removed and brought back.
		got := model.New()
		order := r.Perm(len(documents))
		for len(order) > 0 {
			n := 1 + r.IntN(len(order))
			var batch []resolve.Resolved
			for _, i := range order[:n] {
				batch = append(batch, documents[i])
			}
			order = order[n:]
			load(t, got, batch...)
			if again := batch[r.IntN(len(batch))]; r.IntN(2) == 0 {
				if outcome := load(t, got, again)[again.Document.ID]; outcome != write.Same {
					t.Fatalf("seed %d: loading again is %q", seed, outcome)
				}
			} else {
				remove(t, got, again.Document.ID)
				load(t, got, again)
			}
		}
		if gotten := dump(t, got); gotten != wanted {
			t.Fatalf("seed %d: the order of arrival shows\n%s", seed, firstDifference(wanted, gotten))
		}

		// Without documents nothing is left.
		for _, d := range documents {
			remove(t, got, d.Document.ID)
		}
		if left := dump(t, got); left != dump(t, model.New()) && left != "snapshot "+strings.Repeat("0", 32)+"\n" {
			t.Fatalf("seed %d: left after all is removed:\n%s", seed, left)
		}
	}
}

func TestAChangedDocumentReplacesWhatItSaid(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	first, second, other := release(t, r, 1), release(t, r, 1), release(t, r, 2)
	for first.Document.Text == second.Document.Text {
		second = release(t, r, 1)
	}
	got, want := model.New(), model.New()
	load(t, got, first, other)
	if outcome := load(t, got, second)[second.Document.ID]; outcome != write.Updated {
		t.Fatalf("outcome %q", outcome)
	}
	load(t, want, other, second)
	if a, b := dump(t, want), dump(t, got); a != b {
		t.Fatal(firstDifference(a, b))
	}
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
