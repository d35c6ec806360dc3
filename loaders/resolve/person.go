package resolve

import (
	"fmt"
	"math"
	"strings"

	"mueang/graph/kg"
	"mueang/loaders/thai"
)

// comparePeople weighs names (Thai spellings, slips, Thai and Latin letters),
// offices, organisations, company, dates, and whether titles agree.
func comparePeople(e *evidence, a, b *profile) {
	bits, says, latin := 0.0, "", false
	for i := range a.people {
		for j := range b.people {
			x, y := &a.people[i], &b.people[j]
			if w, why := likeNames(x, y); w > bits {
				bits, says, latin = w, why, x.thai != y.thai
				e.exact = w >= sameName
			}
		}
	}
	if bits == 0 {
		return
	}
	e.name(bits, "%s", says)
	e.bilingual = latin
	if posts := shared(a, b, fieldPost); len(posts) > 0 {
		e.add(6, "one office")
	} else if orgs := shared(a, b, fieldOrg); len(orgs) > 0 {
		e.add(3, "one organisation")
	}
	for _, role := range shared(a, b, fieldRoles) {
		if role != "OTHER" && role != "MEMBER" && len(shared(a, b, fieldPost)) == 0 {
			e.add(map[bool]float64{true: 4, false: 2}[rare[role]], "offices of one sort, %s", strings.ToLower(role))
			break
		}
	}
	switch with := len(shared(a, b, fieldWith)); {
	case with >= 3:
		e.add(4, "named with %d others", with)
	case with == 2:
		e.add(3, "named with 2 others")
	case with == 1:
		e.add(1, "named with another")
	}
	if years, ok := apart(a, b); ok && years <= 1 {
		e.add(1, "seen in the same years")
	} else if ok && years >= 10 {
		e.add(-2, "seen %d years apart", years)
	}
	if x, y := sex(a), sex(b); x*y < 0 {
		e.add(map[bool]float64{true: -3, false: -6}[e.exact], "titles of a man and of a woman")
	}
	if !e.exact && !latin && min(a.Documents, b.Documents) >= 5 {
		e.add(-3, "both spellings are common")
	}
	if says := rivalSeats(a, b); says != "" {
		// Without like names there is no need to say that they differ.
		bits, _ := e.total()
		e.conflict = bits >= review
		e.add(-20, "%s", says)
	}
}

// rare are the roles that few people have at a time.
var rare = map[string]bool{"PRIME_MINISTER": true, "DEPUTY_PRIME_MINISTER": true, "SPOKESPERSON": true}

// sameName is the weight of one full name. By the law on names a Thai family
// name is one family's, so that the full name is one person's.
const sameName = 14

// likeNames weighs two full names, 0 where they are not alike.
func likeNames(x, y *personName) (bits float64, says string) {
	if x.key == y.key {
		return sameName, "one name: " + x.text
	}
	if x.thai != y.thai {
		likeness := crossScript(x, y)
		if likeness < 0.90 {
			return 0, ""
		}
		if len(x.g)+len(x.f) < 10 {
			return 7, fmt.Sprintf("%s sounds like %s, %.2f", x.text, y.text, likeness)
		}
		return math.Round(8 + 50*(likeness-0.90)), fmt.Sprintf("%s sounds like %s, %.2f", x.text, y.text, likeness)
	}
	dg, df := differ(x.given, y.given, x.sg, y.sg), differ(x.family, y.family, x.sf, y.sf)
	g, f := runesOf(x.given, y.given), runesOf(x.family, y.family)
	says = fmt.Sprintf("%s is like %s", x.text, y.text)
	switch {
	case dg+df == 0 && g+f >= 14:
		return sameName, x.text + " sounds as " + y.text
	case dg+df == 0:
		return 12, x.text + " sounds as " + y.text
	case df == 0 && dg == 1 && g >= 3, dg == 0 && df == 1 && f >= 4:
		return 10, says
	case df == 0 && dg == 2 && g >= 5, dg == 0 && df == 2 && f >= 6:
		return 8, says
	case dg == 0 && df == 3 && f >= 9, df == 0 && dg == 3 && g >= 8, dg == 1 && df == 1 && g >= 4 && f >= 5:
		return 7, says
	case dg+df <= 4 && g+f >= 14 && thai.SameSound(x.g+x.f, y.g+y.f) >= 0.93:
		return 6, says
	}
	return 0, ""
}

