package quarantine

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"mueang/graph/kg"
)

func clock() time.Time { return time.Date(2026, 11, 23, 10, 0, 0, 0, time.UTC) }

func files(t *testing.T, folder string) []string {
	t.Helper()
	list, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, file := range list {
		names = append(names, file.Name())
	}
	return names
}

func TestKeep(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "a", "quarantine")
	for range 2 { // again, by another process
		f := New(folder, clock)
		for range 2 {
			if err := f.Keep("../../etc/passwd:3", kg.BadInput, "is a binary file", []byte("\x00\xff")); err != nil {
				t.Fatal(err)
			}
		}
	}
	names := files(t, folder)
	if len(names) != 2 {
		t.Fatalf("kept: %v, want one document with its reason", names)
	}
	text, err := os.ReadFile(filepath.Join(folder, names[0]))
	if err != nil {
		t.Fatal(err)
	}
	var e entry
	if err := json.Unmarshal(text, &e); err != nil {
		t.Fatal(err)
	}
	if e != (entry{"../../etc/passwd:3", kg.BadInput, "is a binary file", "2026-11-23T10:00:00Z", names[1]}) {
		t.Errorf("entry: %+v", e)
	}
	if raw, err := os.ReadFile(filepath.Join(folder, e.File)); err != nil || string(raw) != "\x00\xff" {
		t.Errorf("bytes: %q, %v", raw, err)
	}
}

func TestWhatDiffersIsKeptApart(t *testing.T) {
	f := New(t.TempDir(), clock)
	for _, place := range []string{"a", "b"} {
		for _, raw := range []string{"", "one", "two"} {
			if err := f.Keep(place, kg.BadInput, "why", []byte(raw)); err != nil {
				t.Fatal(err)
			}
		}
	}
	if names := files(t, f.path); len(names) != 10 {
		t.Errorf("%d files, want six reasons and four documents: %v", len(names), names)
	}
}

func TestAFullQuarantineKeepsNoMore(t *testing.T) {
	folder := t.TempDir()
	f := New(folder, clock)
	f.limit = 2000
	if err := f.Keep("a", kg.BadInput, "why", make([]byte, 1000)); err != nil {
		t.Fatal(err)
	}
	before := len(files(t, folder))
	again := New(folder, clock)
	again.limit = 2000
	for _, f := range []*Folder{f, again} {
		err := f.Keep("b", kg.BadInput, "why", make([]byte, 1000))
		if kg.CodeOf(err) != kg.Unavailable || !strings.Contains(err.Error(), "is full") {
			t.Errorf("full: %v", err)
		}
	}
	if now := len(files(t, folder)); now != before {
		t.Errorf("%d files, %d before", now, before)
	}
}

func TestAFolderThatCannotBeMade(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := New(filepath.Join(file, "quarantine"), clock).Keep("a", kg.BadInput, "why", nil); kg.CodeOf(err) != kg.Unavailable {
		t.Errorf("%v", err)
	}
}
