// Package seed holds what Mueang ships with: the founding press releases, the
// gazetteer of places and the curated vocabularies (public bodies, posts,
// nicknames, words and names). data/README.md gives the source and licence of
// every file.
//
// Every accessor parses its file once, at the first call, and gives the same
// slice to all callers, who must not change it. An error means that the
// embedded data are malformed: a defect, [kg.Internal].
package seed

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"embed"
	"io"
	"io/fs"
	"strings"
	"sync"

	"mueang/graph/kg"
)

//go:embed releases/*.txt
var releases embed.FS

//go:embed data
var data embed.FS

// Releases gives the founding press releases as a file system of text files.
func Releases() fs.FS {
	sub, err := fs.Sub(releases, "releases")
	if err != nil {
		return releases // fs.Sub refuses malformed names only
	}
	return sub
}

// Words gives the words of the Thai dictionary.
func Words() ([]string, error) { return words() }

// GivenNames gives Thai given names.
func GivenNames() ([]string, error) { return givenNames() }

// FamilyNames gives Thai family names.
func FamilyNames() ([]string, error) { return familyNames() }

var (
	words       = list("words_th.txt.gz")
	givenNames  = list("given_names_th.txt.gz")
	familyNames = list("family_names_th.txt.gz")
)

// list gives a lazy reader of a file of one entry a line.
func list(name string) func() ([]string, error) {
	return sync.OnceValues(func() ([]string, error) {
		content, err := read(name)
		if err != nil {
			return nil, err
		}
		var entries []string
		for line := range strings.Lines(string(content)) {
			if entry := strings.TrimSpace(line); entry != "" && !strings.HasPrefix(entry, "#") {
				entries = append(entries, entry)
			}
		}
		return entries, nil
	})
}

// row is a line of a table: its cells by the name of their column.
type row struct {
	table   string
	line    int
	columns map[string]int
	cells   []string
}

func (r row) text(column string) string { return r.cells[r.columns[column]] }

// texts gives the parts of a cell that "|" separates.
func (r row) texts(column string) []string {
	cell := r.text(column)
	if cell == "" {
		return nil
	}
	return strings.Split(cell, "|")
}

func (r row) errorf(format string, args ...any) error {
	err := kg.Errorf(kg.Internal, "seed", format, args...)
	err.Msg = kg.Errorf(kg.Internal, "", "%s, line %d: %s", r.table, r.line, err.Msg).Msg
	return err
}

// table gives a lazy reader of a file of tab-separated cells. Lines that begin
// with # are comments; the first other line names the columns, which must be
// those given. parse turns one row into one value.
func table[T any](name string, columns []string, parse func(row) (T, error)) func() ([]T, error) {
	return sync.OnceValues(func() ([]T, error) {
		content, err := read(name)
		if err != nil {
			return nil, err
		}
		return parseTable(name, content, columns, parse)
	})
}

func parseTable[T any](name string, content []byte, columns []string, parse func(row) (T, error)) ([]T, error) {
	r := row{table: name}
	var values []T
	lines := bufio.NewScanner(bytes.NewReader(content))
	for lines.Scan() {
		r.line++
		line := lines.Text()
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		r.cells = strings.Split(line, "\t")
		if len(r.cells) != len(columns) {
			return nil, r.errorf("%d cells where %d are due", len(r.cells), len(columns))
		}
		if r.columns == nil {
			r.columns = make(map[string]int, len(columns))
			for i, column := range columns {
				if r.cells[i] != column {
					return nil, r.errorf("the column %q is called %q", column, r.cells[i])
				}
				r.columns[column] = i
			}
			continue
		}
		for i, cell := range r.cells {
			if cell != strings.TrimSpace(cell) {
				return nil, r.errorf("white space around the cell %q", columns[i])
			}
		}
		value, err := parse(r)
		if err != nil {
			return nil, err
		}
		values = append(values, value)
	}
	if err := lines.Err(); err != nil {
		return nil, kg.Wrap(kg.Internal, "seed: "+name, err)
	}
	return values, nil
}

// read gives the content of a data file, unpacked.
func read(name string) ([]byte, error) {
	content, err := data.ReadFile("data/" + name)
	if err != nil {
		return nil, kg.Wrap(kg.Internal, "seed", err)
	}
	if !strings.HasSuffix(name, ".gz") {
		return content, nil
	}
	packed, err := gzip.NewReader(bytes.NewReader(content))
	if err != nil {
		return nil, kg.Wrap(kg.Internal, "seed: "+name, err)
	}
	content, err = io.ReadAll(packed)
	return content, kg.Wrap(kg.Internal, "seed: "+name, err)
}
