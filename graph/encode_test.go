package graph

import (
	"encoding/json"
	"math"
	"strings"
	"testing"
	"unicode/utf8"
)

// TestText holds that texts come back from JSON as they were, in valid UTF-8.
func TestText(t *testing.T) {
	for _, text := range []string{"", "depa", "กระทรวงดิจิทัล", "a\"b\\c/d", "\x00\x1f\n\r\t\u2028", "<b>&", "😀", "bad \xff\xfe utf", "\xe0\xb8"} {
		w := &writer{}
		var got string
		if err := json.Unmarshal(func() []byte { w.text(text); return w.buf }(), &got); err != nil || !utf8.Valid(w.buf) {
			t.Errorf("%q became %s: %v", text, w.buf, err)
		}
		if want := strings.ToValidUTF8(text, "\ufffd"); got != want {
			t.Errorf("%q came back as %q", text, got)
		}
	}
}

// TestNumbers holds how numbers are written, and which can not be.
func TestNumbers(t *testing.T) {
	for number, want := range map[float64]string{0: "0", 0.93: "0.93", 1e8: "100000000", 1.5e9: "1500000000", 1e21: "1e+21", 1e-7: "1e-07", -2.5: "-2.5"} {
		w := &writer{}
		if !w.float(number) || string(w.buf) != want || !json.Valid(w.buf) {
			t.Errorf("%v became %s", number, w.buf)
		}
	}
	for _, number := range []float64{math.NaN(), math.Inf(1), math.Inf(-1)} {
		if w := (&writer{}); w.float(number) || len(w.errors) != 1 {
			t.Errorf("%v became %s", number, w.buf)
		}
	}
	if w := (&writer{}); w.int(math.MaxInt32+1) || len(w.errors) != 1 {
		t.Errorf("a large number became %s", w.buf)
	}
}
