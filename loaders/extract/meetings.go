package extract

import (
	"slices"
	"strconv"
	"strings"

	"mueang/graph/kg"
	"mueang/loaders/thai"
)

// occasionHead is a generic word for an event.
type occasionHead struct {
	text    string
	subtype string
	weak    bool // needs a date, a number or somebody who was there
}

// chairLeads stand before what somebody presides over.
var chairLeads = newWords("เป็นประธาน", "เป็นประธานใน", "เป็นประธานการ", "เป็นประธานในการ")

// ceremonies are acts that are events when somebody presides over them.
var ceremonies = []occasionHead{
	{"เปิด", "OTHER", true}, {"ปล่อย", "OTHER", true}, {"มอบ", "AWARD", true}, {"ส่งมอบ", "OTHER", true}, {"รับมอบ", "OTHER", true}, {"แถลง", "OTHER", true}, {"ลงนาม", "SIGNING", true}, {"วาง", "OTHER", true}, {"ทอด", "OTHER", true},
	{"บวงสรวง", "OTHER", true}, {"จุด", "OTHER", true}, {"ทำบุญ", "OTHER", true}, {"ถวาย", "OTHER", true}, {"ปิด", "OTHER", true}, {"อุปสมบท", "OTHER", true}, {"การหารือ", "MEETING", true}, {"การลงนาม", "SIGNING", true}, {"การมอบ", "AWARD", true}, {"การปล่อย", "OTHER", true}, {"การเปิด", "OTHER", true}, {"เปิดตัว", "OTHER", true},
}

var ceremonyWords = textsOf(ceremonies)

// occasionHeads begin the names of meetings and other events.
var occasionHeads = []occasionHead{
	{"งานประชุม", "CONFERENCE", false}, {"การประชุมสุดยอด", "SUMMIT", true}, {"ประชุมสุดยอด", "SUMMIT", true}, {"การประชุม", "MEETING", true}, {"ที่ประชุม", "MEETING", true}, {"ประชุม", "MEETING", true},
	{"การหารือทวิภาคี", "BILATERAL", true}, {"หารือทวิภาคี", "BILATERAL", true}, {"หารือระดับทวิภาคี", "BILATERAL", true}, {"พบหารือ", "BILATERAL", true}, {"การพบหารือ", "BILATERAL", true}, {"การพบกันระหว่าง", "BILATERAL", true}, {"หารือ", "BILATERAL", true},
	{"การหารือ", "BILATERAL", true}, {"ร่วมหารือ", "BILATERAL", true}, {"การหารือเต็มคณะ", "BILATERAL", true}, {"หารือเต็มคณะ", "BILATERAL", true}, {"หารือข้อราชการ", "BILATERAL", true}, {"เข้าพบหารือ", "BILATERAL", true}, {"เข้าพบ", "BILATERAL", true}, {"เข้าหารือ", "BILATERAL", true},
	{"สนทนาทางโทรศัพท์", "BILATERAL", true}, {"หารือทางโทรศัพท์", "BILATERAL", true}, {"เข้าเยี่ยมอำลา", "BILATERAL", true}, {"เยี่ยมอำลา", "BILATERAL", true}, {"พบปะหารือ", "BILATERAL", true}, {"การพบปะ", "BILATERAL", true}, {"เข้าเยี่ยมคำนับ", "BILATERAL", true}, {"ให้การต้อนรับ", "BILATERAL", true},
	{"เข้าเยี่ยมคาราวะ", "BILATERAL", true}, {"เข้าเยี่ยมคารวะ", "BILATERAL", true}, {"การเยี่ยมคารวะ", "BILATERAL", true}, {"เยี่ยมคารวะ", "BILATERAL", true},
	{"ประชุมร่วมกับ", "BILATERAL", true}, {"การประชุมร่วมกับ", "BILATERAL", true}, {"ประชุมหารือร่วมกับ", "BILATERAL", true}, {"การประชุมหารือร่วมกับ", "BILATERAL", true}, {"ประชุมหารือกับ", "BILATERAL", true}, {"ประชุมทวิภาคีกับ", "BILATERAL", true}, {"ประชุมออนไลน์ทวิภาคีกับ", "BILATERAL", true},
	{"พิธีลงนาม", "SIGNING", false}, {"พิธีมอบ", "AWARD", true}, {"พิธีเปิด", "OTHER", true}, {"พิธี", "OTHER", true}, {"การประกวด", "AWARD", true}, {"การจัดประกวด", "AWARD", true},
	{"งานสัมมนา", "SEMINAR", true}, {"การสัมมนา", "SEMINAR", true}, {"สัมมนา", "SEMINAR", true}, {"โครงการสัมมนา", "SEMINAR", true}, {"งานเสวนา", "SEMINAR", true}, {"การอบรม", "SEMINAR", true}, {"การปฐมนิเทศ", "OTHER", true}, {"ปฐมนิเทศ", "OTHER", true},
	{"งานมหกรรม", "EXPO", true}, {"มหกรรม", "EXPO", true}, {"งานนิทรรศการ", "EXPO", true}, {"นิทรรศการ", "EXPO", true}, {"งานแถลงข่าว", "OTHER", true}, {"การแถลงข่าว", "OTHER", true}, {"แถลงข่าว", "OTHER", true}, {"เสวนา", "SEMINAR", true}, {"การเสวนา", "SEMINAR", true}, {"เวทีเสวนา", "SEMINAR", true}, {"การฝึกอบรม", "SEMINAR", true}, {"อบรมเชิงปฏิบัติการ", "SEMINAR", true}, {"อบรม", "SEMINAR", true}, {"โครงการอบรม", "SEMINAR", true}, {"อบรมหลักสูตร", "SEMINAR", true}, {"โครงการฝึกอบรม", "SEMINAR", true}, {"เทศกาล", "EXPO", true}, {"งานเทศกาล", "EXPO", true}, {"งาน", "EXPO", true}, {"กิจกรรม", "OTHER", true},
	{"เดินทางเยือน", "VISIT", true}, {"การเยือน", "VISIT", true}, {"การเดินทางเยือน", "VISIT", true}, {"เยี่ยมชม", "VISIT", true}, {"เข้าเยี่ยมชม", "VISIT", true}, {"ลงพื้นที่", "VISIT", true}, {"ตรวจเยี่ยม", "VISIT", true}, {"ตรวจราชการ", "VISIT", true}, {"เดินทางลงพื้นที่", "VISIT", true}, {"เดินทางตรวจเยี่ยม", "VISIT", true}, {"เดินทางไปตรวจเยี่ยม", "VISIT", true}, {"ลงพื้นที่ตรวจเยี่ยม", "VISIT", true}, {"ลงพื้นที่ตรวจราชการ", "VISIT", true}, {"เยือน", "VISIT", true}, {"เดินทางไปราชการ", "VISIT", true}, {"ตรวจติดตาม", "VISIT", true}, {"ต้อนรับ", "OTHER", true}, {"ดูงาน", "VISIT", true}, {"ศึกษาดูงาน", "VISIT", true}, {"เดินทางไปศึกษาดูงาน", "VISIT", true}, {"เดินทางศึกษาดูงาน", "VISIT", true}, {"เข้าชม", "VISIT", true}, {"เดินทางไปเยี่ยมชม", "VISIT", true}, {"เดินทางไปเยี่ยม", "VISIT", true},
	{"งานเลี้ยง", "OTHER", true}, {"การแถลงนโยบาย", "OTHER", true}, {"การเสด็จพระราชดำเนินเยือน", "VISIT", true},
	{"courtesy call", "BILATERAL", true}, {"official visit", "VISIT", true},
}

// occasionWords are the texts of occasionHeads.
var occasionWords = textsOf(occasionHeads)

func textsOf(heads []occasionHead) *words {
	texts := make([]string, len(heads))
	for i, h := range heads {
		texts[i] = h.text
	}
	return newWords(texts...)
}

