package graph

import (
	"bytes"
	"context"
	"fmt"
	"runtime/debug"
	"strings"
	"sync/atomic"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"mueang/graph/kg"
)

// maxParallel is the number of root fields of one operation that run at a time.
const maxParallel = 4

// executor answers queries and carries out mutations: the extension that takes
// the root fields from the generated code.
type executor struct {
	store         kg.Store
	curation      Curation  // nil: there are no mutations
	ingestion     Ingestion // nil: no documents are brought
	tokens        kg.Tokens // likewise
	now           func() time.Time
	answers       *answers
	introspection bool // is allowed
	rates         *rates
	metrics       *metrics
	cat           *catalog
	live          *live
	limit         int
	present       graphql.ErrorPresenterFunc
	sdl           string // as a subgraph
}

var _ interface {
	graphql.HandlerExtension
	graphql.OperationInterceptor
	graphql.RootFieldInterceptor
	graphql.ResponseInterceptor
} = (*executor)(nil)

// ExtensionName names the extension.
func (*executor) ExtensionName() string { return "Plan" }

// Validate admits every schema.
func (*executor) Validate(graphql.ExecutableSchema) error { return nil }

// operation is a compiled operation that runs.
type operation struct {
	*keptOperation
	slots  chan struct{}
	nulled atomic.Bool // a root field that may not be null is: then all data is
	actor  string      // of a mutation
}

type operationKey struct{}

// InterceptOperation compiles an operation and refuses what costs too much,
// before the store is asked anything.
func (x *executor) InterceptOperation(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
	request := graphql.GetOperationContext(ctx)
	if isStream(request) {
		return x.subscribe(ctx, request)
	}
	var token kg.Token
	if request.Operation.Operation == ast.Mutation {
		var err error
		if token, err = x.authenticate(ctx, request.Headers); err != nil {
			return graphql.OneShot(&graphql.Response{Errors: gqlerror.List{x.present(ctx, err)}})
		}
	}
	key := answersKey(request)
	compiled := x.answers.get(key)
	if compiled == nil {
		made, keys, err := x.compile(request.Doc, request.Operation, request.Variables)
		if err == nil && made.cost > x.limit {
			err = tooCostly(made.cost, x.limit)
		}
		if err != nil {
			return graphql.OneShot(&graphql.Response{Errors: gqlerror.List{x.present(ctx, err)}})
		}
		for _, field := range made.fields {
			if field.scope != "" && !token.Allows(field.scope) {
				return graphql.OneShot(&graphql.Response{Errors: gqlerror.List{x.present(ctx, lacks(&token, field.scope))}})
			}
		}
		x.answers.add(key, made, keys)
		compiled = made
	}
	e := exchangeOf(ctx)
	if token.Name != "" {
		e.client = "token " + token.Name
	}
	e.cost = compiled.cost
	x.metrics.cost.Observe(float64(compiled.cost))
	if err := x.rates.spend(e.client, compiled.cost); err != nil {
		return graphql.OneShot(&graphql.Response{Errors: gqlerror.List{x.present(ctx, err)}})
	}
	op := &operation{keptOperation: compiled, slots: make(chan struct{}, maxParallel), actor: token.Name}
	return next(context.WithValue(ctx, operationKey{}, op))
}

// compile compiles the root fields of an operation but for those of
// introspection, which the generated code answers. What is wrong with a root
// field is kept in it.
// Errors: [kg.CostLimit] for more root fields than can be compiled.
func (x *executor) compile(doc *ast.QueryDocument, def *ast.OperationDefinition, variables map[string]any) (made *keptOperation, keys int, err error) {
	made = &keptOperation{fields: map[string]*rootField{}}
	c := &compiler{cat: x.cat, variables: variables, fragments: doc.Fragments}
	root := x.cat.schema.Query
	if def.Operation == ast.Mutation {
		root = x.cat.schema.Mutation
	}
	selected := c.collect(def.SelectionSet, root)
	if c.err != nil {
		return nil, 0, c.err
	}
	if len(selected) > maxRootFields {
		return nil, 0, kg.Errorf(kg.CostLimit, "", "the operation has %d root fields and may have %d", len(selected), maxRootFields)
	}
	for _, f := range selected {
		if strings.HasPrefix(f.Name, "__") {
			if f.Name != "__typename" && !x.introspection {
				return nil, 0, kg.Errorf(kg.Forbidden, "", "this server does not tell its schema; its operator can have it do so with --introspection")
			}
			continue
		}
		field := x.field(c, f, made)
		made.cost = plus(made.cost, field.cost)
		made.fields[f.Alias] = field
	}
	return made, c.keys, nil
}

