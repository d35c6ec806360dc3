package web

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"mueang/graph/kg"
	"mueang/loaders/source"
)

const story = "เมื่อวันที่ 3 มกราคม 2562 นายก่อเกียรติ ภักดี นายกเทศมนตรีเมืองนาทอง เปิดศูนย์ข้อมูลเมืองอัจฉริยะ ณ ห้องประชุมชั้น 3 สำนักงานเทศบาล โดยมีหัวหน้าส่วนราชการเข้าร่วม"

// site serves by path, tells which paths were asked for, and has no robots.txt
// unless it is told.
type site struct {
	*httptest.Server
	mu    sync.Mutex
	asked []string
}

func newSite(t *testing.T, pages map[string]http.HandlerFunc) *site {
	t.Helper()
	s := &site{}
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.mu.Lock()
		s.asked = append(s.asked, r.URL.Path)
		s.mu.Unlock()
		if page := pages[r.URL.Path]; page != nil {
			page(w, r)
			return
		}
		http.NotFound(w, r)
	}))
	t.Cleanup(s.Close)
	return s
}

func (s *site) count(path string) (n int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, p := range s.asked {
		if p == path {
			n++
		}
	}
	return n
}

func text(content string) http.HandlerFunc { return typed("text/plain; charset=utf-8", content) }

func typed(contentType, content string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", contentType)
		fmt.Fprint(w, content)
	}
}

// slept makes a client that notes how long it sleeps.
func slept(t *testing.T, o Options) (*Client, *[]time.Duration) {
	t.Helper()
	o.AllowPrivate = true
	c := newClient(t, o)
	var all []time.Duration
	sleep := c.sleep
	c.sleep = func(ctx context.Context, d time.Duration) error {
		all = append(all, d)
		return sleep(ctx, d)
	}
	return c, &all
}

func TestBusyServersAreAskedAgain(t *testing.T) {
	for _, test := range []struct {
		name     string
		statuses []int
		after    string
		sleeps   []time.Duration
		asked    int
		code     kg.Code
	}{
		{"at once", []int{200}, "", nil, 1, ""},
		{"twice busy", []int{503, 429, 200}, "", []time.Duration{2 * time.Second, 4 * time.Second}, 3, ""},
		{"bad gateway, gateway timeout", []int{502, 504, 200}, "", []time.Duration{2 * time.Second, 4 * time.Second}, 3, ""},
		{"always busy", []int{503}, "", []time.Duration{2 * time.Second, 4 * time.Second, 8 * time.Second}, 4, kg.Unavailable},
		{"seconds", []int{429, 200}, "7", []time.Duration{7 * time.Second}, 2, ""},
		{"less than the back-off", []int{429, 200}, "1", []time.Duration{2 * time.Second}, 2, ""},
		{"a date", []int{503, 200}, "Fri, 02 Jan 2026 03:04:35 GMT", []time.Duration{30 * time.Second}, 2, ""},
		{"a date that has passed", []int{503, 200}, "Fri, 02 Jan 2015 03:04:35 GMT", []time.Duration{2 * time.Second}, 2, ""},
		{"nonsense", []int{503, 200}, "-5", []time.Duration{2 * time.Second}, 2, ""},
		{"the most that is honoured", []int{503, 200}, "60", []time.Duration{time.Minute}, 2, ""},
		{"too long", []int{503, 200}, "61", nil, 1, kg.Unavailable},
		{"a defect of the server", []int{500, 200}, "", nil, 1, kg.Unavailable},
		{"not there", []int{404, 200}, "", nil, 1, kg.NotFound},
		{"gone", []int{410, 200}, "", nil, 1, kg.NotFound},
		{"refused", []int{403, 200}, "", nil, 1, kg.Forbidden},
		{"not this way", []int{405, 200}, "", nil, 1, kg.BadInput},
		{"a redirect to nowhere", []int{302, 200}, "", nil, 1, kg.BadInput},
		{"nothing new", []int{304, 200}, "", nil, 1, kg.BadInput},
	} {
		t.Run(test.name, func(t *testing.T) {
			n := 0
			s := newSite(t, map[string]http.HandlerFunc{"/news": func(w http.ResponseWriter, _ *http.Request) {
				status := test.statuses[min(n, len(test.statuses)-1)]
				n++
				if test.after != "" {
					w.Header().Set("Retry-After", test.after)
				}
				w.WriteHeader(status)
				if status == 200 {
					fmt.Fprint(w, story)
				}
			}})
			c, sleeps := slept(t, Options{})
			items := read(t, c, s.URL+"/news")
			if len(items) != 1 || kg.CodeOf(items[0].Err) != test.code || test.code == "" && items[0].Document.Text != story {
				t.Errorf("%+v", items)
			}
			if !slices.Equal(*sleeps, test.sleeps) || s.count("/news") != test.asked {
				t.Errorf("slept %v, asked %d times; want %v, %d", *sleeps, s.count("/news"), test.sleeps, test.asked)
			}
		})
	}
}

