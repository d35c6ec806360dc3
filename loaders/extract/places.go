package extract

import (
	"slices"
	"strings"

	"mueang/graph/kg"
)

// prefixOnly are names of places that are common words: they name the place
// behind จังหวัด, จ. or ประเทศ only.
var prefixOnly = []string{"เลย", "ตาก", "แพร่", "น่าน", "ตรัง", "ชาด", "มาลี", "กานา", "เมือง", "ฮาวาย", "กรุงเทพ", "โอมาน", "ตองกา", "Mali", "Chad"}

// notPlaces are words that hold the name of a place and are none.
var notPlaces = []string{"มหาดไทย", "คนไทย", "ชาวไทย", "ภาษาไทย", "กรุงไทย", "ไทยคู่ฟ้า", "ไทยแลนด์", "ไทยพาณิชย์", "กสิกรไทย", "เด็กไทย", "สังคมไทย", "อาหารไทย", "พืชสวนไทย",
	"Thailand 4.0", "ประเทศไทย 4.0", "Thailand i4.0", "ภาษาจีน", "ภาษาเกาหลี", "ภาษาญี่ปุ่น", "ฝ่ายไทย", "ลาวาล", "ไทยเบฟ", "ทีมไทย", "ไทยรัฐ", "ไทยพีบีเอส", "จิตอาสา"}

// places are spellings of known places beside those of the gazetteer.
var places = []struct{ text, key string }{
	{"เกาหลี", "country:KR"}, {"ROK", "country:KR"}, {"Korea", "country:KR"}, {"ประทศไทย", "country:TH"}, {"Kingdom of Thailand", "country:TH"},
	{"สาธารฐเกาหลี", "country:KR"}, {"อินโดนีเชีย", "country:ID"}, {"กรุงเทพ", "th-province:TH-10"},
}

// areaWords stand before the name of a place and say its kind.
var areaWords = []struct {
	text  string
	kind  kg.Kind
	known bool // only before a known name
}{
	{"จังหวัด", kg.KindProvince, true}, {"จ.", kg.KindProvince, true}, {"ประเทศ", kg.KindCountry, true},
	{"มณฑล", kg.KindProvince, false}, {"รัฐ", kg.KindProvince, true},
	{"กรุง", kg.KindCity, false}, {"เมือง", kg.KindCity, false}, {"นคร", kg.KindCity, true},
	{"อำเภอ", kg.KindZone, false}, {"อ.", kg.KindZone, false}, {"ตำบล", kg.KindZone, false}, {"ต.", kg.KindZone, false},
	{"แขวง", kg.KindZone, true}, {"เขต", kg.KindZone, true},
}

// areaFirst holds the letters with which area words begin.
var areaFirst = func() (first [128]bool) {
	for _, w := range areaWords {
		first[[]rune(w.text)[0]-thaiBlock] = true
	}
	return first
}()

// notTowns are words that follow เมือง without naming one.
var notTowns = newWords("แบบ", "เทศบาล", "พื้นที่", "ปกครอง", "ตำบล", "อำเภอ", "จังหวัด", "หมู่บ้าน", "ทหาร", "อัจฉริยะ", "เก่า", "ใหม่", "น่าอยู่", "หลวง", "ต่าง", "ชั้น", "จาก", "หลัก", "รอง", "ท่องเที่ยว", "แห่ง", "ที่", "ไทย", "สำคัญ", "นี้", "นั้น", "และ", "ให้", "ใน", "เพื่อ", "สมาร์ท",
	"อุตสาหกรรม", "การ", "ของ", "คือ", "ได้", "สิ่งแวดล้อม", "ไฮเทค", "กับ", "สมาชิก", "นำร่อง", "ต้นแบบ", "ทั้ง", "เข้า", "อย่าง", "หนาแน่น", "โดย", "มี", "เป็น", "ขนาด", "ยั่งยืน", "ศูนย์", "ชาย", "ทอง", "เดิม", "สีเขียว", "รุ่น", "ร่วม", "ผู้", "มาก", "เศรษฐกิจ", "คาร์บอน", "ปลอด", "สร้างสรรค์", "สู่", "ทุก", "คู่", "พี่", "เดียว", "แม่")

