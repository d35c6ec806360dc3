package graph

import (
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"mueang/graph/kg"
)

// The limits of filters, for the engines that have to nest them.
const (
	maxFilterDepth = 12
	maxFilterParts = 200
)

// attributes are the fields of filters that compare an attribute.
var attributes = map[string]kg.EnumField{
	"kind":          kg.FieldKind,
	"meetingType":   kg.FieldSubtype,
	"agreementType": kg.FieldSubtype,
	"status":        kg.FieldStatus,
	"role":          kg.FieldRole,
	"publisher":     kg.FieldPublisher,
	"language":      kg.FieldLanguage,
}

// filter reads the argument name, of an input type such as MeetingFilter.
// It gives nil where there is no condition.
func (a *arguments) filter(name, input string) *kg.Pred {
	if !a.has(name) {
		return nil
	}
	reader := filterReader{a, name, 0}
	pred := reader.read(a.cat.schema.Types[input], a.values[name], 1)
	if pred.And != nil && len(pred.And) == 0 {
		return nil
	}
	return &pred
}

// filterReader reads one filter.
type filterReader struct {
	args  *arguments
	name  string // of the argument
	parts int
}

func (r *filterReader) refuse(format string, args ...any) { r.args.refuse(r.name, format, args...) }

// read gives the condition that an input object makes: all its fields hold.
func (r *filterReader) read(def *ast.Definition, value any, depth int) kg.Pred {
	fields, ok := value.(map[string]any)
	if r.parts++; !ok || def == nil || r.parts > maxFilterParts || depth > maxFilterDepth {
		r.refuse("may have at most %d parts, %d deep", maxFilterParts, maxFilterDepth)
		return kg.Pred{And: []kg.Pred{}}
	}
	noun := strings.TrimSuffix(def.Name, "Filter")
	preds := []kg.Pred{}
	for _, field := range def.Fields {
		if value := fields[field.Name]; value != nil {
			preds = append(preds, r.field(noun, field, value, depth)...)
		}
	}
	return all(preds)
}

// field gives the conditions that one field of a filter makes.
func (r *filterReader) field(noun string, field *ast.FieldDefinition, value any, depth int) []kg.Pred {
	def := r.args.cat.schema.Types[field.Type.Name()]
	switch field.Name {
	case "and", "or":
		preds := []kg.Pred{}
		for _, item := range asList(value) {
			preds = append(preds, r.read(def, item, depth+1))
		}
		if field.Name == "or" {
			return []kg.Pred{{Or: preds}}
		}
		return []kg.Pred{{And: preds}}
	case "not":
		pred := r.read(def, value, depth+1)
		return []kg.Pred{{Not: &pred}}
	}
	if attribute, ok := attributes[field.Name]; ok {
		return r.attribute(attribute, def, value)
	}
	switch def.Name {
	case "IDFilter":
		if ids, ok := r.texts(value, "in"); ok {
			return []kg.Pred{{ID: &kg.IDPred{In: convert[kg.ID](ids)}}}
		}
		return nil
	case "NameFilter":
		return r.names(value)
	case "DateFilter":
		return []kg.Pred{{Date: r.dates(value)}}
	}
	if far, ok := strings.CutSuffix(def.Name, "ListFilter"); ok {
		return r.neighbours(r.args.cat.fields[noun][field.Name], far, value, depth)
	}
	// A condition on an entity that is of one type.
	kinds := r.args.cat.kinds[strings.TrimSuffix(def.Name, "Filter")]
	is := kg.Pred{Enum: &kg.EnumPred{Field: kg.FieldKind, In: convert[string](kinds.list())}}
	return []kg.Pred{is, r.read(def, value, depth+1)}
}

// neighbours gives the conditions of some, none and all.
func (r *filterReader) neighbours(rel *relation, far string, value any, depth int) []kg.Pred {
	quantifiers, _ := value.(map[string]any)
	var preds []kg.Pred
	for _, quantifier := range []kg.Quantifier{kg.Some, kg.None, kg.All} {
		value := quantifiers[strings.ToLower(string(quantifier))]
		if value == nil || rel == nil {
			continue
		}
		pred := kg.RelPred{Via: rel.via, Hops: rel.hops, Quant: quantifier}
		if where := r.read(r.args.cat.schema.Types[far+"Filter"], value, depth+1); where.And == nil || len(where.And) > 0 {
			pred.Where = &where
		}
		preds = append(preds, kg.Pred{Rel: &pred})
	}
	return preds
}

// attribute gives the conditions of equals and in on an attribute.
func (r *filterReader) attribute(field kg.EnumField, def *ast.Definition, value any) []kg.Pred {
	enum := r.args.cat.enums[def.Fields.ForName("equals").Type.Name()]
	var preds []kg.Pred
	for _, op := range []string{"equals", "in"} {
		values, ok := r.texts(value, op)
		if !ok {
			continue
		}
		for _, value := range values {
			if enum != nil && !enum[value] {
				r.refuse("has %q, which is not a value of %s", value, def.Fields.ForName("equals").Type.Name())
			}
		}
		preds = append(preds, kg.Pred{Enum: &kg.EnumPred{Field: field, In: values}})
	}
	return preds
}

// names gives the conditions on names: each text as it is and without the
// titles in front of it.
func (r *filterReader) names(value any) []kg.Pred {
	var preds []kg.Pred
	for _, op := range []struct {
		field string
		op    kg.NameOp
	}{{"equals", kg.NameEquals}, {"contains", kg.NameContains}, {"startsWith", kg.NameStartsWith}, {"in", kg.NameEquals}} {
		texts, ok := r.texts(value, op.field)
		if !ok {
			continue
		}
		pred := kg.NamePred{Op: op.op, Keys: []string{}}
		for _, text := range texts {
			text = normal(text)
			pred.Keys = append(pred.Keys, kg.NameKey(text))
			if title, rest := kg.CutHonorific(text); title != "" {
				pred.Keys = append(pred.Keys, kg.NameKey(rest))
			}
		}
		preds = append(preds, kg.Pred{Name: &pred})
	}
	return preds
}

// dates gives the condition on a date.
func (r *filterReader) dates(value any) *kg.DatePred {
	fields, _ := value.(map[string]any)
	read := func(name string) kg.PartialDate {
		if fields[name] == nil {
			return kg.PartialDate{}
		}
		date, err := asDate(fields[name])
		if err != nil {
			r.refuse("has %q: a date must be such as 2019-11-25, 2019-11 or 2019", name)
		}
		return date
	}
	return &kg.DatePred{From: read("from").First(), To: read("to").Last()}
}

// texts gives the list under a field of an input object, and whether it is there.
func (r *filterReader) texts(object any, name string) ([]string, bool) {
	fields, _ := object.(map[string]any)
	value := fields[name]
	if value == nil {
		return nil, false
	}
	items := asList(value)
	if r.parts += len(items); r.parts > maxFilterParts {
		r.refuse("may have at most %d parts", maxFilterParts)
		return nil, false
	}
	texts := make([]string, 0, len(items))
	for _, item := range items {
		text, ok := asText(item)
		if !ok {
			r.refuse("must have texts in %q", name)
		}
		texts = append(texts, text)
	}
	return texts, true
}

// all gives the condition that all of some hold.
func all(preds []kg.Pred) kg.Pred {
	if len(preds) == 1 {
		return preds[0]
	}
	return kg.Pred{And: preds}
}
