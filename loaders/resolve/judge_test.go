package resolve

import (
	"bufio"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"mueang/graph/kg"
	"mueang/seed"
)

// document is a release of a few words, for the resolver to read: things, and
// the claims "subject TYPE object" between them by their ids.
func document(id, day string, things []kg.Thing, claims ...string) Resolved {
	x := kg.Extraction{Document: kg.Document{ID: kg.ID(id), PublishedOn: &kg.PartialDate{Value: day}}, Things: things}
	for _, claim := range claims {
		words := strings.Fields(claim)
		x.Claims = append(x.Claims, kg.Claim{Type: kg.RelationType(words[1]), Subject: kg.ID(words[0]), Object: kg.ID(words[2]),
			Evidence: []kg.Evidence{{Start: 0, End: 1, Quote: "x", Extractor: "t", Version: "1"}}})
	}
	r, err := Document(x)
	if err != nil {
		panic(err)
	}
	return r
}

// graph resolves documents in memory and gives the judgements and clusters.
func graph(documents ...Resolved) (map[kg.ID]*kg.Referent, []kg.Judgement, map[kg.ID]kg.ID) {
	referents := map[kg.ID]*kg.Referent{}
	for _, d := range documents {
		for i := range d.Mentions {
			m := &d.Mentions[i]
			if referents[m.Referent] == nil {
				referents[m.Referent] = &kg.Referent{ID: m.Referent, Class: m.Thing.Kind.Class(), Key: d.Keys[m.Referent]}
			}
			Count(referents[m.Referent], m, 1)
		}
	}
	var all []kg.Referent
	for _, r := range referents {
		Index(r)
		all = append(all, *r)
	}
	var judgements []kg.Judgement
	comparer := NewComparer()
	for i := range all {
		for j := range i {
			if slices.ContainsFunc(all[i].Blocks, func(b string) bool { return slices.Contains(all[j].Blocks, b) }) {
				if judgement, ok := comparer.Compare(&all[i], &all[j]); ok {
					judgements = append(judgements, judgement)
				}
			}
		}
	}
	heads := Clusters(all, judgements)
	judgements = append(judgements, Offices(all, func(org kg.ID) kg.ID { return heads[org] })...)
	return referents, judgements, Clusters(all, judgements)
}

func named(names ...string) func(*kg.Thing) {
	return func(t *kg.Thing) {
		for _, name := range names {
			t.Names = append(t.Names, kg.Name{Text: name, Language: language(name), Kind: kg.NameTransliteration})
		}
	}
}

func titled_(title string) func(*kg.Thing) {
	return func(t *kg.Thing) { t.Titles = []string{title} }
}

func role(role, text string) func(*kg.Thing) {
	return func(t *kg.Thing) { t.Role, t.RoleText = role, text }
}

// holder gives a document in which a person holds an office in a coded body.
func holder(id, day, person, post, org string, more ...func(*kg.Thing)) Resolved {
	return document(id, day, []kg.Thing{thing("p", kg.KindPerson, person, more...), thing("o", kg.KindPost, post, role(post, post)),
		thing("b", kg.KindAgency, org, coded("th:"+org))}, "p HOLDS o", "o POST_IN b")
}

func alone(id, day, person string, more ...func(*kg.Thing)) Resolved {
	return document(id, day, []kg.Thing{thing("p", kg.KindPerson, person, more...)})
}

