package graph

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"gonum.org/v1/gonum/graph/network"
	"gonum.org/v1/gonum/graph/simple"

	"mueang/graph/kg"
)

// randomTies makes a graph in which a few entities have most of the ties.
func randomTies(r *rand.Rand, entities, ties int) *kg.GraphTies {
	g := &kg.GraphTies{Entities: make([]kg.KindOf, entities)}
	for range ties {
		a, b := r.IntN(entities), int(float64(entities)*math.Pow(r.Float64(), 4))
		if a != b {
			g.Ties = append(g.Ties, kg.Tie{int32(min(a, b)), int32(max(a, b))})
		}
	}
	slices.SortFunc(g.Ties, func(a, b kg.Tie) int { return slices.Compare(a[:], b[:]) })
	g.Ties = slices.Compact(g.Ties)
	return g
}

// TestBetweenness holds the measure against gonum's, which goes over all pairs.
func TestBetweenness(t *testing.T) {
	for seed := range uint64(20) {
		r := rand.New(rand.NewPCG(seed, 1))
		n := 1 + r.IntN(120)
		g := randomTies(r, n, r.IntN(4*n))
		exact := simple.NewUndirectedGraph()
		for _, tie := range g.Ties {
			exact.SetEdge(simple.Edge{F: simple.Node(tie[0]), T: simple.Node(tie[1])})
		}
		want := network.Betweenness(exact)
		for i, got := range betweenness(g) {
			pairs := float64(n-1) * float64(n-2)
			if n < 3 {
				pairs = 1
			}
			if math.Abs(got-want[int64(i)]/pairs) > 1e-9 {
				t.Fatalf("seed %d: entity %d of %d stands between %v, not %v", seed, i, n, got, want[int64(i)]/pairs)
			}
		}
	}
}

// TestEstimatedBetweenness holds that those who stand between most are found
// in a graph of more entities than are followed.
func TestEstimatedBetweenness(t *testing.T) {
	g := randomTies(rand.New(rand.NewPCG(7, 7)), 3*maxPivots, 3000)
	scores := betweenness(g)
	exact := simple.NewUndirectedGraph()
	for _, tie := range g.Ties {
		exact.SetEdge(simple.Edge{F: simple.Node(tie[0]), T: simple.Node(tie[1])})
	}
	want := network.Betweenness(exact)
	top := func(score func(int) float64) []int {
		order := make([]int, len(g.Entities))
		for i := range order {
			order[i] = i
		}
		slices.SortFunc(order, func(a, b int) int { return -int(math.Copysign(1, score(a)-score(b))) })
		return order[:5]
	}
	estimated, true5 := top(func(i int) float64 { return scores[i] }), top(func(i int) float64 { return want[int64(i)] })
	if estimated[0] != true5[0] {
		t.Errorf("the first five are %v, not %v", estimated, true5)
	}
}

// TestPageRank holds what is true of every rank of this kind.
func TestPageRank(t *testing.T) {
	g := &kg.GraphTies{Entities: make([]kg.KindOf, 5), Ties: []kg.Tie{{0, 1}, {0, 2}, {0, 3}}}
	scores := pageRank(g)
	sum := 0.0
	for _, score := range scores {
		sum += score
	}
	if math.Abs(sum-1) > 1e-6 || scores[0] <= scores[1] || math.Abs(scores[1]-scores[2]) > 1e-9 || scores[4] >= scores[1] {
		t.Errorf("the ranks are %v", scores)
	}
}

// TestPageRankIsGonums holds the measure against gonum's, and that it comes out
// the same to the last bit.
func TestPageRankIsGonums(t *testing.T) {
	for seed := range uint64(20) {
		r := rand.New(rand.NewPCG(seed, 2))
		n := 1 + r.IntN(120)
		g := randomTies(r, n, r.IntN(4*n))
		ways := simple.NewDirectedGraph()
		for i := range g.Entities {
			ways.AddNode(simple.Node(i))
		}
		for _, tie := range g.Ties {
			a, b := simple.Node(tie[0]), simple.Node(tie[1])
			ways.SetEdge(simple.Edge{F: a, T: b})
			ways.SetEdge(simple.Edge{F: b, T: a})
		}
		want, scores := network.PageRankSparse(ways, damping, tolerance), pageRank(g)
		for i, got := range scores {
			if math.Abs(got-want[int64(i)]) > 1e-7 {
				t.Fatalf("seed %d: entity %d of %d has %v, not %v", seed, i, n, got, want[int64(i)])
			}
		}
		if !slices.Equal(scores, pageRank(g)) {
			t.Fatalf("seed %d: the ranks are others the second time", seed)
		}
	}
}

func BenchmarkRank(b *testing.B) {
	g := randomTies(rand.New(rand.NewPCG(1, 1)), 15_000, 42_000)
	b.Run("PageRank", func(b *testing.B) {
		for b.Loop() {
			pageRank(g)
		}
	})
	b.Run("Betweenness", func(b *testing.B) {
		for b.Loop() {
			betweenness(g)
		}
	})
}
