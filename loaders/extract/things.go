package extract

import (
	"slices"
	"strings"
	"unicode/utf8"

	"mueang/graph/kg"
	"mueang/loaders/thai"
)

// thing is what mentions are brought together into.
type thing struct {
	index    *index
	number   int    // in the order in which things are made
	into     *thing // what it was merged into
	emptied  bool   // no mention names it any more
	kind     kg.Kind
	known    *known // of the gazetteers, or nil
	name     string // the name to show; "" takes the best surface form
	surfaces []string
	keys     []string // NameKey of each surface
	spans    []kg.Span
	first    int // where it is first named, in the normal form

	titles   []string
	role     string
	roleText string
	subtype  string
	status   string
	start    *kg.PartialDate
	end      *kg.PartialDate
	series   *kg.Series
	subject  string
	short    string // of an English agreement: its name up to the noun
	amount   *kg.Money
	local    bool
	inForce  bool // of an agreement: it was made before what the text tells
	draft    bool // of an agreement: the text has only a draft of it
	parted   bool // of an agreement: the text says between whom it is
	another  bool // of an English agreement: told of for the first time, "signed an agreement"
	inferred []string
	country  *thing // of a foreign ministry
	org      *thing // of a post: the body that it is in
	given    string // of a person: the first name
	dropped  bool   // nothing is known of it: it stays out of the extraction
	acronyms map[string]bool
}

// say adds a surface form.
func (t *thing) say(surface string) {
	if slices.Contains(t.surfaces, surface) {
		return
	}
	if surface = tidy(surface); surface != "" && !slices.Contains(t.surfaces, surface) && len(t.surfaces) < mostForms {
		key := kg.NameKey(surface)
		t.surfaces = append(t.surfaces, surface)
		t.keys = append(t.keys, key)
		at := calledKey{t.kind.Class(), key}
		t.index.called[at] = append(t.index.called[at], t)
	}
}

// mostForms bounds the surface forms of one thing.
const mostForms = 40

// is notes what a thing is in the gazetteers.
func (t *thing) is(k *known) {
	t.known = k
	if k != nil {
		t.index.known[k] = append(t.index.known[k], t)
	}
}

// lives reports whether a thing is still one of the document's.
func (t *thing) lives() bool { return t.into == nil && !t.emptied }

// whole gives what a thing has been merged into, or itself.
func (t *thing) whole() *thing {
	for t != nil && t.into != nil {
		if t.into.into != nil {
			t.into = t.into.into
		}
		t = t.into
	}
	return t
}

// isCalled reports whether a form of the thing has this key.
func (t *thing) isCalled(key string) bool {
	return slices.Contains(t.keys, key)
}

// newThing makes a thing of a kind that is first named at i.
func (r *reading) newThing(kind kg.Kind, i int) *thing {
	t := &thing{index: r.index, number: r.made, kind: kind, first: i}
	r.made++
	r.things = append(r.things, t)
	return t
}

// named gives the thing of the gazetteers, or the one of its class that the
// document has called so before, or a new one.
func (r *reading) named(k *known, kind kg.Kind, surface string, i int) *thing {
	var t *thing
	if k != nil {
		t = r.index.thingOf(k)
	} else {
		t = r.index.thingCalled(kind.Class(), kg.NameKey(surface), func(t *thing) bool { return t.known == nil })
	}
	if t == nil {
		t = r.newThing(kind, i)
		t.is(k)
	}
	t.say(surface)
	return t
}

// merge makes one thing of two: b's names become a's, and its mentions once
// settleThings has been called.
func (r *reading) merge(a, b *thing) {
	if a, b = a.whole(), b.whole(); a == b {
		return
	}
	for _, s := range b.surfaces {
		a.say(s)
	}
	a.titles = append(a.titles, b.titles...)
	if a.known == nil {
		a.is(b.known)
	}
	a.first = min(a.first, b.first)
	b.into = a
	r.unsettled = true
}

