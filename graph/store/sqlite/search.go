package sqlite

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"mueang/graph/kg"
)

// hit is a node that a search found.
type hit struct {
	table table
	id    kg.ID
	kind  string
	day   string
	score float64
	count int // its documents; 0 for a document
}

// compareHits puts hits in the order of hitColumns.
func compareHits(a, b hit) int {
	return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(b.count, a.count), cmp.Compare(a.id, b.id))
}

func (r *run) search(root kg.Search, shape *kg.Shape) (*kg.Result, error) {
	hits, err := r.hits(root)
	if err != nil {
		return nil, err
	}
	slices.SortFunc(hits, compareHits)
	from, to := bounds(len(hits), root.Page, func(i int, cursor []string) int {
		values, _ := keyValues(hitColumns, cursor)
		return compareHits(hits[i], hit{score: values[0].(float64), count: int(values[1].(int64)), id: kg.ID(cursor[2])})
	})
	connection := kg.Connection{Total: -1}
	if root.Page.Count {
		connection.Total = len(hits)
	}
	if from < to {
		connection.HasPrevious, connection.HasNext = from > 0, to < len(hits)
		if connection.Edges, err = r.hitEdges(root.Whole, shape, hits[from:to]); err != nil {
			return nil, err
		}
	}
	result := &kg.Result{Connection: &connection}
	if root.Facets {
		result.Facets = tally(hits, func(h hit) string { return h.kind })
		slices.SortStableFunc(result.Facets, func(a, b kg.Bucket) int { return b.Count - a.Count })
	}
	if root.YearFacets {
		result.YearFacets = tally(hits, func(h hit) string { return h.day[:min(len("2019"), len(h.day))] })
		result.YearFacets = slices.DeleteFunc(result.YearFacets, func(b kg.Bucket) bool { return b.Keys[0] == "" })
	}
	return result, nil
}

func tally(hits []hit, value func(hit) string) []kg.Bucket {
	counts := map[string]int{}
	for _, h := range hits {
		counts[value(h)]++
	}
	var buckets []kg.Bucket
	for key, count := range counts {
		buckets = append(buckets, kg.Bucket{Keys: []string{key}, Count: count})
	}
	slices.SortFunc(buckets, func(a, b kg.Bucket) int { return strings.Compare(a.Keys[0], b.Keys[0]) })
	return buckets
}

