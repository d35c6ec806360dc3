package thai

import (
	"io/fs"
	"slices"
	"strings"
	"testing"

	"mueang/seed"
)

func TestSegment(t *testing.T) {
	for text, want := range map[string]string{
		"": "",
		"การพัฒนาเมืองอัจฉริยะ":        "การพัฒนา|เมือง|อัจฉริยะ",
		"ดีป้า ASEAN2020 ฯลฯ":          "ดีป้า| |ASEAN|2020| |ฯลฯ",
		"แพลตฟอร์ม5G":                  "แพลตฟอร์ม|5|G",
		"รัฐมนตรีว่าการกระทรวงพลังงาน": "รัฐมนตรี|ว่าการ|กระทรวง|พลังงาน",
	} {
		runes := []rune(text)
		var words []string
		start := 0
		for _, end := range Segment(runes) {
			words = append(words, string(runes[start:end]))
			start = end
		}
		if got := strings.Join(words, "|"); got != want {
			t.Errorf("%q: %q, not %q", text, got, want)
		}
	}
}

func FuzzSegment(f *testing.F) {
	f.Add("การประชุม ASEAN ๒๕๖๒\nแพลต")
	f.Add("ะาิเเ์")
	f.Fuzz(func(t *testing.T, original string) {
		runes := Normalize(original).Runes()
		last := 0
		for _, end := range Segment(runes) {
			if end <= last || end > len(runes) {
				t.Fatalf("%q: %d after %d", original, end, last)
			}
			if last > 0 && InRun(runes[last-1]) && InRun(runes[last]) && !ClusterStart(runes, last) {
				t.Fatalf("%q: the cluster at %d is split", original, last)
			}
			last = end
		}
		if last != len(runes) {
			t.Fatalf("%q: %d of %d", original, last, len(runes))
		}
	})
}

func TestMatcher(t *testing.T) {
	m := NewMatcher([]Entry{
		{Text: "ดีป้า", Value: 1},
		{Text: "depa", Value: 1, Fold: true},
		{Text: "พล", Value: 2},
		{Text: "กรุงเทพ", Value: 3},
		{Text: "กรุงเทพมหานคร", Value: 4},
		{Text: "กรุงเทพมหานคร", Value: 5},
		{Text: "สนข", Value: 6, Whole: true},
		{Text: "IT", Value: 7},
		{Text: "", Value: 8},
	})
	for _, test := range []struct {
		text string
		want []Match
	}{
		{"ดีป้า DEPA", []Match{{0, 5, []int{1}}, {6, 10, []int{1}}}},
		{"แพลตฟอร์ม", nil},
		{"กรุงเทพมหานครฯ", []Match{{0, 13, []int{4, 5}}}},
		{"กรุงเทพฯ", []Match{{0, 7, []int{3}}}},
		{"โดยสนข. สนข.", []Match{{8, 11, []int{6}}}},
		{"IT it ITU 5IT", []Match{{0, 2, []int{7}}, {11, 13, []int{7}}}},
		{"department", nil},
	} {
		got := m.Find([]rune(test.text))
		if !slices.EqualFunc(got, test.want, func(a, b Match) bool {
			return a.Start == b.Start && a.End == b.End && slices.Equal(a.Values, b.Values)
		}) {
			t.Errorf("%q: %v, not %v", test.text, got, test.want)
		}
	}
}

// longRelease is the founding releases put together, some 30,000 characters.
func longRelease(b *testing.B) string {
	var text strings.Builder
	files, err := fs.Glob(seed.Releases(), "*.txt")
	if err != nil {
		b.Fatal(err)
	}
	for _, file := range files {
		content, err := fs.ReadFile(seed.Releases(), file)
		if err != nil {
			b.Fatal(err)
		}
		text.Write(content)
	}
	return text.String()
}

func perCharacter(b *testing.B, n int) {
	b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds()/1e6, "Mchar/s")
}

func BenchmarkNormalize(b *testing.B) {
	text := longRelease(b)
	n := len([]rune(text))
	for b.Loop() {
		Normalize(text)
	}
	perCharacter(b, n)
}

func BenchmarkDates(b *testing.B) {
	runes := Normalize(longRelease(b)).Runes()
	for b.Loop() {
		Dates(runes, DateContext{})
	}
	perCharacter(b, len(runes))
}

func BenchmarkSegment(b *testing.B) {
	runes := Normalize(longRelease(b)).Runes()
	Segment(runes)
	for b.Loop() {
		Segment(runes)
	}
	perCharacter(b, len(runes))
}

func BenchmarkPeople(b *testing.B) {
	text := longRelease(b)
	runes := Normalize(text).Runes()
	people(text)
	for b.Loop() {
		for i := range runes {
			if end, ok := TitleAt(runes, i); ok {
				PersonName(runes, end)
			}
		}
	}
	perCharacter(b, len(runes))
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := readLexicon(); err != nil {
			b.Fatal(err)
		}
	}
}

// FuzzMatcher holds the matcher against the plain search for each entry.
func FuzzMatcher(f *testing.F) {
	f.Add("กรุงเทพมหานคร depa", "กรุงเทพ", "DEPA")
	f.Add("ก.พ. ก.พ.ร.", "ก.พ.", "ก.พ.ร.")
	f.Add("Wi-Fi 5G", "5G", "Fi")
	f.Fuzz(func(t *testing.T, original, a, b string) {
		a, b = Normalize(a).Norm, Normalize(b).Norm
		entries := []Entry{{Text: a, Value: 1}, {Text: b, Value: 2, Fold: true}, {Text: b, Value: 3, Whole: true}}
		m := NewMatcher(entries)
		runes := Normalize(original).Runes()
		for i := -1; i <= len(runes)+1; i++ {
			match, ok := m.At(runes, i)
			if ok && (match.Start != i || match.End <= i || match.End > len(runes) || len(match.Values) == 0 || !ClusterStart(runes, match.End)) {
				t.Fatalf("%q: %+v at %d", original, match, i)
			}
			if end, found := literal(runes, max(i, 0), a); i >= 0 && i < len(runes) && found && a != "" && ClusterStart(runes, i) && ClusterStart(runes, end) &&
				!splitsLatin(runes, i) && !splitsLatin(runes, end) && (!ok || match.End < end) {
				t.Fatalf("%q: %q at %d is not found", original, a, i)
			}
		}
		last := 0
		for _, match := range m.Find(runes) {
			if match.Start < last {
				t.Fatalf("%q: %+v overlaps the match before", original, match)
			}
			last = match.End
		}
	})
}

// TestLongRuns reads marks, titles and digits said over and over, up to a
// length at which looking at all of them for each would take hours.
func TestLongRuns(t *testing.T) {
	for _, words := range []string{"\u0e38", "\u0e48", "\u0e4d", "e\u0301", "\u200b", "นาย", "นาย ", "พล.อ.", "1,111", "ก", "ปี 2563 ถึง ", "มกราคม"} {
		runes := Normalize(strings.Repeat(words, 600_000/len([]rune(words)))).Runes()
		Dates(runes, DateContext{})
		Amounts(runes)
		TitleAt(runes, 0)
		PersonName(runes, 0)
	}
}
