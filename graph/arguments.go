package graph

import (
	"encoding/json"
	"math"
	"reflect"
	"strconv"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"golang.org/x/text/unicode/norm"

	"mueang/graph/kg"
)

// The sizes of pages.
const (
	defaultPage = 20
	maxPage     = 100
)

// arguments are the arguments of one field. A getter gives the zero value for
// an argument that is absent or null. The first wrong argument is kept in err.
type arguments struct {
	c      *compiler
	cat    *catalog
	values map[string]any
	err    error
}

// arguments reads the arguments of a field, with their defaults.
func (c *compiler) arguments(f selected) *arguments {
	args := &arguments{c: c, cat: c.cat}
	for _, def := range f.Definition.Arguments {
		value := def.DefaultValue
		if arg := f.Arguments.ForName(def.Name); arg != nil {
			if _, bound := c.variables[arg.Value.Raw]; arg.Value.Kind != ast.Variable || bound {
				value = arg.Value
			}
		}
		if value == nil {
			continue
		}
		read, err := value.Value(c.variables)
		if err != nil {
			args.refuse(def.Name, "is out of range")
			continue
		}
		if read != nil {
			if args.values == nil {
				args.values = map[string]any{}
			}
			args.values[def.Name] = read
		}
	}
	return args
}

// refuse keeps that an argument is wrong.
func (a *arguments) refuse(name, format string, args ...any) {
	if a.err == nil {
		message := kg.Errorf(kg.BadInput, "", format, args...).Msg
		a.err = kg.Errorf(kg.BadInput, "", "%s: the argument %q %s", a.c.place(), name, message)
	}
}

// canonical gives a text that is equal for equal arguments.
func (a *arguments) canonical() string {
	if len(a.values) == 0 {
		return ""
	}
	text, err := json.Marshal(a.values)
	if err != nil {
		a.refuse("", "can not be read")
	}
	return string(text)
}

func (a *arguments) has(name string) bool { return a.values[name] != nil }

func (a *arguments) text(name string) string {
	if !a.has(name) {
		return ""
	}
	text, ok := asText(a.values[name])
	if !ok {
		a.refuse(name, "must be a text")
	}
	return text
}

// id gives an id; "" where absent.
func (a *arguments) id(name string) kg.ID { return kg.ID(a.text(name)) }

// texts gives a list of texts; nil where absent, of length 0 where empty.
func (a *arguments) texts(name string) []string {
	if !a.has(name) {
		return nil
	}
	items := asList(a.values[name])
	texts := make([]string, 0, len(items))
	for _, item := range items {
		text, ok := asText(item)
		if !ok {
			a.refuse(name, "must be a list of texts")
		}
		texts = append(texts, text)
	}
	return texts
}

// ids gives a list of ids of which there may be at most maxPage.
func (a *arguments) ids(name string, most int) []kg.ID {
	texts := a.texts(name)
	if len(texts) > most {
		a.refuse(name, "may have at most %d ids, not %d", most, len(texts))
	}
	return convert[kg.ID](texts)
}

// enums gives a list of values of an enum, each once; nil where absent.
func (a *arguments) enums(name, enum string) []string {
	texts := a.texts(name)
	var values []string
	seen := map[string]bool{}
	for _, text := range texts {
		if !a.cat.enums[enum][text] {
			a.refuse(name, "is not a value of %s: %q", enum, text)
		}
		if !seen[text] {
			seen[text] = true
			values = append(values, text)
		}
	}
	if texts != nil && values == nil {
		a.refuse(name, "is empty; leave it out for all")
	}
	return values
}

// int gives an integer from low to high; 0 where absent.
func (a *arguments) int(name string, low, high int) int {
	if !a.has(name) {
		return 0
	}
	n, ok := asInt(a.values[name])
	if !ok || n < int64(low) || n > int64(high) {
		a.refuse(name, "must be a whole number from %d to %d", low, high)
		return 0
	}
	return int(n)
}

