package main

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"regexp"
	"runtime"
	"strings"
	"time"
)

// report is a table for each size, in the order of asking.
type report struct {
	options options
	systems []sized
	rows    []row
}

// sized are the systems that served a graph of some documents.
type sized struct {
	documents int
	systems   []*system
}

type row struct {
	documents int
	question  question
	system    *system
	measurement
}

func newReport(o options) *report { return &report{options: o} }

func (r *report) add(one row) { r.rows = append(r.rows, one) }

func (r *report) write(out io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "# The same questions, asked in several ways\n\nWritten on %s by\n\n    go run ./bench %s\n\non %d CPUs with %s. %s\n",
		time.Now().UTC().Format(time.DateOnly), r.options.String(), runtime.NumCPU(), runtime.Version(), versions(r.options.embedded))
	b.WriteString(`
Systems take turns in each question: one client for p50 and p95, then eight for the requests a second. Times are end to end over HTTP
on loopback. Every answer is computed, but for those "asked again": there Mueang keeps answers until the graph changes, as it does unless
told otherwise, and asks the store only whether it has. "By hand" is Cypher through the Go driver, answered as JSON over HTTP; "the usual" is @neo4j/graphql behind graphql-yoga.

`)
	for _, q := range questions {
		fmt.Fprintf(&b, "- %s: %s\n", q.name, q.about)
	}
	for _, at := range r.systems {
		r.table(&b, at)
	}
	if len(r.systems) > 1 {
		r.growth(&b)
	}
	_, err := io.WriteString(out, b.String())
	return err
}

// table writes what was measured at one size.
func (r *report) table(b *strings.Builder, at sized) {
	fmt.Fprintf(b, "\n## %d documents (`mueang synth --documents %[1]d --seed %d`)\n\n", at.documents, seed)
	for _, s := range at.systems {
		var facts []string
		if s.size > 0 {
			facts = append(facts, fmt.Sprintf("%d MB on disk", s.size>>20))
		}
		if s.loaded > 0 {
			facts = append(facts, "filled in "+s.loaded.Round(time.Second).String())
		}
		if s.memory > 0 {
			facts = append(facts, fmt.Sprintf("at most %d MB of memory for the server", s.memory>>20))
		}
		if facts != nil {
			fmt.Fprintf(b, "- %s: %s\n", s.name, strings.Join(facts, ", "))
		}
	}
	b.WriteString("\n| question | system | p50 ms | p95 ms | requests/s | bytes | p50 ÷ embedded | p50 ÷ by hand | usual p50 ÷ this | requests/s ÷ usual |\n|---|---|--:|--:|--:|--:|--:|--:|--:|--:|\n")
	p50 := func(m measurement) float64 { return ms(m.p50) }
	for _, one := range r.rows {
		if one.documents != at.documents {
			continue
		}
		fmt.Fprintf(b, "| %s | %s | %.2f | %.2f | %.0f | %d | %s | %s | %s | %s |\n", one.question.name, one.system.name,
			ms(one.p50), ms(one.p95), one.rate, one.bytes,
			times(p50(one.measurement), r.other(one, mueang, p50)), times(p50(one.measurement), r.other(one, cypher, p50)),
			times(r.other(one, peer, p50), p50(one.measurement)),
			times(one.rate, r.other(one, peer, func(m measurement) float64 { return m.rate })))
	}
}

// other gives a figure of the first system that speaks a language, in the same
// question at the same size; 0 where there is none.
func (r *report) other(one row, speaks language, figure func(measurement) float64) float64 {
	for _, other := range r.rows {
		if other.documents == one.documents && other.question.name == one.question.name && other.system.speaks == speaks {
			return figure(other.measurement)
		}
	}
	return 0
}

// times writes how many times b is in a.
func times(a, b float64) string {
	if a == 0 || b == 0 {
		return ""
	}
	return fmt.Sprintf("%.2f×", a/b)
}

// growth writes how p50 grows with the graph.
func (r *report) growth(b *strings.Builder) {
	b.WriteString("\n## How p50 grows\n\n| question | system |")
	for _, at := range r.systems {
		fmt.Fprintf(b, " %d documents, ms |", at.documents)
	}
	b.WriteString(" last ÷ first |\n|---|---|" + strings.Repeat("--:|", len(r.systems)+1) + "\n")
	first, last := r.systems[0].documents, r.systems[len(r.systems)-1].documents
	for _, one := range r.rows {
		if one.documents != first {
			continue
		}
		fmt.Fprintf(b, "| %s | %s |", one.question.name, one.system.name)
		at := map[int]float64{}
		for _, other := range r.rows {
			if other.question.name == one.question.name && other.system.name == one.system.name {
				at[other.documents] = ms(other.p50)
				fmt.Fprintf(b, " %.2f |", ms(other.p50))
			}
		}
		fmt.Fprintf(b, " %s |\n", times(at[last], at[first]))
	}
}

// versions says what took part, of what the sources pin.
func versions(embedded bool) string {
	if embedded {
		return ""
	}
	var found []string
	if pom, err := os.ReadFile("deploy/neo4j/pom.xml"); err == nil {
		if m := regexp.MustCompile(`<neo4j.version>([\d.]+)<`).FindSubmatch(pom); m != nil {
			found = append(found, "Neo4j "+string(m[1]))
		}
	}
	if list, err := os.ReadFile("bench/peer/package.json"); err == nil {
		for _, m := range regexp.MustCompile(`"(@neo4j/graphql|graphql-yoga|neo4j-driver)": "([\d.]+)"`).FindAllSubmatch(list, -1) {
			found = append(found, string(m[1])+" "+string(m[2]))
		}
	}
	if node, err := exec.Command("node", "--version").Output(); err == nil {
		found = append(found, "Node.js "+strings.TrimSpace(string(node)))
	}
	return strings.Join(found, ", ") + "."
}

func ms(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }
