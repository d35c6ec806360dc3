package extract

import (
	"slices"
	"strings"
	"unicode/utf8"

	"mueang/graph/kg"
	"mueang/loaders/thai"
)

type accordHead struct {
	text    string
	subtype string
	strong  bool
}

// accordHeads begin the names of agreements. Those that are not strong do so
// behind a word for signing only.
var accordHeads = []accordHead{
	{"บันทึกความเข้าใจ", "MOU", true}, {"บันทึกข้อตกลง", "MOU", true}, {"บันทึกความร่วมมือ", "MOU", true}, {"บันทึกความตกลง", "MOA", true}, {"บันทึกช่วยจำ", "MOU", true}, {"บันทึกแสดงเจตจำนง", "LOI", true}, {"บันทึกแสดงเจตนารมณ์", "LOI", true},
	{"บันทึกการหารือ", "AGREEMENT", true}, {"บันทึกเจตจำนง", "LOI", true}, {"หนังสือแสดงเจตจำนง", "LOI", true}, {"หนังสือแสดงเจตนารมณ์", "LOI", true}, {"ความตกลง", "AGREEMENT", true}, {"ถ้อยแถลงร่วม", "DECLARATION", true}, {"แถลงการณ์ร่วม", "DECLARATION", true}, {"ปฏิญญา", "DECLARATION", true}, {"อนุสัญญา", "AGREEMENT", true}, {"พิธีสาร", "AGREEMENT", true}, {"สนธิสัญญา", "AGREEMENT", true}, {"ข้อตกลงความร่วมมือ", "MOU", true},
	{"ความร่วมมือ (MOU)", "MOU", true}, {"ความร่วมมือ(MOU)", "MOU", true}, {"ความร่วมมือ (MoU)", "MOU", true},
	{"สัญญารับทุน", "CONTRACT", true}, {"สัญญา", "CONTRACT", false}, {"ข้อตกลง", "AGREEMENT", false}, {"กรอบความร่วมมือ", "AGREEMENT", false}, {"เอกสารความร่วมมือ", "AGREEMENT", false}, {"กรอบข้อตกลง", "AGREEMENT", false}, {"แผนปฏิบัติการ", "AGREEMENT", false}, {"แผนความร่วมมือ", "AGREEMENT", false}, {"ประกาศเจตนารมณ์", "DECLARATION", false}, {"คำประกาศเจตนารมณ์", "DECLARATION", false}, {"แถลงการณ์", "DECLARATION", false}, {"ถ้อยแถลง", "DECLARATION", false}, {"เจตนารมณ์", "DECLARATION", false}, {"ความเข้าใจ", "MOU", false}, {"ความร่วมมือ", "AGREEMENT", false},
	{"Memorandum of Understanding", "MOU", true}, {"Memorandum of Cooperation", "MOU", true}, {"Memorandum of Agreement", "MOA", true}, {"Letter of Intent", "LOI", true}, {"Joint Declaration", "DECLARATION", true}, {"Joint Statement", "DECLARATION", true},
	{"MOU", "MOU", false}, {"MoU", "MOU", false}, {"เอ็มโอยู", "MOU", false}, {"MOC", "MOU", false}, {"MoC", "MOU", false}, {"MOA", "MOA", false}, {"LOI", "LOI", false}, {"FTA", "AGREEMENT", false},
}

// accordWords are the texts of accordHeads.
var accordWords = func() *words {
	texts := make([]string, len(accordHeads))
	for i, h := range accordHeads {
		texts[i] = h.text
	}
	return newWords(texts...)
}()

// accordLinks may follow a blank within the name of an agreement.
var accordLinks = newWords("ว่าด้วย", "ระหว่าง", "ด้าน", "เพื่อ", "และ", "กับ", "ประจำปี", "ระยะ", "เรื่อง", "ร่วม", "(", "on ", "between ", "and ", "ครั้งที่", "ในด้าน", "ในสาขา", "ความร่วมมือ", "โครงสร้าง", "ในความร่วมมือ", "ของ", "แห่ง")

