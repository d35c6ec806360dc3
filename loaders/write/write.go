// Package write brings resolved documents into a store: it adds what they say
// to the referents, but for what copies repeat, judges what changed, divides the referents concerned into
// clusters anew, and writes the entities and facts that follow. All of it is
// one batch in the transaction that it is given, so that a process that is
// killed leaves whole documents only.
package write

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"

	"mueang/graph/kg"
	"mueang/loaders/resolve"
)

// Outcome is what became of one document.
type Outcome string

// The outcomes.
const (
	New       Outcome = "new"
	Updated   Outcome = "updated"   // the same document with another text or reading
	Same      Outcome = "same"      // nothing to do
	Retracted Outcome = "retracted" // a person withdrew it: it stays out, and is kept for the time when that is undone
)

// Documents writes documents and gives the outcome of each, by id. Of two with
// one id the later counts. now is an RFC 3339 time in UTC, for RecordedAt.
// Errors: those of the transaction, and [kg.BadInput] for statements without
// evidence; then nothing may be committed.
func Documents(ctx context.Context, tx kg.Tx, documents []resolve.Resolved, now string) (map[kg.ID]Outcome, error) {
	w := newWriter(tx, now)
	return w.documents, w.run(ctx, documents, nil)
}

// Unchanged reports whether writing after would leave before as it is: the same
// text, read by the same reader, under no earlier name.
func Unchanged(before, after *kg.Document) bool {
	return sameReading(before, after) && before.Source <= after.Source
}

func sameReading(before, after *kg.Document) bool {
	return before.Hash == after.Hash && before.Reader == after.Reader
}

// Remove takes documents out with everything that stands on them alone, as if
// they had never been loaded. Unknown ids are passed over. Errors: those of the
// transaction.
func Remove(ctx context.Context, tx kg.Tx, documents []kg.ID, now string) error {
	return newWriter(tx, now).run(ctx, nil, documents)
}

// writer gathers one batch.
type writer struct {
	tx        kg.Tx
	now       string
	batch     kg.Batch
	documents map[kg.ID]Outcome
	snapshot  kg.Snapshot // before the batch
	digest    resolve.Digest
	old       map[kg.ID]kg.Document // the stored versions of what the caller names
	copies    *copies
	stay      []kg.Mention // of stored documents that may count otherwise
	decided                // what persons decided

	referents  map[kg.ID]*kg.Referent  // all that the batch concerns
	was        map[kg.ID]kg.ID         // the clusters that they were in
	touched    map[kg.ID]bool          // referents whose traits change
	removed    map[kg.ID]kg.Statement  // statements that go
	statements map[kg.ID]*kg.Statement // statements that come or move to another fact
	mentions   map[mentionKey]*kg.Mention
}

type mentionKey struct{ document, referent kg.ID }

func newWriter(tx kg.Tx, now string) *writer {
	return &writer{tx: tx, now: now, documents: map[kg.ID]Outcome{}, referents: map[kg.ID]*kg.Referent{}, was: map[kg.ID]kg.ID{},
		touched: map[kg.ID]bool{}, removed: map[kg.ID]kg.Statement{}, statements: map[kg.ID]*kg.Statement{},
		mentions: map[mentionKey]*kg.Mention{},
		decided:  decided{judged: map[kg.ID]bool{}, status: map[kg.ID]kg.Act{}, concerned: map[kg.ID]bool{}}}
}

