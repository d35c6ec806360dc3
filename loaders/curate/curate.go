// Package curate makes the acts of persons: it finds what they speak of,
// refuses what contradicts what another has decided, shows what would follow,
// and writes the act with all that follows in one transaction. docs/curation.md
// says what each act means.
package curate

import (
	"context"
	"errors"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"mueang/graph/kg"
	"mueang/loaders/resolve"
	"mueang/loaders/write"
)

// Curator makes acts in a store.
type Curator struct {
	Store     kg.Store
	Relations map[kg.RelationType]kg.Ends // those of the schema: what Assert may say
	Now       func() time.Time
}

// What acts are made of and give, under short names.
type (
	By        = kg.By
	Result    = kg.Acted
	Assertion = kg.Assertion
	Preview   = kg.Retraction
)

// The limits of what a person may write.
const (
	maxActor  = 200        // bytes
	maxReason = 4000       // bytes
	maxQuote  = 20_000     // bytes
	maxPairs  = 20_000     // pairs of referents that one act keeps apart
	resolvers = "resolver" // the name of the automatic judge
)

const op = "curate"

func refuse(format string, args ...any) error { return kg.Errorf(kg.BadInput, op, format, args...) }

func missing(format string, args ...any) error { return kg.Errorf(kg.NotFound, op, format, args...) }

// CheckBy refuses an actor or a reason that the ledger cannot take.
// Errors: [kg.BadInput].
func CheckBy(by By) error {
	switch {
	case strings.TrimSpace(by.Actor) == "":
		return refuse("an act needs an actor: say who decides")
	case len(by.Actor) > maxActor || !plain(by.Actor):
		return refuse("the actor is a name of at most %d bytes without control characters", maxActor)
	case strings.HasPrefix(by.Actor, resolvers):
		return refuse("the actor cannot be called %q: that is how the automatic judge is called", by.Actor)
	case len(by.Reason) > maxReason || !plain(by.Reason):
		return refuse("the reason has at most %d bytes and no control characters", maxReason)
	}
	return nil
}

