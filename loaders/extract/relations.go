package extract

import (
	"slices"
	"strings"

	"mueang/graph/kg"
)

// relate reads the sentences for what they say of the things they name.
func (r *reading) relate() {
	r.dateOccasions()
	var main *thing
	since := 0
	for k := range r.sentences {
		s := &r.sentences[k]
		if main != nil && k > since+3 && len(r.sentences) > 8 {
			// Far from its event, a long text may speak of anything.
			r.chairsIn(s, nil, k)
			r.hostsIn(s, nil)
			r.attendanceIn(s, nil)
			r.talksIn(s, k)
			continue
		}
		r.chairsIn(s, main, k)
		r.hostsIn(s, main)
		r.attendanceIn(s, main)
		r.talksIn(s, k)
		if main == nil && !s.headline {
			for _, m := range s.tokens {
				if m.sort == occasion && !m.bare {
					main, since = m.thing, k
					break
				}
			}
		}
	}
	r.placesOfOccasions()
	r.signings()
	r.holdClaims()
	r.exOfficio()
	r.memberships()
	r.parts()
	r.locations()
	r.projectClaims()
	r.judgeOccasions()
}

// list is what stands joined beside a signal: names, and where it began.
type list struct {
	names []*mention
	from  int // index of the first token of the list
}

// names0 gives the first name of a list, or a mention of nothing.
func (l list) names0() *mention {
	if len(l.names) == 0 {
		return &mention{}
	}
	return l.names[0]
}

// leftOf gives the people, offices and bodies that stand joined right before a
// token: "A ตำแหน่ง และ B ตำแหน่ง" before เป็นประธาน.
func (r *reading) leftOf(tokens []*mention, k int, near int) list {
	l := list{from: k}
	at, first := tokens[k].start, true
	for j := k - 1; j >= 0; j-- {
		m := tokens[j]
		if m.end > at {
			continue
		}
		gap := r.str(m.end, at)
		ok := joins(tidy(gap))
		if first {
			ok = ok || len([]rune(tidy(gap))) <= near && !strings.Contains(gap, "\n") && !strings.Contains(gap, "โดยมี")
		}
		if !ok {
			break
		}
		switch m.sort {
		case someone:
			l.names = append(l.names, m)
		case office:
			if m.holder == nil {
				l.names = append(l.names, m)
			} else if m.holder.start > m.start {
				// an office before its holder
			}
		case body:
			if !r.isEmployer(m) {
				l.names = append(l.names, m)
			}
		case spot:
			if !r.isPostBody(m) && m.thing.kind != kg.KindCountry && !r.isBranch(m) {
				return l
			}
		default:
			return l
		}
		at, first, l.from = m.start, false, j
		if p := r.officeOf(m); p != nil && p.end <= m.start {
			at = p.end // nothing but แห่ง or ของ stands between an office and its body
		}
	}
	return l
}

// isBranch reports whether a place stands right behind a body: "ศูนย์การค้า A
// นครราชสีมา".
func (r *reading) isBranch(m *mention) bool {
	k := r.nextName(m.start) - 1
	return k >= 0 && r.names[k].sort == body && r.names[k].end <= m.start && tidy(r.str(r.names[k].end, m.start)) == ""
}

// officeOf gives the office that is in a body, or nil.
func (r *reading) officeOf(b *mention) *mention {
	for k := r.nextName(b.start) - 1; k >= 0 && k > r.nextName(b.start)-4; k-- {
		if m := r.names[k]; m.sort == office && m.org != nil && m.org.start == b.start {
			return m
		}
	}
	return nil
}

// rightOf gives the people, offices and bodies that stand joined right behind
// a token.
func (r *reading) rightOf(tokens []*mention, k int, near int) list {
	l := list{from: k}
	at, first := tokens[k].end, true
	for j := k + 1; j < len(tokens); j++ {
		m := tokens[j]
		if m.start < at {
			at = max(at, m.end)
			continue
		}
		gap := tidy(r.str(at, m.start))
		ok := joins(gap) || first && len([]rune(gap)) <= near
		if !ok {
			break
		}
		switch m.sort {
		case someone:
			l.names = append(l.names, m)
		case office:
			if m.holder == nil {
				l.names = append(l.names, m)
			}
		case body:
			if !r.isEmployer(m) {
				l.names = append(l.names, m)
			}
		case spot:
			if !r.isPostBody(m) && !first {
				return l
			}
		default:
			return l
		}
		at, first, l.from = m.end, false, j
	}
	return l
}

