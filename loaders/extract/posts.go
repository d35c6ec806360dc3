package extract

import (
	"slices"
	"strings"

	"mueang/graph/kg"
	"mueang/loaders/thai"
)

// morePosts are words for offices beside those of the seed.
var morePosts = []struct{ text, role string }{
	{"รัฐมนตรีว่าการ", "MINISTER"}, {"รัฐมตรีว่าการ", "MINISTER"}, {"รมว.", "MINISTER"}, {"รมว", "MINISTER"}, {"รัฐมนตรีช่วยว่าการ", "DEPUTY_MINISTER"}, {"รมช.", "DEPUTY_MINISTER"},
	{"ผู้ช่วยรัฐมนตรีประจำ", "ASSISTANT_MINISTER"}, {"ผู้ช่วยรัฐมนตรี", "ASSISTANT_MINISTER"}, {"ผช.รมต.", "ASSISTANT_MINISTER"}, {"ผช.รมต", "ASSISTANT_MINISTER"},
	{"รัฐมนตรีประจำ", "MINISTER"}, {"รัฐมนตรี", "MINISTER"}, {"นายกรัฐมนตรี", "PRIME_MINISTER"}, {"รองนายกรัฐมนตรี", "DEPUTY_PRIME_MINISTER"}, {"นายกฯ", "PRIME_MINISTER"}, {"รองนายกฯ", "DEPUTY_PRIME_MINISTER"},
	{"รอง นรม.", "DEPUTY_PRIME_MINISTER"}, {"ประธานาธิบดี", "PRESIDENT"}, {"ปลัด", "PERMANENT_SECRETARY"}, {"รองปลัด", "DEPUTY_PERMANENT_SECRETARY"},
	{"ผู้อำนวยการใหญ่", "PRESIDENT"}, {"รองผู้อำนวยการใหญ่", "VICE_PRESIDENT"}, {"ผู้อำนวยการ", "DIRECTOR"}, {"รองผู้อำนวยการ", "DEPUTY_DIRECTOR"}, {"ผอ.", "DIRECTOR"},
	{"อธิบดี", "DIRECTOR_GENERAL"}, {"รองอธิบดี", "DEPUTY_DIRECTOR_GENERAL"}, {"อธิการบดี", "RECTOR"}, {"รองอธิการบดี", "VICE_RECTOR"}, {"รักษาการแทนอธิการบดี", "RECTOR"}, {"คณบดี", "DEAN"}, {"นายกสภา", "CHAIR"},
	{"เลขาธิการ", "SECRETARY_GENERAL"}, {"รองเลขาธิการ", "DEPUTY_SECRETARY_GENERAL"}, {"รองเลขาธิการนายกรัฐมนตรี", "DEPUTY_SECRETARY_GENERAL"}, {"เลขาธิการนายกรัฐมนตรี", "SECRETARY_GENERAL"},
	{"ประธานคณะกรรมการบริหาร", "CHAIR"}, {"ประธานเจ้าหน้าที่บริหาร", "CHIEF_EXECUTIVE"}, {"ประธานกรรมการบริหาร", "CHAIR"}, {"ประธานกรรมการ", "CHAIR"}, {"รองประธาน", "VICE_CHAIR"}, {"ประธาน", "CHAIR"},
	{"กรรมการผู้จัดการใหญ่", "MANAGING_DIRECTOR"}, {"ผู้ช่วยกรรมการผู้จัดการ", "MANAGING_DIRECTOR"}, {"กรรมการผู้จัดการ", "MANAGING_DIRECTOR"}, {"ผู้จัดการทั่วไป", "MANAGER"}, {"รองผู้จัดการทั่วไป", "MANAGER"}, {"ผู้จัดการ", "MANAGER"},
	{"ผู้ว่าราชการ", "GOVERNOR"}, {"รองผู้ว่าราชการ", "DEPUTY_GOVERNOR"}, {"ผู้ว่าการ", "GOVERNOR"}, {"รองผู้ว่าการ", "DEPUTY_GOVERNOR"}, {"ผวจ.", "GOVERNOR"}, {"นายกเทศมนตรี", "MAYOR"}, {"รองนายกเทศมนตรี", "DEPUTY_MAYOR"},
	{"เอกอัครราชทูต", "AMBASSADOR"}, {"โฆษกประจำ", "SPOKESPERSON"}, {"รองโฆษกประจำ", "SPOKESPERSON"}, {"โฆษก", "SPOKESPERSON"}, {"รองโฆษก", "SPOKESPERSON"}, {"ที่ปรึกษา", "ADVISER"}, {"หัวหน้า", "OTHER"}, {"ผู้ทรงคุณวุฒิ", "MEMBER"},
	{"National Representative", "REPRESENTATIVE"}, {"Chief Smart City Officers", "CHIEF_SMART_CITY_OFFICER"}, {"Chief Smart City Officer", "CHIEF_SMART_CITY_OFFICER"},
	{"Prime Minister", "PRIME_MINISTER"}, {"Prime Ministers", "PRIME_MINISTER"}, {"Deputy Prime Minister", "DEPUTY_PRIME_MINISTER"}, {"Foreign Minister", "MINISTER"}, {"Defense Minister", "MINISTER"}, {"Defence Minister", "MINISTER"}, {"Minister of Foreign Affairs", "MINISTER"},
	{"Government Spokesperson", "SPOKESPERSON"}, {"Deputy Government spokesperson", "SPOKESPERSON"}, {"Deputy Government Spokesperson", "SPOKESPERSON"}, {"Assistant Chief Executive (International)", "CHIEF_EXECUTIVE"}, {"Assistant Chief Executive", "CHIEF_EXECUTIVE"},
	{"Chief Executive Officer", "CHIEF_EXECUTIVE"}, {"Permanent Secretary", "PERMANENT_SECRETARY"}, {"President", "PRESIDENT"}, {"Minister", "MINISTER"}, {"Ambassador", "AMBASSADOR"}, {"Director General", "DIRECTOR_GENERAL"}, {"Director-General", "DIRECTOR_GENERAL"},
	{"Chairman", "CHAIR"}, {"Managing Director", "MANAGING_DIRECTOR"}, {"Chief Engineer", "OTHER"}, {"Secretary-General", "SECRETARY_GENERAL"}, {"Secretary General", "SECRETARY_GENERAL"}, {"Governor", "GOVERNOR"}, {"Mayor", "MAYOR"},
	{"เจ้าหน้าที่อาวุโสอาเซียนด้านดิจิทัล", "REPRESENTATIVE"},
	{"รับมนตรีว่าการ", "MINISTER"}, {misspeltMinister, "MINISTER"}, {"มนตรีแห่งรัฐ", "MINISTER"}, {"ผู้แทนการค้าไทย", "REPRESENTATIVE"}, {"ผู้แทนการค้าระหว่างประเทศ", "REPRESENTATIVE"},
	{"รองผู้แทนการค้าระหว่างประเทศ", "REPRESENTATIVE"}, {"สมาชิกถาวร", "MEMBER"}, {"รองผู้ว่า", "DEPUTY_GOVERNOR"}, {member, "MEMBER"}, {leader, "CHAIR"},
	{"ผู้อำนวยการบริหาร", "DIRECTOR"}, {"บรรณาธิการใหญ่", "OTHER"}, {"ที่ปรึกษาระดับกระทรวง", "ADVISER"},
	{"สาธารณสุขนิเทศก์", "OTHER"}, {"ผู้บังคับหน่วย", "OTHER"}, {"ผู้บังคับ", "OTHER"}, {"ผบก.", "OTHER"}, {"ผกก.", "OTHER"}, {"ผบ.", "COMMANDER"}, {"รอง ผบ.", "OTHER"}, {"รองผบ.", "OTHER"}, {"ผบช.", "OTHER"},
}

// forceOffices are those who lead a force of the police: the body of "ผบก.ปปป."
// is "บก.ปปป.".
var forceOffices = map[string]string{"ผบก.": "บก.", "ผกก.": "กก.", "ผบช.": "บช."}

// misspeltMinister is รัฐมนตรีว่าการ without การ, which counts before กระทรวง
// only; member is that of a board, which has to follow, and leader that of a
// local council or an association: นายก อบจ.เลย.
const (
	misspeltMinister = "รัฐมนตรีว่า"
	member           = "กรรมการ"
	leader           = "นายก"
)