// TestAHostThatAsksToBeLeftAlone is not asked for other documents either, until
// the time that it names.
func TestAHostThatAsksToBeLeftAlone(t *testing.T) {
	s := newSite(t, map[string]http.HandlerFunc{"/busy": func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Retry-After", "3600")
		w.WriteHeader(429)
	}, "/news": text(story)})
	c, _ := slept(t, Options{})
	for _, item := range read(t, c, s.URL+"/busy", s.URL+"/news") {
		if kg.CodeOf(item.Err) != kg.Unavailable || !strings.Contains(item.Err.Error(), "left alone for 1h0m0s") {
			t.Errorf("%s: %v", item.Place, item.Err)
		}
	}
	if s.count("/news") != 0 || s.count("/busy") != 1 {
		t.Errorf("asked for %v", s.asked)
	}
	_ = c.sleep(t.Context(), time.Hour)
	if items := read(t, c, s.URL+"/news"); items[0].Err != nil {
		t.Errorf("later: %v", items[0].Err)
	}
}

func TestAnswersThatBreakOffAreAskedForAgain(t *testing.T) {
	n := 0
	s := newSite(t, map[string]http.HandlerFunc{"/news": func(w http.ResponseWriter, _ *http.Request) {
		if n++; n < 3 {
			w.Header().Set("Content-Length", "5000")
		}
		fmt.Fprint(w, story)
	}})
	c, _ := slept(t, Options{})
	if items := read(t, c, s.URL+"/news"); len(items) != 1 || items[0].Document.Text != story || n != 3 {
		t.Errorf("%+v, asked %d times", items, n)
	}
}

func TestThePauseBetweenTwoRequests(t *testing.T) {
	for _, test := range []struct {
		name, robots string
		want         []time.Duration
	}{
		{"its own", "", []time.Duration{3 * time.Second, 3 * time.Second}},
		{"of all", "User-agent: *\nCrawl-delay: 5\n", []time.Duration{5 * time.Second, 5 * time.Second}},
		{"less than its own", "User-agent: *\nCrawl-delay: 1.5\n", []time.Duration{3 * time.Second, 3 * time.Second}},
		{"of its group", "User-agent: Other\nCrawl-delay: 20\n\nUser-agent: x\nUser-agent: mueang\nDisallow: /x\nCrawl-delay: 4\n\nUser-agent: *\nCrawl-delay: 9", []time.Duration{4 * time.Second, 4 * time.Second}},
		{"of another", "User-agent: Other\nCrawl-delay: 20\n", []time.Duration{3 * time.Second, 3 * time.Second}},
		{"too long", "User-agent: *\nCrawl-delay: 1e300\n", []time.Duration{30 * time.Second, 30 * time.Second}},
		{"nonsense", "User-agent: *\nCrawl-delay: NaN\nCrawl-delay: -1\n", []time.Duration{3 * time.Second, 3 * time.Second}},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := newSite(t, map[string]http.HandlerFunc{"/robots.txt": text(test.robots), "/a": text("a"), "/b": text("b")})
			c, sleeps := slept(t, Options{Pause: 3 * time.Second})
			read(t, c, s.URL+"/a", s.URL+"/b")
			if !slices.Equal(*sleeps, test.want) {
				t.Errorf("slept %v, want %v", *sleeps, test.want)
			}
		})
	}
	t.Run("two hosts", func(t *testing.T) {
		s := newSite(t, map[string]http.HandlerFunc{"/a": text("a")})
		c, sleeps := slept(t, Options{Pause: 3 * time.Second})
		c.robots[s.URL+"/robots.txt"] = robots{until: c.now().Add(time.Hour)}
		c.robots["http://localhost:"+portOf(s.Server)+"/robots.txt"] = robots{until: c.now().Add(time.Hour)}
		read(t, c, s.URL+"/a", "http://localhost:"+portOf(s.Server)+"/a")
		if len(*sleeps) != 0 {
			t.Errorf("slept %v between two hosts", *sleeps)
		}
	})
}

