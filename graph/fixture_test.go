package graph_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"mueang/graph/kg"
	"mueang/graph/store/storetest"
	"mueang/graph/store/storetest/model"
)

// world is a small graph that has something of every kind and relation: a
// summit in Busan, an agreement signed at it, those who were there, and what
// became of it.
type world struct {
	kg.Batch
}

func date(value string) *kg.PartialDate { return &kg.PartialDate{Value: value} }

func (w *world) document(id kg.ID, publisher, published string, lines ...string) {
	w.Documents = append(w.Documents, kg.Document{
		ID: id, Source: "release-" + string(id), URL: "https://example.org/" + string(id), Title: lines[0], Publisher: publisher,
		PublishedOn: date(published), Language: "th", Text: strings.Join(lines, "\n"), Hash: "hash-" + string(id), RecordedAt: "2024-01-01T00:00:00Z",
	})
}

// entity adds an entity under names written "th:พุทธิพงษ์" or "en:Puttipong",
// mentioned wherever a document has its first name.
func (w *world) entity(e kg.Entity, names ...string) {
	for i, name := range names {
		language, text, _ := strings.Cut(name, ":")
		kind := kg.NameAlias
		if i == 0 {
			e.Name, kind = text, kg.NameOfficial
		}
		e.Names = append(e.Names, kg.Name{Text: text, Language: language, Kind: kind})
	}
	e.Referents = append(e.Referents, e.ID)
	slices.Sort(e.Referents)
	for _, d := range w.Documents {
		before, _, found := strings.Cut(d.Text, e.Name)
		if !found {
			continue
		}
		start := utf8.RuneCountInString(before)
		e.DocumentCount++
		w.Mentions = append(w.Mentions, kg.Mention{Document: d.ID, Referent: e.ID, Entity: e.ID, Thing: kg.Entity{ID: e.ID, Kind: e.Kind, Name: e.Name},
			Spans: []kg.Span{{Start: start, End: start + utf8.RuneCountInString(e.Name), Text: e.Name}}})
	}
	for _, id := range e.Referents {
		w.Referents = append(w.Referents, kg.Referent{ID: id, Entity: e.ID, Class: e.Kind.Class(), Key: kg.NameKey(e.Name), Documents: e.DocumentCount})
	}
	w.Entities = append(w.Entities, e)
}

// fact adds a fact that documents state, each with the line that has the quote.
func (w *world) fact(t kg.RelationType, subject, object kg.ID, q kg.Qualifiers, documents ...kg.ID) {
	f := kg.Fact{ID: kg.FactID(t, subject, object, q), Type: t, Subject: subject, Object: object, Qualifiers: q,
		Confidence: 0.9, FactStatus: kg.Extracted, SourceCount: len(documents), RecordedAt: "2024-01-01T00:00:00Z"}
	for _, id := range documents {
		d := w.Documents[slices.IndexFunc(w.Documents, func(d kg.Document) bool { return d.ID == id })]
		line, _, _ := strings.Cut(d.Text, "\n")
		day := d.FirstDay()
		f.ObservedFrom = min(or(f.ObservedFrom, day), day)
		f.ObservedTo = max(f.ObservedTo, day)
		s := kg.Statement{Fact: f.ID, Type: t, Subject: subject, Object: object, Qualifiers: q, Evidence: kg.Evidence{
			Document: id, End: utf8.RuneCountInString(line), Quote: line, Extractor: "rules", Version: "1", Rule: "first-line", Confidence: 0.9, ObservedOn: day}}
		s.ID = kg.StatementID(s)
		w.Statements = append(w.Statements, s)
	}
	w.Facts = append(w.Facts, f)
}

func or(a, b string) string {
	if a == "" {
		return b
	}
	return a
}

