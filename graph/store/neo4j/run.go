package neo4j

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"mueang/graph/kg"
)

// answer reads the value of a statement.
type answer func(d *decoder, value any) *kg.Result

// Neo4j lets a statement see what others commit meanwhile, and half of it. So
// every writer counts in Commits, in transactions of their own, the commits
// that it has begun before it commits, and those that have ended after it. A
// statement whose answer is from one state reads that all that were begun
// have ended, and after all else that none has been begun since. The number of
// these commits is the name of the state; where it is the one that the plan
// knows, the statement gives no row.
const (
	statementBegins = `MATCH (c:Commits {id: "commits"}) WITH c.ended AS ended, c.begun AS begun WHERE begun <> $known OR ended <> begun CALL (begun) { `
	statementEnds   = ` } MATCH (c:Commits {id: "commits"}) RETURN answer, begun, ended = begun AND c.begun = begun AS whole`
)

// patience is how long a statement is sent again, a while apart, before it
// waits for its turn among the writers: the time of a commit, a few times over.
const (
	patience = 100
	while    = 3 * time.Millisecond
)

// Run implements [kg.Store] with one statement, which is sent again when a
// writer commits meanwhile.
func (s *Store) Run(ctx context.Context, plan *kg.Plan) (*kg.Result, error) {
	const op = "neo4j.Run"
	cypher, params, read, err := compile(plan)
	if err != nil {
		return nil, err
	}
	params["known"] = int64(-1)
	if number, err := strconv.ParseInt(string(plan.Known), 10, 64); err == nil {
		params["known"] = number
	}
	value, state, err := s.answer(ctx, op, cypher, params)
	if err != nil {
		return nil, err
	}
	if value == nil {
		return &kg.Result{State: plan.Known, Unchanged: true}, nil
	}
	d := newDecoder()
	result := read(d, value)
	if d.err != nil {
		return nil, d.err
	}
	result.State = state
	return result, nil
}

// answer gives the value of a statement and the state that it is from; nil
// where that is the known one.
func (s *Store) answer(ctx context.Context, op, cypher string, params map[string]any) (value any, state kg.State, err error) {
	for range patience {
		records, err := s.query(ctx, op, cypher, params)
		if err != nil {
			return nil, "", err
		}
		if len(records) == 0 {
			return nil, "", nil
		}
		if values := records[0].Values; len(values) == 3 && values[2] == true {
			begun, _ := values[1].(int64)
			return values[0], kg.State(strconv.FormatInt(begun, 10)), nil
		}
		select {
		case <-ctx.Done():
			return nil, "", kg.Wrap(kg.Internal, op, ctx.Err())
		case <-time.After(while):
		}
	}
	// Writers come one after another, or one has died between its counts.
	err = s.transact(ctx, op, func(ctx context.Context, t *tx) error {
		if err := t.exec(ctx, op, `MATCH (c:Commits {id: "commits"}) SET c.ended = c.begun`, nil); err != nil {
			return err
		}
		return t.rows(ctx, op, cypher, params, func(r *neo4j.Record) error {
			begun, _ := r.Values[1].(int64)
			value, state = r.Values[0], kg.State(strconv.FormatInt(begun, 10))
			return nil
		})
	})
	return value, state, err
}

// compile writes the statement of a plan.
func compile(plan *kg.Plan) (cypher string, params map[string]any, read answer, err error) {
	c := &compiler{params: map[string]any{}}
	var clauses, expression string
	switch root := plan.Root.(type) {
	case kg.ByID:
		expression, read = c.byIDs(root, plan.Shape)
	case kg.FactsByID:
		expression, read = c.factsByID(root)
	case kg.Find:
		expression, read = c.find(root, plan.Shape)
	case kg.Search:
		clauses, expression, read = c.search(root, plan.Shape)
	case kg.PathSearch:
		clauses, expression, read = c.paths(root, plan.Shape)
	case kg.Neighborhood:
		clauses, expression, read = c.neighborhood(root, plan.Shape)
	case kg.Count:
		expression, read = c.count(root)
	case kg.Degree:
		expression, read = c.degree(root, plan.Shape)
	case kg.Ties:
		expression, read = c.ties(root)
	case kg.Changes:
		expression, read = c.changes(root.Page)
	case kg.Totals:
		expression, read = c.totals()
	case kg.Coverage:
		expression, read = c.coverage()
	default:
		c.err = kg.Errorf(kg.Internal, "neo4j.Run", "%T is no root", plan.Root)
	}
	lets := "WITH " + strings.Join(append(c.lets, "begun AS first"), ", ") + " " // first, so that it is read before
	cypher = statementBegins + lets + clauses + " WITH *, " + expression + " AS answer RETURN answer" + statementEnds
	return cypher, map[string]any{"p": c.params}, read, c.err
}

