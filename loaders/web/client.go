// Package web fetches documents from http and https addresses: politely (a
// pause between two requests to a host, robots.txt, Retry-After), within limits
// (time, size, redirects), and from public addresses only unless it is told
// otherwise. What an address gives is read by package source; what the entries
// of a feed only point to is fetched in turn.
package web

import (
	"cmp"
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"maps"
	"mime"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"

	"mueang/graph/kg"
	"mueang/loaders/source"
)

// Options say how to fetch.
type Options struct {
	Version      string        // of Mueang, for the User-Agent
	Contact      string        // whom the operator of a site may write to, for the User-Agent; may be ""
	AllowPrivate bool          // also from private, loopback and other special addresses, and any port
	Pause        time.Duration // from the end of a request to the next one to the same host
	Again        bool          // addresses are asked again and again: what has not changed since the last time gives no document
}

const (
	dialTime     = 10 * time.Second // to connect, and again for TLS
	headerTime   = 30 * time.Second // from the request to the header of the answer
	wholeTime    = 2 * time.Minute  // for one request with its answer
	redirects    = 5                // followed at most
	attempts     = 4                // in all while a server is busy
	firstBackOff = 2 * time.Second  // before the second attempt, doubled before each further one
	mostHosts    = 1024             // that are remembered, but those that must wait
	mostPages    = 16384            // whose versions are remembered
	longestTag   = 512              // bytes of what names a version
	longestWait  = time.Minute      // the Retry-After that is honoured at most; over that the host is left alone
)

// Client fetches. It may be used from many goroutines.
type Client struct {
	agent    string
	pause    time.Duration
	check    func(netip.AddrPort) error // may an address be connected to
	resolver *net.Resolver              // nil: that of the system
	http     *http.Client
	now      func() time.Time
	sleep    func(context.Context, time.Duration) error

	mu     sync.Mutex
	hosts  map[string]host
	robots map[string]robots // by the address of robots.txt
	seen   map[string]seen   // what was given, by its address; nil: nothing is asked again
}

// version names a version of a page, as its server did: RFC 9110, section 8.8.
type version struct{ tag, modified string }

// seen is a page that was given.
type seen struct {
	version
	asked string // the address that was asked for, which may redirect
}

// host is what politeness wants of the requests to a host.
type host struct {
	next   time.Time     // not before
	closed time.Time     // not at all before: its Retry-After
	pause  time.Duration // its robots.txt asks for, 0 for none
}

// New makes a client. Proxies that the environment names are not used: one
// would resolve names where the client cannot see to what.
// Errors: [kg.BadInput] where the contact cannot stand in a header.
func New(o Options) (*Client, error) {
	if strings.ContainsFunc(o.Contact, func(r rune) bool { return r < ' ' || r > '~' || r == '(' || r == ')' || r == '\\' }) {
		return nil, kg.Errorf(kg.BadInput, "web.New", "the contact stands in a header: it may hold ASCII letters, digits and signs but ( ) and \\")
	}
	c := &Client{
		agent: fmt.Sprintf("%s/%s (knowledge graph of press releases; contact: %s)", agent, token(o.Version), cmp.Or(o.Contact, "the operator of this address")),
		pause: o.Pause, check: checkAddress, now: time.Now, sleep: sleep, hosts: map[string]host{}, robots: map[string]robots{},
	}
	if o.Again {
		c.seen = map[string]seen{}
	}
	if o.AllowPrivate {
		c.check = func(netip.AddrPort) error { return nil }
	}
	c.http = &http.Client{
		Transport: &http.Transport{
			DialContext: func(ctx context.Context, network, address string) (net.Conn, error) {
				// An address without a name is refused before there is a socket,
				// which some machines have none for.
				if to, err := netip.ParseAddrPort(address); err == nil {
					if err := c.check(to); err != nil {
						return nil, err
					}
				}
				dialer := net.Dialer{Timeout: dialTime, ControlContext: c.control, Resolver: c.resolver}
				return dialer.DialContext(ctx, network, address)
			},
			TLSHandshakeTimeout:    dialTime,
			ResponseHeaderTimeout:  headerTime,
			IdleConnTimeout:        time.Minute,
			MaxResponseHeaderBytes: 256 << 10,
			ForceAttemptHTTP2:      true,
		},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }, // follow does
		Timeout:       wholeTime,
	}
	return c, nil
}

