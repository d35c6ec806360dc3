package resolve

import (
	"slices"
	"strconv"
	"strings"

	"mueang/graph/kg"
)

// Standing gives the acts that no other of them takes back, in the order of
// the ledger. An UNDO has no effect of its own and is not among them.
func Standing(acts []kg.Act) []kg.Act {
	undone := map[kg.ID]bool{}
	for _, a := range acts {
		if a.Kind == kg.ActUndo {
			undone[a.Undoes] = true
		}
	}
	standing := slices.DeleteFunc(slices.Clone(acts), func(a kg.Act) bool { return a.Kind == kg.ActUndo || undone[a.ID] })
	slices.SortFunc(standing, func(a, b kg.Act) int { return int(a.Seq - b.Seq) })
	return standing
}

// Judgements gives the entries of the merge ledger that a MERGE or KEEP_APART
// is; none for other acts. Sides that are one are tied through the first of
// each, so that they hold together when a referent goes; of sides that are two
// every pair is kept apart.
func Judgements(a *kg.Act) []kg.Judgement {
	var list []kg.Judgement
	say := func(verdict kg.Verdict, left, right kg.ID) {
		left, right = min(left, right), max(left, right)
		list = append(list, kg.Judgement{ID: kg.NewID("link", string(left), string(right), string(a.ID)), Left: left, Right: right,
			Verdict: verdict, Score: 1, Reason: a.Reason, Judge: a.Actor, At: a.At})
	}
	switch a.Kind {
	case kg.ActMerge:
		for _, right := range a.Right {
			say(kg.Same, a.Left[0], right)
		}
		for _, left := range a.Left[1:] {
			say(kg.Same, left, a.Right[0])
		}
	case kg.ActKeepApart:
		for _, left := range a.Left {
			for _, right := range a.Right {
				say(kg.Different, left, right)
			}
		}
	}
	slices.SortFunc(list, func(a, b kg.Judgement) int { return strings.Compare(string(a.ID), string(b.ID)) })
	return list
}

// FactOf gives the id of the fact that a claim is of, given the entities that
// referents belong to; "" where one of them is not in the graph.
func FactOf(s *kg.Said, entity map[kg.ID]kg.ID) kg.ID {
	for _, end := range s.Ends() {
		if entity[end] == "" {
			return ""
		}
	}
	return kg.FactID(s.Type, entity[s.Subject], entity[s.Object], Qualifiers(s.Qualifiers, entity))
}

// persons begins the name of the extractor of what a person asserts.
const persons = "person/"

// Asserted reports whether a person asserted the statement, and gives the act.
func Asserted(s *kg.Statement) (act kg.ID, ok bool) {
	return kg.ID(s.Rule), strings.HasPrefix(s.Extractor, persons)
}

// Assertion gives the statement that an ASSERT makes in its document as it is
// now. Errors: those of [Locate].
func Assertion(a *kg.Act, d *kg.Document) (kg.Statement, error) {
	start, err := Locate(d.Text, a.Quote, a.Start)
	if err != nil {
		return kg.Statement{}, err
	}
	said := a.Claims[0]
	s := kg.Statement{Type: said.Type, Subject: said.Subject, Object: said.Object, Qualifiers: said.Qualifiers,
		Evidence: kg.Evidence{Document: d.ID, Start: start, End: start + len([]rune(a.Quote)), Quote: a.Quote,
			Extractor: persons + a.Actor, Version: "1", Rule: string(a.ID), Confidence: 1}}
	if d.PublishedOn != nil {
		s.ObservedOn = d.PublishedOn.Value
	}
	s.ID = kg.StatementID(s)
	return s, nil
}

// Locate gives the place of a quote in a text, in code points: start, where it
// stands there, or else the only place where it stands; start < 0 is no place.
// Errors: [kg.BadInput] for a quote that is empty, that the text has not, or
// that it has at several places, which are named.
func Locate(text, quote string, start int) (int, error) {
	const op = "resolve.Locate"
	if strings.TrimSpace(quote) == "" {
		return 0, kg.Errorf(kg.BadInput, op, "the quote is empty: give a stretch of the document's text, exactly as it stands there")
	}
	var places []int
	for from, passed := 0, 0; ; {
		at := strings.Index(text[from:], quote)
		if at < 0 {
			break
		}
		passed += len([]rune(text[from : from+at]))
		if passed == start {
			return start, nil
		}
		places = append(places, passed)
		step := len(string([]rune(text[from+at : from+at+len(quote)])[:1]))
		from += at + step
		passed++
	}
	switch {
	case len(places) == 0:
		return 0, kg.Errorf(kg.BadInput, op, "the quote %q does not stand in the document: give it exactly as it stands there", brief(quote))
	case len(places) > 1:
		return 0, kg.Errorf(kg.BadInput, op, "the quote %q stands in the document at %s: say which, or give more of the text", brief(quote), list(places))
	}
	return places[0], nil
}

// brief gives the beginning of a text, for a message.
func brief(text string) string {
	const most = 80
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return text
}

// list writes places, the first of them only where they are many.
func list(places []int) string {
	const most = 5
	var parts []string
	for _, at := range places[:min(len(places), most)] {
		parts = append(parts, strconv.Itoa(at))
	}
	if len(places) > most {
		return strings.Join(parts, ", ") + " and " + strconv.Itoa(len(places)-most) + " more places"
	}
	return strings.Join(parts, ", ")
}
