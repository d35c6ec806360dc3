package seed

import (
	"io/fs"
	"slices"
	"strings"
	"testing"

	"mueang/graph/kg"
)

func TestReleases(t *testing.T) {
	names, err := fs.Glob(Releases(), "*.txt")
	if err != nil || len(names) != 5 {
		t.Fatalf("releases: %v, %v", names, err)
	}
	for _, name := range names {
		content, err := fs.ReadFile(Releases(), name)
		if err != nil || len(content) < 5000 {
			t.Errorf("%s: %d bytes, %v", name, len(content), err)
		}
	}
}

func TestLists(t *testing.T) {
	for name, test := range map[string]struct {
		read func() ([]string, error)
		size int
		has  string
	}{
		"words":        {Words, 62107, "กระทรวง"},
		"given names":  {GivenNames, 11800, "ณัฐพล"},
		"family names": {FamilyNames, 9800, "ชินวัตร"},
	} {
		entries, err := test.read()
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		found := false
		for _, entry := range entries {
			found = found || entry == test.has
		}
		if len(entries) < test.size || !found {
			t.Errorf("%s: %d entries, %q among them: %v", name, len(entries), test.has, found)
		}
	}
}

func TestAgencies(t *testing.T) {
	all, err := Agencies()
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 400 {
		t.Errorf("%d bodies", len(all))
	}
	byKey := map[string]Agency{}
	for _, a := range all {
		if _, twice := byKey[a.Key]; twice {
			t.Errorf("%s is there twice", a.Key)
		}
		byKey[a.Key] = a
		seen := map[string]bool{}
		for _, name := range a.Names() {
			if name.Text == "" || name.Text != strings.TrimSpace(name.Text) || seen[name.Text] || name.Language == "und" {
				t.Errorf("%s: the name %q", a.Key, name.Text)
			}
			seen[name.Text] = true
		}
		if a.From != "" && a.To != "" && a.From > a.To {
			t.Errorf("%s ends before it begins", a.Key)
		}
	}
	official := map[string]string{}
	for _, a := range all {
		for _, key := range []string{a.Parent, a.Successor} {
			if _, ok := byKey[key]; key != "" && !ok {
				t.Errorf("%s: there is no %s", a.Key, key)
			}
		}
		if a.Successor != "" && a.To == "" {
			t.Errorf("%s has a successor and no end", a.Key)
		}
		for _, name := range []string{a.Thai, a.English} {
			if other := official[kg.NameKey(name)]; other != "" && name != "" {
				t.Errorf("%s and %s both are %q", a.Key, other, name)
			}
			official[kg.NameKey(name)] = a.Key
		}
	}
	for from, to := range map[string]string{"th-ministry:mict": "th-ministry:mdes", "th-agency:sipa": "th-agency:depa"} {
		if byKey[from].Successor != to || byKey[from].To >= byKey[to].From {
			t.Errorf("%s: %+v, then %+v", from, byKey[from], byKey[to])
		}
	}
}

func TestPlaces(t *testing.T) {
	byKey := map[string]Place{}
	network := 0
	for name, test := range map[string]struct {
		read func() ([]Place, error)
		kind kg.Kind
		size int
	}{
		"countries":    {Countries, kg.KindCountry, 249},
		"provinces":    {Provinces, kg.KindProvince, 77},
		"cities":       {Cities, kg.KindCity, 190},
		"landmarks":    {Landmarks, "", 40},
		"districts":    {Districts, kg.KindZone, 928},
		"subdistricts": {Subdistricts, kg.KindZone, 7436},
	} {
		places, err := test.read()
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if len(places) < test.size {
			t.Errorf("%s: %d", name, len(places))
		}
		for _, p := range places {
			if _, twice := byKey[p.Key]; twice {
				t.Errorf("%s is there twice", p.Key)
			}
			byKey[p.Key] = p
			if test.kind != "" && p.Kind != test.kind {
				t.Errorf("%s is of kind %s", p.Key, p.Kind)
			}
			if p.Network == "ASCN" {
				network++
			}
			for _, n := range p.Names() {
				if n.Text == "" || strings.TrimSpace(n.Text) != n.Text {
					t.Errorf("%s: the name %q", p.Key, n.Text)
				}
			}
		}
	}
	for _, p := range byKey {
		if _, ok := byKey[p.Within]; p.Within != "" && !ok {
			t.Errorf("%s: there is no %s", p.Key, p.Within)
		}
	}
	if network != 26 {
		t.Errorf("%d cities of the ASEAN Smart Cities Network", network)
	}
	for key, want := range map[string]string{"th-province:TH-83": "ภูเก็ต", "country:KR": "เกาหลีใต้", "city:busan": "ปูซาน",
		"th-district:8301": "เมืองภูเก็ต", "th-district:1001": "พระนคร", "th-subdistrict:830101": "ตลาดใหญ่"} {
		if byKey[key].Thai != want {
			t.Errorf("%s is %q", key, byKey[key].Thai)
		}
	}
}

