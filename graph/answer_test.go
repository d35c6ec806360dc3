package graph_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"mueang/graph"
	"mueang/graph/kg"
	"mueang/graph/store/neo4j"
	"mueang/graph/store/neo4j/neo4jtest"
	"mueang/graph/store/sqlite"
)

var update = flag.Bool("update", false, "write the golden files")

// newHandler makes a server over a store.
func newHandler(t testing.TB, store kg.Store, cfg graph.Config) http.Handler {
	t.Helper()
	handler, err := graph.NewHandler(store, cfg)
	if err != nil {
		t.Fatal(err)
	}
	return handler
}

// ask posts a query and gives the body of the answer.
func ask(t testing.TB, handler http.Handler, query, variables string) string {
	t.Helper()
	if variables == "" {
		variables = "null"
	}
	body, err := json.Marshal(map[string]any{"query": query, "variables": json.RawMessage(variables)})
	if err != nil {
		t.Fatal(err)
	}
	request := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/graphql", bytes.NewReader(body))
	request.Header.Set("Content-Type", "application/json")
	recorder := httptest.NewRecorder()
	handler.ServeHTTP(recorder, request)
	return recorder.Body.String()
}

// TestAnswers asks the queries in testdata/answers, each with its variables in
// the first line, and holds the answers against the files beside them: those
// of the model store, and those of both engines.
func TestAnswers(t *testing.T) {
	t.Run("model", func(t *testing.T) { answers(t, newStore(t)) })
	t.Run("sqlite", func(t *testing.T) {
		store, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "mueang.db"))
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { store.Close() })
		filled(t, store)
		answers(t, store)
	})
	t.Run("neo4j", func(t *testing.T) {
		url := neo4jtest.Start(t)
		neo4jtest.Wipe(t, url)
		store, err := neo4j.Open(t.Context(), neo4j.Config{URL: url})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { store.Close() })
		filled(t, store)
		answers(t, store)
	})
}

// filled puts the world into a store.
func filled(t *testing.T, store kg.Store) {
	t.Helper()
	if err := kg.Apply(t.Context(), store, newWorld()); err != nil {
		t.Fatal(err)
	}
}

func answers(t *testing.T, store kg.Store) {
	handler := newHandler(t, store, graph.Config{Introspection: true, Timeout: time.Minute})
	files, err := filepath.Glob("testdata/answers/*.graphql")
	if err != nil || len(files) == 0 {
		t.Fatalf("no queries: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".graphql"), func(t *testing.T) {
			query, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			first, _, _ := strings.Cut(string(query), "\n")
			variables, ok := strings.CutPrefix(first, "# ")
			if !ok {
				variables = ""
			}
			var got bytes.Buffer
			if err := json.Indent(&got, []byte(ask(t, handler, string(query), variables)), "", "  "); err != nil {
				t.Fatal(err)
			}
			golden := strings.TrimSuffix(file, ".graphql") + ".json"
			if *update {
				if err := os.WriteFile(golden, append(bytes.TrimSpace(got.Bytes()), '\n'), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if strings.TrimSpace(got.String()) != strings.TrimSpace(string(want)) {
				t.Errorf("the answer is not that of %s:\n%s", golden, got.String())
			}
		})
	}
}
