package web

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"golang.org/x/net/dns/dnsmessage"

	"mueang/graph/kg"
	"mueang/loaders/source"
)

// guarded makes a client with the guard on, for which the named servers alone
// count as public. Names are looked up at dns (nil: every name is 127.0.0.1).
func guarded(t *testing.T, dns *nameServer, public ...*httptest.Server) *Client {
	t.Helper()
	c := newClient(t, Options{})
	if dns == nil {
		dns = newNameServer(t, "127.0.0.1")
	}
	c.resolver = dns.resolver()
	allowed := map[netip.AddrPort]bool{}
	for _, s := range public {
		allowed[netip.MustParseAddrPort(s.Listener.Addr().String())] = true
	}
	c.check = func(to netip.AddrPort) error {
		if allowed[to] {
			return nil
		}
		return checkAddress(to)
	}
	return c
}

// newClient makes a client whose clock runs as it sleeps.
func newClient(t *testing.T, o Options) *Client {
	t.Helper()
	c, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	var mu sync.Mutex
	clock := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	c.now = func() time.Time { mu.Lock(); defer mu.Unlock(); return clock }
	c.sleep = func(ctx context.Context, d time.Duration) error {
		mu.Lock()
		defer mu.Unlock()
		clock = clock.Add(d)
		return ctx.Err()
	}
	t.Cleanup(c.http.CloseIdleConnections)
	return c
}

func read(t *testing.T, c *Client, places ...string) (items []source.Item) {
	t.Helper()
	for item := range c.Read(t.Context(), places, strings.NewReader("")) {
		items = append(items, item)
	}
	return items
}

// refusal reads one place and gives its error.
func refusal(t *testing.T, c *Client, place string) *kg.Error {
	t.Helper()
	items := read(t, c, place)
	if len(items) != 1 || items[0].Err == nil {
		t.Fatalf("%s was read: %+v", place, items)
	}
	e, ok := items[0].Err.(*kg.Error)
	if !ok {
		t.Fatalf("%s: %T %v", place, items[0].Err, items[0].Err)
	}
	return e
}

// counting serves every path and counts the requests.
func counting(t *testing.T) (*httptest.Server, *atomic.Int64) {
	var hits atomic.Int64
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		hits.Add(1)
		if r.URL.Path == "/robots.txt" {
			http.NotFound(w, r)
			return
		}
		fmt.Fprint(w, "a secret")
	}))
	t.Cleanup(s.Close)
	return s, &hits
}

func portOf(s *httptest.Server) string {
	_, port, _ := net.SplitHostPort(s.Listener.Addr().String())
	return port
}