// findAgreements finds the agreements that the text names.
func (r *reading) findAgreements() {
	r.findAccordLists()
	r.labels = strings.Contains(r.norm, "(M")
	for _, b := range r.blocks {
		if b.english {
			r.englishAccords(b)
			continue
		}
		for i := b.start; i < b.end; i++ {
			if m := r.taken[i]; m != nil && m.start < i || !thai.ClusterStart(r.runes, i) {
				continue
			}
			m := r.accordAt(i, b)
			if m == nil {
				continue
			}
			r.long = append(r.long, m)
			i = m.end - 1
		}
	}
	r.settleNames()
	r.sayShortAccords()
	r.joinAccords()
	slices.SortStableFunc(r.long, byPlace)
}

// accordAt reads the agreement that begins at i.
func (r *reading) accordAt(i int, b block) *mention {
	c := r.at(i)
	if isLatin(c) && i > 0 && isLatin(r.at(i-1)) || !isLatin(c) && !isThaiLetter(c) {
		return nil
	}
	k, at := accordWords.at(r.runes, i), 0
	h := accordHead{subtype: "MOU", strong: true}
	signed := (k >= 0 || r.labels) && r.behindSigning(i)
	switch {
	case k >= 0:
		h = accordHeads[k]
		at = i + len([]rune(h.text))
	case signed:
		at = r.labelledAccord(i, b.end)
	}
	if listed := r.listsAccord(i); listed && k < 0 {
		at = i + 1
	} else if listed {
		signed = true
	}
	if at == 0 {
		return nil
	}
	if !h.strong && !signed {
		return nil
	}
	if r.has(i, "ความตกลงกับสำนักงบประมาณ") || r.has(i, "ความตกลง") && !signed && (r.endsWith(i, "ทำ") || r.endsWith(i, "ขอ") || r.has(i, "ความตกลงไว้") || r.has(i, "ความตกลงใน")) {
		return nil // "ขอทำความตกลงกับสำนักงบประมาณ": to agree
	}
	if short := r.skipBlanks(at); r.at(short) == 'ฯ' {
		end := short + 1
		if r.has(r.skipBlanks(end), "ระหว่าง") {
			end = r.accordEnd(i, end, b.end)
		}
		return &mention{start: i, end: end, sort: accord, bare: true, suffix: h.subtype}
	}
	if isLatin(r.at(at)) && at > 0 && isLatin(r.at(at-1)) && !r.has(at, "s ") {
		return nil
	}
	if r.endsWith(i, "เครือข่าย") || r.endsWith(i, "พัฒนา") || r.endsWith(i, "ศูนย์ประสานงาน") || r.endsWith(i, "ภาคี") || r.endsWith(i, "คู่") {
		return nil
	}
	end := r.accordEnd(i, at, b.end)
	if latin := isLatin(c); latin && h.strong {
		end = r.latinAccordEnd(at, b.end)
	}
	for _, n := range r.within(&mention{start: at, end: end}) {
		if n.sort == body && n.end-n.start <= 6 && r.at(n.start-1) == '(' && r.at(n.end) == ')' && n.start-at <= 24 {
			r.release(n.start, n.end) // the short form of the agreement
		}
	}
	if _, no := r.wordAt(at, notNames); no && h.text == "สัญญา" {
		return nil
	}
	topic := at // what the name says behind "(MOU)"
	if open := r.skipBlanks(at); r.at(open) == '(' && isUpper(r.at(open+1)) {
		if shut := r.closing(open); shut > 0 && shut-open < shortLabel && !r.has(r.skipBlanks(shut+1), "ฉบับ") {
			topic = shut + 1
		}
	}
	bare := end-topic < 6 || r.saysNothing(at, end)
	if bare && !signed && !h.strong {
		return nil
	}
	m := &mention{start: i, end: end, sort: accord, bare: bare}
	if open := r.backBlanks(i); r.endsWith(open, "(ร่าง)") {
		m.start = open - 6
	} else if r.endsWith(i, "ร่าง") {
		m.start = i - 4
	}
	if bare {
		m.suffix = h.subtype
		return m
	}
	t := r.newThing(kg.KindAgreement, i)
	t.subtype = h.subtype
	t.say(r.str(i, end))
	t.inForce = h.strong && r.isInForce(m.start) && r.isSpecific(at, end)
	t.subject = r.accordSubject(at, end)
	if shut := r.bracketAlias(t, at, end); shut > 0 {
		m.end = shut
	}
	m.thing = t
	return m
}

