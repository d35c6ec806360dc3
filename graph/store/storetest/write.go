package storetest

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"mueang/graph/kg"
)

// write holds the cases of Update, Apply, Read and the Reader.
func (c Config) write(t *testing.T) {
	for _, test := range []struct {
		name string
		run  func(*testing.T)
	}{
		{"an empty store answers everything", c.empty},
		{"what is applied is there", c.applied},
		{"the Reader passes over unknown ids and duplicates", c.lookups},
		{"an error of f ends a walk and comes back as it is", c.walkEnds},
		{"applying twice changes nothing", c.idempotent},
		{"a put replaces the row whole", c.replaces},
		{"removals", c.removes},
		{"within a batch removals come before puts", c.removesFirst},
		{"a batch that is not valid is refused whole", c.refuses},
		{"an update that fails leaves nothing", c.rollsBack},
		{"a refused batch does not undo what was applied before it", c.keepsOthers},
		{"a transaction reads its own writes", c.readsOwn},
		{"what is committed outlives the store's closing", c.durable},
		{"concurrent writers lose nothing", c.writers},
		{"a reader sees the state before a write or after it", c.readers},
		{"a Read keeps one state", c.oneState},
		{"an ended context", c.contexts},
		{"strange strings come back as they were", c.strangeStrings},
		{"lists of 5,000 ids", c.manyIDs},
		{"the log of changes", c.changes},
	} {
		t.Run(test.name, test.run)
	}
}

// every kind of root, with ids that need not be there.
func everyRoot() []*kg.Plan {
	shape := &kg.Shape{Steps: []kg.Step{{Via: kg.ViaFacts, Hops: []kg.Hop{{Direction: kg.Both}}, Page: kg.Page{First: 3, Count: true}, Node: &kg.Shape{}, Fact: &kg.FactShape{}}}}
	return []*kg.Plan{
		{Root: kg.ByID{IDs: []kg.ID{"ann", "d1", "nobody"}}, Shape: shape},
		{Root: kg.FactsByID{IDs: []kg.ID{SmallWorld().Facts[0].ID, "nothing"}, Fact: &kg.FactShape{Source: shape, Evidence: &kg.EvidenceShape{First: 2}}}},
		{Root: kg.Find{Page: kg.Page{First: 5, Count: true}}, Shape: shape},
		{Root: kg.Find{Kinds: []kg.Kind{kg.KindDocument}, Page: kg.Page{Last: 5, Count: true}}, Shape: shape},
		{Root: kg.Search{Whole: "depa", Terms: []string{"depa"}, Page: kg.Page{First: 5, Count: true}, Facets: true, YearFacets: true}, Shape: shape},
		{Root: kg.PathSearch{From: "ann", To: "depa", MaxLength: 3, First: 3, Fact: &kg.FactShape{}}, Shape: shape},
		{Root: kg.Neighborhood{IDs: []kg.ID{"ann"}, Depth: 2, Limit: 10, Fact: &kg.FactShape{}}, Shape: shape},
		{Root: kg.Count{GroupBy: []kg.Dimension{kg.ByYear, kg.ByOrganization}}},
		{Root: kg.Count{Facts: true}},
		{Root: kg.Degree{First: 3}, Shape: shape},
		{Root: kg.Changes{Page: kg.Page{First: 3}}},
		{Root: kg.Totals{}},
		{Root: kg.Coverage{}},
	}
}

func (c Config) empty(t *testing.T) {
	s := c.open(t)
	want := []string{"- - -", "- -", "#0", "#0", "#0", "", "; ", "", "", "", "", "0 documents, 0 statements; ; ; ", ""}
	for i, plan := range everyRoot() {
		answers(t, s, plan, want[i])
	}
	same(t, "export", &Exported{}, exported(t, s))
	rows, err := lookedUp(t.Context(), s, []kg.ID{"ann", "d1"}, []string{"x"})
	if err != nil {
		t.Fatal(err)
	}
	same(t, "Reader", map[string]any{}, rows)
}

// all gives the export that a store must have after one batch.
func all(b *kg.Batch) *Exported {
	e := &Exported{
		Documents: slices.Clone(b.Documents), Entities: slices.Clone(b.Entities), Facts: slices.Clone(b.Facts),
		Statements: slices.Clone(b.Statements), Mentions: slices.Clone(b.Mentions), Referents: slices.Clone(b.Referents), Links: slices.Clone(b.Links),
		Acts: slices.Clone(b.Acts), Versions: slices.Clone(b.Versions),
	}
	slices.SortFunc(e.Documents, func(a, b kg.Document) int { return strings.Compare(string(a.ID), string(b.ID)) })
	slices.SortFunc(e.Entities, func(a, b kg.Entity) int { return strings.Compare(string(a.ID), string(b.ID)) })
	slices.SortFunc(e.Facts, func(a, b kg.Fact) int { return strings.Compare(string(a.ID), string(b.ID)) })
	slices.SortFunc(e.Statements, compareStatements)
	slices.SortFunc(e.Mentions, func(a, b kg.Mention) int {
		return strings.Compare(string(a.Document)+" "+string(a.Referent), string(b.Document)+" "+string(b.Referent))
	})
	slices.SortFunc(e.Referents, func(a, b kg.Referent) int { return strings.Compare(string(a.ID), string(b.ID)) })
	slices.SortFunc(e.Links, func(a, b kg.Judgement) int { return strings.Compare(string(a.ID), string(b.ID)) })
	slices.SortFunc(e.Versions, func(a, b kg.Version) int {
		return strings.Compare(string(a.Document.ID)+" "+string(a.ID), string(b.Document.ID)+" "+string(b.ID))
	})
	if b.Snapshot != nil {
		e.Snapshot = *b.Snapshot
	}
	return e
}

