package extract

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"mueang/graph/kg"
	"mueang/loaders/thai"
)

// dateOccasions gives events the dates that their sentences state: the one
// behind the name before another event is named, else the one before it. What
// the text says goes before what its headline says, but of events that
// last, whose days in a row the headline has as well.
func (r *reading) dateOccasions() {
	for _, last := range []bool{false, true} {
		for k := range r.sentences {
			if s := &r.sentences[k]; !s.english && (s.headline || !last) {
				r.dateSentence(k, s.headline && !last)
			}
		}
	}
	for k := range r.sentences {
		if s := &r.sentences[k]; !s.english && !s.headline {
			r.dateNested(s)
			r.dateInTurn(s)
		}
	}
	r.dateByContext()
}

// dateSentence gives the events of a sentence their dates, or only those that last.
func (r *reading) dateSentence(k int, lasting bool) {
	s, used := &r.sentences[k], map[*mention]*mention{}
	for j, m := range s.tokens {
		if m.sort != occasion || m.thing.start != nil && !slices.Contains(m.thing.inferred, "startDate") {
			continue
		}
		if lasting && !lasts(m) {
			continue
		}
		d := r.dateBeside(s, j)
		if d == nil && r.isDuring(s, m) {
			if main := r.main; main != nil && main != m.thing && main.start != nil {
				from := kg.PartialDate{Value: main.start.Value}
				m.thing.start = &from
				m.thing.inferred = append(m.thing.inferred, "startDate")
			}
		}
		if d != nil && d.start < m.start && used[d] != nil && used[d].thing != m.thing && d.start > s.start+30 && !r.isGoal(used[d], d, m) {
			d = nil // the date of the event before
		}
		if d == nil && m.thing.start == nil && !m.bare && !s.headline {
			d = r.dayOfParagraph(k, m)
		}
		if d == nil || s.headline && d.when.today {
			continue
		}
		if d.start > m.start {
			used[d] = m
		}
		r.setDate(m.thing, d)
	}
}

// The years in which a release's events can lie. What the text dates outside
// them is history, a law, or a slip of the typist.
const (
	firstYear = "2005"
	lastYear  = "2030"
)

// setDate gives an event a date.
func (r *reading) setDate(t *thing, d *mention) {
	from := d.when.from
	if year := from.Value[:4]; year < firstYear || year > lastYear {
		r.miss(d.start, d.end, "date", "no event of a release can be of that year")
		return
	}
	if to := d.when.to; t.subtype == "MEETING" && from.Precision() == kg.Month && to.Value != "" && to.Value != from.Value {
		r.miss(d.start, d.end, "date", "no meeting goes on from month to month")
		return
	}
	t.start, t.end = &from, nil
	if d.when.to.Value != "" && d.when.to.Value != from.Value {
		if to := d.when.to; len(to.Value) == len(from.Value) {
			t.end = &to
		}
	}
	t.inferred = slices.DeleteFunc(t.inferred, func(s string) bool { return s == "startDate" })
	if d.when.inferred {
		t.inferred = append(t.inferred, "startDate")
		t.start.Original = ""
		if !d.when.today {
			t.start.Original = tidy(r.str(d.start, d.end))
		}
	}
}

// dateBeside gives the date that a sentence states for the event at token j.
func (r *reading) dateBeside(s *sentence, j int) *mention {
	m := s.tokens[j]
	for k := j + 1; k < len(s.tokens); k++ {
		t := s.tokens[k]
		if t.sort == occasion && t.thing != m.thing && !r.nested(t, m) && !t.bare && !r.coordinate(m, t) && !r.isReason(t) && !r.isPurpose(m, t) && !r.isRest(t) && !r.isOtherName(m, t) {
			break
		}
		if t.sort == signal && t.cue == speaks || t.sort == date && r.isYearly(t) {
			break
		}
		if !r.datesEvents(t) || t.start-m.end >= 600 || t.when.today && (t.when.inferred || !r.isRightBehind(m, t)) || r.isOfPeriod(m, t) || r.isDecided(m, t) {
			continue
		}
		if opening := r.dayOf(s, m); opening != nil && t.start-m.end > besideName && (t.when.to.Value == "" || !lasts(m)) {
			return opening
		}
		return t
	}
	if r.endsWith(m.start, "มติ") {
		return nil // the date before is of who speaks of the resolution
	}
	for k := j - 1; k >= 0; k-- {
		t := s.tokens[k]
		if t.sort == accord && m.role != "SIGNING" {
			break
		}
		if r.datesEvents(t) {
			if r.has(m.start, "ก่อน") || r.endsWith(r.backBlanks(m.start), "ก่อน") {
				return nil
			}
			if r.isSince(t) {
				return nil
			}
			if opening := r.dayOf(s, m); opening != nil && t.when.to.Value != "" && !lasts(m) {
				return opening
			}
			return t
		}
	}
	return nil
}

// isDecided reports whether a date far behind a meeting is one that it decided on, not its own:
// "ที่ประชุมคณะรัฐมนตรี เห็นชอบ … ในเดือนพฤศจิกายน 2563".
func (r *reading) isDecided(m, d *mention) bool {
	if !strings.Contains(r.str(m.start, m.end), "ประชุม") || d.start-m.end <= besideName || r.has(d.start, "เมื่อ") {
		return false
	}
	between := r.str(m.end, d.start)
	return slices.ContainsFunc([]string{"เห็นชอบ", "มีมติ", "อนุมัติ", "รับทราบ"}, func(w string) bool { return strings.Contains(between, w) })
}

// isRightBehind reports whether a date stands behind an event with no more than a word
// between: "การประชุม ก ที่จะจัดขึ้นในวันที่ …".
func (r *reading) isRightBehind(m, d *mention) bool {
	between := strings.TrimSuffix(tidy(r.str(m.end, max(m.end, d.start))), "ใน")
	return slices.Contains([]string{"", "เมื่อ", "ที่จะจัดขึ้น", "ซึ่งจะจัดขึ้น", "ซึ่งจัดขึ้น", "ที่จะมีขึ้น", "ซึ่งจะมีขึ้น", "ซึ่งมีกำหนดจัดขึ้น"}, between)
}

