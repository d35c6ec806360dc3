package main

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"mueang/graph/kg"
)

// graphOf gives what an export says of documents, entities and facts.
func graphOf(t *testing.T, where string) string {
	t.Helper()
	lines := strings.SplitAfter(must(t, "--store", where, "export"), "\n")
	return strings.Join(slices.DeleteFunc(lines, func(line string) bool { return strings.HasPrefix(line, `{"type":"act"`) }), "")
}

// rowsOf gives the rows of an export of one type.
func rowsOf(t *testing.T, graph, kind string) (rows []map[string]any) {
	t.Helper()
	for line := range strings.Lines(graph) {
		var row map[string]any
		if err := json.Unmarshal([]byte(line), &row); err != nil {
			t.Fatal(err)
		}
		if row["type"] == kind {
			rows = append(rows, row)
		}
	}
	return rows
}

// done runs a command of curation and gives the act that it made.
func done(t *testing.T, where string, args ...string) kg.ID {
	t.Helper()
	var result struct{ Act kg.Act }
	out := must(t, slices.Concat([]string{"--store", where}, args, []string{"--actor", "กานดา", "--reason", "เห็นในข่าว", "--json"})...)
	if err := json.Unmarshal([]byte(out), &result); err != nil || result.Act.ID == "" {
		t.Fatalf("%v: %q, %v", args, out, err)
	}
	return result.Act.ID
}

// TestCurationFromTheCommandLine makes every kind of act on the seed, loads
// again and takes everything back.
func TestCurationFromTheCommandLine(t *testing.T) {
	stores(t, func(t *testing.T, store func() string) {
		where := store()
		must(t, "--store", where, "load", releases)
		before := graphOf(t, where)
		var people []string
		for _, e := range rowsOf(t, before, "entity") {
			if e["kind"] == "PERSON" {
				people = append(people, e["id"].(string))
			}
		}
		document := rowsOf(t, before, "document")[0]
		fact := rowsOf(t, before, "fact")[0]["id"].(string)
		var meeting string
		for _, e := range rowsOf(t, before, "entity") {
			if e["kind"] == "MEETING" {
				meeting = e["id"].(string)
			}
		}
		id, text := document["id"].(string), document["text"].(string)

		merge := done(t, where, "merge", people[0], people[1])
		status := done(t, where, "status", fact, "disputed")
		distinct := done(t, where, "distinct", people[0], people[2])
		assert := done(t, where, "assert", "spoke_at", people[3], meeting, "--document", id, "--quote", text[:strings.Index(text, "\n")], "--start", "0")
		if code, _, said := run(t, "", "--store", where, "merge", people[1], people[2], "--actor", "somchai"); code != exitFailed || !strings.Contains(said, string(distinct)) {
			t.Errorf("merging what is kept apart: %d, %s", code, said)
		}
		preview := must(t, "--store", where, "retract", id, "--dry-run")
		if !strings.Contains(preview, "facts that would fall") || !strings.Contains(preview, "entities that nothing else mentions") {
			t.Errorf("the preview is %q", preview)
		}
		retract := done(t, where, "retract", id)
		if out := must(t, "--store", where, "load", releases); !strings.Contains(out, "4 unchanged, 1 stay retracted") {
			t.Errorf("loading again says %q", out)
		}
		if out := must(t, "--store", where, "verify"); !strings.Contains(out, " 0 violations") {
			t.Errorf("verify says %q", out)
		}
		during := graphOf(t, where)
		if during == before || strings.Contains(during, id) == (len(rowsOf(t, during, "version")) == 0) || len(rowsOf(t, during, "document")) != 4 {
			t.Error("the acts have left no trace")
		}
		for _, act := range []kg.ID{retract, assert, distinct, status} {
			done(t, where, "undo", string(act))
		}
		if out := must(t, "--store", where, "unmerge", people[1], "--actor", "กานดา"); !strings.Contains(out, "UNDO") {
			t.Errorf("unmerge says %q", out)
		}
		if after := graphOf(t, where); after != before {
			t.Error("undoing does not give back what was there")
		}
		if out := must(t, "--store", where, "verify"); !strings.Contains(out, " 0 violations") {
			t.Errorf("verify says %q", out)
		}
		ledger := must(t, "--store", where, "acts")
		if strings.Count(ledger, "\n") != 10 || !strings.Contains(ledger, "(undone by act-") || !strings.Contains(ledger, string(merge)) || !strings.Contains(ledger, "กานดา SET_STATUS DISPUTED") {
			t.Errorf("the ledger is\n%s", ledger)
		}
	})
}

func TestCurationSaysWhatItNeeds(t *testing.T) {
	where := "sqlite:" + t.TempDir() + "/x.db"
	t.Setenv("MUEANG_ACTOR", "")
	for _, c := range []struct {
		args string
		code int
		says string
	}{
		{"merge a b", exitUsage, "merge needs --actor"},
		{"merge a --actor x", exitUsage, "merge needs ID ID"},
		{"merge a b --actor x", exitFailed, `under the id "a"`},
		{"unmerge --actor x", exitUsage, "unmerge needs ID"},
		{"status fact-1 GOOD --actor x", exitFailed, `no status "GOOD"`},
		{"assert CHAIRED a b --actor x", exitUsage, "--quote"},
		{"retract d --actor x", exitFailed, `no document under the id or URL "d"`},
		{"retract d --dry-run", exitFailed, `no document under the id or URL "d"`},
		{"undo act-1 --actor x", exitFailed, `no act "act-1"`},
		{"review --after ?", exitFailed, "no cursor"},
		{"review --first 0", exitUsage, "above 0"},
		{"acts x", exitUsage, "no arguments"},
	} {
		code, _, said := run(t, "", append([]string{"--store", where}, strings.Fields(c.args)...)...)
		if code != c.code || !strings.Contains(said, c.says) {
			t.Errorf("mueang %s: %d, %q", c.args, code, said)
		}
	}
}