// values reads a list of n values.
func (d *decoder) values(value any, n int) []any {
	list := d.list(value)
	if len(list) != n {
		d.fail(fmt.Errorf("the answer has %d values where %d belong", len(list), n))
		return make([]any, n)
	}
	return list
}

func (c *compiler) byIDs(root kg.ByID, shape *kg.Shape) (string, answer) {
	n, id, a := c.name("n"), c.name("i"), c.name("a")
	ids := slices.Clone(root.IDs)
	slices.Sort(ids)
	list := c.param(texts(slices.Compact(ids)))
	node, read := c.node(n, shape)
	expression := fmt.Sprintf("COLLECT { UNWIND %[1]s AS %[2]s OPTIONAL MATCH (%[3]s:Alias {id: %[2]s})"+
		" MATCH (%[4]s:Node {id: coalesce(%[3]s.entity, %[2]s)}) WHERE %[4]s:Entity OR %[4]s:Document WITH *, %[5]s AS %[6]s RETURN [%[2]s, %[6]s] }",
		list, id, a, n, node, c.name("y"))
	return expression, func(d *decoder, value any) *kg.Result {
		found := map[kg.ID]*kg.Node{}
		for _, item := range d.list(value) {
			pair := d.values(item, 2)
			found[kg.ID(d.text(pair[0]))] = read(d, pair[1])
		}
		result := &kg.Result{Nodes: make([]*kg.Node, len(root.IDs))}
		for i, id := range root.IDs {
			result.Nodes[i] = found[id]
		}
		return result
	}
}

func (c *compiler) factsByID(root kg.FactsByID) (string, answer) {
	f, id, row := c.name("f"), c.name("i"), c.name("y")
	ids := slices.Clone(root.IDs)
	slices.Sort(ids)
	list := c.param(texts(slices.Compact(ids)))
	fact, read := c.fact(f, root.Fact)
	expression := fmt.Sprintf("COLLECT { UNWIND %[1]s AS %[2]s MATCH (%[3]s:Fact {id: %[2]s}) WHERE NOT %[3]s.rejected WITH *, %[4]s AS %[5]s RETURN [%[2]s, %[5]s] }",
		list, id, f, fact, row)
	return expression, func(d *decoder, value any) *kg.Result {
		found := map[kg.ID]*kg.FactRow{}
		for _, item := range d.list(value) {
			pair := d.values(item, 2)
			row := read(d, pair[1])
			found[kg.ID(d.text(pair[0]))] = &row
		}
		result := &kg.Result{Facts: make([]*kg.FactRow, len(root.IDs))}
		for i, id := range root.IDs {
			result.Facts[i] = found[id]
		}
		return result
	}
}

// nodes gives the pattern of a node of some kinds, an entity for none, and its
// conditions.
func (c *compiler) nodes(n string, kinds []kg.Kind) (string, []string) {
	if len(kinds) == 1 {
		if info, ok := kinds[0].Info(); ok {
			if info.Kind == kg.KindDocument {
				return "(" + n + ":Document)", nil
			}
			return "(" + n + ":Entity&" + info.Type + ")", nil
		}
	}
	label := "Entity"
	if slices.Contains(kinds, kg.KindDocument) {
		label = "Node"
	}
	return "(" + n + ":" + label + ")", ofKinds(c, n, kinds)
}