// provincialOffices are offices that ministries have in each province or district:
// the place is part of the office ("แรงงานจังหวัดเลย", "เกษตรอำเภอปัว").
var provincialOffices = newWords("แรงงาน", "เกษตรและสหกรณ์", "เกษตร", "พาณิชย์", "อุตสาหกรรม", "วัฒนธรรม", "ศึกษาธิการ", "ประชาสัมพันธ์", "ปศุสัตว์", "ประมง", "ท้องถิ่น", "พัฒนาการ", "สหกรณ์", "ขนส่ง", "จัดหางาน", "สถิติ", "สรรพากรพื้นที่", "ประกันสังคม", "พลังงาน", "นายแพทย์สาธารณสุข", "สาธารณสุข", "โยธาธิการและผังเมือง",
	"พัฒนาสังคมและความมั่นคงของมนุษย์", "ทรัพยากรธรรมชาติและสิ่งแวดล้อม", "ท่องเที่ยวและกีฬา", "สวัสดิการและคุ้มครองแรงงาน")

// provincialOffice reads such an office behind its holder's name.
func (r *reading) provincialOffice(i int) *mention {
	w, ok := r.wordAt(i, provincialOffices)
	if !ok {
		return nil
	}
	before := r.taken[max(r.backBlanks(i)-1, 0)]
	end := i + len([]rune(w))
	place := r.taken[min(end, len(r.runes))]
	if before == nil || before.sort != someone || place == nil || place.sort != spot || place.start != end || !r.has(end, "จังหวัด") && !r.has(end, "อำเภอ") {
		return nil
	}
	m := &mention{start: i, end: place.end, sort: office, role: "OTHER"}
	r.release(i, place.end)
	if !r.put(m) {
		return nil
	}
	return m
}

// notPosts are words that hold an office and are none.
var notPosts = []string{"รัฐมนตรีอาเซียน", "คณะรัฐมนตรี", "สำนักนายกรัฐมนตรี", "ประธานอาเซียน", "รัฐมนตรีด้าน", "สำนักงานปลัด", "ผู้อำนวยการสร้าง", "กรรมการผู้ทรง", "ประธานในพิธี", "ประธานการประชุม", "ประธานพิธี", "ประธานเปิด", "ประธานร่วม",
	"ข้าราชการ", "ที่ปรึกษาและ", "รองผู้ว่าจ้าง", "หัวหน้าส่วนราชการ", "ประธานที่ประชุม", "ประธานฝ่ายสงฆ์", "ประธานฝ่ายฆราวาส", "ประธานกรวดน้ำ", "ประธานจัดงาน", "Ministerial", "Chairmanship", "ประธานประชุม"}

// bodyHeads end vocabulary entries that run into the name of the body:
// ปลัดกระทรวง is ปลัด in a กระทรวง.
var bodyHeads = []string{"กระทรวง", "คณะกรรมการ", "คณะอนุกรรมการ", "คณะทำงาน", "จังหวัด", "สำนักงาน", "สำนัก", "กรม", "มหาวิทยาลัย", "ธนาคาร", "บริษัท", "หอการค้า", "สภาอุตสาหกรรม", "สมาคม", "สมาพันธ์",
	"คณะกรรมาธิการ", "สำนักนายกรัฐมนตรี", "กรุงเทพมหานคร", "คณะรัฐมนตรี"}

// looseOffices are entries that mostly say what somebody does, not which
// office he holds.
var looseOffices = []string{"ผู้แทน", "ตัวแทน", "สมาชิก", "ผู้บริหาร", "ผู้นำ", "กรรมการ", "Member", "Representative", "Chief", "Leader", "Head", "Professor", "นักวิชาการ", "นักวิจัย", "PM", "MP", "Economist", "ประธานร่วม", "Chair", "สมาชิกสภา", "หัวหน้าสาขาวิชา", "หัวหน้าภาควิชา"}

// aloneOffices name an office without a body: there is one in the country.
var aloneOffices = []string{"PRIME_MINISTER", "DEPUTY_PRIME_MINISTER", "PRESIDENT", "AMBASSADOR", "CHIEF_SMART_CITY_OFFICER", "REPRESENTATIVE"}

// modifiers make another office of the one behind them.
var modifiers = newWords("อดีต", "รักษาการแทน", "รักษาการในตำแหน่ง", "รักษาราชการในตำแหน่ง", "รักษาการ", "รักษาราชการแทน", "ปฏิบัติราชการแทน", "รอง", "ผู้ช่วย", "ว่าที่")

// sharedOffices are offices of which the last word begins the name of what they
// are over: นายอำเภอ of อำเภอแม่สอด, ผู้ว่าการ of การรถไฟแห่งประเทศไทย.
var sharedOffices = newWords("นายอำเภอ", "ปลัดอำเภอ", "ปลัดจังหวัด", "ผู้ว่าการ", "รองผู้ว่าการ", "ผู้ช่วยผู้ว่าการ")

// sharedOffice reads such an office at i, where the name begins at free.
func (r *reading) sharedOffice(i, free int) *mention {
	w, ok := r.wordAt(i, sharedOffices)
	over := r.taken[min(free, len(r.runes))]
	if !ok || over == nil || over.start != free || free >= i+len([]rune(w)) || over.sort != body && over.sort != spot || isThaiLetter(r.at(i-1)) && r.taken[i-1] == nil {
		return nil
	}
	if over.sort == spot && over.thing.known == nil && isBlank(r.at(i+len([]rune(w)))) {
		r.release(over.start, over.end) // "นายอำเภอ กำนัน": the word alone
		return nil
	}
	if over.sort == spot { // the district or province as a body
		over = &mention{start: over.start, end: over.end, sort: body, thing: r.named(nil, kg.KindLocalGovernment, r.str(over.start, over.end), over.start)}
	}
	match, ok := r.lex.posts.At([]rune(w), 0)
	if !ok || match.Values[0] < 0 {
		return nil
	}
	m := &mention{start: i, end: free, sort: office, role: r.lex.roles[match.Values[0]], suffix: r.str(free, i+len([]rune(w))), org: over}
	return r.placed(m)
}

// aides serve who holds the office behind them, which is part of their own:
// ที่ปรึกษารัฐมนตรีช่วยว่าการกระทรวง ก is in the ministry.
var aides = newWords("ประธานคณะที่ปรึกษา", "ประธานที่ปรึกษา", "คณะที่ปรึกษา", "หัวหน้าคณะทำงาน", "ประธานคณะทำงาน", "คณะทำงาน", "ที่ปรึกษา", "ผู้ช่วยเลขานุการ", "เลขานุการ", "ผู้ช่วย")

// served are the roles of those who have aides.
var served = []string{"MINISTER", "DEPUTY_MINISTER", "ASSISTANT_MINISTER", "PERMANENT_SECRETARY", "DEPUTY_PERMANENT_SECRETARY", "DIRECTOR_GENERAL"}

// aide reads the office of somebody who serves the holder of another.
func (r *reading) aide(i, free int, b block) *mention {
	w, ok := r.wordAt(i, aides)
	if !ok {
		return nil
	}
	at := i + len([]rune(w))
	if r.has(at, "ของ") {
		at += 3
	} else if isBlank(r.at(at)) {
		at++
	}
	if at >= free {
		return nil
	}
	match, ok := r.lex.posts.At(r.runes[:free], at)
	if !ok || slices.Contains(match.Values, -1) || w == "ผู้ช่วย" && r.lex.roles[match.Values[0]] != "DEPUTY_MINISTER" {
		return nil
	}
	m := &mention{start: i, end: match.End, sort: office, role: r.lex.roles[match.Values[0]]}
	if !slices.Contains(served, m.role) {
		return nil
	}
	if m.org = r.bodyBehind(m, b.end); m.org == nil {
		return nil
	}
	switch {
	case strings.HasPrefix(w, "ที่ปรึกษา") || strings.HasSuffix(w, "ที่ปรึกษา"):
		m.role = "ADVISER"
	case strings.HasSuffix(w, "เลขานุการ"):
		m.role = "SECRETARY"
	default:
		m.role = "OTHER"
	}
	return r.placed(m)
}

// callings are what somebody is by work or standing; behind a name they are
// offices, with the body behind them or what they go on with: "นาย ก นักวิเคราะห์
// ศูนย์วิจัย ข", "พระ ค เจ้าอาวาสวัด ง".
var callings = newWords("ผู้แทน", "ตัวแทน", "กรรมการผู้อำนวยการใหญ่", "กรรมการผู้อำนวยการ", "กรรมการ", "อนุกรรมการ", "นักวิชาการ", "นักวิจัย", "นักวิเคราะห์", "ผู้บริหาร", "สมาชิก", "เจ้าหน้าที่", "อาจารย์", "สารวัตร", "ศึกษานิเทศก์",
	"เจ้ากรม", "องคมนตรี", "เหรัญญิก", "บรรณาธิการ", "ผู้ก่อตั้ง", "ผู้ร่วมก่อตั้ง", "ผู้พิพากษา", "ตุลาการ", "อัยการ", "รองเจ้าอาวาส", "ผู้ช่วยเจ้าอาวาส", "เจ้าอาวาส", "รองเจ้าคณะ", "เจ้าคณะ", "ผู้ช่วยทูต", "ผู้ตรวจสอบ", "นายกเหล่ากาชาด", "คณะทำงาน", "วิศวกร", "นักวิทยาศาสตร์", "ผู้ประสานงาน")

