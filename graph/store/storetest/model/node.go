package model

import (
	"slices"
	"strings"

	"mueang/graph/kg"
)

func nameOf(n *kg.Node) string {
	if n.Document != nil {
		return n.Document.Name()
	}
	return n.Entity.Name
}

func firstDay(n *kg.Node) string {
	if n.Document != nil {
		return n.Document.FirstDay()
	}
	return n.Entity.FirstDay()
}

func lastDay(n *kg.Node) string {
	if n.Document != nil {
		return n.Document.LastDay()
	}
	return n.Entity.LastDay()
}

func documentCount(n *kg.Node) int {
	if n.Document != nil {
		return 0
	}
	return n.Entity.DocumentCount
}

func nameKeys(n *kg.Node) []string {
	if n.Document != nil {
		return []string{kg.NameKey(n.Document.Name())}
	}
	return n.Entity.NameKeys()
}

func enumValue(n *kg.Node, field kg.EnumField) string {
	if field == kg.FieldKind {
		return string(n.Kind())
	}
	if d := n.Document; d != nil {
		switch field {
		case kg.FieldPublisher:
			return d.Publisher
		case kg.FieldLanguage:
			return d.Language
		}
		return ""
	}
	switch field {
	case kg.FieldSubtype:
		return n.Entity.Subtype
	case kg.FieldStatus:
		return n.Entity.Status
	case kg.FieldRole:
		return n.Entity.Role
	}
	return ""
}

// anyOf reports whether v is in list; an empty list has everything.
func anyOf[T comparable](list []T, v T) bool { return len(list) == 0 || slices.Contains(list, v) }

// entity gives the node of the entity to which an id resolves, or nil.
func (s *state) entity(id kg.ID) *kg.Node {
	if own, ok := s.resolves[id]; ok {
		return s.nodes[own]
	}
	return nil
}

// node gives the entity or document that an id resolves to, or nil.
func (s *state) node(id kg.ID) *kg.Node {
	if n := s.entity(id); n != nil {
		return n
	}
	return s.nodes[id]
}

// all gives the nodes of some kinds, entities for no kinds, by id.
func (s *state) all(kinds []kg.Kind) []*kg.Node {
	var nodes []*kg.Node
	for _, d := range sorted(s.documents, byID) {
		if slices.Contains(kinds, kg.KindDocument) {
			nodes = append(nodes, s.nodes[d.ID])
		}
	}
	for _, e := range sorted(s.entities, byID) {
		if anyOf(kinds, e.Kind) {
			nodes = append(nodes, s.nodes[e.ID])
		}
	}
	return nodes
}

// admits reports whether a fact fulfils a condition.
func admits(p kg.EdgePred, f *kg.Fact) bool {
	return (p.WithRejected || f.FactStatus != kg.Rejected) &&
		anyOf(p.Roles, f.Role) &&
		anyOf(p.Statuses, f.Status) &&
		(p.AsOf == "" || f.HoldsOn(p.AsOf)) &&
		f.Confidence >= p.MinConfidence
}

// fulfils reports whether a node fulfils a condition; nil is none.
func (s *state) fulfils(n *kg.Node, p *kg.Pred) bool {
	switch {
	case p == nil:
		return true
	case p.And != nil:
		return !slices.ContainsFunc(p.And, func(q kg.Pred) bool { return !s.fulfils(n, &q) })
	case p.Or != nil:
		return slices.ContainsFunc(p.Or, func(q kg.Pred) bool { return s.fulfils(n, &q) })
	case p.Not != nil:
		return !s.fulfils(n, p.Not)
	case p.ID != nil:
		return slices.ContainsFunc(p.ID.In, func(id kg.ID) bool { return s.node(id) == n })
	case p.Name != nil:
		return slices.ContainsFunc(nameKeys(n), func(name string) bool { return named(name, p.Name) })
	case p.Date != nil:
		first, last := firstDay(n), lastDay(n)
		return first != "" && (p.Date.To == "" || first <= p.Date.To) && (p.Date.From == "" || p.Date.From <= last)
	case p.Enum != nil:
		return slices.Contains(p.Enum.In, enumValue(n, p.Enum.Field))
	case p.Rel != nil:
		return s.related(n, p.Rel)
	}
	return true
}

func named(name string, p *kg.NamePred) bool {
	return slices.ContainsFunc(p.Keys, func(key string) bool {
		switch {
		case key == "":
			return false
		case p.Op == kg.NameContains:
			return strings.Contains(name, key)
		case p.Op == kg.NameStartsWith:
			return strings.HasPrefix(name, key)
		}
		return name == key
	})
}

func (s *state) related(n *kg.Node, p *kg.RelPred) bool {
	neighbours := s.neighbours(n, p.Via, p.Hops)
	fulfils := func(to neighbour) bool { return s.fulfils(to.node, p.Where) }
	switch p.Quant {
	case kg.Some:
		return slices.ContainsFunc(neighbours, fulfils)
	case kg.None:
		return !slices.ContainsFunc(neighbours, fulfils)
	}
	return !slices.ContainsFunc(neighbours, func(to neighbour) bool { return !fulfils(to) })
}
