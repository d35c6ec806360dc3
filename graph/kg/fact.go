package kg

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// RelationType names a typed relation, "CHAIRED". The relations, with what
// they lead from and to, are declared in schema/relations.graphql; stores take
// any type that [RelationType.Valid] admits.
type RelationType string

// Ends says which classes a relation leads from and to.
type Ends struct{ From, To []Class }

// Admits reports whether the relation may lead from things of one kind to
// those of another.
func (e Ends) Admits(from, to Kind) bool {
	return slices.Contains(e.From, from.Class()) && slices.Contains(e.To, to.Class())
}

// The relation types of the contract that loaders write.
const (
	Chaired        RelationType = "CHAIRED"
	Attended       RelationType = "ATTENDED"
	SpokeAt        RelationType = "SPOKE_AT"
	Organized      RelationType = "ORGANIZED"
	HeldAt         RelationType = "HELD_AT"
	PartyTo        RelationType = "PARTY_TO"
	Signed         RelationType = "SIGNED"
	Witnessed      RelationType = "WITNESSED"
	SignedAt       RelationType = "SIGNED_AT"
	Holds          RelationType = "HOLDS"
	PostIn         RelationType = "POST_IN"
	ExOfficio      RelationType = "EX_OFFICIO"
	MemberOf       RelationType = "MEMBER_OF"
	PartOf         RelationType = "PART_OF"
	LocatedIn      RelationType = "LOCATED_IN"
	Finances       RelationType = "FINANCES"
	ResponsibleFor RelationType = "RESPONSIBLE_FOR"
	Certified      RelationType = "CERTIFIED"
	About          RelationType = "ABOUT"
)

// Valid reports whether t is made of 1 to 40 capital letters and underscores
// and begins with a letter: what may stand as a relationship type in Neo4j.
func (t RelationType) Valid() bool {
	if t == "" || len(t) > 40 || t[0] == '_' {
		return false
	}
	for i := range len(t) {
		if c := t[i]; (c < 'A' || c > 'Z') && c != '_' {
			return false
		}
	}
	return true
}

// Qualifiers say how a relation holds. All but RoleText and Capacity are part
// of a fact's identity.
type Qualifiers struct {
	Role       string       `json:"role,omitempty"`       // normalised: CHAIR, CO_CHAIR, HOST, DELEGATE …
	RoleText   string       `json:"roleText,omitempty"`   // as written
	Status     string       `json:"status,omitempty"`     // MEMBER_OF: MEMBER, PROPOSED
	OnBehalfOf ID           `json:"onBehalfOf,omitempty"` // ATTENDED, SIGNED: for whom; a referent in a Statement, an entity in a Fact
	Capacity   string       `json:"capacity,omitempty"`   // SIGNED: the office in which it was signed, as written
	Amount     *Money       `json:"amount,omitempty"`     // FINANCES
	Date       *PartialDate `json:"date,omitempty"`       // CERTIFIED
	ValidFrom  *PartialDate `json:"validFrom,omitempty"`  // since when, where a document states it
	ValidTo    *PartialDate `json:"validTo,omitempty"`
}

// FactStatus is the judgement on a fact.
type FactStatus string

// The statuses of facts.
const (
	Extracted FactStatus = "EXTRACTED"
	Confirmed FactStatus = "CONFIRMED"
	Disputed  FactStatus = "DISPUTED"
	Rejected  FactStatus = "REJECTED"
)

// Fact is a typed relation between two entities with the evidence for it. It
// follows from the statements that say it and is written whole.
type Fact struct {
	ID      ID           `json:"id"` // FactID of its content
	Type    RelationType `json:"type"`
	Subject ID           `json:"subject"`
	Object  ID           `json:"object"`
	Qualifiers

	// ObservedFrom and ObservedTo are the first and last day (YYYY-MM-DD) on
	// which an event or a publication shows the fact; "" when none is dated.
	ObservedFrom string     `json:"observedFrom,omitempty"`
	ObservedTo   string     `json:"observedTo,omitempty"`
	Confidence   float64    `json:"confidence"` // 0 to 1: the share of such facts expected to be right
	FactStatus   FactStatus `json:"factStatus"`
	SourceCount  int        `json:"sourceCount"`          // independent documents that say it
	RecordedAt   string     `json:"recordedAt,omitempty"` // RFC 3339, UTC: when it entered this store
}

