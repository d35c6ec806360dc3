package graph

import (
	"cmp"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"math"
	"net/http"
	"net/netip"
	"strconv"
	"time"

	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/99designs/gqlgen/graphql/handler/extension"
	"github.com/klauspost/compress/gzhttp"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promhttp"
	"github.com/vektah/gqlparser/v2/ast"

	"mueang/graph/graphiql"
	"mueang/graph/kg"
)

// Config sets up the server. Zero values mean the defaults that the comments
// give.
type Config struct {
	MaxCost        int                  // nodes that one operation may touch, see cost.go; DefaultMaxCost
	Timeout        time.Duration        // of one request; 15 s
	MaxBody        int64                // bytes of a request; 1 MiB
	MaxConcurrent  int                  // operations that run at a time, others wait a little; DefaultConcurrent
	MaxTokens      int                  // of a query; 5,000, since the validator takes their square
	QueryCache     int                  // parsed queries that are kept; 1,000
	AnswerCache    int                  // bytes of compiled operations and their answers that are kept until the graph changes; 64 MiB, none for less than 0
	Introspection  bool                 // answer __schema and __type, which GraphiQL needs
	GraphiQL       bool                 // serve GraphiQL
	Federation     bool                 // be a subgraph of Apollo Federation 2, with _service and _entities
	Trusted        map[string]string    // documents by their hashes: only these are run; all
	Pages          http.Handler         // serves what nothing else does: the Explorer; none
	Reconcile      http.Handler         // serves /reconcile and all below it; none
	CORSOrigins    []string             // other sites whose pages may ask, "*" for all; none
	RateLimit      int                  // cost that one client may spend in a minute; no limit
	TrustedProxies []netip.Prefix       // whose X-Forwarded-For tells who asks; none
	Log            *slog.Logger         // takes what is not the caller's fault; discards
	LogRequests    bool                 // log each request, without what it asks for
	Metrics        *prometheus.Registry // takes the metrics; none
	MetricsPage    bool                 // serve them at /metrics
	Random         io.Reader            // for the ids of requests; crypto/rand

	Curation  Curation         // carries out mutations; without it and Tokens there are none
	Ingestion Ingestion        // loads documents; without it ingestDocument is refused
	Tokens    kg.Tokens        // says who may
	Now       func() time.Time // for tokens that expire; time.Now

	Subscribers int             // at a time; 1,000
	Follow      time.Duration   // between two looks for what subscribers wait for; 200 ms
	Ended       <-chan struct{} // closed when the server is to end: subscriptions are broken off, so that their clients turn to another; never
}

// DefaultMaxCost is the cost up to which operations are served unless the
// configuration says otherwise.
const DefaultMaxCost = 100_000

// DefaultAnswerCache is how many bytes of answers are kept unless the
// configuration says otherwise.
const DefaultAnswerCache = 64 << 20

// DefaultConcurrent is how many operations run at a time unless the
// configuration says otherwise.
const DefaultConcurrent = 256

// maxCachedQuery is the longest query that is kept parsed, in bytes.
const maxCachedQuery = 16 << 10

// readyTimeout is how long the store may take to show that it is there.
const readyTimeout = 2 * time.Second

// NewHandler serves a store: GraphQL at /graphql, GraphiQL at /graphiql,
// /healthz (the process lives) and /readyz (the store answers).
// Errors: [kg.Internal] for a schema that the compiler can not serve.
func NewHandler(store kg.Store, cfg Config) (http.Handler, error) {
	cfg.MaxCost = cmp.Or(cfg.MaxCost, DefaultMaxCost)
	cfg.Timeout = cmp.Or(cfg.Timeout, 15*time.Second)
	cfg.MaxBody = cmp.Or(cfg.MaxBody, 1<<20)
	cfg.MaxTokens = cmp.Or(cfg.MaxTokens, 5_000)
	cfg.MaxConcurrent = cmp.Or(cfg.MaxConcurrent, DefaultConcurrent)
	cfg.QueryCache = cmp.Or(cfg.QueryCache, 1000)
	cfg.AnswerCache = max(cmp.Or(cfg.AnswerCache, DefaultAnswerCache), 0)
	if cfg.Log == nil {
		cfg.Log = slog.New(slog.DiscardHandler)
	}
	if cfg.Random == nil {
		cfg.Random = rand.Reader
	}
	if cfg.Now == nil {
		cfg.Now = time.Now
	}
	cfg.Subscribers = cmp.Or(cfg.Subscribers, 1000)
	cfg.Follow = cmp.Or(cfg.Follow, 200*time.Millisecond)

	if cfg.Metrics == nil {
		cfg.Metrics = prometheus.NewRegistry()
	}
	metrics, err := newMetrics(cfg.Metrics)
	if err != nil {
		return nil, err
	}
	store = measured{store, metrics.store}
	rates, err := newRates(cfg)
	if err != nil {
		return nil, err
	}
	server, err := newServer(store, cfg, rates, metrics)
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	mux.Handle("/graphql", observed(cfg, metrics, cross(cfg, bounded(cfg, rates, server))))
	if cfg.MetricsPage {
		mux.Handle("GET /metrics", promhttp.HandlerFor(cfg.Metrics, promhttp.HandlerOpts{}))
	}
	if cfg.GraphiQL {
		mux.Handle("/graphiql", graphiql.Handler())
		mux.Handle("/graphiql/", graphiql.Handler())
	}
	if cfg.Reconcile != nil {
		service := cross(cfg, bounded(cfg, rates, cfg.Reconcile))
		mux.Handle("/reconcile", service)
		mux.Handle("/reconcile/", service)
		mux.Handle("/reconcile/preview", bounded(cfg, rates, cfg.Reconcile)) // stands in frames of other sites
	}
	if cfg.Pages != nil {
		mux.Handle("/", cfg.Pages)
	}
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { plainText(w, http.StatusOK, "ok") })
	mux.HandleFunc("GET /readyz", func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), readyTimeout)
		defer cancel()
		if _, err := store.Run(ctx, readyPlan); err != nil { // unlike Read it waits for no writer
			cfg.Log.LogAttrs(ctx, slog.LevelWarn, "not ready", slog.Any("error", err))
			plainText(w, http.StatusServiceUnavailable, notReady(w.Header(), err))
			return
		}
		plainText(w, http.StatusOK, "ready")
	})
	compressed, err := gzhttp.NewWrapper()
	if err != nil {
		return nil, kg.Wrap(kg.Internal, "graph.NewHandler", err)
	}
	return secured(exchanged(cfg.Random, compressed(mux))), nil
}

