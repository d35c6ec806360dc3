package extract

import (
	"slices"
	"strings"

	"mueang/graph/kg"
)

// attendanceIn reads who was there: lists that โดยมี or พร้อมด้วย begins and a
// word for taking part closes, and the subjects of such words.
func (r *reading) attendanceIn(s *sentence, main *thing) {
	for k, c := range s.tokens {
		if c.sort != signal {
			continue
		}
		switch c.cue {
		case with:
			r.companions(s, k, main)
		case attends:
			r.attendants(s, k, main)
		case opens:
			if r.isOpeningOf(c) {
				r.attendants(s, k, main)
			}
		case witnesses:
			if event := r.occasionAfter(s.tokens, k, 8); event != nil && event.thing.subtype == "SIGNING" {
				left := r.bothLeaders(c)
				if len(left) == 0 {
					left = r.actorsOf(s, k, 24)
				}
				for _, n := range left {
					r.attended(r.actor(n), event.thing, [][2]int{{n.start, n.end}, {c.start, c.end}, {event.start, event.end}}, "ATTENDEE", "witness")
				}
			}
		}
	}
}

// bothLeaders gives the first two people of a text whose talks it tells of,
// where those are called "ผู้นำทั้งสอง".
func (r *reading) bothLeaders(c *mention) []*mention {
	before := r.str(max(0, c.start-40), c.start)
	if !strings.Contains(before, "ทั้งสอง") && !strings.Contains(before, "ทั้ง 2") {
		return nil
	}
	return r.leadersBefore(c.start)
}

// leadersBefore gives the first two people of a text who are no spokesmen, where
// both are named before i.
func (r *reading) leadersBefore(i int) []*mention {
	if r.leaders == nil {
		r.leaders = r.firstLeaders()
	}
	if len(r.leaders) < 2 || r.leaders[1].start >= i {
		return nil
	}
	return slices.Clone(r.leaders)
}

// firstLeaders gives the first two people of a text who are no spokesmen.
func (r *reading) firstLeaders() []*mention {
	leaders := []*mention{}
	for _, m := range r.names {
		if len(leaders) == 2 {
			break
		}
		if m.sort == someone && !r.isHeadline(m) && !r.speaksForOthers(m) && !r.isSpouse(m) && !slices.ContainsFunc(leaders, func(o *mention) bool { return o.thing == m.thing }) {
			leaders = append(leaders, m)
		}
	}
	return leaders
}

// isSpouse reports whether English words say that somebody came with the one named
// before: "and his spouse Ms. A".
func (r *reading) isSpouse(m *mention) bool {
	_, spouse := r.endsWithAny(r.backBlanks(r.officeStart(m)), []string{"spouse", "spouse,", "wife", "wife,", "husband", "husband,"})
	return spouse
}

func (r *reading) attended(who, event *thing, spans [][2]int, role, rule string) {
	if r.isClaimed(kg.Chaired, who, event) {
		return
	}
	r.claim(claim{kind: kg.Attended, subject: who, object: event, role: role, spans: spans, event: event, rule: rule})
}

// comesAlong reports whether a signal begins those who come with the subject,
// who does as they do: พร้อมด้วย, ร่วมด้วย.
func (r *reading) comesAlong(m *mention) bool {
	return r.has(m.start, "พร้อม") || r.has(m.start, "ร่วมด้วย")
}

// longestList bounds how many names and signals of a sentence are looked over
// for a list that one of them opens.
const longestList = 300

// longestLead bounds what stands between โดยมี and the first who came.
const longestLead = 80

// companions reads "โดยมี A, B และผู้แทนจาก C เข้าร่วม": who stands between the
// opening word and the word for taking part was at the event named before.
func (r *reading) companions(s *sentence, k int, main *thing) {
	open := s.tokens[k]
	var names []*mention
	var closing, led *mention
	at := open.end
	for j := k + 1; j < min(len(s.tokens), k+longestList); j++ {
		m := s.tokens[j]
		if m.start < at {
			at = max(at, m.end)
			continue
		}
		if m.sort == signal {
			if m.cue == with || m.cue == sentBy || len(names) == 0 && r.endsWith(m.start, "ผู้") {
				at = max(at, m.end) // "โดยมีผู้เข้าร่วมประชุมประกอบด้วย A"
				continue
			}
			closing = m
			break
		}
		if m.sort == occasion && (m.role == "BILATERAL" || m.role == "VISIT") && r.has(open.start, "นำโดย") {
			led = m // "คณะผู้แทน B นำโดย A เข้าเยี่ยมคารวะ"
		}
		if m.sort == occasion || m.sort == accord || len(names) == 0 && m.start-open.end > longestLead {
			break
		}
		switch m.sort {
		case someone:
			names = append(names, m)
		case office:
			if m.org != nil && r.standsAlone(m) && !r.endsWith(r.backBlanks(m.start), "ในฐานะ") {
				names = append(names, m)
			}
		case body:
			before := tidy(r.str(at, m.start))
			_, lists := r.wordBefore(r.backBlanks(m.start), listers)
			listed := lists || joins(before) && (at == open.end || len(names) > 0)
			if !r.isEmployer(m) && (listed || strings.HasSuffix(before, "ผู้แทนจาก") || strings.HasSuffix(before, "ผู้แทน") || strings.HasSuffix(before, "อาทิ") || strings.HasSuffix(before, "ทีมงานจาก")) {
				names = append(names, m)
			}
		}
		at = max(at, m.end)
	}
	if len(names) == 0 {
		return
	}
	event := r.occasionBefore(s.tokens, k)
	if event == nil {
		event = led
	}
	if closing != nil {
		switch closing.cue {
		case attends, witnesses:
			if next := r.occasionAfter(s.tokens, slices.Index(s.tokens, closing), 10); next != nil && (!next.bare || main == nil) && event == nil {
				event = next
			}
		case chairs, coChairs, opens, signs, hosts:
			if closing.cue != signs && !(closing.cue == chairs && r.comesAlong(open)) {
				return
			}
			if closing.cue == signs {
				return
			}
		case speaks, delegates:
			if names[len(names)-1].end+40 < closing.start || r.comesAlong(open) {
				break
			}
			return
		}
	} else if !r.comesAlong(open) && !r.has(open.start, "นำโดย") &&
		(strings.TrimSpace(r.str(names[len(names)-1].end, s.end)) == "" || !slices.ContainsFunc(names, isPerson)) {
		return
	}
	if event == nil && closing != nil && r.comesAlong(open) {
		event = r.occasionAfter(s.tokens, slices.Index(s.tokens, closing), 14)
	}
	if event == nil && (closing == nil || closing.cue != attends) && r.isNumbered(s.start) {
		return // an item of a list tells of its own event
	}
	meeting := main
	spans := [][2]int{{open.start, open.end}}
	if event != nil {
		meeting = event.thing
		spans = append(spans, [2]int{event.start, event.end})
	}
	if meeting == nil {
		return
	}
	role := "ATTENDEE"
	if closing != nil && closing.cue == attends {
		spans = append(spans, [2]int{closing.start, closing.end})
		if w := r.str(closing.start, closing.end); w == "เป็นผู้แทน" || w == "เป็นตัวแทน" {
			role = "DELEGATE"
		}
	}
	for _, n := range names {
		r.attended(r.actor(n), meeting, append(slices.Clone(spans), [2]int{n.start, n.end}), role, "companions")
	}
	if first := r.sameTrip(s.tokens, event); first != nil {
		for _, n := range names {
			r.attended(r.actor(n), first.thing, [][2]int{{first.start, first.end}, {open.start, open.end}, {n.start, n.end}}, role, "companions")
		}
	}
}

