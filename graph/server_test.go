package graph_test

import (
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"mueang/graph"
	"mueang/graph/kg"
)

// send gives the answer to a request.
func send(t testing.TB, handler http.Handler, method, target, body string, headers ...string) *http.Response {
	t.Helper()
	request := httptest.NewRequestWithContext(t.Context(), method, target, strings.NewReader(body))
	for i := 0; i < len(headers); i += 2 {
		request.Header.Set(headers[i], headers[i+1])
	}
	recorder := httptest.NewRecorder()
	handler.ServeHTTP(recorder, request)
	return recorder.Result()
}

func text(t testing.TB, response *http.Response) string {
	t.Helper()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}

func TestHTTP(t *testing.T) {
	query := "/graphql?query=" + url.QueryEscape(`{ people { totalCount } }`)
	const people, json = `{"query":"{ people { totalCount } }"}`, "application/json"
	tests := []struct {
		name, method, target, body string
		headers                    []string
		status                     int
		words                      string
	}{
		{"POST", "POST", "/graphql", people, []string{"Content-Type", json}, 200, `{"data":{"people":{"totalCount":3}}}`},
		{"as the answer's media type", "POST", "/graphql", people, []string{"Content-Type", json, "Accept", "application/graphql-response+json, application/json"}, 200, `{"data":`},
		{"GET", "GET", query, "", nil, 200, `{"data":{"people":{"totalCount":3}}}`},
		{"a form, which other sites can send", "POST", "/graphql", people, []string{"Content-Type", "text/plain"}, 415, `"code":"BAD_USER_INPUT"`},
		{"no JSON", "POST", "/graphql", `{"query": secret}`, []string{"Content-Type", json}, 400, `"code":"BAD_USER_INPUT"`},
		{"a body above the limit", "POST", "/graphql", `{"query":"{ people { totalCount } }` + strings.Repeat(" ", 2000) + `"}`, []string{"Content-Type", json}, 413, `"code":"BAD_USER_INPUT"`},
		{"tokens above the limit", "POST", "/graphql", `{"query":"{` + strings.Repeat(" a", 600) + `}"}`, []string{"Content-Type", json}, 200, `token limit`},
		{"tokens above the limit, in the newer media type", "POST", "/graphql", `{"query":"{` + strings.Repeat(" a", 600) + `}"}`, []string{"Content-Type", json, "Accept", "application/graphql-response+json"}, 400, `token limit`},
		{"GET with variables", "GET", "/graphql?query=" + url.QueryEscape("query($n:Int){people(first:$n){nodes{id}}}") + "&variables=" + url.QueryEscape(`{"n":1}`), "", nil, 200, `{"data":{"people":{"nodes":[{"id":"person-k"}]}}}`},
		{"GET with variables that are none", "GET", "/graphql?query=%7Bx%7D&variables=x", "", nil, 400, "variables"},
		{"another method", "PUT", "/graphql", people, []string{"Content-Type", json}, 405, `"code":"BAD_USER_INPUT"`},
		{"alive", "GET", "/healthz", "", nil, 200, "ok"},
		{"ready", "GET", "/readyz", "", nil, 200, "ready"},
		{"the first page", "GET", "/", "", nil, 200, "a page"},
		{"another page", "GET", "/x", "", nil, 200, "a page"},
		{"no such asset", "GET", "/graphiql/x.js", "", nil, 404, ""},
	}
	pages := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, "a page") })
	handler := newHandler(t, newStore(t), graph.Config{MaxBody: 2000, MaxTokens: 500, GraphiQL: true, Pages: pages})
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			response := send(t, handler, test.method, test.target, test.body, test.headers...)
			body := text(t, response)
			if response.StatusCode != test.status || !strings.Contains(body, test.words) {
				t.Errorf("got %d %s", response.StatusCode, body)
			}
			if strings.Contains(body, "secret") {
				t.Errorf("the request comes back in %s", body)
			}
			if response.Header.Get("Access-Control-Allow-Origin") != "" {
				t.Error("other sites may ask")
			}
		})
	}
}

// TestOrigins holds that only the configured sites may ask from a browser.
func TestOrigins(t *testing.T) {
	handler := newHandler(t, nothing(), graph.Config{CORSOrigins: []string{"https://a.example"}})
	for origin, want := range map[string]string{"https://a.example": "https://a.example", "https://b.example": ""} {
		response := send(t, handler, http.MethodOptions, "/graphql", "", "Origin", origin, "Access-Control-Request-Method", "POST", "Access-Control-Request-Headers", "content-type")
		if got := response.Header.Get("Access-Control-Allow-Origin"); got != want {
			t.Errorf("%s: got %q", origin, got)
		}
	}
}

var errAway = &kg.Error{Code: kg.Unavailable, Msg: "the store at x is away: start it", Err: errors.New("secret"), RetryAfter: 4500 * time.Millisecond}

