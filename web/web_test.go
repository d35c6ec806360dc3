package web_test

import (
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"mueang/web"
)

// TestHandler asks for pages and files.
func TestHandler(t *testing.T) {
	server := httptest.NewServer(web.Handler())
	defer server.Close()
	get := func(method, path string) (*http.Response, string) {
		t.Helper()
		request, err := http.NewRequestWithContext(t.Context(), method, server.URL+path, nil)
		if err != nil {
			t.Fatal(err)
		}
		response, err := server.Client().Do(request)
		if err != nil {
			t.Fatal(err)
		}
		defer response.Body.Close()
		body, err := io.ReadAll(response.Body)
		if err != nil {
			t.Fatal(err)
		}
		return response, string(body)
	}

	start, page := get(http.MethodGet, "/")
	if start.StatusCode != http.StatusOK || !strings.Contains(page, `<div id="app">`) {
		t.Fatalf("/ is %d: %.200s", start.StatusCode, page)
	}
	policy := start.Header.Get("Content-Security-Policy")
	for _, wanted := range []string{"default-src 'none'", "script-src 'self'", "frame-ancestors 'none'"} {
		if !strings.Contains(policy, wanted) {
			t.Errorf("the policy lacks %q: %s", wanted, policy)
		}
	}
	if strings.Contains(policy, "unsafe") || strings.Contains(policy, "http") {
		t.Errorf("the policy is not strict: %s", policy)
	}
	if _, view := get(http.MethodGet, "/e/person-1?f=fact-1"); view != page {
		t.Error("the address of a view does not give the page")
	}

	_, script, found := strings.Cut(page, `src="`)
	script, _, _ = strings.Cut(script, `"`)
	if !found {
		t.Fatalf("the page has no script: %s", page)
	}
	file, _ := get(http.MethodGet, script)
	if file.StatusCode != http.StatusOK || !strings.Contains(file.Header.Get("Content-Type"), "javascript") || !strings.Contains(file.Header.Get("Cache-Control"), "immutable") {
		t.Errorf("%s is %d, %v", script, file.StatusCode, file.Header)
	}
	for path, status := range map[string]int{"/assets/index-gone.js": http.StatusNotFound, "/assets/": http.StatusNotFound, "/index.html": http.StatusOK} {
		if got, _ := get(http.MethodGet, path); got.StatusCode != status {
			t.Errorf("%s is %d, not %d", path, got.StatusCode, status)
		}
	}
	if refused, _ := get(http.MethodPost, "/"); refused.StatusCode != http.StatusMethodNotAllowed {
		t.Errorf("POST is %d", refused.StatusCode)
	}
}
