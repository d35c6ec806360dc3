package extract

import (
	"slices"
	"strings"

	"mueang/graph/kg"
)

// Who held an event is said in one of five ways:
//
//	A ร่วมกับ B (จะ|ได้|กำหนด) จัด E         the verb before the event
//	E ซึ่ง A ร่วมกับ B จัดขึ้น                 and behind it
//	E (ซึ่ง) จัด(ขึ้น)โดย A ร่วมกับ B          the agent
//	A (จะ) เป็นเจ้าภาพ(ร่วม) (จัด) E          the host
//	การเป็นเจ้าภาพ(จัด) E ของ A              and the host of a noun
//
// A and B are bodies, countries, or towns and provinces, which stand for their
// governments. Where no event is named beside the verb, การประชุมดังกล่าว and the
// like stand for the one told before.

// hostsIn reads who held an event.
func (r *reading) hostsIn(s *sentence, main *thing) {
	for k, c := range s.tokens {
		if c.sort != signal || c.cue != hosts && c.cue != hostedBy {
			continue
		}
		event, holders := r.heldBy(s, k, main)
		if c.cue == hosts {
			event, holders = r.holds(s, k, main)
		}
		if event == nil || event.thing.subtype == "BILATERAL" || event.thing.subtype == "VISIT" {
			continue
		}
		role := "ORGANIZER"
		if lead := r.str(max(s.start, c.start-8), min(c.end+4, s.end)); strings.Contains(lead, "เจ้าภาพร่วม") || strings.Contains(lead, "ร่วมเป็นเจ้าภาพ") {
			role = "CO_HOST"
		} else if strings.Contains(lead, "เจ้าภาพ") || strings.Contains(lead, "host") {
			role = "HOST"
		}
		events := []*mention{event}
		if other := r.eventBeside(s.tokens, event); c.cue == hosts && other != nil {
			events = append(events, other)
		}
		for _, h := range holders {
			who := h.thing
			if h.sort == spot && who.kind != kg.KindCountry {
				who = r.named(nil, kg.KindLocalGovernment, r.str(h.start, h.end), h.start)
			}
			for _, event := range events {
				r.claim(claim{kind: kg.Organized, subject: who, object: event.thing, role: role, roleText: r.str(c.start, c.end),
					spans: [][2]int{{h.start, h.end}, {c.start, c.end}, {event.start, event.end}}, event: event.thing, rule: "host"})
			}
		}
	}
}

// eventBeside gives the event that the same verb holds beside one: "จัดงาน A (ภายใต้
// แนวคิด “…”) และพิธี B".
func (r *reading) eventBeside(tokens []*mention, event *mention) *mention {
	k := slices.Index(tokens, event)
	if k < 0 {
		return nil
	}
	for _, m := range tokens[k+1:] {
		if m.sort != occasion {
			if m.sort == signal {
				return nil
			}
			continue
		}
		if m.thing == event.thing || m.start < event.end {
			event = m // under another of its names
			continue
		}
		const longest = 200
		if m.start > event.end+longest {
			return nil
		}
		gap, quoted := "", false
		for _, c := range r.str(event.end, m.start) {
			quoted = (quoted || c == '“') && c != '”'
			if !quoted && c != '”' {
				gap += string(c)
			}
		}
		gap = tidy(gap)
		for _, theme := range []string{"ภายใต้ธีม", "ภายใต้แนวคิด", "ภายใต้หัวข้อ", "ในหัวข้อ"} {
			gap = strings.TrimSpace(strings.TrimPrefix(gap, theme))
		}
		if !slices.Contains(andTexts, gap) {
			return nil
		}
		return m
	}
	return nil
}

// hostsForCountries leaves the holding of an event to the bodies that the text
// names, where it also says that their country holds it.
func (r *reading) hostsForCountries() {
	byBodies := map[*thing]bool{}
	for _, c := range r.claims {
		byBodies[c.object] = byBodies[c.object] || c.kind == kg.Organized && c.subject.kind != kg.KindCountry
	}
	r.keepClaims(slices.DeleteFunc(r.claims, func(c *claim) bool {
		return c.kind == kg.Organized && c.subject.kind == kg.KindCountry && byBodies[c.object]
	}))
}

// heldBy reads the agent behind จัดโดย and the event before it, or the one that
// the text is about.
func (r *reading) heldBy(s *sentence, k int, main *thing) (event *mention, holders []*mention) {
	c := s.tokens[k]
	if event = r.occasionBefore(s.tokens, k); event == nil && main != nil {
		event = &mention{start: c.start, end: c.end, thing: main}
	}
	return event, r.holdersRight(s.tokens, k)
}