func (w *writer) run(ctx context.Context, put []resolve.Resolved, remove []kg.ID) error {
	var err error
	if w.snapshot, err = w.tx.Snapshot(ctx); err != nil {
		return err
	}
	w.digest = resolve.ParseDigest(w.snapshot.ID)
	if put, err = w.sort(ctx, put, remove); err != nil {
		return err
	}
	if len(put) == 0 && len(w.batch.RemoveDocuments) == 0 && w.act == nil {
		if len(w.batch.Documents) == 0 && len(w.batch.Versions) == 0 {
			return nil
		}
		return w.tx.Apply(ctx, &w.batch)
	}
	stay, err := w.relate(ctx, put)
	if err != nil {
		return err
	}
	if err := w.take(ctx, stay); err != nil {
		return err
	}
	if err := w.begin(ctx); err != nil {
		return err
	}
	if err := w.add(ctx, put); err != nil {
		return err
	}
	if err := w.link(ctx); err != nil {
		return err
	}
	posts, others := w.byClass(w.touched)
	judgedPosts, judged := w.byClass(w.judged)
	moved, err := w.cluster(ctx, slices.Concat(others, judged))
	if err != nil {
		return err
	}
	if posts, err = w.offices(ctx, posts, moved); err != nil {
		return err
	}
	movedPosts, err := w.cluster(ctx, slices.Concat(posts, judgedPosts))
	if err != nil {
		return err
	}
	maps.Copy(moved, movedPosts)
	if err := w.move(ctx, moved); err != nil {
		return err
	}
	if err := w.heed(ctx); err != nil {
		return err
	}
	if err := w.facts(ctx); err != nil {
		return err
	}
	if err := w.tell(ctx); err != nil {
		return err
	}
	return w.tx.Apply(ctx, w.finish())
}

// sort decides the outcome of each document, lists in the batch those that go
// or are replaced, and gives those that come.
func (w *writer) sort(ctx context.Context, put []resolve.Resolved, remove []kg.ID) ([]resolve.Resolved, error) {
	latest := map[kg.ID]resolve.Resolved{}
	ids := slices.Clone(remove)
	for _, r := range put {
		latest[r.Document.ID] = r
		ids = append(ids, r.Document.ID)
	}
	known, err := w.tx.Documents(ctx, ids)
	if err != nil {
		return nil, err
	}
	if err := w.withhold(ctx, latest); err != nil {
		return nil, err
	}
	old := map[kg.ID]kg.Document{}
	for _, d := range known {
		old[d.ID] = d
	}
	w.old = old
	for _, id := range slices.Sorted(maps.Keys(latest)) {
		r := latest[id]
		before, exists := old[id]
		r.Document.RecordedAt = cmp.Or(r.Document.RecordedAt, w.now)
		switch {
		case !exists:
			w.documents[id] = New
		case sameReading(&before, &r.Document):
			w.documents[id] = Same
			// The same text under two file names keeps the first by name.
			if Unchanged(&before, &r.Document) {
				delete(latest, id)
				continue
			}
			before.Source = r.Document.Source
			w.batch.Documents = append(w.batch.Documents, before)
			delete(latest, id)
			continue
		default:
			w.documents[id] = Updated
			r.Document.Source = min(before.Source, r.Document.Source)
			w.batch.RemoveDocuments = append(w.batch.RemoveDocuments, id)
			w.digest.Toggle(&before)
			w.change(kg.Updated, id)
			if before.Hash != r.Document.Hash {
				w.keep(kg.Version{Document: before})
				w.batch.RemoveVersions = append(w.batch.RemoveVersions, kg.VersionID(&r.Document))
			}
		}
		if !exists {
			w.change(kg.Added, id)
		}
		w.digest.Toggle(&r.Document)
		latest[id] = r
	}
	for _, id := range remove {
		if before, exists := old[id]; exists && !slices.Contains(w.batch.RemoveDocuments, id) {
			w.batch.RemoveDocuments = append(w.batch.RemoveDocuments, id)
			w.digest.Toggle(&before)
			w.change(kg.Retracted, id)
		}
	}
	list := make([]resolve.Resolved, 0, len(latest))
	for _, id := range slices.Sorted(maps.Keys(latest)) {
		list = append(list, latest[id])
	}
	return list, nil
}

func (w *writer) change(action kg.Action, document kg.ID) {
	w.batch.Changes = append(w.batch.Changes, kg.Change{Action: action, Node: document, Kind: kg.KindDocument, At: w.now})
}

