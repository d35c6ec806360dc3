package extract

import (
	"slices"
	"strings"

	"mueang/graph/kg"
	"mueang/loaders/thai"
)

// determiners stand before the name of an event and are no part of it.
var determiners = map[string]bool{"a": true, "an": true, "the": true, "his": true, "her": true, "its": true, "their": true, "this": true, "another": true, "two": true}

// governors stand before an event, determiners between.
var governors = map[string]bool{}

func init() {
	for w := range strings.FieldsSeq(`attended attend attends attending chaired chair chairs chairing co-chaired cochaired co-chair cochair co-chairs over hosted host hosts held hold holds joined join
		opened open opens organized organised organize organise had have has paid pay pays witnessed witness witnesses co-hosted hosting organizing made conducted`) {
		governors[w] = true
	}
}

// englishOccasions finds the events of an English paragraph: nouns with what
// stands before and behind them, "7th Thailand-Malaysia Annual Consultation",
// "courtesy call on A", and the verbs of meeting and visiting.
func (r *reading) englishOccasions(b block, accords []*mention) {
	ws := r.spell(b)
	from, _ := slices.BinarySearchFunc(accords, b.start, func(m *mention, at int) int { return m.start - at })
	accords = accords[from:]
	reach := b.start
	for k := 0; k < len(ws); k++ {
		for len(accords) > 0 && accords[0].end <= ws[k].start {
			accords = accords[1:]
		}
		if len(accords) > 0 && accords[0].start < ws[k].start {
			continue // within the name of an agreement
		}
		m := r.englishTalk(ws, k, b)
		if m == nil {
			m = r.englishVisit(ws, k, b)
		}
		if m == nil {
			m = r.englishEvent(ws, k, b, accords)
		}
		if m == nil {
			m = r.sameEvent(ws, k, b)
		}
		if m == nil || m.start < reach {
			continue
		}
		reach = m.end
		if !b.headline && !r.isContext(m) {
			r.lastEvent = m
		}
		r.long = append(r.long, m)
		k = wordFrom(ws, m.end) - 1
	}
}

// sameEvent reads a generic word that stands for the event told of last: "the
// meeting was attended by A".
func (r *reading) sameEvent(ws []word, k int, b block) *mention {
	last := r.lastEvent
	if last == nil || b.headline || k == 0 || ws[k-1].low != "the" || ws[k].capital() || !r.adjoin(ws[k-1], ws[k]) || b.start-last.start > farthestReference || r.taken[ws[k].start] != nil {
		return nil
	}
	kinds, ok := genericEvents[ws[k].low]
	if !ok || !slices.Contains(kinds, last.thing.subtype) || k+1 < len(ws) && r.adjoin(ws[k], ws[k+1]) && (ws[k+1].low == "of" || ws[k+1].low == "on" || ws[k+1].low == "between" || ws[k+1].low == "with" || ws[k+1].low == "room") {
		return nil
	}
	return &mention{start: ws[k].start, end: ws[k].end, sort: occasion, role: last.thing.subtype, thing: last.thing, generic: true}
}

// farthestReference bounds how far back a generic word refers, in letters.
const farthestReference = 1500

// genericEvents are words that stand for an event told of before, with the kinds
// that they can stand for.
var genericEvents = map[string][]string{
	"meeting": {"MEETING", "BILATERAL", "SUMMIT", "CONFERENCE"}, "ceremony": {"OTHER", "SIGNING", "AWARD"}, "event": {"OTHER", "SIGNING", "AWARD", "EXPO", "CONFERENCE", "SEMINAR", "SUMMIT", "MEETING"},
	"summit": {"SUMMIT"}, "conference": {"CONFERENCE"}, "forum": {"CONFERENCE", "SEMINAR"}, "talks": {"BILATERAL"}, "seminar": {"SEMINAR"}, "workshop": {"SEMINAR"}, "session": {"MEETING"}, "exhibition": {"EXPO"},
}

// newOccasion makes the mention of an event and its thing.
func (r *reading) newOccasion(start, end int, subtype string, local bool) *mention {
	t := r.newThing(kg.KindMeeting, start)
	t.subtype, t.local = subtype, local
	t.say(r.str(start, end))
	return &mention{start: start, end: end, sort: occasion, role: subtype, thing: t}
}