// holds reads the subjects of จัด and เป็นเจ้าภาพ and the event that the verb
// names, or that its clause belongs to.
func (r *reading) holds(s *sentence, k int, main *thing) (event *mention, holders []*mention) {
	c := s.tokens[k]
	asHost := strings.Contains(r.str(c.start, c.end), "เจ้าภาพ")
	holders, from := r.holdersLeft(s.tokens, k)
	event = r.occasionAfter(s.tokens, k, 12)
	switch {
	case event != nil && asHost:
		after := slices.Index(s.tokens, event)
		if _, listed := r.hasAny(r.skipBlanks(event.end), []string{"ประกอบด้วย", "ได้แก่", "คือ"}); listed {
			holders = r.holdersRight(s.tokens, after)
		} else if len(holders) == 0 && r.has(r.skipBlanks(event.end), "ของ") {
			holders = r.holdersRight(s.tokens, after)
		}
	case event != nil && r.has(r.skipBlanks(event.end), "ร่วมกับ") && len(holders) > 0 && event.thing.subtype != "MEETING":
		holders = append(holders, r.holdersRight(s.tokens, slices.Index(s.tokens, event))...)
	case event != nil:
	case r.refersBack(c.start):
		if event = r.occasionBefore(s.tokens, from); event == nil && main != nil {
			event = &mention{start: c.start, end: c.end, thing: main}
		}
	case r.has(c.start, "จัดขึ้น") || asHost && from < k && r.isRelative(s.tokens[from].start):
		event = r.occasionBefore(s.tokens, from)
	}
	if event != nil && len(holders) == 0 && asHost {
		holders = r.hostNear(s.tokens, k)
	}
	if event != nil && len(holders) == 0 {
		holders = r.unsaidHolders(s, k)
	}
	return event, holders
}

// unsaidHolders gives who holds an event where the clause itself does not say it:
// the body that a headline begins with, "กรม ก เร่งพัฒนา ข |จัด E", or the one that
// its head speaks for, "นาย A อธิบดีกรม ก เปิดเผยว่า (กรม) ได้|จัด E", or those who
// held the event before, "ไทยเป็นเจ้าภาพจัด E รวมถึงการ|จัด F".
func (r *reading) unsaidHolders(s *sentence, k int) []*mention {
	at := r.subjectEnd(s.tokens[k].start)
	if noun := s.tokens[k].start - 3; r.has(noun, "การ") {
		if _, more := r.wordBefore(r.backBlanks(noun), andWords); !more {
			return nil
		}
		for j := k - 1; j >= max(0, k-8); j-- {
			if s.tokens[j].sort == signal {
				if s.tokens[j].cue != hosts {
					return nil
				}
				holders, _ := r.holdersLeft(s.tokens, j)
				return holders
			}
		}
		return nil
	}
	if s.headline {
		first := slices.IndexFunc(s.tokens, func(m *mention) bool { return m.sort != date })
		if first < k && isBlank(r.at(at-1)) && s.tokens[first].sort == body && s.tokens[first].thing.kind != kg.KindCommittee && r.isHolder(s.tokens[first]) && !r.isListed(s.tokens[first+1:k]) {
			return s.tokens[first : first+1]
		}
		return nil
	}
	at = r.backBlanks(at)
	if w, ok := r.wordBefore(at, ownBodies); ok {
		at = r.backBlanks(at - len([]rune(w)))
	}
	if k < 2 || s.tokens[k-1].sort != signal || s.tokens[k-1].cue != speaks || at != s.tokens[k-1].end || !r.endsWith(at, "ว่า") {
		return nil
	}
	for j := k - 2; j >= max(0, k-12) && s.tokens[j].sort != signal; j-- {
		if m := s.tokens[j]; m.sort == office && m.holder != nil {
			if m.org == nil || m.org.sort != body {
				return nil
			}
			return []*mention{m.org}
		}
	}
	return nil
}

// andWords join a second event to the one before.
var (
	andTexts = []string{"และ", "รวมถึง", "รวมทั้ง", "ตลอดจน"}
	andWords = newWords(andTexts...)
)

// ownBodies are generic words by which a speaker calls his own body.
var ownBodies = newWords("ทางกรม", "ทางกระทรวง", "ทางจังหวัด", "ทางสำนักงาน", "กรม", "กระทรวง", "จังหวัด", "สำนักงาน")