// boardCallings name an office only with the body that they are in.
var boardCallings = newWords("ผู้แทน", "ตัวแทน", "กรรมการอื่น", "กรรมการ ", "สมาชิก", "คณะทำงาน")

// calling reads such an office right behind a person's name.
func (r *reading) calling(i int, b block) *mention {
	w, ok := r.wordAt(i, callings)
	name := r.backBlanks(i)
	if !ok || name == i || i-name > 2 {
		return nil
	}
	name = r.beforeOtherScript(name)
	if p := r.taken[max(name-1, 0)]; p == nil || p.sort != someone || p.end != name {
		return nil
	}
	at := i + len([]rune(w))
	if w == member && r.sharesBoard(at, b.end) {
		return r.placed(&mention{start: i, end: at, sort: office, role: "MEMBER"})
	}
	end := at
	for end < b.end && end-i < longestCalling && r.taken[end] == nil && isThaiLetter(r.at(end)) && (end == at || !r.stopsAt(end)) && !r.has(end, "เดิมที่") {
		end++
	}
	m := &mention{start: i, end: end, sort: office, role: "OTHER"}
	if slices.Contains(memberWords, w) {
		m.role = "MEMBER"
	}
	if match, ok := r.lex.posts.At(r.runes[:end], i); ok && match.Values[0] >= 0 && match.End > at {
		m.role = r.lex.roles[match.Values[0]] // "กรรมการ|ผู้จัดการ" is no member of a board
	}
	if r.endsWith(end, "ภาค") && isDigit(r.at(r.skipBlanks(end))) {
		end = r.skipBlanks(end)
		for n := 0; n < 2 && isDigit(r.at(end)); n++ {
			end++ // เจ้าคณะภาค 14
		}
	}
	if temple := strings.Index(r.str(i, end), "วัด"); temple > 0 && strings.HasSuffix(w, "เจ้าอาวาส") {
		start := i + len([]rune(r.str(i, end)[:temple]))
		m.org = &mention{start: start, end: end, sort: body, thing: r.named(nil, kg.KindOrganization, r.str(start, end), start)}
		m.end = start
		return r.placed(m)
	}
	if m.end = r.backBlanks(end); r.endsWith(end, "จาก") || r.endsWith(end, "แห่ง") {
		return nil
	}
	if of := r.taken[min(end, len(r.runes))]; of != nil && of.start == end && of.sort == spot {
		if of.thing.kind == kg.KindVenue {
			return nil
		}
		m.tail, m.suffix = of.end, r.str(end, of.end)
	} else if link, ok := r.hasAny(end, []string{"จาก", "ของ", "แห่ง", "ประจำ"}); ok && r.taken[end] == nil {
		at := r.skipBlanks(end + len([]rune(link)))
		if of := r.taken[min(at, len(r.runes))]; of != nil && of.start == at && of.sort == body {
			m.org = of
		}
	} else {
		m.org = r.bodyBehind(m, b.end)
	}
	_, boarded := r.wordAt(i, boardCallings)
	if m.org == nil && m.tail == 0 && (boarded || slices.Contains(looseOffices, r.str(i, m.end)) || isThaiLetter(r.at(end)) && !r.has(end, "เดิมที่")) {
		return nil // "กรรมการ" of which board?
	}
	return r.placed(m)
}

// sharesBoard reports whether another office of the same holder, in the chair or
// the management, stands right behind the word that ends at i: "กรรมการและกรรมการผู้จัดการบริษัท ก",
// "กรรมการฯ รักษาการแทน กรรมการผู้จัดการใหญ่บริษัท ก". A secretary of a board is one
// with it: "กรรมการและเลขานุการ".
func (r *reading) sharesBoard(i, limit int) bool {
	at := i
	if r.at(at) == 'ฯ' {
		at++
	}
	at = r.skipBlanks(at)
	if r.has(at, "และ") {
		at = r.skipBlanks(at + 3)
	} else if w, acting := r.wordAt(at, spacedModifiers); acting && strings.HasPrefix(w, "รักษา") {
		at = r.skipBlanks(at + len([]rune(w)))
	} else {
		return false
	}
	match, ok := r.lex.posts.At(r.runes[:limit], at)
	if !ok || match.Values[0] < 0 || !slices.Contains(managers, r.lex.roles[match.Values[0]]) {
		return false
	}
	// "กรรมการและประธานเจ้าหน้าที่กลุ่มงาน…": the office goes on.
	return !isThaiLetter(r.at(match.End)) || match.End < limit && r.taken[match.End] != nil || r.has(match.End, "ของ") || r.has(match.End, "แห่ง")
}

// managers are the roles beside which somebody sits on the board of his own body.
var managers = []string{"CHAIR", "VICE_CHAIR", "PRESIDENT", "VICE_PRESIDENT", "MANAGING_DIRECTOR", "CHIEF_EXECUTIVE", "DIRECTOR", "MANAGER"}

// placed puts an office into the text and gives it, or nil where another name is.
func (r *reading) placed(m *mention) *mention {
	if !r.put(m) {
		return nil
	}
	return m
}

// longestCalling bounds a calling with what it goes on with.
const longestCalling = 60

// spacedModifiers are those that a blank may part from the office.
var spacedModifiers = newWords("รักษาการแทน", "รักษาการในตำแหน่ง", "รักษาราชการในตำแหน่ง", "รักษาการ", "รักษาราชการแทน", "ปฏิบัติราชการแทน", "อดีต", "รอง")

// isActing reports whether an office is held in another's stead, beside the
// holder's own: "รองผู้อำนวยการ รักษาการแทนผู้อำนวยการโรงเรียน ก".
func (r *reading) isActing(m *mention) bool {
	return r.has(m.start, "รักษาการ") || r.has(m.start, "รักษาราชการ") || r.has(m.start, "ปฏิบัติราชการแทน")
}

// findPosts finds the offices of the text and ties each to its body and to the
// person beside it.
func (r *reading) findPosts() {
	for _, b := range r.blocks {
		if b.english {
			r.englishPosts(b)
			continue
		}
		r.eachFree(b, func(i int) int {
			if m := r.postAt(i, b); m != nil {
				return max(m.end, i+1)
			}
			return i + 1
		})
	}
	r.settleNames()
	r.notePostBodies()
	r.holdPosts()
	r.clippedPosts()
	for _, bodied := range []bool{true, false} {
		// "รมว. ก" of the headline is the minister whose ministry the text tells.
		for k, m := range r.names {
			if m.sort == office && m.thing == nil && (m.org != nil) == bodied && !r.isPostAlias(k) {
				r.namePost(m)
			}
		}
	}
	r.names = slices.DeleteFunc(r.names, func(m *mention) bool {
		if m.sort != office || m.thing != nil {
			return false
		}
		for i := m.start; i < m.end; i++ {
			if r.taken[i] == m {
				r.taken[i] = nil
			}
		}
		return true
	})
	r.notePostBodies()
}

// clippedPosts gives an office that ends in ฯ the body of the last one of its line
// before it: "รัฐมนตรีว่าการกระทรวง ก … ที่ปรึกษารัฐมนตรีฯ", "อธิบดีกรม ข … รองอธิบดีฯ".
func (r *reading) clippedPosts() {
	last := map[string]*mention{}
	for _, m := range r.names {
		if m.sort != office {
			continue
		}
		line := strings.TrimPrefix(strings.TrimPrefix(m.role, "DEPUTY_"), "VICE_")
		if slices.Contains(served, m.role) || strings.HasSuffix(r.str(m.start, m.end), "รัฐมนตรี") && (line == "ADVISER" || line == "SECRETARY") {
			line = "MINISTER"
		}
		if slices.Contains(served, m.role) && strings.HasSuffix(m.role, "DIRECTOR_GENERAL") {
			line = "DIRECTOR_GENERAL"
		}
		switch {
		case m.org != nil:
			last[line] = m.org
		case m.holder != nil && r.at(m.end) == 'ฯ' && line != "OTHER" && line != "MEMBER" && !strings.Contains(r.str(m.start, m.end), "นายกรัฐมนตรี") && !slices.Contains(aloneOffices, m.role):
			m.org = last[line]
		}
	}
}

