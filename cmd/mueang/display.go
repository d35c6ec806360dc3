package main

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/schollz/progressbar/v3"
	"github.com/urfave/cli/v3"
	"golang.org/x/term"

	"mueang/graph/kg"
	"mueang/loaders"
	"mueang/loaders/quarantine"
)

// display shows how a load goes on: a bar on a terminal, a line every ten
// seconds elsewhere, JSON Lines where they are asked for. It serves one load
// at a time.
type display struct {
	m          *Main
	mu         sync.Mutex // guards what is shown: who waits for the store tells so from another goroutine
	quiet, dry bool
	watching   bool
	json       *json.Encoder // nil: for people
	terminal   bool
	bar        *progressbar.ProgressBar // of a terminal, once there was something to show
	quarantine *quarantine.Folder       // nil: nothing is kept
	begin      time.Time
	last       time.Time      // when something was shown last
	all        loaders.Report // of the loads that have ended
	total      int64          // of loaders.Report.Read; 0: not known
}

// The events of --json; docs/loading.md describes them.
type (
	progressEvent struct {
		Event string `json:"event"` // progress
		counts
		Share       *float64 `json:"share"`       // of the input that has been read, 0 to 1; null where it is not known
		SecondsLeft *float64 `json:"secondsLeft"` // null likewise
	}
	rejectedEvent struct {
		Event  string  `json:"event"` // rejected
		Place  string  `json:"place"`
		Code   kg.Code `json:"code"`
		Reason string  `json:"reason"`
	}
	waitingEvent struct {
		Event    string  `json:"event"` // waiting: the store is away
		Code     kg.Code `json:"code"`
		Reason   string  `json:"reason"`
		Seconds  float64 `json:"seconds"`  // since when
		Patience float64 `json:"patience"` // seconds after which the load ends: --retry-for
	}
	resumedEvent struct {
		Event   string  `json:"event"`   // resumed: the store is back
		Seconds float64 `json:"seconds"` // that it was away
	}
	doneEvent struct {
		Event string `json:"event"` // done
		counts
		Reasons    map[kg.Code]int `json:"reasons"` // rejected documents by code
		DryRun     bool            `json:"dryRun"`
		FactsNew   *int            `json:"factsNew,omitempty"`  // of a dry run
		FactsGone  *int            `json:"factsGone,omitempty"` // likewise
		Incomplete string          `json:"incomplete,omitempty"`
	}
	counts struct {
		New       int     `json:"new"`
		Updated   int     `json:"updated"`
		Same      int     `json:"same"`
		Retracted int     `json:"retracted"` // stay out, as a person withdrew them
		Rejected  int     `json:"rejected"`
		Seconds   float64 `json:"seconds"`
		Rate      float64 `json:"rate"` // documents a second
	}
)

func (m *Main) display(c *cli.Command) *display {
	d := &display{m: m, quiet: c.Bool("quiet"), dry: c.Bool("dry-run"), watching: c.Bool("watch"), begin: m.Now(), last: m.Now()}
	d.all.Rejected = map[kg.Code]int{}
	if folder := quarantineFolder(c); folder != "" && !d.dry {
		d.quarantine = quarantine.New(folder, m.Now)
	}
	file, isFile := m.Stderr.(*os.File)
	switch {
	case c.Bool("json"):
		d.json = json.NewEncoder(m.Stdout)
		d.json.SetEscapeHTML(false)
	case !d.quiet && isFile && term.IsTerminal(int(file.Fd())):
		d.terminal = true
	}
	return d
}

// quarantineFolder gives the folder for what is rejected, "" for none.
func quarantineFolder(c *cli.Command) string {
	switch folder := c.String("quarantine"); folder {
	case "none":
		return ""
	case "":
		if path, embedded := strings.CutPrefix(c.String("store"), "sqlite:"); embedded {
			return filepath.Join(filepath.Dir(path), "quarantine")
		}
		return ""
	default:
		return folder
	}
}

