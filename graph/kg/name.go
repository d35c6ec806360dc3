package kg

import (
	"regexp"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// NameKey folds a name to the form in which names are compared and searched:
// lower case, Thai digits as ASCII, sara am in one character, without white
// space, punctuation, symbols, invisible characters, ฯ, and anything outside
// the Basic Multilingual Plane. The text should be in NFC. Distinct names may
// share a key; a name of nothing but punctuation has the key "".
func NameKey(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	var tone rune // a tone mark that stands between nikhahit and aa
	nikhahit := false
	flush := func() {
		if nikhahit {
			b.WriteRune('\u0e4d')
			nikhahit = false
		}
		if tone != 0 {
			b.WriteRune(tone)
			tone = 0
		}
	}
	lastE := false // the last rune written is เ
	for _, r := range text {
		switch {
		case r == '\u0e4d':
			flush()
			nikhahit, lastE = true, false
			continue
		case nikhahit && tone == 0 && r >= '\u0e48' && r <= '\u0e4b':
			tone = r
			continue
		case nikhahit && r == '\u0e32':
			if tone != 0 {
				b.WriteRune(tone)
			}
			b.WriteRune('\u0e33')
			nikhahit, tone = false, 0
			continue
		case r < 0x80:
			if !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9') {
				continue
			}
		case r >= 'ก' && r <= '\u0e3a' && r != 'ฯ' || r >= 'เ' && r <= '\u0e4c': // Thai letters
		case r > 0xffff || r == 'ฯ' || r == unicode.ReplacementChar || unicode.IsSpace(r) || unicode.IsPunct(r) ||
			unicode.IsSymbol(r) && r != '฿' || unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Co, r):
			continue
		}
		flush()
		switch {
		case r >= '๐' && r <= '๙':
			r = '0' + r - '๐'
		case r == 'เ' && lastE: // เเ is a typist's แ
			s := b.String()
			b.Reset()
			b.WriteString(s[:len(s)-len("เ")])
			r = 'แ'
		case r >= 'A' && r <= 'Z':
			r += 'a' - 'A'
		case r < 0x80 || r >= 'ก' && r <= '๛':
		default:
			r = unicode.ToLower(r)
		}
		lastE = r == 'เ'
		b.WriteRune(r)
	}
	flush()
	return b.String()
}

// SortKey gives the string by whose bytes names are put in order: Thai words
// as in the dictionary of the Royal Society (a leading vowel counts after its
// consonant, tone marks only between otherwise equal words), Latin without
// regard to case.
func SortKey(name string) string {
	runes := []rune(strings.ToLower(strings.Join(strings.Fields(name), " ")))
	var main, marks strings.Builder
	for i := 0; i < len(runes); i++ {
		r := runes[i]
		switch {
		case r > 0xffff:
			r = unicode.ReplacementChar
		case r >= 'เ' && r <= 'ไ' && i+1 < len(runes) && runes[i+1] >= 'ก' && runes[i+1] <= 'ฮ':
			main.WriteRune(runes[i+1])
			i++
		case r >= '\u0e47' && r <= '\u0e4e':
			// The place of a mark counts after the letters: 'ab́' before 'áb'.
			marks.WriteRune(r)
			marks.WriteRune(rune(0x4e00 + min(main.Len(), 0x4fff)))
			continue
		}
		main.WriteRune(r)
	}
	if marks.Len() == 0 {
		return main.String()
	}
	return main.String() + "\x01" + marks.String()
}

// CutHonorific splits the leading titles, ranks and honorifics off a person's
// name: "ผศ.ดร.ณัฐพล นิมมานพัชรินทร์" gives "ผศ.ดร." and "ณัฐพล
// นิมมานพัชรินทร์". Without any, or with nothing behind them, title is "".
func CutHonorific(name string) (title, rest string) {
	rest = strings.TrimSpace(name)
	start := rest
	for {
		n := honorificLen(rest)
		if n == 0 || presidentPattern.MatchString(rest) {
			break
		}
		next := strings.TrimLeft(rest[n:], " \t\u00a0\u200b")
		if NameKey(next) == "" {
			break
		}
		rest = next
	}
	return strings.TrimSpace(start[:len(start)-len(rest)]), rest
}

// presidentPattern finds นายก (president, mayor, prime minister), which is no
// นาย (Mr) whose name begins with ก.
var presidentPattern = regexp.MustCompile(`^นายก(?:รัฐมนตรี|เทศมนตรี|เทศบาล|สมาคม|สภา|สโมสร|องค์การ|อบ[จต]|เมือง|เหล่า|ฯ|\s|$)`)

