package storetest

import (
	"slices"
	"strings"
	"unicode/utf8"

	"mueang/graph/kg"
)

// builder makes a batch and fills in what a case does not care about.
type builder struct {
	kg.Batch
	texts map[kg.ID]string
}

// quote is a piece of evidence: the first place of a text in a document.
type quote struct {
	document kg.ID
	text     string
}

func (b *builder) document(d kg.Document) {
	if b.texts == nil {
		b.texts = map[kg.ID]string{}
	}
	if d.Source == "" {
		d.Source = "source of " + string(d.ID)
	}
	b.texts[d.ID] = d.Text
	b.Documents = append(b.Documents, d)
}

// entity adds an entity under a name and others, with a referent for each of
// its ids.
func (b *builder) entity(e kg.Entity, others ...string) {
	e.Names = append(e.Names, kg.Name{Text: e.Name, Language: "und", Kind: kg.NameOfficial})
	for _, name := range others {
		e.Names = append(e.Names, kg.Name{Text: name, Language: "und", Kind: kg.NameShort})
	}
	if e.Referents == nil {
		e.Referents = []kg.ID{e.ID}
	}
	for _, id := range e.Referents {
		b.Referents = append(b.Referents, kg.Referent{
			ID: id, Entity: e.ID, Class: e.Kind.Class(), Key: kg.NameKey(e.Name), Documents: e.DocumentCount,
			Blocks: []string{"class:" + string(e.Kind.Class()), "name:" + kg.NameKey(e.Name)},
		})
	}
	b.Entities = append(b.Entities, e)
}

// fact adds a fact with a statement for each quote and gives its id.
func (b *builder) fact(f kg.Fact, quotes ...quote) kg.ID {
	if f.Confidence == 0 {
		f.Confidence = 0.9
	}
	if f.FactStatus == "" {
		f.FactStatus = kg.Extracted
	}
	if quotes == nil {
		d := b.Documents[0]
		first, _ := utf8.DecodeRuneInString(d.Text)
		quotes = []quote{{d.ID, string(first)}}
	}
	f.ID = kg.FactID(f.Type, f.Subject, f.Object, f.Qualifiers)
	documents := map[kg.ID]bool{}
	for _, q := range quotes {
		documents[q.document] = true
		start := utf8.RuneCountInString(b.texts[q.document][:strings.Index(b.texts[q.document], q.text)])
		st := kg.Statement{Fact: f.ID, Type: f.Type, Subject: f.Subject, Object: f.Object, Qualifiers: f.Qualifiers,
			Evidence: kg.Evidence{Document: q.document, Start: start, End: start + utf8.RuneCountInString(q.text), Quote: q.text,
				Extractor: "rules", Version: "1", Rule: "chair", Confidence: f.Confidence, ObservedOn: f.ObservedFrom}}
		st.ID = kg.StatementID(st)
		b.Statements = append(b.Statements, st)
	}
	f.SourceCount = len(documents)
	b.Facts = append(b.Facts, f)
	return f.ID
}

// mention adds the first places of some texts at which a document mentions a
// referent of an entity.
func (b *builder) mention(document, referent, entity kg.ID, texts ...string) {
	m := kg.Mention{Document: document, Referent: referent, Entity: entity}
	i := slices.IndexFunc(b.Entities, func(e kg.Entity) bool { return e.ID == entity })
	m.Thing = kg.Entity{ID: referent, Kind: b.Entities[i].Kind, Name: texts[0], Names: []kg.Name{{Text: texts[0], Language: "und", Kind: kg.NameAlias}}}
	for _, text := range texts {
		start := utf8.RuneCountInString(b.texts[document][:strings.Index(b.texts[document], text)])
		m.Spans = append(m.Spans, kg.Span{Start: start, End: start + utf8.RuneCountInString(text), Text: text})
	}
	b.Mentions = append(b.Mentions, m)
}

// act adds an act behind those that the batch holds.
func (b *builder) act(a kg.Act) {
	a.Seq, a.Actor, a.At = int64(len(b.Acts)+1), "someone", "2024-01-01T00:00:00Z"
	if a.Seq > 1 {
		a.Before = b.Acts[a.Seq-2].ID
	}
	a.ID = kg.ActID(a)
	b.Acts = append(b.Acts, a)
}

