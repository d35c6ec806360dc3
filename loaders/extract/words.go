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

// byLetter gives the indices of words by a letter.
type byLetter struct {
	thai  [128][]int
	other map[rune][]int
}

func (b *byLetter) of(c rune) []int {
	if at := c - thaiBlock; at >= 0 && at < rune(len(b.thai)) {
		return b.thai[at]
	}
	if len(b.other) == 0 {
		return nil
	}
	return b.other[c]
}

func (b *byLetter) add(c rune, i int) {
	if at := c - thaiBlock; at >= 0 && at < rune(len(b.thai)) {
		b.thai[at] = append(b.thai[at], i)
		return
	}
	if b.other == nil {
		b.other = map[rune][]int{}
	}
	b.other[c] = append(b.other[c], i)
}

func newWords(texts ...string) *words {
	w := &words{texts: texts}
	for i, text := range texts {
		runes := []rune(text)
		w.runes = append(w.runes, runes)
		if len(runes) == 0 {
			continue
		}
		w.first.add(runes[0], i)
		w.last.add(runes[len(runes)-1], i)
	}
	return w
}

const thaiBlock = '\u0e00'

// at gives the index of the first word that stands at i, or -1.
func (w *words) at(runes []rune, i int) int {
	if i < 0 || i >= len(runes) {
		return -1
	}
	for _, k := range w.first.of(runes[i]) {
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
	for _, k := range w.first.of(runes[i]) {
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
	for _, k := range w.last.of(runes[i-1]) {
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
