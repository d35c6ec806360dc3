package page

import (
	"encoding/json"
	"net/url"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/text/language"
)

// head is what a page says of itself, for machines: JSON-LD first, then the
// meta elements of OpenGraph, Dublin Core and others, then its elements.
type head struct {
	meta        map[string]string // by name or property, in small letters; the first of each
	links       map[string]string // by rel
	attributes  map[string]string // of elements with an itemprop, by it in small letters
	titleText   string            // of <title>
	h1          []string
	declared    string // the language of <html>
	news        map[string]any
	byID        map[string]map[string]any // the objects of JSON-LD by their @id
	site        string                    // the WebSite of JSON-LD
	articleBody string                    // of JSON-LD
}

func readHead(root *html.Node, scripts []string) *head {
	h := &head{meta: map[string]string{}, links: map[string]string{}, attributes: map[string]string{}, byID: map[string]map[string]any{}}
	keep := func(in map[string]string, key, value string) {
		if key, value = strings.ToLower(strings.TrimSpace(key)), tidy(value); key != "" && value != "" && in[key] == "" {
			in[key] = value
		}
	}
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.DataAtom {
		case atom.Html:
			h.declared = first(attribute(n, "lang"), attribute(n, "xml:lang"), h.declared)
		case atom.Meta:
			for _, key := range []string{"property", "name", "itemprop"} {
				keep(h.meta, attribute(n, key), attribute(n, "content"))
			}
		case atom.Link:
			for rel := range strings.FieldsSeq(attribute(n, "rel")) {
				keep(h.links, rel, attribute(n, "href"))
			}
		case atom.Title:
			if h.titleText == "" && !within(n, atom.Svg) {
				h.titleText = flat(n)
			}
		case atom.H1:
			if text := flat(n); text != "" {
				h.h1 = append(h.h1, text)
			}
		}
		if key := attribute(n, "itemprop"); key == "headline" || key == "datePublished" {
			keep(h.attributes, key, first(attribute(n, "datetime"), attribute(n, "content"), flat(n)))
		}
	}
	for _, script := range scripts {
		h.readLD(script)
	}
	return h
}

// flat gives the text of an element on one line.
func flat(n *html.Node) string {
	var parts []string
	for _, l := range lines(n) {
		parts = append(parts, l.text)
	}
	return strings.Join(parts, " ")
}

// tidy takes out the blanks that a text has too many of.
func tidy(s string) string { return strings.Join(strings.Fields(s), " ") }

func first(list ...string) string {
	for _, s := range list {
		if s = strings.TrimSpace(s); s != "" {
			return s
		}
	}
	return ""
}

// readLD reads a script of JSON-LD. One that is no JSON says nothing.
func (h *head) readLD(script string) {
	script = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) { // line ends in strings, which JSON forbids and pages have
			return ' '
		}
		return r
	}, script)
	script, _, _ = strings.Cut(strings.Replace(script, "<![CDATA[", " ", 1), "]]>")
	begin, end := strings.IndexAny(script, "{["), strings.LastIndexAny(script, "}]")
	if begin < 0 || end < begin {
		return
	}
	var value any
	if json.Unmarshal([]byte(script[begin:end+1]), &value) == nil {
		h.walkLD(value, 0)
	}
}

var newsTypes = []string{"NewsArticle", "Article", "ReportageNewsArticle", "AnalysisNewsArticle", "BackgroundNewsArticle", "BlogPosting", "Report", "PressRelease"}

func (h *head) walkLD(value any, depth int) {
	const deepest = 8
	if depth > deepest {
		return
	}
	switch v := value.(type) {
	case []any:
		for _, item := range v {
			h.walkLD(item, depth+1)
		}
	case map[string]any:
		if id, _ := v["@id"].(string); id != "" && len(v) > 1 && h.byID[id] == nil {
			h.byID[id] = v
		}
		switch {
		case h.news == nil && slices.ContainsFunc(newsTypes, func(name string) bool { return isA(v, name) }):
			h.news = v
			h.articleBody = said(v, "articleBody")
		case h.site == "" && isA(v, "WebSite"):
			h.site = said(v, "name")
		}
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage"} {
			h.walkLD(v[key], depth+1)
		}
	}
}

// isA reports whether an object of JSON-LD has a type.
func isA(object map[string]any, name string) bool {
	types, many := object["@type"].([]any)
	if !many {
		types = []any{object["@type"]}
	}
	return slices.ContainsFunc(types, func(t any) bool {
		s, _ := t.(string)
		return strings.TrimPrefix(strings.TrimPrefix(s, "http://schema.org/"), "https://schema.org/") == name
	})
}

