package extract

import (
	"slices"
	"strings"
	"unicode/utf8"

	"mueang/graph/kg"
)

// signings reads who signed what, who stood witness, between which bodies, and
// whether it is signed at all. A planned, draft or approved agreement has
// parties but neither signatories nor witnesses.
func (r *reading) signings() {
	r.umbrella = r.countsAgreements()
	for k := range r.sentences {
		r.accordsIn(&r.sentences[k])
	}
	for _, c := range r.claims {
		if c.kind == kg.PartyTo {
			c.object.parted = true
		}
	}
	for k := range r.sentences {
		r.signersIn(&r.sentences[k], k)
	}
	agreements := slices.DeleteFunc(slices.Clone(r.things), func(t *thing) bool { return t.kind != kg.KindAgreement })
	for k := range r.sentences {
		r.witnessesIn(&r.sentences[k], k, agreements)
	}
	r.listedAccords()
	r.signingFromHeadline()
	r.joinSigning()
	r.dropAccords()
}

// listedAccords reads a ceremony that several agreements were signed at, which
// the text lists with numbers: what is said of the ceremony holds of each, and
// of the signers named together each signed where his body is a party.
func (r *reading) listedAccords() {
	var items []*mention
	listed := map[*thing]bool{}
	for _, m := range r.long {
		if m.sort == accord && !m.bare && (r.listsAccord(m.start) || r.isListItem(m.start)) && !listed[m.thing] && len(items) < mostAlike {
			listed[m.thing] = true
			items = append(items, m)
		}
	}
	if len(items) < 2 || r.itemOf(items[0].start) != r.itemOf(items[len(items)-1].start) {
		return
	}
	signed := slices.ContainsFunc(r.things, func(t *thing) bool { return t.kind == kg.KindAgreement && t.status == "SIGNED" })
	if !signed {
		return
	}
	var start *kg.PartialDate
	for _, t := range r.things {
		if t.kind == kg.KindMeeting && t.subtype == "SIGNING" && t.start != nil {
			start = t.start
		}
	}
	items = slices.DeleteFunc(items, func(m *mention) bool {
		r.setStatus(m.thing, "SIGNED")
		return m.thing.status != "SIGNED"
	})
	if len(items) < 2 {
		return
	}
	for _, m := range items {
		if m.thing.start == nil && start != nil {
			from := kg.PartialDate{Value: start.Value}
			m.thing.start = &from
			m.thing.inferred = append(m.thing.inferred, "startDate")
		}
	}
	// The ceremony's own agreement is the one named right before the list, or any
	// of which the text says neither the subject nor the parties.
	umbrella := map[*thing]bool{}
	for _, m := range r.long {
		if m.sort != accord || listed[m.thing] || m.thing.status != "SIGNED" || r.itemOf(m.start) != r.itemOf(items[0].start) {
			continue
		}
		gap := items[0].start - m.end
		umbrella[m.thing] = umbrella[m.thing] || gap >= 0 && gap < 160 || !slices.ContainsFunc(m.thing.surfaces, func(s string) bool {
			return strings.Contains(s, "ว่าด้วย") || strings.Contains(s, "ระหว่าง")
		})
	}
	employers := r.employers()
	var kept []*claim
	parted := map[*thing]bool{}
	for _, c := range r.claims {
		parted[c.object] = parted[c.object] || c.kind == kg.PartyTo
	}
	for _, m := range items {
		parted[m.thing] = parted[m.thing] || slices.ContainsFunc(r.within(m), func(n *mention) bool { return n.sort == body })
	}
	for _, c := range r.claims {
		if c.object.kind != kg.KindAgreement || !umbrella[c.object] {
			kept = append(kept, c)
			continue
		}
		for _, m := range items {
			if c.kind == kg.Signed && !slices.ContainsFunc(employers[c.subject], func(org *thing) bool { return r.isClaimed(kg.PartyTo, org, m.thing) }) || c.kind == kg.PartyTo && parted[m.thing] {
				continue // each signs where his body is a party
			}
			if r.isClaimed(c.kind, c.subject, m.thing) {
				continue
			}
			copied := *c
			copied.object, copied.rule = m.thing, c.rule+"-listed"
			copied.evidence = slices.Clone(c.evidence)
			for i := range copied.evidence {
				copied.evidence[i].Rule = copied.rule
			}
			kept = append(kept, &copied)
		}
		c.object.dropped = true
	}
	for _, t := range r.things {
		if umbrella[t] {
			t.dropped = true
		}
	}
	r.keepClaims(kept)
}

// employers gives the bodies that people hold offices in.
func (r *reading) employers() map[*thing][]*thing {
	of := map[*thing][]*thing{}
	for _, n := range r.names {
		if n.sort != office || n.holder == nil || n.org == nil {
			continue
		}
		if list := of[n.holder.thing]; len(list) < mostAlike && !slices.Contains(list, n.org.thing) {
			of[n.holder.thing] = append(list, n.org.thing)
		}
	}
	return of
}