// isRest reports whether an event is the rest of the row of which another was named: "การประชุม ก
// (A) และการประชุมอื่น ๆ ที่เกี่ยวข้อง เมื่อวันที่ 15 - 18 ตุลาคม 2565".
func (r *reading) isRest(t *mention) bool {
	_, rest := r.hasAny(t.start, []string{"การประชุมอื่น", "การประชุมที่เกี่ยวข้อง", "ประชุมอื่น", "ประชุมที่เกี่ยวข้อง"})
	return rest && r.endsWith(r.backBlanks(t.start), "และ")
}

// isPurpose reports whether a trip is told to have been for an event or while it was: "เดินทางเยือน ก
// เพื่อเข้าร่วมพิธี ข ในวันที่ …".
func (r *reading) isPurpose(trip, t *mention) bool {
	at := r.backBlanks(t.start)
	_, purpose := r.wordBefore(at, tripPurposes)
	purpose = purpose || r.endsWith(at, "ในช่วง") || r.endsWith(at, "ในห้วง")
	_, journey := r.hasAny(trip.start, []string{"เดินทาง", "การเดินทาง", "เยือน", "การเยือน"})
	return journey && purpose && t.start-trip.end < 80
}

// lasts reports whether an event is of a sort that goes on for days.
func lasts(m *mention) bool {
	long := []string{"EXPO", "VISIT", "SEMINAR", "CONFERENCE", "SUMMIT"}
	return slices.Contains(long, m.role) || slices.Contains(long, m.thing.subtype)
}

// besideName is how far behind the name of an event its own date stands.
const besideName = 50

// dayOf gives the day with which a sentence opens, where what it tells of that day is the
// event: "วันนี้ (20 ม.ค. 65) ที่ประชุมคณะกรรมการ ก มีมติ … ภายในปี …".
func (r *reading) dayOf(s *sentence, m *mention) *mention {
	const opening, widest = 40, 500
	if m.role == "EXPO" || len(s.tokens) == 0 {
		return nil
	}
	for _, d := range s.tokens {
		if d.start > s.start+opening || d.start >= m.start {
			return nil
		}
		if !r.datesEvents(d) || d.when.from.Precision() != kg.Day || d.when.to.Value != "" || r.isSince(d) {
			continue
		}
		if m.start-d.end > widest {
			return nil
		}
		between := sameDay.Replace(r.str(d.end, m.start))
		if slices.ContainsFunc(otherActs, func(w string) bool { return strings.Contains(between, w) }) {
			return nil
		}
		return d
	}
	return nil
}

// dayOfParagraph gives the day with which the paragraph of sentence k opens, where what it
// tells of that day is the event: "วันนี้ (27 ต.ค. 64) นาย ก กล่าวถ้อยแถลงในนาม ข สำหรับการประชุม …".
func (r *reading) dayOfParagraph(k int, m *mention) *mention {
	const sentences = 3
	for n := 0; n < sentences && k-n >= 0; n++ {
		if s := &r.sentences[k-n]; s.first {
			return r.dayOf(s, m)
		}
	}
	return nil
}

// isGoal reports whether an event is what a trip of a single day was for: "เดินทางไป ก ในวันที่
// 16 กันยายน 2559 เพื่อตรวจเยี่ยม … และประชุม …".
func (r *reading) isGoal(trip, d, m *mention) bool {
	return trip.role == "VISIT" && d.when.to.Value == "" && d.when.from.Precision() == kg.Day && strings.HasPrefix(tidy(r.str(d.end, m.start)), "เพื่อ")
}

// dateNested gives undated events at the end of an agreement's name the date right behind
// it: "รับรองร่างแถลงการณ์ร่วมของการประชุม ก ครั้งที่ 10 ในวันที่ 21 พฤศจิกายน 2562".
func (r *reading) dateNested(s *sentence) {
	for _, m := range r.longsIn(s.start, s.end) {
		if m.sort != occasion || !m.nested || m.bare || m.thing.start != nil {
			continue
		}
		k := r.nextName(m.end)
		if k < len(r.names) && r.names[k].end <= s.end && r.datesEvents(r.names[k]) && r.isRightBehind(m, r.names[k]) {
			r.setDate(m.thing, r.names[k])
		}
	}
}

// dateInTurn gives events told in a row the dates told in a row behind them: "การประชุม ก และ
// การประชุม ข ในวันที่ 12 ตุลาคม และระหว่างวันที่ 25 - 26 ตุลาคม 2564 ตามลำดับ".
func (r *reading) dateInTurn(s *sentence) {
	const apart, before = 24, 120
	var dates []*mention
	for _, t := range s.tokens {
		if !r.datesEvents(t) {
			continue
		}
		if n := len(dates); n > 0 && t.start-dates[n-1].end > apart {
			dates = nil
		}
		dates = append(dates, t)
		n := len(dates)
		if n < 2 || !r.has(r.skipBlanks(t.end), "ตามลำดับ") {
			continue
		}
		var events []*mention
		for _, e := range r.longsIn(s.start, dates[0].start) {
			if last := len(events) - 1; e.sort == occasion && !e.bare && (last < 0 || !r.nested(events[last], e)) {
				events = append(events, e)
			}
		}
		if len(events) < n || dates[0].start-events[len(events)-1].end > before {
			continue
		}
		for i, e := range events[len(events)-n:] {
			r.setDate(e.thing, dates[i])
		}
	}
}

// otherActs between a day and an event say that the day is that of speaking, deciding or
// planning, and not the event's.
var otherActs = []string{"เผย", "กล่าว", "แถลง", "ระบุ", "ชี้แจง", "เห็นชอบ", "อนุมัติ", "รับทราบ", "มติ", "กำหนด", "เตรียม", "เชิญ", "จะ", "หลัง", "ก่อน", "ที่ผ่านมา", "เมื่อ", "สัมภาษณ์", "แจ้ง", "รายงาน"}

