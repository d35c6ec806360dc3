package sqlite

import (
	"fmt"
	"slices"
	"strconv"

	"mueang/graph/kg"
)

// buckets reads rows of a count and, before it, its keys.
func (r *run) buckets(q *query, keys int) (found []kg.Bucket, err error) {
	err = r.rows(q, func(row row) error {
		bucket := kg.Bucket{Count: row.int(keys)}
		for i := range keys {
			bucket.Keys = append(bucket.Keys, row.text(i))
		}
		found = append(found, bucket)
		return nil
	})
	return found, err
}

func (r *run) count(root kg.Count) (*kg.Result, error) {
	var q query
	q.add("SELECT ")
	for i, d := range root.GroupBy {
		expression := entityDimension(d, i)
		if root.Facts {
			expression = factDimension(d)
		}
		q.add(expression + " AS " + keyName(i) + ", ")
	}
	if root.Facts {
		q.add("count(*) FROM fact f")
		if len(root.Kinds) > 0 || root.Where != nil {
			q.add(" JOIN entity n ON n.id = f.subject")
		}
		q.add(" WHERE f.fact_status <> 'REJECTED'")
		q.types("f", root.Types)
	} else {
		joins := ""
		for i, d := range root.GroupBy {
			joins += dimensionJoin(d, i)
		}
		if joins == "" {
			q.add("count(*)")
		} else {
			q.add("count(DISTINCT n.key)") // once in each combination of its values
		}
		q.add(" FROM entity n" + joins + " WHERE 1")
	}
	q.kinds("n", root.Kinds)
	q.add(" AND ")
	q.pred(entities, "n", root.Where)
	if len(root.GroupBy) > 0 {
		q.add(" GROUP BY ")
		q.orderBy(make([]column, len(root.GroupBy)), keyNames(len(root.GroupBy)), false)
		q.add(" ORDER BY ")
		q.orderBy(make([]column, len(root.GroupBy)), keyNames(len(root.GroupBy)), false)
	} else {
		q.add(" HAVING count(*) > 0")
	}
	question := q.text.String() + fmt.Sprintf("%#v", q.args)
	found, err := r.cache.counted(question, func() ([]kg.Bucket, error) { return r.buckets(&q, len(root.GroupBy)) })
	if err != nil {
		return nil, err
	}
	return &kg.Result{Buckets: slices.Clone(found)}, nil
}

// entityDimension gives the expression of an entity's value of a dimension;
// i is the place of the dimension, for the name of its join.
func entityDimension(d kg.Dimension, i int) string {
	switch d {
	case kg.ByYear:
		return "iif(n.day_asc = '9999-99-99', '', substr(n.day_asc, 1, 4))" // the index has day_asc
	case kg.ByMonth:
		return "ifnull(substr(json_extract(n.body, '$.startDate.value'), 1, 7), '')"
	case kg.ByType:
		return "n.subtype"
	case kg.ByStatus:
		return "n.status"
	case kg.ByOrganization:
		return "ifnull(d" + strconv.Itoa(i) + ".subject, '')"
	case kg.ByPlace:
		return "ifnull(d" + strconv.Itoa(i) + ".object, '')"
	}
	return "''"
}

// dimensionJoin gives the join with the facts of a dimension that has its
// values in them.
func dimensionJoin(d kg.Dimension, i int) string {
	f := "d" + strconv.Itoa(i)
	switch d {
	case kg.ByOrganization:
		return " LEFT JOIN fact " + f + " ON " + f + ".object = n.id AND " + f + ".fact_status <> 'REJECTED' AND " +
			f + ".type = CASE n.kind WHEN 'MEETING' THEN 'ORGANIZED' WHEN 'AGREEMENT' THEN 'PARTY_TO' END AND " +
			isA(f+".subject", "Organization")
	case kg.ByPlace:
		return " LEFT JOIN fact " + f + " ON " + f + ".subject = n.id AND " + f + ".fact_status <> 'REJECTED' AND " +
			f + ".type = CASE n.kind WHEN 'MEETING' THEN 'HELD_AT' WHEN 'AGREEMENT' THEN 'ABOUT' END AND " +
			isA(f+".object", "Place")
	}
	return ""
}

func factDimension(d kg.Dimension) string {
	switch d {
	case kg.ByYear:
		return "substr(f.observed_from, 1, 4)"
	case kg.ByMonth:
		return "substr(f.observed_from, 1, 7)"
	case kg.ByType:
		return "f.type"
	case kg.ByStatus:
		return "f.fact_status"
	case kg.ByOrganization:
		return "iif(" + isA("f.subject", "Organization") + ", f.subject, '')"
	case kg.ByPlace:
		return "iif(" + isA("f.object", "Place") + ", f.object, '')"
	}
	return "''"
}

// isA gives the condition that an id is an entity's of a kind with an
// interface. The kinds are constants of the domain.
func isA(id, name string) string {
	condition := ""
	for _, info := range kg.Kinds {
		if info.Interface == name {
			condition += ", '" + string(info.Kind) + "'"
		}
	}
	return "EXISTS (SELECT 1 FROM entity i WHERE i.id = " + id + " AND i.kind IN (" + condition[2:] + "))"
}

