package source

import (
	"cmp"
	"encoding/xml"
	"errors"
	"fmt"
	"net/url"
	"regexp"
	"runtime/debug"
	"strings"
	"unicode/utf8"

	"github.com/mmcdole/gofeed"

	"mueang/graph/kg"
	"mueang/loaders/page"
)

// The bounds of a feed, beside that of its size. Real ones are nested a dozen
// deep, in a dozen namespaces, with less than a thousand entries.
const (
	maxDepth      = 256
	maxNamespaces = 64 // in force at a time: the parser copies them
	maxEntries    = 10_000
)

// root finds the element that makes XML a feed, in small letters.
var root = regexp.MustCompile(`^(?s:<\?.*?\?>|<!--.*?-->|<!doctype[^>]*>|\s)*<(?:[a-z]+:)?(?:rss|feed|rdf)[\s>]`)

// jsonFeed finds what makes JSON a feed.
var jsonFeed = regexp.MustCompile(`"version"\s*:\s*"https?:\\?/\\?/jsonfeed\.org\\?/`)

// readFeed gives a document for each entry of RSS, RDF, Atom or JSON Feed. An
// entry that holds its text is a document; one that only points to it is an
// item with [Item.Elsewhere].
func (s Stream) readFeed(raw []byte, label string, yield func(Item) bool) bool {
	source, bad, err := decodePage(raw, label)
	if err == nil {
		err = checkText(source)
	}
	var feed *gofeed.Feed
	if err == nil {
		feed, err = parseFeed(source)
	}
	if err != nil {
		return yield(Item{Place: s.Place, Raw: raw, Err: at(s.Place, err)})
	}
	if len(feed.Items) == 0 {
		return fail(yield, s.Place, kg.BadInput, "is a feed without entries")
	}
	for i, entry := range feed.Items {
		if i == maxEntries {
			return fail(yield, s.Place, kg.BadInput, "has %d entries, of which the first %d were read: split it", len(feed.Items), maxEntries)
		}
		item := s.entry(feed, entry)
		if item.Place = item.Document.URL; item.Place == "" {
			item.Place = fmt.Sprintf("%s, entry %d", s.Place, i+1)
		}
		if item.Document.Source == "" {
			item.Document.Source = item.Place
		}
		if bad >= 0 && strings.ContainsRune(item.Document.Title+item.Document.Text, utf8.RuneError) {
			item = Item{Place: item.Place, Err: notText(bad)}
		}
		if item.Err != nil {
			item.Err = at(item.Place, item.Err)
		} else {
			item.Document = identified(item.Document)
		}
		if !yield(item) {
			return false
		}
	}
	return true
}

// entry reads an entry; its place is not known yet.
func (s Stream) entry(feed *gofeed.Feed, e *gofeed.Item) Item {
	link := s.link(feed, e)
	refused := func(err error) Item { return Item{Document: kg.Document{URL: link}, Err: err} }
	title, err := page.Text(e.Title)
	if err != nil {
		return refused(err)
	}
	d := kg.Document{Source: cmp.Or(strings.TrimSpace(e.GUID), link), URL: link, Title: strings.Join(strings.Fields(title), " "),
		PublishedOn: page.Day(e.Published, true), Language: feed.Language}
	content := strings.TrimSpace(e.Content)
	if text, err := page.Text(content); text == "" && err == nil {
		content = "" // a picture
	}
	if content == "" && link != "" {
		return Item{Document: d, Elsewhere: link, Err: kg.Errorf(kg.BadInput, "", "its text is not in the feed, and was not fetched")}
	}
	content = cmp.Or(content, strings.TrimSpace(e.Description))
	switch {
	case content == "":
		return refused(kg.Errorf(kg.BadInput, "", "the entry has neither a text nor an address"))
	case markup.MatchString(content):
		if d, err = readMarkup(d, content); err != nil {
			return refused(err)
		}
	case d.Title == "" || strings.HasPrefix(content, d.Title):
		d.Text = content
	default:
		d.Text = d.Title + "\n" + content
	}
	if err := checkText(d.Text); err != nil {
		return refused(err)
	}
	if look := lookOf(d.Text); look.letters > look.latin {
		d.Language = "th" // WordPress says en-US where nobody told it
	}
	return Item{Document: d}
}

// markup tells HTML from plain text.
var markup = regexp.MustCompile(`<[a-zA-Z/!]|&#?\w+;`)

// link gives the address of an entry, absolute; "" where it has none of the Web.
func (s Stream) link(feed *gofeed.Feed, e *gofeed.Item) string {
	base, _ := url.Parse(cmp.Or(s.URL, feed.FeedLink, feed.Link))
	for _, candidate := range append([]string{e.Link}, append(e.Links, e.GUID)...) {
		u, err := url.Parse(strings.TrimSpace(candidate))
		if err != nil || candidate == "" || candidate == e.GUID && !u.IsAbs() {
			continue
		}
		if base != nil {
			u = base.ResolveReference(u)
		}
		if (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" {
			return u.String()
		}
	}
	return ""
}

// xmlDeclaration is taken off what is UTF-8 by now, whatever it says.
var xmlDeclaration = regexp.MustCompile(`(?i)^\s*<\?xml\s[^>]*\?>`)

func parseFeed(source string) (feed *gofeed.Feed, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = &kg.Error{Code: kg.Internal, Op: "source.parseFeed", Err: fmt.Errorf("%v\n%s", r, debug.Stack()),
				Msg: fmt.Sprintf("this feed cannot be read (%v): please report it", r)}
		}
	}()
	source = xmlDeclaration.ReplaceAllLiteralString(strings.TrimPrefix(source, utf8Mark), "")
	if err := checkDepth(source); err != nil {
		return nil, err
	}
	feed, err = gofeed.NewParser().Parse(strings.NewReader(source))
	if errors.Is(err, gofeed.ErrFeedTypeNotDetected) {
		return nil, kg.Errorf(kg.BadInput, "", "is XML but no feed: RSS, Atom and JSON Feed can be loaded")
	}
	if err != nil {
		return nil, kg.Errorf(kg.BadInput, "", "is a broken feed: %v", err)
	}
	return feed, nil
}

// checkDepth refuses XML on which the parser would take long or much memory.
func checkDepth(source string) error {
	decoder := xml.NewDecoder(strings.NewReader(source))
	decoder.Strict = false
	var declared []int // namespaces, by element
	inForce := 0
	for {
		token, err := decoder.RawToken()
		if err != nil {
			return nil // the parser tells it
		}
		switch token := token.(type) {
		case xml.StartElement:
			own := 0
			for _, a := range token.Attr {
				if a.Name.Space == "xmlns" || a.Name.Local == "xmlns" {
					own++
				}
			}
			declared, inForce = append(declared, own), inForce+own
			if len(declared) > maxDepth || inForce > maxNamespaces {
				return kg.Errorf(kg.BadInput, "", "is nested more than %d deep or has more than %d namespaces: it is no feed of releases", maxDepth, maxNamespaces)
			}
		case xml.EndElement:
			if n := len(declared) - 1; n >= 0 {
				declared, inForce = declared[:n], inForce-declared[n]
			}
		}
	}
}
