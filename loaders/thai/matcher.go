package thai

import "unicode"

// Entry is a pattern of a [Matcher].
type Entry struct {
	Text  string // in normal form
	Value int    // the caller's own, for instance an index
	Fold  bool   // match without regard to the case of Latin letters
	Whole bool   // only where no Thai letter adjoins, but for one behind the stop of an abbreviation: for Thai acronyms and short words
}

// Match is an occurrence of patterns in a text.
type Match struct {
	Start, End int   // in code points, End exclusive
	Values     []int // of every entry that matches here, in the order of the entries
}

// Matcher finds any of many patterns in a text.
type Matcher struct {
	trie    trie
	entries []Entry
	texts   [][]rune
	next    []int32 // the next entry with the same folded text, or -1
	values  []int   // of the entries
}

// NewMatcher makes a matcher. Entries with an empty text are passed over.
func NewMatcher(entries []Entry) *Matcher {
	m := &Matcher{entries: entries, texts: make([][]rune, len(entries)), next: make([]int32, len(entries)), values: make([]int, len(entries))}
	var b trieBuilder
	for i := len(entries) - 1; i >= 0; i-- {
		m.texts[i] = []rune(entries[i].Text)
		m.next[i] = -1
		m.values[i] = entries[i].Value
		if len(m.texts[i]) == 0 {
			continue
		}
		folded := make([]rune, len(m.texts[i]))
		for j, r := range m.texts[i] {
			folded[j] = fold(r)
		}
		if old := b.put(folded, int32(i)); old >= 0 {
			m.next[i] = old
		}
	}
	m.trie = b.build()
	return m
}

// Find gives the matches from left to right, the longest at each place, none
// overlapping another. A match never splits a Thai character cluster, and
// one that begins or ends in a Latin letter or digit never splits a Latin word
// or a number.
func (m *Matcher) Find(runes []rune) []Match {
	var matches []Match
	for i := 0; i < len(runes); {
		if match, ok := m.At(runes, i); ok {
			matches = append(matches, match)
			i = match.End
			continue
		}
		i++
	}
	return matches
}

// At gives the longest match that begins at i.
func (m *Matcher) At(runes []rune, i int) (Match, bool) {
	if i < 0 || i >= len(runes) || !m.trie.may(runes, i) {
		return Match{}, false
	}
	node := m.trie.step(0, fold(runes[i]))
	if node < 0 || !ClusterStart(runes, i) || splitsLatin(runes, i) {
		return Match{}, false
	}
	match := Match{Start: i}
	for end := i + 1; ; end++ {
		if first := m.trie.value(node); first >= 0 && ClusterStart(runes, end) && !splitsLatin(runes, end) {
			if values := m.admitted(first, runes, i, end); values != nil {
				match.End, match.Values = end, values
			}
		}
		if end == len(runes) {
			break
		}
		if node = m.trie.step(node, fold(runes[end])); node < 0 {
			break
		}
	}
	return match, match.End > 0
}

// admitted gives the values of the entries, from one on, that are admitted.
func (m *Matcher) admitted(first int32, runes []rune, start, end int) []int {
	if m.next[first] < 0 {
		if m.admits(int(first), runes, start, end) {
			return m.values[first : first+1 : first+1]
		}
		return nil
	}
	var values []int
	for e := first; e >= 0; e = m.next[e] {
		if m.admits(int(e), runes, start, end) {
			values = append(values, m.entries[e].Value)
		}
	}
	return values
}

// admits applies the conditions of one entry to a place.
func (m *Matcher) admits(entry int, runes []rune, start, end int) bool {
	e := &m.entries[entry]
	if e.Whole && (start > 0 && thaiLetter(runes[start-1]) || end < len(runes) && thaiLetter(runes[end]) && !closesAbbreviation(runes, end)) {
		return false
	}
	if !e.Fold {
		for i, r := range m.texts[entry] {
			if runes[start+i] != r {
				return false
			}
		}
	}
	return true
}

// closesAbbreviation reports whether the stop before end closes an abbreviation and a word
// goes on behind it, not the abbreviation: "สธ.|เผย", but "สป.|สธ.".
func closesAbbreviation(runes []rune, end int) bool {
	if runes[end-1] != '.' {
		return false
	}
	const longest = 5
	for k := end; k < len(runes) && k <= end+longest; k++ {
		if runes[k] == '.' {
			return false
		}
		if runes[k] < 'ก' || runes[k] > 'ฮ' {
			break
		}
	}
	return true
}

func thaiLetter(r rune) bool {
	return r >= 'ก' && r <= '\u0e4e' && r != 'ฯ' && r != '฿' && r != 'ๆ'
}

// splitsLatin reports whether i is inside a Latin word or a number.
func splitsLatin(runes []rune, i int) bool {
	if i <= 0 || i >= len(runes) {
		return false
	}
	a, b := runes[i-1], runes[i]
	return latin(a) && latin(b) || digit(a) && digit(b)
}

func digit(r rune) bool { return r >= '0' && r <= '9' }

func fold(r rune) rune {
	switch {
	case r < 'A' || r >= 'ก' && r <= '๛':
		return r
	case r < 0x80:
		if r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	}
	return unicode.ToLower(r)
}
