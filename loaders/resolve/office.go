package resolve

import (
	"cmp"
	"slices"
	"strings"

	"mueang/graph/kg"
)

// officeOf reads the signature of a post in one organisation.
func officeOf(key string) (role string, org kg.ID, ok bool) {
	rest, ok := strings.CutPrefix(key, postKey)
	at := strings.LastIndexByte(rest, '@')
	if !ok || at < 0 || at+1 == len(rest) || strings.Contains(rest[at:], ",") {
		return "", "", false
	}
	return rest[:at], kg.ID(rest[at+1:]), true
}

// Counterparts gives the ids that a post would have if its organisation went
// by another of the referents of its cluster: an office must not hang on one
// name of its organisation. mates gives the referents that are one with an
// organisation, itself included. A post of several organisations has none.
func Counterparts(post *kg.Referent, mates func(org kg.ID) []kg.ID) []kg.ID {
	role, org, ok := officeOf(post.Key)
	if !ok {
		return nil
	}
	var ids []kg.ID
	for _, mate := range mates(org) {
		if id := kg.NewID(string(kg.ClassPost), postKey+role+"@"+string(mate)); id != post.ID {
			ids = append(ids, id)
		}
	}
	return ids
}

// PostBlock gives the blocking key of the posts of an organisation.
func PostBlock(org kg.ID) string { return string(kg.ClassPost) + ":" + string(org) }

// Offices judges which posts are one: those of one role in organisations of
// one cluster. entity gives the cluster of an organisation's referent.
func Offices(posts []kg.Referent, entity func(org kg.ID) kg.ID) []kg.Judgement {
	type seat struct {
		role string
		in   kg.ID
	}
	seats := map[seat][]kg.Referent{}
	for _, post := range posts {
		if role, org, ok := officeOf(post.Key); ok {
			at := seat{role, cmp.Or(entity(org), org)}
			seats[at] = append(seats[at], post)
		}
	}
	var found []kg.Judgement
	for _, same := range seats {
		for i := range same {
			for j := range i {
				left, right := min(same[i].ID, same[j].ID), max(same[i].ID, same[j].ID)
				if left != right {
					found = append(found, judgement(left, right, kg.Same, 12, "one office of one organisation under two names"))
				}
			}
		}
	}
	slices.SortFunc(found, func(a, b kg.Judgement) int { return strings.Compare(string(a.ID), string(b.ID)) })
	return found
}