// shortLabel bounds a bracket that only says what sort of agreement it is: "(MOU)".
const shortLabel = 12

// labelledAccord gives where the generic word ends that stands behind a word for
// signing and goes by no other name than "(MOU)": "ลงนามความเข้าใจร่วม (MOU) ระหว่าง
// …". It is 0 where there is none.
func (r *reading) labelledAccord(i, limit int) int {
	if r.has(i, "ใน") {
		return 0
	}
	for k := i; k < min(i+30, limit); k++ {
		switch c := r.at(k); {
		case accordWords.at(r.runes, k) >= 0:
			return 0
		case c == '(' && k > i+4:
			if _, ok := r.hasAny(k+1, []string{"MOU)", "MoU)", "M.O.U", "MOC)", "MOA)", "Memorandum"}); ok {
				return r.backBlanks(k)
			}
			return 0
		case r.taken[k] != nil || c != ' ' && !isThaiLetter(c):
			return 0
		}
	}
	return 0
}

// emptyTails stand behind the generic word for agreements of which nothing more
// is said than that there are some: "ความตกลงต่าง ๆ", "อนุสัญญาระหว่างประเทศ".
var emptyTails = newWords("ระหว่างประเทศ", "ต่าง", "ที่เกี่ยวข้อง", "ทุกฉบับ", "ร่วมกัน", "ระหว่างกัน", "ระหว่างสองประเทศ", "ระหว่างสองฝ่าย", "ระหว่างทั้งสองฝ่าย", "ระหว่างทั้ง 2", "สองฝ่าย", "คุณธรรม", "ใจ", "ตามระเบียบ", "ตามกฎหมาย", "ภายใต้กฎหมาย", "ข้างต้น", "ประเมินผล")

// saysNothing reports whether an agreement's generic word is followed by no more
// than such a tail.
func (r *reading) saysNothing(at, end int) bool {
	at = r.skipBlanks(at)
	if r.has(at, "ความร่วมมือ") {
		at = r.skipBlanks(at + 11)
	}
	w, ok := r.wordAt(at, emptyTails)
	return ok && end-at-len([]rune(w)) < 16 && !(w == "ร่วมกัน" && r.has(at, "ร่วมกันว่า"))
}

// forceWords stand before an agreement that was made some time ago and holds:
// "ภายใต้บันทึกความเข้าใจ …".
var forceWords = newWords("ภายใต้", "ภายใต้กรอบ", "ตาม", "ต่ออายุ", "ขยายระยะเวลา", "ทบทวน")

// isInForce reports whether what stands before i says that the agreement there
// holds.
func (r *reading) isInForce(i int) bool {
	_, ok := r.wordBefore(r.backBlanks(i), forceWords)
	return ok
}

// listWords lead in the agreements that a text has counted: "จำนวน 3 ฉบับ ได้แก่".
var listWords = newWords("ได้แก่", "ประกอบด้วย", "คือ", "อาทิ", "ดังนี้", ":", "เช่น")

// findAccordLists finds where agreements are listed that the text has counted, up
// to the end of their paragraph, or of the numbered ones behind it.
func (r *reading) findAccordLists() {
	for k := 0; k < len(r.blocks); k++ {
		b := r.blocks[k]
		for i := b.start; i < b.end; i++ {
			if !r.has(i, "ฉบับ") || b.headline {
				continue
			}
			from := r.skipBlanks(i + 4)
			w, ok := r.wordAt(from, listWords)
			before := r.str(max(b.start, i-200), i)
			if !ok || strings.Contains(before, "ร่าง") || !strings.Contains(before, "ลงนาม") && !strings.Contains(before, "บันทึก") {
				continue
			}
			from += utf8.RuneCountInString(w)
			end := b.end
			for k+1 < len(r.blocks) && r.isMarked(r.blocks[k+1].start) {
				k++
				end = r.blocks[k].end
			}
			r.accordLists = append(r.accordLists, [2]int{from, end})
			break
		}
	}
}

