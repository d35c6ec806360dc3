package verify_test

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"testing"

	"mueang/graph/kg"
	"mueang/graph/store/storetest/model"
	"mueang/loaders/resolve"
	"mueang/loaders/verify"
	"mueang/loaders/write"
)

const text = "นายสมชาย ใจดี เป็นประธานการประชุมเมือง"

var relations = map[kg.RelationType]kg.Ends{
	kg.Chaired: {From: []kg.Class{kg.ClassPerson}, To: []kg.Class{kg.ClassMeeting}},
}

// loaded gives a store that holds one sound document.
func loaded(t *testing.T) kg.Store {
	t.Helper()
	sum := sha256.Sum256([]byte(text))
	name := func(text string) []kg.Name {
		return []kg.Name{{Text: text, Language: "th", Kind: kg.NameOfficial}}
	}
	resolved, err := resolve.Document(kg.Extraction{
		Document: kg.Document{ID: "document-1", Source: "001", Text: text, Hash: hex.EncodeToString(sum[:]), Reader: "test/1"},
		Things: []kg.Thing{
			{Entity: kg.Entity{ID: "e1", Kind: kg.KindPerson, Name: "สมชาย ใจดี", Names: name("สมชาย ใจดี")},
				Spans: []kg.Span{{Start: 0, End: 13, Text: "นายสมชาย ใจดี"}}},
			{Entity: kg.Entity{ID: "e2", Kind: kg.KindMeeting, Name: "การประชุมเมือง", Names: name("การประชุมเมือง")},
				Spans: []kg.Span{{Start: 24, End: 38, Text: "การประชุมเมือง"}}},
		},
		Claims: []kg.Claim{{Type: kg.Chaired, Subject: "e1", Object: "e2", Qualifiers: kg.Qualifiers{Role: "CHAIR"},
			Evidence: []kg.Evidence{{Start: 0, End: 38, Quote: text, Extractor: "test", Version: "1", Confidence: 0.9}}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	store := model.New()
	err = store.Update(t.Context(), func(ctx context.Context, tx kg.Tx) error {
		_, err := write.Documents(ctx, tx, []resolve.Resolved{resolved}, "2026-01-02T03:04:05Z")
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return store
}

func check(t *testing.T, store kg.Store) verify.Report {
	t.Helper()
	report, err := verify.Store(t.Context(), store, relations)
	if err != nil {
		t.Fatal(err)
	}
	return report
}

func TestASoundStore(t *testing.T) {
	if r := check(t, loaded(t)); len(r.Findings) > 0 || r.Documents != 1 || r.Entities != 2 || r.Facts != 1 || r.Statements != 1 || r.Mentions != 2 {
		t.Errorf("%+v", r)
	}
	if r := check(t, model.New()); len(r.Findings) > 0 {
		t.Errorf("an empty store: %+v", r)
	}
}

// rows are the rows of the sound store, for a test to spoil one of.
type rows struct {
	document  kg.Document
	entity    kg.Entity
	fact      kg.Fact
	statement kg.Statement
	mention   kg.Mention
	referent  kg.Referent
}

func TestEveryViolationIsFound(t *testing.T) {
	for name, c := range map[string]struct {
		spoil func(r *rows, b *kg.Batch)
		says  string
	}{
		"text": {func(r *rows, b *kg.Batch) {
			r.document.Text = strings.Repeat("ก", 38)
			b.Documents = []kg.Document{r.document}
		}, "its hash is not"},
		"quote": {func(r *rows, b *kg.Batch) {
			r.document.Text = strings.Repeat("ก", 38)
			b.Documents = []kg.Document{r.document}
		}, "its quote does not stand"},
		"span":               {func(r *rows, b *kg.Batch) { r.mention.Spans[0].Text = "ข"; b.Mentions = []kg.Mention{r.mention} }, "does not stand at"},
		"snapshot":           {func(_ *rows, b *kg.Batch) { b.Snapshot = &kg.Snapshot{ID: "00"} }, "the snapshot"},
		"statement id":       {func(r *rows, b *kg.Batch) { r.statement.Role = "CO_CHAIR"; b.Statements = []kg.Statement{r.statement} }, "its id does not follow"},
		"lost statement":     {func(r *rows, b *kg.Batch) { b.RemoveDocuments = []kg.ID{"document-1"} }, "has no evidence"},
		"entity":             {func(r *rows, b *kg.Batch) { r.entity.Name = "ข"; b.Entities = []kg.Entity{r.entity} }, "is not what its referents add up to"},
		"lost entity":        {func(r *rows, b *kg.Batch) { b.RemoveEntities = []kg.ID{r.entity.ID} }, "has referents and is not there"},
		"lost end of a fact": {func(r *rows, b *kg.Batch) { b.RemoveEntities = []kg.ID{r.fact.Subject} }, "leads from or to an entity that is not there"},
		"fact":               {func(r *rows, b *kg.Batch) { r.fact.Confidence = 0.1; b.Facts = []kg.Fact{r.fact} }, "is not what its statements add up to"},
		"lost fact":          {func(r *rows, b *kg.Batch) { b.RemoveFacts = []kg.ID{r.fact.ID} }, "has statements and is not there"},
		"traits":             {func(r *rows, b *kg.Batch) { r.referent.Documents = 7; b.Referents = []kg.Referent{r.referent} }, "is not what its mentions add up to|are not what its mentions add up to"},
		"lost referent":      {func(r *rows, b *kg.Batch) { b.RemoveReferents = []kg.ID{r.referent.ID} }, "is mentioned and not there"},
		"cluster":            {func(r *rows, b *kg.Batch) { r.referent.Entity = "person-x"; b.Referents = []kg.Referent{r.referent} }, "and the ledger says"},
		"copy": {func(r *rows, b *kg.Batch) { r.document.CopyOf = "document-9"; b.Documents = []kg.Document{r.document} },
			`is said to be a copy of "document-9", and its words are those of ""`},
		"source": {func(r *rows, b *kg.Batch) {
			r.statement.Source = "document-9"
			b.Statements = []kg.Statement{r.statement}
		}, `is the word of "document-9"`},
		"lost words": {func(r *rows, b *kg.Batch) { b.RemoveReferents = []kg.ID{"document-1"} }, "is not found by its words"},
		"words of nothing": {func(_ *rows, b *kg.Batch) {
			b.Referents = []kg.Referent{{ID: "document-0", Class: kg.ClassDocument, Blocks: []string{"words:x"}}}
		}, "are kept, and it is not there"},
		"judgement": {func(r *rows, b *kg.Batch) {
			b.Links = []kg.Judgement{{ID: "link-1", Left: "person-a", Right: "person-b", Verdict: kg.Same, Judge: resolve.Judge}}
		}, "on a referent that is not there"},
	} {
		t.Run(name, func(t *testing.T) {
			store := loaded(t)
			var r rows
			err := store.Read(t.Context(), func(ctx context.Context, reader kg.Reader) error {
				for _, each := range []func() error{
					func() error {
						return reader.EachDocument(ctx, func(v *kg.Document) error { r.document = *v; return nil })
					},
					func() error { return reader.EachEntity(ctx, func(v *kg.Entity) error { r.entity = *v; return nil }) },
					func() error { return reader.EachFact(ctx, func(v *kg.Fact) error { r.fact = *v; return nil }) },
					func() error {
						return reader.EachStatement(ctx, func(v *kg.Statement) error { r.statement = *v; return nil })
					},
					func() error { return reader.EachMention(ctx, func(v *kg.Mention) error { r.mention = *v; return nil }) },
					func() error {
						return reader.EachReferent(ctx, func(v *kg.Referent) error { r.referent = *v; return nil })
					},
				} {
					if err := each(); err != nil {
						return err
					}
				}
				return nil
			})
			if err != nil {
				t.Fatal(err)
			}
			var batch kg.Batch
			c.spoil(&r, &batch)
			if err := kg.Apply(t.Context(), store, &batch); err != nil {
				t.Fatal(err)
			}
			found := strings.Join(check(t, store).Findings, "\n")
			for says := range strings.SplitSeq(c.says, "|") {
				if strings.Contains(found, says) {
					return
				}
			}
			t.Errorf("found %q", found)
		})
	}
}

func TestAnUndeclaredRelation(t *testing.T) {
	report, err := verify.Store(t.Context(), loaded(t), map[kg.RelationType]kg.Ends{})
	if err != nil || len(report.Findings) != 1 || !strings.Contains(report.Findings[0], "the schema declares no relation CHAIRED") {
		t.Errorf("%+v, %v", report, err)
	}
	backwards := map[kg.RelationType]kg.Ends{kg.Chaired: {From: []kg.Class{kg.ClassMeeting}, To: []kg.Class{kg.ClassPerson}}}
	if report, _ = verify.Store(t.Context(), loaded(t), backwards); len(report.Findings) != 1 || !strings.Contains(report.Findings[0], "does not lead from a PERSON to a MEETING") {
		t.Errorf("%+v", report)
	}
}
