package resolve

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"mueang/graph/kg"
)

// Fact derives a fact from the statements that support it, which must not be
// none and must all be of it, given the entities that the referents belong to.
// A copy of a document that says it too adds nothing.
func Fact(statements []kg.Statement, entity map[kg.ID]kg.ID) kg.Fact {
	said := map[kg.ID]bool{} // by documents that are no copies
	for _, s := range statements {
		if s.Source == "" {
			said[s.Document] = true
		}
	}
	sorted := slices.DeleteFunc(slices.Clone(statements), func(s kg.Statement) bool { return said[s.Source] })
	slices.SortFunc(sorted, kg.CompareStatements)
	first := sorted[0]
	f := kg.Fact{Type: first.Type, Subject: entity[first.Subject], Object: entity[first.Object],
		Qualifiers: Qualifiers(first.Qualifiers, entity), FactStatus: kg.Extracted}
	f.ID = kg.FactID(f.Type, f.Subject, f.Object, f.Qualifiers)
	f.RoleText = common(sorted, func(s kg.Statement) string { return s.RoleText })
	f.Capacity = common(sorted, func(s kg.Statement) string { return s.Capacity })
	sources, best := map[kg.ID]bool{}, 0.0
	for _, s := range sorted {
		best = math.Max(best, s.Confidence)
		sources[cmp.Or(s.Source, s.Document)] = true
		// An event or publication that is dated to a day shows the fact on that
		// day; a month or year shows it on no day that we know.
		if len(s.ObservedOn) == len("2006-01-02") {
			if f.ObservedFrom == "" || s.ObservedOn < f.ObservedFrom {
				f.ObservedFrom = s.ObservedOn
			}
			f.ObservedTo = max(f.ObservedTo, s.ObservedOn)
		}
	}
	f.SourceCount = len(sources)
	f.Confidence = corroborated(best, f.SourceCount)
	return f
}

// Qualifiers rewrites a statement's qualifiers in terms of entities.
func Qualifiers(q kg.Qualifiers, entity map[kg.ID]kg.ID) kg.Qualifiers {
	if q.OnBehalfOf != "" {
		q.OnBehalfOf = entity[q.OnBehalfOf]
	}
	return q
}

// corroborated gives the confidence in what independent documents say: the
// doubt that the best of them leaves is halved by each further one, up to three.
func corroborated(best float64, sources int) float64 {
	doubt := (1 - best) * math.Pow(0.5, float64(min(sources-1, 3)))
	return math.Round((1-doubt)*1e4) / 1e4
}

// common gives the value that most statements have, the longest and then the
// first by bytes among equals; "" only where all have none.
func common(statements []kg.Statement, of func(kg.Statement) string) string {
	count := map[string]int{}
	for _, s := range statements {
		if v := of(s); v != "" {
			count[v]++
		}
	}
	list := make([]kg.Trait, 0, len(count))
	for v, n := range count {
		list = append(list, kg.Trait{Value: v, Count: n})
	}
	slices.SortFunc(list, func(a, b kg.Trait) int { return strings.Compare(a.Value, b.Value) })
	return most(list, longer)
}
