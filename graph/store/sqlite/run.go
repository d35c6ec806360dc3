package sqlite

import (
	"context"
	"slices"

	"mueang/graph/kg"
)

// run answers one plan on a connection in a read transaction. It keeps the rows
// that it has read, as several nodes of an answer may be one.
type run struct {
	ctx       context.Context
	c         *conn
	cache     *cache
	store     *Store
	entities  map[kg.ID]*kg.Entity
	documents map[kg.ID]*kg.Document // without text
	texts     map[kg.ID]*kg.Document // with text
	facts     map[kg.ID]*kg.Fact
	evidences map[kg.ID]evidence // by fact; without nodes
	factKeys  map[kg.ID]int      // of facts that a step came by: a shorter way to their rows
}

func newRun(ctx context.Context, c *conn, cache *cache, store *Store) *run {
	return &run{
		ctx: ctx, c: c, cache: cache, store: store,
		entities:  map[kg.ID]*kg.Entity{},
		documents: map[kg.ID]*kg.Document{},
		texts:     map[kg.ID]*kg.Document{},
		facts:     map[kg.ID]*kg.Fact{},
		evidences: map[kg.ID]evidence{},
		factKeys:  map[kg.ID]int{},
	}
}

func (r *run) plan(plan *kg.Plan) (*kg.Result, error) {
	switch root := plan.Root.(type) {
	case kg.ByID:
		return r.byID(root, plan.Shape)
	case kg.FactsByID:
		return r.factsByID(root)
	case kg.Find:
		return r.find(root, plan.Shape)
	case kg.Search:
		return r.search(root, plan.Shape)
	case kg.PathSearch:
		return r.paths(root, plan.Shape)
	case kg.Neighborhood:
		return r.neighborhood(root, plan.Shape)
	case kg.Count:
		return r.count(root)
	case kg.Degree:
		return r.degree(root, plan.Shape)
	case kg.Ties:
		return r.ties(root)
	case kg.Changes:
		return r.changes(root.Page)
	case kg.Totals:
		return r.totals()
	case kg.Coverage:
		return r.coverage()
	}
	return nil, kg.Errorf(kg.Internal, "sqlite.Run", "%T is no root", plan.Root)
}

// rows runs a query.
func (r *run) rows(q *query, f func(row) error) error {
	return r.c.query(r.ctx, q.text.String(), q.args, f)
}

// resolve gives the entities that ids are found by.
func (r *run) resolve(ids []kg.ID) (map[kg.ID]kg.ID, error) {
	var q query
	q.add("SELECT p.value, r.entity FROM json_each(?) p CROSS JOIN entity_referent r ON r.referent = p.value", list(ids))
	found := make(map[kg.ID]kg.ID, len(ids))
	err := r.rows(&q, func(row row) error {
		found[row.id(0)] = row.id(1)
		return nil
	})
	return found, err
}

func (r *run) byID(root kg.ByID, shape *kg.Shape) (*kg.Result, error) {
	found, err := r.resolve(root.IDs)
	if err != nil {
		return nil, err
	}
	var entityIDs, documentIDs []kg.ID
	for _, id := range root.IDs {
		if entity, ok := found[id]; ok {
			entityIDs = append(entityIDs, entity)
		} else {
			documentIDs = append(documentIDs, id)
		}
	}
	entityNodes, err := r.nodes(entities, shape, entityIDs)
	if err != nil {
		return nil, err
	}
	documentNodes, err := r.nodes(documents, shape, documentIDs)
	if err != nil {
		return nil, err
	}
	result := &kg.Result{}
	for _, id := range root.IDs {
		if entity, ok := found[id]; ok {
			result.Nodes = append(result.Nodes, entityNodes[entity])
		} else {
			result.Nodes = append(result.Nodes, documentNodes[id])
		}
	}
	return result, nil
}

func (r *run) factsByID(root kg.FactsByID) (*kg.Result, error) {
	if err := r.loadFacts(root.IDs); err != nil {
		return nil, err
	}
	there := func(id kg.ID) bool { return r.facts[id] != nil && r.facts[id].FactStatus != kg.Rejected }
	rows, err := r.factRows(root.Fact, slices.DeleteFunc(slices.Clone(root.IDs), func(id kg.ID) bool { return !there(id) }))
	if err != nil {
		return nil, err
	}
	result := &kg.Result{Facts: make([]*kg.FactRow, len(root.IDs))}
	for i, id := range root.IDs {
		if there(id) {
			row := rows[id]
			result.Facts[i] = &row
		}
	}
	return result, nil
}

// fill gives edges their nodes.
func (r *run) fill(t table, shape *kg.Shape, edges []kg.Edge) error {
	ids := make([]kg.ID, len(edges))
	for i := range edges {
		ids[i] = edges[i].NodeID
	}
	nodes, err := r.nodes(t, shape, ids)
	for i := range edges {
		edges[i].Node = nodes[edges[i].NodeID]
	}
	return err
}

