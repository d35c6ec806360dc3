package extract

import (
	"slices"
	"strings"

	"mueang/graph/kg"
)

// A venue is a house, a part of one, or a site. Its name is a word for its kind
// and the run behind it ("ร้าน|ริมน้ำ", "ตึก|บัญชาการ 1"), and a row of such names
// goes from the hall to the town: "ห้อง ก ชั้น 2 โรงแรม ข อำเภอ ค จังหวัด ง". How
// much has to stand around it depends on the word: houses are named so anywhere,
// halls behind ณ or ที่ or in a row, and words for sites of any sort only behind ณ
// or before an address.

// venueHeads begin the names of houses, wherever these stand.
var venueHeads = newWords("ทำเนียบรัฐบาล", "ศูนย์นิทรรศการ", "ศูนย์การประชุม", "ศูนย์ประชุม", "ศูนย์แสดงสินค้า", "ศูนย์แสดงสินค้าและการประชุม", "ศูนย์ราชการ", "โรงแรม", "ห้องประชุม", "ห้องรับรอง", "ห้อง", "หอประชุม",
	"ตึก", "อาคาร", "พระวิหาร", "พระอุโบสถ", "อุโบสถ", "พระตำหนัก", "ศาลากลาง", "ศาลาว่าการ", "ศูนย์การค้า", "ห้างสรรพสินค้า", "สนามกีฬา", "ลานกิจกรรม", "ท้องสนามหลวง", "ท่าอากาศยาน", "สนามบิน", "อนุสาวรีย์", "รัฐสภา", "สวนสาธารณะ", "ตลาด", "สโมสร", "หอศิลป์", "พระที่นั่ง", "วัด", "สถานีกลาง", "ท่าเรือน้ำลึก", "ท่าเรืออุตสาหกรรม", "ฐานทัพเรือ", "เรือนจำ", "โรงเผาขยะ", "โรงไฟฟ้า", "หาด", "ตลาดนัด", "พิพิธภัณฑ์", "เขื่อน", "ศูนย์พัฒนาเด็กเล็ก", "ศูนย์การศึกษา", "ศูนย์การเรียนรู้", "ที่ว่าการอำเภอ", "สถานีรถไฟ", "ย่านเมืองเก่า", "เมืองโบราณ", "เมืองเก่า", "ไบเทค", "อิมแพค", "อิมแพ็ค", "ไอคอนสยาม", "สยามพารากอน", "เซ็นทรัลเวิลด์", "ทรู ดิจิทัล พาร์ค", "พระบรมมหาราชวัง", "ราชมังคลากีฬาสถาน", "ศาลหลักเมือง", "ห้องโถง", "โถงกลาง")

// wholeVenues are those of them that are names without any more words.
var wholeVenues = newWords("ทำเนียบรัฐบาล", "รัฐสภา", "ท้องสนามหลวง", "ไอคอนสยาม", "สยามพารากอน", "เซ็นทรัลเวิลด์", "พระบรมมหาราชวัง", "ราชมังคลากีฬาสถาน", "ศาลหลักเมือง")

// looseVenues are those of them that have to be led in, or to stand in a row.
var looseVenues = newWords("รัฐสภา", "ห้องโถง", "โถงกลาง", "เรือนจำ", "โรงไฟฟ้า", "พิพิธภัณฑ์", "เขื่อน", "ศูนย์พัฒนาเด็กเล็ก", "ศูนย์การศึกษา", "ศูนย์การเรียนรู้", "ที่ว่าการอำเภอ", "สถานีรถไฟ", "ห้อง", "ตึก", "อาคาร", "ตลาด", "วัด", "สโมสร")

