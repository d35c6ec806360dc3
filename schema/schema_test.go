package schema

import (
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"mueang/graph/kg"
)

func load(t *testing.T) *ast.Schema {
	t.Helper()
	text, err := Source()
	if err != nil {
		t.Fatal(err)
	}
	schema, err := gqlparser.LoadSchema(&ast.Source{Name: "schema", Input: text})
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// TestFresh holds that the generator saw these files.
func TestFresh(t *testing.T) {
	text, err := Source()
	if err != nil {
		t.Fatal(err)
	}
	generated, err := os.ReadFile("../graph/generated/schema.graphql")
	if err != nil {
		t.Fatal(err)
	}
	if string(generated) != text {
		t.Error("the generated code is of another schema: run make generate")
	}
	if text, err = Federation(); err != nil {
		t.Fatal(err)
	}
	if generated, err = os.ReadFile("../graph/generated/federation.graphql"); err != nil || string(generated) != text {
		t.Errorf("the generated code is of another subgraph: run make generate: %v", err)
	}
}

// TestDescribed holds that everything says what it is, and each type which
// terms of the standards it aligns with.
func TestDescribed(t *testing.T) {
	for name, def := range load(t).Types {
		if def.BuiltIn {
			continue
		}
		check := func(description string, path ...string) {
			if strings.TrimSpace(description) == "" {
				t.Errorf("%s has no description", strings.Join(path, "."))
			}
		}
		check(def.Description, name)
		if (def.Kind == ast.Object || def.Kind == ast.Interface) && name != "Query" && !strings.Contains(def.Description, "Aligned with ") {
			t.Errorf("%s does not say what it aligns with", name)
		}
		for _, value := range def.EnumValues {
			check(value.Description, name, value.Name)
		}
		for _, field := range def.Fields {
			if strings.HasPrefix(field.Name, "__") {
				continue
			}
			check(field.Description, name, field.Name)
			for _, arg := range field.Arguments {
				check(arg.Description, name, field.Name, arg.Name)
			}
		}
	}
}

// TestKinds holds that the types of nodes are the kinds of the domain.
func TestKinds(t *testing.T) {
	schema := load(t)
	var kinds []string
	for _, info := range kg.Kinds {
		kinds = append(kinds, string(info.Kind))
		def := schema.Types[info.Type]
		if def == nil || info.Interface != "" && !slices.Contains(def.Interfaces, info.Interface) || !slices.Contains(def.Interfaces, "Node") {
			t.Errorf("the type of %s is not what it should be", info.Kind)
		}
	}
	values, err := EnumValues("EntityKind")
	if err != nil || !slices.Equal(values, kinds) {
		t.Errorf("EntityKind has %v, the domain %v: %v", values, kinds, err)
	}
	if values, err := EnumValues("Nothing"); values != nil || err != nil {
		t.Errorf("an enum that there is not has %v: %v", values, err)
	}
}

// TestRelations holds that relations are declared with ends that exist, and
// that those which loaders write are there.
func TestRelations(t *testing.T) {
	relations, err := Relations()
	if err != nil {
		t.Fatal(err)
	}
	declared := map[kg.RelationType]Relation{}
	for _, r := range relations {
		declared[kg.RelationType(r.Type)] = r
		if !kg.RelationType(r.Type).Valid() || len(r.From) == 0 || len(r.To) == 0 || r.Description == "" {
			t.Errorf("%+v is not whole", r)
		}
	}
	for _, relation := range []kg.RelationType{kg.Chaired, kg.Attended, kg.SpokeAt, kg.Organized, kg.HeldAt, kg.PartyTo, kg.Signed, kg.Witnessed, kg.SignedAt,
		kg.Holds, kg.PostIn, kg.ExOfficio, kg.MemberOf, kg.PartOf, kg.LocatedIn, kg.Finances, kg.ResponsibleFor, kg.Certified, kg.About} {
		if _, ok := declared[relation]; !ok {
			t.Errorf("%s is not declared", relation)
		}
	}
	if got, want := declared[kg.HeldAt].To, []string{"City", "Country", "Province", "Venue", "Zone"}; !slices.Equal(got, want) {
		t.Errorf("HELD_AT leads to %v, not %v", got, want)
	}
}

// TestInherited holds that a field is declared in a type as in the interface
// that has it: a query may ask for it through either.
func TestInherited(t *testing.T) {
	schema := load(t)
	for name, def := range schema.Types {
		for _, parent := range def.Interfaces {
			for _, above := range schema.Types[parent].Fields {
				field := def.Fields.ForName(above.Name)
				if !reflect.DeepEqual(directives(field), directives(above)) {
					t.Errorf("%s.%s is not that of %s", name, field.Name, parent)
				}
			}
		}
	}
}

func directives(field *ast.FieldDefinition) map[string]string {
	texts := map[string]string{}
	for _, directive := range field.Directives {
		for _, arg := range directive.Arguments {
			texts[directive.Name+"."+arg.Name] = arg.Value.String()
		}
	}
	return texts
}

// TestConditions holds that every relation of a type that can be filtered is a
// condition of its filter.
func TestConditions(t *testing.T) {
	schema := load(t)
	for name, def := range schema.Types {
		filter := schema.Types[name+"Filter"]
		if filter == nil || !slices.Contains(def.Interfaces, "Node") {
			continue
		}
		for _, field := range def.Fields {
			relation := field.Directives.ForName("relation")
			if relation == nil || relation.Arguments.ForName("group") != nil || field.Name == "mentions" || field.Name == "facts" {
				continue
			}
			condition := filter.Fields.ForName(field.Name)
			if condition == nil || !strings.HasSuffix(condition.Type.Name(), "ListFilter") {
				t.Errorf("%s has no condition on %s", filter.Name, field.Name)
			}
		}
	}
}
