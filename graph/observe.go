package graph

import (
	"context"
	"log/slog"
	"net/http"
	"reflect"
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"mueang/graph/kg"
)

// metrics are what Prometheus is told. The labels have few values, none of
// which a client can make up.
type metrics struct {
	requests       *prometheus.CounterVec   // by type of operation, status and code of the first error
	seconds        *prometheus.HistogramVec // of requests, by type of operation
	cost           prometheus.Histogram     // of operations that run
	kept, computed prometheus.Counter       // answers of root fields
	store          *prometheus.HistogramVec // seconds of plans, by where they start and the code of the error
}

// newMetrics registers the metrics.
// Errors: [kg.Internal] for a registry that has them already.
func newMetrics(into prometheus.Registerer) (*metrics, error) {
	buckets := []float64{.0005, .001, .002, .005, .01, .02, .05, .1, .2, .5, 1, 2, 5, 10}
	m := &metrics{
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{Name: "mueang_requests_total", Help: "Requests to /graphql by type of operation, HTTP status and code of the first error."}, []string{"type", "status", "code"}),
		seconds:  prometheus.NewHistogramVec(prometheus.HistogramOpts{Name: "mueang_request_seconds", Help: "Time from the header of a request to the end of its answer.", Buckets: buckets}, []string{"type"}),
		cost:     prometheus.NewHistogram(prometheus.HistogramOpts{Name: "mueang_operation_cost", Help: "Nodes that an operation may touch, as its plan tells.", Buckets: prometheus.ExponentialBuckets(1, 10, 7)}),
		store:    prometheus.NewHistogramVec(prometheus.HistogramOpts{Name: "mueang_store_seconds", Help: "Time of a plan in the store by where it starts and the code of the error.", Buckets: buckets}, []string{"root", "code"}),
	}
	answers := prometheus.NewCounterVec(prometheus.CounterOpts{Name: "mueang_answers_total", Help: "Answers of root fields by where they are from: kept, or computed by the store."}, []string{"from"})
	m.kept, m.computed = answers.WithLabelValues("kept"), answers.WithLabelValues("store")
	for _, collector := range []prometheus.Collector{m.requests, m.seconds, m.cost, answers, m.store} {
		if err := into.Register(collector); err != nil {
			return nil, kg.Wrap(kg.Internal, "graph.newMetrics", err)
		}
	}
	return m, nil
}

// gauge registers what is read when it is asked for.
func gauge(into prometheus.Registerer, name, help string, read func() int) error {
	made := prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: name, Help: help}, func() float64 { return float64(read()) })
	return kg.Wrap(kg.Internal, "graph.gauge", into.Register(made))
}

// recorder is where an answer is written to, and keeps what the log and the
// metrics tell of it.
type recorder struct {
	http.ResponseWriter
	status, bytes int
	code          kg.Code // of the first error
}

// WriteHeader implements [http.ResponseWriter].
func (r *recorder) WriteHeader(status int) {
	r.status = status
	r.ResponseWriter.WriteHeader(status)
}

// Write implements [http.ResponseWriter].
func (r *recorder) Write(p []byte) (int, error) {
	n, err := r.ResponseWriter.Write(p)
	r.bytes += n
	return n, err
}

// Unwrap gives [http.ResponseController] what can be flushed and taken over.
func (r *recorder) Unwrap() http.ResponseWriter { return r.ResponseWriter }

// observed counts requests, and logs each where the configuration says so: who
// asked for how much and what came of it, never for what, and no token.
func observed(cfg Config, m *metrics, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		start := time.Now()
		rec := &recorder{ResponseWriter: w, status: http.StatusOK}
		next.ServeHTTP(rec, r)
		took := time.Since(start)
		e := exchangeOf(r.Context())
		typ := e.operation
		if typ == "" {
			typ = "none"
		}
		m.requests.WithLabelValues(typ, strconv.Itoa(rec.status), string(rec.code)).Inc()
		m.seconds.WithLabelValues(typ).Observe(took.Seconds())
		if cfg.LogRequests {
			cfg.Log.LogAttrs(r.Context(), slog.LevelInfo, "request", slog.String("id", e.id), slog.String("client", e.client), slog.String("method", r.Method),
				slog.String("type", typ), slog.String("operation", e.name), slog.Int("cost", e.cost), slog.Int("status", rec.status),
				slog.String("code", string(rec.code)), slog.Int("bytes", rec.bytes), slog.Duration("took", took))
		}
	})
}

// measured is a store whose plans are timed.
type measured struct {
	kg.Store
	seconds *prometheus.HistogramVec
}

// Run implements [kg.Store].
func (m measured) Run(ctx context.Context, plan *kg.Plan) (*kg.Result, error) {
	start := time.Now()
	result, err := m.Store.Run(ctx, plan)
	m.seconds.WithLabelValues(rootOf(plan), string(kg.CodeOf(err))).Observe(time.Since(start).Seconds())
	return result, err
}

// rootOf names where a plan starts.
func rootOf(plan *kg.Plan) string {
	if plan.Root == nil {
		return "none"
	}
	return reflect.TypeOf(plan.Root).Name()
}
