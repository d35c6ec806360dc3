// Package graphiql serves the GraphiQL page, whole and offline: GraphiQL 3.8.3
// and React 18.3.1 from their npm packages, with their licences, in assets.
package graphiql

import (
	"embed"
	"io/fs"
	"net/http"
)

//go:embed assets
var assets embed.FS

// policy keeps the page to this server. GraphiQL sets styles from its scripts.
const policy = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self'; " +
	"img-src 'self' data:; font-src 'self' data:; worker-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// Handler serves the page at /graphiql and its assets at /graphiql/. The page
// asks the server at /graphql.
func Handler() http.Handler {
	files, err := fs.Sub(assets, "assets")
	if err != nil {
		return http.NotFoundHandler() // cannot be: the name is valid
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /graphiql", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", policy)
		http.ServeFileFS(w, r, files, "index.html")
	})
	served := http.StripPrefix("/graphiql/", http.FileServerFS(files))
	mux.HandleFunc("GET /graphiql/{asset}", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "public, max-age=3600")
		w.Header().Set("X-Content-Type-Options", "nosniff")
		served.ServeHTTP(w, r)
	})
	return mux
}
