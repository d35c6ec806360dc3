package neo4j

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"

	"mueang/graph/kg"
)

const (
	// connectTimeout bounds the wait for a server that does not answer.
	connectTimeout = 3 * time.Second
	// attempts is how often a statement is sent when the server asks for it
	// to be sent again or a writer came between.
	attempts = 5
	// retryAfter is the advice to who finds the server away: it starts in some seconds.
	retryAfter = 5 * time.Second
)

// Config says where the database is.
type Config struct {
	URL      string // bolt://HOST:PORT, or neo4j://HOST:PORT, which routes in a cluster; +s for TLS
	User     string // "" for a server without authentication
	Password string
	Database string // "" for the user's home database

	// OnQuery, where set, is told of every statement as it is sent: each is
	// one round trip. It must be safe for many goroutines.
	OnQuery func(cypher string)
}

// Store is a [kg.Store] in Neo4j.
type Store struct {
	driver    neo4j.DriverWithContext
	address   string
	database  string
	bookmarks neo4j.BookmarkManager
	onQuery   func(string)
}

var _ kg.Store = (*Store)(nil)

// Open connects to a database and brings its schema up to date.
// Errors: [kg.BadInput] for a URL that is none; [kg.Unauthenticated];
// [kg.Unavailable] when nothing answers there or the database was made by a
// newer version of Mueang.
func Open(ctx context.Context, c Config) (*Store, error) {
	const op = "neo4j.Open"
	auth := neo4j.NoAuth()
	if c.User != "" {
		auth = neo4j.BasicAuth(c.User, c.Password, "")
	}
	driver, err := neo4j.NewDriverWithContext(c.URL, auth, func(d *config.Config) {
		d.SocketConnectTimeout = connectTimeout
		d.ConnectionAcquisitionTimeout = 10 * connectTimeout
		d.MaxTransactionRetryTime = connectTimeout // whoever has longer tries again: see kg.RetryAfter
		d.FetchSize = neo4j.FetchAll
		d.TelemetryDisabled = true
	})
	if err != nil {
		return nil, &kg.Error{Code: kg.BadInput, Op: op, Err: err,
			Msg: fmt.Sprintf("%q is no address of a Neo4j server: write it as neo4j://HOST:7687", c.URL)}
	}
	target := driver.Target()
	s := &Store{
		driver:    driver,
		address:   target.Host,
		database:  c.Database,
		bookmarks: neo4j.NewBookmarkManager(neo4j.BookmarkManagerConfig{}),
		onQuery:   c.OnQuery,
	}
	if err := s.open(ctx); err != nil {
		driver.Close(ctx)
		return nil, err
	}
	return s, nil
}

func (s *Store) open(ctx context.Context) error {
	const op = "neo4j.Open"
	reach, cancel := context.WithTimeout(ctx, 2*connectTimeout)
	defer cancel()
	if err := s.driver.VerifyConnectivity(reach); err != nil {
		if ctx.Err() != nil {
			return kg.Wrap(kg.Internal, op, ctx.Err())
		}
		if known := s.failure(ctx, op, err); kg.CodeOf(known) == kg.Unauthenticated {
			return known
		}
		return s.unavailable(op, err)
	}
	return s.migrate(ctx)
}

// Close implements [kg.Store].
func (s *Store) Close() error {
	if err := s.driver.Close(context.Background()); err != nil {
		return kg.Wrap(kg.Internal, "neo4j.Close", err)
	}
	return nil
}

func (s *Store) session(ctx context.Context, mode neo4j.AccessMode) neo4j.SessionWithContext {
	return s.driver.NewSession(ctx, neo4j.SessionConfig{
		AccessMode: mode, DatabaseName: s.database, BookmarkManager: s.bookmarks, FetchSize: neo4j.FetchAll,
	})
}

// Read implements [kg.Store]. Neo4j's transactions see what others commit
// meanwhile, so it takes its turn among the writers.
func (s *Store) Read(ctx context.Context, f func(context.Context, kg.Reader) error) error {
	return s.transact(ctx, "neo4j.Read", func(ctx context.Context, t *tx) error { return f(ctx, t) })
}

// Update implements [kg.Store].
func (s *Store) Update(ctx context.Context, f func(context.Context, kg.Tx) error) error {
	const op = "neo4j.Update"
	var begun int64 // the number of the commit
	err := s.transact(ctx, op, func(ctx context.Context, t *tx) error {
		if err := f(ctx, t); err != nil {
			return err
		}
		return s.apart(ctx, op, `MATCH (c:Commits {id: "commits"}) SET c.begun = c.begun + 1 RETURN c.begun`, nil, &begun)
	})
	if begun > 0 {
		// When this fails, statements of other processes wait for their turn
		// among the writers and one of them does it.
		ending, cancel := context.WithTimeout(context.WithoutCancel(ctx), connectTimeout)
		defer cancel()
		_ = s.apart(ending, op, `MATCH (c:Commits {id: "commits"}) SET c.ended = CASE WHEN c.ended < $begun THEN $begun ELSE c.ended END RETURN c.ended`,
			map[string]any{"begun": begun}, new(int64))
	}
	return err
}

// apart sends a statement in a transaction of its own and reads the number
// that it gives.
func (s *Store) apart(ctx context.Context, op, cypher string, params map[string]any, number *int64) error {
	session := s.session(ctx, neo4j.AccessModeWrite)
	defer session.Close(context.WithoutCancel(ctx))
	if s.onQuery != nil {
		s.onQuery(cypher)
	}
	result, err := session.Run(ctx, cypher, params, within(ctx))
	if err != nil {
		return s.failure(ctx, op, err)
	}
	record, err := result.Single(ctx)
	if err != nil {
		return s.failure(ctx, op, err)
	}
	*number, _ = record.Values[0].(int64)
	return nil
}

