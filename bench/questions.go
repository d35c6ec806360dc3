package main

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"

	"mueang/graph/kg"
	"mueang/loaders/synth"
)

// question is asked of every system that can answer it.
type question struct {
	name  string
	about string
	ask   map[language]request
}

// language is what a system is asked in.
type language int

const (
	mueang language = iota
	peer            // @neo4j/graphql
	cypher          // the name of a statement in floor.go
)

// sample is what one asking of a question is about.
type sample struct {
	meeting, person, other, chair, minister, name string
}

var questions = []question{
	{"point", "one person by id", map[language]request{
		mueang: {`query($id: ID!) { node(id: $id) { ... on Person { id name } } }`, person},
		peer:   {`query($id: ID!) { people(where: {id: {eq: $id}}) { id name } }`, person},
		cypher: {"point", person},
	}},
	{"page", "20 meetings, by date", map[language]request{
		mueang: {`{ meetings(first: 20, orderBy: {field: DATE, direction: DESC}) { nodes { id name startDate { value } } } }`, nil},
		peer:   {`{ meetings(limit: 20, sort: [{firstDay: DESC}]) { id name firstDay } }`, nil},
		cypher: {"page", nil},
	}},
	{"three levels", "20 meetings, up to 10 chairs and 10 attendees each, up to 5 offices each, and their organisation", map[language]request{
		mueang: {`{ meetings(first: 20) { nodes { id name startDate { value } status
			chairs(first: 10) { edges { role confidence node { id name ... on Person { positions(first: 5) { nodes { id name roleText organization { id name } } } } } } }
			attendees(first: 10) { edges { role confidence node { id name ... on Person { positions(first: 5) { nodes { id name roleText organization { id name } } } } } } } } } }`, nil},
		peer: {`{ meetings(limit: 20, sort: [{id: ASC}]) { id name firstDay status
			chairsConnection(first: 10) { edges { properties { role confidence } node { id name positions(limit: 5) { id name roleText organization(limit: 1) { id name } } } } }
			attendeesConnection(first: 10) { edges { properties { role confidence } node { id name positions(limit: 5) { id name roleText organization(limit: 1) { id name } } } } } } }`, nil},
		cypher: {"levels", nil},
	}},
	{"filter", "the meetings that a person chaired, 20 of them", map[language]request{
		mueang: {`query($id: ID!) { meetings(first: 20, filter: {chairs: {some: {id: {in: [$id]}}}}) { nodes { id name startDate { value } } } }`, chair},
		peer:   {`query($id: ID!) { meetings(limit: 20, sort: [{id: ASC}], where: {chairs: {some: {id: {eq: $id}}}}) { id name firstDay } }`, chair},
		cypher: {"filter", chair},
	}},
	{"search", "people by a name, 20 of them", map[language]request{
		mueang: {`query($name: String!) { search(text: $name, kinds: [PERSON], first: 20) { nodes { id ... on Person { name } } } }`, named},
		peer:   {`query($name: String!) { searchPeople(phrase: $name, first: 20) { edges { node { id name } } } }`, phrase},
		cypher: {"search", phrase},
	}},
	{"path", "the shortest chain of at most 4 facts between two people", map[language]request{
		mueang: {`query($from: ID!, $to: ID!) { path(from: $from, to: $to, maxLength: 4, first: 1) { length hops { type from { id } to { id } } } }`, ends},
		peer:   {`query($from: ID!, $to: ID!) { path(from: $from, to: $to) { type from to } }`, ends},
		cypher: {"path", ends},
	}},
	{"anyone's meetings", "the first 20 meetings that a person attended", map[language]request{
		mueang: {attended, person},
	}},
	{"a minister's meetings", "the same of the person who is in most", map[language]request{
		mueang: {attended, minister},
	}},
	{"statistics", "meetings by year", map[language]request{
		mueang: {`{ meetingStatistics(groupBy: [YEAR]) { keys count } }`, nil},
		peer:   {`{ meetingsByYear { year count } }`, nil},
		cypher: {"statistics", nil},
	}},
}

const attended = `query($id: ID!) { node(id: $id) { ... on Person { id name attended(first: 20) { nodes { id name startDate { value } } } } } }`

func minister(s sample) map[string]any { return map[string]any{"id": s.minister} }
func person(s sample) map[string]any   { return map[string]any{"id": s.person} }
func chair(s sample) map[string]any    { return map[string]any{"id": s.chair} }
func named(s sample) map[string]any    { return map[string]any{"name": s.name} }
func phrase(s sample) map[string]any   { return map[string]any{"name": `"` + s.name + `"`} }
func ends(s sample) map[string]any     { return map[string]any{"from": s.person, "to": s.other} }

// draw takes people and meetings by chance, and asks Mueang what they are called
// and who chaired.
func draw(s *system, size synth.Size) ([]sample, error) {
	rng := rand.New(rand.NewPCG(1, 2))
	chance := func(kind kg.Kind) string { return string(size.ID(kind, rng.IntN(size.Count(kind)))) }
	minister := string(size.ID(kg.KindPerson, 0)) // people are in the order of how often they are met
	samples := make([]sample, 200)
	for i := range samples {
		one := &samples[i]
		one.meeting, one.person, one.other = chance(kg.KindMeeting), chance(kg.KindPerson), chance(kg.KindPerson)
		one.minister = minister
		answer, err := s.client.post(map[string]any{
			"query": `query($p: ID!, $m: ID!) { person: node(id: $p) { ... on Person { name } }
				meeting: node(id: $m) { ... on Meeting { chairs(first: 1) { nodes { ... on Person { id } } } } } }`,
			"variables": map[string]any{"p": one.person, "m": one.meeting}})
		if err != nil {
			return nil, err
		}
		var found struct {
			Data struct {
				Person  struct{ Name string }
				Meeting struct {
					Chairs struct{ Nodes []struct{ ID string } }
				}
			}
		}
		if err := json.Unmarshal(answer, &found); err != nil || len(found.Data.Meeting.Chairs.Nodes) == 0 {
			return nil, fmt.Errorf("drawing samples: %v: %.300s", err, answer)
		}
		one.name, one.chair = found.Data.Person.Name, found.Data.Meeting.Chairs.Nodes[0].ID
	}
	return samples, nil
}
