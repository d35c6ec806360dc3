package extract

import (
	"slices"
	"strings"

	"mueang/graph/kg"
)

// Names in Latin letters in Thai prose are those of bodies where the words beside
// them say so: an office before them ("ประธาน Junior Achievement"), a generic word
// (องค์กร), the initials that they are defined with, or a list of companies.

// latinAcronym gives where the short form in brackets behind a Latin name ends that its
// initials spell, or 0: "Young Smart Farmer(YSF)", "Global Entrepreneur Network (GEN)".
func (r *reading) latinAcronym(words [][2]int) int {
	if len(words) < 2 {
		return 0
	}
	end := words[len(words)-1][1]
	open := r.skipBlanks(end)
	if r.at(open) != '(' {
		return 0
	}
	shut := r.closing(open)
	if shut == 0 || shut-open > 12 {
		return 0
	}
	var initials, written []rune
	for _, w := range words {
		if isUpper(r.at(w[0])) {
			initials = append(initials, r.at(w[0]))
		}
	}
	for i := open + 1; i < shut; i++ {
		if isUpper(r.at(i)) {
			written = append(written, r.at(i))
		} else if !isLatin(r.at(i)) && r.at(i) != ' ' {
			return 0
		}
	}
	if len(written) < 2 || !slices.Equal(initials, written) {
		return 0
	}
	return shut + 1
}

// companyOf are nouns that make a Latin name one of a body where its initials follow.
var companyOf = map[string]kg.Kind{"Network": kg.KindNetwork, "Alliance": kg.KindNetwork, "Roundtable": kg.KindInternationalOrganization, "Council": kg.KindOrganization, "Committee": kg.KindCommittee,
	"Centre": kg.KindOrganization, "Center": kg.KindOrganization, "Facility": kg.KindInternationalOrganization, "Federation": kg.KindOrganization, "Confederation": kg.KindOrganization,
	"Secretariat": kg.KindOrganization, "Society": kg.KindOrganization, "Consortium": kg.KindNetwork, "Academy": kg.KindInstitute, "Administration": kg.KindAgency, "Coalition": kg.KindNetwork}

// latinGroup reads a Latin name of two words or more that is one of a body by a noun in
// it and its initials, or by กลุ่ม before and its initials.
func (r *reading) latinGroup(i, limit int) *mention {
	words := r.latinWords(i, limit)
	if len(words) < 2 || r.latinAcronym(words) == 0 {
		return nil
	}
	end := words[len(words)-1][1]
	if _, group := r.endsWithAny(r.backBlanks(i), []string{"กลุ่ม", "องค์กร", "เครือข่าย", "หน่วยงาน", "ชมรม"}); group {
		return &mention{start: i, end: end, sort: body, thing: r.named(nil, kg.KindOrganization, r.str(i, end), i)}
	}
	for _, w := range words {
		if kind, ok := companyOf[r.str(w[0], w[1])]; ok {
			return &mention{start: i, end: end, sort: body, thing: r.named(nil, kind, r.str(i, end), i)}
		}
	}
	return nil
}

// mostOffice bounds the words of a Latin name behind an office.
const mostOffice = 5

// latinEmployer reads the Latin name behind a Thai office: "ผู้ร่วมก่อตั้ง Priceline",
// "รองประธาน World Bank", not "ประธาน COP 12".
func (r *reading) latinEmployer(m *mention, next, limit int) *mention {
	if !isThaiLetter(r.at(m.start)) || !isUpper(r.at(next)) || r.taken[next] != nil {
		return nil
	}
	if m.role == "MINISTER" || m.role == "PRIME_MINISTER" || m.role == "MEMBER" || m.role == "ADVISER" || strings.HasSuffix(m.role, "GOVERNOR") || strings.HasSuffix(m.role, "AMBASSADOR") {
		return nil
	}
	words := r.latinWords(next, limit)
	if len(words) == 0 || len(words) > mostOffice || slices.Contains(latinCommon, r.str(words[0][0], words[0][1])) {
		return nil
	}
	end := words[len(words)-1][1]
	if after := r.skipBlanks(end); isDigit(r.at(after)) || end-next < 3 || isThaiLetter(r.at(after)) && after == end {
		return nil
	}
	switch r.str(words[len(words)-1][0], end) {
	case "Summit", "Forum", "Conference", "Meeting", "Project", "Program", "Programme", "Officer", "Director", "President", "Manager", "Mr", "Ms", "Mrs", "Dr":
		return nil
	}
	if slices.Contains([]string{"Mr", "Ms", "Mrs", "Dr", "H", "Miss", "Prof", "Professor", "Sir"}, r.str(words[0][0], words[0][1])) {
		return nil
	}
	o := &mention{start: next, end: end, sort: body, thing: r.named(nil, kg.KindOrganization, r.str(next, end), next)}
	if !r.put(o) {
		return nil
	}
	r.define(o)
	return o
}

