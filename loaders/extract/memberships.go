package extract

import (
	"slices"
	"strings"

	"mueang/graph/kg"
)

// memberships reads which places and bodies are members of a network or an
// international organisation, and which are proposed: "เสนอเมืองเข้าร่วมเป็นสมาชิก
// N ประกอบด้วย A B และ C จากเดิมที่มีเมืองที่เข้าร่วมแล้วคือ D".
func (r *reading) memberships() {
	r.personMembers()
	for k := range r.sentences {
		s := &r.sentences[k]
		text := r.str(s.start, s.end)
		at := strings.Index(text, "สมาชิก")
		if at < 0 || s.headline {
			continue
		}
		word := s.start + len([]rune(text[:at]))
		var network *mention
		for _, m := range s.tokens {
			if m.sort == body && (m.thing.kind == kg.KindNetwork || m.thing.kind == kg.KindInternationalOrganization) && m.start >= word {
				network = m
				break
			}
		}
		if network == nil {
			continue
		}
		r.memberList(s, network)
		r.countryMember(s, network, word)
	}
}

// memberWords stand between a person and the body that he is a member of.
var memberWords = []string{"กรรมการ", "สมาชิก", "สมาชิกถาวร", "อนุกรรมการ"}

// personMembers reads "พระ ก กรรมการมหาเถรสมาคม", "นาย ข สมาชิกพรรค ค". Of a company,
// ministry or agency these are posts.
func (r *reading) personMembers() {
	for k := 1; k < len(r.names); k++ {
		p, b := r.names[k-1], r.names[k]
		if k > 1 && p.sort == office && p.role == "MEMBER" && p.org == b {
			p = r.names[k-2] // the word is an office as well
		}
		if p.sort == someone && b.sort == body && b.thing.kind != kg.KindCompany && b.thing.kind != kg.KindMinistry && b.thing.kind != kg.KindAgency && slices.Contains(memberWords, r.gap(p, b)) && isThaiLetter(r.at(b.start-1)) {
			r.claim(claim{kind: kg.MemberOf, subject: p.thing, object: b.thing, role: "MEMBER", status: "MEMBER",
				spans: [][2]int{{p.start, p.end}, {b.start, b.end}}, rule: "member-person"})
		}
	}
}

func (r *reading) memberList(s *sentence, network *mention) {
	at := s.start
	for j := 0; j < len(s.tokens); j++ {
		m := s.tokens[j]
		if m.sort != spot || m.thing.kind == kg.KindCountry {
			at = max(at, m.end)
			continue
		}
		lead := r.str(at, m.start)
		from := at
		// Several places in a row make the list.
		members := []*mention{m}
		for j+1 < len(s.tokens) && s.tokens[j+1].sort == spot && joins(r.gap(s.tokens[j], s.tokens[j+1])) {
			j++
			members = append(members, s.tokens[j])
		}
		at = members[len(members)-1].end
		listed := false
		for _, w := range []string{"ประกอบด้วย", "ได้แก่", "คือ"} {
			listed = listed || strings.HasSuffix(strings.TrimSpace(lead), w)
		}
		if !listed {
			continue
		}
		status := "MEMBER"
		if strings.Contains(lead, "เสนอ") || strings.Contains(lead, "เพิ่มเติม") || from < network.start && strings.Contains(r.str(s.start, m.start), "เสนอ") && !strings.Contains(lead, "เดิม") {
			status = "PROPOSED"
		}
		if strings.Contains(lead, "เดิม") || strings.Contains(lead, "เข้าร่วมแล้ว") || strings.Contains(lead, "เป็นสมาชิกแล้ว") {
			status = "MEMBER"
		}
		for _, p := range members {
			r.vote(p.thing, kg.KindCity)
			r.claim(claim{kind: kg.MemberOf, subject: p.thing, object: network.thing, role: "MEMBER", status: status,
				spans: [][2]int{{p.start, p.end}, {network.start, network.end}}, rule: "member-list"})
		}
	}
}

// countryMember reads "ไทย … การเป็นสมาชิก UNIDO".
func (r *reading) countryMember(s *sentence, network *mention, at int) {
	if network.start-at > 10 {
		return
	}
	before := r.str(max(s.start, at-12), at)
	if !strings.HasSuffix(strings.TrimSpace(before), "การเป็น") {
		return
	}
	for _, m := range s.tokens {
		if m.sort == spot && m.thing.kind == kg.KindCountry && m.start < at {
			r.claim(claim{kind: kg.MemberOf, subject: m.thing, object: network.thing, role: "MEMBER", status: "MEMBER",
				spans: [][2]int{{m.start, m.end}, {network.start, network.end}}, rule: "member-country"})
			return
		}
	}
}
