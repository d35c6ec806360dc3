package write

import (
	"context"
	"maps"
	"slices"

	"mueang/graph/kg"
	"mueang/loaders/resolve"
)

// Act appends an act to the ledger, as the next after [kg.Snapshot.LastAct],
// with everything that follows from it. That the act may be made, and what it
// names is there, is for the caller to see to.
// Errors: those of the transaction; [kg.Internal] where an UNDO names an act
// or a retraction whose document is not kept.
func Act(ctx context.Context, tx kg.Tx, act kg.Act, now string) error {
	w := newWriter(tx, now)
	w.act = &act
	w.batch.Acts = []kg.Act{act}
	var put []resolve.Resolved
	var remove []kg.ID
	switch act.Kind {
	case kg.ActRetract:
		remove = []kg.ID{act.Document}
	case kg.ActUndo:
		found, err := tx.Acts(ctx, []kg.ID{act.Undoes})
		if err != nil {
			return err
		}
		if len(found) == 0 {
			return kg.Errorf(kg.Internal, "write.Act", "the act %s, which is to be undone, is not in the ledger", act.Undoes)
		}
		if w.undone = &found[0]; w.undone.Kind == kg.ActRetract {
			kept, err := shelved(ctx, tx, w.undone.Document)
			if err != nil {
				return err
			}
			if kept == nil || kept.Reading == nil {
				return kg.Errorf(kg.Internal, "write.Act", "the document %s was retracted and is not kept", w.undone.Document)
			}
			put = []resolve.Resolved{{Document: kept.Document, Words: resolve.Words(&kept.Document), Mentions: kept.Reading.Mentions, Statements: kept.Reading.Statements, Keys: kept.Reading.Keys}}
			w.batch.RemoveVersions = []kg.ID{kept.ID}
		}
	}
	return w.run(ctx, put, remove)
}

// decided is what persons decided, as far as a batch concerns it.
type decided struct {
	act       *kg.Act          // that is made now; nil in a load
	undone    *kg.Act          // that act takes back
	judged    map[kg.ID]bool   // the referents that act brings together or apart
	status    map[kg.ID]kg.Act // by fact: the act that says what it is worth
	concerned map[kg.ID]bool   // facts that may be another's, or another, by an act
}

// effect gives the act whose coming into force or going out of it is written:
// an UNDO is the going of another.
func (w *writer) effect() *kg.Act {
	if w.undone != nil {
		return w.undone
	}
	return w.act
}

// changing reports whether an act comes into force or goes out of it.
func (w *writer) changing(act kg.ID) bool { return w.act != nil && w.effect().ID == act }

// begin writes what the act says of referents into the merge ledger, and reads
// what the act is about with its neighbourhood.
func (w *writer) begin(ctx context.Context) error {
	if w.act == nil {
		return nil
	}
	effect := w.effect()
	w.digest.ToggleAct(effect.ID)
	for _, j := range resolve.Judgements(effect) {
		if w.undone != nil {
			w.batch.RemoveLinks = append(w.batch.RemoveLinks, j.ID)
		} else {
			w.batch.Links = append(w.batch.Links, j)
		}
		w.judged[j.Left], w.judged[j.Right] = true, true
	}
	ends := slices.Collect(maps.Keys(w.judged))
	for i := range effect.Claims {
		ends = append(ends, effect.Claims[i].Ends()...)
	}
	if err := w.load(ctx, ends); err != nil {
		return err
	}
	var clusters []kg.ID
	for _, id := range ends {
		if r := w.referents[id]; r != nil && r.Entity != "" {
			clusters = append(clusters, r.Entity)
		} else {
			delete(w.judged, id) // its time comes with a document that mentions it
		}
	}
	mates, err := w.tx.ReferentsOf(ctx, clusters)
	w.hold(mates)
	return err
}

// standing gives the acts in force that name any of the ids.
func (w *writer) standing(ctx context.Context, ids []kg.ID) ([]kg.Act, error) {
	if w.snapshot.LastAct == "" {
		return nil, nil
	}
	acts, err := w.tx.ActsAbout(ctx, ids)
	if err != nil || len(acts) == 0 {
		return nil, err
	}
	own := make([]kg.ID, len(acts))
	for i := range acts {
		own[i] = acts[i].ID
	}
	undoing, err := w.tx.ActsAbout(ctx, own)
	return slices.DeleteFunc(resolve.Standing(append(acts, undoing...)), func(a kg.Act) bool {
		return w.undone != nil && a.ID == w.undone.ID
	}), err
}

