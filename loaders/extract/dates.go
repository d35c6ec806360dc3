package extract

import (
	"strconv"
	"strings"
	"time"

	"mueang/graph/kg"
	"mueang/loaders/thai"
)

// when is a date or a range of dates.
type when struct {
	from, to kg.PartialDate
	kind     thai.DateKind
	inferred bool // the year, or the whole date, is not written there
	today    bool // said as วันนี้
}

var weekdays = newWords("จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "พฤหัส", "ศุกร์", "เสาร์", "อาทิตย์")

// dateOpeners may stand before a date and belong to its phrase.
var dateOpeners = newWords("ระหว่างวันที่", "เมื่อวันที่", "ภายในวันที่", "ในวันที่", "วันที่", "เมื่อเดือน", "ในเดือน", "เดือน", "ภายในปี", "เมื่อปี", "ในปี", "ปีพ.ศ.", "พ.ศ.")

// findDates finds the dates of the text. A year that is not written is taken
// from the date of publication or, without one, from the number of a meeting
// (ครั้งที่ 1/2563) or the first full date of the text.
func (r *reading) findDates() {
	ctx := thai.DateContext{}
	if r.doc.PublishedOn != nil {
		ctx.Reference = *r.doc.PublishedOn
	} else if ctx.Year = r.numberedYear(); ctx.Year == 0 {
		if ctx.Reference = r.dateline(); ctx.Reference.Value == "" {
			ctx.Year = r.eventYear()
		}
	}
	for _, d := range thai.Dates(r.runes, ctx) {
		if d.From.Value == "" || !r.isRead(d.Start) {
			continue
		}
		m := &mention{start: d.Start, end: d.End, sort: date, when: when{from: d.From, to: d.To, kind: d.Kind, inferred: d.NoYear}}
		r.mendYear(&m.when)
		if d.Kind == thai.DateFiscal {
			m.when.to = kg.PartialDate{}
		}
		r.openDate(m)
		r.put(m)
	}
	r.findWeekdays()
	published, err := time.Parse(time.DateOnly, r.publishedDay())
	if err != nil {
		return
	}
	for _, b := range r.blocks {
		for i := b.start; i < b.end; i++ {
			if r.at(i) != 'ว' || r.taken[i] != nil {
				continue
			}
			w, ok := r.wordAt(i, spokenDays)
			if !ok {
				continue
			}
			end, value := i+len([]rune(w)), published
			if w == "วานนี้" {
				value = published.AddDate(0, 0, -1)
			}
			r.put(&mention{start: i, end: end, sort: date,
				when: when{from: kg.PartialDate{Value: value.Format(time.DateOnly)}, kind: thai.DateDay, inferred: true, today: true}})
		}
	}
}

// spokenDays are told from the day of publication.
var spokenDays = newWords("วันนี้", "วานนี้")

// publishedDay gives the day of publication, "" where it is not known to the day.
func (r *reading) publishedDay() string {
	if p := r.doc.PublishedOn; p != nil && p.Precision() == kg.Day {
		return p.Value
	}
	return ""
}

// dateline gives the first full date that the text begins with, as news do: "BANGKOK, 7
// June 2019 – …"; zero without one.
func (r *reading) dateline() kg.PartialDate {
	const near = 600
	for _, d := range thai.Dates(r.runes[:min(near, len(r.runes))], thai.DateContext{}) {
		if v := d.From.Value; !d.NoYear && len(v) == len(time.DateOnly) && v[:4] >= "2000" && v[:4] <= lastYear {
			return kg.PartialDate{Value: v}
		}
	}
	return kg.PartialDate{}
}

// englishWeekdays are what newspapers date by.
var englishWeekdays = map[string]time.Weekday{"monday": time.Monday, "tuesday": time.Tuesday, "wednesday": time.Wednesday, "thursday": time.Thursday, "friday": time.Friday, "saturday": time.Saturday, "sunday": time.Sunday}

// findWeekdays finds the days that English news tell by the day of the week or by
// yesterday, from the day of the text: "held talks on Monday", "will meet on Friday".
func (r *reading) findWeekdays() {
	day := r.dateline()
	if day.Value == "" && r.doc.PublishedOn != nil {
		day = *r.doc.PublishedOn
	}
	told, err := time.Parse(time.DateOnly, day.Value)
	if err != nil {
		return
	}
	const week, clause = 7, 90
	for _, b := range r.blocks {
		if !b.english {
			continue
		}
		ws := r.spell(b)
		for k := 1; k < len(ws); k++ {
			w := ws[k]
			on, weekday := englishWeekdays[w.low]
			apart := 0
			switch {
			case w.own || r.taken[w.start] != nil || r.dayFollows(w.end):
				continue
			case w.low == "yesterday":
				apart = -1
			case !weekday || !w.capital() || ws[k-1].low != "on" && ws[k-1].low != "last" && ws[k-1].low != "this" && ws[k-1].low != "next":
				continue
			default:
				before := " " + strings.ToLower(tidy(r.str(max(b.start, w.start-clause), w.start)))
				apart = -(int(told.Weekday()-on) + week) % week
				if ws[k-1].low == "next" || strings.Contains(before, " will ") || strings.Contains(before, " scheduled ") || strings.Contains(before, " plans to ") || strings.Contains(before, " expected to ") {
					apart = (int(on-told.Weekday()) + week) % week
				}
			}
			value := told.AddDate(0, 0, apart).Format(time.DateOnly)
			r.put(&mention{start: w.start, end: w.end, sort: date, when: when{from: kg.PartialDate{Value: value, Original: w.text}, kind: thai.DateDay, inferred: true}})
		}
	}
}

// dayFollows reports whether a date stands behind the day of the week that ends at i:
// "Monday (June 18)", "Monday 8 November".
func (r *reading) dayFollows(i int) bool {
	for i < len(r.runes) && strings.ContainsRune(" (,", r.runes[i]) {
		i++
	}
	m := r.taken[min(i, len(r.runes))]
	return m != nil && m.sort == date
}

// eventYear gives the year in the name of the first event that has one in Latin letters,
// else 0: "A Annual Meeting 2019".
func (r *reading) eventYear() int {
	for i := 5; i+4 < len(r.runes); i++ {
		if r.runes[i] != '2' || r.runes[i-1] != ' ' || r.runes[i+1] != '0' || !isLatin(r.runes[i-2]) || !isDigit(r.at(i+2)) || !isDigit(r.at(i+3)) || isDigit(r.at(i+4)) {
			continue
		}
		word := i - 2
		for word > 0 && isLatin(r.runes[word-1]) {
			word--
		}
		if w := r.str(word, i-1); isUpper(r.runes[word]) && r.lex.english.is("event", strings.ToLower(w)) {
			if year, err := strconv.Atoi(r.str(i, i+4)); err == nil && strconv.Itoa(year) >= firstYear && strconv.Itoa(year) <= lastYear {
				return year
			}
		}
	}
	return 0
}

// mendYear reads a year that lies in another century as the year of publication
// where it differs from that in one digit and the day is then within two months
// of publication: "31 ตุลาคม 2664" of November 2564.
func (r *reading) mendYear(w *when) {
	published := r.doc.PublishedOn
	if published == nil || w.kind == thai.DateYear || w.kind == thai.DateFiscal || w.from.Value[:4] <= lastYear && w.from.Value[:4] >= "1900" {
		return
	}
	near, err := time.Parse(time.DateOnly, published.First())
	if err != nil {
		return
	}
	year := published.Value[:4]
	mended := kg.PartialDate{Value: year + w.from.Value[4:]}
	day, err := time.Parse(time.DateOnly, mended.First())
	if err != nil || day.Sub(near).Abs() > 60*24*time.Hour || !oneDigitApart(w.from.Value[:4], year) && !oneDigitApart(buddhist(w.from.Value[:4]), buddhist(year)) {
		return
	}
	if w.to.Value != "" && w.to.Value[:4] == w.from.Value[:4] {
		w.to.Value = year + w.to.Value[4:]
	}
	w.from.Value, w.inferred = mended.Value, true
}

// buddhist gives the Buddhist year of a Gregorian one.
func buddhist(year string) string {
	n, _ := strconv.Atoi(year)
	return strconv.Itoa(n + 543)
}

func oneDigitApart(a, b string) bool {
	apart := 0
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			apart++
		}
	}
	return apart == 1 && len(a) == len(b)
}