func (c *compiler) find(root kg.Find, shape *kg.Shape) (string, answer) {
	n := c.name("n")
	pattern, conditions := c.nodes(n, root.Kinds)
	w := way{
		node:    n,
		columns: append(c.order(root.Order, n, ""), column{n + ".id", text, false}),
		id:      len(root.Order),
	}
	if anchor, rest := anchored(conjuncts(root.Where)); anchor != nil {
		conditions = append(conditions, c.pred(n, &kg.Pred{And: rest})...)
		w.clauses = "MATCH " + pattern + where(conditions) + c.anchor(n, anchor) + " WITH DISTINCT " + n
	} else {
		w.clauses = "MATCH " + pattern
		w.conditions = append(append(conditions, c.pred(n, root.Where)...), indexed(n, root.Order))
	}
	expression, read := c.connection(&w, root.Page, shape, nil)
	return expression, func(d *decoder, value any) *kg.Result {
		page := read(d, value, nil)
		return &kg.Result{Connection: &page}
	}
}

// indexed gives a condition that all nodes fulfil, by which Neo4j may read them
// in the order of an index and stop when a page is full.
func indexed(n string, order []kg.Order) string {
	if len(order) > 0 {
		switch {
		case order[0].By == kg.OrderName:
			return n + `.sortHead >= ""`
		case order[0].By == kg.OrderDocuments:
			return n + ".documentCount >= 0"
		case order[0].By == kg.OrderDate && order[0].Desc:
			return n + `.dayDown > ""`
		case order[0].By == kg.OrderDate:
			return n + `.dayUp > ""`
		}
	}
	return n + `.id > ""`
}

func (c *compiler) search(root kg.Search, shape *kg.Shape) (clauses, expression string, read answer) {
	n, points, kind := c.name("n"), c.name("s"), c.name("k")
	entities := slices.DeleteFunc(slices.Clone(root.Kinds), func(k kg.Kind) bool { return k == kg.KindDocument })
	query, terms := c.param(root.Whole), c.param(texts(root.Terms))
	longest := "" // of the terms: the one that the index can tell most by
	if len(root.Terms) > 0 {
		longest = c.param(slices.MaxFunc(root.Terms, func(a, b string) int { return len(a) - len(b) }))
	}
	var branches []string
	if root.Whole != "" && (len(root.Kinds) == 0 || len(entities) > 0) {
		pattern, conditions := c.nodes(n, entities)
		if root.Names {
			conditions = append(conditions, searched(n, "search", query))
		}
		if longest != "" {
			conditions = append(conditions, searched(n, "search", longest))
		}
		conditions = append(conditions, fmt.Sprintf("all(t IN %s WHERE %s)", terms, searched(n, "search", "t")))
		branches = append(branches, fmt.Sprintf("MATCH %[1]s%[2]s WITH %[3]s, reduce(best = 0.0, k IN %[3]s.keys | CASE"+
			" WHEN k = %[4]s THEN 1.0"+
			" WHEN k STARTS WITH %[4]s AND 0.5 + 0.4 * size(%[4]s) / size(k) > best THEN 0.5 + 0.4 * size(%[4]s) / size(k)"+
			" WHEN k CONTAINS %[4]s AND 0.4 + 0.4 * size(%[4]s) / size(k) > best THEN 0.4 + 0.4 * size(%[4]s) / size(k)"+
			" WHEN best < 0.3 THEN 0.3 ELSE best END) AS %[5]s WHERE %[5]s > 0 RETURN %[3]s, %[5]s",
			pattern, where(conditions), n, query, points))
	}
	if root.Whole != "" && !root.Names && has(root.Kinds, kg.KindDocument) {
		var conditions []string
		if longest != "" {
			conditions = append(conditions, searched(n, "content", longest))
		}
		conditions = append(conditions, fmt.Sprintf("all(t IN %s WHERE %s)", terms, searched(n, "content", "t")))
		branches = append(branches, fmt.Sprintf("MATCH (%[1]s:Document)%[4]s"+
			" RETURN %[1]s, CASE WHEN all(t IN %[2]s WHERE %[1]s.titleKey CONTAINS t) THEN 0.25 ELSE 0.1 END AS %[3]s",
			n, terms, points, where(conditions)))
	}
	if branches == nil {
		branches = []string{fmt.Sprintf("MATCH (%[1]s:Entity) WHERE false RETURN %[1]s, 0.0 AS %[2]s", n, points)}
	}
	hits, scores, i := c.name("h"), c.name("h"), c.name("i")
	w := way{
		clauses: fmt.Sprintf("UNWIND range(0, size(%[1]s) - 1) AS %[3]s WITH %[1]s[%[3]s] AS %[4]s, %[2]s[%[3]s] AS %[5]s", hits, scores, i, n, points),
		node:    n,
		more:    []string{points},
		extra:   []string{n + ".kind", n + ".body"},
		columns: []column{{points, score, true}, {n + ".documentCount", whole, true}, {n + ".id", text, false}},
		id:      2,
	}
	page, readPage := c.connection(&w, root.Page, shape, nil)
	facets, years := "null", "null"
	if root.Facets {
		facets = fmt.Sprintf("COLLECT { UNWIND %[1]s AS %[2]s WITH %[2]s.kind AS %[3]s, count(*) AS c RETURN [%[3]s, c] }", hits, n, kind)
	}
	if root.YearFacets {
		years = fmt.Sprintf("COLLECT { UNWIND %[1]s AS %[2]s WITH %[2]s WHERE %[2]s.firstDay <> \"\" WITH left(%[2]s.firstDay, 4) AS %[3]s, count(*) AS c RETURN [%[3]s, c] }", hits, n, kind)
	}
	clauses = fmt.Sprintf("CALL () { CALL () { %s } RETURN collect(%s) AS %s, collect(%s) AS %s }",
		strings.Join(branches, " UNION ALL "), n, hits, points, scores)
	expression = fmt.Sprintf("[%s, %s, %s]", page, facets, years)
	return clauses, expression, func(d *decoder, value any) *kg.Result {
		values := d.values(value, 3)
		page := readPage(d, values[0], func(edge *kg.Edge, more []any) {
			edge.Score = d.float(more[0])
			if d.text(more[1]) == string(kg.KindDocument) {
				edge.Matched = d.document(d.text(more[2])).Name()
			} else {
				edge.Matched = matched(root.Whole, d.entity(d.text(more[2])))
			}
		})
		result := &kg.Result{Connection: &page, Facets: d.buckets(values[1]), YearFacets: d.buckets(values[2])}
		slices.SortStableFunc(result.Facets, func(a, b kg.Bucket) int { return b.Count - a.Count })
		return result
	}
}

