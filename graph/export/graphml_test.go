package export_test

import (
	"fmt"
	"strings"
	"testing"

	"mueang/graph/export"
	"mueang/graph/kg"
	"mueang/graph/store/storetest"
)

// TestGraphML reads what is written with networkx.
func TestGraphML(t *testing.T) {
	for name, b := range map[string]*kg.Batch{"small": storetest.SmallWorld(), "hostile": hostileWorld()} {
		t.Run(name, func(t *testing.T) {
			var got struct{ Nodes, Edges map[string]map[string]any }
			readWith(t, "graphml", written(t, export.GraphML, b), &got)
			facts := shown(b)
			if len(got.Nodes) != len(b.Entities) || len(got.Edges) != len(facts) {
				t.Errorf("%d nodes and %d edges of %d entities and %d facts", len(got.Nodes), len(got.Edges), len(b.Entities), len(facts))
			}
			same := func(what kg.ID, attributes map[string]any, want map[string]any) {
				t.Helper()
				for name, value := range want {
					if text, ok := value.(string); ok {
						if text == "" {
							continue
						}
						value = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(visible(text)) // as XML has line ends
						if found, ok := attributes[name].(string); ok {
							attributes[name] = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(found)
						}
					}
					if fmt.Sprint(attributes[name]) != fmt.Sprint(value) || fmt.Sprintf("%T", attributes[name]) != fmt.Sprintf("%T", value) {
						t.Errorf("%s of %s is %q, not %q", name, what, attributes[name], value)
					}
				}
			}
			for _, e := range b.Entities {
				want := map[string]any{"label": e.Name, "kind": string(e.Kind), "type": e.Kind.Type(), "description": e.Description, "status": e.Status, "documents": float64(e.DocumentCount)}
				if e.Amount != nil {
					want["amount"], want["currency"] = e.Amount.Value, e.Amount.Currency
				}
				if e.StartDate != nil {
					want["startDate"] = e.StartDate.Value
				}
				same(e.ID, got.Nodes[string(e.ID)], want)
			}
			for _, f := range facts {
				quotes, seen := []string{}, map[string]bool{}
				for _, s := range b.Statements {
					if s.Fact == f.ID && !seen[s.Quote] {
						quotes, seen[s.Quote] = append(quotes, s.Quote), true
					}
				}
				edge := got.Edges[string(f.ID)]
				same(f.ID, edge, map[string]any{"source": string(f.Subject), "target": string(f.Object), "label": string(f.Type), "role": f.Role, "roleText": f.RoleText,
					"status": string(f.FactStatus), "confidence": f.Confidence, "sources": float64(f.SourceCount), "weight": float64(f.SourceCount)})
				for _, quote := range quotes {
					if text, _ := edge["quotes"].(string); !strings.Contains(strings.ReplaceAll(text, "\r", "\n"), strings.ReplaceAll(visible(quote), "\r", "\n")) {
						t.Errorf("the quote %q is not in %q", quote, text)
					}
				}
			}
		})
	}
}
