package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"

	"mueang/graph/kg"
)

// mutate posts an operation with a token and gives the answer.
func mutate(t *testing.T, address, token, query string) string {
	t.Helper()
	body, err := json.Marshal(map[string]string{"query": query})
	if err != nil {
		t.Fatal(err)
	}
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, address+"/graphql", bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Authorization", "Bearer "+token)
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	answer, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(answer)
}

// TestCurationOverHTTP makes a token, curates with it and revokes it while the
// server runs.
func TestCurationOverHTTP(t *testing.T) {
	where := "sqlite:" + t.TempDir() + "/mueang.db"
	must(t, "--store", where, "load", releases)
	before := graphOf(t, where)
	var people []string
	for _, e := range rowsOf(t, before, "entity") {
		if e["kind"] == "PERSON" {
			people = append(people, e["id"].(string))
		}
	}
	address := serve(t, where)
	token := strings.TrimSpace(must(t, "--store", where, "token", "create", "กานดา"))
	if !strings.HasPrefix(token, kg.TokenPrefix) {
		t.Fatalf("the token is %q", token)
	}
	if list := must(t, "--store", where, "token", "list", "--json"); !strings.Contains(list, `"name":"กานดา","scopes":["curate"]`) || strings.Contains(list, token) || strings.Contains(list, kg.HashToken(token)) {
		t.Errorf("the list is %s", list)
	}
	answer := mutate(t, address, token, fmt.Sprintf(`mutation { mergeEntities(id: %q, with: %q) { act { id actor } } }`, people[0], people[1]))
	if !strings.Contains(answer, `"actor":"กานดา"`) {
		t.Fatalf("the merge answers %s", answer)
	}
	var made struct {
		Data struct {
			MergeEntities struct{ Act struct{ ID string } }
		}
	}
	if err := json.Unmarshal([]byte(answer), &made); err != nil {
		t.Fatal(err)
	}
	undo := fmt.Sprintf(`mutation { undoAct(id: %q) { act { kind } } }`, made.Data.MergeEntities.Act.ID)
	must(t, "--store", where, "token", "revoke", "กานดา")
	if answer := mutate(t, address, token, undo); !strings.Contains(answer, `"code":"UNAUTHENTICATED"`) {
		t.Errorf("after it is revoked the token gives %s", answer)
	}
	token = strings.TrimSpace(must(t, "--store", where, "token", "create", "กานดา", "--until", "2999-12-31"))
	if answer := mutate(t, address, token, undo); !strings.Contains(answer, `"kind":"UNDO"`) {
		t.Errorf("the undo answers %s", answer)
	}
	if after := graphOf(t, where); after != before || strings.Contains(after, "token") {
		t.Error("undoing does not give back what was there, or tokens are exported")
	}
}

// TestIngestionOverHTTP brings a release to a server that runs, which the
// command load then has nothing to add to.
func TestIngestionOverHTTP(t *testing.T) {
	where := "sqlite:" + t.TempDir() + "/mueang.db"
	must(t, "--store", where, "token", "list") // an empty store
	address := serve(t, where)
	token := strings.TrimSpace(must(t, "--store", where, "token", "create", "newsroom", "--scope", "ingest"))
	const text = "นายสมชาย ใจดี เป็นประธานการประชุมเมืองอัจฉริยะ ณ จังหวัดภูเก็ต"
	const bring = `mutation { ingestDocument(text: "` + text + `", url: "https://example.org/1") { outcome document { facts { totalCount } } } }`
	if answer := mutate(t, address, token, bring); !strings.Contains(answer, `"outcome":"NEW"`) || strings.Contains(answer, `"totalCount":0`) {
		t.Fatalf("the answer is %s", answer)
	}
	if answer := mutate(t, address, token, `mutation { undoAct(id: "x") { act { id } } }`); !strings.Contains(answer, `"code":"FORBIDDEN"`) {
		t.Errorf("curating with the scope ingest gives %s", answer)
	}
	code, said, problems := run(t, `{"url": "http://www.example.org/1/", "text": "`+text+`"}`+"\n", "--store", where, "load", "--json", "-")
	if code != 0 || !strings.Contains(said, `"same":1`) {
		t.Errorf("load: %d, %s %s", code, said, problems)
	}
}

func TestTokenSaysWhatItNeeds(t *testing.T) {
	where := "sqlite:" + t.TempDir() + "/x.db"
	must(t, "--store", where, "token", "create", "taken")
	for _, c := range []struct {
		args string
		code int
		says string
	}{
		{"token", exitUsage, "create, list or revoke"},
		{"token delete", exitUsage, `no "delete"`},
		{"token create", exitUsage, "needs NAME"},
		{"token create taken", exitFailed, "a token of \"taken\" already"},
		{"token create resolver", exitFailed, "automatic judge"},
		{"token create x --scope all", exitUsage, `no scope "all"`},
		{"token create x --until tomorrow", exitUsage, "is no day"},
		{"token create x --until 2020-01-01", exitUsage, "over already"},
		{"token create x --forever", exitUsage, "forever"},
		{"token revoke x", exitFailed, `no token of "x" in use`},
		{"token revoke", exitUsage, "needs NAME"},
		{"token list x", exitUsage, "no arguments"},
	} {
		code, _, said := run(t, "", append([]string{"--store", where}, strings.Fields(c.args)...)...)
		if code != c.code || !strings.Contains(said, c.says) {
			t.Errorf("mueang %s: %d, %q", c.args, code, said)
		}
	}
}
