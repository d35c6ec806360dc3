package graph

import (
	"cmp"
	"context"
	"math"
	"slices"

	"mueang/graph/kg"
)

const (
	// maxTies is the largest graph over which ranks are computed.
	maxTies = 500_000
	// maxPivots is from how many entities the shortest paths are followed for
	// BETWEENNESS. In a graph of more entities it is an estimate (Brandes and
	// Pich, Centrality Estimation in Large Networks, 2007).
	maxPivots = 256
	damping   = 0.85 // of PageRank
	tolerance = 1e-9 // likewise
)

// ranking is a rank that is computed over the whole graph, outside the store.
type ranking struct {
	score func(*kg.GraphTies) []float64 // of each entity
	kinds []kg.Kind                     // nil means all
	first int
}

// rankings are the metrics that a store does not count.
var rankings = map[string]func(*kg.GraphTies) []float64{"PAGERANK": pageRank, "BETWEENNESS": betweenness}

// run ranks the entities of a store, and reads those that come first. known is
// the state that an earlier answer was from.
// Errors: [kg.CostLimit] for a graph that is too large.
func (r *ranking) run(ctx context.Context, store kg.Store, shape *kg.Shape, known kg.State) (*kg.Result, error) {
	found, err := store.Run(ctx, &kg.Plan{Root: kg.Ties{Max: maxTies}, Known: known})
	if err != nil || found.Unchanged {
		return found, err
	}
	entities, scores := found.Ties.Entities, r.score(found.Ties)
	for i := range scores { // what is summed up in another order differs in the last digits
		scores[i] = math.Round(scores[i]*1e9) / 1e9
	}
	var order []int
	for i, e := range entities {
		if r.kinds == nil || slices.Contains(r.kinds, e.Kind) {
			order = append(order, i)
		}
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Or(cmp.Compare(scores[b], scores[a]), a-b) })
	order = order[:min(r.first, len(order))]
	var ids []kg.ID
	for _, i := range order {
		ids = append(ids, entities[i].ID)
	}
	if shape == nil {
		shape = &kg.Shape{} // ids alone
	}
	nodes, err := store.Run(ctx, &kg.Plan{Root: kg.ByID{IDs: ids}, Shape: shape})
	if err != nil {
		return nil, err
	}
	result := &kg.Result{Connection: &kg.Connection{Total: -1}}
	if nodes.State == found.State {
		result.State = found.State
	}
	for i, n := range nodes.Nodes {
		if n != nil { // it may have been taken away meanwhile
			result.Connection.Edges = append(result.Connection.Edges, kg.Edge{Node: n, NodeID: ids[i], Score: scores[order[i]]})
		}
	}
	return result, nil
}

// neighbours gives the entities that each is tied to: those of entity i are
// list[first[i]:first[i+1]].
func neighbours(g *kg.GraphTies) (first, list []int32) {
	first = make([]int32, len(g.Entities)+1)
	for _, tie := range g.Ties {
		first[tie[0]+1]++
		first[tie[1]+1]++
	}
	for i := range g.Entities {
		first[i+1] += first[i]
	}
	list = make([]int32, len(g.Ties)*2)
	next := slices.Clone(first)
	for _, tie := range g.Ties {
		for end := range tie {
			list[next[tie[end]]] = tie[1-end]
			next[tie[end]]++
		}
	}
	return first, list
}

// pageRank gives the share of its time that a walk along ties spends at each
// entity, when it goes on with a chance of 0.85 and else begins anew anywhere.
// gonum has the measure, and is what a test holds this against; it starts from
// random shares, so that its answers differ in the last digits.
func pageRank(g *kg.GraphTies) []float64 {
	n := len(g.Entities)
	first, list := neighbours(g)
	scores, last := make([]float64, n), make([]float64, n)
	for i := range scores {
		scores[i] = 1 / float64(n)
	}
	for moved := math.Inf(1); moved > tolerance; {
		last, scores = scores, last
		anew := 1 - damping
		for i, score := range last {
			if first[i] == first[i+1] {
				anew += damping * score // no tie to go on by
			}
		}
		moved = 0
		for i := range scores {
			scores[i] = anew / float64(n)
			for _, from := range list[first[i]:first[i+1]] {
				scores[i] += damping * last[from] / float64(first[from+1]-first[from])
			}
			moved += math.Abs(scores[i] - last[i])
		}
	}
	return scores
}

// betweenness gives the share of the pairs of other entities between which an
// entity stands: of each pair, the share of the shortest paths that pass
// through it. gonum has the measure for small graphs, and is what a test holds
// this against; it takes the time of all pairs.
func betweenness(g *kg.GraphTies) []float64 {
	n := len(g.Entities)
	first, list := neighbours(g)
	scores := make([]float64, n)
	distance, paths, share := make([]int32, n), make([]float64, n), make([]float64, n)
	reached := make([]int32, 0, n)
	pivots := min(n, maxPivots)
	for p := range pivots {
		source := int32(p * n / pivots) // ids are hashes: any choice of places is a random one
		for i := range distance {
			distance[i], paths[i], share[i] = -1, 0, 0
		}
		distance[source], paths[source] = 0, 1
		reached = append(reached[:0], source)
		for at := 0; at < len(reached); at++ {
			from := reached[at]
			for _, to := range list[first[from]:first[from+1]] {
				if distance[to] < 0 {
					distance[to] = distance[from] + 1
					reached = append(reached, to)
				}
				if distance[to] == distance[from]+1 {
					paths[to] += paths[from]
				}
			}
		}
		for _, to := range slices.Backward(reached[1:]) {
			for _, from := range list[first[to]:first[to+1]] {
				if distance[from] == distance[to]-1 {
					share[from] += paths[from] / paths[to] * (1 + share[to])
				}
			}
			scores[to] += share[to]
		}
	}
	if pairs := float64(pivots) * float64(n-1) * float64(n-2) / float64(max(n, 1)); pairs > 0 {
		for i := range scores {
			scores[i] /= pairs
		}
	}
	return scores
}
