package graph

import (
	"context"
	"net/http"
	"slices"
	"strings"
	"time"

	"mueang/graph/kg"
)

// Curation makes the acts of persons: the curator of package loaders/curate,
// which the commands use too. Errors: [kg.BadInput] and [kg.NotFound], with
// what is wrong; those of the store.
type Curation interface {
	Merge(ctx context.Context, by kg.By, a, b kg.ID) (kg.Acted, error)
	Unmerge(ctx context.Context, by kg.By, id kg.ID, out ...kg.ID) (kg.Acted, error)
	Distinct(ctx context.Context, by kg.By, a, b kg.ID) (kg.Acted, error)
	SetStatus(ctx context.Context, by kg.By, fact kg.ID, status kg.FactStatus) (kg.Acted, error)
	Assert(ctx context.Context, by kg.By, x kg.Assertion) (kg.Acted, error)
	Retract(ctx context.Context, by kg.By, document kg.ID) (kg.Acted, error)
	PreviewRetract(ctx context.Context, document kg.ID) (kg.Retraction, error)
	Undo(ctx context.Context, by kg.By, act kg.ID) (kg.Acted, error)
}

// Ingestion brings documents into the graph: the loader of package loaders,
// which the command load uses too. Errors: [kg.BadInput], with what is wrong;
// those of the store.
type Ingestion interface {
	Ingest(ctx context.Context, release kg.Release) (kg.Ingested, error)
}

// costIngest is what bringing a document costs, as costAct.
const costIngest = 10 * costAct

// costAct is what an act costs: so many operations cannot wait in one request.
const costAct = 1000

// authenticate gives the token that a request brings, whose name is the actor
// of what it asks for.
// Errors: [kg.Unauthenticated]; [kg.Forbidden]; [kg.RateLimited]; those of the
// store.
func (x *executor) authenticate(ctx context.Context, header http.Header) (token kg.Token, err error) {
	if x.curation == nil || x.tokens == nil {
		return token, kg.Errorf(kg.Forbidden, "", "this server takes no mutations")
	}
	scheme, secret, _ := strings.Cut(header.Get("Authorization"), " ")
	if secret = strings.TrimSpace(secret); !strings.EqualFold(scheme, "Bearer") || secret == "" {
		return kg.Token{}, kg.Errorf(kg.Unauthenticated, "", "mutations need a token: make one with mueang token create NAME, and send it in the header Authorization: Bearer TOKEN")
	}
	client := exchangeOf(ctx).client
	if err := x.rates.attempt(client); err != nil {
		return kg.Token{}, err
	}
	defer func() {
		if kg.CodeOf(err) == kg.Unauthenticated {
			x.rates.failed(client)
		}
	}()
	token, err = x.tokens.FindToken(ctx, kg.HashToken(secret))
	switch {
	case kg.CodeOf(err) == kg.NotFound:
		return kg.Token{}, kg.Errorf(kg.Unauthenticated, "", "the token is not one of this store: mueang token list shows those that are")
	case err != nil:
		return kg.Token{}, err
	case !token.Valid(x.now().UTC().Format(time.RFC3339)):
		return kg.Token{}, kg.Errorf(kg.Unauthenticated, "", "the token of %q is revoked or has expired: make a new one with mueang token create", token.Name)
	}
	return token, nil
}

func lacks(token *kg.Token, scope string) error {
	return kg.Errorf(kg.Forbidden, "", "the token of %q lacks the scope %q: it has %s", token.Name, scope, strings.Join(token.Scopes, ", "))
}

// doing makes an act.
type doing func(ctx context.Context, c Curation, by kg.By) (kg.Acted, error)

