package source

import (
	"bytes"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/klauspost/compress/zstd"
	"golang.org/x/text/encoding/charmap"

	"mueang/graph/kg"
)

func pack(t testing.TB, content string) string {
	t.Helper()
	var b bytes.Buffer
	w, err := zstd.NewWriter(&b)
	if err != nil {
		t.Fatal(err)
	}
	for len(content) > 0 { // frames of parts, as a stream that is written over a time
		n := min(len(content), 1<<14)
		if _, err := w.Write([]byte(content[:n])); err != nil {
			t.Fatal(err)
		}
		if err := w.Flush(); err != nil {
			t.Fatal(err)
		}
		content = content[n:]
	}
	w.Close()
	return b.String()
}

const (
	sentence = "เมื่อวันที่ 3 มกราคม 2562 นายก่อเกียรติ ภักดี นายกเทศมนตรีเมืองนาทอง เปิดศูนย์ข้อมูลเมืองอัจฉริยะ ณ ห้องประชุมชั้น 3 สำนักงานเทศบาล โดยมีหัวหน้าส่วนราชการเข้าร่วม"
	headline = "เทศบาลเมืองนาทองเปิดศูนย์ข้อมูลเมืองอัจฉริยะ"
	aPage    = `<html><head><title>ข่าว</title><meta property="og:site_name" content="เทศบาลเมืองนาทอง"><link rel=canonical href="/news/7"></head><body><h1>` + headline + `</h1><p>` + sentence + `</p></body></html>`
)

// TestFormats reads one release in every format, and its text is the same.
func TestFormats(t *testing.T) {
	thai, err := charmap.Windows874.NewEncoder().String(aPage)
	if err != nil {
		t.Fatal(err)
	}
	quoted := strings.ReplaceAll(aPage, `"`, `\"`)
	for _, s := range []Stream{
		{Name: "a.html", Body: strings.NewReader(aPage)},
		{Name: "a.HTM", Body: strings.NewReader(thai)},
		{Name: "a.xhtml.gz", Body: strings.NewReader(zip(aPage))},
		{Name: "a.html.zst", Body: strings.NewReader(pack(t, aPage))},
		{Name: "a.html", Body: strings.NewReader(zip(aPage))},
		{Name: "NewsDetail.aspx", Body: strings.NewReader("\n\t" + aPage)},
		{Name: "saved.txt", Body: strings.NewReader(aPage)},
		{Body: strings.NewReader(aPage)},
		{Body: strings.NewReader("\xff\xfe" + encodeUTF16(aPage, false))},
		{URL: "https://example.go.th/x", ContentType: "text/html; charset=TIS-620", Body: strings.NewReader(thai)},
		{URL: "https://example.go.th/x", ContentType: "text/html; charset=utf-8", Body: strings.NewReader(thai)},
		{URL: "https://example.go.th/x", ContentType: `Text/HTML; charset="windows-874"`, Body: strings.NewReader(zip(aPage))},
		{Name: "a.jsonl", Body: strings.NewReader(`{"html":"` + quoted + `"}`)},
		{Body: strings.NewReader(`{"rawHtml":"` + quoted + `","url":"https://example.go.th/x"}`)},
		{Body: strings.NewReader("\xff\xfe" + encodeUTF16(`{"text":"`+headline+`\n`+sentence+`"}`+"\r\n", false))},
		{Body: strings.NewReader(utf8Mark + `{"content_text":"` + headline + `\n` + sentence + `"}`)},
		{Name: "a.jl.zst", Body: strings.NewReader(pack(t, `{"title":"`+headline+`","content_html":"<p>`+sentence+`</p>"}`))},
		{ContentType: "application/x-ndjson", Body: strings.NewReader(` {"text":"` + headline + `\n` + sentence + `"}`)},
		{Name: "a.txt.zst", Body: strings.NewReader(pack(t, headline+"\n"+sentence))},
	} {
		s.Place = "x"
		items := slices.Collect(s.Items())
		if len(items) != 1 || items[0].Err != nil || items[0].Document.Text != headline+"\n"+sentence {
			t.Errorf("%s %s: %+v", s.Name, s.ContentType, items)
			continue
		}
		if d := items[0].Document; s.URL != "" && (d.URL != "https://example.go.th/news/7" || d.Publisher != "เทศบาลเมืองนาทอง") {
			t.Errorf("%s %s: %+v", s.Name, s.ContentType, d)
		}
	}
}

