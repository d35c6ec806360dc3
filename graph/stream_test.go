package graph_test

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/coder/websocket"
	"github.com/coder/websocket/wsjson"

	"mueang/graph"
	"mueang/graph/kg"
	"mueang/graph/store/sqlite"
)

const follow = 5 * time.Millisecond

// log is a store of which a test sees the log of changes, and a second process
// that writes to it.
type changeLog struct {
	kg.Store
	writer kg.Store
	wrote  []string // what was written, in its order
	runs   atomic.Int64
	away   atomic.Bool
}

// Run implements [kg.Store].
func (l *changeLog) Run(ctx context.Context, plan *kg.Plan) (*kg.Result, error) {
	l.runs.Add(1)
	if l.away.Load() {
		return nil, &kg.Error{Code: kg.Unavailable, Msg: "away", RetryAfter: time.Second}
	}
	return l.Store.Run(ctx, plan)
}

// followed waits until whoever subscribed waits for changes.
func (l *changeLog) followed(t *testing.T) {
	t.Helper()
	for end, begun := time.Now().Add(20*time.Second), l.runs.Load(); l.runs.Load() < begun+10; time.Sleep(follow) {
		if time.Now().After(end) {
			t.Fatal("nobody looks at the log")
		}
	}
}

func newLog(t *testing.T) *changeLog {
	t.Helper()
	path := filepath.Join(t.TempDir(), "mueang.db")
	open := func() kg.Store {
		store, err := sqlite.Open(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { store.Close() })
		return store
	}
	return &changeLog{Store: open(), writer: open()}
}

// write writes some changes in one transaction.
func (l *changeLog) write(t *testing.T, count int) {
	t.Helper()
	var changes []kg.Change
	for range count {
		id := fmt.Sprintf("n%d", len(l.wrote))
		l.wrote = append(l.wrote, id)
		changes = append(changes, kg.Change{Action: kg.Added, Node: kg.ID(id), Kind: kg.KindPerson, At: "2024-01-02T00:00:00Z"})
	}
	if err := kg.Apply(t.Context(), l.writer, &kg.Batch{Changes: changes}); err != nil {
		t.Fatal(err)
	}
}

func serve(t *testing.T, store kg.Store, cfg graph.Config) *httptest.Server {
	t.Helper()
	if cfg.Follow == 0 {
		cfg.Follow = follow
	}
	handler, err := graph.NewHandler(store, cfg)
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	return server
}

// told is what a subscriber is told: an event, or the end.
type told struct {
	cursor, node string
	errors       []string // codes
	complete     bool
}

func read(t *testing.T, text []byte) (event told) {
	t.Helper()
	var answer struct {
		Data *struct {
			Changes struct {
				Cursor string
				Node   struct{ NodeID string }
			}
		}
		Errors []struct {
			Extensions struct{ Code string }
		}
	}
	if err := json.Unmarshal(text, &answer); err != nil {
		t.Errorf("%v: %s", err, text)
	}
	if answer.Data != nil {
		event.cursor, event.node = answer.Data.Changes.Cursor, answer.Data.Changes.Node.NodeID
	}
	for _, e := range answer.Errors {
		event.errors = append(event.errors, e.Extensions.Code)
	}
	return event
}

const changesQuery = `subscription ($after: String) { changes(after: $after) { cursor node { nodeId } } }`

func body(t *testing.T, query, after string) string {
	t.Helper()
	variables := map[string]any{}
	if after != "" {
		variables["after"] = after
	}
	text, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// overEvents subscribes over server-sent events.
func overEvents(t *testing.T, ctx context.Context, server *httptest.Server, after string) <-chan told {
	t.Helper()
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, server.URL+"/graphql", strings.NewReader(body(t, changesQuery, after)))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Accept", "text/event-stream")
	response, err := http.DefaultClient.Do(request)
	if err != nil || response.StatusCode != http.StatusOK || response.Header.Get("Content-Type") != "text/event-stream" {
		t.Fatalf("%v %+v", err, response)
	}
	events := make(chan told, 10_000)
	go func() {
		defer close(events)
		defer response.Body.Close()
		name := ""
		for lines := bufio.NewScanner(response.Body); lines.Scan(); {
			line := lines.Text()
			if is, ok := strings.CutPrefix(line, "event: "); ok {
				name = is
			} else if data, ok := strings.CutPrefix(line, "data:"); ok {
				event := told{complete: true}
				if name == "next" {
					event = read(t, []byte(data))
				}
				events <- event
			}
		}
	}()
	return events
}

