package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"mueang/graph/kg"
	"mueang/graph/store/neo4j"
	"mueang/graph/store/neo4j/neo4jtest"
	"mueang/graph/store/sqlite"
)

// TestKilledLoads kills the program at random moments of a load and runs it
// again. After each kill the store is sound and holds whole documents only; run
// to the end, it exports what an undisturbed load exports.
// MUEANG_KILLS is how many kills the embedded store gets, 20 without it; Neo4j
// gets a fifth.
func TestKilledLoads(t *testing.T) {
	kills := 20
	if text := os.Getenv("MUEANG_KILLS"); text != "" {
		n, err := strconv.Atoi(text)
		if err != nil || n < 1 {
			t.Fatalf("MUEANG_KILLS=%s is no number of kills", text)
		}
		kills = n
	}
	program := build(t)
	corpus := killCorpus(t)
	undisturbed := "sqlite:" + filepath.Join(t.TempDir(), "mueang.db")
	begin := time.Now()
	kill(t, program, undisturbed, corpus, time.Hour)
	k := killed{program: program, corpus: corpus, lasts: time.Since(begin), whole: sizes(t, undisturbed), export: must(t, "--store", undisturbed, "export")}
	t.Logf("a load of %d documents lasts %s undisturbed", len(k.whole), k.lasts.Round(time.Millisecond))
	t.Run("sqlite", func(t *testing.T) {
		k.run(t, kills, func() string { return "sqlite:" + filepath.Join(t.TempDir(), "store", "mueang.db") })
	})
	t.Run("neo4j", func(t *testing.T) {
		url := neo4jtest.Start(t)
		k := k
		k.lasts *= 4 // about, there
		k.run(t, max(1, kills/5), func() string {
			neo4jtest.Wipe(t, url)
			return url
		})
	})
}

// build builds the program and gives its path.
func build(t *testing.T) string {
	t.Helper()
	program := filepath.Join(t.TempDir(), "mueang")
	if out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	return program
}

type killed struct {
	program, corpus string
	lasts           time.Duration    // about
	whole           map[kg.ID]string // what each document has, by sizes
	export          string
}

// run kills loads into one store until it is full, then those into another.
func (k killed) run(t *testing.T, kills int, store func() string) {
	random := rand.New(rand.NewPCG(uint64(time.Now().UnixNano()), 0))
	where := store()
	for done := 0; ; {
		after := time.Duration(random.Int64N(int64(k.lasts)))
		if done == kills {
			after = time.Hour
		}
		finished := kill(t, k.program, where, k.corpus, after)
		held := sizes(t, where)
		for id, size := range held {
			if k.whole[id] != size {
				t.Fatalf("killed after %s: document %s has %s, want %s", after, id, size, k.whole[id])
			}
		}
		if !finished {
			done++
			t.Logf("killed after %s: %d of %d documents", after.Round(time.Millisecond), len(held), len(k.whole))
			if said := must(t, "--store", where, "verify"); !strings.HasSuffix(said, ": 0 violations\n") {
				t.Fatalf("killed after %s: %s", after, said)
			}
			continue
		}
		if export := must(t, "--store", where, "export"); export != k.export {
			t.Fatalf("the export differs after %d kills: %s", done, firstDifference(k.export, export))
		}
		if done == kills {
			return
		}
		where = store()
	}
}

// kill loads and is killed after some time; true when it had finished by then.
func kill(t *testing.T, program, store, corpus string, after time.Duration) bool {
	t.Helper()
	var said bytes.Buffer
	load := exec.Command(program, "--store", store, "load", "--quiet", "--batch", "8", corpus)
	load.Stderr = &said
	if err := load.Start(); err != nil {
		t.Fatal(err)
	}
	defer time.AfterFunc(after, func() { _ = load.Process.Kill() }).Stop()
	err := load.Wait()
	var exit *exec.ExitError
	if errors.As(err, &exit) && !exit.Exited() {
		return false
	}
	if err != nil {
		t.Fatalf("load: %v: %s", err, said.String())
	}
	return true
}

// sizes counts the mentions and statements of each document.
func sizes(t *testing.T, where string) map[kg.ID]string {
	t.Helper()
	var store kg.Store
	var err error
	if path, embedded := strings.CutPrefix(where, "sqlite:"); embedded {
		store, err = sqlite.Open(t.Context(), path)
	} else {
		store, err = neo4j.Open(t.Context(), neo4j.Config{URL: where})
	}
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	mentions, statements, held := map[kg.ID]int{}, map[kg.ID]int{}, map[kg.ID]string{}
	err = store.Read(t.Context(), func(ctx context.Context, r kg.Reader) error {
		if err := r.EachMention(ctx, func(m *kg.Mention) error { mentions[m.Document]++; return nil }); err != nil {
			return err
		}
		if err := r.EachStatement(ctx, func(s *kg.Statement) error { statements[s.Document]++; return nil }); err != nil {
			return err
		}
		return r.EachDocument(ctx, func(d *kg.Document) error {
			held[d.ID] = fmt.Sprintf("%d mentions, %d statements", mentions[d.ID], statements[d.ID])
			delete(mentions, d.ID)
			delete(statements, d.ID)
			return nil
		})
	})
	if err != nil {
		t.Fatal(err)
	}
	maps.Copy(mentions, statements)
	for id := range mentions {
		t.Fatalf("what document %s says is there and the document is not", id)
	}
	return held
}

// killCorpus writes a file of releases: some hundred of the corpus where it is,
// else the founding releases over and over, each time as another day's.
func killCorpus(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "releases.jsonl")
	var out bytes.Buffer
	if !corpusLines(t, &out, 240) {
		names, err := filepath.Glob(filepath.Join(releases, "*.txt"))
		if err != nil || len(names) == 0 {
			t.Fatalf("%s: %d texts, %v", releases, len(names), err)
		}
		encoder := json.NewEncoder(&out)
		for i := range 120 {
			text, err := os.ReadFile(names[i%len(names)])
			if err != nil {
				t.Fatal(err)
			}
			// Each is about other people and another city, so that batches
			// have something to bring together and something of their own.
			other := strings.NewReplacer("ปูซาน", fmt.Sprint("ปูซาน", i/7), "กรรณิการ์", "กรรณิการ์"+strings.Repeat("กา", i%5)).Replace(string(text))
			if err := encoder.Encode(map[string]string{"id": fmt.Sprint("release-", i), "url": fmt.Sprint("https://example.org/news/", i),
				"publishedOn": fmt.Sprintf("2019-%02d-%02d", 1+i%12, 1+i%28), "text": other}); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := os.WriteFile(path, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// corpusLines copies lines of the corpus; false where there is none.
func corpusLines(t *testing.T, out *bytes.Buffer, count int) bool {
	root := os.Getenv("MUEANG_SHARED")
	if root == "" {
		root = filepath.Join("..", "..", "..", "shared")
	}
	file, err := os.Open(filepath.Join(root, "corpus", "sample.jsonl.gz"))
	if err != nil {
		t.Log("NOT RUN on the corpus: MUEANG_SHARED names the folder with it; the founding releases serve")
		return false
	}
	defer file.Close()
	unzipped, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewReader(unzipped)
	for range count {
		line, err := lines.ReadBytes('\n')
		if err != nil {
			t.Fatal(err)
		}
		out.Write(line)
	}
	return true
}