// acts are the mutations that make an act and say what became of it. All
// arguments are read before anything is done.
var acts = map[string]func(args *arguments) doing{
	"mergeEntities": func(args *arguments) doing {
		id, with := args.id("id"), args.id("with")
		return func(ctx context.Context, c Curation, by kg.By) (kg.Acted, error) { return c.Merge(ctx, by, id, with) }
	},
	"unmergeEntity": func(args *arguments) doing {
		id, out := args.id("id"), args.ids("out", maxPage)
		return func(ctx context.Context, c Curation, by kg.By) (kg.Acted, error) {
			return c.Unmerge(ctx, by, id, out...)
		}
	},
	"keepEntitiesApart": func(args *arguments) doing {
		id, from := args.id("id"), args.id("from")
		return func(ctx context.Context, c Curation, by kg.By) (kg.Acted, error) {
			return c.Distinct(ctx, by, id, from)
		}
	},
	"setFactStatus": func(args *arguments) doing {
		id, status := args.id("id"), kg.FactStatus(args.text("status"))
		return func(ctx context.Context, c Curation, by kg.By) (kg.Acted, error) {
			return c.SetStatus(ctx, by, id, status)
		}
	},
	"assertFact": func(args *arguments) doing {
		x := kg.Assertion{Type: kg.RelationType(args.text("type")), Subject: args.id("source"), Object: args.id("target"),
			Document: args.id("document"), Quote: args.text("quote"),
			Qualifiers: kg.Qualifiers{Role: args.text("role"), OnBehalfOf: args.id("onBehalfOf")}}
		if args.has("start") {
			start := args.int("start", 0, 1<<31-1)
			x.Start = &start
		}
		for name, date := range map[string]**kg.PartialDate{"validFrom": &x.ValidFrom, "validTo": &x.ValidTo} {
			if args.has(name) {
				read := args.date(name)
				*date = &kg.PartialDate{Value: read.Value}
			}
		}
		return func(ctx context.Context, c Curation, by kg.By) (kg.Acted, error) { return c.Assert(ctx, by, x) }
	},
	"undoAct": func(args *arguments) doing {
		id := args.id("id")
		return func(ctx context.Context, c Curation, by kg.By) (kg.Acted, error) { return c.Undo(ctx, by, id) }
	},
}

// outcome is what a mutation answers with.
type outcome struct {
	act                  *kg.Act // nil for a preview
	entities, documents  []*kg.Node
	facts, stands        []kg.FactRow // of a retraction, facts are those that fall
	fall, stand, goneAll int
}

// mutation compiles a root field that writes.
func (c *compiler) mutation(f selected) *rootField {
	if f.Name == "ingestDocument" {
		return c.ingestDocument(f)
	}
	made := &rootField{nonNull: f.Definition.Type.NonNull, cost: costAct, scope: kg.ScopeCurate}
	c.path, c.err = append(c.path[:0], f.Alias), nil
	args := c.arguments(f)
	reason := args.text("reason")
	var entities, documents *shape
	var facts, stands *factShape
	row := compileRow(c, f, func(f selected) func(*writer, *outcome) bool {
		switch f.Name {
		case "act":
			return of(func(o *outcome) *kg.Act { return o.act }, optional(compileLeaves(c, f.selections(), "Act", actLeaves)))
		case "entities", "gone":
			return of(func(o *outcome) []*kg.Node { return o.entities }, nodeList(c.entity(f, &entities)))
		case "documents", "document":
			document := c.node(f.selections(), "Document", need(&documents, bit(kg.KindDocument))).write
			if f.Name == "documents" {
				return of(func(o *outcome) []*kg.Node { return o.documents }, nodeList(document))
			}
			return func(w *writer, o *outcome) bool {
				if len(o.documents) == 0 { // it went meanwhile
					return w.fail("the document is gone")
				}
				return document(w, o.documents[0])
			}
		case "facts", "falls":
			return of(func(o *outcome) []kg.FactRow { return o.facts }, listOf(c.fact(f.selections(), needFact(&facts))))
		case "stands":
			return of(func(o *outcome) []kg.FactRow { return o.stands }, listOf(c.fact(f.selections(), needFact(&stands))))
		}
		return retractionCounts[f.Name]
	})
	var do func(ctx context.Context, x *executor, by kg.By) (*outcome, error)
	switch act := acts[f.Name]; {
	case act != nil:
		doing := act(args)
		do = func(ctx context.Context, x *executor, by kg.By) (*outcome, error) {
			done, err := doing(ctx, x.curation, by)
			if err != nil {
				return nil, err
			}
			o := &outcome{act: &done.Act}
			if o.entities, err = nodesOf(ctx, x.store, done.Entities, entities); err == nil {
				if o.documents, err = nodesOf(ctx, x.store, done.Documents, documents); err == nil {
					o.facts, err = factsOf(ctx, x.store, done.Facts, facts)
				}
			}
			if err != nil {
				return nil, &kg.Error{Code: kg.CodeOf(err), Op: "graph.mutation", Err: err,
					Msg: "the act " + string(done.Act.ID) + " is made, but what became of it could not be read: ask for it by a query"}
			}
			return o, nil
		}
	case f.Name == "retractDocument":
		id := args.id("id")
		preview, _ := args.values["preview"].(bool)
		do = func(ctx context.Context, x *executor, by kg.By) (*outcome, error) {
			// What goes can be read only before it has gone.
			found, err := x.curation.PreviewRetract(ctx, id)
			if err != nil {
				return nil, err
			}
			o := &outcome{fall: len(found.Falls), stand: len(found.Stands), goneAll: len(found.Gone)}
			if o.documents, err = nodesOf(ctx, x.store, []kg.ID{found.Document.ID}, documents); err != nil {
				return nil, err
			}
			gone := make([]kg.ID, len(found.Gone))
			for i := range found.Gone {
				gone[i] = found.Gone[i].ID
			}
			if o.entities, err = nodesOf(ctx, x.store, gone, entities); err != nil {
				return nil, err
			}
			if o.facts, err = factsOf(ctx, x.store, factIDs(found.Falls), facts); err != nil {
				return nil, err
			}
			if o.stands, err = factsOf(ctx, x.store, factIDs(found.Stands), stands); err != nil || preview {
				return o, err
			}
			done, err := x.curation.Retract(ctx, by, id)
			o.act = &done.Act
			return o, err
		}
	default:
		c.keep(kg.Errorf(kg.Internal, "graph.compile", "the field Mutation.%s has no act", f.Name))
	}
	c.keep(args.err)
	if made.err = c.err; made.err != nil {
		return made
	}
	for _, s := range []*shape{entities, documents} {
		if s != nil {
			made.cost = plus(made.cost, times(maxPage, costNode(s.plan())))
		}
	}
	for _, s := range []*factShape{facts, stands} {
		if s != nil {
			made.cost = plus(made.cost, times(maxPage, plus(1, costFact(s.plan()))))
		}
	}
	made.do = func(ctx context.Context, x *executor, actor string) (func(*writer) bool, error) {
		o, err := do(ctx, x, kg.By{Actor: actor, Reason: reason})
		return func(w *writer) bool { return row(w, o) }, err
	}
	return made
}

