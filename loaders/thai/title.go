package thai

import (
	"strings"
	"sync"
)

// TitleAt reports whether personal titles stand at i (นาย, พล.อ., ผศ.ดร.,
// ว่าที่ร้อยตรี, H.E. Mr.) with a name behind them, and gives where the last
// one ends. The blanks before the name are not part of it. A word that only
// begins like a title is none: นายก, นายจ้าง, คุณภาพ, สาวนายน, ก.พ.
func TitleAt(runes []rune, i int) (end int, ok bool) {
	end, _, ok = titleAt(runes, i)
	return end, ok
}

// mostTitles bounds the titles of one person: พล.ต.อ. ศ. ดร. นายแพทย์.
const mostTitles = 8

// titleAt is TitleAt, and says whether all the titles are ordinary words too.
func titleAt(runes []rune, i int) (end int, weak, ok bool) {
	if i < 0 || i >= len(runes) {
		return 0, false, false
	}
	t := titles()
	if !t.trie.may(runes, i) || !ClusterStart(runes, i) || i > 0 && latin(runes[i]) && latin(runes[i-1]) {
		return 0, false, false
	}
	first := 0
	weak = true
	for at, n := i, 0; n < mostTitles; n++ {
		title, after := t.at(runes, at)
		if after == 0 || t.ordinary(runes, at, after) {
			break
		}
		if at == i && title.abbreviated && insideAbbreviation(runes, i) {
			return 0, false, false
		}
		weak = weak && title.weak
		if end = after; first == 0 {
			first = after
		}
		if at = gap(runes, after); weak && at > after && runes[at-1] == '\n' {
			break
		}
	}
	if end == 0 {
		return 0, false, false
	}
	name := gap(runes, end)
	if !nameStart(runes, name) {
		return 0, false, false
	}
	crossed, inside := dictionaryAround(runes, i, first)
	stops := nameStops()
	stopped := stops.strong.longest(runes, name) > name ||
		name > end && (stops.weak.longest(runes, name) > name || runes[name-1] == '\n')
	switch {
	case inside && capital(runes[name]), counted(runes, i), afterUnit(runes, i):
		return 0, false, false
	case weak && name > end:
		return end, weak, likelyName(runes, name) && fullName(runes, name)
	case weak || crossed || inside || stopped && !capital(runes[name]):
		return end, weak, likelyName(runes, name)
	}
	return end, weak, true
}

// insideAbbreviation reports whether the abbreviation at i goes on from letters
// before it: the ศ. of พ.ศ., the ดร. of กทดร.
func insideAbbreviation(runes []rune, i int) bool {
	if i == 0 {
		return false
	}
	if runes[i-1] == '.' {
		return i > 1 && consonant(runes[i-2])
	}
	letters := 0
	for j := i - 1; j >= 0 && consonant(runes[j]); j-- {
		letters++
	}
	before := i - letters - 1
	return letters > 0 && letters <= 3 && (before < 0 || !thaiLetter(runes[before]))
}

// dictionaryAround looks for words of the dictionary in the letters before the
// title [i, end). crossed: one runs into the title and none ends before it
// (พัฒนา in พัฒนายกระดับ, but not in มีนางสาว, where มี ends before it).
// inside: one holds the title (เจ้านาย, ขุนนาง, ขอบคุณ).
func dictionaryAround(runes []rune, i, end int) (crossed, inside bool) {
	dictionary := &words().words
	closed := false
	for start := i - 1; start >= 0 && start >= i-12 && thaiLetter(runes[start]); start-- {
		if !ClusterStart(runes, start) {
			continue
		}
		stop := dictionary.longest(runes, start)
		crossed = crossed || stop > i
		inside = inside || stop >= end
		closed = closed || i-start > 1 && dictionary.has(runes[start:i])
	}
	return crossed && !closed, inside
}

// counted reports whether a word stands before i that makes the title a
// classifier or part of a place: ทุกนาย, หลายท่าน, อ่าวนาง.
func counted(runes []rune, i int) bool {
	for _, word := range []string{"ทุก", "หลาย", "แต่ละ", "บาง", "อ่าว"} {
		start := i - len([]rune(word))
		if start < 0 {
			continue
		}
		if end, ok := literal(runes, start, word); ok && end == i {
			return true
		}
	}
	return false
}

