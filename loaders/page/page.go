// Package page reads an HTML page: the text of its article as lines, and what
// the page says of it: title, publisher, day, address, language. It is pure and
// takes anything for input: the pages of Thai authorities are tables, forms and
// frames of all ages.
//
// Which part of a page is the article is found by the rules of Mozilla's reader
// view (go-readability), behind what this package takes out first: menus,
// sharing, cookies, what is related.
package page

import (
	"bytes"
	"fmt"
	"net/url"
	"runtime/debug"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"mueang/graph/kg"
)

// maxTags is how many tags and attributes a page may have: ten times those of
// the longest pages of news. It bounds the tree, which is larger than they are.
const maxTags = 200_000

// leastLetters is how many letters an article has at least, those of links not
// counted. A notice of two lines has them.
const leastLetters = 80

// Read reads a page, which must be valid UTF-8. address is where it was
// fetched from, "" where that is not known.
// Errors: [kg.BadInput] where it holds no article, is nested too deep or has
// too many tags; [kg.Internal] where the rules for articles fail on it.
func Read(source, address string) (d kg.Document, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = &kg.Error{Code: kg.Internal, Op: "page.Read", Err: fmt.Errorf("%v\n%s", r, debug.Stack()),
				Msg: fmt.Sprintf("this page cannot be read (%v): please report it", r)}
		}
	}()
	at, _ := url.Parse(address)
	if at == nil {
		at = &url.URL{}
	}
	root, scripts, err := parse(source)
	if err != nil {
		return d, err
	}
	h := readHead(root, scripts)
	all := lines(root)
	day := h.day(root)
	prune(root)
	body := article(root, at)
	own, linked := 0, 0
	for _, l := range body {
		own += l.letters - l.linked
		linked += l.linked
	}
	body = trim(body)
	if h.articleBody != "" && own < leastLetters {
		if body, err = fragmentLines(h.articleBody); err != nil {
			return d, err
		}
		own, linked = 0, 0
		for _, l := range body {
			own += l.letters
		}
	}
	switch {
	case own == 0 && linked == 0:
		return d, kg.Errorf(kg.BadInput, "", "is a page without text: where a script fills it, save it from a browser")
	case own < leastLetters || linked > own:
		return d, kg.Errorf(kg.BadInput, "", "is a page without an article (%d letters beside links, %d in them): give the page of one release, not a list of them", own, linked)
	}
	d.Title = h.title(all, body)
	if day == nil {
		day = dayNear(all, d.Title, body)
	}
	if d.PublishedOn = day; day != nil {
		// Its line is no part of the text. It stands at the top.
		const opening = 5
		for i, l := range body[:min(opening, len(body))] {
			if found := publishedLine(l.text, false); found != nil && found.Value == day.Value && len(body) > 1 {
				body = append(body[:i:i], body[i+1:]...)
				break
			}
		}
	}
	d.Publisher = h.publisher()
	d.URL = h.canonical(at)
	d.Text = compose(d.Title, body)
	d.Language = h.language(d.Text)
	return d, nil
}

// Text gives a piece of HTML, as feeds hold, as plain text: a line for each
// paragraph, item and row; "" where it has none.
// Errors: [kg.BadInput] where it is nested too deep or has too many tags.
func Text(fragment string) (string, error) {
	found, err := fragmentLines(fragment)
	return joined(found), err
}

func fragmentLines(fragment string) ([]line, error) {
	root, _, err := parse(fragment)
	if err != nil {
		return nil, err
	}
	drop(root, func(n *html.Node) bool { return unread[n.DataAtom] })
	return lines(root), nil
}

// parse gives the tree of a page, and its scripts of JSON-LD.
func parse(source string) (*html.Node, []string, error) {
	shrunk, scripts, err := shrink(source)
	if err != nil {
		return nil, nil, err
	}
	root, err := html.Parse(strings.NewReader(shrunk))
	if err != nil {
		return nil, nil, kg.Errorf(kg.BadInput, "", "is no page that can be read: %v", strings.TrimPrefix(err.Error(), "html: "))
	}
	return root, scripts, nil
}

