package web

import (
	"context"
	"net/netip"
	"net/url"
	"regexp"
	"strings"
	"syscall"

	"mueang/graph/kg"
)

// The guard stands at two places. checkURL refuses what an address may not say;
// dialling refuses what its name leads to, on the address that is about to be
// connected to, so that redirects and names that change their meaning between
// two look-ups lead nowhere else.

// longestURL is how many bytes an address may have.
const longestURL = 4096

// parseURL reads an address.
// Errors: [kg.BadInput] where it is none that may be fetched.
func parseURL(address string) (*url.URL, error) {
	if len(address) > longestURL {
		return nil, kg.Errorf(kg.BadInput, "", "the address is longer than %d bytes: give a shorter one", longestURL)
	}
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil {
		return nil, kg.Errorf(kg.BadInput, "", "is no address: write it as https://HOST/PATH")
	}
	return u, checkURL(u)
}

func checkURL(u *url.URL) error {
	switch {
	case u.Scheme != "http" && u.Scheme != "https":
		return kg.Errorf(kg.BadInput, "", "is no http or https address: only these are fetched")
	case u.User != nil:
		return kg.Errorf(kg.BadInput, "", "holds a name or password: take it out of the address, or save the page and load the file")
	case u.Hostname() == "":
		return kg.Errorf(kg.BadInput, "", "names no host: write it as https://HOST/PATH")
	case oddNumber(u.Hostname()):
		return kg.Errorf(kg.BadInput, "", "its host is a number but no IP address: write four decimal numbers, as in 203.0.113.7, or a name")
	}
	return nil
}

// oddNumber reports whether a host ends in a number and is no dotted decimal
// address: 2130706433, 0177.0.0.1 and 0x7f.1 are 127.0.0.1 to some resolvers.
func oddNumber(host string) bool {
	if strings.Contains(host, ":") {
		return false
	}
	_, err := netip.ParseAddr(host)
	host = strings.TrimSuffix(host, ".")
	return err != nil && number.MatchString(host[strings.LastIndexByte(host, '.')+1:])
}

var number = regexp.MustCompile(`(?i)^(\d+|0x[0-9a-f]*)$`)

// credentials are what stands before the @ of an address.
var credentials = regexp.MustCompile(`//[^?#]*@`)

// shown gives an address as errors name it, without a password.
func shown(address string) string {
	if u, err := url.Parse(address); err == nil && u.User == nil {
		return address
	}
	return credentials.ReplaceAllLiteralString(address, "//…@")
}

// refused gives the ranges that are not of the public Internet, most of them
// from IANA's registries of special-purpose addresses, each with its name. Of
// IPv6, only 2000::/3 is public at all.
var refused = []struct {
	prefix netip.Prefix
	name   string
}{
	{netip.MustParsePrefix("0.0.0.0/8"), "unspecified"},
	{netip.MustParsePrefix("10.0.0.0/8"), "private"},
	{netip.MustParsePrefix("100.64.0.0/10"), "carrier-grade NAT"},
	{netip.MustParsePrefix("127.0.0.0/8"), "loopback"},
	{netip.MustParsePrefix("168.63.129.16/32"), "cloud metadata"},
	{netip.MustParsePrefix("169.254.0.0/16"), "link-local or cloud metadata"},
	{netip.MustParsePrefix("172.16.0.0/12"), "private"},
	{netip.MustParsePrefix("192.0.0.0/24"), "special-purpose"},
	{netip.MustParsePrefix("192.0.2.0/24"), "documentation"},
	{netip.MustParsePrefix("192.88.99.0/24"), "6to4 relay"},
	{netip.MustParsePrefix("192.168.0.0/16"), "private"},
	{netip.MustParsePrefix("198.18.0.0/15"), "benchmark"},
	{netip.MustParsePrefix("198.51.100.0/24"), "documentation"},
	{netip.MustParsePrefix("203.0.113.0/24"), "documentation"},
	{netip.MustParsePrefix("224.0.0.0/4"), "multicast"},
	{netip.MustParsePrefix("240.0.0.0/4"), "reserved or broadcast"},

	{netip.MustParsePrefix("::/128"), "unspecified"},
	{netip.MustParsePrefix("::1/128"), "loopback"},
	{netip.MustParsePrefix("64:ff9b::/96"), "NAT64"},
	{netip.MustParsePrefix("64:ff9b:1::/48"), "NAT64"},
	{netip.MustParsePrefix("2001::/23"), "special-purpose"}, // Teredo among it
	{netip.MustParsePrefix("2001:db8::/32"), "documentation"},
	{netip.MustParsePrefix("2002::/16"), "6to4"},
	{netip.MustParsePrefix("3fff::/20"), "documentation"},
	{netip.MustParsePrefix("fc00::/7"), "private"}, // fd00:ec2::254 among it, metadata
	{netip.MustParsePrefix("fe80::/10"), "link-local"},
	{netip.MustParsePrefix("fec0::/10"), "private"},
	{netip.MustParsePrefix("ff00::/8"), "multicast"},
}

var publicIPv6 = netip.MustParsePrefix("2000::/3")

// rangeOf names the range for which an address is refused, "" where it is
// public. An IPv4 address in IPv6 is judged as what it is.
func rangeOf(address netip.Addr) string {
	address = address.Unmap().WithZone("") // no prefix contains an address with a zone
	for _, r := range refused {
		if r.prefix.Contains(address) {
			return r.name
		}
	}
	if !address.Is4() && !publicIPv6.Contains(address) {
		return "special-purpose"
	}
	return ""
}

// checkAddress refuses to connect to what is not of the public Web.
func checkAddress(to netip.AddrPort) error {
	if name := rangeOf(to.Addr()); name != "" {
		return kg.Errorf(kg.BadInput, "", "leads to %s, a %s address, and only public ones are fetched from: --allow-private allows it", to.Addr(), name)
	}
	if to.Port() != 80 && to.Port() != 443 {
		return kg.Errorf(kg.BadInput, "", "leads to port %d, and only 80 and 443 are fetched from: --allow-private allows it", to.Port())
	}
	return nil
}

// control is called by the dialler with the address that it is about to connect to.
func (c *Client) control(_ context.Context, _, address string, _ syscall.RawConn) error {
	to, err := netip.ParseAddrPort(address)
	if err != nil {
		return kg.Errorf(kg.BadInput, "", "leads to %s, which is no address of the Internet", address)
	}
	return c.check(to)
}
