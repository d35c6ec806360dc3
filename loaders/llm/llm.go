// Package llm has a language model read press releases, behind the interface
// that the rules have. It asks an endpoint that speaks the chat-completions
// protocol of OpenAI for facts in a fixed JSON schema, and believes none of
// them: a fact whose quote does not stand in the text letter for letter, or
// does not hold both names, is dropped and noted as a near miss. So is one
// whose relation does not lead from the one kind of thing to the other.
//
//	document → rules (what the page says of itself; with Both, its facts too)
//	         → pieces of the text → replies → checked facts → extraction
//
// client.go talks to the endpoint, reply.go reads what it says, llm.go checks
// it against the text.
package llm

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"mueang/graph/kg"
	"mueang/loaders/thai"
)

// version is that of what the model is asked and how its reply is checked.
const version = "1"

// confidence is that of every fact a model states: below those of the rules.
const confidence = 0.4

// Rules reads documents by rules; package extract has it.
type Rules interface {
	Name() string
	Extract(ctx context.Context, document kg.Document) (kg.Extraction, error)
}

// Extractor reads documents with a language model. It is safe for use by
// several goroutines at once.
type Extractor struct {
	client *client
	rules  Rules
	both   bool
}

// New makes an extractor. rules tell the title, publisher, date and language of
// a document; with both, their facts are kept, too.
// Errors: [kg.BadInput] for options that are not complete or not safe.
func New(options Options, rules Rules, both bool) (*Extractor, error) {
	c, err := newClient(options)
	if err != nil {
		return nil, err
	}
	return &Extractor{client: c, rules: rules, both: both}, nil
}

// source is what evidence says that it is from: "llm:MODEL".
func (x *Extractor) source() string { return "llm:" + x.client.model }

// Name gives the name and version, "llm:MODEL/1", with that of the rules where
// their facts are kept.
func (x *Extractor) Name() string {
	if x.both {
		return x.rules.Name() + "+" + x.source() + "/" + version
	}
	return x.source() + "/" + version
}

// Extract reads a document.
// Errors: those of ctx and of the rules; [kg.Unavailable] when the endpoint
// gives no usable reply, so that the document is read again another time.
func (x *Extractor) Extract(ctx context.Context, document kg.Document) (kg.Extraction, error) {
	read, err := x.rules.Extract(ctx, document)
	if err != nil {
		return kg.Extraction{}, err
	}
	if !x.both {
		read.Things, read.Claims, read.Near = nil, nil, nil
	}
	k := newKeeper(&read, x.source())
	for _, piece := range pieces([]rune(read.Document.Text)) {
		facts, whole, err := x.client.facts(ctx, string(piece.text))
		if err != nil {
			return kg.Extraction{}, err
		}
		for _, f := range facts {
			k.keep(f, piece)
		}
		if !whole {
			k.miss(piece.start, piece.start, "", "the reply ended before its last fact")
		}
	}
	return read, nil
}

// piece is a part of a text that is read in one request.
type piece struct {
	start int // in code points
	text  []rune
}

// A document is read in pieces of this many letters, and up to so many pieces.
const (
	longestPiece = 6000
	mostPieces   = 40
)

// pieces cuts a text at line ends, or at blanks, or anywhere.
func pieces(runes []rune) []piece {
	var list []piece
	for start := 0; start < len(runes) && len(list) < mostPieces; {
		end := min(start+longestPiece, len(runes))
		if end < len(runes) {
			end = cut(runes, start, end)
		}
		if strings.TrimSpace(string(runes[start:end])) != "" {
			list = append(list, piece{start, runes[start:end]})
		}
		start = end
	}
	return list
}

// cut gives where to end a piece: behind the last line end of its second half,
// or the last blank, or at its end.
func cut(runes []rune, start, end int) int {
	for _, at := range []rune{'\n', ' '} {
		for i := end; i > start+longestPiece/2; i-- {
			if runes[i-1] == at {
				return i
			}
		}
	}
	return end
}

// keeper adds checked facts to an extraction.
type keeper struct {
	x      *kg.Extraction
	source string
	things map[thingKey]kg.ID
	claims map[claimKey]int
}

type thingKey struct {
	class kg.Class
	name  string // NameKey
}

type claimKey struct {
	kind            kg.RelationType
	subject, object kg.ID
}

func newKeeper(x *kg.Extraction, source string) *keeper {
	k := &keeper{x: x, source: source, things: map[thingKey]kg.ID{}, claims: map[claimKey]int{}}
	for _, t := range x.Things {
		for _, n := range t.Names {
			key := thingKey{t.Kind.Class(), kg.NameKey(n.Text)}
			if k.things[key] == "" {
				k.things[key] = t.ID
			}
		}
	}
	for i, c := range x.Claims {
		k.claims[claimKey{c.Type, c.Subject, c.Object}] = i
	}
	return k
}

