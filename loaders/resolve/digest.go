package resolve

import (
	"crypto/sha256"
	"encoding/hex"

	"mueang/graph/kg"
)

// Digest identifies a set of documents: two stores with the same documents,
// read by the same extractors, have the same whatever the order of arrival.
type Digest [sha256.Size / 2]byte

// ParseDigest reads what String wrote; anything else is the digest of no documents.
func ParseDigest(text string) (d Digest) {
	if b, err := hex.DecodeString(text); err == nil && len(b) == len(d) {
		copy(d[:], b)
	}
	return d
}

// Toggle puts a document into the set, or takes it out when it is there.
func (d *Digest) Toggle(document *kg.Document) {
	sum := sha256.Sum256([]byte(string(document.ID) + "\x00" + document.Hash + "\x00" + document.Reader))
	for i := range d {
		d[i] ^= sum[i]
	}
}

// String writes the digest in hexadecimal.
func (d Digest) String() string { return hex.EncodeToString(d[:]) }
