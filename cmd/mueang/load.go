package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"os"
	"runtime/debug"
	"slices"
	"sync"
	"time"

	"github.com/urfave/cli/v3"
	"golang.org/x/sync/errgroup"

	"mueang/graph/kg"
	"mueang/loaders"
	"mueang/loaders/extract"
	"mueang/loaders/source"
	"mueang/loaders/watch"
	"mueang/loaders/web"
)

// formats is the help on what may be read; docs/formats.md says more.
const formats = "Each PATH is a text (.txt), an HTML page of one release (.html, .htm), a feed (.rss, .atom, .xml), a file of\n" +
	"JSON Lines (.jsonl), each of them as it is or compressed (.gz, .zst), a folder of such files, or - for standard\n" +
	"input. Texts and pages are UTF-8, UTF-16, or Thai in TIS-620 or Windows-874, which is told by their bytes.\n" +
	"Each URL (http, https) is one of these too; entries of a feed that hold no text are fetched from their pages.\n" +
	"Fetching keeps to robots.txt, pauses between requests to a host, and reaches public addresses only;\n" +
	"docs/loading.md says more.\n" +
	"A line of JSON is {\"text\"} or {\"html\"}, with \"id\", \"url\", \"title\", \"publisher\", \"publishedOn\", \"language\"\n" +
	"where they are known, or what feeds and crawlers call them: content_text, maintext, articleBody; rawHtml,\n" +
	"content_html; canonicalUrl, link, sourceURL; headline; sitename, hostname, source_domain; date_published,\n" +
	"date_publish, publish_date, published, pubDate, date; languageCode, lang; all of them also in \"metadata\".\n" +
	"Other fields are ignored.\n"

func (m *Main) loadCommand() *cli.Command {
	return &cli.Command{
		Name:      "load",
		Usage:     "load press releases into the store",
		ArgsUsage: "PATH|URL…",
		Description: formats +
			"Loading is idempotent: what is in the store already is passed over, so an interrupted load is resumed by\n" +
			"running it again. What cannot be loaded is named on standard error and kept in the quarantine; the others\n" +
			"are loaded, and the exit code is 1. docs/loading.md has the shape of --json and of the quarantine.",
		Flags: append([]cli.Flag{
			flagBool("dry-run", "say what would change, documents and facts, and change nothing"),
			flagBool("quiet", "write nothing but problems"),
			flagBool("json", "write progress, what is rejected and the report to standard output as one JSON object a line"),
			flagString("quarantine", "", "folder in which to keep what is rejected, with the reason; none: keep nothing (default: quarantine beside an embedded store, none for Neo4j)"),
			flagBool("watch", "go on until interrupted: load what comes into the folders, and ask other places again"),
			&cli.DurationFlag{Name: "settle", Value: 2 * time.Second, Usage: "how long a file in a watched folder must not have changed", Sources: env("settle")},
			&cli.DurationFlag{Name: "poll", Value: 15 * time.Minute, Usage: "how long to wait before a watched place that is no folder is asked again", Sources: env("poll")},
			&cli.DurationFlag{Name: "retry-for", Value: 10 * time.Minute, Usage: "how long to wait for a store that has gone away or is locked, before the load ends; 0: not at all", Sources: env("retry-for")},
			flagInt("batch", 0, "documents in a transaction; 0 means as many as are good for the store"),
		}, slices.Concat(extractorFlags(), webFlags())...),
		Action: func(ctx context.Context, c *cli.Command) error {
			if !c.Args().Present() {
				return usageError{"load needs a PATH or URL: a file, a folder, - for standard input, or an http or https address"}
			}
			switch {
			case c.Int("batch") < 0:
				return usageError{"--batch is a number of documents, 0 or more"}
			case c.Duration("settle") <= 0 || c.Duration("poll") <= 0:
				return usageError{"--settle and --poll are longer than 0, as in 2s or 15m"}
			case c.Duration("retry-for") < 0:
				return usageError{"--retry-for is a time, as in 10m, or 0"}
			case c.Bool("watch") && c.Bool("dry-run"):
				return usageError{"--watch and --dry-run do not go together"}
			}
			reader, err := extractor(c)
			if err != nil {
				return err
			}
			return withStore(ctx, c, func(store kg.Store) error { return m.load(ctx, c, store, reader) })
		},
	}
}

