package loaders

import (
	"context"
	"sync"
	"time"

	"mueang/graph/kg"
)

// Patient gives a store that waits where the one behind it is away for a time,
// and then goes on: what failed with an error that may pass by itself
// ([kg.RetryAfter]) is done again, after longer and longer pauses, until the
// store has been away for as long as patience lasts or ctx ends; then the
// store's error is given back. What is done again may have been done already,
// when the connection broke at its end, so it must be the same twice, as
// loading is.
//
// told, which may be nil, is called when the store goes away (once for all who
// wait), each minute, and, with a nil error, when it is back. It is called by
// one goroutine at a time.
func Patient(ctx context.Context, store kg.Store, patience time.Duration, told func(away time.Duration, err error)) kg.Store {
	if patience <= 0 {
		return store
	}
	if told == nil {
		told = func(time.Duration, error) {}
	}
	return &patient{Store: store, ctx: ctx, patience: patience, told: told}
}

type patient struct {
	kg.Store
	ctx      context.Context // of the load, which may end while a batch that must be written waits
	patience time.Duration
	told     func(time.Duration, error)

	mu      sync.Mutex
	waiting int       // who waits
	said    time.Time // when that was told last
}

// The pauses before something is tried again, and between two words about it.
const (
	firstPause = 250 * time.Millisecond
	lastPause  = 10 * time.Second
	sayEvery   = time.Minute
)

// Read implements [kg.Store].
func (p *patient) Read(ctx context.Context, f func(context.Context, kg.Reader) error) error {
	return p.insist(ctx, func() error { return p.Store.Read(ctx, f) })
}

// Update implements [kg.Store].
func (p *patient) Update(ctx context.Context, f func(context.Context, kg.Tx) error) error {
	return p.insist(ctx, func() error { return p.Store.Update(ctx, f) })
}

func (p *patient) insist(ctx context.Context, do func() error) error {
	err := do()
	if kg.RetryAfter(err) == 0 {
		return err
	}
	begun := time.Now()
	p.begin(err)
	defer func() { p.end(time.Since(begun), err == nil) }()
	for pause := firstPause; kg.RetryAfter(err) > 0; pause = min(2*pause, lastPause) {
		left := p.patience - time.Since(begun)
		if left <= 0 {
			return err
		}
		select {
		case <-time.After(min(pause, left)):
		case <-ctx.Done():
			return err
		case <-p.ctx.Done():
			return err
		}
		if err = do(); kg.RetryAfter(err) > 0 {
			p.say(time.Since(begun), err)
		}
	}
	return err
}

// begin notes that one more waits.
func (p *patient) begin(err error) {
	p.mu.Lock()
	p.waiting++
	p.mu.Unlock()
	p.say(0, err)
}

// say tells of the wait, when that was not told just now.
func (p *patient) say(away time.Duration, err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if now := time.Now(); now.Sub(p.said) >= sayEvery {
		p.said = now
		p.told(away, err)
	}
}

// end notes that one waits no more, and tells that the store is back when
// nobody does.
func (p *patient) end(away time.Duration, back bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.waiting--; p.waiting > 0 {
		return
	}
	p.said = time.Time{}
	if back {
		p.told(away, nil)
	}
}
