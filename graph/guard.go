package graph

import (
	"maps"
	"net/http"

	"github.com/rs/cors"

	"mueang/graph/kg"
)

// securityHeaders stand in every answer. Pages replace the policy by their own.
var securityHeaders = http.Header{
	"Content-Security-Policy":      {"default-src 'none'; frame-ancestors 'none'"},
	"Cross-Origin-Opener-Policy":   {"same-origin"},
	"Cross-Origin-Resource-Policy": {"same-origin"}, // those whom CORS admits ask by CORS
	"Referrer-Policy":              {"no-referrer"},
	"X-Content-Type-Options":       {"nosniff"},
	"X-Frame-Options":              {"DENY"},
}

// secured sets the headers that keep browsers from doing more with an answer
// than is meant.
func secured(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		maps.Copy(w.Header(), securityHeaders)
		if r.TLS != nil {
			w.Header().Set("Strict-Transport-Security", "max-age=31536000")
		}
		next.ServeHTTP(w, r)
	})
}

// cross admits the pages of the configured origins, and no others: neither to
// read answers (CORS) nor to have a visitor's browser send requests (CSRF).
// Programs that are no browsers are not concerned.
func cross(cfg Config, next http.Handler) http.Handler {
	admitted := cors.New(cors.Options{
		AllowOriginFunc: func(string) bool { return false },
	})
	if len(cfg.CORSOrigins) > 0 {
		admitted = cors.New(cors.Options{
			AllowedOrigins: cfg.CORSOrigins,
			AllowedMethods: []string{http.MethodGet, http.MethodHead, http.MethodPost},
			AllowedHeaders: []string{"Content-Type", "Authorization", "If-None-Match", "X-Request-Id", "Traceparent",
				"X-Apollo-Operation-Name", "Apollo-Require-Preflight", "GraphQL-Require-Preflight"},
			ExposedHeaders: []string{"ETag", "RateLimit", "RateLimit-Policy", "Retry-After", "X-Request-Id"},
			MaxAge:         600,
		})
	}
	protection := http.NewCrossOriginProtection()
	checked := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if foreign(protection, r) && !(r.Header.Get("Origin") != "" && admitted.OriginAllowed(r)) {
			refuse(w, http.StatusForbidden, kg.Errorf(kg.Forbidden, "", "pages of other sites may not ask this server; its operator can allow them with --allow-origin"))
			return
		}
		next.ServeHTTP(w, r)
	})
	if len(cfg.CORSOrigins) == 0 {
		return checked
	}
	return admitted.Handler(checked)
}

// foreign tells whether a page of another site has a browser send a request. A
// link to an answer may be followed: that is a navigation, and a query.
func foreign(protection *http.CrossOriginProtection, r *http.Request) bool {
	switch r.Method {
	case http.MethodOptions: // asks for leave and does nothing
		return false
	case http.MethodGet, http.MethodHead:
		switch r.Header.Get("Sec-Fetch-Site") {
		case "same-origin", "none":
			return false
		case "":
			if r.Header.Get("Origin") == "" {
				return false
			}
		}
		if r.Header.Get("Sec-Fetch-Mode") == "navigate" && r.Header.Get("Sec-Fetch-Dest") == "document" {
			return false
		}
		// The protection lets queries pass whoever sends them, for they change
		// nothing; here they cost the server something too.
		asked := *r
		asked.Method = http.MethodPost
		return protection.Check(&asked) != nil
	}
	return protection.Check(r) != nil
}
