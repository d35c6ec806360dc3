package resolve

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"mueang/graph/kg"
	"mueang/loaders/thai"
)

// compareBodies weighs names, kinds, countries, what they are part of and who
// holds office in them.
func compareBodies(e *evidence, a, b *profile) {
	if !likeBodies(e, a, b) {
		return
	}
	if x, y := kindOf(a), kindOf(b); x != y && x != kg.KindOrganization && y != kg.KindOrganization {
		e.add(-4, "one is a %s, the other a %s", x, y)
	}
	if x, y := foreign(a), foreign(b); !slices.Equal(x, y) {
		e.add(-20, "of different countries")
		return
	}
	if n := len(shared(a, b, fieldHolder)); n > 0 {
		e.add(4, "%d hold office in both", n)
	}
	if x, y := a.field[fieldPart], b.field[fieldPart]; len(x) > 0 && len(y) > 0 {
		if len(shared(a, b, fieldPart)) > 0 {
			e.add(3, "parts of one body")
		} else {
			e.add(-3, "parts of different bodies")
		}
	}
	if !e.exact && min(a.Documents, b.Documents) >= 4 {
		e.add(-3, "both spellings are common")
	}
}

// likeBodies weighs the names of two bodies; false where they are not alike.
func likeBodies(e *evidence, a, b *profile) bool {
	if nameX, ofX, isX := strings.Cut(a.Key, "@"); isX {
		if nameY, ofY, isY := strings.Cut(b.Key, "@"); isY && nameX == nameY && ofX != ofY {
			return false // units of one name in two ministries
		}
	}
	if name := sharedName(a, b); name != "" {
		e.exact = true
		e.name(16, "both are called %s", name)
		return true
	}
	best, x, y := 0.0, "", ""
	for i := range a.bodies {
		for j := range b.bodies {
			if bits := likeBodyNames(&a.bodies[i], &b.bodies[j]); bits > best {
				best, x, y = bits, a.bodies[i].text, b.bodies[j].text
			}
		}
	}
	e.exact = best >= 14
	if best == 0 {
		return false
	}
	e.name(best, "%s is like %s", x, y)
	return true
}

func likeBodyNames(x, y *bodyName) float64 {
	keyX, keyY := string(x.key), string(y.key)
	if digits(keyX) != digits(keyY) || sortOf(keyX) != sortOf(keyY) || language(keyX) != language(keyY) {
		return 0
	}
	short := min(len(x.key), len(y.key))
	switch d := thai.Distance(x.key, y.key, 5); {
	case x.bare == y.bare && short >= 14:
		return 14 // they differ in linking words alone
	case x.core == y.core && d <= 4 && thai.Spelling(keyX) == thai.Spelling(keyY):
		return map[bool]float64{true: 14, false: 12}[short >= 16]
	case inPlace.MatchString(keyX):
		return 0 // names of places are short, and many differ by a letter
	case d == 1 && short >= 30:
		return 14
	case d == 1 && short >= 10:
		return 10
	case d == 2 && short >= 14:
		return 9
	case d == 3 && short >= 20:
		return 8
	case d <= 5 && short >= 36:
		return 8
	}
	return 0
}

// inPlace matches names of bodies that end in the name of a place.
var inPlace = regexp.MustCompile(`จังหวัด|อำเภอ|ตำบล|เทศบาล|โรงเรียน|วัด|โรงพยาบาล|วิทยาลัย`)

func digits(key string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return r
		}
		return -1
	}, key)
}

func kindOf(p *profile) kg.Kind {
	return kg.Kind(most(p.field[fieldKind], func(a, b string) int { return rankKind(a) - rankKind(b) }))
}

// foreign gives the countries in the name and the signature of a body, without
// Thailand.
func foreign(p *profile) []string {
	var lands []string
	for _, n := range p.bodies {
		lands = append(lands, landsIn(n.text)...)
	}
	if _, land, found := strings.Cut(p.Key, "@country:"); found {
		lands = append(lands, "country:"+land)
	}
	slices.Sort(lands)
	return slices.DeleteFunc(slices.Compact(lands), func(land string) bool { return land == "country:TH" })
}
