package sqlite

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"
	"sync"

	"mueang/graph/kg"
)

// network holds the facts of one generation of the store in memory, as ways
// between numbered entities: what paths are looked for in. It takes about 60
// bytes for a fact. Entities and facts are numbered in the order of their ids,
// so that comparing numbers compares ids.
type network struct {
	generation int
	entities   []kg.ID
	facts      []networkFact
	// The facts that have entity i as an end are ends[first[i]:first[i+1]], in
	// order.
	first                  []uint32
	ends                   []int32
	roles, statuses, types vocabulary
}

// networkFact is a fact as conditions on it need it.
type networkFact struct {
	key             int64 // of its row
	confidence      float64
	subject, object int32
	from, to        int32 // the days between which it holds, as 20191125
	role, status    uint16
	kind            uint16
	rejected        bool
}

// vocabulary numbers texts of which there are few.
type vocabulary map[string]uint16

func (t *vocabulary) of(text string) uint16 {
	n, ok := (*t)[text]
	if !ok {
		if *t == nil {
			*t = vocabulary{}
		}
		n = uint16(len(*t))
		(*t)[text] = n
	}
	return n
}

// numbersOf gives the set of the numbers of some texts; nil, which admits
// everything, for none.
func numbersOf[S ~string](t vocabulary, list []S) map[uint16]bool {
	if len(list) == 0 {
		return nil
	}
	set := map[uint16]bool{}
	for _, text := range list {
		if n, ok := t[string(text)]; ok {
			set[n] = true
		}
	}
	return set
}

// dayNumber gives a day as a number in the same order; "" comes before every
// day, and what is no day, such as [forever], after.
func dayNumber(day string) int32 {
	if day == "" {
		return 0
	}
	n, err := strconv.Atoi(strings.ReplaceAll(day, "-", ""))
	if err != nil || len(day) != len("2006-01-02") {
		return 1 << 30
	}
	return int32(n)
}

// buildNetwork reads the facts of the state that a connection sees.
func buildNetwork(ctx context.Context, c *conn, generation int) (*network, error) {
	n := &network{generation: generation}
	err := c.query(ctx, "SELECT id FROM entity ORDER BY id", nil, func(r row) error {
		n.entities = append(n.entities, r.id(0))
		return nil
	})
	if err != nil {
		return nil, err
	}
	var ids []kg.ID
	err = c.query(ctx, "SELECT id, key, subject, object, type, role, status, fact_status, confidence, holds_from, holds_to FROM fact", nil, func(r row) error {
		subject, object := n.number(r.id(2)), n.number(r.id(3))
		if subject < 0 || object < 0 {
			return nil // a batch may put a fact before its entities
		}
		ids = append(ids, r.id(0))
		n.facts = append(n.facts, networkFact{
			key: int64(r.int(1)), subject: subject, object: object, kind: n.types.of(r.text(4)), role: n.roles.of(r.text(5)), status: n.statuses.of(r.text(6)),
			rejected: r.text(7) == string(kg.Rejected), confidence: r.float(8), from: dayNumber(r.text(9)), to: dayNumber(r.text(10)),
		})
		return nil
	})
	if err != nil {
		return nil, err
	}
	order := make([]int32, len(ids))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(a, b int32) int { return strings.Compare(string(ids[a]), string(ids[b])) })
	sorted := make([]networkFact, len(order))
	for i, at := range order {
		sorted[i] = n.facts[at]
	}
	n.facts = sorted
	n.index()
	return n, ctx.Err()
}

// index says which facts each entity is an end of.
func (n *network) index() {
	n.first = make([]uint32, len(n.entities)+1)
	each := func(f func(end, fact int32)) {
		for i := range n.facts {
			f(n.facts[i].subject, int32(i))
			if n.facts[i].object != n.facts[i].subject {
				f(n.facts[i].object, int32(i))
			}
		}
	}
	each(func(end, _ int32) { n.first[end+1]++ })
	for i := range n.entities {
		n.first[i+1] += n.first[i]
	}
	n.ends = make([]int32, n.first[len(n.entities)])
	next := slices.Clone(n.first)
	each(func(end, fact int32) {
		n.ends[next[end]] = fact
		next[end]++
	})
}

// number gives the number of an entity, -1 where there is none.
func (n *network) number(id kg.ID) int32 {
	at, ok := slices.BinarySearch(n.entities, id)
	if !ok {
		return -1
	}
	return int32(at)
}