// isPostAlias takes an office in brackets behind another as its short form:
// "Chief Smart City Officer (CSCOs)".
func (r *reading) isPostAlias(k int) bool {
	m := r.names[k]
	if k == 0 || r.at(r.backBlanks(m.start)-1) != '(' || r.at(m.end) != ')' {
		return false
	}
	if before := r.names[k-1]; before.sort == office && before.thing != nil && before.role == m.role && tidy(r.str(before.end, m.start)) == "(" {
		m.thing, m.holder, m.org = before.thing, nil, nil
		m.thing.say(r.str(m.start, m.end))
		return true
	}
	return false
}

// postAt reads the office at i. Its mention covers the words for the office;
// the body beside it stays a mention of its own.
func (r *reading) postAt(i int, b block) *mention {
	if i > 0 && isLatin(r.at(i)) && isLatin(r.at(i-1)) {
		return nil
	}
	if m := r.provincialOffice(i); m != nil {
		return m
	}
	_, isOffice := r.lex.posts.At(r.runes, i)
	_, isAide := r.wordAt(i, aides)
	if !isOffice && !isAide {
		return r.calling(i, b)
	}
	free := i
	for free < b.end && r.taken[free] == nil && free-i < 60 {
		free++
	}
	if m := r.sharedOffice(i, free); m != nil {
		return m
	}
	if m := r.aide(i, free, b); m != nil {
		return m
	}
	if m := r.calling(i, b); m != nil {
		return m
	}
	match, ok := r.lex.posts.At(r.runes[:free], i)
	if !ok || slices.Contains(match.Values, -1) {
		return nil
	}
	role := r.lex.roles[match.Values[0]]
	start, end := i, match.End
	switch r.str(start, end) {
	case misspeltMinister:
		if !r.has(end, "กระทรวง") {
			end -= 3 // "รัฐมนตรีว่า…": that he …
		}
	case member:
		board := r.taken[min(end, len(r.runes))]
		if isThaiLetter(r.at(i-1)) || board == nil || board.sort != body || board.start != end {
			return nil
		}
	case leader:
		at := r.skipBlanks(end)
		led := r.taken[min(at, len(r.runes))]
		if at-end > 1 || led == nil || led.sort != body || led.start != at {
			return nil
		}
		switch led.thing.kind {
		case kg.KindLocalGovernment:
			role = "MAYOR"
		case kg.KindOrganization:
		default:
			return nil
		}
	case "ผู้บังคับ", "ผบ.", "รอง ผบ.", "รองผบ.":
		if under := r.taken[min(end, len(r.runes))]; under == nil || under.sort != body || under.start != end {
			return nil
		}
	}
	if w, ok := r.wordBefore(i, modifiers); ok && r.taken[max(i-1, 0)] == nil && !strings.HasPrefix(r.str(i, end), w) {
		start -= len([]rune(w))
		if role = deputy(role, w); w == "อดีต" {
			role = r.lex.roles[match.Values[0]]
		}
	}
	if at := r.backBlanks(start); at == start-1 && r.taken[max(at-1, 0)] == nil {
		// "รักษาการแทน กรรมการผู้จัดการใหญ่"
		if w, ok := r.wordBefore(at, spacedModifiers); ok && !isThaiLetter(r.at(at-len([]rune(w))-1)) {
			start = at - len([]rune(w))
			if w == "รอง" {
				role = deputy(role, w)
			}
		}
	}
	if role == "CHAIR" {
		for _, w := range []string{"เป็น", "ร่วมเป็น", "ทำหน้าที่"} {
			if at := r.backBlanks(start); r.endsWith(at, w) && !r.has(match.End, "คณะ") && !r.has(match.End, "กรรมการ") {
				return nil
			}
		}
	}
	m := &mention{start: start, end: end, sort: office, role: role}
	if role == "ASSISTANT_MINISTER" && r.endsWith(end, "ประจำ") && r.has(end, "นายกรัฐมนตรี") {
		m.end += len([]rune("นายกรัฐมนตรี")) // whose assistant he is, not what he is
		return r.placed(m)
	}
	for k := start; k < end; k++ {
		if r.taken[k] != nil {
			return nil
		}
	}
	if stop := r.foreignPortfolio(m, b.end); stop > 0 {
		m.end = stop
	}
	if role == "AMBASSADOR" {
		m.end = r.ambassadorEnd(end, b.end)
	} else {
		m.org = r.bodyBehind(m, b.end)
	}
	if end := r.officeSuffix(m, b.end); end > m.end {
		_, other := r.endsWithAny(end, []string{"ระหว่าง", "กับ", "จาก", "ต่อ"})
		if m.end = end; m.org == nil && !other {
			m.org = r.bodyBehind(m, b.end) // "รองผู้อำนวยการฝ่าย ก การท่าเรือ ข"
		}
	}
	for k := m.start; k < m.end; k++ {
		if t := r.taken[k]; t != nil && role != "AMBASSADOR" {
			m.end = k
			break
		}
	}
	if role == "AMBASSADOR" {
		r.release(m.start, m.end)
	}
	if !r.put(m) {
		return nil
	}
	return m
}

// foreignPortfolio gives the end of the portfolio between a minister's office and
// the state that he serves, or 0: "รัฐมนตรีต่างประเทศญี่ปุ่น".
func (r *reading) foreignPortfolio(m *mention, limit int) int {
	if m.role != "MINISTER" && m.role != "DEPUTY_MINISTER" || r.at(m.end-1) == '.' {
		return 0
	}
	w, ok := r.hasAny(m.end, portfolios)
	at := m.end + len([]rune(w))
	if !ok || at >= limit {
		return 0
	}
	link, _ := r.hasAny(at, []string{"ของ", "แห่ง"})
	land := at + len([]rune(link))
	next := r.taken[min(land, len(r.runes))]
	if next == nil || next.start > land || next.start <= m.end || next.sort != spot || next.thing.kind != kg.KindCountry || r.isThai(next.thing.known) {
		return 0
	}
	for k := m.end; k < land; k++ {
		if t := r.taken[k]; t != nil && t != next {
			return 0
		}
	}
	for ; next.start < land; next.start++ {
		r.taken[next.start] = nil // the end of ต่างประเทศ is no word of the state's
	}
	return at
}

// deputy gives the role of the deputy, assistant or acting holder of one.
func deputy(role, modifier string) string {
	if modifier != "รอง" {
		if modifier == "ผู้ช่วย" {
			return "OTHER"
		}
		return role
	}
	switch role {
	case "PRIME_MINISTER", "MINISTER", "PERMANENT_SECRETARY", "DIRECTOR_GENERAL", "DIRECTOR", "SECRETARY_GENERAL", "GOVERNOR", "MAYOR":
		return "DEPUTY_" + role
	case "PRESIDENT", "CHAIR", "RECTOR":
		return "VICE_" + role
	}
	return role
}

// ambassadorEnd takes in whose ambassador somebody is, and where: both are
// part of the office.
func (r *reading) ambassadorEnd(i, limit int) int {
	end := i
	for n := 0; n < 4; n++ {
		at := end
		if next := r.skipBlanks(at); r.has(next, "ณ ") || r.has(next, "ณ กรุง") {
			at = r.skipBlanks(next + 1)
		} else if r.has(at, "ประจำ") {
			at += 5
		} else if r.has(at, "แห่ง") {
			at += 4
		} else if r.has(next, "ประจำ") {
			at = next + 5
		}
		at = r.skipBlanks(at)
		if m := r.taken[min(at, len(r.runes))]; at < limit && m != nil && m.sort == spot && m.start == at {
			end = m.end
			continue
		}
		break
	}
	return end
}