// sites begin the names of sites of any sort: words as common as these name one
// behind ณ, or before an address.
var sites = newWords("ซอย", "ร้าน", "ร้านอาหาร", "ลาน", "พระลาน", "สนาม", "สถานี", "สวน", "สวนสัตว์", "อุทยาน", "บ้าน", "ชุมชน", "ศูนย์", "จวน", "ท่าเรือ", "ท่าน้ำ", "ด่าน", "จุดผ่านแดน", "โถง", "ชานชาลา", "ค่าย", "โรงละคร", "โรงงาน", "โรงเรียน", "โรงพยาบาล", "โรงเลี้ยง",
	"ที่ทำการ", "มณฑลพิธี", "ศาล", "ศาลา", "พิพิธภัณฑสถาน", "อ่างเก็บน้ำ", "ประตูระบายน้ำ", "ฟาร์ม", "ไร่", "แปลง", "โกดัง", "คลังสินค้า", "ปราสาท", "ถ้ำ", "น้ำตก", "เกาะ", "สะพาน", "ตำหนัก", "วัง", "พระราชวัง", "มัสยิด", "โบสถ์", "อาสนวิหาร", "โครงการ", "หอ", "ห้าง", "เวที", "สระ", "บึง", "กองบิน", "ธนาคาร", "มูลนิธิ", "หมู่บ้าน", "ที่ว่าการ", "สำนักสงฆ์", "สำนักงาน", "เซ็นทรัล", "เดอะมอลล์", "แหลม", "อ่าว", "กองบัญชาการ", "ซุ้ม", "บูธ", "ฮอลล์", "แฟชั่นไอส์แลนด์", "เมกา", "ฟิวเจอร์พาร์ค", "พาร์ค", "วิทยาลัย", "มหาวิทยาลัย", "สถาบัน", "สหกรณ์", "ภูเขา", "ดอย", "แม่น้ำ", "คลอง", "ปากแม่น้ำ", "แก้มลิง", "ฝาย", "ไซต์", "สำนัก", "สถานพินิจและคุ้มครองเด็กและเยาวชน", "สถานสงเคราะห์", "ทัณฑสถาน")

// venueWords in a name behind ณ make it one of a venue.
var venueWords = []string{"รีสอร์ท", "โฮเต็ล", "โฮเทล", "คอนเวนชั่น", "คอนเวนชัน", "เซ็นเตอร์", "เซนเตอร์", "ฮอลล์", "พลาซ่า", "Hotel", "Centre", "Center", "Hall", "Room", "Building", "House", "Convention", "Resort", "Palace", "Plaza", "Tower", "Putra", "Office"}

// lead is what leads a venue in.
type lead uint8

const (
	unled    lead = iota
	ledThere      // ที่, ไปยัง
	ledAt         // ณ, which nothing but a time or a place follows
)

// aroundWords may stand between ณ and a venue: "ณ บริเวณหน้า|ศาลากลาง ก".
var aroundWords = newWords("บริเวณ", "ด้านหน้า", "ด้านหลัง", "ด้านข้าง", "หน้า", "ข้าง", "ริม", "รอบ", "ภายใน", "พื้นที่", "ริมหาด", "สนามหญ้า")

// leadOf gives what leads in the name that begins at i, and where the words for
// it end.
func (r *reading) leadOf(i int) (lead, int) {
	before := r.backBlanks(i)
	switch {
	case r.isAt(r.beforeAround(i)):
		return ledAt, before
	case r.endsWith(before, "ที่") || r.endsWith(before, "ไปยัง"):
		return ledThere, before
	}
	return unled, before
}

// beforeAround gives where what stands before i ends, without blanks and words like
// บริเวณ.
func (r *reading) beforeAround(i int) int {
	at := r.backBlanks(i)
	for n := 0; n < 3; n++ {
		w, ok := r.wordBefore(at, aroundWords)
		if !ok {
			break
		}
		at = r.backBlanks(at - len([]rune(w)))
	}
	return at
}

// isAt reports whether the preposition ณ ends at i: that of คุณ is none.
func (r *reading) isAt(i int) bool {
	if r.at(i-1) != 'ณ' {
		return false
	}
	if !isThaiLetter(r.at(i - 2)) {
		return true
	}
	from, to := r.wordAround(i - 1)
	return from == i-1 && to == i
}

// venueLeaders stand before a house though no blank shows it.
var venueLeaders = newWords("ที่", "ณ", "ใน", "และ", "ไปยัง", "ดูงาน", "เยี่ยมชม", "ตรวจเยี่ยม", "ลงพื้นที่", "ออกจาก", "ถึง", "จาก")

// attached are words for houses that are written together with their name.
var attached = newWords("ย่านเมืองเก่า", "เมืองโบราณ", "เมืองเก่า", "ท่าเรือน้ำลึก", "ท่าเรืออุตสาหกรรม", "หาด", "เขื่อน", "ตลาดนัด", "ตลาด", "วัด", "ฐานทัพเรือ", "เมกา", "พาร์ค", "ศาล", "หอ", "ท่า")

// notVenues are words behind a word for houses that name none.
var notVenues = newWords("แห่งนี้", "แห่งใหม่", "อย่าง", "เสด็จ", "ใหญ่", "ทราย", "พาณิชย์ ", "นานาชาติ ", "กลางน้ำ", "สด", "ทุน", "เงิน", "แรงงาน", "ต่างประเทศ", "โลก", "ภาย", "ส่งออก", "ใหม่", "ออนไลน์", "หลักทรัพย์", "อาเซียน", "ดิจิทัล", "สินค้า", "พันธบัตร", "ตราสาร", "เอเชีย", "ยุโรป", "อเมริกา", "แอฟริกา", "ตะวัน", "รถยนต์", "เกษตร ", "คาร์บอน", "หลัก", "เป้าหมาย", "ท่องเที่ยว", "ใน", "กลาง ", "บริเวณ", "แหล่ง", "สถานบันเทิง")

