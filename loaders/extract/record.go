package extract

import "mueang/graph/kg"

// recordOf is the shape in which mueang extract prints a document: one JSON
// object with the document, its entities and the facts between them.
type recordOf struct {
	Document recordDocument `json:"document"`
	Entities []recordEntity `json:"entities"`
	Facts    []recordFact   `json:"facts"`
}

type recordDocument struct {
	ID          kg.ID  `json:"id"`
	URL         string `json:"url,omitempty"`
	Title       string `json:"title,omitempty"`
	Publisher   string `json:"publisher,omitempty"`
	PublishedOn string `json:"publishedOn,omitempty"`
	Language    string `json:"language,omitempty"`
	Path        string `json:"path,omitempty"`
}

type recordEntity struct {
	ID         kg.ID            `json:"id"`
	Kind       kg.Kind          `json:"kind"`
	Name       string           `json:"name"`
	Aliases    []string         `json:"aliases,omitempty"`
	Mentions   []kg.Span        `json:"mentions"`
	Key        string           `json:"key,omitempty"`
	Properties recordProperties `json:"properties"`
}

type recordProperties struct {
	Titles        []string `json:"titles,omitempty"`
	Role          string   `json:"role,omitempty"`
	RoleText      string   `json:"roleText,omitempty"`
	MeetingType   string   `json:"meetingType,omitempty"`
	AgreementType string   `json:"agreementType,omitempty"`
	Status        string   `json:"status,omitempty"`
	StartDate     string   `json:"startDate,omitempty"`
	EndDate       string   `json:"endDate,omitempty"`
	Subject       string   `json:"subject,omitempty"`
	Amount        *float64 `json:"amount,omitempty"`
	Currency      string   `json:"currency,omitempty"`
	Inferred      []string `json:"inferred,omitempty"`
}

type recordFact struct {
	ID         kg.ID            `json:"id"`
	Type       kg.RelationType  `json:"type"`
	Subject    kg.ID            `json:"subject"`
	Object     kg.ID            `json:"object"`
	Qualifiers kg.Qualifiers    `json:"qualifiers"`
	Confidence float64          `json:"confidence"`
	Evidence   []recordEvidence `json:"evidence"`
}

type recordEvidence struct {
	Start      int    `json:"start"`
	End        int    `json:"end"`
	Quote      string `json:"quote"`
	Rule       string `json:"rule"`
	ObservedOn string `json:"observedOn,omitempty"`
}

// Record gives an extraction in the shape that mueang extract prints, one JSON
// object a document: "document", "entities" and "facts", with kinds and fact
// types in capitals. path is the file that the document was read from.
func Record(x kg.Extraction, path string) any {
	out := recordOf{
		Document: recordDocument{ID: x.Document.ID, URL: x.Document.URL, Title: x.Document.Title, Publisher: x.Document.Publisher, Language: x.Document.Language, Path: path},
		Entities: []recordEntity{}, Facts: []recordFact{},
	}
	if x.Document.PublishedOn != nil {
		out.Document.PublishedOn = x.Document.PublishedOn.Value
	}
	for _, t := range x.Things {
		e := recordEntity{ID: t.ID, Kind: t.Kind, Name: t.Name, Mentions: t.Spans, Key: t.Key, Properties: recordProperties{
			Titles: t.Titles, Role: t.Role, RoleText: t.RoleText, Status: t.Status, Subject: t.Subject, Inferred: t.Inferred}}
		for _, n := range t.Names {
			if n.Text != t.Name {
				e.Aliases = append(e.Aliases, n.Text)
			}
		}
		switch t.Kind {
		case kg.KindMeeting:
			e.Properties.MeetingType = t.Subtype
		case kg.KindAgreement:
			e.Properties.AgreementType = t.Subtype
		}
		if t.StartDate != nil {
			e.Properties.StartDate = t.StartDate.Value
		}
		if t.EndDate != nil {
			e.Properties.EndDate = t.EndDate.Value
		}
		if t.Amount != nil {
			value := t.Amount.Value
			e.Properties.Amount, e.Properties.Currency = &value, t.Amount.Currency
		}
		out.Entities = append(out.Entities, e)
	}
	for i := range x.Claims {
		c := &x.Claims[i]
		f := recordFact{Type: c.Type, Subject: c.Subject, Object: c.Object, Qualifiers: c.Qualifiers}
		f.ID = kg.FactID(c.Type, c.Subject, c.Object, c.Qualifiers)
		for _, e := range c.Evidence {
			f.Confidence = max(f.Confidence, e.Confidence)
			f.Evidence = append(f.Evidence, recordEvidence{Start: e.Start, End: e.End, Quote: e.Quote, Rule: e.Rule, ObservedOn: e.ObservedOn})
		}
		out.Facts = append(out.Facts, f)
	}
	return out
}
