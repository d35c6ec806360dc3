package main

import (
	"context"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/http/pprof"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"mueang/graph/kg"
)

// logger writes the log in a format.
func (m *Main) logger(format string) (*slog.Logger, error) {
	switch format {
	case "text":
		return slog.New(slog.NewTextHandler(m.Stderr, nil)), nil
	case "json":
		return slog.New(slog.NewJSONHandler(m.Stderr, nil)), nil
	}
	return nil, usageError{fmt.Sprintf("--log-format %q is neither text nor json", format)}
}

// newRegistry has what Go and the process tell of themselves, and the version.
func newRegistry() *prometheus.Registry {
	registry := prometheus.NewRegistry()
	built := prometheus.NewGauge(prometheus.GaugeOpts{Name: "mueang_build_info", Help: "1, with the version.", ConstLabels: prometheus.Labels{"version": version()}})
	built.Set(1)
	registry.MustRegister(collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}), built)
	return registry
}

// aside serves the metrics and Go's profiles at addresses of their own, each
// where it has one, until it is stopped.
func (m *Main) aside(ctx context.Context, metrics, profiles string, registry *prometheus.Registry, log *slog.Logger) (stop func(), err error) {
	var servers []*http.Server
	stop = func() {
		for _, server := range servers {
			_ = server.Close() // nothing there needs to be finished
		}
	}
	start := func(flag, address string, local bool, handler http.Handler) error {
		if address == "" {
			return nil
		}
		listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", address)
		if err != nil {
			return kg.Errorf(kg.BadInput, "", "cannot listen on %s: %v; choose another address with --%s", address, cause(err), flag)
		}
		if local && !isLoopback(listener.Addr()) {
			_ = listener.Close() // nothing was sent
			return usageError{fmt.Sprintf("--%s %s is open to the network: profiles show what is in memory, so give a loopback address", flag, address)}
		}
		server := &http.Server{Handler: handler, ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 15 * time.Second, IdleTimeout: time.Minute, MaxHeaderBytes: 32 << 10,
			ErrorLog: slog.NewLogLogger(log.Handler(), slog.LevelWarn)}
		servers = append(servers, server)
		go func() { _ = server.Serve(listener) }() // ends with Close
		log.LogAttrs(ctx, slog.LevelInfo, "listening", slog.String("for", flag), slog.String("address", listener.Addr().String()))
		return nil
	}
	page := http.NewServeMux()
	page.Handle("GET /metrics", promhttp.HandlerFor(registry, promhttp.HandlerOpts{}))
	if err := start("metrics-listen", metrics, false, page); err != nil {
		return nil, err
	}
	debug := http.NewServeMux()
	debug.HandleFunc("GET /debug/pprof/", pprof.Index)
	debug.HandleFunc("GET /debug/pprof/profile", pprof.Profile)
	debug.HandleFunc("GET /debug/pprof/symbol", pprof.Symbol)
	debug.HandleFunc("GET /debug/pprof/trace", pprof.Trace)
	if err := start("pprof-listen", profiles, true, debug); err != nil {
		stop()
		return nil, err
	}
	return stop, nil
}
