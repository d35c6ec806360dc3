package graph

import (
	"encoding/base64"
	"encoding/binary"
	"strings"

	"mueang/graph/kg"
)

// cursorVersion is the first byte of a cursor. It rises when the meaning of
// the parts changes, so that old cursors are refused rather than misread.
const cursorVersion = 1

// maxCursor is the longest cursor that is read, in bytes.
const maxCursor = 8192

// appendCursor appends the cursor of a key: in base64url, the version, then
// each part after its length.
func appendCursor(dst []byte, key []string) []byte {
	var space [256]byte
	raw := append(space[:0], cursorVersion)
	for _, part := range key {
		raw = binary.AppendUvarint(raw, uint64(len(part)))
		raw = append(raw, part...)
	}
	return base64.RawURLEncoding.AppendEncode(dst, raw)
}

// parseCursor gives the key of a cursor.
// Errors: [kg.BadInput] for what no answer gave as a cursor.
func parseCursor(cursor string) ([]string, error) {
	bad := kg.Errorf(kg.BadInput, "", "that is no cursor of this server; take one from pageInfo or an edge")
	if len(cursor) > maxCursor || strings.ContainsAny(cursor, "\r\n") { // which base64 passes over
		return nil, bad
	}
	raw, err := base64.RawURLEncoding.Strict().DecodeString(cursor)
	if err != nil || len(raw) < 2 || raw[0] != cursorVersion {
		return nil, bad
	}
	var key []string
	for raw = raw[1:]; len(raw) > 0; {
		length, n := binary.Uvarint(raw)
		if n <= 0 || length > uint64(len(raw)-n) || n > 1 && length < 1<<(7*(n-1)) {
			return nil, bad
		}
		key = append(key, string(raw[n:n+int(length)]))
		raw = raw[n+int(length):]
	}
	return key, nil
}
