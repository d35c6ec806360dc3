package extract

import (
	"strings"

	"mueang/graph/kg"
	"mueang/loaders/thai"
)

// Phrases of English prose: the words that a name goes on with, lists of names, and
// what stands between two of them.

// phraseStops end what of, for or on adds to the name of an event or agreement.
var phraseStops = map[string]bool{}

func init() {
	for w := range strings.FieldsSeq(`at in via which that who whom whose where when held during under as from with while followed organized organised hosted chaired
		attended together will would was were is are be has have had to by between today here this also then he she they it signed through following after before
		within into including such can could may should shall must not pending upon because since until so but or if than please led initiated recently
		yesterday tomorrow tonight prescribes demonstrates underscores aims covers reaffirms includes sets outlines highlights reflects specifies emphasizes
		focuses acknowledges consists contains demonstrated prescribed reflected approved acknowledged does did not promotes states`) {
		phraseStops[w] = true
	}
}

// phrase gives the last of the words that go on from word k without a stop, and
// not beyond a person, an office or a day; k-1 without any.
func (r *reading) phrase(ws []word, k, most int, limit int) int {
	last := k - 1
	for j := k; j < len(ws) && j-k < most && ws[j].end <= limit; j++ {
		w := ws[j]
		if j > k {
			gap := tidy(r.apart(ws[j-1], w))
			if !(gap == "" || gap == "-" || gap == "–" || gap == "&" || gap == "’" || gap == "“" || gap == "”" || gap == "," && (w.capital() || w.low == "and") && most > 12) {
				break
			}
		}
		if m := r.taken[w.start]; m != nil && (m.sort == someone || m.sort == office || m.sort == date && m.when.kind != thai.DateYear || m.sort == spot && m.thing.kind == kg.KindVenue) {
			break
		}
		if phraseStops[w.low] && !w.capital() || (w.low == "and" || w.low == "on") && (j+1 >= len(ws) || phraseStops[ws[j+1].low] || strings.HasSuffix(ws[j+1].low, "ed") || r.taken[ws[j+1].start] != nil && (r.taken[ws[j+1].start].sort == someone || r.taken[ws[j+1].start].sort == date)) {
			break
		}
		last = j
	}
	for last >= k && !ws[last].capital() && (links[ws[last].low] || ws[last].low == "a" || ws[last].low == "an") {
		last--
	}
	return last
}

// leadWords may stand before those whom a verb is about, or before one of a list,
// and add nothing to who they are: "the new", "visiting", "representatives from the".
// Of and from only follow a word for those who come.
var leadWords = map[string]bool{"the": true, "a": true, "an": true, "both": true, "his": true, "her": true, "their": true, "its": true, "counterpart": true, "counterparts": true, "new": true, "newly": true, "appointed": true, "newly-appointed": true,
	"visiting": true, "outgoing": true, "incoming": true, "acting": true, "senior": true, "high-level": true, "also": true}

// comers are words for those who come from a body.
var comers = map[string]bool{"members": true, "member": true, "executives": true, "executive": true, "representatives": true, "representative": true, "officials": true, "delegates": true, "delegation": true, "leaders": true, "officers": true, "experts": true, "staff": true}

// leadsIn reports whether nothing but words that lead a name in stands in gap.
func (r *reading) leadsIn(gap string) bool {
	last := ""
	for w := range strings.FieldsSeq(strings.ToLower(gap)) {
		if !leadWords[w] && !comers[w] && !((w == "of" || w == "from") && comers[last]) && !r.lex.english.is("demonym", w) {
			return false
		}
		last = w
	}
	return true
}

// listJoints part those of a list.
var listJoints = []string{", as well as", ", together with", ", along with", ", and", "; and", "as well as", "together with", "along with", "and", ",", ";"}

// joins reports whether gap parts two names of a list: ", and representatives from
// the".
func (r *reading) joins(gap string) bool {
	for _, w := range listJoints {
		if rest, ok := strings.CutPrefix(gap, w); ok && (rest == "" || rest[0] == ' ') {
			return r.leadsIn(rest)
		}
	}
	return false
}