// token makes a version one that a User-Agent may hold.
func token(version string) string {
	version = strings.Map(func(r rune) rune {
		switch {
		case r >= '0' && r <= '9', r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', strings.ContainsRune(".+-_", r):
			return r
		}
		return -1
	}, version)
	return cmp.Or(version, "unknown")
}

// answer is what an address gave.
type answer struct {
	url         *url.URL // behind the redirects
	contentType string
	body        []byte
	version     version
	unchanged   bool // since it was given last; there is no body
}

// get fetches a document.
// Errors: a *kg.Error, or that of ctx.
func (c *Client) get(ctx context.Context, address string) (answer, error) {
	u, err := parseURL(address)
	if err != nil {
		return answer{}, err
	}
	found, err := c.follow(ctx, u, source.MaxDocument, c.admit)
	switch {
	case err != nil:
		return found, err
	case len(found.body) > source.MaxDocument:
		return found, kg.Errorf(kg.BadInput, "", "is larger than %d MiB, the most that is fetched: save it and load the file", source.MaxDocument>>20)
	}
	c.remember(address, found)
	return found, nil
}

// remember keeps the version of what was given.
func (c *Client) remember(asked string, found answer) {
	if c.seen == nil || found.unchanged {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	delete(c.seen, found.url.String())
	if found.version == (version{}) || len(found.version.tag) > longestTag || len(found.version.modified) > longestTag {
		return
	}
	for address := range c.seen { // any, which is then fetched once more
		if len(c.seen) < mostPages {
			break
		}
		delete(c.seen, address)
	}
	c.seen[found.url.String()] = seen{found.version, asked}
}

// forget makes an address be fetched again though it has not changed.
func (c *Client) forget(asked string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	maps.DeleteFunc(c.seen, func(_ string, s seen) bool { return s.asked == asked })
}

// last gives the version of an address that was given last, if any.
func (c *Client) last(u *url.URL) version {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.seen[u.String()].version
}

// follow fetches what is at u or where it redirects to, and at most one byte
// more than limit; each address is asked of admit (nil: none is).
func (c *Client) follow(ctx context.Context, u *url.URL, limit int64, admit func(context.Context, *url.URL) error) (answer, error) {
	for hop := 0; ; hop++ {
		if admit != nil {
			if err := admit(ctx, u); err != nil {
				return answer{}, behind(u, hop, err)
			}
		}
		found, next, err := c.ask(ctx, u, limit)
		switch {
		case err != nil || next == nil:
			return found, behind(u, hop, err)
		case hop == redirects:
			return found, kg.Errorf(kg.BadInput, "", "redirects more than %d times: give the address where it ends", redirects)
		}
		if err := checkURL(next); err != nil {
			return found, behind(next, hop+1, err)
		}
		u = next
	}
}

// behind says of an error behind redirects from which address it came.
func behind(u *url.URL, hops int, err error) error {
	var known *kg.Error
	if hops == 0 || !errors.As(err, &known) {
		return err
	}
	return &kg.Error{Code: known.Code, Msg: fmt.Sprintf("redirects to %s, which %s", shown(u.String()), known.Msg), Err: err}
}

// ask makes a request, again while the server is busy. next is where it
// redirects to, nil where it does not.
func (c *Client) ask(ctx context.Context, u *url.URL, limit int64) (found answer, next *url.URL, err error) {
	for attempt, backOff := 1, firstBackOff; ; attempt, backOff = attempt+1, 2*backOff {
		if err := c.turn(ctx, u); err != nil {
			return found, nil, err
		}
		var after time.Duration
		found, next, after, err = c.once(ctx, u, limit)
		c.done(u, after)
		switch {
		case err == nil:
			return found, next, nil
		case ctx.Err() != nil:
			return found, nil, ctx.Err()
		case after > longestWait:
			return found, nil, leftAlone(after)
		case attempt == attempts || !busy(err):
			return found, nil, err
		}
		if err := c.sleep(ctx, max(backOff, after)); err != nil {
			return found, nil, err
		}
	}
}

// once makes one request. after is the Retry-After of a busy server.
func (c *Client) once(ctx context.Context, u *url.URL, limit int64) (found answer, next *url.URL, after time.Duration, err error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return found, nil, 0, kg.Errorf(kg.BadInput, "", "is no address that can be asked: %v", err)
	}
	request.Header.Set("User-Agent", c.agent)
	request.Header.Set("Accept", "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, application/x-ndjson, text/plain, */*;q=0.5")
	request.Header.Set("Accept-Language", "th, en;q=0.8, *;q=0.5")
	last := c.last(u)
	if last.tag != "" {
		request.Header.Set("If-None-Match", last.tag)
	}
	if last.modified != "" {
		request.Header.Set("If-Modified-Since", last.modified)
	}
	response, err := c.http.Do(request)
	if err != nil {
		return found, nil, 0, failed(err)
	}
	defer response.Body.Close()
	switch status := response.StatusCode; {
	case status == http.StatusMovedPermanently, status == http.StatusFound, status == http.StatusSeeOther,
		status == http.StatusTemporaryRedirect, status == http.StatusPermanentRedirect:
		if next, err = response.Location(); err != nil {
			return found, nil, 0, kg.Errorf(kg.BadInput, "", "redirects to no address (status %d)", status)
		}
		return found, next, 0, nil
	case status == http.StatusNotModified && last != (version{}):
		return answer{url: u, unchanged: true}, nil, 0, nil
	case status < 200 || status > 299:
		return found, nil, c.retryAfter(response.Header), &statusError{status}
	case response.Header.Get("Content-Encoding") != "": // gzip was undone and taken off
		return found, nil, 0, kg.Errorf(kg.BadInput, "", "is encoded as %q, which was not asked for: save it and load the file", response.Header.Get("Content-Encoding"))
	}
	found = answer{url: u, contentType: response.Header.Get("Content-Type"),
		version: version{response.Header.Get("ETag"), response.Header.Get("Last-Modified")}}
	if kind := unread(found.contentType); kind != "" {
		return found, nil, 0, kg.Errorf(kg.BadInput, "", "is %s: text, HTML pages, JSON Lines and feeds can be loaded", kind)
	}
	if found.body, err = io.ReadAll(io.LimitReader(response.Body, limit+1)); err != nil {
		return found, nil, 0, failed(err)
	}
	return found, nil, 0, nil
}

