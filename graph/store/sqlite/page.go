package sqlite

import (
	"cmp"
	"math"
	"slices"
	"sort"
	"strconv"

	"mueang/graph/kg"
)

// column is one part of the key by which a list is ordered and cursors speak.
type column struct {
	kind columnKind
	desc bool
}

type columnKind int

const (
	text  columnKind = iota // by bytes
	whole                   // a whole number in decimal
	score                   // a finite float64
)

var (
	hitColumns    = []column{{score, true}, {whole, true}, {text, false}}
	groupColumns  = []column{{whole, true}, {text, false}}
	changeColumns = []column{{whole, false}}
)

func orderColumns(order []kg.Order) []column {
	columns := make([]column, 0, len(order)+3)
	for _, o := range order {
		kind := text
		if o.By == kg.OrderDocuments {
			kind = whole
		}
		columns = append(columns, column{kind, o.Desc})
	}
	return columns
}

// findColumns gives the columns of the keys of [kg.Find].
func findColumns(order []kg.Order) []column { return append(orderColumns(order), column{}) }

// stepColumns gives the columns of the keys of a step.
func stepColumns(s *kg.Step) []column {
	if s.Group {
		return groupColumns
	}
	columns := append(orderColumns(s.Order), column{})
	switch s.Via {
	case kg.ViaFacts, kg.ViaClaims:
		columns = append(columns, column{})
	case kg.ViaMentions:
		columns = append(columns, column{kind: whole}, column{kind: whole})
	}
	return columns
}

// orderExpressions gives what the criteria of an order are in a query about
// nodes; fact is "" where there is none.
func orderExpressions(t table, node, fact string, order []kg.Order) []string {
	expressions := make([]string, 0, len(order)+3)
	for _, o := range order {
		expression := "'9999-99-99'"
		switch {
		case o.By == kg.OrderName:
			expression = node + ".sort_key"
		case o.By == kg.OrderDocuments && t == documents:
			expression = "length('')" // a bare 0 would be the number of a column
		case o.By == kg.OrderDocuments:
			expression = node + ".documents"
		case o.By == kg.OrderDate && o.Desc:
			expression = node + ".day_desc"
		case o.By == kg.OrderDate:
			expression = node + ".day_asc"
		case fact != "" && o.Desc:
			expression = "ifnull(nullif(" + fact + ".observed_from, ''), '0000-00-00')"
		case fact != "":
			expression = "ifnull(nullif(" + fact + ".observed_from, ''), '9999-99-99')"
		case o.Desc:
			expression = "'0000-00-00'"
		}
		expressions = append(expressions, expression)
	}
	return expressions
}

// ofNodes reports whether an order reads columns of the nodes.
func ofNodes(order []kg.Order) bool {
	for _, o := range order {
		if o.By != kg.OrderObserved {
			return true
		}
	}
	return false
}

// checkPage checks that the cursors of a page are keys of such columns.
func checkPage(columns []column, p kg.Page) error {
	for _, cursor := range [][]string{p.After, p.Before} {
		if cursor == nil {
			continue
		}
		if _, ok := keyValues(columns, cursor); !ok {
			return kg.Errorf(kg.BadInput, "sqlite.Run", "the cursor is not of this list: take one from an answer to the same question")
		}
	}
	return nil
}

// keyValues gives the values of a cursor, and false for one that does not fit.
func keyValues(columns []column, cursor []string) ([]any, bool) {
	if len(cursor) != len(columns) {
		return nil, false
	}
	values := make([]any, len(cursor))
	for i, c := range columns {
		value, ok := keyValue(c.kind, cursor[i])
		if !ok {
			return nil, false
		}
		values[i] = value
	}
	return values, true
}

// keyValue gives the value of one part of a key, and false for one that does
// not fit.
func keyValue(kind columnKind, part string) (any, bool) {
	switch kind {
	case whole:
		n, err := strconv.ParseInt(part, 10, 64)
		return n, err == nil
	case score:
		x, err := strconv.ParseFloat(part, 64)
		return x, err == nil && !math.IsNaN(x) && !math.IsInf(x, 0)
	}
	return part, true
}

// checkPlan checks the cursors of a whole plan, even of steps that no node
// reaches.
func checkPlan(plan *kg.Plan) error {
	if err := checkShape(plan.Shape); err != nil {
		return err
	}
	switch root := plan.Root.(type) {
	case kg.Find:
		return checkPage(findColumns(root.Order), root.Page)
	case kg.Search:
		return checkPage(hitColumns, root.Page)
	case kg.Changes:
		return checkPage(changeColumns, root.Page)
	case kg.PathSearch:
		return checkFactShape(root.Fact)
	case kg.Neighborhood:
		return checkFactShape(root.Fact)
	case kg.FactsByID:
		return checkFactShape(root.Fact)
	}
	return nil
}

func checkShape(shape *kg.Shape) error {
	if shape == nil {
		return nil
	}
	for i := range shape.Steps {
		step := &shape.Steps[i]
		if err := checkPage(stepColumns(step), step.Page); err != nil {
			return err
		}
		if err := checkShape(step.Node); err != nil {
			return err
		}
		if err := checkFactShape(step.Fact); err != nil {
			return err
		}
	}
	return nil
}

