package graph

import "mueang/graph/kg"

// What a plan costs is the number of nodes that it may touch. It is told from
// the plan alone:
//
//   - a list costs the rows that its page may have, each with the cost of what
//     is read of a row; a list inside another one is paid for each row of that;
//   - what stands between the two ends of a relation of two moves costs
//     costBetween rows for each row;
//   - a total costs costTotal, which an index or a degree answers;
//   - a condition on neighbours costs costTotal for each relation, one inside
//     another multiplied;
//   - each piece of evidence costs 1, and its document what is read of it;
//   - a document's text costs costText, for it is long;
//   - what walks the graph at large costs a fixed amount: search, paths,
//     neighbourhoods, counts, ranks.
const (
	costBetween = 5
	costTotal   = 10
	costText    = 10
	costSearch  = 100
	costWalk    = 500    // for each hop of a path or neighbourhood
	costScan    = 1000   // what counts over whole kinds
	costTies    = 20_000 // what is computed over the whole graph
	costFacts   = 4      // facts for each node of a neighbourhood
	costMost    = 1 << 31
)

// times multiplies costs; what is too large to tell is costMost.
func times(a, b int) int {
	if a > 0 && b > costMost/a {
		return costMost
	}
	return min(a*b, costMost)
}

// plus adds costs likewise.
func plus(costs ...int) int {
	sum := 0
	for _, c := range costs {
		sum = min(sum+c, costMost)
	}
	return sum
}

// cost gives the number of nodes that a plan may touch.
func cost(plan *kg.Plan) int {
	node := costNode(plan.Shape)
	switch root := plan.Root.(type) {
	case kg.ByID:
		return times(len(root.IDs), node)
	case kg.FactsByID:
		return times(len(root.IDs), plus(1, costFact(root.Fact)))
	case kg.Find:
		return plus(costPage(root.Page, node), costPred(root.Where))
	case kg.Search:
		return plus(costSearch, costPage(root.Page, node))
	case kg.PathSearch:
		return plus(times(root.MaxLength, costWalk), times(root.First, times(root.MaxLength+1, plus(node, costFact(root.Fact)))))
	case kg.Neighborhood:
		return plus(times(root.Depth, costWalk), times(root.Limit, plus(node, times(costFacts, costFact(root.Fact)))))
	case kg.Count:
		return plus(costScan, costPred(root.Where))
	case kg.Degree:
		return plus(costScan, times(root.First, node))
	case kg.Changes:
		return root.Page.Size()
	case kg.Coverage:
		return costScan
	}
	return costTotal
}

// costPage gives the cost of a page of rows.
func costPage(page kg.Page, row int) int {
	sum := times(page.Size(), row)
	if page.Count {
		sum = plus(sum, costTotal)
	}
	return sum
}

// costNode gives the cost of a node with what is read of it.
func costNode(s *kg.Shape) int {
	sum := 1
	if s == nil {
		return sum
	}
	if s.Text {
		sum += costText
	}
	for i := range s.Steps {
		st := &s.Steps[i]
		row := plus(costNode(st.Node), costFact(st.Fact))
		if len(st.Hops) > 1 {
			row = plus(row, costBetween)
		}
		sum = plus(sum, costPage(st.Page, row), costPred(st.Where))
	}
	return sum
}

// costFact gives the cost of a fact with what is read of it, beside its row.
func costFact(f *kg.FactShape) int {
	if f == nil {
		return 0
	}
	sum := 0
	for _, end := range []*kg.Shape{f.Source, f.Target, f.OnBehalfOf} {
		if end != nil {
			sum = plus(sum, costNode(end))
		}
	}
	if f.Evidence != nil {
		row := 1
		if f.Evidence.Document != nil {
			row = plus(row, costNode(f.Evidence.Document))
		}
		sum = plus(sum, times(f.Evidence.First, row))
	}
	return sum
}

// costPred gives the cost of a condition.
func costPred(p *kg.Pred) int {
	if p == nil {
		return 0
	}
	sum := 0
	for _, preds := range [][]kg.Pred{p.And, p.Or} {
		for i := range preds {
			sum = plus(sum, costPred(&preds[i]))
		}
	}
	sum = plus(sum, costPred(p.Not))
	if p.Rel != nil {
		sum = plus(sum, times(costTotal, plus(1, costPred(p.Rel.Where))))
	}
	return sum
}
