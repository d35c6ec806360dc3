package extract

import (
	"slices"
	"strings"

	"mueang/graph/kg"
	"mueang/loaders/thai"
)

// reading is the state of reading one document. All offsets are code points of
// the normal form.
type reading struct {
	lex   *lexicon
	doc   kg.Document
	text  thai.Text
	runes []rune
	norm  string  // the same as a string
	bytes []int32 // where each of the runes begins in it, and where it ends

	blocks    []block
	sentences []sentence

	// names are mentions that do not overlap: dates, organisations, places,
	// people and posts; long are mentions that may hold some of them:
	// agreements, meetings, funds and projects. Both by start.
	names []*mention
	long  []*mention
	taken []*mention // for each code point, the name that covers it

	things    []*thing
	made      int  // how many things have been made
	unsettled bool // things have been merged since settleThings
	claims    []*claim
	index     *index
	near      []kg.NearMiss
	words     [][2]int32 // where the word at a place begins and ends; of the runs that were asked for

	amounts     []thai.AmountMention
	funds       []*thing
	accordLists [][2]int                // where the text lists agreements
	eventKeys   map[string]string       // names of events → occasionKey
	officeKeys  map[string]string       // words for offices → what sameOffice compares
	borrowed    int                     // how many things have been looked for in the whole text
	networks    []*mention              // the networks that the text names
	items       []int                   // where the items of a report begin
	namedIn     map[*thing]map[int]bool // in which of these things are named
	labels      bool                    // whether the text has "(MOU)" or the like
	umbrella    bool                    // whether the text counts agreements
	insideLong  []bool                  // whether a longer name goes on at a place
	leaders     []*mention              // the first two people of the text; nil before they are asked for
	holders     holders
	main        *thing              // the first event of the text that is no headline's
	postBodies  map[int]bool        // where the bodies of offices begin
	lastEvent   *mention            // the English event told of last
	told        map[*thing]bool     // English events of which a sentence says who was there
	latinNames  map[string][]*thing // words of the Latin names of people, once found

	titledAccords map[string][]string // full names of agreements that lines consist of, by their short form
}

// oddQuotes are what pages write for quotation marks, each as long as the mark
// that it stands for: "งาน “Smart City Expo 2022″".
var oddQuotes = strings.NewReplacer("″", "”", "‟", "“", "„", "“")

func newReading(lex *lexicon, doc kg.Document) *reading {
	r := &reading{lex: lex, doc: doc, text: thai.Normalize(doc.Text), index: newIndex()}
	r.norm, r.runes = r.text.Norm, r.text.Runes()
	if slices.ContainsFunc(r.runes, func(c rune) bool { return c == '″' || c == '‟' || c == '„' }) {
		r.norm = oddQuotes.Replace(r.norm)
		r.runes = []rune(r.norm)
	}
	r.bytes = make([]int32, 0, len(r.runes)+1)
	for at := range r.norm {
		r.bytes = append(r.bytes, int32(at))
	}
	r.bytes = append(r.bytes, int32(len(r.norm)))
	r.taken = make([]*mention, len(r.runes)+1)
	return r
}

// sort is what a mention is a mention of.
type sort uint8

const (
	someone sort = iota + 1
	body
	spot
	office
	date
	occasion
	accord
	purse
	undertaking
	signal
)

// mention is a stretch of text that names something, or a word that signals a
// relation.
type mention struct {
	start, end int
	sort       sort
	thing      *thing // nil for dates and signals
	when       when   // of a date
	cue        cue    // of a signal
	role       string // of a post: a value of PostRole
	tail       int    // of a post: where words of its own end that other names cover
	suffix     string // of a post: words behind its body that belong to it
	generic    bool   // a word that stands for an event named elsewhere
	nested     bool   // within a longer name
	released   bool   // taken away again
	bare       bool   // a place or body named without its generic word
	posts      []*mention
	holder     *mention   // of a post: the person beside it
	more       []*mention // of a post: others who hold it as well
	org        *mention   // of a post: the organisation beside it
}

// str gives the normal form of a stretch.
func (r *reading) str(start, end int) string { return r.norm[r.bytes[start]:r.bytes[end]] }

