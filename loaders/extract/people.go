package extract

import (
	"slices"
	"strings"

	"mueang/graph/kg"
	"mueang/loaders/thai"
)

// findPeople finds the people of the text: first those with a full name, then
// the short forms of these, then whom headlines name by nickname or first
// name.
func (r *reading) findPeople() {
	for _, full := range []bool{true, false} {
		for _, b := range r.blocks {
			if b.english {
				r.englishPeople(b, full)
				continue
			}
			r.eachFree(b, func(i int) int {
				m := r.personAt(i, b.end, full)
				if m == nil && full {
					m = r.styledAt(i, b.end)
				}
				if m == nil && !full {
					m = r.untitled(i, b)
				}
				if m == nil {
					return i + 1
				}
				r.release(m.start, m.end)
				if r.put(m) {
					return m.end
				}
				return i + 1
			})
		}
	}
	people := slices.Clone(r.names)
	slices.SortFunc(people, byPlace)
	for _, m := range people {
		if m.sort == someone && !m.released {
			r.latinForm(m)
		}
	}
	r.settleNames()
	r.settleThings()
}

// eachFree walks over what no name covers, where one may begin. visit gives
// where to go on.
func (r *reading) eachFree(b block, visit func(int) int) {
	for i := b.start; i < b.end; {
		if m := r.taken[i]; m != nil {
			i = m.end
		} else if thai.ClusterStart(r.runes, i) {
			i = visit(i)
		} else {
			i++
		}
	}
}

var brokenTitles = newWords("นางสาว", "นาง", "นาย")

// longestName bounds what titles and a name take up, so that a text of nothing
// but titles is read in linear time.
const longestName = 120

// personAt reads a person with a title at i, or behind an English office: of
// two names or more when full is set, else of one.
func (r *reading) personAt(i, limit int, full bool) *mention {
	if c := r.at(i); !isThaiLetter(c) && !isUpper(c) {
		return nil
	}
	runes := r.runes[:min(i+longestName, limit)]
	if r.has(i, "คุณ") && r.endsWith(i, "ขอบ") {
		return nil // "ขอบคุณที่"
	}
	at, titled := thai.TitleAt(runes, i)
	if !titled && isBlank(r.at(i-1)) {
		if w, ok := r.wordAt(i, brokenTitles); ok && r.at(i+len([]rune(w))) == '\n' {
			at, titled = i+len([]rune(w)), true // the line was broken before the name
		}
	}
	if !titled {
		if !full || !isUpper(r.at(i)) || i > 0 && isLatin(r.at(i-1)) || !r.officeBefore(i) {
			return nil
		}
		at = i
	}
	for at < limit && isSpace(r.at(at)) {
		at++
	}
	end, ok := thai.PersonName(runes, at)
	if !ok {
		return nil
	}
	if full {
		end = r.marriedName(end, limit)
	}
	end = r.shortForm(at, end)
	name := tidy(strings.TrimSuffix(r.str(at, end), "ฯ"))
	parts := strings.Fields(name)
	if isLatin(r.at(at)) && (len(parts) < 2 || !titled && len(parts) > 3) {
		return nil
	}
	if slices.Contains([]string{"เกียรติคุณ", "กิตติคุณ", "พิเศษ", "คลินิก", "หนึ่ง", "ใด"}, name) {
		return nil // the rest of a title, or "ท่านหนึ่ง"
	}
	if known := r.knownPrefix(at, end); known > 0 {
		end = known
		name = tidy(r.str(at, end))
		parts = strings.Fields(name)
	}
	if (len(parts) > 1) != full {
		return nil
	}
	if !full && r.personGiven(name) == nil && !r.lex.given[name] && r.at(end-1) != 'ฯ' && !r.endsName(end) && thai.OnlyWords(r.runes, at, end) {
		return nil // a word that only looks as if a title led it: "นางในวรรณคดี"
	}
	return r.person(i, at, end)
}

