package sqlite

import (
	"slices"

	"mueang/graph/kg"
)

// link is a fact as a way between two entities.
type link struct{ fact, subject, object kg.ID }

// other gives the end of a link that is not id; both ends may be.
func (l link) other(id kg.ID) kg.ID {
	if l.subject == id {
		return l.object
	}
	return l.subject
}

// linksOf reads the facts that have any of some entities as an end, by id, each
// once.
func (r *run) linksOf(ids []kg.ID, types []kg.RelationType, edge kg.EdgePred) (found []link, err error) {
	var q query
	from := list(ids)
	for i, way := range ends(kg.Both) {
		if i > 0 {
			q.add(" UNION ")
		}
		q.add("SELECT f.id AS id, f.subject, f.object FROM json_each(?) p CROSS JOIN fact f ON f."+way[0]+" = p.value WHERE 1", from)
		q.types("f", types)
		q.edge("f", edge)
	}
	q.add(" ORDER BY id")
	err = r.rows(&q, func(row row) error {
		found = append(found, link{row.id(0), row.id(1), row.id(2)})
		return nil
	})
	return found, err
}

func (r *run) neighborhood(root kg.Neighborhood, shape *kg.Shape) (*kg.Result, error) {
	given, truncated, err := r.around(root)
	if err != nil {
		return nil, err
	}
	nodes, err := r.nodes(entities, shape, given)
	if err != nil {
		return nil, err
	}
	graph := &kg.Subgraph{Truncated: truncated}
	inside := make(map[kg.ID]bool, len(given))
	for _, id := range given {
		inside[id] = true
		graph.Nodes = append(graph.Nodes, nodes[id])
	}
	facts, err := r.among(given, root)
	if err != nil {
		return nil, err
	}
	if graph.Facts, err = r.factList(facts, root.Fact); err != nil {
		return nil, err
	}
	return &kg.Result{Subgraph: graph}, nil
}

// around gives the entities near some, nearest first, up to a limit, and
// whether there are more.
func (r *run) around(root kg.Neighborhood) (given []kg.ID, truncated bool, err error) {
	resolved, err := r.resolve(root.IDs)
	if err != nil {
		return nil, false, err
	}
	seen := map[kg.ID]bool{}
	var level []kg.ID
	for _, id := range root.IDs {
		if at, ok := resolved[id]; ok && !seen[at] {
			seen[at] = true
			level = append(level, at)
		}
	}
	for depth := 0; len(level) > 0; depth++ {
		if level, err = r.byDocuments(level); err != nil {
			return nil, false, err
		}
		given = append(given, level...)
		if len(given) > root.Limit {
			return given[:max(root.Limit, 0)], true, nil
		}
		if depth >= root.Depth {
			break
		}
		if level, err = r.beside(level, seen, root); err != nil {
			return nil, false, err
		}
	}
	return given, false, nil
}

// beside gives the neighbours of entities that are not seen yet, and marks them.
func (r *run) beside(ids []kg.ID, seen map[kg.ID]bool, root kg.Neighborhood) (next []kg.ID, err error) {
	var q query
	from := list(ids)
	for i, way := range ends(kg.Both) {
		if i > 0 {
			q.add(" UNION ")
		}
		q.add("SELECT f."+way[1]+" FROM json_each(?) p CROSS JOIN fact f ON f."+way[0]+" = p.value", from)
		if len(root.Kinds) > 0 {
			q.add(" CROSS JOIN entity n ON n.id = f." + way[1])
		}
		q.add(" WHERE 1")
		q.types("f", root.Types)
		q.edge("f", root.Edge)
		q.kinds("n", root.Kinds)
	}
	err = r.rows(&q, func(row row) error {
		if id := row.id(0); !seen[id] {
			seen[id] = true
			next = append(next, id)
		}
		return nil
	})
	return next, err
}

// byDocuments puts entities in the order of their documents, most first, then
// by id.
func (r *run) byDocuments(ids []kg.ID) (ordered []kg.ID, err error) {
	var q query
	q.add("SELECT n.id FROM json_each(?) p CROSS JOIN entity n ON n.id = p.value ORDER BY n.documents DESC, n.id", list(ids))
	err = r.rows(&q, func(row row) error {
		ordered = append(ordered, row.id(0))
		return nil
	})
	return ordered, err
}

// among gives the facts between two of some entities, by id.
func (r *run) among(ids []kg.ID, root kg.Neighborhood) (facts []kg.ID, err error) {
	var q query
	q.add("WITH given AS MATERIALIZED (SELECT value AS id FROM json_each(?)) SELECT f.id FROM given p "+
		"CROSS JOIN fact f ON f.subject = p.id WHERE f.object IN (SELECT id FROM given)", list(ids))
	q.types("f", root.Types)
	q.edge("f", root.Edge)
	q.add(" ORDER BY f.id")
	err = r.rows(&q, func(row row) error {
		facts = append(facts, row.id(0))
		return nil
	})
	return facts, err
}

// factList reads facts with what a shape asks for, zero rows for no shape.
func (r *run) factList(ids []kg.ID, shape *kg.FactShape) ([]kg.FactRow, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	list := make([]kg.FactRow, len(ids))
	if shape == nil {
		return list, nil
	}
	rows, err := r.factRows(shape, ids)
	for i, id := range ids {
		list[i] = rows[id]
	}
	return list, err
}

