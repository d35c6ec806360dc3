package graph_test

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"

	"mueang/graph"
	"mueang/graph/kg"
	"mueang/graph/store/storetest/model"
)

// watched is a store that counts what it computes, and what it does not.
type watched struct {
	kg.Store
	mu                  sync.Mutex
	computed, unchanged int
}

func (s *watched) Run(ctx context.Context, plan *kg.Plan) (*kg.Result, error) {
	result, err := s.Store.Run(ctx, plan)
	s.mu.Lock()
	defer s.mu.Unlock()
	if err == nil && result.Unchanged {
		s.unchanged++
	} else {
		s.computed++
	}
	return result, err
}

func (s *watched) counts() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return fmt.Sprintf("%d computed, %d unchanged", s.computed, s.unchanged)
}

func fund(i int) *kg.Batch {
	name := fmt.Sprintf("กองทุน %d", i)
	return &kg.Batch{Entities: []kg.Entity{{ID: kg.ID(fmt.Sprintf("fund-%d", i)), Kind: kg.KindFund, Name: name,
		Names: []kg.Name{{Text: name, Language: "th", Kind: kg.NameOfficial}}}}}
}

func TestAnswersAreKeptUntilTheGraphChanges(t *testing.T) {
	const count = `query Count($one: Boolean = true) { funds(first: 1) { totalCount nodes { name @include(if: $one) } } }`
	store := &watched{Store: model.New()}
	handler, err := graph.NewHandler(store, graph.Config{})
	if err != nil {
		t.Fatal(err)
	}
	steps := []struct {
		what, query, variables string
		write                  *kg.Batch
		want, counts           string
	}{
		{"asked for the first time", count, ``, nil, `"totalCount":0`, "1 computed, 0 unchanged"},
		{"asked again", count, ``, nil, `"totalCount":0`, "1 computed, 1 unchanged"},
		{"asked with a default written out", count, `{"one":true}`, nil, `"totalCount":0`, "1 computed, 2 unchanged"},
		{"after a write", count, ``, fund(1), `"totalCount":1`, "2 computed, 2 unchanged"},
		{"and again", count, ``, nil, `"name":"กองทุน 1"`, "2 computed, 3 unchanged"},
		{"with another variable", count, `{"one":false}`, nil, `"nodes":[{}]`, "3 computed, 3 unchanged"},
		{"which does not change the other", count, ``, nil, `"name":"กองทุน 1"`, "3 computed, 4 unchanged"},
		{"two fields, one of them another", `{ a: funds(first: 1) { totalCount } b: funds(first: 2) { totalCount } }`, ``, nil, `"a":{"totalCount":1},"b":{"totalCount":1}`, "5 computed, 4 unchanged"},
		{"an error", `{ funds(after: "nonsense") { totalCount } }`, ``, nil, `BAD_USER_INPUT`, "5 computed, 4 unchanged"},
		{"an error again", `{ funds(after: "nonsense") { totalCount } }`, ``, nil, `BAD_USER_INPUT`, "5 computed, 4 unchanged"},
		{"a rank", `{ centrality(metric: PAGERANK, first: 1) { score entity { id } } }`, ``, nil, `"id":"fund-1"`, "7 computed, 4 unchanged"},
		{"a rank again", `{ centrality(metric: PAGERANK, first: 1) { score entity { id } } }`, ``, nil, `"id":"fund-1"`, "7 computed, 5 unchanged"},
	}
	for _, step := range steps {
		if step.write != nil {
			if err := kg.Apply(t.Context(), store, step.write); err != nil {
				t.Fatal(err)
			}
		}
		if got := ask(t, handler, step.query, step.variables); !strings.Contains(got, step.want) {
			t.Errorf("%s: want %s in %s", step.what, step.want, got)
		}
		if got := store.counts(); got != step.counts {
			t.Errorf("%s: want %s, got %s", step.what, step.counts, got)
		}
	}
}

func TestNoAnswersAreKeptWithoutRoom(t *testing.T) {
	const count = `{ funds { totalCount } }`
	for _, room := range []int{-1, 300} { // in 300 bytes there is room for no question
		store := &watched{Store: model.New()}
		handler, err := graph.NewHandler(store, graph.Config{AnswerCache: room})
		if err != nil {
			t.Fatal(err)
		}
		for range 3 {
			if got := ask(t, handler, count, ""); got != `{"data":{"funds":{"totalCount":0}}}` {
				t.Error(got)
			}
		}
		if got := store.counts(); got != "3 computed, 0 unchanged" {
			t.Errorf("with %d bytes: %s", room, got)
		}
	}
}

// TestWhatWasAskedLongAgoMakesRoom asks more than there is room for: what was
// asked last is kept, what came first is not.
func TestWhatWasAskedLongAgoMakesRoom(t *testing.T) {
	store := &watched{Store: model.New()}
	handler, err := graph.NewHandler(store, graph.Config{AnswerCache: 20_000})
	if err != nil {
		t.Fatal(err)
	}
	question := func(i int) string { return fmt.Sprintf(`{ q%d: funds { totalCount } }`, i) }
	for i := range 100 {
		ask(t, handler, question(i), "")
	}
	ask(t, handler, question(99), "")
	if got := store.counts(); got != "100 computed, 1 unchanged" {
		t.Errorf("the last question again: %s", got)
	}
	ask(t, handler, question(0), "")
	if got := store.counts(); got != "101 computed, 1 unchanged" {
		t.Errorf("the first question again: %s", got)
	}
}

// TestKeptAnswersAreOfNow asks while others write: an answer is never older
// than what had been written when it was asked for.
func TestKeptAnswersAreOfNow(t *testing.T) {
	store := model.New()
	handler, err := graph.NewHandler(store, graph.Config{})
	if err != nil {
		t.Fatal(err)
	}
	var mu sync.Mutex
	written := 0
	var all sync.WaitGroup
	done := make(chan struct{})
	for range 4 {
		all.Go(func() {
			for {
				select {
				case <-done:
					return
				default:
				}
				mu.Lock()
				least := written
				mu.Unlock()
				var counted int
				answer := ask(t, handler, `{ funds(first: 1) { totalCount } }`, "")
				if _, err := fmt.Sscanf(answer, `{"data":{"funds":{"totalCount":%d}}}`, &counted); err != nil || counted < least {
					t.Errorf("%d had been written: %s", least, answer)
					return
				}
			}
		})
	}
	for i := range 100 {
		if err := kg.Apply(t.Context(), store, fund(i)); err != nil {
			t.Fatal(err)
		}
		mu.Lock()
		written = i + 1
		mu.Unlock()
	}
	close(done)
	all.Wait()
}
