package sqlite_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"mueang/graph/kg"
	"mueang/graph/store/sqlite"
)

// town is a synthetic graph: every document tells of two meetings with their
// chairs and attendees, who hold posts in organisations.
type town struct {
	random                       *rand.Rand
	people, posts, organisations []kg.Entity
	meetings                     []kg.ID
}

const documentText = "รัฐมนตรีว่าการกระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคมเป็นประธานการประชุมเครือข่ายเมืองอัจฉริยะอาเซียน "

func newTown(people int) *town {
	w := &town{random: rand.New(rand.NewPCG(1, 2))}
	for i := range people / 4 {
		w.organisations = append(w.organisations, thing(kg.KindAgency, "หน่วยงานที่ %d สำนักงานส่งเสริมเมืองอัจฉริยะ", i))
	}
	for i := range people / 2 {
		w.posts = append(w.posts, thing(kg.KindPost, "ผู้อำนวยการสำนักที่ %d", i))
	}
	for i := range people {
		w.people = append(w.people, thing(kg.KindPerson, "นายสมชาย ใจดี %d", i))
	}
	return w
}

func thing(kind kg.Kind, format string, i int) kg.Entity {
	name := fmt.Sprintf(format, i)
	id := kg.NewID(string(kind.Class()), name)
	return kg.Entity{ID: id, Kind: kind, Name: name, Referents: []kg.ID{id}, DocumentCount: i % 7,
		Names: []kg.Name{{Text: name, Language: "th", Kind: kg.NameOfficial}, {Text: fmt.Sprintf("%s No %d", kind.Type(), i), Language: "en", Kind: kg.NameAlias}}}
}

func pick[T any](w *town, list []T) T { return list[w.random.IntN(len(list))] }

// relate adds a fact with a statement of a document for it.
func relate(b *kg.Batch, d *kg.Document, relation kg.RelationType, subject, object kg.ID, q kg.Qualifiers) {
	start := len(b.Statements) % 40
	quote := string([]rune(d.Text)[start : start+30])
	f := kg.Fact{ID: kg.FactID(relation, subject, object, q), Type: relation, Subject: subject, Object: object, Qualifiers: q,
		ObservedFrom: "2019-11-25", ObservedTo: "2019-11-26", Confidence: 0.9, FactStatus: kg.Extracted, SourceCount: 1}
	s := kg.Statement{Fact: f.ID, Type: relation, Subject: subject, Object: object, Qualifiers: q,
		Evidence: kg.Evidence{Document: d.ID, Start: start, End: start + 30, Quote: quote, Extractor: "rules", Version: "1", Rule: "chair", Confidence: 0.9}}
	s.ID = kg.StatementID(s)
	b.Facts = append(b.Facts, f)
	b.Statements = append(b.Statements, s)
}

// setting holds the organisations and posts and who holds them.
func (w *town) setting() *kg.Batch {
	d := kg.Document{ID: kg.NewID("document", "setting"), Source: "setting", Title: "ทำเนียบ", Text: strings.Repeat(documentText, 10)}
	b := &kg.Batch{Documents: []kg.Document{d}}
	b.Entities = append(append(append(b.Entities, w.organisations...), w.posts...), w.people...)
	for i := range w.posts {
		relate(b, &d, kg.PostIn, w.posts[i].ID, w.organisations[i%len(w.organisations)].ID, kg.Qualifiers{})
	}
	for i := range w.people {
		for j := range 3 {
			relate(b, &d, kg.Holds, w.people[i].ID, w.posts[(i*7+j*131)%len(w.posts)].ID, kg.Qualifiers{ValidFrom: &kg.PartialDate{Value: "2019"}})
		}
	}
	return b
}