// marriedName gives the end of a name of a woman who keeps her family's name before her
// husband's: a second family name, which no words make up, stands before her office,
// "ดร.มาลี ศรีสุข |จุลเจริญ| นายกสมาคม …".
func (r *reading) marriedName(end, limit int) int {
	const shortest, longest = 4, 16
	start := r.skipBlanks(end)
	to := start
	for to < limit && to-start <= longest && isThaiLetter(r.at(to)) {
		to++
	}
	if start == end || to-start < shortest || to-start > longest || !isBlank(r.at(to)) {
		return end
	}
	next := r.skipBlanks(to)
	if _, office := r.lex.posts.At(r.runes, next); !office && !r.has(next, leader) {
		return end
	}
	_, itself := r.lex.posts.At(r.runes, start)
	_, signal := r.lex.cues.At(r.runes, start)
	_, said := r.wordAt(start, behindNames)
	if itself || signal || said || r.stopsAt(start) || thai.IsWord(r.runes[start:to]) || strings.Contains(r.str(start, to), "จังหวัด") {
		return end
	}
	return to
}

// behindNames begin what may stand between a name and an office and is no name: "นาย A
// ในฐานะ ประธาน", "นาย A เกษตรอำเภอ …".
var behindNames = newWords("ใน", "ให้", "ดำรง", "ปฏิบัติ", "และ", "ผู้", "จาก", "ตัว", "นัก", "แพทย์", "ภริยา", "ภรรยา", "สามี", "บิดา", "มารดา", "อดีต", "ว่าที่", "รักษา", "หารือ", "พร้อม", "ร่วม", "นำ", "พบ", "เข้า", "เยี่ยม", "ต้อนรับ", "เจ้า", "เกษตร", "ปศุสัตว์", "ประมง", "พัฒนา", "สมาชิก", "กำนัน", "แทน", "คณะ", "ทีม", "กรรมการ", "อนุกรรมการ", "โดย", "ณ", "กับ", "ที่", "ซึ่ง", "ของ", "อุป", "ครู", "อาจารย์", "ช่าง", "วิศวกร", "พยาบาล", "พระ")

// styles begin the names of royals and of monks of rank.
var styles = newWords("พระบาทสมเด็จพระ", "สมเด็จพระ", "สมเด็จเจ้าฟ้า", "พระเจ้าวรวงศ์เธอ", "พระเจ้าหลานเธอ", "พระเจ้าลูกเธอ", "พระเจ้าลูกยาเธอ", "พระครู", "พระ")

// royalVerbs say what royals do, clericalOffices what monks of rank are.
var (
	royalVerbs      = newWords("เสด็จ", "ทรงเป็นประธาน", "ทรงเปิด", "ทรงร่วม", "ทรงบำเพ็ญพระราชกุศล")
	clericalOffices = newWords("เจ้าอาวาส", "รองเจ้าอาวาส", "ผู้ช่วยเจ้าอาวาส", "เจ้าคณะ", "รองเจ้าคณะ", "ที่ปรึกษาเจ้าคณะ", "กรรมการมหาเถรสมาคม")
)

// styleLeads are words that may be written right before a style, unstyled words
// that only begin like one, unroyal those that go on where no name does.
var (
	styleLeads = newWords("และ", "โดย", "พร้อมด้วย", "โดยมี", "กับ", "พระเดชพระคุณ", "อาทิ", "ได้แก่", "ต่อ", "จาก")
	unstyled   = newWords("พระเดชพระคุณ", "พระครูสัญญาบัตร", "พระสังฆาธิการ", "พระภิกษุ", "พระอาราม", "พระอุโบสถ", "พระวิหาร")
	unroyal    = newWords("ผู้", "มา", "ทรง", "ใน", "เพื่อ", "และ", "ที่")
)

// styledAt reads a royal, told by what royals do, or a monk of rank, told by his
// office: "สมเด็จพระ… สยามบรมราชกุมารี เสด็จพระราชดำเนิน", "พระพรหมบัณฑิต
// กรรมการมหาเถรสมาคม".
func (r *reading) styledAt(i, limit int) *mention {
	if r.at(i) != 'พ' && r.at(i) != 'ส' {
		return nil
	}
	style, ok := r.wordAt(i, styles)
	if !ok || r.wordsFollow(i, unstyled) {
		return nil
	}
	if _, led := r.wordBefore(i, styleLeads); isThaiLetter(r.at(i-1)) && !led {
		return nil
	}
	royal := style != "พระ" && style != "พระครู"
	const longestRoyal = 110
	for end := i + len([]rune(style)); end < min(limit, i+longestRoyal); end++ {
		if c := r.at(end); r.taken[end] != nil || !isThaiLetter(c) && !isBlank(c) && c != 'ฯ' {
			return nil
		}
		if _, acts := r.wordAt(end, royalVerbs); royal && acts {
			return r.styled(i, r.backBlanks(end))
		}
		if royal && r.has(end, "และ") && r.wordsFollow(end+3, styles) {
			return r.styled(i, r.backBlanks(end))
		}
		if !isBlank(r.at(end)) {
			continue
		}
		next := r.skipBlanks(end)
		if r.at(next) == '(' {
			if shut := r.closing(next); shut > 0 && shut-next < 40 {
				next = r.skipBlanks(shut + 1)
			}
		}
		if _, office := r.wordAt(next, clericalOffices); office && end-i >= 7 {
			return r.styled(i, end)
		}
		if !royal || r.stopsAt(next) || r.wordsFollow(next, unroyal) {
			return nil
		}
	}
	return nil
}