func (r *run) degree(root kg.Degree, shape *kg.Shape) (*kg.Result, error) {
	page := kg.Page{First: root.First}
	var edges []kg.Edge
	if page.First > 0 {
		var q query
		q.add("SELECT n.id, (SELECT count(*) FROM fact f WHERE f.subject = n.id AND f.fact_status <> 'REJECTED') + " +
			"(SELECT count(*) FROM fact f WHERE f.object = n.id AND f.subject <> n.id AND f.fact_status <> 'REJECTED') AS facts " +
			"FROM entity n WHERE 1")
		q.kinds("n", root.Kinds)
		q.add(" ORDER BY facts DESC, n.id LIMIT ?", page.First+1)
		err := r.rows(&q, func(row row) error {
			facts := row.int(1)
			edges = append(edges, kg.Edge{NodeID: row.id(0), Score: float64(facts), Key: []string{strconv.Itoa(facts), row.text(0)}})
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	connection := finish(edges, page, false, false)
	if err := r.fill(entities, shape, connection.Edges); err != nil {
		return nil, err
	}
	return &kg.Result{Connection: &connection}, nil
}

func (r *run) ties(root kg.Ties) (*kg.Result, error) {
	var entities []kg.KindOf
	var q query
	q.add("SELECT id, kind FROM entity ORDER BY id")
	err := r.rows(&q, func(row row) error {
		entities = append(entities, kg.KindOf{ID: row.id(0), Kind: kg.Kind(row.text(1))})
		return nil
	})
	if err != nil {
		return nil, err
	}
	var pairs [][2]kg.ID
	var facts query
	facts.add("SELECT DISTINCT min(subject, object), max(subject, object) FROM fact WHERE fact_status <> 'REJECTED' AND subject <> object LIMIT ?", root.Max+1)
	err = r.rows(&facts, func(row row) error {
		pairs = append(pairs, [2]kg.ID{row.id(0), row.id(1)})
		return nil
	})
	if err != nil {
		return nil, err
	}
	ties, err := kg.NewGraphTies(entities, pairs, root.Max)
	return &kg.Result{Ties: ties}, err
}

func (r *run) changes(p kg.Page) (*kg.Result, error) {
	after := int64(-1 << 63)
	if p.After != nil {
		values, _ := keyValues(changeColumns, p.After)
		after = values[0].(int64)
	}
	first := max(p.First, 0)
	var q query
	if p.Last > 0 {
		first = p.Last
		q.add("SELECT * FROM (SELECT seq, action, node, kind, at FROM change WHERE seq > ? ORDER BY seq DESC LIMIT ?) ORDER BY seq", after, first)
	} else {
		q.add("SELECT seq, action, node, kind, at FROM change WHERE seq > ? ORDER BY seq LIMIT ?", after, first+1)
	}
	result := &kg.Result{}
	err := r.rows(&q, func(row row) error {
		if len(result.Changes) == first {
			result.More = true
			return nil
		}
		result.Changes = append(result.Changes, kg.Change{Seq: int64(row.int(0)), Action: kg.Action(row.text(1)),
			Node: row.id(2), Kind: kg.Kind(row.text(3)), At: row.text(4)})
		return nil
	})
	if err != nil {
		return nil, err
	}
	return result, nil
}

func (r *run) totals() (*kg.Result, error) {
	if known := r.cache.knownTotals(); known != nil {
		return &kg.Result{Totals: known}, nil
	}
	totals := &kg.GraphTotals{}
	var sizes, kinds, types query
	sizes.add("SELECT (SELECT count(*) FROM document), (SELECT count(*) FROM statement)")
	err := r.rows(&sizes, func(row row) error {
		totals.Documents, totals.Statements = row.int(0), row.int(1)
		return nil
	})
	if err != nil {
		return nil, err
	}
	kinds.add("SELECT kind, count(*) FROM entity GROUP BY kind ORDER BY kind")
	if totals.Entities, err = r.buckets(&kinds, 1); err != nil {
		return nil, err
	}
	types.add("SELECT type, count(*) FROM fact GROUP BY type ORDER BY type")
	if totals.Facts, err = r.buckets(&types, 1); err != nil {
		return nil, err
	}
	if totals.Snapshot, err = (&reader{r.c}).Snapshot(r.ctx); err != nil {
		return nil, err
	}
	r.cache.keepTotals(totals)
	return &kg.Result{Totals: totals}, nil
}

func (r *run) coverage() (*kg.Result, error) {
	var q query
	q.add("SELECT publisher, ifnull(substr(json_extract(body, '$.publishedOn.value'), 1, 7), ''), count(*) FROM document GROUP BY 1, 2 ORDER BY 1, 2")
	found, err := r.buckets(&q, 2)
	if err != nil {
		return nil, err
	}
	return &kg.Result{Buckets: found}, nil
}