// share gives a number from 0 to 1; 0 where absent.
func (a *arguments) share(name string) float64 {
	if !a.has(name) {
		return 0
	}
	f, ok := asFloat(a.values[name])
	if !ok || !(f >= 0 && f <= 1) {
		a.refuse(name, "must be a number from 0 to 1")
		return 0
	}
	return f
}

// date gives a date; the zero date where absent.
func (a *arguments) date(name string) kg.PartialDate {
	if !a.has(name) {
		return kg.PartialDate{}
	}
	date, err := asDate(a.values[name])
	if err != nil {
		a.refuse(name, "must be a date such as 2019-11-25, 2019-11 or 2019")
	}
	return date
}

// page gives the page that first, after, last and before ask for.
func (a *arguments) page() kg.Page {
	page := kg.Page{First: defaultPage}
	switch {
	case a.has("first") && a.has("last"):
		a.refuse("last", "can not stand beside first; give one of them")
	case a.has("last"):
		page = kg.Page{Last: a.int("last", 0, maxPage)}
	case a.has("first"):
		page.First = a.int("first", 0, maxPage)
	}
	page.After, page.Before = a.cursor("after"), a.cursor("before")
	return page
}

func (a *arguments) cursor(name string) []string {
	if !a.has(name) {
		return nil
	}
	key, err := parseCursor(a.text(name))
	if err != nil {
		a.refuse(name, "is no cursor of this server; take one from pageInfo or an edge")
	}
	return key
}

// order gives the order that orderBy asks for.
func (a *arguments) order() []kg.Order {
	if !a.has("orderBy") {
		return nil
	}
	order, _ := a.values["orderBy"].(map[string]any)
	field, _ := asText(order["field"])
	direction, given := asText(order["direction"])
	if !a.cat.enums["OrderField"][field] || given && !a.cat.enums["OrderDirection"][direction] {
		a.refuse("orderBy", "must have a field of the enum OrderField and a direction ASC or DESC")
	}
	return []kg.Order{{By: kg.OrderField(field), Desc: direction == "DESC"}}
}

// normal puts a text into the normal form in which names are kept.
func normal(text string) string { return norm.NFC.String(text) }

// asText reads a text, an id or an enum's value.
func asText(value any) (string, bool) {
	switch v := value.(type) {
	case string:
		return v, true
	case json.Number:
		return v.String(), true
	case int64:
		return strconv.FormatInt(v, 10), true
	}
	return "", false
}

// asInt reads a whole number, as the parser or a client's JSON gives it.
func asInt(value any) (int64, bool) {
	switch v := value.(type) {
	case int64:
		return v, true
	case int:
		return int64(v), true
	case float64:
		return int64(v), v == math.Trunc(v) && math.Abs(v) <= math.MaxInt32
	case json.Number:
		n, err := v.Int64()
		return n, err == nil
	case string: // the validator admits digits in a text
		n, err := strconv.ParseInt(v, 10, 64)
		return n, err == nil
	}
	return 0, false
}

func asFloat(value any) (float64, bool) {
	switch v := value.(type) {
	case float64:
		return v, true
	case json.Number:
		f, err := v.Float64()
		return f, err == nil
	case string:
		f, err := strconv.ParseFloat(v, 64)
		return f, err == nil
	}
	n, ok := asInt(value)
	return float64(n), ok
}

// asList reads a list; a value that is none is the list of itself.
func asList(value any) []any {
	if items, ok := value.([]any); ok {
		return items
	}
	list := reflect.ValueOf(value)
	if list.Kind() != reflect.Slice {
		return []any{value}
	}
	items := make([]any, list.Len())
	for i := range items {
		items[i] = list.Index(i).Interface()
	}
	return items
}

func asDate(value any) (kg.PartialDate, error) {
	text, _ := asText(value)
	return kg.ParseDate(strings.TrimSpace(text))
}

// convert changes the type of texts, nil staying nil.
func convert[To, From ~string](from []From) []To {
	if from == nil {
		return nil
	}
	to := make([]To, len(from))
	for i := range from {
		to[i] = To(from[i])
	}
	return to
}