// matched gives the text of the name that scores best.
func matched(whole string, e *kg.Entity) string {
	text, best := "", 0.0
	for _, name := range e.Names {
		if key := kg.NameKey(name.Text); key != "" && nameScore(whole, key) > best {
			text, best = name.Text, nameScore(whole, key)
		}
	}
	return text
}

// nameScore gives the score of a name key as [kg.Search] defines it.
func nameScore(whole, key string) float64 {
	n, k := float64(utf8.RuneCountInString(whole)), float64(utf8.RuneCountInString(key))
	switch {
	case key == whole:
		return 1
	case strings.HasPrefix(key, whole):
		return 0.5 + 0.4*n/k
	case strings.Contains(key, whole):
		return 0.4 + 0.4*n/k
	}
	return 0.3
}

func (c *compiler) degree(root kg.Degree, shape *kg.Shape) (string, answer) {
	n, facts := c.name("n"), c.name("c")
	pattern, conditions := c.nodes(n, root.Kinds)
	w := way{
		clauses: fmt.Sprintf("MATCH %[1]s%[2]s WITH %[3]s, COUNT { (%[3]s)-[%[5]s]-(:Entity) } AS %[4]s",
			pattern, where(append(conditions, n+":Entity")), n, facts, types(nil, false)),
		node:    n,
		more:    []string{facts},
		columns: []column{{facts, whole, true}, {n + ".id", text, false}},
		id:      1,
	}
	expression, read := c.connection(&w, kg.Page{First: root.First}, shape, nil)
	return expression, func(d *decoder, value any) *kg.Result {
		page := read(d, value, func(edge *kg.Edge, more []any) {
			edge.Score = float64(d.number(more[0]))
		})
		return &kg.Result{Connection: &page}
	}
}

