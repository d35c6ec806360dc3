package sqlite

import (
	"context"
	"slices"

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
	each(w, b.Documents, w.document)
	each(w, b.Mentions, w.mention)
	each(w, b.Statements, w.statement)
	each(w, b.Referents, w.referent)
	each(w, b.Entities, w.entity)
	each(w, b.Facts, w.fact)
	each(w, b.Links, w.link)
	each(w, b.Changes, w.change)
	if b.Snapshot != nil {
		w.exec("INSERT INTO snapshot (only, id, recorded_at) VALUES (1, ?, ?) "+
			"ON CONFLICT DO UPDATE SET id = excluded.id, recorded_at = excluded.recorded_at", b.Snapshot.ID, b.Snapshot.RecordedAt)
	}
	w.exec("UPDATE generation SET number = number + 1")
	return kg.Wrap(kg.Internal, "sqlite.Apply", w.err)
}

// writing writes one batch. After the first error it does nothing more.
type writing struct {
	ctx context.Context
	c   *conn
	err error
}

func each[T any](w *writing, rows []T, put func(*T)) {
	for i := range rows {
		if w.err == nil {
			put(&rows[i])
		}
	}
}

func (w *writing) exec(text string, args ...any) {
	if w.err == nil {
		w.err = w.c.exec(w.ctx, text, args...)
	}
}

