package resolve

import (
	"cmp"
	"slices"
	"strings"

	"mueang/graph/kg"
)

// Clusters divides referents by the judgements on them and gives, for each
// referent, the id of its cluster (that of [Head]). Judgements that say "same"
// join, unless that would bring together two gazetteer codes, two classes, or
// two referents that are judged to differ. Those of persons join first and
// pass over what the resolver keeps apart; what a person keeps apart nothing
// joins, be it through others. The resolver's join after them, the surest
// first. Judgements on referents that are not given are passed over. The
// result depends on the sets alone.
func Clusters(referents []kg.Referent, judgements []kg.Judgement) map[kg.ID]kg.ID {
	clusters := make(map[kg.ID]*cluster, len(referents))
	for _, r := range referents {
		clusters[r.ID] = &cluster{members: []kg.Referent{r}, apart: map[kg.ID]bool{}, doubted: map[kg.ID]bool{}}
	}
	var same []kg.Judgement
	for _, j := range standing(judgements) {
		left, right := clusters[j.Left], clusters[j.Right]
		if left == nil || right == nil {
			continue
		}
		switch j.Verdict {
		case kg.Same:
			same = append(same, j)
		case kg.Different:
			if Automatic(&j) {
				left.doubted[j.Right], right.doubted[j.Left] = true, true
			} else {
				left.apart[j.Right], right.apart[j.Left] = true, true
			}
		}
	}
	slices.SortFunc(same, func(a, b kg.Judgement) int {
		return cmp.Or(automatic(a)-automatic(b), cmp.Compare(b.Score, a.Score), strings.Compare(string(a.Left), string(b.Left)),
			strings.Compare(string(a.Right), string(b.Right)))
	})
	for _, j := range same {
		left, right := clusters[j.Left], clusters[j.Right]
		if left == right || !left.admits(right, automatic(j) == 0) {
			continue
		}
		left.members = append(left.members, right.members...)
		for id := range right.apart {
			left.apart[id] = true
		}
		for id := range right.doubted {
			left.doubted[id] = true
		}
		for _, r := range right.members {
			clusters[r.ID] = left
		}
	}
	heads := make(map[kg.ID]kg.ID, len(referents))
	for _, r := range referents {
		heads[r.ID] = Head(clusters[r.ID].members).ID
	}
	return heads
}

type cluster struct {
	members []kg.Referent
	apart   map[kg.ID]bool // referents that must not come in, as persons say
	doubted map[kg.ID]bool // likewise, as the resolver says
}

// admits reports whether two clusters may become one; byPerson, where a person
// says that they are.
func (c *cluster) admits(other *cluster, byPerson bool) bool {
	codes := 0
	for _, r := range append(slices.Clone(c.members), other.members...) {
		codes -= rankCode(r)
	}
	return codes < 2 && c.members[0].Class == other.members[0].Class &&
		!slices.ContainsFunc(other.members, func(r kg.Referent) bool { return c.apart[r.ID] || c.doubted[r.ID] && !byPerson })
}

func automatic(j kg.Judgement) int {
	if Automatic(&j) {
		return 1
	}
	return 0
}

// standing gives, for each pair, the judgement that counts: a person's before
// the resolver's, then the latest, then the last by id.
func standing(judgements []kg.Judgement) []kg.Judgement {
	type pair struct{ left, right kg.ID }
	best := map[pair]kg.Judgement{}
	for _, j := range judgements {
		key := pair{j.Left, j.Right}
		old, seen := best[key]
		if !seen || cmp.Or(automatic(old)-automatic(j), strings.Compare(j.At, old.At), strings.Compare(string(j.ID), string(old.ID))) > 0 {
			best[key] = j
		}
	}
	list := make([]kg.Judgement, 0, len(best))
	for _, j := range best {
		list = append(list, j)
	}
	return list
}