// isMarked reports whether a line begins at i with the mark of a list: "1.", "- ".
func (r *reading) isMarked(i int) bool {
	i = r.skipBlanks(i)
	return strings.ContainsRune("-–•·(", r.at(i)) || isDigit(r.at(i)) && (strings.ContainsRune(".)", r.at(i+1)) || isDigit(r.at(i+1)) && strings.ContainsRune(".)", r.at(i+2)))
}

// listsAccord reports whether an agreement begins at i in such a list: behind a
// number, or named again by its generic word behind ได้แก่, a comma or และ.
func (r *reading) listsAccord(i int) bool {
	if c := r.at(i - 1); isThaiLetter(c) && !r.endsWith(i, "และ") && !r.endsWith(i, "แก่") {
		return false
	}
	if !slices.ContainsFunc(r.accordLists, func(l [2]int) bool { return l[0] <= i && i < l[1] }) {
		return false
	}
	if r.isListItem(i) || r.isDashed(i) {
		_, deed := r.hasAny(i, []string{"การ", "โครงการ"})
		return accordWords.at(r.runes, i) >= 0 || deed && r.taken[i] == nil && !r.has(i, "การประชุม")
	}
	at := r.backBlanks(i)
	_, led := r.wordBefore(at, listWords)
	return accordWords.at(r.runes, i) >= 0 && (led || r.at(at-1) == ',' || r.endsWith(at, "และ") || at < i)
}

// isDashed reports whether a dash alone stands before i on its line.
func (r *reading) isDashed(i int) bool {
	at := r.backBlanks(i)
	return strings.ContainsRune("-–•·", r.at(at-1)) && r.at(r.backBlanks(at-1)-1) == '\n'
}

// isSpecific reports whether the name of an agreement says which it is: what it is
// about or between whom.
func (r *reading) isSpecific(at, end int) bool {
	text := r.str(at, end)
	return slices.ContainsFunc([]string{"ว่าด้วย", "ระหว่าง", "โครงการ", "เกี่ยวกับ"}, func(w string) bool {
		_, rest, ok := strings.Cut(text, w)
		return ok && utf8.RuneCountInString(rest) > 6 && rest != "ความร่วมมือ"
	})
}

// isListItem reports whether i begins a numbered item of a list: "1. ".
func (r *reading) isListItem(i int) bool {
	at := r.backBlanks(i)
	if c := r.at(at - 1); (c == '.' || c == ')') && isDigit(r.at(at-2)) {
		return r.at(at-3) == '\n' || isSpace(r.at(at-3)) || at-2 == 0
	}
	return isDigit(r.at(at-1)) && at < i && r.at(at-2) == '\n'
}

// behindSigning reports whether a word for signing stands before i.
func (r *reading) behindSigning(i int) bool {
	at := r.backBlanks(i)
	if w, ok := r.wordBefore(at, besideSigning); ok {
		at = r.backBlanks(at - len([]rune(w)))
	}
	if c := r.at(at - 1); c == '“' || c == '‘' || c == '"' {
		at = r.backBlanks(at - 1)
	}
	w, ok := r.wordBefore(at, signingWords)
	return ok && !r.endsWith(at-len([]rune(w)), "อำนาจ") // "ผู้มีอำนาจลงนาม": nothing is signed
}

// besideSigning are words between one for signing and what is signed.
var besideSigning = newWords("ใน", "ความ", "ร่วม", "สองฝ่าย", "the ", "of the", "of")

// signingWords say that what follows is signed.
var signingWords = newWords("ลงนาม", "เซ็น", "สรุปการเจรจา", "สรุปผลการเจรจา", "signing", "signed")

// anotherAccord reports whether another agreement or its signing begins at i.
func (r *reading) anotherAccord(i int) bool {
	if r.has(i, "การลงนาม") || r.has(i, "ลงนาม") {
		return true
	}
	k := accordWords.at(r.runes, r.skipBlanks(i))
	return k >= 0 && accordHeads[k].strong && isThaiLetter(r.at(r.skipBlanks(i)))
}