// sameTrip gives the visit that stands joined before a visit, so that who came along to
// one came to both: "เยี่ยมชม A … และเยี่ยมชม B โดยมี C ให้การต้อนรับ".
func (r *reading) sameTrip(tokens []*mention, visit *mention) *mention {
	if visit == nil || visit.role != "VISIT" {
		return nil
	}
	if _, joined := r.endsWithAny(r.backBlanks(visit.start), []string{"และ", "พร้อม", "พร้อมทั้ง", "รวมทั้ง"}); !joined {
		return nil
	}
	for j := slices.Index(tokens, visit) - 1; j >= 0; j-- {
		switch m := tokens[j]; {
		case m.sort == occasion && m.role == "VISIT" && !r.isReason(m):
			return m
		case m.sort >= occasion || m.sort == someone || m.sort == date:
			return nil
		}
	}
	return nil
}

// isNumbered reports whether a number of a list stands at i: "2) จังหวัด ก".
func (r *reading) isNumbered(i int) bool {
	i = r.skipBlanks(i)
	at := i
	for at < i+3 && isDigit(r.at(at)) {
		at++
	}
	return at > i && (r.at(at) == ')' || r.at(at) == '.' && !isDigit(r.at(at+1)))
}

// thereWords say of people that they were at what the text is about.
var thereWords = newWords("เข้าร่วมป", "เข้าร่วมหารือ", "เข้าร่วมงาน", "เข้าร่วมพิธี", "เข้าร่วมรับฟัง", "ร่วมพิธี", "ร่วมในพิธี", "ร่วมให้การต้อนรับ", "ร่วมต้อนรับ", "ร่วมหารือด้วย", "กล่าวต้อนรับ", "กล่าวรายงาน", "ร่วมงาน", "รับเสด็จ", "เฝ้า", "ให้การต้อนรับ", "เข้าร่วมการประชุมดังกล่าว", "เข้าร่วมการประชุมครั้งนี้", "เข้าร่วมด้วย", "เข้าร่วมในครั้งนี้", "ร่วมคณะ")

// isBare reports whether a word for taking part does not say in what: "เข้าร่วม ณ
// ห้องประชุม", "… ร่วมหารือ" at the end of a line.
func (r *reading) isBare(c *mention) bool {
	if r.endsWith(c.end, "ร่วมหารือ") && r.at(r.skipBlanks(c.end)) == '\n' {
		return true
	}
	next := r.skipBlanks(c.end)
	return r.endsWith(c.end, "เข้าร่วม") && (r.at(c.end) == '\n' || next > c.end && (r.has(next, "ณ") || r.has(next, "เพื่อ") || r.has(next, "ซึ่ง") || r.has(next, "โดย")))
}

// partakers make a noun of a word for taking part: "ผู้เข้าร่วม", "รับฟังการบรรยายพิเศษ".
var partakers = newWords("ผู้", "คำ", "ฟังการ", "ฟัง")