// progress is called often; it shows something ten times a second on a
// terminal, every second in JSON and every ten seconds in lines.
func (d *display) progress(r loaders.Report) {
	d.mu.Lock()
	defer d.mu.Unlock()
	every := 10 * time.Second
	switch {
	case d.json != nil:
		every = time.Second
	case d.terminal:
		every = 100 * time.Millisecond
	}
	now := d.m.Now()
	if d.quiet || now.Sub(d.last) < every {
		return
	}
	d.last = now
	counts, share := d.counts(r), d.share(r.Read)
	left := math.NaN()
	if share > 0 {
		left = counts.Seconds * (1 - share) / share
	}
	switch {
	case d.json != nil:
		d.write(progressEvent{"progress", counts, number(share), number(left)})
	case d.terminal:
		d.draw(line(r.Done(), counts.Rate, share, left), share)
	default:
		fmt.Fprintln(d.m.Stderr, "loading: "+line(r.Done(), counts.Rate, share, left))
	}
}

// draw draws the bar, or a spinner where the share is not known.
func (d *display) draw(text string, share float64) {
	const full = 1000
	if d.bar == nil {
		most := int64(full)
		if math.IsNaN(share) {
			most = -1
		}
		d.bar = progressbar.NewOptions64(most, progressbar.OptionSetWriter(d.m.Stderr), progressbar.OptionSetWidth(20),
			progressbar.OptionSetSpinnerChangeInterval(0), // it would go on drawing behind the report
			progressbar.OptionSetElapsedTime(false), progressbar.OptionSetPredictTime(false))
	}
	d.bar.Describe("loading: " + text)
	if math.IsNaN(share) {
		_ = d.bar.Add(1)
	} else {
		_ = d.bar.Set64(min(full-1, int64(full*share))) // a full one ends
	}
}

// line writes "1024 documents, 212/s, 31 %, 10s left".
func line(done int, rate, share, left float64) string {
	text := fmt.Sprintf("%d documents, %.0f/s", done, rate)
	if share > 0 {
		text += fmt.Sprintf(", %.0f %%, %s left", 100*share, (time.Duration(left * float64(time.Second))).Round(time.Second))
	}
	return text
}

// share gives how much of the input has been read, NaN where it is not known.
func (d *display) share(read int64) float64 {
	if d.total <= 0 {
		return math.NaN()
	}
	return min(1, float64(read)/float64(d.total))
}

func (d *display) counts(r loaders.Report) counts {
	seconds := d.m.Now().Sub(d.begin).Seconds()
	c := counts{New: r.New, Updated: r.Updated, Same: r.Same, Retracted: r.Retracted, Rejected: r.Refused(), Seconds: round(seconds)}
	if seconds > 0 {
		c.Rate = round(float64(r.Done()) / seconds)
	}
	return c
}

func round(x float64) float64 { return math.Round(x*1000) / 1000 }

// number gives nil for what is not known.
func number(x float64) *float64 {
	if math.IsNaN(x) {
		return nil
	}
	x = round(x)
	return &x
}

// reject tells of a document that is not loaded, and keeps it.
func (d *display) reject(r loaders.Rejection) {
	d.mu.Lock()
	defer d.mu.Unlock()
	reason := message(r.Err)
	if d.json != nil {
		d.write(rejectedEvent{"rejected", r.Place, kg.CodeOf(r.Err), reason})
	} else {
		d.clear()
		fmt.Fprintf(d.m.Stderr, "mueang: rejected %s\n", reason)
	}
	if d.quarantine == nil {
		return
	}
	if err := d.quarantine.Keep(r.Place, kg.CodeOf(r.Err), reason, r.Raw); err != nil {
		d.clear()
		fmt.Fprintf(d.m.Stderr, "mueang: %s; what is rejected from here on is not kept\n", message(err))
		d.quarantine = nil
	}
}

// waiting gives a function that tells of a store that is away, and that it is
// back: see [loaders.Patient].
func (d *display) waiting(patience time.Duration) func(away time.Duration, err error) {
	return func(away time.Duration, err error) {
		d.mu.Lock()
		defer d.mu.Unlock()
		away = away.Round(time.Second)
		reason := ""
		if err != nil {
			reason = message(err)
		}
		switch {
		case d.json != nil && err != nil:
			d.write(waitingEvent{"waiting", kg.CodeOf(err), reason, away.Seconds(), patience.Seconds()})
		case d.json != nil:
			d.write(resumedEvent{"resumed", away.Seconds()})
		case err != nil:
			d.clear()
			fmt.Fprintf(d.m.Stderr, "mueang: waiting (%s of %s): %s\n", away, patience, reason)
		default:
			d.clear()
			fmt.Fprintf(d.m.Stderr, "mueang: the store is back after %s; the load goes on\n", away)
		}
	}
}

