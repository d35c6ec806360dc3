package kg

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"slices"
)

// Token is what a store keeps of a bearer token: enough to know one again, not
// to make one. The secret has 256 random bits, which nobody can guess or try
// out, so its plain SHA-256 is as good a guard as the slow hashes that
// passwords need.
type Token struct {
	Hash      string   `json:"-"`                   // HashToken of the secret
	Name      string   `json:"name"`                // of who has it: the actor in the ledger
	Scopes    []string `json:"scopes"`              // what it is good for, sorted
	CreatedAt string   `json:"createdAt"`           // RFC 3339, UTC
	ExpiresAt string   `json:"expiresAt,omitempty"` // RFC 3339, UTC: from then on it is worth nothing; "" for never
	RevokedAt string   `json:"revokedAt,omitempty"` // RFC 3339, UTC; "" while it is not
}

// ScopeCurate is the scope that acts of curation need.
const ScopeCurate = "curate"

// ScopeIngest is the scope that bringing documents needs.
const ScopeIngest = "ingest"

// Scopes lists the scopes that there are.
var Scopes = []string{ScopeCurate, ScopeIngest}

// TokenPrefix begins every secret, so that a scanner of leaked secrets knows
// one when it sees it.
const TokenPrefix = "mueang_"

// NewToken makes a secret. It is not kept anywhere.
func NewToken() string {
	var secret [32]byte
	// Never gives an error: the program ends where the system has no randomness.
	_, _ = rand.Read(secret[:])
	return TokenPrefix + base64.RawURLEncoding.EncodeToString(secret[:])
}

// HashToken gives what is kept of a secret.
func HashToken(secret string) string {
	sum := sha256.Sum256([]byte(secret))
	return hex.EncodeToString(sum[:])
}

// Allows reports whether the token has a scope.
func (t *Token) Allows(scope string) bool { return slices.Contains(t.Scopes, scope) }

// Valid reports whether the token is worth anything at a time, RFC 3339 in UTC.
func (t *Token) Valid(now string) bool {
	return t.RevokedAt == "" && (t.ExpiresAt == "" || now < t.ExpiresAt)
}

// Tokens keeps tokens. Both engines do, beside the graph: tokens are in no
// export, no backup and no snapshot. Errors of every method: those of [Store].
type Tokens interface {
	// AddToken keeps a new token. Errors: [BadInput] where one of its name is
	// not revoked.
	AddToken(ctx context.Context, t Token) error
	// FindToken gives the token of a hash. It waits for no writer. Looking up
	// the hash tells nothing by its time: who tries does not choose the hash.
	// Errors: [NotFound].
	FindToken(ctx context.Context, hash string) (Token, error)
	// ListTokens gives all tokens, revoked ones too, by name, time and hash.
	ListTokens(ctx context.Context) ([]Token, error)
	// RevokeToken ends the token of a name. Errors: [NotFound] where none of
	// that name is in use.
	RevokeToken(ctx context.Context, name, at string) error
}
