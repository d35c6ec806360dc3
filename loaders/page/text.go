package page

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// line is a line of text, with how many letters it has, and how many of these
// stand in links.
type line struct {
	text            string
	letters, linked int
}

// lines gives the text of an element as a reader sees it: a line for each
// paragraph, heading, item and row; the cells of a row with tabs between them.
func lines(n *html.Node) []line {
	var w writer
	w.node(n, false, false)
	w.end()
	return w.done
}

// blocks begin and end a line.
var blocks = atoms(atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Caption, atom.Center, atom.Dd, atom.Details, atom.Dir,
	atom.Div, atom.Dl, atom.Dt, atom.Fieldset, atom.Figcaption, atom.Figure, atom.Footer, atom.Form, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5,
	atom.H6, atom.Header, atom.Hgroup, atom.Hr, atom.Html, atom.Legend, atom.Li, atom.Main, atom.Menu, atom.Nav, atom.Ol, atom.P, atom.Pre,
	atom.Section, atom.Summary, atom.Table, atom.Tbody, atom.Tfoot, atom.Thead, atom.Title, atom.Tr, atom.Ul)

type writer struct {
	done    []line
	now     strings.Builder
	letters int
	linked  int
	space   bool // a blank is due before the next letter
}

func (w *writer) node(n *html.Node, linked, pre bool) {
	switch n.Type {
	case html.TextNode:
		w.write(n.Data, linked, pre)
		return
	case html.CommentNode, html.DoctypeNode:
		return
	}
	switch n.DataAtom {
	case atom.Br:
		w.end()
		return
	case atom.Tr:
		w.end()
		w.row(n, linked, pre)
		return
	case atom.Q:
		w.write("“", linked, pre)
		defer w.write("”", linked, pre)
	case atom.Td, atom.Th: // outside of a row
		w.space = w.now.Len() > 0
	}
	block := blocks[n.DataAtom]
	if block {
		w.end()
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.node(c, linked || n.DataAtom == atom.A, pre || n.DataAtom == atom.Pre)
	}
	if block {
		w.end()
	}
}

// row writes a row: one line where no cell has more than one, else those of
// each cell, since it is there for the layout.
func (w *writer) row(tr *html.Node, linked, pre bool) {
	var cells []line
	whole := true
	for c := tr.FirstChild; c != nil; c = c.NextSibling {
		var cell writer
		cell.node(c, linked, pre)
		cell.end()
		whole = whole && len(cell.done) <= 1
		cells = append(cells, cell.done...)
	}
	if !whole || len(cells) < 2 {
		w.done = append(w.done, cells...)
		return
	}
	row := cells[0]
	for _, c := range cells[1:] {
		row.text += "\t" + c.text
		row.letters += c.letters
		row.linked += c.linked
	}
	w.done = append(w.done, row)
}

func (w *writer) write(text string, linked, pre bool) {
	for _, r := range text {
		switch {
		case r == '\n' && pre:
			w.end()
		case r == ' ' || r == '\t' || r == '\n' || r == '\r' || r == '\f' || r == '\u00a0' || unicode.IsControl(r):
			w.space = true
		default:
			if w.space && w.now.Len() > 0 {
				w.now.WriteByte(' ')
			}
			w.space = false
			w.now.WriteRune(r)
			if unicode.IsLetter(r) {
				w.letters++
				if linked {
					w.linked++
				}
			}
		}
	}
}

// end ends a line, if one has begun.
func (w *writer) end() {
	if strings.Trim(w.now.String(), "\u200b\ufeff\u00ad") != "" {
		w.done = append(w.done, line{w.now.String(), w.letters, w.linked})
	}
	w.now.Reset()
	w.letters, w.linked, w.space = 0, 0, false
}
