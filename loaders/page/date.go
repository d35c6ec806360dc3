package page

import (
	"slices"
	"strings"
	"time"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"mueang/graph/kg"
	"mueang/loaders/thai"
)

// day gives the day of publication that the page states for machines, nil
// where it states none.
func (h *head) day(root *html.Node) *kg.PartialDate {
	values := []string{said(h.news, "datePublished"), h.meta["article:published_time"], h.meta["datepublished"], h.attributes["datepublished"],
		h.meta["og:published_time"], h.meta["dc.date.issued"], h.meta["dcterms.issued"], h.meta["dc.date"], h.meta["dcterms.date"],
		h.meta["publish-date"], h.meta["pubdate"], h.meta["parsely-pub-date"], h.meta["date"], said(h.news, "dateCreated")}
	var times []string
	for n := range root.Descendants() {
		if n.DataAtom != atom.Time {
			continue
		}
		value := first(attribute(n, "datetime"), flat(n))
		class := attribute(n, "class")
		switch {
		case hasAttribute(n, "pubdate") || strings.Contains(class, "published") || strings.Contains(class, "entry-date"):
			values = append(values, value)
		case within(n, atom.Article) || within(n, atom.Main):
			times = append(times, value)
		}
	}
	if len(times) > 0 {
		values = append(values, times[0]) // the others are of what is related
	}
	inBangkok := h.isThai(root)
	for _, value := range values {
		if day := Day(value, inBangkok); day != nil {
			return day
		}
	}
	return nil
}

func hasAttribute(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}

// isThai reports whether a page is in Thai, so that its times are Bangkok's.
func (h *head) isThai(root *html.Node) bool {
	if strings.HasPrefix(strings.ToLower(h.declared), "th") {
		return true
	}
	for n := range root.Descendants() {
		if n.Type == html.TextNode && strings.ContainsFunc(n.Data, func(r rune) bool { return unicode.Is(unicode.Thai, r) }) {
			return true
		}
	}
	return false
}

// The layouts of times with their zone, and of those without.
var (
	zoned = []string{time.RFC3339, "2006-01-02T15:04:05Z0700", "2006-01-02T15:04Z07:00", "2006-01-02 15:04:05 -0700", "2006-01-02 15:04:05Z07:00",
		time.RFC1123Z, time.RFC1123, time.RFC822Z, time.RFC822, time.RFC850, "Mon, 2 Jan 2006 15:04:05 -0700", "Mon, 2 Jan 2006 15:04:05 MST"}
	local = []string{"2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04:05", "2006-01-02 15:04", "2006/01/02 15:04:05", "2006/01/02",
		time.ANSIC, time.DateOnly, "20060102"}
)

var bangkok = time.FixedZone("ICT", 7*60*60)

// Day reads a day as machines write it ("2019-11-25T10:00:00+07:00", RSS's
// "Mon, 25 Nov 2019 …", with Buddhist years too) or people ("25 พฤศจิกายน
// 2562"). bangkok turns times in UTC into the day of Bangkok. nil where it is
// no day or no month of the age of the Web.
func Day(value string, inBangkok bool) *kg.PartialDate {
	const longest = 100
	original := strings.TrimSpace(value)
	if value = original; len(value) < 7 || len(value) > longest {
		return nil
	}
	if year := value[:4]; year >= "2400" && year <= "2700" && strings.IndexFunc(year, func(r rune) bool { return r < '0' || r > '9' }) < 0 {
		n := 0
		for _, digit := range year {
			n = n*10 + int(digit-'0')
		}
		value = time.Date(n-543, 1, 1, 0, 0, 0, 0, time.UTC).Format("2006") + value[4:]
	}
	for i, layout := range slices.Concat(zoned, local) {
		t, err := time.Parse(layout, value)
		if err != nil {
			continue
		}
		if _, offset := t.Zone(); offset == 0 && inBangkok && i < len(zoned) {
			t = t.In(bangkok)
		}
		return plausible(kg.PartialDate{Value: t.Format(time.DateOnly), Original: original})
	}
	if month, err := kg.ParseDate(value); err == nil {
		month.Original = original
		return plausible(month)
	}
	day, _ := dayIn(original)
	return day
}

// plausible gives a date of the age of the Web; 1970 stands for none.
func plausible(d kg.PartialDate) *kg.PartialDate {
	if d.Value < "1990" || d.Value >= "2100" {
		return nil
	}
	return &d
}

// dayIn gives the one day that a line names, and how many code points stand
// beside it; nil where it names none, several, or one that can be read in two
// ways.
func dayIn(text string) (day *kg.PartialDate, beside int) {
	runes := thai.Normalize(text).Runes()
	found := thai.Dates(runes, thai.DateContext{})
	if len(found) != 1 || found[0].Kind != thai.DateDay || found[0].NoYear || found[0].From.Precision() != kg.Day {
		return nil, 0
	}
	m := found[0]
	// 08/03/2020 is in March or in August; 08/03/2563 is Thai.
	if digits := strings.Trim(m.From.Original, "0123456789/-. "); digits == "" && m.From.Value[5:7] != m.From.Value[8:] &&
		m.From.Value[8:] <= "12" && strings.Contains(m.From.Original, m.From.Value[:4]) {
		return nil, 0
	}
	return plausible(m.From), len(runes) - (m.End - m.Start)
}

// What stands on the line of a date of publication, and of other dates.
var (
	publishedWords = []string{"เผยแพร่", "ประกาศเมื่อ", "โพสต์", "ลงข่าว", "วันที่ข่าว", "ผู้เข้าชม", "เข้าชม", "อ่าน", "Posted", "Published", "views"}
	otherWords     = []string{"ปรับปรุง", "แก้ไข", "หมดเขต", "วันนี้", "สิ้นสุด", "Updated", "updated", "Modified", "Today"}
)

// publishedLine gives the day of a line that names it and little else.
func publishedLine(text string, stated bool) *kg.PartialDate {
	const most, mostStated, longest = 24, 80, 400 // code points beside the date, bytes
	if len(text) > longest || containsAny(text, otherWords) || strings.HasPrefix(text, "เมื่อ") {
		return nil
	}
	day, beside := dayIn(text)
	if day == nil || beside > mostStated || beside > most && !containsAny(text, publishedWords) || stated && !containsAny(text, publishedWords) {
		return nil
	}
	return day
}

func containsAny(text string, words []string) bool {
	for _, w := range words {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}

// dayNear gives the day that stands on a line of its own between the headline
// and the text of a page, or just above or below them; nil where none does.
// all are the lines of the page, body those of its article.
func dayNear(all []line, title string, body []line) *kg.PartialDate {
	// The text is found by its longest line, since short ones stand in menus too.
	if len(body) == 0 {
		return nil
	}
	const opening, far, above, below = 6, 12, 3, 4
	longest := body[0].text
	for _, l := range body[:min(opening, len(body))] {
		if len(l.text) > len(longest) {
			longest = l.text
		}
	}
	index := func(text string) int {
		for i, l := range all {
			if l.text == text {
				return i
			}
		}
		return -1
	}
	at := index(longest)
	if at < 0 {
		return nil
	}
	left := far
	for i := at - 1; i >= 0 && left > 0; i-- {
		if day := publishedLine(all[i].text, false); day != nil {
			return day
		}
		if left--; title != "" && all[i].text == title {
			left = min(left, above)
		}
	}
	end := index(body[len(body)-1].text)
	for i := max(at+1, end); i < len(all) && i <= max(at, end)+below; i++ {
		if day := publishedLine(all[i].text, true); day != nil {
			return day
		}
	}
	return nil
}
