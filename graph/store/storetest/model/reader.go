package model

import (
	"cmp"
	"context"
	"slices"

	"mueang/graph/kg"
)

// reader reads one state.
type reader struct{ state *state }

// row is whatever has an id for its primary key.
type row interface {
	kg.Document | kg.Entity | kg.Fact | kg.Referent | kg.Statement | kg.Judgement
}

// byID orders rows by their primary keys.
func byID[R row](a, b R) int { return cmp.Compare(rowID(a), rowID(b)) }

func rowID[R row](r R) kg.ID {
	switch r := any(r).(type) {
	case kg.Document:
		return r.ID
	case kg.Entity:
		return r.ID
	case kg.Fact:
		return r.ID
	case kg.Referent:
		return r.ID
	case kg.Statement:
		return r.ID
	case kg.Judgement:
		return r.ID
	}
	return ""
}

func compareMentions(a, b kg.Mention) int {
	return cmp.Or(cmp.Compare(a.Document, b.Document), cmp.Compare(a.Referent, b.Referent))
}

func compareActs(a, b kg.Act) int { return cmp.Compare(a.Seq, b.Seq) }

func compareVersions(a, b kg.Version) int {
	return cmp.Or(cmp.Compare(a.Document.ID, b.Document.ID), cmp.Compare(a.ID, b.ID))
}

func compareSupport(a, b kg.Statement) int {
	return cmp.Or(cmp.Compare(a.Fact, b.Fact), kg.CompareStatements(a, b))
}

// sorted gives all rows of a table in an order.
func sorted[K comparable, V any](rows map[K]V, compare func(a, b V) int) []V {
	list := make([]V, 0, len(rows))
	for _, row := range rows {
		list = append(list, row)
	}
	slices.SortFunc(list, compare)
	return list
}

// these gives the rows that are wanted, in an order.
func these[K comparable, V any](ctx context.Context, rows map[K]V, compare func(a, b V) int, want func(V) bool) ([]V, error) {
	if err := check(ctx, "model.Reader"); err != nil {
		return nil, err
	}
	return slices.DeleteFunc(sorted(rows, compare), func(v V) bool { return !want(v) }), nil
}

// each streams rows to f.
func each[K comparable, V any](ctx context.Context, rows map[K]V, compare func(a, b V) int, f func(*V) error) error {
	for _, row := range sorted(rows, compare) {
		if err := check(ctx, "model.Reader"); err != nil {
			return err
		}
		if err := f(&row); err != nil {
			return err
		}
	}
	return check(ctx, "model.Reader")
}

type set[K comparable] map[K]bool

func setOf[K comparable](keys []K) set[K] {
	s := make(set[K], len(keys))
	for _, key := range keys {
		s[key] = true
	}
	return s
}

// Documents implements [kg.Reader].
func (r *reader) Documents(ctx context.Context, ids []kg.ID) ([]kg.Document, error) {
	want := setOf(ids)
	return these(ctx, r.state.documents, byID, func(d kg.Document) bool { return want[d.ID] })
}

// Entities implements [kg.Reader].
func (r *reader) Entities(ctx context.Context, ids []kg.ID) ([]kg.Entity, error) {
	want := setOf(ids)
	return these(ctx, r.state.entities, byID, func(e kg.Entity) bool { return want[e.ID] })
}

// Facts implements [kg.Reader].
func (r *reader) Facts(ctx context.Context, ids []kg.ID) ([]kg.Fact, error) {
	want := setOf(ids)
	return these(ctx, r.state.facts, byID, func(f kg.Fact) bool { return want[f.ID] })
}

// Referents implements [kg.Reader].
func (r *reader) Referents(ctx context.Context, ids []kg.ID) ([]kg.Referent, error) {
	want := setOf(ids)
	return these(ctx, r.state.referents, byID, func(f kg.Referent) bool { return want[f.ID] })
}

// ReferentsOf implements [kg.Reader].
func (r *reader) ReferentsOf(ctx context.Context, entities []kg.ID) ([]kg.Referent, error) {
	want := setOf(entities)
	return these(ctx, r.state.referents, byID, func(f kg.Referent) bool { return want[f.Entity] })
}

// Blocked implements [kg.Reader].
func (r *reader) Blocked(ctx context.Context, blocks []string) ([]kg.Referent, error) {
	want := setOf(blocks)
	return these(ctx, r.state.referents, byID, func(f kg.Referent) bool {
		return slices.ContainsFunc(f.Blocks, func(block string) bool { return want[block] })
	})
}

// MentionsIn implements [kg.Reader].
func (r *reader) MentionsIn(ctx context.Context, documents []kg.ID) ([]kg.Mention, error) {
	want := setOf(documents)
	return these(ctx, r.state.mentions, compareMentions, func(m kg.Mention) bool { return want[m.Document] })
}

