package main

import (
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// asked posts an operation and gives the status and the body of the answer.
func asked(t *testing.T, base, operation string) (int, string) {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, base+"/graphql", strings.NewReader(operation))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Accept", "application/graphql-response+json")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, string(body)
}

// TestTrustedDocuments serves the documents of a file, and refuses files that
// are none.
func TestTrustedDocuments(t *testing.T) {
	dir := t.TempDir()
	where := "sqlite:" + filepath.Join(dir, "x.db")
	file := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	base := serve(t, where, "--trusted-documents", file("good.json", `{"a1": "{ people { totalCount } }"}`))
	for operation, status := range map[string]int{`{"documentId": "a1"}`: http.StatusOK, `{"query": "{ people { totalCount } }"}`: http.StatusOK, `{"query": "{ __typename }"}`: http.StatusForbidden} {
		if got, body := asked(t, base, operation); got != status {
			t.Errorf("%s: %d %s", operation, got, body)
		}
	}
	for _, test := range []struct{ path, says string }{
		{filepath.Join(dir, "none.json"), "cannot read"},
		{file("list.json", `["{ people { totalCount } }"]`), "is not a JSON object"},
		{file("empty.json", `{}`), "is not a JSON object"},
		{file("other.json", `{"b2": "{ persons }"}`), `the trusted document "b2" is not of this server's schema`},
	} {
		if code, _, stderr := run(t, "", "--store", where, "serve", "--listen", "127.0.0.1:0", "--trusted-documents", test.path); code != exitFailed || !strings.Contains(stderr, test.says) {
			t.Errorf("%s: exit code %d, %s", test.path, code, stderr)
		}
	}
}