// isListed reports whether people or events stand among the names: then somebody
// else may be the subject of what follows.
func (r *reading) isListed(names []*mention) bool {
	return slices.ContainsFunc(names, func(m *mention) bool { return m.sort == someone || m.sort == occasion || m.sort == office })
}

// subjectEnd gives where the words that lead to a verb of holding at i begin.
func (r *reading) subjectEnd(i int) int {
	for range 5 {
		before := r.backBlanks(i)
		w, ok := r.wordBefore(before, holdWords)
		if !ok || r.taken[before-1] != nil {
			break
		}
		i = before - len([]rune(w))
	}
	return i
}

// meantBefore name an event that has been told: "จัดการประชุมดังกล่าว", "จัดงานฯ".
var (
	heldWords   = newWords("เป็นเจ้าภาพในการจัด", "เป็นเจ้าภาพจัด", "เป็นเจ้าภาพ", "เจ้าภาพจัด", "ดำเนินการจัด", "จัด", "ได้จัด", "การประชุม", "ประชุม", "การสัมมนา", "งาน", "กิจกรรม", "พิธี", "การ")
	meantBefore = newWords("ดังกล่าว", "นี้", "ในครั้งนี้", "ครั้งนี้", "ฯ")
)

// refersBack reports whether a verb of holding at i has an event told before for
// its object.
func (r *reading) refersBack(i int) bool {
	for range 3 {
		w, ok := r.wordAt(i, heldWords)
		if !ok {
			return false
		}
		i += len([]rune(w))
		if _, back := r.wordAt(i, meantBefore); back {
			return true
		}
	}
	return false
}

// isRelative reports whether a clause that begins at i tells of what stands
// before it: "… ซึ่ง A", "… โดยมี A".
func (r *reading) isRelative(i int) bool {
	_, ok := r.endsWithAny(r.backBlanks(i), []string{"ซึ่ง", "ที่", "โดยมี", "โดย"})
	return ok
}

// wishes are what others do about somebody's hosting.
var wishes = []string{"สนับสนุน", "ยินดี", "ชื่นชม", "ขอบคุณ", "ให้การ"}

// hostNear gives the country or body named shortly before a noun of hosting:
// "อวยพรให้ญี่ปุ่นประสบความสำเร็จในการเป็นเจ้าภาพ".
func (r *reading) hostNear(tokens []*mention, k int) []*mention {
	if k == 0 || !r.endsWith(tokens[k].start, "การ") {
		return nil
	}
	m := tokens[k-1]
	gap := r.str(m.end, max(tokens[k].start, m.end))
	if m.sort != body && (m.sort != spot || m.thing.kind != kg.KindCountry) || m.sort == body && r.isEmployer(m) || len([]rune(gap)) > 40 || strings.ContainsAny(gap, "\n,") || slices.ContainsFunc(wishes, func(w string) bool { return strings.Contains(gap, w) }) {
		return nil
	}
	return []*mention{m}
}

// holdWords may stand between those who hold an event and the verb.
var holdWords = newWords("ได้รับเกียรติให้", "ได้รับเลือกให้", "ได้รับคัดเลือกให้", "ได้รับการคัดเลือกให้", "ได้รับมอบหมายให้", "ได้มีโอกาส", "มีโอกาส", "จะมีการ", "มีการ", "มีแผนการ", "กำหนดการ", "ได้ร่วมกัน", "ร่วมกัน", "ดำเนินการ", "เป็นผู้", "เป็น", "ได้รับเกียรติ", "มีกำหนด", "กำหนด", "ทำหน้าที่", "รับหน้าที่", "ได้รับ", "ได้", "จะ", "จึง", "ก็", "เตรียม", "ตกลง", "ยัง",
	"เดินหน้า", "เร่ง", "กำลัง", "พร้อม", "รับ", "ขอ", "ต้อง", "มีแผน", "วางแผน", "ร่วม", "จับมือ", "ผนึกกำลัง", "ได้ฤกษ์", "เปิดบ้าน", "ในฐานะ")

