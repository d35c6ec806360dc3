package thai

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"mueang/graph/kg"
)

// DateKind says what sort of date a [DateMention] is.
type DateKind string

// The kinds of date.
const (
	DateDay    DateKind = "DAY"
	DateRange  DateKind = "RANGE" // of days, months or years
	DateMonth  DateKind = "MONTH"
	DateYear   DateKind = "YEAR"
	DateFiscal DateKind = "FISCAL" // a Thai fiscal year: From 1 October of the year before To 30 September
)

// DateMention is a date in a text.
type DateMention struct {
	Start, End int // in code points; without weekday and วันที่
	// From is the date, or the first one of a range; zero while NoYear waits
	// for a year. Original is the text of the whole mention.
	From kg.PartialDate
	To   kg.PartialDate // the last one of a range or fiscal year, zero otherwise
	Kind DateKind
	// NoYear says that the text does not state the year: From and To are zero,
	// or inferred.
	NoYear bool

	from, to calendarDay
}

// DateContext is what a missing year is taken from. The zero value leaves
// years missing.
type DateContext struct {
	Year      int            // Gregorian; goes before Reference
	Reference kg.PartialDate // of publication, for instance: the nearest year is taken
}

// calendarDay is a date of which parts may be unknown, which are 0.
type calendarDay struct{ year, month, day int }

func (d calendarDay) valid() bool {
	switch {
	case d.month == 0:
		return d.day == 0 && d.year != 0
	case d.month < 0 || d.month > 12 || d.day < 0 || d.day > 31:
		return false
	case d.day == 0:
		return true
	}
	year := d.year
	if year == 0 {
		year = 2000 // a leap year, since any may be meant
	}
	return time.Date(year, time.Month(d.month), d.day, 0, 0, 0, 0, time.UTC).Day() == d.day
}

