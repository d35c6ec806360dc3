package graph

import (
	"github.com/vektah/gqlparser/v2/ast"

	"mueang/graph/kg"
)

// related compiles a field with @relation: it adds a step to the shape of the
// node, or finds the one that another key with equal arguments added, and gives
// what writes the step's result.
func (c *compiler) related(f selected, rel *relation, s *shape) (*step, func(*writer, *kg.Connection) bool) {
	args := c.arguments(f)
	st := s.step(rel, args.canonical())
	if st.hops == nil {
		st.hops = args.hops(rel)
		st.where, st.order = args.filter("filter", rel.node+"Filter"), args.order()
		if st.order == nil {
			st.order = rel.order
		}
		st.list.page = args.page()
		if rel.single {
			st.list.page = kg.Page{First: 1}
		}
	}
	c.keep(args.err)
	if c.depth++; c.depth > maxDepth {
		c.keep(kg.Errorf(kg.CostLimit, "", "%s: relations may stand at most %d deep", c.place(), maxDepth))
	}
	defer func() { c.depth-- }()
	if c.err != nil {
		return st, nil
	}
	if !rel.single {
		return st, c.connection(f.selections(), f.Definition.Type.Name(), &st.list).write
	}
	st.list.rows = true
	node := c.node(f.selections(), rel.node, need(&st.list.node, c.cat.kinds[rel.node]))
	return st, func(w *writer, conn *kg.Connection) bool {
		if len(conn.Edges) == 0 {
			return w.null()
		}
		return node.write(w, conn.Edges[0].Node)
	}
}

// step finds or adds the step of a relation with some arguments.
func (s *shape) step(rel *relation, arguments string) *step {
	for _, st := range s.steps {
		if st.relation == rel && st.arguments == arguments {
			return st
		}
	}
	st := &step{relation: rel, arguments: arguments, index: len(s.steps)}
	s.steps = append(s.steps, st)
	return st
}

// hops gives the moves of a relation as the arguments narrow them: types,
// direction, kinds, asOf and minConfidence count for the last.
func (a *arguments) hops(rel *relation) []kg.Hop {
	hops := append([]kg.Hop{}, rel.hops...)
	if len(hops) == 0 {
		return hops
	}
	last := &hops[len(hops)-1]
	if types := a.enums("types", "RelationType"); types != nil {
		last.Types = convert[kg.RelationType](types)
	}
	if kinds := a.enums("kinds", "EntityKind"); kinds != nil {
		last.Kinds = convert[kg.Kind](kinds)
	}
	if direction := a.enums("direction", "Direction"); direction != nil {
		last.Direction = kg.Direction(direction[0])
	}
	last.Edge.AsOf = a.date("asOf").First()
	last.Edge.MinConfidence = a.share("minConfidence")
	return hops
}

// connection compiles a selection set on a connection, and notes what it needs
// of the page.
func (c *compiler) connection(set ast.SelectionSet, typ string, list *pageOf) object[*kg.Connection] {
	return compileObject(c, set, c.cat.schema.Types[typ], func(f selected) func(*writer, *kg.Connection) bool {
		return c.connectionField(f, list)
	})
}

// connectionField compiles one field of a connection.
func (c *compiler) connectionField(f selected, page *pageOf) func(*writer, *kg.Connection) bool {
	typ := f.Definition.Type.Name()
	edges := func(conn *kg.Connection) []kg.Edge { return conn.Edges }
	switch f.Name {
	case "totalCount":
		page.count = true
		return func(w *writer, conn *kg.Connection) bool { return w.int(conn.Total) }
	case "pageInfo":
		page.rows, page.keys = true, true
		return compileLeaves(c, f.selections(), typ, pageInfoLeaves)
	case "nodes":
		page.rows = true
		return of(edges, listOf(c.edgeNode(f.selections(), typ, page)))
	case "edges":
		page.rows = true
		def := c.cat.schema.Types[typ]
		edge := compileObject(c, f.selections(), def, func(f selected) func(*writer, *kg.Edge) bool {
			return c.edgeField(f, typ, page)
		})
		return of(edges, listOf(edge.write))
	}
	return nil
}

var pageInfoLeaves = leaves[*kg.Connection]{
	"hasNextPage":     func(w *writer, conn *kg.Connection) bool { return w.bool(conn.HasNext) },
	"hasPreviousPage": func(w *writer, conn *kg.Connection) bool { return w.bool(conn.HasPrevious) },
	"startCursor": func(w *writer, conn *kg.Connection) bool {
		if len(conn.Edges) == 0 {
			return w.null()
		}
		return w.cursor(conn.Edges[0].Key)
	},
	"endCursor": func(w *writer, conn *kg.Connection) bool {
		if len(conn.Edges) == 0 {
			return w.null()
		}
		return w.cursor(conn.Edges[len(conn.Edges)-1].Key)
	},
}

