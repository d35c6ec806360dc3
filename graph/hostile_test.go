package graph_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"mueang/graph"
	"mueang/graph/kg"
	"mueang/graph/store/sqlite"
)

// hostile is a request that means harm, and what becomes of it.
type hostile struct {
	name    string
	method  string // POST
	target  string // /graphql
	headers []string
	body    string // where there is no query
	query   string
	vars    string
	status  int
	code    string // "": it is answered, within the limits
}

// hostiles gives the requests.
func hostiles() []hostile {
	times := strings.Repeat
	each := func(n int, format string) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, format, i)
		}
		return b.String()
	}
	nest := func(n int, open, inner, closed string) string { return times(open, n) + inner + times(closed, n) }
	get := func(query string) string { return "/graphql?query=" + url.QueryEscape(query) }
	fan := `{ node(id: "x") { ...F0 } }` + each(40, ` fragment F%[1]d on Entity { a: documents(first: 1) { nodes { entities(first: 1) { nodes { ...G%[1]d } } } } b: documents(first: 1) { nodes { entities(first: 1) { nodes { ...G%[1]d } } } } } fragment G%[1]d on Entity { ...F_%[1]d }`)
	for i := range 40 {
		fan = strings.ReplaceAll(fan, fmt.Sprintf("...F_%d }", i), fmt.Sprintf("...F%d }", i+1))
	}
	fan += ` fragment F40 on Entity { id }`
	const small, mutation = `{"query":"{ people { totalCount } }"}`, `mutation { undoAct(id: "x") { act { id } } }`
	const bad, costly = "BAD_USER_INPUT", "COST_LIMIT"
	list := []hostile{
		{name: "aliases in an object", query: "{ people { " + each(501, " a%d: totalCount") + " } }", status: 400, code: costly},
		{name: "aliases at the root", query: "{" + each(101, " a%d: people { totalCount }") + " }", status: 400, code: costly},
		{name: "one alias many times", query: "{" + times(" a: people { totalCount }", 800) + " }", status: 400, code: costly},
		{name: "one field many times", query: "{ people { " + times(" totalCount", 2490) + " } }", status: 400, code: costly},
		{name: "one field in many fragments", query: "{ people { " + times(" ... { totalCount }", 800) + " } }", status: 400, code: costly},
		{name: "one field as often as it may be", query: "{ people { " + times(" totalCount", 200) + " } }", status: 200},
		{name: "lists that double", query: "{ " + nest(9, "a: people { nodes { ", "", " } } ") + " }", status: 400, code: bad},
		{name: "one field with other arguments", query: "{" + each(135, " people(first: %d) { totalCount }") + " }", status: 400, code: bad},
		{name: "directives", query: "{ people { " + times(" totalCount @include(if: true)", 501) + " } }", status: 400, code: costly},
		{name: "one directive many times", query: "{ people { totalCount" + times(" @include(if: true)", 400) + " } }", status: 400, code: bad},
		{name: "directives that are not there", query: "{ people { totalCount" + each(400, " @d%d") + " } }", status: 400, code: bad},
		{name: "levels", query: "{ people { " + nest(60, "... { ", "totalCount", " }") + " } }", status: 400, code: costly},
		{name: "thousands of levels", query: nest(2400, "{ a ", "", " }"), status: 400, code: bad},
		{name: "relations in relations", query: `{ node(id: "x") { ... on Organization { ` + nest(13, "parent { ... on Organization { ", "id", " } }") + " } } }", status: 200, code: costly},
		{name: "a fragment in itself", query: "{ people { nodes { ...A } } } fragment A on Person { ...A }", status: 400, code: bad},
		{name: "fragments in a circle", query: "{ people { nodes { ...A } } } fragment A on Person { ...B } fragment B on Person { ...C } fragment C on Person { ...A }", status: 400, code: bad},
		{name: "fragments that double", query: fan, status: 200, code: costly},
		{name: "many fragments", query: "{ people { nodes { id } } }" + each(101, " fragment F%d on Person { id }"), status: 400, code: costly},
		{name: "many operations", query: each(101, " query A%d { people { totalCount } }"), status: 400, code: costly},
		{name: "many variables", query: "query A(" + each(101, " $v%d: Int") + ") { people { totalCount } }", status: 400, code: costly},
		{name: "a long name", query: "{ " + times("a", 900_000) + " }", status: 400, code: costly},
		{name: "a long name of a type", query: "{ people { nodes { ... on " + times("a", 900_000) + " { id } } } }", status: 400, code: costly},
		{name: "a long name of an argument", query: "{ people(" + times("a", 900_000) + ": 1) { totalCount } }", status: 400, code: costly},
		{name: "a long enum", query: "{ people(orderBy: {field: " + times("A", 900_000) + "}) { totalCount } }", status: 400, code: costly},
		{name: "a long text for an enum", query: `{ people(orderBy: {field: "` + times("A", 900_000) + `"}) { totalCount } }`, status: 400, code: bad},
		{name: "a megabyte of tokens", query: "{" + times(" a", 500_000) + " }", status: 400, code: bad},
		{name: "a megabyte of commas", query: "{ people { totalCount " + times(",", 1_000_000) + " } }", status: 200},
		{name: "a megabyte of comments", query: "{ people { totalCount " + times("#\n", 330_000) + " } }", status: 400, code: bad},
		{name: "a megabyte of lists", query: "{ people(first: " + times("[", 1_000_000), status: 400, code: bad},
		{name: "a megabyte of objects", query: "{ people(filter: " + times("{and:", 200_000), status: 400, code: bad},
		{name: "a megabyte of brackets", query: times("{", 1_000_000), status: 400, code: bad},
		{name: "a megabyte of spreads", query: "{" + times("...{", 250_000), status: 400, code: bad},
		{name: "a batch", body: "[" + times(small+",", 1000) + small + "]", status: 400, code: bad},
		{name: "a page above the limit", query: "{ people(first: 101) { totalCount } }", status: 200, code: bad},
		{name: "a giant page", query: "{ people(first: 2147483647) { totalCount } }", status: 200, code: bad},
		{name: "a page beyond all numbers", query: "{ people(first: 99999999999999999999) { totalCount } }", status: 400, code: bad},
		{name: "a page of less than none", query: "{ people(last: -1) { totalCount } }", status: 200, code: bad},
		{name: "pages in pages", query: "{ people(first: 100) { nodes { chaired(first: 100) { nodes { attendees(first: 100) { nodes { id } } } } } } }", status: 400, code: costly},
		{name: "a deep filter", query: "{ people(filter: " + nest(13, "{not: ", "{}", "}") + ") { totalCount } }", status: 200, code: bad},
		{name: "a deep filter of relations", query: "{ people(filter: " + nest(8, "{chaired: {some: {chairs: {some: ", "{}", "}}}}") + ") { totalCount } }", status: 400, code: bad},
		{name: "a wide filter", query: "query($i: [ID!]!) { people(filter: {id: {in: $i}}) { totalCount } }", vars: `{"i": ["x"` + times(`,"x"`, 200) + "]}", status: 200, code: bad},
		{name: "many ids", query: "query($i: [ID!]!) { nodes(ids: $i) { id } }", vars: `{"i": ["x"` + times(`,"x"`, 100_000) + "]}", status: 200, code: bad},
		{name: "lists in lists for ids", query: "query($i: [ID!]!) { nodes(ids: $i) { id } }", vars: `{"i": ` + nest(5000, "[", "", "]") + "}", status: 400, code: bad},
		{name: "a long search", query: `{ search(text: "` + times("ก", 201) + `") { totalCount } }`, status: 200, code: bad},
		{name: "a long path", query: `{ path(from: "a", to: "b", maxLength: 100) { length } }`, status: 200, code: bad},
		{name: "a wide neighbourhood", query: `{ neighborhood(ids: ["a"], limit: 100000) { truncated } }`, status: 200, code: bad},
		{name: "much at once", query: "{" + each(100, " a%d: centrality(metric: BETWEENNESS) { score }") + " }", status: 400, code: costly},
		{name: "a cursor that is none", query: `{ people(after: "` + times("A", 100_000) + `") { totalCount } }`, status: 200, code: bad},
		{name: "a body above the limit", body: `{"query":"` + times(" ", 1<<20) + `"}`, status: 413, code: bad},
		{name: "as plain text", headers: []string{"Content-Type", "text/plain"}, body: small, status: 415, code: bad},
		{name: "as a form", headers: []string{"Content-Type", "application/x-www-form-urlencoded"}, body: "query=%7Bpeople%7BtotalCount%7D%7D", status: 415, code: bad},
		{name: "as files", headers: []string{"Content-Type", "multipart/form-data; boundary=x"}, body: small, status: 415, code: bad},
		{name: "as nothing", headers: []string{"Content-Type", ""}, body: small, status: 415, code: bad},
		{name: "in UTF-7", headers: []string{"Content-Type", "application/json; charset=utf-7"}, body: small, status: 415, code: bad},
		{name: "compressed", headers: []string{"Content-Encoding", "gzip"}, body: small, status: 415, code: bad},
		{name: "for a browser's eyes", headers: []string{"Accept", "text/html"}, body: small, status: 406, code: bad},
		{name: "by TRACE", method: "TRACE", status: 405, code: bad},
		{name: "by PUT", method: "PUT", body: small, status: 405, code: bad},
		{name: "a mutation by GET", method: "GET", target: get(mutation), status: 405, code: bad},
		{name: "a post of another site", headers: []string{"Origin", "https://evil.example", "Sec-Fetch-Site", "cross-site"}, body: small, status: 403, code: "FORBIDDEN"},
		{name: "a post of a page without origin", headers: []string{"Origin", "null"}, body: small, status: 403, code: "FORBIDDEN"},
		{name: "a picture on another site", method: "GET", target: get("{ people { totalCount } }"), headers: []string{"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "no-cors", "Sec-Fetch-Dest", "image"}, status: 403, code: "FORBIDDEN"},
		{name: "introspection where it is off", query: "{ __schema { types { name } } }", status: 403, code: "FORBIDDEN"},
		{name: "introspection in circles", query: "{ __schema { types { " + nest(8, "fields { type { ", "name", " } }") + " } } }", status: 400, code: bad},
		{name: "no token", query: mutation, status: 401, code: "UNAUTHENTICATED"},
		{name: "a forged token", query: mutation, headers: []string{"Authorization", "Bearer mueang_forged"}, status: 401, code: "UNAUTHENTICATED"},
		{name: "an expired token", query: mutation, headers: []string{"Authorization", "Bearer mueang_expired"}, status: 401, code: "UNAUTHENTICATED"},
		{name: "a long token", query: mutation, headers: []string{"Authorization", "Bearer " + times("x", 20_000)}, status: 401, code: "UNAUTHENTICATED"},
		{name: "a token of another scheme", query: mutation, headers: []string{"Authorization", "Basic bXVlYW5nOmdvb2Q="}, status: 401, code: "UNAUTHENTICATED"},
		{name: "no JSON", body: "{{{{", status: 400, code: bad},
		{name: "deep JSON", body: `{"variables":` + nest(400_000, `[`, "", "]") + "}", status: 400, code: bad},
		{name: "no UTF-8", body: "{\"query\":\"{ \xc3\x28 }\"}", status: 400, code: bad},
		{name: "an unknown hash", body: `{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"00"}}}`, status: 400, code: "PERSISTED_QUERY_NOT_FOUND"},
		{name: "another's hash", body: `{"query":"{ people { totalCount } }","extensions":{"persistedQuery":{"version":1,"sha256Hash":"00"}}}`, status: 400, code: bad},
	}
	// Injection: into every place that takes a text.
	places := []struct{ query, code string }{
		{`query($t: ID!) { node(id: $t) { id } }`, ""},
		{`query($t: ID!) { nodes(ids: [$t]) { id } }`, ""},
		{`query($t: ID!) { fact(id: $t) { id } }`, ""},
		{`query($t: String!) { lookup(name: $t) { score } }`, ""},
		{`query($t: String!) { search(text: $t) { totalCount } }`, ""},
		{`query($t: String!) { people(filter: {name: {equals: $t}}) { totalCount } }`, ""},
		{`query($t: String!) { people(filter: {name: {contains: $t}}) { totalCount } }`, ""},
		{`query($t: String!) { people(filter: {name: {startsWith: $t}}) { totalCount } }`, ""},
		{`query($t: String!) { people(filter: {name: {in: [$t]}}) { totalCount } }`, ""},
		{`query($t: ID!) { people(filter: {id: {in: [$t]}}) { totalCount } }`, ""},
		{`query($t: String!) { documents(filter: {publisher: {equals: $t}}) { totalCount } }`, ""},
		{`query($t: Date!) { meetings(filter: {date: {from: $t}}) { totalCount } }`, bad},
		{`query($t: Date!) { people { nodes { positions(asOf: $t) { totalCount } } } }`, bad},
		{`query($t: String!) { people(after: $t) { totalCount } }`, bad},
		{`query($t: ID!) { path(from: $t, to: $t) { length } }`, ""},
		{`query($t: ID!) { neighborhood(ids: [$t]) { truncated } }`, ""},
		{`query($t: Language!) { people { nodes { name(language: $t) } } }`, ""},
	}
	for _, payload := range []string{`' OR '1'='1`, `"; DROP TABLE entity; --`, `x"}) MATCH (n) DETACH DELETE n //`, "\x00%_*?[a]\\", `${jndi:ldap://x} {{7*7}} <script>`} {
		for _, place := range places {
			text, _ := json.Marshal(map[string]string{"t": payload})
			list = append(list, hostile{name: "injection of " + payload + " into " + place.query, query: place.query, vars: string(text), status: 200, code: place.code})
		}
	}
	return list
}

// TestHostileRequests sends what means harm to a real server, with honest
// requests beside it: each is refused with its code or bounded, nothing of the
// graph changes, nothing secret is logged, and memory does not grow.
func TestHostileRequests(t *testing.T) {
	store, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "x.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = store.Close() })
	if err := kg.Apply(t.Context(), store, newWorld()); err != nil {
		t.Fatal(err)
	}
	var log syncBuffer
	tokens := &oneToken{kg.Token{Hash: kg.HashToken("mueang_expired"), Name: "กานดา", Scopes: []string{kg.ScopeCurate}, ExpiresAt: "2020-01-01T00:00:00Z"}}
	handler := newHandler(t, store, graph.Config{Log: slog.New(slog.NewTextHandler(&log, nil)), LogRequests: true, Tokens: tokens, Curation: noCuration{}})
	server := httptest.NewUnstartedServer(handler)
	server.Config.MaxHeaderBytes = 32 << 10
	server.Start()
	defer server.Close()

	stop, honest := make(chan struct{}), make(chan []time.Duration)
	ask := func() (time.Duration, string) {
		start := time.Now()
		response, err := server.Client().Post(server.URL+"/graphql", "application/json", strings.NewReader(`{"query":"{ people { totalCount nodes { name } } }"}`))
		if err != nil {
			return 0, err.Error()
		}
		defer response.Body.Close()
		body, _ := io.ReadAll(response.Body)
		return time.Since(start), string(body)
	}
	_, want := ask()
	var alone []time.Duration
	for range 200 {
		took, _ := ask()
		alone = append(alone, took)
	}
	go func() {
		var took []time.Duration
		for {
			select {
			case <-stop:
				honest <- took
				return
			default:
			}
			d, got := ask()
			if took = append(took, d); got != want {
				t.Errorf("an honest request is answered %.300s", got)
			}
		}
	}()
	var slowest, total time.Duration
	var slowestName string
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	list := hostiles()
	for _, h := range list {
		body := h.body
		if h.query != "" {
			vars := h.vars
			if vars == "" {
				vars = "null"
			}
			made, err := json.Marshal(map[string]any{"query": h.query, "variables": json.RawMessage(vars)})
			if err != nil {
				t.Fatal(err)
			}
			body = string(made)
		}
		method, target := h.method, h.target
		if method == "" {
			method = http.MethodPost
		}
		if target == "" {
			target = "/graphql"
		}
		request, err := http.NewRequestWithContext(t.Context(), method, server.URL+target, strings.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		request.Header.Set("Content-Type", "application/json")
		request.Header.Set("Accept", newer)
		for i := 0; i < len(h.headers); i += 2 {
			request.Header.Set(h.headers[i], h.headers[i+1])
		}
		start := time.Now()
		response, err := server.Client().Do(request)
		if err != nil {
			t.Errorf("%.100s: %v", h.name, err)
			continue
		}
		answer, err := io.ReadAll(response.Body)
		response.Body.Close()
		took := time.Since(start)
		total += took
		if took > slowest {
			slowest, slowestName = took, h.name
		}
		if err != nil {
			t.Errorf("%.100s: %v", h.name, err)
		}
		code := ""
		if read := parse(t, string(answer)); len(read.Errors) > 0 {
			code, _ = read.Errors[0].Extensions["code"].(string)
		}
		if response.StatusCode != h.status || code != h.code {
			t.Errorf("%.150s: %d %.300s", h.name, response.StatusCode, answer)
		}
		if len(answer) > 64<<10 {
			t.Errorf("%.100s: the answer has %d bytes", h.name, len(answer))
		}
	}
	close(stop)
	beside := <-honest
	p95 := func(list []time.Duration) time.Duration {
		slices.Sort(list)
		return list[len(list)*95/100]
	}
	runtime.GC()
	runtime.ReadMemStats(&after)
	t.Logf("%d hostile requests, %v each, the slowest (%.60s) %v; honest ones: p95 %v alone, %v beside them; the heap has %d KiB before and %d KiB after",
		len(list), total/time.Duration(len(list)), slowestName, slowest, p95(alone), p95(beside), before.HeapAlloc>>10, after.HeapAlloc>>10)
	if after.HeapAlloc > before.HeapAlloc+32<<20 {
		t.Errorf("the heap has grown from %d to %d bytes", before.HeapAlloc, after.HeapAlloc)
	}
	if _, got := ask(); got != want {
		t.Errorf("after all that an honest request is answered %s", got)
	}
	for _, secret := range []string{"mueang_forged", "mueang_expired", "DROP TABLE", "jndi", "totalCount", "evil.example"} {
		if strings.Contains(log.String(), secret) {
			t.Errorf("the log has %q", secret)
		}
	}
	if strings.Contains(log.String(), "ERROR") || strings.Count(log.String(), "msg=request") < len(list) {
		t.Errorf("the log: %.500s", log.String())
	}
}

// TestHostileConnections holds that what is no request at all is let go.
func TestHostileConnections(t *testing.T) {
	server := httptest.NewUnstartedServer(newHandler(t, nothing(), graph.Config{}))
	server.Config.ReadHeaderTimeout = 100 * time.Millisecond
	server.Config.ReadTimeout = 200 * time.Millisecond
	server.Config.MaxHeaderBytes = 32 << 10
	server.Start()
	defer server.Close()
	for _, test := range []struct{ name, sent, status string }{
		{"a slow header", "POST /graphql HTTP/1.1\r\nHost: x\r\nX-", ""},
		{"nothing", "", ""},
		{"a slow body", "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{", "408"},
		{"a slow body in chunks", "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n", "408"},
		{"a flood of headers", "POST /graphql HTTP/1.1\r\nHost: x\r\n" + strings.Repeat("X-A: "+strings.Repeat("a", 1000)+"\r\n", 60), "431"},
		{"a long address", "GET /graphql?query=" + strings.Repeat("a", 60_000) + " HTTP/1.1\r\nHost: x\r\n\r\n", "431"},
		{"two lengths", "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}", "400"},
		{"a length and chunks", "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1\r\nTransfer-Encoding: gzip\r\n\r\n{}", "501"},
		{"another protocol", "\x16\x03\x01\x00\x05hello\r\n\r\n", "400"},
	} {
		conn, err := net.Dial("tcp", server.Listener.Addr().String())
		if err != nil {
			t.Fatal(err)
		}
		_, _ = io.WriteString(conn, test.sent) // the server may have closed it before the end
		answer, _ := io.ReadAll(conn)
		_ = conn.Close()
		if first, _, _ := bytes.Cut(answer, []byte("\r\n")); test.status == "" && len(answer) > 0 && !bytes.Contains(first, []byte(" 400 ")) || test.status != "" && !bytes.Contains(first, []byte(" "+test.status)) {
			t.Errorf("%s: %.100s", test.name, answer)
		}
	}
}

// syncBuffer is a log that many write to.
type syncBuffer struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (b *syncBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.buf.Write(p)
}

func (b *syncBuffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.buf.String()
}