// paths looks for the paths of each length in turn. For one length the search
// goes out from both ends to the middle, keeps at each place the entities that
// stand between the two, and only then follows the chains, in their order.
func (r *run) paths(root kg.PathSearch, shape *kg.Shape) (*kg.Result, error) {
	resolved, err := r.resolve([]kg.ID{root.From, root.To})
	if err != nil {
		return nil, err
	}
	from, to := resolved[root.From], resolved[root.To]
	if from == "" || to == "" || from == to {
		return &kg.Result{}, nil
	}
	s := &pathSearch{run: r, root: root, from: from, to: to, links: map[kg.ID][]link{},
		ahead: [][]kg.ID{{from}}, behind: [][]kg.ID{{to}}}
	for length := 1; length <= root.MaxLength && len(s.found) < root.First; length++ {
		if err := s.ofLength(length); err != nil {
			return nil, err
		}
	}
	return s.result(shape)
}

type pathSearch struct {
	*run
	root     kg.PathSearch
	from, to kg.ID
	links    map[kg.ID][]link // of each entity whose neighbours were read, by fact id
	ahead    [][]kg.ID        // the entities that walks of 0, 1 … hops from "from" lead to
	behind   [][]kg.ID        // likewise from "to"
	found    []chain
}

type chain struct{ nodes, facts []kg.ID }

// expand adds one ring of neighbours. Neither end is in the middle of a path.
func (s *pathSearch) expand(rings *[][]kg.ID) error {
	last := (*rings)[len(*rings)-1]
	var unread []kg.ID
	for _, id := range last {
		if _, ok := s.links[id]; !ok {
			unread = append(unread, id)
			s.links[id] = nil
		}
	}
	if len(unread) > 0 {
		fresh := map[kg.ID]bool{}
		for _, id := range unread {
			fresh[id] = true
		}
		found, err := s.linksOf(unread, s.root.Types, s.root.Edge)
		if err != nil {
			return err
		}
		for _, l := range found {
			if l.subject == l.object {
				continue // no simple path goes round a loop
			}
			for _, end := range []kg.ID{l.subject, l.object} {
				if fresh[end] {
					s.links[end] = append(s.links[end], l)
				}
			}
		}
	}
	seen := map[kg.ID]bool{}
	ring := []kg.ID{}
	for _, id := range last {
		for _, l := range s.links[id] {
			if at := l.other(id); !seen[at] && at != s.from && at != s.to {
				seen[at] = true
				ring = append(ring, at)
			}
		}
	}
	*rings = append(*rings, ring)
	return nil
}

// ofLength finds the paths of one length.
func (s *pathSearch) ofLength(length int) error {
	// Of a path of n hops, places 0 to a are reached from the one end and
	// places a to n from the other; only places before their rings' last have
	// to be read.
	a := length / 2
	b := length - a
	for len(s.ahead) <= a {
		if err := s.expand(&s.ahead); err != nil {
			return err
		}
	}
	for len(s.behind) <= b {
		if err := s.expand(&s.behind); err != nil {
			return err
		}
	}
	places := make([]map[kg.ID]bool, length+1)
	places[a] = map[kg.ID]bool{}
	if length == 1 {
		// a is 0: the start itself, which no ring of the other end holds.
		places[0][s.from] = true
	} else {
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
	s.follow(places, []kg.ID{s.from})
	return s.ctx.Err()
}

// leadingTo gives those of some entities that have a neighbour in a set.
func (s *pathSearch) leadingTo(ids []kg.ID, set map[kg.ID]bool) map[kg.ID]bool {
	found := map[kg.ID]bool{}
	for _, id := range ids {
		if slices.ContainsFunc(s.links[id], func(l link) bool { return set[l.other(id)] }) {
			found[id] = true
		}
	}
	return found
}

// between gives the facts between two neighbours, by id. At least one of them
// has been read.
func (s *pathSearch) between(a, b kg.ID) (facts []kg.ID) {
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

// follow goes on from a chain of nodes through the places, in the order of ids,
// until there are enough paths.
func (s *pathSearch) follow(places []map[kg.ID]bool, nodes []kg.ID) {
	if s.ctx.Err() != nil || len(s.found) >= s.root.First {
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

// next gives the neighbours of an entity that are in a set, by id.
func (s *pathSearch) next(id kg.ID, set map[kg.ID]bool) (next []kg.ID) {
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
// order of the facts' ids, until there are enough paths.
func (s *pathSearch) choose(nodes, facts []kg.ID) {
	if len(facts) == len(nodes)-1 {
		s.found = append(s.found, chain{nodes, facts})
		return
	}
	for _, fact := range s.between(nodes[len(facts)], nodes[len(facts)+1]) {
		if len(s.found) < s.root.First {
			s.choose(nodes, append(slices.Clone(facts), fact))
		}
	}
}

// result reads the nodes and facts of the paths.
func (s *pathSearch) result(shape *kg.Shape) (*kg.Result, error) {
	var nodeIDs, factIDs []kg.ID
	for _, c := range s.found {
		nodeIDs = append(nodeIDs, c.nodes...)
		factIDs = append(factIDs, c.facts...)
	}
	nodes, err := s.nodes(entities, shape, nodeIDs)
	if err != nil {
		return nil, err
	}
	// The facts say which way each hop goes, even where none of them is wanted.
	if err := s.loadFacts(factIDs); err != nil {
		return nil, err
	}
	rows, err := s.factRows(s.root.Fact, factIDs)
	if err != nil {
		return nil, err
	}
	result := &kg.Result{}
	for _, c := range s.found {
		var path kg.Path
		for _, id := range c.nodes {
			path.Nodes = append(path.Nodes, nodes[id])
		}
		for i, id := range c.facts {
			path.Hops = append(path.Hops, kg.PathHop{FactRow: rows[id], Forward: s.facts[id].Subject == c.nodes[i]})
		}
		result.Paths = append(result.Paths, path)
	}
	return result, nil
}

func setOf(ids []kg.ID) map[kg.ID]bool {
	set := make(map[kg.ID]bool, len(ids))
	for _, id := range ids {
		set[id] = true
	}
	return set
}
