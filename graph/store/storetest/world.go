package storetest

import (
	"cmp"
	"fmt"
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"

	"mueang/graph/kg"
)

// World is what a loader would know: documents with their mentions and
// statements, and which referents are one thing. Batches follow from how it
// changes, so that every one of them keeps the graph whole.
type World struct {
	made      int // documents ever made
	things    []thing
	documents map[kg.ID]release
	cluster   map[kg.ID]kg.ID         // of a referent, where that is not its own
	verdicts  map[kg.ID]kg.FactStatus // by fact
	links     map[kg.ID]kg.Judgement  // by id
	written   rows                    // what the store has
}

// thing is one referent that documents may speak of.
type thing struct{ kg.Entity }

// release is a document with what it says.
type release struct {
	document   kg.Document
	mentions   map[kg.ID]kg.Mention // by referent
	statements []kg.Statement       // without Fact
}

// rows are the rows that follow from a world.
type rows struct {
	documents  map[kg.ID]kg.Document
	mentions   map[[2]kg.ID]kg.Mention
	statements map[kg.ID]kg.Statement
	referents  map[kg.ID]kg.Referent
	entities   map[kg.ID]kg.Entity
	facts      map[kg.ID]kg.Fact
	links      map[kg.ID]kg.Judgement
}

var (
	givenNames  = []string{"ณัฐพล", "พุทธิพงษ์", "สมชาย", "สมหญิง", "เกรียงไกร", "แก้วตา", "ไพโรจน์", "โสภา", "Kim", "kim", "Anna", "ÉLISE", "O'Neil"}
	familyNames = []string{"นิมมานพัชรินทร์", "ปุณณกันต์", "ใจดี", "เขียวสด", "Hyun-mee", "น้ำเพชร", "นํ้าเพชร", "Smith"}
	honorific   = []string{"", "นาย", "ดร.", "ผศ.ดร.", "H.E. "}
	bodies      = []string{"กระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม", "สำนักงานส่งเสริมเศรษฐกิจดิจิทัล", "depa", "ดีป้า", "การท่าเรือแห่งประเทศไทย", "MOLIT", "เทศบาลนครภูเก็ต", "ASEAN", "คณะกรรมการขับเคลื่อนเมืองอัจฉริยะ"}
	areas       = []string{"ภูเก็ต", "ขอนแก่น", "เกาะสมุย", "กรุงเทพฯ", "แพร่", "Seoul", "ปาก", "ป่า", "ป้า"}
	matters     = []string{"การประชุม ASCN ครั้งที่ 1/2563", "การประชุมครั้งที่ ๒/๒๕๖๓", "บันทึกความเข้าใจเมืองอัจฉริยะ", "Smart City Expo", "ดิจิทัลไทย", "กองทุนดิจิทัล", "รัฐมนตรีว่าการ", "ผู้อำนวยการใหญ่"}
	// strange holds what breaks quoting, escaping, counting and sorting.
	strange = []string{"'; DROP TABLE fact; --", "`}) MATCH (n) DETACH DELETE n //", `\u0000 \" \\ "`, "null", "NULL", "NaN", "",
		"🏙️ เมือง 👩‍👩‍👧", "\u202eกลับหลัง", "a\u0000b", "e\u0301 é", "%_*?[a-z]", "$p.v0 {0} :1 ?", " \t\n ", "\u200bศูนย์", "İstanbul ß", "\ufeffbom", "\uffff"}
	days       = []string{"2018", "2019", "2019-11", "2019-11-25", "2019-11-26", "2019-12-31", "2020", "2020-01-01", "2020-02", "2020-02-29", "2021-06"}
	publishers = []string{"", "depa", "กระทรวงดิจิทัลฯ", "สวทช.", "🏙"}
	languages  = []string{"", "th", "en"}
)

// relation says which facts a random world has.
type relation struct {
	kind     kg.RelationType
	from, to []kg.Class
	roles    []string
	statuses []string
}