// occasionLinks may follow a blank within the name of an event.
var occasionLinks = newWords("ครั้งที่", "สมัยที่", "รุ่นที่", "ประจำปี", "หัวข้อ", "ด้าน", "ว่าด้วย", "ระดับ", "อย่างไม่เป็นทางการ", "อย่างเป็นทางการ", "ประจำ", "ปี 25", "ปี 20", "และนิทรรศการ", "และการประชุม", "และผู้นำ", "และภาคเอกชน", "และงาน", "(", "“", "\"", "'", "‘", "เรื่อง", "ความร่วมมือ", "ของ", "เอ็กซ์โป", "เอเชีย", "ฟอรั่ม", "ซัมมิท")

// findMeetings finds the meetings and other events that the text names.
func (r *reading) findMeetings() {
	var found []*mention
	accords := slices.Clone(r.long) // by place
	for _, b := range r.blocks {
		if b.english {
			r.englishOccasions(b, accords)
			continue
		}
		for i := b.start; i < b.end; i++ {
			if m := r.taken[i]; m != nil && m.start < i || !thai.ClusterStart(r.runes, i) {
				continue
			}
			if end := r.themeEnd(i, b.end); end > i {
				i = end
				continue
			}
			m := r.occasionAt(i, b)
			if m == nil {
				continue
			}
			found = append(found, m)
			i = m.end - 1
		}
	}
	r.long = append(r.long, r.findDeeds(found)...)
	slices.SortStableFunc(r.long, byPlace)
	r.joinOccasions()
}

// furtherMeetings stand behind การประชุม where it names no meeting but what goes with
// one: "การประชุมรัฐมนตรี … และการประชุมอื่น ๆ ที่เกี่ยวข้อง".
var furtherMeetings = newWords("อื่น", "ที่เกี่ยวข้อง", "ต่าง ๆ", "ต่างๆ")

// occasionAt reads the event that begins at i.
func (r *reading) occasionAt(i int, b block) *mention {
	c := r.at(i)
	if isLatin(c) {
		return r.latinOccasion(i, b)
	}
	if isDigit(c) || !isThaiLetter(c) {
		return r.ordinalOccasion(i, b)
	}
	if m := r.taken[i]; m != nil && m.sort == body && r.endsWith(i, "มติ") {
		return r.resolvingMeeting(m)
	}
	if r.taken[i] != nil && r.taken[i].sort != undertaking {
		return nil
	}
	h, at, ok := r.occasionHead(i)
	if !ok {
		return nil
	}
	if _, other := r.wordAt(at, furtherMeetings); other {
		return nil
	}
	end := r.occasionEnd(i, at, b.end, h.subtype)
	if next := r.skipBlanks(at); end == at && next > at && h.text == "งาน" && isThaiLetter(r.at(next)) && (r.endsWith(i, "เปิด") || r.endsWith(i, "เตรียมจัด")) && !r.stopsAt(next) {
		end = r.occasionEnd(i, next, b.end, h.subtype) // "เปิดงาน ของดีเมืองน่าน"
	}
	if h.subtype == "SIGNING" {
		for _, a := range r.longsIn(i+1, max(end, at+4)+longestTitle) {
			if a.sort == accord && a.start <= max(end, at+4) && a.end <= b.end {
				end = max(end, a.end)
			}
		}
	}
	if place := r.taken[min(end+3, len(r.runes))]; h.subtype == "VISIT" && end == at && r.has(end, " ณ ") && place != nil && place.start == end+3 && (place.sort == spot || place.sort == body) {
		end = place.end // "เดินทางไปศึกษาดูงาน ณ A"
	}
	m := &mention{start: i, end: end, sort: occasion, role: h.subtype, bare: r.saysNoMore(at, end)}
	if _, fair := r.wordAt(r.skipBlanks(at), fairWords); fair && h.subtype == "VISIT" && strings.HasSuffix(h.text, "ชม") && !strings.ContainsAny(r.str(at, end), "“\"‘'") {
		return nil // what guests do at a fair: "เข้าชมงาน", "เยี่ยมชมบูธนิทรรศการ"
	}
	if m.bare && h.subtype == "VISIT" && !strings.HasSuffix(h.text, "ลงพื้นที่") && !strings.HasSuffix(h.text, "ตรวจราชการ") && !strings.Contains(h.text, "เยือน") {
		return nil // a visit to nothing
	}
	if m.bare && strings.HasPrefix(h.text, "การ") && h.subtype == "BILATERAL" && h.text != "การเยี่ยมคารวะ" && h.text != "การหารือทวิภาคี" && h.text != "การพบหารือ" {
		return nil // talks with nobody named
	}
	if isPlural(h.subtype, r.str(i, end)) {
		return nil
	}
	t := r.newThing(kg.KindMeeting, i)
	t.subtype = h.subtype
	switch h.subtype {
	case "BILATERAL", "VISIT":
		t.local = true
	}
	if h.text == "พิธีเปิด" && end-at > 6 && openedFairs.at(r.runes, at) >= 0 {
		t.name = tidy(r.str(at, end)) // the fair is what was held, its opening a part of it
		t.say(t.name)
	}
	t.say(r.str(i, end))
	if named := strings.TrimPrefix(r.str(i, end), "งาน"); named != r.str(i, end) && len(named) > 12 {
		t.say(strings.Trim(named, " “”\"‘’"))
	}
	t.subtype = subtypeByName(h.subtype, r.str(i, end))
	if h.subtype == "BILATERAL" {
		r.shortTalks(t, i, at, end)
	}
	m.end = max(end, r.occasionAlias(t, end))
	m.thing = t
	if t.subtype != "BILATERAL" || !r.hasPerson(&mention{start: i, end: m.end}) {
		t.series = r.seriesOf(i, m.end) // else the number is that of what the partner is head of
	}
	return m
}

// saysNoMore reports whether what stands behind the generic word of an event
// names none either: "พิธีเปิด|งานสัมมนา".
func (r *reading) saysNoMore(at, end int) bool {
	for at < end {
		next := occasionWords.longest(r.runes, at)
		if next < 0 || occasionHeads[next].subtype == "BILATERAL" && occasionHeads[next].text != "หารือ" || occasionHeads[next].subtype == "VISIT" {
			break
		}
		at += len([]rune(occasionHeads[next].text))
	}
	return end-at < 3 || strings.TrimPrefix(r.str(at, end), "และ") == "ให้กำลังใจ"
}

// plurals in a name say that it is of many visits or courses: "ลงพื้นที่ทั่วทุกภาค".
var plurals = []string{"ทั่วทุก", "ทั่วประเทศ", "ทุกภาค", "ทุกจังหวัด", "ทุกพื้นที่", "ทุกสังกัด", "หลายจังหวัด", "หลายพื้นที่", "หลายแห่ง"}

// isPlural reports whether a name is of many visits or courses.
func isPlural(subtype, name string) bool {
	return (subtype == "VISIT" || subtype == "SEMINAR") && slices.ContainsFunc(plurals, func(w string) bool { return strings.Contains(name, w) })
}

// resolvingMeeting reads the meeting of a body that its resolution names by its
// number: "มติคณะกรรมการ A (กA) ครั้งที่ 2/2560".
func (r *reading) resolvingMeeting(m *mention) *mention {
	at := r.skipBlanks(m.end)
	if r.at(at) == '(' {
		if shut := r.closing(at); shut > 0 && shut-at < 30 {
			at = r.skipBlanks(shut + 1)
		}
	}
	series, end := r.ordinal(at)
	if end == 0 || strconv.Itoa(series.Year) < firstYear {
		return nil
	}
	t := r.newThing(kg.KindMeeting, m.start)
	t.subtype = "MEETING"
	t.say(r.str(m.start, end))
	t.series = r.seriesOf(m.start, end)
	return &mention{start: m.start, end: end, sort: occasion, role: t.subtype, thing: t}
}

