package graph_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"mueang/graph"
	"mueang/graph/kg"
)

const count = `{"query":"{ people { totalCount } }"}`

// TestOtherSites holds that a page of another site can have a browser ask only
// where the configuration admits it.
func TestOtherSites(t *testing.T) {
	get := "/graphql?query=" + url.QueryEscape("{ people { totalCount } }")
	const evil, friend, own = "https://evil.example", "https://a.example", "http://example.com" // where httptest says it is
	tests := []struct {
		name, method string
		headers      []string
		admitted     bool
	}{
		{"a program", "POST", nil, true},
		{"a program by GET", "GET", nil, true},
		{"a page of this server", "POST", []string{"Sec-Fetch-Site", "same-origin", "Origin", own}, true},
		{"its GET", "GET", []string{"Sec-Fetch-Site", "same-origin"}, true},
		{"the address bar", "GET", []string{"Sec-Fetch-Site", "none", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document"}, true},
		{"a link on another site", "GET", []string{"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document"}, true},
		{"a frame of another site", "GET", []string{"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "iframe"}, false},
		{"a picture of another site", "GET", []string{"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "no-cors", "Sec-Fetch-Dest", "image"}, false},
		{"a script of another site", "POST", []string{"Sec-Fetch-Site", "cross-site", "Origin", evil}, false},
		{"a script of a neighbour", "POST", []string{"Sec-Fetch-Site", "same-site", "Origin", "http://x.example.com"}, false},
		{"its GET of an older browser", "GET", []string{"Origin", evil}, false},
		{"its POST of an older browser", "POST", []string{"Origin", evil}, false},
		{"a page without an origin", "POST", []string{"Origin", "null"}, false},
		{"an admitted site", "POST", []string{"Sec-Fetch-Site", "cross-site", "Origin", friend}, true},
		{"its GET", "GET", []string{"Sec-Fetch-Site", "cross-site", "Origin", friend}, true},
		{"an admitted site's GET of an older browser", "GET", []string{"Origin", friend}, true},
	}
	for _, origins := range [][]string{{friend}, nil, {"*"}} {
		handler := newHandler(t, newStore(t), graph.Config{CORSOrigins: origins})
		for _, test := range tests {
			headers := http.Header{}
			for i := 0; i < len(test.headers); i += 2 {
				headers.Set(test.headers[i], test.headers[i+1])
			}
			origin := headers.Get("Origin")
			status := http.StatusForbidden
			if test.admitted && (origin != friend || origins != nil) || origins != nil && origins[0] == "*" && origin != "" {
				status = http.StatusOK
			}
			target, body := "/graphql", count
			if test.method == http.MethodGet {
				target, body = get, ""
			}
			response := send(t, handler, test.method, target, body, append([]string{"Content-Type", "application/json"}, test.headers...)...)
			if said := text(t, response); response.StatusCode != status || status == http.StatusForbidden && !strings.Contains(said, `"FORBIDDEN"`) {
				t.Errorf("%s, %v admitted: %d %s", test.name, origins, response.StatusCode, said)
			}
			if allowed := response.Header.Get("Access-Control-Allow-Origin"); (allowed != "") != (origin != "" && origins != nil && (origins[0] == origin || origins[0] == "*")) {
				t.Errorf("%s, %v admitted: allowed is %q", test.name, origins, allowed)
			}
		}
	}
}

// TestHeaders holds what stands in every answer.
func TestHeaders(t *testing.T) {
	handler := newHandler(t, newStore(t), graph.Config{GraphiQL: true})
	for _, target := range []string{"/graphql?query=x", "/graphiql", "/healthz", "/readyz", "/none"} {
		header := send(t, handler, http.MethodGet, target, "").Header
		for name, want := range map[string]string{"X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY", "Referrer-Policy": "no-referrer",
			"Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin", "Strict-Transport-Security": ""} {
			if got := header.Get(name); got != want {
				t.Errorf("%s: %s is %q", target, name, got)
			}
		}
		if policy := header.Get("Content-Security-Policy"); !strings.Contains(policy, "default-src 'none'") || !strings.Contains(policy, "frame-ancestors 'none'") {
			t.Errorf("%s: the policy is %q", target, policy)
		}
		if len(header.Get("X-Request-Id")) != 16 {
			t.Errorf("%s has no id: %v", target, header)
		}
	}
}

// TestRequestID holds that a defect is logged under the id of the request, that
// of a proxy where it is one.
func TestRequestID(t *testing.T) {
	var log bytes.Buffer
	handler := newHandler(t, failing(fmt.Errorf("secret")), graph.Config{Log: slog.New(slog.NewTextHandler(&log, nil))})
	for given, kept := range map[string]bool{"proxy-0123456789": true, "": false, "short": false, "with a line\nbreak": false, strings.Repeat("x", 65): false} {
		log.Reset()
		response := send(t, handler, http.MethodPost, "/graphql", count, "Content-Type", "application/json", "X-Request-Id", given)
		id, body := response.Header.Get("X-Request-Id"), text(t, response)
		if (id == given) != kept || !strings.Contains(body, `"correlationId":"`+id+`"`) || !strings.Contains(log.String(), "correlationId="+id) || strings.Contains(body, "secret") {
			t.Errorf("%q: %s\n%s", given, body, log.String())
		}
	}
}

// TestDocumentLimits holds what a document may have, and that one which is at
// the limits is still answered.
func TestDocumentLimits(t *testing.T) {
	repeat := func(n int, format string) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, format, i)
		}
		return b.String()
	}
	nested := func(n int) string {
		return "{ " + strings.Repeat("... { ", n) + "__typename" + strings.Repeat(" }", n) + " }"
	}
	tests := []struct {
		name      string
		good, bad string
		words     string
	}{
		{"names", "{ " + strings.Repeat("a", 128) + ": __typename }", "{ " + strings.Repeat("a", 129) + ": __typename }", "letters"},
		{"aliases", "{" + repeat(99, " a%d: __typename") + "}", "{ people { " + repeat(501, " a%d: totalCount") + "} }", "aliases"},
		{"root fields", "{" + repeat(100, " a%d: __typename") + "}", "{" + repeat(101, " a%d: __typename") + "}", "root fields"},
		{"directives", "{ people {" + repeat(250, " a%d: totalCount @skip(if: false) @include(if: true)") + " } }", "{ people {" + repeat(251, " a%d: totalCount @skip(if: false) @include(if: true)") + " } }", "directives"},
		{"pairs", "{ people {" + strings.Repeat(" totalCount", 200) + " } }", "{ people {" + strings.Repeat(" totalCount", 201) + " } }", "pairs"},
		{"levels", nested(49), nested(50), "levels"},
		{"fields", "", "{ people {" + repeat(2500, " f%d") + " } }", "fields"},
		{"operations", repeat(100, " query A%d { __typename }"), repeat(101, " query A%d { __typename }"), "operations"},
		{"variables", "", "query A0(" + repeat(101, " $v%d: Int") + ") { __typename }", "variables"},
	}
	handler := newHandler(t, newStore(t), graph.Config{})
	for _, test := range tests {
		if test.good != "" {
			if _, code, body := post(t, handler, map[string]any{"query": test.good, "operationName": map[bool]any{true: "A0"}[test.name == "operations"]}); code != "" {
				t.Errorf("%s within the limit: %.300s", test.name, body)
			}
		}
		if status, code, body := post(t, handler, map[string]any{"query": test.bad, "operationName": map[bool]any{true: "A0"}[test.name == "operations"]}); status != 400 || code != string(kg.CostLimit) || !strings.Contains(body, test.words) {
			t.Errorf("%s above the limit: %d %.300s", test.name, status, body)
		}
	}
	_, _, body := post(t, handler, map[string]any{"query": "{" + repeat(90, " x%d") + "}"})
	if answer := parse(t, body); len(answer.Errors) != 21 || answer.Errors[20].Message != "there are 70 more errors" {
		t.Errorf("of 90 errors %d are told: %.300s", len(answer.Errors), body)
	}
	_, _, body = post(t, handler, map[string]any{"query": `{ people(first: "` + strings.Repeat("ก", 10_000) + `") { totalCount } }`})
	if answer := parse(t, body); len(answer.Errors) != 1 || len(answer.Errors[0].Message) > 1100 {
		t.Errorf("what was sent comes back: %.300s", body)
	}
}

// TestSuggestions holds that names of the schema are told by mistake only where
// it is told anyway.
func TestSuggestions(t *testing.T) {
	for _, introspection := range []bool{true, false} {
		handler := newHandler(t, nothing(), graph.Config{Introspection: introspection})
		for _, query := range []string{`{ peopl { totalCount } }`, `{ people(firs: 1) { totalCount } }`, `{ people }`} {
			if _, _, body := post(t, handler, map[string]any{"query": query}); strings.Contains(body, "Did you mean") != introspection {
				t.Errorf("introspection %v: %s", introspection, body)
			}
		}
	}
}

// TestCrowd holds that operations wait for others, and are refused where these
// do not end.
func TestCrowd(t *testing.T) {
	arrived, leave := make(chan struct{}), make(chan struct{})
	store := &stub{run: func(ctx context.Context, _ *kg.Plan) (*kg.Result, error) {
		arrived <- struct{}{}
		<-leave
		return &kg.Result{Connection: &kg.Connection{}}, nil
	}}
	handler := newHandler(t, store, graph.Config{MaxConcurrent: 1, Timeout: time.Minute})
	answers := make(chan *http.Response, 2)
	ask := func(ctx context.Context) {
		request := httptest.NewRequestWithContext(ctx, http.MethodPost, "/graphql", strings.NewReader(count))
		request.Header.Set("Content-Type", "application/json")
		recorder := httptest.NewRecorder()
		handler.ServeHTTP(recorder, request)
		answers <- recorder.Result()
	}
	go ask(t.Context())
	<-arrived
	impatient, cancel := context.WithCancel(t.Context())
	cancel()
	ask(impatient)
	if refused := <-answers; refused.StatusCode != http.StatusServiceUnavailable || refused.Header.Get("Retry-After") == "" || !strings.Contains(text(t, refused), `"UNAVAILABLE"`) {
		t.Errorf("the second is answered %d %v", refused.StatusCode, refused.Header)
	}
	go ask(t.Context()) // waits
	leave <- struct{}{}
	<-arrived
	leave <- struct{}{}
	for range 2 {
		if answer := <-answers; answer.StatusCode != http.StatusOK {
			t.Errorf("got %d", answer.StatusCode)
		}
	}
}

// TestSlowBody holds that who sends slowly is told so and let go.
func TestSlowBody(t *testing.T) {
	server := httptest.NewUnstartedServer(newHandler(t, nothing(), graph.Config{}))
	server.Config.ReadTimeout = 100 * time.Millisecond
	server.Start()
	defer server.Close()
	conn, err := net.Dial("tcp", server.Listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	fmt.Fprintf(conn, "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n{", len(count))
	answer, err := io.ReadAll(conn) // to its end: the connection is closed
	if err != nil || !strings.HasPrefix(string(answer), "HTTP/1.1 408 ") || !strings.Contains(string(answer), `"TIMEOUT"`) {
		t.Errorf("%v: %s", err, answer)
	}
}
