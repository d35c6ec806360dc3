package graph

import "mueang/graph/kg"

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

func (c *compiler) rootCentrality(f selected, args *arguments) (func() kg.Root, *shape, func(*writer, *kg.Result) bool) {
	kinds, first := convert[kg.Kind](args.enums("kinds", "EntityKind")), defaultPage
	if args.has("first") {
		first = args.int("first", 0, maxPage)
	}
	for _, metric := range args.enums("metric", "CentralityMetric") {
		if score := rankings[metric]; score != nil {
			c.rank = &ranking{score, kinds, first}
		}
	}
	var nodes *shape
	ranked := compileRow(c, f, func(f selected) func(*writer, *kg.Edge) bool {
		if f.Name == "entity" {
			return of(func(e *kg.Edge) *kg.Node { return e.Node }, c.entity(f, &nodes))
		}
		return edgeLeaves[f.Name]
	})
	return func() kg.Root { return kg.Degree{Kinds: kinds, First: first} }, nodes, of(resultEdges, listOf(ranked))
}