// describes reports whether the place k is but an adjective of the person or office
// behind it: "U.S. Ambassador A".
func (r *reading) describes(k int) bool {
	m := r.names[k]
	for _, n := range r.names[k+1 : min(k+3, len(r.names))] {
		if n.start >= m.end {
			return (n.sort == someone || n.sort == office) && r.adjective(m.end, n.start)
		}
	}
	return false
}

// adjective reports whether only a blank, or ’s and words that lead in, part a place
// from whoever stands behind it.
func (r *reading) adjective(end, start int) bool {
	gap := r.str(end, start)
	for _, own := range []string{"’s", "'s"} {
		gap = strings.TrimPrefix(gap, own)
	}
	return !strings.Contains(gap, "\n") && strings.HasPrefix(gap, " ") && r.leadsIn(gap)
}

// englishPartners gives where the people, offices and bodies end that are named from i
// on, 0 without any: "Prime Minister and Defense Minister Gen. A", "Mr. B,
// Ambassador of C to D".
func (r *reading) englishPartners(i, limit int) int {
	at, end := i, 0
	var last *mention
	for k := r.nextName(i); k < len(r.names) && r.names[k].end <= limit; k++ {
		m := r.names[k]
		if m.start < at {
			continue
		}
		gap := tidy(r.str(at, m.start))
		if m.sort == date {
			break
		}
		if last == nil {
			if !r.leadsIn(gap) {
				break
			}
			if m.sort == spot && r.describes(k) {
				at = m.end
				continue
			}
			if m.sort == spot && !r.isPostBody(m) && !r.inOffice(m) {
				break
			}
		} else {
			switch gap {
			case "", "of", "of the", "to", "to the", "’s", "for", "at", ")":
			case "and", "and the", "(":
				if m.sort == spot && gap != "(" {
					return end
				}
			case ",", ", the":
				own := last.sort == someone && m.sort == office && m.holder == last || r.isPostBody(m) && (last.sort == office || last.sort == someone)
				if !own {
					return end
				}
			default:
				return end
			}
			if m.sort == spot && !r.isPostBody(m) && !r.inOffice(m) {
				return end
			}
		}
		at, end, last = m.end, m.end, m
	}
	return end
}

// balanced takes the bracket in that a name stops short of closing.
func (r *reading) balanced(start, end int) int {
	text := r.str(start, end)
	if strings.Count(text, "(") > strings.Count(text, ")") && (r.at(end) == ')' || r.at(r.skipBlanks(end)) == ')') {
		return r.skipBlanks(end) + 1
	}
	return end
}

// bracketed reports whether a name stands within brackets.
func (r *reading) bracketed(m *mention) bool {
	for i := m.start - 1; i > m.start-30 && r.at(i) != '\n' && r.at(i) != ')'; i-- {
		if r.at(i) == '(' {
			return true
		}
	}
	return false
}

// inOffice reports whether a place is one of the words for an office:
// "Ambassador of A to B".
func (r *reading) inOffice(m *mention) bool { return r.officeOver(m) != nil }

// officeOver gives the office whose words a place is one of, or nil.
func (r *reading) officeOver(m *mention) *mention {
	for k := r.nextName(m.start) - 1; k >= 0 && k > r.nextName(m.start)-4; k-- {
		if o := r.names[k]; o.sort == office && o.tail >= m.end {
			return o
		}
	}
	return nil
}

// officeStart gives where the offices before a person's name begin.
func (r *reading) officeStart(m *mention) int {
	start := m.start
	for _, p := range m.posts {
		start = min(start, p.start)
	}
	return start
}

// namesPerson reports whether a person is named from i to end.
func (r *reading) namesPerson(i, end int) bool {
	for k := r.nextName(i); k < len(r.names) && r.names[k].end <= end; k++ {
		if r.names[k].sort == someone {
			return true
		}
	}
	return false
}