// withhold takes out of the documents that come those that a person has
// retracted. Their latest text and reading is kept.
func (w *writer) withhold(ctx context.Context, latest map[kg.ID]resolve.Resolved) error {
	acts, err := w.standing(ctx, slices.Sorted(maps.Keys(latest)))
	if err != nil {
		return err
	}
	for _, a := range acts {
		r, comes := latest[a.Document]
		if a.Kind != kg.ActRetract || !comes {
			continue
		}
		w.documents[a.Document] = Retracted
		delete(latest, a.Document)
		old, err := shelved(ctx, w.tx, a.Document)
		if err != nil {
			return err
		}
		if old != nil {
			if old.Document.Hash == r.Document.Hash && old.Document.Reader == r.Document.Reader {
				continue
			}
			if old.Document.Hash != r.Document.Hash {
				w.keep(kg.Version{Document: old.Document})
			}
		}
		w.keep(kg.Version{Document: r.Document, Retracted: a.ID, Reading: &kg.Reading{Mentions: r.Mentions, Statements: r.Statements, Keys: r.Keys}})
	}
	return nil
}

// shelved gives the version of a retracted document that comes back when the
// retraction is undone, nil for none.
func shelved(ctx context.Context, tx kg.Tx, document kg.ID) (*kg.Version, error) {
	versions, err := tx.Versions(ctx, []kg.ID{document})
	for i := range versions {
		if versions[i].Retracted != "" {
			return &versions[i], err
		}
	}
	return nil, err
}

func (w *writer) keep(v kg.Version) {
	v.ID, v.Until, v.Document.CopyOf = kg.VersionID(&v.Document), w.now, ""
	w.batch.Versions = append(w.batch.Versions, v)
}

// shelve keeps a document that is retracted with all that it says, which are
// its mentions and statements without what follows from others.
func (w *writer) shelve(ctx context.Context, mentions []kg.Mention, statements []kg.Statement) error {
	if w.act == nil || w.act.Kind != kg.ActRetract {
		return nil
	}
	documents, err := w.tx.Documents(ctx, []kg.ID{w.act.Document})
	if err != nil || len(documents) == 0 {
		return err
	}
	reading := &kg.Reading{Keys: map[kg.ID]string{}}
	for _, m := range mentions {
		if m.Document != w.act.Document {
			continue // it stays
		}
		m.Entity = ""
		reading.Mentions = append(reading.Mentions, m)
		reading.Keys[m.Referent] = w.referents[m.Referent].Key
	}
	for _, s := range statements {
		if _, byPerson := resolve.Asserted(&s); !byPerson {
			s.Fact, s.Source = "", ""
			reading.Statements = append(reading.Statements, s)
		}
	}
	w.keep(kg.Version{Document: documents[0], Retracted: w.act.ID, Reading: reading})
	return nil
}

// heed finds what persons decided about the facts and documents that the batch
// concerns, now that it is known which referents are one.
func (w *writer) heed(ctx context.Context) error {
	if w.act == nil && w.snapshot.LastAct == "" {
		return nil
	}
	ids := slices.Concat(slices.Collect(maps.Keys(w.referents)), w.batch.RemoveDocuments)
	for i := range w.batch.Documents {
		ids = append(ids, w.batch.Documents[i].ID)
	}
	acts, err := w.standing(ctx, ids)
	if err != nil {
		return err
	}
	if w.act != nil && w.act.Kind != kg.ActUndo {
		acts = append(acts, *w.act)
	}
	var ends []kg.ID
	for i := range acts {
		for k := range acts[i].Claims {
			ends = append(ends, acts[i].Claims[k].Ends()...)
		}
	}
	if err := w.load(ctx, ends); err != nil {
		return err
	}
	now := map[kg.ID]kg.ID{}
	for id, r := range w.referents {
		if r.Documents > 0 {
			now[id] = r.Entity
		}
	}
	w.weigh(acts, now)
	return w.assert(ctx, acts, now)
}

// weigh finds the statuses of facts: of several acts on one fact the last
// counts. A fact that an act was on and is not any more is derived anew too.
func (w *writer) weigh(acts []kg.Act, now map[kg.ID]kg.ID) {
	visit := func(a *kg.Act, stands bool) {
		if a.Kind != kg.ActSetStatus {
			return
		}
		for i := range a.Claims {
			before, after := resolve.FactOf(&a.Claims[i], w.was), resolve.FactOf(&a.Claims[i], now)
			if stands && after != "" {
				w.status[after] = *a
			}
			if before != after || w.changing(a.ID) {
				w.concerned[before], w.concerned[after] = true, true
			}
		}
	}
	for i := range acts {
		visit(&acts[i], true)
	}
	if w.undone != nil {
		visit(w.undone, false)
	}
	delete(w.concerned, "")
}

