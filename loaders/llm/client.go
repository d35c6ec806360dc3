package llm

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"mueang/graph/kg"
)

// Options say where the model is and how long to wait for it.
type Options struct {
	Endpoint string        // the address before /chat/completions: https://host/v1; http on this machine only
	Model    string        // as the endpoint calls it
	Key      string        // sent as a bearer token; "" sends none
	Timeout  time.Duration // of one request; 0 means a minute
	Longest  int64         // bytes of a reply; 0 means 4 MB
	Attempts int           // requests in all while the endpoint is busy or out of order; 0 means 4
	Wait     time.Duration // before the second request, doubled before each further one; 0 means a second
}

// client talks to the endpoint. It never writes the key anywhere but into the
// header of a request.
type client struct {
	address  string
	model    string
	key      string
	longest  int64
	timeout  time.Duration
	attempts int
	wait     time.Duration
	http     *http.Client
}

func newClient(o Options) (*client, error) {
	address, err := url.Parse(o.Endpoint)
	switch {
	case o.Endpoint == "" || o.Model == "":
		return nil, kg.Errorf(kg.BadInput, "llm.New", "a language model needs an endpoint and the name of a model")
	case err != nil || address.Host == "":
		return nil, kg.Errorf(kg.BadInput, "llm.New", "the endpoint is no address such as https://host/v1")
	case address.User != nil || address.RawQuery != "" || address.Fragment != "":
		return nil, kg.Errorf(kg.BadInput, "llm.New", "the endpoint may hold neither a user nor a query: a key is read from the environment alone")
	case address.Scheme != "https" && !(address.Scheme == "http" && isLoopback(address.Hostname())):
		return nil, kg.Errorf(kg.BadInput, "llm.New", "the endpoint must be https, or http on this machine")
	}
	return &client{
		address: strings.TrimSuffix(address.String(), "/") + "/chat/completions", model: o.Model, key: o.Key,
		longest: cmp.Or(o.Longest, 4<<20), timeout: cmp.Or(o.Timeout, time.Minute),
		attempts: max(cmp.Or(o.Attempts, 4), 1), wait: cmp.Or(o.Wait, time.Second),
		// A redirect would carry the text, and maybe the key, to another host.
		http: &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }},
	}, nil
}

// isLoopback reports whether a host is this machine.
func isLoopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// facts asks for the facts of a text; whole is false where the reply breaks
// off.
// Errors: those of ctx; [kg.Unavailable].
func (c *client) facts(ctx context.Context, text string) (facts []fact, whole bool, err error) {
	body, err := json.Marshal(map[string]any{
		"model":       c.model,
		"temperature": 0,
		"messages": []map[string]string{
			{"role": "system", "content": instruction},
			{"role": "user", "content": text},
		},
		"response_format": map[string]any{"type": "json_schema", "json_schema": map[string]any{"name": "facts", "strict": true, "schema": replySchema()}},
	})
	if err != nil {
		return nil, false, kg.Wrap(kg.Internal, "llm.facts", err)
	}
	reply, err := c.post(ctx, body)
	if err != nil {
		return nil, false, err
	}
	said, err := content(reply)
	if err != nil {
		return nil, false, err
	}
	return parse(said)
}

// post sends a request, again and again while the endpoint is busy (429), out
// of order (5xx) or out of reach.
func (c *client) post(ctx context.Context, body []byte) ([]byte, error) {
	var failed error
	for attempt := range c.attempts {
		reply, after, err := c.once(ctx, body)
		if ctx.Err() != nil {
			return nil, kg.Wrap(kg.Timeout, "llm.post", ctx.Err())
		}
		if err == nil || after < 0 {
			return reply, err
		}
		failed = err
		if attempt+1 == c.attempts {
			break
		}
		timer := time.NewTimer(max(after, c.wait<<attempt))
		select {
		case <-ctx.Done():
			timer.Stop()
			return nil, kg.Wrap(kg.Timeout, "llm.post", ctx.Err())
		case <-timer.C:
		}
	}
	return nil, failed
}

// never says that a request is not to be sent again.
const never = time.Duration(-1)

// longestWait bounds what an endpoint may ask to wait.
const longestWait = time.Minute

// once sends one request. after says how long to wait at least before the next,
// or never.
func (c *client) once(ctx context.Context, body []byte) (reply []byte, after time.Duration, err error) {
	ctx, cancel := context.WithTimeout(ctx, c.timeout)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, c.address, bytes.NewReader(body))
	if err != nil {
		return nil, never, kg.Errorf(kg.BadInput, "llm.once", "the endpoint is no address")
	}
	request.Header.Set("Content-Type", "application/json")
	if c.key != "" {
		request.Header.Set("Authorization", "Bearer "+c.key)
	}
	response, err := c.http.Do(request)
	if err != nil {
		return nil, 0, unreachable(err)
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		// What the body says may repeat the key or the text: it is not shown.
		err := kg.Errorf(kg.Unavailable, "llm.once", "the language model's endpoint replied %d %s", response.StatusCode, http.StatusText(response.StatusCode))
		if response.StatusCode != http.StatusTooManyRequests && response.StatusCode < 500 {
			return nil, never, err
		}
		return nil, retryAfter(response.Header), err
	}
	reply, err = io.ReadAll(io.LimitReader(response.Body, c.longest+1))
	if err != nil {
		return nil, 0, unreachable(err)
	}
	if int64(len(reply)) > c.longest {
		return nil, never, kg.Errorf(kg.Unavailable, "llm.once", "the language model's reply is longer than %d bytes", c.longest)
	}
	return reply, 0, nil
}

// unreachable says that a request failed on its way; a deadline says so.
func unreachable(err error) error {
	if errors.Is(err, context.DeadlineExceeded) {
		return kg.Errorf(kg.Unavailable, "llm.once", "the language model's endpoint did not reply in time")
	}
	return &kg.Error{Code: kg.Unavailable, Op: "llm.once", Err: err, Msg: "the language model's endpoint cannot be reached"}
}

// retryAfter gives what the endpoint asks to wait, in seconds.
func retryAfter(header http.Header) time.Duration {
	seconds, err := strconv.Atoi(header.Get("Retry-After"))
	if err != nil || seconds < 0 {
		return 0
	}
	return min(time.Duration(seconds)*time.Second, longestWait)
}
