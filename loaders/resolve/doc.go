// Package resolve decides which mentions are one thing. It is pure: it reads
// no store and no clock, so that the graph is a function of the documents and
// judgements and not of the order of their arrival.
//
// A thing in a document gets a signature and with it a referent
// ([Document]); referents that share a blocking key are compared ([Compare]);
// what is judged the same forms clusters ([Clusters]); a cluster's traits add
// up to an entity ([Entity]) and the statements that agree to a fact ([Fact]).
package resolve

// Judge is what the ledger says of the automatic judgements of this version.
const Judge = "resolver/1"