var relations = []relation{
	{kg.Chaired, []kg.Class{"person", "post"}, []kg.Class{"meeting"}, []string{"CHAIR", "CO_CHAIR", "OPENED"}, nil},
	{kg.Attended, []kg.Class{"person", "post", "org", "city"}, []kg.Class{"meeting"}, []string{"ATTENDEE", "DELEGATE", ""}, nil},
	{kg.Organized, []kg.Class{"org"}, []kg.Class{"meeting"}, []string{"HOST", "CO_HOST"}, nil},
	{kg.HeldAt, []kg.Class{"meeting"}, []kg.Class{"city", "province", "venue"}, nil, nil},
	{kg.PartyTo, []kg.Class{"org", "city"}, []kg.Class{"agreement"}, nil, nil},
	{kg.Signed, []kg.Class{"person"}, []kg.Class{"agreement"}, nil, nil},
	{kg.Holds, []kg.Class{"person"}, []kg.Class{"post"}, nil, nil},
	{kg.PostIn, []kg.Class{"post"}, []kg.Class{"org"}, nil, nil},
	{kg.MemberOf, []kg.Class{"person", "post", "org", "city"}, []kg.Class{"org"}, []string{"", "CHAIR"}, []string{"MEMBER", "PROPOSED"}},
	{kg.PartOf, []kg.Class{"org"}, []kg.Class{"org"}, nil, nil},
	{kg.LocatedIn, []kg.Class{"city", "org", "project"}, []kg.Class{"province", "city"}, nil, nil},
	{kg.Finances, []kg.Class{"fund", "org"}, []kg.Class{"project"}, nil, nil},
	{kg.About, []kg.Class{"agreement", "meeting"}, []kg.Class{"city", "project"}, nil, nil},
}

var kindsOf = map[kg.Class][]kg.Kind{
	kg.ClassOrganization: {kg.KindMinistry, kg.KindAgency, kg.KindCompany, kg.KindCommittee, kg.KindNetwork, kg.KindOrganization},
	kg.ClassPerson:       {kg.KindPerson}, kg.ClassPost: {kg.KindPost}, kg.ClassMeeting: {kg.KindMeeting},
	kg.ClassAgreement: {kg.KindAgreement}, kg.ClassCity: {kg.KindCity}, kg.ClassProvince: {kg.KindProvince},
	kg.ClassVenue: {kg.KindVenue}, kg.ClassFund: {kg.KindFund}, kg.ClassProject: {kg.KindProject},
}

// NewWorld makes a world in which no document has been written yet.
func NewWorld(r *rand.Rand) *World {
	w := &World{
		documents: map[kg.ID]release{}, cluster: map[kg.ID]kg.ID{},
		verdicts: map[kg.ID]kg.FactStatus{}, links: map[kg.ID]kg.Judgement{},
	}
	for _, c := range []struct {
		class kg.Class
		n     int
	}{{"person", 9}, {"org", 9}, {"post", 5}, {"meeting", 7}, {"agreement", 5}, {"city", 4}, {"province", 2}, {"venue", 1}, {"fund", 2}, {"project", 2}} {
		for i := range c.n {
			w.things = append(w.things, thing{randomEntity(r, c.class, i)})
		}
	}
	return w
}

func pick[T any](r *rand.Rand, list []T) T { return list[r.IntN(len(list))] }

func chance(r *rand.Rand, percent int) bool { return r.IntN(100) < percent }

func randomDate(r *rand.Rand, percent int) *kg.PartialDate {
	if !chance(r, percent) {
		return nil
	}
	d := kg.PartialDate{Value: pick(r, days)}
	if chance(r, 50) {
		d.Original = d.Buddhist()
	}
	return &d
}

func randomText(r *rand.Rand, class kg.Class) string {
	if chance(r, 8) {
		if text := pick(r, strange); text != "" {
			return text
		}
		return strings.Repeat("ยาว", 400)
	}
	switch class {
	case kg.ClassPerson:
		return pick(r, honorific) + pick(r, givenNames) + " " + pick(r, familyNames)
	case kg.ClassOrganization:
		return pick(r, bodies)
	case kg.ClassCity, kg.ClassProvince, kg.ClassVenue:
		return pick(r, areas)
	}
	return pick(r, matters) + " " + pick(r, areas)
}