// attendants reads the subjects of a word for taking part.
func (r *reading) attendants(s *sentence, k int, main *thing) {
	c := s.tokens[k]
	if _, noun := r.wordBefore(c.start, partakers); noun {
		return // those who take part, or what was said, not that somebody does
	}
	if w := r.str(c.start, c.end); strings.HasPrefix(w, "กล่าว") && r.has(r.skipBlanks(c.end), "โดย") && !r.has(r.skipBlanks(c.end), "โดยมี") {
		return // "แผนงาน ก กล่าวรายงานโดย ข": who speaks stands behind
	}
	left := r.leftOf(s.tokens, k, 30)
	if left.from > 0 && s.tokens[left.from-1].sort == signal {
		switch w := s.tokens[left.from-1]; w.cue {
		case with:
			along := left
			left = r.companyOf(s.tokens, k, 30)
			switch {
			case !r.comesAlong(w) && left.from == along.from:
				return // the list of โดยมี
			case left.from == along.from-1:
				acting, _ := r.clauseSubjects(s, k)
				left.names = union(acting, along.names)
			}
		case sentBy:
			left = r.leftOf(s.tokens, left.from-1, 4)
		}
	}
	if len(left.names) == 0 && k > 0 && s.tokens[k-1].sort == occasion && strings.HasPrefix(tidy(r.gap(s.tokens[k-1], c)), "ซึ่ง") {
		// "การเยี่ยมคารวะจากนาย A ซึ่งเดินทางมาเข้าร่วม …"
		for _, n := range r.within(s.tokens[k-1]) {
			if n.sort == someone {
				left.names = append(left.names, n)
			}
		}
	}
	event := r.occasionAfter(s.tokens, k, 12)
	if event == nil {
		event = r.spokenAt(s.tokens, k)
	}
	if event != nil && !s.headline {
		if len(left.names) == 0 && left.from == k && k > 0 && s.tokens[k-1].sort == occasion && r.coordinate(s.tokens[k-1], event) {
			// "ภายหลังการเป็นประธานใน A และเข้าร่วม B": who presided at A.
			for _, o := range r.index.chairs[s.tokens[k-1].thing] {
				r.attended(o.subject, event.thing, [][2]int{{c.start, c.end}, {event.start, event.end}}, "ATTENDEE", "attends")
			}
		}
		r.partners(s, event, c)
	}
	if s.headline && (event == nil || len(left.names) == 0) {
		return
	}
	welcome := r.has(c.start, "ให้การต้อนรับ") && !r.endsWith(c.start, "ที่") && !r.isToCome(c)
	var guests list
	if welcome {
		guests = r.guests(s.tokens, k)
		if event == nil {
			const near = 200
			for _, t := range s.tokens[guests.from+1:] {
				if t.sort == signal && t.cue != with && t.cue != attends || t.start-s.tokens[guests.from].end > near || guests.from == k && (t.sort == someone || t.sort == office) {
					break
				}
				if t.sort == occasion {
					event = t
					break
				}
			}
		}
	}
	if event == nil {
		event = r.occasionBefore(s.tokens, k)
	}
	if (event == nil || event.role == "VISIT" && r.isReason(event)) && !s.headline && main != nil {
		if _, there := r.wordAt(c.start, thereWords); there || r.isBare(c) {
			event = &mention{start: c.start, end: c.end, thing: main}
		}
	}
	if event == nil {
		return
	}
	if !s.headline && (r.isTold(event.thing) || r.isDeed(s, k)) && guests.from <= k && broken(s.tokens, left) && !(r.isNameless(s, k) && isReported(s.tokens, k)) {
		acting, along := r.clauseSubjects(s, k)
		left.names = union(left.names, append(acting, along...))
	}
	if len(left.names) == 0 && !s.headline {
		left.names = r.subjectBehind(s.tokens, k, event)
	}
	if r.isAsked(left.names) {
		return
	}
	for _, n := range slices.Concat(left.names, guests.names) {
		r.attended(r.actor(n), event.thing, [][2]int{{n.start, n.end}, {c.start, c.end}, {event.start, event.end}}, "ATTENDEE", "attends")
		if w := r.str(c.start, c.end); w == "กล่าวต้อนรับ" && n.sort == someone {
			r.claim(claim{kind: kg.SpokeAt, subject: n.thing, object: event.thing, spans: [][2]int{{n.start, n.end}, {c.start, c.end}, {event.start, event.end}}, event: event.thing, rule: "speaks-at"})
		}
	}
}

// isReported reports whether the last thing said before token k is what somebody reports
// or presides over, so that he is not who does what the token says: "A แจ้งว่า ได้มีการประชุม
// โดยมี B เป็นประธาน ผู้บริหาร … เข้าร่วม".
func isReported(tokens []*mention, k int) bool {
	for j := k - 1; j >= 0; j-- {
		switch m := tokens[j]; {
		case m.sort == someone:
			return false
		case m.sort == signal && (m.cue == speaks || m.cue == chairs):
			return true
		}
	}
	return false
}

// envoys stand between a word for receiving and the body that sends those who come.
var envoys = []string{"ผู้แทนจาก", "คณะผู้แทนจาก", "ผู้แทน", "คณะผู้แทน", "ตัวแทนจาก", "คณะจาก"}

// guests gives whom a word for receiving names: "ให้การต้อนรับ Mr. A, CEO of B และ
// Mr. C", "ให้การต้อนรับคณะผู้แทนจาก D".
func (r *reading) guests(tokens []*mention, k int) list {
	l := r.rightOf(tokens, k, 2)
	if l.from == k {
		if k+1 < len(tokens) && tokens[k+1].sort == body && slices.Contains(envoys, r.gap(tokens[k], tokens[k+1])) {
			return list{names: []*mention{tokens[k+1]}, from: k + 1}
		}
		return l
	}
	for j := l.from + 1; j < len(tokens); j++ {
		m := tokens[j]
		if m.sort >= occasion && m.cue != with || m.start-tokens[l.from].end > 60 || strings.Contains(r.str(min(tokens[l.from].end, m.start), m.start), "\n") {
			break
		}
		if m.sort == someone {
			l.names = append(l.names, m)
		}
		l.from = j
	}
	return l
}

// sides begin the list of who came on one side, or of a kind: "ฝ่ายไทย ประกอบด้วย
// A และ B", "ผู้ร่วมเสวนา ได้แก่ A, B".
var sides = newWords("ฝ่าย", "คณะผู้แทน", "ผู้เข้าร่วม", "ผู้ร่วม", "ผู้เข้ารับการ", "วิทยากร", "ผู้ติดตาม", "คณะเดินทาง", "องค์ประชุม", "หน่วยงานที่เข้าร่วม", "หน่วยงานที่ร่วม", "หน่วยงานเข้าร่วม", "เกี่ยวข้องเข้าร่วม")

// listers stand before the names of a list.
var listers = newWords("ประกอบด้วย", "ประกอบไปด้วย", "ได้แก่", "อาทิ", "อาทิเช่น", "เช่น", "นำโดย", "คือ", "โดยมี")

// longestTally bounds what stands between a word for taking part and the list of those
// who did: "ร่วมพิธีจำนวนกว่า 1,000 คน อาทิ".
const longestTally = 40

