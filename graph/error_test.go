package graph_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math"
	"reflect"
	"strings"
	"testing"
	"time"

	"mueang/graph"
	"mueang/graph/kg"
)

// TestRefused holds what is refused before the store is asked, with the code
// and the words that say where the fault is.
func TestRefused(t *testing.T) {
	deep := "id"
	for range 13 {
		deep = "parent { ... on Organization { " + deep + " } }"
	}
	filter := `{}`
	for range 13 {
		filter = `{not: ` + filter + `}`
	}
	tests := []struct {
		name, query, variables string
		code                   kg.Code
		words                  string
	}{
		{"no query", ``, "", kg.BadInput, "no query"},
		{"no operation", `fragment A on Person { id }`, "", kg.BadInput, "no operation"},
		{"not GraphQL", `{ people { `, "", kg.BadInput, "Expected"},
		{"an unknown field", `{ persons }`, "", kg.BadInput, "persons"},
		{"too large a page", `{ people(first: 101) { totalCount } }`, "", kg.BadInput, `people: the argument "first"`},
		{"too large a page inside", `{ all: people { nodes { chaired(first: 101) { totalCount } } } }`, "", kg.BadInput, `all.nodes.chaired: the argument "first"`},
		{"a negative page", `{ people(last: -1) { totalCount } }`, "", kg.BadInput, `"last"`},
		{"first and last", `{ people(first: 1, last: 1) { totalCount } }`, "", kg.BadInput, `"last"`},
		{"a number beyond all ranges", `{ people(first: 99999999999999999999) { totalCount } }`, "", kg.BadInput, ""},
		{"a cursor that is none", `{ people(after: "hello") { totalCount } }`, "", kg.BadInput, `"after"`},
		{"a date that is none", `{ people { nodes { positions(asOf: "2019-02-30") { totalCount } } } }`, "", kg.BadInput, `"asOf"`},
		{"a date in a filter that is none", `{ meetings(filter: {date: {to: "soon"}}) { totalCount } }`, "", kg.BadInput, `"filter"`},
		{"an enum in other letters", `query($k: [EntityKind!]) { search(text: "x", kinds: $k) { totalCount } }`, `{"k": ["city"]}`, kg.BadInput, "city"},
		{"an enum of a filter in other letters", `query($f: MeetingFilter) { meetings(filter: $f) { totalCount } }`, `{"f": {"status": {"equals": "held"}}}`, kg.BadInput, "held"},
		{"a confidence above 1", `{ node(id: "x") { ... on Entity { relations(minConfidence: 2) { totalCount } } } }`, "", kg.BadInput, `"minConfidence"`},
		{"no dimension", `{ meetingStatistics(groupBy: []) { count } }`, "", kg.BadInput, `"groupBy"`},
		{"too long a path", `{ path(from: "a", to: "b", maxLength: 7) { length } }`, "", kg.BadInput, `"maxLength"`},
		{"too wide a neighbourhood", `{ neighborhood(ids: ["a"], limit: 501) { truncated } }`, "", kg.BadInput, `"limit"`},
		{"too many ids", `query($i: [ID!]!) { nodes(ids: $i) { id } }`, `{"i": [` + strings.Repeat(`"x",`, 100) + `"x"]}`, kg.BadInput, `"ids"`},
		{"too many ids of facts", `query($i: [ID!]!) { facts(ids: $i) { id } }`, `{"i": [` + strings.Repeat(`"x",`, 100) + `"x"]}`, kg.BadInput, `"ids"`},
		{"too long a text", `{ search(text: "` + strings.Repeat("ก", 201) + `") { totalCount } }`, "", kg.BadInput, `"text"`},
		{"too deep a filter", `{ people(filter: ` + filter + `) { totalCount } }`, "", kg.BadInput, `"filter"`},
		{"too many parts of a filter", `query($i: [ID!]!) { people(filter: {id: {in: $i}}) { totalCount } }`, `{"i": [` + strings.Repeat(`"x",`, 200) + `"x"]}`, kg.BadInput, `"filter"`},
		{"too deep relations", `{ node(id: "x") { ... on Organization { ` + deep + ` } } }`, "", kg.CostLimit, "deep"},
		{"a variable that is missing", `query($i: ID!) { node(id: $i) { id } }`, "", kg.BadInput, "defined"},
		{"a fragment on itself", `{ people { nodes { ...A } } } fragment A on Person { ...A }`, "", kg.BadInput, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			store := nothing()
			answer := parse(t, ask(t, newHandler(t, store, graph.Config{}), test.query, test.variables))
			if len(store.plans) > 0 {
				t.Error("the store was asked")
			}
			if len(answer.Errors) == 0 {
				t.Fatal("no error")
			}
			if e := answer.Errors[0]; e.Extensions["code"] != string(test.code) || !strings.Contains(e.Message, test.words) {
				t.Errorf("got %q with %v", e.Message, e.Extensions)
			}
		})
	}
}