// overSocket subscribes over a WebSocket.
func overSocket(t *testing.T, ctx context.Context, server *httptest.Server, after string) <-chan told {
	t.Helper()
	conn, _, err := websocket.Dial(ctx, server.URL+"/graphql", &websocket.DialOptions{Subprotocols: []string{"graphql-transport-ws"}})
	if err != nil {
		t.Fatal(err)
	}
	type message struct {
		ID      string          `json:"id,omitempty"`
		Type    string          `json:"type"`
		Payload json.RawMessage `json:"payload,omitempty"`
	}
	say := func(m message) {
		if err := wsjson.Write(ctx, conn, m); err != nil && ctx.Err() == nil {
			t.Error(err)
		}
	}
	say(message{Type: "connection_init"})
	var answer message
	if err := wsjson.Read(ctx, conn, &answer); err != nil || answer.Type != "connection_ack" {
		t.Fatal(err, answer)
	}
	say(message{ID: "1", Type: "subscribe", Payload: json.RawMessage(body(t, changesQuery, after))})
	events := make(chan told, 10_000)
	go func() {
		defer close(events)
		defer conn.CloseNow()
		for {
			var m message
			if err := wsjson.Read(ctx, conn, &m); err != nil {
				return
			}
			switch m.Type {
			case "ping":
				say(message{Type: "pong"})
			case "next":
				events <- read(t, m.Payload)
			case "complete":
				events <- told{complete: true}
			default:
				t.Errorf("%+v", m)
			}
		}
	}()
	return events
}

var transports = map[string]func(*testing.T, context.Context, *httptest.Server, string) <-chan told{
	"server-sent events": overEvents, "WebSocket": overSocket,
}

// take takes some events, which must come.
func take(t *testing.T, events <-chan told, count int) (taken []told) {
	t.Helper()
	for range count {
		select {
		case event, open := <-events:
			if !open || event.complete || event.errors != nil {
				t.Fatalf("after %d of %d events: %+v, open %t", len(taken), count, event, open)
			}
			taken = append(taken, event)
		case <-time.After(20 * time.Second):
			t.Fatalf("%d of %d events have come", len(taken), count)
		}
	}
	return taken
}

func nodes(events []told) (ids []string) {
	for _, event := range events {
		ids = append(ids, event.node)
	}
	return ids
}

// TestSubscribers are told every change once and in its order, whoever wrote
// it, from where they were, however long they were away.
func TestSubscribers(t *testing.T) {
	for name, subscribe := range transports {
		t.Run(name, func(t *testing.T) {
			log := newLog(t)
			server := serve(t, log, graph.Config{})
			log.write(t, 3)
			ctx, leave := context.WithCancel(t.Context())
			events := subscribe(t, ctx, server, "")
			log.followed(t)
			log.write(t, 2)
			log.write(t, 150)
			got := take(t, events, 152)
			if !slices.Equal(nodes(got), log.wrote[3:155]) {
				t.Errorf("from the next one on: %v", nodes(got))
			}
			leave()
			log.write(t, 5000) // more than are kept at hand
			// From where it was, and from the very beginning of what it has.
			for _, from := range []int{151, 0} {
				ctx, leave := context.WithCancel(t.Context())
				events := subscribe(t, ctx, server, got[from].cursor)
				log.write(t, 1)
				want := log.wrote[3+from+1:]
				if again := take(t, events, len(want)); !slices.Equal(nodes(again), want) {
					t.Errorf("after %s came %v … of %d", got[from].node, nodes(again)[:3], len(again))
				}
				leave()
			}
		})
	}
}

