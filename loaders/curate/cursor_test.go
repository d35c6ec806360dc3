package curate

import "testing"

func FuzzCursor(f *testing.F) {
	f.Add("")
	f.Add(place{1, 0.888889, "org-1", "org-2"}.cursor())
	f.Add("e30")
	f.Fuzz(func(t *testing.T, cursor string) {
		p, err := parsePlace(cursor)
		if err != nil {
			return
		}
		if again, err := parsePlace(p.cursor()); err != nil || again.compare(p) != 0 {
			t.Errorf("%q is read as %+v, and what that writes as %+v, %v", cursor, p, again, err)
		}
	})
}