// leads are words before a word for signing that say how far it has come. Before
// they are looked for, the words that may stand between are taken away: "จะ|มีการ|ลงนาม".
var leads = []struct {
	word   string
	status string
}{
	{"เห็นชอบ", "APPROVED"}, {"อนุมัติ", "APPROVED"}, {"เห็นชอบให้", "APPROVED"}, {"อนุมัติให้", "APPROVED"}, {"มอบหมาย", "APPROVED"}, {"มอบหมายให้", "APPROVED"},
	{"จะ", "ANNOUNCED"}, {"เล็ง", "ANNOUNCED"}, {"เตรียม", "ANNOUNCED"}, {"คาดว่า", "ANNOUNCED"}, {"พร้อม", "ANNOUNCED"}, {"เพื่อ", "ANNOUNCED"}, {"ร่าง", "ANNOUNCED"}, {"to sign", "ANNOUNCED"},
	{"กำหนด", "ANNOUNCED"}, {"แผน", "ANNOUNCED"}, {"รอ", "ANNOUNCED"}, {"ก่อน", "ANNOUNCED"}, {"ผลักดัน", "ANNOUNCED"}, {"เร่ง", "ANNOUNCED"}, {"เร่งรัด", "ANNOUNCED"}, {"หวัง", "ANNOUNCED"}, {"หวังว่า", "ANNOUNCED"}, {"หาก", "ANNOUNCED"}, {"ให้", "ANNOUNCED"}, {"สามารถ", "ANNOUNCED"}, {"นำไปสู่", "ANNOUNCED"}, {"อยู่ระหว่าง", "ANNOUNCED"}, {"ต้อง", "ANNOUNCED"}, {"เชิญชวน", "ANNOUNCED"}, {"ดำเนินการ", "ANNOUNCED"},
}

// leadOf gives the status that the words before a word for signing give it, or "".
func leadOf(before string) string {
	for range 4 {
		before = strings.TrimSpace(before)
		for _, w := range []string{"ร่วม", "การ", "มีการ", "มี", "พิธี", "จัดให้", "จัด", "กัน", "ไป", "เดินทาง", "ใน"} {
			before = strings.TrimSuffix(before, w)
		}
	}
	before = strings.TrimSpace(before)
	for _, l := range leads {
		if strings.HasSuffix(before, l.word) {
			return l.status
		}
	}
	return ""
}

// acts are what is done to an agreement by a word before its name.
var acts = []struct {
	word   string
	near   int // how far from the name, in letters
	status string
}{
	{"ลงนาม", 40, "SIGNED"}, {"เซ็น", 40, "SIGNED"}, {"signing of", 40, "SIGNED"}, {"signed", 40, "SIGNED"}, {"แลกเปลี่ยน", 4, "SIGNED"}, {"ได้จัดทำ", 2, "SIGNED"},
	{"เห็นชอบ", 40, "APPROVED"}, {"อนุมัติ", 40, "APPROVED"}, {"บรรลุการเจรจา", 40, "APPROVED"}, {"สรุปผลการเจรจา", 12, "APPROVED"}, {"สรุปการเจรจา", 12, "APPROVED"}, {"รับรอง", 6, "APPROVED"},
	{"การจัดทำ", 6, "ANNOUNCED"}, {"จะจัดทำ", 6, "ANNOUNCED"}, {"เพื่อจัดทำ", 6, "ANNOUNCED"}, {"การเจรจา", 6, "ANNOUNCED"}, {"ยกร่าง", 6, "ANNOUNCED"},
}

// tails are what is said of an agreement right behind its name.
var tails = []struct {
	word   string
	status string
}{
	{"จะมีการลงนาม", "ANNOUNCED"}, {"จะลงนาม", "ANNOUNCED"}, {"จะได้ลงนาม", "ANNOUNCED"}, {"จะร่วมลงนาม", "ANNOUNCED"}, {"กำหนดลงนาม", "ANNOUNCED"}, {"จะมีพิธีลงนาม", "ANNOUNCED"},
	{"ได้ลงนาม", "SIGNED"}, {"ได้มีการลงนาม", "SIGNED"}, {"ได้ร่วมลงนาม", "SIGNED"}, {"ซึ่งลงนาม", "SIGNED"}, {"ที่ลงนาม", "SIGNED"}, {"ลงนามเมื่อ", "SIGNED"}, {"ฉบับลงนาม", "SIGNED"}, {"ลงนามโดย", "SIGNED"},
}

// isPlannedToo reports whether a word for signing is the second of two plans:
// "จะเปิดซองและ|ลงนามในสัญญา".
func isPlannedToo(before string) bool {
	first, ok := strings.CutSuffix(strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(before), "ร่วม")), "และ")
	will := strings.LastIndex(first, "จะ")
	return ok && will >= 0 && !strings.Contains(first[will:], "ได้")
}

