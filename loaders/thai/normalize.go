package thai

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Text is a text beside its normal form. Rules match on Norm, evidence quotes
// Original.
type Text struct {
	Original string
	Norm     string

	runes    []rune // of Norm
	original []rune // of Original, nil where the two are equal
	// starts holds, for each rune of Norm and for its end, the offset in
	// Original at which the rune begins; nil where the two are equal. What the
	// normal form leaves out belongs to the rune before it.
	starts []int32
}

// Normalize gives the normal form of a text: Unicode NFC (but for a character
// under marks of several scripts); sara am (ำ) in one character; แ for two เ;
// ASCII digits for Thai ones; one plain space for each tab and exotic space;
// "\n" for each line end; without zero-width characters, soft hyphens, byte
// order marks and other invisible ones. Quotation marks, dashes and case stay. Invalid UTF-8 counts as U+FFFD, one for each byte.
func Normalize(original string) Text {
	t := Text{Original: original, Norm: original}
	runes := []rune(original)
	t.runes = runes
	if isNormal(runes) && utf8.ValidString(original) {
		return t
	}
	t.original = runes
	t.runes = make([]rune, 0, len(runes))
	t.starts = make([]int32, 0, len(runes)+1)
	emit := func(r rune, start int) {
		t.runes = append(t.runes, r)
		t.starts = append(t.starts, int32(start))
	}
	sorted := 0 // how far marks are known to stand in order
	for i := 0; i < len(runes); {
		r := runes[i]
		switch {
		case (r >= ' ' && r < 0x7f || r == '\n') && !markFollows(runes, i+1):
			emit(r, i)
			i++
		case r == '\r':
			if i+1 == len(runes) || runes[i+1] != '\n' {
				emit('\n', i)
			}
			i++
		case invisible(r):
			i++
		case r == 'เ':
			// Invisible characters may stand between the two.
			next := i + 1
			for next < len(runes) && invisible(runes[next]) {
				next++
			}
			if next < len(runes) && runes[next] == 'เ' {
				emit('แ', i)
				i = next + 1
				continue
			}
			emit(r, i)
			i++
		case r >= '๐' && r <= '๙':
			emit('0'+r-'๐', i)
			i++
		case r >= 'ก' && r <= '๛':
			i, sorted = emitThai(runes, i, sorted, emit)
		case unicode.IsSpace(r):
			if r == '\u2028' || r == '\u2029' || r == '\u0085' {
				emit('\n', i)
			} else {
				emit(' ', i)
			}
			i++
		default:
			i = emitComposed(runes, i, emit)
		}
	}
	t.starts = append(t.starts, int32(len(runes)))
	t.Norm = string(t.runes)
	return t
}

// emitThai writes the Thai character at i with the marks behind it, nikhahit
// and aa joined, marks in canonical order, and gives where it ended,
// and how far the marks stand in order.
func emitThai(runes []rune, i, sorted int, emit func(rune, int)) (int, int) {
	r := runes[i]
	if r == '\u0e4d' || isTone(r) {
		// ◌ํ + tone + า and tone + ◌ํ + า both are tone + ำ.
		var tone rune
		nikhahit := false
		j := i
	marks:
		for ; j < len(runes); j++ {
			switch m := runes[j]; {
			case m == '\u0e4d' && !nikhahit:
				nikhahit = true
			case isTone(m) && tone == 0:
				tone = m
			case invisible(m):
			default:
				break marks
			}
		}
		if nikhahit && j < len(runes) && runes[j] == 'า' {
			if tone != 0 {
				emit(tone, i)
			}
			emit('ำ', i)
			return j + 1, sorted
		}
	}
	if markClass(r) == 0 || i < sorted {
		emit(r, i)
		return i + 1, sorted
	}
	// Marks of a class stand in the order of their classes in NFC.
	marks := []rune{r}
	end := i + 1
	for j := end; j < len(runes) && (markClass(runes[j]) > 0 || invisible(runes[j])); j++ {
		if markClass(runes[j]) > 0 {
			marks = append(marks, runes[j])
			end = j + 1
		}
	}
	if slices.IsSortedFunc(marks, byClass) {
		emit(r, i)
		return i + 1, end
	}
	slices.SortStableFunc(marks, byClass)
	for _, m := range marks {
		emit(m, i)
	}
	return end, sorted
}

