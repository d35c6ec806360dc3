package graph_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"mueang/graph"
	"mueang/graph/kg"
)

const newer = "application/graphql-response+json"

// TestAccept holds which media type an answer has, or that there is none.
func TestAccept(t *testing.T) {
	const older = "application/json"
	handler := newHandler(t, newStore(t), graph.Config{})
	for accept, want := range map[string]string{
		"":                             older,
		"*/*":                          older,
		"application/*":                older,
		older:                          older,
		newer:                          newer,
		newer + ", " + older:           newer,
		older + ", " + newer:           newer,
		newer + ";q=0.5, " + older:     older,
		newer + "," + older + ";q=0.9": newer,
		newer + ";q=0, */*":            older,
		"text/html, */*;q=0.1":         older,
		"*/*;q=0.1, " + newer:          newer,
		newer + "; charset=UTF-8":      newer,
		newer + "; charset=tis-620":    "",
		newer + ";q=2":                 "",
		newer + ";q=0":                 "",
		"text/html":                    "",
		"text/event-stream; ;;, " + newer + "," + older: newer,
	} {
		response := send(t, handler, http.MethodPost, "/graphql", `{"query":"{ people { totalCount } }"}`, "Content-Type", older, "Accept", accept)
		status, media := http.StatusOK, want
		if want == "" {
			status, media = http.StatusNotAcceptable, older
		}
		if got := response.Header.Get("Content-Type"); response.StatusCode != status || got != media+"; charset=utf-8" {
			t.Errorf("%q: %d %q", accept, response.StatusCode, got)
		}
	}
}

// TestRequests holds what is an operation over HTTP and what is none, with the
// status of each in both media types.
func TestRequests(t *testing.T) {
	get := func(pairs ...string) string {
		query := url.Values{}
		for i := 0; i < len(pairs); i += 2 {
			query.Add(pairs[i], pairs[i+1])
		}
		return "/graphql?" + query.Encode()
	}
	const asked = `{"query":"{ people { totalCount } }"}`
	tests := []struct {
		name, method, target, body string
		headers                    []string
		older, newer               int
		words                      string
	}{
		{"UTF-8", "POST", "/graphql", asked, []string{"Content-Type", "application/json; charset=UTF-8"}, 200, 200, `{"data":`},
		{"another charset", "POST", "/graphql", asked, []string{"Content-Type", "application/json; charset=tis-620"}, 415, 415, "UTF-8"},
		{"no Content-Type", "POST", "/graphql", asked, []string{"Content-Type", ""}, 415, 415, "Content-Type"},
		{"a form", "POST", "/graphql", "query=%7Bx%7D", []string{"Content-Type", "application/x-www-form-urlencoded"}, 415, 415, "application/json"},
		{"files", "POST", "/graphql", asked, []string{"Content-Type", "multipart/form-data; boundary=x"}, 415, 415, "application/json"},
		{"compressed", "POST", "/graphql", asked, []string{"Content-Encoding", "gzip"}, 415, 415, "uncompressed"},
		{"no body", "POST", "/graphql", "", nil, 400, 400, "JSON"},
		{"nothing", "POST", "/graphql", "null", nil, 400, 400, "no query"},
		{"a batch", "POST", "/graphql", " [" + asked + "]", nil, 400, 400, "batches"},
		{"more than one", "POST", "/graphql", asked + asked, nil, 400, 400, "JSON"},
		{"no UTF-8", "POST", "/graphql", "{\"query\":\"{ people { totalCount } } # \xff\"}", nil, 400, 400, "JSON"},
		{"variables in a list", "POST", "/graphql", `{"query":"{ x }","variables":[]}`, nil, 400, 400, "objects"},
		{"not GraphQL", "POST", "/graphql", `{"query":"{"}`, nil, 200, 400, "Expected"},
		{"not of the schema", "POST", "/graphql", `{"query":"{ persons }"}`, nil, 200, 400, "persons"},
		{"variables that are not of it", "POST", "/graphql", `{"query":"query($n:ID!){node(id:$n){id}}"}`, nil, 200, 400, "defined"},
		{"an operation that is not there", "POST", "/graphql", `{"query":"query A { people { totalCount } }","operationName":"B"}`, nil, 200, 400, "not found"},
		{"two operations and no name", "POST", "/graphql", `{"query":"query A { people { totalCount } } query B { people { totalCount } }"}`, nil, 200, 400, "not found"},
		{"too costly", "POST", "/graphql", `{"query":"{ people(first: 100) { nodes { chaired(first: 100) { nodes { id } } } } }"}`, nil, 200, 400, "COST_LIMIT"},
		{"a mutation, and none are taken", "POST", "/graphql", `{"query":"mutation { undoAct(id: \"x\") { act { id } } }"}`, nil, 200, 403, "FORBIDDEN"},
		{"a field that fails", "POST", "/graphql", `{"query":"{ people(first: -1) { totalCount } }"}`, nil, 200, 200, `"data":null`},
		{"a header asked for", "HEAD", get("query", "{ people { totalCount } }"), "", nil, 200, 200, ""},
		{"GET and a name", "GET", get("query", "query A { people { totalCount } } query B { x: people { totalCount } }", "operationName", "B"), "", nil, 200, 200, `"x"`},
		{"GET and extensions", "GET", get("query", "{ people { totalCount } }", "extensions", `{"a":1}`), "", nil, 200, 200, `{"data":`},
		{"GET and extensions that are none", "GET", get("query", "{ people { totalCount } }", "extensions", `[]`), "", nil, 400, 400, "extensions"},
		{"GET without a query", "GET", "/graphql", "", nil, 400, 400, "no query"},
		{"GET of what is no form", "GET", "/graphql?query=%zz", "", nil, 400, 400, "address"},
		{"GET that mutates", "GET", get("query", `mutation { undoAct(id: "x") { act { id } } }`), "", nil, 405, 405, "GET is for queries"},
		{"DELETE", "DELETE", "/graphql", "", nil, 405, 405, "POST"},
		{"OPTIONS", "OPTIONS", "/graphql", "", nil, 405, 405, "POST"},
	}
	handler := newHandler(t, newStore(t), graph.Config{MaxCost: 1000})
	for _, test := range tests {
		for media, status := range map[string]int{"application/json": test.older, newer: test.newer} {
			t.Run(test.name+" as "+media, func(t *testing.T) {
				response := send(t, handler, test.method, test.target, test.body, append([]string{"Content-Type", "application/json", "Accept", media}, test.headers...)...)
				body := text(t, response)
				if response.StatusCode != status || !strings.Contains(body, test.words) {
					t.Fatalf("got %d %s", response.StatusCode, body)
				}
				if got := response.Header.Get("Content-Type"); got != media+"; charset=utf-8" {
					t.Errorf("the answer is %s", got)
				}
				if allow := response.Header.Get("Allow") != ""; allow != (status == http.StatusMethodNotAllowed) {
					t.Errorf("the header is %v", response.Header)
				}
				if status >= 400 && strings.Contains(body, `"data"`) {
					t.Errorf("what was not run has data: %s", body)
				}
			})
		}
	}
}

