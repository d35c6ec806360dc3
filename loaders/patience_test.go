package loaders_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"mueang/graph/kg"
	"mueang/graph/store/storetest/model"
	"mueang/loaders"
)

// leaving is a store that is away for some calls, before them or, as where a
// connection breaks, behind them.
type leaving struct {
	kg.Store
	times int
	err   error
	after bool
}

func (s *leaving) Update(ctx context.Context, f func(context.Context, kg.Tx) error) error {
	if s.times == 0 {
		return s.Store.Update(ctx, f)
	}
	s.times--
	if s.after {
		if err := s.Store.Update(ctx, f); err != nil {
			return err
		}
	}
	return s.err
}

var errAway = kg.Errorf(kg.Unavailable, "test", "it is away")

func TestALoadWaitsForItsStore(t *testing.T) {
	passing := *errAway
	passing.RetryAfter = time.Second
	for _, test := range []struct {
		name     string
		store    leaving
		patience time.Duration
		told     int
		fails    bool
	}{
		{"it comes back", leaving{times: 2, err: &passing}, time.Hour, 2, false},
		{"the batch was written", leaving{times: 1, err: &passing, after: true}, time.Hour, 2, false},
		{"it does not pass by itself", leaving{times: 1, err: errAway}, time.Hour, 0, true},
		{"another error", leaving{times: 1, err: errBroken}, time.Hour, 0, true},
		{"patience ends", leaving{times: 1000, err: &passing}, time.Millisecond, 1, true},
		{"no patience", leaving{times: 1, err: &passing}, 0, 0, true},
	} {
		t.Run(test.name, func(t *testing.T) {
			test.store.Store = model.New()
			told := 0
			store := loaders.Patient(t.Context(), &test.store, test.patience, func(time.Duration, error) { told++ })
			l := loaders.Loader{Store: store, Extractor: words{"1"}, Now: time.Now}
			report, err := l.Load(t.Context(), texts("one", "two"))
			if test.fails {
				if !errors.Is(err, test.store.err) {
					t.Errorf("got %v", err)
				}
			} else if err != nil || report.Done() != 2 {
				t.Errorf("%+v, %v", report, err)
			}
			if told != test.told {
				t.Errorf("told %d times, want %d", told, test.told)
			}
		})
	}
}

// TestWaitingIsCalledOff holds that who interrupts a load does not wait for a
// store that is away, though the batch in hand is not written then.
func TestWaitingIsCalledOff(t *testing.T) {
	passing := *errAway
	passing.RetryAfter = time.Second
	ctx, stop := context.WithCancel(t.Context())
	store := loaders.Patient(ctx, &leaving{Store: model.New(), times: 1 << 30, err: &passing}, time.Hour, func(time.Duration, error) { stop() })
	l := loaders.Loader{Store: store, Extractor: words{"1"}, Now: time.Now}
	if _, err := l.Load(ctx, texts("one")); !errors.Is(err, &passing) {
		t.Errorf("got %v", err)
	}
}