// afterUnit reports whether an abbreviation for a place stands right before i:
// ต.นางแดด.
func afterUnit(runes []rune, i int) bool {
	if i < 2 || runes[i-1] != '.' || i > 2 && (thaiLetter(runes[i-3]) || runes[i-3] == '.') {
		return false
	}
	return runes[i-2] == 'ต' || runes[i-2] == 'อ' || runes[i-2] == 'จ' || runes[i-2] == 'บ'
}

// gap passes over at most two blanks, of which one may be a line end: titles
// and names are broken across lines.
func gap(runes []rune, i int) int {
	lines := 0
	for n := 0; n < 2 && i < len(runes); n++ {
		if runes[i] == '\n' {
			lines++
		} else if runes[i] != ' ' {
			break
		}
		if lines > 1 {
			break
		}
		i++
	}
	return i
}

// nameStart reports whether a name may begin at i: two Thai letters or more
// that are no abbreviation, or a Latin capital.
func nameStart(runes []rune, i int) bool {
	if i >= len(runes) {
		return false
	}
	if capital(runes[i]) {
		return true
	}
	end := thaiRun(runes, i)
	if end-i < 2 || dependent(runes[i]) || runes[i] == 'ๆ' || runes[i] == 'ฯ' {
		return false
	}
	consonants := true
	for _, r := range runes[i:end] {
		consonants = consonants && consonant(r)
	}
	// Consonants alone: สว. is an abbreviation, กรณ์ has a mark, but ชวน and
	// พล are names.
	return !consonants || end == len(runes) || runes[end] != '.'
}

func capital(r rune) bool { return r >= 'A' && r <= 'Z' || r >= 0xc0 && r <= 0xde && r != 0xd7 }

// thaiRun gives the end of the run of Thai letters at i.
func thaiRun(runes []rune, i int) int {
	for i < len(runes) && thaiLetter(runes[i]) {
		i++
	}
	return i
}

// presides reports whether the ก at i ends นายก, the head of government, and no
// name begins with it: นายกแพทองธาร, นายกชี้, but not นายกรณ์.
func presides(runes []rune, i int) bool {
	l, stops, run := words(), nameStops(), thaiRun(runes, i)
	given, next := l.given.longest(runes, i), i+1
	switch {
	case next >= run || leadingVowel(runes[next]):
		return true
	case given == run || dependent(runes[next]):
		return false
	case l.given.longest(runes, next) == run:
		return true
	}
	return max(stops.strong.longest(runes, next), stops.weak.longest(runes, next)) > max(given, next)
}

// likelyName asks for evidence that a name begins at i: a listed given name
// that fills its run, two runs that the dictionary does not explain, or two
// capitalised Latin words.
func likelyName(runes []rune, i int) bool {
	if i >= len(runes) {
		return false
	}
	if capital(runes[i]) {
		end, ok := latinName(runes, i)
		if !ok {
			return false
		}
		for _, r := range runes[i:end] {
			if r == ' ' {
				return true
			}
		}
		return false
	}
	l, end := words(), thaiRun(runes, i)
	if end == i || l.given.longest(runes, i) == end {
		return end > i
	}
	next := gap(runes, end)
	if next == end || l.covers(runes, i, end) {
		return false
	}
	stop := thaiRun(runes, next)
	return stop > next+1 && (l.family.has(runes[next:stop]) || !l.covers(runes, next, stop))
}

// fullName reports whether a second part follows the run at i that may be a
// family name.
func fullName(runes []rune, i int) bool {
	if capital(runes[i]) {
		return likelyName(runes, i)
	}
	end := thaiRun(runes, i)
	next := gap(runes, end)
	stop := thaiRun(runes, next)
	if stop < len(runes) && runes[stop] == '.' {
		return false
	}
	return next > end && stop > next+1 && familyLike(runes, next, stop)
}

// title is one way to write a title.
type title struct {
	abbreviated bool
	weak        bool // an ordinary word as well: it needs a listed name behind it
}

type titleTable struct {
	trie     trie
	list     []title
	ordinary func(runes []rune, start, end int) bool
	common   trie // words that begin like a title
}