// fairWords stand for a fair or its parts without naming it.
var fairWords = newWords("งาน", "บูธ", "นิทรรศการ", "การแสดง")

// themeWords stand before the quoted theme of a speech or an event, whose words
// tell of no events of their own: "ในหัวข้อ “…ลงพื้นที่…”".
var themeWords = newWords("หัวข้อ", "แนวคิด", "คำขวัญ", "ธีม")

// themeEnd gives where the quoted theme that opens at i ends, or i.
func (r *reading) themeEnd(i, limit int) int {
	if c := r.at(i); c != '“' && c != '"' && c != '‘' && c != '\'' {
		return i
	}
	if _, topic := r.wordBefore(r.backBlanks(i), themeWords); !topic {
		return i
	}
	return max(i, r.shutQuote(i, limit))
}

// occasionHead gives the generic word for an event that begins a name at i, and
// where it ends: a word of the list, or whatever one presides over.
func (r *reading) occasionHead(i int) (h occasionHead, at int, ok bool) {
	if best := occasionWords.longest(r.runes, i); best >= 0 {
		h = occasionHeads[best]
		at = i + len([]rune(h.text))
		if r.occasionStands(i, at, h.text) {
			return h, at, true
		}
	}
	if _, led := r.wordBefore(i, chairLeads); !led {
		return h, at, false
	}
	best := ceremonyWords.longest(r.runes, i)
	if best < 0 {
		return h, at, false
	}
	h = ceremonies[best]
	at = i + len([]rune(h.text))
	if next := r.at(r.skipBlanks(at)); !isThaiLetter(next) && next != '“' && next != '"' && !isUpper(next) {
		return h, at, false
	}
	if _, generic := r.hasAny(at, []string{"งาน", "การประชุม", "ประชุม", "กิจกรรม", "การสัมมนา", "การเสวนา", "การอบรม", "นิทรรศการ"}); generic && strings.HasSuffix(h.text, "เปิด") {
		return h, at, false
	}
	if strings.HasSuffix(h.text, "เปิด") && at < len(r.runes) {
		if _, _, named := r.occasionHead(r.skipBlanks(at)); named {
			return h, at, false // what is opened has a name of its own
		}
	}
	return h, at, true
}

// shortTalks adds the short names of talks: up to the first person in the name,
// and without the persons.
func (r *reading) shortTalks(t *thing, start, at, end int) {
	for _, n := range r.within(&mention{start: start, end: end}) {
		if n.sort != someone && n.sort != office {
			continue
		}
		if n.sort == someone {
			t.say(r.str(start, n.end))
		}
		plain := r.backBlanks(n.start)
		for _, w := range []string{"กับ", "จาก", "ร่วม", "ระหว่าง"} {
			if r.endsWith(plain, w) {
				plain = r.backBlanks(plain - len([]rune(w)))
			}
		}
		if plain > start+7 {
			t.say(r.str(start, plain))
		}
		return
	}
}

// subtypeByName corrects what the first word says by the rest of the name.
func subtypeByName(subtype, name string) string {
	switch {
	case strings.Contains(name, "แถลงข่าวและลงนาม") || strings.Contains(name, "แถลงข่าวและพิธีลงนาม") || strings.Contains(name, "แถลงข่าวและร่วมลงนาม"):
		return "SIGNING"
	case strings.Contains(name, "แถลงข่าวการจัด"), strings.HasPrefix(name, "ตรวจเยี่ยม"):
		return subtype // on a fair, and not the fair
	case strings.Contains(name, "ประกวด") || strings.Contains(name, "Award"):
		return "AWARD"
	case strings.Contains(name, "Expo") || strings.Contains(name, "นิทรรศการ") || strings.Contains(name, "มหกรรม"):
		if subtype != "CONFERENCE" {
			return "EXPO"
		}
	case strings.Contains(name, "สุดยอด") || strings.Contains(name, "Summit"):
		return "SUMMIT"
	case strings.Contains(name, "สัมมนา") || strings.Contains(name, "Seminar"):
		return "SEMINAR"
	case strings.Contains(name, "Conference") || strings.Contains(name, "Forum"):
		if subtype != "MEETING" {
			return "CONFERENCE"
		}
	}
	return subtype
}

// topicLeads stand before the quoted topic of a speech or a seminar.
var topicLeads = newWords("หัวข้อ", "หัวข้อเรื่อง", "ในประเด็น", "ภายใต้แนวคิด")

// isQuotedTopic reports whether i stands in a quoted topic: "ในหัวข้อ 'ดึงนักลงทุน
// |ลงพื้นที่'".
func (r *reading) isQuotedTopic(i int) bool {
	const far = 80
	for k := i - 1; k >= 0 && k > i-far && r.at(k) != '\n'; k-- {
		if c := r.at(k); c == '\'' || c == '"' || c == '“' || c == '‘' || c == '”' || c == '’' {
			_, led := r.wordBefore(r.backBlanks(k), topicLeads)
			return led
		}
	}
	return false
}

