package storetest

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"mueang/graph/kg"
)

// plansPerRound is the number of random plans, each asked again with cursors,
// that follow a batch.
const plansPerRound = 8

// Differential applies the same random batches to some stores and compares
// every answer to random plans, and everything that they export. The store
// "model", or else the first by name, says what is right. One seed gives the
// same batches and plans always.
func Differential(t *testing.T, seed uint64, rounds int, stores map[string]kg.Store) {
	t.Helper()
	names := slices.Sorted(maps.Keys(stores))
	if i := slices.Index(names, "model"); i > 0 {
		names[0], names[i] = names[i], names[0]
	}
	d := differential{t: t, seed: seed, names: names, stores: stores, r: rand.New(rand.NewPCG(seed, 0))}
	d.world = NewWorld(d.r)
	for d.round = 1; d.round <= rounds && !t.Failed(); d.round++ {
		b := d.world.RandomBatch(d.r)
		again := chance(d.r, 20)
		for _, name := range names {
			d.apply(name, &b)
			if again {
				d.apply(name, &b)
			}
		}
		d.compare("export", "", func(ctx context.Context, s kg.Store) (any, error) { return Export(ctx, s) })
		d.readers()
		for range plansPerRound {
			plan := RandomPlan(d.r, d.world)
			for range 2 {
				plan = NextPlan(d.r, plan, d.ask(plan))
			}
			d.ask(plan)
		}
	}
}

type differential struct {
	t      *testing.T
	r      *rand.Rand
	seed   uint64
	round  int
	names  []string
	stores map[string]kg.Store
	world  *World
}

func (d *differential) apply(name string, b *kg.Batch) {
	d.t.Helper()
	if err := kg.Apply(d.t.Context(), d.stores[name], b); err != nil {
		d.t.Fatalf("seed %d, round %d: %s does not take the batch: %v\n%s", d.seed, d.round, name, err, brief(b))
	}
}

// ask puts a plan to all stores and gives the first one's answer.
func (d *differential) ask(plan *kg.Plan) *kg.Result {
	d.t.Helper()
	result, _ := d.compare("plan", PlanText(plan), func(ctx context.Context, s kg.Store) (any, error) {
		result, err := s.Run(ctx, plan)
		if err != nil {
			return nil, err
		}
		return ranked(trimmed(plan, stateless(result)))
	}).(*kg.Result)
	return result
}

// ranked gives an answer in which changes have their rank in the place of the
// Seq, which each store chooses for itself.
func ranked(result *kg.Result) (*kg.Result, error) {
	if result.Changes == nil {
		return result, nil
	}
	out := *result
	out.Changes = slices.Clone(result.Changes)
	for i := range out.Changes {
		if i > 0 && result.Changes[i].Seq <= result.Changes[i-1].Seq {
			return nil, fmt.Errorf("change %d does not come after the one before it", result.Changes[i].Seq)
		}
		out.Changes[i].Seq = int64(i + 1)
	}
	return &out, nil
}

// readers compares the look-ups of a Reader for a few ids of all sorts.
func (d *differential) readers() {
	p := planner{d.r, d.world}
	var ids []kg.ID
	for range 12 {
		ids = append(ids, p.id())
	}
	facts := slices.Sorted(maps.Keys(d.world.written.facts))
	for range min(4, len(facts)) {
		ids = append(ids, pick(d.r, facts))
	}
	blocks := []string{"all", "name:" + kg.NameKey(pick(d.r, d.world.things).Name)}[d.r.IntN(2):]
	d.compare("reader", fmt.Sprintf("ids %q, blocks %q", ids, blocks), func(ctx context.Context, s kg.Store) (any, error) {
		return lookedUp(ctx, s, ids, blocks)
	})
}

// compare asks all stores and fails the test where they differ. It gives the
// answer of the first.
func (d *differential) compare(what, question string, ask func(context.Context, kg.Store) (any, error)) any {
	d.t.Helper()
	want, wantErr := ask(d.t.Context(), d.stores[d.names[0]])
	for _, name := range d.names[1:] {
		got, err := ask(d.t.Context(), d.stores[name])
		context := fmt.Sprintf("seed %d, round %d: %s (want) and %s (got) differ on the %s\n%s\n", d.seed, d.round, d.names[0], name, what, question)
		if kg.CodeOf(err) != kg.CodeOf(wantErr) {
			d.t.Fatalf("%swant error %v\ngot error  %v", context, wantErr, err)
		}
		if diff := difference(want, got); diff != "" {
			d.t.Fatalf("%s%s", context, diff)
		}
	}
	return want
}