// assert brings the statements that persons assert up to date: one is there
// while its act stands, its document is there and has the quote, and what it
// speaks of is in the graph.
func (w *writer) assert(ctx context.Context, acts []kg.Act, now map[kg.ID]kg.ID) error {
	coming := map[kg.ID]*kg.Document{}
	for i := range w.batch.Documents {
		coming[w.batch.Documents[i].ID] = &w.batch.Documents[i]
	}
	stands := map[kg.ID]bool{}
	var concerned []*kg.Act
	for i := range acts {
		stands[acts[i].ID] = true
		concerned = append(concerned, &acts[i])
	}
	if w.undone != nil {
		concerned = append(concerned, w.undone)
	}
	concerned = slices.DeleteFunc(concerned, func(a *kg.Act) bool {
		return a.Kind != kg.ActAssert || !w.changing(a.ID) && coming[a.Document] == nil && !slices.Contains(w.batch.RemoveDocuments, a.Document) &&
			!slices.ContainsFunc(a.Claims[0].Ends(), func(id kg.ID) bool { return (w.was[id] == "") != (now[id] == "") })
	})
	if len(concerned) == 0 {
		return nil
	}
	var ids []kg.ID
	for _, a := range concerned {
		ids = append(ids, a.Document)
	}
	stored, err := w.tx.Documents(ctx, ids)
	if err != nil {
		return err
	}
	for i := range stored {
		if id := stored[i].ID; coming[id] == nil && !slices.Contains(w.batch.RemoveDocuments, id) {
			coming[id] = &stored[i]
		}
	}
	statements, err := w.tx.StatementsIn(ctx, ids)
	if err != nil {
		return err
	}
	said := map[kg.ID]kg.Statement{}
	for _, s := range statements {
		if act, ok := resolve.Asserted(&s); ok {
			said[act] = s
		}
	}
	for _, a := range concerned {
		var want kg.Statement
		if d := coming[a.Document]; d != nil && stands[a.ID] && !slices.ContainsFunc(a.Claims[0].Ends(), func(id kg.ID) bool { return now[id] == "" }) {
			if s, err := resolve.Assertion(a, d); err == nil {
				want = s
			}
		}
		have := said[a.ID]
		gone := slices.Contains(w.batch.RemoveDocuments, a.Document) // and with it the statement
		if have.ID != "" && have.ID != want.ID {
			w.removed[have.ID] = have
			delete(w.statements, have.ID)
			if !gone {
				w.batch.RemoveStatements = append(w.batch.RemoveStatements, have.ID)
			}
		}
		if want.ID != "" && (have.ID != want.ID || gone) {
			setSource(&want, source(w.copies.after))
			w.statements[want.ID] = &want
		}
	}
	return nil
}

// tell adds to the log of changes what became of the things that the act is
// about. What becomes of documents is in it already.
func (w *writer) tell(ctx context.Context) error {
	if w.act == nil {
		return nil
	}
	effect, about := w.effect(), map[kg.ID]bool{}
	for _, id := range effect.About() {
		if r := w.referents[id]; r != nil && r.Documents > 0 {
			about[r.Entity] = true
		}
	}
	action := kg.Updated
	switch {
	case effect.Kind == kg.ActMerge && w.undone == nil, effect.Kind == kg.ActKeepApart && w.undone != nil:
		action = kg.Merged
	case effect.Kind == kg.ActMerge, effect.Kind == kg.ActKeepApart:
		action = kg.Split
	case effect.Kind == kg.ActAssert:
		w.change(kg.Updated, effect.Document)
	}
	kinds := map[kg.ID]kg.Kind{}
	stored, err := w.tx.Entities(ctx, slices.Collect(maps.Keys(about)))
	for _, e := range append(stored, w.batch.Entities...) {
		kinds[e.ID] = e.Kind
	}
	for _, id := range slices.Sorted(maps.Keys(about)) {
		w.batch.Changes = append(w.batch.Changes, kg.Change{Action: action, Node: id, Kind: kinds[id], At: w.now})
	}
	return err
}
