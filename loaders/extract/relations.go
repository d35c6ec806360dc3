package extract

import (
	"slices"
	"strings"

	"mueang/graph/kg"
)

// relate reads the sentences for what they say of the things they name.
func (r *reading) relate() {
	r.nameItems()
	r.main = r.mainOccasion()
	r.holders = r.findHolders()
	r.dateOccasions()
	t := topic{}
	for k := range r.sentences {
		s := &r.sentences[k]
		if s.english {
			continue
		}
		t.enter(r, k)
		main := t.event(r, k)
		held := main
		if t.first == nil && slices.ContainsFunc(s.tokens, func(m *mention) bool { return m.sort == occasion }) {
			held = nil // the sentence names an event of its own, which is not that of the headline
		}
		r.chairsIn(s, held, k, main != t.first)
		r.hostsIn(s, held)
		r.attendanceIn(s, main)
		r.stagedIn(s)
		r.talksIn(s, k)
		r.rollCalls(s, k, main)
		t.leave(r, k)
	}
	r.relateEnglish()
	r.headlined()
	r.placesOfOccasions()
	r.signings()
	r.placeOfMain()
	r.holdClaims()
	r.exOfficio()
	r.memberships()
	r.parts()
	r.locations()
	r.projectClaims()
	r.judgeOccasions()
}

// topic is the event that sentences speak of without naming it.
type topic struct {
	title     *thing // that of the headline, where no sentence near it names one
	first     *thing // the first event of the text
	since     int    // the sentence that named it
	paragraph *thing // the last one of the paragraph
	last      *thing // the last one of the text
}

// reach is how many sentences on the first event of a text is still its topic;
// farther on a long text may speak of anything.
const reach = 3

// eventReferences say that a sentence speaks of an event named before.
var eventReferences = []string{"การประชุมครั้งนี้", "การประชุมดังกล่าว", "การหารือครั้งนี้", "การหารือดังกล่าว", "งานดังกล่าว", "การจัดงานครั้งนี้", "พิธีดังกล่าว", "กิจกรรมดังกล่าว", "การสัมมนาครั้งนี้", "การลงพื้นที่ครั้งนี้", "การเยือนครั้งนี้"}

func (t *topic) enter(r *reading, k int) {
	if r.sentences[k].first {
		t.paragraph = nil
	}
}

// event gives what sentence k speaks of.
func (t *topic) event(r *reading, k int) *thing {
	s := &r.sentences[k]
	if t.first == nil && k <= t.since+reach {
		return t.title
	}
	if t.first == nil || k <= t.since+reach || len(r.sentences) <= 8 {
		return t.first
	}
	if t.paragraph != nil {
		return t.paragraph
	}
	text := r.str(s.start, s.end)
	if slices.ContainsFunc(eventReferences, func(w string) bool { return strings.Contains(text, w) }) {
		return t.last
	}
	return nil
}

func (t *topic) leave(r *reading, k int) {
	s := &r.sentences[k]
	if s.headline {
		if t.first == nil {
			t.since = k
		}
		for _, m := range s.tokens {
			if t.title == nil && m.sort == occasion && !m.bare && !r.isReason(m) {
				t.title = m.thing
			}
		}
		return
	}
	for _, m := range s.tokens {
		if m.sort != occasion || m.bare && m.role != "BILATERAL" || r.isReason(m) {
			continue
		}
		if t.first == nil {
			t.first, t.since = m.thing, k
		}
		t.paragraph, t.last = m.thing, m.thing
	}
}

// list is what stands joined beside a signal: names, and where it began.
type list struct {
	names []*mention
	from  int // index of the first token of the list
}

