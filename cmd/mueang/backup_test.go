package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestBackupAndRestore(t *testing.T) {
	stores(t, func(t *testing.T, store func() string) {
		source := store()
		must(t, "--store", source, "load", releases)
		before := must(t, "--store", source, "export")
		file := filepath.Join(t.TempDir(), "all.jsonl.gz")
		if said := must(t, "--store", source, "backup", file); !strings.Contains(said, "backed up") {
			t.Errorf("backup said %q", said)
		}
		if code, _, stderr := run(t, "", "--store", source, "backup", file); code != exitFailed || !strings.Contains(stderr, "is there already") {
			t.Errorf("a second backup to one name: %d, %s", code, stderr)
		}
		if code, _, stderr := run(t, "", "--store", source, "restore", file); code != exitFailed || !strings.Contains(stderr, "already") {
			t.Errorf("into a store that holds something: %d, %s", code, stderr)
		}
		// Into the other engine's place too: a backup is of no engine.
		for _, target := range []string{"sqlite:" + filepath.Join(t.TempDir(), "new", "mueang.db"), store()} {
			must(t, "--store", target, "restore", file)
			must(t, "--store", target, "verify")
			if after := must(t, "--store", target, "export"); after != before {
				t.Errorf("restored into %s the export is another", target)
			}
		}
	})
}

// TestBackupWhileLoading takes a backup while releases come in: what is
// restored has whole documents, and loading on ends where the other load did.
func TestBackupWhileLoading(t *testing.T) {
	dir := t.TempDir()
	store, file, other := "sqlite:"+filepath.Join(dir, "a.db"), filepath.Join(dir, "a.jsonl.gz"), "sqlite:"+filepath.Join(dir, "b.db")
	loaded := make(chan int, 1)
	in, feed := io.Pipe()
	var errs bytes.Buffer
	go func() {
		m := Main{Stdin: in, Stdout: io.Discard, Stderr: &errs, Now: time.Now}
		loaded <- m.Run(context.Background(), []string{"mueang", "--store", store, "load", "-"})
	}()
	lines := strings.SplitAfter(jsonLines(t), "\n")
	for i, line := range lines {
		if i == len(lines)/2 {
			must(t, "--store", store, "backup", file)
		}
		if _, err := io.WriteString(feed, line); err != nil {
			t.Fatal(err)
		}
	}
	feed.Close()
	if code := <-loaded; code != exitDone {
		t.Fatalf("the load ended with %d: %s", code, errs.String())
	}
	must(t, "--store", other, "restore", file)
	must(t, "--store", other, "verify")
	all := filepath.Join(dir, "all.jsonl")
	if err := os.WriteFile(all, []byte(strings.Join(lines, "")), 0o644); err != nil {
		t.Fatal(err)
	}
	must(t, "--store", other, "load", all)
	if must(t, "--store", other, "export") != must(t, "--store", store, "export") {
		t.Error("loading on from the backup ends elsewhere")
	}
}

func TestRestoreOfWhatIsNoBackup(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "store.db")
	code, _, stderr := run(t, "no backup", "--store", "sqlite:"+path, "restore", "-")
	if code != exitFailed || !strings.Contains(stderr, "is no backup") {
		t.Errorf("exit code %d: %s", code, stderr)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("what is left: %v, %v", left, err)
	}
}

// jsonLines gives 300 releases of the synthetic graph.
func jsonLines(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	path := filepath.Join(dir, "synth.db")
	must(t, "--store", "sqlite:"+path, "synth", "--documents", "300")
	var b strings.Builder
	for line := range strings.SplitSeq(must(t, "--store", "sqlite:"+path, "export"), "\n") {
		var row struct{ Type, Source, URL, Text string }
		if err := json.Unmarshal([]byte(line), &row); line == "" || err == nil && row.Type != "document" {
			continue
		} else if err != nil {
			t.Fatal(err)
		}
		out, err := json.Marshal(map[string]string{"id": row.Source, "url": row.URL, "text": row.Text})
		if err != nil {
			t.Fatal(err)
		}
		b.Write(append(out, '\n'))
	}
	return b.String()
}
