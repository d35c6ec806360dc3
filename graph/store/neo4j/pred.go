package neo4j

import (
	"fmt"
	"slices"
	"strings"

	"mueang/graph/kg"
)

// pred gives the conditions on the node n, none for a nil predicate.
func (c *compiler) pred(n string, p *kg.Pred) []string {
	if p == nil {
		return nil
	}
	if p.And != nil {
		var conditions []string
		for i := range p.And {
			conditions = append(conditions, c.pred(n, &p.And[i])...)
		}
		return conditions
	}
	return []string{c.condition(n, p)}
}

// condition gives a predicate as one expression, which is never null.
func (c *compiler) condition(n string, p *kg.Pred) string {
	switch {
	case p.And != nil:
		if conditions := c.pred(n, p); len(conditions) > 0 {
			return "(" + all(conditions) + ")"
		}
		return "true"
	case p.Or != nil:
		alternatives := []string{"false"}
		for i := range p.Or {
			alternatives = append(alternatives, c.condition(n, &p.Or[i]))
		}
		if len(alternatives) > 1 {
			alternatives = alternatives[1:]
		}
		return "(" + strings.Join(alternatives, " OR ") + ")"
	case p.Not != nil:
		return "NOT (" + c.condition(n, p.Not) + ")"
	case p.ID != nil:
		return n + ".id IN " + c.resolved(p.ID.In)
	case p.Name != nil:
		return c.named(n, p.Name)
	case p.Date != nil:
		conditions := []string{n + `.firstDay <> ""`}
		if p.Date.To != "" {
			conditions = append(conditions, n+".firstDay <= "+c.param(p.Date.To))
		}
		if p.Date.From != "" {
			conditions = append(conditions, n+".lastDay >= "+c.param(p.Date.From))
		}
		return "(" + all(conditions) + ")"
	case p.Enum != nil:
		return n + "." + enumProperty(p.Enum.Field) + " IN " + c.param(texts(p.Enum.In))
	case p.Rel != nil:
		return c.related(n, p.Rel)
	}
	return "true"
}

func enumProperty(field kg.EnumField) string {
	switch field {
	case kg.FieldSubtype:
		return "subtype"
	case kg.FieldStatus:
		return "status"
	case kg.FieldRole:
		return "role"
	case kg.FieldPublisher:
		return "publisher"
	case kg.FieldLanguage:
		return "language"
	}
	return "kind"
}

// resolved gives the variable of a list of the ids that some ids lead to. It
// is made before anything else.
func (c *compiler) resolved(ids []kg.ID) string {
	list, id, a := c.name("ids"), c.name("i"), c.name("a")
	c.lets = append(c.lets, fmt.Sprintf("COLLECT { UNWIND %[1]s AS %[2]s OPTIONAL MATCH (%[3]s:Alias {id: %[2]s}) RETURN coalesce(%[3]s.entity, %[2]s) } AS %[4]s",
		c.param(texts(ids)), id, a, list))
	return list
}

// named asks whether one of the name keys of n, which stand between line ends
// in its property search, matches.
func (c *compiler) named(n string, p *kg.NamePred) string {
	var parts []string
	for _, key := range p.Keys {
		if key == "" || strings.Contains(key, "\n") {
			continue
		}
		switch p.Op {
		case kg.NameContains:
		case kg.NameStartsWith:
			key = "\n" + key
		default:
			key = "\n" + key + "\n"
		}
		parts = append(parts, key)
	}
	if len(parts) == 1 { // the one form that the index serves
		return searched(n, "search", c.param(parts[0]))
	}
	key := c.name("k")
	return fmt.Sprintf("any(%s IN %s WHERE %s)", key, c.param(texts(parts)), searched(n, "search", key))
}

// searched asks whether a property of n, search or content, holds a part. What
// is too long for the index is held apart.
func searched(n, property, part string) string {
	return fmt.Sprintf(`(%[1]s.%[2]s CONTAINS %[3]s OR %[1]s:Long AND %[1]s.%[2]sLong CONTAINS %[3]s)`, n, property, part)
}

func (c *compiler) related(n string, p *kg.RelPred) string {
	w, _ := c.way(n, nil, p.Via, p.Hops)
	if p.Quant == kg.All {
		if p.Where == nil {
			return "true"
		}
		return "NOT EXISTS { " + w.text("NOT "+c.condition(w.node, p.Where)) + " RETURN 1 }"
	}
	exists := "EXISTS { " + w.text(c.pred(w.node, p.Where)...) + " RETURN 1 }"
	if p.Quant == kg.None {
		return "NOT " + exists
	}
	return exists
}

// conjuncts gives the predicates that must all hold for p to hold.
func conjuncts(p *kg.Pred) []kg.Pred {
	switch {
	case p == nil:
		return nil
	case p.And != nil:
		return p.And
	}
	return []kg.Pred{*p}
}

// anchored parts the first relation that leads to few nodes, found by an id or
// a name, from the other predicates. A search had best begin there, which
// Neo4j does only when the relation is matched and not asked for by EXISTS.
func anchored(list []kg.Pred) (anchor *kg.RelPred, rest []kg.Pred) {
	rest = []kg.Pred{}
	for i := range list {
		if r := list[i].Rel; anchor == nil && r != nil && r.Quant == kg.Some && r.Via == kg.ViaFacts && slices.ContainsFunc(conjuncts(r.Where), few) {
			anchor = r
		} else {
			rest = append(rest, list[i])
		}
	}
	return anchor, rest
}

func few(p kg.Pred) bool {
	switch {
	case p.ID != nil:
		return true
	case p.Name != nil:
		return p.Name.Op == kg.NameEquals && len(p.Name.Keys) == 1
	case p.Rel != nil:
		anchor, _ := anchored([]kg.Pred{p})
		return anchor != nil
	}
	return false
}

// anchor gives the clauses that lead from n to the anchor.
func (c *compiler) anchor(n string, p *kg.RelPred) string {
	clauses := ""
	conditions := []string{}
	for i := range p.Hops {
		r, to := c.name("r"), c.name("n")
		clauses += where(conditions) + " MATCH " + pattern(n, r, to, &p.Hops[i])
		conditions = append(c.edge(r, p.Hops[i].Types, &p.Hops[i].Edge), ofKinds(c, to, p.Hops[i].Kinds)...)
		n = to
	}
	next, rest := anchored(conjuncts(p.Where))
	clauses += where(append(conditions, c.pred(n, &kg.Pred{And: rest})...))
	if next != nil {
		clauses += c.anchor(n, next)
	}
	return clauses
}
