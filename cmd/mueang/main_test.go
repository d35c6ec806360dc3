package main

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"mueang/graph/store/neo4j/neo4jtest"
)

// shared gives a path in the folder of gold and questions, which stands beside
// the repository unless MUEANG_SHARED says otherwise.
func shared(t *testing.T, elements ...string) string {
	t.Helper()
	root := os.Getenv("MUEANG_SHARED")
	if root == "" {
		root = filepath.Join("..", "..", "..", "shared")
	}
	path := filepath.Join(append([]string{root}, elements...)...)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("NOT RUN: there is no %s; MUEANG_SHARED names the folder with the gold and the questions", filepath.Join(elements...))
	}
	return path
}

// run runs the program and gives its exit code and what it wrote.
func run(t *testing.T, stdin string, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	m := Main{Stdin: strings.NewReader(stdin), Stdout: &out, Stderr: &errs, Now: time.Now}
	code = m.Run(context.Background(), append([]string{"mueang"}, args...))
	return code, out.String(), errs.String()
}

// must runs the program and expects it to succeed.
func must(t *testing.T, args ...string) string {
	t.Helper()
	code, stdout, stderr := run(t, "", args...)
	if code != exitDone {
		t.Fatalf("mueang %s: exit code %d: %s", strings.Join(args, " "), code, stderr)
	}
	return stdout
}

const releases = "../../seed/releases"

// stores runs a test on an empty store of each engine, given its --store.
func stores(t *testing.T, test func(t *testing.T, store func() string)) {
	t.Run("sqlite", func(t *testing.T) {
		test(t, func() string { return "sqlite:" + filepath.Join(t.TempDir(), "store", "mueang.db") })
	})
	t.Run("neo4j", func(t *testing.T) {
		url := neo4jtest.Start(t)
		test(t, func() string {
			neo4jtest.Wipe(t, url)
			return url
		})
	})
}

// serve serves a store on a free port until the test ends and gives the address.
func serve(t *testing.T, store string, flags ...string) string {
	t.Helper()
	ctx, stop := context.WithCancel(context.Background())
	address, done := make(chan string, 1), make(chan int, 1)
	var errs bytes.Buffer
	m := Main{Stdin: strings.NewReader(""), Stdout: io.Discard, Stderr: &errs, Now: time.Now,
		Serving: func(at string) { address <- at }}
	go func() {
		done <- m.Run(ctx, append([]string{"mueang", "--store", store, "serve", "--listen", "127.0.0.1:0"}, flags...))
	}()
	t.Cleanup(func() {
		stop()
		if code := <-done; code != exitDone {
			t.Errorf("serve ended with %d: %s", code, errs.String())
		}
	})
	select {
	case at := <-address:
		return "http://" + at
	case code := <-done:
		done <- code
		t.Fatalf("serve ended with %d: %s", code, errs.String())
	case <-time.After(time.Minute):
		t.Fatal("the server is not ready after a minute")
	}
	return ""
}

func python(t *testing.T) string {
	t.Helper()
	path, err := exec.LookPath("python3")
	if err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal("python3 is missing")
		}
		t.Skip("NOT RUN: python3 is missing")
	}
	return path
}

func TestTheQuestionsAreAnswered(t *testing.T) {
	ask, questions := shared(t, "questions", "ask.py"), shared(t, "questions", "questions.json")
	stores(t, func(t *testing.T, store func() string) {
		where := store()
		must(t, "--store", where, "load", releases)
		out, err := exec.Command(python(t), ask, serve(t, where)+"/graphql", questions).CombinedOutput()
		t.Logf("%s", out)
		if err != nil {
			t.Errorf("ask.py: %v", err)
		}
	})
}

func TestTheStoreIsSoundAfterLoading(t *testing.T) {
	stores(t, func(t *testing.T, store func() string) {
		where := store()
		must(t, "--store", where, "load", releases)
		if out := must(t, "--store", where, "verify"); !strings.Contains(out, "5 documents") || !strings.Contains(out, " 0 violations") {
			t.Error(out)
		}
		clusters := must(t, "--store", where, "clusters")
		if !strings.Contains(clusters, `"doc":"000_5066beb95f569f92"`) {
			t.Error("clusters name no document by its file")
		}
	})
}

func TestLoadingInAnyOrderGivesTheSameExport(t *testing.T) {
	files, err := filepath.Glob(releases + "/*.txt")
	if err != nil || len(files) != 5 {
		t.Fatalf("%d releases, %v", len(files), err)
	}
	var want string
	stores(t, func(t *testing.T, store func() string) {
		r := rand.New(rand.NewPCG(3, 14))
		for round := range 3 {
			where := store()
			order := slices.Clone(files)
			if round > 0 {
				r.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
			}
			for len(order) > 0 {
				n := len(order)
				if round > 0 {
					n = 1 + r.IntN(len(order))
				}
				for range 2 { // the second time changes nothing
					must(t, append([]string{"--store", where, "load"}, order[:n]...)...)
				}
				order = order[n:]
			}
			got := must(t, "--store", where, "export", "--format", "jsonl")
			if want == "" {
				want = got
			}
			if got != want {
				t.Fatalf("round %d: %s", round, firstDifference(want, got))
			}
		}
	})
	if n := strings.Count(want, "\n"); n < 100 {
		t.Errorf("the export has %d lines only", n)
	}
}

