// Package reconcile speaks the Reconciliation Service API of the W3C's Entity
// Reconciliation Community Group, version 0.2
// (https://reconciliation-api.github.io/specs/0.2/), by which OpenRefine and
// others match names in tables with the people, organisations and places of the
// graph.
package reconcile

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"math"
	"mime"
	"net/http"
	"net/url"
	"regexp"
	"strconv"

	"mueang/graph/kg"
)

// What a request may have. Nothing is asked of the store before it is held
// against these.
const (
	maxBody       = 256 << 10 // bytes of a form, or of the parameters of an address
	maxQueries    = 50        // of a batch
	maxText       = 500       // characters of a name that is asked for
	maxCandidates = 100       // that a query may ask for
	maxIDs        = 100       // entities whose properties are asked for
	maxProperties = 20        // that are asked for
	maxValues     = 100       // of a property
	maxCursor     = 90        // suggestions that may be passed over

	usualCandidates = 10
	usualValues     = 20
	suggestions     = 10 // of one answer
)

// Path is where the service is mounted, it and all below it.
const Path = "/reconcile"

// Config sets up the service.
type Config struct {
	Namesakes kg.Namesakes // finds names that are spelt otherwise; none are found without
	Pages     bool         // the Explorer is served beside it at /e/
	Log       *slog.Logger // takes what is not the caller's fault; discards
}

type service struct {
	store     kg.Store
	namesakes kg.Namesakes
	pages     bool
	log       *slog.Logger
}

// NewHandler serves a store at [Path]. The caller bounds the time of a request.
func NewHandler(store kg.Store, cfg Config) http.Handler {
	s := &service{store: store, namesakes: cfg.Namesakes, pages: cfg.Pages, log: cfg.Log}
	if s.log == nil {
		s.log = slog.New(slog.DiscardHandler)
	}
	mux := http.NewServeMux()
	mux.HandleFunc(Path, s.json(s.endpoint))
	mux.HandleFunc(Path+"/suggest/entity", s.json(s.suggestEntity))
	mux.HandleFunc(Path+"/suggest/property", s.json(s.suggestProperty))
	mux.HandleFunc(Path+"/suggest/type", s.json(s.suggestType))
	mux.HandleFunc(Path+"/properties", s.json(s.propose))
	mux.HandleFunc(Path+"/preview", s.preview)
	mux.HandleFunc(Path+"/", s.json(func(*http.Request, url.Values) (any, error) {
		return nil, kg.Errorf(kg.NotFound, "", "there is nothing here; the manifest is at %s", Path)
	}))
	return mux
}

// endpoint gives the manifest, the candidates of a batch, or values of properties.
func (s *service) endpoint(r *http.Request, form url.Values) (any, error) {
	queries, extend := form.Has("queries"), form.Has("extend")
	switch {
	case queries && extend:
		return nil, kg.Errorf(kg.BadInput, "", "send queries or extend, not both")
	case queries:
		batch, err := parseBatch(form.Get("queries"))
		if err != nil {
			return nil, err
		}
		return s.reconcile(r.Context(), batch)
	case extend:
		wanted, err := parseExtend(form.Get("extend"))
		if err != nil {
			return nil, err
		}
		return s.extend(r.Context(), wanted)
	case r.Method == http.MethodPost:
		return nil, kg.Errorf(kg.BadInput, "", "the form has neither queries nor extend")
	}
	return s.manifest(baseOf(r)), nil
}

// json serves a function of the parameters of a request.
func (s *service) json(f func(*http.Request, url.Values) (any, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		answer, err := func() (any, error) {
			form, err := parameters(w, r)
			if err != nil {
				return nil, err
			}
			return f(r, form)
		}()
		if err != nil {
			s.refuse(w, r, err)
			return
		}
		write(w, http.StatusOK, answer)
	}
}

// parameters reads those of the address and, with POST, of the form.
func parameters(w http.ResponseWriter, r *http.Request) (url.Values, error) {
	if len(r.URL.RawQuery) > maxBody {
		return nil, tooLarge("the address may have %d bytes", maxBody)
	}
	form, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		return nil, kg.Errorf(kg.BadInput, "", "the parameters in the address can not be read")
	}
	switch r.Method {
	case http.MethodGet, http.MethodHead:
	case http.MethodPost:
		media, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
		if err != nil || media != "application/x-www-form-urlencoded" {
			return nil, refusal{http.StatusUnsupportedMediaType, kg.Errorf(kg.BadInput, "", "send a form: application/x-www-form-urlencoded")}
		}
		body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
		var over *http.MaxBytesError
		switch {
		case errors.As(err, &over):
			return nil, tooLarge("the form may have %d bytes", maxBody)
		case err != nil:
			return nil, kg.Errorf(kg.BadInput, "", "the request can not be read whole")
		}
		sent, err := url.ParseQuery(string(body))
		if err != nil {
			return nil, kg.Errorf(kg.BadInput, "", "the form can not be read")
		}
		for name, values := range sent {
			form[name] = append(values, form[name]...)
		}
	default:
		w.Header().Set("Allow", "GET, HEAD, POST")
		return nil, refusal{http.StatusMethodNotAllowed, kg.Errorf(kg.BadInput, "", "ask by GET or POST")}
	}
	if form.Has("callback") {
		return nil, kg.Errorf(kg.BadInput, "", "JSONP is not served, since it would run this answer as a script; ask without callback")
	}
	return form, nil
}

