package schema

import (
	"fmt"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"
)

// templates holds what expand adds, under the name X and the noun %s.
const templates = `
type Arguments {
  connection(
    "How many rows from the start or after the cursor, at most 100; 20 when neither first nor last is given."
    first: Int
    "Only rows after this cursor."
    after: String
    "How many rows up to the end or before the cursor, at most 100; not together with first."
    last: Int
    "Only rows before this cursor."
    before: String
  ): Int
  neighbours(
    "Only those that fulfil this."
    filter: XFilter
    "Their order; unless given, that of the field, or by id."
    orderBy: XOrder
  ): Int
  facts(
    "Only facts that hold on this day: whose stated validity covers it or, where none is stated, whose observations span it."
    asOf: Date
  ): Int
}
"A condition on a node."
input XFilter {
  "All of these hold."
  and: [XFilter!]
  "One of these holds."
  or: [XFilter!]
  "This does not hold."
  not: XFilter
  "Its id."
  id: IDFilter
  "Its names."
  name: NameFilter
}
"A condition on the neighbours along a relation."
input XListFilter {
  "At least one of them fulfils this."
  some: XFilter
  "None of them fulfils this."
  none: XFilter
  "Each of them fulfils this; it holds where there are none."
  all: XFilter
}
"An order of a list."
input XOrder {
  "What it goes by."
  field: OrderField!
  "Which way it runs."
  direction: OrderDirection! = ASC
}
`

// expand writes out what the files leave to be understood; see the package's
// comment.
func expand(doc *ast.SchemaDocument) error {
	inherit(doc.Definitions)
	filters := map[string]bool{}
	for _, def := range slices.Clone(doc.Definitions) {
		noun, ok := strings.CutSuffix(def.Name, "Filter")
		if of := doc.Definitions.ForName(noun); !ok || def.Kind != ast.InputObject || of == nil || !slices.Contains(of.Interfaces, "Node") {
			continue
		}
		made, err := parser.ParseSchema(&ast.Source{Name: "templates", Input: strings.ReplaceAll(templates, "X", noun)})
		if err != nil {
			return err
		}
		filters[noun] = true
		def.Fields = append(made.Definitions.ForName(def.Name).Fields, def.Fields...)
		doc.Definitions = append(doc.Definitions, made.Definitions.ForName(noun+"ListFilter"), made.Definitions.ForName(noun+"Order"))
	}
	for _, def := range doc.Definitions {
		if def.Kind != ast.Object && def.Kind != ast.Interface {
			continue
		}
		for _, field := range def.Fields {
			noun := neighbour(doc.Definitions, field)
			if !filters[noun] {
				noun = ""
			}
			if err := addArguments(field, noun); err != nil {
				return err
			}
			addCondition(doc.Definitions.ForName(def.Name+"Filter"), field, noun)
		}
	}
	doc.Definitions = slices.DeleteFunc(doc.Definitions, func(def *ast.Definition) bool {
		noun, ok := strings.CutSuffix(def.Name, "ListFilter")
		return ok && filters[noun] && !asks(doc.Definitions, def.Name)
	})
	return nil
}

// asks reports whether a condition is of some type.
func asks(defs ast.DefinitionList, typ string) bool {
	return slices.ContainsFunc(defs, func(def *ast.Definition) bool {
		return slices.ContainsFunc(def.Fields, func(f *ast.FieldDefinition) bool { return def.Kind == ast.InputObject && f.Type.Name() == typ })
	})
}

// inherit gives every type the interfaces of its interfaces and their fields.
func inherit(defs ast.DefinitionList) {
	done := map[string]bool{}
	var visit func(def *ast.Definition)
	visit = func(def *ast.Definition) {
		if done[def.Name] {
			return
		}
		done[def.Name] = true
		var inherited ast.FieldList
		for _, name := range slices.Clone(def.Interfaces) {
			parent := defs.ForName(name)
			if parent == nil {
				continue // the validator says so
			}
			visit(parent)
			for _, above := range parent.Interfaces {
				if !slices.Contains(def.Interfaces, above) {
					def.Interfaces = append(def.Interfaces, above)
				}
			}
			for _, field := range parent.Fields {
				if def.Fields.ForName(field.Name) == nil && inherited.ForName(field.Name) == nil {
					copied := *field
					inherited = append(inherited, &copied)
				}
			}
		}
		def.Fields = append(inherited, def.Fields...)
	}
	for _, def := range defs {
		visit(def)
	}
}

// neighbour gives the type of the nodes that a field leads to: its own, or that
// of its connection's nodes.
func neighbour(defs ast.DefinitionList, field *ast.FieldDefinition) string {
	name := field.Type.Name()
	if connection := defs.ForName(name); connection != nil && strings.HasSuffix(name, "Connection") {
		return connection.Fields.ForName("nodes").Type.Name()
	}
	return name
}

// addArguments gives a field that lists things the arguments of pages; where
// the things are of a noun, "" for none, those of conditions and order; and
// where it follows facts, that of time.
func addArguments(field *ast.FieldDefinition, noun string) error {
	relation := field.Directives.ForName("relation")
	if relation == nil && field.Directives.ForName("find") == nil {
		return nil
	}
	made, err := parser.ParseSchema(&ast.Source{Name: "templates", Input: strings.ReplaceAll(templates, "X", noun)})
	if err != nil {
		return err
	}
	templates := made.Definitions.ForName("Arguments").Fields
	grouped := relation != nil && relation.Arguments.ForName("group") != nil
	var added ast.ArgumentDefinitionList
	if strings.HasSuffix(field.Type.Name(), "Connection") {
		if noun != "" && !grouped {
			added = append(added, templates.ForName("neighbours").Arguments...)
		}
		added = append(added, templates.ForName("connection").Arguments...)
	}
	if relation != nil && relation.Arguments.ForName("via") == nil && !grouped {
		added = append(added, templates.ForName("facts").Arguments...)
	}
	field.Arguments = slices.Clone(field.Arguments)
	for _, arg := range added {
		if field.Arguments.ForName(arg.Name) == nil {
			field.Arguments = append(field.Arguments, arg)
		}
	}
	return nil
}

// addCondition gives the filter of a type, nil for none, the condition on the
// neighbours along one of its fields.
func addCondition(filter *ast.Definition, field *ast.FieldDefinition, noun string) {
	relation := field.Directives.ForName("relation")
	if relation == nil || filter == nil || noun == "" || relation.Arguments.ForName("group") != nil || filter.Fields.ForName(field.Name) != nil {
		return
	}
	filter.Fields = append(filter.Fields, &ast.FieldDefinition{
		Name:        field.Name,
		Description: fmt.Sprintf("A condition on `%s`. %s", field.Name, field.Description),
		Type:        ast.NamedType(noun+"ListFilter", nil),
	})
}
