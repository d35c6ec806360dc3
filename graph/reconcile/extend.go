package reconcile

import (
	"context"
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"mueang/graph/kg"
)

// property is what may be fetched of entities: values of their own, or the
// things that they have facts with.
type property struct {
	ID   string `json:"id"`
	Name string `json:"name"`

	on    []kg.Kind // which kinds have it
	own   func(e *kg.Entity) []value
	facts *kg.Hop // leads to the values
	typed string  // of the things that the facts lead to, where it is one that can be reconciled
}

// value is a property value: one of its fields is set.
type value struct {
	ID   kg.ID  `json:"id,omitempty"`
	Name string `json:"name,omitempty"`
	Str  string `json:"str,omitempty"`
	Int  *int   `json:"int,omitempty"`
}

func texts(some ...string) []value {
	values := []value{}
	for _, text := range some {
		if text != "" {
			values = append(values, value{Str: text})
		}
	}
	return values
}

// named gives the names of an entity that fulfil a condition.
func named(admits func(kg.Name) bool) func(*kg.Entity) []value {
	return func(e *kg.Entity) []value {
		values := []value{}
		for _, name := range e.Names {
			if admits(name) {
				values = append(values, texts(name.Text)...)
			}
		}
		return values
	}
}

func hop(direction kg.Direction, relations ...kg.RelationType) *kg.Hop {
	return &kg.Hop{Types: relations, Direction: direction}
}

// properties are all there are, in the order in which they are proposed.
var properties = []property{
	{ID: "name", Name: "Name (ชื่อ)", on: every, own: func(e *kg.Entity) []value { return texts(e.Name) }},
	{ID: "nameThai", Name: "Names in Thai (ชื่อภาษาไทย)", on: every, own: named(func(n kg.Name) bool { return n.Language == "th" })},
	{ID: "nameEnglish", Name: "Names in English (ชื่อภาษาอังกฤษ)", on: every, own: named(func(n kg.Name) bool { return n.Language == "en" })},
	{ID: "acronym", Name: "Acronyms (ชื่อย่อ)", on: every, own: named(func(n kg.Name) bool { return n.Kind == kg.NameAcronym })},
	{ID: "description", Name: "Description (คำอธิบาย)", on: every, own: func(e *kg.Entity) []value { return texts(e.Description) }},
	{ID: "type", Name: "Type (ประเภท)", on: every, own: func(e *kg.Entity) []value { return texts(e.Kind.Type()) }},
	{ID: "identifiers", Name: "Identifiers elsewhere (รหัสในระบบอื่น)", on: every, own: func(e *kg.Entity) []value {
		values := []value{}
		for _, one := range e.Identifiers {
			values = append(values, texts(one.Scheme+":"+one.Value)...)
		}
		return values
	}},
	{ID: "documents", Name: "Number of independent documents (จำนวนเอกสาร)", on: every, own: func(e *kg.Entity) []value { return []value{{Int: &e.DocumentCount}} }},
	{ID: "titles", Name: "Titles and ranks (คำนำหน้าและยศ)", on: people, own: func(e *kg.Entity) []value { return texts(e.Titles...) }},
	{ID: "posts", Name: "Posts held (ตำแหน่ง)", on: people, facts: hop(kg.Out, kg.Holds)},
	{ID: "memberOf", Name: "Member of (เป็นสมาชิกของ)", on: every, facts: hop(kg.Out, kg.MemberOf), typed: organization},
	{ID: "members", Name: "Members (สมาชิก)", on: bodies, facts: hop(kg.In, kg.MemberOf)},
	{ID: "partOf", Name: "Part of (สังกัด)", on: bodies, facts: hop(kg.Out, kg.PartOf), typed: organization},
	{ID: "locatedIn", Name: "Located in (ตั้งอยู่ใน)", on: slices.Concat(bodies, places), facts: hop(kg.Out, kg.LocatedIn), typed: place},
	{ID: "meetings", Name: "Meetings chaired, attended or organised (การประชุม)", on: every, facts: hop(kg.Out, kg.Chaired, kg.Attended, kg.SpokeAt, kg.Organized)},
	{ID: "meetingsHere", Name: "Meetings held here (การประชุมที่จัดที่นี่)", on: places, facts: hop(kg.In, kg.HeldAt)},
	{ID: "agreements", Name: "Agreements signed or made (ข้อตกลง)", on: every, facts: hop(kg.Out, kg.Signed, kg.PartyTo)},
}