// TestCost holds what plans cost, and that what is above the limit is refused
// before the store is asked.
func TestCost(t *testing.T) {
	tests := []struct {
		query string
		cost  float64
	}{
		{`{ people { nodes { id } } }`, 20},
		{`{ people(first: 100) { totalCount nodes { id } } }`, 110},
		{`{ people { totalCount } }`, 10},
		{`{ people(first: 10) { nodes { chaired(first: 5) { nodes { id } } } } }`, 10 * (1 + 5)},
		{`{ people(first: 10) { nodes { chaired(first: 5) { totalCount edges { evidence(first: 2) { document { text } } } } } } }`, 10 * (1 + 10 + 5*(1+2*(1+1+10)))},
		{`{ people(first: 10) { nodes { coParticipants(first: 5) { nodes { id } } } } }`, 10 * (1 + 5*(1+5))},
		{`{ a: people(first: 10) { nodes { id } } b: people(first: 10) { nodes { id } } }`, 20},
		{`{ people(first: 10, filter: {chaired: {some: {places: {some: {name: {equals: "x"}}}}}}) { nodes { id } } }`, 10 + 10*(1+10)},
		{`{ nodes(ids: ["a", "b"]) { id } }`, 2},
		{`{ facts(ids: ["a", "b"]) { id evidence(first: 3) { quote document { text } } } }`, 2 * (1 + 3*(1+1+10))},
		{`{ statistics { documents } }`, 10},
		{`{ coverage { gaps { from } } }`, 1000},
		{`{ search(text: "x", first: 5) { nodes { id } } }`, 105},
		{`{ path(from: "a", to: "b", maxLength: 2, first: 1) { nodes { id } } }`, 2*500 + 3},
		{`{ neighborhood(ids: ["a"], depth: 1, limit: 10) { nodes { id } facts { id } } }`, 500 + 10},
	}
	for _, test := range tests {
		t.Run(test.query, func(t *testing.T) {
			store := nothing()
			answer := parse(t, ask(t, newHandler(t, store, graph.Config{}), strings.Replace(test.query, "{", "{ queryCost { cost } ", 1), ""))
			if cost := answer.Data["queryCost"].(map[string]any)["cost"]; cost != test.cost {
				t.Errorf("cost %v, not %v", cost, test.cost)
			}
			store = nothing()
			answer = parse(t, ask(t, newHandler(t, store, graph.Config{MaxCost: int(test.cost) - 1}), test.query, ""))
			if len(store.plans) > 0 || len(answer.Errors) != 1 || answer.Data != nil {
				t.Fatalf("%d plans, errors %v, data %v", len(store.plans), answer.Errors, answer.Data)
			}
			want := map[string]any{"code": "COST_LIMIT", "cost": test.cost, "limit": test.cost - 1}
			if got := answer.Errors[0].Extensions; !reflect.DeepEqual(got, want) {
				t.Errorf("got %v, not %v", got, want)
			}
		})
	}
}