func TestPosts(t *testing.T) {
	all, err := Posts()
	if err != nil {
		t.Fatal(err)
	}
	role := map[string]string{}
	used := map[string]bool{}
	for _, p := range all {
		if role[p.Text] != "" {
			t.Errorf("%s is there twice", p.Text)
		}
		role[p.Text], used[p.Role] = p.Role, true
	}
	for _, r := range Roles {
		if !used[r] {
			t.Errorf("nothing means %s", r)
		}
	}
	for text, want := range map[string]string{"รมว.": "MINISTER", "รัฐมนตรีช่วยว่าการ": "DEPUTY_MINISTER", "ปลัดกระทรวง": "PERMANENT_SECRETARY",
		"ผอ.": "DIRECTOR", "ผวจ.": "GOVERNOR", "รองนายกเทศมนตรี": "DEPUTY_MAYOR", "Chief Smart City Officer": "CHIEF_SMART_CITY_OFFICER"} {
		if role[text] != want {
			t.Errorf("%s is %s", text, role[text])
		}
	}
}

func TestNicknames(t *testing.T) {
	all, err := Nicknames()
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]string{}
	for _, n := range all {
		if seen[n.Text] != "" {
			t.Errorf("%s is there twice", n.Text)
		}
		seen[n.Text] = n.Name
	}
	if seen["บิ๊กป้อม"] != "ประวิตร วงษ์สุวรรณ" {
		t.Errorf("บิ๊กป้อม is %q", seen["บิ๊กป้อม"])
	}
}

func TestParseTable(t *testing.T) {
	columns := []string{"a", "b"}
	parse := func(r row) (string, error) { return r.text("a") + r.text("b"), nil }
	for _, test := range []struct {
		content string
		want    string
		wrong   string
	}{
		{"# note\na\tb\n1\t2\n", "12", ""},
		{"a\tc\n", "", "line 1"},
		{"a\tb\n1\n", "", "line 2"},
		{"a\tb\n\n1\t 2\n", "", "line 3"},
	} {
		got, err := parseTable("t.tsv", []byte(test.content), columns, parse)
		if test.wrong != "" {
			if kg.CodeOf(err) != kg.Internal || !strings.Contains(err.Error(), test.wrong) {
				t.Errorf("%q: %v", test.content, err)
			}
			continue
		}
		if err != nil || strings.Join(got, " ") != test.want {
			t.Errorf("%q: %v, %v", test.content, got, err)
		}
	}
}

func TestSuccessorsAreLinkedAndDated(t *testing.T) {
	agencies, err := Agencies()
	if err != nil {
		t.Fatal(err)
	}
	byKey := map[string]*Agency{}
	for i := range agencies {
		byKey[agencies[i].Key] = &agencies[i]
	}
	for _, c := range []struct{ old, new, until string }{
		{"th-ministry:mict", "th-ministry:mdes", "2016-09-15"}, {"th-agency:sipa", "th-agency:depa", "2017-01-23"},
	} {
		for key, link := range map[string]kg.Identifier{c.old: {Scheme: "mueang:successor", Value: c.new}, c.new: {Scheme: "mueang:predecessor", Value: c.old}} {
			identifiers, err := byKey[key].Identifiers()
			if err != nil || !slices.Contains(identifiers, link) {
				t.Errorf("%s has %v, %v, and not %v", key, identifiers, err, link)
			}
		}
		if history := byKey[c.old].History(); !strings.Contains(history, c.until) || !strings.Contains(history, "law of") {
			t.Errorf("%s: %q", c.old, history)
		}
	}
}
