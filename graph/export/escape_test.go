package export

import (
	"bufio"
	"encoding/csv"
	"encoding/xml"
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzEscapes holds that a text of whatever kind comes back from a cell of a
// table and from XML, but for what neither can hold, which is shown.
func FuzzEscapes(f *testing.F) {
	for _, seed := range []string{"", "=1+1", "'=1", "a\"b,\r\nc", "\u0000\u001f\u007f\uffff", "ที่ 🏙️ \u202e", "]]><&", " x "} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		shown := visible(text)
		if visible(shown) != shown || !utf8.ValidString(shown) {
			t.Fatalf("%q is shown as %q", text, shown)
		}
		var b strings.Builder
		table := &table{out: bufio.NewWriter(&b)}
		table.text(text)
		table.text("end")
		if err := table.end(); err != nil {
			t.Fatal(err)
		}
		table.out.Flush()
		rows, err := csv.NewReader(strings.NewReader(b.String())).ReadAll()
		if err != nil || len(rows) != 1 || len(rows[0]) != 2 {
			t.Fatalf("%q is %q: %v", text, rows, err)
		}
		if cell := rows[0][0]; cell != "" && strings.ContainsRune("=+-@\t\r\n＝＋－＠", []rune(cell)[0]) || strings.TrimPrefix(cell, "'") != strings.ReplaceAll(shown, "\r\n", "\n") {
			t.Fatalf("%q is the cell %q", text, cell)
		}

		b.Reset()
		g := &graphML{out: bufio.NewWriter(&b)}
		g.raw("<x>")
		g.escaped(text)
		g.raw("</x>")
		g.out.Flush()
		var content string
		if err := xml.Unmarshal([]byte(b.String()), &content); err != nil || content != shown {
			t.Fatalf("%q is %q in XML, %q: %v", text, content, b.String(), err)
		}
	})
}
