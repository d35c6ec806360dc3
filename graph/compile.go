package graph

import (
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"mueang/graph/kg"
)

// The limits of what is compiled. Fragments let a short query select very
// much, which is refused here, before there is a plan whose cost could be told.
const (
	maxKeys   = 20_000    // of the answer's objects, each type counted
	maxVisits = 2_000_000 // of selections, each compared with the keys before it
	maxDepth  = 12        // relations one inside the other
)

// compiler compiles the root fields of one operation. It keeps the first error.
type compiler struct {
	cat       *catalog
	variables map[string]any
	fragments ast.FragmentDefinitionList
	path      []string // of the key being compiled, for messages
	keys      int
	visits    int
	depth     int
	err       error
	rank      *ranking // of the root field being compiled
}

// place gives where the key being compiled stands, for messages.
func (c *compiler) place() string { return strings.Join(c.path, ".") }

// keep keeps the first error.
func (c *compiler) keep(err error) {
	if c.err == nil {
		c.err = err
	}
}

// fields says how the fields of a GraphQL type are written from a Go value of
// type T: what it returns for a field writes its value. It may give nil for
// a field that it does not know.
type fields[T any] func(f selected) func(*writer, T) bool

// compileObject compiles a selection set on a concrete type.
func compileObject[T any](c *compiler, set ast.SelectionSet, def *ast.Definition, of fields[T]) object[T] {
	keys := c.collect(set, def)
	made := make(object[T], 0, len(keys))
	for _, f := range keys {
		if c.err != nil {
			return nil
		}
		made = append(made, compileProperty(c, f, def, of))
	}
	return made
}

// compileProperty compiles one key of an object.
func compileProperty[T any](c *compiler, f selected, def *ast.Definition, of fields[T]) property[T] {
	if c.keys++; c.keys > maxKeys {
		c.keep(kg.Errorf(kg.CostLimit, "", "the query selects more than %d keys; ask for less at a time", maxKeys))
		return property[T]{}
	}
	made := property[T]{key: f.Alias, json: `"` + f.Alias + `":`}
	if f.Name == "__typename" {
		name := def.Name
		made.write = func(w *writer, _ T) bool { return w.text(name) }
		return made
	}
	c.path = append(c.path, f.Alias)
	write := of(f)
	c.path = c.path[:len(c.path)-1]
	if write == nil {
		c.keep(kg.Errorf(kg.Internal, "graph.compile", "the field %s.%s has no writer", def.Name, f.Name))
		return made
	}
	made.write, made.nullable = write, !f.Definition.Type.NonNull
	return made
}

// leaves are the fields of a type that need nothing but the value.
type leaves[T any] map[string]func(*writer, T) bool

// compileLeaves compiles a selection set on a type all of whose fields are leaves.
func compileLeaves[T any](c *compiler, set ast.SelectionSet, typ string, table leaves[T]) func(*writer, T) bool {
	return compileObject(c, set, c.cat.schema.Types[typ], func(f selected) func(*writer, T) bool { return table[f.Name] }).write
}

// date compiles a field that is a date; nil is null.
func (c *compiler) date(f selected) func(*writer, *kg.PartialDate) bool {
	return optional(compileLeaves(c, f.selections(), "PartialDate", dateLeaves))
}

// money compiles a field that is an amount; nil is null.
func (c *compiler) money(f selected) func(*writer, *kg.Money) bool {
	return optional(compileLeaves(c, f.selections(), "Money", moneyLeaves))
}

var dateLeaves = leaves[*kg.PartialDate]{
	"value":     func(w *writer, d *kg.PartialDate) bool { return w.text(d.Value) },
	"precision": func(w *writer, d *kg.PartialDate) bool { return w.text(string(d.Precision())) },
	"original":  func(w *writer, d *kg.PartialDate) bool { return w.textOrNull(d.Original) },
	"buddhist":  func(w *writer, d *kg.PartialDate) bool { return w.text(d.Buddhist()) },
}

var moneyLeaves = leaves[*kg.Money]{
	"value":    func(w *writer, m *kg.Money) bool { return w.float(m.Value) },
	"currency": func(w *writer, m *kg.Money) bool { return w.text(m.Currency) },
	"original": func(w *writer, m *kg.Money) bool { return w.textOrNull(m.Original) },
}
