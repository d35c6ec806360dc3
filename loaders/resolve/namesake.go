package resolve

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"mueang/graph/kg"
	"mueang/loaders/thai"
)

// Finder finds the entities of a store by names like those that they have, by
// the keys and weights with which documents are linked.
type Finder struct{ Store kg.Store }

var _ kg.Namesakes = Finder{}

// mostNamesakes bounds an answer.
const mostNamesakes = 20

// Namesakes implements [kg.Namesakes] for people and organisations.
func (f Finder) Namesakes(ctx context.Context, text string, class kg.Class) ([]kg.Namesake, error) {
	switch class {
	case kg.ClassPerson:
		text = personIn(text)
	case kg.ClassOrganization:
		text = strings.Join(strings.Fields(thai.Normalize(text).Norm), " ")
	default:
		return nil, nil
	}
	asked := newProfile(&kg.Referent{Class: class, Traits: []kg.Trait{{Field: fieldBest, Value: text, Count: 1}}})
	if len(asked.people)+len(asked.bodies) == 0 {
		return nil, nil
	}
	var like []kg.Referent
	err := f.Store.Read(ctx, func(ctx context.Context, r kg.Reader) (err error) {
		like, err = r.Blocked(ctx, asked.blocks())
		return err
	})
	if err != nil {
		return nil, err
	}
	best := map[kg.ID]kg.Namesake{}
	for i := range like {
		if like[i].Class != class {
			continue
		}
		found := alike(asked, newProfile(&like[i]))
		found.Entity = like[i].Entity
		if found.Bits > best[found.Entity].Bits {
			best[found.Entity] = found
		}
	}
	var namesakes []kg.Namesake
	for _, found := range best {
		namesakes = append(namesakes, found)
	}
	slices.SortFunc(namesakes, func(a, b kg.Namesake) int {
		return cmp.Or(cmp.Compare(b.Bits, a.Bits), strings.Compare(string(a.Entity), string(b.Entity)))
	})
	return namesakes[:min(len(namesakes), mostNamesakes)], nil
}

// alike weighs the names of two profiles alone, 0 bits where none are alike.
func alike(asked, p *profile) kg.Namesake {
	var best kg.Namesake
	keep := func(bits float64, name string) {
		if bits > best.Bits {
			best = kg.Namesake{Name: name, Bits: bits, Sure: bits >= sameName}
		}
	}
	for i := range asked.people {
		for j := range p.people {
			bits, _ := likeNames(&asked.people[i], &p.people[j])
			keep(bits, p.people[j].text)
		}
	}
	for i := range asked.bodies {
		for j := range p.bodies {
			keep(likeBodyNames(&asked.bodies[i], &p.bodies[j]), p.bodies[j].text)
		}
	}
	return best
}

// personIn gives the name of the person that a text begins with: without
// titles before it, and without the office behind it.
func personIn(text string) string {
	runes := []rune(strings.Join(strings.Fields(thai.Normalize(text).Norm), " "))
	start, titled := thai.TitleAt(runes, 0)
	if !titled {
		_, name := kg.CutHonorific(string(runes))
		return name
	}
	end, ok := thai.PersonName(runes, start)
	if !ok {
		end = len(runes)
	}
	return strings.TrimSpace(string(runes[start:end]))
}
