package kg

// Plan is a compiled root field: where to start and what to read from there.
// A store runs it whole. Plans are values and are not changed by running.
type Plan struct {
	Root  Root
	Shape *Shape // of each node that the root gives; nil where it gives none or only counts are asked

	// Known is the Result.State of an answer to this plan that the caller has
	// kept, "" for none. Where the store is in that state still, it says so
	// and computes nothing.
	Known State
}

// State names a state of a store: as long as nothing is written it stays the
// same, and no other state of the store has its name. Names of two stores have
// no relation.
type State string

// Root is where a plan starts: one of the types below.
type Root interface{ root() }

// ByID gives the nodes with the ids, in their order, nil for an id that is
// nothing's. An entity is found by every id in its Referents.
// Result: Nodes.
type ByID struct{ IDs []ID }

// FactsByID gives the facts with the ids, in their order, nil for an id that is
// no fact's or that of a rejected one.
// Result: Facts.
type FactsByID struct {
	IDs  []ID
	Fact *FactShape
}

// Find gives a page of the nodes of some kinds that fulfil a predicate.
// Result: Connection.
type Find struct {
	Kinds []Kind // entities' kinds, or KindDocument alone; nil means every entity
	Where *Pred
	Order []Order // then by id
	Page  Page
}

// Search gives entities by their names and, with KindDocument among the kinds
// or no kinds, documents by title and text. Terms are the distinct [NameKey]s
// of the words of the query in their order, Whole is the NameKey of the whole
// query; an empty Whole finds nothing. A hit has every term inside one of its
// name keys (any name may serve any term), or inside the key of a document's
// title or text. With Names set, documents and text are left out and a
// hit must have Whole inside one name key.
//
// The score of a hit is the highest over its name keys k, with n(x) for the
// number of characters of x:
//
//	k = Whole             1
//	k begins with Whole   0.5 + 0.4*n(Whole)/n(k)
//	Whole is inside k     0.4 + 0.4*n(Whole)/n(k)
//	otherwise             0.3
//
// and for a document 0.25 when every term is inside the key of its title,
// otherwise 0.1. Hits are in the order of score (descending), DocumentCount (descending; 0 for documents), id.
// Result: Connection with Score and Matched on the edges; Facets and YearFacets when asked.
type Search struct {
	Whole      string
	Terms      []string
	Kinds      []Kind
	Names      bool
	Page       Page // First and After only
	Facets     bool // hits by kind, most first, then by kind
	YearFacets bool // hits by the year of FirstDay, by year; undated hits are left out
}

// PathSearch gives simple paths (no node twice) between two entities, the
// shortest first, equal lengths by the ids of their nodes in order, then by the ids of
// their facts. Facts count in both directions. From and To may be any referents; equal or
// unknown ends give no path.
// Result: Paths.
type PathSearch struct {
	From, To  ID
	MaxLength int            // hops, 1 to 6
	Types     []RelationType // nil means all
	Edge      EdgePred
	First     int // paths, 1 to 10
	Fact      *FactShape
}

// Neighborhood gives the entities within Depth hops of some entities and the
// facts among them. Nodes come nearest first, then by DocumentCount descending, then by id; when
// they are more than Limit, the rest is left out and Truncated set. Facts are those
// between two nodes given, by id.
// Result: Subgraph.
type Neighborhood struct {
	IDs   []ID
	Depth int // 0 to 3
	Types []RelationType
	Kinds []Kind // of the nodes beside the IDs' own; nil means all
	Edge  EdgePred
	Limit int // nodes, 1 to 500
	Fact  *FactShape
}

// Count counts entities (or facts, with Facts set) in buckets. Keys are
// strings, "" where the dimension has no value for an item. An item with
// several values of a dimension counts in each. Buckets are in the order of
// their keys.
// Result: Buckets.
type Count struct {
	Kinds   []Kind
	Facts   bool
	Where   *Pred          // on entities; with Facts on the facts' subjects
	Types   []RelationType // with Facts; nil means all
	GroupBy []Dimension
}

// Dimension is what [Count] groups by.
type Dimension string

// The dimensions.
const (
	ByYear         Dimension = "YEAR"         // of FirstDay; of ObservedFrom for facts
	ByMonth        Dimension = "MONTH"        // "2019-11"; likewise, and "2019" where only the year is known
	ByType         Dimension = "TYPE"         // Subtype; the relation type for facts
	ByStatus       Dimension = "STATUS"       // Status; FactStatus for facts
	ByOrganization Dimension = "ORGANIZATION" // ids of organisations: ORGANIZED a meeting, PARTY_TO an agreement; for facts subjects that are organisations
	ByPlace        Dimension = "PLACE"        // ids of places: HELD_AT of a meeting, ABOUT of an agreement; for facts objects that are places
)

