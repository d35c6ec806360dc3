// Package graph serves the graph over HTTP in GraphQL.
//
// A query is not resolved field by field. Each root field is compiled into a
// [kg.Plan] together with a writer of its answer (compile*.go), from its
// selection set and what the schema declares (catalog.go). When the cost of all
// plans (cost.go) is within the limit, the store runs each of them in one round
// trip, and its result is written as JSON without an intermediate form
// (encode.go). Plans and answers are kept until the graph changes (answers.go).
//
// The code in graph/generated parses and validates requests and answers
// introspection; the extension in executor.go takes every other root field
// from it.
package graph

//go:generate sh -c "go run mueang/schema/print >generated/schema.graphql"
//go:generate sh -c "go run mueang/schema/print federation >generated/federation.graphql"
//go:generate go tool gqlgen generate
