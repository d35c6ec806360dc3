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

// unitHeads begin the names of parts of bodies as well as common words: กอง,
// ศูนย์. They name one before the body that it is part of ("สำนัก ก กรม ข"),
// behind the office of its head ("ผู้อำนวยการกอง ก"), or as the subject of a
// clause ("สำนัก ก ได้…").
var unitHeads = newWords("สันนิบาต", "ชุมนุม", "องค์กร", "กองงาน", "กอง", "สำนัก", "ศูนย์", "กลุ่มงาน", "กลุ่ม", "ฝ่าย")

// unitLeaders are offices of which a unit is the body.
var unitLeaders = newWords("ผู้อำนวยการ", "หัวหน้า", "ผอ.", "ผู้บังคับการ", "ผู้บัญชาการ", "ผู้จัดการ", "ผู้ว่าการ", "ประธาน", "รองประธาน", "ประธานกรรมการ", "ประธานกรรมการบริหาร", "เลขาธิการ", "ที่ปรึกษา", "สมาชิก")

// unitFollowers are what a unit that is the subject of a clause does.
var unitFollowers = newWords("ได้", "เปิดเผย", "ร่วมกับ", "กล่าว", "จัด", "รายงาน", "โดย", "ชี้แจง", "แจ้ง", "ลงพื้นที่")

// notUnits are words that the heads of units begin and that name none.
var notUnits = newWords("กองทุน", "กองทัพ", "สำนักงาน", "สำนักพิมพ์", "สำนักข่าว", "สำนักนายก", "ศูนย์กลาง", "ศูนย์การค้า", "ศูนย์การประชุม", "ศูนย์ประชุม", "ศูนย์แสดง", "ศูนย์นิทรรศการ", "ศูนย์คมนาคม", "ศูนย์ราชการ", "ศูนย์บริการ",
	"องค์กรชุมชน", "องค์กรปกครอง", "องค์กรภาค", "องค์กรพัฒนาเอกชน", "องค์กรวิชาชีพ", "องค์กรอิสระ", "องค์กรระหว่าง", "ชุมนุมชน", "กลุ่มจังหวัด", "กลุ่มประเทศ", "กลุ่มเป้าหมาย", "กลุ่มเปราะบาง", "กลุ่มผู้", "กลุ่มต่าง", "กลุ่มธุรกิจ", "กลุ่มคน", "กลุ่มเกษตร", "กลุ่มอาชีพ", "กลุ่มเสี่ยง", "กลุ่มสินค้า", "กลุ่มประชา", "ฝ่ายไทย", "ฝ่ายเลขา", "ฝ่ายที่", "ฝ่ายต่าง", "ฝ่ายบริหาร")

var organizationHeads = []head{
	{"กระทรวง", kg.KindMinistry, 3}, {"ทบวง", kg.KindMinistry, 4},
	{"กรม", kg.KindAgency, 5}, {"สำนักงาน", kg.KindAgency, 6}, {"สนง.", kg.KindAgency, 4}, {"สำนักเลขาธิการ", kg.KindAgency, 4},
	{"การรถไฟ", kg.KindAgency, 6}, {"การไฟฟ้า", kg.KindAgency, 4}, {"การประปา", kg.KindAgency, 4}, {"การเคหะ", kg.KindAgency, 4},
	{"การท่าเรือ", kg.KindAgency, 4}, {"การนิคมอุตสาหกรรม", kg.KindAgency, 4}, {"การทางพิเศษ", kg.KindAgency, 4}, {"การท่องเที่ยวแห่ง", kg.KindAgency, 4},
	{"การยาสูบแห่ง", kg.KindAgency, 4}, {"สภ.", kg.KindAgency, 3}, {"ภ.จว.", kg.KindAgency, 3}, {"การกีฬาแห่ง", kg.KindAgency, 4}, {"การยางแห่ง", kg.KindAgency, 4},
	{"สถานเอกอัครราชทูต", kg.KindAgency, 0}, {"สถานทูต", kg.KindAgency, 0}, {"สถานกงสุลใหญ่", kg.KindAgency, 0},
	{"สำนักปลัด", kg.KindAgency, 4}, {"กองบัญชาการ", kg.KindAgency, 4}, {"กองบังคับการ", kg.KindAgency, 5}, {"กองทัพภาคที่", kg.KindAgency, 1},
	{"สถานีตำรวจ", kg.KindAgency, 4}, {"ศูนย์ดำรงธรรม", kg.KindAgency, 0}, {"ศูนย์ปฏิบัติการ", kg.KindAgency, 7}, {"ศูนย์อำนวยการ", kg.KindAgency, 5},
	{"ศูนย์บริหารสถานการณ์", kg.KindAgency, 4}, {"ศูนย์ประสานการ", kg.KindAgency, 6}, {"ศูนย์อาเซียนเพื่อ", kg.KindOrganization, 5}, {"ศูนย์อาเซียนด้าน", kg.KindOrganization, 5}, {"ศูนย์ฝึกอบรมอาเซียน", kg.KindOrganization, 5},
	{"โรงพยาบาล", kg.KindOrganization, 4}, {"รพ.", kg.KindOrganization, 3}, {"โรงเรียน", kg.KindInstitute, 4},
	{"วิสาหกิจชุมชน", kg.KindOrganization, 3}, {"สหกรณ์", kg.KindOrganization, 6}, {"พรรค", kg.KindOrganization, 5}, {"กลุ่มบริษัท", kg.KindCompany, 3},
	{"คณะมนตรี", kg.KindCommittee, 6}, {"สภาธุรกิจ", kg.KindOrganization, 3}, {"สภาเกษตรกร", kg.KindOrganization, 0}, {"สภาการท่องเที่ยวจังหวัด", kg.KindOrganization, 2}, {"เหล่ากาชาดจังหวัด", kg.KindOrganization, 2}, {"ราชวิทยาลัย", kg.KindInstitute, 3},
	{"องค์การบริหารส่วนจังหวัด", kg.KindLocalGovernment, 3}, {"องค์การบริหารส่วนตำบล", kg.KindLocalGovernment, 3},
	{"อบจ.", kg.KindLocalGovernment, 3}, {"อบต.", kg.KindLocalGovernment, 3}, {"ทน.", kg.KindLocalGovernment, 3}, {"ทม.", kg.KindLocalGovernment, 3}, {"ทต.", kg.KindLocalGovernment, 3},
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
	{"เครือข่าย", kg.KindNetwork, 12}, {"เครือข่ายอาเซียนเพื่อ", kg.KindNetwork, 6}, {"เครือข่ายอาเซียนด้าน", kg.KindNetwork, 6}, {"ศูนย์ประสานงาน", kg.KindOrganization, 6}, {"ศูนย์ต่อต้าน", kg.KindAgency, 6}, {"ฝ่ายส่งเสริม", kg.KindOrganization, 4},
	{"รัฐบาล", kg.KindOrganization, 3}, {"เขตสุขภาพที่", kg.KindAgency, 0},
	{"ตำรวจภูธรจังหวัด", kg.KindAgency, 2}, {"ตำรวจภูธรภาค", kg.KindAgency, 1}, {"กองกำกับการ", kg.KindAgency, 1}, {"กองร้อย", kg.KindAgency, 1}, {"กองพล", kg.KindAgency, 1}, {"กองพัน", kg.KindAgency, 1},
	{"มณฑลทหารบกที่", kg.KindAgency, 1}, {"ฉก.", kg.KindAgency, 4}, {"สถานพินิจและคุ้มครองเด็กและเยาวชน", kg.KindAgency, 3}, {"ศูนย์อุตุนิยมวิทยา", kg.KindAgency, 3},
	{"อุทยานวิทยาศาสตร์", kg.KindInstitute, 4}, {"สำนักข่าว", kg.KindOrganization, 3}, {"องค์กร", kg.KindOrganization, 2},
	{"วงดุริยางค์", kg.KindOrganization, 4}, {"วงดนตรี", kg.KindOrganization, 4}, {"คณะนักร้องประสานเสียง", kg.KindOrganization, 4},
	{"สถานีโทรทัศน์", kg.KindOrganization, 4}, {"สถานีวิทยุ", kg.KindOrganization, 6}, {"หน่วยเฉพาะกิจ", kg.KindAgency, 3}, {"สภานโยบาย", kg.KindCommittee, 6},
}

// notBodies are words that hold the name of a known organisation and are none.
var notBodies = []string{"กรมสมเด็จพระ", "กรมพระ", "กรมหลวง", "กรมหมื่น", "กรมขุน", "ส.ค.ส.", "สหกรณ์การเกษตร ", "พรรคการเมือง", "พรรคพวก", "ศก.ไทย", "ศก.โลก", "ศก.ฐานราก", "ศก.ดิจิทัล", "อุทยานวิทยาศาสตร์ภูมิภาค", "พรรคร่วม", "พรรคฝ่าย", "โรงพยาบาลส่งเสริมสุขภาพตำบล ", "สถาบันการเงิน", "ไอซีทีเพื่อ", "ICT และ", "ด้าน ICT", "ลุ่มน้ำโขง", "ภายในอาเซียน", "เลขาธิการอาเซียน"}

