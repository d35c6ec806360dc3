package export

import (
	"archive/zip"
	"bufio"
	"context"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"mueang/graph/kg"
)

// CSV writes a zip of tables after RFC 4180 in UTF-8 with a byte order mark,
// by which spreadsheets know Thai: entities, names, facts, evidence and
// documents. Every cell of text goes through [guarded].
// Errors: those of the store and of out.
func CSV(ctx context.Context, store kg.Store, out io.Writer) error {
	archive := zip.NewWriter(out)
	err := store.Read(ctx, func(ctx context.Context, r kg.Reader) error {
		for _, step := range []struct {
			name    string
			columns []string
			rows    func(*table) error
		}{
			{"entities", []string{"id", "kind", "name", "nameThai", "nameEnglish", "description", "titles", "role", "roleText", "type", "status", "startDate", "endDate",
				"series", "seriesOrdinal", "seriesYear", "subject", "amount", "currency", "amountText", "identifiers", "documents", "earlierIds"},
				func(t *table) error { return r.EachEntity(ctx, t.entity) }},
			{"names", []string{"entity", "name", "language", "kind"},
				func(t *table) error { return r.EachEntity(ctx, t.names) }},
			{"facts", []string{"id", "type", "subject", "object", "role", "roleText", "membership", "onBehalfOf", "capacity", "amount", "currency", "amountText", "date",
				"validFrom", "validTo", "observedFrom", "observedTo", "confidence", "status", "sources"},
				func(t *table) error { return r.EachFact(ctx, t.fact) }},
			{"evidence", []string{"fact", "document", "start", "end", "quote", "extractor", "version", "rule", "confidence", "observedOn"},
				func(t *table) error { return r.EachStatement(ctx, t.evidence) }},
			{"documents", []string{"id", "source", "url", "title", "publisher", "publishedOn", "language", "copyOf", "hash", "text"},
				func(t *table) error { return r.EachDocument(ctx, t.document) }},
		} {
			file, err := archive.Create(step.name + ".csv")
			if err != nil {
				return err
			}
			t := &table{out: bufio.NewWriterSize(file, 1<<16)}
			if _, err := t.out.WriteString("\ufeff"); err != nil {
				return err
			}
			for _, column := range step.columns {
				t.text(column)
			}
			if err := t.end(); err != nil {
				return err
			}
			if err := step.rows(t); err != nil {
				return err
			}
			if err := t.out.Flush(); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	return archive.Close()
}

// formulas are the characters with which a cell may begin that a spreadsheet
// calculates, as OWASP lists them, and the apostrophe that guards from it.
const formulas = "=+-@\t\r\n'＝＋－＠"

// guarded gives a text as it stands in a cell: behind an apostrophe where a
// spreadsheet might take it for a formula. A text that begins with an
// apostrophe gets another one, so that the first apostrophe of a cell can be
// taken away always.
func guarded(text string) string {
	text = visible(text)
	if first, size := utf8.DecodeRuneInString(text); size > 0 && strings.ContainsRune(formulas, first) {
		return "'" + text
	}
	return text
}

// table writes the rows of a table, cell by cell.
type table struct {
	out   *bufio.Writer
	cells int
}

// cell writes a cell as it is.
func (t *table) cell(text string) {
	if t.cells++; t.cells > 1 {
		t.out.WriteByte(',')
	}
	if !strings.ContainsAny(text, "\",\r\n") && strings.TrimSpace(text) == text {
		t.out.WriteString(text)
		return
	}
	t.out.WriteByte('"')
	t.out.WriteString(strings.ReplaceAll(text, `"`, `""`))
	t.out.WriteByte('"')
}

func (t *table) text(text string) { t.cell(guarded(text)) }

// lines writes several values, each on a line of the cell.
func (t *table) lines(values ...string) { t.text(strings.Join(values, "\n")) }

func (t *table) number(n int) { t.cell(strconv.Itoa(n)) }

func (t *table) float(x float64) { t.cell(strconv.FormatFloat(x, 'f', -1, 64)) }

func (t *table) money(m *kg.Money) {
	if m == nil {
		m = &kg.Money{}
		t.cell("")
	} else {
		t.float(m.Value)
	}
	t.text(m.Currency)
	t.text(m.Original)
}

// end ends a row.
func (t *table) end() error {
	t.cells = 0
	_, err := t.out.WriteString("\r\n")
	return err
}

func (t *table) entity(e *kg.Entity) error {
	for _, text := range []string{string(e.ID), string(e.Kind), e.Name, nameIn(e, "th"), nameIn(e, "en"), e.Description} {
		t.text(text)
	}
	t.lines(e.Titles...)
	for _, text := range []string{e.Role, e.RoleText, e.Subtype, e.Status, value(e.StartDate), value(e.EndDate)} {
		t.text(text)
	}
	series := kg.Series{}
	if e.Series != nil {
		series = *e.Series
	}
	t.text(series.Name)
	for _, n := range []int{series.Ordinal, series.Year} {
		if n == 0 {
			t.cell("")
		} else {
			t.number(n)
		}
	}
	t.text(e.Subject)
	t.money(e.Amount)
	t.lines(identifiers(e)...)
	t.number(e.DocumentCount)
	var earlier []string
	for _, id := range e.Referents {
		if id != e.ID {
			earlier = append(earlier, string(id))
		}
	}
	t.lines(earlier...)
	return t.end()
}

// identifiers gives the identifiers of an entity, each as "scheme:value".
func identifiers(e *kg.Entity) []string {
	var list []string
	for _, i := range e.Identifiers {
		list = append(list, i.Scheme+":"+i.Value)
	}
	return list
}

func (t *table) names(e *kg.Entity) error {
	for _, name := range e.Names {
		for _, text := range []string{string(e.ID), name.Text, name.Language, string(name.Kind)} {
			t.text(text)
		}
		if err := t.end(); err != nil {
			return err
		}
	}
	return nil
}

func (t *table) fact(f *kg.Fact) error {
	for _, text := range []string{string(f.ID), string(f.Type), string(f.Subject), string(f.Object), f.Role, f.RoleText, f.Status, string(f.OnBehalfOf), f.Capacity} {
		t.text(text)
	}
	t.money(f.Amount)
	for _, text := range []string{value(f.Date), value(f.ValidFrom), value(f.ValidTo), f.ObservedFrom, f.ObservedTo} {
		t.text(text)
	}
	t.float(f.Confidence)
	t.text(string(f.FactStatus))
	t.number(f.SourceCount)
	return t.end()
}

func (t *table) evidence(s *kg.Statement) error {
	t.text(string(s.Fact))
	t.text(string(s.Document))
	t.number(s.Start)
	t.number(s.End)
	for _, text := range []string{s.Quote, s.Extractor, s.Version, s.Rule} {
		t.text(text)
	}
	t.float(s.Evidence.Confidence)
	t.text(s.ObservedOn)
	return t.end()
}

func (t *table) document(d *kg.Document) error {
	for _, text := range []string{string(d.ID), d.Source, d.URL, d.Title, d.Publisher, value(d.PublishedOn), d.Language, string(d.CopyOf), d.Hash, d.Text} {
		t.text(text)
	}
	return t.end()
}
