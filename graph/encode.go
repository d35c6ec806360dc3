package graph

import (
	"math"
	"strconv"
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
	key   string // the key in the answer
	json  string // `"key":`
	write func(*writer, T) bool
}

func (o object[T]) write(w *writer, value T) bool {
	w.buf = append(w.buf, '{')
	for i := range o {
		if i > 0 {
			w.buf = append(w.buf, ',')
		}
		w.buf = append(w.buf, o[i].json...)
		if !o[i].write(w, value) {
			return false
		}
	}
	w.buf = append(w.buf, '}')
	return true
}

// enter makes a key part of the path of errors until leave.
func (w *writer) enter(key string) { w.path = append(w.path, pathStep{key: key}) }

func (w *writer) leave() { w.path = w.path[:len(w.path)-1] }

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

// at writes under a key of the path.
func at[T any](key string, write func(*writer, T) bool) func(*writer, T) bool {
	return func(w *writer, value T) bool {
		w.enter(key)
		ok := write(w, value)
		w.leave()
		return ok
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
	w.leave()
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
	for i := 0; i < len(s); {
		b := s[i]
		if b < utf8.RuneSelf {
			if b >= 0x20 && b != '"' && b != '\\' {
				i++
				continue
			}
			buf = append(buf, s[start:i]...)
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
			i++
			start = i
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && size == 1 {
			buf = append(buf, s[start:i]...)
			buf = append(buf, "\ufffd"...)
			start = i + size
		}
		i += size
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