// The garbage collector of a load takes its time while there is room: collecting
// a growing heap as often as it doubles is an eighth of the work. What the
// engine, the program and stacks take comes on top of loadMemory.
// GOGC and GOMEMLIMIT go before these.
const (
	loadGC     = 300       // garbage, in per cent of what is held
	loadMemory = 300 << 20 // bytes of the heap from which on it is collected as often as need be
)

func (m *Main) load(ctx context.Context, c *cli.Command, store kg.Store, extractor loaders.Extractor) error {
	if os.Getenv("GOGC") == "" && os.Getenv("GOMEMLIMIT") == "" {
		debug.SetGCPercent(loadGC)
		debug.SetMemoryLimit(loadMemory)
	}
	fetcher, err := fetcher(c)
	if err != nil {
		return err
	}
	display := m.display(c)
	store = loaders.Patient(ctx, store, c.Duration("retry-for"), display.waiting(c.Duration("retry-for")))
	loader := loaders.Loader{Store: store, Extractor: extractor, Now: m.Now, DryRun: c.Bool("dry-run"), Batch: c.Int("batch"),
		Progress: display.progress, Reject: display.reject}
	load := func(places []string) error {
		report, err := loader.Load(ctx, fetcher.Read(ctx, places, m.Stdin))
		display.end(report)
		return err
	}
	places := c.Args().Slice()
	if c.Bool("watch") {
		err = m.watch(ctx, c, places, load)
		if errors.Is(err, context.Canceled) {
			err = nil // that is how watching ends
		}
	} else {
		display.total, _ = source.Size(places)
		err = load(places)
	}
	display.report(err)
	if known := (*kg.Error)(nil); errors.As(err, &known) && known.Code == kg.Unavailable {
		err = &kg.Error{Code: known.Code, Op: known.Op, Err: err, RetryAfter: known.RetryAfter,
			Msg: known.Msg + "; what was loaded is kept, and the same command goes on from there"}
	}
	if err == nil && display.all.Refused() > 0 {
		return errReported
	}
	return err
}

// watch loads what is at places, and what comes there until ctx ends.
func (m *Main) watch(ctx context.Context, c *cli.Command, places []string, load func(places []string) error) error {
	var turn sync.Mutex // one load at a time
	inTurn := func(places []string) error {
		turn.Lock()
		defer turn.Unlock()
		return load(places)
	}
	group, ctx := errgroup.WithContext(ctx)
	for _, place := range places {
		if info, err := os.Stat(place); err == nil && info.IsDir() {
			group.Go(func() error { return watch.Folder(ctx, place, c.Duration("settle"), source.Reads, inTurn) })
			continue
		}
		if !web.IsURL(place) {
			return usageError{place + " cannot be watched: --watch takes folders and URLs"}
		}
		group.Go(func() error {
			for {
				if err := inTurn([]string{place}); err != nil {
					return err
				}
				select {
				case <-ctx.Done():
					return nil
				case <-time.After(c.Duration("poll")):
				}
			}
		})
	}
	return group.Wait()
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
		}, slices.Concat(extractorFlags(), webFlags())...),
		Action: func(ctx context.Context, c *cli.Command) error {
			if !c.Args().Present() {
				return usageError{"extract needs a PATH or URL: a file, a folder, - for standard input, or an http or https address"}
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
			fetcher, err := fetcher(c)
			if err != nil {
				return err
			}
			return m.extract(ctx, fetcher.Read(ctx, c.Args().Slice(), m.Stdin), reader, write)
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
			fmt.Fprintf(m.Stderr, "mueang: rejected %s\n", message(item.Err))
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
