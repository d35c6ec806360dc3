package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
)

// TestLoadingFromTheWeb loads a feed and what its entries point to, and again.
func TestLoadingFromTheWeb(t *testing.T) {
	release := "นายสมชาย ใจดี นายกเทศมนตรีเมืองนาทอง เป็นประธานการประชุมคณะกรรมการเมืองอัจฉริยะ เมื่อวันที่ 3 มกราคม 2562 ณ ห้องประชุมสำนักงานเทศบาลเมืองนาทอง"
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/feed":
			fmt.Fprintf(w, `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><item><link>/full</link><content:encoded>%s</content:encoded></item><item><link>/text</link></item><item><link>/none</link></item></channel></rss>`, release)
		case "/text":
			fmt.Fprint(w, "English text of a release.")
		case "/robots.txt":
			fmt.Fprint(w, "User-agent: *\nDisallow: /closed\n")
		default:
			http.NotFound(w, r)
		}
	}))
	defer server.Close()
	store := "sqlite:" + filepath.Join(t.TempDir(), "mueang.db")
	for _, want := range []string{"2 new, 0 updated, 0 unchanged", "0 new, 0 updated, 2 unchanged"} {
		code, stdout, stderr := run(t, "", "--store", store, "load", "--allow-private", "--pause", "0s", server.URL+"/feed")
		if code != exitFailed || !strings.Contains(stdout, want) || !strings.Contains(stderr, server.URL+"/none: is not there (404 Not Found)") {
			t.Errorf("exit code %d\n%s\n%s\nwant %s", code, stdout, stderr, want)
		}
	}
	if out := must(t, "--store", store, "export", "--format", "jsonl"); !strings.Contains(out, server.URL+"/full") || !strings.Contains(out, server.URL+"/text") {
		t.Errorf("the export names no addresses: %s", out)
	}
	if out := must(t, "extract", "--allow-private", "--pause", "0s", server.URL+"/text"); !strings.Contains(out, `"url":"`+server.URL+`/text"`) {
		t.Errorf("extract: %s", out)
	}
	for _, test := range []struct {
		args []string
		code int
		want string
	}{
		{[]string{server.URL + "/feed"}, exitFailed, "127.0.0.1, a loopback address, and only public ones are fetched from: --allow-private allows it"},
		{[]string{"--allow-private", server.URL + "/closed"}, exitFailed, "/robots.txt asks programs not to fetch it"},
		{[]string{"ftp://example.org/a"}, exitFailed, "is no http or https address"},
		{[]string{"--pause", "-1s", server.URL}, exitUsage, "--pause"},
		{[]string{"--contact", "a\nb", server.URL}, exitFailed, "the contact stands in a header"},
	} {
		if code, _, stderr := run(t, "", append([]string{"--store", store, "load"}, test.args...)...); code != test.code || !strings.Contains(stderr, test.want) {
			t.Errorf("%v: exit code %d, %s; want %d, %q", test.args, code, stderr, test.code, test.want)
		}
	}
}
