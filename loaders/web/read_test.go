package web

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mueang/graph/kg"
	"mueang/loaders/source"
)

const page = `<!DOCTYPE html><html lang="th"><head><title>เทศบาลเมืองนาทองเปิดศูนย์ข้อมูล</title></head><body><nav><a href="/">หน้าแรก</a></nav><article><h1>เทศบาลเมืองนาทองเปิดศูนย์ข้อมูล</h1><p>` + story + `</p></article></body></html>`

// The feeds have two entries each: one holds its text, the other's is on its page.
var feeds = map[string]string{
	"RSS": `<?xml version="1.0" encoding="UTF-8"?><!-- made by hand --><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>ข่าว</title><language>en-US</language>
<item><title>ลงนาม &amp; ประชุม</title><link>HOST/full</link><guid isPermaLink="false">id-1</guid><pubDate>Sun, 24 Nov 2019 18:30:00 +0000</pubDate><description>ย่อ</description><content:encoded><![CDATA[<p>STORY</p><p>ย่อหน้าที่สอง</p>]]></content:encoded></item>
<item><title>อีกข่าว</title><link>/page</link><guid isPermaLink="false">id-2</guid><pubDate>Tue, 26 Nov 2019 00:30:00 +0700</pubDate><description>ย่อ</description></item></channel></rss>`,
	"Atom": `<feed xmlns="http://www.w3.org/2005/Atom"><title>ข่าว</title><id>f</id><updated>2019-12-01T00:00:00Z</updated>
<entry><id>id-1</id><title type="html">ลงนาม &amp;amp; ประชุม</title><link rel="alternate" href="HOST/full"/><published>2019-11-25T01:30:00+07:00</published><updated>2019-12-01T00:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>STORY</p><p>ย่อหน้าที่สอง</p></div></content></entry>
<entry><id>id-2</id><title>อีกข่าว</title><link href="/page"/><published>2019-11-25T17:30:00Z</published><summary>ย่อ</summary></entry></feed>`,
	"RDF": `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel rdf:about="HOST/"><title>ข่าว</title><link>HOST/</link></channel>
<item rdf:about="id-1"><title>ลงนาม &amp; ประชุม</title><link>HOST/full</link><dc:identifier>id-1</dc:identifier><dc:date>2019-11-25T08:00:00+07:00</dc:date><content:encoded>&lt;p&gt;STORY&lt;/p&gt;&lt;p&gt;ย่อหน้าที่สอง&lt;/p&gt;</content:encoded></item>
<item rdf:about="id-2"><title>อีกข่าว</title><link>HOST/page</link><dc:date>2019-11-26</dc:date></item></rdf:RDF>`,
	"JSON Feed": `{"version": "https:\/\/jsonfeed.org\/version\/1.1", "title": "ข่าว", "items": [
{"id": "id-1", "url": "HOST/full", "title": "ลงนาม & ประชุม", "date_published": "2019-11-25T01:30:00+07:00", "content_html": "<p>STORY</p><p>ย่อหน้าที่สอง</p>"},
{"id": "id-2", "url": "/page", "title": "อีกข่าว", "date_published": "2019-11-26T00:30:00+07:00", "summary": "ย่อ"}]}`,
}

func withHost(host, feed string) string {
	return strings.NewReplacer("HOST", host, "STORY", story).Replace(feed)
}

// TestFeeds reads each format of feeds under the content types that servers give.
func TestFeeds(t *testing.T) {
	for name, feed := range feeds {
		for _, contentType := range []string{"application/rss+xml; charset=utf-8", "application/atom+xml", "application/feed+json", "text/xml", "application/json", "text/html", "text/plain", "application/octet-stream", ""} {
			if strings.Contains(contentType, "xml") && name == "JSON Feed" || strings.Contains(contentType, "json") && name != "JSON Feed" {
				continue
			}
			t.Run(name+" as "+contentType, func(t *testing.T) {
				var s *site
				s = newSite(t, map[string]http.HandlerFunc{
					"/feed": func(w http.ResponseWriter, r *http.Request) { typed(contentType, withHost(s.URL, feed))(w, r) },
					"/page": typed("text/html; charset=utf-8", page),
				})
				c, _ := slept(t, Options{})
				checkFeed(t, s, read(t, c, s.URL+"/feed"), name)
				if s.count("/full") != 0 || s.count("/page") != 1 {
					t.Errorf("asked for %v", s.asked)
				}
			})
		}
	}
}

