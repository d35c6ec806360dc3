package graph_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"mueang/graph"
	"mueang/graph/kg"
	"mueang/graph/store/neo4j"
	"mueang/graph/store/neo4j/neo4jtest"
	"mueang/graph/store/sqlite"
	"mueang/loaders"
	"mueang/loaders/curate"
	"mueang/loaders/extract"
	"mueang/loaders/resolve"
	"mueang/loaders/source"
	"mueang/loaders/write"
	"mueang/schema"
)

const today = "2026-01-02T03:04:05Z"

func clock() time.Time { return time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC) }

// release is a document whose title names a person and says what the person
// did at a meeting, on behalf of whom.
func release(t *testing.T, number int, person string, deed kg.RelationType, agency string) resolve.Resolved {
	t.Helper()
	const meeting = "การประชุมเมืองอัจฉริยะ"
	text := fmt.Sprintf("%s ผู้แทนของ %s อยู่ใน %s", person, agency, meeting)
	sum := sha256.Sum256([]byte(text))
	day := &kg.PartialDate{Value: fmt.Sprintf("2020-01-%02d", number)}
	thing := func(id kg.ID, kind kg.Kind, name string) kg.Thing {
		at := len([]rune(text[:strings.Index(text, name)]))
		return kg.Thing{Entity: kg.Entity{ID: id, Kind: kind, Name: name, Names: []kg.Name{{Text: name, Language: "th", Kind: kg.NameOfficial}}},
			Spans: []kg.Span{{Start: at, End: at + len([]rune(name)), Text: name}}}
	}
	things := []kg.Thing{thing("e1", kg.KindPerson, person), thing("e2", kg.KindAgency, agency), thing("e3", kg.KindMeeting, meeting)}
	things[2].Entity.StartDate, things[2].Entity.Series = &kg.PartialDate{Value: "2020-01-01"}, &kg.Series{Name: "เมืองอัจฉริยะ", Ordinal: 1, Year: 2020}
	evidence := []kg.Evidence{{End: len([]rune(text)), Quote: text, Extractor: "test", Version: "1", Confidence: 0.9, ObservedOn: day.Value}}
	x := kg.Extraction{
		Document: kg.Document{Source: fmt.Sprint(number), URL: fmt.Sprintf("https://example.org/%d", number), Title: person, Text: text,
			Hash: hex.EncodeToString(sum[:]), Reader: "test/1", PublishedOn: day},
		Things: things,
		Claims: []kg.Claim{
			{Type: deed, Subject: "e1", Object: "e3", Qualifiers: kg.Qualifiers{OnBehalfOf: "e2"}, Evidence: evidence},
			{Type: kg.Organized, Subject: "e2", Object: "e3", Qualifiers: kg.Qualifiers{Role: "HOST"}, Evidence: evidence},
		},
	}
	x.Document.ID = source.DocumentID(x.Document)
	resolved, err := resolve.Document(x)
	if err != nil {
		t.Fatal(err)
	}
	return resolved
}

// curated is a store with its server, which takes mutations.
type curated struct {
	handler http.Handler
	tokens  kg.Tokens
	secret  string // of a token of กานดา
	ids     map[string]kg.ID
	log     *bytes.Buffer
}

