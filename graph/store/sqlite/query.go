package sqlite

import (
	"database/sql/driver"
	"strconv"
	"strings"
	"unicode/utf8"

	"mueang/graph/kg"
)

// query is the text of a statement with its arguments. Parts are written in
// the order of the text, so that the arguments are in the order of the ?.
type query struct {
	text    strings.Builder
	args    []driver.NamedValue
	aliases int
}

// add writes a part of the text and its arguments.
func (q *query) add(text string, args ...any) {
	q.text.WriteString(text)
	for _, arg := range args {
		q.args = append(q.args, driver.NamedValue{Ordinal: len(q.args) + 1, Value: value(arg)})
	}
}

// alias gives a name that the text does not have yet.
func (q *query) alias() string {
	q.aliases++
	return "x" + strconv.Itoa(q.aliases)
}

// in writes that an expression is one of some values. Short lists are
// parameters of their own, which lets an index serve them.
func in[S ~string](q *query, expression string, values []S) {
	switch n := len(values); {
	case n == 0:
		q.add("0")
	case n == 1:
		q.add(expression+" = ?", string(values[0]))
	case n <= 32:
		q.add(expression + " IN (")
		for i, v := range values {
			if i > 0 {
				q.add(", ")
			}
			q.add("?", string(v))
		}
		q.add(")")
	default:
		q.add(expression+" IN (SELECT value FROM json_each(?))", list(values))
	}
}

// table is what the nodes of a list are.
type table string

const (
	entities  table = "entity"
	documents table = "document"
)

// field gives the expression of a node's field; a field that the table's nodes
// do not have is "".
func (t table) field(alias string, f kg.EnumField) string {
	switch {
	case f == kg.FieldKind && t == documents:
		return "'" + string(kg.KindDocument) + "'"
	case f == kg.FieldKind:
		return alias + ".kind"
	case f == kg.FieldSubtype && t == entities:
		return alias + ".subtype"
	case f == kg.FieldStatus && t == entities:
		return alias + ".status"
	case f == kg.FieldRole && t == entities:
		return alias + ".role"
	case f == kg.FieldPublisher && t == documents:
		return alias + ".publisher"
	case f == kg.FieldLanguage && t == documents:
		return alias + ".language"
	}
	return "''"
}

// edge writes a condition on a fact, with an AND before each part.
func (q *query) edge(fact string, p kg.EdgePred) {
	if !p.WithRejected {
		q.add(" AND " + fact + ".fact_status <> 'REJECTED'")
	}
	if len(p.Roles) > 0 {
		q.add(" AND ")
		in(q, fact+".role", p.Roles)
	}
	if len(p.Statuses) > 0 {
		q.add(" AND ")
		in(q, fact+".status", p.Statuses)
	}
	if p.AsOf != "" {
		q.add(" AND "+fact+".holds_from <= ? AND ? <= "+fact+".holds_to", p.AsOf, p.AsOf)
	}
	if p.MinConfidence > 0 {
		q.add(" AND "+fact+".confidence >= ?", p.MinConfidence)
	}
}

// types writes a condition on a fact's type, with an AND before it.
func (q *query) types(fact string, types []kg.RelationType) {
	if len(types) > 0 {
		q.add(" AND ")
		in(q, fact+".type", types)
	}
}

// kinds writes a condition on an entity's kind, with an AND before it.
func (q *query) kinds(entity string, kinds []kg.Kind) {
	if len(kinds) > 0 {
		q.add(" AND ")
		in(q, entity+".kind", kinds)
	}
}

// ends gives the columns of a fact where a walk in a direction starts and where
// it arrives: two ways for both directions.
func ends(d kg.Direction) [][2]string {
	switch d {
	case kg.Out:
		return [][2]string{{"subject", "object"}}
	case kg.In:
		return [][2]string{{"object", "subject"}}
	}
	return [][2]string{{"subject", "object"}, {"object", "subject"}}
}

// pred writes a condition on a node, 1 for none.
func (q *query) pred(t table, node string, p *kg.Pred) {
	switch {
	case p == nil:
		q.add("1")
	case p.And != nil:
		q.each(p.And, " AND ", "1", func(p *kg.Pred) { q.pred(t, node, p) })
	case p.Or != nil:
		q.each(p.Or, " OR ", "0", func(p *kg.Pred) { q.pred(t, node, p) })
	case p.Not != nil:
		q.add("NOT (")
		q.pred(t, node, p.Not)
		q.add(")")
	case p.ID != nil && t == documents:
		in(q, node+".id", p.ID.In)
	case p.ID != nil:
		q.add(node + ".id IN (SELECT entity FROM entity_referent WHERE ")
		in(q, "referent", p.ID.In)
		q.add(")")
	case p.Name != nil:
		q.name(t, node, p.Name)
	case p.Date != nil:
		q.add("(" + node + ".first_day <> ''")
		if p.Date.To != "" {
			q.add(" AND "+node+".first_day <= ?", p.Date.To)
		}
		if p.Date.From != "" {
			q.add(" AND "+node+".last_day >= ?", p.Date.From)
		}
		q.add(")")
	case p.Enum != nil:
		in(q, t.field(node, p.Enum.Field), p.Enum.In)
	case p.Rel != nil:
		q.rel(t, node, p.Rel)
	default:
		q.add("1")
	}
}

