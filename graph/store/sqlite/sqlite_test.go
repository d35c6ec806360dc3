package sqlite_test

import (
	"path/filepath"
	"testing"

	"mueang/graph/kg"
	"mueang/graph/store/sqlite"
	"mueang/graph/store/storetest"
	"mueang/graph/store/storetest/model"
)

// place remembers where the stores of a test are.
type place map[kg.Store]string

func (p place) open(t *testing.T, path string) kg.Store {
	t.Helper()
	s, err := sqlite.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	p[s] = path
	return s
}

func TestStore(t *testing.T) {
	places := place{}
	storetest.Run(t, storetest.Config{
		Open: func(t *testing.T) kg.Store {
			return places.open(t, filepath.Join(t.TempDir(), "mueang.db"))
		},
		Reopen: func(t *testing.T, s kg.Store) kg.Store {
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			return places.open(t, places[s])
		},
	})
}

func TestAnswersAsTheModel(t *testing.T) {
	for seed := range uint64(3) {
		s, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "mueang.db"))
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		storetest.Differential(t, seed, 40, map[string]kg.Store{"sqlite": s, "model": model.New()})
	}
}
