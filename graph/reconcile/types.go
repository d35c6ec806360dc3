package reconcile

import (
	"slices"
	"strings"

	"mueang/graph/kg"
)

// entityType is a category of entities as the specification has it: its id is
// the type's name in GraphQL.
type entityType struct {
	ID      string       `json:"id"`
	Name    string       `json:"name"`
	Broader []entityType `json:"broader,omitempty"`

	kinds []kg.Kind
}

// The types that others are narrower than, and the one of people.
const (
	person       = "Person"
	organization = "Organization"
	place        = "Place"
)

// types are those of the entities that can be reconciled, by their ids.
var types = func() map[string]entityType {
	all := map[string]entityType{organization: {ID: organization, Name: "Organization (องค์กร)"}, place: {ID: place, Name: "Place (สถานที่)"}}
	for _, info := range kg.Kinds {
		if info.Class != kg.ClassPerson && info.Interface == "" {
			continue
		}
		one := entityType{ID: info.Type, Name: typeNames[info.Kind], kinds: []kg.Kind{info.Kind}}
		if broader, is := all[info.Interface]; is {
			one.Broader = []entityType{{ID: broader.ID, Name: broader.Name}}
			broader.kinds = append(broader.kinds, info.Kind)
			all[info.Interface] = broader
		}
		all[one.ID] = one
	}
	return all
}()

var typeNames = map[kg.Kind]string{
	kg.KindPerson: "Person (บุคคล)", kg.KindMinistry: "Ministry (กระทรวง)", kg.KindAgency: "Agency (หน่วยงาน)", kg.KindInstitute: "Institute (สถาบัน)",
	kg.KindCompany: "Company (บริษัท)", kg.KindCommittee: "Committee (คณะกรรมการ)", kg.KindLocalGovernment: "Local government (องค์กรปกครองส่วนท้องถิ่น)",
	kg.KindInternationalOrganization: "International organization (องค์การระหว่างประเทศ)", kg.KindNetwork: "Network (เครือข่าย)",
	kg.KindOrganization: "Other organization (องค์กรอื่น)", kg.KindCity: "City (เมือง)", kg.KindProvince: "Province (จังหวัด)",
	kg.KindCountry: "Country (ประเทศ)", kg.KindVenue: "Venue (สถานที่จัดงาน)", kg.KindZone: "Zone (เขต)",
}

// known are the ids of types in the order in which they are offered.
var known = func() []string {
	ids := []string{person, organization, place}
	for _, info := range kg.Kinds {
		if _, is := types[info.Type]; is && info.Type != person {
			ids = append(ids, info.Type)
		}
	}
	return ids
}()

// every is the kinds that can be reconciled.
var every = slices.Concat(types[person].kinds, types[organization].kinds, types[place].kinds)

// typesOf gives an entity's type and the broader one.
func typesOf(kind kg.Kind) []entityType {
	one := types[kind.Type()]
	return append([]entityType{{ID: one.ID, Name: one.Name}}, one.Broader...)
}

// typeNamed gives a type by its id.
func typeNamed(id string) (entityType, error) {
	if one, is := types[id]; is {
		return one, nil
	}
	return entityType{}, kg.Errorf(kg.BadInput, "", "there is no type %q; the types are %s", short(id, 60), strings.Join(known, ", "))
}

// short cuts a text after so many characters, visibly.
func short(text string, most int) string {
	runes := []rune(text)
	if len(runes) <= most {
		return text
	}
	return string(runes[:most]) + "…"
}
