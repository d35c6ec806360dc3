package export

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"net/url"
	"strings"

	"mueang/graph/kg"
)

// jsonldContext is the context of the file: nothing has to be fetched.
//
// What is in the graph has names under m:, and what no vocabulary has a term
// for, the relations among it, under v:.
var jsonldContext = node{
	"m": "urn:mueang:", "v": "urn:mueang:vocabulary:",
	"schema": "http://schema.org/", "org": "http://www.w3.org/ns/org#", "prov": "http://www.w3.org/ns/prov#", "oa": "http://www.w3.org/ns/oa#",
	"rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "skos": "http://www.w3.org/2004/02/skos/core#", "xsd": "http://www.w3.org/2001/XMLSchema#",
}

// node is an object of JSON-LD.
type node map[string]any

// JSONLD writes RDF: documents, entities and the facts that are not rejected,
// each fact as an rdf:Statement with its qualifiers and the quotes that it is
// derived from, and, where it is neither disputed nor a proposal, as a triple
// of its own.
// Errors: those of the store and of out.
func JSONLD(ctx context.Context, store kg.Store, out io.Writer) error {
	w := &jsonld{out: bufio.NewWriterSize(out, 1<<16)}
	w.encoder = json.NewEncoder(w.out)
	w.encoder.SetEscapeHTML(false)
	w.out.WriteString(`{"@context":`)
	if err := w.encoder.Encode(jsonldContext); err != nil {
		return err
	}
	w.out.WriteString(`,"@graph":[` + "\n")
	err := store.Read(ctx, func(ctx context.Context, r kg.Reader) error {
		snapshot, err := r.Snapshot(ctx)
		if err != nil {
			return err
		}
		if err := w.put(node{"@id": "m:graph", "@type": "schema:Dataset", "schema:version": snapshot.ID}); err != nil {
			return err
		}
		if err := r.EachDocument(ctx, func(d *kg.Document) error { return w.put(ldDocument(d)) }); err != nil {
			return err
		}
		if err := r.EachEntity(ctx, func(e *kg.Entity) error { return w.put(ldEntity(e)) }); err != nil {
			return err
		}
		return eachFact(ctx, r, w.fact)
	})
	if err != nil {
		return err
	}
	w.out.WriteString("]}\n")
	return w.out.Flush()
}

// jsonld writes the objects of a graph.
type jsonld struct {
	out     *bufio.Writer
	encoder *json.Encoder
	several bool
}

func (w *jsonld) put(n node) error {
	if w.several {
		w.out.WriteByte(',')
	}
	w.several = true
	return w.encoder.Encode(n)
}

// add adds a value that is there.
func (n node) add(property string, v any) {
	switch v := v.(type) {
	case nil:
	case string:
		if v != "" {
			n[property] = v
		}
	case []node:
		if len(v) > 0 {
			n[property] = v
		}
	case node:
		if v != nil {
			n[property] = v
		}
	default:
		n[property] = v
	}
}

// iri gives the name of something in the graph.
func iri(id kg.ID) string { return "m:" + url.PathEscape(string(id)) }

// ref refers to something in the graph; nil for nothing.
func ref(id kg.ID) node {
	if id == "" {
		return nil
	}
	return node{"@id": iri(id)}
}

// ldDate gives a date of the precision that it has.
func ldDate(date string) node {
	switch len(date) {
	case 0:
		return nil
	case 4:
		return node{"@type": "xsd:gYear", "@value": date}
	case 7:
		return node{"@type": "xsd:gYearMonth", "@value": date}
	}
	return node{"@type": "xsd:date", "@value": date}
}

// ldNumber gives a number; JSON-LD would make an integer of 1.
func ldNumber(x float64) node { return node{"@type": "xsd:double", "@value": x} }

func ldMoney(m *kg.Money) node {
	if m == nil {
		return nil
	}
	n := node{"@type": "schema:MonetaryAmount", "schema:value": ldNumber(m.Value), "schema:currency": m.Currency}
	n.add("schema:description", m.Original)
	return n
}

