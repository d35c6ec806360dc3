package graph

import (
	"bytes"
	"io"
	"math"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/vektah/gqlparser/v2/ast"

	"mueang/graph/kg"
)

// writer writes an answer as JSON. What writes a value returns false when the
// value cannot be given although it may not be null; then what encloses it
// becomes null, up to the nearest that may (GraphQL specification, 6.4.4).
type writer struct {
	buf    []byte
	path   []pathStep
	errors []pathError
}

// maxKept is the largest buffer that is kept for the next answer, in bytes.
const maxKept = 1 << 20

var writers = sync.Pool{New: func() any { return &writer{buf: make([]byte, 0, 64<<10)} }}

// newWriter gives an empty writer.
func newWriter() *writer {
	w, _ := writers.Get().(*writer)
	w.buf, w.path, w.errors = w.buf[:0], w.path[:0], nil
	return w
}

// MarshalGQL writes the answer into the response, after which the writer is
// another's.
func (w *writer) MarshalGQL(out io.Writer) {
	if buffer, ok := out.(*bytes.Buffer); ok {
		buffer.Grow(len(w.buf) + 64)
	}
	// The response is a buffer, which takes everything.
	_, _ = out.Write(w.buf)
	if cap(w.buf) <= maxKept {
		writers.Put(w)
	}
}

// pathStep is a key of an object or, where the key is "", an index of a list.
type pathStep struct {
	key   string
	index int
}

// pathError is an error at a place of the answer.
type pathError struct {
	path ast.Path
	err  error
}

// object writes a GraphQL object from a value of type T.
type object[T any] []property[T]

// property is one key of an object.
type property[T any] struct {
	key      string // the key in the answer
	json     string // `"key":`
	nullable bool
	write    func(*writer, T) bool
}

func (o object[T]) write(w *writer, value T) bool {
	w.buf = append(w.buf, '{')
	depth := len(w.path)
	w.path = append(w.path, pathStep{})
	for i := range o {
		p := &o[i]
		if i > 0 {
			w.buf = append(w.buf, ',')
		}
		w.buf = append(w.buf, p.json...)
		w.path[depth].key = p.key
		if start := len(w.buf); !p.write(w, value) {
			if !p.nullable {
				w.path = w.path[:depth]
				return false
			}
			w.buf = append(w.buf[:start], "null"...)
		}
	}
	w.path = w.path[:depth]
	w.buf = append(w.buf, '}')
	return true
}

// orNull writes what may be null: null when the value cannot be given.
func orNull[T any](write func(*writer, T) bool) func(*writer, T) bool {
	return func(w *writer, value T) bool {
		start := len(w.buf)
		if !write(w, value) {
			w.buf = append(w.buf[:start], "null"...)
		}
		return true
	}
}

// of writes a part of a value.
func of[T, Part any](part func(T) Part, write func(*writer, Part) bool) func(*writer, T) bool {
	return func(w *writer, value T) bool { return write(w, part(value)) }
}

// optional writes null for a nil pointer.
func optional[T any](write func(*writer, *T) bool) func(*writer, *T) bool {
	return func(w *writer, value *T) bool {
		if value == nil {
			return w.null()
		}
		return write(w, value)
	}
}

// list writes a list whose items may not be null.
func list[T any](w *writer, items []T, write func(*writer, *T) bool) bool {
	w.buf = append(w.buf, '[')
	w.path = append(w.path, pathStep{})
	depth := len(w.path)
	ok := true
	for i := range items {
		if i > 0 {
			w.buf = append(w.buf, ',')
		}
		w.path[depth-1].index = i
		if ok = write(w, &items[i]); !ok {
			break
		}
	}
	w.path = w.path[:depth-1]
	w.buf = append(w.buf, ']')
	return ok
}

// listOf makes a writer of a list out of one of its items.
func listOf[T any](write func(*writer, *T) bool) func(*writer, []T) bool {
	return func(w *writer, items []T) bool { return list(w, items, write) }
}

// fail notes an error at the present path and gives false.
func (w *writer) fail(format string, args ...any) bool {
	path := make(ast.Path, len(w.path))
	for i, step := range w.path {
		if step.key == "" {
			path[i] = ast.PathIndex(step.index)
		} else {
			path[i] = ast.PathName(step.key)
		}
	}
	w.errors = append(w.errors, pathError{path, kg.Errorf(kg.Internal, "graph.encode", format, args...)})
	return false
}

func (w *writer) null() bool {
	w.buf = append(w.buf, "null"...)
	return true
}

func (w *writer) bool(b bool) bool {
	w.buf = strconv.AppendBool(w.buf, b)
	return true
}

func (w *writer) int(n int) bool {
	if n > math.MaxInt32 || n < math.MinInt32 {
		return w.fail("%d is too large for the Int of GraphQL", n)
	}
	w.buf = strconv.AppendInt(w.buf, int64(n), 10)
	return true
}

// intOrNull writes null for 0, where that means absent.
func (w *writer) intOrNull(n int) bool {
	if n == 0 {
		return w.null()
	}
	return w.int(n)
}

func (w *writer) float(f float64) bool {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return w.fail("%v is no number that GraphQL knows", f)
	}
	format := byte('f')
	if abs := math.Abs(f); abs != 0 && (abs < 1e-6 || abs >= 1e21) {
		format = 'e'
	}
	w.buf = strconv.AppendFloat(w.buf, f, format, -1, 64)
	return true
}

// textOrNull writes null for "", which means absent.
func (w *writer) textOrNull(s string) bool {
	if s == "" {
		return w.null()
	}
	return w.text(s)
}

const hexadecimal = "0123456789abcdef"

// text writes a JSON string; what is not UTF-8 becomes U+FFFD.
func (w *writer) text(s string) bool {
	buf := append(w.buf, '"')
	start := 0
	var bits byte // all bytes of s together: from 0x80 on, some are not ASCII
	for i := range len(s) {
		b := s[i]
		bits |= b
		if b >= 0x20 && b != '"' && b != '\\' {
			continue
		}
		buf = append(buf, s[start:i]...)
		start = i + 1
		switch b {
		case '"', '\\':
			buf = append(buf, '\\', b)
		case '\n':
			buf = append(buf, '\\', 'n')
		case '\r':
			buf = append(buf, '\\', 'r')
		case '\t':
			buf = append(buf, '\\', 't')
		default:
			buf = append(buf, '\\', 'u', '0', '0', hexadecimal[b>>4], hexadecimal[b&15])
		}
	}
	if bits >= utf8.RuneSelf && !utf8.ValidString(s) {
		return w.text(strings.ToValidUTF8(s, "\ufffd"))
	}
	buf = append(buf, s[start:]...)
	w.buf = append(buf, '"')
	return true
}

// enum writes a value of an enum.
func (w *writer) enum(values map[string]bool, value string) bool {
	if !values[value] {
		return w.fail("the store has the value %q, which the schema lacks", value)
	}
	w.buf = append(w.buf, '"')
	w.buf = append(w.buf, value...)
	w.buf = append(w.buf, '"')
	return true
}

// enumOrNull writes null for "", which means absent, and for a value that the
// schema lacks, with an error.
func (w *writer) enumOrNull(values map[string]bool, value string) bool {
	if value == "" || !w.enum(values, value) {
		return w.null()
	}
	return true
}

// cursor writes the cursor of a key.
func (w *writer) cursor(key []string) bool {
	w.buf = append(w.buf, '"')
	w.buf = appendCursor(w.buf, key)
	w.buf = append(w.buf, '"')
	return true
}
