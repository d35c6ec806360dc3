package resolve

import (
	"cmp"
	"encoding/base64"
	"encoding/binary"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"mueang/graph/kg"
)

// What makes a copy: see docs/resolution.md for how the numbers were found.
const (
	shingle  = 8    // letters in a shingle
	likeness = 0.75 // of two copies: the shingles that both have, of all

	bands, rows = 12, 5 // keys for a document, least hashes in each
)

// Original gives, of the candidates, the document of which d is a syndicated
// copy, or "": the first of those that were published before d and say the
// same in nearly the same words. First is by the day of publication (the
// undated last), then the longest, then by id. A copy may be of a copy: A and C
// may have nothing but their likeness to B in common, which says nothing of
// them. So a document has the original that it is like, and what counts as one
// source is everything that leads to one that is no copy.
func Original(d *Wording, candidates []*Wording) kg.ID {
	var first *Wording
	for _, c := range candidates {
		if c.before(d) && (first == nil || c.before(first)) && c.Repeats(d) {
			first = c
		}
	}
	if first == nil {
		return ""
	}
	return first.document.ID
}

// Sources follows copies to their originals: it gives the document that each
// document's word is, itself where it is no copy. copyOf gives the CopyOf of a
// document; what it does not know is no copy.
func Sources(copyOf func(kg.ID) kg.ID) func(kg.ID) kg.ID {
	return func(id kg.ID) kg.ID {
		for range 1000 { // only a damaged store has a circle of copies
			next := copyOf(id)
			if next == "" {
				break
			}
			id = next
		}
		return id
	}
}

// Independent gives the mentions that count. Of the mentions of a referent in
// documents of one source one counts: that of the source itself or, where it
// has none, of the first by id. The result is in the order of the mentions.
func Independent(mentions []kg.Mention, source func(kg.ID) kg.ID) []*kg.Mention {
	type of struct{ source, referent kg.ID }
	counts := make(map[of]*kg.Mention, len(mentions))
	rank := func(m *kg.Mention, source kg.ID) string {
		if m.Document == source {
			return ""
		}
		return string(m.Document)
	}
	for i := range mentions {
		m := &mentions[i]
		key := of{source(m.Document), m.Referent}
		if other := counts[key]; other == nil || rank(m, key.source) < rank(other, key.source) {
			counts[key] = m
		}
	}
	list := make([]*kg.Mention, 0, len(counts))
	for i := range mentions {
		if m := &mentions[i]; counts[of{source(m.Document), m.Referent}] == m {
			list = append(list, m)
		}
	}
	return list
}

// Words gives the row under which a document is found by its words, among the
// referents: it has the document's id and the blocking keys that copies of it
// are likely to share, and nothing else.
func Words(d *kg.Document) kg.Referent {
	return kg.Referent{ID: d.ID, Class: kg.ClassDocument, Blocks: wordBlocks(d.Text)}
}

