package neo4j_test

import (
	"context"
	"fmt"
	"net"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"mueang/graph/kg"
	"mueang/graph/store/neo4j"
	"mueang/graph/store/neo4j/neo4jtest"
	"mueang/graph/store/storetest"
	"mueang/graph/store/storetest/model"
)

// open gives a new and empty store.
func open(t *testing.T) kg.Store {
	t.Helper()
	url := neo4jtest.Start(t)
	neo4jtest.Wipe(t, url)
	return connect(t, neo4j.Config{URL: url})
}

func connect(t *testing.T, c neo4j.Config) *neo4j.Store {
	t.Helper()
	s, err := neo4j.Open(t.Context(), c)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestConformance(t *testing.T) {
	storetest.Run(t, storetest.Config{
		Open: open,
		Reopen: func(t *testing.T, s kg.Store) kg.Store {
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			return connect(t, neo4j.Config{URL: neo4jtest.Start(t)})
		},
	})
}

func TestTokens(t *testing.T) { storetest.Tokens(t, storetest.Config{Open: open}) }

// Neo4j takes up to a second to plan a statement that it has not seen, so the
// rounds are few.
func TestDifferential(t *testing.T) {
	s := open(t)
	defer s.Close()
	storetest.Differential(t, 1, 8, map[string]kg.Store{"model": model.New(), "neo4j": s})
}

// asked counts the statements of a store.
type asked struct {
	mu         sync.Mutex
	statements []string
}

func (a *asked) query(cypher string) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.statements = append(a.statements, cypher)
}

// take gives the statements since the last call.
func (a *asked) take() []string {
	a.mu.Lock()
	defer a.mu.Unlock()
	statements := a.statements
	a.statements = nil
	return statements
}

// deep gives a shape of some levels, each with facts, evidence and counts.
func deep(levels, first int) *kg.Shape {
	shape := &kg.Shape{}
	if levels > 0 {
		shape.Steps = []kg.Step{{
			Via: kg.ViaFacts, Hops: []kg.Hop{{Direction: kg.Both}}, Page: kg.Page{First: first, Count: true}, Node: deep(levels-1, first),
			Fact: &kg.FactShape{Evidence: &kg.EvidenceShape{First: 1, Document: &kg.Shape{}}},
		}, {
			Via: kg.ViaDocuments, Page: kg.Page{First: first}, Node: &kg.Shape{},
		}}
	}
	return shape
}

