package extract

import (
	"slices"
	"strings"

	"mueang/graph/kg"
)

// Releases often tell of an event by what somebody did rather than by a noun: "วันนี้ (2
// ก.พ. 67) เวลา 09.00 น. ณ ตลาด ก นาย ข รัฐมนตรี … พบปะประชาชนและรับฟังปัญหา". Such a
// deed is an event where its paragraph is dated and names no other one, so that there
// is nothing else for the day and the place to be of.

// deeds are verbs for what officials go somewhere to do, with the type of the event. All
// need an object, named or not, right behind them.
var deeds = []occasionHead{
	{text: "ตรวจติดตาม", subtype: "VISIT"}, {text: "ติดตามความคืบหน้า", subtype: "VISIT"}, {text: "ติดตามความก้าวหน้า", subtype: "VISIT"}, {text: "ติดตามการ", subtype: "VISIT"}, {text: "ตรวจความ", subtype: "VISIT"}, {text: "ตรวจการ", subtype: "VISIT"}, {text: "ตรวจเยี่ยม", subtype: "VISIT"}, {text: "ตรวจราชการ", subtype: "VISIT"}, {text: "ลงพื้นที่", subtype: "VISIT"}, {text: "เยี่ยมชม", subtype: "VISIT"},
	{text: "เยี่ยมติดตาม", subtype: "VISIT"}, {text: "เยี่ยมให้กำลังใจ", subtype: "VISIT"}, {text: "พบปะ", subtype: "VISIT"}, {text: "รับฟังปัญหา", subtype: "VISIT"}, {text: "รับฟังความคิดเห็น", subtype: "VISIT"}, {text: "รับฟังบรรยายสรุป", subtype: "VISIT"}, {text: "รับฟังข้อเสนอ", subtype: "VISIT"},
	{text: "สักการะ", subtype: "OTHER"}, {text: "มอบนโยบาย", subtype: "OTHER"}, {text: "มอบ", subtype: "OTHER"}, {text: "รับมอบ", subtype: "OTHER"}, {text: "รับหนังสือ", subtype: "OTHER"}, {text: "ส่งมอบ", subtype: "OTHER"}, {text: "ให้โอวาท", subtype: "OTHER"}, {text: "บรรยายพิเศษ", subtype: "OTHER"}, {text: "ปาฐกถาพิเศษ", subtype: "OTHER"}, {text: "กล่าวปาฐกถา", subtype: "OTHER"},
	{text: "วางพวงมาลา", subtype: "OTHER"}, {text: "วางพานพุ่ม", subtype: "OTHER"}, {text: "ถวายเครื่องสักการะ", subtype: "OTHER"}, {text: "ถวายเทียน", subtype: "OTHER"}, {text: "ถวายพระพร", subtype: "OTHER"}, {text: "บันทึกเทปถวายพระพร", subtype: "OTHER"}, {text: "ลงนามถวายพระพร", subtype: "OTHER"}, {text: "ปล่อยขบวน", subtype: "OTHER"}, {text: "ปล่อยคาราวาน", subtype: "OTHER"}, {text: "ปล่อยแถว", subtype: "OTHER"},
	{text: "เปิดป้าย", subtype: "OTHER"}, {text: "เปิดตัว", subtype: "OTHER"}, {text: "เปิดศูนย์", subtype: "OTHER"}, {text: "เปิดอาคาร", subtype: "OTHER"}, {text: "เปิดโครงการ", subtype: "OTHER"}, {text: "เปิดกิจกรรม", subtype: "OTHER"}, {text: "แถลงข่าว", subtype: "OTHER"}, {text: "แถลงผลการ", subtype: "OTHER"},
	{text: "ประชุมหารือ", subtype: "MEETING"}, {text: "ประชุมติดตาม", subtype: "MEETING"}, {text: "หารือกระบวนการ", subtype: "MEETING"}, {text: "หารือแนวทาง", subtype: "MEETING"}, {text: "หารือความร่วมมือ", subtype: "MEETING"}, {text: "หารือถึง", subtype: "MEETING"},
}

var deedWords = textsOf(deeds)

// deedLeads stand between the subject of a deed and its verb: "และคณะ |เดินทางไป|พบปะ".
var deedLeads = newWords("ได้", "ร่วม", "ร่วมกัน", "ได้ร่วม", "ได้ร่วมกัน", "ได้เข้าร่วม", "เข้าร่วม", "เดินทาง", "เดินทางไป", "เดินทางมา", "ได้เดินทาง", "ได้เดินทางไป", "เดินทางเข้า", "เป็นผู้แทน", "เป็นตัวแทน")

// otherObjects begin what is no object of a deed: มอบ|หมาย.
var otherObjects = newWords("หมาย", "อำนาจ", "ให้", "ดังกล่าว", "ที่", "จาก", "ต่อ", "ๆ")

// findDeeds reads a deed from each dated paragraph of the text in which no event was found,
// where its headline names none either.
func (r *reading) findDeeds(found []*mention) []*mention {
	if slices.ContainsFunc(found, func(m *mention) bool { return !m.bare && r.isHeadline(m) && m.role != "VISIT" && m.role != "BILATERAL" }) {
		return found
	}
	var done []*mention
	k := 0
	for _, b := range r.blocks {
		told := false
		for ; k < len(found) && found[k].start < b.end; k++ {
			_, over := r.wordBefore(found[k].start, beforehand)
			told = told || found[k].start >= b.start && !over && !r.isReason(found[k])
		}
		if b.english || b.headline || told {
			continue
		}
		if m := r.deedIn(b); m != nil {
			done = append(done, m)
		}
	}
	found = append(found, done...)
	slices.SortStableFunc(found, byPlace)
	return found
}

