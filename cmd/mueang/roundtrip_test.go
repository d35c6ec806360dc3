package main

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"sync"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"

	"mueang/graph"
	"mueang/graph/store/neo4j"
	"mueang/graph/store/neo4j/neo4jtest"
)

// TestOneRoundTripForEachRootField counts the statements that reach Neo4j
// while questions of every depth are answered.
func TestOneRoundTripForEachRootField(t *testing.T) {
	url := neo4jtest.Start(t)
	neo4jtest.Wipe(t, url)
	must(t, "--store", url, "load", releases)
	var mutex sync.Mutex
	var sent []string
	store, err := neo4j.Open(context.Background(), neo4j.Config{URL: url, OnQuery: func(statement string) {
		mutex.Lock()
		defer mutex.Unlock()
		sent = append(sent, statement)
	}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
	handler, err := graph.NewHandler(store, graph.Config{})
	if err != nil {
		t.Fatal(err)
	}
	queries := map[string]string{
		"one level": `{ meetings { nodes { name } } }`,
		"five levels": `{ meetings(first: 5) { totalCount nodes { chairs(first: 3) { edges { role evidence { quote document { title } } node {
			... on Person { positions(first: 2) { edges { organization { name posts(first: 2) { nodes { holders(first: 2) { nodes { name documents(first: 1) { nodes { title } } } } } } } } } } } } } } } }`,
		"two roots": `{ a: people { nodes { name chaired { nodes { places { nodes { name } } } } } } b: statistics { documents } }`,
	}
	if path := os.Getenv("MUEANG_SHARED"); path != "" || exists("../../../shared") {
		text, err := os.ReadFile(shared(t, "questions", "questions.json"))
		if err != nil {
			t.Fatal(err)
		}
		var questions []struct{ ID, Query string }
		if err := json.Unmarshal(text, &questions); err != nil {
			t.Fatal(err)
		}
		for _, q := range questions {
			queries[q.ID] = q.Query
		}
	}
	for name, query := range queries {
		document, err := parser.ParseQuery(&ast.Source{Input: query})
		if err != nil {
			t.Fatal(err)
		}
		sent = nil
		body, _ := json.Marshal(map[string]string{"query": query})
		request := httptest.NewRequest(http.MethodPost, "/graphql", bytes.NewReader(body))
		request.Header.Set("Content-Type", "application/json")
		response := httptest.NewRecorder()
		handler.ServeHTTP(response, request)
		if response.Code != http.StatusOK || bytes.Contains(response.Body.Bytes(), []byte(`"errors"`)) {
			t.Errorf("%s: %d %.300s", name, response.Code, response.Body)
		}
		mutex.Lock()
		if want := len(document.Operations[0].SelectionSet); len(sent) != want {
			t.Errorf("%s: %d root fields, %d statements", name, want, len(sent))
		}
		mutex.Unlock()
	}
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
