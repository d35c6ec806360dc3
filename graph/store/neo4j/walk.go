package neo4j

import (
	"fmt"
	"strings"

	"mueang/graph/kg"
)

// neighborhood goes outwards a level at a time, as long as there is room for
// more nodes.
func (c *compiler) neighborhood(root kg.Neighborhood, shape *kg.Shape) (string, string, answer) {
	limit := c.param(root.Limit)
	start := c.resolved(root.IDs)
	hop := kg.Hop{Types: root.Types, Kinds: root.Kinds, Edge: root.Edge, Direction: kg.Both}
	levels := []string{"l0"}
	clauses := []string{fmt.Sprintf("WITH *, COLLECT { UNWIND %s AS i MATCH (n:Entity {id: i}) RETURN DISTINCT n } AS l0", start)}
	edge := append(c.edge("r", root.Types, &root.Edge), ofKinds(c, "n", root.Kinds)...)
	for depth := 1; depth <= root.Depth; depth++ {
		last := levels[len(levels)-1]
		seen := strings.Join(levels, " + ")
		next := fmt.Sprintf("l%d", depth)
		clauses = append(clauses, fmt.Sprintf("WITH *, %s AS seen%d", seen, depth),
			fmt.Sprintf("WITH *, COLLECT { UNWIND CASE WHEN size(seen%[1]d) <= %[2]s THEN %[3]s ELSE [] END AS a MATCH %[4]s%[5]s RETURN DISTINCT n } AS %[6]s",
				depth, limit, last, pattern("a", "r", "n", &hop), where(append(edge, fmt.Sprintf("NOT n IN seen%d", depth))), next))
		levels = append(levels, next)
	}
	clauses = append(clauses, fmt.Sprintf("WITH *, %s > %s AS truncated, COLLECT { UNWIND range(0, %d) AS level UNWIND [%s][level] AS n WITH n, level ORDER BY level, n.documentCount DESC, n.id LIMIT %s RETURN n } AS given",
		"size("+strings.Join(levels, " + ")+")", limit, root.Depth, strings.Join(levels, ", "), limit))
	n, r := c.name("n"), c.name("r")
	nodeText, readNode := c.node(n, shape)
	factText, readFact := c.fact(r, root.Fact)
	expression := fmt.Sprintf("[truncated, COLLECT { UNWIND given AS %[1]s WITH *, %[2]s AS y RETURN y },"+
		" COLLECT { UNWIND given AS a MATCH (a)-[%[3]s%[4]s]->(b:Entity)%[5]s WITH %[3]s ORDER BY %[3]s.id WITH *, %[6]s AS y RETURN y }]",
		n, nodeText, r, types(root.Types, root.Edge.WithRejected), where(append(c.edge(r, root.Types, &root.Edge), "b IN given")), factText)
	return strings.Join(clauses, " "), expression, func(d *decoder, value any) *kg.Result {
		values := d.values(value, 3)
		graph := &kg.Subgraph{Truncated: values[0] == true}
		for _, item := range d.list(values[1]) {
			if item == nil {
				graph.Nodes = append(graph.Nodes, nil)
				continue
			}
			graph.Nodes = append(graph.Nodes, readNode(d, item))
		}
		for _, item := range d.list(values[2]) {
			graph.Facts = append(graph.Facts, readFact(d, item))
		}
		return &kg.Result{Subgraph: graph}
	}
}

// maxHops is the length of the longest path that is looked for.
const maxHops = 6