// standing gives how far an agreement has come by what stands around its name: the
// act nearest before it, as its lead has it, else what its tail says.
func (r *reading) standing(s *sentence, m *mention) string {
	sentence := r.str(max(s.start, m.start-longestTitle), m.start)
	decided := (strings.Contains(sentence, "คณะรัฐมนตรี") || strings.Contains(sentence, "ครม.") || strings.Contains(sentence, "มีมติ")) && (strings.Contains(sentence, "เห็นชอบ") || strings.Contains(sentence, "อนุมัติ"))
	if r.isDraft(m) {
		m.thing.draft = true
		if decided || strings.Contains(sentence, "เห็นชอบ") {
			return "APPROVED"
		}
		return "ANNOUNCED"
	}
	before := r.str(max(s.start, m.start-40), m.start)
	best, at := "", -1
	for _, a := range acts {
		i := strings.LastIndex(before, a.word)
		if i <= at || utf8.RuneCountInString(before[i+len(a.word):]) > a.near {
			continue
		}
		best, at = a.status, i
		if best != "SIGNED" {
			continue
		}
		if lead := leadOf(before[:i]); lead != "" {
			best = lead
		} else if isPlannedToo(before[:i]) {
			best = "ANNOUNCED"
		} else if decided && !strings.HasSuffix(strings.TrimSpace(strings.TrimSuffix(before[:i], "ร่วม")), "ได้") {
			best = "APPROVED"
		}
	}
	if best != "" {
		return best
	}
	for _, o := range r.longsIn(m.start-longestLong, m.start+1) {
		if o.sort == occasion && o.role == "SIGNING" && o.start <= m.start && m.end <= o.end {
			if leadOf(r.str(max(s.start, o.start-24), o.start)) == "ANNOUNCED" && r.isPlanned(o) {
				return "ANNOUNCED"
			}
			return "SIGNED"
		}
	}
	if r.closedBySigners(s, m) {
		return "SIGNED"
	}
	around := r.str(m.end, min(s.end, m.end+60))
	for _, t := range tails {
		if strings.Contains(around, t.word) {
			return t.status
		}
	}
	if strings.Contains(r.str(m.start, s.end), "signing of the Memorandum") || strings.Contains(sentence, "signing of the Memorandum") {
		return "SIGNED"
	}
	return ""
}

// isDraft reports whether an agreement is called a draft: "ร่างบันทึกความเข้าใจ", "ร่าง
// เอกสารการลงนามความร่วมมือ".
func (r *reading) isDraft(m *mention) bool {
	if r.has(m.start, "(ร่าง)") || r.has(m.start, "ร่าง") {
		return true
	}
	at := r.backBlanks(m.start)
	for range 4 {
		w, ok := r.wordBefore(at, draftWords)
		if !ok {
			break
		}
		at = r.backBlanks(at - len([]rune(w)))
	}
	return r.endsWith(at, "ร่าง") || r.endsWith(at, "(ร่าง)")
}

// draftWords may stand between ร่าง and the agreement.
var draftWords = newWords("ลงนาม", "การ", "เอกสาร", "ใน", "พิธี")

// closedBySigners reports whether "… โดยมี A และ B เป็นผู้ลงนาม" stands behind an
// agreement.
func (r *reading) closedBySigners(s *sentence, m *mention) bool {
	return slices.ContainsFunc(s.tokens, func(c *mention) bool {
		return c.sort == signal && c.cue == signs && c.start > m.end && r.has(c.start, "เป็นผู้ลงนาม")
	})
}

// accordsIn gives the agreements of a sentence their status and parties.
func (r *reading) accordsIn(s *sentence) {
	for _, m := range r.longsIn(s.start, s.end) {
		if m.sort != accord || m.end > s.end {
			continue
		}
		if s.english {
			r.setStatus(m.thing, r.englishStanding(s, m))
		} else {
			r.setStatus(m.thing, r.standing(s, m))
		}
		for _, p := range r.pactOf(m).parties {
			r.party(p, m, [][2]int{{m.start, m.end}}, "parties-between")
		}
		r.partiesBeside(s, m)
	}
}

// setStatus keeps the furthest that a text says of an agreement; a plan that a
// signing is stated for elsewhere is signed, but not where the text has a draft.
func (r *reading) setStatus(t *thing, status string) {
	rank := map[string]int{"": 0, "ANNOUNCED": 1, "APPROVED": 2, "SIGNED": 3}
	if t.draft && status == "SIGNED" {
		return
	}
	if rank[status] > rank[t.status] {
		t.status = status
	}
}

// otherPapers are signed as well, but are no agreements.
var otherPapers = []string{"ถวาย", "สมุดเยี่ยม", "ในสมุดเยี่ยม", "แต่งตั้ง", "คำสั่ง", "ในคำสั่ง", "ในประกาศ", "ประกาศกระทรวง", "รับสนอง", "แสดงความ", "สมุด", "อวยพร"}