// sameDay takes out the words of speaking and of order that leave an event to its day.
var sameDay = strings.NewReplacer("กล่าวถ้อยแถลง", "", "ถ้อยแถลง", "", "ก่อนการประชุม", "", "ภายหลังการประชุม", "", "หลังการประชุม", "", "กล่าวเปิด", "", "กล่าวปาฐกถา", "", "กล่าวต้อนรับ", "", "กล่าวรายงาน", "", "กล่าวสุนทรพจน์", "")

// isOfPeriod reports whether a date behind an event is that of a period which it is held
// for: "ประชุมแผนเดินรถ … รองรับการเดินทางในช่วงเทศกาลปีใหม่ ระหว่างวันที่ …".
func (r *reading) isOfPeriod(m, d *mention) bool {
	const near, word = 50, 4
	before := r.str(max(m.end, d.start-near), max(m.end, d.start))
	_, named, ok := strings.Cut(before, "ในช่วง")
	return ok && utf8.RuneCountInString(tidy(named)) > word && !strings.HasPrefix(tidy(named), "การประชุม")
}

// otherDates stand before the dates of decisions, papers, deadlines and lives:
// "มติคณะรัฐมนตรีเมื่อวันที่ …", "ลงวันที่ …", "เกิดเมื่อวันที่ …".
var otherDates = newWords("มติ", "มติคณะรัฐมนตรี", "มติ ครม.", "ลง", "ประกาศ", "หนังสือ", "ณ", "ภายใน", "จนถึง", "ก่อน", "นับตั้งแต่", "นับจาก", "มีผล", "มีผลตั้งแต่", "ใช้บังคับ", "ใช้บังคับตั้งแต่",
	"ลงทะเบียน", "รับสมัคร", "ครบกำหนด", "สิ้นสุด", "เกิด", "จัดตั้งขึ้น", "ก่อตั้งขึ้น", "สถาปนา", "พรรษา", "ดำรงตำแหน่ง", "ข้อมูล", "ประจำ", "คล้ายวันประสูติ", "คล้ายวันเกิด")

// datesEvents reports whether a date may be an event's: a day, a month or days
// in a row, and not the date of a decision or a paper.
func (r *reading) datesEvents(d *mention) bool {
	if d.sort != date || d.when.kind == thai.DateYear || d.when.kind == thai.DateFiscal || d.when.to.Precision() == kg.Year || d.when.isTerm() {
		return false
	}
	if published := r.doc.PublishedOn; published != nil && d.when.inferred && d.when.from.Precision() == kg.Month && strings.HasPrefix(published.Value, d.when.from.Value) {
		return false // "… จะเริ่มดำเนินการในเดือนธันวาคมนี้": of the month of publication an event has its day
	}
	at := r.backBlanks(d.start)
	if r.at(at-1) == '(' || r.at(at-1) == '[' {
		at = r.backBlanks(at - 1)
	}
	_, other := r.wordBefore(at, otherDates)
	return !other
}

// isYearly reports whether a date comes back: "วันที่ 23 กรกฎาคมของทุกปี".
func (r *reading) isYearly(d *mention) bool {
	at := r.skipBlanks(d.end)
	return r.has(at, "ของทุกปี") || r.has(at, "ทุกปี") || r.has(at, "ของทุก ๆ ปี")
}

// isSince reports whether a state began on a day, which dates nothing that is told behind
// it: "ไปทำงานตั้งแต่วันที่ 14 พ.ย. 60 … เพื่อประกอบพิธี …".
func (r *reading) isSince(d *mention) bool {
	return d.when.to.Value == "" && r.endsWith(r.backBlanks(d.start), "ตั้งแต่")
}

// isTerm reports whether days in a row are those of a lease or an office: no
// event lasts from one year to the one after the next.
func (w when) isTerm() bool {
	if len(w.to.Value) < 4 {
		return false
	}
	from, _ := strconv.Atoi(w.from.Value[:4])
	to, _ := strconv.Atoi(w.to.Value[:4])
	return to > from+1
}

// laterWords open what came next on the same day.
var laterWords = newWords("ต่อมา", "ต่อมาเวลา", "ต่อมาในเวลา", "จากนั้น", "หลังจากนั้น", "ในเวลาต่อมา", "ภายหลังจากนั้น", "ในวันเดียวกัน", "later")

// dateByContext gives the undated events that the text tells of the day of the
// one told before, where it says that they came next, and the event of the
// headline the day that the text opens with: "ต่อมาในเวลา 16.30 น. … เข้าพบ …".
func (r *reading) dateByContext() {
	var day *kg.PartialDate
	for k := range r.sentences {
		s := &r.sentences[k]
		if s.headline {
			continue
		}
		for _, m := range s.tokens {
			if m.sort != occasion {
				continue
			}
			if m.thing.start == nil && day != nil && !m.bare && r.comesNext(s, m) {
				r.inferDate(m.thing, *day)
			}
			if t := m.thing.start; t != nil && t.Precision() == kg.Day && m.thing.end == nil {
				day = t
			}
		}
	}
	r.findClosingDay()
	r.findLastDay()
	opening := r.openingDay()
	if opening == nil {
		return
	}
	for _, m := range r.long {
		if m.sort == occasion && m.thing.start == nil && r.isHeadline(m) && !m.bare && (m.role == "BILATERAL" || m.role == "OTHER" || m.role == "SIGNING") {
			r.inferDate(m.thing, opening.when.from)
		}
	}
}

// findClosingDay gives the event that the text is about, where it has no day of its own, the
// day and place with which a paragraph closes: "… จัดขึ้น เมื่อวันที่ 18 มิถุนายน 2561 ณ โรงแรม ก".
func (r *reading) findClosingDay() {
	const tail = 200
	if r.main == nil || r.main.start != nil {
		return
	}
	for _, b := range r.blocks {
		if b.headline || b.english {
			continue
		}
		for k := r.nextName(max(b.start, b.end-tail)); k < len(r.names) && r.names[k].end <= b.end; k++ {
			d := r.names[k]
			if r.datesEvents(d) && d.when.from.Precision() == kg.Day && r.has(d.start, "เมื่อวัน") && (r.has(r.skipBlanks(d.end), "ณ") || r.has(r.skipBlanks(d.end), "ที่")) && r.isNews(d) {
				r.setDate(r.main, d)
				return
			}
		}
	}
}

