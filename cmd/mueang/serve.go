package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"os"
	"sync"
	"time"

	"github.com/urfave/cli/v3"
	"golang.org/x/net/netutil"

	"mueang/graph"
	"mueang/graph/kg"
	"mueang/graph/reconcile"
	"mueang/loaders"
	"mueang/loaders/curate"
	"mueang/loaders/resolve"
	"mueang/schema"
	"mueang/web"
)

func (m *Main) serveCommand() *cli.Command {
	return &cli.Command{
		Name:  "serve",
		Usage: "serve the graph: the Explorer at /, GraphQL at /graphql, GraphiQL at /graphiql, reconciliation at /reconcile",
		Flags: append([]cli.Flag{
			flagString("listen", "localhost:8080", "address to listen on; anything but loopback is open to the network"),
			flagInt("max-cost", graph.DefaultMaxCost, "refuse a query that may touch more nodes than this"),
			flagInt("answer-cache", graph.DefaultAnswerCache>>20, "keep up to so many MiB of answers until the graph changes; 0 for none"),
			&cli.DurationFlag{Name: "timeout", Value: 10 * time.Second, Usage: "cancel a query that runs longer", Sources: env("timeout")},
			&cli.StringSliceFlag{Name: "allow-origin", Aliases: []string{"cors-origin"}, Usage: "let pages of this site ask, as https://example.org, or * for all (repeatable); none unless given",
				Sources: cli.EnvVars("MUEANG_ALLOW_ORIGIN", "MUEANG_CORS_ORIGIN")},
			flagInt("max-concurrent", graph.DefaultConcurrent, "run so many operations at a time; others wait up to two seconds, then they are refused"),
			flagInt("rate-limit", 0, "let a client spend so much cost a minute, 0 for no limit; unless given 0 where --listen is loopback, else 600000"),
			&cli.StringSliceFlag{Name: "trusted-proxy", Usage: "believe the X-Forwarded-For of this address or network, as 10.0.0.0/8 (repeatable); none unless given", Sources: env("trusted-proxy")},
			flagInt("max-connections", 2048, "hold so many connections at a time; others wait"),
			flagBool("introspection", "tell the schema to those who ask; on unless given where --listen is loopback, else off"),
			flagBool("graphiql", "serve GraphiQL; on unless given where --listen is loopback, else off"),
			flagString("metrics-listen", "", "address for /metrics alone, for Prometheus; where --listen is loopback /metrics is there too"),
			flagString("pprof-listen", "", "loopback address for Go's profiles, at /debug/pprof/; none unless given"),
			flagBool("log-requests", "log each request, without what it asks for; off unless given where --listen is loopback, else on"),
			&cli.StringFlag{Name: "log-format", Value: "text", Usage: "text or json", Sources: env("log-format")},
			flagString("tls-cert", "", "PEM file with the certificate and its chain, for https; read again when it changes"),
			flagString("tls-key", "", "PEM file with the key of --tls-cert"),
			flagBool("federation", "be a subgraph of Apollo Federation 2: answer _service and _entities"),
			flagString("trusted-documents", "", "run only the documents of this file, a JSON object of hash and document as graphql-codegen and the Relay compiler write it; the Explorer and GraphiQL, which send others, are not served then"),
		}, extractorFlags()...),
		Action: func(ctx context.Context, c *cli.Command) error {
			return withStore(ctx, c, func(store kg.Store) error { return m.serve(ctx, c, store) })
		},
	}
}

// cacheBytes gives MiB as the configuration has them, where 0 is the default.
func cacheBytes(mib int) int {
	if mib <= 0 {
		return -1
	}
	return mib << 20
}

// ingesting makes its loader when it is first needed: the vocabularies of the
// rules take time and memory, which most servers can spare.
type ingesting func() (*loaders.Loader, error)

func (f ingesting) Ingest(ctx context.Context, release kg.Release) (kg.Ingested, error) {
	loader, err := f()
	if err != nil {
		return kg.Ingested{}, err
	}
	return loader.Ingest(ctx, release)
}

// ingestion loads documents with the extractor that the flags name; what is
// wrong with the flags is told at once.
func (m *Main) ingestion(c *cli.Command, store kg.Store) (graph.Ingestion, error) {
	made := sync.OnceValues(func() (*loaders.Loader, error) {
		reader, err := extractor(c)
		return &loaders.Loader{Store: store, Extractor: reader, Now: m.Now}, err
	})
	if c.String("extractor") != "rules" {
		if _, err := made(); err != nil {
			return nil, err
		}
	}
	return ingesting(made), nil
}

// trusted reads the documents that alone may be run; nil for no file.
func trusted(path string) (map[string]string, error) {
	if path == "" {
		return nil, nil
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, kg.Errorf(kg.BadInput, "", "cannot read the trusted documents: %v", err)
	}
	documents := map[string]string{}
	if err := json.Unmarshal(text, &documents); err != nil || len(documents) == 0 {
		return nil, kg.Errorf(kg.BadInput, "", `%s is not a JSON object of hashes and documents, such as {"5e4d…": "query People { … }"}`, path)
	}
	return documents, nil
}