func checkFeed(t *testing.T, s *site, items []source.Item, name string) {
	t.Helper()
	if len(items) != 2 || items[0].Err != nil || items[1].Err != nil {
		t.Fatalf("%+v", items)
	}
	full, linked := items[0].Document, items[1].Document
	if full.Text != "ลงนาม & ประชุม\n"+story+"\nย่อหน้าที่สอง" || full.Title != "ลงนาม & ประชุม" || full.URL != s.URL+"/full" || full.Language != "th" || full.Hash == "" || full.ID != source.DocumentID(full) || items[0].Place != s.URL+"/full" {
		t.Errorf("the entry with its text: %+v", items[0])
	}
	if !strings.Contains(linked.Text, story) || strings.Contains(linked.Text, "หน้าแรก") || linked.Title != "เทศบาลเมืองนาทองเปิดศูนย์ข้อมูล" || linked.URL != s.URL+"/page" || linked.ID != source.DocumentID(linked) || items[1].Place != s.URL+"/page" {
		t.Errorf("the entry on its page: %+v", items[1])
	}
	if full.PublishedOn == nil || full.PublishedOn.Value != "2019-11-25" || linked.PublishedOn == nil || linked.PublishedOn.Value != "2019-11-26" {
		t.Errorf("published on %v and %v", full.PublishedOn, linked.PublishedOn)
	}
	if name != "RDF" && (full.Source != "id-1" || linked.Source != "id-2") {
		t.Errorf("their ids: %q and %q", full.Source, linked.Source)
	}
}

// TestFeedsInFiles: a feed in a file or a folder is one too, and what its
// entries point to is fetched.
func TestFeedsInFiles(t *testing.T) {
	s := newSite(t, map[string]http.HandlerFunc{"/page": typed("text/html", page)})
	c, _ := slept(t, Options{})
	folder := t.TempDir()
	for file, name := range map[string]string{"a.rss": "RSS", "b.atom": "Atom", "c.xml": "RDF", "d.json": "JSON Feed"} {
		content := strings.ReplaceAll(withHost(s.URL, feeds[name]), `"/page"`, `"`+s.URL+`/page"`)
		content = strings.ReplaceAll(content, `<link>/page`, `<link>`+s.URL+`/page`)
		path := filepath.Join(folder, file)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		checkFeed(t, s, read(t, c, path), name)
	}
	if items := read(t, c, folder); len(items) != 6 {
		t.Errorf("the folder gave %d items, not those of three feeds (.json may be anything)", len(items))
	}
	for item := range source.Read(t.Context(), []string{filepath.Join(folder, "a.rss")}, nil) {
		if item.Elsewhere != "" && (item.Err == nil || item.Elsewhere != s.URL+"/page") {
			t.Errorf("without a network: %+v", item)
		}
	}
}

// TestEntriesThatFailCostThemselves alone, each with its address.
func TestEntriesThatFailCostThemselves(t *testing.T) {
	entry := func(link string) string { return "<item><title>ข่าว</title><link>" + link + "</link></item>" }
	s := newSite(t, map[string]http.HandlerFunc{
		"/feed": typed("application/rss+xml", `<rss version="2.0"><channel>`+entry("/page")+entry("/none")+entry("/robots/x")+entry("/feed2")+entry("/list")+
			`<item><title></title></item><item><title>ข่าว</title><link>javascript:alert(1)</link></item><item><description>`+story+`</description></item>`+entry("/page")+`</channel></rss>`),
		"/robots.txt": text("User-agent: *\nDisallow: /robots/"),
		"/page":       typed("text/html", page),
		"/feed2":      typed("application/rss+xml", `<rss version="2.0"><channel>`+entry("/feed")+`</channel></rss>`),
		"/list":       typed("text/html", `<html><body><a href="/a">ข่าวหนึ่ง</a></body></html>`),
	})
	c, _ := slept(t, Options{})
	var got []string
	for _, item := range read(t, c, s.URL+"/feed") {
		got = append(got, fmt.Sprintf("%s %s", strings.TrimPrefix(item.Place, s.URL), kg.CodeOf(item.Err)))
		if e, ok := item.Err.(*kg.Error); item.Err != nil && (!ok || !strings.HasPrefix(e.Msg, item.Place+": ") || strings.Count(e.Msg, item.Place) != 1) {
			t.Errorf("%s: %v", item.Place, item.Err)
		}
	}
	want := "/page |/none NOT_FOUND|/robots/x FORBIDDEN|/page BAD_USER_INPUT|/list BAD_USER_INPUT|/feed, entry 6 BAD_USER_INPUT|/feed, entry 7 BAD_USER_INPUT|/feed, entry 8 |/page "
	if g := strings.Join(got, "|"); g != strings.Replace(want, "/page BAD", "/feed2 BAD", 1) {
		t.Errorf("got  %s\nwant %s", g, want)
	}
	if s.count("/feed") != 1 {
		t.Errorf("a feed was followed from a feed: %v", s.asked)
	}
}

