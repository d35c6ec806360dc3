package export

import (
	"context"
	"encoding/json"
	"io"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"mueang/graph/kg"
)

// FtM writes entities of FollowTheMoney, one JSON object a line: documents,
// entities, and the facts that are not rejected as its intervals, the quotes
// in description and the documents in proof.
// Errors: those of the store and of out.
func FtM(ctx context.Context, store kg.Store, out io.Writer) error {
	return store.Read(ctx, func(ctx context.Context, r kg.Reader) error {
		encoder := json.NewEncoder(out)
		encoder.SetEscapeHTML(false)
		if err := r.EachDocument(ctx, func(d *kg.Document) error { return encoder.Encode(ftmDocument(d)) }); err != nil {
			return err
		}
		if err := r.EachEntity(ctx, func(e *kg.Entity) error { return encoder.Encode(ftmThing(e)) }); err != nil {
			return err
		}
		return eachGroup(ctx, r, func(facts []kg.Fact, statements map[kg.ID][]kg.Statement) error {
			classes, err := classesOf(ctx, r, facts)
			if err != nil {
				return err
			}
			for i := range facts {
				f := &facts[i]
				if f.FactStatus == kg.Rejected {
					continue
				}
				if err := encoder.Encode(ftmInterval(f, classes, statements[f.ID])); err != nil {
					return err
				}
			}
			return nil
		})
	})
}

// classesOf gives the classes of the ends of facts.
func classesOf(ctx context.Context, r kg.Reader, facts []kg.Fact) (map[kg.ID]kg.Class, error) {
	var ids []kg.ID
	for i := range facts {
		ids = append(ids, facts[i].Subject, facts[i].Object)
	}
	entities, err := r.Entities(ctx, ids)
	classes := make(map[kg.ID]kg.Class, len(entities))
	for i := range entities {
		classes[entities[i].ID] = entities[i].Kind.Class()
	}
	return classes, err
}

// ftmEntity is an entity of FollowTheMoney.
type ftmEntity struct {
	ID         string              `json:"id"`
	Schema     string              `json:"schema"`
	Properties map[string][]string `json:"properties"`
}

// longest is how many characters FollowTheMoney takes in a name, a few less. Of
// other texts than the long ones it takes more, but no less.
const longest = 380

// add adds the values of a property that are not empty, each once. One that is
// too long is cut, and stands whole in the notes of a thing or the description
// of an interval.
func (e *ftmEntity) add(property string, values ...string) {
	for _, text := range values {
		text = strings.TrimSpace(visible(text))
		if text == "" {
			continue
		}
		if slices.Contains([]string{"name", "alias", "weakAlias", "abbreviation"}, property) && !strings.ContainsFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }) {
			e.add("notes", text) // it takes no name without a letter
			if property != "name" {
				continue
			}
			text = e.ID
		}
		if long := []string{"bodyText", "description", "notes", "summary"}; utf8.RuneCountInString(text) > longest && !slices.Contains(long, property) {
			whole := "notes"
			if _, interval := e.Properties["recordId"]; interval {
				whole = "description"
			}
			e.add(whole, text)
			text = string([]rune(text)[:longest-1]) + "…"
		}
		if !slices.Contains(e.Properties[property], text) {
			e.Properties[property] = append(e.Properties[property], text)
		}
	}
}

func ftm(id kg.ID, schema string) *ftmEntity {
	return &ftmEntity{string(id), schema, map[string][]string{}}
}

func ftmDocument(d *kg.Document) *ftmEntity {
	e := ftm(d.ID, "Article")
	e.add("title", d.Name())
	e.add("fileName", d.Source)
	if u, err := url.Parse(d.URL); err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" {
		e.add("sourceUrl", u.String())
	} else {
		e.add("notes", d.URL)
	}
	e.add("publisher", d.Publisher)
	e.add("publishedAt", value(d.PublishedOn))
	e.add("date", value(d.PublishedOn))
	e.add("language", map[string]string{"th": "tha", "en": "eng"}[d.Language])
	e.add("bodyText", d.Text)
	return e
}

// ftmSchemata says which schema an entity of a kind has.
var ftmSchemata = map[kg.Kind]string{
	kg.KindPerson: "Person", kg.KindMinistry: "PublicBody", kg.KindAgency: "PublicBody", kg.KindLocalGovernment: "PublicBody",
	kg.KindInstitute: "Organization", kg.KindCommittee: "Organization", kg.KindInternationalOrganization: "Organization", kg.KindNetwork: "Organization",
	kg.KindOrganization: "Organization", kg.KindCompany: "Company",
	kg.KindCity: "Address", kg.KindProvince: "Address", kg.KindCountry: "Address", kg.KindZone: "Address", kg.KindVenue: "Address",
	kg.KindPost: "Position", kg.KindMeeting: "Event", kg.KindAgreement: "Contract", kg.KindFund: "Asset", kg.KindProject: "Project",
}

