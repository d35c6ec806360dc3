package loaders

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"mueang/graph/kg"
)

// Explain writes an extraction for a person to read in a terminal: the things
// with their names and attributes, the facts in the order of the text, each
// with its rule, confidence and quote, and the candidates that were dropped,
// with the reason.
// Errors: those of out.
func Explain(out io.Writer, x kg.Extraction) error {
	w := &explainer{out: out, things: map[kg.ID]*kg.Thing{}}
	d := x.Document
	w.line("%s", d.Name())
	w.line("%s · %s · published %s · read by %s", cmp.Or(d.Publisher, "publisher unknown"), cmp.Or(d.URL, d.Source),
		cmp.Or(date(d.PublishedOn), "unknown"), cmp.Or(d.Reader, "?"))

	w.line("\nThings (%d)", len(x.Things))
	for i := range x.Things {
		w.things[x.Things[i].ID] = &x.Things[i]
		w.thing(&x.Things[i])
	}
	claims := slices.Clone(x.Claims)
	slices.SortStableFunc(claims, func(a, b kg.Claim) int { return start(a) - start(b) })
	w.line("\nFacts (%d)", len(claims))
	for _, c := range claims {
		w.claim(c)
	}
	w.line("\nDropped (%d)", len(x.Near))
	for _, n := range x.Near {
		w.line("  %s: %s", n.Rule, n.Reason)
		w.line("    %d–%d “%s”", n.Start, n.End, oneLine(n.Text))
	}
	return w.err
}

type explainer struct {
	out    io.Writer
	things map[kg.ID]*kg.Thing
	err    error
}

func (w *explainer) line(format string, args ...any) {
	if w.err == nil {
		_, w.err = fmt.Fprintf(w.out, format+"\n", args...)
	}
}

func (w *explainer) thing(t *kg.Thing) {
	var more []string
	add := func(label, value string) {
		if value != "" {
			more = append(more, label+value)
		}
	}
	add("", strings.Join(t.Titles, " "))
	add("", t.Role)
	add("", t.Subtype)
	add("", t.Status)
	add("", date(t.StartDate))
	add("to ", date(t.EndDate))
	if t.Amount != nil {
		add("", fmt.Sprintf("%.0f %s", t.Amount.Value, t.Amount.Currency))
	}
	add("key ", t.Key)
	if len(t.Inferred) > 0 {
		add("inferred: ", strings.Join(t.Inferred, ", "))
	}
	if t.Local {
		add("", "means nothing outside this document")
	}
	w.line("  %-24s %s", t.Kind, strings.Join(append([]string{t.Name}, more...), " · "))
	var others []string
	for _, name := range t.Names {
		if name.Text != t.Name {
			others = append(others, name.Text)
		}
	}
	if len(others) > 0 {
		w.line("  %-24s also %s", "", strings.Join(others, ", "))
	}
}

func (w *explainer) claim(c kg.Claim) {
	qualifiers := ""
	for _, q := range []string{c.Role, c.Status, date(c.Date), c.Capacity} {
		if q != "" {
			qualifiers += " [" + q + "]"
		}
	}
	if c.OnBehalfOf != "" {
		qualifiers += " [for " + w.name(c.OnBehalfOf) + "]"
	}
	w.line("  %s  %s → %s%s", c.Type, w.name(c.Subject), w.name(c.Object), qualifiers)
	for _, e := range c.Evidence {
		observed := ""
		if e.ObservedOn != "" {
			observed = ", observed " + e.ObservedOn
		}
		w.line("    %.2f by %s, %d–%d%s", e.Confidence, e.Rule, e.Start, e.End, observed)
		w.line("    “%s”", oneLine(e.Quote))
	}
}

func (w *explainer) name(id kg.ID) string {
	if t := w.things[id]; t != nil {
		return t.Name
	}
	return string(id)
}

func start(c kg.Claim) int {
	if len(c.Evidence) == 0 {
		return 0
	}
	return c.Evidence[0].Start
}

func date(d *kg.PartialDate) string {
	if d == nil {
		return ""
	}
	return d.Value
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