func randomName(r *rand.Rand, class kg.Class) kg.Name {
	return kg.Name{Text: randomText(r, class), Language: pick(r, []string{"th", "en", "und"}),
		Kind: pick(r, []kg.NameKind{kg.NameOfficial, kg.NameAlias, kg.NameAcronym, kg.NameShort, kg.NameTransliteration})}
}

func randomEntity(r *rand.Rand, class kg.Class, n int) kg.Entity {
	e := kg.Entity{ID: kg.NewID(string(class), fmt.Sprint(n)), Kind: pick(r, kindsOf[class]), Names: []kg.Name{randomName(r, class)}}
	for chance(r, 50) {
		e.Names = append(e.Names, randomName(r, class))
	}
	e.Name = e.Names[0].Text
	if chance(r, 20) {
		e.Description = pick(r, strange)
	}
	if chance(r, 30) {
		e.Identifiers = []kg.Identifier{{Scheme: "iso3166-2", Value: "TH-83"}, {Scheme: "th-agency", Value: pick(r, strange)}}
	}
	switch class {
	case kg.ClassPerson:
		e.Titles = pick(r, [][]string{nil, {"นาย"}, {"ดร.", "ผศ."}})
	case kg.ClassPost:
		e.Role, e.RoleText = pick(r, []string{"", "MINISTER", "DIRECTOR"}), pick(r, strange)
	case kg.ClassMeeting:
		e.Subtype, e.Status = pick(r, []string{"", "MEETING", "SEMINAR"}), pick(r, []string{"", "PLANNED", "HELD"})
		if e.StartDate = randomDate(r, 75); e.StartDate != nil && chance(r, 30) {
			e.EndDate = &kg.PartialDate{Value: "2021-12-31"}
		}
		if chance(r, 30) {
			e.Series = &kg.Series{Name: "ASCN", Ordinal: r.IntN(3), Year: 2019 + r.IntN(3)}
		}
	case kg.ClassAgreement:
		e.Subtype, e.Status = pick(r, []string{"", "MOU", "CONTRACT"}), pick(r, []string{"SIGNED", "APPROVED", ""})
		e.StartDate, e.Subject = randomDate(r, 75), pick(r, strange)
	case kg.ClassFund, kg.ClassProject:
		e.Amount = &kg.Money{Value: pick(r, []float64{0, 0.1, 1e8, 1234567.89, 1e21}), Currency: "THB", Original: "กว่า 100 ล้านบาท"}
		if class == kg.ClassProject {
			e.StartDate, e.Status = randomDate(r, 50), pick(r, []string{"", "CERTIFIED"})
		}
	}
	return e
}

// RandomBatch changes the world a little and gives the batch that brings a
// store from what the last one left to the new state.
func (w *World) RandomBatch(r *rand.Rand) kg.Batch {
	var b kg.Batch
	for range 1 + r.IntN(4) {
		ids := slices.Sorted(maps.Keys(w.documents))
		switch n := r.IntN(12); {
		case n < 5 || len(ids) < 3:
			w.made++
			w.publish(r, kg.NewID("document", fmt.Sprint(w.made)))
		case n == 5:
			w.publish(r, pick(r, ids)) // written anew
		case n == 6:
			delete(w.documents, pick(r, ids))
		case n < 9:
			w.merge(r)
		case n == 9:
			if merged := slices.Sorted(maps.Keys(w.cluster)); len(merged) > 0 {
				delete(w.cluster, pick(r, merged))
			}
		case n == 10:
			if facts := slices.Sorted(maps.Keys(w.written.facts)); len(facts) > 0 {
				for range 4 {
					w.verdicts[pick(r, facts)] = pick(r, []kg.FactStatus{kg.Confirmed, kg.Disputed, kg.Rejected, kg.Rejected})
				}
			}
		default:
			w.judge(r)
		}
	}
	now := w.rows()
	w.difference(r, now, &b)
	w.written = now
	b.Snapshot = &kg.Snapshot{ID: fmt.Sprintf("%016x", r.Uint64()), RecordedAt: "2024-01-02T03:04:05Z"}
	return b
}