// shrink takes out of a page what is never read and costs most: scripts, of
// which it gives those that hold JSON-LD, styles, comments, and the tags of
// letters' looks. The parser repeats the latter in every paragraph behind one
// that was not closed, so few bytes of them could make a tree of any size.
func shrink(source string) (shrunk string, scripts []string, err error) {
	var out strings.Builder
	out.Grow(len(source))
	tokens := html.NewTokenizer(strings.NewReader(source))
	tags, inside := 0, atom.Atom(0) // an element whose content is raw
	described := false
	for {
		kind := tokens.Next()
		raw := tokens.Raw()
		switch kind {
		case html.ErrorToken:
			return out.String(), scripts, nil
		case html.CommentToken:
			continue
		case html.TextToken:
			if inside != 0 {
				if described {
					scripts = append(scripts, string(raw))
				}
				continue
			}
		case html.StartTagToken, html.SelfClosingTagToken, html.EndTagToken:
			raw = bytes.Clone(raw) // TagName and TagAttr write into it
			name, more := tokens.TagName()
			a := atom.Lookup(name)
			isLD := false
			for tags++; more && tags <= maxTags; tags++ {
				var key, value []byte
				key, value, more = tokens.TagAttr()
				isLD = isLD || string(key) == "type" && strings.Contains(strings.ToLower(string(value)), "ld+json")
			}
			if tags > maxTags {
				return "", nil, kg.Errorf(kg.BadInput, "", "is a page of more than %d tags and attributes: split it", maxTags)
			}
			if dress[a] {
				continue
			}
			if rawContent[a] {
				inside, described = 0, false
				if kind == html.StartTagToken {
					inside, described = a, a == atom.Script && isLD
				}
				continue
			}
			inside = 0
		}
		out.Write(raw)
	}
}

func atoms(list ...atom.Atom) map[atom.Atom]bool {
	set := map[atom.Atom]bool{}
	for _, a := range list {
		set[a] = true
	}
	return set
}

var (
	// dress is how letters look.
	dress = atoms(atom.B, atom.Big, atom.Code, atom.Em, atom.Font, atom.I, atom.Nobr, atom.S, atom.Small, atom.Strike, atom.Strong, atom.Tt, atom.U)
	// rawContent holds what is no HTML.
	rawContent = atoms(atom.Script, atom.Style, atom.Noscript, atom.Iframe, atom.Noembed, atom.Noframes, atom.Textarea, atom.Xmp)
	// unread is what has no part in a text wherever it stands.
	unread = atoms(atom.Template, atom.Head, atom.Svg, atom.Math, atom.Object, atom.Embed, atom.Canvas, atom.Audio, atom.Video, atom.Map,
		atom.Select, atom.Option, atom.Button, atom.Input, atom.Datalist, atom.Rt, atom.Rp, atom.Dialog, atom.Img)
	// aside is what stands beside an article.
	aside = atoms(atom.Nav, atom.Aside, atom.Footer, atom.Menu)
)

// clutter are words of classes and ids that stand beside an article or about it.
var clutter = map[string]bool{}

func init() {
	for _, word := range strings.Fields(`cookie cookies gdpr pdpa consent share sharing sharedaddy shares social socials addtoany addthis
		breadcrumb breadcrumbs related pager pagenav pagination pagelinks comments respond newsletter subscribe advert advertisement ad ads ad-slot sponsor
		sponsored promo popup modal hits rating ratings toolbar sidebar offcanvas skip-link screen-reader-text visually-hidden sr-only
		print-icon email-icon article-info entry-meta post-meta node__meta byline tags tag-links field--name-field-tags field--name-field-share
		share-buttons post-navigation elementor-widget-share-buttons elementor-widget-post-info menu submenu navbar topmenu dropdown-menu
		accessibility font-size fontsize visitor counter`) {
		clutter[word] = true
	}
}

// prune takes out of a page what is certainly no article.
func prune(root *html.Node) {
	letters := map[*html.Node]int{} // beside links
	whole := countLetters(root, false, letters)
	drop(root, func(n *html.Node) bool {
		switch {
		case n.DataAtom == atom.Form: // the pages of ASP.NET are one form
			n.DataAtom, n.Data = atom.Div, "div"
			return false
		case n.DataAtom == atom.A: // go-readability makes text of those that run scripts, which are buttons
			for i, a := range n.Attr {
				if a.Key == "href" && strings.HasPrefix(strings.ToLower(strings.TrimSpace(a.Val)), "javascript:") {
					n.Attr[i].Val = "#"
				}
			}
			return hidden(n)
		case unread[n.DataAtom]:
			return true
		case n.DataAtom == atom.Html, n.DataAtom == atom.Body, n.DataAtom == atom.Main, letters[n]*2 > whole:
			// Whatever its class and style: <body class="has-sidebar">, or hidden until a script has run.
			n.Attr = slices.DeleteFunc(n.Attr, func(a html.Attribute) bool { return a.Key == "style" || a.Key == "hidden" || a.Key == "aria-hidden" })
			return false
		case hidden(n), aside[n.DataAtom]:
			return true
		}
		switch attribute(n, "role") {
		case "navigation", "complementary", "contentinfo", "dialog", "alertdialog", "search", "menu", "menubar", "banner", "toolbar":
			return true
		}
		if n.DataAtom == atom.Header && !within(n, atom.Article) && !within(n, atom.Main) {
			return true
		}
		if n.DataAtom == atom.Article || n.DataAtom == atom.H1 || letters[n]*4 > whole {
			return false
		}
		if clutter[strings.ToLower(attribute(n, "id"))] {
			return true
		}
		for _, name := range strings.Fields(strings.ToLower(attribute(n, "class"))) {
			if clutter[name] {
				return true
			}
			for part := range strings.FieldsFuncSeq(name, func(r rune) bool { return r == '-' || r == '_' }) {
				switch part {
				case "cookie", "cookies", "breadcrumb", "breadcrumbs", "related", "sharing", "newsletter", "pagination":
					return true
				}
			}
		}
		return false
	})
}

