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
var notPlaces = []string{"ประชุมพรรค", "มหาดไทย", "คนไทย", "ชาวไทย", "ภาษาไทย", "กรุงไทย", "ไทยคู่ฟ้า", "ไทยแลนด์", "ไทยพาณิชย์", "กสิกรไทย", "เด็กไทย", "สังคมไทย", "อาหารไทย", "พืชสวนไทย",
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
	{"กรุง", kg.KindCity, false}, {"เมือง", kg.KindCity, false}, {"นคร", kg.KindCity, false},
	{"อำเภอ", kg.KindZone, false}, {"อ.", kg.KindZone, false}, {"ตำบล", kg.KindZone, false}, {"ต.", kg.KindZone, false},
	{"แขวง", kg.KindZone, true}, {"เขต", kg.KindZone, true},
}

// areaHeads are the texts of areaWords.
var areaHeads = func() *words {
	var texts []string
	for _, w := range areaWords {
		texts = append(texts, w.text)
	}
	return newWords(texts...)
}()

// notTowns are words that follow เมือง without naming one.
var notTowns = newWords("แบบ", "เทศบาล", "พื้นที่", "ปกครอง", "ตำบล", "อำเภอ", "จังหวัด", "หมู่บ้าน", "ทหาร", "อัจฉริยะ", "เก่า", "ใหม่", "น่าอยู่", "หลวง", "ต่าง", "ชั้น", "จาก", "หลัก", "รอง", "ท่องเที่ยว", "แห่ง", "ที่", "ไทย", "สำคัญ", "นี้", "นั้น", "และ", "ให้", "ใน", "เพื่อ", "สมาร์ท",
	"อุตสาหกรรม", "การ", "ของ", "คือ", "ได้", "สิ่งแวดล้อม", "ไฮเทค", "กับ", "สมาชิก", "นำร่อง", "ต้นแบบ", "ทั้ง", "เข้า", "อย่าง", "หนาแน่น", "โดย", "มี", "เป็น", "ขนาด", "ยั่งยืน", "ศูนย์", "ชาย", "ทอง", "เดิม", "สีเขียว", "รุ่น", "ร่วม", "ผู้", "มาก", "เศรษฐกิจ", "คาร์บอน", "ปลอด", "สร้างสรรค์", "สู่", "ทุก", "คู่", "พี่", "เดียว", "แม่", "ต้อง", "กำนัน", "ปลัดอำเภอ", "ผู้ใหญ่บ้าน", "ละ ", "จำนวน")

// zoneHeads begin the names of areas.
var zoneHeads = newWords("เขตพัฒนาพิเศษ", "เขตเศรษฐกิจพิเศษ", "ระเบียงเขตเศรษฐกิจ", "ระเบียงเศรษฐกิจ", "นิคมอุตสาหกรรม", "ศูนย์คมนาคม", "เขตส่งเสริมเศรษฐกิจพิเศษ", "เขตนวัตกรรม", "อุทยานวิทยาศาสตร์", "เขตนำร่องการค้าเสรี", "เขตเศรษฐกิจ")