// refusal is an error of the caller's with a status of its own.
type refusal struct {
	status int
	why    *kg.Error
}

func (r refusal) Error() string { return r.why.Error() }

func (r refusal) Unwrap() error { return r.why }

func tooLarge(format string, args ...any) error {
	return refusal{http.StatusRequestEntityTooLarge, kg.Errorf(kg.BadInput, "", "the request is too large: "+format, args...)}
}

var statuses = map[kg.Code]int{
	kg.BadInput:    http.StatusBadRequest,
	kg.NotFound:    http.StatusNotFound,
	kg.CostLimit:   http.StatusBadRequest,
	kg.Timeout:     http.StatusGatewayTimeout,
	kg.Unavailable: http.StatusServiceUnavailable,
}

// messages stand for errors whose own are not for the caller.
var messages = map[kg.Code]string{
	kg.Timeout:     "it took too long; ask for fewer at a time",
	kg.Unavailable: "the store does not answer; try again later",
}

// refuse answers with an error: {"error": {"code", "message"}}.
func (s *service) refuse(w http.ResponseWriter, r *http.Request, err error) {
	code, message := kg.CodeOf(err), ""
	var known *kg.Error
	if errors.As(err, &known) {
		message = known.Msg
	}
	status := statuses[code]
	if status == 0 {
		status = http.StatusInternalServerError
	}
	var own refusal
	if errors.As(err, &own) {
		status = own.status
	}
	if status >= http.StatusInternalServerError && !errors.Is(err, context.Canceled) {
		s.log.LogAttrs(r.Context(), slog.LevelWarn, "not reconciled", slog.Any("error", err))
		if message == "" || status == http.StatusInternalServerError {
			if message = messages[code]; message == "" {
				message = "something went wrong inside; the log says what"
			}
		}
	}
	if after := kg.RetryAfter(err); after > 0 {
		w.Header().Set("Retry-After", strconv.Itoa(int(math.Ceil(after.Seconds()))))
	}
	write(w, status, map[string]any{"error": map[string]any{"code": code, "message": message}})
}

func write(w http.ResponseWriter, status int, answer any) {
	text, err := json.Marshal(answer)
	if err != nil { // cannot be: answers are texts, numbers, lists and objects
		status, text = http.StatusInternalServerError, []byte(`{"error":{"code":"INTERNAL"}}`)
	}
	header := w.Header()
	header.Set("Content-Type", "application/json; charset=utf-8")
	header.Set("X-Content-Type-Options", "nosniff")
	header.Set("Cache-Control", "no-store") // the manifest has addresses after the request's
	w.WriteHeader(status)
	_, _ = w.Write(text) // a client that is gone needs no answer
}

// hostPattern is a name or address with a port, as a Host header may have it.
var hostPattern = regexp.MustCompile(`^[A-Za-z0-9.\-]{1,253}(:[0-9]{1,5})?$|^\[[0-9A-Fa-f:.]{2,45}\](:[0-9]{1,5})?$`)

// baseOf gives the address by which the server was asked: behind a proxy that
// says so, with its scheme.
func baseOf(r *http.Request) string {
	scheme, host := "http", r.Host
	if r.TLS != nil || r.Header.Get("X-Forwarded-Proto") == "https" {
		scheme = "https"
	}
	if !hostPattern.MatchString(host) {
		host = "localhost"
	}
	return scheme + "://" + host
}

// manifest describes the service at an address.
func (s *service) manifest(base string) any {
	suggest := func(what string) any {
		return map[string]any{"service_url": base, "service_path": Path + "/suggest/" + what}
	}
	manifest := map[string]any{
		"versions":        []string{"0.2"},
		"name":            "Mueang: who did what with whom in the smart cities of Thailand and ASEAN",
		"identifierSpace": "urn:mueang:", // as in the export in JSON-LD
		"schemaSpace":     "urn:mueang:vocabulary:",
		"defaultTypes":    []any{types[person], types[organization], types[place]},
		"batchSize":       maxQueries,
		"preview":         map[string]any{"url": base + Path + "/preview?id={{id}}", "width": previewWidth, "height": previewHeight},
		"suggest":         map[string]any{"entity": suggest("entity"), "property": suggest("property"), "type": suggest("type")},
		"extend": map[string]any{
			"propose_properties": map[string]any{"service_url": base, "service_path": Path + "/properties"},
			"property_settings": []any{map[string]any{"name": "limit", "label": "Limit", "type": "number", "default": usualValues,
				"help_text": "how many values an entity may have, at most " + strconv.Itoa(maxValues)}},
		},
	}
	if s.pages {
		manifest["view"] = map[string]any{"url": base + "/e/{{id}}"}
	}
	return manifest
}
