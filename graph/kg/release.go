package kg

// Release is a press release as a caller brings it: its text or its page, and
// what is known of it, "" for what is not.
type Release struct {
	Text        string `json:"text,omitempty"`
	HTML        string `json:"html,omitempty"`
	URL         string `json:"url,omitempty"`
	Title       string `json:"title,omitempty"`
	Publisher   string `json:"publisher,omitempty"`
	PublishedOn string `json:"publishedOn,omitempty"` // EDTF
	Language    string `json:"language,omitempty"`
}

// Ingested is what became of a release.
type Ingested struct {
	Document ID
	Outcome  string // as the enum IngestOutcome of the schema has it
}
