package kg

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Batch is a set of rows to write in one transaction. Puts are upserts by
// primary key and replace the row whole, so that applying a batch twice
// changes nothing. Within a batch, removals come before puts.
type Batch struct {
	RemoveDocuments  []ID // with their mentions and statements
	RemoveStatements []ID
	RemoveReferents  []ID
	RemoveEntities   []ID
	RemoveFacts      []ID
	RemoveLinks      []ID
	RemoveVersions   []ID

	Documents  []Document
	Mentions   []Mention
	Statements []Statement
	Referents  []Referent
	Entities   []Entity
	Facts      []Fact
	Links      []Judgement
	Acts       []Act // appended to the ledger; one that is there already is passed over
	Versions   []Version
	Changes    []Change
	Snapshot   *Snapshot // replaces the store's, when set
}

// Mention is what one document says of one referent. Its key is Document and
// Referent together.
type Mention struct {
	Document ID     `json:"document"`
	Referent ID     `json:"referent"`
	Entity   ID     `json:"entity"` // the cluster of Referent; follows from the judgements
	Thing    Entity `json:"thing"`  // names and attributes as this document gives them; its ID is Referent
	Spans    []Span `json:"spans"`  // by Start, then End
	// Context is what the document says around the thing that tells it from
	// others of its name: the office held, the parties, who else was there. By
	// Field, then Value; it is counted among the referent's traits.
	Context []Trait `json:"context,omitempty"`
}

// Referent is a thing under one signature, as all documents together speak of
// it. A referent never changes its id; the cluster that it is in may. Its
// traits are counts, so that a document can be added or taken away
// without reading the others.
//
// Among the referents stands also each document, under its own id and
// [ClassDocument], so that copies are looked for as like names are. It has
// Blocks, that follow from its words, and neither Entity, Key nor Traits.
type Referent struct {
	ID        ID       `json:"id"` // NewID(class, key)
	Entity    ID       `json:"entity"`
	Class     Class    `json:"class"`
	Key       string   `json:"key"`
	Documents int      `json:"documents"` // independent documents that mention it
	Traits    []Trait  `json:"traits"`    // by Field, then Value
	Blocks    []string `json:"blocks"`    // keys under which like referents are looked for; sorted
}

// Trait counts the documents in which an attribute of a referent has a value.
type Trait struct {
	Field string `json:"field"`
	Value string `json:"value"`
	Count int    `json:"count"`
}

// Verdict is what a judgement says of two referents.
type Verdict string

// The verdicts.
const (
	Same      Verdict = "SAME"
	Different Verdict = "DIFFERENT"
	Unsure    Verdict = "UNSURE"
)

// Judgement is an entry of the merge ledger: whether two referents are one
// thing, who or what judged so, and why.
type Judgement struct {
	ID      ID      `json:"id"`
	Left    ID      `json:"left"` // Left < Right
	Right   ID      `json:"right"`
	Verdict Verdict `json:"verdict"`
	Score   float64 `json:"score"` // of the resolver; 1 for a person's
	Reason  string  `json:"reason"`
	Judge   string  `json:"judge"`        // "resolver/3", or the actor
	At      string  `json:"at,omitempty"` // RFC 3339, UTC; "" for the resolver's, which follow from the referents
}

// Change is an entry of the log of changes, from which subscribers resume.
type Change struct {
	Seq    int64  `json:"seq"` // given by the store, rising without regard to gaps
	Action Action `json:"action"`
	Node   ID     `json:"node"` // the document or entity concerned
	Kind   Kind   `json:"kind"` // of Node
	At     string `json:"at"`   // RFC 3339, UTC
}

// Action is what happened to a node.
type Action string

// The actions.
const (
	Added     Action = "ADDED"
	Updated   Action = "UPDATED"
	Retracted Action = "RETRACTED"
	Merged    Action = "MERGED" // two entities became one
	Split     Action = "SPLIT"  // one entity became several
)

// Snapshot identifies the state of the graph: what a citation pins. Equal sets
// of documents and standing acts have equal ids.
type Snapshot struct {
	ID         string `json:"id"`
	RecordedAt string `json:"recordedAt"`        // RFC 3339, UTC
	LastAct    ID     `json:"lastAct,omitempty"` // the last entry of the ledger, "" for an empty one
}

// Validate checks what every store relies on: ids and names are there,
// relation types are well formed, statements carry a quote as long as their
// offsets say, and facts a source. Where the document of a statement is in the
// batch too, the quote must be what its text has there.
// Errors: [BadInput], naming the row.
func (b *Batch) Validate() error {
	texts := make(map[ID][]rune, len(b.Documents))
	for i := range b.Documents {
		d := &b.Documents[i]
		if !printable(d.ID) || !utf8.ValidString(d.Text) {
			return Errorf(BadInput, "kg.Batch", "document %q: it needs a printable id and a text in UTF-8", d.ID)
		}
		texts[d.ID] = []rune(d.Text)
	}
	for i := range b.Entities {
		e := &b.Entities[i]
		if _, ok := e.Kind.Info(); !ok || !printable(e.ID) || e.Name == "" || e.Kind == KindDocument {
			return Errorf(BadInput, "kg.Batch", "entity %q: it needs a printable id, a name and a known kind, not %q", e.ID, e.Kind)
		}
	}
	for i := range b.Statements {
		if err := b.Statements[i].validate(texts); err != nil {
			return err
		}
	}
	for i := range b.Acts {
		if err := b.Acts[i].validate(); err != nil {
			return err
		}
	}
	for i := range b.Versions {
		v := &b.Versions[i]
		if v.Document.ID == "" || v.ID != VersionID(&v.Document) || !utf8.ValidString(v.Document.Text) {
			return Errorf(BadInput, "kg.Batch", "version %q: the id does not follow from its document and text in UTF-8", v.ID)
		}
	}
	for i := range b.Facts {
		f := &b.Facts[i]
		if f.ID != FactID(f.Type, f.Subject, f.Object, f.Qualifiers) {
			return Errorf(BadInput, "kg.Batch", "fact %q: the id does not follow from its content", f.ID)
		}
		if !f.Type.Valid() || !(f.Confidence >= 0 && f.Confidence <= 1) || f.SourceCount < 1 {
			return Errorf(BadInput, "kg.Batch", "fact %q: it needs a type in capitals, a confidence from 0 to 1 and a source", f.ID)
		}
	}
	return nil
}

// printable reports whether an id is there and has no control characters.
func printable(id ID) bool {
	return id != "" && !strings.ContainsFunc(string(id), unicode.IsControl)
}

func (s *Statement) validate(texts map[ID][]rune) error {
	fail := func(why string) error {
		return Errorf(BadInput, "kg.Batch", "statement %q of document %q: %s", s.ID, s.Document, why)
	}
	switch {
	case s.ID == "" || s.Fact == "" || s.Subject == "" || s.Object == "" || s.Document == "":
		return fail("it needs an id, a fact, a subject, an object and a document")
	case !s.Type.Valid():
		return fail(fmt.Sprintf("the type %q is not in capitals", s.Type))
	case s.Quote == "" || s.Start < 0 || s.End-s.Start != utf8.RuneCountInString(s.Quote):
		return fail("without a quote as long as its offsets say it is no evidence")
	case !(s.Confidence >= 0 && s.Confidence <= 1):
		return fail("the confidence is not from 0 to 1")
	}
	if text, ok := texts[s.Document]; ok && (s.End > len(text) || string(text[s.Start:s.End]) != s.Quote) {
		return fail(fmt.Sprintf("the quote is not what the text has at %d to %d", s.Start, s.End))
	}
	return nil
}
