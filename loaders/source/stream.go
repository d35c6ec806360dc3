package source

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"io"
	"iter"
	"mime"
	"path"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/klauspost/compress/zstd"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/transform"

	"mueang/graph/kg"
	"mueang/loaders/page"
)

// Stream is what stands at one place: a file, standard input, the answer of a
// server. It is a text, a page, a feed or JSON Lines, by its name, else by its
// content type, else by its first bytes, but a feed and a page that begin as
// such go before a name or type of text. gzip and Zstandard are undone where its
// bytes begin so, whatever its name.
type Stream struct {
	Place       string    // what items and errors name
	Name        string    // of the file; "" where it has none
	URL         string    // where it was fetched from, "" where it was not: documents have it that name none themselves
	ContentType string    // that a server gave, "text/html; charset=TIS-620"; "" where none did
	Body        io.Reader // read to the end of a text, page or feed, or MaxDocument; where it was fetched, never further than that
}

// Items gives the documents of a stream, at least one or an error. A stream
// that breaks off gives what is whole before its error.
func (s Stream) Items() iter.Seq[Item] {
	return func(yield func(Item) bool) { s.read(yield) }
}

type format int

const (
	unknown format = iota
	text
	html
	feed
	lines
)

// named tells the format by the name of a file.
func named(name string) format {
	switch strings.ToLower(path.Ext(plain(name))) {
	case ".txt":
		return text
	case ".html", ".htm", ".xhtml":
		return html
	case ".rss", ".atom", ".rdf", ".xml":
		return feed
	case ".jsonl", ".ndjson", ".jl":
		return lines
	}
	return unknown
}

// plain gives the name of a file without that of its compression.
func plain(name string) string {
	switch ext := path.Ext(name); strings.ToLower(ext) {
	case ".gz", ".zst":
		return strings.TrimSuffix(name, ext)
	}
	return name
}

// format tells the format of a stream that begins with head.
func (s Stream) format(head []byte) format {
	found := named(s.Name)
	if found == unknown {
		switch kind, _, _ := mime.ParseMediaType(s.ContentType); kind {
		case "text/html", "application/xhtml+xml":
			found = html
		case "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json", "application/xml", "text/xml":
			found = feed
		case "application/jsonl", "application/x-jsonlines", "application/x-ndjson", "application/ndjson":
			found = lines
		case "text/plain":
			found = text
		}
	}
	// The zeros are those of UTF-16.
	head = bytes.ToLower(bytes.TrimLeft(bytes.ReplaceAll(head, []byte{0}, nil), "\xef\xbb\xbf\xff\xfe \t\r\n"))
	switch {
	case found != lines && (root.Match(head) || jsonFeed.Match(head)):
		return feed
	case (found <= text || found == feed) && (bytes.HasPrefix(head, []byte("<!doctype html")) || bytes.HasPrefix(head, []byte("<html"))):
		return html
	case found != unknown:
		return found
	case bytes.HasPrefix(head, []byte("{")):
		return lines
	case len(head) > 1 && head[0] == '<' && (head[1] >= 'a' && head[1] <= 'z' || head[1] == '!' || head[1] == '?'):
		return html
	}
	return text
}