// findPlaces finds the places of the text: known ones, those with a word for
// their kind, and venues.
func (r *reading) findPlaces() {
	for _, b := range r.blocks {
		if b.english {
			r.englishPlaces(b)
			continue
		}
		r.eachFree(b, func(i int) int {
			k, end := r.lex.at(r.lex.spots, r.runes, i)
			if k == nil && end > 0 {
				return end // กรุงไทย names no country
			}
			if m := r.placeAt(i, b.end, k, end); m != nil && r.put(m) {
				return m.end
			}
			return i + 1
		})
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
	if city := r.capitalBody(i, end, limit, k); city != nil {
		return &mention{start: i, end: end, sort: body, thing: r.named(city, city.kind, r.str(i, end), i), bare: true}
	}
	if m := r.area(i, limit); m != nil {
		return m
	}
	if m := r.village(i, limit); m != nil {
		return m
	}
	if k != nil && (k.kind == kg.KindVenue || k.kind == kg.KindZone) && !r.endsWith(i, "ข่าว") && !r.has(end, "เฉียง") {
		if d := r.taken[end-1]; d != nil && d.sort == date && d.start > i {
			r.release(d.start, end) // "ศูนย์ราชการเฉลิมพระเกียรติ 80 พรรษา |5 ธันวาคม 2550"
		}
		return &mention{start: i, end: end, sort: spot, thing: r.named(k, k.kind, r.str(i, end), i)}
	}
	if m := r.zone(i, limit); m != nil {
		return m
	}
	if m := r.venue(i, limit); m != nil {
		return m
	}
	if k != nil {
		if _, money := r.wordBefore(r.backBlanks(i), currencies); !r.standsFree(i, end, k) || money && k.kind == kg.KindCountry {
			return nil
		}
		return &mention{start: i, end: end, sort: spot, thing: r.placeNamed(k, r.str(i, end), i), bare: true}
	}
	return nil
}

// currencies stand before the country whose money they are: "ในรูปดอลลาร์สหรัฐ".
var currencies = newWords("ดอลลาร์", "ดอลล่าร์", "เหรียญ", "เหรียญดอลลาร์", "เงินเยน", "เงินหยวน", "เงินวอน", "ปอนด์", "เงินรูปี")

// thaiThings are people and things that are said to be Thai, which speaks of no place.
var thaiThings = newWords("คน", "ชาว", "ชาย", "หญิง", "ชาวประมง", "เยาวชน", "เด็ก", "แรงงาน", "ยา", "ผ้า", "อาหาร", "มวย", "ข้าว", "สมุนไพร", "แผนโบราณ", "การแพทย์แผน", "แพทย์แผน", "นวด", "ภาพยนตร์", "หนัง", "เพลง", "ดนตรี", "ปี", "สตรี", "นักเรียน", "นักศึกษา", "สินค้า", "ผลไม้", "เงิน", "วัฒนธรรม", "ผู้ประกอบการ", "ธุรกิจ", "กีฬา", "นักกีฬา", "นักท่องเที่ยว", "เกษตรกร", "ชุด", "ศิลปะ", "เครื่องแต่งกาย", "ผู้")

// partners stand before a body that somebody works with.
var partners = newWords("ร่วมกับ", "ร่วมมือกับ", "ประสานกับ", "ร่วมกับทาง")

// capitalBody gives the administration of the capital where the name of the capital stands
// for it: as a partner, "ร่วมกับกรุงเทพมหานครตรวจ…", or among bodies, "กรม ก กทม. และกรม ข".
func (r *reading) capitalBody(start, end, limit int, k *known) *known {
	const capital, administration = "กรุงเทพมหานคร", "th-local:bma"
	if k == nil || k.names[0].Text != capital || !r.has(start, capital) && !r.has(start, "กทม.") || r.has(r.skipBlanks(end), "และปริมณฑล") || r.has(r.skipBlanks(end), "ปริมณฑล") {
		return nil
	}
	before := r.backBlanks(start)
	if _, partner := r.wordBefore(before, partners); partner {
		if next := r.taken[min(r.skipBlanks(end), len(r.runes))]; next != nil && next.sort == spot {
			return nil
		}
		return r.lex.byKey[administration]
	}
	for _, joint := range []string{",", "และ", "กับ"} {
		if r.endsWith(before, joint) {
			before = r.backBlanks(before - len([]rune(joint)))
			break
		}
	}
	after := r.skipBlanks(end)
	if w, ok := r.hasAny(after, []string{",", "และ", "กับ"}); ok {
		after = r.skipBlanks(after + len([]rune(w)))
	}
	if before == 0 || after >= limit {
		return nil
	}
	a, b := r.taken[before-1], r.taken[after]
	if a == nil || b == nil || a.sort != body || b.sort != body || b.start != after || r.isHouse(a) && r.backBlanks(start) == before {
		return nil // "มหาวิทยาลัย ก กรุงเทพมหานคร และ…": where it is
	}
	return r.lex.byKey[administration]
}

// namesEnd are words that may follow a short name though no blank shows it.
var namesEnd = newWords("และ", "ใน", "ที่", "ของ", "มี", "กับ", "ครั้ง", "เข้า", "ว่า", "ต่อ", "จะ", "ประจำ", "เพื่อ", "ร่วม")

// standsFree reports whether a known name at a place is no part of a longer
// word: short names need a boundary or a word of the grammar on either side.
func (r *reading) standsFree(start, end int, k *known) bool {
	if r.at(end) == '.' {
		return false
	}
	if k.kind == kg.KindCountry && (r.endsWith(start, "ภาษา") || r.has(start, "ไทยธรรม") || r.has(start, "ไทยทาน")) {
		return false
	}
	if k.key == "country:TH" && r.str(start, end) == "ไทย" && isThaiLetter(r.at(start-1)) && r.taken[start-1] == nil {
		_, attribute := r.wordBefore(start, thaiThings)
		return !attribute
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
	for _, k := range areaHeads.first.of(r.at(i), r.at(i+1)) {
		w := areaWords[k]
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
	} else if inner := "ในเมือง"; r.has(name, inner) && (word == "ตำบล" || word == "ต.") {
		end = name + len([]rune(inner)) // the subdistrict of many towns
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
	there, _ := r.leadOf(i)
	led := there == ledAt || r.endsWith(before, "ที่") || r.endsWith(before, "ไปยัง") || r.endsWith(before, "นายกเทศมนตรี") || r.endsWith(before, "จาก") || isUpper(r.at(name)) && r.endsWith(before, "ใน")
	key := kg.NameKey(r.str(name, end))
	said := r.index.thingCalled(kind.Class(), key, func(t *thing) bool { return t.kind == kind }) != nil
	switch word {
	case "รัฐ":
	case "นคร":
		if there != ledAt || !followed {
			return nil // นครซานฟรานซิสโก สหรัฐอเมริกา
		}
	case "เมือง", "เขต":
		if !said && !(there == ledAt && word == "เมือง") && !(followed && (led || word != "เมือง" || isUpper(r.at(name)))) && !(led && isUpper(r.at(name))) {
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
		if r.endsWith(end, "พิเศษ") && r.has(end, " ภาค") {
			end = r.nameRun(end+1, limit) // ระเบียงเศรษฐกิจพิเศษ ภาคเหนือ
		}
		if end-at < 4 || strings.Contains(r.str(at, end), "ในต่างประเทศ") {
			return nil
		}
	}
	return &mention{start: i, end: end, sort: spot, thing: r.named(nil, kg.KindZone, r.str(i, end), i)}
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
