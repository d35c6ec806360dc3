package graph

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	lru "github.com/hashicorp/golang-lru/v2"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"mueang/graph/kg"
)

// persistedQueryNotFound asks a client to send the document beside its hash:
// the code and the message that clients of automatic persisted queries know.
const persistedQueryNotFound kg.Code = "PERSISTED_QUERY_NOT_FOUND"

// documents finds the document that a request names instead of sending it:
// in the list of trusted ones where there is one, which then are the only ones
// that are run, else among those that clients have sent with their hash before
// (automatic persisted queries, which save sending and allow no more and no
// less than before).
type documents struct {
	trusted map[string]string   // by their names; nil: all are run
	texts   map[string]struct{} // of the trusted ones
	sent    *lru.Cache[string, string]
}

// newDocuments checks the trusted documents against the schema.
// Errors: [kg.BadInput] that names the document that is not of it.
func newDocuments(schema *ast.Schema, cfg Config) (*documents, error) {
	d := &documents{trusted: cfg.Trusted}
	var err error
	if d.sent, err = lru.New[string, string](cfg.QueryCache); err != nil {
		return nil, kg.Wrap(kg.Internal, "graph.newDocuments", err)
	}
	if d.trusted == nil {
		return d, nil
	}
	d.texts = make(map[string]struct{}, len(d.trusted))
	for name, text := range d.trusted {
		if _, err := gqlparser.LoadQueryWithRules(schema, text, rules.NewDefaultRules()); err != nil {
			return nil, kg.Errorf(kg.BadInput, "", "the trusted document %q is not of this server's schema: %v", name, err)
		}
		d.texts[text] = struct{}{}
	}
	return d, nil
}

// find puts the document into a request that names it.
// Errors: [kg.BadInput]; [kg.Forbidden] for what is not trusted;
// persistedQueryNotFound.
func (d *documents) find(r *request) *kg.Error {
	hash, err := r.hash()
	if err != nil {
		return err
	}
	if d.trusted != nil {
		switch text, known := d.trusted[hash]; {
		case known && (r.Query == "" || r.Query == text):
			r.Query = text
			return nil
		case r.Query != "":
			if _, known := d.texts[r.Query]; known {
				return nil
			}
			return kg.Errorf(kg.Forbidden, "", "this server runs only the documents of its list, and this is none of them")
		case hash != "":
			return kg.Errorf(kg.Forbidden, "", "this server runs only the documents of its list, which has none of this name")
		}
	}
	switch {
	case hash == "" && r.Query == "":
		return kg.Errorf(kg.BadInput, "", "the request has no query")
	case hash == "":
	case r.Query == "":
		text, known := d.sent.Get(hash)
		if !known {
			return kg.Errorf(persistedQueryNotFound, "", "PersistedQueryNotFound")
		}
		r.Query = text
	default:
		if sum := sha256.Sum256([]byte(r.Query)); hash != hex.EncodeToString(sum[:]) {
			return kg.Errorf(kg.BadInput, "", "the hash is not the SHA-256 of the query")
		}
		r.sent = hash
	}
	return nil
}

// keep keeps the document of a request that has been found good.
func (d *documents) keep(r *request) {
	if r.sent != "" && len(r.Query) <= maxCachedQuery {
		d.sent.Add(r.sent, r.Query)
	}
}

// hash gives the name of the document: that of automatic persisted queries, or
// that of the appendix of GraphQL over HTTP, where sha256: may stand before it.
func (r *request) hash() (string, *kg.Error) {
	extension := r.Extensions["persistedQuery"]
	if extension == nil {
		return strings.TrimPrefix(r.DocumentID, "sha256:"), nil
	}
	fields, _ := extension.(map[string]any)
	hash, _ := fields["sha256Hash"].(string)
	if hash == "" {
		return "", kg.Errorf(kg.BadInput, "", "extensions.persistedQuery has no sha256Hash")
	}
	return hash, nil
}