// upsert writes a row and gives its key, 0 when the row was there as it is.
func (w *writing) upsert(text string, args ...any) (key int) {
	if w.err == nil {
		w.err = w.c.query(w.ctx, text, values(args), func(r row) error {
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
	if ids := list(b.RemoveReferents); len(b.RemoveReferents) > 0 {
		w.exec("DELETE FROM block WHERE referent IN (SELECT key FROM referent WHERE id "+inList+")", ids)
		w.exec("DELETE FROM referent WHERE id "+inList, ids)
	}
	if ids := list(b.RemoveEntities); len(b.RemoveEntities) > 0 {
		const keys = "(SELECT key FROM entity WHERE id " + inList + ")"
		w.exec("DELETE FROM name_fts WHERE rowid IN (SELECT key FROM name WHERE entity IN "+keys+")", ids)
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
}

func (w *writing) document(d *kg.Document) {
	row := *d
	row.Text = ""
	changed := w.upsert("INSERT INTO document (id, sort_key, name_key, first_day, last_day, publisher, language, body) "+
		"VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET sort_key = excluded.sort_key, "+
		"name_key = excluded.name_key, first_day = excluded.first_day, last_day = excluded.last_day, "+
		"publisher = excluded.publisher, language = excluded.language, body = excluded.body "+
		"WHERE body <> excluded.body RETURNING key",
		d.ID, kg.SortKey(d.Name()), kg.NameKey(d.Name()), d.FirstDay(), d.LastDay(), d.Publisher, d.Language, w.body(&row))
	rewritten := w.upsert("INSERT INTO document_text (document, text) SELECT key, ?2 FROM document WHERE id = ?1 "+
		"ON CONFLICT (document) DO UPDATE SET text = excluded.text WHERE text <> excluded.text RETURNING document",
		d.ID, d.Text)
	if key := max(changed, rewritten); key != 0 {
		w.exec("INSERT OR REPLACE INTO document_fts (rowid, title, text) VALUES (?, ?, ?)",
			key, kg.NameKey(d.Title), kg.NameKey(d.Text))
	}
}

func (w *writing) mention(m *kg.Mention) {
	w.exec("INSERT INTO mention (document, referent, entity, spans, body) VALUES (?, ?, ?, ?, ?) "+
		"ON CONFLICT (document, referent) DO UPDATE SET entity = excluded.entity, spans = excluded.spans, body = excluded.body "+
		"WHERE body <> excluded.body", m.Document, m.Referent, m.Entity, w.body(m.Spans), w.body(m))
}

func (w *writing) statement(s *kg.Statement) {
	w.exec("INSERT INTO statement (id, fact, document, start, stop, subject, object, on_behalf_of, body) "+
		"VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET fact = excluded.fact, document = excluded.document, "+
		"start = excluded.start, stop = excluded.stop, subject = excluded.subject, object = excluded.object, "+
		"on_behalf_of = excluded.on_behalf_of, body = excluded.body WHERE body <> excluded.body",
		s.ID, s.Fact, s.Document, s.Start, s.End, s.Subject, s.Object, s.OnBehalfOf, w.body(s))
}

func (w *writing) referent(r *kg.Referent) {
	key := w.upsert("INSERT INTO referent (id, entity, body) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET "+
		"entity = excluded.entity, body = excluded.body WHERE body <> excluded.body RETURNING key", r.ID, r.Entity, w.body(r))
	if key == 0 {
		return
	}
	w.replace(r.Blocks,
		w.strings("SELECT block FROM block WHERE referent = ?", key),
		func(block string) { w.exec("INSERT INTO block (referent, block) VALUES (?, ?)", key, block) },
		func(block string) { w.exec("DELETE FROM block WHERE referent = ? AND block = ?", key, block) })
}

func (w *writing) entity(e *kg.Entity) {
	key := w.upsert("INSERT INTO entity (id, kind, sort_key, first_day, last_day, subtype, status, role, documents, body) "+
		"VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, sort_key = excluded.sort_key, "+
		"first_day = excluded.first_day, last_day = excluded.last_day, subtype = excluded.subtype, status = excluded.status, "+
		"role = excluded.role, documents = excluded.documents, body = excluded.body WHERE body <> excluded.body RETURNING key",
		e.ID, e.Kind, kg.SortKey(e.Name), e.FirstDay(), e.LastDay(), e.Subtype, e.Status, e.Role, e.DocumentCount, w.body(e))
	if key == 0 {
		return
	}
	resolves := []string{string(e.ID)}
	for _, id := range e.Referents {
		resolves = append(resolves, string(id))
	}
	w.replace(resolves,
		w.strings("SELECT referent FROM entity_referent WHERE entity = ?", e.ID),
		func(id string) { w.exec("INSERT INTO entity_referent (entity, referent) VALUES (?, ?)", e.ID, id) },
		func(id string) { w.exec("DELETE FROM entity_referent WHERE entity = ? AND referent = ?", e.ID, id) })
	w.replace(e.NameKeys(),
		w.strings("SELECT name_key FROM name WHERE entity = ?", key),
		func(name string) {
			at := w.upsert("INSERT INTO name (entity, name_key) VALUES (?, ?) RETURNING key", key, name)
			w.exec("INSERT INTO name_fts (rowid, name_key) VALUES (?, ?)", at, name)
		},
		func(name string) {
			at := w.upsert("DELETE FROM name WHERE entity = ? AND name_key = ? RETURNING key", key, name)
			w.exec("DELETE FROM name_fts WHERE rowid = ?", at)
		})
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

func (w *writing) fact(f *kg.Fact) {
	from, to := interval(f)
	w.exec("INSERT INTO fact (id, type, subject, object, role, status, fact_status, confidence, observed_from, holds_from, holds_to, body) "+
		"VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET type = excluded.type, subject = excluded.subject, "+
		"object = excluded.object, role = excluded.role, status = excluded.status, fact_status = excluded.fact_status, "+
		"confidence = excluded.confidence, observed_from = excluded.observed_from, holds_from = excluded.holds_from, "+
		"holds_to = excluded.holds_to, body = excluded.body WHERE body <> excluded.body",
		f.ID, f.Type, f.Subject, f.Object, f.Role, f.Status, f.FactStatus, f.Confidence, f.ObservedFrom, from, to, w.body(f))
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

func (w *writing) link(l *kg.Judgement) {
	w.exec("INSERT INTO link (id, left_referent, right_referent, body) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "+
		"left_referent = excluded.left_referent, right_referent = excluded.right_referent, body = excluded.body "+
		"WHERE body <> excluded.body", l.ID, l.Left, l.Right, w.body(l))
}

func (w *writing) change(c *kg.Change) {
	w.exec("INSERT INTO change (action, node, kind, at) VALUES (?, ?, ?, ?)", c.Action, c.Node, c.Kind, c.At)
}
