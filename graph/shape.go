package graph

import "mueang/graph/kg"

// shape gathers what the writers of an answer need of a node. Several writers
// may share one: it holds what any of them needs.
type shape struct {
	kinds kindSet // that the node may be of
	only  kg.Attributes
	text  bool
	steps []*step
}

// step is a list of neighbours that a shape needs.
type step struct {
	relation  *relation
	arguments string // canonical; steps of one relation and equal arguments are one
	index     int    // in the shape
	on        kindSet
	list      pageOf
	hops      []kg.Hop
	where     *kg.Pred
	order     []kg.Order
}

// pageOf gathers what is needed of a page of a list.
type pageOf struct {
	page  kg.Page
	rows  bool // the rows are wanted
	keys  bool // so are their cursors
	count bool // the length of the list is wanted
	node  *shape
	fact  *factShape
}

// factShape gathers what is needed of a fact.
type factShape struct {
	only                       kg.FactAttributes
	source, target, onBehalfOf *shape
	evidence                   int // pieces
	document                   *shape
}

// need makes a shape for nodes of some kinds where there is none, and widens
// it where there is.
func need(s **shape, kinds kindSet) *shape {
	if *s == nil {
		*s = &shape{}
	}
	(*s).kinds |= kinds
	return *s
}

// needFact makes a shape for facts where there is none.
func needFact(f **factShape) *factShape {
	if *f == nil {
		*f = &factShape{}
	}
	return *f
}

// plan gives the shape as a store takes it; nil for nil.
func (s *shape) plan() *kg.Shape {
	if s == nil {
		return nil
	}
	planned := &kg.Shape{Only: kg.AttrID | s.only, Text: s.text}
	if len(s.steps) > 0 {
		planned.Steps = make([]kg.Step, len(s.steps))
	}
	for i, st := range s.steps {
		planned.Steps[i] = kg.Step{
			Via: st.relation.via, Hops: st.hops, Where: st.where, Order: st.order, Group: st.relation.group,
			Page: st.list.plan(), Node: st.list.node.plan(), Fact: st.list.fact.plan(),
		}
		if st.on != s.kinds {
			planned.Steps[i].On = st.on.list()
		}
	}
	return planned
}

func (p *pageOf) plan() kg.Page {
	page := kg.Page{Count: p.count}
	if p.rows {
		page = p.page
		page.Count, page.Keyless = p.count, !p.keys
	}
	return page
}

func (f *factShape) plan() *kg.FactShape {
	if f == nil {
		return nil
	}
	planned := &kg.FactShape{Only: kg.FactAttrID | f.only, Source: f.source.plan(), Target: f.target.plan(), OnBehalfOf: f.onBehalfOf.plan()}
	if f.evidence > 0 {
		planned.Evidence = &kg.EvidenceShape{First: f.evidence, Document: f.document.plan()}
	}
	return planned
}