// bodyBehind gives the body that an office is in: the one behind it, a
// ministry without its generic word, a town or province that has one, or a
// country for its heads of state and government.
func (r *reading) bodyBehind(m *mention, limit int) *mention {
	at := m.end
	next := r.skipBlanks(at)
	if next-at > 2 {
		return nil
	}
	if w, ok := r.hasAny(next, []string{"...ของ", "ของ", "แห่ง", "ประจำ", "การ", "ใน", "และคณะผู้บริหารระดับสูงของ", "and Executive Director, ", "of the ", "of ", ", "}); ok && r.taken[next] == nil {
		if w == "ใน" && m.role != "MEMBER" {
			return nil
		}
		if w == ", " && isThaiLetter(r.at(m.start)) || w == "การ" && (r.taken[next+3] == nil || r.taken[next+3].start != next+3) {
			return nil
		}
		next = r.skipBlanks(next + len([]rune(w)))
	} else if w == "" && r.has(next, "ฝ่าย") {
		return nil
	}
	if next >= limit {
		return nil
	}
	if r.has(at, "กระทรวงเขตสุขภาพที่") && r.endsWith(at, "ผู้ตรวจราชการ") {
		m.end += 8 // "ผู้ตรวจราชการกระทรวงเขตสุขภาพที่ 4"
		next = m.end
	}
	if r.has(at, "ประจำภูมิภาค") && r.taken[min(at, len(r.runes))] == nil {
		// "ผู้อำนวยการประจำภูมิภาคเอเชีย NEDO"
		if stop := r.nameRun(at+12, limit); stop < limit && stop-at < 30 {
			m.end, next = stop, r.skipBlanks(stop)
		}
	}
	if r.has(at, "กระทรวง ") && r.taken[at] == nil && r.has(r.skipBlanks(at+7), "สำนักงานปลัด") {
		m.end += 7 // "ผู้ตรวจราชการกระทรวง สำนักงานปลัดกระทรวง ก"
		next = r.skipBlanks(m.end)
	}
	if after := r.afterGrade(next, limit); after > next {
		next = after
	} else if command := commands[r.str(m.start, m.end)]; command != "" && next == at {
		if stop := r.nameRun(at, limit); stop > at {
			if k := r.lex.byName[kg.NameKey(command+r.str(at, stop))]; k != nil {
				o := &mention{start: at, end: stop, sort: body, thing: r.named(k, k.kind, r.str(at, stop), at)}
				if r.put(o) {
					return o
				}
			}
		}
	}
	if generic := forceOffices[r.str(m.start, m.end)]; generic != "" && next == at {
		if o := r.taken[at]; o != nil && o.start == at && o.sort == body && (r.has(at, "สภ.") || r.has(at, "ภ.จว.")) {
			return o // ผกก.สภ.ไทรน้อย
		}
		if stop := r.abbreviation(at, limit); stop > 0 {
			if o := r.taken[min(stop, len(r.runes))]; o != nil && o.start == stop && o.sort == body {
				m.end = stop
				return o // "ผกก.สส.ภ.จว.ยโสธร"
			}
			t := r.named(nil, kg.KindAgency, generic+r.str(at, stop), at)
			m.end = stop
			return &mention{start: at - len([]rune(generic)), end: stop, sort: body, thing: t}
		}
		return nil
	}
	if o := r.taken[next]; o != nil && o.start <= next && o.sort == body {
		if m.role == "CHAIR" && o.thing.kind == kg.KindCommittee && r.endsWith(r.backBlanks(m.start), "เป็น") {
			return o
		}
		return o
	} else if o != nil && o.start == next && o.sort == spot {
		return r.placeAsBody(m, o)
	}
	if m.role == "MINISTER" || m.role == "DEPUTY_MINISTER" || m.role == "ASSISTANT_MINISTER" || m.role == "PERMANENT_SECRETARY" || m.role == "ADVISER" {
		if k, end := r.ministryCore(next); k != nil {
			o := &mention{start: next, end: end, sort: body, thing: r.named(k, k.kind, r.str(next, end), next)}
			if r.put(o) {
				r.define(o)
				return o
			}
		}
	}
	if m.role == "MAYOR" || m.role == "DEPUTY_MAYOR" {
		if o := r.townBehind(m, limit); o != nil {
			return o
		}
	}
	if o := r.latinEmployer(m, next, limit); o != nil {
		return o
	}
	if stop := r.initials(next, limit); stop > 0 && slices.Contains(headOffices, m.role) {
		o := &mention{start: next, end: stop, sort: body, thing: r.named(nil, kg.KindAgency, r.str(next, stop), next), bare: true}
		if r.put(o) {
			return o
		}
	}
	if r.str(m.start, m.end) == "หัวหน้า" || strings.HasSuffix(r.str(m.start, m.end), "คณบดี") {
		// หัวหน้าสาขาวิชา … คณะ … มหาวิทยาลัย …: the office runs up to the body.
		for k, n := next, 0; k < limit && n < 70 && r.at(k) != '\n' && !(isBlank(r.at(k-1)) && r.has(k, "เป็น")); k, n = k+1, n+1 {
			if isBlank(r.at(k-1)) && (r.has(k, "กล่าว") || r.has(k, "เปิดเผย")) {
				if stop := r.nameRun(m.end, k); stop-m.end < 30 {
					m.end = stop // "หัวหน้ากลุ่มงานวิชาการ กล่าวว่า กรมประมง…": no body
				}
				return nil
			}
			if o := r.taken[k]; o != nil {
				if o.sort != body || n == 0 {
					return nil
				}
				m.end = r.backBlanks(k)
				return o
			}
		}
	}
	return nil
}

// commands are those who command a body that is called by the same words: the body of
// "ผู้บัญชาการป้องกันและบรรเทาสาธารณภัยแห่งชาติ" is "กองบัญชาการป้องกันและ…".
var commands = map[string]string{"ผู้บัญชาการ": "กองบัญชาการ", "ผู้บังคับการ": "กองบังคับการ"}

// grades begin what stands in brackets behind an office of the civil service: its grade,
// or its field.
var grades = newWords("ผู้อำนวยการ", "ผู้ตรวจราชการ", "นัก", "วิศวกร", "นายแพทย์", "ทันตแพทย์", "เภสัชกร", "เจ้าหน้าที่", "เจ้าพนักงาน", "ที่ปรึกษา", "ฝ่าย", "ด้าน", "ปฏิบัติการ", "บริหาร", "อาจารย์", "สัตวแพทย์", "สถาปนิก")

// afterGrade gives where the words behind the grade in brackets at i begin that tell the
// body, or i: "รองอธิบดี (นักบริหารระดับต้น) |กรมส่งเสริมการเกษตร".
func (r *reading) afterGrade(i, limit int) int {
	const longest = 80
	shut := map[rune]rune{'(': ')', '[': ']'}[r.at(i)]
	if _, ok := r.wordAt(i+1, grades); shut == 0 || !ok {
		return i
	}
	for depth, k := 0, i; k < min(limit, i+longest) && r.at(k) != '\n'; k++ {
		switch r.at(k) {
		case r.at(i):
			depth++
		case shut:
			if depth--; depth > 0 {
				continue
			}
			next := r.skipBlanks(k + 1)
			if o := r.taken[min(next, len(r.runes))]; o != nil && o.start == next && o.sort == body {
				return next
			}
			return i
		}
	}
	return i
}

// headOffices are those of which an abbreviation that no vocabulary has is the
// body: "เลขาธิการ ก.ค.ศ.".
var headOffices = []string{"DIRECTOR", "DEPUTY_DIRECTOR", "SECRETARY_GENERAL", "DEPUTY_SECRETARY_GENERAL", "SPOKESPERSON", "DIRECTOR_GENERAL", "DEPUTY_DIRECTOR_GENERAL", "COMMANDER", "GOVERNOR", "DEPUTY_GOVERNOR", "MANAGING_DIRECTOR"}

// initials gives the end of a body's abbreviation at i, groups of consonants with
// a stop behind each, or 0: "ก.ค.ศ.", "ศปช.".
func (r *reading) initials(i, limit int) int {
	end, letters := i, 0
	for group := 0; end < limit && end-i < 9; {
		switch c := r.at(end); {
		case c >= 'ก' && c <= 'ฮ' && group < 4:
			group, letters = group+1, letters+1
		case c == '.' && group > 0:
			group = 0
		default:
			limit = end
			continue
		}
		end++
	}
	if _, post := r.lex.posts.At(r.runes, i); post || letters < 2 || end == i || r.at(end-1) != '.' || isThaiLetter(r.at(end)) {
		return 0
	}
	if _, title := thai.TitleAt(r.runes[:min(i+longestName, len(r.runes))], i); title {
		return 0
	}
	return end
}

// townBehind reads the municipality of a mayor whose town no gazetteer lists:
// นายกเทศมนตรีเมืองพิชัย.
func (r *reading) townBehind(m *mention, limit int) *mention {
	rank, ranked := r.endsWithAny(m.end, []string{"นคร", "เมือง", "ตำบล"})
	if !ranked || !isThaiLetter(r.at(m.end)) {
		return nil
	}
	free := m.end
	for free < limit && r.taken[free] == nil && free-m.end < 24 {
		free++
	}
	stop := r.nameRun(m.end, free)
	if stop-m.end < 2 || stop-m.end > 20 {
		return nil
	}
	start := m.end - len([]rune(rank))
	m.end = start
	return &mention{start: start, end: stop, sort: body, thing: r.municipality(r.str(start, stop), start)}
}

// municipality gives the local government that a mayor's town is: เมืองลำพูน is
// เทศบาลเมืองลำพูน where the text names it so.
func (r *reading) municipality(town string, at int) *thing {
	if t := r.index.thingCalled(kg.ClassOrganization, kg.NameKey("เทศบาล"+town), func(*thing) bool { return true }); t != nil {
		t.say(town)
		return t
	}
	return r.named(nil, kg.KindLocalGovernment, town, at)
}

