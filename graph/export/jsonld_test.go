package export_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/piprate/json-gold/ld"

	"mueang/graph/export"
	"mueang/graph/kg"
	"mueang/graph/store/storetest"
)

var update = flag.Bool("update", false, "write the golden files")

// offline refuses to fetch contexts.
type offline struct{}

func (offline) LoadDocument(url string) (*ld.RemoteDocument, error) {
	return nil, fmt.Errorf("%s is fetched", url)
}

// quads gives the RDF of a JSON-LD document, in canonical form.
func quads(t *testing.T, data []byte) string {
	t.Helper()
	var document any
	if err := json.Unmarshal(data, &document); err != nil {
		t.Fatal(err)
	}
	options := ld.NewJsonLdOptions("")
	options.DocumentLoader = offline{}
	options.Format, options.Algorithm = "application/n-quads", ld.AlgorithmURDNA2015
	made, err := ld.NewJsonLdProcessor().Normalize(document, options)
	if err != nil {
		t.Fatal(err)
	}
	text, _ := made.(string)
	return text
}

// TestJSONLD holds the RDF of what is written against testdata/small.nq.
func TestJSONLD(t *testing.T) {
	got := quads(t, written(t, export.JSONLD, storetest.SmallWorld()))
	const golden = "testdata/small.nq"
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the RDF is not that of %s:\n%s", golden, got)
	}
}

// TestHostileJSONLD holds that every hostile text is a literal of the RDF, and
// nothing else.
func TestHostileJSONLD(t *testing.T) {
	b := hostileWorld()
	var document any
	if err := json.Unmarshal(written(t, export.JSONLD, b), &document); err != nil {
		t.Fatal(err)
	}
	options := ld.NewJsonLdOptions("")
	options.DocumentLoader = offline{}
	made, err := ld.NewJsonLdProcessor().ToRDF(document, options)
	if err != nil {
		t.Fatal(err)
	}
	dataset, _ := made.(*ld.RDFDataset)
	literals := map[string]int{}
	for _, quad := range dataset.Graphs["@default"] {
		if literal, ok := quad.Object.(ld.Literal); ok {
			literals[quad.Predicate.GetValue()+" "+literal.Value]++
		} else if iri := quad.Object.GetValue(); strings.ContainsAny(iri, " <>\"\n") {
			t.Errorf("the IRI %q", iri)
		}
	}
	for _, d := range b.Documents {
		for _, predicate := range []string{"http://schema.org/articleBody", "http://schema.org/headline", "http://www.w3.org/2004/02/skos/core#prefLabel", "http://www.w3.org/ns/oa#exact"} {
			if literals[predicate+" "+d.Text] == 0 {
				t.Errorf("%s %q is not there", predicate, d.Text)
			}
		}
	}
	var names int
	for _, e := range b.Entities {
		names += len(e.Names)
		for _, name := range e.Names {
			predicate := map[kg.NameKind]string{kg.NameOfficial: "name"}[name.Kind]
			if predicate == "" {
				predicate = "alternateName"
			}
			if literals["http://schema.org/"+predicate+" "+name.Text] == 0 {
				t.Errorf("the name %q is not there", name.Text)
			}
		}
	}
	if names == 0 {
		t.Error("no names")
	}
}