// occasionStands refuses generic words that begin no name here.
func (r *reading) occasionStands(i, at int, text string) bool {
	if r.isQuotedTopic(i) {
		return false
	}
	next := r.at(at)
	switch text {
	case "ประชุม", "หารือ", "สัมมนา", "พิธี", "งาน", "กิจกรรม", "มหกรรม", "นิทรรศการ":
		for _, w := range []string{"การ", "ที่", "ผล", "ห้อง", "เบี้ย", "วาระ", "หอ", "ศูนย์", "ศูนย์แสดงสินค้าและการ", "พนัก", "หน่วย", "ดำเนิน", "จ้าง", "โรง", "ทำ", "พลัง", "ราย", "สำนัก", "แรง", "ผู้เข้าร่วม", "วัน", "ปฏิบัติ", "ผู้", "ใช้", "แผน", "ฐาน", "ประสาน", "ชิ้น", "ความ", "ขั้นตอน", "ภาระ", "ระบบ"} {
			if r.endsWith(i, w) && !(text == "ประชุม" && w == "การ") {
				return false
			}
		}
		if text == "ประชุม" && r.endsWith(i, "การ") {
			return false
		}
	}
	switch text {
	case "งาน", "กิจกรรม":
		_, led := r.wordBefore(r.backBlanks(i), eventLeads)
		at = r.skipBlanks(at)
		next = r.at(at)
		if next == '“' || next == '"' || next == '‘' || isUpper(next) {
			return true
		}
		if _, generic := r.wordAt(at, notEventNames); generic || !isThaiLetter(next) {
			return false
		}
		if text == "กิจกรรม" {
			return led && !r.endsWith(r.backBlanks(i), "จัด")
		}
		return led || r.has(at, "ซอฟต์แวร์") || r.has(at, "เทคโนโลยี") || r.has(at, "ประชุม") || r.has(at, "สัปดาห์") || r.has(at, "วัน")
	case "พิธี":
		return !r.has(at, "กร") && !r.has(at, "การ") && !r.has(at, "สาร") && !r.has(at, "สงฆ์") && !r.has(at, "ดังกล่าว") && !r.has(at, "ฯ") && isThaiLetter(next)
	case "ที่ประชุม", "ประชุม", "การประชุม":
		if r.endsWith(i, "ระบบ") || r.endsWith(i, "สถานที่") {
			return false
		}
		if r.has(at, "ร่วมกับ") || r.has(at, "ร่วมรัฐ") || r.has(at, "ดังกล่าว") || r.has(at, "ครั้งนี้") || r.has(at, "แบบ") || r.has(at, "ทางไกล") || r.has(at, "ออนไลน์") || r.has(at, "ใหญ่") && text == "ที่ประชุม" || r.has(at, "ยัง") || r.has(at, "ได้") || r.has(at, "วันนี้") || r.has(at, "รับ") || r.has(at, "เห็น") || r.has(at, "มี") || r.has(at, "พิจารณา") ||
			r.has(at, "วิชาการ") && text == "ประชุม" || r.has(at, "นั้น") || r.has(at, "อนุมัติ") || r.has(at, "ด้วย") || r.has(at, "อย่าง") || r.has(at, "กว่า") || r.has(at, "กลุ่มย่อย") || r.has(at, "เพื่อ") && !r.chairedHere(i) {
			return false
		}
		if at2 := r.skipBlanks(at); at2 > at {
			return r.has(at2, "ASEAN") || isUpper(r.at(at2)) || r.taken[at2] != nil && r.taken[at2].sort == body && r.taken[at2].start == at2 || r.has(at2, "สมัชชา") || r.has(at2, "“")
		}
		return isThaiLetter(next)
	case "หารือ", "พบหารือ":
		for _, w := range []string{"ผลการ", "ประเด็น", "ได้", "การ", "ร่วม", "เข้า", "ร่วมกัน", "จบการ", "กลุ่ม", "ประชุม"} {
			if text == "หารือ" && r.endsWith(i, w) && w != "ได้" && w != "ร่วม" && w != "เข้า" {
				return false
			}
		}
		return r.has(at, "กับ") || r.has(at, "ร่วมกับ") || r.has(at, "ทวิภาคี") || text == "หารือ" && r.has(at, "การพัฒนา") || r.namesSomeone(at)
	case "การหารือ", "ร่วมหารือ", "การพบปะ", "พบปะหารือ", "เข้าหารือ", "หารือข้อราชการ":
		_, with := r.hasAny(r.skipBlanks(at), []string{"กับ", "ร่วมกับ", "ทวิภาคี", "ระหว่าง", "เต็มคณะ", "“"})
		return with || r.namesSomeone(at)
	case "ประชุมร่วมกับ", "การประชุมร่วมกับ", "ประชุมหารือร่วมกับ", "การประชุมหารือร่วมกับ", "ประชุมหารือกับ":
		return !r.endsWith(i, "ที่") && !r.endsWith(i, "ห้อง") && !r.endsWith(i, "การ") && !r.endsWith(i, "ตำแหน่งประธาน") && (r.chairedHere(i) || r.hasPartner(at))
	case "อบรม":
		_, held := r.wordBefore(i, courseLeads)
		_, named := r.hasAny(r.skipBlanks(at), []string{"“", "\"", "‘", "ทางไกล", "ครู"})
		return held && named
	case "การเยือน":
		return !r.endsWith(i, "แลกเปลี่ยน") && !r.has(at, "ระดับสูง") && !r.has(at, "ระหว่างกัน")
	case "เข้าพบ":
		return !r.endsWith(i, "การ") && !r.has(at, "ปะ")
	case "ให้การต้อนรับ":
		return r.namesSomeone(at) && r.receives(i, at)
	case "ตรวจราชการ", "ตรวจติดตาม", "เยือน":
		if r.endsWith(i, "ผู้") || r.endsWith(i, "เขต") {
			return false
		}
		next := r.skipBlanks(at)
		m := r.taken[min(next, len(r.runes))]
		_, place := r.hasAny(next, []string{"พื้นที่", "ณ ", "ใน", "จังหวัด", "ประเทศ", "จ."})
		return m != nil && m.sort == spot || place && text != "เยือน"
	case "แถลงข่าว":
		_, named := r.hasAny(at, []string{"การจัดงาน", "เปิดตัว", "ความร่วมมือ", "ร่วม", "โครงการ", "งาน", "จัดงาน", "การแข่งขัน"})
		return named && !r.endsWith(i, "ศูนย์") && !r.endsWith(i, "ห้อง")
	case "เสวนา", "การเสวนา", "เวทีเสวนา", "การฝึกอบรม", "เทศกาล", "งานเทศกาล":
		next := r.skipBlanks(at)
		_, named := r.hasAny(next, []string{"“", "\"", "‘", "หัวข้อ", "ในหัวข้อ", "เรื่อง", "หลักสูตร", "เชิงปฏิบัติการ"})
		_, led := r.wordBefore(r.backBlanks(i), eventLeads)
		return named || isUpper(r.at(next)) || led && text == "งานเทศกาล" && next == at && isThaiLetter(r.at(at))
	case "นิทรรศการ", "มหกรรม", "สัมมนา":
		return isThaiLetter(next) || r.has(at, " ") && (isUpper(r.at(at+1)) || r.at(at+1) == '“')
	case "ต้อนรับ":
		for at < len(r.runes) && isSpace(r.at(at)) {
			at++
		}
		m := r.taken[min(at, len(r.runes))]
		return r.endsWith(i, " ") && m != nil && m.start == at && (m.sort == someone || m.sort == office)
	}
	return true
}

// courseLeads say that a course is held or taken: "จัดอบรม “…”".
var courseLeads = newWords("จัด", "จัดการ", "เข้าร่วม", "เข้ารับการ")

// chairedHere reports whether somebody presides over what begins at i.
func (r *reading) chairedHere(i int) bool {
	_, led := r.wordBefore(i, chairLeads)
	return led
}

// eventLeads stand before the name of an event that somebody opens, holds or
// takes part in.
var eventLeads = newWords("ใน", "เปิด", "ร่วม", "เป็นประธาน", "เป็นประธานใน", "จัด", "ร่วมใน", "เที่ยว")

// notEventNames follow งาน or กิจกรรม that have no name.
var notEventNames = newWords("นี้", "ดี", "คือ", "ได้แก่", "ประกอบ", "ดังกล่าว", "ครั้งนี้", "ของ", "ที่", "ใน", "ฯ", "อย่าง", "ด้าน", "ร่วม", "เพื่อ", "กับ", "ให้", "และ", "ต่าง", "เป็น", "ได้", "ณ", "จะ", "โดย", "วันนี้", "ทั้ง", "หรือ", "มี", "ทำ", "จ้าง", "วิจัย", "อื่น", "กว่า", "จำนวน", "ด้วย", "พิธี ", "ขึ้น", "ไป", "มา", "พร้อม", "ภาย", "เลย", "ตลอด", "เชื่อม", "ผ่าน")

// namesSomeone reports whether a person or office is named at i.
func (r *reading) namesSomeone(i int) bool {
	for i < len(r.runes) && isSpace(r.at(i)) {
		i++
	}
	m := r.taken[min(i, len(r.runes))]
	return m != nil && m.start == i && (m.sort == someone || m.sort == office)
}

// receives reports whether somebody receives a guest here and no word tells
// what the guest came for: that is the event else.
func (r *reading) receives(i, at int) bool {
	b, _ := r.inBlock(i)
	before, after := r.str(max(b.start, i-160), i), r.str(at, min(b.end, at+240))
	for _, w := range []string{" ณ ", "โดยมี"} {
		after, _, _ = strings.Cut(after, w)
	}
	for _, w := range []string{"เยี่ยม", "เข้าพบ", "หารือ", "ประชุม", "พิธี", "ลงพื้นที่", "เยือน"} {
		if strings.Contains(after, w) {
			return false
		}
	}
	for _, w := range []string{"โดยมี", "ลงพื้นที่", "เยี่ยม", "ประชุม", "งาน"} {
		if strings.Contains(before, w) {
			return false
		}
	}
	return true
}