// signersIn reads who signed.
func (r *reading) signersIn(s *sentence, at int) {
	for k, c := range s.tokens {
		if c.sort != signal || c.cue != signs || s.headline {
			continue
		}
		if _, other := r.hasAny(r.skipBlanks(c.end), otherPapers); other {
			continue
		}
		before := r.str(max(s.start, c.start-24), c.start)
		if lead := leadOf(before); lead != "" && !(lead == "ANNOUNCED" && strings.HasSuffix(before, "ให้")) {
			continue
		}
		accords := r.accordsOfSigning(s, k, at)
		people, allowed := r.signersOf(s, k)
		roll := r.rollOfSigners(s.tokens, k)
		people = union(people, roll)
		for _, a := range accords {
			if allowed {
				r.setStatus(a.thing, "APPROVED") // "ให้ปลัดกระทรวง A เป็นผู้ลงนาม"
			} else if a.thing.status == "" {
				r.setStatus(a.thing, "SIGNED")
			}
			if a.thing.status != "SIGNED" {
				continue
			}
			r.dateAccord(s, a)
			all := people
			if j := slices.Index(s.tokens, a); j >= 0 {
				all = union(slices.Clone(all), r.signersBehind(s, j))
			}
			r.signed(all, a, [2]int{c.start, c.end})
			r.partiesOnRoll(roll, a, [2]int{c.start, c.end})
		}
	}
	for _, m := range r.longsIn(s.start, s.end) {
		if m.sort != accord || m.end > s.end {
			continue
		}
		switch {
		case m.thing.status == "SIGNED":
			r.dateAccord(s, m)
			if !s.headline {
				r.signed(r.pactOf(m).people, m, [2]int{m.start, m.end})
			}
		case m.thing.status == "ANNOUNCED" && m.thing.start == nil:
			for _, d := range s.tokens {
				if d.sort == date && d.start > m.end && d.when.kind == "YEAR" && d.start-m.end < 60 && strings.Contains(r.str(m.end, d.start), "ลงนาม") {
					from := d.when.from
					m.thing.start = &from
				}
			}
		}
	}
}

// signed claims that people signed an agreement. Where the text names no parties,
// the bodies that two or more of them act for are the parties.
func (r *reading) signed(people []*mention, a *mention, cue [2]int) {
	var bodies []*mention
	for _, n := range people {
		who := r.actor(n)
		if n.sort == body || who.kind != kg.KindPerson {
			continue
		}
		capacity := ""
		if len(n.posts) > 0 {
			capacity = tidy(r.str(n.posts[0].start, postEnd(n.posts[0])))
			if org := n.posts[0].org; org != nil && org.sort == body && !slices.ContainsFunc(bodies, func(b *mention) bool { return b.thing == org.thing }) {
				bodies = append(bodies, org)
			}
		}
		r.claim(claim{kind: kg.Signed, subject: who, object: a.thing, capacity: capacity, spans: [][2]int{{n.start, n.end}, cue, {a.start, a.end}}, rule: "signs"})
	}
	if len(bodies) < 2 || a.thing.parted {
		return
	}
	for _, b := range bodies {
		r.party(b, a, [][2]int{cue, {a.start, a.end}}, "parties-signed-for")
	}
}

// accordsOfSigning gives the agreements that a word for signing is said of: those
// right behind it, else the one named last.
func (r *reading) accordsOfSigning(s *sentence, k, at int) []*mention {
	c := s.tokens[k]
	var accords []*mention
	for _, t := range s.tokens[k+1:] {
		if t.sort == accord && t.start-c.end < 14 || len(accords) > 0 && t.sort == accord && tidy(r.str(accords[len(accords)-1].end, t.start)) == "และ" {
			accords = append(accords, t)
		} else if t.sort != accord && len(accords) == 0 && t.start-c.end > 14 {
			break
		}
	}
	if len(accords) == 0 {
		// "… โดยมี A และ B เป็นผู้ลงนาม", "A, B และ C ร่วมลงนาม"
		if a := r.accordBefore(at, c.start); a != nil {
			accords = append(accords, a)
		}
	}
	return accords
}

// nounLeads make a noun of the word for signing behind them, which then nobody
// before it does: "ยินดีกับการลงนาม", "นับแต่วันที่ลงนาม".
var nounLeads = newWords("การ", "พิธี", "วัน", "วันที่", "การร่วม", "มีการ")

// signersOf gives who stands before a word for signing as those who do it, and
// behind its โดย. It tells if they are only to do so: "ให้ปลัดกระทรวง A ลงนาม".
func (r *reading) signersOf(s *sentence, k int) (people []*mention, allowed bool) {
	c := s.tokens[k]
	if by := r.skipBlanks(c.end); r.has(by, "โดย") && !r.has(by, "โดยมี") {
		// "… ซึ่งลงนามโดย A และ B"
		people = r.rightOf(s.tokens, k, 8).names
	}
	if _, noun := r.wordBefore(c.start, nounLeads); noun {
		return people, false
	}
	near := 16
	if r.has(c.start, "เป็นผู้ลงนาม") {
		near = 45
	}
	k = r.verbsFrom(s, k)
	left := r.leftOf(s.tokens, k, near)
	if w := left.from - 1; w >= 0 && len(left.names) > 0 && s.tokens[w].sort == signal && s.tokens[w].cue == with && r.comesAlong(s.tokens[w]) {
		left.names = union(left.names, r.leftOf(s.tokens, w, 12).names) // "A พร้อมด้วย B ลงนาม"
	}
	for _, n := range left.names {
		if lead := r.backBlanks(n.start); n.sort != body && (r.endsWith(lead, "ให้") || r.endsWith(lead, "มอบหมาย")) {
			return nil, true
		}
	}
	people = union(left.names, people)
	people = union(people, r.opened(s, k))
	if r.has(c.start, "ร่วมลงนาม") && len(left.names) > 0 && broken(s.tokens, left) {
		acting, _ := r.clauseSubjects(s, k)
		people = union(people, slices.DeleteFunc(acting, func(n *mention) bool { return r.isTelling(s.tokens[:k], n) }))
	}
	return people, false
}

