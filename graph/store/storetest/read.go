package storetest

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"mueang/graph/kg"
)

// readCase is a plan and the sketch of its answer.
type readCase struct {
	name  string
	root  kg.Root
	shape *kg.Shape
	want  string
}

// read holds the cases of Run.
func (c Config) read(t *testing.T) {
	s := c.open(t, SmallWorld())
	for _, group := range []struct {
		name  string
		cases []readCase
	}{
		{"ByID", byIDCases}, {"FactsByID", factsByIDCases()}, {"Find", findCases}, {"predicates", predCases}, {"steps", stepCases},
		{"facts and evidence", factCases}, {"Search", searchCases}, {"PathSearch", pathCases},
		{"Neighborhood", neighborhoodCases}, {"Count", countCases}, {"others", otherCases},
	} {
		t.Run(group.name, func(t *testing.T) {
			for _, x := range group.cases {
				t.Run(x.name, func(t *testing.T) { answers(t, s, &kg.Plan{Root: x.root, Shape: x.shape}, x.want) })
			}
		})
	}
	t.Run("pages of every list", func(t *testing.T) { pages(t, s) })
	t.Run("cursors that fit nowhere", func(t *testing.T) { badCursors(t, s) })
	t.Run("nodes are read whole", func(t *testing.T) { wholeNodes(t, s) })
	t.Run("evidence is read whole", func(t *testing.T) { wholeEvidence(t, s) })
	t.Run("a plan is not changed", func(t *testing.T) { plansStay(t, s) })
	t.Run("an answer stays right until something is written", c.states)
	t.Run("cursors outlive other writes", c.stableCursors)
	t.Run("Thai collation", c.collation)
	t.Run("a hub", c.hub)
	t.Run("loops and parallel facts", c.oddGraph)
	t.Run("order of equal paths", c.equalPaths)
	t.Run("Search finds Thai inside words", c.thaiSearch)
}

var bare = &kg.Shape{}

// steps gives a shape of some steps.
func steps(list ...kg.Step) *kg.Shape { return &kg.Shape{Steps: list} }

// ids gives a root for some ids.
func ids(list ...kg.ID) kg.ByID { return kg.ByID{IDs: list} }

// hop gives one hop.
func hop(direction kg.Direction, types ...kg.RelationType) kg.Hop {
	return kg.Hop{Types: types, Direction: direction}
}

// via gives a step over hops that reads ids alone.
func via(hops ...kg.Hop) kg.Step {
	return kg.Step{Via: kg.ViaFacts, Hops: hops, Page: kg.Page{First: 50}}
}

// edge gives the step over one hop under a condition on the facts.
func edge(direction kg.Direction, kind kg.RelationType, p kg.EdgePred) kg.Step {
	return via(kg.Hop{Types: []kg.RelationType{kind}, Direction: direction, Edge: p})
}

// with changes a step.
func with(s kg.Step, change func(*kg.Step)) kg.Step {
	change(&s)
	return s
}

// among gives a root for the entities of a kind that fulfil a condition.
func among(kind kg.Kind, where kg.Pred) kg.Find {
	return kg.Find{Kinds: []kg.Kind{kind}, Where: &where, Page: kg.Page{First: 50}}
}

// sortedBy gives a root for all of a kind in some order.
func sortedBy(kind kg.Kind, page kg.Page, order ...kg.Order) kg.Find {
	return kg.Find{Kinds: []kg.Kind{kind}, Order: order, Page: page}
}

// rel gives a condition on the neighbours along one hop.
func rel(quant kg.Quantifier, h kg.Hop, where *kg.Pred) kg.Pred {
	return kg.Pred{Rel: &kg.RelPred{Via: kg.ViaFacts, Hops: []kg.Hop{h}, Quant: quant, Where: where}}
}

func named(op kg.NameOp, keys ...string) *kg.Pred {
	return &kg.Pred{Name: &kg.NamePred{Op: op, Keys: keys}}
}

func enum(field kg.EnumField, in ...string) kg.Pred {
	return kg.Pred{Enum: &kg.EnumPred{Field: field, In: in}}
}

func within(from, to string) kg.Pred { return kg.Pred{Date: &kg.DatePred{From: from, To: to}} }

func not(p kg.Pred) kg.Pred { return kg.Pred{Not: &p} }

var byIDCases = []readCase{
	{"in the order asked, nil for nothing, again for again", ids("d1", "nobody", "ann", "bob", "ann", ""), bare, "d1 - ann bob ann -"},
	{"a merged id leads to the entity", ids("bob-old", "bob"), bare, "bob bob"},
	{"no ids", ids(), bare, ""},
	{"steps on an entity that is asked for twice", ids("ann", "ann"), steps(via(hop(kg.Out, kg.Chaired))), "ann(m1 m2) ann(m1 m2)"},
}

// factsByIDCases ask for facts of the small world by their ids.
func factsByIDCases() []readCase {
	fact := func(t kg.RelationType, subject, object kg.ID) kg.ID {
		for _, f := range SmallWorld().Facts {
			if f.Type == t && f.Subject == subject && f.Object == object {
				return f.ID
			}
		}
		panic("no such fact")
	}
	by := func(shape *kg.FactShape, list ...kg.ID) kg.FactsByID { return kg.FactsByID{IDs: list, Fact: shape} }
	chaired, partOf, rejected := fact(kg.Chaired, "ann", "m1"), fact(kg.PartOf, "depa", "mdes"), fact(kg.Holds, "cat", "min")
	attended := fact(kg.Attended, "bob", "m1")
	return []readCase{
		{"in the order asked, nil for nothing, again for again", by(&kg.FactShape{}, partOf, "nothing", chaired, partOf, ""), nil,
			"depa-PART_OF-mdes - ann-CHAIRED-m1 depa-PART_OF-mdes -"},
		{"no ids", by(&kg.FactShape{}), nil, ""},
		{"a rejected fact is not there", by(&kg.FactShape{Source: bare}, rejected, chaired), nil, "- ann-CHAIRED-m1^ann"},
		{"ids of nodes", by(&kg.FactShape{}, "ann", "d1"), nil, "- -"},
		{"no fact without its shape", by(nil, chaired, "nothing"), nil, "? -"},
		{"both ends, on whose behalf, evidence with its documents", by(&kg.FactShape{
			Source: steps(via(hop(kg.Out, kg.Chaired))), Target: bare, OnBehalfOf: bare, Evidence: &kg.EvidenceShape{First: 2, Document: bare},
		}, attended, chaired), nil, "bob-ATTENDED-m1^bob()$m1@depa{ร่วมในนามดีป้า:d1} ann-CHAIRED-m1^ann(m1 m2)$m1{เป็นประธาน:d1|ประธาน:d1}"},
	}
}

var findCases = []readCase{
	{"every entity, no document", kg.Find{Page: kg.Page{First: 3, Count: true}}, nil, "ann bkk bob > #19"},
	{"kinds", kg.Find{Kinds: []kg.Kind{kg.KindMinistry, kg.KindAgency}, Page: kg.Page{First: 9, Count: true}}, nil, "depa mdes molit #3"},
	{"documents", kg.Find{Kinds: []kg.Kind{kg.KindDocument}, Page: kg.Page{First: 9, Count: true}}, nil, "d1 d2 d3 d4 #4"},
	{"no rows, only the count", kg.Find{Kinds: []kg.Kind{kg.KindPerson}, Page: kg.Page{Count: true}}, bare, "#3"},
	{"a kind that nothing is", kg.Find{Kinds: []kg.Kind{kg.KindFund}, Page: kg.Page{First: 1, Count: true}}, bare, "#0"},
	{"the count is of the whole list", kg.Find{Kinds: []kg.Kind{kg.KindMeeting}, Page: kg.Page{First: 1, After: []string{"m2"}, Count: true}}, nil, "< m3 > #4"},
	{"the last", kg.Find{Kinds: []kg.Kind{kg.KindMeeting}, Page: kg.Page{Last: 2}}, nil, "< m3 m4"},
	{"the last before", kg.Find{Kinds: []kg.Kind{kg.KindMeeting}, Page: kg.Page{Last: 2, Before: []string{"m4"}}}, nil, "< m2 m3 >"},
	{"the first before", kg.Find{Kinds: []kg.Kind{kg.KindMeeting}, Page: kg.Page{First: 9, Before: []string{"m3"}}}, nil, "m1 m2 >"},
	{"between", kg.Find{Kinds: []kg.Kind{kg.KindMeeting}, Page: kg.Page{First: 9, After: []string{"m1"}, Before: []string{"m4"}}}, nil, "< m2 m3 >"},
	{"the last between", kg.Find{Kinds: []kg.Kind{kg.KindMeeting}, Page: kg.Page{Last: 1, After: []string{"m1"}, Before: []string{"m4"}}}, nil, "< m3 >"},
	{"between cursors that cross", kg.Find{Kinds: []kg.Kind{kg.KindMeeting}, Page: kg.Page{First: 9, After: []string{"m3"}, Before: []string{"m2"}}}, nil, ""},
	{"after the end", kg.Find{Kinds: []kg.Kind{kg.KindMeeting}, Page: kg.Page{First: 9, After: []string{"m9"}, Count: true}}, nil, "#4"},
	{"after a key that no row has", kg.Find{Kinds: []kg.Kind{kg.KindMeeting}, Page: kg.Page{First: 1, After: []string{"m10"}}}, nil, "< m2 >"},
	{"after a key before all", kg.Find{Kinds: []kg.Kind{kg.KindMeeting}, Page: kg.Page{First: 1, After: []string{""}}}, nil, "m1 >"},

	{"by name", sortedBy(kg.KindCity, kg.Page{First: 9}, kg.Order{By: kg.OrderName}), nil, "samui kk phuket"},
	{"by name, descending", sortedBy(kg.KindCity, kg.Page{First: 9}, kg.Order{By: kg.OrderName, Desc: true}), nil, "phuket kk samui"},
	{"by date, the undated last", sortedBy(kg.KindMeeting, kg.Page{First: 9}, kg.Order{By: kg.OrderDate}), nil, "m1 m3 m2 m4"},
	{"by date, descending, the undated last", sortedBy(kg.KindMeeting, kg.Page{First: 9}, kg.Order{By: kg.OrderDate, Desc: true}), nil, "m2 m3 m1 m4"},
	{"by date, from behind", sortedBy(kg.KindMeeting, kg.Page{Last: 2}, kg.Order{By: kg.OrderDate}), nil, "< m2 m4"},
	{"by documents", sortedBy(kg.KindPerson, kg.Page{First: 9}, kg.Order{By: kg.OrderDocuments}), nil, "cat ann bob"},
	{"by documents, equal ones by id either way", sortedBy(kg.KindMeeting, kg.Page{First: 9}, kg.Order{By: kg.OrderDocuments, Desc: true}), nil, "m1 m2 m3 m4"},
	{"by documents, then name", sortedBy(kg.KindCity, kg.Page{First: 9}, kg.Order{By: kg.OrderDocuments, Desc: true}, kg.Order{By: kg.OrderName}), nil, "phuket samui kk"},
	{"documents by date", sortedBy(kg.KindDocument, kg.Page{First: 9}, kg.Order{By: kg.OrderDate}), nil, "d4 d1 d2 d3"},
	{"documents by name, the source for want of a title", sortedBy(kg.KindDocument, kg.Page{First: 9}, kg.Order{By: kg.OrderName}), nil, "d4 d2 d3 d1"},
	{"documents by documents", sortedBy(kg.KindDocument, kg.Page{First: 9}, kg.Order{By: kg.OrderDocuments, Desc: true}), nil, "d1 d2 d3 d4"},
}