// TestFloods holds that short queries which mean very much are refused at once.
func TestFloods(t *testing.T) {
	fragments := `{ node(id: "x") { ...F0 } }`
	for i := range 40 {
		fragments += fmt.Sprintf(` fragment F%d on Entity { a: documents(first: 1) { nodes { entities(first: 1) { nodes { ...F%d } } } } b: documents(first: 1) { nodes { entities(first: 1) { nodes { ...F%[2]d } } } } }`, i, i+1)
	}
	fragments += ` fragment F40 on Entity { id }`
	kinds := `id`
	for range 11 {
		kinds = `... on Person { relations(first: 1) { nodes { ` + kinds + ` } } } ... on City { relations(first: 1) { nodes { ` + kinds[:min(len(kinds), 2)] + ` } } }`
	}
	idle := `{ node(id: "x") { ...F0 } }`
	for i := range 12 {
		idle += fmt.Sprintf(` fragment F%d on Entity { %s a: documents(first: 1) { nodes { entities(first: 1) { nodes { ...F%d } } } } b: documents(first: 1) { nodes { entities(first: 1) { nodes { ...F%[3]d } } } } }`, i, strings.Repeat("... on Person { id } ", 100), i+1)
	}
	idle += ` fragment F12 on Entity { id }`
	tokens := map[string]int{"root fields": 100_000, "fragments": 100_000, "idle fragments": 100_000, "costly": 100_000}
	for name, query := range map[string]string{
		"idle fragments": idle,
		"fragments":      fragments,
		"root fields": `{` + func() (s string) {
			for i := range 3000 {
				s += fmt.Sprintf(" a%d: queryCost { cost }", i)
			}
			return
		}() + `}`,
		"aliases": `{` + strings.Repeat(` a: people { totalCount }`, 4000) + `}`,
		"costly": `{` + func() (s string) {
			for i := range 1000 {
				s += fmt.Sprintf(" a%d: coverage { gaps { from } }", i)
			}
			return
		}() + `}`,
		"kinds": `{ node(id: "x") { ` + kinds + ` } }`,
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			store := nothing()
			answer := parse(t, ask(t, newHandler(t, store, graph.Config{MaxTokens: tokens[name]}), query, ""))
			if spent := time.Since(start); spent > 2*time.Second {
				t.Errorf("took %v", spent)
			}
			if name != "kinds" && (len(answer.Errors) == 0 || len(store.plans) > 0) {
				t.Errorf("%d plans, errors %v", len(store.plans), answer.Errors)
			}
		})
	}
}

// TestStoreErrors holds how errors of the store are shown, and that those which
// are nobody's fault outside are logged once.
func TestStoreErrors(t *testing.T) {
	tests := []struct {
		name    string
		err     error
		code    kg.Code
		message string
		logged  int
	}{
		{"a cursor of another list", kg.Errorf(kg.BadInput, "x", "the cursor is not of this list"), kg.BadInput, "the cursor is not of this list", 0},
		{"a deadline", fmt.Errorf("query: %w", context.DeadlineExceeded), kg.Timeout, "the answer took too long; ask for less at a time", 0},
		{"an engine that is away", &kg.Error{Code: kg.Unavailable, Op: "neo4j.Run", Err: errors.New("dial 10.0.0.1")}, kg.Unavailable, "the store can not be reached now; try again later", 1},
		{"a defect", &kg.Error{Code: kg.Internal, Op: "sqlite.Run", Msg: "secret", Err: errors.New("no such table")}, kg.Internal, "something went wrong inside; the log has it under 0101010101010101", 1},
		{"an unknown error", errors.New("secret"), kg.Internal, "something went wrong inside; the log has it under 0101010101010101", 1},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var log bytes.Buffer
			handler := newHandler(t, failing(test.err), graph.Config{Log: slog.New(slog.NewTextHandler(&log, nil)), Random: bytes.NewReader(bytes.Repeat([]byte{1}, 64))})
			for _, root := range []struct {
				query string
				data  string
			}{{`{ a: people { totalCount } }`, `null`}, {`{ a: node(id: "x") { id } }`, `{"a":null}`}} {
				body := ask(t, handler, root.query, "")
				answer := parse(t, body)
				if len(answer.Errors) != 1 || answer.Errors[0].Message != test.message || answer.Errors[0].Extensions["code"] != string(test.code) {
					t.Errorf("got %v", answer.Errors)
				}
				if !reflect.DeepEqual(answer.Errors[0].Path, []any{"a"}) || !strings.Contains(body, `"data":`+root.data) {
					t.Errorf("got %s", body)
				}
			}
			if lines := strings.Count(log.String(), "\n"); lines != 2*test.logged {
				t.Errorf("%d lines in the log for 2 errors:\n%s", lines, log.String())
			}
		})
	}
}

// TestPanic holds that a panic is an internal error of its own field.
func TestPanic(t *testing.T) {
	store := &stub{run: func(context.Context, *kg.Plan) (*kg.Result, error) { panic("oh") }}
	var log bytes.Buffer
	handler := newHandler(t, store, graph.Config{Log: slog.New(slog.NewTextHandler(&log, nil))})
	body := ask(t, handler, `{ a: node(id: "x") { id } b: node(id: "y") { id } queryCost { cost } }`, "")
	answer := parse(t, body)
	if len(answer.Errors) != 2 || answer.Errors[0].Extensions["code"] != "INTERNAL" || !strings.Contains(body, `{"a":null,"b":null,"queryCost":{"cost":2}}`) {
		t.Error(body)
	}
	if strings.Contains(body, "oh") || !strings.Contains(log.String(), "panic: oh") {
		t.Errorf("the cause belongs into the log alone:\n%s\n%s", body, log.String())
	}
}

