package graph

import (
	"time"

	"mueang/graph/kg"
)

func (c *compiler) rootCoverage(f selected, _ *arguments) (func() kg.Root, *shape, func(*writer, *kg.Result) bool) {
	write := compileRow(c, f, func(f selected) func(*writer, []publisher) bool {
		switch f.Name {
		case "publishers":
			return listOf(compileRow(c, f, func(f selected) func(*writer, *publisher) bool {
				switch f.Name {
				case "publisher":
					return func(w *writer, p *publisher) bool { return w.textOrNull(p.name) }
				case "documents":
					return func(w *writer, p *publisher) bool { return w.int(p.documents) }
				case "months":
					return of(func(p *publisher) []kg.Bucket { return p.months }, listOf(compileLeaves(c, f.selections(), "MonthCount", monthLeaves)))
				}
				return nil
			}))
		case "gaps":
			return of(gapsOf, listOf(compileLeaves(c, f.selections(), "CoverageGap", gapLeaves)))
		}
		return nil
	})
	return func() kg.Root { return kg.Coverage{} }, nil, of(func(r *kg.Result) []publisher { return publishersOf(r.Buckets) }, write)
}

var monthLeaves = leaves[*kg.Bucket]{
	"month": func(w *writer, b *kg.Bucket) bool { return w.textOrNull(b.Keys[1]) },
	"count": func(w *writer, b *kg.Bucket) bool { return w.int(b.Count) },
}

var gapLeaves = leaves[*gap]{
	"publisher": func(w *writer, g *gap) bool { return w.textOrNull(g.publisher) },
	"from":      func(w *writer, g *gap) bool { return w.text(g.from) },
	"to":        func(w *writer, g *gap) bool { return w.text(g.to) },
}

// publisher is what has been loaded of one publisher.
type publisher struct {
	name      string
	documents int
	months    []kg.Bucket // keys: publisher, month; "" first
}

// gap is a row of months of which nothing has been loaded.
type gap struct{ publisher, from, to string }

// publishersOf puts the buckets of [kg.Coverage], which come by publisher and
// month, under their publishers.
func publishersOf(buckets []kg.Bucket) []publisher {
	var publishers []publisher
	for i, b := range buckets {
		if i == 0 || b.Keys[0] != buckets[i-1].Keys[0] {
			publishers = append(publishers, publisher{name: b.Keys[0]})
		}
		p := &publishers[len(publishers)-1]
		p.documents += b.Count
		p.months = append(p.months, b)
	}
	return publishers
}

// gapsOf gives the rows of months between the first and the last month of each
// publisher in which it has no document.
func gapsOf(publishers []publisher) []gap {
	var gaps []gap
	for _, p := range publishers {
		last := time.Time{}
		for _, b := range p.months {
			month, err := time.Parse("2006-01", b.Keys[1])
			if err != nil {
				continue // documents without a date or month
			}
			if next := last.AddDate(0, 1, 0); !last.IsZero() && next.Before(month) {
				gaps = append(gaps, gap{p.name, next.Format("2006-01"), month.AddDate(0, -1, 0).Format("2006-01")})
			}
			last = month
		}
	}
	return gaps
}