func TestNotReady(t *testing.T) {
	handler := newHandler(t, failing(errAway), graph.Config{})
	response := send(t, handler, http.MethodGet, "/readyz", "")
	if said, _ := io.ReadAll(response.Body); response.StatusCode != http.StatusServiceUnavailable || string(said) != "the store at x is away: start it\n" || response.Header.Get("Retry-After") != "5" {
		t.Errorf("got %d %q %v", response.StatusCode, said, response.Header)
	}
	if response := send(t, handler, http.MethodGet, "/healthz", ""); response.StatusCode != http.StatusOK {
		t.Errorf("the process lives: %d", response.StatusCode)
	}
	if response := send(t, newHandler(t, nothing(), graph.Config{}), http.MethodGet, "/readyz", ""); response.StatusCode != http.StatusOK {
		t.Errorf("got %d", response.StatusCode)
	}
	if response := send(t, handler, http.MethodGet, "/graphiql", ""); response.StatusCode != http.StatusNotFound {
		t.Errorf("GraphiQL is served though it is not asked for: %d", response.StatusCode)
	}
}

// TestUnavailable holds when a client is told to come again.
func TestUnavailable(t *testing.T) {
	handler := newHandler(t, failing(errAway), graph.Config{})
	for _, test := range []struct {
		accept, query string
		status        int
	}{
		{"application/json", `{"query":"{ people { totalCount } }"}`, 200},
		{"application/graphql-response+json", `{"query":"{ people { totalCount } }"}`, 503},
		{"application/graphql-response+json", `{"query":"{ node(id: \"x\") { id } }"}`, 200}, // which has data: {"node": null}
	} {
		request := httptest.NewRequest(http.MethodPost, "/graphql", strings.NewReader(test.query))
		request.Header.Set("Content-Type", "application/json")
		request.Header.Set("Accept", test.accept)
		recorder := httptest.NewRecorder()
		handler.ServeHTTP(recorder, request)
		answer := parse(t, recorder.Body.String())
		if recorder.Code != test.status || recorder.Header().Get("Retry-After") != "5" || len(answer.Errors) != 1 ||
			answer.Errors[0].Extensions["code"] != "UNAVAILABLE" || answer.Errors[0].Extensions["retryAfter"] != 5.0 {
			t.Errorf("%s %s: %d %v %s", test.accept, test.query, recorder.Code, recorder.Header(), recorder.Body)
		}
	}
}

// TestIntrospection holds that the schema is told only where the
// configuration says so, and whole, as GraphiQL and code generators ask for it.
func TestIntrospection(t *testing.T) {
	const query = `query IntrospectionQuery { __schema { queryType { name } mutationType { name } subscriptionType { name } types { ...FullType } directives { name description locations args { ...InputValue } } } }
		fragment FullType on __Type { kind name description fields(includeDeprecated: true) { name description args { ...InputValue } type { ...TypeRef } isDeprecated deprecationReason } inputFields { ...InputValue } interfaces { ...TypeRef } enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason } possibleTypes { ...TypeRef } }
		fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue }
		fragment TypeRef on __Type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }`
	answer := parse(t, ask(t, newHandler(t, nothing(), graph.Config{Introspection: true}), query, ""))
	if answer.Errors != nil {
		t.Fatal(answer.Errors)
	}
	types := answer.Data["__schema"].(map[string]any)["types"].([]any)
	for _, name := range []string{"Ministry", "RelatedEntityEdge", "MeetingListFilter"} {
		if !strings.Contains(ask(t, newHandler(t, nothing(), graph.Config{Introspection: true}), `{ __type(name: "`+name+`") { name } }`, ""), `"`+name+`"`) {
			t.Errorf("%s is missing from %d types", name, len(types))
		}
	}
	if answer := parse(t, ask(t, newHandler(t, nothing(), graph.Config{}), query, "")); answer.Errors == nil {
		t.Error("the schema is told though it is not to be")
	}
}

// TestGraphiQL holds that the page and all that it loads come from this server.
func TestGraphiQL(t *testing.T) {
	handler := newHandler(t, nothing(), graph.Config{GraphiQL: true})
	response := send(t, handler, http.MethodGet, "/graphiql", "")
	page := text(t, response)
	if policy := response.Header.Get("Content-Security-Policy"); !strings.Contains(policy, "script-src 'self';") {
		t.Errorf("the policy is %q", policy)
	}
	assets := regexp.MustCompile(`(?:src|href)="([^":]+)"`).FindAllStringSubmatch(page, -1)
	if len(assets) < 5 {
		t.Fatalf("the page loads %v", assets)
	}
	for _, asset := range assets {
		response := send(t, handler, http.MethodGet, "/"+asset[1], "")
		if response.StatusCode != http.StatusOK || len(text(t, response)) == 0 {
			t.Errorf("%s: %d", asset[1], response.StatusCode)
		}
	}
}
