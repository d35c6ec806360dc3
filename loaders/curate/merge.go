package curate

import (
	"context"
	"slices"
	"strings"

	"mueang/graph/kg"
	"mueang/loaders/resolve"
)

// Merge says that two entities are one thing, all referents that each of them
// has now. It holds whatever is loaded later, and whatever the resolver says.
// Errors: [kg.NotFound]; [kg.BadInput] for entities that are one already, are
// of two classes or have a gazetteer's code each, and where an act of a person
// keeps them apart.
func (c *Curator) Merge(ctx context.Context, by By, a, b kg.ID) (Result, error) {
	return c.act(ctx, by, func(ctx context.Context, tx kg.Tx) (act kg.Act, err error) {
		left, right, err := pair(ctx, tx, a, b)
		if err != nil {
			return act, err
		}
		act = kg.Act{Kind: kg.ActMerge, Left: ids(left), Right: ids(right)}
		all, links, err := joined(ctx, tx, slices.Concat(act.Left, act.Right))
		if err != nil {
			return act, err
		}
		members, err := tx.Referents(ctx, all)
		if err != nil {
			return act, err
		}
		if codes := resolve.Codes(append(members, slices.Concat(left, right)...)); len(codes) > 1 {
			return act, refuse("%s and %s cannot be one: the gazetteer has them as two, %s", a, b, strings.Join(codes, " and "))
		}
		for i := range links {
			if links[i].Verdict == kg.Different {
				return act, contradicts(ctx, tx, &links[i], "are kept apart")
			}
		}
		return act, nil
	})
}

// Unmerge says that what an id named before it was merged is a thing of its
// own. Where a person's act merged it, that act is undone, which gives back
// exactly what was there. Where the resolver did, the referents out (none: that
// of the id alone) are kept apart from the others of the entity for good.
// Errors: [kg.NotFound]; [kg.BadInput] where there is nothing to take apart,
// where it is not clear what is meant, and where an act of a person says that
// they are one.
func (c *Curator) Unmerge(ctx context.Context, by By, id kg.ID, out ...kg.ID) (Result, error) {
	return c.act(ctx, by, func(ctx context.Context, tx kg.Tx) (act kg.Act, err error) {
		members, err := cluster(ctx, tx, id)
		if err != nil {
			return act, err
		}
		if len(out) == 0 {
			acts, err := standing(ctx, tx, []kg.ID{id})
			if err != nil {
				return act, err
			}
			acts = slices.DeleteFunc(acts, func(a kg.Act) bool { return a.Kind != kg.ActMerge })
			switch len(acts) {
			case 0:
			case 1:
				return kg.Act{Kind: kg.ActUndo, Undoes: acts[0].ID}, nil
			default:
				return act, refuse("%d acts merged %s with others: undo the one that is wrong: %s", len(acts), id, enumerate(acts))
			}
			if out = []kg.ID{id}; id == members[0].Entity && len(members) > 1 {
				return act, refuse("%s is the id of the whole, which the resolver put together: name the ids to take out of it, of %s", id, join(ids(members)))
			}
		}
		if len(members) == 1 {
			return act, refuse("%s is a thing under one signature: there is nothing to take apart", id)
		}
		left := distinct(slices.Clone(out))
		right := slices.DeleteFunc(ids(members), func(member kg.ID) bool { return slices.Contains(left, member) })
		switch {
		case len(left)+len(right) != len(members):
			return act, refuse("not all of %s are ids of %s, which has %s", join(left), id, join(ids(members)))
		case len(right) == 0:
			return act, refuse("all ids of %s are to be taken out of it: leave one", id)
		case len(left)*len(right) > maxPairs:
			return act, refuse("%d ids from %d are too many to keep apart at once", len(left), len(right))
		}
		if err := together(ctx, tx, left, right); err != nil {
			return act, err
		}
		return kg.Act{Kind: kg.ActKeepApart, Left: left, Right: right}, nil
	})
}

// Distinct says that two entities, which may be alike, are two things: the
// answer to a pair of the review queue.
// Errors: [kg.NotFound]; [kg.BadInput] where they are one, or are kept apart
// by a person already.
func (c *Curator) Distinct(ctx context.Context, by By, a, b kg.ID) (Result, error) {
	return c.act(ctx, by, func(ctx context.Context, tx kg.Tx) (act kg.Act, err error) {
		left, right, err := pair(ctx, tx, a, b)
		if err != nil {
			return act, err
		}
		act = kg.Act{Kind: kg.ActKeepApart, Left: ids(left), Right: ids(right)}
		if len(left)*len(right) > maxPairs {
			return act, refuse("%d ids from %d are too many to keep apart at once", len(left), len(right))
		}
		acts, err := standing(ctx, tx, act.Left)
		for i := range acts {
			covers := func(of, side []kg.ID) bool {
				return !slices.ContainsFunc(side, func(id kg.ID) bool { return !slices.Contains(of, id) })
			}
			if b := &acts[i]; b.Kind == kg.ActKeepApart &&
				(covers(b.Left, act.Left) && covers(b.Right, act.Right) || covers(b.Left, act.Right) && covers(b.Right, act.Left)) {
				return act, refuse("they are kept apart already, by %s", said(b))
			}
		}
		return act, err
	})
}

