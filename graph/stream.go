package graph

import (
	"bufio"
	"context"
	"encoding/json"
	"net"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/99designs/gqlgen/graphql"
	gqlgen "github.com/99designs/gqlgen/graphql/handler/transport"
	"github.com/coder/websocket"
	"github.com/klauspost/compress/gzhttp"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"mueang/graph/kg"
)

// Of streams: server-sent events after the protocol of graphql-sse (distinct
// connections), WebSocket after that of graphql-ws (graphql-transport-ws).
const (
	heartbeat     = 12 * time.Second // after which a sign of life is sent, so that nothing between takes the connection for dead
	streamWrite   = 10 * time.Second // for a client to take what it is sent
	socketInit    = 10 * time.Second // for a client to say what it is
	perSocket     = 32               // operations at a time on one WebSocket
	mediaEvents   = "text/event-stream"
	socketUpgrade = "websocket"
)

func isUpgrade(r *http.Request) bool {
	return strings.EqualFold(r.Header.Get("Upgrade"), socketUpgrade)
}

func wantsEvents(r *http.Request) bool {
	return strings.Contains(r.Header.Get("Accept"), mediaEvents)
}

// lastingKey is under what the context of a request, which ends when its time is
// up, has the one that ends with the connection.
type lastingKey struct{}