// clear takes the bar off the line that something else is written to.
func (d *display) clear() {
	if d.bar != nil {
		_ = d.bar.Clear()
	}
}

// end adds up the reports of the loads that have ended.
func (d *display) end(r loaders.Report) {
	d.all.New += r.New
	d.all.Updated += r.Updated
	d.all.Same += r.Same
	d.all.Retracted += r.Retracted
	d.all.FactsNew += r.FactsNew
	d.all.FactsGone += r.FactsGone
	for code, n := range r.Rejected {
		d.all.Rejected[code] += n
	}
	if d.watching && d.json == nil && !d.quiet && r.New+r.Updated+r.Refused() > 0 {
		d.clear()
		fmt.Fprintf(d.m.Stdout, "%s loaded: %s\n", d.m.Now().Format(time.RFC3339), summary(r))
	}
}

// report says what became of everything; err is why it ended early.
func (d *display) report(err error) {
	d.clear()
	switch {
	case d.json != nil:
		event := doneEvent{Event: "done", counts: d.counts(d.all), Reasons: d.all.Rejected, DryRun: d.dry}
		if d.dry {
			event.FactsNew, event.FactsGone = &d.all.FactsNew, &d.all.FactsGone
		}
		if err != nil {
			event.Incomplete = message(err)
		}
		d.write(event)
	case !d.quiet:
		verb := "loaded"
		if d.dry {
			verb = "dry run"
		}
		if err != nil {
			verb += " before it ended"
		}
		fmt.Fprintf(d.m.Stdout, "%s: %s in %s\n", verb, summary(d.all), d.m.Now().Sub(d.begin).Round(time.Millisecond))
		if d.dry {
			fmt.Fprintf(d.m.Stdout, "facts: %d would come, %d would go\n", d.all.FactsNew, d.all.FactsGone)
		}
	}
}

// summary writes "3 new, 0 updated, 1 unchanged, 2 rejected (BAD_USER_INPUT 2)".
func summary(r loaders.Report) string {
	text := fmt.Sprintf("%d new, %d updated, %d unchanged", r.New, r.Updated, r.Same)
	if r.Retracted > 0 {
		text += fmt.Sprintf(", %d stay retracted (mueang acts shows by whom, mueang undo brings one back)", r.Retracted)
	}
	text += fmt.Sprintf(", %d rejected", r.Refused())
	var reasons []string
	for _, code := range slices.SortedFunc(maps.Keys(r.Rejected), func(a, b kg.Code) int {
		return cmp.Or(r.Rejected[b]-r.Rejected[a], cmp.Compare(a, b))
	}) {
		reasons = append(reasons, fmt.Sprintf("%s %d", code, r.Rejected[code]))
	}
	if len(reasons) > 0 {
		text += " (" + strings.Join(reasons, ", ") + ")"
	}
	return text
}

func (d *display) write(event any) {
	if err := d.json.Encode(event); err != nil && !errors.Is(err, os.ErrClosed) {
		fmt.Fprintf(d.m.Stderr, "mueang: standard output: %v\n", err)
	}
}

// bar gives a function that shows how many documents are done: a progress bar
// on a terminal, a line every ten seconds elsewhere.
func (m *Main) bar(what string, quiet bool) func(done int) {
	file, ok := m.Stderr.(*os.File)
	switch {
	case quiet:
		return func(int) {}
	case ok && term.IsTerminal(int(file.Fd())):
		bar := progressbar.NewOptions(-1, progressbar.OptionSetWriter(m.Stderr), progressbar.OptionSetDescription(what),
			progressbar.OptionShowCount(), progressbar.OptionShowIts(), progressbar.OptionSetItsString("documents"),
			progressbar.OptionClearOnFinish(), progressbar.OptionThrottle(100*time.Millisecond))
		return func(done int) { _ = bar.Set(done) }
	}
	last := m.Now()
	return func(done int) {
		if now := m.Now(); now.Sub(last) >= 10*time.Second {
			last = now
			fmt.Fprintf(m.Stderr, "%s: %d documents\n", what, done)
		}
	}
}
