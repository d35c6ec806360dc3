package main

import (
	"fmt"
	"io"
	"runtime"
	"strings"
	"time"
)

// report is a table for each question, in the order of asking.
type report struct {
	options options
	systems []*system
	rows    []row
}

type row struct {
	question question
	system   *system
	measurement
}

func newReport(o options, systems []*system) *report { return &report{options: o, systems: systems} }

func (r *report) add(q question, s *system, m measurement) {
	r.rows = append(r.rows, row{q, s, m})
}

func (r *report) write(out io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "Synthetic graph of %d documents (`mueang synth --documents %[1]d --seed %d`), %d CPUs, %s, %s.\n\n", r.options.documents, seed,
		runtime.NumCPU(), runtime.Version(), time.Now().UTC().Format(time.DateOnly))
	for _, s := range r.systems {
		if s.size > 0 {
			fmt.Fprintf(&b, "- %s: %d MB on disk", s.name, s.size>>20)
			if s.loaded > 0 {
				fmt.Fprintf(&b, ", filled in %s", s.loaded.Round(time.Second))
			}
			b.WriteString("\n")
		}
	}
	b.WriteString("\n| question | system | p50 ms | p95 ms | requests/s at 8 | bytes | p50 beside Mueang embedded | requests/s beside @neo4j/graphql |\n|---|---|---|---|---|---|---|---|\n")
	for _, one := range r.rows {
		fmt.Fprintf(&b, "| %s | %s | %.2f | %.2f | %.0f | %d | %s | %s |\n", one.question.name, one.system.name,
			ms(one.p50), ms(one.p95), one.rate, one.bytes,
			r.beside(one, mueang, func(m measurement) float64 { return ms(m.p50) }),
			r.beside(one, peer, func(m measurement) float64 { return m.rate }))
	}
	b.WriteString("\n")
	for _, q := range questions {
		fmt.Fprintf(&b, "- %s: %s\n", q.name, q.about)
	}
	_, err := io.WriteString(out, b.String())
	return err
}

// beside gives how many times a row's figure is that of the first system that
// speaks a language, in the same question.
func (r *report) beside(one row, speaks language, figure func(measurement) float64) string {
	for _, other := range r.rows {
		if other.question.name == one.question.name && other.system.speaks == speaks {
			return fmt.Sprintf("%.2f×", figure(one.measurement)/figure(other.measurement))
		}
	}
	return ""
}

func ms(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }
