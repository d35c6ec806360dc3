package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/urfave/cli/v3"

	"mueang/graph/kg"
	"mueang/loaders/curate"
	"mueang/schema"
)

const curation = "curation"

// curateCommands are the acts of persons, and what shows them.
func (m *Main) curateCommands() []*cli.Command {
	json := flagBool("json", "write one JSON object a line")
	flags := func(more ...cli.Flag) []cli.Flag {
		return append([]cli.Flag{
			flagString("actor", "", "who decides; needed"),
			flagString("reason", "", "why"),
			json,
		}, more...)
	}
	return []*cli.Command{
		{
			Name: "merge", ArgsUsage: "ID ID", Category: curation, Flags: flags(),
			Usage: "say that two entities are one thing, whatever is loaded later",
			Action: m.act(2, 2, func(ctx context.Context, c *curate.Curator, by curate.By, ids []kg.ID, _ *cli.Command) (curate.Result, error) {
				return c.Merge(ctx, by, ids[0], ids[1])
			}),
		},
		{
			Name: "unmerge", ArgsUsage: "ID [ID…]", Category: curation, Flags: flags(),
			Usage: "give back what was merged, or take ids out of an entity",
			Description: "unmerge ID takes back the act that merged what the id named; where the resolver did, the id is kept\n" +
				"apart from the rest of its entity. unmerge ENTITY ID… takes these ids out of the entity.",
			Action: m.act(1, -1, func(ctx context.Context, c *curate.Curator, by curate.By, ids []kg.ID, _ *cli.Command) (curate.Result, error) {
				return c.Unmerge(ctx, by, ids[0], ids[1:]...)
			}),
		},
		{
			Name: "distinct", ArgsUsage: "ID ID", Category: curation, Flags: flags(),
			Usage: "say that two entities that are alike are two things: the answer to a pair of mueang review",
			Action: m.act(2, 2, func(ctx context.Context, c *curate.Curator, by curate.By, ids []kg.ID, _ *cli.Command) (curate.Result, error) {
				return c.Distinct(ctx, by, ids[0], ids[1])
			}),
		},
		{
			Name: "status", ArgsUsage: "FACT CONFIRMED|DISPUTED|REJECTED|EXTRACTED", Category: curation, Flags: flags(),
			Usage: "say what a fact is worth; EXTRACTED gives it back to the machine",
			Action: m.act(2, 2, func(ctx context.Context, c *curate.Curator, by curate.By, ids []kg.ID, _ *cli.Command) (curate.Result, error) {
				return c.SetStatus(ctx, by, ids[0], kg.FactStatus(strings.ToUpper(string(ids[1]))))
			}),
		},
		{
			Name: "assert", ArgsUsage: "RELATION SUBJECT OBJECT", Category: curation,
			Usage: "state a fact on the strength of a quote in a document of the store",
			Description: "mueang assert CHAIRED person-… meeting-… --document https://… --quote 'เป็นประธาน' --role CHAIR --actor กานดา\n" +
				"The quote must stand in the document's text exactly so; --start says which, where it stands several times.",
			Flags: flags(
				flagString("document", "", "the document, by its id or URL"),
				flagString("quote", "", "the stretch of its text that says so"),
				flagInt("start", -1, "where the quote begins, in characters from 0; -1 finds it"),
				flagString("role", "", "in capitals: CHAIR, HOST, DELEGATE …"),
				flagString("on-behalf-of", "", "id of the organisation for which it was done"),
				flagString("valid-from", "", "since when: 2019, 2019-11 or 2019-11-25"),
				flagString("valid-to", "", "until when, likewise"),
			),
			Action: m.act(3, 3, func(ctx context.Context, c *curate.Curator, by curate.By, ids []kg.ID, f *cli.Command) (curate.Result, error) {
				x := curate.Assertion{Type: kg.RelationType(strings.ToUpper(string(ids[0]))), Subject: ids[1], Object: ids[2],
					Document: kg.ID(f.String("document")), Quote: f.String("quote")}
				x.Role, x.OnBehalfOf = f.String("role"), kg.ID(f.String("on-behalf-of"))
				if start := f.Int("start"); start >= 0 {
					x.Start = &start
				}
				for flag, date := range map[string]**kg.PartialDate{"valid-from": &x.ValidFrom, "valid-to": &x.ValidTo} {
					if value := f.String(flag); value != "" {
						*date = &kg.PartialDate{Value: value}
					}
				}
				if x.Document == "" || x.Quote == "" {
					return curate.Result{}, usageError{"assert needs the --document that says so, and the --quote in it"}
				}
				return c.Assert(ctx, by, x)
			}),
		},
		{
			Name: "retract", ArgsUsage: "DOCUMENT", Category: curation,
			Usage: "withdraw a document, by its id or URL, with everything that stands on it alone; mueang undo brings it back",
			Flags: flags(flagBool("dry-run", "say what would fall and what would stand, and change nothing")),
			Action: func(ctx context.Context, c *cli.Command) error {
				if c.Bool("dry-run") {
					return m.previewRetract(ctx, c)
				}
				return m.act(1, 1, func(ctx context.Context, c *curate.Curator, by curate.By, ids []kg.ID, _ *cli.Command) (curate.Result, error) {
					return c.Retract(ctx, by, ids[0])
				})(ctx, c)
			},
		},
		{
			Name: "undo", ArgsUsage: "ACT", Category: curation, Flags: flags(),
			Usage: "take an act back: everything is as if it had never been",
			Action: m.act(1, 1, func(ctx context.Context, c *curate.Curator, by curate.By, ids []kg.ID, _ *cli.Command) (curate.Result, error) {
				return c.Undo(ctx, by, ids[0])
			}),
		},
		{
			Name: "review", Category: curation,
			Usage: "what waits for a person: assertions that lost their quote, and pairs that may be one, the likeliest first",
			Flags: []cli.Flag{flagInt("first", 50, "how many entries"), flagString("after", "", "the cursor that the last page ended with"), json},
			Action: func(ctx context.Context, c *cli.Command) error {
				if c.Args().Present() || c.Int("first") < 1 {
					return usageError{"review takes no arguments, and --first a number above 0"}
				}
				return m.withCurator(ctx, c, func(cur *curate.Curator) error { return m.review(ctx, c, cur.Store) })
			},
		},
		{
			Name: "acts", Category: curation,
			Usage: "the ledger: who decided what, when and why, and what was taken back",
			Flags: []cli.Flag{json},
			Action: func(ctx context.Context, c *cli.Command) error {
				if c.Args().Present() {
					return usageError{"acts takes no arguments"}
				}
				return m.withCurator(ctx, c, func(cur *curate.Curator) error { return m.acts(ctx, c, cur.Store) })
			},
		},
	}
}