// nodes reads nodes with what a shape asks for, each once; none for no shape.
func (r *run) nodes(t table, shape *kg.Shape, ids []kg.ID) (map[kg.ID]*kg.Node, error) {
	if shape == nil || len(ids) == 0 {
		return nil, nil
	}
	nodes := make(map[kg.ID]*kg.Node, len(ids))
	order := make([]kg.ID, 0, len(ids))
	for _, id := range ids {
		if _, seen := nodes[id]; !seen {
			nodes[id] = nil
			order = append(order, id)
		}
	}
	if err := r.load(t, shape.Text, order); err != nil {
		return nil, err
	}
	block := make([]kg.Node, len(order))
	there := order[:0]
	for i, id := range order {
		node := &block[i]
		switch {
		case t == entities:
			node.Entity = r.entities[id]
		case shape.Text:
			node.Document = r.texts[id]
		default:
			node.Document = r.documents[id]
		}
		if node.Entity == nil && node.Document == nil {
			delete(nodes, id)
			continue
		}
		if len(shape.Steps) > 0 {
			node.Steps = make([]kg.Connection, len(shape.Steps))
		}
		nodes[id] = node
		there = append(there, id)
	}
	for i := range shape.Steps {
		step := &shape.Steps[i]
		parents := there
		if len(step.On) > 0 {
			parents = nil
			for _, id := range there {
				if slices.Contains(step.On, nodes[id].Kind()) {
					parents = append(parents, id)
				}
			}
		}
		connections, err := r.step(t, step, parents)
		if err != nil {
			return nil, err
		}
		for j, id := range parents {
			nodes[id].Steps[i] = connections[j]
		}
	}
	return nodes, nil
}

// load reads the rows of nodes that the run does not have yet.
func (r *run) load(t table, text bool, ids []kg.ID) error {
	switch {
	case t == entities:
		return load(r, func() map[kg.ID]*kg.Entity { return r.cache.entities }, r.entities, ids, func(missing []kg.ID) (size int, err error) {
			var q query
			q.add("SELECT n.body FROM json_each(?) p CROSS JOIN entity n ON n.id = p.value", list(missing))
			return readInto(r, &q, r.entities, func(e *kg.Entity) kg.ID { return e.ID })
		})
	case !text:
		return load(r, func() map[kg.ID]*kg.Document { return r.cache.documents }, r.documents, ids, func(missing []kg.ID) (size int, err error) {
			var q query
			q.add("SELECT n.body FROM json_each(?) p CROSS JOIN document n ON n.id = p.value", list(missing))
			return readInto(r, &q, r.documents, func(d *kg.Document) kg.ID { return d.ID })
		})
	}
	if err := r.load(t, false, ids); err != nil {
		return err
	}
	var q query
	q.add("SELECT n.id, t.text FROM json_each(?) p CROSS JOIN document n ON n.id = p.value "+
		"JOIN document_text t ON t.document = n.key", list(ids))
	return r.rows(&q, func(row row) error {
		d := *r.documents[row.id(0)]
		d.Text = row.text(1)
		r.texts[d.ID] = &d
		return nil
	})
}

// loadFacts reads the facts that the run does not have yet.
func (r *run) loadFacts(ids []kg.ID) error {
	return load(r, func() map[kg.ID]*kg.Fact { return r.cache.facts }, r.facts, ids, func(missing []kg.ID) (size int, err error) {
		var q query
		keys := make([]int, 0, len(missing))
		for _, id := range missing {
			if key, ok := r.factKeys[id]; ok {
				keys = append(keys, key)
			}
		}
		if len(keys) == len(missing) {
			slices.Sort(keys)
			q.add("SELECT f.body FROM json_each(?) p CROSS JOIN fact f ON f.key = p.value", numbers(keys))
		} else {
			q.add("SELECT f.body FROM json_each(?) p CROSS JOIN fact f ON f.id = p.value", list(missing))
		}
		return readInto(r, &q, r.facts, func(f *kg.Fact) kg.ID { return f.ID })
	})
}

// load puts rows into the run's own, out of the cache or, where they are
// missing there, by read, which gives the size of what it read.
func load[V any](r *run, cached func() map[kg.ID]*V, own map[kg.ID]*V, ids []kg.ID, read func(missing []kg.ID) (size int, err error)) error {
	missing := lookUp(r.cache, cached, own, ids, func(*V) bool { return true })
	if len(missing) == 0 {
		return nil
	}
	size, err := read(missing)
	if err == nil {
		keep(r.cache, cached, own, missing, size)
	}
	return err
}

// readInto adds rows to the run's own and gives the size of their bodies.
func readInto[V any](r *run, q *query, own map[kg.ID]*V, id func(*V) kg.ID) (size int, err error) {
	err = r.rows(q, func(row row) error {
		v := new(V)
		if err := decode(row.text(0), v); err != nil {
			return err
		}
		own[id(v)] = v
		size += len(row.text(0))
		return nil
	})
	return size, err
}