// settleThings leads everything that names a merged thing to what it was merged
// into, and leaves out the things that are no more.
func (r *reading) settleThings() {
	if !r.unsettled {
		return
	}
	r.unsettled = false
	for _, list := range [][]*mention{r.names, r.long} {
		for _, m := range list {
			m.thing = m.thing.whole()
		}
	}
	r.things = slices.DeleteFunc(r.things, func(t *thing) bool { return !t.lives() })
	for _, t := range r.things {
		t.country, t.org = t.country.whole(), t.org.whole()
	}
}

// define reads what stands behind the name of a thing and gives it another:
// "X (ABBR)", "X (Long Name : ABBR)" and "X หรือ ABBR". What a document defines
// goes before any dictionary. It gives the end of the definition.
func (r *reading) define(m *mention) int {
	end := m.end
	if open := r.skipBlanks(end); r.at(open) == '(' {
		if shut := r.closing(open); shut > 0 && shut-open < 120 {
			taken := false
			for _, piece := range r.pieces(open+1, shut) {
				taken = r.alias(m, piece[0], piece[1]) || taken
			}
			if taken {
				end = shut + 1
			}
		}
	}
	if or := r.skipBlanks(end); r.has(or, "หรือ") {
		start := r.skipBlanks(or + 4)
		stop := start
		if isLatin(r.at(start)) {
			stop = r.latinRun(start)
		} else {
			for stop < len(r.runes) && stop-start <= longestName && (isThaiLetter(r.at(stop)) || r.at(stop) == '.') {
				stop++
			}
			if cut := r.firstStop(start, stop); cut > start {
				stop = cut
			}
		}
		if stop-start >= 2 && stop-start <= 60 && !r.isAlternative(start, stop) && r.alias(m, start, stop) {
			end = stop
			if open := r.skipBlanks(end); r.at(open) == '(' {
				if shut := r.closing(open); shut > 0 && shut-open < 60 && r.alias(m, open+1, shut) {
					end = shut + 1
				}
			}
		}
	}
	return end
}

// isAlternative reports whether หรือ leads to something else, not to another name: a
// full name, "สภาผู้แทนราษฎรหรือวุฒิสภา", or ordinary words, "กระทรวง ก หรือสถานศึกษา".
func (r *reading) isAlternative(start, stop int) bool {
	const short = 12
	if !isThaiLetter(r.at(start)) || r.at(start+1) == '.' || r.at(start+2) == '.' || r.at(start+3) == '.' {
		return false
	}
	_, ordinary := r.wordAt(start, alternatives)
	return ordinary || stop-start > short && r.taken[start] == nil
}

var alternatives = newWords("สถานศึกษา", "สถานพยาบาล", "สถานประกอบ", "สถานฟื้นฟู", "สถานที่", "วุฒิสภา", "กอง", "กรม", "กระทรวง", "โรงเรียน", "โรงพยาบาล", "ถือ", "การ", "ความ", "ไม่", "ไทย")

// longestBracket bounds what stands in brackets.
const longestBracket = 400