// wordsFollow reports whether a word of the list stands at i or behind a blank.
func (r *reading) wordsFollow(i int, list *words) bool {
	_, ok := r.wordAt(r.skipBlanks(i), list)
	return ok
}

// styled makes the mention of a royal or monk, whose style is part of the name.
func (r *reading) styled(start, end int) *mention {
	name := tidy(r.str(start, end))
	t := r.personCalled(name)
	if t == nil {
		t = r.newThing(kg.KindPerson, start)
		t.name = name
	}
	t.say(name)
	return &mention{start: start, end: end, sort: someone, thing: t}
}

// shortForm gives the end of the first name of somebody whom the document has
// named in full, where nothing but words of the sentence follows it in the name
// read at i: "นายประยุทธ์ผลักดัน", "นางสาวอภิญญา กลับประเทศไทย".
func (r *reading) shortForm(i, end int) int {
	for stop := min(end-1, i+longestGiven); stop > i+2; stop-- {
		t := first(r.index.given[r.str(i, stop)], isFull)
		if t == nil || !thai.ClusterStart(r.runes, stop) {
			continue
		}
		_, family, _ := strings.Cut(t.name, " ")
		rest := r.skipBlanks(stop)
		if r.has(rest, family) || rest > stop && r.endsName(end) || r.lex.family[tidy(r.str(rest, end))] || rest < end && !thai.OnlyWords(r.runes, rest, end) {
			return end
		}
		return stop
	}
	return end
}

// endsName reports whether what stands behind a full name stands at end: an
// office, a title, the end of the line, a comma or bracket.
func (r *reading) endsName(end int) bool {
	at := r.skipBlanks(end)
	if !isThaiLetter(r.at(at)) {
		return !isDigit(r.at(at)) && !isLatin(r.at(at))
	}
	if _, office := r.lex.posts.At(r.runes, at); office || r.has(at, "ผู้") || r.has(at, "และ") {
		return true
	}
	_, title := thai.TitleAt(r.runes[:min(at+longestName, len(r.runes))], at)
	return title
}

// isFull reports whether a person is named with a family name.
func isFull(t *thing) bool { return strings.Contains(t.name, " ") }

// longestGiven is longer than any given name.
const longestGiven = 20

// knownPrefix gives the end of the longest full name of the document's that
// stands at i, where the name read there goes on from or stops short of it.
func (r *reading) knownPrefix(i, end int) int {
	best := 0
	for _, t := range recent(r.index.people[opening(r.runes[i:])]) {
		at, matched := i, true
		for _, part := range strings.Fields(t.name) {
			at = r.skipBlanks(at)
			if matched = r.has(at, part); !matched {
				break
			}
			at += len([]rune(part))
		}
		if matched && thai.ClusterStart(r.runes, at) && at > best && at != end {
			best = at
		}
	}
	return best
}

// officeBefore reports whether an English office ends before i.
func (r *reading) officeBefore(i int) bool {
	_, ok := r.endsWithAny(r.backBlanks(i), []string{"Prime Minister", "Spokesperson", "spokesperson", "Spokesman", "spokesman", "Minister", "President",
		"Ambassador", "Secretary", "Governor", "Mayor", "Chairman"})
	return ok
}

// personGiven gives the person of the document with a first name.
func (r *reading) personGiven(name string) *thing {
	return first(r.index.given[name], func(*thing) bool { return true })
}

// personCalled gives the person of the document with a name.
func (r *reading) personCalled(name string) *thing {
	return r.index.thingCalled(kg.ClassPerson, kg.NameKey(name), func(*thing) bool { return true })
}

// newPerson makes the thing of a person that is first named at i.
func (r *reading) newPerson(name string, i int) *thing {
	t := r.newThing(kg.KindPerson, i)
	t.name = name
	t.given, _, _ = strings.Cut(name, " ")
	r.index.given[t.given] = append(r.index.given[t.given], t)
	if t.given != name {
		key := opening([]rune(name))
		r.index.people[key] = append(r.index.people[key], t)
	}
	return t
}

