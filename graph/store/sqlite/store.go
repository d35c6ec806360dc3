package sqlite

import (
	"context"
	"errors"
	"net/url"
	"path/filepath"
	"runtime"
	"strconv"
	"sync/atomic"
	"time"

	engine "modernc.org/sqlite"

	"mueang/graph/kg"
)

// Store is a [kg.Store] in one file.
type Store struct {
	path    string
	writer  *pool       // of one connection: whoever has it is the process's writer
	written atomic.Bool // in this process, by an Update
	readers *pool
	caches  caches
	// networks is what paths are looked for in.
	networks *networks
}

// lockWait is how long a writer waits for one in another process, in
// milliseconds, unless its context ends before.
const lockWait = 60_000

// retryAfter is the advice to a writer that waited so long in vain.
const retryAfter = 5 * time.Second

// Open opens the store in a file, or makes it when the file is not there or
// empty. An older version is migrated.
// Errors: [kg.BadInput] for a path that cannot be a store, a file that is not
// one (it is left untouched), and a store of a newer version;
// [kg.Unavailable] when the engine cannot open it.
func Open(ctx context.Context, path string) (*Store, error) {
	if err := inspect(path); err != nil {
		return nil, err
	}
	full, err := filepath.Abs(path)
	if err != nil {
		return nil, kg.Wrap(kg.Internal, "sqlite.Open", err)
	}
	writer, err := engine.NewConnector(dataSource(full, "synchronous(full)", "cache_size(-65536)", "wal_autocheckpoint(16000)", "journal_size_limit(67108864)"))
	if err != nil {
		return nil, kg.Wrap(kg.Internal, "sqlite.Open", err)
	}
	reader, err := engine.NewConnector(dataSource(full, "query_only(1)"))
	if err != nil {
		return nil, kg.Wrap(kg.Internal, "sqlite.Open", err)
	}
	s := &Store{path: path, writer: newPool(path, writer, 1), readers: newPool(path, reader, max(4, 2*runtime.GOMAXPROCS(0))), networks: newNetworks()}
	if err := s.prepare(ctx); err != nil {
		s.Close()
		return nil, kg.Wrap(kg.Internal, "sqlite.Open", err)
	}
	return s, nil
}

// dataSource names a file to the driver, with pragmas of its connections.
func dataSource(path string, pragmas ...string) string {
	query := url.Values{"_pragma": append([]string{
		"page_size(8192)",                                                                  // takes effect on a new file only
		"foreign_keys(0)", "trusted_schema(0)", "temp_store(memory)", "cache_size(-32768)", // 32 MiB
	}, pragmas...)}
	query.Set("_busy_timeout", strconv.Itoa(lockWait))
	query.Set("_dqs", "0")
	return (&url.URL{Scheme: "file", Path: path, RawQuery: query.Encode()}).String()
}

// Close waits for what is running, settles what was written and closes the file.
func (s *Store) Close() error {
	s.settle()
	s.networks.close()
	return kg.Wrap(kg.Internal, "sqlite.Close", errors.Join(s.readers.close(), s.writer.close()))
}

// Read implements [kg.Store].
func (s *Store) Read(ctx context.Context, f func(context.Context, kg.Reader) error) error {
	return s.read(ctx, "sqlite.Read", func(c *conn) error { return f(ctx, &reader{c}) })
}

// Run implements [kg.Store].
func (s *Store) Run(ctx context.Context, plan *kg.Plan) (*kg.Result, error) {
	if err := checkPlan(plan); err != nil {
		return nil, err
	}
	var result *kg.Result
	err := s.read(ctx, "sqlite.Run", func(c *conn) (err error) {
		cache, err := s.caches.of(ctx, c)
		if err != nil {
			return kg.Wrap(kg.Internal, "sqlite.Run", err)
		}
		state := kg.State(strconv.Itoa(cache.generation))
		if state == plan.Known {
			result = &kg.Result{State: state, Unchanged: true}
			return nil
		}
		if result, err = newRun(ctx, c, cache, s).plan(plan); err != nil {
			return kg.Wrap(kg.Internal, "sqlite.Run", err)
		}
		result.State = state
		return nil
	})
	if err != nil {
		return nil, err
	}
	return result, nil
}

// read runs f in a read transaction.
func (s *Store) read(ctx context.Context, op string, f func(*conn) error) error {
	return s.transact(ctx, op, s.readers, "BEGIN", f)
}

// Update implements [kg.Store].
func (s *Store) Update(ctx context.Context, f func(context.Context, kg.Tx) error) error {
	return s.transact(ctx, "sqlite.Update", s.writer, "BEGIN IMMEDIATE", func(c *conn) error {
		s.written.Store(true)
		return f(ctx, &tx{reader{c}})
	})
}

// transact runs f in a transaction on a connection of a pool, and undoes it
// when f fails or panics.
func (s *Store) transact(ctx context.Context, op string, from *pool, begin string, f func(*conn) error) error {
	c, err := from.take(ctx)
	if err != nil {
		return kg.Wrap(kg.Internal, op, err)
	}
	usable, open := true, false
	defer func() {
		if open { // f failed or panicked, or the commit did
			usable = c.exec(context.WithoutCancel(ctx), "ROLLBACK") == nil
		}
		from.give(c, usable)
	}()
	if err := c.exec(ctx, begin); err != nil {
		usable = false // it may have begun all the same
		return kg.Wrap(kg.Internal, op, err)
	}
	open = true
	if err := f(c); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return kg.Wrap(kg.Internal, op, err)
	}
	// A commit that has begun is not called off: its outcome would be unknown.
	if err := c.exec(context.WithoutCancel(ctx), "COMMIT"); err != nil {
		return kg.Wrap(kg.Internal, op, err)
	}
	open = false
	return nil
}