func ldDocument(d *kg.Document) node {
	n := node{"@id": iri(d.ID), "@type": []string{"v:Document", "schema:NewsArticle", "prov:Entity"}}
	n.add("schema:headline", d.Title)
	if u, err := url.Parse(d.URL); err == nil && u.IsAbs() {
		n.add("schema:url", node{"@id": u.String()})
	}
	n.add("schema:publisher", d.Publisher)
	n.add("schema:datePublished", ldDate(value(d.PublishedOn)))
	n.add("schema:inLanguage", d.Language)
	n.add("schema:isBasedOn", ref(d.CopyOf))
	n.add("schema:articleBody", d.Text)
	n.add("v:sha256", d.Hash)
	return n
}

// ldTypes are the types of entities beside their own.
var ldTypes = map[kg.Kind][]string{
	kg.KindPerson:   {"schema:Person", "prov:Person"},
	kg.KindMinistry: {"schema:GovernmentOrganization", "org:FormalOrganization"}, kg.KindAgency: {"schema:GovernmentOrganization", "org:FormalOrganization"},
	kg.KindLocalGovernment: {"schema:GovernmentOrganization", "org:FormalOrganization"}, kg.KindInstitute: {"schema:ResearchOrganization", "org:FormalOrganization"},
	kg.KindCompany: {"schema:Corporation", "org:FormalOrganization"}, kg.KindCommittee: {"schema:Organization", "org:OrganizationalUnit"},
	kg.KindInternationalOrganization: {"schema:Organization", "org:FormalOrganization"}, kg.KindNetwork: {"schema:Organization", "org:Organization"},
	kg.KindOrganization: {"schema:Organization", "org:Organization"},
	kg.KindCity:         {"schema:City"}, kg.KindProvince: {"schema:AdministrativeArea"}, kg.KindCountry: {"schema:Country"}, kg.KindVenue: {"schema:Place"}, kg.KindZone: {"schema:AdministrativeArea"},
	kg.KindPost: {"org:Post"}, kg.KindMeeting: {"schema:Event", "prov:Activity"}, kg.KindAgreement: {"schema:DigitalDocument", "prov:Entity"},
	kg.KindFund: {"schema:FundingScheme"}, kg.KindProject: {"schema:Project"},
}

// ldText gives a text in a language.
func ldText(text, language string) node {
	if language == "" || language == "und" {
		return node{"@value": text}
	}
	return node{"@value": text, "@language": language}
}

func ldEntity(e *kg.Entity) node {
	n := node{"@id": iri(e.ID), "@type": append([]string{"v:" + e.Kind.Type()}, ldTypes[e.Kind]...), "skos:prefLabel": e.Name}
	var official, other, identifiers []node
	for _, name := range e.Names {
		if name.Kind == kg.NameOfficial {
			official = append(official, ldText(name.Text, name.Language))
		} else {
			other = append(other, ldText(name.Text, name.Language))
		}
	}
	if official == nil {
		official = []node{{"@value": e.Name}}
	}
	for _, id := range e.Identifiers {
		identifiers = append(identifiers, node{"@type": "schema:PropertyValue", "schema:propertyID": id.Scheme, "schema:value": id.Value})
	}
	n.add("schema:name", official)
	n.add("schema:alternateName", other)
	n.add("schema:identifier", identifiers)
	n.add("schema:description", e.Description)
	if len(e.Titles) > 0 {
		n.add("schema:honorificPrefix", e.Titles)
	}
	n.add("v:role", e.Role)
	n.add("v:roleText", e.RoleText)
	n.add("v:type", e.Subtype)
	n.add("v:status", e.Status)
	if e.Kind == kg.KindMeeting {
		n.add("schema:startDate", ldDate(value(e.StartDate)))
		n.add("schema:endDate", ldDate(value(e.EndDate)))
	} else {
		n.add("schema:dateCreated", ldDate(value(e.StartDate)))
	}
	if e.Series != nil {
		n.add("schema:superEvent", node{"@type": "schema:EventSeries", "schema:name": e.Series.Name})
		if e.Series.Ordinal > 0 {
			n.add("v:ordinal", e.Series.Ordinal)
		}
	}
	n.add("schema:abstract", e.Subject)
	n.add("schema:amount", ldMoney(e.Amount))
	var earlier []node
	for _, id := range e.Referents {
		if id != e.ID {
			earlier = append(earlier, ref(id))
		}
	}
	n.add("v:earlierId", earlier)
	return n
}

