package resolve

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"mueang/graph/kg"
)

// Entity derives the entity of a cluster from its referents, which must not be
// none. The result depends on the set alone.
func Entity(cluster []kg.Referent) kg.Entity {
	head := Head(cluster)
	e := kg.Entity{ID: head.ID}
	var all []kg.Trait
	for _, r := range cluster {
		e.Referents = append(e.Referents, r.ID)
		e.DocumentCount += r.Documents
		all = sum(all, r.Traits, 1)
	}
	slices.Sort(e.Referents)
	of := map[string][]kg.Trait{}
	for _, t := range all {
		of[t.Field] = append(of[t.Field], t)
	}
	e.Kind = kg.Kind(most(of[fieldKind], func(a, b string) int { return rankKind(a) - rankKind(b) }))
	e.Names = names(of[fieldName])
	e.Name = bestName(head, e.Names, of[fieldBest])
	putFirst(&e)
	for _, t := range of[fieldTitle] {
		e.Titles = append(e.Titles, t.Value)
	}
	for _, t := range of[fieldIdentifier] {
		if identifier, ok := decode[kg.Identifier](t.Value); ok {
			e.Identifiers = append(e.Identifiers, identifier)
		}
	}
	slices.SortFunc(e.Identifiers, func(a, b kg.Identifier) int {
		return cmp.Or(strings.Compare(a.Scheme, b.Scheme), strings.Compare(a.Value, b.Value))
	})
	e.Description = most(of[fieldDescription], longer)
	e.Role = most(of[fieldRole], nil)
	e.RoleText = most(of[fieldRoleText], longer)
	e.Subtype = most(of[fieldSubtype], func(a, b string) int { return cmp.Compare(rankOther(a), rankOther(b)) })
	e.Subject = most(of[fieldSubject], longer)
	e.Status = furthest(of[fieldStatus])
	e.StartDate = bestDate(of[fieldStart])
	e.EndDate = bestDate(of[fieldEnd])
	if e.EndDate != nil && (e.StartDate == nil || e.EndDate.Last() < e.StartDate.First()) {
		e.EndDate = nil // two documents disagree; half a range is no range
	}
	if series, ok := decode[kg.Series](most(of[fieldSeries], longer)); ok {
		e.Series = &series
	}
	if amount, ok := decode[kg.Money](most(of[fieldAmount], nil)); ok {
		e.Amount = &amount
	}
	return e
}

// Head gives the referent whose id is the cluster's: one with a gazetteer's
// code before one without, then the smallest id.
func Head(cluster []kg.Referent) kg.Referent {
	return slices.MinFunc(cluster, func(a, b kg.Referent) int {
		return cmp.Or(rankCode(a)-rankCode(b), strings.Compare(string(a.ID), string(b.ID)))
	})
}

func rankCode(r kg.Referent) int {
	if strings.HasPrefix(r.Key, codeKey) {
		return -1
	}
	return 0
}

// most gives the value that most documents give; among equals the first by
// prefer, then by its bytes.
func most(values []kg.Trait, prefer func(a, b string) int) string {
	if len(values) == 0 {
		return ""
	}
	return slices.MinFunc(values, func(a, b kg.Trait) int {
		preferred := 0
		if prefer != nil {
			preferred = prefer(a.Value, b.Value)
		}
		return cmp.Or(b.Count-a.Count, preferred, strings.Compare(a.Value, b.Value))
	}).Value
}

func longer(a, b string) int { return utf8.RuneCountInString(b) - utf8.RuneCountInString(a) }

// rankKind puts specific kinds first and the unspecific organisation last.
func rankKind(kind string) int {
	if kind == string(kg.KindOrganization) {
		return len(kg.Kinds)
	}
	return slices.IndexFunc(kg.Kinds, func(k kg.KindInfo) bool { return string(k.Kind) == kind })
}

func rankOther(subtype string) int {
	if subtype == "OTHER" || subtype == "AGREEMENT" {
		return 1
	}
	return 0
}

