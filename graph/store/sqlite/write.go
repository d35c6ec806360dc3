package sqlite

import (
	"context"
	"database/sql/driver"
	"iter"
	"slices"
	"strings"

	"mueang/graph/kg"
)

// tx is the write transaction: a reader that also applies batches.
type tx struct{ reader }

// Apply implements [kg.Tx].
func (t *tx) Apply(ctx context.Context, b *kg.Batch) error {
	if err := b.Validate(); err != nil {
		return err
	}
	w := &writing{ctx: ctx, c: t.c}
	w.remove(b)
	w.documents(b.Documents)
	put(w, &mentionRows, b.Mentions, nil)
	put(w, &statementRows, b.Statements, nil)
	put(w, &referentRows, b.Referents, w.blocks(b.Referents))
	put(w, &entityRows, b.Entities, w.names(b.Entities))
	put(w, &factRows, b.Facts, nil)
	put(w, &linkRows, b.Links, nil)
	put(w, &versionRows, b.Versions, nil)
	w.acts(b.Acts)
	w.index()
	for _, change := range b.Changes {
		w.exec("INSERT INTO change (action, node, kind, at) VALUES (?, ?, ?, ?)", change.Action, change.Node, change.Kind, change.At)
	}
	if b.Snapshot != nil {
		w.exec("INSERT INTO snapshot (only, id, recorded_at, last_act) VALUES (1, ?, ?, ?) ON CONFLICT DO UPDATE "+
			"SET id = excluded.id, recorded_at = excluded.recorded_at, last_act = excluded.last_act",
			b.Snapshot.ID, b.Snapshot.RecordedAt, b.Snapshot.LastAct)
	}
	w.exec("UPDATE generation SET number = number + 1")
	return kg.Wrap(kg.Internal, "sqlite.Apply", w.err)
}

// writing writes one batch. After the first error it does nothing more.
type writing struct {
	ctx context.Context
	c   *conn
	err error
	// later are the writes to the full-text indexes. They come last, together and
	// in the order of their rows: the engine flushes such an index, and merges what
	// it flushed, whenever a statement of another kind runs in between, and
	// before a row that stands before the last.
	later []func()
}

// index writes the full-text indexes.
func (w *writing) index() {
	for _, write := range w.later {
		write()
	}
}

func (w *writing) exec(text string, args ...any) { w.run(text, values(args)) }

func (w *writing) run(text string, args []driver.NamedValue) {
	if w.err == nil {
		w.err = w.c.execute(w.ctx, text, args)
	}
}

// key runs a statement and gives the key that it gives, 0 for none.
func (w *writing) key(text string, args ...any) int { return w.keyOf(text, values(args)) }

func (w *writing) keyOf(text string, args []driver.NamedValue) (key int) {
	if w.err == nil {
		w.err = w.c.query(w.ctx, text, args, func(r row) error {
			key = r.int(0)
			return nil
		})
	}
	return key
}

// strings gives the first column of a query.
func (w *writing) strings(text string, args ...any) (found []string) {
	if w.err == nil {
		w.err = w.c.query(w.ctx, text, values(args), func(r row) error {
			found = append(found, r.text(0))
			return nil
		})
	}
	return found
}

func (w *writing) body(v any) string {
	text, err := encode(v)
	if w.err == nil {
		w.err = err
	}
	return text
}

