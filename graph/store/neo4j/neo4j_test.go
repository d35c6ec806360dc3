package neo4j_test

import (
	"context"
	"testing"

	"mueang/graph/kg"
	"mueang/graph/store/neo4j"
	"mueang/graph/store/neo4j/neo4jtest"
	"mueang/graph/store/storetest"
	"mueang/graph/store/storetest/model"
)

// open gives a new and empty store.
func open(t *testing.T) kg.Store {
	t.Helper()
	url := neo4jtest.Start(t)
	neo4jtest.Wipe(t, url)
	return connect(t, neo4j.Config{URL: url})
}

func connect(t *testing.T, c neo4j.Config) *neo4j.Store {
	t.Helper()
	s, err := neo4j.Open(context.Background(), c)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestConformance(t *testing.T) {
	storetest.Run(t, storetest.Config{
		Open: open,
		Reopen: func(t *testing.T, s kg.Store) kg.Store {
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			return connect(t, neo4j.Config{URL: neo4jtest.Start(t)})
		},
	})
}

func TestDifferential(t *testing.T) {
	s := open(t)
	defer s.Close()
	storetest.Differential(t, 1, 40, map[string]kg.Store{"model": model.New(), "neo4j": s})
}