// accordEnd gives the end of an agreement's name whose generic word ends at at.
func (r *reading) accordEnd(start, at, limit int) int {
	limit = min(limit, at+longestTitle)
	end, quoted := at, rune(0)
	if c := r.at(start - 1); c == '“' {
		quoted = '”'
	} else if c == '"' {
		quoted = '"'
	}
	for end < limit {
		c := r.at(end)
		if c == '\n' || quoted != 0 && c == quoted {
			break
		}
		if quoted == 0 {
			if c == '“' || c == '”' || c == '"' {
				if shut := r.shutQuote(end, limit); shut > 0 {
					end = shut + 1
					continue
				}
				break
			}
			if isBlank(c) {
				next := r.skipBlanks(end)
				if next-end > 3 || next >= limit || !r.accordGoesOn(at, next, end) {
					break
				}
				end = next
				continue
			}
			if c == '(' {
				shut := r.closing(end)
				if shut == 0 || shut-end > 160 || shut > limit {
					break
				}
				if isDigit(r.at(end+1)) && shut-end < 4 {
					break // "… (4) การหารือ": the next of a list
				}
				// A bracket is part of the name when the name goes on behind it.
				after := r.skipBlanks(shut + 1)
				if after < limit && (after == shut+1 && isThaiLetter(r.at(after)) || r.accordGoesOn(at, after, shut+1) && !r.has(after, "(")) {
					end = shut + 1
					continue
				}
				if shut-end > 12 && isUpper(r.at(end+1)) {
					break
				}
				if isDigit(r.at(end+1)) && shut-end > 3 || r.has(end+1, "พ.ศ.") || isUpper(r.at(end+1)) {
					end = shut + 1
				}
				break
			}
			if c == ',' || c == ')' || c == ';' {
				break
			}
			if _, event := r.hasAny(end, []string{"และการเสวนา", "และการประชุม", "และการหารือ", "และพิธี", "และนำส่ง", "และเสนอ", "และมอบหมาย", "และอนุมัติ", "และเห็นชอบ"}); event || r.has(end, "และ") && r.anotherAccord(end+3) {
				break
			}
			if _, refers := r.hasAny(end, []string{"ดังกล่าว", "ครั้งนี้", "ในครั้งนี้", "ระหว่างกัน", "ฉบับนี้", "ฉบับ", "นี้", "เข้าร่วมงาน", "เข้าร่วมพิธี"}); refers && end == at {
				break
			}
			if w, stop := r.stopAt(end, endsAccord); stop && end > at && (r.taken[end] == nil || r.taken[end].start == end && r.taken[end].sort != body) && !(w == "มี" || w == "จะ" || w == "นี้" || w == "ให้" || w == "เป็น" && (r.endsWith(end, "ให้") || r.endsWith(end, "ความ") || r.endsWith(end, "การ")) || w == "โดย" && r.has(end, "โดยสาร")) {
				break
			} else if stop && (w == "นี้" || w == "จะ") && end == at {
				break
			}
			if m := r.taken[end]; m != nil && m.start == end {
				if m.sort == date && m.when.kind != "YEAR" && m.when.kind != "FISCAL" || m.sort == someone || m.sort == office {
					break
				}
				end = m.end
				continue
			}
		}
		end++
	}
	end = r.backBlanks(end)
	for _, tail := range []string{"และ", "ระหว่าง", "กับ", "เพื่อ", "ใน", "ร่วม", "ที่", "ของ", "(", "อย่าง", "ว่า", "หรือ"} {
		if r.endsWith(end, tail) && end-len([]rune(tail)) >= at {
			end = r.backBlanks(end - len([]rune(tail)))
		}
	}
	return max(end, at)
}

// shutQuote gives where the quotation that opens at i ends, or 0.
func (r *reading) shutQuote(i, limit int) int {
	open := r.at(i)
	for k := i + 1; k < min(i+200, limit); k++ {
		switch c := r.at(k); {
		case c == '\n':
			return 0
		case open == '“' && c == '”', open == '”' && c == '”', open == '"' && c == '"', open == '‘' && c == '’', open == '\'' && c == '\'' && !isLatin(r.at(k+1)):
			return k
		}
	}
	return 0
}

