package neo4j

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"mueang/graph/kg"
)

// chunk is how many rows one statement writes.
const chunk = 2000

// row is a row as a parameter.
type row = map[string]any

// writer applies one batch. Its first error ends it.
type writer struct {
	ctx context.Context
	tx  *tx
	err error
}

// Apply implements [kg.Tx].
func (t *tx) Apply(ctx context.Context, b *kg.Batch) error {
	if err := b.Validate(); err != nil {
		return err
	}
	w := &writer{ctx: ctx, tx: t}
	w.remove(b)
	w.documents(b.Documents)
	w.mentions(b.Mentions)
	w.statements(b.Statements)
	w.referents(b.Referents)
	w.entities(b.Entities)
	w.facts(b.Facts)
	w.links(b.Links)
	w.versions(b.Versions)
	w.acts(b.Acts)
	w.changes(b.Changes)
	if b.Snapshot != nil {
		w.snapshot(b.Snapshot)
	}
	return w.err
}

func (w *writer) snapshot(s *kg.Snapshot) {
	w.write([]row{{"id": s.ID, "recordedAt": s.RecordedAt, "lastAct": string(s.LastAct)}},
		`UNWIND $rows AS row MATCH (g:Graph {id: "graph"}) SET g.snapshot = row.id, g.recordedAt = row.recordedAt, g.lastAct = row.lastAct`)
}

// write sends statements about rows, a chunk at a time.
func (w *writer) write(rows []row, statements ...string) {
	for part := range slices.Chunk(rows, chunk) {
		for _, statement := range statements {
			if w.err != nil {
				return
			}
			w.err = w.tx.exec(w.ctx, "neo4j.Apply", statement, map[string]any{"rows": part})
		}
	}
}

// hot are the properties that most statements read. They are written last:
// Neo4j keeps the properties of a thing in a chain with the newest at its head,
// and reads it up to the one that it wants.
var hot = []string{"observedUp", "confidence", "rejected", "kind", "id", "card"}

// parted takes the hot properties out of a row's and gives both.
func parted(id string, properties row) row {
	head := row{}
	for _, name := range hot {
		if value, ok := properties[name]; ok {
			head[name] = value
			delete(properties, name)
		}
	}
	return row{"id": id, "properties": properties, "hot": head}
}

// body gives a row as JSON.
func (w *writer) body(value any) string {
	data, err := json.Marshal(value)
	if err != nil && w.err == nil {
		w.err = kg.Wrap(kg.Internal, "neo4j.Apply", err)
	}
	return string(data)
}

// typeLabels removes from n every label that a kind may give.
var typeLabels = func() string {
	labels := "n:Entity:Document:Long"
	for _, info := range kg.Kinds {
		for _, label := range []string{info.Type, info.Interface} {
			if label != "" && !strings.Contains(labels+":", ":"+label+":") {
				labels += ":" + label
			}
		}
	}
	return labels
}()

// sweep removes a node n that is neither entity nor document and has no facts
// left, or else leaves it to hold the facts that still end there.
const sweep = `WITH n WHERE NOT n:Entity AND NOT n:Document AND NOT EXISTS { (n)--() } DELETE n`

func (w *writer) remove(b *kg.Batch) {
	w.write(ids(b.RemoveDocuments),
		`UNWIND $rows AS row MATCH (n:Mention) WHERE n.document = row.id DELETE n`,
		`UNWIND $rows AS row MATCH (n:Statement {document: row.id}) DELETE n`,
		`UNWIND $rows AS row MATCH (n:Document {id: row.id}) REMOVE `+typeLabels+` SET n = {id: row.id} `+sweep)
	w.write(ids(b.RemoveStatements), `UNWIND $rows AS row MATCH (n:Statement {id: row.id}) DELETE n`)
	w.write(ids(b.RemoveReferents),
		`UNWIND $rows AS row MATCH (n:Block {referent: row.id}) DELETE n`,
		`UNWIND $rows AS row MATCH (n:Referent {id: row.id}) DELETE n`)
	w.write(ids(b.RemoveFacts),
		`UNWIND $rows AS row MATCH (f:Fact {id: row.id}) MATCH (s:Node {id: f.subject}) MATCH (o:Node {id: f.object})
MATCH (s)-[r]->(o) WHERE r.id = row.id DELETE r, f WITH s, o UNWIND [s, o] AS n WITH DISTINCT n `+sweep)
	w.write(ids(b.RemoveEntities),
		`UNWIND $rows AS row MATCH (n:Alias {entity: row.id}) DELETE n`,
		`UNWIND $rows AS row MATCH (n:Entity {id: row.id}) REMOVE `+typeLabels+` SET n = {id: row.id} `+sweep)
	w.write(ids(b.RemoveLinks), `UNWIND $rows AS row MATCH (n:Judgement {id: row.id}) DELETE n`)
	w.write(ids(b.RemoveVersions), `UNWIND $rows AS row MATCH (n:Version {id: row.id}) DELETE n`)
}