// occasionEnd gives the end of an event's name whose generic word ends at at.
func (r *reading) occasionEnd(start, at, limit int, subtype string) int {
	persons := subtype == "BILATERAL" || strings.HasPrefix(r.str(start, at), "ต้อนรับ") || strings.HasPrefix(r.str(start, at), "การเยี่ยม")
	end := at
	limit = min(limit, at+longestTitle)
	numbered := false
	for end < limit {
		c := r.at(end)
		if c == '\n' || c == ',' || c == ')' || c == ';' || c == '”' || c == '’' || c == '/' {
			break
		}
		if isBlank(c) {
			next := r.skipBlanks(end)
			if next-end > 3 || numbered && !r.has(next, "อย่าง") && !r.has(next, "ของ") && !r.has(next, "ปี ") {
				break
			}
			if !(end == at && r.fairBehind(start, at, next, limit)) && !r.occasionGoesOn(start, next, end, persons) {
				break
			}
			end = next
			continue
		}
		if c == '(' {
			shut := r.closing(end)
			if shut == 0 || shut > limit || shut-end > 90 || isDigit(r.at(end+1)) {
				break
			}
			after := r.skipBlanks(shut + 1)
			if r.has(after, "ครั้งที่") && r.resolved(after) {
				end = shut + 1
				break
			}
			if after > shut+1 && isUpper(r.at(after)) && isLatin(r.at(r.backBlanks(end)-1)) || r.has(after, "ครั้งที่") || r.has(after, "สมัยที่") || r.has(after, "รุ่นที่") || r.isYear(after) || persons && r.taken[max(r.backBlanks(end)-1, 0)] != nil {
				end = shut + 1
				continue
			}
			break
		}
		if c == '“' || c == '"' || c == '‘' || c == '\'' {
			shut := r.shutQuote(end, limit)
			if shut == 0 {
				break
			}
			end = shut + 1
			continue
		}
		if _, stop := r.ordinal(end); stop > 0 && r.resolved(end) {
			break // the number is that of the meeting that resolved it
		} else if stop > 0 {
			end, numbered = stop, true
			continue
		}
		if m := r.taken[end]; m != nil && m.start == end {
			if m.sort == date && m.when.kind != "YEAR" && m.when.kind != "FISCAL" {
				break
			}
			if m.sort == date && !r.endsWith(r.backBlanks(end), "ประจำ") && !strings.HasPrefix(r.str(m.start, m.end), "ปี") && !isDigit(c) {
				break
			}
			if m.sort == someone && !persons {
				break
			}
			if m.sort == spot && end > at && m.thing.kind == kg.KindVenue {
				break
			}
			end = m.end
			continue
		}
		if w, stop := r.stopAt(end, endsOccasion); stop && end >= at && r.taken[end] == nil && r.endsEvent(end, w) && !(end == at && w == "เชิญ") {
			if w == "เพื่อ" && end == at {
				end += len([]rune(w)) // "เป็นประธานการประชุมเพื่อติดตาม…"
				continue
			}
			if subtype == "VISIT" && end == at && r.has(end, "และให้กำลังใจ") {
				end += len([]rune("และให้กำลังใจ")) // "ตรวจเยี่ยมและให้กำลังใจเจ้าหน้าที่…"
				continue
			}
			if w == "เพื่อ" && (subtype == "SIGNING" || end > start && !isBlank(r.at(end-1))) && subtype == "SIGNING" {
				end++
				continue
			}
			if w == "ว่า" && r.endsWith(end, "ระห") || w == "มา" && !isBlank(r.at(end-1)) || w == "ตาม" && !isBlank(r.at(end-1)) || w == "ว่า" && r.has(end, "ว่าด้วย") || w == "ให้" && subtype == "SIGNING" {
				end++
				continue
			}
			break
		}
		end++
	}
	end = r.backBlanks(min(end, limit))
	for again := true; again; {
		again = false
		for _, tail := range []string{"และ", "หัวข้อ", "เรื่อง", "ระหว่าง", "กับ", "เพื่อ", "ใน", "ที่", "ของ", "เมื่อ", "ณ", "ร่วม", "โดย", "ปลาย", "ช่วง", "(", "“"} {
			if r.endsWith(end, "ปี") && r.has(end, "นี้") && end-2 > at {
				end = r.backBlanks(end - 2) // "งานสัปดาห์หนังสือ|ปีนี้"
			}
			if n := len([]rune(tail)); r.endsWith(end, tail) && end-n >= at && !r.withinWord(end-n, end) {
				end, again = r.backBlanks(end-n), true
			}
		}
	}
	for _, time := range []string{"ปี", "ครั้ง", "รอบ"} { // "งาน A ปี|นี้" says when, "งาน A ครั้ง|นี้" which
		if r.has(end, "นี้") && r.endsWith(end, time) {
			end = r.backBlanks(end - len([]rune(time)))
		}
	}
	return max(end, at)
}

// fairBehind reports whether the name of a yearly fair begins behind the blank
// after งาน: "จัดงาน |ประเพณีตักบาตรดอกไม้ ประจำปี 2567".
func (r *reading) fairBehind(start, at, next, limit int) bool {
	if r.str(start, at) != "งาน" || !isThaiLetter(r.at(next)) || r.taken[next] != nil || r.stopsAt(next) {
		return false
	}
	if _, named := r.wordAt(next, occasionWords); named {
		return false
	}
	yearly := r.skipBlanks(r.nameRun(next, limit))
	_, ok := r.hasAny(yearly, []string{"ประจำปี", "ครั้งที่", "ปี "})
	return ok || r.isYear(yearly)
}

// resolved reports whether the number at i is that of a body's meeting whose
// resolution is spoken of: "มติคณะกรรมการ A (กA) ครั้งที่ 2/2560".
func (r *reading) resolved(i int) bool { return r.resolvers(i) != nil }

// resolvers gives the body before the number at i whose resolution is spoken of.
func (r *reading) resolvers(i int) *mention {
	at := r.backBlanks(i)
	for range 2 {
		if r.at(at-1) == ')' {
			at--
		}
		m := r.taken[max(at-1, 0)]
		if m == nil || m.sort != body || m.end != at {
			return nil
		}
		if r.endsWith(m.start, "มติ") {
			return m
		}
		if r.at(m.start-1) != '(' {
			return nil
		}
		at = r.backBlanks(m.start - 1)
	}
	return nil
}

// wordHeads are stop words with which other words begin: มาตรฐาน, ว่าการ, แก่น.
var wordHeads = newWords("มา", "โดย", "นี้", "แก่", "ตาม", "ว่า", "จะ", "พร้อม")

// endsEvent reports whether the stop word w at i is a word of its own and ends
// the name of an event.
func (r *reading) endsEvent(i int, w string) bool {
	if _, kept := r.wordAt(i, keptWords); kept {
		return false
	}
	if w == "ได้" && r.endsWith(i, "ผู้") {
		return false
	}
	return wordHeads.at(r.runes, i) < 0 || !r.beginsWord(i, i+len([]rune(w)))
}

// keptWords begin like a stop word but tell what an event is for.
var keptWords = newWords("ให้กำลังใจ", "ให้บริการ", "ให้คำปรึกษา", "ให้ความรู้", "ให้เช่า")

// isYear reports whether a year of four digits stands at i.
func (r *reading) isYear(i int) bool {
	for k := range 4 {
		if !isDigit(r.at(i + k)) {
			return false
		}
	}
	return (r.at(i) == '2' || r.at(i) == '1') && !isDigit(r.at(i+4))
}

