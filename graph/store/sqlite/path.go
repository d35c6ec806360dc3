package sqlite

import (
	"cmp"
	"context"
	"slices"

	"mueang/graph/kg"
)

// link is a fact as a way between two entities. K is what stands for them:
// their ids, or numbers in the order of the ids.
type link[K cmp.Ordered] struct{ fact, subject, object K }

// other gives the end of a link that is not id; both ends may be.
func (l link[K]) other(id K) K {
	if l.subject == id {
		return l.object
	}
	return l.subject
}

// web is what paths are looked for in: the tables, or a network.
type web[K cmp.Ordered] interface {
	// linksOf gives the facts that have any of some entities as an end, in
	// order, each once.
	linksOf(ids []K) ([]link[K], error)
	// effort says about how much linksOf would read.
	effort(ids []K) int
	// names gives the ids of entities and facts.
	names(nodes, facts []K) (nodeIDs, factIDs []kg.ID, err error)
}

// paths answers a path search.
func (r *run) paths(root kg.PathSearch, shape *kg.Shape) (*kg.Result, error) {
	resolved, err := r.resolve([]kg.ID{root.From, root.To})
	if err != nil {
		return nil, err
	}
	from, to := resolved[root.From], resolved[root.To]
	if from == "" || to == "" || from == to {
		return &kg.Result{}, nil
	}
	n, err := r.store.networks.of(r, func(ctx context.Context, f func(*conn) error) error { return r.store.read(ctx, "sqlite.network", f) })
	if err != nil {
		return nil, err
	}
	var found []chain[kg.ID]
	if n != nil {
		found, err = findPaths[int32](r.ctx, n.web(r, root.Types, root.Edge), n.number(from), n.number(to), root)
	} else {
		found, err = findPaths[kg.ID](r.ctx, tables{r, root.Types, root.Edge}, from, to, root)
	}
	if err != nil {
		return nil, err
	}
	return r.chains(found, root.Fact, shape)
}

// chains reads the nodes and facts of paths.
func (r *run) chains(found []chain[kg.ID], fact *kg.FactShape, shape *kg.Shape) (*kg.Result, error) {
	var nodeIDs, factIDs []kg.ID
	for _, c := range found {
		nodeIDs = append(nodeIDs, c.nodes...)
		factIDs = append(factIDs, c.facts...)
	}
	nodes, err := r.nodes(entities, shape, nodeIDs)
	if err != nil {
		return nil, err
	}
	// The facts say which way each hop goes, even where none of them is wanted.
	if err := r.loadFacts(factIDs); err != nil {
		return nil, err
	}
	rows, err := r.factRows(fact, factIDs)
	if err != nil {
		return nil, err
	}
	result := &kg.Result{}
	for _, c := range found {
		var path kg.Path
		for _, id := range c.nodes {
			path.Nodes = append(path.Nodes, nodes[id])
		}
		for i, id := range c.facts {
			path.Hops = append(path.Hops, kg.PathHop{FactRow: rows[id], Forward: r.facts[id].Subject == c.nodes[i]})
		}
		result.Paths = append(result.Paths, path)
	}
	return result, nil
}

// findPaths looks for the paths of each length in turn. For one length the
// search goes out from both ends until they meet, keeps at each place the
// entities that stand between the two, and only then follows the chains, in
// their order.
func findPaths[K cmp.Ordered](ctx context.Context, w web[K], from, to K, root kg.PathSearch) ([]chain[kg.ID], error) {
	s := &pathSearch[K]{ctx: ctx, web: w, from: from, to: to, enough: root.First, links: map[K][]link[K]{},
		ahead: [][]K{{from}}, behind: [][]K{{to}}}
	for length := 1; length <= root.MaxLength && len(s.found) < root.First; length++ {
		if err := s.ofLength(length); err != nil {
			return nil, err
		}
	}
	named := make([]chain[kg.ID], len(s.found))
	for i, c := range s.found {
		var err error
		if named[i].nodes, named[i].facts, err = w.names(c.nodes, c.facts); err != nil {
			return nil, err
		}
	}
	return named, nil
}

type pathSearch[K cmp.Ordered] struct {
	ctx      context.Context
	web      web[K]
	from, to K
	enough   int
	links    map[K][]link[K] // of each entity whose neighbours were read, in the order of facts
	ahead    [][]K           // the entities that walks of 0, 1 … hops from "from" lead to
	behind   [][]K           // likewise from "to"
	found    []chain[K]
}

type chain[K cmp.Ordered] struct{ nodes, facts []K }