func ids(list []kg.ID) []row {
	rows := make([]row, len(list))
	for i, id := range list {
		rows[i] = row{"id": string(id)}
	}
	return rows
}

func (w *writer) documents(list []kg.Document) {
	rows := make([]row, len(list))
	var long []row
	for i := range list {
		d := list[i]
		text := d.Text
		d.Text = ""
		// A term, which holds no line end, is in the title or in the text.
		content, contentLong := kg.NameKey(d.Title)+"\n"+kg.NameKey(text), ""
		if len(content) > maxIndexedText {
			content, contentLong = "", content
			long = append(long, row{"id": string(d.ID)})
		}
		rows[i] = parted(string(d.ID), row{
			"id": string(d.ID), "kind": string(kg.KindDocument), "body": w.body(&d), "text": text, "card": documentCard(&d),
			"name": d.Name(), "url": d.URL, "publisher": d.Publisher, "language": d.Language,
			"sortKey": kg.SortKey(d.Name()), "sortHead": sortHead(kg.SortKey(d.Name())), "search": joinKeys([]string{kg.NameKey(d.Name())}), "documentCount": 0,
			"firstDay": d.FirstDay(), "month": d.Month(), "lastDay": d.LastDay(), "dayUp": dayUp(d.FirstDay()), "dayDown": dayDown(d.FirstDay()),
			"titleKey": kg.NameKey(d.Title), "content": content, "contentLong": contentLong,
			"subtype": "", "status": "", "role": "",
		})
	}
	w.write(rows, `UNWIND $rows AS row MERGE (n:Node {id: row.id}) REMOVE n:Long SET n:Document SET n = row.properties SET n += row.hot`)
	w.write(long, setLong)
}

func (w *writer) mentions(list []kg.Mention) {
	rows := make([]row, len(list))
	for i := range list {
		m := &list[i]
		starts, ends, quotes := make([]any, len(m.Spans)), make([]any, len(m.Spans)), make([]any, len(m.Spans))
		for k, span := range m.Spans {
			starts[k], ends[k], quotes[k] = span.Start, span.End, span.Text
		}
		rows[i] = row{"document": string(m.Document), "referent": string(m.Referent), "properties": row{
			"document": string(m.Document), "referent": string(m.Referent), "entity": string(m.Entity),
			"name": m.Thing.Name, "starts": starts, "ends": ends, "quotes": quotes, "body": w.body(m),
		}}
	}
	w.write(rows, `UNWIND $rows AS row MERGE (n:Mention {document: row.document, referent: row.referent}) SET n = row.properties`)
}

func (w *writer) statements(list []kg.Statement) {
	rows := make([]row, len(list))
	for i := range list {
		s := &list[i]
		rows[i] = row{"id": string(s.ID), "properties": row{
			"id": string(s.ID), "fact": string(s.Fact), "type": string(s.Type), "subject": string(s.Subject),
			"object": string(s.Object), "onBehalfOf": string(s.OnBehalfOf), "document": string(s.Document),
			"start": s.Start, "end": s.End, "quote": s.Quote, "body": w.body(s),
		}}
	}
	w.write(rows, `UNWIND $rows AS row MERGE (n:Statement {id: row.id}) SET n = row.properties`)
}

func (w *writer) referents(list []kg.Referent) {
	rows := make([]row, len(list))
	for i := range list {
		r := &list[i]
		rows[i] = row{"id": string(r.ID), "blocks": blockKeys(r.Blocks), "properties": row{
			"id": string(r.ID), "entity": string(r.Entity), "class": string(r.Class), "key": r.Key, "body": w.body(r),
		}}
	}
	w.write(rows,
		`UNWIND $rows AS row MERGE (n:Referent {id: row.id}) SET n = row.properties`,
		`UNWIND $rows AS row MATCH (b:Block {referent: row.id}) WHERE NOT b.key IN row.blocks DELETE b`,
		`UNWIND $rows AS row UNWIND row.blocks AS key MERGE (:Block {key: key, referent: row.id})`)
}