func TestPeople(t *testing.T) {
	for _, c := range []struct {
		why     string
		a, b    Resolved
		verdict kg.Verdict // "" for no judgement at all
	}{
		{"a slip of the pen in one office", holder("1", "2021-05-01", "บุญมี ศรีวรากุล", "DIRECTOR", "กรมประมง"),
			holder("2", "2021-06-01", "บุญมี ศรีวรากูร", "DIRECTOR", "กรมประมง"), kg.Same},
		{"a slip of the pen without anything else waits", alone("1", "2021-05-01", "บุญมี ศรีวรากุล"), alone("2", "2021-06-01", "บุญมา ศรีวรากุล"), kg.Unsure},
		{"two letters that sound alike", alone("1", "2021-05-01", "ณัฏฐพล ศรีวรากุล"), alone("2", "2021-06-01", "ณัฎฐพล ศรีวรากุล"), kg.Same},
		{"Thai and Latin letters and one office", holder("1", "2021-05-01", "สมชาย ศรีวรากุล", "DIRECTOR", "กรมประมง"),
			holder("2", "2021-06-01", "Somchai Sriwarakul", "DIRECTOR", "กรมประมง"), kg.Same},
		{"Thai and Latin letters alone wait", alone("1", "2021-05-01", "สมชาย ศรีวรากุล"), alone("2", "2021-06-01", "Somchai Sriwarakul"), kg.Unsure},
		{"a release gives both scripts", alone("1", "2021-05-01", "สมชาย ศรีวรากุล", named("Mr. Somchai Sriwarakul")),
			alone("2", "2021-06-01", "Somchai Sriwarakul"), kg.Same},
		{"family name first", alone("1", "2021-05-01", "ไซโต เท็ตสึโอะ", named("SAITO Tetsuo")), alone("2", "2021-06-01", "SAITO Tetsuo"), kg.Same},
		{"the possessive is no part of the name", alone("1", "2021-05-01", "Somchai Sriwarakul’s"), alone("2", "2021-06-01", "Somchai Sriwarakul"), kg.Same},
		{"an initial more", alone("1", "2021-05-01", "Robert F. Miller"), alone("2", "2021-06-01", "Robert Miller"), kg.Same},
		{"a man and a woman", alone("1", "2021-05-01", "บุญมี ศรีวรากุล", titled_("นาย")), alone("2", "2021-06-01", "บุญมา ศรีวรากุล", titled_("นางสาว")), ""},
		{"another family", alone("1", "2021-05-01", "สมชาย ใจดี"), alone("2", "2021-06-01", "สมชาย ดีใจ"), ""},
		{"two governors at one time", holder("1", "2021-05-01", "สมชาย ใจดี", "GOVERNOR", "จังหวัดน่าน"),
			holder("2", "2021-05-03", "สมชาย ใจดี", "GOVERNOR", "จังหวัดตรัง"), kg.Different},
		{"a governor who moved", holder("1", "2021-05-01", "สมชาย ใจดี", "GOVERNOR", "จังหวัดน่าน"),
			holder("2", "2021-11-03", "สมชาย ใจดี", "GOVERNOR", "จังหวัดตรัง"), kg.Same},
		{"two names of one province", holder("1", "2021-05-01", "สมชาย ใจดี", "GOVERNOR", "จังหวัดน่าน"),
			holder("2", "2021-05-03", "สมชาย ใจดี", "GOVERNOR", "น่าน"), kg.Same},
		{"a minister of two ministries", holder("1", "2021-05-01", "สมชาย ใจดี", "MINISTER", "กระทรวงพลังงาน"),
			holder("2", "2021-05-03", "สมชาย ใจดี", "MINISTER", "กระทรวงคมนาคม"), "one"},
	} {
		check(t, c.why, c.a, c.b, kg.ClassPerson, c.verdict)
	}
}

