package kg

import (
	"cmp"
	"slices"
	"strings"
)

// Result is the answer to a [Plan]; its Root says which fields are set.
type Result struct {
	State     State // in which the answer is right; "" when it is not known
	Unchanged bool  // it is the state that the plan knows: all else is left out

	Nodes      []*Node    // ByID
	Facts      []*FactRow // FactsByID
	Connection *Connection
	Facets     []Bucket // Search: key kind
	YearFacets []Bucket // Search: key year
	Paths      []Path
	Subgraph   *Subgraph
	Buckets    []Bucket
	Changes    []Change
	More       bool // Changes: there are more after these
	Totals     *GraphTotals
	Ties       *GraphTies
}

// Node is an entity or a document with what its shape asked for. Nodes of one
// result may be shared and must not be changed.
type Node struct {
	Entity   *Entity   // one of the two is set
	Document *Document // Text is "" unless the shape asked for it
	// Steps is parallel to Shape.Steps; the zero Connection for a step that
	// is not for the node's kind.
	Steps []Connection
}

// ID gives the node's id.
func (n *Node) ID() ID {
	if n.Document != nil {
		return n.Document.ID
	}
	return n.Entity.ID
}

// Kind gives the node's kind.
func (n *Node) Kind() Kind {
	if n.Document != nil {
		return KindDocument
	}
	return n.Entity.Kind
}

// Connection is one page of a list.
type Connection struct {
	Edges       []Edge
	HasNext     bool // there are rows after the last edge; with no rows asked, false
	HasPrevious bool // there are rows before the first edge
	Total       int  // -1 unless Page.Count was set
}

// Edge is one row of a [Connection].
type Edge struct {
	FactRow          // zero where the list is not one of facts
	Node    *Node    // nil when its shape was nil
	NodeID  ID       // always
	Key     []string // the cursor; may be nil with Page.Keyless
	Count   int      // Step.Group: nodes in between
	Span    *Span    // ViaMentions
	Score   float64  // Search, Degree
	Matched string   // Search: the text of the best-scoring name (of equals the first in Entity.Names), the document's name for a hit in its title or text
}

// FactRow is a fact with what its shape asked for.
type FactRow struct {
	Fact       *Fact // nil when its shape was nil
	Source     *Node
	Target     *Node
	OnBehalfOf *Node
	Evidence   []EvidenceRow
}

// EvidenceRow is a piece of evidence with its document.
type EvidenceRow struct {
	Evidence
	Node *Node // the document; nil when its shape was nil
}

// Path is a chain of facts from one entity to another.
type Path struct {
	Nodes []*Node // Plan.Shape; one more than Hops
	Hops  []PathHop
}

// PathHop is one move of a path: from Nodes[i] to Nodes[i+1].
type PathHop struct {
	FactRow
	Forward bool // the fact's subject is Nodes[i]
}

// GraphTies says which entities are tied by facts that are not rejected.
type GraphTies struct {
	Entities []KindOf // in the order of their ids
	Ties     []Tie    // in their order
}

// KindOf is an entity and its kind.
type KindOf struct {
	ID   ID
	Kind Kind
}

// Tie is two entities, by their places in a list, the lesser first, between
// which there is a fact.
type Tie [2]int32

// NewGraphTies numbers the ends of facts, each pair of which may be given in
// either order and more than once. A fact of an entity with itself, or with
// one that is not in the list, is no tie.
// Errors: [CostLimit] for more than limit ties.
func NewGraphTies(entities []KindOf, pairs [][2]ID, limit int) (*GraphTies, error) {
	slices.SortFunc(entities, func(a, b KindOf) int { return strings.Compare(string(a.ID), string(b.ID)) })
	number := make(map[ID]int32, len(entities))
	for i, e := range entities {
		number[e.ID] = int32(i)
	}
	g := &GraphTies{Entities: entities}
	for _, pair := range pairs {
		a, known := number[pair[0]]
		b, too := number[pair[1]]
		if known && too && a != b {
			g.Ties = append(g.Ties, Tie{min(a, b), max(a, b)})
		}
	}
	slices.SortFunc(g.Ties, func(a, b Tie) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
	g.Ties = slices.Compact(g.Ties)
	if len(g.Ties) > limit {
		return nil, Errorf(CostLimit, "", "this is computed over the whole graph, which has more than %d ties", limit)
	}
	return g, nil
}

// Subgraph is a part of the graph.
type Subgraph struct {
	Nodes     []*Node
	Facts     []FactRow
	Truncated bool
}

// Bucket is a count under some keys.
type Bucket struct {
	Keys  []string
	Count int
}

// GraphTotals is the size of the graph.
type GraphTotals struct {
	Documents  int
	Statements int
	Entities   []Bucket // by kind
	Facts      []Bucket // by type
	Snapshot   Snapshot
}
