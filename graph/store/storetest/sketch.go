package storetest

import (
	"fmt"
	"strings"

	"mueang/graph/kg"
)

// Sketch writes an answer on one line:
//
//	a b c                nodes by their ids; - for nil
//	a-HOLDS-b            a fact, ? without its shape; - for nil
//	< a b > #7           a page with something before and after it; 7 in all
//	a/HOLDS              an edge with its fact; a*2 with its count, a=0.5 with its score,
//	                     a"name" with what matched, a[3,5] with its span
//	{quote|quote}        the evidence of a fact, behind it; ^s $o @b its source, target, onBehalfOf
//	a(b c; d)            a node with its steps
//	a >HOLDS> b          a path; <HOLDS< where the fact leads the other way
//	a b; a-HOLDS-b; …    a subgraph: nodes, facts, and … where it is truncated
//	x,y=3                a bucket
func Sketch(r *kg.Result) string {
	var parts []string
	add := func(prefix, text string) {
		if text != "" {
			parts = append(parts, prefix+text)
		}
	}
	for _, n := range r.Nodes {
		add("", sketchNode(n))
	}
	for _, row := range r.Facts {
		add("", sketchFact(row))
	}
	if r.Connection != nil {
		add("", sketchConnection(*r.Connection))
	}
	for _, p := range r.Paths {
		add("", sketchPath(p)+".")
	}
	if r.Subgraph != nil {
		add("", sketchSubgraph(r.Subgraph))
	}
	add("", sketchBuckets(r.Buckets))
	add("kinds: ", sketchBuckets(r.Facets))
	add("years: ", sketchBuckets(r.YearFacets))
	for _, c := range r.Changes {
		add("", fmt.Sprintf("%s %s %s", c.Action, c.Kind, c.Node))
	}
	if r.More {
		add("", "more")
	}
	if g := r.Ties; g != nil {
		for _, tie := range g.Ties {
			a, b := g.Entities[tie[0]], g.Entities[tie[1]]
			add("", fmt.Sprintf("%s(%s)-%s(%s)", a.ID, a.Kind, b.ID, b.Kind))
		}
		add("", fmt.Sprintf("of %d", len(g.Entities)))
	}
	if g := r.Totals; g != nil {
		add("", fmt.Sprintf("%d documents, %d statements; %s; %s; %s", g.Documents, g.Statements,
			sketchBuckets(g.Entities), sketchBuckets(g.Facts), g.Snapshot.ID))
	}
	return strings.Join(parts, " ")
}

func sketchNode(n *kg.Node) string {
	if n == nil {
		return "-"
	}
	text := string(n.ID())
	if len(n.Steps) > 0 {
		steps := make([]string, len(n.Steps))
		for i, step := range n.Steps {
			steps[i] = sketchConnection(step)
		}
		text += "(" + strings.Join(steps, "; ") + ")"
	}
	return text
}

func sketchConnection(c kg.Connection) string {
	var parts []string
	if c.HasPrevious {
		parts = append(parts, "<")
	}
	for _, edge := range c.Edges {
		parts = append(parts, sketchEdge(edge))
	}
	if c.HasNext {
		parts = append(parts, ">")
	}
	if c.Total >= 0 {
		parts = append(parts, fmt.Sprintf("#%d", c.Total))
	}
	return strings.Join(parts, " ")
}

func sketchEdge(e kg.Edge) string {
	text := string(e.NodeID)
	if e.Fact != nil {
		text += "/" + string(e.Fact.Type) + sketchRow(e.FactRow)
	}
	if e.Count != 0 {
		text += fmt.Sprintf("*%d", e.Count)
	}
	if e.Score != 0 {
		text += fmt.Sprintf("=%.4g", e.Score)
	}
	if e.Matched != "" {
		text += fmt.Sprintf("%q", e.Matched)
	}
	if e.Span != nil {
		text += fmt.Sprintf("[%d,%d]", e.Span.Start, e.Span.End)
	}
	if e.Node != nil {
		text += strings.TrimPrefix(sketchNode(e.Node), string(e.NodeID))
	}
	return text
}

func sketchFact(row *kg.FactRow) string {
	if row == nil {
		return "-"
	}
	text := "?"
	if f := row.Fact; f != nil {
		text = fmt.Sprintf("%s-%s-%s", f.Subject, f.Type, f.Object)
	}
	return text + sketchRow(*row)
}

func sketchRow(r kg.FactRow) string {
	text := ""
	for _, end := range []struct {
		mark string
		node *kg.Node
	}{{"^", r.Source}, {"$", r.Target}, {"@", r.OnBehalfOf}} {
		if end.node != nil {
			text += end.mark + sketchNode(end.node)
		}
	}
	var quotes []string
	for _, e := range r.Evidence {
		quote := e.Quote
		if e.Node != nil {
			quote += ":" + sketchNode(e.Node)
		}
		quotes = append(quotes, quote)
	}
	if quotes != nil {
		text += "{" + strings.Join(quotes, "|") + "}"
	}
	return text
}

func sketchPath(p kg.Path) string {
	var b strings.Builder
	for i, n := range p.Nodes {
		b.WriteString(sketchNode(n))
		if i >= len(p.Hops) {
			continue
		}
		kind := "?"
		if f := p.Hops[i].Fact; f != nil {
			kind = string(f.Type)
		}
		arrow := " <" + kind + "< "
		if p.Hops[i].Forward {
			arrow = " >" + kind + "> "
		}
		b.WriteString(arrow)
	}
	return b.String()
}

func sketchSubgraph(g *kg.Subgraph) string {
	var nodes, facts []string
	for _, n := range g.Nodes {
		nodes = append(nodes, sketchNode(n))
	}
	for _, row := range g.Facts {
		facts = append(facts, sketchFact(&row))
	}
	text := strings.Join(nodes, " ") + "; " + strings.Join(facts, " ")
	if g.Truncated {
		text += "; …"
	}
	return text
}

func sketchBuckets(list []kg.Bucket) string {
	texts := make([]string, len(list))
	for i, bucket := range list {
		texts[i] = fmt.Sprintf("%s=%d", strings.Join(bucket.Keys, ","), bucket.Count)
	}
	return strings.Join(texts, " ")
}
