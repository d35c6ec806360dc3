// Command mueang loads press releases into a knowledge graph of smart cities
// and serves it over GraphQL.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // who interrupts twice does not wait for the batch in hand
	m := Main{Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Now: time.Now}
	code := m.Run(ctx, os.Args)
	stop()
	os.Exit(code)
}
