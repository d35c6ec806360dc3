package thai

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func TestNormalize(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"", ""},
		{"กระทรวงดิจิทัลฯ", "กระทรวงดิจิทัลฯ"},
		{"๒๖ มกราคม ๒๐๑๖", "26 มกราคม 2016"},
		{"ผู้อํานวยการ", "ผู้อำนวยการ"},
		{"นํ้าท่วม", "น้ำท่วม"},
		{"น้ํา", "น้ำ"},
		{"เเผนงาน", "แผนงาน"},
		{"เ\u200bเผน", "แผน"},
		{"\ufeffรัฐบาล\u200bไทย", "รัฐบาลไทย"},
		{"ก\u00a0ข\u2003ค", "ก ข ค"},
		{"ก\r\nข\rค\u2028ง", "ก\nข\nค\nง"},
		{"‘บิ๊กป้อม’ “ดีป้า” – 5", "‘บิ๊กป้อม’ “ดีป้า” – 5"},
		{"อยู\u0e48", "อยู่"},
		{"อย\u0e48ู", "อยู่"},
		{"Hue\u0301", "Hué"},
		{"Cafe\u0301 ที่ Xi’an", "Café ที่ Xi’an"},
		{"a\xffb", "a\ufffdb"},
	} {
		text := Normalize(test.in)
		if text.Norm != test.want || string(text.Runes()) != test.want {
			t.Errorf("%q gives %q, not %q", test.in, text.Norm, test.want)
		}
	}
}

func TestSpan(t *testing.T) {
	for _, test := range []struct{ original, find, quote string }{
		{"ท่าน\u200bผู้อํานวยการ ๒๖ มกราคม", "ผู้อำนวยการ", "ผู้อํานวยการ"},
		{"วันที่ ๒๖ มกราคม ๒๐๑๖ เวลา", "26 มกราคม 2016", "๒๖ มกราคม ๒๐๑๖"},
		{"เเผนนํ้า", "น้ำ", "นํ้า"},
		{"\ufeffดีป้า\r\nกับ", "ดีป้า", "ดีป้า"},
		{"ก\r\nข", "\n", "\r\n"},
		{"จังหวัดภูเก็ต", "ภูเก็ต", "ภูเก็ต"},
		{"ดี\u200bป้า ok", "ดีป้า", "ดี\u200bป้า"},
	} {
		text := Normalize(test.original)
		at := strings.Index(text.Norm, test.find)
		if at < 0 {
			t.Fatalf("%q is not in %q", test.find, text.Norm)
		}
		start := utf8.RuneCountInString(text.Norm[:at])
		end := start + utf8.RuneCountInString(test.find)
		if got := text.Quote(start, end); strings.Trim(got, "\r") != strings.Trim(test.quote, "\r") {
			t.Errorf("%q in %q is quoted as %q, not %q", test.find, test.original, got, test.quote)
		}
		ostart, oend := text.Span(start, end)
		if quote := string([]rune(test.original)[ostart:oend]); quote != text.Quote(start, end) {
			t.Errorf("the span of %q holds %q", test.find, quote)
		}
	}
}

func TestClusterStart(t *testing.T) {
	for _, test := range []struct {
		text  string
		start map[int]bool
	}{
		{"แพลตฟอร์ม", map[int]bool{0: true, 1: false, 2: true, 9: true}},
		{"กันยา", map[int]bool{1: false, 2: false, 3: true, 4: false}},
		{"เมื่อ", map[int]bool{1: false, 4: false, 5: true}},
		{"ก็ตาม", map[int]bool{1: false, 2: true}},
		{"เป็นนาย", map[int]bool{3: false, 4: true}},
		{"abc", map[int]bool{-1: false, 1: true, 4: false}},
	} {
		for i, want := range test.start {
			if ClusterStart([]rune(test.text), i) != want {
				t.Errorf("%q at %d: %v", test.text, i, !want)
			}
		}
	}
}

// longMarks reports whether more than 30 marks follow each other. The package
// norm takes that for no normal form, as it keeps to the stream-safe format
// (Unicode Standard Annex 15, section 13), which is not ours to break texts for.
func longMarks(runes []rune) bool {
	run := 0
	for _, r := range runes {
		if run++; norm.NFC.PropertiesString(string(r)).CCC() == 0 {
			run = 0
		}
		if run > 30 {
			return true
		}
	}
	return false
}

func FuzzNormalize(f *testing.F) {
	for _, seed := range []string{"", "\ufeff๒๖ มกราคม ๒๐๑๖\r\n", "นํ้า เเผน\u200b", "น้ํา", "é\u0301", "\xff\xfe", "เ\u200bเ", "ำ\u0e4dา"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, original string) {
		text := Normalize(original)
		runes := text.Runes()
		if string(runes) != text.Norm || !utf8.ValidString(text.Norm) {
			t.Fatalf("runes and norm of %q differ", original)
		}
		if !strings.ContainsFunc(text.Norm, combining) && !longMarks(runes) && !norm.NFC.IsNormalString(text.Norm) {
			t.Fatalf("%q gives %q, which is not NFC", original, text.Norm)
		}
		source := []rune(original)
		last := 0
		for i := range runes {
			start, end := text.Span(i, i+1)
			if start < 0 || end < start || end > len(source) || start < last {
				t.Fatalf("%q: rune %d spans [%d, %d) after %d", original, i, start, end, last)
			}
			last = start
			if text.Quote(i, i+1) != string(source[start:end]) {
				t.Fatalf("%q: the quote of rune %d differs", original, i)
			}
		}
		if start, end := text.Span(-5, len(runes)+5); start < 0 || end > len(source) {
			t.Fatalf("%q: the whole spans [%d, %d)", original, start, end)
		}
		if text.Original != original {
			t.Fatal("the original changed")
		}
	})
}
