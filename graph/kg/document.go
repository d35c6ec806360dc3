package kg

import "strings"

// Document is a source text as it was loaded, in its stored form: valid UTF-8
// without a byte order mark. Offsets of evidence count its code points.
type Document struct {
	ID          ID           `json:"id"`
	Source      string       `json:"source"` // file name without its extension, or the URL
	URL         string       `json:"url,omitempty"`
	Title       string       `json:"title,omitempty"`
	Publisher   string       `json:"publisher,omitempty"`
	PublishedOn *PartialDate `json:"publishedOn,omitempty"`
	Language    string       `json:"language,omitempty"` // BCP 47
	Text        string       `json:"text"`
	Hash        string       `json:"hash"`             // SHA-256 of Text, hexadecimal
	Reader      string       `json:"reader,omitempty"` // extractor and resolver that read it: "rules/1 resolver/3"; another one reads it anew
	CopyOf      ID           `json:"copyOf,omitempty"` // the document of which this is a syndicated copy; follows from the texts of all documents
	RecordedAt  string       `json:"recordedAt,omitempty"`
}

// FirstDay gives the first day that PublishedOn may mean, "" when unknown.
func (d *Document) FirstDay() string {
	if d.PublishedOn == nil {
		return ""
	}
	return d.PublishedOn.First()
}

// Month gives the month of PublishedOn, "2019-11", or "2019" where only the
// year is known; "" when nothing is.
func (d *Document) Month() string { return d.PublishedOn.month() }

// LastDay gives the last day that PublishedOn may mean, "" when unknown.
func (d *Document) LastDay() string {
	if d.PublishedOn == nil {
		return ""
	}
	return d.PublishedOn.Last()
}

// Name gives what a list shows for the document: its title, or its source.
func (d *Document) Name() string {
	if title := strings.TrimSpace(d.Title); title != "" {
		return title
	}
	return d.Source
}

// Extraction is what an extractor read out of one document: things and
// relations under ids of the document's own ("e1").
type Extraction struct {
	Document Document
	Things   []Thing
	Claims   []Claim
	Near     []NearMiss // candidates that were dropped, with the reason; for explain
}

// Thing is one thing that a document speaks of, under all the names that it
// uses there. Entity.ID is the local id; Names holds the surface forms and
// Identifiers what a gazetteer knows of it.
type Thing struct {
	Entity
	Spans []Span
	// Key, where set, is the signature under which every document means this
	// very thing: a gazetteer code ("th-agency:depa"). Without it the resolver
	// makes a signature from the names and attributes.
	Key string
	// Local says that the name alone must not be matched with other documents.
	Local bool
	// Inferred lists attributes that the text does not state ("startDate").
	Inferred []string
}

// Span is a stretch of a document's text, in code points.
type Span struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

// Claim is a relation between two things of one document, with its evidence.
type Claim struct {
	Type    RelationType
	Subject ID // a local id
	Object  ID // a local id
	Qualifiers
	Evidence []Evidence
}

// NearMiss is something that looked like a fact and was dropped.
type NearMiss struct {
	Span
	Rule   string
	Reason string
}
