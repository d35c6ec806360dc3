package kg

// By says who decides, and why.
type By struct {
	Actor  string // never empty
	Reason string
}

// Acted is what became of an act.
type Acted struct {
	Act       Act  `json:"act"`
	Entities  []ID `json:"entities,omitempty"` // that it is about, as they are now
	Facts     []ID `json:"facts,omitempty"`    // likewise
	Documents []ID `json:"documents,omitempty"`
}

// Assertion is a fact that a person reads in a document.
type Assertion struct {
	Type       RelationType
	Subject    ID // an entity, by any of its ids
	Object     ID
	Qualifiers    // OnBehalfOf by any of its ids
	Document   ID // its id, or its URL
	Quote      string
	Start      *int // where the quote stands, in code points; needed only where it stands several times
}

// Retraction says what would follow if a document were retracted.
type Retraction struct {
	Document Document `json:"document"`
	Falls    []Fact   `json:"falls"`  // facts that nothing else says, and those of what goes, by id
	Stands   []Fact   `json:"stands"` // facts that other documents say too
	Gone     []Entity `json:"gone"`   // entities that nothing else mentions, by id
}
