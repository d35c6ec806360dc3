package source

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"mueang/graph/kg"
	"mueang/loaders/page"
)

func (s Stream) readLines(in *bufio.Reader, label string, yield func(Item) bool) bool {
	blank := true
	for number := 1; ; number++ {
		here := fmt.Sprintf("%s:%d", s.Place, number)
		line, err := readLine(in)
		switch {
		case err == io.EOF && len(line) == 0:
			if blank {
				return fail(yield, s.Place, kg.BadInput, "is empty")
			}
			return true
		case errors.Is(err, errLong):
			blank = false
			if !fail(yield, here, kg.BadInput, "the line is longer than %d MiB, the most that a document may have: split it", MaxDocument>>20) {
				return false
			}
			continue
		case err != nil && err != io.EOF:
			return fail(yield, here, kg.BadInput, "cannot be read to its end: %v", cause(err))
		case len(bytes.TrimSpace(line)) == 0:
			continue
		}
		blank = false
		d, err := parseRecord(line, label)
		if err != nil {
			if !yield(Item{Place: here, Err: at(here, err), Raw: line}) {
				return false
			}
			continue
		}
		if d.Source == "" {
			d.Source = filepath.Base(here)
		}
		if !yield(Item{Place: here, Document: identified(d)}) {
			return false
		}
	}
}

// fields are the names that the fields of a record have, ours first, then those
// of feeds in JSON and of common crawlers; in small letters, and without "_",
// "-" and ".", as they are compared.
var fields = map[string][]string{
	"id":          {"id"},
	"url":         {"url", "canonicalurl", "link", "sourceurl"},
	"title":       {"title", "headline"},
	"publisher":   {"publisher", "sitename", "hostname", "sourcedomain"},
	"publishedOn": {"publishedon", "datepublished", "datepublish", "publishdate", "published", "publishedat", "publishedtime", "pubdate", "date"},
	"language":    {"language", "languagecode", "lang"},
	"text":        {"text", "contenttext", "maintext", "articlebody"},
	"html":        {"html", "rawhtml", "contenthtml"},
}

// record is a line of JSON Lines, its fields by their names as compared.
type record map[string]json.RawMessage

func newRecord(line []byte) (record, error) {
	own, err := readObject(line)
	if err != nil {
		return nil, err
	}
	r := record{}
	add := func(from record) {
		for _, key := range slices.Sorted(maps.Keys(from)) {
			plain := strings.NewReplacer("_", "", "-", "", ".", "").Replace(strings.ToLower(key))
			if r[plain] == nil {
				r[plain] = from[key]
			}
		}
	}
	add(own)
	var more record // what crawlers found in the head of a page
	if json.Unmarshal(r["metadata"], &more) == nil {
		add(more)
	}
	return r, nil
}

// readObject reads one JSON object. A key that it has twice is an error: which
// of the values was meant cannot be known.
func readObject(line []byte) (record, error) {
	whole := json.NewDecoder(bytes.NewReader(line))
	if start, err := whole.Token(); err != nil || start != json.Delim('{') {
		return nil, cmp.Or(err, fmt.Errorf("it begins with %.9q", bytes.TrimSpace(line)))
	}
	own := record{}
	for whole.More() {
		key, err := whole.Token()
		if err != nil {
			return nil, err
		}
		var value json.RawMessage
		if err := whole.Decode(&value); err != nil {
			return nil, err
		}
		name := key.(string) // the decoder takes no other key
		if own[name] != nil {
			return nil, fmt.Errorf("it has %.40q twice", name)
		}
		own[name] = value
	}
	if _, err := whole.Token(); err != nil {
		return nil, err
	}
	if _, err := whole.Token(); err != io.EOF {
		return nil, cmp.Or(err, errors.New("something comes after its end"))
	}
	return own, nil
}

// field gives a text of a record. A value of our own name that is none is an
// error; one of another's is as if it were not there.
func (r record) field(name string) (string, error) {
	for i, alias := range fields[name] {
		var value string
		var number json.Number
		raw := r[alias]
		switch {
		case len(raw) == 0 || string(raw) == "null":
		case json.Unmarshal(raw, &value) == nil:
			if strings.TrimSpace(value) != "" {
				return value, nil
			}
		case name == "id" && json.Unmarshal(raw, &number) == nil:
			return number.String(), nil
		case i == 0:
			return "", kg.Errorf(kg.BadInput, "", "its %q is no text", name)
		}
	}
	return "", nil
}