func TestWhatOthersCallTheFields(t *testing.T) {
	for line, want := range map[string]kg.Document{
		`{"id":17,"url":"https://e.org/1","title":"t","date_published":"2022-09-14T18:30:00Z","content_text":"x","authors":[{"name":"y"}]}`: {Source: "17", URL: "https://e.org/1", Title: "t", Text: "x", PublishedOn: &kg.PartialDate{Value: "2022-09-15"}},
		`{"maintext":"x","date_publish":"2022-09-14 18:30:00","source_domain":"e.org","language":"th"}`:                                     {Source: "x:1", Publisher: "e.org", Language: "th", Text: "x", PublishedOn: &kg.PartialDate{Value: "2022-09-14"}},
		`{"text":"x","sitename":"s","date":"3 hours ago","raw_text":"y"}`:                                                                   {Source: "x:1", Publisher: "s", Text: "x"},
		`{"text":"x","date":"25 พฤศจิกายน 2562","url":null,"metadata":{"sourceURL":"https://e.org/2","title":"t"}}`:                         {Source: "x:1", URL: "https://e.org/2", Title: "t", Text: "x", PublishedOn: &kg.PartialDate{Value: "2019-11-25"}},
		`{"Text":"x","publishedOn":"2562-11-25","headline":["no","text"]}`:                                                                  {Source: "x:1", Text: "x", PublishedOn: &kg.PartialDate{Value: "2019-11-25"}},
		`{"text":"x","html":"<p>y","publishedOn":"2019"}`:                                                                                   {Source: "x:1", Text: "x", PublishedOn: &kg.PartialDate{Value: "2019"}},
	} {
		items := slices.Collect(Stream{Place: "x", Name: "x.jsonl", Body: strings.NewReader(line)}.Items())
		if len(items) != 1 || items[0].Err != nil {
			t.Errorf("%s: %+v", line, items)
			continue
		}
		got := items[0].Document
		if (got.PublishedOn == nil) != (want.PublishedOn == nil) || got.PublishedOn != nil && got.PublishedOn.Value != want.PublishedOn.Value {
			t.Errorf("%s: %+v", line, got.PublishedOn)
		}
		got.ID, got.Hash, got.PublishedOn, want.PublishedOn = "", "", nil, nil
		if got != want {
			t.Errorf("%s: got %+v, want %+v", line, got, want)
		}
	}
}

func TestBadPagesAndRecords(t *testing.T) {
	for name, says := range map[string]string{
		`a.html <html><body></body></html>`:                               "a page without text",
		`a.html just words`:                                               "a page without an article",
		`a.html ` + strings.Repeat("<div>", 600):                          "exceeds 512",
		`a.html <p>` + sentence + "\xff":                                  "neither UTF-8 nor Thai",
		`a.html <p>` + sentence + "\x00":                                  "binary",
		`a.jsonl {"html":"<html><body>no"}`:                               `its "html" is a page without an article`,
		`a.jsonl {"html":"<p>"}`:                                          `its "html" holds no text`,
		`a.jsonl {"text":7}`:                                              `its "text" is no text`,
		`a.jsonl {"text":"a\u0000"}`:                                      `its "text" is a binary`,
		`a.jsonl [{"text":"a"}]`:                                          "is not a JSON object",
		`a.jsonl {"title":"` + "caf\xe9" + `"}`:                           "neither UTF-8 nor Thai",
		`a.html ` + strings.Repeat("<p>"+sentence+"</p>", 20<<20/460):     "larger than 8 MiB",
		"a.txt %PDF-1.7\n":                                                "pdftotext",
		"a.txt PK\x03\x04x":                                               "a zip archive",
		"a.html.zst \x28\xb5\x2f\xfdbroken":                               "to its end",
		"a.html \x1f\x8bbroken":                                           "broken gzip",
		"a.txt.zst " + pack(t, strings.Repeat("ก", MaxDocument)):          "larger than 8 MiB",
		"a.txt.zst \x28\xb5\x2f\xfd\x00\x98\x58\x00\x00xxx":               "128 MiB of memory",
		"a.jsonl.gz " + zip(`{"text":"`+strings.Repeat("x", 64<<20)+`"}`): "a.jsonl.gz:1: the line is longer than 8 MiB",
	} {
		name, content, _ := strings.Cut(name, " ")
		items := slices.Collect(Stream{Place: name, Name: name, Body: strings.NewReader(content)}.Items())
		if len(items) != 1 || kg.CodeOf(items[0].Err) != kg.BadInput || !strings.Contains(items[0].Err.Error(), says) || !strings.HasPrefix(items[0].Err.Error(), name) {
			var err error
			if len(items) > 0 {
				err = items[0].Err
			}
			t.Errorf("%s %.40q: %d items, %v; want %q", name, content, len(items), err, says)
		}
	}
}

