package extract

import (
	"cmp"
	"slices"
	"strings"

	"mueang/graph/kg"
	"mueang/loaders/thai"
)

// head is a generic word with which names of organisations begin.
type head struct {
	text string
	kind kg.Kind
	min  int // letters that must follow
}

var organizationHeads = []head{
	{"กระทรวง", kg.KindMinistry, 3}, {"ทบวง", kg.KindMinistry, 4},
	{"กรม", kg.KindAgency, 5}, {"สำนักงาน", kg.KindAgency, 6}, {"สนง.", kg.KindAgency, 4}, {"สำนักเลขาธิการ", kg.KindAgency, 4},
	{"การรถไฟ", kg.KindAgency, 6}, {"การไฟฟ้า", kg.KindAgency, 4}, {"การประปา", kg.KindAgency, 4}, {"การเคหะ", kg.KindAgency, 4},
	{"การท่าเรือ", kg.KindAgency, 4}, {"การนิคมอุตสาหกรรม", kg.KindAgency, 4}, {"การทางพิเศษ", kg.KindAgency, 4}, {"การท่องเที่ยวแห่ง", kg.KindAgency, 4},
	{"การกีฬาแห่ง", kg.KindAgency, 4}, {"การยางแห่ง", kg.KindAgency, 4},
	{"สถานเอกอัครราชทูต", kg.KindAgency, 3}, {"สถานทูต", kg.KindAgency, 3}, {"สถานกงสุลใหญ่", kg.KindAgency, 3},
	{"องค์การบริหารส่วนจังหวัด", kg.KindLocalGovernment, 3}, {"องค์การบริหารส่วนตำบล", kg.KindLocalGovernment, 3},
	{"อบจ.", kg.KindLocalGovernment, 3}, {"อบต.", kg.KindLocalGovernment, 3},
	{"เทศบาลนคร", kg.KindLocalGovernment, 2}, {"เทศบาลเมือง", kg.KindLocalGovernment, 2}, {"เทศบาลตำบล", kg.KindLocalGovernment, 2},
	{"สถาบัน", kg.KindInstitute, 5}, {"มหาวิทยาลัย", kg.KindInstitute, 4}, {"ม.ราชภัฏ", kg.KindInstitute, 3}, {"มรภ.", kg.KindInstitute, 3},
	{"มทร.", kg.KindInstitute, 3}, {"วิทยาลัย", kg.KindInstitute, 5},
	{"คณะกรรมการ", kg.KindCommittee, 4}, {"คณะอนุกรรมการ", kg.KindCommittee, 4}, {"คณะทำงาน", kg.KindCommittee, 6},
	{"คณะกรรมาธิการ", kg.KindCommittee, 4},
	{"ธนาคาร", kg.KindCompany, 4}, {"บริษัท", kg.KindCompany, 3}, {"บมจ.", kg.KindCompany, 3}, {"บจก.", kg.KindCompany, 3},
	{"ห้างหุ้นส่วนจำกัด", kg.KindCompany, 3}, {"ศูนย์การค้า", kg.KindCompany, 4}, {"ศูนย์วิจัย", kg.KindOrganization, 4},
	{"สมาคม", kg.KindOrganization, 4}, {"มูลนิธิ", kg.KindOrganization, 3}, {"สภาอุตสาหกรรม", kg.KindOrganization, 4}, {"สภาหอการค้า", kg.KindOrganization, 3},
	{"หอการค้า", kg.KindOrganization, 3}, {"สภาวิศวกร", kg.KindOrganization, 0}, {"สภาสถาปนิก", kg.KindOrganization, 0}, {"สมาพันธ์", kg.KindOrganization, 4},
	{"สหพันธ์", kg.KindOrganization, 4}, {"ชมรม", kg.KindOrganization, 4}, {"สภาหน่วยงาน", kg.KindInternationalOrganization, 6},
	{"สหภาพโทรคมนาคม", kg.KindInternationalOrganization, 0}, {"องค์การ", kg.KindInternationalOrganization, 6},
	{"เครือข่าย", kg.KindNetwork, 12}, {"ศูนย์ประสานงาน", kg.KindOrganization, 6}, {"ศูนย์ต่อต้าน", kg.KindAgency, 6}, {"ฝ่ายส่งเสริม", kg.KindOrganization, 4},
	{"รัฐบาล", kg.KindOrganization, 3},
}

// notBodies are words that hold the name of a known organisation and are none.
var notBodies = []string{"ไอซีทีเพื่อ", "ICT และ", "ด้าน ICT", "ลุ่มน้ำโขง", "ภายในอาเซียน", "เลขาธิการอาเซียน", "กรมสมเด็จพระ", "กรมพระ", "กรมหลวงราชสาริณี", "กรมหมื่น"}

// typists' ways to write กระทรวง and สำนักงาน are those within this distance.
const typoDistance = 2