func ftmThing(e *kg.Entity) *ftmEntity {
	t := ftm(e.ID, ftmSchemata[e.Kind])
	isOrganization, isPerson := e.Kind.Class() == kg.ClassOrganization, e.Kind == kg.KindPerson
	t.add("name", e.Name)
	for _, name := range e.Names {
		switch {
		case name.Kind == kg.NameOfficial:
			t.add("name", name.Text)
		case name.Kind == kg.NameAcronym && (isOrganization || isPerson):
			t.add("abbreviation", name.Text)
		case name.Kind == kg.NameAcronym, name.Kind == kg.NameShort:
			t.add("weakAlias", name.Text)
		default:
			t.add("alias", name.Text)
		}
	}
	t.add("description", e.Description)
	t.add("keywords", string(e.Kind), e.Subtype)
	for _, id := range e.Identifiers {
		switch {
		case id.Scheme == "wikidata":
			t.add("wikidataId", id.Value)
		case id.Scheme == "iso3166-1":
			t.add("country", strings.ToLower(id.Value))
		default:
			t.add("notes", id.Scheme+":"+id.Value)
		}
	}
	switch e.Kind {
	case kg.KindPerson:
		t.add("title", e.Titles...)
	case kg.KindPost:
		t.add("notes", e.Role, e.RoleText)
	case kg.KindCity:
		t.add("full", e.Name)
		t.add("city", e.Name)
	case kg.KindProvince:
		t.add("full", e.Name)
		t.add("region", e.Name)
	case kg.KindCountry, kg.KindVenue, kg.KindZone:
		t.add("full", e.Name)
	case kg.KindMeeting:
		t.add("startDate", value(e.StartDate))
		t.add("endDate", value(e.EndDate))
		t.add("notes", e.Status)
	case kg.KindAgreement:
		t.add("title", e.Name)
		t.add("type", e.Subtype)
		t.add("status", e.Status)
		t.add("contractDate", value(e.StartDate))
		t.add("summary", e.Subject)
	case kg.KindProject:
		t.add("status", e.Status)
		t.add("date", value(e.StartDate))
	}
	if e.Amount != nil && (e.Kind == kg.KindFund || e.Kind == kg.KindProject) {
		t.add("amount", strconv.FormatFloat(e.Amount.Value, 'f', -1, 64))
		t.add("currency", e.Amount.Currency)
		t.add("notes", e.Amount.Original)
	}
	return t
}

// ftmLink is a schema of intervals with the properties of its ends.
type ftmLink struct{ schema, subject, object string }

var unknownLink = ftmLink{"UnknownLink", "subject", "object"}

// ftmLinkOf gives the schema that says what a fact says, by the classes of its
// ends.
func ftmLinkOf(f *kg.Fact, subject, object kg.Class) ftmLink {
	legal := subject == kg.ClassPerson || subject == kg.ClassOrganization
	switch {
	case f.Type == kg.Holds && subject == kg.ClassPerson && object == kg.ClassPost:
		return ftmLink{"Occupancy", "holder", "post"}
	case f.Type == kg.MemberOf && f.Status != "PROPOSED" && legal && object == kg.ClassOrganization:
		return ftmLink{"Membership", "member", "organization"}
	case (f.Type == kg.Finances || f.Type == kg.ResponsibleFor || f.Type == kg.Certified) && legal && object == kg.ClassProject:
		return ftmLink{"ProjectParticipant", "participant", "project"}
	}
	return unknownLink
}

func ftmInterval(f *kg.Fact, classes map[kg.ID]kg.Class, statements []kg.Statement) *ftmEntity {
	link := ftmLinkOf(f, classes[f.Subject], classes[f.Object])
	t := ftm(f.ID, link.schema)
	t.add("recordId", string(f.ID))
	t.add(link.subject, string(f.Subject))
	t.add(link.object, string(f.Object))
	if link.schema != "Occupancy" { // which has no role
		t.add("role", string(f.Type), f.Role, f.RoleText)
	}
	t.add("status", f.Status, string(f.FactStatus))
	t.add("startDate", value(f.ValidFrom))
	t.add("endDate", value(f.ValidTo))
	t.add("date", value(f.Date), f.ObservedFrom, f.ObservedTo)
	t.add("summary", f.Capacity)
	if f.Amount != nil {
		t.add("summary", strings.TrimSpace(strconv.FormatFloat(f.Amount.Value, 'f', -1, 64)+" "+f.Amount.Currency), f.Amount.Original)
	}
	t.add("description", texts(statements, quote)...)
	t.add("proof", texts(statements, document)...)
	return t
}