// notSites are words behind a word for sites that speak of these in general.
var notSites = newWords("ประกอบการ", "ค้า", "ต่าง", "แต่ละ", "ทุก", "ดังกล่าว", "ที่", "ของ", "บริการ", "พัก", "เรือน", "อื่น", "ๆ", "ฯ", "ดี", "ทำงาน", "อาหารและ", "หญ้า", "บริเวณ", "ในเครือ")

// commonNames show a name to be one of many.
var commonNames = []string{"แต่ละ", "ต่างๆ", "ต่าง ๆ", "ทุกแห่ง", "ทั่วประเทศ", "ทั้ง ", "หลายแห่ง"}

// venue reads a building, hall or site: ตึกบัญชาการ 1, โรงแรมมิราเคิล แกรนด์ คอนเวนชั่น.
func (r *reading) venue(i, limit int) *mention {
	led, before := r.leadOf(i)
	word, site := "", false
	if k := venueHeads.longest(r.runes, i); k >= 0 {
		word = venueHeads.texts[k]
	}
	if k := sites.longest(r.runes, i); k >= 0 && len(sites.texts[k]) > len(word) {
		word, site = sites.texts[k], true
	}
	if word == "" {
		return r.ledVenue(i, limit, led == ledAt || led == ledThere && before == i)
	}
	if _, after := r.wordBefore(i, venueLeaders); isThaiLetter(r.at(i-1)) && !after && led != ledAt && word != "ทำเนียบรัฐบาล" && (site || len([]rune(word)) < 8) {
		return nil
	}
	at := i + len([]rune(word))
	if _, whole := r.wordAt(i, wholeVenues); whole {
		if !r.mayStand(i, at, word, false, led) || r.endsWith(i, "ข่าว") {
			return nil
		}
		return &mention{start: i, end: at, sort: spot, thing: r.named(nil, kg.KindVenue, word, i)}
	}
	if next := r.skipBlanks(at); r.has(next, word) || next > at && slices.Contains(attached.texts, word) || isDigit(r.at(next)) && word == "โรงแรม" {
		return nil
	} else if k, _ := r.lex.at(r.lex.spots, r.runes, next); k != nil && k.kind == kg.KindCountry && led != ledAt && (site || word == "ตลาด") {
		return nil
	} else if !site && r.wordStands(next, notVenues) && !(led == ledAt && next == at && word == "หาด") && !(r.has(at, "ใหญ่") && r.isHallAt(i)) || site && r.wordStands(next, notSites) {
		return nil
	}
	hall := led != unled && strings.HasPrefix(word, "ห้อง") && (word == "ห้องประชุม" || word == "ห้องรับรอง" || r.has(r.skipBlanks(at), "ชั้น") || r.taken[at] != nil && r.taken[at].sort == body)
	if no := r.mayNotFollow(r.skipBlanks(at), led); no && !strings.HasPrefix(word, "ศูนย์") && !hall && !r.has(at, "ใหญ่") && word != "จวน" {
		return nil
	}
	end := r.venueEnd(at, limit, word, led == ledAt)
	if r.isHallAt(i) {
		end = r.beforeSite(at, end)
	}
	if end-i < 5 || end == at && !hall && !strings.Contains(word, "โถง") && !strings.HasPrefix(word, "อิมแพ") && word != "ไบเทค" && !(led == ledAt && r.isHallOfNext(i, at)) {
		return nil
	}
	if !r.mayStand(i, end, word, site, led) {
		return nil
	}
	name := tidy(r.str(i, end))
	for _, w := range commonNames {
		if site && strings.Contains(name, w) {
			return nil
		}
	}
	r.release(at, end)
	name = strings.ReplaceAll(name, "และ การ", "และการ")
	t := r.named(nil, kg.KindVenue, name, i)
	t.say(r.str(i, end))
	return &mention{start: i, end: end, sort: spot, thing: t}
}

