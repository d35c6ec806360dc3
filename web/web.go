// Package web serves the Explorer, the pages that show the graph in a browser:
// a program in TypeScript that asks the API at /graphql. Its sources are beside
// this file and are built into dist (make web), which is embedded, so that the
// server needs nothing but itself.
package web

import (
	"embed"
	"io/fs"
	"net/http"
	"strings"
)

//go:embed all:dist
var dist embed.FS

// policy keeps the pages to this server: no script, style, font or address but
// its own, and no page of others around it.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; " +
	"connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'"

// Handler serves the page at every address that is no file's, since the program
// in it finds the view by the address; and its files.
func Handler() http.Handler {
	files, err := fs.Sub(dist, "dist")
	if err != nil {
		return http.NotFoundHandler() // cannot be: the name is valid
	}
	served := http.FileServerFS(files)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			w.Header().Set("Allow", "GET, HEAD")
			http.Error(w, "there are only pages here", http.StatusMethodNotAllowed)
			return
		}
		header := w.Header()
		header.Set("X-Content-Type-Options", "nosniff")
		name := strings.TrimPrefix(r.URL.Path, "/")
		if info, err := fs.Stat(files, name); err == nil && !info.IsDir() && name != page {
			if strings.HasPrefix(name, "assets/") { // their names change with what is in them
				header.Set("Cache-Control", "public, max-age=31536000, immutable")
			}
			served.ServeHTTP(w, r)
			return
		}
		if strings.HasPrefix(name, "assets/") {
			http.NotFound(w, r) // of another build: a page must not stand in for it
			return
		}
		header.Set("Content-Security-Policy", policy)
		header.Set("Referrer-Policy", "no-referrer")
		header.Set("Cache-Control", "no-cache")
		http.ServeFileFS(w, r, files, page)
	})
}

const page = "index.html"
