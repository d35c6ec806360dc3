package neo4j

import (
	"math/rand/v2"
	"strings"
	"testing"

	"mueang/graph/kg"
	"mueang/graph/store/storetest"
)

// FuzzCursor holds that a cursor of whatever kind either fits the list or is
// BAD_USER_INPUT, and that nothing of it gets into the statement.
func FuzzCursor(f *testing.F) {
	for _, seed := range [][3]string{{"ก", "12", "person-1"}, {"", "", ""}, {"NaN", "1e5", "'"}, {"~~~~ }) //", "-9223372036854775808", "\x00"}} {
		f.Add(seed[0], seed[1], seed[2], 3, false)
	}
	f.Fuzz(func(t *testing.T, a, b, c string, n int, before bool) {
		cursor := []string{a, b, c}[:min(max(n, 0), 3)]
		page := kg.Page{First: 5, After: cursor}
		if before {
			page = kg.Page{Last: 5, Before: cursor}
		}
		order := []kg.Order{{By: kg.OrderName}, {By: kg.OrderDocuments, Desc: true}}
		for _, plan := range []*kg.Plan{
			{Root: kg.Find{Order: order, Page: page}},
			{Root: kg.Search{Whole: "x", Terms: []string{"x"}, Page: page}},
			{Root: kg.Changes{Page: page}},
			{Root: kg.ByID{}, Shape: &kg.Shape{Steps: []kg.Step{{Via: kg.ViaMentions, Page: page}}}},
		} {
			cypher, _, _, err := compile(plan)
			if err != nil && kg.CodeOf(err) != kg.BadInput {
				t.Errorf("%q gives %v", cursor, err)
			}
			for _, part := range cursor {
				if strings.Contains(part, "~~~~") && strings.Contains(cypher, part) {
					t.Errorf("%q is in the statement", part)
				}
			}
		}
	})
}

// Plans with other values, and so other parameters, have the same text.
func TestTheTextOfAStatementHoldsNoValues(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 3))
	world := storetest.NewWorld(r)
	for range 5 {
		world.RandomBatch(r)
	}
	for range 300 {
		plan := storetest.RandomPlan(r, world)
		cypher, params, _, err := compile(plan)
		if err != nil {
			t.Fatalf("%v\n%s", err, storetest.PlanText(plan))
		}
		values, ok := params["p"].(map[string]any)
		if !ok || len(params) != 1 {
			t.Fatalf("the parameters are %v", params)
		}
		for _, value := range values {
			list, _ := value.([]any)
			for _, v := range append(list, value) {
				if s, ok := v.(string); ok && len(s) > 8 && strings.Contains(cypher, s) {
					t.Errorf("%q is in the statement\n%s", s, cypher)
				}
			}
		}
	}
}
