package storetest

import (
	"reflect"
	"testing"

	"mueang/graph/kg"
)

// Tokens tests what a store keeps of tokens, which is beside the graph: the
// model has none.
func Tokens(t *testing.T, c Config) {
	s := c.open(t)
	tokens := func(s kg.Store) kg.Tokens {
		kept, ok := s.(kg.Tokens)
		if !ok {
			t.Fatalf("%T keeps no tokens", s)
		}
		return kept
	}(s)
	ctx := t.Context()
	before := exported(t, s)
	code(t, "an unknown hash", kg.NotFound, second(tokens.FindToken(ctx, "none")))
	code(t, "revoking an unknown name", kg.NotFound, tokens.RevokeToken(ctx, "กานดา", "2026-01-01T00:00:00Z"))
	if list, err := tokens.ListTokens(ctx); err != nil || len(list) != 0 {
		t.Errorf("a new store has %v, %v", list, err)
	}
	first := kg.Token{Hash: "aa", Name: "กานดา", Scopes: []string{"curate", "other"}, CreatedAt: "2026-01-01T00:00:00Z", ExpiresAt: "2027-01-01T00:00:00Z"}
	other := kg.Token{Hash: "cc", Name: "a", Scopes: []string{"curate"}, CreatedAt: "2026-01-01T00:00:00Z"}
	for _, added := range []kg.Token{first, other} {
		if err := tokens.AddToken(ctx, added); err != nil {
			t.Fatal(err)
		}
	}
	again := first
	again.Hash, again.CreatedAt = "bb", "2026-02-02T00:00:00Z"
	code(t, "a name that is in use", kg.BadInput, tokens.AddToken(ctx, again))
	found, err := tokens.FindToken(ctx, "aa")
	if err != nil || !reflect.DeepEqual(found, first) {
		t.Errorf("found %+v, %v", found, err)
	}
	if err := tokens.RevokeToken(ctx, "กานดา", "2026-02-01T00:00:00Z"); err != nil {
		t.Fatal(err)
	}
	code(t, "revoking twice", kg.NotFound, tokens.RevokeToken(ctx, "กานดา", "2026-02-01T00:00:00Z"))
	first.RevokedAt = "2026-02-01T00:00:00Z"
	if found, err = tokens.FindToken(ctx, "aa"); err != nil || !reflect.DeepEqual(found, first) {
		t.Errorf("after it is revoked: %+v, %v", found, err)
	}
	if err := tokens.AddToken(ctx, again); err != nil {
		t.Errorf("a name whose token is revoked: %v", err)
	}
	if list, err := tokens.ListTokens(ctx); err != nil || !reflect.DeepEqual(list, []kg.Token{other, first, again}) {
		t.Errorf("the list is %+v, %v", list, err)
	}
	same(t, "the graph, of which tokens are no part", before, exported(t, s))
}

func second[T any](_ T, err error) error { return err }