func newHeadMatcher() *thai.Matcher {
	entries := make([]thai.Entry, 0, len(organizationHeads))
	for i, h := range organizationHeads {
		entries = append(entries, thai.Entry{Text: h.text, Value: i})
	}
	return thai.NewMatcher(entries)
}

// portfolios are what ministries of any country are for.
var portfolios = []string{"ที่ดิน", "โครงสร้างพื้นฐาน", "คมนาคม", "การคมนาคม", "การขนส่ง", "ขนส่ง", "การท่องเที่ยว", "ท่องเที่ยว", "การค้า", "อุตสาหกรรม",
	"พลังงาน", "สิ่งแวดล้อม", "เศรษฐกิจ", "การต่างประเทศ", "ต่างประเทศ", "การคลัง", "คลัง", "ศึกษาธิการ", "การศึกษา", "เกษตร", "การเกษตร", "สหกรณ์",
	"การสื่อสาร", "สื่อสาร", "สารสนเทศ", "เทคโนโลยี", "เทคโนโลยีสารสนเทศ", "วิทยาศาสตร์", "สาธารณสุข", "สุขภาพ", "กลาโหม", "มหาดไทย", "แรงงาน",
	"วัฒนธรรม", "กีฬา", "การกีฬา", "ยุติธรรม", "พาณิชย์", "การพาณิชย์", "วิจัย", "การวิจัย", "นวัตกรรม", "ดิจิทัล", "การพัฒนา", "การพัฒนาเมือง", "สังคม", "การวางแผน", "การลงทุน",
	"การก่อสร้าง", "ก่อสร้าง", "การเคหะ", "ป่าไม้", "ประมง", "ทรัพยากรธรรมชาติ", "ทรัพยากร", "น้ำ", "กิจการภายใน", "กิจการสังคม", "ทรัพยากรมนุษย์", "การจ้างงาน",
	"ครอบครัว", "สตรี", "เยาวชน", "อาหาร", "ความมั่นคง", "ความมั่นคงสาธารณะ", "วิสาหกิจ", "การสื่อสารและสารสนเทศ", "มหาดเล็ก", "การบิน", "ไปรษณีย์", "โทรคมนาคม",
	"ข่าวสาร", "การสื่อสารข้อมูล", "ข้อมูลข่าวสาร", "กิจการ", "แผนงาน", "งบประมาณ", "ชนบท", "การพัฒนาชนบท", "เคหะ"}

// findOrganizations finds the organisations of the text: those of the
// gazetteer, those that the grammar of their names shows, and those that the
// text defines.
func (r *reading) findOrganizations() {
	for _, b := range r.blocks {
		for i := b.start; i < b.end; {
			if m := r.taken[i]; m != nil {
				i = m.end
				continue
			}
			if m := r.organizationAt(i, b.end); m != nil && r.put(m) {
				i = m.end
				continue
			}
			i++
		}
	}
	defined := slices.Clone(r.names)
	slices.SortFunc(defined, byPlace)
	for _, m := range defined {
		if m.sort == body && r.taken[m.start] == m {
			r.define(m)
		}
	}
	r.findAliases(body)
	r.settleNames()
	r.referBack()
	r.joinForeign()
	r.joinClipped()
	r.mendTypos()
	r.settleThings()
}

// organizationAt reads the organisation that begins at i, or gives nil.
func (r *reading) organizationAt(i, limit int) *mention {
	if isLatin(r.at(i)) {
		return r.latinOrganization(i, limit)
	}
	if !isThaiLetter(r.at(i)) {
		return nil
	}
	k, end := r.lex.at(r.lex.bodies, r.runes, i)
	if k == nil && end > 0 {
		return nil
	}
	if k != nil && r.isWordPart(i, end, k) {
		k, end = nil, 0
	}
	if m := r.headed(i, limit, k, end); m != nil {
		return m
	}
	if k == nil {
		return r.misspelt(i, limit)
	}
	return &mention{start: i, end: end, sort: body, thing: r.named(k, k.kind, r.str(i, end), i), bare: end-i < 9}
}

// isWordPart reports whether a short known name is only part of a word.
func (r *reading) isWordPart(start, end int, k *known) bool {
	if end-start > 8 {
		return false
	}
	// Short forms in Thai letters stand free, or between words of the grammar.
	return !r.mayBegin(start) || isThaiLetter(r.at(end)) && !r.stopsAt(end)
}

