package llm

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"mueang/graph/kg"
	"mueang/loaders/extract"
	"mueang/schema"
)

const text = "พิธีลงนามบันทึกความเข้าใจด้านเมืองอัจฉริยะ\n\n" +
	"วันที่ 5 มีนาคม 2564 นายสมชาย ใจดี อธิบดีกรมการเมืองตัวอย่าง เป็นประธานการประชุมคณะทำงานเมืองตัวอย่าง ครั้งที่ 2/2564 ณ ห้องประชุมตัวอย่าง\n" +
	"นางสาวสมหญิง รักเมือง ลงนามบันทึกความเข้าใจว่าด้วยข้อมูลเมือง ร่วมกับบริษัท ตัวอย่าง จำกัด\n"

const key = "sk-never-to-be-seen"

// server replies with the files of testdata, one a request and the last one on
// and on: NAME.json with status 200, or a status code by itself.
func server(t *testing.T, replies ...string) (options Options, requests *atomic.Int32) {
	t.Helper()
	requests = new(atomic.Int32)
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		n := int(requests.Add(1))
		if r.URL.Path != "/v1/chat/completions" || r.Header.Get("Authorization") != "Bearer "+key {
			t.Errorf("%s %s with %q", r.Method, r.URL, r.Header.Get("Authorization"))
		}
		var asked struct {
			Model          string
			ResponseFormat struct {
				Type       string
				JSONSchema struct {
					Strict bool
					Schema map[string]any
				} `json:"json_schema"`
			} `json:"response_format"`
		}
		if err := json.NewDecoder(r.Body).Decode(&asked); err != nil || asked.Model != "test-model" || asked.ResponseFormat.Type != "json_schema" ||
			!asked.ResponseFormat.JSONSchema.Strict || asked.ResponseFormat.JSONSchema.Schema["type"] != "object" {
			t.Errorf("the request is %+v, %v", asked, err)
		}
		reply := replies[min(n, len(replies))-1]
		switch reply {
		case "429":
			w.Header().Set("Retry-After", "0")
			w.WriteHeader(http.StatusTooManyRequests)
		case "500", "401", "302":
			w.Header().Set("Location", "http://127.0.0.1:1/")
			var code int
			fmt.Sscan(reply, &code)
			w.WriteHeader(code)
			io.WriteString(w, "your key is "+key)
		case "huge":
			io.WriteString(w, `{"choices":[{"message":{"content":"`)
			io.Copy(w, io.LimitReader(endless{}, 1<<20))
		case "slow":
			select {
			case <-r.Context().Done():
			case <-time.After(5 * time.Second):
			}
		default:
			body, err := os.ReadFile(filepath.Join("testdata", reply+".json"))
			if err != nil {
				t.Error(err)
			}
			w.Write(body)
		}
	}))
	t.Cleanup(s.Close)
	return Options{Endpoint: s.URL + "/v1", Model: "test-model", Key: key, Longest: 1 << 16, Timeout: 700 * time.Millisecond, Wait: time.Millisecond}, requests
}

type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'a'
	}
	return len(p), nil
}

