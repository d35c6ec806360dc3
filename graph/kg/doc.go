// Package kg is the domain of Mueang: entities, facts with their evidence,
// partial dates, the changes that loaders write, the plans that queries
// compile to, and the Store that keeps the one and answers the other.
//
// It stands at the root of the import graph and imports the standard library
// only. Loaders produce a [Batch]; package graph compiles GraphQL into a
// [Plan]; a [Store] applies batches and runs plans. None of them knows the
// others.
//
// # How truth is layered
//
// A [Document] says things. What one document says about one thing is a
// [Mention], and what it says of the relation between two things is a
// [Statement]; both point at a [Referent], the thing under one signature (one
// normalised name, one gazetteer code). Referents that are judged to be the
// same thing form a cluster, and a cluster is an [Entity]. Statements that say
// the same of the same entities form a [Fact]. Documents, mentions, statements
// and judgements are truth; entities and facts follow from them and are kept
// beside them so that queries need not derive them.
//
// # Order
//
// Every list that a store returns has one defined order, so that two stores
// give the same answer to the same plan. Strings compare by their bytes
// (UTF-8), which is the order of their code points.
package kg