// englishTalk reads "met with A", "meets A"; a headline that says so names the
// meeting as a whole: "PM meets with A".
func (r *reading) englishTalk(ws []word, k int, b block) *mention {
	receives := receptions[ws[k].low]
	switch ws[k].low {
	case "met", "meets", "meet":
	default:
		if !receives || b.headline {
			return nil
		}
	}
	at := ws[k].end
	if k+1 < len(ws) && ws[k+1].low == "with" {
		at = ws[k+1].end
	}
	if b.headline && ws[k].low == "meets" && k < 8 {
		m := r.newOccasion(b.start, b.end, "BILATERAL", true)
		return m
	}
	if k > 0 && (ws[k-1].low == "cabinet" || ws[k-1].low == "to" || ws[k-1].low == "earlier" || ws[k-1].low == "previously") {
		if ws[k-1].low == "cabinet" && ws[k].low == "met" && k < 4 {
			return r.newOccasion(ws[k-1].start, ws[k].end, "MEETING", true)
		}
		return nil
	}
	end := r.englishPartners(at, b.end)
	if end == 0 || receives && !r.namesPerson(at, end) {
		return nil
	}
	return r.newOccasion(ws[k].start, end, "BILATERAL", true)
}

// receptions are verbs for a talk that the host is told of.
var receptions = map[string]bool{"received": true, "receives": true, "receiving": true, "welcomed": true, "welcoming": true}

// visitVerbs are told with the place that is visited.
var visitVerbs = map[string]bool{"visited": true, "inspected": true, "toured": true, "traveled": true, "travelled": true}

// englishVisit reads "visited A", "traveled to A", "inspected A".
func (r *reading) englishVisit(ws []word, k int, b block) *mention {
	if m := r.ledVisit(ws, k); m != nil {
		return m
	}
	if !visitVerbs[ws[k].low] || k+1 >= len(ws) {
		return nil
	}
	at := k + 1
	if ws[k].low[0] == 't' && ws[k].low != "toured" {
		if ws[at].low != "to" {
			return nil
		}
		at++
	}
	if at < len(ws) && ws[at].low == "the" {
		at++
	}
	if at >= len(ws) {
		return nil
	}
	m := r.taken[ws[at].start]
	if m == nil || m.start != ws[at].start || m.sort != spot && m.sort != body {
		return nil
	}
	o := r.newOccasion(ws[k].start, m.end, "VISIT", true)
	return o
}

// ledVisit reads "led a business delegation to A".
func (r *reading) ledVisit(ws []word, k int) *mention {
	const words = 7
	if ws[k].low != "led" && ws[k].low != "leads" && ws[k].low != "leading" {
		return nil
	}
	for j := k + 1; j+2 < len(ws) && j < k+words && r.adjoin(ws[j-1], ws[j]); j++ {
		if ws[j].low != "delegation" || ws[j+1].low != "to" {
			continue
		}
		at := j + 2
		if ws[at].low == "the" && at+1 < len(ws) {
			at++
		}
		if m := r.taken[ws[at].start]; m != nil && m.start == ws[at].start && m.sort == spot {
			return r.newOccasion(ws[k].start, m.end, "VISIT", true)
		}
	}
	return nil
}