func (q *query) each(list []kg.Pred, between, empty string, write func(*kg.Pred)) {
	if len(list) == 0 {
		q.add(empty)
		return
	}
	for i := range list {
		if i == 0 {
			q.add("(")
		} else {
			q.add(between)
		}
		write(&list[i])
	}
	q.add(")")
}

// name writes a condition on a node's name keys.
func (q *query) name(t table, node string, p *kg.NamePred) {
	var keys []string
	for _, key := range p.Keys {
		if key != "" {
			keys = append(keys, key)
		}
	}
	if len(keys) == 0 {
		q.add("0")
		return
	}
	if t == documents {
		q.match(node+".name_key", p.Op, keys)
		return
	}
	k := q.alias()
	if p.Op == kg.NameContains {
		q.add(node+".key IN (SELECT rowid FROM name_fts WHERE name_fts MATCH ?) AND EXISTS (SELECT 1 FROM name "+k+
			" WHERE "+k+".entity = "+node+".key AND ", containing(" OR ", keys))
	} else {
		q.add(node + ".key IN (SELECT " + k + ".entity FROM name " + k + " WHERE ")
	}
	q.match(k+".name_key", p.Op, keys)
	q.add(")")
}

// match writes how a name key compares with some others.
func (q *query) match(expression string, op kg.NameOp, keys []string) {
	if op != kg.NameContains && op != kg.NameStartsWith {
		in(q, expression, keys)
		return
	}
	for i, key := range keys {
		if i == 0 {
			q.add("(")
		} else {
			q.add(" OR ")
		}
		if op == kg.NameContains {
			q.add("instr("+expression+", ?)", key)
		} else {
			// Keys have no character above U+FFFF.
			q.add(expression+" >= ? AND "+expression+" < ?", key, key+"\U0010ffff")
		}
	}
	q.add(")")
}

// partLength is how many characters a part of a name has: enough to tell names
// that begin alike from each other.
const partLength = 12

// nameParts gives what table name_fts has of the name keys of an entity: the
// parts that begin at each character, with spaces between, the last ones of a
// key shorter. See schema/3.sql.
func nameParts(keys []string) string {
	var b strings.Builder
	for _, key := range keys {
		end := 0 // of the part that begins at each character
		for n := 0; n < partLength; n++ {
			end += runeLength(key[end:])
		}
		for start := 0; start < len(key); start += runeLength(key[start:]) {
			b.WriteString(key[start:end])
			b.WriteByte(' ')
			end += runeLength(key[end:])
		}
	}
	return b.String()
}

// runeLength gives the bytes of the first character, 0 at the end.
func runeLength(text string) int {
	_, n := utf8.DecodeRuneInString(text)
	return n
}

// containing writes a full-text query for entities whose names contain keys, one
// or all as the operator says: a part begins with the key. Of a longer key the
// parts that it begins and ends with are there, and more is to be checked.
func containing(operator string, keys []string) string {
	all := make([]string, len(keys))
	for i, key := range keys {
		if runes := []rune(key); len(runes) > partLength {
			all[i] = `("` + string(runes[len(runes)-partLength:]) + `" AND "` + string(runes[:partLength]) + `")`
		} else {
			all[i] = `"` + key + `"*`
		}
	}
	return strings.Join(all, operator)
}

// trigrams writes a full-text query for documents that may contain the keys:
// the trigrams that each begins and ends with and some between. Few of them
// leave few rows for instr, which decides. It is "" for a key that is too short
// to be found that way.
func trigrams(keys ...string) string {
	var all []string
	for _, key := range keys {
		runes := []rune(key)
		if len(runes) < 3 {
			return ""
		}
		last, steps := len(runes)-3, min((len(runes)-1)/3, 4)
		for i := range steps + 1 {
			at := last
			if steps > 0 {
				at = i * last / steps
			}
			all = append(all, `"`+string(runes[at:at+3])+`"`)
		}
	}
	return strings.Join(all, " AND ")
}

// rel writes a condition on a node's neighbours.
func (q *query) rel(t table, node string, p *kg.RelPred) {
	switch {
	case p.Quant == kg.All:
		q.add("NOT ")
		q.some(t, node+".id", p, &kg.Pred{Not: orTrue(p.Where)})
	case p.Quant == kg.None:
		q.add("NOT ")
		fallthrough
	default:
		q.some(t, node+".id", p, p.Where)
	}
}

func orTrue(p *kg.Pred) *kg.Pred {
	if p == nil {
		return &kg.Pred{And: []kg.Pred{}}
	}
	return p
}

