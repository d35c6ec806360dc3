package resolve

import (
	"encoding/json"
	"slices"
	"strings"
	"unicode/utf8"

	"mueang/graph/kg"
)

// The fields of traits.
const (
	fieldKind        = "kind"
	fieldBest        = "best" // the name that the document would choose
	fieldName        = "name"
	fieldTitle       = "title"
	fieldDescription = "description"
	fieldIdentifier  = "identifier"
	fieldRole        = "role"
	fieldRoleText    = "roleText"
	fieldSubtype     = "subtype"
	fieldStatus      = "status"
	fieldStart       = "start"
	fieldEnd         = "end"
	fieldSeries      = "series"
	fieldSubject     = "subject"
	fieldAmount      = "amount"
)

// The fields that only tell things apart: what documents say around a thing.
// Their values are ids of referents unless said otherwise.
const (
	fieldPost   = "at.post"   // person: an office held
	fieldRoles  = "at.role"   // person: what sort of office, a value of the enum PostRole
	fieldOrg    = "at.org"    // person: whose office it is, or for whom the person acts
	fieldSeat   = "at.seat"   // person: role and organisation of the one office of its kind, as names: "GOVERNOR ภูเก็ต"
	fieldSeen   = "at.seen"   // person: the month of publication, "2019-11"
	fieldWith   = "at.with"   // person: others named in the same document, a sample
	fieldHolder = "at.holder" // organisation: who holds an office in it
	fieldPart   = "at.part"   // organisation: what it is part of
	fieldWho    = "at.who"    // meeting: who came; agreement: who signed
	fieldHost   = "at.host"   // meeting: who organised it
	fieldPlace  = "at.place"  // meeting: where it was held
	fieldParty  = "at.party"  // agreement: the parties
	fieldBeside = "at.beside" // another thing of a like name in the same document
)

// traits gives what a mention says of its referent, each once.
func traits(m *kg.Mention) []kg.Trait {
	thing := &m.Thing
	var found []kg.Trait
	add := func(field, value string) {
		if value != "" {
			found = append(found, kg.Trait{Field: field, Value: value, Count: 1})
		}
	}
	add(fieldKind, string(thing.Kind))
	add(fieldBest, thing.Name)
	for _, name := range thing.Names {
		add(fieldName, encodeName(name))
	}
	for _, title := range thing.Titles {
		add(fieldTitle, title)
	}
	for _, identifier := range thing.Identifiers {
		add(fieldIdentifier, encode(identifier))
	}
	add(fieldDescription, thing.Description)
	add(fieldRole, thing.Role)
	add(fieldRoleText, thing.RoleText)
	add(fieldSubtype, thing.Subtype)
	add(fieldStatus, thing.Status)
	add(fieldSubject, thing.Subject)
	if thing.StartDate != nil {
		add(fieldStart, encode(thing.StartDate))
	}
	if thing.EndDate != nil {
		add(fieldEnd, encode(thing.EndDate))
	}
	if thing.Series != nil {
		add(fieldSeries, encode(thing.Series))
	}
	if thing.Amount != nil {
		add(fieldAmount, encode(thing.Amount))
	}
	found = append(found, m.Context...)
	slices.SortFunc(found, compareTraits)
	return slices.CompactFunc(found, func(a, b kg.Trait) bool { return compareTraits(a, b) == 0 })
}

// Count adds a mention to its referent's traits (by = 1) or takes it away
// (by = -1). The blocking keys follow by [Index], once all is counted. Only
// [Independent] mentions may be counted.
func Count(r *kg.Referent, m *kg.Mention, by int) {
	r.Documents += by
	r.Traits = sum(r.Traits, traits(m), by)
}

// sum merges two sorted lists of traits, the second times by; counts of 0 go.
func sum(a, b []kg.Trait, by int) []kg.Trait {
	out := make([]kg.Trait, 0, len(a)+len(b))
	for len(a) > 0 || len(b) > 0 {
		var next kg.Trait
		switch {
		case len(b) == 0 || len(a) > 0 && compareTraits(a[0], b[0]) < 0:
			next, a = a[0], a[1:]
		case len(a) == 0 || compareTraits(a[0], b[0]) > 0:
			next, b = b[0], b[1:]
			next.Count *= by
		default:
			next = a[0]
			next.Count += b[0].Count * by
			a, b = a[1:], b[1:]
		}
		if next.Count != 0 {
			out = append(out, next)
		}
	}
	return out
}

func compareTraits(a, b kg.Trait) int {
	if a.Field != b.Field {
		return strings.Compare(a.Field, b.Field)
	}
	return strings.Compare(a.Value, b.Value)
}

// encode writes a value canonically. The types that traits hold always encode.
func encode(v any) string {
	text, err := json.Marshal(v)
	if err != nil {
		return ""
	}
	return string(text)
}

// encodeName is encode for names, most of what is encoded: nearly none has
// anything to escape.
func encodeName(name kg.Name) string {
	if escaped(name.Text) || escaped(name.Language) || escaped(string(name.Kind)) {
		return encode(name)
	}
	return `{"text":"` + name.Text + `","language":"` + name.Language + `","kind":"` + string(name.Kind) + `"}`
}

// escaped reports whether JSON writes anything in a text otherwise than it is;
// it may say so of one that it does not.
func escaped(text string) bool {
	for _, c := range text {
		if c < ' ' || c == '"' || c == '\\' || c == '<' || c == '>' || c == '&' || c == '\u2028' || c == '\u2029' || c == utf8.RuneError {
			return true
		}
	}
	return false
}

// decodeName reads a name that encodeName wrote. Names are most of what is decoded,
// and nearly none has an escape, so that it can be cut out of the text.
func decodeName(text string) (kg.Name, bool) {
	rest, ok := strings.CutPrefix(text, `{"text":"`)
	value, rest, ok1 := strings.Cut(rest, `","language":"`)
	language, rest, ok2 := strings.Cut(rest, `","kind":"`)
	kind, end := strings.CutSuffix(rest, `"}`)
	if !ok || !ok1 || !ok2 || !end || strings.Contains(text, `\`) {
		return decode[kg.Name](text)
	}
	return kg.Name{Text: value, Language: language, Kind: kg.NameKind(kind)}, true
}

// decode reads what encode wrote.
func decode[T any](text string) (v T, ok bool) {
	return v, json.Unmarshal([]byte(text), &v) == nil
}
