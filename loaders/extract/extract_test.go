package extract

import (
	"bufio"
	"compress/gzip"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"

	"mueang/graph/kg"
	"mueang/schema"
	"mueang/seed"
)

// checkIntegrity holds an extraction against its text: quotes and mentions are
// what the text has at their offsets, ids resolve, names are there.
func checkIntegrity(t *testing.T, x kg.Extraction) {
	t.Helper()
	runes := []rune(x.Document.Text)
	same := func(what string, start, end int, text string) {
		t.Helper()
		if start < 0 || end > len(runes) || start >= end || string(runes[start:end]) != text {
			t.Errorf("%s [%d,%d) is not %q in the text", what, start, end, text)
		}
	}
	ids := map[kg.ID]kg.Kind{}
	for _, thing := range x.Things {
		if _, known := thing.Kind.Info(); !known || thing.Name == "" || thing.ID == "" || len(thing.Names) == 0 || thing.Names[0].Text != thing.Name {
			t.Errorf("thing %q %q: a known kind, a name and an id are due", thing.ID, thing.Name)
		}
		if _, twice := ids[thing.ID]; twice {
			t.Errorf("two things %s", thing.ID)
		}
		ids[thing.ID] = thing.Kind
		if len(thing.Spans) == 0 {
			t.Errorf("%s %q is nowhere", thing.Kind, thing.Name)
		}
		for _, s := range thing.Spans {
			same(string(thing.ID), s.Start, s.End, s.Text)
		}
	}
	for _, c := range x.Claims {
		if r := declared(t)[c.Type]; !r.Admits(ids[c.Subject], ids[c.Object]) {
			t.Errorf("%s does not lead from a %s to a %s", c.Type, ids[c.Subject], ids[c.Object])
		}
		if ids[c.Subject] == "" || ids[c.Object] == "" || !c.Type.Valid() || len(c.Evidence) == 0 {
			t.Errorf("%s of %q and %q: both ends and evidence are due", c.Type, c.Subject, c.Object)
		}
		for _, e := range c.Evidence {
			same(string(c.Type), e.Start, e.End, e.Quote)
			if e.Extractor != extractorName || e.Version != extractorVersion || e.Rule == "" || e.Confidence <= 0 || e.Confidence > 1 || e.Document != x.Document.ID {
				t.Errorf("%s: evidence without source: %+v", c.Type, e)
			}
		}
	}
	for _, n := range x.Near {
		same("near miss "+n.Rule, n.Start, n.End, n.Text)
	}
}

var ends = sync.OnceValues(schema.Ends)

// declared gives the ends of the relations of the schema.
func declared(t testing.TB) map[kg.RelationType]kg.Ends {
	t.Helper()
	relations, err := ends()
	if err != nil {
		t.Fatal(err)
	}
	return relations
}

func read(t testing.TB, x *Extractor, doc kg.Document) kg.Extraction {
	t.Helper()
	got, err := x.Extract(context.Background(), doc)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// releases gives the founding releases.
func releases(t testing.TB) map[string]string {
	t.Helper()
	texts := map[string]string{}
	folder := seed.Releases()
	entries, err := os.ReadDir(filepath.Join("..", "..", "seed", "releases"))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		file, err := folder.Open(e.Name())
		if err != nil {
			t.Fatal(err)
		}
		var b []byte
		buffer := make([]byte, 1<<16)
		for {
			n, err := file.Read(buffer)
			b = append(b, buffer[:n]...)
			if err != nil {
				break
			}
		}
		file.Close()
		texts[e.Name()] = string(b)
	}
	return texts
}

func TestEvidenceIntegrity(t *testing.T) {
	x := newExtractor(t)
	for name, text := range releases(t) {
		doc := kg.Document{ID: kg.NewID("document", name), Text: text}
		got := read(t, x, doc)
		checkIntegrity(t, got)
		if got.Document.Text != text {
			t.Errorf("%s: the text was changed", name)
		}
		if len(got.Things) < 10 || len(got.Claims) < 10 {
			t.Errorf("%s: %d things and %d claims are too few", name, len(got.Things), len(got.Claims))
		}
		if again := read(t, x, doc); !reflect.DeepEqual(got, again) {
			t.Errorf("%s: reading it twice gives two extractions", name)
		}
	}
}

// TestCorpusIntegrity reads a few hundred real releases where they are at hand.
func TestCorpusIntegrity(t *testing.T) {
	folder := shared(t)
	if folder == "" {
		return
	}
	x := newExtractor(t)
	for i, text := range corpus(t, filepath.Join(folder, "corpus", "smartcity.jsonl.gz"), 300) {
		checkIntegrity(t, read(t, x, kg.Document{ID: kg.NewID("document", text), Text: text}))
		if t.Failed() {
			t.Fatalf("release %d", i)
		}
	}
}

// corpus gives the first texts of a file of JSON lines.
func corpus(t testing.TB, path string, most int) []string {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Skipf("NOT RUN: no corpus: %v", err)
	}
	defer file.Close()
	packed, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(packed)
	lines.Buffer(nil, 1<<24)
	var texts []string
	for len(texts) < most && lines.Scan() {
		var row struct{ Text string }
		if err := json.Unmarshal(lines.Bytes(), &row); err != nil {
			t.Fatal(err)
		}
		texts = append(texts, row.Text)
	}
	return texts
}

func TestExtractStopsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := newExtractor(t).Extract(ctx, kg.Document{ID: "d", Text: "x"}); err == nil {
		t.Error("no error of a cancelled context")
	}
}

func FuzzExtract(f *testing.F) {
	// Short seeds: the time to minimise a finding grows with their square.
	for _, text := range releases(f) {
		for line := range strings.Lines(text) {
			f.Add(string([]rune(line)[:min(len([]rune(line)), 160)]))
		}
	}
	for _, text := range []string{"", "\ufeff", "นาย", "ครั้งที่ 1/", "ณ ", "(((", "พิธีลงนามบันทึกความเข้าใจ", "วันนี้ (", "ที่มา : http://", "“‘\"", "โครงการ", "กองทุน",
		"MOU ระหว่าง", "เป็นประธาน", "โดยมี", "และ และ และ", "1) 2) 3)", "Smart City a", "กระทรวง กระทรวง", "ประกอบด้วย , , ,", "Fund", "Mr. ", "จังหวัด", "a\u0e33\u0e33\u0e33", "\xff\xfe"} {
		f.Add(text)
	}
	x := newExtractor(f)
	f.Fuzz(func(t *testing.T, text string) {
		checkIntegrity(t, read(t, x, kg.Document{ID: "document-x", Text: string([]rune(text))}))
	})
}

func BenchmarkExtract(b *testing.B) {
	x := newExtractor(b)
	texts := releases(b)
	var docs []kg.Document
	size := 0
	for name, text := range texts {
		docs = append(docs, kg.Document{ID: kg.NewID("document", name), Text: text})
		size += len(text)
	}
	b.SetBytes(int64(size / len(docs)))
	b.ResetTimer()
	for i := 0; b.Loop(); i++ {
		read(b, x, docs[i%len(docs)])
	}
}
