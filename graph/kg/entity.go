package kg

// Entity is a thing that documents speak of: the cluster of all referents
// that are judged to be one. It follows from mentions and judgements and is
// written whole. One struct serves all kinds; the comment of each attribute
// names the kinds that may have it. Absent means unknown.
type Entity struct {
	ID          ID           `json:"id"`
	Kind        Kind         `json:"kind"`
	Name        string       `json:"name"`  // the best name, never empty
	Names       []Name       `json:"names"` // all names, Name first, then by kind, language and text
	Description string       `json:"description,omitempty"`
	Identifiers []Identifier `json:"identifiers,omitempty"` // by scheme, then value
	Referents   []ID         `json:"referents,omitempty"`   // every id that resolves to this entity, its own included; sorted

	Titles    []string     `json:"titles,omitempty"`    // Person: honorifics and ranks as written, sorted
	Role      string       `json:"role,omitempty"`      // Post: normalised, a value of the enum PostRole
	RoleText  string       `json:"roleText,omitempty"`  // Post: as written, without the organisation
	Subtype   string       `json:"subtype,omitempty"`   // Meeting: MeetingType; Agreement: AgreementType
	Status    string       `json:"status,omitempty"`    // Meeting: PLANNED, HELD; Agreement, Project: their status enums
	StartDate *PartialDate `json:"startDate,omitempty"` // Meeting: first day; Agreement: its date; Project: certifiedOn
	EndDate   *PartialDate `json:"endDate,omitempty"`   // Meeting: last day, where it has more than one
	Series    *Series      `json:"series,omitempty"`    // Meeting
	Subject   string       `json:"subject,omitempty"`   // Agreement: what it is about, as written
	Amount    *Money       `json:"amount,omitempty"`    // Fund: its amount; Project: its budget

	// DocumentCount is the number of independent documents that mention it;
	// a syndicated copy does not count.
	DocumentCount int `json:"documentCount"`
}

// Name is one name of an entity.
type Name struct {
	Text     string   `json:"text"`
	Language string   `json:"language"` // BCP 47: "th", "en"; "und" where unknown
	Kind     NameKind `json:"kind"`
}

// NameKind says what sort of name a [Name] is.
type NameKind string

// The kinds of name.
const (
	NameOfficial        NameKind = "OFFICIAL"
	NameAlias           NameKind = "ALIAS"
	NameAcronym         NameKind = "ACRONYM"
	NameShort           NameKind = "SHORT"
	NameTransliteration NameKind = "TRANSLITERATION"
)

// Identifier is an identifier in somebody else's scheme: {"iso3166-2", "TH-83"}.
type Identifier struct {
	Scheme string `json:"scheme"`
	Value  string `json:"value"`
}

// Series places a meeting in a row of like meetings: the first of 2020.
type Series struct {
	Name    string `json:"name"`
	Ordinal int    `json:"ordinal,omitempty"` // 0 when not stated
	Year    int    `json:"year,omitempty"`    // Gregorian; 0 when not stated
}

// Money is an amount as a document states it.
type Money struct {
	Value    float64 `json:"value"`              // in units of the currency: 100000000 for 100 ล้านบาท
	Currency string  `json:"currency"`           // ISO 4217
	Original string  `json:"original,omitempty"` // as written, with its qualifier (กว่า, ไม่เกิน)
}

// FirstDay gives the first day that the entity's dates may mean, "" without dates.
func (e *Entity) FirstDay() string {
	if e.StartDate == nil {
		return ""
	}
	return e.StartDate.First()
}

// Month gives the month of StartDate, "2019-11", or "2019" where only the year
// is known; "" without dates.
func (e *Entity) Month() string { return e.StartDate.month() }

// LastDay gives the last day that the entity's dates may mean, "" without dates.
func (e *Entity) LastDay() string {
	if e.EndDate != nil {
		return e.EndDate.Last()
	}
	if e.StartDate == nil {
		return ""
	}
	return e.StartDate.Last()
}

// NameKeys gives the [NameKey] of every name, distinct, in the order of Names.
func (e *Entity) NameKeys() []string {
	keys := make([]string, 0, len(e.Names))
	seen := make(map[string]bool, len(e.Names))
	for _, name := range e.Names {
		if key := NameKey(name.Text); key != "" && !seen[key] {
			seen[key] = true
			keys = append(keys, key)
		}
	}
	return keys
}
