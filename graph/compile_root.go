package graph

import (
	"context"

	"mueang/graph/kg"
)

// rootField is a compiled root field.
type rootField struct {
	plan    *kg.Plan // nil where the store is not asked
	rank    *ranking // nil but where the plan's rank is computed outside the store
	cost    int
	nonNull bool
	write   func(*writer, *kg.Result) bool
	err     error
	kept    lastAnswer
	scope   string                                                                                     // of the token that a mutation needs
	do      func(ctx context.Context, x *executor, actor string) (write func(*writer) bool, err error) // instead of a plan: of a mutation, and of what is about the client
}

// rootCompiler compiles one root field: it gives where the plan starts, the
// shape of its nodes and what writes the result. Pages are filled in by
// compiling the selection set, so the start is asked for after that.
type rootCompiler func(c *compiler, f selected, args *arguments) (start func() kg.Root, nodes *shape, write func(*writer, *kg.Result) bool)

// roots are the root fields but those with @find.
var roots = map[string]rootCompiler{
	"node":                (*compiler).rootNode,
	"nodes":               (*compiler).rootNodes,
	"fact":                (*compiler).rootFact,
	"facts":               (*compiler).rootFacts,
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
	"_entities":           (*compiler).rootEntities,
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
	if made.rank, c.rank = c.rank, nil; made.rank != nil {
		made.cost = plus(made.cost, costTies)
	}
	made.write = write
	return made
}

// run gives the answer of a store, nil where it is not asked. known is the
// state that an earlier answer was from.
func (f *rootField) run(ctx context.Context, store kg.Store, known kg.State) (*kg.Result, error) {
	switch {
	case f.plan == nil:
		return nil, nil
	case f.rank != nil:
		return f.rank.run(ctx, store, f.plan.Shape, known)
	}
	plan := *f.plan
	plan.Known = known
	return store.Run(ctx, &plan)
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
	ids := args.ids("ids", maxPage)
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
