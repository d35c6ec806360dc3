package neo4j

import "mueang/graph/kg"

// Attributes that have a property of their own are read from it; where others
// are asked for, the whole row is read from its body.

// nodeProperty is an attribute of an entity with a property of its own.
type nodeProperty struct {
	attribute kg.Attributes
	property  string
	set       func(d *decoder, e *kg.Entity, value any)
}

var nodeProperties = []nodeProperty{
	{kg.AttrName, "name", func(d *decoder, e *kg.Entity, value any) { e.Name = d.text(value) }},
	{kg.AttrDescription, "description", func(d *decoder, e *kg.Entity, value any) { e.Description = d.text(value) }},
	{kg.AttrRole, "role", func(d *decoder, e *kg.Entity, value any) { e.Role = d.text(value) }},
	{kg.AttrRoleText, "roleText", func(d *decoder, e *kg.Entity, value any) { e.RoleText = d.text(value) }},
	{kg.AttrSubtype, "subtype", func(d *decoder, e *kg.Entity, value any) { e.Subtype = d.text(value) }},
	{kg.AttrStatus, "status", func(d *decoder, e *kg.Entity, value any) { e.Status = d.text(value) }},
	{kg.AttrStartDate, "start", func(d *decoder, e *kg.Entity, value any) { e.StartDate = d.date(value) }},
	{kg.AttrEndDate, "end", func(d *decoder, e *kg.Entity, value any) { e.EndDate = d.date(value) }},
	{kg.AttrDocumentCount, "documentCount", func(d *decoder, e *kg.Entity, value any) { e.DocumentCount = int(d.number(value)) }},
}

// nodeAttributes gives the expressions for attributes of a node variable, and
// what reads their values into a node without steps.
func nodeAttributes(n string, only kg.Attributes) ([]string, func(d *decoder, kind kg.Kind, values []any) *kg.Node) {
	expressions, left := []string{n + ".id"}, only&^kg.AttrID
	var properties []nodeProperty
	for _, p := range nodeProperties {
		if only.Has(p.attribute) {
			expressions, properties = append(expressions, n+"."+p.property), append(properties, p)
			left &^= p.attribute
		}
	}
	if only == 0 || left != 0 {
		return []string{n + ".body"}, func(d *decoder, kind kg.Kind, values []any) *kg.Node {
			if kind == kg.KindDocument {
				return &kg.Node{Document: d.document(d.text(values[0]))}
			}
			return &kg.Node{Entity: d.entity(d.text(values[0]))}
		}
	}
	return expressions, func(d *decoder, kind kg.Kind, values []any) *kg.Node {
		id := kg.ID(d.text(values[0]))
		if kind == kg.KindDocument {
			return &kg.Node{Document: &kg.Document{ID: id}}
		}
		e := &kg.Entity{ID: id, Kind: kind}
		for i, p := range properties {
			if value := values[1+i]; value != nil { // documents have not all of them, nor has a mixed list
				p.set(d, e, value)
			}
		}
		return &kg.Node{Entity: e}
	}
}

// factProperty is an attribute of a fact with properties of its own.
type factProperty struct {
	attribute kg.FactAttributes
	property  string
	set       func(d *decoder, f *kg.Fact, value any)
}

var factProperties = []factProperty{
	{kg.FactAttrType, "type", func(d *decoder, f *kg.Fact, value any) { f.Type = kg.RelationType(d.text(value)) }},
	{kg.FactAttrEnds, "subject", func(d *decoder, f *kg.Fact, value any) { f.Subject = kg.ID(d.text(value)) }},
	{kg.FactAttrEnds, "object", func(d *decoder, f *kg.Fact, value any) { f.Object = kg.ID(d.text(value)) }},
	{kg.FactAttrRole, "role", func(d *decoder, f *kg.Fact, value any) { f.Role = d.text(value) }},
	{kg.FactAttrRoleText, "roleText", func(d *decoder, f *kg.Fact, value any) { f.RoleText = d.text(value) }},
	{kg.FactAttrStatus, "status", func(d *decoder, f *kg.Fact, value any) { f.Status = d.text(value) }},
	{kg.FactAttrObserved, "observedFrom", func(d *decoder, f *kg.Fact, value any) { f.ObservedFrom = d.text(value) }},
	{kg.FactAttrObserved, "observedTo", func(d *decoder, f *kg.Fact, value any) { f.ObservedTo = d.text(value) }},
	{kg.FactAttrConfidence, "confidence", func(d *decoder, f *kg.Fact, value any) { f.Confidence = d.float(value) }},
	{kg.FactAttrFactStatus, "factStatus", func(d *decoder, f *kg.Fact, value any) { f.FactStatus = kg.FactStatus(d.text(value)) }},
	{kg.FactAttrSourceCount, "sourceCount", func(d *decoder, f *kg.Fact, value any) { f.SourceCount = int(d.number(value)) }},
	{kg.FactAttrRecordedAt, "recordedAt", func(d *decoder, f *kg.Fact, value any) { f.RecordedAt = d.text(value) }},
}

// factAttributes gives the expressions for attributes of a fact variable, and
// what reads their values, at the head of a list.
func factAttributes(r string, only kg.FactAttributes) ([]string, func(d *decoder, values []any) *kg.Fact) {
	expressions, left := []string{r + ".id"}, only&^kg.FactAttrID
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
		f := &kg.Fact{ID: kg.ID(d.text(values[0]))}
		for i, p := range properties {
			p.set(d, f, values[1+i])
		}
		return f
	}
}
