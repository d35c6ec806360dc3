// Package synth makes a synthetic graph of any size, with documents that state
// every fact of it, for benchmarks and for trying Mueang at scale. Its people,
// bodies and meetings do not exist.
//
// A graph is a function of its [Size] alone. Its shape is that of real
// releases: each document tells of a meeting, one in three of an agreement
// signed there, and introduces office holders and their bodies; one document
// in ten has a second report by another publisher. Few people are in very many
// meetings (the share of a person falls with the rank, as 1/rank), most in few.
package synth

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"

	"mueang/graph/kg"
	"mueang/loaders/resolve"
)

// Size says which graph to make.
type Size struct {
	Documents int    // meetings told; second reports come on top
	Seed      uint64 // another seed, another graph
}

// Count gives how many things of a kind the graph has, 0 for kinds that it lacks.
func (s Size) Count(kind kg.Kind) int { return newWorld(s).of[kind] }

// ID gives the id of the i-th thing of a kind, from 0.
func (s Size) ID(kind kg.Kind, i int) kg.ID { return node{kind, i}.id() }

// Progress is told how many of Size.Documents are in the store.
type Progress func(done int)

// batch is how many documents one transaction writes.
const batch = 500

// Write puts the graph into an empty store, in one transaction for each few
// hundred documents; now is an RFC 3339 time in UTC, for RecordedAt. Memory
// is bounded by a few bytes for each entity.
// Errors: [kg.BadInput] for a store that holds something and a size below one
// document; those of the store.
func Write(ctx context.Context, store kg.Store, size Size, now string, progress Progress) error {
	if size.Documents < 1 {
		return kg.Errorf(kg.BadInput, "synth.Write", "a synthetic graph needs at least one document")
	}
	err := store.Read(ctx, func(ctx context.Context, r kg.Reader) error {
		snapshot, err := r.Snapshot(ctx)
		if err == nil && snapshot.ID != "" {
			return kg.Errorf(kg.BadInput, "synth.Write", "the store holds documents already: name an empty one with --store, so that made-up facts never stand among real ones")
		}
		return err
	})
	if err != nil {
		return err
	}
	w := newWorld(size)
	counts := w.count()
	var digest resolve.Digest
	for from := 0; from < size.Documents; from += batch {
		to := min(from+batch, size.Documents)
		b := &kg.Batch{}
		for i := from; i < to; i++ {
			w.write(b, &digest, counts, i, now)
		}
		b.Snapshot = &kg.Snapshot{ID: digest.String(), RecordedAt: now}
		if err := kg.Apply(ctx, store, b); err != nil {
			return err
		}
		if progress != nil {
			progress(to)
		}
	}
	return nil
}

// node is a thing of the world: the i-th of its kind.
type node struct {
	kind kg.Kind
	i    int
}

func (n node) key() string { return fmt.Sprintf("code:synth:%s:%d", n.kind, n.i) }

func (n node) id() kg.ID { return kg.NewID(string(n.kind.Class()), n.key()) }

// world says how many there are of each kind; meetings are as many as documents.
type world struct {
	Size
	of map[kg.Kind]int
}

// perDocument is how many things of a kind there are for each document.
var perDocument = map[kg.Kind]float64{
	kg.KindPerson: 1.2, kg.KindPost: 0.25, kg.KindMeeting: 1, kg.KindAgreement: 0.34,
	kg.KindMinistry: 0.0008, kg.KindAgency: 0.05, kg.KindCompany: 0.04, kg.KindInstitute: 0.01, kg.KindCommittee: 0.01,
	kg.KindCity: 0.01, kg.KindVenue: 0.05, kg.KindProject: 0.03,
}

// bodies are the kinds of organisation, in the order in which they are numbered together.
var bodies = []kg.Kind{kg.KindMinistry, kg.KindAgency, kg.KindCompany, kg.KindInstitute, kg.KindCommittee}

func newWorld(size Size) *world {
	w := &world{size, map[kg.Kind]int{}}
	for kind, share := range perDocument {
		w.of[kind] = max(1, int(math.Ceil(share*float64(size.Documents))))
	}
	w.of[kg.KindMeeting] = size.Documents
	w.of[kg.KindMinistry] = min(max(20, w.of[kg.KindMinistry]), 40)
	w.of[kg.KindProvince] = len(provinces)
	w.of[kg.KindCountry] = len(countries)
	return w
}

// rng gives the source of chance for one thing, the same whenever it is asked.
func (w *world) rng(kind kg.Kind, i int) *rand.Rand {
	seed := w.Seed
	for _, c := range []byte(kind) {
		seed = seed*1099511628211 + uint64(c)
	}
	return rand.New(rand.NewPCG(seed, uint64(i)))
}

// ranked draws one of n with a chance that falls as 1/rank.
func ranked(rng *rand.Rand, n int) int {
	return min(n-1, int(math.Pow(float64(n+1), rng.Float64()))-1)
}

// share gives the range of the things of a kind that document i introduces, so
// that each is introduced once.
func (w *world) share(kind kg.Kind, i int) (from, to int) {
	n := w.of[kind]
	return n * i / w.Documents, n * (i + 1) / w.Documents
}

// body draws an organisation; ministries are in many more stories than others.
func (w *world) body(rng *rand.Rand) node {
	kind := bodies[0]
	if rng.Float64() > 0.4 {
		kind = bodies[1+rng.IntN(len(bodies)-1)]
	}
	return node{kind, ranked(rng, w.of[kind])}
}

// postOf gives a post that person i holds.
func (w *world) postOf(i int) node {
	return node{kg.KindPost, i % w.of[kg.KindPost]}
}

// bodyOf gives the organisation of post i: the first posts are those of ministries.
func (w *world) bodyOf(i int) node {
	if i < w.of[kg.KindMinistry] {
		return node{kg.KindMinistry, i}
	}
	return w.body(w.rng(kg.KindPost, i))
}

// count gives the number of documents that mention each thing.
func (w *world) count() map[kg.Kind][]int32 {
	counts := map[kg.Kind][]int32{}
	for kind, n := range w.of {
		counts[kind] = make([]int32, n)
	}
	for i := range w.Documents {
		s := w.story(i)
		for n := range s.nodes() {
			counts[n.kind][n.i] += int32(s.reports)
		}
	}
	return counts
}
