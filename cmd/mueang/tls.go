package main

import (
	"crypto/tls"
	"os"
	"sync"
	"time"

	"mueang/graph/kg"
)

// tlsConfig serves the certificate of two files; nil for none.
// Errors: [kg.BadInput] where they are not a certificate and its key.
func tlsConfig(certFile, keyFile string) (*tls.Config, error) {
	if certFile == "" && keyFile == "" {
		return nil, nil
	}
	if certFile == "" || keyFile == "" {
		return nil, usageError{"--tls-cert and --tls-key go together"}
	}
	c := &certificate{certFile: certFile, keyFile: keyFile}
	if _, err := c.read(); err != nil {
		return nil, kg.Errorf(kg.BadInput, "", "cannot use the certificate: %v", err)
	}
	return &tls.Config{MinVersion: tls.VersionTLS12, GetCertificate: func(*tls.ClientHelloInfo) (*tls.Certificate, error) { return c.read() }}, nil
}

// certificate is read again when its file has changed, so that a renewed one
// needs no restart. While the files do not go together the one before is served.
type certificate struct {
	certFile, keyFile string

	mu      sync.Mutex
	served  *tls.Certificate
	changed time.Time
}

func (c *certificate) read() (*tls.Certificate, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	info, err := os.Stat(c.certFile)
	if err == nil && c.served != nil && info.ModTime().Equal(c.changed) {
		return c.served, nil
	}
	if err == nil {
		var pair tls.Certificate
		if pair, err = tls.LoadX509KeyPair(c.certFile, c.keyFile); err == nil {
			c.served, c.changed = &pair, info.ModTime()
		}
	}
	if c.served != nil {
		return c.served, nil
	}
	return nil, err
}
