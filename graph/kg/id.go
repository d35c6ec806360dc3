package kg

import (
	"crypto/sha256"
	"encoding/base32"
	"strings"
)

// ID is the opaque global identifier of an entity, document, fact or
// statement. It is ASCII, derived from content and never from a counter.
type ID string

var idEncoding = base32.NewEncoding("0123456789abcdefghjkmnpqrstvwxyz").WithPadding(base32.NoPadding)

// NewID derives an ID from its parts: the prefix, a hyphen and 80 bits of a
// SHA-256 over the parts. Equal parts give equal IDs, in any process.
func NewID(prefix string, parts ...string) ID {
	sum := sha256.New()
	for _, part := range parts {
		sum.Write([]byte(part))
		sum.Write([]byte{0})
	}
	return ID(prefix + "-" + idEncoding.EncodeToString(sum.Sum(nil)[:10]))
}

// Prefix gives what stands before the hyphen: the [Class] of an entity,
// "document", "fact", "statement".
func (id ID) Prefix() string {
	prefix, _, _ := strings.Cut(string(id), "-")
	return prefix
}
