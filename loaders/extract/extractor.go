// Package extract reads one press release: the things that it speaks of and
// what it says of the relations between them, every claim with the quote that
// says it.
//
// It reads in one direction: text, mentions, things, events, claims. The page
// is laid out into headline and body (page.go). Names are found in the text:
// dates, organisations, places, people and their posts (dates.go,
// organizations.go, latinbodies.go, places.go, people.go, posts.go), then the longer names that
// hold others: funds, agreements, meetings and projects (a file each), and the
// events that only a verb tells of (deeds.go). Names of
// one thing are brought together as they are found (things.go). Sentences list
// what they name and signal (sentences.go), and are read for when and where
// events were (occasions.go), who presided (relations.go), who held them
// (hosts.go) and was there (attendance.go), who signed (signings.go) and who is a member
// (memberships.go). Claims are quoted (evidence.go) and handed over
// (extraction.go); record.go writes them for the command line.
//
// Paragraphs in Latin letters have rules of their own beside these (english.go).
//
// Rules are general grammar of Thai and English official prose; what they know
// of the world is in package seed. They are pure and deterministic: no files,
// no clock, no network.
package extract

import (
	"context"

	"mueang/graph/kg"
)

// Name and version that evidence carries.
const (
	extractorName    = "rules"
	extractorVersion = "1"
)

// Extractor reads documents by rules. It is immutable and safe for use by
// several goroutines at once.
type Extractor struct {
	lex *lexicon
}

// New makes an extractor with the vocabularies of package seed.
// Errors: [kg.Internal] when these are malformed.
func New() (*Extractor, error) {
	lex, err := newLexicon()
	if err != nil {
		return nil, err
	}
	return &Extractor{lex: lex}, nil
}

// Name gives the name and version of the rules, "rules/1".
func (*Extractor) Name() string { return extractorName + "/" + extractorVersion }

// Extract reads a document. The extraction carries the document with the
// title, publisher, date, language and URL that the text states where the
// caller gave none; its text is as it was. Equal documents give equal
// extractions.
// Errors: those of ctx.
func (x *Extractor) Extract(ctx context.Context, doc kg.Document) (kg.Extraction, error) {
	if err := ctx.Err(); err != nil {
		return kg.Extraction{}, kg.Wrap(kg.Internal, "extract", err)
	}
	r := newReading(x.lex, doc)
	r.layOut()
	r.findItems()
	r.findDates()
	r.findOrganizations()
	r.findHosts()
	r.findPlaces()
	r.findPeople()
	r.findPosts()
	r.settleNames()
	r.findFunds()
	r.findAgreements()
	r.findMeetings()
	r.findProjects()
	r.splitSentences()
	r.relate()
	return r.extraction(), nil
}
