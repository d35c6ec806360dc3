package extract

import (
	"slices"
	"strings"
	"unicode/utf8"

	"mueang/graph/kg"
)

// The agreements of English paragraphs: their names, what is said of them, and who
// signed.

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
	lead, first := r.endsWithAny(r.backBlanks(start), newAccordLeads)
	first = first && (strong || strings.HasSuffix(lead, "ed an"))
	if !ws[k].capital() && from == k && !strong && !first && !r.has(end, " was signed") {
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
	if first = first && bare; first {
		bare = false // told of for the first time: "A and B have signed a Memorandum of Cooperation (MoC) to …"
	}
	if bare && !behind && !strong && !signed || !strong && !bare && !parties && !about && from == k && !behind && !first {
		return nil
	}
	if !strong && from == k && !parties && !ws[k].capital() && !signed && !first {
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
	t.local, t.another = from == k && !parties && !about, first
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
var newAccordLeads = []string{"signed a", "signed an", "inked an", "signs a", "sign a", "signing a", "inked a", "into a", "concluded a", "exchanged a", "\nA", "signing of a"}

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