// miss notes a fact that was dropped.
func (k *keeper) miss(start, end int, text, reason string) {
	k.x.Near = append(k.x.Near, kg.NearMiss{Span: kg.Span{Start: start, End: end, Text: text}, Rule: k.source, Reason: reason})
}

// longestQuote bounds a quote, in letters; a longer one proves nothing.
const longestQuote = 1000

// keep adds a fact to the extraction, or notes why it is dropped.
func (k *keeper) keep(f fact, from piece) {
	text := string(from.text)
	at := -1
	if f.Quote != "" {
		at = strings.Index(text, f.Quote)
	}
	if at < 0 {
		k.miss(from.start, from.start, "", fmt.Sprintf("%s: the quote is not in the text: %q", f.Type, shorten(f.Quote)))
		return
	}
	start := from.start + utf8.RuneCountInString(text[:at])
	end := start + utf8.RuneCountInString(f.Quote)
	if reason := f.fault(); reason != "" {
		k.miss(start, end, f.Quote, reason)
		return
	}
	if end-start > longestQuote {
		k.miss(start, end, f.Quote, f.Type+": the quote is too long to prove anything")
		return
	}
	for _, name := range []string{f.Subject.Name, f.Object.Name} {
		if !strings.Contains(f.Quote, name) {
			k.miss(start, end, f.Quote, fmt.Sprintf("%s: the quote does not hold the name %q", f.Type, shorten(name)))
			return
		}
	}
	subject, object := k.thing(f.Subject, f.Quote, start), k.thing(f.Object, f.Quote, start)
	if subject == object {
		k.miss(start, end, f.Quote, f.Type+": of a thing with itself")
		return
	}
	evidence := kg.Evidence{Document: k.x.Document.ID, Start: start, End: end, Quote: f.Quote, Extractor: k.source, Version: version,
		Rule: "quoted", Confidence: confidence}
	if k.x.Document.PublishedOn != nil {
		evidence.ObservedOn = k.x.Document.PublishedOn.Value
	}
	key := claimKey{kg.RelationType(f.Type), subject, object}
	if i, ok := k.claims[key]; ok {
		c := &k.x.Claims[i]
		if !slices.ContainsFunc(c.Evidence, func(e kg.Evidence) bool {
			return e.Extractor == k.source && e.Start == start && e.End == end
		}) {
			c.Evidence = append(c.Evidence, evidence)
		}
		return
	}
	k.claims[key] = len(k.x.Claims)
	k.x.Claims = append(k.x.Claims, kg.Claim{Type: key.kind, Subject: subject, Object: object,
		Qualifiers: kg.Qualifiers{Role: f.Role}, Evidence: []kg.Evidence{evidence}})
}

// thing gives the local id of what a name in a quote that begins at start names.
func (k *keeper) thing(n named, quote string, start int) kg.ID {
	from := start + utf8.RuneCountInString(quote[:strings.Index(quote, n.Name)])
	span := kg.Span{Start: from, End: from + utf8.RuneCountInString(n.Name), Text: n.Name}
	kind := kg.Kind(n.Kind)
	name, title := n.Name, ""
	if kind == kg.KindPerson {
		name, title = withoutTitle(n.Name)
	}
	key := thingKey{kind.Class(), kg.NameKey(name)}
	if id := k.things[key]; id != "" {
		i := slices.IndexFunc(k.x.Things, func(t kg.Thing) bool { return t.ID == id })
		if t := &k.x.Things[i]; !slices.Contains(t.Spans, span) {
			t.Spans = append(t.Spans, span)
		}
		return id
	}
	id := kg.ID("e" + strconv.Itoa(len(k.x.Things)+1))
	k.things[key] = id
	e := kg.Entity{ID: id, Kind: kind, Name: name, Names: []kg.Name{{Text: name, Language: languageOf(name), Kind: kg.NameOfficial}}}
	if title != "" {
		e.Titles = []string{title}
		e.Names = append(e.Names, kg.Name{Text: n.Name, Language: languageOf(name), Kind: kg.NameAlias})
	}
	if kind == kg.KindPost {
		e.Role, e.RoleText = "OTHER", name
	}
	k.x.Things = append(k.x.Things, kg.Thing{Entity: e, Spans: []kg.Span{span}, Local: kind.Class() == kg.ClassMeeting || kind.Class() == kg.ClassAgreement || kind.Class() == kg.ClassProject})
	return id
}

// withoutTitle gives a person's name without the titles before it, and these.
func withoutTitle(name string) (rest, title string) {
	runes := []rune(name)
	end, ok := thai.TitleAt(runes, 0)
	if rest = strings.TrimSpace(string(runes[end:])); !ok || rest == "" {
		return name, ""
	}
	return rest, strings.TrimSpace(string(runes[:end]))
}

// languageOf tells the language of a name by its letters.
func languageOf(s string) string {
	for _, c := range s {
		switch {
		case c >= 'ก' && c <= '๛':
			return "th"
		case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z':
			return "en"
		}
	}
	return "und"
}

func shorten(s string) string {
	const most = 120
	if runes := []rune(s); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return s
}