// rollCalls reads the lists of who was at the event that the sentence or the one
// before it in the paragraph tells of.
func (r *reading) rollCalls(s *sentence, at int, main *thing) {
	for k, m := range s.tokens {
		if m.sort != someone && m.sort != body {
			continue
		}
		end := r.backBlanks(m.start)
		if _, led := r.wordBefore(end, listers); !led {
			continue
		}
		from := max(s.start, end-70)
		if k > 0 {
			from = max(from, s.tokens[k-1].end-12)
		}
		side := -1
		for i := from; i < end; i++ {
			if w, ok := r.wordAt(i, sides); ok && (w != "ฝ่าย" || m.sort == someone && r.isCountry(i+len([]rune(w)))) {
				side = i
			}
		}
		if k > 0 && s.tokens[k-1].sort == signal && s.tokens[k-1].cue == attends && end-s.tokens[k-1].end <= longestTally {
			side = s.tokens[k-1].start // "โดยมีผู้บริหารเข้าร่วมประชุม อาทิ A"
		}
		if side < 0 {
			continue
		}
		event := main
		where := [2]int{side, end}
		for n := at; n >= 0 && n >= at-2; n-- {
			if o := r.occasionBefore(r.sentences[n].tokens, r.tokensBefore(n, side)); o != nil && !r.isReason(o) {
				event, where = o.thing, [2]int{o.start, o.end}
				break
			}
			if r.sentences[n].first {
				break
			}
		}
		if event == nil || s.headline {
			continue
		}
		for _, n := range r.roster(s.tokens, k) {
			r.attended(n.thing, event, [][2]int{where, {side, end}, {n.start, n.end}}, "ATTENDEE", "roll-call")
		}
	}
}

// isCountry reports whether a country is named at i: "ฝ่ายไทย", "ฝ่ายจีน".
func (r *reading) isCountry(i int) bool {
	m := r.taken[min(r.skipBlanks(i), len(r.runes))]
	return r.has(i, "ไทย") || m != nil && m.sort == spot && m.thing.kind == kg.KindCountry
}

// tokensBefore gives how many tokens of sentence n end before i.
func (r *reading) tokensBefore(n, i int) int {
	tokens := r.sentences[n].tokens
	k, _ := slices.BinarySearchFunc(tokens, i, func(m *mention, at int) int { return m.start - at })
	return k
}

// roster gives the people and bodies of a list from token k on, over the words
// that no rule knows but that do not end it.
func (r *reading) roster(tokens []*mention, k int) []*mention {
	var names []*mention
	at := tokens[k].start
	for _, m := range tokens[k:] {
		if m.start < at {
			at = max(at, m.end)
			continue
		}
		gap := r.str(at, m.start)
		if m.sort == signal && m.cue == with && r.comesAlong(m) {
			at = m.end
			continue
		}
		if m.sort >= occasion || m.start-at > 90 || strings.Contains(gap, "\n") {
			break
		}
		switch m.sort {
		case someone:
			names = append(names, m)
		case body:
			if joins(tidy(gap)) && !r.isEmployer(m) {
				names = append(names, m)
			} else if !r.isEmployer(m) {
				return names
			}
		}
		at = max(at, m.end)
	}
	return names
}

// partners reads who was at an event with those who chaired or attended it: "เป็น
// ประธานการประชุม E ร่วมกับ A, B และ C".
func (r *reading) partners(s *sentence, event, c *mention) {
	j := slices.Index(s.tokens, event)
	for ; j >= 0 && j+1 < len(s.tokens) && s.tokens[j+1].sort == spot && s.tokens[j+1].end <= event.end; j++ {
		// a place in its name
	}
	if j < 0 || j+1 >= len(s.tokens) || s.tokens[j+1].start < event.end {
		return
	}
	const beside, near, far = 12, 40, 240
	from := event.end
	for ; j+2 < len(s.tokens); j++ {
		// its place or day: "E (ในพื้นที่เขต ก) |กรุงเทพมหานคร| ร่วมกับ A"
		if m := s.tokens[j+1]; m.sort != spot && m.sort != date || m.start-from > beside || m.end > s.tokens[j+2].start {
			break
		}
		from = s.tokens[j+1].end
	}
	gap := r.str(from, s.tokens[j+1].start)
	width := len([]rune(gap))
	if strings.Contains(gap, "\n") || width > far || strings.Contains(gap, "จัด") && width > near {
		return
	}
	switch gap = strings.TrimSpace(gap); {
	case gap == "กับ", strings.HasSuffix(gap, " กับ"), strings.HasSuffix(gap, "ร่วมกับ"), width <= near && strings.Contains(gap, "ร่วมกับ"):
	default:
		return
	}
	for _, n := range r.rightOf(s.tokens, j, near).names {
		r.attended(r.actor(n), event.thing, [][2]int{{n.start, n.end}, {c.start, c.end}, {event.start, event.end}}, "ATTENDEE", "attends-with")
	}
}

// isTold reports whether an event has a day of its own or a number, and the day
// is not yet to come: of others a sentence says too little for who was there.
func (r *reading) isTold(t *thing) bool {
	if t.start == nil {
		return t.series != nil
	}
	published := r.doc.FirstDay()
	return published == "" || t.start.First() <= published
}

// isDeed reports whether a sentence says of the person that it begins with that he did
// what token k says: "นาย A ตำแหน่ง นำคณะ … ลงพื้นที่", and does not tell of it as a thing
// to come, or of words or orders in between.
func (r *reading) isDeed(s *sentence, k int) bool {
	const near = 300
	m := s.tokens[k]
	if s.person == nil || s.person.end > m.start || m.start-s.person.end > near || r.has(m.start, "การ") || r.endsWith(m.start, "การ") || r.isToCome(m) {
		return false
	}
	for _, t := range s.tokens[:k] {
		switch {
		case t.start < s.person.start:
			if t.sort != date && t.sort != spot {
				return false
			}
		case t.sort == signal && t.cue != with && t.cue != sentBy:
			return false
		}
	}
	const last = 30
	before := strings.ReplaceAll(r.str(max(s.person.end, m.start-last), m.start), "มีนาคม", "")
	return !strings.Contains(before, "มี") // "มีเยาวชนเข้าร่วม"
}

// stages stand before the event at which, or after which, somebody is said to have done
// or said something.
var stages = newWords("ใน", "ภายใน", "ระหว่าง", "ภายหลัง", "ภายหลังจาก", "หลัง", "หลังจาก", "ตอนหนึ่งของ", "ตอนหนึ่งใน")