func newCurated(t *testing.T, store interface {
	kg.Store
	kg.Tokens
}) *curated {
	t.Helper()
	t.Cleanup(func() { store.Close() })
	if err := store.Update(t.Context(), func(ctx context.Context, tx kg.Tx) error {
		_, err := write.Documents(ctx, tx, []resolve.Resolved{
			release(t, 1, "สมชาย ใจดี", kg.Chaired, "สำนักงานทดสอบ"),
			release(t, 2, "Sakda Mankong", kg.Chaired, "สำนักงานทดสอบ"),
			release(t, 3, "สมศรี รักเรียน", kg.SpokeAt, "สำนักงานทดสอบ"),
			release(t, 4, "สมศรี รักเรียน", kg.Attended, "Korea Transport Institute"),
		}, today)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	c := &curated{tokens: store, ids: map[string]kg.ID{}, log: &bytes.Buffer{}}
	if err := store.Read(t.Context(), func(ctx context.Context, r kg.Reader) error {
		if err := r.EachEntity(ctx, func(e *kg.Entity) error { c.ids[e.Name] = e.ID; return nil }); err != nil {
			return err
		}
		return r.EachFact(ctx, func(f *kg.Fact) error {
			if f.Type == kg.Chaired && f.Subject == c.ids["สมชาย ใจดี"] {
				c.ids["fact"] = f.ID
			}
			return nil
		})
	}); err != nil {
		t.Fatal(err)
	}
	relations, err := schema.Ends()
	if err != nil {
		t.Fatal(err)
	}
	rules, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	c.handler = newHandler(t, store, graph.Config{Timeout: time.Minute, Now: clock, Log: slog.New(slog.NewTextHandler(c.log, nil)),
		Curation: &curate.Curator{Store: store, Relations: relations, Now: clock}, Tokens: store,
		Ingestion: &loaders.Loader{Store: store, Extractor: rules, Now: clock}})
	c.secret = c.token(t, kg.Token{Name: "กานดา", Scopes: kg.Scopes})
	return c
}

// token keeps a token and gives its secret.
func (c *curated) token(t *testing.T, token kg.Token) string {
	t.Helper()
	secret := kg.NewToken()
	token.Hash, token.CreatedAt = kg.HashToken(secret), today
	if err := c.tokens.AddToken(t.Context(), token); err != nil {
		t.Fatal(err)
	}
	return secret
}

// ask posts an operation with an Authorization header, "" for none.
func (c *curated) ask(t *testing.T, query, variables, authorization string) string {
	t.Helper()
	body, err := json.Marshal(map[string]any{"query": query, "variables": json.RawMessage(or(variables, "null"))})
	if err != nil {
		t.Fatal(err)
	}
	headers := []string{"Content-Type", "application/json"}
	if authorization != "" {
		headers = append(headers, "Authorization", authorization)
	}
	return text(t, send(t, c.handler, http.MethodPost, "/graphql", string(body), headers...))
}

func openSQLite(t *testing.T) *sqlite.Store {
	t.Helper()
	store, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "mueang.db"))
	if err != nil {
		t.Fatal(err)
	}
	return store
}

// TestMutations carries out the mutations of testdata/mutations one after the
// other and holds the answers against the files beside them. In the variables
// @NAME@ stands for the id of an entity, @fact@ for that of a fact and @act@ for
// that of the last act.
func TestMutations(t *testing.T) {
	t.Run("sqlite", func(t *testing.T) { mutations(t, newCurated(t, openSQLite(t))) })
	t.Run("neo4j", func(t *testing.T) {
		at := neo4jtest.Start(t)
		neo4jtest.Wipe(t, at)
		store, err := neo4j.Open(t.Context(), neo4j.Config{URL: at})
		if err != nil {
			t.Fatal(err)
		}
		mutations(t, newCurated(t, store))
	})
}