func (m *Main) withCurator(ctx context.Context, c *cli.Command, f func(*curate.Curator) error) error {
	relations, err := schema.Ends()
	if err != nil {
		return err
	}
	return withStore(ctx, c, func(store kg.Store) error {
		return f(&curate.Curator{Store: store, Relations: relations, Now: m.Now})
	})
}

type doing func(ctx context.Context, c *curate.Curator, by curate.By, ids []kg.ID, flags *cli.Command) (curate.Result, error)

// act gives the action of a command that makes an act and says what became of it.
func (m *Main) act(least, most int, do doing) cli.ActionFunc {
	return func(ctx context.Context, c *cli.Command) error {
		args := c.Args().Slice()
		if len(args) < least || most >= 0 && len(args) > most {
			return usageError{fmt.Sprintf("%s needs %s", c.Name, c.ArgsUsage)}
		}
		by := curate.By{Actor: c.String("actor"), Reason: c.String("reason")}
		if by.Actor == "" {
			return usageError{c.Name + " needs --actor: every act stands in the ledger under the name of who decided (MUEANG_ACTOR)"}
		}
		ids := make([]kg.ID, len(args))
		for i, arg := range args {
			ids[i] = kg.ID(arg)
		}
		return m.withCurator(ctx, c, func(cur *curate.Curator) error {
			result, err := do(ctx, cur, by, ids, c)
			if err != nil {
				return err
			}
			if c.Bool("json") {
				return written(m.Stdout).Encode(result)
			}
			return m.tell(ctx, cur.Store, result)
		})
	}
}

func written(out io.Writer) *json.Encoder {
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	return encoder
}

// tell says what became of an act: the act, and what it is about as it is now.
func (m *Main) tell(ctx context.Context, store kg.Store, result curate.Result) error {
	fmt.Fprintf(m.Stdout, "%s %s\n", result.Act.ID, result.Act.Kind)
	return store.Read(ctx, func(ctx context.Context, r kg.Reader) error {
		entities, err := r.Entities(ctx, result.Entities)
		if err != nil {
			return err
		}
		for i := range entities {
			fmt.Fprintln(m.Stdout, "  "+entityLine(&entities[i]))
		}
		facts, err := r.Facts(ctx, result.Facts)
		if err != nil {
			return err
		}
		for i := range facts {
			line, err := factLine(ctx, r, &facts[i])
			if err != nil {
				return err
			}
			fmt.Fprintln(m.Stdout, "  "+line)
		}
		documents, err := r.Documents(ctx, result.Documents)
		if err != nil {
			return err
		}
		for i := range documents {
			fmt.Fprintf(m.Stdout, "  %s %s\n", documents[i].ID, documents[i].Name())
		}
		return nil
	})
}

func entityLine(e *kg.Entity) string {
	return fmt.Sprintf("%s %s, %s in %d documents", e.ID, e.Name, e.Kind, e.DocumentCount)
}

func factLine(ctx context.Context, r kg.Reader, f *kg.Fact) (string, error) {
	ends, err := r.Entities(ctx, []kg.ID{f.Subject, f.Object})
	names := map[kg.ID]string{}
	for i := range ends {
		names[ends[i].ID] = ends[i].Name
	}
	return fmt.Sprintf("%s %s %s %s, %s by %d sources", f.ID, names[f.Subject], strings.TrimSpace(string(f.Type)+" "+f.Role), names[f.Object], f.FactStatus, f.SourceCount), err
}