// has reports whether s stands at i. Most are refused by
// their last byte: it tells Thai letters apart, which the first does not.
func (r *reading) has(i int, s string) bool {
	if i < 0 || i >= len(r.runes) {
		return false
	}
	from := int(r.bytes[i])
	to := from + len(s)
	return s == "" || to <= len(r.norm) && r.norm[to-1] == s[len(s)-1] && r.norm[from:to] == s
}

// hasAny gives the first of the strings that stands at i.
func (r *reading) hasAny(i int, list []string) (string, bool) {
	for _, s := range list {
		if r.has(i, s) {
			return s, true
		}
	}
	return "", false
}

// wordAt gives the first of the words that stands at i.
func (r *reading) wordAt(i int, list *words) (string, bool) {
	if k := list.at(r.runes, i); k >= 0 {
		return list.texts[k], true
	}
	return "", false
}

// wordBefore gives the first of the words that ends at i.
func (r *reading) wordBefore(i int, list *words) (string, bool) {
	if k := list.before(r.runes, i); k >= 0 {
		return list.texts[k], true
	}
	return "", false
}

// endsWith reports whether s ends at i.
func (r *reading) endsWith(i int, s string) bool {
	if i < 0 || i > len(r.runes) {
		return false
	}
	to := int(r.bytes[i])
	from := to - len(s)
	return s == "" || from >= 0 && r.norm[to-1] == s[len(s)-1] && r.norm[from:to] == s
}

// endsWithAny gives the first of the strings that ends at i.
func (r *reading) endsWithAny(i int, list []string) (string, bool) {
	for _, s := range list {
		if r.endsWith(i, s) {
			return s, true
		}
	}
	return "", false
}

// at gives the code point at i, or a line feed outside the text.
func (r *reading) at(i int) rune {
	if i < 0 || i >= len(r.runes) {
		return '\n'
	}
	return r.runes[i]
}

// skipBlanks gives the first place from i that is no blank.
func (r *reading) skipBlanks(i int) int {
	for i < len(r.runes) && isBlank(r.runes[i]) {
		i++
	}
	return i
}

// backBlanks gives the end of what stands before i without blanks.
func (r *reading) backBlanks(i int) int {
	for i > 0 && isBlank(r.runes[i-1]) {
		i--
	}
	return i
}

// put adds a name unless another covers part of it.
func (r *reading) put(m *mention) bool {
	if m.start >= m.end {
		return false
	}
	for i := m.start; i < m.end; i++ {
		if r.taken[i] != nil {
			return false
		}
	}
	r.cover(m)
	return true
}

// cover adds a name that is known not to overlap another.
func (r *reading) cover(m *mention) {
	for i := m.start; i < m.end; i++ {
		r.taken[i] = m
	}
	r.names = append(r.names, m)
}

// settleNames puts the names in the order of the text, without those that have
// been released.
func (r *reading) settleNames() {
	r.names = slices.DeleteFunc(r.names, func(m *mention) bool { return m.released })
	slices.SortFunc(r.names, byPlace)
}

func byPlace(a, b *mention) int {
	if a.start != b.start {
		return a.start - b.start
	}
	return b.end - a.end
}

// nextName gives the first name that begins at or after i.
func (r *reading) nextName(i int) int {
	k, _ := slices.BinarySearchFunc(r.names, i, func(m *mention, at int) int { return m.start - at })
	return k
}

// miss notes a candidate that was dropped.
func (r *reading) miss(start, end int, rule, reason string) {
	from, to := r.text.Span(start, end)
	r.near = append(r.near, kg.NearMiss{Span: kg.Span{Start: from, End: to, Text: r.text.Quote(start, end)}, Rule: rule, Reason: reason})
}

func isBlank(c rune) bool { return c == ' ' || c == '\t' || c == '\u00a0' }

func isSpace(c rune) bool { return isBlank(c) || c == '\n' }

func isThaiLetter(c rune) bool {
	return c >= 'ก' && c <= '\u0e4e' && c != 'ฯ' && c != '฿' && c != 'ๆ'
}

func isLatin(c rune) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '\u00c0' && c <= '\u024f'
}

func isUpper(c rune) bool { return c >= 'A' && c <= 'Z' || c >= '\u00c0' && c <= '\u00de' }

func isDigit(c rune) bool { return c >= '0' && c <= '9' }

// tidy writes a name on one line with single spaces.
func tidy(s string) string { return strings.Join(strings.Fields(s), " ") }
