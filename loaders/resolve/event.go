package resolve

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"mueang/graph/kg"
)

// compareMeetings weighs the name, the number in its series, dates, place, who
// organised it and who came.
func compareMeetings(e *evidence, a, b *profile) {
	x, y := &a.title, &b.title
	if a.event.Series != nil && b.event.Series != nil && (a.event.Series.Ordinal != b.event.Series.Ordinal ||
		a.event.Series.Year != b.event.Series.Year && a.event.Series.Year*b.event.Series.Year != 0) {
		return
	}
	dated := a.event.StartDate != nil && b.event.StartDate != nil
	if dated && !overlap(a.event, b.event) || !slices.Equal(x.lands, y.lands) && len(x.lands) > 0 && len(y.lands) > 0 {
		return
	}
	numbered := x.number != "" && x.number == y.number
	if !numbered && !dated {
		return
	}
	if attached.FindString(x.text) != attached.FindString(y.text) {
		return
	}
	likeness := dice(x.bigrams, y.bigrams)
	switch name := sharedName(a, b); {
	case name != "" && tells(kg.NameKey(name)), x.key == y.key && x.tells:
		e.exact = true
		e.name(11, "both are called %s", cmp.Or(name, x.text))
	case x.key == y.key:
		e.name(4, "both are called %s", x.text)
	case likeness >= 0.9:
		e.name(8, "%s is like %s, %.2f", x.text, y.text, likeness)
	case likeness >= 0.75:
		e.name(6, "%s is like %s, %.2f", x.text, y.text, likeness)
	case likeness >= 0.6, x.tells && y.tells && (strings.Contains(x.key, y.key) || strings.Contains(y.key, x.key)):
		e.name(4, "%s is like %s, %.2f", x.text, y.text, likeness)
	default:
		return
	}
	if digits(x.key) != digits(y.key) && !e.exact {
		e.add(-6, "other numbers in the names")
	}
	if numbered {
		e.add(5, "one number, %s", x.number)
	}
	if dated {
		dayX, dayY := a.event.FirstDay() == a.event.LastDay(), b.event.FirstDay() == b.event.LastDay()
		if dayX && dayY {
			e.add(4, "on one day")
		} else {
			e.add(3, "at one time")
		}
	}
	if len(shared(a, b, fieldPlace)) > 0 {
		e.add(2, "in one place")
	}
	if len(shared(a, b, fieldHost)) > 0 {
		e.add(2, "of one organiser")
	}
	if n := len(shared(a, b, fieldWho)); n > 1 {
		e.add(4, "%d came to both", n)
	} else if n == 1 {
		e.add(1, "one came to both")
	} else if len(a.field[fieldWho]) > 1 && len(b.field[fieldWho]) > 1 {
		e.add(-2, "nobody came to both")
	}
}

// compareAgreements weighs the name, the parties, who signed, and dates. A
// title with another country's name is another agreement.
func compareAgreements(e *evidence, a, b *profile) {
	x, y := &a.title, &b.title
	if !slices.Equal(x.lands, y.lands) && len(x.lands) > 0 && len(y.lands) > 0 {
		return
	}
	if digits(x.key) != digits(y.key) {
		return
	}
	likeness := dice(x.bigrams, y.bigrams)
	switch {
	case x.key == y.key && x.tells && treaty.MatchString(x.text):
		e.exact = true
		e.name(15, "the treaty of both is %s", x.text)
	case x.key == y.key && x.tells:
		e.exact = utf8.RuneCountInString(x.key) >= 40
		e.name(9, "both are called %s", x.text)
	case x.key == y.key:
		e.name(5, "both are called %s", x.text)
	case likeness >= 0.85 && x.tells && y.tells:
		e.name(7, "%s is like %s, %.2f", x.text, y.text, likeness)
	case likeness >= 0.7 && x.tells && y.tells:
		e.name(5, "%s is like %s, %.2f", x.text, y.text, likeness)
	case likeness >= 0.55:
		e.name(3, "%s is like %s, %.2f", x.text, y.text, likeness)
	default:
		return
	}
	parties := len(shared(a, b, fieldParty))
	p, q := len(a.field[fieldParty]), len(b.field[fieldParty])
	switch {
	case parties >= 2:
		e.add(5, "%d parties to both", parties)
	case parties == 1 && min(p, q) == 1:
		e.add(3, "one party to both")
	case parties == 1:
		e.add(-3, "one party to both, the others differ")
	case p > 0 && q > 0:
		e.add(-8, "different parties")
	}
	if n := len(shared(a, b, fieldWho)); n > 0 {
		e.add(2*min(float64(n), 2), "%d signed both", n)
	}
	if a.event.StartDate != nil && b.event.StartDate != nil {
		switch {
		case overlap(a.event, b.event) && a.event.FirstDay() == a.event.LastDay():
			e.add(4, "on one day")
		case overlap(a.event, b.event):
			e.add(2, "at one time")
		case a.event.Status != b.event.Status:
			e.add(-2, "on different days, one %s, the other %s", strings.ToLower(a.event.Status), strings.ToLower(b.event.Status))
		default:
			e.add(-10, "on different days")
		}
	}
}

func overlap(a, b kg.Entity) bool { return a.FirstDay() <= b.LastDay() && b.FirstDay() <= a.LastDay() }

// form matches the words that the title of any agreement is made of.
var form = regexp.MustCompile(`บันทึกข้อตกลง|บันทึกความเข้าใจ|บันทึกความร่วมมือ|หนังสือ|ความร่วมมือ|ความตกลง|ข้อตกลง|ร่าง|ว่าด้วย|การ|ระหว่าง|กับ|และ|ด้าน|แถลงร่วม|แถลงการณ์ร่วม|ถ้อย|ของ|ประชุม|ระดับ|รัฐมนตรี|ผู้นำ|ครั้ง|เรื่อง|ฉบับ|หน่วยงาน|ต่างๆ|ต่าง|ที่เกี่ยวข้อง|ตามขั้นตอน|สำนักงบประมาณ|สงป|mou|moa|fta|[a-z]*agreement|memorandumofunderstanding`)

// titled reports whether the key of an agreement's title says which it is; one
// that breaks off before its number does not.
func titled(key string) bool {
	for _, end := range []string{"ครั้ง", "เรื่อง", "ว่าด้วยการ", "ระหว่าง"} {
		if strings.HasSuffix(key, end) {
			return false
		}
	}
	return utf8.RuneCountInString(key) >= 20 && utf8.RuneCountInString(form.ReplaceAllString(key, "")) >= 8
}

// treaty matches the titles of treaties of many states, of which there is one
// of a name: a convention, a declaration, what has an acronym of its own.
var treaty = regexp.MustCompile(`^(?:อนุสัญญา|ปฏิญญา|พิธีสาร)|\((?:RCEP|CPTPP|ATIGA|TPP|UNFCCC|CITES|JTEPA)\)`)
