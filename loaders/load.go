// Package loaders is the way of a press release into the graph:
//
//	source → text → extract → resolve → write
//
// Package source finds and checks documents, extract reads them, resolve says
// which things are the same, write puts them into a store. This package runs
// the steps: extraction in parallel, writing in order, a batch of documents in
// one transaction.
package loaders

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"iter"
	"runtime"
	"runtime/debug"
	"time"

	"golang.org/x/sync/semaphore"

	"mueang/graph/kg"
	"mueang/loaders/resolve"
	"mueang/loaders/source"
	"mueang/loaders/write"
)

// Extractor reads one document. It is pure: equal documents give equal
// extractions. It may be called from many goroutines.
type Extractor interface {
	// Name gives the name and version, "rules/1". A document that another
	// version has read is read anew.
	Name() string
	// Extract reads a document. Errors: those of ctx.
	Extract(ctx context.Context, document kg.Document) (kg.Extraction, error)
}

// Loader loads documents into a store.
type Loader struct {
	Store     kg.Store
	Extractor Extractor
	Now       func() time.Time
	DryRun    bool         // find out what would change and change nothing
	Progress  func(Report) // called after each batch; may be nil
	Batch     int          // documents in a transaction; 0 means 512
	Bytes     int          // of text in a transaction, but for a single document that has more; 0 means 8 MiB
	Workers   int          // extractions at a time; 0 means one for each core
}

// The bounds of a batch. Everything that a batch touches is read, derived anew
// and written once, so that large batches make less of the work; but a batch
// and the one that is read meanwhile are in memory whole.
const (
	batchDocuments = 512
	batchBytes     = 8 << 20
)

// Report says what became of the documents.
type Report struct {
	New, Updated, Same int
	Retracted          int // stay out, as a person withdrew them
	Rejected           []Rejection
}

// Rejection is a document that was not loaded.
type Rejection struct {
	Place string
	Err   error // a *kg.Error
}

// Done gives the number of documents dealt with.
func (r Report) Done() int { return r.New + r.Updated + r.Same + r.Retracted + len(r.Rejected) }

var errDryRun = errors.New("dry run")

// Load loads documents in their order and reports on each. A document that
// cannot be read costs itself only.
// Errors: those of the store and of ctx, which end the load; what was reported
// before is in the store.
func (l *Loader) Load(ctx context.Context, items iter.Seq[source.Item]) (Report, error) {
	var report Report
	var batch []resolve.Resolved
	size := 0
	flush := func() error {
		if len(batch) == 0 {
			return nil
		}
		outcomes, err := l.write(ctx, batch)
		if err != nil {
			return err
		}
		for _, d := range batch {
			switch outcomes[d.Document.ID] {
			case write.New:
				report.New++
			case write.Updated:
				report.Updated++
			case write.Retracted:
				report.Retracted++
			default:
				report.Same++
			}
			outcomes[d.Document.ID] = write.Same // of two with one id in a batch, one came in
		}
		clear(batch)
		batch, size = batch[:0], 0
		if l.Progress != nil {
			l.Progress(report)
		}
		return nil
	}
	for read := range inOrder(ctx, l.Workers, items, func(item source.Item) read { return l.read(ctx, item) }) {
		if read.err != nil {
			if ctx.Err() != nil {
				return report, ctx.Err()
			}
			report.Rejected = append(report.Rejected, Rejection{read.place, read.err})
			continue
		}
		batch = append(batch, read.resolved)
		size += len(read.resolved.Document.Text)
		if len(batch) >= cmp.Or(l.Batch, batchDocuments) || size >= cmp.Or(l.Bytes, batchBytes) {
			if err := flush(); err != nil {
				return report, err
			}
		}
	}
	if err := ctx.Err(); err != nil {
		return report, err
	}
	err := flush()
	if err == nil && l.Progress != nil {
		l.Progress(report)
	}
	return report, err
}

