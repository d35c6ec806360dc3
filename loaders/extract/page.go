package extract

import (
	"net/url"
	"slices"
	"strings"

	"mueang/graph/kg"
	"mueang/loaders/thai"
)

// block is a paragraph that is read.
type block struct {
	start, end int
	english    bool // written in Latin letters
	headline   bool // a title or its repetition: it names things, but says little for sure
}

// The frame of the Thai government's site around the title of each release.
const governmentFrame = "รัฐบาลไทย-ข่าวทำเนียบรัฐบาล-"

// publishers are known by the hosts of their sites and by the frames around
// their texts.
var publishers = []struct{ mark, name string }{
	{"รัฐบาลไทย-ข่าวทำเนียบรัฐบาล", "รัฐบาลไทย"},
	{"thaigov.go.th", "รัฐบาลไทย"},
	{"Line@matichon", "Matichon"},
	{"matichon.co.th", "Matichon"},
	{"depa.or.th", "depa"},
	{"mdes.go.th", "กระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม"},
}

// noDate is the day that a site prints where it has none: the first of Unix time.
const noDate = "1970-01-01"

// closers begin what stands behind a text on a page; nothing after them is read.
var closers = newWords("Related Posts", "Send this to a friend", "QR Code", "Line Image", "เกาะติดทุกสถานการณ์",
	"ข่าวประชาสัมพันธ์ล่าสุด", "ข่าวที่เกี่ยวข้อง", "บทความที่เกี่ยวข้อง", "Tags:", "แท็ก")

// footers begin short lines that say who issued a release.
var footers = newWords("กลุ่มประชาสัมพันธ์", "กลุ่มประสังพันธ์", "กลุ่มประชาสัมพันธุ์", "กลุ่มยุทธศาสตร์", "สำนักโฆษก", "ข้อมูลจาก", "ข้อมูลโดย", "ฝ่ายสื่อสารองค์กร",
	"ฝ่ายประชาสัมพันธ์", "กองประชาสัมพันธ์", "สำนักประชาสัมพันธ์", "โทร.", "โทร ", "โทรศัพท์", "โทรสาร", "โฆษกประจำรองนายกรัฐมนตรี (",
	"“สื่อสารภารกิจรัฐบาล”", "\"สื่อสารภารกิจรัฐบาล\"", "ต่อจากนี้ไป", "Facebook", "www.", "http", "#")

// longestFooter is longer than a line behind the rule or source that ends a text.
const longestFooter = 150

// layOut finds the paragraphs to be read and what the page says of the
// document itself.
func (r *reading) layOut() {
	title, footer, ruled := r.doc.Title, false, false
	titleKey := kg.NameKey(title)
	seen := map[string]bool{}
	published := r.doc.PublishedOn != nil
	for _, line := range r.lines() {
		start, end := line[0], line[1]
		if r.has(start, "ที่มา") && strings.Contains(r.str(start, min(start+12, end)), ":") {
			r.readSource(start, end)
			footer, ruled = true, false
			continue
		}
		text := r.str(start, end)
		if _, closes := r.wordAt(start, closers); closes {
			break
		}
		if r.has(start, governmentFrame) {
			start += len([]rune(governmentFrame))
			for start < end && isBlank(r.at(start)) {
				start++
			}
			text = r.str(start, end)
		}
		if isRule(text) {
			footer, ruled = true, true
			continue
		}
		if ruled && end-start >= longestFooter {
			footer, ruled = false, false // the rule stood under a heading: "Royal Command", "----"
		}
		if footer && end-start < longestFooter || isNoise(text) || isStyle(text) {
			continue
		}
		if !published && end-start < 60 {
			if day := r.lineDate(start, end); day != nil {
				if day.Value != noDate {
					r.doc.PublishedOn, published = day, true
				}
				continue
			}
		}
		if _, short := r.wordAt(start, footers); short && end-start < 120 {
			continue
		}
		if end-start < 40 && r.isDateLine(start, end) {
			continue
		}
		key := text
		if end-start < 600 { // paragraphs are not repeated
			key = kg.NameKey(text)
		}
		if seen[key] || key == "" {
			continue
		}
		seen[key] = true
		headline := false
		switch {
		case title == "":
			title, titleKey, headline = strings.TrimSpace(r.text.Quote(start, end)), key, true
		case sharesOpening(key, titleKey):
			headline = true
		}
		headline = headline && !r.cabinetMet(start)
		r.blocks = append(r.blocks, block{start: start, end: end, english: r.isEnglish(start, end), headline: headline})
	}
	if n := len(r.blocks); n == 1 && r.blocks[0].end-r.blocks[0].start > longestFooter {
		r.blocks[0].headline = false // a text of one paragraph
	}
	r.joinWrapped()
	r.markLeads()
	r.doc.Title = title
	r.readPublisher()
	if r.doc.Language == "" {
		r.doc.Language = language(r.runes)
	}
}

