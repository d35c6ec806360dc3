package extract

import (
	"slices"

	"mueang/graph/kg"
)

// claim is a relation that the text states, before its evidence is quoted.
type claim struct {
	kind     kg.RelationType
	subject  *thing
	object   *thing
	role     string
	roleText string
	status   string
	capacity string
	amount   *kg.Money
	date     *kg.PartialDate
	spans    [][2]int // what the quote must cover, in the normal form
	event    *thing   // in whose context it stands
	rule     string
	evidence []kg.Evidence
}

// longestQuote is how much of a sentence a quote takes in whole; of a longer
// one it takes the stretch from the first to the last name or signal.
const longestQuote = 320

// longestStretch bounds a quote.
const longestStretch = 5000

// claim notes a relation once; further evidence for the same is added to it.
func (r *reading) claim(c claim) {
	if c.subject == nil || c.object == nil || c.subject == c.object && c.kind != kg.ExOfficio || len(c.spans) == 0 || r.isElsewhere(&c) {
		return
	}
	if o := r.index.claims[c.key()]; o != nil {
		if o.role == "" || c.role == "CO_CHAIR" && o.role == "CHAIR" {
			o.role = c.role
		}
		if o.roleText == "" {
			o.roleText = c.roleText
		}
		if len(o.evidence) < 4 {
			e := r.quote(&c)
			if !slices.ContainsFunc(o.evidence, func(x kg.Evidence) bool { return x.Start == e.Start && x.End == e.End }) {
				o.evidence = append(o.evidence, e)
			}
		}
		return
	}
	c.evidence = append(c.evidence, r.quote(&c))
	r.addClaim(&c)
}

func (c *claim) key() claimKey { return claimKey{c.kind, c.subject, c.object, c.status} }

// addClaim adds a claim that has its evidence.
func (r *reading) addClaim(c *claim) {
	r.claims = append(r.claims, c)
	if r.index.claims[c.key()] == nil {
		r.index.claims[c.key()] = c
	}
	switch c.kind {
	case kg.Chaired:
		r.index.chairs[c.object] = append(r.index.chairs[c.object], c)
	case kg.HeldAt:
		r.index.houses[c.subject] = append(r.index.houses[c.subject], c)
	}
}

// keepClaims leaves only these claims.
func (r *reading) keepClaims(claims []*claim) {
	r.claims = nil
	clear(r.index.claims)
	clear(r.index.chairs)
	clear(r.index.houses)
	for _, c := range claims {
		r.addClaim(c)
	}
}

// isClaimed reports whether a claim without status has been made.
func (r *reading) isClaimed(kind kg.RelationType, subject, object *thing) bool {
	return r.index.claims[claimKey{kind, subject, object, ""}] != nil
}

// quote gives the clause or sentence that says a claim: the sentence that
// holds all it must cover when that is short enough, else the stretch itself,
// never ending inside a word.
func (r *reading) quote(c *claim) kg.Evidence {
	start, end := c.spans[0][0], c.spans[0][1]
	for _, s := range c.spans[1:] {
		start, end = min(start, s[0]), max(end, s[1])
	}
	rule := c.rule + acrossSentences
	if k, _ := slices.BinarySearchFunc(r.sentences, start+1, func(s sentence, i int) int { return s.start - i }); k > 0 {
		if s := &r.sentences[k-1]; end <= s.end {
			if s.end-s.start <= longestQuote {
				start, end = s.start, s.end
			}
			rule = c.rule
		}
	}
	if end-start > longestStretch {
		// Too much for anybody to check: the part that comes first is quoted.
		start, end = c.spans[0][0], c.spans[0][1]
	}
	for start < end && isSpace(r.at(start)) {
		start++
	}
	for end > start && isSpace(r.at(end-1)) {
		end--
	}
	from, to := r.text.Span(start, end)
	return kg.Evidence{
		Document: r.doc.ID, Start: from, End: to, Quote: r.text.Quote(start, end),
		Extractor: extractorName, Version: extractorVersion, Rule: rule,
	}
}