// markClass gives the canonical combining class of a Thai mark, 0 for none:
// phinthu, the vowels below, the tones.
func markClass(r rune) int {
	switch {
	case r == '\u0e3a':
		return 9
	case r == '\u0e38' || r == '\u0e39':
		return 103
	case isTone(r):
		return 107
	}
	return 0
}

func byClass(a, b rune) int { return markClass(a) - markClass(b) }

// emitComposed writes the NFC of the character at i with the marks behind it,
// neither ASCII alone nor Thai, and gives where they end.
func emitComposed(runes []rune, i int, emit func(rune, int)) int {
	run := []rune{runes[i]}
	end := i + 1
	for j := end; j < len(runes) && (combining(runes[j]) || invisible(runes[j])); j++ {
		if combining(runes[j]) {
			run = append(run, runes[j])
			end = j + 1
		}
	}
	for _, r := range norm.NFC.String(string(run)) {
		emit(r, i)
	}
	return end
}

// isNormal reports whether nothing in a text calls for a change.
func isNormal(runes []rune) bool {
	for i, r := range runes {
		switch {
		case r >= ' ' && r < 0x7f, r == '\n':
		case r >= 'ก' && r <= '๎':
			if r == '\u0e4d' || r == 'เ' && i > 0 && runes[i-1] == 'เ' ||
				i > 0 && markClass(r) > 0 && markClass(runes[i-1]) > markClass(r) {
				return false
			}
		case r == '“' || r == '”' || r == '‘' || r == '’' || r == '–' || r == '—' || r == '…' || r == '•':
		case r == '๏' || r == '๚' || r == '๛':
		default:
			return false
		}
	}
	return true
}

// combining reports whether r is a mark that NFC may join to what is before it;
// Thai marks never join.
func combining(r rune) bool { return r >= 0x300 && !isThai(r) && unicode.Is(unicode.M, r) }

// markFollows reports whether a combining mark stands at i, invisible
// characters before it or not.
func markFollows(runes []rune, i int) bool {
	for i < len(runes) && invisible(runes[i]) {
		i++
	}
	return i < len(runes) && combining(runes[i])
}

func isTone(r rune) bool { return r >= '\u0e48' && r <= '\u0e4b' }

func isThai(r rune) bool { return r >= 'ก' && r <= '๛' }

// invisible reports whether a reader does not see r: zero-width characters,
// joiners, soft hyphens, direction and byte order marks, control characters
// but tab and line feed.
func invisible(r rune) bool {
	switch {
	case r < ' ':
		return r != '\t' && r != '\n' && r != '\r' && r != '\v' && r != '\f'
	case r < 0x7f:
		return false
	case r == 0x7f, r == 0xad, r >= 0x200b && r <= 0x200f, r >= 0x202a && r <= 0x202e, r >= 0x2060 && r <= 0x2064, r == 0xfeff:
		return true
	case r >= 0x80 && r < 0xa0:
		return r != 0x85
	case r >= 0xfe00 && r <= 0xfe0f:
		return true
	}
	return false
}

// Runes gives the code points of Norm. The caller must not change them.
func (t Text) Runes() []rune { return t.runes }

// Span leads the stretch [start, end) of Norm back to the stretch of Original
// that it was made from, both in code points. Offsets out of range are moved
// to the nearest end; an empty stretch stays empty.
func (t Text) Span(start, end int) (ostart, oend int) {
	start = min(max(start, 0), len(t.runes))
	end = min(max(end, start), len(t.runes))
	if t.starts == nil {
		return start, end
	}
	ostart, oend = int(t.starts[start]), int(t.starts[end])
	if start == end {
		return ostart, ostart
	}
	// Runes that one character was made into share its beginning.
	for next := end; oend <= int(t.starts[end-1]) && next < len(t.runes); {
		next++
		oend = int(t.starts[next])
	}
	// Invisible characters at the end are no part of the quote.
	for oend > ostart+1 && (invisible(t.original[oend-1]) || t.original[oend-1] == '\r' && t.runes[end-1] != '\n') {
		oend--
	}
	return ostart, oend
}

// Quote gives the part of Original that the stretch [start, end) of Norm was
// made from.
func (t Text) Quote(start, end int) string {
	start, end = t.Span(start, end)
	if t.original == nil {
		return string(t.runes[start:end])
	}
	return string(t.original[start:end])
}