func TestRobots(t *testing.T) {
	for _, test := range []struct {
		name, robots string
		status       int
		path         string
		code         kg.Code
	}{
		{"none", "", 404, "/news/1", ""},
		{"forbidden itself", "", 403, "/news/1", ""},
		{"empty", "", 200, "/news/1", ""},
		{"a page in its stead", "<!DOCTYPE html><html><body>Disallow nothing: ever</body></html>", 200, "/news/1", ""},
		{"all", "User-agent: *\nDisallow: /", 200, "/news/1", kg.Forbidden},
		{"this folder", "User-agent: *\nDisallow: /news/", 200, "/news/1", kg.Forbidden},
		{"another folder", "User-agent: *\nDisallow: /admin/", 200, "/news/1", ""},
		{"the longer rule", "User-agent: *\nDisallow: /\nAllow: /news/", 200, "/news/1", ""},
		{"wildcards", "User-agent: *\nDisallow: /*.aspx$", 200, "/news/1.aspx", kg.Forbidden},
		{"Mueang by name", "User-agent: mueang\nDisallow: /\n\nUser-agent: *\nAllow: /", 200, "/news/1", kg.Forbidden},
		{"all but Mueang", "User-agent: *\nDisallow: /\n\nUser-agent: Mueang\nAllow: /", 200, "/news/1", ""},
		{"another by name", "User-agent: Other\nDisallow: /", 200, "/news/1", ""},
		{"Thai, as it is", "User-agent: *\nDisallow: /ข่าว", 200, "/%E0%B8%82%E0%B9%88%E0%B8%B2%E0%B8%A7/1", kg.Forbidden},
		{"Thai, encoded", "User-agent: *\nDisallow: /%E0%B8%82%E0%B9%88", 200, "/ข่าว/1", kg.Forbidden},
		{"a byte order mark, carriage returns, no groups before", "\ufeffDisallow: /\r\nUser-agent: *\r\nDisallow: /news\r\n", 200, "/news/1", kg.Forbidden},
		{"fails", "", 500, "/news/1", kg.Unavailable},
		{"busy", "", 503, "/news/1", kg.Unavailable},
		{"too many requests", "", 429, "/news/1", kg.Unavailable},
	} {
		t.Run(test.name, func(t *testing.T) {
			pages := 0
			s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				if r.URL.Path == "/robots.txt" {
					w.WriteHeader(test.status)
					fmt.Fprint(w, test.robots)
					return
				}
				pages++
				fmt.Fprint(w, story)
			}))
			defer s.Close()
			c, _ := slept(t, Options{})
			items := read(t, c, s.URL+test.path)
			if len(items) != 1 || kg.CodeOf(items[0].Err) != test.code || pages != 0 != (test.code == "") {
				t.Errorf("%+v, %d pages", items, pages)
			}
		})
	}
}

