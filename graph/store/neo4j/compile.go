package neo4j

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"mueang/graph/kg"
)

// compiler writes the Cypher of one plan.
//
// An expression that it makes may hold an aggregation, deep in a subquery.
// Neo4j takes such an expression only from a WITH that also passes on every
// variable in it, so expressions for nodes, facts and pages are put behind
// "WITH *," and used by name.
type compiler struct {
	params map[string]any // $p
	names  int            // variables given out
	lets   []string       // what is found out first: "COLLECT { … } AS ids1"
	err    error          // the first cursor that is not of its list
}

// param makes a value a parameter and gives the expression for it.
func (c *compiler) param(value any) string {
	name := "v" + strconv.Itoa(len(c.params))
	c.params[name] = value
	return "$p." + name
}

// name gives a variable that nothing else has.
func (c *compiler) name(prefix string) string {
	c.names++
	return prefix + strconv.Itoa(c.names)
}

// texts gives strings as a parameter.
func texts[S ~string](list []S) []any {
	values := make([]any, len(list))
	for i, s := range list {
		values[i] = string(s)
	}
	return values
}

// in gives a condition that a list admits a value; an empty list admits all.
func in[S ~string](c *compiler, expression string, list []S) []string {
	if len(list) == 0 {
		return nil
	}
	return []string{expression + " IN " + c.param(texts(list))}
}

// ofKinds gives a condition that a node is of some kinds, by its labels where
// they say so; no kinds admit all.
func ofKinds(c *compiler, n string, kinds []kg.Kind) []string {
	if len(kinds) == 0 {
		return nil
	}
	var labels []string
	left := kinds
	for _, label := range interfaces {
		if missing := func(k kg.Kind) bool { return !has(kinds, k) }; !slices.ContainsFunc(label.kinds, missing) {
			labels = append(labels, label.name)
			left = slices.DeleteFunc(slices.Clone(left), func(k kg.Kind) bool { return slices.Contains(label.kinds, k) })
		}
	}
	for _, kind := range left {
		info, ok := kind.Info()
		if !ok {
			return in(c, n+".kind", kinds)
		}
		labels = append(labels, info.Type)
	}
	if len(labels) > 4 { // more are looked for one after the other
		return in(c, n+".kind", kinds)
	}
	return []string{"(" + n + ":" + strings.Join(labels, " OR "+n+":") + ")"}
}

// label is a label that several kinds share.
type label struct {
	name  string
	kinds []kg.Kind
}

var interfaces = func() (list []label) {
	for _, info := range kg.Kinds {
		if info.Interface == "" {
			continue
		}
		if len(list) == 0 || list[len(list)-1].name != info.Interface {
			list = append(list, label{name: info.Interface})
		}
		last := &list[len(list)-1]
		last.kinds = append(last.kinds, info.Kind)
	}
	return list
}()

// all joins conditions.
func all(conditions []string) string {
	if len(conditions) == 0 {
		return "true"
	}
	return strings.Join(conditions, " AND ")
}

// where gives a WHERE clause, "" without conditions.
func where(conditions []string) string {
	if len(conditions) == 0 {
		return ""
	}
	return " WHERE " + strings.Join(conditions, " AND ")
}

// node gives the expression for what a shape asks of the node variable n and
// what reads its value: null and nil for a nil shape.
//
// The value is a list of the attributes, the text, where it is asked for, and a
// connection for each step.
func (c *compiler) node(n string, shape *kg.Shape) (string, func(*decoder, any) *kg.Node) {
	if shape == nil {
		return "null", func(*decoder, any) *kg.Node { return nil }
	}
	attributes, readAttributes := nodeAttributes(n, shape.Only)
	parts := attributes
	if shape.Text {
		parts = append(parts, n+".text")
	}
	reads := make([]func(*decoder, any) kg.Connection, len(shape.Steps))
	for i := range shape.Steps {
		var text string
		text, reads[i] = c.step(n, &shape.Steps[i])
		parts = append(parts, text)
	}
	return "[" + strings.Join(parts, ", ") + "]", func(d *decoder, value any) *kg.Node {
		list := d.list(value)
		if len(list) != len(parts) {
			return nil
		}
		out := readAttributes(d, list)
		kind, rest := out.Kind(), list[len(attributes):]
		if shape.Text {
			if out.Document != nil {
				full := *out.Document
				full.Text = d.text(rest[0])
				out.Document = &full
			}
			rest = rest[1:]
		}
		if len(reads) > 0 {
			out.Steps = make([]kg.Connection, len(reads))
		}
		for i, read := range reads {
			if has(shape.Steps[i].On, kind) {
				out.Steps[i] = read(d, rest[i])
			}
		}
		return out
	}
}

