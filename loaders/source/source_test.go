package source

import (
	"bytes"
	"compress/gzip"
	"context"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"mueang/graph/kg"
)

func read(t *testing.T, stdin string, places ...string) []Item {
	t.Helper()
	return slices.Collect(Read(context.Background(), places, strings.NewReader(stdin)))
}

func file(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func zip(content string) string {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	io.WriteString(w, content)
	w.Close()
	return b.String()
}

func TestGoodInput(t *testing.T) {
	line := `{"id":"x","url":"https://www.example.org/a/","text":"ข่าว","publishedOn":"2019-11"}` + "\n"
	for _, c := range []struct{ name, content, source string }{
		{"001_ab.txt", "\ufeffข่าว", "001_ab"},
		{"001_ab.txt.gz", zip("ข่าว"), "001_ab"},
		{"a.jsonl", line, "x"},
		{"a.jsonl.gz", zip("\n" + line), "x"},
	} {
		items := read(t, "", file(t, c.name, c.content))
		if len(items) != 1 || items[0].Err != nil || items[0].Document.Source != c.source || items[0].Document.Text != "ข่าว" {
			t.Errorf("%s: %+v", c.name, items)
		}
	}
	for stdin, source := range map[string]string{line: "x", "ข่าว": ""} {
		if items := read(t, stdin, "-"); len(items) != 1 || items[0].Err != nil || items[0].Document.Source != source {
			t.Errorf("stdin %q: %+v", stdin, items)
		}
	}
}

func TestBadInputNamesThePlaceAndTheCure(t *testing.T) {
	for _, c := range []struct{ name, content, says string }{
		{"empty.txt", "", "is empty"},
		{"blank.txt", " \n", "is empty"},
		{"binary.txt", "a\x00b", "binary file (a NUL at byte 1)"},
		{"latin.txt", "caf\xe9", "neither UTF-8 nor Thai in TIS-620 or Windows-874, at byte 3: convert it first"},
		{"large.txt", strings.Repeat("ก", MaxDocument/3+1), "larger than 8 MiB"},
		{"a.jsonl", "{", "a.jsonl:1: is not a JSON object"},
		{"b.jsonl", `{"text":""}`, `b.jsonl:1: its "text" is empty`},
		{"c.jsonl", `{"text":"x","publishedOn":"2562-13"}`, `its "publishedOn": "2562-13" is not a date`},
		{"d.jsonl", "", "is empty"},
		{"e.jsonl", " \n\n", "is empty"},
		{"f.jsonl", `{"text":"x","url":"a","text":"y"}`, `is not a JSON object with a text: it has "text" twice`},
		{"g.jsonl", `["text"]`, `it begins with "[\"text\"]"`},
		{"h.jsonl", `{"text":"x"} 1`, "something comes after its end"},
		{"broken.txt.gz", "\x1f\x8bxx", "broken gzip"},
		{"cut.txt.gz", zip(strings.Repeat("ข่าว", 1000))[:40], "to its end"},
	} {
		items := read(t, "", file(t, c.name, c.content))
		if len(items) != 1 || kg.CodeOf(items[0].Err) != kg.BadInput || !strings.Contains(items[0].Err.Error(), c.says) ||
			!strings.Contains(items[0].Err.Error(), c.name) {
			t.Errorf("%s: %+v", c.name, items)
		}
	}
	if items := read(t, "", "no/such/file.txt"); len(items) != 1 || kg.CodeOf(items[0].Err) != kg.NotFound {
		t.Errorf("missing file: %+v", items)
	}
	if items := read(t, "", t.TempDir()); len(items) != 1 || !strings.Contains(items[0].Err.Error(), "holds no .txt") {
		t.Errorf("empty folder: %+v", items)
	}
}

func TestALongLineCostsItselfOnly(t *testing.T) {
	long := `{"text":"` + strings.Repeat("x", 50<<20) + `"}`
	items := read(t, "", file(t, "a.jsonl", `{"text":"one"}`+"\n"+long+"\n"+`{"text":"three"}`))
	if len(items) != 3 || items[0].Err != nil || items[2].Err != nil ||
		!strings.Contains(items[1].Err.Error(), "a.jsonl:2: the line is longer than 8 MiB") {
		t.Errorf("got %d items: %v", len(items), items[1].Err)
	}
}

func TestFoldersInOrder(t *testing.T) {
	dir := t.TempDir()
	for name, content := range map[string]string{"b.txt": "2", "a.txt": "1", "sub/c.txt": "3", ".hidden.txt": "x", "n.md": "x", "z.jsonl": `{"text":"4"}`} {
		os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o700)
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var texts []string
	for _, item := range read(t, "", dir) {
		texts = append(texts, item.Document.Text)
	}
	if want := []string{"1", "2", "3", "4"}; !slices.Equal(texts, want) {
		t.Errorf("got %q, want %q", texts, want)
	}
}

func TestDocumentID(t *testing.T) {
	same := []string{"https://www.thaigov.go.th/news/1", "http://thaigov.go.th/news/1/", "HTTPS://WWW.THAIGOV.GO.TH/news/1#top"}
	for _, u := range same {
		if DocumentID(kg.Document{URL: u}) != DocumentID(kg.Document{URL: same[0]}) {
			t.Errorf("%s is another document", u)
		}
	}
	if DocumentID(kg.Document{URL: same[0]}) == DocumentID(kg.Document{URL: same[0] + "?id=2"}) {
		t.Error("a query is part of the address")
	}
	if DocumentID(kg.Document{Hash: "a"}) == DocumentID(kg.Document{Hash: "b"}) {
		t.Error("two texts are one document")
	}
}

func TestSizeIsWhatIsRead(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"a.txt": "one", "b.jsonl": "{\"text\":\"two\"}\n{\"text\":\"three\"}\n", ".c.txt": "hidden", "d.png": "no text"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	places := []string{dir, filepath.Join(dir, "a.txt")}
	size, known := Size(places)
	var read int64
	for item := range Read(t.Context(), places, nil) {
		if item.Err != nil || item.Read < read {
			t.Errorf("%+v", item)
		}
		read = item.Read
	}
	if !known || size != read || size != 38 {
		t.Errorf("size %d, %v; read %d", size, known, read)
	}
	for _, places := range [][]string{{"-"}, {filepath.Join(dir, "none")}, {dir, "https://example.org/feed"}} {
		if _, known := Size(places); known {
			t.Errorf("%v: the size is not known", places)
		}
	}
}