// blockKeys gives the keys of Block nodes: hashes, as what a name gives may be
// too long for an index.
func blockKeys(blocks []string) []any {
	keys := make([]any, len(blocks))
	for i, block := range blocks {
		keys[i] = string(kg.NewID("block", block))
	}
	return keys
}

func (w *writer) entities(list []kg.Entity) {
	byKind := map[kg.Kind][]row{}
	var aliases, long []row
	for i := range list {
		e := &list[i]
		also := []any{}
		for _, id := range e.Referents {
			if id != e.ID {
				also = append(also, string(id))
			}
		}
		aliases = append(aliases, row{"id": string(e.ID), "also": also})
		properties := w.entity(e)
		if properties["searchLong"] != "" {
			long = append(long, row{"id": string(e.ID)})
		}
		byKind[e.Kind] = append(byKind[e.Kind], parted(string(e.ID), properties))
	}
	for _, info := range kg.Kinds {
		if rows := byKind[info.Kind]; rows != nil {
			labels := "n:Entity:" + info.Type
			if info.Interface != "" {
				labels += ":" + info.Interface
			}
			w.write(rows, fmt.Sprintf(`UNWIND $rows AS row MERGE (n:Node {id: row.id}) REMOVE %s SET %s SET n = row.properties SET n += row.hot`, typeLabels, labels))
		}
	}
	w.write(long, setLong)
	w.write(aliases, `UNWIND $rows AS row MATCH (a:Alias {entity: row.id}) WHERE NOT a.id IN row.also DELETE a`)
	w.write(aliases, `UNWIND $rows AS row UNWIND row.also AS id MERGE (a:Alias {id: id}) SET a.entity = row.id`)
}

func (w *writer) entity(e *kg.Entity) row {
	names := make([]any, len(e.Names))
	for i, name := range e.Names {
		names[i] = name.Text
	}
	keys := e.NameKeys()
	search, long := joinKeys(keys), ""
	if len(search) > maxIndexedText {
		search, long = "", search
	}
	return row{
		"id": string(e.ID), "kind": string(e.Kind), "body": w.body(e), "name": e.Name, "names": names,
		"description": e.Description, "subtype": e.Subtype, "status": e.Status, "role": e.Role, "roleText": e.RoleText,
		"documentCount": e.DocumentCount, "sortKey": kg.SortKey(e.Name), "sortHead": sortHead(kg.SortKey(e.Name)),
		"search": search, "searchLong": long, "keys": keys,
		"firstDay": e.FirstDay(), "month": e.Month(), "lastDay": e.LastDay(), "dayUp": dayUp(e.FirstDay()), "dayDown": dayDown(e.FirstDay()),
		"card": entityCard(e), "publisher": "", "language": "",
	}
}

// rejected is the type of the relationships of facts that are rejected: no
// fact can be of it, and who walks along a fact's own type does not meet them.
const rejected = "rejected"

func (w *writer) facts(list []kg.Fact) {
	byType := map[string][]row{}
	turned := make([]row, len(list))
	for i := range list {
		f := &list[i]
		of := string(f.Type) // capitals and underscores, as Validate has seen
		if f.FactStatus == kg.Rejected {
			of = rejected
		}
		fact := parted(string(f.ID), w.fact(f))
		fact["subject"], fact["object"] = string(f.Subject), string(f.Object)
		byType[of] = append(byType[of], fact)
		turned[i] = row{"id": string(f.ID), "rejected": f.FactStatus == kg.Rejected}
	}
	w.write(turned, `UNWIND $rows AS row MATCH (f:Fact {id: row.id}) WHERE f.rejected <> row.rejected
MATCH (:Node {id: f.subject})-[r]->(:Node {id: f.object}) WHERE r.id = row.id DELETE r`)
	for _, of := range slices.Sorted(maps.Keys(byType)) {
		w.write(byType[of], fmt.Sprintf(`UNWIND $rows AS row MERGE (f:Fact {id: row.id}) SET f = row.properties SET f += row.hot
MERGE (s:Node {id: row.subject}) MERGE (o:Node {id: row.object}) MERGE (s)-[r:%s {id: row.id}]->(o) SET r = row.properties SET r += row.hot`, of))
	}
}

