package storetest

import (
	"strings"
	"testing"

	"mueang/graph/kg"
)

func TestDifference(t *testing.T) {
	node := func(change func(*kg.Entity)) *kg.Result {
		e := &kg.Entity{ID: "a", Name: "ก", Titles: []string{"x", "y"}, Amount: &kg.Money{Value: 1e21}}
		change(e)
		return &kg.Result{Nodes: []*kg.Node{{Entity: e}, nil}}
	}
	want := node(func(*kg.Entity) {})
	for _, c := range []struct {
		name   string
		change func(*kg.Entity)
		diff   string // what the message holds
	}{
		{"equal", func(*kg.Entity) {}, ""},
		{"empty lists are nil", func(e *kg.Entity) { e.Names, e.Referents = []kg.Name{}, []kg.ID{} }, ""},
		{"a string", func(e *kg.Entity) { e.Name = "ข" }, ".Nodes[0].Entity.name"},
		{"order", func(e *kg.Entity) { e.Titles = []string{"y", "x"} }, ".titles[0]"},
		{"length", func(e *kg.Entity) { e.Titles = []string{"x"} }, "want 2 items, got 1"},
		{"missing", func(e *kg.Entity) { e.Amount = nil }, ".amount"},
		{"more", func(e *kg.Entity) { e.Role = "" }, ""},
		{"a number", func(e *kg.Entity) { e.Amount = &kg.Money{Value: 1000000000000000000000} }, ""},
		{"nearly a number", func(e *kg.Entity) { e.Amount = &kg.Money{Value: 1.0000000000000001e21} }, ".amount.value"},
	} {
		got := difference(want, node(c.change))
		if (got == "") != (c.diff == "") || !strings.Contains(got, c.diff) {
			t.Errorf("%s: want %q, got %q", c.name, c.diff, got)
		}
	}
	if got := difference(&kg.Result{Nodes: []*kg.Node{nil, nil}}, &kg.Result{Nodes: []*kg.Node{nil}}); got == "" {
		t.Error("two nodes that are nil are not one")
	}
}