// venueHeads begin the names of buildings and halls.
var venueHeads = newWords("ทำเนียบรัฐบาล", "ศูนย์นิทรรศการ", "ศูนย์การประชุม", "ศูนย์ประชุม", "ศูนย์แสดงสินค้า", "ศูนย์แสดงสินค้าและการประชุม", "โรงแรม", "ห้องประชุม", "ห้องรับรอง", "ห้อง", "หอประชุม",
	"ตึก", "อาคาร", "พระวิหาร", "พระอุโบสถ", "อุโบสถ", "พระตำหนัก", "ศาลากลาง", "ศาลาว่าการ", "ศูนย์การค้า", "ห้างสรรพสินค้า", "สนามกีฬา", "ลานกิจกรรม", "ท้องสนามหลวง", "ท่าอากาศยาน", "สนามบิน", "อนุสาวรีย์", "รัฐสภา", "สวนสาธารณะ", "ตลาด", "สโมสร", "หอศิลป์", "พระที่นั่ง", "วัด", "สถานีกลาง", "ท่าเรือน้ำลึก", "ท่าเรืออุตสาหกรรม", "ฐานทัพเรือ", "เรือนจำ", "โรงเผาขยะ", "โรงไฟฟ้า", "หาด", "ตลาดนัด", "พิพิธภัณฑ์", "เขื่อน", "ศูนย์พัฒนาเด็กเล็ก", "ศูนย์การศึกษา", "ศูนย์การเรียนรู้", "ที่ว่าการอำเภอ", "สถานีรถไฟ", "ไบเทค", "อิมแพค", "อิมแพ็ค", "ไอคอนสยาม", "สยามพารากอน", "เซ็นทรัลเวิลด์", "ทรู ดิจิทัล พาร์ค")

// zoneHeads begin the names of areas.
var zoneHeads = newWords("เขตพัฒนาพิเศษ", "เขตเศรษฐกิจพิเศษ", "ระเบียงเขตเศรษฐกิจ", "ระเบียงเศรษฐกิจ", "นิคมอุตสาหกรรม", "ศูนย์คมนาคม", "เขตส่งเสริมเศรษฐกิจพิเศษ", "เขตนวัตกรรม", "อุทยานวิทยาศาสตร์", "เขตนำร่องการค้าเสรี", "เขตเศรษฐกิจ")

// venueWords in a name behind ณ make it one of a venue.
var venueWords = []string{"รีสอร์ท", "โฮเต็ล", "โฮเทล", "คอนเวนชั่น", "คอนเวนชัน", "เซ็นเตอร์", "เซนเตอร์", "ฮอลล์", "พลาซ่า", "Hotel", "Centre", "Center", "Hall", "Room", "Building", "House", "Convention", "Resort", "Palace", "Plaza", "Tower", "Putra", "Office"}

// ambiguous venue heads need a place behind, or ณ or ที่ before.
var looseVenues = []string{"เรือนจำ", "โรงไฟฟ้า", "พิพิธภัณฑ์", "เขื่อน", "ศูนย์พัฒนาเด็กเล็ก", "ศูนย์การศึกษา", "ศูนย์การเรียนรู้", "ที่ว่าการอำเภอ", "สถานีรถไฟ", "ห้อง", "ตึก", "อาคาร", "ตลาด", "วัด", "สโมสร", "หมู่บ้าน"}

// findPlaces finds the places of the text: known ones, those with a word for
// their kind, and venues.
func (r *reading) findPlaces() {
	for _, b := range r.blocks {
		if b.english {
			r.englishPlaces(b)
			continue
		}
		for i := b.start; i < b.end; {
			if m := r.taken[i]; m != nil {
				i = m.end
				continue
			}
			k, end := r.lex.at(r.lex.spots, r.runes, i)
			if k == nil && end > 0 {
				i = end // กรุงไทย names no country
				continue
			}
			if m := r.placeAt(i, b.end, k, end); m != nil && r.put(m) {
				i = m.end
				continue
			}
			i++
		}
	}
	placed := slices.Clone(r.names)
	slices.SortFunc(placed, byPlace)
	for _, m := range placed {
		if m.sort == spot && !m.bare && (m.thing.kind == kg.KindZone || m.thing.kind == kg.KindVenue) && r.taken[m.start] == m {
			r.define(m)
		}
	}
	r.findAliases(spot)
	r.findNestedPlaces()
	r.settleNames()
	r.settleThings()
}

