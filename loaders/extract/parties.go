package extract

import (
	"slices"
	"strings"
	"unicode/utf8"

	"mueang/graph/kg"
)

// pact is between whom an agreement is: bodies and countries, and the people who
// act for them.
type pact struct {
	parties []*mention
	people  []*mention
}

// pactOf reads the parties from the name of an agreement and from what goes on
// behind it: "ระหว่าง A โดยนาย X กับ B (ข) และ 3 มหาวิทยาลัย ได้แก่ C, D และ E",
// "between A and B".
func (r *reading) pactOf(m *mention) pact {
	b, _ := r.inBlock(m.start)
	if b.english {
		return r.englishPact(m)
	}
	from := r.partiesFrom(m.start, m.end)
	if from == 0 && !b.headline {
		from = r.partiesTold(m, b.end)
	}
	if from == 0 {
		return pact{}
	}
	limit := len(r.runes)
	if b.headline {
		limit = m.end
	}
	var p pact
	at, joined, aside := from, false, false // aside: the last name only tells where a party is
	for k := r.nextName(from); k < len(r.names) && r.names[k].start < limit && len(p.parties)+len(p.people) < mostAlike; k++ {
		n := r.names[k]
		if n.start < at {
			continue
		}
		if n.start-at > longestGap && (joined || n.start >= max(m.end, from)) {
			break
		}
		raw := r.str(at, n.start)
		if strings.HasSuffix(strings.TrimRight(raw, " "), "(") && r.at(n.end) == ')' {
			at = n.end // another name of the party before
			continue
		}
		gap, ok := partyGap(r.afterBracket(raw))
		switch {
		case !ok:
			return p
		case n.sort == someone:
			if gap != "" && !strings.HasSuffix(gap, "โดย") && gap != "และ" && gap != "กับ" && gap != "มี" {
				return p
			}
			p.people = append(p.people, n)
		case n.sort == office:
			if joined && gap != "" && gap != "โดย" && gap != "และ" && gap != "กับ" {
				return p
			}
		case n.sort == spot:
			_, of := r.wordBefore(r.backBlanks(n.start), ofWords)
			aside = of || aside && (gap == "และ" || gap == "กับ")
			joins := !joined && n.start < max(m.end, from+longestGap) || gap == "และ" || gap == "กับ" || gap == "," || gap == "–" || gap == "-"
			joins = joins && !aside
			if n.thing.kind == kg.KindCountry && joins && !r.isPostBody(n) {
				p.parties = append(p.parties, n)
				joined = true
			} else if !joined && n.start >= max(m.end, from) {
				return p
			}
		case n.sort != body:
			return p
		case r.isPostBody(n):
		case !joined && n.start < max(m.end, from+1) || isPartyJoint(gap):
			p.parties = append(p.parties, n)
			joined = true
		case gap == "" && r.isEmployer(n):
		case gap == "แห่ง" || gap == "ของ" || gap == "ใน" || gap == "สังกัด":
		default:
			return p
		}
		aside = aside && n.sort == spot
		at = n.end
	}
	return p
}

// ofWords stand before the place that a party is of: "กระทรวงคมนาคมของไทย".
var ofWords = newWords("ของ", "แห่ง", "ใน", "ประจำ")

// longestGap bounds what stands between two parties.
const longestGap = 70

// toldWords stand before the parties of an agreement that its name does not have:
// "ลงนามบันทึกข้อตกลง … โดยเป็นความร่วมมือระหว่าง A และ B".
var toldWords = newWords("เป็นความร่วมมือระหว่าง", "เป็นการร่วมมือระหว่าง", "เป็นความร่วมมือกันระหว่าง", "ลงนามระหว่าง", "จัดทำขึ้นระหว่าง")

// counters count the parties that are listed next: "กับ 5 หน่วยงาน ได้แก่".
var counters = newWords("หน่วยงาน", "องค์กร", "แห่ง", "ฝ่าย", "กระทรวง", "บริษัท", "สถาบัน", "มหาวิทยาลัย", "ภาคี", "ราย")

// farTold bounds how far behind the name that is said.
const farTold = 250

// partiesTold gives where the parties begin that are named behind an agreement's
// name, or 0.
func (r *reading) partiesTold(m *mention, limit int) int {
	for i := m.end; i < min(m.end+farTold, limit); i++ {
		if r.anotherAccord(i) && accordWords.at(r.runes, i) >= 0 {
			return 0
		}
		if w, ok := r.wordAt(i, toldWords); ok {
			return r.partiesFrom(i, i+utf8.RuneCountInString(w))
		}
		if w, ok := r.wordAt(i, listWords); ok && i-m.end < 60 && w != ":" {
			if _, counted := r.wordBefore(r.backBlanks(i), counters); counted {
				return r.skipBlanks(i + utf8.RuneCountInString(w))
			}
		}
	}
	return 0
}

// partiesFrom gives where the parties of an agreement begin in a stretch, or 0:
// behind ระหว่าง that is neither "ระหว่างประเทศ" nor "ระหว่างกัน".
func (r *reading) partiesFrom(start, end int) int {
	for i := start; i < end; i++ {
		if w, ok := r.hasAny(i, []string{"between ", "among "}); ok {
			return i + len(w)
		}
		if !r.has(i, "ระหว่าง") {
			continue
		}
		at := r.skipBlanks(i + 7)
		if _, no := r.hasAny(at, []string{"ประเทศ", "กัน", "วันที่"}); no && r.taken[min(at, len(r.runes))] == nil {
			continue
		}
		return at
	}
	return 0
}

