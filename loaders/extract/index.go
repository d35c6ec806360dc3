package extract

import "mueang/graph/kg"

// index finds the things and claims of a document by what tells them apart, so
// that no rule has to go through all of them for each name.
type index struct {
	called      map[calledKey][]*thing // by each form of their names
	known       map[*known][]*thing    // by what they are in the gazetteers
	given       map[string][]*thing    // people by first name
	people      map[[3]rune][]*thing   // people of two names by the letters with which these begin
	towns       map[string]*thing      // cities and provinces by the name in the gazetteers
	governments map[*known]*thing      // by country
	missions    map[[2]*known]*thing   // embassies by the country that sends them, nil for Thailand, and the place where they are
	held        map[heldKey]*thing     // posts with a body by their holder and role
	offices     map[officeKey][]*thing // posts by body and role
	claims      map[claimKey]*claim
	chairs      map[*thing][]*claim // who presided, by event
	houses      map[*thing][]*claim // where events were, by event
}

type calledKey struct {
	class kg.Class
	key   string // NameKey
}

type officeKey struct {
	org  *thing
	role string
}

type heldKey struct {
	person *thing
	role   string
}

// claimKey says what is claimed; status is that of a membership.
type claimKey struct {
	kind            kg.RelationType
	subject, object *thing
	status          string
}

func newIndex() *index {
	return &index{called: map[calledKey][]*thing{}, known: map[*known][]*thing{}, given: map[string][]*thing{}, people: map[[3]rune][]*thing{},
		towns: map[string]*thing{}, governments: map[*known]*thing{}, missions: map[[2]*known]*thing{}, held: map[heldKey]*thing{}, offices: map[officeKey][]*thing{}, claims: map[claimKey]*claim{}, chairs: map[*thing][]*claim{}, houses: map[*thing][]*claim{}}
}

// mostAlike bounds how many things that one key finds are compared further,
// and how far back a name is compared with those before it where no key finds
// it. A text that names more than that many bodies or events refers back to
// the later ones.
const mostAlike = 128

// recent gives the last of a list that a name is compared with.
func recent[T any](list []T) []T { return list[max(0, len(list)-mostAlike):] }

// first gives the thing of a list that the document names first and a
// condition holds for, or nil.
func first(list []*thing, is func(*thing) bool) *thing {
	var found *thing
	for _, t := range list {
		if (found == nil || t.number < found.number) && t.lives() && is(t) {
			found = t
		}
	}
	return found
}

// thingCalled gives the first thing of a class that has a name of this key and
// a condition holds for, or nil.
func (x *index) thingCalled(class kg.Class, key string, is func(*thing) bool) *thing {
	return first(x.called[calledKey{class, key}], func(t *thing) bool { return t.isCalled(key) && is(t) })
}

// thingOf gives the document's thing that is a known one, or nil.
func (x *index) thingOf(k *known) *thing {
	return first(x.known[k], func(t *thing) bool { return t.known == k })
}

// opening gives the first three letters of a name.
func opening(runes []rune) (key [3]rune) {
	copy(key[:], runes)
	return key
}
