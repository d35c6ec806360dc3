package resolve

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"mueang/graph/kg"
)

func thing(id string, kind kg.Kind, name string, more ...func(*kg.Thing)) kg.Thing {
	t := kg.Thing{Entity: kg.Entity{ID: kg.ID(id), Kind: kind, Name: name,
		Names: []kg.Name{{Text: name, Language: language(name), Kind: kg.NameOfficial}}}}
	for _, f := range more {
		f(&t)
	}
	return t
}

func coded(key string) func(*kg.Thing) { return func(t *kg.Thing) { t.Key = key } }

func on(date string) func(*kg.Thing) {
	return func(t *kg.Thing) { t.StartDate = &kg.PartialDate{Value: date, Original: date} }
}

// sign gives the signature of a thing alone in a document.
func sign(document string, t kg.Thing) signature {
	x := kg.Extraction{Document: kg.Document{ID: kg.ID(document)}, Things: []kg.Thing{t}}
	return signatures(x)[t.ID]
}

func TestSignatures(t *testing.T) {
	series := func(ordinal, year int) func(*kg.Thing) {
		return func(t *kg.Thing) { t.Series = &kg.Series{Ordinal: ordinal, Year: year} }
	}
	for _, c := range []struct {
		why  string
		a, b kg.Thing
		same bool
	}{
		{"a code is a thing wherever it stands", thing("1", kg.KindAgency, "ดีป้า", coded("th:depa")), thing("1", kg.KindOrganization, "depa", coded("th:depa")), true},
		{"a full name is a person", thing("1", kg.KindPerson, "สมชาย ใจดี"), thing("1", kg.KindPerson, "สมชาย  ใจดี"), true},
		{"a given name is nobody in particular", thing("1", kg.KindPerson, "สมชาย"), thing("1", kg.KindPerson, "สมชาย"), false},
		{"a city is not its province", thing("1", kg.KindCity, "ภูเก็ต"), thing("1", kg.KindProvince, "ภูเก็ต"), false},
		{"a number tells a meeting", thing("1", kg.KindMeeting, "การประชุมคณะกรรมการเมืองอัจฉริยะ ครั้งที่ 1/2563", series(1, 2020)), thing("1", kg.KindMeeting, "ประชุมคณะกรรมการเมืองอัจฉริยะ", series(1, 2020)), true},
		{"the press conference on a meeting is another event", thing("1", kg.KindMeeting, "แถลงข่าวการประชุมรัฐมนตรีท่าเรือ ครั้งที่ 3", func(t *kg.Thing) {
			t.Series = &kg.Series{Name: "การประชุมรัฐมนตรีท่าเรือ", Ordinal: 3}
		}), thing("1", kg.KindMeeting, "การประชุมรัฐมนตรีท่าเรือ ครั้งที่ 3", func(t *kg.Thing) {
			t.Series = &kg.Series{Name: "การประชุมรัฐมนตรีท่าเรือ", Ordinal: 3}
		}), false},
		{"a number without a name tells none", thing("1", kg.KindMeeting, "การประชุมครั้งที่ 2/2565", series(2, 2022)), thing("1", kg.KindMeeting, "การประชุมครั้งที่ 2/2565", series(2, 2022)), false},
		{"nor does any committee's", thing("1", kg.KindMeeting, "ประชุมคณะกรรมการฯ ครั้งที่ 1/2564", series(1, 2021)), thing("1", kg.KindMeeting, "ประชุมคณะกรรมการฯ ครั้งที่ 1/2564", series(1, 2021)), false},
		{"another number is another meeting", thing("1", kg.KindMeeting, "การประชุมคณะกรรมการเมืองอัจฉริยะ", series(1, 2020)), thing("1", kg.KindMeeting, "การประชุมคณะกรรมการเมืองอัจฉริยะ", series(2, 2020)), false},
		{"a day tells a meeting", thing("1", kg.KindMeeting, "การประชุมเมืองท่า", on("2020-01-02")), thing("1", kg.KindMeeting, "การประชุมเมืองท่า", on("2020-01-02")), true},
		{"a year alone does not", thing("1", kg.KindMeeting, "การประชุมเมืองท่า", on("2020")), thing("1", kg.KindMeeting, "การประชุมเมืองท่า", on("2020")), false},
		{"an agreement without a date is its document's", thing("1", kg.KindAgreement, "บันทึกความเข้าใจ"), thing("1", kg.KindAgreement, "บันทึกความเข้าใจ"), false},
	} {
		if a, b := sign("d1", c.a), sign("d2", c.b); (a.id == b.id) != c.same {
			t.Errorf("%s: %v and %v", c.why, a, b)
		}
	}
}