// placeAt reads the place that begins at i, where the gazetteer knows k up to
// end, or gives nil.
func (r *reading) placeAt(i, limit int, k *known, end int) *mention {
	if isLatin(r.at(i)) {
		return r.latinPlace(i, limit)
	}
	if !isThaiLetter(r.at(i)) {
		return nil
	}
	if m := r.area(i, limit); m != nil {
		return m
	}
	if k != nil && (k.kind == kg.KindVenue || k.kind == kg.KindZone) && !r.endsWith(i, "ข่าว") && !r.has(end, "เฉียง") {
		return &mention{start: i, end: end, sort: spot, thing: r.named(k, k.kind, r.str(i, end), i)}
	}
	if m := r.zone(i, limit); m != nil {
		return m
	}
	if m := r.venue(i, limit); m != nil {
		return m
	}
	if k != nil {
		if !r.standsFree(i, end, k) {
			return nil
		}
		return &mention{start: i, end: end, sort: spot, thing: r.placeNamed(k, r.str(i, end), i), bare: true}
	}
	return nil
}

// namesEnd are words that may follow a short name though no blank shows it.
var namesEnd = newWords("และ", "ใน", "ที่", "ของ", "มี", "กับ", "ครั้ง", "เข้า", "ว่า", "ต่อ", "จะ", "ประจำ", "เพื่อ", "ร่วม")

// standsFree reports whether a known name at a place is no part of a longer
// word: short names need a boundary or a word of the grammar on either side.
func (r *reading) standsFree(start, end int, k *known) bool {
	if r.at(end) == '.' {
		return false
	}
	if end-start > 4 || k.key == "country:TH" {
		return true
	}
	_, follows := r.wordAt(end, namesEnd)
	return r.mayBegin(start) && (!isThaiLetter(r.at(end)) || follows || r.stopsAt(end))
}

// placeNamed gives the thing of a known place. The city and the province of
// one name are one thing within a document: what the document calls it decides
// which (placeKind).
func (r *reading) placeNamed(k *known, surface string, i int) *thing {
	if k.kind != kg.KindProvince && k.kind != kg.KindCity {
		return r.named(k, k.kind, surface, i)
	}
	name := k.names[0].Text
	t := r.index.towns[name]
	if t == nil || !t.lives() {
		t = r.newThing(k.kind, i)
		t.is(k)
		r.index.towns[name] = t
	}
	t.say(surface)
	return t
}

// notStates are words that รัฐ begins: รัฐบาล, รัฐวิสาหกิจ.
var notStates = newWords("มนตรี", "บาล", "วิสาหกิจ", "ธรรมนูญ", "สภา", "ประศาสน", "ประหาร", "บุรุษ", "สมาชิก", "ภาคี", "ต่าง", "ที่")

// notBeforeArea make another word of a word for areas.
var notBeforeArea = newWords("ปริ", "พุทธ", "วิทยา", "ศาล", "สาธารณ", "สหพันธ", "อิสริยาภรณ์", "สหพันธ์", "สมาพันธ", "โครงการ", "ภาค", "ขอบ")