// extend gives values of properties: a row for each id that is asked for, empty
// cells for an id that is nothing's.
func (s *service) extend(ctx context.Context, asked extension) (any, error) {
	shape := &kg.Shape{Only: kg.AttrName | kg.AttrNames | kg.AttrDescription | kg.AttrIdentifiers | kg.AttrTitles | kg.AttrDocumentCount}
	step := make([]int, len(asked.wanted)) // of each property, in shape.Steps
	meta := []any{}
	for i, p := range asked.wanted {
		about := map[string]any{"id": p.ID, "name": p.Name}
		if p.typed != "" {
			about["type"] = map[string]any{"id": p.typed, "name": types[p.typed].Name}
		}
		meta = append(meta, about)
		if p.facts != nil {
			step[i] = len(shape.Steps)
			// A thing may be met by several facts; it is one value.
			shape.Steps = append(shape.Steps, kg.Step{On: p.on, Via: kg.ViaFacts, Hops: []kg.Hop{*p.facts},
				Order: []kg.Order{{By: kg.OrderName}}, Page: kg.Page{First: maxValues, Keyless: true}, Node: &kg.Shape{Only: kg.AttrName}})
		}
	}
	rows := map[kg.ID]map[string][]value{}
	if len(asked.ids) > 0 {
		result, err := s.store.Run(ctx, &kg.Plan{Root: kg.ByID{IDs: asked.ids}, Shape: shape})
		if err != nil {
			return nil, err
		}
		for i, id := range asked.ids {
			rows[id] = row(asked.wanted, step, result.Nodes[i])
		}
	}
	return map[string]any{"meta": meta, "rows": rows}, nil
}

// row gives the values of one entity.
func row(asked []wanted, step []int, node *kg.Node) map[string][]value {
	cells := map[string][]value{}
	for i, p := range asked {
		values := []value{}
		switch {
		case node == nil || node.Entity == nil || !slices.Contains(p.on, node.Entity.Kind):
		case p.own != nil:
			values = p.own(node.Entity)
		default:
			for _, edge := range node.Steps[step[i]].Edges {
				one := value{ID: edge.NodeID, Name: edge.Node.Entity.Name}
				if !slices.Contains(values, one) {
					values = append(values, one)
				}
			}
		}
		cells[p.ID] = values[:min(len(values), p.limit)]
	}
	return cells
}

// propose gives the properties that entities of a type have.
func (s *service) propose(_ *http.Request, form url.Values) (any, error) {
	limit := len(properties)
	answer := map[string]any{}
	if text := form.Get("limit"); text != "" {
		n, err := strconv.Atoi(text)
		if err != nil || n < 1 {
			return nil, kg.Errorf(kg.BadInput, "", "limit is a whole number from 1")
		}
		limit, answer["limit"] = min(n, limit), n
	}
	kinds := every
	if id := form.Get("type"); id != "" {
		one, err := typeNamed(id)
		if err != nil {
			return nil, err
		}
		kinds, answer["type"] = one.kinds, id
	}
	proposed := []property{}
	for _, p := range properties {
		if len(proposed) < limit && slices.ContainsFunc(p.on, func(k kg.Kind) bool { return slices.Contains(kinds, k) }) {
			proposed = append(proposed, p)
		}
	}
	answer["properties"] = proposed
	return answer, nil
}