// partyGap tidies what stands between two parties. It is not ok where another
// clause or another line begins, but for a numbered line of a list.
func partyGap(raw string) (string, bool) {
	line := strings.LastIndexByte(raw, '\n')
	gap := tidy(raw)
	if line >= 0 {
		marker := strings.TrimLeft(strings.TrimSpace(raw[line+1:]), "0123456789.)(-–•· ")
		if gap = tidy(raw[:line]); marker != "" || raw[line+1:] == "" || !isPartyJoint(gap) {
			return "", false
		}
	}
	gap = strings.TrimSpace(strings.TrimPrefix(gap, ")"))
	if number, bracket := strings.CutSuffix(gap, ")"); bracket {
		// "ระหว่าง 5 หน่วยงาน ได้แก่ 1) A 2) B"
		if plain := strings.TrimRight(number, "0123456789"); len(plain) < len(number) {
			gap = strings.TrimSpace(strings.TrimSuffix(plain, "("))
		}
	}
	for _, w := range []string{"ว่าด้วย", "เพื่อ", "เรื่อง", "ด้าน", "ซึ่ง", "เป็น", "ได้รับ", "จะ", "ณ "} {
		if strings.Contains(gap, w) {
			return "", false
		}
	}
	return gap, true
}

// isPartyJoint reports whether a gap goes on with a list of parties: directly, or
// counted ("กับ 3 มหาวิทยาลัย … คือ"), or past a party without a name ("… และภาคเอกชน
// กับ").
func isPartyJoint(gap string) bool {
	switch gap {
	case "", ",", "and", "and the", ", and", "และ", "กับ", "ร่วมกับ", "รวมถึง", "ตลอดจน", "รวมทั้ง", ",และ", ", และ", "1.", "2.", "3.", "4.", "/":
		return true
	}
	for _, w := range []string{"คือ", "ได้แก่", "ประกอบด้วย", "และ", "กับ", "ร่วมกับ"} {
		if strings.HasSuffix(gap, w) {
			return true
		}
	}
	// a party that no rule knows stands between commas
	return strings.HasPrefix(gap, ",") && strings.HasSuffix(gap, ",")
}

// isPartyLead reports whether a gap leads from an agreement to its parties: "…
// ร่วมกับ A", not "… ตามที่กระทรวง A เสนอ".
func isPartyLead(gap string) bool {
	switch gap {
	case "โดย", "ระหว่าง", "ของ", "ให้กับ", "ให้แก่", "แก่":
		return true
	}
	return isPartyJoint(gap)
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
	named := len(r.pactOf(m).parties) > 0
	var sides []*mention
	right := r.rightOf(s.tokens, k, 10)
	for _, n := range right.names {
		if n.sort == body && isPartyLead(tidy(r.afterBracket(r.str(s.tokens[k].end, right.names[0].start)))) {
			sides = append(sides, n)
		}
	}
	if right.from > k && len(sides) == 1 && tidy(r.str(m.end, sides[0].start)) == "" && !strings.Contains(r.str(sides[0].end, min(sides[0].end+10, s.end)), "กับ") {
		sides = nil
	}
	for _, n := range r.within(m) {
		// "บันทึกข้อตกลง(MOU)กับมหาวิทยาลัยขอนแก่น"
		if (n.sort == body || n.sort == spot) && r.endsWith(r.backBlanks(n.start), "กับ") && !named {
			sides = append(sides, n)
		}
	}
	for j := k - 1; j >= 0; j-- {
		c := s.tokens[j]
		if c.sort == signal && c.cue == signs && s.tokens[k].start-c.end < 14 {
			sides = append(sides, r.signingSides(s, j)...)
			break
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
		if n.thing.kind == kg.KindCommittee || m.thing.subtype == "DECLARATION" && r.endsWith(r.backBlanks(n.start), "โดย") {
			continue // "คณะรัฐมนตรีรับทราบผลการลงนาม …", "ปฏิญญาอาเซียน … โดยกระทรวง A": who proposes it
		}
		r.party(n, m, [][2]int{{m.start, m.end}, {n.start, n.end}}, "parties-beside")
	}
	if m.thing.status == "ANNOUNCED" && !named {
		r.counterpart(s, m, sides[0])
	}
}

// signingSides gives the bodies that a word for signing has before it, and the
// countries of "ประเทศไทยและฝรั่งเศสได้ลงนาม".
func (r *reading) signingSides(s *sentence, k int) []*mention {
	var sides []*mention
	for _, n := range r.leftOf(s.tokens, k, 24).names {
		if n.sort == body {
			sides = append(sides, n)
		}
	}
	if len(sides) == 0 {
		sides, _ = r.holdersLeft(s.tokens, k) // "A และเครือข่ายพันธมิตร ได้ร่วม|ลงนาม"
		sides = slices.DeleteFunc(sides, func(n *mention) bool { return n.sort != body })
	}
	if len(sides) > 0 {
		return sides
	}
	at := s.tokens[k].start
	for j := k - 1; j >= 0 && len(sides) < mostAlike; j-- {
		n := s.tokens[j]
		if n.end > at {
			continue
		}
		gap := tidy(r.str(n.end, at))
		if n.sort != spot || n.thing.kind != kg.KindCountry || r.isPostBody(n) || len(sides) == 0 && len([]rune(gap)) > 12 || len(sides) > 0 && gap != "และ" && gap != "กับ" && gap != "" {
			break
		}
		sides, at = append(sides, n), n.start
	}
	if len(sides) < 2 {
		return nil
	}
	return sides
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
