package sqlite

import (
	"fmt"
	"slices"
	"strconv"

	"mueang/graph/kg"
)

// step reads the neighbours of nodes of one table, a page for each.
func (r *run) step(t table, step *kg.Step, parents []kg.ID) ([]kg.Connection, error) {
	connections := make([]kg.Connection, len(parents))
	to := entities
	if step.Via == kg.ViaDocuments || step.Via == kg.ViaMentions {
		to = documents
	}
	if from := startOf(step.Via); from != t || len(parents) == 0 || step.Via == kg.ViaFacts && len(step.Hops) == 0 {
		for i := range connections {
			connections[i].Total = -1
			if step.Page.Count {
				connections[i].Total = 0
			}
		}
		return connections, nil
	}
	w := newWalk(step, to, parents)
	lists, complete, err := r.lists(w)
	switch {
	case err != nil:
		return nil, err
	case complete:
		for i := range connections {
			connections[i] = cut(lists[i], w.columns, step.Page)
		}
	default:
		if err := r.pages(w, connections); err != nil {
			return nil, err
		}
	}
	return connections, r.finishStep(w, connections)
}

// lists gives the whole lists of the parents of a step along one hop, in order,
// unless they are much longer than the pages: complete is false then. Where
// they are not, which is nearly everywhere, this is the least work. An order
// that no index gives has every page read the whole list in any case.
func (r *run) lists(w *walk) (lists [][]kg.Edge, complete bool, err error) {
	if !w.limited() {
		return nil, false, nil
	}
	lists = make([][]kg.Edge, len(w.parents))
	if w.step.Page.Size() <= 0 && !w.step.Page.Count {
		return lists, true, nil
	}
	question := w.question()
	missing, long := r.cache.cachedLists(question, w.parents, lists)
	if long || len(missing) == 0 {
		return lists, !long, nil
	}
	parents := make([]kg.ID, len(missing))
	for i, at := range missing {
		parents[i] = w.parents[at]
	}
	budget, last := maxList, 0
	if len(w.step.Order) == 0 {
		budget = min(budget, 4*len(missing)*(w.step.Page.Size()+1))
	}
	for i, way := range ends(w.step.Hops[0].Direction) {
		if budget <= 0 {
			break
		}
		var q query
		w.plain(&q, way, i > 0, parents, budget)
		err := r.rows(&q, func(row row) error {
			budget--
			node, fact := row.text(1), row.text(2)
			r.factKeys[kg.ID(fact)] = row.int(3)
			last = row.int(0)
			at := missing[last]
			lists[at] = append(lists[at], kg.Edge{NodeID: kg.ID(node),
				Key: append(key(w.columns[:len(w.columns)-2], row, 4), node, fact)})
			return nil
		})
		if err != nil {
			return nil, false, err
		}
	}
	if budget <= 0 {
		r.cache.markLong(question, w.parents[missing[last]])
		return nil, false, nil
	}
	for _, at := range missing {
		slices.SortFunc(lists[at], func(a, b kg.Edge) int { return compareKeys(w.columns, a.Key, b.Key) })
	}
	r.cache.keepLists(question, w.parents, lists, missing)
	return lists, true, nil
}

// maxList is how many rows lists reads.
const maxList = 20_000

// question says what is asked of each parent of a step along one hop, whatever
// the page.
func (w *walk) question() string {
	var q query
	for i, way := range ends(w.step.Hops[0].Direction) {
		w.plain(&q, way, i > 0, nil, 0)
	}
	for _, arg := range q.args {
		q.text.WriteString(fmt.Sprintf("|%#v", arg.Value))
	}
	return q.text.String()
}

// plain writes the query of the neighbours of all parents: parent, node, fact,
// its key, and the values of the order.
func (w *walk) plain(q *query, way [2]string, second bool, parents []kg.ID, limit int) {
	hop := w.step.Hops[0]
	q.add("SELECT p.key, f." + way[1] + ", f.id, f.key")
	for _, expression := range orderExpressions(w.to, "n", "f", w.step.Order) {
		q.add(", " + expression)
	}
	q.add(" FROM json_each(?) p CROSS JOIN fact f ON f."+way[0]+" = p.value", list(parents))
	if ofNodes(w.step.Order) || w.step.Where != nil || len(hop.Kinds) > 0 {
		q.add(" CROSS JOIN entity n ON n.id = f." + way[1])
	}
	q.add(" WHERE 1")
	if second {
		q.add(" AND f." + way[1] + " <> p.value")
	}
	w.hopConditions(q, "f", "n", hop)
	q.add(" LIMIT ?", limit)
}