// isTelling reports whether somebody is named as telling what follows: "โฆษก A กล่าวว่า".
func (r *reading) isTelling(tokens []*mention, n *mention) bool {
	return slices.ContainsFunc(tokens, func(t *mention) bool {
		return t.sort == signal && t.cue == speaks && t.start >= n.end && r.endsWith(t.end, "ว่า")
	})
}

// rollLeads make of the word for signing behind them the name of those who sign.
var rollLeads = newWords("ผู้", "ที่", "ผู้ที่", "ซึ่ง")

// rollOfSigners gives the list that says who those are that sign: "ผู้แทนจาก 3
// หน่วยงานที่|ร่วมลงนาม|ความร่วมมือ ได้แก่ นาย A ตำแหน่ง, นาย B ตำแหน่ง".
func (r *reading) rollOfSigners(tokens []*mention, k int) []*mention {
	const near = 60
	c := tokens[k]
	if _, led := r.wordBefore(c.start, rollLeads); !led {
		return nil
	}
	for j := k + 1; j < len(tokens) && tokens[j].start-c.end < near; j++ {
		m := tokens[j]
		if m.sort != someone && m.sort != body {
			continue
		}
		if _, listed := r.wordBefore(r.backBlanks(m.start), listers); !listed || strings.Contains(r.str(c.end, m.start), "\n") {
			return nil
		}
		return r.roster(tokens, j)
	}
	return nil
}

// partiesOnRoll makes parties of the bodies that a list of signers names or that
// the people on it act for. A committee's secretary signs for its office.
func (r *reading) partiesOnRoll(roll []*mention, a *mention, cue [2]int) {
	for _, n := range roll {
		if n.sort == someone && len(n.posts) > 0 {
			n = n.posts[0].org
		}
		if n != nil && n.sort == body && n.thing.kind != kg.KindCommittee {
			r.party(n, a, [][2]int{cue, {a.start, a.end}}, "parties-on-roll")
		}
	}
}

// signersBehind gives the people behind an agreement that is signed: "ลงนามบันทึก
// ข้อตกลงกับ A โดยนาย B", "ลงนามบันทึกความเข้าใจ กับ นาย A รัฐมนตรี … และนาย B".
func (r *reading) signersBehind(s *sentence, k int) []*mention {
	right := r.rightOf(s.tokens, k, 10)
	if len(right.names) == 0 {
		return nil
	}
	switch lead := tidy(r.str(s.tokens[k].end, right.names[0].start)); lead {
	case "โดย", "กับ", "ร่วมกับ", "ระหว่าง":
	default:
		return nil
	}
	if next := right.from + 1; next < len(s.tokens) && s.tokens[next].sort == signal && s.tokens[next].start-s.tokens[right.from].end < 24 {
		switch s.tokens[next].cue {
		case signs, with, hosts, hostedBy:
		default:
			return nil // "โดยนาย A เป็นประธาน"
		}
	}
	return slices.DeleteFunc(slices.Clone(right.names), func(n *mention) bool { return n.sort == body })
}

// opened gives the people of a list that โดยมี opens and token k closes, past
// words that are no names: "โดยมี A ตำแหน่ง, B ตำแหน่ง … และคณะผู้บริหาร ร่วมเป็น
// สักขีพยาน".
func (r *reading) opened(s *sentence, k int) []*mention {
	var people []*mention
	at := s.tokens[k].start
	for j := k - 1; j >= 0 && len(people) < mostAlike; j-- {
		m := s.tokens[j]
		if m.end > at {
			continue
		}
		if at-m.end > 90 || strings.Contains(r.str(m.end, at), "\n") {
			return nil
		}
		switch m.sort {
		case signal:
			if m.cue == with {
				return people
			}
			return nil
		case someone:
			if _, object := r.wordBefore(r.backBlanks(m.start), objectLeads); !object {
				people = append(people, m)
			}
		case office:
			if m.holder == nil {
				people = append(people, m)
			}
		case body, spot:
		default:
			return nil
		}
		at = m.start
	}
	return nil
}

// accordBefore gives the agreement that the sentence of i, or one before it,
// named last.
func (r *reading) accordBefore(at, i int) *mention {
	for _, m := range slices.Backward(recent(r.longsIn(r.sentences[max(at-2, 0)].start, i))) {
		if m.sort == accord && m.end <= i && !r.isHeadline(m) {
			return m
		}
	}
	return nil
}