// TestSubscribersOfOneServer share its looks at the log, and the last to leave
// ends them.
func TestSubscribersOfOneServer(t *testing.T) {
	log := newLog(t)
	server := serve(t, log, graph.Config{Subscribers: 3})
	ctx, leave := context.WithCancel(t.Context())
	all := []<-chan told{overEvents(t, ctx, server, ""), overSocket(t, ctx, server, ""), overEvents(t, ctx, server, "")}
	log.followed(t)
	log.write(t, 1)
	for _, events := range all {
		take(t, events, 1)
	}
	if event := <-overEvents(t, ctx, server, ""); !slices.Equal(event.errors, []string{"UNAVAILABLE"}) {
		t.Errorf("one too many: %+v", event)
	}
	leave()
	for end := time.Now().Add(20 * time.Second); ; {
		before := log.runs.Load()
		time.Sleep(20 * follow)
		if log.runs.Load() == before {
			break
		}
		if time.Now().After(end) {
			t.Fatal("the log is looked at though nobody waits")
		}
	}
}

// TestSubscribersWaitForTheStore while it is away, for longer than a query may
// last, and miss nothing.
func TestSubscribersWaitForTheStore(t *testing.T) {
	log := newLog(t)
	const timeout = 200 * time.Millisecond
	server := serve(t, log, graph.Config{Timeout: timeout})
	events := overEvents(t, t.Context(), server, "")
	log.write(t, 1)
	take(t, events, 1)
	log.away.Store(true)
	log.write(t, 2)
	time.Sleep(timeout + 20*follow)
	if len(events) > 0 {
		t.Fatalf("told by a store that is away: %+v", <-events)
	}
	log.away.Store(false)
	if got := nodes(take(t, events, 2)); !slices.Equal(got, log.wrote[1:]) {
		t.Errorf("got %v", got)
	}
}

// TestTheEndOfTheServer breaks streams off without the word that they are
// complete, so that clients turn to another.
func TestTheEndOfTheServer(t *testing.T) {
	for name, subscribe := range transports {
		t.Run(name, func(t *testing.T) {
			log, ended := newLog(t), make(chan struct{})
			server := serve(t, log, graph.Config{Ended: ended})
			events := subscribe(t, t.Context(), server, "")
			log.followed(t)
			log.write(t, 1)
			take(t, events, 1)
			close(ended)
			select {
			case event, open := <-events:
				if open {
					t.Errorf("got %+v", event)
				}
			case <-time.After(20 * time.Second):
				t.Error("it goes on")
			}
		})
	}
}

// TestWhatIsNoSubscription is refused with its code.
func TestWhatIsNoSubscription(t *testing.T) {
	log := newLog(t)
	log.write(t, 1)
	server := serve(t, log, graph.Config{})
	far := `subscription { changes(after: "` + graph.Cursor("999") + `") { cursor } }`
	for _, test := range []struct {
		query, accept string
		status        int
		says          string
	}{
		{changesQuery, "application/graphql-response+json", 406, "text/event-stream"},
		{changesQuery, "application/json", 406, "text/event-stream"},
		{far, "text/event-stream", 200, "does not reach so far"},
		{`subscription { changes(after: "x") { cursor } }`, "text/event-stream", 200, `the argument \"after\" is no cursor of a change`},
		{`subscription { a: changes { cursor } b: changes { cursor } }`, "text/event-stream", 200, "has one field"},
		{`subscription { __typename }`, "text/event-stream", 400, "must not select"},
		{`subscription { changes { none } }`, "text/event-stream", 400, "none"},
		{`{ people { totalCount } }`, "text/event-stream", 200, "event: next\ndata: {\"data\":{\"people\":{\"totalCount\":0}}}\n\nevent: complete\ndata:\n\n"},
	} {
		request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, server.URL+"/graphql?query="+url.QueryEscape(test.query), nil)
		if err != nil {
			t.Fatal(err)
		}
		request.Header.Set("Accept", test.accept)
		response, err := http.DefaultClient.Do(request)
		if err != nil {
			t.Fatal(err)
		}
		if said := text(t, response); response.StatusCode != test.status || !strings.Contains(said, test.says) {
			t.Errorf("%s: %d %s", test.query, response.StatusCode, said)
		}
	}
	for origin, status := range map[string]int{"https://elsewhere.example": http.StatusForbidden, server.URL: http.StatusSwitchingProtocols} {
		conn, response, err := websocket.Dial(t.Context(), server.URL+"/graphql", &websocket.DialOptions{
			Subprotocols: []string{"graphql-transport-ws"}, HTTPHeader: http.Header{"Origin": {origin}}})
		if response.StatusCode != status {
			t.Errorf("a page of %s: %d %v", origin, response.StatusCode, err)
		}
		if conn != nil {
			conn.CloseNow()
		}
	}
}
