package storetest_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"mueang/graph/kg"
	"mueang/graph/store/storetest"
	"mueang/graph/store/storetest/model"
)

// TestRandomBatches holds what batches promise: they are valid, keep the graph
// whole and follow from the seed.
func TestRandomBatches(t *testing.T) {
	s := model.New()
	r, again := rand.New(rand.NewPCG(7, 0)), rand.New(rand.NewPCG(7, 0))
	w, twin := storetest.NewWorld(r), storetest.NewWorld(again)
	var removed, rejected, merged, several int
	for round := range 60 {
		b := w.RandomBatch(r)
		if !reflect.DeepEqual(b, twin.RandomBatch(again)) {
			t.Fatalf("round %d: the same seed gives another batch", round)
		}
		if err := kg.Apply(t.Context(), s, &b); err != nil {
			t.Fatalf("round %d: %v", round, err)
		}
		all, err := storetest.Export(t.Context(), s)
		if err != nil {
			t.Fatal(err)
		}
		texts := map[kg.ID][]rune{}
		for _, d := range all.Documents {
			texts[d.ID] = []rune(d.Text)
		}
		entities := map[kg.ID]bool{"": true}
		owner := map[kg.ID]kg.ID{}
		for _, e := range all.Entities {
			entities[e.ID] = true
			for _, id := range e.Referents {
				if other, taken := owner[id]; taken {
					t.Fatalf("round %d: %s and %s share the referent %s", round, other, e.ID, id)
				}
				owner[id] = e.ID
			}
			if len(e.Referents) > 1 {
				merged++
			}
		}
		support := map[kg.ID]int{}
		for _, st := range all.Statements {
			support[st.Fact]++
			if string(texts[st.Document][st.Start:st.End]) != st.Quote {
				t.Fatalf("round %d: %s: the quote is not what the text has", round, st.ID)
			}
		}
		for _, f := range all.Facts {
			if support[f.ID] == 0 || !entities[f.Subject] || !entities[f.Object] || !entities[f.OnBehalfOf] {
				t.Fatalf("round %d: %s hangs in the air", round, f.ID)
			}
			if support[f.ID] > 1 {
				several++
			}
			if f.FactStatus == kg.Rejected {
				rejected++
			}
			delete(support, f.ID)
		}
		if len(support) > 0 {
			t.Fatalf("round %d: statements of facts that are not there: %v", round, support)
		}
		for _, m := range all.Mentions {
			if !entities[m.Entity] || owner[m.Referent] != m.Entity || texts[m.Document] == nil {
				t.Fatalf("round %d: the mention of %s in %s hangs in the air", round, m.Referent, m.Document)
			}
			for _, span := range m.Spans {
				if string(texts[m.Document][span.Start:span.End]) != span.Text {
					t.Fatalf("round %d: a span of %s is not what the text has", round, m.Referent)
				}
			}
		}
		removed += len(b.RemoveDocuments)*len(b.RemoveEntities) + len(b.RemoveFacts)
	}
	if removed == 0 || rejected == 0 || merged == 0 || several == 0 {
		t.Errorf("%d removals, %d rejected facts, %d merged entities, %d facts with several statements", removed, rejected, merged, several)
	}
}

// TestRandomPlans counts what random plans get to see, so that comparing their
// answers says something.
func TestRandomPlans(t *testing.T) {
	s := model.New()
	r := rand.New(rand.NewPCG(3, 0))
	w := storetest.NewWorld(r)
	for range 20 {
		b := w.RandomBatch(r)
		if err := kg.Apply(t.Context(), s, &b); err != nil {
			t.Fatal(err)
		}
	}
	seen := map[string]int{}
	var look func(*kg.Shape, *kg.Node, int)
	look = func(shape *kg.Shape, n *kg.Node, level int) {
		if shape == nil || n == nil {
			return
		}
		for i, step := range shape.Steps {
			c := n.Steps[i]
			if len(c.Edges) == 0 {
				continue
			}
			what := fmt.Sprintf("%s, %d hops", step.Via, len(step.Hops))
			if step.Group {
				what += ", group"
			}
			seen[what]++
			seen[fmt.Sprintf("level %d", level)]++
			if step.Page.After != nil || step.Page.Before != nil {
				seen["a page behind a cursor"]++
			}
			if c.HasNext && c.HasPrevious {
				seen["a page in the middle"]++
			}
			if step.Where != nil {
				seen["a step under a condition"]++
			}
			for _, edge := range c.Edges {
				if len(edge.Evidence) > 0 {
					seen["evidence"]++
				}
				if edge.OnBehalfOf != nil {
					seen["onBehalfOf"]++
				}
				look(step.Node, edge.Node, level+1)
			}
		}
	}
	for range 1600 {
		plan := storetest.RandomPlan(r, w)
		for range 2 {
			result, err := s.Run(t.Context(), plan)
			if err != nil {
				seen[string(kg.CodeOf(err))]++
				break
			}
			if storetest.Sketch(result) != "" {
				seen[strings.TrimPrefix(fmt.Sprintf("%T", plan.Root), "kg.")]++
			}
			if len(result.Paths) > 1 {
				seen["several paths"]++
			}
			nodes := result.Nodes
			if c := result.Connection; c != nil {
				for _, edge := range c.Edges {
					nodes = append(nodes, edge.Node)
				}
				if find, ok := plan.Root.(kg.Find); ok && find.Where != nil && len(nodes) > 0 {
					seen["Find under a condition"]++
				}
			}
			for _, n := range nodes {
				look(plan.Shape, n, 1)
			}
			plan = storetest.NextPlan(r, plan, result)
		}
	}
	for _, what := range []string{"ByID", "FactsByID", "Find", "Search", "PathSearch", "Neighborhood", "Count", "Degree", "Ties", "Changes", "Totals", "Coverage",
		"Find under a condition", "several paths", "BAD_USER_INPUT", "level 1", "level 2", "level 3", "level 4", "FACTS, 1 hops", "FACTS, 2 hops",
		"FACTS, 2 hops, group", "DOCUMENTS, 0 hops", "MENTIONS, 0 hops", "ENTITIES, 0 hops", "CLAIMS, 0 hops", "a page behind a cursor",
		"a page in the middle", "a step under a condition", "evidence", "onBehalfOf"} {
		if seen[what] < 3 {
			t.Errorf("%s: seen %d times", what, seen[what])
		}
	}
}