// dateAccord dates an agreement by the sentence that says it was signed: by the
// date behind its name ("… เมื่อวันที่"), else by the last one before it.
func (r *reading) dateAccord(s *sentence, m *mention) {
	if m.thing.start != nil || s.headline || strings.Contains(r.str(m.end, min(m.end+40, s.end)), "ไปแล้ว") {
		return
	}
	var best *mention
	for k, d := range s.tokens {
		if d.sort != date || d.when.kind == "FISCAL" || s.english && d.start > m.end && k > 0 && s.tokens[k-1].sort == signal && r.isOtherAccord(s.tokens[:k-1], m) {
			continue
		}
		if d.when.kind != "YEAR" && !r.datesEvents(d) {
			continue
		}
		if r.isOfCause(d, m) {
			continue
		}
		if d.when.kind == "YEAR" && !(d.start > m.end && (strings.Contains(r.str(m.end, d.start), "เมื่อ") || strings.Contains(r.str(m.end, d.start), "ตั้งแต่")) || r.has(d.start, "เมื่อปี") || d.start < m.start && m.start-d.end < 120 && r.endsWith(r.backBlanks(d.start), "ตั้งแต่")) {
			continue
		}
		if best != nil && best.when.to.Value == "" && d.when.to.Value != "" {
			continue // what lasts several days is the visit
		}
		if best == nil || d.start < m.start || best.start < m.start || best.when.to.Value != "" && d.when.to.Value == "" {
			best = d
		}
	}
	if best == nil {
		return
	}
	from := best.when.from
	m.thing.start = &from
	if best.when.inferred {
		m.thing.inferred = append(m.thing.inferred, "startDate")
	}
}

// isOfCause reports whether a date is not that of a signing but of the decision that let it
// be, the talk that it goes back to, or what is to come of it: "เมื่อวันที่ 30 พฤษภาคม ครม.มีมติเห็นชอบให้ลงนาม ก ซึ่งเป็นผลสืบเนื่องจากการหารือเมื่อวันที่ …".
func (r *reading) isOfCause(d, m *mention) bool {
	causes, between := []string{"มีมติ", "เห็นชอบ", "อนุมัติ"}, r.str(min(d.end, m.start), m.start)
	if d.start > m.end {
		if d.when.today && d.when.inferred {
			return true // "… จากวันนั้นถึงวันนี้"
		}
		if r.has(d.start, "ภายใน") || r.endsWith(d.start, "ภาย") {
			return true
		}
		causes, between = []string{"สืบเนื่อง", "เป็นผลจาก", "คาดว่า", "จะเริ่ม", "จะส่ง", "จะมี", "เป็นระยะเวลา", "เริ่มตั้งแต่"}, r.str(m.end, d.start)
	}
	return slices.ContainsFunc(causes, func(w string) bool { return strings.Contains(between, w) })
}

// otherDeeds are what else than a signing one may stand witness to.
var otherDeeds = []string{"มอบ", "ส่งมอบ", "รับมอบ", "จับรางวัล", "ออกรางวัล", "จับสลาก", "เปิด"}

// witnessesOf gives who is said to stand witness at token k.
func (r *reading) witnessesOf(s *sentence, k int) []*mention {
	c := s.tokens[k]
	if _, list := r.hasAny(r.skipBlanks(c.end), []string{"ประกอบด้วย", "ได้แก่", "คือ"}); list && r.endsWith(c.start, "ผู้") {
		return r.rightOf(s.tokens, k, 14).names // "ผู้ร่วมลงนามเป็นพยาน ประกอบด้วย A และ B"
	}
	k = r.verbsFrom(s, k)
	if k > 0 && s.tokens[k-1].end < c.start && strings.HasPrefix(r.afterBracket(r.str(s.tokens[k-1].end, c.start)), "มี") {
		return nil // "… มีผู้แทนจากภาครัฐร่วมเป็นสักขีพยาน"
	}
	names := union(r.leftOf(s.tokens, k, 30).names, r.opened(s, k))
	if len(names) == 0 {
		names = r.bothLeaders(c)
	}
	if len(names) == 0 && s.english {
		names = r.theTwo(s, c.start)
	}
	if len(names) == 0 && !r.isNameless(s, k) {
		names, _ = r.clauseSubjects(s, k) // "A เป็นประธานเปิดงาน และเป็นสักขีพยาน"
	}
	return names
}

// verbsFrom gives the first of several words for what somebody does that follow
// one another up to token k: "เป็นประธาน|และ|ร่วมลงนาม", "เข้าร่วม|เป็นสักขีพยาน".
func (r *reading) verbsFrom(s *sentence, k int) int {
	for k > 0 && s.tokens[k-1].sort == signal && s.tokens[k-1].cue != with {
		if gap := tidy(r.str(min(s.tokens[k-1].end, s.tokens[k].start), s.tokens[k].start)); gap != "" && gap != "และ" {
			break
		}
		k--
	}
	return k
}

// nameless are words for people whom the text does not name.
var nameless = []string{"ผู้แทน", "ผู้บริหาร", "คณะ", "แขกผู้มีเกียรติ", "ผู้เกี่ยวข้อง", "เจ้าหน้าที่", "ประชาชน"}

