package graph_test

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"mueang/graph"
)

// TestQuestions asks the questions that outside clients ask: each is one that
// the schema has and the compiler plans, within the default limits. They are
// in the folder MUEANG_SHARED, beside this repository unless it is set.
func TestQuestions(t *testing.T) {
	shared := os.Getenv("MUEANG_SHARED")
	if shared == "" {
		shared = filepath.Join("..", "..", "shared")
	}
	file := filepath.Join(shared, "questions", "questions.json")
	text, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		t.Logf("NOT CHECKED: %s is not there; set MUEANG_SHARED", file)
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	var questions []struct {
		ID, Query string
		Variables json.RawMessage
	}
	if err := json.Unmarshal(text, &questions); err != nil || len(questions) == 0 {
		t.Fatalf("%d questions: %v", len(questions), err)
	}
	handler := newHandler(t, newStore(t), graph.Config{})
	for _, q := range questions {
		t.Run(q.ID, func(t *testing.T) {
			if answer := parse(t, ask(t, handler, q.Query, string(q.Variables))); answer.Errors != nil {
				t.Error(answer.Errors)
			}
		})
	}
}
