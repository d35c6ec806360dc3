package neo4j

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"mueang/graph/kg"
)

// migrations bring the schema from one version to the next: migrations[0]
// makes version 1. One that has been released is never changed. Each statement
// may be run twice, as a process may be killed between them.
var migrations = [][]string{
	{
		`CREATE CONSTRAINT migration IF NOT EXISTS FOR (n:Migration) REQUIRE n.version IS UNIQUE`,
		`CREATE CONSTRAINT graph IF NOT EXISTS FOR (n:Graph) REQUIRE n.id IS UNIQUE`,
		`CREATE CONSTRAINT commits IF NOT EXISTS FOR (n:Commits) REQUIRE n.id IS UNIQUE`,
		`CREATE CONSTRAINT node IF NOT EXISTS FOR (n:Node) REQUIRE n.id IS UNIQUE`,
		`CREATE CONSTRAINT alias IF NOT EXISTS FOR (n:Alias) REQUIRE n.id IS UNIQUE`,
		`CREATE CONSTRAINT fact IF NOT EXISTS FOR (n:Fact) REQUIRE n.id IS UNIQUE`,
		`CREATE CONSTRAINT statement IF NOT EXISTS FOR (n:Statement) REQUIRE n.id IS UNIQUE`,
		`CREATE CONSTRAINT referent IF NOT EXISTS FOR (n:Referent) REQUIRE n.id IS UNIQUE`,
		`CREATE CONSTRAINT judgement IF NOT EXISTS FOR (n:Judgement) REQUIRE n.id IS UNIQUE`,
		`CREATE CONSTRAINT mention IF NOT EXISTS FOR (n:Mention) REQUIRE (n.document, n.referent) IS UNIQUE`,
		`CREATE CONSTRAINT change IF NOT EXISTS FOR (n:Change) REQUIRE n.seq IS UNIQUE`,
		`CREATE CONSTRAINT block IF NOT EXISTS FOR (n:Block) REQUIRE (n.key, n.referent) IS UNIQUE`,

		`CREATE INDEX entity_id IF NOT EXISTS FOR (n:Entity) ON (n.id)`,
		`CREATE INDEX entity_name IF NOT EXISTS FOR (n:Entity) ON (n.sortHead)`,
		`CREATE INDEX entity_day_up IF NOT EXISTS FOR (n:Entity) ON (n.dayUp)`,
		`CREATE INDEX entity_day_down IF NOT EXISTS FOR (n:Entity) ON (n.dayDown)`,
		`CREATE INDEX entity_documents IF NOT EXISTS FOR (n:Entity) ON (n.documentCount)`,
		`CREATE TEXT INDEX entity_search IF NOT EXISTS FOR (n:Entity) ON (n.search)`,
		`CREATE INDEX document_id IF NOT EXISTS FOR (n:Document) ON (n.id)`,
		`CREATE TEXT INDEX document_content IF NOT EXISTS FOR (n:Document) ON (n.content)`,
		`CREATE INDEX document_name IF NOT EXISTS FOR (n:Document) ON (n.sortHead)`,
		`CREATE INDEX document_day_up IF NOT EXISTS FOR (n:Document) ON (n.dayUp)`,
		`CREATE INDEX document_day_down IF NOT EXISTS FOR (n:Document) ON (n.dayDown)`,
		`CREATE INDEX alias_entity IF NOT EXISTS FOR (n:Alias) ON (n.entity)`,
		`CREATE INDEX mention_entity IF NOT EXISTS FOR (n:Mention) ON (n.entity)`,
		`CREATE INDEX mention_document IF NOT EXISTS FOR (n:Mention) ON (n.document)`,
		`CREATE INDEX mention_referent IF NOT EXISTS FOR (n:Mention) ON (n.referent)`,
		`CREATE INDEX statement_fact IF NOT EXISTS FOR (n:Statement) ON (n.fact)`,
		`CREATE INDEX statement_document IF NOT EXISTS FOR (n:Statement) ON (n.document)`,
		`CREATE INDEX statement_subject IF NOT EXISTS FOR (n:Statement) ON (n.subject)`,
		`CREATE INDEX statement_object IF NOT EXISTS FOR (n:Statement) ON (n.object)`,
		`CREATE INDEX statement_behalf IF NOT EXISTS FOR (n:Statement) ON (n.onBehalfOf)`,
		`CREATE INDEX referent_entity IF NOT EXISTS FOR (n:Referent) ON (n.entity)`,
		`CREATE INDEX judgement_left IF NOT EXISTS FOR (n:Judgement) ON (n.left)`,
		`CREATE INDEX judgement_right IF NOT EXISTS FOR (n:Judgement) ON (n.right)`,
		`CREATE INDEX block_key IF NOT EXISTS FOR (n:Block) ON (n.key)`,
		`CREATE INDEX block_referent IF NOT EXISTS FOR (n:Block) ON (n.referent)`,

		`MERGE (g:Graph {id: "graph"}) ON CREATE SET g.seq = 0, g.snapshot = "", g.recordedAt = ""`,
		`MERGE (c:Commits {id: "commits"}) ON CREATE SET c.begun = 0, c.ended = 0`,
		`CALL db.awaitIndexes(300)`,
	},
	{},
	{ // the ledger of what persons decided, and texts that are not in the graph any more
		`CREATE CONSTRAINT act IF NOT EXISTS FOR (n:Act) REQUIRE n.id IS UNIQUE`,
		`CREATE CONSTRAINT act_seq IF NOT EXISTS FOR (n:Act) REQUIRE n.seq IS UNIQUE`,
		`CREATE CONSTRAINT about IF NOT EXISTS FOR (n:About) REQUIRE (n.id, n.act) IS UNIQUE`,
		`CREATE CONSTRAINT version IF NOT EXISTS FOR (n:Version) REQUIRE n.id IS UNIQUE`,
		`CREATE INDEX about_id IF NOT EXISTS FOR (n:About) ON (n.id)`,
		`CREATE INDEX version_document IF NOT EXISTS FOR (n:Version) ON (n.document)`,
		`MATCH (g:Graph {id: "graph"}) SET g.lastAct = coalesce(g.lastAct, "")`,
		`CALL db.awaitIndexes(300)`,
	},
	{}, // nodes and facts have cards, rejected facts a type of their own: see rewritings
	{ // bearer tokens, by their hashes
		`CREATE CONSTRAINT token IF NOT EXISTS FOR (n:Token) REQUIRE n.hash IS UNIQUE`,
		`CREATE CONSTRAINT token_in_use IF NOT EXISTS FOR (n:Token) REQUIRE n.inUse IS UNIQUE`,
		`CALL db.awaitIndexes(300)`,
	},
}

