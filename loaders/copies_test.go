package loaders_test

import (
	"context"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"mueang/graph/kg"
	"mueang/loaders"
	"mueang/loaders/extract"
	"mueang/loaders/resolve"
	"mueang/loaders/source"
)

// TestTheCopiesOfTheCorpus finds the pairs that were read and held to be
// copies, and no others, in the corpus beside this repository (MUEANG_SHARED).
// Those of 91514 are pages without a text.
func TestTheCopiesOfTheCorpus(t *testing.T) {
	root := os.Getenv("MUEANG_SHARED")
	if root == "" {
		root = filepath.Join("..", "..", "shared")
	}
	files, err := filepath.Glob(filepath.Join(root, "corpus", "*.jsonl.gz"))
	if err != nil || len(files) == 0 {
		t.Skip("NOT RUN: there is no corpus; MUEANG_SHARED names the folder with it")
	}
	documents, sharing := map[kg.ID]kg.Document{}, map[string][]kg.ID{}
	for item := range source.Read(context.Background(), files, nil) {
		d := item.Document
		if item.Err != nil {
			t.Fatal(item.Err)
		}
		if _, known := documents[d.ID]; known {
			continue
		}
		for _, block := range resolve.Words(&d).Blocks {
			sharing[block] = append(sharing[block], d.ID)
		}
		documents[d.ID] = d
	}
	like := map[kg.ID]map[kg.ID]bool{}
	for _, ids := range sharing {
		for _, id := range ids {
			for _, other := range ids {
				if id != other {
					if like[id] == nil {
						like[id] = map[kg.ID]bool{}
					}
					like[id][other] = true
				}
			}
		}
	}
	// The day of publication stands in the text, so the candidates are read.
	rules, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	read := map[kg.ID]*resolve.Wording{}
	for id := range like {
		x, err := loaders.Read(t.Context(), rules, documents[id])
		if err != nil {
			t.Fatal(err)
		}
		read[id] = resolve.NewWording(&x.Document)
	}
	var got []string
	for id, others := range like {
		var candidates []*resolve.Wording
		for other := range maps.Keys(others) {
			candidates = append(candidates, read[other])
		}
		if original := resolve.Original(read[id], candidates); original != "" {
			number := func(id kg.ID) string { return strings.TrimPrefix(documents[id].Source, "thaigov-") }
			got = append(got, number(id)+" of "+number(original))
		}
	}
	slices.Sort(got)
	want := []string{"23882 of 23883", "24289 of 24287", "24291 of 24296", "28817 of 28838", "29116 of 29118", "29521 of 29478",
		"30756 of 30751", "35715 of 35698", "38874 of 91514", "70670 of 70667", "7307 of 7305", "75779 of 75319", "76269 of 74734",
		"77962 of 77850", "78470 of 91514", "7955 of 7956", "7957 of 7956", "79787 of 79789", "84387 of 91514", "85004 of 91514",
		"89793 of 91514", "92691 of 92715", "94078 of 94070"}
	if !slices.Equal(got, want) {
		t.Errorf("of %d candidates these are copies: %q", len(like), got)
	}
}
