package page

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"mueang/graph/kg"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestPages reads pages of the layouts that Thai authorities' sites have, each
// into the text beside it.
func TestPages(t *testing.T) {
	paths, err := filepath.Glob("testdata/*.html")
	if err != nil || len(paths) == 0 {
		t.Fatal(paths, err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".html"), func(t *testing.T) {
			raw, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if !utf8.Valid(raw) { // package source tells charsets
				raw, _ = charmap.Windows874.NewDecoder().Bytes(raw)
			}
			d, err := Read(string(raw), "")
			got := fmt.Sprintf("title: %s\npublisher: %s\nurl: %s\nlanguage: %s\n", d.Title, d.Publisher, d.URL, d.Language)
			if d.PublishedOn != nil {
				got += fmt.Sprintf("published: %s (%s)\n", d.PublishedOn.Value, d.PublishedOn.Original)
			}
			if got += "\n" + d.Text + "\n"; err != nil {
				got = "error: " + err.Error() + "\n"
			}
			golden := strings.TrimSuffix(path, ".html") + ".golden"
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

const story = `<p>เมื่อวันที่ 3 มกราคม 2562 นายก่อเกียรติ ภักดี นายกเทศมนตรีเมืองนาทอง เปิดศูนย์ข้อมูลเมืองอัจฉริยะ ณ ห้องประชุมชั้น 3 สำนักงานเทศบาล โดยมีหัวหน้าส่วนราชการเข้าร่วม</p>`

func TestTheDayOfPublication(t *testing.T) {
	for _, c := range []struct{ name, head, body, want string }{
		{"JSON-LD", `<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2019-11-25T09:00:00+07:00"}</script><meta property="article:published_time" content="2001-01-01">`, story, "2019-11-25"},
		{"JSON-LD in a graph, UTC", `<script type='application/ld+json'>{"@graph":[{"@type":"WebPage","datePublished":"2001-01-01"},{"@type":["Article"],"datePublished":"2019-11-24T18:00:00Z"}]}</script>`, story, "2019-11-25"},
		{"broken JSON-LD", `<script type="application/ld+json">{"datePublished":</script><meta name="pubdate" content="20191125">`, story, "2019-11-25"},
		{"OpenGraph", `<meta property="article:published_time" content="2019-11-25T10:00:00+0700">`, story, "2019-11-25"},
		{"a Buddhist leap day", `<meta itemprop="datePublished" content="2563-02-29">`, story, "2020-02-29"},
		{"time", "", `<article><time datetime="2019-11-25">x</time>` + story + `</article>`, "2019-11-25"},
		{"time in Thai", "", `<article><time>25 พ.ย. 2562</time>` + story + `</article>`, "2019-11-25"},
		{"time in a side bar", "", story + `<aside><time datetime="2001-01-01">1 มกราคม 2544</time></aside>`, ""},
		{"a line above", "", `<div>วันจันทร์ที่ 25 พฤศจิกายน พ.ศ. 2562</div>` + story, "2019-11-25"},
		{"Thai digits", "", `<div>๒๕ พฤศจิกายน ๒๕๖๒</div>` + story, "2019-11-25"},
		{"figures", "", `<div>25/11/2562</div>` + story, "2019-11-25"},
		{"figures of two readings", "", `<div>08/03/2020</div>` + story, ""},
		{"a line with its views", "", `<div>เผยแพร่เมื่อ 25 พ.ย. 2562 เวลา 10:20 น. โดย ผู้ดูแลระบบ | ผู้เข้าชม 1,318 ครั้ง</div>` + story, "2019-11-25"},
		{"a line below", "", story + `<div>โพสต์เมื่อ 25 พฤศจิกายน 2562</div>`, "2019-11-25"},
		{"the day of a change", "", story + `<div>ปรับปรุงล่าสุด 25 พฤศจิกายน 2562</div>`, ""},
		{"the day of what happened", "", story, ""},
		{"no day", `<meta name="date" content="1970-01-01">`, story, ""},
	} {
		d, err := Read(`<html lang="th"><head>`+c.head+`</head><body><div><h1>เทศบาลเมืองนาทองเปิดศูนย์ข้อมูลเมืองอัจฉริยะแห่งแรก</h1>`+c.body+`</div></body></html>`, "")
		got := ""
		if d.PublishedOn != nil {
			got = d.PublishedOn.Value
		}
		if err != nil || got != c.want {
			t.Errorf("%s: got %q, want %q (%v)", c.name, got, c.want, err)
		}
	}
}

func TestTheAddress(t *testing.T) {
	for _, c := range []struct{ head, address, want string }{
		{`<link rel="canonical" href="/news/7">`, "https://www.example.go.th/index.php?id=7", "https://www.example.go.th/news/7"},
		{`<link rel="canonical" href="http://example.go.th/news/7?utm_source=x&id=1#top">`, "https://www.example.go.th/a", "http://example.go.th/news/7?id=1"},
		{`<meta property="og:url" content="https://example.go.th/news/7">`, "", "https://example.go.th/news/7"},
		{`<link rel="canonical" href="https://example.go.th/">`, "https://example.go.th/news/7", "https://example.go.th/news/7"},
		{`<link rel="canonical" href="https://other.example.com/news/7">`, "https://example.go.th/news/7", "https://example.go.th/news/7"},
		{`<link rel="canonical" href="javascript:alert(1)">`, "https://example.go.th/news/7", "https://example.go.th/news/7"},
		{`<link rel="canonical" href="/news/7">`, "", ""},
		{``, "https://example.go.th/news/7", "https://example.go.th/news/7"},
	} {
		d, err := Read(`<head>`+c.head+`</head><body><h1>หัวข้อข่าวของเทศบาลเมืองนาทอง</h1>`+story, c.address)
		if err != nil || d.URL != c.want {
			t.Errorf("%s at %s: got %q, want %q (%v)", c.head, c.address, d.URL, c.want, err)
		}
	}
}

// TestWhatTheTextLeavesOut and keeps, of one article in several surroundings.
func TestWhatTheTextLeavesOut(t *testing.T) {
	const headline = "เทศบาลเมืองนาทองเปิดศูนย์ข้อมูลเมืองอัจฉริยะแห่งแรก"
	want, _ := Text("<h1>" + headline + "</h1>" + story + "<p>โครงการใช้งบประมาณ 12 ล้านบาท</p>")
	inner := "<h1>" + headline + "</h1>" + story + "<p>โครงการใช้งบประมาณ 12 ล้านบาท</p>"
	for name, page := range map[string]string{
		"plain":                     inner,
		"a body with a class":       `<body class="has-sidebar menu social related">` + inner,
		"hidden until a script ran": `<body style="visibility: hidden"><div style="display:none">` + inner + `</div>`,
		"one form":                  `<form action="a.aspx"><input name="__VIEWSTATE" value="xx">` + inner + `</form>`,
		"cookies":                   inner + `<div class="pdpa-cookie-bar">เว็บไซต์นี้ใช้คุกกี้เพื่อเพิ่มประสิทธิภาพ <button>ยอมรับ</button></div>`,
		"sharing":                   `<div class="addtoany share">แชร์ <a href="x">Facebook</a></div>` + inner + `<div class="sharedaddy"><p>แชร์ไปที่</p></div>`,
		"what is related":           inner + `<div class="related-posts"><h3>ข่าวที่เกี่ยวข้อง</h3><p>เทศบาลเมืองนาทองจัดกิจกรรมวันเด็กแห่งชาติ</p></div>`,
		"menus":                     `<nav><a href="/">หน้าแรก</a></nav><div role="navigation">ข่าวสาร</div>` + inner + `<footer>ถนนริมน้ำ</footer>`,
		"its day":                   `<div>25 พฤศจิกายน 2562</div>` + inner,
		"buttons":                   inner + `<p><a href="javascript:print()">พิมพ์</a> <a href="/">กลับ</a></p>`,
		"a hidden form":             inner + `<p hidden>ข้อความลับ</p><select><option>กรุงเทพมหานคร</option></select>`,
	} {
		if d, err := Read("<html lang=th>"+page, ""); err != nil || d.Text != want {
			t.Errorf("%s: got %q, %v", name, d.Text, err)
		}
	}
}

func TestText(t *testing.T) {
	for fragment, want := range map[string]string{
		`<p>ก<b>ข</b>ค</p><p>ง &amp; จ</p>`:                                                            "กขค\nง & จ",
		`<ul><li>หนึ่ง<li>สอง</ul>`:                                                                    "หนึ่ง\nสอง",
		`<table><tr><td><p>ก</p></td><td><p>ข</p></td></tr><tr><td>ค<br>ง</td><td>จ</td></tr></table>`: "ก\tข\nค\nง\nจ",
		"<pre>a\n b</pre>c": "a\nb\nc",
		`a<script>b</script><style>c</style><!-- d --><noscript>e</noscript>f`: "af",
		`plain  text`:            "plain text",
		`<p>&nbsp;</p>&#8203;`:   "",
		`a &unknown; &#xD800; b`: "a &unknown; \ufffd b",
		`<q>x</q>`:               "“x”",
	} {
		if got, err := Text(fragment); got != want || err != nil {
			t.Errorf("%s: got %q, want %q (%v)", fragment, got, want, err)
		}
	}
	if _, err := Text(strings.Repeat("<div>", 600)); kg.CodeOf(err) != kg.BadInput {
		t.Errorf("nested: %v", err)
	}
}

// TestHostilePages holds that a page costs at most what its bytes are worth.
// The test's own deadline is the measure: without the limits they take hours.
func TestHostilePages(t *testing.T) {
	many := func(s string, n int) string { return strings.Repeat(s, n) }
	var looks strings.Builder
	for i := range 400 {
		fmt.Fprintf(&looks, "<b x=%d><a y=%d>", i, i)
	}
	for name, source := range map[string]string{
		"nested":             many("<div>", 90_000) + story,
		"nested and closed":  many("<div>", 400) + many(story, 400) + many("</div>", 400),
		"nested tables":      many("<table><tr><td>", 30_000) + story,
		"letters' looks":     looks.String() + many("</div><div>x", 40_000),
		"too many tags":      many("<br>", 200_000),
		"paragraphs":         many(story, 9_000),
		"unclosed":           many("<p", 100_000) + story,
		"attributes":         "<div " + many("a=1 ", 150_000) + ">" + story,
		"too many":           many("<div a b c d e f g h>", 40_000) + story,
		"entities":           "<p>" + many("&amp;&#x0;&#xffffffff;&bogus", 50_000),
		"links":              many(`<a href="x">ข่าวของเทศบาล</a>`, 40_000),
		"breaks":             "<div>" + many("ข่าว<br><br>", 40_000),
		"selects":            many("<select><option>", 40_000),
		"open comment":       "<!--" + many("x", 1<<20),
		"deep JSON-LD":       `<script type="application/ld+json">` + many(`{"@graph":[`, 20_000) + `</script>` + story,
		"lists":              many("<ul><li>", 40_000) + story,
		"paragraphs in divs": many("<div><p>ข่าวของเทศบาลเมืองนาทองวันนี้ ", 240) + many("ข่าวของเทศบาลเมืองนาทอง ", 40_000),
	} {
		d, err := Read(source, "")
		if err != nil && kg.CodeOf(err) != kg.BadInput || (err == nil) == (d.Text == "") {
			t.Errorf("%s: %d bytes of text, %v", name, len(d.Text), err)
		}
	}
}

func FuzzRead(f *testing.F) {
	paths, _ := filepath.Glob("testdata/*.html")
	for _, path := range paths {
		raw, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(strings.ToValidUTF8(string(raw), "?"), "https://example.go.th/")
	}
	f.Add(`<table><a><b><p>x</table><script type=application/ld+json>[{"@type":"Article","publisher":[],"headline":[]}]</script>`, "%")
	f.Fuzz(func(t *testing.T, source, address string) {
		if !utf8.ValidString(source) {
			return
		}
		d, err := Read(source, address)
		if kg.CodeOf(err) == kg.Internal {
			t.Fatalf("%q: %v", source, err)
		}
		if (err == nil) == (d.Text == "") || !utf8.ValidString(d.Text+d.Title+d.Publisher) || strings.Contains(d.Text, "\x00") {
			t.Errorf("%q: %+v, %v", source, d, err)
		}
		if d.PublishedOn != nil {
			if _, err := kg.ParseDate(d.PublishedOn.Value); err != nil {
				t.Errorf("%q: %v", source, err)
			}
		}
		if text, err := Text(source); !utf8.ValidString(text) || err != nil && kg.CodeOf(err) != kg.BadInput {
			t.Errorf("%q: %q, %v", source, text, err)
		}
	})
}

func FuzzDay(f *testing.F) {
	for _, s := range []string{"2019-11-25T10:00:00Z", "2563-02-29", "Mon, 25 Nov 2019 10:00:00 GMT", "25 พฤศจิกายน 2562", "๒๕ พ.ย. ๖๒", "9999-99-99", "2562"} {
		f.Add(s, true)
	}
	f.Fuzz(func(t *testing.T, value string, bangkok bool) {
		if day := Day(value, bangkok); day != nil {
			if _, err := kg.ParseDate(day.Value); err != nil {
				t.Errorf("%q: %v", value, err)
			}
		}
	})
}
