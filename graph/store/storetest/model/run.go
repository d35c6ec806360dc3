package model

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"mueang/graph/kg"
)

// run answers a plan from this state.
func (s *state) run(plan *kg.Plan) (*kg.Result, error) {
	if err := checkShape(plan.Shape); err != nil {
		return nil, err
	}
	switch root := plan.Root.(type) {
	case kg.ByID:
		return s.byID(root, plan.Shape), nil
	case kg.FactsByID:
		if err := checkFactShape(root.Fact); err != nil {
			return nil, err
		}
		return s.factsByID(root), nil
	case kg.Find:
		return s.find(root, plan.Shape)
	case kg.Search:
		return s.search(root, plan.Shape)
	case kg.PathSearch:
		if err := checkFactShape(root.Fact); err != nil {
			return nil, err
		}
		return s.paths(root, plan.Shape), nil
	case kg.Neighborhood:
		if err := checkFactShape(root.Fact); err != nil {
			return nil, err
		}
		return s.neighborhood(root, plan.Shape), nil
	case kg.Count:
		return s.count(root), nil
	case kg.Degree:
		return s.degree(root, plan.Shape), nil
	case kg.Ties:
		return s.ties(root)
	case kg.Changes:
		return s.changesAfter(root.Page)
	case kg.Totals:
		return s.totals(), nil
	case kg.Coverage:
		return s.coverage(), nil
	}
	return nil, kg.Errorf(kg.Internal, "model.Run", "%T is no root", plan.Root)
}

func (s *state) byID(root kg.ByID, shape *kg.Shape) *kg.Result {
	result := &kg.Result{}
	for _, id := range root.IDs {
		result.Nodes = append(result.Nodes, s.shaped(s.node(id), shape))
	}
	return result
}

func (s *state) factsByID(root kg.FactsByID) *kg.Result {
	result := &kg.Result{}
	for _, id := range root.IDs {
		var row *kg.FactRow
		if f, ok := s.facts[id]; ok && admits(kg.EdgePred{}, &f) {
			row = new(s.factRow(&f, root.Fact))
		}
		result.Facts = append(result.Facts, row)
	}
	return result
}

func (s *state) find(root kg.Find, shape *kg.Shape) (*kg.Result, error) {
	columns := findColumns(root.Order)
	if err := checkPage(columns, root.Page); err != nil {
		return nil, err
	}
	var list []kg.Edge
	for _, n := range s.all(root.Kinds) {
		if s.fulfils(n, root.Where) {
			list = append(list, kg.Edge{NodeID: n.ID(), Key: append(orderValues(root.Order, n, nil), string(n.ID()))})
		}
	}
	return s.connection(list, columns, root.Page, shape), nil
}

// connection gives a page of nodes.
func (s *state) connection(list []kg.Edge, columns []column, p kg.Page, shape *kg.Shape) *kg.Result {
	page := pageOf(list, columns, p, func(edge *kg.Edge) {
		edge.Node = s.shaped(s.nodes[edge.NodeID], shape)
	})
	return &kg.Result{Connection: &page}
}

func (s *state) search(root kg.Search, shape *kg.Shape) (*kg.Result, error) {
	if err := checkPage(hitColumns, root.Page); err != nil {
		return nil, err
	}
	var hits []kg.Edge
	kinds, years := tally{}, tally{}
	candidates := s.all(root.Kinds)
	if len(root.Kinds) == 0 {
		candidates = append(candidates, s.all([]kg.Kind{kg.KindDocument})...)
	}
	for _, n := range candidates {
		points, matched := hit(root, n)
		if points == 0 {
			continue
		}
		hits = append(hits, kg.Edge{
			NodeID: n.ID(), Score: points, Matched: matched,
			Key: []string{strconv.FormatFloat(points, 'g', -1, 64), strconv.Itoa(documentCount(n)), string(n.ID())},
		})
		kinds.add(string(n.Kind()))
		if day := firstDay(n); day != "" {
			years.add(day[:4])
		}
	}
	result := s.connection(hits, hitColumns, root.Page, shape)
	if root.Facets {
		result.Facets = kinds.buckets()
		slices.SortStableFunc(result.Facets, func(a, b kg.Bucket) int { return b.Count - a.Count })
	}
	if root.YearFacets {
		result.YearFacets = years.buckets()
	}
	return result, nil
}

