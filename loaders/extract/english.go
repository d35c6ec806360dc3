package extract

import (
	"slices"
	"strings"

	"mueang/seed"
)

// English paragraphs have rules of their own, beside the Thai ones: names are
// built of capitals and known nouns (englishnames.go), and a sentence says in
// order who did what, with the day and the place at its head: "May 2, 2024, at
// the Purple Room, Government House, Mr. A, president of B, paid a courtesy call
// on Prime Minister C." (events: englishevents.go; who did what: englishdeeds.go; when
// and where: englishwhen.go; agreements: englishaccords.go; lists and phrases:
// englishphrases.go). What they find are mentions, things
// and claims like any other.

// english holds the words of English official prose by class and word.
type english map[string]map[string]string

func newEnglish() (english, error) {
	words, err := seed.EnglishWords()
	if err != nil {
		return nil, err
	}
	e := english{}
	for _, w := range words {
		if e[w.Class] == nil {
			e[w.Class] = map[string]string{}
		}
		e[w.Class][strings.ToLower(w.Text)] = w.Value
	}
	return e, nil
}

// is reports whether a word is of a class.
func (e english) is(class string, w string) bool {
	_, ok := e[class][w]
	return ok
}

// isEnglish reports whether a paragraph is written in Latin letters.
func (r *reading) isEnglish(start, end int) bool {
	latin, thai := 0, 0
	for _, c := range r.runes[start:end] {
		switch {
		case isThaiLetter(c):
			thai++
		case isLatin(c):
			latin++
		}
	}
	return latin > 3*thai && latin > 12
}

// word is a word of an English paragraph: "Chan-o-cha", "U.S.", "2/2021",
// "People’s".
type word struct {
	start, end int
	text       string
	low        string // in lower case, without ’s
	own        bool   // ends in ’s
}

func (w word) capital() bool { return isUpper([]rune(w.text)[0]) }

// ordinal reports whether a word is the number of a meeting: "7th", "2/2021".
func (w word) ordinal() bool {
	if !isDigit(rune(w.text[0])) {
		return false
	}
	for _, end := range []string{"st", "nd", "rd", "th"} {
		if strings.HasSuffix(w.text, end) {
			return true
		}
	}
	n, year, ok := strings.Cut(w.text, "/")
	return ok && len(n) < 4 && len(year) == 4
}

// spell gives the words of a paragraph.
func (r *reading) spell(b block) []word {
	part := func(i int) bool { return isLatin(r.at(i)) || isDigit(r.at(i)) }
	var words []word
	for i := b.start; i < b.end; {
		if !part(i) {
			i++
			continue
		}
		end := i
		for end < b.end && (part(end) || strings.ContainsRune("’'-./", r.at(end)) && part(end-1) && part(end+1)) {
			end++
		}
		text := r.str(i, end)
		if r.at(end) == '.' && end < b.end && (strings.Contains(text, ".") || end-i == 1 && isUpper(r.at(i))) {
			end++
			text = r.str(i, end)
		}
		w := word{start: i, end: end, text: text, low: strings.ToLower(text)}
		for _, s := range []string{"’s", "'s"} {
			if stem, ok := strings.CutSuffix(w.low, s); ok {
				w.low, w.own = stem, true
			}
		}
		words = append(words, w)
		i = end
	}
	return words
}

// apart gives what stands between two words.
func (r *reading) apart(a, b word) string { return r.str(a.end, b.start) }

// adjoin reports whether nothing but a blank or the end of a line parts two
// words.
func (r *reading) adjoin(a, b word) bool { return tidy(r.apart(a, b)) == "" }

// wordFrom gives the index of the first word that begins at or after i.
func wordFrom(ws []word, i int) int {
	k, _ := slices.BinarySearchFunc(ws, i, func(w word, at int) int { return w.start - at })
	return k
}

// notFirst are words that begin no name though a sentence begins with them.
var notFirst = map[string]bool{}

func init() {
	for w := range strings.FieldsSeq(`the a an in on at of to for from by with as and or but both this that these those his her its their our my it he she they we i
		also following participating attending joining according later during after before upon regarding while when where which who since under over about
		then moreover furthermore additionally however therefore meanwhile today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday
		january february march april may june july august september october november december title gist topic subject remark remarks if as all each every
		some any no not there here given through among between against despite with within without one two three four five six seven eight nine ten draft
		mr mrs ms miss dr prof h.e. gen pol lt col maj his her your key first second third finally besides aside apart once until such other others most more
		many several request approval outcome result report re page source photo please thank dear ladies gentlemen excellencies excellency pm govt`) {
		notFirst[w] = true
	}
}

