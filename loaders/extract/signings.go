package extract

import (
	"slices"
	"strings"

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
		if m.sort == accord && !m.bare && r.isListItem(m.start) && !listed[m.thing] && len(items) < mostAlike {
			listed[m.thing] = true
			items = append(items, m)
		}
	}
	if len(items) < 2 {
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
	for _, m := range items {
		r.setStatus(m.thing, "SIGNED")
		if m.thing.start == nil && start != nil {
			from := kg.PartialDate{Value: start.Value}
			m.thing.start = &from
			m.thing.inferred = append(m.thing.inferred, "startDate")
		}
	}
	employers := r.employers()
	var kept []*claim
	for _, c := range r.claims {
		if c.object.kind != kg.KindAgreement || listed[c.object] || c.object.status != "SIGNED" {
			kept = append(kept, c)
			continue
		}
		for _, m := range items {
			if c.kind == kg.Signed && !slices.ContainsFunc(employers[c.subject], func(org *thing) bool { return r.isClaimed(kg.PartyTo, org, m.thing) }) || c.kind == kg.PartyTo {
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
		if t.kind == kg.KindAgreement && !listed[t] && t.status == "SIGNED" {
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

// unsignedWords before a word for signing or an agreement say that it is still
// to be signed.
var unsignedWords = []string{"จะ", "เล็ง", "เตรียม", "คาดว่าจะมีการ", "จะมีการ", "พร้อม", "เพื่อ", "ร่าง", "(ร่าง)", "to sign", "เห็นชอบ"}

// accordsIn gives the agreements of a sentence their status, date and parties.
func (r *reading) accordsIn(s *sentence) {
	sentence := ""
	for _, m := range r.longsIn(s.start, s.end) {
		if m.sort != accord || m.end > s.end {
			continue
		}
		t := m.thing
		before := r.str(max(s.start, m.start-40), m.start)
		if sentence == "" {
			sentence = r.str(s.start, s.end)
		}
		around := r.str(m.end, min(s.end, m.end+60))
		signing := strings.LastIndex(before, "ลงนาม")
		if signing < 0 {
			signing = strings.LastIndex(before, "เซ็น")
		}
		inSigning := slices.ContainsFunc(r.longsIn(m.start-longestLong, m.start+1), func(o *mention) bool {
			return o.sort == occasion && o.role == "SIGNING" && o.start <= m.start && m.end <= o.end
		})
		_, closedBySigner := r.signersBehind(s, m)
		switch {
		case r.has(m.start, "(ร่าง)") || r.has(m.start, "ร่าง"):
			r.setStatus(t, "ANNOUNCED")
		case signing >= 0 && endsUnsigned(before[:signing]):
			r.setStatus(t, "ANNOUNCED")
		case signing >= 0 || inSigning || closedBySigner || strings.Contains(around, "ได้ลงนาม"):
			r.setStatus(t, "SIGNED")
		case strings.Contains(around, "จะมีการลงนาม") || strings.Contains(around, "จะลงนาม"):
			r.setStatus(t, "ANNOUNCED")
		case strings.Contains(before, "เห็นชอบ") || strings.Contains(before, "บรรลุการเจรจา") || strings.Contains(before, "อนุมัติ"):
			r.setStatus(t, "APPROVED")
		case strings.Contains(before, "signing of") || strings.Contains(before, "signed"):
			r.setStatus(t, "SIGNED")
		case strings.Contains(sentence, "signing of the Memorandum"):
			r.setStatus(t, "SIGNED")
		}
		for _, p := range r.accordParties(m) {
			r.party(p, m, [][2]int{{m.start, m.end}}, "parties-between")
		}
		r.partiesBeside(s, m)
	}
}

func endsUnsigned(before string) bool {
	before = strings.TrimSpace(strings.TrimSuffix(strings.TrimSuffix(strings.TrimSpace(before), "ร่วม"), "การ"))
	for _, w := range unsignedWords {
		if strings.HasSuffix(before, w) && w != "เห็นชอบ" {
			return true
		}
	}
	return strings.HasSuffix(before, "จะมี") || strings.HasSuffix(before, "คาดว่าจะมี")
}

// setStatus keeps the furthest that a text says of an agreement; a plan that a
// signing is stated for elsewhere is signed.
func (r *reading) setStatus(t *thing, status string) {
	rank := map[string]int{"": 0, "ANNOUNCED": 1, "APPROVED": 2, "SIGNED": 3}
	if t.status == "ANNOUNCED" && status == "SIGNED" && strings.Contains(strings.Join(t.surfaces, " "), "ร่าง") {
		return
	}
	if rank[status] > rank[t.status] {
		t.status = status
	}
}

func (r *reading) party(p, m *mention, spans [][2]int, rule string) {
	if p.thing.kind != kg.KindCountry && p.thing.kind.Class() != kg.ClassOrganization {
		return
	}
	r.claim(claim{kind: kg.PartyTo, subject: p.thing, object: m.thing, spans: append(spans, [2]int{p.start, p.end}), rule: rule})
}

// partiesBeside reads the bodies that an agreement stands between without
// ระหว่าง: "ลงนามความร่วมมือ … A ร่วมกับ B และ C", "A ลงนามบันทึกข้อตกลงกับ B".
func (r *reading) partiesBeside(s *sentence, m *mention) {
	k := slices.IndexFunc(s.tokens, func(t *mention) bool { return t == m || t.sort == occasion && t.start <= m.start && m.end <= t.end })
	if k < 0 || s.headline {
		return
	}
	token := s.tokens[k]
	var sides []*mention
	right := r.rightOf(s.tokens, k, 10)
	for _, n := range right.names {
		if n.sort == body {
			sides = append(sides, n)
		}
	}
	if right.from > k && len(sides) == 1 && tidy(r.str(m.end, sides[0].start)) == "" && !strings.Contains(r.str(sides[0].end, min(sides[0].end+10, s.end)), "กับ") {
		sides = nil
	}
	for _, n := range r.within(m) {
		// "บันทึกข้อตกลง(MOU)กับมหาวิทยาลัยขอนแก่น"
		if n.sort == body && r.endsWith(r.backBlanks(n.start), "กับ") && len(r.accordParties(m)) == 0 {
			sides = append(sides, n)
		}
	}
	signing := -1
	for j := k - 1; j >= 0; j-- {
		if s.tokens[j].sort == signal && s.tokens[j].cue == signs && token.start-s.tokens[j].end < 8 {
			signing = j
		}
	}
	if signing >= 0 {
		for _, n := range r.leftOf(s.tokens, signing, 24).names {
			if n.sort == body {
				sides = append(sides, n)
			}
		}
	}
	if len(sides) > 1 {
		// "รัฐบาลไทย โดยกระทรวง A": the ministry acts for the government.
		sides = slices.DeleteFunc(sides, func(n *mention) bool {
			return n.thing.kind == kg.KindOrganization && n.thing.country != nil && slices.ContainsFunc(sides, func(o *mention) bool { return o.thing.kind == kg.KindMinistry })
		})
	}
	if len(sides) == 0 {
		return
	}
	for _, n := range sides {
		r.party(n, m, [][2]int{{m.start, m.end}, {n.start, n.end}}, "parties-beside")
	}
	if m.thing.status == "ANNOUNCED" && len(r.accordParties(m)) == 0 {
		r.counterpart(s, m, sides[0])
	}
}

// counterpart gives an agreement that names one party the other side of the
// talks in the same sentence: "ระหว่างเมืองอินชอนกับรัฐบาลไทย".
func (r *reading) counterpart(s *sentence, m, known *mention) {
	for i := max(s.start, m.start-longestTitle); i < m.start; i++ {
		if !r.has(i, "ระหว่าง") {
			continue
		}
		n := r.nextName(i + 7)
		if n >= len(r.names) || r.names[n].start != r.skipBlanks(i+7) || !r.endsWithAt(r.names[n].end, "กับ") {
			continue
		}
		p := r.names[n]
		other := p.thing
		if p.sort == spot && (other.kind == kg.KindCity || other.kind == kg.KindProvince) {
			other = r.named(nil, kg.KindLocalGovernment, r.str(p.start, p.end), p.start)
		}
		if other.kind.Class() != kg.ClassOrganization || other == known.thing || r.isFollowed(p, "รองนายก") {
			continue
		}
		r.claim(claim{kind: kg.PartyTo, subject: other, object: m.thing, spans: [][2]int{{p.start, p.end}, {m.start, m.end}}, rule: "parties-talks"})
		return
	}
}

func (r *reading) isFollowed(p *mention, w string) bool { return r.has(r.skipBlanks(p.end), w) }

// endsWithAt reports whether a word follows at i, blanks aside.
func (r *reading) endsWithAt(i int, w string) bool { return r.has(r.skipBlanks(i), w) }

// signersBehind gives the people of "โดยมี A และ B เป็นผู้ลงนาม" behind an
// agreement.
func (r *reading) signersBehind(s *sentence, m *mention) ([]*mention, bool) {
	for k, c := range s.tokens {
		if c.sort == signal && c.cue == signs && c.start > m.end && strings.HasPrefix(r.str(c.start, c.end), "เป็นผู้ลงนาม") {
			var people []*mention
			for _, n := range r.leftOf(s.tokens, k, 6).names {
				if n.sort != body {
					people = append(people, n)
				}
			}
			return people, true
		}
	}
	return nil, false
}

// signersIn reads who signed.
func (r *reading) signersIn(s *sentence, at int) {
	for k, c := range s.tokens {
		if c.sort != signal || c.cue != signs {
			continue
		}
		if endsUnsigned(r.str(max(s.start, c.start-24), c.start)) {
			continue
		}
		if s.headline {
			continue
		}
		left := r.leftOf(s.tokens, k, 16)
		if by := r.skipBlanks(c.end); r.has(by, "โดย") && !r.has(by, "โดยมี") {
			// "… ซึ่งลงนามโดย A และ B"
			left.names = append(left.names, r.rightOf(s.tokens, k, 8).names...)
		}
		if r.has(c.start, "ร่วมลงนาม") && len(left.names) > 0 && broken(s.tokens, left) {
			acting, _ := r.clauseSubjects(s, k)
			left.names = union(left.names, acting)
		}
		var accords []*mention
		for j := k + 1; j < len(s.tokens); j++ {
			t := s.tokens[j]
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
		for _, a := range accords {
			if a.thing.status == "ANNOUNCED" || a.thing.status == "APPROVED" {
				continue
			}
			if len(left.names) > 0 || c.start > 0 {
				r.setStatus(a.thing, "SIGNED")
			}
			if a.thing.status != "SIGNED" {
				continue
			}
			r.dateAccord(s, a)
			if j := slices.Index(s.tokens, a); j >= 0 {
				// "ลงนามบันทึกข้อตกลงกับ A โดยนาย B"
				if right := r.rightOf(s.tokens, j, 4).names; len(right) > 0 && right[0].sort == someone && tidy(r.str(a.end, right[0].start)) == "โดย" {
					left.names = append(left.names, right[0])
				}
			}
			for _, n := range left.names {
				if n.sort == body {
					continue
				}
				who := r.actor(n)
				if who.kind != kg.KindPerson {
					continue
				}
				capacity := ""
				if len(n.posts) > 0 {
					capacity = tidy(r.str(n.posts[0].start, postEnd(n.posts[0])))
				}
				r.claim(claim{kind: kg.Signed, subject: who, object: a.thing, capacity: capacity, spans: [][2]int{{n.start, n.end}, {c.start, c.end}, {a.start, min(a.end, max(s.end, a.end))}}, event: nil, rule: "signs"})
			}
		}
	}
	for _, m := range r.longsIn(s.start, s.end) {
		if m.sort == accord && m.start >= s.start && m.end <= s.end && m.thing.status == "SIGNED" {
			r.dateAccord(s, m)
		}
		if m.sort == accord && m.start >= s.start && m.end <= s.end && m.thing.status == "ANNOUNCED" && m.thing.start == nil {
			for _, d := range s.tokens {
				if d.sort == date && d.start > m.end && d.when.kind == "YEAR" && d.start-m.end < 60 && strings.Contains(r.str(m.end, d.start), "ลงนาม") {
					from := d.when.from
					m.thing.start = &from
				}
			}
		}
	}
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

// dateAccord dates an agreement by the sentence that says it was signed.
func (r *reading) dateAccord(s *sentence, m *mention) {
	if m.thing.start != nil || s.headline || strings.Contains(r.str(m.end, min(m.end+40, s.end)), "ไปแล้ว") {
		return
	}
	var best *mention
	for _, d := range s.tokens {
		if d.sort != date || d.when.kind == "FISCAL" {
			continue
		}
		if d.when.kind == "YEAR" && !(d.start > m.end && strings.Contains(r.str(m.end, d.start), "เมื่อ") || r.has(d.start, "เมื่อปี")) {
			continue
		}
		if best == nil || d.start > m.end && best.start < m.start {
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

// witnessesIn reads who stood witness to the signing.
func (r *reading) witnessesIn(s *sentence, at int, agreements []*thing) {
	for k, c := range s.tokens {
		if c.sort != signal || c.cue != witnesses || s.headline {
			continue
		}
		left := r.leftOf(s.tokens, k, 30)
		if len(left.names) == 0 {
			left.names = r.bothLeaders(c)
		}
		var targets []*mention
		for j := k + 1; j < len(s.tokens); j++ {
			t := s.tokens[j]
			if t.sort == occasion && t.role == "SIGNING" && t.start-c.end < 12 {
				targets = append(targets, r.accordsOf(t)...)
			}
			if t.sort == accord && t.start-c.end < 40 || len(targets) > 0 && t.sort == accord {
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
		for _, n := range left.names {
			who := r.actor(n)
			if who.kind.Class() == kg.ClassPost {
				continue
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
	return n > 1 && (strings.Contains(r.doc.Title, "ฉบับ") || strings.Contains(r.text.Norm, " ฉบับ ได้แก่") || strings.Contains(r.text.Norm, " ฉบับ ประกอบด้วย"))
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
		if c.object.kind != kg.KindAgreement || c.object.status != "SIGNED" || event.start != nil && c.object.start != nil && event.start.Value != c.object.start.Value {
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
		if m.sort != accord || m.thing.status != "SIGNED" {
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
		if t.status == "" && !told[t] && !t.inForce {
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