func compareStatements(a, b kg.Statement) int {
	if d := strings.Compare(string(a.Fact), string(b.Fact)); d != 0 {
		return d
	}
	return kg.CompareStatements(a, b)
}

func (c Config) applied(t *testing.T) {
	b := SmallWorld()
	s := c.open(t, b)
	same(t, "export", all(b), exported(t, s))
}

func (c Config) lookups(t *testing.T) {
	b := SmallWorld()
	s := c.open(t, b)
	whole := all(b)
	chair := kg.FactID(kg.Chaired, "ann", "m1", kg.Qualifiers{Role: "CHAIR"})
	visit := kg.FactID(kg.Attended, "bob", "m2", kg.Qualifiers{})
	of := func(ids ...kg.ID) []kg.ID { return append(append([]kg.ID{"nobody", ""}, ids...), ids...) }
	byID := func(a, b kg.Statement) int { return strings.Compare(string(a.ID), string(b.ID)) }
	about := only(whole.Statements, func(st kg.Statement) bool {
		return st.Subject == "molit" || st.Object == "molit" || st.OnBehalfOf == "depa" || st.Subject == "depa" || st.Object == "depa"
	})
	slices.SortFunc(about, byID)
	in := only(whole.Statements, func(st kg.Statement) bool { return st.Document == "d1" || st.Document == "d2" })
	slices.SortFunc(in, kg.CompareStatements)
	reading(t, s, func(ctx context.Context, r kg.Reader) error {
		for _, check := range []struct {
			name string
			want any
			got  func() (any, error)
		}{
			{"Documents", only(whole.Documents, func(d kg.Document) bool { return d.ID == "d1" || d.ID == "d3" }),
				func() (any, error) { return r.Documents(ctx, of("d3", "d1")) }},
			{"Entities, by primary key alone", only(whole.Entities, func(e kg.Entity) bool { return e.ID == "ann" || e.ID == "mou" }),
				func() (any, error) { return r.Entities(ctx, of("mou", "ann", "bob-old", "d1")) }},
			{"Facts", only(whole.Facts, func(f kg.Fact) bool { return f.ID == chair || f.ID == visit }),
				func() (any, error) { return r.Facts(ctx, of(chair, visit)) }},
			{"Referents", only(whole.Referents, func(r kg.Referent) bool { return r.ID == "bob-old" || r.ID == "cat" }),
				func() (any, error) { return r.Referents(ctx, of("cat", "bob-old")) }},
			{"ReferentsOf", only(whole.Referents, func(r kg.Referent) bool { return r.Entity == "bob" || r.Entity == "cat" }),
				func() (any, error) { return r.ReferentsOf(ctx, of("cat", "bob")) }},
			{"Blocked", only(whole.Referents, func(r kg.Referent) bool { return r.Class == kg.ClassPerson || r.ID == "kk" }),
				func() (any, error) {
					return r.Blocked(ctx, []string{"name:ขอนแก่น", "class:person", "class:person", "class:"})
				}},
			{"MentionsIn", only(whole.Mentions, func(m kg.Mention) bool { return m.Document == "d1" || m.Document == "d2" }),
				func() (any, error) { return r.MentionsIn(ctx, of("d2", "d1")) }},
			{"MentionsAbout", only(whole.Mentions, func(m kg.Mention) bool { return m.Referent == "bob-old" || m.Referent == "kk" }),
				func() (any, error) { return r.MentionsAbout(ctx, of("kk", "bob-old")) }},
			{"StatementsIn", in, func() (any, error) { return r.StatementsIn(ctx, of("d2", "d1")) }},
			{"StatementsAbout, onBehalfOf too", about, func() (any, error) { return r.StatementsAbout(ctx, of("molit", "depa")) }},
			{"StatementsFor", only(whole.Statements, func(st kg.Statement) bool { return st.Fact == chair || st.Fact == visit }),
				func() (any, error) { return r.StatementsFor(ctx, of(chair, visit)) }},
			{"Links", whole.Links, func() (any, error) { return r.Links(ctx, of("bob-old", "ann", "cat")) }},
			{"Acts", []kg.Act{b.Acts[0], b.Acts[2]}, func() (any, error) { return r.Acts(ctx, of(b.Acts[2].ID, b.Acts[0].ID)) }},
			{"ActsAbout a referent", []kg.Act{b.Acts[0], b.Acts[1]}, func() (any, error) { return r.ActsAbout(ctx, of("bob-old", "cat")) }},
			{"ActsAbout for whom it was done", []kg.Act{b.Acts[1]}, func() (any, error) { return r.ActsAbout(ctx, of("depa")) }},
			{"ActsAbout a document", []kg.Act{b.Acts[2]}, func() (any, error) { return r.ActsAbout(ctx, of("d9")) }},
			{"ActsAbout an act", []kg.Act{b.Acts[3]}, func() (any, error) { return r.ActsAbout(ctx, of(b.Acts[0].ID, b.Acts[1].ID)) }},
			{"Versions", whole.Versions, func() (any, error) { return r.Versions(ctx, of("d1", "d9")) }},
			{"Versions of one", only(whole.Versions, func(v kg.Version) bool { return v.Document.ID == "d9" }),
				func() (any, error) { return r.Versions(ctx, of("d9", "d2")) }},
			{"no ids", []kg.Entity{}, func() (any, error) { return r.Entities(ctx, nil) }},
			{"no blocks", []kg.Entity{}, func() (any, error) { return r.Blocked(ctx, nil) }},
		} {
			got, err := check.got()
			if err != nil {
				return fmt.Errorf("%s: %w", check.name, err)
			}
			same(t, check.name, check.want, got)
		}
		return nil
	})
}