// standIns stand before an office that somebody named before it fills for another or holds
// as well: "นาย A รองนายกรัฐมนตรี ปฏิบัติหน้าที่แทน|นายกรัฐมนตรี| เป็นประธาน".
var standIns = newWords("ปฏิบัติหน้าที่แทน", "ปฏิบัติหน้าที่", "ปฏิบัติราชการแทน", "ทำหน้าที่แทน", "ทำหน้าที่", "รักษาราชการแทน", "รักษาการแทน", "รักษาการ", "รักษาการในตำแหน่ง", "ในฐานะ", "และในฐานะ")

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
		ok := joins(tidy(gap)) || (m.sort == someone || m.sort == office || r.isPostBody(m)) && r.isCrowd(m.end, at)
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
			before := r.backBlanks(m.start)
			if lead, standsIn := r.wordBefore(before, standIns); standsIn && m.holder == nil {
				at, first, l.from = before-len([]rune(lead)), false, j
				continue
			}
			if r.standsAlone(m) {
				l.names = append(l.names, m)
			}
		case body:
			if len(l.names) > 0 && r.isSite(m) {
				return l
			}
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

// isSite reports whether a body is named as the place where the people behind it
// were: "… ที่สำนักงาน A (ก) นาย ข เป็นประธาน".
func (r *reading) isSite(m *mention) bool {
	at := r.backBlanks(m.start)
	for _, w := range []string{"ที่", "ณ"} {
		if r.endsWith(at, w) {
			return !isThaiLetter(r.at(at - len([]rune(w)) - 1))
		}
	}
	return false
}

// crowds begin the words for those of a list who are not named.
var crowds = newWords("หัวหน้า", "ข้าราชการ", "ผู้บริหาร", "คณะ", "เจ้าหน้าที่", "ทีมงาน", "สมาชิก", "ประชาชน", "พนักงาน", "ผู้แทน", "ภาคี", "ภาคส่วน", "ภาคเอกชน", "ภาครัฐ", "ที่ปรึกษา", "ผู้ตรวจราชการ", "บุคลากร", "นักเรียน", "นักศึกษา", "สื่อมวลชน", "หน่วยงาน", "นายอำเภอ", "ผู้นำ", "กำนัน", "ผู้ใหญ่บ้าน", "ส่วนราชการ", "ผู้ที่เกี่ยวข้อง", "ผู้เกี่ยวข้อง", "จิตอาสา", "อาสาสมัคร", "เครือข่าย", "แขกผู้มีเกียรติ", "ผู้ทรงคุณวุฒิ", "ผู้ประกอบการ", "เกษตรกร", "ผู้สูงอายุ", "อดีต", "รองอธิบดี")