func TestEachPlanIsOneStatementOfOneText(t *testing.T) {
	url := neo4jtest.Start(t)
	neo4jtest.Wipe(t, url)
	var log asked
	s := connect(t, neo4j.Config{URL: url, OnQuery: log.query})
	defer s.Close()
	if err := kg.Apply(t.Context(), s, pair()); err != nil {
		t.Fatal(err)
	}
	log.take()
	for _, test := range []struct {
		name      string
		plan, too *kg.Plan // alike but for their values
	}{
		{"a list, four levels deep",
			&kg.Plan{Root: kg.Find{Kinds: []kg.Kind{kg.KindPerson}, Page: kg.Page{First: 20, Count: true}}, Shape: deep(4, 10)},
			&kg.Plan{Root: kg.Find{Kinds: []kg.Kind{kg.KindPerson}, Page: kg.Page{First: 7, Count: true}}, Shape: deep(4, 3)}},
		{"nodes by their ids",
			&kg.Plan{Root: kg.ByID{IDs: []kg.ID{"a"}}, Shape: deep(2, 5)},
			&kg.Plan{Root: kg.ByID{IDs: []kg.ID{"b", "a", "c"}}, Shape: deep(2, 6)}},
		{"facts by their ids",
			&kg.Plan{Root: kg.FactsByID{IDs: []kg.ID{"f"}, Fact: &kg.FactShape{Source: deep(1, 5), Evidence: &kg.EvidenceShape{First: 2}}}},
			&kg.Plan{Root: kg.FactsByID{IDs: []kg.ID{"g", "f"}, Fact: &kg.FactShape{Source: deep(1, 6), Evidence: &kg.EvidenceShape{First: 9}}}}},
		{"a search",
			&kg.Plan{Root: kg.Search{Whole: "ann", Terms: []string{"ann"}, Page: kg.Page{First: 5}, Facets: true}, Shape: deep(1, 5)},
			&kg.Plan{Root: kg.Search{Whole: "bobann", Terms: []string{"bob", "ann"}, Page: kg.Page{First: 9}, Facets: true}, Shape: deep(1, 5)}},
		{"paths",
			&kg.Plan{Root: kg.PathSearch{From: "a", To: "m", MaxLength: 6, First: 5, Fact: &kg.FactShape{}}, Shape: &kg.Shape{}},
			&kg.Plan{Root: kg.PathSearch{From: "m", To: "a", MaxLength: 6, First: 1, Fact: &kg.FactShape{}}, Shape: &kg.Shape{}}},
		{"a neighbourhood",
			&kg.Plan{Root: kg.Neighborhood{IDs: []kg.ID{"a"}, Depth: 3, Limit: 50}, Shape: &kg.Shape{}},
			&kg.Plan{Root: kg.Neighborhood{IDs: []kg.ID{"a", "m"}, Depth: 3, Limit: 5}, Shape: &kg.Shape{}}},
		{"totals", &kg.Plan{Root: kg.Totals{}}, &kg.Plan{Root: kg.Totals{}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			for _, plan := range []*kg.Plan{test.plan, test.too} {
				if _, err := s.Run(t.Context(), plan); err != nil {
					t.Fatal(err)
				}
			}
			statements := log.take()
			if len(statements) != 2 {
				t.Fatalf("two plans took %d statements", len(statements))
			}
			if statements[0] != statements[1] {
				t.Errorf("plans that differ in values have different texts:\n%s\n%s", statements[0], statements[1])
			}
		})
	}
}

// pair gives a person who chairs a meeting.
func pair() *kg.Batch {
	f := kg.Fact{Type: kg.Chaired, Subject: "a", Object: "m", Confidence: 1, FactStatus: kg.Extracted, SourceCount: 1}
	f.ID = kg.FactID(f.Type, f.Subject, f.Object, f.Qualifiers)
	st := kg.Statement{Fact: f.ID, Type: f.Type, Subject: "a", Object: "m",
		Evidence: kg.Evidence{Document: "d", Start: 0, End: 3, Quote: "Ann", Extractor: "test", Version: "1", Confidence: 1}}
	st.ID = kg.StatementID(st)
	return &kg.Batch{
		Documents:  []kg.Document{{ID: "d", Source: "d", Text: "Ann chaired."}},
		Statements: []kg.Statement{st},
		Entities: []kg.Entity{
			{ID: "a", Kind: kg.KindPerson, Name: "Ann", Names: []kg.Name{{Text: "Ann"}}},
			{ID: "m", Kind: kg.KindMeeting, Name: "Meeting", Names: []kg.Name{{Text: "Meeting"}}},
		},
		Facts: []kg.Fact{f},
	}
}

// rows gives the first column of what a statement gives.
func rows(t *testing.T, url, cypher string) []any {
	t.Helper()
	d, err := driver.NewDriverWithContext(url, driver.NoAuth())
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close(t.Context())
	result, err := driver.ExecuteQuery(t.Context(), d, cypher, nil, driver.EagerResultTransformer)
	if err != nil {
		t.Fatal(err)
	}
	var values []any
	for _, record := range result.Records {
		values = append(values, record.Values[0])
	}
	return values
}