// hits finds all nodes that a search admits, with their scores.
func (r *run) hits(root kg.Search) ([]hit, error) {
	if root.Whole == "" {
		return nil, nil
	}
	var hits []hit
	var kinds []kg.Kind
	for _, kind := range root.Kinds {
		if kind != kg.KindDocument {
			kinds = append(kinds, kind)
		}
	}
	if len(root.Kinds) == 0 || len(kinds) > 0 {
		var q query
		entityHits(&q, root, kinds)
		err := r.rows(&q, func(row row) error {
			hits = append(hits, hit{entities, row.id(0), row.text(1), row.text(2), row.float(3), row.int(4)})
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	if !root.Names && (len(root.Kinds) == 0 || slices.Contains(root.Kinds, kg.KindDocument)) {
		var q query
		documentHits(&q, root)
		err := r.rows(&q, func(row row) error {
			points := 0.1
			if row.int(2) == 1 {
				points = 0.25
			}
			hits = append(hits, hit{documents, row.id(0), string(kg.KindDocument), row.text(1), points, 0})
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return hits, nil
}

// entityHits writes the query of the entities that a search admits: id, kind,
// day, score, documents.
func entityHits(q *query, root kg.Search, kinds []kg.Kind) {
	n := float64(utf8.RuneCountInString(root.Whole))
	q.add("SELECT e.id, e.kind, e.first_day, max(CASE instr(k.name_key, ?) WHEN 0 THEN 0.3 WHEN 1 THEN "+
		"iif(k.name_key = ?, 1.0, 0.5 + 0.4*?/length(k.name_key)) ELSE 0.4 + 0.4*?/length(k.name_key) END), e.documents "+
		"FROM entity e JOIN name k ON k.entity = e.key WHERE 1", root.Whole, root.Whole, n, n)
	terms := slices.Clone(root.Terms)
	if root.Names {
		terms = append(terms, root.Whole)
	}
	terms = slices.DeleteFunc(terms, func(term string) bool { return term == "" }) // it is inside every key
	// A term that is in few names finds the entities, which a long one is: the
	// others are looked for in the names of these.
	length := utf8.RuneCountInString
	slices.SortStableFunc(terms, func(a, b string) int { return cmp.Compare(length(b), length(a)) })
	long := terms
	for len(long) > 1 && length(long[len(long)-1]) < longTerm {
		long = long[:len(long)-1]
	}
	if len(long) > 0 {
		q.add(" AND e.key IN (SELECT rowid FROM name_fts WHERE name_fts MATCH ?)", containing(" AND ", long))
	}
	for i, term := range terms {
		if i >= len(long) || length(term) > partLength {
			q.add(" AND EXISTS (SELECT 1 FROM name o WHERE o.entity = e.key AND instr(o.name_key, ?))", term)
		}
	}
	q.kinds("+e", kinds)
	q.add(" GROUP BY e.key")
}

// longTerm is the length from which on a term is in few names.
const longTerm = 6

// documentHits writes the query of the documents that a search admits: id, day,
// and whether every term is inside the title.
func documentHits(q *query, root kg.Search) {
	var long []string
	for _, term := range root.Terms {
		if trigrams(term) != "" {
			long = append(long, term)
		}
	}
	q.add("SELECT d.id, d.first_day, 1")
	for _, term := range root.Terms {
		q.add(" AND instr(x.title, ?) > 0", term)
	}
	q.add(" FROM document_fts x CROSS JOIN document d ON d.key = x.rowid WHERE 1")
	if len(long) > 0 {
		q.add(" AND document_fts MATCH ?", trigrams(long...))
	}
	for _, term := range root.Terms {
		q.add(" AND (instr(x.title, ?) > 0 OR instr(x.text, ?) > 0)", term, term)
	}
	// The order has the statement's first step do all the work: see find.
	q.add(" ORDER BY d.first_day, d.id")
}

// hitEdges reads the nodes of hits and says what of them was matched.
func (r *run) hitEdges(whole string, shape *kg.Shape, hits []hit) ([]kg.Edge, error) {
	var entityIDs, documentIDs []kg.ID
	for _, h := range hits {
		if h.table == entities {
			entityIDs = append(entityIDs, h.id)
		} else {
			documentIDs = append(documentIDs, h.id)
		}
	}
	entityNodes, err := r.nodes(entities, shape, entityIDs)
	if err != nil {
		return nil, err
	}
	documentNodes, err := r.nodes(documents, shape, documentIDs)
	if err != nil {
		return nil, err
	}
	// What was matched is wanted even where nothing is wanted of the nodes.
	if err := r.load(entities, false, entityIDs); err != nil {
		return nil, err
	}
	if err := r.load(documents, false, documentIDs); err != nil {
		return nil, err
	}
	edges := make([]kg.Edge, len(hits))
	for i, h := range hits {
		edges[i] = kg.Edge{NodeID: h.id, Score: h.score, Key: []string{
			strconv.FormatFloat(h.score, 'g', -1, 64), strconv.Itoa(h.count), string(h.id)}}
		if h.table == entities {
			edges[i].Node, edges[i].Matched = entityNodes[h.id], bestName(whole, r.entities[h.id])
		} else {
			edges[i].Node, edges[i].Matched = documentNodes[h.id], r.documents[h.id].Name()
		}
	}
	return edges, nil
}

// bestName gives the name with the best score, of equals the first.
func bestName(whole string, e *kg.Entity) (best string) {
	points := 0.0
	for _, name := range e.Names {
		if key := kg.NameKey(name.Text); key != "" && nameScore(whole, key) > points {
			points, best = nameScore(whole, key), name.Text
		}
	}
	return best
}

// nameScore gives the score of one name key, as entityHits does in SQL.
func nameScore(whole, key string) float64 {
	n, k := float64(utf8.RuneCountInString(whole)), float64(utf8.RuneCountInString(key))
	switch strings.Index(key, whole) {
	case -1:
		return 0.3
	case 0:
		if key == whole {
			return 1
		}
		return 0.5 + 0.4*n/k
	}
	return 0.4 + 0.4*n/k
}
