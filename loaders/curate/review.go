package curate

import (
	"cmp"
	"context"
	"encoding/base64"
	"encoding/json"
	"slices"
	"strings"

	"mueang/graph/kg"
	"mueang/loaders/resolve"
)

// Waiting is an entry of the review queue: what a person should look at.
type Waiting struct {
	// Two entities that may be one: with the resolver's score and the evidence.
	Left   *kg.Entity
	Right  *kg.Entity
	Score  float64
	Reason string

	// Act, where it is set, is an act that does not come to bear: an assertion
	// whose document stands and whose quote or things do not. Reason says why.
	Act *kg.Act
}

// place is where an entry stands in the queue: broken acts first, then pairs,
// the likeliest first.
type place struct {
	Pair        int // 0 or 1
	Score       float64
	Left, Right kg.ID
}

func (p place) compare(q place) int {
	return cmp.Or(p.Pair-q.Pair, cmp.Compare(q.Score, p.Score), strings.Compare(string(p.Left), string(q.Left)), strings.Compare(string(p.Right), string(q.Right)))
}

func (p place) cursor() string {
	text, err := json.Marshal(p)
	if err != nil { // cannot be: scores are finite
		return ""
	}
	return base64.RawURLEncoding.EncodeToString(text)
}

// parsePlace reads a cursor. Errors: [kg.BadInput].
func parsePlace(cursor string) (p place, err error) {
	text, err := base64.RawURLEncoding.DecodeString(cursor)
	if err == nil {
		err = json.Unmarshal(text, &p)
	}
	if err != nil {
		return p, refuse("%q is no cursor of the review queue", brief(cursor))
	}
	return p, nil
}

func brief(text string) string {
	const most = 80
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return text
}

// Review gives a page of the review queue: first entries behind a cursor (""
// for the beginning), and the cursor of the next page, "" at the end. What is
// decided leaves the queue.
// Errors: [kg.BadInput] for a cursor that is none; those of the reader.
func Review(ctx context.Context, r kg.Reader, after string, first int) (page []Waiting, next string, err error) {
	from := place{Pair: -1}
	if after != "" {
		if from, err = parsePlace(after); err != nil {
			return nil, "", err
		}
	}
	type entry struct {
		place
		Waiting
	}
	var queue []entry
	broken, err := Broken(ctx, r)
	if err != nil {
		return nil, "", err
	}
	for _, w := range broken {
		queue = append(queue, entry{place{Left: w.Act.ID}, w})
	}
	pairs, err := unsure(ctx, r)
	if err != nil {
		return nil, "", err
	}
	for _, j := range pairs {
		queue = append(queue, entry{place{1, j.Score, j.Left, j.Right}, Waiting{Score: j.Score, Reason: j.Reason}})
	}
	queue = slices.DeleteFunc(queue, func(e entry) bool { return e.compare(from) <= 0 })
	slices.SortFunc(queue, func(a, b entry) int { return a.compare(b.place) })
	if first = max(first, 0); len(queue) > first {
		if queue = queue[:first]; first > 0 {
			next = queue[first-1].cursor()
		}
	}
	var ends []kg.ID
	for _, e := range queue {
		if e.Pair == 1 {
			ends = append(ends, e.place.Left, e.place.Right)
		}
	}
	found, err := r.Entities(ctx, ends)
	if err != nil {
		return nil, "", err
	}
	of := map[kg.ID]*kg.Entity{}
	for i := range found {
		of[found[i].ID] = &found[i]
	}
	for _, e := range queue {
		e.Waiting.Left, e.Waiting.Right = of[e.place.Left], of[e.place.Right]
		page = append(page, e.Waiting)
	}
	return page, next, nil
}

// unsure gives the judgements that wait for a person, in terms of entities: of
// several on one pair the surest.
func unsure(ctx context.Context, r kg.Reader) ([]kg.Judgement, error) {
	type pair struct{ left, right kg.ID }
	var waiting []kg.Judgement
	apart := map[pair]bool{} // as persons say, by referents
	var referents []kg.ID
	if err := r.EachLink(ctx, func(j *kg.Judgement) error {
		switch {
		case j.Verdict == kg.Unsure:
			waiting = append(waiting, *j)
			referents = append(referents, j.Left, j.Right)
		case !resolve.Automatic(j):
			apart[pair{j.Left, j.Right}] = true
		}
		return nil
	}); err != nil {
		return nil, err
	}
	entity, err := entities(ctx, r, referents)
	if err != nil {
		return nil, err
	}
	best := map[pair]kg.Judgement{}
	for _, j := range waiting {
		left, right := entity[j.Left], entity[j.Right]
		if left == right || apart[pair{j.Left, j.Right}] { // others have joined them meanwhile, or a person has decided
			continue
		}
		p := pair{min(left, right), max(left, right)}
		if old, seen := best[p]; !seen || cmp.Or(cmp.Compare(j.Score, old.Score), strings.Compare(string(old.ID), string(j.ID))) > 0 {
			best[p] = j
		}
	}
	list := make([]kg.Judgement, 0, len(best))
	for p, j := range best {
		j.Left, j.Right = p.left, p.right
		list = append(list, j)
	}
	return list, nil
}

// Broken gives the assertions in force that do not come to bear although their
// documents stand, in the order of the ledger, each with the reason.
// Errors: those of the reader.
func Broken(ctx context.Context, r kg.Reader) ([]Waiting, error) {
	acts, err := All(ctx, r)
	if err != nil {
		return nil, err
	}
	acts = slices.DeleteFunc(resolve.Standing(acts), func(a kg.Act) bool { return a.Kind != kg.ActAssert })
	var list []Waiting
	for part := range slices.Chunk(acts, 256) {
		var about []kg.ID
		var referents []kg.ID
		for i := range part {
			about, referents = append(about, part[i].Document), append(referents, part[i].Claims[0].Ends()...)
		}
		found, err := r.Documents(ctx, about)
		if err != nil {
			return nil, err
		}
		documents := map[kg.ID]*kg.Document{}
		for i := range found {
			documents[found[i].ID] = &found[i]
		}
		entity, err := entities(ctx, r, referents)
		if err != nil {
			return nil, err
		}
		for i := range part {
			a := &part[i]
			d := documents[a.Document]
			if d == nil { // it went with its document
				continue
			}
			why := ""
			if _, err := resolve.Assertion(a, d); err != nil {
				why = message(err)
			}
			for _, end := range a.Claims[0].Ends() {
				if entity[end] == "" {
					why = "no document mentions " + string(end) + " any more"
				}
			}
			if why != "" {
				list = append(list, Waiting{Act: a, Reason: why})
			}
		}
	}
	return list, nil
}

// All gives the whole ledger in its order.
// Errors: those of the reader.
func All(ctx context.Context, r kg.Reader) ([]kg.Act, error) {
	var acts []kg.Act
	err := r.EachAct(ctx, func(a *kg.Act) error {
		acts = append(acts, *a)
		return nil
	})
	return acts, err
}

// message gives what an error says to a person.
func message(err error) string {
	if known, ok := err.(*kg.Error); ok && known.Msg != "" {
		return known.Msg
	}
	return err.Error()
}