// ministryCore reads a ministry's portfolio without กระทรวง behind an office:
// รมว.ดีอี, รมว.ดิจิทัลฯ, รมว.การอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรม.
func (r *reading) ministryCore(i int) (*known, int) {
	if k, end := r.lex.at(r.lex.cores, r.runes, i); k != nil {
		return k, end
	}
	if k, end := r.lex.at(r.lex.bodies, r.runes[i:], 0); k != nil && k.kind == kg.KindMinistry {
		return k, i + end
	}
	if k, end := r.shortMinistry(i); k != nil {
		return k, end
	}
	// ดิจิทัลและเศรษฐกิจ: the portfolios of one ministry in another order.
	end := r.nameRun(i, len(r.runes))
	if end-i < 8 {
		return nil, 0
	}
	parts := strings.Split(r.str(i, end), "และ")
	var best *known
	for _, k := range r.lex.ministries {
		core, _ := strings.CutPrefix(k.names[0].Text, "กระทรวง")
		if !slices.ContainsFunc(parts, func(p string) bool { return p == "" || !strings.Contains(core, p) }) {
			if best != nil {
				return nil, 0
			}
			best = k
		}
	}
	if best == nil {
		return nil, 0
	}
	return best, end
}

// placeAsBody gives the local government or the state whose office it is.
func (r *reading) placeAsBody(m, o *mention) *mention {
	switch role := m.role; {
	case o.thing.kind == kg.KindCountry:
		if role == "PRIME_MINISTER" || role == "PRESIDENT" || role == "VICE_PRESIDENT" || role == "DEPUTY_PRIME_MINISTER" || role == "MINISTER" {
			return o
		}
		return nil
	case role == "GOVERNOR" || role == "DEPUTY_GOVERNOR" || role == "MAYOR" || role == "DEPUTY_MAYOR" || role == "PERMANENT_SECRETARY" || role == "DEPUTY_PERMANENT_SECRETARY":
		if !r.isThai(o.thing.known) {
			return o // who governs a town abroad has no name of its own
		}
		surface := r.str(o.start, o.end)
		if strings.HasSuffix(role, "MAYOR") {
			return &mention{start: o.start, end: o.end, sort: body, thing: r.municipality(surface, o.start)}
		}
		t := r.named(nil, kg.KindLocalGovernment, surface, o.start)
		return &mention{start: o.start, end: o.end, sort: body, thing: t}
	}
	return nil
}

// isThai reports whether a known place is in Thailand.
func (r *reading) isThai(k *known) bool {
	for n := 0; k != nil && n < 4; n++ {
		if k.key == "country:TH" || strings.HasPrefix(k.key, "th-") {
			return true
		}
		k = r.lex.byKey[k.parent]
	}
	return false
}

// officeSuffix takes in what narrows an office down: ฝ่ายความมั่นคง.
func (r *reading) officeSuffix(m *mention, limit int) int {
	at := m.end
	if m.org != nil && m.org.start >= m.end {
		at = m.org.end
	}
	if m.role == "MEMBER" {
		return m.end
	}
	if next := r.skipBlanks(at); next == at+1 && r.has(next, "สาย") {
		at = next // "รองผู้จัดการทั่วไป สายงานเทคโนโลยีสารสนเทศ"
	}
	if at == m.end && r.endsWith(at, "ฝ่าย") && isThaiLetter(r.at(at)) && r.taken[at] == nil {
		if stop := r.nameRun(at, limit); stop-at > 2 && stop-at < 24 {
			return stop
		}
	}
	const longest = 45
	for _, w := range []string{"ฝ่าย", "ด้าน", "สายงาน", "สาย"} {
		if !r.has(at, w) || r.taken[min(at, len(r.runes))] != nil {
			continue
		}
		stop := r.nameRun(at+len([]rune(w)), limit)
		if r.has(stop, "ในประเทศ") && !r.has(stop, "ในประเทศไทย") {
			stop += 8 // ด้านตลาดในประเทศ
		}
		if stop-at > 5 && stop-at < longest {
			if m.org == nil || m.org.start < m.end {
				return stop
			}
			m.suffix = r.str(at, stop)
		}
	}
	return m.end
}

// holdPosts ties offices to the people beside them.
func (r *reading) holdPosts() {
	for k, m := range r.names {
		if m.sort != office {
			continue
		}
		if p := r.holderAfter(k); p != nil && isLatin(r.at(m.start)) && r.at(p.start-1) != '(' {
			m.holder = p // "A, Minister of Finance B": B's
		} else if p := r.holderBefore(k); p != nil {
			m.holder = p
		} else if p := r.holderAfter(k); p != nil {
			m.holder = p
		} else if p := r.holderApposed(k); p != nil {
			m.holder = p
		}
		if m.holder != nil && m.org == nil && isLatin(r.at(m.start)) && m.holder.start > m.start {
			m.org = r.stateBehind(m, k)
		}
		if m.holder != nil {
			m.holder.posts = append(m.holder.posts, m)
			r.shareOffice(m)
		}
	}
	// "ผู้ช่วยกรรมการผู้จัดการและผู้จัดการทั่วไปของบริษัท A", "รองผู้อำนวยการ
	// รักษาการในตำแหน่งผู้อำนวยการโรงเรียน B": both are in one body.
	for k := 1; k < len(r.names); k++ {
		a, b := r.names[k-1], r.names[k]
		if a.sort == office && b.sort == office && a.holder == b.holder && a.holder != nil && a.org == nil && b.org != nil &&
			!slices.Contains(aloneOffices, a.role) && a.role != "MINISTER" && b.start >= a.end && a.tail == 0 {
			gap := strings.TrimSpace(strings.TrimPrefix(tidy(r.str(a.end, b.start)), "ฯ"))
			if gap == "และ" || r.isActing(b) && isCapacity(gap) && !strings.Contains(r.str(a.start, a.end), "นายกรัฐมนตรี") {
				a.org = b.org
			}
		}
		if a.sort == office && b.sort == office && a.holder == b.holder && a.holder != nil && a.org == nil && b.org != nil && a.role == "PRESIDENT" &&
			(b.role == "CHIEF_EXECUTIVE" || b.role == "MANAGING_DIRECTOR") && b.start >= a.end && tidy(r.str(a.end, b.start)) == "and" {
			a.org = b.org // "President and CEO of A"
		}
	}
	for _, m := range r.names {
		if m.sort == office && m.org == nil && m.holder != nil && m.holder.end <= m.start && (!isThaiLetter(r.at(m.end)) || r.has(m.end, "และ")) && (slices.Contains(headOffices, m.role) || slices.Contains(actingOffices, m.role)) {
			m.org = r.bodyActing(m.holder)
		}
	}
	r.holdHeadlined()
}

// actingOffices are those besides headOffices that are in the body for which their
// holder acts.
var actingOffices = []string{"CHAIR", "VICE_CHAIR", "CHIEF_EXECUTIVE", "RECTOR", "VICE_RECTOR", "DEAN", "MANAGER"}

// bodyActing gives the body for which a person is said to act: "บริษัท ก โดย|นาย ข
// กรรมการผู้จัดการ", or nil.
func (r *reading) bodyActing(p *mention) *mention {
	const by = "โดย"
	at := r.backBlanks(p.start)
	if !r.endsWith(at, by) {
		return nil
	}
	at = r.beforeShortName(at - len([]rune(by)))
	if b := r.taken[max(at-1, 0)]; at > 0 && b != nil && b.sort == body && b.end == at && !r.hasParts(b.thing) && b.thing.kind != kg.KindCommittee {
		return b
	}
	return nil
}

// stateBehind gives the country that stands behind the holder of an office: "President
// A of the People’s Republic of B".
func (r *reading) stateBehind(m *mention, k int) *mention {
	at := m.holder.end
	for _, o := range r.names[k+1 : min(k+5, len(r.names))] {
		if o.start < at {
			continue
		}
		if gap := tidy(r.str(at, o.start)); o.sort == spot && o.thing.kind == kg.KindCountry && (gap == "of" || gap == "of the") {
			return r.placeAsBody(m, o)
		}
		return nil
	}
	return nil
}

// holderApposed gives the person whose name stands between commas behind an
// English office: "the ministry’s permanent secretary, A B, said".
func (r *reading) holderApposed(k int) *mention {
	m := r.names[k]
	if !isLatin(r.at(m.start)) {
		return nil
	}
	at := postEnd(m)
	for j := k + 1; j < len(r.names) && j <= k+4; j++ {
		p := r.names[j]
		if p.start < at {
			continue
		}
		if p.sort != someone || len(p.posts) > 0 || tidy(r.str(at, p.start)) != "," || !r.closesApposition(p.end) {
			return nil
		}
		if j+1 < len(r.names) && r.names[j+1].sort == office && r.names[j+1].start-p.end < 8 {
			return nil // "A, minister of B, C, minister of D"
		}
		return p
	}
	return nil
}