// hit gives the score of a node and what of it was matched, 0 when it is no hit.
func hit(q kg.Search, n *kg.Node) (points float64, matched string) {
	if q.Whole == "" {
		return 0, ""
	}
	if d := n.Document; d != nil {
		title, text := kg.NameKey(d.Title), kg.NameKey(d.Text)
		switch {
		case q.Names || !served(q.Terms, title, text):
			return 0, ""
		case served(q.Terms, title):
			return 0.25, d.Name()
		}
		return 0.1, d.Name()
	}
	keys := n.Entity.NameKeys()
	if !served(q.Terms, keys...) || q.Names && !served([]string{q.Whole}, keys...) {
		return 0, ""
	}
	for _, name := range n.Entity.Names {
		if key := kg.NameKey(name.Text); key != "" && nameScore(q.Whole, key) > points {
			points, matched = nameScore(q.Whole, key), name.Text
		}
	}
	return points, matched
}

// served reports whether every term is inside one of the keys.
func served(terms []string, keys ...string) bool {
	for _, term := range terms {
		if !slices.ContainsFunc(keys, func(key string) bool { return strings.Contains(key, term) }) {
			return false
		}
	}
	return true
}

func nameScore(whole, key string) float64 {
	n, k := float64(utf8.RuneCountInString(whole)), float64(utf8.RuneCountInString(key))
	switch {
	case key == whole:
		return 1
	case strings.HasPrefix(key, whole):
		return 0.5 + 0.4*n/k
	case strings.Contains(key, whole):
		return 0.4 + 0.4*n/k
	}
	return 0.3
}

func (s *state) degree(root kg.Degree, shape *kg.Shape) *kg.Result {
	var list []kg.Edge
	for _, n := range s.all(root.Kinds) {
		if n.Entity == nil {
			continue
		}
		facts := 0
		for _, f := range s.factsOf[n.ID()] {
			if admits(kg.EdgePred{}, &f) {
				facts++
			}
		}
		list = append(list, kg.Edge{
			NodeID: n.ID(), Score: float64(facts), Key: []string{strconv.Itoa(facts), string(n.ID())},
		})
	}
	return s.connection(list, groupColumns, kg.Page{First: root.First}, shape)
}

func (s *state) ties(root kg.Ties) (*kg.Result, error) {
	var entities []kg.KindOf
	var pairs [][2]kg.ID
	for _, n := range s.all(nil) {
		if n.Entity == nil {
			continue
		}
		entities = append(entities, kg.KindOf{ID: n.ID(), Kind: n.Entity.Kind})
		for _, f := range s.factsOf[n.ID()] {
			if admits(kg.EdgePred{}, &f) {
				pairs = append(pairs, [2]kg.ID{f.Subject, f.Object})
			}
		}
	}
	ties, err := kg.NewGraphTies(entities, pairs, root.Max)
	return &kg.Result{Ties: ties}, err
}

func (s *state) changesAfter(p kg.Page) (*kg.Result, error) {
	if err := checkPage(changeColumns, p); err != nil {
		return nil, err
	}
	result := &kg.Result{}
	for _, change := range s.changes {
		key := []string{strconv.FormatInt(change.Seq, 10)}
		switch {
		case p.After != nil && compareKeys(changeColumns, key, p.After) <= 0:
		case len(result.Changes) < p.First || p.Last > 0:
			result.Changes = append(result.Changes, change)
		default:
			result.More = true
		}
	}
	if p.Last > 0 {
		result.Changes = result.Changes[max(len(result.Changes)-p.Last, 0):]
	}
	return result, nil
}

// tally counts under keys.
type tally map[string]*kg.Bucket

func (t tally) add(keys ...string) {
	at := joined(keys)
	if t[at] == nil {
		t[at] = &kg.Bucket{Keys: slices.Clone(keys)}
	}
	t[at].Count++
}

// buckets gives the counts in the order of their keys.
func (t tally) buckets() []kg.Bucket {
	var list []kg.Bucket
	for _, bucket := range t {
		list = append(list, *bucket)
	}
	slices.SortFunc(list, func(a, b kg.Bucket) int { return slices.Compare(a.Keys, b.Keys) })
	return list
}

func (s *state) totals() *kg.Result {
	kinds, types := tally{}, tally{}
	for _, e := range s.entities {
		kinds.add(string(e.Kind))
	}
	for _, f := range s.facts {
		types.add(string(f.Type))
	}
	return &kg.Result{Totals: &kg.GraphTotals{
		Documents:  len(s.documents),
		Statements: len(s.statements),
		Entities:   kinds.buckets(),
		Facts:      types.buckets(),
		Snapshot:   s.snapshot,
	}}
}