// headed reads a name that begins with a generic word, longer than what the
// gazetteer knows at the same place (k up to end).
func (r *reading) headed(i, limit int, k *known, end int) *mention {
	match, ok := r.lex.heads.At(r.runes, i)
	if !ok || match.End > limit {
		return nil
	}
	h := organizationHeads[match.Values[0]]
	at := match.End
	switch {
	case h.kind == kg.KindMinistry:
		return r.ministry(i, at, limit, k, end)
	case k != nil:
		return nil
	case r.has(i, "คณะกรรมการบริหาร") && r.endsWith(i, "ประธาน"):
		return nil
	case h.text == "บริษัท" || h.text == "บมจ." || h.text == "บจก.":
		return r.company(i, at, limit)
	case h.text == "รัฐบาล":
		return r.government(i, at)
	}
	if !r.mayBegin(i) {
		return nil
	}
	if _, no := r.wordAt(r.skipBlanksIf(at, h), notNames); no && h.min > 0 {
		return nil
	}
	stop := r.nameRun(r.skipBlanksIf(at, h), limit)
	if h.kind == kg.KindNetwork && r.at(r.skipBlanks(stop)) != '(' {
		return nil
	}
	if stop-at < h.min || r.at(stop) == 'ฯ' && stop-at < 4 {
		return nil
	}
	if r.at(stop) == 'ฯ' {
		stop++
	}
	if h.kind == kg.KindCommittee {
		stop = r.committeeEnd(stop, limit)
	}
	if h.text == "องค์การ" && !strings.Contains(r.str(at, stop), "ประชาชาติ") && !strings.Contains(r.str(at, stop), "แห่ง") {
		h.kind = kg.KindAgency
	}
	if r.has(r.skipBlanks(stop), "ระหว่างประเทศ") || strings.Contains(r.str(i, stop), "ระหว่างประเทศ") {
		h.kind = kg.KindInternationalOrganization
	}
	return &mention{start: i, end: stop, sort: body, thing: r.named(nil, h.kind, r.str(i, stop), i)}
}

// notNames are words that show a generic word to be no beginning of a name.
var notNames = newWords("ของ", "มี", "ได้", "จะ", "ใน", "ที่", "เพื่อ", "ใด", "ชั้น", "สามารถ", "ต่าง", "และ", "หรือ", "กับ", "ให้", "เป็น", "โดย", "ซึ่ง", "นี้", "นั้น", "ดังกล่าว", "ใหญ่", "งาน", "ทุก", "ตาม", "อื่น", "เอกชน", "ภาย", "ถึง", "ก็", "ๆ", "ทั้ง", "จาก", "ขนาด", "ระดับ",
	"บริหารเมือง", "จำนวน", "เดียว", "ร่วมกับ", "ไม่", "คือ", "ยัง", "ประกอบ", "พร้อม", "เช่น", "แล้ว",
	"เจ้าสังกัด", "ทบวง", "ออก", "ว่าด้วย", "กำหนด", "ดำเนิน", "อันดับ", "ลำดับ", "เอง", "การเงิน", "การศึกษา", "อุดมศึกษา", "กวดวิชา", "อาชีวศึกษา", "ระหว่างประเทศ", "กลาง", "พาณิชย์", "ธรรม์", "อยู่", "เสนอ", "เห็น", "พิจารณา", "ชุด", "คณะ", "วิจัยแห่งชาติที่", "สังกัด", "เจ้าของ", "ผู้", "ภาครัฐ", "ส่วน", "ครอบครัว", "เก่า", "เกี่ยว")

// namesBegin are words behind which a name begins though no blank shows it.
var namesBegin = newWords("กับ", "และ", "โดย", "ของ", "จาก", "ที่", "ให้", "ใน", "มี", "สังกัด", "ผู้แทน", "ต่อ", "แก่", "เป็น", "ด้วย", "ภายใต้", "ระหว่าง", "แทน", "ประชุม", "ประธาน", "หรือ", "คือ", "ผ่าน", "อาทิ", "ณ", "ถึง", "พร้อม", "เชิญ", "เสนอ", "แต่งตั้ง", "จัดตั้ง", "ฝ่าย", "ด้าน", "ผู้อำนวยการ", "เลขาธิการ", "อธิการบดี",
	"รัฐมนตรีว่าการ", "ปลัด", "อธิบดี", "นายกสภา", "สำหรับ", "ทาง", "แห่ง", "ทั้ง", "สนับสนุน", "รวมถึง", "กรรมการ", "ผู้จัดการ", "ที่ปรึกษา", "โฆษก", "ร่วม", "ภายหลัง", "ประจำ", "ช่วยว่าการ", "ว่าการ", "หัวหน้า", "พบ", "ส่ง", "มอบหมาย", "กรรมการผู้จัดการใหญ่", "กระทรวง", "ประกาศ", "มติ", "ได้แก่", "ไปยัง", "เยี่ยม", "พา", "นำ", "เข้า", "ชม")

// mayBegin reports whether the name of a body can begin at i.
func (r *reading) mayBegin(i int) bool {
	if !isThaiLetter(r.at(i-1)) || r.taken[i-1] != nil {
		return true
	}
	_, ok := r.wordBefore(i, namesBegin)
	return ok
}

// skipBlanksIf steps over a blank behind heads that are written apart from the name.
func (r *reading) skipBlanksIf(at int, h head) int {
	if strings.HasSuffix(h.text, ".") || h.kind == kg.KindCompany || h.kind == kg.KindLocalGovernment {
		return r.skipBlanks(at)
	}
	return at
}

