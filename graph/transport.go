package graph

import (
	"bytes"
	"encoding/json"
	"mime"
	"net/http"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"mueang/graph/kg"
)

// The media types of answers (GraphQL over HTTP). With the newer one a request
// that is not run has a status of its own.
const (
	mediaJSON    = "application/json"
	mediaGraphQL = "application/graphql-response+json"
)

// transport takes operations by POST of JSON and queries by GET, and writes
// answers as they are: gqlgen's own would parse and print their JSON again,
// half of the work of a request.
type transport struct{}

var _ graphql.Transport = transport{}

// Supports tells which requests are operations. A form or a plain text, which
// a page of another site may send unasked, is none.
func (transport) Supports(r *http.Request) bool {
	media, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	return r.Method == http.MethodGet || r.Method == http.MethodPost && err == nil && media == mediaJSON
}

// Do runs an operation and writes its answer.
func (transport) Do(w http.ResponseWriter, r *http.Request, exec graphql.GraphExecutor) {
	ctx := r.Context()
	media := mediaJSON
	if strings.Contains(r.Header.Get("Accept"), mediaGraphQL) {
		media = mediaGraphQL
	}
	w.Header().Set("Content-Type", media)
	w.Header().Add("Vary", "Accept") // beside what CORS varies by
	start := graphql.Now()
	params, err := readParams(r)
	if err != nil {
		writeResponse(w, http.StatusBadRequest, exec.DispatchError(ctx, gqlerror.List{err}))
		return
	}
	params.Headers = r.Header
	params.ReadTime = graphql.TraceTiming{Start: start, End: graphql.Now()}
	refused := http.StatusOK
	if media == mediaGraphQL {
		refused = http.StatusBadRequest
	}
	op, errs := exec.CreateOperationContext(ctx, params)
	if errs != nil {
		writeResponse(w, refused, exec.DispatchError(graphql.WithOperationContext(ctx, op), errs))
		return
	}
	if r.Method == http.MethodGet && op.Operation.Operation != ast.Query {
		w.Header().Set("Allow", http.MethodPost)
		writeResponse(w, http.StatusMethodNotAllowed, exec.DispatchError(graphql.WithOperationContext(ctx, op), gqlerror.List{{Message: "GET is for queries; send this by POST"}}))
		return
	}
	run, ctx := exec.DispatchOperation(ctx, op)
	response := run(ctx)
	if response == nil { // the time was up before it ran
		response = exec.DispatchError(ctx, gqlerror.List{{Err: &kg.Error{Code: kg.Timeout, Err: ctx.Err()}}})
	}
	writeResponse(w, http.StatusOK, response)
}

// readParams reads the operation out of a request.
func readParams(r *http.Request) (*graphql.RawParams, *gqlerror.Error) {
	params := &graphql.RawParams{}
	if r.Method == http.MethodGet {
		query := r.URL.Query()
		params.Query, params.OperationName = query.Get("query"), query.Get("operationName")
		if variables := query.Get("variables"); variables != "" && decode([]byte(variables), &params.Variables) != nil {
			return nil, gqlerror.Errorf("the variables are not an object in JSON")
		}
		return params, nil
	}
	var body bytes.Buffer
	if _, err := body.ReadFrom(r.Body); err != nil || decode(body.Bytes(), params) != nil {
		return nil, gqlerror.Errorf("the request is not an object in JSON with a query, and variables that are an object")
	}
	return params, nil
}

// decode reads JSON, numbers as they are written.
func decode(text []byte, into any) error {
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	return decoder.Decode(into)
}

// writeResponse writes an answer: the errors first, as the specification
// advises.
func writeResponse(w http.ResponseWriter, status int, response *graphql.Response) {
	var head bytes.Buffer
	head.WriteByte('{')
	if len(response.Errors) > 0 {
		errors, err := json.Marshal(response.Errors)
		if err != nil { // cannot be: they are texts, numbers and paths
			http.Error(w, "the errors can not be written", http.StatusInternalServerError)
			return
		}
		head.WriteString(`"errors":`)
		head.Write(errors)
		head.WriteByte(',')
	}
	head.WriteString(`"data":`)
	if response.Data == nil {
		head.WriteString("null")
	}
	w.WriteHeader(status)
	// A client that is gone needs no answer.
	for _, part := range [][]byte{head.Bytes(), response.Data, []byte("}")} {
		_, _ = w.Write(part)
	}
}