// ingestDocument compiles the root field that brings a document.
func (c *compiler) ingestDocument(f selected) *rootField {
	made := &rootField{nonNull: f.Definition.Type.NonNull, cost: costIngest, scope: kg.ScopeIngest}
	c.path, c.err = append(c.path[:0], f.Alias), nil
	args := c.arguments(f)
	release := kg.Release{Text: args.text("text"), HTML: args.text("html"), URL: args.text("url"), Title: args.text("title"),
		Publisher: args.text("publisher"), PublishedOn: args.date("publishedOn").Value, Language: args.text("language")}
	type ingested struct {
		outcome  string
		document *kg.Node
	}
	var documents *shape
	row := compileRow(c, f, func(f selected) func(*writer, *ingested) bool {
		if f.Name == "outcome" {
			return func(w *writer, i *ingested) bool { return w.text(i.outcome) }
		}
		document := optional(c.node(f.selections(), "Document", need(&documents, bit(kg.KindDocument))).write)
		return func(w *writer, i *ingested) bool { return document(w, i.document) }
	})
	c.keep(args.err)
	if made.err = c.err; made.err != nil {
		return made
	}
	if documents != nil {
		made.cost = plus(made.cost, costNode(documents.plan()))
	}
	made.do = func(ctx context.Context, x *executor, _ string) (func(*writer) bool, error) {
		if x.ingestion == nil {
			return nil, kg.Errorf(kg.Forbidden, "", "this server takes no documents")
		}
		done, err := x.ingestion.Ingest(ctx, release)
		if err != nil {
			return nil, err
		}
		i := &ingested{outcome: done.Outcome}
		nodes, err := nodesOf(ctx, x.store, []kg.ID{done.Document}, documents)
		if err != nil {
			return nil, &kg.Error{Code: kg.CodeOf(err), Op: "graph.mutation", Err: err,
				Msg: "the document " + string(done.Document) + " is loaded, but could not be read again: ask for it by a query"}
		}
		if len(nodes) > 0 {
			i.document = nodes[0]
		}
		return func(w *writer) bool { return row(w, i) }, nil
	}
	return made
}

var retractionCounts = leaves[*outcome]{
	"fallCount":  func(w *writer, o *outcome) bool { return w.int(o.fall) },
	"standCount": func(w *writer, o *outcome) bool { return w.int(o.stand) },
	"goneCount":  func(w *writer, o *outcome) bool { return w.int(o.goneAll) },
}