// committeeEnd takes the bracketed or spaced second half of a committee's name in.
func (r *reading) committeeEnd(stop, limit int) int {
	if r.endsWith(stop, "และ") && isBlank(r.at(stop)) {
		return r.nameRun(r.skipBlanks(stop), limit)
	}
	if r.endsWith(stop, "ร่วม") {
		// คณะกรรมการร่วม ไทย-สาธารณรัฐเกาหลี
		at := r.skipBlanks(stop)
		for n := 0; n < 2; n++ {
			k, end := r.lex.at(r.lex.spots, r.runes, at)
			if k == nil || k.kind != kg.KindCountry {
				break
			}
			if stop = end; r.at(end) != '-' && r.at(end) != '–' {
				break
			}
			at = end + 1
		}
	}
	return stop
}

// longestRun bounds the Thai name of a body or place, in letters: what goes on
// without a blank for longer is no name.
const longestRun = 200

// nameRun gives the end of the Thai name that goes on at i: at a blank, a
// mark, or a word that names do not go beyond. A blank behind และ or เพื่อ is
// a slip of the typist's.
func (r *reading) nameRun(i, limit int) int {
	start := i
	limit = min(limit, i+longestRun)
	for i < limit {
		for i < limit && (isThaiLetter(r.at(i)) || isDigit(r.at(i)) && i > start) {
			if i > start && r.stopsAt(i) {
				return i
			}
			if m := r.taken[i]; m != nil && m.sort == date {
				return i
			}
			i++
		}
		if next := r.skipBlanks(i); next > i && next < limit && (r.endsWith(i, "และ") || r.endsWith(i, "เพื่อ")) &&
			isThaiLetter(r.at(next)) && i-start > 4 {
			if _, other := r.lex.heads.At(r.runes, next); other {
				return i - 3
			}
			i = next
			continue
		}
		break
	}
	for _, tail := range []string{"และ", "เพื่อ", "กับ", "ของ", "ใน", "ที่"} {
		if r.endsWith(i, tail) && i-start > len([]rune(tail)) {
			return i - len([]rune(tail))
		}
	}
	return i
}

// ministry reads a ministry's name behind กระทรวง: a known one, with what its
// country adds, a short form with ฯ or an alias, or any portfolios.
func (r *reading) ministry(i, at, limit int, k *known, end int) *mention {
	make := func(k *known, end int) *mention {
		return &mention{start: i, end: end, sort: body, thing: r.named(k, kg.KindMinistry, r.str(i, end), i)}
	}
	if r.at(at) == 'ฯ' || r.endsWith(i, "กฎ") {
		return nil // a reference back; a ministerial regulation
	}
	if name := r.skipBlanks(at); k == nil && name < limit {
		// กระทรวง อว., กระทรวงดีอี: the generic word with a known short name.
		if short, stop := r.lex.at(r.lex.bodies, r.runes, name); short != nil && short.kind == kg.KindMinistry {
			return make(short, stop)
		}
	}
	if k == nil {
		if short, stop := r.shortMinistry(at); short != nil {
			return make(short, stop)
		}
	}
	stop := r.portfolios(at)
	switch {
	case k != nil && !strings.HasPrefix(k.key, "th-") && stop > at && stop <= end:
		// The gazetteer knows it with its country.
	case k != nil && stop <= end:
		stop = end
	case stop > at:
		k = nil
	}
	if stop == at {
		if _, no := r.wordAt(at, notNames); no {
			return nil
		}
		if stop = r.nameRun(at, limit); stop-at < 4 {
			return nil
		}
	}
	if land, after := r.ofCountry(stop); land != nil {
		if land.key == "country:TH" {
			if k != nil {
				return make(k, after)
			}
		} else if k != nil && !strings.HasPrefix(k.key, "th-") {
			m := make(k, after)
			m.thing.say(r.str(i, stop))
			m.thing.country = r.named(land, kg.KindCountry, tidy(r.countryWord(stop, after)), stop)
			return m
		} else {
			return r.foreignMinistry(i, stop, after, land)
		}
	}
	return make(k, stop)
}

// foreignMinistry makes the mention of another country's ministry.
func (r *reading) foreignMinistry(i, stop, after int, land *known) *mention {
	country := r.named(land, kg.KindCountry, tidy(r.countryWord(stop, after)), stop)
	t := r.named(nil, kg.KindMinistry, r.str(i, after), i)
	t.say(r.str(i, stop))
	t.country = country
	return &mention{start: i, end: after, sort: body, thing: t}
}

// countryWord gives the name of the country in "แห่งสาธารณรัฐเกาหลี".
func (r *reading) countryWord(start, end int) string {
	start = r.skipBlanks(start)
	if w, ok := r.wordAt(start, countryLinks); ok {
		start = r.skipBlanks(start + len([]rune(w)))
	}
	return r.str(start, end)
}

var countryLinks = newWords("แห่ง", "ของ", "ประจำ")

