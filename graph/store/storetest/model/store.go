package model

import (
	"context"
	"maps"
	"strconv"
	"sync"

	"mueang/graph/kg"
)

// Store is a [kg.Store] in memory. Rows are shared with whoever gave or got
// them and must not be changed.
type Store struct {
	writer chan struct{} // holds a token while nobody writes
	mu     sync.Mutex
	state  *state // never changed once it is here
}

// New gives an empty store.
func New() *Store {
	s := &Store{writer: make(chan struct{}, 1), state: newState()}
	s.writer <- struct{}{}
	return s
}

// Close does nothing: the store can be used on.
func (s *Store) Close() error { return nil }

// Run implements [kg.Store].
func (s *Store) Run(ctx context.Context, plan *kg.Plan) (*kg.Result, error) {
	if err := check(ctx, "model.Run"); err != nil {
		return nil, err
	}
	current := s.current()
	known := kg.State(strconv.Itoa(current.number))
	if plan.Known == known {
		return &kg.Result{State: known, Unchanged: true}, nil
	}
	result, err := current.run(plan)
	if err != nil {
		return nil, err
	}
	result.State = known
	return result, nil
}

// Read implements [kg.Store].
func (s *Store) Read(ctx context.Context, f func(context.Context, kg.Reader) error) error {
	if err := check(ctx, "model.Read"); err != nil {
		return err
	}
	return f(ctx, &reader{s.current()})
}

// Update implements [kg.Store].
func (s *Store) Update(ctx context.Context, f func(context.Context, kg.Tx) error) error {
	if err := check(ctx, "model.Update"); err != nil {
		return err
	}
	select {
	case <-s.writer:
		defer func() { s.writer <- struct{}{} }()
	case <-ctx.Done():
		return kg.Wrap(kg.Internal, "model.Update", ctx.Err())
	}
	t := &tx{reader{s.current()}}
	if err := f(ctx, t); err != nil {
		return err
	}
	if err := check(ctx, "model.Update"); err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.state = t.state
	return nil
}

func (s *Store) current() *state {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.state
}

func check(ctx context.Context, op string) error { return kg.Wrap(kg.Internal, op, ctx.Err()) }

// tx is a reader whose state each Apply replaces.
type tx struct{ reader }

// Apply implements [kg.Tx].
func (t *tx) Apply(ctx context.Context, b *kg.Batch) error {
	if err := check(ctx, "model.Apply"); err != nil {
		return err
	}
	if err := b.Validate(); err != nil {
		return err
	}
	t.state = t.state.apply(b)
	return nil
}

// state is one state of the graph: the tables, and behind them what is derived.
type state struct {
	number     int // of the batches that made it
	documents  map[kg.ID]kg.Document
	mentions   map[mentionKey]kg.Mention
	statements map[kg.ID]kg.Statement
	referents  map[kg.ID]kg.Referent
	entities   map[kg.ID]kg.Entity
	facts      map[kg.ID]kg.Fact
	links      map[kg.ID]kg.Judgement
	acts       map[kg.ID]kg.Act
	versions   map[kg.ID]kg.Version
	changes    []kg.Change
	snapshot   kg.Snapshot

	nodes     map[kg.ID]*kg.Node       // entities and documents by their own ids
	resolves  map[kg.ID]kg.ID          // every id that an entity is found by
	factsOf   map[kg.ID][]kg.Fact      // the facts that have the entity as an end, by id
	mentioned map[kg.ID][]kg.Mention   // by entity
	evidence  map[kg.ID][]kg.Statement // by fact, in order
}

type mentionKey struct{ document, referent kg.ID }

func newState() *state {
	return (&state{
		documents:  map[kg.ID]kg.Document{},
		mentions:   map[mentionKey]kg.Mention{},
		statements: map[kg.ID]kg.Statement{},
		referents:  map[kg.ID]kg.Referent{},
		entities:   map[kg.ID]kg.Entity{},
		facts:      map[kg.ID]kg.Fact{},
		links:      map[kg.ID]kg.Judgement{},
		acts:       map[kg.ID]kg.Act{},
		versions:   map[kg.ID]kg.Version{},
	}).derive()
}