var predCases = []readCase{
	{"And of nothing is true", among(kg.KindPerson, kg.Pred{And: []kg.Pred{}}), nil, "ann bob cat"},
	{"Or of nothing is false", among(kg.KindPerson, kg.Pred{Or: []kg.Pred{}}), nil, ""},
	{"Not of And of nothing", among(kg.KindPerson, not(kg.Pred{And: []kg.Pred{}})), nil, ""},
	{"Not of Or of nothing", among(kg.KindPerson, not(kg.Pred{Or: []kg.Pred{}})), nil, "ann bob cat"},
	{"And", among(kg.KindMeeting, kg.Pred{And: []kg.Pred{enum(kg.FieldStatus, "HELD"), within("2020-01-01", "")}}), nil, "m3"},
	{"Or", among(kg.KindMeeting, kg.Pred{Or: []kg.Pred{enum(kg.FieldStatus, "PLANNED"), within("", "2019-12-31")}}), nil, "m1 m2"},
	{"Not", among(kg.KindMeeting, not(enum(kg.FieldStatus, "HELD"))), nil, "m2 m4"},

	{"ids, merged ones too", among(kg.KindPerson, kg.Pred{ID: &kg.IDPred{In: []kg.ID{"cat", "bob-old", "nobody", "mou"}}}), nil, "bob cat"},
	{"no ids", among(kg.KindPerson, kg.Pred{ID: &kg.IDPred{}}), nil, ""},
	{"ids of documents", among(kg.KindDocument, kg.Pred{ID: &kg.IDPred{In: []kg.ID{"d3", "ann"}}}), nil, "d3"},

	{"a name", among(kg.KindPerson, *named(kg.NameEquals, kg.NameKey("KIM hyun mee"))), nil, "cat"},
	{"any of the names", among(kg.KindPerson, *named(kg.NameEquals, "natapon")), nil, "bob"},
	{"a name with or without what stands before it", among(kg.KindPerson, *named(kg.NameEquals, kg.NameKey("พุทธิพงษ์ ปุณณกันต์"), kg.NameKey("นายพุทธิพงษ์ ปุณณกันต์"))), nil, "ann"},
	{"a part is not equal", among(kg.KindPerson, *named(kg.NameEquals, "ณัฐ")), nil, ""},
	{"contains", kg.Find{Where: named(kg.NameContains, "ดิจิทัล"), Page: kg.Page{First: 9}}, nil, "depa mdes min"},
	{"contains, one letter", among(kg.KindCity, *named(kg.NameContains, "ก")), nil, "kk phuket samui"},
	{"starts with", kg.Find{Where: named(kg.NameStartsWith, "กระทรวง"), Page: kg.Page{First: 9}}, nil, "mdes"},
	{"starts with, another name", kg.Find{Where: named(kg.NameStartsWith, "mde"), Page: kg.Page{First: 9}}, nil, "mdes"},
	{"Thai digits are digits", among(kg.KindMeeting, *named(kg.NameContains, "12562")), nil, "m1"},
	{"the empty key never matches", among(kg.KindPerson, *named(kg.NameContains, "")), nil, ""},
	{"nor does it at the start", among(kg.KindPerson, *named(kg.NameStartsWith, "")), nil, ""},
	{"one key of two serves", among(kg.KindPerson, *named(kg.NameContains, "", "kim")), nil, "cat"},
	{"no keys", among(kg.KindPerson, *named(kg.NameContains)), nil, ""},
	{"a document's title", among(kg.KindDocument, *named(kg.NameStartsWith, "phuket")), nil, "d2"},
	{"a document's source for want of a title", among(kg.KindDocument, *named(kg.NameEquals, "ขอนแก่น3")), nil, "d3"},
	{"a title, not the text", among(kg.KindDocument, *named(kg.NameContains, "seminar")), nil, ""},

	{"a date overlaps by its last day", among(kg.KindMeeting, within("2019-11-26", "2020-01-01")), nil, "m1 m3"},
	{"a month", among(kg.KindMeeting, within("2020-02-29", "2020-02-29")), nil, "m2 m3"},
	{"from", among(kg.KindMeeting, within("2020-03-01", "")), nil, "m3"},
	{"to", among(kg.KindMeeting, within("", "2019-11-25")), nil, "m1"},
	{"open on both sides, the undated are not there", among(kg.KindMeeting, within("", "")), nil, "m1 m2 m3"},
	{"not within, the undated are there", among(kg.KindMeeting, not(within("", ""))), nil, "m4"},
	{"a document's date", among(kg.KindDocument, within("2019-12-01", "2020-05-01")), nil, "d2 d4"},
	{"a project's date", kg.Find{Where: &kg.Pred{Date: &kg.DatePred{From: "2020-12-31"}}, Page: kg.Page{First: 9}}, nil, "m3 proj"},

	{"kind", kg.Find{Where: ptr(enum(kg.FieldKind, "POST", "PROJECT", "SPOON")), Page: kg.Page{First: 9}}, nil, "head min proj"},
	{"kind of documents", among(kg.KindDocument, enum(kg.FieldKind, "DOCUMENT")), nil, "d1 d2 d3 d4"},
	{"subtype", among(kg.KindMeeting, enum(kg.FieldSubtype, "SEMINAR", "LOI")), nil, "m2"},
	{"without subtype", among(kg.KindMeeting, enum(kg.FieldSubtype, "")), nil, "m3 m4"},
	{"role", kg.Find{Where: ptr(enum(kg.FieldRole, "MINISTER")), Page: kg.Page{First: 9}}, nil, "min"},
	{"values are exact", kg.Find{Where: ptr(enum(kg.FieldRole, "minister")), Page: kg.Page{First: 9}}, nil, ""},
	{"no values", among(kg.KindMeeting, enum(kg.FieldStatus)), nil, ""},
	{"publisher", among(kg.KindDocument, enum(kg.FieldPublisher, "depa")), nil, "d2 d4"},
	{"without publisher", among(kg.KindDocument, enum(kg.FieldPublisher, "")), nil, "d3"},
	{"language", among(kg.KindDocument, enum(kg.FieldLanguage, "th")), nil, "d1 d4"},
	{"a field of the other sort is empty", among(kg.KindPerson, enum(kg.FieldPublisher, "")), nil, "ann bob cat"},

	{"some", among(kg.KindPerson, rel(kg.Some, hop(kg.Out, kg.Attended), nil)), nil, "bob cat"},
	{"none", among(kg.KindPerson, rel(kg.None, hop(kg.Out, kg.Attended), nil)), nil, "ann"},
	{"all holds where there is none", among(kg.KindPerson, rel(kg.All, hop(kg.Out, kg.Attended), ptr(enum(kg.FieldStatus, "HELD")))), nil, "ann cat"},
	{"some in", among(kg.KindMeeting, rel(kg.Some, hop(kg.In, kg.Chaired, kg.Organized), named(kg.NameEquals, "depa"))), nil, "m1 m2"},
	{"none in", among(kg.KindMeeting, rel(kg.None, hop(kg.In, kg.Organized), named(kg.NameEquals, "depa"))), nil, "m3 m4"},
	{"all out", among(kg.KindMeeting, rel(kg.All, hop(kg.Out, kg.HeldAt), named(kg.NameEquals, "phuket"))), nil, "m2 m3 m4"},
	{"either way", among(kg.KindAgency, rel(kg.Some, hop(kg.Both, kg.PartOf), nil)), nil, "depa"},
	{"any type", among(kg.KindCity, rel(kg.None, hop(kg.Both), nil)), nil, "samui"},
	{"kinds of neighbours", among(kg.KindAgreement, rel(kg.Some, kg.Hop{Types: []kg.RelationType{kg.PartyTo}, Direction: kg.In, Kinds: []kg.Kind{kg.KindCity}}, nil)), nil, "loi"},
	{"a rejected fact is not there", among(kg.KindPost, rel(kg.Some, hop(kg.In, kg.Holds), named(kg.NameEquals, "kimhyunmee"))), nil, ""},
	{"unless asked for", among(kg.KindPost, rel(kg.Some, kg.Hop{Direction: kg.In, Edge: kg.EdgePred{WithRejected: true}}, named(kg.NameEquals, "kimhyunmee"))), nil, "min"},
	{"two hops", among(kg.KindPerson, kg.Pred{Rel: &kg.RelPred{Via: kg.ViaFacts, Quant: kg.Some, Hops: []kg.Hop{hop(kg.Out, kg.Holds), hop(kg.Out, kg.PostIn)}, Where: named(kg.NameEquals, "depa")}}), nil, "bob"},
	{"some of some of some", among(kg.KindPerson, rel(kg.Some, hop(kg.Out, kg.Holds), ptr(rel(kg.Some, hop(kg.Out, kg.PostIn), ptr(rel(kg.Some, hop(kg.Out, kg.Organized), ptr(enum(kg.FieldStatus, "PLANNED")))))))), nil, "bob"},
	{"none of some of all", among(kg.KindAgreement, rel(kg.None, hop(kg.In, kg.PartyTo), ptr(rel(kg.Some, hop(kg.Out, kg.Organized), ptr(rel(kg.All, hop(kg.Out, kg.HeldAt), named(kg.NameEquals, "phuket"))))))), nil, ""},
	{"all of none of some", among(kg.KindMeeting, rel(kg.All, hop(kg.In, kg.Attended), ptr(rel(kg.None, hop(kg.Out, kg.Holds), ptr(rel(kg.Some, hop(kg.Out, kg.PostIn), nil)))))), nil, "m3 m4"},
	{"meetings whose agreements have all parties among organisations", among(kg.KindMeeting, rel(kg.Some, hop(kg.In, kg.SignedAt), ptr(rel(kg.All, hop(kg.In, kg.PartyTo), ptr(rel(kg.None, hop(kg.Both, kg.HeldAt), nil)))))), nil, "m1"},

	{"mentioned by a document", among(kg.KindPerson, kg.Pred{Rel: &kg.RelPred{Via: kg.ViaDocuments, Quant: kg.Some, Where: ptr(enum(kg.FieldPublisher, "depa"))}}), nil, "bob"},
	{"mentioned by none", among(kg.KindPerson, kg.Pred{Rel: &kg.RelPred{Via: kg.ViaDocuments, Quant: kg.None}}), nil, "cat"},
	{"documents that mention some", among(kg.KindDocument, kg.Pred{Rel: &kg.RelPred{Via: kg.ViaEntities, Quant: kg.Some, Where: named(kg.NameEquals, "depa")}}), nil, "d1 d2 d3"},
	{"documents all of whose entities are places", among(kg.KindDocument, kg.Pred{Rel: &kg.RelPred{Via: kg.ViaEntities, Quant: kg.All, Where: ptr(enum(kg.FieldKind, "CITY", "PROVINCE"))}}), nil, "d4"},
	{"a document has no facts", among(kg.KindDocument, rel(kg.Some, hop(kg.Both), nil)), nil, ""},

	{"asOf: stated validity covers the day", among(kg.KindPerson, rel(kg.Some, asOf(kg.Holds, "2024-01-01"), nil)), nil, "ann"},
	{"asOf: before it", among(kg.KindPerson, rel(kg.Some, asOf(kg.Holds, "2019-06-30"), nil)), nil, ""},
	{"asOf: observations span the day", among(kg.KindPerson, rel(kg.Some, asOf(kg.Holds, "2020-01-01"), nil)), nil, "ann bob"},
	{"asOf: what is not known does not hold", among(kg.KindPost, rel(kg.Some, asOf(kg.PostIn, "2020-01-01"), nil)), nil, ""},
}