func hidden(n *html.Node) bool {
	style := strings.ToLower(strings.ReplaceAll(attribute(n, "style"), " ", ""))
	return strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden") || hasAttribute(n, "hidden")
}

// countLetters counts the letters in n that are in no link.
func countLetters(n *html.Node, linked bool, counts map[*html.Node]int) (letters int) {
	if n.Type == html.TextNode && !linked {
		for _, r := range n.Data {
			if unicode.IsLetter(r) {
				letters++
			}
		}
		return letters
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		letters += countLetters(c, linked || n.DataAtom == atom.A, counts)
	}
	counts[n] = letters
	return letters
}

// drop takes out the elements that which names, with all that is in them.
func drop(n *html.Node, which func(*html.Node) bool) {
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		if c.Type == html.ElementNode && which(c) {
			n.RemoveChild(c)
		} else {
			drop(c, which)
		}
		c = next
	}
}

func within(n *html.Node, a atom.Atom) bool {
	for n = n.Parent; n != nil; n = n.Parent {
		if n.DataAtom == a {
			return true
		}
	}
	return false
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// article gives the lines of the article in a page, which it changes.
func article(root *html.Node, at *url.URL) []line {
	if marked := markedBody(root); marked != nil {
		return lines(marked)
	}
	parser := readability.NewParser()
	parser.DisableJSONLD = true
	parser.CharThresholds = 200 // Thai says in 200 letters what English says in 500
	found, err := parser.ParseAndMutate(root, at)
	if err != nil || found.Node == nil {
		return nil
	}
	for n := range found.Node.Descendants() {
		n.DataAtom = atom.Lookup([]byte(n.Data)) // which the library leaves as it was where it changes Data
	}
	found.Node.DataAtom = atom.Lookup([]byte(found.Node.Data))
	return lines(found.Node)
}

// markedBody gives the element that the page marks as the body of its article,
// nil where none or several are.
func markedBody(root *html.Node) *html.Node {
	var found []*html.Node
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && attribute(n, "itemprop") == "articleBody" {
			found = append(found, n)
		}
	}
	if len(found) != 1 {
		return nil
	}
	if counts := map[*html.Node]int{}; countLetters(found[0], false, counts) < leastLetters {
		return nil
	}
	return found[0]
}

// frame are words of the lines at the foot of a page.
var frame = []string{"สงวนลิขสิทธิ์", "ลิขสิทธิ์ ", "Copyright", "copyright", "COPYRIGHT", "©", "All rights reserved", "จำนวนผู้เข้าชม"}

// trim drops the lines around a text that are links ("back", "print", the next
// release) or of the frame of the page. Those in it are part of it.
func trim(body []line) []line {
	const short = 80 // letters
	outside := func(l line) bool {
		return l.letters < short && l.linked > 0 && l.linked*10 >= l.letters*8 || l.letters < 2*short && containsAny(l.text, frame)
	}
	for len(body) > 0 && outside(body[0]) {
		body = body[1:]
	}
	for len(body) > 0 && outside(body[len(body)-1]) {
		body = body[:len(body)-1]
	}
	return body
}

// compose makes the text of a title and the lines below it, as releases have
// it: the title first, once.
func compose(title string, body []line) string {
	const opening = 3 // lines that may repeat the title
	if title != "" {
		for i, l := range body[:min(opening, len(body))] {
			if l.text == title {
				body = append(body[:i:i], body[i+1:]...)
				break
			}
		}
		body = append([]line{{text: title}}, body...)
	}
	return joined(body)
}

func joined(body []line) string {
	var out strings.Builder
	for _, l := range body {
		if out.Len() > 0 {
			out.WriteByte('\n')
		}
		out.WriteString(l.text)
	}
	return out.String()
}

func countRunes(s string) int { return utf8.RuneCountInString(s) }
