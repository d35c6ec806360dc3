// Package resolve decides which mentions are one thing. It is pure: it reads
// no store and no clock, so that the graph is a function of the documents and
// judgements and not of the order of their arrival.
//
// A thing in a document gets a signature and with it a referent
// ([Document]); referents that share a blocking key are compared ([Comparer]);
// what is judged the same forms clusters ([Clusters]), and then the posts of
// organisations that are one ([Offices]); a cluster's traits add up to an
// entity ([Entity]) and the statements that agree to a fact ([Fact]). What a
// syndicated copy repeats ([Original]) adds nothing to either.
//
// A comparison adds up evidence in bits and writes each summand into the
// ledger. What is sure and does not rest on a likeness of names alone is the
// same; the middle is unsure and waits for a person's judgement; two who held
// at one time what nobody holds together are different.
package resolve

import (
	"strings"

	"mueang/graph/kg"
)

// Judge is what the ledger says of the automatic judgements of this version.
const Judge = judges + "3"

const judges = "resolver/"

// Automatic reports whether a judgement is the resolver's, of any version,
// and not a person's.
func Automatic(j *kg.Judgement) bool { return strings.HasPrefix(j.Judge, judges) }
