package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"slices"
	"sync"
	"sync/atomic"
	"time"
)

// measurement is what one system takes for one question.
type measurement struct {
	p50, p95 time.Duration // of one client asking alone
	rate     float64       // answers a second, eight clients asking
	bytes    int           // of an answer, on average
}

// clients is how many ask at once for the rate.
const clients = 8

// rounds is how often the systems take turns in one question, so that none has
// the machine, or a database that has got warm, for itself.
const rounds = 3

// compare asks one question of each system that can answer it: first to warm
// up, then in turns, by one client and then by eight.
func compare(ctx context.Context, systems []*system, q question, samples []sample, total time.Duration) (map[*system]measurement, error) {
	found := map[*system]*timing{}
	for round := range 1 + rounds {
		for _, s := range systems {
			ask, ok := q.ask[s.speaks]
			if !ok {
				continue
			}
			if round == 0 {
				found[s] = &timing{}
				fmt.Fprintf(os.Stderr, "bench: %s, %s\n", q.name, s.name)
			}
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			t, err := measure(s, ask, samples, total/rounds)
			if err != nil {
				return nil, fmt.Errorf("%s, asked of %s: %w", q.name, s.name, err)
			}
			if round > 0 {
				found[s].add(t)
			}
		}
	}
	measured := map[*system]measurement{}
	for s, t := range found {
		measured[s] = t.measurement()
	}
	return measured, nil
}

// timing is what was seen of one system.
type timing struct {
	alone   []time.Duration // of answers to one client
	bytes   int             // of those answers
	answers int64           // to eight clients
	eight   time.Duration   // in this time
}

func (t *timing) add(other timing) {
	t.alone = append(t.alone, other.alone...)
	t.bytes, t.answers, t.eight = t.bytes+other.bytes, t.answers+other.answers, t.eight+other.eight
}

func (t *timing) measurement() measurement {
	slices.Sort(t.alone)
	n := len(t.alone)
	return measurement{t.alone[n/2], t.alone[n*95/100], float64(t.answers) / t.eight.Seconds(), t.bytes / n}
}

// measure asks a question with one sample after the other for a while.
func measure(s *system, ask request, samples []sample, long time.Duration) (t timing, err error) {
	s.client.close() // a server may have closed what nobody used while others had their turn
	for begin := time.Now(); time.Since(begin) < long; {
		at := time.Now()
		n, err := s.ask(ask, samples[len(t.alone)%len(samples)])
		if err != nil {
			return t, err
		}
		t.alone, t.bytes = append(t.alone, time.Since(at)), t.bytes+n
	}
	var answers atomic.Int64
	var failure atomic.Pointer[error]
	var group sync.WaitGroup
	begin := time.Now()
	for c := range clients {
		group.Go(func() {
			for i := c; time.Since(begin) < long && failure.Load() == nil; i += clients {
				if _, err := s.ask(ask, samples[i%len(samples)]); err != nil {
					failure.Store(&err)
					return
				}
				answers.Add(1)
			}
		})
	}
	group.Wait()
	if failed := failure.Load(); failed != nil {
		return t, *failed
	}
	t.answers, t.eight = answers.Load(), time.Since(begin)
	return t, nil
}

// request is a question as one system takes it: the text, and the names under
// which it wants what a sample gives.
type request struct {
	text      string
	variables func(sample) map[string]any
}

// ask sends one question and gives the size of the answer. An answer with
// errors or without data is an error.
func (s *system) ask(q request, with sample) (int, error) {
	body := map[string]any{"query": q.text}
	if q.variables != nil {
		body["variables"] = q.variables(with)
	}
	answer, err := s.client.post(body)
	if err == nil && (bytes.HasPrefix(answer, []byte(`{"errors"`)) || bytes.Contains(answer, []byte(`"data":null`)) || !bytes.Contains(answer, []byte(`"data"`))) {
		err = fmt.Errorf("the answer is %.300s", answer)
	}
	return len(answer), err
}
