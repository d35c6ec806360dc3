// Package model is a store in plain Go maps that does what package kg says and
// nothing to do it fast: the oracle against which the real stores are held. Its
// state is lost with the process.
//
// Where the specification leaves something open the model takes the simplest
// reading. These readings bind the other stores too:
//
// Rows
//   - A removal takes away the one row, and for a document its mentions and
//     statements; facts, entities and referents are the caller's to remove.
//   - Callers keep the graph whole: after a transaction the ends and the
//     onBehalfOf of a fact are entities, the fact of a statement and the entity
//     of a mention and of a referent exist, and no two entities share a
//     referent. What a store answers otherwise is not defined.
//   - An empty list and a nil one are the same value of a row.
//   - An entity is found by its ID, in Referents or not. Reader.Entities knows
//     primary keys only. To Reader.StatementsAbout "" is nobody.
//   - Without StartDate an entity is undated, whatever its EndDate.
//   - Every Apply appends its Changes with new Seqs; the Seq given is not looked
//     at. Changes are no part of the export.
//
// Facts
//   - A rejected fact is not there for any root, step, claim, count or degree,
//     unless an [kg.EdgePred] has WithRejected. Totals counts rows, so it counts
//     rejected facts, and documents that are copies.
//   - Lists of kinds, types, roles and statuses that are empty admit all, as nil
//     does. IDPred.In and EnumPred.In that are empty admit none.
//
// Steps
//   - Hops do not know of each other: the second may go back along the fact by
//     which the first came. Only Group leaves out the parent.
//   - A row of a fact step is a pair of neighbour and last fact and is there
//     once, however many ways lead to it.
//   - Where and Order of ViaClaims are about the fact's object.
//   - ViaClaims gives the facts of a document's statements, each once.
//   - ViaMentions gives each place once; its key is the values of Order, the
//     document, start and end.
//   - A step that does not apply to its parent (facts of a document, claims of
//     an entity) has an empty connection, with the Total 0 where it is counted;
//     only one that On shuts out has the zero Connection.
//   - Group takes no notice of Order and of Fact; its key is the count and the id.
//
// Pages
//   - Numbers in keys are decimal without padding, scores as
//     strconv.FormatFloat(score, 'g', -1, 64) gives them; both compare as numbers.
//   - The key of a hit is score, DocumentCount, id; of a Degree the number of
//     facts and the id; of a change the Seq.
//   - After and Before both cut, and need not be keys of rows. HasNext and
//     HasPrevious speak of the whole list, not of what is left between the
//     cursors. A page without edges has neither.
//   - A cursor of the wrong length, or without a number where one belongs, is
//     [kg.BadInput], even in a step that no node reaches.
//
// Roots
//   - A node is nil where its shape is nil, in Result.Nodes, Paths and Subgraph too.
//   - Facets count all hits, whatever the page.
//   - Search's formulas are computed in float64 from left to right. Title means
//     Document.Title, not Document.Name. Copies are found too.
//   - The facts of a Neighborhood are of its Types and fulfil its Edge.
//   - Neighborhood with Kinds does not walk through nodes of other kinds. Ids of
//     documents are passed over, there and in PathSearch.
//   - Count: with Facts, Kinds are those of the subjects. An item counts once in
//     each combination of its values. Nothing to count gives no bucket; without
//     GroupBy there is one bucket without keys. ByOrganization and ByPlace read
//     ORGANIZED and HELD_AT of meetings, PARTY_TO and ABOUT of agreements, and
//     "" of all else.
//   - Degree counts a fact from a node to itself once and ranks entities without
//     facts too. Its Total is -1.
//   - Totals lists kinds and types in the order of their names, those with rows.
package model
