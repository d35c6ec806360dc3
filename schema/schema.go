// Package schema holds the public contract of the API in GraphQL's schema
// definition language, one file for each noun, and is the single place where a
// relation is declared.
//
// The files say each thing once. [Source] gives the whole schema, in which
//
//   - a type has the fields of the interfaces that it implements, and an
//     interface of those that it implements;
//   - a field with @relation or @find that gives a connection takes first,
//     after, last and before, filter and orderBy of the type of its nodes, and
//     asOf where it follows facts;
//   - for a type X with an input XFilter there are XListFilter (some, none,
//     all) and XOrder, and XFilter has and, or, not, id, name and a condition
//     for each field of X with @relation, under the name of the field.
//
// So a new relation is a line in relations.graphql, and a new field along it is
// a line in the file of its type.
package schema

import (
	"embed"
	"slices"
	"strings"
	"sync"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/formatter"
	"github.com/vektah/gqlparser/v2/parser"

	"mueang/graph/kg"
)

// FS holds the files of the schema.
//
//go:embed *.graphql
var FS embed.FS

// Source gives the whole schema as one text, types in the order of their names.
// Errors: those of the parser, for files that are not in the definition language.
func Source() (string, error) { return source() }

var source = sync.OnceValues(func() (string, error) {
	doc, err := parse()
	if err != nil {
		return "", err
	}
	if err := expand(doc); err != nil {
		return "", err
	}
	slices.SortFunc(doc.Definitions, func(a, b *ast.Definition) int { return strings.Compare(a.Name, b.Name) })
	var b strings.Builder
	formatter.NewFormatter(&b, formatter.WithIndent("  ")).FormatSchemaDocument(doc)
	return b.String(), nil
})

// parse reads the files in the order of their names.
func parse() (*ast.SchemaDocument, error) {
	entries, err := FS.ReadDir(".")
	if err != nil {
		return nil, err
	}
	var sources []*ast.Source
	for _, entry := range entries {
		text, err := FS.ReadFile(entry.Name())
		if err != nil {
			return nil, err
		}
		sources = append(sources, &ast.Source{Name: entry.Name(), Input: string(text)})
	}
	return parser.ParseSchemas(sources...)
}

// Relation is a declared relation.
type Relation struct {
	Type        string   // "CHAIRED"
	From        []string // object types of the subject, interfaces resolved, sorted: "Person", "Post"
	To          []string // object types of the object, likewise
	Description string
}

// Relations gives the relations that the schema declares, in its order.
// Errors: those of the parser.
func Relations() ([]Relation, error) {
	doc, err := parse()
	if err != nil {
		return nil, err
	}
	var relations []Relation
	for _, value := range doc.Definitions.ForName("RelationType").EnumValues {
		relation := Relation{Type: value.Name, Description: value.Description}
		if fact := value.Directives.ForName("fact"); fact != nil {
			relation.From = objectTypes(doc, fact.Arguments.ForName("from"))
			relation.To = objectTypes(doc, fact.Arguments.ForName("to"))
		}
		relations = append(relations, relation)
	}
	return relations, nil
}

// Ends gives the classes that each declared relation leads from and to.
// Errors: those of the parser.
func Ends() (map[kg.RelationType]kg.Ends, error) {
	relations, err := Relations()
	if err != nil {
		return nil, err
	}
	classes := func(types []string) (list []kg.Class) {
		for _, info := range kg.Kinds {
			if slices.Contains(types, info.Type) && !slices.Contains(list, info.Class) {
				list = append(list, info.Class)
			}
		}
		return list
	}
	ends := make(map[kg.RelationType]kg.Ends, len(relations))
	for _, r := range relations {
		ends[kg.RelationType(r.Type)] = kg.Ends{From: classes(r.From), To: classes(r.To)}
	}
	return ends, nil
}

// EnumValues gives the values of an enum of the schema in their order, nil for
// a name that is no enum's.
// Errors: those of the parser.
func EnumValues(name string) ([]string, error) {
	doc, err := parse()
	if err != nil {
		return nil, err
	}
	enum := doc.Definitions.ForName(name)
	if enum == nil {
		return nil, nil
	}
	var values []string
	for _, value := range enum.EnumValues {
		values = append(values, value.Name)
	}
	return values, nil
}

// objectTypes gives the object types that an argument lists, with those that
// implement a listed interface in its place.
func objectTypes(doc *ast.SchemaDocument, arg *ast.Argument) []string {
	if arg == nil {
		return nil
	}
	var types []string
	for _, child := range arg.Value.Children {
		for _, def := range doc.Definitions {
			if def.Kind == ast.Object && (def.Name == child.Value.Raw || slices.Contains(def.Interfaces, child.Value.Raw)) {
				types = append(types, def.Name)
			}
		}
	}
	slices.Sort(types)
	return slices.Compact(types)
}