// pages reads the pages of a step, and no more rows than it must.
func (r *run) pages(w *walk, connections []kg.Connection) error {
	page := w.step.Page
	edges := make([][]kg.Edge, len(connections))
	if page.Size() > 0 {
		if err := r.edges(w, edges); err != nil {
			return err
		}
	}
	before, after := map[int]bool{}, map[int]bool{}
	if page.After != nil {
		if err := r.outside(w, true, before); err != nil {
			return err
		}
	}
	if page.Before != nil {
		if err := r.outside(w, false, after); err != nil {
			return err
		}
	}
	for i := range connections {
		connections[i] = finish(edges[i], page, before[i], after[i])
	}
	if page.Count {
		return r.totalsOf(w, connections)
	}
	return nil
}

// startOf gives the table from whose nodes a way leads.
func startOf(via kg.Via) table {
	if via == kg.ViaEntities || via == kg.ViaClaims {
		return documents
	}
	return entities
}

// walk is a step that is being read for some parents.
type walk struct {
	step    *kg.Step
	to      table
	parents []kg.ID
	columns []column
	hasFact bool // rows are facts
}

func newWalk(step *kg.Step, to table, parents []kg.ID) *walk {
	return &walk{
		step: step, to: to, parents: parents, columns: stepColumns(step),
		hasFact: !step.Group && (step.Via == kg.ViaFacts || step.Via == kg.ViaClaims),
	}
}

// limited reports whether the pages can be cut inside a subquery for each
// parent: steps of one hop, without a look at the other rows.
func (w *walk) limited() bool {
	return w.step.Via == kg.ViaFacts && len(w.step.Hops) == 1 && !w.step.Group
}

// edges reads one edge more than the page for each parent.
func (r *run) edges(w *walk, edges [][]kg.Edge) error {
	var q query
	if w.limited() {
		w.limitedPage(&q)
	} else {
		w.numberedPage(&q)
	}
	return r.rows(&q, func(row row) error {
		edge := kg.Edge{NodeID: row.id(1), Key: key(w.columns, row, 2)}
		switch {
		case w.step.Group:
			edge.Count = row.int(2)
		case w.step.Via == kg.ViaMentions:
			at := 2 + len(w.columns)
			edge.Span = &kg.Span{Start: row.int(at - 2), End: row.int(at - 1), Text: row.text(at)}
		}
		edges[row.int(0)] = append(edges[row.int(0)], edge)
		return nil
	})
}

// limitedPage writes the query of a page along one hop. Its rows are parent,
// node and the key.
func (w *walk) limitedPage(q *query) {
	hop := w.step.Hops[0]
	joined := ofNodes(w.step.Order)
	node := "f.object"
	switch {
	case hop.Direction == kg.In:
		node = "f.subject"
	case hop.Direction != kg.Out:
		node = "iif(f.subject = p.value, f.object, f.subject)"
	}
	expressions := append(orderExpressions(w.to, "n", "f", w.step.Order), node, "f.id")
	q.add("SELECT p.key, " + node)
	for _, expression := range expressions {
		q.add(", " + expression)
	}
	q.add(" FROM json_each(?) p CROSS JOIN fact f ON f.key IN (", list(w.parents))
	w.limitedKeys(q, hop)
	q.add(")")
	if joined {
		q.add(" CROSS JOIN entity n ON n.id = " + node)
	}
	q.add(" ORDER BY p.key, ")
	q.orderBy(w.columns, expressions, backwards(w.step.Page))
}

// limitedKeys writes the subquery of the keys of the facts on a page.
func (w *walk) limitedKeys(q *query, hop kg.Hop) {
	ways := ends(hop.Direction)
	joined := ofNodes(w.step.Order) || w.step.Where != nil || len(hop.Kinds) > 0
	branch := func(way [2]string, second bool) (expressions []string) {
		expressions = append(orderExpressions(w.to, "m", "g", w.step.Order), "g."+way[1], "g.id")
		q.add("SELECT g.key AS key")
		if len(ways) > 1 {
			for i, expression := range expressions {
				q.add(", " + expression + " AS " + keyName(i))
			}
		}
		q.add(" FROM fact g")
		if joined {
			q.add(" CROSS JOIN entity m ON m.id = g." + way[1])
		}
		q.add(" WHERE g." + way[0] + " = p.value")
		if second {
			q.add(" AND g." + way[1] + " <> p.value")
		}
		w.hopConditions(q, "g", "m", hop)
		q.window(w.columns, expressions, w.step.Page)
		return expressions
	}
	if len(ways) == 1 {
		expressions := branch(ways[0], false)
		q.add(" ORDER BY ")
		q.orderBy(w.columns, expressions, backwards(w.step.Page))
	} else {
		q.add("SELECT key FROM (")
		branch(ways[0], false)
		q.add(" UNION ALL ")
		branch(ways[1], true)
		q.add(") ORDER BY ")
		q.orderBy(w.columns, keyNames(len(w.columns)), backwards(w.step.Page))
	}
	q.add(" LIMIT ?", w.step.Page.Size()+1)
}