func only[V any](list []V, want func(V) bool) []V {
	return slices.DeleteFunc(slices.Clone(list), func(v V) bool { return !want(v) })
}

func (c Config) walkEnds(t *testing.T) {
	s := c.open(t, SmallWorld())
	enough := errors.New("enough")
	reading(t, s, func(ctx context.Context, r kg.Reader) error {
		for name, each := range map[string]func() error{
			"EachDocument":  func() error { return r.EachDocument(ctx, func(*kg.Document) error { return enough }) },
			"EachEntity":    func() error { return r.EachEntity(ctx, func(*kg.Entity) error { return enough }) },
			"EachFact":      func() error { return r.EachFact(ctx, func(*kg.Fact) error { return enough }) },
			"EachStatement": func() error { return r.EachStatement(ctx, func(*kg.Statement) error { return enough }) },
			"EachMention":   func() error { return r.EachMention(ctx, func(*kg.Mention) error { return enough }) },
			"EachReferent":  func() error { return r.EachReferent(ctx, func(*kg.Referent) error { return enough }) },
			"EachLink":      func() error { return r.EachLink(ctx, func(*kg.Judgement) error { return enough }) },
			"EachAct":       func() error { return r.EachAct(ctx, func(*kg.Act) error { return enough }) },
			"EachVersion":   func() error { return r.EachVersion(ctx, func(*kg.Version) error { return enough }) },
		} {
			if err := each(); err != enough { // as it is, not wrapped
				t.Errorf("%s: want the error of f, got %v", name, err)
			}
		}
		_, err := r.Entities(ctx, []kg.ID{"ann"})
		return err // the reader still serves
	})
	if err := s.Read(t.Context(), func(context.Context, kg.Reader) error { return enough }); !errors.Is(err, enough) {
		t.Errorf("Read: want the error of f, got %v", err)
	}
}

func (c Config) idempotent(t *testing.T) {
	s := c.open(t, SmallWorld())
	before := exported(t, s)
	totals := Sketch(run(t, s, &kg.Plan{Root: kg.Totals{}}))
	apply(t, s, SmallWorld())
	same(t, "export", before, exported(t, s))
	answers(t, s, &kg.Plan{Root: kg.Totals{}}, totals)
	twice := SmallWorld() // one batch that holds its rows twice
	twice.Entities = append(twice.Entities, twice.Entities...)
	twice.Facts = append(twice.Facts, twice.Facts...)
	twice.Statements = append(twice.Statements, twice.Statements...)
	twice.Mentions = append(twice.Mentions, twice.Mentions...)
	twice.Documents = append(twice.Documents, twice.Documents...)
	apply(t, s, twice)
	same(t, "export", before, exported(t, s))
	answers(t, s, &kg.Plan{Root: kg.Totals{}}, totals)
}

func (c Config) replaces(t *testing.T) {
	s := c.open(t, SmallWorld())
	b := &builder{}
	b.document(kg.Document{ID: "d2", Title: "Other title", Text: "Seoul. The seminar, and Natapon of depa came"})
	b.entity(kg.Entity{ID: "bob", Kind: kg.KindPerson, Name: "Robert"})
	b.entity(kg.Entity{ID: "mdes", Kind: kg.KindAgency, Name: "กระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม"})
	b.entity(kg.Entity{ID: "m1", Kind: kg.KindMeeting, Name: "การประชุม ASCN ครั้งที่ ๑/๒๕๖๒"})
	b.mention("d2", "depa", "bob", "depa")
	b.Referents = append(b.Referents, kg.Referent{ID: "bob-old", Entity: "bob", Class: kg.ClassPerson, Key: "x", Blocks: []string{"name:x"}})
	chair := kg.Fact{Type: kg.Chaired, Subject: "ann", Object: "m1", Qualifiers: kg.Qualifiers{Role: "CHAIR", RoleText: "เปิดประชุม"}, Confidence: 0.4}
	chair.ID = b.fact(chair, quote{"d2", "seminar"})
	apply(t, s, &b.Batch)

	for _, x := range []struct {
		what string
		plan *kg.Plan
		want string
	}{
		{"a name that is gone", search("natapon"), `d2=0.1"Other title"`},
		{"the new name", search("robert"), `bob=1"Robert"`},
		{"a text that is gone", search("phuket"), `phuket=1"Phuket"`},
		{"the new text", search("seoul"), `d2=0.1"Other title"`},
		{"a name that is gone, by predicate", find(kg.Pred{Name: &kg.NamePred{Op: kg.NameContains, Keys: []string{"ณัฐพล"}}}), ""},
		{"an id that is gone from Referents", &kg.Plan{Root: kg.ByID{IDs: []kg.ID{"bob-old", "bob"}}, Shape: &kg.Shape{}}, "- bob"},
		{"the kind that it was", &kg.Plan{Root: kg.Find{Kinds: []kg.Kind{kg.KindMinistry}, Page: kg.Page{First: 9}}}, "molit"},
		{"the kind that it is", &kg.Plan{Root: kg.Find{Kinds: []kg.Kind{kg.KindAgency}, Page: kg.Page{First: 9}}}, "depa mdes"},
		{"a date that is gone", &kg.Plan{Root: kg.Find{Kinds: []kg.Kind{kg.KindMeeting}, Where: &kg.Pred{Date: &kg.DatePred{To: "2019-12-31"}}, Page: kg.Page{First: 9}}}, ""},
		{"a mention of another entity", &kg.Plan{Root: kg.ByID{IDs: []kg.ID{"depa"}}, Shape: &kg.Shape{Steps: []kg.Step{{Via: kg.ViaDocuments, Page: kg.Page{First: 9}}}}}, "depa(d1 d3)"},
	} {
		t.Run(x.what, func(t *testing.T) { answers(t, s, x.plan, x.want) })
	}
	reading(t, s, func(ctx context.Context, r kg.Reader) error {
		entities, err := r.Entities(ctx, []kg.ID{"bob", "m1", "mdes"})
		same(t, "entities", all(&b.Batch).Entities, entities)
		blocked, err2 := r.Blocked(ctx, []string{"name:" + kg.NameKey("ผศ.ดร.ณัฐพล นิมมานพัชรินทร์")})
		same(t, "blocks that are gone", []kg.Referent{}, blocked)
		facts, err3 := r.Facts(ctx, []kg.ID{chair.ID})
		same(t, "fact", b.Facts, facts)
		documents, err4 := r.Documents(ctx, []kg.ID{"d2"})
		same(t, "document", b.Documents, documents)
		return errors.Join(err, err2, err3, err4)
	})
}

