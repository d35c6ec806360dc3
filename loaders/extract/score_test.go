package extract

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"mueang/graph/kg"
)

// shared gives the folder with the hand-made gold and the scorer, which is no
// part of the repository: MUEANG_SHARED, or beside the repository.
func shared(t testing.TB) string {
	folder := os.Getenv("MUEANG_SHARED")
	if folder == "" {
		folder = filepath.Join("..", "..", "..", "shared")
	}
	if _, err := os.Stat(filepath.Join(folder, "eval", "score.py")); err != nil {
		t.Logf("no gold at %s (set MUEANG_SHARED): nothing to score", folder)
		return ""
	}
	return folder
}

func newExtractor(t testing.TB) *Extractor {
	t.Helper()
	x, err := New()
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// readFolder extracts every text of a folder.
func readFolder(t testing.TB, x *Extractor, folder string) ([]kg.Extraction, []string) {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	var all []kg.Extraction
	for _, path := range paths {
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		text := strings.ToValidUTF8(strings.TrimPrefix(string(content), "\ufeff"), "\ufffd")
		got, err := x.Extract(context.Background(), kg.Document{ID: kg.NewID("document", text), Text: text})
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, got)
	}
	return all, paths
}

// TestScores holds the extraction against the hand-made gold.
func TestScores(t *testing.T) {
	folder := shared(t)
	if folder == "" {
		return
	}
	x := newExtractor(t)
	for _, set := range []struct {
		name, gold, texts string
		least             string
	}{
		{"seeds", "gold/seeds", "seeds", "0.90"},
		{"dev", "gold/dev", "gold/dev", "0.75"},
	} {
		t.Run(set.name, func(t *testing.T) {
			all, paths := readFolder(t, x, filepath.Join(folder, set.texts))
			var lines bytes.Buffer
			encoder := json.NewEncoder(&lines)
			encoder.SetEscapeHTML(false)
			for i := range all {
				if err := encoder.Encode(Record(all[i], paths[i])); err != nil {
					t.Fatal(err)
				}
			}
			if keep := os.Getenv("MUEANG_RECORDS"); keep != "" {
				if err := os.WriteFile(filepath.Join(keep, set.name+".jsonl"), lines.Bytes(), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			score := exec.Command("python3", filepath.Join(folder, "eval", "score.py"), "extract", "--gold", filepath.Join(folder, set.gold),
				"--system", "-", "--texts", filepath.Join(folder, set.texts), "--min-f1", set.least)
			score.Stdin = &lines
			out, err := score.CombinedOutput()
			t.Logf("%s", out)
			if err != nil {
				t.Errorf("below %s: %v", set.least, err)
			}
		})
	}
}
