package graph

import (
	"strconv"
	"time"

	"mueang/graph/kg"
)

func (c *compiler) rootMeetingStatistics(f selected, args *arguments) (func() kg.Root, *shape, func(*writer, *kg.Result) bool) {
	return c.counts(f, args, kg.Count{Kinds: []kg.Kind{kg.KindMeeting}, Where: args.filter("filter", "MeetingFilter")})
}

func (c *compiler) rootAgreementStatistics(f selected, args *arguments) (func() kg.Root, *shape, func(*writer, *kg.Result) bool) {
	return c.counts(f, args, kg.Count{Kinds: []kg.Kind{kg.KindAgreement}, Where: args.filter("filter", "AgreementFilter")})
}

func (c *compiler) rootFactStatistics(f selected, args *arguments) (func() kg.Root, *shape, func(*writer, *kg.Result) bool) {
	count := kg.Count{Facts: true}
	if values, ok := args.values["filter"].(map[string]any); ok {
		filter := &arguments{c: c, cat: c.cat, values: values}
		count.Types = convert[kg.RelationType](filter.enums("types", "RelationType"))
		count.Where = filter.filter("source", "EntityFilter")
		c.keep(filter.err)
	}
	return c.counts(f, args, count)
}

// counts compiles a list of buckets.
func (c *compiler) counts(f selected, args *arguments, count kg.Count) (func() kg.Root, *shape, func(*writer, *kg.Result) bool) {
	count.GroupBy = convert[kg.Dimension](args.enums("groupBy", "Dimension"))
	bucket := compileRow(c, f, func(f selected) func(*writer, *kg.Bucket) bool {
		if f.Name == "keys" {
			return func(w *writer, b *kg.Bucket) bool {
				return list(w, b.Keys, func(w *writer, key *string) bool { return w.textOrNull(*key) })
			}
		}
		return func(w *writer, b *kg.Bucket) bool { return w.int(b.Count) }
	})
	return func() kg.Root { return count }, nil, of(func(r *kg.Result) []kg.Bucket { return r.Buckets }, listOf(bucket))
}

func (c *compiler) rootStatistics(f selected, _ *arguments) (func() kg.Root, *shape, func(*writer, *kg.Result) bool) {
	totals := compileRow(c, f, func(f selected) func(*writer, *kg.GraphTotals) bool {
		switch f.Name {
		case "documents":
			return func(w *writer, t *kg.GraphTotals) bool { return w.int(t.Documents) }
		case "statements":
			return func(w *writer, t *kg.GraphTotals) bool { return w.int(t.Statements) }
		case "entities":
			return of(func(t *kg.GraphTotals) []kg.Bucket { return t.Entities }, listOf(compileLeaves(c, f.selections(), "KindCount", c.bucketLeaves("EntityKind"))))
		case "relations":
			return of(func(t *kg.GraphTotals) []kg.Bucket { return t.Facts }, listOf(compileLeaves(c, f.selections(), "RelationCount", c.bucketLeaves("RelationType"))))
		case "snapshot":
			snapshot := optional(compileLeaves(c, f.selections(), "Snapshot", snapshotLeaves))
			return func(w *writer, t *kg.GraphTotals) bool {
				if t.Snapshot.ID == "" {
					return w.null()
				}
				return snapshot(w, &t.Snapshot)
			}
		}
		return nil
	})
	return func() kg.Root { return kg.Totals{} }, nil, of(func(r *kg.Result) *kg.GraphTotals { return r.Totals }, totals)
}

var snapshotLeaves = leaves[*kg.Snapshot]{
	"id":         func(w *writer, s *kg.Snapshot) bool { return w.text(s.ID) },
	"recordedAt": func(w *writer, s *kg.Snapshot) bool { return w.text(s.RecordedAt) },
}

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

// changeKey is the key of a change for cursors.
func changeKey(c *kg.Change) []string { return []string{strconv.FormatInt(c.Seq, 10)} }

var changeLeaves = leaves[*kg.Change]{
	"action": func(w *writer, c *kg.Change) bool { return w.text(string(c.Action)) },
	"nodeId": func(w *writer, c *kg.Change) bool { return w.text(string(c.Node)) },
	"kind":   func(w *writer, c *kg.Change) bool { return w.text(string(c.Kind)) },
	"at":     func(w *writer, c *kg.Change) bool { return w.text(c.At) },
}

var changesPageInfo = leaves[*kg.Result]{
	"hasNextPage":     func(w *writer, r *kg.Result) bool { return w.bool(r.More) },
	"hasPreviousPage": func(w *writer, r *kg.Result) bool { return w.bool(false) },
	"startCursor": func(w *writer, r *kg.Result) bool {
		if len(r.Changes) == 0 {
			return w.null()
		}
		return w.cursor(changeKey(&r.Changes[0]))
	},
	"endCursor": func(w *writer, r *kg.Result) bool {
		if len(r.Changes) == 0 {
			return w.null()
		}
		return w.cursor(changeKey(&r.Changes[len(r.Changes)-1]))
	},
}
