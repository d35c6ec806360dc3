package reconcile

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"mueang/graph/kg"
)

// reading is one way to read a text as a name: whole, or without what writers
// put around names. What is left out makes it a less certain one.
type reading struct {
	text  string
	key   string // its NameKey
	loses int    // of a score
	kinds []kg.Kind
}

// mostReadings bounds the readings of one text.
const mostReadings = 12

// A rule finds the name in a text that has more than that; "" where it does not.
type rule struct {
	cut   func(text string) string
	loses int
	kinds []kg.Kind // what the text is then a name of; nil for anything
}

func pattern(expression, with string) func(string) string {
	compiled := regexp.MustCompile(expression)
	return func(text string) string {
		if !compiled.MatchString(text) {
			return ""
		}
		return compiled.ReplaceAllString(text, with)
	}
}

var (
	people    = types[person].kinds
	bodies    = types[organization].kinds
	places    = types[place].kinds
	companies = []kg.Kind{kg.KindCompany, kg.KindOrganization}
)

// rules are tried on the text and on what they make of it.
var rules = []rule{
	{pattern(`^(.{2,}?)\s*\([^()]*\)?$`, "$1"), 2, nil},                    // การไฟฟ้าฝ่ายผลิตแห่งประเทศไทย (กฟผ.)
	{pattern(`^.{2,}?\(([^()]{2,})\)?$`, "$1"), 8, nil},                    // the same, by what stands in the brackets
	{pattern(`^([ก-๛ ().]*[ก-๛)])\s+[A-Z][A-Za-z0-9&.-]*$`, "$1"), 2, nil}, // สำนักงานนวัตกรรมแห่งชาติ NIA
	{pattern(`^(?:บริษัท|บมจ\.?|บจก\.?|บจ\.|หจก\.?)\s*(.*?)\s*(?:จำกัด)?\s*(?:\(?มหาชน\)?)?$`, "$1"), 1, companies},
	{pattern(`^(.*?)\s*(?:จำกัด)\s*(?:\(?มหาชน\)?)?$`, "$1"), 2, companies},
	{pattern(`(?i)^(.*?),?\s+(?:public company limited|company limited|co\.?,?\s*ltd\.?|pcl\.?|plc\.?|inc\.?|corp\.?|ltd\.?)\s*$`, "$1"), 1, companies},
	{pattern(`^(.*?)\s*\(?องค์การมหาชน\)?$`, "$1"), 1, bodies},
	{pattern(`^(?:สนง\.|สำนักงานฯ)\s*(.*)$`, "สำนักงาน$1"), 1, bodies},
	{pattern(`^ก\.\s*([ก-๛]{4,}.*)$`, "กระทรวง$1"), 2, []kg.Kind{kg.KindMinistry}},
	{pattern(`(?i)^(.*?),?\s+(?:of\s+)?(?:the\s+)?(?:kingdom\s+of\s+)?thailand$`, "$1"), 2, bodies},
	{pattern(`(?i)^the\s+(.*)$`, "$1"), 0, nil},
	{pattern(`^(?:จังหวัด|จ\.|จว\.)\s*(.*)$`, "$1"), 1, []kg.Kind{kg.KindProvince}},
	{pattern(`(?i)^(.*?)\s+province$`, "$1"), 1, []kg.Kind{kg.KindProvince}},
	{pattern(`(?i)^(.*?)\s+(?:city|municipality)$`, "$1"), 3, []kg.Kind{kg.KindCity, kg.KindProvince}},
	{pattern(`^(?:กรุง|เมือง|นคร)\s*(.*)$`, "$1"), 2, []kg.Kind{kg.KindCity}},
	{pattern(`^(?:ประเทศ|สาธารณรัฐประชาชน|สาธารณรัฐสังคมนิยม|สาธารณรัฐ|ราชอาณาจักร|สหพันธ์สาธารณรัฐ|สหพันธ์|สปป\.)\s*(.*)$`, "$1"), 1, []kg.Kind{kg.KindCountry}},
	{pattern(`(?i)^(?:kingdom|republic|federation|state)\s+of\s+(.*)$`, "$1"), 1, []kg.Kind{kg.KindCountry}},
	{pattern(`^(.{2,}?)\s+(?:ประเทศ|จังหวัด|จ\.).*$`, "$1"), 4, nil}, // กรุงโตเกียว ประเทศญี่ปุ่น
	{pattern(`^([A-Za-z][A-Za-z-]+)\s+([A-Za-z][A-Za-z-]+)$`, "$2 $1"), 1, people},
	{pattern(`^([^,]{2,}),\s+([^,]{2,})$`, "$2 $1"), 2, people}, // Godec, Robert
	// The last, since จ. and บมจ. would be taken for titles too.
	{func(text string) string {
		if title, name := kg.CutHonorific(text); title != "" {
			return name
		}
		return ""
	}, 1, people},
}

// readings gives the ways to read a text, the whole first and the least
// certain last. A text of nothing but signs has none.
func readings(text string) []reading {
	text = strings.Trim(strings.Join(strings.Fields(text), " "), " \"'“”‘’,;:*•·-–—")
	if inner, whole := strings.CutPrefix(text, "("); whole && strings.HasSuffix(inner, ")") && !strings.ContainsAny(inner[:len(inner)-1], "()") {
		text = strings.TrimSpace(inner[:len(inner)-1])
	}
	found := []reading{{text: text, key: kg.NameKey(text)}}
	if found[0].key == "" {
		return nil
	}
	for i := 0; i < len(found) && len(found) < mostReadings; i++ {
		for _, r := range rules {
			part := strings.TrimSpace(r.cut(found[i].text))
			key := kg.NameKey(part)
			if utf8.RuneCountInString(key) < 2 || len(found) == mostReadings || slices.ContainsFunc(found, func(f reading) bool { return f.key == key }) {
				continue
			}
			kinds := r.kinds
			if kinds == nil {
				kinds = found[i].kinds
			}
			found = append(found, reading{text: part, key: key, loses: found[i].loses + r.loses, kinds: kinds})
		}
	}
	slices.SortStableFunc(found[1:], func(a, b reading) int { return a.loses - b.loses })
	return found
}
