package thai

// ClusterStart reports whether a Thai character cluster may begin at i: a
// match that starts or ends elsewhere splits a written syllable (พลต inside
// แพลตฟอร์ม). Both ends of the text count as beginnings. An i out of range is
// none.
func ClusterStart(runes []rune, i int) bool {
	if i <= 0 || i >= len(runes) {
		return i == 0 || i == len(runes)
	}
	if dependent(runes[i]) {
		return false
	}
	before := runes[i-1]
	if leadingVowel(before) {
		return !consonant(runes[i])
	}
	if !consonant(runes[i]) {
		return true
	}
	// After ั and ื a consonant always closes the syllable, after ็ but in ก็.
	vowel := i - 1
	if isTone(before) && i >= 2 {
		vowel = i - 2
	}
	switch runes[vowel] {
	case '\u0e31', '\u0e37':
		return false
	case '\u0e47':
		return vowel >= 1 && runes[vowel-1] == 'ก' && (vowel < 2 || !leadingVowel(runes[vowel-2]))
	}
	return true
}

func consonant(r rune) bool { return r >= 'ก' && r <= 'ฮ' }

func leadingVowel(r rune) bool { return r >= 'เ' && r <= 'ไ' }

// dependent reports whether r never begins a cluster: vowels and marks that
// are written behind, above or below a consonant.
func dependent(r rune) bool {
	return r >= '\u0e30' && r <= '\u0e3a' || r == 'ๅ' || r >= '\u0e47' && r <= '\u0e4e'
}

// wordRune reports whether r is a letter or mark of a word, Thai or Latin, or a
// digit.
func wordRune(r rune) bool {
	return r >= 'ก' && r <= '\u0e4e' && r != 'ฯ' && r != '฿' || latin(r) || r >= '0' && r <= '9'
}

func latin(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= 0xc0 && r <= 0x24f && r != 0xd7 && r != 0xf7
}