// joinWrapped makes one paragraph of lines that were broken at a width: three
// or more short ones in a row, and a line that ends between a title and a name.
func (r *reading) joinWrapped() {
	const width = 130
	wraps := func(k int) bool {
		b := r.blocks[k]
		return !b.headline && b.end-b.start <= width && b.end-b.start > 20 && isThaiLetter(r.at(b.start))
	}
	joined := r.blocks[:0]
	for k := 0; k < len(r.blocks); {
		b := r.blocks[k]
		n := 1
		for k+n < len(r.blocks) && wraps(k+n-1) && (wraps(k+n) || n >= 2 && !r.blocks[k+n].headline && r.blocks[k+n].end-r.blocks[k+n].start <= width && isThaiLetter(r.at(r.blocks[k+n].start))) {
			n++
		}
		if n < 3 {
			n = 1
			for k+n < len(r.blocks) && (r.goesOn(r.blocks[k+n-1], r.blocks[k+n]) || r.goesOnEnglish(k+n-1)) {
				n++
			}
			if _, title := r.endsWithAny(b.end, []string{" นาย", " นาง", " นางสาว", " ดร."}); title && n == 1 && k+1 < len(r.blocks) {
				n = 2
			}
		}
		b.end = r.blocks[k+n-1].end
		joined = append(joined, b)
		k += n
	}
	r.blocks = joined
}

// continuations begin a line that goes on with the sentence of the line before.
var continuations = newWords("และ", "ณ ", "โดยมี", "พร้อมด้วย", "ตลอดจน", "เป็นประธาน", "ร่วมกับ", "เพื่อ", "ซึ่ง")

// goesOn reports whether a paragraph was broken off before the next one: this
// begins with a word that begins no sentence, or the first says only when and
// where.
func (r *reading) goesOn(a, b block) bool {
	if a.headline || b.headline {
		return false
	}
	if _, on := r.wordAt(b.start, continuations); on && isThaiLetter(r.at(a.end-1)) {
		return true
	}
	if r.opensTitled(a) && r.has(b.start, "เมื่อวันที่") && strings.Contains(r.opening(b), " ณ ") && !strings.Contains(r.str(a.start, a.end), "วันที่") {
		return true // who did what, and on the next line when and where
	}
	if a.end-a.start > 160 {
		return false
	}
	if _, day := r.hasAny(a.start, []string{"วันนี้", "วันที่", "เมื่อวันที่", "ในวันที่"}); !day {
		return false
	}
	text := r.str(a.start, a.end)
	return !strings.Contains(text, "นาย") && !strings.Contains(text, "นาง") && !strings.Contains(text, "ประชุม") || strings.Contains(text, " ณ ") && a.end-a.start < 120
}

// opening gives the first words of a paragraph.
func (r *reading) opening(b block) string {
	const words = 80
	return r.str(b.start, min(b.end, b.start+words))
}

// opensTitled reports whether a paragraph opens with a person and a title.
func (r *reading) opensTitled(b block) bool {
	_, titled := thai.TitleAt(r.runes[:min(b.start+longestName, len(r.runes))], b.start)
	return titled
}

// tells reports whether a short paragraph behind the title is the text and no lead: it
// opens with who did something and the next one with what he said there, "นาย ก กล่าวว่า
// …", or it says again what the paragraph before it says.
func (r *reading) tells(before, b, next block) bool {
	if !b.headline && sharesOpening(kg.NameKey(r.str(b.start, b.end)), kg.NameKey(r.str(before.start, before.end))) {
		return true
	}
	if !r.opensTitled(b) || !r.opensTitled(next) {
		return false
	}
	text := r.opening(next)
	return strings.Contains(text, "กล่าว") || strings.Contains(text, "เปิดเผย")
}

// markLeads marks the short paragraphs between the title and the text, which
// say what the text goes on to tell, as headlines too.
func (r *reading) markLeads() {
	const longest = 260
	for k := 1; k < len(r.blocks) && k <= 2 && r.blocks[k-1].headline; k++ {
		b := &r.blocks[k]
		n := b.end - b.start
		if n > longest || k+1 >= len(r.blocks) || r.blocks[k+1].end-r.blocks[k+1].start < n {
			return
		}
		text := r.str(b.start, b.end)
		if b.english && (strings.ContainsAny(text[len(text)-1:], ".:") || r.cabinetMet(b.start)) {
			return // a paragraph, if a short one
		}
		for _, w := range []string{"วันที่", "วันนี้", "เมื่อวาน", "Related"} {
			if strings.Contains(text, w) {
				return
			}
		}
		if r.tells(r.blocks[k-1], *b, r.blocks[k+1]) {
			return
		}
		b.headline = true
	}
}