// beforeSite ends the name of a hall before that of the known site which it is part of:
// "อาคารชาเลนเจอร์ 1|อิมแพ็ค เมืองทองธานี", but "อาคารศูนย์การประชุม อิมแพ็ค".
func (r *reading) beforeSite(at, end int) int {
	for k := at + 2; k < end; k++ {
		if !isBlank(r.at(k-1)) || isBlank(r.at(k)) {
			continue
		}
		if _, site := r.hasAny(k, []string{"อิมแพ", "ไบเทค", "IMPACT", "BITEC"}); site && !r.endsWith(r.backBlanks(k), "ประชุม") && !r.endsWith(r.backBlanks(k), "สินค้า") {
			return r.backBlanks(k)
		}
	}
	return end
}

// wordStands reports whether one of the words stands at i, rather than the
// beginning of a longer one: มี of "ตลาด|มีนบุรี" does not.
func (r *reading) wordStands(i int, list *words) bool {
	w, ok := r.wordAt(i, list)
	return ok && !r.beginsWord(i, i+len([]rune(w)))
}

// isHallAt reports whether the word for a part of a house stands at i.
func (r *reading) isHallAt(i int) bool {
	_, ok := r.wordAt(i, halls)
	return ok
}

// isHallOfNext reports whether a bare word for a part of a house stands before the
// house: "ณ พระอุโบสถ |วัด ก".
func (r *reading) isHallOfNext(i, end int) bool {
	next := r.skipBlanks(end)
	_, house := r.wordAt(next, venueHeads)
	return next > end && house && !r.has(i, "โรงแรม")
}

// mayNotFollow reports whether a word at i shows the word for a venue before it to
// be no beginning of a name. Behind ณ a name may begin as such a word does.
func (r *reading) mayNotFollow(i int, led lead) bool {
	if led == ledAt {
		return r.wordStands(i, notNames)
	}
	_, no := r.wordAt(i, notNames)
	return no
}

// mayStand reports whether enough stands around a venue's name for the word that
// it begins with.
func (r *reading) mayStand(i, end int, word string, site bool, led lead) bool {
	if led == ledAt || !site && !slices.Contains(looseVenues.texts, word) {
		return true
	}
	before := r.beforeShortName(i)
	beside := r.taken[max(before-1, 0)]
	listed := r.endsWith(before, "และ")
	if listed {
		// "ณ วัด ก วัด ข และวัด ค"
		beside = r.taken[max(r.backBlanks(before-3)-1, 0)]
	}
	row := beside != nil && beside.sort == spot
	const shortest = 4
	if site && row && beside.thing.kind == kg.KindVenue && (listed || before < i && word != "โครงการ" && word != "สำนักงาน" && r.isHall(beside)) {
		// "ณ วัด ก และลาน ข", "ณ หอประชุม ก ศูนย์วัฒนธรรม ข"
		if led, _ := r.leadOf(beside.start); led == ledAt {
			return true
		}
	}
	if site {
		return row && len([]rune(word)) >= shortest && beside.thing.kind == kg.KindVenue && before < i && r.isAddressed(end) || led == ledThere && end > i+len([]rune(word)) && r.isAddressed(end)
	}
	if word == "เขื่อน" && end > i+len([]rune(word)) && !isThaiLetter(r.at(i-1)) && !isThaiLetter(r.at(end)) {
		_, common := r.wordAt(i+len([]rune(word)), notDams)
		return !common
	}
	return row || led == ledThere || r.endsWith(before, "พื้นที่") || r.endsWith(before, "(ใน") || r.endsWith(before, "ชม") || r.endsWith(before, "ดูงาน")
}

// beforeShortName gives where what stands before i ends, without blanks and the short
// name of a house in brackets: "ศูนย์ ก (SWOC) |อาคาร ข".
func (r *reading) beforeShortName(i int) int {
	const longest = 14
	before := r.backBlanks(i)
	if r.at(before-1) != ')' {
		return before
	}
	for k := before - 2; k > max(before-longest, 0) && r.at(k) != '\n'; k-- {
		if r.at(k) == '(' {
			return r.backBlanks(k)
		}
	}
	return before
}

// village reads one that its number and subdistrict follow: "บ้าน|หนองบัว หมู่ที่ 3 ตำบล ข".
func (r *reading) village(i, limit int) *mention {
	const word = "บ้าน"
	at := i + len([]rune(word))
	if !r.has(i, word) || !isThaiLetter(r.at(at)) {
		return nil
	}
	const shortest, longest = 2, 20
	end := at
	for end < limit && end <= at+longest && isThaiLetter(r.at(end)) {
		end++ // whatever words the name holds: "บ้าน|เปรม|ใน"
	}
	if _, common := r.wordAt(at, notSites); end-at < shortest || end-at > longest || common || r.endsWith(i, "หมู่") {
		return nil
	}
	no := r.skipBlanks(end)
	lead, ok := r.wordAt(no, villageNumbers)
	if !ok || no == end {
		return nil
	}
	number := r.skipBlanks(no + len([]rune(lead)))
	stop := r.numbersEnd(number)
	if _, ok := r.wordAt(r.skipBlanks(stop), subdistrictWords); stop == number || !ok {
		return nil
	}
	return &mention{start: i, end: end, sort: spot, thing: r.named(nil, kg.KindZone, r.str(i, end), i)}
}