// merge makes two clusters of one class one.
func (w *World) merge(r *rand.Rand) {
	a := pick(r, w.things)
	b := w.some(r, []kg.Class{a.Kind.Class()})
	from, to := w.clusterOf(a.ID), w.clusterOf(b.ID)
	from, to = max(from, to), min(from, to)
	if from == to {
		return
	}
	for _, t := range w.things {
		if w.clusterOf(t.ID) == from {
			w.cluster[t.ID] = to
		}
	}
}

// clusterOf gives the cluster of a referent.
func (w *World) clusterOf(referent kg.ID) kg.ID {
	if id, ok := w.cluster[referent]; ok {
		return id
	}
	return referent
}

func (w *World) judge(r *rand.Rand) {
	if known := slices.Sorted(maps.Keys(w.links)); len(known) > 0 && chance(r, 30) {
		delete(w.links, pick(r, known))
		return
	}
	a, b := pick(r, w.things).ID, pick(r, w.things).ID
	link := kg.Judgement{Left: min(a, b), Right: max(a, b), Verdict: pick(r, []kg.Verdict{kg.Same, kg.Different, kg.Unsure}),
		Score: float64(r.IntN(101)) / 100, Reason: pick(r, strange), Judge: "resolver/1"}
	link.ID = kg.NewID("link", string(link.Left), string(link.Right))
	w.links[link.ID] = link
}

// publish writes or rewrites a document.
func (w *World) publish(r *rand.Rand, id kg.ID) {
	rel := release{
		document: kg.Document{ID: id, Source: "release-" + string(id), Publisher: pick(r, publishers),
			PublishedOn: randomDate(r, 80), Language: pick(r, languages), RecordedAt: "2024-01-01T00:00:00Z", Reader: "rules/1"},
		mentions: map[kg.ID]kg.Mention{},
	}
	if chance(r, 80) {
		rel.document.Title = pick(r, matters) + pick(r, strange) + pick(r, areas)
	}
	if chance(r, 40) {
		rel.document.URL = "https://example.org/" + string(id)
	}
	if others := slices.Sorted(maps.Keys(w.documents)); len(others) > 0 && chance(r, 15) {
		rel.document.CopyOf = pick(r, others)
	}
	var text []rune
	say := func(t thing) {
		start := len(text)
		text = append(text, []rune(t.Name)...)
		m := rel.mentions[t.ID]
		m.Document, m.Referent, m.Thing = id, t.ID, t.Entity
		m.Spans = append(m.Spans, kg.Span{Start: start, End: len(text), Text: t.Name})
		rel.mentions[t.ID] = m
		text = append(text, []rune(pick(r, []string{" ", "และ", " 🤝 ", "ได้", "\n"}))...)
	}
	for range 1 + r.IntN(7) {
		how := pick(r, relations)
		subject, object := w.some(r, how.from), w.some(r, how.to)
		start := len(text)
		say(subject)
		say(object)
		st := kg.Statement{Type: how.kind, Subject: subject.ID, Object: object.ID}
		if len(how.roles) > 0 {
			st.Role = pick(r, how.roles)
		}
		if len(how.statuses) > 0 {
			st.Status = pick(r, how.statuses)
		}
		if chance(r, 30) {
			st.RoleText, st.Capacity = pick(r, strange), pick(r, strange)
		}
		if (how.kind == kg.Attended || how.kind == kg.Signed) && chance(r, 40) {
			body := w.some(r, []kg.Class{kg.ClassOrganization})
			say(body)
			st.OnBehalfOf = body.ID
		}
		if how.kind == kg.Holds || how.kind == kg.MemberOf {
			st.ValidFrom = randomDate(r, 30)
			st.ValidTo = randomDate(r, 20)
		}
		if how.kind == kg.Finances {
			st.Amount = &kg.Money{Value: 1.5e6, Currency: "THB"}
		}
		for n := 0; n == 0 || n < 3 && chance(r, 30); n++ { // several statements of one fact
			st.Start = start + n
			st.End = min(len(text), st.Start+1+r.IntN(20))
			st.Evidence = kg.Evidence{Document: id, Start: st.Start, End: st.End, Extractor: "rules", Version: "1",
				Rule: string(how.kind), Confidence: float64(r.IntN(101)) / 100}
			if rel.document.PublishedOn != nil {
				st.ObservedOn = rel.document.PublishedOn.Value
			}
			rel.statements = append(rel.statements, st)
		}
	}
	rel.document.Text = string(text)
	rel.document.Hash = string(kg.NewID("hash", rel.document.Text))
	for i := range rel.statements {
		st := &rel.statements[i]
		st.Quote = string(text[st.Start:st.End])
		st.ID = kg.StatementID(*st)
	}
	w.documents[id] = rel
}