func (c *compiler) count(root kg.Count) (string, answer) {
	n := c.name("n")
	pattern, conditions := c.nodes(n, root.Kinds)
	conditions = append(append(conditions, n+":Entity"), c.pred(n, root.Where)...)
	clauses := []string{"MATCH " + pattern + where(conditions)}
	if root.Facts {
		clauses = append(clauses, fmt.Sprintf("MATCH (%s)-[r%s]->(o:Entity)", n, types(root.Types, false)))
	}
	var keys []string
	for i, dimension := range root.GroupBy {
		key := fmt.Sprintf("k%d", i)
		keys = append(keys, key)
		if root.Facts {
			clauses = append(clauses, fmt.Sprintf("WITH *, %s AS %s", factValue(n, dimension), key))
		} else if list := entityValues(n, dimension); list != "" {
			clauses = append(clauses, fmt.Sprintf("WITH *, %s AS l%d UNWIND CASE WHEN size(l%d) = 0 THEN [\"\"] ELSE l%d END AS %s", list, i, i, i, key))
		} else {
			clauses = append(clauses, fmt.Sprintf("WITH *, %s AS %s", entityValue(n, dimension), key))
		}
	}
	var groups []string
	for _, key := range keys {
		groups = append(groups, key+", ")
	}
	clauses = append(clauses, fmt.Sprintf("WITH %scount(*) AS items RETURN [%[1]sitems]", strings.Join(groups, "")))
	return "COLLECT { " + strings.Join(clauses, " ") + " }", bucketsAnswer
}

func bucketsAnswer(d *decoder, value any) *kg.Result {
	return &kg.Result{Buckets: d.buckets(value)}
}

// factValue gives the expression for what a fact r from n to o has in a dimension.
func factValue(n string, dimension kg.Dimension) string {
	switch dimension {
	case kg.ByYear:
		return "left(r.observedFrom, 4)"
	case kg.ByMonth:
		return "left(r.observedFrom, 7)"
	case kg.ByType:
		return "type(r)"
	case kg.ByStatus:
		return "r.factStatus"
	case kg.ByOrganization:
		return "CASE WHEN " + n + ":Organization THEN " + n + `.id ELSE "" END`
	case kg.ByPlace:
		return `CASE WHEN o:Place THEN o.id ELSE "" END`
	}
	return `""`
}

func entityValue(n string, dimension kg.Dimension) string {
	switch dimension {
	case kg.ByYear:
		return "left(" + n + ".firstDay, 4)"
	case kg.ByMonth:
		return n + ".month"
	case kg.ByType:
		return n + ".subtype"
	case kg.ByStatus:
		return n + ".status"
	}
	return `""`
}

// entityValues gives the expression for the list of the values that an entity
// n has in a dimension of several, "" for the other dimensions.
func entityValues(n string, dimension kg.Dimension) string {
	switch dimension {
	case kg.ByOrganization:
		return fmt.Sprintf("COLLECT { MATCH (%[1]s)<-[r:ORGANIZED|PARTY_TO]-(o:Organization)"+
			" WHERE (%[1]s:Meeting AND r:ORGANIZED OR %[1]s:Agreement AND r:PARTY_TO) RETURN DISTINCT o.id }", n)
	case kg.ByPlace:
		return fmt.Sprintf("COLLECT { MATCH (%[1]s)-[r:HELD_AT|ABOUT]->(o:Place)"+
			" WHERE (%[1]s:Meeting AND r:HELD_AT OR %[1]s:Agreement AND r:ABOUT) RETURN DISTINCT o.id }", n)
	}
	return ""
}

// buckets reads rows of keys and a count, in the order of the keys.
func (d *decoder) buckets(value any) []kg.Bucket {
	var buckets []kg.Bucket
	for _, item := range d.list(value) {
		row := d.list(item)
		if len(row) == 0 {
			continue
		}
		bucket := kg.Bucket{Count: int(d.number(row[len(row)-1]))}
		for _, key := range row[:len(row)-1] {
			bucket.Keys = append(bucket.Keys, d.text(key))
		}
		if bucket.Count > 0 {
			buckets = append(buckets, bucket)
		}
	}
	slices.SortFunc(buckets, func(a, b kg.Bucket) int { return slices.Compare(a.Keys, b.Keys) })
	return buckets
}