func (s *state) coverage() *kg.Result {
	months := tally{}
	for _, d := range s.documents {
		months.add(d.Publisher, d.Month())
	}
	return &kg.Result{Buckets: months.buckets()}
}

func prefix(day string, n int) string { return day[:min(n, len(day))] }

func (s *state) count(root kg.Count) *kg.Result {
	items := tally{}
	add := func(values func(kg.Dimension) []string) {
		combinations := [][]string{nil}
		for _, dimension := range root.GroupBy {
			var longer [][]string
			for _, keys := range combinations {
				for _, value := range values(dimension) {
					longer = append(longer, append(slices.Clone(keys), value))
				}
			}
			combinations = longer
		}
		for _, keys := range combinations {
			items.add(keys...)
		}
	}
	for _, n := range s.all(root.Kinds) {
		if n.Entity == nil || !s.fulfils(n, root.Where) {
			continue
		}
		if !root.Facts {
			add(func(d kg.Dimension) []string { return s.entityValues(n, d) })
			continue
		}
		for _, f := range s.factsOf[n.ID()] {
			if f.Subject == n.ID() && anyOf(root.Types, f.Type) && admits(kg.EdgePred{}, &f) {
				add(func(d kg.Dimension) []string { return []string{s.factValue(&f, d)} })
			}
		}
	}
	return &kg.Result{Buckets: items.buckets()}
}

// entityValues gives an entity's values of a dimension, at least one.
func (s *state) entityValues(n *kg.Node, d kg.Dimension) []string {
	e := n.Entity
	var hop kg.Hop
	switch {
	case d == kg.ByYear:
		return []string{prefix(e.FirstDay(), len("2019"))}
	case d == kg.ByMonth:
		return []string{e.Month()}
	case d == kg.ByType:
		return []string{e.Subtype}
	case d == kg.ByStatus:
		return []string{e.Status}
	case d == kg.ByOrganization && e.Kind == kg.KindMeeting:
		hop = kg.Hop{Types: []kg.RelationType{kg.Organized}, Direction: kg.In}
	case d == kg.ByOrganization && e.Kind == kg.KindAgreement:
		hop = kg.Hop{Types: []kg.RelationType{kg.PartyTo}, Direction: kg.In}
	case d == kg.ByPlace && e.Kind == kg.KindMeeting:
		hop = kg.Hop{Types: []kg.RelationType{kg.HeldAt}, Direction: kg.Out}
	case d == kg.ByPlace && e.Kind == kg.KindAgreement:
		hop = kg.Hop{Types: []kg.RelationType{kg.About}, Direction: kg.Out}
	default:
		return []string{""}
	}
	wanted := map[kg.Dimension]string{kg.ByOrganization: "Organization", kg.ByPlace: "Place"}[d]
	var values []string
	for _, to := range s.hop(e.ID, hop) {
		if isA(to.node, wanted) && !slices.Contains(values, string(to.node.ID())) {
			values = append(values, string(to.node.ID()))
		}
	}
	if values == nil {
		return []string{""}
	}
	return values
}

func (s *state) factValue(f *kg.Fact, d kg.Dimension) string {
	switch d {
	case kg.ByYear:
		return prefix(f.ObservedFrom, len("2019"))
	case kg.ByMonth:
		return prefix(f.ObservedFrom, len("2019-11"))
	case kg.ByType:
		return string(f.Type)
	case kg.ByStatus:
		return string(f.FactStatus)
	case kg.ByOrganization:
		if isA(s.nodes[f.Subject], "Organization") {
			return string(f.Subject)
		}
	case kg.ByPlace:
		if isA(s.nodes[f.Object], "Place") {
			return string(f.Object)
		}
	}
	return ""
}

// isA reports whether a node's kind has an interface.
func isA(n *kg.Node, name string) bool {
	if n == nil {
		return false
	}
	info, _ := n.Kind().Info()
	return info.Interface == name
}

