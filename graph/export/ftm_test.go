package export_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"mueang/graph/export"
	"mueang/graph/kg"
	"mueang/graph/store/storetest"
)

type ftmEntity struct {
	ID, Schema string
	Is         []string // the schemata that its own is one of
	Properties map[string][]string
	Links      map[string][][2]string // schema that the other end must be of, id
}

// TestFtM holds that the library of FollowTheMoney takes every entity with
// every value, and that the ends of its links are of the schemata that belong
// there.
func TestFtM(t *testing.T) {
	for name, b := range map[string]*kg.Batch{"small": storetest.SmallWorld(), "hostile": hostileWorld()} {
		t.Run(name, func(t *testing.T) {
			data := written(t, export.FtM, b)
			var got []ftmEntity
			readWith(t, "ftm", data, &got)
			if want := len(b.Documents) + len(b.Entities) + len(shown(b)); len(got) != want {
				t.Fatalf("%d entities, not %d", len(got), want)
			}
			byID := map[string]ftmEntity{}
			for _, e := range got {
				byID[e.ID] = e
			}
			for line := range strings.Lines(string(data)) {
				var given ftmEntity
				if err := json.Unmarshal([]byte(line), &given); err != nil {
					t.Fatal(err)
				}
				read := byID[given.ID]
				for property, values := range given.Properties {
					// The library tidies the white space of names, and takes away what nobody sees.
					if len(read.Properties[property]) != len(values) && name == "small" {
						t.Errorf("%s %s: of the %s %q are left %q", given.Schema, given.ID, property, values, read.Properties[property])
					}
				}
				for property, links := range read.Links {
					for _, link := range links {
						if end, ok := byID[link[1]]; !ok || !slices.Contains(end.Is, link[0]) {
							t.Errorf("the %s of %s %s is %s, a %s, where a %s belongs", property, given.Schema, given.ID, link[1], end.Schema, link[0])
						}
					}
				}
			}
			if name != "small" {
				return
			}
			for _, test := range []struct {
				id   kg.ID
				want string
			}{
				{"ann", `Person name [นายพุทธิพงษ์ ปุณณกันต์]`},
				{"phuket", `Address city [ภูเก็ต]`},
				{"mou", `Contract title [บันทึกความเข้าใจ]`},
				{"m1", `Event endDate [2019-11-26]`},
				{"proj", `Project amount [100000000]`},
				{factOf(b, kg.Holds, "ann", "min"), `Occupancy startDate [2019-07]`},
				{factOf(b, kg.MemberOf, "phuket", "depa"), `UnknownLink role [MEMBER_OF]`},
				{factOf(b, kg.Chaired, "ann", "m1"), `UnknownLink proof [d1 d2]`},
				{"d1", `Article publishedAt [2019-11-25]`},
			} {
				schema, rest, _ := strings.Cut(test.want, " ")
				property, values, _ := strings.Cut(rest, " ")
				if e := byID[string(test.id)]; e.Schema != schema || fmt.Sprint(e.Properties[property]) != values {
					t.Errorf("%s is a %s with the %s %q, not %s", test.id, e.Schema, property, e.Properties[property], test.want)
				}
			}
		})
	}
}

func factOf(b *kg.Batch, typ kg.RelationType, subject, object kg.ID) kg.ID {
	i := slices.IndexFunc(b.Facts, func(f kg.Fact) bool { return f.Type == typ && f.Subject == subject && f.Object == object })
	return b.Facts[i].ID
}
