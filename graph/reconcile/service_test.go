package reconcile_test

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"mueang/graph/kg"
	"mueang/graph/reconcile"
	"mueang/graph/store/storetest"
	"mueang/graph/store/storetest/model"
)

// hostile is a name that would be a script, and turns what follows it round.
const hostile = "<script>alert(1)</script>\u202e\" onload=\"x"

func id(class, name string) kg.ID { return kg.NewID(class, name) }

// newStore gives a store with a few entities of a document.
func newStore(t testing.TB) kg.Store {
	t.Helper()
	batch := &kg.Batch{Snapshot: &kg.Snapshot{ID: "snapshot-1", RecordedAt: "2024-01-01T00:00:00Z"}}
	document := kg.Document{ID: "document-1", Source: "one", URL: "https://example.org/1", Title: "ข่าว", Publisher: "MDES", PublishedOn: &kg.PartialDate{Value: "2020-01-01"},
		Language: "th", Text: "ข่าว", Hash: "h", RecordedAt: "2024-01-01T00:00:00Z"}
	batch.Documents = append(batch.Documents, document)
	entity := func(kind kg.Kind, documents int, names ...string) {
		e := kg.Entity{ID: id(string(kind.Class()), names[0]), Kind: kind, DocumentCount: documents}
		for i, name := range names {
			language, text, _ := strings.Cut(name, ":")
			one := kg.Name{Text: text, Language: language, Kind: kg.NameOfficial}
			if strings.ToUpper(text) == text && language == "en" || strings.HasSuffix(text, ".") {
				one.Kind = kg.NameAcronym
			}
			if i == 0 {
				e.Name = text
			}
			e.Names = append(e.Names, one)
		}
		e.Referents = []kg.ID{e.ID}
		if kind == kg.KindPerson {
			e.Titles = []string{"นาย"}
		}
		batch.Referents = append(batch.Referents, kg.Referent{ID: e.ID, Entity: e.ID, Class: kind.Class(), Key: names[0], Documents: documents})
		batch.Entities = append(batch.Entities, e)
	}
	entity(kg.KindPerson, 3, "th:ประยุทธ์ จันทร์โอชา", "en:Prayut Chan-o-cha")
	entity(kg.KindPerson, 2, "th:ณัฐพล นิมมานพัชรินทร์", "th:ณัฐพล")
	entity(kg.KindPerson, 1, "th:ณัฐพล รังสิตพล", "th:ณัฐพล")
	entity(kg.KindPerson, 1, "en:"+hostile)
	entity(kg.KindMinistry, 9, "th:กระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม", "en:Ministry of Digital Economy and Society", "th:ดศ.")
	entity(kg.KindAgency, 5, "th:การไฟฟ้าฝ่ายผลิตแห่งประเทศไทย", "th:กฟผ.", "en:EGAT")
	entity(kg.KindAgency, 1, "th:กรมธนารักษ์")
	entity(kg.KindCommittee, 1, "th:คณะกรรมการ (ร่วม)")
	entity(kg.KindCompany, 1, "th:บริษัท กสท โทรคมนาคม จำกัด (มหาชน)")
	entity(kg.KindProvince, 4, "th:ภูเก็ต", "en:Phuket")
	entity(kg.KindCity, 2, "th:ภูเก็ต ", "en:Phuket")
	entity(kg.KindCity, 2, "th:โตเกียว", "en:Tokyo")
	entity(kg.KindCountry, 2, "th:ภูฏาน", "en:Bhutan")
	entity(kg.KindPost, 1, "th:นายกรัฐมนตรี")
	fact := func(relation kg.RelationType, subject, object kg.ID) {
		f := kg.Fact{ID: kg.FactID(relation, subject, object, kg.Qualifiers{}), Type: relation, Subject: subject, Object: object, Confidence: 0.9, FactStatus: kg.Extracted,
			SourceCount: 1, RecordedAt: "2024-01-01T00:00:00Z", ObservedFrom: "2020-01-01", ObservedTo: "2020-01-01"}
		s := kg.Statement{Fact: f.ID, Type: relation, Subject: subject, Object: object, Evidence: kg.Evidence{Document: document.ID, End: 4, Quote: "ข่าว", Extractor: "rules",
			Version: "1", Rule: "one", Confidence: 0.9, ObservedOn: "2020-01-01"}}
		s.ID = kg.StatementID(s)
		batch.Facts, batch.Statements = append(batch.Facts, f), append(batch.Statements, s)
	}
	fact(kg.Holds, id("person", "th:ประยุทธ์ จันทร์โอชา"), id("post", "th:นายกรัฐมนตรี"))
	fact(kg.PartOf, id("org", "th:กรมธนารักษ์"), id("org", "th:กระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม"))
	store := model.New()
	if err := kg.Apply(t.Context(), store, batch); err != nil {
		t.Fatal(err)
	}
	return storetest.Trimming(store)
}

