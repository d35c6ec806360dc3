package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v3"

	"mueang/graph/backup"
	"mueang/graph/kg"
	"mueang/graph/store/sqlite"
)

func (m *Main) backupCommand() *cli.Command {
	return &cli.Command{
		Name:      "backup",
		Usage:     "write the whole store into one file, of one moment, while it is in use",
		ArgsUsage: "FILE",
		Description: "FILE is gzip of JSON Lines, which restore reads into an empty store of either engine; - is standard output.\n" +
			"It appears under its name when it is whole. Loads into an embedded store go on meanwhile, into Neo4j they wait.",
		Action: func(ctx context.Context, c *cli.Command) error {
			if c.Args().Len() != 1 {
				return usageError{"backup needs one FILE, or - for standard output"}
			}
			return withStore(ctx, c, func(store kg.Store) error { return m.backup(ctx, store, c.Args().First()) })
		},
	}
}

func (m *Main) backup(ctx context.Context, store kg.Store, path string) error {
	progress := m.bar("backing up", false)
	if path == "-" {
		_, err := backup.Write(ctx, store, m.Stdout, progress)
		return err
	}
	if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
		return kg.Errorf(kg.BadInput, "", "%s is there already: choose another name, or move it away", path)
	}
	file, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".unfinished-*")
	if err != nil {
		return kg.Errorf(kg.BadInput, "", "cannot write a backup to %s: %v", filepath.Dir(path), err)
	}
	defer os.Remove(file.Name())
	rows, err := backup.Write(ctx, store, file, progress)
	if err == nil {
		err = file.Sync()
	}
	if err = errors.Join(err, file.Close()); err != nil {
		return err
	}
	if err := os.Rename(file.Name(), path); err != nil {
		return err
	}
	fmt.Fprintf(m.Stdout, "backed up %d rows to %s\n", rows, path)
	return nil
}

func (m *Main) restoreCommand() *cli.Command {
	return &cli.Command{
		Name:      "restore",
		Usage:     "read a backup into an empty store",
		ArgsUsage: "FILE",
		Description: "An embedded store appears under its name when all of FILE is in it. A Neo4j database is filled a part at a time;\n" +
			"should that end early, empty it before you try again. - is standard input. verify checks what came of it.",
		Action: func(ctx context.Context, c *cli.Command) error {
			if c.Args().Len() != 1 {
				return usageError{"restore needs one FILE, or - for standard input"}
			}
			return m.restore(ctx, c, c.Args().First())
		},
	}
}

func (m *Main) restore(ctx context.Context, c *cli.Command, from string) (err error) {
	in := m.Stdin
	if from != "-" {
		file, err := os.Open(from)
		if err != nil {
			return kg.Errorf(kg.NotFound, "", "the backup %s cannot be read: %v", from, err)
		}
		defer file.Close()
		in = file
	}
	rows := 0
	fill := func(store kg.Store) error {
		rows, err = backup.Read(ctx, store, in, m.bar("restoring", false))
		var known *kg.Error
		if errors.As(err, &known) && known.Code == kg.BadInput {
			return kg.Errorf(kg.BadInput, "", "%s: %s", from, message(err))
		}
		return err
	}
	path, isFile := strings.CutPrefix(c.String("store"), "sqlite:")
	if isFile && path != "" {
		err = restoreFile(ctx, path, fill)
	} else {
		err = withStore(ctx, c, fill)
	}
	if err != nil {
		return err
	}
	fmt.Fprintf(m.Stdout, "restored %d rows into %s\n", rows, c.String("store"))
	return nil
}

// restoreFile fills a new file, which gets its name when it is whole.
func restoreFile(ctx context.Context, path string, fill func(kg.Store) error) error {
	if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
		return kg.Errorf(kg.BadInput, "", "%s is there already: restore to another path, or move it away", path)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return kg.Errorf(kg.BadInput, "", "cannot make the folder of the store %s: %v; choose another place, or check the permissions", path, err)
	}
	dir, err := os.MkdirTemp(filepath.Dir(path), filepath.Base(path)+".unfinished-*")
	if err != nil {
		return kg.Errorf(kg.BadInput, "", "cannot write to the folder of the store %s: %v", path, err)
	}
	defer os.RemoveAll(dir)
	unfinished := filepath.Join(dir, filepath.Base(path))
	store, err := sqlite.Open(ctx, unfinished)
	if err != nil {
		return err
	}
	if err := errors.Join(fill(store), store.Close()); err != nil {
		return err
	}
	// Closed, a store is one file: whatever stood beside it is in it.
	for _, beside := range []string{"-wal", "-shm"} {
		if info, err := os.Stat(unfinished + beside); err == nil && info.Size() > 0 && beside == "-wal" {
			return kg.Errorf(kg.Internal, "restore", "the new store was not closed: %s is left", filepath.Base(unfinished+beside))
		}
	}
	return os.Rename(unfinished, path)
}
