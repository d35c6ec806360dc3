package export_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"mueang/graph/export"
	"mueang/graph/kg"
	"mueang/graph/store/storetest/model"
)

// world gives a store with n facts between two entities, each said by two
// statements of one document.
func world(t *testing.T, n int) kg.Store {
	t.Helper()
	text := "นาย ก เป็นประธาน <b>&"
	b := &kg.Batch{
		Documents: []kg.Document{{ID: "document-1", Source: "001", Text: text, Hash: "h", RecordedAt: "2026-01-02T03:04:05Z"}},
		Entities: []kg.Entity{
			{ID: "person-1", Kind: kg.KindPerson, Name: "ก", Names: []kg.Name{{Text: "ก", Language: "th", Kind: kg.NameOfficial}}, Referents: []kg.ID{"person-1"}, DocumentCount: 1},
			{ID: "meeting-1", Kind: kg.KindMeeting, Name: "ข", Names: []kg.Name{{Text: "ข", Language: "th", Kind: kg.NameOfficial}}, Referents: []kg.ID{"meeting-1"}, DocumentCount: 1},
		},
	}
	for i := range n {
		q := kg.Qualifiers{Role: fmt.Sprint("ROLE", i)}
		id := kg.FactID(kg.Chaired, "person-1", "meeting-1", q)
		b.Facts = append(b.Facts, kg.Fact{ID: id, Type: kg.Chaired, Subject: "person-1", Object: "meeting-1", Qualifiers: q,
			Confidence: 0.5, FactStatus: kg.Extracted, SourceCount: 1, RecordedAt: "2026-01-02T03:04:05Z"})
		for _, start := range []int{4, 0} {
			s := kg.Statement{Fact: id, Type: kg.Chaired, Subject: "person-1", Object: "meeting-1", Qualifiers: q,
				Evidence: kg.Evidence{Document: "document-1", Start: start, End: start + 5, Quote: string([]rune(text)[start : start+5]), Extractor: "t", Version: "1", Confidence: 0.5}}
			s.ID = kg.StatementID(s)
			b.Statements = append(b.Statements, s)
		}
	}
	store := model.New()
	if err := kg.Apply(t.Context(), store, b); err != nil {
		t.Fatal(err)
	}
	return store
}

func TestJSONL(t *testing.T) {
	const facts = 1100 // more than are read at a time
	var out strings.Builder
	if err := export.JSONL(t.Context(), world(t, facts), &out); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
	if len(lines) != 3+facts {
		t.Fatalf("%d lines", len(lines))
	}
	if want := `{"type":"document","id":"document-1","source":"001","text":"นาย ก เป็นประธาน <b>&","hash":"h"}`; lines[0] != want {
		t.Errorf("got  %s\nwant %s", lines[0], want)
	}
	if want := `{"type":"entity","id":"meeting-1","kind":"MEETING",`; !strings.HasPrefix(lines[1], want) {
		t.Errorf("got  %s\nwant %s…", lines[1], want)
	}
	last := ""
	for _, line := range lines[3:] {
		var fact struct {
			Type, Relation, ID, Role, RecordedAt string
			Evidence                             []struct {
				Start int
				Quote string
			}
		}
		if err := json.Unmarshal([]byte(line), &fact); err != nil {
			t.Fatal(err)
		}
		if fact.Type != "fact" || fact.Relation != "CHAIRED" || fact.ID <= last || fact.RecordedAt != "" || len(fact.Evidence) != 2 ||
			fact.Evidence[0].Start != 0 || fact.Evidence[0].Quote != "นาย ก" || fact.Evidence[1].Start != 4 {
			t.Fatalf("%s", line)
		}
		last = fact.ID
	}
}

func TestJSONLCarriesTheLedgerAndKeptVersions(t *testing.T) {
	a := kg.Act{Seq: 1, Kind: kg.ActRetract, Document: "document-9", Actor: "กานดา", At: "2026-01-02T03:04:05Z"}
	a.ID = kg.ActID(a)
	v := kg.Version{Document: kg.Document{ID: "document-9", Text: "ถอน", Hash: "h", RecordedAt: "2026-01-02T03:04:05Z"}, Until: "2026-01-02T03:04:05Z", Retracted: a.ID}
	v.ID = kg.VersionID(&v.Document)
	store := world(t, 1)
	if err := kg.Apply(t.Context(), store, &kg.Batch{Acts: []kg.Act{a}, Versions: []kg.Version{v}}); err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	if err := export.JSONL(t.Context(), store, &out); err != nil {
		t.Fatal(err)
	}
	want := fmt.Sprintf(`{"type":"act","seq":1,"id":"%s","kind":"RETRACT","actor":"กานดา","at":"2026-01-02T03:04:05Z","document":"document-9"}
{"type":"version","id":"%s","document":{"id":"document-9","source":"","text":"ถอน","hash":"h"},"until":"","retracted":"%s"}
`, a.ID, v.ID, a.ID)
	if !strings.HasSuffix(out.String(), want) {
		t.Errorf("got  %s\nwant …%s", out.String(), want)
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }

var errFull = fmt.Errorf("disk full")

func TestJSONLSaysThatTheOutputFailed(t *testing.T) {
	if err := export.JSONL(t.Context(), world(t, 1), full{}); err == nil || !strings.Contains(err.Error(), "disk full") {
		t.Errorf("%v", err)
	}
}
