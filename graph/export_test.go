package graph

// What the benchmarks outside the package share with those inside.
const BenchQuery = benchQuery

var (
	NewPrepared = newPrepared
	Answered    = answered
	OfRequest   = ofRequest
)

// Cursor gives the cursor of a key.
func Cursor(key ...string) string { return string(appendCursor(nil, key)) }