// stagedIn reads who did or said something at an event: "นาย A ตอบกระทู้ถาม ในการประชุม E",
// "นาย A เปิดเผยภายหลังการประชุม E ว่า". What he says is no deed of his, and a spokesman
// only tells, as he does who says behind it that another was in the chair.
func (r *reading) stagedIn(s *sentence) {
	const near = 120 // letters without a name in them
	who := s.person
	if s.headline || who == nil || r.speaksForOthers(who) {
		return
	}
	at := who.end
	for k, m := range s.tokens {
		if m.end <= who.start {
			if m.sort != date && m.sort != spot {
				return
			}
			continue
		}
		if m.start < at {
			continue
		}
		gap := r.str(at, m.start)
		if m.start-at > near || m.sort == someone || m.sort == signal && m.cue != speaks || strings.Contains(gap, "\n") || strings.Contains(gap, "ว่า") || strings.Contains(gap, "ถึง") {
			return
		}
		if m.sort == signal && (r.endsWith(m.end, "ว่า") || r.endsWith(m.end, "ถึง")) {
			return
		}
		if m.sort == occasion {
			if _, staged := r.wordBefore(r.backBlanks(m.start), stages); staged && !m.bare && !r.hasChair(s.tokens[k+1:], m.end) && !r.isReason(m) && !r.isToCome(m) {
				r.attended(who.thing, m.thing, [][2]int{{who.start, who.end}, {m.start, m.end}}, "ATTENDEE", "staged")
			}
			return
		}
		at = m.end
	}
}

// plans stand between who will be at an event and the event: "มีกำหนดเข้าร่วม E".
var plans = []string{"จะ", "เตรียม", "มีกำหนด", "มีแผน", "เชิญ", "ขอให้", "สั่งการ", "กำชับ", "มอบหมาย"}

// isToCome reports whether the words before an event in its clause put it off.
func (r *reading) isToCome(m *mention) bool {
	const near = 40
	before := r.str(max(0, m.start-near), m.start)
	before = before[strings.LastIndexByte(before, '\n')+1:]
	return slices.ContainsFunc(plans, func(w string) bool { return strings.Contains(before, w) })
}

// speechWords are signals of a speech, whose title stands before where it was
// held.
var speechWords = newWords("บรรยายพิเศษ", "บรรยายในหัวข้อ", "ร่วมบรรยาย", "กล่าวปาฐกถา", "ปาฐกถา", "กล่าวสุนทรพจน์", "กล่าวถ้อยแถลง", "เป็นวิทยากร")

// spokenAt gives the event at which a speech was held: "กล่าวปาฐกถาพิเศษ เรื่อง …
// ในงานสัมมนา …".
func (r *reading) spokenAt(tokens []*mention, k int) *mention {
	if _, speech := r.wordAt(tokens[k].start, speechWords); !speech {
		return nil
	}
	for _, m := range tokens[k+1:] {
		if m.start-tokens[k].end > 240 || m.sort == signal {
			return nil
		}
		if m.sort == occasion && r.endsWith(r.backBlanks(m.start), "ใน") {
			return m
		}
	}
	return nil
}

// talksIn reads who met whom: the subjects of talks, calls and visits, and the
// people in their names.
func (r *reading) talksIn(s *sentence, at int) {
	for k, m := range s.tokens {
		if m.sort == occasion && !s.headline {
			r.convene(s, k)
		}
		if m.sort != occasion || m.role != "BILATERAL" && m.role != "VISIT" && m.role != deed && !r.has(m.start, "ต้อนรับ") {
			continue
		}
		if s.headline && m.role == "VISIT" {
			r.visited(m, r.within(m))
			continue // who was there a headline says too loosely
		}
		if r.endsWith(r.backBlanks(m.start), "จะ") || r.endsWith(r.backBlanks(m.start), "เตรียม") {
			continue // what is to come nobody has attended
		}
		if r.isToThailand(m) && !r.has(m.end, "ของ") {
			if guest := r.guestBefore(s, m); guest != nil && r.comes(guest, m) {
				r.attended(r.actor(guest), m.thing, [][2]int{{guest.start, guest.end}, {m.start, m.end}}, "ATTENDEE", "guest")
			}
			r.visited(m, r.within(m))
			continue
		}
		left := r.leftOf(s.tokens, k, 36)
		if from := left.from; m.role == deed && from < k && r.endsWith(r.backBlanks(s.tokens[from].start), "เป็นผู้แทน") {
			left = r.leftOf(s.tokens, from, 16) // "A เป็นผู้แทนนายกรัฐมนตรี ถวายเทียนพรรษา"
		}
		if left.from > 0 {
			w := s.tokens[left.from-1]
			if w.sort == signal && w.cue == attends && len(left.names) == 0 && m.start-w.end < 8 {
				// "ให้เป็นผู้แทนรับการเยี่ยมคารวะ"
				left = r.leftOf(s.tokens, left.from-1, 30)
				w = s.tokens[max(left.from-1, 0)]
			}
			if w.sort == signal && w.cue == sentBy {
				left = r.leftOf(s.tokens, left.from-1, 4)
			} else if w.sort == signal && w.cue == with {
				left = r.companyOf(s.tokens, k, 36)
			}
		}
		if first := left.from; first < k && r.has(m.start, "เข้า") {
			left.names = append(left.names, r.receivers(s, first)...)
		}
		if _, own := r.endsWithAny(r.backBlanks(m.start), []string{"his", "her", "their"}); own && m.role == "VISIT" {
			left.names = nil
			for _, t := range s.tokens[:k] {
				if t.sort == someone {
					left.names = append(left.names, t)
					break
				}
			}
		}
		if m.role == "VISIT" && r.has(m.end, "ของ") {
			left.names = append(left.names, r.rightOf(s.tokens, k, 4).names...)
		}
		if !s.headline && (r.isTold(m.thing) || r.isDeed(s, k)) && !r.has(m.start, "การเยือน") && !r.isReason(m) && broken(s.tokens, left) {
			acting, along := r.clauseSubjects(s, k)
			if people := append(acting, along...); len(people) > 0 {
				left.names = union(slices.DeleteFunc(left.names, func(n *mention) bool { return n.sort == body && m.role != "BILATERAL" }), people)
			} else if j := slices.IndexFunc(s.tokens[:k], func(n *mention) bool {
				return n.sort == body && !r.isEmployer(n) || n.sort == signal && n.cue == delegates
			}); len(left.names) == 0 && j >= 0 && s.tokens[j].sort == body && m.role == "VISIT" {
				left.names = append(left.names, s.tokens[j])
			}
		}
		if len(left.names) == 0 && m.role == "VISIT" && r.isSequel(s, k) {
			left.names = r.travellersBefore(at, m.start)
		}
		for _, n := range left.names {
			if n.sort == body && m.role == "BILATERAL" && s.headline || n.sort == someone && r.speaksForOthers(n) {
				continue
			}
			if n.end < m.start && strings.HasPrefix(tidy(r.str(n.end, m.start)), "จะ") {
				continue // "A จะนำคณะมาเยี่ยมชม …"
			}
			if n.sort == body && !s.headline && !r.bodyTalks(left.names, n, m) {
				continue
			}
			r.attended(r.actor(n), m.thing, [][2]int{{n.start, n.end}, {m.start, m.end}}, "ATTENDEE", "talks")
		}
		inner := r.within(m)
		for _, n := range inner {
			switch {
			case n.sort == someone:
				r.attended(n.thing, m.thing, [][2]int{{n.start, n.end}, {m.start, m.end}}, "ATTENDEE", "talks")
			case n.sort == office && n.holder == nil && m.role == "BILATERAL":
				r.attended(r.actor(n), m.thing, [][2]int{{n.start, n.end}, {m.start, m.end}}, "ATTENDEE", "talks")
			}
		}
		if m.role == "BILATERAL" {
			for _, n := range r.rightOf(s.tokens, k, 3).names {
				if n.sort != body && (n.sort != someone || !r.speaksForOthers(n)) {
					r.attended(r.actor(n), m.thing, [][2]int{{n.start, n.end}, {m.start, m.end}}, "ATTENDEE", "talks")
				}
			}
		}
		if m.role == "VISIT" {
			r.visited(m, inner)
		}
	}
}