func (b *builder) version(v kg.Version) {
	v.ID, v.Until = kg.VersionID(&v.Document), "2024-01-01T00:00:00Z"
	b.Versions = append(b.Versions, v)
}

func on(value string) *kg.PartialDate { return &kg.PartialDate{Value: value} }

// SmallWorld is what the cases of reading ask about.
func SmallWorld() *kg.Batch {
	b := &builder{}
	b.document(kg.Document{ID: "d1", Title: "ลงนามบันทึกความเข้าใจเมืองอัจฉริยะ", Publisher: "กระทรวงดิจิทัลฯ", PublishedOn: on("2019-11-25"), Language: "th",
		Text: "นายพุทธิพงษ์ ปุณณกันต์ เป็นประธาน 🏙️ การประชุม กระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม ผศ.ดร.ณัฐพล ร่วมในนามดีป้า"})
	b.document(kg.Document{ID: "d2", Title: "Phuket Smart City", Publisher: "depa", PublishedOn: on("2020-05"), Language: "en",
		Text: "Phuket hosted the seminar. Natapon of depa came, and Natapon spoke of Phuket."})
	b.document(kg.Document{ID: "d3", Source: "ขอนแก่น-๓", Text: "เมืองขอนแก่น กับดีป้า"})
	b.document(kg.Document{ID: "d4", Title: "Copy", Publisher: "depa", PublishedOn: on("2019"), Language: "th", CopyOf: "d1", Text: "ลงนาม ณ กรุงเทพฯ"})

	b.entity(kg.Entity{ID: "ann", Kind: kg.KindPerson, Name: "นายพุทธิพงษ์ ปุณณกันต์", Titles: []string{"นาย"}, DocumentCount: 2}, "Buddhipongse Punnakanta")
	b.entity(kg.Entity{ID: "bob", Kind: kg.KindPerson, Name: "ผศ.ดร.ณัฐพล นิมมานพัชรินทร์", Referents: []kg.ID{"bob", "bob-old"}, DocumentCount: 3}, "ณัฐพล", "Natapon")
	b.entity(kg.Entity{ID: "cat", Kind: kg.KindPerson, Name: "Kim Hyun-mee", DocumentCount: 1})
	b.entity(kg.Entity{ID: "mdes", Kind: kg.KindMinistry, Name: "กระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม", DocumentCount: 2}, "ดศ.", "MDES")
	b.entity(kg.Entity{ID: "depa", Kind: kg.KindAgency, Name: "สำนักงานส่งเสริมเศรษฐกิจดิจิทัล", DocumentCount: 3}, "depa", "ดีป้า")
	b.entity(kg.Entity{ID: "molit", Kind: kg.KindMinistry, Name: "Ministry of Land, Infrastructure and Transport", DocumentCount: 1}, "MOLIT")
	b.entity(kg.Entity{ID: "min", Kind: kg.KindPost, Name: "รัฐมนตรีว่าการกระทรวงดิจิทัลฯ", Role: "MINISTER", DocumentCount: 1})
	b.entity(kg.Entity{ID: "head", Kind: kg.KindPost, Name: "ผู้อำนวยการใหญ่ ดีป้า", Role: "DIRECTOR", DocumentCount: 1})
	b.entity(kg.Entity{ID: "m1", Kind: kg.KindMeeting, Name: "การประชุม ASCN ครั้งที่ ๑/๒๕๖๒", Subtype: "CONFERENCE", Status: "HELD",
		StartDate: on("2019-11-25"), EndDate: on("2019-11-26"), Series: &kg.Series{Name: "ASCN", Ordinal: 1, Year: 2019}, DocumentCount: 2})
	b.entity(kg.Entity{ID: "m2", Kind: kg.KindMeeting, Name: "สัมมนาเมืองอัจฉริยะ", Subtype: "SEMINAR", Status: "PLANNED", StartDate: on("2020-02"), DocumentCount: 1})
	b.entity(kg.Entity{ID: "m3", Kind: kg.KindMeeting, Name: "เวทีภูเก็ต", Status: "HELD", StartDate: on("2020"), DocumentCount: 1})
	b.entity(kg.Entity{ID: "m4", Kind: kg.KindMeeting, Name: "ก่อนการประชุม"})
	b.entity(kg.Entity{ID: "mou", Kind: kg.KindAgreement, Name: "บันทึกความเข้าใจ", Subtype: "MOU", Status: "SIGNED", StartDate: on("2019-11-25"), DocumentCount: 1})
	b.entity(kg.Entity{ID: "loi", Kind: kg.KindAgreement, Name: "หนังสือแสดงเจตจำนง", Subtype: "LOI", Status: "ANNOUNCED", StartDate: on("2018"), DocumentCount: 1})
	b.entity(kg.Entity{ID: "phuket", Kind: kg.KindCity, Name: "ภูเก็ต", DocumentCount: 3}, "Phuket")
	b.entity(kg.Entity{ID: "kk", Kind: kg.KindCity, Name: "ขอนแก่น", DocumentCount: 1})
	b.entity(kg.Entity{ID: "samui", Kind: kg.KindCity, Name: "เกาะสมุย", DocumentCount: 1})
	b.entity(kg.Entity{ID: "bkk", Kind: kg.KindProvince, Name: "กรุงเทพมหานคร", DocumentCount: 2}, "กรุงเทพฯ")
	b.entity(kg.Entity{ID: "proj", Kind: kg.KindProject, Name: "ย่านอัจฉริยะ", Status: "CERTIFIED", StartDate: on("2021"),
		Amount: &kg.Money{Value: 1e8, Currency: "THB", Original: "กว่า 100 ล้านบาท"}})

	rel := func(t kg.RelationType, subject, object kg.ID, q kg.Qualifiers) kg.Fact {
		return kg.Fact{Type: t, Subject: subject, Object: object, Qualifiers: q}
	}
	seen := func(f kg.Fact, from, to string) kg.Fact {
		f.ObservedFrom, f.ObservedTo = from, to
		return f
	}
	rejected := func(f kg.Fact) kg.Fact {
		f.FactStatus = kg.Rejected
		return f
	}
	none := kg.Qualifiers{}
	b.fact(seen(rel(kg.Chaired, "ann", "m1", kg.Qualifiers{Role: "CHAIR", RoleText: "เป็นประธาน"}), "2019-11-25", "2020-05-31"),
		quote{"d2", "seminar"}, quote{"d1", "ประธาน"}, quote{"d1", "เป็นประธาน"})
	unsure := rel(kg.Chaired, "ann", "m2", kg.Qualifiers{Role: "CO_CHAIR"})
	unsure.Confidence = 0.5
	b.fact(unsure, quote{"d2", "seminar"})
	b.fact(seen(rel(kg.Attended, "bob", "m1", kg.Qualifiers{Role: "DELEGATE", OnBehalfOf: "depa"}), "2019-11-25", "2019-11-25"), quote{"d1", "ร่วมในนามดีป้า"})
	b.fact(seen(rel(kg.Attended, "bob", "m2", none), "2020-05-01", "2020-05-31"), quote{"d2", "Natapon of depa came"})
	b.fact(seen(rel(kg.Attended, "cat", "m1", none), "2018-01-01", "2018-12-31"))
	b.fact(rel(kg.SpokeAt, "cat", "m1", none))
	b.fact(rel(kg.Holds, "ann", "min", kg.Qualifiers{ValidFrom: on("2019-07")}))
	b.fact(seen(rel(kg.Holds, "bob", "head", none), "2019-11-25", "2020-05-31"))
	b.fact(rejected(seen(rel(kg.Holds, "cat", "min", none), "2019-11-25", "2020-05-31")))
	b.fact(rel(kg.PostIn, "min", "mdes", none))
	b.fact(rel(kg.PostIn, "head", "depa", none))
	b.fact(rel(kg.PartOf, "depa", "mdes", none))
	b.fact(rel(kg.Organized, "mdes", "m1", kg.Qualifiers{Role: "HOST"}))
	b.fact(rel(kg.Organized, "depa", "m1", kg.Qualifiers{Role: "CO_HOST"}))
	b.fact(rel(kg.Organized, "depa", "m2", kg.Qualifiers{Role: "HOST"}))
	b.fact(rejected(rel(kg.Organized, "molit", "m2", kg.Qualifiers{Role: "HOST"})))
	b.fact(rel(kg.HeldAt, "m1", "bkk", none))
	b.fact(rel(kg.HeldAt, "m2", "phuket", none))
	b.fact(rel(kg.HeldAt, "m3", "phuket", none))
	b.fact(rel(kg.PartyTo, "depa", "mou", none))
	b.fact(rel(kg.PartyTo, "molit", "mou", none))
	b.fact(rel(kg.PartyTo, "phuket", "loi", none))
	b.fact(rel(kg.PartyTo, "depa", "loi", none))
	b.fact(rel(kg.Signed, "bob", "mou", kg.Qualifiers{OnBehalfOf: "depa", Capacity: "ผู้อำนวยการ"}))
	b.fact(rel(kg.Witnessed, "ann", "mou", none))
	b.fact(rel(kg.SignedAt, "mou", "m1", none))
	b.fact(rel(kg.About, "mou", "phuket", none))
	b.fact(rel(kg.About, "mou", "kk", none))
	b.fact(rel(kg.About, "mou", "proj", none))
	b.fact(rel(kg.MemberOf, "phuket", "depa", kg.Qualifiers{Status: "MEMBER"}))
	b.fact(rel(kg.MemberOf, "kk", "depa", kg.Qualifiers{Status: "PROPOSED"}))
	b.fact(rel(kg.LocatedIn, "proj", "phuket", none))

	b.mention("d1", "ann", "ann", "นายพุทธิพงษ์ ปุณณกันต์")
	b.mention("d1", "bob-old", "bob", "ผศ.ดร.ณัฐพล")
	b.mention("d1", "mdes", "mdes", "กระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม")
	b.mention("d1", "depa", "depa", "ดีป้า")
	b.mention("d1", "m1", "m1", "การประชุม")
	b.mention("d2", "bob", "bob", "Natapon", "Natapon spoke")
	b.mention("d2", "bob-old", "bob", "Natapon", "Natapon of")
	b.mention("d2", "depa", "depa", "depa")
	b.mention("d2", "phuket", "phuket", "Phuket")
	b.mention("d3", "kk", "kk", "ขอนแก่น")
	b.mention("d3", "depa", "depa", "ดีป้า")
	b.mention("d4", "bkk", "bkk", "กรุงเทพฯ")

	b.Links = []kg.Judgement{
		{ID: "l1", Left: "bob", Right: "bob-old", Verdict: kg.Same, Score: 0.97, Reason: "ชื่อเดียวกัน", Judge: "resolver/1"},
		{ID: "l2", Left: "ann", Right: "cat", Verdict: kg.Different, Score: 1, Judge: "someone", At: "2024-01-01T00:00:00Z"},
	}
	b.Changes = []kg.Change{
		{Action: kg.Added, Node: "d1", Kind: kg.KindDocument, At: "2024-01-01T00:00:00Z"},
		{Action: kg.Added, Node: "ann", Kind: kg.KindPerson, At: "2024-01-01T00:00:00Z"},
		{Action: kg.Merged, Node: "bob", Kind: kg.KindPerson, At: "2024-01-01T00:00:00Z"},
	}
	b.act(kg.Act{Kind: kg.ActMerge, Left: []kg.ID{"bob"}, Right: []kg.ID{"bob-old"}, Reason: "คนเดียวกัน"})
	b.act(kg.Act{Kind: kg.ActSetStatus, Status: kg.Rejected, Claims: []kg.Said{
		{Type: kg.Holds, Subject: "cat", Object: "min"}, {Type: kg.Attended, Subject: "bob-old", Object: "m1", Qualifiers: kg.Qualifiers{OnBehalfOf: "depa"}}}})
	b.act(kg.Act{Kind: kg.ActRetract, Document: "d9"})
	b.act(kg.Act{Kind: kg.ActUndo, Undoes: b.Acts[0].ID})
	b.version(kg.Version{Document: kg.Document{ID: "d9", Text: "ถอน 🏙️", Hash: "9"}, Retracted: b.Acts[2].ID, Reading: &kg.Reading{
		Mentions: []kg.Mention{{Document: "d9", Referent: "kk", Thing: kg.Entity{ID: "kk", Kind: kg.KindCity, Name: "ขอนแก่น"}}}, Keys: map[kg.ID]string{"kk": "name:ขอนแก่น"}}})
	b.version(kg.Version{Document: kg.Document{ID: "d1", Text: "an older text", Hash: "1"}})
	b.version(kg.Version{Document: kg.Document{ID: "d1", Text: "the oldest text", Hash: "0"}})
	b.Snapshot = &kg.Snapshot{ID: "s1", RecordedAt: "2024-01-01T00:00:00Z", LastAct: b.Acts[3].ID}
	return &b.Batch
}