// isNameless reports whether people without a name do what token k says: "มีผู้แทน
// จากภาครัฐและเอกชนร่วมเป็นสักขีพยาน".
func (r *reading) isNameless(s *sentence, k int) bool {
	from := max(s.start, s.tokens[k].start-60)
	if k > 0 {
		from = max(from, min(s.tokens[k-1].end, s.tokens[k].start))
	}
	before := r.str(from, s.tokens[k].start)
	return slices.ContainsFunc(nameless, func(w string) bool { return strings.Contains(before, w) })
}

// witnessesIn reads who stood witness to the signing.
func (r *reading) witnessesIn(s *sentence, at int, agreements []*thing) {
	for k, c := range s.tokens {
		if c.sort != signal || c.cue != witnesses || s.headline {
			continue
		}
		after := strings.TrimPrefix(strings.TrimPrefix(strings.TrimSpace(r.str(c.end, min(c.end+24, s.end))), "ใน"), "การ")
		if slices.ContainsFunc(otherDeeds, func(w string) bool { return strings.HasPrefix(after, w) }) {
			continue
		}
		names := r.witnessesOf(s, k)
		var targets []*mention
		for j := k + 1; j < len(s.tokens); j++ {
			t := s.tokens[j]
			if t.sort == occasion && t.role == "SIGNING" && t.start-c.end < 12 {
				targets = append(targets, r.accordsOf(t)...)
			}
			if t.sort == accord && (t.start-c.end < 40 || len(targets) > 0 && t.start-targets[len(targets)-1].end < 60) {
				targets = append(targets, t)
			}
		}
		umbrella := false
		if len(targets) == 0 {
			if a := r.accordBefore(at, c.start); a != nil {
				targets = append(targets, a)
				umbrella = strings.Contains(r.str(a.start, min(a.end+20, len(r.runes))), "ฉบับ")
			} else {
				umbrella = true
			}
		}
		if !umbrella && len(targets) > 0 {
			umbrella = r.umbrella
		}
		if first := slices.MaxFunc(append(names, &mention{}), byPlace); first.end > s.start && strings.Contains(r.str(min(first.end, c.start), c.start), "จะ") {
			continue // "นายกรัฐมนตรีจะพบหารือ … และร่วมเป็นสักขีพยาน"
		}
		for _, n := range names {
			who := r.actor(n)
			if who.kind != kg.KindPerson {
				continue // bodies before the word are those that the witnesses come from
			}
			for _, a := range targets {
				if a.thing.status != "ANNOUNCED" && a.thing.status != "APPROVED" {
					r.setStatus(a.thing, "SIGNED")
					r.claim(claim{kind: kg.Witnessed, subject: who, object: a.thing, spans: [][2]int{{n.start, n.end}, {c.start, c.end}}, rule: "witness"})
				}
			}
			if umbrella {
				for _, a := range recent(agreements) {
					if a.status == "SIGNED" && !slices.ContainsFunc(targets, func(t *mention) bool { return t.thing == a }) {
						r.claim(claim{kind: kg.Witnessed, subject: who, object: a, spans: [][2]int{{n.start, n.end}, {c.start, c.end}}, rule: "witness-all"})
					}
				}
			}
		}
	}
}

// countsAgreements reports whether a text lists several agreements, so that one
// mention may stand for all: "จำนวน 6 ฉบับ ได้แก่ 1. …".
func (r *reading) countsAgreements() bool {
	n := 0
	for _, t := range r.things {
		if t.kind == kg.KindAgreement {
			n++
		}
	}
	return n > 1 && (strings.Contains(r.doc.Title, "ฉบับ") || strings.Contains(r.norm, " ฉบับ ได้แก่") || strings.Contains(r.norm, " ฉบับ ประกอบด้วย"))
}

// accordsOf gives the agreements that the name of a signing holds.
func (r *reading) accordsOf(event *mention) []*mention {
	var found []*mention
	for _, m := range r.longsIn(event.start, event.end) {
		if m.sort == accord && m.end <= event.end {
			found = append(found, m)
		}
	}
	return found
}

// signingFromHeadline makes an event of a signing that the headline names and
// the text tells of without a name for it: "กระทรวง A ลงนาม MOU ความร่วมมือ …".
func (r *reading) signingFromHeadline() {
	signed := slices.ContainsFunc(r.claims, func(c *claim) bool { return c.kind == kg.Signed }) ||
		slices.ContainsFunc(r.things, func(t *thing) bool { return t.kind == kg.KindAgreement && t.status == "SIGNED" && t.start != nil })
	if !signed || slices.ContainsFunc(r.things, func(t *thing) bool { return t.kind == kg.KindMeeting && t.subtype == "SIGNING" }) {
		return
	}
	for _, b := range r.blocks {
		if !b.headline {
			continue
		}
		for i := b.start; i < b.end; i++ {
			if !r.has(i, "ลงนาม") && !r.has(i, "เซ็น MOU") {
				continue
			}
			start := i
			if r.endsWith(start, "ร่วม") {
				start -= 4
			}
			end := r.occasionEnd(start, i+5, b.end, "SIGNING")
			for _, m := range r.long {
				if m.sort == accord && m.start >= i && m.start <= i+14 {
					end = max(end, m.end)
				}
			}
			if r.has(i, "เซ็น") {
				if k := strings.Index(r.str(i, b.end), " สู่ "); k > 0 {
					end = i + len([]rune(r.str(i, b.end)[:k]))
				} else {
					end = b.end
				}
			}
			t := r.newThing(kg.KindMeeting, start)
			t.subtype, t.local = "SIGNING", true
			t.say(r.str(start, end))
			r.long = append(r.long, &mention{start: start, end: end, sort: occasion, role: "SIGNING", thing: t})
			r.eventOfSigning(t, b)
			return
		}
	}
}