// Exported is everything that a store keeps, but for the log of changes.
type Exported struct {
	Documents  []kg.Document
	Entities   []kg.Entity
	Facts      []kg.Fact
	Statements []kg.Statement
	Mentions   []kg.Mention
	Referents  []kg.Referent
	Links      []kg.Judgement
	Acts       []kg.Act
	Versions   []kg.Version
	Snapshot   kg.Snapshot
}

// Export reads everything from one state.
func Export(ctx context.Context, s kg.Store) (*Exported, error) {
	var out *Exported
	err := s.Read(ctx, func(ctx context.Context, r kg.Reader) error {
		var err error
		out, err = export(ctx, r)
		return err
	})
	return out, err
}

func export(ctx context.Context, r kg.Reader) (*Exported, error) {
	out := &Exported{}
	for _, err := range []error{
		r.EachDocument(ctx, into(&out.Documents)), r.EachEntity(ctx, into(&out.Entities)),
		r.EachFact(ctx, into(&out.Facts)), r.EachStatement(ctx, into(&out.Statements)),
		r.EachMention(ctx, into(&out.Mentions)), r.EachReferent(ctx, into(&out.Referents)),
		r.EachLink(ctx, into(&out.Links)), r.EachAct(ctx, into(&out.Acts)), r.EachVersion(ctx, into(&out.Versions)),
	} {
		if err != nil {
			return nil, err
		}
	}
	var err error
	out.Snapshot, err = r.Snapshot(ctx)
	return out, err
}

// Lines writes the rows, each as a line of JSON with its type, and the id of the
// snapshot.
func (e *Exported) Lines() string {
	var b strings.Builder
	fmt.Fprintln(&b, "snapshot", e.Snapshot.ID)
	lines(&b, e.Documents)
	lines(&b, e.Entities)
	lines(&b, e.Facts)
	lines(&b, e.Statements)
	lines(&b, e.Mentions)
	lines(&b, e.Referents)
	lines(&b, e.Links)
	lines(&b, e.Acts)
	lines(&b, e.Versions)
	return b.String()
}

func lines[V any](b *strings.Builder, list []V) {
	for i := range list {
		text, err := json.Marshal(&list[i])
		if err != nil {
			text = []byte(err.Error())
		}
		fmt.Fprintf(b, "%T %s\n", list[i], text)
	}
}

func into[V any](list *[]V) func(*V) error {
	return func(v *V) error {
		*list = append(*list, *v)
		return nil
	}
}

// lookedUp gives what all methods of a Reader that take ids say of some.
func lookedUp(ctx context.Context, s kg.Store, ids []kg.ID, blocks []string) (map[string]any, error) {
	out := map[string]any{}
	err := s.Read(ctx, func(ctx context.Context, r kg.Reader) error {
		return errorOf(
			look(ctx, out, "Documents", r.Documents, ids),
			look(ctx, out, "Entities", r.Entities, ids),
			look(ctx, out, "Facts", r.Facts, ids),
			look(ctx, out, "Referents", r.Referents, ids),
			look(ctx, out, "ReferentsOf", r.ReferentsOf, ids),
			look(ctx, out, "Blocked", r.Blocked, blocks),
			look(ctx, out, "MentionsIn", r.MentionsIn, ids),
			look(ctx, out, "MentionsAbout", r.MentionsAbout, ids),
			look(ctx, out, "StatementsIn", r.StatementsIn, ids),
			look(ctx, out, "StatementsAbout", r.StatementsAbout, ids),
			look(ctx, out, "StatementsFor", r.StatementsFor, ids),
			look(ctx, out, "Links", r.Links, ids),
			look(ctx, out, "Acts", r.Acts, ids),
			look(ctx, out, "ActsAbout", r.ActsAbout, ids),
			look(ctx, out, "Versions", r.Versions, ids),
		)
	})
	return out, err
}

func look[K ~string, V any](ctx context.Context, out map[string]any, name string, method func(context.Context, []K) ([]V, error), keys []K) error {
	rows, err := method(ctx, keys)
	out[name] = rows
	if err != nil {
		return fmt.Errorf("%s of %d keys: %w", name, len(keys), err)
	}
	return nil
}

func errorOf(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
