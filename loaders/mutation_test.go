package loaders_test

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"iter"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/klauspost/compress/zstd"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode/utf32"

	"mueang/graph/kg"
	"mueang/graph/store/sqlite"
	"mueang/loaders"
	"mueang/loaders/extract"
	"mueang/loaders/quarantine"
	"mueang/loaders/source"
	"mueang/loaders/verify"
	"mueang/schema"
)

// TestMalformedInput loads releases that were broken in all ways that files
// break, together with whole ones, and with documents that are too large. No
// input is passed over in silence: each is in the store or rejected by a line
// that names its place, and is in the quarantine; the whole ones are in, and
// the store is sound.
// MUEANG_MUTATIONS is how many are broken, 300 without it.
func TestMalformedInput(t *testing.T) {
	count := 300
	if text := os.Getenv("MUEANG_MUTATIONS"); text != "" {
		n, err := strconv.Atoi(text)
		if err != nil || n < 1 {
			t.Fatalf("MUEANG_MUTATIONS=%s is no number of inputs", text)
		}
		count = n
	}
	m := mutations{random: rand.New(rand.NewPCG(7, uint64(count))), releases: realReleases(t)}
	folder := t.TempDir()
	kinds := slices.Sorted(maps.Keys(m.kinds()))
	for i := range count {
		kind := kinds[i%len(kinds)]
		name, content := m.kinds()[kind](m.releases[m.random.IntN(len(m.releases))])
		keep(t, folder, fmt.Sprintf("%05d-%s-%s", i, kind, name), content)
	}
	whole := map[kg.ID]bool{} // what must be in
	for i, text := range m.releases[:min(len(m.releases), 40)] {
		d := kg.Document{Text: text, URL: fmt.Sprint("https://example.org/whole/", i)}
		whole[source.DocumentID(d)] = true
		line, err := json.Marshal(map[string]string{"text": d.Text, "url": d.URL})
		if err != nil {
			t.Fatal(err)
		}
		keep(t, folder, fmt.Sprintf("%05d-whole.jsonl", i*count/40), append(line, '\n'))
	}
	for name, content := range tooLarge(t) {
		keep(t, folder, name, content)
	}

	path := filepath.Join(t.TempDir(), "mueang.db")
	store, err := sqlite.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	rules, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	kept := filepath.Join(t.TempDir(), "quarantine")
	keeper := quarantine.New(kept, time.Now)
	refused := map[string]string{} // the reason, by place
	given := map[string]kg.ID{}
	loader := loaders.Loader{Store: store, Extractor: rules, Now: time.Now, Batch: 64, Reject: func(r loaders.Rejection) {
		var known *kg.Error
		if !errors.As(r.Err, &known) || known.Msg == "" {
			t.Errorf("%s: no message for a person: %v", r.Place, r.Err)
			return
		}
		refused[r.Place] = known.Msg
		if known.Code != kg.BadInput {
			t.Errorf("%s: %s: %v", r.Place, known.Code, r.Err)
		}
		if !strings.HasPrefix(known.Msg, r.Place+": ") || len(known.Msg) > len(r.Place)+400 || strings.IndexFunc(known.Msg, unicode.IsControl) >= 0 {
			t.Errorf("%s: the line is not clear: %q", r.Place, known.Msg)
		}
		if err := keeper.Keep(r.Place, known.Code, known.Msg, r.Raw); err != nil {
			t.Error(err)
		}
	}}
	begun := time.Now()
	report, err := loader.Load(t.Context(), watched(source.Read(t.Context(), []string{folder}, nil), given))
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d broken inputs and %d whole ones in %s: %d documents in, %d rejected", count, len(whole), time.Since(begun).Round(time.Millisecond),
		report.New+report.Updated+report.Same, report.Refused())

	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	said := map[string]bool{}
	for place := range refused {
		said[file(place)] = true
	}
	for place := range given {
		said[file(place)] = true
	}
	for _, entry := range entries {
		if !said[entry.Name()] {
			t.Errorf("%s was passed over in silence", entry.Name())
		}
	}
	in := map[kg.ID]bool{}
	if err := store.Read(t.Context(), func(ctx context.Context, r kg.Reader) error {
		return r.EachDocument(ctx, func(d *kg.Document) error { in[d.ID] = true; return nil })
	}); err != nil {
		t.Fatal(err)
	}
	for id := range whole {
		if !in[id] {
			t.Errorf("a whole release is not in: %s", id)
		}
	}
	for place, id := range given {
		if _, no := refused[place]; !no && id != "" && !in[id] {
			t.Errorf("%s is neither in nor rejected", place)
		}
	}
	held := map[string]bool{}
	for _, name := range glob(t, filepath.Join(kept, "*.json")) {
		var entry struct{ Place, Reason, File string }
		content, err := os.ReadFile(name)
		if err == nil {
			err = json.Unmarshal(content, &entry)
		}
		if err != nil {
			t.Fatal(err)
		}
		held[entry.Place] = entry.Reason == refused[entry.Place]
	}
	for place := range refused {
		if !held[place] {
			t.Errorf("%s is not in the quarantine", place)
		}
	}
	relations, err := schema.Ends()
	if err != nil {
		t.Fatal(err)
	}
	found, err := verify.Store(t.Context(), store, relations)
	if err != nil || len(found.Findings) > 0 {
		t.Errorf("verify: %v %v", err, found.Findings)
	}
	reasons := map[string]int{}
	for place, reason := range refused {
		kind := strings.SplitN(file(place)+"--", "-", 3)[1]
		reason = strings.TrimPrefix(reason, place+": ")
		reasons[kind+": "+reason[:min(len(reason), 60)]]++
	}
	if testing.Verbose() {
		for _, reason := range slices.Sorted(maps.Keys(reasons)) {
			t.Logf("%5d %s", reasons[reason], strings.ToValidUTF8(reason, ""))
		}
	}
}

