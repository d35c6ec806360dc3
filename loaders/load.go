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
	"fmt"
	"iter"
	"runtime"
	"runtime/debug"
	"sync"
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
	DryRun    bool            // find out what would change and change nothing
	Progress  func(Report)    // called after each document that was passed over or rejected, and after each batch; may be nil
	Reject    func(Rejection) // called with each document that is not loaded; may be nil
	Batch     int             // documents in a transaction; 0 means 512
	Bytes     int             // of text in a transaction, but for a single document that has more; 0 means 8 MiB
	Workers   int             // extractions at a time; 0 means one for each core
}

// The bounds of a batch. Everything that a batch touches is read, derived anew
// and written once, so that large batches make less of the work; but a batch
// and the one that is read meanwhile are in memory whole. A batch that a slow
// extractor or source does not fill is written when it is as old as batchAge.
const (
	batchDocuments = 512
	batchBytes     = 8 << 20
	batchAge       = 10 * time.Second
)

// Report says what became of the documents.
type Report struct {
	New, Updated, Same int
	Retracted          int             // stay out, as a person withdrew them
	Rejected           map[kg.Code]int // by reason
	// FactsNew and FactsGone count the facts that a dry run would bring and
	// take. Each batch is measured against the store as it is: that two
	// batches together make one entity of two is not foreseen.
	FactsNew, FactsGone int
	// Read is how much of the input this took: [source.Item.Read].
	Read int64
}

// Refused gives the number of rejected documents.
func (r Report) Refused() (n int) {
	for _, count := range r.Rejected {
		n += count
	}
	return n
}

// Done gives the number of documents dealt with.
func (r Report) Done() int { return r.New + r.Updated + r.Same + r.Retracted + r.Refused() }

// Rejection is a document that was not loaded.
type Rejection struct {
	Place string
	Err   error  // a *kg.Error
	Raw   []byte // as it came, where it is at hand
}

// Load loads documents in their order and reports on each. A document that
// cannot be read costs itself only. When ctx is cancelled, what has been read
// is still written before Load returns.
// Errors: those of the store and of ctx, which end the load; what was reported
// before is in the store.
func (l *Loader) Load(ctx context.Context, items iter.Seq[source.Item]) (Report, error) {
	run := &run{Loader: l, report: Report{Rejected: map[kg.Code]int{}}, facts: map[kg.ID]bool{}, dry: map[kg.ID]string{}}
	sighted := l.sight(ctx, items)
	for read := range inOrder(ctx, l.Workers, sighted, sight.size, func(s sight) read { return l.read(ctx, s) }) {
		if err := run.take(ctx, read); err != nil {
			return run.report, err
		}
	}
	err := run.flush(ctx)
	return run.report, cmp.Or(err, ctx.Err())
}

// run is a load under way.
type run struct {
	*Loader
	report Report
	batch  []resolve.Resolved
	size   int   // of its texts
	read   int64 // of the input, up to its end
	begun  time.Time

	// Of a dry run: the facts and documents counted already.
	facts map[kg.ID]bool
	dry   map[kg.ID]string // the hash of the text, by document
}

// take adds what was read to the batch and writes it when it is full.
func (r *run) take(ctx context.Context, read read) error {
	r.read = read.item.Read
	switch {
	case read.err != nil && ctx.Err() != nil:
		return nil // called off, and neither read nor refused
	case read.fails:
		return read.err
	case read.err != nil:
		r.report.Rejected[kg.CodeOf(read.err)]++
		if r.Reject != nil {
			r.Reject(Rejection{read.item.Place, read.err, read.item.Raw})
		}
		r.show()
		return nil
	case read.same:
		r.report.Same++
		r.show()
		return nil
	}
	if len(r.batch) == 0 {
		r.begun = r.Now()
	}
	r.batch = append(r.batch, read.resolved)
	r.size += len(read.resolved.Document.Text)
	if len(r.batch) < cmp.Or(r.Batch, batchDocuments) && r.size < cmp.Or(r.Bytes, batchBytes) && r.Now().Sub(r.begun) < batchAge {
		return nil
	}
	return r.flush(ctx)
}

func (r *run) show() {
	if len(r.batch) == 0 {
		r.report.Read = r.read
	}
	if r.Progress != nil {
		r.Progress(r.report)
	}
}

// flush writes the batch, also when ctx has been cancelled meanwhile.
func (r *run) flush(ctx context.Context) error {
	if len(r.batch) == 0 {
		r.show()
		return nil
	}
	outcomes, err := r.write(context.WithoutCancel(ctx))
	if err != nil {
		return err
	}
	for _, d := range r.batch {
		switch outcomes[d.Document.ID] {
		case write.New:
			r.report.New++
		case write.Updated:
			r.report.Updated++
		case write.Retracted:
			r.report.Retracted++
		default:
			r.report.Same++
		}
		outcomes[d.Document.ID] = write.Same // of two with one id in a batch, one came in
	}
	clear(r.batch)
	r.batch, r.size = r.batch[:0], 0
	r.show()
	return nil
}

func (r *run) write(ctx context.Context) (outcomes map[kg.ID]write.Outcome, err error) {
	now := r.Now().UTC().Format(time.RFC3339)
	if r.DryRun {
		return r.preview(ctx, now)
	}
	err = r.Store.Update(ctx, func(ctx context.Context, tx kg.Tx) error {
		outcomes, err = write.Documents(ctx, tx, r.batch, now)
		return err
	})
	return outcomes, err
}

