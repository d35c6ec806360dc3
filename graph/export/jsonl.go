package export

import (
	"context"
	"encoding/json"
	"io"

	"mueang/graph/kg"
)

// JSONL writes one JSON object a line: first every document by id, then every
// entity by id, then every fact by id with all its evidence in the order of
// [kg.CompareStatements], then the ledger of acts in its order, then the kept
// versions of documents. Equal sets of documents and equal ledgers give equal
// bytes: what depends on when something was loaded (recordedAt, until) is left
// out.
// Errors: those of the store and of out.
func JSONL(ctx context.Context, store kg.Store, out io.Writer) error {
	return store.Read(ctx, func(ctx context.Context, r kg.Reader) error {
		encoder := json.NewEncoder(out)
		encoder.SetEscapeHTML(false)
		err := r.EachDocument(ctx, func(d *kg.Document) error {
			row := *d
			row.RecordedAt = ""
			return encoder.Encode(struct {
				Type string `json:"type"`
				kg.Document
			}{"document", row})
		})
		if err != nil {
			return err
		}
		err = r.EachEntity(ctx, func(e *kg.Entity) error {
			return encoder.Encode(struct {
				Type string `json:"type"`
				kg.Entity
			}{"entity", *e})
		})
		if err != nil {
			return err
		}
		if err := eachFact(ctx, r, func(fact *kg.Fact, statements []kg.Statement) error {
			f := *fact
			f.RecordedAt = ""
			evidence := make([]kg.Evidence, len(statements))
			for i, s := range statements {
				evidence[i] = s.Evidence
			}
			return encoder.Encode(struct {
				Type string `json:"type"`
				factRow
				Evidence []kg.Evidence `json:"evidence"`
			}{"fact", factRow{string(f.Type), f}, evidence})
		}); err != nil {
			return err
		}
		if err := r.EachAct(ctx, func(a *kg.Act) error {
			return encoder.Encode(struct {
				Type string `json:"type"`
				kg.Act
			}{"act", *a})
		}); err != nil {
			return err
		}
		return r.EachVersion(ctx, func(v *kg.Version) error {
			row := *v
			row.Until, row.Document.RecordedAt = "", ""
			return encoder.Encode(struct {
				Type string `json:"type"`
				kg.Version
			}{"version", row})
		})
	})
}

// factRow is a fact whose own type stands beside the type of the row.
type factRow struct {
	Relation string `json:"relation"`
	kg.Fact
}
