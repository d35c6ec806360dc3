package graph

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"io"
	"math"
	"mime"
	"net/http"
	"net/url"
	"os"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"mueang/graph/kg"
)

// The media types of answers. With the newer one a request that is not run has
// a status of its own; with the older one it is 200, as clients of that expect.
const (
	mediaJSON    = "application/json"
	mediaGraphQL = "application/graphql-response+json"
	inUTF8       = "; charset=utf-8"
)

// transport is GraphQL over HTTP (https://graphql.github.io/graphql-over-http):
// operations by POST of JSON, queries by GET too. It writes answers as they
// are: gqlgen's own transports would parse and print their JSON again, half of
// the work of a request.
type transport struct {
	maxBody   int64 // bytes
	documents *documents
	parsed    *parsed
	slots     chan struct{}   // of operations that run
	timeout   time.Duration   // of an operation in a stream
	ended     <-chan struct{} // closed when streams end
	rates     *rates
}

// request is an operation as it is sent.
type request struct {
	graphql.RawParams
	DocumentID string `json:"documentId"` // names the document instead of Query

	sent string // the hash that came with the document
}

var _ graphql.Transport = transport{}

// Supports admits every request: Do refuses what is none.
func (transport) Supports(*http.Request) bool { return true }

// Do runs an operation and writes its answer.
func (t transport) Do(w http.ResponseWriter, r *http.Request, exec graphql.GraphExecutor) {
	if isUpgrade(r) {
		t.socket(w, r, exec)
		return
	}
	ctx := r.Context()
	w.Header().Add("Vary", "Accept") // beside what CORS varies by
	media := accepted(r.Header.Values("Accept"))
	events := wantsEvents(r)
	onlyEvents := events && media == ""
	if onlyEvents {
		media = mediaGraphQL // of what is refused before there are events
	}
	w.Header().Set("Content-Type", cmp.Or(media, mediaJSON)+inUTF8)
	if status, err := t.refuses(w, r, media); err != nil {
		refuse(w, status, err)
		return
	}
	start := graphql.Now()
	params, status, refused := t.readParams(w, r)
	if refused != nil {
		refuse(w, status, refused)
		return
	}
	if !t.enter(ctx) {
		w.Header().Set("Retry-After", "1")
		refuse(w, http.StatusServiceUnavailable, kg.Errorf(kg.Unavailable, "", "the server has too much to do now; try again later"))
		return
	}
	leave := sync.OnceFunc(func() { <-t.slots })
	defer leave()
	if err := t.documents.find(params); err != nil {
		t.writeResponse(w, r, media, refusal(err))
		return
	}
	doc, errs := t.parsed.parse(params.Query)
	if errs != nil {
		t.writeResponse(w, r, media, exec.DispatchError(ctx, errs))
		return
	}
	exchangeOf(ctx).doc = doc
	params.Headers = r.Header
	params.ReadTime = graphql.TraceTiming{Start: start, End: graphql.Now()}
	op, errs := exec.CreateOperationContext(ctx, &params.RawParams)
	if errs != nil {
		t.writeResponse(w, r, media, exec.DispatchError(graphql.WithOperationContext(ctx, op), errs))
		return
	}
	t.documents.keep(params)
	e := exchangeOf(ctx)
	e.operation, e.name = string(op.Operation.Operation), op.Operation.Name
	switch {
	case isStream(op) && !events:
		refuse(w, http.StatusNotAcceptable, kg.Errorf(kg.BadInput, "", "a subscription answers with server-sent events (Accept: text/event-stream) or over WebSocket"))
		return
	case r.Method != http.MethodPost && op.Operation.Operation == ast.Mutation:
		w.Header().Set("Allow", http.MethodPost)
		refuse(w, http.StatusMethodNotAllowed, kg.Errorf(kg.BadInput, "", "GET is for queries; send this by POST"))
		return
	case isStream(op), onlyEvents:
		t.events(ctx, w, exec, op, leave)
		return
	}
	run, ctx := exec.DispatchOperation(ctx, op)
	response := run(ctx)
	if response == nil { // the time was up before it ran
		response = exec.DispatchError(ctx, gqlerror.List{{Err: &kg.Error{Code: kg.Timeout, Err: ctx.Err()}}})
	}
	t.writeResponse(w, r, media, response)
}

