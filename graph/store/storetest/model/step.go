package model

import (
	"slices"
	"strconv"

	"mueang/graph/kg"
)

// neighbour is where a way leads from a node.
type neighbour struct {
	node   *kg.Node
	fact   *kg.Fact // by which it was reached, of several hops the last
	before kg.ID    // from where the last hop was made
	span   kg.Span  // ViaMentions
}

// neighbours gives everything that a way leads to. It may hold one neighbour
// several times.
func (s *state) neighbours(n *kg.Node, via kg.Via, hops []kg.Hop) []neighbour {
	var found []neighbour
	switch {
	case via == kg.ViaFacts && n.Entity != nil:
		return s.walk(n.ID(), hops)
	case via == kg.ViaDocuments && n.Entity != nil:
		for _, m := range s.mentioned[n.ID()] {
			found = append(found, neighbour{node: s.nodes[m.Document]})
		}
	case via == kg.ViaMentions && n.Entity != nil:
		for _, m := range s.mentioned[n.ID()] {
			for _, span := range m.Spans {
				found = append(found, neighbour{node: s.nodes[m.Document], span: span})
			}
		}
	case via == kg.ViaEntities && n.Document != nil:
		for _, m := range sorted(s.mentions, compareMentions) {
			if m.Document == n.ID() {
				found = append(found, neighbour{node: s.nodes[m.Entity]})
			}
		}
	case via == kg.ViaClaims && n.Document != nil:
		for _, st := range sorted(s.statements, kg.CompareStatements) {
			if f, ok := s.facts[st.Fact]; ok && st.Document == n.ID() && admits(kg.EdgePred{}, &f) {
				found = append(found, neighbour{node: s.nodes[f.Object], fact: &f})
			}
		}
	}
	return slices.DeleteFunc(found, func(to neighbour) bool { return to.node == nil })
}

// walk makes all hops from an entity and gives where the last one leads.
func (s *state) walk(from kg.ID, hops []kg.Hop) []neighbour {
	at := set[kg.ID]{from: true}
	var found []neighbour
	for _, hop := range hops {
		found = nil
		for id := range at {
			found = append(found, s.hop(id, hop)...)
		}
		at = set[kg.ID]{}
		for _, to := range found {
			at[to.node.ID()] = true
		}
	}
	return found
}

// hop makes one hop from an entity.
func (s *state) hop(from kg.ID, hop kg.Hop) []neighbour {
	var found []neighbour
	for _, f := range s.factsOf[from] {
		if !anyOf(hop.Types, f.Type) || !admits(hop.Edge, &f) {
			continue
		}
		var to kg.ID
		switch {
		case f.Subject == from && hop.Direction != kg.In:
			to = f.Object
		case f.Object == from && hop.Direction != kg.Out:
			to = f.Subject
		default:
			continue
		}
		if node := s.nodes[to]; node != nil && anyOf(hop.Kinds, node.Kind()) {
			found = append(found, neighbour{node: node, fact: &f, before: from})
		}
	}
	return found
}

// shaped gives a node with what a shape asks for, nil for a nil shape.
func (s *state) shaped(n *kg.Node, shape *kg.Shape) *kg.Node {
	if n == nil || shape == nil {
		return nil
	}
	out := &kg.Node{Entity: n.Entity, Document: n.Document}
	if n.Document != nil && !shape.Text {
		d := *n.Document
		d.Text = ""
		out.Document = &d
	}
	for i := range shape.Steps {
		step := &shape.Steps[i]
		if anyOf(step.On, n.Kind()) {
			out.Steps = append(out.Steps, s.step(n, step))
		} else {
			out.Steps = append(out.Steps, kg.Connection{})
		}
	}
	return out
}

// step gives the page of neighbours that a step asks for.
func (s *state) step(n *kg.Node, step *kg.Step) kg.Connection {
	neighbours := s.neighbours(n, step.Via, step.Hops)
	var list []kg.Edge
	if step.Group {
		list = s.grouped(n, step, neighbours)
	} else {
		seen := set[string]{}
		for _, to := range neighbours {
			if !s.fulfils(to.node, step.Where) {
				continue
			}
			edge := kg.Edge{NodeID: to.node.ID()}
			edge.Key = append(orderValues(step.Order, to.node, to.fact), string(to.node.ID()))
			switch step.Via {
			case kg.ViaFacts, kg.ViaClaims:
				edge.Key = append(edge.Key, string(to.fact.ID))
			case kg.ViaMentions:
				edge.Span = &to.span
				edge.Key = append(edge.Key, strconv.Itoa(to.span.Start), strconv.Itoa(to.span.End))
			}
			if once := joined(edge.Key); !seen[once] {
				seen[once] = true
				edge.Fact = to.fact
				list = append(list, edge)
			}
		}
	}
	return pageOf(list, stepColumns(step), step.Page, func(edge *kg.Edge) {
		edge.Node = s.shaped(s.nodes[edge.NodeID], step.Node)
		edge.FactRow = s.factRow(edge.Fact, step.Fact)
	})
}

// grouped gives the neighbours that two hops lead to, each once.
func (s *state) grouped(n *kg.Node, step *kg.Step, neighbours []neighbour) []kg.Edge {
	between := map[kg.ID]set[kg.ID]{}
	for _, to := range neighbours {
		id := to.node.ID()
		if id == n.ID() || !s.fulfils(to.node, step.Where) {
			continue
		}
		if between[id] == nil {
			between[id] = set[kg.ID]{}
		}
		between[id][to.before] = true
	}
	var list []kg.Edge
	for id, nodes := range between {
		list = append(list, kg.Edge{NodeID: id, Count: len(nodes), Key: []string{strconv.Itoa(len(nodes)), string(id)}})
	}
	return list
}

// joined makes one string of a key, to know it again.
func joined(key []string) string {
	text := ""
	for _, part := range key {
		text += strconv.Quote(part)
	}
	return text
}

// factRow gives a fact with what a shape asks for, zero for a nil shape.
func (s *state) factRow(f *kg.Fact, shape *kg.FactShape) kg.FactRow {
	if f == nil || shape == nil {
		return kg.FactRow{}
	}
	row := kg.FactRow{
		Fact:       f,
		Source:     s.shaped(s.nodes[f.Subject], shape.Source),
		Target:     s.shaped(s.nodes[f.Object], shape.Target),
		OnBehalfOf: s.shaped(s.nodes[f.OnBehalfOf], shape.OnBehalfOf),
	}
	if shape.Evidence == nil {
		return row
	}
	for _, st := range s.evidence[f.ID] {
		if len(row.Evidence) < shape.Evidence.First {
			row.Evidence = append(row.Evidence, kg.EvidenceRow{
				Evidence: st.Evidence,
				Node:     s.shaped(s.nodes[st.Document], shape.Evidence.Document),
			})
		}
	}
	return row
}
