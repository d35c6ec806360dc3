package source

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"mueang/graph/kg"
	"mueang/seed"
)

func encodeUTF16(text string, big bool) string {
	var out []byte
	for _, unit := range utf16.Encode([]rune(text)) {
		if big {
			out = append(out, byte(unit>>8), byte(unit))
		} else {
			out = append(out, byte(unit), byte(unit>>8))
		}
	}
	return string(out)
}

// roundTrip holds that a text comes back from every charset that can hold it.
func roundTrip(t *testing.T, text string) {
	t.Helper()
	encoded := map[string]string{
		"UTF-8": text, "UTF-8 with its mark": utf8Mark + text,
		"UTF-16LE": "\xff\xfe" + encodeUTF16(text, false), "UTF-16BE": "\xfe\xff" + encodeUTF16(text, true),
	}
	if thai, err := charmap.Windows874.NewEncoder().String(text); err == nil {
		encoded["Windows-874"] = thai
	}
	for name, raw := range encoded {
		for _, label := range []string{"", "utf-8", "ISO-8859-1", "TIS-620", "windows-874"} {
			if got, err := decode([]byte(raw), label); err != nil || got != text {
				t.Fatalf("%s, said to be %q: got %.200q (%v), want %.200q", name, label, got, err, text)
			}
		}
	}
}

// TestThaiComesBack takes pieces of the founding releases, of random places and
// lengths, through every charset, whatever they are said to be.
func TestThaiComesBack(t *testing.T) {
	var texts []string
	for item := range FS(t.Context(), seed.Releases()) {
		if item.Err != nil {
			t.Fatal(item.Err)
		}
		texts = append(texts, item.Document.Text)
	}
	if len(texts) == 0 {
		t.Fatal("no releases")
	}
	random := rand.New(rand.NewPCG(6, 2))
	for range 2000 {
		runes := []rune(texts[random.IntN(len(texts))])
		from := random.IntN(len(runes))
		for from > 0 && !isConsonant(runes[from]) { // no text begins with a mark
			from--
		}
		piece := strings.TrimSpace(string(runes[from:min(len(runes), from+12+random.IntN(400))]))
		letters := 0
		for _, r := range piece {
			if isThaiLetter(r) {
				letters++
			}
		}
		if letters >= 8 {
			roundTrip(t, piece)
		}
	}
}

// TestTheCorpusComesBack does so with whole releases of ten years.
func TestTheCorpusComesBack(t *testing.T) {
	shared := os.Getenv("MUEANG_SHARED")
	if shared == "" {
		shared = "../../../shared"
	}
	file, err := os.Open(filepath.Join(shared, "corpus", "sample.jsonl.gz"))
	if err != nil {
		t.Skip("NOT RUN: no corpus: set MUEANG_SHARED to the folder that holds it")
	}
	defer file.Close()
	unzipped, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	for in := bufio.NewReader(unzipped); ; {
		line, err := in.ReadBytes('\n')
		if err != nil {
			return
		}
		var r struct{ Text string }
		if err := json.Unmarshal(line, &r); err != nil {
			t.Fatal(err)
		}
		roundTrip(t, r.Text)
	}
}

func TestCharsets(t *testing.T) {
	for _, c := range []struct{ name, raw, label, want, says string }{
		{name: "a label goes before nothing that can be seen", raw: "\xa1\xd2\xc3\xbb\xc3\xd0\xaa\xd8\xc1", label: "gb2312-bogus", want: "การประชุม"},
		{name: "few letters, with a label", raw: "\xc2\xa1", label: "tis-620", want: "ยก"},
		{name: "few letters, without", raw: "\xc2\xa1", want: "¡"},
		{name: "English with Thai's quotation marks", raw: "the \x93Smart City\x94 plan", want: "the “Smart City” plan"},
		{name: "Latin with a label", raw: "Ph\xfa Qu\xfd caf\xe9", label: "windows-1252", want: "Phú Quý café"},
		{name: "Latin without", raw: "caf\xe9", says: "at byte 3"},
		{name: "English in UTF-8 said to be Thai", raw: "Caf\u00e9 \u2014 \u201cCity\u201d", label: "TIS-620", want: "Café — “City”"},
		{name: "Japanese with a label", raw: "\x93\x8c\x8b\x9e", label: "Shift_JIS", want: "東京"},
		{name: "Thai of two charsets", raw: "ก้าวหน้า \xa1\xd2\xc3\xbb\xc3\xd0\xaa\xd8\xc1", says: "at byte 25"},
		{name: "a byte that Windows-874 has not", raw: "\xa1\xd2\xc3\xbb\xc3\xd0\xaa\xd8\xc1\xdb", label: "tis-620", says: "at byte 0"},
		{name: "UTF-16 without its mark", raw: encodeUTF16("การประชุมใหญ่ Smart City ครั้งที่ 5", false), want: "การประชุมใหญ่ Smart City ครั้งที่ 5"},
		{name: "UTF-16BE without its mark", raw: encodeUTF16("การประชุมใหญ่ Smart City ครั้งที่ 5", true), label: "utf-16", want: "การประชุมใหญ่ Smart City ครั้งที่ 5"},
		{name: "UTF-16 with half a character", raw: "\xff\xfea\x00\x00\xd8b\x00", says: "half a character at byte 4"},
		{name: "UTF-16 of odd length", raw: "\xff\xfea\x00b", says: "half a character at byte 4"},
		{name: "UTF-16 with a NUL", raw: "\xff\xfea\x00\x00\x00", says: "NUL"},
		{name: "a surrogate pair", raw: "\xff\xfe" + encodeUTF16("🏙", false), want: "🏙"},
		{name: "zeros", raw: strings.Repeat("\x00", 4096), says: "binary"},
		{name: "only a mark", raw: utf8Mark, says: "is empty"},
	} {
		got, err := decode([]byte(c.raw), c.label)
		if got != c.want && c.says == "" || c.says != "" && (kg.CodeOf(err) != kg.BadInput || !strings.Contains(err.Error(), c.says)) {
			t.Errorf("%s: got %q, %v", c.name, got, err)
		}
	}
}

func FuzzDecode(f *testing.F) {
	for _, s := range []string{"ข่าว", "\xa1\xd2\xc3", "\xff\xfea\x00", "\xfe\xff\x0e\x01", "\xff\xfe\x00\xd8", "\x0e\x01\x00\x20", utf8Mark, "caf\xe9"} {
		for _, label := range []string{"", "tis-620", "utf-16", "gb18030", "replacement"} {
			f.Add([]byte(s), label)
		}
	}
	f.Fuzz(func(t *testing.T, raw []byte, label string) {
		kept := bytes.Clone(raw)
		text, err := decode(raw, label)
		switch {
		case err != nil && (kg.CodeOf(err) != kg.BadInput || text != ""):
			t.Errorf("%q: %q, %v", raw, text, err)
		case err == nil && (!utf8.ValidString(text) || strings.TrimSpace(text) == "" || strings.Contains(text, "\x00")):
			t.Errorf("%q: %q", raw, text)
		case !bytes.Equal(raw, kept):
			t.Errorf("%q was changed", kept)
		}
	})
}