var actLeaves = leaves[*kg.Act]{
	"id":     func(w *writer, a *kg.Act) bool { return w.text(string(a.ID)) },
	"seq":    func(w *writer, a *kg.Act) bool { return w.int(int(a.Seq)) },
	"kind":   func(w *writer, a *kg.Act) bool { return w.text(string(a.Kind)) },
	"actor":  func(w *writer, a *kg.Act) bool { return w.text(a.Actor) },
	"at":     func(w *writer, a *kg.Act) bool { return w.text(a.At) },
	"reason": func(w *writer, a *kg.Act) bool { return w.textOrNull(a.Reason) },
	"undoes": func(w *writer, a *kg.Act) bool { return w.textOrNull(string(a.Undoes)) },
}

// nodesOf reads nodes, at most maxPage of them; those that are not there are
// left out. A nil shape reads nothing.
func nodesOf(ctx context.Context, store kg.Store, ids []kg.ID, s *shape) ([]*kg.Node, error) {
	nodes, err := nodesAt(ctx, store, ids[:min(len(ids), maxPage)], s)
	return slices.DeleteFunc(nodes, func(n *kg.Node) bool { return n == nil }), err
}

// nodesAt reads the node of each id, nil where there is none.
func nodesAt(ctx context.Context, store kg.Store, ids []kg.ID, s *shape) ([]*kg.Node, error) {
	if s == nil || len(ids) == 0 {
		return nil, nil
	}
	result, err := store.Run(ctx, &kg.Plan{Root: kg.ByID{IDs: ids}, Shape: s.plan()})
	if err != nil {
		return nil, err
	}
	return slices.Clone(result.Nodes), nil
}

func factIDs(facts []kg.Fact) []kg.ID {
	ids := make([]kg.ID, len(facts))
	for i := range facts {
		ids[i] = facts[i].ID
	}
	return ids
}

// factsOf reads facts, at most maxPage of them. Rejected ones are read too, which
// no plan gives, so the rows are read whole, and then their ends by plans.
func factsOf(ctx context.Context, store kg.Store, ids []kg.ID, s *factShape) ([]kg.FactRow, error) {
	if ids = ids[:min(len(ids), maxPage)]; s == nil || len(ids) == 0 {
		return nil, nil
	}
	var facts []kg.Fact
	var statements []kg.Statement
	if err := store.Read(ctx, func(ctx context.Context, r kg.Reader) (err error) {
		if facts, err = r.Facts(ctx, ids); err == nil && s.evidence > 0 {
			statements, err = r.StatementsFor(ctx, ids)
		}
		return err
	}); err != nil {
		return nil, err
	}
	rows := make([]kg.FactRow, len(facts))
	at := make(map[kg.ID]*kg.FactRow, len(facts))
	for i := range facts {
		rows[i].Fact = &facts[i]
		at[facts[i].ID] = &rows[i]
	}
	for i := range statements {
		if row := at[statements[i].Fact]; row != nil && len(row.Evidence) < s.evidence {
			row.Evidence = append(row.Evidence, kg.EvidenceRow{Evidence: statements[i].Evidence})
		}
	}
	// Each place for a node, with the id of what belongs there.
	type place struct {
		id   kg.ID
		node **kg.Node
	}
	var sources, targets, behalves, documents []place
	for i := range rows {
		row := &rows[i]
		sources = append(sources, place{row.Fact.Subject, &row.Source})
		targets = append(targets, place{row.Fact.Object, &row.Target})
		if row.Fact.OnBehalfOf != "" {
			behalves = append(behalves, place{row.Fact.OnBehalfOf, &row.OnBehalfOf})
		}
		for k := range row.Evidence {
			documents = append(documents, place{row.Evidence[k].Document, &row.Evidence[k].Node})
		}
	}
	for _, part := range []struct {
		places []place
		shape  *shape
	}{{sources, s.source}, {targets, s.target}, {behalves, s.onBehalfOf}, {documents, s.document}} {
		ids := make([]kg.ID, len(part.places))
		for i := range part.places {
			ids[i] = part.places[i].id
		}
		nodes, err := nodesAt(ctx, store, ids, part.shape)
		if err != nil {
			return nil, err
		}
		for i := range nodes {
			*part.places[i].node = nodes[i]
		}
	}
	// What lacks an end or its document went between the readings.
	for i := range rows {
		rows[i].Evidence = slices.DeleteFunc(rows[i].Evidence, func(e kg.EvidenceRow) bool { return s.document != nil && e.Node == nil })
	}
	return slices.DeleteFunc(rows, func(r kg.FactRow) bool {
		return s.source != nil && r.Source == nil || s.target != nil && r.Target == nil
	}), nil
}