// commonShort are short names of bodies that are common words too: they name
// the body at the head of a line ("ไอซีทีเปิดศูนย์…") or behind กระทรวง or รมว.
var commonShort = []string{"ไอซีที", "ICT"}

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
	"ข่าวสาร", "การสื่อสารข้อมูล", "ข้อมูลข่าวสาร", "กิจการ", "แผนงาน", "งบประมาณ", "ชนบท", "การพัฒนาชนบท", "เคหะ", "สื่อ", "สื่อมวลชน", "ศิลปะ", "อุดมศึกษา", "การอุดมศึกษา", "ภูมิสารสนเทศ", "พลังงานไฟฟ้า", "เหมืองแร่", "น้ำมัน", "การประมง", "ปศุสัตว์", "พืชสวน", "ที่อยู่อาศัย", "การผังเมือง", "ผังเมือง"}

// findOrganizations finds the organisations of the text: those of the
// gazetteer, those that the grammar of their names shows, and those that the
// text defines.
func (r *reading) findOrganizations() {
	for _, b := range r.blocks {
		if b.english {
			r.englishBodies(b)
			continue
		}
		r.eachFree(b, func(i int) int {
			if m := r.organizationAt(i, b.end); m != nil && r.put(m) {
				r.companyList(m, b.end)
				return m.end
			}
			return i + 1
		})
		r.latinInstances(b)
		r.latinInvestors(b)
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
	r.joinBranches()
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
	if r.has(i, "สป.") {
		return r.secretariat(i)
	}
	k, end := r.lex.at(r.lex.bodies, r.runes, i)
	if stop := cmp.Or(r.localOffice(i, limit), r.forceEnd(i, limit)); stop > end {
		return r.bodyNamed(kg.KindAgency, i, stop)
	}
	if k == nil && end > 0 || r.has(i, "กก.") && r.isMeasure(i) {
		return nil
	}
	if k != nil && slices.Contains(commonShort, r.str(i, end)) && r.at(i-1) != '\n' && r.at(i-1) != '-' {
		return nil
	}
	if k != nil && (k.kind == kg.KindOrganization || r.has(i, "ศูนย์")) && r.has(end, "จังหวัด") {
		// The chamber of a province is not that of the country.
		if place, _ := r.knownPlace(r.skipBlanks(end+7), kg.KindProvince); place == nil {
			return nil
		}
		k, end = nil, 0
	}
	if k != nil && r.isWordPart(i, end, k) {
		k, end = nil, 0
	}
	if match, generic := r.lex.heads.At(r.runes, i); k != nil && generic && match.End == end && r.at(end-1) == '.' && isThaiLetter(r.at(end)) {
		k, end = nil, 0 // "ทน.|ตรัง": the municipality, not the department
	}
	if m := r.headed(i, limit, k, end); m != nil {
		return m
	}
	if k == nil {
		if m := r.ministryAtHead(i); m != nil {
			return m
		}
		return r.misspelt(i, limit)
	}
	return &mention{start: i, end: end, sort: body, thing: r.named(k, k.kind, r.str(i, end), i), bare: end-i < 9}
}

// isMeasure reports whether an abbreviation at i is a measure: "38 บาท/กก.", "200 กก.".
func (r *reading) isMeasure(i int) bool {
	before := r.at(r.backBlanks(i) - 1)
	return before == '/' || isDigit(before)
}

// forces are abbreviations for divisions, bureaus and stations of the police,
// which a number or an abbreviation goes on with: "กก.3 บก.ปปป.", "บช.สอท.".
var forces = newWords("บก.", "บช.", "กก.", "ศปก.")

// forceEnd gives the end of such a name at i, or 0.
func (r *reading) forceEnd(i, limit int) int {
	w, ok := r.wordAt(i, forces)
	if !ok || isThaiLetter(r.at(i-1)) && r.taken[i-1] == nil {
		return 0
	}
	at := i + len([]rune(w))
	if end := r.abbreviation(at, limit); end > 0 {
		return end
	}
	end := at
	for end < limit && end-at < 3 && isDigit(r.at(end)) {
		end++
	}
	// A number alone says nothing: the bureau that the division is in follows.
	if next := r.skipBlanks(end); end > at && next < limit {
		if w, ok := r.wordAt(next, forces); ok {
			return r.abbreviation(next+len([]rune(w)), limit)
		}
	}
	return 0
}

// rankLetters begin abbreviated ranks: พล.ต.อ., ร.อ.
var rankLetters = []string{"พล", "พ", "ร", "น", "จ", "ส", "ต", "อ", "ม"}

// localOffice gives the end of the abbreviation of an office of a province or a
// district, with the name of that, or 0: "ศอ.ปส.จ.นครพนม", "กก.สส.ภ.จว.ยโสธร",
// "ร้อย.อส.อ.จอมทองที่ 8".
func (r *reading) localOffice(i, limit int) int {
	const mostGroups, longestGroup = 5, 5
	if c := r.at(i); c < 'ก' || c > 'ฮ' || isThaiLetter(r.at(i-1)) && r.taken[i-1] == nil {
		return 0
	}
	if _, post := r.lex.posts.At(r.runes, i); post {
		return 0
	}
	last, at := i, i
	for group := 0; group < mostGroups; group++ {
		end := at
		for end < limit && end-at < longestGroup && isThaiLetter(r.at(end)) {
			end++
		}
		if end == at || end >= limit || r.at(end) != '.' {
			break
		}
		if group == 0 && slices.Contains(rankLetters, r.str(at, end)) {
			return 0
		}
		last, at = at, end+1
	}
	if _, leads := r.endsWithAny(i, []string{"ผบก.", "ผกก.", "ผบช."}); leads || last == i {
		return 0 // "ผกก.สส.ภ.จว.ยโสธร": the office goes on
	}
	stop := at
	switch r.str(last, at) {
	case "จ.", "จว.":
		if place, end := r.knownPlace(at, kg.KindProvince); place != nil {
			stop = end
		}
	case "อ.":
		for end := at + 2; end < min(limit, at+r.lex.longestDistrict+1); end++ {
			if len(r.lex.districts[r.str(at, end)]) > 0 {
				stop = end
			}
		}
	}
	if stop == at || stop > limit {
		return 0
	}
	return r.numbered(head{kind: kg.KindAgency}, stop, limit)
}

// abbreviation gives the end of two to four Thai consonants with a stop at i,
// or 0: "ปคบ.".
func (r *reading) abbreviation(i, limit int) int {
	end := i
	for end < limit && end-i < 5 && r.at(end) >= 'ก' && r.at(end) <= 'ฮ' {
		end++
	}
	if end-i < 2 || end-i > 4 || r.at(end) != '.' {
		return 0
	}
	return end + 1
}

// secretariat reads the short form of the office of a permanent secretary:
// สป.มท. is that of the ministry มท.
func (r *reading) secretariat(i int) *mention {
	k, end := r.lex.at(r.lex.bodies, r.runes, i)
	if k == nil {
		ministry, stop := r.lex.at(r.lex.bodies, r.runes, r.skipBlanks(i+3))
		if ministry == nil || ministry.kind != kg.KindMinistry {
			return nil
		}
		if k, end = r.lex.byName[kg.NameKey("สำนักงานปลัด"+ministry.names[0].Text)], stop; k == nil {
			m := r.bodyNamed(kg.KindAgency, i, end)
			m.thing.say("สำนักงานปลัด" + ministry.names[0].Text)
			return m
		}
	}
	return &mention{start: i, end: end, sort: body, thing: r.named(k, k.kind, r.str(i, end), i)}
}

// headVerbs follow the subject of a headline.
var headVerbs = newWords("เผย", "เดินหน้า", "จับมือ", "เร่ง", "ชู", "จัด", "ผนึก", "หนุน", "ลุย", "เตรียม", "ประชุม", "ร่วม", "ชี้", "แจง", "สั่ง", "ย้ำ", "โชว์", "เปิด", "ลงพื้นที่", "ขับเคลื่อน", "ยัน", "ดัน", "ถก", "เตือน", "แนะ", "ประกาศ", "มอบ", "ชวน", "รับ", "พร้อม")

// ministryAtHead reads a ministry that a headline calls by its portfolio alone:
// "มหาดไทย เดินหน้า…", "พาณิชย์ ผนึก…".
func (r *reading) ministryAtHead(i int) *mention {
	if before := r.at(i - 1); before != '\n' && before != '-' {
		return nil
	}
	k, end := r.lex.at(r.lex.cores, r.runes, i)
	if k == nil || k.to != "" || !isBlank(r.at(end)) {
		return nil
	}
	if _, ok := r.wordAt(r.skipBlanks(end), headVerbs); !ok {
		return nil
	}
	return &mention{start: i, end: end, sort: body, thing: r.named(k, k.kind, r.str(i, end), i), bare: true}
}

// isWordPart reports whether a short known name is only part of a word.
func (r *reading) isWordPart(start, end int, k *known) bool {
	if end-start > 8 {
		return false
	}
	if _, title := thai.TitleAt(r.runes[:min(start+longestName, len(r.runes))], start); title && isThaiLetter(r.at(end)) {
		return true // "มร.|เจฟ"
	}
	// Short forms in Thai letters stand free, or between words of the grammar.
	return !r.mayBegin(start) || isThaiLetter(r.at(end)) && r.at(end-1) != '.' && !r.stopsAt(end)
}

// headed reads a name that begins with a generic word, longer than what the
// gazetteer knows at the same place (k up to end).
func (r *reading) headed(i, limit int, k *known, end int) *mention {
	match, ok := r.lex.heads.At(r.runes, i)
	if !ok || match.End > limit {
		if k == nil {
			return r.unit(i, limit)
		}
		return nil
	}
	h := organizationHeads[match.Values[0]]
	at := match.End
	if r.has(i, "สหพันธ์สาธารณรัฐ") {
		return nil // a state
	}
	switch {
	case h.kind == kg.KindMinistry:
		return r.ministry(i, at, limit, k, end)
	case k != nil:
		return nil
	case r.has(i, "คณะกรรมการบริหาร") && r.endsWith(i, "ประธาน"):
		return nil
	case strings.HasPrefix(h.text, "ศูนย์") && r.endsWith(i, "เป็น"):
		return nil // "ซึ่งเป็นศูนย์วิจัยด้าน…": what it is, not its name
	case strings.HasSuffix(h.text, "บริษัท") || h.text == "บมจ." || h.text == "บจก.":
		return r.company(i, at, limit)
	case h.text == "รัฐบาล":
		return r.government(i, at)
	case !r.mayBegin(i):
		return nil
	case strings.HasPrefix(h.text, "สถานเอก") || strings.HasPrefix(h.text, "สถานทูต") || strings.HasPrefix(h.text, "สถานกงสุล"):
		return r.embassy(i, at, limit)
	}
	if h.kind != kg.KindLocalGovernment && strings.HasSuffix(h.text, "จังหวัด") {
		// "เหล่ากาชาดจังหวัดเลย": of a province, and no more than its name.
		if province, stop := r.knownPlace(at, kg.KindProvince); province != nil && stop <= limit {
			return r.bodyNamed(h.kind, i, stop)
		}
		return nil
	}
	if slices.Contains(numberedHeads, h.text) {
		if stop := r.localOffice(r.skipBlanks(at), limit); stop > at {
			return r.bodyNamed(h.kind, i, stop) // "กองร้อย อส.จ.กระบี่ที่ 1"
		}
		if stop := r.numbered(h, r.nameRun(at, limit), limit); stop > at && isDigit(r.at(stop-1)) {
			return r.bodyNamed(h.kind, i, stop)
		}
		return nil
	}
	if name := r.skipBlanks(at); name < limit {
		// "สำนักงาน UNODC", "องค์การยูเนสโก": the generic word with a known short name.
		if short, stop := r.lex.at(r.lex.bodies, r.runes, name); short != nil && stop-name < 9 && stop <= limit && !isThaiLetter(r.at(stop)) && strings.HasPrefix(short.names[0].Text, h.text) {
			return &mention{start: i, end: stop, sort: body, thing: r.named(short, short.kind, r.str(i, stop), i)}
		}
	}
	at = r.skipBlanksIf(at, h)
	if r.has(at, "ปลัดกระทรวง") && h.text == "สำนักงาน" {
		if ministry, stop := r.lex.at(r.lex.bodies, r.runes, at+4); ministry != nil && ministry.kind == kg.KindMinistry && stop <= limit {
			return r.bodyNamed(h.kind, i, stop)
		}
	}
	if stop := r.latinName(h, at, limit); stop > 0 {
		m := r.bodyNamed(h.kind, i, stop)
		if h.text == "สำนักข่าว" || h.text == "องค์กร" {
			m.thing.say(r.str(r.skipBlanks(at), stop))
		}
		return m
	}
	if h.text == "องค์กร" {
		// "องค์กร ก (ประเทศไทย)": the branch of a land has a name of its own.
		const land = "(ประเทศไทย)"
		if stop := r.bodyRun(at, limit, false); stop-at >= 6 && r.has(r.skipBlanks(stop), land) {
			return r.bodyNamed(h.kind, i, r.skipBlanks(stop)+len([]rune(land)))
		}
		return nil
	}
	if w, no := r.wordAt(at, notNames); no && h.min > 0 && !(w == "ผู้" && slices.Contains(guilds, h.text)) && !r.saysWhatFor(w, at, h) && !strings.HasSuffix(h.text, "เพื่อ") && !strings.HasSuffix(h.text, "ด้าน") {
		return nil
	}
	if h.kind == kg.KindLocalGovernment && r.has(at, "นายก") {
		return nil // "นายกองค์การบริหารส่วนตำบล นายกเมืองพัทยา": heads of any
	}
	if word, no := r.wordAt(at, notInstitutes); no && (h.kind == kg.KindCompany || h.kind == kg.KindInstitute || slices.Contains(houses, h.text)) {
		province, _ := r.knownPlace(at+len([]rune(word)), kg.KindProvince)
		if word != "อาชีวศึกษา" || province == nil {
			return nil // "วิทยาลัยอาชีวศึกษา|ขอนแก่น" is one
		}
	}
	if word, no := r.wordAt(at, notHouses); no && slices.Contains(houses, h.text) && !r.namesDistrict(at, at+len([]rune(word)), limit) {
		return nil
	}
	if r.stands(at, clauseParticles) || nominal(h) && (r.clauseBegins(at) || r.stopsAt(at)) {
		return nil // "ธนาคารมุ่งมั่น…": the word alone
	}
	stop := r.placeRun(at, r.bodyRun(at, limit, h.kind == kg.KindCommittee || strings.HasPrefix(h.text, "ศูนย์")), !slices.Contains(houses, h.text) && h.kind != kg.KindInstitute)
	stop = r.numbered(h, stop, limit)
	if dash := r.skipBlanks(stop); dash > stop && (r.at(dash) == '–' || r.at(dash) == '-') && (h.text == "หอการค้า" || h.text == "สภาธุรกิจ" || h.text == "สมาคม") {
		// "หอการค้าเดนมาร์ก – ไทย"
		at := r.skipBlanks(dash + 1)
		if k, end := r.lex.at(r.lex.spots, r.runes, at); k != nil && end <= limit {
			stop = end
		} else if r.has(at, "อาเซียน") && at < limit {
			stop = at + 7
		}
	}
	if h.text == "เครือข่าย" && r.at(r.skipBlanks(stop)) != '(' {
		return nil
	}
	if slices.Contains(houses, h.text) || h.kind == kg.KindLocalGovernment {
		stop = r.beforeNext(at, stop)
	}
	if stop-match.End < h.min || r.at(stop) == 'ฯ' && stop-at < 4 || r.wordIs(match.End, stop, notNames) {
		return nil
	}
	if r.at(stop) == 'ฯ' {
		stop++
	}
	if h.kind == kg.KindCommittee {
		if stop = r.nationalBoard(at, r.latinTopic(r.committeeEnd(stop, limit), limit), limit); r.wordIs(at, stop, notCommittees) {
			return nil
		}
	}
	if next := r.skipBlanks(stop); r.has(next, "แห่ง") && h.kind == kg.KindAgency {
		if land, end := r.ofCountry(stop); land != nil {
			stop = end
		}
	}
	if h.kind == kg.KindInstitute || h.kind == kg.KindAgency {
		stop = r.publicBody(stop, limit)
	}
	if known, whole := r.acrossBlank(i, stop, limit); known != nil {
		return &mention{start: i, end: whole, sort: body, thing: r.named(known, known.kind, r.str(i, whole), i)}
	}
	if h.text == "องค์การ" && !strings.Contains(r.str(at, stop), "ประชาชาติ") && !strings.Contains(r.str(at, stop), "แห่ง") {
		h.kind = kg.KindAgency
	}
	if h.text == "กรม" || h.kind == kg.KindCommittee {
		return r.bodyNamed(h.kind, i, stop) // of Thailand, whatever it deals with
	}
	if r.has(r.skipBlanks(stop), "ระหว่างประเทศ") || strings.Contains(r.str(i, stop), "ระหว่างประเทศ") {
		h.kind = kg.KindInternationalOrganization
	}
	return r.bodyNamed(h.kind, i, stop)
}

// beforeNext ends the name of a house or a local government before "และ" and another
// body, or people: "โรงพยาบาลอุดรธานี|และโรงพยาบาลเลย".
func (r *reading) beforeNext(start, stop int) int {
	for k := start + 2; k < stop; k++ {
		if r.at(k) != 'แ' || !r.has(k, "และ") {
			continue
		}
		_, other := r.lex.heads.At(r.runes, k+3)
		if _, people := r.wordAt(k+3, peopleOfBodies); other || people {
			return k
		}
	}
	return stop
}

// peopleOfBodies are those who belong to a body.
var peopleOfBodies = newWords("นักเรียน", "นักศึกษา", "บุคลากร", "ประชาชน", "ผู้", "ครู", "คณะ", "หน่วยงาน", "ชุมชน")

// numbered takes the number of a branch in: "สำนักงานป้องกันควบคุมโรคที่ 5",
// "สำนักงานศึกษาธิการภาค 12", "เขตสุขภาพที่ 11", "สมาคมชาวไร่อ้อยเขต 11".
func (r *reading) numbered(h head, stop, limit int) int {
	at := stop
	if h.kind != kg.KindAgency && (h.kind != kg.KindOrganization || !r.endsWith(at, "เขต") && !r.endsWith(at, "ภาค")) {
		return stop
	}
	if r.has(at, "ที่") {
		at += 3
	} else if !slices.Contains(numberedHeads, h.text) && !r.endsWith(at, "ภาค") && !r.endsWith(at, "เขต") {
		return stop
	}
	end := r.skipBlanks(at)
	if end-at > 1 || !isDigit(r.at(end)) {
		return stop
	}
	for at = end; end < limit && end-at < 3 && isDigit(r.at(end)); end++ {
	}
	if r.taken[at] != nil || isDigit(r.at(end)) || r.at(end) == '/' {
		return stop
	}
	return end
}

// numberedHeads begin the names of bodies that are told by their number: "เขตสุขภาพที่ 11",
// "กองพันทหารราบที่ 3".
var numberedHeads = []string{"เขตสุขภาพที่", "มณฑลทหารบกที่", "กองพล", "กองพัน", "กองร้อย", "กองกำกับการ", "ตำรวจภูธรภาค"}

// bodyNamed makes the mention of a body that no gazetteer has.
func (r *reading) bodyNamed(kind kg.Kind, start, end int) *mention {
	end = r.withoutTail(start, end)
	return &mention{start: start, end: end, sort: body, thing: r.named(nil, kind, r.str(start, end), start)}
}

// wordIs reports whether a stretch is one of the words.
func (r *reading) wordIs(start, end int, list *words) bool {
	return slices.Contains(list.texts, strings.TrimSpace(r.str(start, end)))
}

// notCommittees are what committees are called without being named.
var notCommittees = newWords("ร่วมกัน", "ขึ้นมา", "ทั้งสอง", "ร่วม", "เฉพาะกิจ", "วิสามัญ", "ขับเคลื่อน", "บริหาร")

// unit reads the name of a part of a body (see unitHeads).
func (r *reading) unit(i, limit int) *mention {
	word, ok := r.wordAt(i, unitHeads)
	if !ok {
		return nil
	}
	if stop := r.latinCentre(i+len([]rune(word)), limit); stop > 0 && word == "ศูนย์" {
		return r.bodyNamed(kg.KindOrganization, i, stop)
	}
	if _, no := r.wordAt(i, notUnits); no {
		return nil
	}
	at := i + len([]rune(word))
	if _, no := r.wordAt(at, notNames); no {
		return nil
	}
	stop := r.placeRun(at, r.bodyRun(at, limit, false), true)
	if of := strings.Index(r.str(at, stop), "ของ"); of > 0 {
		stop = at + len([]rune(r.str(at, stop)[:of]))
	}
	if stop-at < 4 || stop-i > 70 {
		return nil
	}
	if far := r.upToBracket(stop, limit); far > stop && r.definedUnit(i, far) {
		return r.bodyNamed(kg.KindAgency, i, far)
	}
	next := r.skipBlanks(stop)
	if r.has(next, "ของ") {
		next = r.skipBlanks(next + 3)
	}
	_, led := r.wordBefore(r.backBlanks(i), unitLeaders)
	if led && word == "ฝ่าย" {
		return nil // part of the office: "รองผู้อำนวยการฝ่ายกลยุทธ์"
	}
	if !led && !r.definedUnit(i, stop) {
		_, subject := r.wordAt(next, unitFollowers)
		subject = subject && next > stop && stop-at > 9 && !isThaiLetter(r.at(i-1)) && (word == "กอง" || word == "สำนัก")
		if !subject && !(r.mayBegin(i) && next > stop && next-stop < 5 && r.largerAt(next, limit)) {
			return nil
		}
	}
	return r.bodyNamed(kg.KindAgency, i, stop)
}

// upToBracket gives where the words from i end before an open bracket: Thai and
// blanks alone, "|เพื่อพัฒนาบุคลากร| (…"; i where there is none.
func (r *reading) upToBracket(i, limit int) int {
	const longest = 70
	for k := i; k < min(limit, i+longest); k++ {
		if r.at(k) == '(' {
			return r.backBlanks(k)
		}
		if !isThaiLetter(r.at(k)) && !isBlank(r.at(k)) && r.at(k) != '-' {
			break
		}
		if isBlank(r.at(k - 1)) {
			_, other := r.lex.heads.At(r.runes, k)
			if whole, _ := r.lex.at(r.lex.bodies, r.runes, k); other || whole != nil {
				break // the body that it is a part of
			}
		}
	}
	return i
}

// definedUnit reports whether brackets behind the name of a unit give another name of
// it: "ศูนย์เตือนภัยไซเบอร์ (Cyber Alert Center)", "ศูนย์เร่งรัดจัดการสวัสดิภาพประชาชน (ศรส.)".
func (r *reading) definedUnit(i, stop int) bool {
	const least, longest = 9, 70
	open := r.skipBlanks(stop)
	if r.at(open) != '(' || stop-i < least || r.endsWith(i, "เป็น") || r.endsWith(i, "เป็น ") {
		return false
	}
	shut := r.closing(open)
	if shut == 0 || shut-open > longest {
		return false
	}
	if from, _ := r.wordAround(i); from != i && !r.mayBegin(i) {
		return false
	}
	if word, ok := r.wordAt(i, unitHeads); ok {
		if _, many := r.wordAt(i+len([]rune(word)), manyUnits); many {
			return false
		}
	}
	name := tidy(r.str(open+1, shut))
	if r.at(open+1) == r.at(i) && r.at(shut-1) == '.' {
		return r.abbreviationSpan(open+1, shut)
	}
	if !isUpper(r.at(open + 1)) {
		return false
	}
	name, _, _ = strings.Cut(name, ":")
	name, _, _ = strings.Cut(name, ",")
	at := strings.LastIndex(strings.TrimSpace(name), " ")
	return at > 0 && slices.Contains(unitNouns, strings.TrimSpace(name)[at+1:])
}

// manyUnits are words behind the heads of units of which there are many: ศูนย์เรียนรู้, ศูนย์ข้อมูล.
var manyUnits = newWords("การเรียนรู้", "เรียนรู้", "ข้อมูล", "ลูกค้า", "กระจาย", "จำหน่าย", "บริการ", "ความเป็นเลิศ ")

// unitNouns end the English names of units.
var unitNouns = []string{"Center", "Centre", "Office", "Division", "Unit", "Bureau", "Institute", "Command", "Laboratory", "Council", "Network", "Group", "CENTER", "CENTRE", "Committee", "Team", "Department", "Section"}

// abbreviationSpan reports whether a stretch is an abbreviation in Thai consonants: "ศรส.".
func (r *reading) abbreviationSpan(start, end int) bool {
	for k := start; k < end-1; k++ {
		if c := r.at(k); (c < 'ก' || c > 'ฮ') && c != '.' {
			return false
		}
	}
	return end-start > 2 && end-start < 9
}

// latinCentre gives the end of the Latin name of a centre behind ศูนย์, which a
// dash may pair, or 0: "ศูนย์ Thai – Nordic Data Innovation Centre".
func (r *reading) latinCentre(at, limit int) int {
	at = r.skipBlanks(at)
	if !isUpper(r.at(at)) {
		return 0
	}
	end := min(r.latinRun(at), limit)
	if dash := r.skipBlanks(end); r.at(dash) == '–' || r.at(dash) == '-' {
		if next := r.skipBlanks(dash + 1); isUpper(r.at(next)) {
			end = min(r.latinRun(next), limit)
		}
	}
	if _, ok := r.endsWithAny(end, []string{" Center", " Centre", " Hub", " Lab", " Academy"}); !ok {
		return 0
	}
	return end
}

// largerAt reports whether the name of a body that has units begins at i.
func (r *reading) largerAt(i, limit int) bool {
	if k, _ := r.lex.at(r.lex.bodies, r.runes, i); k != nil {
		return k.kind == kg.KindMinistry || k.kind == kg.KindAgency || k.kind == kg.KindInstitute
	}
	if match, ok := r.lex.heads.At(r.runes, i); ok {
		h := organizationHeads[match.Values[0]]
		if _, no := r.wordAt(match.End, notNames); no {
			return false
		}
		return (h.kind == kg.KindMinistry || h.kind == kg.KindAgency || h.kind == kg.KindInstitute || h.text == "รพ." || h.text == "โรงพยาบาล") && r.nameRun(match.End, limit)-match.End >= h.min
	}
	word, ok := r.wordAt(i, unitHeads)
	return ok && (word == "กอง" || word == "สำนัก") && r.nameRun(i, limit)-i > 9
}

// A clause goes on behind the body that is its subject with a verb or a
// particle, and behind one within it with an adjunct: no name goes beyond
// these, but names of what a body is for hold adjuncts (คณะกรรมการ…ทุกช่วงวัย
// อย่างยั่งยืน). Behind one of nominals all are part of a noun: ผู้มีรายได้น้อย.
var (
	clauseVerbs = newWords("เพิ่ม", "เพิ่มเติม", "เร่ง", "เตรียม", "เตรียมการ", "เชิญ", "เชิญชวน", "ชวน", "มอบ", "มอบหมาย", "ประกาศ", "คืน", "จำหน่าย", "เรียก", "กำชับ", "ผลักดัน", "ลง", "เข้า", "ทำ", "ทำหน้าที่", "ใช้", "ใช้จ่าย", "มุ่ง", "มุ่งมั่น", "มุ่งเน้น", "สร้าง", "ผลิต", "สืบสาน", "ร่วม", "ร่วมมือ",
		"จับมือ", "เดินหน้า", "ลงพื้นที่", "แจ้ง", "แถลง", "ชี้แจง", "ยืนยัน", "ย้ำ", "เน้น", "เน้นย้ำ", "ระบุ", "เผย", "เผยแพร่", "หารือ", "ปรึกษาหารือ", "รับมอบ", "ต้อนรับ", "สั่ง", "สั่งการ", "ตั้งอยู่", "เปลี่ยนแปลง", "เก็บ", "เห็น", "เชื่อ", "หวัง", "ยินดี", "ลงนาม", "จัด", "จัดตั้ง", "จัดทำ", "จัดเตรียม", "จัดส่ง",
		"จัดให้", "จัดขึ้น", "นำ", "แนะนำ", "แนะ", "เตือน", "คาด", "คาดการณ์", "รับ", "ส่ง", "เลือก", "ขาย", "ซื้อ", "จ่าย", "สะท้อน", "เล็งเห็น", "ตระหนัก", "ปรับปรุง", "กู้ยืม", "ดูแล", "กลับ", "กลับมา", "เข้าไป")
	clauseParticles = newWords("ตั้งอยู่", "มี", "ขอ", "พบ", "แล้ว", "ก็", "ต้อง", "จำเป็น", "ทั้งสิ้น", "แต่ละ", "ตั้งแต่", "ดีเด่น", "เรียบร้อย", "ทันที", "อาทิ", "เช่น", "กำลัง", "เคย", "ควร", "พร้อม", "ว่า", "นี้", "กว่า", "อีก", "ทราบ", "มั่นใจ", "เสร็จสิ้น", "ล่าสุด")
	clauseAdjuncts  = newWords("ไป", "มา", "อย่าง", "ทุก", "ทั้ง", "ด้วย", "ตาม", "แทน", "ก่อน", "หลัง", "จาก", "แก่", "ต่อ", "ไม่")
	nominals        = newWords("การ", "ความ", "ผู้", "นัก", "เพื่อ", "และ", "ที่", "ไม่", "ฝ่าย", "งาน", "เครื่อง", "ระบบ", "แห่ง", "ด้าน", "ศูนย์", "ส่งเสริม", "สนับสนุน", "พัฒนา", "บริหาร", "ว่าด้วย", "ใน", "ร่วม", "ภาวะ", "ข้อมูล", "แรง", "สถาน", "โรง", "คณะ", "เงิน", "สินค้า", "กลุ่ม", "บ้าน", "เมือง", "วัด",
		"ตลาด", "ข้อ", "แบบ", "ค่า", "อุตสาหกรรม", "ธุรกิจ", "กอง", "หน่วย", "คำ", "อย่าง", "กำกับ", "คุ้มครอง")
)

// stands reports whether one of the words stands at i, as the dictionary cuts
// the text.
func (r *reading) stands(i int, list *words) bool {
	k := list.longest(r.runes, i)
	if k < 0 {
		return false
	}
	if from, _ := r.wordAround(i); from != i {
		return false
	}
	end := i + len(list.runes[k])
	from, _ := r.wordAround(end)
	return from == end
}

// clauseBegins reports whether the clause goes on at i rather than a name.
func (r *reading) clauseBegins(i int) bool {
	return r.stands(i, clauseVerbs) || r.stands(i, clauseParticles) || r.stands(i, clauseAdjuncts)
}

// bodyRun is pairedRun that ends before the clause: "กรมการศาสนา" of
// "กรมการศาสนาจัดพิธี…". What the dictionary does not explain is a name.
func (r *reading) bodyRun(i, limit int, purpose bool) int {
	stop := r.pairedRun(i, limit)
	for k := i + 3; k < stop; k++ {
		if end := r.landEnd(k, stop); end > 0 {
			return end
		}
		if !r.stands(k, clauseVerbs) && !r.stands(k, clauseParticles) && (purpose || !r.stands(k, clauseAdjuncts)) {
			continue
		}
		if _, noun := r.wordBefore(k, nominals); noun || !thai.OnlyWords(r.runes, k, stop) {
			continue
		}
		return r.withoutTail(i, k)
	}
	return stop
}

// landEnd gives the end of the country whose a body is said to be at k, where words go
// on behind it that are no part of the name, or 0: "สภาวิจัยแห่งอินเดีย|ว่าด้วย…", but
// "สมาคม…แห่งประเทศไทยในพระบรมราชูปถัมภ์".
func (r *reading) landEnd(k, stop int) int {
	if !r.has(k, "แห่ง") && !r.has(k, "ของ") {
		return 0
	}
	land, end := r.ofCountry(k)
	if land == nil || end >= stop || r.has(end, "ใน") || r.has(end, "ประจำ") {
		return 0
	}
	if from, _ := r.wordAround(end); from != end {
		return 0
	}
	return end
}

// pairedRun is nameRun over a hyphen between two of a kind: สถาบันไทย-เยอรมัน.
func (r *reading) pairedRun(i, limit int) int {
	stop := r.nameRun(i, limit)
	for n := 0; n < 2 && stop > i && (r.at(stop) == '-' || r.at(stop) == '–') && isThaiLetter(r.at(stop+1)); n++ {
		if k, end := r.lex.at(r.lex.bodies, r.runes, stop+1); k != nil && !isThaiLetter(r.at(end)) {
			break
		}
		end := r.nameRun(stop+1, limit)
		if end-stop < 3 {
			break
		}
		stop = end
	}
	return stop
}

// placeRun ends a name with the province in it ("ศูนย์ดำรงธรรมจังหวัดเลย"), or
// before it where that only says where the body is.
func (r *reading) placeRun(start, stop int, provincial bool) int {
	for i := start; i < stop; i++ {
		if r.at(i) != 'จ' || !r.has(i, "จังหวัด") {
			continue
		}
		if k, end := r.knownPlace(i+7, kg.KindProvince); k != nil && end <= stop {
			if provincial || i == start {
				return end
			}
			return i
		}
	}
	return stop
}

// nominal reports whether the names behind a head are nouns and names, never
// what the body does: ธนาคาร, มหาวิทยาลัย, โรงพยาบาล, but not สำนักงานส่งเสริม….
func nominal(h head) bool {
	return h.kind == kg.KindCompany || h.kind == kg.KindInstitute && h.text != "สถาบัน" || slices.Contains(houses, h.text)
}

// houses are heads of bodies that are places as well, and notHouses words
// behind them that name none.
var (
	houses    = []string{"โรงพยาบาล", "รพ.", "โรงเรียน", "สหกรณ์", "วิสาหกิจชุมชน"}
	notHouses = newWords("แม่ข่าย", "ทั่วไป", "ใกล้", "คู่สัญญา", "อัจฉริยะ", "ด้วย", "อย่าง", "นำ", "เพิ่ม", "ขยาย", "มัธยมศึกษา", "ประถม", "สาธิต ", "รัฐ", "ชุมชน", "สนาม", "ต้นแบบ", "คุณภาพ", "ประจำ", "ศูนย์", "ปลอด", "นานาชาติ", "แพทย์", "รองรับ", "บาง", "หลาย",
		"ผู้สูงอายุ", "คุณธรรม", "พัฒนา", "สมัย", "ดี", "นอกระบบ", "ส่งเสริมสุขภาพตำบลและ", "ส่งเสริมสุขภาพตำบลทั่ว", "การเกษตรและ", "ออมทรัพย์และ", "มา", "ไม่", "มัก", "พลัง", "ร่วม", "ปกติ", "สังกัด", "นอก", "พยาบาล", "สี", "ครู", "ทาง", "เลย", "กัน", "เริ่ม", "ต้อง", "เกิด", "สอน", "ผลิต", "แปรรูป", "เข้ม", "เครือข่าย", "เกษตรกร", "ท่องเที่ยว", "สองภาษา", "น้อย", "แห่งหนึ่ง", "แห่งนี้", "แกนนำ", "หลัก", "ว่าง", "ก่อน", "เฉพาะทาง", "ภูมิลำเนา", "ประชารัฐ", "ขยายโอกาส", "สังกัด", "ด้าน", "มีชื่อ", "จำหน่าย", "เอกชน", "รัฐบาล", "กลุ่ม")
)

// namesDistrict reports whether the name of a district or a province stands at i that goes
// on beyond least, or ends there with the name of the house: "โรงพยาบาลบางพลี",
// "โรงเรียนสีคิ้ว", "โรงพยาบาลเลย".
func (r *reading) namesDistrict(i, least, limit int) bool {
	for stop := min(limit, i+r.lex.longestDistrict); stop >= least; stop-- {
		if isThaiLetter(r.at(stop)) && (stop == least || !r.stopsAt(stop) && !r.has(stop, "จังหวัด") && !r.has(stop, "และ")) {
			continue
		}
		if name := r.str(i, stop); len(r.lex.districts[name]) > 0 || r.lex.towns[town{kg.KindProvince, name}] != nil {
			return true
		}
	}
	return false
}

// latinNamed are heads behind which a name in Latin letters may stand:
// สถาบัน IoT, สมาคม Union des Grands Crus.
var latinNamed = []string{"องค์กร", "สำนักข่าว", "สถาบัน", "สำนักงาน", "สมาคม", "มูลนิธิ", "สถานีตำรวจ", "ธนาคาร", "มหาวิทยาลัย", "วิทยาลัย", "องค์การ"}

// latinName gives the end of the Latin name behind a head, or 0.
func (r *reading) latinName(h head, at, limit int) int {
	if at = r.skipBlanks(at); !isUpper(r.at(at)) || !slices.Contains(latinNamed, h.text) {
		return 0
	}
	end := min(r.latinRun(at), limit)
	if next := r.at(r.skipBlanks(end)); end-at < 2 || slices.Contains(latinCommon, r.str(at, end)) && h.text == "องค์กร" || next == '-' || next == '–' {
		return 0
	}
	return end
}

// acrossBlank gives the known body whose name a stray blank breaks at stop:
// "คณะกรรมการนโยบาย เขตพัฒนาพิเศษภาคตะวันออก".
func (r *reading) acrossBlank(i, stop, limit int) (*known, int) {
	next := r.skipBlanks(stop)
	if next == stop || next-stop > 2 || !isThaiLetter(r.at(next)) {
		return nil, 0
	}
	end := r.nameRun(next, limit)
	k := r.lex.byName[kg.NameKey(r.str(i, end))]
	if k == nil {
		return nil, 0
	}
	return k, end
}

// embassy reads a mission with whose it is and where it is: "สถานเอกอัครราชทูตไทย
// ณ กรุงเวียนนา", "สถานเอกอัครราชทูตญี่ปุ่นประจำประเทศไทย", "สถานทูตอาบูดาบี".
func (r *reading) embassy(i, at, limit int) *mention {
	end := at
	var owner, seat *known
	for n := 0; n < 3 && end < limit; n++ {
		at := r.skipBlanks(end)
		link, _ := r.hasAny(at, []string{"ประจำ", "ณ", "แห่ง", "ของ"})
		at = r.skipBlanks(at + len([]rune(link)))
		if at == end && n > 0 || at-end > 12 {
			break
		}
		for _, word := range []string{"ราชอาณาจักร", "ประเทศ", "นคร"} {
			if k, _ := r.lex.at(r.lex.spots, r.runes, at); k == nil && r.has(at, word) {
				at += len([]rune(word))
			}
		}
		k, stop := r.lex.at(r.lex.spots, r.runes, at)
		if k == nil && r.has(at, "กรุง") && at > end {
			stop = r.nameRun(at+4, limit)
			if stop-at < 6 {
				break
			}
		} else if k == nil || k.kind == kg.KindVenue || k.kind == kg.KindZone {
			break
		}
		switch {
		case k == nil:
		case link != "ประจำ" && link != "ณ" && owner == nil && k.kind == kg.KindCountry:
			owner = k
		default:
			seat = k
		}
		end = stop
		if seat != nil && seat.kind != kg.KindCountry {
			break
		}
	}
	if end == at || end > limit {
		return nil
	}
	if owner != nil && owner.key == "country:TH" {
		owner = nil
	}
	m := r.bodyNamed(kg.KindAgency, i, end)
	if seat == nil || owner == nil && r.isThai(seat) {
		return m
	}
	mission := [2]*known{owner, seat}
	if t := r.index.missions[mission]; t != nil && t.lives() {
		r.merge(t, m.thing)
		m.thing = t
	} else {
		r.index.missions[mission] = m.thing
	}
	return m
}

// notNames are words that show a generic word to be no beginning of a name.
var notNames = newWords("ของ", "มี", "ได้", "จะ", "ใน", "ที่", "เพื่อ", "ใด", "ชั้น", "สามารถ", "ต่าง", "และ", "หรือ", "กับ", "ให้", "เป็น", "โดย", "ซึ่ง", "นี้", "นั้น", "ดังกล่าว", "ใหญ่", "งาน", "ทุก", "ตาม", "อื่น", "เอกชน", "ภาย", "ถึง", "ก็", "ๆ", "ทั้ง", "จาก", "ขนาด", "ระดับ",
	"บริหารเมือง", "จำนวน", "เดียว", "ร่วมกับ", "ไม่", "คือ", "ยัง", "ประกอบ", "พร้อม", "เช่น", "แล้ว",
	"เจ้าสังกัด", "ทบวง", "ออก", "ว่าด้วย", "กำหนด", "ดำเนิน", "อันดับ", "ลำดับ", "เอง", "ระหว่างประเทศ", "ธรรม์", "อยู่", "เสนอ", "เห็น", "พิจารณา", "ชุด", "คณะ", "วิจัยแห่งชาติที่", "สังกัด", "เจ้าของ", "ผู้", "ภาครัฐ", "ส่วน", "ครอบครัว", "เก่า", "เกี่ยว")

// saysWhatFor reports whether a word of the grammar behind a head begins to say in its
// name what a body is for: "มูลนิธิเพื่อผู้บริโภค", "สถาบันเพื่อการยุติธรรม", "คณะทำงานว่าด้วย…".
func (r *reading) saysWhatFor(word string, at int, h head) bool {
	switch word {
	case "ว่าด้วย":
		return h.kind == kg.KindCommittee
	case "เพื่อ":
		return h.text == "มูลนิธิ" || (r.has(at, "เพื่อการ") || r.has(at, "เพื่อความ")) && (h.text == "สถานีโทรทัศน์" || h.text == "สถาบัน" || h.text == "องค์การ")
	}
	return false
}

// guilds begin the names of bodies of people: สมาคมผู้ผลิตอาหารสัตว์ไทย.
var guilds = []string{"สมาคม", "สหพันธ์", "สมาพันธ์", "ชมรม"}

// latinTopic takes in what a board is for where that is told in Latin letters: the
// word that a noun at its end asks for, "คณะทำงานติดตามการพัฒนาพื้นที่ EECd", and one
// before แห่งชาติ, "คณะกรรมการขับเคลื่อน 5G แห่งชาติ".
func (r *reading) latinTopic(stop, limit int) int {
	const longest = 14
	at := stop
	if r.has(at, "พื้นที่") {
		at += 7
	}
	at = r.skipBlanks(at)
	end := at
	for end < limit && end-at < longest && (isLatin(r.at(end)) || isDigit(r.at(end))) {
		end++
	}
	if end == at || at == stop || !isUpper(r.at(at)) && !isUpper(r.at(end-1)) || r.taken[at] != nil {
		return stop
	}
	if next := r.skipBlanks(end); r.has(next, "แห่งชาติ") {
		return next + 8
	}
	if _, asks := r.endsWithAny(r.backBlanks(at), []string{"โครงการ", "พื้นที่", "ระบบ", "เขต"}); asks {
		return end
	}
	return stop
}

// nationalBoard gives the end of the name of a board of several fields that blanks
// part, up to แห่งชาติ, or stop: "สภานโยบายการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรมแห่งชาติ".
func (r *reading) nationalBoard(start, stop, limit int) int {
	const longest = 45
	if r.at(stop) != ' ' || !isThaiLetter(r.at(stop-1)) || r.endsWith(stop, "แห่งชาติ") {
		return stop
	}
	if next := r.skipBlanks(stop); next == stop+1 {
		// "คณะกรรมการส่งเสริมวิทยาศาสตร์ |วิจัยและนวัตกรรม"
		if end := min(r.portfolios(next), limit); strings.Contains(r.str(next, max(next, end)), "และ") && !isThaiLetter(r.at(end)) {
			return end
		}
	}
	fields := stop
	for k := stop; k < min(limit, stop+longest); k++ {
		if r.has(k, "แห่งชาติ") {
			if strings.Contains(r.str(fields, k), "และ") && k-fields > 5 {
				return k + 8
			}
			return stop
		}
		if blank := r.at(k) == ' '; r.taken[k] != nil || !isThaiLetter(r.at(k)) && !blank || r.at(k) == 'ฯ' {
			return stop
		} else if blank {
			if fields = k + 1; r.clauseBegins(fields) || r.stopsAt(fields) && !r.has(fields, "และ") {
				return stop
			}
			if _, link := r.wordAt(fields, notNames); link && !r.has(fields, "และ") {
				return stop
			}
			if _, other := r.lex.heads.At(r.runes, fields); other {
				return stop
			}
		}
	}
	return stop
}

// publicBody gives the end of the name of a public organisation that blanks part,
// as the words behind it tell: "สถาบันส่งเสริมความปลอดภัย อาชีวอนามัย และสภาพแวดล้อมใน
// การทำงาน (องค์การมหาชน)", or stop.
func (r *reading) publicBody(stop, limit int) int {
	const longest = 70
	for k := stop; k < min(limit, stop+longest); k++ {
		if r.at(k) == '(' && r.has(k, "(องค์การมหาชน)") {
			return r.backBlanks(k)
		}
		if r.taken[k] != nil || !isThaiLetter(r.at(k)) && !isBlank(r.at(k)) {
			break
		}
		if _, other := r.lex.heads.At(r.runes, k); other && isBlank(r.at(k-1)) {
			break
		}
	}
	return stop
}

// notInstitutes are words behind สถาบัน, ธนาคาร and the like that name none.
var notInstitutes = newWords("เครือข่าย", "ชั้นนำ", "หลัก", "เกษตรกร", "ศาสนา", "ราชการ", "ความรู้", "เจ้าหนี้", "พระมหากษัตริย์", "แห่งหนึ่ง", "แห่งนี้", "ต่าง", "ของรัฐ", "พี่เลี้ยง", "โครงการ", "โค-", "โคกระบือ", "โค ", "โคและ", "ปูม้า", "ขยะ", "น้ำ", "ต้นไม้", "เมล็ด", "เวลา", "ข้อมูล", "อาหารชุมชน", "การเงิน", "การศึกษา", "อุดมศึกษา", "กวดวิชา", "อาชีวศึกษา", "กลาง", "พาณิชย์")

// namesBegin are words behind which a name begins though no blank shows it.
var namesBegin = newWords("กับ", "และ", "โดย", "ของ", "จาก", "ที่", "ให้", "ใน", "มี", "สังกัด", "ผู้แทน", "ต่อ", "แก่", "เป็น", "ด้วย", "ภายใต้", "ระหว่าง", "แทน", "ประชุม", "ประธาน", "หรือ", "คือ", "ผ่าน", "อาทิ", "ณ", "ถึง", "พร้อม", "เชิญ", "เสนอ", "แต่งตั้ง", "จัดตั้ง", "ฝ่าย", "ด้าน", "ผู้อำนวยการ", "เลขาธิการ", "อธิการบดี",
	"รัฐมนตรีว่าการ", "ปลัด", "อธิบดี", "นายกสภา", "สำหรับ", "ทาง", "แห่ง", "ทั้ง", "สนับสนุน", "รวมถึง", "กรรมการ", "ผู้จัดการ", "ที่ปรึกษา", "โฆษก", "ร่วม", "ภายหลัง", "ประจำ", "ช่วยว่าการ", "ว่าการ", "หัวหน้า", "พบ", "ส่ง", "มอบหมาย", "กรรมการผู้จัดการใหญ่", "ซึ่ง", "ว่า", "ทราบ", "รองประธาน", "อาจารย์", "ไป", "ติดต่อ", "เพื่อ", "โครงการ", "ข้าราชการ", "เจ้าหน้าที่", "ผู้บริหาร", "อธิการ", "นายก", "คณะ", "สายด่วน", "กระทรวง", "ประกาศ", "มติ", "ได้แก่", "ไปยัง", "เยี่ยม", "พา", "นำ", "เข้า", "ชม", "เปิด", "ตั้ง", "ตลอดจน", "กลไก", "ภาย", "เยือน", "เป็นเจ้าภาพ", "ผู้อำนวยการบริหาร", "ผู้อำนวยการใหญ่", "กรรมการบริหาร", "กรรมการผู้จัดการ", "ผู้ว่าการ", "ผู้บังคับ", "ผู้บังคับการ", "ผู้กำกับการ", "ผู้กำกับ", "ผู้บัญชาการ", "ราชการ", "สมาชิก")

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
	if next := r.skipBlanks(stop); r.endsWith(stop, "ประจำ") && next > stop {
		// คณะกรรมการจริยธรรมประจำ สป.มท.
		if m := r.organizationAt(next, limit); m != nil {
			return m.end
		}
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
			if i > start && r.stopsAt(i) && !(r.endsWith(i, "ผู้") && r.has(i, "เป็น")) {
				return r.withoutTail(start, i)
			}
			if m := r.taken[i]; m != nil && m.sort == date {
				return r.withoutTail(start, i)
			}
			i++
		}
		if next := r.skipBlanks(i); next > i && next < limit && (r.endsWith(i, "และ") || r.endsWith(i, "เพื่อ")) &&
			isThaiLetter(r.at(next)) && i-start > 4 {
			if _, other := r.lex.heads.At(r.runes, next); other {
				return r.withoutTail(start, i)
			}
			i = next
			continue
		}
		if next := r.skipBlanks(i); next > i && next < limit {
			if _, royal := r.wordAt(next, royalTails); royal {
				i = next
				continue
			}
		}
		break
	}
	return r.withoutTail(start, i)
}

