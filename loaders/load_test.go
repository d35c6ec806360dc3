package loaders_test

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"mueang/graph/kg"
	"mueang/graph/store/storetest/model"
	"mueang/loaders"
	"mueang/loaders/source"
)

// words reads a document as a meeting for each of its words; "boom" makes it
// panic.
type words struct{ version string }

func (w words) Name() string { return "words/" + w.version }

func (words) Extract(_ context.Context, d kg.Document) (kg.Extraction, error) {
	x := kg.Extraction{Document: d}
	at := 0
	for i, word := range strings.Fields(d.Text) {
		if word == "boom" {
			panic(word)
		}
		length := len([]rune(word))
		x.Things = append(x.Things, kg.Thing{Entity: kg.Entity{ID: kg.ID(fmt.Sprint("e", i)), Kind: kg.KindFund, Name: word},
			Spans: []kg.Span{{Start: at, End: at + length, Text: word}}})
		at += length + 1
	}
	return x, nil
}

func texts(list ...string) iter.Seq[source.Item] {
	return func(yield func(source.Item) bool) {
		for i, text := range list {
			item := source.Item{Place: fmt.Sprint("place ", i), Document: kg.Document{Source: fmt.Sprint(i), Text: text, Hash: text}}
			if text == "" {
				item = source.Item{Place: item.Place, Err: kg.Errorf(kg.BadInput, "", "is empty")}
			}
			if !yield(item) {
				return
			}
		}
	}
}

func load(t *testing.T, l *loaders.Loader, items iter.Seq[source.Item]) loaders.Report {
	t.Helper()
	l.Now = func() time.Time { return time.Unix(0, 0) }
	report, err := l.Load(context.Background(), items)
	if err != nil {
		t.Fatal(err)
	}
	return report
}

func TestABadDocumentCostsItselfOnly(t *testing.T) {
	var refused []loaders.Rejection
	l := &loaders.Loader{Store: model.New(), Extractor: words{"1"}, Batch: 2, Reject: func(r loaders.Rejection) { refused = append(refused, r) }}
	r := load(t, l, texts("one", "", "boom two", "three", "one"))
	if r.New != 2 || r.Same != 1 || r.Refused() != 2 || r.Done() != 5 || r.Rejected[kg.BadInput] != 1 || r.Rejected[kg.Internal] != 1 {
		t.Fatalf("%+v", r)
	}
	if refused[0].Place != "place 1" || kg.CodeOf(refused[0].Err) != kg.BadInput || kg.CodeOf(refused[1].Err) != kg.Internal ||
		string(refused[1].Raw) != "boom two" {
		t.Errorf("rejected: %+v", refused)
	}
	if r = load(t, l, texts("one", "three")); r.Same != 2 || r.New+r.Updated != 0 {
		t.Errorf("again: %+v", r)
	}
	l.Extractor = words{"2"}
	if r = load(t, l, texts("one", "three")); r.Updated != 2 {
		t.Errorf("another version reads anew: %+v", r)
	}
}

func TestDryRun(t *testing.T) {
	store := model.New()
	for range 2 {
		if r := load(t, &loaders.Loader{Store: store, Extractor: words{"1"}, DryRun: true}, texts("one", "two")); r.New != 2 {
			t.Errorf("%+v", r)
		}
	}
}

type broken struct{ kg.Store }

var errBroken = errors.New("broken")

func (broken) Update(context.Context, func(context.Context, kg.Tx) error) error { return errBroken }

func TestAStoreThatFailsEndsTheLoad(t *testing.T) {
	many := texts(slices.Repeat([]string{"one"}, 1000)...)
	l := loaders.Loader{Store: broken{model.New()}, Extractor: words{"1"}, Now: time.Now, Batch: 10}
	if _, err := l.Load(context.Background(), many); !errors.Is(err, errBroken) {
		t.Errorf("store: %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	l.Store = model.New()
	if _, err := l.Load(ctx, many); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

// counting counts what is extracted.
type counting struct {
	words
	read *atomic.Int64
}

func (c counting) Extract(ctx context.Context, d kg.Document) (kg.Extraction, error) {
	c.read.Add(1)
	return c.words.Extract(ctx, d)
}

func TestWhatIsKnownIsNotReadAgain(t *testing.T) {
	store, read := model.New(), new(atomic.Int64)
	l := &loaders.Loader{Store: store, Extractor: counting{words{"1"}, read}}
	address := func(texts ...string) iter.Seq[source.Item] {
		return func(yield func(source.Item) bool) {
			for i, text := range texts {
				d := kg.Document{Source: fmt.Sprint(i), URL: fmt.Sprint("https://example.org/", i), Text: text, Hash: text}
				d.ID = source.DocumentID(d)
				if !yield(source.Item{Place: d.Source, Document: d}) {
					return
				}
			}
		}
	}
	load(t, l, address("one", "two", "three"))
	if r := load(t, l, address("one", "other", "three")); r.Same != 2 || r.Updated != 1 || read.Load() != 4 {
		t.Errorf("%+v, %d read, want the changed one alone", r, read.Load())
	}
	l.Extractor = counting{words{"2"}, read}
	if r := load(t, l, address("one")); r.Updated != 1 || read.Load() != 5 {
		t.Errorf("by another version: %+v, %d read", r, read.Load())
	}
}

func TestBatchesAreBounded(t *testing.T) {
	for _, c := range []struct{ batch, bytes, want int }{{2, 0, 3}, {0, 8, 3}, {0, 1, 5}, {0, 0, 1}} {
		shown := 0
		l := &loaders.Loader{Store: model.New(), Extractor: words{"1"}, Batch: c.batch, Bytes: c.bytes, Progress: func(loaders.Report) { shown++ }}
		if r := load(t, l, texts("aaaa", "bbbb", "cccc", "dddd", "eeee")); r.New != 5 {
			t.Errorf("%+v: %+v", c, r)
		}
		if shown != c.want && shown != c.want+1 { // the end may show once more
			t.Errorf("%d documents or %d bytes: %d batches, want %d", c.batch, c.bytes, shown, c.want)
		}
	}
}

func TestADryRunCountsWhatEachDocumentBringsOnce(t *testing.T) {
	l := &loaders.Loader{Store: model.New(), Extractor: words{"1"}, Batch: 1, DryRun: true}
	if r := load(t, l, texts("one", "two", "one")); r.New != 2 || r.Same != 1 {
		t.Errorf("%+v", r)
	}
}

func TestAnInterruptedLoadWritesWhatItHasRead(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	store := model.New()
	l := &loaders.Loader{Store: store, Extractor: words{"1"}, Now: time.Now, Batch: 10, Workers: 1}
	items := func(yield func(source.Item) bool) {
		n := 0
		for item := range texts("one", "two", "three", "four", "five", "six", "seven", "eight") {
			if n++; n == 6 {
				stop()
			}
			if !yield(item) {
				return
			}
		}
	}
	r, err := l.Load(ctx, items)
	if !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	held := 0
	if err := store.Read(context.Background(), func(ctx context.Context, reader kg.Reader) error {
		return reader.EachDocument(ctx, func(*kg.Document) error { held++; return nil })
	}); err != nil {
		t.Fatal(err)
	}
	if held != r.New || r.Refused() != 0 {
		t.Errorf("%d documents in the store, %+v", held, r)
	}
}