// some writes that there is a neighbour that fulfils a condition. A condition
// that few nodes fulfil is answered from those nodes, any other from the node.
func (q *query) some(t table, id string, p *kg.RelPred, where *kg.Pred) {
	switch {
	case p.Via == kg.ViaFacts && t == entities && selective(where):
		q.add(id + " IN (")
		q.sources(p.Hops, where)
		q.add(")")
	case p.Via == kg.ViaFacts && t == entities:
		q.exists(id, p.Hops, where)
	case (p.Via == kg.ViaDocuments || p.Via == kg.ViaMentions) && t == entities:
		q.mentioned(id, "entity", "document", documents, where)
	case p.Via == kg.ViaEntities && t == documents:
		q.mentioned(id, "document", "entity", entities, where)
	case p.Via == kg.ViaClaims && t == documents:
		s, f, n := q.alias(), q.alias(), q.alias()
		q.add("EXISTS (SELECT 1 FROM statement " + s + " JOIN fact " + f + " ON " + f + ".id = " + s + ".fact AND " +
			f + ".fact_status <> 'REJECTED' JOIN entity " + n + " ON " + n + ".id = " + f + ".object WHERE " +
			s + ".document = " + id + " AND ")
		q.pred(entities, n, where)
		q.add(")")
	default:
		q.add("(0)")
	}
}

// mentioned writes that a mention leads from a node to one of another table.
func (q *query) mentioned(id, from, to string, t table, where *kg.Pred) {
	m, n := q.alias(), q.alias()
	if selective(where) {
		q.add(id + " IN (SELECT " + m + "." + from + " FROM " + string(t) + " " + n + " JOIN mention " + m +
			" ON " + m + "." + to + " = " + n + ".id WHERE ")
	} else {
		q.add("EXISTS (SELECT 1 FROM mention " + m + " CROSS JOIN " + string(t) + " " + n + " ON " + n + ".id = " +
			m + "." + to + " WHERE " + m + "." + from + " = " + id + " AND ")
	}
	q.pred(t, n, where)
	q.add(")")
}

// exists writes that hops lead from an id to an entity that fulfils a condition.
func (q *query) exists(id string, hops []kg.Hop, where *kg.Pred) {
	if len(hops) == 0 {
		q.add("(0)")
		return
	}
	hop, last := hops[0], len(hops) == 1
	for i, way := range ends(hop.Direction) {
		if i == 0 {
			q.add("(")
		} else {
			q.add(" OR ")
		}
		f, n := q.alias(), q.alias()
		q.add("EXISTS (SELECT 1 FROM fact " + f)
		node := len(hop.Kinds) > 0 || last && where != nil
		if node {
			q.add(" CROSS JOIN entity " + n + " ON " + n + ".id = " + f + "." + way[1])
		}
		q.add(" WHERE " + f + "." + way[0] + " = " + id)
		q.types(f, hop.Types)
		q.edge(f, hop.Edge)
		q.kinds(n, hop.Kinds)
		switch {
		case !last:
			q.add(" AND ")
			q.exists(f+"."+way[1], hops[1:], where)
		case node:
			q.add(" AND ")
			q.pred(entities, n, where)
		}
		q.add(")")
	}
	q.add(")")
}

// sources writes a query of the ids from which hops lead to an entity that
// fulfils a condition.
func (q *query) sources(hops []kg.Hop, where *kg.Pred) {
	if len(hops) == 0 {
		q.add("SELECT '' WHERE 0")
		return
	}
	hop := hops[0]
	for i, way := range ends(hop.Direction) {
		if i > 0 {
			q.add(" UNION ")
		}
		f, n := q.alias(), q.alias()
		q.add("SELECT " + f + "." + way[0] + " FROM fact " + f + " WHERE ")
		if len(hops) == 1 {
			q.add(f + "." + way[1] + " IN (SELECT " + n + ".id FROM entity " + n + " WHERE ")
			q.pred(entities, n, where)
			q.kinds(n, hop.Kinds)
			q.add(")")
		} else {
			q.add(f + "." + way[1] + " IN (")
			q.sources(hops[1:], where)
			q.add(")")
			if len(hop.Kinds) > 0 {
				q.add(" AND EXISTS (SELECT 1 FROM entity " + n + " WHERE " + n + ".id = " + f + "." + way[1])
				q.kinds(n, hop.Kinds)
				q.add(")")
			}
		}
		q.types(f, hop.Types)
		q.edge(f, hop.Edge)
	}
}

// selective reports whether few nodes fulfil a condition, and can be found
// without looking at all.
func selective(p *kg.Pred) bool {
	switch {
	case p == nil:
		return false
	case p.And != nil:
		for i := range p.And {
			if selective(&p.And[i]) {
				return true
			}
		}
		return false
	case p.Or != nil:
		for i := range p.Or {
			if !selective(&p.Or[i]) {
				return false
			}
		}
		return true
	case p.Rel != nil:
		return p.Rel.Quant == kg.Some && selective(p.Rel.Where)
	}
	return p.ID != nil || p.Name != nil
}