// TestTimeout holds that a request has its time, which the store sees.
func TestTimeout(t *testing.T) {
	store := &stub{run: func(ctx context.Context, _ *kg.Plan) (*kg.Result, error) {
		<-ctx.Done()
		return nil, ctx.Err()
	}}
	answer := parse(t, ask(t, newHandler(t, store, graph.Config{Timeout: 20 * time.Millisecond}), `{ people { totalCount } }`, ""))
	if len(answer.Errors) != 1 || answer.Errors[0].Extensions["code"] != "TIMEOUT" {
		t.Errorf("got %v", answer.Errors)
	}
}

// TestNullPropagation holds what becomes null when a store gives what may not
// be, and where the error is said to be.
func TestNullPropagation(t *testing.T) {
	person := func(e kg.Entity) *kg.Node {
		e.ID, e.Kind, e.Name = "p", kg.KindPerson, "P"
		return &kg.Node{Entity: &e}
	}
	edge := func(n *kg.Node, f kg.Fact) kg.Edge {
		return kg.Edge{Node: n, NodeID: "p", FactRow: kg.FactRow{Fact: &f}}
	}
	find := func(nodes ...*kg.Node) *kg.Result {
		conn := &kg.Connection{}
		for _, n := range nodes {
			conn.Edges = append(conn.Edges, kg.Edge{Node: n})
		}
		return &kg.Result{Connection: conn}
	}
	step := func(n *kg.Node, edges ...kg.Edge) *kg.Node {
		n.Steps = []kg.Connection{{Edges: edges}}
		return n
	}
	post := &kg.Node{Entity: &kg.Entity{ID: "o", Kind: kg.KindPost, Name: "O", Role: "JESTER"}}
	city := &kg.Node{Entity: &kg.Entity{ID: "c", Kind: kg.KindCity, Name: "C"}}
	tests := []struct {
		name, query string
		result      *kg.Result
		data        string
		path        []any
	}{
		{"a missing node reaches the root", `{ people { nodes { id } } }`, find(person(kg.Entity{}), nil), `null`, []any{"people", "nodes", 1.0}},
		{"a node of another type", `{ p: people { n: nodes { id } } }`, find(city), `null`, []any{"p", "n", 0.0}},
		{"an enum that may be null", `{ posts { nodes { role roleText } } }`, find(post), `{"posts":{"nodes":[{"role":null,"roleText":null}]}}`, []any{"posts", "nodes", 0.0, "role"}},
		{"up to the nearest that may be null", `{ node(id: "x") { ... on Person { id chaired { edges { confidence } } } } }`,
			&kg.Result{Nodes: []*kg.Node{step(person(kg.Entity{}), edge(nil, kg.Fact{Confidence: 1}), edge(nil, kg.Fact{Confidence: math.NaN()}))}},
			`{"node":null}`, []any{"node", "chaired", "edges", 1.0, "confidence"}},
		{"an item of a list that may be null", `{ nodes(ids: ["x", "y"]) { id ... on Person { chaired { edges { type: relation } } } } }`,
			&kg.Result{Nodes: []*kg.Node{step(person(kg.Entity{}), edge(nil, kg.Fact{Type: "BEWITCHED"})), step(person(kg.Entity{}))}},
			`{"nodes":[null,{"id":"p","chaired":{"edges":[]}}]}`, []any{"nodes", 0.0, "chaired", "edges", 0.0, "type"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			body := ask(t, newHandler(t, answering(test.result), graph.Config{}), test.query, "")
			answer := parse(t, body)
			if len(answer.Errors) != 1 || !reflect.DeepEqual(answer.Errors[0].Path, test.path) || answer.Errors[0].Extensions["code"] != "INTERNAL" {
				t.Errorf("errors %v", answer.Errors)
			}
			if !strings.HasSuffix(strings.TrimSpace(body), `"data":`+test.data+`}`) {
				t.Errorf("got %s", body)
			}
		})
	}
}
