package neo4j

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"mueang/graph/kg"
)

// A card is the property of nodes and facts that holds, in one text, what most
// questions ask: reading a property costs about the same whether it is long
// or short, and a list of 20 meetings with who was there and their offices
// takes 0.6 of the time that it takes with a property for each attribute. Where
// more is asked, the row is read from its body.
//
// It begins with the id, so that cards are in the order of ids, which hold
// no control characters.

// end ends a part of a card, but for the last; within a part it is escaped.
const end = "\x01"

var (
	escaper   = strings.NewReplacer("\x02", "\x02b", end, "\x02a")
	unescaper = strings.NewReplacer("\x02b", "\x02", "\x02a", end)
)

func card(id kg.ID, parts ...string) string {
	var b strings.Builder
	b.WriteString(string(id))
	for _, part := range parts {
		b.WriteString(end)
		if strings.ContainsAny(part, "\x01\x02") {
			part = escaper.Replace(part)
		}
		b.WriteString(part)
	}
	return b.String()
}

// cardReader reads a card part by part.
type cardReader struct {
	d    *decoder
	left string
	more bool
}

func (d *decoder) card(value any) *cardReader { return &cardReader{d, d.text(value), true} }

func (c *cardReader) text() string {
	if !c.more {
		c.d.fail(fmt.Errorf("a card ends too early"))
		return ""
	}
	part, left, more := strings.Cut(c.left, end)
	c.left, c.more = left, more
	if strings.IndexByte(part, '\x02') >= 0 {
		part = unescaper.Replace(part)
	}
	return part
}

func (c *cardReader) number() int {
	n, err := strconv.Atoi(c.text())
	if err != nil {
		c.d.fail(err)
	}
	return n
}

func (c *cardReader) float() float64 {
	x, err := strconv.ParseFloat(c.text(), 64)
	if err != nil {
		c.d.fail(err)
	}
	return x
}

func (c *cardReader) date() *kg.PartialDate {
	value, original := c.text(), c.text()
	if value == "" {
		return nil
	}
	return &kg.PartialDate{Value: value, Original: original}
}

// onEntityCard are the attributes that an entity's card has beside its kind.
const onEntityCard = kg.AttrID | kg.AttrName | kg.AttrRole | kg.AttrRoleText | kg.AttrSubtype | kg.AttrStatus |
	kg.AttrStartDate | kg.AttrEndDate | kg.AttrDocumentCount

func entityCard(e *kg.Entity) string {
	date := func(d *kg.PartialDate) (value, original string) {
		if d != nil {
			value, original = d.Value, d.Original
		}
		return value, original
	}
	start, startOriginal := date(e.StartDate)
	end, endOriginal := date(e.EndDate)
	return card(e.ID, string(e.Kind), e.Name, e.Role, e.RoleText, e.Subtype, e.Status, start, startOriginal, end, endOriginal, strconv.Itoa(e.DocumentCount))
}

// A document's card has its kind alone.
func documentCard(d *kg.Document) string { return card(d.ID, string(kg.KindDocument)) }

// nodeCard reads the card of an entity or a document, each once.
func (d *decoder) nodeCard(value any) kg.Node {
	text := d.text(value)
	if node, ok := d.cards[text]; ok {
		return node
	}
	c := d.card(value)
	id, kind := kg.ID(c.text()), kg.Kind(c.text())
	node := kg.Node{Document: &kg.Document{ID: id}}
	if kind != kg.KindDocument {
		node = kg.Node{Entity: &kg.Entity{ID: id, Kind: kind, Name: c.text(), Role: c.text(), RoleText: c.text(), Subtype: c.text(), Status: c.text(),
			StartDate: c.date(), EndDate: c.date(), DocumentCount: c.number()}}
	}
	d.cards[text] = node
	return node
}

// nodeAttributes gives the expressions for attributes of a node variable, and
// what reads their values, at the head of a list, into a node without steps.
func nodeAttributes(n string, only kg.Attributes) (expressions []string, read func(d *decoder, values []any) *kg.Node) {
	if only != 0 && only&^onEntityCard == 0 {
		return []string{n + ".card"}, func(d *decoder, values []any) *kg.Node {
			node := d.nodeCard(values[0])
			return &node
		}
	}
	return []string{n + ".kind", n + ".body"}, func(d *decoder, values []any) *kg.Node {
		if d.text(values[0]) == string(kg.KindDocument) {
			return &kg.Node{Document: d.document(d.text(values[1]))}
		}
		return &kg.Node{Entity: d.entity(d.text(values[1]))}
	}
}

// onFactCard are the attributes that a fact's card has.
const onFactCard = kg.FactAttrID | kg.FactAttrType | kg.FactAttrRole | kg.FactAttrRoleText | kg.FactAttrStatus |
	kg.FactAttrConfidence | kg.FactAttrFactStatus | kg.FactAttrSourceCount

func factCard(f *kg.Fact) string {
	return card(f.ID, string(f.Type), f.Role, f.RoleText, f.Status, strconv.FormatFloat(f.Confidence, 'g', -1, 64), string(f.FactStatus), strconv.Itoa(f.SourceCount))
}

func (d *decoder) factCard(value any) *kg.Fact {
	c := d.card(value)
	f := &kg.Fact{ID: kg.ID(c.text()), Type: kg.RelationType(c.text())}
	f.Role, f.RoleText, f.Status = c.text(), c.text(), c.text()
	f.Confidence, f.FactStatus, f.SourceCount = c.float(), kg.FactStatus(c.text()), c.number()
	return f
}

// factProperty is an attribute of a fact with a property of its own.
type factProperty struct {
	attribute kg.FactAttributes
	property  string
	set       func(f *kg.Fact, value string)
}

var factProperties = []factProperty{
	{kg.FactAttrEnds, "subject", func(f *kg.Fact, value string) { f.Subject = kg.ID(value) }},
	{kg.FactAttrEnds, "object", func(f *kg.Fact, value string) { f.Object = kg.ID(value) }},
	{kg.FactAttrObserved, "observedFrom", func(f *kg.Fact, value string) { f.ObservedFrom = value }},
	{kg.FactAttrObserved, "observedTo", func(f *kg.Fact, value string) { f.ObservedTo = value }},
	{kg.FactAttrRecordedAt, "recordedAt", func(f *kg.Fact, value string) { f.RecordedAt = value }},
}

// factAttributes gives the expressions for attributes of a fact variable, and
// what reads their values, at the head of a list.
func factAttributes(r string, only kg.FactAttributes) (expressions []string, read func(d *decoder, values []any) *kg.Fact) {
	expressions, left := []string{r + ".card"}, only&^onFactCard
	var properties []factProperty
	for _, p := range factProperties {
		if only.Has(p.attribute) {
			expressions, properties = append(expressions, r+"."+p.property), append(properties, p)
			left &^= p.attribute
		}
	}
	if only == 0 || left != 0 {
		return []string{r + ".body"}, func(d *decoder, values []any) *kg.Fact { return d.fact(d.text(values[0])) }
	}
	return expressions, func(d *decoder, values []any) *kg.Fact {
		f := d.factCard(values[0])
		for i, p := range properties {
			p.set(f, d.text(values[1+i]))
		}
		return f
	}
}

// inCardOrder gives the expressions of sort criteria with cards in the place
// of ids, which are in the same order, where cards are read anyway.
func inCardOrder(columns []column) []column {
	sorted := slices.Clone(columns)
	for i := range sorted {
		if of, ok := strings.CutSuffix(sorted[i].expression, ".id"); ok {
			sorted[i].expression = of + ".card"
		}
	}
	return sorted
}
