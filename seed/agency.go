package seed

import (
	"cmp"

	"mueang/graph/kg"
)

// Agency is a public body that is known beforehand: a ministry, a department,
// a state enterprise, a university, a standing committee, an international
// organisation or a network.
type Agency struct {
	Key       string // "th-ministry:mdes"; unique, never reused
	Kind      kg.Kind
	Thai      string   // official name, "" where there is none
	English   string   // official name, "" where there is none
	Acronyms  []string // in either script, "สนข.", "OTP"; Thai ones without their full stop match as well
	Aliases   []string // short forms and other names, "ดีป้า"
	Parent    string   // key of the body that it belongs to, "" where none
	From      string   // EDTF: since when it exists under this name, "" unknown or of old
	To        string   // EDTF: until when, "" to this day
	Successor string   // key of the body that took its place
	Source    string   // where the row was taken from
}

// Names gives all names with their language and kind, official ones first.
func (a *Agency) Names() []kg.Name {
	var names []kg.Name
	add := func(text string, kind kg.NameKind) {
		if text != "" {
			names = append(names, kg.Name{Text: text, Language: language(text), Kind: kind})
		}
	}
	add(a.Thai, kg.NameOfficial)
	add(a.English, kg.NameOfficial)
	for _, acronym := range a.Acronyms {
		add(acronym, kg.NameAcronym)
	}
	for _, alias := range a.Aliases {
		add(alias, kg.NameAlias)
	}
	return names
}

// Identifiers gives the key, under which the body can be asked for whatever its
// names are, and the keys of the bodies whose place it took and that took its
// place: {"mueang:successor", "th-ministry:mdes"} of the ministry for ICT.
func (a *Agency) Identifiers() ([]kg.Identifier, error) {
	all, err := Agencies()
	list := []kg.Identifier{{Scheme: "mueang", Value: a.Key}}
	for i := range all {
		if all[i].Successor == a.Key {
			list = append(list, kg.Identifier{Scheme: "mueang:predecessor", Value: all[i].Key})
		}
	}
	if a.Successor != "" {
		list = append(list, kg.Identifier{Scheme: "mueang:successor", Value: a.Successor})
	}
	return list, err
}

// History says since when and until when a body exists under its name, with
// the source: "2002-10-03/2016-09-15 under this name (founding releases; law
// of 2016)"; "" where neither is known. The dates are an interval in EDTF.
func (a *Agency) History() string {
	if a.From == "" && a.To == "" {
		return ""
	}
	return cmp.Or(a.From, "..") + "/" + cmp.Or(a.To, "..") + " under this name (" + a.Source + ")"
}

// language tells Thai from English by the first letter that is either.
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

// Agencies gives the known bodies.
func Agencies() ([]Agency, error) { return agencies() }

var agencies = table("agencies.tsv",
	[]string{"key", "kind", "thai", "english", "acronyms", "aliases", "parent", "from", "to", "successor", "source"},
	func(r row) (Agency, error) {
		a := Agency{
			Key: r.text("key"), Kind: kg.Kind(r.text("kind")),
			Thai: r.text("thai"), English: r.text("english"),
			Acronyms: r.texts("acronyms"), Aliases: r.texts("aliases"),
			Parent: r.text("parent"), From: r.text("from"), To: r.text("to"), Successor: r.text("successor"),
			Source: r.text("source"),
		}
		switch {
		case a.Key == "" || a.Source == "" || a.Thai == "" && a.English == "":
			return a, r.errorf("a key, a source and an official name are due")
		case a.Kind.Class() != kg.ClassOrganization:
			return a, r.errorf("the kind %q is not an organisation's", a.Kind)
		}
		for _, date := range []string{a.From, a.To} {
			if date == "" {
				continue
			}
			if _, err := kg.ParseDate(date); err != nil {
				return a, r.errorf("%v", err)
			}
		}
		return a, nil
	})