// at gives the longest title at i, and 0 where there is none.
func (t *titleTable) at(runes []rune, i int) (found title, end int) {
	node := int32(0)
	for j := i; j < len(runes); j++ {
		if node = t.trie.step(node, runes[j]); node < 0 {
			break
		}
		v := t.trie.value(node)
		if v < 0 || !ClusterStart(runes, j+1) && !capital(runes[j]) {
			continue
		}
		next := rune(0)
		if j+1 < len(runes) {
			next = runes[j+1]
		}
		if latin(runes[j]) && (latin(next) || next == '.') {
			continue
		}
		found, end = t.list[v], j+1
	}
	return found, end
}

// titleWords are the titles in full; a ? marks those that are ordinary words
// too.
const titleWords = `นาย นาง นางสาว เด็กชาย? เด็กหญิง? คุณหญิง ท่านผู้หญิง คุณ? ท่าน? หม่อมราชวงศ์ หม่อมหลวง หม่อมเจ้า
	ดอกเตอร์ ด็อกเตอร์ ศาสตราจารย์ รองศาสตราจารย์ ผู้ช่วยศาสตราจารย์ ศาสตราจารย์เกียรติคุณ ศาสตราจารย์กิตติคุณ ศาสตราจารย์พิเศษ
	ศาสตราจารย์คลินิก อาจารย์? นายแพทย์ แพทย์หญิง? ทันตแพทย์หญิง ทันตแพทย์? เภสัชกรหญิง เภสัชกร? สัตวแพทย์หญิง สัตวแพทย์? นายสัตวแพทย์
	พลตำรวจเอก พลตำรวจโท พลตำรวจตรี พลตำรวจจัตวา พลเรือเอก พลเรือโท พลเรือตรี พลอากาศเอก พลอากาศโท พลอากาศตรี พลเอก พลโท พลตรี พลจัตวา
	พันตำรวจเอก พันตำรวจโท พันตำรวจตรี พันเอก พันโท พันตรี นาวาอากาศเอก นาวาอากาศโท นาวาอากาศตรี นาวาเอก นาวาโท นาวาตรี
	นายกองเอก นายกองโท นายกองตรี นายหมวดเอก นายหมวดโท นายหมวดตรี เรืออากาศเอก เรืออากาศโท เรืออากาศตรี เรือเอก? เรือโท? เรือตรี? ร้อยตำรวจเอก ร้อยตำรวจโท ร้อยตำรวจตรี ร้อยเอก? ร้อยโท? ร้อยตรี?
	ว่าที่ร้อยเอก ว่าที่ร้อยโท ว่าที่ร้อยตรี ว่าที่พันตรี ว่าที่พันโท ว่าที่พันเอก จ่าสิบเอก จ่าสิบโท จ่าสิบตรี สิบเอก? สิบโท? สิบตรี? ดาบตำรวจ`

// titleAbbreviations are written with or without blanks between their parts.
const titleAbbreviations = `ดร. มร. ศ. รศ. ผศ. น.ส. ม.ล. ม.ร.ว. ม.จ. นพ. น.พ. พญ. พ.ญ. ทพ. ท.พ. ทพญ. ภก. ภญ. สพ.ญ. น.สพ. นสพ.
	ศ.(พิเศษ) ศ.พิเศษ ศ.(เกียรติคุณ) ศ.เกียรติคุณ ศ.กิตติคุณ ศ.คลินิก ศ.(คลินิก) ศาสตราจารย์(พิเศษ) ศาสตราจารย์(เกียรติคุณ) รศ.(พิเศษ) ผศ.(พิเศษ)
	พล.อ. พล.ท. พล.ต. พล.จ. พล.อ.อ. พล.อ.ท. พล.อ.ต. พล.ร.อ. พล.ร.ท. พล.ร.ต. พล.ต.อ. พล.ต.ท. พล.ต.ต. พล.ต.ต พล.ต.ท พล.ต.จ.
	พ.อ. พ.ท. พ.ต. พ.ต.อ. พ.ต.ท. พ.ต.ต. พ.อ.อ. ร.อ. ร.ท. ร.ต. ร.ต.อ. ร.ต.ท. ร.ต.ต. น.อ. น.ท. น.ต. จ.ส.อ. จ.ส.ต. จ.ส.ท. ส.อ. ส.ต.อ. ด.ต.
	ว่าที่พ.ต. ว่าที่ร.ต. ว่าที่ร.อ. ว่าที่ร.ท. ว่าที่พ.ท. ว่าที่พ.อ. พ.อ.(พิเศษ) น.อ.(พิเศษ) พันเอก(พิเศษ) ด.ร. ผศ.ตร. รศ.ตร. พลฯ`

