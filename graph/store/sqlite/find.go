package sqlite

import (
	"slices"

	"mueang/graph/kg"
)

// find reads a page of the list of all nodes that fulfil a condition.
func (r *run) find(root kg.Find, shape *kg.Shape) (*kg.Result, error) {
	l, err := r.listOf(root)
	if err != nil {
		return nil, err
	}
	columns := findColumns(root.Order)
	expressions := append(orderExpressions(l.table, "n", "", root.Order), l.id)
	// The outer ORDER BY makes the first step of the statement do all the
	// work, and the first step is what a context's end interrupts.
	var edges []kg.Edge
	if root.Page.Size() > 0 {
		var q query
		q.add("WITH page AS MATERIALIZED (SELECT " + l.distinct + l.id + " AS id")
		for i, expression := range expressions {
			q.add(", " + expression + " AS " + keyName(i))
		}
		l.from(&q)
		q.window(columns, expressions, root.Page)
		q.add(" ORDER BY ")
		for i := range expressions {
			expressions[i] = l.plus + expressions[i]
		}
		q.orderBy(columns, expressions, backwards(root.Page))
		q.add(" LIMIT ?) SELECT * FROM page ORDER BY ", root.Page.Size()+1)
		q.orderBy(columns, keyNames(len(columns)), backwards(root.Page))
		err := r.rows(&q, func(row row) error {
			edges = append(edges, kg.Edge{NodeID: row.id(0), Key: key(columns, row, 1)})
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	outside := func(after bool) (there bool, err error) {
		if len(edges) == 0 || after && root.Page.After == nil || !after && root.Page.Before == nil {
			return false, nil
		}
		var q query
		q.add("SELECT EXISTS (SELECT 1")
		l.from(&q)
		q.add(" AND ")
		q.outside(columns, expressions, root.Page, after)
		q.add(")")
		err = r.rows(&q, func(row row) error {
			there = row.int(0) == 1
			return nil
		})
		return there, err
	}
	before, err := outside(true)
	if err != nil {
		return nil, err
	}
	after, err := outside(false)
	if err != nil {
		return nil, err
	}
	connection := finish(edges, root.Page, before, after)
	if root.Page.Count {
		var q query
		q.add("SELECT count(" + l.distinct + l.id + ")")
		l.from(&q)
		err := r.rows(&q, func(row row) error {
			connection.Total = row.int(0)
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	if err := r.fill(l.table, shape, connection.Edges); err != nil {
		return nil, err
	}
	return &kg.Result{Connection: &connection}, nil
}

// nodeList says where the nodes of a list, called n, are looked for.
type nodeList struct {
	root     kg.Find
	table    table
	entrance *entrance // nil for a list of nodes of the table
	id       string    // the column that gives the order by id
	distinct string
	plus     string // keeps a column from choosing the index
}

// entrance is a node that all nodes of a list have to be neighbours of, and the
// order by id is in the index of its facts: a page reads no more than the page,
// however many meetings a minister chaired.
type entrance struct {
	at   kg.ID
	hop  kg.Hop
	way  [2]string // see ends
	rest []*kg.Pred
}

func (r *run) listOf(root kg.Find) (*nodeList, error) {
	l := &nodeList{root: root, table: entities, id: "n.id"}
	if slices.Contains(root.Kinds, kg.KindDocument) {
		l.table = documents
	}
	if l.table == entities && len(root.Order) == 0 {
		entrance, err := r.entrance(root.Where)
		if err != nil {
			return nil, err
		}
		if entrance != nil {
			l.entrance, l.id, l.distinct = entrance, "o."+entrance.way[0], "DISTINCT "
			return l, nil
		}
	}
	if selective(root.Where) {
		// Where few nodes fulfil the condition, those are looked at, and not all
		// nodes in the order of the list.
		l.plus = "+"
	}
	return l, nil
}

// entrance gives the entrance to the nodes that fulfil a condition, nil where
// there is none.
func (r *run) entrance(where *kg.Pred) (*entrance, error) {
	var parts []*kg.Pred
	for list := []*kg.Pred{where}; len(list) > 0; list = list[1:] {
		switch p := list[0]; {
		case p == nil:
		case p.And != nil:
			for i := range p.And {
				list = append(list, &p.And[i])
			}
		default:
			parts = append(parts, p)
		}
	}
	for i, p := range parts {
		if p.Rel == nil || p.Rel.Quant != kg.Some || p.Rel.Via != kg.ViaFacts || len(p.Rel.Hops) != 1 ||
			p.Rel.Where == nil || p.Rel.Where.ID == nil {
			continue
		}
		hop, ways := p.Rel.Hops[0], ends(p.Rel.Hops[0].Direction)
		if len(hop.Kinds) > 0 || len(ways) > 1 {
			continue
		}
		found, err := r.resolve(p.Rel.Where.ID.In)
		if err != nil {
			return nil, err
		}
		if len(found) != 1 {
			continue
		}
		for _, id := range found {
			return &entrance{at: id, hop: hop, way: ways[0], rest: slices.Delete(parts, i, i+1)}, nil
		}
	}
	return nil, nil
}

// from writes the tables and the condition of a list.
func (l *nodeList) from(q *query) {
	if e := l.entrance; e != nil {
		q.add(" FROM fact o CROSS JOIN entity n ON n.id = "+l.id+" WHERE o."+e.way[1]+" = ?", e.at)
		q.types("o", e.hop.Types)
		q.edge("o", e.hop.Edge)
		q.kinds("n", l.root.Kinds)
		for _, p := range e.rest {
			q.add(" AND ")
			q.pred(l.table, "n", p)
		}
		return
	}
	q.add(" FROM " + string(l.table) + " n WHERE ")
	q.pred(l.table, "n", l.root.Where)
	if l.table == entities {
		q.kinds(l.plus+"n", l.root.Kinds)
	}
}
