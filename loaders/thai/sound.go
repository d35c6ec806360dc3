package thai

import (
	"strings"
	"unicode"
)

// Skeleton gives the consonants of one word of a name as they sound, in
// classes that Thai and Latin letters share: vowels, tone marks and silent
// letters are left out, and letters that transliterations confuse are one (ph,
// p and b; kh, k and g; th, t and d; ch, j and zh; r and l; v and w).
// "ทวีสิน" and "Thavisin" both give "twsn".
func Skeleton(word string) string { return consonants(phonemes(word)) }

// Sound gives a word of a name as it is heard, vowels included, in rough Latin
// letters: "ชินวัตร" is "cinwatr".
func Sound(word string) string { return phonemes(word) }

// Spelling gives one spelling for all that Thai has for one sound: ณัฏฐพล and
// ณัฐพล, พันธุ์ and พันธ์, วิลาศ and วิลาส. Letters of one sound become one;
// silent letters, tone marks, ะ and ็ go; a vowel keeps its length, so that
// สมชาย is not สมชัย.
func Spelling(word string) string {
	runes := []rune(keep(strings.ToLower(word), func(r rune) bool { return !isTone(r) && r != '็' && r != 'ะ' }))
	out := make([]rune, 0, len(runes))
	for i := 0; i < len(runes); i++ {
		r := runes[i]
		if consonant(r) {
			if stop := silent(runes, i); stop > i {
				i = stop - 1
				continue
			}
			if (r == 'ฎ' || r == 'ฏ') && i+1 < len(runes) && runes[i+1] == 'ฐ' {
				continue
			}
			if same := homophones[r]; same != 0 {
				r = same
			}
		}
		if len(out) == 0 || out[len(out)-1] != r {
			out = append(out, r)
		}
	}
	return string(out)
}

// homophones gives for each consonant the one that stands for its sound.
var homophones = func() map[rune]rune {
	one := map[rune]rune{}
	for _, letters := range strings.Fields("ขฃคฅฆ ชฉฌ ซสศษ ยญ ตฏฎ ทธถฐฑฒ นณ พผภ ฟฝ ลฬ หฮ") {
		first := rune(0)
		for _, r := range letters {
			if first == 0 {
				first = r
			}
			one[r] = first
		}
	}
	return one
}()

// SameName says how alike two words of names sound, from 0 to 1, whatever
// their script: the mean of Jaro–Winkler over the consonants and over all that
// is heard; 0 where one has three consonants more than the other.
func SameName(a, b string) float64 { return SameSound(phonemes(a), phonemes(b)) }

// SameSound is [SameName] of words that [Sound] gave.
func SameSound(x, y string) float64 {
	a, b := consonants(x), consonants(y)
	if len(a)-len(b) > 2 || len(b)-len(a) > 2 {
		return 0
	}
	return (JaroWinkler(a, b) + JaroWinkler(x, y)) / 2
}

func consonants(sound string) string { return keep(sound, func(r rune) bool { return !vowel(r) }) }

func vowel(r rune) bool { return strings.ContainsRune("aeiou", r) }

func keep(s string, which func(rune) bool) string {
	return strings.Map(func(r rune) rune {
		if which(r) {
			return r
		}
		return -1
	}, s)
}

// phonemes writes a word in the letters a e i o u and k q c s y t n p f m r w h.
func phonemes(word string) string {
	runes := []rune(keep(strings.ToLower(word), func(r rune) bool { return !isTone(r) && r != '็' }))
	out := make([]byte, 0, len(runes))
	add := func(letter byte) {
		if len(out) == 0 || out[len(out)-1] != letter {
			out = append(out, letter)
		}
	}
	for i := 0; i < len(runes); {
		if InRun(runes[i]) {
			i = thaiPhoneme(runes, i, add)
		} else {
			i = latinPhoneme(runes, i, add)
		}
	}
	return string(out)
}

