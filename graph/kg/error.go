package kg

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// Code classifies an [Error]. Its values are those of the GraphQL
// extensions.code.
type Code string

// The codes that callers may rely on.
const (
	BadInput        Code = "BAD_USER_INPUT"  // the caller can mend it
	NotFound        Code = "NOT_FOUND"       // there is no such thing
	Unauthenticated Code = "UNAUTHENTICATED" // a token is needed
	Forbidden       Code = "FORBIDDEN"       // the token lacks the scope
	CostLimit       Code = "COST_LIMIT"      // the plan may touch too many nodes
	RateLimited     Code = "RATE_LIMITED"    // the client asks for too much in a time
	Timeout         Code = "TIMEOUT"         // the deadline passed
	Unavailable     Code = "UNAVAILABLE"     // the store cannot be reached now
	Internal        Code = "INTERNAL"        // a defect of Mueang
)

// Error is the one error type of the domain. Msg is written for the user and
// says what to do; Err is the cause and is never shown to an API client.
type Error struct {
	Code Code
	Op   string // where it happened, "sqlite.Apply"
	Msg  string
	Err  error
	// RetryAfter is, with [Unavailable] and [RateLimited], when the same may be tried again with
	// hope. 0: it does not pass by itself.
	RetryAfter time.Duration
}

// Errorf makes an Error whose message is for the user.
func Errorf(code Code, op, format string, args ...any) *Error {
	return &Error{Code: code, Op: op, Msg: fmt.Sprintf(format, args...)}
}

// Wrap gives err a code and an operation. A context's end keeps its meaning:
// a passed deadline becomes [Timeout] whatever the code. An err that is an
// *Error already is returned as it is; nil stays nil.
func Wrap(code Code, op string, err error) error {
	if err == nil {
		return nil
	}
	var known *Error
	if errors.As(err, &known) {
		return err
	}
	if errors.Is(err, context.DeadlineExceeded) {
		code = Timeout
	}
	return &Error{Code: code, Op: op, Err: err}
}

// Error gives the operation, the message and the cause, for logs.
func (e *Error) Error() string {
	text := e.Msg
	if text == "" {
		text = string(e.Code)
	}
	if e.Op != "" {
		text = e.Op + ": " + text
	}
	if e.Err != nil {
		text += ": " + e.Err.Error()
	}
	return text
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }

// RetryAfter gives when what failed with err may be tried again with hope; 0
// for an error that does not pass by itself.
func RetryAfter(err error) time.Duration {
	var known *Error
	if errors.As(err, &known) && (known.Code == Unavailable || known.Code == RateLimited) {
		return known.RetryAfter
	}
	return 0
}

// CodeOf gives the code of err: "" for nil, [Internal] for an error that is
// none of the domain's.
func CodeOf(err error) Code {
	var known *Error
	switch {
	case err == nil:
		return ""
	case errors.As(err, &known):
		return known.Code
	case errors.Is(err, context.DeadlineExceeded):
		return Timeout
	}
	return Internal
}
