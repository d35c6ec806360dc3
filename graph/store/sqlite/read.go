package sqlite

import (
	"cmp"
	"context"
	"runtime"

	"golang.org/x/sync/errgroup"

	"mueang/graph/kg"
)

// reader is a [kg.Reader] on a connection in a transaction. It serves one
// goroutine at a time.
type reader struct{ c *conn }

const (
	selectDocuments  = "SELECT d.body, t.text FROM document d JOIN document_text t ON t.document = d.key "
	selectEntities   = "SELECT body FROM entity "
	selectFacts      = "SELECT body FROM fact "
	selectReferents  = "SELECT body FROM referent "
	selectMentions   = "SELECT body FROM mention "
	selectStatements = "SELECT body FROM statement "
	selectLinks      = "SELECT body FROM link "
	selectActs       = "SELECT body FROM act "
	selectVersions   = "SELECT body FROM version "

	inList = "IN (SELECT value FROM json_each(?1)) "
)

// bodies gives the rows of a query to f.
func bodies[T any](ctx context.Context, c *conn, query string, args []any, f func(*T) error) error {
	var stop error
	err := c.query(ctx, query, values(args), func(r row) error {
		v := new(T)
		if err := storedOf(r).decode(v); err != nil {
			return err
		}
		stop = f(v)
		return stop
	})
	if stop != nil {
		return stop
	}
	return kg.Wrap(kg.Internal, "sqlite.Reader", err)
}

// stored is a row as it is stored: its body, and the text of a document.
type stored struct{ body, text string }

func storedOf(r row) stored {
	s := stored{body: r.text(0)}
	if len(r) > 1 {
		s.text = r.text(1)
	}
	return s
}

func (s stored) decode(v any) error {
	if err := decode(s.body, v); err != nil {
		return err
	}
	if d, ok := v.(*kg.Document); ok {
		d.Text = s.text
	}
	return nil
}

// all gives the rows of a query that has a list for its parameter. Many are
// decoded at once.
func all[T any](ctx context.Context, c *conn, query string, list string) ([]T, error) {
	var found []stored
	err := c.query(ctx, query, values([]any{list}), func(r row) error {
		found = append(found, storedOf(r))
		return nil
	})
	if err != nil {
		return nil, kg.Wrap(kg.Internal, "sqlite.Reader", err)
	}
	if len(found) == 0 {
		return nil, nil
	}
	const stretch = 256
	rows := make([]T, len(found))
	var group errgroup.Group
	group.SetLimit(max(2, runtime.GOMAXPROCS(0)))
	for from := 0; from < len(found); from += stretch {
		part := func() error {
			for i := from; i < min(from+stretch, len(found)); i++ {
				if err := found[i].decode(&rows[i]); err != nil {
					return err
				}
			}
			return nil
		}
		if len(found) <= stretch {
			err = part()
		} else {
			group.Go(part)
		}
	}
	if err = cmp.Or(err, group.Wait()); err != nil {
		return nil, kg.Wrap(kg.Internal, "sqlite.Reader", err)
	}
	return rows, nil
}

// Documents implements [kg.Reader].
func (r *reader) Documents(ctx context.Context, ids []kg.ID) ([]kg.Document, error) {
	return all[kg.Document](ctx, r.c, selectDocuments+"WHERE d.id "+inList+"ORDER BY d.id", list(ids))
}

// Entities implements [kg.Reader].
func (r *reader) Entities(ctx context.Context, ids []kg.ID) ([]kg.Entity, error) {
	return all[kg.Entity](ctx, r.c, selectEntities+"WHERE id "+inList+"ORDER BY id", list(ids))
}

// Facts implements [kg.Reader].
func (r *reader) Facts(ctx context.Context, ids []kg.ID) ([]kg.Fact, error) {
	return all[kg.Fact](ctx, r.c, selectFacts+"WHERE id "+inList+"ORDER BY id", list(ids))
}

// Referents implements [kg.Reader].
func (r *reader) Referents(ctx context.Context, ids []kg.ID) ([]kg.Referent, error) {
	return all[kg.Referent](ctx, r.c, selectReferents+"WHERE id "+inList+"ORDER BY id", list(ids))
}

// ReferentsOf implements [kg.Reader].
func (r *reader) ReferentsOf(ctx context.Context, entities []kg.ID) ([]kg.Referent, error) {
	return all[kg.Referent](ctx, r.c, selectReferents+"WHERE entity "+inList+"ORDER BY id", list(entities))
}

// Blocked implements [kg.Reader].
func (r *reader) Blocked(ctx context.Context, blocks []string) ([]kg.Referent, error) {
	return all[kg.Referent](ctx, r.c, selectReferents+
		"WHERE key IN (SELECT referent FROM block WHERE block "+inList+") ORDER BY id", list(blocks))
}

// MentionsIn implements [kg.Reader].
func (r *reader) MentionsIn(ctx context.Context, documents []kg.ID) ([]kg.Mention, error) {
	return all[kg.Mention](ctx, r.c, selectMentions+"WHERE document "+inList+"ORDER BY document, referent", list(documents))
}

