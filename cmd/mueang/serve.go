package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os"
	"sync"
	"time"

	"github.com/urfave/cli/v3"

	"mueang/graph"
	"mueang/graph/kg"
	"mueang/loaders"
	"mueang/loaders/curate"
	"mueang/schema"
	"mueang/web"
)

func (m *Main) serveCommand() *cli.Command {
	return &cli.Command{
		Name:  "serve",
		Usage: "serve the graph: the Explorer at /, GraphQL at /graphql, GraphiQL at /graphiql",
		Flags: append([]cli.Flag{
			flagString("listen", "localhost:8080", "address to listen on; anything but loopback is open to the network"),
			flagInt("max-cost", graph.DefaultMaxCost, "refuse a query that may touch more nodes than this"),
			flagInt("answer-cache", graph.DefaultAnswerCache>>20, "keep up to so many MiB of answers until the graph changes; 0 for none"),
			&cli.DurationFlag{Name: "timeout", Value: 10 * time.Second, Usage: "cancel a query that runs longer", Sources: env("timeout")},
			&cli.StringSliceFlag{Name: "cors-origin", Usage: "allow browsers on this origin to ask (repeatable); none unless given", Sources: env("cors-origin")},
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
	log := slog.New(slog.NewTextHandler(m.Stderr, nil))
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
	config := graph.Config{MaxCost: c.Int("max-cost"), AnswerCache: cacheBytes(c.Int("answer-cache")), Timeout: c.Duration("timeout"),
		CORSOrigins: c.StringSlice("cors-origin"), Introspection: true, Trusted: documents, Log: log,
		Curation: &curate.Curator{Store: store, Relations: relations, Now: m.Now}, Ingestion: ingestion, Tokens: tokens, Now: m.Now}
	if documents == nil {
		config.GraphiQL, config.Pages = true, web.Handler()
	}
	handler, err := graph.NewHandler(store, config)
	if err != nil {
		return err
	}
	listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", c.String("listen"))
	if err != nil {
		return kg.Errorf(kg.BadInput, "", "cannot listen on %s: %v; choose another address with --listen", c.String("listen"), cause(err))
	}
	server := &http.Server{Handler: handler, ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 30 * time.Second,
		WriteTimeout: c.Duration("timeout") + 30*time.Second, IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 32 << 10,
		ErrorLog: slog.NewLogLogger(log.Handler(), slog.LevelWarn)}
	done := make(chan error, 1)
	go func() { done <- server.Serve(listener) }()
	fmt.Fprintf(m.Stdout, "serving %s on http://%s/graphql (Explorer: http://%[2]s/, GraphiQL: http://%[2]s/graphiql)\n", c.String("store"), listener.Addr())
	if m.Serving != nil {
		m.Serving(listener.Addr().String())
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

// cause gives a network error without the address that the message already names.
func cause(err error) error {
	var op *net.OpError
	if errors.As(err, &op) {
		return op.Err
	}
	return err
}
