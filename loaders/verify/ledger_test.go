package verify_test

import (
	"context"
	"strings"
	"testing"

	"mueang/graph/kg"
	"mueang/graph/store/storetest/model"
	"mueang/loaders/resolve"
	"mueang/loaders/write"
)

// curated gives the sound store with an act on it.
func curated(t *testing.T, content func(r *rows) kg.Act) (kg.Store, kg.Act, rows) {
	t.Helper()
	store := loaded(t)
	var r rows
	if err := store.Read(t.Context(), func(ctx context.Context, reader kg.Reader) error {
		if err := reader.EachDocument(ctx, func(v *kg.Document) error { r.document = *v; return nil }); err != nil {
			return err
		}
		return reader.EachFact(ctx, func(v *kg.Fact) error { r.fact = *v; return nil })
	}); err != nil {
		t.Fatal(err)
	}
	a := content(&r)
	a.Seq, a.Actor, a.At = 1, "กานดา", "2026-01-02T03:04:05Z"
	a.ID = kg.ActID(a)
	if err := store.Update(t.Context(), func(ctx context.Context, tx kg.Tx) error { return write.Act(ctx, tx, a, a.At) }); err != nil {
		t.Fatal(err)
	}
	return store, a, r
}

func TestTheLedgerIsReplayed(t *testing.T) {
	reject := func(r *rows) kg.Act {
		return kg.Act{Kind: kg.ActSetStatus, Status: kg.Rejected, Claims: []kg.Said{{Type: r.fact.Type, Subject: r.fact.Subject, Object: r.fact.Object, Qualifiers: kg.Qualifiers{Role: "CHAIR"}}}}
	}
	assert := func(r *rows) kg.Act {
		return kg.Act{Kind: kg.ActAssert, Document: r.document.ID, Quote: "เป็นประธาน", Start: 14,
			Claims: []kg.Said{{Type: kg.Chaired, Subject: r.fact.Subject, Object: r.fact.Object, Qualifiers: kg.Qualifiers{Role: "OPENED"}}}}
	}
	retract := func(r *rows) kg.Act { return kg.Act{Kind: kg.ActRetract, Document: r.document.ID} }
	for name, c := range map[string]struct {
		act   func(r *rows) kg.Act
		spoil func(a kg.Act, r *rows, b *kg.Batch)
		says  string
	}{
		"a status": {reject, nil, ""},
		"a status that no act gives": {reject, func(_ kg.Act, r *rows, b *kg.Batch) {
			r.fact.FactStatus = kg.Confirmed
			b.Facts = []kg.Fact{r.fact}
		}, "is CONFIRMED, and the acts say REJECTED"},
		"a last act that is not the last": {reject, func(_ kg.Act, _ *rows, b *kg.Batch) { b.Snapshot = &kg.Snapshot{ID: "0", LastAct: "act-0"} }, "the last act is"},
		"a hole in the ledger": {reject, func(a kg.Act, _ *rows, b *kg.Batch) {
			next := kg.Act{Seq: 3, Before: a.ID, Kind: kg.ActUndo, Undoes: "act-0", Actor: "x", At: "y"}
			next.ID = kg.ActID(next)
			b.Acts = []kg.Act{next}
		}, "does not follow the one before it|undoes act-0, which it cannot"},
		"an assertion": {assert, nil, ""},
		"an assertion that is not there": {assert, func(a kg.Act, r *rows, b *kg.Batch) {
			s, err := resolve.Assertion(&a, &r.document)
			if err != nil {
				t.Fatal(err)
			}
			b.RemoveStatements = []kg.ID{s.ID}
		}, "asserts the statement"},
		"a statement that nobody asserts": {reject, func(_ kg.Act, r *rows, b *kg.Batch) {
			s := kg.Statement{Fact: r.fact.ID, Type: kg.Chaired, Subject: r.fact.Subject, Object: r.fact.Object, Evidence: kg.Evidence{
				Document: r.document.ID, End: 3, Quote: "นาย", Extractor: "person/x", Rule: "act-0", Confidence: 1}}
			s.ID = kg.StatementID(s)
			b.Statements = []kg.Statement{s}
		}, "no act in force asserts it"},
		"a judgement that nobody made": {reject, func(_ kg.Act, r *rows, b *kg.Batch) {
			b.Links = []kg.Judgement{{ID: "link-1", Left: r.fact.Object, Right: r.fact.Subject, Verdict: kg.Different, Judge: "x"}}
		}, "no act in force says so"},
		"a retraction":                      {retract, nil, ""},
		"a retracted document that is lost": {retract, func(_ kg.Act, r *rows, b *kg.Batch) { b.RemoveVersions = []kg.ID{kg.VersionID(&r.document)} }, "is not kept"},
		"a retracted document that is back": {retract, func(_ kg.Act, r *rows, b *kg.Batch) { b.Documents = []kg.Document{r.document} }, "was retracted by"},
		"a version with another text": {reject, func(_ kg.Act, r *rows, b *kg.Batch) {
			v := kg.Version{Document: kg.Document{ID: "document-2", Text: "x", Hash: "y"}}
			v.ID = kg.VersionID(&v.Document)
			b.Versions = []kg.Version{v}
		}, "is not that of its text"},
	} {
		t.Run(name, func(t *testing.T) {
			store, a, r := curated(t, c.act)
			if report := check(t, store); len(report.Findings) > 0 || report.Acts != 1 {
				t.Fatalf("the act itself: %+v", report)
			}
			if c.spoil == nil {
				return
			}
			var b kg.Batch
			c.spoil(a, &r, &b)
			if err := kg.Apply(t.Context(), store, &b); err != nil {
				t.Fatal(err)
			}
			found := strings.Join(check(t, store).Findings, "\n")
			for _, says := range strings.Split(c.says, "|") {
				if !strings.Contains(found, says) {
					t.Errorf("want %q, got\n%s", says, found)
				}
			}
		})
	}
	if report := check(t, model.New()); report.Acts != 0 {
		t.Errorf("%+v", report)
	}
}
