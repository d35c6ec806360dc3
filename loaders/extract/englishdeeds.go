package extract

import (
	"regexp"
	"slices"
	"strings"

	"mueang/graph/kg"
)

// Who did what: the verbs of an English sentence, those who stand before and behind
// them, and the events that these are about.

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

// doerGaps are words that may stand between those who do something and the verb,
// and between two of them.
var doerGaps = map[string]bool{}

func init() {
	for w := range strings.FieldsSeq(`and the also then later jointly both together his her spouse wife husband has have had today officially as well virtually online on a an personally
		delegation entourage
		paid delivered held made conducted pay pays of monday tuesday wednesday thursday friday saturday sunday earlier respectively who which
		is was one-day two-day three-day four-day five-day`) {
		doerGaps[w] = true
	}
}

// companions with the subject stand behind these.
var alongWords = []string{"together with", "along with", "accompanied by", "joined by", "alongside", "in collaboration with", "in cooperation with", "in partnership with", "jointly with", "as well as"}

// asides tell who came along in general, between commas.
var asides = regexp.MustCompile(`,? (?:along|together) with [^,;]*,|,? accompanied by [^,;]*,`)

// shortForms stand in brackets behind a name.
var shortForms = regexp.MustCompile(`\([A-Z][^()]{1,20}\)`)