// occasionGoesOn reports whether the name of an event goes on behind a blank.
func (r *reading) occasionGoesOn(start, next, end int, persons bool) bool {
	if w, ok := r.wordAt(next, occasionLinks); ok {
		if strings.HasPrefix(w, "ปี ") && r.endsWith(end, "ใน") {
			return false // "มหกรรมกีฬาใน ปี 2563"
		}
		if w == "(" || w == "“" || w == "\"" || w == "'" || w == "‘" {
			return w == "(" || isThaiLetter(r.at(end-1)) && end-start < 60 || r.endsWith(end, "หัวข้อ") || r.endsWith(end, "เรื่อง")
		}
		if w == "ความร่วมมือ" || w == "ของ" {
			return end-start < 30 || w == "ของ" && isDigit(r.at(end-1))
		}
		return true
	}
	if m := r.taken[min(next, len(r.runes))]; m != nil && m.start == next && persons && (m.sort == someone || m.sort == office) {
		return r.endsWith(end, "กับ") || r.endsWith(end, "และ") || r.endsWith(end, "ต้อนรับ") || m.sort == office && (r.taken[end-1] != nil || r.at(end-1) == ')')
	}
	if w, ok := r.hasAny(next, []string{"and ", "of ", "for ", "on ", "the "}); ok && isLatin(r.at(end-1)) {
		at := next + len(w)
		if r.has(at, "the ") {
			at += 4
		}
		return isUpper(r.at(at))
	}
	if _, titled := r.endsWithAny(end, []string{"แนวคิด", "หัวข้อ", "เรื่อง", "ชื่อ", "วิชาการ", "เชิงปฏิบัติการ", "นานาชาติ"}); titled && isUpper(r.at(next)) {
		return true
	}
	if r.at(end-1) == ')' && r.isYear(next) {
		return true
	}
	if isUpper(r.at(next)) && r.isFair(start) && isThaiLetter(r.at(end-1)) && r.taken[next] == nil {
		return true // "งานเทศกาลประดับไฟ Aqua Lumina"
	}
	if isUpper(r.at(next)) || isDigit(r.at(next)) && isLatin(r.at(end-1)) {
		return isLatin(r.at(end-1)) || isDigit(r.at(end-1)) || end-start < 16 || isUpper(r.at(next)) && isRank(occasionKey(r.str(start, end))) || strings.ContainsRune(")&:", r.at(end-1)) || strings.ContainsRune("-–", r.at(end-1)) && isLatin(r.at(r.backBlanks(end-1)-1))
	}
	if c := r.at(next); c == '-' || c == '–' || c == '&' {
		return true
	}
	if c := r.at(end - 1); c == '-' || c == '–' || c == '&' {
		return true
	}
	if _, look := r.wordAt(next, looks); look && r.endsWith(end, "ลงพื้นที่") {
		return true
	}
	m := r.taken[min(next, len(r.runes))]
	if m != nil && m.start <= next && (m.sort == body || m.sort == spot) {
		if _, behind := r.endsWithAny(end, []string{"ระหว่าง", "กับ", "และ", "ประชุม", "ลงพื้นที่", "ต้อนรับ", "ความร่วมมือ", "ตรวจเยี่ยม", "เยี่ยมชม", "เยือน", "ตรวจราชการ", "ดูงาน"}); behind {
			return true
		}
		return r.has(next, "ไทย-") || r.has(next, "ไทย–") || strings.Contains(r.str(start, end), "ระหว่าง") && r.has(next, "กับ ")
	}
	if persons && (r.has(next, "และ") || r.has(next, "กับ")) {
		at := r.skipBlanks(next + 3)
		return r.taken[at] != nil && (r.taken[at].sort == someone || r.taken[at].sort == office)
	}
	if r.has(next, "กับ ") || r.has(next, "และ") && strings.Contains(r.str(start, end), "ระหว่าง") {
		at := r.skipBlanks(next + 3)
		return r.taken[at] != nil && r.taken[at].sort == body
	}
	return false
}

// looks are what officials go on a field visit for: "ลงพื้นที่ |ตรวจติดตามงาน".
var looks = newWords("ตรวจ", "ติดตาม", "เยี่ยม", "พบปะ", "รับฟัง", "สำรวจ")

// fairHeads begin the names of fairs, which may be called in two scripts.
var fairHeads = newWords("งานเทศกาล", "เทศกาล", "งานมหกรรม", "มหกรรม", "งานตลาด", "งานแสดง", "งานสัปดาห์")

// openedFairs begin the names of what a ceremony opens.
var openedFairs = newWords("งาน", "เทศกาล", "มหกรรม")

// isFair reports whether the name at i is a fair's, or its opening's.
func (r *reading) isFair(i int) bool {
	if r.has(i, "พิธีเปิด") {
		i += len([]rune("พิธีเปิด"))
	}
	return fairHeads.at(r.runes, i) >= 0
}

// occasionAlias takes the English name in brackets or behind หรือ in, and
// gives where it ends.
func (r *reading) occasionAlias(t *thing, end int) int {
	open := r.skipBlanks(end)
	if r.at(open) == '(' {
		shut := r.closing(open)
		if shut > 0 && shut-open < 140 && !isDigit(r.at(open+1)) {
			if first := r.skipBlanks(open + 1); isUpper(r.at(first)) && shut-first > 5 {
				for _, piece := range r.pieces(open+1, shut) {
					if isUpper(r.at(piece[0])) {
						t.say(r.str(piece[0], piece[1]))
					}
				}
				return shut + 1
			}
		}
	}
	return end
}

// paperWords begin the Latin names of what a meeting adopts: "Draft Joint Statement of
// the … Meeting".
var paperWords = []string{"Draft", "Joint", "Statement", "Declaration", "Chair’s", "Chairman’s", "Chair's", "Chairman's", "Report", "Outcome", "Agenda", "Minutes"}

// latinOccasion reads an event with a Latin name: known by its last word.
func (r *reading) latinOccasion(i int, b block) *mention {
	if i > 0 && isLatin(r.at(i-1)) || r.taken[i] != nil && r.taken[i].start < i {
		return nil
	}
	for _, w := range []struct{ text, subtype string }{{"courtesy call", "BILATERAL"}, {"official visit", "VISIT"}, {"signing of the Memorandum of Understanding", "SIGNING"}, {"signing of", "SIGNING"}} {
		if !r.has(i, w.text) {
			continue
		}
		end := i + len([]rune(w.text))
		if w.subtype == "VISIT" && r.has(end, " to ") {
			if m := r.taken[end+4]; m != nil && m.sort == spot {
				end = m.end
			}
		}
		if w.text == "signing of" {
			for k := end; k < b.end && r.at(k) != '.' && r.at(k) != ',' && r.at(k) != ';' && k-end < 40; k++ {
				if r.has(k, "Understanding") || r.has(k, "Understandings") || r.has(k, "greement") {
					end = k + len("Understandings")
				}
			}
			if end == i+len([]rune(w.text)) {
				return nil
			}
		}
		t := r.newThing(kg.KindMeeting, i)
		t.subtype, t.local = w.subtype, true
		t.say(r.str(i, min(end, b.end)))
		return &mention{start: i, end: min(end, b.end), sort: occasion, role: w.subtype, thing: t}
	}
	if !isUpper(r.at(i)) {
		return nil
	}
	words := r.latinWords(i, b.end)
	if len(words) < 2 {
		return nil
	}
	end := words[len(words)-1][1]
	last := r.str(words[len(words)-1][0], end)
	year := false
	if len(last) == 4 && isDigit(rune(last[0])) {
		year, last = true, r.str(words[len(words)-2][0], words[len(words)-2][1])
	} else if next := r.skipBlanks(end); isDigit(r.at(next)) && isDigit(r.at(next+3)) && !isDigit(r.at(next+4)) && r.at(next) == '2' {
		end, year = next+4, true
	}
	subtype := map[string]string{"Expo": "EXPO", "Awards": "AWARD", "Award": "AWARD", "Summit": "SUMMIT", "Conference": "CONFERENCE", "Forum": "CONFERENCE", "Meeting": "MEETING", "Consultation": "MEETING", "Seminar": "SEMINAR", "Exhibition": "EXPO", "Congress": "CONFERENCE", "Symposium": "CONFERENCE", "Workshop": "SEMINAR", "Festival": "EXPO", "Reception": "OTHER"}[last]
	if subtype == "" {
		return nil
	}
	if first := r.str(words[0][0], words[0][1]); len(words) == 2 && (first == "Video" || first == "Web" || first == "Virtual" || first == "Online") {
		return nil // how people met, not what at
	} else if slices.Contains(paperWords, first) {
		return nil
	}
	if last == "Meeting" && !year && r.at(i-1) != '(' && !isDigit(r.at(i)) && len(words) < 4 {
		return nil
	}
	t := r.newThing(kg.KindMeeting, i)
	t.subtype = subtype
	t.say(r.str(i, end))
	return &mention{start: i, end: end, sort: occasion, role: subtype, thing: t}
}

