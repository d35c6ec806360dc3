package extract

import (
	"slices"
	"strings"

	"mueang/graph/kg"
	"mueang/loaders/thai"
)

// thing is what mentions are brought together into.
type thing struct {
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
	amount   *kg.Money
	local    bool
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
	if surface = tidy(surface); surface != "" && !slices.Contains(t.surfaces, surface) {
		t.surfaces = append(t.surfaces, surface)
		t.keys = append(t.keys, kg.NameKey(surface))
	}
}

// isCalled reports whether a form of the thing has this key.
func (t *thing) isCalled(key string) bool {
	return slices.Contains(t.keys, key)
}

// newThing makes a thing of a kind that is first named at i.
func (r *reading) newThing(kind kg.Kind, i int) *thing {
	t := &thing{kind: kind, first: i}
	r.things = append(r.things, t)
	return t
}

// named gives the thing of the gazetteers, or the one of its class that the
// document has called so before, or a new one.
func (r *reading) named(k *known, kind kg.Kind, surface string, i int) *thing {
	key, class := "", kind.Class()
	if k == nil {
		key = kg.NameKey(surface)
	}
	for _, t := range r.things {
		switch {
		case k != nil && t.known != nil:
			if t.known == k {
				t.say(surface)
				return t
			}
		case k == nil && t.known == nil && t.isCalled(key) && t.kind.Class() == class:
			t.say(surface)
			return t
		}
	}
	t := r.newThing(kind, i)
	t.known = k
	t.say(surface)
	return t
}

// merge makes one thing of two: b's names and mentions become a's.
func (r *reading) merge(a, b *thing) {
	if a == b {
		return
	}
	for _, s := range b.surfaces {
		a.say(s)
	}
	a.titles = append(a.titles, b.titles...)
	if a.known == nil {
		a.known = b.known
	}
	a.first = min(a.first, b.first)
	for _, list := range [][]*mention{r.names, r.long} {
		for _, m := range list {
			if m.thing == b {
				m.thing = a
			}
		}
	}
	for _, t := range r.things {
		if t.country == b {
			t.country = a
		}
		if t.org == b {
			t.org = a
		}
	}
	for _, c := range r.claims {
		if c.subject == b {
			c.subject = a
		}
		if c.object == b {
			c.object = a
		}
	}
	r.things = slices.DeleteFunc(r.things, func(t *thing) bool { return t == b })
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
		if stop-start >= 2 && stop-start <= 60 && r.alias(m, start, stop) {
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
		if c := r.at(i); c == ':' || c == '/' || c == ',' || c == ';' {
			add(from, i)
			from = i + 1
		}
	}
	add(from, end)
	return found
}

// notAlias are words in brackets that say something else than a name.
var notAlias = newWords("มหาชน", "ร่าง", "หลังใน", "ประเทศไทย", "เพิ่มเติม", "พิเศษ", "ฉบับ", "วันนี้", "ตาม", "ไม่", "เช่น", "อาทิ", "รวม", "กว่า", "ประมาณ")

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
		if other.thing.known != nil && r.isFullName(other) {
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

// isFullName reports whether a mention is a long form, not an abbreviation.
func (r *reading) isFullName(m *mention) bool { return m.end-m.start > 14 }

// release takes away the names within a stretch.
func (r *reading) release(start, end int) {
	r.names = slices.DeleteFunc(r.names, func(m *mention) bool {
		if m.start < start || m.end > end {
			return false
		}
		for i := m.start; i < m.end; i++ {
			r.taken[i] = nil
		}
		return true
	})
}

// redefine lets every mention that is written so name what m names.
func (r *reading) redefine(surface string, m *mention) {
	var emptied []*thing
	for _, n := range r.names {
		if n.sort == m.sort && n.thing != m.thing && r.str(n.start, n.end) == surface {
			emptied = append(emptied, n.thing)
			n.thing = m.thing
		}
	}
	m.thing.say(surface)
	for _, t := range emptied {
		if !slices.ContainsFunc(r.names, func(n *mention) bool { return n.thing == t }) {
			r.things = slices.DeleteFunc(r.things, func(o *thing) bool { return o == t })
		}
	}
}

// findAliases looks through the text for the names that it has defined itself.
func (r *reading) findAliases(of sort) {
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