// take subtracts what the documents that go have said, and what those that stay
// have said as far as it counted.
func (w *writer) take(ctx context.Context, stay []kg.ID) error {
	gone := w.batch.RemoveDocuments
	if len(gone)+len(stay) == 0 {
		return nil
	}
	mentions, err := w.tx.MentionsIn(ctx, slices.Concat(gone, stay))
	if err != nil {
		return err
	}
	if err := w.load(ctx, referentsOf(mentions)); err != nil {
		return err
	}
	for _, m := range resolve.Independent(mentions, source(w.copies.before)) {
		w.count(m, -1)
	}
	for _, m := range mentions {
		if _, stays := slices.BinarySearch(stay, m.Document); stays {
			w.stay = append(w.stay, m)
		}
	}
	statements, err := w.tx.StatementsIn(ctx, gone)
	if err != nil {
		return err
	}
	for _, s := range statements {
		w.removed[s.ID] = s
	}
	if err := w.shelve(ctx, mentions, statements); err != nil {
		return err
	}
	if statements, err = w.tx.StatementsIn(ctx, stay); err != nil {
		return err
	}
	of, ends := source(w.copies.after), []kg.ID(nil)
	for i := range statements {
		s := &statements[i]
		before := *s
		if setSource(s, of); s.Source != before.Source {
			w.removed[s.ID], w.statements[s.ID] = before, s
			ends = append(ends, endsOf(s)...)
		}
	}
	return w.load(ctx, ends)
}

// setSource says whose word a statement is.
func setSource(s *kg.Statement, of func(kg.ID) kg.ID) {
	if s.Source = of(s.Document); s.Source == s.Document {
		s.Source = ""
	}
}

func endsOf(s *kg.Statement) []kg.ID {
	if s.OnBehalfOf != "" {
		return []kg.ID{s.Subject, s.Object, s.OnBehalfOf}
	}
	return []kg.ID{s.Subject, s.Object}
}

// add counts what the documents that come say, and those that stay.
func (w *writer) add(ctx context.Context, documents []resolve.Resolved) error {
	count := 0
	for _, d := range documents {
		count += len(d.Mentions)
	}
	ids := make([]kg.ID, 0, count)
	for _, d := range documents {
		ids = append(ids, referentsOf(d.Mentions)...)
	}
	if err := w.load(ctx, ids); err != nil {
		return err
	}
	of, mentions := source(w.copies.after), append(make([]kg.Mention, 0, len(w.stay)+count), w.stay...)
	for _, d := range documents {
		w.batch.Documents = append(w.batch.Documents, d.Document)
		for i := range d.Mentions {
			m := &d.Mentions[i]
			if w.referents[m.Referent] == nil {
				w.referents[m.Referent] = &kg.Referent{ID: m.Referent, Class: m.Thing.Kind.Class(), Key: d.Keys[m.Referent]}
			}
			mentions = append(mentions, *m)
			w.mentions[mentionKey{m.Document, m.Referent}] = &mentions[len(mentions)-1]
		}
		statements := slices.Clone(d.Statements)
		for i := range statements {
			s := &statements[i]
			setSource(s, of)
			w.statements[s.ID] = s
		}
	}
	for _, m := range resolve.Independent(mentions, of) {
		w.count(m, 1)
	}
	return nil
}

func (w *writer) count(m *kg.Mention, by int) {
	resolve.Count(w.referents[m.Referent], m, by)
	w.touched[m.Referent] = true
}

