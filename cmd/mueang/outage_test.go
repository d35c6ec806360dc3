package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"mueang/graph/kg"
	"mueang/graph/store/neo4j/neo4jtest"
)

// TestNeo4jGoesAway stops Neo4j twice in the middle of a load and while it is
// served, once with time to end and once without, and starts it again. The load
// waits, says so and ends as one that was not disturbed; the server says that
// the store is away and when to ask again, and answers when it is back.
func TestNeo4jGoesAway(t *testing.T) {
	neo4j := neo4jtest.Own(t)
	content, err := os.ReadFile(killCorpus(t))
	if err != nil {
		t.Fatal(err)
	}
	lines := bytes.SplitAfter(content, []byte("\n"))[:72]
	undisturbed := "sqlite:" + t.TempDir() + "/mueang.db"
	if code, _, stderr := run(t, string(bytes.Join(lines, nil)), "--store", undisturbed, "load", "--quiet", "-"); code != exitDone {
		t.Fatal(stderr)
	}

	address := serve(t, neo4j.URL)
	asked := ask(t, address) // all the time
	input, feed := io.Pipe()
	var said saying
	ended := make(chan int, 1)
	go func() {
		m := Main{Stdin: input, Stdout: io.Discard, Stderr: &said, Now: time.Now}
		ended <- m.Run(context.Background(), []string{"mueang", "--store", neo4j.URL, "load", "--batch", "4", "--retry-for", "10m", "-"})
		input.Close()
	}()
	write := func(lines [][]byte) {
		if _, err := feed.Write(bytes.Join(lines, nil)); err != nil {
			t.Errorf("the load reads no more: %v", err)
		}
	}
	held, fed := 0, make(chan bool, 2)
	write(lines[:24])
	for i, signal := range []syscall.Signal{syscall.SIGTERM, syscall.SIGKILL} {
		until(t, "more batches are in", func() bool { return documents(address) > held })
		held = documents(address)
		neo4j.Stop(t, signal)
		go func() { // so that the load has something left to do
			write(lines[24*(i+1) : 24*(i+2)])
			if i == 1 {
				feed.Close()
			}
			fed <- true
		}()
		until(t, "the load says that it waits", func() bool {
			return strings.Count(said.String(), "waiting") > i && strings.Contains(said.String(), strings.TrimPrefix(neo4j.URL, "bolt://"))
		})
		until(t, "the server says that it is not ready", func() bool {
			status, body, header := get(address + "/readyz")
			return status == http.StatusServiceUnavailable && strings.Contains(body, "Neo4j at") && header.Get("Retry-After") != ""
		})
		if status, _, _ := get(address + "/healthz"); status != http.StatusOK {
			t.Errorf("healthz says %d", status)
		}
		if status, body, header := post(address); status != http.StatusServiceUnavailable || header.Get("Retry-After") == "" || !strings.Contains(body, `"UNAVAILABLE"`) || !strings.Contains(body, `"retryAfter"`) {
			t.Errorf("asked while Neo4j is away: %d %v %s", status, header, body)
		}
		neo4j.Start(t)
		until(t, "the server is ready again", func() bool { status, _, _ := get(address + "/readyz"); return status == http.StatusOK })
		until(t, "the server answers again", func() bool { status, _, _ := post(address); return status == http.StatusOK })
		<-fed
		until(t, "the load goes on", func() bool { return strings.Count(said.String(), "is back") > i })
	}
	if code := <-ended; code != exitDone {
		t.Fatalf("load: %d: %s", code, said.String())
	}
	for code, n := range asked() {
		t.Logf("%d answers with %s", n, code)
		if code != "data" && kg.Code(code) != kg.Unavailable && kg.Code(code) != kg.Timeout {
			t.Errorf("%d answers have %s", n, code)
		}
	}
	if out := must(t, "--store", neo4j.URL, "verify"); !strings.HasSuffix(out, ": 0 violations\n") {
		t.Error(out)
	}
	if want, got := must(t, "--store", undisturbed, "export"), must(t, "--store", neo4j.URL, "export"); want != got {
		t.Errorf("the export differs: %s", firstDifference(want, got))
	}
	t.Logf("the load said:\n%s", said.String())
}

// saying is what a program that runs has written.
type saying struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (w *saying) Write(p []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.text.Write(p)
}

func (w *saying) String() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.text.String()
}

func until(t *testing.T, what string, holds func() bool) {
	t.Helper()
	for end := time.Now().Add(3 * time.Minute); !holds(); time.Sleep(50 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("waited in vain until %s", what)
		}
	}
}

func get(url string) (status int, body string, header http.Header) {
	response, err := http.Get(url)
	if err != nil {
		return 0, err.Error(), nil
	}
	defer response.Body.Close()
	text, _ := io.ReadAll(response.Body)
	return response.StatusCode, string(text), response.Header
}

// post asks what is not kept from an earlier answer.
func post(address string) (status int, body string, header http.Header) {
	request, err := http.NewRequest(http.MethodPost, address+"/graphql", strings.NewReader(fmt.Sprintf(`{"query":"{ documents(filter: {publisher: {equals: \"%d\"}}) { totalCount } statistics { documents } }"}`, time.Now().UnixNano())))
	if err != nil {
		return 0, err.Error(), nil
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Accept", "application/graphql-response+json")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return 0, err.Error(), nil
	}
	defer response.Body.Close()
	text, _ := io.ReadAll(response.Body)
	return response.StatusCode, string(text), response.Header
}

// documents gives how many documents a server counts, -1 where it does not answer.
func documents(address string) int {
	_, body, _ := post(address)
	answer := struct {
		Data *struct{ Statistics struct{ Documents int } }
	}{}
	if json.Unmarshal([]byte(body), &answer) != nil || answer.Data == nil {
		return -1
	}
	return answer.Data.Statistics.Documents
}

// ask asks a server again and again until the function that it gives is
// called, which gives how many answers had data, and how many each code.
func ask(t *testing.T, address string) func() map[string]int {
	tally, stop, done := map[string]int{}, make(chan bool), make(chan bool)
	go func() {
		defer close(done)
		for {
			select {
			case <-stop:
				return
			case <-time.After(20 * time.Millisecond):
			}
			_, body, _ := post(address)
			var answer struct {
				Errors []struct{ Extensions struct{ Code string } }
			}
			code := "data"
			if err := json.Unmarshal([]byte(body), &answer); err != nil {
				code = body
			} else if len(answer.Errors) > 0 {
				code = answer.Errors[0].Extensions.Code
			}
			tally[code]++
		}
	}()
	var once sync.Once
	end := func() { once.Do(func() { close(stop); <-done }) }
	t.Cleanup(end)
	return func() map[string]int { end(); return tally }
}
