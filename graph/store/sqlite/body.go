package sqlite

import (
	"bytes"
	"encoding/json"

	"mueang/graph/kg"
)

// encode writes a row as its body.
func encode(v any) (string, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return "", kg.Wrap(kg.BadInput, "sqlite.Apply", err)
	}
	return string(bytes.TrimSuffix(b.Bytes(), []byte("\n"))), nil
}

// decode reads a body.
func decode(body string, v any) error {
	return kg.Wrap(kg.Internal, "sqlite", json.Unmarshal([]byte(body), v))
}