// events runs an operation and sends each of its answers as an event. The
// stream ends with the event complete, or without it when the server does: then
// a client asks again. A subscription leaves its turn to others.
func (t transport) events(ctx context.Context, w http.ResponseWriter, exec graphql.GraphExecutor, op *graphql.OperationContext, leave func()) {
	if lasting, _ := ctx.Value(lastingKey{}).(context.Context); lasting != nil && isStream(op) {
		ctx = graphql.StartOperationTrace(lasting)
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	control := http.NewResponseController(w)
	_ = control.SetReadDeadline(time.Time{}) // the request is read; where there is none it need not be taken off
	header := w.Header()
	header.Set("Content-Type", mediaEvents)
	header.Set("Cache-Control", "no-store")
	header.Set(gzhttp.HeaderNoCompression, "1")
	header.Set("X-Accel-Buffering", "no") // asks proxies not to gather
	send := func(text ...[]byte) bool {
		_ = control.SetWriteDeadline(time.Now().Add(streamWrite)) // likewise
		for _, part := range text {
			if _, err := w.Write(part); err != nil {
				return false
			}
		}
		return control.Flush() == nil
	}
	answers := make(chan *graphql.Response)
	run, ctx := exec.DispatchOperation(ctx, op) // so that one who has the header misses nothing
	if isStream(op) {
		leave()
	}
	go func() {
		defer close(answers)
		for response := run(ctx); response != nil; response = run(ctx) {
			select {
			case answers <- response:
			case <-ctx.Done():
				return
			}
		}
	}()
	alive := time.NewTicker(heartbeat)
	defer alive.Stop()
	for more := send([]byte(":\n\n")); more; {
		select {
		case response, ok := <-answers:
			if !ok {
				send([]byte("event: complete\ndata:\n\n"))
				return
			}
			data, err := json.Marshal(response)
			more = err == nil && send([]byte("event: next\ndata: "), data, []byte("\n\n"))
		case <-alive.C:
			more = send([]byte(":\n\n"))
		case <-ctx.Done():
			return
		case <-t.ended:
			return
		}
	}
}

// socket serves operations over a WebSocket.
func (t transport) socket(w http.ResponseWriter, r *http.Request, exec graphql.GraphExecutor) {
	limit := t.maxBody
	gqlgen.Websocket{
		Implementation: gqlgen.CoderWebsocketImplementation{AcceptOptions: websocket.AcceptOptions{InsecureSkipVerify: true}}, // cross has looked at the origin
		InitFunc: func(ctx context.Context, payload gqlgen.InitPayload) (context.Context, *gqlgen.InitPayload, error) {
			return context.WithValue(ctx, authorizationKey{}, payload.Authorization()), nil, nil
		},
		InitTimeout:      socketInit,
		PingPongInterval: heartbeat,
		PayloadReadLimit: &limit,
	}.Do(&hijacker{w, t.ended}, r, &socketExecutor{exec, t, make(chan struct{}, perSocket)})
}

// authorizationKey is under what a context has the authorization that came
// when a WebSocket was opened: pages cannot set its headers.
type authorizationKey struct{}

// socketExecutor runs the operations of one WebSocket.
type socketExecutor struct {
	graphql.GraphExecutor
	transport transport
	running   chan struct{}
}

// CreateOperationContext finds the document that an operation names.
func (x *socketExecutor) CreateOperationContext(ctx context.Context, params *graphql.RawParams) (*graphql.OperationContext, gqlerror.List) {
	if said, _ := ctx.Value(authorizationKey{}).(string); said != "" {
		params.Headers = params.Headers.Clone()
		params.Headers.Set("Authorization", said)
	}
	if err := x.transport.rates.spend(exchangeOf(ctx).client, 1); err != nil {
		return &graphql.OperationContext{}, refusal(err).Errors
	}
	request := &request{RawParams: *params}
	if err := x.transport.documents.find(request); err != nil {
		return &graphql.OperationContext{}, refusal(err).Errors
	}
	doc, errs := x.transport.parsed.parse(request.Query)
	if errs != nil {
		return &graphql.OperationContext{}, errs
	}
	ctx, e := exchangeOf(ctx).another(ctx)
	e.doc = doc
	op, errs := x.GraphExecutor.CreateOperationContext(ctx, &request.RawParams)
	if errs == nil {
		x.transport.documents.keep(request)
	}
	return op, errs
}

// DispatchOperation runs an operation, in its turn and with its time where it
// answers once.
func (x *socketExecutor) DispatchOperation(ctx context.Context, op *graphql.OperationContext) (graphql.ResponseHandler, context.Context) {
	ctx, _ = exchangeOf(ctx).another(ctx)
	refuse := func(format string, args ...any) (graphql.ResponseHandler, context.Context) {
		return graphql.OneShot(refusal(kg.Errorf(kg.Unavailable, "", format, args...))), ctx
	}
	select {
	case x.running <- struct{}{}:
		context.AfterFunc(ctx, func() { <-x.running })
	default:
		return refuse("%d operations run on this connection: complete some first", perSocket)
	}
	if isStream(op) {
		return x.GraphExecutor.DispatchOperation(ctx, op)
	}
	if !x.transport.enter(ctx) {
		return refuse("the server has too much to do now; try again later")
	}
	context.AfterFunc(ctx, func() { <-x.transport.slots })
	within, cancel := context.WithTimeout(ctx, x.transport.timeout)
	context.AfterFunc(ctx, cancel)
	return x.GraphExecutor.DispatchOperation(within, op)
}

// hijacker gives a WebSocket its connection: one that a client who does not
// take what it is sent loses, and that ends when the server does, without a
// word that it is complete, so that a client connects again.
type hijacker struct {
	http.ResponseWriter
	ended <-chan struct{}
}

// Hijack implements [http.Hijacker].
func (h *hijacker) Hijack() (net.Conn, *bufio.ReadWriter, error) {
	conn, buffered, err := http.NewResponseController(h.ResponseWriter).Hijack()
	if err != nil {
		return nil, nil, err
	}
	timed := &timedConn{Conn: conn, closed: make(chan struct{})}
	buffered.Writer.Reset(timed)
	go func() {
		select {
		case <-h.ended:
			_ = timed.Close() // it is at its end either way
		case <-timed.closed:
		}
	}()
	return timed, buffered, nil
}

// timedConn gives each write its time.
type timedConn struct {
	net.Conn
	once   sync.Once
	closed chan struct{}
}

// Write implements [net.Conn].
func (c *timedConn) Write(p []byte) (int, error) {
	if err := c.SetWriteDeadline(time.Now().Add(streamWrite)); err != nil {
		return 0, err
	}
	return c.Conn.Write(p)
}

// Close implements [net.Conn].
func (c *timedConn) Close() error {
	c.once.Do(func() { close(c.closed) })
	return c.Conn.Close()
}
