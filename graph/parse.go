package graph

import (
	lru "github.com/hashicorp/golang-lru/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"
	"github.com/vektah/gqlparser/v2/validator"
	"github.com/vektah/gqlparser/v2/validator/core"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"mueang/graph/kg"
)

// The limits of a document, which hold before it is compared with the schema:
// that takes the square of its size, and compares names by their letters. No
// client that is written by hand or generated comes near them.
const (
	maxName      = 128 // bytes of a name
	maxNested    = 50  // selections one inside the other, without those of fragments
	maxVariables = 100 // of an operation
)

// pairsPerToken is how many pairs of fields of one name a document may have for
// each token: each may have to be compared with each other.
const pairsPerToken = 4

// maxErrors is how many errors of a document are told.
const maxErrors = 20

// maxRootFields is how many root fields an operation may have.
const maxRootFields = 100

// parsed reads documents and compares them with the schema, and keeps those
// that are good.
type parsed struct {
	schema *ast.Schema
	tokens int
	rules  *rules.Rules
	kept   *lru.Cache[string, *ast.QueryDocument]
}

// newParsed keeps a number of documents. It tells what else there is in the
// schema, where a name is wrong, if it may be told at all.
func newParsed(schema *ast.Schema, cfg Config) (*parsed, error) {
	p := &parsed{schema: schema, tokens: cfg.MaxTokens, rules: rules.NewDefaultRules()}
	// Values may be long, and their likeness to others costs their length.
	quiet := []core.Rule{rules.ValuesOfCorrectTypeRuleWithoutSuggestions}
	replaced := []string{rules.ValuesOfCorrectTypeRule.Name}
	if !cfg.Introspection {
		quiet = append(quiet, rules.FieldsOnCorrectTypeRuleWithoutSuggestions, rules.KnownArgumentNamesRuleWithoutSuggestions,
			rules.KnownTypeNamesRuleWithoutSuggestions, rules.ScalarLeafsRuleWithoutSuggestions)
		replaced = append(replaced, rules.FieldsOnCorrectTypeRule.Name, rules.KnownArgumentNamesRule.Name, rules.KnownTypeNamesRule.Name, rules.ScalarLeafsRule.Name)
	}
	for _, name := range replaced {
		p.rules.RemoveRule(name)
	}
	for _, rule := range quiet {
		p.rules.AddRule(rule.Name, rule.RuleFunc)
	}
	var err error
	p.kept, err = lru.New[string, *ast.QueryDocument](cfg.QueryCache)
	return p, kg.Wrap(kg.Internal, "graph.newParsed", err)
}

// parse gives the document of a text, or what is wrong with it.
func (p *parsed) parse(text string) (*ast.QueryDocument, gqlerror.List) {
	if doc, known := p.kept.Get(text); known {
		return doc, nil
	}
	doc, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: text}, p.tokens)
	if err != nil {
		return nil, gqlerror.List{gqlerror.WrapIfUnwrapped(err)}
	}
	if len(doc.Operations) == 0 {
		return nil, gqlerror.List{gqlerror.Errorf("no operation provided")}
	}
	if err := measure(doc, p.tokens); err != nil {
		return nil, gqlerror.List{{Err: err}}
	}
	if errs := validator.ValidateWithRules(p.schema, doc, p.rules); len(errs) > 0 {
		if more := len(errs) - maxErrors; more > 0 {
			errs = append(errs[:maxErrors:maxErrors], gqlerror.Errorf("there are %d more errors", more))
		}
		return nil, errs
	}
	if len(text) <= maxCachedQuery {
		p.kept.Add(text, doc)
	}
	return doc, nil
}

// measure holds a document to the limits: of so many tokens, half may be
// selections, a tenth aliases, a tenth directives, and one in fifty operations and
// fragments.
// Errors: [kg.CostLimit].
func measure(doc *ast.QueryDocument, tokens int) error {
	m := &measures{tokens: tokens, keys: map[string]int{}}
	m.add("operations and fragments", len(doc.Operations)+len(doc.Fragments), tokens/50)
	for _, op := range doc.Operations {
		m.name(op.Name)
		m.directives(op.Directives)
		m.add("variables", len(op.VariableDefinitions), maxVariables)
		for _, v := range op.VariableDefinitions {
			m.name(v.Variable)
			m.name(v.Type.Name())
			m.value(v.DefaultValue)
			m.directives(v.Directives)
		}
		m.set(op.SelectionSet, 1)
	}
	for _, fragment := range doc.Fragments {
		m.name(fragment.Name)
		m.name(fragment.TypeCondition)
		m.directives(fragment.Directives)
		m.set(fragment.SelectionSet, 1)
	}
	return m.err
}

// measures counts what is in a document, and keeps the first limit that it is above.
type measures struct {
	tokens                     int
	selections, aliases, marks int
	keys                       map[string]int // how often each key of an answer is selected
	pairs                      int            // of selections of one key, which may have to be compared
	err                        error
}

func (m *measures) add(what string, count, most int) {
	if count > most && m.err == nil {
		m.err = kg.Errorf(kg.CostLimit, "", "the document has %d %s and may have %d", count, what, most)
	}
}

func (m *measures) name(name string) {
	if len(name) > maxName && m.err == nil {
		m.err = kg.Errorf(kg.CostLimit, "", "the document has a name of %d letters, %s…, and a name may have %d", len(name), name[:20], maxName)
	}
}

func (m *measures) value(value *ast.Value) {
	if value == nil {
		return
	}
	if value.Kind == ast.EnumValue || value.Kind == ast.Variable {
		m.name(value.Raw)
	}
	for _, child := range value.Children {
		m.name(child.Name)
		m.value(child.Value)
	}
}

func (m *measures) arguments(list ast.ArgumentList) {
	for _, argument := range list {
		m.name(argument.Name)
		m.value(argument.Value)
	}
}

func (m *measures) directives(list ast.DirectiveList) {
	m.marks += len(list)
	m.add("directives", m.marks, m.tokens/10)
	for _, directive := range list {
		m.name(directive.Name)
		m.arguments(directive.Arguments)
	}
}

func (m *measures) set(set ast.SelectionSet, depth int) {
	if len(set) == 0 || m.err != nil {
		return
	}
	m.selections += len(set)
	m.add("fields and fragments", m.selections, m.tokens/2)
	m.add("levels", depth, maxNested)
	for _, selection := range set {
		if m.err != nil {
			return
		}
		switch s := selection.(type) {
		case *ast.Field:
			m.name(s.Name)
			m.pairs += m.keys[s.Alias]
			m.keys[s.Alias]++
			m.add("pairs of fields of one name", m.pairs, pairsPerToken*m.tokens)
			if s.Alias != s.Name {
				m.name(s.Alias)
				m.aliases++
				m.add("aliases", m.aliases, m.tokens/10)
			}
			m.arguments(s.Arguments)
			m.directives(s.Directives)
			m.set(s.SelectionSet, depth+1)
		case *ast.InlineFragment:
			m.name(s.TypeCondition)
			m.directives(s.Directives)
			m.set(s.SelectionSet, depth+1)
		case *ast.FragmentSpread:
			m.name(s.Name)
			m.directives(s.Directives)
		default:
			m.err = kg.Errorf(kg.Internal, "graph.measure", "a selection is a %T", s)
		}
	}
}
