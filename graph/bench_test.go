package graph

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"mueang/graph/kg"
)

// The query of the benchmarks: 20 meetings, up to 10 who chaired and 10 who
// attended each, up to 5 offices of each, and their organisations.
const benchQuery = `{ meetings(first: 20) { nodes { id name startDate { value } status
	chairs(first: 10) { edges { role confidence node { id name ... on Person { titles positions(first: 5) { nodes { id roleText organization { id name } } } } } } }
	attendees(first: 10) { edges { role node { id name ... on Person { positions(first: 5) { nodes { id organization { name } } } } } } } } } }`

// prepared is a store whose answer to the query of the benchmarks is ready.
type prepared struct {
	kg.Store
	result *kg.Result
}

func (p *prepared) Run(context.Context, *kg.Plan) (*kg.Result, error) { return p.result, nil }

// newPrepared makes an answer as a store would.
func newPrepared() *prepared {
	org := &kg.Node{Entity: &kg.Entity{ID: "org-0000000000000001", Kind: kg.KindMinistry, Name: "กระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม"}}
	post := func(i int) *kg.Node {
		return &kg.Node{
			Entity: &kg.Entity{ID: kg.ID(fmt.Sprintf("post-%016d", i)), Kind: kg.KindPost, Name: "รัฐมนตรีว่าการ", RoleText: "รัฐมนตรีว่าการ"},
			Steps:  []kg.Connection{{Edges: []kg.Edge{{Node: org, NodeID: org.ID()}}}},
		}
	}
	person := func(i int) *kg.Node {
		var held kg.Connection
		for j := range i % 4 {
			held.Edges = append(held.Edges, kg.Edge{Node: post(i + j)})
		}
		return &kg.Node{Entity: &kg.Entity{ID: kg.ID(fmt.Sprintf("person-%016d", i)), Kind: kg.KindPerson, Name: "พุทธิพงษ์ ปุณณกันต์", Titles: []string{"นาย"}}, Steps: []kg.Connection{held}}
	}
	people := func(i, n int) kg.Connection {
		var conn kg.Connection
		for j := range n {
			conn.Edges = append(conn.Edges, kg.Edge{Node: person(i + j), FactRow: kg.FactRow{Fact: &kg.Fact{Confidence: 0.93, Qualifiers: kg.Qualifiers{Role: "CO_CHAIR"}}}})
		}
		return conn
	}
	var meetings kg.Connection
	for i := range 20 {
		meetings.Edges = append(meetings.Edges, kg.Edge{Node: &kg.Node{
			Entity: &kg.Entity{ID: kg.ID(fmt.Sprintf("meeting-%016d", i)), Kind: kg.KindMeeting, Name: "การประชุมเมืองอัจฉริยะ ครั้งที่ 1", Status: "HELD", StartDate: &kg.PartialDate{Value: "2019-11-25"}},
			Steps:  []kg.Connection{people(i, 2), people(i*7, 10)},
		}})
	}
	return &prepared{result: &kg.Result{Connection: &meetings}}
}

// scalars counts the leaves of an answer.
func scalars(value any) int {
	n := 0
	switch v := value.(type) {
	case map[string]any:
		for _, item := range v {
			n += scalars(item)
		}
	case []any:
		for _, item := range v {
			n += scalars(item)
		}
	default:
		return 1
	}
	return n
}

// BenchmarkCompileAndEncode is what the layer adds to the parser before it and
// the store behind it.
func BenchmarkCompileAndEncode(b *testing.B) {
	schema := executable(false).Schema()
	doc, errs := gqlparser.LoadQueryWithRules(schema, benchQuery, rules.NewDefaultRules())
	if errs != nil {
		b.Fatal(errs)
	}
	cat, err := newCatalog(schema)
	if err != nil {
		b.Fatal(err)
	}
	store := newPrepared()
	x := &executor{cat: cat, limit: DefaultMaxCost}
	run := func() *writer {
		op, _, err := x.compile(doc, doc.Operations[0], nil)
		if err != nil {
			b.Fatal(err)
		}
		field := op.fields["meetings"]
		w := newWriter()
		if field.err != nil || !field.write(w, store.result) || w.errors != nil {
			b.Fatal(field.err, w.errors)
		}
		return w
	}
	count, size := answered(b, run().buf)
	b.ReportAllocs()
	for b.Loop() {
		run().MarshalGQL(io.Discard)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(count), "ns/scalar")
	b.ReportMetric(float64(size), "bytes")
}

// BenchmarkCompile is the compiler alone.
func BenchmarkCompile(b *testing.B) {
	schema := executable(false).Schema()
	doc, errs := gqlparser.LoadQueryWithRules(schema, benchQuery, rules.NewDefaultRules())
	cat, err := newCatalog(schema)
	if errs != nil || err != nil {
		b.Fatal(errs, err)
	}
	x := &executor{cat: cat, limit: DefaultMaxCost}
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := x.compile(doc, doc.Operations[0], nil); err != nil {
			b.Fatal(err)
		}
	}
}

// answered counts the leaves and bytes of an answer.
func answered(b *testing.B, answer []byte) (count, size int) {
	var value any
	if err := json.Unmarshal(answer, &value); err != nil {
		b.Fatal(err)
	}
	return scalars(value), len(answer)
}