var thaiConsonants = func() map[rune]byte {
	classes := map[rune]byte{}
	for letters, class := range map[string]byte{"กขฃคฅฆ": 'k', "ง": 'q', "จฉชฌ": 'c', "ซศษส": 's', "ญย": 'y', "ฎฏฐฑฒดตถทธ": 't',
		"ณน": 'n', "บปผพภ": 'p', "ฝฟ": 'f', "ม": 'm', "รลฬฤฦ": 'r', "ว": 'w', "หฮ": 'h'} {
		for _, r := range letters {
			classes[r] = class
		}
	}
	return classes
}()

// thaiVowels are the vowel signs; those before their consonant are written
// behind it by thaiPhoneme.
var thaiVowels = map[rune]byte{'ะ': 'a', 'ั': 'a', 'า': 'a', 'ิ': 'i', 'ี': 'i', 'ึ': 'u', 'ื': 'u', 'ุ': 'u', 'ู': 'u',
	'เ': 'e', 'แ': 'e', 'โ': 'o', 'ใ': 'a', 'ไ': 'a'}

// thaiPhoneme writes what is heard of the letter at i and gives the place
// behind what it has read.
func thaiPhoneme(runes []rune, i int, add func(byte)) int {
	at := func(j int) rune {
		if j < 0 || j >= len(runes) {
			return 0
		}
		return runes[j]
	}
	r := runes[i]
	switch {
	case leadingVowel(r):
		next := i + 1
		if !consonant(at(next)) {
			return next
		}
		next = thaiPhoneme(runes, next, add)
		switch {
		case r == 'เ' && at(next) == 'า': // เกา is kao
			add('a')
			add('o')
			return next + 1
		case r == 'เ' && at(next) == 'ี' && at(next+1) == 'ย', r == 'เ' && at(next) == 'ื' && at(next+1) == 'อ':
			add(thaiVowels[at(next)])
			add('a')
			return next + 2
		case r == 'เ' && at(next) == 'อ':
			add('o')
			return next + 1
		}
		add(thaiVowels[r])
		if r == 'ไ' || r == 'ใ' {
			add('i')
		}
		return next
	case r == 'ำ':
		add('a')
		add('m')
		return i + 1
	case r == 'ร' && at(i+1) == 'ร': // ธรรม is tham, บรร is ban
		add('a')
		if !consonant(at(i+2)) || dependent(at(i+3)) {
			add('n')
		}
		return i + 2
	case !consonant(r):
		if v := thaiVowels[r]; v != 0 {
			add(v)
		}
		return i + 1
	}
	if stop := silent(runes, i); stop > i {
		return stop
	}
	starts := i == 0 || !InRun(at(i-1)) || leadingVowel(at(i-1))
	switch {
	case r == 'อ':
		if i > 0 && consonant(at(i-1)) && !leadingVowel(at(i-2)) && !dependent(at(i+1)) {
			add('o')
		}
		return i + 1
	case r == 'ว' && i > 0 && consonant(at(i-1)) && consonant(at(i+1)) && !dependent(at(i+2)) && !leadingVowel(at(i-2)):
		add('u') // หลวง is luang
		add('a')
		return i + 1
	case r == 'ห' && starts && strings.ContainsRune("งญนมยรลว", at(i+1)) && at(i+1) != 0:
		return i + 1 // หลวง is luang
	case r == 'ท' && at(i+1) == 'ร' && i == 0:
		add('s') // ทรง is song
		return i + 2
	case r == 'ว' && at(i-1) == 'ั':
		add('u')
		return i + 1
	case r == 'ย' && !starts && !dependent(at(i+1)):
		add('i')
		return i + 1
	}
	if class := thaiConsonants[r]; class != 0 {
		add(class)
		if r == 'ฤ' {
			add('i')
		}
	}
	return i + 1
}