func (w *writer) fact(f *kg.Fact) row {
	date := func(d *kg.PartialDate) string {
		if d == nil {
			return ""
		}
		return d.Value
	}
	from, to := holds(f)
	return row{
		"id": string(f.ID), "type": string(f.Type), "subject": string(f.Subject), "object": string(f.Object), "body": w.body(f),
		"role": f.Role, "roleText": f.RoleText, "status": f.Status, "onBehalfOf": string(f.OnBehalfOf),
		"validFrom": date(f.ValidFrom), "validTo": date(f.ValidTo), "observedFrom": f.ObservedFrom, "observedTo": f.ObservedTo,
		"observedUp": dayUp(f.ObservedFrom), "observedDown": dayDown(f.ObservedFrom), "holdsFrom": from, "holdsTo": to,
		"confidence": f.Confidence, "factStatus": string(f.FactStatus), "rejected": f.FactStatus == kg.Rejected,
		"sourceCount": f.SourceCount, "recordedAt": f.RecordedAt, "card": factCard(f),
	}
}

// never is after every day.
const never = "~"

// holds gives the first and the last day on which [kg.Fact.HoldsOn] is true.
func holds(f *kg.Fact) (from, to string) {
	if f.ValidFrom == nil && f.ValidTo == nil {
		if f.ObservedFrom == "" {
			return never, ""
		}
		return f.ObservedFrom, f.ObservedTo
	}
	to = never
	if f.ValidFrom != nil {
		from = f.ValidFrom.First()
	}
	if f.ValidTo != nil {
		to = f.ValidTo.Last()
	}
	return from, to
}

func (w *writer) links(list []kg.Judgement) {
	rows := make([]row, len(list))
	for i := range list {
		l := &list[i]
		rows[i] = row{"id": string(l.ID), "properties": row{
			"id": string(l.ID), "left": string(l.Left), "right": string(l.Right), "verdict": string(l.Verdict), "body": w.body(l),
		}}
	}
	w.write(rows, `UNWIND $rows AS row MERGE (n:Judgement {id: row.id}) SET n = row.properties`)
}

func (w *writer) versions(list []kg.Version) {
	rows := make([]row, len(list))
	for i := range list {
		v := &list[i]
		rows[i] = row{"id": string(v.ID), "properties": row{"id": string(v.ID), "document": string(v.Document.ID), "until": v.Until, "body": w.body(v)}}
	}
	w.write(rows, `UNWIND $rows AS row MERGE (n:Version {id: row.id}) SET n = row.properties`)
}

// acts appends to the ledger; an act that is there stays as it is.
func (w *writer) acts(list []kg.Act) {
	rows := make([]row, len(list))
	for i := range list {
		a := &list[i]
		rows[i] = row{"id": string(a.ID), "about": texts(a.About()), "properties": row{
			"id": string(a.ID), "seq": a.Seq, "kind": string(a.Kind), "actor": a.Actor, "at": a.At, "body": w.body(a),
		}}
	}
	w.write(rows,
		`UNWIND $rows AS row MERGE (n:Act {id: row.id}) ON CREATE SET n = row.properties`,
		`UNWIND $rows AS row UNWIND row.about AS id MERGE (:About {id: id, act: row.id})`)
}

func (w *writer) changes(list []kg.Change) {
	rows := make([]row, len(list))
	for i, c := range list {
		rows[i] = row{"properties": row{"action": string(c.Action), "node": string(c.Node), "kind": string(c.Kind), "at": c.At}}
	}
	w.write(rows, `MATCH (g:Graph {id: "graph"}) WITH g, g.seq AS seq SET g.seq = seq + size($rows)
WITH seq UNWIND range(1, size($rows)) AS i CREATE (c:Change) SET c = $rows[i-1].properties, c.seq = seq + i`)
}

// joinKeys writes name keys into one string, in which a key stands between
// line ends: no key holds one.
func joinKeys(keys []string) string {
	if len(keys) == 0 {
		return ""
	}
	return "\n" + strings.Join(keys, "\n") + "\n"
}

// maxIndexedText is how many bytes of text Neo4j's text index takes, a little
// less. A node with more has the label Long, and its keys in searchLong or
// contentLong.
const maxIndexedText = 32000

const setLong = `UNWIND $rows AS row MATCH (n:Node {id: row.id}) SET n:Long`

// sortHead gives the first characters of a sort key, as many as sort almost
// all names: what the index holds, which takes no value of more than 8 kB.
func sortHead(key string) string {
	const length = 64
	n := 0
	for i := range key {
		if n++; n > length {
			return key[:i]
		}
	}
	return key
}

// dayUp and dayDown give the day by which something is sorted, the undated
// last either way.
func dayUp(day string) string {
	if day == "" {
		return "9999-99-99"
	}
	return day
}

func dayDown(day string) string {
	if day == "" {
		return "0000-00-00"
	}
	return day
}