// eventOfSigning gives a signing the date of its agreements and the places of
// the sentence that tells of it.
func (r *reading) eventOfSigning(t *thing, headline block) {
	for _, a := range r.things {
		if a.kind == kg.KindAgreement && a.status == "SIGNED" && a.start != nil {
			from := *a.start
			t.start = &from
			t.inferred = append(t.inferred, "startDate")
			break
		}
	}
	for k := range r.sentences {
		s := &r.sentences[k]
		if s.headline {
			continue
		}
		for j, m := range s.tokens {
			if m.sort != signal || m.cue != signs {
				continue
			}
			for _, p := range r.placesBeside(s, j) {
				r.claim(claim{kind: kg.HeldAt, subject: t, object: p.thing, spans: [][2]int{{m.start, m.end}, {p.start, p.end}}, event: t, rule: "signed-at-place"})
			}
			return
		}
	}
}

// joinSigning ties the agreements to the signing: who signed, stood witness or
// was a party was there.
func (r *reading) joinSigning() {
	var event *thing
	var at *mention
	for _, m := range r.long {
		if m.sort == occasion && m.thing.subtype == "SIGNING" && (event == nil || m.thing == event) {
			if event == nil || r.isHeadline(at) {
				event, at = m.thing, m
			}
		}
	}
	if event == nil {
		return
	}
	if r.isPlanned(at) {
		return
	}
	signed := map[*thing]bool{}
	for _, c := range r.claims {
		signed[c.object] = signed[c.object] || c.kind == kg.Signed
	}
	for _, c := range slices.Clone(r.claims) {
		if c.object.kind != kg.KindAgreement || c.object.status != "SIGNED" || !r.isOfItem(c.object, at.start) || event.start != nil && c.object.start != nil && event.start.Value != c.object.start.Value {
			continue
		}
		switch c.kind {
		case kg.Signed, kg.Witnessed, kg.PartyTo:
			if c.kind == kg.PartyTo && (c.subject.kind == kg.KindCountry || signed[c.object]) {
				continue
			}
			e := c.evidence[0]
			if r.isClaimed(kg.Chaired, c.subject, event) || r.isClaimed(kg.Attended, c.subject, event) {
				continue
			}
			r.addClaim(&claim{kind: kg.Attended, subject: c.subject, object: event, role: "ATTENDEE", event: event, rule: "at-signing",
				evidence: []kg.Evidence{{Document: e.Document, Start: e.Start, End: e.End, Quote: e.Quote, Extractor: e.Extractor, Version: e.Version, Rule: "at-signing"}}})
		}
	}
	for _, m := range r.long {
		if m.sort != accord || m.thing.status != "SIGNED" || r.itemOf(m.start) != r.itemOf(at.start) {
			continue
		}
		if m.thing.start == nil && event.start != nil && !strings.Contains(r.str(m.end, min(m.end+40, len(r.runes))), "ไปแล้ว") {
			from := *event.start
			m.thing.start = &from
			m.thing.inferred = append(m.thing.inferred, "startDate")
		}
		if m.thing.start == nil || event.start == nil || m.thing.start.Value == event.start.Value {
			r.claim(claim{kind: kg.SignedAt, subject: m.thing, object: event, spans: [][2]int{{m.start, m.end}}, event: event, rule: "signed-at"})
		}
	}
}

func (r *reading) isHeadline(m *mention) bool {
	b, _ := r.inBlock(m.start)
	return b.headline
}

// dropAccords leaves out agreements of which the text only says the word.
func (r *reading) dropAccords() {
	told := map[*thing]bool{}
	for _, c := range r.claims {
		told[c.subject], told[c.object] = true, true
	}
	first, inText := r.firstMentions()
	kept := 0
	for _, t := range r.things {
		if t.kind == kg.KindAgreement && !t.dropped {
			kept++
		}
	}
	drop := func(t *thing) {
		if !t.dropped {
			t.dropped = true
			kept--
		}
	}
	for _, t := range r.things {
		if t.kind != kg.KindAgreement {
			continue
		}
		if t.status == "" && !told[t] && !t.inForce || t.local && t.subtype == "CONTRACT" && !told[t] {
			drop(t)
			if m := first[t]; m != nil {
				r.miss(m.start, m.end, "agreement", "neither signed nor planned, and between nobody")
			}
		}
		if others := kept > 1 || kept == 1 && t.dropped; !inText[t] && others {
			drop(t)
		}
	}
	r.keepClaims(slices.DeleteFunc(r.claims, func(c *claim) bool { return c.subject.dropped || c.object.dropped }))
}
