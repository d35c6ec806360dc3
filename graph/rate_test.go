package graph_test

import (
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"
	"time"

	"mueang/graph"
	"mueang/graph/kg"
)

// clocked is a server whose clock stands until it is set, and who asks it.
type clocked struct {
	handler http.Handler
	now     time.Time
}

func newClocked(t *testing.T, cfg graph.Config) *clocked {
	t.Helper()
	c := &clocked{now: clock()}
	cfg.Now = func() time.Time { return c.now }
	c.handler = newHandler(t, newStore(t), cfg)
	return c
}

func (c *clocked) ask(t *testing.T, from, query string, headers ...string) (*http.Response, string) {
	t.Helper()
	request := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/graphql", strings.NewReader(`{"query":"`+query+`"}`))
	request.RemoteAddr = from
	request.Header.Set("Content-Type", "application/json")
	for i := 0; i < len(headers); i += 2 {
		request.Header.Set(headers[i], headers[i+1])
	}
	recorder := httptest.NewRecorder()
	c.handler.ServeHTTP(recorder, request)
	response := recorder.Result()
	return response, text(t, response)
}

// TestRateLimit spends what there is, waits, and spends again: 100 a minute,
// each request 1 and each people(first: 20) 20.
func TestRateLimit(t *testing.T) {
	c := newClocked(t, graph.Config{RateLimit: 100})
	const here, there, people = "192.0.2.1:1000", "192.0.2.2:1000", "{ people { nodes { id } } }"
	for i, left := range []string{"79", "58", "37", "16"} {
		response, body := c.ask(t, here, people)
		if response.StatusCode != 200 || !strings.Contains(response.Header.Get("RateLimit"), `"cost";r=`+left+`;t=`) || response.Header.Get("RateLimit-Policy") != `"cost";q=100;w=60` {
			t.Fatalf("the request %d: %d %v %s", i, response.StatusCode, response.Header, body)
		}
	}
	refused := func(what, query, wait string, headers ...string) {
		t.Helper()
		response, body := c.ask(t, here, query, headers...)
		answer := parse(t, body)
		if response.StatusCode != http.StatusTooManyRequests || response.Header.Get("Retry-After") != wait || len(answer.Errors) != 1 || answer.Errors[0].Extensions["code"] != string(kg.RateLimited) || strings.Contains(body, `"data"`) {
			t.Errorf("%s: %d %v %s", what, response.StatusCode, response.Header, body)
		}
	}
	refused("an operation that costs more than there is", people, "3")
	refused("in the newer media type", people, "4", "Accept", newer)
	for range 14 {
		c.ask(t, here, "{")
	}
	refused("a request that is none", "{", "1")
	if response, body := c.ask(t, there, people); response.StatusCode != 200 {
		t.Errorf("another client: %d %s", response.StatusCode, body)
	}
	c.now = c.now.Add(30 * time.Second)
	if response, body := c.ask(t, here, "{ rateLimit { cost remaining limit resetAt } people { totalCount } }"); response.StatusCode != 200 || !strings.Contains(body, `"rateLimit":{"cost":10,"remaining":39,"limit":100,"resetAt":"2026-01-02T03:05:11Z"}`) {
		t.Errorf("after half a minute: %s", body)
	}
	c.now = c.now.Add(time.Hour)
	if _, body := c.ask(t, here, "{ people(first: 100) { nodes { chaired { nodes { id } } } } }"); !strings.Contains(body, `"data":{"people"`) {
		t.Errorf("what costs more than all, of a full bucket: %s", body)
	}
	refused("and then", people, "1") // for the request itself
	without := newClocked(t, graph.Config{})
	if response, body := without.ask(t, here, "{ rateLimit { cost } }"); body != `{"data":{"rateLimit":null}}` || response.Header.Get("RateLimit") != "" {
		t.Errorf("without a limit: %v %s", response.Header, body)
	}
}

// TestClients holds who is one client: an address, or that which a trusted
// proxy tells, and of IPv6 the network.
func TestClients(t *testing.T) {
	c := newClocked(t, graph.Config{RateLimit: 1000, TrustedProxies: []netip.Prefix{netip.MustParsePrefix("10.0.0.0/8")}})
	left := ""
	for _, test := range []struct {
		name, from, forwarded string
		same                  bool
	}{
		{"an address", "192.0.2.1:1", "", false},
		{"another port", "192.0.2.1:2", "", true},
		{"who claims to be another", "192.0.2.1:3", "192.0.2.9", true},
		{"in IPv6", "[::ffff:192.0.2.1]:3", "", true},
		{"through a proxy", "10.0.0.1:1", "192.0.2.1", true},
		{"through two", "10.0.0.1:1", "192.0.2.1, 10.9.9.9", true},
		{"who claims to be another through a proxy", "10.0.0.1:1", "192.0.2.9, 192.0.2.1", true},
		{"another through a proxy", "10.0.0.1:1", "192.0.2.5", false},
		{"what is no address through a proxy", "10.0.0.1:1", "unknown", false},
		{"IPv6", "[2001:db8::1]:1", "", false},
		{"its neighbour", "[2001:db8::2]:1", "", true},
		{"another network", "[2001:db8:1::1]:1", "", false},
	} {
		response, _ := c.ask(t, test.from, "{", "X-Forwarded-For", test.forwarded)
		now, _, _ := strings.Cut(response.Header.Get("RateLimit"), ";t=")
		if same := now != `"cost";r=999`; same != test.same {
			t.Errorf("%s: %s after %s", test.name, now, left)
		}
		left = now
	}
}

// TestTokenAttempts holds that tokens cannot be tried without end, and that a
// good one is taken again later.
func TestTokenAttempts(t *testing.T) {
	tokens := &oneToken{kg.Token{Hash: kg.HashToken("mueang_good"), Name: "กานดา", Scopes: []string{kg.ScopeCurate}}}
	c := newClocked(t, graph.Config{Tokens: tokens, Curation: noCuration{}, RateLimit: 100_000})
	const here, there, mutation = "192.0.2.1:1", "192.0.2.2:1", `mutation { undoAct(id: \"x\") { act { id } } }`
	code := func(from, secret string) string {
		t.Helper()
		_, body := c.ask(t, from, mutation, "Authorization", "Bearer "+secret)
		answer := parse(t, body)
		if len(answer.Errors) != 1 {
			t.Fatal(body)
		}
		return answer.Errors[0].Extensions["code"].(string)
	}
	for i := range 30 {
		if got := code(here, "mueang_bad"); got != "UNAUTHENTICATED" {
			t.Fatalf("the attempt %d: %s", i, got)
		}
	}
	for secret, want := range map[string]string{"mueang_bad": "RATE_LIMITED", "mueang_good": "RATE_LIMITED"} {
		if got := code(here, secret); got != want {
			t.Errorf("%s after 30 wrong ones: %s", secret, got)
		}
	}
	if got := code(there, "mueang_good"); got != "NOT_FOUND" {
		t.Errorf("the good one from elsewhere: %s", got)
	}
	c.now = c.now.Add(3 * time.Second)
	if got := code(here, "mueang_good"); got != "NOT_FOUND" {
		t.Errorf("the good one later: %s", got)
	}
	// What it costs is the token's, wherever it is used: two acts since its bucket was full.
	response, _ := c.ask(t, "192.0.2.77:1", mutation, "Authorization", "Bearer mueang_good")
	if left := response.Header.Get("RateLimit"); !strings.HasPrefix(left, `"cost";r=98000;`) {
		t.Errorf("the second act leaves %s", left)
	}
}