func firstDifference(want, got string) string {
	a, b := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return fmt.Sprintf("line %d:\nwant %s\ngot  %s", i+1, a[i], b[i])
		}
	}
	return fmt.Sprintf("%d and %d lines", len(a), len(b))
}

func TestExtractionOfTheSeedsScores(t *testing.T) {
	score, gold := shared(t, "eval", "score.py"), shared(t, "gold", "seeds")
	system := filepath.Join(t.TempDir(), "seeds.jsonl")
	if err := os.WriteFile(system, []byte(must(t, "extract", releases)), 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(python(t), score, "extract", "--gold", gold, "--system", system, "--texts", releases,
		"--json", "--min-f1", "0.90").CombinedOutput()
	if err != nil {
		t.Errorf("score.py: %v", err)
	}
	var result struct {
		Headline  float64
		Accuracy  map[string]struct{ Right, Total int }
		Integrity map[string]struct{ Right, Total int }
	}
	if err := json.Unmarshal(out, &result); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	t.Logf("headline F1 %.4f", result.Headline)
	for _, name := range []string{"event_date", "event_date_end", "agreement_date"} {
		if a := result.Accuracy[name]; a.Right != a.Total {
			t.Errorf("%s: %d of %d", name, a.Right, a.Total)
		}
	}
	for name, rate := range result.Integrity {
		if rate.Right != rate.Total {
			t.Errorf("integrity of %s: %d of %d", name, rate.Right, rate.Total)
		}
	}
}

func TestExplain(t *testing.T) {
	out := must(t, "extract", "--explain", releases+"/000_5066beb95f569f92.txt")
	for _, says := range []string{"CHAIRED  พุทธิพงษ์ ปุณณกันต์ → การประชุมรัฐมนตรีอาเซียน-สาธารณรัฐเกาหลี", "[CO_CHAIR]",
		" by chair, ", "“นายพุทธิพงษ์ ปุณณกันต์", "\nDropped (", "MINISTRY", "key th-ministry:mdes"} {
		if !strings.Contains(out, says) {
			t.Errorf("%q is not in\n%s", says, out)
		}
	}
}

func TestBadInputSaysWhatToDoAndChangesNothing(t *testing.T) {
	dir := t.TempDir()
	write := func(name, content string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	stores(t, func(t *testing.T, store func() string) {
		where := store()
		must(t, "--store", where, "load", releases)
		before := must(t, "--store", where, "export")
		for _, c := range []struct{ name, path, says string }{
			{"unknown file", filepath.Join(dir, "nowhere.txt"), "there is no such file or folder: check the path"},
			{"empty file", write("empty.txt", ""), "is empty"},
			{"binary file", write("binary.txt", "\x7fELF\x00\x01"), "is a binary file (a NUL at byte 4): only text can be loaded"},
			{"invalid UTF-8", write("latin.txt", "caf\xe9"), "is neither UTF-8 nor Thai in TIS-620 or Windows-874, at byte 3: convert it first"},
			{"a line of 50 MB", write("long.jsonl", `{"text":"`+strings.Repeat("x", 50<<20)+`"}`), "long.jsonl:1: the line is longer than 8 MiB"},
			{"no JSON", write("bad.jsonl", "{\n"), "bad.jsonl:1: is not a JSON object"},
		} {
			code, _, stderr := run(t, "", "--store", where, "load", c.path)
			if code != exitFailed || strings.Count(stderr, "\n") != 1 || !strings.Contains(stderr, c.says) || !strings.Contains(stderr, filepath.Base(c.path)) {
				t.Errorf("%s: exit code %d, %q", c.name, code, stderr)
			}
		}
		if after := must(t, "--store", where, "export"); after != before {
			t.Errorf("the store changed: %s", firstDifference(before, after))
		}
	})
}

func TestAStoreThatCannotBeOpened(t *testing.T) {
	dir := t.TempDir()
	text := filepath.Join(dir, "notes.txt")
	if err := os.WriteFile(text, []byte("these are my notes, not a database, and they must stay as they are"), 0o600); err != nil {
		t.Fatal(err)
	}
	newer := filepath.Join(dir, "newer.db")
	must(t, "--store", "sqlite:"+newer, "load", releases)
	database, err := sql.Open("sqlite", newer)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := database.Exec("PRAGMA user_version = 999"); err != nil {
		t.Fatal(err)
	}
	database.Close()
	before, err := os.ReadFile(newer)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, store, says string }{
		{"a newer version", "sqlite:" + newer, "999"},
		{"not a database", "sqlite:" + text, text},
		{"a Neo4j that is not there", "neo4j://127.0.0.1:1", "127.0.0.1:1"},
	} {
		code, _, stderr := run(t, "", "--store", c.store, "load", releases)
		if code != exitFailed || strings.Count(stderr, "\n") != 1 || !strings.Contains(stderr, c.says) {
			t.Errorf("%s: exit code %d, %q", c.name, code, stderr)
		}
	}
	if after, err := os.ReadFile(newer); err != nil || !bytes.Equal(before, after) {
		t.Errorf("the newer store was touched: %v", err)
	}
	if kept, err := os.ReadFile(text); err != nil || !strings.HasPrefix(string(kept), "these are my notes") {
		t.Errorf("the file was touched: %v", err)
	}
}

func TestUsage(t *testing.T) {
	for _, c := range []struct {
		args []string
		says string
	}{
		{[]string{"load"}, "load needs a PATH"},
		{[]string{"extract"}, "extract needs a PATH"},
		{[]string{"fly"}, `no command "fly"`},
		{[]string{"load", "--fast", "x"}, "fast"},
		{[]string{"--store", "mysql://x", "verify"}, "neither sqlite:PATH nor neo4j://"},
		{[]string{"--store", "sqlite:" + filepath.Join(t.TempDir(), "x.db"), "export", "--format", "pdf"}, `no format "pdf"`},
	} {
		code, _, stderr := run(t, "", c.args...)
		if code != exitUsage || !strings.Contains(stderr, c.says) {
			t.Errorf("mueang %s: exit code %d, %q", strings.Join(c.args, " "), code, stderr)
		}
	}
	if help := must(t, "--help"); !strings.Contains(help, "serve") || !strings.Contains(help, "MUEANG_STORE") {
		t.Errorf("help: %s", help)
	}
}

func TestDryRunChangesNothing(t *testing.T) {
	where := "sqlite:" + filepath.Join(t.TempDir(), "x.db")
	if out := must(t, "--store", where, "load", "--dry-run", releases); !strings.Contains(out, "dry run: 5 new") {
		t.Error(out)
	}
	if out := must(t, "--store", where, "load", releases); !strings.Contains(out, "loaded: 5 new") {
		t.Error(out)
	}
	if out := must(t, "--store", where, "load", releases); !strings.Contains(out, "0 new, 0 updated, 5 unchanged") {
		t.Error(out)
	}
}

func TestServer(t *testing.T) {
	where := "sqlite:" + filepath.Join(t.TempDir(), "x.db")
	must(t, "--store", where, "load", releases)
	base := serve(t, where)
	get := func(path string) (int, string) {
		response, err := http.Get(base + path)
		if err != nil {
			t.Fatal(err)
		}
		defer response.Body.Close()
		body, err := io.ReadAll(response.Body)
		return response.StatusCode, string(body) + fmt.Sprint(errors.Join(err))
	}
	for path, says := range map[string]string{"/healthz": "", "/readyz": "", "/graphiql": "<html"} {
		if code, body := get(path); code != http.StatusOK || !strings.Contains(body, says) {
			t.Errorf("%s: %d %.200s", path, code, body)
		}
	}
	response, err := http.Post(base+"/graphql", "application/json", strings.NewReader(`{"query":"{ statistics { documents snapshot { id } } }"}`))
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	var answer struct {
		Data struct {
			Statistics struct {
				Documents int
				Snapshot  struct{ ID string }
			}
		}
	}
	if err := json.NewDecoder(response.Body).Decode(&answer); err != nil || answer.Data.Statistics.Documents != 5 || answer.Data.Statistics.Snapshot.ID == "" {
		t.Errorf("%+v, %v", answer, err)
	}
}

func TestTheReviewQueue(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"a.txt": "นายบุญมี ศรีวรากุล กล่าวเปิดงานเมื่อวันที่ 3 มกราคม 2563\n",
		"b.txt": "นายบุญมา ศรีวรากุล กล่าวปิดงานเมื่อวันที่ 9 มีนาคม 2563\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	where := "sqlite:" + filepath.Join(t.TempDir(), "x.db")
	must(t, "--store", where, "load", dir)
	queue := must(t, "--store", where, "review", "--json")
	if strings.Count(queue, "\n") != 1 || !strings.Contains(queue, "บุญมา ศรีวรากุล is like บุญมี ศรีวรากุล") && !strings.Contains(queue, "บุญมี ศรีวรากุล is like บุญมา ศรีวรากุล") {
		t.Errorf("the queue is %q", queue)
	}
}