// villageNumbers stand before the number of a village.
var villageNumbers = newWords("หมู่ที่", "หมู่", "ม.")

// notDams are words behind เขื่อน that speak of dams in general, or of a bank.
var notDams = newWords("ขนาด", "ต่าง", "ป้องกัน", "กั้น", "กัน", "เก็บ", "ระบาย", "ทุก", "ทั้ง", "อื่น", "ใน", "เพื่อ", "และ", "ให้", "ไม่", "มี", "หลัก", "เรียง", "ริม", "ดิน", "หิน", "คอนกรีต", "ยาง", "ไฟฟ้า", "พลัง", "ผลิต", "ของ", "เป็น", "ได้", "จะ", "ๆ", "ฯ", "ใต้", "ทด", "แห่ง", "นี้", "ดัง", "ตาม", "ชะลอ", "แต่ละ", "สำคัญ", "รวม", "บาง", "เหนือ", "ท้าย", "ตอน", "น้ำ", "แตก", "เสริม", "โดย", "หรือ", "กับ", "น้อย", "ใหญ่", "กลาง", "เล็ก")

// addresses begin an address.
var addresses = newWords("ตำบล", "ต.", "อำเภอ", "อ.", "จังหวัด", "จ.", "แขวง", "เขต", "ถนน", "ถ.", "กรุงเทพ", "กทม", "หมู่ที่", "หมู่ ")

// isAddressed reports whether an address stands behind a blank at i.
func (r *reading) isAddressed(i int) bool {
	next := r.skipBlanks(i)
	if next == i {
		return false
	}
	_, ok := r.wordAt(next, addresses)
	return ok
}

// notAddressed are words behind ณ that begin no name though an address follows.
var notAddressed = newWords("ณ ", "จุด", "พื้นที่", "บริเวณ", "สถานที่", "หมู่", "จังหวัด", "อำเภอ", "ตำบล", "เขต", "แขวง", "เมือง", "นคร", "กรุง", "ที่", "วัน", "เดือน", "ต่าง", "ทุก", "ภาค", "ภายใน", "หน้า", "ริม", "ด้าน", "ข้าง", "เวลา", "แห่ง", "ช่อง", "หน่วย", "ไตรมาส", "สิ้น", "โอกาส", "ประเทศ", "รัฐ", "สาธารณรัฐ", "มณฑล", "ถนน", "บ้านเลขที่", "เลขที่", "ระดับ")

// ledVenue reads a venue that ณ or ที่ leads in and whose name shows it, or that stands
// between ณ and its address: "ณ |แพปลาทวีโชค ต.ก จ.ข".
func (r *reading) ledVenue(i, limit int, led bool) *mention {
	if !led || i > 0 && isThaiLetter(r.at(i-1)) && !r.endsWith(i, "ที่") {
		return nil
	}
	end := i
	for n := 0; n < 7; n++ {
		at := r.skipBlanks(end)
		if at >= limit || r.taken[at] != nil || !isThaiLetter(r.at(at)) || n > 0 && r.breaksVenue(at) {
			break
		}
		stop := r.nameRun(at, limit)
		if stop == at {
			break
		}
		end = stop
	}
	name := r.str(i, end)
	shown := slices.ContainsFunc(venueWords, func(w string) bool { return strings.Contains(name, w) })
	const shortest = 6
	if _, common := r.wordAt(i, notAddressed); !shown && (common || end-i < shortest || !r.isAt(r.backBlanks(i)) || !r.isAddressed(end)) {
		return nil
	}
	return &mention{start: i, end: end, sort: spot, thing: r.named(nil, kg.KindVenue, name, i)}
}

// venueStops are words of the clause with which the name of a venue does not go
// on, beside those that end any name.
var venueStops = newWords("เชิญชวน", "เพื่อ", "มี", "ว่า", "จัด", "นำ", "ร่วม", "ของ", "ใน", "จาก", "ด้วย", "กว่า", "ตั้งแต่", "ระหว่าง", "พบ", "ถึง", "หน้า", "ตาม", "ประกอบด้วย", "ก่อน", "หลังจาก", "พร้อม", "อีกด้วย", "ช่วง", "เวลา", "รับฟัง", "ติดตาม", "ตรวจ", "เยี่ยม", "และจังหวัด", "บริเวณ", "ที่", "แต่", "ตลอดจน", "อีก", "ยังคง", "ทุก")

