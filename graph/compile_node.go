package graph

import (
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"mueang/graph/kg"
)

// nodeWriter writes nodes, each as its kind asks.
type nodeWriter struct {
	byKind []object[*kg.Node] // by the index of the kind in kg.Kinds
	typ    string             // of the schema, for messages
}

func (n *nodeWriter) write(w *writer, node *kg.Node) bool {
	if node == nil {
		return w.fail("a node is missing")
	}
	made := n.byKind[kindIndex[node.Kind()]]
	if made == nil {
		return w.fail("the %s %q stands where the schema has a %s", node.Kind(), node.ID(), n.typ)
	}
	return made.write(w, node)
}

// node compiles a selection set on nodes of a type, which may be an interface,
// and adds what it needs to their shape. Kinds of which the same is selected
// share what is compiled.
func (c *compiler) node(set ast.SelectionSet, typ string, s *shape) *nodeWriter {
	made := &nodeWriter{byKind: make([]object[*kg.Node], len(kg.Kinds)), typ: typ}
	type compiled struct {
		f     selected
		rel   *relation
		write property[*kg.Node]
		steps []*step
	}
	var known []compiled
	type group struct {
		keys   []selected
		rels   []*relation
		object object[*kg.Node]
		steps  []*step
	}
	var groups []group
	var keys []selected
	isPlain := plain(set)
	for i, info := range kg.Kinds {
		if c.cat.kinds[typ]&(1<<i) == 0 || c.err != nil {
			continue
		}
		def := c.cat.schema.Types[info.Type]
		if keys == nil || !isPlain {
			keys = c.collect(set, def)
		}
		rels := make([]*relation, len(keys))
		for k, f := range keys {
			rels[k] = c.cat.fields[info.Type][f.Name]
		}
		at := slices.IndexFunc(groups, func(g group) bool {
			return slices.EqualFunc(g.keys, keys, selected.same) && slices.Equal(g.rels, rels)
		})
		if at < 0 {
			g := group{keys: keys, rels: rels, object: make(object[*kg.Node], 0, len(keys))}
			for k, f := range keys {
				one := slices.IndexFunc(known, func(o compiled) bool { return o.rel == rels[k] && o.f.same(f) })
				if one < 0 {
					var steps []*step
					write := compileProperty(c, f, def, func(f selected) func(*writer, *kg.Node) bool {
						return c.nodeField(f, rels[k], s, &steps)
					})
					if f.Name == "__typename" {
						write.write = func(w *writer, n *kg.Node) bool { return w.text(n.Kind().Type()) }
					}
					one = len(known)
					known = append(known, compiled{f, rels[k], write, steps})
				}
				g.object = append(g.object, known[one].write)
				g.steps = append(g.steps, known[one].steps...)
			}
			at = len(groups)
			groups = append(groups, g)
		}
		for _, st := range groups[at].steps {
			st.on |= 1 << i
		}
		made.byKind[i] = groups[at].object
	}
	return made
}

// nodeField compiles one field of a node, and adds the step that it needs to
// the shape and to steps.
func (c *compiler) nodeField(f selected, rel *relation, s *shape, steps *[]*step) func(*writer, *kg.Node) bool {
	if rel != nil {
		st, write := c.related(f, rel, s)
		*steps = append(*steps, st)
		return func(w *writer, n *kg.Node) bool { return write(w, &n.Steps[st.index]) }
	}
	s.only |= nodeAttributes[f.Name]
	args := c.arguments(f)
	if args.has("language") {
		language := strings.ToLower(args.text("language"))
		c.keep(args.err)
		s.only |= kg.AttrNames
		return func(w *writer, n *kg.Node) bool { return w.textOrNull(nameIn(n.Entity, language)) }
	}
	switch f.Name {
	case "text":
		s.text = true
	case "names":
		return of(func(n *kg.Node) []kg.Name { return n.Entity.Names }, listOf(compileLeaves(c, f.selections(), "Name", nameLeaves)))
	case "identifiers":
		return of(func(n *kg.Node) []kg.Identifier { return n.Entity.Identifiers }, listOf(compileLeaves(c, f.selections(), "Identifier", identifierLeaves)))
	case "series":
		return of(func(n *kg.Node) *kg.Series { return n.Entity.Series }, optional(compileLeaves(c, f.selections(), "MeetingSeries", seriesLeaves)))
	case "startDate", "date", "certifiedOn":
		return of(func(n *kg.Node) *kg.PartialDate { return n.Entity.StartDate }, c.date(f))
	case "endDate":
		return of(func(n *kg.Node) *kg.PartialDate { return n.Entity.EndDate }, c.date(f))
	case "publishedOn":
		return of(func(n *kg.Node) *kg.PartialDate { return n.Document.PublishedOn }, c.date(f))
	case "amount", "budget":
		return of(func(n *kg.Node) *kg.Money { return n.Entity.Amount }, c.money(f))
	case "role", "status", "meetingType", "agreementType":
		values := c.cat.enums[f.Definition.Type.Name()]
		attribute := entityEnums[f.Name]
		return func(w *writer, n *kg.Node) bool { return w.enumOrNull(values, attribute(n.Entity)) }
	}
	return nodeLeaves[f.Name]
}

