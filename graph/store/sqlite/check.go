package sqlite

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"mueang/graph/kg"
)

// maxProblems bounds what Check reports.
const maxProblems = 20

// Check verifies the file (PRAGMA integrity_check), that every column and index
// row is what its body says, and that rows point at rows that are there. It
// reads the whole store.
// Errors: [kg.Internal] that lists what is wrong, one problem a line.
func (s *Store) Check(ctx context.Context) error {
	return s.read(ctx, "sqlite.Check", func(c *conn) error {
		v := &verification{ctx: ctx, c: c}
		v.integrity()
		checkRows(v, &documentRows, v.text)
		checkRows(v, &mentionRows, nil)
		checkRows(v, &statementRows, nil)
		checkRows(v, &referentRows, func(key int, r *kg.Referent) {
			v.same("the blocks of referent "+string(r.ID), r.Blocks, "SELECT block FROM block WHERE referent = ?", key)
		})
		checkRows(v, &entityRows, func(key int, e *kg.Entity) {
			v.same("the ids of entity "+string(e.ID), resolving(e), "SELECT referent FROM entity_referent WHERE entity = ?", e.ID)
			v.same("the name keys of entity "+string(e.ID), e.NameKeys(), "SELECT name_key FROM name WHERE entity = ?", key)
		})
		checkRows(v, &factRows, nil)
		checkRows(v, &linkRows, nil)
		checkRows(v, &versionRows, nil)
		checkRows(v, &actRows, func(key int, a *kg.Act) {
			v.same("what act "+string(a.ID)+" is about", texts(a.About()), "SELECT about FROM act_about WHERE act = ?", key)
		})
		v.none("name_fts lacks an entity or has one too many",
			"SELECT entity FROM name EXCEPT SELECT id FROM name_fts_docsize", "SELECT id FROM name_fts_docsize EXCEPT SELECT entity FROM name")
		v.none("an index row is left of a row that is gone",
			"SELECT document FROM document_text EXCEPT SELECT key FROM document", "SELECT rowid FROM document_fts EXCEPT SELECT key FROM document",
			"SELECT entity FROM name EXCEPT SELECT key FROM entity", "SELECT entity FROM entity_referent EXCEPT SELECT id FROM entity",
			"SELECT referent FROM block EXCEPT SELECT key FROM referent", "SELECT act FROM act_about EXCEPT SELECT key FROM act")
		v.none("a fact has an end that is no entity", "SELECT subject FROM fact EXCEPT SELECT id FROM entity", "SELECT object FROM fact EXCEPT SELECT id FROM entity")
		v.none("a fact has no statement", "SELECT id FROM fact EXCEPT SELECT fact FROM statement")
		v.none("a statement is of a fact or document that is not there",
			"SELECT fact FROM statement EXCEPT SELECT id FROM fact", "SELECT document FROM statement EXCEPT SELECT id FROM document")
		v.none("a mention is of an entity or document that is not there",
			"SELECT entity FROM mention EXCEPT SELECT id FROM entity", "SELECT document FROM mention EXCEPT SELECT id FROM document")
		v.none("two entities are found by one id", "SELECT referent FROM entity_referent GROUP BY referent HAVING count(*) > 1")
		switch {
		case v.err != nil:
			return kg.Wrap(kg.Internal, "sqlite.Check", v.err)
		case len(v.problems) > 0:
			return kg.Errorf(kg.Internal, "sqlite.Check", "the store is damaged:\n%s", strings.Join(v.problems, "\n"))
		}
		return nil
	})
}

// verification gathers problems. After the first error, or when it has enough
// problems, it does nothing more.
type verification struct {
	ctx      context.Context
	c        *conn
	err      error
	problems []string
}

func (v *verification) problem(format string, args ...any) {
	v.problems = append(v.problems, fmt.Sprintf(format, args...))
}

func (v *verification) query(text string, args []any, f func(row) error) {
	if v.err == nil && len(v.problems) < maxProblems {
		v.err = v.c.query(v.ctx, text, values(args), f)
	}
}

func (v *verification) integrity() {
	// A connection keeps the structure of a full-text index, and integrity_check
	// alone does not notice that another has written since: a search does.
	for _, search := range []string{"SELECT rowid FROM name_fts WHERE name_fts MATCH 'abc'", "SELECT rowid FROM document_fts WHERE document_fts MATCH 'abc'"} {
		v.query(search+" LIMIT 1", nil, func(row) error { return nil })
	}
	v.query("PRAGMA integrity_check(20)", nil, func(r row) error {
		if r.text(0) != "ok" {
			v.problem("SQLite: %s", r.text(0))
		}
		return nil
	})
}

func texts(ids []kg.ID) []string {
	list := make([]string, len(ids))
	for i, id := range ids {
		list[i] = string(id)
	}
	return list
}

// none reports the first row of each query, which should give none.
func (v *verification) none(what string, queries ...string) {
	for _, text := range queries {
		v.query(text+" LIMIT 1", nil, func(r row) error {
			v.problem("%s: %v", what, r[0])
			return nil
		})
	}
}

// same reports a list that is not what a query gives, in any order.
func (v *verification) same(what string, want []string, text string, args ...any) {
	if v.err != nil || len(v.problems) >= maxProblems {
		return
	}
	var have []string
	v.query(text, args, func(r row) error {
		have = append(have, r.text(0))
		return nil
	})
	want = slices.Clone(want)
	slices.Sort(want)
	slices.Sort(have)
	if !slices.Equal(slices.Compact(want), have) {
		v.problem("%s should be %q and are %q", what, want, have)
	}
}

// text checks what follows from a document's text and title.
func (v *verification) text(key int, d *kg.Document) {
	text, there := "", false
	v.query("SELECT text FROM document_text WHERE document = ?", []any{key}, func(r row) error {
		text, there = r.text(0), true
		return nil
	})
	if !there {
		v.problem("document %s has no text", d.ID)
	}
	v.same("the search keys of document "+string(d.ID), []string{kg.NameKey(d.Title), kg.NameKey(text)},
		"SELECT title FROM document_fts WHERE rowid = ?1 UNION SELECT text FROM document_fts WHERE rowid = ?1", key)
}

// checkRows checks the columns of a table against its bodies, and by more what
// else follows from a row.
func checkRows[T any](v *verification, t *rowsOf[T], more func(key int, row *T)) {
	v.query("SELECT key, body, "+strings.Join(t.columns, ", ")+" FROM "+t.table, nil, func(r row) error {
		key, values, body := r.int(0), slices.Clone(r[2:]), new(T)
		if err := decode(r.text(1), body); err != nil {
			v.problem("%s %v: the body cannot be read", t.table, values[0])
			return nil
		}
		for i, want := range t.values(body) {
			if value(want) != values[i] {
				v.problem("%s %v: column %s should be %v and is %v", t.table, values[0], t.columns[i], value(want), values[i])
			}
		}
		if more != nil && len(v.problems) < maxProblems {
			more(key, body)
		}
		return v.err
	})
}
