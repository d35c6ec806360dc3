package source

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"mueang/graph/kg"
)

func feedItems(content string) (items []Item) {
	for item := range (Stream{Place: "a.xml", Name: "a.xml", Body: strings.NewReader(content)}).Items() {
		items = append(items, item)
	}
	return items
}

func rss(items string) string {
	return `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>ข่าว</title>` + items + `</channel></rss>`
}

// TestFeedsInThaiOfOneByte: the declaration says TIS-620, and the parser, which
// gets UTF-8, must not believe it.
func TestFeedsInThaiOfOneByte(t *testing.T) {
	feed := rss(`<item><title>` + headline + `</title><link>https://example.go.th/1</link><content:encoded>` + sentence + `</content:encoded></item>`)
	for _, declaration := range []string{`<?xml version="1.0" encoding="TIS-620"?>`, `<?xml version="1.0" encoding="windows-874" ?>` + "\n", `<?xml version="1.0" encoding="UTF-8"?>`, ""} {
		thai, err := charmap.Windows874.NewEncoder().String(declaration + feed)
		if err != nil {
			t.Fatal(err)
		}
		for _, content := range []string{thai, declaration + feed, utf8Mark + declaration + feed, "\xff\xfe" + encodeUTF16(declaration+feed, false)} {
			items := feedItems(content)
			if len(items) != 1 || items[0].Err != nil || items[0].Document.Text != headline+"\n"+sentence || items[0].Document.Title != headline {
				t.Errorf("%q: %+v", declaration, items)
			}
		}
	}
}

func TestFeedsThatAreRefused(t *testing.T) {
	entry := `<item><title>ข่าว</title><content:encoded>` + sentence + `</content:encoded></item>`
	for _, test := range []struct {
		name, content, want string
		good                int // documents before the error
	}{
		{"no feed", `<?xml version="1.0"?><urlset><url><loc>https://example.org/</loc></url></urlset>`, "is XML but no feed", 0},
		{"no XML", "ข่าว", "is XML but no feed", 0},
		{"empty", " ", "is empty", 0},
		{"no entries", rss(""), "without entries", 0},
		{"broken off", strings.TrimSuffix(rss(entry), "ss>") + "<", "is a broken feed", 0},
		{"deep", rss(`<item>` + strings.Repeat("<x:a>", 1_000_000) + `</item>`), "nested more than", 0},
		{"namespaces", `<rss version="2.0" ` + namespaces(maxNamespaces+1) + `><channel>` + entry + `</channel></rss>`, "namespaces", 0},
		{"an entry with nothing", rss(entry + `<item></item>`), "entry 2: the entry has neither", 1},
		{"an entry that is a picture", rss(entry + `<item><content:encoded>&lt;img src="a.png"&gt;</content:encoded></item>`), "entry 2: the entry has neither", 1},
		{"many entries", rss(strings.Repeat(`<item><description>a</description></item>`, maxEntries+1)), "has 10001 entries", maxEntries},
	} {
		t.Run(test.name, func(t *testing.T) {
			items := feedItems(test.content)
			last := items[len(items)-1]
			if kg.CodeOf(last.Err) != kg.BadInput || !strings.Contains(last.Err.Error(), test.want) || !strings.Contains(last.Err.Error(), "a.xml") || len(items)-1 != test.good {
				t.Errorf("%d items, the last %+v; want %q", len(items), last, test.want)
			}
		})
	}
}

func namespaces(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `xmlns:n%d="u" `, i)
	}
	return b.String()
}

// TestFeedsThatTakeLong are of the largest size and of shapes on which a parser
// may be quadratic. It fails by the time limit of the whole test alone.
func TestFeedsThatTakeLong(t *testing.T) {
	entry := func(s string) string { return `<item><description>a</description>` + s + `</item>` }
	const size = 1 << 19
	for name, content := range map[string]string{
		"namespaces in force":   `<rss version="2.0" ` + namespaces(maxNamespaces-2) + `><channel>` + entry(strings.Repeat(`<a xmlns="u"/>`, size/16)) + `</channel></rss>`,
		"unclosed":              rss(entry(strings.Repeat(`<b>`, maxDepth-8) + strings.Repeat(`</c><b>`, size/8))),
		"entities":              rss(entry(`<title>` + strings.Repeat(`&amp;`, size/5) + `</title>`)),
		"one attribute":         rss(entry(`<a b="` + strings.Repeat(`&lt;`, size/4) + `"/>`)),
		"markup in a title":     rss(entry(`<title>` + strings.Repeat(`&lt;b&gt;`, size/9) + `</title>`)),
		"links":                 `<feed xmlns="http://www.w3.org/2005/Atom"><entry>` + strings.Repeat(`<link href="a"/>`, size/16) + `<summary>a</summary></entry></feed>`,
		"declarations of a DTD": `<!DOCTYPE a [<!ENTITY a "` + strings.Repeat("a", 100) + `"><!ENTITY b "` + strings.Repeat("&a;", 100) + `">]>` + rss(entry(`<title>`+strings.Repeat("&b;", 1000)+`</title>`)),
	} {
		begin := time.Now()
		items := feedItems(content)
		t.Logf("%s: %d items in %s", name, len(items), time.Since(begin).Round(time.Millisecond))
	}
}

func FuzzFeed(f *testing.F) {
	item := `<item><title>ก</title><link>https://example.org/a</link><guid>x</guid><pubDate>25 พฤศจิกายน 2562</pubDate><content:encoded><![CDATA[<p>ข</p>]]></content:encoded></item>`
	for _, content := range []string{rss(item), rss(item + item), `<?xml version="1.0" encoding="tis-620"?>` + rss(item),
		`<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://example.org/"><entry><id>x</id><link href="a"/><content type="xhtml"><div>ก</div></content></entry></feed>`,
		`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><item rdf:about="x"><link>a</link></item></rdf:RDF>`,
		`{"version":"https://jsonfeed.org/version/1","items":[{"id":1,"content_text":"ก"},{"url":"//x"}]}`, "<rss", "<rss><channel><item><a:b><c:d></a:b>", "{}"} {
		f.Add(content)
	}
	f.Fuzz(func(t *testing.T, content string) {
		n := 0
		for item := range (Stream{Place: "x", ContentType: "application/rss+xml", URL: "https://example.org/feed", Body: strings.NewReader(content)}).Items() {
			n++
			if (item.Err == nil) == (item.Document.Text == "") || item.Place == "" || kg.CodeOf(item.Err) == kg.Internal ||
				!utf8.ValidString(item.Document.Text+item.Document.Title+item.Document.Source+item.Document.URL) {
				t.Errorf("%q: %+v", content, item)
			}
			if u := item.Document.URL; u != "" && !strings.HasPrefix(u, "http://") && !strings.HasPrefix(u, "https://") {
				t.Errorf("%q: the address %q", content, u)
			}
		}
		if n == 0 {
			t.Errorf("%q was passed over in silence", content)
		}
	})
}