// sequels begin a sentence that goes on with what the person of those before it did.
var sequels = []string{"จากนั้น", "หลังจากนั้น", "ต่อมา", "ในช่วงบ่าย", "ช่วงบ่าย", "ในโอกาสนี้ ได้", "นอกจากนี้ ยังได้", "นอกจากนี้ได้", "พร้อมทั้งได้"}

// isSequel reports whether a sentence tells of a visit whose traveller it leaves out:
// "จากนั้น เวลา 15.00 น. เดินทางไปตรวจเยี่ยม …".
func (r *reading) isSequel(s *sentence, k int) bool {
	const near = 24 // letters besides the date
	at, letters := r.skipBlanks(s.start), 0
	if w, ok := r.hasAny(at, sequels); ok {
		at += len([]rune(w))
	} else {
		return false
	}
	for _, t := range s.tokens[:k] {
		if t.sort != date || t.start < at {
			return false
		}
		letters, at = letters+t.start-at, t.end
	}
	m := s.tokens[k]
	return letters+m.start-at <= near && !r.isToCome(m) && !strings.Contains(r.str(at, m.start), "มี")
}

// travellersBefore gives the people at the head of the last sentence before one that
// names any, where they presided over an event or took part in it.
func (r *reading) travellersBefore(at, i int) []*mention {
	const back = 3
	for n := at - 1; n >= max(0, at-back); n-- {
		s := &r.sentences[n]
		if s.headline || r.itemOf(s.start) != r.itemOf(i) {
			return nil
		}
		if s.person == nil {
			continue
		}
		event := slices.IndexFunc(s.tokens, func(m *mention) bool { return m.sort == occasion && m.start > s.person.end })
		if event < 0 || r.speaksForOthers(s.person) {
			return nil
		}
		for _, m := range s.tokens[:event] {
			if m.sort == signal && m.start > s.person.start && !slices.Contains(beingThere, m.cue) {
				return nil
			}
		}
		acting, _ := r.clauseSubjects(s, event)
		return acting
	}
	return nil
}

// beingThere is what the signals say of those who are at an event, or come along.
var beingThere = []cue{with, sentBy, chairs, attends, opens}

// bodyTalks reports whether a body is said to have held talks or gone on a visit: it or a
// list that it stands in is the subject of what the event's name says ("กรม ก ได้หารือกับ
// ข"), of an event that the text tells of, not one that somebody is to hold ("ให้กรม ก
// หารือ"), speaks of or reports ("คณะรัฐมนตรีรับทราบผลการเยือน").
func (r *reading) bodyTalks(list []*mention, n, event *mention) bool {
	if n.start > event.start {
		return true // "การเยือน … ของ กรม ก"
	}
	first, last := n, n
	for _, o := range list {
		if o.start < event.start && o.start < first.start {
			first = o
		}
		if o.start < event.start && o.end > last.end {
			last = o
		}
	}
	if _, told := r.wordBefore(r.backBlanks(first.start), orders); told {
		return false
	}
	if !r.isTold(event.thing) && r.itemOf(event.start) > 0 {
		return false
	}
	gap := r.str(min(last.end, event.start), event.start)
	if open := strings.LastIndex(gap, ")"); open >= 0 {
		gap = gap[open+1:]
	}
	return slices.Contains(talkLeads, tidy(gap))
}

// receivers gives who lets the guests come of whom the first stands at a token:
// "A ให้ |B เข้าพบ", "A ให้คณะผู้บริหารจากบริษัท ข นำโดย |B เข้าพบ".
func (r *reading) receivers(s *sentence, first int) []*mention {
	for j := first; j >= max(0, first-4); j-- {
		at := r.backBlanks(s.tokens[j].start)
		for range 3 {
			w, group := r.wordBefore(at, groupWords)
			if !group || r.taken[at-1] != nil {
				break
			}
			at = r.backBlanks(at - len([]rune(w)))
		}
		if r.endsWith(at, "ให้") && r.taken[at-1] == nil {
			return r.leftOf(s.tokens, j, 6+s.tokens[j].start-at).names
		}
	}
	return nil
}

// groupWords stand before those of whom a group consists.
var groupWords = newWords("คณะผู้บริหาร", "คณะผู้แทน", "คณะนักธุรกิจ", "คณะ", "ผู้แทน", "ผู้บริหาร", "ตัวแทน", "จาก", "ของ", "ระดับสูง", "นักลงทุน", "สมาชิก")

