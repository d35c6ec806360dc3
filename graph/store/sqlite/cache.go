package sqlite

import (
	"context"
	"sync"
	"sync/atomic"

	"mueang/graph/kg"
)

// cache holds decoded rows of one generation of the store, the state that one
// number in table generation stands for, and lists of neighbours. A run that
// reads another generation has no use for it. What is in it is not changed any
// more; when it is full it is emptied.
type cache struct {
	generation int
	mu         sync.RWMutex
	size       int // of the bodies, in bytes
	entities   map[kg.ID]*kg.Entity
	documents  map[kg.ID]*kg.Document // without text
	facts      map[kg.ID]*kg.Fact
	evidence   map[kg.ID]evidence             // by fact
	lists      map[string]map[kg.ID][]kg.Edge // of neighbours, by question and parent
	counts     map[string][]kg.Bucket         // by question
	totals     *kg.GraphTotals
}

// evidence is the first pieces of evidence of a fact.
type evidence struct {
	asked int // how many were asked for
	rows  []kg.EvidenceRow
}

// maxCached bounds the bodies whose rows a cache holds; decoded they take about
// three times as much.
const maxCached = 48 << 20

func newCache(generation int) *cache {
	c := &cache{generation: generation}
	c.clear()
	return c
}

func (c *cache) clear() {
	c.size = 0
	c.entities = map[kg.ID]*kg.Entity{}
	c.documents = map[kg.ID]*kg.Document{}
	c.facts = map[kg.ID]*kg.Fact{}
	c.evidence = map[kg.ID]evidence{}
	c.lists = map[string]map[kg.ID][]kg.Edge{}
	c.counts = map[string][]kg.Bucket{}
}

// grow makes room for rows of some size.
func (c *cache) grow(size int) {
	if c.size+size > maxCached {
		c.clear()
	}
	c.size += size
}

// lookUp copies the rows that a cache has to a run's own, and gives the
// ids that are still missing.
func lookUp[V any](c *cache, cached func() map[kg.ID]V, own map[kg.ID]V, ids []kg.ID, fits func(V) bool) (missing []kg.ID) {
	c.mu.RLock()
	defer c.mu.RUnlock()
	rows := cached()
	for _, id := range ids {
		if v, ok := own[id]; ok && fits(v) {
			continue
		}
		if v, ok := rows[id]; ok && fits(v) {
			own[id] = v
		} else {
			missing = append(missing, id)
		}
	}
	return missing
}

// keep adds rows that a run has read.
func keep[V any](c *cache, cached func() map[kg.ID]V, own map[kg.ID]V, ids []kg.ID, size int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.grow(size)
	rows := cached()
	for _, id := range ids {
		if v, ok := own[id]; ok {
			rows[id] = v
		}
	}
}

// edgeSize is about what an edge of a list takes.
const edgeSize = 200

// tooLong stands for a list that is not worth reading whole.
var tooLong = []kg.Edge{{}}

// cachedLists fills in the lists of the parents that a cache has for a question
// and gives the places of the others. long says that one of the lists is not
// worth reading whole.
func (c *cache) cachedLists(question string, parents []kg.ID, lists [][]kg.Edge) (missing []int, long bool) {
	c.mu.RLock()
	defer c.mu.RUnlock()
	known := c.lists[question]
	for i, parent := range parents {
		list, ok := known[parent]
		switch {
		case !ok:
			missing = append(missing, i)
		case len(list) > 0 && &list[0] == &tooLong[0]:
			return nil, true
		}
		lists[i] = list
	}
	return missing, false
}

// markLong notes that a parent's list is not worth reading whole.
func (c *cache) markLong(question string, parent kg.ID) {
	c.keepLists(question, []kg.ID{parent}, [][]kg.Edge{tooLong}, []int{0})
}

// keepLists adds the lists at some places, which nobody may change from now on.
func (c *cache) keepLists(question string, parents []kg.ID, lists [][]kg.Edge, places []int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	size := 0
	for _, i := range places {
		size += edgeSize * (1 + len(lists[i]))
	}
	c.grow(size)
	known := c.lists[question]
	if known == nil {
		known = map[kg.ID][]kg.Edge{}
		c.lists[question] = known
	}
	for _, i := range places {
		known[parents[i]] = lists[i]
	}
}

// bucketSize is about what a bucket takes.
const bucketSize = 100

// counted gives the answer to a count, which it has made when it is the first
// to be asked: dashboards ask the same, and a count goes over whole kinds.
func (c *cache) counted(question string, count func() ([]kg.Bucket, error)) ([]kg.Bucket, error) {
	c.mu.RLock()
	known, ok := c.counts[question]
	c.mu.RUnlock()
	if ok {
		return known, nil
	}
	found, err := count()
	if err != nil {
		return nil, err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.grow(len(question) + bucketSize*(1+len(found)))
	c.counts[question] = found
	return found, nil
}

// knownTotals gives the size of the graph when a run has counted it.
func (c *cache) knownTotals() *kg.GraphTotals {
	c.mu.RLock()
	defer c.mu.RUnlock()
	return c.totals
}

func (c *cache) keepTotals(t *kg.GraphTotals) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.totals = t
}

// caches gives runs the cache of the generation that they read.
type caches struct{ newest atomic.Pointer[cache] }

// of gives the cache for a connection's read transaction.
func (s *caches) of(ctx context.Context, c *conn) (*cache, error) {
	generation, err := readGeneration(ctx, c)
	if err != nil {
		return nil, err
	}
	for {
		newest := s.newest.Load()
		switch {
		case newest != nil && newest.generation == generation:
			return newest, nil
		case newest != nil && newest.generation > generation:
			return newCache(generation), nil // a reader of yesterday keeps to itself
		}
		fresh := newCache(generation)
		if s.newest.CompareAndSwap(newest, fresh) {
			return fresh, nil
		}
	}
}

// readGeneration gives the number of the state that a connection sees.
func readGeneration(ctx context.Context, c *conn) (generation int, err error) {
	err = c.query(ctx, "SELECT number FROM generation", nil, func(r row) error {
		generation = r.int(0)
		return nil
	})
	return generation, err
}
