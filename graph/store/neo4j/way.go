package neo4j

import (
	"fmt"
	"strconv"
	"strings"

	"mueang/graph/kg"
)

// way is a list of things: clauses that bind their variables, to which a WHERE
// can be added.
type way struct {
	clauses    string
	conditions []string // of that WHERE
	node       string   // the variable of the neighbour
	fact       string   // of the fact, a relationship or a Fact node; "" for none
	more       []string // further variables of a row
	extra      []string // further expressions to read of a row
	columns    []column // of the keys
	id         int      // which column is the neighbour's id
	cards      bool     // rows are sorted by cards, not by ids, which an index may have in order
}

// text gives the clauses with their conditions and some more.
func (w *way) text(conditions ...string) string {
	return w.clauses + where(append(w.conditions[:len(w.conditions):len(w.conditions)], conditions...))
}

// rows gives the variables of a row.
func (w *way) rows() string {
	names := []string{w.node}
	if w.fact != "" {
		names = append(names, w.fact)
	}
	return strings.Join(append(names, w.more...), ", ")
}

// step gives the expression for a page of the neighbours of n.
func (c *compiler) step(n string, s *kg.Step) (string, func(*decoder, any) kg.Connection) {
	w, before := c.way(n, s.On, s.Via, s.Hops)
	w.conditions = append(w.conditions, c.pred(w.node, s.Where)...)
	switch {
	case s.Group:
		count := c.name("c")
		if before == "" {
			before = w.node
		}
		w = way{
			clauses: fmt.Sprintf("%s WITH %s, count(DISTINCT %s) AS %s", w.text(fmt.Sprintf("%s.id <> %s.id", w.node, n)), w.node, before, count),
			node:    w.node,
			more:    []string{count},
			columns: []column{{count, whole, true}, {w.node + ".id", text, false}},
			id:      1,
		}
	case s.Via == kg.ViaMentions:
		i, start, end, quote := c.name("i"), c.name("a"), c.name("z"), c.name("t")
		mention := before
		w = way{
			clauses: fmt.Sprintf("%[1]s UNWIND range(0, size(%[2]s.starts) - 1) AS %[3]s WITH DISTINCT %[4]s, %[2]s.starts[%[3]s] AS %[5]s, %[2]s.ends[%[3]s] AS %[6]s, %[2]s.quotes[%[3]s] AS %[7]s",
				w.text(), mention, i, w.node, start, end, quote),
			node: w.node,
			more: []string{start, end, quote},
		}
		w.columns = append(c.order(s.Order, w.node, ""), column{w.node + ".id", text, false}, column{start, whole, false}, column{end, whole, false})
		w.id = len(s.Order)
	default:
		w.columns = append(c.order(s.Order, w.node, w.fact), column{w.node + ".id", text, false})
		w.id = len(s.Order)
		if w.fact != "" {
			w.columns = append(w.columns, column{w.fact + ".id", text, false})
		}
	}
	w.cards = true
	expression, read := c.connection(&w, s.Page, s.Node, s.Fact)
	return expression, func(d *decoder, value any) kg.Connection {
		return read(d, value, func(edge *kg.Edge, more []any) {
			switch {
			case s.Group && len(more) == 1:
				edge.Count = int(d.number(more[0]))
			case s.Via == kg.ViaMentions && len(more) == 3:
				edge.Span = &kg.Span{Start: int(d.number(more[0])), End: int(d.number(more[1])), Text: d.text(more[2])}
			}
		})
	}
}