func (w *writing) remove(b *kg.Batch) {
	if ids := list(b.RemoveDocuments); len(b.RemoveDocuments) > 0 {
		const keys = "(SELECT key FROM document WHERE id " + inList + ")"
		w.exec("DELETE FROM document_fts WHERE rowid IN "+keys, ids)
		w.exec("DELETE FROM document_text WHERE document IN "+keys, ids)
		w.exec("DELETE FROM mention WHERE document "+inList, ids)
		w.exec("DELETE FROM statement WHERE document "+inList, ids)
		w.exec("DELETE FROM document WHERE id "+inList, ids)
	}
	if len(b.RemoveStatements) > 0 {
		w.exec("DELETE FROM statement WHERE id "+inList, list(b.RemoveStatements))
	}
	if ids := list(b.RemoveReferents); len(b.RemoveReferents) > 0 {
		w.exec("DELETE FROM block WHERE referent IN (SELECT key FROM referent WHERE id "+inList+")", ids)
		w.exec("DELETE FROM referent WHERE id "+inList, ids)
	}
	if ids := list(b.RemoveEntities); len(b.RemoveEntities) > 0 {
		const keys = "(SELECT key FROM entity WHERE id " + inList + ")"
		w.exec("DELETE FROM name_fts WHERE rowid IN "+keys, ids)
		w.exec("DELETE FROM name WHERE entity IN "+keys, ids)
		w.exec("DELETE FROM entity_referent WHERE entity "+inList, ids)
		w.exec("DELETE FROM entity WHERE id "+inList, ids)
	}
	if len(b.RemoveFacts) > 0 {
		w.exec("DELETE FROM fact WHERE id "+inList, list(b.RemoveFacts))
	}
	if len(b.RemoveLinks) > 0 {
		w.exec("DELETE FROM link WHERE id "+inList, list(b.RemoveLinks))
	}
	if len(b.RemoveVersions) > 0 {
		w.exec("DELETE FROM version WHERE id "+inList, list(b.RemoveVersions))
	}
}

// rowsOf says how rows of one kind are stored: in a table, under an id of one
// column or more, with columns that follow from the body.
type rowsOf[T any] struct {
	table   string
	id      []string
	columns []string // those of the id first
	values  func(*T) []any
}

var (
	documentRows = rowsOf[kg.Document]{"document", []string{"id"},
		[]string{"id", "sort_key", "name_key", "first_day", "last_day", "day_asc", "day_desc", "publisher", "language"},
		func(d *kg.Document) []any {
			return []any{d.ID, kg.SortKey(d.Name()), kg.NameKey(d.Name()), d.FirstDay(), d.LastDay(),
				dayKey(d.FirstDay(), false), dayKey(d.FirstDay(), true), d.Publisher, d.Language}
		}}
	mentionRows = rowsOf[kg.Mention]{"mention", []string{"document", "referent"},
		[]string{"document", "referent", "entity"},
		func(m *kg.Mention) []any { return []any{m.Document, m.Referent, m.Entity} }}
	statementRows = rowsOf[kg.Statement]{"statement", []string{"id"},
		[]string{"id", "fact", "document", "start", "stop", "subject", "object", "on_behalf_of"},
		func(s *kg.Statement) []any {
			return []any{s.ID, s.Fact, s.Document, s.Start, s.End, s.Subject, s.Object, s.OnBehalfOf}
		}}
	referentRows = rowsOf[kg.Referent]{"referent", []string{"id"},
		[]string{"id", "entity"},
		func(r *kg.Referent) []any { return []any{r.ID, r.Entity} }}
	entityRows = rowsOf[kg.Entity]{"entity", []string{"id"},
		[]string{"id", "kind", "sort_key", "first_day", "last_day", "day_asc", "day_desc", "subtype", "status", "role", "documents"},
		func(e *kg.Entity) []any {
			return []any{e.ID, e.Kind, kg.SortKey(e.Name), e.FirstDay(), e.LastDay(),
				dayKey(e.FirstDay(), false), dayKey(e.FirstDay(), true), e.Subtype, e.Status, e.Role, e.DocumentCount}
		}}
	factRows = rowsOf[kg.Fact]{"fact", []string{"id"},
		[]string{"id", "type", "subject", "object", "role", "status", "fact_status", "confidence", "observed_from", "holds_from", "holds_to"},
		func(f *kg.Fact) []any {
			from, to := interval(f)
			return []any{f.ID, f.Type, f.Subject, f.Object, f.Role, f.Status, f.FactStatus, f.Confidence, f.ObservedFrom, from, to}
		}}
	linkRows = rowsOf[kg.Judgement]{"link", []string{"id"},
		[]string{"id", "left_referent", "right_referent"},
		func(l *kg.Judgement) []any { return []any{l.ID, l.Left, l.Right} }}
	actRows = rowsOf[kg.Act]{"act", []string{"id"},
		[]string{"id", "seq"},
		func(a *kg.Act) []any { return []any{a.ID, int(a.Seq)} }}
	versionRows = rowsOf[kg.Version]{"version", []string{"id"},
		[]string{"id", "document"},
		func(v *kg.Version) []any { return []any{v.ID, v.Document.ID} }}
)