// isNews reports whether a day is of the weeks before the text.
func (r *reading) isNews(d *mention) bool {
	const weeks = 31 * 24 * time.Hour
	told, err := time.Parse(time.DateOnly, r.publishedDay())
	if err != nil {
		return false
	}
	day, err := time.Parse(time.DateOnly, d.when.from.Value)
	return err == nil && !day.After(told) && told.Sub(day) <= weeks
}

// findLastDay gives the event that the text is about, where it is one that lasts,
// the last day of days in a row that begin with its own and beside which no other
// event is named.
func (r *reading) findLastDay() {
	main := r.main
	if main == nil || main.start == nil || main.end != nil || main.start.Precision() != kg.Day || !slices.Contains([]string{"SEMINAR", "EXPO", "CONFERENCE", "SUMMIT"}, main.subtype) {
		return
	}
	const near = 80
	for k := range r.sentences {
		s := &r.sentences[k]
		for _, d := range s.tokens {
			beside := func(m *mention) bool {
				return m.sort == occasion && !m.bare && m.thing != main && m.thing.subtype != main.subtype && m.end > d.start-near && m.start < d.end+near
			}
			if d.sort == date && d.when.from.Value == main.start.Value && d.when.to.Value > main.start.Value && r.datesEvents(d) && !slices.ContainsFunc(s.tokens, beside) {
				r.setDate(main, d)
				return
			}
		}
	}
}

// comesNext reports whether a sentence says before an event that it came next.
func (r *reading) comesNext(s *sentence, m *mention) bool {
	for i := s.start; i < min(s.start+60, m.start); i++ {
		if _, ok := r.wordAt(i, laterWords); ok && r.taken[i] == nil {
			return true
		}
	}
	return false
}

// openingDay gives the day of publication, or one before it, with
// which the text opens: "วันนี้ (26 มิ.ย. 67) นาย …".
func (r *reading) openingDay() *mention {
	for _, b := range r.blocks {
		if b.headline {
			continue
		}
		k := r.nextName(b.start)
		if k == len(r.names) || r.names[k].start > b.start+12 || r.names[k].start > b.end || !r.datesEvents(r.names[k]) {
			return nil
		}
		d := r.names[k]
		published := r.doc.PublishedOn
		if published == nil || d.when.from.Precision() != kg.Day || d.when.to.Value != "" || d.when.from.Value > published.Value {
			return nil
		}
		return d
	}
	return nil
}

func (r *reading) inferDate(t *thing, day kg.PartialDate) {
	t.start = &kg.PartialDate{Value: day.Value}
	t.inferred = append(t.inferred, "startDate")
}

// isDuring reports whether a sentence tells of an event in the course of the
// meeting that the text is about: "ในการประชุมครั้งนี้ … พิธีลงนาม".
func (r *reading) isDuring(s *sentence, m *mention) bool {
	before := r.str(s.start, m.start)
	return strings.Contains(before, "ในการประชุมครั้งนี้") || strings.Contains(before, "ในการประชุมดังกล่าว") || strings.Contains(before, "ในงานดังกล่าว")
}

// mainOccasion gives the first event of the text that is no headline's.
func (r *reading) mainOccasion() *thing {
	for _, m := range r.long {
		if m.sort == occasion && !m.bare && !r.isHeadline(m) {
			return m.thing
		}
	}
	return nil
}

// coordinate reports whether two events are told of in one breath: "… และเข้าร่วม
// การประชุม …", so that a date or place behind the second is the first's too.
func (r *reading) coordinate(a, b *mention) bool {
	return b.start > a.end && b.start-a.end < 24 && strings.HasPrefix(tidy(r.str(a.end, b.start)), "และ")
}

// reasonLeads stand before what an event is held in honour of, พระราช of its name
// aside.
var reasonLeads = newWords("เนื่องใน", "เนื่องในโอกาส", "เนื่องในโอกาสมหามงคล", "ในโอกาสมหามงคล")

// isReason reports whether an event is only the reason for the one told of: "…
// ในโอกาสการเยือนไทย ณ ทำเนียบรัฐบาล", "… เนื่องในโอกาสพระราชพิธีบรมราชาภิเษก".
func (r *reading) isReason(m *mention) bool {
	before := r.backBlanks(m.start)
	royal := before
	if r.endsWith(before, "พระราช") {
		royal = r.backBlanks(before - len([]rune("พระราช")))
	}
	if _, led := r.wordBefore(royal, reasonLeads); led {
		return true
	}
	return m.role == "VISIT" && (r.endsWith(before, "ในโอกาส") || r.has(m.start, "เดินทางเยือน") && r.endsWith(before, "โอกาส") || r.endsWith(before, "โอกาสเดินทาง") || r.endsWith(before, "โอกาสที่"))
}

func (r *reading) nested(a, b *mention) bool {
	return a.start >= b.start && a.end <= b.end || b.start >= a.start && b.end <= a.end
}