// isEmployer reports whether a body is named as that of an office or of the
// person before it, or as another name of the body before it.
func (r *reading) isEmployer(b *mention) bool {
	if r.isPostBody(b) {
		return true
	}
	if r.at(r.backBlanks(b.start)-1) == '(' {
		return true
	}
	k := r.nextName(b.start) - 1
	if k < 0 {
		return false
	}
	before := r.names[k]
	gap := tidy(r.str(min(before.end, b.start), b.start))
	if (before.sort == office || before.sort == someone) && gap == "" && before.end <= b.start {
		return true
	}
	unit := before.sort == body && (r.has(before.start, "ฝ่าย") || r.has(before.start, "ศูนย์") || r.has(before.start, "สำนัก") && !r.has(before.start, "สำนักงาน"))
	return before.sort == body && (gap == "หรือ" || gap == "" && (before.thing == b.thing || unit))
}

// actor gives the thing that a name in a list stands for: an office whose
// holder the text names stands for the holder.
func (r *reading) actor(m *mention) *thing {
	if m.sort != office {
		return m.thing
	}
	if p := r.holderOf(m.thing, m.start); p != nil {
		return p
	}
	return m.thing
}

// holderOf gives the person whom the text names as holder of an office, the
// last one before i first.
func (r *reading) holderOf(post *thing, i int) *thing {
	var found *thing
	for _, n := range r.names {
		if n.sort == office && n.thing != nil && n.holder != nil && (n.thing == post || post.org == nil && n.thing.org == nil && n.thing.role == post.role && sameOffice(n.thing.roleText, post.roleText)) {
			if n.start < i || found == nil {
				found = n.holder.thing
			}
		}
	}
	return found
}

// occasionAfter gives the event that follows a signal closely.
func (r *reading) occasionAfter(tokens []*mention, k, near int) *mention {
	at := tokens[k].end
	for j := k + 1; j < len(tokens); j++ {
		m := tokens[j]
		if m.start < at {
			continue
		}
		if m.sort == occasion && m.start-at <= near && !strings.Contains(r.str(at, m.start), "\n") {
			return m
		}
		if m.sort == signal && m.start-at <= 4 || m.sort == accord && m.start-at <= near {
			at = m.end
			continue
		}
		return nil
	}
	return nil
}

// occasionBefore gives the last event that the sentence names before a token.
func occasionBefore(tokens []*mention, k int) *mention {
	for j := k - 1; j >= 0; j-- {
		if tokens[j].sort == occasion {
			return tokens[j]
		}
	}
	return nil
}

