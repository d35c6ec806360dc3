package graph_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"mueang/graph"
)

// TestEveryFieldIsGolden holds that every field, argument and input field of
// the schema stands in a query of testdata/answers or testdata/mutations, whose answer a
// person has read. A field that a type shares with its interface may be asked of either.
func TestEveryFieldIsGolden(t *testing.T) {
	schema := graph.Schema()
	files, err := filepath.Glob("testdata/*/*.graphql")
	if err != nil || len(files) == 0 {
		t.Fatalf("no queries: %v", err)
	}
	asked := map[string]bool{}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		doc, errs := gqlparser.LoadQueryWithRules(schema, string(text), rules.NewDefaultRules())
		if errs != nil {
			t.Fatalf("%s: %v", file, errs)
		}
		for _, op := range doc.Operations {
			note(op.SelectionSet, asked)
		}
		for _, fragment := range doc.Fragments {
			note(fragment.SelectionSet, asked)
		}
	}
	of := func(def *ast.Definition, rest string) bool {
		return slices.ContainsFunc(append([]string{def.Name}, def.Interfaces...), func(name string) bool { return asked[name+"."+rest] })
	}
	var missing []string
	for _, def := range schema.Types {
		if def.BuiltIn || strings.HasPrefix(def.Name, "__") || def.Name == "Hop" /* of a directive */ || def.Name == "Subscription" /* stream_test.go */ {
			continue
		}
		for _, field := range def.Fields {
			switch {
			case strings.HasPrefix(field.Name, "__"):
			case def.Kind == ast.InputObject && !asked[def.Name+"."+field.Name],
				def.Kind == ast.Object && !of(def, field.Name):
				missing = append(missing, def.Name+"."+field.Name)
			}
			for _, arg := range field.Arguments {
				if def.Kind == ast.Object && !of(def, field.Name+"("+arg.Name+")") {
					missing = append(missing, def.Name+"."+field.Name+"("+arg.Name+")")
				}
			}
		}
	}
	slices.Sort(missing)
	if missing != nil {
		t.Errorf("no golden query asks for %d fields and arguments:\n%s", len(missing), strings.Join(missing, "\n"))
	}
}

// note keeps what a selection asks for as "Type.field", "Type.field(argument)"
// and "Input.field".
func note(set ast.SelectionSet, asked map[string]bool) {
	for _, selection := range set {
		switch sel := selection.(type) {
		case *ast.Field:
			if sel.ObjectDefinition == nil {
				continue
			}
			name := sel.ObjectDefinition.Name + "." + sel.Name
			asked[name] = true
			for _, arg := range sel.Arguments {
				asked[name+"("+arg.Name+")"] = true
				noteValue(arg.Value, asked)
			}
			note(sel.SelectionSet, asked)
		case *ast.InlineFragment:
			note(sel.SelectionSet, asked)
		}
	}
}

func noteValue(value *ast.Value, asked map[string]bool) {
	for _, child := range value.Children {
		if value.Definition != nil && value.Kind == ast.ObjectValue {
			asked[value.Definition.Name+"."+child.Name] = true
		}
		noteValue(child.Value, asked)
	}
}