// person makes the mention of a person whose titles begin at i and whose name
// goes from at to end.
func (r *reading) person(i, at, end int) *mention {
	name := tidy(strings.TrimSuffix(r.str(at, end), "ฯ"))
	given, _, full := strings.Cut(name, " ")
	var t *thing
	if full {
		t = r.personCalled(name)
	} else {
		t = r.personGiven(given)
	}
	if t == nil {
		t = r.newPerson(name, i)
	}
	if at > i {
		if title := tidy(r.str(i, at)); !slices.Contains(t.titles, title) {
			t.titles = append(t.titles, title)
		}
	}
	t.say(name)
	t.say(r.str(i, end))
	return &mention{start: i, end: end, sort: someone, thing: t}
}

// untitled reads a person without title: a nickname, or the first name of
// somebody behind an office or in the quotation marks of a headline.
func (r *reading) untitled(i int, b block) *mention {
	if match, ok := r.lex.nickWords.At(r.runes, i); ok && !isThaiLetter(r.at(match.End)) {
		n := r.lex.nickList[match.Values[0]]
		t := r.personCalled(n.Name)
		if t == nil {
			t = r.newPerson(n.Name, i)
			t.inferred = append(t.inferred, "name")
			t.say(n.Name)
		}
		t.say(n.Text)
		return &mention{start: i, end: match.End, sort: someone, thing: t}
	}
	before := r.at(i - 1)
	if !isThaiLetter(r.at(i)) || isThaiLetter(before) {
		return nil
	}
	end := i
	for end < b.end && isThaiLetter(r.at(end)) {
		end++
	}
	if end-i < 3 {
		return nil
	}
	name, quoted := r.str(i, end), strings.ContainsRune("“‘\"'”’", before)
	if t := r.personGiven(name); t != nil {
		if !quoted && !r.isBehindOffice(r.backBlanks(i)) && !r.has(i, t.name) && !r.saysAt(end) {
			return nil
		}
		if r.has(i, t.name) {
			end = i + len([]rune(t.name))
		}
		t.say(r.str(i, end))
		return &mention{start: i, end: end, sort: someone, thing: t}
	}
	if m := r.untitledFull(i, end, b.end); m != nil {
		return m
	}
	if quoted && b.headline && (r.lex.given[name] || r.actsAt(end+1) && !thai.OnlyWords(r.runes, i, end)) && strings.ContainsRune("”’\"'“‘", r.at(end)) && end-i <= 12 {
		t := r.newPerson(name, i)
		t.say(name)
		return &mention{start: i, end: end, sort: someone, thing: t}
	}
	return nil
}

// saysAt reports whether a word for what only people do stands behind a blank at i:
// "เศรษฐา กล่าวว่า".
func (r *reading) saysAt(i int) bool {
	next := r.skipBlanks(i)
	_, says := r.wordAt(next, sayingWords)
	return next > i && says
}

// sayingWords are words for what only people do.
var sayingWords = newWords("กล่าว", "เปิดเผยว่า", "เผยว่า", "ระบุว่า", "ย้ำว่า", "ยืนยันว่า", "บอกว่า", "ให้สัมภาษณ์", "โพสต์", "ชี้แจงว่า")

// actsAt reports whether a word for what people do stands at i: "“อุตตม” ร่วมลงนาม".
func (r *reading) actsAt(i int) bool {
	match, ok := r.lex.cues.At(r.runes, r.skipBlanks(i))
	return ok && cueWords[match.Values[0]].cue != 0
}

