package main

import (
	"os/exec"
	"strings"
	"testing"
)

// TestWhoImportsWhom holds the rooms of docs/architecture.md: for each package,
// the packages of this module that it may depend on, directly or not.
func TestWhoImportsWhom(t *testing.T) {
	may := map[string][]string{
		"mueang/graph/kg":                {},
		"mueang/schema":                  {"mueang/graph/kg"},
		"mueang/schema/print":            {"mueang/graph/kg", "mueang/schema"},
		"mueang/seed":                    {"mueang/graph/kg"},
		"mueang/graph":                   {"mueang/graph/kg", "mueang/graph/generated", "mueang/graph/graphiql", "mueang/schema"},
		"mueang/graph/generated":         {"mueang/graph/kg"},
		"mueang/graph/graphiql":          {},
		"mueang/graph/export":            {"mueang/graph/kg"},
		"mueang/graph/backup":            {"mueang/graph/kg"},
		"mueang/graph/reconcile":         {"mueang/graph/kg"},
		"mueang/graph/store/sqlite":      {"mueang/graph/kg"},
		"mueang/graph/store/neo4j":       {"mueang/graph/kg"},
		"mueang/graph/store/storetest":   {"mueang/graph/kg", "mueang/graph/store/storetest/*"},
		"mueang/graph/store/neo4j/*":     {},
		"mueang/graph/store/storetest/*": {"mueang/graph/kg"},
		"mueang/loaders":                 {"mueang/graph/kg", "mueang/seed", "mueang/loaders/*"},
		"mueang/loaders/*":               {"mueang/graph/kg", "mueang/seed", "mueang/loaders/*"},
		"mueang/web":                     {},
		"mueang/cmd/*":                   {"mueang/*"},
		"mueang/bench":                   {"mueang/graph/kg", "mueang/seed", "mueang/loaders/*"},
	}
	out, err := exec.Command("go", "list", "-f", `{{.ImportPath}} {{join .Deps " "}}`, "mueang/...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	for line := range strings.Lines(string(out)) {
		fields := strings.Fields(line)
		name := fields[0]
		allowed, known := may[name]
		if !known {
			allowed, known = may[name[:strings.LastIndex(name, "/")]+"/*"]
		}
		if !known {
			t.Errorf("%s is in no room: say in this test and in docs/architecture.md what it may import", name)
			continue
		}
		for _, dep := range fields[1:] {
			if strings.HasPrefix(dep, "mueang/") && !covers(allowed, dep) {
				t.Errorf("%s must not depend on %s", name, dep)
			}
			if name == "mueang/graph/kg" && strings.Contains(strings.Split(dep, "/")[0], ".") {
				t.Errorf("%s is not of the standard library", dep)
			}
		}
	}
}

func covers(allowed []string, name string) bool {
	for _, pattern := range allowed {
		if prefix, deep := strings.CutSuffix(pattern, "*"); name == pattern || deep && strings.HasPrefix(name, prefix) {
			return true
		}
	}
	return false
}
