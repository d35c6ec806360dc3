package resolve

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"mueang/graph/kg"
	"mueang/loaders/thai"
)

// profile is a referent made ready to be compared.
type profile struct {
	*kg.Referent
	field  map[string][]kg.Trait
	strong map[string]string // keys of the names that tell it, with one as written
	event  kg.Entity         // of a meeting or agreement: dates, series
	people []personName      // of a person
	bodies []bodyName        // of an organisation
	title  titleName         // of a meeting or agreement
}

func newProfile(r *kg.Referent) *profile {
	p := &profile{Referent: r, field: map[string][]kg.Trait{}}
	for start := 0; start < len(r.Traits); {
		end := start
		for end < len(r.Traits) && r.Traits[end].Field == r.Traits[start].Field {
			end++
		}
		p.field[r.Traits[start].Field] = r.Traits[start:end]
		start = end
	}
	p.strong = p.strongNames()
	switch r.Class {
	case kg.ClassPerson:
		p.people = personNames(p)
	case kg.ClassOrganization:
		p.bodies = bodyNames(p)
	case kg.ClassMeeting, kg.ClassAgreement:
		p.event = Entity([]kg.Referent{*r})
		p.title = newTitle(p)
	}
	return p
}

// local reports whether the referent is one document's own.
func (p *profile) local() bool { return strings.HasPrefix(p.Key, localKey) }

func (p *profile) coded() bool { return strings.HasPrefix(p.Key, codeKey) }

func (p *profile) has(field, value string) bool {
	_, found := slices.BinarySearchFunc(p.field[field], value, func(t kg.Trait, v string) int { return strings.Compare(t.Value, v) })
	return found
}

// shared gives the values of a field that two profiles have in common.
func shared(a, b *profile, field string) []string {
	var both []string
	x, y := a.field[field], b.field[field]
	for len(x) > 0 && len(y) > 0 {
		switch order := strings.Compare(x[0].Value, y[0].Value); {
		case order < 0:
			x = x[1:]
		case order > 0:
			y = y[1:]
		default:
			both = append(both, x[0].Value)
			x, y = x[1:], y[1:]
		}
	}
	return both
}

// minimal length of a name that can tell a thing, in characters of its key
const strongLength = 8

// strongNames gives the keys of the names under which a referent can be
// recognised in other documents, with the name as written.
func (p *profile) strongNames() map[string]string {
	strong := map[string]string{}
	if p.local() || p.Class == kg.ClassPost {
		return strong
	}
	add := func(text string) {
		if key := kg.NameKey(text); utf8.RuneCountInString(key) >= strongLength && !nobody[key] {
			if old, seen := strong[key]; !seen || text < old {
				strong[key] = text
			}
		}
	}
	for _, t := range p.field[fieldBest] {
		add(t.Value)
	}
	for _, t := range p.field[fieldName] {
		name, ok := decodeName(t.Value)
		latinWords := name.Language == "en" && strings.Contains(strings.TrimSpace(name.Text), " ")
		if ok && (name.Kind == kg.NameOfficial || name.Kind == kg.NameTransliteration || name.Kind == kg.NameAlias && latinWords) {
			add(name.Text)
		}
	}
	return strong
}

// blocks gives the keys under which like referents are looked for: the class
// with each name that can tell a thing; parts of how the names of people and
// bodies sound, so that a slip of the pen, or the other script, meets them;
// for events, the name with the number, month or day, and the day alone with
// the place or a party.
func (p *profile) blocks() []string {
	keys := map[string]bool{}
	add := func(parts ...string) { keys[string(p.Class)+":"+strings.Join(parts, "|")] = true }
	switch p.Class {
	case kg.ClassPost:
		if _, org, ok := officeOf(p.Key); ok {
			return []string{PostBlock(org)}
		}
	case kg.ClassMeeting, kg.ClassAgreement:
		p.title.blocks(p, add)
	default:
		for key := range p.strong {
			add(key)
		}
	}
	for _, name := range p.people {
		name.blocks(add)
	}
	for _, name := range p.bodies {
		name.blocks(add)
	}
	return slices.Sorted(maps.Keys(keys))
}

// personName is one full name of a person.
type personName struct {
	text          string
	key           string // of the whole
	given, family string // keys
	g, f          string // how they sound
	sg, sf        string // in one spelling for each sound
	thai          bool
}

