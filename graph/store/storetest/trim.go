package storetest

import (
	"context"

	"mueang/graph/kg"
)

// Trimming gives a store whose answers hold nothing that the plan did not ask
// for, which other stores may leave in. Whoever reads more than he asked for is
// found out by it.
func Trimming(s kg.Store) kg.Store { return trimming{s} }

type trimming struct{ kg.Store }

func (t trimming) Run(ctx context.Context, plan *kg.Plan) (*kg.Result, error) {
	result, err := t.Store.Run(ctx, plan)
	if err != nil {
		return nil, err
	}
	return trimmed(plan, result), nil
}

// trimmed gives a copy of an answer without what the plan did not ask for.
func trimmed(plan *kg.Plan, result *kg.Result) *kg.Result {
	out := *result
	out.Nodes = trimNodes(result.Nodes, plan.Shape)
	if root, ok := plan.Root.(kg.FactsByID); ok {
		out.Facts = nil
		for _, row := range result.Facts {
			if row != nil {
				row = new(trimFact(*row, root.Fact))
			}
			out.Facts = append(out.Facts, row)
		}
	}
	if result.Connection != nil {
		var page kg.Page
		switch root := plan.Root.(type) {
		case kg.Find:
			page = root.Page
		case kg.Search:
			page = root.Page
		}
		conn := trimConnection(*result.Connection, page, plan.Shape, nil)
		out.Connection = &conn
	}
	var fact *kg.FactShape
	switch root := plan.Root.(type) {
	case kg.PathSearch:
		fact = root.Fact
	case kg.Neighborhood:
		fact = root.Fact
	}
	out.Paths = nil
	for _, p := range result.Paths {
		hops := make([]kg.PathHop, len(p.Hops))
		for i, h := range p.Hops {
			hops[i] = kg.PathHop{FactRow: trimFact(h.FactRow, fact), Forward: h.Forward}
		}
		out.Paths = append(out.Paths, kg.Path{Nodes: trimNodes(p.Nodes, plan.Shape), Hops: hops})
	}
	if result.Subgraph != nil {
		graph := kg.Subgraph{Nodes: trimNodes(result.Subgraph.Nodes, plan.Shape), Truncated: result.Subgraph.Truncated}
		for _, row := range result.Subgraph.Facts {
			graph.Facts = append(graph.Facts, trimFact(row, fact))
		}
		out.Subgraph = &graph
	}
	return &out
}

func trimNodes(nodes []*kg.Node, shape *kg.Shape) []*kg.Node {
	var out []*kg.Node
	for _, n := range nodes {
		out = append(out, trimNode(n, shape))
	}
	return out
}

func trimNode(n *kg.Node, shape *kg.Shape) *kg.Node {
	if n == nil || shape == nil {
		return n
	}
	out := &kg.Node{}
	if n.Document != nil {
		d := &kg.Document{ID: n.Document.ID}
		if shape.Only.Has(kg.AttrDocument) {
			*d = *n.Document
			d.Text = ""
		}
		if shape.Text {
			d.Text = n.Document.Text
		}
		out.Document = d
	} else {
		out.Entity = trimEntity(n.Entity, shape.Only)
	}
	for i, conn := range n.Steps {
		step := shape.Steps[i]
		out.Steps = append(out.Steps, trimConnection(conn, step.Page, step.Node, step.Fact))
	}
	return out
}

func trimEntity(e *kg.Entity, only kg.Attributes) *kg.Entity {
	if only == 0 {
		return e
	}
	out := &kg.Entity{ID: e.ID, Kind: e.Kind}
	for attribute, copy := range map[kg.Attributes]func(){
		kg.AttrName:          func() { out.Name = e.Name },
		kg.AttrNames:         func() { out.Names = e.Names },
		kg.AttrDescription:   func() { out.Description = e.Description },
		kg.AttrIdentifiers:   func() { out.Identifiers = e.Identifiers },
		kg.AttrTitles:        func() { out.Titles = e.Titles },
		kg.AttrRole:          func() { out.Role = e.Role },
		kg.AttrRoleText:      func() { out.RoleText = e.RoleText },
		kg.AttrSubtype:       func() { out.Subtype = e.Subtype },
		kg.AttrStatus:        func() { out.Status = e.Status },
		kg.AttrStartDate:     func() { out.StartDate = e.StartDate },
		kg.AttrEndDate:       func() { out.EndDate = e.EndDate },
		kg.AttrSeries:        func() { out.Series = e.Series },
		kg.AttrSubject:       func() { out.Subject = e.Subject },
		kg.AttrAmount:        func() { out.Amount = e.Amount },
		kg.AttrDocumentCount: func() { out.DocumentCount = e.DocumentCount },
	} {
		if only.Has(attribute) {
			copy()
		}
	}
	return out
}

func trimConnection(c kg.Connection, page kg.Page, node *kg.Shape, fact *kg.FactShape) kg.Connection {
	edges := make([]kg.Edge, len(c.Edges))
	for i, e := range c.Edges {
		edges[i] = e
		edges[i].Node, edges[i].FactRow = trimNode(e.Node, node), trimFact(e.FactRow, fact)
		if page.Keyless {
			edges[i].Key = nil
		}
	}
	c.Edges = edges
	return c
}

func trimFact(row kg.FactRow, shape *kg.FactShape) kg.FactRow {
	if shape == nil || row.Fact == nil {
		return row
	}
	row.Source, row.Target, row.OnBehalfOf = trimNode(row.Source, shape.Source), trimNode(row.Target, shape.Target), trimNode(row.OnBehalfOf, shape.OnBehalfOf)
	if shape.Evidence != nil {
		evidence := make([]kg.EvidenceRow, len(row.Evidence))
		for i, e := range row.Evidence {
			evidence[i] = kg.EvidenceRow{Evidence: e.Evidence, Node: trimNode(e.Node, shape.Evidence.Document)}
		}
		row.Evidence = evidence
	}
	if shape.Only == 0 {
		return row
	}
	f, out := row.Fact, &kg.Fact{ID: row.Fact.ID}
	for attribute, copy := range map[kg.FactAttributes]func(){
		kg.FactAttrType:        func() { out.Type = f.Type },
		kg.FactAttrEnds:        func() { out.Subject, out.Object = f.Subject, f.Object },
		kg.FactAttrRole:        func() { out.Role = f.Role },
		kg.FactAttrRoleText:    func() { out.RoleText = f.RoleText },
		kg.FactAttrStatus:      func() { out.Status = f.Status },
		kg.FactAttrCapacity:    func() { out.Capacity = f.Capacity },
		kg.FactAttrAmount:      func() { out.Amount = f.Amount },
		kg.FactAttrDate:        func() { out.Date = f.Date },
		kg.FactAttrValid:       func() { out.ValidFrom, out.ValidTo = f.ValidFrom, f.ValidTo },
		kg.FactAttrObserved:    func() { out.ObservedFrom, out.ObservedTo = f.ObservedFrom, f.ObservedTo },
		kg.FactAttrConfidence:  func() { out.Confidence = f.Confidence },
		kg.FactAttrFactStatus:  func() { out.FactStatus = f.FactStatus },
		kg.FactAttrSourceCount: func() { out.SourceCount = f.SourceCount },
		kg.FactAttrRecordedAt:  func() { out.RecordedAt = f.RecordedAt },
	} {
		if shape.Only.Has(attribute) {
			copy()
		}
	}
	row.Fact = out
	return row
}