// file gives the name of the file at a place: "dir/a.jsonl:17", or "dir/feed.xml: entry 2".
func file(place string) string {
	name := filepath.Base(place)
	for _, end := range []string{".txt", ".html", ".jsonl", ".xml", ".gz", ".zst"} {
		if i := strings.LastIndex(name, end); i >= 0 && (i+len(end) == len(name) || strings.ContainsRune(":# ,", rune(name[i+len(end)]))) {
			return name[:i+len(end)]
		}
	}
	return name
}

// watched notes which documents a source gives; "" for what it refuses.
func watched(items iter.Seq[source.Item], given map[string]kg.ID) iter.Seq[source.Item] {
	return func(yield func(source.Item) bool) {
		for item := range items {
			given[item.Place] = ""
			if item.Err == nil && item.Document.URL != "" { // else its id may follow from what it says
				given[item.Place] = item.Document.ID
			}
			if !yield(item) {
				return
			}
		}
	}
}

// realReleases gives the founding releases and, where it is, some of the corpus.
func realReleases(t *testing.T) (texts []string) {
	for _, name := range glob(t, filepath.Join("..", "seed", "releases", "*.txt")) {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, string(text))
	}
	root := os.Getenv("MUEANG_SHARED")
	if root == "" {
		root = filepath.Join("..", "..", "shared")
	}
	packed, err := os.Open(filepath.Join(root, "corpus", "sample.jsonl.gz"))
	if err != nil {
		t.Log("NOT RUN on the corpus: MUEANG_SHARED names the folder with it; the founding releases serve")
		return texts
	}
	defer packed.Close()
	unpacked, err := gzip.NewReader(packed)
	if err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewReader(unpacked)
	for range 400 {
		line, err := lines.ReadBytes('\n')
		var record struct{ Text string }
		if err == nil {
			err = json.Unmarshal(line, &record)
		}
		if err != nil {
			t.Fatal(err)
		}
		if strings.TrimSpace(record.Text) != "" {
			texts = append(texts, record.Text)
		}
	}
	return texts
}

func glob(t *testing.T, pattern string) []string {
	t.Helper()
	names, err := filepath.Glob(pattern)
	if err != nil || len(names) == 0 {
		t.Fatalf("%s: %d files, %v", pattern, len(names), err)
	}
	return names
}

func keep(t *testing.T, folder, name string, content []byte) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(folder, name), content, 0o600); err != nil {
		t.Fatal(err)
	}
}

// tooLarge gives documents of 20 MB, by the names of their files.
func tooLarge(t *testing.T) map[string][]byte {
	words := strings.Repeat("ผู้ว่าราชการจังหวัดเป็นประธานการประชุมเมืองอัจฉริยะ ", 20_000_000/150)
	line, err := json.Marshal(map[string]string{"text": words})
	if err != nil {
		t.Fatal(err)
	}
	return map[string][]byte{
		"large-a.txt":    []byte(words),
		"large-b.txt.gz": packGzip([]byte(words)),
		"large-c.html":   []byte("<html><body><p>" + words + "</body></html>"),
		"large-d.jsonl":  append(line, '\n'),
		"large-e.xml":    []byte("<rss version=\"2.0\"><channel><item><description>" + words + "</description></item></channel></rss>"),
	}
}