// rewriting writes rows anew that an older version wrote with other
// properties: find gives the bodies of those that are still to be written, and
// the texts of documents, a chunk at a time.
type rewriting struct {
	find  string
	write func(w *writer, rows []*neo4j.Record)
}

// rewritings are those of each version, by the number of the version that they
// make.
var rewritings = map[int][]rewriting{
	4: {
		{`MATCH (n:Entity) WHERE n.card IS NULL RETURN n.body LIMIT 2000`,
			func(w *writer, rows []*neo4j.Record) { w.entities(bodies[kg.Entity](w, rows)) }},
		{`MATCH (n:Document) WHERE n.card IS NULL RETURN n.body, n.text LIMIT 200`,
			func(w *writer, rows []*neo4j.Record) {
				documents := bodies[kg.Document](w, rows)
				for i := range documents {
					documents[i].Text, _ = rows[i].Values[1].(string)
				}
				w.documents(documents)
			}},
		// The relationship of a fact that is rejected had the fact's type.
		{`MATCH (n:Fact) WHERE n.card IS NULL LIMIT 2000
OPTIONAL MATCH (:Node {id: n.subject})-[r]->(:Node {id: n.object}) WHERE n.rejected AND r.id = n.id AND type(r) <> "` + rejected + `" DELETE r RETURN n.body`,
			func(w *writer, rows []*neo4j.Record) { w.facts(bodies[kg.Fact](w, rows)) }},
	},
}

