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
// The value is a list: the rows, one more than the page holds; whether there
// are rows up to After; whether there are rows from Before on; how many there
// are. What is not asked for is null.
func (c *compiler) connection(w *way, p kg.Page, node *kg.Shape, fact *kg.FactShape) (string, func(d *decoder, value any, extra func(*kg.Edge, []any)) kg.Connection) {
	parts := []string{"null", "null", "null", "null"}
	var cut []string
	if p.After != nil {
		cursor := c.cursor(w.columns, p.After)
		cut = append(cut, beyond(w.columns, cursor, false, false))
		parts[1] = "EXISTS { " + w.text(beyond(w.columns, cursor, true, true)) + " RETURN 1 }"
	}
	if p.Before != nil {
		cursor := c.cursor(w.columns, p.Before)
		cut = append(cut, beyond(w.columns, cursor, true, false))
		parts[2] = "EXISTS { " + w.text(beyond(w.columns, cursor, false, true)) + " RETURN 1 }"
	}
	if p.Count {
		parts[3] = "COUNT { " + w.text() + " RETURN " + w.rows() + " }"
	}
	backwards := p.First == 0
	size := p.First
	if backwards {
		size = p.Last
	}
	var keys, order []string
	for k, column := range w.columns {
		if !p.Keyless || k == w.id && node == nil {
			keys = append(keys, column.expression)
		}
		direction := ""
		if column.desc != backwards {
			direction = " DESC"
		}
		if strings.HasSuffix(column.expression, ".sortKey") { // its head is what the index has
			order = append(order, strings.TrimSuffix(column.expression, "Key")+"Head"+direction)
		}
		order = append(order, column.expression+direction)
	}
	nodeText, readNode := c.node(w.node, node)
	factText, readFact := c.fact(w.fact, fact)
	if size > 0 {
		nodeName, factName := c.name("y"), c.name("y")
		row := slices.Concat(keys, []string{nodeName, factName}, w.more, w.extra)
		parts[0] = fmt.Sprintf("COLLECT { %s WITH %s ORDER BY %s LIMIT %s WITH *, %s AS %s, %s AS %s RETURN [%s] }",
			w.text(cut...), w.rows(), strings.Join(order, ", "), c.param(size+1), nodeText, nodeName, factText, factName, strings.Join(row, ", "))
	}
	columns, id := w.columns, w.id
	return "[" + strings.Join(parts, ", ") + "]", func(d *decoder, value any, extra func(*kg.Edge, []any)) kg.Connection {
		page := kg.Connection{Total: -1}
		list := d.list(value)
		if len(list) != len(parts) {
			return page
		}
		if p.Count {
			page.Total = int(d.number(list[3]))
		}
		rows := d.list(list[0])
		if len(rows) == 0 {
			return page
		}
		page.HasPrevious, page.HasNext = list[1] == true, list[2] == true
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
			row := d.list(rows[i])
			if len(row) < len(keys)+2 {
				continue
			}
			at := i
			if backwards {
				at = len(rows) - 1 - i
			}
			edge := &page.Edges[at]
			if !p.Keyless {
				edge.Key = make([]string, len(columns))
				for k, column := range columns {
					edge.Key[k] = column.key(d, row[k])
				}
				edge.NodeID = kg.ID(edge.Key[id])
			} else if node == nil {
				edge.NodeID = kg.ID(d.text(row[0]))
			}
			row = row[len(keys):]
			if edge.Node = readNode(d, row[0]); edge.Node != nil {
				edge.NodeID = edge.Node.ID()
			}
			edge.FactRow = readFact(d, row[1])
			if extra != nil {
				extra(edge, row[2:])
			}
		}
		return page
	}
}