// openEnds are words that no name of an agreement ends in.
var openEnds = newWords("ครั้งที่", "ระยะที่", "ฉบับที่", "สมัยที่", "ว่าด้วย", "การ", "ความ", "ด้าน", "สาขา", "ระหว่าง", "เรื่อง", "โครงการ", "แห่ง", "-", "–")

// accordGoesOn reports whether the name of an agreement, whose generic word ends
// at at, goes on behind the blank from end to next.
func (r *reading) accordGoesOn(at, next, end int) bool {
	m := r.taken[min(next, len(r.runes))]
	named := m != nil && m.start == next
	if named && (m.sort == someone || m.sort == office || m.sort == date && m.when.kind != "YEAR" && m.when.kind != "FISCAL") {
		return false
	}
	party := named && (m.sort == body || m.sort == spot)
	if _, open := r.wordBefore(end, openEnds); open && end > at {
		_, stop := r.stopAt(next, endsAccord)
		return !stop || party
	}
	if (r.at(next) == '“' || r.at(next) == '"') && r.shutQuote(next, len(r.runes)) > 0 {
		return !r.endsWith(end, "”") && !r.endsWith(end, "\"")
	}
	w, ok := r.wordAt(next, accordLinks)
	if (!ok || w == "และ") && r.reachesParties(next) {
		return true
	}
	if !ok {
		if r.countsParties(next) {
			return true
		}
		if party {
			_, behind := r.endsWithAny(end, []string{"ระหว่าง", "และ", "กับ"})
			return behind
		}
		if isUpper(r.at(next)) && isLatin(r.at(next+1)) && !isUpper(r.at(next+1)) && end == at || isLatin(r.at(next)) && isLatin(r.at(end-1)) {
			return true // "บันทึกความเข้าใจ |Framework for |Skills"
		}
		return (r.has(next, "- ") || r.has(next, "– ")) || r.has(next, "ICT") || isDigit(r.at(next)) && isThaiLetter(r.at(end-1)) && r.at(next+1) == '.' && isDigit(r.at(next+2)) || r.topicsGoOn(next)
	}
	then := r.skipBlanks(next + len([]rune(w)))
	m = r.taken[min(then, len(r.runes))]
	switch w {
	case "และ", "กับ", "and ":
		if m != nil && m.start == then && (m.sort == body || m.sort == spot) {
			return true
		}
		if w == "กับ" && end == at {
			_, vague := r.hasAny(then, []string{"ทุก", "หน่วยงาน", "ภาค", "องค์กร", "ต่าง", "หลาย", "พันธมิตร", "เครือข่าย"})
			return !vague && !isDigit(r.at(then))
		}
		return r.has(then, "ด้าน") || r.has(then, "การ") && w == "และ" || r.has(then, "ภาค") || r.has(then, "ความมั่นคง") || w == "and " && isUpper(r.at(then))
	case "ระหว่าง":
		return m == nil || m.sort != date
	case "เพื่อ":
		return !r.hasTopic(at, end)
	}
	return true
}

// countsParties reports whether parties are counted at i, or right before it: "ความ
// ร่วมมือ |9 |หน่วยงาน".
func (r *reading) countsParties(i int) bool {
	counts := isDigit(r.at(r.backBlanks(i) - 1))
	for isDigit(r.at(i)) {
		i, counts = i+1, true
	}
	i = r.skipBlanks(i)
	w, counted := r.wordAt(i, counters)
	return counted && counts && !r.beginsWord(i, i+len([]rune(w)))
}

// topicWords lead in what an agreement is about.
var topicWords = []string{"ว่าด้วย", "ด้าน", "สาขา", "เรื่อง", "เพื่อ", "การ", "โครงการ"}

// hasTopic reports whether the name of an agreement says what it is about.
func (r *reading) hasTopic(at, end int) bool {
	text := r.str(at, end)
	return slices.ContainsFunc(topicWords, func(w string) bool { return strings.Contains(text, w) })
}