// TestAddressesThatAreRefused asks for a server of this machine, and for
// others, in every spelling that some program understands.
func TestAddressesThatAreRefused(t *testing.T) {
	secret, hits := counting(t)
	dns := newNameServer(t, "127.0.0.1")
	dns.give("private.test.", [][]string{{"10.0.0.7"}})
	dns.give("six.test.", [][]string{{"::1"}})
	dns.give("metadata.test.", [][]string{{"169.254.169.254"}})
	dns.give("all.test.", [][]string{{"10.0.0.7", "192.168.0.1", "fd00::1"}})
	c := guarded(t, dns)
	port := portOf(secret)
	const loopback, odd = "loopback address", "its host is a number"
	for _, test := range []struct{ host, want string }{
		{"127.0.0.1", loopback}, {"127.0.0.1.", odd}, {"127.255.255.254", loopback},
		{"localhost", loopback}, {"LocalHost", loopback}, {"anything.localhost", loopback},
		{"127.1", odd}, {"127.0.1", odd}, {"2130706433", odd}, {"2130706433.", odd}, {"0x7f000001", odd}, {"0X7F.0.0.1", odd}, {"0x7f.1", odd},
		{"0177.0.0.1", odd}, {"017700000001", odd}, {"127.0.0.01", odd}, {"127.0.0.0x1", odd}, {"0", odd}, {"999.0.0.1", odd}, {"127.0.0.1.1", odd}, {"0x", odd},
		{"１２７.０.０.１", loopback}, {"127。0。0。1", loopback},
		{"%31%32%37.0.0.1", "is no address"},
		{"[::1]", loopback}, {"[0:0:0:0:0:0:0:1]", loopback}, {"[0000::0001]", loopback},
		{"[::ffff:127.0.0.1]", loopback}, {"[::ffff:7f00:1]", loopback}, {"[0:0:0:0:0:ffff:7f00:0001]", loopback},
		{"[::127.0.0.1]", "special-purpose"}, {"[::7f00:1]", "special-purpose"},
		{"[::1%25lo]", loopback}, {"[fe80::1%25eth0]", "link-local"}, {"[fe80::1%25lo]", "link-local"}, {"[fe80::1]", "link-local"}, {"[fc00::1%25lo]", "private"},
		{"0.0.0.0", "unspecified"}, {"[::]", "unspecified"}, {"0.1.2.3", "unspecified"}, {"[::ffff:0.0.0.0]", "unspecified"},
		{"10.0.0.1", "private"}, {"172.16.0.1", "private"}, {"172.31.255.255", "private"}, {"192.168.1.1", "private"}, {"[::ffff:10.0.0.1]", "private"},
		{"[fd12:3456::1]", "private"}, {"[fc00::1]", "private"}, {"[fec0::1]", "private"},
		{"100.64.0.1", "carrier-grade"}, {"100.127.255.255", "carrier-grade"}, {"100.100.100.200", "carrier-grade"},
		{"169.254.169.254", "metadata"}, {"[::ffff:169.254.169.254]", "metadata"}, {"[::ffff:a9fe:a9fe]", "metadata"}, {"169.254.170.2", "metadata"}, {"168.63.129.16", "metadata"}, {"192.0.0.192", "special-purpose"}, {"[fd00:ec2::254]", "private"},
		{"[64:ff9b::7f00:1]", "NAT64"}, {"[64:ff9b::127.0.0.1]", "NAT64"}, {"[64:ff9b::8.8.8.8]", "NAT64"}, {"[64:ff9b:1::a00:1]", "NAT64"},
		{"[2002:7f00:1::]", "6to4"}, {"[2001:0:4136:e378:8000:63bf:3fff:fdd2]", "special-purpose"}, {"192.88.99.1", "6to4"},
		{"224.0.0.1", "multicast"}, {"239.255.255.250", "multicast"}, {"[ff02::1]", "multicast"}, {"[ff0e::1]", "multicast"},
		{"255.255.255.255", "broadcast"}, {"240.0.0.1", "reserved"}, {"198.18.0.1", "benchmark"}, {"198.19.255.255", "benchmark"},
		{"192.0.2.1", "documentation"}, {"198.51.100.1", "documentation"}, {"203.0.113.1", "documentation"}, {"[2001:db8::1]", "documentation"}, {"[3fff::1]", "documentation"},
		{"[100::1]", "special-purpose"}, {"[4000::1]", "special-purpose"}, {"[5f00::1]", "special-purpose"},
		{"some.test", loopback}, {"private.test", "10.0.0.7, a private"}, {"six.test", loopback}, {"metadata.test", "metadata"}, {"all.test", "private"},
	} {
		for _, address := range []string{"http://" + test.host + ":" + port + "/news", "http://" + test.host + "/", "https://" + test.host + "/news"} {
			e := refusal(t, c, address)
			if e.Code != kg.BadInput || !strings.Contains(e.Msg, test.want) || !strings.HasPrefix(e.Msg, address+": ") {
				t.Errorf("%s: %s %s; want %q", address, e.Code, e.Msg, test.want)
			}
		}
	}
	if n := hits.Load(); n != 0 {
		t.Errorf("the server had %d requests", n)
	}
}

func TestAddressesThatAreNoneOfTheWeb(t *testing.T) {
	c := guarded(t, nil)
	for _, test := range []struct{ address, want string }{
		{"file:///etc/passwd", "no http"}, {"ftp://example.org/a", "no http"}, {"gopher://example.org/", "no http"}, {"javascript://x/%0aalert(1)", "no http"}, {"://x", "is no address"},
		{"http://", "names no host"}, {"http:///news", "names no host"}, {"http://:80/", "names no host"}, {"http://a b/", "is no address"}, {"http://example.org:x/", "is no address"}, {"http://[::1/", "is no address"},
		{"https://example.org/" + strings.Repeat("a", longestURL), "longer than"},
		{"http://8.8.8.8:22/", "port 22"}, {"http://8.8.8.8:6379/", "port 6379"}, {"https://[2001:4860:4860::8888]:8443/", "port 8443"}, {"http://8.8.8.8:0/", "port 0"},
	} {
		if e := refusal(t, c, test.address); e.Code != kg.BadInput || !strings.Contains(e.Msg, test.want) {
			t.Errorf("%.60s: %s %s; want %q", test.address, e.Code, e.Msg, test.want)
		}
	}
	for _, address := range []string{"http://somchai:hunter2@example.org/", "http://hunter2@example.org/", "http://:hunter2@example.org/", "http://a:hunter2@x:y/", "http://a:hunter2@exam ple/", "http://a:hun/hunter2@example.org/"} {
		if e := refusal(t, c, address); strings.Contains(e.Error(), "hunter2") {
			t.Errorf("the password is in %v", e)
		}
	}
}

