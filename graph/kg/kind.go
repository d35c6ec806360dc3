package kg

// Kind is what an entity is. Its values are those of the GraphQL enum
// EntityKind and of the extraction format.
type Kind string

// The kinds. [KindDocument] is a Node but not an entity.
const (
	KindPerson                    Kind = "PERSON"
	KindMinistry                  Kind = "MINISTRY"
	KindAgency                    Kind = "AGENCY"
	KindInstitute                 Kind = "INSTITUTE"
	KindCompany                   Kind = "COMPANY"
	KindCommittee                 Kind = "COMMITTEE"
	KindLocalGovernment           Kind = "LOCAL_GOVERNMENT"
	KindInternationalOrganization Kind = "INTERNATIONAL_ORGANIZATION"
	KindNetwork                   Kind = "NETWORK"
	KindOrganization              Kind = "ORGANIZATION" // none of the above, or not known which
	KindCity                      Kind = "CITY"
	KindProvince                  Kind = "PROVINCE"
	KindCountry                   Kind = "COUNTRY"
	KindVenue                     Kind = "VENUE"
	KindZone                      Kind = "ZONE"
	KindPost                      Kind = "POST"
	KindMeeting                   Kind = "MEETING"
	KindAgreement                 Kind = "AGREEMENT"
	KindFund                      Kind = "FUND"
	KindProject                   Kind = "PROJECT"
	KindDocument                  Kind = "DOCUMENT"
)

// Class is the family of kinds among which an entity's kind may be corrected
// and names may be compared: entities of two classes are never one thing. The
// places are a class each, since a city is never its province.
type Class string

// The classes.
const (
	ClassPerson       Class = "person"
	ClassOrganization Class = "org"
	ClassCity         Class = "city"
	ClassProvince     Class = "province"
	ClassCountry      Class = "country"
	ClassVenue        Class = "venue"
	ClassZone         Class = "zone"
	ClassPost         Class = "post"
	ClassMeeting      Class = "meeting"
	ClassAgreement    Class = "agreement"
	ClassFund         Class = "fund"
	ClassProject      Class = "project"
	ClassDocument     Class = "document"
)

// KindInfo describes one kind.
type KindInfo struct {
	Kind      Kind
	Class     Class
	Type      string // GraphQL object type and Neo4j label: "LocalGovernment"
	Interface string // GraphQL interface and Neo4j label beside it: "Organization", "Place" or ""
}

// Kinds lists every kind, entities first, in the order of the contract.
var Kinds = []KindInfo{
	{KindPerson, ClassPerson, "Person", ""},
	{KindMinistry, ClassOrganization, "Ministry", "Organization"},
	{KindAgency, ClassOrganization, "Agency", "Organization"},
	{KindInstitute, ClassOrganization, "Institute", "Organization"},
	{KindCompany, ClassOrganization, "Company", "Organization"},
	{KindCommittee, ClassOrganization, "Committee", "Organization"},
	{KindLocalGovernment, ClassOrganization, "LocalGovernment", "Organization"},
	{KindInternationalOrganization, ClassOrganization, "InternationalOrganization", "Organization"},
	{KindNetwork, ClassOrganization, "Network", "Organization"},
	{KindOrganization, ClassOrganization, "OtherOrganization", "Organization"},
	{KindCity, ClassCity, "City", "Place"},
	{KindProvince, ClassProvince, "Province", "Place"},
	{KindCountry, ClassCountry, "Country", "Place"},
	{KindVenue, ClassVenue, "Venue", "Place"},
	{KindZone, ClassZone, "Zone", "Place"},
	{KindPost, ClassPost, "Post", ""},
	{KindMeeting, ClassMeeting, "Meeting", ""},
	{KindAgreement, ClassAgreement, "Agreement", ""},
	{KindFund, ClassFund, "Fund", ""},
	{KindProject, ClassProject, "Project", ""},
	{KindDocument, ClassDocument, "Document", ""},
}

var kindInfo = func() map[Kind]KindInfo {
	m := make(map[Kind]KindInfo, len(Kinds))
	for _, info := range Kinds {
		m[info.Kind] = info
	}
	return m
}()

// Info gives the description of a kind, and false for an unknown one.
func (k Kind) Info() (KindInfo, bool) {
	info, ok := kindInfo[k]
	return info, ok
}

// Class gives the class of a kind, "" for an unknown one.
func (k Kind) Class() Class { return kindInfo[k].Class }

// Type gives the GraphQL type of a kind, "" for an unknown one.
func (k Kind) Type() string { return kindInfo[k].Type }
