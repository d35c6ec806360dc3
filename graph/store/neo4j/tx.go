package neo4j

import (
	"context"
	"encoding/json"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"mueang/graph/kg"
)

// tx is an open transaction.
type tx struct {
	run   func(ctx context.Context, cypher string, params map[string]any) (neo4j.ResultWithContext, error)
	store *Store
}

var _ kg.Tx = (*tx)(nil)

// rows sends a statement and gives each record to f. An error of f ends the
// walk and is given back as it is.
func (t *tx) rows(ctx context.Context, op, cypher string, params map[string]any, f func(*neo4j.Record) error) error {
	if err := ctx.Err(); err != nil {
		return kg.Wrap(kg.Internal, op, err)
	}
	if t.store.onQuery != nil {
		t.store.onQuery(cypher)
	}
	result, err := t.run(ctx, cypher, params)
	if err != nil {
		return t.store.failure(ctx, op, err)
	}
	for result.Next(ctx) {
		if err := f(result.Record()); err != nil {
			return err
		}
	}
	if err := result.Err(); err != nil {
		return t.store.failure(ctx, op, err)
	}
	return nil
}

// exec sends a statement that gives nothing.
func (t *tx) exec(ctx context.Context, op, cypher string, params map[string]any) error {
	return t.rows(ctx, op, cypher, params, func(*neo4j.Record) error { return nil })
}

// Each of the reading methods gives rows by their column body, and a document
// has its text beside it.

// each streams the rows that a statement gives.
func each[R any](ctx context.Context, t *tx, cypher string, params map[string]any, f func(*R) error) error {
	const op = "neo4j.Reader"
	return t.rows(ctx, op, cypher, params, func(record *neo4j.Record) error {
		row := new(R)
		body, _ := record.Values[0].(string)
		if err := json.Unmarshal([]byte(body), row); err != nil {
			return kg.Wrap(kg.Internal, op, err)
		}
		if d, ok := any(row).(*kg.Document); ok {
			d.Text, _ = record.Values[1].(string)
		}
		return f(row)
	})
}

// these gives the rows that a statement gives for some ids.
func these[R any](ctx context.Context, t *tx, cypher string, ids []kg.ID) ([]R, error) {
	return rowsOf[R](ctx, t, cypher, texts(ids))
}

func rowsOf[R any](ctx context.Context, t *tx, cypher string, list []any) ([]R, error) {
	var rows []R
	err := each(ctx, t, cypher, map[string]any{"p": map[string]any{"ids": list}}, func(row *R) error {
		rows = append(rows, *row)
		return nil
	})
	return rows, err
}

// Documents implements [kg.Reader].
func (t *tx) Documents(ctx context.Context, ids []kg.ID) ([]kg.Document, error) {
	return these[kg.Document](ctx, t, `UNWIND $p.ids AS id WITH DISTINCT id MATCH (n:Document {id: id}) RETURN n.body, n.text ORDER BY n.id`, ids)
}

// Entities implements [kg.Reader].
func (t *tx) Entities(ctx context.Context, ids []kg.ID) ([]kg.Entity, error) {
	return these[kg.Entity](ctx, t, `UNWIND $p.ids AS id WITH DISTINCT id MATCH (n:Entity {id: id}) RETURN n.body ORDER BY n.id`, ids)
}

// Facts implements [kg.Reader].
func (t *tx) Facts(ctx context.Context, ids []kg.ID) ([]kg.Fact, error) {
	return these[kg.Fact](ctx, t, `UNWIND $p.ids AS id WITH DISTINCT id MATCH (n:Fact {id: id}) RETURN n.body ORDER BY n.id`, ids)
}

// Referents implements [kg.Reader].
func (t *tx) Referents(ctx context.Context, ids []kg.ID) ([]kg.Referent, error) {
	return these[kg.Referent](ctx, t, `UNWIND $p.ids AS id WITH DISTINCT id MATCH (n:Referent {id: id}) RETURN n.body ORDER BY n.id`, ids)
}

