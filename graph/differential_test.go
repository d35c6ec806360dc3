package graph_test

import (
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/99designs/gqlgen/graphql/handler/transport"
	"github.com/vektah/gqlparser/v2/ast"

	"mueang/graph"
	"mueang/graph/generated"
)

// TestAsTheGeneratedExecutor asks 300 random operations over the whole
// schema of the planned executor and of the one that gqlgen generates, which
// is given the data of a plain operation without aliases, fragments,
// directives and variables. The answers are the same to the byte.
func TestAsTheGeneratedExecutor(t *testing.T) {
	schema := graph.Schema()
	planned := newHandler(t, newStore(t), graph.Config{MaxCost: 1 << 30, MaxTokens: 1_000_000})
	var ids []string
	for _, e := range newWorld().Entities {
		ids = append(ids, string(e.ID))
	}
	var facts []string
	for _, f := range newWorld().Facts {
		facts = append(facts, string(f.ID))
	}
	operations := 150
	if testing.Short() {
		operations = 40
	}
	asked := map[string]bool{}
	for seed := range uint64(operations) {
		g := &operator{schema: schema, ids: ids, facts: facts, rng: rand.New(rand.NewPCG(seed, 5))}
		plain := g.plain(schema.Query, 4)
		for _, f := range plain.own {
			asked[f.def.Name] = true
		}
		data := parse(t, ask(t, planned, "{ "+g.print(plain)+" }", ""))
		if data.Errors != nil {
			t.Fatalf("seed %d: %v\nin %s", seed, data.Errors, g.print(plain))
		}
		oracle := newOracle(t, data.Data)
		for range 2 {
			query, variables := g.fancy(plain)
			want, got := ask(t, oracle, query, variables), ask(t, planned, query, variables)
			if refused := parse(t, want); refused.Errors != nil {
				t.Fatalf("seed %d: the generated executor refuses %s\nin %s", seed, refused.Errors, query)
			}
			want = exponents.ReplaceAllStringFunc(want, func(number string) string {
				value, _ := strconv.ParseFloat(number, 64)
				return strconv.FormatFloat(value, 'f', -1, 64)
			})
			if got != want {
				at := 0
				for at < min(len(got), len(want)) && got[at] == want[at] {
					at++
				}
				t.Fatalf("seed %d: the answers part at byte %d\nplanned   %.300s\ngenerated %.300s\nof %.3000s\nwith %s", seed, at, got[max(0, at-100):], want[max(0, at-100):], query, variables)
			}
		}
	}
	for _, field := range schema.Query.Fields {
		if !testing.Short() && !strings.HasPrefix(field.Name, "__") && !graph.OfRequest[field.Name] && !asked[field.Name] {
			t.Errorf("%s was never asked", field.Name)
		}
	}
}

// exponents are large numbers as the generated executor writes them; the
// planned one writes them out.
var exponents = regexp.MustCompile(`\b\d(\.\d+)?e\+\d\d\b`)

// newOracle serves one answer through the generated executor.
func newOracle(t *testing.T, data map[string]any) *handler.Server {
	server := handler.New(generated.NewExecutableSchema(generated.Config{}))
	server.AddTransport(transport.POST{})
	server.AroundFields(func(ctx context.Context, next graphql.Resolver) (any, error) {
		field := graphql.GetFieldContext(ctx)
		if field.Object != "Query" || strings.HasPrefix(field.Field.Name, "__") {
			return next(ctx)
		}
		method, ok := reflect.TypeFor[generated.QueryResolver]().MethodByName(strings.ToUpper(field.Field.Name[:1]) + field.Field.Name[1:])
		if !ok {
			return nil, fmt.Errorf("no resolver of %s", field.Field.Name)
		}
		value := reflect.New(method.Type.Out(0)).Elem()
		if err := decoded(value, data[field.Field.Name]); err != nil {
			return nil, err
		}
		return value.Interface(), nil
	})
	return server
}