// way gives the way from n to its neighbours, for nodes of some kinds, without
// columns. A neighbour and its fact are there once. before is the variable of
// what the last hop came from, of ViaMentions that of the mention.
func (c *compiler) way(n string, on []kg.Kind, via kg.Via, hops []kg.Hop) (w way, before string) {
	guard := ofKinds(c, n, on)
	switch via {
	case kg.ViaDocuments:
		m, id, d := c.name("m"), c.name("i"), c.name("n")
		w.node = d
		w.clauses = fmt.Sprintf("MATCH (%[1]s:Mention)%[2]s WITH DISTINCT %[1]s.document AS %[3]s MATCH (%[4]s:Document {id: %[3]s})",
			m, where(append(guard, m+".entity = "+n+".id")), id, d)
	case kg.ViaMentions:
		m, d := c.name("m"), c.name("n")
		w.node, before = d, m
		w.clauses = fmt.Sprintf("MATCH (%[1]s:Mention)%[2]s MATCH (%[3]s:Document {id: %[1]s.document})",
			m, where(append(guard, m+".entity = "+n+".id")), d)
	case kg.ViaEntities:
		m, id, e := c.name("m"), c.name("i"), c.name("n")
		w.node = e
		w.clauses = fmt.Sprintf("MATCH (%[1]s:Mention)%[2]s WITH DISTINCT %[1]s.entity AS %[3]s MATCH (%[4]s:Entity {id: %[3]s})",
			m, where(append(guard, m+".document = "+n+".id")), id, e)
	case kg.ViaClaims:
		s, id, f, e := c.name("s"), c.name("i"), c.name("f"), c.name("n")
		w.node, w.fact = e, f
		w.clauses = fmt.Sprintf("MATCH (%[1]s:Statement)%[2]s WITH DISTINCT %[1]s.fact AS %[3]s MATCH (%[4]s:Fact {id: %[3]s}) WHERE NOT %[4]s.rejected MATCH (%[5]s:Entity {id: %[4]s.object})",
			s, where(append(guard, s+".document = "+n+".id")), id, f, e)
	default:
		w.node = n
		w.conditions = guard
		var clauses []string
		for i := range hops {
			r, to := c.name("r"), c.name("n")
			if i > 0 {
				// Each hop may go back along a fact that another came by, and
				// goes on once from a node that several lead to.
				clauses = append(clauses, strings.TrimPrefix(where(w.conditions), " "), "WITH DISTINCT "+w.node)
				w.conditions = nil
			}
			clauses = append(clauses, "MATCH "+pattern(w.node, r, to, &hops[i]))
			w.conditions = append(w.conditions, c.edge(r, hops[i].Types, &hops[i].Edge)...)
			w.conditions = append(w.conditions, ofKinds(c, to, hops[i].Kinds)...)
			before, w.node, w.fact = w.node, to, r
		}
		w.clauses = strings.Join(clauses, " ")
	}
	return w, before
}

// pattern gives the pattern of one hop.
func pattern(from, r, to string, hop *kg.Hop) string {
	return fmt.Sprintf("(%s)%s(%s:Entity)", from, arrow(r+types(hop.Types, hop.Edge.WithRejected), hop.Direction), to)
}

func arrow(inside string, direction kg.Direction) string {
	switch direction {
	case kg.Out:
		return "-[" + inside + "]->"
	case kg.In:
		return "<-[" + inside + "]-"
	}
	return "-[" + inside + "]-"
}

// types gives a type expression for one hop. Types that are not valid have no
// facts; they become one that cannot have any.
func types(list []kg.RelationType, withRejected bool) string {
	if len(list) == 0 {
		if withRejected {
			return ""
		}
		return ":!" + rejected
	}
	var names []string
	for _, t := range list {
		if t.Valid() {
			names = append(names, string(t))
		}
	}
	if names == nil {
		names = []string{"none"}
	}
	if withRejected {
		names = append(names, rejected)
	}
	return ":" + strings.Join(names, "|")
}

// edge gives the conditions on a fact r that types admits.
func (c *compiler) edge(r string, types []kg.RelationType, p *kg.EdgePred) []string {
	var conditions []string
	if p.WithRejected && len(types) > 0 {
		var own []string // capitals and underscores
		for _, t := range types {
			if t.Valid() {
				own = append(own, strconv.Quote(string(t)))
			}
		}
		conditions = append(conditions, r+".type IN ["+strings.Join(own, ", ")+"]")
	}
	conditions = append(conditions, in(c, r+".role", p.Roles)...)
	conditions = append(conditions, in(c, r+".status", p.Statuses)...)
	if p.AsOf != "" {
		day := c.param(p.AsOf)
		conditions = append(conditions, r+".holdsFrom <= "+day, r+".holdsTo >= "+day)
	}
	if p.MinConfidence > 0 {
		conditions = append(conditions, r+".confidence >= "+c.param(p.MinConfidence))
	}
	return conditions
}