// expand adds one ring of neighbours. Neither end is in the middle of a path.
func (s *pathSearch[K]) expand(rings *[][]K) error {
	last := (*rings)[len(*rings)-1]
	var unread []K
	for _, id := range last {
		if _, ok := s.links[id]; !ok {
			unread = append(unread, id)
			s.links[id] = nil
		}
	}
	if len(unread) > 0 {
		fresh := setOf(unread)
		found, err := s.web.linksOf(unread)
		if err != nil {
			return err
		}
		for _, l := range found {
			if l.subject == l.object {
				continue // no simple path goes round a loop
			}
			for _, end := range []K{l.subject, l.object} {
				if fresh[end] {
					s.links[end] = append(s.links[end], l)
				}
			}
		}
	}
	seen := map[K]bool{}
	ring := []K{}
	for _, id := range last {
		for _, l := range s.links[id] {
			if at := l.other(id); !seen[at] && at != s.from && at != s.to {
				seen[at] = true
				ring = append(ring, at)
			}
		}
	}
	*rings = append(*rings, ring)
	return s.ctx.Err()
}

// ofLength finds the paths of one length.
func (s *pathSearch[K]) ofLength(length int) error {
	// Of a path of n hops, places 0 to a are reached from the one end and
	// places a to n from the other; only places before their rings' last have
	// to be read. The side that is easier to read goes on.
	for len(s.ahead)+len(s.behind)-2 < length {
		side := &s.behind
		if s.web.effort(s.ahead[len(s.ahead)-1]) < s.web.effort(s.behind[len(s.behind)-1]) {
			side = &s.ahead
		}
		if err := s.expand(side); err != nil {
			return err
		}
	}
	a := len(s.ahead) - 1
	b := length - a
	places := make([]map[K]bool, length+1)
	places[a] = map[K]bool{}
	switch {
	case a == 0: // the start itself, which no ring of the other end holds
		places[0][s.from] = true
	case b == 0:
		places[a][s.to] = true
	default:
		there := setOf(s.behind[b])
		for _, id := range s.ahead[a] {
			if there[id] {
				places[a][id] = true
			}
		}
	}
	for i := a - 1; i >= 0; i-- {
		places[i] = s.leadingTo(s.ahead[i], places[i+1])
	}
	for i := a + 1; i <= length; i++ {
		places[i] = s.leadingTo(s.behind[length-i], places[i-1])
	}
	s.follow(places, []K{s.from})
	return s.ctx.Err()
}

// leadingTo gives those of some entities that have a neighbour in a set.
func (s *pathSearch[K]) leadingTo(ids []K, set map[K]bool) map[K]bool {
	found := map[K]bool{}
	for _, id := range ids {
		if slices.ContainsFunc(s.links[id], func(l link[K]) bool { return set[l.other(id)] }) {
			found[id] = true
		}
	}
	return found
}

// between gives the facts between two neighbours, in order. At least one of
// them has been read.
func (s *pathSearch[K]) between(a, b K) (facts []K) {
	at, other := a, b
	if _, read := s.links[a]; !read {
		at, other = b, a
	}
	for _, l := range s.links[at] {
		if l.other(at) == other {
			facts = append(facts, l.fact)
		}
	}
	return facts
}

// follow goes on from a chain of nodes through the places, in order, until
// there are enough paths.
func (s *pathSearch[K]) follow(places []map[K]bool, nodes []K) {
	if s.ctx.Err() != nil || len(s.found) >= s.enough {
		return
	}
	if len(nodes) == len(places) {
		s.choose(nodes, nil)
		return
	}
	last := nodes[len(nodes)-1]
	for _, id := range s.next(last, places[len(nodes)]) {
		if !slices.Contains(nodes, id) {
			s.follow(places, append(slices.Clone(nodes), id))
		}
	}
}

// next gives the neighbours of an entity that are in a set, in order.
func (s *pathSearch[K]) next(id K, set map[K]bool) (next []K) {
	if links, read := s.links[id]; read {
		for _, l := range links {
			if at := l.other(id); set[at] {
				next = append(next, at)
			}
		}
	} else {
		for at := range set {
			if len(s.between(id, at)) > 0 {
				next = append(next, at)
			}
		}
	}
	slices.Sort(next)
	return slices.Compact(next)
}

// choose adds every choice of one fact between each two neighbours, in the
// order of the facts, until there are enough paths.
func (s *pathSearch[K]) choose(nodes, facts []K) {
	if len(facts) == len(nodes)-1 {
		s.found = append(s.found, chain[K]{nodes, facts})
		return
	}
	for _, fact := range s.between(nodes[len(facts)], nodes[len(facts)+1]) {
		if len(s.found) < s.enough {
			s.choose(nodes, append(slices.Clone(facts), fact))
		}
	}
}

func setOf[K cmp.Ordered](ids []K) map[K]bool {
	set := make(map[K]bool, len(ids))
	for _, id := range ids {
		set[id] = true
	}
	return set
}

// tables is the web of the tables themselves.
type tables struct {
	*run
	types []kg.RelationType
	edge  kg.EdgePred
}

func (t tables) linksOf(ids []kg.ID) ([]link[kg.ID], error) {
	return t.run.linksOf(ids, t.types, t.edge)
}

func (t tables) effort(ids []kg.ID) int { return len(ids) }

func (t tables) names(nodes, facts []kg.ID) ([]kg.ID, []kg.ID, error) { return nodes, facts, nil }
