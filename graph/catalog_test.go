package graph

import (
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"mueang/graph/kg"
	"mueang/schema"
)

// extended gives the schema with something added.
func extended(t *testing.T, addition string) *ast.Schema {
	t.Helper()
	text, err := schema.Source()
	if err != nil {
		t.Fatal(err)
	}
	made, err := gqlparser.LoadSchema(&ast.Source{Input: text}, &ast.Source{Input: addition})
	if err != nil {
		t.Fatal(err)
	}
	return made
}

// TestNewRelation holds that a relation is added by declaring it, without Go.
func TestNewRelation(t *testing.T) {
	made := extended(t, `
		extend enum RelationType { ADVISES @fact(from: ["Person"], to: ["Organization"]) }
		extend type Person { advises: RelatedOrganizationConnection! @relation(type: ADVISES) }
		extend input PersonFilter { advises: OrganizationListFilter }`)
	cat, err := newCatalog(made)
	if err != nil {
		t.Fatal(err)
	}
	doc, errs := gqlparser.LoadQueryWithRules(made, `{ people(filter: {advises: {some: {name: {equals: "ASCN"}}}}) { nodes { advises { edges { relation node { name } } } } } }`, rules.NewDefaultRules())
	if errs != nil {
		t.Fatal(errs)
	}
	x := &executor{cat: cat}
	op, _, err := x.compile(doc, doc.Operations[0], nil)
	if err != nil || op.fields["people"].err != nil {
		t.Fatal(err, op.fields["people"].err)
	}
	field := op.fields["people"]
	want := []kg.Hop{{Types: []kg.RelationType{"ADVISES"}, Direction: kg.Out}}
	same := func(a, b kg.Hop) bool {
		return slices.Equal(a.Types, b.Types) && a.Direction == b.Direction && slices.Equal(a.Kinds, b.Kinds)
	}
	find, _ := field.plan.Root.(kg.Find)
	if find.Where.Rel == nil || !slices.EqualFunc(find.Where.Rel.Hops, want, same) {
		t.Errorf("the condition is %+v", find.Where)
	}
	if steps := field.plan.Shape.Steps; len(steps) != 1 || !slices.EqualFunc(steps[0].Hops, want, same) {
		t.Errorf("the steps are %+v", steps)
	}
}

// TestCatalog holds that every root field has a plan, and every relation leads
// somewhere, or the server says so when it is made.
func TestCatalog(t *testing.T) {
	if _, err := newCatalog(extended(t, `extend type Query { "More." more: Int }`)); kg.CodeOf(err) != kg.Internal || !strings.Contains(err.Error(), "Query.more") {
		t.Errorf("a root field without a plan is taken: %v", err)
	}
	if _, err := newCatalog(extended(t, `extend type Person { more: PageInfo @relation(type: HOLDS) }`)); kg.CodeOf(err) != kg.Internal || !strings.Contains(err.Error(), "Person.more") {
		t.Errorf("a relation to nowhere is taken: %v", err)
	}
}