// said gives a text of an object of JSON-LD, "" where it has none.
func said(object map[string]any, key string) string {
	switch v := object[key].(type) {
	case string:
		return html.UnescapeString(strings.TrimSpace(v))
	case []any:
		if len(v) > 0 {
			return said(map[string]any{"": v[0]}, "")
		}
	case map[string]any:
		return first(said(v, "@value"), said(v, "@id"))
	}
	return ""
}

// leastTitle is how many letters of a headline are enough to know it again.
const leastTitle = 20

// title gives the headline: that which the page says and shows; "" where only
// <title> says one and it is none, as of pages whose title is that of the site.
func (h *head) title(all, body []line) string {
	shown := func(candidate string) string {
		longest := ""
		for _, l := range all {
			if l.letters >= leastTitle && len(l.text) > len(longest) && l.text != h.titleText && (strings.HasPrefix(candidate, l.text) || strings.HasSuffix(candidate, l.text)) {
				longest = l.text
			}
		}
		return longest
	}
	told := []string{tidy(said(h.news, "headline")), h.attributes["headline"], h.meta["og:title"], h.meta["twitter:title"], h.meta["dc.title"], h.meta["title"]}
	for _, candidate := range append(slices.Clone(told), h.titleText) {
		if text := shown(candidate); text != "" {
			return text
		}
	}
	for _, candidate := range told {
		if candidate != "" && candidate != h.site && candidate != h.meta["og:site_name"] {
			return candidate
		}
	}
	if len(h.h1) == 1 {
		return h.h1[0]
	}
	const longest = 200
	if len(body) > 1 && countRunes(body[0].text) <= longest && body[0].letters >= leastTitle {
		return "" // the first line is the headline
	}
	return h.titleText
}

// publisher gives the name of who published the page.
func (h *head) publisher() string {
	name := ""
	switch v := h.news["publisher"].(type) {
	case string:
		name = v
	case map[string]any:
		if name = said(v, "name"); name == "" {
			name = said(h.byID[said(v, "@id")], "name")
		}
	case []any:
		for _, one := range v {
			if object, ok := one.(map[string]any); ok && name == "" {
				name = said(object, "name")
			}
		}
	}
	return tidy(first(name, h.meta["og:site_name"], h.site, h.meta["dc.publisher"], h.meta["application-name"]))
}

// canonical gives the address that the page has by its own word, at being where
// it was fetched from: unless that is of another site, or the front page, which
// badly set up sites say on all pages.
func (h *head) canonical(at *url.URL) string {
	for _, candidate := range []string{h.links["canonical"], h.meta["og:url"], said(h.news, "mainEntityOfPage"), said(h.news, "url")} {
		u, err := url.Parse(candidate)
		if err != nil || candidate == "" {
			continue
		}
		u = at.ResolveReference(u)
		front := strings.Trim(u.Path, "/") == "" && u.RawQuery == ""
		if (u.Scheme != "http" && u.Scheme != "https") || u.Host == "" || u.User != nil || front ||
			at.Host != "" && !strings.EqualFold(strings.TrimPrefix(u.Hostname(), "www."), strings.TrimPrefix(at.Hostname(), "www.")) {
			continue
		}
		u.Fragment, u.RawFragment = "", ""
		u.RawQuery = strings.Join(slices.DeleteFunc(strings.Split(u.RawQuery, "&"), func(parameter string) bool {
			return strings.HasPrefix(parameter, "utm_") || strings.HasPrefix(parameter, "fbclid=") || strings.HasPrefix(parameter, "gclid=")
		}), "&")
		return u.String()
	}
	return at.String()
}

// language gives the language of a text: Thai where its letters are, else what
// the page says; "" where neither says. Many Thai pages say "en".
func (h *head) language(text string) string {
	thai, other := 0, 0
	for _, r := range text {
		switch {
		case r >= 'ก' && r <= '๛':
			thai++
		case unicode.IsLetter(r):
			other++
		}
	}
	if thai > other {
		return "th"
	}
	tag, err := language.Parse(first(said(h.news, "inLanguage"), h.declared, h.meta["og:locale"]))
	if err != nil {
		return ""
	}
	base, sure := tag.Base()
	if sure != language.Exact || base.String() == "th" {
		return ""
	}
	return base.String()
}
