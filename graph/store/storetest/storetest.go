// Package storetest is the conformance suite of [kg.Store]. A store's own test
// calls [Run], and [Differential] with the store and the model; what both
// pass behaves alike. There is no list of exceptions: every case holds for
// every store.
//
// Answers are written in a short form, so that a case fits on a line: see
// [Sketch].
package storetest

import (
	"context"
	"testing"

	"mueang/graph/kg"
)

// Config says how to come by the stores to test.
type Config struct {
	// Open gives a new and empty store. The suite closes it.
	Open func(t *testing.T) kg.Store
	// Reopen closes a store and opens what it kept anew, as another process
	// would. The suite closes the store that it gives.
	Reopen func(t *testing.T, s kg.Store) kg.Store
}

// Run tests a store.
func Run(t *testing.T, c Config) {
	t.Run("Write", c.write)
	t.Run("Read", c.read)
}

// open gives a new store that holds some batches and is closed after the test.
func (c Config) open(t *testing.T, batches ...*kg.Batch) kg.Store {
	t.Helper()
	s := c.Open(t)
	t.Cleanup(func() { closed(t, s) })
	for _, b := range batches {
		apply(t, s, b)
	}
	return s
}

func closed(t *testing.T, s kg.Store) {
	t.Helper()
	if err := s.Close(); err != nil {
		t.Errorf("Close: %v", err)
	}
}

func apply(t *testing.T, s kg.Store, b *kg.Batch) {
	t.Helper()
	if err := kg.Apply(t.Context(), s, b); err != nil {
		t.Fatalf("Apply: %v", err)
	}
}

func run(t *testing.T, s kg.Store, plan *kg.Plan) *kg.Result {
	t.Helper()
	result, err := s.Run(t.Context(), plan)
	if err != nil {
		t.Fatalf("Run: %v\nplan %s", err, PlanText(plan))
	}
	if result.State == "" {
		t.Errorf("the answer does not say of which state it is: plan %s", PlanText(plan))
	}
	return stateless(result)
}

// stateless gives an answer without the name of its state, which each store
// chooses for itself.
func stateless(result *kg.Result) *kg.Result {
	if result == nil {
		return nil
	}
	plain := *result
	plain.State = ""
	return &plain
}

// reading runs f over one state of a store.
func reading(t *testing.T, s kg.Store, f func(context.Context, kg.Reader) error) {
	t.Helper()
	if err := s.Read(t.Context(), f); err != nil {
		t.Fatalf("Read: %v", err)
	}
}

func exported(t *testing.T, s kg.Store) *Exported {
	t.Helper()
	out, err := Export(t.Context(), s)
	if err != nil {
		t.Fatalf("export: %v", err)
	}
	return out
}

// same fails the test where two values differ in more than empty lists.
func same(t *testing.T, what string, want, got any) {
	t.Helper()
	if diff := difference(want, got); diff != "" {
		t.Errorf("%s: %s", what, diff)
	}
}

// answers fails the test where the sketch of the answer to a plan is another.
func answers(t *testing.T, s kg.Store, plan *kg.Plan, want string) {
	t.Helper()
	if got := Sketch(run(t, s, plan)); got != want {
		t.Errorf("plan %s\nwant %s\ngot  %s", PlanText(plan), want, got)
	}
}

// code fails the test where an error has another code.
func code(t *testing.T, what string, want kg.Code, err error) {
	t.Helper()
	if got := kg.CodeOf(err); got != want {
		t.Errorf("%s: want the code %q, got %q: %v", what, want, got, err)
	}
}
