package graph_test

import (
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"reflect"
	"strings"
	"testing"

	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/99designs/gqlgen/graphql/handler/lru"
	"github.com/99designs/gqlgen/graphql/handler/transport"
	"github.com/vektah/gqlparser/v2/ast"

	"mueang/graph"
	"mueang/graph/generated"
)

// found is a resolver that has its answer ready.
type found struct {
	generated.QueryResolver
	generated.MutationResolver // none is asked
	meetings                   *generated.MeetingConnection
}

func (f *found) Query() generated.QueryResolver       { return f }
func (f *found) Mutation() generated.MutationResolver { return f }

func (*found) Subscription() generated.SubscriptionResolver { return nil }

func (f *found) Meetings(context.Context, *generated.MeetingFilter, *generated.MeetingOrder, *int, *string, *int, *string) (*generated.MeetingConnection, error) {
	return f.meetings, nil
}

// BenchmarkHTTP is a whole request, parsed, validated, planned and written,
// with an answer that the store has ready; and the same through the executor
// that gqlgen generates, with the same answer ready as Go structs.
func BenchmarkHTTP(b *testing.B) {
	planned, err := graph.NewHandler(graph.NewPrepared(), graph.Config{AnswerCache: -1})
	if err != nil {
		b.Fatal(err)
	}
	plain := strings.ReplaceAll(strings.ReplaceAll(graph.BenchQuery, "{", "{ __typename"), "{ __typename meetings", "{ meetings")
	plain = strings.ReplaceAll(plain, "... on Person { __typename", "... on Person {")
	resolver := &found{}
	if err := decoded(reflect.ValueOf(&resolver.meetings).Elem(), parse(b, ask(b, planned, plain, "")).Data["meetings"]); err != nil {
		b.Fatal(err)
	}
	server := handler.New(generated.NewExecutableSchema(generated.Config{Resolvers: resolver}))
	server.AddTransport(transport.POST{})
	server.SetQueryCache(lru.New[*ast.QueryDocument](1000))
	if got, want := ask(b, server, graph.BenchQuery, ""), ask(b, planned, graph.BenchQuery, ""); got != want {
		b.Fatalf("the answers are not the same:\n%.300s\n%.300s", got, want)
	}
	body, err := json.Marshal(map[string]string{"query": graph.BenchQuery})
	if err != nil {
		b.Fatal(err)
	}
	run := func(h http.Handler) func(b *testing.B) {
		return func(b *testing.B) {
			count, size := graph.Answered(b, []byte(ask(b, h, graph.BenchQuery, "")))
			b.ReportAllocs()
			for b.Loop() {
				request := httptest.NewRequestWithContext(b.Context(), http.MethodPost, "/graphql", strings.NewReader(string(body)))
				request.Header.Set("Content-Type", "application/json")
				h.ServeHTTP(httptest.NewRecorder(), request)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(count), "ns/scalar")
			b.ReportMetric(float64(size), "bytes")
		}
	}
	b.Run("planned", run(planned))
	b.Run("generated", run(server))
}