func TestPublicAddresses(t *testing.T) {
	for _, address := range []string{"8.8.8.8", "1.1.1.1", "11.0.0.1", "100.63.255.255", "100.128.0.1", "126.255.255.255", "128.0.0.1", "169.253.255.255", "172.15.255.255", "172.32.0.1",
		"192.0.1.1", "192.167.255.255", "192.169.0.1", "198.17.255.255", "198.20.0.1", "203.150.0.1", "223.255.255.255", "::ffff:8.8.8.8", "2001:4860:4860::8888", "2404:6800::1", "2600::1"} {
		if err := checkAddress(netip.AddrPortFrom(netip.MustParseAddr(address), 443)); err != nil {
			t.Errorf("%s: %v", address, err)
		}
	}
}

// TestRedirectsToRefusedAddresses follows redirects of a public server.
func TestRedirectsToRefusedAddresses(t *testing.T) {
	secret, hits := counting(t)
	dns := newNameServer(t, "127.0.0.1")
	var to string
	var status int
	public := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/robots.txt":
			http.NotFound(w, r)
		case "/chain":
			http.Redirect(w, r, "/news", http.StatusFound)
		default:
			w.Header().Set("Location", to)
			w.WriteHeader(status)
		}
	}))
	defer public.Close()
	port := portOf(secret)
	for _, status = range []int{301, 302, 303, 307, 308} {
		for _, test := range []struct{ to, want string }{
			{secret.URL, "loopback"}, {"//127.0.0.1:" + port + "/", "loopback"}, {"http://localhost:" + port + "/", "loopback"}, {"http://some.test:" + port, "loopback"}, {"http://[::ffff:127.0.0.1]:" + port, "loopback"},
			{"http://2130706433:" + port, "is a number"}, {"http://0x7f.1:" + port, "is a number"}, {"http://169.254.169.254/latest/meta-data/", "metadata"}, {"http://[fd00:ec2::254]/", "private"},
			{"file:///etc/passwd", "no http"}, {"http://u:hunter2@8.8.8.8/", "holds a name"}, {"http://8.8.8.8:22/", "port 22"},
		} {
			to = test.to
			for _, path := range []string{"/news", "/chain"} {
				e := refusal(t, guarded(t, dns, public), public.URL+path)
				if !strings.Contains(e.Msg, "redirects to ") || !strings.Contains(e.Msg, test.want) || strings.Contains(e.Msg, "hunter2") {
					t.Errorf("%d from %s to %s: %s", status, path, test.to, e.Msg)
				}
			}
		}
	}
	if n := hits.Load(); n != 0 {
		t.Errorf("the server had %d requests", n)
	}
}

// TestRobotsThatRedirectToRefusedAddresses: nor may the robots.txt of a public
// server lead to one of this machine, and what it is to allow is not fetched.
func TestRobotsThatRedirectToRefusedAddresses(t *testing.T) {
	secret, hits := counting(t)
	pages := 0
	public := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			http.Redirect(w, r, secret.URL+"/robots.txt", http.StatusFound)
			return
		}
		pages++
	}))
	defer public.Close()
	e := refusal(t, guarded(t, nil, public), public.URL+"/news")
	if !strings.Contains(e.Msg, "loopback") || hits.Load() != 0 || pages != 0 {
		t.Errorf("%s; %d requests to the secret, %d for pages", e.Msg, hits.Load(), pages)
	}
}

// TestFeedsThatPointToRefusedAddresses: the entries of a feed are not trusted
// more than its redirects.
func TestFeedsThatPointToRefusedAddresses(t *testing.T) {
	secret, hits := counting(t)
	public := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintf(w, `<rss version="2.0"><channel><item><title>A</title><link>%s/a</link></item><item><title>B</title><link>http://169.254.169.254/</link></item></channel></rss>`, secret.URL)
	}))
	defer public.Close()
	items := read(t, guarded(t, nil, public), public.URL+"/feed")
	if len(items) != 2 || items[0].Err == nil || items[1].Err == nil || !strings.Contains(items[0].Err.Error(), "loopback") || !strings.Contains(items[1].Err.Error(), "metadata") || hits.Load() != 0 {
		t.Errorf("%+v; %d requests", items, hits.Load())
	}
}

// TestNamesThatChangeTheirMeaning: a name whose first look-up gives a public
// address and whose second gives one of this machine is asked at the first and
// refused at the second.
func TestNamesThatChangeTheirMeaning(t *testing.T) {
	var asked []string
	public := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked = append(asked, r.URL.Path)
		http.NotFound(w, r)
	}))
	public.Config.SetKeepAlivesEnabled(false) // so that each request dials
	public.Start()
	defer public.Close()
	dns := newNameServer(t, "127.0.0.1")
	dns.give("rebind.test.", [][]string{{"127.0.0.1"}, {"127.0.0.2"}})
	e := refusal(t, guarded(t, dns, public), "http://rebind.test:"+portOf(public)+"/news")
	if !strings.Contains(e.Msg, "leads to 127.0.0.2, a loopback address") || fmt.Sprint(asked) != "[/robots.txt]" {
		t.Errorf("%s; asked for %v", e.Msg, asked)
	}
}

