package resolve

import (
	"strings"
	"testing"

	"mueang/graph/kg"
)

func FuzzLocate(f *testing.F) {
	f.Add("ข่าวที่ 1 กานดา เป็นประธาน", "ประธาน", -1)
	f.Add("aaaa", "aa", 2)
	f.Add("", "x", 0)
	f.Fuzz(func(t *testing.T, text, quote string, start int) {
		text, quote = strings.ToValidUTF8(text, "?"), strings.ToValidUTF8(quote, "?")
		at, err := Locate(text, quote, start)
		if err != nil {
			if kg.CodeOf(err) != kg.BadInput {
				t.Errorf("%v", err)
			}
			return
		}
		if runes := []rune(text); at+len([]rune(quote)) > len(runes) || string(runes[at:at+len([]rune(quote))]) != quote {
			t.Errorf("%q does not stand at %d of %q", quote, at, text)
		}
	})
}

func TestLocate(t *testing.T) {
	for _, c := range []struct {
		text, quote string
		start, want int
		says        string
	}{
		{"ก ข ค ข", "ค", -1, 4, ""},
		{"ก ข ค ข", "ข", 6, 6, ""},
		{"ก ข ค ข", "ข", 5, 0, "at 2, 6"},
		{"ก ข ค", "ข", 9, 2, ""}, // the text before it has changed
		{"aaaa", "aa", 1, 1, ""},
		{"aaaaaaaaa", "a", -1, 0, "and 4 more"},
		{"ก", "ข", 0, 0, "does not stand"},
		{"ก", "\n", 0, 0, "empty"},
	} {
		at, err := Locate(c.text, c.quote, c.start)
		if at != c.want || (err != nil) != (c.says != "") || err != nil && !strings.Contains(err.Error(), c.says) {
			t.Errorf("%q in %q from %d: %d, %v", c.quote, c.text, c.start, at, err)
		}
	}
}

// TestPersonsComeFirst holds that what a person judges goes before what the
// resolver does, also through others.
func TestPersonsComeFirst(t *testing.T) {
	referents := []kg.Referent{{ID: "person-a", Class: "person"}, {ID: "person-b", Class: "person"}, {ID: "person-c", Class: "person"}}
	say := func(verdict kg.Verdict, left, right kg.ID, judge string, score float64) kg.Judgement {
		return kg.Judgement{ID: kg.NewID("link", string(left), string(right), judge), Left: left, Right: right, Verdict: verdict, Score: score, Judge: judge}
	}
	for _, c := range []struct {
		what       string
		judgements []kg.Judgement
		want       string
	}{
		{"the resolver keeps apart what a person joins", []kg.Judgement{say(kg.Different, "person-a", "person-b", Judge, 1), say(kg.Same, "person-a", "person-b", "กานดา", 1)}, "aac"},
		{"the resolver joins what a person keeps apart", []kg.Judgement{say(kg.Same, "person-a", "person-b", Judge, 1), say(kg.Different, "person-a", "person-b", "กานดา", 1)}, "abc"},
		{"and through another", []kg.Judgement{say(kg.Same, "person-a", "person-b", Judge, 0.9), say(kg.Same, "person-b", "person-c", Judge, 0.8),
			say(kg.Different, "person-a", "person-c", "กานดา", 1)}, "aac"},
		{"a person joins two that the resolver keeps apart through another", []kg.Judgement{say(kg.Same, "person-a", "person-b", Judge, 1),
			say(kg.Different, "person-b", "person-c", Judge, 1), say(kg.Same, "person-a", "person-c", "กานดา", 0.5)}, "aba"},
		{"two joins of persons bring together what the resolver keeps apart", []kg.Judgement{say(kg.Same, "person-a", "person-b", "กานดา", 1),
			say(kg.Different, "person-b", "person-c", Judge, 1), say(kg.Same, "person-a", "person-c", "กานดา", 1)}, "aaa"},
	} {
		got := ""
		heads := Clusters(referents, c.judgements)
		for _, r := range referents {
			got += strings.TrimPrefix(string(heads[r.ID]), "person-")
		}
		if got != c.want {
			t.Errorf("%s: %s, not %s", c.what, got, c.want)
		}
	}
}