func parseRecord(line []byte, label string) (d kg.Document, err error) {
	decoded, err := decode(line, label)
	if err != nil {
		return d, err
	}
	r, err := newRecord([]byte(decoded))
	if err != nil {
		return d, kg.Errorf(kg.BadInput, "", "is not a JSON object with a text: %v", err)
	}
	var published, markup string
	for _, f := range []struct {
		name string
		into *string
	}{{"id", &d.Source}, {"url", &d.URL}, {"title", &d.Title}, {"publisher", &d.Publisher}, {"publishedOn", &published}, {"language", &d.Language}, {"text", &d.Text}, {"html", &markup}} {
		if *f.into, err = r.field(f.name); err != nil {
			return kg.Document{}, err
		}
	}
	if d.PublishedOn, err = r.day(published); err != nil {
		return kg.Document{}, err
	}
	if d.Text == "" && markup != "" {
		return readMarkup(d, markup)
	}
	d.Text = strings.TrimPrefix(d.Text, utf8Mark)
	if err := checkText(d.Text); err != nil {
		return kg.Document{}, kg.Errorf(kg.BadInput, "", `its "text" %s`, err.(*kg.Error).Msg)
	}
	return d, nil
}

// day reads the day of publication. One under our own name must be a date.
func (r record) day(published string) (*kg.PartialDate, error) {
	if published == "" {
		return nil, nil
	}
	if day := page.Day(published, true); day != nil {
		return day, nil
	}
	day, err := kg.ParseDate(published)
	if err == nil {
		day.Original = published
		return &day, nil
	}
	var own string
	if json.Unmarshal(r["publishedon"], &own) == nil && own == published {
		return nil, kg.Errorf(kg.BadInput, "", `its "publishedOn": %s`, err.(*kg.Error).Msg)
	}
	return nil, nil
}

// readMarkup reads the HTML of a record, a page or the article alone. What the
// record says goes before what the page says.
func readMarkup(d kg.Document, markup string) (kg.Document, error) {
	if err := checkText(markup); err != nil {
		return d, kg.Errorf(kg.BadInput, "", `its "html" %s`, err.(*kg.Error).Msg)
	}
	if !isWhole(markup) {
		text, err := page.Text(markup)
		switch d.Text = text; {
		case err != nil:
			return d, kg.Errorf(kg.CodeOf(err), "", `its "html" %s`, err.(*kg.Error).Msg)
		case text == "":
			return d, kg.Errorf(kg.BadInput, "", `its "html" holds no text`)
		}
		if d.Title != "" && !strings.HasPrefix(d.Text, d.Title) {
			d.Text = d.Title + "\n" + d.Text
		}
		return d, nil
	}
	found, err := page.Read(markup, d.URL)
	if err != nil {
		return d, kg.Errorf(kg.CodeOf(err), "", `its "html" %s`, err.(*kg.Error).Msg)
	}
	found.Source = d.Source
	for _, f := range []struct{ from, into *string }{{&d.Title, &found.Title}, {&d.Publisher, &found.Publisher}, {&d.Language, &found.Language}} {
		if *f.from != "" {
			*f.into = *f.from
		}
	}
	if d.PublishedOn != nil {
		found.PublishedOn = d.PublishedOn
	}
	return found, nil
}

// isWhole reports whether HTML is that of a page, not of a part of one.
func isWhole(markup string) bool {
	const opening = 4096
	head := strings.ToLower(markup[:min(len(markup), opening)])
	return strings.Contains(head, "<html") || strings.Contains(head, "<body") || strings.Contains(head, "<!doctype") || strings.Contains(head, "<head")
}

var errLong = errors.New("line too long")

// readLine reads to the next newline. A line over the limit is read past and
// given as errLong.
func readLine(in *bufio.Reader) ([]byte, error) {
	var line []byte
	long := false
	for {
		part, err := in.ReadSlice('\n')
		if len(line)+len(part) > MaxDocument {
			long, line = true, nil
		}
		if !long {
			line = append(line, part...)
		}
		if err == bufio.ErrBufferFull {
			continue
		}
		if long {
			return nil, errLong
		}
		return bytes.TrimSuffix(line, []byte("\n")), err
	}
}
