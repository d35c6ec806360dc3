package storetest

import (
	"maps"
	"math/rand/v2"
	"slices"

	"mueang/graph/kg"
)

// RandomPlan gives a plan about a world, of any root, with shapes and
// conditions of up to four levels.
func RandomPlan(r *rand.Rand, w *World) *kg.Plan {
	p := planner{r, w}
	plan := &kg.Plan{Shape: p.shape(4)}
	switch n := r.IntN(21); {
	case n == 20:
		root := kg.FactsByID{Fact: p.fact(2)}
		for range r.IntN(6) {
			root.IDs = append(root.IDs, p.factID())
		}
		plan.Root, plan.Shape = root, nil
	case n < 2:
		ids := make([]kg.ID, r.IntN(6))
		for i := range ids {
			ids[i] = p.id()
		}
		plan.Root = kg.ByID{IDs: ids}
	case n < 8:
		find := kg.Find{Kinds: p.kinds(), Where: p.pred(3), Order: p.order(false), Page: p.page()}
		if chance(r, 20) {
			find.Kinds = []kg.Kind{kg.KindDocument}
		}
		if chance(r, 10) {
			plan.Shape = nil
		}
		if chance(r, 25) {
			find.Where = p.besideOne(find.Where)
		}
		plan.Root = find
	case n < 11:
		plan.Root = p.search()
	case n < 13:
		plan.Root = kg.PathSearch{From: p.id(), To: p.id(), MaxLength: 1 + r.IntN(4), Types: p.types(), Edge: p.edge(), First: 1 + r.IntN(10), Fact: p.fact(1)}
		plan.Shape = p.shape(1)
	case n < 15:
		plan.Root = kg.Neighborhood{IDs: []kg.ID{p.id(), p.id()}[:1+r.IntN(2)], Depth: r.IntN(4), Types: p.types(), Kinds: p.kinds(),
			Edge: p.edge(), Limit: pick(r, []int{1, 3, 10, 500}), Fact: p.fact(1)}
		plan.Shape = p.shape(1)
	case n < 17:
		plan.Root = p.count()
		plan.Shape = nil
	case n == 17:
		plan.Root = kg.Degree{Kinds: p.kinds(), First: r.IntN(8)}
	case n == 18:
		plan.Root = kg.Changes{Page: kg.Page{First: 1 + r.IntN(50)}}
		plan.Shape = nil
	default:
		plan.Root = pick(r, []kg.Root{kg.Totals{}, kg.Coverage{}, kg.Ties{Max: 10_000}})
		plan.Shape = nil
	}
	return plan
}

type planner struct {
	r *rand.Rand
	w *World
}

// id gives the id of something, or of something that may no longer or never have been there.
func (p planner) id() kg.ID {
	if documents := slices.Sorted(maps.Keys(p.w.documents)); len(documents) > 0 && chance(p.r, 12) {
		return pick(p.r, documents)
	}
	if chance(p.r, 4) {
		return kg.ID(pick(p.r, strange))
	}
	return pick(p.r, p.w.things).ID
}

// factID gives the id of a fact that the world has written, or of no fact.
func (p planner) factID() kg.ID {
	if facts := slices.Sorted(maps.Keys(p.w.written.facts)); len(facts) > 0 && chance(p.r, 90) {
		return pick(p.r, facts)
	}
	return p.id()
}

func (p planner) kinds() []kg.Kind {
	if chance(p.r, 50) {
		return nil
	}
	kinds := []kg.Kind{pick(p.r, p.w.things).Kind}
	if more := pick(p.r, p.w.things).Kind; chance(p.r, 60) && more != kinds[0] {
		kinds = append(kinds, more)
	}
	return kinds
}

func (p planner) types() []kg.RelationType {
	if chance(p.r, 70) {
		return nil
	}
	types := []kg.RelationType{pick(p.r, relations).kind}
	if more := pick(p.r, relations).kind; chance(p.r, 70) && more != types[0] {
		types = append(types, more)
	}
	return types
}

