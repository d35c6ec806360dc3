package curate

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"

	"mueang/graph/kg"
	"mueang/loaders/source"
)

// document gives a document by its id or URL.
// Errors: [kg.NotFound], which says so where the document is retracted.
func document(ctx context.Context, r kg.Reader, id kg.ID) (kg.Document, error) {
	given := id
	if strings.Contains(string(id), "://") {
		id = source.DocumentID(kg.Document{URL: string(id)})
	}
	found, err := r.Documents(ctx, []kg.ID{id})
	if err != nil {
		return kg.Document{}, err
	}
	if len(found) > 0 {
		return found[0], nil
	}
	acts, err := standing(ctx, r, []kg.ID{id})
	if err != nil {
		return kg.Document{}, err
	}
	for i := range acts {
		if acts[i].Kind == kg.ActRetract {
			return kg.Document{}, missing("the document %s was retracted by %s", given, said(&acts[i]))
		}
	}
	return kg.Document{}, missing("there is no document under the id or URL %q", given)
}

// Retract withdraws a document with everything that stands on it alone. It is
// kept, so that [Curator.Undo] brings it back as it was, and loading it again
// does not.
// Errors: [kg.NotFound] for a document that is not there or is retracted.
func (c *Curator) Retract(ctx context.Context, by By, id kg.ID) (Result, error) {
	return c.act(ctx, by, retraction(id))
}

func retraction(id kg.ID) func(context.Context, kg.Tx) (kg.Act, error) {
	return func(ctx context.Context, tx kg.Tx) (kg.Act, error) {
		d, err := document(ctx, tx, id)
		return kg.Act{Kind: kg.ActRetract, Document: d.ID}, err
	}
}

// PreviewRetract says what [Curator.Retract] would do and changes nothing.
// Errors: as Retract.
func (c *Curator) PreviewRetract(ctx context.Context, id kg.ID) (p Preview, err error) {
	err = c.Store.Update(ctx, func(ctx context.Context, tx kg.Tx) error {
		p = Preview{}
		if p.Document, err = document(ctx, tx, id); err != nil {
			return err
		}
		statements, err := tx.StatementsIn(ctx, []kg.ID{p.Document.ID})
		if err != nil {
			return err
		}
		var facts []kg.ID
		for i := range statements {
			facts = append(facts, statements[i].Fact)
		}
		support, err := tx.StatementsFor(ctx, distinct(facts))
		if err != nil {
			return err
		}
		elsewhere := map[kg.ID]bool{}
		for i := range support {
			if support[i].Document != p.Document.ID {
				elsewhere[support[i].Fact] = true
			}
		}
		known, err := tx.Facts(ctx, distinct(facts))
		if err != nil {
			return err
		}
		for _, f := range known {
			if elsewhere[f.ID] {
				p.Stands = append(p.Stands, f)
			} else {
				p.Falls = append(p.Falls, f)
			}
		}
		mentions, err := tx.MentionsIn(ctx, []kg.ID{p.Document.ID})
		if err != nil {
			return err
		}
		var about []kg.ID
		for i := range mentions {
			about = append(about, mentions[i].Entity)
		}
		before, err := tx.Entities(ctx, distinct(about))
		if err != nil {
			return err
		}
		// What goes is found by doing it and taking it back.
		seen := &watched{Tx: tx}
		if _, err := c.apply(ctx, seen, By{Actor: "preview"}, retraction(p.Document.ID)); err != nil {
			return err
		}
		gone := map[kg.ID]bool{"": false}
		for _, e := range before {
			left, err := tx.Referents(ctx, e.Referents)
			if err != nil {
				return err
			}
			if len(left) == 0 {
				p.Gone = append(p.Gone, e)
				gone[e.ID] = true
			}
		}
		// What a person read in another document falls with what it is about.
		falls := map[kg.ID]bool{}
		for _, f := range p.Falls {
			falls[f.ID] = true
		}
		for _, f := range seen.removed {
			if !falls[f.ID] && (gone[f.Subject] || gone[f.Object] || gone[f.OnBehalfOf]) {
				p.Falls, falls[f.ID] = append(p.Falls, f), true
			}
		}
		slices.SortFunc(p.Falls, func(a, b kg.Fact) int { return cmp.Compare(a.ID, b.ID) })
		p.Stands = slices.DeleteFunc(p.Stands, func(f kg.Fact) bool { return falls[f.ID] })
		return errPreview
	})
	if errors.Is(err, errPreview) {
		err = nil
	}
	return p, err
}

// watched is a transaction that notes the facts that it removes, as they were.
type watched struct {
	kg.Tx
	removed []kg.Fact
}

func (w *watched) Apply(ctx context.Context, b *kg.Batch) error {
	facts, err := w.Facts(ctx, b.RemoveFacts)
	if err != nil {
		return err
	}
	w.removed = append(w.removed, facts...)
	return w.Tx.Apply(ctx, b)
}

// Versions gives the texts of a document that another has replaced or that was
// retracted, the latest to go first.
// Errors: those of the reader.
func Versions(ctx context.Context, r kg.Reader, id kg.ID) ([]kg.Version, error) {
	if strings.Contains(string(id), "://") {
		id = source.DocumentID(kg.Document{URL: string(id)})
	}
	versions, err := r.Versions(ctx, []kg.ID{id})
	slices.SortStableFunc(versions, func(a, b kg.Version) int { return strings.Compare(b.Until, a.Until) })
	return versions, err
}
