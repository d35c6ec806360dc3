package resolve

import (
	"slices"
	"strings"
	"sync"

	"mueang/graph/kg"
	"mueang/loaders/thai"
	"mueang/seed"
)

// landNames are the names of countries as [kg.NameKey] has them.
type landNames struct {
	matcher *thai.Matcher
	codes   []string // by the value of an entry
	longest []string // every name, the longest first
	code    map[string]string
}

var lands = sync.OnceValue(func() *landNames {
	l := &landNames{code: map[string]string{}}
	countries, err := seed.Countries()
	if err != nil {
		return l // the extractor, which reads the same table, reports it
	}
	var entries []thai.Entry
	for i := range countries {
		l.codes = append(l.codes, countries[i].Key)
		for _, name := range countries[i].Names() {
			key := kg.NameKey(name.Text)
			if len([]rune(key)) < 2 || name.Language == "en" && len(key) < 4 {
				continue
			}
			if l.code[key] == "" {
				l.code[key] = countries[i].Key
				l.longest = append(l.longest, key)
			}
			entries = append(entries, thai.Entry{Text: name.Text, Value: i, Fold: true})
		}
	}
	slices.SortFunc(l.longest, func(a, b string) int { return len(b) - len(a) })
	l.matcher = thai.NewMatcher(entries)
	return l
})

// landOf splits the key of the name of a state's body into its name without
// the country and the key of the country: "กระทรวงกลาโหมแห่งซาอุดีอาระเบีย" is
// "กระทรวงกลาโหม" of "country:SA". land is "" where it is no such name.
func landOf(key string) (bare, land string) {
	if !slices.ContainsFunc(states, func(word string) bool { return strings.HasPrefix(key, word) }) {
		return key, ""
	}
	for _, name := range lands().longest {
		rest, ends := strings.CutSuffix(key, name)
		if !ends || rest == "" {
			continue
		}
		rest = links.ReplaceAllString(rest, "")
		if strings.HasSuffix(rest, "การต่าง") {
			rest += "ประเทศ"
		}
		if len([]rune(rest)) >= len([]rune("รัฐบาล")) {
			return rest, lands().code[name]
		}
	}
	return key, ""
}

// landsIn gives the countries that a name speaks of, sorted.
func landsIn(name string) []string {
	var found []string
	if lands().matcher == nil {
		return nil
	}
	for _, match := range lands().matcher.Find([]rune(name)) {
		if match.End-match.Start < 3 {
			continue
		}
		for _, value := range match.Values {
			found = append(found, lands().codes[value])
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}
