package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
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

// measure asks a question with one sample after the other: first to warm up,
// then by one client, then by eight.
func measure(ctx context.Context, s *system, ask request, samples []sample, time1 time.Duration) (m measurement, err error) {
	for i := range min(len(samples), 60) {
		if _, err := s.ask(ctx, ask, samples[i]); err != nil {
			return m, err
		}
	}
	var took []time.Duration
	size := 0
	for begin := time.Now(); time.Since(begin) < time1; {
		at := time.Now()
		n, err := s.ask(ctx, ask, samples[len(took)%len(samples)])
		if err != nil {
			return m, err
		}
		took, size = append(took, time.Since(at)), size+n
	}
	m.bytes = size / len(took)
	slices.Sort(took)
	m.p50, m.p95 = took[len(took)/2], took[len(took)*95/100]

	var answers atomic.Int64
	var failure atomic.Pointer[error]
	var group sync.WaitGroup
	begin := time.Now()
	for c := range clients {
		group.Go(func() {
			for i := c; time.Since(begin) < time1 && failure.Load() == nil; i += clients {
				if _, err := s.ask(ctx, ask, samples[i%len(samples)]); err != nil {
					failure.Store(&err)
					return
				}
				answers.Add(1)
			}
		})
	}
	group.Wait()
	if failed := failure.Load(); failed != nil {
		return m, *failed
	}
	m.rate = float64(answers.Load()) / time.Since(begin).Seconds()
	return m, nil
}

// request is a question as one system takes it: the text, and the names under
// which it wants what a sample gives.
type request struct {
	text      string
	variables func(sample) map[string]any
}

// ask sends one question and gives the size of the answer. An answer with
// errors or without data is an error.
func (s *system) ask(ctx context.Context, q request, with sample) (int, error) {
	body := map[string]any{"query": q.text}
	if q.variables != nil {
		body["variables"] = q.variables(with)
	}
	answer, err := s.post(ctx, body)
	if err == nil && (bytes.HasPrefix(answer, []byte(`{"errors"`)) || bytes.Contains(answer, []byte(`"data":null`)) || !bytes.Contains(answer, []byte(`"data"`))) {
		err = fmt.Errorf("the answer is %.300s", answer)
	}
	return len(answer), err
}

func (s *system) post(ctx context.Context, body any) ([]byte, error) {
	data, err := json.Marshal(body)
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, s.url, bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	req.Header.Set("Content-Type", "application/json")
	resp, err := s.client.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}