// Evidence is where a document says something.
type Evidence struct {
	Document   ID      `json:"document"`
	Start      int     `json:"start"` // in Unicode code points of Document.Text
	End        int     `json:"end"`   // exclusive
	Quote      string  `json:"quote"` // Text[Start:End], exactly
	Extractor  string  `json:"extractor"`
	Version    string  `json:"version"`        // of the extractor
	Rule       string  `json:"rule,omitempty"` // which of its rules
	Confidence float64 `json:"confidence"`     // 0 to 1
	// ObservedOn is the date of the event or publication in whose context the
	// statement stands (EDTF), "" when unknown.
	ObservedOn string `json:"observedOn,omitempty"`
}

// Statement is what one document says of a relation between two referents,
// with its evidence: the atom from which facts are made (FtM: statement).
type Statement struct {
	ID      ID           `json:"id"`   // StatementID of its content
	Fact    ID           `json:"fact"` // the fact that it supports; follows from the clusters
	Type    RelationType `json:"type"`
	Subject ID           `json:"subject"` // a referent
	Object  ID           `json:"object"`  // a referent
	Qualifiers
	Evidence
	// Source is the document whose word this is, where Document is a syndicated
	// copy; "" otherwise. It follows from CopyOf of the documents.
	Source ID `json:"source,omitempty"`
}

// FactID derives the id of a fact from its type, its end points and the
// qualifiers that are part of its identity.
func FactID(t RelationType, subject, object ID, q Qualifiers) ID {
	q.RoleText, q.Capacity = "", ""
	return NewID("fact", string(t), string(subject), string(object), q.key())
}

// StatementID derives the id of a statement from everything in it but Fact.
func StatementID(s Statement) ID {
	e := s.Evidence
	return NewID("statement", string(s.Type), string(s.Subject), string(s.Object), s.key(),
		string(e.Document), strconv.Itoa(e.Start), strconv.Itoa(e.End), e.Extractor, e.Version, e.Rule)
}

// key writes qualifiers canonically; the originals of dates and money do not count.
func (q Qualifiers) key() string {
	date := func(d *PartialDate) string {
		if d == nil {
			return ""
		}
		return d.Value
	}
	amount := ""
	if q.Amount != nil {
		amount = strconv.FormatFloat(q.Amount.Value, 'g', -1, 64) + q.Amount.Currency
	}
	return strings.Join([]string{q.Role, q.RoleText, q.Status, string(q.OnBehalfOf), q.Capacity, amount,
		date(q.Date), date(q.ValidFrom), date(q.ValidTo)}, "\x1f")
}

// HoldsOn reports whether the fact is known to hold on a day (YYYY-MM-DD).
// This is what asOf asks.
func (f *Fact) HoldsOn(day string) bool {
	from, to, known := f.Holds()
	return known && from <= day && (to == "" || day <= to)
}

// Holds gives the first and the last day (YYYY-MM-DD) on which the fact is
// known to hold: its stated validity or, where none is stated, the span of its
// observations. An open beginning or end is "". Nothing is known of a fact
// without either.
func (f *Fact) Holds() (from, to string, known bool) {
	if f.ValidFrom == nil && f.ValidTo == nil {
		return f.ObservedFrom, f.ObservedTo, f.ObservedFrom != ""
	}
	if f.ValidFrom != nil {
		from = f.ValidFrom.First()
	}
	if f.ValidTo != nil {
		to = f.ValidTo.Last()
	}
	return from, to, true
}

// CompareStatements orders statements by document, place and id: the order of
// the evidence of a fact.
func CompareStatements(a, b Statement) int {
	return cmp.Or(strings.Compare(string(a.Document), string(b.Document)), a.Start-b.Start, a.End-b.End,
		strings.Compare(string(a.ID), string(b.ID)))
}