// MentionsAbout implements [kg.Reader].
func (r *reader) MentionsAbout(ctx context.Context, referents []kg.ID) ([]kg.Mention, error) {
	want := setOf(referents)
	return these(ctx, r.state.mentions, compareMentions, func(m kg.Mention) bool { return want[m.Referent] })
}

// StatementsIn implements [kg.Reader].
func (r *reader) StatementsIn(ctx context.Context, documents []kg.ID) ([]kg.Statement, error) {
	want := setOf(documents)
	return these(ctx, r.state.statements, kg.CompareStatements, func(s kg.Statement) bool { return want[s.Document] })
}

// StatementsAbout implements [kg.Reader].
func (r *reader) StatementsAbout(ctx context.Context, referents []kg.ID) ([]kg.Statement, error) {
	want := setOf(referents)
	delete(want, "") // nobody's behalf
	return these(ctx, r.state.statements, byID, func(s kg.Statement) bool {
		return want[s.Subject] || want[s.Object] || want[s.OnBehalfOf]
	})
}

// StatementsFor implements [kg.Reader].
func (r *reader) StatementsFor(ctx context.Context, facts []kg.ID) ([]kg.Statement, error) {
	want := setOf(facts)
	return these(ctx, r.state.statements, compareSupport, func(s kg.Statement) bool { return want[s.Fact] })
}

// Links implements [kg.Reader].
func (r *reader) Links(ctx context.Context, referents []kg.ID) ([]kg.Judgement, error) {
	want := setOf(referents)
	return these(ctx, r.state.links, byID, func(l kg.Judgement) bool { return want[l.Left] || want[l.Right] })
}

// Acts implements [kg.Reader].
func (r *reader) Acts(ctx context.Context, ids []kg.ID) ([]kg.Act, error) {
	want := setOf(ids)
	return these(ctx, r.state.acts, compareActs, func(a kg.Act) bool { return want[a.ID] })
}

// ActsAbout implements [kg.Reader].
func (r *reader) ActsAbout(ctx context.Context, ids []kg.ID) ([]kg.Act, error) {
	want := setOf(ids)
	return these(ctx, r.state.acts, compareActs, func(a kg.Act) bool {
		return slices.ContainsFunc(a.About(), func(id kg.ID) bool { return want[id] })
	})
}

// Versions implements [kg.Reader].
func (r *reader) Versions(ctx context.Context, documents []kg.ID) ([]kg.Version, error) {
	want := setOf(documents)
	return these(ctx, r.state.versions, compareVersions, func(v kg.Version) bool { return want[v.Document.ID] })
}

// Snapshot implements [kg.Reader].
func (r *reader) Snapshot(ctx context.Context) (kg.Snapshot, error) {
	return r.state.snapshot, check(ctx, "model.Reader")
}

// EachDocument implements [kg.Reader].
func (r *reader) EachDocument(ctx context.Context, f func(*kg.Document) error) error {
	return each(ctx, r.state.documents, byID, f)
}

// EachEntity implements [kg.Reader].
func (r *reader) EachEntity(ctx context.Context, f func(*kg.Entity) error) error {
	return each(ctx, r.state.entities, byID, f)
}

// EachFact implements [kg.Reader].
func (r *reader) EachFact(ctx context.Context, f func(*kg.Fact) error) error {
	return each(ctx, r.state.facts, byID, f)
}

// EachStatement implements [kg.Reader].
func (r *reader) EachStatement(ctx context.Context, f func(*kg.Statement) error) error {
	return each(ctx, r.state.statements, compareSupport, f)
}

// EachMention implements [kg.Reader].
func (r *reader) EachMention(ctx context.Context, f func(*kg.Mention) error) error {
	return each(ctx, r.state.mentions, compareMentions, f)
}

// EachReferent implements [kg.Reader].
func (r *reader) EachReferent(ctx context.Context, f func(*kg.Referent) error) error {
	return each(ctx, r.state.referents, byID, f)
}

// EachLink implements [kg.Reader].
func (r *reader) EachLink(ctx context.Context, f func(*kg.Judgement) error) error {
	return each(ctx, r.state.links, byID, f)
}

// EachAct implements [kg.Reader].
func (r *reader) EachAct(ctx context.Context, f func(*kg.Act) error) error {
	return each(ctx, r.state.acts, compareActs, f)
}

// EachVersion implements [kg.Reader].
func (r *reader) EachVersion(ctx context.Context, f func(*kg.Version) error) error {
	return each(ctx, r.state.versions, compareVersions, f)
}