// topicsGoOn reports whether a list of topics goes on at i that blanks hold
// together and และ closes: "ด้านไปรษณีย์ | โทรคมนาคม เทคโนโลยีสารสนเทศ และเทคโนโลยี
// ดิจิทัล".
func (r *reading) topicsGoOn(i int) bool {
	for piece, at := 0, i; piece < 6; piece++ {
		and := false
		k := at
		for ; k < at+50 && !isSpace(r.at(k)); k++ {
			if m := r.taken[k]; m != nil && m.sort != spot || strings.ContainsRune("()“”\",;:", r.at(k)) {
				return false
			}
			if _, stop := r.wordAt(k, stopsOf[endsAccord]); stop { // within a word too: topics are short
				return false
			}
			and = and || r.has(k, "และ") && (k > at || piece > 0)
		}
		if and {
			return true
		}
		if _, opens := r.wordAt(at, openers); opens || !isBlank(r.at(k)) {
			return false
		}
		at = r.skipBlanks(k)
	}
	return false
}

// farParties bounds how far behind the generic word the parties are looked for.
const farParties = 120

// reachesParties reports whether the name of an agreement goes on to its
// parties: no other clause begins before ระหว่าง with a body behind it.
func (r *reading) reachesParties(i int) bool {
	for k := i; k < min(i+farParties, len(r.runes)); k++ {
		switch c := r.at(k); c {
		case '\n', ';':
			return false
		case '(', '“':
			shut := r.closing(k)
			if c == '“' {
				shut = r.shutQuote(k, len(r.runes))
			}
			if shut == 0 {
				return false
			}
			k = shut
			continue
		}
		if m := r.taken[k]; m != nil && m.start == k {
			if m.sort != spot && !(m.sort == date && m.when.kind == "YEAR") {
				return false
			}
			k = m.end - 1
			continue
		}
		if r.anotherAccord(k) {
			return false
		}
		if r.has(k, "ระหว่าง") {
			m := r.taken[min(r.skipBlanks(k+7), len(r.runes))]
			return k > i && m != nil && (m.sort == body || m.sort == spot)
		}
		if w, stop := r.stopAt(k, endsAccord); stop && w != "มี" && w != "ที่ได้" && w != "ทั้ง" && w != "เป็น" && w != "ให้" {
			return false
		}
	}
	return false
}

// latinAccordEnd gives the end of an English agreement's name: "… between A
// and B on C".
func (r *reading) latinAccordEnd(at, limit int) int {
	end := at
	for end < limit && r.at(end) != ';' && r.at(end) != '.' && r.at(end) != '\n' && !isThaiLetter(r.at(end)) && end-at < 260 {
		if r.has(end, ", ") {
			if !isUpper(r.at(end + 2)) {
				break
			}
		}
		for _, stop := range []string{" which ", " that ", " was ", " were ", " to be ", " in order ", " at the ", " during "} {
			if r.has(end, stop) {
				return end
			}
		}
		if r.at(end) == ')' && !strings.Contains(r.str(at, end), "(") {
			break
		}
		end++
	}
	return r.backBlanks(end)
}

// accordSubject gives what an agreement is about: behind ว่าด้วย, ด้าน or on.
func (r *reading) accordSubject(at, end int) string {
	text := r.str(at, end)
	for _, w := range []string{"ว่าด้วย", " on ", "ในด้าน", "ในสาขา", "ด้าน", "เพื่อ"} {
		_, subject, ok := strings.Cut(text, w)
		if !ok {
			continue
		}
		for _, stop := range []string{"ระหว่าง", " กับ "} {
			subject, _, _ = strings.Cut(subject, stop)
		}
		if subject = strings.Trim(tidy(subject), "“”\"‘’() "); len(subject) > 6 {
			return subject
		}
	}
	return ""
}

// bracketAlias takes an English name in brackets behind an agreement in.
func (r *reading) bracketAlias(t *thing, at, end int) int {
	open := r.skipBlanks(end)
	if r.at(open) != '(' {
		return 0
	}
	shut := r.closing(open)
	if shut == 0 || shut-open > 300 || !isUpper(r.at(r.skipBlanks(open+1))) {
		return 0
	}
	t.say(r.str(open+1, shut))
	return shut + 1
}

