package neo4j

import (
	"encoding/json"
	"fmt"

	"mueang/graph/kg"
)

// decoder reads the values of one answer. Its first error stays; what it gives
// after that is of no use. Bodies that occur several times are read once.
type decoder struct {
	entities  map[string]*kg.Entity
	documents map[string]*kg.Document
	facts     map[string]*kg.Fact
	cards     map[string]kg.Node
	err       error
}

func newDecoder() *decoder {
	return &decoder{entities: map[string]*kg.Entity{}, documents: map[string]*kg.Document{}, facts: map[string]*kg.Fact{}, cards: map[string]kg.Node{}}
}

func (d *decoder) fail(err error) {
	if d.err == nil {
		d.err = kg.Wrap(kg.Internal, "neo4j.Run", err)
	}
}

func as[T any](d *decoder, value any) T {
	v, ok := value.(T)
	if !ok {
		d.fail(fmt.Errorf("the answer has %T where %T belongs", value, v))
	}
	return v
}

// list reads a list; null is an empty one.
func (d *decoder) list(value any) []any {
	if value == nil {
		return nil
	}
	return as[[]any](d, value)
}

func (d *decoder) text(value any) string   { return as[string](d, value) }
func (d *decoder) number(value any) int64  { return as[int64](d, value) }
func (d *decoder) float(value any) float64 { return as[float64](d, value) }

// read reads a body, each once.
func read[R any](d *decoder, seen map[string]*R, body string) *R {
	if row, ok := seen[body]; ok {
		return row
	}
	row := new(R)
	if err := json.Unmarshal([]byte(body), row); err != nil {
		d.fail(err)
	}
	seen[body] = row
	return row
}

func (d *decoder) entity(body string) *kg.Entity { return read(d, d.entities, body) }

func (d *decoder) fact(body string) *kg.Fact { return read(d, d.facts, body) }

// document reads a document, whose text is not in its body.
func (d *decoder) document(body string) *kg.Document { return read(d, d.documents, body) }

func (d *decoder) statement(body string) kg.Statement {
	var s kg.Statement
	if err := json.Unmarshal([]byte(body), &s); err != nil {
		d.fail(err)
	}
	return s
}