// cabinetMet reports whether a line is the sentence that titles the resolutions of a
// day: "The cabinet met on May 6, 2025".
func (r *reading) cabinetMet(i int) bool {
	return r.has(i, "The cabinet met ") || r.has(i, "Cabinet met ")
}

// lines gives the lines of the text without blanks around them, empty ones
// left out. A date that is written on three lines of its own makes one line.
func (r *reading) lines() [][2]int {
	var lines [][2]int
	for i := 0; i < len(r.runes); {
		end := i
		for end < len(r.runes) && r.runes[end] != '\n' {
			end++
		}
		start, stop := r.skipBlanks(i), r.backBlanks(end)
		if start < stop {
			lines = append(lines, [2]int{start, stop})
		}
		i = end + 1
	}
	merged := lines[:0]
	for k := 0; k < len(lines); k++ {
		if k+2 < len(lines) && allDigits(r.runes[lines[k][0]:lines[k][1]], 2) &&
			lines[k+1][1]-lines[k+1][0] < 12 && allDigits(r.runes[lines[k+2][0]:lines[k+2][1]], 4) {
			merged = append(merged, [2]int{lines[k][0], lines[k+2][1]})
			k += 2
			continue
		}
		merged = append(merged, lines[k])
	}
	return merged
}

func allDigits(runes []rune, most int) bool {
	for _, c := range runes {
		if !isDigit(c) {
			return false
		}
	}
	return len(runes) > 0 && len(runes) <= most
}

// sharesOpening reports whether a line repeats the title or goes on from it.
func sharesOpening(key, title string) bool {
	const opening = 60 // bytes: twenty Thai letters
	if len(title) < opening {
		return key == title
	}
	return strings.HasPrefix(key, title[:opening]) && len(key) < 3*len(title)+300
}

// isRule reports whether a line only draws a line: *****, -----, ......
func isRule(line string) bool {
	if len(line) < 4 {
		return false
	}
	for _, c := range line {
		if !strings.ContainsRune("*-_=.…·~#/ ", c) {
			return false
		}
	}
	return true
}

// isNoise reports whether a line is a counter, a button or a rubric of the page.
func isNoise(line string) bool {
	if line == "พิมพ์" {
		return true
	}
	letters, lower := 0, false
	for _, c := range line {
		switch {
		case isThaiLetter(c):
			return false
		case isLatin(c):
			letters++
			lower = lower || !isUpper(c)
		}
	}
	return letters == 0 || !lower && letters < 20 && !strings.ContainsRune(line, ' ')
}

// isStyle reports whether a line is a rule of a style sheet.
func isStyle(line string) bool {
	return strings.Contains(line, "{") && strings.HasSuffix(line, "}") && strings.Contains(line, ":")
}

// readSource takes the URL of a line "ที่มา : URL".
func (r *reading) readSource(start, end int) {
	line := r.text.Quote(start, end)
	at := strings.Index(line, "http")
	if at < 0 || r.doc.URL != "" {
		return
	}
	address, _, _ := strings.Cut(strings.TrimSpace(line[at:]), " ")
	if parsed, err := url.Parse(address); err == nil && parsed.Host != "" {
		r.doc.URL = address
	}
}

// readPublisher tells the publisher by the URL or the frame of the page.
func (r *reading) readPublisher() {
	if r.doc.Publisher != "" {
		return
	}
	for _, known := range publishers {
		if strings.Contains(r.doc.URL, known.mark) || strings.Contains(r.norm, known.mark) {
			r.doc.Publisher = known.name
			return
		}
	}
	if parsed, err := url.Parse(r.doc.URL); err == nil {
		r.doc.Publisher = strings.TrimPrefix(parsed.Host, "www.")
	}
}

// language tells the language of a text by its letters.
func language(runes []rune) string {
	thai, latin := 0, 0
	for _, c := range runes {
		switch {
		case isThaiLetter(c):
			thai++
		case isLatin(c):
			latin++
		}
	}
	switch {
	case thai == 0 && latin == 0:
		return "und"
	case thai*3 >= latin:
		return "th"
	}
	return "en"
}

// inBlock gives the block that holds i.
func (r *reading) inBlock(i int) (block, bool) {
	k, _ := slices.BinarySearchFunc(r.blocks, i+1, func(b block, i int) int { return b.start - i })
	if k == 0 || i >= r.blocks[k-1].end {
		return block{}, false
	}
	return r.blocks[k-1], true
}
