package model

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"mueang/graph/kg"
)

// column says how one part of a key compares.
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

// columnsOf gives the columns of the keys of a list in some order, without
// those of its ids.
func columnsOf(order []kg.Order) []column {
	var columns []column
	for _, o := range order {
		kind := text
		if o.By == kg.OrderDocuments {
			kind = whole
		}
		columns = append(columns, column{kind, o.Desc})
	}
	return columns
}

// findColumns gives the columns of [kg.Find].
func findColumns(order []kg.Order) []column {
	return append(columnsOf(order), column{})
}

// stepColumns gives the columns of a step.
func stepColumns(s *kg.Step) []column {
	if s.Group {
		return groupColumns
	}
	columns := append(columnsOf(s.Order), column{}) // the neighbour's id
	switch s.Via {
	case kg.ViaFacts, kg.ViaClaims:
		columns = append(columns, column{}) // the fact's id
	case kg.ViaMentions:
		columns = append(columns, column{kind: whole}, column{kind: whole})
	}
	return columns
}

// orderValues gives the values of the criteria, the first parts of a key.
func orderValues(order []kg.Order, n *kg.Node, f *kg.Fact) []string {
	var values []string
	for _, o := range order {
		switch o.By {
		case kg.OrderName:
			values = append(values, kg.SortKey(nameOf(n)))
		case kg.OrderDate:
			values = append(values, dayValue(firstDay(n), o.Desc))
		case kg.OrderDocuments:
			values = append(values, strconv.Itoa(documentCount(n)))
		case kg.OrderObserved:
			day := ""
			if f != nil {
				day = f.ObservedFrom
			}
			values = append(values, dayValue(day, o.Desc))
		}
	}
	return values
}

// dayValue puts the undated last, either way.
func dayValue(day string, desc bool) string {
	switch {
	case day != "":
		return day
	case desc:
		return "0000-00-00"
	}
	return "9999-99-99"
}

// compareKeys compares two keys that have passed checkCursor.
func compareKeys(columns []column, a, b []string) int {
	for i, c := range columns {
		var d int
		switch c.kind {
		case text:
			d = cmp.Compare(a[i], b[i])
		case whole:
			x, _ := strconv.ParseInt(a[i], 10, 64)
			y, _ := strconv.ParseInt(b[i], 10, 64)
			d = cmp.Compare(x, y)
		case score:
			x, _ := strconv.ParseFloat(a[i], 64)
			y, _ := strconv.ParseFloat(b[i], 64)
			d = cmp.Compare(x, y)
		}
		if c.desc {
			d = -d
		}
		if d != 0 {
			return d
		}
	}
	return 0
}

// checkPage checks that the cursors of a page are keys of such columns.
func checkPage(columns []column, p kg.Page) error {
	for _, cursor := range [][]string{p.After, p.Before} {
		if cursor == nil {
			continue
		}
		if len(cursor) != len(columns) {
			return badCursor()
		}
		for i, c := range columns {
			switch c.kind {
			case whole:
				if _, err := strconv.ParseInt(cursor[i], 10, 64); err != nil {
					return badCursor()
				}
			case score:
				if x, err := strconv.ParseFloat(cursor[i], 64); err != nil || math.IsNaN(x) || math.IsInf(x, 0) {
					return badCursor()
				}
			}
		}
	}
	return nil
}

func badCursor() error {
	return kg.Errorf(kg.BadInput, "model.Run", "the cursor is not of this list: take one from an answer to the same question")
}

// checkShape checks the cursors of all steps of a shape.
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

// pageOf cuts a page out of the whole list, which it puts in order. finish adds
// to the edges that are on the page what costs something to read.
func pageOf(list []kg.Edge, columns []column, p kg.Page, finish func(*kg.Edge)) kg.Connection {
	slices.SortFunc(list, func(a, b kg.Edge) int { return compareKeys(columns, a.Key, b.Key) })
	page := kg.Connection{Total: -1}
	if p.Count {
		page.Total = len(list)
	}
	from, to := 0, len(list)
	for from < len(list) && p.After != nil && compareKeys(columns, list[from].Key, p.After) <= 0 {
		from++
	}
	for to > from && p.Before != nil && compareKeys(columns, list[to-1].Key, p.Before) >= 0 {
		to--
	}
	if p.First > 0 {
		to = min(to, from+p.First)
	} else {
		from = max(from, to-p.Last)
	}
	if from == to {
		return page
	}
	page.HasPrevious = from > 0
	page.HasNext = to < len(list)
	page.Edges = slices.Clone(list[from:to])
	for i := range page.Edges {
		finish(&page.Edges[i])
	}
	return page
}
