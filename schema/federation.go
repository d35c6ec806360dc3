package schema

import (
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// Federation gives what the schema has besides as a subgraph of Apollo
// Federation 2: https://www.apollographql.com/docs/graphos/schema-design/federated-schemas/reference/subgraph-spec
// Errors: those of [Source].
func Federation() (string, error) {
	doc, err := parse()
	if err != nil {
		return "", err
	}
	if err := expand(doc); err != nil {
		return "", err
	}
	var entities []string
	for _, def := range doc.Definitions {
		if def.Kind == ast.Object && slices.Contains(def.Interfaces, "Node") {
			entities = append(entities, def.Name)
		}
	}
	slices.Sort(entities)
	return `"The type and the id of an entity, as another subgraph names it."
scalar _Any

"What another subgraph may ask for by its id. Aligned with the subgraph specification of Apollo Federation."
union _Entity = ` + strings.Join(entities, " | ") + `

"This subgraph. Aligned with the subgraph specification of Apollo Federation."
type _Service {
  "Its schema."
  sdl: String!
}

extend type Query {
  "This subgraph, for who composes it with others."
  _service: _Service!
  "Entities by their types and ids, in the order of these; null where there is none."
  _entities(
    "Objects with __typename and id, at most 100."
    representations: [_Any!]!
  ): [_Entity]!
}
`, nil
}
