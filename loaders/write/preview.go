package write

import (
	"context"

	"mueang/graph/kg"
	"mueang/loaders/resolve"
)

// Effect is what writing documents would change.
type Effect struct {
	Documents map[kg.ID]Outcome
	FactsNew  []kg.ID // that the store does not have
	FactsGone []kg.ID // that it has and would not have
}

// Preview finds out what [Documents] would change, and changes nothing.
// Errors: those of the reader, and [kg.BadInput] for what could not be written.
func Preview(ctx context.Context, r kg.Reader, documents []resolve.Resolved, now string) (Effect, error) {
	p := pretended{Reader: r, comes: map[kg.ID]bool{}}
	outcomes, err := Documents(ctx, &p, documents, now)
	if err != nil {
		return Effect{}, err
	}
	effect := Effect{Documents: outcomes}
	ids := make([]kg.ID, 0, len(p.comes))
	for id := range p.comes {
		ids = append(ids, id)
	}
	stored, err := r.Facts(ctx, ids)
	if err != nil {
		return Effect{}, err
	}
	is := make(map[kg.ID]bool, len(stored))
	for i := range stored {
		is[stored[i].ID] = true
	}
	for id, comes := range p.comes {
		switch {
		case comes && !is[id]:
			effect.FactsNew = append(effect.FactsNew, id)
		case !comes && is[id]:
			effect.FactsGone = append(effect.FactsGone, id)
		}
	}
	return effect, nil
}

// pretended is a transaction that notes which facts would come (true) and go,
// and does not write.
type pretended struct {
	kg.Reader
	comes map[kg.ID]bool
}

func (p *pretended) Apply(_ context.Context, b *kg.Batch) error {
	for _, id := range b.RemoveFacts {
		p.comes[id] = false
	}
	for i := range b.Facts {
		p.comes[b.Facts[i].ID] = true
	}
	return b.Validate()
}
