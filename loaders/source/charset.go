package source

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/transform"

	"mueang/graph/kg"
)

// decode gives the text of a document in UTF-8 or UTF-16, with a byte order mark
// or without, or in Thai of one byte a letter (TIS-620, ISO-8859-11, and
// Windows-874, which holds both). label is the charset that it is said to have,
// "" where nothing is said. The bytes go before it, since servers and pages are
// often wrong, and no Thai text in one of these reads as Thai in another; it
// decides what they leave open, other charsets among it.
// Errors: [kg.BadInput] where it is empty, too large, or not text.
func decode(raw []byte, label string) (string, error) {
	text, bad, err := decodeBytes(raw, label)
	if err == nil && bad >= 0 {
		err = notText(bad)
	}
	if err == nil {
		err = checkText(text)
	}
	if err != nil {
		return "", err
	}
	return text, nil
}

// decodeBytes is decode that goes on at bytes that are no text where most of
// them are UTF-8: they become U+FFFD, and bad is the place of the first, or -1.
func decodeBytes(raw []byte, label string) (text string, bad int, err error) {
	if len(raw) > MaxDocument {
		return "", -1, errLarge
	}
	if order, found := utf16Order(raw, label); found {
		text, err := decodeUTF16(raw, order)
		return text, -1, err
	}
	if at := bytes.IndexByte(raw, 0); at >= 0 {
		return "", -1, kg.Errorf(kg.BadInput, "", "is a binary file (a NUL at byte %d): only text can be loaded", at)
	}
	if marked, found := bytes.CutPrefix(raw, []byte(utf8Mark)); found {
		raw, label = marked, "utf-8"
	}
	named := charsetNamed(label)
	if utf8.Valid(raw) {
		// What is said to be Thai is rarely UTF-8 by chance: "ยก", which is "¡".
		if named == charmap.Windows874 {
			if text, ok := decodeThai(raw); ok && lookOf(text).onlyThai() {
				return text, -1, nil
			}
		}
		return string(raw), -1, nil
	}
	if named == charmap.Windows874 || named == nil || named == charmap.Windows1252 {
		if text, ok := decodeThai(raw); ok && (named == charmap.Windows874 || lookOf(text).thai()) {
			return text, -1, nil
		}
	}
	if named != nil && named != charmap.Windows874 {
		if text, err := named.NewDecoder().Bytes(raw); err == nil && !bytes.ContainsRune(text, utf8.RuneError) {
			return string(text), -1, nil
		}
	}
	return strings.ToValidUTF8(string(raw), "\ufffd"), firstInvalid(raw), nil
}

const utf8Mark = "\ufeff"

var errLarge = kg.Errorf(kg.BadInput, "", "is larger than %d MiB, the most that a document may have: split it", MaxDocument>>20)

func notText(at int) error {
	return kg.Errorf(kg.BadInput, "", "is neither UTF-8 nor Thai in TIS-620 or Windows-874, at byte %d: convert it first, for example with iconv -f ISO-8859-1 -t UTF-8", at)
}

// charsetNamed gives the charset of a label other than UTF-8, nil where there
// is none that is known. TIS-620 and ISO-8859-11 are Windows-874, and
// ISO-8859-1 is Windows-1252, as in browsers.
func charsetNamed(label string) encoding.Encoding {
	label = strings.ToLower(strings.TrimSpace(label))
	switch label {
	case "tis620", "tis-620-2533", "iso_8859-11", "cp874", "ms874", "x-windows-874", "ibm874":
		return charmap.Windows874
	}
	e, err := htmlindex.Get(label)
	if err != nil {
		return nil
	}
	switch name, _ := htmlindex.Name(e); name {
	case "utf-8", "utf-16le", "utf-16be", "replacement", "x-user-defined":
		return nil
	}
	return e
}

// decodeThai decodes Windows-874, unless raw holds bytes that mean nothing there.
func decodeThai(raw []byte) (string, bool) {
	text, err := charmap.Windows874.NewDecoder().Bytes(raw)
	return string(text), err == nil && !bytes.ContainsRune(text, utf8.RuneError)
}

// look counts what tells a text that was decoded from Windows-874 from one in
// another charset: its vowels and tone marks stand at consonants.
type look struct{ latin, letters, strays int }

func lookOf(text string) (l look) {
	before := rune(0)
	for _, r := range text {
		switch {
		case r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z':
			l.latin++
		case isThaiLetter(r):
			l.letters++
		}
		if isThaiMark(r) && !isConsonant(before) && !isThaiMark(before) || before >= 'เ' && before <= 'ไ' && !isConsonant(r) {
			l.strays++
		}
		before = r
	}
	return l
}

