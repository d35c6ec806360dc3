package graph

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math"
	"strings"

	"github.com/vektah/gqlparser/v2/gqlerror"

	"mueang/graph/kg"
)

// costError is the cause of [kg.CostLimit].
type costError struct{ cost, limit int }

func (e *costError) Error() string { return fmt.Sprintf("cost %d, limit %d", e.cost, e.limit) }

// tooCostly makes the error for an operation above the limit.
func tooCostly(cost, limit int) error {
	return &kg.Error{
		Code: kg.CostLimit, Err: &costError{cost, limit},
		Msg: fmt.Sprintf("the query may touch %d nodes and the limit is %d; ask for smaller pages (first, last), "+
			"fewer levels or fewer fields at a time", cost, limit),
	}
}

// presenter turns errors into those of the API. It logs those that are not the
// caller's, once.
type presenter struct {
	log *slog.Logger
}

// present gives the error as a client sees it: with extensions.code, for
// [kg.CostLimit] cost and limit, for [kg.Unavailable] where it may pass by itself
// retryAfter in seconds, and for [kg.Internal] the id of the request, under
// which the log has the cause, which is not shown.
func (p *presenter) present(ctx context.Context, err error) *gqlerror.Error {
	shown := &gqlerror.Error{Extensions: map[string]any{}}
	var placed *gqlerror.Error
	if errors.As(err, &placed) {
		shown.Path, shown.Locations = placed.Path, placed.Locations
		if placed.Err == nil { // of the parser, the validator or the transport
			shown.Message = shortened(placed.Message)
			shown.Extensions["code"] = kg.BadInput
			return shown
		}
		err = placed.Err
	}
	code := kg.CodeOf(err)
	shown.Extensions["code"] = code
	var known *kg.Error
	if errors.As(err, &known) {
		shown.Message = known.Msg
	}
	var cost *costError
	if errors.As(err, &cost) {
		shown.Extensions["cost"], shown.Extensions["limit"] = cost.cost, cost.limit
	}
	switch code {
	case kg.Internal:
		id := exchangeOf(ctx).id
		p.log.LogAttrs(ctx, slog.LevelError, "internal error", slog.String("correlationId", id), slog.Any("error", err))
		shown.Message = "something went wrong inside; the log has it under " + id
		shown.Extensions["correlationId"] = id
	case kg.RateLimited:
		shown.Extensions["retryAfter"] = int(math.Ceil(kg.RetryAfter(err).Seconds()))
	case kg.Unavailable:
		if after := kg.RetryAfter(err); after > 0 {
			shown.Extensions["retryAfter"] = int(math.Ceil(after.Seconds()))
		}
		p.log.LogAttrs(ctx, slog.LevelWarn, "store unavailable", slog.String("correlationId", exchangeOf(ctx).id), slog.Any("error", err))
	}
	if shown.Message == "" {
		shown.Message = messages[code]
	}
	shown.Message = shortened(shown.Message)
	return shown
}

// maxMessage is how long a message gets, in bytes: some repeat what was sent.
const maxMessage = 1000

func shortened(message string) string {
	if len(message) <= maxMessage {
		return message
	}
	return strings.ToValidUTF8(message[:maxMessage], "") + "…"
}

// messages are for errors that bring none of their own.
var messages = map[kg.Code]string{
	kg.BadInput:        "the request is not one that can be answered",
	kg.NotFound:        "there is no such thing",
	kg.Unauthenticated: "this needs a token",
	kg.Forbidden:       "the token does not allow this",
	kg.CostLimit:       "the query asks for too much at a time",
	kg.RateLimited:     "too much is asked from here; ask again later",
	kg.Timeout:         "the answer took too long; ask for less at a time",
	kg.Unavailable:     "the store can not be reached now; try again later",
}
