package graph

import (
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"mueang/graph/kg"
)

// catalog is what the compiler knows of the schema. It is made once and does
// not change.
type catalog struct {
	schema *ast.Schema
	kinds  map[string]kindSet              // of object types and interfaces, those that are nodes
	fields map[string]map[string]*relation // by type and field: the fields with @relation
	finds  map[string]string               // by field of the query: the type of @find
	enums  map[string]map[string]bool      // the values of each enum
	ends   map[kg.RelationType][2]kindSet  // what @fact declares, widened to whole classes
}

// relation is a field with @relation. Fields that are declared alike share one.
type relation struct {
	via    kg.Via
	hops   []kg.Hop
	group  bool
	single bool   // the field is one node, not a connection
	node   string // the type of the neighbours
	order  []kg.Order
}

// ofRequest are the root fields about the request itself.
var ofRequest = map[string]bool{"queryCost": true, "rateLimit": true}

// newCatalog reads a schema.
// Errors: [kg.Internal], naming the field, for a declaration that makes no plan.
func newCatalog(schema *ast.Schema) (*catalog, error) {
	cat := &catalog{
		schema: schema,
		kinds:  map[string]kindSet{},
		fields: map[string]map[string]*relation{},
		finds:  map[string]string{},
		enums:  map[string]map[string]bool{},
		ends:   map[kg.RelationType][2]kindSet{},
	}
	for i, info := range kg.Kinds {
		cat.kinds[info.Type] |= 1 << i
		if def := schema.Types[info.Type]; def != nil {
			for _, name := range def.Interfaces {
				cat.kinds[name] |= 1 << i
			}
		}
	}
	for name, def := range schema.Types {
		if def.Kind == ast.Enum {
			values := make(map[string]bool, len(def.EnumValues))
			for _, value := range def.EnumValues {
				values[value.Name] = true
			}
			cat.enums[name] = values
		}
	}
	for _, value := range schema.Types["RelationType"].EnumValues {
		if fact := value.Directives.ForName("fact"); fact != nil {
			cat.ends[kg.RelationType(value.Name)] = [2]kindSet{cat.wide(fact, "from"), cat.wide(fact, "to")}
		}
	}
	var interned []*relation
	for name, def := range schema.Types {
		if def.Kind != ast.Object && def.Kind != ast.Interface {
			continue
		}
		for _, field := range def.Fields {
			if find := field.Directives.ForName("find"); find != nil {
				cat.finds[field.Name] = find.Arguments.ForName("type").Value.Raw
			}
			directive := field.Directives.ForName("relation")
			if directive == nil {
				continue
			}
			made := cat.relation(directive, field)
			if cat.kinds[made.node] == 0 && made.via != kg.ViaMentions && made.via != kg.ViaClaims || made.via == kg.ViaFacts && len(made.hops) == 0 {
				return nil, kg.Errorf(kg.Internal, "graph.catalog", "the field %s.%s leads to no node", name, field.Name)
			}
			if i := slices.IndexFunc(interned, made.equal); i >= 0 {
				made = interned[i]
			} else {
				interned = append(interned, made)
			}
			if cat.fields[name] == nil {
				cat.fields[name] = map[string]*relation{}
			}
			cat.fields[name][field.Name] = made
		}
	}
	for _, field := range schema.Query.Fields {
		if field.Name[0] != '_' && roots[field.Name] == nil && cat.finds[field.Name] == "" && !ofRequest[field.Name] {
			return nil, kg.Errorf(kg.Internal, "graph.catalog", "the field Query.%s has no plan", field.Name)
		}
	}
	for _, field := range schema.Mutation.Fields {
		if acts[field.Name] == nil && field.Name != "retractDocument" && field.Name != "ingestDocument" {
			return nil, kg.Errorf(kg.Internal, "graph.catalog", "the field Mutation.%s has no act", field.Name)
		}
	}
	return cat, nil
}

