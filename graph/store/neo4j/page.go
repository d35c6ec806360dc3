package neo4j

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"mueang/graph/kg"
)

// column is one part of the keys of a list.
type column struct {
	expression string
	kind       columnKind
	desc       bool
}

type columnKind int

const (
	text  columnKind = iota // by code points
	whole                   // a whole number
	score                   // a finite float64
)

// order gives the columns of sort criteria, of a node and, where there is one,
// a fact.
func (c *compiler) order(order []kg.Order, n, fact string) []column {
	columns := make([]column, 0, len(order)+4)
	for _, o := range order {
		col := column{kind: text, desc: o.Desc}
		day := "Up"
		if o.Desc {
			day = "Down"
		}
		switch o.By {
		case kg.OrderName:
			col.expression = n + ".sortKey"
		case kg.OrderDate:
			col.expression = n + ".day" + day
		case kg.OrderDocuments:
			col.expression, col.kind = n+".documentCount", whole
		case kg.OrderObserved:
			col.expression = fact + ".observed" + day
			if fact == "" { // undated, all of them
				col.expression = strconv.Quote(dayUp(""))
				if o.Desc {
					col.expression = strconv.Quote(dayDown(""))
				}
			}
		}
		columns = append(columns, col)
	}
	return columns
}

// value reads one part of a cursor.
func (c column) value(part string) (any, error) {
	switch c.kind {
	case whole:
		return strconv.ParseInt(part, 10, 64)
	case score:
		x, err := strconv.ParseFloat(part, 64)
		if err == nil && (math.IsNaN(x) || math.IsInf(x, 0)) {
			err = strconv.ErrRange
		}
		return x, err
	}
	return part, nil
}

// key writes one part of a key.
func (c column) key(d *decoder, value any) string {
	switch c.kind {
	case whole:
		return strconv.FormatInt(d.number(value), 10)
	case score:
		return strconv.FormatFloat(d.float(value), 'g', -1, 64)
	}
	return d.text(value)
}

// cursor makes a cursor's parts parameters.
func (c *compiler) cursor(columns []column, cursor []string) []string {
	bad := func() []string {
		if c.err == nil {
			c.err = kg.Errorf(kg.BadInput, "neo4j.Run", "the cursor is not of this list: take one from an answer to the same question")
		}
		return nil
	}
	if len(cursor) != len(columns) {
		return bad()
	}
	parts := make([]string, len(columns))
	for i, column := range columns {
		value, err := column.value(cursor[i])
		if err != nil {
			return bad()
		}
		parts[i] = c.param(value)
	}
	return parts
}

// beyond gives the condition that a key comes after a cursor or, backwards,
// before it; the cursor's own row only when it is included.
func beyond(columns []column, cursor []string, backwards, included bool) string {
	if len(cursor) == 0 {
		return "true" // a cursor that is refused
	}
	sign := ">"
	if columns[0].desc != backwards {
		sign = "<"
	}
	expression := columns[0].expression
	if len(columns) == 1 {
		if included {
			sign += "="
		}
		return fmt.Sprintf("%s %s %s", expression, sign, cursor[0])
	}
	// The first part lets an index begin where the page does.
	return fmt.Sprintf("%[1]s %[2]s= %[3]s AND (%[1]s %[2]s %[3]s OR %[4]s)", expression, sign, cursor[0],
		beyond(columns[1:], cursor[1:], backwards, included))
}