// documents holds some press releases and what they tell.
func (w *town) documents(from, n int) *kg.Batch {
	b := &kg.Batch{}
	for i := from; i < from+n; i++ {
		d := kg.Document{ID: kg.NewID("document", fmt.Sprint(i)), Source: fmt.Sprint(i), Title: fmt.Sprintf("ข่าวที่ %d", i),
			Publisher: "depa", PublishedOn: &kg.PartialDate{Value: "2019-11-26"}, Text: strings.Repeat(documentText, 30)}
		b.Documents = append(b.Documents, d)
		mention := func(id kg.ID) {
			b.Mentions = append(b.Mentions, kg.Mention{Document: d.ID, Referent: id, Entity: id,
				Spans: []kg.Span{{Start: 0, End: 8, Text: "รัฐมนตรี"}}})
		}
		for j := range 2 {
			m := thing(kg.KindMeeting, "การประชุมเมืองอัจฉริยะ ครั้งที่ %d", i*2+j)
			m.StartDate = &kg.PartialDate{Value: fmt.Sprintf("20%02d-%02d", i%20, 1+i%12)}
			b.Entities = append(b.Entities, m)
			w.meetings = append(w.meetings, m.ID)
			mention(m.ID)
			for range 3 {
				relate(b, &d, kg.Chaired, pick(w, w.people).ID, m.ID, kg.Qualifiers{Role: "CHAIR"})
			}
			for range 8 {
				p := pick(w, w.people).ID
				mention(p)
				relate(b, &d, kg.Attended, p, m.ID, kg.Qualifiers{Role: "ATTENDEE"})
			}
		}
	}
	return b
}

// threeLevels asks of 20 meetings for chairs and attendees, their posts and the
// posts' organisations, with evidence.
func threeLevels(meetings []kg.ID) *kg.Plan {
	evidence := &kg.FactShape{Evidence: &kg.EvidenceShape{First: 2}}
	organisation := kg.Step{Via: kg.ViaFacts, Page: kg.Page{First: 1}, Node: &kg.Shape{},
		Hops: []kg.Hop{{Types: []kg.RelationType{kg.PostIn}, Direction: kg.Out}}}
	posts := kg.Step{Via: kg.ViaFacts, Page: kg.Page{First: 5}, Node: &kg.Shape{Steps: []kg.Step{organisation}}, Fact: evidence,
		Hops: []kg.Hop{{Types: []kg.RelationType{kg.Holds}, Direction: kg.Out}}}
	people := &kg.Shape{Steps: []kg.Step{posts}}
	step := func(relation kg.RelationType) kg.Step {
		return kg.Step{Via: kg.ViaFacts, Page: kg.Page{First: 10}, Node: people, Fact: evidence,
			Hops: []kg.Hop{{Types: []kg.RelationType{relation}, Direction: kg.In}}}
	}
	return &kg.Plan{Root: kg.ByID{IDs: meetings}, Shape: &kg.Shape{Steps: []kg.Step{step(kg.Chaired), step(kg.Attended)}}}
}

// bigTown is a store of 73,000 nodes and 336,000 facts.
func bigTown(b *testing.B) (*sqlite.Store, *town) {
	b.Helper()
	s, w := openNew(b), newTown(24_000)
	if err := kg.Apply(b.Context(), s, w.setting()); err != nil {
		b.Fatal(err)
	}
	for from := 0; from < 11_000; from += 50 {
		if err := kg.Apply(b.Context(), s, w.documents(from, 50)); err != nil {
			b.Fatal(err)
		}
	}
	return s, w
}