// unread gives the content type of what holds no text that can be read, "" for
// what may.
func unread(contentType string) string {
	kind, _, _ := mime.ParseMediaType(contentType)
	family, name, _ := strings.Cut(kind, "/")
	switch {
	case family == "image", family == "audio", family == "video", family == "font", family == "model":
		return kind
	case name == "pdf", name == "zip", name == "msword", strings.HasPrefix(name, "vnd.openxmlformats"), strings.HasPrefix(name, "vnd.ms-"),
		name == "javascript", name == "css":
		return kind
	}
	return ""
}

// statusError is an answer that is no document. It wraps the *kg.Error for the user.
type statusError struct{ status int }

func (e *statusError) Error() string { return e.Unwrap().Error() }

// Unwrap says what the status means for the user.
func (e *statusError) Unwrap() error {
	said := strings.TrimSpace(fmt.Sprintf("%d %s", e.status, http.StatusText(e.status)))
	switch {
	case e.status == http.StatusNotFound || e.status == http.StatusGone:
		return kg.Errorf(kg.NotFound, "", "is not there (%s): check the address", said)
	case e.status == http.StatusUnauthorized || e.status == http.StatusForbidden || e.status == http.StatusUnavailableForLegalReasons:
		return kg.Errorf(kg.Forbidden, "", "is refused by the server (%s): save it from a browser and load the file", said)
	case e.status >= 500 || e.status == http.StatusTooManyRequests:
		return kg.Errorf(kg.Unavailable, "", "the server cannot give it now (%s): load it again later", said)
	}
	return kg.Errorf(kg.BadInput, "", "the server gives no document (%s): check the address", said)
}

