package seed

import (
	"io/fs"
	"testing"
)

func TestReleases(t *testing.T) {
	names, err := fs.Glob(Releases(), "*.txt")
	if err != nil || len(names) != 5 {
		t.Fatalf("releases: %v, %v", names, err)
	}
}