// placesOfOccasions reads where events were: the places behind ณ or ที่ after
// the name, else before it in the sentence.
func (r *reading) placesOfOccasions() {
	for k := range r.sentences {
		s := &r.sentences[k]
		if s.english {
			continue
		}
		for j, m := range s.tokens {
			if m.sort != occasion || m.role == "VISIT" && slices.ContainsFunc(r.within(m), func(n *mention) bool { return n.sort == spot && n.thing.kind == kg.KindCountry }) {
				continue
			}
			if m.role == "VISIT" && r.isReason(m) {
				continue // "ณ A … ในโอกาสเดินทางเยือน B"
			}
			places := r.placesBeside(s, j)
			if len(places) == 0 && !m.bare {
				places = r.placesOnNextLine(k, j)
			}
			if len(places) == 0 && r.isDuring(s, m) {
				for _, c := range r.index.houses[r.main] {
					if r.main != m.thing {
						r.claim(claim{kind: kg.HeldAt, subject: m.thing, object: c.object, spans: [][2]int{{s.start, m.end}}, event: m.thing, rule: "held-during"})
					}
				}
			}
			for _, p := range places {
				r.claim(claim{kind: kg.HeldAt, subject: m.thing, object: p.thing, spans: [][2]int{{m.start, m.end}, {p.start, p.end}}, event: m.thing, rule: "held-at"})
			}
			if len(places) == 0 {
				r.placeOfTrip(s, j)
			}
		}
	}
}

// placesOnNextLine gives the places that the line behind an event begins with, where a
// page breaks its lines: "… ในงาน ก ครั้งที่ 3\nณ ศูนย์ประชุม ข".
func (r *reading) placesOnNextLine(k, j int) []*mention {
	s, m := &r.sentences[k], r.sentences[k].tokens[j]
	if s.headline || k+1 == len(r.sentences) || len(r.sentences[k+1].tokens) == 0 {
		return nil
	}
	next := &r.sentences[k+1]
	place := next.tokens[0]
	if !r.has(next.start, "ณ ") || strings.Trim(r.str(m.end, next.start), " \n)”\"") != "" || r.beforeAround(place.start) != next.start+1 || place.sort != spot && place.sort != body {
		return nil
	}
	return r.placeChain(next.tokens, 0)
}

// tripPurposes stand between where somebody goes and the event that he goes there for.
var tripPurposes = newWords("เพื่อเข้าร่วม", "เพื่อเข้าร่วมใน", "เพื่อร่วม", "เพื่อเข้าร่วมงาน", "เพื่อร่วมงาน", "เข้าร่วม", "เพื่อเป็นประธาน", "เพื่อเป็นประธานใน", "เพื่อเข้าร่วมการ", "เพื่อร่วมการ", "เพื่อเข้าร่วมพระราช", "เพื่อร่วมพระราช")

// tripLeads stand before where somebody goes.
var tripLeads = newWords("เดินทางเยือน", "เดินทางไป", "เดินทางไปยัง", "เดินทางไปเยือน", "เดินทางมา", "เดินทางมายัง", "เยือน")

// placeOfTrip reads the place of the event that a trip is for: "เดินทางเยือน ก ประเทศ ข
// เพื่อเข้าร่วมการประชุม E". What a guest of Thailand came for is told as well.
func (r *reading) placeOfTrip(s *sentence, j int) {
	m := s.tokens[j]
	before := r.backBlanks(m.start)
	purpose, ok := r.wordBefore(before, tripPurposes)
	if !ok || m.role == "VISIT" {
		return
	}
	const far, row = 8, 60 // names, runes of a row of places
	at := r.backBlanks(before - len([]rune(purpose)))
	from := -1
	for k := r.nextName(at) - 1; k >= 0 && k > r.nextName(at)-far; k-- {
		p := r.names[k]
		if p.end > at {
			continue
		}
		if p.sort != spot || p.thing.kind == kg.KindVenue || p.start < at-row {
			break
		}
		gap := tidy(r.afterBracket(r.str(p.end, at)))
		if from >= 0 {
			gap = tidy(r.afterBracket(r.str(p.end, r.names[from].start)))
		}
		if gap != "" && !(from < 0 && gap == "อย่างเป็นทางการ") {
			break
		}
		from = k
		if _, led := r.wordBefore(r.backBlanks(p.start), tripLeads); led {
			r.heldIn(m.thing, [2]int{m.start, m.end}, r.names, k, "held-on-trip")
			return
		}
	}
}

// placeOfMain gives the event that the text is about its place, where its own
// sentence has none: the one that the rest of its paragraph states, "… ทั้งนี้ มี
// ผู้เข้าร่วม … ณ A", or that stands behind its day further on: "… ระหว่างวันที่ 24 -
// 28 เมษายน 2566 ณ A".
func (r *reading) placeOfMain() {
	main, told := r.main, true
	if main == nil {
		main, told = r.headlineOccasion(), false
	}
	if main == nil || len(r.index.houses[main]) > 0 || r.isOver(main) {
		return
	}
	if !r.placeInParagraph(main, told) {
		r.placeByDay(main)
	}
}

// isOver reports whether the text names an event first as one after which, or before
// which, something else was done or told: "ณ A ภายหลังการประชุม E นาย ก …".
func (r *reading) isOver(t *thing) bool {
	for _, m := range r.long {
		if m.sort == occasion && m.thing == t && !r.isHeadline(m) {
			_, over := r.wordBefore(m.start, beforehand)
			return over
		}
	}
	return false
}

// headlineOccasion gives the first event of a headline whose text names none.
func (r *reading) headlineOccasion() *thing {
	for _, m := range r.long {
		if m.sort == occasion && !m.bare && m.role != "VISIT" {
			return m.thing
		}
	}
	return nil
}

// presence are words for those who were there, behind which a place is that of the
// event the paragraph tells of, whatever was named in between: "… และประชาชน เข้าร่วม
// ณ A".
var presence = newWords("เข้าร่วม", "เข้าร่วมด้วย", "เข้าร่วมงาน", "เข้าร่วมพิธี", "เข้าร่วมประชุม", "เข้าร่วมการประชุม", "เข้าร่วมการประชุมดังกล่าว", "เข้าร่วมกิจกรรม", "เข้าร่วมในครั้งนี้", "เข้าร่วมในพิธี", "ในครั้งนี้ด้วย", "ในครั้งนี้", "เข้าร่วมรับฟัง", "ร่วมงาน", "ร่วมพิธี", "ร่วมในพิธี", "ร่วมประชุม", "ร่วมกิจกรรม", "ร่วมเป็นเกียรติ", "ให้การต้อนรับ", "ต้อนรับ", "เป็นสักขีพยาน", "สักขีพยาน", "เข้าร่วมฯ", "ด้วย")

