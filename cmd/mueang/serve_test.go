package main

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"io"
	"math/big"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// asked posts an operation and gives the status and the body of the answer.
func asked(t *testing.T, base, operation string) (int, string) {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, base+"/graphql", strings.NewReader(operation))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Accept", "application/graphql-response+json")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, string(body)
}

// TestTrustedDocuments serves the documents of a file, and refuses files that
// are none.
func TestTrustedDocuments(t *testing.T) {
	dir := t.TempDir()
	where := "sqlite:" + filepath.Join(dir, "x.db")
	file := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	base := serve(t, where, "--trusted-documents", file("good.json", `{"a1": "{ people { totalCount } }"}`))
	for operation, status := range map[string]int{`{"documentId": "a1"}`: http.StatusOK, `{"query": "{ people { totalCount } }"}`: http.StatusOK, `{"query": "{ __typename }"}`: http.StatusForbidden} {
		if got, body := asked(t, base, operation); got != status {
			t.Errorf("%s: %d %s", operation, got, body)
		}
	}
	for _, test := range []struct{ path, says string }{
		{filepath.Join(dir, "none.json"), "cannot read"},
		{file("list.json", `["{ people { totalCount } }"]`), "is not a JSON object"},
		{file("empty.json", `{}`), "is not a JSON object"},
		{file("other.json", `{"b2": "{ persons }"}`), `the trusted document "b2" is not of this server's schema`},
	} {
		if code, _, stderr := run(t, "", "--store", where, "serve", "--listen", "127.0.0.1:0", "--trusted-documents", test.path); code != exitFailed || !strings.Contains(stderr, test.says) {
			t.Errorf("%s: exit code %d, %s", test.path, code, stderr)
		}
	}
}

// TestWhatIsOpen holds that GraphiQL and introspection are there on loopback,
// and where a flag says so.
func TestWhatIsOpen(t *testing.T) {
	where := "sqlite:" + filepath.Join(t.TempDir(), "x.db")
	const schema = `{"query": "{ __schema { queryType { name } } }"}`
	for _, flag := range []string{"", "--graphiql=false", "--introspection=false"} {
		var flags []string
		if flag != "" {
			flags = append(flags, flag)
		}
		base := serve(t, where, flags...)
		response, err := http.Get(base + "/graphiql")
		if err != nil {
			t.Fatal(err)
		}
		page, err := io.ReadAll(response.Body)
		response.Body.Close()
		if err != nil {
			t.Fatal(err)
		}
		if has := strings.Contains(string(page), "GraphiQL"); has == (flag == "--graphiql=false") {
			t.Errorf("%q: GraphiQL is served: %v", flag, has)
		}
		_, body := asked(t, base, schema)
		if told := strings.Contains(body, `"Query"`); told == (flag == "--introspection=false") {
			t.Errorf("%q: %s", flag, body)
		}
	}
	for address, loopback := range map[string]bool{"127.0.0.1": true, "::1": true, "0.0.0.0": false, "10.1.2.3": false} {
		if isLoopback(&net.TCPAddr{IP: net.ParseIP(address)}) != loopback {
			t.Errorf("%s is loopback: %v", address, !loopback)
		}
	}
}

// certify writes a certificate for 127.0.0.1 with its key, of a serial number.
func certify(t *testing.T, certFile, keyFile string, serial int64) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{SerialNumber: big.NewInt(serial), NotAfter: time.Now().Add(time.Hour), IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}}
	cert, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	secret, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	for path, block := range map[string]*pem.Block{certFile: {Type: "CERTIFICATE", Bytes: cert}, keyFile: {Type: "PRIVATE KEY", Bytes: secret}} {
		if err := os.WriteFile(path, pem.EncodeToMemory(block), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Chtimes(certFile, time.Time{}, time.Unix(serial*1000, 0)); err != nil {
		t.Fatal(err)
	}
}

// TestTLS serves by https, and a renewed certificate without a restart.
func TestTLS(t *testing.T) {
	dir := t.TempDir()
	where, cert, key := "sqlite:"+filepath.Join(dir, "x.db"), filepath.Join(dir, "cert.pem"), filepath.Join(dir, "key.pem")
	certify(t, cert, key, 1)
	base := strings.Replace(serve(t, where, "--tls-cert", cert, "--tls-key", key), "http://", "https://", 1)
	ask := func(serial int64, header string) {
		t.Helper()
		client := &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}, DisableKeepAlives: true}}
		response, err := client.Get(base + "/healthz")
		if err != nil {
			t.Fatal(err)
		}
		defer response.Body.Close()
		if got := response.TLS.PeerCertificates[0].SerialNumber.Int64(); got != serial || response.Header.Get("Strict-Transport-Security") == "" {
			t.Errorf("%s: certificate %d, %v", header, got, response.Header)
		}
	}
	ask(1, "the first")
	certify(t, cert, key, 2)
	ask(2, "renewed")
	if err := os.WriteFile(cert, []byte("half"), 0o600); err != nil {
		t.Fatal(err)
	}
	ask(2, "while the files are written")
	for _, test := range []struct {
		flags []string
		code  int
		says  string
	}{
		{[]string{"--tls-cert", cert}, exitUsage, "go together"},
		{[]string{"--tls-cert", cert, "--tls-key", key}, exitFailed, "cannot use the certificate"},
		{[]string{"--tls-cert", filepath.Join(dir, "none"), "--tls-key", key}, exitFailed, "cannot use the certificate"},
		{[]string{"--max-concurrent", "0"}, exitUsage, "--max-concurrent"},
		{[]string{"--trusted-proxy", "10.0.0.0/33"}, exitUsage, "10.0.0.0/33"},
	} {
		if code, _, stderr := run(t, "", append([]string{"--store", where, "serve", "--listen", "127.0.0.1:0"}, test.flags...)...); code != test.code || !strings.Contains(stderr, test.says) {
			t.Errorf("%v: exit code %d, %s", test.flags, code, stderr)
		}
	}
}

// TestServeRateLimit holds that the flags say how much, and who is a client.
func TestServeRateLimit(t *testing.T) {
	where := "sqlite:" + filepath.Join(t.TempDir(), "x.db")
	base := serve(t, where, "--rate-limit", "100", "--trusted-proxy", "127.0.0.1")
	for i, test := range []struct {
		from   string
		status int
	}{{"192.0.2.1", 200}, {"192.0.2.1", 429}, {"192.0.2.2", 200}} {
		request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, base+"/graphql", strings.NewReader(`{"query": "{ people(first: 100) { nodes { id } } }"}`))
		if err != nil {
			t.Fatal(err)
		}
		request.Header.Set("Content-Type", "application/json")
		request.Header.Set("X-Forwarded-For", test.from)
		response, err := http.DefaultClient.Do(request)
		if err != nil {
			t.Fatal(err)
		}
		response.Body.Close()
		if response.StatusCode != test.status || response.Header.Get("RateLimit-Policy") == "" {
			t.Errorf("the request %d: %d %v", i, response.StatusCode, response.Header)
		}
	}
	if code, body := asked(t, serve(t, where), `{"query": "{ rateLimit { cost } }"}`); code != 200 || !strings.Contains(body, `"rateLimit":null`) {
		t.Errorf("on loopback without a flag: %d %s", code, body)
	}
}