// TestLate holds that a request whose time is up before it runs is told so.
func TestLate(t *testing.T) {
	handler := newHandler(t, nothing(), graph.Config{Timeout: 1})
	response := send(t, handler, http.MethodPost, "/graphql", `{"query":"{ people { totalCount } }"}`, "Content-Type", "application/json", "Accept", newer)
	if body := text(t, response); response.StatusCode != http.StatusGatewayTimeout || !strings.Contains(body, string(kg.Timeout)) || strings.Contains(body, `"data"`) {
		t.Errorf("got %d %s", response.StatusCode, body)
	}
}

// FuzzRequest sends arbitrary requests: the answer is JSON, and whatever is
// wrong is the caller's fault.
func FuzzRequest(f *testing.F) {
	f.Add("POST", "application/json", newer, "", `{"query":"{ people { totalCount } }","extensions":{}}`)
	f.Add("GET", "", "*/*;q=0.5,"+newer, "query=%7Bpeople%7BtotalCount%7D%7D&variables=%7B%7D", "")
	f.Add("PUT", `a/b; x="`, ";q=nan", "variables=1", `[{"query":[]}]`)
	handler := newHandler(f, newStore(f), graph.Config{})
	f.Fuzz(func(t *testing.T, method, contentType, accept, query, body string) {
		request := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/graphql", strings.NewReader(body))
		request.Method, request.URL.RawQuery = method, query
		request.Header.Set("Content-Type", contentType)
		request.Header.Set("Accept", accept)
		recorder := httptest.NewRecorder()
		handler.ServeHTTP(recorder, request)
		if !json.Valid(recorder.Body.Bytes()) || recorder.Code >= 500 || strings.Contains(recorder.Body.String(), `"INTERNAL"`) {
			t.Errorf("%d %s", recorder.Code, recorder.Body)
		}
	})
}
