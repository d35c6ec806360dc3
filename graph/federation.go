package graph

import (
	"maps"
	"slices"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/formatter"

	"mueang/graph/generated"
	"mueang/graph/kg"
)

// executable gives the generated schema, with the fields of a subgraph of Apollo
// Federation 2 or without them.
func executable(subgraph bool) graphql.ExecutableSchema {
	whole := generated.NewExecutableSchema(generated.Config{})
	if subgraph {
		return whole
	}
	return generated.NewExecutableSchema(generated.Config{Schema: plainSchema(whole.Schema())})
}

// plainSchema gives a schema without what it has as a subgraph.
func plainSchema(whole *ast.Schema) *ast.Schema {
	plain := *whole
	isOfSubgraph := func(name string) bool { return name[0] == '_' && !strings.HasPrefix(name, "__") }
	query := *whole.Query
	query.Fields = slices.DeleteFunc(slices.Clone(query.Fields), func(f *ast.FieldDefinition) bool { return isOfSubgraph(f.Name) })
	plain.Query = &query
	plain.Types = maps.Clone(whole.Types)
	plain.Types[query.Name] = &query
	maps.DeleteFunc(plain.Types, func(name string, _ *ast.Definition) bool { return isOfSubgraph(name) })
	plain.PossibleTypes = maps.Clone(whole.PossibleTypes)
	maps.DeleteFunc(plain.PossibleTypes, func(name string, _ []*ast.Definition) bool { return isOfSubgraph(name) })
	plain.Implements = make(map[string][]*ast.Definition, len(whole.Implements))
	for name, of := range whole.Implements {
		plain.Implements[name] = slices.DeleteFunc(slices.Clone(of), func(def *ast.Definition) bool { return isOfSubgraph(def.Name) })
	}
	return &plain
}

// subgraphSDL gives the schema as a router composes it with others: every node is an
// entity by its id, and pages may be other subgraphs' too.
func subgraphSDL(whole *ast.Schema) string {
	plain := plainSchema(whole)
	for name, def := range plain.Types {
		var directive *ast.Directive
		switch {
		case def.Kind == ast.Object && slices.Contains(def.Interfaces, "Node"):
			directive = &ast.Directive{Name: "key", Arguments: ast.ArgumentList{{Name: "fields", Value: &ast.Value{Kind: ast.StringValue, Raw: "id"}}}}
		case name == "PageInfo":
			directive = &ast.Directive{Name: "shareable"}
		default:
			continue
		}
		marked := *def
		marked.Directives = append(slices.Clone(def.Directives), directive)
		plain.Types[name] = &marked
	}
	var sdl strings.Builder
	sdl.WriteString(`extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable"])` + "\n\n")
	formatter.NewFormatter(&sdl, formatter.WithIndent("  ")).FormatSchema(plain)
	return sdl.String()
}

// rootEntities compiles the entities that another subgraph names.
func (c *compiler) rootEntities(f selected, args *arguments) (func() kg.Root, *shape, func(*writer, *kg.Result) bool) {
	ids, types := args.representations("representations")
	var s *shape
	node := orNull(optional(c.node(f.selections(), "Node", need(&s, c.cat.kinds["Node"])).write))
	return func() kg.Root { return kg.ByID{IDs: ids} }, s, func(w *writer, r *kg.Result) bool {
		found := slices.Clone(r.Nodes)
		for i, n := range found {
			if n != nil && types[i] != n.Kind().Type() {
				found[i] = nil
			}
		}
		return listOf(func(w *writer, n **kg.Node) bool { return node(w, *n) })(w, found)
	}
}

// representations gives the ids and the types of entities.
func (a *arguments) representations(name string) (ids []kg.ID, types []string) {
	list := asList(a.values[name])
	if len(list) > maxPage {
		a.refuse(name, "may have at most %d entities, not %d", maxPage, len(list))
		return nil, nil
	}
	for _, item := range list {
		fields, _ := item.(map[string]any)
		id, isID := asText(fields["id"])
		typ, isType := asText(fields["__typename"])
		if !isID || !isType {
			a.refuse(name, "is a list of objects with __typename and id")
			return nil, nil
		}
		ids, types = append(ids, kg.ID(id)), append(types, typ)
	}
	return ids, types
}