// models are the object types that stand behind interfaces.
var models = map[string]reflect.Type{
	"Ministry": reflect.TypeFor[generated.Ministry](), "Agency": reflect.TypeFor[generated.Agency](), "Institute": reflect.TypeFor[generated.Institute](),
	"Company": reflect.TypeFor[generated.Company](), "Committee": reflect.TypeFor[generated.Committee](), "Network": reflect.TypeFor[generated.Network](),
	"LocalGovernment": reflect.TypeFor[generated.LocalGovernment](), "OtherOrganization": reflect.TypeFor[generated.OtherOrganization](), "InternationalOrganization": reflect.TypeFor[generated.InternationalOrganization](),
	"City": reflect.TypeFor[generated.City](), "Province": reflect.TypeFor[generated.Province](), "Country": reflect.TypeFor[generated.Country](),
	"Venue": reflect.TypeFor[generated.Venue](), "Zone": reflect.TypeFor[generated.Zone](), "Person": reflect.TypeFor[generated.Person](),
	"Post": reflect.TypeFor[generated.Post](), "Meeting": reflect.TypeFor[generated.Meeting](), "Agreement": reflect.TypeFor[generated.Agreement](),
	"Fund": reflect.TypeFor[generated.Fund](), "Project": reflect.TypeFor[generated.Project](), "Document": reflect.TypeFor[generated.Document](),
}

// decoded makes generated structs of the answer to a plain operation.
func decoded(to reflect.Value, from any) error {
	switch {
	case from == nil:
		return nil
	case to.Kind() == reflect.Pointer:
		to.Set(reflect.New(to.Type().Elem()))
		return decoded(to.Elem(), from)
	case to.Kind() == reflect.Slice:
		items, _ := from.([]any)
		to.Set(reflect.MakeSlice(to.Type(), len(items), len(items)))
		for i, item := range items {
			if err := decoded(to.Index(i), item); err != nil {
				return err
			}
		}
		return nil
	}
	object, ok := from.(map[string]any)
	if !ok {
		text, err := json.Marshal(from)
		if err != nil {
			return err
		}
		return json.Unmarshal(text, to.Addr().Interface())
	}
	typename, _ := object["__typename"].(string)
	if to.Kind() == reflect.Interface {
		concrete, ok := models[typename]
		if !ok {
			return fmt.Errorf("no model of %q", typename)
		}
		value := reflect.New(concrete)
		if err := decoded(value.Elem(), from); err != nil {
			return err
		}
		to.Set(value)
		return nil
	}
	for i := range to.NumField() {
		name, _, _ := strings.Cut(to.Type().Field(i).Tag.Get("json"), ",")
		value, ok := object[name]
		if !ok {
			value = object[typename+"_"+name]
		}
		if err := decoded(to.Field(i), value); err != nil {
			return fmt.Errorf("%s.%s: %w", typename, name, err)
		}
	}
	return nil
}

// selection is what a plain operation asks of a type: fields of its own, and
// of the types that implement it.
type selection struct {
	def  *ast.Definition
	own  []*choice
	more []*choice // of types that implement it, each under the type's name and its own
}

// choice is a field of a selection.
type choice struct {
	on    *ast.Definition
	def   *ast.FieldDefinition
	args  [][3]string // name, type and value
	inner *selection
}

// operator makes random operations.
type operator struct {
	schema    *ast.Schema
	ids       []string
	facts     []string // ids of facts
	rng       *rand.Rand
	aliases   int
	variables []string
	values    map[string]json.RawMessage
	fragments []string
	written   map[*choice]string // arguments as they are written in this operation: everywhere alike, so that fields merge
}

func (g *operator) one(in int) bool { return g.rng.IntN(in) == 0 }

// plain chooses fields of a type, some levels deep.
func (g *operator) plain(def *ast.Definition, depth int) *selection {
	s := &selection{def: def}
	fields := slices.DeleteFunc(slices.Clone(def.Fields), func(f *ast.FieldDefinition) bool {
		return strings.HasPrefix(f.Name, "__") || graph.OfRequest[f.Name]
	})
	few := 6
	if def == g.schema.Query {
		few = 2
	}
	for _, i := range g.rng.Perm(len(fields)) {
		if len(s.own) == few {
			break
		}
		if made := g.choice(def, fields[i], depth); made != nil {
			s.own = append(s.own, made)
		}
	}
	if def.Kind != ast.Interface {
		return s
	}
	for _, typ := range g.schema.GetPossibleTypes(def) {
		if typ.Kind == ast.Object && def.Name != "Connection" && g.one(2) {
			field := typ.Fields[g.rng.IntN(len(typ.Fields))]
			if slices.ContainsFunc(s.own, func(c *choice) bool { return c.def.Name == field.Name }) || strings.HasPrefix(field.Name, "__") {
				continue
			}
			if made := g.choice(typ, field, depth-1); made != nil {
				s.more = append(s.more, made)
			}
		}
	}
	return s
}