// TestWhatAnAddressGives: a page, a text, JSON Lines, by type and by look.
func TestWhatAnAddressGives(t *testing.T) {
	line := `{"id":"a","text":"` + story + `"}` + "\n"
	s := newSite(t, map[string]http.HandlerFunc{
		"/page": typed("text/html", page), "/page.php": typed("", page), "/a.bin": typed("application/octet-stream", page),
		"/text": text(story), "/lines": typed("application/x-ndjson", line+line), "/news.jsonl": text(line), "/api": typed("application/json", line), "/notice.xml": typed("text/xml", page),
	})
	for path, want := range map[string]int{"/page": 1, "/page.php": 1, "/a.bin": 1, "/text": 1, "/lines": 2, "/news.jsonl": 1, "/api": 1, "/notice.xml": 1} {
		c, _ := slept(t, Options{})
		items := read(t, c, s.URL+path)
		if len(items) != want {
			t.Errorf("%s: %+v", path, items)
			continue
		}
		for _, item := range items {
			if item.Err != nil || !strings.Contains(item.Document.Text, story) || strings.ContainsAny(item.Document.Text, "<{") {
				t.Errorf("%s: %+v", path, item)
			}
		}
	}
}

// TestStoppingEarly: who wants no more items causes no more requests.
func TestStoppingEarly(t *testing.T) {
	s := newSite(t, map[string]http.HandlerFunc{"/a": text("a"), "/b": text("b")})
	c, _ := slept(t, Options{})
	for range c.Read(context.Background(), []string{s.URL + "/a", s.URL + "/b"}, nil) {
		break
	}
	if s.count("/b") != 0 {
		t.Errorf("asked for %v", s.asked)
	}
}

// TestPlacesInTheirOrder: addresses between files, each read in its turn.
func TestPlacesInTheirOrder(t *testing.T) {
	s := newSite(t, map[string]http.HandlerFunc{"/b": text("b"), "/c": text("c")})
	folder := t.TempDir()
	for _, name := range []string{"a.txt", "d.txt", "e.txt"} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(name[:1]), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	c, _ := slept(t, Options{})
	got := ""
	for _, item := range read(t, c, filepath.Join(folder, "a.txt"), s.URL+"/b", s.URL+"/c", filepath.Join(folder, "d.txt"), filepath.Join(folder, "e.txt")) {
		got += item.Document.Text
	}
	if got != "abcde" {
		t.Errorf("read %q", got)
	}
}

// TestWhatHasNotChangedIsNotGivenAgain asks a feed again and again: its pages
// come once, and again when they change; an entry that could not be fetched is
// asked for until it can.
func TestWhatHasNotChangedIsNotGivenAgain(t *testing.T) {
	versions := map[string]string{"/feed": "1", "/page": "1"}
	missing := true
	whole, unchanged := 0, 0
	versioned := func(contentType, content string) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			tag := `W/"` + versions[r.URL.Path] + `"`
			w.Header().Set("ETag", tag)
			if r.Header.Get("If-None-Match") == tag {
				unchanged++
				w.WriteHeader(http.StatusNotModified)
				return
			}
			whole++
			typed(contentType, content)(w, r)
		}
	}
	feed := `<rss version="2.0"><channel><item><title>ก</title><link>/page</link></item><item><title>ข</title><link>/dated</link></item></channel></rss>`
	s := newSite(t, map[string]http.HandlerFunc{
		"/moved": func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/feed", http.StatusFound) },
		"/feed":  versioned("application/rss+xml", feed),
		"/page":  versioned("text/html", page),
		"/dated": func(w http.ResponseWriter, r *http.Request) {
			const day = "Mon, 25 Nov 2019 00:00:00 GMT"
			switch {
			case missing:
				http.NotFound(w, r)
			case r.Header.Get("If-Modified-Since") == day:
				unchanged++
				w.WriteHeader(http.StatusNotModified)
			default:
				whole++
				w.Header().Set("Last-Modified", day)
				typed("text/html", page)(w, r)
			}
		},
	})
	c, _ := slept(t, Options{Again: true})
	for i, step := range []struct {
		change                 func()
		items, whole, notAgain int
	}{
		{func() {}, 2, 2, 0},                          // the feed and its page; the other entry is an error
		{func() {}, 1, 1, 1},                          // the feed again, for the sake of that entry
		{func() { missing = false }, 1, 2, 1},         // the feed again, and that entry
		{func() {}, 0, 0, 1},                          // nothing but the feed is asked for
		{func() { versions["/page"] = "2" }, 0, 0, 1}, // which the feed does not tell
		{func() { versions["/feed"] = "2" }, 1, 2, 1},
	} {
		whole, unchanged = 0, 0
		step.change()
		if items := read(t, c, s.URL+"/moved"); len(items) != step.items || whole != step.whole || unchanged != step.notAgain {
			t.Errorf("step %d: %d items, %d whole answers, %d unchanged", i, len(items), whole, unchanged)
		}
	}
	once, _ := slept(t, Options{})
	for range 2 {
		if items := read(t, once, s.URL+"/moved"); len(items) != 2 {
			t.Errorf("%d items for who asks once", len(items))
		}
	}
}