// TestRobotsOfEachHost: it is asked for once a host and day, also where it
// fails, and of the host that is redirected to.
func TestRobotsOfEachHost(t *testing.T) {
	other := newSite(t, map[string]http.HandlerFunc{"/robots.txt": text("User-agent: *\nDisallow: /news"), "/news": text(story), "/open": text(story)})
	s := newSite(t, map[string]http.HandlerFunc{"/a": text("a"), "/b": text("b"),
		"/c": http.RedirectHandler(other.URL+"/news", http.StatusFound).ServeHTTP, "/d": http.RedirectHandler(other.URL+"/open", http.StatusFound).ServeHTTP})
	c, _ := slept(t, Options{})
	items := read(t, c, s.URL+"/a", s.URL+"/b", s.URL+"/c", s.URL+"/d")
	if len(items) != 4 || items[0].Err != nil || items[1].Err != nil || kg.CodeOf(items[2].Err) != kg.Forbidden || items[3].Err != nil {
		t.Fatalf("%+v", items)
	}
	if s.count("/robots.txt") != 1 || other.count("/robots.txt") != 1 || other.count("/news") != 0 {
		t.Errorf("asked for %v and %v", s.asked, other.asked)
	}
	if items[3].Document.URL != other.URL+"/open" {
		t.Errorf("the document's address is %s", items[3].Document.URL)
	}
	_ = c.sleep(t.Context(), robotsAge+time.Second)
	read(t, c, s.URL+"/a")
	if s.count("/robots.txt") != 2 {
		t.Errorf("not asked for again after a day: %v", s.asked)
	}
}

func TestRedirects(t *testing.T) {
	pages := map[string]http.HandlerFunc{"/0": text(story)}
	for n := 1; n <= redirects+1; n++ {
		pages[fmt.Sprintf("/%d", n)] = http.RedirectHandler(fmt.Sprintf("/%d", n-1), http.StatusMovedPermanently).ServeHTTP
	}
	pages["/loop"] = http.RedirectHandler("/loop", http.StatusFound).ServeHTTP
	s := newSite(t, pages)
	c, _ := slept(t, Options{})
	items := read(t, c, fmt.Sprintf("%s/%d", s.URL, redirects), fmt.Sprintf("%s/%d", s.URL, redirects+1), s.URL+"/loop")
	if items[0].Document.Text != story || items[0].Document.URL != s.URL+"/0" || kg.CodeOf(items[1].Err) != kg.BadInput || kg.CodeOf(items[2].Err) != kg.BadInput {
		t.Errorf("%+v", items)
	}
	if n := s.count("/loop"); n != redirects+1 {
		t.Errorf("%d requests in a circle", n)
	}
}

func TestLimits(t *testing.T) {
	var bomb bytes.Buffer
	w := gzip.NewWriter(&bomb)
	line := []byte(`{"text":"` + strings.Repeat("a", 1<<16) + `"}` + "\n")
	for n := 0; n < 2*source.MaxDocument; n += len(line) {
		_, _ = w.Write(line)
	}
	w.Close()
	s := newSite(t, map[string]http.HandlerFunc{
		"/large": text(strings.Repeat("ก", source.MaxDocument/3+1)),
		"/fits":  text(strings.Repeat("a", source.MaxDocument)),
		"/bomb": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Encoding", "gzip")
			_, _ = w.Write(bomb.Bytes())
		},
		"/a.gz": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "application/gzip")
			_, _ = w.Write(bomb.Bytes())
		},
		"/brotli": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Encoding", "br")
			fmt.Fprint(w, "x")
		},
		"/pdf": typed("application/pdf", "%PDF-1.7"), "/picture": typed("image/png", "\x89PNG"), "/binary": typed("application/octet-stream", "\x00\x01\x02\x00"), "/empty": text(""),
		"/header": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("X", strings.Repeat("x", 1<<20))
			fmt.Fprint(w, "x")
		},
	})
	c, _ := slept(t, Options{})
	for path, want := range map[string]string{"/large": "larger than 8 MiB", "/bomb": "larger than 8 MiB", "/a.gz": "more than 8 MiB", "/brotli": `encoded as "br"`,
		"/pdf": "is application/pdf", "/picture": "is image/png", "/binary": "binary", "/empty": "is empty", "/header": "header"} {
		items := read(t, c, s.URL+path)
		last := items[len(items)-1]
		if last.Err == nil || !strings.Contains(last.Err.Error(), want) || !strings.HasPrefix(last.Err.(*kg.Error).Msg, s.URL+path) {
			t.Errorf("%s: %v, want %q", path, last.Err, want)
		}
		if len(items) > 1 && path != "/a.gz" {
			t.Errorf("%s gave %d documents", path, len(items))
		}
	}
	if items := read(t, c, s.URL+"/fits"); items[0].Err != nil {
		t.Errorf("what fits: %v", items[0].Err)
	}
}

