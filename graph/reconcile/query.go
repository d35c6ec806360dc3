package reconcile

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"mueang/graph/kg"
)

// query is one of a batch.
type query struct {
	text  string
	kinds []kg.Kind // that are asked for; every one of them where no type is named
	typed bool      // a type is named
	loose bool      // type_strict "should": entities of other types are candidates too
	limit int
}

// parseBatch reads a batch of queries: an object of ids and queries in JSON.
// Errors: [kg.BadInput] with the id of the query that is wrong.
func parseBatch(text string) (map[string]query, error) {
	var batch map[string]struct {
		Query      *string          `json:"query"`
		Type       json.RawMessage  `json:"type"`
		TypeStrict string           `json:"type_strict"`
		Limit      *json.Number     `json:"limit"`
		Properties *json.RawMessage `json:"properties"`
	}
	if !utf8.ValidString(text) || json.Unmarshal([]byte(text), &batch) != nil || batch == nil {
		return nil, kg.Errorf(kg.BadInput, "", `queries is not an object of queries in JSON, such as {"q0": {"query": "ดีป้า"}}`)
	}
	if len(batch) > maxQueries {
		return nil, tooLarge("a batch may have %d queries", maxQueries)
	}
	queries := make(map[string]query, len(batch))
	for _, id := range slices.Sorted(maps.Keys(batch)) {
		sent := batch[id]
		bad := func(format string, args ...any) error {
			return kg.Errorf(kg.BadInput, "", "query %q: %s", short(id, 60), fmt.Sprintf(format, args...))
		}
		if sent.Query == nil && sent.Properties == nil {
			return nil, bad("it has no query")
		}
		q := query{kinds: every, limit: usualCandidates}
		if sent.Query != nil {
			q.text = norm.NFC.String(*sent.Query)
		}
		if utf8.RuneCountInString(q.text) > maxText {
			return nil, bad("it may have at most %d characters", maxText)
		}
		if sent.Limit != nil {
			limit, err := sent.Limit.Float64()
			if err != nil || limit < 1 || limit > maxCandidates || limit != float64(int(limit)) {
				return nil, bad("limit is a whole number from 1 to %d", maxCandidates)
			}
			q.limit = int(limit)
		}
		named, err := typesIn(sent.Type)
		if err != nil {
			return nil, bad("%s", kgMessage(err))
		}
		switch sent.TypeStrict {
		case "", "any", "should", "all":
		default:
			return nil, bad("type_strict is any, should or all")
		}
		if len(named) > 0 {
			q.typed, q.loose, q.kinds = true, sent.TypeStrict == "should", nil
			for _, kind := range every {
				has := 0
				for _, one := range named {
					if slices.Contains(one.kinds, kind) {
						has++
					}
				}
				if has == len(named) || has > 0 && sent.TypeStrict != "all" {
					q.kinds = append(q.kinds, kind)
				}
			}
		}
		queries[id] = q
	}
	return queries, nil
}

// typesIn reads a type or a list of types.
func typesIn(text json.RawMessage) ([]entityType, error) {
	if len(text) == 0 || string(text) == "null" {
		return nil, nil
	}
	var ids []string
	var one string
	switch {
	case json.Unmarshal(text, &one) == nil:
		if one != "" {
			ids = []string{one}
		}
	case json.Unmarshal(text, &ids) != nil:
		return nil, kg.Errorf(kg.BadInput, "", "type is the id of a type or a list of them")
	}
	if len(ids) > len(types) {
		return nil, kg.Errorf(kg.BadInput, "", "there are but %d types", len(types))
	}
	var named []entityType
	for _, id := range ids {
		is, err := typeNamed(id)
		if err != nil {
			return nil, err
		}
		named = append(named, is)
	}
	return named, nil
}

// kgMessage gives the message of an error of the domain.
func kgMessage(err error) string {
	if known, is := err.(*kg.Error); is {
		return known.Msg
	}
	return err.Error()
}

// extension is a data extension query.
type extension struct {
	ids    []kg.ID
	wanted []wanted
}

// wanted is a property and how many of its values are.
type wanted struct {
	property
	limit int
}

// parseExtend reads a data extension query.
// Errors: [kg.BadInput].
func parseExtend(text string) (extension, error) {
	var sent struct {
		IDs        []kg.ID `json:"ids"`
		Properties []struct {
			ID       string                     `json:"id"`
			Settings map[string]json.RawMessage `json:"settings"`
		} `json:"properties"`
	}
	var e extension
	if !utf8.ValidString(text) || json.Unmarshal([]byte(text), &sent) != nil || sent.IDs == nil || sent.Properties == nil {
		return e, kg.Errorf(kg.BadInput, "", `extend is not a query in JSON, such as {"ids": ["person-…"], "properties": [{"id": "posts"}]}`)
	}
	if len(sent.IDs) > maxIDs || len(sent.Properties) > maxProperties {
		return e, tooLarge("ask for at most %d entities and %d properties at a time", maxIDs, maxProperties)
	}
	seen := map[string]bool{}
	e.ids = sent.IDs
	for _, p := range sent.Properties {
		i := slices.IndexFunc(properties, func(one property) bool { return one.ID == p.ID })
		if i < 0 {
			return e, kg.Errorf(kg.BadInput, "", "there is no property %q; they are proposed at %s/properties", short(p.ID, 60), Path)
		}
		if seen[p.ID] {
			continue // a row has each property once
		}
		seen[p.ID] = true
		one := wanted{property: properties[i], limit: usualValues}
		if text, set := p.Settings["limit"]; set {
			limit, err := wholeNumber(text)
			if err != nil || limit < 1 || limit > maxValues {
				return e, kg.Errorf(kg.BadInput, "", "the limit of %s is a whole number from 1 to %d", p.ID, maxValues)
			}
			one.limit = limit
		}
		e.wanted = append(e.wanted, one)
	}
	return e, nil
}

// wholeNumber reads a number, which some clients write as a text.
func wholeNumber(text json.RawMessage) (int, error) {
	var number json.Number
	if err := json.Unmarshal(text, &number); err != nil {
		return 0, err
	}
	n, err := number.Int64()
	return int(n), err
}
