package graph_test

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"

	"mueang/graph"
	"mueang/graph/kg"
)

func hashOf(document string) string {
	sum := sha256.Sum256([]byte(document))
	return hex.EncodeToString(sum[:])
}

// post sends an operation and gives the status, the code of the first error and
// the body.
func post(t *testing.T, handler http.Handler, operation map[string]any, headers ...string) (status int, code, body string) {
	t.Helper()
	request, err := json.Marshal(operation)
	if err != nil {
		t.Fatal(err)
	}
	response := send(t, handler, http.MethodPost, "/graphql", string(request), append([]string{"Content-Type", "application/json", "Accept", newer}, headers...)...)
	body = text(t, response)
	if answer := parse(t, body); len(answer.Errors) > 0 {
		code, _ = answer.Errors[0].Extensions["code"].(string)
	}
	return response.StatusCode, code, body
}

func persisted(hash string) map[string]any {
	return map[string]any{"persistedQuery": map[string]any{"version": 1, "sha256Hash": hash}}
}

// TestPersistedQueries walks through what clients of automatic persisted
// queries do: the hash, which is not known; both; the hash.
func TestPersistedQueries(t *testing.T) {
	handler := newHandler(t, newStore(t), graph.Config{})
	const query = `query A { people { totalCount } }`
	steps := []struct {
		name      string
		operation map[string]any
		status    int
		code      string
	}{
		{"a hash that is not known", map[string]any{"extensions": persisted(hashOf(query))}, 400, "PERSISTED_QUERY_NOT_FOUND"},
		{"a hash that is another's", map[string]any{"query": query, "extensions": persisted(hashOf("x"))}, 400, "BAD_USER_INPUT"},
		{"no hash", map[string]any{"query": query, "extensions": map[string]any{"persistedQuery": map[string]any{}}}, 400, "BAD_USER_INPUT"},
		{"no object", map[string]any{"query": query, "extensions": map[string]any{"persistedQuery": 7}}, 400, "BAD_USER_INPUT"},
		{"still not known", map[string]any{"extensions": persisted(hashOf(query))}, 400, "PERSISTED_QUERY_NOT_FOUND"},
		{"both", map[string]any{"query": query, "extensions": persisted(hashOf(query))}, 200, ""},
		{"the hash", map[string]any{"extensions": persisted(hashOf(query))}, 200, ""},
		{"the hash as documentId", map[string]any{"documentId": "sha256:" + hashOf(query)}, 200, ""},
		{"null for no hash", map[string]any{"query": query, "extensions": map[string]any{"persistedQuery": nil}}, 200, ""},
		{"what is not of the schema", map[string]any{"query": "{ x }", "extensions": persisted(hashOf("{ x }"))}, 400, "BAD_USER_INPUT"},
		{"which is not kept", map[string]any{"extensions": persisted(hashOf("{ x }"))}, 400, "PERSISTED_QUERY_NOT_FOUND"},
	}
	for _, step := range steps {
		status, code, body := post(t, handler, step.operation)
		if status != step.status || code != step.code || code == "PERSISTED_QUERY_NOT_FOUND" && !strings.Contains(body, `"PersistedQueryNotFound"`) {
			t.Errorf("%s: %d %s", step.name, status, body)
		}
	}
	extensions, err := json.Marshal(persisted(hashOf(query)))
	if err != nil {
		t.Fatal(err)
	}
	response := send(t, handler, http.MethodGet, "/graphql?extensions="+url.QueryEscape(string(extensions)), "")
	if body := text(t, response); body != `{"data":{"people":{"totalCount":3}}}` {
		t.Errorf("by GET: %s", body)
	}
}

// TestTrustedDocuments holds that only the documents of the list are run.
func TestTrustedDocuments(t *testing.T) {
	const query, other = `query A { people { totalCount } }`, `{ people { totalCount } }`
	handler := newHandler(t, newStore(t), graph.Config{Trusted: map[string]string{"a1": query}, Introspection: true})
	for _, test := range []struct {
		name      string
		operation map[string]any
		status    int
		code      string
	}{
		{"by its name", map[string]any{"extensions": persisted("a1")}, 200, ""},
		{"by its name as documentId", map[string]any{"documentId": "a1"}, 200, ""},
		{"by its name and itself", map[string]any{"query": query, "documentId": "a1"}, 200, ""},
		{"itself", map[string]any{"query": query}, 200, ""},
		{"another", map[string]any{"query": other}, 403, "FORBIDDEN"},
		{"another under a name", map[string]any{"query": other, "extensions": persisted("a1")}, 403, "FORBIDDEN"},
		{"another with its hash", map[string]any{"query": other, "extensions": persisted(hashOf(other))}, 403, "FORBIDDEN"},
		{"another's hash", map[string]any{"extensions": persisted(hashOf(other))}, 403, "FORBIDDEN"},
		{"introspection", map[string]any{"query": "{ __schema { queryType { name } } }"}, 403, "FORBIDDEN"},
	} {
		if status, code, body := post(t, handler, test.operation); status != test.status || code != test.code {
			t.Errorf("%s: %d %s", test.name, status, body)
		}
	}
	_, err := graph.NewHandler(nothing(), graph.Config{Trusted: map[string]string{"b2": "{ persons }"}})
	if kg.CodeOf(err) != kg.BadInput || !strings.Contains(err.Error(), `"b2"`) {
		t.Errorf("a document that is not of the schema: %v", err)
	}
}