// edgeNode compiles a selection set on what a row of a list is about: a node,
// or a fact or mention, which are no nodes.
func (c *compiler) edgeNode(set ast.SelectionSet, typ string, page *pageOf) func(*writer, *kg.Edge) bool {
	switch typ {
	case "Fact":
		fact := c.fact(set, needFact(&page.fact))
		return func(w *writer, e *kg.Edge) bool { return fact(w, &e.FactRow) }
	case "Mention":
		return c.mention(set, page)
	}
	node := c.node(set, typ, need(&page.node, c.cat.kinds[typ]))
	return func(w *writer, e *kg.Edge) bool { return node.write(w, e.Node) }
}

// mention compiles a selection set on a place of a document.
func (c *compiler) mention(set ast.SelectionSet, page *pageOf) func(*writer, *kg.Edge) bool {
	return compileObject(c, set, c.cat.schema.Types["Mention"], func(f selected) func(*writer, *kg.Edge) bool {
		if f.Name == "document" {
			return c.edgeNode(f.selections(), "Document", page)
		}
		return mentionLeaves[f.Name]
	}).write
}

var mentionLeaves = leaves[*kg.Edge]{
	"text":  func(w *writer, e *kg.Edge) bool { return w.text(e.Span.Text) },
	"start": func(w *writer, e *kg.Edge) bool { return w.int(e.Span.Start) },
	"end":   func(w *writer, e *kg.Edge) bool { return w.int(e.Span.End) },
}

// edgeField compiles one field of a row of a list.
func (c *compiler) edgeField(f selected, typ string, page *pageOf) func(*writer, *kg.Edge) bool {
	field := typ + "." + f.Name
	if rel := c.cat.fields[typ][f.Name]; rel != nil { // from the row's node
		s := need(&page.node, c.cat.kinds[nodeType(c.cat, typ)])
		st, write := c.related(f, rel, s)
		st.on = s.kinds
		return func(w *writer, e *kg.Edge) bool { return write(w, &e.Node.Steps[st.index]) }
	}
	switch field {
	case "PositionEdge.role":
		need(&page.node, bit(kg.KindPost)).only |= kg.AttrRole
		values := c.cat.enums["PostRole"]
		return func(w *writer, e *kg.Edge) bool { return w.enumOrNull(values, e.Node.Entity.Role) }
	case "PositionEdge.roleText":
		need(&page.node, bit(kg.KindPost)).only |= kg.AttrRoleText
		return func(w *writer, e *kg.Edge) bool { return w.textOrNull(e.Node.Entity.RoleText) }
	case "TimelineEdge.date":
		need(&page.node, c.cat.kinds["Entity"]).only |= kg.AttrStartDate
		return of(func(e *kg.Edge) *kg.PartialDate { return e.Node.Entity.StartDate }, c.date(f))
	case "RelationEdge.direction":
		needFact(&page.fact).only |= kg.FactAttrEnds
		return func(w *writer, e *kg.Edge) bool {
			if e.Fact.Object == e.NodeID {
				return w.text(string(kg.Out))
			}
			return w.text(string(kg.In))
		}
	}
	switch f.Name {
	case "node", "post":
		return c.edgeNode(f.selections(), f.Definition.Type.Name(), page)
	}
	if leaf := edgeLeaves[f.Name]; leaf != nil {
		page.keys = page.keys || f.Name == "cursor"
		return leaf
	}
	write := c.factField(f, needFact(&page.fact))
	if write == nil {
		return nil
	}
	return func(w *writer, e *kg.Edge) bool { return write(w, &e.FactRow) }
}

// nodeType gives the type of the nodes of a type of rows.
func nodeType(cat *catalog, edge string) string {
	return cat.schema.Types[edge].Fields.ForName("node").Type.Name()
}

var edgeLeaves = leaves[*kg.Edge]{
	"cursor":    func(w *writer, e *kg.Edge) bool { return w.cursor(e.Key) },
	"count":     func(w *writer, e *kg.Edge) bool { return w.int(e.Count) },
	"score":     func(w *writer, e *kg.Edge) bool { return w.float(e.Score) },
	"highlight": func(w *writer, e *kg.Edge) bool { return w.text(e.Matched) },
}