func TestTheGraphHasTheLabelsAndTypesOfTheContract(t *testing.T) {
	s := open(t)
	defer s.Close()
	if err := kg.Apply(t.Context(), s, pair()); err != nil {
		t.Fatal(err)
	}
	url := neo4jtest.Start(t)
	agency := pair().Entities[:1]
	agency[0].Kind = kg.KindAgency
	if err := kg.Apply(t.Context(), s, &kg.Batch{Entities: agency}); err != nil {
		t.Fatal(err)
	}
	for cypher, want := range map[string]string{
		`MATCH (n:Entity {name: "Ann"}) UNWIND labels(n) AS l RETURN l ORDER BY l`:     "Agency Entity Node Organization",
		`MATCH (n:Entity {name: "Meeting"}) UNWIND labels(n) AS l RETURN l ORDER BY l`: "Entity Meeting Node",
		`MATCH (n:Document) UNWIND labels(n) AS l RETURN l ORDER BY l`:                 "Document Node",
		`MATCH (:Agency)-[r]->(:Meeting) RETURN type(r)`:                               "CHAIRED",
	} {
		var got []string
		for _, value := range rows(t, url, cypher) {
			text, _ := value.(string)
			got = append(got, text)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s gives %q, not %q", cypher, got, want)
		}
	}
}

func TestMigrationsRunOnce(t *testing.T) {
	open(t).Close()
	url := neo4jtest.Start(t)
	var log asked
	connect(t, neo4j.Config{URL: url, OnQuery: log.query}).Close()
	if statements := log.take(); len(statements) != 1 {
		t.Errorf("opening a database that is up to date took %d statements: %q", len(statements), statements)
	}
	// A process that was killed before it recorded its migration.
	rows(t, url, `MATCH (m:Migration) DELETE m`)
	connect(t, neo4j.Config{URL: url}).Close()
	if versions := rows(t, url, `MATCH (m:Migration) RETURN m.version ORDER BY m.version`); !reflect.DeepEqual(versions, []any{int64(1), int64(2), int64(3), int64(4), int64(5)}) {
		t.Errorf("the migrations recorded are %v", versions)
	}
}

func TestRowsOfAnOlderVersionAreWrittenAnew(t *testing.T) {
	store := open(t)
	url := neo4jtest.Start(t)
	fact := kg.Fact{Type: kg.Holds, Subject: "person-1", Object: "post-1", FactStatus: kg.Rejected, SourceCount: 1, Confidence: 0.5}
	fact.ID = kg.FactID(fact.Type, fact.Subject, fact.Object, fact.Qualifiers)
	if err := kg.Apply(t.Context(), store, &kg.Batch{
		Documents: []kg.Document{{ID: "document-1", Text: "ข่าว"}},
		Entities: []kg.Entity{
			{ID: "meeting-1", Kind: kg.KindMeeting, Name: "ประชุม", StartDate: &kg.PartialDate{Value: "2019-11", Original: "พ.ย. 62"}},
			{ID: "person-1", Kind: kg.KindPerson, Name: "ก"}, {ID: "post-1", Kind: kg.KindPost, Name: "ข"},
		},
		Facts: []kg.Fact{fact},
	}); err != nil {
		t.Fatal(err)
	}
	store.Close()
	rows(t, url, `MATCH (n) REMOVE n.card`)
	rows(t, url, `MATCH (a)-[old]->(b) CREATE (a)-[r:HOLDS]->(b) SET r = properties(old) REMOVE r.card DELETE old`)
	rows(t, url, `MATCH (m:Migration) WHERE m.version > 1 DELETE m`)
	store = connect(t, neo4j.Config{URL: url})
	defer store.Close()
	result, err := store.Run(t.Context(), &kg.Plan{Root: kg.ByID{IDs: []kg.ID{"meeting-1", "document-1"}}, Shape: &kg.Shape{Only: kg.AttrStartDate, Text: true}})
	if err != nil || result.Nodes[0] == nil || result.Nodes[0].Entity.StartDate == nil || result.Nodes[0].Entity.StartDate.Original != "พ.ย. 62" {
		t.Errorf("want the date as written, got %+v, %v", result, err)
	}
	if result.Nodes[1] == nil || result.Nodes[1].Document.Text != "ข่าว" {
		t.Errorf("want the text of the document, got %+v", result.Nodes[1])
	}
	if types := rows(t, url, `MATCH ()-[r]->() RETURN type(r)`); !reflect.DeepEqual(types, []any{"rejected"}) {
		t.Errorf("the rejected fact is now %v", types)
	}
	neo4jtest.Wipe(t, url)
}

