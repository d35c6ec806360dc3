package graph_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"mueang/graph"
)

// TestEveryField asks for every field of every type, so that none is declared
// without being answered.
func TestEveryField(t *testing.T) {
	schema := graph.Schema()
	handler := newHandler(t, newStore(t), graph.Config{MaxCost: 1 << 30, MaxTokens: 1_000_000})
	store := newWorld()
	for _, field := range schema.Query.Fields {
		if strings.HasPrefix(field.Name, "__") {
			continue
		}
		t.Run("Query."+field.Name, func(t *testing.T) {
			unfaulted(t, ask(t, handler, "{ "+whole(schema, field, 4)+" }", ""))
		})
	}
	for _, e := range store.Entities {
		def := schema.Types[e.Kind.Type()]
		for _, field := range def.Fields {
			query := fmt.Sprintf(`{ node(id: %q) { ... on %s { %s } } }`, e.ID, def.Name, whole(schema, field, 4))
			unfaulted(t, ask(t, handler, query, ""))
		}
	}
}

// TestEveryCondition asks with every field of every filter.
func TestEveryCondition(t *testing.T) {
	schema := graph.Schema()
	handler := newHandler(t, newStore(t), graph.Config{})
	for _, root := range schema.Query.Fields {
		filter := root.Arguments.ForName("filter")
		if filter == nil || filter.Type.Name() == "FactFilter" || root.Arguments.ForName("first") == nil {
			continue
		}
		for _, input := range []*ast.Definition{schema.Types[filter.Type.Name()], schema.Types["EntityFilter"]} {
			for _, field := range input.Fields {
				condition := fmt.Sprintf("{%s: %s}", field.Name, sample(schema, field.Type))
				if input.Name == "EntityFilter" {
					if root.Name == "documents" {
						condition = "{entities: {some: " + condition + "}}"
					} else {
						condition = "{relations: {none: " + condition + "}}"
					}
				}
				unfaulted(t, ask(t, handler, fmt.Sprintf("{ %s(filter: %s) { totalCount } }", root.Name, condition), ""))
			}
		}
	}
}

func unfaulted(t *testing.T, body string) {
	t.Helper()
	if answer := parse(t, body); answer.Errors != nil {
		t.Error(answer.Errors)
	}
}

// whole writes a selection of a field with all that is in it, some levels deep.
func whole(schema *ast.Schema, field *ast.FieldDefinition, depth int) string {
	var b strings.Builder
	b.WriteString(field.Name)
	var args []string
	for _, arg := range field.Arguments {
		if arg.Type.NonNull {
			args = append(args, arg.Name+": "+sample(schema, arg.Type))
		}
	}
	if args != nil {
		b.WriteString("(" + strings.Join(args, ", ") + ")")
	}
	def := schema.Types[field.Type.Name()]
	if !def.IsCompositeType() {
		return b.String()
	}
	b.WriteString(" { __typename")
	for _, inner := range def.Fields {
		if depth > 0 && !strings.HasPrefix(inner.Name, "__") {
			b.WriteString(" " + whole(schema, inner, depth-1))
		}
	}
	b.WriteString(" }")
	return b.String()
}

// sample writes a value of an input type.
func sample(schema *ast.Schema, typ *ast.Type) string {
	if typ.Elem != nil {
		return "[" + sample(schema, typ.Elem) + "]"
	}
	def := schema.Types[typ.Name()]
	switch {
	case def.Kind == ast.Enum:
		return def.EnumValues[0].Name
	case typ.Name() == "Int":
		return "1"
	case typ.Name() == "Date":
		return `"2019-11"`
	case def.Kind == ast.Scalar:
		return `"org-depa"`
	case strings.HasSuffix(def.Name, "ListFilter"):
		return "{some: {}, none: {}, all: {}}"
	case def.Fields.ForName("and") != nil:
		return "{}"
	}
	var fields []string
	for _, field := range def.Fields {
		fields = append(fields, field.Name+": "+sample(schema, field.Type))
	}
	return "{" + strings.Join(fields, ", ") + "}"
}