// chairsIn reads who was in the chair.
func (r *reading) chairsIn(s *sentence, main *thing, at int) {
	for k, c := range s.tokens {
		if c.sort != signal || c.cue != chairs && c.cue != coChairs && c.cue != opens {
			continue
		}
		if k+1 < len(s.tokens) && s.tokens[k+1].sort == body && s.tokens[k+1].start-c.end <= 1 {
			continue // ประธานอาเซียน: an office
		}
		left := r.leftOf(s.tokens, k, 34)
		before := ""
		if left.from < k {
			before = r.str(max(s.start, s.tokens[left.from].start-12), s.tokens[left.from].start)
		}
		before = strings.TrimSpace(before)
		relative := strings.HasSuffix(before, "ที่มี") || strings.HasSuffix(before, "ซึ่งมี") || strings.HasSuffix(before, "ซึ่ง")
		event := r.occasionAfter(s.tokens, k, 14)
		others := list{from: k}
		if event == nil && (c.cue == coChairs || r.has(r.skipBlanks(c.end), "ร่วมกับ")) {
			others = r.rightOf(s.tokens, k, 9)
			if others.from > k {
				event = r.occasionAfter(s.tokens, others.from, 24)
			}
		}
		if strings.HasSuffix(before, "โดยมี") && event == nil && left.from > 1 && s.tokens[left.from-1].cue == with {
			if o := s.tokens[left.from-2]; o.sort == body && o.thing.kind == kg.KindCommittee && occasionBefore(s.tokens, k) == nil {
				r.standingChair(left, o, c)
				continue
			}
		}
		if relative && event == nil {
			if committee := r.committeeBefore(s.tokens, left.from); committee != nil {
				r.standingChair(left, committee, c)
				continue
			}
		}
		if event == nil {
			event = occasionBefore(s.tokens, k)
		}
		spans := [][2]int{{c.start, c.end}}
		var meeting *thing
		if event != nil {
			meeting = event.thing
			spans = append(spans, [2]int{event.start, event.end})
		} else if meeting = main; meeting == nil {
			r.miss(c.start, c.end, "chair", "no meeting is named")
			continue
		}
		if len(left.names) == 0 {
			if p := r.topicBefore(at, c.start); p != nil {
				left.names = append(left.names, p)
			}
		}
		role := map[cue]string{chairs: "CHAIR", coChairs: "CO_CHAIR", opens: "OPENED"}[c.cue]
		if len(left.names) > 1 && role == "CHAIR" {
			role = "CO_CHAIR"
		}
		for _, n := range left.names {
			if n.sort != office || !r.endsWith(r.backBlanks(n.start), "two") && !r.has(n.end, "ทั้งสอง") {
				continue
			}
			for _, o := range r.names {
				if o.sort == office && o.role == n.role && o.holder != nil && o.start < c.start && !slices.ContainsFunc(left.names, func(x *mention) bool { return r.actor(x) == o.holder.thing }) {
					left.names = append(left.names, o.holder)
				}
			}
		}
		companions := left
		for _, n := range slices.Concat(left.names, others.names) {
			if n.sort == body {
				continue
			}
			confidence := 0.95
			if n.end < s.start {
				confidence = 0.7
			}
			where := [2]int{n.start, n.end}
			if n.end < s.start {
				where = spans[0]
			}
			r.claim(claim{kind: kg.Chaired, subject: r.actor(n), object: meeting, role: role, roleText: r.str(c.start, c.end),
				spans: append(slices.Clone(spans), where), event: meeting, rule: "chair", confidence: confidence})
		}
		if companions.from > 0 {
			if w := s.tokens[companions.from-1]; w.sort == signal && w.cue == with && r.has(w.start, "พร้อม") {
				// "A พร้อมด้วย B เป็นประธาน": A presides, B comes along.
				more := r.leftOf(s.tokens, companions.from-1, 4)
				for _, n := range more.names {
					r.claim(claim{kind: kg.Chaired, subject: r.actor(n), object: meeting, role: role, spans: append(slices.Clone(spans), [2]int{n.start, n.end}), event: meeting, rule: "chair", confidence: 0.9})
				}
			}
		}
	}
}

// topicBefore gives the person whom the sentences before i speak of: the one at
// the head of the last sentence that names any, or of the next one.
func (r *reading) topicBefore(at, i int) *mention {
	for k := at; k >= 0; k-- {
		s := &r.sentences[k]
		for _, m := range s.tokens {
			if m.sort == someone && m.start < i {
				return m
			}
		}
	}
	if at < len(r.sentences) {
		for k := at + 1; k < len(r.sentences) && k <= at+2; k++ {
			for _, m := range r.sentences[k].tokens {
				if m.sort == someone {
					return m
				}
			}
		}
	}
	return nil
}

// committeeBefore gives the committee that a relative clause hangs on: "คณะกรรมการ
// … ที่มี A เป็นประธาน".
func (r *reading) committeeBefore(tokens []*mention, k int) *mention {
	for j := k - 1; j >= 0; j-- {
		m := tokens[j]
		gap := tidy(r.str(min(m.end, tokens[k].start), tokens[k].start))
		if len([]rune(gap)) > 12 {
			return nil
		}
		if m.sort == body && m.thing.kind == kg.KindCommittee {
			return m
		}
		if m.sort == occasion {
			for _, n := range r.within(m) {
				if n.sort == body && n.thing.kind == kg.KindCommittee {
					return n
				}
			}
			return nil
		}
		if m.sort != signal {
			return nil
		}
	}
	return nil
}