// titlesEnglish match as they stand.
const titlesEnglish = `Mr.|Mr|Mrs.|Mrs|Ms.|Ms|Miss|MR.|MRS.|MS.|MISS|Madam|Mdm.|Dr.|Dr|DR.|Prof.|Prof|Professor|Assoc. Prof.|Assoc.Prof.|
	Associate Professor|Asst. Prof.|Asst.Prof.|Assistant Professor|H.E.|H.E|Pol Gen|Pol Lt Gen|Pol Lt. Gen|Pol Maj Gen|Pol Maj. Gen|Pol Brig Gen|Pol Col|Pol.Col.|Pol. Col|Pol Lt Col|Pol.Lt.Gen.|Pol.Maj.Gen.|Lt Gen|Maj Gen|Brig Gen|Lt Col|Gen?|Col?|Sheikh|Lord?|Dame|His Excellency|Her Excellency|Gen.|Lt. Gen.|Lt.Gen.|Maj. Gen.|
	Maj.Gen.|Brig. Gen.|Col.|Lt. Col.|Capt.|Maj.|Adm.|Admiral|Vice Admiral|Rear Admiral|Air Chief Marshal|ACM|Air Marshal|Pol. Gen.|Pol.Gen.|
	Pol. Lt. Gen.|Pol. Maj. Gen.|Pol. Col.|Police General|Lieutenant General|Major General|Hon.|Honorable|Honourable|the Honorable|the Honourable|The Honourable|The Honorable|Sir|Dato’|Dato'|Dato|
	ดาโตะ ซรี|ดาโต๊ะ ซรี|ดาโตะ เซอรี|ดาโต๊ะ เซอรี|ดาโตะ สรี|ดาโต๊ะ สรี|ดาโตะ ปาดูกา|ดาโต๊ะ ปาดูกา|ดาโตะ|ดาโต๊ะ|ตัน สรี|ตันสรี|Datuk|Datuk Seri|Dato’ Seri|Dato' Seri|Dato Seri|Tan Sri|Tun|Datin|Datin Seri|Datin Paduka|Dato Paduka|Dato’ Sri|Dato' Sri|Dato Sri|Datuk Sri|Pehin|Pengiran|Tengku|Tunku|M.L.|M.R.|Khun|Khunying|Thanpuying|General?|Colonel?|Captain?|Senator?`

// commonWords begin like a title and are none. นายก is apart: names begin so.
const commonWords = `นายจ้าง นายหน้า นายทุน นายทหาร นายตำรวจ นายอำเภอ นายช่าง นายทะเบียน นายแบบ นายประกัน นายด่าน นายท่า นายสถานี นายเรือ
	นายเงิน นายพราน นายห้าง นายร้อย นายสิบ นายอากร นายตรวจ นางแบบ นางเอก นางงาม นางพยาบาล นางฟ้า นางรำ นางเลิ้ง นางรอง นางสนม นางกำนัล นางนวล
	คุณภาพ คุณธรรม คุณสมบัติ คุณค่า คุณวุฒิ คุณประโยชน์ คุณลักษณะ คุณูปการ คุณแม่ คุณพ่อ คุณครู คุณหมอ คุณงาม คุณความ คุณปู่ คุณย่า คุณตา คุณยาย
	ท่านประธาน ท่านรัฐมนตรี ท่านนายก ท่านผู้ ท่านทูต ท่านอื่น ท่านใด ท่านที่ ท่านได้ ท่านอธิบดี ท่านปลัด ท่านรอง ท่านเอกอัคร อาจารย์ที่ อาจารย์ผู้ อาจารย์ใหญ่
	อาจารย์ประจำ อาจารย์และ อาจารย์มหา แพทย์หญิงและ พลเอกชน เรือเอกชน พลตรีศูล ศาสตราจารย์ประจำ นายแพทย์สาธารณสุข นายแพทย์ใหญ่
	นางเธอ นางสนองพระโอษฐ์ นางพญา นางทาสี นางนอน นางนอง นางแพรว คุณเจ้า เภสัชกรเชี่ยวชาญ เภสัชกรชำนาญ
	นายแพทย์ชำนาญ นายแพทย์เชี่ยวชาญ นายแพทย์ทรงคุณวุฒิ สัตวแพทย์และ นางสาวไทย นางสาวที่ นายพลทหาร นายพลใน`