// transact runs f in a transaction that begins by locking the graph, so that
// it is the only one, and again when the server asks for it.
func (s *Store) transact(ctx context.Context, op string, f func(context.Context, *tx) error) error {
	if err := ctx.Err(); err != nil {
		return kg.Wrap(kg.Internal, op, err)
	}
	session := s.session(ctx, neo4j.AccessModeWrite)
	defer session.Close(context.WithoutCancel(ctx))
	var failed error // f's own error, which is given back as it is
	_, err := session.ExecuteWrite(ctx, func(managed neo4j.ManagedTransaction) (any, error) {
		failed = nil
		t := &tx{run: managed.Run, store: s}
		if err := t.exec(ctx, op, `MATCH (g:Graph {id: "graph"}) SET g.locked = true`, nil); err != nil {
			return nil, cause(err)
		}
		if failed = f(ctx, t); failed != nil {
			return nil, cause(failed)
		}
		return nil, ctx.Err()
	}, within(ctx))
	switch {
	case err == nil:
		return nil
	case failed != nil:
		return failed
	}
	return s.failure(ctx, op, err)
}

// cause gives the driver's error inside err, which the driver must see to know
// whether to run the transaction again, or else err.
func cause(err error) error {
	var known *kg.Error
	if errors.As(err, &known) && known.Err != nil {
		return known.Err
	}
	return err
}

// within makes the server end a transaction when ctx's deadline has passed.
func within(ctx context.Context) func(*neo4j.TransactionConfig) {
	return func(c *neo4j.TransactionConfig) {
		if deadline, ok := ctx.Deadline(); ok {
			// A timeout of 0 would be none.
			c.Timeout = max(time.Until(deadline), time.Millisecond)
		}
	}
}

// query sends a statement in a transaction of its own and gives its records.
func (s *Store) query(ctx context.Context, op, cypher string, params map[string]any) ([]*neo4j.Record, error) {
	if err := ctx.Err(); err != nil {
		return nil, kg.Wrap(kg.Internal, op, err)
	}
	for begun, attempt := time.Now(), 1; ; attempt++ {
		records, err := s.queryOnce(ctx, cypher, params)
		if err == nil {
			return records, nil
		}
		if attempt == attempts || ctx.Err() != nil || !neo4j.IsRetryable(err) || time.Since(begun) >= connectTimeout {
			return nil, s.failure(ctx, op, err)
		}
	}
}

func (s *Store) queryOnce(ctx context.Context, cypher string, params map[string]any) ([]*neo4j.Record, error) {
	session := s.session(ctx, neo4j.AccessModeRead)
	defer session.Close(context.WithoutCancel(ctx))
	if s.onQuery != nil {
		s.onQuery(cypher)
	}
	result, err := session.Run(ctx, cypher, params, within(ctx))
	if err != nil {
		return nil, err
	}
	return result.Collect(ctx)
}

// failure gives an error of the driver its code.
func (s *Store) failure(ctx context.Context, op string, err error) error {
	if ended := ctx.Err(); ended != nil {
		return kg.Wrap(kg.Internal, op, ended)
	}
	var known *kg.Error
	if errors.As(err, &known) {
		return err
	}
	var server *neo4j.Neo4jError
	var network *neo4j.ConnectivityError
	var limit *neo4j.TransactionExecutionLimit
	switch {
	case errors.As(err, &server):
		switch server.Code {
		case "Neo.ClientError.Transaction.TransactionTimedOut", "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration",
			"Neo.TransientError.Transaction.TransactionTimedOut":
			return &kg.Error{Code: kg.Timeout, Op: op, Err: err}
		case "Neo.ClientError.Security.Unauthorized", "Neo.ClientError.Security.CredentialsExpired",
			"Neo.ClientError.Security.AuthenticationRateLimit":
			return &kg.Error{Code: kg.Unauthenticated, Op: op, Err: err,
				Msg: fmt.Sprintf("Neo4j at %s does not accept the user and password", s.address)}
		case "Neo.ClientError.Transaction.Terminated", "Neo.ClientError.Transaction.LockClientStopped":
			return s.busy(op, server) // by a server that shuts down; the driver calls them so since it does not retry them
		}
		if server.Classification() != "TransientError" {
			return kg.Wrap(kg.Internal, op, err)
		}
		return s.busy(op, server)
	case errors.As(err, &network), errors.As(err, &limit), neo4j.IsRetryable(err):
	default:
		return kg.Wrap(kg.Internal, op, err)
	}
	return s.unavailable(op, err)
}

// busy is the error of a server that is there and asks to be tried again.
func (s *Store) busy(op string, err *neo4j.Neo4jError) error {
	return &kg.Error{Code: kg.Unavailable, Op: op, Err: err, RetryAfter: retryAfter,
		Msg: fmt.Sprintf("Neo4j at %s could not do it now (%s): it shuts down, or others write the same at the same time", s.address, err.Code)}
}

func (s *Store) unavailable(op string, err error) error {
	return &kg.Error{Code: kg.Unavailable, Op: op, Err: err, RetryAfter: retryAfter,
		Msg: fmt.Sprintf("Neo4j at %s cannot be reached: start it (make neo4j) or mend the address", s.address)}
}