// readyPlan asks a store for as little as there is.
var readyPlan = &kg.Plan{Root: kg.ByID{IDs: []kg.ID{"none"}}, Shape: &kg.Shape{}}

// notReady says why the store does not answer, and in the header when to ask again.
func notReady(header http.Header, err error) string {
	if after := kg.RetryAfter(err); after > 0 {
		header.Set("Retry-After", strconv.Itoa(int(math.Ceil(after.Seconds()))))
	}
	var known *kg.Error
	switch code := kg.CodeOf(err); {
	case code == kg.Timeout:
		return fmt.Sprintf("the store does not answer within %s", readyTimeout)
	case code == kg.Unavailable && errors.As(err, &known) && known.Msg != "":
		return known.Msg
	}
	return "the store does not answer; the log says why"
}

// newServer puts the generated schema and the executor together.
func newServer(store kg.Store, cfg Config, rates *rates, metrics *metrics) (*handler.Server, error) {
	schema, sdl := executable(cfg.Federation), ""
	if cfg.Federation {
		sdl = subgraphSDL(schema.Schema())
	}
	cat, err := newCatalog(schema.Schema())
	if err != nil {
		return nil, err
	}
	errors := &presenter{log: cfg.Log}
	documents, err := newDocuments(schema.Schema(), cfg)
	if err != nil {
		return nil, err
	}
	server := handler.New(schema)
	parsed, err := newParsed(schema.Schema(), cfg)
	if err != nil {
		return nil, err
	}
	slots := make(chan struct{}, cfg.MaxConcurrent)
	server.AddTransport(transport{maxBody: cfg.MaxBody, documents: documents, parsed: parsed, slots: slots, timeout: cfg.Timeout, ended: cfg.Ended, rates: rates})
	server.SetQueryCache(handed{})
	server.SetParserTokenLimit(cfg.MaxTokens)
	server.SetErrorPresenter(errors.present)
	server.SetRecoverFunc(func(_ context.Context, r any) error { return panicked(r) })
	if cfg.Introspection {
		server.Use(extension.Introspection{})
	}
	x := &executor{store: store, curation: cfg.Curation, ingestion: cfg.Ingestion, tokens: cfg.Tokens, now: cfg.Now, rates: rates, metrics: metrics, introspection: cfg.Introspection, answers: newAnswers(cfg.AnswerCache),
		live: &live{store: store, log: cfg.Log, every: cfg.Follow, timeout: cfg.Timeout, most: cfg.Subscribers},
		cat:  cat, limit: cfg.MaxCost, present: errors.present, sdl: sdl}
	server.Use(x)
	for _, g := range []struct {
		name, help string
		read       func() int
	}{
		{"mueang_operations_running", "Operations that run now.", func() int { return len(slots) }},
		{"mueang_subscribers", "Subscribers to changes now.", x.live.count},
		{"mueang_answers_kept_bytes", "What compiled operations and kept answers take, about.", x.answers.bytes},
	} {
		if err := gauge(cfg.Metrics, g.name, g.help, g.read); err != nil {
			return nil, err
		}
	}
	return server, nil
}

// handed gives gqlgen the document that has been read already.
type handed struct{}

func (handed) Get(ctx context.Context, _ string) (*ast.QueryDocument, bool) {
	doc := exchangeOf(ctx).doc
	return doc, doc != nil
}

func (handed) Add(context.Context, string, *ast.QueryDocument) {}

// bounded refuses requests of clients that have asked for too much, and gives
// each its time; in a stream each operation has its own.
func bounded(cfg Config, rates *rates, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		e := exchangeOf(r.Context())
		e.client = rates.client(r)
		if err := rates.spend(e.client, 1); err != nil {
			rates.tell(w.Header(), e.client)
			w.Header().Set("Retry-After", strconv.Itoa(int(math.Ceil(err.RetryAfter.Seconds()))))
			refuse(w, http.StatusTooManyRequests, err)
			return
		}
		if isUpgrade(r) {
			next.ServeHTTP(w, r)
			return
		}
		ctx, cancel := context.WithTimeout(context.WithValue(r.Context(), lastingKey{}, r.Context()), cfg.Timeout)
		defer cancel()
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}

func plainText(w http.ResponseWriter, status int, text string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.WriteHeader(status)
	// A client that is gone needs no answer.
	_, _ = io.WriteString(w, text+"\n")
}