// busy reports whether an error may be gone when one asks again.
func busy(err error) bool {
	var refusal *statusError
	if errors.As(err, &refusal) {
		switch refusal.status {
		case http.StatusTooManyRequests, http.StatusBadGateway, http.StatusServiceUnavailable, http.StatusGatewayTimeout:
			return true
		}
		return false
	}
	return errors.Is(err, syscall.ECONNRESET) || errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF)
}

// failed says why there is no answer.
func failed(err error) error {
	var known *kg.Error
	var name *net.DNSError
	var certificate *tls.CertificateVerificationError
	var timeout net.Error
	switch {
	case errors.As(err, &known):
		return known // the guard's
	case errors.As(err, &name) && name.IsNotFound:
		return &kg.Error{Code: kg.NotFound, Msg: fmt.Sprintf("there is no host %s: check the address", name.Name), Err: err}
	case errors.As(err, &certificate):
		return &kg.Error{Code: kg.BadInput, Msg: fmt.Sprintf("its certificate does not hold (%v): it may be another's server", certificate.Err), Err: err}
	case errors.As(err, &timeout) && timeout.Timeout():
		return &kg.Error{Code: kg.Timeout, Msg: "did not answer in time: load it again later", Err: err}
	}
	var inner *url.Error
	reason := err
	if errors.As(err, &inner) {
		reason = inner.Err // without the address, which the place names
	}
	return &kg.Error{Code: kg.Unavailable, Msg: fmt.Sprintf("cannot be reached (%v): check the address, or load it again later", reason), Err: err}
}

// retryAfter reads how long a server wants not to be asked, 0 where it does not say.
func (c *Client) retryAfter(header http.Header) time.Duration {
	said := header.Get("Retry-After")
	if seconds, err := strconv.ParseUint(said, 10, 31); err == nil {
		return time.Duration(seconds) * time.Second
	}
	if at, err := http.ParseTime(said); err == nil {
		return max(0, at.Sub(c.now()))
	}
	return 0
}

// turn waits until a host may be asked.
func (c *Client) turn(ctx context.Context, u *url.URL) error {
	c.mu.Lock()
	h, now := c.hosts[u.Hostname()], c.now()
	wait := h.next.Sub(now)
	if h.closed.After(now) {
		c.mu.Unlock()
		return leftAlone(h.closed.Sub(now))
	}
	h.next = now.Add(max(wait, 0) + c.pauseOf(h)) // whoever asks meanwhile comes behind this one
	c.keep(u, h)
	c.mu.Unlock()
	if wait > 0 {
		return c.sleep(ctx, wait)
	}
	return ctx.Err()
}

// done notes the end of a request, and the Retry-After of its answer.
func (c *Client) done(u *url.URL, after time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	h, now := c.hosts[u.Hostname()], c.now()
	if next := now.Add(c.pauseOf(h)); next.After(h.next) {
		h.next = next
	}
	if after > longestWait {
		h.closed = now.Add(after)
	}
	c.keep(u, h)
}

// slow notes the pause that a robots.txt asks for.
func (c *Client) slow(u *url.URL, pause time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	h := c.hosts[u.Hostname()]
	h.pause = pause
	if next := c.now().Add(c.pauseOf(h)); next.After(h.next) {
		h.next = next
	}
	c.keep(u, h)
}

func (c *Client) pauseOf(h host) time.Duration { return max(c.pause, h.pause) }

// keep notes a host, and forgets those that may be asked by now when there are many.
func (c *Client) keep(u *url.URL, h host) {
	if now := c.now(); len(c.hosts) >= mostHosts {
		maps.DeleteFunc(c.hosts, func(_ string, h host) bool { return h.next.Before(now) && h.closed.Before(now) })
	}
	c.hosts[u.Hostname()] = h
}

func leftAlone(wait time.Duration) error {
	return kg.Errorf(kg.Unavailable, "", "asks to be left alone for %s: load it again then", wait.Round(time.Second))
}

func sleep(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-timer.C:
		return nil
	}
}