// check compares the referents of a class in two documents. The verdict "one"
// says that they are one referent to begin with.
func check(t *testing.T, why string, a, b Resolved, class kg.Class, want kg.Verdict) {
	t.Helper()
	of := func(d Resolved) kg.ID {
		for _, m := range d.Mentions {
			if m.Thing.Kind.Class() == class {
				return m.Referent
			}
		}
		return ""
	}
	x, y := of(a), of(b)
	_, judgements, heads := graph(a, b)
	var got kg.Verdict
	reason := ""
	if x == y {
		got = "one"
	}
	for _, j := range judgements {
		if j.Left == min(x, y) && j.Right == max(x, y) {
			got, reason = j.Verdict, j.Reason
		}
	}
	if got != want {
		t.Errorf("%s: %q, want %q: %s", why, got, want, reason)
	}
	if together := heads[x] == heads[y]; together != (got == kg.Same || got == "one") {
		t.Errorf("%s: judged %q and together %v", why, got, together)
	}
	if got == kg.Unsure && !strings.Contains(reason, "before any evidence") {
		t.Errorf("%s: the ledger does not say why: %q", why, reason)
	}
}

func TestASeatKeepsNamesakesApartThroughAThird(t *testing.T) {
	a := holder("1", "2021-05-01", "สมชาย ใจดี", "GOVERNOR", "จังหวัดน่าน")
	b := holder("2", "2021-05-03", "สมชาย ใจดี", "MAYOR", "เทศบาลนครตรัง")
	c := alone("3", "2021-05-02", "สมชาย ใจดี")
	referents, _, heads := graph(a, b, c)
	clusters := map[kg.ID]int{}
	for id, r := range referents {
		if r.Class == kg.ClassPerson {
			clusters[heads[id]]++
		}
	}
	if len(clusters) != 2 {
		t.Errorf("three referents make %d people", len(clusters))
	}
}

func TestBodies(t *testing.T) {
	body := func(id, name string, more ...func(*kg.Thing)) Resolved {
		return document(id, "2021-05-01", []kg.Thing{thing("o", kg.KindAgency, name, more...)})
	}
	abroad := func(id, name, country string) Resolved {
		return document(id, "2021-05-01", []kg.Thing{thing("o", kg.KindMinistry, name),
			thing("c", kg.KindCountry, country, coded("country:"+country))}, "o LOCATED_IN c")
	}
	for _, c := range []struct {
		why     string
		a, b    Resolved
		verdict kg.Verdict
	}{
		{"however the country is written", abroad("1", "กระทรวงการต่างประเทศสาธารณรัฐเกาหลี", "KR"), abroad("2", "กระทรวงการต่างประเทศแห่งสาธารณรัฐเกาหลี", "KR"), "one"},
		{"one country's ministry is not another's", abroad("1", "กระทรวงกลาโหมญี่ปุ่น", "JP"), abroad("2", "กระทรวงกลาโหมเวียดนาม", "VN"), ""},
		{"nor the one without a country", body("1", "กระทรวงการต่างประเทศ"), abroad("2", "กระทรวงการต่างประเทศเกาหลีใต้", "KR"), ""},
		{"a government in two languages", body("1", "รัฐบาลแห่งราชอาณาจักรไทย"), body("2", "Government of the Kingdom of Thailand"), "one"},
		{"a linking word", body("1", "สำนักงานปฏิรูปการคลังท้องถิ่น"), body("2", "สำนักงานการปฏิรูปการคลังท้องถิ่น"), kg.Same},
		{"a word of the sentence", body("1", "คณะกรรมการพัฒนาข้อมูลเปิดมี"), body("2", "คณะกรรมการพัฒนาข้อมูลเปิด"), kg.Same},
		{"a slip waits", body("1", "สำนักงานพัฒนาระบบทะเบียน"), body("2", "สำนักงานพัฒนาระบบทะเบิยน"), kg.Unsure},
		{"another number", body("1", "สำนักงานส่งเสริมการเกษตรที่ 1"), body("2", "สำนักงานส่งเสริมการเกษตรที่ 2"), ""},
		{"a committee is not its subcommittee", body("1", "คณะกรรมการพัฒนาข้อมูลเปิด"), body("2", "คณะอนุกรรมการพัฒนาข้อมูลเปิด"), ""},
		{"two districts' bodies", body("1", "องค์การบริหารส่วนตำบลบางพลี"), body("2", "องค์การบริหารส่วนตำบลบางพลับ"), ""},
		{"a ministry's unit is nobody's without the ministry", body("1", "สำนักงานปลัดกระทรวง"), body("2", "สำนักงานปลัดกระทรวง"), ""},
	} {
		check(t, c.why, c.a, c.b, kg.ClassOrganization, c.verdict)
	}
}

