package sqlite

import (
	"context"
	"database/sql/driver"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"sync"

	engine "modernc.org/sqlite"
	codes "modernc.org/sqlite/lib"

	"mueang/graph/kg"
)

// conn is one connection with its prepared statements. It serves one goroutine
// at a time. The engine's driver is used without database/sql, which would
// lock, convert and allocate for every row.
type conn struct {
	path   string // for errors
	driver driver.Conn
	// idle holds prepared statements by their text; one in use is not in it, so
	// that the same text can be run again inside its own rows.
	idle map[string]statement
}

type statement interface {
	driver.Stmt
	driver.StmtExecContext
	driver.StmtQueryContext
}

// maxIdle bounds the prepared statements of a connection: predicates of any
// shape are texts of their own.
const maxIdle = 300

// row is one row of a result. A column has the type that its table declares.
type row []driver.Value

func (r row) text(i int) string   { s, _ := r[i].(string); return s }
func (r row) id(i int) kg.ID      { return kg.ID(r.text(i)) }
func (r row) int(i int) int       { n, _ := r[i].(int64); return int(n) }
func (r row) float(i int) float64 { f, _ := r[i].(float64); return f }

// query runs a statement and gives its rows to f; the row is f's only during
// the call. An error of f ends it and is returned as it is.
func (c *conn) query(ctx context.Context, text string, args []driver.NamedValue, f func(row) error) error {
	s, err := c.take(ctx, text)
	if err != nil {
		return err
	}
	defer c.give(text, s)
	rows, err := s.QueryContext(ctx, args)
	if err != nil {
		return c.engineError(ctx, err)
	}
	values := make(row, len(rows.Columns()))
	for {
		if err = ctx.Err(); err != nil {
			break
		}
		if err = rows.Next(values); err != nil {
			break
		}
		if err = f(values); err != nil {
			rows.Close()
			return err
		}
	}
	if closeErr := rows.Close(); errors.Is(err, io.EOF) {
		err = closeErr
	}
	return c.engineError(ctx, err)
}

// exec runs a statement that gives no rows.
func (c *conn) exec(ctx context.Context, text string, args ...any) error {
	return c.execute(ctx, text, values(args))
}

func (c *conn) execute(ctx context.Context, text string, args []driver.NamedValue) error {
	s, err := c.take(ctx, text)
	if err != nil {
		return err
	}
	defer c.give(text, s)
	_, err = s.ExecContext(ctx, args)
	return c.engineError(ctx, err)
}

// script runs several statements.
func (c *conn) script(ctx context.Context, text string) error {
	_, err := c.driver.(driver.ExecerContext).ExecContext(ctx, text, nil)
	return c.engineError(ctx, err)
}

func (c *conn) take(ctx context.Context, text string) (statement, error) {
	if s, ok := c.idle[text]; ok {
		delete(c.idle, text)
		return s, nil
	}
	s, err := c.driver.(driver.ConnPrepareContext).PrepareContext(ctx, text)
	if err != nil {
		return nil, c.engineError(ctx, err)
	}
	prepared, ok := s.(statement)
	if !ok {
		s.Close()
		return nil, kg.Errorf(kg.Internal, "sqlite", "the SQLite driver's statements take no context")
	}
	return prepared, nil
}

func (c *conn) give(text string, s statement) {
	if _, ok := c.idle[text]; ok {
		s.Close()
		return
	}
	for other, old := range c.idle {
		if len(c.idle) < maxIdle {
			break
		}
		old.Close()
		delete(c.idle, other)
	}
	c.idle[text] = s
}

func (c *conn) close() error {
	for _, s := range c.idle {
		s.Close()
	}
	return c.driver.Close()
}

// pool holds a fixed number of connections, opened when they are first wanted.
type pool struct {
	path      string // for errors
	connector driver.Connector
	slots     chan *conn // nil for one that is not open
	end       sync.Once
}

func newPool(path string, connector driver.Connector, size int) *pool {
	p := &pool{path: path, connector: connector, slots: make(chan *conn, size)}
	for range size {
		p.slots <- nil
	}
	return p
}