// has reports whether a list admits a value; an empty list admits all.
func has[T comparable](list []T, value T) bool {
	for _, v := range list {
		if v == value {
			return true
		}
	}
	return len(list) == 0
}

// byID gives the expression for the node with an id, null where there is none.
func (c *compiler) byID(id string, shape *kg.Shape) (string, func(*decoder, any) *kg.Node) {
	n := c.name("n")
	text, read := c.node(n, shape)
	if shape == nil {
		return text, read
	}
	value := c.name("y")
	text = fmt.Sprintf("head(COLLECT { MATCH (%s:Node {id: %s}) WITH *, %s AS %s RETURN %[4]s })", n, id, text, value)
	return text, func(d *decoder, value any) *kg.Node {
		if value == nil {
			return nil
		}
		return read(d, value)
	}
}

// fact gives the expression for what a shape asks of a fact, a relationship or
// a Fact node r, and what reads its value: null and zero for a nil shape.
func (c *compiler) fact(r string, shape *kg.FactShape) (string, func(*decoder, any) kg.FactRow) {
	none := func(*decoder, any) kg.FactRow { return kg.FactRow{} }
	if shape == nil {
		return "null", none
	}
	if r == "" {
		c.fact("r", shape) // for its cursors
		return "null", none
	}
	source, readSource := c.byID(r+".subject", shape.Source)
	target, readTarget := c.byID(r+".object", shape.Target)
	behalf, readBehalf := c.byID(r+".onBehalfOf", shape.OnBehalfOf)
	evidence, readEvidence := c.evidence(r, shape.Evidence)
	attributes, readAttributes := factAttributes(r, shape.Only)
	beside := 0 // how many parts are not attributes
	part := func(wanted bool, text string) {
		if wanted {
			attributes, beside = append(attributes, text), beside+1
		}
	}
	part(shape.Source != nil, source)
	part(shape.Target != nil, target)
	part(shape.OnBehalfOf != nil, behalf)
	part(shape.Evidence != nil, evidence)
	return "[" + strings.Join(attributes, ", ") + "]", func(d *decoder, value any) kg.FactRow {
		list := d.list(value)
		if len(list) != len(attributes) {
			return kg.FactRow{}
		}
		row := kg.FactRow{Fact: readAttributes(d, list)}
		list = list[len(list)-beside:]
		next := func() (value any) {
			value, list = list[0], list[1:]
			return value
		}
		if shape.Source != nil {
			row.Source = readSource(d, next())
		}
		if shape.Target != nil {
			row.Target = readTarget(d, next())
		}
		if shape.OnBehalfOf != nil {
			row.OnBehalfOf = readBehalf(d, next())
		}
		if shape.Evidence != nil {
			row.Evidence = readEvidence(d, next())
		}
		return row
	}
}

// evidence gives the expression for the first statements of a fact.
func (c *compiler) evidence(r string, shape *kg.EvidenceShape) (string, func(*decoder, any) []kg.EvidenceRow) {
	if shape == nil {
		return "null", func(*decoder, any) []kg.EvidenceRow { return nil }
	}
	s := c.name("s")
	document, read := c.byID(s+".document", shape.Document)
	text := fmt.Sprintf("COLLECT { MATCH (%[1]s:Statement {fact: %[2]s.id})"+
		" WITH %[1]s ORDER BY %[1]s.document, %[1]s.start, %[1]s.end, %[1]s.id LIMIT %[3]s WITH *, %[4]s AS %[5]s RETURN [%[1]s.body, %[5]s] }",
		s, r, c.param(max(shape.First, 0)), document, c.name("y"))
	return text, func(d *decoder, value any) []kg.EvidenceRow {
		var rows []kg.EvidenceRow
		for _, item := range d.list(value) {
			if pair := d.list(item); len(pair) == 2 {
				rows = append(rows, kg.EvidenceRow{Evidence: d.statement(d.text(pair[0])).Evidence, Node: read(d, pair[1])})
			}
		}
		return rows
	}
}