func checkFactShape(shape *kg.FactShape) error {
	if shape == nil {
		return nil
	}
	shapes := []*kg.Shape{shape.Source, shape.Target, shape.OnBehalfOf}
	if shape.Evidence != nil {
		shapes = append(shapes, shape.Evidence.Document)
	}
	for _, s := range shapes {
		if err := checkShape(s); err != nil {
			return err
		}
	}
	return nil
}

// beyond writes that the key of a row is after a cursor in the list's order,
// or before it.
func (q *query) beyond(columns []column, expressions []string, cursor []string, after bool) {
	values, _ := keyValues(columns, cursor)
	operator := func(i int) string {
		if columns[i].desc == after {
			return " < ?"
		}
		return " > ?"
	}
	last := len(columns) - 1
	// A condition on the first column alone lets an index serve it.
	q.add("("+expressions[0]+operator(0)[:2]+"= ? AND (", values[0])
	for i := range last {
		q.add(expressions[i]+operator(i)+" OR "+expressions[i]+" = ? AND (", values[i], values[i])
	}
	q.add(expressions[last]+operator(last), values[last])
	for range last {
		q.add(")")
	}
	q.add("))")
}

// window writes the conditions of a page's cursors, each with an AND before it.
func (q *query) window(columns []column, expressions []string, p kg.Page) {
	if p.After != nil {
		q.add(" AND ")
		q.beyond(columns, expressions, p.After, true)
	}
	if p.Before != nil {
		q.add(" AND ")
		q.beyond(columns, expressions, p.Before, false)
	}
}

// outside writes that a row is at or outside a cursor of a page: at or before
// After with after set, at or after Before without.
func (q *query) outside(columns []column, expressions []string, p kg.Page, after bool) {
	q.add("NOT ")
	if after {
		q.beyond(columns, expressions, p.After, true)
	} else {
		q.beyond(columns, expressions, p.Before, false)
	}
}

// orderBy writes expressions in the order of a list, or backwards.
func (q *query) orderBy(columns []column, expressions []string, backwards bool) {
	for i, expression := range expressions {
		if i > 0 {
			q.add(", ")
		}
		q.add(expression)
		if columns[i].desc != backwards {
			q.add(" DESC")
		}
	}
}

// backwards reports whether a page is counted from the end of its list.
func backwards(p kg.Page) bool { return p.First <= 0 }

// key reads the columns of a key out of a row.
func key(columns []column, r row, from int) []string {
	parts := make([]string, len(columns))
	for i, c := range columns {
		if c.kind == whole {
			parts[i] = strconv.Itoa(r.int(from + i))
		} else {
			parts[i] = r.text(from + i)
		}
	}
	return parts
}

// finish makes a connection of the edges that a query gave, which asked for one
// more than the page holds and gave them in the page's own direction. before
// and after say that there are rows outside the cursors.
func finish(edges []kg.Edge, p kg.Page, before, after bool) kg.Connection {
	connection := kg.Connection{Total: -1}
	size := max(p.Size(), 0)
	more := len(edges) > size
	if more {
		edges = edges[:size]
	}
	if len(edges) == 0 {
		return connection
	}
	connection.HasNext, connection.HasPrevious = after, before
	if backwards(p) {
		connection.HasPrevious = before || more
		for i, j := 0, len(edges)-1; i < j; i, j = i+1, j-1 {
			edges[i], edges[j] = edges[j], edges[i]
		}
	} else {
		connection.HasNext = after || more
	}
	connection.Edges = edges
	return connection
}

// cut makes a connection of a whole list in its order, which it leaves alone.
func cut(list []kg.Edge, columns []column, p kg.Page) kg.Connection {
	connection := kg.Connection{Total: -1}
	if p.Count {
		connection.Total = len(list)
	}
	from, to := bounds(len(list), p, func(i int, cursor []string) int { return compareKeys(columns, list[i].Key, cursor) })
	if from < to {
		connection.HasPrevious, connection.HasNext = from > 0, to < len(list)
		connection.Edges = slices.Clone(list[from:to])
	}
	return connection
}

// bounds gives the place of a page in a sorted list; compare compares a row of
// the list with a cursor.
func bounds(n int, p kg.Page, compare func(i int, cursor []string) int) (from, to int) {
	to = n
	if p.After != nil {
		from = sort.Search(n, func(i int) bool { return compare(i, p.After) > 0 })
	}
	if p.Before != nil {
		to = max(from, sort.Search(n, func(i int) bool { return compare(i, p.Before) >= 0 }))
	}
	if backwards(p) {
		return max(from, to-max(p.Last, 0)), to
	}
	return from, min(to, from+p.First)
}

// compareKeys compares two keys in the order of a list.
func compareKeys(columns []column, a, b []string) int {
	for i, c := range columns {
		var d int
		switch {
		case a[i] == b[i]:
		case c.kind == text:
			d = cmp.Compare(a[i], b[i])
		default:
			x, _ := keyValue(c.kind, a[i])
			y, _ := keyValue(c.kind, b[i])
			d = compareValues(x, y)
		}
		if d != 0 {
			if c.desc {
				return -d
			}
			return d
		}
	}
	return 0
}

// compareValues compares two values of one kind of column.
func compareValues(a, b any) int {
	switch x := a.(type) {
	case string:
		return cmp.Compare(x, b.(string))
	case int64:
		return cmp.Compare(x, b.(int64))
	case float64:
		return cmp.Compare(x, b.(float64))
	}
	return 0
}