func newServer(t testing.TB) string {
	t.Helper()
	server := httptest.NewServer(reconcile.NewHandler(newStore(t), reconcile.Config{Pages: true}))
	t.Cleanup(server.Close)
	return server.URL
}

// ask sends a request and gives the answer; a form is sent by POST.
func ask(t testing.TB, address string, form url.Values) (*http.Response, string) {
	t.Helper()
	method, body := http.MethodGet, ""
	if form != nil {
		method, body = http.MethodPost, form.Encode()
	}
	request, err := http.NewRequestWithContext(t.Context(), method, address, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	if form != nil {
		request.Header.Set("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response, string(text)
}

// schema compiles one of the specification's schemas; see testdata/schemas/NOTICE.
func schema(t testing.TB, name string) *jsonschema.Schema {
	t.Helper()
	compiler := jsonschema.NewCompiler()
	files, err := filepath.Glob("testdata/schemas/*.json")
	if err != nil || len(files) == 0 {
		t.Fatal("no schemas", err)
	}
	where := ""
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		// The unversioned meta-schema that they name is that of draft 7.
		parsed, err := jsonschema.UnmarshalJSON(strings.NewReader(strings.ReplaceAll(string(text), `"http://json-schema.org/schema#"`, `"http://json-schema.org/draft-07/schema#"`)))
		if err != nil {
			t.Fatal(err)
		}
		address, _ := parsed.(map[string]any)["$id"].(string)
		if err := compiler.AddResource(strings.TrimSuffix(address, "#"), parsed); err != nil {
			t.Fatal(err)
		}
		if filepath.Base(file) == name+".json" {
			where = address
		}
	}
	compiled, err := compiler.Compile(where)
	if err != nil {
		t.Fatal(err)
	}
	return compiled
}

func valid(t *testing.T, name, text string) {
	t.Helper()
	parsed, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		t.Fatalf("%s: %v: %s", name, err, text)
	}
	if err := schema(t, name).Validate(parsed); err != nil {
		t.Errorf("%v: %s", err, text)
	}
}

// TestAnswersAreOfTheSpecification holds every sort of answer against the
// specification's own schema of it.
func TestAnswersAreOfTheSpecification(t *testing.T) {
	base := newServer(t) + reconcile.Path
	everything := `{"q0": {"query": "พล.อ.ประยุทธ์ จันทร์โอชา", "type": "Person", "type_strict": "should", "limit": 3, "properties": [{"pid": "posts", "v": "นายก"}]},
		"q1": {"query": "ภูเก็ต"}, "q2": {"query": "nobody at all"}, "q3": {"query": "ณัฐพล", "type": ["Person", "Company"]}, "q4": {"properties": [{"pid": "posts", "v": "x"}]}, "q5": {"query": "script"}}`
	valid(t, "reconciliation-query-batch", everything)
	ids := []kg.ID{id("person", "th:ประยุทธ์ จันทร์โอชา"), id("org", "th:กรมธนารักษ์"), "person-0000000000000000", id("person", "en:"+hostile)}
	var all []map[string]any
	_, proposed := ask(t, base+"/properties", nil)
	var proposal struct{ Properties []map[string]any }
	if err := json.Unmarshal([]byte(proposed), &proposal); err != nil {
		t.Fatal(err)
	}
	for _, p := range proposal.Properties {
		all = append(all, map[string]any{"id": p["id"], "settings": map[string]any{"limit": "5"}})
	}
	extend, err := json.Marshal(map[string]any{"ids": ids, "properties": all})
	if err != nil {
		t.Fatal(err)
	}
	valid(t, "data-extension-query", string(extend))
	for _, test := range []struct {
		schema, path string
		form         url.Values
	}{
		{"manifest", "", nil},
		{"reconciliation-result-batch", "", url.Values{"queries": {everything}}},
		{"reconciliation-result-batch", "?queries=" + url.QueryEscape(everything), nil},
		{"reconciliation-result-batch", "", url.Values{"queries": {"{}"}}},
		{"suggest-entities-response", "/suggest/entity?prefix=" + url.QueryEscape("ประ"), nil},
		{"suggest-entities-response", "/suggest/entity?prefix=" + url.QueryEscape("<script"), nil},
		{"suggest-entities-response", "/suggest/entity?prefix=", nil},
		{"suggest-properties-response", "/suggest/property?prefix=na", nil},
		{"suggest-types-response", "/suggest/type?prefix=min", nil},
		{"data-extension-property-proposal", "/properties?type=Person&limit=3", nil},
		{"data-extension-response", "", url.Values{"extend": {string(extend)}}},
		{"data-extension-response", "?extend=" + url.QueryEscape(string(extend)), nil},
	} {
		response, text := ask(t, base+test.path, test.form)
		if response.StatusCode != http.StatusOK || response.Header.Get("Content-Type") != "application/json; charset=utf-8" {
			t.Errorf("%s%s: %s, %s", test.schema, test.path, response.Status, text)
		}
		valid(t, test.schema, text)
	}
	// The schemas can refuse.
	if schema(t, "manifest").Validate(map[string]any{"name": "x"}) == nil {
		t.Error("the schema of manifests takes anything")
	}
}

type answer struct {
	Result []struct {
		ID    kg.ID
		Name  string
		Score float64
		Match bool
		Type  []struct{ ID string }
	}
}

// TestCandidates asks for names as they are written.
func TestCandidates(t *testing.T) {
	base := newServer(t) + reconcile.Path
	for _, test := range []struct {
		query string // JSON
		first string // type and name; "" for none
		match bool
	}{
		{`{"query": "พล.อ.ประยุทธ์  จันทร์โอชา"}`, "Person ประยุทธ์ จันทร์โอชา", true},
		{`{"query": "(H.E. General Prayut\nChan-o-cha)", "type": "Person"}`, "Person ประยุทธ์ จันทร์โอชา", true},
		{`{"query": "Chan-o-cha Prayut", "type": "Person"}`, "Person ประยุทธ์ จันทร์โอชา", true},
		{`{"query": "นายประยุทธ์ จันทร์โอชา (นรม.)", "type": "Person"}`, "Person ประยุทธ์ จันทร์โอชา", true},
		{`{"query": "ประยุทธ์"}`, "Person ประยุทธ์ จันทร์โอชา", false},
		{`{"query": "ณัฐพล", "type": "Person"}`, "Person ณัฐพล นิมมานพัชรินทร์", false},
		{`{"query": "กระทรวงดิจิทัลฯ", "type": "Organization"}`, "Ministry กระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม", false},
		{`{"query": "The Ministry of Digital Economy and Society of Thailand"}`, "Ministry กระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม", true},
		{`{"query": "การไฟฟ้าฝ่ายผลิตแห่งประเทศไทย (กฟผ.)"}`, "Agency การไฟฟ้าฝ่ายผลิตแห่งประเทศไทย", true},
		{`{"query": "กฟผ.", "type": "Organization"}`, "Agency การไฟฟ้าฝ่ายผลิตแห่งประเทศไทย", true},
		{`{"query": "กฟผ."}`, "Agency การไฟฟ้าฝ่ายผลิตแห่งประเทศไทย", false},
		{`{"query": "กรมธนารักษ์ (ภูเก็ต)", "type": "Agency"}`, "Agency กรมธนารักษ์", false},
		{`{"query": "กรมธนารักษ์ จังหวัดภูเก็ต", "type": "Agency"}`, "Agency กรมธนารักษ์", false},
		{`{"query": "คณะกรรมการ", "type": "Committee"}`, "Committee คณะกรรมการ (ร่วม)", false},
		{`{"query": "บมจ. กสท โทรคมนาคม"}`, "Company บริษัท กสท โทรคมนาคม จำกัด (มหาชน)", true},
		{`{"query": "ภูเก็ต"}`, "Province ภูเก็ต", false},
		{`{"query": "ภูเก็ต", "type": "City"}`, "City ภูเก็ต ", true},
		{`{"query": "จ.ภูเก็ต"}`, "Province ภูเก็ต", true},
		{`{"query": "Phuket Province", "type": "Place"}`, "Province ภูเก็ต", true},
		{`{"query": "กรุงโตเกียว ประเทศญี่ปุ่น"}`, "City โตเกียว", false},
		{`{"query": "ราชอาณาจักรภูฏาน"}`, "Country ภูฏาน", true},
		{`{"query": "` + string(id("country", "th:ภูฏาน")) + `"}`, "Country ภูฏาน", true},
		{`{"query": "EGAT", "type": "Person"}`, "", false},
		{`{"query": "EGAT", "type": "Person", "type_strict": "should"}`, "Agency การไฟฟ้าฝ่ายผลิตแห่งประเทศไทย", false},
		{`{"query": "EGAT", "type": ["Agency", "Organization"], "type_strict": "all"}`, "Agency การไฟฟ้าฝ่ายผลิตแห่งประเทศไทย", true},
		{`{"query": "EGAT", "type": ["Person", "Organization"], "type_strict": "all"}`, "", false},
		{`{"query": "นายกรัฐมนตรี"}`, "", false}, // a post is not reconciled
		{`{"query": "***"}`, "", false},
	} {
		_, text := ask(t, base, url.Values{"queries": {`{"q": ` + test.query + `}`}})
		var got map[string]answer
		if err := json.Unmarshal([]byte(text), &got); err != nil {
			t.Errorf("%s: %s", test.query, text)
			continue
		}
		first, match := "", false
		if found := got["q"].Result; len(found) > 0 {
			first, match = found[0].Type[0].ID+" "+found[0].Name, found[0].Match
			for i := 1; i < len(found); i++ {
				if found[i].Match || found[i].Score > found[i-1].Score {
					t.Errorf("%s: %+v", test.query, found)
				}
			}
		}
		if first != test.first || match != test.match {
			t.Errorf("%s: got %q, match %v: %s", test.query, first, match, text)
		}
	}
}

func many(n int, one string) string {
	parts := make([]string, n)
	for i := range parts {
		parts[i] = `"q` + strings.Repeat("x", i) + `": ` + one
	}
	return "{" + strings.Join(parts, ",") + "}"
}

// TestRefusals sends what is refused, and what is just not.
func TestRefusals(t *testing.T) {
	base := newServer(t) + reconcile.Path
	queries := func(text string) url.Values { return url.Values{"queries": {text}} }
	extend := func(text string) url.Values { return url.Values{"extend": {text}} }
	const one = `{"query": "x"}`
	for _, test := range []struct {
		path   string
		form   url.Values
		status int
		says   string
	}{
		{"", queries(many(50, one)), 200, ""},
		{"", queries(many(51, one)), 413, "50 queries"},
		{"", queries(strings.Repeat(" ", 256<<10)), 413, "262144 bytes"},
		{"", queries(`{"q": {"query": "` + strings.Repeat("ก", 500) + `"}}`), 200, ""},
		{"", queries(`{"q": {"query": "` + strings.Repeat("ก", 501) + `"}}`), 400, `query \"q\": it may have at most 500 characters`},
		{"", queries(`[]`), 400, "not an object of queries"},
		{"", queries(`null`), 400, "not an object of queries"},
		{"", queries(`{"q": {}}`), 400, "it has no query"},
		{"", queries(`{"q": {"query": "x", "limit": 0}}`), 400, "from 1 to 100"},
		{"", queries(`{"q": {"query": "x", "limit": 1.5}}`), 400, "from 1 to 100"},
		{"", queries(`{"q": {"query": "x", "limit": 101}}`), 400, "from 1 to 100"},
		{"", queries(`{"q": {"query": "x", "type": "Meeting"}}`), 400, `there is no type`},
		{"", queries(`{"q": {"query": "x", "type": 5}}`), 400, "type is the id"},
		{"", queries(`{"q": {"query": "x", "type_strict": "perhaps"}}`), 400, "any, should or all"},
		{"", url.Values{"queries": {"{}"}, "extend": {"{}"}}, 400, "not both"},
		{"", url.Values{"query": {"x"}}, 400, "neither queries nor extend"},
		{"?callback=f", nil, 400, "JSONP"},
		{"?queries={}&callback=f", nil, 400, "JSONP"},
		{"?queries=%zz", nil, 400, "can not be read"},
		{"", extend(`{"ids": [], "properties": []}`), 200, ""},
		{"", extend(`{"ids": []}`), 400, "not a query in JSON"},
		{"", extend(`{"ids": [], "properties": [{"id": "shoe"}]}`), 400, "no property"},
		{"", extend(`{"ids": [], "properties": [{"id": "name", "settings": {"limit": 0}}]}`), 400, "from 1 to 100"},
		{"", extend(`{"ids": [` + strings.Repeat(`"a",`, 100) + `"a"], "properties": []}`), 413, "100 entities"},
		{"/suggest/entity?prefix=a&cursor=-1", nil, 400, "cursor"},
		{"/suggest/entity?prefix=a&cursor=91", nil, 400, "cursor"},
		{"/suggest/entity?prefix=" + strings.Repeat("a", 501), nil, 400, "500"},
		{"/properties?type=Shoe", nil, 400, "there is no type"},
		{"/properties?limit=0", nil, 400, "limit"},
		{"/preview?id=person-0", nil, 404, "no entity"},
		{"/elsewhere", nil, 404, "nothing here"},
	} {
		response, text := ask(t, base+test.path, test.form)
		if response.StatusCode != test.status || !strings.Contains(text, test.says) || (test.status != 200) != strings.Contains(text, `"code":"`) {
			t.Errorf("%s %.80v: %s %s", test.path, test.form, response.Status, text)
		}
	}
	for method, media := range map[string]string{http.MethodPut: "application/x-www-form-urlencoded", http.MethodPost: "text/plain"} {
		request, err := http.NewRequestWithContext(t.Context(), method, base, strings.NewReader("queries={}"))
		if err != nil {
			t.Fatal(err)
		}
		request.Header.Set("Content-Type", media)
		response, err := http.DefaultClient.Do(request)
		if err != nil {
			t.Fatal(err)
		}
		response.Body.Close()
		if want := map[string]int{http.MethodPut: 405, http.MethodPost: 415}[method]; response.StatusCode != want {
			t.Errorf("%s of %s: %s", method, media, response.Status)
		}
	}
}

// TestPreview shows texts as texts, under a policy that lets nothing run.
func TestPreview(t *testing.T) {
	base := newServer(t)
	response, text := ask(t, base+reconcile.Path+"/preview?id="+string(id("person", "en:"+hostile)), nil)
	if response.StatusCode != 200 || strings.Contains(text, "<script") || strings.Contains(text, "\u202e") || !strings.Contains(text, "&lt;script&gt;alert(1)&lt;/script&gt;\ufffd&#34;") {
		t.Errorf("%s %s", response.Status, text)
	}
	policy := response.Header.Get("Content-Security-Policy")
	if !strings.HasPrefix(policy, "default-src 'none'; style-src 'sha256-") || !strings.Contains(policy, "sandbox") || strings.Contains(policy, "unsafe") || strings.Contains(policy, "script-src") {
		t.Errorf("policy %q", policy)
	}
	_, text = ask(t, base+reconcile.Path+"/preview?id="+string(id("person", "th:ประยุทธ์ จันทร์โอชา")), nil)
	for _, part := range []string{"<h1 dir=\"auto\">ประยุทธ์ จันทร์โอชา</h1>", "Prayut Chan-o-cha", "นายกรัฐมนตรี", "3 documents", base + "/e/person-"} {
		if !strings.Contains(text, part) {
			t.Errorf("no %q in %s", part, text)
		}
	}
}

// TestExtend reads values of both sorts, own and by facts.
func TestExtend(t *testing.T) {
	base := newServer(t) + reconcile.Path
	prayut, treasury := id("person", "th:ประยุทธ์ จันทร์โอชา"), id("org", "th:กรมธนารักษ์")
	_, text := ask(t, base, url.Values{"extend": {`{"ids": ["` + string(prayut) + `", "` + string(treasury) + `", "person-none"],
		"properties": [{"id": "nameEnglish"}, {"id": "posts"}, {"id": "partOf"}, {"id": "documents"}]}`}})
	var got struct {
		Rows map[kg.ID]json.RawMessage
	}
	if err := json.Unmarshal([]byte(text), &got); err != nil {
		t.Fatal(err)
	}
	for row, want := range map[kg.ID]string{
		prayut:        `{"documents":[{"int":3}],"nameEnglish":[{"str":"Prayut Chan-o-cha"}],"partOf":[],"posts":[{"id":"` + string(id("post", "th:นายกรัฐมนตรี")) + `","name":"นายกรัฐมนตรี"}]}`,
		treasury:      `{"documents":[{"int":1}],"nameEnglish":[],"partOf":[{"id":"` + string(id("org", "th:กระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม")) + `","name":"กระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม"}],"posts":[]}`,
		"person-none": `{"documents":[],"nameEnglish":[],"partOf":[],"posts":[]}`,
	} {
		if string(got.Rows[row]) != want {
			t.Errorf("%s: %s, not %s", row, got.Rows[row], want)
		}
	}
}

// TestSuggest completes what is typed, and goes on at a cursor.
func TestSuggest(t *testing.T) {
	base := newServer(t) + reconcile.Path + "/suggest/"
	for _, test := range []struct{ path, want string }{
		{"entity?prefix=" + url.QueryEscape("ณัฐ"), "ณัฐพล นิมมานพัชรินทร์|ณัฐพล รังสิตพล"},
		{"entity?cursor=1&prefix=" + url.QueryEscape("ณัฐ"), "ณัฐพล รังสิตพล"},
		{"entity?cursor=9&prefix=" + url.QueryEscape("ณัฐ"), ""},
		{"entity?prefix=" + url.QueryEscape("พล.อ.ประยุ"), "ประยุทธ์ จันทร์โอชา"},
		{"entity?type=City&prefix=phu", "ภูเก็ต "},
		{"entity?prefix=" + string(id("country", "th:ภูฏาน")), "ภูฏาน"},
		{"type?prefix=pro", "Province (จังหวัด)"},
		{"type?prefix=" + url.QueryEscape("กระ"), "Ministry (กระทรวง)"},
		{"property?prefix=post", "Posts held (ตำแหน่ง)"},
	} {
		_, text := ask(t, base+test.path, nil)
		var got struct{ Result []struct{ Name string } }
		if err := json.Unmarshal([]byte(text), &got); err != nil {
			t.Fatal(err)
		}
		var names []string
		for _, one := range got.Result {
			names = append(names, one.Name)
		}
		if strings.Join(names, "|") != test.want {
			t.Errorf("%s: %q", test.path, names)
		}
	}
}

// TestManifest names addresses after the request's, and only such as are names.
func TestManifest(t *testing.T) {
	handler := reconcile.NewHandler(newStore(t), reconcile.Config{})
	for host, want := range map[string]string{"graph.example.org:8080": "http://graph.example.org:8080", "[::1]:80": "http://[::1]:80", `x"/><script>`: "http://localhost"} {
		request := httptest.NewRequest(http.MethodGet, reconcile.Path, nil)
		request.Host = host
		recorder := httptest.NewRecorder()
		handler.ServeHTTP(recorder, request)
		var got struct {
			Preview struct{ URL string }
			View    any
		}
		if err := json.Unmarshal(recorder.Body.Bytes(), &got); err != nil || got.Preview.URL != want+"/reconcile/preview?id={{id}}" || got.View != nil {
			t.Errorf("%s: %v %+v", host, err, got)
		}
	}
}

// FuzzRequest sends batches and data extension queries: each is answered or
// refused, in JSON.
func FuzzRequest(f *testing.F) {
	f.Add(`{"q0": {"query": "พล.อ.ประยุทธ์ จันทร์โอชา", "type": "Person", "limit": 3}}`)
	f.Add(`{"q0": {"query": "กรมธนารักษ์ (ภูเก็ต) จำกัด มหาชน", "type": ["Company"], "type_strict": "should"}}`)
	f.Add(`{"ids": ["person-0"], "properties": [{"id": "posts", "settings": {"limit": "2"}}]}`)
	f.Add("{\"\u202e\": {\"query\": \"((((, ,)\"}}")
	handler := reconcile.NewHandler(newStore(f), reconcile.Config{})
	f.Fuzz(func(t *testing.T, text string) {
		for _, parameter := range []string{"queries", "extend"} {
			request := httptest.NewRequest(http.MethodPost, reconcile.Path, strings.NewReader(url.Values{parameter: {text}}.Encode()))
			request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
			recorder := httptest.NewRecorder()
			handler.ServeHTTP(recorder, request)
			if !json.Valid(recorder.Body.Bytes()) || !utf8.Valid(recorder.Body.Bytes()) || !slices.Contains([]int{200, 400, 413}, recorder.Code) {
				t.Errorf("%s=%q: %d %s", parameter, text, recorder.Code, recorder.Body)
			}
		}
	})
}