func TestAgreements(t *testing.T) {
	signed := func(id, name, day string, parties ...string) Resolved {
		things := []kg.Thing{thing("a", kg.KindAgreement, name)}
		if day != "" {
			on(day)(&things[0])
		}
		var claims []string
		for i, party := range parties {
			local := fmt.Sprintf("o%d", i)
			things = append(things, thing(local, kg.KindAgency, party, coded("x:"+party)))
			claims = append(claims, local+" PARTY_TO a")
		}
		return document(id, "2021-05-01", things, claims...)
	}
	const name = "บันทึกความเข้าใจว่าด้วยความร่วมมือในด้านการพัฒนาเมืองท่าระหว่างกรมเจ้าท่าและการท่าเรือ"
	const other = "บันทึกความเข้าใจว่าด้วยความร่วมมือในสาขาการพัฒนาเมืองท่า ระหว่างกรมเจ้าท่า และการท่าเรือ"
	for _, c := range []struct {
		why     string
		a, b    Resolved
		verdict kg.Verdict
	}{
		{"like names, the same parties, one day", signed("1", name, "2020-02-01", "ก", "ข"), signed("2", other, "2020-02-01", "ก", "ข"), kg.Same},
		{"like names on another day", signed("1", name, "2020-02-01", "ก", "ข"), signed("2", other, "2020-08-01", "ก", "ข"), ""},
		{"other parties", signed("1", name, "2020-02-01", "ก", "ข"), signed("2", other, "2020-02-01", "ค", "ง"), ""},
		{"one title with two countries", signed("1", "บันทึกความเข้าใจว่าด้วยความร่วมมือด้านการศึกษาระหว่างไทยกับลาว", "2020-02-01"),
			signed("2", "บันทึกความเข้าใจว่าด้วยความร่วมมือด้านการศึกษาระหว่างไทยกับจีน", "2020-02-01"), ""},
		{"a title that says nothing", signed("1", "บันทึกข้อตกลงความร่วมมือ (MOU)", ""), signed("2", "บันทึกข้อตกลงความร่วมมือ (MOU)", ""), ""},
		{"a treaty has its name to itself", signed("1", "อนุสัญญาสหประชาชาติว่าด้วยกฎหมายทะเล", ""), signed("2", "อนุสัญญาสหประชาชาติว่าด้วยกฎหมายทะเล", ""), kg.Same},
	} {
		check(t, c.why, c.a, c.b, kg.ClassAgreement, c.verdict)
	}
}

func TestMeetings(t *testing.T) {
	held := func(id, name, day, place string, people ...string) Resolved {
		things := []kg.Thing{thing("m", kg.KindMeeting, name, on(day)), thing("v", kg.KindVenue, place, coded("venue:"+place))}
		claims := []string{"m HELD_AT v"}
		for i, person := range people {
			local := fmt.Sprintf("p%d", i)
			things = append(things, thing(local, kg.KindPerson, person))
			claims = append(claims, local+" ATTENDED m")
		}
		return document(id, day, things, claims...)
	}
	for _, c := range []struct {
		why     string
		a, b    Resolved
		verdict kg.Verdict
	}{
		{"a word less, one day, one place, the same people", held("1", "การประชุมสุดยอดเมืองท่าแห่งเอเชีย", "2020-02-01", "ก", "สมชาย ใจดี", "สมหญิง รักเรียน"),
			held("2", "ประชุมสุดยอดเมืองท่าเอเชีย", "2020-02-01", "ก", "สมชาย ใจดี", "สมหญิง รักเรียน"), kg.Same},
		{"another day", held("1", "การประชุมสุดยอดเมืองท่าแห่งเอเชีย", "2020-02-01", "ก"), held("2", "ประชุมสุดยอดเมืองท่าเอเชีย", "2020-02-05", "ก"), ""},
		{"two guests on one day", held("1", "หารือกับนายกรัฐมนตรีญี่ปุ่น", "2020-02-01", "ก", "สมชาย ใจดี", "คิม ยุน มี"),
			held("2", "หารือกับนายกรัฐมนตรีลาว", "2020-02-01", "ก", "สมชาย ใจดี", "หวัง อี้"), ""},
	} {
		check(t, c.why, c.a, c.b, kg.ClassMeeting, c.verdict)
	}
}