// factRows reads facts with what a shape asks for; nil for no shape.
func (r *run) factRows(shape *kg.FactShape, ids []kg.ID) (map[kg.ID]kg.FactRow, error) {
	if shape == nil || len(ids) == 0 {
		return nil, nil
	}
	if err := r.loadFacts(ids); err != nil {
		return nil, err
	}
	rows := make(map[kg.ID]kg.FactRow, len(ids))
	order := make([]kg.ID, 0, len(ids))
	for _, id := range ids {
		if _, seen := rows[id]; !seen {
			rows[id] = kg.FactRow{Fact: r.facts[id]}
			order = append(order, id)
		}
	}
	ends := func(shape *kg.Shape, end func(*kg.Fact) kg.ID) (map[kg.ID]*kg.Node, error) {
		if shape == nil {
			return nil, nil
		}
		var ids []kg.ID
		for _, id := range order {
			if at := end(r.facts[id]); at != "" {
				ids = append(ids, at)
			}
		}
		return r.nodes(entities, shape, ids)
	}
	sources, err := ends(shape.Source, func(f *kg.Fact) kg.ID { return f.Subject })
	if err != nil {
		return nil, err
	}
	targets, err := ends(shape.Target, func(f *kg.Fact) kg.ID { return f.Object })
	if err != nil {
		return nil, err
	}
	behalves, err := ends(shape.OnBehalfOf, func(f *kg.Fact) kg.ID { return f.OnBehalfOf })
	if err != nil {
		return nil, err
	}
	pieces, err := r.evidence(shape.Evidence, order)
	if err != nil {
		return nil, err
	}
	for _, id := range order {
		f := r.facts[id]
		rows[id] = kg.FactRow{
			Fact: f, Source: sources[f.Subject], Target: targets[f.Object], OnBehalfOf: behalves[f.OnBehalfOf],
			Evidence: pieces[id],
		}
	}
	return rows, nil
}

// evidence reads the first statements for each of some facts.
func (r *run) evidence(shape *kg.EvidenceShape, facts []kg.ID) (map[kg.ID][]kg.EvidenceRow, error) {
	if shape == nil || shape.First <= 0 {
		return nil, nil
	}
	if err := r.loadEvidence(shape.First, facts); err != nil {
		return nil, err
	}
	found := make(map[kg.ID][]kg.EvidenceRow, len(facts))
	var ids []kg.ID
	for _, fact := range facts {
		rows := r.evidences[fact].rows
		rows = rows[:min(len(rows), shape.First):min(len(rows), shape.First)]
		if shape.Document != nil {
			rows = slices.Clone(rows)
			for i := range rows {
				ids = append(ids, rows[i].Document)
			}
		}
		found[fact] = rows
	}
	nodes, err := r.nodes(documents, shape.Document, ids)
	if err != nil || nodes == nil {
		return found, err
	}
	for _, rows := range found {
		for i := range rows {
			rows[i].Node = nodes[rows[i].Document]
		}
	}
	return found, nil
}

// loadEvidence reads the first pieces of evidence of facts that the run does
// not have yet.
func (r *run) loadEvidence(first int, facts []kg.ID) error {
	cached := func() map[kg.ID]evidence { return r.cache.evidence }
	missing := lookUp(r.cache, cached, r.evidences, facts, func(e evidence) bool { return e.asked >= first || len(e.rows) < e.asked })
	if len(missing) == 0 {
		return nil
	}
	// Most facts have few statements, and reading them all is the least work.
	// Where it turns out otherwise, no more are read than are asked for.
	budget := 200 + 4*len(missing)
	var short, limited query
	short.add("SELECT p.key, s.body FROM json_each(?) p CROSS JOIN statement s ON s.fact = p.value LIMIT ?", list(missing), budget)
	limited.add("SELECT p.key, s.body FROM json_each(?) p CROSS JOIN statement s ON s.key IN ("+
		"SELECT e.key FROM statement e WHERE e.fact = p.value ORDER BY e.document, e.start, e.stop, e.id LIMIT ?)", list(missing), first)
	statements, rows, size, err := r.statements(&short, len(missing))
	if err == nil && rows == budget {
		statements, _, size, err = r.statements(&limited, len(missing))
	}
	if err != nil {
		return err
	}
	for i, fact := range missing {
		e := evidence{asked: first}
		slices.SortFunc(statements[i], kg.CompareStatements)
		for j := range min(len(statements[i]), first) {
			e.rows = append(e.rows, kg.EvidenceRow{Evidence: statements[i][j].Evidence})
		}
		r.evidences[fact] = e
	}
	keep(r.cache, cached, r.evidences, missing, size)
	return nil
}

// statements reads the statements of n facts: the rows of a query are the place
// of the fact and the body.
func (r *run) statements(q *query, n int) (found [][]kg.Statement, rows, size int, err error) {
	found = make([][]kg.Statement, n)
	err = r.rows(q, func(row row) error {
		var s kg.Statement
		if err := decode(row.text(1), &s); err != nil {
			return err
		}
		found[row.int(0)] = append(found[row.int(0)], s)
		rows++
		size += len(row.text(1))
		return nil
	})
	return found, rows, size, err
}