// holdersLeft gives who stands before a verb of holding, and where in the
// sentence the first of them is: nobody before การจัด, which is a noun.
func (r *reading) holdersLeft(tokens []*mention, k int) (holders []*mention, from int) {
	at, from := r.backBlanks(r.subjectEnd(tokens[k].start)), k
	if _, other := r.endsWithAny(at, []string{"การ", "ผู้", "เข้า", "เสนอตัว", "เสนอ", "สมัคร"}); other && r.taken[at-1] == nil {
		return nil, k // การจัด, ผู้จัด, เข้าร่วมจัด, เสนอตัวเป็นเจ้าภาพ
	}
	for j := k - 1; j >= 0 && k-j < 24; j-- {
		m := tokens[j]
		at = r.beforeBracket(at)
		if m.end > at {
			continue
		}
		gap := r.str(m.end, at)
		if !r.joinsHolders(gap) && (from < k || !leadsUp(gap)) {
			break
		}
		if m.sort == body && r.at(r.backBlanks(m.start)-1) == '(' {
			at = m.start // its short name
			continue
		}
		if at = r.behindBody(m, at); at < m.end {
			continue
		}
		if !r.isHolder(m) {
			break
		}
		holders = append(holders, m)
		at, from = m.start, j
	}
	return r.actors(holders), from
}

// beforeBracket gives where the bracket opens that closes before i, as of a short
// name, "กรม ก (กก.)|", or a kind, "สำนักงาน ข (องค์การมหาชน)|"; i where none does.
func (r *reading) beforeBracket(i int) int {
	shut := r.backBlanks(i)
	if r.at(shut-1) != ')' || r.taken[shut-1] != nil {
		return i
	}
	for open := shut - 1; open > shut-longestBracket && r.at(open) != '\n'; open-- {
		if r.at(open) == '(' && r.closing(open) == shut-1 {
			return open
		}
	}
	return i
}

// behindBody gives where the name before a word goes on that only says whose or
// where a body is: "โครงการพัฒนาแห่งสหประชาชาติ |ประจำประเทศไทย", "สถาบันวิจัยแห่ง|
// มหาวิทยาลัย ก". It is at where m is more than that.
func (r *reading) behindBody(m *mention, at int) int {
	if w, ok := r.wordBefore(r.backBlanks(m.start), ofBody); ok && (m.sort == spot || m.sort == body && r.isEmployer(m)) {
		return r.backBlanks(m.start) - len([]rune(w))
	}
	return at
}

// ofBody stand between a body and whose or where it is.
var ofBody = newWords("ประจำ", "แห่ง")

// leadsUp reports whether words between a subject and its verb may be adverbs: no
// other clause begins there.
func leadsUp(gap string) bool {
	if len([]rune(gap)) > 12 || strings.ContainsAny(gap, "\n“”\"") || strings.HasSuffix(tidy(gap), "การ") {
		return false
	}
	for _, w := range []string{"โดยมี", "ซึ่ง", "ใน", "เมื่อ", "ของ", "เพื่อ"} {
		if strings.Contains(gap, w) {
			return false
		}
	}
	return true
}

// holdersRight gives who stands behind จัดโดย.
func (r *reading) holdersRight(tokens []*mention, k int) (holders []*mention) {
	at := tokens[k].end
	for _, m := range tokens[k+1 : min(len(tokens), k+24)] {
		if m.start < at || m.sort == body && r.at(r.backBlanks(m.start)-1) == '(' {
			at = max(at, m.end)
			continue
		}
		gap := r.str(at, m.start)
		if !r.joinsHolders(gap) && (len(holders) > 0 || len([]rune(tidy(gap))) > 4) || !r.isHolder(m) {
			break
		}
		holders = append(holders, m)
		at = m.end
	}
	return r.actors(holders)
}

// isHolder reports whether a name can be of one who holds an event: a body that
// is nobody's employer, a country, or a town that a word joins to others.
func (r *reading) isHolder(m *mention) bool {
	switch m.sort {
	case body:
		return !r.isEmployer(m)
	case spot:
		switch m.thing.kind {
		case kg.KindCountry:
			if c := r.at(m.start - 1); c == '(' || isThaiLetter(c) {
				_, led := r.wordBefore(m.start, countryLeads)
				return led
			}
			return !r.isPostBody(m)
		case kg.KindProvince, kg.KindCity:
			_, joined := r.endsWithAny(r.backBlanks(m.start), []string{"และ", "กับ", "โดย"})
			return joined
		}
	}
	return false
}