// upsert gives the statement that writes a row where it is new or another.
func (t *rowsOf[T]) upsert() string {
	columns := append(slices.Clone(t.columns), "body")
	var set []string
	for _, column := range columns[len(t.id):] {
		set = append(set, column+" = excluded."+column)
	}
	return "INSERT INTO " + t.table + " (" + strings.Join(columns, ", ") + ") VALUES (?" + strings.Repeat(", ?", len(columns)-1) +
		") ON CONFLICT (" + strings.Join(t.id, ", ") + ") DO UPDATE SET " + strings.Join(set, ", ") +
		" WHERE body <> excluded.body"
}

// put writes rows and calls changed for those that were not there as they are.
func put[T any](w *writing, t *rowsOf[T], rows []T, changed func(key int, row *T)) {
	if len(rows) == 0 {
		return
	}
	upsert := t.upsert()
	if changed != nil {
		upsert += " RETURNING key"
	}
	for i, row := range ahead(rows, t.row) {
		if w.err == nil {
			w.err = row.err
		}
		if changed == nil {
			w.run(upsert, row.args)
		} else if key := w.keyOf(upsert, row.args); key != 0 {
			changed(key, &rows[i])
		}
		if w.err != nil {
			return
		}
	}
}

// ready is a row made ready to be written.
type ready struct {
	args []driver.NamedValue // those of upsert
	err  error
}

func (t *rowsOf[T]) row(row *T) ready {
	body, err := encode(row)
	return ready{values(append(t.values(row), body)), err}
}

// ahead applies f to rows and gives the results in their order. It runs some
// rows ahead of their use, as the engine serves one goroutine only.
func ahead[T, R any](rows []T, f func(*T) R) iter.Seq2[int, R] {
	const stretch = 64
	return func(yield func(int, R) bool) {
		results, stop := make(chan []R, 2), make(chan struct{})
		defer func() { // not before f is done with the rows
			close(stop)
			for range results {
			}
		}()
		go func() {
			defer close(results)
			for part := range slices.Chunk(rows, stretch) {
				done := make([]R, len(part))
				for i := range part {
					done[i] = f(&part[i])
				}
				select {
				case results <- done:
				case <-stop:
					return
				}
			}
		}()
		i := 0
		for done := range results {
			for _, result := range done {
				if !yield(i, result) {
					return
				}
				i++
			}
		}
	}
}

func (w *writing) documents(rows []kg.Document) {
	bare, changed := slices.Clone(rows), map[kg.ID]int{}
	for i := range bare {
		bare[i].Text = ""
	}
	put(w, &documentRows, bare, func(key int, d *kg.Document) { changed[d.ID] = key })
	type entry struct {
		key int
		*kg.Document
	}
	var entries []entry
	for i := range rows {
		d := &rows[i]
		rewritten := w.key("INSERT INTO document_text (document, text) SELECT key, ?2 FROM document WHERE id = ?1 "+
			"ON CONFLICT (document) DO UPDATE SET text = excluded.text WHERE text <> excluded.text RETURNING document",
			d.ID, d.Text)
		if key := max(changed[d.ID], rewritten); key != 0 {
			entries = append(entries, entry{key, d})
		}
	}
	w.later = append(w.later, func() {
		slices.SortStableFunc(entries, func(a, b entry) int { return a.key - b.key })
		for _, args := range ahead(entries, func(e *entry) []driver.NamedValue {
			return values([]any{e.key, kg.NameKey(e.Title), kg.NameKey(e.Text)})
		}) {
			w.run("INSERT OR REPLACE INTO document_fts (rowid, title, text) VALUES (?, ?, ?)", args)
		}
	})
}

// acts appends to the ledger.
func (w *writing) acts(list []kg.Act) {
	for i := range list {
		a := &list[i]
		key := w.key("INSERT INTO act (id, seq, body) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING RETURNING key", append(actRows.values(a), w.body(a))...)
		if key == 0 {
			continue // it is there
		}
		for _, id := range a.About() {
			w.exec("INSERT INTO act_about (about, act) VALUES (?, ?)", id, key)
		}
	}
}