// load reads referents that the writer does not hold yet.
func (w *writer) load(ctx context.Context, ids []kg.ID) error {
	var missing []kg.ID
	for _, id := range ids {
		if w.referents[id] == nil {
			missing = append(missing, id)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	found, err := w.tx.Referents(ctx, missing)
	w.hold(found)
	return err
}

func (w *writer) hold(found []kg.Referent) {
	for i := range found {
		if w.referents[found[i].ID] == nil {
			w.referents[found[i].ID], w.was[found[i].ID] = &found[i], found[i].Entity
		}
	}
}

// byClass gives the posts among some referents, and the others, in order.
func (w *writer) byClass(ids map[kg.ID]bool) (posts, others []kg.ID) {
	for _, id := range slices.Sorted(maps.Keys(ids)) {
		if w.referents[id].Class == kg.ClassPost {
			posts = append(posts, id)
		} else {
			others = append(others, id)
		}
	}
	return posts, others
}

// link judges the touched referents anew against all that share a blocking
// key. Posts wait until it is known which organisations are one.
func (w *writer) link(ctx context.Context) error {
	comparer := resolve.NewComparer()
	for id := range w.touched {
		comparer.Index(w.referents[id])
	}
	_, touched := w.byClass(w.touched)
	old, err := w.tx.Links(ctx, touched)
	if err != nil {
		return err
	}
	blocks := map[string]bool{}
	for _, id := range touched {
		for _, block := range w.referents[id].Blocks {
			blocks[block] = true
		}
	}
	neighbours, err := w.tx.Blocked(ctx, slices.Sorted(maps.Keys(blocks)))
	if err != nil {
		return err
	}
	w.hold(neighbours)
	inBlock := map[string][]*kg.Referent{}
	for _, r := range w.referents {
		if r.Documents > 0 {
			for _, block := range r.Blocks {
				inBlock[block] = append(inBlock[block], r)
			}
		}
	}
	type pair struct{ left, right kg.ID }
	compared, links := map[pair]bool{}, map[kg.ID]kg.Judgement{}
	for _, id := range touched {
		r := w.referents[id]
		if r.Documents == 0 {
			continue
		}
		for _, block := range r.Blocks {
			for _, other := range inBlock[block] {
				both := pair{min(id, other.ID), max(id, other.ID)}
				if compared[both] {
					continue
				}
				compared[both] = true
				if j, ok := comparer.Compare(r, other); ok {
					links[j.ID] = j
				}
			}
		}
	}
	w.replace(old, links)
	return nil
}

// replace puts judgements of the resolver into the place of the old ones.
func (w *writer) replace(old []kg.Judgement, links map[kg.ID]kg.Judgement) {
	for _, j := range old {
		if _, stays := links[j.ID]; !stays && resolve.Automatic(&j) {
			w.batch.RemoveLinks = append(w.batch.RemoveLinks, j.ID)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(links)) {
		w.batch.Links = append(w.batch.Links, links[id])
	}
}

// offices judges anew which posts are one: the touched ones and those of the
// organisations that moved to another cluster. It gives all whose cluster that
// may change.
func (w *writer) offices(ctx context.Context, touched []kg.ID, moved map[kg.ID]bool) ([]kg.ID, error) {
	posts := map[kg.ID]bool{}
	for _, id := range touched {
		posts[id] = true
	}
	var blocks []string
	for _, id := range slices.Sorted(maps.Keys(moved)) {
		if w.referents[id].Class == kg.ClassOrganization {
			blocks = append(blocks, resolve.PostBlock(id))
		}
	}
	if len(blocks) > 0 {
		found, err := w.tx.Blocked(ctx, blocks)
		if err != nil {
			return nil, err
		}
		w.hold(found)
		for _, r := range found {
			posts[r.ID] = true
		}
	}
	mates := map[kg.ID][]kg.ID{} // by cluster
	for _, id := range slices.Sorted(maps.Keys(w.referents)) {
		if r := w.referents[id]; r.Class == kg.ClassOrganization && r.Documents > 0 {
			mates[r.Entity] = append(mates[r.Entity], id)
		}
	}
	entity := func(org kg.ID) kg.ID {
		if r := w.referents[org]; r != nil {
			return r.Entity
		}
		return ""
	}
	var others []kg.ID
	for _, id := range slices.Sorted(maps.Keys(posts)) {
		others = append(others, resolve.Counterparts(w.referents[id], func(org kg.ID) []kg.ID { return mates[entity(org)] })...)
	}
	if err := w.load(ctx, others); err != nil {
		return nil, err
	}
	for _, id := range others {
		if w.referents[id] != nil {
			posts[id] = true
		}
	}
	var live []kg.Referent
	ids := slices.Sorted(maps.Keys(posts))
	for _, id := range ids {
		if r := w.referents[id]; r.Documents > 0 {
			live = append(live, *r)
		}
	}
	old, err := w.tx.Links(ctx, ids)
	if err != nil {
		return nil, err
	}
	links := map[kg.ID]kg.Judgement{}
	for _, j := range resolve.Offices(live, entity) {
		links[j.ID] = j
	}
	w.replace(old, links)
	return ids, nil
}

// cluster divides everything that the given referents are or were one with, and
// gives the referents that moved to another cluster.
func (w *writer) cluster(ctx context.Context, start []kg.ID) (map[kg.ID]bool, error) {
	removed := map[kg.ID]bool{}
	for _, id := range w.batch.RemoveLinks {
		removed[id] = true
	}
	links := map[kg.ID]kg.Judgement{}
	for _, j := range w.batch.Links {
		links[j.ID] = j
	}
	// The closure: referents in a cluster with one that is reached, or judged to
	// be one with it. Judgements that keep apart matter only between those.
	reached, queue := map[kg.ID]bool{}, start
	for len(queue) > 0 {
		for _, id := range queue {
			reached[id] = true
		}
		stored, err := w.tx.Links(ctx, queue)
		if err != nil {
			return nil, err
		}
		for _, j := range stored {
			if _, replaced := links[j.ID]; !replaced && !removed[j.ID] {
				links[j.ID] = j
			}
		}
		if err := w.load(ctx, queue); err != nil {
			return nil, err
		}
		var entities []kg.ID
		for _, id := range queue {
			if r := w.referents[id]; r != nil && r.Entity != "" {
				entities = append(entities, r.Entity)
			}
		}
		mates, err := w.tx.ReferentsOf(ctx, entities)
		if err != nil {
			return nil, err
		}
		w.hold(mates)
		next := map[kg.ID]bool{}
		for _, r := range mates {
			next[r.ID] = true
		}
		for _, j := range links {
			if j.Verdict == kg.Same && (reached[j.Left] || reached[j.Right]) {
				next[j.Left], next[j.Right] = true, true
			}
		}
		queue = nil
		for _, id := range slices.Sorted(maps.Keys(next)) {
			if !reached[id] {
				queue = append(queue, id)
			}
		}
	}
	var members []kg.Referent
	for _, id := range slices.Sorted(maps.Keys(reached)) {
		if r := w.referents[id]; r != nil && r.Documents > 0 {
			members = append(members, *r)
		}
	}
	heads := resolve.Clusters(members, slices.Collect(maps.Values(links)))
	moved, before, after := map[kg.ID]bool{}, map[kg.ID]bool{}, map[kg.ID][]kg.Referent{}
	for _, id := range slices.Sorted(maps.Keys(reached)) {
		r := w.referents[id]
		if r == nil {
			continue
		}
		if r.Entity != "" {
			before[r.Entity] = true
		}
		if r.Documents == 0 {
			w.batch.RemoveReferents = append(w.batch.RemoveReferents, id)
			continue
		}
		if head := heads[id]; r.Entity != head {
			if r.Entity != "" {
				moved[id] = true
			}
			r.Entity = head
			w.touched[id] = true
		}
		after[r.Entity] = append(after[r.Entity], *r)
	}
	for _, id := range slices.Sorted(maps.Keys(after)) {
		w.batch.Entities = append(w.batch.Entities, resolve.Entity(after[id]))
	}
	for _, id := range slices.Sorted(maps.Keys(before)) {
		if after[id] == nil {
			w.batch.RemoveEntities = append(w.batch.RemoveEntities, id)
		}
	}
	return moved, nil
}

// move brings the mentions and statements of referents that changed their
// cluster along.
func (w *writer) move(ctx context.Context, moved map[kg.ID]bool) error {
	if len(moved) == 0 {
		return nil
	}
	ids := slices.Sorted(maps.Keys(moved))
	mentions, err := w.tx.MentionsAbout(ctx, ids)
	if err != nil {
		return err
	}
	for i := range mentions {
		m := &mentions[i]
		key := mentionKey{m.Document, m.Referent}
		if w.mentions[key] == nil && !slices.Contains(w.batch.RemoveDocuments, m.Document) {
			w.mentions[key] = m
		}
	}
	statements, err := w.tx.StatementsAbout(ctx, ids)
	if err != nil {
		return err
	}
	var ends []kg.ID
	for i := range statements {
		s := &statements[i]
		if _, gone := w.removed[s.ID]; gone || w.statements[s.ID] != nil {
			continue
		}
		w.removed[s.ID] = *s
		w.statements[s.ID] = s
		ends = append(ends, endsOf(s)...)
	}
	return w.load(ctx, ends)
}

// facts derives anew every fact that gains, loses or keeps a statement that
// the batch concerns.
func (w *writer) facts(ctx context.Context) error {
	entity := map[kg.ID]kg.ID{}
	for id, r := range w.referents {
		entity[id] = r.Entity
	}
	concerned := w.concerned
	for _, s := range w.removed {
		concerned[s.Fact] = true
	}
	for _, s := range w.statements {
		s.Fact = kg.FactID(s.Type, entity[s.Subject], entity[s.Object], resolve.Qualifiers(s.Qualifiers, entity))
		concerned[s.Fact] = true
	}
	ids := slices.Sorted(maps.Keys(concerned))
	standing, err := w.tx.StatementsFor(ctx, ids)
	if err != nil {
		return err
	}
	support := map[kg.ID][]kg.Statement{}
	var ends []kg.ID
	for _, s := range standing {
		_, gone := w.removed[s.ID]
		if gone || w.statements[s.ID] != nil {
			continue
		}
		support[s.Fact] = append(support[s.Fact], s)
		ends = append(ends, endsOf(&s)...)
	}
	if err := w.load(ctx, ends); err != nil {
		return err
	}
	for id, r := range w.referents {
		entity[id] = r.Entity
	}
	for _, s := range w.statements {
		support[s.Fact] = append(support[s.Fact], *s)
	}
	known, err := w.tx.Facts(ctx, ids)
	if err != nil {
		return err
	}
	old := map[kg.ID]kg.Fact{}
	for _, f := range known {
		old[f.ID] = f
	}
	for _, id := range ids {
		before, exists := old[id]
		if len(support[id]) == 0 {
			if !exists {
				continue
			}
			w.batch.RemoveFacts = append(w.batch.RemoveFacts, id)
			continue
		}
		f := resolve.Fact(support[id], entity)
		f.RecordedAt = w.now
		if exists {
			f.RecordedAt = before.RecordedAt
		}
		if act, decided := w.status[id]; decided {
			f.FactStatus = act.Status
		}
		w.batch.Facts = append(w.batch.Facts, f)
	}
	return nil
}

// finish lists the rows in the order of their keys and gives the batch.
func (w *writer) finish() *kg.Batch {
	w.batch.Snapshot = &kg.Snapshot{ID: w.digest.String(), RecordedAt: w.now, LastAct: w.snapshot.LastAct}
	if w.act != nil {
		w.batch.Snapshot.LastAct = w.act.ID
	}
	for _, id := range slices.Sorted(maps.Keys(w.touched)) {
		if r := w.referents[id]; r.Documents > 0 {
			w.batch.Referents = append(w.batch.Referents, *r)
		}
	}
	w.batch.Mentions = make([]kg.Mention, 0, len(w.mentions))
	for _, m := range w.mentions {
		m.Entity = w.referents[m.Referent].Entity
		w.batch.Mentions = append(w.batch.Mentions, *m)
	}
	slices.SortFunc(w.batch.Mentions, func(a, b kg.Mention) int {
		if a.Document != b.Document {
			return strings.Compare(string(a.Document), string(b.Document))
		}
		return strings.Compare(string(a.Referent), string(b.Referent))
	})
	w.batch.Statements = make([]kg.Statement, 0, len(w.statements))
	for _, id := range slices.Sorted(maps.Keys(w.statements)) {
		w.batch.Statements = append(w.batch.Statements, *w.statements[id])
	}
	return &w.batch
}

func referentsOf(mentions []kg.Mention) []kg.ID {
	ids := make([]kg.ID, len(mentions))
	for i := range mentions {
		ids[i] = mentions[i].Referent
	}
	return ids
}