func (p planner) edge() kg.EdgePred {
	var e kg.EdgePred
	if chance(p.r, 12) {
		e.Roles = []string{"CHAIR", "DELEGATE", ""}[p.r.IntN(2):]
	}
	if chance(p.r, 10) {
		e.Statuses = []string{"MEMBER", ""}[p.r.IntN(2):]
	}
	if chance(p.r, 10) {
		e.AsOf = pick(p.r, []string{"2019-11-25", "2020-01-01", "2018-12-31"})
	}
	if chance(p.r, 10) {
		e.MinConfidence = float64(p.r.IntN(101)) / 100
	}
	e.WithRejected = chance(p.r, 15)
	return e
}

func (p planner) page() kg.Page {
	page := kg.Page{Count: chance(p.r, 40), Keyless: chance(p.r, 25)}
	switch n := p.r.IntN(10); {
	case n < 6:
		page.First = 1 + p.r.IntN(5)
	case n < 9:
		page.Last = 1 + p.r.IntN(5)
	default:
		page.Count = true
	}
	return page
}

func (p planner) order(fact bool) []kg.Order {
	fields := []kg.OrderField{kg.OrderName, kg.OrderDate, kg.OrderDocuments}
	if fact {
		fields = append(fields, kg.OrderObserved)
	}
	p.r.Shuffle(len(fields), func(i, j int) { fields[i], fields[j] = fields[j], fields[i] })
	var order []kg.Order
	for _, field := range fields[:p.r.IntN(3)] {
		order = append(order, kg.Order{By: field, Desc: chance(p.r, 40)})
	}
	return order
}

func (p planner) hops(n int) []kg.Hop {
	hops := make([]kg.Hop, n)
	for i := range hops {
		hops[i] = kg.Hop{Types: p.types(), Direction: pick(p.r, []kg.Direction{kg.Out, kg.In, kg.Both, kg.Both}), Edge: p.edge()}
		if chance(p.r, 20) {
			hops[i].Kinds = p.kinds()
		}
	}
	return hops
}

func (p planner) shape(depth int) *kg.Shape {
	shape := &kg.Shape{Text: chance(p.r, 30)}
	if chance(p.r, 60) { // few of them, as queries ask
		shape.Only = kg.AttrID | kg.Attributes(p.r.Uint32()&p.r.Uint32()&p.r.Uint32())
	}
	if depth > 0 {
		for range p.r.IntN(3) {
			shape.Steps = append(shape.Steps, p.step(depth-1))
		}
	}
	return shape
}

func (p planner) step(depth int) kg.Step {
	step := kg.Step{Page: p.page(), Node: p.shape(depth)}
	if chance(p.r, 15) {
		step.On = p.kinds()
	}
	if chance(p.r, 25) {
		step.Where = p.pred(min(depth, 2))
	}
	if chance(p.r, 10) {
		step.Node = nil
	}
	switch n := p.r.IntN(10); {
	case n < 5:
		step.Via, step.Hops = kg.ViaFacts, p.hops(1)
	case n < 7:
		step.Via, step.Hops = kg.ViaFacts, p.hops(2)
		step.Group = chance(p.r, 50)
	default:
		step.Via = pick(p.r, []kg.Via{kg.ViaDocuments, kg.ViaMentions, kg.ViaEntities, kg.ViaEntities, kg.ViaClaims})
	}
	facts := step.Via == kg.ViaFacts || step.Via == kg.ViaClaims
	if facts && !step.Group {
		step.Fact = p.fact(depth)
	}
	if !step.Group && step.Via != kg.ViaMentions {
		step.Order = p.order(facts)
	}
	return step
}

func (p planner) fact(depth int) *kg.FactShape {
	if chance(p.r, 25) {
		return nil
	}
	end := func() *kg.Shape {
		if chance(p.r, 60) {
			return nil
		}
		return p.shape(min(depth, 1))
	}
	shape := &kg.FactShape{Source: end(), Target: end(), OnBehalfOf: end()}
	if chance(p.r, 60) {
		shape.Only = kg.FactAttrID | kg.FactAttributes(p.r.Uint32()&p.r.Uint32()&p.r.Uint32())
	}
	if chance(p.r, 50) {
		shape.Evidence = &kg.EvidenceShape{First: p.r.IntN(4), Document: end()}
	}
	return shape
}

