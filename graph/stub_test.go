package graph_test

import (
	"context"
	"encoding/json"
	"sync"
	"testing"

	"mueang/graph"
	"mueang/graph/kg"
)

// stub is a store that answers every plan with what run says, and keeps the plans.
type stub struct {
	kg.Store
	run   func(context.Context, *kg.Plan) (*kg.Result, error)
	mu    sync.Mutex
	plans []*kg.Plan
}

func (s *stub) Run(ctx context.Context, plan *kg.Plan) (*kg.Result, error) {
	s.mu.Lock()
	s.plans = append(s.plans, plan)
	s.mu.Unlock()
	return s.run(ctx, plan)
}

// answering makes a store that always gives one result.
func answering(result *kg.Result) *stub {
	return &stub{run: func(context.Context, *kg.Plan) (*kg.Result, error) { return result, nil }}
}

// failing makes a store that always gives one error.
func failing(err error) *stub {
	return &stub{run: func(context.Context, *kg.Plan) (*kg.Result, error) { return nil, err }}
}

// nothing is a store in which every list is empty.
func nothing() *stub {
	return answering(&kg.Result{Nodes: []*kg.Node{nil}, Facts: []*kg.FactRow{nil}, Connection: &kg.Connection{}, Totals: &kg.GraphTotals{}, Subgraph: &kg.Subgraph{}})
}

// reply is an answer as clients read it.
type reply struct {
	Data   map[string]any `json:"data"`
	Errors []struct {
		Message    string         `json:"message"`
		Path       []any          `json:"path"`
		Extensions map[string]any `json:"extensions"`
	} `json:"errors"`
}

func parse(t testing.TB, body string) reply {
	t.Helper()
	var r reply
	if err := json.Unmarshal([]byte(body), &r); err != nil {
		t.Fatalf("%v in %s", err, body)
	}
	return r
}

// oneToken keeps one token.
type oneToken struct{ token kg.Token }

func (o *oneToken) FindToken(_ context.Context, hash string) (kg.Token, error) {
	if hash != o.token.Hash {
		return kg.Token{}, kg.Errorf(kg.NotFound, "", "no such token")
	}
	return o.token, nil
}
func (*oneToken) AddToken(context.Context, kg.Token) error          { return nil }
func (*oneToken) ListTokens(context.Context) ([]kg.Token, error)    { return nil, nil }
func (*oneToken) RevokeToken(context.Context, string, string) error { return nil }

// noCuration knows of no act.
type noCuration struct{ graph.Curation }

func (noCuration) Undo(context.Context, kg.By, kg.ID) (kg.Acted, error) {
	return kg.Acted{}, kg.Errorf(kg.NotFound, "", "there is no such act")
}