// venueRun gives the end of a venue's name at i: the run of a name, up to a word
// of the clause or the province that it ends with, or before the next venue of a
// list.
func (r *reading) venueRun(at, limit int) int {
	end := r.nameRun(at, limit)
	for i := at + 1; i < end; i++ {
		if r.has(i, "จังหวัด") {
			if k, stop := r.knownPlace(i+7, kg.KindProvince); k != nil && stop <= end {
				return stop
			}
		}
		if r.has(i, "และ") {
			_, venue := r.wordAt(i+3, venueHeads)
			_, site := r.wordAt(i+3, sites)
			if (venue || site) && !r.has(i+3, "สถาบัน") {
				return i
			}
		}
		if w, ok := r.wordAt(i, venueStops); ok {
			if from, to := r.wordAround(i); from == i && to <= i+len([]rune(w)) {
				return i
			}
		}
	}
	return end
}

// jubilees are what numbers in the names of houses count: "อาคาร 99 ปี", "ศูนย์ ก
// เฉลิมพระเกียรติ 80 พรรษา 5 ธันวาคม 2550".
var jubilees = newWords("พรรษา", "ปี", "ชันษา")

// countedWords show a number not to be one of a name.
var countedWords = newWords("ราย", "คน", "แห่ง", "ตัว", "หลัง", "ครั้ง", "ล้าน", "บาท", "ไร่", "ตัน", "วัน", "เดือน", "จังหวัด", "ชุด", "ชิ้น", "บูธ", "เปอร์เซ็นต์", "รูป", "ตาราง")

// venueEnd gives the end of a venue's name: the run, numbers and floors, and
// for hotels and halls the words until the address begins.
func (r *reading) venueEnd(at, limit int, word string, led bool) int {
	end := at
	if m := r.taken[at]; !isBlank(r.at(at)) && !(m != nil && m.sort == body && strings.HasPrefix(word, "ห้อง")) {
		end = r.venueRun(at, limit)
		if r.has(end, "ยัง") && !isThaiLetter(r.at(end+3)) {
			end += 3 // วัดพระยายัง
		}
	}
	spaced := word == "โรงแรม" || word == "อาคาร" || strings.HasPrefix(word, "ศูนย์") || word == "อิมแพค" || word == "ไบเทค"
	counted := false // a number stands last
	for end < limit {
		next := r.skipBlanks(end)
		if next >= limit || r.at(next) == '\n' || next-end > 2 {
			break
		}
		stop, number := next, false
		switch {
		case isDigit(r.at(next)) && r.taken[next] != nil && r.taken[next].sort == body && r.taken[next].start < end:
			stop, number = r.taken[next].end, true // "หอประชุม|สมาคมชาวนาเขต 7"
		case isDigit(r.at(next)) && r.taken[next] == nil:
			stop = r.numbersEnd(next)
			if r.at(stop) == '.' || r.at(stop) == ')' {
				return end
			}
			if unit := r.skipBlanks(stop); unit > stop || isThaiLetter(r.at(stop)) {
				if w, ok := r.wordAt(unit, jubilees); ok {
					stop = unit + len([]rune(w))
					if d := r.taken[min(r.skipBlanks(stop), len(r.runes))]; d != nil && d.sort == date && strings.HasSuffix(r.str(at, end), "เฉลิมพระเกียรติ") && d.start == r.skipBlanks(stop) {
						stop = d.end
					}
				} else if _, counts := r.wordAt(unit, countedWords); counts && !r.endsWith(end, "เขต") || isThaiLetter(r.at(stop)) {
					return end // "สนามบิน 40 ราย", "1เมษายน"
				}
			}
			number = true
		case r.has(next, "ชั้น") && isDigit(r.at(r.skipBlanks(next+4))):
			stop = r.numbersEnd(r.skipBlanks(next + 4))
		case r.has(next, "(หลัง"):
			if stop = r.closing(next) + 1; stop == 1 {
				return end
			}
		case r.taken[next] != nil && r.taken[next].sort == body && (word == "อาคาร" || strings.HasPrefix(word, "ห้อง") || strings.HasSuffix(r.str(at, end), "สำนักงานใหญ่")) && (end == at || strings.HasSuffix(r.str(at, end), "สำนักงานใหญ่")):
			m := r.taken[next]
			if !strings.HasPrefix(word, "ห้อง") || isBlank(r.at(at)) && m.end-m.start > 6 {
				return end // "ห้องประชุม กระทรวง A": two names; not "ห้องประชุม MDES 1"
			}
			stop = m.end
		case end == at && (isThaiLetter(r.at(next)) || isUpper(r.at(next))) && r.taken[next] == nil:
			if isUpper(r.at(next)) {
				stop = r.latinVenueEnd(next)
			} else if r.breaksVenue(next) {
				return end
			} else {
				stop = r.venueRun(next, limit)
			}
		case strings.HasPrefix(word, "ห้อง") && isThaiLetter(r.at(next)) && r.at(next+1) == '.' && isBlank(r.at(next+2)) && !r.breaksVenue(next):
			stop = r.venueRun(r.skipBlanks(next+2), limit) // "ห้องประชุมจอมพล ป. พิบูลสงคราม"
		case word == "ห้องประชุม" && end > at && isThaiLetter(r.at(end-1)) && r.taken[next] == nil && isThaiLetter(r.at(next)) && !r.breaksVenue(next):
			// named after somebody: "ห้องประชุมปกรณ์ ใจดี ชั้น 10 กรม ก"
			if stop = r.venueRun(next, limit); stop-next > 16 || !r.housed(stop) {
				return end
			}
		case word == "อาคาร" && r.has(next, "อิมแพ"):
			return end // "อาคาร ก |อิมแพ็ค เมืองทองธานี"
		case spaced && r.taken[next] == nil && (isThaiLetter(r.at(next)) && !r.breaksVenue(next)):
			if stop = r.venueRun(next, limit); stop-next > 16 {
				return end
			}
		case led && next == end+1 && r.taken[next] == nil && isThaiLetter(r.at(next)) && !r.breaksVenue(next):
			// "วัดพระราม 9 กาญจนาภิเษก", "พิพิธภัณฑสถาน ก สมเด็จ ข ตำบล ค"
			if stop = r.venueRun(next, limit); stop-next > 16 || !counted && !r.isAddressed(stop) && r.at(stop) != '\n' {
				return end
			}
		case (spaced || word == "ห้องประชุม") && isUpper(r.at(next)) && r.taken[next] == nil:
			stop = r.latinVenueEnd(next)
		default:
			return end
		}
		if stop <= end {
			return end
		}
		end, counted = stop, number
	}
	return end
}

