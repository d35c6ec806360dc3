package loaders_test

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
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
	l := &loaders.Loader{Store: model.New(), Extractor: words{"1"}, Batch: 2}
	r := load(t, l, texts("one", "", "boom two", "three", "one"))
	if r.New != 2 || r.Same != 1 || len(r.Rejected) != 2 || r.Done() != 5 {
		t.Fatalf("%+v", r)
	}
	if r.Rejected[0].Place != "place 1" || kg.CodeOf(r.Rejected[0].Err) != kg.BadInput || kg.CodeOf(r.Rejected[1].Err) != kg.Internal {
		t.Errorf("rejected: %+v", r.Rejected)
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
	l := loaders.Loader{Store: broken{}, Extractor: words{"1"}, Now: time.Now, Batch: 10}
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