// field compiles one root field.
func (x *executor) field(c *compiler, f selected, op *keptOperation) *rootField {
	switch {
	case f.ObjectDefinition.Name == x.cat.schema.Mutation.Name:
		return c.mutation(f)
	case f.Name == "rateLimit":
		return c.rateLimit(f, op)
	case f.Name == "_service":
		write := compileLeaves(c, f.selections(), f.Definition.Type.Name(), leaves[*kg.Result]{
			"sdl": func(w *writer, _ *kg.Result) bool { return w.text(x.sdl) },
		})
		return &rootField{nonNull: true, err: c.err, write: write}
	case f.Name != "queryCost":
		return c.root(f)
	}
	write := compileLeaves(c, f.selections(), f.Definition.Type.Name(), leaves[*keptOperation]{
		"cost":  func(w *writer, op *keptOperation) bool { return w.int(op.cost) },
		"limit": func(w *writer, _ *keptOperation) bool { return w.int(x.limit) },
	})
	return &rootField{nonNull: true, err: c.err, write: func(w *writer, _ *kg.Result) bool { return write(w, op) }}
}

// InterceptRootField runs the plan of a root field and writes the answer.
func (x *executor) InterceptRootField(ctx context.Context, next graphql.RootResolver) (answer graphql.Marshaler) {
	op, _ := ctx.Value(operationKey{}).(*operation)
	alias := graphql.GetRootFieldContext(ctx).Field.Alias
	field := op.fields[alias]
	if field == nil {
		return next(ctx)
	}
	fail := func(err error) graphql.Marshaler {
		graphql.AddError(ctx, &gqlerror.Error{Err: err, Path: ast.Path{ast.PathName(alias)}})
		if field.nonNull {
			op.nulled.Store(true)
		}
		return graphql.Null
	}
	defer func() {
		if r := recover(); r != nil {
			answer = fail(panicked(r))
		}
	}()
	if field.err != nil {
		return fail(field.err)
	}
	select {
	case op.slots <- struct{}{}:
		defer func() { <-op.slots }()
	case <-ctx.Done():
		return fail(kg.Wrap(kg.Internal, "graph.run", ctx.Err()))
	}
	if field.do != nil {
		write, err := field.do(ctx, x, op.actor)
		if err != nil {
			return fail(err)
		}
		return x.written(ctx, op, field, alias, write)
	}
	kept := field.kept.Load()
	var known kg.State
	if kept != nil {
		known = kept.state
	}
	result, err := field.run(ctx, x.store, known)
	switch {
	case err != nil:
		return fail(err)
	case kept != nil && result.Unchanged:
		x.metrics.kept.Inc()
		return kept
	}
	x.metrics.computed.Inc()
	w := x.written(ctx, op, field, alias, func(w *writer) bool { return field.write(w, result) })
	if len(w.errors) == 0 && result != nil && result.State != "" {
		x.answers.keep(op.keptOperation, field, &keptAnswer{result.State, bytes.Clone(w.buf)})
	}
	return w
}

// written writes the answer of a root field, null where it cannot be given.
func (x *executor) written(ctx context.Context, op *operation, field *rootField, alias string, write func(*writer) bool) *writer {
	w := newWriter()
	w.path = append(w.path, pathStep{key: alias})
	if !write(w) {
		w.buf = append(w.buf[:0], "null"...)
		if field.nonNull {
			op.nulled.Store(true)
		}
	}
	for _, e := range w.errors {
		graphql.AddError(ctx, &gqlerror.Error{Err: e.err, Path: e.path})
	}
	return w
}

// InterceptResponse makes the data null where a root field that may not be
// null is.
func (x *executor) InterceptResponse(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
	response := next(ctx)
	if op, _ := ctx.Value(operationKey{}).(*operation); op != nil && response != nil && op.nulled.Load() {
		response.Data = []byte("null")
	}
	return response
}

// panicked makes an error of what a panic was about.
func panicked(r any) error {
	return &kg.Error{Code: kg.Internal, Op: "graph", Err: fmt.Errorf("panic: %v\n%s", r, debug.Stack())}
}
