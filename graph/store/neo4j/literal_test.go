package neo4j

import (
	"bufio"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzQuoted holds that a text is one string on one line, and comes back by the
// rules of Cypher: first \u, where an even number of backslashes stands before
// it, then the escapes of strings.
func FuzzQuoted(f *testing.F) {
	for _, seed := range []string{"", "'", `\u0027`, `\\u0027`, "a\nb\r\u2028", "\u0000\u202e🏙️", "'}]) DETACH DELETE n //", "ที่"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			return
		}
		var b strings.Builder
		out := bufio.NewWriter(&b)
		quoted(out, text)
		out.Flush()
		literal := b.String()
		if strings.ContainsAny(literal, "\n\r\u2028\u2029") {
			t.Fatalf("%q is on several lines", literal)
		}
		inner, ok := strings.CutPrefix(literal, "'")
		if !ok {
			t.Fatalf("%q", literal)
		}
		var got strings.Builder
		for i := 0; ; {
			if i >= len(inner) {
				t.Fatalf("%q does not end", literal)
			}
			r, size := utf8.DecodeRuneInString(inner[i:])
			switch {
			case r == '\'':
				if i != len(inner)-1 || got.String() != text {
					t.Fatalf("%q is %q, not %q", literal, got.String(), text)
				}
				return
			case r == '\\' && inner[i+1] == 'u':
				n, err := strconv.ParseUint(inner[i+2:i+6], 16, 32)
				if err != nil || n == '\'' || n == '\\' {
					t.Fatalf("%q has an escape that means something", literal)
				}
				got.WriteRune(rune(n))
				i += 6
			case r == '\\':
				escaped, ok := map[byte]string{'n': "\n", 'r': "\r", 't': "\t", '\\': `\`, '\'': "'"}[inner[i+1]]
				if !ok {
					t.Fatalf("%q has an unknown escape", literal)
				}
				got.WriteString(escaped)
				i += 2
			default:
				got.WriteRune(r)
				i += size
			}
		}
	})
}