func (d calendarDay) value() string {
	switch {
	case d.month == 0:
		return fmt.Sprintf("%04d", d.year)
	case d.day == 0:
		return fmt.Sprintf("%04d-%02d", d.year, d.month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.year, d.month, d.day)
}

func (d calendarDay) before(e calendarDay) bool {
	if d.year != e.year {
		return d.year < e.year
	}
	if d.month != e.month {
		return d.month < e.month
	}
	return d.day < e.day
}

// time gives the day, its first where parts are unknown.
func (d calendarDay) time() time.Time {
	return time.Date(d.year, time.Month(max(d.month, 1)), max(d.day, 1), 0, 0, 0, 0, time.UTC)
}

// Resolve fills a missing year in: that of the context, or the one that brings
// the date nearest to the reference. NoYear stays. A mention that has its
// year, or for which the context has none, comes back as it is.
func (m DateMention) Resolve(ctx DateContext) DateMention {
	if !m.NoYear {
		return m
	}
	if ctx.Year != 0 {
		return m.inYear(ctx.Year)
	}
	reference := ctx.Reference
	if reference.Precision() == kg.Year {
		reference.Value += "-07-01"
	}
	near, err := time.Parse(time.DateOnly, reference.First())
	if err != nil {
		return m
	}
	best, distance := m, time.Duration(0)
	for year := near.Year() - 1; year <= near.Year()+1; year++ {
		candidate := m.inYear(year)
		if candidate.From.Value == "" {
			continue
		}
		from := candidate.from
		from.year = year
		if d := from.time().Sub(near).Abs(); best.From.Value == "" || d < distance {
			best, distance = candidate, d
		}
	}
	return best
}

// inYear fills a year in, unless the day does not exist in it.
func (m DateMention) inYear(year int) DateMention {
	from, to := m.from, m.to
	from.year = year
	if to != (calendarDay{}) {
		to.year = year
		if to.before(from) {
			to.year++
		}
	}
	if !from.valid() || to != (calendarDay{}) && !to.valid() {
		return m
	}
	m.From.Value = from.value()
	if to != (calendarDay{}) {
		m.To.Value = to.value()
	}
	return m
}

// Dates finds every date in a normalised text, from left to right. Years of
// 2200 and more are Buddhist, as are two digits after a Thai month (65 is
// 2565); other years are Gregorian. Days that do not exist give nothing.
func Dates(runes []rune, ctx DateContext) []DateMention {
	p := dateParser{runes: runes, names: monthNames()}
	var mentions []DateMention
	for i := 0; i < len(runes); {
		found, end := p.at(i)
		for _, m := range found {
			original := string(runes[m.Start:m.End])
			m.From.Original = original
			if m.to != (calendarDay{}) {
				m.To.Original = original
			}
			if !m.NoYear {
				m.From.Value = m.from.value()
				if m.to != (calendarDay{}) {
					m.To.Value = m.to.value()
				}
			}
			mentions = append(mentions, m.Resolve(ctx))
		}
		i = max(end, i+1)
	}
	for i := range mentions {
		// A date without a value keeps no original either.
		if mentions[i].From.Value == "" {
			mentions[i].From, mentions[i].To = kg.PartialDate{}, kg.PartialDate{}
		}
	}
	return mentions
}

type dateParser struct {
	runes []rune
	names *monthTable
}

// at parses the dates that begin at i, of which a list of days has several,
// and gives where to go on: 0 when there is nothing.
func (p dateParser) at(i int) ([]DateMention, int) {
	r := p.runes[i]
	switch {
	case digit(r):
		if i > 0 && (digit(p.runes[i-1]) || latin(p.runes[i-1]) || i > 1 && strings.ContainsRune(".,/:", p.runes[i-1]) && digit(p.runes[i-2])) {
			return nil, 0
		}
		if p.quarter(i) {
			return nil, 0
		}
		if found, end := p.days(i); end > 0 {
			return found, end
		}
		return p.numeric(i)
	case r == 'ป' || r == 'พ' || r == 'ค':
		if found, end := p.years(i); end > 0 {
			return found, end
		}
	case latin(r):
		if i > 0 && latin(p.runes[i-1]) {
			return nil, 0
		}
		if found, end := p.years(i); end > 0 {
			return found, end
		}
		if found, end := p.monthFirst(i); end > 0 {
			return found, end
		}
	}
	return p.months(i)
}

// days parses what begins with a day: "6- 7 มิถุนายน 2562",
// "30 พ.ย. – 2 ธ.ค. 65", "25th of November 2019".
func (p dateParser) days(i int) ([]DateMention, int) {
	day, after, ok := p.day(i)
	if !ok {
		return nil, 0
	}
	if m, end, ok := p.month(p.beforeMonth(after)); ok {
		first := calendarDay{month: m.month, day: day}
		yearEnd := 0
		first.year, yearEnd = p.year(end, m)
		if m.undotted && yearEnd == 0 {
			return nil, 0
		}
		stop := max(end, yearEnd)
		if !first.valid() {
			return nil, stop
		}
		// A second day with its own month makes a range.
		if next, ok := p.through(stop); ok {
			if day2, after2, ok := p.day(next); ok {
				if m2, end2, ok := p.month(p.beforeMonth(after2)); ok {
					last := calendarDay{month: m2.month, day: day2}
					yearEnd2 := 0
					last.year, yearEnd2 = p.year(end2, m2)
					if mention, ok := newRange(i, max(end2, yearEnd2), first, last); ok {
						return []DateMention{mention}, mention.End
					}
				}
			}
		}
		return []DateMention{single(i, stop, first)}, stop
	}
	// Days that share the month behind the last one.
	days, starts, ends := []int{day}, []int{i}, []int{after}
	var through []bool // whether the day is joined to the one before as a range
	for len(days) < 16 {
		next, isRange := p.through(after)
		if !isRange {
			var isList bool
			if next, isList = p.and(after); !isList {
				return nil, 0
			}
		}
		day, end, ok := p.day(next)
		if !ok {
			return nil, 0
		}
		days, starts, ends, through = append(days, day), append(starts, next), append(ends, end), append(through, isRange)
		after = end
		if m, end, ok := p.month(p.beforeMonth(after)); ok {
			year, yearEnd := p.year(end, m)
			if m.undotted && yearEnd == 0 {
				return nil, 0
			}
			stop := max(end, yearEnd)
			ends[len(ends)-1] = stop
			if len(days) > 2 && inRow(days) && !slices.Contains(through, true) {
				// "5, 6 และ 7 ตุลาคม" lasts for three days.
				if mention, ok := newRange(i, stop, calendarDay{year, m.month, days[0]}, calendarDay{year, m.month, days[len(days)-1]}); ok {
					return []DateMention{mention}, stop
				}
			}
			var found []DateMention
			for k := 0; k < len(days); k++ {
				first := calendarDay{year, m.month, days[k]}
				if k < len(through) && (through[k] || days[k+1] == days[k]+1 && len(days) == 2) {
					last := calendarDay{year, m.month, days[k+1]}
					if mention, ok := newRange(starts[k], ends[k+1], first, last); ok {
						found = append(found, mention)
						k++
						continue
					}
					if through[k] {
						return nil, stop // "12-10 มิถุนายน" means nothing
					}
				}
				if first.valid() {
					found = append(found, single(starts[k], ends[k], first))
				}
			}
			return found, stop
		}
	}
	return nil, 0
}

// inRow reports whether days follow on each other.
func inRow(days []int) bool {
	for k := 1; k < len(days); k++ {
		if days[k] != days[k-1]+1 {
			return false
		}
	}
	return true
}

// months parses what begins with a month: "เดือนสิงหาคม 2562",
// "มกราคม - มีนาคม 2563".
func (p dateParser) months(i int) ([]DateMention, int) {
	named := false
	at := i
	if p.runes[i] == 'เ' {
		if end, ok := p.word(i, "เดือน"); ok {
			named, at = true, p.space(end)
		}
	}
	m, end, ok := p.month(at)
	if !ok || at == i && !ClusterStart(p.runes, i) {
		return nil, 0
	}
	if i > 0 && at == i && !m.english && p.runes[i-1] == '.' {
		return nil, 0
	}
	first := calendarDay{month: m.month}
	yearEnd := 0
	first.year, yearEnd = p.year(end, m)
	stop := max(end, yearEnd)
	if next, ok := p.through(stop); ok && !m.undotted {
		if after, ok := p.word(next, "เดือน"); ok {
			next = p.space(after)
		}
		if m2, end2, ok := p.month(next); ok && !m2.undotted {
			last := calendarDay{month: m2.month}
			yearEnd2 := 0
			last.year, yearEnd2 = p.year(end2, m2)
			if mention, ok := newRange(at, max(end2, yearEnd2), first, last); ok && (last.year != 0 || named) {
				return []DateMention{mention}, mention.End
			}
		}
	}
	if first.year == 0 && (!named || m.english) || m.undotted || m.abbreviated && !named && yearEnd == 0 {
		return nil, 0
	}
	return []DateMention{single(at, stop, first)}, stop
}

// monthFirst parses English dates that begin with the month:
// "November 25-27, 2019", "November 30 – December 2, 2022".
func (p dateParser) monthFirst(i int) ([]DateMention, int) {
	m, end, ok := p.month(i)
	if !ok || !m.english {
		return nil, 0
	}
	at := p.space(end)
	day, after, ok := p.day(at)
	if !ok || at == end {
		return nil, 0
	}
	first := calendarDay{month: m.month, day: day}
	yearEnd := 0
	first.year, yearEnd = p.year(p.comma(after), m)
	stop := max(after, yearEnd)
	if !first.valid() {
		return nil, stop
	}
	if next, ok := p.through(stop); ok {
		last := calendarDay{month: m.month}
		at := next
		if m2, end2, ok := p.month(next); ok && m2.english {
			last.month, at = m2.month, p.space(end2)
		}
		if day2, after2, ok := p.day(at); ok {
			last.day = day2
			yearEnd2 := 0
			last.year, yearEnd2 = p.year(p.comma(after2), m)
			if mention, ok := newRange(i, max(after2, yearEnd2), first, last); ok {
				return []DateMention{mention}, mention.End
			}
		}
	}
	return []DateMention{single(i, stop, first)}, stop
}

// numeric parses 25/11/2562 and 2019-11-25.
func (p dateParser) numeric(i int) ([]DateMention, int) {
	a, end, na := p.number(i, 4)
	if na == 0 || end >= len(p.runes) {
		return nil, 0
	}
	separator := p.runes[end]
	if separator != '/' && separator != '-' {
		return nil, 0
	}
	b, end, nb := p.number(end+1, 2)
	if nb == 0 || end >= len(p.runes) || p.runes[end] != separator {
		return nil, 0
	}
	c, end, nc := p.number(end+1, 4)
	if nc == 0 || end < len(p.runes) && (p.runes[end] == separator || latin(p.runes[end])) {
		return nil, 0
	}
	var d calendarDay
	switch {
	case na == 4 && nb == 2 && nc == 2:
		d = calendarDay{gregorian(a), b, c}
	case na <= 2 && nc == 4:
		d = calendarDay{gregorian(c), b, a}
	default:
		return nil, 0
	}
	if d.year == 0 || d.month == 0 || d.day == 0 || !d.valid() {
		return nil, end
	}
	return []DateMention{single(i, end, d)}, end
}

// yearWords lead a year in; those that end in a letter that may go on ask for
// four digits or a blank.
var yearWords = []struct {
	text   string
	fiscal bool
	short  bool // two digits may follow
}{
	{"ปีงบประมาณ", true, true}, {"ปีงบ", true, true}, {"ปี", false, true},
	{"พ.ศ.", false, false}, {"พ.ศ", false, false}, {"พุทธศักราช", false, false},
	{"ค.ศ.", false, false}, {"ค.ศ", false, false}, {"คริสต์ศักราช", false, false},
	{"fiscal year", true, false}, {"Fiscal Year", true, false}, {"Fiscal year", true, false}, {"FY", true, false},
	{"in", false, false}, {"In", false, false}, {"by", false, false}, {"By", false, false}, {"since", false, false},
	{"Since", false, false}, {"until", false, false}, {"during", false, false}, {"year", false, false}, {"Year", false, false},
}

var eraWords = []string{"พ.ศ.", "พ.ศ", "พุทธศักราช", "ค.ศ.", "ค.ศ", "คริสต์ศักราช"}

// years parses "ปี 2563", "พ.ศ. 2561-2580", "ปีงบประมาณ พ.ศ. 2563".
func (p dateParser) years(i int) ([]DateMention, int) {
	for _, w := range yearWords {
		at, ok := p.word(i, w.text)
		if !ok {
			continue
		}
		counted := w.text == "ปี" && p.afterNumber(i) // "20 ปี 10 เดือน"
		at = p.space(at)
		for _, era := range eraWords {
			if end, ok := p.word(at, era); ok && era != w.text {
				at = p.space(end)
				break
			}
		}
		year, end, digits := p.number(at, 4)
		switch {
		case digits == 4:
			year = gregorian(year)
		case digits == 2 && w.short && !counted && !p.measured(end):
			year = gregorian(2500 + year)
		default:
			continue
		}
		if year == 0 || end < len(p.runes) && latin(p.runes[end]) || p.fraction(end) {
			continue
		}
		first := calendarDay{year: year}
		start := i
		if latin(p.runes[i]) && !w.fiscal {
			start = at
		}
		if w.fiscal {
			m := DateMention{Start: start, End: end, Kind: DateFiscal,
				from: calendarDay{year - 1, 10, 1}, to: calendarDay{year, 9, 30}}
			if last, stop, ok := p.throughYear(end, year, digits); ok {
				m.to.year, m.End = last, stop
			}
			return []DateMention{m}, m.End
		}
		if last, stop, ok := p.throughYear(end, year, digits); ok {
			m := DateMention{Start: start, End: stop, Kind: DateRange, from: first, to: calendarDay{year: last}}
			return []DateMention{m}, stop
		}
		return []DateMention{single(start, end, first)}, end
	}
	return nil, 0
}

// throughYear parses the second year of a range: "-2580", " ถึง พ.ศ. 2565".
func (p dateParser) throughYear(i, first, digits int) (year, end int, ok bool) {
	at, ok := p.through(i)
	if !ok {
		return 0, 0, false
	}
	if after, ok := p.word(at, "ปี"); ok {
		at = p.space(after)
	}
	for _, era := range eraWords {
		if after, ok := p.word(at, era); ok {
			at = p.space(after)
			break
		}
	}
	year, end, n := p.number(at, 4)
	switch n {
	case 4:
		year = gregorian(year)
	case 2:
		if digits == 4 && first < 2000 || p.measured(end) {
			return 0, 0, false
		}
		year = gregorian(2500 + year)
	default:
		return 0, 0, false
	}
	return year, end, year > first && !p.fraction(end)
}

func single(start, end int, d calendarDay) DateMention {
	m := DateMention{Start: start, End: end, Kind: DateDay, NoYear: d.year == 0, from: d}
	switch {
	case d.month == 0:
		m.Kind = DateYear
	case d.day == 0:
		m.Kind = DateMonth
	}
	return m
}

// newRange joins two dates; the first takes its year from the last, or the
// last from the first. It refuses a range that runs backwards.
func newRange(start, end int, first, last calendarDay) (DateMention, bool) {
	switch {
	case first.year == 0 && last.year != 0:
		first.year = last.year
		if last.before(first) {
			first.year--
		}
	case first.year != 0 && last.year == 0:
		last.year = first.year
		if last.before(first) {
			last.year++
		}
	case first.year == 0 && last.month < first.month && last.month <= 3 && first.month >= 10:
		// The turn of a year that is not stated.
		return DateMention{Start: start, End: end, Kind: DateRange, NoYear: true, from: first, to: last}, first.valid() && last.valid()
	}
	m := DateMention{Start: start, End: end, Kind: DateRange, NoYear: first.year == 0, from: first, to: last}
	return m, first.valid() && last.valid() && first.before(last)
}

// gregorian turns a year of four digits into a Gregorian one, 0 where it is
// no likely year.
func gregorian(year int) int {
	switch {
	case year >= 2200 && year < 2700:
		return year - 543
	case year >= 1700 && year < 2200:
		return year
	}
	return 0
}

// day parses a number from 1 to 31, with an English ordinal ending.
func (p dateParser) day(i int) (day, end int, ok bool) {
	day, end, n := p.number(i, 2)
	if n == 0 || day < 1 || day > 31 {
		return 0, 0, false
	}
	for _, ending := range []string{"st", "nd", "rd", "th"} {
		if after, ok := p.word(end, ending); ok && (after == len(p.runes) || !latin(p.runes[after])) {
			return day, after, true
		}
	}
	return day, end, true
}

// number parses a whole run of 1 to most ASCII digits; digits is 0 where there
// is none.
func (p dateParser) number(i, most int) (value, end, digits int) {
	for end = i; end < len(p.runes) && digit(p.runes[end]); end++ {
		if digits++; digits > most {
			return 0, 0, 0
		}
		value = value*10 + int(p.runes[end]-'0')
	}
	return value, end, digits
}

// year parses the year behind a month that ended at i. end is 0 where there is
// none.
func (p dateParser) year(i int, m monthName) (year, end int) {
	at := p.space(i)
	if m.english && at < len(p.runes) && p.runes[at] == ',' {
		at = p.space(at + 1)
	}
	if after, ok := p.word(at, "ปี"); ok {
		at = p.space(after)
	}
	era := false
	for _, w := range eraWords {
		if after, ok := p.word(at, w); ok {
			at, era = p.space(after), true
			break
		}
	}
	if at < len(p.runes) && (p.runes[at] == '\'' || p.runes[at] == '’') {
		at++
	}
	year, end, digits := p.number(at, 4)
	if noted, after, n := p.number(at, 5); n == 5 && gregorian(noted/10) != 0 && noted/10 >= 2400 {
		year, end, digits = noted/10, after, 4 // with the number of a footnote: 25231
	}
	if digits == 0 || p.fraction(end) || end < len(p.runes) && latin(p.runes[end]) {
		return 0, 0
	}
	switch digits {
	case 4:
		if year = gregorian(year); year != 0 {
			return year, end
		}
	case 2:
		if !era && (p.measured(end) || strings.ContainsRune(string(p.runes[i:at]), '\n') || at == i && !m.abbreviated) {
			return 0, 0
		}
		if m.english && year < 50 {
			return 2000 + year, end
		}
		return gregorian(2500 + year), end
	}
	return 0, 0
}

// fraction reports whether a number that ended at i goes on: 10.30, 20,000,
// 5-6, 5/2563, 20%.
func (p dateParser) fraction(i int) bool {
	if i < len(p.runes) && p.runes[i] == '%' {
		return true
	}
	return i+1 < len(p.runes) && strings.ContainsRune(".,:/", p.runes[i]) && digit(p.runes[i+1])
}

// measured reports whether a counted thing stands at i, behind a blank or not:
// the number before it is no year.
func (p dateParser) measured(i int) bool {
	at := p.space(i)
	for _, unit := range countedWords {
		if _, ok := p.word(at, unit); ok {
			return true
		}
	}
	return false
}

var countedWords = strings.Fields(`คน ราย เมือง แห่ง ล้าน พัน หมื่น แสน บาท จังหวัด โครงการ ประเทศ หน่วย ชั่วโมง นาฬิกา น. นาที เดือน วัน
	ปี เขต พื้นที่ องค์กร ครั้ง คัน ไร่ เปอร์เซ็นต์ ร้อยละ % เท่า ด้าน เรื่อง ข้อ ฉบับ บริษัท สถานี กม กิโลเมตร เมตร ตัน ชุด ทีม
	โรง สาย ประเด็น ท่าน อำเภอ ตำบล ชุมชน หมู่ รัฐ กลุ่ม คณะ สาขา หลักสูตร ประเภท รายการ รุ่น จุด หลัง องศา ลำ เครื่อง ระบบ`)

// quarter reports whether the number at i counts quarters, not days:
// ไตรมาสที่ 4 ตุลาคม-ธันวาคม 2559.
func (p dateParser) quarter(i int) bool {
	if i > 0 && p.runes[i-1] == ' ' {
		i--
	}
	for _, w := range []string{"ไตรมาสที่", "ไตรมาส"} {
		start := i - len([]rune(w))
		if start < 0 {
			continue
		}
		if _, ok := p.word(start, w); ok {
			return true
		}
	}
	return false
}

// afterNumber reports whether a number stands before i: "20 ปี".
func (p dateParser) afterNumber(i int) bool {
	for i > 0 && (p.runes[i-1] == ' ' || p.runes[i-1] == '\n') {
		i--
	}
	return i > 0 && digit(p.runes[i-1])
}

// space passes over at most four blanks and line ends.
func (p dateParser) space(i int) int {
	for n := 0; n < 4 && i < len(p.runes) && (p.runes[i] == ' ' || p.runes[i] == '\n' || p.runes[i] == '\t'); n++ {
		i++
	}
	return i
}

func (p dateParser) comma(i int) int {
	if i < len(p.runes) && p.runes[i] == ',' {
		return i + 1
	}
	return i
}

// word gives the end of a literal text at i.
func (p dateParser) word(i int, text string) (end int, ok bool) {
	for _, r := range text {
		if i >= len(p.runes) || p.runes[i] != r {
			return 0, false
		}
		i++
	}
	return i, true
}

var throughWords = []string{"-", "–", "—", "−", "~", "จนถึง", "ถึง", "to ", "until ", "through "}
var weekdays = []string{"จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "พฤหัสฯ", "พฤหัส", "ศุกร์", "เสาร์", "อาทิตย์"}

// through parses what joins the two ends of a range, with the weekday of the
// second: "-", " – ", " ถึงวันพุธที่ ".
func (p dateParser) through(i int) (end int, ok bool) {
	i = p.space(i)
	for _, w := range throughWords {
		if end, ok := p.word(i, w); ok {
			return p.dayWord(p.space(end)), true
		}
	}
	return 0, false
}

// and parses what joins the members of a list of days.
func (p dateParser) and(i int) (end int, ok bool) {
	i = p.space(i)
	for _, w := range []string{"และ", ",", "&", "and "} {
		if end, ok := p.word(i, w); ok {
			end = p.space(end)
			if after, ok := p.word(end, "และ"); ok {
				end = p.space(after)
			}
			return p.dayWord(end), true
		}
	}
	return 0, false
}

// dayWord passes over วันที่, วันพุธที่.
func (p dateParser) dayWord(i int) int {
	at, ok := p.word(i, "วัน")
	if !ok {
		if after, ok := p.word(i, "ที่"); ok {
			return p.space(after)
		}
		return i
	}
	at = p.space(at)
	for _, w := range weekdays {
		if after, ok := p.word(at, w); ok {
			at = p.space(after)
			break
		}
	}
	if after, ok := p.word(at, "ที่"); ok {
		return p.space(after)
	}
	return i
}

// beforeMonth passes over what stands between a day and its month.
func (p dateParser) beforeMonth(i int) int {
	i = p.space(i)
	for _, w := range []string{"เดือน", "of ", "of\n"} {
		if end, ok := p.word(i, w); ok {
			return p.space(end)
		}
	}
	return i
}

// monthName is one way to write a month.
type monthName struct {
	month       int
	english     bool
	abbreviated bool
	undotted    bool // มค: too weak without a year
}

// month parses the name of a month at i.
func (p dateParser) month(i int) (name monthName, end int, ok bool) {
	if i >= len(p.runes) {
		return monthName{}, 0, false
	}
	if !p.names.trie.may(p.runes, i) {
		return monthName{}, 0, false
	}
	node := int32(0)
	for j := i; j < len(p.runes); j++ {
		if node = p.names.trie.step(node, p.runes[j]); node < 0 {
			break
		}
		if v := p.names.trie.value(node); v >= 0 {
			n, next := p.names.list[v], rune(0)
			if j+1 < len(p.runes) {
				next = p.runes[j+1]
			}
			dotted := p.runes[j] == '.'
			if n.english && latin(next) || dotted && !n.english && p.abbreviationGoesOn(j+1) || n.abbreviated && !n.english && !dotted && (thaiLetter(next) || next == '.') || !ClusterStart(p.runes, j+1) {
				continue
			}
			name, end, ok = n, j+1, true
		}
	}
	return name, end, ok
}

// abbreviationGoesOn reports whether dotted letters stand at i: ก.พ.ร., ก.พ.ศ.
func (p dateParser) abbreviationGoesOn(i int) bool {
	return i+1 < len(p.runes) && consonant(p.runes[i]) && p.runes[i+1] == '.'
}

type monthTable struct {
	trie trie
	list []monthName
}

var monthNames = sync.OnceValue(func() *monthTable {
	t := &monthTable{}
	var b trieBuilder
	put := func(text string, name monthName) {
		b.put([]rune(text), int32(len(t.list)))
		t.list = append(t.list, name)
	}
	abbreviations := strings.Fields("ม.ค ก.พ มี.ค เม.ย พ.ค มิ.ย ก.ค ส.ค ก.ย ต.ค พ.ย ธ.ค")
	for month := 1; month <= 12; month++ {
		put(kg.ThaiMonth(month), monthName{month: month})
		short := abbreviations[month-1]
		put(short, monthName{month: month, abbreviated: true})
		put(short+".", monthName{month: month, abbreviated: true})
		put(strings.Replace(short, ".", ". ", 1)+".", monthName{month: month, abbreviated: true})
		bare := strings.Replace(short, ".", "", 1)
		put(bare, monthName{month: month, abbreviated: true, undotted: true})
		put(bare+".", monthName{month: month, abbreviated: true, undotted: true})
		english := time.Month(month).String()
		for _, text := range []string{english, strings.ToUpper(english)} {
			put(text, monthName{month: month, english: true})
			if month != 5 {
				put(text[:3], monthName{month: month, english: true, abbreviated: true})
				put(text[:3]+".", monthName{month: month, english: true, abbreviated: true})
			}
		}
	}
	put("Sept", monthName{month: 9, english: true, abbreviated: true})
	put("Sept.", monthName{month: 9, english: true, abbreviated: true})
	// Spellings that releases have, beside the right ones.
	for text, month := range map[string]int{"กรกฏาคม": 7, "กุมภาพันธุ์": 2, "พฤษจิกายน": 11, "สิงหามคม": 8, "มิถุยายน": 6} {
		put(text, monthName{month: month})
	}
	t.trie = b.build()
	return t
})