// ordinalOccasion reads an English event with its number: "7th Thailand-Malaysia
// Annual Consultation".
func (r *reading) ordinalOccasion(i int, b block) *mention {
	if !isDigit(r.at(i)) || i > 0 && (isDigit(r.at(i-1)) || isLatin(r.at(i-1))) {
		return nil
	}
	at := i
	for isDigit(r.at(at)) {
		at++
	}
	if _, ok := r.hasAny(at, []string{"st ", "nd ", "rd ", "th "}); !ok {
		return nil
	}
	words := r.latinWords(at+3, b.end)
	if len(words) == 0 {
		return nil
	}
	end := words[len(words)-1][1]
	last := r.str(words[len(words)-1][0], end)
	subtype := map[string]string{"Summit": "SUMMIT", "Conference": "CONFERENCE", "Forum": "CONFERENCE", "Meeting": "MEETING", "Consultation": "MEETING"}[last]
	if subtype == "" {
		return nil
	}
	t := r.newThing(kg.KindMeeting, i)
	t.subtype = subtype
	t.say(r.str(i, end))
	n := 0
	for k := i; isDigit(r.at(k)) && k-i < 4; k++ {
		n = n*10 + int(r.at(k)-'0')
	}
	t.series = &kg.Series{Name: r.str(at+3, end), Ordinal: n}
	return &mention{start: i, end: end, sort: occasion, role: subtype, thing: t}
}

// seriesOf reads the number of an event out of its name.
func (r *reading) seriesOf(start, end int) *kg.Series {
	for i := start; i < end; i++ {
		if c := r.at(i); c != 'ค' && c != 'ส' {
			continue
		}
		if series, stop := r.ordinal(i); stop > 0 && stop <= end {
			series.Name = tidy(r.str(start, i))
			return &series
		}
	}
	return nil
}

// joinOccasions brings the mentions of one event together.
func (r *reading) joinOccasions() {
	r.joinTalks()
	r.joinVisits()
	r.settleThings()
	r.joinNamed()
	r.settleThings()
	r.joinBare()
}

// joinNamed brings the mentions of one event together by its names.
func (r *reading) joinNamed() {
	var seen []*mention
	for _, m := range r.long {
		if m.sort != occasion {
			continue
		}
		joined := false
		for _, o := range recent(seen) {
			if first, other := o.thing.whole(), m.thing.whole(); first != other && r.sameOccasion(o, m) {
				if first.series == nil {
					first.series = other.series
				}
				if len(other.surfaces[0]) > len(first.surfaces[0])+40 && first.series == nil {
					first.name = ""
				}
				if first.name == "" {
					first.name = other.name
				}
				r.merge(first, other)
				joined = true
				break
			}
		}
		if !joined {
			seen = append(seen, m)
		}
	}
}

// joinTalks brings the mentions of one talk of an item together: the headline's and the
// text's, the courtesy calls of a text, and what was talked about further
// without a new partner.
func (r *reading) joinTalks() {
	firsts := map[int]*mention{} // by item
	for _, m := range r.long {
		if item := r.itemOf(m.start); m.sort == occasion && m.role == "BILATERAL" && !r.isHeadline(m) && firsts[item] == nil {
			firsts[item] = m
		}
	}
	for _, m := range r.long {
		first := firsts[r.itemOf(m.start)]
		if m.sort != occasion || m.role != "BILATERAL" || first == nil || m.thing == first.thing {
			continue
		}
		name := r.str(m.start, m.end)
		courtesy := strings.Contains(name, "เยี่ยมคารวะ") && strings.Contains(r.str(first.start, first.end), "เยี่ยมคารวะ")
		partner := slices.ContainsFunc(r.within(m), func(n *mention) bool { return n.sort == someone })
		further := m.start > first.start && (strings.HasPrefix(name, "หารือ") || strings.HasPrefix(name, "การหารือ") || m.bare) && !strings.HasPrefix(name, "หารือทวิภาคี") && !partner
		further = further || m.start > first.start && !partner && strings.HasPrefix(name, "เข้าพบ") && !strings.HasPrefix(name, "เข้าพบหารือ") && courtesyCall(r.str(first.start, first.end)) && !r.datedNear(m)
		if r.isHeadline(m) || courtesy || further {
			r.merge(first.thing, m.thing)
		}
	}
}

// hasPartner reports whether a body or a person is named with whom a meeting was, right
// at i or behind a word for those who stand for it: "ประชุมร่วมกับผู้แทนสมาคม ก".
func (r *reading) hasPartner(i int) bool {
	const word = 14
	k := r.nextName(i)
	return k < len(r.names) && r.names[k].start < i+word && (r.names[k].sort == body || r.names[k].sort == someone)
}

// courtesyCall reports whether a talk is one of a guest who comes to call.
func courtesyCall(name string) bool {
	return strings.Contains(name, "เยี่ยมคารวะ") || strings.HasPrefix(name, "เข้าพบ")
}

// joinVisits brings the words for one visit together: "ลงพื้นที่จังหวัด A เยี่ยมชม
// B", and a headline's visit with the first of the text.
func (r *reading) joinVisits() {
	var first, last *mention
	for _, m := range r.long {
		if m.sort != occasion || m.role != "VISIT" {
			continue
		}
		if last != nil && m.start > last.end && m.start-last.end < 12 && !strings.Contains(r.str(last.end, m.start), "\n") {
			switch tidy(r.str(last.end, m.start)) {
			case "", "เพื่อ", "และ", "ติดตาม", "ในการ", "พร้อม":
				r.merge(last.thing, m.thing)
			}
		}
		last = m
		if first == nil && !r.isHeadline(m) {
			first = m
		}
	}
	if first == nil || first.bare {
		return
	}
	afield := func(m *mention) bool { return r.has(m.start, "ลงพื้นที่") }
	for _, m := range r.long {
		if m.sort == occasion && m.role == "VISIT" && m.thing != first.thing && m.start > first.start && afield(first) && afield(m) && !r.datedNear(m) {
			r.merge(first.thing, m.thing) // further stops of one trip
		}
		if m.sort == occasion && m.role == "VISIT" && m.thing != first.thing && r.isHeadline(m) && strings.Contains(r.str(m.start, m.end), "ลงพื้นที่") == strings.Contains(r.str(first.start, first.end), "ลงพื้นที่") {
			r.merge(first.thing, m.thing)
		}
	}
}

// datedNear reports whether a date stands close before or behind a mention.
func (r *reading) datedNear(m *mention) bool {
	for k := r.nextName(m.start - 100); k < len(r.names) && r.names[k].start < m.end+100; k++ {
		if r.datesEvents(r.names[k]) {
			return true
		}
	}
	return false
}

// joinBare lets a generic word that stands alone (การประชุม, พิธี) stand for the
// event named last before it, or else for the first one.
func (r *reading) joinBare() {
	var last, first *mention
	for _, m := range r.long {
		if m.sort == occasion && !m.bare && first == nil && !r.isHeadline(m) {
			first = m
		}
	}
	for _, m := range r.long {
		if m.sort != occasion {
			continue
		}
		if !m.bare {
			if !r.isHeadline(m) {
				last = m
			}
			continue
		}
		to := last
		if to == nil {
			to = first
		}
		if to != nil && r.itemOf(to.start) == r.itemOf(m.start) && (m.role == to.role || m.role == "MEETING" || m.role == "OTHER") && m.thing != to.thing && to.role != "BILATERAL" {
			stale := m.thing
			m.thing = to.thing
			stale.dropped = true
		}
	}
}

