package export

import (
	"bufio"
	"context"
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
	"strings"

	"mueang/graph/kg"
)

// GraphML writes entities as nodes and the facts that are not rejected as
// directed edges, with typed attributes. An edge holds the quotes and the
// documents of its evidence; documents are no nodes. Characters that XML
// cannot hold are made [visible].
// Errors: those of the store and of out.
func GraphML(ctx context.Context, store kg.Store, out io.Writer) error {
	g := &graphML{out: bufio.NewWriterSize(out, 1<<16)}
	g.raw(xml.Header + `<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"` +
		` xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">` + "\n")
	for _, of := range []struct {
		what string
		keys []graphMLKey
	}{{"node", nodeKeys}, {"edge", edgeKeys}} {
		for _, key := range of.keys {
			g.raw(fmt.Sprintf("<key id=\"%s-%s\" for=\"%[1]s\" attr.name=\"%[2]s\" attr.type=\"%[3]s\"/>\n", of.what, key.name, key.typ))
		}
	}
	g.raw(`<graph id="mueang" edgedefault="directed">` + "\n")
	err := store.Read(ctx, func(ctx context.Context, r kg.Reader) error {
		if err := r.EachEntity(ctx, g.node); err != nil {
			return err
		}
		return eachFact(ctx, r, g.edge)
	})
	if err != nil {
		return err
	}
	g.raw("</graph>\n</graphml>\n")
	return g.out.Flush()
}

// graphMLKey declares an attribute of nodes or edges.
type graphMLKey struct{ name, typ string }

var nodeKeys = []graphMLKey{
	{"label", "string"}, {"kind", "string"}, {"type", "string"}, {"nameThai", "string"}, {"nameEnglish", "string"}, {"names", "string"}, {"description", "string"},
	{"subtype", "string"}, {"status", "string"}, {"role", "string"}, {"roleText", "string"}, {"startDate", "string"}, {"endDate", "string"}, {"year", "int"},
	{"subject", "string"}, {"amount", "double"}, {"currency", "string"}, {"identifiers", "string"}, {"documents", "int"},
}

var edgeKeys = []graphMLKey{
	{"label", "string"}, {"weight", "double"}, {"role", "string"}, {"roleText", "string"}, {"membership", "string"}, {"onBehalfOf", "string"}, {"capacity", "string"},
	{"amount", "double"}, {"currency", "string"}, {"date", "string"}, {"validFrom", "string"}, {"validTo", "string"}, {"observedFrom", "string"}, {"observedTo", "string"},
	{"confidence", "double"}, {"status", "string"}, {"sources", "int"}, {"documents", "string"}, {"quotes", "string"},
}

// graphML writes elements. bufio.Writer keeps the first error of out.
type graphML struct{ out *bufio.Writer }

func (g *graphML) raw(text string) { g.out.WriteString(text) }

// escaped writes a text in the place of an attribute's value or of content.
func (g *graphML) escaped(text string) {
	// It fails only where out does.
	_ = xml.EscapeText(g.out, []byte(visible(text)))
}

// data writes an attribute; one without a value is left out.
func (g *graphML) data(of, name, text string) {
	if text == "" {
		return
	}
	g.raw(`<data key="` + of + "-" + name + `">`)
	g.escaped(text)
	g.raw("</data>")
}

func (g *graphML) number(of, name string, x float64) {
	g.data(of, name, strconv.FormatFloat(x, 'f', -1, 64))
}

func (g *graphML) node(e *kg.Entity) error {
	g.raw(`<node id="`)
	g.escaped(string(e.ID))
	g.raw(`">`)
	names := make([]string, len(e.Names))
	for i, name := range e.Names {
		names[i] = name.Text
	}
	for _, d := range [][2]string{{"label", e.Name}, {"kind", string(e.Kind)}, {"type", e.Kind.Type()}, {"nameThai", nameIn(e, "th")}, {"nameEnglish", nameIn(e, "en")},
		{"names", strings.Join(names, "\n")}, {"description", e.Description}, {"subtype", e.Subtype}, {"status", e.Status}, {"role", e.Role}, {"roleText", e.RoleText},
		{"startDate", value(e.StartDate)}, {"endDate", value(e.EndDate)}, {"subject", e.Subject}, {"identifiers", strings.Join(identifiers(e), "\n")}} {
		g.data("node", d[0], d[1])
	}
	if day := e.FirstDay(); day != "" {
		g.data("node", "year", strings.TrimLeft(day[:4], "0"))
	}
	if e.Amount != nil {
		g.number("node", "amount", e.Amount.Value)
		g.data("node", "currency", e.Amount.Currency)
	}
	g.data("node", "documents", strconv.Itoa(e.DocumentCount))
	_, err := g.out.WriteString("</node>\n")
	return err
}

func (g *graphML) edge(f *kg.Fact, statements []kg.Statement) error {
	if f.FactStatus == kg.Rejected {
		return nil
	}
	for _, attribute := range [][2]string{{`<edge id="`, string(f.ID)}, {`" source="`, string(f.Subject)}, {`" target="`, string(f.Object)}} {
		g.raw(attribute[0])
		g.escaped(attribute[1])
	}
	g.raw(`">`)
	g.data("edge", "label", string(f.Type))
	g.number("edge", "weight", float64(f.SourceCount))
	for _, d := range [][2]string{{"role", f.Role}, {"roleText", f.RoleText}, {"membership", f.Status}, {"onBehalfOf", string(f.OnBehalfOf)}, {"capacity", f.Capacity},
		{"date", value(f.Date)}, {"validFrom", value(f.ValidFrom)}, {"validTo", value(f.ValidTo)}, {"observedFrom", f.ObservedFrom}, {"observedTo", f.ObservedTo},
		{"status", string(f.FactStatus)}} {
		g.data("edge", d[0], d[1])
	}
	if f.Amount != nil {
		g.number("edge", "amount", f.Amount.Value)
		g.data("edge", "currency", f.Amount.Currency)
	}
	g.number("edge", "confidence", f.Confidence)
	g.data("edge", "sources", strconv.Itoa(f.SourceCount))
	g.data("edge", "documents", strings.Join(texts(statements, document), "\n"))
	g.data("edge", "quotes", strings.Join(texts(statements, quote), "\n"))
	_, err := g.out.WriteString("</edge>\n")
	return err
}
