package resolve

import (
	"fmt"
	"math"
	"strings"

	"mueang/graph/kg"
)

// summand is one piece of evidence: the logarithm (base 2) of how much likelier
// it is between two names of one thing than between two things, and why.
type summand struct {
	bits  float64
	says  string
	other bool // not the name: what automatic merging asks for where names differ
}

// evidence is what speaks for and against two referents being one, in the
// manner of Fellegi and Sunter: the bits add up.
type evidence struct {
	sum       []summand
	exact     bool // the names are the same, not just alike
	bilingual bool // one name is in Thai, the other in Latin letters
	conflict  bool // they cannot be one, whatever their names
}

// before is what stands before any evidence: of the pairs that share a
// blocking key, one in 256 would be one thing by chance.
const before = -8

// The bits from which a pair is one thing, and from which a person should look.
const (
	sure   = 6
	review = 0
)

func (e *evidence) name(bits float64, format string, args ...any) {
	e.sum = append(e.sum, summand{bits, fmt.Sprintf(format, args...), false})
}

func (e *evidence) add(bits float64, format string, args ...any) {
	e.sum = append(e.sum, summand{bits, fmt.Sprintf(format, args...), true})
}

// total gives the bits of all summands, and of those that are not the name and
// speak for it.
func (e *evidence) total() (bits, corroboration float64) {
	bits = before
	for _, s := range e.sum {
		bits += s.bits
		if s.other && s.bits > 0 {
			corroboration += s.bits
		}
	}
	return bits, corroboration
}

// needed is what names that differ need beside them.
const needed = 3

// judge gives the verdict that the evidence supports; ok is false where there
// is nothing to say.
func (e *evidence) judge() (verdict kg.Verdict, bits float64, ok bool) {
	bits, corroboration := e.total()
	switch {
	case e.conflict:
		return kg.Different, bits, true
	case bits >= sure && (e.exact || corroboration >= needed):
		return kg.Same, bits, true
	case bits >= review:
		return kg.Unsure, bits, true
	}
	return "", bits, false
}

// reason writes the summands for the ledger: "one name: สมชาย ใจดี +14; before
// any evidence -8; 6 bits".
func (e *evidence) reason(bits float64) string {
	var b strings.Builder
	for _, s := range e.sum {
		fmt.Fprintf(&b, "%s %+g; ", s.says, s.bits)
	}
	fmt.Fprintf(&b, "before any evidence %+d; %g bits", before, bits)
	return b.String()
}

// Comparer compares referents, reading each once. The traits of a referent
// must not change while it is in use.
type Comparer struct{ profiles map[kg.ID]*profile }

// NewComparer makes a comparer.
func NewComparer() *Comparer { return &Comparer{map[kg.ID]*profile{}} }

func (c *Comparer) profile(r *kg.Referent) *profile {
	p := c.profiles[r.ID]
	if p == nil {
		p = newProfile(r)
		c.profiles[r.ID] = p
	}
	return p
}

// Index brings the blocking keys of a referent up to date with its traits.
func (c *Comparer) Index(r *kg.Referent) { r.Blocks = c.profile(r).blocks() }

// Compare judges whether two referents are one thing, from their own traits
// alone, so that the judgement is the same whenever and in whatever order they
// came. ok is false when there is nothing to say, which is not a judgement
// that they differ. Posts are compared by [Office] instead.
func (c *Comparer) Compare(a, b *kg.Referent) (j kg.Judgement, ok bool) {
	if a.ID > b.ID {
		a, b = b, a
	}
	if a.ID == b.ID || a.Class != b.Class || a.Class == kg.ClassPost || rankCode(*a) != 0 && rankCode(*b) != 0 {
		return j, false
	}
	p, q := c.profile(a), c.profile(b)
	var e evidence
	switch a.Class {
	case kg.ClassPerson:
		comparePeople(&e, p, q)
	case kg.ClassOrganization:
		compareBodies(&e, p, q)
	case kg.ClassMeeting:
		compareMeetings(&e, p, q)
	case kg.ClassAgreement:
		compareAgreements(&e, p, q)
	default:
		compareNamed(&e, p, q)
	}
	if len(e.sum) == 0 {
		return j, false
	}
	// What the extractor has kept apart in one document is seldom one, but for
	// a text in two languages.
	if p.has(fieldBeside, string(b.ID)) || q.has(fieldBeside, string(a.ID)) {
		switch {
		case e.bilingual:
			e.add(3, "one document gives both spellings")
		case e.exact && p.Class == kg.ClassOrganization:
			e.add(-2, "both stand in one document")
		default:
			e.add(-5, "both stand in one document")
		}
	}
	verdict, bits, ok := e.judge()
	if !ok {
		return j, false
	}
	return judgement(a.ID, b.ID, verdict, bits, e.reason(bits)), true
}

// Index is [Comparer.Index] for one referent.
func Index(r *kg.Referent) { NewComparer().Index(r) }

// Compare is [Comparer.Compare] for one pair.
func Compare(a, b kg.Referent) (kg.Judgement, bool) { return NewComparer().Compare(&a, &b) }

func judgement(left, right kg.ID, verdict kg.Verdict, bits float64, reason string) kg.Judgement {
	score := math.Round(1e6/(1+math.Exp2(-bits))) / 1e6
	if verdict == kg.Different {
		score = 1 - score
	}
	return kg.Judgement{ID: kg.NewID("link", string(left), string(right), Judge), Left: left, Right: right,
		Verdict: verdict, Score: score, Reason: reason, Judge: Judge}
}

// sharedName gives the longest name that both have, "" for none.
func sharedName(a, b *profile) string {
	name := ""
	for key, text := range a.strong {
		if _, both := b.strong[key]; both && (len(text) > len(name) || len(text) == len(name) && text < name) {
			name = text
		}
	}
	return name
}

// compareNamed compares things that have nothing but names.
func compareNamed(e *evidence, a, b *profile) {
	if name := sharedName(a, b); name != "" {
		e.exact = true
		e.name(16, "both are called %s", name)
	}
}