// ReferentsOf implements [kg.Reader].
func (t *tx) ReferentsOf(ctx context.Context, entities []kg.ID) ([]kg.Referent, error) {
	return these[kg.Referent](ctx, t, `UNWIND $p.ids AS id WITH DISTINCT id MATCH (n:Referent {entity: id}) RETURN n.body ORDER BY n.id`, entities)
}

// Blocked implements [kg.Reader].
func (t *tx) Blocked(ctx context.Context, blocks []string) ([]kg.Referent, error) {
	return rowsOf[kg.Referent](ctx, t, `UNWIND $p.ids AS key MATCH (b:Block {key: key}) WITH DISTINCT b.referent AS id
MATCH (n:Referent {id: id}) RETURN n.body ORDER BY n.id`, blockKeys(blocks))
}

// MentionsIn implements [kg.Reader].
func (t *tx) MentionsIn(ctx context.Context, documents []kg.ID) ([]kg.Mention, error) {
	return these[kg.Mention](ctx, t, `UNWIND $p.ids AS id WITH DISTINCT id MATCH (n:Mention) WHERE n.document = id
RETURN n.body ORDER BY n.document, n.referent`, documents)
}

// MentionsAbout implements [kg.Reader].
func (t *tx) MentionsAbout(ctx context.Context, referents []kg.ID) ([]kg.Mention, error) {
	return these[kg.Mention](ctx, t, `UNWIND $p.ids AS id WITH DISTINCT id MATCH (n:Mention) WHERE n.referent = id
RETURN n.body ORDER BY n.document, n.referent`, referents)
}

// StatementsIn implements [kg.Reader].
func (t *tx) StatementsIn(ctx context.Context, documents []kg.ID) ([]kg.Statement, error) {
	return these[kg.Statement](ctx, t, `UNWIND $p.ids AS id WITH DISTINCT id MATCH (n:Statement {document: id})
RETURN n.body ORDER BY n.document, n.start, n.end, n.id`, documents)
}

// StatementsAbout implements [kg.Reader].
func (t *tx) StatementsAbout(ctx context.Context, referents []kg.ID) ([]kg.Statement, error) {
	return these[kg.Statement](ctx, t, `UNWIND $p.ids AS id WITH DISTINCT id WHERE id <> ""
CALL (id) {
  MATCH (n:Statement {subject: id}) RETURN n
  UNION MATCH (n:Statement {object: id}) RETURN n
  UNION MATCH (n:Statement {onBehalfOf: id}) RETURN n
}
WITH DISTINCT n RETURN n.body ORDER BY n.id`, referents)
}

// StatementsFor implements [kg.Reader].
func (t *tx) StatementsFor(ctx context.Context, facts []kg.ID) ([]kg.Statement, error) {
	return these[kg.Statement](ctx, t, `UNWIND $p.ids AS id WITH DISTINCT id MATCH (n:Statement {fact: id})
RETURN n.body ORDER BY n.fact, n.document, n.start, n.end, n.id`, facts)
}

// Links implements [kg.Reader].
func (t *tx) Links(ctx context.Context, referents []kg.ID) ([]kg.Judgement, error) {
	return these[kg.Judgement](ctx, t, `UNWIND $p.ids AS id WITH DISTINCT id
CALL (id) {
  MATCH (n:Judgement {left: id}) RETURN n
  UNION MATCH (n:Judgement {right: id}) RETURN n
}
WITH DISTINCT n RETURN n.body ORDER BY n.id`, referents)
}

// Acts implements [kg.Reader].
func (t *tx) Acts(ctx context.Context, ids []kg.ID) ([]kg.Act, error) {
	return these[kg.Act](ctx, t, `UNWIND $p.ids AS id WITH DISTINCT id MATCH (n:Act {id: id}) RETURN n.body ORDER BY n.seq`, ids)
}