// openDate takes the words before a date into its mention: เมื่อวันที่, and
// วันนี้ with the date in brackets.
func (r *reading) openDate(m *mention) {
	at := r.backBlanks(m.start)
	if w, ok := r.wordBefore(at, weekdays); ok {
		at = r.backBlanks(at - len([]rune(w)))
	} else if r.endsWith(at, "ที่") {
		before := r.backBlanks(at - 3)
		if w, ok := r.wordBefore(before, weekdays); ok && r.endsWith(before-len([]rune(w)), "วัน") {
			m.start = before - len([]rune(w)) - 3
			at = r.backBlanks(m.start)
		}
	}
	if w, ok := r.wordBefore(at, dateOpeners); ok {
		m.start = at - len([]rune(w))
	}
	for _, word := range []string{"เมื่อ", "ระหว่าง"} {
		if at := r.backBlanks(m.start); r.endsWith(at, word) {
			m.start = at - len([]rune(word))
		}
	}
	if open := r.backBlanks(m.start); r.at(open-1) == '(' && r.at(r.skipBlanks(m.end)) == ')' {
		if before := r.backBlanks(open - 1); r.endsWith(before, "วันนี้") {
			m.start, m.end = before-6, r.skipBlanks(m.end)+1
			m.when.today = true
		}
	}
}

