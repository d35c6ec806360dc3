package graph

import (
	"context"
	"log/slog"
	"slices"
	"sync"
	"time"

	"mueang/graph/kg"
)

// live follows the log of changes of a store for those who subscribe to it,
// whichever process writes: it looks for new changes while somebody waits for
// them. The log is the queue: a subscriber is a place in it, so that a slow
// one costs nothing, misses nothing, and goes on after a break wherever it was.
type live struct {
	store   kg.Store
	log     *slog.Logger
	every   time.Duration // between two looks
	timeout time.Duration // of one read of the store
	most    int           // subscribers at a time

	mu          sync.Mutex
	subscribers int
	stop        context.CancelFunc // of the follower, which runs while there are subscribers
	moved       chan struct{}      // closed when there are more changes
	recent      []kg.Change        // the last changes, all of those after from
	from        int64
}

const (
	livePage   = 100  // changes that are read at a time
	liveRecent = 2000 // changes that are kept at hand
	livePause  = 5 * time.Second
)

// subscription is one subscriber's place in the log. It is used by one
// goroutine at a time.
type subscription struct {
	live  *live
	after int64
	ready []kg.Change // read and not yet given
}

// subscribe begins after a change; after nil with the next one. It ends with ctx.
// Errors: [kg.BadInput] for a place that the log does not have;
// [kg.Unavailable] where there are too many subscribers; those of the store.
func (l *live) subscribe(ctx context.Context, after *int64) (*subscription, error) {
	end, err := l.tip(ctx)
	switch {
	case err != nil:
		return nil, err
	case after == nil:
		after = &end
	case *after > end:
		return nil, kg.Errorf(kg.BadInput, "", "the log of changes does not reach so far: the cursor is another graph's, so load what you need anew and subscribe without it")
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.subscribers == l.most {
		return nil, &kg.Error{Code: kg.Unavailable, Msg: "this server has as many subscribers as it takes", RetryAfter: livePause}
	}
	if l.subscribers++; l.subscribers == 1 {
		follow, stop := context.WithCancel(context.WithoutCancel(ctx))
		l.stop, l.moved, l.recent, l.from = stop, make(chan struct{}), nil, end
		go l.follow(follow, end)
	}
	context.AfterFunc(ctx, l.leave)
	return &subscription{live: l, after: *after}, nil
}

// count gives how many subscribers there are.
func (l *live) count() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.subscribers
}

func (l *live) leave() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.subscribers--; l.subscribers == 0 {
		l.stop()
	}
}

// tip gives the place of the last change, 0 for none.
func (l *live) tip(ctx context.Context) (int64, error) {
	result, err := l.read(ctx, &kg.Plan{Root: kg.Changes{Page: kg.Page{Last: 1}}})
	if err != nil || len(result.Changes) == 0 {
		return 0, err
	}
	return result.Changes[0].Seq, nil
}

func (l *live) read(ctx context.Context, plan *kg.Plan) (*kg.Result, error) {
	ctx, cancel := context.WithTimeout(ctx, l.timeout)
	defer cancel()
	return l.store.Run(ctx, plan)
}

func after(seq int64) kg.Page {
	return kg.Page{First: livePage, After: changeKey(&kg.Change{Seq: seq})}
}

// follow reads what comes after a place until ctx ends. A store that is away
// is waited for.
func (l *live) follow(ctx context.Context, seq int64) {
	var known kg.State
	for pause := l.every; ; {
		result, err := l.read(ctx, &kg.Plan{Root: kg.Changes{Page: after(seq)}, Known: known})
		switch {
		case ctx.Err() != nil:
			return
		case err != nil:
			if pause == l.every {
				l.log.LogAttrs(ctx, slog.LevelWarn, "subscribers wait for the store", slog.Any("error", err))
			}
			known, pause = "", min(2*pause, livePause)
		case result.Unchanged || len(result.Changes) == 0:
			known, pause = result.State, l.every
		default:
			seq, known, pause = result.Changes[len(result.Changes)-1].Seq, "", l.every
			l.add(result.Changes)
			if result.More {
				continue
			}
		}
		select {
		case <-time.After(pause):
		case <-ctx.Done():
			return
		}
	}
}

// add takes note of changes and wakes who waits for them.
func (l *live) add(changes []kg.Change) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.recent = append(l.recent, changes...)
	if drop := len(l.recent) - liveRecent; drop > 0 {
		l.from = l.recent[drop-1].Seq
		l.recent = slices.Clone(l.recent[drop:])
	}
	close(l.moved)
	l.moved = make(chan struct{})
}

// at gives changes after a place from those at hand, whether it could, and
// what is closed when there are more.
func (l *live) at(seq int64) (changes []kg.Change, known bool, moved <-chan struct{}) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if seq < l.from {
		return nil, false, l.moved
	}
	first, found := slices.BinarySearchFunc(l.recent, seq, func(c kg.Change, seq int64) int { return int(min(max(c.Seq-seq, -1), 1)) })
	if found {
		first++
	}
	return slices.Clone(l.recent[first:min(first+livePage, len(l.recent))]), true, l.moved
}

// next waits for the next change; nil when ctx is at its end.
// Errors: those of the store but that it is away, which is waited for.
func (s *subscription) next(ctx context.Context) (*kg.Change, error) {
	for {
		if len(s.ready) > 0 {
			change := s.ready[0]
			s.ready, s.after = s.ready[1:], change.Seq
			return &change, nil
		}
		var pause <-chan time.Time
		changes, known, moved := s.live.at(s.after)
		if !known {
			result, err := s.live.read(ctx, &kg.Plan{Root: kg.Changes{Page: after(s.after)}})
			switch {
			case ctx.Err() != nil:
				return nil, nil
			case err != nil && kg.CodeOf(err) != kg.Unavailable && kg.CodeOf(err) != kg.Timeout:
				return nil, err
			case err != nil:
				pause = time.After(livePause)
			default:
				changes = result.Changes
			}
		}
		if s.ready = changes; len(changes) > 0 {
			continue
		}
		select {
		case <-moved:
		case <-pause:
		case <-ctx.Done():
			return nil, nil
		}
	}
}