// area reads a place behind a word for its kind: จังหวัดภูเก็ต, เมืองปูซาน.
func (r *reading) area(i, limit int) *mention {
	if !areaFirst[r.at(i)-thaiBlock] {
		return nil
	}
	for _, w := range areaWords {
		if !r.has(i, w.text) {
			continue
		}
		if strings.HasSuffix(w.text, ".") && (isThaiLetter(r.at(i-1)) || r.at(i-1) == '.') {
			continue
		}
		if _, no := r.wordBefore(i, notBeforeArea); no {
			return nil // ปริมณฑล, วิทยาเขต, ศาลแขวง
		}
		if w.text == "กรุง" && !r.mayBegin(i) {
			return nil
		}
		if w.text == "กรุง" {
			if k, end := r.lex.at(r.lex.spots, r.runes, i); k != nil {
				return &mention{start: i, end: end, sort: spot, thing: r.placeNamed(k, r.str(i, end), i), bare: true}
			}
		}
		at := i + len([]rune(w.text))
		name := r.skipBlanks(at)
		if name-at > 1 || name >= limit {
			return nil
		}
		if w.kind != kg.KindZone {
			if k, end := r.knownPlace(name, w.kind); k != nil {
				t := r.placeNamed(k, r.str(i, end), i)
				t.say(r.str(name, end))
				r.vote(t, w.kind)
				return &mention{start: i, end: end, sort: spot, thing: t}
			}
		} else if k, end := r.district(name, limit); k != nil {
			t := r.named(k, kg.KindZone, r.str(i, end), i)
			t.say(r.str(name, end))
			return &mention{start: i, end: end, sort: spot, thing: t}
		}
		if k, end := r.lex.at(r.lex.spots, r.runes, name); k != nil && name == at && k.kind == kg.KindCountry && w.text == "รัฐ" {
			return &mention{start: i, end: end, sort: spot, thing: r.placeNamed(k, r.str(i, end), i)} // รัฐคูเวต
		} else if k != nil && w.text == "เขต" && (k.kind == kg.KindProvince || k.kind == kg.KindCountry || k.kind == kg.KindZone) {
			return nil // เขตกรุงเทพมหานคร
		}
		switch {
		case w.text == "รัฐ":
			stop := r.nameRun(name, limit)
			land, _ := r.ofCountry(stop)
			if _, no := r.wordAt(name, notStates); no || name != at || land == nil && !(r.endsWith(i, "ใน") && isBlank(r.at(stop))) {
				return nil
			}
		case w.known && w.text != "เขต":
			return nil
		}
		return r.unknownArea(i, name, limit, w.text, w.kind)
	}
	return nil
}

// unknownArea reads the name of a place that no gazetteer has.
func (r *reading) unknownArea(i, name, limit int, word string, kind kg.Kind) *mention {
	end := name
	if isUpper(r.at(name)) {
		end = r.latinRun(name)
	} else {
		if _, no := r.wordAt(name, notTowns); no {
			return nil
		}
		if _, no := r.wordAt(name, notNames); no {
			return nil
		}
		end = r.nameRun(name, limit)
		if end-name < 3 || end-name > 18 {
			return nil
		}
	}
	next := r.skipBlanks(end)
	followed := false
	if k, _ := r.lex.at(r.lex.spots, r.runes, next); k != nil {
		followed = true
	}
	for _, w := range []string{"ประเทศ", "สาธารณรัฐ", "จังหวัด", "จ.", "มณฑล", "รัฐ", "เขต", "อำเภอ", "อ.", "กรุงเทพ", "เมือง", "นคร"} {
		followed = followed || r.has(next, w)
	}
	before := r.backBlanks(i)
	led := r.endsWith(before, "ณ") || r.endsWith(before, "ที่") || r.endsWith(before, "ไปยัง") || r.endsWith(before, "นายกเทศมนตรี") || r.endsWith(before, "จาก") || isUpper(r.at(name)) && r.endsWith(before, "ใน")
	key := kg.NameKey(r.str(name, end))
	said := r.index.thingCalled(kind.Class(), key, func(t *thing) bool { return t.kind == kind }) != nil
	switch word {
	case "รัฐ":
	case "เมือง", "เขต":
		if !said && !(followed && (led || word != "เมือง" || isUpper(r.at(name)))) && !(led && isUpper(r.at(name))) {
			return nil
		}
	case "กรุง", "มณฑล":
	default:
		if !followed && !led && !strings.HasSuffix(word, ".") && end-name > 12 {
			return nil
		}
	}
	surface := r.str(name, end)
	if word == "อ." && surface == "เมือง" {
		surface = "อ.เมือง"
	}
	t := r.named(nil, kind, surface, i)
	t.say(r.str(i, end))
	return &mention{start: i, end: end, sort: spot, thing: t}
}

// knownPlace gives the known place of a kind at i: a city may be known as the
// province that it is the seat of.
func (r *reading) knownPlace(i int, kind kg.Kind) (*known, int) {
	match, ok := r.lex.spots.At(r.runes, i)
	if ok && !slices.Contains(match.Values, -1) {
		var other *known
		for _, v := range match.Values {
			k := r.lex.known[v]
			if k.kind == kind {
				return k, match.End
			}
			if kind == kg.KindCity && k.kind == kg.KindProvince || kind == kg.KindProvince && k.kind == kg.KindCity {
				other = k
			}
		}
		return other, match.End
	}
	// Names that are common words too count behind the word for their kind.
	for _, k := range r.lex.prefixed {
		if k.kind == kind && r.has(i, k.names[0].Text) {
			return k, i + len([]rune(k.names[0].Text))
		}
	}
	return nil, 0
}