// englishEvent reads the event whose noun is word k.
func (r *reading) englishEvent(ws []word, k int, b block, accords []*mention) *mention {
	e := r.lex.english
	if ws[k].low == "event" {
		return r.titledEvent(ws[k])
	}
	subtype, ok := e["event"][ws[k].low]
	if !ok {
		return nil
	}
	if ws[k].low == "week" && (!ws[k].capital() || k-r.phraseStart(ws, k) < 2) {
		return nil // A B Week 2023, not Golden Week
	}
	if k > 2 && ws[k-1].low == "its" && ws[k-2].low == "in" && ws[k-3].low == "cabinet" {
		return r.newOccasion(ws[k-3].start, ws[k].end, "MEETING", true) // the cabinet, in its meeting on May 5, approved
	}
	if m := r.taken[ws[k].start]; m != nil && m.sort != undertaking {
		return nil
	}
	if k+1 < len(ws) && r.adjoin(ws[k], ws[k+1]) && ws[k].capital() && ws[k+1].capital() || k+1 < len(ws) && r.isDash(ws[k], ws[k+1]) {
		return nil // Conference Room, Dialogue Relations
	}
	if k+1 < len(ws) && r.adjoin(ws[k], ws[k+1]) && relationWords[ws[k+1].low] {
		return nil // ASEAN-China dialogue relations
	}
	from := r.phraseStart(ws, k)
	named := false
	for j := from; j < k; j++ {
		named = named || ws[j].capital() || ws[j].ordinal()
	}
	first := ws[from]
	if first.own || ws[k].own {
		return nil
	}
	modifiers := r.str(first.start, ws[k].end)
	low := strings.ToLower(modifiers)
	at := func(i int) string {
		if i >= 0 && i < len(ws) {
			return ws[i].low
		}
		return ""
	}
	next := at(k + 1)
	end := ws[k].end
	partnered, placed := false, false
	switch link := next; {
	case k+1 >= len(ws) || !r.adjoin(ws[k], ws[k+1]):
	case link == "with" || link == "between" || (link == "on" || link == "from" || link == "to" || link == "by") && strings.Contains(low, "call"):
		if stop := r.englishPartners(ws[k+1].end, b.end); stop > 0 {
			end, partnered = stop, true
		}
	case link == "to" && subtype == "VISIT" && k+2 < len(ws):
		j := k + 2
		if ws[j].low == "the" && j+1 < len(ws) {
			j++
		}
		if m := r.taken[ws[j].start]; m != nil && m.start == ws[j].start && (m.sort == spot || m.sort == body) {
			end, placed = m.end, true
		}
	}
	switch subtype {
	case "BILATERAL":
		if strings.HasSuffix(low, "call") && !strings.Contains(low, "courtesy") && !strings.Contains(low, "farewell") && !strings.Contains(low, "phone") && !strings.Contains(low, "introductory") ||
			!strings.HasSuffix(low, "call") && !partnered && !strings.Contains(low, "bilateral") && !named {
			return nil
		}
	case "VISIT":
		if !placed {
			return nil
		}
	case "SIGNING":
		if k > 1 && ws[k-1].low == "the" && approvals[ws[k-2].low] {
			return nil // the cabinet approved the signing of A
		}
		if ws[k].capital() && k > 0 && !r.isHeadWord(ws, k) || r.has(b.start, "Title: ") {
			return nil
		}
		if end = r.signingEnd(ws, k, b, accords); end == 0 {
			return nil
		}
	}
	before := from - 1
	definite := false
	for before >= 0 && determiners[ws[before].low] {
		definite = definite || ws[before].low == "the" || ws[before].low == "this"
		before--
	}
	governed := before >= 0 && governors[ws[before].low] && (ws[before].low != "over" || at(before-1) == "presided" || at(before-1) == "presides") ||
		before >= 1 && ws[before].low == "for" && strings.HasPrefix(at(before-1), "convene") ||
		before >= 1 && ws[before].low == "in" && (at(before-1) == "participated" || at(before-1) == "part" || at(before-1) == "participate")
	if !partnered && !placed && subtype != "SIGNING" {
		end = r.eventEnd(ws, k, b)
	}
	titled := false
	if k+1 < len(ws) && titleWords[ws[k+1].low] {
		if open := r.skipBlanks(ws[k+1].end); r.at(open) == '“' || r.at(open) == '"' {
			if shut := r.shutQuote(open, b.end); shut > 0 && shut-open < 110 {
				titled, named, end = true, true, shut+1
			}
		}
	}
	if !named && end > ws[k].end && ws[k+1].low == "of" && r.meetsAs(ws, k+2) {
		named = true // the annual meeting of the A Commission
	}
	long := from < k || end > ws[k].end
	switch {
	case partnered && subtype == "BILATERAL" && !named && from == k && !governed && !b.headline && (before == from-1 || !determiners[ws[from-1].low] || definite):
		return nil // seek consultation with A
	case named, partnered, placed, subtype == "SIGNING", low == "signing ceremony":
	case governed && long && (from < k || !definite):
	default:
		return nil
	}
	if named && !partnered && first.low == low && !first.ordinal() && !titled && end == ws[k].end {
		return nil
	}
	switch {
	case strings.Contains(low, "signing"):
		subtype = "SIGNING"
	case strings.Contains(low, "courtesy"), strings.Contains(low, "bilateral"), partnered && (subtype == "MEETING" || subtype == "CONFERENCE") && !first.ordinal() && !r.formal(ws, from, k):
		subtype = "BILATERAL"
	case strings.Contains(low, "press") || strings.Contains(low, "news"):
		subtype = "OTHER"
	}
	end = r.balanced(first.start, end)
	m := r.newOccasion(first.start, end, subtype, !named || subtype == "BILATERAL" || subtype == "VISIT")
	t := m.thing
	if end > ws[k].end && from < k {
		t.say(modifiers)
	}
	if subtype == "BILATERAL" {
		t.name = tidy(r.str(first.start, end))
		if before >= 0 && (ws[before].low == "paid" || ws[before].low == "pays") {
			t.say(r.str(ws[before].start, end))
		}
	}
	if titled {
		t.say(strings.Trim(r.str(r.skipBlanks(ws[k+1].end), end), "“”\""))
	} else if !partnered {
		m.end = r.eventAlias(t, end)
	}
	if m.end > end {
		t.say(r.str(m.start, m.end))
	}
	t.series = englishSeries(ws[from : k+1])
	if t.series != nil {
		t.series.Name = tidy(strings.Replace(modifiers, r.str(first.start, ws[from].end), "", 1))
	}
	return m
}

