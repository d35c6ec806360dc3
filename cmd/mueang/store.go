package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"

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
		Action: func(ctx context.Context, c *cli.Command) error {
			return withStore(ctx, c, func(store kg.Store) error { return m.clusters(ctx, store) })
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

func (m *Main) exportCommand() *cli.Command {
	return &cli.Command{
		Name:  "export",
		Usage: "write the whole graph to standard output",
		Flags: []cli.Flag{flagString("format", "jsonl", "jsonl: documents, entities, facts with their evidence, acts of persons and kept versions, one JSON object a line")},
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
				fmt.Fprintf(m.Stdout, "%d documents, %d entities, %d facts, %d statements, %d mentions, %d acts, %d kept versions: %d violations\n",
					report.Documents, report.Entities, report.Facts, report.Statements, report.Mentions, report.Acts, report.Versions, len(report.Findings))
				if len(report.Findings) > 0 {
					return errReported
				}
				return nil
			})
		},
	}
}