// doers gives those who stand before the verb or noun at at: the subject, and who
// came along. "two" and "both" stand for the two people of the talks.
func (r *reading) doers(s *sentence, tokens []*mention, start int) (acting, along []*mention) {
	at := start
	for k := len(tokens) - 1; k >= 0; k-- {
		m := tokens[k]
		if m.end > at {
			continue
		}
		gap := asides.ReplaceAllString(strings.ToLower(shortForms.ReplaceAllString(r.str(m.end, at), "")), ",")
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
			if w, part := r.endsWithAny(r.backBlanks(m.start), []string{" of the", " of"}); part && k > 0 && tokens[k-1].sort == body && tokens[k-1].end == r.backBlanks(m.start)-len(w) {
				at = tokens[k-1].end // "the Board of A |of B|"
				continue
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

// theTwo gives the two people whom a text is about, where the words before a verb
// say "two" or "both", or "the Prime Ministers of A and B".
func (r *reading) theTwo(s *sentence, i int) []*mention {
	before := strings.ToLower(r.str(max(s.start, i-44), i))
	if !strings.Contains(before, "two ") && !strings.Contains(before, "both ") && !strings.Contains(before, "prime ministers of ") {
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

// speeches begin the titles of speeches.
var speeches = regexp.MustCompile(`^(?:(?:Opening|Keynote|Closing|Welcoming|Welcome|Special) )?(?:Remarks|Address|Statement|Speech|Intervention) by `)

// speechTitle reads the title of a speech, which says who gave it and where: "Keynote
// Address by H.E. Mr. A, Prime Minister of B, at the C Conference".
func (r *reading) speechTitle(s *sentence) {
	if !speeches.MatchString(r.str(s.start, min(s.end, s.start+60))) {
		return
	}
	var speaker *mention
	for _, m := range s.tokens {
		switch {
		case m.sort == someone && speaker == nil:
			speaker = m
		case m.sort == occasion && speaker != nil:
			r.attended(speaker.thing, m.thing, [][2]int{{speaker.start, m.end}}, "ATTENDEE", "attends-en")
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

// englishHeadline reads a headline that says what the Prime Minister whom the
// text names presides over or attends: "PM chairs 2/2021 meeting of A".
func (r *reading) englishHeadline(s *sentence) {
	if !r.has(s.start, "PM ") {
		r.speechTitle(s)
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

// frame is what a verb or participle says of an event: how those who stand before it,
// or behind it, were in it.
type frame struct {
	behind bool
	kind   kg.RelationType
	role   string
}

// englishFrames are the frames of the signals that are about events.
var englishFrames = map[cue]frame{
	chairs:     {false, kg.Chaired, "CHAIR"},
	coChairs:   {false, kg.Chaired, "CO_CHAIR"},
	opens:      {false, kg.Chaired, "OPENED"},
	attends:    {false, kg.Attended, "ATTENDEE"},
	witnesses:  {false, kg.Attended, "ATTENDEE"}, // of a signing
	hosts:      {false, kg.Organized, "HOST"},
	chairedBy:  {true, kg.Chaired, "CHAIR"},
	attendedBy: {true, kg.Attended, "ATTENDEE"},
	hostedBy:   {true, kg.Organized, "ORGANIZER"},
}

// englishSignal reads one verb or participle.
func (r *reading) englishSignal(s *sentence, k int, main, last *thing, topic *mention) {
	c := s.tokens[k]
	future, past := r.englishTense(s, c.start)
	if past {
		return
	}
	switch f, about := englishFrames[c.cue]; {
	case c.cue == signs:
		r.englishSigned(s, k, topic)
	case c.cue == signatory:
		r.englishSigner(s, k)
	case c.cue == asChair:
		r.englishChair(s, k, future)
	case about && f.behind:
		r.actorsBehind(s, k, f, main, last, future)
	case about:
		r.actorsBefore(s, k, f, topic, future)
	}
}

// actorsBefore reads "A and B |attended| the C", or notes that C is to come.
func (r *reading) actorsBefore(s *sentence, k int, f frame, topic *mention, future bool) {
	c, event := s.tokens[k], r.eventBehind(s.tokens, k)
	switch {
	case event == nil:
		return
	case future:
		r.plan(event.thing)
		return
	case c.cue == hosts && event.role == "SIGNING":
		return
	}
	acting, along := r.whoActs(s, k, c.start, topic)
	if c.cue == hosts {
		for _, m := range r.englishHosts(s, k, event, slices.Concat(acting, along)) {
			r.tell(s, c, m, event, event.thing, f)
		}
		return
	}
	if c.cue == witnesses && event.role != "SIGNING" {
		return
	}
	if len(acting) > 1 && f.role == "CHAIR" {
		f.role = "CO_CHAIR"
	}
	there := englishFrames[attends]
	for _, m := range acting {
		if r.actor(m).kind == kg.KindPerson {
			r.tell(s, c, m, event, event.thing, f)
		} else {
			r.tell(s, c, m, event, event.thing, there)
		}
	}
	for _, m := range along {
		r.tell(s, c, m, event, event.thing, there)
	}
}

// actorsBehind reads "the A was |attended by| B and C"; without an event beside the
// participle it is about the one told of last.
func (r *reading) actorsBehind(s *sentence, k int, f frame, main, last *thing, future bool) {
	c, event, before := s.tokens[k], r.eventBehind(s.tokens, k), r.occasionBefore(s.tokens, k)
	if event == nil && (r.opensWithDeed(c) || before == nil && r.namesOtherEvent(s, c)) {
		return // "Speaking at the A Week, B said"; "The workshop, hosted by A," where no workshop was told of
	}
	if before != nil && (event == nil || c.cue == hostedBy || !isUpper(r.at(c.start))) {
		event = before
	}
	meeting := main
	switch {
	case event != nil:
		meeting = event.thing
	case last != nil && c.cue != attendedBy:
		meeting = last
	}
	if meeting == nil || future && c.cue != hostedBy {
		return
	}
	names := r.listBehind(s, k, c.cue != attendedBy)
	if next := strings.ToLower(r.str(c.end, max(c.end, min(c.end+10, s.end)))); len(names) == 0 && c.cue != hostedBy && (strings.HasPrefix(next, " the two") || strings.HasPrefix(next, " both")) {
		names = r.leadersBefore(c.start)
	}
	for _, m := range names {
		r.tell(s, c, m, event, meeting, f)
	}
}

// tell claims what a frame says of one of those who fill it; event is where the
// sentence names the meeting, if it does.
func (r *reading) tell(s *sentence, c, m, event *mention, meeting *thing, f frame) {
	spans := [][2]int{{c.start, c.end}, r.spanIn(s, m, c)}
	if event != nil {
		spans = append(spans, [2]int{event.start, event.end})
	}
	who := m.thing
	if !f.behind {
		who = r.actor(m)
	}
	said := claim{kind: f.kind, subject: who, object: meeting, role: f.role, roleText: r.str(c.start, c.end), spans: spans, event: meeting}
	switch {
	case f.kind == kg.Organized && (m.sort == body || m.sort == spot):
		said.subject, said.rule = m.thing, "host-en"
		r.claim(said)
		return
	case f.kind == kg.Organized || m.sort == spot || who.kind.Class() == kg.ClassPost:
		return
	case f.kind == kg.Chaired && who.kind == kg.KindPerson:
		said.rule = "chair-en"
		r.claim(said)
	case f.kind == kg.Attended:
		r.attended(who, meeting, spans, f.role, "attends-en")
	default:
		return
	}
	if !f.behind {
		r.told[meeting] = true
	}
}

// englishChair reads "the A was held in B, with C |as chair|".
func (r *reading) englishChair(s *sentence, k int, future bool) {
	if future || k == 0 || s.tokens[k-1].sort != someone || tidy(r.str(s.tokens[k-1].end, s.tokens[k].start)) != "" {
		return
	}
	if o := r.occasionBefore(s.tokens, k); o != nil {
		r.tell(s, s.tokens[k], s.tokens[k-1], o, o.thing, englishFrames[chairs])
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

// englishHosts gives the bodies and states that held an event: "A hosted the B"; "As
// host of the B, A".
func (r *reading) englishHosts(s *sentence, k int, event *mention, acting []*mention) []*mention {
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
	return slices.DeleteFunc(acting, func(m *mention) bool {
		return m.sort != body && !(m.sort == spot && m.thing.kind == kg.KindCountry)
	})
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
			} else if bodies && !r.isEmployer(m) && !r.isPostBody(m) && !(m.sort == spot && (gap == "of" || strings.HasSuffix(gap, " of") || strings.HasSuffix(gap, " of the"))) {
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