func TestAPostIsOfItsOrganisation(t *testing.T) {
	office := func(document, role, text, org string) kg.ID {
		post := thing("p", kg.KindPost, text)
		post.Role, post.RoleText = role, text
		x := kg.Extraction{Document: kg.Document{ID: kg.ID(document)}, Things: []kg.Thing{post, thing("o", kg.KindMinistry, org)},
			Claims: []kg.Claim{{Type: kg.PostIn, Subject: "p", Object: "o"}}}
		return signatures(x)["p"].id
	}
	minister := office("d1", "MINISTER", "รัฐมนตรีว่าการ", "กระทรวงคมนาคม")
	if minister != office("d2", "MINISTER", "รมว.", "กระทรวงคมนาคม") {
		t.Error("an abbreviation makes another office")
	}
	if minister == office("d1", "MINISTER", "รัฐมนตรีว่าการ", "กระทรวงพลังงาน") {
		t.Error("two ministries share a minister's office")
	}
	if office("d1", "ADVISER", "ที่ปรึกษาด้านเมือง", "กระทรวงคมนาคม") == office("d1", "ADVISER", "ที่ปรึกษาด้านน้ำ", "กระทรวงคมนาคม") {
		t.Error("two advisers share an office")
	}
}

func TestDocumentMergesWhatHasOneSignature(t *testing.T) {
	short := thing("e2", kg.KindAgency, "ดีป้า", coded("th:depa"))
	short.Spans = []kg.Span{{Start: 9, End: 14, Text: "ดีป้า"}}
	long := thing("e1", kg.KindAgency, "สำนักงานส่งเสริมเศรษฐกิจดิจิทัล", coded("th:depa"))
	long.Spans = []kg.Span{{Start: 0, End: 3, Text: "สำน"}}
	evidence := kg.Evidence{Start: 0, End: 3, Quote: "สำน", Extractor: "t", Version: "1"}
	claim := kg.Claim{Type: kg.PartOf, Subject: "e1", Object: "e3", Evidence: []kg.Evidence{evidence, evidence}}
	again := claim
	again.Subject = "e2"
	x := kg.Extraction{Document: kg.Document{ID: "d"}, Things: []kg.Thing{long, short, thing("e3", kg.KindMinistry, "กระทรวงดิจิทัล")},
		Claims: []kg.Claim{claim, again}}
	r, err := Document(x)
	if err != nil || len(r.Mentions) != 2 || len(r.Statements) != 1 {
		t.Fatalf("%d mentions, %d statements, %v", len(r.Mentions), len(r.Statements), err)
	}
	for _, m := range r.Mentions {
		if m.Thing.Kind == kg.KindAgency && (len(m.Spans) != 2 || len(m.Thing.Names) != 2) {
			t.Errorf("mention: %+v", m)
		}
	}
	x.Claims[0].Object = "e9"
	if _, err := Document(x); kg.CodeOf(err) != kg.BadInput {
		t.Errorf("a claim on nothing: %v", err)
	}
}

// referent makes a referent that documents mention under the given things.
func referent(things ...kg.Thing) kg.Referent {
	signed := sign("d", things[0])
	r := kg.Referent{ID: signed.id, Class: things[0].Kind.Class(), Key: signed.key}
	for _, t := range things {
		Count(&r, &kg.Mention{Thing: t.Entity}, 1)
	}
	return r
}