func (l *Loader) write(ctx context.Context, batch []resolve.Resolved) (outcomes map[kg.ID]write.Outcome, err error) {
	now := l.Now().UTC().Format(time.RFC3339)
	err = l.Store.Update(ctx, func(ctx context.Context, tx kg.Tx) error {
		if outcomes, err = write.Documents(ctx, tx, batch, now); err == nil && l.DryRun {
			err = errDryRun
		}
		return err
	})
	if errors.Is(err, errDryRun) {
		err = nil
	}
	return outcomes, err
}

// Read extracts one document and gives it its id, from the URL that the
// document itself names where the source gave none.
// Errors: those of the extractor; [kg.Internal] where it panics, so that a
// defect costs one document and not the load.
func Read(ctx context.Context, extractor Extractor, document kg.Document) (x kg.Extraction, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = &kg.Error{Code: kg.Internal, Op: "loaders.Read", Err: fmt.Errorf("%v\n%s", r, debug.Stack()),
				Msg: fmt.Sprintf("%s: the extractor %s failed on this document (%v): please report it", document.Source, extractor.Name(), r)}
		}
	}()
	x, err = extractor.Extract(ctx, document)
	if err != nil {
		return x, err
	}
	x.Document.ID = source.DocumentID(x.Document)
	x.Document.Reader = extractor.Name()
	return x, nil
}

// Extract reads documents in parallel and gives, in the order of the items,
// each with its extraction or its error.
func Extract(ctx context.Context, extractor Extractor, items iter.Seq[source.Item]) iter.Seq2[source.Item, kg.Extraction] {
	type pair struct {
		item source.Item
		x    kg.Extraction
	}
	return func(yield func(source.Item, kg.Extraction) bool) {
		for p := range inOrder(ctx, 0, items, func(item source.Item) (p pair) {
			p.item = item
			if item.Err == nil {
				p.x, p.item.Err = Read(ctx, extractor, item.Document)
			}
			return p
		}) {
			if !yield(p.item, p.x) {
				return
			}
		}
	}
}

type read struct {
	place    string
	resolved resolve.Resolved
	err      error
}

func (l *Loader) read(ctx context.Context, item source.Item) read {
	if item.Err != nil {
		return read{place: item.Place, err: item.Err}
	}
	x, err := Read(ctx, l.Extractor, item.Document)
	if err != nil {
		return read{place: item.Place, err: kg.Wrap(kg.Internal, item.Place, err)}
	}
	resolved, err := resolve.Document(x)
	return read{place: item.Place, resolved: resolved, err: err}
}

// inOrder applies f to the items, some at a time (0: one for each core), and
// gives the results in the order of the items. It runs ahead of their use by
// no more text than a batch has, so that documents are read while a batch is
// written, and ends early when ctx ends.
func inOrder[R any](ctx context.Context, workers int, items iter.Seq[source.Item], f func(source.Item) R) iter.Seq[R] {
	workers = cmp.Or(workers, runtime.GOMAXPROCS(0))
	type job struct {
		item   source.Item
		size   int64
		result chan R
	}
	return func(yield func(R) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		ahead := semaphore.NewWeighted(batchBytes)
		jobs, order := make(chan job), make(chan job, batchDocuments)
		for range workers {
			go func() {
				for j := range jobs {
					j.result <- f(j.item)
				}
			}()
		}
		go func() {
			defer close(order)
			defer close(jobs)
			for item := range items {
				j := job{item, int64(min(len(item.Document.Text), batchBytes)), make(chan R, 1)}
				if ahead.Acquire(ctx, j.size) != nil {
					return
				}
				select {
				case jobs <- j:
				case <-ctx.Done():
					return
				}
				j.item = source.Item{}
				select {
				case order <- j:
				case <-ctx.Done():
					return
				}
			}
		}()
		for j := range order {
			result := <-j.result
			ahead.Release(j.size)
			if !yield(result) {
				return
			}
		}
	}
}