// paths takes all the shortest paths, for which the database searches from both
// ends, and then the paths of the next lengths until there are enough.
func (c *compiler) paths(root kg.PathSearch, shape *kg.Shape) (string, string, answer) {
	longest := min(root.MaxLength, maxHops)
	enough := c.param(max(root.First, 0))
	from, to := c.resolved([]kg.ID{root.From}), c.resolved([]kg.ID{root.To})
	n, r := c.name("n"), c.name("r")
	nodeText, readNode := c.node(n, shape)
	factText, readFact := c.fact(r, root.Fact)
	if longest < 1 {
		return "", "[]", func(*decoder, any) *kg.Result { return &kg.Result{} }
	}

	conditions := []string{"all(x IN nodes(p) WHERE x:Entity)"}
	edge := c.edge("r", root.Types, &root.Edge)
	admitted := types(root.Types, root.Edge.WithRejected)
	if len(root.Types) == 0 && !root.Edge.WithRejected { // a pattern of any length takes no negation
		admitted, edge = "", append(edge, "NOT r.rejected")
	}
	if edge != nil {
		conditions = append(conditions, "all(r IN relationships(p)"+where(edge)+")")
	}
	clauses := []string{
		// The ends, each in a list of one, or none.
		fmt.Sprintf("WITH *, COLLECT { MATCH (a:Entity) WHERE a.id IN %s MATCH (b:Entity) WHERE b.id IN %s AND a <> b RETURN [a, b] } AS ends", from, to),
		fmt.Sprintf("WITH *, COLLECT { UNWIND ends AS pair WITH pair[0] AS a, pair[1] AS b MATCH p = allShortestPaths((a)-[%s*1..%d]-(b))"+
			"%s WITH nodes(p) AS nodes, relationships(p) AS facts"+
			" ORDER BY [x IN nodes | x.id], [x IN facts | x.id] LIMIT %s RETURN [nodes, facts] } AS found0",
			admitted, longest, where(conditions), enough),
		fmt.Sprintf("WITH *, coalesce(size(found0[0][1]), %d) AS apart", maxHops+1),
	}
	clauses = append(clauses, "WITH *, found0 AS found1")
	for length := 2; length <= longest; length++ {
		clauses = append(clauses, c.pathsOf(length, root, enough))
	}
	expression := fmt.Sprintf("COLLECT { UNWIND found%d[..%s] AS path WITH *, COLLECT { UNWIND path[0] AS %s WITH *, %s AS y RETURN y } AS nodes,"+
		" COLLECT { UNWIND range(0, size(path[1]) - 1) AS i WITH path[1][i] AS %[5]s, path[0][i] AS before WITH *, %[6]s AS y RETURN [y, %[5]s.subject = before.id] } AS hops RETURN [nodes, hops] }",
		longest, enough, n, nodeText, r, factText)
	return strings.Join(clauses, " "), expression, func(d *decoder, value any) *kg.Result {
		result := &kg.Result{}
		for _, item := range d.list(value) {
			var path kg.Path
			pair := d.values(item, 2)
			for _, node := range d.list(pair[0]) {
				if node == nil {
					path.Nodes = append(path.Nodes, nil)
					continue
				}
				path.Nodes = append(path.Nodes, readNode(d, node))
			}
			for _, item := range d.list(pair[1]) {
				hop := d.values(item, 2)
				path.Hops = append(path.Hops, kg.PathHop{FactRow: readFact(d, hop[0]), Forward: hop[1] == true})
			}
			result.Paths = append(result.Paths, path)
		}
		return result
	}
}

// pathsOf gives the clause that adds to found the paths of one length, where
// they are wanted: each a list of its nodes and a list of its facts.
func (c *compiler) pathsOf(length int, root kg.PathSearch, enough string) string {
	conditions := []string{fmt.Sprintf("apart < %d", length), fmt.Sprintf("size(found%d) < %s", length-1, enough)}
	pattern, nodes := "(a)", []string{"a"}
	var facts, order []string
	for i := 1; i <= length; i++ {
		fact, next := fmt.Sprintf("r%d", i), fmt.Sprintf("x%d", i)
		end := "(b)"
		if i < length {
			end = "(" + next + ":Entity)"
			order = append(order, next+".id")
			for _, other := range append(nodes, "b") {
				conditions = append(conditions, next+" <> "+other)
			}
			nodes = append(nodes, next)
		}
		pattern += arrow(fact+types(root.Types, root.Edge.WithRejected), kg.Both) + end
		conditions = append(conditions, c.edge(fact, root.Types, &root.Edge)...)
		facts = append(facts, fact)
	}
	nodes = append(nodes, "b")
	for _, fact := range facts {
		order = append(order, fact+".id")
	}
	return fmt.Sprintf("WITH *, found%d + COLLECT { UNWIND ends AS pair WITH pair[0] AS a, pair[1] AS b MATCH %s%s WITH %s, %[7]s ORDER BY %[5]s LIMIT %[6]s RETURN [[%[4]s], [%[7]s]] } AS found%[8]d",
		length-1, pattern, where(conditions), strings.Join(nodes, ", "), strings.Join(order, ", "), enough, strings.Join(facts, ", "), length)
}
