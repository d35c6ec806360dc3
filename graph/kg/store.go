package kg

import "context"

// Store keeps a graph and answers plans about it. All methods may be called
// from many goroutines at once. Every method gives [Timeout] when ctx's
// deadline passes, [Unavailable] when the engine cannot be reached, and
// [Internal] for defects. Package storetest is its conformance suite.
type Store interface {
	// Run answers a plan from one consistent state, in one round trip to the
	// engine. Errors: [BadInput] for a cursor that is not of this plan.
	Run(ctx context.Context, plan *Plan) (*Result, error)

	// Update runs f in the one write transaction that is open at a time, over
	// all processes that share the store. When f returns nil everything that
	// it applied is durable; otherwise nothing of it is there. f may be run
	// again from the start when the engine asks for it, so it must have no
	// effects of its own.
	Update(ctx context.Context, f func(ctx context.Context, tx Tx) error) error

	// Read runs f over one state that no writer changes meanwhile.
	Read(ctx context.Context, f func(ctx context.Context, r Reader) error) error

	Close() error
}

// Reader reads rows whole: for exports, checks and the resolver. Lists of ids
// may be of any length and hold duplicates and unknown ids, which are passed
// over. Results are in the order of their primary keys.
type Reader interface {
	Documents(ctx context.Context, ids []ID) ([]Document, error)
	Entities(ctx context.Context, ids []ID) ([]Entity, error)
	Facts(ctx context.Context, ids []ID) ([]Fact, error)
	Referents(ctx context.Context, ids []ID) ([]Referent, error)
	// ReferentsOf gives the members of clusters.
	ReferentsOf(ctx context.Context, entities []ID) ([]Referent, error)
	// Blocked gives the referents that have any of the blocking keys.
	Blocked(ctx context.Context, blocks []string) ([]Referent, error)
	// MentionsIn gives the mentions of documents, by document and referent.
	MentionsIn(ctx context.Context, documents []ID) ([]Mention, error)
	// MentionsAbout gives the mentions of referents, by document and referent.
	MentionsAbout(ctx context.Context, referents []ID) ([]Mention, error)
	// StatementsIn gives the statements of documents, in the order of
	// [CompareStatements].
	StatementsIn(ctx context.Context, documents []ID) ([]Statement, error)
	// StatementsAbout gives the statements that have any of the referents as
	// subject, object or onBehalfOf, by id.
	StatementsAbout(ctx context.Context, referents []ID) ([]Statement, error)
	// StatementsFor gives the statements that support facts, by fact, then in
	// the order of [CompareStatements].
	StatementsFor(ctx context.Context, facts []ID) ([]Statement, error)
	// Links gives the judgements on any of the referents, by id.
	Links(ctx context.Context, referents []ID) ([]Judgement, error)
	// Acts gives entries of the ledger by their ids, in their order.
	Acts(ctx context.Context, ids []ID) ([]Act, error)
	// ActsAbout gives the acts that name any of the ids, in their order: see
	// [Act.About].
	ActsAbout(ctx context.Context, ids []ID) ([]Act, error)
	// Versions gives the versions of documents that are kept, by document, then
	// id.
	Versions(ctx context.Context, documents []ID) ([]Version, error)
	// Snapshot gives the state's identity, the zero value for an empty store.
	Snapshot(ctx context.Context) (Snapshot, error)

	// The Each methods stream a whole table: documents, entities, referents
	// and judgements by id; facts by id; statements by fact, then in the order
	// of [CompareStatements]; mentions by document, then referent; acts in their
	// order; versions by document, then id. An error of f ends the walk and is
	// returned as it is.
	EachDocument(ctx context.Context, f func(*Document) error) error
	EachEntity(ctx context.Context, f func(*Entity) error) error
	EachFact(ctx context.Context, f func(*Fact) error) error
	EachStatement(ctx context.Context, f func(*Statement) error) error
	EachMention(ctx context.Context, f func(*Mention) error) error
	EachReferent(ctx context.Context, f func(*Referent) error) error
	EachLink(ctx context.Context, f func(*Judgement) error) error
	EachAct(ctx context.Context, f func(*Act) error) error
	EachVersion(ctx context.Context, f func(*Version) error) error
}

// Tx is the write transaction. Reads see what the transaction has applied.
type Tx interface {
	Reader
	// Apply writes a batch. Errors: [BadInput] from [Batch.Validate].
	Apply(ctx context.Context, b *Batch) error
}

// Apply writes one batch in a transaction of its own.
func Apply(ctx context.Context, s Store, b *Batch) error {
	return s.Update(ctx, func(ctx context.Context, tx Tx) error { return tx.Apply(ctx, b) })
}