func ptr[V any](v V) *V { return &v }

func asOf(kind kg.RelationType, day string) kg.Hop {
	return kg.Hop{Types: []kg.RelationType{kind}, Direction: kg.Out, Edge: kg.EdgePred{AsOf: day}}
}

// colleagues leads from a person to those at the same meetings.
var colleagues = with(via(hop(kg.Out, kg.Attended, kg.Chaired, kg.SpokeAt), hop(kg.In, kg.Attended, kg.Chaired, kg.SpokeAt)),
	func(s *kg.Step) { s.Group, s.Node, s.Page.Count = true, bare, true })

var stepCases = []readCase{
	{"out", ids("ann"), steps(facts(kg.Out)), "ann(m1/CHAIRED m2/CHAIRED min/HOLDS mou/WITNESSED)"},
	{"in", ids("m2"), steps(facts(kg.In)), "m2(ann/CHAIRED bob/ATTENDED depa/ORGANIZED)"},
	{"both", ids("depa"), steps(facts(kg.Both, kg.PartOf, kg.PostIn, kg.PartyTo)), "depa(head/POST_IN loi/PARTY_TO mdes/PART_OF mou/PARTY_TO)"},
	{"kinds", ids("m1"), steps(via(kg.Hop{Direction: kg.Both, Kinds: []kg.Kind{kg.KindProvince, kg.KindAgency}})), "m1(bkk depa)"},
	{"where", ids("m1"), steps(with(facts(kg.In), func(s *kg.Step) { s.Where = named(kg.NameContains, "buddhi") })), "m1(ann/CHAIRED)"},
	{"roles", ids("m1"), steps(edge(kg.In, kg.Organized, kg.EdgePred{Roles: []string{"CO_HOST", "x"}})), "m1(depa)"},
	{"statuses", ids("depa"), steps(edge(kg.In, kg.MemberOf, kg.EdgePred{Statuses: []string{"MEMBER"}})), "depa(phuket)"},
	{"confidence", ids("ann"), steps(edge(kg.Out, kg.Chaired, kg.EdgePred{MinConfidence: 0.6})), "ann(m1)"},
	{"confidence, just", ids("ann"), steps(edge(kg.Out, kg.Chaired, kg.EdgePred{MinConfidence: 0.5})), "ann(m1 m2)"},
	{"rejected hidden", ids("min"), steps(edge(kg.In, kg.Holds, kg.EdgePred{})), "min(ann)"},
	{"rejected shown", ids("min"), steps(edge(kg.In, kg.Holds, kg.EdgePred{WithRejected: true})), "min(ann cat)"},
	{"asOf", ids("min", "head"), steps(edge(kg.In, kg.Holds, kg.EdgePred{AsOf: "2020-05-31"})), "min(ann) head(bob)"},
	{"asOf, a day later", ids("min", "head"), steps(edge(kg.In, kg.Holds, kg.EdgePred{AsOf: "2020-06-01"})), "min(ann) head()"},
	{"by name", ids("mou"), steps(with(facts(kg.Out, kg.About), func(s *kg.Step) { s.Order = []kg.Order{{By: kg.OrderName}} })), "mou(kk/ABOUT phuket/ABOUT proj/ABOUT)"},
	{"by date, descending", ids("depa"), steps(with(facts(kg.Out), func(s *kg.Step) { s.Order = []kg.Order{{By: kg.OrderDate, Desc: true}} })),
		"depa(m2/ORGANIZED m1/ORGANIZED mou/PARTY_TO loi/PARTY_TO mdes/PART_OF)"},
	{"by observation, the unobserved last", ids("m1"), steps(with(facts(kg.In, kg.Attended, kg.Chaired, kg.Organized), func(s *kg.Step) { s.Order = []kg.Order{{By: kg.OrderObserved}} })),
		"m1(cat/ATTENDED ann/CHAIRED bob/ATTENDED depa/ORGANIZED mdes/ORGANIZED)"},
	{"by observation, descending", ids("m1"), steps(with(facts(kg.In, kg.Attended, kg.Chaired, kg.Organized), func(s *kg.Step) { s.Order = []kg.Order{{By: kg.OrderObserved, Desc: true}} })),
		"m1(ann/CHAIRED bob/ATTENDED cat/ATTENDED depa/ORGANIZED mdes/ORGANIZED)"},
	{"pages are each parent's own", ids("ann", "bob"), steps(with(facts(kg.Out), func(s *kg.Step) { s.Page = kg.Page{First: 2, Count: true} })),
		"ann(m1/CHAIRED m2/CHAIRED > #4) bob(head/HOLDS m1/ATTENDED > #4)"},
	{"only the count", ids("ann", "cat"), steps(with(facts(kg.Out), func(s *kg.Step) { s.Page = kg.Page{Count: true} })), "ann(#4) cat(#2)"},
	{"steps for some kinds", ids("ann", "m1", "d1"), steps(with(via(hop(kg.Both, kg.Chaired)), func(s *kg.Step) { s.On = []kg.Kind{kg.KindMeeting}; s.Page.Count = true })),
		"ann(#0) m1(ann #1) d1(#0)"},
	{"four levels", ids("bob"), steps(with(via(hop(kg.Out, kg.Holds)), func(s *kg.Step) {
		s.Node = steps(with(via(hop(kg.Out, kg.PostIn)), func(s *kg.Step) {
			s.Node = steps(with(via(hop(kg.Out, kg.Organized)), func(s *kg.Step) {
				s.Node = steps(via(hop(kg.Out, kg.HeldAt)), with(via(hop(kg.In, kg.Chaired)), func(s *kg.Step) { s.Page.First = 1 }))
			}))
		}))
	})), "bob(head(depa(m1(bkk; ann) m2(phuket; ann))))"},

	{"two hops", ids("ann"), steps(via(hop(kg.Out, kg.Holds), hop(kg.Out, kg.PostIn))), "ann(mdes)"},
	{"two hops, the last fact", ids("min"), steps(with(via(hop(kg.Out, kg.PostIn), hop(kg.In, kg.PartOf)), func(s *kg.Step) { s.Fact = &kg.FactShape{Source: bare} })), "min(depa/PART_OF^depa)"},
	{"two hops may come back", ids("ann"), steps(via(hop(kg.Out, kg.Chaired), hop(kg.In, kg.Chaired))), "ann(ann ann)"},
	{"two ways to one fact are one row", ids("depa"), steps(via(hop(kg.Out, kg.Organized), hop(kg.In, kg.Organized), hop(kg.Out, kg.PartOf))), "depa(mdes)"},
	{"three hops", ids("phuket"), steps(via(hop(kg.In, kg.About), hop(kg.In, kg.Signed), hop(kg.Out, kg.Holds))), "phuket(head)"},
	{"hops under conditions", ids("cat"), steps(via(kg.Hop{Direction: kg.Out, Edge: kg.EdgePred{WithRejected: true}, Kinds: []kg.Kind{kg.KindPost}}, hop(kg.Out))), "cat(mdes)"},
	{"group", ids("bob"), steps(colleagues), "bob(ann*2 cat*1 #2)"},
	{"group, counting nodes, not facts", ids("ann", "cat"), steps(colleagues), "ann(bob*2 cat*1 #2) cat(ann*1 bob*1 #2)"},
	{"group, where", ids("bob"), steps(with(colleagues, func(s *kg.Step) { s.Where = named(kg.NameContains, "kim") })), "bob(cat*1 #1)"},
	{"group, second page", ids("bob"), steps(with(colleagues, func(s *kg.Step) { s.Page.After = []string{"2", "ann"} })), "bob(< cat*1 #2)"},
	{"group, after an equal count", ids("cat"), steps(with(colleagues, func(s *kg.Step) { s.Page.After = []string{"1", "ann"} })), "cat(< bob*1 #2)"},
	{"group, from behind", ids("bob"), steps(with(colleagues, func(s *kg.Step) { s.Page = kg.Page{Last: 1} })), "bob(< cat*1)"},

	{"documents", ids("bob", "depa", "samui"), steps(kg.Step{Via: kg.ViaDocuments, Page: kg.Page{First: 9, Count: true}}), "bob(d1 d2 #2) depa(d1 d2 d3 #3) samui(#0)"},
	{"documents by date, descending", ids("bob"), steps(kg.Step{Via: kg.ViaDocuments, Order: []kg.Order{{By: kg.OrderDate, Desc: true}}, Page: kg.Page{First: 9}}), "bob(d2 d1)"},
	{"documents, where", ids("bob"), steps(kg.Step{Via: kg.ViaDocuments, Where: ptr(enum(kg.FieldLanguage, "en")), Page: kg.Page{First: 9}}), "bob(d2)"},
	{"mentions", ids("bob"), steps(kg.Step{Via: kg.ViaMentions, Page: kg.Page{First: 9, Count: true}}), "bob(d1[83,94] d2[27,34] d2[27,37] d2[53,66] #4)"},
	{"mentions, a page", ids("bob"), steps(kg.Step{Via: kg.ViaMentions, Page: kg.Page{First: 1, After: []string{"d2", "27", "34"}}}), "bob(< d2[27,37] >)"},
	{"mentions of one document", ids("bob"), steps(kg.Step{Via: kg.ViaMentions, Where: &kg.Pred{ID: &kg.IDPred{In: []kg.ID{"d1"}}}, Page: kg.Page{First: 9}}), "bob(d1[83,94])"},
	{"entities of documents", ids("d1", "d2", "d3"), steps(kg.Step{Via: kg.ViaEntities, Page: kg.Page{First: 9, Count: true}}), "d1(ann bob depa m1 mdes #5) d2(bob depa phuket #3) d3(depa kk #2)"},
	{"entities by documents", ids("d2"), steps(kg.Step{Via: kg.ViaEntities, Order: []kg.Order{{By: kg.OrderName}}, Page: kg.Page{First: 9}}), "d2(bob phuket depa)"},
	{"claims, each fact once", ids("d2"), steps(kg.Step{Via: kg.ViaClaims, Order: []kg.Order{{By: kg.OrderName}}, Page: kg.Page{First: 9, Count: true}, Fact: &kg.FactShape{Source: bare}}),
		"d2(m1/CHAIRED^ann m2/ATTENDED^bob m2/CHAIRED^ann #3)"},
	{"claims, but the rejected", ids("d1"), steps(kg.Step{Via: kg.ViaClaims, Where: ptr(enum(kg.FieldKind, "POST", "PROVINCE")), Order: []kg.Order{{By: kg.OrderName}}, Page: kg.Page{First: 9}, Fact: &kg.FactShape{Source: bare}}),
		"d1(bkk/HELD_AT^m1 head/HOLDS^bob min/HOLDS^ann)"},
	{"a document's step on an entity", ids("ann"), steps(kg.Step{Via: kg.ViaEntities, Page: kg.Page{First: 9, Count: true}}, kg.Step{Via: kg.ViaClaims, Page: kg.Page{First: 9}}), "ann(#0; )"},
	{"an entity's step on a document", ids("d1"), steps(kg.Step{Via: kg.ViaDocuments, Page: kg.Page{First: 9, Count: true}}, kg.Step{Via: kg.ViaMentions, Page: kg.Page{First: 9}}, via(hop(kg.Both))), "d1(#0; ; )"},
	{"through documents and back", ids("kk"), steps(kg.Step{Via: kg.ViaDocuments, Page: kg.Page{First: 9}, Node: steps(kg.Step{Via: kg.ViaEntities, Page: kg.Page{First: 9}, Node: steps(via(hop(kg.Out)))})}), "kk(d3(depa(loi m1 m2 mdes mou) kk(depa)))"},
}