// ofCountry reads "แห่งสาธารณรัฐเกาหลี", " ของเกาหลีใต้", "ญี่ปุ่น", " สาธารณรัฐเกาหลี".
func (r *reading) ofCountry(i int) (*known, int) {
	at := r.skipBlanks(i)
	if w, ok := r.wordAt(at, countryLinks); ok {
		at = r.skipBlanks(at + len([]rune(w)))
	} else if at-i > 1 {
		return nil, 0
	}
	if r.has(at, "ประเทศ") {
		at += 6
	}
	k, end := r.lex.at(r.lex.spots, r.runes, at)
	if k == nil || k.kind != kg.KindCountry {
		return nil, 0
	}
	return k, end
}

// portfolios gives the end of the portfolios that are listed at i, or i.
func (r *reading) portfolios(i int) int {
	end := i
	for at := i; ; {
		best := 0
		for _, p := range portfolios {
			if n := len([]rune(p)); n > best && r.has(at, p) && thai.ClusterStart(r.runes, at+n) {
				best = n
			}
		}
		if best == 0 {
			return end
		}
		end = at + best
		at = r.skipBlanks(end)
		if r.has(at, "เพื่อ") {
			at = r.skipBlanks(at + 5)
		} else if r.has(at, "และ") {
			at = r.skipBlanks(at + 3)
		} else if at == end && !r.has(at, "การ") {
			return end
		}
	}
}

// shortMinistry reads the beginning of a known ministry's portfolio with ฯ:
// ดิจิทัลฯ, เกษตรฯ.
func (r *reading) shortMinistry(i int) (*known, int) {
	end := i
	for end < len(r.runes) && end-i < longestName && isThaiLetter(r.at(end)) {
		end++
	}
	if end-i < 4 || r.at(end) != 'ฯ' {
		return nil, 0
	}
	word := r.str(i, end)
	var best *known
	for _, k := range r.lex.ministries {
		for _, name := range k.names {
			core, _ := strings.CutPrefix(name.Text, "กระทรวง")
			if strings.HasPrefix(core, word) {
				if best != nil && best != k {
					return nil, 0
				}
				best = k
			}
		}
	}
	if best == nil {
		return nil, 0
	}
	return best, end + 1
}

// misspelt reads a known ministry under a misspelt generic word: กระทวงไอซีที,
// ประทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม.
func (r *reading) misspelt(i, limit int) *mention {
	c := r.at(i)
	if c != 'ก' && c != 'ป' {
		return nil
	}
	const word = "กระทรวง"
	if !r.has(i+3, "วง") && !r.has(i+4, "วง") && !r.has(i+5, "วง") && !r.has(i+6, "วง") {
		return nil
	}
	for n := 5; n <= 8 && i+n < limit; n++ {
		written := r.str(i, i+n)
		if strings.HasSuffix(written, word) || !r.mayBegin(i) || distance([]rune(written), []rune(word), 1) > 1 || !strings.HasSuffix(written, "วง") {
			continue
		}
		at := i + n
		if k, end := r.lex.at(r.lex.cores, r.runes, at); k != nil {
			return &mention{start: i, end: end, sort: body, thing: r.named(k, k.kind, r.str(i, end), i)}
		}
		if k, end := r.lex.at(r.lex.bodies, r.runes, at); k != nil && k.kind == kg.KindMinistry {
			return &mention{start: i, end: end, sort: body, thing: r.named(k, k.kind, r.str(i, end), i)}
		}
	}
	return nil
}

// company reads a company's name: up to จำกัด, or in Latin letters.
func (r *reading) company(i, at, limit int) *mention {
	at = r.skipBlanks(at)
	if r.at(at) == 'ฯ' {
		return nil
	}
	for end := at; end < min(at+70, limit); end++ {
		if r.at(end) == '\n' || end > at && r.has(end, "บริษัท") || r.taken[end] != nil && r.taken[end].sort == date {
			break
		}
		if r.has(end, "จำกัด") && end-at >= 2 {
			end += 5
			if open := r.skipBlanks(end); r.has(open, "(มหาชน)") {
				end = open + 8
			}
			t := r.named(nil, kg.KindCompany, r.str(i, end), i)
			core := tidy(strings.ReplaceAll(strings.TrimPrefix(tidy(r.str(at, end)), "บริษัท"), "(มหาชน)", ""))
			t.say(strings.TrimSuffix(core, " จำกัด"))
			return &mention{start: i, end: end, sort: body, thing: t}
		}
	}
	if isUpper(r.at(at)) {
		if end := r.latinRun(at); end-at >= 2 {
			t := r.named(nil, kg.KindCompany, r.str(i, end), i)
			t.say(r.str(at, end))
			return &mention{start: i, end: end, sort: body, thing: t}
		}
	}
	return nil
}