// untitledFull reads somebody without title by a listed first name and a listed
// family name, of which the dictionary does not explain both: "เกียรติศักดิ์
// อุดมนาค"; beside an office, by names of which one or both are strange to it.
func (r *reading) untitledFull(i, given, limit int) *mention {
	const least = 4
	next := r.skipBlanks(given)
	if given-i < least || next == given || next-given > 2 {
		return nil
	}
	known := r.lex.given[r.str(i, given)]
	end := next
	for end < limit && isThaiLetter(r.at(end)) && r.taken[end] == nil {
		end++
	}
	if end-next < least {
		return nil
	}
	listed := r.lex.family[r.str(next, end)]
	if !known {
		// The family name is one, or the dictionary does not explain it: "สุมาน เบลี
		// รองประธาน …". Nearly all is refused by what stands behind.
		if !r.postBehind(end) || thai.OnlyWords(r.runes, i, given) || !listed && thai.OnlyWords(r.runes, next, end) {
			return nil
		}
		_, middle := r.endsWithAny(r.backBlanks(i), []string{" เดอ", " แวน", " บิน", " ฟอน"})
		if stop, ok := thai.PersonName(r.runes[:min(i+longestName, limit)], i); ok && stop == end && !middle {
			return r.person(i, i, end)
		}
		return nil
	}
	if listed && !(thai.OnlyWords(r.runes, i, given) && thai.OnlyWords(r.runes, next, end)) {
		return r.person(i, i, end)
	}
	if stop, ok := thai.PersonName(r.runes[:min(i+longestName, limit)], i); !ok || stop != end || !r.besidePost(i, end, listed) {
		return nil
	}
	return r.person(i, i, end)
}

// besidePost reports whether a name from i to end begins a paragraph with an
// office behind it, "ก ข รัฐมนตรีว่าการกระทรวง …", or, its family name listed,
// stands behind one: "รมว.ดีอี ก ข".
func (r *reading) besidePost(i, end int, listed bool) bool {
	if next := r.skipBlanks(end); next > end && (listed || !thai.OnlyWords(r.runes, r.lastPart(i, end), end) || r.beginsText(i)) {
		if _, ok := r.lex.posts.At(r.runes, next); ok {
			return true
		}
	}
	at := r.backBlanks(i)
	from := at
	for listed && from > 0 && at-from < longestRun && !isSpace(r.at(from-1)) {
		from--
	}
	if from == at || at == i {
		return false
	}
	_, ok := r.lex.posts.At(r.runes, from)
	return ok
}

// beginsText reports whether i begins a paragraph, or its text behind a dateline: "12
// มกราคม 2567 - ก ข นายกรัฐมนตรี".
func (r *reading) beginsText(i int) bool {
	at := r.backBlanks(i)
	if c := r.at(at - 1); c == '-' || c == '–' || c == '—' {
		day := r.taken[max(r.backBlanks(at-1)-1, 0)]
		return at < i && day != nil && day.sort == date
	}
	return r.at(at-1) == '\n'
}

// postBehind reports whether an office stands behind a blank at end.
func (r *reading) postBehind(end int) bool {
	next := r.skipBlanks(end)
	_, ok := r.lex.posts.At(r.runes, next)
	return ok && next > end
}

// lastPart gives where the last part of the name from i to end begins.
func (r *reading) lastPart(i, end int) int {
	at := end
	for at > i && !isBlank(r.at(at-1)) {
		at--
	}
	return at
}

// isBehindOffice reports whether a short form of an office ends at i:
// รองนายกฯ ประเสริฐ.
func (r *reading) isBehindOffice(i int) bool {
	_, ok := r.endsWithAny(i, []string{"นายกฯ", "รมว.", "รมช.", "รัฐมนตรี", "นายกรัฐมนตรี", "รมต.", "รมว"})
	return ok
}

// latinForm takes the Latin form in brackets behind a Thai name in: "นายมุน
// แช-อิน (H.E. Mr. Moon Jae-in)".
func (r *reading) latinForm(m *mention) {
	open := r.skipBlanks(m.end)
	if r.at(open) != '(' || !isThaiLetter(r.at(m.end-1)) {
		return
	}
	shut := r.closing(open)
	if shut == 0 || shut-open > 60 {
		return
	}
	start := r.skipBlanks(open + 1)
	if !isUpper(r.at(start)) {
		return
	}
	at, titled := thai.TitleAt(r.runes, start)
	if !titled {
		at = start
	}
	at = r.skipBlanks(at)
	end, ok := thai.PersonName(r.runes, at)
	if !ok || end != r.backBlanks(shut) || !strings.Contains(r.str(at, end), " ") && !strings.Contains(r.str(at, end), "-") {
		return
	}
	if other := r.taken[start]; other != nil && other.sort == someone && other.thing != m.thing {
		r.merge(m.thing, other.thing)
	}
	if at > start {
		if title := tidy(r.str(start, at)); !slices.Contains(m.thing.titles, title) {
			m.thing.titles = append(m.thing.titles, title)
		}
	}
	m.thing.say(r.str(at, end))
	m.thing.say(r.str(start, end))
	r.release(start, shut)
	r.put(&mention{start: start, end: end, sort: someone, thing: m.thing})
}