// thai reports whether it is Thai or, without a letter of it, English:
// quotation marks and dashes are the same in the charsets that are likely.
func (l look) thai() bool { return l.letters == 0 || l.letters >= 4 && l.strays*20 <= l.letters }

func (l look) onlyThai() bool { return l.letters > l.latin && l.strays == 0 }

func isThaiLetter(r rune) bool { return r >= 'ก' && r <= '๛' }
func isConsonant(r rune) bool  { return r >= 'ก' && r <= 'ฮ' }
func isThaiMark(r rune) bool {
	return r == 'ั' || r >= 'ิ' && r <= 'ฺ' || r >= '็' && r <= '๎'
}

func firstInvalid(raw []byte) int {
	for i := 0; i < len(raw); {
		r, size := utf8.DecodeRune(raw[i:])
		if r == utf8.RuneError && size <= 1 {
			return i
		}
		i += size
	}
	return -1
}

// byteOrder is that of UTF-16: the index of the byte that counts 256.
type byteOrder int

// utf16Order tells whether raw is UTF-16, by its byte order mark, or by its
// label or look where half of the bytes are those of Latin and Thai letters'
// blocks, 0x00 and 0x0E.
func utf16Order(raw []byte, label string) (byteOrder, bool) {
	switch {
	case bytes.HasPrefix(raw, []byte("\xff\xfe")):
		return 1, true
	case bytes.HasPrefix(raw, []byte("\xfe\xff")):
		return 0, true
	}
	const looked = 1024
	head := raw[:min(len(raw), looked)&^1]
	var high [2]int
	for i, b := range head {
		if b == 0 || b == 0x0e {
			high[i&1]++
		}
	}
	half := len(head) / 2
	said := strings.HasPrefix(strings.ToLower(label), "utf-16")
	for order := range high {
		if other := high[1-order]; half >= 4 && bytes.IndexByte(head, 0) >= 0 && (high[order]*10 >= half*9 && other*10 <= half || said && high[order]*2 > half && other < high[order]) {
			return byteOrder(order), true
		}
	}
	return 0, false
}

func decodeUTF16(raw []byte, order byteOrder) (string, error) {
	text, _, err := transform.Bytes(&utf16Decoder{order: order}, raw)
	if err != nil {
		return "", err
	}
	if at := bytes.IndexByte(text, 0); at >= 0 {
		return "", kg.Errorf(kg.BadInput, "", "is a binary file (a NUL in its UTF-16 text): only text can be loaded")
	}
	return string(text), nil
}

// utf16Decoder is that of golang.org/x/text, but for half characters: it
// refuses them, with their place, where that one puts U+FFFD.
type utf16Decoder struct {
	order byteOrder
	read  int
}

func (d *utf16Decoder) Reset() { d.read = 0 }

func (d *utf16Decoder) Transform(dst, src []byte, atEOF bool) (nDst, nSrc int, err error) {
	unit := func(i int) rune {
		return rune(src[i+int(d.order)])<<8 | rune(src[i+1-int(d.order)])
	}
	defer func() { d.read += nSrc }()
	for nSrc < len(src) {
		size, r := 2, utf8.RuneError
		if nSrc+size <= len(src) {
			if r = unit(nSrc); r >= 0xd800 && r < 0xdc00 {
				if size = 4; nSrc+size <= len(src) {
					low := unit(nSrc + 2)
					if low < 0xdc00 || low > 0xdfff {
						return nDst, nSrc, halfCharacter(d.read + nSrc)
					}
					r = (r-0xd800)<<10 + (low - 0xdc00) + 0x10000
				}
			}
		}
		switch {
		case nSrc+size > len(src) && !atEOF:
			return nDst, nSrc, transform.ErrShortSrc
		case nSrc+size > len(src) || r >= 0xdc00 && r <= 0xdfff:
			return nDst, nSrc, halfCharacter(d.read + nSrc)
		case r == '\ufeff' && d.read+nSrc == 0: // the byte order mark
		case nDst+utf8.RuneLen(r) > len(dst):
			return nDst, nSrc, transform.ErrShortDst
		default:
			nDst += utf8.EncodeRune(dst[nDst:], r)
		}
		nSrc += size
	}
	return nDst, nSrc, nil
}

func halfCharacter(at int) error {
	return kg.Errorf(kg.BadInput, "", "is broken UTF-16 (half a character at byte %d): save it as UTF-8", at)
}

// checkText reports why a text can be none of a document.
func checkText(text string) error {
	switch at := strings.IndexByte(text, 0); {
	case len(text) > MaxDocument:
		return errLarge
	case strings.TrimSpace(text) == "":
		return kg.Errorf(kg.BadInput, "", "is empty")
	case at >= 0:
		return kg.Errorf(kg.BadInput, "", "is a binary file (a NUL at byte %d): only text can be loaded", at)
	}
	return nil
}
