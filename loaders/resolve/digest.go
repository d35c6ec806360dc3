package resolve

import (
	"crypto/sha256"
	"encoding/hex"

	"mueang/graph/kg"
)

// Digest identifies a set of documents and standing acts: two stores with the
// same, read by the same extractors, have the same whatever the order of arrival.
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
	d.toggle(string(document.ID) + "\x00" + document.Hash + "\x00" + document.Reader)
}

// ToggleAct puts an act into the set, or takes it out when it is there.
func (d *Digest) ToggleAct(act kg.ID) { d.toggle(string(act)) }

func (d *Digest) toggle(text string) {
	sum := sha256.Sum256([]byte(text))
	for i := range d {
		d[i] ^= sum[i]
	}
}

// String writes the digest in hexadecimal.
func (d Digest) String() string { return hex.EncodeToString(d[:]) }
