package graph

import (
	"context"
	"fmt"
	"math"
	"net/http"
	"net/netip"
	"strings"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"
	"golang.org/x/time/rate"

	"mueang/graph/kg"
)

// rates holds what each client may spend: its bucket fills steadily, holds as
// much as fills in a minute, and each request takes 1 and each operation its
// cost from it. A client is a token where a mutation brings a good one, else
// an address (of IPv6, its network of 64 bits, which one machine may have
// whole). The buckets are those of this process.
type rates struct {
	now      func() time.Time
	proxies  []netip.Prefix // which tell the address in X-Forwarded-For
	spending buckets        // cost; nil for no limit
	attempts buckets        // wrong tokens
}

// maxClients is how many clients are told apart at a time; those that came
// longest ago make room.
const maxClients = 100_000

// maxAttempts is how many wrong tokens a client may send in a minute.
const maxAttempts = 30

// buckets are one for each client.
type buckets struct {
	perMinute int
	kept      *lru.Cache[string, *rate.Limiter]
}

func newBuckets(perMinute int) (b buckets, err error) {
	b.perMinute = perMinute
	b.kept, err = lru.New[string, *rate.Limiter](maxClients)
	return b, kg.Wrap(kg.Internal, "graph.newBuckets", err)
}

// of gives the bucket of a client.
func (b buckets) of(client string) *rate.Limiter {
	if bucket, known := b.kept.Get(client); known {
		return bucket
	}
	made := rate.NewLimiter(rate.Limit(b.perMinute)/60, b.perMinute)
	if bucket, known, _ := b.kept.PeekOrAdd(client, made); known { // another request was faster
		return bucket
	}
	return made
}

func newRates(cfg Config) (*rates, error) {
	r := &rates{now: cfg.Now, proxies: cfg.TrustedProxies}
	var err error
	if cfg.RateLimit > 0 {
		if r.spending, err = newBuckets(cfg.RateLimit); err != nil {
			return nil, err
		}
	}
	r.attempts, err = newBuckets(maxAttempts)
	return r, err
}

// client gives the address that a request is from, as the trusted proxies tell
// it: the last one that is none of them.
func (r *rates) client(request *http.Request) string {
	from, err := netip.ParseAddrPort(request.RemoteAddr)
	if err != nil { // no TCP
		return request.RemoteAddr
	}
	address := from.Addr().Unmap()
	if r.trusts(address) {
		hops := strings.Split(strings.Join(request.Header.Values("X-Forwarded-For"), ","), ",")
		for i := len(hops) - 1; i >= 0; i-- {
			hop, err := netip.ParseAddr(strings.TrimSpace(hops[i]))
			if err != nil {
				break
			}
			if address = hop.Unmap(); !r.trusts(address) {
				break
			}
		}
	}
	if address.Is6() {
		network, _ := address.WithZone("").Prefix(64) // of an IPv6 address there is one
		return network.String()
	}
	return address.String()
}

func (r *rates) trusts(address netip.Addr) bool {
	for _, proxy := range r.proxies {
		if proxy.Contains(address) {
			return true
		}
	}
	return false
}

// spend takes a cost from the bucket of a client. One that is above what the
// bucket holds takes all but the 1 of the request itself.
// Errors: [kg.RateLimited] where there is too little in it.
func (r *rates) spend(client string, cost int) *kg.Error {
	if r.spending.kept == nil || cost <= 0 {
		return nil
	}
	now := r.now()
	reserved := r.spending.of(client).ReserveN(now, min(cost, max(r.spending.perMinute-1, 1)))
	wait := reserved.DelayFrom(now)
	if wait <= 0 {
		return nil
	}
	reserved.CancelAt(now)
	return limited(wait, "too much is asked from here: %d a minute may be spent", r.spending.perMinute)
}

func limited(wait time.Duration, format string, args ...any) *kg.Error {
	err := kg.Errorf(kg.RateLimited, "", format+"; ask again in %d seconds", append(args, int(math.Ceil(wait.Seconds())))...)
	err.RetryAfter = wait
	return err
}

// attempt tells whether a client may try a token, of which it has tried too
// many wrong ones otherwise.
// Errors: [kg.RateLimited].
func (r *rates) attempt(client string) error {
	if r.attempts.of(client).TokensAt(r.now()) < 1 {
		return limited(time.Minute/maxAttempts, "too many tokens that are none were sent from here")
	}
	return nil
}

// failed counts a token that is none.
func (r *rates) failed(client string) { r.attempts.of(client).AllowN(r.now(), 1) }

// left gives what a client may spend now, and when it will be as much as ever;
// false for no limit.
func (r *rates) left(client string) (remaining int, full time.Time, ok bool) {
	if r.spending.kept == nil {
		return 0, time.Time{}, false
	}
	now := r.now()
	tokens := max(r.spending.of(client).TokensAt(now), 0)
	missing := float64(r.spending.perMinute) - tokens
	return int(tokens), now.Add(time.Duration(missing / float64(r.spending.perMinute) * float64(time.Minute))), true
}

// tell says in the header what is left (draft-ietf-httpapi-ratelimit-headers).
func (r *rates) tell(header http.Header, client string) {
	remaining, full, ok := r.left(client)
	if !ok {
		return
	}
	header["Ratelimit-Policy"] = []string{fmt.Sprintf(`"cost";q=%d;w=60`, r.spending.perMinute)}
	header["Ratelimit"] = []string{fmt.Sprintf(`"cost";r=%d;t=%d`, remaining, int(math.Ceil(full.Sub(r.now()).Seconds())))}
}

// rateState is what rateLimit tells.
type rateState struct {
	cost, remaining, limit int
	full                   time.Time
}

// rateLimit compiles the root field about what the client may ask for.
func (c *compiler) rateLimit(f selected, op *keptOperation) *rootField {
	write := optional(compileLeaves(c, f.selections(), "RateLimit", leaves[*rateState]{
		"cost":      func(w *writer, s *rateState) bool { return w.int(s.cost) },
		"remaining": func(w *writer, s *rateState) bool { return w.int(s.remaining) },
		"limit":     func(w *writer, s *rateState) bool { return w.int(s.limit) },
		"resetAt":   func(w *writer, s *rateState) bool { return w.text(s.full.UTC().Format(time.RFC3339)) },
	}))
	return &rootField{err: c.err, do: func(ctx context.Context, x *executor, _ string) (func(*writer) bool, error) {
		var state *rateState
		if remaining, full, ok := x.rates.left(exchangeOf(ctx).client); ok {
			state = &rateState{op.cost, remaining, x.rates.spending.perMinute, full}
		}
		return func(w *writer) bool { return write(w, state) }, nil
	}}
}