// differ gives how many letters two words differ by, 0 where they are two
// spellings of one sound.
func differ(a, b, spellingA, spellingB string) int {
	if spellingA == spellingB {
		return 0
	}
	return thai.Distance([]rune(a), []rune(b), 4)
}

func runesOf(a, b string) int { return min(len([]rune(a)), len([]rune(b))) }

// crossScript says how alike a Thai and a Latin name sound: given and family
// name each, in either order.
func crossScript(x, y *personName) float64 {
	likeness := func(g1, f1, g2, f2 string) float64 {
		g, f := thai.SameSound(g1, g2), thai.SameSound(f1, f2)
		if min(g, f) < 0.8 {
			return 0
		}
		return (g + f) / 2
	}
	best := likeness(x.g, x.f, y.g, y.f)
	if strings.Count(x.text, " ") == 1 && strings.Count(y.text, " ") == 1 {
		best = max(best, likeness(x.g, x.f, y.f, y.g))
	}
	return best
}

// apart gives the years between the documents that name two people.
func apart(a, b *profile) (years int, ok bool) {
	x, y := a.field[fieldSeen], b.field[fieldSeen]
	if len(x) == 0 || len(y) == 0 {
		return 0, false
	}
	year := func(t kg.Trait) int { return number(head(t.Value, 4)) }
	gap := max(year(x[0])-year(y[len(y)-1]), year(y[0])-year(x[len(x)-1]), 0)
	return gap, true
}

// sex reads the titles: positive for a man, negative for a woman, 0 unknown.
func sex(p *profile) int {
	count := 0
	for _, t := range p.field[fieldTitle] {
		switch title := strings.TrimSpace(t.Value); {
		case strings.HasPrefix(title, "นาง"), strings.HasPrefix(title, "น.ส."), strings.HasPrefix(title, "คุณหญิง"),
			strings.HasPrefix(title, "แพทย์หญิง"), strings.HasPrefix(title, "Mrs"), strings.HasPrefix(title, "Ms"):
			count -= t.Count
		case strings.HasPrefix(title, "นาย"), strings.HasPrefix(title, "Mr"):
			count += t.Count
		}
	}
	return count
}

// rivalSeats says which two offices two people held at one time that nobody
// holds together, "" where they did not. Two names of one body are no two
// seats.
func rivalSeats(a, b *profile) string {
	if len(a.field[fieldSeat]) == 0 || len(b.field[fieldSeat]) == 0 || len(shared(a, b, fieldSeat)) > 0 || !interleaved(a, b) {
		return ""
	}
	first, second := a.field[fieldSeat][0].Value, b.field[fieldSeat][0].Value
	for _, x := range a.field[fieldSeat] {
		for _, y := range b.field[fieldSeat] {
			roleX, orgX, _ := strings.Cut(x.Value, " ")
			roleY, orgY, _ := strings.Cut(y.Value, " ")
			if roleX == roleY && (strings.Contains(orgX, orgY) || strings.Contains(orgY, orgX) || dice(bigrams(orgX), bigrams(orgY)) > 0.6) {
				return ""
			}
		}
	}
	return fmt.Sprintf("at one time one was %s and the other %s", first, second)
}

// interleaved reports whether two people were seen in one month, or one
// between two sightings of the other.
func interleaved(a, b *profile) bool {
	x, y := a.field[fieldSeen], b.field[fieldSeen]
	if len(x) == 0 || len(y) == 0 {
		return false
	}
	return x[0].Value <= y[len(y)-1].Value && y[0].Value <= x[len(x)-1].Value
}
