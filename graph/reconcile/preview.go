package reconcile

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"html/template"
	"net/http"
	"strings"
	"unicode"

	"mueang/graph/kg"
)

// The size of a preview in pixels.
const (
	previewWidth  = 430
	previewHeight = 300
)

const previewStyle = `body{font:14px/1.6 "Noto Sans Thai",Sarabun,sans-serif;margin:12px;color:#1a1a1a;background:#fff;overflow-wrap:anywhere}` +
	`h1{font-size:18px;margin:0}p,ul{margin:4px 0}ul{padding-left:18px}small{color:#555}`

// previewPolicy lets a preview have its style and nothing else. It may stand in
// pages of others: that is what it is for; the sandbox keeps it from them.
var previewPolicy = func() string {
	sum := sha256.Sum256([]byte(previewStyle))
	return "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'; base-uri 'none'; form-action 'none'; sandbox allow-popups"
}()

var previewPage = template.Must(template.New("preview").Funcs(template.FuncMap{"show": func(text string) string { return short(visible(text), 200) }}).Parse(
	`<!doctype html>
<html lang="th"><head><meta charset="utf-8"><title>{{show .Name}}</title><style>` + previewStyle + `</style></head>
<body><h1 dir="auto">{{show .Name}}</h1>
<p><small>{{.Type}} · {{.Documents}} {{if eq .Documents 1}}document{{else}}documents{{end}} · {{.ID}}</small></p>
{{with .Description}}<p dir="auto">{{show .}}</p>{{end}}
{{with .Others}}<p dir="auto">{{range $i, $name := .}}{{if $i}} · {{end}}{{show $name}}{{end}}</p>{{end}}
{{with .Facts}}<ul>{{range .}}<li dir="auto">{{show .}}</li>{{end}}</ul>{{end}}
{{with .Page}}<p><a href="{{.}}" target="_blank" rel="noopener">Explorer</a></p>{{end}}
</body></html>
`))

// visible shows as a sign what would not be seen, or would turn what stands
// behind it round.
func visible(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' || unicode.Is(unicode.Bidi_Control, r) {
			return unicode.ReplacementChar
		}
		return r
	}, text)
}

const (
	previewNames = 6
	previewFacts = 5
)

// preview writes a small page about an entity.
func (s *service) preview(w http.ResponseWriter, r *http.Request) {
	form, err := parameters(w, r)
	if err != nil {
		s.refuse(w, r, err)
		return
	}
	steps := []kg.Step{
		{On: people, Via: kg.ViaFacts, Hops: []kg.Hop{*hop(kg.Out, kg.Holds)}},
		{On: bodies, Via: kg.ViaFacts, Hops: []kg.Hop{*hop(kg.Out, kg.PartOf)}},
		{On: places, Via: kg.ViaFacts, Hops: []kg.Hop{*hop(kg.Out, kg.LocatedIn)}},
	}
	for i := range steps {
		steps[i].Order, steps[i].Page, steps[i].Node = []kg.Order{{By: kg.OrderName}}, kg.Page{First: previewFacts, Keyless: true}, &kg.Shape{Only: kg.AttrName}
	}
	id := form.Get("id")
	result, err := s.store.Run(r.Context(), &kg.Plan{Root: kg.ByID{IDs: []kg.ID{kg.ID(id)}}, Shape: &kg.Shape{Only: attributes.Only, Steps: steps}})
	if err != nil {
		s.refuse(w, r, err)
		return
	}
	node := result.Nodes[0]
	if node == nil || node.Entity == nil {
		s.refuse(w, r, kg.Errorf(kg.NotFound, "", "there is no entity %q", short(id, 60)))
		return
	}
	e := node.Entity
	shown := struct {
		ID                      kg.ID
		Name, Type, Description string
		Page                    string
		Documents               int
		Others, Facts           []string
	}{ID: e.ID, Name: e.Name, Type: e.Kind.Type(), Description: e.Description, Documents: e.DocumentCount}
	if s.pages {
		shown.Page = baseOf(r) + "/e/" + string(e.ID)
	}
	for _, name := range e.Names {
		if name.Text != e.Name && len(shown.Others) < previewNames {
			shown.Others = append(shown.Others, name.Text)
		}
	}
	for _, step := range node.Steps {
		for _, edge := range step.Edges {
			shown.Facts = append(shown.Facts, edge.Node.Entity.Name)
		}
	}
	var page bytes.Buffer
	if err := previewPage.Execute(&page, shown); err != nil {
		s.refuse(w, r, kg.Wrap(kg.Internal, "reconcile.preview", err))
		return
	}
	header := w.Header()
	header.Set("Content-Type", "text/html; charset=utf-8")
	header.Set("Content-Security-Policy", previewPolicy)
	header.Del("X-Frame-Options") // the policy says who may frame it: everybody
	header.Set("Cross-Origin-Resource-Policy", "cross-origin")
	header.Set("X-Content-Type-Options", "nosniff")
	header.Set("Referrer-Policy", "no-referrer")
	header.Set("Cache-Control", "no-store")
	_, _ = w.Write(page.Bytes())
}
