package main

import (
	"path/filepath"
	"strings"
	"testing"
)

func TestSynth(t *testing.T) {
	dir := t.TempDir()
	make := func(name string, args ...string) (store, graph string) {
		store = "sqlite:" + filepath.Join(dir, name)
		must(t, append([]string{"--store", store, "synth", "--quiet", "--documents"}, args...)...)
		return store, must(t, "--store", store, "export")
	}
	store, graph := make("a.db", "60")
	if said := must(t, "--store", store, "verify"); !strings.HasSuffix(said, ": 0 violations\n") {
		t.Errorf("verify: %s", said)
	}
	if _, again := make("b.db", "60"); again != graph {
		t.Error("equal sizes and seeds made two graphs")
	}
	if _, other := make("c.db", "60", "--seed", "2"); other == graph {
		t.Error("another seed made the same graph")
	}
	if code, _, said := run(t, "", "--store", store, "synth"); code != exitFailed || !strings.Contains(said, "holds documents already") {
		t.Errorf("into a store that holds documents: exit code %d, %s", code, said)
	}
	if code, _, _ := run(t, "", "--store", store, "synth", "--documents", "0"); code != exitUsage {
		t.Errorf("no documents: exit code %d", code)
	}
}
