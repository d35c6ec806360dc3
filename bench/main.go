// Command bench asks the same questions of the same synthetic graph in four
// ways, side by side in one run: Mueang on Neo4j, @neo4j/graphql on the same
// Neo4j, Cypher written by hand through the Go driver (the floor), and Mueang
// embedded. It writes a report in Markdown to standard output.
//
//	go run ./bench [-documents N] [-seconds S] [-only embedded]
//
// It needs Go, Node.js with npm, and what make neo4j needs.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"time"

	"mueang/loaders/synth"
)

// seed is that of the synthetic graph.
const seed = 1

// options are what a run is asked for.
type options struct {
	documents int
	seconds   int
	embedded  bool // nothing that needs Neo4j
	keep      string
	question  string
}

func main() {
	var o options
	flag.IntVar(&o.documents, "documents", 25_000, "documents of the synthetic graph: three entities come of each")
	flag.IntVar(&o.seconds, "seconds", 3, "how long each system is asked each question by one client, and then by eight")
	flag.BoolVar(&o.embedded, "embedded", false, "measure Mueang embedded alone")
	flag.StringVar(&o.keep, "keep", "", "folder for the stores, used again by the next run; a temporary one otherwise")
	flag.StringVar(&o.question, "question", "", "ask this one alone")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, o); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, o options) error {
	dir := o.keep
	if dir == "" {
		temporary, err := os.MkdirTemp("", "mueang-bench-")
		if err != nil {
			return err
		}
		defer os.RemoveAll(temporary)
		dir = temporary
	}
	systems, err := start(ctx, o, dir)
	defer func() {
		for _, s := range systems {
			s.stop()
		}
	}()
	if err != nil {
		return err
	}
	samples, err := draw(ctx, systems[0], synth.Size{Documents: o.documents, Seed: seed})
	if err != nil {
		return err
	}
	report := newReport(o, systems)
	for _, q := range questions {
		if o.question != "" && q.name != o.question {
			continue
		}
		measured, err := compare(ctx, systems, q, samples, time.Duration(o.seconds)*time.Second)
		if err != nil {
			return err
		}
		for _, s := range systems {
			if m, ok := measured[s]; ok {
				report.add(q, s, m)
			}
		}
	}
	return report.write(os.Stdout)
}