var chairs = edge(kg.In, kg.Chaired, kg.EdgePred{})

var factCases = []readCase{
	{"both ends", ids("m1"), steps(with(chairs, func(s *kg.Step) { s.Fact = &kg.FactShape{Source: bare, Target: bare} })), "m1(ann/CHAIRED^ann$m1)"},
	{"on whose behalf", ids("m1"), steps(with(facts(kg.In, kg.Attended), func(s *kg.Step) { s.Fact = &kg.FactShape{OnBehalfOf: steps(via(hop(kg.Out, kg.PartOf)))} })), "m1(bob/ATTENDED@depa(mdes) cat/ATTENDED)"},
	{"no fact without its shape", ids("m1"), steps(chairs), "m1(ann)"},
	{"evidence in its order", ids("m1"), steps(with(chairs, func(s *kg.Step) { s.Fact = &kg.FactShape{Evidence: &kg.EvidenceShape{First: 9}} })), "m1(ann/CHAIRED{เป็นประธาน|ประธาน|seminar})"},
	{"the first pieces of evidence", ids("m1"), steps(with(chairs, func(s *kg.Step) { s.Fact = &kg.FactShape{Evidence: &kg.EvidenceShape{First: 2}} })), "m1(ann/CHAIRED{เป็นประธาน|ประธาน})"},
	{"no evidence", ids("m1"), steps(with(chairs, func(s *kg.Step) { s.Fact = &kg.FactShape{Evidence: &kg.EvidenceShape{}} })), "m1(ann/CHAIRED)"},
	{"evidence with its document", ids("m1"), steps(with(chairs, func(s *kg.Step) {
		s.Fact = &kg.FactShape{Evidence: &kg.EvidenceShape{First: 3, Document: steps(kg.Step{Via: kg.ViaEntities, Page: kg.Page{First: 1}})}}
	})), "m1(ann/CHAIRED{เป็นประธาน:d1(ann >)|ประธาน:d1(ann >)|seminar:d2(bob >)})"},
	{"of claims", ids("d2"), steps(kg.Step{Via: kg.ViaClaims, Order: []kg.Order{{By: kg.OrderName}, {By: kg.OrderObserved}}, Page: kg.Page{First: 9}, Fact: &kg.FactShape{Target: bare, Evidence: &kg.EvidenceShape{First: 1}}}),
		"d2(m1/CHAIRED$m1{เป็นประธาน} m2/ATTENDED$m2{Natapon of depa came} m2/CHAIRED$m2{seminar})"},
}

// hits gives a search for terms whose keys are known.
func hits(change func(*kg.Search), terms ...string) kg.Search {
	s := kg.Search{Whole: strings.Join(terms, ""), Terms: terms, Page: kg.Page{First: 20}}
	if change != nil {
		change(&s)
	}
	return s
}

func entitiesOnly(s *kg.Search) {
	for _, info := range kg.Kinds {
		if info.Kind != kg.KindDocument {
			s.Kinds = append(s.Kinds, info.Kind)
		}
	}
}

var searchCases = []readCase{
	{"nothing", hits(nil), nil, ""},
	{"nothing, counted", hits(func(s *kg.Search) { s.Page.Count, s.Facets, s.YearFacets = true, true, true }), bare, "#0"},
	{"what is not there", hits(nil, "zzz"), nil, ""},
	{"a name, and a text", hits(nil, "molit"), nil, `molit=1"MOLIT"`},
	{"a name, then text", hits(nil, "natapon"), nil, `bob=1"Natapon" d2=0.1"Phuket Smart City"`},
	{"the whole name, title, text", hits(nil, "phuket"), nil, `phuket=1"Phuket" d2=0.25"Phuket Smart City"`},
	{"the beginning of a name", hits(entitiesOnly, "กระทรวง"), nil, `mdes=0.58"กระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม" min=0.5"รัฐมนตรีว่าการกระทรวงดิจิทัลฯ"`},
	{"inside a Thai word", hits(entitiesOnly, "จิทั"), nil, `min=0.4571"รัฐมนตรีว่าการกระทรวงดิจิทัลฯ" depa=0.4516"สำนักงานส่งเสริมเศรษฐกิจดิจิทัล" mdes=0.4457"กระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม"`},
	{"one character", hits(func(s *kg.Search) { s.Kinds = []kg.Kind{kg.KindCity} }, "ก"), nil, `phuket=0.4667"ภูเก็ต" kk=0.4571"ขอนแก่น" samui=0.45"เกาะสมุย"`},
	{"two characters", hits(func(s *kg.Search) { s.Kinds = []kg.Kind{kg.KindCity} }, "แก"), nil, `kk=0.5143"ขอนแก่น"`},
	{"one Latin letter", hits(func(s *kg.Search) { s.Kinds = []kg.Kind{kg.KindMinistry} }, "m"), nil, `mdes=0.6"MDES" molit=0.58"MOLIT"`},
	{"two terms in their order", hits(entitiesOnly, "kim", "hyun"), nil, `cat=0.78"Kim Hyun-mee"`},
	{"two terms in another order", hits(entitiesOnly, "hyun", "kim"), nil, `cat=0.3"Kim Hyun-mee"`},
	{"terms in different names", hits(entitiesOnly, "depa", "ดีป้า"), nil, `depa=0.3"สำนักงานส่งเสริมเศรษฐกิจดิจิทัล"`},
	{"one term too many", hits(entitiesOnly, "kim", "zzz"), nil, ""},
	{"terms in title and text", hits(nil, "smart", "seminar"), nil, `d2=0.1"Phuket Smart City"`},
	{"terms in the title", hits(nil, "city", "smart"), nil, `d2=0.25"Phuket Smart City"`},
	{"digits", hits(nil, kg.NameKey("๑/๒๕๖๒")), nil, `m1=0.4769"การประชุม ASCN ครั้งที่ ๑/๒๕๖๒"`},
	{"equal names by documents, then id", hits(func(s *kg.Search) { s.Kinds = []kg.Kind{kg.KindAgency, kg.KindMinistry, kg.KindPost, kg.KindCity} }, "ดีป้า"), nil, `depa=1"ดีป้า" head=0.5"ผู้อำนวยการใหญ่ ดีป้า"`},
	{"the text of a document without a title", hits(func(s *kg.Search) { s.Kinds = []kg.Kind{kg.KindDocument} }, "ขอนแก่น"), nil, `d3=0.1"ขอนแก่น-๓"`},
	{"a source is no title", hits(nil, "ขอนแก่น3"), nil, ""},
	{"documents alone", hits(func(s *kg.Search) { s.Kinds = []kg.Kind{kg.KindDocument} }, "ลงนาม"), nil, `d1=0.25"ลงนามบันทึกความเข้าใจเมืองอัจฉริยะ" d4=0.1"Copy"`},
	{"across a space of the text", hits(nil, kg.NameKey("พุทธิพงษ์ปุณณกันต์เป็นประธาน")), nil, `d1=0.1"ลงนามบันทึกความเข้าใจเมืองอัจฉริยะ"`},
	{"names alone", hits(func(s *kg.Search) { s.Names = true }, "phuket"), nil, `phuket=1"Phuket"`},
	{"names alone, the whole in one name", hits(func(s *kg.Search) { s.Names = true }, "hyun", "kim"), nil, ""},
	{"names alone, in order", hits(func(s *kg.Search) { s.Names = true }, "kim", "hyun"), nil, `cat=0.78"Kim Hyun-mee"`},
	{"facets", hits(func(s *kg.Search) { s.Facets, s.YearFacets, s.Page = true, true, kg.Page{First: 1, Count: true} }, "ประชุม"), nil,
		`m4=0.5846"ก่อนการประชุม" > #3 kinds: MEETING=2 DOCUMENT=1 years: 2019=2`},
	{"facets without rows", hits(func(s *kg.Search) { s.Facets, s.Page = true, kg.Page{} }, "phuket"), nil, "kinds: CITY=1 DOCUMENT=1"},
	{"nodes with steps", hits(func(s *kg.Search) { s.Names = true }, "natapon"), steps(via(hop(kg.Out, kg.Holds))), `bob=1"Natapon"(head)`},
}