// presidency follows นาย in นายก, the head of a body.
var presidency = strings.Fields(`กรัฐม กอิ๊ง กตู่ กลุง กหญิง กคนใหม่ กสถา กเทศมนตรี กเทศบาล กสมาคม กสภา กสโมสร กองค์การ กองค์กร กอบจ กอบต กเมือง กเหล่า กกิตติมศักดิ์
	กแพทยสภา กพัทยา กกล่าว กสภามหาวิทยาลัย กฯ กและ กสมาพันธ์ กพุทธสมาคม กทันตแพทยสภา กสถาบัน กได้ กเป็น กท้องถิ่น กก่อตั้ง`)

var titles = sync.OnceValue(func() *titleTable {
	t := &titleTable{}
	var b trieBuilder
	put := func(text string, is title) {
		b.put([]rune(text), int32(len(t.list)))
		t.list = append(t.list, is)
	}
	for word := range strings.FieldsSeq(titleWords) {
		word, weak := strings.CutSuffix(word, "?")
		put(word, title{weak: weak})
		if rest, ok := strings.CutPrefix(word, "ว่าที่"); ok {
			put("ว่าที่ "+rest, title{})
		}
		if strings.HasPrefix(word, "พล") || strings.HasPrefix(word, "พัน") || strings.HasPrefix(word, "ร้อย") {
			put(word+"หญิง", title{})
			put(word+" หญิง", title{})
		}
	}
	for text := range strings.FieldsSeq(titleAbbreviations) {
		is := title{abbreviated: true}
		put(text, is)
		if strings.Count(text, ".") > 1 {
			put(strings.TrimSuffix(strings.ReplaceAll(text, ".", ". "), " "), is)
			if first, rest, ok := strings.Cut(text, "."); ok {
				put(first+". "+rest, is)
			}
		}
		if rest, ok := strings.CutPrefix(text, "ว่าที่"); ok {
			put("ว่าที่ "+rest, is)
		}
		if strings.HasSuffix(text, ".") && (strings.Count(text, ".") > 1 || strings.HasPrefix(text, "ว่าที่")) {
			put(text+"หญิง", is)
			put(text+" หญิง", is)
			if rest, ok := strings.CutPrefix(text, "ว่าที่"); ok {
				put("ว่าที่ "+rest+"หญิง", is)
				put("ว่าที่ "+rest+" หญิง", is)
			}
		}
	}
	for text := range strings.SplitSeq(titlesEnglish, "|") {
		text, weak := strings.CutSuffix(strings.TrimSpace(text), "?")
		put(text, title{weak: weak})
	}
	t.trie = b.build()
	var c trieBuilder
	for word := range strings.FieldsSeq(commonWords) {
		c.put([]rune(word), 1)
	}
	t.common = c.build()
	t.ordinary = func(runes []rune, start, end int) bool {
		if stop := t.common.longest(runes, start); stop > end {
			// นายช่างทอง is no name, but นายอำเภอใจ … may be; a listed name that
			// reaches further than the common word decides.
			return words().given.longest(runes, end) <= stop
		}
		if string(runes[start:end]) != "นาย" {
			return false
		}
		if end+1 == len(runes) && runes[end] == 'ก' {
			return true
		}
		for _, word := range presidency {
			if _, ok := literal(runes, end, word); ok {
				return true
			}
		}
		return end < len(runes) && runes[end] == 'ก' && presides(runes, end)
	}
	return t
})