// TestNamesWithAddressesOfBothKinds: of several addresses of a name, the public
// ones alone are connected to.
func TestNamesWithAddressesOfBothKinds(t *testing.T) {
	public, hits := counting(t)
	dns := newNameServer(t, "127.0.0.1")
	dns.give("mixed.test.", [][]string{{"127.0.0.2", "127.0.0.1", "10.0.0.7"}})
	var tried []string
	c := guarded(t, dns, public)
	check := c.check
	c.check = func(to netip.AddrPort) error {
		err := check(to)
		tried = append(tried, fmt.Sprintf("%s %t", to.Addr(), err == nil))
		return err
	}
	items := read(t, c, "http://mixed.test:"+portOf(public)+"/news")
	if len(items) != 1 || items[0].Document.Text != "a secret" || hits.Load() != 2 {
		t.Errorf("%+v, %d requests", items, hits.Load())
	}
	if got := fmt.Sprint(tried); !strings.Contains(got, "127.0.0.1 true") || strings.Contains(got, "127.0.0.2 true") || strings.Contains(got, "10.0.0.7 true") {
		t.Errorf("tried %v", tried)
	}
}

func TestAllowPrivate(t *testing.T) {
	server, _ := counting(t)
	items := read(t, newClient(t, Options{AllowPrivate: true}), server.URL+"/news")
	if len(items) != 1 || items[0].Err != nil || items[0].Document.Text != "a secret" || items[0].Document.URL != server.URL+"/news" {
		t.Errorf("%+v", items)
	}
}

// TestProxiesAreNotUsed: one would connect where the guard does not stand.
func TestProxiesAreNotUsed(t *testing.T) {
	if newClient(t, Options{}).http.Transport.(*http.Transport).Proxy != nil {
		t.Error("a proxy may be used")
	}
}

// nameServer is a DNS server that gives the answers of a name in turn, the last
// of them for ever.
type nameServer struct {
	conn     net.PacketConn
	mu       sync.Mutex
	answers  map[string][][]string
	fallback []string
}

func newNameServer(t *testing.T, fallback ...string) *nameServer {
	t.Helper()
	conn, err := net.ListenPacket("udp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	s := &nameServer{conn: conn, answers: map[string][][]string{}, fallback: fallback}
	go s.serve()
	return s
}

func (s *nameServer) resolver() *net.Resolver {
	return &net.Resolver{PreferGo: true, Dial: func(ctx context.Context, _, _ string) (net.Conn, error) {
		return new(net.Dialer).DialContext(ctx, "udp", s.conn.LocalAddr().String())
	}}
}

func (s *nameServer) serve() {
	buffer := make([]byte, 4096)
	for {
		n, from, err := s.conn.ReadFrom(buffer)
		if err != nil {
			return
		}
		var query dnsmessage.Message
		if query.Unpack(buffer[:n]) != nil || len(query.Questions) != 1 {
			continue
		}
		question := query.Questions[0]
		reply := dnsmessage.Message{Header: dnsmessage.Header{ID: query.ID, Response: true, RecursionAvailable: true}, Questions: query.Questions}
		for _, text := range s.answer(question) {
			address := netip.MustParseAddr(text)
			header := dnsmessage.ResourceHeader{Name: question.Name, Class: question.Class, Type: question.Type}
			switch {
			case address.Is4() && question.Type == dnsmessage.TypeA:
				reply.Answers = append(reply.Answers, dnsmessage.Resource{Header: header, Body: &dnsmessage.AResource{A: address.As4()}})
			case address.Is6() && question.Type == dnsmessage.TypeAAAA:
				reply.Answers = append(reply.Answers, dnsmessage.Resource{Header: header, Body: &dnsmessage.AAAAResource{AAAA: address.As16()}})
			}
		}
		if packed, err := reply.Pack(); err == nil {
			_, _ = s.conn.WriteTo(packed, from)
		}
	}
}

func (s *nameServer) give(name string, answers [][]string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.answers[name] = answers
}

func (s *nameServer) answer(question dnsmessage.Question) []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	left := s.answers[strings.ToLower(question.Name.String())]
	if len(left) == 0 {
		return s.fallback
	}
	if question.Type == dnsmessage.TypeA && len(left) > 1 { // the look-up of IPv6 beside it does not count
		s.answers[question.Name.String()] = left[1:]
	}
	return left[0]
}
