package kg

import (
	"encoding/json"
	"slices"
)

// Act is an entry of the ledger of what persons have decided. The ledger is
// append-only: an act is never changed or removed, and one is taken back by
// another act that names it. The graph follows from the documents and the acts
// that stand, so an act names what no load changes: referents, documents and
// other acts, never entities or facts.
type Act struct {
	Seq    int64   `json:"seq"`              // its place in the ledger, from 1 without gaps
	ID     ID      `json:"id"`               // ActID of everything in it and of the act before it
	Before ID      `json:"before,omitempty"` // the act before it in the ledger; "" for the first
	Kind   ActKind `json:"kind"`
	Actor  string  `json:"actor"` // who decided
	At     string  `json:"at"`    // RFC 3339, UTC
	Reason string  `json:"reason,omitempty"`

	// ActMerge, ActKeepApart: the referents of the two sides, each sorted.
	Left  []ID `json:"left,omitempty"`
	Right []ID `json:"right,omitempty"`

	Status FactStatus `json:"status,omitempty"` // ActSetStatus

	// ActSetStatus: the fact, in every way in which referents said it then;
	// ActAssert: the one thing that is said.
	Claims []Said `json:"claims,omitempty"`

	Document ID     `json:"document,omitempty"` // ActAssert, ActRetract
	Quote    string `json:"quote,omitempty"`    // ActAssert: exact, from the document's text
	Start    int    `json:"start,omitempty"`    // ActAssert: where the quote stood then, in code points
	Undoes   ID     `json:"undoes,omitempty"`   // ActUndo: the act that is taken back
}

// Said is a relation between two referents.
type Said struct {
	Type    RelationType `json:"type"`
	Subject ID           `json:"subject"` // a referent
	Object  ID           `json:"object"`  // a referent
	Qualifiers
}

// ActKind says what a person decided.
type ActKind string

// The kinds of act.
const (
	ActMerge     ActKind = "MERGE"      // the two sides are one thing
	ActKeepApart ActKind = "KEEP_APART" // the two sides are two things
	ActSetStatus ActKind = "SET_STATUS" // what a fact is worth
	ActAssert    ActKind = "ASSERT"     // a document says this, whatever the extractors read
	ActRetract   ActKind = "RETRACT"    // a document is withdrawn
	ActUndo      ActKind = "UNDO"       // another act no longer stands
)

// ActKinds lists the kinds.
var ActKinds = []ActKind{ActMerge, ActKeepApart, ActSetStatus, ActAssert, ActRetract, ActUndo}

// ActID derives the id of an act from everything in it, the act before it
// included, so that nothing in the ledger can be changed unnoticed.
func ActID(a Act) ID {
	a.ID = ""
	text, err := json.Marshal(a)
	if err != nil { // cannot be: every field of an act marshals
		return ""
	}
	return NewID("act", string(text))
}

// About gives the referents, documents and acts that an act names, sorted.
func (a *Act) About() []ID {
	ids := slices.Concat(a.Left, a.Right)
	for i := range a.Claims {
		ids = append(ids, a.Claims[i].Ends()...)
	}
	for _, id := range []ID{a.Document, a.Undoes} {
		if id != "" {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// Ends gives the subject, the object and for whom it was done, where that is
// said.
func (s *Said) Ends() []ID {
	ids := []ID{s.Subject, s.Object}
	if s.OnBehalfOf != "" {
		ids = append(ids, s.OnBehalfOf)
	}
	return ids
}

func (a *Act) validate() error {
	fail := func(why string) error { return Errorf(BadInput, "kg.Batch", "act %q: %s", a.ID, why) }
	switch {
	case a.ID != ActID(*a):
		return fail("the id does not follow from its content")
	case a.Seq < 1 || (a.Seq == 1) != (a.Before == ""):
		return fail("it needs a place in the ledger and the act before it")
	case !slices.Contains(ActKinds, a.Kind):
		return fail("there is no such kind as " + string(a.Kind))
	case a.Actor == "" || a.At == "":
		return fail("it needs an actor and a time")
	case len(a.About()) == 0:
		return fail("it is about nothing")
	}
	return nil
}

// Version is a document that is not in the graph now: a text that another has
// replaced under the same id, or that of a document that was retracted.
type Version struct {
	ID       ID       `json:"id"` // VersionID of its document and text
	Document Document `json:"document"`
	Until    string   `json:"until"` // RFC 3339, UTC: when it went
	// Retracted is the act that withdrew the document, "" for a text that
	// another has replaced. What the document said is kept with it then, so that
	// it can come back as it was.
	Retracted ID       `json:"retracted,omitempty"`
	Reading   *Reading `json:"reading,omitempty"`
}

// Reading is what a document says, in terms of referents.
type Reading struct {
	Mentions   []Mention     `json:"mentions,omitempty"`
	Statements []Statement   `json:"statements,omitempty"`
	Keys       map[ID]string `json:"keys,omitempty"` // the signature of each referent
}

// VersionID derives the id of a version from its document's id and text.
func VersionID(d *Document) ID { return NewID("version", string(d.ID), d.Hash) }