// personNames gives the full names of a person: two words or more, without
// titles.
func personNames(p *profile) []personName {
	var names []personName
	seen := map[string]bool{}
	add := func(text string) {
		_, text = kg.CutHonorific(text)
		text = strings.TrimSuffix(strings.TrimSuffix(text, "’s"), "'s")
		words := strings.Fields(text)
		for len(words) > 2 && strings.HasSuffix(words[1], ".") { // Robert F. Godec
			words = slices.Delete(words, 1, 2)
		}
		if len(words) < 2 || seen[text] || p.local() {
			return
		}
		seen[text] = true
		family := strings.Join(words[1:], "")
		n := personName{text: text, key: kg.NameKey(strings.Join(words, "")), given: kg.NameKey(words[0]), family: kg.NameKey(family), thai: language(text) == "th"}
		if n.given == "" || n.family == "" || thaiAndLatin(text) {
			return
		}
		n.g, n.f = thai.Sound(n.given), thai.Sound(n.family)
		n.sg, n.sf = thai.Spelling(n.given), thai.Spelling(n.family)
		names = append(names, n)
	}
	for _, t := range p.field[fieldBest] {
		add(t.Value)
	}
	for _, t := range p.field[fieldName] {
		if name, ok := decodeName(t.Value); ok && (name.Kind == kg.NameOfficial || name.Kind == kg.NameTransliteration || name.Language == "en") {
			add(name.Text)
		}
	}
	slices.SortFunc(names, func(a, b personName) int { return strings.Compare(a.text, b.text) })
	return names
}

func thaiAndLatin(text string) bool {
	th, la := false, false
	for _, r := range text {
		th = th || r >= 'ก' && r <= '๛'
		la = la || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z'
	}
	return th && la
}

func (n *personName) blocks(add func(...string)) {
	pair := func(given, family string) {
		g, f := thai.Skeleton(given), thai.Skeleton(family)
		if len(f) >= 4 {
			add("f", f)
		} else {
			add("f", f, head(g, 1))
		}
		add("g", head(g, 2), head(f, 2))
	}
	pair(n.given, n.family)
	if !n.thai {
		pair(n.family, n.given) // SAITO Tetsuo
	}
}

func head(s string, n int) string { return s[:min(n, len(s))] }

func tail(s string, n int) string { return s[max(0, len(s)-n):] }

// bodyName is one official name of an organisation.
type bodyName struct {
	text string
	key  []rune
	core string // consonants, without the words for what sort of body it is
	bare string // the key without linking words
}

// sorts are the words that say what sort of body a name is of, the longest
// first; two names that differ in them name two bodies.
var sorts = strings.Fields(`องค์การบริหารส่วนจังหวัด องค์การบริหารส่วนตำบล คณะอนุกรรมาธิการ คณะอนุกรรมการ คณะกรรมาธิการ คณะกรรมการ มหาวิทยาลัยราชภัฏ
	มหาวิทยาลัยเทคโนโลยีราชมงคล มหาวิทยาลัย สำนักงานคณะกรรมการ สำนักงาน สำนัก กระทรวง บริษัท ธนาคาร สมาคม สถาบัน มูลนิธิ ศูนย์ กรม กอง เทศบาลนคร
	เทศบาลเมือง เทศบาลตำบล วิทยาลัย โรงพยาบาล โรงเรียน คณะทำงาน สหกรณ์ สภา อำเภอ จังหวัด`)

var endings = strings.Fields(`จำกัดมหาชน จำกัด องค์การมหาชน แห่งประเทศไทย ประเทศไทย แห่งชาติ`)

func sortOf(key string) string {
	for _, word := range sorts {
		if strings.HasPrefix(key, word) {
			return word
		}
	}
	return ""
}

// bodyNames gives the names by which a body is compared: those of at least ten
// letters that documents or the gazetteer call it officially.
func bodyNames(p *profile) []bodyName {
	var names []bodyName
	seen := map[string]bool{}
	add := func(text string) {
		key := kg.NameKey(text)
		if seen[key] || utf8.RuneCountInString(key) < 10 || p.local() {
			return
		}
		seen[key] = true
		core := strings.TrimPrefix(key, sortOf(key))
		for _, word := range endings {
			core = strings.TrimSuffix(core, word)
		}
		names = append(names, bodyName{text, []rune(key), thai.Skeleton(core), bareName(key)})
	}
	for _, t := range p.field[fieldBest] {
		add(t.Value)
	}
	if p.coded() {
		for _, t := range p.field[fieldName] {
			if name, ok := decodeName(t.Value); ok && name.Kind == kg.NameOfficial {
				add(name.Text)
			}
		}
	}
	slices.SortFunc(names, func(a, b bodyName) int { return strings.Compare(a.text, b.text) })
	return names
}