// placeInParagraph reads the place from the paragraph that tells of an event, or
// from the first sentences of the text where none does: one in the next sentences
// where no other event is named, one behind those who were there, or the one with
// which the paragraph ends.
func (r *reading) placeInParagraph(main *thing, told bool) bool {
	const near, far = 2, 12 // sentences
	named, others, behind := -1, false, !told
	for k := range r.sentences {
		s := &r.sentences[k]
		if s.headline || s.english {
			continue
		}
		if named < 0 && (!told || slices.ContainsFunc(s.tokens, func(m *mention) bool { return m.sort == occasion && m.thing == main })) {
			named = k
		}
		if named < 0 {
			continue
		}
		if k > named && s.first && told || k > named+far || !told && k > named+near {
			return false
		}
		for j, m := range s.tokens {
			if m.sort == occasion && m.thing == main {
				behind = true
			} else if m.sort == occasion && !m.bare && !r.isReason(m) {
				others = true
			}
			if !behind || m.sort != spot && m.sort != body {
				continue
			}
			led, _ := r.leadOf(m.start)
			if led == ledAt && (!others && k > named && k <= named+near || !others && !told || r.isWhereTheyWere(m) || told && r.endsParagraph(s.tokens, j)) {
				r.heldIn(main, [2]int{s.start, s.start + 1}, s.tokens, j, "held-at-paragraph")
				return true
			}
		}
		if others && !told {
			return false
		}
	}
	return false
}

// isWhereTheyWere reports whether a place stands behind those who were there.
func (r *reading) isWhereTheyWere(m *mention) bool {
	_, there := r.wordBefore(r.backBlanks(r.beforeAround(m.start)-1), presence)
	return there
}

// endsParagraph reports whether the row of places from token j on is the last of its
// paragraph.
func (r *reading) endsParagraph(tokens []*mention, j int) bool {
	end := tokens[j].end
	for _, t := range tokens[j+1:] {
		if t.start < end {
			continue
		}
		if t.sort != spot && t.sort != body || t.start-end > 40 {
			return false
		}
		end = t.end
	}
	const tail = 20
	for n := 0; n < tail; n++ {
		if r.at(end+n) == '\n' {
			return true
		}
	}
	return false
}

// placeByDay reads the place behind a date that is the event's, or begins as it
// does.
func (r *reading) placeByDay(main *thing) {
	if main.start == nil || main.start.Precision() != kg.Day {
		return
	}
	for k := range r.sentences {
		s := &r.sentences[k]
		if s.headline {
			continue
		}
		for j, d := range s.tokens[:max(len(s.tokens)-1, 0)] {
			if d.sort != date || d.when.from.Value != main.start.Value {
				continue
			}
			place := s.tokens[j+1]
			if (place.sort == spot || place.sort == body) && strings.TrimSpace(r.str(d.end, max(place.start, d.end))) == "ณ" {
				r.heldIn(main, [2]int{d.start, d.end}, s.tokens, j+1, "held-at-day")
				return
			}
		}
	}
}

// heldIn claims that an event was in the places in a row from a token on.
func (r *reading) heldIn(event *thing, said [2]int, tokens []*mention, k int, rule string) {
	for _, p := range r.placeChain(tokens, k) {
		r.claim(claim{kind: kg.HeldAt, subject: event, object: p.thing, spans: [][2]int{said, {p.start, p.end}}, event: event, rule: rule})
	}
}

// houseHeads begin the names of bodies that are houses as well: "ที่โรงพยาบาล A".
var houseHeads = newWords("โรงพยาบาล", "โรงเรียน", "มหาวิทยาลัย", "วิทยาลัย", "สถานี", "ศูนย์")

// isOtherName reports whether an event stands in brackets behind another: "การประชุม
// ก (74th Congress B) ณ C".
func (r *reading) isOtherName(m, t *mention) bool {
	return t.start > m.end && t.start-m.end < 12 && strings.HasPrefix(strings.TrimSpace(r.str(m.end, t.start)), "(")
}

// otherWheres lead in the place where something stands or can be asked for, which is
// not that of an event: "ซึ่งตั้งอยู่ที่ A", "สอบถามได้ที่ B".
var otherWheres = newWords("อยู่ที่", "ได้ที่", "ติดต่อที่", "อาศัยที่", "สมัครที่")

// placesBeside gives the venue, hall, building and town of the event at token j.
func (r *reading) placesBeside(s *sentence, j int) []*mention {
	m := s.tokens[j]
	led := func(p *mention) bool {
		at := r.backBlanks(p.start)
		if p.sort != spot && p.sort != body {
			return false
		}
		if led, _ := r.leadOf(p.start); led == ledAt || r.isBehindSite(p) {
			return true
		}
		if r.endsWith(at, "พื้นที่") {
			return false
		}
		if r.endsWith(at, "นอกสถานที่") || r.endsWith(at, "สัญจร") {
			return p.sort == spot
		}
		if r.endsWith(at, " ที่") || r.endsWith(at, "\nที่") {
			_, house := r.wordAt(p.start, houseHeads)
			return p.sort == spot || house
		}
		if r.endsWith(at, "at the") || r.endsWith(at, "at") {
			return p.sort == spot
		}
		if p.sort == spot && p.thing.kind == kg.KindCountry && isThaiLetter(r.at(p.end)) && r.endsWith(p.start, "ที่") {
			return false // "ประโยชน์ที่ไทยจะได้รับ"
		}
		if _, other := r.wordBefore(at, otherWheres); other {
			return false
		}
		return p.sort == spot && r.has(p.start, "ที่") || p.sort == spot && at == p.start && r.endsWith(at, "ที่")
	}
	for k := j + 1; k < len(s.tokens); k++ {
		t := s.tokens[k]
		if t.sort == occasion && t.thing != m.thing && !r.nested(t, m) && !t.bare && !r.coordinate(m, t) && !r.isReason(t) && !r.isOtherName(m, t) {
			break
		}
		if t.sort == signal && (t.cue == speaks || t.cue == signs && m.role != "SIGNING") || t.sort == accord && t.start > m.end && m.cue != signs && m.role != "SIGNING" || t.start-m.end > 1400 || t.start-m.end > 500 && t.sort == spot && t.thing.kind != kg.KindVenue {
			break
		}
		if led(t) || t.sort == spot && t.thing.kind == kg.KindVenue && t.start > m.end && !m.bare && m.role != "VISIT" && strings.Trim(r.str(m.end, t.start), " ”\")") == "" {
			return r.placeChain(s.tokens, k)
		}
	}
	for k := 0; k < j; k++ {
		t := s.tokens[k]
		if t.sort == occasion && k < j && m.role != "BILATERAL" && !t.bare {
			return nil
		}
		if led(t) {
			if _, past := r.wordBefore(m.start, beforehand); past {
				return nil // "ณ A ภายหลังการประชุม E นาย ก …"
			}
			if at := r.backBlanks(m.start); !r.endsWith(at, "ใน") && !r.endsWith(at, "เป็นประธาน") && slices.ContainsFunc(s.tokens[k:j], func(n *mention) bool { return n.sort == signal && n.cue == speaks }) {
				return nil // where it was told: "ณ A นาย ก เปิดเผยว่า … จัดงาน E"
			}
			return r.placeChain(s.tokens, k)
		}
	}
	return nil
}