// known gives those of some ids that a table has.
func (w *writing) known(table string, ids []kg.ID) map[kg.ID]bool {
	known := map[kg.ID]bool{}
	for _, id := range w.strings("SELECT id FROM "+table+" WHERE id "+inList, list(ids)) {
		known[kg.ID(id)] = true
	}
	return known
}

// blocks writes what follows from referents. Of one that is new there is
// nothing yet.
func (w *writing) blocks(rows []kg.Referent) func(int, *kg.Referent) {
	ids := make([]kg.ID, len(rows))
	for i := range rows {
		ids[i] = rows[i].ID
	}
	known := w.known("referent", ids)
	return func(key int, r *kg.Referent) {
		var are []string
		if known[r.ID] {
			are = w.strings("SELECT block FROM block WHERE referent = ?", key)
		}
		known[r.ID] = true
		w.replace(r.Blocks, are,
			func(block string) { w.exec("INSERT INTO block (referent, block) VALUES (?, ?)", key, block) },
			func(block string) { w.exec("DELETE FROM block WHERE referent = ? AND block = ?", key, block) })
	}
}

// names writes what follows from entities, likewise.
func (w *writing) names(rows []kg.Entity) func(int, *kg.Entity) {
	ids := make([]kg.ID, len(rows))
	for i := range rows {
		ids[i] = rows[i].ID
	}
	known := w.known("entity", ids)
	type entry struct {
		key   int
		names []string
	}
	var entries []entry
	w.later = append(w.later, func() {
		slices.SortStableFunc(entries, func(a, b entry) int { return a.key - b.key })
		for _, args := range ahead(entries, func(e *entry) []driver.NamedValue {
			return values([]any{e.key, nameParts(e.names)})
		}) {
			w.run("INSERT OR REPLACE INTO name_fts (rowid, parts) VALUES (?, ?)", args)
		}
	})
	return func(key int, e *kg.Entity) {
		var referents, are []string
		if known[e.ID] {
			referents = w.strings("SELECT referent FROM entity_referent WHERE entity = ?", e.ID)
			are = w.strings("SELECT name_key FROM name WHERE entity = ?", key)
		}
		known[e.ID] = true
		w.replace(resolving(e), referents,
			func(id string) { w.exec("INSERT INTO entity_referent (entity, referent) VALUES (?, ?)", e.ID, id) },
			func(id string) { w.exec("DELETE FROM entity_referent WHERE entity = ? AND referent = ?", e.ID, id) })
		names, changed := e.NameKeys(), false
		w.replace(names, are,
			func(name string) {
				changed = true
				w.exec("INSERT INTO name (entity, name_key) VALUES (?, ?)", key, name)
			},
			func(name string) {
				changed = true
				w.exec("DELETE FROM name WHERE entity = ? AND name_key = ?", key, name)
			})
		if changed {
			entries = append(entries, entry{key, names})
		}
	}
}

// resolving gives every id that an entity is found by.
func resolving(e *kg.Entity) []string {
	ids := []string{string(e.ID)}
	for _, id := range e.Referents {
		if id != e.ID {
			ids = append(ids, string(id))
		}
	}
	return ids
}

// replace makes what there is into what there should be.
func (w *writing) replace(should, is []string, insert, remove func(string)) {
	for _, value := range is {
		if !slices.Contains(should, value) {
			remove(value)
		}
	}
	for i, value := range should {
		if !slices.Contains(is, value) && !slices.Contains(should[:i], value) {
			insert(value)
		}
	}
}

// dayKey gives the key by which a day is put in order; undated comes last either way.
func dayKey(day string, desc bool) string {
	switch {
	case day != "":
		return day
	case desc:
		return "0000-00-00"
	}
	return "9999-99-99"
}

// forever stands behind every day.
const forever = "~"

// interval gives the first and last day on which [kg.Fact.HoldsOn] holds.
func interval(f *kg.Fact) (from, to string) {
	if f.ValidFrom == nil && f.ValidTo == nil {
		if f.ObservedFrom == "" {
			return forever, ""
		}
		return f.ObservedFrom, f.ObservedTo
	}
	to = forever
	if f.ValidFrom != nil {
		from = f.ValidFrom.First()
	}
	if f.ValidTo != nil {
		to = f.ValidTo.Last()
	}
	return from, to
}
