// Package sqlite is the embedded [kg.Store]: one file, pure Go, durable, that
// any SQLite tool can open.
//
// # Why the tables are as they are
//
// Rows of truth and rows that follow from them stand in one file and change in
// one transaction, so that nothing has to be rebuilt at start and a process
// killed anywhere leaves whole batches only.
//
// Each kind of row has a table with a body, the row as JSON exactly as package
// kg writes it, and beside it the columns by which it is looked up, filtered
// or ordered, each derived from the body. An upsert that finds the same body
// touches nothing, which makes loading a document again cheap. The text of a
// document stands in a table of its own, so that lists do not read it.
//
// Ids are text and not replaced by numbers where they are join keys: every
// list of the domain is ordered by id in the end, and an index that ends in
// the ids gives that order for nothing. The two indexes of table fact walk it
// out (subject, type, object, id) and in (object, type, subject, id); the
// neighbours of one node under one relation come out of them in order, and a
// page of a hub with 50,000 facts reads no more than the page.
//
// EdgePred.AsOf reads two columns, holds_from and holds_to, which put
// [kg.Fact.HoldsOn] into one interval: the stated validity, open ends as "" and
// "~", or else the observations.
//
// Names are searched by their [kg.NameKey] alone. Table name has one row for
// each distinct key of an entity. name_fts is a full-text index of the parts of
// its keys that begin at each of their characters, 12 characters long: whatever
// a key contains is the beginning of a part, so that one look into the index
// finds it inside a word, as Thai needs it, however many names there are. document_fts
// has the trigrams of title and text, which is smaller by far; shorter parts of
// texts are looked for by instr. Both store which rows have a term, not where
// (detail=none): what they give may be too much, and instr then checks.
//
// # How a plan runs
//
// In one read transaction, level by level: one statement reads the neighbours
// of all nodes of a level, one the nodes that are new, one the facts, one the
// evidence. A step along one hop first reads the lists of all its parents
// whole, up to a number of rows that a page or four would take, and cuts the
// pages in memory; nearly every list is short. Where one is not, each parent's
// rows are limited inside a correlated subquery (f.key IN (SELECT … ORDER BY …
// LIMIT ?)), which stops at the page. Steps of several hops, and those through
// mentions, number the rows of each parent with row_number. Statements are
// text with parameters for every value, prepared once for each connection.
//
// A condition on neighbours is answered from the neighbours where few can
// fulfil it (an id, a name), and from each node otherwise.
//
// Paths are looked for in a network in memory (type network), which is built of
// the tables when the first is asked for; in the tables themselves until a large
// one is there.
//
// Decoded rows and lists of neighbours are kept between plans, up to a bound,
// under the number of the batch that wrote last (table generation), which each
// plan reads in its own transaction: a row that another process has changed
// meanwhile is never taken for the new one, nor the other way round.
//
// # Who waits for whom
//
// WAL mode: readers see the last commit and never wait. Writers take turns:
// within the process on the only write connection, across processes on BEGIN
// IMMEDIATE. Commits are synced to disk. Foreign keys are off, as a batch may
// put a fact before its entities; Check verifies what they would have.
package sqlite