func (m *Main) serve(ctx context.Context, c *cli.Command, store kg.Store) error {
	log, err := m.logger(c.String("log-format"))
	if err != nil {
		return err
	}
	relations, err := schema.Ends()
	if err != nil {
		return err
	}
	tokens, err := tokensOf(store)
	if err != nil {
		return err
	}
	ingestion, err := m.ingestion(c, store)
	if err != nil {
		return err
	}
	documents, err := trusted(c.String("trusted-documents"))
	if err != nil {
		return err
	}
	secure, err := tlsConfig(c.String("tls-cert"), c.String("tls-key"))
	if err != nil {
		return err
	}
	for _, flag := range []string{"max-concurrent", "max-connections"} {
		if c.Int(flag) < 1 {
			return usageError{"--" + flag + " is a number from 1 on"}
		}
	}
	listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", c.String("listen"))
	if err != nil {
		return kg.Errorf(kg.BadInput, "", "cannot listen on %s: %v; choose another address with --listen", c.String("listen"), cause(err))
	}
	defer listener.Close()
	address := listener.Addr()
	local := isLoopback(address)
	config := graph.Config{MaxCost: c.Int("max-cost"), AnswerCache: cacheBytes(c.Int("answer-cache")), Timeout: c.Duration("timeout"), MaxConcurrent: c.Int("max-concurrent"),
		CORSOrigins: c.StringSlice("allow-origin"), Introspection: given(c, "introspection", local), Trusted: documents, Federation: c.Bool("federation"), Log: log,
		Curation: &curate.Curator{Store: store, Relations: relations, Now: m.Now}, Ingestion: ingestion, Tokens: tokens, Now: m.Now, Ended: ctx.Done()}
	config.LogRequests = given(c, "log-requests", !local)
	config.Metrics, config.MetricsPage = newRegistry(), local
	switch {
	case c.IsSet("rate-limit"):
		config.RateLimit = c.Int("rate-limit")
	case !local:
		config.RateLimit = openRateLimit
	}
	if config.TrustedProxies, err = networks(c.StringSlice("trusted-proxy")); err != nil {
		return err
	}
	if documents == nil {
		config.GraphiQL, config.Pages = given(c, "graphiql", local), web.Handler()
	}
	config.Reconcile = reconcile.NewHandler(store, reconcile.Config{Namesakes: resolve.Finder{Store: store}, Pages: documents == nil, Log: log})
	handler, err := graph.NewHandler(store, config)
	if err != nil {
		return err
	}
	stop, err := m.aside(ctx, c.String("metrics-listen"), c.String("pprof-listen"), config.Metrics, log)
	if err != nil {
		return err
	}
	defer stop()
	// Who sends slowly is cut off, and so is who reads slowly.
	server := &http.Server{Handler: handler, ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 15 * time.Second,
		WriteTimeout: c.Duration("timeout") + 30*time.Second, IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 32 << 10,
		TLSConfig: secure, ErrorLog: slog.NewLogLogger(log.Handler(), slog.LevelWarn)}
	limited := netutil.LimitListener(listener, c.Int("max-connections"))
	done := make(chan error, 1)
	scheme := "http"
	if secure != nil {
		scheme = "https"
		go func() { done <- server.ServeTLS(limited, "", "") }()
	} else {
		go func() { done <- server.Serve(limited) }()
	}
	fmt.Fprintf(m.Stdout, "serving %s on %s://%s/graphql", c.String("store"), scheme, address)
	if config.Pages != nil {
		fmt.Fprintf(m.Stdout, " (Explorer: %s://%s/)", scheme, address)
	}
	if config.GraphiQL {
		fmt.Fprintf(m.Stdout, " (GraphiQL: %s://%s/graphiql)", scheme, address)
	}
	fmt.Fprintln(m.Stdout)
	if m.Serving != nil {
		m.Serving(address.String())
	}
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
	}
	// What runs may finish; the deadline is that of a query and some.
	finish, cancel := context.WithTimeout(context.WithoutCancel(ctx), c.Duration("timeout")+5*time.Second)
	defer cancel()
	if err := server.Shutdown(finish); err != nil && !errors.Is(err, http.ErrServerClosed) {
		return kg.Errorf(kg.Timeout, "", "stopped with requests unfinished: %v", err)
	}
	return nil
}

// openRateLimit is the rate limit of a server that is open to the network: six
// of the costliest queries a minute, or some hundred pages of the Explorer.
const openRateLimit = 600_000

// networks reads addresses and networks.
func networks(texts []string) ([]netip.Prefix, error) {
	var read []netip.Prefix
	for _, text := range texts {
		network, err := netip.ParsePrefix(text)
		if address, single := netip.ParseAddr(text); single == nil {
			network, err = address.Prefix(address.BitLen())
		}
		if err != nil {
			return nil, usageError{fmt.Sprintf("--trusted-proxy %q is neither an address nor a network such as 10.0.0.0/8", text)}
		}
		read = append(read, network.Masked())
	}
	return read, nil
}

// isLoopback tells whether only this machine can reach an address.
func isLoopback(address net.Addr) bool {
	tcp, ok := address.(*net.TCPAddr)
	return ok && tcp.IP.IsLoopback()
}

// given gives a flag that has another default than false.
func given(c *cli.Command, flag string, otherwise bool) bool {
	if c.IsSet(flag) {
		return c.Bool(flag)
	}
	return otherwise
}

// cause gives a network error without the address that the message already names.
func cause(err error) error {
	var op *net.OpError
	if errors.As(err, &op) {
		return op.Err
	}
	return err
}
