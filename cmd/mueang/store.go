package main

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/urfave/cli/v3"

	"mueang/graph/export"
	"mueang/graph/kg"
	"mueang/loaders/verify"
	"mueang/schema"
)

func (m *Main) clustersCommand() *cli.Command {
	return &cli.Command{
		Name:  "clusters",
		Usage: "which names in which documents are one thing: one JSON object a line",
		Flags: []cli.Flag{flagBool("review", "list the pairs that wait for a judgement instead, the likeliest first, with the score and the evidence")},
		Action: func(ctx context.Context, c *cli.Command) error {
			return withStore(ctx, c, func(store kg.Store) error {
				if c.Bool("review") {
					return m.review(ctx, store)
				}
				return m.clusters(ctx, store)
			})
		},
	}
}

func (m *Main) clusters(ctx context.Context, store kg.Store) error {
	out := bufio.NewWriter(m.Stdout)
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	err := store.Read(ctx, func(ctx context.Context, r kg.Reader) error {
		sources := map[kg.ID]string{}
		if err := r.EachDocument(ctx, func(d *kg.Document) error {
			sources[d.ID] = d.Source
			return nil
		}); err != nil {
			return err
		}
		kinds := map[kg.ID]kg.Kind{}
		if err := r.EachEntity(ctx, func(e *kg.Entity) error {
			kinds[e.ID] = e.Kind
			return nil
		}); err != nil {
			return err
		}
		return r.EachMention(ctx, func(mention *kg.Mention) error {
			aliases := []string{}
			for _, name := range mention.Thing.Names {
				if name.Text != mention.Thing.Name {
					aliases = append(aliases, name.Text)
				}
			}
			return encoder.Encode(struct {
				Doc     string   `json:"doc"`
				Name    string   `json:"name"`
				Aliases []string `json:"aliases"`
				Kind    kg.Kind  `json:"kind"`
				Entity  kg.ID    `json:"entity"`
			}{sources[mention.Document], mention.Thing.Name, aliases, kinds[mention.Entity], mention.Entity})
		})
	})
	if err != nil {
		return err
	}
	return out.Flush()
}

// review lists the review queue: pairs of entities that the resolver is unsure of.
func (m *Main) review(ctx context.Context, store kg.Store) error {
	type waiting struct {
		Left   side    `json:"left"`
		Right  side    `json:"right"`
		Score  float64 `json:"score"`
		Reason string  `json:"reason"`
	}
	var queue []waiting
	err := store.Read(ctx, func(ctx context.Context, r kg.Reader) error {
		var unsure []kg.Judgement
		if err := r.EachLink(ctx, func(j *kg.Judgement) error {
			if j.Verdict == kg.Unsure {
				unsure = append(unsure, *j)
			}
			return nil
		}); err != nil {
			return err
		}
		for _, j := range unsure {
			referents, err := r.Referents(ctx, []kg.ID{j.Left, j.Right})
			if err != nil || len(referents) != 2 || referents[0].Entity == referents[1].Entity {
				if err != nil {
					return err
				}
				continue // a third has joined them meanwhile
			}
			entities, err := r.Entities(ctx, []kg.ID{referents[0].Entity, referents[1].Entity})
			if err != nil {
				return err
			}
			sides := map[kg.ID]side{}
			for _, e := range entities {
				sides[e.ID] = side{e.ID, e.Kind, e.Name, e.DocumentCount}
			}
			queue = append(queue, waiting{sides[referents[0].Entity], sides[referents[1].Entity], j.Score, j.Reason})
		}
		return nil
	})
	if err != nil {
		return err
	}
	slices.SortStableFunc(queue, func(a, b waiting) int { return cmp.Compare(b.Score, a.Score) })
	seen := map[[2]kg.ID]bool{} // several referents of one pair of entities may wait: the surest speaks for all
	queue = slices.DeleteFunc(queue, func(w waiting) bool {
		pair := [2]kg.ID{min(w.Left.Entity, w.Right.Entity), max(w.Left.Entity, w.Right.Entity)}
		again := seen[pair]
		seen[pair] = true
		return again
	})
	out := bufio.NewWriter(m.Stdout)
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	for _, pair := range queue {
		if err := encoder.Encode(pair); err != nil {
			return err
		}
	}
	return out.Flush()
}

// side is one of two entities that may be one.
type side struct {
	Entity    kg.ID   `json:"entity"`
	Kind      kg.Kind `json:"kind"`
	Name      string  `json:"name"`
	Documents int     `json:"documents"`
}

func (m *Main) exportCommand() *cli.Command {
	return &cli.Command{
		Name:  "export",
		Usage: "write the whole graph to standard output",
		Flags: []cli.Flag{flagString("format", "jsonl", "jsonl: documents, entities, and facts with their evidence, one JSON object a line")},
		Action: func(ctx context.Context, c *cli.Command) error {
			if format := c.String("format"); format != "jsonl" {
				return usageError{fmt.Sprintf("export knows no format %q: it writes jsonl", format)}
			}
			return withStore(ctx, c, func(store kg.Store) error {
				out := bufio.NewWriterSize(m.Stdout, 1<<16)
				if err := export.JSONL(ctx, store, out); err != nil {
					return err
				}
				return out.Flush()
			})
		},
	}
}

func (m *Main) verifyCommand() *cli.Command {
	return &cli.Command{
		Name:  "verify",
		Usage: "check every invariant of the store and say what was found; nothing is repaired",
		Action: func(ctx context.Context, c *cli.Command) error {
			relations, err := schema.Ends()
			if err != nil {
				return err
			}
			return withStore(ctx, c, func(store kg.Store) error {
				report, err := verify.Store(ctx, store, relations)
				if err != nil {
					return err
				}
				for _, finding := range report.Findings {
					fmt.Fprintln(m.Stderr, "mueang: "+finding)
				}
				fmt.Fprintf(m.Stdout, "%d documents, %d entities, %d facts, %d statements, %d mentions: %d violations\n",
					report.Documents, report.Entities, report.Facts, report.Statements, report.Mentions, len(report.Findings))
				if len(report.Findings) > 0 {
					return errReported
				}
				return nil
			})
		},
	}
}