// nodeAttributes says what the fields of nodes are made of.
var nodeAttributes = map[string]kg.Attributes{
	"name": kg.AttrName, "names": kg.AttrNames, "description": kg.AttrDescription, "identifiers": kg.AttrIdentifiers,
	"titles": kg.AttrTitles, "role": kg.AttrRole, "roleText": kg.AttrRoleText, "status": kg.AttrStatus,
	"meetingType": kg.AttrSubtype, "agreementType": kg.AttrSubtype, "startDate": kg.AttrStartDate, "date": kg.AttrStartDate,
	"certifiedOn": kg.AttrStartDate, "endDate": kg.AttrEndDate, "series": kg.AttrSeries, "subject": kg.AttrSubject,
	"amount": kg.AttrAmount, "budget": kg.AttrAmount, "documentCount": kg.AttrDocumentCount,

	"source": kg.AttrDocument, "title": kg.AttrDocument, "url": kg.AttrDocument, "publisher": kg.AttrDocument,
	"publishedOn": kg.AttrDocument, "language": kg.AttrDocument, "hash": kg.AttrDocument, "copyOf": kg.AttrDocument,
	"recordedAt": kg.AttrDocument,
}

// nameIn gives the first name in a language, "" where there is none.
func nameIn(e *kg.Entity, language string) string {
	for i := range e.Names {
		if e.Names[i].Language == language {
			return e.Names[i].Text
		}
	}
	return ""
}

var entityEnums = map[string]func(*kg.Entity) string{
	"role":          func(e *kg.Entity) string { return e.Role },
	"status":        func(e *kg.Entity) string { return e.Status },
	"meetingType":   func(e *kg.Entity) string { return e.Subtype },
	"agreementType": func(e *kg.Entity) string { return e.Subtype },
}

var nodeLeaves = leaves[*kg.Node]{
	"id":            func(w *writer, n *kg.Node) bool { return w.text(string(n.ID())) },
	"kind":          func(w *writer, n *kg.Node) bool { return w.text(string(n.Kind())) },
	"name":          func(w *writer, n *kg.Node) bool { return w.text(n.Entity.Name) },
	"description":   func(w *writer, n *kg.Node) bool { return w.textOrNull(n.Entity.Description) },
	"documentCount": func(w *writer, n *kg.Node) bool { return w.int(n.Entity.DocumentCount) },
	"titles": func(w *writer, n *kg.Node) bool {
		return list(w, n.Entity.Titles, func(w *writer, title *string) bool { return w.text(*title) })
	},
	"roleText": func(w *writer, n *kg.Node) bool { return w.textOrNull(n.Entity.RoleText) },
	"subject":  func(w *writer, n *kg.Node) bool { return w.textOrNull(n.Entity.Subject) },

	"source":     func(w *writer, n *kg.Node) bool { return w.text(n.Document.Source) },
	"title":      func(w *writer, n *kg.Node) bool { return w.textOrNull(n.Document.Title) },
	"url":        func(w *writer, n *kg.Node) bool { return w.textOrNull(n.Document.URL) },
	"publisher":  func(w *writer, n *kg.Node) bool { return w.textOrNull(n.Document.Publisher) },
	"language":   func(w *writer, n *kg.Node) bool { return w.textOrNull(n.Document.Language) },
	"text":       func(w *writer, n *kg.Node) bool { return w.text(n.Document.Text) },
	"hash":       func(w *writer, n *kg.Node) bool { return w.text(n.Document.Hash) },
	"copyOf":     func(w *writer, n *kg.Node) bool { return w.textOrNull(string(n.Document.CopyOf)) },
	"recordedAt": func(w *writer, n *kg.Node) bool { return w.textOrNull(n.Document.RecordedAt) },
}

var nameLeaves = leaves[*kg.Name]{
	"text":     func(w *writer, n *kg.Name) bool { return w.text(n.Text) },
	"language": func(w *writer, n *kg.Name) bool { return w.text(n.Language) },
	"kind":     func(w *writer, n *kg.Name) bool { return w.text(string(n.Kind)) },
}

var identifierLeaves = leaves[*kg.Identifier]{
	"scheme": func(w *writer, i *kg.Identifier) bool { return w.text(i.Scheme) },
	"value":  func(w *writer, i *kg.Identifier) bool { return w.text(i.Value) },
}

var seriesLeaves = leaves[*kg.Series]{
	"name":    func(w *writer, s *kg.Series) bool { return w.text(s.Name) },
	"ordinal": func(w *writer, s *kg.Series) bool { return w.intOrNull(s.Ordinal) },
	"year":    func(w *writer, s *kg.Series) bool { return w.intOrNull(s.Year) },
}
