package extract

// words is a list of words made for looking them up at a place in a text. The
// first of the list that fits is found, so that longer ones come first where
// it matters.
type words struct {
	texts []string
	runes [][]rune
	first byLetter // words by their first letter
	last  byLetter // and by their last
}

// byLetter gives the indices of words by a letter, the first or the last, where
// the letter beside it admits any of them. Most places are refused by the two.
type byLetter struct {
	thai   [128][]int
	beside [128][2]uint64 // of each Thai letter, the Thai letters that stand beside it
	alone  [2]uint64      // the Thai letters that have others beside them, or none
	other  map[rune][]int
}

func (b *byLetter) of(c, beside rune) []int {
	at := c - thaiBlock
	if at < 0 || at >= rune(len(b.thai)) {
		return b.other[c]
	}
	next := beside - thaiBlock
	if next >= 0 && next < rune(len(b.thai)) && b.beside[at][next>>6]&(1<<(next&63)) != 0 || b.alone[at>>6]&(1<<(at&63)) != 0 {
		return b.thai[at]
	}
	return nil
}

// add notes the word i, which has the letter c and, unless it is 0, another
// beside it.
func (b *byLetter) add(c, beside rune, i int) {
	at := c - thaiBlock
	if at < 0 || at >= rune(len(b.thai)) {
		if b.other == nil {
			b.other = map[rune][]int{}
		}
		b.other[c] = append(b.other[c], i)
		return
	}
	b.thai[at] = append(b.thai[at], i)
	if next := beside - thaiBlock; next >= 0 && next < rune(len(b.thai)) {
		b.beside[at][next>>6] |= 1 << (next & 63)
	} else {
		b.alone[at>>6] |= 1 << (at & 63)
	}
}

// letter gives the one at i, or 0 outside the text.
func letter(runes []rune, i int) rune {
	if i < 0 || i >= len(runes) {
		return 0
	}
	return runes[i]
}

func newWords(texts ...string) *words {
	w := &words{texts: texts}
	for i, text := range texts {
		runes := []rune(text)
		w.runes = append(w.runes, runes)
		if len(runes) == 0 {
			continue
		}
		w.first.add(runes[0], letter(runes, 1), i)
		w.last.add(runes[len(runes)-1], letter(runes, len(runes)-2), i)
	}
	return w
}

const thaiBlock = '\u0e00'

// at gives the index of the first word that stands at i, or -1.
func (w *words) at(runes []rune, i int) int {
	if i < 0 || i >= len(runes) {
		return -1
	}
	for _, k := range w.first.of(runes[i], letter(runes, i+1)) {
		if fits(runes, i, w.runes[k]) {
			return k
		}
	}
	return -1
}

// longest gives the index of the longest word that stands at i, or -1.
func (w *words) longest(runes []rune, i int) int {
	if i < 0 || i >= len(runes) {
		return -1
	}
	best := -1
	for _, k := range w.first.of(runes[i], letter(runes, i+1)) {
		if (best < 0 || len(w.runes[k]) > len(w.runes[best])) && fits(runes, i, w.runes[k]) {
			best = k
		}
	}
	return best
}

// before gives the index of the first word that ends at i, or -1.
func (w *words) before(runes []rune, i int) int {
	if i <= 0 || i > len(runes) {
		return -1
	}
	for _, k := range w.last.of(runes[i-1], letter(runes, i-2)) {
		if fits(runes, i-len(w.runes[k]), w.runes[k]) {
			return k
		}
	}
	return -1
}

func fits(runes []rune, i int, word []rune) bool {
	if i < 0 || i+len(word) > len(runes) {
		return false
	}
	for k, c := range word {
		if runes[i+k] != c {
			return false
		}
	}
	return true
}