// choice chooses the arguments and the selection of a field.
func (g *operator) choice(on *ast.Definition, field *ast.FieldDefinition, depth int) *choice {
	c := &choice{on: on, def: field}
	for _, arg := range field.Arguments {
		if arg.Type.NonNull || g.one(3) {
			if value := g.value(field, arg); value != "" && !(arg.Name == "last" && c.has("first")) {
				c.args = append(c.args, [3]string{arg.Name, arg.Type.String(), value})
			}
		}
	}
	if def := g.schema.Types[field.Type.Name()]; def.IsCompositeType() {
		if depth <= 0 {
			return nil
		}
		c.inner = g.plain(def, depth-1)
	}
	return c
}

func (c *choice) has(arg string) bool {
	return slices.ContainsFunc(c.args, func(a [3]string) bool { return a[0] == arg })
}

// value writes a random value of an argument in JSON, "" where none fits.
func (g *operator) value(field *ast.FieldDefinition, arg *ast.ArgumentDefinition) string {
	def := g.schema.Types[arg.Type.Name()]
	ids := g.ids
	if field.Type.Name() == "Fact" {
		ids = g.facts
	}
	id := func() string { return fmt.Sprintf("%q", ids[g.rng.IntN(len(ids))]) }
	switch {
	case arg.Name == "after" || arg.Name == "before" || arg.Name == "orderBy":
		return "" // which the executor has no part in
	case arg.Type.Elem != nil && def.Kind == ast.Enum:
		return fmt.Sprintf("[%q]", def.EnumValues[g.rng.IntN(len(def.EnumValues))].Name)
	case arg.Type.Elem != nil:
		return "[" + id() + "," + id() + "]"
	case def.Kind == ast.Enum:
		return fmt.Sprintf("%q", def.EnumValues[g.rng.IntN(len(def.EnumValues))].Name)
	case def.Kind == ast.InputObject:
		return "{}"
	case def.Name == "Int":
		return fmt.Sprint(1 + g.rng.IntN(3))
	case def.Name == "Float":
		return "0.5"
	case def.Name == "Boolean":
		return "true"
	case def.Name == "Date":
		return `"2019-11-25"`
	case def.Name == "Language":
		return []string{`"th"`, `"en"`}[g.rng.IntN(2)]
	case def.Name == "ID":
		return id()
	}
	return `"เมือง"`
}

// print writes a plain selection: every type by name, every field once.
func (g *operator) print(s *selection) string {
	var b strings.Builder
	b.WriteString("__typename")
	if s.def == g.schema.Query {
		b.Reset()
	}
	for _, c := range s.own {
		b.WriteString(" " + c.def.Name + literals(c.args) + g.braced(c))
	}
	for _, c := range s.more {
		fmt.Fprintf(&b, " ... on %s { %s_%s: %s%s%s }", c.on.Name, c.on.Name, c.def.Name, c.def.Name, literals(c.args), g.braced(c))
	}
	return b.String()
}

func (g *operator) braced(c *choice) string {
	if c.inner == nil {
		return ""
	}
	return " { " + g.print(c.inner) + " }"
}

// literals writes arguments with their values in place.
func literals(args [][3]string) string {
	if len(args) == 0 {
		return ""
	}
	var parts []string
	for _, a := range args {
		parts = append(parts, a[0]+": "+literal(a))
	}
	return "(" + strings.Join(parts, ", ") + ")"
}

// literal writes a value as GraphQL has it: names of enums without quotes.
func literal(arg [3]string) string {
	switch strings.Trim(arg[1], "[]!") {
	case "ID", "String", "Date", "DateTime", "Language":
		return arg[2]
	}
	return strings.ReplaceAll(arg[2], `"`, "")
}