// some gives a thing of one of the classes.
func (w *World) some(r *rand.Rand, classes []kg.Class) thing {
	var fit []thing
	for _, t := range w.things {
		if slices.Contains(classes, t.Kind.Class()) {
			fit = append(fit, t)
		}
	}
	return pick(r, fit)
}

// rows derives all rows from the truth.
func (w *World) rows() rows {
	out := rows{
		documents: map[kg.ID]kg.Document{}, mentions: map[[2]kg.ID]kg.Mention{}, statements: map[kg.ID]kg.Statement{},
		referents: map[kg.ID]kg.Referent{}, entities: map[kg.ID]kg.Entity{}, facts: map[kg.ID]kg.Fact{}, links: maps.Clone(w.links),
	}
	mentionedIn := map[kg.ID]int{}
	for _, rel := range w.documents {
		for referent := range rel.mentions {
			mentionedIn[referent]++
		}
	}
	// An entity is named after the first member of its cluster that is
	// mentioned, since what nobody mentions has no row.
	entity, first := map[kg.ID]kg.ID{"": ""}, map[kg.ID]kg.ID{}
	for _, id := range slices.Sorted(maps.Keys(mentionedIn)) {
		cluster := w.clusterOf(id)
		if _, known := first[cluster]; !known {
			first[cluster] = id
		}
		entity[id] = first[cluster]
	}
	for id, rel := range w.documents {
		out.documents[id] = rel.document
		for referent, m := range rel.mentions {
			m.Entity = entity[referent]
			out.mentions[[2]kg.ID{id, referent}] = m
		}
	}
	for _, t := range w.things {
		if mentionedIn[t.ID] == 0 {
			continue
		}
		id := entity[t.ID]
		out.referents[t.ID] = kg.Referent{ID: t.ID, Entity: id, Class: t.Kind.Class(), Key: kg.NameKey(t.Name), Documents: mentionedIn[t.ID],
			Traits: []kg.Trait{{Field: "name", Value: t.Name, Count: mentionedIn[t.ID]}},
			Blocks: slices.Compact([]string{"all", "name:" + kg.NameKey(t.Name)})}
		e, there := out.entities[id]
		if !there {
			e = t.Entity
			e.Names, e.ID, e.Referents, e.DocumentCount = slices.Clone(t.Names), id, nil, 0
		} else {
			e.Names = append(e.Names, t.Names...)
		}
		e.Names = ordered(e.Name, e.Names)
		e.Referents = append(e.Referents, t.ID)
		slices.Sort(e.Referents)
		e.DocumentCount += mentionedIn[t.ID]
		out.entities[id] = e
	}
	for _, doc := range slices.Sorted(maps.Keys(w.documents)) {
		for _, st := range w.documents[doc].statements {
			w.support(out, st, entity)
		}
	}
	return out
}

// ordered gives names once each, the best first, then by kind, language and text.
func ordered(best string, names []kg.Name) []kg.Name {
	first := slices.IndexFunc(names, func(n kg.Name) bool { return n.Text == best })
	list := slices.Clone(names)
	list[0], list[first] = list[first], list[0]
	slices.SortFunc(list[1:], func(a, b kg.Name) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Language, b.Language), cmp.Compare(a.Text, b.Text))
	})
	rest := slices.DeleteFunc(slices.Compact(list[1:]), func(n kg.Name) bool { return n == list[0] })
	return list[:1+len(rest)]
}