// queueTime is how long an operation may wait until others have run.
const queueTime = 2 * time.Second

// enter waits for its turn, and reports whether it has come.
func (t transport) enter(ctx context.Context) bool {
	select {
	case t.slots <- struct{}{}:
		return true
	default:
	}
	patience := time.NewTimer(queueTime)
	defer patience.Stop()
	select {
	case t.slots <- struct{}{}:
		return true
	case <-patience.C:
	case <-ctx.Done():
	}
	return false
}

// refuses gives the status and the error for a request whose header is not that
// of an operation, before its body is read. A form or a plain text, which a
// page of another site may send unasked, is none.
func (t transport) refuses(w http.ResponseWriter, r *http.Request, media string) (int, *kg.Error) {
	switch r.Method {
	case http.MethodGet, http.MethodHead:
	case http.MethodPost:
		if !isJSON(r.Header.Get("Content-Type")) {
			w.Header().Set("Accept-Post", mediaJSON)
			return http.StatusUnsupportedMediaType, kg.Errorf(kg.BadInput, "", "send the operation as application/json in UTF-8, and say so in Content-Type")
		}
		if encoding := r.Header.Get("Content-Encoding"); encoding != "" && !strings.EqualFold(encoding, "identity") {
			w.Header().Set("Accept-Encoding", "identity")
			return http.StatusUnsupportedMediaType, kg.Errorf(kg.BadInput, "", "send the operation uncompressed")
		}
		if r.ContentLength > t.maxBody {
			return http.StatusRequestEntityTooLarge, t.tooLarge()
		}
	default:
		w.Header().Set("Allow", "GET, HEAD, POST")
		return http.StatusMethodNotAllowed, kg.Errorf(kg.BadInput, "", "send operations by POST, or queries by GET")
	}
	if media == "" {
		return http.StatusNotAcceptable, kg.Errorf(kg.BadInput, "", "answers are %s or %s, in UTF-8, and the header Accept takes neither", mediaGraphQL, mediaJSON)
	}
	return 0, nil
}

func (t transport) tooLarge() *kg.Error {
	return kg.Errorf(kg.BadInput, "", "the request is too large: it may have %d bytes", t.maxBody)
}

// isJSON tells whether a Content-Type is JSON in UTF-8.
func isJSON(contentType string) bool {
	if contentType == mediaJSON {
		return true
	}
	media, params, err := mime.ParseMediaType(contentType)
	return err == nil && media == mediaJSON && isUTF8(params)
}

func isUTF8(params map[string]string) bool {
	charset, given := params["charset"]
	return !given || strings.EqualFold(charset, "utf-8")
}

// accepted gives the media type of the answer that the values of Accept ask
// for: what is named with the highest weight, the newer type of two alike, and
// the older one where there is but a wildcard or nothing. It is "" where they
// take neither.
func accepted(values []string) string {
	if len(values) == 0 || len(values) == 1 && (values[0] == "" || values[0] == "*/*" || values[0] == mediaJSON) {
		return mediaJSON
	}
	type choice struct {
		weight float64
		exact  int // 3 by its name, 2 and 1 by a wildcard, 0 not at all
	}
	var newer, older choice
	for _, value := range values {
		for part := range strings.SplitSeq(value, ",") {
			media, params, err := mime.ParseMediaType(part)
			if err != nil || !isUTF8(params) {
				continue
			}
			c := choice{weight: 1}
			if q, given := params["q"]; given {
				if c.weight, err = strconv.ParseFloat(q, 64); err != nil || !(c.weight >= 0 && c.weight <= 1) {
					continue
				}
			}
			var of []*choice
			switch media {
			case mediaGraphQL:
				c.exact, of = 3, []*choice{&newer}
			case mediaJSON:
				c.exact, of = 3, []*choice{&older}
			case "application/*":
				c.exact, of = 2, []*choice{&newer, &older}
			case "*/*":
				c.exact, of = 1, []*choice{&newer, &older}
			}
			for _, o := range of {
				if c.exact > o.exact {
					*o = c
				}
			}
		}
	}
	switch {
	case newer.weight == 0 && older.weight == 0:
		return ""
	case newer.weight > older.weight, newer.weight == older.weight && newer.exact == 3:
		return mediaGraphQL
	}
	return mediaJSON
}