// connection gives the expression for a page of a way, and what reads its
// value, telling extra of each edge and its values of w.more and w.extra.
//
// The value is the list of the rows, one more than the page holds. Where more
// is asked for it is a list that begins with them: whether there are rows up
// to After; whether there are rows from Before on; how many there are.
//
// A row is a list of the key or, without, of the id where no node is read; of
// the node and the fact, where they are asked for; and of w.more and w.extra.
func (c *compiler) connection(w *way, p kg.Page, node *kg.Shape, fact *kg.FactShape) (string, func(d *decoder, value any, extra func(*kg.Edge, []any)) kg.Connection) {
	rows := "[]"
	beside, cut := []string(nil), []string(nil)
	if p.After != nil {
		cursor := c.cursor(w.columns, p.After)
		cut = append(cut, beyond(w.columns, cursor, false, false))
		beside = append(beside, "EXISTS { "+w.text(beyond(w.columns, cursor, true, true))+" RETURN 1 }")
	}
	if p.Before != nil {
		cursor := c.cursor(w.columns, p.Before)
		cut = append(cut, beyond(w.columns, cursor, true, false))
		beside = append(beside, "EXISTS { "+w.text(beyond(w.columns, cursor, false, true))+" RETURN 1 }")
	}
	if p.Count {
		beside = append(beside, "COUNT { "+w.text()+" RETURN "+w.rows()+" }")
	}
	backwards := p.First == 0
	size := p.Size()
	r := c.row(w, p, node, fact)
	if size > 0 {
		rows = fmt.Sprintf("COLLECT { %s WITH %s ORDER BY %s LIMIT %s %s }",
			w.text(cut...), w.rows(), w.orderBy(backwards), c.param(size+1), r.text)
	}
	text := rows
	if len(beside) > 0 {
		text = "[" + strings.Join(append([]string{rows}, beside...), ", ") + "]"
	}
	return text, func(d *decoder, value any, extra func(*kg.Edge, []any)) kg.Connection {
		page := kg.Connection{Total: -1}
		rows := d.list(value)
		before, after := false, false
		if len(beside) > 0 {
			values := d.values(value, 1+len(beside))
			rows = d.list(values[0])
			values = values[1:]
			if p.After != nil {
				before, values = values[0] == true, values[1:]
			}
			if p.Before != nil {
				after, values = values[0] == true, values[1:]
			}
			if p.Count && values[0] != nil {
				page.Total = int(d.number(values[0]))
			}
		}
		if len(rows) == 0 {
			return page
		}
		page.HasPrevious, page.HasNext = before, after
		if len(rows) > size {
			rows = rows[:size]
			if backwards {
				page.HasPrevious = true
			} else {
				page.HasNext = true
			}
		}
		page.Edges = make([]kg.Edge, len(rows))
		for i := range rows {
			at := i
			if backwards {
				at = len(rows) - 1 - i
			}
			more := r.read(d, rows[i], &page.Edges[at])
			if extra != nil {
				extra(&page.Edges[at], more)
			}
		}
		return page
	}
}

// orderBy gives the criteria of the order of a list, or of its reverse.
func (w *way) orderBy(backwards bool) string {
	var order []string
	columns := w.columns
	if w.cards {
		columns = inCardOrder(columns)
	}
	for _, column := range columns {
		direction := ""
		if column.desc != backwards {
			direction = " DESC"
		}
		if strings.HasSuffix(column.expression, ".sortKey") { // its head is what the index has
			order = append(order, strings.TrimSuffix(column.expression, "Key")+"Head"+direction)
		}
		order = append(order, column.expression+direction)
	}
	return strings.Join(order, ", ")
}

// rowOf is what is read of each row of a list.
type rowOf struct {
	text string // the clauses that return it
	// read reads a row into an edge and gives what is behind: more and extra.
	read func(d *decoder, value any, edge *kg.Edge) []any
}

func (c *compiler) row(w *way, p kg.Page, node *kg.Shape, fact *kg.FactShape) rowOf {
	var lets, row []string
	let := func(text string) {
		name := c.name("y")
		lets, row = append(lets, text+" AS "+name), append(row, name)
	}
	if !p.Keyless {
		for _, column := range w.columns {
			row = append(row, column.expression)
		}
	} else if node == nil {
		row = append(row, w.columns[w.id].expression)
	}
	keys := len(row)
	nodeText, readNode := c.node(w.node, node)
	factText, readFact := c.fact(w.fact, fact)
	withFact := fact != nil && w.fact != ""
	if node != nil {
		let(nodeText)
	}
	if withFact {
		let(factText)
	}
	row = slices.Concat(row, w.more, w.extra)
	clauses := "RETURN [" + strings.Join(row, ", ") + "]"
	if len(lets) > 0 {
		clauses = "WITH *, " + strings.Join(lets, ", ") + " " + clauses
	}
	return rowOf{clauses, func(d *decoder, value any, edge *kg.Edge) []any {
		list := d.values(value, len(row))
		if !p.Keyless {
			edge.Key = make([]string, len(w.columns))
			for k, column := range w.columns {
				edge.Key[k] = column.key(d, list[k])
			}
			edge.NodeID = kg.ID(edge.Key[w.id])
		} else if node == nil {
			edge.NodeID = kg.ID(d.text(list[0]))
		}
		list = list[keys:]
		if node != nil {
			edge.Node, list = readNode(d, list[0]), list[1:]
			if edge.Node != nil {
				edge.NodeID = edge.Node.ID()
			}
		}
		if withFact {
			edge.FactRow, list = readFact(d, list[0]), list[1:]
		}
		return list
	}}
}