// titleWords stand between an event and its title: "a seminar titled “A”".
var titleWords = map[string]bool{"titled": true, "entitled": true, "called": true, "dubbed": true, "named": true, "themed": true}

// meetsAs reports whether a body is named at word k, after the or not, that may meet.
func (r *reading) meetsAs(ws []word, k int) bool {
	if k < len(ws) && ws[k].low == "the" {
		k++
	}
	return k < len(ws) && r.taken[ws[k].start] != nil && r.taken[ws[k].start].sort == body && r.taken[ws[k].start].start == ws[k].start
}

// relationWords behind the noun of an event make it something else: "dialogue
// relations", "consultation process".
var relationWords = map[string]bool{"relations": true, "relation": true, "partner": true, "partners": true, "framework": true, "process": true, "mechanism": true, "mechanisms": true, "room": true, "hall": true}

// approvals are verbs for papers and plans that are put before a body.
var approvals = map[string]bool{"approved": true, "approve": true, "approves": true, "principle": true, "acknowledged": true, "authorized": true}

// titledEvent reads an event by its title in quotation marks: "the event “Taste
// of Thailand”".
func (r *reading) titledEvent(w word) *mention {
	open := r.skipBlanks(w.end)
	if c := r.at(open); c != '“' && c != '"' {
		return nil
	}
	shut := r.shutQuote(open, len(r.runes))
	if shut == 0 || shut-open > 90 || !isUpper(r.at(open+1)) {
		return nil
	}
	m := r.newOccasion(open+1, shut, "OTHER", false)
	return m
}

// formal reports whether the words from from to k name a meeting by capitals: a
// body of its own meets, not one side another.
func (r *reading) formal(ws []word, from, k int) bool {
	return ws[k].capital() && from < k
}

// isHeadWord reports whether "Signing" in a headline is the noun.
func (r *reading) isHeadWord(ws []word, k int) bool { return k+1 < len(ws) && ws[k+1].low == "of" }

// signingEnd gives where the name of a signing ends: with the agreement or the
// document that is signed, 0 where none is.
func (r *reading) signingEnd(ws []word, k int, b block, accords []*mention) int {
	if k+2 >= len(ws) || ws[k+1].low != "of" || !r.adjoin(ws[k], ws[k+1]) {
		return 0
	}
	for _, a := range accords {
		if a.sort != accord || a.start < ws[k+1].end {
			continue
		}
		if a.start-ws[k+1].end < 24 && a.end <= b.end {
			return a.end
		}
		break
	}
	return 0
}