func TestANewerDatabaseIsRefused(t *testing.T) {
	open(t).Close()
	url := neo4jtest.Start(t)
	rows(t, url, `CREATE (:Migration {version: 1000})`)
	before := rows(t, url, `MATCH (n) RETURN count(n)`)[0]
	_, err := neo4j.Open(t.Context(), neo4j.Config{URL: url})
	if kg.CodeOf(err) != kg.Unavailable || !strings.Contains(err.Error(), "newer Mueang") {
		t.Errorf("want a refusal that asks for a newer Mueang, got %v", err)
	}
	if after := rows(t, url, `MATCH (n) RETURN count(n)`)[0]; after != before {
		t.Errorf("the refused database had %v nodes and has %v", before, after)
	}
	neo4jtest.Wipe(t, url)
}

func TestAServerThatIsNotThere(t *testing.T) {
	closed, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	gone := closed.Addr().String()
	closed.Close()
	mute, err := net.Listen("tcp", "127.0.0.1:0") // takes connections and says nothing
	if err != nil {
		t.Fatal(err)
	}
	defer mute.Close()
	for _, test := range []struct{ name, url, address string }{
		{"nobody listens", "bolt://" + gone, gone},
		{"nobody listens, routed", "neo4j://" + gone, gone},
		{"nobody answers", "bolt://" + mute.Addr().String(), mute.Addr().String()},
	} {
		t.Run(test.name, func(t *testing.T) {
			begun := time.Now()
			_, err := neo4j.Open(t.Context(), neo4j.Config{URL: test.url})
			if kg.CodeOf(err) != kg.Unavailable || !strings.Contains(err.Error(), test.address) || !strings.Contains(err.Error(), "make neo4j") {
				t.Errorf("want an error that names the address and says what to do, got %v", err)
			}
			if took := time.Since(begun); took > 10*time.Second {
				t.Errorf("it took %v", took)
			}
		})
	}
	t.Run("no address", func(t *testing.T) {
		if _, err := neo4j.Open(t.Context(), neo4j.Config{URL: "http://localhost"}); kg.CodeOf(err) != kg.BadInput {
			t.Errorf("want BAD_USER_INPUT, got %v", err)
		}
	})
	t.Run("the context ends first", func(t *testing.T) {
		ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
		defer cancel()
		if _, err := neo4j.Open(ctx, neo4j.Config{URL: "bolt://" + mute.Addr().String()}); kg.CodeOf(err) != kg.Timeout {
			t.Errorf("want TIMEOUT, got %v", err)
		}
	})
}

