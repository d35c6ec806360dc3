package sqlite_test

import (
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mueang/graph/kg"
	"mueang/graph/store/sqlite"
)

// TestAFileOfTheFirstVersionIsBroughtForward opens what an older mueang wrote.
func TestAFileOfTheFirstVersionIsBroughtForward(t *testing.T) {
	path := filepath.Join(t.TempDir(), "mueang.db")
	script, err := os.ReadFile("schema/1.sql")
	if err != nil {
		t.Fatal(err)
	}
	execute(t, path, string(script), fmt.Sprintf("PRAGMA application_id=%d; PRAGMA user_version=1", 0x4d756567),
		"INSERT INTO snapshot (only, id, recorded_at) VALUES (1, 's1', '2024-01-01T00:00:00Z')")
	for range 2 {
		s, err := sqlite.Open(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		if err := kg.Apply(t.Context(), s, &kg.Batch{Acts: []kg.Act{act()}}); err != nil {
			t.Error(err)
		}
		if err := s.Check(t.Context()); err != nil {
			t.Error(err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// TestTheLedgerIsAppendOnly tries what another program could do to the file.
func TestTheLedgerIsAppendOnly(t *testing.T) {
	path := filepath.Join(t.TempDir(), "mueang.db")
	s, err := sqlite.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if err := kg.Apply(t.Context(), s, &kg.Batch{Acts: []kg.Act{act()}}); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, statement := range []string{"DELETE FROM act", "UPDATE act SET body = replace(body, 'someone', 'another')"} {
		if _, err := db.Exec(statement); err == nil || !strings.Contains(err.Error(), "append-only") {
			t.Errorf("%s: %v", statement, err)
		}
	}
}

func act() kg.Act {
	a := kg.Act{Seq: 1, Kind: kg.ActRetract, Document: "d1", Actor: "someone", At: "2024-01-01T00:00:00Z"}
	a.ID = kg.ActID(a)
	return a
}

func execute(t *testing.T, path string, statements ...string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, statement := range statements {
		if _, err := db.Exec(statement); err != nil {
			t.Fatal(err)
		}
	}
}