// silent gives the end of what ์ silences at i, or i: ธ์, ดิ์, ธุ์, and ทร์ or
// ตร์ behind another consonant.
func silent(runes []rune, i int) int {
	j := i + 1
	if j+1 < len(runes) && (runes[j] == 'ร' || runes[j] == 'ษ' || runes[j] == 'ม') && runes[j+1] == '์' && i > 0 && consonant(runes[i-1]) {
		return j + 2
	}
	if j < len(runes) && (runes[j] == 'ิ' || runes[j] == 'ุ') {
		j++
	}
	if j < len(runes) && runes[j] == '์' {
		return j + 1
	}
	return i
}

// digraphs are read before single letters, the longest first.
var digraphs = []struct {
	text string
	as   string
}{{"tch", "c"}, {"sch", "c"}, {"ch", "c"}, {"sh", "c"}, {"zh", "c"}, {"ph", "p"}, {"kh", "k"}, {"th", "t"}, {"dh", "t"}, {"gh", "k"}, {"bh", "p"},
	{"ng", "q"}, {"ts", "s"}, {"ck", "k"}, {"que", "ke"}, {"qui", "ki"}, {"ce", "se"}, {"ci", "si"}, {"cy", "si"}, {"oo", "u"}, {"ee", "i"}, {"ou", "u"}}

var latinClasses = func() map[rune]byte {
	classes := map[rune]byte{}
	for letters, class := range map[string]byte{"kgc": 'k', "jq": 'c', "szxšśșç": 's', "td": 't', "nñ": 'n', "pb": 'p', "f": 'f', "m": 'm', "rlł": 'r', "wv": 'w',
		"aàáâãäåæ": 'a', "eèéêëěę": 'e', "iìíîï": 'i', "oòóôõöø": 'o', "uùúûüű": 'u'} {
		for _, r := range letters {
			classes[r] = class
		}
	}
	return classes
}()

// latinPhoneme does for Latin letters what thaiPhoneme does for Thai ones.
func latinPhoneme(runes []rune, i int, add func(byte)) int {
	for _, d := range digraphs {
		if hasPrefix(runes[i:], d.text) {
			for _, letter := range []byte(d.as) {
				add(letter)
			}
			return i + len(d.text)
		}
	}
	isVowel := func(j int) bool {
		return j >= 0 && j < len(runes) && unicode.IsLetter(runes[j]) && vowel(rune(latinClasses[runes[j]]))
	}
	switch r := runes[i]; {
	case r == 'y' && (isVowel(i+1) || i+1 < len(runes) && runes[i+1] == 'y'):
		add('y')
	case r == 'y':
		add('i')
	case r == 'h':
		if isVowel(i + 1) {
			add('h')
		}
	case latinClasses[r] != 0:
		add(latinClasses[r])
	}
	return i + 1
}

func hasPrefix(runes []rune, text string) bool {
	for i, r := range text { // ASCII: bytes are runes
		if i >= len(runes) || runes[i] != r {
			return false
		}
	}
	return true
}

// JaroWinkler gives the likeness of two ASCII strings, from 0 to 1, with a
// bonus of a tenth for each of up to four letters that they begin with alike.
func JaroWinkler(a, b string) float64 {
	if a == b {
		if a == "" {
			return 0
		}
		return 1
	}
	if a == "" || b == "" {
		return 0
	}
	window := max(len(a), len(b))/2 - 1
	taken := make([]bool, len(b))
	var common []byte
	for i := range len(a) {
		for j := max(0, i-window); j < min(len(b), i+window+1); j++ {
			if !taken[j] && a[i] == b[j] {
				taken[j] = true
				common = append(common, a[i])
				break
			}
		}
	}
	if len(common) == 0 {
		return 0
	}
	swapped, at := 0, 0
	for j := range len(b) {
		if taken[j] {
			if b[j] != common[at] {
				swapped++
			}
			at++
		}
	}
	m := float64(len(common))
	jaro := (m/float64(len(a)) + m/float64(len(b)) + (m-float64(swapped)/2)/m) / 3
	prefix := 0
	for prefix < min(4, len(a), len(b)) && a[prefix] == b[prefix] {
		prefix++
	}
	return jaro + float64(prefix)*0.1*(1-jaro)
}