// isBehindSite reports whether a house, a town or a province stands behind a site whose name
// no rule reads: "ณ ลุมพินีธารา |จังหวัดลำปาง".
func (r *reading) isBehindSite(p *mention) bool {
	const longest = 60
	if p.sort != spot || p.thing.kind == kg.KindCountry || p.thing.kind == kg.KindZone || !isBlank(r.at(p.start-1)) {
		return false
	}
	for i := p.start - 1; i > 0 && i > p.start-longest; i-- {
		c := r.at(i)
		if m := r.taken[i]; m != nil && (m.sort != spot || m.thing.kind != kg.KindZone) || c == '\n' || c == ',' || c == ':' {
			return false
		}
		if c == 'ณ' && isSpace(r.at(i-1)) && isBlank(r.at(i+1)) {
			between := r.str(i+1, p.start)
			return !slices.ContainsFunc(clauseWords, func(w string) bool { return strings.Contains(between, w) }) && strings.Count(tidy(between), " ") < 4
		}
	}
	return false
}

// placeChain gives the places in a row from a token on that say where an event
// was: districts and roads are left out, and the country where something
// smaller is named.
func (r *reading) placeChain(tokens []*mention, k int) []*mention {
	var chain []*mention
	at := tokens[k].start
	for ; k < len(tokens); k++ {
		t := tokens[k]
		if t.start < at {
			continue
		}
		gap := tidy(r.afterBracket(r.str(at, t.start)))
		if t.sort == body && len(chain) == 0 {
			// A university or company that lends its house.
			v := r.named(nil, kg.KindVenue, r.str(t.start, t.end), t.start)
			chain, at = []*mention{{start: t.start, end: t.end, sort: spot, thing: v}}, t.end
			continue
		}
		if t.sort == body && gap == "" && !(r.lends(t, chain[len(chain)-1]) && r.isFullName(t) && isThaiLetter(r.at(t.start))) {
			at = t.end // who is at home there
			continue
		}
		if t.sort == body && gap == "" {
			// The house that the hall is in.
			v := r.named(nil, kg.KindVenue, r.str(t.start, t.end), t.start)
			chain, at = append(chain, &mention{start: t.start, end: t.end, sort: spot, thing: v}), t.end
			continue
		}
		if t.sort != spot || len(chain) > 0 && !r.leadsOn(gap, t) {
			break
		}
		chain = append(chain, t)
		at = t.end
	}
	finer := slices.ContainsFunc(chain, func(p *mention) bool { return p.thing.kind != kg.KindCountry })
	return slices.DeleteFunc(chain, func(p *mention) bool {
		switch p.thing.kind {
		case kg.KindCountry:
			return finer
		case kg.KindZone:
			size := r.size(p)
			return strings.HasPrefix(p.thing.surfaces[0], "เขต") && len(p.thing.surfaces[0]) < 45 || (p.thing.known != nil || size == 3 || size == 4) && len(chain) > 1
		}
		return false
	})
}

// lends reports whether a body behind a hall is named as the house that this is in: any
// body behind a room, a university or school behind a building as well.
func (r *reading) lends(b, hall *mention) bool {
	return r.has(hall.start, "ห้อง") || b.thing.kind == kg.KindInstitute && r.isHall(hall)
}

// leadsOn reports whether what stands between two places of a row takes the event
// to the second as well: a road, a bracket, or และ before another house or province.
func (r *reading) leadsOn(gap string, next *mention) bool {
	if slices.ContainsFunc(streets, func(s string) bool { return strings.HasPrefix(gap, s) }) {
		return true
	}
	switch gap {
	case "", ",", "(", ", (", "ภายใน", "หน้า", "บอลรูม", "แกรนด์บอลรูม", "แกรนด์ บอลรูม", "ฮอลล์", "ฮอลล์,":
		return true
	case "ใน", "ในเขต", "ในพื้นที่":
		return next.thing.kind == kg.KindZone || next.thing.kind == kg.KindProvince || next.thing.kind == kg.KindCity
	case "และ":
		return next.thing.kind != kg.KindCountry && next.thing.kind != kg.KindZone && !next.bare
	}
	return false
}