// fancy writes an operation that asks for parts of a plain one in the manifold
// ways that GraphQL has, with its variables.
func (g *operator) fancy(s *selection) (query, variables string) {
	g.values = map[string]json.RawMessage{"yes": []byte("true"), "no": []byte("false")}
	g.variables = []string{"$yes: Boolean!", "$no: Boolean! = true"}
	g.fragments, g.written = nil, map[*choice]string{}
	body := g.dress(s)
	values, err := json.Marshal(g.values)
	if err != nil {
		panic(err)
	}
	// The first fragments hold the use of both variables, so that none is unused.
	return fmt.Sprintf("query Random(%s) { ... @include(if: $yes) @skip(if: $no) { %s } } %s", strings.Join(g.variables, ", "), body, strings.Join(g.fragments, " ")), string(values)
}

// dress writes a selection in random order, with repetitions.
func (g *operator) dress(s *selection) string {
	all := slices.Concat(s.own, s.more)
	var parts []string
	if g.one(3) {
		g.aliases++
		parts = append(parts, fmt.Sprintf("a%d: __typename", g.aliases), "__typename")
	}
	// One alias of a field is asked for twice now and then, so that it is merged.
	for _, i := range g.rng.Perm(len(all)) {
		c := all[i]
		alias := ""
		if g.one(2) || c.on != s.def {
			g.aliases++
			alias = fmt.Sprintf("a%d: ", g.aliases)
		}
		args := g.arguments(c)
		for range 1 + g.rng.IntN(2) {
			text := alias + c.def.Name + args
			if c.inner != nil {
				text += " { " + g.dress(c.inner) + " }"
			}
			parts = append(parts, g.wrap(c, s.def, text))
		}
	}
	if len(parts) == 0 {
		return "__typename"
	}
	return strings.Join(parts, " ")
}

// wrap puts a field into a fragment, or under a directive that holds or not.
func (g *operator) wrap(c *choice, in *ast.Definition, field string) string {
	types := []string{c.on.Name}
	if c.on == in {
		types = append(types, "")
		for _, typ := range g.schema.GetPossibleTypes(in) {
			types = append(types, typ.Name) // only where it is of this type
		}
		types = append(types, in.Interfaces...)
		types = slices.DeleteFunc(types, func(name string) bool {
			def := g.schema.Types[name]
			return name != "" && def.Fields.ForName(c.def.Name) == nil
		})
	}
	on := types[g.rng.IntN(len(types))]
	if on != "" {
		on = " on " + on
	}
	directive := []string{"", "", "", " @include(if: $yes)", " @skip(if: $no)", " @skip(if: true)", " @include(if: $no)", " @include(if: true) @skip(if: false)"}[g.rng.IntN(8)]
	switch {
	case c.on == in && g.one(2):
		// A directive comes after the arguments and before the selection.
		if name, inner, found := strings.Cut(field, " { "); found {
			return name + directive + " { " + inner
		}
		return field + directive
	case on != "" && g.one(3):
		name := fmt.Sprintf("F%d", len(g.fragments))
		g.fragments = append(g.fragments, "fragment "+name+on+" { "+field+" }")
		if c.on == in && g.one(4) {
			return "..." + name + directive + " ..." + name
		}
		return "..." + name + directive
	}
	return "..." + on + directive + " { " + field + " }"
}

// arguments writes arguments, some as variables, some of these by their default.
func (g *operator) arguments(c *choice) string {
	if text, ok := g.written[c]; ok || len(c.args) == 0 {
		return text
	}
	var parts []string
	for _, a := range c.args {
		if !g.one(3) {
			parts = append(parts, a[0]+": "+literal(a))
			continue
		}
		name := fmt.Sprintf("v%d", len(g.variables))
		declared := "$" + name + ": " + a[1]
		if g.one(2) {
			declared += " = " + literal(a)
		} else {
			g.values[name] = json.RawMessage(a[2])
		}
		g.variables = append(g.variables, declared)
		parts = append(parts, a[0]+": $"+name)
	}
	g.written[c] = "(" + strings.Join(parts, ", ") + ")"
	return g.written[c]
}
