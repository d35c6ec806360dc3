package extract

import (
	"slices"

	"mueang/graph/kg"
)

// A report of a cabinet meeting is many texts in one: "1. เรื่อง … 2. เรื่อง …". What
// one of its items says of "the meeting", "the signing" or "the agreements" it says of
// those that it names itself, never of those of the item before.

// findItems finds where the items of the text begin, of which there are at least two.
func (r *reading) findItems() {
	for i := 0; i < len(r.runes); i++ {
		if r.itemAt(i) {
			r.items = append(r.items, i)
		}
		for i < len(r.runes) && r.runes[i] != '\n' {
			i++
		}
	}
	if len(r.items) < 2 {
		r.items = nil
	}
}

// nameItems notes which items name a thing.
func (r *reading) nameItems() {
	if r.items == nil {
		return
	}
	r.namedIn = map[*thing]map[int]bool{}
	for _, list := range [][]*mention{r.names, r.long} {
		for _, m := range list {
			if m.thing == nil {
				continue
			}
			if r.namedIn[m.thing] == nil {
				r.namedIn[m.thing] = map[int]bool{}
			}
			r.namedIn[m.thing][r.itemOf(m.start)] = true
		}
	}
}

// itemAt reports whether the line that begins at i begins an item: "12. เรื่อง".
func (r *reading) itemAt(i int) bool {
	i = r.skipBlanks(i)
	at := i
	for at < i+3 && isDigit(r.at(at)) {
		at++
	}
	return at > i && r.at(at) == '.' && r.has(r.skipBlanks(at+1), "เรื่อง")
}

// itemOf gives the number of the item that i is in; 0 before the first.
func (r *reading) itemOf(i int) int {
	k, found := slices.BinarySearch(r.items, i)
	if found {
		k++
	}
	return k
}

// isOfItem reports whether the item that i is in names a thing.
func (r *reading) isOfItem(t *thing, i int) bool {
	in, known := r.namedIn[t]
	return !known || in[r.itemOf(i)]
}

// isElsewhere reports whether a claim is about an event or agreement, or puts an
// event in a place, that its item does not name.
func (r *reading) isElsewhere(c *claim) bool {
	for _, t := range []*thing{c.subject, c.object} {
		of := sortOf(t.kind)
		if (of == occasion || of == accord || of == spot && c.kind == kg.HeldAt) && !r.isOfItem(t, c.spans[0][0]) {
			return true
		}
	}
	return false
}
