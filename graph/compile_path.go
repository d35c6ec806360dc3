package graph

import (
	"cmp"

	"mueang/graph/kg"
)

func (c *compiler) rootPath(f selected, args *arguments) (func() kg.Root, *shape, func(*writer, *kg.Result) bool) {
	search := kg.PathSearch{
		From: kg.ID(args.text("from")), To: kg.ID(args.text("to")),
		MaxLength: cmp.Or(args.int("maxLength", 1, 6), 4), First: cmp.Or(args.int("first", 1, 10), 3),
		Types: convert[kg.RelationType](args.enums("relations", "RelationType")),
		Edge:  kg.EdgePred{AsOf: args.date("asOf").First()},
	}
	var nodes *shape
	need(&nodes, c.cat.kinds["Entity"]) // the ends of hops
	var fact *factShape
	path := compileRow(c, f, func(f selected) func(*writer, *kg.Path) bool {
		switch f.Name {
		case "length":
			return func(w *writer, p *kg.Path) bool { return w.int(len(p.Hops)) }
		case "nodes":
			return of(func(p *kg.Path) []*kg.Node { return p.Nodes }, nodeList(c.entity(f, &nodes)))
		case "together":
			needFact(&fact).only |= kg.FactAttrValid | kg.FactAttrObserved
			return of(together, optional(c.period(f)))
		case "hops":
			hop := c.pathHop(f, &nodes, &fact)
			return func(w *writer, p *kg.Path) bool {
				i := 0
				return list(w, p.Hops, func(w *writer, h *kg.PathHop) bool {
					i++
					return hop(w, walked{h, p.Nodes[i-1], p.Nodes[i]})
				})
			}
		}
		return nil
	})
	start := func() kg.Root {
		search.Fact = fact.plan()
		return search
	}
	return start, nodes, of(func(r *kg.Result) []kg.Path { return r.Paths }, listOf(path))
}

// period is a span of days; "" is open.
type period struct{ from, to string }

// period compiles a Period.
func (c *compiler) period(f selected) func(*writer, *period) bool {
	return compileRow(c, f, func(f selected) func(*writer, *period) bool {
		switch f.Name {
		case "from":
			return dated(c.date(f), func(p *period) string { return p.from })
		case "to":
			return dated(c.date(f), func(p *period) string { return p.to })
		}
		return nil
	})
}

// together gives the days on which all facts of a path hold, nil for none.
func together(path *kg.Path) *period {
	var all period
	for i := range path.Hops {
		from, to, known := path.Hops[i].Fact.Holds()
		if !known {
			return nil
		}
		all.from = max(all.from, from)
		if all.to == "" || to != "" && to < all.to {
			all.to = to
		}
	}
	if all.to != "" && all.to < all.from {
		return nil
	}
	return &all
}

// walked is a move of a path with its ends.
type walked struct {
	*kg.PathHop
	from, to *kg.Node
}

func (c *compiler) pathHop(f selected, nodes **shape, fact **factShape) func(*writer, walked) bool {
	return compileRow(c, f, func(f selected) func(*writer, walked) bool {
		switch f.Name {
		case "from":
			return of(func(h walked) *kg.Node { return h.from }, c.entity(f, nodes))
		case "to":
			return of(func(h walked) *kg.Node { return h.to }, c.entity(f, nodes))
		case "direction":
			return func(w *writer, h walked) bool {
				if h.Forward {
					return w.text(string(kg.Out))
				}
				return w.text(string(kg.In))
			}
		}
		write := c.factField(f, needFact(fact))
		if write == nil {
			return nil
		}
		return func(w *writer, h walked) bool { return write(w, &h.FactRow) }
	})
}

// nodeList writes a list of nodes that are all there.
func nodeList(write func(*writer, *kg.Node) bool) func(*writer, []*kg.Node) bool {
	return listOf(func(w *writer, n **kg.Node) bool { return write(w, *n) })
}

// maxAround is how many entities a part of the graph may have.
const maxAround = 500

func (c *compiler) rootNeighborhood(f selected, args *arguments) (func() kg.Root, *shape, func(*writer, *kg.Result) bool) {
	around := kg.Neighborhood{
		IDs:   args.ids("ids", maxAround),
		Depth: 1,
		Limit: cmp.Or(args.int("limit", 1, maxAround), 100),
		Types: convert[kg.RelationType](args.enums("relations", "RelationType")),
		Kinds: convert[kg.Kind](args.enums("kinds", "EntityKind")),
		Edge:  kg.EdgePred{AsOf: args.date("asOf").First()},
	}
	if args.has("depth") {
		around.Depth = args.int("depth", 0, 3)
	}
	var nodes *shape
	var fact *factShape
	graph := compileRow(c, f, func(f selected) func(*writer, *kg.Subgraph) bool {
		switch f.Name {
		case "nodes":
			return of(func(s *kg.Subgraph) []*kg.Node { return s.Nodes }, nodeList(c.entity(f, &nodes)))
		case "facts":
			return of(func(s *kg.Subgraph) []kg.FactRow { return s.Facts }, listOf(c.fact(f.selections(), needFact(&fact))))
		case "truncated":
			return func(w *writer, s *kg.Subgraph) bool { return w.bool(s.Truncated) }
		}
		return nil
	})
	start := func() kg.Root {
		around.Fact = fact.plan()
		return around
	}
	return start, nodes, of(func(r *kg.Result) *kg.Subgraph { return r.Subgraph }, graph)
}
