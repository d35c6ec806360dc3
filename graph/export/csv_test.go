package export_test

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"io"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"mueang/graph/export"
	"mueang/graph/kg"
	"mueang/graph/store/storetest"
)

// tables reads the tables of a zip, with the apostrophes taken away that guard
// from formulas, each row by the names of its columns.
func tables(t *testing.T, data []byte) map[string][]map[string]string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	found := map[string][]map[string]string{}
	for _, file := range archive.File {
		in, err := file.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		rest, ok := strings.CutPrefix(string(text), "\ufeff")
		if !ok || !utf8.Valid(text) || !strings.HasSuffix(rest, "\r\n") {
			t.Errorf("%s has no byte order mark, or is not UTF-8, or does not end in CRLF", file.Name)
		}
		rows, err := csv.NewReader(strings.NewReader(rest)).ReadAll()
		if err != nil {
			t.Fatalf("%s: %v", file.Name, err)
		}
		found[file.Name] = []map[string]string{}
		for _, cells := range rows[1:] {
			row := map[string]string{}
			for i, cell := range cells {
				if cell != "" && strings.ContainsRune("=+-@\t\r\n＝＋－＠", []rune(cell)[0]) {
					t.Errorf("%s: a spreadsheet calculates %q", file.Name, cell)
				}
				row[rows[0][i]] = strings.TrimPrefix(cell, "'")
			}
			found[file.Name] = append(found[file.Name], row)
		}
	}
	return found
}

// lineEnds gives a text as Go's reader of CSV does, which makes \n of \r\n.
func lineEnds(text string) string { return strings.ReplaceAll(visible(text), "\r\n", "\n") }

func TestCSV(t *testing.T) {
	for name, b := range map[string]*kg.Batch{"small": storetest.SmallWorld(), "hostile": hostileWorld()} {
		t.Run(name, func(t *testing.T) {
			got := tables(t, written(t, export.CSV, b))
			row := func(table, key string, id kg.ID) map[string]string {
				i := slices.IndexFunc(got[table], func(row map[string]string) bool { return row[key] == string(id) })
				if i < 0 {
					t.Fatalf("%s: %s is not there", table, id)
				}
				return got[table][i]
			}
			names := 0
			for _, e := range b.Entities {
				r := row("entities.csv", "id", e.ID)
				for column, want := range map[string]string{"name": e.Name, "kind": string(e.Kind), "description": e.Description, "type": e.Subtype, "status": e.Status, "titles": strings.Join(e.Titles, "\n")} {
					if r[column] != lineEnds(want) {
						t.Errorf("%s of %s is %q, not %q", column, e.ID, r[column], want)
					}
				}
				names += len(e.Names)
			}
			for _, f := range b.Facts {
				r := row("facts.csv", "id", f.ID)
				if r["type"] != string(f.Type) || r["subject"] != string(f.Subject) || r["object"] != string(f.Object) || r["roleText"] != lineEnds(f.RoleText) || r["status"] != string(f.FactStatus) {
					t.Errorf("%v of %v", r, f)
				}
			}
			for _, d := range b.Documents {
				if r := row("documents.csv", "id", d.ID); r["title"] != lineEnds(d.Title) || r["text"] != lineEnds(d.Text) || r["url"] != lineEnds(d.URL) {
					t.Errorf("%v of %v", r, d)
				}
			}
			for _, s := range b.Statements {
				if !slices.ContainsFunc(got["evidence.csv"], func(r map[string]string) bool {
					return r["fact"] == string(s.Fact) && r["document"] == string(s.Document) && r["quote"] == lineEnds(s.Quote)
				}) {
					t.Errorf("the evidence %q of %s is not there", s.Quote, s.Fact)
				}
			}
			for table, want := range map[string]int{"entities.csv": len(b.Entities), "names.csv": names, "facts.csv": len(b.Facts), "evidence.csv": len(b.Statements), "documents.csv": len(b.Documents)} {
				if len(got[table]) != want {
					t.Errorf("%s has %d rows, not %d", table, len(got[table]), want)
				}
			}
		})
	}
}