// countryLeads may run into the name of a country that does something; else it
// is the end of another name.
var countryLeads = newWords("เห็นชอบ", "เห็นชอบให้", "การที่", "แม้", "โดย", "ซึ่ง", "ที่", "และ", "กับ", "ให้", "โดยมี", "สำหรับ", "ขณะที่", "เพราะ", "ทาง", "ฝ่าย", "รัฐบาล", "โอกาสที่", "เนื่องจาก", "ว่า", "ของ", "ขอให้", "ต่อ")

// joinsHolders reports whether a gap joins two who hold an event together, one
// whom no rule knows between them: "A ร่วมกับเครือข่ายพันธมิตร จัด".
func (r *reading) joinsHolders(gap string) bool {
	if joins(tidy(gap)) {
		return true
	}
	rest := strings.TrimLeft(gap, " )”")
	for _, adverb := range []string{"จึง", "ก็", "ได้", "จะ"} { // "A จึงได้ร่วมกับ B"
		rest = strings.TrimPrefix(rest, adverb)
	}
	partner := false
	for _, w := range []string{"ร่วมกับ", "และ", "พร้อมด้วย", "รวมถึง", "รวมทั้ง", "ตลอดจน", "จับมือ", "ผนึกกำลัง", "ผนึก", "รวมใจ", "รวมพลัง", "บูรณาการ", "ประสานความร่วมมือ", "ได้ร่วมกับ", "ร่วมมือกับ", "หรือ", "โดย", "โดยความร่วมมือ", "โดยการสนับสนุน"} {
		if strings.HasPrefix(rest, w) {
			partner = true
		}
	}
	if !partner || len([]rune(gap)) > 80 {
		return false
	}
	return !slices.ContainsFunc([]string{"\n", "ซึ่ง", "การที่", "ว่า", "เพื่อ", "กล่าว", "เปิดเผย", "โดยมี", "ใน", "เมื่อ", "ให้", "เป็น", "เฉพาะ"}, func(w string) bool { return strings.Contains(gap, w) })
}

// actors leaves out the ministry behind its own department, "กรมส่งเสริมวัฒนธรรม
// (สวธ.) กระทรวงวัฒนธรรม", and towns without a body among them, which say where.
func (r *reading) actors(holders []*mention) []*mention {
	among := slices.ContainsFunc(holders, func(m *mention) bool { return m.sort == body })
	return slices.DeleteFunc(slices.Clone(holders), func(m *mention) bool {
		if m.sort == spot && m.thing.kind != kg.KindCountry {
			return !among
		}
		return m.sort == body && m.thing.kind == kg.KindMinistry && slices.ContainsFunc(holders, func(o *mention) bool {
			return o != m && o.sort == body && o.thing.kind != kg.KindMinistry && o.end <= r.beforeBracket(m.start) && strings.TrimSpace(strings.Trim(r.str(o.end, r.beforeBracket(m.start)), " )")) == ""
		})
	})
}

// hostHeads begin the names of bodies that no gazetteer has.
var (
	agencyHeads  = newWords("กลุ่มงาน", "กลุ่ม", "กอง", "สำนักงาน", "สำนัก", "ศูนย์", "ฝ่าย", "สถานเอกอัครราชทูต", "สถาบัน")
	societyHeads = newWords("สมาคม", "สมาพันธ์", "ชมรม", "เครือข่าย", "มูลนิธิ", "หอการค้า", "เครือ", "สโมสร", "องค์กร", "สภา", "สหพันธ์")
)

// findHosts finds the bodies that no other rule knows behind จัดโดย: what holds
// an event is a body where it begins like one.
func (r *reading) findHosts() {
	for _, b := range r.blocks {
		for i := b.start; i < b.end; i++ {
			if r.at(i) != 'ย' || !r.endsWith(i+1, "จัดโดย") && !r.endsWith(i+1, "จัดขึ้นโดย") {
				continue
			}
			start, kind := r.skipBlanks(i+1), kg.KindAgency
			head, ok := r.wordAt(start, agencyHeads)
			if !ok {
				head, ok = r.wordAt(start, societyHeads)
				kind = kg.KindOrganization
			}
			if !ok {
				continue
			}
			const longest = 70
			end := start
			for end < min(b.end, start+longest) && r.taken[end] == nil && !isBlank(r.at(end)) && r.at(end) != '(' && r.at(end) != ',' && (end == start || !r.stopsAt(end)) {
				end++
			}
			if end < start+len([]rune(head))+4 || end == start+longest {
				continue
			}
			if m := (&mention{start: start, end: end, sort: body}); r.put(m) {
				m.thing = r.named(nil, kind, r.str(start, end), start)
			}
		}
	}
}
