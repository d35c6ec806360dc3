package extract

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"mueang/graph/kg"
	"mueang/loaders/thai"
)

// Signals of English sentences beside those that Thai ones have too: whoever
// follows was in the chair, or was there.
const (
	chairedBy cue = iota + 100
	attendedBy
	signatory // whoever stands before signed the agreement named last
	asChair   // whoever stands before was in the chair
)

// englishCues are what verbs and participles say of those who stand before or
// behind them.
var englishCues = []struct {
	text string
	cue  cue
}{
	{"chaired by", chairedBy}, {"co-chaired by", chairedBy}, {"cochaired by", chairedBy}, {"presided over by", chairedBy}, {"led by", 0},
	{"chaired", chairs}, {"chairs", chairs}, {"chair", chairs}, {"presided over", chairs}, {"presides over", chairs}, {"preside over", chairs}, {"presiding over", chairs}, {"as chair", asChair}, {"as chairman", asChair}, {"as the chair", asChair}, {"in the chair", asChair}, {"presided at", chairs},
	{"co-chaired", coChairs}, {"cochaired", coChairs}, {"co-chair", coChairs}, {"cochair", coChairs}, {"co-chairs", coChairs}, {"jointly chaired", coChairs}, {"co-presided over", coChairs},
	{"opened", opens}, {"officially opened", opens}, {"inaugurated", opens}, {"delivered opening remarks at", opens}, {"delivered the opening remarks at", opens},
	{"attended by", attendedBy}, {"saw the attendance of", attendedBy}, {"with the attendance of", attendedBy}, {"with the participation of", attendedBy}, {"saw the participation of", attendedBy}, {"joined by", attendedBy}, {"accompanied by", attendedBy}, {"participated by", attendedBy}, {"Attending", attendedBy}, {"Also attending", attendedBy}, {"Participating in", attendedBy}, {"Also participating in", attendedBy}, {"Also present", attendedBy}, {"Also in attendance", attendedBy}, {"Representing Thailand at", attendedBy}, {"representing Thailand at", attendedBy}, {"Present at", attendedBy}, {"In attendance", attendedBy}, {"Joining", attendedBy}, {"participants included", attendedBy}, {"attendees included", attendedBy}, {"Participants included", attendedBy}, {"Attendees included", attendedBy},
	{"Opening", chairedBy}, {"Chairing", chairedBy}, {"Presiding over", chairedBy}, {"Inaugurating", chairedBy}, {"Addressing", attendedBy}, {"Speaking at", attendedBy}, {"Speaking during", attendedBy}, {"were present", 0},
	{"attended", attends}, {"attends", attends}, {"attend", attends}, {"attending", 0}, {"participated in", attends}, {"participates in", attends}, {"participate in", attends}, {"took part in", attends}, {"take part in", attends}, {"takes part in", attends}, {"joined", attends},
	{"delivered a", attends}, {"delivered the", attends}, {"delivered his", attends}, {"delivered her", attends}, {"deliver a", attends}, {"gave a speech at", attends}, {"gave a keynote", attends}, {"addressed", attends}, {"spoke at", attends},
	{"witnessed", witnesses}, {"witness", witnesses}, {"signed", signs}, {"inked", signs}, {"entered into", signs}, {"concluded", signs}, {"as signatory", signatory}, {"be the signatory", signatory}, {"is the signatory", signatory}, {"be the Thai signatory", signatory}, {"as signatories", signatory},
	{"organized by", hostedBy}, {"organised by", hostedBy}, {"hosted by", hostedBy}, {"co-hosted by", hostedBy}, {"jointly organized by", hostedBy}, {"co-organized by", hostedBy}, {"co-organised by", hostedBy}, {"jointly organised by", hostedBy}, {"jointly hosted by", hostedBy}, {"jointly held by", hostedBy}, {"held by", hostedBy}, {"arranged by", hostedBy},
	{"organized", hosts}, {"organised", hosts}, {"hosted", hosts}, {"hosts", hosts}, {"host", hosts}, {"co-hosted", hosts}, {"co-organized", hosts}, {"co-organised", hosts}, {"organise", hosts}, {"organising", hosts}, {"co-host", hosts}, {"cohost", hosts}, {"organize", hosts}, {"organizing", hosts}, {"hosting", hosts}, {"As host of", hosts}, {"as host of", hosts},
	{"disclosed", speaks}, {"said", speaks}, {"stated", speaks}, {"announced", speaks}, {"revealed", speaks}, {"told", speaks}, {"added", speaks}, {"expressed", speaks}, {"thanked", speaks}, {"congratulated", speaks}, {"emphasized", speaks}, {"reaffirmed", speaks},
}

var englishCueWords = func() *words {
	texts := make([]string, len(englishCues))
	for i, c := range englishCues {
		texts[i] = c.text
	}
	return newWords(texts...)
}()

// englishSignals adds the signals of an English sentence to its tokens.
func (r *reading) englishSignals(s *sentence) {
	var longs []*mention
	for _, m := range s.tokens {
		if m.sort >= occasion {
			longs = append(longs, m)
		}
	}
	for i := s.start; i < s.end; i++ {
		for len(longs) > 0 && longs[0].end <= i {
			longs = longs[1:]
		}
		if isLatin(r.at(i-1)) || r.at(i-1) == '-' || r.taken[i] != nil || len(longs) > 0 && longs[0].start <= i {
			continue
		}
		k := englishCueWords.longest(r.runes, i)
		if k < 0 {
			continue
		}
		end := i + len([]rune(englishCues[k].text))
		if isLatin(r.at(end)) || r.at(end) == '-' {
			continue
		}
		if len(longs) > 0 {
			end = min(end, longs[0].start)
		}
		for j := i; j < end; j++ {
			if r.taken[j] != nil {
				end = j
			}
		}
		if englishCues[k].cue != 0 && end > i {
			s.tokens = append(s.tokens, &mention{start: i, end: end, sort: signal, cue: englishCues[k].cue})
		}
		i = end - 1
	}
	slices.SortStableFunc(s.tokens, byPlace)
}

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