func (c *compiler) changes(p kg.Page) (string, answer) {
	after := "0"
	columns := []column{{"c.seq", whole, false}}
	if p.Before != nil {
		c.cursor(columns, p.Before)
	}
	if p.After != nil {
		if cursor := c.cursor(columns, p.After); cursor != nil {
			after = cursor[0]
		}
	}
	most, limit, order := max(p.First, 0), max(p.First, 0)+1, ""
	if p.Last > 0 {
		most, limit, order = p.Last, p.Last, "DESC"
	}
	expression := fmt.Sprintf("COLLECT { MATCH (c:Change) WHERE c.seq > %s WITH c ORDER BY c.seq %s LIMIT %s WITH c ORDER BY c.seq RETURN [c.seq, c.action, c.node, c.kind, c.at] }",
		after, order, c.param(limit))
	return expression, func(d *decoder, value any) *kg.Result {
		result := &kg.Result{}
		for _, item := range d.list(value) {
			if len(result.Changes) == most {
				result.More = true
				break
			}
			v := d.values(item, 5)
			result.Changes = append(result.Changes, kg.Change{
				Seq: d.number(v[0]), Action: kg.Action(d.text(v[1])), Node: kg.ID(d.text(v[2])), Kind: kg.Kind(d.text(v[3])), At: d.text(v[4]),
			})
		}
		return result
	}
}

func (c *compiler) totals() (string, answer) {
	return "[COUNT { MATCH (n:Document) }, COUNT { MATCH (n:Statement) }," +
			" COLLECT { MATCH (n:Entity) WITH n.kind AS k, count(*) AS c RETURN [k, c] }," +
			" COLLECT { MATCH (n:Fact) WITH n.type AS k, count(*) AS c RETURN [k, c] }," +
			` head(COLLECT { MATCH (g:Graph {id: "graph"}) RETURN [g.snapshot, g.recordedAt] })]`,
		func(d *decoder, value any) *kg.Result {
			v := d.values(value, 5)
			snapshot := d.values(v[4], 2)
			return &kg.Result{Totals: &kg.GraphTotals{
				Documents:  int(d.number(v[0])),
				Statements: int(d.number(v[1])),
				Entities:   d.buckets(v[2]),
				Facts:      d.buckets(v[3]),
				Snapshot:   kg.Snapshot{ID: d.text(snapshot[0]), RecordedAt: d.text(snapshot[1])},
			}}
		}
}

func (c *compiler) ties(root kg.Ties) (string, answer) {
	limit := c.param(root.Max + 1)
	return "[COLLECT { MATCH (n:Entity) RETURN [n.id, n.kind] }," +
			" COLLECT { MATCH (a:Entity)-[" + types(nil, false) + "]-(b:Entity) WHERE a.id < b.id WITH DISTINCT a, b LIMIT " + limit + " RETURN [a.id, b.id] }]",
		func(d *decoder, value any) *kg.Result {
			v := d.values(value, 2)
			var entities []kg.KindOf
			for _, item := range d.list(v[0]) {
				pair := d.values(item, 2)
				entities = append(entities, kg.KindOf{ID: kg.ID(d.text(pair[0])), Kind: kg.Kind(d.text(pair[1]))})
			}
			var pairs [][2]kg.ID
			for _, item := range d.list(v[1]) {
				pair := d.values(item, 2)
				pairs = append(pairs, [2]kg.ID{kg.ID(d.text(pair[0])), kg.ID(d.text(pair[1]))})
			}
			ties, err := kg.NewGraphTies(entities, pairs, root.Max)
			if err != nil {
				d.fail(err)
			}
			return &kg.Result{Ties: ties}
		}
}

func (c *compiler) coverage() (string, answer) {
	return "COLLECT { MATCH (n:Document) WITH n.publisher AS publisher, n.month AS month, count(*) AS c RETURN [publisher, month, c] }", bucketsAnswer
}
