package reconcile

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"mueang/graph/kg"
)

// suggestion is what may be meant by the beginning of a name.
type suggestion struct {
	ID          string       `json:"id"`
	Name        string       `json:"name"`
	Description string       `json:"description,omitempty"`
	Notable     []entityType `json:"notable,omitempty"`
	Broader     []entityType `json:"broader,omitempty"`
}

func suggested(found []suggestion) any {
	if found == nil {
		found = []suggestion{}
	}
	return map[string]any{"result": found}
}

// prefixOf reads what is typed, and how many suggestions are passed over.
func prefixOf(form url.Values) (prefix string, cursor int, err error) {
	prefix = norm.NFC.String(strings.TrimSpace(form.Get("prefix")))
	if !utf8.ValidString(prefix) || utf8.RuneCountInString(prefix) > maxText {
		return "", 0, kg.Errorf(kg.BadInput, "", "prefix is a text of at most %d characters", maxText)
	}
	if text := form.Get("cursor"); text != "" {
		if cursor, err = strconv.Atoi(text); err != nil || cursor < 0 || cursor > maxCursor {
			return "", 0, kg.Errorf(kg.BadInput, "", "cursor is a whole number from 0 to %d", maxCursor)
		}
	}
	return prefix, cursor, nil
}

// page gives the suggestions after a cursor.
func page(all []suggestion, cursor int) []suggestion {
	all = all[min(cursor, len(all)):]
	return all[:min(len(all), suggestions)]
}

// suggestEntity suggests entities by any of their names, or by their id.
func (s *service) suggestEntity(r *http.Request, form url.Values) (any, error) {
	prefix, cursor, err := prefixOf(form)
	if err != nil {
		return nil, err
	}
	kinds := every
	if id := form.Get("type"); id != "" {
		one, err := typeNamed(id)
		if err != nil {
			return nil, err
		}
		kinds = one.kinds
	}
	var all []suggestion
	add := func(e *kg.Entity, matched string) {
		one := suggestion{ID: string(e.ID), Name: e.Name, Description: e.Description, Notable: typesOf(e.Kind)}
		if one.Description == "" && matched != "" && matched != e.Name {
			one.Description = matched
		}
		all = append(all, one)
	}
	if idPattern.MatchString(prefix) {
		result, err := s.store.Run(r.Context(), &kg.Plan{Root: kg.ByID{IDs: []kg.ID{kg.ID(prefix)}}, Shape: attributes})
		if err != nil {
			return nil, err
		}
		if node := result.Nodes[0]; node != nil && node.Entity != nil && types[node.Entity.Kind.Type()].ID != "" {
			add(node.Entity, "")
			return suggested(page(all, cursor)), nil
		}
	}
	_, name := kg.CutHonorific(prefix)
	key := kg.NameKey(name)
	if key == "" {
		return suggested(nil), nil
	}
	result, err := s.store.Run(r.Context(), &kg.Plan{Shape: attributes,
		Root: kg.Search{Whole: key, Terms: []string{key}, Names: true, Kinds: kinds, Page: kg.Page{First: cursor + suggestions}}})
	if err != nil {
		return nil, err
	}
	for _, edge := range result.Connection.Edges {
		add(edge.Node.Entity, edge.Matched)
	}
	return suggested(page(all, cursor)), nil
}

// begins reports whether an id or a word of a name begins with what is typed.
func begins(prefix, id, name string) bool {
	prefix = strings.ToLower(prefix)
	for _, word := range append(strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '(' }), id, name) {
		if strings.HasPrefix(strings.ToLower(word), prefix) {
			return true
		}
	}
	return false
}

// suggestType suggests types by their ids and names.
func (s *service) suggestType(_ *http.Request, form url.Values) (any, error) {
	prefix, cursor, err := prefixOf(form)
	if err != nil {
		return nil, err
	}
	var all []suggestion
	for _, id := range known {
		if one := types[id]; begins(prefix, id, one.Name) {
			all = append(all, suggestion{ID: id, Name: one.Name, Broader: one.Broader})
		}
	}
	return suggested(page(all, cursor)), nil
}

// suggestProperty suggests the properties that [service.extend] gives.
func (s *service) suggestProperty(_ *http.Request, form url.Values) (any, error) {
	prefix, cursor, err := prefixOf(form)
	if err != nil {
		return nil, err
	}
	var all []suggestion
	for _, p := range properties {
		if begins(prefix, p.ID, p.Name) {
			all = append(all, suggestion{ID: p.ID, Name: p.Name})
		}
	}
	return suggested(page(all, cursor)), nil
}
