package graph

import (
	"github.com/vektah/gqlparser/v2/ast"

	"mueang/graph/kg"
)

func (c *compiler) rootFact(f selected, args *arguments) (func() kg.Root, *shape, func(*writer, *kg.Result) bool) {
	s := needFact(new(*factShape))
	fact := optional(c.fact(f.selections(), s))
	start := func() kg.Root { return kg.FactsByID{IDs: []kg.ID{kg.ID(args.text("id"))}, Fact: s.plan()} }
	return start, nil, func(w *writer, r *kg.Result) bool { return fact(w, r.Facts[0]) }
}

func (c *compiler) rootFacts(f selected, args *arguments) (func() kg.Root, *shape, func(*writer, *kg.Result) bool) {
	ids := args.ids("ids", maxPage)
	s := needFact(new(*factShape))
	fact := orNull(optional(c.fact(f.selections(), s)))
	write := listOf(func(w *writer, row **kg.FactRow) bool { return fact(w, *row) })
	start := func() kg.Root { return kg.FactsByID{IDs: ids, Fact: s.plan()} }
	return start, nil, of(func(r *kg.Result) []*kg.FactRow { return r.Facts }, write)
}

// fact compiles a selection set on the type Fact.
func (c *compiler) fact(set ast.SelectionSet, s *factShape) func(*writer, *kg.FactRow) bool {
	return compileObject(c, set, c.cat.schema.Types["Fact"], func(f selected) func(*writer, *kg.FactRow) bool {
		switch f.Name {
		case "source":
			return of(func(r *kg.FactRow) *kg.Node { return r.Source }, c.entity(f, &s.source))
		case "target":
			return of(func(r *kg.FactRow) *kg.Node { return r.Target }, c.entity(f, &s.target))
		}
		return c.factField(f, s)
	}).write
}

// entity compiles a field that is an entity.
func (c *compiler) entity(f selected, s **shape) func(*writer, *kg.Node) bool {
	return c.node(f.selections(), "Entity", need(s, c.cat.kinds["Entity"])).write
}

// factField compiles a field of the interface FactEdge, or one of those that
// edges have beside it: type, role and status.
func (c *compiler) factField(f selected, s *factShape) func(*writer, *kg.FactRow) bool {
	s.only |= factAttributes[f.Name]
	switch f.Name {
	case "relation", "type":
		values := c.cat.enums["RelationType"]
		return func(w *writer, r *kg.FactRow) bool { return w.enum(values, string(r.Fact.Type)) }
	case "status":
		values := c.cat.enums[f.Definition.Type.Name()]
		if f.Definition.Type.Name() == "MembershipStatus" {
			s.only |= kg.FactAttrStatus
			return func(w *writer, r *kg.FactRow) bool { return w.enumOrNull(values, r.Fact.Status) }
		}
		return func(w *writer, r *kg.FactRow) bool { return w.enum(values, string(r.Fact.FactStatus)) }
	case "factStatus":
		values := c.cat.enums["FactStatus"]
		return func(w *writer, r *kg.FactRow) bool { return w.enum(values, string(r.Fact.FactStatus)) }
	case "amount":
		return of(func(r *kg.FactRow) *kg.Money { return r.Fact.Amount }, c.money(f))
	case "date":
		return of(func(r *kg.FactRow) *kg.PartialDate { return r.Fact.Date }, c.date(f))
	case "validFrom":
		return of(func(r *kg.FactRow) *kg.PartialDate { return r.Fact.ValidFrom }, c.date(f))
	case "validTo":
		return of(func(r *kg.FactRow) *kg.PartialDate { return r.Fact.ValidTo }, c.date(f))
	case "observedFrom":
		return c.observed(f, func(r *kg.FactRow) string { return r.Fact.ObservedFrom })
	case "observedTo":
		return c.observed(f, func(r *kg.FactRow) string { return r.Fact.ObservedTo })
	case "onBehalfOf":
		node := optional(c.entity(f, &s.onBehalfOf))
		return func(w *writer, r *kg.FactRow) bool { return node(w, r.OnBehalfOf) }
	case "evidence":
		return c.evidence(f, s)
	}
	return factLeaves[f.Name]
}

