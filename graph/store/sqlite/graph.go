package sqlite

import (
	"mueang/graph/kg"
)

// linksOf reads the facts that have any of some entities as an end, by id, each
// once.
func (r *run) linksOf(ids []kg.ID, types []kg.RelationType, edge kg.EdgePred) (found []link[kg.ID], err error) {
	var q query
	from := list(ids)
	for i, way := range ends(kg.Both) {
		if i > 0 {
			q.add(" UNION ")
		}
		q.add("SELECT f.id AS id, f.subject, f.object FROM json_each(?) p CROSS JOIN fact f ON f."+way[0]+" = p.value WHERE 1", from)
		q.types("f", types)
		q.edge("f", edge)
	}
	q.add(" ORDER BY id")
	err = r.rows(&q, func(row row) error {
		found = append(found, link[kg.ID]{row.id(0), row.id(1), row.id(2)})
		return nil
	})
	return found, err
}

func (r *run) neighborhood(root kg.Neighborhood, shape *kg.Shape) (*kg.Result, error) {
	given, truncated, err := r.around(root)
	if err != nil {
		return nil, err
	}
	nodes, err := r.nodes(entities, shape, given)
	if err != nil {
		return nil, err
	}
	graph := &kg.Subgraph{Truncated: truncated}
	inside := make(map[kg.ID]bool, len(given))
	for _, id := range given {
		inside[id] = true
		graph.Nodes = append(graph.Nodes, nodes[id])
	}
	facts, err := r.among(given, root)
	if err != nil {
		return nil, err
	}
	if graph.Facts, err = r.factList(facts, root.Fact); err != nil {
		return nil, err
	}
	return &kg.Result{Subgraph: graph}, nil
}

// around gives the entities near some, nearest first, up to a limit, and
// whether there are more.
func (r *run) around(root kg.Neighborhood) (given []kg.ID, truncated bool, err error) {
	resolved, err := r.resolve(root.IDs)
	if err != nil {
		return nil, false, err
	}
	seen := map[kg.ID]bool{}
	var level []kg.ID
	for _, id := range root.IDs {
		if at, ok := resolved[id]; ok && !seen[at] {
			seen[at] = true
			level = append(level, at)
		}
	}
	for depth := 0; len(level) > 0; depth++ {
		if level, err = r.byDocuments(level); err != nil {
			return nil, false, err
		}
		given = append(given, level...)
		if len(given) > root.Limit {
			return given[:max(root.Limit, 0)], true, nil
		}
		if depth >= root.Depth {
			break
		}
		if level, err = r.beside(level, seen, root); err != nil {
			return nil, false, err
		}
	}
	return given, false, nil
}

// beside gives the neighbours of entities that are not seen yet, and marks them.
func (r *run) beside(ids []kg.ID, seen map[kg.ID]bool, root kg.Neighborhood) (next []kg.ID, err error) {
	var q query
	from := list(ids)
	for i, way := range ends(kg.Both) {
		if i > 0 {
			q.add(" UNION ")
		}
		q.add("SELECT f."+way[1]+" FROM json_each(?) p CROSS JOIN fact f ON f."+way[0]+" = p.value", from)
		if len(root.Kinds) > 0 {
			q.add(" CROSS JOIN entity n ON n.id = f." + way[1])
		}
		q.add(" WHERE 1")
		q.types("f", root.Types)
		q.edge("f", root.Edge)
		q.kinds("n", root.Kinds)
	}
	err = r.rows(&q, func(row row) error {
		if id := row.id(0); !seen[id] {
			seen[id] = true
			next = append(next, id)
		}
		return nil
	})
	return next, err
}

// byDocuments puts entities in the order of their documents, most first, then
// by id.
func (r *run) byDocuments(ids []kg.ID) (ordered []kg.ID, err error) {
	var q query
	q.add("SELECT n.id FROM json_each(?) p CROSS JOIN entity n ON n.id = p.value ORDER BY n.documents DESC, n.id", list(ids))
	err = r.rows(&q, func(row row) error {
		ordered = append(ordered, row.id(0))
		return nil
	})
	return ordered, err
}

// among gives the facts between two of some entities, by id.
func (r *run) among(ids []kg.ID, root kg.Neighborhood) (facts []kg.ID, err error) {
	var q query
	q.add("WITH given AS MATERIALIZED (SELECT value AS id FROM json_each(?)) SELECT f.id FROM given p "+
		"CROSS JOIN fact f ON f.subject = p.id WHERE f.object IN (SELECT id FROM given)", list(ids))
	q.types("f", root.Types)
	q.edge("f", root.Edge)
	q.add(" ORDER BY f.id")
	err = r.rows(&q, func(row row) error {
		facts = append(facts, row.id(0))
		return nil
	})
	return facts, err
}

// factList reads facts with what a shape asks for, zero rows for no shape.
func (r *run) factList(ids []kg.ID, shape *kg.FactShape) ([]kg.FactRow, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	list := make([]kg.FactRow, len(ids))
	if shape == nil {
		return list, nil
	}
	rows, err := r.factRows(shape, ids)
	for i, id := range ids {
		list[i] = rows[id]
	}
	return list, err
}