func keyName(i int) string { return "k" + strconv.Itoa(i) }

func keyNames(n int) []string {
	names := make([]string, n)
	for i := range names {
		names[i] = keyName(i)
	}
	return names
}

// hopConditions writes the conditions of the last hop, each with an AND before it.
func (w *walk) hopConditions(q *query, fact, node string, hop kg.Hop) {
	q.types(fact, hop.Types)
	q.edge(fact, hop.Edge)
	q.kinds(node, hop.Kinds)
	if w.step.Where != nil {
		q.add(" AND ")
		q.pred(w.to, node, w.step.Where)
	}
}

// numberedPage writes the query of a page of the list that list writes. Its
// rows are parent, node, the key and, for mentions, the text of the place.
func (w *walk) numberedPage(q *query) {
	names := keyNames(len(w.columns))
	w.list(q)
	q.add(", numbered AS (SELECT *, row_number() OVER (PARTITION BY parent ORDER BY ")
	q.orderBy(w.columns, names, backwards(w.step.Page))
	q.add(") AS number FROM list WHERE 1")
	q.window(w.columns, names, w.step.Page)
	q.add(") SELECT parent, node")
	for _, name := range names {
		q.add(", " + name)
	}
	q.add(", place FROM numbered WHERE number <= ? ORDER BY parent, number", w.step.Page.Size()+1)
}

// list writes the common table "list" of all rows of a step: parent (its place
// among the parents), node, the columns of the key (k0, k1 …), and place.
func (w *walk) list(q *query) {
	q.add("WITH at0 (parent, node) AS MATERIALIZED (SELECT key, value FROM json_each(?))", list(w.parents))
	order := orderExpressions(w.to, "n", "", w.step.Order)
	columns := func(expressions []string) {
		for i, expression := range expressions {
			q.add(", " + expression + " AS " + keyName(i))
		}
	}
	switch w.step.Via {
	case kg.ViaFacts:
		w.listFacts(q)
		return
	case kg.ViaDocuments:
		q.add(", list AS (SELECT DISTINCT a.parent, n.id AS node")
		columns(append(order, "n.id"))
		q.add(", '' AS place FROM at0 a CROSS JOIN mention m ON m.entity = a.node CROSS JOIN document n ON n.id = m.document WHERE ")
	case kg.ViaEntities:
		q.add(", list AS (SELECT DISTINCT a.parent, n.id AS node")
		columns(append(order, "n.id"))
		q.add(", '' AS place FROM at0 a CROSS JOIN mention m ON m.document = a.node CROSS JOIN entity n ON n.id = m.entity WHERE ")
	case kg.ViaMentions:
		q.add(", list AS (SELECT a.parent, n.id AS node")
		columns(append(order, "n.id", "s.value ->> 'start'", "s.value ->> 'end'"))
		q.add(", min(s.value ->> 'text') AS place FROM at0 a CROSS JOIN mention m ON m.entity = a.node " +
			"CROSS JOIN document n ON n.id = m.document CROSS JOIN json_each(m.body, '$.spans') s WHERE ")
	case kg.ViaClaims:
		q.add(", list AS (SELECT DISTINCT a.parent, f.object AS node")
		columns(append(orderExpressions(w.to, "n", "f", w.step.Order), "n.id", "f.id"))
		q.add(", '' AS place FROM at0 a CROSS JOIN statement s ON s.document = a.node CROSS JOIN fact f ON f.id = s.fact " +
			"CROSS JOIN entity n ON n.id = f.object WHERE f.fact_status <> 'REJECTED' AND ")
	}
	q.pred(w.to, "n", w.step.Where)
	if w.step.Via == kg.ViaMentions {
		q.add(" GROUP BY a.parent, n.id, s.value ->> 'start', s.value ->> 'end'")
	}
	q.add(")")
}