// sameOccasion reports whether two mentions are of one event: of one name, one
// name within the other without another number, or the body that both names
// hold meeting under another of its names.
func (r *reading) sameOccasion(a, b *mention) bool {
	x, y := a.thing.whole(), b.thing.whole()
	if a.bare || b.bare {
		return a.bare && b.bare && x.surfaces[0] == y.surfaces[0]
	}
	if r.inOtherWords(a, b) {
		return true
	}
	if x.series != nil && y.series != nil && (x.series.Ordinal != y.series.Ordinal || x.series.Year != 0 && y.series.Year != 0 && x.series.Year != y.series.Year) {
		return false
	}
	if a.role == "BILATERAL" && b.role == "BILATERAL" && r.otherPartners(a, b) {
		return false
	}
	if (a.role == "BILATERAL") != (b.role == "BILATERAL") && (r.hasPerson(a) || r.hasPerson(b)) {
		return false // talks with the president of an assembly, and the assembly
	}
	if isLatin([]rune(x.surfaces[0])[0]) || isDigit([]rune(x.surfaces[0])[0]) {
		if sameEnglishEvent(x, y) {
			return true
		}
	}
	if r.isHeadline(a) != r.isHeadline(b) && isWelcome(x.surfaces[0]) && isWelcome(y.surfaces[0]) {
		return true
	}
	if x.subtype == "SIGNING" && y.subtype == "SIGNING" || b.start > a.end && b.start-a.end < 200 && transliterated(x, y) {
		return true
	}
	for _, s := range x.surfaces {
		for _, t := range y.surfaces {
			s, t := r.eventKey(s), r.eventKey(t)
			if s == "" || t == "" {
				continue
			}
			least := 24 // bytes: eight Thai letters
			if s[0] < 0x80 && t[0] < 0x80 {
				least = 10
			}
			if s == t || len(t) >= least && r.nameWithin(t, s, a, b) || len(s) >= least && r.nameWithin(s, t, a, b) {
				return true
			}
		}
	}
	if shortened(x, y) || shortened(y, x) || r.isHeadline(a) != r.isHeadline(b) && a.role == b.role && sameOpening(x, y) {
		return true
	}
	if (x.series == nil) != (y.series == nil) {
		return false
	}
	p, q := r.bodyOf(a), r.bodyOf(b)
	return p != nil && p == q && x.series == nil && x.subtype == y.subtype && p.kind == kg.KindNetwork && !strings.Contains(x.surfaces[0], "Annual") && !strings.Contains(y.surfaces[0], "Annual")
}

// inOtherWords reports whether b is the Latin name that stands right behind the
// Thai one of a: "งาน “สัปดาห์ผ้าไทย 2561” Thai Fabric Expo 2018".
func (r *reading) inOtherWords(a, b *mention) bool {
	return b.start >= a.end && b.start-a.end <= 2 && strings.Trim(r.str(a.end, b.start), " (") == "" && isLatin(r.at(b.start)) && isThaiLetter(r.at(a.start)) &&
		!strings.ContainsFunc(r.str(a.start, a.end), isLatin)
}

// nameWithin reports whether the longer of two names of events holds the shorter. One
// that says only who meets, "ที่ประชุมรัฐมนตรี", begins those of its item alone.
func (r *reading) nameWithin(short, long string, a, b *mention) bool {
	if isRank(short) {
		return strings.HasPrefix(long, short) && r.itemOf(a.start) == r.itemOf(b.start)
	}
	at := strings.Index(long, short)
	if at < 0 || strings.HasSuffix(strings.TrimSuffix(long[:at], "งาน"), "จัด") {
		return false // a meeting on how to hold a fair is not the fair
	}
	// "สุดยอดอาเซียน" is not within "สุดยอดอาเซียน-จีน" nor "สุดยอดอาเซียนบวกสาม".
	if rest := long[at+len(short):]; rest != "" {
		if strings.HasPrefix(rest, "บวก") {
			return false
		}
		if body, _ := r.lex.at(r.lex.bodies, []rune(rest), 0); strings.HasSuffix(short, "อาเซียน") && body != nil && body.kind == kg.KindInternationalOrganization {
			return false
		}
		partner, _ := r.lex.at(r.lex.spots, []rune(rest), 0)
		return partner == nil || partner.kind != kg.KindCountry || partner.key == "country:TH"
	}
	return true
}

// ranks are words for who meets and how that name no meeting.
var ranks = []string{"ระดับ", "คณะรัฐมนตรี", "รัฐมนตรี", "ผู้นำ", "สุดยอด", "เจ้าหน้าที่อาวุโส", "ว่าการกระทรวง", "คณะกรรมการ", "คณะทำงาน", "สามัญ", "ประจำปี", "ทวิภาคี", "ของ"}

// isRank reports whether a key of an event is of such words alone.
func isRank(key string) bool {
	for key != "" {
		word := ""
		for _, w := range ranks {
			if strings.HasPrefix(key, w) {
				word = w
				break
			}
		}
		if word == "" {
			return false
		}
		key = key[len(word):]
	}
	return true
}

// isWelcome reports whether an event is the welcome of a guest.
func isWelcome(name string) bool {
	return strings.HasPrefix(strings.TrimPrefix(name, "พิธี"), "ต้อนรับ")
}

// shortened reports whether the name of b has the short form that the name of a
// defines: "การประชุม World Economic Forum (WEF) 2025", "การประชุม WEF 2025".
func shortened(a, b *thing) bool {
	_, rest, _ := strings.Cut(a.surfaces[0], "(")
	short, _, ok := strings.Cut(rest, ")")
	if !ok || len(short) < 3 || len(short) > 10 || !isUpper(rune(short[0])) || strings.Contains(short, " ") || a.subtype != b.subtype {
		return false
	}
	return slices.Contains(strings.Fields(b.surfaces[0]), short)
}

// sameOpening reports whether the names of two events begin alike: a headline
// shortens what the text says in full.
func sameOpening(a, b *thing) bool {
	const least = 15
	p, q := []rune(occasionKey(a.surfaces[0])), []rune(occasionKey(b.surfaces[0]))
	return len(p) >= least && len(q) >= least && slices.Equal(p[:least], q[:least])
}

// hasPerson reports whether the name of an event holds that of a person.
func (r *reading) hasPerson(m *mention) bool { return slices.ContainsFunc(r.within(m), isPerson) }

// otherPartners reports whether two talks name people, and none in common.
func (r *reading) otherPartners(a, b *mention) bool {
	people := func(m *mention) []*thing {
		var list []*thing
		for _, n := range r.within(m) {
			if n.sort == someone {
				list = append(list, n.thing)
			}
		}
		return list
	}
	p, q := people(a), people(b)
	return len(p) > 0 && len(q) > 0 && !slices.ContainsFunc(p, func(t *thing) bool { return slices.Contains(q, t) })
}

// transliterated reports whether one event is called in Latin letters and the
// other in Thai ones that sound the same.
func transliterated(a, b *thing) bool {
	for _, w := range [][2]string{{"Expo", "เอ็กซ์โป"}, {"Forum", "ฟอรั่ม"}, {"Summit", "ซัมมิท"}, {"Fair", "แฟร์"}} {
		if strings.Contains(strings.Join(a.surfaces, " "), w[0]) && strings.Contains(strings.Join(b.surfaces, " "), w[1]) {
			return true
		}
	}
	return false
}

// eventKey gives the occasionKey of a name, made once for each.
func (r *reading) eventKey(name string) string {
	key, made := r.eventKeys[name]
	if !made {
		key = occasionKey(name)
		if r.eventKeys == nil {
			r.eventKeys = map[string]string{}
		}
		r.eventKeys[name] = key
	}
	return key
}

// occasionKey folds the name of an event without the words that come and go.
func occasionKey(name string) string {
	key := kg.NameKey(name)
	for _, w := range []string{"การประชุม", "ที่ประชุม", "ประชุม", "การหารือ", "พิธีเปิดงาน", "พิธีเปิด", "งาน", "เข้า", "การ"} {
		key = strings.TrimPrefix(key, w)
	}
	return key
}

// bodyOf gives the body whose name a meeting's name holds.
func (r *reading) bodyOf(m *mention) *thing {
	for _, n := range r.within(m) {
		if n.sort == body {
			return n.thing
		}
	}
	return nil
}