func TestServersThatCannotBeReached(t *testing.T) {
	closed := httptest.NewServer(nil)
	closed.Close()
	certified := httptest.NewTLSServer(nil)
	defer certified.Close()
	hanging := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }))
	defer hanging.Close()
	c, _ := slept(t, Options{})
	c.http.Timeout = 200 * time.Millisecond
	dns := newNameServer(t)
	c.resolver = dns.resolver()
	for address, code := range map[string]kg.Code{closed.URL: kg.Unavailable, hanging.URL: kg.Timeout, certified.URL: kg.BadInput, "http://nobody.test/": kg.NotFound} {
		if e := refusal(t, c, address); e.Code != code || !strings.HasPrefix(e.Msg, address+": ") {
			t.Errorf("%s: %s %s, want %s", address, e.Code, e.Msg, code)
		}
	}
}

func TestTheUserAgent(t *testing.T) {
	for _, test := range []struct{ version, contact, want string }{
		{"v1.2.3", "data@example.org", "Mueang/v1.2.3 (knowledge graph of press releases; contact: data@example.org)"},
		{"(devel)", "", "Mueang/devel (knowledge graph of press releases; contact: the operator of this address)"},
		{"", "", "Mueang/unknown (knowledge graph of press releases; contact: the operator of this address)"},
	} {
		var got string
		s := newSite(t, map[string]http.HandlerFunc{"/": func(_ http.ResponseWriter, r *http.Request) { got = r.UserAgent() }})
		c, _ := slept(t, Options{Version: test.version, Contact: test.contact})
		read(t, c, s.URL+"/")
		if got != test.want {
			t.Errorf("%q, want %q", got, test.want)
		}
	}
	for _, contact := range []string{"a\r\nX-Evil: 1", "ก", "a) (b"} {
		if _, err := New(Options{Contact: contact}); kg.CodeOf(err) != kg.BadInput {
			t.Errorf("%q: %v", contact, err)
		}
	}
}

// TestCancelling ends a request under way, a pause and the places behind.
func TestCancelling(t *testing.T) {
	for _, where := range []string{"/hangs", "/robots.txt", "pause"} {
		t.Run(where, func(t *testing.T) {
			ctx, cancel := context.WithCancel(t.Context())
			hang := func(_ http.ResponseWriter, r *http.Request) { cancel(); <-r.Context().Done() }
			pages := map[string]http.HandlerFunc{"/news": text(story), where: hang}
			s := newSite(t, pages)
			c, err := New(Options{AllowPrivate: true})
			if err != nil {
				t.Fatal(err)
			}
			if where == "pause" {
				c.pause = 24 * time.Hour
				c.sleep = func(ctx context.Context, d time.Duration) error { cancel(); return sleep(ctx, d) }
			}
			for item := range c.Read(ctx, []string{s.URL + "/hangs", s.URL + "/news"}, nil) {
				t.Errorf("%+v", item)
			}
			if s.count("/news") != 0 {
				t.Errorf("asked for %v", s.asked)
			}
		})
	}
}

func FuzzRobots(f *testing.F) {
	for _, s := range []string{"User-agent: *\nDisallow: /", "disallow", "User-agent\tx\nCrawl-delay 1", "\ufeffUser-agent: Mueang\r\nAllow: /*$\rDisallow: %zz", ":", "a \x85", "Allow: /\xff%E"} {
		f.Add(s, "http://example.org/a?b#c")
	}
	f.Fuzz(func(t *testing.T, text, address string) {
		u, err := parseURL(address)
		if err != nil {
			return
		}
		allows(text, u)
		if delay := crawlDelay(text); delay < 0 || delay > longestDelay {
			t.Errorf("%q wants %s", text, delay)
		}
	})
}