// pair gives the referents of two entities that may be one or two things.
func pair(ctx context.Context, r kg.Reader, a, b kg.ID) (left, right []kg.Referent, err error) {
	if left, err = cluster(ctx, r, a); err != nil {
		return nil, nil, err
	}
	if right, err = cluster(ctx, r, b); err != nil {
		return nil, nil, err
	}
	switch {
	case left[0].Entity == right[0].Entity:
		return nil, nil, refuse("%s and %s are one already, under the id %s: unmerge takes them apart", a, b, left[0].Entity)
	case left[0].Class != right[0].Class:
		return nil, nil, refuse("%s and %s are two things in any case: a %s is never a %s", a, b, left[0].Class, right[0].Class)
	}
	return left, right, nil
}

func ids(referents []kg.Referent) []kg.ID {
	list := make([]kg.ID, len(referents))
	for i := range referents {
		list[i] = referents[i].ID
	}
	return list
}

func join(ids []kg.ID) string {
	const most = 12
	var parts []string
	for _, id := range ids[:min(len(ids), most)] {
		parts = append(parts, string(id))
	}
	if len(ids) > most {
		parts = append(parts, "…")
	}
	return strings.Join(parts, ", ")
}

func enumerate(acts []kg.Act) string {
	var parts []string
	for i := range acts {
		parts = append(parts, said(&acts[i]))
	}
	return strings.Join(parts, "; ")
}

// joined gives all referents, in the graph or not, that persons' judgements
// join to some, these included, and the judgements of persons between them.
func joined(ctx context.Context, r kg.Reader, start []kg.ID) (all []kg.ID, links []kg.Judgement, err error) {
	reached := map[kg.ID]bool{}
	for _, id := range start {
		reached[id] = true
	}
	seen := map[kg.ID]kg.Judgement{}
	for queue := start; len(queue) > 0; {
		found, err := r.Links(ctx, queue)
		if err != nil {
			return nil, nil, err
		}
		queue = nil
		for _, j := range found {
			if resolve.Automatic(&j) {
				continue
			}
			seen[j.ID] = j
			for _, id := range []kg.ID{j.Left, j.Right} {
				if j.Verdict == kg.Same && !reached[id] {
					reached[id] = true
					queue = append(queue, id)
				}
			}
		}
	}
	for id := range reached {
		all = append(all, id)
	}
	for _, j := range seen {
		if reached[j.Left] && reached[j.Right] {
			links = append(links, j)
		}
	}
	slices.SortFunc(links, func(a, b kg.Judgement) int { return strings.Compare(string(a.ID), string(b.ID)) })
	return distinct(all), links, nil
}

// together refuses to keep two sides apart that persons have said to be one,
// be it through others, and names the act.
func together(ctx context.Context, r kg.Reader, left, right []kg.ID) error {
	all, links, err := joined(ctx, r, left)
	if err != nil || !slices.ContainsFunc(right, func(id kg.ID) bool { return slices.Contains(all, id) }) {
		return err
	}
	// The last tie of a way from left to right.
	tie, reached := map[kg.ID]*kg.Judgement{}, slices.Clone(left)
	for i := 0; i < len(reached); i++ {
		if slices.Contains(right, reached[i]) {
			return contradicts(ctx, r, tie[reached[i]], "are one")
		}
		for k := range links {
			j := &links[k]
			for _, way := range [][2]kg.ID{{j.Left, j.Right}, {j.Right, j.Left}} {
				if j.Verdict == kg.Same && way[0] == reached[i] && !slices.Contains(reached, way[1]) {
					tie[way[1]] = j
					reached = append(reached, way[1])
				}
			}
		}
	}
	return nil
}

// contradicts gives the error that names the act behind a judgement.
func contradicts(ctx context.Context, r kg.Reader, j *kg.Judgement, says string) error {
	acts, err := standing(ctx, r, []kg.ID{j.Left, j.Right})
	if err != nil {
		return err
	}
	for i := range acts {
		if slices.ContainsFunc(resolve.Judgements(&acts[i]), func(own kg.Judgement) bool { return own.ID == j.ID }) {
			return refuse("conflict: %s and %s %s by %s; undo that act first, if it is wrong", j.Left, j.Right, says, said(&acts[i]))
		}
	}
	return refuse("conflict: %s and %s %s by a judgement of %s", j.Left, j.Right, says, j.Judge)
}
