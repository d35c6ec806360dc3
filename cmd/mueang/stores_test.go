package main

import (
	"path/filepath"
	"testing"

	"mueang/graph/kg"
	"mueang/graph/store/neo4j"
	"mueang/graph/store/neo4j/neo4jtest"
	"mueang/graph/store/sqlite"
	"mueang/graph/store/storetest"
)

// TestBothStoresAnswerAlike sends the same random batches and plans to both
// engines and compares every answer, order included.
func TestBothStoresAnswerAlike(t *testing.T) {
	embedded, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "mueang.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { embedded.Close() })
	url := neo4jtest.Start(t)
	neo4jtest.Wipe(t, url)
	server, err := neo4j.Open(t.Context(), neo4j.Config{URL: url})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { server.Close() })
	storetest.Differential(t, 2, 6, map[string]kg.Store{"neo4j": server, "sqlite": embedded})
}