func TestCountCanBeTakenBack(t *testing.T) {
	a, b := thing("1", kg.KindMeeting, "การประชุมเมืองท่า", on("2020-01-02")), thing("1", kg.KindMeeting, "ประชุมเมืองท่า", on("2020-01-02"))
	want := referent(a)
	got := referent(a, b)
	Count(&got, &kg.Mention{Thing: b.Entity}, -1)
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

func TestEntity(t *testing.T) {
	official := thing("1", kg.KindAgency, "ดีป้า", coded("th:depa"))
	official.Names = []kg.Name{{Text: "ดีป้า", Language: "th", Kind: kg.NameShort}, {Text: "Digital Economy Promotion Agency", Language: "en", Kind: kg.NameOfficial},
		{Text: "สำนักงานส่งเสริมเศรษฐกิจดิจิทัล", Language: "th", Kind: kg.NameOfficial}}
	e := Entity([]kg.Referent{referent(official)})
	if e.Name != "สำนักงานส่งเสริมเศรษฐกิจดิจิทัล" || e.Names[0].Text != e.Name || len(e.Names) != 3 {
		t.Errorf("a known body goes by its official Thai name: %+v", e)
	}
	planned := thing("1", kg.KindMeeting, "การประชุมเมืองท่า", on("2020-01-02"))
	planned.Status = "PLANNED"
	held := planned
	held.Status = "HELD"
	held.StartDate = &kg.PartialDate{Value: "2020-01-02"}
	e = Entity([]kg.Referent{referent(planned, planned, held)})
	if e.Status != "HELD" || e.StartDate.Original == "" || e.DocumentCount != 3 {
		t.Errorf("a meeting that was planned and then held: %+v", e)
	}
	generic := referent(thing("1", kg.KindOrganization, "องค์การเมือง"), thing("1", kg.KindAgency, "องค์การเมือง"))
	if e = Entity([]kg.Referent{generic}); e.Kind != kg.KindAgency {
		t.Errorf("the specific kind yields to the general: %s", e.Kind)
	}
	end := on("2020-01-05")
	range1 := thing("1", kg.KindMeeting, "การประชุมเมืองท่า", on("2020-01-04"))
	range1.EndDate = &kg.PartialDate{Value: "2020-01-01"}
	end(&range1)
	if e = Entity([]kg.Referent{referent(range1)}); e.EndDate != nil {
		t.Errorf("a meeting ends before it begins: %+v", e)
	}
}

func TestFact(t *testing.T) {
	entity := map[kg.ID]kg.ID{"r1": "p", "r2": "p", "r3": "m"}
	say := func(document, subject string, confidence float64, observed, text string) kg.Statement {
		return kg.Statement{Type: kg.Chaired, Subject: kg.ID(subject), Object: "r3", Qualifiers: kg.Qualifiers{Role: "CHAIR", RoleText: text},
			Evidence: kg.Evidence{Document: kg.ID(document), Confidence: confidence, ObservedOn: observed}}
	}
	statements := []kg.Statement{say("d2", "r2", 0.8, "2020-05-13", "ประธาน"), say("d1", "r1", 0.6, "2019-11-25", "เป็นประธาน"),
		say("d1", "r1", 0.6, "2019-11", "เป็นประธาน"), say("d3", "r1", 0.95, "2021-01-01", "")}
	statements[3].Source = "d1" // a copy, that would be surer of it
	want := kg.Fact{ID: kg.FactID(kg.Chaired, "p", "m", kg.Qualifiers{Role: "CHAIR"}), Type: kg.Chaired, Subject: "p", Object: "m",
		Qualifiers: kg.Qualifiers{Role: "CHAIR", RoleText: "เป็นประธาน"}, ObservedFrom: "2019-11-25", ObservedTo: "2020-05-13",
		Confidence: 0.9, FactStatus: kg.Extracted, SourceCount: 2}
	for seed := range uint64(10) {
		rand.New(rand.NewPCG(seed, 0)).Shuffle(len(statements), func(i, j int) { statements[i], statements[j] = statements[j], statements[i] })
		if got := Fact(statements, entity); !reflect.DeepEqual(got, want) {
			t.Fatalf("got  %+v\nwant %+v", got, want)
		}
	}
}

func TestCompareAndClusters(t *testing.T) {
	koti := referent(thing("1", kg.KindInstitute, "Korea Transport Institute"))
	long := referent(func() kg.Thing {
		t := thing("1", kg.KindInstitute, "KOTI (Korea Transport Institute)")
		t.Names = append(t.Names, kg.Name{Text: "Korea Transport Institute", Language: "en", Kind: kg.NameAlias})
		return t
	}())
	j, ok := Compare(koti, long)
	back, _ := Compare(long, koti)
	if !ok || j.Verdict != kg.Same || j != back || !strings.Contains(j.Reason, "Korea Transport Institute") {
		t.Fatalf("%+v and %+v", j, back)
	}
	depa, sipa := referent(thing("1", kg.KindAgency, "สำนักงานส่งเสริม", coded("a"))), referent(thing("1", kg.KindAgency, "สำนักงานส่งเสริม", coded("b")))
	if _, ok := Compare(depa, sipa); ok {
		t.Error("two codes are compared by name")
	}
	link := func(a, b kg.Referent, verdict kg.Verdict, at string) kg.Judgement {
		left, right := min(a.ID, b.ID), max(a.ID, b.ID)
		return kg.Judgement{ID: kg.NewID("link", string(left), string(right), at), Left: left, Right: right, Verdict: verdict, Score: 1, At: at}
	}
	all := []kg.Referent{koti, long, depa, sipa}
	heads := Clusters(all, []kg.Judgement{j, link(depa, koti, kg.Same, ""), link(sipa, koti, kg.Same, "")})
	if heads[koti.ID] != heads[long.ID] || heads[depa.ID] == heads[sipa.ID] {
		t.Errorf("two codes came together: %v", heads)
	}
	apart := Clusters(all, []kg.Judgement{j, link(koti, long, kg.Different, "2026-01-01T00:00:00Z")})
	if apart[koti.ID] == apart[long.ID] {
		t.Error("the resolver overrules a person")
	}
	reversed := slices.Clone(all)
	slices.Reverse(reversed)
	if again := Clusters(reversed, []kg.Judgement{link(sipa, koti, kg.Same, ""), link(depa, koti, kg.Same, ""), j}); !reflect.DeepEqual(again, heads) {
		t.Errorf("order shows: %v and %v", heads, again)
	}
}

func TestMeetingsOfOneNameOnDifferentDays(t *testing.T) {
	first := referent(thing("1", kg.KindMeeting, "การประชุมสุดยอดอาเซียน", on("2020-01-02")))
	second := referent(thing("1", kg.KindMeeting, "การประชุมสุดยอดอาเซียน", on("2020-06-02")))
	month := referent(thing("1", kg.KindMeeting, "การประชุมสุดยอดอาเซียน", on("2020-01")))
	if _, ok := Compare(first, second); ok {
		t.Error("two days, one meeting")
	}
	if _, ok := Compare(first, month); !ok {
		t.Error("a month that holds the day speaks of the same meeting")
	}
}

func FuzzDecodeName(f *testing.F) {
	for _, name := range []string{"กระทรวงพลังงาน", `the "City"`, "a\\b", "<b>", "", `x","language":"y`, `","kind":"`} {
		f.Add(name, "th", "OFFICIAL")
	}
	f.Fuzz(func(t *testing.T, text, language, kind string) {
		written := encode(kg.Name{Text: text, Language: language, Kind: kg.NameKind(kind)})
		want, ok := decode[kg.Name](written)
		if got, read := decodeName(written); got != want || read != ok {
			t.Errorf("%s: %+v, want %+v", written, got, want)
		}
	})
}