// statusOrder lists statuses from the first to the last that a thing passes
// through: what was announced and then signed is signed.
var statusOrder = []string{"PROPOSED", "PLANNED", "ANNOUNCED", "APPROVED", "ONGOING", "SIGNED", "HELD", "CERTIFIED", "COMPLETED", "CANCELLED"}

func furthest(statuses []kg.Trait) string {
	best, rank := "", -2
	for _, t := range statuses { // in the order of their bytes, so that unknown ones are settled too
		if at := slices.Index(statusOrder, t.Value); at > rank {
			best, rank = t.Value, at
		}
	}
	return best
}

// bestDate gives the most precise date, stated before inferred, then the one
// that most documents give.
func bestDate(values []kg.Trait) *kg.PartialDate {
	var best *kg.PartialDate
	count := 0
	for _, t := range values {
		d, ok := decode[kg.PartialDate](t.Value)
		if !ok {
			continue
		}
		if best == nil || cmp.Or(len(d.Value)-len(best.Value), stated(d)-stated(*best), t.Count-count,
			strings.Compare(best.Value, d.Value), strings.Compare(best.Original, d.Original)) > 0 {
			best, count = &d, t.Count
		}
	}
	return best
}

func stated(d kg.PartialDate) int {
	if d.Original == "" {
		return 0
	}
	return 1
}

var nameKinds = []kg.NameKind{kg.NameOfficial, kg.NameShort, kg.NameAcronym, kg.NameTransliteration, kg.NameAlias}

// names lists names, one for each text: by kind, then language, then text. A
// text with several kinds keeps the first.
func names(values []kg.Trait) []kg.Name {
	best := map[string]kg.Name{}
	for _, t := range values {
		name, ok := decodeName(t.Value)
		if !ok {
			continue
		}
		if old, seen := best[name.Text]; !seen || compareNames(name, old) < 0 {
			best[name.Text] = name
		}
	}
	list := make([]kg.Name, 0, len(best))
	for _, name := range best {
		list = append(list, name)
	}
	slices.SortFunc(list, compareNames)
	return list
}

func compareNames(a, b kg.Name) int {
	return cmp.Or(slices.Index(nameKinds, a.Kind)-slices.Index(nameKinds, b.Kind),
		-strings.Compare(a.Language, b.Language), strings.Compare(a.Text, b.Text))
}

// bestName chooses the name that an entity goes by: a gazetteer's official
// name, in Thai before others; otherwise the one that most documents choose.
func bestName(head kg.Referent, names []kg.Name, best []kg.Trait) string {
	if strings.HasPrefix(head.Key, codeKey) && len(names) > 0 && names[0].Kind == kg.NameOfficial {
		return names[0].Text
	}
	if name := most(best, longer); name != "" {
		return name
	}
	if len(names) > 0 {
		return names[0].Text
	}
	return string(head.ID)
}

// putFirst makes Name the first of Names.
func putFirst(e *kg.Entity) {
	at := slices.IndexFunc(e.Names, func(n kg.Name) bool { return n.Text == e.Name })
	first := kg.Name{Text: e.Name, Language: language(e.Name), Kind: kg.NameOfficial}
	if at >= 0 {
		first = e.Names[at]
		e.Names = slices.Delete(e.Names, at, at+1)
	}
	e.Names = slices.Insert(e.Names, 0, first)
}

// language tells Thai from other scripts.
func language(text string) string {
	for _, r := range text {
		switch {
		case r >= 'ก' && r <= '๛':
			return "th"
		case r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z':
			return "en"
		}
	}
	return "und"
}

// Codes gives the gazetteer's codes that referents have, distinct and sorted:
// things with two of them are never one.
func Codes(referents []kg.Referent) []string {
	var codes []string
	for _, r := range referents {
		if code, ok := strings.CutPrefix(r.Key, codeKey); ok {
			codes = append(codes, code)
		}
	}
	slices.Sort(codes)
	return slices.Compact(codes)
}
