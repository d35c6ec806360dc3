package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"time"

	"github.com/urfave/cli/v3"

	"mueang/graph/kg"
	"mueang/graph/store/neo4j"
	"mueang/graph/store/sqlite"
)

// Main is the program with everything that it takes from outside, so that
// tests run it as a user does.
type Main struct {
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	Now            func() time.Time
	// Serving is called with the address once the server listens; may be nil.
	Serving func(address string)
}

// The exit codes.
const (
	exitDone   = 0
	exitFailed = 1
	exitUsage  = 2
)

// Run runs one command and gives the exit code.
func (m *Main) Run(ctx context.Context, args []string) int {
	err := m.app().Run(ctx, args)
	var usage usageError
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &usage):
		fmt.Fprintf(m.Stderr, "mueang: %s\nmueang --help lists the commands and their flags.\n", usage.text)
		return exitUsage
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(m.Stderr, "mueang: stopped")
		return exitFailed
	case errors.Is(err, errReported):
		return exitFailed
	}
	fmt.Fprintln(m.Stderr, "mueang: "+message(err))
	return exitFailed
}

// errReported is returned when every problem has been written to stderr already.
var errReported = errors.New("reported")

type usageError struct{ text string }

func (e usageError) Error() string { return e.text }

// message gives what a user is told of an error: the message that was written
// for users, with the cause only where there is none.
func message(err error) string {
	var known *kg.Error
	if errors.As(err, &known) && known.Msg != "" {
		return known.Msg
	}
	return err.Error()
}

func (m *Main) app() *cli.Command {
	onUsage := func(_ context.Context, _ *cli.Command, err error, _ bool) error { return usageError{err.Error()} }
	app := &cli.Command{
		Name:      "mueang",
		Usage:     "who did what with whom in the smart cities of Thailand and ASEAN, with the sentence that says so",
		Version:   version(),
		Reader:    m.Stdin,
		Writer:    m.Stdout,
		ErrWriter: m.Stderr,
		Flags: []cli.Flag{
			flagString("store", "sqlite:data/mueang.db", "where the graph is kept: sqlite:PATH or neo4j://HOST:PORT (also neo4j+s, bolt)"),
			flagString("neo4j-user", "neo4j", "user of a Neo4j store; the password is read from MUEANG_NEO4J_PASSWORD alone, without it no login is tried"),
			flagString("neo4j-database", "", "database of a Neo4j store; empty means the server's default"),
		},
		Commands: append([]*cli.Command{
			m.serveCommand(), m.loadCommand(), m.extractCommand(), m.clustersCommand(), m.exportCommand(), m.synthCommand(), m.verifyCommand(), m.backupCommand(), m.restoreCommand(), m.tokenCommand(),
		}, m.curateCommands()...),
		Action: func(_ context.Context, c *cli.Command) error {
			if c.Args().Present() {
				return usageError{fmt.Sprintf("there is no command %q", c.Args().First())}
			}
			return cli.ShowAppHelp(c)
		},
		OnUsageError:          onUsage,
		ExitErrHandler:        func(context.Context, *cli.Command, error) {},
		EnableShellCompletion: true,
		Suggest:               true,
	}
	for _, command := range app.Commands {
		command.OnUsageError = onUsage
		for _, inner := range command.Commands {
			inner.OnUsageError = onUsage
		}
	}
	return app
}

func version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "unknown"
}

// The flags of every command have an environment variable: --max-cost is
// MUEANG_MAX_COST.
func env(name string) cli.ValueSourceChain {
	return cli.EnvVars("MUEANG_" + strings.ToUpper(strings.ReplaceAll(name, "-", "_")))
}

func flagString(name, value, usage string) *cli.StringFlag {
	return &cli.StringFlag{Name: name, Value: value, Usage: usage, Sources: env(name)}
}

func flagBool(name, usage string) *cli.BoolFlag {
	return &cli.BoolFlag{Name: name, Usage: usage, Sources: env(name)}
}

func flagInt(name string, value int, usage string) *cli.IntFlag {
	return &cli.IntFlag{Name: name, Value: value, Usage: usage, Sources: env(name)}
}

// open opens the store that the flags name.
func open(ctx context.Context, c *cli.Command) (kg.Store, error) {
	where := c.String("store")
	if path, ok := strings.CutPrefix(where, "sqlite:"); ok {
		if path == "" {
			return nil, usageError{"--store sqlite: needs a path, as in sqlite:data/mueang.db"}
		}
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return nil, kg.Errorf(kg.BadInput, "", "cannot make the folder of the store %s: %v; choose another place, or check the permissions", path, err)
		}
		return sqlite.Open(ctx, path)
	}
	scheme, _, _ := strings.Cut(where, "://")
	switch scheme {
	case "neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc":
		config := neo4j.Config{URL: where, Password: os.Getenv("MUEANG_NEO4J_PASSWORD"), Database: c.String("neo4j-database")}
		if config.Password != "" {
			config.User = c.String("neo4j-user")
		}
		return neo4j.Open(ctx, config)
	}
	return nil, usageError{fmt.Sprintf("--store %q is neither sqlite:PATH nor neo4j://HOST:PORT", where)}
}

// withStore opens the store for the time of f.
func withStore(ctx context.Context, c *cli.Command, f func(kg.Store) error) error {
	store, err := open(ctx, c)
	if err != nil {
		return err
	}
	return errors.Join(f(store), store.Close())
}