// ActsAbout implements [kg.Reader].
func (t *tx) ActsAbout(ctx context.Context, ids []kg.ID) ([]kg.Act, error) {
	return these[kg.Act](ctx, t, `UNWIND $p.ids AS id MATCH (a:About {id: id}) WITH DISTINCT a.act AS act
MATCH (n:Act {id: act}) RETURN n.body ORDER BY n.seq`, ids)
}

// Versions implements [kg.Reader].
func (t *tx) Versions(ctx context.Context, documents []kg.ID) ([]kg.Version, error) {
	return these[kg.Version](ctx, t, `UNWIND $p.ids AS id WITH DISTINCT id MATCH (n:Version {document: id})
RETURN n.body ORDER BY n.document, n.id`, documents)
}

// Snapshot implements [kg.Reader].
func (t *tx) Snapshot(ctx context.Context) (kg.Snapshot, error) {
	var snapshot kg.Snapshot
	err := t.rows(ctx, "neo4j.Snapshot", `MATCH (g:Graph {id: "graph"}) RETURN g.snapshot, g.recordedAt, g.lastAct`, nil, func(r *neo4j.Record) error {
		snapshot.ID, _ = r.Values[0].(string)
		snapshot.RecordedAt, _ = r.Values[1].(string)
		lastAct, _ := r.Values[2].(string)
		snapshot.LastAct = kg.ID(lastAct)
		return nil
	})
	return snapshot, err
}

// EachDocument implements [kg.Reader].
func (t *tx) EachDocument(ctx context.Context, f func(*kg.Document) error) error {
	return each(ctx, t, `MATCH (n:Document) WHERE n.id > "" RETURN n.body, n.text ORDER BY n.id`, nil, f)
}

// EachEntity implements [kg.Reader].
func (t *tx) EachEntity(ctx context.Context, f func(*kg.Entity) error) error {
	return each(ctx, t, `MATCH (n:Entity) WHERE n.id > "" RETURN n.body ORDER BY n.id`, nil, f)
}

// EachFact implements [kg.Reader].
func (t *tx) EachFact(ctx context.Context, f func(*kg.Fact) error) error {
	return each(ctx, t, `MATCH (n:Fact) WHERE n.id > "" RETURN n.body ORDER BY n.id`, nil, f)
}

// EachStatement implements [kg.Reader].
func (t *tx) EachStatement(ctx context.Context, f func(*kg.Statement) error) error {
	return each(ctx, t, `MATCH (n:Statement) WHERE n.fact > "" RETURN n.body ORDER BY n.fact, n.document, n.start, n.end, n.id`, nil, f)
}

// EachMention implements [kg.Reader].
func (t *tx) EachMention(ctx context.Context, f func(*kg.Mention) error) error {
	return each(ctx, t, `MATCH (n:Mention) WHERE n.document > "" RETURN n.body ORDER BY n.document, n.referent`, nil, f)
}

// EachReferent implements [kg.Reader].
func (t *tx) EachReferent(ctx context.Context, f func(*kg.Referent) error) error {
	return each(ctx, t, `MATCH (n:Referent) WHERE n.id > "" RETURN n.body ORDER BY n.id`, nil, f)
}

// EachLink implements [kg.Reader].
func (t *tx) EachLink(ctx context.Context, f func(*kg.Judgement) error) error {
	return each(ctx, t, `MATCH (n:Judgement) WHERE n.id > "" RETURN n.body ORDER BY n.id`, nil, f)
}

// EachAct implements [kg.Reader].
func (t *tx) EachAct(ctx context.Context, f func(*kg.Act) error) error {
	return each(ctx, t, `MATCH (n:Act) WHERE n.seq > 0 RETURN n.body ORDER BY n.seq`, nil, f)
}

// EachVersion implements [kg.Reader].
func (t *tx) EachVersion(ctx context.Context, f func(*kg.Version) error) error {
	return each(ctx, t, `MATCH (n:Version) WHERE n.document > "" RETURN n.body ORDER BY n.document, n.id`, nil, f)
}
