package storetest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"mueang/graph/kg"
)

// canonical gives a value as JSON has it, without what is null or empty, so
// that nil and empty lists are the same.
func canonical(value any) any { return pruned(tree(value), true) }

// tree gives a value as JSON has it.
func tree(value any) any {
	data, err := json.Marshal(value)
	if err != nil {
		return fmt.Sprintf("cannot be written as JSON: %v", err)
	}
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	var out any
	if err := decoder.Decode(&out); err != nil {
		return fmt.Sprintf("cannot be read as JSON: %v", err)
	}
	return out
}

// pruned takes away what is null and, where that is wanted, empty lists.
func pruned(tree any, empty bool) any {
	switch tree := tree.(type) {
	case map[string]any:
		for name, value := range tree {
			value = pruned(value, empty)
			tree[name] = value
			if value == nil {
				delete(tree, name)
			}
		}
	case []any:
		if empty && len(tree) == 0 {
			return nil
		}
		for i := range tree {
			tree[i] = pruned(tree[i], empty)
		}
	}
	return tree
}

// difference gives the place of the first difference between two values and
// what stands there, "" where they are equal.
func difference(want, got any) string {
	return firstDifference("", canonical(want), canonical(got))
}

func firstDifference(path string, want, got any) string {
	switch w := want.(type) {
	case map[string]any:
		if g, ok := got.(map[string]any); ok {
			names := slices.Collect(maps.Keys(w))
			for name := range g {
				if _, ok := w[name]; !ok {
					names = append(names, name)
				}
			}
			slices.Sort(names)
			for _, name := range names {
				if d := firstDifference(path+"."+name, w[name], g[name]); d != "" {
					return d
				}
			}
			return ""
		}
	case []any:
		if g, ok := got.([]any); ok {
			for i := range min(len(w), len(g)) {
				if d := firstDifference(fmt.Sprintf("%s[%d]", path, i), w[i], g[i]); d != "" {
					return d
				}
			}
			if len(w) != len(g) {
				return fmt.Sprintf("at %s: want %d items, got %d\n  want %s\n  got  %s", path, len(w), len(g), brief(w), brief(g))
			}
			return ""
		}
	default:
		if _, composite := got.(map[string]any); !composite {
			if _, composite := got.([]any); !composite && want == got {
				return ""
			}
		}
	}
	return fmt.Sprintf("at %s\n  want %s\n  got  %s", path, brief(want), brief(got))
}

// brief gives the beginning of a value as JSON.
func brief(value any) string {
	const limit = 1500
	text := []rune(written(value))
	if len(text) > limit {
		return string(text[:limit]) + " …"
	}
	return string(text)
}

// written gives a value as JSON in which nothing is escaped without need.
func written(value any) string {
	var b strings.Builder
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		return err.Error()
	}
	return strings.TrimSpace(b.String())
}

// PlanText gives a plan as JSON, for messages.
func PlanText(plan *kg.Plan) string {
	root := map[string]any{strings.TrimPrefix(fmt.Sprintf("%T", plan.Root), "kg."): pruned(tree(plan.Root), false)}
	return written(map[string]any{"Root": root, "Shape": pruned(tree(plan.Shape), false)})
}