// Degree ranks entities by the number of their facts, descending, then by id.
// Result: Connection with Score on the edges.
type Degree struct {
	Kinds []Kind
	First int
}

// Ties gives the whole graph without what is said in it: what is computed over
// all of it starts from there.
// Result: Ties. Errors: [CostLimit] for more than Max ties.
type Ties struct{ Max int }

// Changes gives the log of changes after Page.After (its key is the Seq), oldest first;
// of those the last ones where Page.Last is set. Result: Changes, More.
type Changes struct{ Page Page }

// Totals gives the size of the graph. Result: Totals.
type Totals struct{}

// Coverage counts documents by publisher and month of publication, "2019-11",
// or "2019" where only the year is known, or "".
// Result: Buckets with the keys publisher and month, in their order.
type Coverage struct{}

func (ByID) root()         {}
func (FactsByID) root()    {}
func (Find) root()         {}
func (Search) root()       {}
func (PathSearch) root()   {}
func (Neighborhood) root() {}
func (Count) root()        {}
func (Degree) root()       {}
func (Ties) root()         {}
func (Changes) root()      {}
func (Totals) root()       {}
func (Coverage) root()     {}

// Page is a window on an ordered list. First or Last is set, not both. A
// cursor is the Key of an edge; nil means from the start (or the end).
type Page struct {
	First  int // 0 with Last = 0: no rows are wanted, only the count
	Last   int // the last ones before Before, in the list's own order
	After  []string
	Before []string
	Count  bool // Total is wanted: of the whole list, without regard to the cursors
	// Keyless says that cursors are not wanted: Edge.Key may be nil.
	Keyless bool
}

// Size gives the number of rows that the page may hold.
func (p Page) Size() int { return max(p.First, p.Last) }

// Order is one sort criterion. The key of an edge holds the values of the
// criteria in order, then the node's id, then the fact's id where there is one.
type Order struct {
	By   OrderField
	Desc bool
}

// OrderField is what nodes are sorted by.
type OrderField string

// The fields.
const (
	OrderName      OrderField = "NAME"      // SortKey of Name (Document: of Name())
	OrderDate      OrderField = "DATE"      // FirstDay; the undated last either way, with the key "9999-99-99" or, descending, "0000-00-00"
	OrderDocuments OrderField = "DOCUMENTS" // DocumentCount; 0 for documents
	OrderObserved  OrderField = "OBSERVED"  // the fact's ObservedFrom, in steps only; the undated as in OrderDate
)

// Shape says what to read of a node. Document.Text is read only when Text is
// set.
type Shape struct {
	Only  Attributes // which attributes are wanted, 0 for all; what else a node has is of no meaning
	Text  bool
	Steps []Step
}

// Attributes is a set of attributes of entities and documents. ID and Kind are
// always read.
type Attributes uint32

// The attributes. AttrID alone says that no other is wanted.
const (
	AttrID Attributes = 1 << iota
	AttrName
	AttrNames
	AttrDescription
	AttrIdentifiers
	AttrTitles
	AttrRole
	AttrRoleText
	AttrSubtype
	AttrStatus
	AttrStartDate
	AttrEndDate
	AttrSeries
	AttrSubject
	AttrAmount
	AttrDocumentCount
	AttrDocument // all of a Document but its Text
)

// Has reports whether an attribute is wanted.
func (a Attributes) Has(attribute Attributes) bool { return a == 0 || a&attribute != 0 }

// Via says what leads from a node to its neighbours in a [Step].
type Via string

// The ways.
const (
	ViaFacts     Via = "FACTS"     // an entity's neighbours along Hops
	ViaDocuments Via = "DOCUMENTS" // the documents that mention an entity, each once; of a Document: none
	ViaMentions  Via = "MENTIONS"  // the places where documents mention an entity: Node is the document, Span the place; by document, start, end
	ViaEntities  Via = "ENTITIES"  // the entities that a document mentions, each once
	ViaClaims    Via = "CLAIMS"    // the facts that a document supports: Fact is set, Node is its object
)

// Step leads from a node to a page of neighbours. Order is by Order, then by
// the neighbour's id, then by the fact's id.
type Step struct {
	On    []Kind // the parents that have this step; nil means all
	Via   Via
	Hops  []Hop // ViaFacts: one hop or more; Edge.Fact is the last hop's
	Where *Pred // on the neighbour
	Order []Order
	Page  Page
	// Group (ViaFacts with two hops) gives each neighbour once, without its
	// facts and never the parent itself; Edge.Count is the number of distinct nodes in between. Order is
	// by that count (descending; the first part of the key), then by id.
	Group bool
	Node  *Shape     // of the neighbour; nil when nothing of it is read
	Fact  *FactShape // of the fact; nil when nothing of it is read
}