// closesApposition reports whether a comma, or "and", stands at i.
func (r *reading) closesApposition(i int) bool {
	return r.at(i) == ',' || r.has(i, " and ") || r.has(i, ".\n")
}

// holdHeadlined ties the office with which the body of a text begins to the only
// person of its headline, who is named nowhere in full: "“อุตตม” ร่วมลงนาม …",
// "รัฐมนตรีว่าการกระทรวงอุตสาหกรรมเดินทาง …".
func (r *reading) holdHeadlined() {
	var only *mention
	for _, m := range r.names {
		switch {
		case m.sort != someone && m.sort != office:
		case r.isHeadline(m):
			if m.sort == someone && only != nil && only.thing != m.thing {
				return
			}
			if m.sort == someone {
				only = m
			}
		default:
			b, _ := r.inBlock(m.start)
			const near = 40
			if only != nil && m.sort == office && m.holder == nil && m.org != nil && m.start-b.start < near && !isFull(only.thing) && len(only.posts) == 0 {
				m.holder = only
				only.posts = append(only.posts, m)
			}
			return
		}
	}
}

// shareOffice gives an office that several can hold to all of the people who
// are named in a row before it: "นาย ก นาย ข นาง ค รองผู้ว่าการ ง".
func (r *reading) shareOffice(m *mention) {
	if m.holder.end > m.start || !strings.HasPrefix(m.role, "DEPUTY_") && !strings.HasPrefix(m.role, "VICE_") && m.role != "ADVISER" && !r.has(m.start, "ผู้ตรวจราชการ") {
		return
	}
	next := m.holder
	for k, n := r.nextName(m.holder.start)-1, 0; k >= 0 && n < 6; k, n = k-1, n+1 {
		p := r.names[k]
		if p.sort != someone || len(p.posts) > 0 || p.end > next.start {
			return
		}
		if gap := r.str(p.end, next.start); strings.Contains(gap, "\n") || strings.TrimSpace(gap) != "" && strings.TrimSpace(gap) != "และ" {
			return
		}
		if k > 0 && r.names[k-1].sort == office && r.names[k-1].holder == nil && strings.TrimSpace(r.str(min(postEnd(r.names[k-1]), p.start), p.start)) == "" {
			return // "รองปลัด นาย ก นาย ข รองอธิบดี": the office before is his
		}
		p.posts = append(p.posts, m)
		m.more = append(m.more, p)
		next = p
	}
}

// postEnd gives where an office with its body ends.
func postEnd(m *mention) int {
	if m.org != nil {
		return max(m.end, m.tail, m.org.end)
	}
	return max(m.end, m.tail)
}

// holderBefore gives the person that an office stands behind: directly, behind
// another of his offices, or after ในฐานะ.
func (r *reading) holderBefore(k int) *mention {
	m := r.names[k]
	at := m.start
	if m.org != nil {
		at = min(at, m.org.start) // USABC president
	}
	at = r.beforeShortForm(at)
	for j := k - 1; j >= 0 && j >= k-6; j-- {
		p := r.names[j]
		if p.end > at {
			continue // the body of an office
		}
		gap := tidy(r.str(p.end, at))
		switch p.sort {
		case someone:
			if p.holder == nil && isOfficeGap(gap) {
				return p
			}
			if r.beforeOtherScript(r.backBlanks(at)) == p.end && p.holder == nil {
				return p
			}
			if r.sharesBrackets(p, k) {
				return p
			}
			if gap == "(" { // the Latin form of the name in brackets
				continue
			}
			return nil
		case office:
			if postEnd(p) > at {
				return nil
			}
			between := tidy(r.afterBracket(r.str(postEnd(p), at)))
			if p.holder != nil && p.holder.start < p.start && (between == "และ" || between == "," || between == "/" || between == "and" || isCapacity(between)) {
				if m.org == nil && r.str(m.start, m.end) == "เอกอัครราชทูต" {
					return nil // "เลขาธิการ ก เอกอัครราชทูตและผู้แทนจาก…": others
				}
				if between == "" && !r.isActing(m) && (m.role == p.role || m.org == nil && m.role != "OTHER" && !slices.Contains(aloneOffices, m.role)) {
					return nil // "ปลัด ก อธิบดี ผู้ว่าราชการจังหวัด": others came along
				}
				if r.at(p.holder.start-1) == '(' && m.role == "MINISTER" && p.role == "MINISTER" {
					return nil // "รองนายกรัฐมนตรี (นาย ก) และรัฐมนตรีว่าการกระทรวง ข และรัฐมนตรีว่าการกระทรวง ค": another's
				}
				return p.holder
			}
			return nil
		case body, spot:
			// An alias in brackets or the employer between two offices.
			if strings.Contains(r.str(p.end, at), "\n") || r.at(p.start-1) != '(' && !r.isPostBody(p) {
				return nil
			}
			if r.at(p.start-1) == '(' && r.at(p.end) == ')' {
				at = r.backBlanks(p.start - 1)
				if at < m.start {
					continue
				}
			}
		default:
			return nil
		}
	}
	return nil
}

// beforeOtherScript gives the end of the name before the brackets that end at i and
// tell it in another script, else i: "นาย ก ข (Mr. A B)".
func (r *reading) beforeOtherScript(i int) int {
	const longest = 50
	if r.at(i-1) != ')' {
		return i
	}
	for open := i - 2; open > max(i-longest, 0) && r.at(open) != '\n' && r.at(open) != ')' && !isDigit(r.at(open)); open-- {
		if r.at(open) != '(' {
			continue
		}
		end := r.backBlanks(open)
		if p := r.taken[max(end-1, 0)]; p != nil && p.sort == someone && p.end == end && isLatin(r.at(open+1)) != isLatin(r.at(end-1)) {
			return end
		}
		break
	}
	return i
}

// sharesBrackets reports whether the person p, in brackets behind the first of his
// offices, holds the k-th name too: "รองนายกรัฐมนตรี (นาย ก) และรัฐมนตรีว่าการกระทรวง ข".
func (r *reading) sharesBrackets(p *mention, k int) bool {
	m := r.names[k]
	if m.role != "MINISTER" || m.org == nil || len(p.posts) == 0 || r.at(p.start-1) != '(' || tidy(strings.TrimPrefix(r.str(p.end, m.start), ")")) != "และ" {
		return false
	}
	first := p.posts[0]
	return strings.HasSuffix(first.role, "PRIME_MINISTER") && first.end == r.backBlanks(p.start-1) && r.holderAfter(k) == nil
}

// beforeShortForm gives where the brackets begin that part "ในฐานะ" before i from
// an office told twice: "ปลัดกระทรวง A (ปลัด ก) ในฐานะประธาน …", else i.
func (r *reading) beforeShortForm(i int) int {
	w, as := r.endsWithAny(r.backBlanks(i), []string{"ในฐานะที่เป็น", "ในฐานะ"})
	if !as {
		return i
	}
	const longest = 40
	shut := r.backBlanks(r.backBlanks(i)-len([]rune(w))) - 1
	for open := shut - 1; r.at(shut) == ')' && open > shut-longest && r.at(open) != '\n'; open-- {
		if r.at(open) == '(' {
			return r.backBlanks(open)
		}
	}
	return i
}

// notePostBodies notes where the bodies of the offices begin.
func (r *reading) notePostBodies() {
	r.postBodies = map[int]bool{}
	for _, m := range r.names {
		if m.sort == office && m.org != nil {
			r.postBodies[m.org.start] = true
		}
	}
}

// isPostBody reports whether a body is the one of an office.
func (r *reading) isPostBody(b *mention) bool {
	return r.postBodies[b.start]
}

// afterBracket drops a bracket at the beginning: "(ดีอีเอส) และ".
func (r *reading) afterBracket(s string) string {
	s = strings.TrimSpace(s)
	if strings.HasPrefix(s, "(") {
		if _, rest, ok := strings.Cut(s, ")"); ok {
			return rest
		}
	}
	return strings.TrimPrefix(s, ")")
}

// isCapacity reports whether words say that somebody acts in the office behind
// them: "ในฐานะ", "ปฏิบัติหน้าที่ในตำแหน่ง".
func isCapacity(gap string) bool {
	switch strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(gap, "ฯ"), "ตำแหน่ง")) {
	case "", "ใน", "ในฐานะ", "ในฐานะที่เป็น", "ดำรง", "รักษาการ", "รักษาการใน", "รักษาราชการใน", "ปฏิบัติหน้าที่", "ปฏิบัติหน้าที่ใน", "ปฏิบัติราชการใน", "และปฏิบัติหน้าที่":
		return true
	}
	return false
}