// search gives a plan that looks for one word in everything.
func search(word string) *kg.Plan {
	return &kg.Plan{Root: kg.Search{Whole: word, Terms: []string{word}, Page: kg.Page{First: 20}}}
}

// find gives a plan for the entities that fulfil a condition, by id.
func find(where kg.Pred) *kg.Plan {
	return &kg.Plan{Root: kg.Find{Where: &where, Page: kg.Page{First: 50}}}
}

func (c Config) removes(t *testing.T) {
	s := c.open(t, SmallWorld())
	whole := all(SmallWorld())
	chair := kg.FactID(kg.Chaired, "ann", "m1", kg.Qualifiers{Role: "CHAIR"})
	visit := only(whole.Statements, func(st kg.Statement) bool { return st.Type == kg.HeldAt && st.Subject == "m2" })[0]
	older := whole.Versions[0]
	apply(t, s, &kg.Batch{
		RemoveDocuments: []kg.ID{"d2", "nothing", "d2"}, RemoveFacts: []kg.ID{chair, "nothing"},
		RemoveReferents: []kg.ID{"bob-old", "nothing"}, RemoveLinks: []kg.ID{"l1", "nothing"},
		RemoveEntities: []kg.ID{"samui", "nothing"}, RemoveStatements: []kg.ID{visit.ID, "nothing"}, RemoveVersions: []kg.ID{older.ID, "nothing"},
	})
	whole.Documents = only(whole.Documents, func(d kg.Document) bool { return d.ID != "d2" })
	whole.Statements = only(whole.Statements, func(st kg.Statement) bool { return st.Document != "d2" && st.ID != visit.ID })
	whole.Versions = only(whole.Versions, func(v kg.Version) bool { return v.ID != older.ID })
	whole.Mentions = only(whole.Mentions, func(m kg.Mention) bool { return m.Document != "d2" })
	whole.Facts = only(whole.Facts, func(f kg.Fact) bool { return f.ID != chair })
	whole.Referents = only(whole.Referents, func(r kg.Referent) bool { return r.ID != "bob-old" })
	whole.Links = only(whole.Links, func(l kg.Judgement) bool { return l.ID != "l1" })
	whole.Entities = only(whole.Entities, func(e kg.Entity) bool { return e.ID != "samui" })
	got := exported(t, s)
	// The statements of the removed fact that d1 has are the caller's to take away or not.
	got.Statements = only(got.Statements, func(st kg.Statement) bool { return st.Fact != chair })
	whole.Statements = only(whole.Statements, func(st kg.Statement) bool { return st.Fact != chair })
	same(t, "export", whole, got)
	answers(t, s, search("phuket"), `phuket=1"Phuket"`)
	answers(t, s, search("เกาะสมุย"), "")
	answers(t, s, &kg.Plan{Root: kg.ByID{IDs: []kg.ID{"d2", "samui", "ann"}}, Shape: &kg.Shape{Steps: []kg.Step{facts(kg.Out, kg.Chaired)}}}, "- - ann(m2/CHAIRED)")
	answers(t, s, &kg.Plan{Root: kg.ByID{IDs: []kg.ID{"bob"}}, Shape: &kg.Shape{Steps: []kg.Step{{Via: kg.ViaDocuments, Page: kg.Page{First: 9}}}}}, "bob(d1)")
}

// facts gives a step over one hop that reads the facts, by neighbour.
func facts(direction kg.Direction, types ...kg.RelationType) kg.Step {
	return kg.Step{Via: kg.ViaFacts, Hops: []kg.Hop{{Types: types, Direction: direction}}, Page: kg.Page{First: 50}, Fact: &kg.FactShape{}}
}

func (c Config) removesFirst(t *testing.T) {
	s := c.open(t, SmallWorld())
	again := SmallWorld()
	for _, d := range again.Documents {
		again.RemoveDocuments = append(again.RemoveDocuments, d.ID)
	}
	for _, r := range again.Referents {
		again.RemoveReferents = append(again.RemoveReferents, r.ID)
	}
	for _, e := range again.Entities {
		again.RemoveEntities = append(again.RemoveEntities, e.ID)
	}
	for _, f := range again.Facts {
		again.RemoveFacts = append(again.RemoveFacts, f.ID)
	}
	for _, l := range again.Links {
		again.RemoveLinks = append(again.RemoveLinks, l.ID)
	}
	for _, st := range again.Statements {
		again.RemoveStatements = append(again.RemoveStatements, st.ID)
	}
	for _, v := range again.Versions {
		again.RemoveVersions = append(again.RemoveVersions, v.ID)
	}
	apply(t, s, again)
	same(t, "export", all(SmallWorld()), exported(t, s))
	again.Documents, again.Mentions, again.Statements, again.Referents = nil, nil, nil, nil
	again.Entities, again.Facts, again.Links, again.Versions, again.Snapshot = nil, nil, nil, nil, nil
	apply(t, s, again)
	same(t, "export", &Exported{Snapshot: *SmallWorld().Snapshot, Acts: SmallWorld().Acts}, exported(t, s)) // nothing removes from the ledger
	answers(t, s, search("depa"), "")
}

