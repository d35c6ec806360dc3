package graph_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"mueang/graph"
)

// TestSubgraph holds what a router asks of a subgraph, and that nothing of it is
// there unless it is wanted.
func TestSubgraph(t *testing.T) {
	subgraph := newHandler(t, newStore(t), graph.Config{Federation: true, Introspection: true})
	plain := newHandler(t, newStore(t), graph.Config{Introspection: true})

	answer := parse(t, ask(t, subgraph, `{ service: _service { sdl } }`, ""))
	sdl := answer.Data["service"].(map[string]any)["sdl"].(string)
	for _, part := range []string{`extend schema @link(url: "https://specs.apollo.dev/federation/v2.`, `type Person implements`, `@key(fields: "id")`, `type PageInfo @shareable`} {
		if !strings.Contains(sdl, part) {
			t.Errorf("the SDL has no %s", part)
		}
	}
	if strings.Contains(sdl, "_Entity") || strings.Contains(sdl, "_service") {
		t.Error("the SDL has what the router adds")
	}
	// It is a schema, with the directives that the router knows.
	const known = "directive @link(url: String!, import: [String!]) repeatable on SCHEMA\ndirective @key(fields: String!) repeatable on OBJECT | INTERFACE\ndirective @shareable on OBJECT | FIELD_DEFINITION\n"
	if _, err := gqlparser.LoadSchema(&ast.Source{Name: "sdl", Input: known + sdl}); err != nil {
		t.Error(err)
	}

	const query = `query ($of: [_Any!]!) { _entities(representations: $of) { __typename ... on Person { name } ... on Ministry { id } } }`
	for variables, want := range map[string]string{
		`{"of":[{"__typename":"Person","id":"person-k"},{"__typename":"Meeting","id":"person-k"},{"__typename":"Person","id":"nobody"}]}`: `{"data":{"_entities":[{"__typename":"Person","name":"` + nameOf(t, plain, "person-k") + `"},null,null]}}`,
		`{"of":[]}`:                  `{"data":{"_entities":[]}}`,
		`{"of":[{"id":"person-k"}]}`: "is a list of objects with __typename and id",
		`{"of":[{"__typename":"Person","id":["x"]}]}`:                                                        "is a list of objects with __typename and id",
		`{"of":[` + strings.TrimSuffix(strings.Repeat(`{"__typename":"Person","id":"x"},`, 101), ",") + `]}`: "at most 100 entities, not 101",
	} {
		if got := ask(t, subgraph, query, variables); !strings.Contains(got, want) {
			t.Errorf("%s\ngot  %s\nwant %s", variables[:min(len(variables), 200)], got, want)
		}
	}

	for _, query := range []string{`{ _service { sdl } }`, `{ _entities(representations: []) { __typename } }`, `{ node(id: "person-k") { ... on _Entity { __typename } } }`} {
		if got := ask(t, plain, query, ""); !strings.Contains(got, `"BAD_USER_INPUT"`) {
			t.Errorf("%s: %s", query, got)
		}
	}
	introspection := `{"query":"{ __schema { queryType { fields { name } } types { name } } }"}`
	for has, handler := range map[bool]http.Handler{false: plain, true: subgraph} {
		response := send(t, handler, http.MethodPost, "/graphql", introspection, "Content-Type", "application/json")
		if got := text(t, response); strings.Contains(got, `"_Entity"`) != has || strings.Contains(got, `"_service"`) != has {
			t.Errorf("introspection of a subgraph (%t): %.300s", has, got)
		}
	}
}

func nameOf(t *testing.T, handler http.Handler, id string) string {
	t.Helper()
	answer := parse(t, ask(t, handler, `{ node(id: "`+id+`") { ... on Person { name } } }`, ""))
	return answer.Data["node"].(map[string]any)["name"].(string)
}