// endsEnglish reports whether a full stop before i ends a sentence: no title,
// abbreviation or initial does.
func (r *reading) endsEnglish(i int, b block) bool {
	if !isSpace(r.at(i-1)) || isSpace(r.at(i)) || !isUpper(r.at(i)) && r.at(i) != '“' && r.at(i) != '"' {
		return false
	}
	stop := i - 1
	for stop > b.start && isSpace(r.at(stop)) {
		stop--
	}
	for stop > b.start && strings.ContainsRune("”\"’)", r.at(stop)) {
		stop--
	}
	if c := r.at(stop); c != '.' && c != '?' && c != '!' && c != ':' || r.taken[stop] != nil {
		return false
	}
	if r.at(stop) == ':' {
		return r.at(i-1) == '\n'
	}
	from := stop
	for from > b.start && (isLatin(r.at(from-1)) || r.at(from-1) == '.') {
		from--
	}
	last := r.str(from, stop)
	if companyEnds[last] {
		word := i
		for isLatin(r.at(word)) {
			word++
		}
		return notFirst[strings.ToLower(r.str(i, word))] || r.has(i, "Government ")
	}
	return !strings.Contains(last, ".") && !(len(last) == 1 && isUpper(r.at(from))) && !abbreviations[last]
}

// abbreviations end in a full stop that ends no sentence.
var abbreviations = map[string]bool{"Mr": true, "Mrs": true, "Ms": true, "Dr": true, "Prof": true, "Gen": true, "Lt": true, "Col": true, "Maj": true, "Capt": true, "Adm": true,
	"Pol": true, "Ret": true, "No": true, "Co": true, "St": true, "vs": true, "etc": true, "Assoc": true, "Asst": true, "Hon": true, "Sen": true, "Gov": true, "Brig": true}

// companyEnds end in a full stop that ends a sentence only before a word that
// begins one: "A Inc. President B", "A Inc. The".
var companyEnds = map[string]bool{"Inc": true, "Ltd": true, "Corp": true, "Plc": true}

// isItem reports whether a line begins at i with a mark of a list: "1. ", "- ", "b. ".
func (r *reading) isItem(i int) bool {
	c := r.at(i)
	if c == '(' {
		return r.at(i+2) == ')' || r.at(i+3) == ')' // (1), not (WEF)
	}
	return r.isMarked(i) || c >= 'a' && c <= 'z' && (r.at(i+1) == '.' || r.at(i+1) == ')') && isBlank(r.at(i+2))
}

// opensDay reports whether a line begins at i with the day that a release opens with:
// "March 15, 2023, at 0830hrs".
func (r *reading) opensDay(i int) bool {
	word := i
	for isLatin(r.at(word)) {
		word++
	}
	if !calendar[strings.ToLower(r.str(i, min(word, len(r.runes))))] || r.at(word) != ' ' || !isDigit(r.at(word+1)) {
		return false
	}
	for word++; isDigit(r.at(word)); word++ {
	}
	return r.has(word, ", 20") && r.at(word+6) == ','
}

// goesOnEnglish reports whether the English paragraph k was broken at a width
// before the next line: the lines after it, no longer than it may be, come to a
// full stop. Titles one below the other do not, nor a title and the sentence that
// begins below it: "Title: Draft Agreement …", "The cabinet approved …".
func (r *reading) goesOnEnglish(k int) bool {
	const shortest, width, most = 55, 140, 30
	open := func(b block) bool { return !strings.ContainsRune(".:;!?”\")", r.at(b.end-1)) }
	if a := r.blocks[k]; a.headline || !a.english || a.end-a.start < shortest || a.end-a.start > width || !open(a) || !isLatin(r.at(r.blocks[k+1].start)) && r.at(r.blocks[k+1].start) != '(' ||
		r.has(a.start, "Title: ") || r.has(r.blocks[k+1].start, "Title: ") || r.has(r.blocks[k+1].start, "The cabinet ") || r.isItem(r.blocks[k+1].start) || r.opensDay(r.blocks[k+1].start) {
		return false
	}
	for _, b := range r.blocks[k+1 : min(k+most, len(r.blocks))] {
		if b.headline || !b.english || b.end-b.start > width {
			return false
		}
		if !open(b) {
			return true
		}
	}
	return false
}