// support adds a statement to the fact that it supports.
func (w *World) support(out rows, st kg.Statement, entity map[kg.ID]kg.ID) {
	f := kg.Fact{Type: st.Type, Subject: entity[st.Subject], Object: entity[st.Object], Qualifiers: st.Qualifiers,
		FactStatus: kg.Extracted, RecordedAt: "2024-01-01T00:00:00Z"}
	f.OnBehalfOf = entity[st.OnBehalfOf]
	f.ID = kg.FactID(f.Type, f.Subject, f.Object, f.Qualifiers)
	if known, ok := out.facts[f.ID]; ok {
		f = known
	}
	f.SourceCount++
	f.Confidence = max(f.Confidence, st.Confidence)
	if st.ObservedOn != "" {
		day := kg.PartialDate{Value: st.ObservedOn}
		if f.ObservedFrom == "" || day.First() < f.ObservedFrom {
			f.ObservedFrom = day.First()
		}
		f.ObservedTo = max(f.ObservedTo, day.Last())
	}
	if status, ok := w.verdicts[f.ID]; ok {
		f.FactStatus = status
	}
	out.facts[f.ID] = f
	st.Fact = f.ID
	out.statements[st.ID] = st
}

// difference fills a batch with what leads from the rows written to new ones.
func (w *World) difference(r *rand.Rand, now rows, b *kg.Batch) {
	anew := map[kg.ID]bool{} // documents that are removed and, where still there, put again
	for _, id := range slices.Sorted(maps.Keys(w.written.documents)) {
		after, kept := now.documents[id]
		if !kept || !reflect.DeepEqual(w.written.documents[id], after) {
			b.RemoveDocuments = append(b.RemoveDocuments, id)
			anew[id] = true
			action := kg.Updated
			if !kept {
				action = kg.Retracted
			}
			b.Changes = append(b.Changes, kg.Change{Action: action, Node: id, Kind: kg.KindDocument, At: "2024-01-02T03:04:05Z"})
		}
	}
	b.RemoveReferents = gone(w.written.referents, now.referents)
	b.RemoveEntities = gone(w.written.entities, now.entities)
	b.RemoveFacts = gone(w.written.facts, now.facts)
	b.RemoveLinks = gone(w.written.links, now.links)
	b.Documents = put(r, w.written.documents, now.documents, func(d kg.Document) bool { return anew[d.ID] })
	b.Mentions = put(r, w.written.mentions, now.mentions, func(m kg.Mention) bool { return anew[m.Document] })
	b.Statements = put(r, w.written.statements, now.statements, func(st kg.Statement) bool { return anew[st.Document] })
	b.Referents = put(r, w.written.referents, now.referents, nil)
	b.Entities = put(r, w.written.entities, now.entities, nil)
	b.Facts = put(r, w.written.facts, now.facts, nil)
	b.Links = put(r, w.written.links, now.links, nil)
	for _, e := range b.Entities {
		b.Changes = append(b.Changes, kg.Change{Action: kg.Updated, Node: e.ID, Kind: e.Kind, At: "2024-01-02T03:04:05Z"})
	}
}

func gone[V any](before, after map[kg.ID]V) []kg.ID {
	var ids []kg.ID
	for id := range before {
		if _, kept := after[id]; !kept {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return ids
}

// put gives the rows that are new or changed, and a few that are as they were.
func put[K comparable, V any](r *rand.Rand, before, after map[K]V, must func(V) bool) []V {
	keys := slices.Collect(maps.Keys(after))
	slices.SortFunc(keys, func(a, b K) int { return strings.Compare(fmt.Sprint(a), fmt.Sprint(b)) })
	var list []V
	for _, key := range keys {
		old, known := before[key]
		if row := after[key]; !known || must != nil && must(row) || chance(r, 3) || !reflect.DeepEqual(old, row) {
			list = append(list, row)
		}
	}
	return list
}
