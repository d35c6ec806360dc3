package export_test

import (
	"bytes"
	"context"
	"io"
	"strings"
	"testing"

	"mueang/graph/export"
	"mueang/graph/kg"
	"mueang/graph/store/storetest"
	"mueang/graph/store/storetest/model"
)

// hostiles are texts that break what they are written into, or look like it.
var hostiles = []string{
	"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "'=1", "''", "＝1", "=HYPERLINK(\"https://example.org\")", `"`, `""`, `a"b`, "a,b", "a\nb", "a\r\nb", " a ", "a;b",
	"a\u0000b", "\u0001\u0008\u000b\u000c\u001f\u007f", "\ufffe\uffff", "\u202eevil\u202c", "\u2066x\u2069", "\ufeffx", "🏙️👩‍👩‍👧", "ที่ ฟื้น ปู่",
	"<script>alert(1)</script>", "]]>", "&amp;", "&#0;", "<!--", "\\u0000", `\`, "{{x}}", "@id", "m:person", "_:b0", strings.Repeat("นานมาก", 2_000),
}

// hostileWorld has each hostile text in every place in which documents put texts.
func hostileWorld() *kg.Batch {
	b := &kg.Batch{Snapshot: &kg.Snapshot{ID: "s1", RecordedAt: "2026-01-02T03:04:05Z"}}
	for _, text := range hostiles {
		document, person, meeting := kg.NewID("document", text), kg.NewID("person", text), kg.NewID("meeting", text)
		b.Documents = append(b.Documents, kg.Document{ID: document, Source: text, URL: text, Title: text, Publisher: text, Text: text, Hash: "h"})
		b.Entities = append(b.Entities,
			kg.Entity{ID: person, Kind: kg.KindPerson, Name: text, Names: []kg.Name{{Text: text, Language: "th", Kind: kg.NameOfficial}, {Text: "also " + text, Language: "und", Kind: kg.NameAlias}},
				Description: text, Titles: []string{text}, Identifiers: []kg.Identifier{{Scheme: "x", Value: text}}, Referents: []kg.ID{person}},
			kg.Entity{ID: meeting, Kind: kg.KindMeeting, Name: text, Names: []kg.Name{{Text: text, Language: "und", Kind: kg.NameOfficial}}, Referents: []kg.ID{meeting}, Series: &kg.Series{Name: text}})
		q := kg.Qualifiers{Role: "CHAIR", RoleText: text}
		f := kg.Fact{ID: kg.FactID(kg.Chaired, person, meeting, q), Type: kg.Chaired, Subject: person, Object: meeting, Qualifiers: q, Confidence: 0.5, FactStatus: kg.Extracted, SourceCount: 1}
		s := kg.Statement{Fact: f.ID, Type: f.Type, Subject: person, Object: meeting, Qualifiers: q,
			Evidence: kg.Evidence{Document: document, End: len([]rune(text)), Quote: text, Extractor: "rules", Version: "1", Confidence: 0.5}}
		s.ID = kg.StatementID(s)
		b.Facts, b.Statements = append(b.Facts, f), append(b.Statements, s)
	}
	return b
}

func storeOf(t testing.TB, b *kg.Batch) kg.Store {
	t.Helper()
	store := model.New()
	if err := kg.Apply(t.Context(), store, b); err != nil {
		t.Fatal(err)
	}
	return store
}

// written gives what a format writes of some rows.
func written(t testing.TB, write func(context.Context, kg.Store, io.Writer) error, b *kg.Batch) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := write(t.Context(), storeOf(t, b), &out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// shown gives the facts that are not rejected.
func shown(b *kg.Batch) []kg.Fact {
	var list []kg.Fact
	for _, f := range b.Facts {
		if f.FactStatus != kg.Rejected {
			list = append(list, f)
		}
	}
	return list
}

// visible gives a text as formats show it that cannot hold every character.
func visible(text string) string {
	var b strings.Builder
	for _, r := range text {
		switch {
		case r < ' ' && !strings.ContainsRune("\t\n\r", r):
			r += 0x2400
		case r == 0x7f:
			r = 0x2421
		case r == 0xfffe || r == 0xffff:
			r = 0xfffd
		}
		b.WriteRune(r)
	}
	return b.String()
}

// TestFormats holds of every format that two stores with equal documents, one
// loaded later than the other, have equal bytes, and that it says when the
// output fails.
func TestFormats(t *testing.T) {
	for _, format := range export.Formats {
		t.Run(format.Name, func(t *testing.T) {
			b, later := storetest.SmallWorld(), storetest.SmallWorld()
			for i := range later.Documents {
				later.Documents[i].RecordedAt = "2030-01-01T00:00:00Z"
			}
			for i := range later.Facts {
				later.Facts[i].RecordedAt = "2030-01-01T00:00:00Z"
			}
			if !bytes.Equal(written(t, format.Write, b), written(t, format.Write, later)) {
				t.Error("the time of loading is in it")
			}
			if len(written(t, format.Write, &kg.Batch{})) == 0 && format.Name != "jsonl" && format.Name != "ftm" {
				t.Error("nothing is written of an empty store")
			}
			if err := format.Write(t.Context(), storeOf(t, b), full{}); err == nil || !strings.Contains(err.Error(), "disk full") {
				t.Errorf("a full disk gives %v", err)
			}
			ended, cancel := context.WithCancel(t.Context())
			cancel()
			if err := format.Write(ended, storeOf(t, b), io.Discard); err == nil {
				t.Error("it goes on when nobody waits")
			}
		})
	}
}