// path gives a path search that reads the facts.
func path(from, to kg.ID, length, first int, change func(*kg.PathSearch)) kg.PathSearch {
	p := kg.PathSearch{From: from, To: to, MaxLength: length, First: first, Fact: &kg.FactShape{}}
	if change != nil {
		change(&p)
	}
	return p
}

var pathCases = []readCase{
	{"one hop", path("ann", "min", 6, 1, nil), bare, "ann >HOLDS> min."},
	{"against the direction", path("min", "ann", 1, 5, nil), bare, "min <HOLDS< ann."},
	{"shortest first, equal ones by the nodes", path("ann", "bob", 2, 9, nil), bare, "ann >CHAIRED> m1 <ATTENDED< bob. ann >CHAIRED> m2 <ATTENDED< bob. ann >WITNESSED> mou <SIGNED< bob."},
	{"so many and no more", path("ann", "bob", 3, 2, nil), bare, "ann >CHAIRED> m1 <ATTENDED< bob. ann >CHAIRED> m2 <ATTENDED< bob."},
	{"types", path("ann", "bob", 4, 9, func(p *kg.PathSearch) { p.Types = []kg.RelationType{kg.Witnessed, kg.Signed} }), bare, "ann >WITNESSED> mou <SIGNED< bob."},
	{"longer ones after shorter ones", path("samui", "kk", 6, 3, nil), bare, ""},
	{"by length", path("loi", "kk", 3, 9, func(p *kg.PathSearch) {
		p.Types = []kg.RelationType{kg.PartyTo, kg.About, kg.MemberOf}
	}), bare, "loi <PARTY_TO< depa <MEMBER_OF< kk. loi <PARTY_TO< depa >PARTY_TO> mou >ABOUT> kk. loi <PARTY_TO< phuket >MEMBER_OF> depa <MEMBER_OF< kk. loi <PARTY_TO< phuket <ABOUT< mou >ABOUT> kk."},
	{"too far", path("cat", "depa", 1, 9, nil), bare, ""},
	{"a rejected fact is no way", path("cat", "min", 1, 9, nil), bare, ""},
	{"unless asked for", path("cat", "min", 1, 9, func(p *kg.PathSearch) { p.Edge.WithRejected = true }), bare, "cat >HOLDS> min."},
	{"asOf", path("ann", "bob", 2, 9, func(p *kg.PathSearch) { p.Edge.AsOf = "2019-11-25" }), bare, "ann >CHAIRED> m1 <ATTENDED< bob."},
	{"merged ends", path("bob-old", "head", 2, 1, nil), bare, "bob >HOLDS> head."},
	{"equal ends", path("bob", "bob", 3, 9, nil), bare, ""},
	{"ends that are merged", path("bob", "bob-old", 3, 9, nil), bare, ""},
	{"unknown ends", path("bob", "nobody", 3, 9, nil), bare, ""},
	{"a document is no end", path("bob", "d1", 3, 9, nil), bare, ""},
	{"nodes and facts with shapes", path("cat", "bob", 2, 1, func(p *kg.PathSearch) {
		p.Types = []kg.RelationType{kg.Attended}
		p.Fact = &kg.FactShape{Source: bare, OnBehalfOf: bare, Evidence: &kg.EvidenceShape{First: 1}}
	}), steps(via(hop(kg.Out, kg.HeldAt))), "cat() >ATTENDED> m1(bkk) <ATTENDED< bob()."},
}

func around(ids []kg.ID, depth, limit int, change func(*kg.Neighborhood)) kg.Neighborhood {
	n := kg.Neighborhood{IDs: ids, Depth: depth, Limit: limit}
	if change != nil {
		change(&n)
	}
	return n
}

func readFacts(n *kg.Neighborhood) { n.Fact = &kg.FactShape{} }

var neighborhoodCases = []readCase{
	{"depth 0", around([]kg.ID{"cat"}, 0, 9, readFacts), bare, "cat; "},
	{"depth 0, the facts among them", around([]kg.ID{"mdes", "depa", "depa"}, 0, 9, readFacts), bare, "depa mdes; depa-PART_OF-mdes"},
	{"depth 1, more documents first", around([]kg.ID{"cat"}, 1, 9, nil), bare, "cat m1; ? ?"},
	{"depth 2", around([]kg.ID{"cat"}, 2, 9, func(n *kg.Neighborhood) { n.Types = []kg.RelationType{kg.Attended, kg.Chaired, kg.Organized} }), bare, "cat m1 bob depa ann mdes; ? ? ? ? ?"},
	{"depth 3, nearest first", around([]kg.ID{"cat"}, 3, 99, func(n *kg.Neighborhood) { n.Types = []kg.RelationType{kg.Attended} }), bare, "cat m1 bob m2; ? ? ?"},
	{"truncated", around([]kg.ID{"cat"}, 2, 3, func(n *kg.Neighborhood) { n.Types = []kg.RelationType{kg.Attended, kg.Chaired, kg.Organized} }), bare, "cat m1 bob; ? ?; …"},
	{"just not truncated", around([]kg.ID{"cat"}, 1, 2, nil), bare, "cat m1; ? ?"},
	{"kinds, but for the first", around([]kg.ID{"m1"}, 1, 9, func(n *kg.Neighborhood) { n.Kinds = []kg.Kind{kg.KindAgency, kg.KindPost} }), bare, "m1 depa; ?"},
	{"no way through other kinds", around([]kg.ID{"ann"}, 2, 9, func(n *kg.Neighborhood) { n.Kinds = []kg.Kind{kg.KindPerson} }), bare, "ann; "},
	{"merged, unknown and documents' ids", around([]kg.ID{"bob-old", "nobody", "d1"}, 0, 9, nil), bare, "bob; "},
	{"nothing", around(nil, 3, 9, nil), bare, "; "},
	{"a rejected fact is no way", around([]kg.ID{"molit"}, 1, 9, readFacts), bare, "molit mou; molit-PARTY_TO-mou"},
	{"nor is it among the nodes", around([]kg.ID{"molit", "m2"}, 0, 9, readFacts), bare, "m2 molit; "},
	{"nor is one that is too unsure", around([]kg.ID{"ann", "m1", "m2"}, 0, 9, func(n *kg.Neighborhood) { n.Edge.MinConfidence, n.Fact = 0.6, &kg.FactShape{} }), bare, "ann m1 m2; ann-CHAIRED-m1"},
	{"nor one of another type", around([]kg.ID{"cat", "m1"}, 0, 9, func(n *kg.Neighborhood) { n.Types, n.Fact = []kg.RelationType{kg.SpokeAt}, &kg.FactShape{} }), bare, "m1 cat; cat-SPOKE_AT-m1"},
	{"unless asked for", around([]kg.ID{"molit"}, 1, 9, func(n *kg.Neighborhood) { n.Edge.WithRejected, n.Types = true, []kg.RelationType{kg.Organized} }), bare, "molit m2; ?"},
	{"nodes with steps", around([]kg.ID{"kk"}, 0, 9, nil), steps(via(hop(kg.Out))), "kk(depa); "},
}

func counted(kind kg.Kind, by ...kg.Dimension) kg.Count {
	return kg.Count{Kinds: []kg.Kind{kind}, GroupBy: by}
}

func countedFacts(types []kg.RelationType, by ...kg.Dimension) kg.Count {
	return kg.Count{Facts: true, Types: types, GroupBy: by}
}

var countCases = []readCase{
	{"entities", counted(kg.KindMeeting), nil, "=4"},
	{"no entities", counted(kg.KindFund), nil, ""},
	{"every entity", kg.Count{}, nil, "=19"},
	{"where", kg.Count{Kinds: []kg.Kind{kg.KindMeeting}, Where: ptr(within("2020-01-01", ""))}, nil, "=2"},
	{"by year", counted(kg.KindMeeting, kg.ByYear), nil, "=1 2019=1 2020=2"},
	{"by month, a year alone is no month", counted(kg.KindMeeting, kg.ByMonth), nil, "=1 2019-11=1 2020=1 2020-02=1"},
	{"by type", counted(kg.KindMeeting, kg.ByType), nil, "=2 CONFERENCE=1 SEMINAR=1"},
	{"by status", counted(kg.KindMeeting, kg.ByStatus), nil, "=1 HELD=2 PLANNED=1"},
	{"meetings by organisation", counted(kg.KindMeeting, kg.ByOrganization), nil, "=2 depa=2 mdes=1"},
	{"agreements by organisation, not place", counted(kg.KindAgreement, kg.ByOrganization), nil, "depa=2 molit=1"},
	{"meetings by place", counted(kg.KindMeeting, kg.ByPlace), nil, "=1 bkk=1 phuket=2"},
	{"agreements by place, not project", counted(kg.KindAgreement, kg.ByPlace), nil, "=1 kk=1 phuket=1"},
	{"others have neither", counted(kg.KindPerson, kg.ByOrganization, kg.ByPlace), nil, ",=3"},
	{"by year and organisation", counted(kg.KindMeeting, kg.ByYear, kg.ByOrganization), nil, ",=1 2019,depa=1 2019,mdes=1 2020,=1 2020,depa=1"},
	{"by organisation and place", counted(kg.KindAgreement, kg.ByOrganization, kg.ByPlace), nil, "depa,=1 depa,kk=1 depa,phuket=1 molit,kk=1 molit,phuket=1"},
	{"facts, but the rejected", countedFacts(nil), nil, "=30"},
	{"facts by type", countedFacts([]kg.RelationType{kg.Chaired, kg.Holds, kg.Signed}, kg.ByType), nil, "CHAIRED=2 HOLDS=2 SIGNED=1"},
	{"facts by status", countedFacts([]kg.RelationType{kg.Holds}, kg.ByStatus), nil, "EXTRACTED=2"},
	{"facts by year", countedFacts([]kg.RelationType{kg.Attended, kg.Chaired}, kg.ByYear), nil, "=1 2018=1 2019=2 2020=1"},
	{"facts by month", countedFacts([]kg.RelationType{kg.Attended}, kg.ByMonth), nil, "2018-01=1 2019-11=1 2020-05=1"},
	{"facts by organisation", countedFacts([]kg.RelationType{kg.PartyTo}, kg.ByOrganization), nil, "=1 depa=2 molit=1"},
	{"facts by place", countedFacts([]kg.RelationType{kg.About, kg.HeldAt}, kg.ByPlace, kg.ByType), nil, ",ABOUT=1 bkk,HELD_AT=1 kk,ABOUT=1 phuket,ABOUT=1 phuket,HELD_AT=2"},
	{"facts of kinds of subjects", kg.Count{Facts: true, Kinds: []kg.Kind{kg.KindCity}, GroupBy: []kg.Dimension{kg.ByType}}, nil, "MEMBER_OF=2 PARTY_TO=1"},
	{"facts where the subject", kg.Count{Facts: true, Where: named(kg.NameContains, "kim"), GroupBy: []kg.Dimension{kg.ByType}}, nil, "ATTENDED=1 SPOKE_AT=1"},
}