// readParams reads the operation out of a request, or gives the status and the
// error with which it is refused.
func (t transport) readParams(w http.ResponseWriter, r *http.Request) (*request, int, *kg.Error) {
	params := &request{}
	if r.Method == http.MethodPost {
		body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, t.maxBody))
		var tooLarge *http.MaxBytesError
		switch {
		case errors.As(err, &tooLarge):
			return nil, http.StatusRequestEntityTooLarge, t.tooLarge()
		case errors.Is(err, os.ErrDeadlineExceeded):
			return nil, http.StatusRequestTimeout, kg.Errorf(kg.Timeout, "", "the request came too slowly")
		case err != nil:
			return nil, http.StatusBadRequest, kg.Errorf(kg.BadInput, "", "the request can not be read whole")
		case bytes.HasPrefix(bytes.TrimLeft(body, " \t\r\n"), []byte("[")):
			return nil, http.StatusBadRequest, kg.Errorf(kg.BadInput, "", "send one operation at a time: there are no batches")
		case !utf8.Valid(body) || decode(body, params) != nil:
			return nil, http.StatusBadRequest, kg.Errorf(kg.BadInput, "", "the request is not an object in JSON with a query and an operationName that are texts, and variables and extensions that are objects")
		}
	} else {
		query, err := url.ParseQuery(r.URL.RawQuery)
		if err != nil || !utf8.ValidString(query.Get("query")) {
			return nil, http.StatusBadRequest, kg.Errorf(kg.BadInput, "", "the parameters in the address can not be read")
		}
		params.Query, params.OperationName, params.DocumentID = query.Get("query"), query.Get("operationName"), query.Get("documentId")
		for name, into := range map[string]*map[string]any{"variables": &params.Variables, "extensions": &params.Extensions} {
			if value := query.Get(name); value != "" && decode([]byte(value), into) != nil {
				return nil, http.StatusBadRequest, kg.Errorf(kg.BadInput, "", "the %s are not an object in JSON", name)
			}
		}
	}
	if params.Query == "" && params.DocumentID == "" && params.Extensions["persistedQuery"] == nil {
		return nil, http.StatusBadRequest, kg.Errorf(kg.BadInput, "", "the request has no query")
	}
	return params, 0, nil
}

// decode reads JSON to its end, numbers as they are written.
func decode(text []byte, into any) error {
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	if err := decoder.Decode(into); err != nil {
		return err
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		return errors.New("there is more than one value")
	}
	return nil
}

// statuses are those of operations that are not run.
var statuses = map[kg.Code]int{
	kg.Unauthenticated: http.StatusUnauthorized,
	kg.Forbidden:       http.StatusForbidden,
	kg.RateLimited:     http.StatusTooManyRequests,
	kg.Timeout:         http.StatusGatewayTimeout,
	kg.Unavailable:     http.StatusServiceUnavailable,
	kg.Internal:        http.StatusInternalServerError,
}

// statusOf gives the status of an answer: 200 for one of an operation that ran,
// whatever came of its fields, but where nothing came since the store was away,
// and for all else with the older media type but who asks for too much.
func statusOf(media string, response *graphql.Response) int {
	if len(response.Errors) == 0 {
		return http.StatusOK
	}
	code, _ := response.Errors[0].Extensions["code"].(kg.Code)
	if media == mediaJSON && code != kg.RateLimited {
		return http.StatusOK
	}
	if response.Data != nil && (code != kg.Unavailable || string(response.Data) != "null") {
		return http.StatusOK
	}
	if status, known := statuses[code]; known {
		return status
	}
	return http.StatusBadRequest
}

