package sqlite

import (
	"context"
	"embed"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"mueang/graph/kg"
)

// applicationID marks a file as a Mueang store, in the header that SQLite keeps
// for it: "Mueg" in ASCII.
const applicationID = 0x4d756567

// version is the newest version of the schema that this program knows.
// schema/N.sql leads from version N-1 to N and is never changed once released.
const version = 5

//go:embed schema/*.sql
var schema embed.FS

// inspect looks at what is at a path without opening it as a database, makes
// the folder where it is missing, and refuses what is not a store.
func inspect(path string) error {
	bad := func(format string, args ...any) error {
		return kg.Errorf(kg.BadInput, "sqlite.Open", format, args...)
	}
	if path == "" {
		return bad("the store needs a file name, such as data/mueang.db")
	}
	// The reasons for a path that cannot be a file's are many; all of them come
	// out when its folder is made.
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return &kg.Error{Code: kg.BadInput, Op: "sqlite.Open", Err: err,
			Msg: fmt.Sprintf("the folder of the store %s cannot be made: choose another place", path)}
	}
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return &kg.Error{Code: kg.BadInput, Op: "sqlite.Open", Err: err,
			Msg: fmt.Sprintf("the store %s cannot be reached: check its path", path)}
	case !info.Mode().IsRegular():
		return bad("%s is not a file: give the file of a store, or a name for a new one", path)
	case info.Size() == 0:
		return nil
	}
	file, err := os.Open(path)
	if err != nil {
		return &kg.Error{Code: kg.BadInput, Op: "sqlite.Open", Err: err,
			Msg: fmt.Sprintf("the store %s cannot be read: check its permissions", path)}
	}
	defer file.Close()
	var header [100]byte // https://www.sqlite.org/fileformat.html#the_database_header
	if _, err := io.ReadFull(file, header[:]); err != nil || string(header[:16]) != "SQLite format 3\x00" {
		return bad("%s is not a store of Mueang nor any SQLite database: give another file, or a name for a new one", path)
	}
	if binary.BigEndian.Uint32(header[68:72]) != applicationID {
		return bad("%s is an SQLite database of another program: give another file, or a name for a new one", path)
	}
	return nil
}

// prepare brings the file to the newest version and into WAL mode.
func (s *Store) prepare(ctx context.Context) error {
	c, err := s.writer.take(ctx)
	if err != nil {
		return err
	}
	defer func() { s.writer.give(c, err == nil) }()
	var at int
	if at, err = c.version(ctx); err != nil {
		return err
	}
	if at != version {
		if err = s.migrate(ctx, c); err != nil {
			return err
		}
	}
	// The mark is in the file itself, not in a log beside it, before there is a
	// log. The switch does not wait for readers as other statements do.
	for {
		if err = c.script(ctx, "PRAGMA journal_mode=WAL"); kg.RetryAfter(err) == 0 {
			return err
		}
		select {
		case <-time.After(10 * time.Millisecond):
		case <-ctx.Done():
			err = ctx.Err()
			return err
		}
	}
}

// migrate runs the scripts that the file lacks, in one transaction.
func (s *Store) migrate(ctx context.Context, c *conn) error {
	if err := c.exec(ctx, "BEGIN IMMEDIATE"); err != nil {
		return err
	}
	at, err := c.version(ctx) // another process may have been here first
	switch {
	case err != nil:
		return err
	case at > version:
		return kg.Errorf(kg.BadInput, "sqlite.Open", "the store %s has version %d, and this program knows versions up to %d: "+
			"use a newer mueang, or give another store", s.path, at, version)
	}
	for next := at + 1; next <= version; next++ {
		script, err := schema.ReadFile(fmt.Sprintf("schema/%d.sql", next))
		if err != nil {
			return err
		}
		if err := c.script(ctx, string(script)); err != nil {
			return err
		}
	}
	// Pragmas take no parameters; both values are this program's constants.
	if err := c.script(ctx, fmt.Sprintf("PRAGMA application_id=%d; PRAGMA user_version=%d", applicationID, version)); err != nil {
		return err
	}
	return c.exec(context.WithoutCancel(ctx), "COMMIT")
}

func (c *conn) version(ctx context.Context) (at int, err error) {
	err = c.query(ctx, "PRAGMA user_version", nil, func(r row) error {
		at = r.int(0)
		return nil
	})
	return at, err
}