// orders stand before who is to do something.
var orders = newWords("ให้", "มอบหมาย", "มอบ", "ขอให้", "สั่ง", "เสนอ", "ของ", "ต่อ", "แก่", "กับ")

// talkLeads may stand between a body and what it does.
var talkLeads = []string{"", "ได้", "ร่วม", "เข้า", "เข้าร่วม", "ได้มีการ", "และคณะ", "ได้ร่วม", "ได้เข้า", "เดินทาง", "เดินทางไป", "เดินทางเข้า", "ได้เดินทาง", "ได้เดินทางไป", "ยังได้", "จึงได้", "มีการ", "ได้มา", "พร้อมคณะ", "และคณะได้", "ในโอกาส", "และคณะ ในโอกาส"}

// verbalHeads begin names of events that say what people do, actLeads may stand
// between the people and these.
var (
	verbalHeads = newWords("ประชุม", "แถลงข่าว", "สัมมนา", "เสวนา")
	actLeads    = []string{"", "ได้", "ร่วม", "ร่วมกัน", "ได้ร่วม", "ได้ร่วมกัน", "เดินทาง", "เดินทางไป"}
)

// convene reads who did what the name of an event says: "A พร้อมด้วย B ร่วมกันแถลงข่าว
// การจัดงาน C", "A ประชุมคณะกรรมการ D".
func (r *reading) convene(s *sentence, k int) {
	m := s.tokens[k]
	if k == 0 || m.bare || !slices.Contains(actLeads, strings.TrimPrefix(r.gap(s.tokens[k-1], m), ") ")) {
		return
	}
	if _, verbal := r.wordAt(m.start, verbalHeads); !verbal {
		return
	}
	const near = 12
	if !slices.ContainsFunc(r.leftOf(s.tokens, k, near).names, func(n *mention) bool { return n.sort != body }) {
		return // a body holds it
	}
	for _, n := range r.actorsOf(s, k, near) {
		if n.sort != body {
			r.attended(r.actor(n), m.thing, [][2]int{{n.start, n.end}, {m.start, m.end}}, "ATTENDEE", "convene")
		}
	}
}

// actorsOf gives who does what token k says: those who stand joined before it, those
// whom they come along with, and those whom words that no rule knows part from it.
func (r *reading) actorsOf(s *sentence, k, near int) []*mention {
	left := r.companyOf(s.tokens, k, near)
	if !broken(s.tokens, left) {
		return left.names
	}
	acting, others := r.clauseSubjects(s, k)
	return union(left.names, append(acting, others...))
}

// mostHops bounds how many words for coming along join the lists of one company.
const mostHops = 4

// companyOf gives who stands joined before token k, and those whom they come along
// with: "A ร่วมด้วย B และ C พร้อมด้วย D ลงพื้นที่".
func (r *reading) companyOf(tokens []*mention, k, near int) list {
	const apart = 12 // letters that no rule knows may end a list before พร้อมด้วย
	l := r.leftOf(tokens, k, near)
	for range mostHops {
		j := l.from - 1
		if j < 0 || tokens[j].sort != signal || tokens[j].cue != with {
			break
		}
		more := r.leftOf(tokens, j, apart)
		if !r.comesAlong(tokens[j]) && !slices.ContainsFunc(more.names, isPerson) {
			break
		}
		l = list{names: union(l.names, more.names), from: more.from}
	}
	return l
}

// comes reports whether a guest is said to come himself, and not only to be asked to:
// "ขอเชิญ A เยือนไทยในปีหน้า". Far from him the visit is his only as a reason.
func (r *reading) comes(guest, visit *mention) bool {
	const near = 60
	if r.isInvited(guest, visit) {
		return false
	}
	return visit.start-guest.end <= near || r.isReason(visit)
}

// isInvited reports whether a visit is one that a guest is asked for.
func (r *reading) isInvited(guest, visit *mention) bool {
	before := r.backBlanks(guest.start)
	for _, p := range guest.posts {
		before = min(before, r.backBlanks(p.start))
	}
	if _, asked := r.wordBefore(before, invitations); asked {
		return true
	}
	between := r.str(min(guest.end, visit.start), visit.start)
	return strings.Contains(between, "เชิญ") || strings.HasSuffix(strings.TrimSpace(between), "จะ") || strings.Contains(r.str(visit.start, min(visit.end+20, len(r.runes))), "ปีหน้า")
}

// isAsked reports whether the people of a list are those whom somebody asked to come:
// "ได้เชิญ A และ B เข้าร่วมงาน". "ได้เชิญ A มาถ่ายทอดประสบการณ์" says that he came.
func (r *reading) isAsked(list []*mention) bool {
	if len(list) == 0 {
		return false
	}
	before, behind := list[0].start, list[0].end
	for _, n := range list {
		before, behind = min(before, n.start), max(behind, n.end)
	}
	const office = 60 // runes between a name and what its holder did
	_, asked := r.wordBefore(r.backBlanks(before), invitations)
	return asked && !strings.Contains(r.str(behind, min(behind+office, len(r.runes))), " มา")
}

var invitations = newWords("เชิญ", "เรียนเชิญ", "เชื้อเชิญ", "เชิญชวน")

// isToThailand reports whether a visit is to Thailand and its name does not say
// whose it is.
func (r *reading) isToThailand(visit *mention) bool {
	thailand := false
	for _, m := range r.within(visit) {
		if m.sort == someone || m.sort == office {
			return false
		}
		thailand = thailand || isThailand(m.thing)
	}
	name := r.str(visit.start, visit.end)
	return visit.role == "VISIT" && (thailand && strings.Contains(name, "เยือน") || strings.Contains(name, "เยือนไทย"))
}

func isThailand(t *thing) bool { return t != nil && t.known != nil && t.known.key == "country:TH" }

// guestBefore gives the foreigner who came to Thailand: the last one whom the
// sentence names before the visit.
func (r *reading) guestBefore(s *sentence, visit *mention) *mention {
	for k := r.nextName(visit.start) - 1; k >= 0 && r.names[k].start >= s.start; k-- {
		m := r.names[k]
		if m.sort == someone && slices.ContainsFunc(m.posts, r.isAbroad) || m.sort == office && m.holder == nil && r.isAbroad(m) {
			return m
		}
		if m.sort == someone && slices.ContainsFunc(m.thing.titles, func(t string) bool { return strings.HasPrefix(t, "H.E.") }) {
			return m
		}
	}
	return nil
}