// district gives the known district or subdistrict at i, unless the name is
// that of several.
func (r *reading) district(i, limit int) (*known, int) {
	end := i
	for end < limit && end <= i+r.lex.longestDistrict && isThaiLetter(r.at(end)) {
		end++
	}
	for stop := min(end, i+r.lex.longestDistrict); stop >= i+3; stop-- {
		if stop < end && !r.stopsAt(stop) {
			continue
		}
		list := r.lex.districts[r.str(i, stop)]
		if len(list) == 0 {
			continue
		}
		if len(list) == 1 || list[0].kind != kg.KindZone {
			return list[0], stop
		}
		return nil, 0
	}
	return nil, 0
}

// vote notes that the document calls a place a city or a province.
func (r *reading) vote(t *thing, kind kg.Kind) {
	if t.known == nil || t.kind == kind || kind != kg.KindCity && kind != kg.KindProvince {
		return
	}
	if kind == kg.KindCity && slices.ContainsFunc(t.surfaces, func(s string) bool {
		return strings.HasPrefix(s, "จังหวัด") || strings.HasPrefix(s, "จ.")
	}) {
		return
	}
	if k := r.lex.towns[town{kind, t.known.names[0].Text}]; k != nil {
		t.kind = kind
		t.is(k)
	}
}

// notZones are words behind the word for a zone that speak of zones in general.
var notZones = newWords("ชายแดน", "ต่าง", "แห่งใหม่", "อย่าง", "เดิม", "เพิ่ม", "อื่น", "อัจฉริยะ", "เชิงนิเวศ")

// zone reads an area: เขตพัฒนาพิเศษภาคตะวันออก, นิคมอุตสาหกรรมอมตะนคร.
func (r *reading) zone(i, limit int) *mention {
	word, ok := r.wordAt(i, zoneHeads)
	if !ok {
		return nil
	}
	at := i + len([]rune(word))
	end := at
	if latin := r.skipBlanks(at); isUpper(r.at(latin)) {
		// เขตเศรษฐกิจ Greater Bay Area
		if end = r.latinRun(latin); end-latin < 6 {
			return nil
		}
	} else {
		if _, no := r.wordAt(at, notNames); no {
			return nil
		}
		if _, no := r.wordAt(at, notZones); no || word == "เขตเศรษฐกิจ" {
			return nil
		}
		end = r.pairedRun(at, limit)
		if end-at < 4 || strings.Contains(r.str(at, end), "ในต่างประเทศ") {
			return nil
		}
	}
	return &mention{start: i, end: end, sort: spot, thing: r.named(nil, kg.KindZone, r.str(i, end), i)}
}

// venueLeaders stand before a house though no blank shows it.
var venueLeaders = newWords("ที่", "ณ", "ใน", "และ", "ไปยัง", "ดูงาน", "เยี่ยมชม", "จาก")

// attached are words for houses that are written together with their name.
var attached = []string{"ท่าเรือน้ำลึก", "ท่าเรืออุตสาหกรรม", "หาด", "เขื่อน", "ตลาดนัด", "ตลาด", "วัด", "ฐานทัพเรือ"}

// notVenues are words behind a word for houses that name none.
var notVenues = newWords("แห่งนี้", "แห่งใหม่", "อย่าง", "เสด็จ", "ใหญ่", "ทราย", "พาณิชย์ ", "นานาชาติ ", "กลางน้ำ", "สด", "ทุน", "เงิน", "แรงงาน", "ต่างประเทศ", "โลก", "ภาย", "ส่งออก", "ใหม่", "ออนไลน์", "หลักทรัพย์", "อาเซียน", "ดิจิทัล", "สินค้า", "พันธบัตร", "ตราสาร", "เอเชีย", "ยุโรป", "อเมริกา", "แอฟริกา", "ตะวัน", "รถยนต์", "เกษตร ", "คาร์บอน", "หลัก", "เป้าหมาย", "ท่องเที่ยว", "ใน", "กลาง ")