func newExtractor(t testing.TB, o Options, both bool) *Extractor {
	t.Helper()
	rules, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	x, err := New(o, rules, both)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// check holds an extraction against its text.
func check(t *testing.T, x kg.Extraction) {
	t.Helper()
	runes := []rune(x.Document.Text)
	stands := func(start, end int, quote string) {
		t.Helper()
		if start < 0 || end > len(runes) || start > end || string(runes[start:end]) != quote {
			t.Errorf("[%d,%d) is not %q", start, end, quote)
		}
	}
	ids := map[kg.ID]bool{}
	for _, thing := range x.Things {
		if ids[thing.ID] || len(thing.Spans) == 0 || len(thing.Names) == 0 || thing.Names[0].Text != thing.Name {
			t.Errorf("thing %+v", thing)
		}
		ids[thing.ID] = true
		for _, s := range thing.Spans {
			stands(s.Start, s.End, s.Text)
		}
	}
	for _, c := range x.Claims {
		if !ids[c.Subject] || !ids[c.Object] || len(c.Evidence) == 0 {
			t.Errorf("claim %+v", c)
		}
		for _, e := range c.Evidence {
			stands(e.Start, e.End, e.Quote)
		}
	}
	for _, n := range x.Near {
		stands(n.Start, n.End, n.Text)
	}
}

func facts(x kg.Extraction) []string {
	names := map[kg.ID]string{}
	for _, t := range x.Things {
		names[t.ID] = t.Name
	}
	var list []string
	for _, c := range x.Claims {
		list = append(list, strings.TrimSuffix(fmt.Sprintf("%s %s → %s %s", c.Type, names[c.Subject], names[c.Object], c.Role), " "))
	}
	slices.Sort(list)
	return list
}

func TestExtract(t *testing.T) {
	good := []string{"CHAIRED สมชาย ใจดี → การประชุมคณะทำงานเมืองตัวอย่าง ครั้งที่ 2/2564 CHAIR", "SIGNED สมหญิง รักเมือง → บันทึกความเข้าใจว่าด้วยข้อมูลเมือง"}
	for _, test := range []struct {
		replies  []string
		facts    []string
		reasons  []string // what the near misses say, in part
		failure  string
		requests int32
	}{
		{replies: []string{"good"}, facts: good, requests: 1},
		{replies: []string{"429", "500", "good"}, facts: good, requests: 3},
		{replies: []string{"slow", "good"}, facts: good, requests: 2},
		{replies: []string{"fenced"}, facts: good[:1], requests: 1},
		{replies: []string{"empty"}, requests: 1},
		{replies: []string{"truncated"}, facts: good[:1], reasons: []string{"ended before its last fact"}, requests: 1},
		{replies: []string{"invented"}, facts: good[1:], requests: 1, reasons: []string{"the quote is not in the text", "does not hold the name", "does not hold the name"}},
		{replies: []string{"enums"}, facts: good[:1], requests: 1,
			reasons: []string{"no relation that was asked for", "no kind of thing", "does not lead from", "no role of it", "no name", "the quote is not in the text", "of a thing with itself"}},
		{replies: []string{"malformed"}, failure: "no list of facts", requests: 1},
		{replies: []string{"silent"}, failure: "has no message", requests: 1},
		{replies: []string{"huge"}, failure: "longer than", requests: 1},
		{replies: []string{"401"}, failure: "401", requests: 1},
		{replies: []string{"302"}, failure: "302", requests: 1},
		{replies: []string{"500"}, failure: "500", requests: 4},
		{replies: []string{"slow"}, failure: "in time", requests: 4},
	} {
		options, requests := server(t, test.replies...)
		x := newExtractor(t, options, false)
		got, err := x.Extract(t.Context(), kg.Document{ID: "document-x", Text: text})
		name := strings.Join(test.replies, ", ")
		if requests.Load() != test.requests {
			t.Errorf("%s: %d requests, not %d", name, requests.Load(), test.requests)
		}
		if err != nil {
			var known *kg.Error
			if !errors.As(err, &known) || known.Code != kg.Unavailable || !strings.Contains(err.Error(), test.failure) || test.failure == "" {
				t.Errorf("%s: %v", name, err)
			}
			if strings.Contains(fmt.Sprintf("%v %+v", err, known), key) {
				t.Errorf("%s: the error shows the key", name)
			}
			continue
		}
		check(t, got)
		if list := facts(got); !slices.Equal(list, test.facts) || test.failure != "" {
			t.Errorf("%s: %q", name, list)
		}
		for i, reason := range test.reasons {
			if len(got.Near) != len(test.reasons) || !strings.Contains(got.Near[i].Reason, reason) {
				t.Errorf("%s: %q is not among the near misses %+v", name, reason, got.Near)
			}
		}
		for _, c := range got.Claims {
			if e := c.Evidence[0]; e.Extractor != "llm:test-model" || e.Confidence >= 0.5 {
				t.Errorf("%s: evidence %+v", name, e)
			}
		}
		if got.Document.Title == "" || got.Document.Language != "th" {
			t.Errorf("%s: the document is %+v", name, got.Document)
		}
	}
}

// TestBoth keeps what the rules read and adds what the model does; what both
// state is one claim with the evidence of each.
func TestBoth(t *testing.T) {
	options, _ := server(t, "good")
	both := newExtractor(t, options, true)
	rules, err := both.rules.Extract(t.Context(), kg.Document{ID: "document-x", Text: text})
	if err != nil {
		t.Fatal(err)
	}
	got, err := both.Extract(t.Context(), kg.Document{ID: "document-x", Text: text})
	if err != nil {
		t.Fatal(err)
	}
	check(t, got)
	for _, fact := range facts(rules) {
		if !slices.Contains(facts(got), fact) {
			t.Errorf("%s is lost", fact)
		}
	}
	chaired := slices.IndexFunc(got.Claims, func(c kg.Claim) bool { return c.Type == kg.Chaired })
	if chaired < 0 || len(got.Claims[chaired].Evidence) != 2 {
		t.Errorf("who presided is stated twice: %q", facts(got))
	}
	if both.Name() != both.rules.Name()+"+llm:test-model/1" {
		t.Errorf("the name is %s", both.Name())
	}
}

func TestCancel(t *testing.T) {
	options, _ := server(t, "500")
	options.Wait = time.Hour
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	_, err := newExtractor(t, options, false).Extract(ctx, kg.Document{ID: "document-x", Text: text})
	var known *kg.Error
	if !errors.As(err, &known) || known.Code != kg.Timeout {
		t.Errorf("%v", err)
	}
}

func TestEndpoints(t *testing.T) {
	for address, good := range map[string]bool{
		"https://models.example.org/v1": true, "http://localhost:8000/v1": true, "http://127.0.0.1:8000/v1/": true, "http://[::1]:1/v1": true,
		"": false, "http://models.example.org/v1": false, "http://localhost.example.org": false, "http://10.0.0.1/v1": false, "models.example.org": false,
		"ftp://localhost/": false, "https://user:pass@models.example.org/": false, "https://models.example.org/?key=1": false, "://": false,
	} {
		_, err := newClient(Options{Endpoint: address, Model: "m"})
		if (err == nil) != good {
			t.Errorf("%q: %v", address, err)
		}
		if err != nil && strings.Contains(err.Error(), "pass") {
			t.Errorf("%q: the error shows what the address holds: %v", address, err)
		}
	}
	if _, err := newClient(Options{Endpoint: "https://models.example.org"}); err == nil {
		t.Error("no model, no error")
	}
}

// TestAskedOfTheSchema: what the model is asked for the schema declares.
func TestAskedOfTheSchema(t *testing.T) {
	relations, err := schema.Relations()
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range asked {
		i := slices.IndexFunc(relations, func(r schema.Relation) bool { return r.Type == string(q.kind) })
		if i < 0 {
			t.Errorf("%s is not declared", q.kind)
			continue
		}
		for _, k := range kg.Kinds {
			if slices.Contains(q.from, k.Class) && !slices.Contains(relations[i].From, k.Type) || slices.Contains(q.to, k.Class) && !slices.Contains(relations[i].To, k.Type) {
				t.Errorf("%s does not lead from or to a %s", q.kind, k.Kind)
			}
		}
	}
}

func TestPieces(t *testing.T) {
	long := strings.Repeat(strings.Repeat("ก", 99)+"\n", 200) + strings.Repeat("ข", 10_000) + " " + strings.Repeat("ค", 3000)
	runes := []rune(long)
	at := 0
	for _, p := range pieces(runes) {
		if p.start != at || len(p.text) > longestPiece || len(p.text) == 0 {
			t.Errorf("a piece of %d at %d, not %d", len(p.text), p.start, at)
		}
		at += len(p.text)
	}
	if at != len(runes) {
		t.Errorf("%d of %d", at, len(runes))
	}
	if list := pieces([]rune(strings.Repeat("ก", 1_000_000))); len(list) != mostPieces {
		t.Errorf("%d pieces", len(list))
	}
}

// FuzzReply: whatever a model says, what is kept of it stands in the text.
func FuzzReply(f *testing.F) {
	paths, err := filepath.Glob(filepath.Join("testdata", "*.json"))
	if err != nil || len(paths) == 0 {
		f.Fatal(err, "no replies")
	}
	for _, path := range paths {
		body, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(body), text)
		if said, err := content(body); err == nil {
			f.Add(said, text)
		}
	}
	f.Add(`{"facts":[{"type":"PART_OF","subject":{"kind":"AGENCY","name":"ก"},"object":{"kind":"MINISTRY","name":"ข"},"role":"","quote":"กข"}]}`, "\xffกข")
	f.Fuzz(func(t *testing.T, reply, text string) {
		text = strings.ToValidUTF8(text, "\ufffd")
		said, err := content([]byte(reply))
		if err != nil {
			said = reply
		}
		facts, _, err := parse(said)
		if err != nil {
			return
		}
		x := kg.Extraction{Document: kg.Document{ID: "document-x", Text: text}}
		k := newKeeper(&x, "llm:fuzz")
		for _, piece := range pieces([]rune(text)) {
			for _, fact := range facts {
				k.keep(fact, piece)
			}
		}
		check(t, x)
	})
}