// namesPerson reports whether a person is named from i to end.
func (r *reading) namesPerson(i, end int) bool {
	for k := r.nextName(i); k < len(r.names) && r.names[k].end <= end; k++ {
		if r.names[k].sort == someone {
			return true
		}
	}
	return false
}

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
	long := from < k || end > ws[k].end
	switch {
	case partnered && subtype == "BILATERAL" && !named && from == k && !governed && !b.headline && (before == from-1 || !determiners[ws[from-1].low] || definite):
		return nil // seek consultation with A
	case named, partnered, placed, subtype == "SIGNING", low == "signing ceremony":
	case governed && long && (from < k || !definite):
	default:
		return nil
	}
	if named && !partnered && first.low == low && !first.ordinal() {
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
	if !partnered {
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

// doerGaps are words that may stand between those who do something and the verb,
// and between two of them.
var doerGaps = map[string]bool{}

func init() {
	for w := range strings.FieldsSeq(`and the also then later jointly both together his her spouse wife husband has have had today officially as well virtually online on a an personally
		delegation entourage
		paid delivered held made conducted pay pays of monday tuesday wednesday thursday friday saturday sunday earlier respectively who which`) {
		doerGaps[w] = true
	}
}

// companions with the subject stand behind these.
var alongWords = []string{"together with", "along with", "accompanied by", "joined by", "alongside", "in collaboration with", "in cooperation with", "in partnership with", "jointly with", "as well as"}

// asides tell who came along in general, between commas.
var asides = regexp.MustCompile(`,? (?:along|together) with [^,;]*,|,? accompanied by [^,;]*,`)

// doers gives those who stand before the verb or noun at at: the subject, and who
// came along. "two" and "both" stand for the two people of the talks.
func (r *reading) doers(s *sentence, tokens []*mention, start int) (acting, along []*mention) {
	at := start
	for k := len(tokens) - 1; k >= 0; k-- {
		m := tokens[k]
		if m.end > at {
			continue
		}
		gap := asides.ReplaceAllString(strings.ToLower(r.str(m.end, at)), ",")
		comes := false
		for _, w := range alongWords {
			if strings.Contains(gap, w) {
				gap, comes = strings.Replace(gap, w, "", 1), true
			}
		}
		last := ""
		for w := range strings.FieldsFuncSeq(gap, func(c rune) bool { return strings.ContainsRune(" ,;\n()", c) }) {
			if !doerGaps[w] && !comers[w] && !((w == "of" || w == "from") && comers[last]) && !(w == "’s" && m.sort == spot) {
				return acting, along
			}
			last = w
		}
		if comes {
			along, acting = append(along, acting...), nil
		}
		switch m.sort {
		case someone:
			if r.speaksForOthers(m) {
				return acting, along
			}
			acting = append(acting, m)
		case office:
			if m.holder == nil {
				acting = append(acting, m)
			}
		case body:
			if _, place := r.endsWithAny(r.backBlanks(m.start), []string{" at", " at the", " in the", " in"}); place {
				return acting, along
			}
			if n := len(acting); n > 0 && acting[n-1].sort == someone && strings.TrimSpace(gap) == "," {
				return acting, along // "at the Department of A, Ministry of B, Mr. C"
			}
			if !r.isEmployer(m) && !r.isPostBody(m) {
				acting = append(acting, m)
			}
		case spot:
			w, state := r.endsWithAny(r.backBlanks(m.start), []string{" of the", " of"})
			if state && m.thing.kind == kg.KindCountry && k > 0 && tokens[k-1].sort == body && tokens[k-1].end == r.backBlanks(m.start)-len(w) {
				at = tokens[k-1].end // "the Ministry of A of the Kingdom of B"
				continue
			}
			if o := r.officeOver(m); o != nil {
				at = o.end // "Ambassador |of A to B|"
				if o.holder != nil {
					at = o.start
				}
				continue
			}
			if !r.isPostBody(m) && !r.has(m.end, "’s ") && !r.has(m.end, "'s ") {
				return acting, along
			}
		case date:
		default:
			return acting, along
		}
		at = m.start
	}
	return acting, along
}

// clauseDoer gives the person who begins the clause that holds i, where words
// that no rule knows stand between him and the verb.
func (r *reading) clauseDoer(tokens []*mention, i int) *mention {
	var first *mention
	for _, m := range tokens {
		if m.start >= i {
			break
		}
		if m.sort == signal && m.cue == speaks {
			first = nil
			continue
		}
		if m.sort != someone || first != nil || r.speaksForOthers(m) {
			continue
		}
		at := r.backBlanks(r.officeStart(m))
		_, leads := r.endsWithAny(at, []string{" led by", " headed by"}) // "A delegation led by B attended"
		if _, object := r.endsWithAny(at, []string{" with", " of", " by", " on", " to", " for", " from", " the"}); leads || !object {
			first = m
		}
	}
	return first
}

// officeStart gives where the offices before a person's name begin.
func (r *reading) officeStart(m *mention) int {
	start := m.start
	for _, p := range m.posts {
		start = min(start, p.start)
	}
	return start
}

// theTwo gives the two people whom a text is about, where the words before a verb
// say "two" or "both".
func (r *reading) theTwo(s *sentence, i int) []*mention {
	before := strings.ToLower(r.str(max(s.start, i-44), i))
	if !strings.Contains(before, "two ") && !strings.Contains(before, "both ") {
		return nil
	}
	return r.leadersBefore(i)
}

// englishTense says whether a verb at i tells of what is to come, or of what was
// before.
func (r *reading) englishTense(s *sentence, i int) (future, past bool) {
	before := " " + strings.ToLower(tidy(r.str(max(s.start, i-30), i)))
	for _, w := range []string{" will", " to", " would", " shall", " may", " should", " plans to", " will also", " will jointly"} {
		future = future || strings.HasSuffix(before, w)
	}
	clause := strings.ToLower(r.str(max(s.start, i-200), i))
	for _, w := range []string{" will ", " scheduled to ", " expected to ", " set to ", " plans to "} {
		future = future || strings.Contains(clause, w)
	}
	for _, w := range []string{" earlier", " previously", " has earlier", " had earlier", " once"} {
		past = past || strings.HasSuffix(before, w)
	}
	return future, past
}

// englishRelations reads what an English sentence says of who was where. topic is
// the person whom the text speaks of, main the event, last the one told of last.
func (r *reading) englishRelations(s *sentence, main, last *thing, topic *mention) {
	if s.headline {
		return
	}
	for k, c := range s.tokens {
		switch {
		case c.sort == signal:
			r.englishSignal(s, k, main, last, topic)
		case c.sort == occasion && !c.generic && (c.role == "BILATERAL" || c.role == "VISIT"):
			r.englishTalks(s, k, topic)
		}
	}
}

// whoActs gives those who do what stands at i.
func (r *reading) whoActs(s *sentence, k, i int, topic *mention) (acting, along []*mention) {
	acting, along = r.doers(s, s.tokens[:k], i)
	if two := r.theTwo(s, i); two != nil && !slices.ContainsFunc(acting, func(m *mention) bool { return m.sort == someone }) {
		return two, along
	}
	if slices.ContainsFunc(acting, func(m *mention) bool { return m.sort == someone || m.sort == body || r.actor(m).kind == kg.KindPerson }) {
		return acting, along
	}
	if p := r.clauseDoer(s.tokens[:k], i); p != nil {
		return []*mention{p}, along
	}
	before := strings.ToLower(r.str(s.start, i))
	if topic != nil && (strings.HasPrefix(before, "he ") || strings.HasPrefix(before, "she ") || strings.HasPrefix(before, "he,") || strings.HasPrefix(before, "she,")) {
		return []*mention{topic}, along
	}
	return acting, along
}

// englishSignal reads one verb.
func (r *reading) englishSignal(s *sentence, k int, main, last *thing, topic *mention) {
	c := s.tokens[k]
	future, past := r.englishTense(s, c.start)
	if past {
		return
	}
	event := r.eventBehind(s.tokens, k)
	spans := [][2]int{{c.start, c.end}}
	switch c.cue {
	case chairs, coChairs, opens, attends, hosts, witnesses:
		if future {
			if event != nil {
				r.plan(event.thing)
			}
			return
		}
		if event == nil || event.role == "SIGNING" && c.cue == hosts {
			return
		}
		spans = append(spans, [2]int{event.start, event.end})
		acting, along := r.whoActs(s, k, c.start, topic)
		if c.cue == hosts {
			r.englishHosts(s, k, event, slices.Concat(acting, along), spans)
			return
		}
		for n, list := range [][]*mention{acting, along} {
			for _, m := range list {
				who := r.actor(m)
				if who.kind.Class() == kg.ClassPost {
					continue
				}
				with := append(slices.Clone(spans), r.spanIn(s, m, c))
				if n == 0 && c.cue <= opens && who.kind == kg.KindPerson {
					role := map[cue]string{chairs: "CHAIR", coChairs: "CO_CHAIR", opens: "OPENED"}[c.cue]
					if len(acting) > 1 && role == "CHAIR" {
						role = "CO_CHAIR"
					}
					r.told[event.thing] = true
					r.claim(claim{kind: kg.Chaired, subject: who, object: event.thing, role: role, roleText: r.str(c.start, c.end), spans: with, event: event.thing, rule: "chair-en"})
					continue
				}
				if c.cue == witnesses && event.role != "SIGNING" {
					continue
				}
				r.told[event.thing] = true
				r.attended(who, event.thing, with, "ATTENDEE", "attends-en")
			}
		}
	case chairedBy, attendedBy, hostedBy:
		if event == nil && r.opensWithDeed(c) || r.occasionBefore(s.tokens, k) == nil && event == nil && r.namesOtherEvent(s, c) {
			return // "Speaking at the A Week, B said"; "The workshop, hosted by A," where no workshop was told of
		}
		if event == nil || c.cue == hostedBy || !r.has(c.start, "A") && !r.has(c.start, "P") && !r.has(c.start, "J") && !r.has(c.start, "I") {
			if o := r.occasionBefore(s.tokens, k); o != nil {
				event = o
			}
		}
		meeting := main
		if last != nil && c.cue != attendedBy {
			meeting = last
		}
		if event != nil {
			meeting = event.thing
			spans = append(spans, [2]int{event.start, event.end})
		}
		if meeting == nil || future && c.cue != hostedBy {
			return
		}
		names := r.listBehind(s, k, c.cue != attendedBy)
		if next := strings.ToLower(r.str(c.end, max(c.end, min(c.end+10, s.end)))); len(names) == 0 && c.cue != hostedBy && (strings.HasPrefix(next, " the two") || strings.HasPrefix(next, " both")) {
			names = r.leadersBefore(c.start)
		}
		for _, m := range names {
			with := append(slices.Clone(spans), r.spanIn(s, m, c))
			switch who := m.thing; {
			case c.cue == hostedBy && (m.sort == body || m.sort == spot):
				r.claim(claim{kind: kg.Organized, subject: who, object: meeting, role: "ORGANIZER", roleText: r.str(c.start, c.end), spans: with, event: meeting, rule: "host-en"})
			case c.cue == hostedBy || m.sort == spot:
			case c.cue == chairedBy && m.sort == someone:
				r.claim(claim{kind: kg.Chaired, subject: who, object: meeting, role: "CHAIR", roleText: r.str(c.start, c.end), spans: with, event: meeting, rule: "chair-en"})
			case c.cue == attendedBy:
				r.attended(who, meeting, with, "ATTENDEE", "attends-en")
			}
		}
	case signs:
		r.englishSigned(s, k, topic)
	case signatory:
		r.englishSigner(s, k)
	case asChair:
		if o := r.occasionBefore(s.tokens, k); o != nil && !future && k > 0 && s.tokens[k-1].sort == someone && tidy(r.str(s.tokens[k-1].end, c.start)) == "" {
			p := s.tokens[k-1]
			r.told[o.thing] = true
			r.claim(claim{kind: kg.Chaired, subject: p.thing, object: o.thing, role: "CHAIR", roleText: r.str(c.start, c.end), spans: [][2]int{{o.start, o.end}, {p.start, p.end}, {c.start, c.end}}, event: o.thing, rule: "chair-en"})
		}
	}
}

// opensWithDeed reports whether a participle opens a sentence on what whoever follows
// did: "Speaking at", "Attending".
func (r *reading) opensWithDeed(c *mention) bool {
	return isUpper(r.at(c.start)) && !strings.HasPrefix(r.str(c.start, c.end), "Also")
}

// namesOtherEvent reports whether a noun for an event that is none of those found
// stands before the participle at c.
func (r *reading) namesOtherEvent(s *sentence, c *mention) bool {
	for w := range strings.FieldsFuncSeq(strings.ToLower(r.str(s.start, c.start)), func(c rune) bool { return c == ' ' || c == ',' || c == '\n' }) {
		if kind := r.lex.english["event"][w]; kind != "" && kind != "OTHER" {
			return true
		}
	}
	return false
}

// spanIn gives where a doer is named, or the verb itself when he is named in
// another sentence.
func (r *reading) spanIn(s *sentence, m, c *mention) [2]int {
	if m.start >= s.start && m.end <= s.end {
		return [2]int{m.start, m.end}
	}
	return [2]int{c.start, c.end}
}

// plan notes that an event is to come.
func (r *reading) plan(t *thing) {
	if t.status == "" && !r.told[t] {
		t.status = "PLANNED"
	}
}

// englishHosts reads who held an event: "A hosted the B"; "As host of the B, A".
func (r *reading) englishHosts(s *sentence, k int, event *mention, acting []*mention, spans [][2]int) {
	c := s.tokens[k]
	if strings.HasSuffix(r.str(c.start, c.end), "host of") {
		acting = nil
		for _, m := range s.tokens[k+1:] {
			if m.start >= event.end && (m.sort == spot || m.sort == body) && m.start-event.end < 30 {
				acting = append(acting, m)
				break
			}
		}
	}
	for _, m := range acting {
		if m.sort == body || m.sort == spot && m.thing.kind == kg.KindCountry {
			r.claim(claim{kind: kg.Organized, subject: m.thing, object: event.thing, role: "HOST", roleText: r.str(c.start, c.end), spans: append(slices.Clone(spans), [2]int{m.start, m.end}), event: event.thing, rule: "host-en"})
		}
	}
}

// eventBehind gives the event that a verb is about: the first one behind it,
// before any other verb or person.
func (r *reading) eventBehind(tokens []*mention, k int) *mention {
	const near = 90
	for _, m := range tokens[k+1:] {
		if m.start < tokens[k].end {
			continue
		}
		if m.start-tokens[k].end > near {
			return nil
		}
		switch {
		case m.sort == occasion:
			return m
		case m.sort == signal && m.cue != attends && m.cue != signs, m.sort == someone:
			return nil
		}
	}
	return nil
}

// listBehind gives the people, and bodies where a list of them begins, behind a
// participle up to the next verb or event.
func (r *reading) listBehind(s *sentence, k int, bodies bool) []*mention {
	var list []*mention
	at := s.tokens[k].end
	for _, m := range s.tokens[k+1:] {
		if m.start < at {
			continue
		}
		if m.sort == signal && m.cue != signs || m.sort == occasion && len(list) > 0 {
			break
		}
		switch m.sort {
		case someone:
			list = append(list, m)
		case office:
			// An unnamed holder says nothing of a person.
		case body, spot:
			gap := strings.ToLower(tidy(r.str(at, m.start)))
			if open := r.skipBlanks(at); r.at(open) == '(' {
				if shut := r.closing(open); shut > 0 && shut < m.start {
					gap = strings.ToLower(tidy(r.str(shut+1, m.start))) // behind a short form
				}
			}
			gap = strings.TrimPrefix(gap, ")")
			if r.has(m.end, "’s") || r.has(m.end, "'s") {
				at = m.end + 2
				continue
			}
			if !r.isEmployer(m) && !r.isPostBody(m) && (m.sort == body || bodies) && isUpper(r.at(m.start)) && (r.leadsIn(strings.TrimPrefix(strings.TrimPrefix(gap, "by"), "between")) || r.joins(gap)) && (bodies || len(list) > 0) {
				list = append(list, m)
			} else if bodies && !r.isEmployer(m) && !r.isPostBody(m) {
				return list
			}
		}
		at = m.end
	}
	return list
}

// englishTalks reads who met whom or visited what.
func (r *reading) englishTalks(s *sentence, k int, topic *mention) {
	m := s.tokens[k]
	if future, past := r.englishTense(s, m.start); future || past {
		if future {
			r.plan(m.thing)
		}
		return
	}
	if k > 0 && s.tokens[k-1].sort == signal && m.start-s.tokens[k-1].end < 12 {
		if future, _ := r.englishTense(s, s.tokens[k-1].start); future {
			return
		}
	}
	before := strings.ToLower(tidy(r.str(max(s.start, m.start-36), m.start)))
	var acting, along []*mention
	switch {
	case m.role == "VISIT" && (strings.HasSuffix(before, "his") || strings.HasSuffix(before, "her") || strings.HasSuffix(before, "his official") || strings.HasSuffix(before, "latter’s")):
		for _, t := range s.tokens[:k] {
			if t.sort == someone && !r.speaksForOthers(t) {
				acting = []*mention{t}
				break
			}
			if t.sort == occasion && t.role == "BILATERAL" && acting == nil {
				break
			}
		}
	case m.role == "VISIT" && strings.HasSuffix(before, "the"):
		return
	default:
		acting, along = r.whoActs(s, k, m.start, topic)
	}
	inner := r.within(m)
	for _, n := range slices.Concat(acting, along) {
		who := r.actor(n)
		if who.kind.Class() == kg.ClassPost {
			continue
		}
		r.told[m.thing] = true
		r.attended(who, m.thing, [][2]int{r.spanIn(s, n, m), {m.start, m.end}}, "ATTENDEE", "talks-en")
	}
	if m.role == "VISIT" {
		for _, n := range inner {
			if n.sort == spot || n.sort == body {
				place := n.thing
				if n.sort == body {
					place = r.named(nil, kg.KindVenue, r.str(n.start, n.end), n.start)
				}
				r.claim(claim{kind: kg.HeldAt, subject: m.thing, object: place, spans: [][2]int{{m.start, m.end}}, event: m.thing, rule: "visit-place"})
			}
		}
		return
	}
	for _, n := range slices.Concat(inner, r.furtherPartners(s, k)) {
		switch {
		case n.start >= m.end:
			r.attended(n.thing, m.thing, [][2]int{{m.start, m.end}, {n.start, n.end}}, "ATTENDEE", "talks-en")
		case n.sort == someone:
			r.attended(n.thing, m.thing, [][2]int{{m.start, m.end}}, "ATTENDEE", "talks-en")
		case n.sort == body && !r.isPostBody(n) && !r.isEmployer(n):
			r.attended(n.thing, m.thing, [][2]int{{m.start, m.end}}, "ATTENDEE", "talks-en")
		case n.sort == office && n.holder == nil:
			if who := r.actor(n); who.kind == kg.KindPerson {
				r.attended(who, m.thing, [][2]int{{m.start, m.end}}, "ATTENDEE", "talks-en")
			}
		}
	}
}

// furtherPartners gives the people of a list that goes on behind talks: "met with A,
// Minister of B|, C, Ambassador of D, and E|". A list ends with and.
func (r *reading) furtherPartners(s *sentence, k int) []*mention {
	var list []*mention
	closed := 0
	at := s.tokens[k].end
	for _, n := range s.tokens[k+1:] {
		if n.start < at {
			continue
		}
		gap := tidy(r.str(at, n.start))
		switch {
		case n.sort == office && n.holder != nil && (gap == "" || r.joins(gap)), (n.sort == spot || n.sort == body) && (r.inOffice(n) || r.isPostBody(n)):
		case n.sort == someone && (gap == "" || r.joins(gap)):
			list = append(list, n)
			if strings.HasSuffix(gap, "and") || closed < len(list)-1 && strings.Contains(r.str(max(s.start, r.officeStart(n)-5), r.officeStart(n)), "and ") {
				closed = len(list)
			}
		default:
			return list[:closed]
		}
		at = n.end
	}
	return list[:closed]
}

// englishSigned reads "The MoU was signed by A and B".
func (r *reading) englishSigned(s *sentence, k int, topic *mention) {
	c := s.tokens[k]
	const near = 60
	if future, _ := r.englishTense(s, c.start); future {
		return
	}
	if behind := r.str(c.end, max(c.end, min(c.end+near, s.end))); !strings.HasPrefix(behind, " by ") && !strings.Contains(behind, " between ") {
		r.englishSigns(s, k, topic)
		return
	}
	var a *mention
	for _, m := range s.tokens[:k] {
		if m.sort == accord {
			a = m
		}
	}
	if a == nil {
		return
	}
	for _, m := range r.listBehind(s, k, true) {
		if m.sort == body || m.sort == spot && m.thing.kind == kg.KindCountry {
			r.party(m, a, [][2]int{{a.start, a.end}, {c.start, c.end}}, "signs-en")
		}
		if m.sort == someone {
			r.setStatus(a.thing, "SIGNED")
			r.claim(claim{kind: kg.Signed, subject: m.thing, object: a.thing, spans: [][2]int{{a.start, a.end}, {c.start, c.end}, {m.start, m.end}}, rule: "signs-en"})
		}
	}
}

// englishSigns reads "A signed the MoU on B with C": who stands before the verb, and
// with whom.
func (r *reading) englishSigns(s *sentence, k int, topic *mention) {
	const near, most = 60, 12
	c := s.tokens[k]
	if future, past := r.englishTense(s, c.start); future || past {
		return
	}
	j := k + 1
	for j < len(s.tokens) && s.tokens[j].start < c.end {
		j++
	}
	if j >= len(s.tokens) || s.tokens[j].sort != accord || s.tokens[j].start-c.end > near {
		return
	}
	a := s.tokens[j]
	acting, along := r.whoActs(s, k, c.start, topic)
	spans := [][2]int{{c.start, a.end}}
	side := func(m *mention) {
		with := append(slices.Clone(spans), r.spanIn(s, m, c))
		switch {
		case m.sort == someone:
			r.claim(claim{kind: kg.Signed, subject: m.thing, object: a.thing, spans: with, rule: "signs-en"})
		case m.sort == body, m.sort == spot && m.thing.kind == kg.KindCountry:
			r.party(m, a, with, "signs-en")
		}
	}
	r.setStatus(a.thing, "SIGNED")
	for _, m := range slices.Concat(acting, along) {
		side(m)
	}
	at := a.end
	for _, m := range s.tokens[j+1 : min(j+1+most, len(s.tokens))] {
		if m.start < at {
			continue
		}
		gap := tidy(r.str(at, m.start))
		with, led := strings.CutPrefix(strings.TrimPrefix(gap, "agreement "), "with")
		if at == a.end && !(led && r.leadsIn(with)) || at > a.end && !r.joins(gap) && !(gap == "" || gap == "’s") {
			break
		}
		at = m.end
		if m.sort == someone || m.sort == body && !r.isPostBody(m) && !r.isEmployer(m) || m.sort == spot && !r.has(m.end, "’s") && !r.isPostBody(m) && !r.inOffice(m) {
			side(m)
		}
	}
}

// englishSigner reads "with A as signatory", "A will be the signatory of the
// agreement" behind the agreement that the paragraph names.
func (r *reading) englishSigner(s *sentence, k int) {
	c := s.tokens[k]
	var who *mention
	for j := k - 1; j >= 0 && s.tokens[j].sort != signal; j-- {
		if s.tokens[j].sort == someone {
			who = s.tokens[j]
			break
		}
	}
	b, _ := r.inBlock(c.start)
	var a *mention
	for _, m := range r.longsIn(b.start, c.start) {
		if m.sort == accord && !m.bare && m.end <= c.start && (a == nil || a.start == b.start || r.isListItem(m.start)) {
			if a == nil || !r.isListItem(a.start) {
				a = m
			}
		}
	}
	if who == nil || a == nil {
		return
	}
	r.setStatus(a.thing, "SIGNED")
	r.claim(claim{kind: kg.Signed, subject: who.thing, object: a.thing, spans: [][2]int{{who.start, who.end}, {c.start, c.end}}, rule: "signs-en"})
}

// contextWords stand before an event that is but the occasion of another.
var contextWords = []string{" following", "Following", " after", "After", " before", " prior to", " during", "During", " during her attendance at", " during his attendance at", " on the sidelines of", " ahead of", " since", " occasion of"}

// isContext reports whether an event is named only as the occasion of another.
func (r *reading) isContext(m *mention) bool {
	at := r.backBlanks(m.start)
	for _, w := range []string{" the", " his", " her", " the weekly"} {
		if r.endsWith(at, w) {
			at = r.backBlanks(at - len(w) + 1)
			break
		}
	}
	_, ok := r.endsWithAny(at, contextWords)
	return ok
}

// sameDay reports whether an event is told as one right before another.
func (r *reading) sameDay(m *mention) bool {
	at := r.backBlanks(m.start)
	if r.endsWith(at, " the") {
		at = r.backBlanks(at - 3)
	}
	_, ok := r.endsWithAny(at, []string{" following", " after", " during", "Following", "After", "During"})
	return ok
}

// englishWhen gives the events of an English sentence their days: the one behind
// the name, else the one at the head of the sentence.
func (r *reading) englishWhen(s *sentence) {
	if s.headline {
		return
	}
	var lead *mention
	for _, m := range s.tokens {
		if m.sort == date {
			if m.start-s.start <= 24 && m.when.kind != thai.DateYear && m.when.kind != thai.DateFiscal {
				lead = m
			}
			break
		}
		if m.sort != spot {
			break
		}
	}
	for k, m := range s.tokens {
		if m.sort != occasion || m.thing.start != nil && !slices.Contains(m.thing.inferred, "startDate") {
			continue
		}
		if d := r.dayBehind(s, k); d != nil {
			r.setDate(m.thing, d)
			if behind := r.str(m.end, d.start); strings.Contains(behind, "will be") || strings.Contains(behind, "to be held") {
				r.plan(m.thing)
			}
			continue
		}
		after := strings.ToLower(r.str(m.end, max(m.end, min(m.end+11, s.end))))
		if published := r.doc.FirstDay(); strings.HasPrefix(after, " this year") && len(published) >= 4 {
			m.thing.start = &kg.PartialDate{Value: published[:4]}
			m.thing.inferred = append(m.thing.inferred, "startDate")
			continue
		}
		if strings.HasPrefix(after, " will be") || strings.HasPrefix(after, " is to be") || strings.HasPrefix(after, " to be hel") {
			r.plan(m.thing)
		}
		future := m.thing.status == "PLANNED"
		if k > 0 && s.tokens[k-1].sort == signal {
			if is, _ := r.englishTense(s, s.tokens[k-1].start); is {
				future = true
			}
		}
		if is, _ := r.englishTense(s, m.start); is {
			future = true
		}
		if d := r.dayBefore(s, k); d != nil && d != lead {
			r.setDate(m.thing, d)
			continue
		}
		if o := r.contextOf(s, k); o != nil && !future {
			// "On the sidelines of the A on May 4, B held talks with C"
			m.thing.start = &kg.PartialDate{Value: o.thing.start.Value}
			m.thing.inferred = append(m.thing.inferred, "startDate")
			continue
		}
		if lead == nil || future && r.spoken(s, m) {
			continue
		}
		if r.isContext(m) {
			if r.sameDay(m) && m.thing.series != nil {
				m.thing.start = &kg.PartialDate{Value: lead.when.from.Value}
				m.thing.inferred = append(m.thing.inferred, "startDate")
			}
			continue
		}
		if m.role == "VISIT" && r.endsWith(r.backBlanks(m.start), "official") {
			continue
		}
		r.setDate(m.thing, lead)
	}
}

// contextOf gives the event of one day that a sentence names right before another as
// the occasion of it.
func (r *reading) contextOf(s *sentence, k int) *mention {
	if k == 0 {
		return nil
	}
	for j := k - 1; j >= 0; j-- {
		o := s.tokens[j]
		if o.sort != occasion {
			continue
		}
		w, beside := r.endsWithAny(r.backBlanks(o.start), []string{"sidelines of the", "sidelines of", "margins of the", "margins of"})
		if w == "" || !beside || o.thing.start == nil || len(o.thing.start.Value) < 10 || o.thing.end != nil || r.isContext(s.tokens[k]) {
			return nil
		}
		return o
	}
	return nil
}

// spoken reports whether what stands at m is told by somebody on the day at the
// head of the sentence.
func (r *reading) spoken(s *sentence, m *mention) bool {
	return slices.ContainsFunc(s.tokens, func(t *mention) bool { return t.sort == signal && t.cue == speaks && t.start < m.start })
}

// dayBehind gives the day behind the event at token k: "on June 21", "during
// November 25-26", "in 2022".
func (r *reading) dayBehind(s *sentence, k int) *mention {
	m := s.tokens[k]
	passive := r.passive(s, k)
	for _, d := range s.tokens[k+1:] {
		if passive && (d.sort == someone || d.sort == signal && (d.cue == chairedBy || d.cue == attendedBy)) {
			continue
		}
		if d.sort == occasion || d.sort == signal && d.cue != hostedBy && d.cue != hosts && d.cue != opens || d.sort == someone {
			return nil
		}
		if d.sort != date || d.when.today || d.when.kind == thai.DateFiscal {
			continue
		}
		gap := tidy(r.str(m.end, d.start))
		if d.when.kind == thai.DateYear && len([]rune(gap)) > 4 || len([]rune(gap)) > 120 && !passive {
			return nil
		}
		for _, w := range []string{" on", " during", " from", " in", "on", "during", "in", "from", ",", "of"} {
			if strings.HasSuffix(gap, w) {
				return d
			}
		}
		if gap == "" && r.has(d.start, "yesterday") {
			return d
		}
		if before, bracket := strings.CutSuffix(gap, "("); bracket {
			last := before[strings.LastIndex(before[:max(0, len(before)-1)], " ")+1:]
			if last = strings.ToLower(strings.TrimSpace(last)); calendar[last] || last == "yesterday" || last == "today" {
				return d // held yesterday (Nov 7)
			}
		}
		return nil
	}
	return nil
}

// englishWhere reads where the events of an English sentence were: behind the
// name, else at the head of the sentence.
func (r *reading) englishWhere(s *sentence) {
	if s.headline {
		return
	}
	lead := r.leadPlaces(s)
	done := false
	for k, m := range s.tokens {
		if m.sort != occasion {
			continue
		}
		chain := r.placesBehind(s, k)
		if len(chain) == 0 && m.role != "VISIT" && !r.isContext(m) && !done && m.thing.status != "PLANNED" && !(r.spoken(s, m) && m.role == "SIGNING") {
			chain, done = lead, len(lead) > 0
			if k+1 < len(s.tokens) && done {
				done = !slices.ContainsFunc(s.tokens[k+1:], func(t *mention) bool { return t.sort == occasion && r.sameVerb(s, m, t) })
			}
		}
		for _, p := range chain {
			r.claim(claim{kind: kg.HeldAt, subject: m.thing, object: p.thing, spans: [][2]int{{m.start, m.end}, {p.start, p.end}}, event: m.thing, rule: "held-at-en"})
		}
	}
}

// sameVerb reports whether two events follow one verb.
func (r *reading) sameVerb(s *sentence, a, b *mention) bool {
	return b.start-a.end < 12 && strings.HasPrefix(tidy(r.str(a.end, b.start)), "and")
}

// leadPlaces gives the places at the head of a sentence, before anybody acts:
// "…, at the Ivory Room, Thai Khu Fah Building, Government House, Mr. A …".
func (r *reading) leadPlaces(s *sentence) []*mention {
	for k, m := range s.tokens {
		switch m.sort {
		case date:
			continue
		case spot, body:
			if r.bracketed(m) {
				continue // Colombo local time
			}
			before := tidy(r.str(max(s.start, m.start-8), m.start))
			if m.start-s.start > 90 || !strings.HasSuffix(before, " at") && !strings.HasSuffix(before, "at the") && !strings.HasSuffix(before, " in") && !strings.HasSuffix(before, "At") && !strings.HasSuffix(before, "At the") && !strings.HasSuffix(before, ",") && !strings.HasSuffix(before, "in the") {
				return nil
			}
			if m.sort == body && m.end < s.end && r.at(m.end) != ',' {
				return nil
			}
			return r.englishChain(s.tokens, k)
		default:
			return nil
		}
	}
	return nil
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

// balanced takes the bracket in that a name stops short of closing.
func (r *reading) balanced(start, end int) int {
	text := r.str(start, end)
	if strings.Count(text, "(") > strings.Count(text, ")") && (r.at(end) == ')' || r.at(r.skipBlanks(end)) == ')') {
		return r.skipBlanks(end) + 1
	}
	return end
}

// englishChain gives the places in a row from token k on, the country left out
// where something smaller is named.
func (r *reading) englishChain(tokens []*mention, k int) []*mention {
	var chain []*mention
	at := tokens[k].start
	for _, t := range tokens[k:] {
		gap := tidy(r.str(at, max(at, t.start)))
		if t.start < at || t.sort != spot && t.sort != body || len(chain) > 0 && gap != "" && gap != "," && gap != ", the" && gap != "in" && gap != ", in" && gap != "(" && gap != "of" || r.bracketed(t) && len(chain) == 0 {
			break
		}
		if t.sort == body {
			if len(chain) > 0 {
				at = t.end // the house that the hall is in
				continue
			}
			v := r.named(nil, kg.KindVenue, r.str(t.start, t.end), t.start)
			t = &mention{start: t.start, end: t.end, sort: spot, thing: v}
		}
		chain = append(chain, t)
		at = t.end
	}
	finer := slices.ContainsFunc(chain, func(p *mention) bool { return p.thing.kind != kg.KindCountry })
	return slices.DeleteFunc(chain, func(p *mention) bool {
		return finer && p.thing.kind == kg.KindCountry || p.thing.kind == kg.KindZone && len(chain) > 1
	})
}

// placesBehind gives the places behind the event at token k: "at the A, B", "in C".
func (r *reading) placesBehind(s *sentence, k int) []*mention {
	if r.passive(s, k) {
		return r.placesAfterDoers(s, k)
	}
	m := s.tokens[k]
	for j := k + 1; j < len(s.tokens); j++ {
		t := s.tokens[j]
		if t.sort == date || t.sort == signal && t.cue == opens {
			continue // "the A opened in B"
		}
		if t.sort != spot && t.sort != body || t.start < m.end {
			return nil
		}
		gap := " " + tidy(r.str(m.end, t.start))
		for _, d := range s.tokens[k+1 : j] {
			gap = strings.Replace(gap, tidy(r.str(d.start, d.end)), "", 1)
		}
		led := ""
		for _, w := range []string{" at the", " at", " in the", " in"} {
			if rest, ok := strings.CutSuffix(gap, w); ok {
				gap, led = rest, w
				break
			}
		}
		if led == "" || t.sort == body && !strings.HasPrefix(led, " at") {
			return nil
		}
		for w := range strings.FieldsFuncSeq(strings.ToLower(gap), func(c rune) bool { return c == ' ' || c == ',' || c == '(' || c == ')' }) {
			switch w {
			case "held", "to", "be", "on", "during", "which", "was", "were", "will", "taking", "place", "took", "today", "for", "from", "that", "is", "via", "a", "videoconference", "this", "year", "next", "month", "week", "opened", "opens", "officially", "convened", "begins", "began", "gathered":
			default:
				if !isDigit(rune(w[0])) && !calendar[w] && w != "yesterday" && w != "last" {
					return nil
				}
			}
		}
		return r.englishChain(s.tokens, j)
	}
	return nil
}

// passive reports whether right behind the event at token k those are told who held
// it or were there: "the A, hosted by B in C, …".
func (r *reading) passive(s *sentence, k int) bool {
	const near = 40
	if k+1 >= len(s.tokens) {
		return false
	}
	c := s.tokens[k+1]
	return c.sort == signal && (c.cue == chairedBy || c.cue == attendedBy || c.cue == hostedBy) && c.start-s.tokens[k].end < near
}

// placesAfterDoers gives the places behind those who held the event at token k or
// were there: "was co-chaired by A and B at the C in D".
func (r *reading) placesAfterDoers(s *sentence, k int) []*mention {
	for j := k + 2; j < len(s.tokens); j++ {
		t := s.tokens[j]
		switch t.sort {
		case occasion, accord:
			return nil
		case signal:
			if t.cue != chairedBy && t.cue != attendedBy && t.cue != hostedBy {
				return nil
			}
		case spot, body:
			gap := strings.TrimLeft(tidy(r.str(s.tokens[j-1].end, max(s.tokens[j-1].end, t.start))), ",) ")
			for _, w := range []string{"was held ", "were held ", "is held ", "held ", "took place ", "takes place ", "was convened "} {
				gap = strings.TrimPrefix(gap, w)
			}
			if gap = strings.TrimSuffix(gap, " the"); gap != "at" && (t.sort == body || gap != "in") || r.isPostBody(t) || r.inOffice(t) || r.isEmployer(t) {
				continue
			}
			return r.englishChain(s.tokens, j)
		}
	}
	return nil
}

// dayBefore gives the day that stands before the event at token k in its clause:
// "during May 28-29, 2024 to attend the A".
func (r *reading) dayBefore(s *sentence, k int) *mention {
	m := s.tokens[k]
	for j := k - 1; j >= 0; j-- {
		d := s.tokens[j]
		if d.sort == occasion || d.sort == signal && d.cue != attends || d.sort == someone || m.start-d.end > 90 {
			return nil
		}
		if d.sort == date && d.when.kind != thai.DateYear && d.when.kind != thai.DateFiscal {
			if _, led := r.endsWithAny(r.backBlanks(d.start), []string{" on", " during", " from"}); led {
				return d
			}
			return nil
		}
	}
	return nil
}

// inheritDays gives events that a later sentence tells of without a day that of
// the main event.
func (r *reading) inheritDays(s *sentence, main *thing) {
	if s.headline || main == nil || main.start == nil || len(main.start.Value) < 10 {
		return
	}
	for _, m := range s.tokens {
		if m.sort != occasion || m.thing == main || m.thing.start != nil || m.thing.status == "PLANNED" || r.isContext(m) {
			continue
		}
		if r.told[m.thing] {
			m.thing.start = &kg.PartialDate{Value: main.start.Value}
			m.thing.inferred = append(m.thing.inferred, "startDate")
		}
	}
}

// accordNouns end the names of agreements, with their kinds.
var accordNouns = map[string]string{"agreement": "AGREEMENT", "agreements": "AGREEMENT", "treaty": "AGREEMENT", "convention": "AGREEMENT", "protocol": "AGREEMENT", "arrangement": "AGREEMENT", "pact": "AGREEMENT", "fta": "AGREEMENT", "contract": "CONTRACT",
	"mou": "MOU", "mous": "MOU", "moc": "MOU", "moa": "MOA", "loi": "LOI", "declaration": "DECLARATION", "communiqué": "DECLARATION", "communique": "DECLARATION", "statement": "DECLARATION"}

// accordTitles are the names of kinds of agreements that are of several words.
var accordTitles = []struct{ text, subtype string }{
	{"Memorandum of Understanding", "MOU"}, {"Memorandums of Understanding", "MOU"}, {"Memoranda of Understanding", "MOU"}, {"Memorandum of Cooperation", "MOU"}, {"Memorandum of Agreement", "MOA"}, {"Memorandum of Association", "MOA"}, {"Letter of Intent", "LOI"}, {"Letters of Intent", "LOI"},
	{"memorandum of understanding", "MOU"}, {"memorandums of understanding", "MOU"}, {"letter of intent", "LOI"}, {"Plan of Action", "AGREEMENT"},
}

// englishAccords finds the agreements of an English paragraph.
func (r *reading) englishAccords(b block) {
	ws := r.spell(b)
	if m := r.listedPaper(ws, b); m != nil {
		r.long = append(r.long, m)
		return
	}
	reach := b.start
	for k := 0; k < len(ws); k++ {
		m := r.englishAccord(ws, k, b)
		if m == nil || m.start < reach {
			continue
		}
		reach = m.end
		r.long = append(r.long, m)
		k = wordFrom(ws, m.end) - 1
	}
}

// englishAccord reads the agreement whose noun is word k: "Memorandum of
// Understanding (MoU) between A and B on C", "Thailand - Sri Lanka Free Trade
// Agreement (FTA)", "MOUs".
func (r *reading) englishAccord(ws []word, k int, b block) *mention {
	if r.taken[ws[k].start] != nil {
		return nil
	}
	subtype, noun := "", k
	for _, title := range accordTitles {
		if r.has(ws[k].start, title.text) {
			subtype, noun = title.subtype, k+2
		}
	}
	strong := subtype != ""
	if !strong {
		if subtype = accordNouns[ws[k].low]; subtype == "" || ws[k].own {
			return nil
		}
		if subtype == "DECLARATION" && !ws[k].capital() {
			return nil
		}
	}
	if noun >= len(ws) {
		return nil
	}
	from := r.phraseStart(ws, k)
	if ws[k].low == "statement" && !strings.Contains(strings.ToLower(r.str(ws[from].start, ws[k].end)), "joint ") {
		return nil
	}
	for from < k && !ws[from].capital() {
		from++
	}
	start := ws[from].start
	plural := strings.HasSuffix(ws[k].low, "s") || ws[k].low == "memoranda"
	counted := k > 0 && (countWords[ws[k-1].low] || k > 1 && countWords[ws[k-2].low] || isDigit(rune(ws[k-1].text[0])))
	end := ws[noun].end
	if !ws[k].capital() && from == k && !strong && !r.has(end, " was signed") {
		return nil
	}
	if open := r.skipBlanks(end); r.at(open) == '(' {
		if shut := r.closing(open); shut > 0 && shut-open < 12 && isUpper(r.at(open+1)) {
			for _, n := range r.within(&mention{start: open, end: shut}) {
				r.release(n.start, n.end)
			}
			end = shut + 1
		}
	}
	parties, about := false, false
	stop, short := r.titledAccord(ws, from, noun, b), r.str(start, ws[noun].end)
	if stop > end {
		if r.titledAccords == nil {
			r.titledAccords = map[string][]string{}
		}
		r.titledAccords[short] = append(r.titledAccords[short], r.str(start, stop))
	} else if titles := r.titledAccords[short]; stop == 0 {
		for _, title := range titles[max(0, len(titles)-recentTitles):] {
			if long := start + utf8.RuneCountInString(title); r.has(start, title) && long > end && long <= b.end {
				stop = max(stop, long)
			}
		}
	}
	if stop > end {
		end, about = stop, true
		parties = strings.Contains(r.str(ws[noun].end, end), " between ")
	}
	for n := 0; n < 3; n++ {
		j := wordFrom(ws, end)
		if j+1 >= len(ws) || tidy(r.str(end, ws[j].start)) != "" {
			break
		}
		switch ws[j].low {
		case "between", "among":
			last := r.sides(ws, j+1, b.end)
			if last <= j {
				break
			}
			end, parties = ws[last].end, true
			if ws[last].own {
				end -= 2
			}
			if open := r.skipBlanks(end); r.at(open) == '(' {
				if shut := r.closing(open); shut > 0 && shut-open < 80 {
					end = shut + 1
				}
			}
			continue
		case "on", "for", "of", "concerning", "regarding":
			if about || r.taken[ws[j+1].start] != nil && r.taken[ws[j+1].start].sort == date {
				break
			}
			last := r.phrase(ws, j+1, 22, b.end)
			if last <= j {
				break
			}
			end, about = ws[last].end, true
			continue
		}
		break
	}
	bare := from == k && !parties && (!about || plural && counted) || !parties && !about && k == from+1 && ws[from].low == "joint" && len(r.long) > 0
	signed := false
	for _, w := range []string{" was signed", " were signed", " has been signed", " is signed", " signed by"} {
		signed = signed || r.has(end, w)
	}
	behind := r.behindSigning(start)
	if _, first := r.endsWithAny(r.backBlanks(start), newAccordLeads); first && strong && bare {
		bare = false // told of for the first time: "A and B have signed a Memorandum of Cooperation (MoC) to …"
	}
	if bare && !behind && !strong && !signed || !strong && !bare && !parties && !about && from == k && !behind {
		return nil
	}
	if !strong && from == k && !parties && !ws[k].capital() && !signed {
		return nil
	}
	if subtype == "DECLARATION" && from == k && !about {
		return nil
	}
	end = r.balanced(start, end)
	m := &mention{start: start, end: end, sort: accord, bare: bare}
	if bare {
		m.suffix = subtype
		return m
	}
	t := r.newThing(kg.KindAgreement, start)
	t.subtype = subtype
	t.local = from == k && !parties && !about
	if stop > 0 && r.isItem(b.start) {
		t.status = r.listStanding(b)
	}
	t.say(r.str(start, end))
	if from < k && end > ws[noun].end {
		t.short = tidy(r.str(start, ws[noun].end))
	}
	t.subject = r.accordSubject(ws[noun].end, end)
	m.thing = t
	return m
}

// recentTitles is how many titles of agreements that begin alike are looked for
// again in the text below them.
const recentTitles = 8

// listedPaper reads the agreement that a line of a list consists of whose papers are
// said to be signed: "the following documents have been signed:", "1. A Charter".
func (r *reading) listedPaper(ws []word, b block) *mention {
	const longest = 250
	if !r.isItem(b.start) || b.headline || b.end-b.start > longest || len(ws) == 0 {
		return nil
	}
	k := 0
	for k < len(ws) && (isDigit(rune(ws[k].text[0])) || len(ws[k].text) < 3 && !ws[k].capital() || ws[k].low == "the" || ws[k].low == "draft") {
		k++
	}
	if k == len(ws) || !ws[k].capital() || r.listStanding(b) != "SIGNED" {
		return nil
	}
	subtype := "AGREEMENT"
	for _, w := range ws[k:] {
		if phraseStops[w.low] && !w.capital() && !linkStops[w.low] {
			return nil
		}
		if kind, ok := accordNouns[w.low]; ok {
			subtype = kind
			break
		}
	}
	for _, title := range accordTitles {
		if strings.Contains(r.str(ws[k].start, b.end), title.text) {
			subtype = title.subtype
		}
	}
	m := &mention{start: ws[k].start, end: b.end, sort: accord}
	for strings.ContainsRune(".;, ", r.at(m.end-1)) {
		m.end--
	}
	if m.end = max(m.end, ws[k].end); strings.HasSuffix(r.str(m.start, m.end), "; and") {
		m.end -= len("; and")
	}
	m.thing = r.newThing(kg.KindAgreement, m.start)
	m.thing.subtype, m.thing.status = subtype, "SIGNED"
	m.thing.say(r.str(m.start, m.end))
	m.thing.subject = r.accordSubject(ws[k].end, m.end)
	return m
}

// listStanding gives what the line above a list says of the papers listed: SIGNED,
// APPROVED of those approved or adopted, ANNOUNCED, or "".
func (r *reading) listStanding(b block) string {
	const most = 30
	k, _ := slices.BinarySearchFunc(r.blocks, b.start, func(o block, at int) int { return o.start - at })
	for n := 0; n < most && k > 0; n++ {
		k--
		o := r.blocks[k]
		heads := r.at(o.end-1) == ':'
		if r.isItem(o.start) && !heads {
			continue
		}
		text := strings.ToLower(tidy(r.str(o.start, o.end)))
		papers := heads && (strings.Contains(text, "documents") || strings.Contains(text, "agreements") || strings.Contains(text, "memorand") || strings.Contains(text, "mous"))
		switch {
		case strings.Contains(text, "to be signed"), strings.Contains(text, "will be signed"), strings.Contains(text, "will sign"):
			return ""
		case text == "signed" || text == "signed:", papers && strings.Contains(text, "signed") && !strings.Contains(text, "adopted"):
			return "SIGNED"
		case text == "adopted" || text == "adopted:", papers && strings.Contains(text, "approved"):
			return "APPROVED"
		case papers && strings.Contains(text, "to be adopted"):
			return "ANNOUNCED"
		}
		return ""
	}
	return ""
}

// accordLineLeads are the words that may stand before the name of an agreement that
// a line consists of: "Title: Draft Memorandum of …", "2. The 5th Summit Declaration".
var accordLineLeads = map[string]bool{"title": true, "draft": true, "drafts": true, "drafting": true, "the": true, "adoption": true, "of": true, "and": true, "signing": true, "approval": true, "on": true, "request": true, "for": true}

// titledAccord gives where the name of an agreement ends that a line consists of, 0
// where the line says more: "Draft MOU on Cooperation under the A Fund between B and
// C", "Declaration on the Initiative to Link D".
func (r *reading) titledAccord(ws []word, from, noun int, b block) int {
	const longest = 320
	if b.headline || b.end-b.start > longest || strings.Contains(r.str(b.start, b.end), "\n") {
		return 0
	}
	for n, w := range ws[:from] {
		if !accordLineLeads[w.low] && !(n == 0 && w.start == b.start && r.isItem(b.start)) && !isDigit(rune(w.text[0])) {
			return 0
		}
	}
	stop := len(ws) - 1
	for j := noun + 1; j < len(ws); j++ {
		if phraseStops[ws[j].low] && !ws[j].capital() && !linkStops[ws[j].low] || j == noun+1 && !ws[j].capital() && !linkStops[ws[j].low] && !links[ws[j].low] && ws[j].low != "concerning" && ws[j].low != "regarding" {
			return 0
		}
		if ws[j].low == "b.e." {
			stop = min(stop, j-1)
		}
	}
	for stop > noun && (ws[stop].low == "and" || ws[stop].low == "or") {
		stop--
	}
	end := ws[stop].end
	if c := r.at(end); c == ')' || c == '”' {
		end++
	}
	return end
}

// linkStops end a phrase in a sentence, but not in a line of its own.
var linkStops = map[string]bool{"at": true, "in": true, "via": true, "under": true, "from": true, "with": true, "to": true, "by": true, "between": true, "through": true, "within": true, "into": true, "including": true, "during": true, "against": true}

// sayShortAccords gives agreements the short form of their name, "A Declaration" of "A
// Declaration on B", that no other agreement of the text shares.
func (r *reading) sayShortAccords() {
	longs := map[string]string{} // short form → the full name, "" of several
	full := func(t *thing) string {
		const telling = 40
		key := []rune(kg.NameKey(t.surfaces[0]))
		return string(key[:min(len(key), len([]rune(kg.NameKey(t.short)))+telling)])
	}
	for _, m := range r.long {
		if m.sort != accord || m.thing == nil || m.thing.short == "" {
			continue
		}
		if before, seen := longs[m.thing.short]; !seen {
			longs[m.thing.short] = full(m.thing)
		} else if name := full(m.thing); !strings.HasPrefix(before, name) && !strings.HasPrefix(name, before) || before == "" {
			longs[m.thing.short] = ""
		}
	}
	for _, m := range r.long {
		if m.sort == accord && m.thing != nil && m.thing.short != "" && longs[m.thing.short] != "" {
			m.thing.say(m.thing.short)
		}
	}
}

// newAccordLeads stand before an agreement that the text has not told of.
var newAccordLeads = []string{"signed a", "signs a", "sign a", "signing a", "inked a", "into a", "concluded a", "exchanged a", "\nA", "signing of a"}

// countWords count agreements that stand for those named elsewhere.
var countWords = map[string]bool{"two": true, "three": true, "four": true, "five": true, "six": true, "several": true, "important": true, "following": true, "many": true}

// sides gives the last word of the parties of an agreement from word k on: names
// joined by and or commas.
func (r *reading) sides(ws []word, k int, limit int) int {
	last := k - 1
	for j := k; j < len(ws) && j-k < 40 && ws[j].end <= limit; j++ {
		if j > k {
			gap := tidy(r.apart(ws[j-1], ws[j]))
			if gap != "" && gap != "," && gap != "(" && gap != ")" && gap != "-" && gap != "–" && gap != ") ," && gap != ")," {
				break
			}
			if gap == "," && !ws[j].capital() && ws[j].low != "and" {
				break
			}
		}
		w := ws[j]
		m := r.taken[w.start]
		if m != nil && (m.sort == someone || m.sort == date || m.sort == office) {
			break
		}
		if m == nil && !w.capital() && w.low != "and" && w.low != "the" && w.low != "of" && w.low != "for" {
			break
		}
		if w.capital() || m != nil {
			last = j
		}
	}
	return last
}

// englishStanding gives the status that the words beside an English agreement say.
func (r *reading) englishStanding(s *sentence, m *mention) string {
	before := strings.ToLower(r.str(max(s.start, m.start-60), m.start))
	after := strings.ToLower(tidy(r.str(m.end, max(m.end, min(s.end, m.end+40)))))
	switch {
	case strings.Contains(before, "approv"), strings.Contains(before, "endorsed the draft"):
		return "APPROVED"
	case strings.HasSuffix(before, "draft "), strings.Contains(before, "to sign"), strings.Contains(before, "to be signed"), strings.HasPrefix(after, "will be signed"), strings.Contains(before, "negotiat"):
		return "ANNOUNCED"
	case strings.Contains(before, "signing of"), strings.Contains(before, "signed"), strings.HasPrefix(after, "has been signed"), strings.HasPrefix(after, "was signed"), strings.HasPrefix(after, "were signed"), strings.HasPrefix(after, "signed on"), strings.HasPrefix(after, ", signed"):
		return "SIGNED"
	}
	return ""
}

// englishHeadline reads a headline that says what the Prime Minister whom the
// text names presides over or attends: "PM chairs 2/2021 meeting of A".
func (r *reading) englishHeadline(s *sentence) {
	if !r.has(s.start, "PM ") {
		return
	}
	for k, c := range s.tokens {
		if c.sort != signal || c.cue != chairs && c.cue != attends || c.start-s.start > 4 {
			continue
		}
		event := r.eventBehind(s.tokens, k)
		if event == nil || event.start-c.end > 8 {
			return
		}
		for _, p := range r.holders.role["PRIME_MINISTER"] {
			if p.thing.org != nil {
				continue
			}
			spans := [][2]int{{s.start, event.end}}
			if c.cue == attends {
				r.attended(p.holder.thing, event.thing, spans, "ATTENDEE", "attends-en")
				return
			}
			r.claim(claim{kind: kg.Chaired, subject: p.holder.thing, object: event.thing, role: "CHAIR", roleText: r.str(c.start, c.end), spans: spans, event: event.thing, rule: "chair-en"})
			return
		}
	}
}

// relateEnglish reads the English sentences for who did what, when and where.
func (r *reading) relateEnglish() {
	var main, last *thing
	var topic *mention
	r.told = map[*thing]bool{}
	for k := range r.sentences {
		s := &r.sentences[k]
		if !s.english {
			continue
		}
		if s.headline {
			r.englishHeadline(s)
			continue
		}
		r.englishRelations(s, main, last, topic)
		r.englishWhen(s)
		r.englishWhere(s)
		r.inheritDays(s, main)
		for _, m := range s.tokens {
			if main == nil && m.sort == occasion && !r.isContext(m) {
				main = m.thing
			}
			if m.sort == occasion && !r.isContext(m) {
				last = m.thing
			}
			if topic == nil && m.sort == someone && !r.speaksForOthers(m) {
				topic = m
			}
		}
	}
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

// isOtherAccord reports whether the last of the tokens is another agreement: "A,
// which replaces B signed on …".
func (r *reading) isOtherAccord(tokens []*mention, m *mention) bool {
	return len(tokens) > 0 && tokens[len(tokens)-1].sort == accord && tokens[len(tokens)-1] != m
}

// englishPact reads the parties from an English name: behind "between" or
// "among", or two countries joined by a dash before the noun.
func (r *reading) englishPact(m *mention) pact {
	var p pact
	from := m.start
	for _, w := range []string{"between ", "among "} {
		if at := strings.Index(r.str(m.start, m.end), w); at >= 0 {
			from = m.start + len([]rune(r.str(m.start, m.end)[:at+len(w)]))
		}
	}
	at := from
	for k := r.nextName(from); k < len(r.names) && r.names[k].end <= m.end; k++ {
		n := r.names[k]
		if n.start < at {
			continue
		}
		raw := r.str(at, n.start)
		if strings.HasSuffix(strings.TrimRight(raw, " "), "(") && r.at(n.end) == ')' {
			at = n.end // the short name of the party before
			continue
		}
		gap := strings.TrimPrefix(tidy(r.afterBracket(raw)), ")")
		switch gap = strings.TrimSpace(strings.TrimSuffix(gap, "the")); {
		case gap == "" && len(p.parties) == 0, gap == "and", gap == ",", gap == ", and", from == m.start && (gap == "-" || gap == "–"):
		default:
			return r.onlyPact(p, from > m.start)
		}
		if n.sort != body && !(n.sort == spot && n.thing.kind == kg.KindCountry) || r.isPostBody(n) {
			return r.onlyPact(p, from > m.start)
		}
		p.parties = append(p.parties, n)
		at = n.end
	}
	return r.onlyPact(p, from > m.start)
}

// onlyPact drops a single name that no word for parties leads in.
func (r *reading) onlyPact(p pact, led bool) pact {
	if !led && len(p.parties) < 2 {
		return pact{}
	}
	return p
}
