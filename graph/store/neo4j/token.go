package neo4j

import (
	"context"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"mueang/graph/kg"
)

var _ kg.Tokens = (*Store)(nil)

// A Token node has its name as inUse, which is unique, until it is revoked.

// AddToken implements [kg.Tokens].
func (s *Store) AddToken(ctx context.Context, t kg.Token) error {
	const op = "neo4j.AddToken"
	return s.transact(ctx, op, func(ctx context.Context, tx *tx) error {
		used := false
		err := tx.rows(ctx, op, `MATCH (t:Token {inUse: $name}) RETURN t.hash`, map[string]any{"name": t.Name}, func(*neo4j.Record) error {
			used = true
			return nil
		})
		switch {
		case err != nil:
			return err
		case used:
			return kg.Errorf(kg.BadInput, op, "there is a token of %q already: revoke it first, or give another name", t.Name)
		}
		row := map[string]any{"hash": t.Hash, "name": t.Name, "scopes": t.Scopes, "createdAt": t.CreatedAt, "expiresAt": t.ExpiresAt, "revokedAt": t.RevokedAt}
		if t.RevokedAt == "" {
			row["inUse"] = t.Name
		}
		return tx.exec(ctx, op, `CREATE (t:Token) SET t = $row`, map[string]any{"row": row})
	})
}

// What a statement gives of a token t.
const tokenRow = ` RETURN t.hash AS hash, t.name AS name, t.scopes AS scopes, t.createdAt AS createdAt, t.expiresAt AS expiresAt, t.revokedAt AS revokedAt`

// FindToken implements [kg.Tokens] without the writers' lock.
func (s *Store) FindToken(ctx context.Context, hash string) (kg.Token, error) {
	const op = "neo4j.FindToken"
	records, err := s.query(ctx, op, `MATCH (t:Token {hash: $hash})`+tokenRow, map[string]any{"hash": hash})
	switch {
	case err != nil:
		return kg.Token{}, err
	case len(records) == 0:
		return kg.Token{}, kg.Errorf(kg.NotFound, op, "there is no such token")
	}
	return token(records[0]), nil
}

// ListTokens implements [kg.Tokens].
func (s *Store) ListTokens(ctx context.Context) ([]kg.Token, error) {
	records, err := s.query(ctx, "neo4j.ListTokens", `MATCH (t:Token)`+tokenRow+` ORDER BY name, createdAt, hash`, nil)
	var tokens []kg.Token
	for _, r := range records {
		tokens = append(tokens, token(r))
	}
	return tokens, err
}

func token(r *neo4j.Record) kg.Token {
	text := func(name string) string {
		value, _, _ := neo4j.GetRecordValue[string](r, name)
		return value
	}
	t := kg.Token{Hash: text("hash"), Name: text("name"), CreatedAt: text("createdAt"), ExpiresAt: text("expiresAt"), RevokedAt: text("revokedAt")}
	scopes, _, _ := neo4j.GetRecordValue[[]any](r, "scopes")
	for _, scope := range scopes {
		if name, ok := scope.(string); ok {
			t.Scopes = append(t.Scopes, name)
		}
	}
	return t
}

// RevokeToken implements [kg.Tokens].
func (s *Store) RevokeToken(ctx context.Context, name, at string) error {
	const op = "neo4j.RevokeToken"
	return s.transact(ctx, op, func(ctx context.Context, tx *tx) error {
		revoked := false
		err := tx.rows(ctx, op, `MATCH (t:Token {inUse: $name}) SET t.revokedAt = $at REMOVE t.inUse RETURN t.hash`, map[string]any{"name": name, "at": at},
			func(*neo4j.Record) error {
				revoked = true
				return nil
			})
		if err == nil && !revoked {
			err = kg.Errorf(kg.NotFound, op, "there is no token of %q in use", name)
		}
		return err
	})
}
