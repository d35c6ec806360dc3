package neo4j_test

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"mueang/graph/kg"
	"mueang/graph/store/neo4j"
	"mueang/graph/store/neo4j/neo4jtest"
	"mueang/graph/store/storetest"
	"mueang/graph/store/storetest/model"
)

// TestAScriptMakesAnEqualStore replays scripts into an empty Neo4j: of a world
// with names that are hostile in every way, and of one to read. What is exported
// then is what was exported before.
func TestAScriptMakesAnEqualStore(t *testing.T) {
	url := neo4jtest.Start(t)
	random := model.New()
	r := rand.New(rand.NewPCG(11, 0))
	world := storetest.NewWorld(r)
	for range 6 {
		b := world.RandomBatch(r)
		if err := kg.Apply(t.Context(), random, &b); err != nil {
			t.Fatal(err)
		}
	}
	hostile := model.New()
	if err := kg.Apply(t.Context(), hostile, hostileBatch()); err != nil {
		t.Fatal(err)
	}
	for name, store := range map[string]kg.Store{"small": filledWith(t, storetest.SmallWorld()), "random": random, "hostile": hostile} {
		t.Run(name, func(t *testing.T) {
			var text bytes.Buffer
			if err := neo4j.Script(t.Context(), store, &text); err != nil {
				t.Fatal(err)
			}
			neo4jtest.Wipe(t, url)
			replay(t, url, text.String())
			copied := connect(t, neo4j.Config{URL: url})
			defer copied.Close()
			want, err := storetest.Export(t.Context(), store)
			if err != nil {
				t.Fatal(err)
			}
			got, err := storetest.Export(t.Context(), copied)
			if err != nil {
				t.Fatal(err)
			}
			if want.Lines() != got.Lines() {
				wants, gots := strings.Split(want.Lines(), "\n"), strings.Split(got.Lines(), "\n")
				for i := range min(len(wants), len(gots)) {
					if wants[i] != gots[i] {
						t.Fatalf("row %d\nwant %.2000s\ngot  %.2000s", i, wants[i], gots[i])
					}
				}
				t.Fatalf("%d rows, not %d", len(gots), len(wants))
			}
			var again bytes.Buffer
			if err := neo4j.Script(t.Context(), copied, &again); err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(text.Bytes(), again.Bytes()) {
				t.Error("the copy writes another script")
			}
		})
	}
}

func filledWith(t *testing.T, b *kg.Batch) kg.Store {
	t.Helper()
	s := model.New()
	if err := kg.Apply(t.Context(), s, b); err != nil {
		t.Fatal(err)
	}
	return s
}

// hostiles are texts that end a string, or look as if they did.
var hostiles = []string{
	`'`, `"`, "`", `\`, `\'`, `\\`, `\\'`, `\u0027`, `\\u0027`, `\\\u0027`, `\U0001F3D9`, `\x27`, `\n`, "a\nb", "a\r\nb", "a\tb", "a\u0000b", "\u0001\u0008\u000b\u000c\u001f\u007f\u0085\u009f",
	"\u2028\u2029", "\u202eevil\u202c", "\u2066x\u2069", "\ufeffx", "\uffff", "\ufffd", "🏙️👩‍👩‍👧", "ที่ ฟื้น ปู่", "'}]) MATCH (n) DETACH DELETE n //", "/* x */ // y", "; :exit\n;", "$rows $p", strings.Repeat("ก'\\", 10_000),
}

func hostileBatch() *kg.Batch {
	b := &kg.Batch{Snapshot: &kg.Snapshot{ID: "s", RecordedAt: "2026-01-02T03:04:05Z"}}
	for _, text := range hostiles {
		id := kg.NewID("person", text)
		b.Entities = append(b.Entities, kg.Entity{ID: id, Kind: kg.KindPerson, Name: text, Names: []kg.Name{{Text: text, Language: "und", Kind: kg.NameAlias}},
			Description: text, Titles: []string{text}, Referents: []kg.ID{id}})
		b.Documents = append(b.Documents, kg.Document{ID: kg.NewID("document", text), Title: text, Text: text, Hash: "h"})
	}
	return b
}

// replay runs the statements of a script one after another, as cypher-shell does.
func replay(t *testing.T, url, script string) {
	t.Helper()
	d, err := driver.NewDriverWithContext(url, driver.NoAuth())
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close(t.Context())
	session := d.NewSession(t.Context(), driver.SessionConfig{})
	defer session.Close(t.Context())
	for line := range strings.Lines(script) {
		if strings.HasPrefix(line, "//") {
			continue
		}
		statement, ok := strings.CutSuffix(line, ";\n")
		if !ok {
			t.Fatalf("no statement: %.500s", line)
		}
		result, err := session.Run(t.Context(), statement, nil)
		if err == nil {
			_, err = result.Consume(t.Context())
		}
		if err != nil {
			t.Fatalf("%v\n%.1000s", err, statement)
		}
	}
}