func packGzip(content []byte) []byte {
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	_, _ = w.Write(content) // into memory
	_ = w.Close()
	return out.Bytes()
}

func packZstd(content []byte) []byte {
	w, err := zstd.NewWriter(nil)
	if err != nil { // cannot be: it has no options
		panic(err)
	}
	return w.EncodeAll(content, nil)
}

// mutations breaks releases.
type mutations struct {
	random   *rand.Rand
	releases []string
}

// kinds gives the ways in which a release is broken: each gives the rest of
// the name of a file, and the file.
func (m mutations) kinds() map[string]func(text string) (string, []byte) {
	return map[string]func(string) (string, []byte){
		"truncated": func(text string) (string, []byte) { return "a.txt", []byte(text)[:m.random.IntN(len(text))] },
		"bits":      func(text string) (string, []byte) { return "a.txt", m.flip([]byte(text)) },
		"swapped": func(text string) (string, []byte) {
			b := []byte(text)
			for range 1 + m.random.IntN(30) {
				i, j := m.random.IntN(len(b)), m.random.IntN(len(b))
				b[i], b[j] = b[j], b[i]
			}
			return "a.txt", b
		},
		"shuffled": func(text string) (string, []byte) { // of whole letters: what can be read and makes no sense
			r := []rune(text)
			for range 1 + m.random.IntN(300) {
				i, j := m.random.IntN(len(r)), m.random.IntN(len(r))
				r[i], r[j] = r[j], r[i]
			}
			return "a.txt", []byte(string(r))
		},
		"invalid": func(text string) (string, []byte) {
			return "a.txt", m.insert([]byte(text), [][]byte{{0xff}, {0xc0, 0x80}, {0xed, 0xa0, 0x80}, {0xe0, 0xb8}, {0xf4, 0x90, 0x80, 0x80}}[m.random.IntN(5)])
		},
		"zeros": func(text string) (string, []byte) {
			return "a.txt", m.insert([]byte(text), make([]byte, 1+m.random.IntN(9)))
		},
		"strange": func(text string) (string, []byte) {
			return "a.txt", m.insert([]byte(text), []byte([]string{"\u202e\u202d", "\ufeff\ufffe", "\U0010ffff", "\u0e33\u0e33\u0e33\u0e48\u0e48\u0e48", "\x1b[2J", "\u2028\u2029", strings.Repeat("\u0e48", 3000)}[m.random.IntN(7)]))
		},
		"encoding": func(text string) (string, []byte) {
			switch m.random.IntN(4) {
			case 0: // read as another before it was written
				wrong, _ := charmap.Windows1252.NewDecoder().String(text)
				return "a.txt", []byte(wrong)
			case 1:
				return "a.txt", m.flip(m.thai(text))
			case 2:
				wide, _ := utf32.UTF32(utf32.LittleEndian, utf32.UseBOM).NewEncoder().String(text)
				return "a.txt", []byte(wide)
			}
			return "a.txt", append(m.thai(text), text...)
		},
		"json": func(text string) (string, []byte) { return "a.jsonl", m.record(text) },
		"html": func(text string) (string, []byte) { return "a.html", m.damage(m.page(text)) },
		"deep": func(text string) (string, []byte) {
			depth := 1 + m.random.IntN(20_000)
			switch m.random.IntN(3) {
			case 0:
				return "a.html", []byte("<html><body>" + strings.Repeat("<div>", depth) + html.EscapeString(text))
			case 1:
				return "a.jsonl", []byte(`{"metadata":` + strings.Repeat("[", depth) + `,"text":"a"}`)
			}
			return "a.xml", []byte(`<rss version="2.0"><channel><item>` + strings.Repeat("<a>", depth) + html.EscapeString(text))
		},
		"feed": func(text string) (string, []byte) {
			whole := `<?xml version="1.0"?><rss version="2.0"><channel><title>ข่าว</title><item><guid>1</guid><title>หนึ่ง</title><description>` + html.EscapeString(text) +
				`</description></item><item><guid>2</guid><link>https://example.org/` + strconv.Itoa(m.random.Int()) + `</link><description><![CDATA[` + text + `]]></description></item></channel></rss>`
			return "a.xml", m.damage([]byte(whole))
		},
		"gzip": func(text string) (string, []byte) {
			packed := packGzip([]byte(text))
			return "a.txt.gz", m.damage(packed)
		},
		"zstd": func(text string) (string, []byte) { return "a.txt.zst", m.damage(packZstd([]byte(text))) },
		"empty": func(string) (string, []byte) {
			return []string{"a.txt", "a.html", "a.xml", "a.jsonl", "a.txt.gz", "a.txt.zst"}[m.random.IntN(6)], []byte(strings.Repeat(" \n", m.random.IntN(3)))
		},
		"named": func(text string) (string, []byte) { // as what it is not
			return []string{"a.jsonl", "a.xml", "a.html", "a.txt.gz", "a.txt.zst"}[m.random.IntN(5)], [][]byte{[]byte(text), m.page(text), packGzip([]byte(text)), []byte("%PDF-1.7\n" + text), []byte("PK\x03\x04" + text)}[m.random.IntN(5)]
		},
	}
}