// isAbroad reports whether an office is one of another country. An ambassador's
// is here.
func (r *reading) isAbroad(p *mention) bool {
	abroad := func(t *thing) bool { return t != nil && t.kind == kg.KindCountry && !isThailand(t) }
	if p.role == "AMBASSADOR" {
		return false
	}
	if p.org != nil && (abroad(p.org.thing) || abroad(p.org.thing.country)) {
		return true
	}
	k := r.nextName(postEnd(p))
	return k < len(r.names) && r.names[k].start-postEnd(p) < 6 && abroad(r.names[k].thing)
}

// headlined reads which body a headline says to have met or visited somebody,
// where the text names no two people who did: "กรม ก หารือความร่วมมือ …".
func (r *reading) headlined() {
	there := map[*thing]int{}
	for _, c := range r.claims {
		if c.kind == kg.Attended && c.subject.kind == kg.KindPerson {
			there[c.object]++
		}
	}
	for k := range r.sentences {
		s := &r.sentences[k]
		if !s.headline {
			continue
		}
		for j, m := range s.tokens {
			if j == 0 || m.sort != occasion || m.role != "BILATERAL" && m.role != "VISIT" || there[m.thing] > 1 {
				continue
			}
			if b := s.tokens[j-1]; b.sort == body && !r.isEmployer(b) && slices.Contains(actLeads, r.gap(b, m)) && b.end <= m.start {
				r.attended(b.thing, m.thing, [][2]int{{b.start, b.end}, {m.start, m.end}}, "ATTENDEE", "headline")
			}
		}
	}
}

func isPerson(m *mention) bool { return m.sort == someone }

// hasChair reports whether the tokens behind an event say who was in the chair there:
// "E ซึ่งมีนาย A เป็นประธาน".
func (r *reading) hasChair(tokens []*mention, end int) bool {
	const near = 200
	k := slices.IndexFunc(tokens, func(m *mention) bool { return m.sort == signal && (m.cue == chairs || m.cue == coChairs) })
	return k > 0 && tokens[k].start-end <= near && (isPerson(tokens[k-1]) || tokens[k-1].sort == office || tokens[k-1].sort == body)
}

// broken reports whether a list is none of people, or stops at a person whom only
// words that no rule knows part from it.
func broken(tokens []*mention, l list) bool {
	if !slices.ContainsFunc(l.names, func(n *mention) bool { return n.sort != body }) {
		return true
	}
	return l.from > 0 && (tokens[l.from-1].sort == someone || tokens[l.from-1].sort == office)
}

// union gives the mentions of both lists, each once.
func union(a, b []*mention) []*mention {
	for _, m := range b {
		if !slices.Contains(a, m) {
			a = append(a, m)
		}
	}
	return a
}

// visited reads the place that the name of a visit holds.
func (r *reading) visited(m *mention, inner []*mention) {
	for _, n := range inner {
		if n.sort == spot && n.thing.kind != kg.KindZone {
			r.claim(claim{kind: kg.HeldAt, subject: m.thing, object: n.thing, spans: [][2]int{{m.start, m.end}}, event: m.thing, rule: "visit-place"})
			if n.end == m.end {
				r.heldIn(m.thing, [2]int{m.start, m.end}, r.names, r.nextName(n.start), "visit-place")
			}
			return
		}
	}
	// "ลงพื้นที่ ต.ก อ.ข จ.ค": the province of the district.
	const parts = 4
	at := m.end
	for k := r.nextName(m.end); len(inner) > 0 && inner[len(inner)-1].sort == spot && k < len(r.names) && k < r.nextName(m.end)+parts; k++ {
		n := r.names[k]
		if n.sort != spot || tidy(r.str(at, max(at, n.start))) != "" {
			return
		}
		if n.thing.kind != kg.KindZone {
			r.claim(claim{kind: kg.HeldAt, subject: m.thing, object: n.thing, spans: [][2]int{{m.start, n.end}}, event: m.thing, rule: "visit-place"})
			return
		}
		at = n.end
	}
	if len(inner) == 0 && !r.isReason(m) {
		r.visitedArea(m)
	}
}

// clauseWords begin another clause than that of a visit.
var clauseWords = []string{"โดย", "พร้อม", "ซึ่ง", "จาก", "เพื่อ", "ณ ", "ระหว่าง", "กับ", "\n", "ทั้งนี้", "ที่จะ", "คือ"}

// visitedArea reads the area with which the clause of a field visit ends:
// "ลงพื้นที่ติดตามการแก้ปัญหาน้ำท่วม ในพื้นที่จังหวัด ก", "ลงพื้นที่ตรวจราชการ … จ.ก".
func (r *reading) visitedArea(m *mention) {
	const far, names = 90, 4
	name := r.str(m.start, m.end)
	if !strings.Contains(name, "ลงพื้นที่") && !strings.HasPrefix(name, "ตรวจราชการ") || strings.Contains(name, "คือ") {
		return
	}
	for k, n := r.nextName(m.end), 0; k < len(r.names) && n < names && r.names[k].start < m.end+far; k, n = k+1, n+1 {
		p := r.names[k]
		gap := r.str(m.end, max(p.start, m.end))
		if p.sort == someone || p.sort == date || slices.ContainsFunc(clauseWords, func(w string) bool { return strings.Contains(gap, w) }) {
			return
		}
		if p.sort != spot {
			continue
		}
		_, named := r.wordAt(p.start, areaHeads)
		if _, led := r.wordBefore(r.backBlanks(p.start), fieldLeads); named && p.thing.kind != kg.KindCountry && p.thing.kind != kg.KindVenue && (led || isBlank(r.at(p.start-1)) || p.start == m.end) {
			r.heldIn(m.thing, [2]int{m.start, m.end}, r.names, k, "visit-area")
		}
		return
	}
}

// fieldLeads lead in the area in which something was done.
var fieldLeads = newWords("ในพื้นที่", "ในเขต", "ในเขตพื้นที่", "ใน", "พื้นที่")