// standingChair notes who is in the chair of a committee as an office.
func (r *reading) standingChair(left list, committee, c *mention) {
	post := r.office("CHAIR", "ประธาน", committee.thing, c.start)
	for _, n := range left.names {
		if n.sort == body {
			continue
		}
		who := r.actor(n)
		spans := [][2]int{{n.start, n.end}, {committee.start, committee.end}, {c.start, c.end}}
		if who.kind == kg.KindPerson {
			r.claim(claim{kind: kg.Holds, subject: who, object: post, spans: spans, rule: "standing-chair", confidence: 0.9})
		} else {
			r.claim(claim{kind: kg.ExOfficio, subject: who, object: post, spans: spans, rule: "standing-chair", confidence: 0.85})
		}
		r.claim(claim{kind: kg.PostIn, subject: post, object: committee.thing, spans: spans, rule: "standing-chair", confidence: 0.95})
	}
}

// office gives the thing of an office.
func (r *reading) office(role, text string, org *thing, i int) *thing {
	for _, t := range r.things {
		if t.kind == kg.KindPost && t.org == org && t.role == role {
			return t
		}
	}
	t := r.newThing(kg.KindPost, i)
	t.role, t.roleText, t.org = role, text, org
	t.say(text)
	return t
}

// hostsIn reads who held a meeting.
func (r *reading) hostsIn(s *sentence, main *thing) {
	for k, c := range s.tokens {
		if c.sort != signal || c.cue != hosts && c.cue != hostedBy {
			continue
		}
		event := r.occasionAfter(s.tokens, k, 12)
		var l list
		role := "ORGANIZER"
		switch {
		case c.cue == hostedBy:
			l = r.rightOf(s.tokens, k, 4)
			event = occasionBefore(s.tokens, k)
		case event == nil && strings.HasPrefix(r.str(c.start, c.end), "จัดขึ้น"):
			l = r.leftOf(s.tokens, k, 3)
			event = occasionBefore(s.tokens, l.from)
		case event != nil:
			l = r.leftOf(s.tokens, k, 12)
			if strings.Contains(r.str(max(s.start, c.start-10), c.end), "เจ้าภาพ") {
				role = "HOST"
				after := slices.Index(s.tokens, event)
				if end := r.skipBlanks(event.end); r.has(end, "ประกอบด้วย") || r.has(end, "ได้แก่") || r.has(end, "คือ") {
					l = r.rightOf(s.tokens, after, 12)
				}
			}
		default:
			continue
		}
		if event == nil && c.cue == hostedBy && main != nil {
			event = &mention{start: c.start, end: c.end, thing: main}
		}
		if event == nil || event.thing.subtype == "BILATERAL" {
			continue
		}
		for n, o := range slices.Backward(l.names) {
			if o.sort != body {
				continue
			}
			which := role
			if role == "HOST" && n < len(l.names)-1 && c.cue != hosts {
				which = "CO_HOST"
			}
			r.claim(claim{kind: kg.Organized, subject: o.thing, object: event.thing, role: which, roleText: r.str(c.start, c.end),
				spans: [][2]int{{o.start, o.end}, {c.start, c.end}, {event.start, event.end}}, event: event.thing, rule: "host", confidence: 0.9})
		}
		// A town or province among the hosts is its government.
		if c.cue == hosts && strings.HasPrefix(r.str(c.start, c.end), "จัดขึ้น") {
			r.hostTowns(s, l, k, event, c)
		}
	}
}