// judgeOccasions gives events their status, and drops those of which the text
// says nothing: no date, number, person, body or place.
func (r *reading) judgeOccasions() {
	r.keepClaims(slices.DeleteFunc(r.claims, func(c *claim) bool { return c.kind == kg.Attended && r.isClaimed(kg.Chaired, c.subject, c.object) }))
	r.hostsForCountries()
	said := map[*thing]int{}
	housed := map[*thing]bool{} // in a hall or building
	people := map[*thing]int{}
	for _, c := range r.claims {
		switch c.kind {
		case kg.Chaired, kg.Attended, kg.Organized, kg.SpokeAt:
			people[c.object]++
			said[c.object]++
		case kg.HeldAt:
			said[c.subject]++
			housed[c.subject] = housed[c.subject] || c.object.kind == kg.KindVenue
		case kg.SignedAt, kg.Witnessed:
			said[c.object]++
		}
	}
	reference := r.doc.FirstDay()
	if reference == "" && r.doc.Language == "en" {
		reference = r.dateline().Value
	}
	if reference == "" {
		for _, t := range r.things {
			if t.kind == kg.KindMeeting && t.start != nil && people[t] > 0 && len(t.start.Value) == 10 {
				reference = t.start.Value
				break
			}
		}
	}
	mentioned, told := r.firstMentions()
	for _, t := range r.things {
		if t.kind != kg.KindMeeting {
			continue
		}
		first, headlineOnly := mentioned[t], !told[t]
		generic := t.series == nil && t.start == nil && people[t] == 0
		if first != nil && (generic && said[t] == 0 || first.bare && people[t] == 0 || generic && t.subtype != "SIGNING" && !(t == r.main && housed[t] && !r.isIntended(first)) || r.isPast(first) && t.series == nil || headlineOnly && t.subtype != "SIGNING" && t.subtype != "BILATERAL" && people[t] == 0) {
			if r.isAnnounced(first) {
				t.status = "PLANNED"
				continue
			}
			if t.subtype != "EXPO" && t.subtype != "AWARD" && (t.local || headlineOnly || said[t] == 0 && r.doc.Language != "en") || !latinYear(t) {
				t.dropped = true
				r.miss(first.start, first.end, "meeting", "nothing is said of it: neither date nor number nor anybody there")
				continue
			}
		}
		if t.start == nil && latinYear(t) {
			t.start = &kg.PartialDate{Value: yearOf(t)}
		} else if d := r.yearBehind(first); t.start == nil && d != nil {
			r.setDate(t, d)
		}
		switch {
		case t.start != nil && reference != "" && t.start.First() > reference && len(t.start.Value) >= 7:
			t.status = "PLANNED"
		case t.start != nil && reference != "" && len(t.start.Value) == 4 && t.start.Value > reference[:4]:
			t.status = "PLANNED"
		case t.status == "PLANNED" && reference == "" && people[t] == 0:
		case t.start != nil || people[t] > 0:
			t.status = "HELD"
		}
		if first != nil && r.isPlanned(first) && (t.start == nil || reference == "" || t.start.First() > reference) {
			t.status = "PLANNED"
		}
	}
	r.keepClaims(slices.DeleteFunc(r.claims, func(c *claim) bool { return c.subject.dropped || c.object.dropped }))
}

// isAnnounced reports whether an international fair with a name of its own is
// only announced: "การจัดงานมหกรรม … นานาชาติ …".
func (r *reading) isAnnounced(m *mention) bool {
	return m.thing.subtype == "EXPO" && m.end-m.start > 30 && strings.Contains(r.str(m.start, m.end), "นานาชาติ") && r.endsWith(r.backBlanks(m.start), "จัด")
}

// firstMentions gives where events and agreements are first named, and which of
// them are named in more than headlines.
func (r *reading) firstMentions() (first map[*thing]*mention, told map[*thing]bool) {
	first, told = map[*thing]*mention{}, map[*thing]bool{}
	for _, m := range r.long {
		if first[m.thing] == nil {
			first[m.thing] = m
		}
		if !told[m.thing] && !r.isHeadline(m) {
			told[m.thing] = true
		}
	}
	return first, told
}

// isPast reports whether an event is only mentioned as a former one without
// number or date.
func (r *reading) isPast(m *mention) bool {
	_, ok := r.hasAny(r.skipBlanks(m.end), []string{"ครั้งที่ผ่านมา", "ที่ผ่านมา", "ครั้งก่อน"})
	return ok && m.thing.start == nil
}

// isIntended reports whether an event is one of a sort that somebody holds or a
// body that decides: "รวมทั้งการจัดประชุม…", "มติที่ประชุม…".
func (r *reading) isIntended(m *mention) bool {
	return r.has(m.start, "ที่ประชุม") || r.endsWith(m.start, "จัด")
}

// isPlanned reports whether the words beside an event put it into the future.
func (r *reading) isPlanned(m *mention) bool {
	after := r.str(m.end, min(m.end+24, len(r.runes)))
	before := r.str(max(0, m.start-18), m.start)
	return strings.Contains(after, "ที่จะ") || strings.Contains(after, "จะจัด") || strings.Contains(after, "จะมีขึ้น") || strings.HasSuffix(strings.TrimSpace(before), "จะเข้าร่วม") || strings.Contains(before, "เตรียมจัด")
}

// yearBehind gives the year that stands right behind the name of an event: "…
// โอลิมปิกในปี 2563".
func (r *reading) yearBehind(m *mention) *mention {
	if m == nil {
		return nil
	}
	k := r.nextName(m.end)
	if k == len(r.names) || r.names[k].sort != date || r.names[k].when.kind != thai.DateYear {
		return nil
	}
	gap := tidy(r.str(m.end, r.names[k].start))
	if gap != "ใน" && (gap != "" || r.has(r.names[k].start, "พ.ศ.")) {
		return nil // "พระราชบัญญัติ … พ.ศ. 2550"
	}
	return r.names[k]
}

// latinYear reports whether the name of an event ends in its year: Smart City
// Expo 2022.
func latinYear(t *thing) bool { return yearOf(t) != "" }

func yearOf(t *thing) string {
	for _, s := range t.surfaces {
		n := len(s)
		if n <= 6 || s[n-5] != ' ' || !isLatin(rune(s[n-6])) || !isDigit(rune(s[n-1])) || !isDigit(rune(s[n-2])) {
			continue
		}
		if year := s[n-4:]; firstYear <= year && year <= lastYear {
			return year
		}
	}
	return ""
}