// isOfficeGap reports whether nothing but a title page stands between a person
// and his office.
func isOfficeGap(gap string) bool {
	switch gap {
	case "", ",", ")", "/", "-", "ท่าน", "ซึ่งเป็น", "ผู้แทน",
		", the", ", the new", ", the newly appointed", ", in his capacity as", ", in her capacity as", "in his capacity as", "in her capacity as":
		return true
	}
	return isCapacity(gap)
}

// holderAfter gives the person that an office stands before: นายกสภา
// มหาวิทยาลัย … นายสุวัจน์ …
func (r *reading) holderAfter(k int) *mention {
	m := r.names[k]
	at := postEnd(m)
	for j := k + 1; j < len(r.names) && j <= k+4; j++ {
		p := r.names[j]
		if p.start < at {
			continue
		}
		gap := strings.Trim(tidy(r.str(at, p.start)), "“‘\"'”’")
		if isLatin(r.at(m.start)) && r.at(r.skipBlanks(at)) == '(' {
			gap = tidy(r.afterBracket(r.str(at, p.start))) // behind the short form of the body
		}
		switch p.sort {
		case someone:
			if (gap == "" || gap == "(") && !slices.ContainsFunc(p.posts, func(o *mention) bool { return o.start > p.start }) && !strings.Contains(r.str(at, p.start), "\n") || gap == "คือ" {
				return p
			}
			return nil
		case office:
			if gap == "and" || gap == "และ" {
				at = postEnd(p)
				continue
			}
			return nil
		default:
			return nil
		}
	}
	return nil
}

// namePost gives an office its thing: the office of one role in one body.
// Offices of which neither holder nor body is known name nothing.
func (r *reading) namePost(m *mention) {
	role := m.role
	text := tidy(r.str(m.start, m.end) + m.suffix)
	var org *thing
	if m.org != nil {
		org = m.org.thing
	}
	alone := slices.Contains(aloneOffices, role)
	if org != nil && m.holder != nil {
		defer func() { r.index.held[heldKey{m.holder.thing, role}] = m.thing }()
	}
	if org == nil && m.holder == nil && !alone {
		r.miss(m.start, m.end, "post", "an office without holder and body")
		return
	}
	if org == nil && !alone {
		if t := r.index.held[heldKey{m.holder.thing, role}]; t != nil {
			m.thing = t // "รมว. ก กล่าว": whose ministry was said before
			return
		}
		m.thing = r.newOffice(role, text, org, m.start) // of an unnamed body: the holder's own
		return
	}
	for _, t := range recent(r.index.offices[officeKey{org, role}]) {
		if isDeputy(t.roleText) != isDeputy(text) {
			continue // รองคณบดี is not คณบดี
		}
		if role == "OTHER" || role == "ADVISER" || role == "MEMBER" || org == nil && !r.sameOffice(t.roleText, text) {
			if t.roleText != text {
				continue
			}
		}
		t.say(text)
		if len(text) > len(t.roleText) && (strings.HasPrefix(text, t.roleText) || strings.HasSuffix(t.roleText, ".") && role != "OTHER") {
			t.roleText = text
		}
		m.thing = t
		return
	}
	m.thing = r.newOffice(role, text, org, m.start)
}

// isDeputy reports whether the words for an office are for somebody below its head.
func isDeputy(text string) bool {
	return strings.HasPrefix(text, "รอง") || strings.HasPrefix(text, "ผู้ช่วย")
}

// newOffice makes the thing of an office.
func (r *reading) newOffice(role, text string, org *thing, i int) *thing {
	t := r.newThing(kg.KindPost, i)
	t.role, t.roleText, t.org = role, text, org
	t.say(text)
	key := officeKey{org, role}
	r.index.offices[key] = append(r.index.offices[key], t)
	return t
}

// sameOffice reports whether two wordings name one office: the short form may
// lack the field.
func (r *reading) sameOffice(a, b string) bool {
	clean := func(s string) string {
		key, made := r.officeKeys[s]
		if !made {
			key = strings.ReplaceAll(s, "นายกฯ", "นายกรัฐมนตรี")
			key = strings.ReplaceAll(key, "รอง นรม.", "รองนายกรัฐมนตรี")
			key = kg.NameKey(key)
			if r.officeKeys == nil {
				r.officeKeys = map[string]string{}
			}
			r.officeKeys[s] = key
		}
		return key
	}
	a, b = clean(a), clean(b)
	return strings.HasPrefix(a, b) || strings.HasPrefix(b, a) || strings.TrimSuffix(a, "s") == strings.TrimSuffix(b, "s")
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
			r.claim(claim{kind: kg.Holds, subject: who, object: post, spans: spans, rule: "standing-chair"})
		} else {
			r.claim(claim{kind: kg.ExOfficio, subject: who, object: post, spans: spans, rule: "standing-chair"})
		}
		r.claim(claim{kind: kg.PostIn, subject: post, object: committee.thing, spans: spans, rule: "standing-chair"})
	}
}

// office gives the thing of an office.
func (r *reading) office(role, text string, org *thing, i int) *thing {
	if list := r.index.offices[officeKey{org, role}]; len(list) > 0 {
		return list[0]
	}
	return r.newOffice(role, text, org, i)
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
			// "นายกเทศมนตรีเขตโอตะ": a district is no body that an office is in.
			if k := m.org.thing.kind; k != kg.KindZone && k != kg.KindVenue {
				r.claim(claim{kind: kg.PostIn, subject: m.thing, object: m.org.thing, spans: spans, rule: "post-in"})
			}
		}
		if m.holder != nil {
			roleText := tidy(r.str(m.start, m.end) + m.suffix)
			spans = append(spans, [2]int{m.holder.start, m.holder.end})
			for _, p := range m.more {
				r.claim(claim{kind: kg.Holds, subject: p.thing, object: m.thing, roleText: roleText, spans: append(slices.Clone(spans[:len(spans)-1]), [2]int{p.start, p.end}), rule: "holds-shared"})
			}
			r.claim(claim{kind: kg.Holds, subject: m.holder.thing, object: m.thing, roleText: roleText, spans: spans, rule: "holds"})
		}
	}
}

// exOfficio reads offices that other offices have by office: "ให้ปลัดกระทรวง …
// ดำรงตำแหน่ง National Representative".
func (r *reading) exOfficio() {
	r.networks = r.findNetworks()
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
			if strings.HasSuffix(before, "ให้ดำรงตำแหน่ง") && slices.ContainsFunc(s.tokens[:j], func(n *mention) bool { return n.sort == someone }) {
				continue // "นาย ก กงสุลใหญ่ … ให้ดำรงตำแหน่งเอกอัครราชทูต": he moves on
			}
			left := r.leftOf(s.tokens, j, 14)
			appointed := m.thing
			if appointed.org == nil && network != nil && (m.role == "CHIEF_SMART_CITY_OFFICER" || m.role == "REPRESENTATIVE") {
				appointed.org = network.thing
				r.claim(claim{kind: kg.PostIn, subject: appointed, object: network.thing, spans: [][2]int{{m.start, m.end}}, rule: "ex-officio"})
			}
			for _, n := range left.names {
				if n.sort != office || n.holder != nil || n.thing == appointed {
					continue
				}
				spans := [][2]int{{n.start, postEnd(n)}, {m.start, m.end}}
				r.claim(claim{kind: kg.ExOfficio, subject: n.thing, object: appointed, spans: spans, rule: "ex-officio"})
				if p := r.holderOf(n.thing, n.start); p != nil {
					r.claim(claim{kind: kg.Holds, subject: p, object: appointed, spans: spans, rule: "ex-officio-holder"})
				}
			}
		}
	}
}

// networkOf gives the network that a sentence, or else the document, speaks of.
func (r *reading) networkOf(k int) *mention {
	s := &r.sentences[k]
	if len(r.networks) == 0 {
		return nil
	}
	at, _ := slices.BinarySearchFunc(r.networks, s.start, func(m *mention, i int) int { return m.start - i })
	if at < len(r.networks) && r.networks[at].end <= s.end {
		return r.networks[at]
	}
	return r.networks[len(r.networks)-1]
}

// findNetworks gives the networks and further international bodies that the text
// names.
func (r *reading) findNetworks() []*mention {
	var found []*mention
	for _, m := range r.names {
		if m.sort == body && (m.thing.kind == kg.KindNetwork || m.thing.kind == kg.KindInternationalOrganization && m.thing.known == nil) {
			found = append(found, m)
		}
	}
	return found
}