func BenchmarkApply50Documents(b *testing.B) {
	s, w := openNew(b), newTown(2000)
	if err := kg.Apply(b.Context(), s, w.setting()); err != nil {
		b.Fatal(err)
	}
	from := 0
	for b.Loop() {
		b.StopTimer()
		batch := w.documents(from, 50)
		from += 50
		b.StartTimer()
		if err := kg.Apply(b.Context(), s, batch); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkRun(b *testing.B) {
	start := time.Now()
	s, w := bigTown(b)
	b.Logf("built in %s", time.Since(start))
	kim := "ใจดี9"
	for _, c := range []struct {
		name string
		plan *kg.Plan
	}{
		{"ThreeLevels", threeLevels(w.meetings[:20])},
		{"FindFirst20ByDate", &kg.Plan{Shape: &kg.Shape{}, Root: kg.Find{Kinds: []kg.Kind{kg.KindMeeting},
			Order: []kg.Order{{By: kg.OrderDate, Desc: true}}, Page: kg.Page{First: 20}}}},
		{"FindByRelatedName", &kg.Plan{Shape: &kg.Shape{}, Root: kg.Find{Kinds: []kg.Kind{kg.KindMeeting}, Page: kg.Page{First: 20, Count: true},
			Where: &kg.Pred{Rel: &kg.RelPred{Via: kg.ViaFacts, Quant: kg.Some, Hops: []kg.Hop{{Types: []kg.RelationType{kg.Chaired}, Direction: kg.In}},
				Where: &kg.Pred{Name: &kg.NamePred{Op: kg.NameContains, Keys: []string{kim}}}}}}}},
		{"FindAll", &kg.Plan{Shape: &kg.Shape{}, Root: kg.Find{Kinds: []kg.Kind{kg.KindMeeting}, Page: kg.Page{First: 20, Count: true},
			Where: &kg.Pred{Rel: &kg.RelPred{Via: kg.ViaFacts, Quant: kg.All, Hops: []kg.Hop{{Types: []kg.RelationType{kg.Chaired}, Direction: kg.In}},
				Where: &kg.Pred{Enum: &kg.EnumPred{Field: kg.FieldKind, In: []string{"PERSON"}}}}}}}},
		{"SearchRare", &kg.Plan{Shape: &kg.Shape{}, Root: kg.Search{Whole: "ใจดี123", Terms: []string{"ใจดี123"}, Page: kg.Page{First: 10}, Facets: true}}},
		{"SearchCommon", &kg.Plan{Shape: &kg.Shape{}, Root: kg.Search{Whole: "สมชาย", Terms: []string{"สมชาย"}, Page: kg.Page{First: 10}, Facets: true}}},
		{"SearchShort", &kg.Plan{Shape: &kg.Shape{}, Root: kg.Search{Whole: "99", Terms: []string{"99"}, Page: kg.Page{First: 10}}}},
		{"Path", &kg.Plan{Shape: &kg.Shape{}, Root: kg.PathSearch{From: w.people[0].ID, To: w.people[1].ID, MaxLength: 6, First: 3, Fact: &kg.FactShape{}}}},
		{"Neighborhood", &kg.Plan{Shape: &kg.Shape{}, Root: kg.Neighborhood{IDs: []kg.ID{w.people[0].ID}, Depth: 2, Limit: 200, Fact: &kg.FactShape{}}}},
		{"Hub", &kg.Plan{Root: kg.ByID{IDs: []kg.ID{w.organisations[0].ID}}, Shape: &kg.Shape{Steps: []kg.Step{{Via: kg.ViaFacts,
			Hops: []kg.Hop{{Direction: kg.Both}}, Page: kg.Page{First: 20, Count: true}, Node: &kg.Shape{}, Fact: &kg.FactShape{}}}}}},
		{"CountByYear", &kg.Plan{Root: kg.Count{Kinds: []kg.Kind{kg.KindMeeting}, GroupBy: []kg.Dimension{kg.ByYear}}}},
		{"CountFactsByType", &kg.Plan{Root: kg.Count{Facts: true, GroupBy: []kg.Dimension{kg.ByType}}}},
		{"Degree", &kg.Plan{Shape: &kg.Shape{}, Root: kg.Degree{First: 10}}},
		{"Totals", &kg.Plan{Root: kg.Totals{}}},
	} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				if _, err := s.Run(b.Context(), c.plan); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