// closing gives the place of the bracket that closes the one at i on its line, or 0.
func (r *reading) closing(i int) int {
	depth := 0
	for end := min(i+longestBracket, len(r.runes)); i < end && r.runes[i] != '\n'; i++ {
		switch r.runes[i] {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return 0
}

// pieces cuts what stands in brackets at colons, slashes and หรือ.
func (r *reading) pieces(start, end int) [][2]int {
	var found [][2]int
	add := func(from, to int) {
		for from < to && isBlank(r.at(from)) {
			from++
		}
		for to > from && isBlank(r.at(to-1)) {
			to--
		}
		if from < to {
			found = append(found, [2]int{from, to})
		}
	}
	from := start
	for i := start; i < end; i++ {
		if c := r.at(i); c == ':' || c == '/' || c == ';' || c == ',' && r.cutsNames(from, i, end) {
			add(from, i)
			from = i + 1
		}
	}
	add(from, end)
	return found
}

// cutsNames reports whether a comma in brackets stands between two names, not within
// a number, "8,454 เรื่อง", nor within a long name in Latin letters: "Ministry of Land,
// Infrastructure and Transport, MLIT".
func (r *reading) cutsNames(from, i, end int) bool {
	if isDigit(r.at(i-1)) && isDigit(r.at(i+1)) {
		return false
	}
	next := r.skipBlanks(i + 1)
	if !isLatin(r.at(r.skipBlanks(from))) || !isLatin(r.at(next)) {
		return true
	}
	for next < end && (isUpper(r.at(next)) || r.at(next) == '-' || isDigit(r.at(next))) {
		next++
	}
	next = r.skipBlanks(next)
	return next >= end || strings.ContainsRune(":/;,", r.at(next))
}

// notAlias begin words in brackets that say something else than a name: who was sent,
// which time, how much, since when.
var notAlias = newWords("มหาชน", "องค์การมหาชน", "ร่าง", "หลังใน", "ประเทศไทย", "เพิ่มเติม", "พิเศษ", "ฉบับ", "วันนี้", "ตาม", "ไม่", "เช่น", "อาทิ", "รวม", "กว่า", "ประมาณ",
	"จังหวัด", "ผู้", "ตัวแทน", "แทน", "ครบกำหนด", "สาขา", "ด้าน", "ชื่อ", "กรณี", "หน่วยหลัก", "พื้นที่", "ของ", "นักวิเคราะห์", "ผ่าน", "เงิน", "คณะพิเศษ", "มาตรฐาน", "แอปพลิเคชัน", "องค์ความรู้", "อื่น", "ครั้งที่", "จำนวน", "วงเงิน", "มาตรา", "ระยะ", "ทดแทน", "แก้ไข", "ปัจจุบัน", "นักบริหาร", "ประชุมผ่าน", "เข้าประชุม", "เมื่อ", "มีการ", "มีผล", "วันที่", "วันยุบ", "เวลา", "ร้อยละ", "ลดลง", "เพิ่มขึ้น", "คณะที่", "ชุดที่", "แห่งที่", "หมู่ที่", "ที่ ", "เดิมชื่อ", "แผนระยะ", "โดย", "ยกเว้น", "เฉพาะ", "จาก", "เพื่อ", "ซึ่ง", "ขนาด", "มติ", "อายุ", "ระดับ", "รับผิดชอบ", "ลุ่มน้ำชั้น", "กรรมการร่าง", "เรื่องเสร็จ", "การปรับปรุง", "ปลัดกระทรวง", "นายกรัฐมนตรี", "รัฐมนตรี", "รองนายก", "เลขาธิการ", "อธิบดี", "โควิด", "COVID", "Covid", "http", "www", "ข้อ ", "หน้า ", "ล้าน", "นิติบุคคล", "หน่วยงาน", "ขณะนั้น", "ในขณะนั้น", "ต่อ ", "รอบ", "ปีงบ", "ปี ", "พ.ศ.", "ค.ศ.", "อยู่ระหว่าง", "ภายใต้", "เป็น", "ได้แก่", "ประกอบด้วย", "คือ", "สายด่วน", "ไทย เ", "ฝ่ายเลขา", "เจ้าภาพ", "หัวหน้า", "ประธาน", "ที่ปรึกษา", "ข้อมูล", "ดัชนี", "ที่มา")

// isAmount reports whether a stretch is a number with what is counted, "79
// คะแนน", rather than a name.
func (r *reading) isAmount(start, end int) bool {
	for start < end && (isDigit(r.at(start)) || strings.ContainsRune(".,/ ", r.at(start))) {
		start++
	}
	return start < end && isThaiLetter(r.at(start))
}

// alias takes a stretch as another name of what m names, if it can be one.
func (r *reading) alias(m *mention, start, end int) bool {
	letters := false
	for i := start; i < end; i++ {
		c := r.at(i)
		letters = letters || isThaiLetter(c) || isLatin(c)
		if c == '\n' || r.taken[i] != nil && (r.taken[i].sort == date || r.taken[i].sort == someone || r.taken[i].start < start || r.taken[i].end > end) {
			return false
		}
	}
	if _, no := r.wordAt(start, notAlias); no || !letters {
		return false
	}
	if isDigit(r.at(start)) && r.isAmount(start, end) {
		return false
	}
	if isLatin(r.at(start)) && (r.isAddress(start, end) || m.sort == body && r.isForeignTo(m.thing.known, start, end)) {
		return false
	}
	if isThaiLetter(r.at(start)) && m.sort == body && r.isNoNameOf(m.thing.known, r.str(start, end)) {
		return false
	}
	if n := r.taken[start]; n != nil && m.sort == body && (n.sort == office || n.sort == accord || n.sort == spot && (n.end < end || n.thing.kind == kg.KindCountry)) {
		return false // who heads it, what it signs, or the places where it works
	}
	if n := r.taken[start]; m.sort == body && (n == nil || n.sort == spot) && end-start > 4 && !strings.Contains(r.str(start, end), ".") && thai.IsWord(r.runes[start:end]) {
		return false // a remark, "กรม ก (คงเดิม)", or where it is, "สำนักงาน ก ที่ 2 (ชลบุรี)"
	}
	if _, person := thai.TitleAt(r.runes[:min(start+longestName, len(r.runes))], start); person {
		return false
	}
	if isThaiLetter(r.at(start)) && end-start > 40 {
		return false
	}
	other := r.taken[start]
	if other != nil && other.sort == m.sort && other.start == start && other.end == end {
		if other.thing == m.thing {
			return true
		}
		if other.thing.known != nil && (r.isFullName(other) || r.isHeaded(other)) {
			return false // another body with a name of its own: "กรม ก (กระทรวง ข)"
		}
		r.redefine(r.str(start, end), m)
		return true
	}
	for i := start; i < end; i++ {
		if t := r.taken[i]; t != nil && t.sort == body && t.sort != m.sort && !(t.start == start && t.end == end) {
			return false
		}
	}
	surface := r.str(start, end)
	if other != nil && other.sort == body && m.sort == body && other.thing != m.thing && r.isFullName(other) {
		return false
	}
	r.release(start, end)
	r.cover(&mention{start: start, end: end, sort: m.sort, thing: m.thing})
	m.thing.say(surface)
	if end-start <= 12 {
		if m.thing.acronyms == nil {
			m.thing.acronyms = map[string]bool{}
		}
		m.thing.acronyms[tidy(surface)] = true
	}
	return true
}

// isAddress reports whether a stretch is the address of a page: "dopa.go.th".
func (r *reading) isAddress(start, end int) bool {
	for i := start + 1; i < end-1; i++ {
		if c := r.at(i + 1); r.at(i) == '.' && c >= 'a' && c <= 'z' && isLatin(r.at(i-1)) {
			return true
		}
	}
	return false
}

// isForeignTo reports whether what is written in Latin letters behind a body whose
// Latin name is known is something else: behind "ปฏิญญา…อาเซียน (Draft ASEAN Declaration
// on …)" the name of the declaration, no name of ASEAN.
func (r *reading) isForeignTo(k *known, start, end int) bool {
	if k == nil || !slices.ContainsFunc(k.names, func(n kg.Name) bool { return n.Text != "" && isLatin([]rune(n.Text)[0]) }) {
		return false
	}
	name := r.str(start, end)
	key := kg.NameKey(name)
	for _, n := range k.names {
		const slips = 6
		if other := kg.NameKey(n.Text); other == key || thai.Distance([]rune(other), []rune(key), slips) < slips && len(key) > 2*slips || initials(n.Text) == name {
			return false
		}
	}
	return k.kind == kg.KindInternationalOrganization || strings.Contains(name, " ")
}

// isNoNameOf reports whether Thai words behind a body whose Thai abbreviation is known
// are something else: a unit of it, "กระทรวงการคลัง (สบน.)", who speaks for it, a remark.
// A slip in a name that it has is one: สนทช. for สทนช.
func (r *reading) isNoNameOf(k *known, name string) bool {
	if k == nil || k.kind != kg.KindInternationalOrganization && !slices.ContainsFunc(k.names, func(n kg.Name) bool { return isThaiLetter([]rune(n.Text)[0]) && strings.HasSuffix(n.Text, ".") }) {
		return false
	}
	key := []rune(strings.ReplaceAll(kg.NameKey(name), ".", ""))
	slips := min(2, len(key)/2)
	return !slices.ContainsFunc(k.names, func(n kg.Name) bool {
		return thai.Distance([]rune(strings.ReplaceAll(kg.NameKey(n.Text), ".", "")), key, slips) <= slips
	})
}

// initials gives the capitals of a name: GCC of Gulf Cooperation Council.
func initials(name string) string {
	return strings.Map(func(c rune) rune {
		if isUpper(c) {
			return c
		}
		return -1
	}, name)
}

// isFullName reports whether a mention is a long form, not an abbreviation.
func (r *reading) isFullName(m *mention) bool { return m.end-m.start > 14 }

// isHeaded reports whether a mention begins with a generic word for bodies.
func (r *reading) isHeaded(m *mention) bool {
	_, ok := r.lex.heads.At(r.runes, m.start)
	return ok
}

// release takes away the names within a stretch; they stay in r.names until
// settleNames.
func (r *reading) release(start, end int) {
	for i := start; i < end; i++ {
		m := r.taken[i]
		if m == nil {
			continue
		}
		i = m.end - 1
		if m.start < start || m.end > end {
			continue
		}
		m.released = true
		for k := m.start; k < m.end; k++ {
			r.taken[k] = nil
		}
	}
}

// redefine lets every mention that is written so name what m names.
func (r *reading) redefine(surface string, m *mention) {
	emptied := map[*thing]bool{}
	length := utf8.RuneCountInString(surface)
	for _, n := range r.names {
		if n.end-n.start == length && n.sort == m.sort && n.thing != m.thing && !n.released && r.has(n.start, surface) {
			emptied[n.thing] = true
			n.thing = m.thing
		}
	}
	m.thing.say(surface)
	for _, n := range r.names {
		if !n.released {
			delete(emptied, n.thing)
		}
	}
	for t := range emptied {
		t.emptied, r.unsettled = true, true
	}
}

// findAliases looks through the text for the names that it has defined itself.
func (r *reading) findAliases(of sort) {
	r.settleThings()
	var entries []thai.Entry
	var things []*thing
	for _, t := range r.things {
		for a := range t.acronyms {
			entries = append(entries, thai.Entry{Text: a, Value: len(things), Whole: len([]rune(a)) <= 5})
			things = append(things, t)
		}
	}
	if len(entries) == 0 {
		return
	}
	slices.SortFunc(entries, func(a, b thai.Entry) int { return strings.Compare(a.Text, b.Text) })
	matcher := thai.NewMatcher(entries)
	for _, b := range r.blocks {
		for i := b.start; i < b.end; i++ {
			if r.taken[i] != nil {
				continue
			}
			if match, ok := matcher.At(r.runes, i); ok && match.End <= b.end {
				t := things[match.Values[0]]
				if sortOf(t.kind) == of && r.put(&mention{start: match.Start, end: match.End, sort: of, thing: t}) {
					i = match.End - 1
				}
			}
		}
	}
}

// sortOf gives the sort of mention that names things of a kind.
func sortOf(kind kg.Kind) sort {
	switch kind.Class() {
	case kg.ClassPerson:
		return someone
	case kg.ClassOrganization:
		return body
	case kg.ClassPost:
		return office
	case kg.ClassMeeting:
		return occasion
	case kg.ClassAgreement:
		return accord
	case kg.ClassFund:
		return purse
	case kg.ClassProject:
		return undertaking
	}
	return spot
}