// housed reports whether a floor, a building or a body follows that a room is in.
func (r *reading) housed(i int) bool {
	next := r.skipBlanks(i)
	if next == i || next >= len(r.runes) {
		return false
	}
	_, in := r.hasAny(next, []string{"ชั้น ", "ชั้น1", "ชั้น2", "ชั้น3", "อาคาร", "ตึก"})
	m := r.taken[next]
	return in || m != nil && m.start == next && (m.sort == body || m.sort == spot)
}

// numbersEnd gives the end of a number, or of several in a row: "1", "1 – 3", "5-6".
func (r *reading) numbersEnd(i int) int {
	for isDigit(r.at(i)) || r.at(i) == '/' && isDigit(r.at(i+1)) {
		i++
	}
	dash := r.skipBlanks(i)
	if r.at(dash) != '-' && r.at(dash) != '–' {
		return i
	}
	to := r.skipBlanks(dash + 1)
	if !isDigit(r.at(to)) {
		return i
	}
	for isDigit(r.at(to)) {
		to++
	}
	return to
}

// latinVenueEnd gives the end of a Latin name of a venue, with what its
// abbreviations, brackets and ampersands lead over to: "St. Regis", "Haneda
// Innovation (HI) City", "Oakwood & Residence".
func (r *reading) latinVenueEnd(i int) int {
	end := r.latinRun(i)
	for n := 0; n < 4; n++ {
		next := end
		switch {
		case r.at(end) == '.' && (r.endsWith(end, "St") || r.endsWith(end, "Mt")):
			next = r.skipBlanks(end + 1)
		case r.has(end, " & "):
			next = end + 3
		case r.has(end, " ("):
			shut := r.closing(end + 1)
			if shut < 0 || shut-end > 8 || r.at(shut+1) != ' ' {
				return end
			}
			next = shut + 2
		default:
			return end
		}
		if !isUpper(r.at(next)) || r.taken[next] != nil {
			return end
		}
		end = r.latinRun(next)
	}
	return end
}