// hostTowns takes a town or province at the end of a list of hosts as its
// government: "จุฬาลงกรณ์มหาวิทยาลัย … และกรุงเทพมหานคร จัดขึ้น".
func (r *reading) hostTowns(s *sentence, l list, k int, event, c *mention) {
	if k == 0 {
		return
	}
	m := s.tokens[k-1]
	if m.sort != spot || r.gap(m, c) != "" || m.thing.kind != kg.KindProvince && m.thing.kind != kg.KindCity {
		return
	}
	t := r.named(nil, kg.KindLocalGovernment, r.str(m.start, m.end), m.start)
	spans := [][2]int{{m.start, m.end}, {c.start, c.end}, {event.start, event.end}}
	r.claim(claim{kind: kg.Organized, subject: t, object: event.thing, role: "ORGANIZER", spans: spans, event: event.thing, rule: "host", confidence: 0.8})
	for _, o := range r.leftOf(s.tokens, k-1, 4).names {
		if o.sort == body {
			r.claim(claim{kind: kg.Organized, subject: o.thing, object: event.thing, role: "ORGANIZER", spans: [][2]int{{o.start, o.end}, {c.start, c.end}, {event.start, event.end}}, event: event.thing, rule: "host", confidence: 0.85})
		}
	}
}

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
		case witnesses:
			if event := r.occasionAfter(s.tokens, k, 8); event != nil && event.thing.subtype == "SIGNING" {
				for _, n := range r.leftOf(s.tokens, k, 24).names {
					r.attended(r.actor(n), event.thing, [][2]int{{n.start, n.end}, {c.start, c.end}, {event.start, event.end}}, "ATTENDEE", "witness", 0.9)
				}
			}
		}
	}
}

func (r *reading) attended(who, event *thing, spans [][2]int, role, rule string, confidence float64) {
	for _, c := range r.claims {
		if c.kind == kg.Chaired && c.subject == who && c.object == event {
			return
		}
	}
	r.claim(claim{kind: kg.Attended, subject: who, object: event, role: role, spans: spans, event: event, rule: rule, confidence: confidence})
}

// companions reads "โดยมี A, B และผู้แทนจาก C เข้าร่วม": who stands between the
// opening word and the word for taking part was at the event named before.
func (r *reading) companions(s *sentence, k int, main *thing) {
	open := s.tokens[k]
	var names []*mention
	var closing *mention
	at := open.end
	for j := k + 1; j < len(s.tokens); j++ {
		m := s.tokens[j]
		if m.start < at {
			at = max(at, m.end)
			continue
		}
		if m.sort == signal {
			if m.cue == with || m.cue == sentBy {
				continue
			}
			closing = m
			break
		}
		if m.sort == occasion || m.sort == accord {
			break
		}
		switch m.sort {
		case someone:
			names = append(names, m)
		case body:
			before := tidy(r.str(at, m.start))
			if !r.isEmployer(m) && (strings.HasSuffix(before, "ผู้แทนจาก") || strings.HasSuffix(before, "ผู้แทน") || joins(before) || strings.HasSuffix(before, "อาทิ") || strings.HasSuffix(before, "ทีมงานจาก")) {
				names = append(names, m)
			}
		}
		at = max(at, m.end)
	}
	if len(names) == 0 {
		return
	}
	event := occasionBefore(s.tokens, k)
	if closing != nil {
		switch closing.cue {
		case attends, witnesses:
			if next := r.occasionAfter(s.tokens, slices.Index(s.tokens, closing), 10); next != nil && !next.bare && event == nil {
				event = next
			}
		case chairs, coChairs, opens, signs, hosts:
			if closing.cue != signs && !(closing.cue == chairs && r.has(open.start, "พร้อม")) {
				return
			}
			if closing.cue == signs {
				return
			}
		case speaks, delegates:
			if names[len(names)-1].end+40 < closing.start || r.has(open.start, "พร้อม") {
				break
			}
			return
		}
	} else if !r.has(open.start, "พร้อม") && !r.has(open.start, "นำโดย") && strings.TrimSpace(r.str(names[len(names)-1].end, s.end)) == "" {
		return
	}
	if event == nil && closing != nil && r.has(open.start, "พร้อม") {
		event = r.occasionAfter(s.tokens, slices.Index(s.tokens, closing), 14)
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
		r.attended(n.thing, meeting, append(slices.Clone(spans), [2]int{n.start, n.end}), role, "companions", 0.85)
	}
}