func (c Config) refuses(t *testing.T) {
	s := c.open(t)
	for what, spoil := range map[string]func(*kg.Batch){
		"a document without an id":          func(b *kg.Batch) { b.Documents[3].ID = "" },
		"a text that is not UTF-8":          func(b *kg.Batch) { b.Documents[3].Text = "\xff" },
		"an entity without a name":          func(b *kg.Batch) { b.Entities[9].Name = "" },
		"an entity of unknown kind":         func(b *kg.Batch) { b.Entities[9].Kind = "SPOON" },
		"a statement without a quote":       func(b *kg.Batch) { b.Statements[5].Quote = "" },
		"a quote that the text has not":     func(b *kg.Batch) { b.Statements[5].Start++; b.Statements[5].End++ },
		"a type that is no type":            func(b *kg.Batch) { b.Statements[5].Type = "X`]->() //" },
		"a fact whose id does not follow":   func(b *kg.Batch) { b.Facts[7].ID = "fact-1" },
		"a fact without a source":           func(b *kg.Batch) { b.Facts[7].SourceCount = 0 },
		"an act that was changed":           func(b *kg.Batch) { b.Acts[0].Actor = "another" },
		"an act without an actor":           func(b *kg.Batch) { b.Acts[0].Actor = ""; b.Acts[0].ID = kg.ActID(b.Acts[0]) },
		"an act out of its row":             func(b *kg.Batch) { b.Acts[1].Before = ""; b.Acts[1].ID = kg.ActID(b.Acts[1]) },
		"an act about nothing":              func(b *kg.Batch) { b.Acts[2].Document = ""; b.Acts[2].ID = kg.ActID(b.Acts[2]) },
		"a version under another's id":      func(b *kg.Batch) { b.Versions[0].Document.Hash = "8" },
		"a confidence that is not a number": func(b *kg.Batch) { b.Facts[7].Confidence = 2 },
	} {
		b := SmallWorld()
		spoil(b)
		code(t, what, kg.BadInput, kg.Apply(t.Context(), s, b))
		same(t, what, &Exported{}, exported(t, s))
	}
}

func (c Config) rollsBack(t *testing.T) {
	s := c.open(t)
	sorry := errors.New("sorry")
	err := s.Update(t.Context(), func(ctx context.Context, tx kg.Tx) error {
		if err := tx.Apply(ctx, SmallWorld()); err != nil {
			return err
		}
		return sorry
	})
	if !errors.Is(err, sorry) {
		t.Errorf("want the error of f, got %v", err)
	}
	err = s.Update(t.Context(), func(ctx context.Context, tx kg.Tx) error {
		bad := SmallWorld()
		bad.Facts[0].ID = "fact-1"
		return errors.Join(tx.Apply(ctx, SmallWorld()), tx.Apply(ctx, bad))
	})
	code(t, "a bad batch after a good one", kg.BadInput, err)
	same(t, "export", &Exported{}, exported(t, s))
	for i, plan := range everyRoot()[10:] {
		answers(t, s, plan, []string{"", "0 documents, 0 statements; ; ; ", ""}[i])
	}
	answers(t, s, search("depa"), "")
	apply(t, s, SmallWorld())
	same(t, "export", all(SmallWorld()), exported(t, s))
}