// joinAccords brings the mentions of one agreement together. A bare generic
// word stands for the agreement named last, or for the only one to come.
func (r *reading) joinAccords() {
	mentions := slices.DeleteFunc(slices.Clone(r.long), func(m *mention) bool { return m.sort != accord })
	var named []accordSign
	for _, m := range mentions {
		if m.thing == nil {
			continue
		}
		sign, near := r.accordSign(m), recent(named)
		if k := slices.IndexFunc(near, sign.isOf); k >= 0 {
			r.mergeAccords(near[k].thing, m.thing)
		} else {
			named = append(named, sign)
		}
	}
	var near *thing // the agreement named last, or the first
	if len(named) > 0 {
		near = named[0].thing
	}
	for _, m := range mentions {
		if m.thing != nil {
			near = m.thing
			continue
		}
		if near != nil {
			m.thing = near
			continue
		}
		if !r.behindSigning(m.start) && r.at(m.end-1) != ')' {
			continue
		}
		t := r.newThing(kg.KindAgreement, m.start)
		t.subtype, t.local = m.suffix, true
		t.say(r.str(m.start, m.end))
		m.thing, near = t, t
	}
	r.long = slices.DeleteFunc(r.long, func(m *mention) bool { return m.sort == accord && m.thing == nil })
	r.settleThings()
}

func (r *reading) mergeAccords(a, b *thing) {
	if a.subject == "" {
		a.subject = b.subject
	}
	if a.subtype == "AGREEMENT" && b.subtype != "" {
		a.subtype = b.subtype
	}
	r.merge(a, b)
}

// accordSign is what tells an agreement from others.
type accordSign struct {
	thing   *thing
	subject string // key of what it is about
	parties []*thing
	item    bool // it is one of a numbered list
}

// accordSign gives what tells the agreement of a mention from others.
func (r *reading) accordSign(m *mention) accordSign {
	s := accordSign{thing: m.thing, item: r.isListItem(m.start) || r.listsAccord(m.start)}
	subject := m.thing.subject
	for _, w := range []string{"ความร่วมมือ", "ใน", "ด้าน", "ทาง"} {
		subject = strings.TrimPrefix(subject, w)
	}
	s.subject = kg.NameKey(subject)
	for _, p := range r.pactOf(m).parties {
		if !slices.Contains(s.parties, p.thing) {
			s.parties = append(s.parties, p.thing)
		}
	}
	return s
}

// shortestSubject is how many bytes of a subject tell an agreement by themselves.
const shortestSubject = 36

// isOf reports whether two mentions are of one agreement: by name, by what it is
// about where the parties do not differ, or by the same parties where one mention
// does not say what it is about.
func (a accordSign) isOf(b accordSign) bool {
	if a.thing.another && b.thing.another {
		return false
	}
	if sameAccord(a.thing, b.thing) {
		return true
	}
	if a.item && b.item {
		return false
	}
	both := len(a.parties) > 1 && len(b.parties) > 1
	equal := both && len(a.parties) == len(b.parties) && !slices.ContainsFunc(a.parties, func(t *thing) bool { return !slices.Contains(b.parties, t) })
	if a.subject == "" || b.subject == "" {
		return equal
	}
	if both && !equal || min(len(a.subject), len(b.subject)) < shortestSubject {
		return false
	}
	return strings.Contains(a.subject, b.subject) || strings.Contains(b.subject, a.subject)
}

// sameAccord reports whether two names are of one agreement: equal, or one
// within the other.
func sameAccord(a, b *thing) bool {
	for _, x := range a.keys {
		for _, y := range b.keys {
			if x == y || len(y) > 60 && strings.Contains(x, y) || len(x) > 60 && strings.Contains(y, x) || len(y) > 45 && strings.HasPrefix(x, y) || len(x) > 45 && strings.HasPrefix(y, x) {
				return true
			}
		}
	}
	return false
}
