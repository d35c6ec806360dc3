package graph_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mueang/graph"
)

// FuzzQuery asks arbitrary queries with arbitrary variables: the answer is
// JSON, and whatever is wrong is the caller's fault.
func FuzzQuery(f *testing.F) {
	files, err := filepath.Glob("testdata/answers/*.graphql")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		query, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		first, _, _ := strings.Cut(string(query), "\n")
		f.Add(string(query), strings.TrimPrefix(first, "# "))
	}
	f.Add(`query($a: [ID!]!, $f: EntityFilter) { nodes(ids: $a) { id } factStatistics(groupBy: YEAR, filter: {source: $f}) { keys } }`, `{"a": 7, "f": {"and": [{"kind": {"in": "CITY"}}]}}`)
	f.Add(`query($n: Int, $x: Float) { people(first: $n) { nodes { relations(minConfidence: $x) { totalCount } } } }`, `{"n": "3", "x": 1e400}`)
	handler := newHandler(f, newStore(f), graph.Config{Introspection: true})
	f.Fuzz(func(t *testing.T, query, variables string) {
		body, err := json.Marshal(map[string]string{"query": query})
		if err != nil {
			t.Fatal(err)
		}
		if json.Valid([]byte(variables)) && strings.HasPrefix(variables, "{") {
			body = append(body[:len(body)-1], `,"variables":`+variables+`}`...)
		}
		request := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/graphql", strings.NewReader(string(body)))
		request.Header.Set("Content-Type", "application/json")
		recorder := httptest.NewRecorder()
		handler.ServeHTTP(recorder, request)
		if !json.Valid(recorder.Body.Bytes()) {
			t.Errorf("no JSON: %s", recorder.Body)
		}
		if strings.Contains(recorder.Body.String(), `"INTERNAL"`) {
			t.Errorf("a defect: %s", recorder.Body)
		}
	})
}
