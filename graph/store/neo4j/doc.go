// Package neo4j keeps a graph in Neo4j 5.26 and answers plans about it, each
// with one Cypher statement.
//
// # What is in the database
//
// Every entity and document is a node with the label Node, an id that is
// unique among them, and the label of its type; entities have the label Entity
// and that of their interface beside it: (:Node:Entity:Organization:Agency),
// (:Node:Document). A fact is a relationship between two entities, named by
// its type: (:Person)-[:CHAIRED {role: "CHAIR"}]->(:Meeting). These are what
// plans walk and what people look at.
//
// The rows of package kg beside them are nodes without relationships, found
// by the ids that they hold: Mention, Statement, Referent, Judgement, Change
// and Fact, the row behind a relationship, by which a fact is found when only
// its id is known; and Act and Version. An About leads from what an act names
// to the act. An Alias leads from an id of a merged entity to what the
// entity is now, a Block from a blocking key to a referent. Graph is a single
// node with the snapshot and the number of the last change; writers take turns
// by locking it. Commits counts their commits, so that a statement knows
// whether one came between: see [Store.Run]. A Migration is a step of the
// schema that the database has been through.
//
// A fact that is rejected is a relationship of the type rejected, whatever its
// own, so that a walk along facts does not meet it.
//
// The property body of each node and relationship is the row as JSON, from
// which it is read back; card is the part of it that most questions ask, see
// card.go. The other properties are there to be searched,
// sorted and looked at. They are never null, so that no condition is: what is
// unknown is "". Neo4j's indexes take no long values; a node whose names or text
// are too long for them has the label Long and is looked through.
//
// [Script] writes what is in the database as Cypher, through the same writer
// that fills it.
//
// # How a plan becomes a statement
//
// [compiler] writes an expression for each part of a plan, together with the
// function that reads its value back, so that the two cannot differ. A shape
// is a list of the node's body and one list for each step, which a COLLECT
// subquery makes; its steps are subqueries inside it, to any depth. All values
// are parameters in one map, $p, and variables are numbered in the order of
// writing: plans of one shape have one text, which Neo4j plans once.
package neo4j
