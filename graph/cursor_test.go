package graph

import (
	"slices"
	"strings"
	"testing"

	"mueang/graph/kg"
)

func TestCursor(t *testing.T) {
	for _, key := range [][]string{{"a"}, {""}, {"", "ประชุม", "x\x00y"}, {strings.Repeat("k", 300), "id"}} {
		cursor := string(appendCursor(nil, key))
		got, err := parseCursor(cursor)
		if err != nil || !slices.Equal(got, key) {
			t.Errorf("%q became %q: %v", key, got, err)
		}
	}
	for _, cursor := range []string{"", "a", "AQ", "AgFh", "AQJh", "AQFh=", "AQFh\n", "AYGA", strings.Repeat("A", maxCursor+1)} {
		if key, err := parseCursor(cursor); kg.CodeOf(err) != kg.BadInput {
			t.Errorf("%q is read as %q: %v", cursor, key, err)
		}
	}
}

// FuzzCursor reads arbitrary cursors: one that is read is the one that its key makes.
func FuzzCursor(f *testing.F) {
	f.Add(string(appendCursor(nil, []string{"a", "b"})))
	f.Add("AQFh")
	f.Fuzz(func(t *testing.T, cursor string) {
		key, err := parseCursor(cursor)
		if err != nil {
			if kg.CodeOf(err) != kg.BadInput {
				t.Errorf("code %s", kg.CodeOf(err))
			}
			return
		}
		if again := string(appendCursor(nil, key)); again != cursor {
			t.Errorf("%q and %q are one cursor", cursor, again)
		}
	})
}