func (s Stream) read(yield func(Item) bool) bool {
	in := bufio.NewReaderSize(s.Body, 1<<16)
	head, _ := in.Peek(4)
	switch {
	case bytes.HasPrefix(head, []byte{0x1f, 0x8b}):
		unzipped, err := gzip.NewReader(in)
		if err != nil {
			return fail(yield, s.Place, kg.BadInput, "is a broken gzip file: %v", err)
		}
		in = bufio.NewReaderSize(unzipped, 1<<16)
	case bytes.Equal(head, []byte{0x28, 0xb5, 0x2f, 0xfd}):
		unpacked, err := zstd.NewReader(in, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxWindow(maxWindow))
		if err != nil {
			return fail(yield, s.Place, kg.BadInput, "is a broken Zstandard file: %v", err)
		}
		defer unpacked.Close()
		in = bufio.NewReaderSize(unpacked, 1<<16)
	}
	if s.URL != "" {
		in = bufio.NewReaderSize(&bounded{in, MaxDocument}, 1<<16)
	}
	head, _ = in.Peek(1024)
	_, parameters, _ := mime.ParseMediaType(s.ContentType)
	label := parameters["charset"]
	for start, what := range others {
		if bytes.HasPrefix(head, []byte(start)) {
			return fail(yield, s.Place, kg.BadInput, "is %s", what)
		}
	}
	kind := s.format(head)
	if kind == lines {
		if order, found := utf16Order(head, label); found {
			in = bufio.NewReaderSize(transform.NewReader(in, &utf16Decoder{order: order}), 1<<16)
		}
		return s.readLines(in, label, yield)
	}
	raw, err := io.ReadAll(io.LimitReader(in, MaxDocument+1))
	if err != nil {
		return fail(yield, s.Place, kg.BadInput, "cannot be read to its end: %v", cause(err))
	}
	if kind == feed {
		return s.readFeed(raw, label, yield)
	}
	d, err := parse(raw, label, kind, s.URL)
	if err != nil {
		return yield(Item{Place: s.Place, Err: at(s.Place, err), Raw: raw})
	}
	return yield(Item{Place: s.Place, Document: s.document(d)})
}

// others are the formats that are often taken for releases, by their first bytes.
var others = map[string]string{
	"%PDF-":            "a PDF file: make a text of it first, for example with pdftotext",
	"PK\x03\x04":       "an office document or a zip archive: save it as text, or unpack it",
	"\xd0\xcf\x11\xe0": "an office document: save it as text",
}

// maxWindow is the memory, in bytes, that a Zstandard file may want: as much as
// the zstd command grants without being asked.
const maxWindow = 128 << 20

// parse reads a text or a page.
func parse(raw []byte, label string, kind format, address string) (kg.Document, error) {
	if kind == text {
		found, err := decode(raw, label)
		return kg.Document{Text: found}, err
	}
	source, bad, err := decodePage(raw, label)
	if err == nil {
		err = checkText(source)
	}
	if err != nil {
		return kg.Document{}, err
	}
	d, err := page.Read(source, address)
	if err == nil && bad >= 0 && strings.ContainsRune(d.Text+d.Title, utf8.RuneError) {
		err = notText(bad) // elsewhere on the page it does not matter
	}
	return d, err
}

// decodePage is decodeBytes for what may state its charset itself.
func decodePage(raw []byte, label string) (text string, bad int, err error) {
	if charsetNamed(label) == nil || charsetNamed(label) == charmap.Windows1252 {
		// What is said of all the pages of a server says less than what the page says.
		if said := statedCharset.FindSubmatch(raw[:min(len(raw), 4096)]); said != nil {
			label = string(said[1])
		}
	}
	return decodeBytes(raw, label)
}

// bounded gives an error behind so many bytes: what is fetched may unpack to
// more than anyone would save.
type bounded struct {
	from io.Reader
	left int
}

func (b *bounded) Read(into []byte) (int, error) {
	n, err := b.from.Read(into)
	if b.left -= n; b.left < 0 {
		return 0, kg.Errorf(kg.BadInput, "", "it has more than %d MiB, the most that is fetched: save it and load the file", MaxDocument>>20)
	}
	return n, err
}

// statedCharset finds the charset in a meta element or an XML declaration.
var statedCharset = regexp.MustCompile(`(?i)<(?:meta\s[^>]*charset|\?xml\s[^>]*encoding)\s*=\s*["']?\s*([\w-]+)`)

// document completes a document with what the stream knows of it.
func (s Stream) document(d kg.Document) kg.Document {
	if d.URL == "" {
		d.URL = s.URL
	}
	if d.Source == "" {
		base := plain(s.Name)
		d.Source = strings.TrimSuffix(base, path.Ext(base))
	}
	if d.Source == "" {
		d.Source = s.URL
	}
	return identified(d)
}