// factAttributes says what the fields of facts are made of.
var factAttributes = map[string]kg.FactAttributes{
	"relation": kg.FactAttrType, "type": kg.FactAttrType, "status": kg.FactAttrFactStatus, "factStatus": kg.FactAttrFactStatus,
	"amount": kg.FactAttrAmount, "date": kg.FactAttrDate, "validFrom": kg.FactAttrValid, "validTo": kg.FactAttrValid,
	"observedFrom": kg.FactAttrObserved, "observedTo": kg.FactAttrObserved, "role": kg.FactAttrRole, "roleText": kg.FactAttrRoleText,
	"capacity": kg.FactAttrCapacity, "confidence": kg.FactAttrConfidence, "sourceCount": kg.FactAttrSourceCount,
	"recordedAt": kg.FactAttrRecordedAt,
}

// observed compiles a date that is kept as its value alone.
func (c *compiler) observed(f selected, value func(*kg.FactRow) string) func(*writer, *kg.FactRow) bool {
	return dated(c.date(f), value)
}

// dated writes a date that is kept as its value alone; "" is null.
func dated[T any](date func(*writer, *kg.PartialDate) bool, value func(T) string) func(*writer, T) bool {
	return func(w *writer, v T) bool {
		text := value(v)
		if text == "" {
			return w.null()
		}
		return date(w, &kg.PartialDate{Value: text})
	}
}

// evidence compiles the evidence of a fact. Where several keys ask for
// different numbers of pieces, the shape has the most, and each takes its own.
func (c *compiler) evidence(f selected, s *factShape) func(*writer, *kg.FactRow) bool {
	args := c.arguments(f)
	first := maxEvidence
	if args.has("first") {
		first = args.int("first", 0, maxPage)
	}
	c.keep(args.err)
	s.evidence = max(s.evidence, first)
	row := compileObject(c, f.selections(), c.cat.schema.Types["Evidence"], func(f selected) func(*writer, *kg.EvidenceRow) bool {
		switch f.Name {
		case "document":
			document := c.node(f.selections(), "Document", need(&s.document, bit(kg.KindDocument)))
			return func(w *writer, e *kg.EvidenceRow) bool { return document.write(w, e.Node) }
		case "observedOn":
			return dated(c.date(f), func(e *kg.EvidenceRow) string { return e.ObservedOn })
		}
		return evidenceLeaves[f.Name]
	})
	return func(w *writer, r *kg.FactRow) bool {
		return list(w, r.Evidence[:min(first, len(r.Evidence))], row.write)
	}
}

// maxEvidence is the number of pieces of evidence given unless first says
// otherwise, also where first is null.
const maxEvidence = 10

var factLeaves = leaves[*kg.FactRow]{
	"id":          func(w *writer, r *kg.FactRow) bool { return w.text(string(r.Fact.ID)) },
	"factId":      func(w *writer, r *kg.FactRow) bool { return w.text(string(r.Fact.ID)) },
	"role":        func(w *writer, r *kg.FactRow) bool { return w.textOrNull(r.Fact.Role) },
	"roleText":    func(w *writer, r *kg.FactRow) bool { return w.textOrNull(r.Fact.RoleText) },
	"capacity":    func(w *writer, r *kg.FactRow) bool { return w.textOrNull(r.Fact.Capacity) },
	"confidence":  func(w *writer, r *kg.FactRow) bool { return w.float(r.Fact.Confidence) },
	"sourceCount": func(w *writer, r *kg.FactRow) bool { return w.int(r.Fact.SourceCount) },
	"recordedAt":  func(w *writer, r *kg.FactRow) bool { return w.textOrNull(r.Fact.RecordedAt) },
}

var evidenceLeaves = leaves[*kg.EvidenceRow]{
	"quote":      func(w *writer, e *kg.EvidenceRow) bool { return w.text(e.Quote) },
	"start":      func(w *writer, e *kg.EvidenceRow) bool { return w.int(e.Start) },
	"end":        func(w *writer, e *kg.EvidenceRow) bool { return w.int(e.End) },
	"extractor":  func(w *writer, e *kg.EvidenceRow) bool { return w.text(e.Extractor) },
	"version":    func(w *writer, e *kg.EvidenceRow) bool { return w.text(e.Version) },
	"rule":       func(w *writer, e *kg.EvidenceRow) bool { return w.textOrNull(e.Rule) },
	"confidence": func(w *writer, e *kg.EvidenceRow) bool { return w.float(e.Confidence) },
}