// apply gives the state after a batch.
func (s *state) apply(b *kg.Batch) *state {
	n := &state{
		number:     s.number + 1,
		documents:  maps.Clone(s.documents),
		mentions:   maps.Clone(s.mentions),
		statements: maps.Clone(s.statements),
		referents:  maps.Clone(s.referents),
		entities:   maps.Clone(s.entities),
		facts:      maps.Clone(s.facts),
		links:      maps.Clone(s.links),
		acts:       maps.Clone(s.acts),
		versions:   maps.Clone(s.versions),
		changes:    s.changes[:len(s.changes):len(s.changes)],
		snapshot:   s.snapshot,
	}
	for _, id := range b.RemoveDocuments {
		delete(n.documents, id)
		maps.DeleteFunc(n.mentions, func(k mentionKey, _ kg.Mention) bool { return k.document == id })
		maps.DeleteFunc(n.statements, func(_ kg.ID, st kg.Statement) bool { return st.Document == id })
	}
	remove(n.statements, b.RemoveStatements)
	remove(n.referents, b.RemoveReferents)
	remove(n.entities, b.RemoveEntities)
	remove(n.facts, b.RemoveFacts)
	remove(n.links, b.RemoveLinks)
	remove(n.versions, b.RemoveVersions)
	for _, d := range b.Documents {
		n.documents[d.ID] = d
	}
	for _, m := range b.Mentions {
		n.mentions[mentionKey{m.Document, m.Referent}] = m
	}
	for _, st := range b.Statements {
		n.statements[st.ID] = st
	}
	for _, r := range b.Referents {
		n.referents[r.ID] = r
	}
	for _, e := range b.Entities {
		n.entities[e.ID] = e
	}
	for _, f := range b.Facts {
		n.facts[f.ID] = f
	}
	for _, l := range b.Links {
		n.links[l.ID] = l
	}
	for _, a := range b.Acts {
		n.acts[a.ID] = a
	}
	for _, v := range b.Versions {
		n.versions[v.ID] = v
	}
	for _, c := range b.Changes {
		c.Seq = int64(len(n.changes) + 1)
		n.changes = append(n.changes, c)
	}
	if b.Snapshot != nil {
		n.snapshot = *b.Snapshot
	}
	return n.derive()
}

func remove[V any](rows map[kg.ID]V, ids []kg.ID) {
	for _, id := range ids {
		delete(rows, id)
	}
}

// derive fills what follows from the tables.
func (s *state) derive() *state {
	s.nodes = map[kg.ID]*kg.Node{}
	s.resolves = map[kg.ID]kg.ID{}
	s.factsOf = map[kg.ID][]kg.Fact{}
	s.mentioned = map[kg.ID][]kg.Mention{}
	s.evidence = map[kg.ID][]kg.Statement{}
	for id, d := range s.documents {
		s.nodes[id] = &kg.Node{Document: &d}
	}
	for id, e := range s.entities {
		s.nodes[id] = &kg.Node{Entity: &e}
		s.resolves[id] = id
		for _, referent := range e.Referents {
			s.resolves[referent] = id
		}
	}
	for _, f := range sorted(s.facts, byID) {
		s.factsOf[f.Subject] = append(s.factsOf[f.Subject], f)
		if f.Object != f.Subject {
			s.factsOf[f.Object] = append(s.factsOf[f.Object], f)
		}
	}
	for _, m := range sorted(s.mentions, compareMentions) {
		s.mentioned[m.Entity] = append(s.mentioned[m.Entity], m)
	}
	for _, st := range sorted(s.statements, kg.CompareStatements) {
		s.evidence[st.Fact] = append(s.evidence[st.Fact], st)
	}
	return s
}
