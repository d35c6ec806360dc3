package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestACopyIsNoSource loads what another ministry made of a release, its
// headline and contact another, in each order, and then what it put in its place.
func TestACopyIsNoSource(t *testing.T) {
	const release = releases + "/000_5066beb95f569f92.txt"
	text, err := os.ReadFile(release)
	if err != nil {
		t.Fatal(err)
	}
	page := func(name, text string) string {
		line, err := json.Marshal(map[string]string{"id": "page", "url": "https://example.org/news/7", "publishedOn": "2019-11-28", "text": text})
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(t.TempDir(), name+".jsonl")
		if err := os.WriteFile(path, line, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	_, body, _ := strings.Cut(string(text), "2562\n")
	copied := page("copied", "เมืองอัจฉริยะอาเซียน-เกาหลี เดินหน้าแล้ว\n"+body+"\nสอบถามเพิ่มเติม กลุ่มประชาสัมพันธ์ โทร. 0 2123 4567")
	other := page("other", "ประกาศรับสมัครพนักงานราชการ ตำแหน่งนักวิชาการคอมพิวเตอร์ จำนวน 3 อัตรา ยื่นใบสมัครได้ที่สำนักงานเลขานุการกรม")

	type row struct {
		Type        string  `json:"type"`
		ID          string  `json:"id"`
		Source      string  `json:"source"`
		CopyOf      string  `json:"copyOf"`
		SourceCount int     `json:"sourceCount"`
		Confidence  float64 `json:"confidence"`
		Evidence    []struct {
			Document string `json:"document"`
		} `json:"evidence"`
	}
	read := func(t *testing.T, export string) (facts map[string]row, documents map[string]row) {
		facts, documents = map[string]row{}, map[string]row{}
		for line := range strings.Lines(export) {
			var r row
			if err := json.Unmarshal([]byte(line), &r); err != nil {
				t.Fatal(err)
			}
			switch r.Type {
			case "fact":
				facts[r.ID] = r
			case "document":
				documents[r.Source] = r
			}
		}
		return facts, documents
	}
	stores(t, func(t *testing.T, store func() string) {
		load := func(places ...string) string {
			where := store()
			for _, place := range places {
				must(t, "--store", where, "load", place)
				if out := must(t, "--store", where, "verify"); !strings.Contains(out, " 0 violations") {
					t.Error(out)
				}
			}
			return must(t, "--store", where, "export", "--format", "jsonl")
		}
		alone := load(release)
		facts, _ := read(t, alone)
		with := load(release, copied)
		if again := load(copied, release); again != with {
			t.Errorf("the copy first: %s", firstDifference(with, again))
		}
		after, documents := read(t, with)
		original := documents["000_5066beb95f569f92"]
		if got := documents["page"].CopyOf; got != original.ID || got == "" || original.CopyOf != "" {
			t.Fatalf("the copy is one of %q, not of %q", got, original.ID)
		}
		told := 0
		for id, was := range facts {
			is := after[id]
			if is.SourceCount != was.SourceCount || is.Confidence != was.Confidence {
				t.Errorf("fact %s had %d sources and confidence %g, with a copy %d and %g", id, was.SourceCount, was.Confidence, is.SourceCount, is.Confidence)
			}
			told += len(is.Evidence) - len(was.Evidence)
		}
		if len(facts) == 0 || told < 5 {
			t.Errorf("of %d facts the copy is evidence of %d only", len(facts), told)
		}
		want := load(other, release)
		got, kept, _ := strings.Cut(load(release, copied, other), `{"type":"version"`)
		if strings.Count(kept, "\n") != 1 {
			t.Errorf("what the page said first is not kept: %s", kept)
		}
		if got != want {
			t.Errorf("after the copy another text: %s", firstDifference(want, got))
		}
	})
}