// venue reads a building or hall: ตึกบัญชาการ 1, โรงแรมมิราเคิล แกรนด์ คอนเวนชั่น.
func (r *reading) venue(i, limit int) *mention {
	word := ""
	if k := venueHeads.longest(r.runes, i); k >= 0 {
		word = venueHeads.texts[k]
	}
	before := r.backBlanks(i)
	led := r.endsWith(before, "ณ") || r.endsWith(before, "ที่") || r.endsWith(before, "ไปยัง")
	if word == "" {
		return r.ledVenue(i, limit, r.endsWith(before, "ณ") || r.endsWith(before, "ที่") && before == i)
	}
	if _, after := r.wordBefore(i, venueLeaders); isThaiLetter(r.at(i-1)) && !after && word != "ทำเนียบรัฐบาล" && len([]rune(word)) < 8 {
		return nil
	}
	at := i + len([]rune(word))
	if next := r.skipBlanks(at); r.has(next, word) || next > at && slices.Contains(attached, word) || isDigit(r.at(next)) && word == "โรงแรม" {
		return nil
	} else if k, _ := r.lex.at(r.lex.spots, r.runes, next); k != nil && k.kind == kg.KindCountry && word == "ตลาด" {
		return nil
	} else if _, no := r.wordAt(next, notVenues); no {
		return nil
	}
	if word == "ทำเนียบรัฐบาล" || word == "รัฐสภา" {
		if word == "รัฐสภา" && !led || word == "ทำเนียบรัฐบาล" && r.endsWith(i, "ข่าว") {
			return nil
		}
		return &mention{start: i, end: at, sort: spot, thing: r.named(nil, kg.KindVenue, word, i)}
	}
	hall := led && strings.HasPrefix(word, "ห้อง") && (word == "ห้องประชุม" || r.has(r.skipBlanks(at), "ชั้น") || r.taken[at] != nil && r.taken[at].sort == body)
	if _, no := r.wordAt(r.skipBlanks(at), notNames); no && !strings.HasPrefix(word, "ศูนย์") && !hall {
		return nil
	}
	beside := r.taken[max(before-1, 0)]
	if r.endsWith(before, "และ") {
		// "ณ วัด ก วัด ข และวัด ค"
		beside = r.taken[max(r.backBlanks(before-3)-1, 0)]
	}
	if slices.Contains(looseVenues, word) && !led && !(beside != nil && beside.sort == spot) && !r.endsWith(before, "พื้นที่") && !r.endsWith(before, "(ใน") && !r.endsWith(before, "ชม") && !r.endsWith(before, "ดูงาน") {
		return nil
	}
	end := r.venueEnd(at, limit, word)
	if end-i < 5 {
		return nil
	}
	name := tidy(r.str(i, end))
	name = strings.ReplaceAll(name, "และ การ", "และการ")
	t := r.named(nil, kg.KindVenue, name, i)
	t.say(r.str(i, end))
	return &mention{start: i, end: end, sort: spot, thing: t}
}

// ledVenue reads a venue that ณ or ที่ leads in and whose name shows it.
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
	for _, w := range venueWords {
		if at := strings.Index(name, w); at >= 0 {
			return &mention{start: i, end: end, sort: spot, thing: r.named(nil, kg.KindVenue, name, i)}
		}
	}
	return nil
}

