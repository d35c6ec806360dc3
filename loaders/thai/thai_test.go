package thai

import (
	"io/fs"
	"testing"

	"mueang/seed"
)

// TestReleases walks the founding releases and holds every offset against the
// text.
func TestReleases(t *testing.T) {
	if err := Load(); err != nil {
		t.Fatal(err)
	}
	files, err := fs.Glob(seed.Releases(), "*.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		content, err := fs.ReadFile(seed.Releases(), file)
		if err != nil {
			t.Fatal(err)
		}
		text := Normalize(string(content))
		runes := text.Runes()
		people := 0
		for i := range runes {
			end, ok := TitleAt(runes, i)
			if !ok {
				continue
			}
			if name, ok := PersonName(runes, end); ok {
				people++
				if name <= end || name > len(runes) {
					t.Errorf("%s: name [%d, %d)", file, end, name)
				}
			}
		}
		if people == 0 || len(Dates(runes, DateContext{})) == 0 {
			t.Errorf("%s: %d people", file, people)
		}
	}
}