var otherCases = []readCase{
	{"degree", kg.Degree{First: 4}, nil, "depa=8 m1=8 mou=8 phuket=6 >"},
	{"degree of kinds, those without facts too", kg.Degree{Kinds: []kg.Kind{kg.KindCity}, First: 5}, bare, "phuket=6 kk=2 samui"},
	{"degree, but for the rejected", kg.Degree{Kinds: []kg.Kind{kg.KindMinistry}, First: 5}, nil, "mdes=3 molit=1"},
	{"degree of people", kg.Degree{Kinds: []kg.Kind{kg.KindPerson}, First: 2}, steps(via(hop(kg.Out, kg.Holds))), "ann=4(min) bob=4(head) >"},
	{"totals", kg.Totals{}, nil, "4 documents, 34 statements; AGENCY=1 AGREEMENT=2 CITY=3 MEETING=4 MINISTRY=2 PERSON=3 POST=2 PROJECT=1 PROVINCE=1; " +
		"ABOUT=3 ATTENDED=3 CHAIRED=2 HELD_AT=3 HOLDS=3 LOCATED_IN=1 MEMBER_OF=2 ORGANIZED=4 PARTY_TO=4 PART_OF=1 POST_IN=2 SIGNED=1 SIGNED_AT=1 SPOKE_AT=1 WITNESSED=1; s1"},
	{"coverage", kg.Coverage{}, nil, ",=1 depa,2019=1 depa,2020-05=1 กระทรวงดิจิทัลฯ,2019-11=1"},
	{"changes", kg.Changes{Page: kg.Page{First: 2}}, nil, "ADDED DOCUMENT d1 ADDED PERSON ann more"},
}

// list is a plan of which one page can be asked for.
type list struct {
	name string
	plan func(kg.Page) *kg.Plan
	page func(*kg.Result) kg.Connection
	// columns is the length of its keys.
	columns int
	forward bool // First and After only
}

func lists() []list {
	root := func(r *kg.Result) kg.Connection { return *r.Connection }
	step := func(r *kg.Result) kg.Connection { return r.Nodes[0].Steps[0] }
	order := []kg.Order{{By: kg.OrderDate, Desc: true}, {By: kg.OrderDocuments, Desc: true}, {By: kg.OrderName}}
	var out []list
	for n := range len(order) + 1 {
		for _, desc := range []bool{false, true} {
			by := slices.Clone(order[:n])
			if n > 0 {
				by[n-1].Desc = desc
			} else if desc {
				continue
			}
			out = append(out, list{fmt.Sprintf("Find by %v", by), func(p kg.Page) *kg.Plan {
				return &kg.Plan{Root: kg.Find{Order: by, Page: p}, Shape: bare}
			}, root, n + 1, false})
		}
	}
	out = append(out, list{"Find documents", func(p kg.Page) *kg.Plan {
		return &kg.Plan{Root: kg.Find{Kinds: []kg.Kind{kg.KindDocument}, Order: order[2:], Page: p}, Shape: bare}
	}, root, 2, false})
	out = append(out, list{"Search", func(p kg.Page) *kg.Plan {
		return &kg.Plan{Root: kg.Search{Whole: "ก", Terms: []string{"ก"}, Page: p}, Shape: bare}
	}, root, 3, true})
	for _, x := range []struct {
		name    string
		id      kg.ID
		step    kg.Step
		columns int
	}{
		{"facts", "depa", facts(kg.Both), 2},
		{"facts by observation", "m1", with(facts(kg.Both), func(s *kg.Step) { s.Order = []kg.Order{{By: kg.OrderObserved}} }), 3},
		{"facts by observation, descending, and name", "m1", with(facts(kg.Both), func(s *kg.Step) {
			s.Order = []kg.Order{{By: kg.OrderObserved, Desc: true}, {By: kg.OrderName, Desc: true}}
		}), 4},
		{"facts by documents", "mou", with(facts(kg.Both), func(s *kg.Step) { s.Order = []kg.Order{{By: kg.OrderDocuments}, {By: kg.OrderDate}} }), 4},
		{"facts under a condition", "m1", with(facts(kg.In), func(s *kg.Step) { s.Where = ptr(enum(kg.FieldKind, "PERSON")) }), 2},
		{"two hops", "bob", via(hop(kg.Both), hop(kg.Both)), 2},
		{"group", "bob", with(via(hop(kg.Both), hop(kg.Both)), func(s *kg.Step) { s.Group = true }), 2},
		{"documents", "depa", kg.Step{Via: kg.ViaDocuments, Order: []kg.Order{{By: kg.OrderDate, Desc: true}}}, 2},
		{"mentions", "bob", kg.Step{Via: kg.ViaMentions}, 3},
		{"entities", "d1", kg.Step{Via: kg.ViaEntities, Order: []kg.Order{{By: kg.OrderDocuments, Desc: true}}}, 2},
		{"claims", "d1", kg.Step{Via: kg.ViaClaims, Fact: &kg.FactShape{}}, 2},
	} {
		out = append(out, list{"step: " + x.name, func(p kg.Page) *kg.Plan {
			x.step.Page = p
			return &kg.Plan{Root: ids(x.id), Shape: steps(x.step)}
		}, step, x.columns, false})
	}
	return out
}

// pages walks every list in pages of several sizes, forward and backward, and
// holds each page against the whole list.
func pages(t *testing.T, s kg.Store) {
	for _, l := range lists() {
		t.Run(l.name, func(t *testing.T) {
			ask := func(p kg.Page) kg.Connection { return l.page(run(t, s, l.plan(p))) }
			whole := ask(kg.Page{First: 1000, Count: true})
			n := len(whole.Edges)
			if n < 3 || whole.Total != n || whole.HasNext || whole.HasPrevious {
				t.Fatalf("the whole list: %d edges, %s", n, sketchConnection(whole))
			}
			for i, e := range whole.Edges {
				if len(e.Key) != l.columns {
					t.Fatalf("the key of edge %d has %d parts, want %d: %q", i, len(e.Key), l.columns, e.Key)
				}
			}
			expect := func(p kg.Page, from, to int) {
				t.Helper()
				want := kg.Connection{Total: -1}
				if p.Count {
					want.Total = n
				}
				if from < to {
					want.Edges, want.HasPrevious, want.HasNext = whole.Edges[from:to], from > 0, to < n
				}
				same(t, "plan "+PlanText(l.plan(p)), want, ask(p))
			}
			for _, size := range []int{1, 2, n - 1, n, n + 1} {
				for from, after := 0, []string(nil); from < n; from += size {
					to := min(n, from+size)
					expect(kg.Page{First: size, After: after, Count: size == 2}, from, to)
					after = whole.Edges[to-1].Key
				}
				if l.forward {
					continue
				}
				for to, before := n, []string(nil); to > 0; to -= size {
					from := max(0, to-size)
					expect(kg.Page{Last: size, Before: before, Count: size == 2}, from, to)
					before = whole.Edges[from].Key
				}
			}
			expect(kg.Page{First: 2, After: whole.Edges[n-1].Key, Count: true}, n, n)
			if l.forward {
				return
			}
			expect(kg.Page{Last: 2, Before: whole.Edges[0].Key}, 0, 0)
			expect(kg.Page{First: 1, After: whole.Edges[0].Key, Before: whole.Edges[n-1].Key}, 1, 2)
			expect(kg.Page{Last: 1, After: whole.Edges[0].Key, Before: whole.Edges[n-1].Key}, n-2, n-1)
			expect(kg.Page{First: n, After: whole.Edges[0].Key, Before: whole.Edges[n-1].Key, Count: true}, 1, n-1)
			expect(kg.Page{Count: true, After: whole.Edges[0].Key}, 0, 0)
			expect(kg.Page{}, 0, 0)
		})
	}
}

func badCursors(t *testing.T, s kg.Store) {
	for _, l := range lists() {
		key := l.page(run(t, s, l.plan(kg.Page{First: 1}))).Edges[0].Key
		for _, cursor := range [][]string{{}, append(slices.Clone(key), "x"), key[1:]} {
			_, err := s.Run(t.Context(), l.plan(kg.Page{First: 1, After: cursor}))
			code(t, fmt.Sprintf("%s after %q", l.name, cursor), kg.BadInput, err)
			if !l.forward {
				_, err = s.Run(t.Context(), l.plan(kg.Page{Last: 1, Before: cursor}))
				code(t, fmt.Sprintf("%s before %q", l.name, cursor), kg.BadInput, err)
			}
		}
	}
	for name, plan := range map[string]*kg.Plan{
		"a number of documents": {Root: sortedBy(kg.KindCity, kg.Page{First: 1, After: []string{"many", "kk"}}, kg.Order{By: kg.OrderDocuments})},
		"a fraction":            {Root: sortedBy(kg.KindCity, kg.Page{First: 1, After: []string{"1.5", "kk"}}, kg.Order{By: kg.OrderDocuments})},
		"a score":               {Root: kg.Search{Whole: "x", Terms: []string{"x"}, Page: kg.Page{First: 1, After: []string{"high", "1", "kk"}}}},
		"a score that is none":  {Root: kg.Search{Whole: "x", Terms: []string{"x"}, Page: kg.Page{First: 1, After: []string{"NaN", "1", "kk"}}}},
		"a group's count":       {Root: ids("bob"), Shape: steps(with(colleagues, func(s *kg.Step) { s.Page.After = []string{"", "ann"} }))},
		"a mention's place":     {Root: ids("bob"), Shape: steps(kg.Step{Via: kg.ViaMentions, Page: kg.Page{First: 1, After: []string{"d1", "x", "1"}}})},
		"a step that no node reaches": {Root: ids(), Shape: steps(with(via(hop(kg.Out)), func(s *kg.Step) {
			s.Node = steps(with(via(hop(kg.Out)), func(s *kg.Step) { s.Page.After = []string{"x"} }))
		}))},
		"a step below a fact by its id": {Root: kg.FactsByID{Fact: &kg.FactShape{Evidence: &kg.EvidenceShape{
			Document: steps(kg.Step{Via: kg.ViaEntities, Page: kg.Page{First: 1, After: []string{"x", "y"}}}),
		}}}},
		"a step below a fact": {Root: path("ann", "bob", 2, 1, func(p *kg.PathSearch) {
			p.Fact = &kg.FactShape{Source: steps(with(via(hop(kg.Out)), func(s *kg.Step) { s.Page.Before = []string{"x"} }))}
		}), Shape: bare},
	} {
		_, err := s.Run(t.Context(), plan)
		code(t, name, kg.BadInput, err)
	}
}

