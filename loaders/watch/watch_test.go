package watch

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

func texts(name string) bool { return strings.HasSuffix(name, ".txt") }

func put(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// given starts to watch a folder and gives what load is given, by name.
func given(t *testing.T, folder string) <-chan string {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	names, done := make(chan string, 100), make(chan error, 1)
	go func() {
		done <- Folder(ctx, folder, 50*time.Millisecond, texts, func(files []string) error {
			if !slices.IsSorted(files) {
				t.Errorf("not in order: %v", files)
			}
			for _, file := range files {
				below, err := filepath.Rel(folder, file)
				if err != nil {
					return err
				}
				names <- below
			}
			return nil
		})
	}()
	t.Cleanup(func() {
		stop()
		if err := <-done; err != nil {
			t.Error(err)
		}
	})
	return names
}

// wait waits for the names, in any order, and nothing that is not among them.
func wait(t *testing.T, names <-chan string, want ...string) {
	t.Helper()
	missing := map[string]bool{}
	for _, name := range want {
		missing[name] = true
	}
	for len(missing) > 0 {
		select {
		case name := <-names:
			if !slices.Contains(want, name) {
				t.Errorf("%s is none of %v", name, want)
			}
			delete(missing, name)
		case <-time.After(time.Minute):
			t.Fatalf("still missing: %v", missing)
		}
	}
}

func TestWhatIsThereAndWhatComes(t *testing.T) {
	folder := t.TempDir()
	put(t, filepath.Join(folder, "b.txt"), "b")
	put(t, filepath.Join(folder, "deep", "a.txt"), "a")
	put(t, filepath.Join(folder, "image.png"), "")
	put(t, filepath.Join(folder, ".hidden.txt"), "")
	put(t, filepath.Join(folder, ".git", "x.txt"), "")
	names := given(t, folder)
	wait(t, names, "b.txt", "deep/a.txt")
	put(t, filepath.Join(folder, ".git", "y.txt"), "")
	put(t, filepath.Join(folder, "c.txt"), "c")
	wait(t, names, "c.txt")
	put(t, filepath.Join(folder, "new", "deeper", "d.txt"), "d")
	wait(t, names, filepath.Join("new", "deeper", "d.txt"))
	put(t, filepath.Join(folder, "c.txt"), "changed")
	wait(t, names, "c.txt")
	if err := os.Rename(filepath.Join(folder, ".hidden.txt"), filepath.Join(folder, "shown.txt")); err != nil {
		t.Fatal(err)
	}
	wait(t, names, "shown.txt")
}

func TestAFileThatIsWrittenStillIsNotReady(t *testing.T) {
	w := watcher{settle: time.Second, pending: map[string]time.Time{}}
	at := time.Now()
	w.pending["a.txt"], w.pending["b.txt"] = at, at.Add(-time.Second)
	if ready := w.ready(at); !slices.Equal(ready, []string{"b.txt"}) {
		t.Errorf("ready at once: %v", ready)
	}
	w.pending["a.txt"] = at.Add(900 * time.Millisecond) // it has gone on
	if ready := w.ready(at.Add(time.Second)); ready != nil {
		t.Errorf("ready while it changes: %v", ready)
	}
	if ready := w.ready(at.Add(2 * time.Second)); !slices.Equal(ready, []string{"a.txt"}) {
		t.Errorf("ready when it has settled: %v", ready)
	}
}

func TestErrors(t *testing.T) {
	if err := Folder(t.Context(), filepath.Join(t.TempDir(), "none"), time.Millisecond, texts, nil); err == nil {
		t.Error("a folder that is not there")
	}
	folder := t.TempDir()
	put(t, filepath.Join(folder, "a.txt"), "a")
	broken := errors.New("broken")
	err := Folder(t.Context(), folder, time.Millisecond, texts, func([]string) error { return broken })
	if !errors.Is(err, broken) {
		t.Errorf("an error of load: %v", err)
	}
}