// A query that runs over its time ends in the database too, which its list of
// transactions shows.
func TestADeadlineEndsTheTransaction(t *testing.T) {
	s := open(t)
	defer s.Close()
	const entities = 400
	b := pair()
	for i := range entities {
		b.Entities = append(b.Entities, kg.Entity{ID: kg.ID(fmt.Sprintf("net-%03d", i)), Kind: kg.KindNetwork, Name: fmt.Sprint(i)})
	}
	for i := range entities {
		for k := range 8 {
			f := kg.Fact{Type: kg.MemberOf, Confidence: 1, FactStatus: kg.Extracted, SourceCount: 1, Subject: b.Entities[1+i].ID, Object: b.Entities[1+(i*7+k*31+1)%entities].ID}
			f.ID = kg.FactID(f.Type, f.Subject, f.Object, f.Qualifiers)
			b.Facts = append(b.Facts, f)
		}
	}
	if err := kg.Apply(t.Context(), s, b); err != nil {
		t.Fatal(err)
	}
	// Who is six hops from nobody of a kind that there is not? It takes minutes.
	hop := kg.Hop{Direction: kg.Both}
	endless := &kg.Plan{Root: kg.Find{Page: kg.Page{First: 10, Count: true}, Where: &kg.Pred{Rel: &kg.RelPred{Via: kg.ViaFacts, Quant: kg.None,
		Hops: []kg.Hop{hop, hop, hop, hop, hop, hop}, Where: &kg.Pred{Enum: &kg.EnumPred{Field: kg.FieldSubtype, In: []string{"NONE"}}}}}}}
	url := neo4jtest.Start(t)
	running := func() int {
		return len(rows(t, url, `SHOW TRANSACTIONS YIELD currentQuery, status WHERE currentQuery CONTAINS "Commits" AND NOT currentQuery CONTAINS "SHOW" RETURN status`))
	}
	for _, how := range []string{"its time is over", "the client is gone"} {
		t.Run(how, func(t *testing.T) {
			ctx, cancel := context.WithTimeout(t.Context(), 3*time.Second)
			if how == "the client is gone" {
				ctx, cancel = context.WithCancel(t.Context())
			}
			defer cancel()
			ended := make(chan error)
			go func() {
				_, err := s.Run(ctx, endless)
				ended <- err
			}()
			for running() == 0 {
				select {
				case err := <-ended:
					t.Fatalf("it ended before it was seen: %v", err)
				case <-time.After(20 * time.Millisecond):
				}
			}
			if how == "the client is gone" {
				cancel()
			}
			err := <-ended
			after := time.Now()
			if want := map[bool]kg.Code{true: kg.Timeout, false: kg.Internal}[how == "its time is over"]; kg.CodeOf(err) != want {
				t.Errorf("want %s, got %v", want, err)
			}
			for running() > 0 {
				if time.Since(after) > 5*time.Second { // a loaded machine; what it takes is in the log
					t.Fatal("the transaction runs on")
				}
				time.Sleep(5 * time.Millisecond)
			}
			t.Logf("gone from the list of transactions %v after the answer", time.Since(after).Round(time.Millisecond))
		})
	}
}

// A writer that dies between the two counts of its commit leaves them unequal
// for good; readers put that right.
func TestAWriterThatDied(t *testing.T) {
	s := open(t)
	defer s.Close()
	if err := kg.Apply(t.Context(), s, pair()); err != nil {
		t.Fatal(err)
	}
	rows(t, neo4jtest.Start(t), `MATCH (c:Commits) SET c.begun = c.begun + 1`)
	for range 2 {
		result, err := s.Run(t.Context(), &kg.Plan{Root: kg.ByID{IDs: []kg.ID{"a"}}, Shape: &kg.Shape{}})
		if err != nil || len(result.Nodes) != 1 || result.Nodes[0] == nil {
			t.Fatalf("got %v, %v", result, err)
		}
	}
	if left := rows(t, neo4jtest.Start(t), `MATCH (c:Commits) RETURN c.begun - c.ended`)[0]; left != int64(0) {
		t.Errorf("%v commits are still under way", left)
	}
}

// Neo4j's indexes do not take values of any length.
func TestLongNamesAndTexts(t *testing.T) {
	s := open(t)
	defer s.Close()
	b := pair()
	long := strings.Repeat("นานมากจริงๆ", 10000)
	b.Entities[0].Name = long
	for range 5 {
		b.Entities[0].Names = append(b.Entities[0].Names, kg.Name{Text: long + "ก", Language: "th"})
	}
	b.Documents[0].Title = long
	b.Documents[0].Text = "Ann" + strings.Repeat(" ประชุม", 100000) + " ท้าย"
	b.Referents = []kg.Referent{{ID: "a", Entity: "a", Class: kg.ClassPerson, Key: long, Blocks: []string{"name:" + long}}}
	if err := kg.Apply(t.Context(), s, b); err != nil {
		t.Fatal(err)
	}
	for _, word := range []string{"มากจริง", "ท้าย"} {
		result, err := s.Run(t.Context(), &kg.Plan{Root: kg.Search{Whole: word, Terms: []string{word}, Page: kg.Page{First: 5}}})
		if err != nil || len(result.Connection.Edges) == 0 {
			t.Errorf("%s is not found: %v", word, err)
		}
	}
	if err := s.Read(t.Context(), func(ctx context.Context, r kg.Reader) error {
		found, err := r.Blocked(ctx, b.Referents[0].Blocks)
		if len(found) != 1 {
			t.Errorf("the block gives %d referents", len(found))
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
}