// royalTails go on behind a blank with the name of a king or queen that a body or place has.
var royalTails = newWords("มหาภูมิพลอดุลยเดช", "บรมนาถบพิตร", "พระบรมราชินีนาถ", "พระบรมราชชนนี", "สยามบรมราชกุมารี", "มหาวชิราลงกรณ", "มหิศรภูมิพล", "พระวชิรเกล้าเจ้าอยู่หัว")

// nameTails are words of the grammar that no name ends with, wholeTails words that
// only seem to end with one.
var (
	nameTails  = newWords("และ", "เพื่อ", "กับ", "ของ", "ในพื้นที่", "พื้นที่", "ใน", "ที่", "จาก", "โดย")
	wholeTails = newWords("หน้าที่", "ท้องที่", "แผนที่", "ภายใน")
)

// withoutTail ends a name before a word of the grammar that only leads over to the next.
func (r *reading) withoutTail(start, end int) int {
	if _, whole := r.wordBefore(end, wholeTails); whole {
		return end
	}
	if tail, ok := r.wordBefore(end, nameTails); ok && end-start > len([]rune(tail)) {
		return end - len([]rune(tail))
	}
	return end
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
		if stop = r.bodyRun(at, limit, false); stop-at < 4 || r.has(at, "เขต") || r.clauseBegins(at) {
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
	if form, broken := r.wordAt(at, statesForms); k == nil && broken {
		// A stray blank within the country's name: "แห่งสาธารณรัฐ ฟิลิปปินส์".
		k, end = r.lex.at(r.lex.spots, r.runes, r.skipBlanks(at+len([]rune(form))))
	}
	if k == nil || k.kind != kg.KindCountry {
		return nil, 0
	}
	return k, end
}

// statesForms begin the full names of countries.
var statesForms = newWords("สาธารณรัฐ", "ราชอาณาจักร", "สหพันธรัฐ", "สหพันธ์สาธารณรัฐ", "สาธารณรัฐประชาชน", "สาธารณรัฐสังคมนิยม", "รัฐ")

// portfolios gives the end of the portfolios that are listed at i, or i.
func (r *reading) portfolios(i int) int {
	end := i
	for at := i; ; {
		next := r.portfolioAt(at)
		best := len([]rune(next))
		if _, office := r.wordAt(at+best, branches); best > 0 && office && at > end {
			return end // "กระทรวงพาณิชย์ พาณิชย์จังหวัด": an office of it
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

// branches are what the offices of a ministry are in.
var branches = newWords("จังหวัด", "ภาค", "อำเภอ")

// portfolioAt gives the longest portfolio at i, or "".
func (r *reading) portfolioAt(i int) string {
	best := ""
	for _, p := range portfolios {
		if len(p) > len(best) && r.has(i, p) && thai.ClusterStart(r.runes, i+len([]rune(p))) {
			best = p
		}
	}
	return best
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
		if strings.HasSuffix(written, word) || !r.mayBegin(i) || thai.Distance([]rune(written), []rune(word), 1) > 1 || !strings.HasSuffix(written, "วง") {
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

// companyWords are words that names of companies go on with behind a blank.
var companyWords = newWords("เอจี", "กรุ๊ป", "เทคโนโลยี่", "เทคโนโลยี", "อินเตอร์เนชั่นแนล", "อินเตอร์เนชันแนล", "คอร์ปอเรชั่น", "คอร์ปอเรชัน", "คอร์ป", "ซิสเต็มส์", "ซิสเต็ม", "โฮลดิ้ง", "เอ็นเนอร์ยี", "เอ็นเนอร์จี้", "มอเตอร์", "อิเล็กทริค", "อิเล็กทรอนิกส์", "โซลูชั่น", "โซลูชัน", "เซอร์วิส", "เน็ตเวิร์ค", "แคปปิตอล",
	"แอสเสท", "ดีเวลลอปเมนท์", "เอเชีย", "คลาวด์", "ดิจิทัล", "มีเดีย", "เทเลคอม", "ฟู้ด", "พาวเวอร์", "กรีน", "เอนจิเนียริ่ง", "แอนด์", "ออโต้", "ออโตโมบิล")

// company reads a company's name: up to จำกัด, in Latin letters, or, where a
// blank sets it off from บริษัท, the word behind: "บริษัท ซีเมนส์ เอจี".
func (r *reading) company(i, word, limit int) *mention {
	at := r.skipBlanks(word)
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
			m := r.bodyNamed(kg.KindCompany, i, end)
			core := tidy(strings.ReplaceAll(strings.TrimPrefix(tidy(r.str(at, end)), "บริษัท"), "(มหาชน)", ""))
			m.thing.say(strings.TrimSuffix(core, " จำกัด"))
			return m
		}
	}
	if k, stop := r.lex.at(r.lex.bodies, r.runes, at); k != nil && k.kind == kg.KindCompany && stop <= limit && stop-at > 5 && isThaiLetter(r.at(at)) && (!isThaiLetter(r.at(stop)) || r.stopsAt(stop)) {
		m := &mention{start: i, end: stop, sort: body, thing: r.named(k, k.kind, r.str(i, stop), i)}
		m.thing.say(r.str(at, stop))
		return m
	}
	end := at
	switch {
	case isUpper(r.at(at)):
		if end = r.latinRun(at); end-at < 2 {
			return nil
		}
	case isThaiLetter(r.at(at)) && (at-word == 1 || r.at(word-1) == '.'):
		if _, no := r.wordAt(at, notNames); no {
			return nil
		}
		if _, no := r.wordAt(at, notCompanies); no || r.stopsAt(at) {
			return nil
		}
		if end = r.nameRun(at, limit); end-at < 3 || end-at > 18 && !r.endsItem(end) || r.at(end) == '.' || r.at(end) == '-' || isThaiLetter(r.at(end)) && !r.stopsAt(end) {
			return nil
		}
		for n := 0; n < 3; n++ {
			next := r.skipBlanks(end)
			w, more := r.wordAt(next, companyWords)
			if next-end == 1 && n == 0 {
				if stop := r.listedCompany(next, limit); stop > 0 {
					end = stop
					break
				}
			}
			if !more || next-end != 1 || isThaiLetter(r.at(next+len([]rune(w)))) {
				break
			}
			end = next + len([]rune(w))
		}
		if next := r.skipBlanks(end); r.endsWith(end, "แอนด์") && isThaiLetter(r.at(next)) {
			end = r.nameRun(next, min(limit, next+18))
		}
		if r.at(end) == 'ฯ' {
			end++
		}
		if w, local := r.hasAny(r.skipBlanks(end), []string{"(ประเทศไทย)", "ประเทศไทย"}); local {
			end = r.skipBlanks(end) + len([]rune(w))
		}
	default:
		return nil
	}
	m := r.bodyNamed(kg.KindCompany, i, end)
	m.thing.say(r.str(at, end))
	return m
}

// endsItem reports whether an item of a list ends at i: at a comma, or before และ and
// another company.
func (r *reading) endsItem(i int) bool {
	next := r.skipBlanks(i)
	return r.at(next) == ',' || r.has(next, "และบริษัท") || r.has(next, "และ บริษัท")
}

// listedCompany gives the end of the name of a company in a list, from its second word
// on, or 0: "บริษัท ทรู |อินเทอร์เน็ต ดาต้า เซ็นเตอร์, บริษัท …".
func (r *reading) listedCompany(i, limit int) int {
	const mostWords, longest = 4, 40
	at := i
	for n := 0; n < mostWords; n++ {
		end := at
		for end < limit && end-i < longest && isThaiLetter(r.at(end)) && r.taken[end] == nil {
			if r.stopsAt(end) || r.clauseBegins(end) {
				return 0
			}
			end++
		}
		if end == at {
			return 0
		}
		if r.endsItem(end) {
			return end
		}
		at = r.skipBlanks(end)
	}
	return 0
}

// notCompanies are words behind a blank that speak of companies in general.
var notCompanies = newWords("ห้าง", "นิติบุคคล", "มหาชน", "ชั้นนำ", "ผู้", "ข้ามชาติ", "ต่างชาติ", "ขนส่ง ", "แม่", "ลูก", "ลูกค้า", "ทัวร์", "นำเที่ยว", "ประกัน", "จัดหา", "รับ", "เข้า", "ก่อสร้าง", "หลักทรัพย์", "หน่วย", "ธุรกิจ", "โรงงาน", "ประชา", "ทำ", "ซอฟต์แวร์", "ในเครือ", "ซื้อ", "ขาย", "ตัวแทน", "องค์กร", "สถาบัน", "ร้าน", "ภาค", "สถาน", "นาย", "พัฒนา ", "เทคโนโลยี ", "ด้าน", "อุตสาหกรรม ", "ประเทศ", "ก", "ข", "ค ")

// latinCommon are words in Latin letters that name no company.
var latinCommon = []string{"Smart", "Digital", "Startup", "Startups", "SMEs", "SME", "AI", "IoT", "Big", "Data", "Cloud", "MOU", "EV", "ICT", "Blockchain", "Platform", "Software", "Hardware", "Fintech", "FinTech", "Robot", "Online", "Application", "Internet", "Social", "Cyber", "Soft", "The", "Center", "Tech", "Innovation", "Business", "Supply", "Global", "New", "NGO", "NGOs", "Ltd", "Inc", "Co", "PCL", "Corp", "PLC"}

// companyList reads the companies in Latin letters that are listed behind one:
// "บริษัท Cisco Systems, Salesforce และ AWS".
func (r *reading) companyList(m *mention, limit int) {
	if m.thing.kind != kg.KindCompany || !isLatin(r.at(m.end-1)) {
		return
	}
	end := m.end
	for n := 0; n < 12; n++ {
		at := r.skipBlanks(end)
		last := false
		if r.at(at) == ',' {
			at = r.skipBlanks(at + 1)
		}
		if r.has(at, "และ") {
			at, last = r.skipBlanks(at+3), true
		}
		if at == r.skipBlanks(end) || at >= limit || !isUpper(r.at(at)) || r.taken[at] != nil {
			return
		}
		words := r.latinWords(at, limit)
		if len(words) == 0 || len(words) > 3 || slices.Contains(latinCommon, r.str(words[0][0], words[0][1])) {
			return
		}
		if k, _ := r.lex.at(r.lex.spots, r.runes, at); k != nil {
			return
		}
		stop := words[len(words)-1][1]
		kind := kg.KindCompany
		k, known := r.lex.at(r.lex.bodies, r.runes, at)
		if k != nil {
			kind, stop = k.kind, known
		}
		if stop-at > 40 || !r.put(&mention{start: at, end: stop, sort: body, thing: r.named(k, kind, r.str(at, stop), at)}) {
			return
		}
		if end = stop; last {
			return
		}
	}
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
	if m := r.latinGroup(i, limit); m != nil {
		return m
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
		end = r.pairedField(words[0][0], end, limit)
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
		if state := r.governmentOf(i, end); state != nil {
			return state
		}
		return &mention{start: i, end: end, sort: body, thing: r.named(nil, kind, r.str(i, end), i)}
	}
	return nil
}

// governmentOf gives the government that a name in English is of the country of a Thai
// one: "Government of Australia", รัฐบาลออสเตรเลีย.
func (r *reading) governmentOf(i, end int) *mention {
	const of, the = "Government of ", "the "
	if !r.has(i, of) {
		return nil
	}
	at := i + len(of)
	if r.has(at, the) {
		at += len(the)
	}
	k, stop := r.lex.at(r.lex.spots, r.runes, at)
	if k == nil || stop != end || k.kind != kg.KindCountry {
		return nil
	}
	t := r.index.governments[k]
	if t == nil || !t.lives() {
		return nil
	}
	t.say(r.str(i, end))
	return &mention{start: i, end: end, sort: body, thing: t}
}

// pairedField takes a second field in where the initials behind it spell the whole name:
// "Organization for Economic Cooperation| and Development (OECD)".
func (r *reading) pairedField(start, end, limit int) int {
	if !r.has(end, " and ") {
		return end
	}
	words := append(r.latinWords(start, end), r.latinWords(end+5, limit)...)
	if r.latinAcronym(words) == 0 {
		return end
	}
	return words[len(words)-1][1]
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
		if !isUpper(r.at(i)) && !slices.Contains([]string{"of", "the", "for", "in", "des", "de", "du", "la", "del", "der", "für"}, word) {
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
var backReferences = newWords("คณะอนุกรรมการฯ", "คณะกรรมการฯ", "สมาคมฯ", "บริษัทฯ", "กระทรวงฯ", "สำนักงานฯ", "ธนาคารฯ", "มหาวิทยาลัยฯ", "สถาบันฯ", "มูลนิธิฯ", "เครือข่ายฯ", "กรมฯ")

// ownReferences do so behind ทาง.
var ownReferences = newWords("ธนาคาร", "บริษัท", "มหาวิทยาลัย", "สมาคม", "สถาบัน", "มูลนิธิ", "กรม")

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
		if t.kind == kg.KindCompany {
			if k := r.lex.companies[companyCore(t.surfaces[0])]; k != nil {
				if other := r.index.thingOf(k); other != nil {
					r.merge(other, t)
				} else {
					t.is(k)
				}
				continue
			}
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

// companyCore is the key of a company's name without its legal form.
func companyCore(name string) string {
	for _, form := range []string{"บริษัท", "จำกัด", "(มหาชน)", "(", ")", "่"} {
		name = strings.ReplaceAll(name, form, "")
	}
	return kg.NameKey(name)
}

// around gives those of a list that stand near one of them.
func around(list []*thing, i int) []*thing {
	return list[max(0, i-mostAlike):min(len(list), i+mostAlike)]
}

// nearThing gives the one of these bodies that is called almost so.
func nearThing(t *thing, name []rune, bodies []*thing) *thing {
	plain := plainKey(t.surfaces[0])
	for _, o := range bodies {
		if o == t || !o.lives() || o.first > t.first && o.known == nil || o.kind != t.kind {
			continue
		}
		for n, k := range o.keys {
			if plainKey(o.surfaces[n]) == plain {
				return o
			}
			key, slips := []rune(k), typoDistance
			if len(key) < 16 {
				slips = 1
			}
			if len(key) >= 11 && thai.Distance(key, name, slips) <= slips && sameDigits(key, name) || len(key) > 24 && strings.ReplaceAll(string(key), "การ", "") == strings.ReplaceAll(string(name), "การ", "") {
				return o
			}
			// บริษัท Lenzing is บริษัท Lenzing Group.
			if o.kind == kg.KindCompany && (isLatin(name[len(name)-1]) && strings.HasPrefix(string(key), string(name)) || strings.HasPrefix(o.surfaces[n], t.surfaces[0]+" ")) {
				return o
			}
		}
	}
	return nil
}

// plainKey is the key of a name with its generic words written out and without
// the words that only link: สนง.ส่งเสริมการค้าเกาหลี.
func plainKey(name string) string {
	return kg.NameKey(plainWords.Replace(name))
}

var plainWords = strings.NewReplacer("สนง.", "สำนักงาน", "รพ.", "โรงพยาบาล", "รร.", "โรงเรียน", "แห่ง", "", "ของ", "")

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
		if thai.Distance(k.name, name, typoDistance) <= typoDistance {
			if best != nil && best != k.known {
				return nil
			}
			best = k.known
		}
	}
	return best
}
