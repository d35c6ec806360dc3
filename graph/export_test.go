package graph

import "github.com/vektah/gqlparser/v2/ast"

// What the benchmarks outside the package share with those inside.
const BenchQuery = benchQuery

var (
	NewPrepared = newPrepared
	Answered    = answered
	OfRequest   = ofRequest
)

// Cursor gives the cursor of a key.
func Cursor(key ...string) string { return string(appendCursor(nil, key)) }

// Schema gives the schema that is served.
func Schema() *ast.Schema { return executable(false).Schema() }