// wordBlocks gives the bands of the text's MinHash, a sketch by which two texts
// share a band the likelier the more shingles they share: in one permutation,
// the least hash in each of a number of bins, the rows of a band together.
// Of copies just at the likeness that is asked for 96 of 100 share one, at .8
// 99 do, at .9 all; of texts with half of their shingles in common 32, with
// three of ten 3.
func wordBlocks(text string) []string {
	const bins = bands * rows
	var least [bins]uint64
	for i := range least {
		least[i] = math.MaxUint64
	}
	some := false
	eachShingle(text, func(hash uint64) {
		// The high bits choose the bin, the whole is the rank in it.
		bin := (hash >> 32) * bins >> 32
		least[bin] = min(least[bin], hash)
		some = true
	})
	if !some {
		return nil
	}
	// A bin that a short text leaves empty takes what the next one has.
	filled := least
	for i := range filled {
		for step := 1; filled[i] == math.MaxUint64; step++ {
			if next := least[(i+step)%bins]; next != math.MaxUint64 {
				filled[i] = mix(next + uint64(step))
			}
		}
	}
	keys := make([]string, bands)
	for band := range bands {
		hash := uint64(band)
		for _, value := range filled[band*rows : (band+1)*rows] {
			hash = mix(hash ^ value)
		}
		var key [8]byte
		binary.BigEndian.PutUint64(key[:], hash)
		keys[band] = "words:" + base64.RawURLEncoding.EncodeToString(key[:6])
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// Wording is a document as it is compared with others.
type Wording struct {
	document *kg.Document
	length   int                 // of the text, in characters
	numbers  map[uint64]bool     // that stand in the text
	days     map[uint64]bool     // the numbers of the day of publication
	shingles map[uint64]struct{} // hashes; nil until they are needed
}

// NewWording prepares a document to be compared.
func NewWording(d *kg.Document) *Wording {
	w := &Wording{document: d, length: utf8.RuneCountInString(d.Text), numbers: map[uint64]bool{}, days: map[uint64]bool{}}
	number, digits := uint64(0), false
	eachLetter(d.Text, func(r rune) {
		if r >= '0' && r <= '9' {
			number, digits = 10*number+uint64(r-'0'), true
		} else if digits {
			w.numbers[number] = true
			number, digits = 0, false
		}
	})
	if d.PublishedOn != nil {
		for i, part := range strings.Split(d.PublishedOn.Value, "-") {
			n, err := strconv.ParseUint(part, 10, 64)
			if err != nil {
				continue
			}
			w.days[n] = true
			if i == 0 { // the Buddhist year, and in short
				w.days[n+543], w.days[(n+543)%100] = true, true
			}
		}
	}
	return w
}

// before reports whether w was published before the other and so is rather the
// original: by day, then the longest, then by id.
func (w *Wording) before(other *Wording) bool {
	day := func(d *kg.Document) string { return cmp.Or(d.FirstDay(), "~") }
	return cmp.Or(strings.Compare(day(w.document), day(other.document)), other.length-w.length,
		strings.Compare(string(w.document.ID), string(other.document.ID))) < 0
}

// Repeats reports whether two documents say the same in nearly the same words:
// they have most of their shingles in common, and not each of them numbers
// that the other lacks (those of the day of publication aside), as the
// releases of a series have, which differ in little else.
func (w *Wording) Repeats(other *Wording) bool {
	if w.document.ID == other.document.ID || !w.agrees(other) {
		return false
	}
	small, large := w.words(), other.words()
	if len(small) > len(large) {
		small, large = large, small
	}
	if len(small) == 0 || float64(len(small)) < likeness*float64(len(large)) {
		return false
	}
	both := 0
	for hash := range small {
		if _, ok := large[hash]; ok {
			both++
		}
	}
	return float64(both) >= likeness*float64(len(small)+len(large)-both)
}

// agrees reports whether one of two texts has the numbers of the other.
func (w *Wording) agrees(other *Wording) bool {
	has := func(a, b *Wording) bool {
		for n := range b.numbers {
			if !a.numbers[n] && !w.days[n] && !other.days[n] {
				return false
			}
		}
		return true
	}
	return has(w, other) || has(other, w)
}

func (w *Wording) words() map[uint64]struct{} {
	if w.shingles == nil {
		w.shingles = make(map[uint64]struct{}, w.length)
		eachShingle(w.document.Text, func(hash uint64) { w.shingles[hash] = struct{}{} })
	}
	return w.shingles
}

// eachShingle gives the hash of every stretch of so many letters of a text, as
// often as it stands there.
func eachShingle(text string, f func(hash uint64)) {
	const base = 0x9e3779b97f4a7c15 // odd; the shingle is a number to this base
	const first = base * base % (1 << 64) * base % (1 << 64) * base % (1 << 64) * base % (1 << 64) * base % (1 << 64) * base % (1 << 64)
	var window [shingle]uint64
	hash, seen := uint64(0), 0
	eachLetter(text, func(r rune) {
		if r == ' ' {
			return
		}
		at := seen % shingle
		hash = (hash-window[at]*first)*base + uint64(r)
		window[at] = uint64(r)
		if seen++; seen >= shingle {
			f(mix(hash))
		}
	})
}

// mix spreads the bits of a number over all of them (the finalizer of SplitMix64).
func mix(x uint64) uint64 {
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// eachLetter gives the letters, marks and digits of a text in one form: small,
// digits as ASCII, sara am and sara ae in one character, and a blank for what
// stands between them; one more at the end. Addresses on the web are left out:
// each page names its own.
func eachLetter(text string, f func(rune)) {
	var last rune // held back: ํ and เ may become one with the next
	give := func(r rune) {
		switch {
		case last == 'ํ' && r == 'า':
			last = 'ำ'
			return
		case last == 'เ' && r == 'เ':
			last = 'แ'
			return
		case last != 0:
			f(last)
		}
		last = r
	}
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case r >= 'ก' && r <= '๎':
			if r != 'ฯ' && r != 'ๆ' && r != '฿' {
				give(r)
			}
		case r >= '๐' && r <= '๙':
			give(r - '๐' + '0')
		case r >= '0' && r <= '9' || r >= 'a' && r <= 'z':
			if r == 'h' && (strings.HasPrefix(text[i:], "http://") || strings.HasPrefix(text[i:], "https://")) {
				if size = strings.IndexFunc(text[i:], unicode.IsSpace); size < 0 {
					size = len(text) - i
				}
				give(' ')
				break
			}
			give(r)
		case r >= 'A' && r <= 'Z':
			give(r + 'a' - 'A')
		case r < utf8.RuneSelf:
			give(' ')
		case unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r):
			give(unicode.ToLower(r))
		case unicode.Is(unicode.Cf, r): // zero-width characters
		default:
			give(' ')
		}
		i += size
	}
	give(' ')
	f(last)
}