func (m *Main) previewRetract(ctx context.Context, c *cli.Command) error {
	if c.Args().Len() != 1 {
		return usageError{"retract needs DOCUMENT"}
	}
	return m.withCurator(ctx, c, func(cur *curate.Curator) error {
		p, err := cur.PreviewRetract(ctx, kg.ID(c.Args().First()))
		if err != nil {
			return err
		}
		if c.Bool("json") {
			p.Document.Text = ""
			return written(m.Stdout).Encode(p)
		}
		out := bufio.NewWriter(m.Stdout)
		fmt.Fprintf(out, "%s %s\n", p.Document.ID, p.Document.Name())
		err = cur.Store.Read(ctx, func(ctx context.Context, r kg.Reader) error {
			for _, part := range []struct {
				title string
				facts []kg.Fact
			}{{"facts that would fall", p.Falls}, {"facts that stand on other documents too", p.Stands}} {
				fmt.Fprintf(out, "%d %s\n", len(part.facts), part.title)
				for i := range part.facts {
					line, err := factLine(ctx, r, &part.facts[i])
					if err != nil {
						return err
					}
					fmt.Fprintln(out, "  "+line)
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
		fmt.Fprintf(out, "%d entities that nothing else mentions\n", len(p.Gone))
		for i := range p.Gone {
			fmt.Fprintln(out, "  "+entityLine(&p.Gone[i]))
		}
		return out.Flush()
	})
}

// review writes a page of the review queue.
func (m *Main) review(ctx context.Context, c *cli.Command, store kg.Store) error {
	return store.Read(ctx, func(ctx context.Context, r kg.Reader) error {
		page, next, err := curate.Review(ctx, r, c.String("after"), c.Int("first"))
		if err != nil {
			return err
		}
		out := bufio.NewWriter(m.Stdout)
		encoder := written(out)
		for _, w := range page {
			switch {
			case c.Bool("json"):
				err = encoder.Encode(waiting(w))
			case w.Act != nil:
				_, err = fmt.Fprintf(out, "%s by %s does not come to bear: %s\n", w.Act.ID, w.Act.Actor, w.Reason)
			default:
				_, err = fmt.Fprintf(out, "%.2f one?\n  %s\n  %s\n  %s\n", w.Score, entityLine(w.Left), entityLine(w.Right), w.Reason)
			}
			if err != nil {
				return err
			}
		}
		if err := out.Flush(); err != nil {
			return err
		}
		if next != "" {
			fmt.Fprintf(m.Stderr, "more with --after %s\n", next)
		}
		return nil
	})
}

// side is one of two entities that may be one.
type side struct {
	Entity    kg.ID   `json:"entity"`
	Kind      kg.Kind `json:"kind"`
	Name      string  `json:"name"`
	Documents int     `json:"documents"`
}

// waiting gives an entry of the queue as it is written.
func waiting(w curate.Waiting) any {
	of := func(e *kg.Entity) *side {
		if e == nil {
			return nil
		}
		return &side{e.ID, e.Kind, e.Name, e.DocumentCount}
	}
	return struct {
		Act    *kg.Act `json:"act,omitempty"`
		Left   *side   `json:"left,omitempty"`
		Right  *side   `json:"right,omitempty"`
		Score  float64 `json:"score,omitempty"`
		Reason string  `json:"reason"`
	}{w.Act, of(w.Left), of(w.Right), w.Score, w.Reason}
}

// acts writes the ledger.
func (m *Main) acts(ctx context.Context, c *cli.Command, store kg.Store) error {
	return store.Read(ctx, func(ctx context.Context, r kg.Reader) error {
		all, err := curate.All(ctx, r)
		if err != nil {
			return err
		}
		undone := map[kg.ID]kg.ID{}
		for i := range all {
			undone[all[i].Undoes] = all[i].ID
		}
		out := bufio.NewWriter(m.Stdout)
		encoder := written(out)
		for i := range all {
			a := &all[i]
			if c.Bool("json") {
				if err := encoder.Encode(struct {
					kg.Act
					UndoneBy kg.ID `json:"undoneBy,omitempty"`
				}{*a, undone[a.ID]}); err != nil {
					return err
				}
				continue
			}
			line := fmt.Sprintf("%d %s %s %s %s", a.Seq, a.At, a.ID, a.Actor, a.Kind)
			if a.Status != "" {
				line += " " + string(a.Status)
			}
			for _, id := range a.About() {
				line += " " + string(id)
			}
			if a.Reason != "" {
				line += ": " + strings.Join(strings.Fields(a.Reason), " ")
			}
			if by := undone[a.ID]; by != "" {
				line += " (undone by " + string(by) + ")"
			}
			fmt.Fprintln(out, line)
		}
		return out.Flush()
	})
}