// Hop is one move along facts.
type Hop struct {
	Types     []RelationType // nil means all
	Direction Direction
	Kinds     []Kind // of the node arrived at; nil means all
	Edge      EdgePred
}

// Direction says which way a fact is walked.
type Direction string

// The directions. A fact from a node to itself is walked once by Both.
const (
	Out  Direction = "OUT"
	In   Direction = "IN"
	Both Direction = "BOTH"
)

// EdgePred is a condition on facts. The zero value admits every fact that is
// not rejected.
type EdgePred struct {
	Roles         []string // Qualifiers.Role is one of them
	Statuses      []string // Qualifiers.Status is one of them
	AsOf          string   // Fact.HoldsOn this day (YYYY-MM-DD)
	MinConfidence float64
	WithRejected  bool
}

// FactShape says what to read of a fact beside its own columns. Nil parts are
// not read.
type FactShape struct {
	Only       FactAttributes // which attributes are wanted, 0 for all; what else a fact has is of no meaning
	Source     *Shape         // the subject
	Target     *Shape         // the object
	OnBehalfOf *Shape
	Evidence   *EvidenceShape
}

// FactAttributes is a set of attributes of facts.
type FactAttributes uint32

// The attributes. FactAttrID alone says that no other is wanted.
const (
	FactAttrID FactAttributes = 1 << iota
	FactAttrType
	FactAttrEnds // Subject and Object
	FactAttrRole
	FactAttrRoleText
	FactAttrStatus // the qualifier
	FactAttrCapacity
	FactAttrAmount
	FactAttrDate
	FactAttrValid    // ValidFrom and ValidTo
	FactAttrObserved // ObservedFrom and ObservedTo
	FactAttrConfidence
	FactAttrFactStatus
	FactAttrSourceCount
	FactAttrRecordedAt
)

// Has reports whether an attribute is wanted.
func (a FactAttributes) Has(attribute FactAttributes) bool { return a == 0 || a&attribute != 0 }

// EvidenceShape says what to read of a fact's evidence: the first statements
// in the order of [CompareStatements].
type EvidenceShape struct {
	First    int
	Document *Shape
}

// Pred is a condition on a node: exactly one field is set.
type Pred struct {
	And  []Pred // all; true when empty but not nil
	Or   []Pred // any; false when empty but not nil
	Not  *Pred
	ID   *IDPred
	Name *NamePred
	Date *DatePred
	Enum *EnumPred
	Rel  *RelPred
}

// IDPred admits a node that any of the ids resolves to.
type IDPred struct{ In []ID }

// NamePred admits a node one of whose name keys matches one of Keys; for a
// document the key of Name() serves.
type NamePred struct {
	Op   NameOp
	Keys []string // NameKeys; "" never matches
}

// NameOp is how names are compared.
type NameOp string

// The comparisons.
const (
	NameEquals     NameOp = "EQUALS"
	NameContains   NameOp = "CONTAINS"
	NameStartsWith NameOp = "STARTS_WITH"
)

// DatePred admits a node whose FirstDay to LastDay overlaps From to To (days,
// "" for open); an undated node is not admitted.
type DatePred struct{ From, To string }

// EnumPred admits a node whose field is one of the values.
type EnumPred struct {
	Field EnumField
	In    []string
}

// EnumField is a field with a closed or countable set of values.
type EnumField string

// The fields; a node without the field has the value "".
const (
	FieldKind      EnumField = "KIND"
	FieldSubtype   EnumField = "SUBTYPE"
	FieldStatus    EnumField = "STATUS"
	FieldRole      EnumField = "ROLE"
	FieldPublisher EnumField = "PUBLISHER" // Document
	FieldLanguage  EnumField = "LANGUAGE"  // Document
)

// RelPred is a condition on a node's neighbours.
type RelPred struct {
	Via   Via // ViaFacts, ViaDocuments or ViaEntities
	Hops  []Hop
	Quant Quantifier
	Where *Pred // on the neighbours; nil admits every one
}

// Quantifier says how many neighbours must fulfil a condition.
type Quantifier string

// The quantifiers. All holds where there is no neighbour.
const (
	Some Quantifier = "SOME"
	None Quantifier = "NONE"
	All  Quantifier = "ALL"
)
