// Package export writes the whole graph in formats that other programs read,
// one file a format. docs/export.md says what each holds and how it opens.
//
// Every format is written from one state of the store in one pass over its
// documents, entities and facts, so that memory stays bounded whatever the size
// of the graph. What depends on when something was loaded is left out: equal
// sets of documents and equal ledgers give equal bytes.
package export

import (
	"context"
	"io"
	"strings"
	"unicode/utf8"

	"mueang/graph/kg"
)

// Format is a way of writing the graph.
type Format struct {
	Name  string
	Usage string // what it holds
	// Write writes the graph of a store.
	// Errors: those of the store and of out.
	Write func(ctx context.Context, store kg.Store, out io.Writer) error
}

// Formats lists the formats.
var Formats = []Format{
	{"jsonl", "documents, entities, facts with their evidence, acts of persons and kept versions, one JSON object a line", JSONL},
	{"csv", "a zip of tables for spreadsheets", CSV},
	{"graphml", "entities and facts for Gephi, yEd, networkx and igraph", GraphML},
	{"jsonld", "RDF in the terms of schema.org, ORG and PROV-O", JSONLD},
	{"ftm", "FollowTheMoney entities, one a line", FtM},
}

// eachFact walks facts by id with their statements.
func eachFact(ctx context.Context, r kg.Reader, f func(*kg.Fact, []kg.Statement) error) error {
	return eachGroup(ctx, r, func(facts []kg.Fact, statements map[kg.ID][]kg.Statement) error {
		for i := range facts {
			if err := f(&facts[i], statements[facts[i].ID]); err != nil {
				return err
			}
		}
		return nil
	})
}

// eachGroup walks facts by id, a group at a time with the statements for each,
// so that memory stays bounded whatever the size of the graph.
func eachGroup(ctx context.Context, r kg.Reader, f func([]kg.Fact, map[kg.ID][]kg.Statement) error) error {
	group := make([]kg.Fact, 0, 512)
	flush := func() error {
		ids := make([]kg.ID, len(group))
		for i := range group {
			ids[i] = group[i].ID
		}
		list, err := r.StatementsFor(ctx, ids)
		if err != nil {
			return err
		}
		statements := make(map[kg.ID][]kg.Statement, len(group))
		for _, s := range list {
			statements[s.Fact] = append(statements[s.Fact], s)
		}
		err = f(group, statements)
		group = group[:0]
		return err
	}
	err := r.EachFact(ctx, func(fact *kg.Fact) error {
		if group = append(group, *fact); len(group) == cap(group) {
			return flush()
		}
		return nil
	})
	if err != nil {
		return err
	}
	return flush()
}

// visible gives a text with the characters that neither XML nor tables can
// hold as visible ones: a control character as its picture (U+0007 as ␇), what
// is no character as U+FFFD. Tabs and line ends stay.
func visible(text string) string {
	hidden := func(r rune) bool {
		return r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0x7f || r == 0xfffe || r == 0xffff || r == utf8.RuneError
	}
	if !strings.ContainsFunc(text, hidden) {
		return text
	}
	return strings.Map(func(r rune) rune {
		switch {
		case !hidden(r):
			return r
		case r < ' ':
			return '␀' + r
		case r == 0x7f:
			return '␡'
		}
		return utf8.RuneError
	}, text)
}

// value gives what stands for a date, "" for none.
func value(d *kg.PartialDate) string {
	if d == nil {
		return ""
	}
	return d.Value
}

// nameIn gives the first name of an entity in a language, "" for none.
func nameIn(e *kg.Entity, language string) string {
	for _, name := range e.Names {
		if name.Language == language {
			return name.Text
		}
	}
	return ""
}

// texts gives the distinct values of a part of statements, in their order.
func texts(statements []kg.Statement, part func(*kg.Statement) string) []string {
	var list []string
	seen := map[string]bool{}
	for i := range statements {
		if text := part(&statements[i]); text != "" && !seen[text] {
			seen[text] = true
			list = append(list, text)
		}
	}
	return list
}

func document(s *kg.Statement) string { return string(s.Document) }

func quote(s *kg.Statement) string { return s.Quote }
