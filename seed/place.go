package seed

import "mueang/graph/kg"

// Place is a place of the gazetteer.
type Place struct {
	Key     string // "th-province:TH-83", "country:KR", "city:phuket", "th-district:8301"; unique, never reused
	Kind    kg.Kind
	Thai    string // without จังหวัด, ประเทศ, เมือง, อำเภอ
	English string
	Aliases []string
	// Abbreviation is the official one of a province, "ชม."; too short to be
	// looked for without จ. or จังหวัด before it.
	Abbreviation string
	Network      string // "ASCN" for a city of the ASEAN Smart Cities Network
	Identifiers  []kg.Identifier
	Within       string // key of the place that it lies in, "" for countries
	Source       string
}

// Names gives all names with their language and kind, official ones first.
func (p *Place) Names() []kg.Name {
	var names []kg.Name
	if p.Thai != "" {
		names = append(names, kg.Name{Text: p.Thai, Language: "th", Kind: kg.NameOfficial})
	}
	if p.English != "" {
		names = append(names, kg.Name{Text: p.English, Language: "en", Kind: kg.NameOfficial})
	}
	for _, alias := range p.Aliases {
		names = append(names, kg.Name{Text: alias, Language: language(alias), Kind: kg.NameAlias})
	}
	return names
}

// Countries gives the countries of ISO 3166-1.
func Countries() ([]Place, error) { return countries() }

// Provinces gives the 77 provinces of Thailand, Bangkok included.
func Provinces() ([]Place, error) { return provinces() }

// Cities gives cities that releases speak of: those of the ASEAN Smart Cities
// Network, capitals and others.
func Cities() ([]Place, error) { return cities() }

// Landmarks gives venues and zones that releases speak of often.
func Landmarks() ([]Place, error) { return landmarks() }

// Districts gives the districts (อำเภอ, เขต) of Thailand.
func Districts() ([]Place, error) { return districts() }

// Subdistricts gives the subdistricts (ตำบล, แขวง) of Thailand.
func Subdistricts() ([]Place, error) { return subdistricts() }

var (
	countries = table("countries.tsv", []string{"code", "thai", "english", "aliases", "source"},
		func(r row) (Place, error) {
			p := Place{Key: "country:" + r.text("code"), Kind: kg.KindCountry,
				Identifiers: []kg.Identifier{{Scheme: "iso3166-1", Value: r.text("code")}}}
			return p.fill(r, true)
		})
	provinces = table("provinces.tsv", []string{"code", "dopa", "thai", "english", "abbreviation", "aliases", "source"},
		func(r row) (Place, error) {
			p := Place{Abbreviation: r.text("abbreviation"), Key: "th-province:" + r.text("code"), Kind: kg.KindProvince, Within: "country:TH",
				Identifiers: []kg.Identifier{{Scheme: "iso3166-2", Value: r.text("code")}, {Scheme: "th-dopa", Value: r.text("dopa")}}}
			return p.fill(r, true)
		})
	cities = table("cities.tsv", []string{"key", "thai", "english", "aliases", "within", "network", "geonames", "source"},
		func(r row) (Place, error) {
			p := Place{Key: r.text("key"), Kind: kg.KindCity, Within: r.text("within"), Network: r.text("network")}
			if id := r.text("geonames"); id != "" {
				p.Identifiers = []kg.Identifier{{Scheme: "geonames", Value: id}}
			}
			return p.fill(r, true)
		})
	landmarks = table("landmarks.tsv", []string{"key", "kind", "thai", "english", "aliases", "within", "source"},
		func(r row) (Place, error) {
			p := Place{Key: r.text("key"), Kind: kg.Kind(r.text("kind")), Within: r.text("within")}
			if p.Kind != kg.KindVenue && p.Kind != kg.KindZone {
				return p, r.errorf("the kind %q is no venue's or zone's", p.Kind)
			}
			return p.fill(r, true)
		})
	districts = table("districts.tsv.gz", []string{"code", "thai", "english"},
		func(r row) (Place, error) { return area(r, "th-district:", 4) })
	subdistricts = table("subdistricts.tsv.gz", []string{"code", "thai", "english"},
		func(r row) (Place, error) { return area(r, "th-subdistrict:", 6) })
)

func (p Place) fill(r row, curated bool) (Place, error) {
	p.Thai, p.English = r.text("thai"), r.text("english")
	if curated {
		p.Aliases, p.Source = r.texts("aliases"), r.text("source")
	}
	if p.Thai == "" || p.Source == "" || p.English == "" && p.Kind != kg.KindVenue {
		return p, r.errorf("a Thai name, an English name and a source are due")
	}
	return p, nil
}

// area parses a district or subdistrict, whose code of n digits begins with
// the code of the area around it.
func area(r row, prefix string, n int) (Place, error) {
	code := r.text("code")
	if len(code) != n {
		return Place{}, r.errorf("the code %q has not %d digits", code, n)
	}
	within := "th-district:" + code[:n-2]
	if n == 4 {
		within = "th-province:TH-" + code[:2] // ISO 3166-2 takes the ministry's codes
	}
	p := Place{Key: prefix + code, Kind: kg.KindZone, Within: within, Source: "geothai 3.2.1",
		Identifiers: []kg.Identifier{{Scheme: "th-dopa", Value: code}}}
	return p.fill(r, false)
}