// government reads "รัฐบาลไทย", "รัฐบาลแห่งสาธารณรัฐเกาหลี".
func (r *reading) government(i, at int) *mention {
	k, end := r.ofCountry(at)
	if k == nil || isBlank(r.at(at)) {
		return nil
	}
	if t := r.index.governments[k]; t != nil && t.lives() {
		t.say(r.str(i, end))
		return &mention{start: i, end: end, sort: body, thing: t}
	}
	t := r.named(nil, kg.KindOrganization, r.str(i, end), i)
	t.country = r.named(k, kg.KindCountry, r.countryWord(at, end), at)
	r.index.governments[k] = t
	return &mention{start: i, end: end, sort: body, thing: t}
}

// latinNouns are the nouns that make a Latin name one of an organisation.
var latinNouns = map[string]kg.Kind{"Institute": kg.KindInstitute, "University": kg.KindInstitute, "College": kg.KindInstitute, "Authority": kg.KindAgency,
	"Agency": kg.KindAgency, "Board": kg.KindAgency, "Department": kg.KindAgency, "Bureau": kg.KindAgency, "Embassy": kg.KindAgency, "Ministry": kg.KindMinistry,
	"Association": kg.KindOrganization, "Organization": kg.KindInternationalOrganization, "Organisation": kg.KindInternationalOrganization,
	"Union": kg.KindInternationalOrganization, "Bank": kg.KindCompany, "Corporation": kg.KindCompany, "Company": kg.KindCompany, "Foundation": kg.KindOrganization,
	"Commission": kg.KindCommittee, "Government": kg.KindOrganization, "Ltd": kg.KindCompany, "Chamber": kg.KindOrganization}

// latinOrganization reads an organisation's name in Latin letters.
func (r *reading) latinOrganization(i, limit int) *mention {
	if i > 0 && isLatin(r.at(i-1)) {
		return nil
	}
	if k, end := r.lex.at(r.lex.bodies, r.runes, i); k != nil {
		if isDigit(r.at(end)) && end-i < 6 {
			return nil
		}
		return &mention{start: i, end: end, sort: body, thing: r.named(k, k.kind, r.str(i, end), i), bare: end-i < 9}
	} else if end > 0 {
		return nil
	}
	if !isUpper(r.at(i)) {
		return nil
	}
	words := r.latinWords(i, limit)
	for n, w := range words {
		kind, ok := latinNouns[r.str(w[0], w[1])]
		if !ok {
			continue
		}
		end := w[1]
		for n+1 < len(words) {
			link := r.str(words[n+1][0], words[n+1][1])
			if link != "of" && link != "for" && link != "in" {
				break
			}
			n++
			for n+1 < len(words) {
				if word := r.str(words[n+1][0], words[n+1][1]); word != "the" && !isUpper(r.at(words[n+1][0])) || r.at(words[n][1]) == ',' {
					break
				}
				n++
				end = words[n][1]
			}
		}
		if end-i < 10 || end == w[1] && w[0] == i {
			return nil // the noun alone
		}
		if end == w[1] && r.str(w[0], w[1]) == "Government" {
			return nil
		}
		for _, article := range []string{"The ", "the "} {
			if r.has(i, article) {
				i += 4
			}
		}
		return &mention{start: i, end: end, sort: body, thing: r.named(nil, kind, r.str(i, end), i)}
	}
	return nil
}

// longestLatin bounds a name in Latin letters, in words.
const longestLatin = 16

// latinWords gives the words of the Latin name at i: capitalised, with of,
// the, for, in and and between them.
func (r *reading) latinWords(i, limit int) [][2]int {
	var words [][2]int
	for i < limit && len(words) < longestLatin {
		end := i
		for end < limit && end-i < longestName && (isLatin(r.at(end)) || isDigit(r.at(end)) || r.at(end) == '-' && isLatin(r.at(end+1)) || r.at(end) == '’' && isLatin(r.at(end+1))) {
			end++
		}
		if end == i {
			break
		}
		word := r.str(i, end)
		if !isUpper(r.at(i)) && !slices.Contains([]string{"of", "the", "for", "in"}, word) {
			break
		}
		words = append(words, [2]int{i, end})
		if r.at(end) != ' ' {
			break
		}
		i = end + 1
	}
	for len(words) > 0 && !isUpper(r.at(words[len(words)-1][0])) {
		words = words[:len(words)-1]
	}
	return words
}

// latinRun gives the end of the Latin name at i.
func (r *reading) latinRun(i int) int {
	words := r.latinWords(i, len(r.runes))
	if len(words) == 0 {
		end := i
		for end < len(r.runes) && (isLatin(r.at(end)) || isDigit(r.at(end))) {
			end++
		}
		return end
	}
	return words[len(words)-1][1]
}

// backReferences are generic words that with ฯ stand for the last body of
// their kind: สมาคมฯ, คณะอนุกรรมการฯ.
var backReferences = newWords("คณะอนุกรรมการฯ", "คณะกรรมการฯ", "สมาคมฯ", "บริษัทฯ", "กระทรวงฯ", "สำนักงานฯ", "ธนาคารฯ", "มหาวิทยาลัยฯ", "สถาบันฯ", "มูลนิธิฯ", "เครือข่ายฯ")