// venueEnd gives the end of a venue's name: the run, numbers and floors, and
// for hotels and halls the words until the address begins.
func (r *reading) venueEnd(at, limit int, word string) int {
	end := at
	if m := r.taken[at]; !isBlank(r.at(at)) && !(m != nil && m.sort == body && strings.HasPrefix(word, "ห้อง")) {
		end = r.nameRun(at, limit)
		if r.has(end, "ยัง") && !isThaiLetter(r.at(end+3)) {
			end += 3 // วัดพระยายัง
		}
	}
	spaced := word == "โรงแรม" || word == "อาคาร" || strings.HasPrefix(word, "ศูนย์") || word == "อิมแพค" || word == "ไบเทค"
	for end < limit {
		next := r.skipBlanks(end)
		if next >= limit || r.at(next) == '\n' || next-end > 2 {
			break
		}
		stop := next
		switch {
		case isDigit(r.at(next)) && r.taken[next] == nil:
			for isDigit(r.at(stop)) || r.at(stop) == '-' && isDigit(r.at(stop+1)) {
				stop++
			}
			if r.at(stop) == '.' || r.at(stop) == ')' {
				return end
			}
		case r.has(next, "ชั้น") && isDigit(r.at(r.skipBlanks(next+4))):
			stop = r.skipBlanks(next + 4)
			for isDigit(r.at(stop)) {
				stop++
			}
		case r.has(next, "(หลัง"):
			if stop = r.closing(next) + 1; stop == 1 {
				return end
			}
		case r.taken[next] != nil && r.taken[next].sort == body && (word == "อาคาร" || strings.HasPrefix(word, "ห้อง") || strings.HasSuffix(r.str(at, end), "สำนักงานใหญ่")) && (end == at || strings.HasSuffix(r.str(at, end), "สำนักงานใหญ่")):
			m := r.taken[next]
			if strings.HasPrefix(word, "ห้อง") {
				if isBlank(r.at(at)) {
					return end // "ห้องประชุม กระทรวง A": two names
				}
				r.release(m.start, m.end)
			} else {
				return end
			}
			stop = m.end
		case end == at && (isThaiLetter(r.at(next)) || isUpper(r.at(next))) && r.taken[next] == nil:
			if stop = r.nameRun(next, limit); stop == next {
				stop = r.latinRun(next)
			}
		case spaced && r.taken[next] == nil && (isThaiLetter(r.at(next)) && !r.breaksVenue(next)):
			if stop = r.nameRun(next, limit); stop-next > 16 {
				return end
			}
		case (spaced || word == "ห้องประชุม") && isUpper(r.at(next)) && r.taken[next] == nil:
			stop = r.latinRun(next)
		default:
			return end
		}
		if stop <= end {
			return end
		}
		end = stop
	}
	return end
}

// addressWords begin an address or the next clause.
var addressWords = newWords("ถนน", "ถ.", "เขต", "แขวง", "จังหวัด", "จ.", "อำเภอ", "อ.", "ตำบล", "ต.", "กรุง", "เมือง", "โดย", "เมื่อ", "วัน", "นาย", "นาง", "พล", "ดร.", "ซึ่ง", "เพื่อ", "และ", "มี", "ทั้งนี้", "ประเทศ", "สาธารณรัฐ", "ผู้", "ที่", "ตั้ง", "เวลา", "ใน", "จัด", "พร้อม", "นั้น", "ร่วม", "ได้", "ว่า", "ประทาน", "สรุป", "ภาย", "ระหว่าง", "สำหรับ", "ชั้น", "กระทรวง", "สำนัก", "รอง", "รัฐ", "คณะ", "ทำเนียบ", "พร้อม", "ตึก", "อาคาร", "เสด็จ", "ทรง")

// breaksVenue reports whether what stands at i begins the address or the next
// clause rather than going on with the name of a venue.
func (r *reading) breaksVenue(i int) bool {
	if _, ok := r.wordAt(i, addressWords); ok && !r.has(i, "เมืองทอง") {
		return true
	}
	return r.stopsAt(i)
}

// latinPlace reads a place in Latin letters: known ones, and venues behind ณ,
// at or a comma.
func (r *reading) latinPlace(i, limit int) *mention {
	if i > 0 && isLatin(r.at(i-1)) {
		return nil
	}
	words := r.latinWords(i, limit)
	before := r.backBlanks(i)
	if r.endsWith(before, "the") {
		before = r.backBlanks(before - 3)
	}
	led := r.endsWith(before, "ณ") || r.endsWith(before, "at") || r.at(before-1) == ','
	if len(words) >= 2 && led && isUpper(r.at(i)) {
		last := words[len(words)-1]
		word := r.str(last[0], last[1])
		if slices.Contains(venueWords, word) || r.endsWith(r.backBlanks(i), "ณ") {
			end := last[1]
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
	} else if end > 0 {
		return nil
	}
	return nil
}

// findNestedPlaces lists the countries that foreign ministries name in their
// own names: the place is spoken of there, though the mention is the body's.
func (r *reading) findNestedPlaces() {
	for _, t := range r.things {
		if t.country != nil && t.country.first == 0 {
			t.country.first = t.first
		}
	}
}
