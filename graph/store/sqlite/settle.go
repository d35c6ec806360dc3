package sqlite

import (
	"context"
	"time"
)

// settleStep is how many pages of the index one step of settling writes, which
// bounds how long it keeps other writers waiting.
const settleStep = 500

// settle puts the parts together that full-text indexes of names come in after
// many writes: a search looks into each, and takes a third less time where
// there is one. It does so only where the smaller parts have come to a quarter of
// the largest, so that a store that grows is rewritten a few times in its life,
// and a few new documents cost nothing.
func settle(ctx context.Context, c *conn) error {
	due, err := unsettled(ctx, c)
	if err != nil || !due {
		return err
	}
	// The first step, with a minus, says that all parts are to become one; the
	// work is done when a step changes next to nothing (SQLite FTS5, 'merge').
	for pages := -settleStep; ; pages = settleStep {
		before, err := totalChanges(ctx, c)
		if err != nil {
			return err
		}
		if err := c.exec(ctx, "INSERT INTO name_fts (name_fts, rank) VALUES ('merge', ?)", pages); err != nil {
			return err
		}
		after, err := totalChanges(ctx, c)
		if err != nil || after-before < 2 {
			return err
		}
	}
}

// unsettled reports whether settling is due: not for a small index.
func unsettled(ctx context.Context, c *conn) (bool, error) {
	const small = 100 // pages
	largest, all := 0, 0
	err := c.query(ctx, "SELECT count(*) FROM name_fts_idx GROUP BY segid", nil, func(r row) error {
		largest, all = max(largest, r.int(0)), all+r.int(0)
		return nil
	})
	return all > small && (all-largest)*4 > largest, err
}

func totalChanges(ctx context.Context, c *conn) (n int, err error) {
	err = c.query(ctx, "SELECT total_changes()", nil, func(r row) error {
		n = r.int(0)
		return nil
	})
	return n, err
}

// settleTimeout bounds what settling adds to closing a store.
const settleTimeout = 20 * time.Second

// settle settles the store after its last write, where this process has written.
// The store is right without it, so what hinders it is left for the next writer
// to meet, who can say what was being done.
func (s *Store) settle() {
	if !s.written.Load() {
		return
	}
	ctx, cancel := context.WithTimeout(context.Background(), settleTimeout)
	defer cancel()
	c, err := s.writer.take(ctx)
	if err != nil {
		return
	}
	s.writer.give(c, settle(ctx, c) == nil)
}
