package resolve

import (
	"slices"
	"strings"
	"unicode/utf8"

	"mueang/graph/kg"
)

// blocks gives the keys under which like referents are looked for: the class
// with each name that can tell a thing.
func blocks(r *kg.Referent) []string {
	var keys []string
	for key := range strongNames(r) {
		keys = append(keys, string(r.Class)+":"+key)
	}
	slices.Sort(keys)
	return keys
}

// minimal length of a name that can tell a thing, in characters of its key
const strongLength = 8

// strongNames gives the keys of the names under which a referent can be
// recognised in other documents, with the name as written.
func strongNames(r *kg.Referent) map[string]string {
	strong := map[string]string{}
	if strings.HasPrefix(r.Key, localKey) || r.Class == kg.ClassPost {
		return strong
	}
	add := func(text string) {
		if key := kg.NameKey(text); utf8.RuneCountInString(key) >= strongLength {
			if old, seen := strong[key]; !seen || text < old {
				strong[key] = text
			}
		}
	}
	for _, t := range r.Traits {
		switch t.Field {
		case fieldBest:
			add(t.Value)
		case fieldName:
			name, ok := decode[kg.Name](t.Value)
			latinWords := name.Language == "en" && strings.Contains(strings.TrimSpace(name.Text), " ")
			if ok && (name.Kind == kg.NameOfficial || name.Kind == kg.NameTransliteration || name.Kind == kg.NameAlias && latinWords) {
				add(name.Text)
			}
		}
	}
	return strong
}

// Compare judges whether two referents are one thing, from their own traits
// alone. ok is false when there is nothing to say, which is not a judgement
// that they differ.
func Compare(a, b kg.Referent) (j kg.Judgement, ok bool) {
	if a.ID > b.ID {
		a, b = b, a
	}
	if a.ID == b.ID || a.Class != b.Class || rankCode(a) != 0 && rankCode(b) != 0 {
		return j, false
	}
	if a.Class == kg.ClassMeeting && !sameOccasion(a, b) || a.Class == kg.ClassAgreement && !datesAgree(a, b) {
		return j, false
	}
	theirs := strongNames(&b)
	shared := ""
	for key, text := range strongNames(&a) {
		if _, both := theirs[key]; both && (len(text) > len(shared) || len(text) == len(shared) && text < shared) {
			shared = text
		}
	}
	if shared == "" {
		return j, false
	}
	return kg.Judgement{ID: kg.NewID("link", string(a.ID), string(b.ID), Judge), Left: a.ID, Right: b.ID,
		Verdict: kg.Same, Score: 0.95, Reason: "both are called " + shared, Judge: Judge}, true
}

// sameOccasion reports whether two meetings of one name can be one: the same
// number in the series, or dates that overlap. A meeting with neither is
// nobody's double.
func sameOccasion(a, b kg.Referent) bool {
	x, y := Entity([]kg.Referent{a}), Entity([]kg.Referent{b})
	if x.Series != nil && y.Series != nil {
		if x.Series.Ordinal != y.Series.Ordinal || x.Series.Year != y.Series.Year {
			return false
		}
		if x.Series.Ordinal > 0 {
			return x.StartDate == nil || y.StartDate == nil || overlap(x, y)
		}
	}
	return x.StartDate != nil && y.StartDate != nil && overlap(x, y)
}

func datesAgree(a, b kg.Referent) bool {
	x, y := Entity([]kg.Referent{a}), Entity([]kg.Referent{b})
	return x.StartDate != nil && y.StartDate != nil && overlap(x, y)
}

func overlap(a, b kg.Entity) bool { return a.FirstDay() <= b.LastDay() && b.FirstDay() <= a.LastDay() }
