package sqlite

import (
	"context"
	"encoding/json"

	"mueang/graph/kg"
)

var _ kg.Tokens = (*Store)(nil)

// AddToken implements [kg.Tokens].
func (s *Store) AddToken(ctx context.Context, t kg.Token) error {
	const op = "sqlite.AddToken"
	return s.transact(ctx, op, s.writer, "BEGIN IMMEDIATE", func(c *conn) error {
		used := false
		err := c.query(ctx, "SELECT 1 FROM token WHERE name = ? AND revoked_at = ''", values([]any{t.Name}), func(row) error {
			used = true
			return nil
		})
		switch {
		case err != nil:
			return kg.Wrap(kg.Internal, op, err)
		case used:
			return kg.Errorf(kg.BadInput, op, "there is a token of %q already: revoke it first, or give another name", t.Name)
		}
		return kg.Wrap(kg.Internal, op, c.exec(ctx, "INSERT INTO token (hash, name, scopes, created_at, expires_at, revoked_at) VALUES (?, ?, ?, ?, ?, ?)",
			t.Hash, t.Name, list(t.Scopes), t.CreatedAt, t.ExpiresAt, t.RevokedAt))
	})
}

// FindToken implements [kg.Tokens].
func (s *Store) FindToken(ctx context.Context, hash string) (kg.Token, error) {
	const op = "sqlite.FindToken"
	found, err := s.tokens(ctx, op, "WHERE hash = ?", hash)
	switch {
	case err != nil:
		return kg.Token{}, err
	case len(found) == 0:
		return kg.Token{}, kg.Errorf(kg.NotFound, op, "there is no such token")
	}
	return found[0], nil
}

// ListTokens implements [kg.Tokens].
func (s *Store) ListTokens(ctx context.Context) ([]kg.Token, error) {
	return s.tokens(ctx, "sqlite.ListTokens", "ORDER BY name, created_at, hash")
}

// tokens gives the tokens that the end of a statement asks for.
func (s *Store) tokens(ctx context.Context, op, which string, args ...any) (tokens []kg.Token, err error) {
	err = s.read(ctx, op, func(c *conn) error {
		tokens = nil
		err := c.query(ctx, "SELECT hash, name, scopes, created_at, expires_at, revoked_at FROM token "+which, values(args), func(r row) error {
			t := kg.Token{Hash: r.text(0), Name: r.text(1), CreatedAt: r.text(3), ExpiresAt: r.text(4), RevokedAt: r.text(5)}
			tokens = append(tokens, t)
			return json.Unmarshal([]byte(r.text(2)), &tokens[len(tokens)-1].Scopes)
		})
		return kg.Wrap(kg.Internal, op, err)
	})
	return tokens, err
}

// RevokeToken implements [kg.Tokens].
func (s *Store) RevokeToken(ctx context.Context, name, at string) error {
	const op = "sqlite.RevokeToken"
	return s.transact(ctx, op, s.writer, "BEGIN IMMEDIATE", func(c *conn) error {
		revoked := false
		err := c.query(ctx, "UPDATE token SET revoked_at = ? WHERE name = ? AND revoked_at = '' RETURNING 1", values([]any{at, name}), func(row) error {
			revoked = true
			return nil
		})
		if err == nil && !revoked {
			err = kg.Errorf(kg.NotFound, op, "there is no token of %q in use", name)
		}
		return kg.Wrap(kg.Internal, op, err)
	})
}
