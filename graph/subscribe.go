package graph

import (
	"bytes"
	"context"
	"strconv"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"mueang/graph/kg"
)

// subscribe answers a subscription: each call of what it gives waits for the
// next event; nil is the end.
func (x *executor) subscribe(ctx context.Context, request *graphql.OperationContext) graphql.ResponseHandler {
	refuse := func(err error) graphql.ResponseHandler {
		return graphql.OneShot(&graphql.Response{Errors: gqlerror.List{x.present(ctx, err)}})
	}
	c := &compiler{cat: x.cat, variables: request.Variables, fragments: request.Doc.Fragments}
	selected := c.collect(request.Operation.SelectionSet, x.cat.schema.Subscription)
	if c.err != nil {
		return refuse(c.err)
	}
	if len(selected) != 1 || selected[0].Name != "changes" {
		return refuse(kg.Errorf(kg.BadInput, "", "a subscription has one field: changes"))
	}
	f := selected[0]
	c.path = append(c.path[:0], f.Alias)
	args := c.arguments(f)
	place, err := args.change("after")
	write := compileChangeEdge(c, f)
	if err == nil {
		err = c.err
	}
	if err != nil {
		return refuse(err)
	}
	var from *subscription
	if from, err = x.live.subscribe(ctx, place); err != nil {
		return refuse(err)
	}
	failed := false
	return func(ctx context.Context) *graphql.Response {
		if failed {
			return nil
		}
		change, err := from.next(ctx)
		if err != nil {
			failed = true
			return &graphql.Response{Errors: gqlerror.List{x.present(ctx, err)}}
		}
		if change == nil {
			return nil
		}
		w := newWriter()
		w.buf = append(strconv.AppendQuote(append(w.buf, '{'), f.Alias), ':') // an alias is of ASCII letters
		write(w, change)
		w.buf = append(w.buf, '}')
		var data bytes.Buffer
		w.MarshalGQL(&data)
		return &graphql.Response{Data: data.Bytes()}
	}
}

// change gives the place in the log of changes that a cursor names; nil where
// it is absent.
func (a *arguments) change(name string) (*int64, error) {
	text := a.text(name)
	if a.err != nil || text == "" {
		return nil, a.err
	}
	key, err := parseCursor(text)
	if err == nil && len(key) == 1 {
		if seq, err := strconv.ParseInt(key[0], 10, 64); err == nil {
			return &seq, nil
		}
	}
	a.refuse(name, "is no cursor of a change")
	return nil, a.err
}

// isStream tells whether an operation answers more than once.
func isStream(op *graphql.OperationContext) bool {
	return op.Operation.Operation == ast.Subscription
}
