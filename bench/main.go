// Command bench asks the same questions of the same synthetic graph in four
// ways, side by side in one run: Mueang on Neo4j, @neo4j/graphql on the same
// Neo4j, Cypher written by hand through the Go driver (the floor), and Mueang
// embedded. It writes a report in Markdown to standard output.
//
//	go run ./bench [-documents N,...] [-seconds S] [-embedded] [-results FILE]
//
// With several sizes it shows too how each question's latency grows.
//
// It needs Go, Node.js with npm, and what make neo4j needs.
package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"strconv"
	"strings"
	"time"

	"mueang/loaders/synth"
)

// seed is that of the synthetic graph.
const seed = 1

// options are what a run is asked for.
type options struct {
	documents int // of the size at hand
	sizes     sizes
	seconds   int
	embedded  bool // nothing that needs Neo4j
	keep      string
	question  string
	results   string
}

// String gives the flags that ask for the same again. Where the stores are kept
// is left out: it changes no figure.
func (o options) String() string {
	words := []string{"-documents", o.sizes.String(), "-seconds", strconv.Itoa(o.seconds)}
	if o.embedded {
		words = append(words, "-embedded")
	}
	if o.question != "" {
		words = append(words, "-question", strconv.Quote(o.question))
	}
	return strings.Join(append(words, "-results", o.results), " ")
}

// sizes are numbers of documents.
type sizes []int

func (s *sizes) String() string {
	return strings.ReplaceAll(strings.Trim(fmt.Sprint(*s), "[]"), " ", ",")
}

// Set reads numbers with commas between.
func (s *sizes) Set(text string) error {
	*s = nil
	for one := range strings.SplitSeq(text, ",") {
		n, err := strconv.Atoi(one)
		if err != nil || n < 1 {
			return fmt.Errorf("%q is no number of documents", one)
		}
		*s = append(*s, n)
	}
	return nil
}

func main() {
	var o options
	o.sizes = sizes{25_000}
	flag.Var(&o.sizes, "documents", "documents of the synthetic graph, or several numbers with commas between: three entities come of each")
	flag.IntVar(&o.seconds, "seconds", 3, "how long each system is asked each question by one client, and then by eight")
	flag.BoolVar(&o.embedded, "embedded", false, "measure Mueang embedded alone")
	flag.StringVar(&o.keep, "keep", "", "folder for the stores, used again by the next run; a temporary one otherwise")
	flag.StringVar(&o.question, "question", "", "ask this one alone")
	flag.StringVar(&o.results, "results", "", "file that the report is written to, standard output otherwise")
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
	report := newReport(o)
	for _, o.documents = range o.sizes {
		if err := measureAt(ctx, o, dir, report); err != nil {
			return err
		}
	}
	if o.results == "" {
		return report.write(os.Stdout)
	}
	var b bytes.Buffer
	if err := report.write(&b); err != nil {
		return err
	}
	return os.WriteFile(o.results, b.Bytes(), 0o644)
}

// measureAt asks the questions of a graph of one size.
func measureAt(ctx context.Context, o options, dir string, report *report) error {
	systems, err := start(ctx, o, dir)
	defer func() {
		for _, s := range systems {
			s.stop()
		}
	}()
	if err != nil {
		return err
	}
	samples, err := draw(systems[0], synth.Size{Documents: o.documents, Seed: seed})
	if err != nil {
		return err
	}
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
				report.add(row{o.documents, q, s, m})
			}
		}
	}
	for _, s := range systems {
		s.memory = memoryOf(s.pid)
	}
	report.systems = append(report.systems, sized{o.documents, systems})
	return nil
}