// newWorld makes the graph.
func newWorld() *kg.Batch {
	w := &world{}
	w.document("doc1", "MDES", "2019-11-26", "พุทธิพงษ์ ปุณณกันต์ เป็นประธานร่วมการประชุม ASEAN-ROK", "ณัฐพล นิมมานพัชรินทร์ เข้าร่วม \"ที่ปูซาน\"")
	w.document("doc2", "MDES", "2020-02-01", "ดีป้า ลงนามกับ KOTI", "พุทธิพงษ์ ปุณณกันต์ เป็นสักขีพยาน")
	w.document("doc3", "ONEP", "2020-05-14", "ภูเก็ต เป็นสมาชิก ASCN")

	w.entity(kg.Entity{ID: "person-p", Kind: kg.KindPerson, Titles: []string{"นาย"}}, "th:พุทธิพงษ์ ปุณณกันต์", "en:Puttipong Punnakanta")
	w.entity(kg.Entity{ID: "person-n", Kind: kg.KindPerson, Titles: []string{"ผศ.ดร."}, Referents: []kg.ID{"person-n-old"}}, "th:ณัฐพล นิมมานพัชรินทร์")
	w.entity(kg.Entity{ID: "person-k", Kind: kg.KindPerson}, "th:คิม ยุน มี")
	w.entity(kg.Entity{ID: "org-mdes", Kind: kg.KindMinistry, Identifiers: []kg.Identifier{{Scheme: "th-agency", Value: "mdes"}}}, "th:กระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม", "en:Ministry of Digital Economy and Society")
	w.entity(kg.Entity{ID: "org-depa", Kind: kg.KindAgency, Description: "an agency"}, "th:ดีป้า", "en:depa")
	w.entity(kg.Entity{ID: "org-koti", Kind: kg.KindInstitute}, "en:KOTI")
	w.entity(kg.Entity{ID: "org-company", Kind: kg.KindCompany}, "en:Builders")
	w.entity(kg.Entity{ID: "org-board", Kind: kg.KindCommittee}, "en:Smart City Board")
	w.entity(kg.Entity{ID: "org-town", Kind: kg.KindLocalGovernment}, "en:Town Hall")
	w.entity(kg.Entity{ID: "org-asean", Kind: kg.KindInternationalOrganization}, "en:ASEAN")
	w.entity(kg.Entity{ID: "org-ascn", Kind: kg.KindNetwork}, "en:ASCN")
	w.entity(kg.Entity{ID: "org-other", Kind: kg.KindOrganization}, "en:Friends")
	w.entity(kg.Entity{ID: "city-busan", Kind: kg.KindCity}, "th:ปูซาน")
	w.entity(kg.Entity{ID: "city-phuket", Kind: kg.KindCity}, "th:ภูเก็ต")
	w.entity(kg.Entity{ID: "province-phuket", Kind: kg.KindProvince}, "th:ภูเก็ต")
	w.entity(kg.Entity{ID: "country-th", Kind: kg.KindCountry}, "th:ไทย")
	w.entity(kg.Entity{ID: "venue-bexco", Kind: kg.KindVenue}, "en:BEXCO")
	w.entity(kg.Entity{ID: "zone-eec", Kind: kg.KindZone}, "en:EEC")
	w.entity(kg.Entity{ID: "post-minister", Kind: kg.KindPost, Role: "MINISTER", RoleText: "รัฐมนตรีว่าการ"}, "th:รัฐมนตรีว่าการกระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม")
	w.entity(kg.Entity{ID: "post-csco", Kind: kg.KindPost, Role: "CHIEF_SMART_CITY_OFFICER", RoleText: "CSCO"}, "en:Chief Smart City Officer")
	w.entity(kg.Entity{ID: "meeting-busan", Kind: kg.KindMeeting, Subtype: "SUMMIT", Status: "HELD", StartDate: &kg.PartialDate{Value: "2019-11-25", Original: "25 พ.ย. 62"},
		EndDate: date("2019-11-27"), Series: &kg.Series{Name: "ASEAN-ROK", Ordinal: 1, Year: 2019}}, "en:ASEAN-ROK")
	w.entity(kg.Entity{ID: "meeting-hanoi", Kind: kg.KindMeeting, Subtype: "MEETING", Status: "PLANNED", StartDate: date("2020-07")}, "en:ASCN Annual Meeting")
	w.entity(kg.Entity{ID: "agreement-koti", Kind: kg.KindAgreement, Subtype: "MOU", Status: "SIGNED", StartDate: date("2019-11-25"), Subject: "transport"}, "en:MoU with KOTI")
	w.entity(kg.Entity{ID: "fund-pis", Kind: kg.KindFund, Amount: &kg.Money{Value: 1.5e9, Currency: "USD", Original: "1.5 billion"}}, "en:PIS Fund")
	w.entity(kg.Entity{ID: "project-phuket", Kind: kg.KindProject, Status: "CERTIFIED", StartDate: date("2022-11-09"), Amount: &kg.Money{Value: 1e8, Currency: "THB"}}, "en:Phuket Smart City")

	none := kg.Qualifiers{}
	w.fact(kg.Chaired, "person-p", "meeting-busan", kg.Qualifiers{Role: "CO_CHAIR", RoleText: "ประธานร่วม"}, "doc1", "doc2")
	w.fact(kg.Chaired, "person-k", "meeting-busan", kg.Qualifiers{Role: "CO_CHAIR"}, "doc1")
	w.fact(kg.Attended, "person-n", "meeting-busan", kg.Qualifiers{Role: "DELEGATE", OnBehalfOf: "country-th"}, "doc1")
	w.fact(kg.Attended, "org-depa", "meeting-busan", none, "doc1")
	w.fact(kg.SpokeAt, "person-n", "meeting-busan", none, "doc1")
	w.fact(kg.Organized, "org-mdes", "meeting-busan", kg.Qualifiers{Role: "HOST"}, "doc1")
	w.fact(kg.HeldAt, "meeting-busan", "venue-bexco", none, "doc1")
	w.fact(kg.HeldAt, "meeting-busan", "city-busan", none, "doc1")
	w.fact(kg.LocatedIn, "venue-bexco", "city-busan", none, "doc1")
	w.fact(kg.LocatedIn, "city-phuket", "province-phuket", none, "doc3")
	w.fact(kg.LocatedIn, "org-town", "city-phuket", none, "doc3")
	w.fact(kg.LocatedIn, "project-phuket", "city-phuket", none, "doc3")
	w.fact(kg.PartyTo, "org-depa", "agreement-koti", none, "doc2")
	w.fact(kg.PartyTo, "org-koti", "agreement-koti", none, "doc2")
	w.fact(kg.Signed, "person-n", "agreement-koti", kg.Qualifiers{OnBehalfOf: "org-depa", Capacity: "ผู้อำนวยการ"}, "doc2")
	w.fact(kg.Witnessed, "person-p", "agreement-koti", none, "doc2")
	w.fact(kg.SignedAt, "agreement-koti", "meeting-busan", none, "doc2")
	w.fact(kg.About, "agreement-koti", "city-phuket", none, "doc2")
	w.fact(kg.About, "agreement-koti", "project-phuket", none, "doc2")
	w.fact(kg.Holds, "person-p", "post-minister", kg.Qualifiers{ValidFrom: date("2019-07-10")}, "doc1")
	w.fact(kg.PostIn, "post-minister", "org-mdes", none, "doc1")
	w.fact(kg.PostIn, "post-csco", "org-ascn", none, "doc3")
	w.fact(kg.ExOfficio, "post-minister", "post-csco", none, "doc3")
	w.fact(kg.MemberOf, "city-phuket", "org-ascn", kg.Qualifiers{Status: "MEMBER"}, "doc3")
	w.fact(kg.MemberOf, "city-busan", "org-ascn", kg.Qualifiers{Status: "PROPOSED"}, "doc3")
	w.fact(kg.MemberOf, "person-n", "org-board", kg.Qualifiers{Status: "MEMBER"}, "doc3")
	w.fact(kg.PartOf, "org-depa", "org-mdes", none, "doc2")
	w.fact(kg.Finances, "fund-pis", "project-phuket", kg.Qualifiers{Amount: &kg.Money{Value: 5e7, Currency: "THB"}}, "doc3")
	w.fact(kg.ResponsibleFor, "org-depa", "project-phuket", none, "doc3")
	w.fact(kg.Certified, "org-board", "project-phuket", kg.Qualifiers{Date: date("2022-11-09")}, "doc3")
	for i, e := range []kg.ID{"person-p", "meeting-busan"} {
		w.Changes = append(w.Changes, kg.Change{Action: []kg.Action{kg.Added, kg.Merged}[i], Node: e, Kind: []kg.Kind{kg.KindPerson, kg.KindMeeting}[i], At: "2024-01-01T00:00:00Z"})
	}
	w.Snapshot = &kg.Snapshot{ID: "snapshot-1", RecordedAt: "2024-01-01T00:00:00Z"}
	return &w.Batch
}

// newStore gives a store that holds the world.
func newStore(t testing.TB) kg.Store {
	t.Helper()
	store := model.New()
	if err := kg.Apply(t.Context(), store, newWorld()); err != nil {
		t.Fatal(err)
	}
	return storetest.Trimming(store)
}
