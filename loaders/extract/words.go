package extract

// words is a list of words made for looking them up at a place in a text. The
// first of the list that fits is found, so that longer ones come first where
// it matters.
type words struct {
	texts []string
	runes [][]rune
	first map[rune][]int // words by their first letter
	last  map[rune][]int // and by their last
	most  [2][128]bool   // whether any begins, or ends, with a Thai letter
}

func newWords(texts ...string) *words {
	w := &words{texts: texts, first: map[rune][]int{}, last: map[rune][]int{}}
	for i, text := range texts {
		runes := []rune(text)
		w.runes = append(w.runes, runes)
		if len(runes) == 0 {
			continue
		}
		a, z := runes[0], runes[len(runes)-1]
		w.first[a] = append(w.first[a], i)
		w.last[z] = append(w.last[z], i)
		for k, c := range []rune{a, z} {
			if c >= thaiBlock && c < thaiBlock+128 {
				w.most[k][c-thaiBlock] = true
			}
		}
	}
	return w
}

const thaiBlock = '\u0e00'

// may reports whether a word can begin (side 0) or end (side 1) with c.
func (w *words) may(side int, c rune) bool {
	return c < thaiBlock || c >= thaiBlock+128 || w.most[side][c-thaiBlock]
}

// at gives the index of the first word that stands at i, or -1.
func (w *words) at(runes []rune, i int) int {
	if i < 0 || i >= len(runes) || !w.may(0, runes[i]) {
		return -1
	}
	for _, k := range w.first[runes[i]] {
		if fits(runes, i, w.runes[k]) {
			return k
		}
	}
	return -1
}

// longest gives the index of the longest word that stands at i, or -1.
func (w *words) longest(runes []rune, i int) int {
	if i < 0 || i >= len(runes) || !w.may(0, runes[i]) {
		return -1
	}
	best := -1
	for _, k := range w.first[runes[i]] {
		if (best < 0 || len(w.runes[k]) > len(w.runes[best])) && fits(runes, i, w.runes[k]) {
			best = k
		}
	}
	return best
}

// before gives the index of the first word that ends at i, or -1.
func (w *words) before(runes []rune, i int) int {
	if i <= 0 || i > len(runes) || !w.may(1, runes[i-1]) {
		return -1
	}
	for _, k := range w.last[runes[i-1]] {
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