// honorificLen gives the length in bytes of the one title that s begins with, or 0.
func honorificLen(s string) int {
	if n := dottedLen(s); n > 0 {
		return n
	}
	first, _ := utf8.DecodeRuneInString(s)
	for _, title := range honorifics[unicode.ToLower(first)] {
		if len(s) < len(title) || !strings.EqualFold(s[:len(title)], title) {
			continue
		}
		next, _ := utf8.DecodeRuneInString(s[len(title):])
		if isThaiLetter(first) {
			// A dependent vowel or mark shows that the word goes on: นายก, คุณากร.
			if !isThaiDependent(next) {
				return len(title)
			}
		} else if !unicode.IsLetter(next) {
			if next == '.' {
				return len(title) + 1
			}
			return len(title)
		}
	}
	return 0
}

// dottedLen gives the length of a run of dotted Thai abbreviations that s
// begins with (พล.อ. ผศ.ดร. น.ส.), or 0.
func dottedLen(s string) int {
	total := 0
	for {
		n, letters := 0, 0
		for _, r := range s[total:] {
			if r < 'ก' || r > 'ฮ' || letters == 4 {
				break
			}
			letters++
			n += utf8.RuneLen(r)
		}
		if letters == 0 || !strings.HasPrefix(s[total+n:], ".") {
			return total
		}
		total += n + 1
	}
}

func isThaiLetter(r rune) bool { return r >= 'ก' && r <= '๛' }

func isThaiDependent(r rune) bool {
	return r == 'ะ' || r == 'า' || r >= '\u0e31' && r <= '\u0e3a' && r != '\u0e32' || r == 'ๅ' || r >= '\u0e47' && r <= '\u0e4e'
}

// honorifics holds the undotted titles by their first letter, longest first.
// The scorer's list of titles and the style book of the Royal Society agree on
// these; ranks are those of the army, navy, air force and police.
var honorifics = func() map[rune][]string {
	list := strings.Fields(`นางสาว นาง นาย เด็กชาย เด็กหญิง คุณหญิง ท่านผู้หญิง คุณ ท่าน หม่อมราชวงศ์ หม่อมหลวง หม่อมเจ้า
		ดอกเตอร์ ดร ศาสตราจารย์ รองศาสตราจารย์ ผู้ช่วยศาสตราจารย์ กิตติคุณ เกียรติคุณ อาจารย์ นายแพทย์ แพทย์หญิง
		ทันตแพทย์หญิง ทันตแพทย์ เภสัชกรหญิง เภสัชกร สัตวแพทย์หญิง สัตวแพทย์ ว่าที่ หญิง
		พลตำรวจเอก พลตำรวจโท พลตำรวจตรี พลตำรวจจัตวา พลเรือเอก พลเรือโท พลเรือตรี พลอากาศเอก พลอากาศโท พลอากาศตรี
		พลเอก พลโท พลตรี พลจัตวา พันตำรวจเอก พันตำรวจโท พันตำรวจตรี พันเอก พันโท พันตรี นาวาอากาศเอก นาวาอากาศโท
		นาวาอากาศตรี นาวาเอก นาวาโท นาวาตรี เรืออากาศเอก เรืออากาศโท เรืออากาศตรี เรือเอก เรือโท เรือตรี
		ร้อยตำรวจเอก ร้อยตำรวจโท ร้อยตำรวจตรี ร้อยเอก ร้อยโท ร้อยตรี จ่าสิบเอก สิบเอก`)
	list = append(list, "mr", "mrs", "ms", "miss", "madam", "dr", "prof", "professor", "assoc", "associate professor",
		"asst", "assistant professor", "h.e.", "h.e", "his excellency", "her excellency", "gen", "general", "lt", "col",
		"maj", "adm", "admiral", "air chief marshal", "acm", "pol", "police general", "senator", "the honourable",
		"the honorable", "honourable", "honorable", "hon", "sir", "dato", "datuk", "tan sri", "m.l.", "m.r.")
	sort.SliceStable(list, func(i, j int) bool { return len(list[i]) > len(list[j]) })
	m := map[rune][]string{}
	for _, title := range list {
		first, _ := utf8.DecodeRuneInString(title)
		m[first] = append(m[first], title)
	}
	return m
}()