// isCrowd reports whether a gap of a list names only those who have no names: "… หัวหน้า
// ส่วนราชการ นายอำเภอ และ …".
func (r *reading) isCrowd(start, end int) bool {
	const longest = 160
	at := r.skipBlanks(start)
	if r.at(at) == ')' {
		at = r.skipBlanks(at + 1) // "ปลัดกระทรวง ก (ปลัด ข) คณะผู้บริหาร …"
	}
	if end-at > longest || strings.Contains(r.str(min(at, end), end), "\n") {
		return false
	}
	for _, w := range []string{"พร้อมด้วย", "พร้อม", "รวมถึง", "ตลอดจน", "และ", ","} {
		if r.has(at, w) {
			at = r.skipBlanks(at + len([]rune(w)))
			break
		}
	}
	_, ok := r.wordAt(at, crowds)
	return ok && at < end
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
			if r.standsAlone(m) {
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

// staffWords stand before the body that those whom they mean work for.
var staffWords = newWords("เจ้าหน้าที่", "ข้าราชการ", "คณะผู้บริหาร", "บุคลากร", "พนักงาน", "คณาจารย์", "สังกัด")

// bodyLeads are words that may be written right before a body that acts itself.
var bodyLeads = newWords("จับมือ", "ผนึกกำลัง", "และ", "กับ", "หรือ", "โดย", "จาก", "ทาง", "ที่", "ซึ่ง", "มี", "นำ", "ด้วย", "ด้าน", "แก่", "คือ", "อาทิ", "เช่น", "ได้แก่", "ผู้แทน", "ตัวแทน", "ระหว่าง", "ตลอดจน", "รวมถึง", "รวมทั้ง", "น.", "โดยมี", "ให้", "ทั้ง", "พร้อม", "เชิญ", "แล้ว", "ทีมงาน", "ผู้บริหาร", "นี้", "นั้น")

// officeTails may end an office before its body: "ผู้อำนวยการ|บริหารสำนักงาน| A".
var officeTails = []string{"บริหาร", "บริหารสำนักงาน", "บริหารองค์การ", "ใหญ่", "ใหญ่สำนักงาน", "ทั่วไป", "สำนักงาน", "ประจำสำนักงาน"}

// isEmployer reports whether a body is named as that of an office or of the
// person before it, as another name of the body before it, or within a longer
// phrase: "รองประธานบริษัท A", "ผู้บริหารกระทรวง B".
func (r *reading) isEmployer(b *mention) bool {
	if r.isPostBody(b) {
		return true
	}
	if isThaiLetter(r.at(b.start-1)) && r.taken[b.start-1] == nil {
		if _, lead := r.wordBefore(b.start, bodyLeads); !lead || r.endsWith(b.start, "หน้าที่") {
			return true // "ปฏิบัติหน้าที่กระทรวง ก"
		}
	}
	if r.at(r.backBlanks(b.start)-1) == '(' {
		return true
	}
	if at := r.backBlanks(b.start); r.has(b.start, "พรรค") && at < b.start && isThaiLetter(r.at(at-1)) {
		return true // "ส.ส.ตรัง พรรค A"
	}
	if _, staff := r.wordBefore(b.start, staffWords); staff {
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
	if before.sort == office && slices.Contains(officeTails, gap) {
		return true
	}
	unit := before.sort == body && (r.has(before.start, "ฝ่าย") || r.has(before.start, "ศูนย์") || r.has(before.start, "สำนัก") && !r.has(before.start, "สำนักงาน"))
	return before.sort == body && (gap == "หรือ" || gap == ":" || gap == "" && (before.thing == b.thing || unit))
}

// standsAlone reports whether an office is named without its holder: the one of
// the headline is not beside it.
func (r *reading) standsAlone(m *mention) bool {
	return m.holder == nil || r.isHeadline(m.holder) && !r.isHeadline(m)
}

// actor gives the thing that a name in a list stands for: an office whose
// holder the text names stands for the holder.
func (r *reading) actor(m *mention) *thing {
	if m.sort != office || r.joinedAbroad(m) {
		return m.thing
	}
	if p := r.holderOf(m.thing, m.start); p != nil {
		return p
	}
	return m.thing
}

// joinedAbroad reports whether a deputy prime minister is minister of another country:
// "รองนายกรัฐมนตรีและรัฐมนตรีว่าการกระทรวงการค้าสิงคโปร์".
func (r *reading) joinedAbroad(m *mention) bool {
	end := postEnd(m)
	if m.thing.role != "DEPUTY_PRIME_MINISTER" || m.thing.org != nil || !r.has(r.skipBlanks(end), "และ") {
		return false
	}
	k := r.nextName(end)
	return k < len(r.names) && r.names[k].sort == office && r.names[k].start <= end+5 && r.isAbroad(r.names[k])
}

// holders are the offices that have a holder, in the order of the text.
type holders struct {
	of   map[*thing][]*mention // by office
	role map[string][]*mention // by role
}

func (r *reading) findHolders() holders {
	h := holders{map[*thing][]*mention{}, map[string][]*mention{}}
	for _, n := range r.names {
		if n.sort == office && n.thing != nil && n.holder != nil {
			h.of[n.thing] = append(h.of[n.thing], n)
			h.role[n.thing.role] = append(h.role[n.thing.role], n)
		}
	}
	return h
}

// holderOf gives the person whom the text names as holder of an office, the
// last one before i first.
func (r *reading) holderOf(post *thing, i int) *thing {
	list := r.holders.of[post]
	if post.org == nil {
		list = r.holders.role[post.role]
	}
	several := post.org == nil && post.role == "DEPUTY_PRIME_MINISTER" // any of whom an item may mean
	is := func(n *mention) bool {
		if several && r.itemOf(n.start) != r.itemOf(i) {
			return false
		}
		return n.thing == post || n.thing.org == nil && r.sameOffice(n.thing.roleText, post.roleText)
	}
	at, _ := slices.BinarySearchFunc(list, i, func(m *mention, i int) int { return m.start - i })
	for _, n := range slices.Backward(recent(list[:at])) {
		if is(n) {
			return n.holder.thing
		}
	}
	if k := slices.IndexFunc(list[at:min(len(list), at+mostAlike)], is); k >= 0 {
		return list[at+k].holder.thing
	}
	return nil
}

// objectLeads stand before people who do nothing in a clause but are named in
// it: "จากนาย A", "ของนาย A".
var objectLeads = newWords("รัฐบาล", "ยุค", "ของ", "จาก", "แทน", "ต่อ", "แก่", "แด่", "ตาม", "ผู้แทน")

// clauseSubjects gives who does what token k says where nobody stands joined
// before it: "A ตำแหน่ง พร้อมด้วย B … ได้เดินทางไป … และเป็นประธาน". The first
// list holds those who act, the second those who come with them. Lists that
// โดยมี opens and a word closes are passed over, as is who sent somebody.
func (r *reading) clauseSubjects(s *sentence, k int) (acting, along []*mention) {
	closed := false // a signal stands between the token and the list at hand
	var group []*mention
	for j := k - 1; j >= 0; j-- {
		m := s.tokens[j]
		switch m.sort {
		case someone:
			if _, object := r.wordBefore(r.backBlanks(m.start), objectLeads); !object && !r.speaksForOthers(m) {
				group = append(group, m)
			}
		case office:
			if r.standsAlone(m) && (m.org != nil || r.holderOf(m.thing, m.start) != nil) {
				if _, object := r.wordBefore(r.backBlanks(m.start), objectLeads); !object {
					group = append(group, m)
				}
			}
		case signal:
			switch m.cue {
			case with:
				switch {
				case r.comesAlong(m):
					if !closed {
						along = append(along, group...)
					}
				case closed || len(group) == 0:
				case slices.ContainsFunc(r.leftOf(s.tokens, j, 1).names, isPerson):
					along = append(along, group...) // "A โดยมี B ลงพื้นที่"
				default:
					return group, along // the list of โดยมี acts itself
				}
				group, closed = nil, false
			case sentBy:
				group = nil
			case delegates:
				return group, along // who is sent acts, not who sends
			case speaks:
				if len(group) > 0 {
					return group, along
				}
			default:
				if len(group) > 0 {
					return group, along
				}
				closed = true
			}
		}
	}
	return group, along
}

// speaksForOthers reports whether a person is named as a spokesman: what he tells
// others did.
func (r *reading) speaksForOthers(m *mention) bool {
	return slices.ContainsFunc(m.posts, func(p *mention) bool {
		return p.role == "SPOKESPERSON" || strings.Contains(r.str(p.start, p.end), "โฆษก")
	})
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
		if m.sort == undertaking && m.start-at <= 4 {
			continue // "จัดโครงการ|ประกวด …"
		}
		return nil
	}
	return nil
}

// occasionBefore gives the last event that the sentence names before a token; a
// visit that is only the reason for another event comes last.
func (r *reading) occasionBefore(tokens []*mention, k int) *mention {
	var reason *mention
	for j := k - 1; j >= 0; j-- {
		switch {
		case tokens[j].sort != occasion:
		case !r.isReason(tokens[j]):
			return tokens[j]
		case reason == nil:
			reason = tokens[j]
		}
	}
	return reason
}

// occasionAhead gives the next event that a sentence names behind a word for the chair:
// "A เป็นประธานฝ่ายสงฆ์ B เป็นประธานฝ่ายฆราวาส ใน E". Behind a chair beside a name the list
// of those who come along may stand first.
func (r *reading) occasionAhead(tokens []*mention, k int, beside bool) *mention {
	const near = 160
	j := slices.IndexFunc(tokens[k:], func(m *mention) bool { return m.sort == occasion })
	if j < 0 || !beside && tokens[k+j].start-tokens[k].end > near {
		return nil
	}
	return tokens[k+j]
}

// standingBodies have a chair for a year or more, who presides over no one event:
// "เป็นประธานอาเซียน".
var standingBodies = newWords("อาเซียน", "เอเปค", "กลุ่ม", "สภา", "สมาคม", "กรรมการ", "อนุกรรมการ")

// chairsIn reads who was in the chair. Far from the event that the text is about
// only who is named beside the word presides.
func (r *reading) chairsIn(s *sentence, main *thing, at int, far bool) {
	if main != nil && main.subtype == "VISIT" {
		main = nil // who presides does so over something else on the way
	}
	for k, c := range s.tokens {
		if c.sort != signal || c.cue != chairs && c.cue != coChairs && c.cue != opens {
			continue
		}
		if k+1 < len(s.tokens) && s.tokens[k+1].sort == body && s.tokens[k+1].start-c.end <= 1 {
			continue // ประธานอาเซียน: an office
		}
		if r.isOpeningOf(c) {
			continue
		}
		if _, standing := r.wordAt(c.end, standingBodies); standing {
			continue
		}
		left := r.leftOf(s.tokens, k, 34)
		beside := r.has(c.start, "ประธาน") && c.cue == chairs && !r.endsWith(c.start, "เป็น") // "นาย A ประธานในพิธี"
		if beside && len(left.names) == 0 {
			continue // a chair of whom it is not said who he is
		}
		if w := left.from - 1; w >= 0 && len(left.names) > 0 && s.tokens[w].sort == signal && (s.tokens[w].cue == sentBy || s.tokens[w].cue == attends && strings.HasSuffix(r.str(s.tokens[w].start, s.tokens[w].end), "แทน")) {
			// "A ได้รับมอบหมายจาก B เป็นประธาน", "A เป็นผู้แทน B เป็นประธาน": A presides.
			if sent := r.leftOf(s.tokens, w, 8); len(sent.names) > 0 {
				left = sent
			}
		}
		before := ""
		if left.from < k {
			before = r.str(max(s.start, s.tokens[left.from].start-12), s.tokens[left.from].start)
		}
		before = strings.TrimSpace(before)
		relative := strings.HasSuffix(before, "ที่มี") || strings.HasSuffix(before, "ซึ่งมี") || strings.HasSuffix(before, "ซึ่ง")
		event := r.occasionAfter(s.tokens, k, 14)
		if event != nil && r.has(r.skipBlanks(c.end), "ว่า") {
			event = nil // what is quoted next
		}
		others := list{from: k}
		if event == nil && (c.cue == coChairs || r.has(r.skipBlanks(c.end), "ร่วมกับ")) {
			others = r.rightOf(s.tokens, k, 9)
			if others.from > k {
				event = r.occasionAfter(s.tokens, others.from, 24)
			}
		}
		if strings.HasSuffix(before, "โดยมี") && event == nil && left.from > 1 && s.tokens[left.from-1].cue == with {
			if o := s.tokens[left.from-2]; o.sort == body && o.thing.kind == kg.KindCommittee && r.occasionBefore(s.tokens, k) == nil {
				r.standingChair(left, o, c)
				continue
			}
		}
		if relative && event == nil {
			event = r.meetingOf(s.tokens, left.from, c)
		}
		if relative && event == nil {
			if committee := r.committeeBefore(s.tokens, left.from); committee != nil {
				r.standingChair(left, committee, c)
				continue
			}
		}
		if event == nil {
			event = r.occasionBefore(s.tokens, k)
		}
		if event == nil && (beside || main == nil && c.cue != coChairs) {
			event = r.occasionAhead(s.tokens, k, beside)
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
		bodies := len(left.names)
		left.names = slices.DeleteFunc(left.names, func(n *mention) bool { return n.sort == body })
		bodies -= len(left.names)
		if len(left.names) == 0 && !s.headline && !r.othersChair(s.tokens, k) {
			if acting, _ := r.clauseSubjects(s, k); len(acting) > 0 {
				first := acting[len(acting)-1]
				if bodies == 0 || !slices.ContainsFunc(s.tokens[:k], func(m *mention) bool { return m.sort == signal && m.start > first.start }) {
					left.names = append(left.names, first)
				}
			}
		}
		if len(left.names) == 0 && event != nil {
			left.names = r.subjectBehind(s.tokens, k, event)
		}
		if len(left.names) == 0 && bodies == 0 && (event != nil || !far) && !r.othersPreside(s, k) {
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
			const most = 8 // as many as are called "both" and "all"
			before, _ := slices.BinarySearchFunc(r.names, c.start, func(m *mention, i int) int { return m.start - i })
			for _, o := range recent(r.names[:before]) {
				if len(left.names) < most && o.sort == office && o.role == n.role && o.holder != nil && !slices.ContainsFunc(left.names, func(x *mention) bool { return r.actor(x) == o.holder.thing }) {
					left.names = append(left.names, o.holder)
				}
			}
		}
		if event != nil && !s.headline {
			r.partners(s, event, c)
		}
		companions := left
		for _, n := range slices.Concat(left.names, others.names) {
			if n.sort == body {
				continue
			}
			where, rule := [2]int{n.start, n.end}, "chair"
			if n.end < s.start {
				where, rule = spans[0], "chair-carried-on"
			}
			r.claim(claim{kind: kg.Chaired, subject: r.actor(n), object: meeting, role: role, roleText: r.str(c.start, c.end),
				spans: append(slices.Clone(spans), where), event: meeting, rule: rule})
		}
		if companions.from > 0 {
			if w := s.tokens[companions.from-1]; w.sort == signal && w.cue == with && r.comesAlong(w) {
				// "A พร้อมด้วย B เป็นประธาน": A presides, B comes along.
				more := r.leftOf(s.tokens, companions.from-1, 12)
				for _, n := range more.names {
					if n.sort == body {
						continue
					}
					r.claim(claim{kind: kg.Chaired, subject: r.actor(n), object: meeting, role: role, spans: append(slices.Clone(spans), [2]int{n.start, n.end}), event: meeting, rule: "chair"})
				}
			}
		}
	}
}

// othersPreside reports whether a clause says who is in the chair, in words that name
// nobody, or speaks of a chair without saying that anybody is: "ซึ่งประเทศไทยเป็นประธาน",
// "โดยมีรัฐมนตรีท่องเที่ยว … เป็นประธาน", "ถ้อยแถลงประธานร่วม".
func (r *reading) othersPreside(s *sentence, k int) bool {
	c := s.tokens[k]
	if r.has(c.start, "ประธาน") && !r.endsWith(c.start, "เป็น") {
		return true
	}
	if c.cue == opens && (r.endsWith(c.start, "การ") || r.endsWith(c.start, "ให้") || r.endsWith(c.start, "จะ")) {
		return true // "การเปิดกิจกรรมทางเศรษฐกิจ"
	}
	const near = 60
	from := max(s.start, c.start-near)
	before := r.str(from, c.start)
	for _, w := range []string{"โดยมี", "ซึ่งมี", "ที่มี"} {
		if strings.Contains(before, w) {
			return true
		}
	}
	for j := k - 1; j >= 0 && s.tokens[j].end > from; j-- {
		if m := s.tokens[j]; m.sort == spot && m.thing.kind == kg.KindCountry && m.end <= c.start && c.start-m.end < 14 && !strings.Contains(r.str(m.end, c.start), "\n") {
			return true
		}
	}
	return false
}

// othersChair reports whether a relative clause says who is in the chair in words that
// name nobody: "ที่มีรองนายกสมชาย เป็นประธาน".
func (r *reading) othersChair(tokens []*mention, k int) bool {
	const near = 60
	c := tokens[k]
	from := max(0, c.start-near)
	if k > 0 {
		from = max(from, min(tokens[k-1].end, c.start))
	}
	said := r.str(from, c.start)
	return strings.Contains(said, "ที่มี") || strings.Contains(said, "ซึ่งมี") || k > 0 && tokens[k-1].sort == signal && tokens[k-1].cue == with && !r.comesAlong(tokens[k-1])
}

// isOpeningOf reports whether a word for opening is a noun: who speaks "ในตอนหนึ่ง
// ของการ|เปิดการประชุม" is there, but who opened it is not said.
func (r *reading) isOpeningOf(c *mention) bool {
	return c.cue == opens && r.endsWith(c.start, "ของการ")
}

// beforehand are words that put what somebody did before what the sentence tells
// of him: "ภายหลังเป็นประธานการประชุม E นาย A เปิดเผยว่า".
var beforehand = newWords("ภายหลังจากการ", "ภายหลังจาก", "ภายหลังการ", "ภายหลัง", "หลังจากการ", "หลังจาก", "หลังการ", "หลัง", "ก่อนการ", "ก่อน", "ในระหว่างการ", "ระหว่างการ")

// subjectBehind gives who is named behind the event where a clause with
// beforehand leads the sentence, and no places and dates only stand between.
func (r *reading) subjectBehind(tokens []*mention, k int, event *mention) []*mention {
	const near, most = 90, 8
	j := slices.Index(tokens, event)
	if _, led := r.wordBefore(r.backBlanks(tokens[k].start), beforehand); !led || j < k {
		return nil
	}
	at := event.end
	for _, m := range tokens[j+1 : min(j+1+most, len(tokens))] {
		if m.start < at {
			continue
		}
		if m.start-at > near || strings.Contains(r.str(at, m.start), "\n") {
			return nil
		}
		switch m.sort {
		case someone:
			return []*mention{m}
		case office:
			if r.standsAlone(m) {
				return []*mention{m}
			}
		case spot, date:
		default:
			return nil
		}
		at = m.end
	}
	return nil
}

// topicBefore gives the person whom the sentences before i speak of: the one at
// the head of the last sentence that names any, or of the next one.
func (r *reading) topicBefore(at, i int) *mention {
	for k := at; k >= 0; k-- {
		if r.itemOf(r.sentences[k].start) != r.itemOf(i) {
			return nil
		}
		if m := r.sentences[k].person; m != nil && m.start < i {
			return m
		}
	}
	if at < len(r.sentences) {
		for k := at + 1; k < len(r.sentences) && k <= at+2; k++ {
			if m := r.sentences[k].person; m != nil {
				return m
			}
		}
	}
	return nil
}

// meetingOf gives the meeting that a relative clause hangs on: "การประชุม
// คณะกรรมการ … หรือ บอร์ด … ซึ่งมี A เป็นประธาน". What "ที่ประชุม" names is the
// committee itself, unless its day or number, or the words for the chair, say that it
// met: "ที่ประชุม B เมื่อวันที่ … ซึ่งมี A เป็นประธาน", "… เป็นประธานการประชุม".
func (r *reading) meetingOf(tokens []*mention, k int, chair *mention) *mention {
	const near = 60
	at, met := tokens[k].start, r.has(chair.end, "การประชุม") || r.has(chair.end, "ที่ประชุม") || r.has(chair.end, "ในที่ประชุม") || r.has(chair.end, "ในการประชุม")
	for j := k - 1; j >= 0; j-- {
		m := tokens[j]
		switch {
		case m.sort == occasion:
			if m.bare || at-m.end > near || r.has(m.start, "ที่ประชุม") && !met && m.thing.series == nil {
				return nil
			}
			return m
		case m.sort == date:
			met = true
		case m.sort != body && (m.sort != signal || m.cue != with):
			return nil
		}
		at = m.start
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
