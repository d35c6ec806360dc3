package main

import (
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"os"
	"runtime/debug"
	"time"

	"github.com/schollz/progressbar/v3"
	"github.com/urfave/cli/v3"
	"golang.org/x/term"

	"mueang/graph/kg"
	"mueang/loaders"
	"mueang/loaders/extract"
	"mueang/loaders/source"
)

// formats is the help on what may be read; docs/formats.md says more.
const formats = "Each PATH is a text (.txt), an HTML page of one release (.html, .htm), a file of JSON Lines (.jsonl), each of\n" +
	"them as it is or compressed (.gz, .zst), a folder of such files, or - for standard input. Texts and pages are\n" +
	"UTF-8, UTF-16, or Thai in TIS-620 or Windows-874, which is told by their bytes.\n" +
	"A line of JSON is {\"text\"} or {\"html\"}, with \"id\", \"url\", \"title\", \"publisher\", \"publishedOn\", \"language\"\n" +
	"where they are known, or what feeds and crawlers call them: content_text, maintext, articleBody; rawHtml,\n" +
	"content_html; canonicalUrl, link, sourceURL; headline; sitename, hostname, source_domain; date_published,\n" +
	"date_publish, publish_date, published, pubDate, date; languageCode, lang; all of them also in \"metadata\".\n" +
	"Other fields are ignored.\n"

func (m *Main) loadCommand() *cli.Command {
	return &cli.Command{
		Name:      "load",
		Usage:     "load press releases into the store",
		ArgsUsage: "PATH…",
		Description: formats +
			"Loading is idempotent: what is in the store already is passed over, so an interrupted load is resumed by\n" +
			"running it again.",
		Flags: append([]cli.Flag{
			flagBool("dry-run", "say what would change and change nothing"),
			flagBool("quiet", "write nothing but problems"),
		}, extractorFlags()...),
		Action: func(ctx context.Context, c *cli.Command) error {
			if !c.Args().Present() {
				return usageError{"load needs a PATH: a file, a folder, or - for standard input"}
			}
			reader, err := extractor(c)
			if err != nil {
				return err
			}
			return withStore(ctx, c, func(store kg.Store) error { return m.load(ctx, c, store, reader) })
		},
	}
}

func (m *Main) load(ctx context.Context, c *cli.Command, store kg.Store, extractor loaders.Extractor) error {
	quiet := c.Bool("quiet")
	bar := m.bar("loading", quiet)
	shown := 0
	loader := loaders.Loader{Store: store, Extractor: extractor, Now: m.Now, DryRun: c.Bool("dry-run"),
		Progress: func(r loaders.Report) {
			bar(r.Done())
			for ; shown < len(r.Rejected); shown++ {
				m.reject(r.Rejected[shown])
			}
		}}
	begin := m.Now()
	report, err := loader.Load(ctx, source.Read(ctx, c.Args().Slice(), m.Stdin))
	for ; shown < len(report.Rejected); shown++ {
		m.reject(report.Rejected[shown])
	}
	if err != nil {
		return err
	}
	if !quiet {
		verb := "loaded"
		if loader.DryRun {
			verb = "dry run"
		}
		retracted := ""
		if report.Retracted > 0 {
			retracted = fmt.Sprintf(", %d stay retracted (mueang acts)", report.Retracted)
		}
		fmt.Fprintf(m.Stdout, "%s: %d new, %d updated, %d unchanged%s, %d rejected in %s\n", verb, report.New, report.Updated,
			report.Same, retracted, len(report.Rejected), m.Now().Sub(begin).Round(time.Millisecond))
	}
	if len(report.Rejected) > 0 {
		return errReported
	}
	return nil
}

func (m *Main) reject(r loaders.Rejection) {
	fmt.Fprintf(m.Stderr, "mueang: rejected %s\n", message(r.Err))
}

// bar gives a function that shows how many documents are done: a progress bar
// on a terminal, a line every ten seconds elsewhere.
func (m *Main) bar(what string, quiet bool) func(done int) {
	file, ok := m.Stderr.(*os.File)
	switch {
	case quiet:
		return func(int) {}
	case ok && term.IsTerminal(int(file.Fd())):
		bar := progressbar.NewOptions(-1, progressbar.OptionSetWriter(m.Stderr), progressbar.OptionSetDescription(what),
			progressbar.OptionShowCount(), progressbar.OptionShowIts(), progressbar.OptionSetItsString("documents"),
			progressbar.OptionClearOnFinish(), progressbar.OptionThrottle(100*time.Millisecond))
		return func(done int) { _ = bar.Set(done) }
	}
	last := m.Now()
	return func(done int) {
		if now := m.Now(); now.Sub(last) >= 10*time.Second {
			last = now
			fmt.Fprintf(m.Stderr, "%s: %d documents\n", what, done)
		}
	}
}

// extractGC is how much garbage the extract command may pile up, in per cent of
// what it holds, which is mostly vocabularies: half as many collections as
// without it, for some 30 MB. GOGC goes before it.
const extractGC = 200

func (m *Main) extractCommand() *cli.Command {
	return &cli.Command{
		Name:        "extract",
		Usage:       "read press releases without a store: one JSON object a document on standard output",
		ArgsUsage:   "PATH…",
		Description: formats,
		Flags: append([]cli.Flag{
			flagBool("explain", "write it for a person: every fact with its quote, rule and confidence, and what was dropped and why"),
		}, extractorFlags()...),
		Action: func(ctx context.Context, c *cli.Command) error {
			if !c.Args().Present() {
				return usageError{"extract needs a PATH: a file, a folder, or - for standard input"}
			}
			reader, err := extractor(c)
			if err != nil {
				return err
			}
			if os.Getenv("GOGC") == "" {
				debug.SetGCPercent(extractGC)
			}
			encoder := json.NewEncoder(m.Stdout)
			encoder.SetEscapeHTML(false)
			write := func(place string, x kg.Extraction) error { return encoder.Encode(extract.Record(x, place)) }
			if c.Bool("explain") {
				write = func(_ string, x kg.Extraction) error { return loaders.Explain(m.Stdout, x) }
			}
			return m.extract(ctx, source.Read(ctx, c.Args().Slice(), m.Stdin), reader, write)
		},
	}
}

func (m *Main) extract(ctx context.Context, items iter.Seq[source.Item], extractor loaders.Extractor, write func(place string, x kg.Extraction) error) error {
	failed := false
	for item, x := range loaders.Extract(ctx, extractor, items) {
		if ctx.Err() != nil {
			break
		}
		if item.Err != nil {
			m.reject(loaders.Rejection{Place: item.Place, Err: item.Err})
			failed = true
			continue
		}
		if err := write(item.Place, x); err != nil {
			return err
		}
	}
	if failed && ctx.Err() == nil {
		return errReported
	}
	return ctx.Err()
}