func plain(text string) bool {
	return utf8.ValidString(text) && !strings.ContainsFunc(text, func(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\t' })
}

// act makes an act in a transaction: what gives its content from what is there.
func (c *Curator) act(ctx context.Context, by By, what func(context.Context, kg.Tx) (kg.Act, error)) (result Result, err error) {
	if err := CheckBy(by); err != nil {
		return result, err
	}
	err = c.Store.Update(ctx, func(ctx context.Context, tx kg.Tx) error {
		result, err = c.apply(ctx, tx, by, what)
		return err
	})
	return result, err
}

func (c *Curator) apply(ctx context.Context, tx kg.Tx, by By, what func(context.Context, kg.Tx) (kg.Act, error)) (Result, error) {
	a, err := what(ctx, tx)
	if err != nil {
		return Result{}, err
	}
	snapshot, err := tx.Snapshot(ctx)
	if err != nil {
		return Result{}, err
	}
	a.Seq = 1
	if snapshot.LastAct != "" {
		last, err := tx.Acts(ctx, []kg.ID{snapshot.LastAct})
		if err != nil {
			return Result{}, err
		}
		if len(last) == 0 {
			return Result{}, kg.Errorf(kg.Internal, op, "the last act %s is not in the ledger: see what mueang verify says", snapshot.LastAct)
		}
		a.Seq, a.Before = last[0].Seq+1, last[0].ID
	}
	a.Actor, a.Reason, a.At = by.Actor, by.Reason, c.Now().UTC().Format(time.RFC3339)
	a.ID = kg.ActID(a)
	if err := write.Act(ctx, tx, a, a.At); err != nil {
		return Result{}, err
	}
	return concerned(ctx, tx, a)
}

// concerned gives what an act is about, as it is now.
func concerned(ctx context.Context, r kg.Reader, a kg.Act) (Result, error) {
	result := Result{Act: a}
	about := a
	if a.Kind == kg.ActUndo {
		undone, err := r.Acts(ctx, []kg.ID{a.Undoes})
		if err != nil || len(undone) == 0 {
			return result, err
		}
		about = undone[0]
	}
	if about.Document != "" {
		result.Documents = []kg.ID{about.Document}
	}
	entity, err := entities(ctx, r, about.About())
	if err != nil {
		return result, err
	}
	for _, id := range slices.Concat(about.Left, about.Right) {
		result.Entities = append(result.Entities, entity[id])
	}
	for i := range about.Claims {
		result.Facts = append(result.Facts, resolve.FactOf(&about.Claims[i], entity))
	}
	result.Entities, result.Facts = distinct(result.Entities), distinct(result.Facts)
	if len(result.Facts) > 0 { // a claim may be of a fact that nothing says now
		facts, err := r.Facts(ctx, result.Facts)
		result.Facts = nil
		for i := range facts {
			result.Facts = append(result.Facts, facts[i].ID)
		}
		return result, err
	}
	return result, nil
}

// entities gives the entities of those referents that are in the graph.
func entities(ctx context.Context, r kg.Reader, referents []kg.ID) (map[kg.ID]kg.ID, error) {
	found, err := r.Referents(ctx, referents)
	entity := make(map[kg.ID]kg.ID, len(found))
	for i := range found {
		entity[found[i].ID] = found[i].Entity
	}
	return entity, err
}

// distinct sorts ids and leaves out what is no id or there already.
func distinct(ids []kg.ID) []kg.ID {
	ids = slices.DeleteFunc(ids, func(id kg.ID) bool { return id == "" })
	slices.Sort(ids)
	return slices.Compact(ids)
}

// standing gives the acts in force that name any of the ids.
func standing(ctx context.Context, r kg.Reader, ids []kg.ID) ([]kg.Act, error) {
	acts, err := r.ActsAbout(ctx, ids)
	if err != nil || len(acts) == 0 {
		return nil, err
	}
	own := make([]kg.ID, len(acts))
	for i := range acts {
		own[i] = acts[i].ID
	}
	undoing, err := r.ActsAbout(ctx, own)
	return resolve.Standing(append(acts, undoing...)), err
}

// said names an act in a message: who decided, when and why.
func said(a *kg.Act) string {
	text := string(a.ID) + " (" + string(a.Kind) + " by " + a.Actor + " at " + a.At
	if a.Reason != "" {
		text += ": " + a.Reason
	}
	return text + ")"
}

// Undo takes an act back: everything is as if it had never been.
// Errors: [kg.NotFound] for an act that is not there; [kg.BadInput] for one
// that is taken back already or takes another back.
func (c *Curator) Undo(ctx context.Context, by By, act kg.ID) (Result, error) {
	return c.act(ctx, by, func(ctx context.Context, tx kg.Tx) (kg.Act, error) {
		found, err := tx.Acts(ctx, []kg.ID{act})
		if err != nil {
			return kg.Act{}, err
		}
		if len(found) == 0 {
			return kg.Act{}, missing("there is no act %q: the acts are listed by mueang acts", act)
		}
		if found[0].Kind == kg.ActUndo {
			return kg.Act{}, refuse("%s takes another act back and cannot be undone itself: do again what it took back", said(&found[0]))
		}
		about, err := tx.ActsAbout(ctx, []kg.ID{act})
		for i := range about {
			if about[i].Kind == kg.ActUndo {
				return kg.Act{}, refuse("%s is undone already, by %s", act, said(&about[i]))
			}
		}
		return kg.Act{Kind: kg.ActUndo, Undoes: act}, err
	})
}

// SetStatus says what a fact is worth. Of several acts on one fact, also where
// two facts became one by a merge, the latest counts; EXTRACTED gives the fact
// back to the machine.
// Errors: [kg.NotFound] for a fact that is not there; [kg.BadInput] for a
// status that is none or that the fact has.
func (c *Curator) SetStatus(ctx context.Context, by By, fact kg.ID, status kg.FactStatus) (Result, error) {
	return c.act(ctx, by, func(ctx context.Context, tx kg.Tx) (kg.Act, error) {
		a := kg.Act{Kind: kg.ActSetStatus, Status: status}
		if known := []kg.FactStatus{kg.Extracted, kg.Confirmed, kg.Disputed, kg.Rejected}; !slices.Contains(known, status) {
			return a, refuse("there is no status %q: there are CONFIRMED, DISPUTED, REJECTED and EXTRACTED", status)
		}
		facts, err := tx.Facts(ctx, []kg.ID{fact})
		if err != nil {
			return a, err
		}
		if len(facts) == 0 {
			return a, missing("there is no fact %q", fact)
		}
		f := facts[0]
		if f.FactStatus == status {
			return a, refuse("the fact %s is %s already", fact, status)
		}
		statements, err := tx.StatementsFor(ctx, []kg.ID{fact})
		a.Claims = claims(&f, statements)
		return a, err
	})
}

// claims gives a fact in every way in which referents say it: as the entities
// are called, and as each statement has it.
func claims(f *kg.Fact, statements []kg.Statement) []kg.Said {
	q := f.Qualifiers
	q.RoleText, q.Capacity = "", ""
	list := []kg.Said{{Type: f.Type, Subject: f.Subject, Object: f.Object, Qualifiers: q}}
	for _, s := range statements {
		q.OnBehalfOf = s.OnBehalfOf
		list = append(list, kg.Said{Type: s.Type, Subject: s.Subject, Object: s.Object, Qualifiers: q})
	}
	compare := func(a, b kg.Said) int {
		return slices.Compare([]kg.ID{a.Subject, a.Object, a.OnBehalfOf}, []kg.ID{b.Subject, b.Object, b.OnBehalfOf})
	}
	slices.SortFunc(list, compare)
	return slices.CompactFunc(list, func(a, b kg.Said) bool { return compare(a, b) == 0 })
}

// Assert states a fact on the strength of a quote in a document that is in the
// store. The fact goes with the document and comes back with it, as long as
// the quote stands in the text.
// Errors: [kg.NotFound] for an entity or document that is not there;
// [kg.BadInput] for a relation that is not declared between such entities, a
// quote that the text does not have or, without its start, has several times,
// and for what is asserted already.
func (c *Curator) Assert(ctx context.Context, by By, x Assertion) (Result, error) {
	return c.act(ctx, by, func(ctx context.Context, tx kg.Tx) (kg.Act, error) {
		a := kg.Act{Kind: kg.ActAssert, Quote: x.Quote}
		if len(x.Quote) > maxQuote {
			return a, refuse("the quote has %d bytes: it may have %d", len(x.Quote), maxQuote)
		}
		if err := checkQualifiers(x.Qualifiers); err != nil {
			return a, err
		}
		d, err := document(ctx, tx, x.Document)
		if err != nil {
			return a, err
		}
		a.Document, a.Start = d.ID, -1
		if x.Start != nil {
			if a.Start = *x.Start; a.Start < 0 {
				return a, refuse("the quote cannot start at %d: places in a text are counted from 0", a.Start)
			}
		}
		if a.Start, err = resolve.Locate(d.Text, x.Quote, a.Start); err != nil {
			return a, err
		}
		if x.Start != nil && a.Start != *x.Start {
			return a, refuse("the quote stands at %d, not at %d", a.Start, *x.Start)
		}
		claim := kg.Said{Type: x.Type, Qualifiers: x.Qualifiers}
		ends := []struct {
			id *kg.ID
			of kg.ID
		}{{&claim.Subject, x.Subject}, {&claim.Object, x.Object}, {&claim.OnBehalfOf, x.OnBehalfOf}}
		var kinds []kg.Kind
		for _, end := range ends {
			if end.of == "" && end.id == &claim.OnBehalfOf {
				continue
			}
			kind, referent, err := mentioned(ctx, tx, end.of, d.ID)
			if err != nil {
				return a, err
			}
			*end.id, kinds = referent, append(kinds, kind)
		}
		declared, ok := c.Relations[x.Type]
		switch {
		case !ok:
			return a, refuse("there is no relation %q", x.Type)
		case !declared.Admits(kinds[0], kinds[1]):
			return a, refuse("%s does not lead from a %s to a %s", x.Type, kinds[0], kinds[1])
		}
		a.Claims = []kg.Said{claim}
		acts, err := standing(ctx, tx, []kg.ID{d.ID})
		for i := range acts {
			b := &acts[i]
			if b.Kind == kg.ActAssert && b.Quote == a.Quote && b.Start == a.Start && sameClaim(b.Claims[0], claim) {
				return a, refuse("this is asserted already: %s", said(b))
			}
		}
		return a, err
	})
}

func sameClaim(a, b kg.Said) bool {
	return kg.FactID(a.Type, a.Subject, a.Object, a.Qualifiers) == kg.FactID(b.Type, b.Subject, b.Object, b.Qualifiers)
}

// checkQualifiers refuses what the graph could not answer with.
func checkQualifiers(q kg.Qualifiers) error {
	for _, text := range []string{q.Role, q.RoleText, q.Status, q.Capacity} {
		if len(text) > maxReason || !plain(text) {
			return refuse("a qualifier has at most %d bytes and no control characters", maxReason)
		}
	}
	for _, d := range []*kg.PartialDate{q.Date, q.ValidFrom, q.ValidTo} {
		if d != nil {
			if _, err := kg.ParseDate(d.Value); err != nil {
				return err
			}
		}
	}
	if q.ValidFrom != nil && q.ValidTo != nil && q.ValidTo.Last() < q.ValidFrom.First() {
		return refuse("the validity ends on %s, before it begins on %s", q.ValidTo.Value, q.ValidFrom.Value)
	}
	if m := q.Amount; m != nil && (!(m.Value > 0) || len(m.Currency) != 3) {
		return refuse("an amount is a number above 0 with a currency of ISO 4217, such as THB")
	}
	return nil
}

// mentioned gives the kind of an entity, and the one of its referents that a
// document mentions, which is there as long as the document is; the id itself
// where the document mentions none.
func mentioned(ctx context.Context, r kg.Reader, id, in kg.ID) (kg.Kind, kg.ID, error) {
	members, err := cluster(ctx, r, id)
	if err != nil {
		return "", "", err
	}
	found, err := r.Entities(ctx, []kg.ID{members[0].Entity})
	if err != nil || len(found) == 0 {
		return "", "", err
	}
	mentions, err := r.MentionsIn(ctx, []kg.ID{in})
	if err != nil {
		return "", "", err
	}
	for i := range mentions {
		if mentions[i].Entity == found[0].ID {
			return found[0].Kind, mentions[i].Referent, nil
		}
	}
	return found[0].Kind, id, nil
}

// cluster gives the referents that are one with the thing that an id names.
// Errors: [kg.NotFound].
func cluster(ctx context.Context, r kg.Reader, id kg.ID) ([]kg.Referent, error) {
	found, err := r.Referents(ctx, []kg.ID{id})
	if err != nil {
		return nil, err
	}
	if len(found) == 0 {
		return nil, missing("there is no person, organisation or other thing under the id %q", id)
	}
	return r.ReferentsOf(ctx, []kg.ID{found[0].Entity})
}

var errPreview = errors.New("preview")