// thai gives a text in Windows-874, with question marks for what that lacks.
func (m mutations) thai(text string) []byte {
	packed, err := encoding.ReplaceUnsupported(charmap.Windows874.NewEncoder()).Bytes([]byte(text))
	if err != nil { // cannot be: what is unsupported is replaced
		panic(err)
	}
	return packed
}

func (m mutations) page(text string) []byte {
	title, body, _ := strings.Cut(text, "\n")
	said, err := json.Marshal(map[string]any{"@type": "NewsArticle", "headline": title, "datePublished": "2019-11-25T09:00:00+07:00"})
	if err != nil { // cannot be: they are texts
		panic(err)
	}
	var out strings.Builder
	fmt.Fprintf(&out, "<!doctype html><html lang=th><head><meta charset=utf-8><title>%s</title><script type=\"application/ld+json\">%s</script></head><body><nav><a href=/>x</a></nav><article><h1>%[1]s</h1>", html.EscapeString(title), said)
	for line := range strings.Lines(body) {
		fmt.Fprintf(&out, "<p class=c>%s</p>", html.EscapeString(line))
	}
	out.WriteString("</article><footer>©</footer></body></html>")
	return []byte(out.String())
}

// record breaks a line of JSON Lines.
func (m mutations) record(text string) []byte {
	quoted, err := json.Marshal(text)
	if err != nil { // cannot be: it is a text
		panic(err)
	}
	line := fmt.Sprintf(`{"id":"a","url":"https://example.org/%d","publishedOn":"2019-11-25","text":%s}`, m.random.Int(), quoted)
	replace := func(from, to string) []byte { return []byte(strings.Replace(line, from, to, 1)) }
	switch m.random.IntN(10) {
	case 0:
		return m.damage([]byte(line))
	case 1:
		return replace(`"text":`, `"text":[`)
	case 2:
		return []byte(fmt.Sprintf(`{"text":%s}`, []string{"1", "null", "true", "[]", "{}", `["a"]`, `""`, `" "`}[m.random.IntN(8)]))
	case 3:
		return replace(`"2019-11-25"`, []string{"2019", `"25 of never"`, "[]", `"9999-99-99"`, "1e999"}[m.random.IntN(5)])
	case 4:
		return replace(`"id":"a"`, []string{`"id":{}`, `"id":[1]`, `"id":1e999`, `"id":null`}[m.random.IntN(4)])
	case 5:
		return replace(`"id"`, `"text":"another","text":1,"id"`)
	case 6:
		return replace(`"text":"`, `"text":"\u0000\ud800`)
	case 7:
		return append([]byte(line), []byte("}\n]\n\x00\n"+line[:len(line)/2])...)
	case 8:
		return []byte([]string{"[]", "null", "1", `"a"`, "{", "{}", "{}{}"}[m.random.IntN(7)])
	}
	return replace(`"https:`, []string{`"javascript:`, `"http://[::1`, `"\u0000`, `"//`, `1,"x":"`}[m.random.IntN(5)])
}

// damage cuts off, flips or doubles a part.
func (m mutations) damage(b []byte) []byte {
	switch m.random.IntN(4) {
	case 0:
		return b[:m.random.IntN(len(b))]
	case 1:
		return m.flip(b)
	case 2:
		i := m.random.IntN(len(b))
		j := i + m.random.IntN(len(b)-i)
		return slices.Concat(b[:j], b[i:])
	}
	i := m.random.IntN(len(b))
	j := i + m.random.IntN(len(b)-i)
	return slices.Concat(b[:i], b[j:])
}

func (m mutations) flip(b []byte) []byte {
	b = slices.Clone(b)
	for range 1 + m.random.IntN(20) {
		b[m.random.IntN(len(b))] ^= 1 << m.random.IntN(8)
	}
	return b
}

func (m mutations) insert(b, what []byte) []byte {
	i := m.random.IntN(len(b))
	return slices.Concat(b[:i], what, b[i:])
}