func mutations(t *testing.T, c *curated) {
	files, err := filepath.Glob("testdata/mutations/*.graphql")
	if err != nil || len(files) == 0 {
		t.Fatalf("no mutations: %v", err)
	}
	named, act := regexp.MustCompile(`@[^@]+@`), regexp.MustCompile(`"act-[0-9a-z]+"`)
	for _, file := range files {
		query, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		first, _, _ := strings.Cut(string(query), "\n")
		variables := named.ReplaceAllStringFunc(strings.TrimPrefix(first, "# "), func(name string) string {
			id := c.ids[strings.Trim(name, "@")]
			if id == "" {
				t.Fatalf("%s: there is no %s", file, name)
			}
			return string(id)
		})
		body := c.ask(t, string(query), variables, "Bearer "+c.secret)
		if id := act.FindString(body); id != "" {
			c.ids["act"] = kg.ID(strings.Trim(id, `"`))
		}
		var got bytes.Buffer
		if err := json.Indent(&got, []byte(body), "", "  "); err != nil {
			t.Fatal(err)
		}
		golden := strings.TrimSuffix(file, ".graphql") + ".json"
		if *update {
			if err := os.WriteFile(golden, append(bytes.TrimSpace(got.Bytes()), '\n'), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if strings.TrimSpace(got.String()) != strings.TrimSpace(string(want)) {
			t.Errorf("the answer is not that of %s:\n%s", golden, got.String())
		}
	}
}

// TestAServerSeesItsOwnActs asks the same before an act, after it and after it
// is undone: kept answers are of their state.
func TestAServerSeesItsOwnActs(t *testing.T) {
	c := newCurated(t, openSQLite(t))
	const people = `{ people { totalCount } }`
	count := func() string { return c.ask(t, people, "", "") }
	before := count()
	if again := count(); again != before {
		t.Fatalf("%s, then %s", before, again)
	}
	body := c.ask(t, `mutation ($a: ID!, $b: ID!) { mergeEntities(id: $a, with: $b) { act { id } } }`,
		fmt.Sprintf(`{"a": %q, "b": %q}`, c.ids["สมชาย ใจดี"], c.ids["Sakda Mankong"]), "bearer "+c.secret)
	act := regexp.MustCompile(`act-[0-9a-z]+`).FindString(body)
	if merged := count(); act == "" || merged == before {
		t.Errorf("%s, and then as before: %s", body, merged)
	}
	c.ask(t, fmt.Sprintf(`mutation { undoAct(id: %q) { act { id } } }`, act), "", "Bearer "+c.secret)
	if undone := count(); undone != before {
		t.Errorf("after it is undone: %s, not %s", undone, before)
	}
}

// emptied is a store of which everything goes before a plan can ask for it.
type emptied struct{ *sqlite.Store }

func (emptied) Run(_ context.Context, plan *kg.Plan) (*kg.Result, error) {
	byID, _ := plan.Root.(kg.ByID)
	return &kg.Result{Nodes: make([]*kg.Node, len(byID.IDs))}, nil
}

// TestWhatGoesAfterAnActIsLeftOut holds that an act is told of though what it is
// about has gone since.
func TestWhatGoesAfterAnActIsLeftOut(t *testing.T) {
	c := newCurated(t, emptied{openSQLite(t)})
	body := c.ask(t, `mutation ($id: ID!) { setFactStatus(id: $id, status: CONFIRMED) { act { seq } entities { name }
		whole: facts { source { name } } says: facts { status evidence { document { title } } } bare: facts { status } } }`,
		fmt.Sprintf(`{"id": %q}`, c.ids["fact"]), "Bearer "+c.secret)
	const want = `{"data":{"setFactStatus":{"act":{"seq":1},"entities":[],"whole":[],"says":[],"bare":[]}}}`
	if strings.TrimSpace(body) != want {
		t.Errorf("the answer is %s", body)
	}
}

// TestMutationsThatMayNotBe holds that nothing is done without a token that is
// good for it, and that no token is told to anyone.
func TestMutationsThatMayNotBe(t *testing.T) {
	c := newCurated(t, openSQLite(t))
	merge := fmt.Sprintf(`mutation { mergeEntities(id: %q, with: %q) { act { id } } }`, c.ids["สมชาย ใจดี"], c.ids["Sakda Mankong"])
	expired := c.token(t, kg.Token{Name: "expired", Scopes: []string{kg.ScopeCurate}, ExpiresAt: today})
	narrow := c.token(t, kg.Token{Name: "narrow", Scopes: []string{"other"}})
	revoked := c.token(t, kg.Token{Name: "revoked", Scopes: []string{kg.ScopeCurate}})
	if err := c.tokens.RevokeToken(t.Context(), "revoked", today); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		what, authorization string
		code                kg.Code
		says                string
	}{
		{"no token", "", kg.Unauthenticated, "mueang token create"},
		{"an empty token", "Bearer ", kg.Unauthenticated, "mueang token create"},
		{"another scheme", "Basic " + c.secret, kg.Unauthenticated, "mueang token create"},
		{"an unknown token", "Bearer " + kg.NewToken(), kg.Unauthenticated, "not one of this store"},
		{"the hash of a token", "Bearer " + kg.HashToken(c.secret), kg.Unauthenticated, "not one of this store"},
		{"a revoked token", "Bearer " + revoked, kg.Unauthenticated, "revoked"},
		{"an expired token", "Bearer " + expired, kg.Unauthenticated, "expired"},
		{"a token without the scope", "Bearer " + narrow, kg.Forbidden, "lacks the scope"},
	} {
		body := c.ask(t, merge, "", test.authorization)
		answer := parse(t, body)
		if len(answer.Errors) != 1 || answer.Data != nil || answer.Errors[0].Extensions["code"] != string(test.code) || !strings.Contains(answer.Errors[0].Message, test.says) {
			t.Errorf("%s: %s", test.what, body)
		}
		request, err := json.Marshal(map[string]string{"query": merge})
		if err != nil {
			t.Fatal(err)
		}
		for accept, status := range map[string]int{"application/json": http.StatusOK, "application/graphql-response+json": map[kg.Code]int{kg.Unauthenticated: http.StatusUnauthorized, kg.Forbidden: http.StatusForbidden}[test.code]} {
			response := send(t, c.handler, http.MethodPost, "/graphql", string(request), "Content-Type", "application/json", "Accept", accept, "Authorization", test.authorization)
			if asks := response.Header.Get("WWW-Authenticate") != ""; response.StatusCode != status || asks != (status == http.StatusUnauthorized) {
				t.Errorf("%s as %s: %d %v", test.what, accept, response.StatusCode, response.Header)
			}
		}
	}
	curator := c.token(t, kg.Token{Name: "curator", Scopes: []string{kg.ScopeCurate}})
	bringer := c.token(t, kg.Token{Name: "bringer", Scopes: []string{kg.ScopeIngest}})
	const ingest = `ingestDocument(text: "ข่าว") { outcome }`
	for secret, operation := range map[string]string{curator: "mutation { " + ingest + " }", bringer: merge, curator + " ": "mutation { ... { " + ingest + " } undoAct(id: \"x\") { act { id } } }"} {
		answer := parse(t, c.ask(t, operation, "", "Bearer "+secret))
		if len(answer.Errors) != 1 || answer.Data != nil || answer.Errors[0].Extensions["code"] != string(kg.Forbidden) {
			t.Errorf("%s with another scope: %v", operation, answer)
		}
	}
	get := "/graphql?query=" + url.QueryEscape(merge)
	if response := send(t, c.handler, http.MethodGet, get, "", "Authorization", "Bearer "+c.secret); response.StatusCode != http.StatusMethodNotAllowed {
		t.Errorf("by GET: %d %s", response.StatusCode, text(t, response))
	}
	if response := send(t, c.handler, http.MethodPost, "/graphql", merge, "Content-Type", "text/plain", "Authorization", "Bearer "+c.secret); response.StatusCode != http.StatusUnsupportedMediaType {
		t.Errorf("as plain text: %d %s", response.StatusCode, text(t, response))
	}
	without := newHandler(t, newStore(t), graph.Config{})
	if answer := parse(t, ask(t, without, merge, "")); len(answer.Errors) != 1 || answer.Errors[0].Extensions["code"] != string(kg.Forbidden) {
		t.Errorf("a server without curation answers %v", answer)
	}
	many := "mutation {" + strings.Repeat(` a%d: undoAct(id: "x") { act { id } }`, 101) + "}"
	numbers := make([]any, 101)
	for i := range numbers {
		numbers[i] = i
	}
	if answer := parse(t, c.ask(t, fmt.Sprintf(many, numbers...), "", "Bearer "+c.secret)); len(answer.Errors) != 1 || answer.Errors[0].Extensions["code"] != string(kg.CostLimit) {
		t.Errorf("many acts at once: %v", answer)
	}
	if body := c.ask(t, merge, "", "Bearer "+c.secret); !strings.Contains(body, `"act-`) {
		t.Errorf("after all that the good token gives %s", body)
	}
	for _, secret := range []string{c.secret, expired, narrow, revoked} {
		if strings.Contains(c.log.String(), secret) {
			t.Error("the log has a token")
		}
	}
}
