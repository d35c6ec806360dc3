package graph

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"io"
	"net/http"

	"github.com/vektah/gqlparser/v2/ast"
)

// exchange is what there is to know of one request, from its beginning to the
// end of its answer.
type exchange struct {
	id              string             // in the header of the answer, in errors and in the log
	client          string             // whose rates hold
	doc             *ast.QueryDocument // of the operation, read and found good
	operation, name string             // its type, and what the document calls it
	cost            int                // of its plan
}

type exchangeKey struct{}

// exchangeOf gives the exchange that a context is of; an empty one for none.
func exchangeOf(ctx context.Context) *exchange {
	if e, ok := ctx.Value(exchangeKey{}).(*exchange); ok {
		return e
	}
	return &exchange{}
}

// another begins an exchange for one of the operations of a connection.
func (e *exchange) another(ctx context.Context) (context.Context, *exchange) {
	made := &exchange{id: e.id, client: e.client}
	return context.WithValue(ctx, exchangeKey{}, made), made
}

// exchanged begins an exchange for each request. A proxy may give its id.
func exchanged(random io.Reader, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		e := &exchange{id: r.Header.Get("X-Request-Id")}
		if !isID(e.id) {
			e.id = newID(random)
		}
		w.Header()["X-Request-Id"] = []string{e.id}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), exchangeKey{}, e)))
	})
}

// isID tells whether an id from outside may stand in the log.
func isID(id string) bool {
	if len(id) < 8 || len(id) > 64 {
		return false
	}
	for i := range len(id) {
		switch c := id[i]; {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', c == '-', c == '_':
		default:
			return false
		}
	}
	return true
}

func newID(random io.Reader) string {
	var id [8]byte
	if _, err := io.ReadFull(random, id[:]); err != nil {
		_, _ = rand.Read(id[:]) // never fails
	}
	return hex.EncodeToString(id[:])
}