// phraseStart gives the first word of the name of an event whose noun is word h.
func (r *reading) phraseStart(ws []word, h int) int {
	e := r.lex.english
	goes := func(w word) bool {
		if m := r.taken[w.start]; m != nil && (m.sort == someone || m.sort == office || m.sort == date && m.when.kind != thai.DateYear || m.sort == spot && m.thing.kind == kg.KindVenue) {
			return false
		}
		return !w.own && (w.ordinal() || w.capital() && !notFirst[w.low] || e.is("event-modifier", w.low) || r.taken[w.start] != nil && len(w.text) == 4 && isDigit(rune(w.text[0])))
	}
	from := h
	for from > 0 && h-from < longestEnglishName {
		p := ws[from-1]
		gap := tidy(r.apart(p, ws[from]))
		if gap != "" && gap != "-" && gap != "–" && gap != "(" && gap != ")" && gap != "’" && gap != "&" && gap != "'" {
			break
		}
		if goes(p) {
			from--
			continue
		}
		if gap != "" || from < 2 || !r.adjoin(ws[from-2], p) {
			break
		}
		switch p.low {
		case "of", "for", "on", "and":
			q := ws[from-2]
			if !goes(q) || p.low == "and" && q.capital() && !ws[from].capital() || p.low != "and" && (e.is("event", q.low) || !q.capital()) {
				return from
			}
			from -= 2
			continue
		case "the":
			if from >= 3 && ws[from-2].low == "of" && goes(ws[from-3]) && ws[from-3].capital() {
				from -= 3
				continue
			}
		}
		break
	}
	for from < h && (ws[from].low == "and" || ws[from].low == "of" || ws[from].low == "for") {
		from++
	}
	return from
}

// eventEnd gives the end of the name of an event behind its noun: "on the Future
// of Asia", "for Democracy", "2024", "“Taste of Thailand”".
func (r *reading) eventEnd(ws []word, k int, b block) int {
	end := ws[k].end
	if k+1 < len(ws) && r.adjoin(ws[k], ws[k+1]) {
		switch next := ws[k+1]; {
		case next.low == "and" && k+3 < len(ws) && ws[k+2].low == "related" && r.lex.english.is("event", ws[k+3].low):
			return ws[k+3].end
		case len(next.text) == 4 && strings.HasPrefix(next.text, "20"):
			return next.end
		case next.low == "of" || next.low == "for" || next.low == "on":
			if k+2 < len(ws) && (r.taken[ws[k+2].start] != nil && r.taken[ws[k+2].start].sort == date || ws[k+2].capital() && calendar[ws[k+2].low]) {
				return end
			}
			if last := r.phrase(ws, k+2, 12, b.end); last >= k+2 {
				end = ws[last].end
				if ws[last].own {
					end -= 2
				}
			}
		}
	}
	return end
}

// eventAlias takes a short form in brackets and a title in quotation marks behind
// an event in, and gives where they end.
func (r *reading) eventAlias(t *thing, end int) int {
	at := r.skipBlanks(end)
	switch r.at(at) {
	case '(':
		shut := r.closing(at)
		if shut > 0 && shut-at < 30 && isUpper(r.at(at+1)) && !strings.Contains(r.str(at, shut), "time") {
			t.say(r.str(at+1, shut))
			return shut + 1
		}
	case '“', '"':
		if shut := r.shutQuote(at, len(r.runes)); shut > 0 && shut-at < 90 {
			t.say(r.str(at+1, shut))
			return shut + 1
		}
	}
	return end
}

// englishSeries reads the number of a meeting: "7th", "2/2021".
func englishSeries(ws []word) *kg.Series {
	for k, w := range ws {
		if !w.ordinal() {
			continue
		}
		if k+2 < len(ws) && ws[k+1].low == "and" && ws[k+2].ordinal() {
			return nil
		}
		n, rest := 0, w.text
		for rest != "" && isDigit(rune(rest[0])) {
			n, rest = n*10+int(rest[0]-'0'), rest[1:]
		}
		s := &kg.Series{Ordinal: n}
		if year, ok := strings.CutPrefix(rest, "/"); ok {
			for _, c := range year {
				s.Year = s.Year*10 + int(c-'0')
			}
		}
		return s
	}
	return nil
}

// sameEnglishEvent reports whether the words of one name are among those of the
// other, where both have one number: "7th Thailand-Malaysia Annual Consultation",
// "7th Annual Consultation".
func sameEnglishEvent(a, b *thing) bool {
	if a.series == nil || b.series == nil || a.subtype != b.subtype {
		return false
	}
	split := func(s string) []string {
		return strings.FieldsFunc(strings.ToLower(s), func(c rune) bool { return !isLatin(c) && !isDigit(c) })
	}
	for _, x := range a.surfaces {
		for _, y := range b.surfaces {
			p, q := split(x), split(y)
			if len(p) > len(q) {
				p, q = q, p
			}
			if len(p) > 1 && !slices.ContainsFunc(p, func(w string) bool { return !slices.Contains(q, w) }) {
				return true
			}
		}
	}
	return false
}
