package main

import (
	"encoding/json"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"mueang/graph/kg"
)

// enough is how many of the names in testdata/messy.tsv must be answered right.
const enough = 45

// TestReconcileNamesOfReleases reconciles names as releases write them, as
// OpenRefine asks, with the seeds and the releases about smart cities, which
// take some ten seconds to load. The list was written before any answer to it
// was seen.
func TestReconcileNamesOfReleases(t *testing.T) {
	corpus := shared(t, "corpus", "smartcity.jsonl.gz")
	if testing.Short() {
		t.Skip("NOT RUN: loading takes some ten seconds")
	}
	store := "sqlite:" + filepath.Join(t.TempDir(), "x.db")
	must(t, "--store", store, "load", "--quiet", "--quarantine", "", releases, corpus)
	base := serve(t, store)

	list, err := os.ReadFile("testdata/messy.tsv")
	if err != nil {
		t.Fatal(err)
	}
	asked, right, matched := 0, 0, 0
	for line := range strings.Lines(string(list)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		text, err := strconv.Unquote(`"` + fields[0] + `"`)
		if err != nil {
			t.Fatal(line, err)
		}
		asked++
		query := map[string]any{"query": text, "type_strict": "should"}
		if fields[1] != "" {
			query["type"] = fields[1]
		}
		name, match := firstAnswer(t, base, query, fields[2], fields[3])
		if name == "" {
			right++
		} else {
			t.Logf("%q gives %q", text, name)
		}
		if match {
			matched++
			if name != "" {
				t.Errorf("%q is said to be %q for certain", text, name)
			}
		}
	}
	t.Logf("%d of %d first answers are right, %d of them said to be certain", right, asked, matched)
	if asked != 50 || right < enough {
		t.Errorf("%d of %d are right, fewer than %d of 50", right, asked, enough)
	}
}

// firstAnswer asks for a name and gives "" where the first candidate is of the
// type and has the name that it should, otherwise what it is instead.
func firstAnswer(t *testing.T, base string, query map[string]any, name, kind string) (instead string, match bool) {
	t.Helper()
	batch, err := json.Marshal(map[string]any{"q0": query})
	if err != nil {
		t.Fatal(err)
	}
	var found map[string]struct {
		Result []struct {
			ID    string
			Name  string
			Match bool
			Type  []struct{ ID string }
		}
	}
	formed(t, base, url.Values{"queries": {string(batch)}}, &found)
	if len(found["q0"].Result) == 0 {
		return "nothing", false
	}
	first := found["q0"].Result[0]
	extend, err := json.Marshal(map[string]any{"ids": []string{first.ID}, "properties": []any{
		map[string]any{"id": "nameThai", "settings": map[string]any{"limit": 100}}, map[string]any{"id": "nameEnglish", "settings": map[string]any{"limit": 100}}}})
	if err != nil {
		t.Fatal(err)
	}
	var names struct {
		Rows map[string]map[string][]struct{ Str string }
	}
	formed(t, base, url.Values{"extend": {string(extend)}}, &names)
	is := false
	for _, some := range names.Rows[first.ID] {
		for _, one := range some {
			is = is || kg.NameKey(one.Str) == kg.NameKey(name)
		}
	}
	if !is || !slices.ContainsFunc(first.Type, func(is struct{ ID string }) bool { return is.ID == kind }) {
		return first.Name + " (" + first.Type[0].ID + ")", first.Match
	}
	return "", first.Match
}

// formed sends a form to /reconcile and reads the answer.
func formed(t *testing.T, base string, form url.Values, into any) {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, base+"/reconcile", strings.NewReader(form.Encode()))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	if err := json.NewDecoder(response.Body).Decode(into); err != nil || response.StatusCode != http.StatusOK {
		t.Fatal(response.Status, err)
	}
}

// TestReconcileSeeds finds a name in the other script, and one that is spelt
// otherwise, in the founding releases; other sites may ask where the server is
// told so, and not otherwise.
func TestReconcileSeeds(t *testing.T) {
	store := "sqlite:" + filepath.Join(t.TempDir(), "x.db")
	must(t, "--store", store, "load", "--quiet", "--quarantine", "", releases)
	for _, flags := range [][]string{nil, {"--allow-origin", "https://refine.example.org"}} {
		base := serve(t, store, flags...)
		for text, name := range map[string]string{"Mr. Buddhipongse Punnakanta": "พุทธิพงษ์ ปุณณกันต์", "นายพุทธิพงศ์ ปุณณกัณต์ รัฐมนตรี": "พุทธิพงษ์ ปุณณกันต์"} {
			if instead, _ := firstAnswer(t, base, map[string]any{"query": text, "type": "Person"}, name, "Person"); instead != "" {
				t.Errorf("%s gives %s", text, instead)
			}
		}
		request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, base+"/reconcile", nil)
		if err != nil {
			t.Fatal(err)
		}
		request.Header.Set("Origin", "https://refine.example.org")
		response, err := http.DefaultClient.Do(request)
		if err != nil {
			t.Fatal(err)
		}
		response.Body.Close()
		if allowed := response.Header.Get("Access-Control-Allow-Origin"); (allowed != "") != (flags != nil) {
			t.Errorf("%v: other sites are allowed: %q", flags, allowed)
		}
		framed(t, base)
	}
}

// framed asks for a preview as a browser does that has it in a frame of another
// site, where it may stand, whatever may be asked otherwise.
func framed(t *testing.T, base string) {
	t.Helper()
	var found map[string]struct{ Result []struct{ ID string } }
	formed(t, base, url.Values{"queries": {`{"q0": {"query": "ดีป้า"}}`}}, &found)
	if len(found["q0"].Result) == 0 {
		t.Fatal("no candidate")
	}
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, base+"/reconcile/preview?id="+found["q0"].Result[0].ID, nil)
	if err != nil {
		t.Fatal(err)
	}
	for name, value := range map[string]string{"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "iframe"} {
		request.Header.Set(name, value)
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	response.Body.Close()
	policy := response.Header.Get("Content-Security-Policy")
	if response.StatusCode != http.StatusOK || response.Header.Get("X-Frame-Options") != "" || strings.Contains(policy, "frame-ancestors") || !strings.Contains(policy, "sandbox") {
		t.Errorf("a preview in a frame: %s %v", response.Status, response.Header)
	}
}