func bodies[R any](w *writer, rows []*neo4j.Record) []R {
	list := make([]R, len(rows))
	for i, row := range rows {
		body, _ := row.Values[0].(string)
		if err := json.Unmarshal([]byte(body), &list[i]); err != nil && w.err == nil {
			w.err = kg.Wrap(kg.Internal, "neo4j.Open", err)
		}
	}
	return list
}

// migrate brings the schema up to date.
func (s *Store) migrate(ctx context.Context) error {
	const op = "neo4j.Open"
	records, err := s.query(ctx, op, `OPTIONAL MATCH (m:Migration) RETURN coalesce(max(m.version), 0) AS version`, nil)
	if err != nil {
		return err
	}
	version, _, err := neo4j.GetRecordValue[int64](records[0], "version")
	if err != nil {
		return kg.Wrap(kg.Internal, op, err)
	}
	if int(version) > len(migrations) {
		return kg.Errorf(kg.Unavailable, op, "the database in Neo4j at %s has version %d, and this Mueang knows versions up to %d: use a newer Mueang, or another database",
			s.address, version, len(migrations))
	}
	for ; int(version) < len(migrations); version++ {
		statements := append(migrations[version][:len(migrations[version]):len(migrations[version])],
			fmt.Sprintf("MERGE (:Migration {version: %d})", version+1))
		if err := s.rewrite(ctx, int(version)+1); err != nil {
			return err
		}
		for _, statement := range statements {
			if err := s.alter(ctx, statement); err != nil {
				return s.failure(ctx, op, err)
			}
		}
	}
	return nil
}

// rewrite writes the rows anew that a version has with other properties, one
// transaction for each chunk.
func (s *Store) rewrite(ctx context.Context, version int) error {
	const op = "neo4j.Open"
	for _, rewriting := range rewritings[version] {
		for more := true; more; {
			err := s.transact(ctx, op, func(ctx context.Context, t *tx) error {
				var found []*neo4j.Record
				err := t.rows(ctx, op, rewriting.find, nil, func(r *neo4j.Record) error {
					found = append(found, r)
					return nil
				})
				if more = len(found) > 0; err != nil || !more {
					return err
				}
				w := &writer{ctx: ctx, tx: t}
				rewriting.write(w, found)
				return w.err
			})
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// alter runs a statement of a migration. Two who open an empty database at the
// same time lock each other's schema; the one that is refused for that did
// nothing, and tries again.
func (s *Store) alter(ctx context.Context, statement string) error {
	for attempt := 1; ; attempt++ {
		err := s.alterOnce(ctx, statement)
		if err == nil || attempt == alterAttempts || !neo4j.IsRetryable(err) && !alreadyThere(err) {
			return err
		}
		select {
		case <-time.After(rand.N(time.Duration(attempt) * alterPause)):
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// alreadyThere reports whether another made the same in the moment between a
// statement's look and its deed.
func alreadyThere(err error) bool {
	var server *neo4j.Neo4jError
	return errors.As(err, &server) && (strings.HasPrefix(server.Code, "Neo.ClientError.Schema.") && strings.HasSuffix(server.Code, "AlreadyExists") ||
		server.Code == "Neo.ClientError.Schema.ConstraintValidationFailed")
}

func (s *Store) alterOnce(ctx context.Context, statement string) error {
	session := s.session(ctx, neo4j.AccessModeWrite)
	defer session.Close(context.WithoutCancel(ctx))
	if s.onQuery != nil {
		s.onQuery(statement)
	}
	result, err := session.Run(ctx, statement, nil, within(ctx))
	if err != nil {
		return err
	}
	_, err = result.Consume(ctx)
	return err
}

// How often a statement of a migration is tried, and by how much the longest
// pause between two tries grows.
const (
	alterAttempts = 20
	alterPause    = 100 * time.Millisecond
)