// web gives the network as it is for one search.
func (n *network) web(r *run, types []kg.RelationType, edge kg.EdgePred) *networkWeb {
	return &networkWeb{network: n, run: r, edge: edge, day: dayNumber(edge.AsOf),
		types: numbersOf(n.types, types), roles: numbersOf(n.roles, edge.Roles), statuses: numbersOf(n.statuses, edge.Statuses)}
}

// networkWeb is the facts of a network that fulfil a condition.
type networkWeb struct {
	*network
	run                    *run
	edge                   kg.EdgePred
	day                    int32
	types, roles, statuses map[uint16]bool
}

// admits reports whether a fact fulfils the condition.
func (w *networkWeb) admits(f *networkFact) bool {
	return (w.edge.WithRejected || !f.rejected) &&
		(w.types == nil || w.types[f.kind]) &&
		(w.roles == nil || w.roles[f.role]) &&
		(w.statuses == nil || w.statuses[f.status]) &&
		(w.edge.AsOf == "" || f.from <= w.day && w.day <= f.to) &&
		f.confidence >= w.edge.MinConfidence
}

func (w *networkWeb) linksOf(ids []int32) (found []link[int32], err error) {
	found = make([]link[int32], 0, w.effort(ids))
	for i, id := range ids {
		if i%1024 == 0 && w.run.ctx.Err() != nil {
			return nil, w.run.ctx.Err()
		}
		for _, at := range w.ends[w.first[id]:w.first[id+1]] {
			if f := &w.facts[at]; w.admits(f) {
				found = append(found, link[int32]{at, f.subject, f.object})
			}
		}
	}
	if len(ids) > 1 {
		slices.SortFunc(found, func(a, b link[int32]) int { return cmp.Compare(a.fact, b.fact) })
		found = slices.Compact(found)
	}
	return found, nil
}

func (w *networkWeb) effort(ids []int32) (n int) {
	for _, id := range ids {
		n += int(w.first[id+1] - w.first[id])
	}
	return n
}

func (w *networkWeb) names(nodes, facts []int32) (nodeIDs, factIDs []kg.ID, err error) {
	for _, n := range nodes {
		nodeIDs = append(nodeIDs, w.entities[n])
	}
	for _, f := range facts {
		err = w.run.c.query(w.run.ctx, "SELECT id FROM fact WHERE key = ?", values([]any{w.network.facts[f].key}), func(r row) error {
			factIDs = append(factIDs, r.id(0))
			return nil
		})
		if err != nil {
			return nil, nil, err
		}
	}
	return nodeIDs, factIDs, nil
}

// networks keeps the network of the newest generation that was asked for. A
// large one is built beside the queries, one at a time; they look into the
// tables until it is there. A small one is built at once.
type networks struct {
	small int // how many facts are read while a query waits; below 0 there is never a network

	mu       sync.Mutex
	newest   *network
	building bool
	ctx      context.Context // of what is built beside the queries
	stop     context.CancelFunc
	group    sync.WaitGroup
}

func newNetworks() *networks {
	s := &networks{small: 20_000}
	s.ctx, s.stop = context.WithCancel(context.Background())
	return s
}

// close ends what is being built.
func (s *networks) close() {
	s.stop()
	s.group.Wait()
}

// of gives the network of the state that a run sees, nil where there is none
// yet. read runs f in a read transaction of its own.
func (s *networks) of(r *run, read func(ctx context.Context, f func(*conn) error) error) (*network, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	generation := r.cache.generation
	if s.newest != nil && s.newest.generation >= generation {
		if s.newest.generation > generation {
			return nil, nil // a reader of yesterday
		}
		return s.newest, nil
	}
	if s.small < 0 || s.building {
		return nil, nil
	}
	facts := 0 // or fewer
	err := r.c.query(r.ctx, "SELECT ifnull(max(key), 0) FROM fact", nil, func(row row) error {
		facts = row.int(0)
		return nil
	})
	if err != nil {
		return nil, err
	}
	if facts <= s.small {
		n, err := buildNetwork(r.ctx, r.c, generation)
		if err == nil {
			s.newest = n
		}
		return n, err
	}
	s.building = true
	s.group.Go(func() {
		var built *network
		// Where this fails, the tables serve and the next search tries again.
		_ = read(s.ctx, func(c *conn) error {
			at, err := readGeneration(s.ctx, c)
			if err == nil {
				built, err = buildNetwork(s.ctx, c, at)
			}
			return err
		})
		s.mu.Lock()
		defer s.mu.Unlock()
		if s.building = false; built != nil {
			s.newest = built
		}
	})
	return nil, nil
}