// MentionsAbout implements [kg.Reader].
func (r *reader) MentionsAbout(ctx context.Context, referents []kg.ID) ([]kg.Mention, error) {
	return all[kg.Mention](ctx, r.c, selectMentions+"WHERE referent "+inList+"ORDER BY document, referent", list(referents))
}

// StatementsIn implements [kg.Reader].
func (r *reader) StatementsIn(ctx context.Context, documents []kg.ID) ([]kg.Statement, error) {
	return all[kg.Statement](ctx, r.c, selectStatements+"WHERE document "+inList+
		"ORDER BY document, start, stop, id", list(documents))
}

// StatementsAbout implements [kg.Reader].
func (r *reader) StatementsAbout(ctx context.Context, referents []kg.ID) ([]kg.Statement, error) {
	return all[kg.Statement](ctx, r.c, selectStatements+"WHERE key IN ("+
		"SELECT key FROM statement WHERE subject "+inList+
		"UNION ALL SELECT key FROM statement WHERE object "+inList+
		"UNION ALL SELECT key FROM statement WHERE on_behalf_of <> '' AND on_behalf_of "+inList+
		") ORDER BY id", list(referents))
}

// StatementsFor implements [kg.Reader].
func (r *reader) StatementsFor(ctx context.Context, facts []kg.ID) ([]kg.Statement, error) {
	return all[kg.Statement](ctx, r.c, selectStatements+"WHERE fact "+inList+
		"ORDER BY fact, document, start, stop, id", list(facts))
}

// Links implements [kg.Reader].
func (r *reader) Links(ctx context.Context, referents []kg.ID) ([]kg.Judgement, error) {
	return all[kg.Judgement](ctx, r.c, selectLinks+"WHERE key IN ("+
		"SELECT key FROM link WHERE left_referent "+inList+
		"UNION ALL SELECT key FROM link WHERE right_referent "+inList+
		") ORDER BY id", list(referents))
}

// Acts implements [kg.Reader].
func (r *reader) Acts(ctx context.Context, ids []kg.ID) ([]kg.Act, error) {
	return all[kg.Act](ctx, r.c, selectActs+"WHERE id "+inList+"ORDER BY seq", list(ids))
}

// ActsAbout implements [kg.Reader].
func (r *reader) ActsAbout(ctx context.Context, ids []kg.ID) ([]kg.Act, error) {
	return all[kg.Act](ctx, r.c, selectActs+"WHERE key IN (SELECT act FROM act_about WHERE about "+inList+") ORDER BY seq", list(ids))
}

// Versions implements [kg.Reader].
func (r *reader) Versions(ctx context.Context, documents []kg.ID) ([]kg.Version, error) {
	return all[kg.Version](ctx, r.c, selectVersions+"WHERE document "+inList+"ORDER BY document, id", list(documents))
}

// Snapshot implements [kg.Reader].
func (r *reader) Snapshot(ctx context.Context) (snapshot kg.Snapshot, err error) {
	err = r.c.query(ctx, "SELECT id, recorded_at, last_act FROM snapshot", nil, func(row row) error {
		snapshot = kg.Snapshot{ID: row.text(0), RecordedAt: row.text(1), LastAct: row.id(2)}
		return nil
	})
	return snapshot, kg.Wrap(kg.Internal, "sqlite.Reader", err)
}

// EachDocument implements [kg.Reader].
func (r *reader) EachDocument(ctx context.Context, f func(*kg.Document) error) error {
	return bodies(ctx, r.c, selectDocuments+"ORDER BY d.id", nil, f)
}

// EachEntity implements [kg.Reader].
func (r *reader) EachEntity(ctx context.Context, f func(*kg.Entity) error) error {
	return bodies(ctx, r.c, selectEntities+"ORDER BY id", nil, f)
}

// EachFact implements [kg.Reader].
func (r *reader) EachFact(ctx context.Context, f func(*kg.Fact) error) error {
	return bodies(ctx, r.c, selectFacts+"ORDER BY id", nil, f)
}

// EachStatement implements [kg.Reader].
func (r *reader) EachStatement(ctx context.Context, f func(*kg.Statement) error) error {
	return bodies(ctx, r.c, selectStatements+"ORDER BY fact, document, start, stop, id", nil, f)
}

// EachMention implements [kg.Reader].
func (r *reader) EachMention(ctx context.Context, f func(*kg.Mention) error) error {
	return bodies(ctx, r.c, selectMentions+"ORDER BY document, referent", nil, f)
}

// EachReferent implements [kg.Reader].
func (r *reader) EachReferent(ctx context.Context, f func(*kg.Referent) error) error {
	return bodies(ctx, r.c, selectReferents+"ORDER BY id", nil, f)
}

// EachLink implements [kg.Reader].
func (r *reader) EachLink(ctx context.Context, f func(*kg.Judgement) error) error {
	return bodies(ctx, r.c, selectLinks+"ORDER BY id", nil, f)
}

// EachAct implements [kg.Reader].
func (r *reader) EachAct(ctx context.Context, f func(*kg.Act) error) error {
	return bodies(ctx, r.c, selectActs+"ORDER BY seq", nil, f)
}

// EachVersion implements [kg.Reader].
func (r *reader) EachVersion(ctx context.Context, f func(*kg.Version) error) error {
	return bodies(ctx, r.c, selectVersions+"ORDER BY document, id", nil, f)
}
