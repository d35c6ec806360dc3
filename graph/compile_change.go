package graph

import (
	"strconv"

	"mueang/graph/kg"
)

func (c *compiler) rootChanges(f selected, args *arguments) (func() kg.Root, *shape, func(*writer, *kg.Result) bool) {
	page := args.page()
	write := compileRow(c, f, func(f selected) func(*writer, *kg.Result) bool {
		changes := func(r *kg.Result) []kg.Change { return r.Changes }
		switch f.Name {
		case "pageInfo":
			return compileLeaves(c, f.selections(), "PageInfo", changesPageInfo)
		case "nodes":
			return of(changes, listOf(compileLeaves(c, f.selections(), "Change", changeLeaves)))
		case "edges":
			return of(changes, listOf(compileChangeEdge(c, f)))
		}
		return nil
	})
	return func() kg.Root { return kg.Changes{Page: page} }, nil, write
}

// compileChangeEdge compiles a field whose value is a row of the log.
func compileChangeEdge(c *compiler, f selected) func(*writer, *kg.Change) bool {
	return compileRow(c, f, func(f selected) func(*writer, *kg.Change) bool {
		if f.Name == "node" {
			return compileLeaves(c, f.selections(), "Change", changeLeaves)
		}
		return func(w *writer, change *kg.Change) bool { return w.cursor(changeKey(change)) }
	})
}

// changeKey is the key of a change for cursors.
func changeKey(c *kg.Change) []string { return []string{strconv.FormatInt(c.Seq, 10)} }

var changeLeaves = leaves[*kg.Change]{
	"action": func(w *writer, c *kg.Change) bool { return w.text(string(c.Action)) },
	"nodeId": func(w *writer, c *kg.Change) bool { return w.text(string(c.Node)) },
	"kind":   func(w *writer, c *kg.Change) bool { return w.text(string(c.Kind)) },
	"at":     func(w *writer, c *kg.Change) bool { return w.text(c.At) },
}

var changesPageInfo = leaves[*kg.Result]{
	"hasNextPage":     func(w *writer, r *kg.Result) bool { return w.bool(r.More) },
	"hasPreviousPage": func(w *writer, r *kg.Result) bool { return w.bool(false) },
	"startCursor": func(w *writer, r *kg.Result) bool {
		if len(r.Changes) == 0 {
			return w.null()
		}
		return w.cursor(changeKey(&r.Changes[0]))
	},
	"endCursor": func(w *writer, r *kg.Result) bool {
		if len(r.Changes) == 0 {
			return w.null()
		}
		return w.cursor(changeKey(&r.Changes[len(r.Changes)-1]))
	},
}