// ownReferences do so behind ทาง.
var ownReferences = newWords("ธนาคาร", "บริษัท", "มหาวิทยาลัย", "สมาคม", "สถาบัน", "มูลนิธิ")

// referBack resolves short forms to the bodies that they stand for: the last
// one before that begins with the generic word.
func (r *reading) referBack() {
	last := make([]*mention, len(backReferences.texts)) // by generic word
	referred := slices.Clone(last)
	var main ministryCount
	named := 0 // how many of the names stand before i
	names := r.names
	for _, b := range r.blocks {
		for i := b.start; i < b.end; i++ {
			if c := r.at(i); c != 'ค' && c != 'ส' && c != 'บ' && c != 'ก' && c != 'ธ' && c != 'ม' && c != 'เ' || r.taken[i] != nil {
				continue
			}
			k := backReferences.at(r.runes, i)
			if k < 0 && r.endsWith(i, "ทาง") {
				// "ทางธนาคารได้ …" needs no ฯ.
				if word, ok := r.wordAt(i, ownReferences); ok && !(isThaiLetter(r.at(i+len([]rune(word)))) && !r.stopsAt(i+len([]rune(word)))) {
					k = slices.Index(backReferences.texts, word+"ฯ")
				}
			}
			if k < 0 {
				continue
			}
			for ; named < len(names) && names[named].start < i; named++ {
				m := names[named]
				if m.sort != body {
					continue
				}
				main.add(m)
				for n, generic := range genericBodies {
					if !m.bare && r.has(m.start, generic) {
						last[n] = m
					}
				}
			}
			to := cmp.Or(referred[k], last[k])
			word := backReferences.texts[k]
			if word == "กระทรวงฯ" {
				to = main.most
			}
			if to == nil {
				continue
			}
			end := i + len([]rune(word))
			if r.at(end-1) != 'ฯ' {
				end--
				word = genericBodies[k]
			}
			m := &mention{start: i, end: end, sort: body, thing: to.thing}
			if r.put(m) {
				to.thing.say(word)
				main.add(m)
				for n, generic := range genericBodies {
					if strings.HasPrefix(word, generic) {
						referred[n] = m
					}
				}
			}
		}
	}
	r.settleNames()
}

// genericBodies are the words of backReferences without ฯ.
var genericBodies = func() []string {
	var texts []string
	for _, word := range backReferences.texts {
		texts = append(texts, strings.TrimSuffix(word, "ฯ"))
	}
	return texts
}()

// ministryCount counts the mentions of ministries.
type ministryCount struct {
	count map[*thing]int
	most  *mention // of the one that was named most
}

func (c *ministryCount) add(m *mention) {
	if m.thing.kind != kg.KindMinistry {
		return
	}
	if c.count == nil {
		c.count = map[*thing]int{}
	}
	c.count[m.thing]++
	if c.most == nil || c.count[m.thing] >= c.count[c.most.thing] {
		c.most = m
	}
}

// joinClipped brings a name that ฯ cuts short to the one that it begins: in
// the document, or else the only one of the gazetteer.
func (r *reading) joinClipped() {
	const least = 36 // bytes: twelve Thai letters
	var clipped []*thing
	for _, t := range r.things {
		if t.known == nil && t.lives() && t.kind.Class() == kg.ClassOrganization && strings.HasSuffix(t.surfaces[0], "ฯ") && len(t.keys[0]) >= least {
			clipped = append(clipped, t)
		}
	}
	if len(clipped) == 0 {
		return
	}
	longer := map[string][]*thing{} // by the beginning of a name
	for _, t := range r.things {
		for _, key := range t.keys {
			if len(key) > least && len(longer[key[:least]]) < mostAlike {
				longer[key[:least]] = append(longer[key[:least]], t)
			}
		}
	}
	for _, t := range clipped {
		for _, o := range longer[t.keys[0][:least]] {
			if o != t && o.lives() && o.kind == t.kind && slices.ContainsFunc(o.keys, func(k string) bool { return len(k) > len(t.keys[0]) && strings.HasPrefix(k, t.keys[0]) }) {
				r.merge(o, t)
				break
			}
		}
	}
}

// joinForeign brings the forms of one foreign ministry together: "กระทรวงที่ดิน
// เกาหลี" is the only ministry of that country which begins so, and a bare
// "กระทรวงการค้า อุตสาหกรรมและพลังงาน" is that of the country named elsewhere.
func (r *reading) joinForeign() {
	const most = 48
	var ministries []*thing
	for _, t := range r.things {
		if t.kind == kg.KindMinistry && t.known == nil && t.lives() && len(ministries) < most {
			ministries = append(ministries, t)
		}
	}
	for again := true; again; {
		again = false
		for _, a := range ministries {
			for _, b := range ministries {
				if a == b || a.country == nil || !a.lives() || !b.lives() || b.country != nil && b.country != a.country {
					continue
				}
				if sameMinistry(a, b) {
					r.merge(a, b)
					again = true
				}
			}
		}
	}
}