func TestAnOfficeDoesNotHangOnOneNameOfItsOrganisation(t *testing.T) {
	office := func(id, org string) Resolved {
		return document(id, "2021-05-01", []kg.Thing{thing("o", kg.KindPost, "ผู้อำนวยการ", role("DIRECTOR", "ผู้อำนวยการสำนัก")), thing("b", kg.KindAgency, org)}, "o POST_IN b")
	}
	check(t, "two names of one body", office("1", "สำนักงานปฏิรูปการคลังท้องถิ่น"), office("2", "สำนักงานการปฏิรูปการคลังท้องถิ่น"), kg.ClassPost, kg.Same)
	check(t, "two bodies", office("1", "สำนักงานปฏิรูปการคลังท้องถิ่น"), office("2", "กรมเจ้าท่าและพาณิชยนาวี"), kg.ClassPost, "")
}

// TestThaiAndLatinNames measures how well a Latin name finds the Thai one:
// names that releases give in both scripts, against made-up Thai names.
func TestThaiAndLatinNames(t *testing.T) {
	file, err := os.Open("testdata/names.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	full := func(text string) personName {
		p := &profile{Referent: &kg.Referent{}, field: map[string][]kg.Trait{fieldBest: {{Field: fieldBest, Value: text, Count: 1}}}}
		names := personNames(p)
		if len(names) == 0 {
			t.Fatalf("%q is no full name", text)
		}
		return names[0]
	}
	var pairs [][2]personName
	for lines := bufio.NewScanner(file); lines.Scan(); {
		if a, b, ok := strings.Cut(lines.Text(), "\t"); ok && a != "thai" {
			pairs = append(pairs, [2]personName{full(a), full(b)})
		}
	}
	given, err := seed.GivenNames()
	if err != nil {
		t.Fatal(err)
	}
	family, err := seed.FamilyNames()
	if err != nil {
		t.Fatal(err)
	}
	var strangers []personName
	for i := range 2000 {
		strangers = append(strangers, full(given[i*5%len(given)]+" "+family[i*4%len(family)]))
	}
	first, found, wrong := 0, map[float64]int{}, map[float64]int{}
	thresholds := []float64{0.95, 0.90, 0.85}
	for _, pair := range pairs {
		own, better := crossScript(&pair[0], &pair[1]), 0
		for i := range strangers {
			likeness := crossScript(&strangers[i], &pair[1])
			if likeness >= own {
				better++
			}
			for _, at := range thresholds {
				if likeness >= at {
					wrong[at]++
				}
			}
		}
		if better == 0 {
			first++
		}
		for _, at := range thresholds {
			if own >= at {
				found[at]++
			}
		}
	}
	t.Logf("%d pairs, %d strangers: %d first", len(pairs), len(strangers), first)
	for _, at := range thresholds {
		t.Logf("at %.2f: %d found, %d wrong", at, found[at], wrong[at])
	}
	if first < len(pairs)*7/10 || found[0.90] < len(pairs)*2/3 || wrong[0.90] > 5 {
		t.Errorf("%d pairs: %d first, %d found and %d wrong at .90", len(pairs), first, found[0.90], wrong[0.90])
	}
}
