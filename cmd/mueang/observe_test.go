package main

import (
	"bytes"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

func page(t *testing.T, address string) string {
	t.Helper()
	response, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil || response.StatusCode != http.StatusOK {
		t.Fatalf("%s: %d %v %.200s", address, response.StatusCode, err, body)
	}
	return string(body)
}

// TestMetrics holds that what was asked is counted, and that all that the
// dashboard shows is told.
func TestMetrics(t *testing.T) {
	base := serve(t, "sqlite:"+filepath.Join(t.TempDir(), "x.db"))
	for _, operation := range []string{`{"query": "{ people { totalCount } }"}`, `{"query": "{ people { totalCount } }"}`, `{"query": "{ x }"}`, `{`, `{"query": "mutation { undoAct(id: \"x\") { act { id } } }"}`} {
		asked(t, base, operation)
	}
	told := page(t, base+"/metrics")
	for _, line := range []string{
		`mueang_requests_total{code="",status="200",type="query"} 2`,
		`mueang_requests_total{code="BAD_USER_INPUT",status="400",type="none"} 2`,
		`mueang_requests_total{code="UNAUTHENTICATED",status="401",type="mutation"} 1`,
		`mueang_request_seconds_count{type="query"} 2`,
		`mueang_store_seconds_count{code="",root="Find"} 2`,
		`mueang_answers_total{from="kept"} 1`,
		`mueang_answers_total{from="store"} 1`,
		`mueang_operation_cost_sum 20`,
		`mueang_operations_running 0`,
		`mueang_build_info{version="`,
	} {
		if !strings.Contains(told, line) {
			t.Errorf("the metrics lack %s", line)
		}
	}
	text, err := os.ReadFile("../../deploy/grafana.json")
	if err != nil {
		t.Fatal(err)
	}
	if !json.Valid(text) {
		t.Error("the dashboard is no JSON")
	}
	shown := regexp.MustCompile(`\b(?:mueang|go|process)_[a-z_]+`).FindAllString(string(text), -1)
	slices.Sort(shown)
	shown = slices.Compact(shown)
	if len(shown) < 12 {
		t.Errorf("the dashboard shows but %v", shown)
	}
	for _, name := range shown {
		if !strings.Contains(told, "\n"+name+"{") && !strings.Contains(told, "\n"+name+" ") {
			t.Errorf("the dashboard shows %s, which is not told", name)
		}
	}
}

// TestAside holds that metrics and profiles have addresses of their own, and
// that profiles are for this machine alone.
func TestAside(t *testing.T) {
	var errs bytes.Buffer
	m := &Main{Stderr: &errs}
	log, err := m.logger("json")
	if err != nil {
		t.Fatal(err)
	}
	stop, err := m.aside(t.Context(), "127.0.0.1:0", "127.0.0.1:0", newRegistry(), log)
	if err != nil {
		t.Fatal(err)
	}
	defer stop()
	at := map[string]string{}
	for line := range strings.Lines(errs.String()) {
		var said struct{ For, Address string }
		if err := json.Unmarshal([]byte(line), &said); err != nil {
			t.Fatal(err)
		}
		at[said.For] = "http://" + said.Address
	}
	if told := page(t, at["metrics-listen"]+"/metrics"); !strings.Contains(told, "go_goroutines") {
		t.Errorf("the metrics are %.200s", told)
	}
	if told := page(t, at["pprof-listen"]+"/debug/pprof/goroutine?debug=1"); !strings.Contains(told, "goroutine profile") {
		t.Errorf("the profile is %.200s", told)
	}
	if _, err := m.aside(t.Context(), "", "0.0.0.0:0", newRegistry(), slog.New(slog.DiscardHandler)); err == nil || !strings.Contains(err.Error(), "loopback") {
		t.Errorf("profiles for the network: %v", err)
	}
	if _, err := m.aside(t.Context(), "256.0.0.1:1", "", newRegistry(), log); err == nil || !strings.Contains(err.Error(), "--metrics-listen") {
		t.Errorf("an address that is none: %v", err)
	}
	if _, err := m.logger("xml"); err == nil {
		t.Error("a format that is none is taken")
	}
}