// preview finds out what the batch would change.
func (r *run) preview(ctx context.Context, now string) (outcomes map[kg.ID]write.Outcome, err error) {
	var effect write.Effect
	err = r.Store.Read(ctx, func(ctx context.Context, reader kg.Reader) error {
		effect, err = write.Preview(ctx, reader, r.batch, now)
		return err
	})
	if err != nil {
		return nil, err
	}
	for _, id := range effect.FactsNew {
		if !r.facts[id] {
			r.facts[id] = true
			r.report.FactsNew++
		}
	}
	for _, id := range effect.FactsGone {
		if !r.facts[id] {
			r.facts[id] = true
			r.report.FactsGone++
		}
	}
	for _, d := range r.batch {
		id, hash := d.Document.ID, d.Document.Hash
		switch before, seen := r.dry[id]; {
		case seen && before == hash:
			effect.Documents[id] = write.Same // as an earlier batch would have loaded it
		case seen:
			effect.Documents[id] = write.Updated
		}
		r.dry[id] = hash
	}
	return effect.Documents, nil
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
		for p := range inOrder(ctx, 0, items, size, func(item source.Item) (p pair) {
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

// read is what became of one item on its way to a batch.
type read struct {
	item     source.Item
	same     bool // the store has it as it is
	resolved resolve.Resolved
	err      error
	fails    bool // err is the store's, and no reason to refuse the document
}

func (l *Loader) read(ctx context.Context, s sight) (r read) {
	item := s.item
	r.item = source.Item{Place: item.Place, Raw: item.Raw, Read: item.Read}
	if r.err = item.Err; r.err != nil {
		return r
	}
	if r.same, r.err = s.same, s.err; r.same || r.err != nil {
		r.fails = r.err != nil
		return r
	}
	x, err := Read(ctx, l.Extractor, item.Document)
	if r.err = err; r.err == nil {
		r.resolved, r.err = resolve.Document(x)
	}
	if r.err != nil {
		r.item.Raw, r.err = []byte(item.Document.Text), kg.Wrap(kg.Internal, item.Place, r.err)
	}
	return r
}

// sight is an item with what the store has of it.
type sight struct {
	item source.Item
	same bool  // the store has it as it is
	err  error // the store's
}

func (s sight) size() int64 { return size(s.item) }

// size gives the bytes of text of an item, as far as they count.
func size(item source.Item) int64 { return int64(min(len(item.Document.Text), batchBytes)) }

// sight looks the items up in the store: those together that came while it
// looked for the ones before, and no more text than a batch has. To
// ask for each by itself takes a transaction each, and each of those waits for a
// batch that is being written where the store has one transaction at a time.
func (l *Loader) sight(ctx context.Context, items iter.Seq[source.Item]) iter.Seq[sight] {
	return func(yield func(sight) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		ahead, came := semaphore.NewWeighted(batchBytes), make(chan source.Item, batchDocuments)
		go func() {
			defer close(came)
			for item := range items {
				if ahead.Acquire(ctx, size(item)) != nil {
					return
				}
				select {
				case came <- item:
				case <-ctx.Done():
					return
				}
			}
		}()
		for item := range came {
			group := []sight{{item: item}}
			for more := len(came); more > 0; more-- { // nobody else takes of them
				group = append(group, sight{item: <-came})
			}
			l.known(ctx, group)
			for i, s := range group {
				group[i] = sight{}
				ahead.Release(s.size())
				if !yield(s) {
					return
				}
			}
		}
	}
}

// known notes which of some documents the store has as they are, read by this
// extractor, so that they need no reading. Where only reading it tells its id, a
// document is not known.
func (l *Loader) known(ctx context.Context, group []sight) {
	ids := make([]kg.ID, 0, len(group))
	for _, s := range group {
		if s.item.Err == nil {
			ids = append(ids, s.item.Document.ID)
		}
	}
	if len(ids) == 0 {
		return
	}
	err := l.Store.Read(ctx, func(ctx context.Context, reader kg.Reader) error {
		found, err := reader.Documents(ctx, ids)
		if err != nil {
			return err
		}
		has := make(map[kg.ID]*kg.Document, len(found))
		for i := range found {
			has[found[i].ID] = &found[i]
		}
		for i := range group {
			s := &group[i]
			after := s.item.Document
			after.Reader = resolve.Reader(l.Extractor.Name())
			before := has[after.ID]
			s.same = s.item.Err == nil && before != nil && write.Unchanged(before, &after)
		}
		return nil
	})
	for i := range group {
		group[i].err = err
	}
}

// inOrder applies f to the items, some at a time (0: one for each core), and
// gives the results in the order of the items. It runs ahead of their use by
// no more text, of which size gives the bytes, than a batch has, so that documents are
// read while a batch is written, and ends early when ctx ends.
func inOrder[I, R any](ctx context.Context, workers int, items iter.Seq[I], size func(I) int64, f func(I) R) iter.Seq[R] {
	workers = cmp.Or(workers, runtime.GOMAXPROCS(0))
	type job struct {
		item   I
		size   int64
		result chan R
	}
	return func(yield func(R) bool) {
		var busy sync.WaitGroup
		defer busy.Wait() // what f uses may be gone afterwards
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		ahead := semaphore.NewWeighted(batchBytes)
		jobs, order := make(chan job), make(chan job, batchDocuments)
		for range workers {
			busy.Go(func() {
				for {
					select {
					case j, more := <-jobs:
						if !more {
							return
						}
						j.result <- f(j.item)
					case <-ctx.Done(): // jobs may stay open: the next item may never come
						return
					}
				}
			})
		}
		go func() {
			defer close(order)
			defer close(jobs)
			for item := range items {
				j := job{item, size(item), make(chan R, 1)}
				if ahead.Acquire(ctx, j.size) != nil {
					return
				}
				select {
				case jobs <- j:
				case <-ctx.Done():
					return
				}
				j.item = *new(I)
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
