package main

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// events runs a load with --json and gives its exit code and what it wrote but
// for the progress, which depends on the machine.
func events(t *testing.T, args ...string) (code int, list []map[string]any) {
	t.Helper()
	code, stdout, stderr := run(t, "", args...)
	if stderr != "" {
		t.Errorf("stderr: %s", stderr)
	}
	for line := range strings.Lines(stdout) {
		var event map[string]any
		if err := json.Unmarshal([]byte(line), &event); err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		if event["event"] != "progress" {
			list = append(list, event)
		}
	}
	return code, list
}

func TestWhatIsRejectedIsKeptOnce(t *testing.T) {
	stores(t, func(t *testing.T, store func() string) {
		dir := t.TempDir()
		file, folder := filepath.Join(dir, "news.jsonl"), filepath.Join(dir, "kept")
		if err := os.WriteFile(file, []byte("{\"text\":\"นายสมชาย ใจดี\"}\n{broken\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		where := store()
		for i, want := range []map[string]any{{"new": 1.0, "same": 0.0}, {"new": 0.0, "same": 1.0}} {
			code, list := events(t, "--store", where, "load", "--json", "--quarantine", folder, file)
			if code != exitFailed || len(list) != 2 {
				t.Fatalf("exit code %d, %v", code, list)
			}
			rejected, done := list[0], list[1]
			if rejected["event"] != "rejected" || rejected["place"] != file+":2" || rejected["code"] != "BAD_USER_INPUT" {
				t.Errorf("rejected: %v", rejected)
			}
			if done["event"] != "done" || done["new"] != want["new"] || done["same"] != want["same"] || done["rejected"] != 1.0 ||
				done["reasons"].(map[string]any)["BAD_USER_INPUT"] != 1.0 || done["dryRun"] != false {
				t.Errorf("run %d: done: %v", i, done)
			}
		}
		raw, err := filepath.Glob(filepath.Join(folder, "*.raw"))
		if err != nil || len(raw) != 1 {
			t.Fatalf("kept: %v, %v", raw, err)
		}
		if text, err := os.ReadFile(raw[0]); err != nil || string(text) != "{broken" {
			t.Errorf("kept: %q, %v", text, err)
		}
	})
}

func TestTheQuarantineStandsBesideTheStore(t *testing.T) {
	dir := t.TempDir()
	bad := filepath.Join(dir, "bad.txt")
	if err := os.WriteFile(bad, []byte("a\x00"), 0o600); err != nil {
		t.Fatal(err)
	}
	where := "sqlite:" + filepath.Join(dir, "data", "mueang.db")
	folder := filepath.Join(dir, "data", "quarantine")
	for _, flag := range []string{"--dry-run", "--quarantine=none"} {
		if code, _, _ := run(t, "", "--store", where, "load", flag, bad); code != exitFailed {
			t.Errorf("%s: exit code %d", flag, code)
		}
		if _, err := os.Stat(folder); err == nil {
			t.Errorf("%s keeps what is rejected", flag)
		}
	}
	if code, stdout, _ := run(t, "", "--store", where, "load", bad); code != exitFailed || !strings.Contains(stdout, "1 rejected (BAD_USER_INPUT 1)") {
		t.Errorf("exit code %d, %s", code, stdout)
	}
	if kept, err := os.ReadDir(folder); err != nil || len(kept) != 2 {
		t.Errorf("%v, %v", kept, err)
	}
}

func TestADryRunCountsFacts(t *testing.T) {
	stores(t, func(t *testing.T, store func() string) {
		where := store()
		_, before := events(t, "--store", where, "load", "--dry-run", "--json", releases)
		facts := before[0]["factsNew"].(float64)
		if facts == 0 || before[0]["factsGone"] != 0.0 || before[0]["new"] != 5.0 {
			t.Errorf("before: %v", before)
		}
		if export := must(t, "--store", where, "export"); export != "" {
			t.Error("a dry run changed the store")
		}
		must(t, "--store", where, "load", releases)
		if come := strings.Count(must(t, "--store", where, "export"), `{"type":"fact"`); float64(come) != facts {
			t.Errorf("%v facts foreseen, %d came", facts, come)
		}
		_, after := events(t, "--store", where, "load", "--dry-run", "--json", releases)
		if after[0]["factsNew"] != 0.0 || after[0]["factsGone"] != 0.0 || after[0]["same"] != 5.0 {
			t.Errorf("after: %v", after)
		}
	})
}

func TestWatch(t *testing.T) {
	dir := t.TempDir()
	news := filepath.Join(dir, "news")
	if err := os.Mkdir(news, 0o755); err != nil {
		t.Fatal(err)
	}
	put := func(name, text string) {
		if err := os.WriteFile(filepath.Join(news, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	put("a.txt", "นายสมชาย ใจดี")
	ctx, stop := context.WithTimeout(t.Context(), time.Minute)
	defer stop()
	said, out := io.Pipe()
	m := Main{Stdin: strings.NewReader(""), Stdout: out, Stderr: io.Discard, Now: time.Now}
	code := make(chan int, 1)
	where := "sqlite:" + filepath.Join(dir, "mueang.db")
	ctx, interrupt := context.WithCancel(ctx)
	go func() {
		code <- m.Run(ctx, []string{"mueang", "--store", where, "load", "--watch", "--settle", "50ms", news})
		out.Close()
	}()
	lines := bufio.NewScanner(said)
	for _, step := range []struct {
		says string
		then func()
	}{
		{"loaded: 1 new, 0 updated", func() { put("b.txt", "นางสาวสมหญิง รักไทย") }},
		{"loaded: 1 new, 0 updated", interrupt},
		{"loaded: 2 new, 0 updated, 0 unchanged, 0 rejected in ", func() {}},
	} {
		if !lines.Scan() || !strings.Contains(lines.Text(), step.says) {
			t.Fatalf("said %q, want %q", lines.Text(), step.says)
		}
		step.then()
	}
	if got := <-code; got != exitDone {
		t.Errorf("exit code %d", got)
	}
	if code, _, stderr := run(t, "", "--store", where, "load", "--watch", filepath.Join(news, "a.txt")); code != exitUsage {
		t.Errorf("a file is watched: exit code %d, %s", code, stderr)
	}
}
