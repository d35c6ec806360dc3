package neo4j

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"mueang/graph/kg"
)

// How many rows a statement of a script holds; of documents, with their texts,
// fewer.
const (
	scriptRows      = 100
	scriptDocuments = 10
)

// Script writes a store as Cypher without parameters, a statement a line, that
// makes of an empty database of Neo4j 5 one that [Open] opens and that exports
// the same: for cypher-shell, and for Neo4j's own tools. The log of changes is
// not in it. It is of one state, and what is in memory of it is bounded.
// Errors: those of the store and of out.
func Script(ctx context.Context, store kg.Store, out io.Writer) error {
	s := &script{out: bufio.NewWriterSize(out, 1<<16)}
	s.line("// A knowledge graph of Mueang for an empty database of Neo4j 5: cypher-shell --file FILE")
	for i, statements := range migrations {
		for _, statement := range statements {
			s.line(oneLine(statement) + ";")
		}
		s.line(fmt.Sprintf("MERGE (:Migration {version: %d});", i+1))
	}
	err := store.Read(ctx, func(ctx context.Context, r kg.Reader) error {
		w := &writer{ctx: ctx, tx: &tx{run: s.run, store: &Store{}}}
		snapshot, err := r.Snapshot(ctx)
		if err != nil {
			return err
		}
		for _, step := range []func() error{
			func() error {
				return inGroups(w, scriptDocuments, func(f func(*kg.Document) error) error { return r.EachDocument(ctx, f) }, w.documents)
			},
			func() error {
				return inGroups(w, scriptRows, func(f func(*kg.Mention) error) error { return r.EachMention(ctx, f) }, w.mentions)
			},
			func() error {
				return inGroups(w, scriptRows, func(f func(*kg.Statement) error) error { return r.EachStatement(ctx, f) }, w.statements)
			},
			func() error {
				return inGroups(w, scriptRows, func(f func(*kg.Referent) error) error { return r.EachReferent(ctx, f) }, w.referents)
			},
			func() error {
				return inGroups(w, scriptRows, func(f func(*kg.Entity) error) error { return r.EachEntity(ctx, f) }, w.entities)
			},
			func() error {
				return inGroups(w, scriptRows, func(f func(*kg.Fact) error) error { return r.EachFact(ctx, f) }, w.facts)
			},
			func() error {
				return inGroups(w, scriptRows, func(f func(*kg.Judgement) error) error { return r.EachLink(ctx, f) }, w.links)
			},
			func() error {
				return inGroups(w, scriptDocuments, func(f func(*kg.Version) error) error { return r.EachVersion(ctx, f) }, w.versions)
			},
			func() error {
				return inGroups(w, scriptRows, func(f func(*kg.Act) error) error { return r.EachAct(ctx, f) }, w.acts)
			},
		} {
			if err := step(); err != nil {
				return err
			}
		}
		w.snapshot(&snapshot)
		return w.err
	})
	if err != nil {
		return err
	}
	return s.out.Flush()
}

// inGroups gives the rows of a table to write, n at a time.
func inGroups[R any](w *writer, n int, each func(func(*R) error) error, write func([]R)) error {
	group := make([]R, 0, n)
	err := each(func(row *R) error {
		if group = append(group, *row); len(group) == cap(group) {
			write(group)
			group = group[:0]
		}
		return w.err
	})
	if err == nil && len(group) > 0 {
		write(group)
		err = w.err
	}
	return err
}

// script writes statements in the place of a transaction that runs them.
type script struct{ out *bufio.Writer }

func (s *script) line(text string) {
	// The first error of out stays, and Flush gives it.
	s.out.WriteString(text)
	s.out.WriteByte('\n')
}

var spaces = regexp.MustCompile(`\s+`)

func oneLine(cypher string) string { return spaces.ReplaceAllString(cypher, " ") }

// of is what a statement says of a row.
var of = regexp.MustCompile(`\brow\.(\w+)`)

// run writes a statement with its rows in their place, and of them what the
// statement says.
func (s *script) run(_ context.Context, cypher string, params map[string]any) (neo4j.ResultWithContext, error) {
	rows, ok := params["rows"].([]row)
	if !ok || strings.Count(cypher, "$") != 1 {
		return nil, fmt.Errorf("a statement of a script has rows alone: %s", cypher)
	}
	var said []string
	for _, match := range of.FindAllStringSubmatch(cypher, -1) {
		said = append(said, match[1])
	}
	before, after, _ := strings.Cut(oneLine(cypher), "$rows")
	s.out.WriteString(before)
	s.out.WriteByte('[')
	for i, r := range rows {
		if i > 0 {
			s.out.WriteString(", ")
		}
		part := row{}
		for _, name := range said {
			part[name] = r[name]
		}
		if err := literal(s.out, part); err != nil {
			return nil, err
		}
	}
	s.line("]" + after + ";")
	return none{}, nil
}

// none is the result of a statement that gives nothing.
type none struct{ neo4j.ResultWithContext }

func (none) Next(context.Context) bool { return false }

func (none) Err() error { return nil }

// literal writes a value as Cypher has it.
func literal(out *bufio.Writer, value any) error {
	switch value := value.(type) {
	case string:
		quoted(out, value)
	case bool:
		out.WriteString(strconv.FormatBool(value))
	case int:
		out.WriteString(strconv.Itoa(value))
	case int64:
		out.WriteString(strconv.FormatInt(value, 10))
	case float64:
		text := strconv.FormatFloat(value, 'f', -1, 64)
		if !strings.Contains(text, ".") {
			text += ".0"
		}
		out.WriteString(text)
	case []string:
		list := make([]any, len(value))
		for i, text := range value {
			list[i] = text
		}
		return literal(out, list)
	case []any:
		out.WriteByte('[')
		for i, item := range value {
			if i > 0 {
				out.WriteString(", ")
			}
			if err := literal(out, item); err != nil {
				return err
			}
		}
		out.WriteByte(']')
	case row:
		out.WriteByte('{')
		for i, name := range slices.Sorted(maps.Keys(value)) {
			if i > 0 {
				out.WriteString(", ")
			}
			out.WriteString("`" + name + "`: ")
			if err := literal(out, value[name]); err != nil {
				return err
			}
		}
		out.WriteByte('}')
	default:
		return fmt.Errorf("%T has no literal in Cypher", value)
	}
	return nil
}

// quoted writes a text as a string of Cypher, on one line. Neo4j reads \u
// escapes before it reads strings, so that one may stand for no character that
// means something there.
func quoted(out *bufio.Writer, text string) {
	out.WriteByte('\'')
	for _, r := range text {
		switch r {
		case '\\':
			out.WriteString(`\\`)
		case '\'':
			out.WriteString(`\'`)
		case '\n':
			out.WriteString(`\n`)
		case '\r':
			out.WriteString(`\r`)
		case '\t':
			out.WriteString(`\t`)
		default:
			if r < ' ' || r >= 0x7f && r < 0xa0 || r == '\u2028' || r == '\u2029' || r == '\ufeff' || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069' {
				fmt.Fprintf(out, `\u%04x`, r)
			} else {
				out.WriteRune(r)
			}
		}
	}
	out.WriteByte('\'')
}
