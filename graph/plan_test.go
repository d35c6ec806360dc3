package graph_test

import (
	"fmt"
	"strings"
	"testing"

	"mueang/graph"
	"mueang/graph/kg"
)

// TestPlans holds what queries compile to. The outline of a plan is its root,
// then its steps in brackets, each with its hops, page and parents.
func TestPlans(t *testing.T) {
	tests := []struct{ name, query, want string }{
		{"only a count", `{ meetings { totalCount } }`, `Find MEETING count`},
		{"only rows", `{ meetings(first: 5) { nodes { name } } }`, `Find MEETING 5 [node]`},
		{"rows without their nodes", `{ meetings(last: 5) { edges { cursor } pageInfo { endCursor } } }`, `Find MEETING -5`},
		{"a cursor", `{ meetings(after: "AQEx") { nodes { id } totalCount } }`, `Find MEETING 20 count after[1] [node]`},
		{"an order", `{ meetings(orderBy: {field: DATE, direction: DESC}) { totalCount } }`, `Find MEETING by DATE desc count`},
		{"every organisation", `{ organizations { totalCount } }`, `Find MINISTRY AGENCY INSTITUTE COMPANY COMMITTEE LOCAL_GOVERNMENT INTERNATIONAL_ORGANIZATION NETWORK ORGANIZATION count`},
		{"a relation whose declaration says what it leads to", `{ people { nodes { chaired { nodes { id } } } } }`, `Find PERSON 20 [node {OUT CHAIRED by DATE 20 [node]}]`},
		{"a relation that could lead elsewhere", `{ cities { nodes { projects { totalCount } } } }`, `Find CITY 20 [node {IN LOCATED_IN to PROJECT count}]`},
		{"the fact of an edge", `{ people { nodes { chaired { edges { confidence } } } } }`, `Find PERSON 20 [node {OUT CHAIRED by DATE 20 fact}]`},
		{"evidence, the most that is asked", `{ people { nodes { chaired { edges { evidence { quote } all: evidence(first: 15) { document { text } } } } } } }`, `Find PERSON 20 [node {OUT CHAIRED by DATE 20 fact evidence 15 of [text]}]`},
		{"two hops, grouped", `{ people { nodes { coParticipants(first: 3) { edges { count } } } } }`, `Find PERSON 20 [node {OUT CHAIRED+ATTENDED+SPOKE_AT/IN CHAIRED+ATTENDED+SPOKE_AT to PERSON group 3}]`},
		{"arguments of a relation", `{ people { nodes { relations(types: [HOLDS], direction: OUT, kinds: [POST], minConfidence: 0.5, asOf: "2020") { totalCount } } } }`, `Find PERSON 20 [node {OUT HOLDS to POST asOf 2020-01-01 sure 0.5 count}]`},
		{"conditions and order of a relation", `{ people { nodes { chaired(filter: {status: {equals: HELD}}, orderBy: {field: NAME}) { totalCount } } } }`, `Find PERSON 20 [node {OUT CHAIRED by NAME where count}]`},
		{"equal arguments are one step", `{ people { nodes { a: chaired(first: 2) { totalCount } b: chaired(first: 2) { nodes { id } } } } }`, `Find PERSON 20 [node {OUT CHAIRED by DATE 2 count [node]}]`},
		{"other arguments are another", `{ people { nodes { a: chaired(first: 2) { nodes { id } } b: chaired(first: 3) { nodes { id } } } } }`, `Find PERSON 20 [node {OUT CHAIRED by DATE 2 [node]} {OUT CHAIRED by DATE 3 [node]}]`},
		{"nodes and edges share", `{ people { nodes { positions { nodes { organization { id } } edges { organization { name } post { organization { kind } } } } } } }`, `Find PERSON 20 [node {OUT HOLDS by OBSERVED 20 [node {OUT POST_IN to MINISTRY AGENCY INSTITUTE COMPANY COMMITTEE LOCAL_GOVERNMENT INTERNATIONAL_ORGANIZATION NETWORK ORGANIZATION 1 [node]}]}]`},
		{"steps of some kinds", `{ search(text: "x") { nodes { ... on Entity { documents { totalCount } } ... on Person { chaired { totalCount } } ... on Place { within { totalCount } } } } }`,
			`Search x 20 [node {on all but DOCUMENT DOCUMENTS by DATE count} {on PERSON OUT CHAIRED by DATE count} {on CITY PROVINCE COUNTRY VENUE ZONE OUT LOCATED_IN count}]`},
		{"one name, two relations", `{ node(id: "x") { ... on Fund { finances { totalCount } } ... on Project { finances { totalCount } } } }`, `ByID x [node {on FUND OUT FINANCES count} {on PROJECT IN FINANCES count}]`},
		{"a fact with its evidence", `{ fact(id: "x") { type source { name } evidence(first: 3) { quote document { text } } } }`, `FactsByID x fact from [node] evidence 3 of [text]`},
		{"claims with both ends", `{ documents { nodes { facts { nodes { source { id } target { id } } } } } }`, `Find DOCUMENT 20 [node {CLAIMS 20 fact from [node] to [node]}]`},
		{"words and whole of a search", `{ search(text: " Smart  city SMART") { totalCount } }`, `Search smartcitysmart smart city count`},
		{"a lookup without honorifics", `{ lookup(name: "นายสม ใจดี", first: 1) { score } }`, `Search สมใจดี สมใจดี names 1`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			store := nothing()
			if answer := parse(t, ask(t, newHandler(t, store, graph.Config{}), test.query, "")); answer.Errors != nil {
				t.Fatal(answer.Errors)
			}
			if len(store.plans) != 1 {
				t.Fatalf("%d plans", len(store.plans))
			}
			if got := outline(store.plans[0]); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

// outline writes a plan in short.
func outline(plan *kg.Plan) string {
	var b strings.Builder
	switch root := plan.Root.(type) {
	case kg.ByID:
		fmt.Fprintf(&b, "ByID %s", root.IDs[0])
	case kg.FactsByID:
		fmt.Fprintf(&b, "FactsByID %s", root.IDs[0])
		outlineFact(&b, root.Fact)
	case kg.Find:
		b.WriteString("Find " + strings.Trim(fmt.Sprint(root.Kinds), "[]"))
		outlineOrder(&b, root.Order)
		outlinePage(&b, root.Page)
	case kg.Search:
		b.WriteString("Search " + root.Whole)
		if len(root.Terms) > 1 || root.Names {
			b.WriteString(" " + strings.Join(root.Terms, " "))
		}
		if root.Names {
			b.WriteString(" names")
		}
		outlinePage(&b, root.Page)
	}
	outlineShape(&b, plan.Shape)
	return b.String()
}

func outlineOrder(b *strings.Builder, orders []kg.Order) {
	for _, order := range orders {
		fmt.Fprintf(b, " by %s%s", order.By, map[bool]string{true: " desc"}[order.Desc])
	}
}

func outlinePage(b *strings.Builder, page kg.Page) {
	if page.Size() > 0 {
		fmt.Fprintf(b, " %d", page.First-page.Last)
	}
	if page.Count {
		b.WriteString(" count")
	}
	if page.After != nil {
		fmt.Fprintf(b, " after%v", page.After)
	}
}

func outlineShape(b *strings.Builder, s *kg.Shape) {
	if s == nil {
		return
	}
	b.WriteString(map[bool]string{true: " [text", false: " [node"}[s.Text])
	for _, step := range s.Steps {
		b.WriteString(" {")
		var parts strings.Builder
		if len(step.On) == len(kg.Kinds)-1 {
			parts.WriteString("on all but DOCUMENT ")
		} else if step.On != nil {
			parts.WriteString("on " + strings.Trim(fmt.Sprint(step.On), "[]") + " ")
		}
		if step.Via != kg.ViaFacts {
			parts.WriteString(string(step.Via))
		}
		for i, hop := range step.Hops {
			if i > 0 {
				parts.WriteString("/")
			}
			var types []string
			for _, t := range hop.Types {
				types = append(types, string(t))
			}
			parts.WriteString(string(hop.Direction) + " " + strings.Join(types, "+"))
			if hop.Kinds != nil {
				parts.WriteString(" to " + strings.Trim(fmt.Sprint(hop.Kinds), "[]"))
			}
			if hop.Edge.AsOf != "" {
				parts.WriteString(" asOf " + hop.Edge.AsOf)
			}
			if hop.Edge.MinConfidence > 0 {
				fmt.Fprintf(&parts, " sure %v", hop.Edge.MinConfidence)
			}
		}
		if step.Group {
			parts.WriteString(" group")
		}
		outlineOrder(&parts, step.Order)
		if step.Where != nil {
			parts.WriteString(" where")
		}
		outlinePage(&parts, step.Page)
		outlineFact(&parts, step.Fact)
		outlineShape(&parts, step.Node)
		b.WriteString(parts.String() + "}")
	}
	b.WriteString("]")
}

func outlineFact(b *strings.Builder, f *kg.FactShape) {
	if f == nil {
		return
	}
	b.WriteString(" fact")
	if f.Source != nil {
		b.WriteString(" from")
		outlineShape(b, f.Source)
	}
	if f.Target != nil {
		b.WriteString(" to")
		outlineShape(b, f.Target)
	}
	if f.Evidence != nil {
		fmt.Fprintf(b, " evidence %d", f.Evidence.First)
		if f.Evidence.Document != nil {
			b.WriteString(" of")
			outlineShape(b, f.Evidence.Document)
		}
	}
}