// writeResponse writes an answer: the errors first, as the specification
// advises, and data only where the operation ran.
func (t transport) writeResponse(w http.ResponseWriter, r *http.Request, media string, response *graphql.Response) {
	status := statusOf(media, response)
	t.rates.tell(w.Header(), exchangeOf(r.Context()).client)
	if status == http.StatusUnauthorized {
		w.Header().Set("WWW-Authenticate", `Bearer realm="mueang"`)
	}
	var after int // seconds
	for _, err := range response.Errors {
		seconds, _ := err.Extensions["retryAfter"].(int)
		after = max(after, seconds)
	}
	if after > 0 {
		w.Header().Set("Retry-After", strconv.Itoa(after))
	}
	if r.Method != http.MethodPost && response.Data != nil && len(response.Errors) == 0 && fresh(w, r, response.Data) {
		w.Header().Del("Content-Type")
		w.WriteHeader(http.StatusNotModified)
		return
	}
	write(w, status, response)
}

// fresh says in the header of an answer to GET how it may be kept: by whoever
// asks the server each time whether it is still the answer. It reports whether
// the client has it already.
func fresh(w http.ResponseWriter, r *http.Request, data []byte) bool {
	sum := sha256.Sum256(data)
	tag := `"` + base64.RawURLEncoding.EncodeToString(sum[:12]) + `"`
	w.Header().Set("ETag", "W/"+tag) // weak: compressed it is another sequence of bytes
	if r.Header.Get("Authorization") == "" {
		w.Header().Set("Cache-Control", "public, no-cache")
	} else {
		w.Header().Set("Cache-Control", "private, no-cache")
	}
	for _, known := range r.Header.Values("If-None-Match") {
		for one := range strings.SplitSeq(known, ",") {
			if one = strings.TrimSpace(one); one == "*" || strings.TrimPrefix(one, "W/") == tag {
				return true
			}
		}
	}
	return false
}

// refuse answers a request that holds no operation.
func refuse(w http.ResponseWriter, status int, err *kg.Error) {
	if w.Header().Get("Content-Type") == "" {
		w.Header().Set("Content-Type", mediaJSON+inUTF8)
	}
	write(w, status, refusal(err))
}

// refusal makes an answer of an error that the presenter has nothing to add to.
func refusal(err *kg.Error) *graphql.Response {
	extensions := map[string]any{"code": err.Code}
	if after := kg.RetryAfter(err); after > 0 {
		extensions["retryAfter"] = int(math.Ceil(after.Seconds()))
	}
	return &graphql.Response{Errors: gqlerror.List{{Message: err.Msg, Extensions: extensions}}}
}

func write(w http.ResponseWriter, status int, response *graphql.Response) {
	if w.Header().Get("Cache-Control") == "" {
		w.Header().Set("Cache-Control", "no-store")
	}
	var head bytes.Buffer
	head.WriteByte('{')
	if len(response.Errors) > 0 {
		if r, ok := w.(*recorder); ok {
			r.code, _ = response.Errors[0].Extensions["code"].(kg.Code)
		}
		errors, err := json.Marshal(response.Errors)
		if err != nil { // cannot be: they are texts, numbers and paths
			http.Error(w, "the errors can not be written", http.StatusInternalServerError)
			return
		}
		head.WriteString(`"errors":`)
		head.Write(errors)
	}
	if response.Data != nil {
		if head.Len() > 1 {
			head.WriteByte(',')
		}
		head.WriteString(`"data":`)
	}
	w.WriteHeader(status)
	// A client that is gone needs no answer.
	for _, part := range [][]byte{head.Bytes(), response.Data, []byte("}")} {
		_, _ = w.Write(part)
	}
}
