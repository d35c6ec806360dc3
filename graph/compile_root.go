package graph

import (
	"mueang/graph/kg"
)

// rootField is a compiled root field.
type rootField struct {
	plan    *kg.Plan // nil where the store is not asked
	cost    int
	nonNull bool
	write   func(*writer, *kg.Result) bool
	err     error
}

// rootCompiler compiles one root field: it gives where the plan starts, the
// shape of its nodes and what writes the result. Pages are filled in by
// compiling the selection set, so the start is asked for after that.
type rootCompiler func(c *compiler, f selected, args *arguments) (start func() kg.Root, nodes *shape, write func(*writer, *kg.Result) bool)

// roots are the root fields but those with @find.
var roots = map[string]rootCompiler{
	"node":                (*compiler).rootNode,
	"nodes":               (*compiler).rootNodes,
	"lookup":              (*compiler).rootLookup,
	"search":              (*compiler).rootSearch,
	"path":                (*compiler).rootPath,
	"neighborhood":        (*compiler).rootNeighborhood,
	"timeline":            (*compiler).rootTimeline,
	"meetingStatistics":   (*compiler).rootMeetingStatistics,
	"agreementStatistics": (*compiler).rootAgreementStatistics,
	"factStatistics":      (*compiler).rootFactStatistics,
	"centrality":          (*compiler).rootCentrality,
	"changes":             (*compiler).rootChanges,
	"coverage":            (*compiler).rootCoverage,
	"statistics":          (*compiler).rootStatistics,
}

// root compiles a root field.
func (c *compiler) root(f selected) *rootField {
	made := &rootField{nonNull: f.Definition.Type.NonNull}
	c.path, c.err = append(c.path[:0], f.Alias), nil
	compile := roots[f.Name]
	if c.cat.finds[f.Name] != "" {
		compile = (*compiler).rootFind
	}
	if compile == nil {
		made.err = kg.Errorf(kg.Internal, "graph.compile", "the field Query.%s has no plan", f.Name)
		return made
	}
	args := c.arguments(f)
	start, nodes, write := compile(c, f, args)
	c.keep(args.err)
	if made.err = c.err; made.err != nil {
		return made
	}
	made.plan = &kg.Plan{Root: start(), Shape: nodes.plan()}
	made.cost = cost(made.plan)
	made.write = write
	return made
}

// compileRow compiles the selection set of a field whose type is no node.
func compileRow[T any](c *compiler, f selected, of fields[T]) func(*writer, T) bool {
	return compileObject(c, f.selections(), c.cat.schema.Types[f.Definition.Type.Name()], of).write
}

func (c *compiler) rootNode(f selected, args *arguments) (func() kg.Root, *shape, func(*writer, *kg.Result) bool) {
	var s *shape
	node := optional(c.node(f.selections(), "Node", need(&s, c.cat.kinds["Node"])).write)
	start := func() kg.Root { return kg.ByID{IDs: []kg.ID{kg.ID(args.text("id"))}} }
	return start, s, func(w *writer, r *kg.Result) bool { return node(w, r.Nodes[0]) }
}

func (c *compiler) rootNodes(f selected, args *arguments) (func() kg.Root, *shape, func(*writer, *kg.Result) bool) {
	ids := args.ids("ids")
	var s *shape
	node := orNull(optional(c.node(f.selections(), "Node", need(&s, c.cat.kinds["Node"])).write))
	write := listOf(func(w *writer, n **kg.Node) bool { return node(w, *n) })
	return func() kg.Root { return kg.ByID{IDs: ids} }, s, of(func(r *kg.Result) []*kg.Node { return r.Nodes }, write)
}

// rootFind compiles the lists of nodes of a type.
func (c *compiler) rootFind(f selected, args *arguments) (func() kg.Root, *shape, func(*writer, *kg.Result) bool) {
	page := pageOf{page: args.page()}
	find := kg.Find{Kinds: c.cat.kinds[c.cat.finds[f.Name]].list(), Order: args.order()}
	if filter := f.Definition.Arguments.ForName("filter"); filter != nil {
		find.Where = args.filter("filter", filter.Type.Name())
	}
	write := c.connection(f.selections(), f.Definition.Type.Name(), &page).write
	start := func() kg.Root {
		find.Page = page.plan()
		return find
	}
	return start, page.node, of(resultConnection, write)
}