// attendants reads the subjects of a word for taking part.
func (r *reading) attendants(s *sentence, k int, main *thing) {
	c := s.tokens[k]
	left := r.leftOf(s.tokens, k, 30)
	if left.from > 0 {
		if w := s.tokens[left.from-1]; w.sort == signal && (w.cue == with || w.cue == delegates) && w.cue == with {
			if r.has(w.start, "พร้อม") {
				// "A พร้อมด้วย B เข้าร่วม": A is the subject.
				left = r.leftOf(s.tokens, left.from-1, 4)
			} else {
				return // the list of โดยมี
			}
		} else if w.sort == signal && w.cue == sentBy {
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
	if event != nil && !s.headline {
		if len(left.names) == 0 && left.from == k && k > 0 && s.tokens[k-1].sort == occasion && r.coordinate(s.tokens[k-1], event) {
			// "ภายหลังการเป็นประธานใน A และเข้าร่วม B": who presided at A.
			for _, o := range r.claims {
				if o.kind == kg.Chaired && o.object == s.tokens[k-1].thing {
					r.attended(o.subject, event.thing, [][2]int{{c.start, c.end}, {event.start, event.end}}, "ATTENDEE", "attends", 0.7)
				}
			}
		}
		if j := slices.Index(s.tokens, event); r.has(r.skipBlanks(event.end), "ร่วมกับ") {
			for _, n := range r.rightOf(s.tokens, j, 8).names {
				r.attended(r.actor(n), event.thing, [][2]int{{n.start, n.end}, {c.start, c.end}, {event.start, event.end}}, "ATTENDEE", "attends-with", 0.8)
			}
		}
	}
	if s.headline && (event == nil || len(left.names) == 0) {
		return
	}
	welcome := r.has(c.start, "ให้การต้อนรับ")
	var guests list
	if welcome {
		guests = r.rightOf(s.tokens, k, 2)
		if guests.from > k && event == nil {
			for _, t := range s.tokens[guests.from:] {
				if t.sort == signal || t.start-s.tokens[guests.from].end > 90 {
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
		event = occasionBefore(s.tokens, k)
	}
	if event == nil && !s.headline && len(left.names) > 0 && main != nil && (r.has(c.start, "เข้าร่วมป") || r.has(c.start, "ร่วมพิธี") || r.has(c.start, "ร่วมในพิธี")) {
		event = &mention{start: c.start, end: c.end, thing: main}
	}
	if event == nil {
		return
	}
	for _, n := range slices.Concat(left.names, guests.names) {
		r.attended(r.actor(n), event.thing, [][2]int{{n.start, n.end}, {c.start, c.end}, {event.start, event.end}}, "ATTENDEE", "attends", 0.85)
		if w := r.str(c.start, c.end); w == "กล่าวต้อนรับ" && n.sort == someone {
			r.claim(claim{kind: kg.SpokeAt, subject: n.thing, object: event.thing, spans: [][2]int{{n.start, n.end}, {c.start, c.end}, {event.start, event.end}}, event: event.thing, rule: "speaks-at", confidence: 0.8})
		}
	}
}

// talksIn reads who met whom: the subjects of talks, calls and visits, and the
// people in their names.
func (r *reading) talksIn(s *sentence, at int) {
	for k, m := range s.tokens {
		if m.sort != occasion || m.role != "BILATERAL" && m.role != "VISIT" && !r.has(m.start, "ต้อนรับ") {
			continue
		}
		if s.headline && m.role == "VISIT" || r.endsWith(r.backBlanks(m.start), "จะ") || r.endsWith(r.backBlanks(m.start), "เตรียม") {
			continue // of a visit a headline says too little; what is to come nobody has attended
		}
		left := r.leftOf(s.tokens, k, 36)
		if left.from > 0 {
			w := s.tokens[left.from-1]
			if w.sort == signal && w.cue == attends && len(left.names) == 0 && m.start-w.end < 8 {
				// "ให้เป็นผู้แทนรับการเยี่ยมคารวะ"
				left = r.leftOf(s.tokens, left.from-1, 30)
				w = s.tokens[max(left.from-1, 0)]
			}
			if w.sort == signal && w.cue == sentBy {
				left = r.leftOf(s.tokens, left.from-1, 4)
			} else if w.sort == signal && w.cue == with && r.has(w.start, "พร้อม") {
				left.names = append(left.names, r.leftOf(s.tokens, left.from-1, 4).names...)
			}
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
		for _, n := range left.names {
			if n.sort == body && m.role == "BILATERAL" && s.headline {
				continue
			}
			r.attended(r.actor(n), m.thing, [][2]int{{n.start, n.end}, {m.start, m.end}}, "ATTENDEE", "talks", 0.85)
		}
		inner := r.within(m)
		for _, n := range inner {
			switch {
			case n.sort == someone:
				r.attended(n.thing, m.thing, [][2]int{{n.start, n.end}, {m.start, m.end}}, "ATTENDEE", "talks", 0.85)
			case n.sort == office && n.holder == nil && m.role == "BILATERAL":
				r.attended(r.actor(n), m.thing, [][2]int{{n.start, n.end}, {m.start, m.end}}, "ATTENDEE", "talks", 0.75)
			}
		}
		if m.role == "BILATERAL" {
			for _, n := range r.rightOf(s.tokens, k, 3).names {
				if n.sort != body {
					r.attended(r.actor(n), m.thing, [][2]int{{n.start, n.end}, {m.start, m.end}}, "ATTENDEE", "talks", 0.85)
				}
			}
		}
		if m.role == "VISIT" {
			for _, n := range inner {
				if n.sort == spot && n.thing.kind != kg.KindZone {
					r.claim(claim{kind: kg.HeldAt, subject: m.thing, object: n.thing, spans: [][2]int{{m.start, m.end}}, event: m.thing, rule: "visit-place", confidence: 0.85})
					break
				}
			}
		}
	}
}

// holdClaims states who holds which office in which body.
func (r *reading) holdClaims() {
	for _, m := range r.names {
		if m.sort != office || m.thing == nil {
			continue
		}
		spans := [][2]int{{m.start, m.end}}
		if m.org != nil {
			spans = append(spans, [2]int{m.org.start, m.org.end})
			r.claim(claim{kind: kg.PostIn, subject: m.thing, object: m.org.thing, spans: spans, rule: "post-in", confidence: 0.95})
		}
		if m.holder != nil {
			spans = append(spans, [2]int{m.holder.start, m.holder.end})
			r.claim(claim{kind: kg.Holds, subject: m.holder.thing, object: m.thing, roleText: tidy(r.str(m.start, m.end)), spans: spans, rule: "holds", confidence: 0.95})
		}
	}
}

// exOfficio reads offices that other offices have by office: "ให้ปลัดกระทรวง …
// ดำรงตำแหน่ง National Representative".
func (r *reading) exOfficio() {
	for k := range r.sentences {
		s := &r.sentences[k]
		network := r.networkOf(k)
		for j, m := range s.tokens {
			if m.sort != office || m.holder != nil {
				continue
			}
			before := tidy(r.str(max(s.start, m.start-22), m.start))
			if !strings.HasSuffix(before, "ดำรงตำแหน่ง") && !strings.HasSuffix(before, "เป็น") && !strings.HasSuffix(before, "ทำหน้าที่") {
				continue
			}
			left := r.leftOf(s.tokens, j, 14)
			appointed := m.thing
			if appointed.org == nil && network != nil && (m.role == "CHIEF_SMART_CITY_OFFICER" || m.role == "REPRESENTATIVE") {
				appointed.org = network.thing
				r.claim(claim{kind: kg.PostIn, subject: appointed, object: network.thing, spans: [][2]int{{m.start, m.end}}, rule: "ex-officio", confidence: 0.8})
			}
			for _, n := range left.names {
				if n.sort != office || n.holder != nil || n.thing == appointed {
					continue
				}
				spans := [][2]int{{n.start, postEnd(n)}, {m.start, m.end}}
				r.claim(claim{kind: kg.ExOfficio, subject: n.thing, object: appointed, spans: spans, rule: "ex-officio", confidence: 0.85})
				if p := r.holderOf(n.thing, n.start); p != nil {
					r.claim(claim{kind: kg.Holds, subject: p, object: appointed, spans: spans, rule: "ex-officio-holder", confidence: 0.6})
				}
			}
		}
	}
}

// networkOf gives the network that a sentence, or else the document, speaks of.
func (r *reading) networkOf(k int) *mention {
	s := &r.sentences[k]
	var any *mention
	for _, m := range r.names {
		if m.sort == body && (m.thing.kind == kg.KindNetwork || m.thing.kind == kg.KindInternationalOrganization && m.thing.known == nil) {
			if m.start >= s.start && m.end <= s.end {
				return m
			}
			any = m
		}
	}
	return any
}

// parts reads which bodies belong to which: "กระทรวง A โดยสำนักงาน B", "สำนักงาน B
// หน่วยงานในสังกัดกระทรวง A", "คณะอนุกรรมการ A ภายใต้คณะกรรมการ B".
func (r *reading) parts() {
	bodies := slices.DeleteFunc(slices.Clone(r.names), func(m *mention) bool { return m.sort != body })
	for k := 1; k < len(bodies); k++ {
		a, b := bodies[k-1], bodies[k]
		if a.thing == b.thing || b.start < a.end || b.start-a.end > 60 {
			continue
		}
		gap := tidy(r.afterBracket(r.str(a.end, b.start)))
		spans := [][2]int{{a.start, b.end}}
		switch {
		case gap == "โดย" && a.thing.kind == kg.KindMinistry && b.thing.kind == kg.KindAgency:
			r.claim(claim{kind: kg.PartOf, subject: b.thing, object: a.thing, spans: spans, rule: "part-by", confidence: 0.8})
		case (gap == "หน่วยงานในสังกัด" || gap == "ในสังกัด" || gap == "สังกัด" || gap == "ภายใต้" || gap == "ภายใต้การกำกับดูแลของ" || gap == "ในกำกับของ" || gap == "ในกำกับ" || strings.HasSuffix(gap, "ภายใต้") && len([]rune(gap)) < 26):
			r.claim(claim{kind: kg.PartOf, subject: a.thing, object: b.thing, spans: spans, rule: "part-under", confidence: 0.85})
		case gap == "" && b.thing.kind == kg.KindMinistry && a.thing.kind == kg.KindAgency && a.thing.country == nil:
			r.claim(claim{kind: kg.PartOf, subject: a.thing, object: b.thing, spans: spans, rule: "part-beside", confidence: 0.75})
		}
	}
}

// locations reads where places and foreign ministries are: places in a row,
// the smaller first, and countries in the names of ministries.
func (r *reading) locations() {
	size := map[kg.Kind]int{kg.KindVenue: 1, kg.KindZone: 2, kg.KindCity: 3, kg.KindProvince: 4, kg.KindCountry: 5}
	for k := 1; k < len(r.names); k++ {
		a, b := r.names[k-1], r.names[k]
		if a.sort != spot || b.sort != spot || a.thing == b.thing || b.start < a.end || b.start-a.end > 2 {
			continue
		}
		if size[a.thing.kind] > size[b.thing.kind] || size[a.thing.kind] == size[b.thing.kind] && a.thing.kind != kg.KindVenue && a.thing.kind != kg.KindZone || strings.Contains(r.str(a.end, b.start), "\n") || b.start == a.end && b.bare {
			continue
		}
		r.claim(claim{kind: kg.LocatedIn, subject: a.thing, object: b.thing, spans: [][2]int{{a.start, b.end}}, rule: "place-in-place", confidence: 0.85})
	}
	for _, m := range r.names {
		if m.sort == body && m.thing.country != nil && strings.Contains(r.str(m.start, m.end), "กระทรวง") {
			r.claim(claim{kind: kg.LocatedIn, subject: m.thing, object: m.thing.country, spans: [][2]int{{m.start, m.end}}, rule: "ministry-of-country", confidence: 0.9})
		}
	}
	// "Institute A และ Institute B ของเกาหลีใต้"
	for k, m := range r.names {
		if m.sort != spot || m.thing.kind != kg.KindCountry || !r.endsWith(r.backBlanks(m.start), "ของ") {
			continue
		}
		at := r.backBlanks(m.start) - 3
		for j := k - 1; j >= 0 && j > k-5; j-- {
			o := r.names[j]
			if o.sort != body || !isLatin(r.at(o.start)) || !joins(tidy(r.str(o.end, max(at, o.end)))) {
				break
			}
			r.claim(claim{kind: kg.LocatedIn, subject: o.thing, object: m.thing, spans: [][2]int{{o.start, m.end}}, rule: "body-of-country", confidence: 0.85})
			at = o.start
		}
	}
}