// linking are the words that writers put in or leave out: สำนักงานปฏิรูปที่ดิน,
// สำนักงานการปฏิรูปที่ดิน.
var linking = strings.NewReplacer("การ", "", "และ", "", "ของ", "", "แห่ง", "", "เพื่อ", "", "ด้าน", "", "ประเทศ", "")

// running are words of the sentence that the extractor may have left on a name.
var running = strings.Fields("มี ใน ไป มา ที่ และ ได้ จะ เป็น ให้ ก็ โดย คือ")

func bareName(key string) string {
	for _, word := range running {
		if rest, cut := strings.CutSuffix(key, word); cut && utf8.RuneCountInString(rest) >= 14 {
			key = rest
			break
		}
	}
	return linking.Replace(key)
}

// nobody are names that stand behind many names.
var nobody = map[string]bool{"publicorganization": true, "publicorganisation": true, "องค์การมหาชน": true, "publiccompanylimited": true,
	"internationalconference": true, "stateenterprise": true}

func (n *bodyName) blocks(add func(...string)) {
	if utf8.RuneCountInString(n.bare) >= 10 {
		add("=", n.bare)
	}
	if len(n.core) < 5 {
		return
	}
	add("<", head(n.core, 7))
	add(">", tail(n.core, 7))
}

// titleName is the name of a meeting or an agreement.
type titleName struct {
	text    string
	key     string // without the words for meeting and the number
	number  string
	tells   bool
	lands   []string
	bigrams map[[2]rune]int
}

func newTitle(p *profile) titleName {
	t := titleName{text: p.event.Name, key: kg.NameKey(p.event.Name)}
	if p.Class == kg.ClassMeeting {
		t.key, t.number = meetingName(p.event)
		t.tells = tells(t.key)
	} else {
		t.tells = titled(t.key)
	}
	t.lands = landsIn(p.event.Name)
	t.bigrams = bigrams(t.key)
	return t
}

func (t *titleName) blocks(p *profile, add func(...string)) {
	if p.Class == kg.ClassMeeting && p.local() && t.number == "" && p.event.StartDate == nil {
		return
	}
	when := []string{}
	if d := p.event.StartDate; d != nil {
		first, last := p.event.FirstDay(), p.event.LastDay()
		if months := monthsOf(first, last); len(months) <= 3 {
			when = months
		}
		if first == last || p.event.EndDate != nil && len(when) > 0 && len(when) <= 2 {
			for _, field := range []string{fieldPlace, fieldParty, fieldHost} {
				for _, v := range p.field[field] {
					add("@", first, v.Value)
				}
			}
			if p.Class == kg.ClassAgreement {
				add("@", first)
			}
		}
	}
	keys := map[string]bool{}
	if t.tells {
		keys[t.key] = true
	}
	for key := range p.strong {
		if p.Class == kg.ClassAgreement || tells(key) {
			keys[ordinal.ReplaceAllString(key, "")] = true
		}
	}
	for key := range keys {
		if p.Class == kg.ClassAgreement {
			add(key)
			continue
		}
		if t.number != "" {
			add(key, "#"+t.number)
		}
		for _, month := range when {
			add(key, month)
		}
	}
}

// monthsOf gives the months from one day to another, at most four.
func monthsOf(first, last string) []string {
	if len(first) < len("2006-01") || len(last) < len("2006-01") {
		return nil
	}
	year, month := number(first[:4]), number(first[5:7])
	var months []string
	for len(months) < 4 {
		m := strconv.Itoa(year) + "-" + string([]byte{byte('0' + month/10), byte('0' + month%10)})
		if m > last[:7] {
			break
		}
		months = append(months, m)
		if month++; month > 12 {
			year, month = year+1, 1
		}
	}
	return months
}

func number(digits string) int {
	n, err := strconv.Atoi(digits)
	if err != nil {
		return 0
	}
	return n
}

func bigrams(key string) map[[2]rune]int {
	grams := map[[2]rune]int{}
	previous := rune(0)
	for _, r := range key {
		if previous != 0 {
			grams[[2]rune{previous, r}]++
		}
		previous = r
	}
	return grams
}

// dice gives the likeness of two multisets of bigrams, from 0 to 1.
func dice(a, b map[[2]rune]int) float64 {
	all, both := 0, 0
	for gram, n := range a {
		all += n
		both += min(n, b[gram])
	}
	for _, n := range b {
		all += n
	}
	if all == 0 {
		return 0
	}
	return 2 * float64(both) / float64(all)
}
