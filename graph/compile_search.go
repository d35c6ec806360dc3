package graph

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"mueang/graph/kg"
)

// maxText is the longest text that is searched for, in characters.
const maxText = 200

// searchFor reads a text to search for: its key and those of its words.
func (a *arguments) searchFor(name string) (whole string, terms []string) {
	text := normal(a.text(name))
	if utf8.RuneCountInString(text) > maxText {
		a.refuse(name, "may have at most %d characters", maxText)
	}
	seen := map[string]bool{}
	for _, word := range strings.FieldsFunc(text, unicode.IsSpace) {
		if key := kg.NameKey(word); key != "" && !seen[key] {
			seen[key] = true
			terms = append(terms, key)
		}
	}
	return kg.NameKey(text), terms
}

func (c *compiler) rootSearch(f selected, args *arguments) (func() kg.Root, *shape, func(*writer, *kg.Result) bool) {
	search := kg.Search{Kinds: convert[kg.Kind](args.enums("kinds", "EntityKind"))}
	search.Whole, search.Terms = args.searchFor("text")
	page := pageOf{page: args.page()}
	write := compileRow(c, f, func(f selected) func(*writer, *kg.Result) bool {
		switch f.Name {
		case "facets":
			search.Facets = true
			return of(func(r *kg.Result) []kg.Bucket { return r.Facets }, listOf(compileLeaves(c, f.selections(), "KindCount", c.bucketLeaves("EntityKind"))))
		case "yearFacets":
			search.YearFacets = true
			return of(func(r *kg.Result) []kg.Bucket { return r.YearFacets }, listOf(compileLeaves(c, f.selections(), "YearCount", c.bucketLeaves(""))))
		}
		write := c.connectionField(f, &page)
		if write == nil {
			return nil
		}
		return of(resultConnection, write)
	})
	start := func() kg.Root {
		search.Page = page.plan()
		return search
	}
	return start, page.node, write
}

func (c *compiler) rootLookup(f selected, args *arguments) (func() kg.Root, *shape, func(*writer, *kg.Result) bool) {
	search := kg.Search{Names: true, Kinds: convert[kg.Kind](args.enums("kinds", "EntityKind")), Page: args.page()}
	search.Whole, search.Terms = args.searchFor("name")
	if title, rest := kg.CutHonorific(normal(args.text("name"))); title != "" {
		search.Whole = kg.NameKey(rest)
		search.Terms = []string{search.Whole}
	}
	if !args.has("first") {
		search.Page.First = 10
	}
	var nodes *shape
	match := compileRow(c, f, func(f selected) func(*writer, *kg.Edge) bool {
		switch f.Name {
		case "entity":
			return of(func(e *kg.Edge) *kg.Node { return e.Node }, c.entity(f, &nodes))
		case "explanation":
			return func(w *writer, e *kg.Edge) bool { return w.text(explain(search.Whole, e)) }
		}
		return edgeLeaves[f.Name]
	})
	return func() kg.Root { return search }, nodes, of(resultEdges, listOf(match))
}

// explain says why a name was found.
func explain(whole string, e *kg.Edge) string {
	key := kg.NameKey(e.Matched)
	switch {
	case key == whole:
		return fmt.Sprintf("the name %q is the one asked for", e.Matched)
	case strings.HasPrefix(key, whole):
		return fmt.Sprintf("the name %q begins with the one asked for", e.Matched)
	}
	return fmt.Sprintf("the name %q has the one asked for inside", e.Matched)
}

// bucketLeaves are the fields of a count under one key, a value of an enum or,
// without one, a text or a year.
func (c *compiler) bucketLeaves(enum string) leaves[*kg.Bucket] {
	value := func(w *writer, b *kg.Bucket) bool { return w.enum(c.cat.enums[enum], b.Keys[0]) }
	return leaves[*kg.Bucket]{
		"kind": value,
		"type": value,
		"year": func(w *writer, b *kg.Bucket) bool {
			year, err := strconv.Atoi(b.Keys[0])
			if err != nil {
				return w.fail("the store has the year %q", b.Keys[0])
			}
			return w.int(year)
		},
		"count": func(w *writer, b *kg.Bucket) bool { return w.int(b.Count) },
	}
}
