package graph_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/formatter"
	"github.com/vektah/gqlparser/v2/parser"

	"mueang/graph"
)

// TestSelectionsMerge asks every query of TestAnswers in other words that mean
// the same: each selection set twice, inside fragments that always hold. The
// answer is the same to the byte.
func TestSelectionsMerge(t *testing.T) {
	handler := newHandler(t, newStore(t), graph.Config{Introspection: true, MaxTokens: 1_000_000})
	files, err := filepath.Glob("testdata/answers/*.graphql")
	if err != nil || len(files) == 0 {
		t.Fatalf("no queries: %v", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			doc, err := parser.ParseQuery(&ast.Source{Input: string(text)})
			if err != nil {
				t.Fatal(err)
			}
			for _, op := range doc.Operations {
				op.SelectionSet = twice(op.SelectionSet, 0)
			}
			for _, fragment := range doc.Fragments {
				fragment.SelectionSet = twice(fragment.SelectionSet, 0)
			}
			var other strings.Builder
			formatter.NewFormatter(&other).FormatQueryDocument(doc)
			first, _, _ := strings.Cut(string(text), "\n")
			variables, ok := strings.CutPrefix(first, "# ")
			if !ok {
				variables = ""
			}
			want, got := ask(t, handler, string(text), variables), ask(t, handler, other.String(), variables)
			if got != want {
				t.Errorf("got  %s\nwant %s", got, want)
			}
		})
	}
}

// twice puts a selection set, and at some depths those inside it, into two
// fragments without a type.
func twice(set ast.SelectionSet, depth int) ast.SelectionSet {
	for _, selection := range set {
		switch sel := selection.(type) {
		case *ast.Field:
			sel.SelectionSet = twice(sel.SelectionSet, depth+1)
		case *ast.InlineFragment:
			sel.SelectionSet = twice(sel.SelectionSet, depth+1)
		}
	}
	if len(set) == 0 || depth%2 == 1 { // every other level, so that the query does not grow beyond measure
		return set
	}
	half := len(set) / 2
	return ast.SelectionSet{&ast.InlineFragment{SelectionSet: set[:half+len(set)%2]}, &ast.InlineFragment{SelectionSet: set}}
}
