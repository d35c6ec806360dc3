package web

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/jimsmart/grobotstxt"

	"mueang/graph/kg"
)

// agent is the name by which robots.txt may address Mueang.
const agent = "Mueang"

const (
	longestRobots = 512 << 10        // bytes of a robots.txt that are read, as RFC 9309 wants it
	robotsAge     = 24 * time.Hour   // how long one is valid, as RFC 9309 wants it
	robotsRetry   = 10 * time.Minute // how long one that could not be read is not asked for again
	longestDelay  = 30 * time.Second // the Crawl-delay that is honoured at most
	mostRobots    = 256              // hosts whose rules are kept
)

// robots is what a site asks of programs.
type robots struct {
	text  string
	err   error // why it is not known
	until time.Time
}

// admit asks the robots.txt of an address's site whether it may be fetched.
// Errors: [kg.Forbidden] where it may not; those of fetching robots.txt, but
// that there is none allows everything (RFC 9309).
func (c *Client) admit(ctx context.Context, u *url.URL) error {
	site := url.URL{Scheme: u.Scheme, Host: strings.ToLower(u.Host), Path: "/robots.txt"}
	c.mu.Lock()
	rules, known := c.robots[site.String()]
	c.mu.Unlock()
	if !known || c.now().After(rules.until) {
		if rules = c.fetchRobots(ctx, &site); ctx.Err() != nil {
			return ctx.Err()
		}
		c.mu.Lock()
		if len(c.robots) >= mostRobots {
			clear(c.robots)
		}
		c.robots[site.String()] = rules
		c.mu.Unlock()
		if delay := crawlDelay(rules.text); delay > 0 {
			c.slow(u, delay)
		}
	}
	if rules.err != nil {
		return rules.err
	}
	if !allows(rules.text, u) {
		return kg.Errorf(kg.Forbidden, "", "%s asks programs not to fetch it: ask the site, or save the page and load the file", site.String())
	}
	return nil
}

func (c *Client) fetchRobots(ctx context.Context, site *url.URL) robots {
	found, err := c.follow(ctx, site, longestRobots, nil)
	var refusal *statusError
	switch {
	case err == nil:
		return robots{text: string(found.body), until: c.now().Add(robotsAge)}
	case errors.As(err, &refusal) && refusal.status >= 400 && refusal.status < 500 && refusal.status != http.StatusTooManyRequests:
		return robots{until: c.now().Add(robotsAge)}
	}
	if refusal != nil {
		err = kg.Errorf(kg.Unavailable, "", "cannot be fetched before %s is read, which says whether it may be (%d %s): load it again later",
			site.String(), refusal.status, http.StatusText(refusal.status))
	}
	return robots{err: err, until: c.now().Add(robotsRetry)} // what else befell it befalls the page
}

// allows reports whether a robots.txt lets Mueang fetch u. One on which the
// parser fails allows nothing.
func allows(text string, u *url.URL) (ok bool) {
	defer func() {
		if recover() != nil {
			ok = false
		}
	}()
	return grobotstxt.AgentAllowed(text, agent, u.String())
}

// crawlDelay gives the time that a robots.txt wants between two requests of
// Mueang: that of the group which names it, else that for all.
func crawlDelay(text string) (delay time.Duration) {
	defer func() {
		if recover() != nil {
			delay = 0
		}
	}()
	var d delays
	grobotstxt.Parse(text, &d)
	if d.named > 0 {
		return min(d.named, longestDelay)
	}
	return min(d.all, longestDelay)
}

// delays collects the Crawl-delay of a robots.txt, which is no rule of RFC 9309.
type delays struct {
	named, all time.Duration
	mine, any  bool // whom the group is for
	rules      bool // its first rule has been read: the next User-agent begins another
}

func (d *delays) HandleRobotsStart() {}
func (d *delays) HandleRobotsEnd()   {}

func (d *delays) HandleUserAgent(_ int, name string) {
	if d.rules {
		d.mine, d.any, d.rules = false, false, false
	}
	d.mine = d.mine || strings.EqualFold(strings.TrimSpace(name), agent)
	d.any = d.any || strings.TrimSpace(name) == "*"
}

func (d *delays) HandleAllow(int, string)    { d.rules = true }
func (d *delays) HandleDisallow(int, string) { d.rules = true }
func (d *delays) HandleSitemap(int, string)  {}

func (d *delays) HandleUnknownAction(_ int, action, value string) {
	if !strings.EqualFold(action, "crawl-delay") {
		return
	}
	d.rules = true
	seconds, err := strconv.ParseFloat(value, 64)
	if err != nil || !(seconds > 0) {
		return
	}
	wait := time.Duration(min(seconds, longestDelay.Seconds()) * float64(time.Second))
	if d.mine {
		d.named = wait
	}
	if d.any {
		d.all = wait
	}
}