func (s *state) neighborhood(root kg.Neighborhood, shape *kg.Shape) *kg.Result {
	distance := map[kg.ID]int{}
	var nodes []*kg.Node
	reach := func(n *kg.Node, hops int) {
		if _, seen := distance[n.ID()]; !seen {
			distance[n.ID()] = hops
			nodes = append(nodes, n)
		}
	}
	for _, id := range root.IDs {
		if n := s.entity(id); n != nil {
			reach(n, 0)
		}
	}
	hop := kg.Hop{Types: root.Types, Kinds: root.Kinds, Edge: root.Edge, Direction: kg.Both}
	for i := 0; i < len(nodes); i++ {
		if at := distance[nodes[i].ID()]; at < root.Depth {
			for _, to := range s.hop(nodes[i].ID(), hop) {
				reach(to.node, at+1)
			}
		}
	}
	slices.SortFunc(nodes, func(a, b *kg.Node) int {
		return cmp.Or(cmp.Compare(distance[a.ID()], distance[b.ID()]),
			cmp.Compare(documentCount(b), documentCount(a)),
			cmp.Compare(a.ID(), b.ID()))
	})
	graph := &kg.Subgraph{Truncated: len(nodes) > root.Limit}
	given := set[kg.ID]{}
	for _, n := range nodes[:min(len(nodes), root.Limit)] {
		given[n.ID()] = true
		graph.Nodes = append(graph.Nodes, s.shaped(n, shape))
	}
	for _, f := range sorted(s.facts, byID) {
		if given[f.Subject] && given[f.Object] && anyOf(root.Types, f.Type) && admits(root.Edge, &f) {
			graph.Facts = append(graph.Facts, s.factRow(&f, root.Fact))
		}
	}
	return &kg.Result{Subgraph: graph}
}

func (s *state) paths(root kg.PathSearch, shape *kg.Shape) *kg.Result {
	result := &kg.Result{}
	from, to := s.entity(root.From), s.entity(root.To)
	if from == nil || to == nil || from == to {
		return result
	}
	hop := kg.Hop{Types: root.Types, Edge: root.Edge, Direction: kg.Both}
	for length := 1; length <= root.MaxLength && len(result.Paths) < root.First; length++ {
		s.extend([]kg.ID{from.ID()}, to.ID(), length, hop, func(nodes []kg.ID) bool {
			s.chains(nodes, hop, func(facts []kg.Fact) bool {
				if len(result.Paths) >= root.First {
					return false
				}
				result.Paths = append(result.Paths, s.path(nodes, facts, root.Fact, shape))
				return true
			})
			return len(result.Paths) < root.First
		})
	}
	return result
}

// extend gives to f every simple chain of nodes that goes on from nodes for
// some hops and ends at to, by the ids of the nodes in order, until f has enough.
func (s *state) extend(nodes []kg.ID, to kg.ID, hops int, hop kg.Hop, f func([]kg.ID) bool) bool {
	next := set[kg.ID]{}
	for _, n := range s.hop(nodes[len(nodes)-1], hop) {
		id := n.node.ID()
		if !slices.Contains(nodes, id) && (id == to) == (hops == 1) {
			next[id] = true
		}
	}
	ids := make([]kg.ID, 0, len(next))
	for id := range next {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	for _, id := range ids {
		longer := append(slices.Clone(nodes), id)
		if hops == 1 && !f(longer) || hops > 1 && !s.extend(longer, to, hops-1, hop, f) {
			return false
		}
	}
	return true
}

// chains gives to f every choice of one fact between each two neighbours in a
// chain of nodes, by the ids of the facts in order, until f has enough.
func (s *state) chains(nodes []kg.ID, hop kg.Hop, f func([]kg.Fact) bool) {
	var choose func(facts []kg.Fact) bool
	choose = func(facts []kg.Fact) bool {
		if len(facts) == len(nodes)-1 {
			return f(facts)
		}
		for _, to := range s.hop(nodes[len(facts)], hop) { // by fact id
			if to.node.ID() == nodes[len(facts)+1] && !choose(append(slices.Clone(facts), *to.fact)) {
				return false
			}
		}
		return true
	}
	choose(nil)
}

func (s *state) path(nodes []kg.ID, facts []kg.Fact, factShape *kg.FactShape, shape *kg.Shape) kg.Path {
	var path kg.Path
	for _, id := range nodes {
		path.Nodes = append(path.Nodes, s.shaped(s.nodes[id], shape))
	}
	for i := range facts {
		path.Hops = append(path.Hops, kg.PathHop{
			FactRow: s.factRow(&facts[i], factShape),
			Forward: facts[i].Subject == nodes[i],
		})
	}
	return path
}