func wholeNodes(t *testing.T, s kg.Store) {
	b := SmallWorld()
	for _, e := range b.Entities {
		same(t, string(e.ID), &kg.Node{Entity: &e}, run(t, s, &kg.Plan{Root: ids(e.ID), Shape: bare}).Nodes[0])
	}
	for _, d := range b.Documents {
		same(t, string(d.ID)+" with its text", &kg.Node{Document: &d}, run(t, s, &kg.Plan{Root: ids(d.ID), Shape: &kg.Shape{Text: true}}).Nodes[0])
		d.Text = ""
		same(t, string(d.ID)+" without its text", &kg.Node{Document: &d}, run(t, s, &kg.Plan{Root: ids(d.ID), Shape: bare}).Nodes[0])
	}
	// The text is read where one shape asks for it and not where another does not.
	step := kg.Step{Via: kg.ViaDocuments, Page: kg.Page{First: 1}, Node: bare}
	withText := with(step, func(s *kg.Step) { s.Node = &kg.Shape{Text: true} })
	n := run(t, s, &kg.Plan{Root: ids("bob"), Shape: steps(step, withText)}).Nodes[0]
	if without, text := n.Steps[0].Edges[0].Node.Document.Text, n.Steps[1].Edges[0].Node.Document.Text; without != "" || text != b.Documents[0].Text {
		t.Errorf("want no text and the text, got %q and %q", without, text)
	}
}

func wholeEvidence(t *testing.T, s kg.Store) {
	b := SmallWorld()
	slices.SortFunc(b.Statements, compareStatements)
	for _, f := range b.Facts {
		step := edge(kg.Out, f.Type, kg.EdgePred{WithRejected: true})
		step.Fact = &kg.FactShape{Evidence: &kg.EvidenceShape{First: 10}}
		edges := run(t, s, &kg.Plan{Root: ids(f.Subject), Shape: steps(step)}).Nodes[0].Steps[0].Edges
		i := slices.IndexFunc(edges, func(e kg.Edge) bool { return e.Fact.ID == f.ID })
		if i < 0 {
			t.Errorf("%s %s %s is not there", f.Subject, f.Type, f.Object)
			continue
		}
		same(t, "fact", f, edges[i].Fact)
		byID := run(t, s, &kg.Plan{Root: kg.FactsByID{IDs: []kg.ID{f.ID}, Fact: step.Fact}}).Facts
		if f.FactStatus == kg.Rejected {
			same(t, "a rejected fact by its id", []*kg.FactRow{nil}, byID)
		} else {
			same(t, "the fact by its id", []*kg.FactRow{&edges[i].FactRow}, byID)
		}
		var want []kg.EvidenceRow
		for _, st := range b.Statements {
			if st.Fact == f.ID {
				want = append(want, kg.EvidenceRow{Evidence: st.Evidence})
			}
		}
		same(t, fmt.Sprintf("evidence of %s %s %s", f.Subject, f.Type, f.Object), want, edges[i].Evidence)
	}
}

func plansStay(t *testing.T, s kg.Store) {
	for _, plan := range everyRoot() {
		before := PlanText(plan)
		first := run(t, s, plan)
		same(t, "the second answer to "+before, first, run(t, s, plan))
		if after := PlanText(plan); after != before {
			t.Errorf("the plan was %s\nand is %s", before, after)
		}
	}
}

// states checks that a store says when an answer that the caller has kept is
// still right: until the next write, and for no other name.
func (c Config) states(t *testing.T) {
	s := c.open(t, SmallWorld())
	ask := func(plan *kg.Plan, known kg.State) *kg.Result {
		t.Helper()
		asked := *plan
		asked.Known = known
		result, err := s.Run(t.Context(), &asked)
		if err != nil {
			t.Fatal(err)
		}
		return result
	}
	seen := map[kg.State]bool{}
	for round := range 3 {
		for _, plan := range everyRoot() {
			first := ask(plan, "")
			if first.State == "" || first.Unchanged {
				t.Fatalf("round %d: the first answer has the state %q, unchanged %v: %s", round, first.State, first.Unchanged, PlanText(plan))
			}
			if again := ask(plan, first.State); !again.Unchanged || again.State != first.State {
				t.Errorf("round %d: nothing was written, and the store says %+v: %s", round, again, PlanText(plan))
			}
			for known := range seen {
				if known == first.State {
					t.Fatalf("round %d: two states are both called %q", round, known)
				}
				if other := ask(plan, known); other.Unchanged {
					t.Errorf("round %d: %q is not the state any more: %s", round, known, PlanText(plan))
				}
			}
			if other := ask(plan, "no state"); other.Unchanged {
				t.Errorf("round %d: a name that is none is taken for the state: %s", round, PlanText(plan))
			}
		}
		seen[ask(everyRoot()[0], "").State] = true
		apply(t, s, &kg.Batch{Entities: []kg.Entity{{ID: kg.ID(fmt.Sprint("new-", round)), Kind: kg.KindFund, Name: "กองทุน"}}})
	}
}

func (c Config) stableCursors(t *testing.T) {
	s := c.open(t, SmallWorld())
	page := func(p kg.Page) *kg.Plan { return &kg.Plan{Root: sortedBy(kg.KindCity, p, kg.Order{By: kg.OrderName})} }
	answers(t, s, page(kg.Page{First: 2}), "samui kk >")
	key := run(t, s, page(kg.Page{First: 2})).Connection.Edges[1].Key
	b := &builder{}
	b.entity(kg.Entity{ID: "z-first", Kind: kg.KindCity, Name: "กก"})
	b.entity(kg.Entity{ID: "a-last", Kind: kg.KindCity, Name: "ฮฮ"})
	apply(t, s, &b.Batch)
	answers(t, s, page(kg.Page{First: 2, After: key}), "< phuket a-last")
	answers(t, s, page(kg.Page{Last: 9, Before: key, Count: true}), "z-first samui > #5")
	apply(t, s, &kg.Batch{RemoveFacts: []kg.ID{
		kg.FactID(kg.MemberOf, "kk", "depa", kg.Qualifiers{Status: "PROPOSED"}), kg.FactID(kg.About, "mou", "kk", kg.Qualifiers{}),
	}, RemoveDocuments: []kg.ID{"d3"}, RemoveEntities: []kg.ID{"kk"}, RemoveReferents: []kg.ID{"kk"}})
	answers(t, s, page(kg.Page{First: 2, After: key}), "< phuket a-last")
	answers(t, s, page(kg.Page{Last: 9, Before: key}), "z-first samui >")
}

func (c Config) collation(t *testing.T) {
	names := []string{"แก", "ข", "ก", "เก", "เขา", "ขา", "ไก่", "กา", "โก", "ป้า", "ป่า", "ปา", "beta", "Alpha", "alpha 2", "1", "๑", "เ", "ฮ", "อ๋อย", "🏙", "Ünal", "zebra"}
	b := &builder{}
	var want []kg.ID
	byID := map[kg.ID]string{}
	for i, name := range names {
		id := kg.ID(fmt.Sprintf("e%02d", i))
		b.entity(kg.Entity{ID: id, Kind: kg.KindCity, Name: name})
		want = append(want, id)
		byID[id] = name
	}
	slices.SortFunc(want, func(a, b kg.ID) int {
		return cmp.Or(strings.Compare(kg.SortKey(byID[a]), kg.SortKey(byID[b])), cmp.Compare(a, b))
	})
	s := c.open(t, &b.Batch)
	var got []kg.ID
	for _, e := range run(t, s, &kg.Plan{Root: sortedBy(kg.KindCity, kg.Page{First: 100}, kg.Order{By: kg.OrderName})}).Connection.Edges {
		got = append(got, e.NodeID)
	}
	text := func(ids []kg.ID) (names []string) {
		for _, id := range ids {
			names = append(names, byID[id])
		}
		return names
	}
	if !slices.Equal(got, want) {
		t.Errorf("want %q\ngot  %q", text(want), text(got))
	}
	var thai []string
	for _, name := range text(got) {
		if slices.Contains([]string{"ก", "กา", "เก", "แก", "โก", "ไก่", "ข", "ขา", "เขา"}, name) {
			thai = append(thai, name)
		}
	}
	if want := []string{"ก", "กา", "เก", "แก", "โก", "ไก่", "ข", "ขา", "เขา"}; !slices.Equal(thai, want) {
		t.Errorf("the dictionary has %q, the store %q", want, thai)
	}
}