// instances lead to examples.
var instances = newWords("เช่น", "อาทิ", "ได้แก่")

// companyNouns are what the companies that are named as examples are.
var companyNouns = []string{"บริษัท", "ผู้ประกอบการ", "ผู้ผลิต", "ผู้ให้บริการ", "ค่ายรถ", "นักลงทุน"}

// latinInstances reads the companies that stand as examples behind a word for them:
// "บริษัทชั้นนำระดับโลก เช่น Amazon, Google และ Microsoft".
func (r *reading) latinInstances(b block) {
	const reach, most, longest = 110, 14, 40
	for i := b.start; i < b.end; i++ {
		cue, ok := r.wordAt(i, instances)
		if !ok || r.taken[i] != nil || !r.instancesOf(max(b.start, i-reach), i) {
			continue
		}
		at := r.skipBlanks(i + len([]rune(cue)))
		for n := 0; n < most && at < b.end; n++ {
			if m := r.taken[at]; m != nil && m.sort == body && m.start == at {
				at = m.end
			} else if end := r.latinCompany(at, b.end); end > at && end-at < longest {
				o := &mention{start: at, end: end, sort: body, thing: r.named(nil, kg.KindCompany, r.str(at, end), at)}
				if !r.put(o) {
					break
				}
				at = r.define(o)
			} else {
				break
			}
			last := at
			if at = r.skipBlanks(at); r.at(at) == ',' {
				at = r.skipBlanks(at + 1)
			}
			if r.has(at, "และ") {
				at = r.skipBlanks(at + 3)
			}
			if at == last || r.has(at, "บริษัท") {
				break
			}
		}
	}
}

// instancesOf reports whether the clause up to i speaks of companies.
func (r *reading) instancesOf(start, i int) bool {
	text := r.str(start, i)
	if cut := strings.LastIndexAny(text, "\n;:”"); cut >= 0 {
		text = text[cut:]
	}
	if strings.Contains(text, "แพลตฟอร์ม") || strings.Contains(text, "เทคโนโลยีดิจิทัล ") || strings.Contains(text, "ผ่านระบบ") {
		return false
	}
	return slices.ContainsFunc(companyNouns, func(noun string) bool {
		at := strings.LastIndex(text, noun)
		return at >= 0 && strings.Count(text[at:], " ") < 4
	})
}

// latinCompany gives the end of the Latin name of a company at i that an item of a list
// is, or 0.
func (r *reading) latinCompany(i, limit int) int {
	if !isUpper(r.at(i)) || r.taken[i] != nil {
		return 0
	}
	words := r.latinWords(i, limit)
	if len(words) == 0 || len(words) > 4 || slices.Contains(latinCommon, r.str(words[0][0], words[0][1])) {
		return 0
	}
	if k, _ := r.lex.at(r.lex.spots, r.runes, i); k != nil {
		return 0
	}
	return words[len(words)-1][1]
}

// latinInvestors reads the companies that are said to invest, with the country that
// they are from: "CtrlS จากอินเดีย ลงทุน 5,000 ล้านบาท".
func (r *reading) latinInvestors(b block) {
	const longest = 30
	for i := b.start; i < b.end; i++ {
		if !isUpper(r.at(i)) || isLatin(r.at(i-1)) || r.taken[i] != nil {
			continue
		}
		end := r.latinCompany(i, b.end)
		if end == 0 || end-i > longest {
			continue
		}
		at := r.skipBlanks(end)
		if r.at(at) == '(' {
			if shut := r.closing(at); shut > 0 && shut-at < longest {
				at = r.skipBlanks(shut + 1)
			}
		}
		if r.has(at, "จาก") {
			k, stop := r.lex.at(r.lex.spots, r.runes, r.skipBlanks(at+3))
			if k == nil || k.kind != kg.KindCountry {
				continue
			}
			at = r.skipBlanks(stop)
		}
		if !r.has(at, "ลงทุน") {
			continue
		}
		if amount := r.skipBlanks(at + 5); !isDigit(r.at(amount)) && !r.has(amount, "กว่า") && !r.has(amount, "รวม") {
			continue
		}
		if o := (&mention{start: i, end: end, sort: body, thing: r.named(nil, kg.KindCompany, r.str(i, end), i)}); r.put(o) {
			r.define(o)
		}
	}
}