// ldRelation is the term of a vocabulary for a relation; inverse where it leads
// from the object to the subject.
type ldRelation struct {
	term    string
	inverse bool
}

// ldRelations are the relations that a vocabulary has a term for.
var ldRelations = map[kg.RelationType]ldRelation{
	kg.Attended: {"schema:attendee", true}, kg.SpokeAt: {"schema:performer", true}, kg.Organized: {"schema:organizer", true},
	kg.HeldAt: {"schema:location", false}, kg.Holds: {"org:holds", false}, kg.PostIn: {"org:postIn", false}, kg.MemberOf: {"org:memberOf", false},
	kg.PartOf: {"org:subOrganizationOf", false}, kg.LocatedIn: {"schema:containedInPlace", false}, kg.Finances: {"schema:funder", true}, kg.About: {"schema:about", false},
}

func (w *jsonld) fact(f *kg.Fact, statements []kg.Statement) error {
	if f.FactStatus == kg.Rejected {
		return nil
	}
	own := "v:" + string(f.Type)
	if f.FactStatus != kg.Disputed && f.Status != "PROPOSED" {
		if err := w.put(node{"@id": iri(f.Subject), own: ref(f.Object)}); err != nil {
			return err
		}
		if known, ok := ldRelations[f.Type]; ok {
			from, to := f.Subject, f.Object
			if known.inverse {
				from, to = to, from
			}
			if err := w.put(node{"@id": iri(from), known.term: ref(to)}); err != nil {
				return err
			}
		}
	}
	n := node{
		"@id": iri(f.ID), "@type": []string{"v:Fact", "rdf:Statement", "prov:Entity"},
		"rdf:subject": ref(f.Subject), "rdf:predicate": node{"@id": own}, "rdf:object": ref(f.Object),
		"v:confidence": ldNumber(f.Confidence), "v:factStatus": string(f.FactStatus), "v:sources": f.SourceCount,
	}
	for property, v := range map[string]any{
		"v:role": f.Role, "v:roleText": f.RoleText, "v:membership": f.Status, "v:onBehalfOf": ref(f.OnBehalfOf), "v:capacity": f.Capacity,
		"schema:amount": ldMoney(f.Amount), "schema:dateCreated": ldDate(value(f.Date)),
		"schema:startDate": ldDate(value(f.ValidFrom)), "schema:endDate": ldDate(value(f.ValidTo)),
		"v:observedFrom": ldDate(f.ObservedFrom), "v:observedTo": ldDate(f.ObservedTo),
	} {
		n.add(property, v)
	}
	var evidence []node
	for i := range statements {
		s := &statements[i]
		e := node{
			"@id": iri(s.ID), "@type": []string{"prov:Derivation", "oa:TextQuoteSelector", "oa:TextPositionSelector"},
			"prov:entity": ref(s.Document), "oa:exact": s.Quote, "oa:start": s.Start, "oa:end": s.End,
			"v:extractor": strings.TrimSpace(s.Extractor + " " + s.Version), "v:confidence": ldNumber(s.Evidence.Confidence),
		}
		e.add("v:rule", s.Rule)
		e.add("v:observedOn", ldDate(s.ObservedOn))
		evidence = append(evidence, e)
	}
	n.add("prov:qualifiedDerivation", evidence)
	return w.put(n)
}