// numberedYear gives the Gregorian year of the first number of a meeting that
// has one, else 0.
func (r *reading) numberedYear() int {
	for i := 0; i < len(r.runes); i++ {
		if r.runes[i] == 'ค' && r.has(i, "ครั้งที่") {
			if n, _ := r.ordinal(i); n.Year != 0 {
				return n.Year
			}
		}
	}
	return 0
}

// ordinal reads the number of a meeting at i: "ครั้งที่ 1/2565", "ครั้งที่ 35",
// "สมัยที่ 17"; end is 0 without one.
func (r *reading) ordinal(i int) (series kg.Series, end int) {
	word, ok := r.hasAny(i, []string{"ครั้งที่", "สมัยที่", "รุ่นที่", "ปีที่"})
	if !ok {
		return series, 0
	}
	at := r.skipBlanks(i + len([]rune(word)))
	number := func() int {
		n, digits := 0, 0
		for isDigit(r.at(at)) && digits < 4 {
			n, digits, at = n*10+int(r.at(at)-'0'), digits+1, at+1
		}
		return n
	}
	if !isDigit(r.at(at)) {
		return series, 0
	}
	series.Ordinal = number()
	end = at
	if r.at(at) == '-' && isDigit(r.at(at+1)) { // "ครั้งที่ 12-1/2565": the first part of the twelfth
		at++
		number()
		end = at
	}
	if at = r.skipBlanks(at); r.at(at) == '/' {
		at = r.skipBlanks(at + 1)
		if isDigit(r.at(at)) {
			switch year := number(); {
			case year >= 2400:
				series.Year, end = year-543, at
			case year >= 1900:
				series.Year, end = year, at
			case year >= 40 && year < 100:
				series.Year, end = year+2500-543, at
			}
		}
	}
	return series, end
}

// lineDate gives the date that a line consists of, or nil.
func (r *reading) lineDate(start, end int) *kg.PartialDate {
	found := thai.Dates(r.runes[start:end], thai.DateContext{})
	if len(found) == 0 || found[0].Kind != thai.DateDay || found[0].NoYear || !r.isDateLine(start, end) {
		return nil
	}
	day := found[0].From
	day.Original = tidy(day.Original)
	return &day
}

// isDateLine reports whether a line says a date and nothing else.
func (r *reading) isDateLine(start, end int) bool {
	found := thai.Dates(r.runes[start:end], thai.DateContext{})
	if len(found) == 0 {
		return false
	}
	runes := r.runes[start:end]
	rest := string(runes[:found[0].Start]) + string(runes[found[0].End:])
	for _, word := range append([]string{"วันที่", "วัน", "ที่", "เวลา", "น.", "นาฬิกา"}, weekdays.texts...) {
		rest = strings.ReplaceAll(rest, word, "")
	}
	for _, c := range rest {
		if isThaiLetter(c) || isLatin(c) {
			return false
		}
	}
	return true
}

// isRead reports whether i is in a paragraph that is read.
func (r *reading) isRead(i int) bool {
	_, ok := r.inBlock(i)
	return ok
}