// take waits for a connection.
func (p *pool) take(ctx context.Context) (*conn, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	select {
	case c, ok := <-p.slots:
		if !ok {
			return nil, kg.Errorf(kg.Unavailable, "sqlite", "the store is closed")
		}
		if c != nil {
			return c, nil
		}
		opened, err := p.connector.Connect(ctx)
		if err != nil {
			p.slots <- nil
			return nil, engineError(ctx, p.path, err)
		}
		return &conn{path: p.path, driver: opened, idle: map[string]statement{}}, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// give takes a connection back; one that is not usable any more is closed.
func (p *pool) give(c *conn, usable bool) {
	if !usable {
		c.close()
		c = nil
	}
	p.slots <- c
}

// close waits for all connections and closes them.
func (p *pool) close() error {
	var errs []error
	p.end.Do(func() {
		for range cap(p.slots) {
			if c := <-p.slots; c != nil {
				errs = append(errs, c.close())
			}
		}
		close(p.slots)
	})
	return errors.Join(errs...)
}

// values makes arguments of a statement; ids and other strings are text.
func values(args []any) []driver.NamedValue {
	list := make([]driver.NamedValue, len(args))
	for i, arg := range args {
		list[i] = driver.NamedValue{Ordinal: i + 1, Value: value(arg)}
	}
	return list
}

func value(arg any) driver.Value {
	switch v := arg.(type) {
	case kg.ID:
		return string(v)
	case kg.Kind:
		return string(v)
	case kg.RelationType:
		return string(v)
	case kg.FactStatus:
		return string(v)
	case kg.Action:
		return string(v)
	case int:
		return int64(v)
	}
	return arg
}

// list makes one argument of many: a JSON array for json_each.
func list[S ~string](values []S) string {
	text, err := json.Marshal(values)
	if err != nil { // cannot be: strings always marshal
		return "[]"
	}
	return string(text)
}

// numbers makes one argument of many numbers.
func numbers(values []int) string {
	text, err := json.Marshal(values)
	if err != nil { // cannot be: numbers always marshal
		return "[]"
	}
	return string(text)
}

// engineError gives an engine's error its code and says what to do about it.
func (c *conn) engineError(ctx context.Context, err error) error {
	return engineError(ctx, c.path, err)
}

func engineError(ctx context.Context, path string, err error) error {
	if err == nil {
		return nil
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	var failed *engine.Error
	if !errors.As(err, &failed) {
		return err
	}
	e := &kg.Error{Code: kg.Unavailable, Op: "sqlite", Err: err}
	switch failed.Code() & 0xff {
	case codes.SQLITE_BUSY, codes.SQLITE_LOCKED:
		e.Msg = fmt.Sprintf("another process keeps the store %s locked: wait for it to finish, or stop it", path)
		e.RetryAfter = retryAfter
	case codes.SQLITE_FULL:
		e.Msg = fmt.Sprintf("the disk is full where the store %s is, which has %s there: make room and try again", path, held(path))
	case codes.SQLITE_READONLY, codes.SQLITE_PERM, codes.SQLITE_AUTH:
		e.Msg = fmt.Sprintf("the store %s cannot be written: check the permissions of the file and of its folder, where its log is", path)
	case codes.SQLITE_CANTOPEN:
		e.Msg = fmt.Sprintf("the store %s cannot be opened: check that its folder is there and can be written", path)
	case codes.SQLITE_IOERR:
		e.Msg = fmt.Sprintf("the store %s, which has %s, cannot be read or written: check the disk and its limits (code %d)", path, held(path), failed.Code())
	case codes.SQLITE_CORRUPT, codes.SQLITE_NOTADB:
		e.Msg = fmt.Sprintf("the file of the store %s is damaged: restore it from a copy, or load the documents into a new store", path)
	default:
		e.Code = kg.Internal
	}
	return e
}

// held says how much a store has on the disk, with its log.
func held(path string) string {
	var bytes int64
	for _, suffix := range []string{"", "-wal", "-shm"} {
		if info, err := os.Stat(path + suffix); err == nil {
			bytes += info.Size()
		}
	}
	return fmt.Sprintf("%.1f MiB", float64(bytes)/(1<<20))
}
