package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"time"

	"mueang/graph/store/neo4j/neo4jtest"
)

// change is a change as a subscriber is told it.
type change struct {
	Cursor string
	Node   struct{ Action, NodeID, At string }
	came   time.Time
}

func (c change) String() string { return c.Cursor + " " + c.Node.Action + " " + c.Node.NodeID }

// follow subscribes to the changes after a cursor until ctx ends or the server does.
func follow(t *testing.T, ctx context.Context, address, after string) <-chan change {
	t.Helper()
	query := `{"query":"subscription ($after: String) { changes(after: $after) { cursor node { action nodeId at } } }"`
	if after != "" {
		query += `,"variables":{"after":"` + after + `"}`
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, address+"/graphql", strings.NewReader(query+"}"))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Accept", "text/event-stream")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	told := make(chan change, 1000)
	go func() {
		defer close(told)
		defer response.Body.Close()
		for lines := bufio.NewScanner(response.Body); lines.Scan(); {
			text, is := strings.CutPrefix(lines.Text(), "data: ")
			if !is {
				continue
			}
			var event struct{ Data struct{ Changes change } }
			if err := json.Unmarshal([]byte(text), &event); err != nil || event.Data.Changes.Cursor == "" {
				t.Errorf("%v: %s", err, text)
				continue
			}
			event.Data.Changes.came = time.Now()
			told <- event.Data.Changes
		}
	}()
	return told
}

// logged asks for the changes after a cursor.
func logged(t *testing.T, address, after string) (all []change) {
	t.Helper()
	for {
		_, body := asked(t, address, fmt.Sprintf(`{"query":"query ($after: String) { changes(first: 100, after: $after) { edges { cursor node { action nodeId at } } pageInfo { hasNextPage endCursor } } }","variables":{"after":%s}}`, quoteOrNull(after)))
		var answer struct {
			Data struct {
				Changes struct {
					Edges    []change
					PageInfo struct {
						HasNextPage bool
						EndCursor   string
					}
				}
			}
		}
		if err := json.Unmarshal([]byte(body), &answer); err != nil {
			t.Fatalf("%v: %s", err, body)
		}
		all = append(all, answer.Data.Changes.Edges...)
		if after = answer.Data.Changes.PageInfo.EndCursor; !answer.Data.Changes.PageInfo.HasNextPage {
			return all
		}
	}
}

func quoteOrNull(text string) string {
	if text == "" {
		return "null"
	}
	return `"` + text + `"`
}

// TestTwoServersOneNeo4j: what is brought through one server is told to who
// subscribed to the other, in its order, nothing left out and nothing twice,
// also when that one is killed in between and started again.
func TestTwoServersOneNeo4j(t *testing.T) {
	url := neo4jtest.Start(t)
	neo4jtest.Wipe(t, url)
	must(t, "--store", url, "load", "--quiet", releases)
	token := strings.TrimSpace(must(t, "--store", url, "token", "create", "--scope", "ingest", "loader"))
	first, program := serve(t, url), build(t)
	free, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	at := free.Addr().String()
	free.Close()
	start := func() *exec.Cmd {
		cmd := exec.Command(program, "--store", url, "serve", "--listen", at)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		until(t, "the second server is ready", func() bool { status, _, _ := get("http://" + at + "/readyz"); return status == http.StatusOK })
		return cmd
	}
	brought := 0
	bring := func() {
		t.Helper()
		brought++
		text := fmt.Sprintf("เทศบาลที่ %d\\nเมื่อวันที่ %d มกราคม 2563 นายสมชาย ใจดี ผู้ว่าราชการจังหวัดขอนแก่น เป็นประธานการประชุมเมืองอัจฉริยะ ครั้งที่ %[1]d/2563 ณ ศาลากลางจังหวัดขอนแก่น", brought, 1+brought%28)
		if answer := mutate(t, first, token, `mutation { ingestDocument(text: "`+text+`") { outcome } }`); !strings.Contains(answer, `"NEW"`) {
			t.Fatal(answer)
		}
	}
	second := start()
	before := logged(t, first, "")
	begun := before[len(before)-1].Cursor
	var got []change
	collect := func(told <-chan change, until string) {
		t.Helper()
		for patience := time.After(time.Minute); ; {
			select {
			case c, open := <-told:
				if !open {
					return
				}
				if got = append(got, c); c.Cursor == until {
					return
				}
			case <-patience:
				t.Fatalf("of %d changes %d have come", len(logged(t, first, begun)), len(got))
			}
		}
	}
	told := follow(t, t.Context(), "http://"+at, begun)
	last := func() string { all := logged(t, first, begun); return all[len(all)-1].Cursor }
	for range 3 {
		bring()
		done := time.Now()
		collect(told, last())
		t.Logf("told %s after the mutation was answered", got[len(got)-1].came.Sub(done).Round(time.Millisecond))
	}
	bring()
	if err := second.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = second.Wait() // killed
	collect(told, "") // what was still told
	bring()
	bring()
	second = start()
	told = follow(t, t.Context(), "http://"+at, got[len(got)-1].Cursor)
	bring()
	collect(told, last())
	want := logged(t, first, begun)
	text := func(list []change) (lines []string) {
		for _, c := range list {
			lines = append(lines, c.String())
		}
		return lines
	}
	if !slices.Equal(text(got), text(want)) {
		t.Errorf("told %d changes\n%s\nwant %d\n%s", len(got), strings.Join(text(got), "\n"), len(want), strings.Join(text(want), "\n"))
	}
	t.Logf("%d changes, none left out and none twice", len(got))
	if err := second.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = second.Wait()
}