// hub makes a node with many neighbours, more than a page can hold.
func (c Config) hub(t *testing.T) {
	const n = 300
	b := &builder{}
	b.document(kg.Document{ID: "d", Text: "x"})
	b.entity(kg.Entity{ID: "hub", Kind: kg.KindMeeting, Name: "hub"})
	for i := range n {
		id := kg.ID(fmt.Sprintf("p%03d", i))
		b.entity(kg.Entity{ID: id, Kind: kg.KindPerson, Name: fmt.Sprintf("person %d", (i*7)%n), DocumentCount: i % 3})
		b.fact(kg.Fact{Type: kg.Attended, Subject: id, Object: "hub"})
	}
	s := c.open(t, &b.Batch)
	for _, order := range [][]kg.Order{nil, {{By: kg.OrderName, Desc: true}}, {{By: kg.OrderDocuments}}} {
		seen := map[kg.ID]bool{}
		var after []string
		for pages := 0; ; pages++ {
			step := with(facts(kg.In, kg.Attended), func(s *kg.Step) { s.Order, s.Page = order, kg.Page{First: 70, After: after, Count: true} })
			page := run(t, s, &kg.Plan{Root: ids("hub"), Shape: steps(step)}).Nodes[0].Steps[0]
			for _, e := range page.Edges {
				seen[e.NodeID] = true
			}
			if page.Total != n || len(page.Edges) == 0 || pages > n/70 {
				t.Fatalf("page %d: %d edges, total %d", pages, len(page.Edges), page.Total)
			}
			if !page.HasNext {
				break
			}
			after = page.Edges[len(page.Edges)-1].Key
		}
		if len(seen) != n {
			t.Errorf("by %v: %d of %d neighbours", order, len(seen), n)
		}
	}
	answers(t, s, &kg.Plan{Root: kg.Degree{First: 1}}, "hub=300 >")
	answers(t, s, &kg.Plan{Root: path("p000", "p299", 2, 3, nil), Shape: bare}, "p000 >ATTENDED> hub <ATTENDED< p299.")
	graph := run(t, s, &kg.Plan{Root: kg.Neighborhood{IDs: []kg.ID{"p000"}, Depth: 2, Limit: 100}, Shape: bare}).Subgraph
	if len(graph.Nodes) != 100 || !graph.Truncated || graph.Nodes[2].ID() != "p002" || len(graph.Facts) != 99 {
		t.Errorf("the neighbourhood of p000: %d nodes, %d facts, truncated %v", len(graph.Nodes), len(graph.Facts), graph.Truncated)
	}
}

// oddGraph has a fact from a node to itself and facts beside each other.
func (c Config) oddGraph(t *testing.T) {
	b := &builder{}
	b.document(kg.Document{ID: "d", Text: "x"})
	for _, id := range []kg.ID{"a", "b", "c"} {
		b.entity(kg.Entity{ID: id, Kind: kg.KindNetwork, Name: string(id)})
	}
	link := func(subject, object kg.ID, role string) {
		b.fact(kg.Fact{Type: kg.MemberOf, Subject: subject, Object: object, Qualifiers: kg.Qualifiers{Role: role}})
	}
	link("a", "a", "SELF")
	link("a", "b", "X")
	link("a", "b", "Y")
	link("b", "a", "Z")
	link("b", "c", "X")
	b.entity(kg.Entity{ID: "m", Kind: kg.KindMeeting, Name: "m"})
	b.fact(kg.Fact{Type: kg.Organized, Subject: "c", Object: "m", Qualifiers: kg.Qualifiers{Role: "HOST"}})
	b.fact(kg.Fact{Type: kg.Organized, Subject: "c", Object: "m", Qualifiers: kg.Qualifiers{Role: "ORGANIZER"}})
	s := c.open(t, &b.Batch)
	count := func(s *kg.Step) { s.Page.Count = true }
	group := func(s *kg.Step) { s.Group = true }
	for _, x := range []readCase{
		{"a loop is walked once by Both", ids("a"), steps(with(via(hop(kg.Both)), count)), "a(a b b b #4)"},
		{"a loop goes out", ids("a"), steps(with(via(hop(kg.Out)), count)), "a(a b b #3)"},
		{"a loop comes in", ids("a"), steps(with(via(hop(kg.In)), count)), "a(a b #2)"},
		{"two hops, each pair of node and last fact once", ids("a"), steps(with(via(hop(kg.Out), hop(kg.Out)), count)), "a(a a b b c #5)"},
		{"two hops, both ways", ids("c"), steps(with(via(hop(kg.Both), hop(kg.Both)), count)), "c(a a a c c c #6)"},
		{"group", ids("a", "c"), steps(with(via(hop(kg.Both), hop(kg.Both)), group)), "a(b*1 c*1) c(a*1)"},
		{"degree", kg.Degree{First: 9}, nil, "a=4 b=4 c=3 m=2"},
		{"ties, each once", kg.Ties{Max: 100}, nil, "a(NETWORK)-b(NETWORK) b(NETWORK)-c(NETWORK) c(NETWORK)-m(MEETING) of 4"},
		{"neighbourhood", kg.Neighborhood{IDs: []kg.ID{"a"}, Depth: 0, Limit: 5, Fact: &kg.FactShape{}}, bare, "a; a-MEMBER_OF-a"},
		{"facts among the nodes", kg.Neighborhood{IDs: []kg.ID{"b"}, Depth: 1, Limit: 2}, bare, "b a; ? ? ? ?; …"},
		{"parallel facts are paths of their own", path("a", "b", 3, 9, nil), bare, strings.TrimSpace(strings.Join(parallel(b.Facts), " "))},
		{"some", kg.Find{Where: ptr(rel(kg.Some, hop(kg.Both), named(kg.NameEquals, "a"))), Page: kg.Page{First: 9}}, nil, "a b"},
		{"all", kg.Find{Where: ptr(rel(kg.All, hop(kg.Out), named(kg.NameEquals, "b"))), Page: kg.Page{First: 9}}, nil, "m"},
		{"one organiser by two facts", counted(kg.KindMeeting, kg.ByOrganization), nil, "c=1"},
		{"count", countedFacts(nil, kg.ByOrganization), nil, "a=3 b=2 c=2"},
	} {
		t.Run(x.name, func(t *testing.T) { answers(t, s, &kg.Plan{Root: x.root, Shape: x.shape}, x.want) })
	}
	_, err := s.Run(t.Context(), &kg.Plan{Root: kg.Ties{Max: 2}})
	code(t, "three ties where two may be", kg.CostLimit, err)
}

// parallel gives the paths between a and b, by the ids of the facts.
func parallel(facts []kg.Fact) (paths []string) {
	facts = slices.Clone(facts)
	slices.SortFunc(facts, func(a, b kg.Fact) int { return strings.Compare(string(a.ID), string(b.ID)) })
	for _, f := range facts {
		switch {
		case f.Subject == "a" && f.Object == "b":
			paths = append(paths, "a >MEMBER_OF> b.")
		case f.Subject == "b" && f.Object == "a":
			paths = append(paths, "a <MEMBER_OF< b.")
		}
	}
	return paths
}

// equalPaths has many ways of one length, and longer ones.
func (c Config) equalPaths(t *testing.T) {
	b := &builder{}
	b.document(kg.Document{ID: "d", Text: "x"})
	for _, id := range []kg.ID{"from", "to", "n1", "n2", "n3", "n4", "lonely"} {
		b.entity(kg.Entity{ID: id, Kind: kg.KindNetwork, Name: string(id)})
	}
	for _, ends := range [][2]kg.ID{{"from", "n3"}, {"n1", "from"}, {"from", "n2"}, {"n3", "to"}, {"to", "n1"}, {"n2", "to"}, {"n1", "n2"}, {"n2", "n4"}, {"n4", "to"}} {
		b.fact(kg.Fact{Type: kg.PartOf, Subject: ends[0], Object: ends[1]})
	}
	s := c.open(t, &b.Batch)
	nodes := func(root kg.PathSearch) string {
		var paths []string
		for _, p := range run(t, s, &kg.Plan{Root: root, Shape: bare}).Paths {
			var ids []string
			for _, n := range p.Nodes {
				ids = append(ids, strings.TrimPrefix(string(n.ID()), "n"))
			}
			paths = append(paths, strings.Join(ids, ""))
		}
		return strings.Join(paths, " ")
	}
	for _, x := range []struct {
		name string
		root kg.PathSearch
		want string
	}{
		{"two", path("from", "to", 2, 10, nil), "from1to from2to from3to"},
		{"three, no node twice", path("from", "to", 3, 10, nil), "from1to from2to from3to from12to from21to from24to"},
		{"all", path("from", "to", 6, 10, nil), "from1to from2to from3to from12to from21to from24to from124to"},
		{"cut among equals", path("from", "to", 6, 5, nil), "from1to from2to from3to from12to from21to"},
		{"the other way", path("to", "from", 2, 10, nil), "to1from to2from to3from"},
		{"no way", path("from", "lonely", 6, 10, nil), ""},
	} {
		if got := nodes(x.root); got != x.want {
			t.Errorf("%s: want %s, got %s", x.name, x.want, got)
		}
	}
}

func (c Config) thaiSearch(t *testing.T) {
	b := &builder{}
	for i, name := range []string{"กระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม", "นํ้าตก", "น้ำตก", "แม่ฟ้าหลวง", "เเม่ฟ้าหลวง", "ABC", "abcabc", "a🏙b", "50%_off", "ÉCOLE", "école", "ก"} {
		b.entity(kg.Entity{ID: kg.ID(fmt.Sprintf("e%02d", i)), Kind: kg.KindProject, Name: name})
	}
	b.document(kg.Document{ID: "d", Title: "ข่าว", Text: "คณะรัฐมนตรีเห็นชอบ น้ําตกเอราวัณ 100%_ แน่นอน 🏙 ABC"})
	s := c.open(t, &b.Batch)
	for _, x := range []struct{ query, want string }{
		{"ดิจิทัล", "e00"}, {"จิ", "e00"}, {"สังคม", "e00"}, {"เศรษฐกิจ และ สังคม", "e00"}, {"น้ำ", "e01 e02 d"}, {"นํ้าตก", "e01 e02 d"},
		{"แม่", "e03 e04"}, {"abc", "e05 e06 d"}, {"BC", "e05 e06 d"}, {"bca", "e06"}, {"ab", "e07 e05 e06 d"}, {"%", ""}, {"50%_", "e08"}, {"_", ""}, {"école", "e09 e10"},
		{"ก", "e11 e00 e01 e02 d"}, {"ตกเอราวัณ 100", "d"}, {"🏙", ""}, {"ข่าว abc", "d"}, {"\"abc\" OR 1", ""}, {"*", ""}, {"abc*", "e05 e06 d"}, {"near(abc)", ""}, {"๑๐๐", "d"},
	} {
		root := kg.Search{Whole: kg.NameKey(x.query), Page: kg.Page{First: 20}}
		for _, word := range strings.Fields(x.query) {
			if key := kg.NameKey(word); key != "" && !slices.Contains(root.Terms, key) {
				root.Terms = append(root.Terms, key)
			}
		}
		var got []string
		for _, e := range run(t, s, &kg.Plan{Root: root}).Connection.Edges {
			got = append(got, string(e.NodeID))
		}
		if strings.Join(got, " ") != x.want {
			t.Errorf("%q: want %s, got %s", x.query, x.want, got)
		}
	}
}