// TestCaching holds that an answer to GET is asked for again and sent again
// only where it has changed.
func TestCaching(t *testing.T) {
	store := newStore(t)
	handler := newHandler(t, store, graph.Config{})
	address := "/graphql?query=" + url.QueryEscape(`{ people { nodes { id } } }`)
	first := send(t, handler, http.MethodGet, address, "")
	tag := first.Header.Get("ETag")
	if !strings.HasPrefix(tag, `W/"`) || first.Header.Get("Cache-Control") != "public, no-cache" || !strings.Contains(strings.Join(first.Header.Values("Vary"), ","), "Accept") {
		t.Fatalf("the header is %v", first.Header)
	}
	for known, status := range map[string]int{tag: 304, `"x", ` + strings.TrimPrefix(tag, "W/"): 304, "*": 304, `"x"`: 200, "": 200} {
		response := send(t, handler, http.MethodGet, address, "", "If-None-Match", known)
		if body := text(t, response); response.StatusCode != status || response.Header.Get("ETag") != tag || (body == "") != (status == 304) {
			t.Errorf("%s is known: %d %s", known, response.StatusCode, body)
		}
	}
	if response := send(t, handler, http.MethodGet, address, "", "Authorization", "Bearer x"); response.Header.Get("Cache-Control") != "private, no-cache" {
		t.Errorf("with a token: %v", response.Header)
	}
	for _, response := range []*http.Response{
		send(t, handler, http.MethodPost, "/graphql", `{"query":"{ people { nodes { id } } }"}`, "Content-Type", "application/json", "If-None-Match", tag),
		send(t, handler, http.MethodGet, "/graphql?query="+url.QueryEscape(`{ people(first: -1) { totalCount } }`), "", "If-None-Match", "*"),
		send(t, handler, http.MethodGet, "/graphql?query=x", "", "If-None-Match", "*"),
	} {
		if response.StatusCode == http.StatusNotModified || response.Header.Get("ETag") != "" || response.Header.Get("Cache-Control") != "no-store" {
			t.Errorf("%d %v", response.StatusCode, response.Header)
		}
	}
	added := &world{}
	added.document("doc9", "MDES", "2021-01-01", "สมชาย ใจดี")
	added.entity(kg.Entity{ID: "person-a", Kind: kg.KindPerson}, "th:สมชาย ใจดี")
	if err := kg.Apply(t.Context(), store, &added.Batch); err != nil {
		t.Fatal(err)
	}
	if response := send(t, handler, http.MethodGet, address, "", "If-None-Match", tag); response.StatusCode != http.StatusOK || response.Header.Get("ETag") == tag {
		t.Errorf("after a change: %d %v", response.StatusCode, response.Header)
	}
}

// TestCompression holds that long answers are compressed for who takes that.
func TestCompression(t *testing.T) {
	handler := newHandler(t, newStore(t), graph.Config{})
	const query = `{"query":"{ documents { nodes { text } } people { nodes { chaired { edges { evidence { quote } } } names { text } } } organizations { nodes { name names { text } } } }"}`
	plain := text(t, send(t, handler, http.MethodPost, "/graphql", query, "Content-Type", "application/json"))
	for encoding, reader := range map[string]func(io.Reader) (io.Reader, error){
		"gzip": func(r io.Reader) (io.Reader, error) { return gzip.NewReader(r) },
		"zstd": func(r io.Reader) (io.Reader, error) { return zstd.NewReader(r) },
	} {
		response := send(t, handler, http.MethodPost, "/graphql", query, "Content-Type", "application/json", "Accept-Encoding", encoding)
		body := text(t, response)
		unpacked, err := reader(bytes.NewReader([]byte(body)))
		if err != nil {
			t.Fatal(err)
		}
		if whole, err := io.ReadAll(unpacked); err != nil || string(whole) != plain || len(body) >= len(plain) {
			t.Errorf("%s: %v, %d bytes of %d", encoding, err, len(body), len(plain))
		}
		if response.Header.Get("Content-Encoding") != encoding || !strings.Contains(strings.Join(response.Header.Values("Vary"), ","), "Accept-Encoding") {
			t.Errorf("%s: %v", encoding, response.Header)
		}
	}
	short := send(t, handler, http.MethodPost, "/graphql", `{"query":"{ people { totalCount } }"}`, "Content-Type", "application/json", "Accept-Encoding", "gzip")
	if short.Header.Get("Content-Encoding") != "" {
		t.Error("a short answer is compressed")
	}
}