// addressWords begin an address or the next clause.
var addressWords = newWords("ถนน", "ถ.", "เขต", "แขวง", "จังหวัด", "จ.", "อำเภอ", "อ.", "ตำบล", "ต.", "กรุง", "เมือง", "โดย", "เมื่อ", "วัน", "นาย", "นาง", "พล", "ดร.", "ซึ่ง", "เพื่อ", "และ", "มี", "ทั้งนี้", "ประเทศ", "สาธารณรัฐ", "ผู้", "ที่", "ตั้ง", "เวลา", "ใน", "จัด", "พร้อม", "นั้น", "ร่วม", "ได้", "ว่า", "ประทาน", "สรุป", "ภาย", "ระหว่าง", "สำหรับ", "ชั้น", "กระทรวง", "สำนัก", "รอง", "รัฐ", "คณะ", "ทำเนียบ", "พร้อม", "ตึก", "อาคาร", "เสด็จ", "ทรง",
	"กล่าว", "เปิด", "เข้า", "รับ", "หารือ", "ประชุม", "ลง", "นำ", "ให้", "แถลง", "ชี้แจง", "พบ", "ตรวจ", "เยี่ยม", "มอบ", "ปลูก", "ติดตาม", "ยอด", "ท่าน", "ถือ", "กับ", "จาก", "ด้วย", "จึง", "จะ", "ไป", "มา", "เป็น", "อัน", "การ", "งาน", "พิธี", "ครั้ง", "พ.ศ.", "สื่อ", "ประชาชน", "หมู่", "หน้า", "ช่วง", "อีก", "ณ ", "แจ้ง", "ต่อ", "ก่อน", "หลัง", "น.", "ร.", "ราชอาณาจักร", "ม.", "ซ.", "ซอย", "คุณ", "ว่าที่", "ร้อย", "สำหรับ", "ทาง", "สิ่ง", "เชิญ", "แล้ว", "แห่ง", "เดินทาง", "ภาค", "รวม", "อาทิ", "เช่น", "ติดต่อ", "สอบถาม", "โทร", "ทำ")

// breaksVenue reports whether what stands at i begins the address, the next clause
// or the next venue of a row rather than going on with the name of a venue.
func (r *reading) breaksVenue(i int) bool {
	if _, ok := r.wordAt(i, addressWords); ok && !r.has(i, "เมืองทอง") {
		return true
	}
	if _, ok := r.wordAt(i, venueHeads); ok && r.beginsHead(i) && !r.has(i, "อิมแพ") && !r.has(i, "ไบเทค") {
		return true
	}
	return r.stopsAt(i)
}

// beginsHead reports whether the word for a venue at i is one of its own: ห้อง,
// not หาด of หาดใหญ่.
func (r *reading) beginsHead(i int) bool {
	k, _ := r.lex.at(r.lex.spots, r.runes, i)
	return k == nil
}

// latinPlace reads a place in Latin letters: known ones, and venues behind ณ,
// at or a comma.
func (r *reading) latinPlace(i, limit int) *mention {
	if i > 0 && isLatin(r.at(i-1)) {
		return nil
	}
	words := r.latinWords(i, limit)
	before := r.backBlanks(i)
	at := r.isAt(before)
	if r.endsWith(before, "the") {
		before = r.backBlanks(before - 3)
	}
	led := r.isAt(before) || r.endsWith(before, "at") || r.at(before-1) == ','
	if around, _ := r.leadOf(i); around == ledAt {
		at, led = true, true
	}
	if at && len(words) == 1 && isDigit(r.at(r.skipBlanks(words[0][1]))) && slices.Contains(venueWords, r.str(i, words[0][1])) {
		// Hall 5-6
		end := r.numbersEnd(r.skipBlanks(words[0][1]))
		return &mention{start: i, end: end, sort: spot, thing: r.named(nil, kg.KindVenue, r.str(i, end), i)}
	}
	if len(words) >= 2 && led && isUpper(r.at(i)) {
		last := words[len(words)-1]
		word := r.str(last[0], last[1])
		if slices.Contains(venueWords, word) || at {
			end := r.latinVenueEnd(i)
			if k, known := r.lex.at(r.lex.spots, r.runes, i); k == nil || known < end {
				return &mention{start: i, end: end, sort: spot, thing: r.named(nil, kg.KindVenue, r.str(i, end), i)}
			}
		}
	}
	if k, end := r.lex.at(r.lex.spots, r.runes, i); k != nil {
		if !isUpper(r.at(i)) || isLatin(r.at(end)) || r.at(end) == '-' {
			return nil
		}
		// "Bangkok Bank": the name of something else, unless a blank and no capital follow.
		return &mention{start: i, end: end, sort: spot, thing: r.placeNamed(k, r.str(i, end), i), bare: true}
	}
	return nil
}
