package sqlite_test

import (
	"database/sql"
	"fmt"
	"path/filepath"
	"testing"

	"mueang/graph/kg"
	"mueang/graph/store/sqlite"
)

// TestClosingSettles writes names in many small batches: when the store is
// closed, their index has become one part, and finds what it found before.
func TestClosingSettles(t *testing.T) {
	path := filepath.Join(t.TempDir(), "settle.db")
	s, err := sqlite.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	const batches, each = 10, 800
	for i := range batches {
		b := &kg.Batch{}
		for j := range each {
			b.Entities = append(b.Entities, thing(kg.KindPerson, "นางสาวกานดา รุ่งเรืองกิจ %d", i*each+j))
		}
		if err := kg.Apply(t.Context(), s, b); err != nil {
			t.Fatal(err)
		}
	}
	before, parts := people(t, s, "กานดา"), segments(t, path)
	if len(before) == 0 || parts < 2 {
		t.Fatalf("%d people found, %d parts: nothing to see", len(before), parts)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if parts := segments(t, path); parts != 1 {
		t.Errorf("%d parts after closing", parts)
	}
	if s, err = sqlite.Open(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if after := people(t, s, "กานดา"); fmt.Sprint(after) != fmt.Sprint(before) {
		t.Errorf("found before %v\nand after %v", before, after)
	}
}

// people gives the first people whose names contain a text.
func people(t *testing.T, s *sqlite.Store, name string) (ids []kg.ID) {
	t.Helper()
	result, err := s.Run(t.Context(), &kg.Plan{Shape: &kg.Shape{}, Root: kg.Search{Whole: name, Terms: []string{name}, Page: kg.Page{First: 10}}})
	if err != nil {
		t.Fatal(err)
	}
	for _, edge := range result.Connection.Edges {
		ids = append(ids, edge.NodeID)
	}
	return ids
}

// segments counts the parts that the index of names has.
func segments(t *testing.T, path string) (n int) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if err := db.QueryRow("SELECT count(DISTINCT segid) FROM name_fts_idx").Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}