// sameMinistry reports whether b's name, without its country, is a's or the
// beginning of it.
func sameMinistry(a, b *thing) bool {
	const least = 36 // bytes: twelve Thai letters
	for _, x := range a.keys {
		for _, y := range b.keys {
			if x == y || len(y) >= least && strings.HasPrefix(x, y) || len(x) >= least && strings.HasPrefix(y, x) {
				return true
			}
		}
	}
	return false
}

// mendTypos brings a body whose name differs by a letter or two from a known
// one, or from a longer-standing one of the document, to that one.
func (r *reading) mendTypos() {
	kinds := map[kg.Kind][]*thing{}
	place := map[*thing]int{} // in the list of its kind
	bodies := slices.DeleteFunc(slices.Clone(r.things), func(t *thing) bool { return !t.lives() || t.kind.Class() != kg.ClassOrganization })
	for _, t := range bodies {
		place[t] = len(kinds[t.kind])
		kinds[t.kind] = append(kinds[t.kind], t)
	}
	for _, t := range bodies {
		if t.known != nil || t.country != nil && t.kind != kg.KindMinistry {
			continue
		}
		name := []rune(t.keys[0])
		if len(name) < 11 {
			continue
		}
		if other := nearThing(t, name, around(kinds[t.kind], place[t])); other != nil {
			r.merge(other, t)
			continue
		}
		if t.country != nil {
			continue
		}
		if k := r.lex.nearBody(name); k != nil {
			if other := r.index.thingOf(k); other != nil {
				r.merge(other, t)
			} else {
				t.kind = k.kind
				t.is(k)
			}
		}
	}
}

// around gives those of a list that stand near one of them.
func around(list []*thing, i int) []*thing {
	return list[max(0, i-mostAlike):min(len(list), i+mostAlike)]
}

// nearThing gives the one of these bodies that is called almost so.
func nearThing(t *thing, name []rune, bodies []*thing) *thing {
	for _, o := range bodies {
		if o == t || !o.lives() || o.first > t.first && o.known == nil || o.kind != t.kind {
			continue
		}
		for _, k := range o.keys {
			key, slips := []rune(k), typoDistance
			if len(key) < 16 {
				slips = 1
			}
			if len(key) >= 11 && distance(key, name, slips) <= slips && sameDigits(key, name) || len(key) > 24 && strings.ReplaceAll(string(key), "การ", "") == strings.ReplaceAll(string(name), "การ", "") {
				return o
			}
			// บริษัท Lenzing is บริษัท Lenzing Group.
			if o.kind == kg.KindCompany && isLatin(name[len(name)-1]) && strings.HasPrefix(string(key), string(name)) {
				return o
			}
		}
	}
	return nil
}

func sameDigits(a, b []rune) bool {
	keep := func(s []rune) string {
		return strings.Map(func(c rune) rune {
			if isDigit(c) {
				return c
			}
			return -1
		}, string(s))
	}
	return keep(a) == keep(b)
}

// nearBody gives the one known body whose official name differs by no more
// than a typist's slip.
func (l *lexicon) nearBody(name []rune) *known {
	var best *known
	for _, k := range l.near[nearKey{len(name), name[0], name[2]}] {
		if distance(k.official, name, typoDistance) <= typoDistance {
			if best != nil {
				return nil
			}
			best = k
		}
	}
	return best
}

// distance gives the number of letters to insert, delete or replace between
// two words, or limit+1 when there are more.
func distance(a, b []rune, limit int) int {
	if len(a)-len(b) > limit || len(b)-len(a) > limit {
		return limit + 1
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, c := range a {
		diagonal, least := row[0], i+1
		row[0] = i + 1
		for j, d := range b {
			cost := diagonal
			if c != d {
				cost = 1 + min(diagonal, row[j], row[j+1])
			}
			diagonal, row[j+1] = row[j+1], cost
			least = min(least, cost)
		}
		if least > limit {
			return limit + 1
		}
	}
	return row[len(b)]
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
			r.claim(claim{kind: kg.PartOf, subject: b.thing, object: a.thing, spans: spans, rule: "part-by"})
		case (gap == "หน่วยงานในสังกัด" || gap == "ในสังกัด" || gap == "สังกัด" || gap == "ภายใต้" || gap == "ภายใต้การกำกับดูแลของ" || gap == "ในกำกับของ" || gap == "ในกำกับ" || strings.HasSuffix(gap, "ภายใต้") && len([]rune(gap)) < 26):
			r.claim(claim{kind: kg.PartOf, subject: a.thing, object: b.thing, spans: spans, rule: "part-under"})
		case gap == "" && b.thing.kind == kg.KindMinistry && a.thing.kind == kg.KindAgency && a.thing.country == nil:
			r.claim(claim{kind: kg.PartOf, subject: a.thing, object: b.thing, spans: spans, rule: "part-beside"})
		}
	}
}
