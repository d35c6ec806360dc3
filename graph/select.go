package graph

import (
	"slices"

	"github.com/vektah/gqlparser/v2/ast"

	"mueang/graph/kg"
)

// selected is one key of an answer: a field, with all the places in the query
// that select it.
type selected struct {
	*ast.Field              // the first place
	more       []*ast.Field // the others
}

// selections gives what is selected of the field's value.
func (s selected) selections() ast.SelectionSet {
	if len(s.more) == 0 {
		return s.SelectionSet
	}
	merged := slices.Clone(s.SelectionSet)
	for _, field := range s.more {
		merged = append(merged, field.SelectionSet...)
	}
	return merged
}

// same reports whether two keys are selected by the same places.
func (s selected) same(other selected) bool {
	return s.Field == other.Field && slices.Equal(s.more, other.more)
}

// collect gives the keys that a selection set asks of a value of a concrete
// type, in the order of the answer (GraphQL specification, 6.3.2). Keys that
// fragments under different interfaces select are one.
func (c *compiler) collect(set ast.SelectionSet, def *ast.Definition) []selected {
	keys := make([]selected, 0, len(set))
	var visited []string
	var walk func(set ast.SelectionSet)
	walk = func(set ast.SelectionSet) {
		for _, selection := range set {
			if c.visits += 1 + len(keys); c.visits > maxVisits {
				c.keep(kg.Errorf(kg.CostLimit, "", "the query has too many selections in too many fragments; ask for less at a time"))
				return
			}
			switch sel := selection.(type) {
			case *ast.Field:
				if !c.included(sel.Directives) {
					continue
				}
				if i := slices.IndexFunc(keys, func(k selected) bool { return k.Alias == sel.Alias }); i >= 0 {
					keys[i].more = append(slices.Clip(keys[i].more), sel)
				} else {
					keys = append(keys, selected{Field: sel})
				}
			case *ast.InlineFragment:
				if c.included(sel.Directives) && applies(sel.TypeCondition, def) {
					walk(sel.SelectionSet)
				}
			case *ast.FragmentSpread:
				if slices.Contains(visited, sel.Name) || !c.included(sel.Directives) {
					continue
				}
				visited = append(visited, sel.Name)
				if fragment := c.fragments.ForName(sel.Name); fragment != nil && applies(fragment.TypeCondition, def) {
					walk(fragment.SelectionSet)
				}
			}
		}
	}
	walk(set)
	return keys
}

// included reports what @skip and @include say.
func (c *compiler) included(directives ast.DirectiveList) bool {
	for _, directive := range directives {
		if directive.Name != "skip" && directive.Name != "include" {
			continue
		}
		if arg := directive.Arguments.ForName("if"); arg != nil {
			value, err := arg.Value.Value(c.variables)
			if yes, _ := value.(bool); err != nil || yes == (directive.Name == "skip") {
				return false
			}
		}
	}
	return true
}

// applies reports whether a fragment on a type is for values of a concrete type.
func applies(condition string, def *ast.Definition) bool {
	return condition == "" || condition == def.Name || slices.Contains(def.Interfaces, condition)
}

// plain reports whether a selection set is the same for every type: it has no
// fragments.
func plain(set ast.SelectionSet) bool {
	for _, selection := range set {
		if _, ok := selection.(*ast.Field); !ok {
			return false
		}
	}
	return true
}