func (c Config) keepsOthers(t *testing.T) {
	s := c.open(t)
	if err := s.Update(t.Context(), func(ctx context.Context, tx kg.Tx) error {
		if err := tx.Apply(ctx, SmallWorld()); err != nil {
			return err
		}
		bad := &kg.Batch{Entities: []kg.Entity{{ID: "new", Kind: kg.KindPerson, Name: "New"}, {ID: "bad"}}}
		code(t, "the bad batch", kg.BadInput, tx.Apply(ctx, bad))
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	same(t, "export", all(SmallWorld()), exported(t, s))
}

func (c Config) readsOwn(t *testing.T) {
	s := c.open(t)
	if err := s.Update(t.Context(), func(ctx context.Context, tx kg.Tx) error {
		if err := tx.Apply(ctx, SmallWorld()); err != nil {
			return err
		}
		own, err := export(ctx, tx)
		if err != nil {
			return err
		}
		same(t, "after the first Apply", all(SmallWorld()), own)
		if err := tx.Apply(ctx, &kg.Batch{RemoveEntities: []kg.ID{"samui"}, RemoveReferents: []kg.ID{"samui"},
			Snapshot: &kg.Snapshot{ID: "s2"}}); err != nil {
			return err
		}
		rows, err := tx.Entities(ctx, []kg.ID{"samui", "kk"})
		if err != nil {
			return err
		}
		if len(rows) != 1 || rows[0].ID != "kk" {
			t.Errorf("after the second Apply: want kk alone, got %s", brief(rows))
		}
		snapshot, err := tx.Snapshot(ctx)
		same(t, "snapshot", kg.Snapshot{ID: "s2"}, snapshot)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	if got := exported(t, s); got.Snapshot.ID != "s2" || len(got.Entities) != len(SmallWorld().Entities)-1 {
		t.Errorf("after the transaction: snapshot %q, %d entities", got.Snapshot.ID, len(got.Entities))
	}
}

func (c Config) durable(t *testing.T) {
	s := c.Open(t)
	apply(t, s, SmallWorld())
	var before []*kg.Result
	for _, plan := range everyRoot() {
		before = append(before, run(t, s, plan))
	}
	for range 2 {
		s = c.Reopen(t, s)
		same(t, "export", all(SmallWorld()), exported(t, s))
		for i, plan := range everyRoot() {
			same(t, PlanText(plan), before[i], run(t, s, plan))
		}
	}
	apply(t, s, &kg.Batch{Changes: []kg.Change{{Action: kg.Added, Node: "kk", Kind: kg.KindCity, At: "2024-01-01T00:00:00Z"}}})
	answers(t, s, &kg.Plan{Root: kg.Changes{Page: kg.Page{First: 9}}},
		"ADDED DOCUMENT d1 ADDED PERSON ann MERGED PERSON bob ADDED CITY kk")
	closed(t, s)
}

func (c Config) writers(t *testing.T) {
	const writers, each = 6, 8
	s := c.open(t, &kg.Batch{Entities: []kg.Entity{{ID: "count", Kind: kg.KindFund, Name: "count"}}})
	var group sync.WaitGroup
	errs := make(chan error, writers*each)
	for w := range writers {
		group.Go(func() {
			for n := range each {
				errs <- s.Update(t.Context(), func(ctx context.Context, tx kg.Tx) error {
					counter, err := tx.Entities(ctx, []kg.ID{"count"})
					if err != nil {
						return err
					}
					if len(counter) != 1 {
						return fmt.Errorf("%d counters", len(counter))
					}
					counter[0].DocumentCount++ // lost where two transactions are open at a time
					b := &builder{}
					b.entity(kg.Entity{ID: kg.ID(fmt.Sprintf("p%d-%d", w, n)), Kind: kg.KindPerson, Name: "someone"})
					b.Entities = append(b.Entities, counter[0])
					return tx.Apply(ctx, &b.Batch)
				})
			}
		})
	}
	group.Wait()
	close(errs)
	for err := range errs {
		if err != nil {
			t.Fatal(err)
		}
	}
	answers(t, s, &kg.Plan{Root: kg.Find{Kinds: []kg.Kind{kg.KindPerson}, Page: kg.Page{Count: true}}}, fmt.Sprintf("#%d", writers*each))
	if n := run(t, s, &kg.Plan{Root: kg.ByID{IDs: []kg.ID{"count"}}, Shape: &kg.Shape{}}).Nodes[0].Entity.DocumentCount; n != writers*each {
		t.Errorf("%d of %d updates are counted", n, writers*each)
	}
}

// version gives a batch that names two entities and a document alike.
func version(n int) *kg.Batch {
	b := &builder{}
	name := fmt.Sprintf("version %d", n)
	b.document(kg.Document{ID: "d", Title: name, Text: name})
	b.entity(kg.Entity{ID: "x", Kind: kg.KindPerson, Name: name})
	b.entity(kg.Entity{ID: "y", Kind: kg.KindMeeting, Name: name})
	b.fact(kg.Fact{Type: kg.Attended, Subject: "x", Object: "y", Qualifiers: kg.Qualifiers{RoleText: name}})
	return &b.Batch
}

func (c Config) readers(t *testing.T) {
	s := c.open(t, version(0))
	done := make(chan struct{})
	var group sync.WaitGroup
	plan := &kg.Plan{Root: kg.ByID{IDs: []kg.ID{"x", "y", "d"}}, Shape: &kg.Shape{Steps: []kg.Step{
		{On: []kg.Kind{kg.KindPerson}, Via: kg.ViaFacts, Hops: []kg.Hop{{Direction: kg.Out}}, Page: kg.Page{First: 1}, Node: &kg.Shape{}, Fact: &kg.FactShape{}}}}}
	for range 2 {
		group.Go(func() {
			for last := false; !last; {
				select {
				case <-done:
					last = true
				default:
				}
				result, err := s.Run(t.Context(), plan)
				if err != nil {
					t.Errorf("Run beside a writer: %v", err)
					return
				}
				x := result.Nodes[0]
				if len(x.Steps) != 1 || len(x.Steps[0].Edges) != 1 {
					t.Errorf("a reader misses the fact: %s", brief(result))
					return
				}
				edge := x.Steps[0].Edges[0]
				for _, name := range []string{result.Nodes[1].Entity.Name, result.Nodes[2].Document.Title, edge.Fact.RoleText, edge.Node.Entity.Name} {
					if name != x.Entity.Name {
						t.Errorf("a reader sees half a write: %q beside %q", name, x.Entity.Name)
						return
					}
				}
			}
		})
	}
	for n := range 30 {
		if err := kg.Apply(t.Context(), s, version(n)); err != nil {
			t.Errorf("Apply beside readers: %v", err)
			break
		}
	}
	close(done)
	group.Wait()
}

func (c Config) oneState(t *testing.T) {
	s := c.open(t, version(0))
	written := make(chan error, 1)
	reading(t, s, func(ctx context.Context, r kg.Reader) error {
		before, err := export(ctx, r)
		if err != nil {
			return err
		}
		go func() { written <- kg.Apply(t.Context(), s, version(1)) }()
		select { // a store may let the writer in or have it wait
		case err := <-written:
			written <- err
		case <-time.After(300 * time.Millisecond):
		}
		after, err := export(ctx, r)
		same(t, "two reads of one state", before, after)
		return err
	})
	if err := <-written; err != nil {
		t.Fatalf("the writer: %v", err)
	}
	if got := exported(t, s).Entities[0].Name; got != "version 1" {
		t.Errorf("after the write: %q", got)
	}
}

func (c Config) contexts(t *testing.T) {
	s := c.open(t, SmallWorld())
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	late, cancelLate := context.WithDeadline(t.Context(), time.Unix(0, 0))
	defer cancelLate()
	calls := map[string]func(context.Context) error{
		"Run":    func(ctx context.Context) error { _, err := s.Run(ctx, &kg.Plan{Root: kg.Totals{}}); return err },
		"Update": func(ctx context.Context) error { return kg.Apply(ctx, s, &kg.Batch{RemoveEntities: []kg.ID{"samui"}}) },
		"Read":   func(ctx context.Context) error { _, err := Export(ctx, s); return err },
	}
	for name, call := range calls {
		if err := call(cancelled); !errors.Is(err, context.Canceled) {
			t.Errorf("%s, cancelled: want context.Canceled, got %v", name, err)
		}
		code(t, name+", too late", kg.Timeout, call(late))
		if err := call(t.Context()); err != nil {
			t.Errorf("%s afterwards: %v", name, err)
		}
	}
	// A context that ends in the middle of a transaction leaves nothing of it.
	before := exported(t, s)
	middle, cancelMiddle := context.WithCancel(t.Context())
	defer cancelMiddle()
	err := s.Update(middle, func(ctx context.Context, tx kg.Tx) error {
		if err := tx.Apply(ctx, version(1)); err != nil {
			return err
		}
		cancelMiddle()
		_, err := tx.Entities(ctx, []kg.ID{"x"})
		return err
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled in a transaction: want context.Canceled, got %v", err)
	}
	same(t, "export", before, exported(t, s))
	// A writer that waits for another gives up in time.
	holds, released := make(chan struct{}), make(chan struct{})
	first := make(chan error, 1)
	go func() {
		first <- s.Update(t.Context(), func(context.Context, kg.Tx) error {
			close(holds)
			<-released
			return nil
		})
	}()
	<-holds
	short, cancelShort := context.WithTimeout(t.Context(), 200*time.Millisecond)
	defer cancelShort()
	code(t, "a writer behind another", kg.Timeout, kg.Apply(short, s, version(2)))
	close(released)
	if err := <-first; err != nil {
		t.Errorf("the first writer: %v", err)
	}
	apply(t, s, version(3))
}

func (c Config) strangeStrings(t *testing.T) {
	b := &builder{}
	for i, text := range append(slices.Clone(strange), strings.Repeat("ก🏙", 5000), strings.Repeat("x", 10000)) {
		if text == "" {
			continue
		}
		id := func(prefix string) kg.ID { return kg.ID(fmt.Sprintf("%s%02d", prefix, i)) }
		b.document(kg.Document{ID: id("d"), Source: text, Title: text, Publisher: text, URL: text, Language: text, Text: text, PublishedOn: &kg.PartialDate{Value: "2019", Original: text}})
		b.entity(kg.Entity{ID: id("e"), Kind: kg.KindPost, Name: text, Description: text, Role: text, RoleText: text, Titles: []string{text}, Subject: text,
			Identifiers: []kg.Identifier{{Scheme: text, Value: text}}, Referents: []kg.ID{id("e"), id("old")}}, text+" ")
		b.entity(kg.Entity{ID: id("m"), Kind: kg.KindMeeting, Name: text, Status: text, Subtype: text, Series: &kg.Series{Name: text},
			Amount: &kg.Money{Value: 0.1, Currency: text, Original: text}})
		b.fact(kg.Fact{Type: kg.Attended, Subject: id("e"), Object: id("m"), Qualifiers: kg.Qualifiers{Role: text, RoleText: text, Status: text, Capacity: text}},
			quote{id("d"), text})
		b.mention(id("d"), id("e"), id("e"), text)
		b.Links = append(b.Links, kg.Judgement{ID: id("l"), Left: id("e"), Right: id("old"), Verdict: kg.Unsure, Reason: text, Judge: text})
	}
	b.Snapshot = &kg.Snapshot{ID: strange[0], RecordedAt: strange[1]}
	s := c.open(t, &b.Batch)
	same(t, "export", all(&b.Batch), exported(t, s))
	for i, e := range b.Entities {
		if e.Kind != kg.KindPost {
			continue
		}
		text := e.Name
		what := fmt.Sprintf("%.40q", text)
		nodes := run(t, s, &kg.Plan{Root: kg.ByID{IDs: []kg.ID{e.Referents[1], kg.ID(text)}}, Shape: &kg.Shape{Steps: []kg.Step{facts(kg.Out), {Via: kg.ViaMentions, Page: kg.Page{First: 5}}}}}).Nodes
		if len(nodes) != 2 || nodes[0] == nil || nodes[0].ID() != e.ID || nodes[1] != nil {
			t.Errorf("%s: want %s and nothing, got %s", what, e.ID, brief(nodes))
			continue
		}
		same(t, what+": entity", e, nodes[0].Entity)
		if edges := nodes[0].Steps[0].Edges; len(edges) != 1 || edges[0].Fact.RoleText != text || edges[0].Fact.Role != text {
			t.Errorf("%s: the fact is not as it was: %s", what, brief(edges))
		}
		if edges := nodes[0].Steps[1].Edges; len(edges) != 1 || edges[0].Span.Text != text {
			t.Errorf("%s: the mention is not as it was: %s", what, brief(edges))
		}
		answers(t, s, find(kg.Pred{And: []kg.Pred{
			{Enum: &kg.EnumPred{Field: kg.FieldRole, In: []string{text}}},
			{Rel: &kg.RelPred{Via: kg.ViaFacts, Quant: kg.Some, Hops: []kg.Hop{{Direction: kg.Out, Edge: kg.EdgePred{Roles: []string{text}, Statuses: []string{text}}}}}},
			{ID: &kg.IDPred{In: []kg.ID{kg.ID(text), e.ID}}},
		}}), string(e.ID))
		walked := run(t, s, &kg.Plan{Root: kg.Find{Kinds: []kg.Kind{kg.KindPost}, Order: []kg.Order{{By: kg.OrderName}}, Page: kg.Page{First: 1,
			After: []string{kg.SortKey(text), string(b.Entities[i].ID)}}}})
		for _, edge := range walked.Connection.Edges {
			if edge.Key[0] < kg.SortKey(text) {
				t.Errorf("%s: %.40q comes after it", what, edge.Key[0])
			}
		}
		if key := kg.NameKey(text); key != "" {
			result := run(t, s, &kg.Plan{Root: kg.Search{Whole: key, Terms: []string{key}, Kinds: []kg.Kind{kg.KindPost}, Page: kg.Page{First: 50}}})
			if !slices.ContainsFunc(result.Connection.Edges, func(edge kg.Edge) bool { return edge.NodeID == e.ID && edge.Score == 1 }) {
				t.Errorf("%s is not found by its name: %s", what, Sketch(result))
			}
		}
	}
	answers(t, s, &kg.Plan{Root: kg.Coverage{}}, Sketch(&kg.Result{Buckets: perPublisher(b.Documents)}))
}

// perPublisher gives the coverage of documents that are all of January 2019.
func perPublisher(documents []kg.Document) []kg.Bucket {
	var list []kg.Bucket
	for _, d := range documents {
		list = append(list, kg.Bucket{Keys: []string{d.Publisher, "2019"}, Count: 1})
	}
	slices.SortFunc(list, func(a, b kg.Bucket) int { return strings.Compare(a.Keys[0], b.Keys[0]) })
	return list
}

func (c Config) manyIDs(t *testing.T) {
	const n = 5000
	b := &builder{}
	ids := make([]kg.ID, n)
	blocks := make([]string, n)
	for i := range ids {
		ids[i] = kg.ID(fmt.Sprintf("p%04d", i))
		blocks[i] = "name:" + kg.NameKey(fmt.Sprintf("person %d", i))
		if i%10 == 0 {
			b.entity(kg.Entity{ID: ids[i], Kind: kg.KindPerson, Name: fmt.Sprintf("person %d", i)})
		}
	}
	s := c.open(t, &b.Batch)
	rows, err := lookedUp(t.Context(), s, append(slices.Clone(ids), ids...), blocks)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "Entities", b.Entities, rows["Entities"])
	same(t, "Referents", b.Referents, rows["Referents"])
	same(t, "Blocked", b.Referents, rows["Blocked"])
	nodes := run(t, s, &kg.Plan{Root: kg.ByID{IDs: ids}, Shape: &kg.Shape{}}).Nodes
	if len(nodes) != n {
		t.Fatalf("ByID of %d ids gives %d nodes", n, len(nodes))
	}
	for i, node := range nodes {
		if (node != nil) != (i%10 == 0) || node != nil && node.ID() != ids[i] {
			t.Fatalf("ByID: at %d stands %s", i, brief(node))
		}
	}
	answers(t, s, &kg.Plan{Root: kg.Find{Where: &kg.Pred{ID: &kg.IDPred{In: ids}}, Page: kg.Page{Last: 2, Count: true}}}, "< p4980 p4990 #500")
	apply(t, s, &kg.Batch{RemoveEntities: ids, RemoveReferents: ids, RemoveDocuments: ids, RemoveFacts: ids, RemoveLinks: ids, RemoveStatements: ids, RemoveVersions: ids})
	same(t, "export", &Exported{}, exported(t, s))
}

func (c Config) changes(t *testing.T) {
	s := c.open(t, SmallWorld())
	apply(t, s, &kg.Batch{Changes: []kg.Change{{Seq: 1, Action: kg.Split, Node: "bob", Kind: kg.KindPerson, At: "2024-01-02T00:00:00Z"}}})
	whole := run(t, s, &kg.Plan{Root: kg.Changes{Page: kg.Page{First: 10}}})
	const want = "ADDED DOCUMENT d1 ADDED PERSON ann MERGED PERSON bob SPLIT PERSON bob"
	if got := Sketch(whole); got != want {
		t.Fatalf("want %s\ngot  %s", want, got)
	}
	var after []string
	for i := range whole.Changes {
		result := run(t, s, &kg.Plan{Root: kg.Changes{Page: kg.Page{First: 1, After: after}}})
		same(t, fmt.Sprintf("change %d", i), &kg.Result{Changes: whole.Changes[i : i+1], More: i < len(whole.Changes)-1}, result)
		if i > 0 && whole.Changes[i].Seq <= whole.Changes[i-1].Seq {
			t.Errorf("the Seq %d comes after %d", whole.Changes[i].Seq, whole.Changes[i-1].Seq)
		}
		after = []string{fmt.Sprint(whole.Changes[i].Seq)}
	}
	answers(t, s, &kg.Plan{Root: kg.Changes{Page: kg.Page{First: 5, After: after}}}, "")
	answers(t, s, &kg.Plan{Root: kg.Changes{Page: kg.Page{Last: 2}}}, "MERGED PERSON bob SPLIT PERSON bob")
	answers(t, s, &kg.Plan{Root: kg.Changes{Page: kg.Page{Last: 9}}}, want)
	answers(t, s, &kg.Plan{Root: kg.Changes{Page: kg.Page{Last: 9, After: after}}}, "")
	for _, cursor := range [][]string{{}, {"x"}, {"1", "2"}, {""}} {
		_, err := s.Run(t.Context(), &kg.Plan{Root: kg.Changes{Page: kg.Page{First: 5, After: cursor}}})
		code(t, fmt.Sprintf("the cursor %q", cursor), kg.BadInput, err)
	}
}