// wide gives the kinds that an argument of @fact lists, with all kinds of
// their classes: a correction of a kind stays within its class.
func (cat *catalog) wide(fact *ast.Directive, argument string) kindSet {
	var set kindSet
	for _, child := range fact.Arguments.ForName(argument).Value.Children {
		for _, kind := range cat.kinds[child.Value.Raw].list() {
			for i, info := range kg.Kinds {
				if info.Class == kind.Class() {
					set |= 1 << i
				}
			}
		}
	}
	return set
}

func (cat *catalog) relation(directive *ast.Directive, field *ast.FieldDefinition) *relation {
	args := directive.ArgumentMap(nil)
	text := func(m map[string]any, name string) string {
		s, _ := m[name].(string)
		return s
	}
	rel := &relation{via: kg.Via(text(args, "via")), node: field.Type.Name()}
	rel.group, _ = args["group"].(bool)
	if order := text(args, "order"); order != "" {
		rel.order = []kg.Order{{By: kg.OrderField(order)}}
	}
	if connection := cat.schema.Types[rel.node]; strings.HasSuffix(rel.node, "Connection") {
		rel.node = connection.Fields.ForName("nodes").Type.Name()
	} else {
		rel.single = true
	}
	if rel.via != kg.ViaFacts {
		return rel
	}
	hops, _ := args["hops"].([]any)
	if hops == nil {
		types, _ := args["types"].([]any)
		if one := text(args, "type"); one != "" {
			types = []any{one}
		}
		hops = []any{map[string]any{"types": types, "direction": args["direction"]}}
	}
	for i, hop := range hops {
		hop, _ := hop.(map[string]any)
		made := kg.Hop{Direction: kg.Direction(text(hop, "direction"))}
		types, _ := hop["types"].([]any)
		for _, t := range types {
			name, _ := t.(string)
			made.Types = append(made.Types, kg.RelationType(name))
		}
		to := text(hop, "to")
		if i == len(hops)-1 {
			to = rel.node
		}
		made.Kinds = cat.arrivals(made, to)
		rel.hops = append(rel.hops, made)
	}
	return rel
}

// arrivals gives the kinds of the type that a hop leads to, nil where the
// declarations of its relations allow no others: then a store need not look at
// the node.
func (cat *catalog) arrivals(hop kg.Hop, to string) []kg.Kind {
	wanted := cat.kinds[to]
	possible := wanted
	declared := hop.Types != nil
	for _, t := range hop.Types {
		ends, ok := cat.ends[t]
		declared = declared && ok
		if hop.Direction != kg.In {
			possible |= ends[1]
		}
		if hop.Direction != kg.Out {
			possible |= ends[0]
		}
	}
	if declared && possible == wanted || wanted == cat.kinds["Entity"] {
		return nil
	}
	return wanted.list()
}

func (rel *relation) equal(other *relation) bool {
	return rel.via == other.via && rel.group == other.group && rel.single == other.single && rel.node == other.node &&
		slices.Equal(rel.order, other.order) &&
		slices.EqualFunc(rel.hops, other.hops, func(a, b kg.Hop) bool {
			return a.Direction == b.Direction && slices.Equal(a.Types, b.Types) && slices.Equal(a.Kinds, b.Kinds)
		})
}

// kindSet is a set of kinds: bit i stands for kg.Kinds[i].
type kindSet uint32

// bit gives the set of one kind.
func bit(kind kg.Kind) kindSet {
	i, ok := kindIndex[kind]
	if !ok {
		return 0
	}
	return 1 << i
}

var kindIndex = func() map[kg.Kind]int {
	index := make(map[kg.Kind]int, len(kg.Kinds))
	for i, info := range kg.Kinds {
		index[info.Kind] = i
	}
	return index
}()

// list gives the kinds in the order of kg.Kinds.
func (set kindSet) list() []kg.Kind {
	var kinds []kg.Kind
	for i, info := range kg.Kinds {
		if set&(1<<i) != 0 {
			kinds = append(kinds, info.Kind)
		}
	}
	return kinds
}