// pred gives a condition with up to depth relations in each other, or nil.
func (p planner) pred(depth int) *kg.Pred {
	if chance(p.r, 40) {
		return nil
	}
	pred := p.some(depth)
	return &pred
}

func (p planner) some(depth int) kg.Pred {
	switch n := p.r.IntN(14); {
	case n < 3 && depth > 0:
		list := []kg.Pred{}
		for range p.r.IntN(3) {
			list = append(list, p.some(depth-1))
		}
		switch n {
		case 0:
			return kg.Pred{And: list}
		case 1:
			return kg.Pred{Or: list}
		}
		not := p.some(depth - 1)
		return kg.Pred{Not: &not}
	case n < 7 && depth > 0:
		rel := kg.RelPred{Via: kg.ViaFacts, Quant: pick(p.r, []kg.Quantifier{kg.Some, kg.Some, kg.None, kg.All}), Where: p.pred(depth - 1)}
		if chance(p.r, 25) {
			rel.Via = pick(p.r, []kg.Via{kg.ViaDocuments, kg.ViaEntities})
		} else {
			rel.Hops = p.hops(1 + p.r.IntN(5)/4)
		}
		return kg.Pred{Rel: &rel}
	case n < 8:
		return kg.Pred{ID: &kg.IDPred{In: []kg.ID{p.id(), p.id(), p.id()}[p.r.IntN(4):]}}
	case n < 10:
		keys := []string{p.part()}
		if chance(p.r, 50) {
			keys = append(keys, p.part())
		}
		return kg.Pred{Name: &kg.NamePred{Op: pick(p.r, []kg.NameOp{kg.NameEquals, kg.NameContains, kg.NameStartsWith}), Keys: keys}}
	case n < 12:
		date := kg.DatePred{}
		if chance(p.r, 70) {
			date.From = pick(p.r, []string{"2018-06-01", "2019-11-25", "2020-02-29"})
		}
		if chance(p.r, 70) {
			date.To = pick(p.r, []string{"2018-12-31", "2019-11-25", "2020-12-31"})
		}
		return kg.Pred{Date: &date}
	}
	in := map[kg.EnumField][]string{
		kg.FieldKind: {"PERSON", "MEETING", "AGENCY", "DOCUMENT"}, kg.FieldSubtype: {"MEETING", "MOU", ""}, kg.FieldStatus: {"HELD", "SIGNED", ""},
		kg.FieldRole: {"MINISTER", ""}, kg.FieldPublisher: publishers, kg.FieldLanguage: languages,
	}
	field := pick(p.r, slices.Sorted(maps.Keys(in)))
	values := slices.Clone(in[field])
	p.r.Shuffle(len(values), func(i, j int) { values[i], values[j] = values[j], values[i] })
	return kg.Pred{Enum: &kg.EnumPred{Field: field, In: values[:p.r.IntN(len(values)+1)]}}
}

// besideOne gives the condition that most lists are asked for with, neighbours
// of one thing, and perhaps another.
func (p planner) besideOne(other *kg.Pred) *kg.Pred {
	hops := p.hops(1)
	if chance(p.r, 70) {
		hops[0].Direction, hops[0].Kinds = pick(p.r, []kg.Direction{kg.Out, kg.In}), nil
	}
	beside := kg.Pred{Rel: &kg.RelPred{Via: kg.ViaFacts, Quant: kg.Some, Hops: hops, Where: &kg.Pred{ID: &kg.IDPred{In: []kg.ID{p.id()}}}}}
	if other == nil {
		return &beside
	}
	return &kg.Pred{And: []kg.Pred{*other, beside}}
}

// part gives a key of some name, or a part of one.
func (p planner) part() string {
	key := []rune(kg.NameKey(pick(p.r, pick(p.r, p.w.things).Names).Text))
	if len(key) == 0 || chance(p.r, 30) {
		return string(key)
	}
	from := p.r.IntN(len(key))
	if chance(p.r, 40) {
		from = 0
	}
	return string(key[from : from+1+p.r.IntN(min(len(key)-from, 8))])
}

