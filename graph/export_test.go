package graph

// What the benchmarks outside the package share with those inside.
const BenchQuery = benchQuery

var (
	NewPrepared = newPrepared
	Answered    = answered
)
