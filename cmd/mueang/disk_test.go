package main

import (
	"bytes"
	"errors"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"mueang/graph/store/neo4j/neo4jtest"
)

// fewReleases writes a file of some releases.
func fewReleases(t *testing.T, count int) string {
	t.Helper()
	content, err := os.ReadFile(killCorpus(t))
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "releases.jsonl")
	if err := os.WriteFile(path, bytes.Join(bytes.SplitAfter(content, []byte("\n"))[:count], nil), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// child runs the program in a process of its own, under the limits that the
// shell sets first, "" for none.
func child(t *testing.T, limits, program string, args ...string) (code int, stderr string) {
	t.Helper()
	cmd := exec.Command("sh", append([]string{"-c", limits + "\n" + `exec "$0" "$@"`, program}, args...)...)
	var said bytes.Buffer
	cmd.Stderr = &said
	err := cmd.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return cmd.ProcessState.ExitCode(), said.String()
}

// TestAFullDisk lets the disk run full in the middle of a load. The load ends
// and says where and what to do; what was committed is whole and is kept, and
// the same command goes on from there when there is room.
func TestAFullDisk(t *testing.T) {
	program, corpus := build(t), fewReleases(t, 60)
	undisturbed := "sqlite:" + filepath.Join(t.TempDir(), "mueang.db")
	must(t, "--store", undisturbed, "load", "--quiet", "--batch", "4", corpus)
	whole, export := sizes(t, undisturbed), must(t, "--store", undisturbed, "export")
	load := func(t *testing.T, store, limits string) {
		t.Helper()
		args := []string{"--store", store, "load", "--quiet", "--batch", "4", corpus}
		code, said := child(t, limits, program, args...)
		if code != exitFailed || strings.Count(said, "\n") != 1 || !strings.Contains(said, strings.TrimPrefix(store, "sqlite:")) ||
			!strings.Contains(said, "MiB") || !strings.Contains(said, "the same command goes on from there") {
			t.Fatalf("exit code %d: %s", code, said)
		}
		t.Log(said)
	}
	resume := func(t *testing.T, store string) {
		t.Helper()
		if out := must(t, "--store", store, "verify"); !strings.HasSuffix(out, ": 0 violations\n") {
			t.Error(out)
		}
		held := sizes(t, store)
		if len(held) == 0 || len(held) >= len(whole) {
			t.Errorf("%d of %d documents were in when the disk was full", len(held), len(whole))
		}
		for id, size := range held {
			if whole[id] != size {
				t.Errorf("document %s has %s, want %s", id, size, whole[id])
			}
		}
		must(t, "--store", store, "load", "--quiet", "--batch", "4", corpus)
		if got := must(t, "--store", store, "export"); got != export {
			t.Errorf("the export differs: %s", firstDifference(export, got))
		}
	}
	size := largest(t, undisturbed)
	t.Run("a small file system", func(t *testing.T) {
		dir := t.TempDir()
		mount(t, dir, "size="+strconv.Itoa(int(size)))
		store := "sqlite:" + filepath.Join(dir, "mueang.db")
		load(t, store, "")
		remount(t, dir, "size=1g")
		resume(t, store)
	})
	t.Run("a limit on the size of files", func(t *testing.T) { // where nothing can be mounted
		store := "sqlite:" + filepath.Join(t.TempDir(), "mueang.db")
		load(t, store, "ulimit -f "+strconv.Itoa(int(size/2/512))) // in blocks of 512 bytes, as POSIX says
		resume(t, store)
	})
}

// largest gives the size of a store's file in bytes, which is closed.
func largest(t *testing.T, store string) int64 {
	t.Helper()
	info, err := os.Stat(strings.TrimPrefix(store, "sqlite:"))
	if err != nil {
		t.Fatal(err)
	}
	return info.Size()
}

// TestAStoreThatCannotBeWritten loads where nothing can be written. That is
// said in one line, and what is there stays as it is.
func TestAStoreThatCannotBeWritten(t *testing.T) {
	program, corpus := build(t), fewReleases(t, 2)
	refuse := func(t *testing.T, path string) {
		t.Helper()
		code, said := child(t, "", program, "--store", "sqlite:"+path, "load", "--quiet", corpus)
		if code != exitFailed || strings.Count(said, "\n") != 1 || !strings.Contains(said, path) || !strings.Contains(said, "check") && !strings.Contains(said, "choose") {
			t.Errorf("exit code %d: %s", code, said)
		}
		t.Log(said)
	}
	dir := t.TempDir()
	store := filepath.Join(dir, "mueang.db")
	if os.Geteuid() == 0 { // whom permissions do not stop
		mount(t, dir, "size=64m")
		must(t, "--store", "sqlite:"+store, "load", "--quiet", releases)
		before := must(t, "--store", "sqlite:"+store, "export")
		remount(t, dir, "ro")
		refuse(t, store)
		refuse(t, filepath.Join(dir, "new.db"))
		refuse(t, filepath.Join(dir, "folder", "new.db"))
		remount(t, dir, "rw")
		if after := must(t, "--store", "sqlite:"+store, "export"); after != before {
			t.Errorf("the store was changed: %s", firstDifference(before, after))
		}
		return
	}
	must(t, "--store", "sqlite:"+store, "load", "--quiet", releases)
	before := must(t, "--store", "sqlite:"+store, "export")
	allow := func(folder, file os.FileMode) {
		if err := errors.Join(os.Chmod(dir, folder), os.Chmod(store, file)); err != nil {
			t.Fatal(err)
		}
	}
	t.Cleanup(func() { allow(0o755, 0o644) })
	allow(0o755, 0o444)
	refuse(t, store)
	allow(0o555, 0o644)
	refuse(t, store)
	refuse(t, filepath.Join(dir, "new.db"))
	allow(0o755, 0o644)
	if after := must(t, "--store", "sqlite:"+store, "export"); after != before {
		t.Errorf("the store was changed: %s", firstDifference(before, after))
	}
}

// TestTwoLoadersAtOnce runs two processes on one store, one of them backwards.
// Both take their turns and the graph is that of one.
func TestTwoLoadersAtOnce(t *testing.T) {
	program, corpus := build(t), fewReleases(t, 48)
	undisturbed := "sqlite:" + filepath.Join(t.TempDir(), "mueang.db")
	must(t, "--store", undisturbed, "load", "--quiet", corpus)
	whole, export := sizes(t, undisturbed), must(t, "--store", undisturbed, "export")
	content, err := os.ReadFile(corpus)
	if err != nil {
		t.Fatal(err)
	}
	lines := slices.DeleteFunc(bytes.SplitAfter(content, []byte("\n")), func(line []byte) bool { return len(line) == 0 })
	slices.Reverse(lines)
	backwards := filepath.Join(t.TempDir(), "backwards.jsonl")
	if err := os.WriteFile(backwards, bytes.Join(lines, nil), 0o600); err != nil {
		t.Fatal(err)
	}
	both := func(t *testing.T, store string) {
		var loads sync.WaitGroup
		for _, file := range []string{corpus, backwards} {
			loads.Go(func() {
				if code, said := child(t, "", program, "--store", store, "load", "--quiet", "--batch", "4", file); code != exitDone {
					t.Errorf("exit code %d: %s", code, said)
				}
			})
		}
		loads.Wait()
		if out := must(t, "--store", store, "verify"); !strings.HasSuffix(out, ": 0 violations\n") {
			t.Error(out)
		}
		if held := sizes(t, store); !maps.Equal(held, whole) {
			t.Errorf("%d documents, want %d, or not as they should be", len(held), len(whole))
		}
		if got := must(t, "--store", store, "export"); got != export {
			t.Errorf("the export differs: %s", firstDifference(export, got))
		}
	}
	t.Run("sqlite", func(t *testing.T) { both(t, "sqlite:"+filepath.Join(t.TempDir(), "mueang.db")) })
	t.Run("neo4j", func(t *testing.T) {
		url := neo4jtest.Start(t)
		neo4jtest.Wipe(t, url)
		both(t, url)
	})
}