func (p planner) search() kg.Search {
	s := kg.Search{Whole: p.part(), Page: kg.Page{First: p.r.IntN(6), Count: chance(p.r, 50)}, Kinds: p.kinds(),
		Names: chance(p.r, 20), Facets: chance(p.r, 50), YearFacets: chance(p.r, 50)}
	if chance(p.r, 15) {
		s.Kinds = []kg.Kind{kg.KindDocument, kg.KindPerson}
	}
	if chance(p.r, 30) {
		if more := p.part(); s.Whole != "" && more != "" && more != s.Whole {
			s.Terms = []string{s.Whole, more}
			s.Whole += more
			return s
		}
	}
	if s.Whole != "" {
		s.Terms = []string{s.Whole}
	}
	return s
}

func (p planner) count() kg.Count {
	c := kg.Count{Kinds: p.kinds(), Facts: chance(p.r, 50), Where: p.pred(1)}
	if c.Facts {
		c.Types = p.types()
	} else if chance(p.r, 60) {
		c.Kinds = []kg.Kind{kg.KindMeeting, kg.KindAgreement}
	}
	dimensions := []kg.Dimension{kg.ByYear, kg.ByMonth, kg.ByType, kg.ByStatus, kg.ByOrganization, kg.ByPlace}
	p.r.Shuffle(len(dimensions), func(i, j int) { dimensions[i], dimensions[j] = dimensions[j], dimensions[i] })
	c.GroupBy = dimensions[:p.r.IntN(4)]
	return c
}

// NextPlan gives the plan of which an answer is known with cursors taken from
// the answer in some of its pages, and seldom with a cursor that fits nowhere.
func NextPlan(r *rand.Rand, plan *kg.Plan, answer *kg.Result) *kg.Plan {
	next := &kg.Plan{Root: plan.Root, Shape: plan.Shape}
	if answer == nil {
		return next
	}
	nodes := answer.Nodes
	if c := answer.Connection; c != nil {
		switch root := plan.Root.(type) {
		case kg.Find:
			root.Page = turned(r, root.Page, c.Edges)
			next.Root = root
		case kg.Search:
			if root.Page.First > 0 && len(c.Edges) > 0 {
				root.Page.After = pick(r, c.Edges).Key
			}
			next.Root = root
		}
		for _, edge := range c.Edges {
			nodes = append(nodes, edge.Node)
		}
	}
	next.Shape = turnedShape(r, plan.Shape, nodes)
	return next
}

// turned gives another page of a list of which some edges are known.
func turned(r *rand.Rand, page kg.Page, edges []kg.Edge) kg.Page {
	if chance(r, 2) {
		page.After = pick(r, [][]string{{}, {"x"}, {"", "", "", "", "", ""}})
	}
	if len(edges) == 0 || page.Size() == 0 {
		return page
	}
	if chance(r, 60) {
		page.After = pick(r, edges).Key
	}
	if chance(r, 40) {
		page.Before = pick(r, edges).Key
	}
	if chance(r, 20) {
		page.First, page.Last = page.Last, page.First
	}
	return page
}

func turnedShape(r *rand.Rand, shape *kg.Shape, nodes []*kg.Node) *kg.Shape {
	if shape == nil {
		return nil
	}
	next := &kg.Shape{Text: shape.Text, Steps: slices.Clone(shape.Steps)}
	for i := range next.Steps {
		var edges []kg.Edge
		var below []*kg.Node
		for _, n := range nodes {
			if n == nil || i >= len(n.Steps) {
				continue
			}
			edges = append(edges, n.Steps[i].Edges...)
			for _, edge := range n.Steps[i].Edges {
				below = append(below, edge.Node)
			}
		}
		step := &next.Steps[i]
		step.Page = turned(r, step.Page, edges)
		step.Node = turnedShape(r, step.Node, below)
	}
	return next
}
