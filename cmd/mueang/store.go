package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v3"

	"mueang/graph/export"
	"mueang/graph/kg"
	"mueang/graph/store/neo4j"
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
		Flags: []cli.Flag{flagString("format", "jsonl", formatUsage())},
		Action: func(ctx context.Context, c *cli.Command) error {
			i := slices.IndexFunc(exportFormats, func(f export.Format) bool { return f.Name == c.String("format") })
			if i < 0 {
				return usageError{fmt.Sprintf("export knows no format %q; it writes %s", c.String("format"), formatUsage())}
			}
			return withStore(ctx, c, func(store kg.Store) error {
				out := bufio.NewWriterSize(m.Stdout, 1<<16)
				if err := exportFormats[i].Write(ctx, store, out); err != nil {
					return err
				}
				return out.Flush()
			})
		},
	}
}

// exportFormats are those of package export, and the script of the Neo4j store.
var exportFormats = append(slices.Clip(export.Formats), export.Format{Name: "cypher", Usage: "a script that makes an equal store of an empty Neo4j", Write: neo4j.Script})

func formatUsage() string {
	var parts []string
	for _, f := range exportFormats {
		parts = append(parts, f.Name+": "+f.Usage)
	}
	return strings.Join(parts, "; ")
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