// TestBytesThatAreNoTextOutsideOfAnArticle cost nothing.
func TestBytesThatAreNoTextOutsideOfAnArticle(t *testing.T) {
	items := slices.Collect(Stream{Place: "x", Body: strings.NewReader(strings.Replace(aPage, "</p>", "</p><nav>\xff\xfe\xa1</nav>", 1))}.Items())
	if len(items) != 1 || items[0].Err != nil || items[0].Document.Text != headline+"\n"+sentence {
		t.Errorf("%+v", items)
	}
}

// TestABrokenArchiveGivesWhatIsWhole cuts and changes compressed JSON Lines:
// the lines before the fault come first, unchanged, then the fault.
func TestABrokenArchiveGivesWhatIsWhole(t *testing.T) {
	var lines []string
	for i := range 400 {
		lines = append(lines, `{"text":"`+strings.Repeat(string(rune('ก'+i%40)), 300)+`"}`)
	}
	content := strings.Join(lines, "\n")
	for name, packed := range map[string]string{"a.jsonl.gz": zip(content), "a.jsonl.zst": pack(t, content)} {
		for _, fault := range []string{packed[:len(packed)*3/4], packed[:len(packed)-3], packed[:len(packed)*3/4] + "\x00\xff\x00\xff" + packed[len(packed)*3/4+4:], packed + "trailing"} {
			items := slices.Collect(Stream{Place: name, Name: name, Body: strings.NewReader(fault)}.Items())
			good := len(items) - 1
			if good < 100 && len(fault) > len(packed)/2 && !strings.HasSuffix(name, ".gz") || good < 1 || good > len(lines) {
				t.Errorf("%s: %d good lines", name, good)
				continue
			}
			for i, item := range items[:good] {
				if item.Err != nil || !strings.Contains(lines[i], item.Document.Text) {
					t.Fatalf("%s: line %d: %+v", name, i+1, item)
				}
			}
			if err := items[good].Err; kg.CodeOf(err) != kg.BadInput || !strings.Contains(err.Error(), "cannot be read to its end") {
				t.Errorf("%s: after %d lines: %v", name, good, err)
			}
		}
	}
}

func FuzzStream(f *testing.F) {
	for _, content := range []string{aPage, "ข่าว", "{}", `{"text":"x"}`, `{"text":"\u0000"}`, "\ufeff", "\x1f\x8b", `{"html":"<p>x","date":"2562"}`, `{"metadata":{"url":1}}`, zip(aPage), pack(f, aPage), "\xff\xfe{\x00", "<?xml version='1.0' encoding='tis-620'?><html>"} {
		for _, name := range []string{"", "a.html", "a.jsonl", "a.txt.gz"} {
			f.Add(content, name, "text/html; charset=tis-620")
		}
	}
	f.Fuzz(func(t *testing.T, content, name, contentType string) {
		n := 0
		for item := range (Stream{Place: "x", Name: name, ContentType: contentType, Body: strings.NewReader(content)}).Items() {
			n++
			if (item.Err == nil) == (item.Document.Text == "") || !utf8.ValidString(item.Document.Text) || kg.CodeOf(item.Err) == kg.Internal {
				t.Errorf("%q: %+v", content, item)
			}
		}
		if n == 0 && strings.TrimSpace(content) != "" && len(content) > 4 && content[0] >= ' ' && content[0] < 0x80 {
			t.Errorf("%q was passed over in silence", content)
		}
	})
}

func TestStandardInputIsAPageWhereItBeginsWithATag(t *testing.T) {
	if items := read(t, aPage, "-"); len(items) != 1 || items[0].Err != nil || items[0].Document.Text != headline+"\n"+sentence {
		t.Errorf("%+v", items)
	}
	dir := t.TempDir()
	for name, content := range map[string]string{"a.html": aPage, "b.txt.zst": pack(t, "ข"), "c.pdf": "x"} {
		if err := os.WriteFile(dir+"/"+name, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if items := read(t, "", dir); len(items) != 2 || items[0].Document.Source != "a" || items[1].Document.Source != "b" {
		t.Errorf("%+v", items)
	}
}