// listFacts writes the rows of a step along facts. A node that several ways
// lead to goes on once.
func (w *walk) listFacts(q *query) {
	last := len(w.step.Hops) - 1
	for i, hop := range w.step.Hops[:last] {
		q.add(", at" + strconv.Itoa(i+1) + " (parent, node) AS MATERIALIZED (")
		for j, way := range ends(hop.Direction) {
			if j > 0 {
				q.add(" UNION ")
			}
			q.add("SELECT DISTINCT a.parent, f." + way[1] + " FROM at" + strconv.Itoa(i) + " a CROSS JOIN fact f ON f." + way[0] + " = a.node")
			if len(hop.Kinds) > 0 {
				q.add(" CROSS JOIN entity n ON n.id = f." + way[1])
			}
			q.add(" WHERE 1")
			q.types("f", hop.Types)
			q.edge("f", hop.Edge)
			q.kinds("n", hop.Kinds)
		}
		q.add(")")
	}
	hop := w.step.Hops[last]
	joined := ofNodes(w.step.Order) || w.step.Where != nil || len(hop.Kinds) > 0
	if w.step.Group {
		q.add(", pair AS (")
	} else {
		q.add(", list AS (")
	}
	for j, way := range ends(hop.Direction) {
		node := "f." + way[1]
		if j > 0 {
			q.add(" UNION ")
		}
		q.add("SELECT DISTINCT a.parent, " + node + " AS node")
		if w.step.Group {
			q.add(", a.node AS middle")
		} else {
			for i, expression := range append(orderExpressions(w.to, "n", "f", w.step.Order), node, "f.id") {
				q.add(", " + expression + " AS " + keyName(i))
			}
			q.add(", '' AS place")
		}
		q.add(" FROM at" + strconv.Itoa(last) + " a CROSS JOIN fact f ON f." + way[0] + " = a.node")
		if joined {
			q.add(" CROSS JOIN entity n ON n.id = " + node)
		}
		q.add(" WHERE 1")
		w.hopConditions(q, "f", "n", hop)
	}
	q.add(")")
	if w.step.Group {
		q.add(", list AS (SELECT pair.parent, pair.node, count(*) AS k0, pair.node AS k1, '' AS place " +
			"FROM pair JOIN at0 ON at0.parent = pair.parent WHERE pair.node <> at0.node GROUP BY pair.parent, pair.node)")
	}
}

// outside finds the parents that have rows at or outside a cursor of the page.
func (r *run) outside(w *walk, after bool, found map[int]bool) error {
	var q query
	w.list(&q)
	q.add(" SELECT DISTINCT parent FROM list WHERE ")
	q.outside(w.columns, keyNames(len(w.columns)), w.step.Page, after)
	return r.rows(&q, func(row row) error {
		found[row.int(0)] = true
		return nil
	})
}

// totalsOf counts the rows of each parent.
func (r *run) totalsOf(w *walk, connections []kg.Connection) error {
	for i := range connections {
		connections[i].Total = 0
	}
	var q query
	if w.limited() {
		w.limitedCount(&q)
	} else {
		w.list(&q)
		q.add(" SELECT parent, count(*) FROM list GROUP BY parent")
	}
	return r.rows(&q, func(row row) error {
		connections[row.int(0)].Total = row.int(1)
		return nil
	})
}

// limitedCount writes the query of the number of rows along one hop, for which
// an index alone may do.
func (w *walk) limitedCount(q *query) {
	hop := w.step.Hops[0]
	q.add("SELECT p.key, ")
	for i, way := range ends(hop.Direction) {
		if i > 0 {
			q.add(" + ")
		}
		q.add("(SELECT count(*) FROM fact f")
		if w.step.Where != nil || len(hop.Kinds) > 0 {
			q.add(" CROSS JOIN entity n ON n.id = f." + way[1])
		}
		q.add(" WHERE f." + way[0] + " = p.value")
		if i > 0 {
			q.add(" AND f." + way[1] + " <> p.value")
		}
		w.hopConditions(q, "f", "n", hop)
		q.add(")")
	}
	q.add(" FROM json_each(?) p", list(w.parents))
}

// finishStep reads the nodes and facts of the edges of all parents.
func (r *run) finishStep(w *walk, connections []kg.Connection) error {
	var nodeIDs, factIDs []kg.ID
	facts := w.hasFact && w.step.Fact != nil
	for _, connection := range connections {
		for i := range connection.Edges {
			nodeIDs = append(nodeIDs, connection.Edges[i].NodeID)
			if facts {
				factIDs = append(factIDs, factOf(&connection.Edges[i]))
			}
		}
	}
	nodes, err := r.nodes(w.to, w.step.Node, nodeIDs)
	if err != nil {
		return err
	}
	rows, err := r.factRows(w.step.Fact, factIDs)
	if err != nil {
		return err
	}
	for _, connection := range connections {
		for i := range connection.Edges {
			edge := &connection.Edges[i]
			edge.Node = nodes[edge.NodeID]
			if facts {
				edge.FactRow = rows[factOf(edge)]
			}
		}
	}
	return nil
}

// factOf gives the id of an edge's fact, which its key ends in.
func factOf(edge *kg.Edge) kg.ID { return kg.ID(edge.Key[len(edge.Key)-1]) }