// deedIn reads the deed that a paragraph tells of first: behind its opening day, which may
// be a line of its own, and who did it, with nothing reported between.
func (r *reading) deedIn(b block) *mention {
	const widest = 900
	from, ahead := r.daySaid(b, b.start), true
	day := r.dayLine(b)
	if from < 0 {
		from, ahead = b.start, day != nil
	}
	acting := false
	for i := from; i < min(b.end, from+widest); i++ {
		if m := r.taken[i]; m != nil {
			acting = acting || m.sort == someone || m.sort == office
			i = m.end - 1
			continue
		}
		if w, other := r.wordAt(i, notDeeds); other {
			at := r.skipBlanks(i + len([]rune(w)))
			if after := beforehand.longest(r.runes, at); after >= 0 {
				i = at + len([]rune(beforehand.texts[after])) - 1
				continue // "เปิดเผยภายหลังพบปะประชาชนว่า …"
			}
			return nil
		}
		if m := r.deedAt(i, b); m != nil && acting {
			if !ahead && !r.hasDayBehind(m, b) {
				m.thing.dropped = true
				return nil
			}
			m.thing.start = day
			return m
		}
	}
	return nil
}

// notDeeds say that somebody spoke, decided, planned or sent another, so that what
// follows is not what happened on the day before them.
var notDeeds = newWords("เปิดเผย", "เผย", "กล่าว", "แถลงว่า", "ระบุ", "ชี้แจง", "เห็นชอบ", "อนุมัติ", "รับทราบ", "มีมติ", "กำหนด", "เตรียม", "เชิญ", "จะ", "ภายหลัง", "หลังจาก", "ก่อน", "ที่ผ่านมา", "เมื่อวัน", "ให้สัมภาษณ์", "แจ้ง", "รายงาน", "มอบหมาย", "สั่งการ", "กรณี", "ประกาศ", "ขอ", "ย้ำ", "โพสต์", "เสด็จ")

// dayLine gives the day of the line before a paragraph that says when what it tells of
// began: "วันที่ 14 พฤษภาคม 2567 เวลา 17.30 น.".
func (r *reading) dayLine(b block) *kg.PartialDate {
	const longest = 80
	end := b.start
	for end > 0 && isSpace(r.at(end-1)) {
		end--
	}
	start := end
	for start > 0 && end-start < longest && r.at(start-1) != '\n' {
		start--
	}
	if !strings.Contains(r.str(start, end), "เวลา") {
		return nil
	}
	return r.lineDate(start, end)
}

// daySaid gives where the day ends that a paragraph opens with, else -1.
func (r *reading) daySaid(b block, from int) int {
	const opening = 25
	for k := r.nextName(from); k < len(r.names) && r.names[k].start < min(from+opening, b.end); k++ {
		if d := r.names[k]; r.datesEvents(d) && d.when.from.Precision() == kg.Day && d.when.to.Value == "" {
			return d.end
		}
	}
	return -1
}

// hasDayBehind reports whether a day and the place behind it end what is said of a deed: "…
// รับฟังปัญหาชาวนา ในวันอังคารที่ 14 พฤษภาคม 2567 ณ ร้าน ก".
func (r *reading) hasDayBehind(m *mention, b block) bool {
	const far = 300
	for k := r.nextName(m.end); k < len(r.names) && r.names[k].start < min(b.end, m.end+far); k++ {
		if d := r.names[k]; r.datesEvents(d) && d.when.from.Precision() == kg.Day {
			return r.has(d.end, " ณ ") || r.has(d.end, " ที่")
		}
	}
	return false
}

// deedAt reads the deed whose verb, or the words that lead over to it, begin behind a
// blank or a name at i.
func (r *reading) deedAt(i int, b block) *mention {
	_, after := r.wordBefore(i, beforehand)
	if !after && !isSpace(r.at(i-1)) && (r.taken[i-1] == nil || r.taken[i-1].end != i) {
		return nil
	}
	verb := i
	if lead := deedLeads.longest(r.runes, i); lead >= 0 {
		verb = r.skipBlanks(i + len([]rune(deedLeads.texts[lead])))
	}
	best := deedWords.longest(r.runes, verb)
	if best < 0 {
		return nil
	}
	h := deeds[best]
	at := verb + len([]rune(h.text))
	const object, complete = 3, 10 // runes; verbs so long hold their object
	next := r.at(r.skipBlanks(at))
	if _, other := r.wordAt(at, otherObjects); other || !isThaiLetter(next) && next != '“' && next != '"' && !isUpper(next) && at-verb < complete {
		return nil
	}
	start := verb
	if r.has(i, "เดินทาง") {
		start = i
	}
	end := r.occasionEnd(start, at, b.end, h.subtype)
	if end == at {
		end = r.titleEnd(at, b.end)
	}
	if end-at < object && at-verb < complete || isPlural(h.subtype, r.str(start, end)) {
		return nil
	}
	t := r.newThing(kg.KindMeeting, start)
	t.subtype, t.local = h.subtype, true
	t.say(strings.TrimSpace(r.str(start, end)))
	return &mention{start: start, end: end, sort: occasion, role: deed, thing: t}
}

// titleEnd gives where the quoted or Latin title ends that stands behind a verb.
func (r *reading) titleEnd(at, limit int) int {
	next := r.skipBlanks(at)
	if c := r.at(next); c == '“' || c == '"' {
		if shut := r.shutQuote(next, limit); shut > next {
			return shut + 1
		}
	}
	return at
}

// deed is the role of the mentions of events that a verb tells of.
const deed = "DEED"