func resultConnection(r *kg.Result) *kg.Connection { return r.Connection }

func resultEdges(r *kg.Result) []kg.Edge { return r.Connection.Edges }

func (c *compiler) rootTimeline(f selected, args *arguments) (func() kg.Root, *shape, func(*writer, *kg.Result) bool) {
	page := pageOf{page: args.page()}
	where := []kg.Pred{{Date: &kg.DatePred{From: args.date("from").First(), To: args.date("to").Last()}}}
	if ids := args.ids("ids"); ids != nil {
		is := kg.Pred{ID: &kg.IDPred{In: ids}}
		connected := kg.Pred{Rel: &kg.RelPred{Via: kg.ViaFacts, Hops: []kg.Hop{{Direction: kg.Both}}, Quant: kg.Some, Where: &is}}
		where = append(where, kg.Pred{Or: []kg.Pred{is, connected}})
	}
	pred := all(where)
	write := c.connection(f.selections(), f.Definition.Type.Name(), &page).write
	start := func() kg.Root {
		return kg.Find{
			Kinds: []kg.Kind{kg.KindMeeting, kg.KindAgreement, kg.KindProject},
			Where: &pred, Order: []kg.Order{{By: kg.OrderDate}}, Page: page.plan(),
		}
	}
	return start, page.node, of(resultConnection, write)
}

func (c *compiler) rootPath(f selected, args *arguments) (func() kg.Root, *shape, func(*writer, *kg.Result) bool) {
	search := kg.PathSearch{
		From: kg.ID(args.text("from")), To: kg.ID(args.text("to")),
		MaxLength: orDefault(args.int("maxLength", 1, 6), 4), First: orDefault(args.int("first", 1, 10), 3),
		Types: convert[kg.RelationType](args.enums("relations", "RelationType")),
		Edge:  kg.EdgePred{AsOf: args.date("asOf").First()},
	}
	var nodes *shape
	var fact *factShape
	path := compileRow(c, f, func(f selected) func(*writer, *kg.Path) bool {
		switch f.Name {
		case "length":
			return func(w *writer, p *kg.Path) bool { return w.int(len(p.Hops)) }
		case "nodes":
			return of(func(p *kg.Path) []*kg.Node { return p.Nodes }, nodeList(c.entity(f, &nodes)))
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

func (c *compiler) rootNeighborhood(f selected, args *arguments) (func() kg.Root, *shape, func(*writer, *kg.Result) bool) {
	around := kg.Neighborhood{
		IDs:   args.ids("ids"),
		Depth: 1,
		Limit: orDefault(args.int("limit", 1, 500), 100),
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

func (c *compiler) rootCentrality(f selected, args *arguments) (func() kg.Root, *shape, func(*writer, *kg.Result) bool) {
	degree := kg.Degree{Kinds: convert[kg.Kind](args.enums("kinds", "EntityKind")), First: defaultPage}
	if args.has("first") {
		degree.First = args.int("first", 0, maxPage)
	}
	args.enums("metric", "CentralityMetric")
	var nodes *shape
	ranked := compileRow(c, f, func(f selected) func(*writer, *kg.Edge) bool {
		if f.Name == "entity" {
			return of(func(e *kg.Edge) *kg.Node { return e.Node }, c.entity(f, &nodes))
		}
		return edgeLeaves[f.Name]
	})
	return func() kg.Root { return degree }, nodes, of(resultEdges, listOf(ranked))
}

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
			return of(changes, listOf(compileRow(c, f, func(f selected) func(*writer, *kg.Change) bool {
				if f.Name == "node" {
					return compileLeaves(c, f.selections(), "Change", changeLeaves)
				}
				return func(w *writer, change *kg.Change) bool { return w.cursor(changeKey(change)) }
			})))
		}
		return nil
	})
	return func() kg.Root { return kg.Changes{Page: page} }, nil, write
}

// orDefault gives a number, or another where it is 0.
func orDefault(n, otherwise int) int {
	if n == 0 {
		return otherwise
	}
	return n
}
