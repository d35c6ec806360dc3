package main

import (
	"context"
	"fmt"
	"time"

	"github.com/urfave/cli/v3"

	"mueang/graph/kg"
	"mueang/loaders/synth"
)

func (m *Main) synthCommand() *cli.Command {
	return &cli.Command{
		Name:  "synth",
		Usage: "fill an empty store with a synthetic graph, for benchmarks",
		Description: "The people, bodies and meetings of it are made up; its documents state every fact. About three entities and\n" +
			"fifteen facts come of each document: 25,000 documents make a graph of 75,000 entities. Equal sizes and seeds\n" +
			"make equal graphs. A store that holds documents is refused.",
		Flags: []cli.Flag{
			flagInt("documents", 1000, "how many documents to make; one in ten has a second report on top"),
			flagInt("seed", 1, "another seed makes another graph"),
			flagBool("quiet", "write nothing but problems"),
		},
		Action: func(ctx context.Context, c *cli.Command) error {
			size := synth.Size{Documents: c.Int("documents"), Seed: uint64(c.Int("seed"))}
			if size.Documents < 1 {
				return usageError{fmt.Sprintf("--documents %d: a synthetic graph needs at least one", size.Documents)}
			}
			return withStore(ctx, c, func(store kg.Store) error {
				begin := m.Now()
				err := synth.Write(ctx, store, size, begin.UTC().Format(time.RFC3339), m.bar("making", c.Bool("quiet")))
				if err == nil && !c.Bool("quiet") {
					fmt.Fprintf(m.Stdout, "made: %d documents in %s\n", size.Documents, m.Now().Sub(begin).Round(time.Millisecond))
				}
				return err
			})
		},
	}
}
