package seed

import (
	"slices"

	"mueang/graph/kg"
)

// Roles lists the values of the enum PostRole.
var Roles = []string{
	"PRIME_MINISTER", "DEPUTY_PRIME_MINISTER", "MINISTER", "DEPUTY_MINISTER", "ASSISTANT_MINISTER",
	"PERMANENT_SECRETARY", "DEPUTY_PERMANENT_SECRETARY", "DIRECTOR_GENERAL", "DEPUTY_DIRECTOR_GENERAL",
	"DIRECTOR", "DEPUTY_DIRECTOR", "PRESIDENT", "VICE_PRESIDENT", "CHAIR", "VICE_CHAIR",
	"SECRETARY_GENERAL", "DEPUTY_SECRETARY_GENERAL", "SECRETARY", "GOVERNOR", "DEPUTY_GOVERNOR",
	"MAYOR", "DEPUTY_MAYOR", "RECTOR", "VICE_RECTOR", "DEAN", "AMBASSADOR", "CHIEF_EXECUTIVE",
	"MANAGING_DIRECTOR", "MANAGER", "COMMANDER", "MEMBER_OF_PARLIAMENT", "SENATOR", "ADVISER",
	"SPOKESPERSON", "REPRESENTATIVE", "CHIEF_SMART_CITY_OFFICER", "MEMBER", "OTHER",
}

// Post is a word or phrase that names an office.
type Post struct {
	Text   string // as releases write it: "รมว.", "ผู้อำนวยการใหญ่", "Permanent Secretary"
	Role   string // one of [Roles]
	Source string
}

// Posts gives the words for offices.
func Posts() ([]Post, error) { return posts() }

// Nickname is a name that the press gives a politician.
type Nickname struct {
	Text   string // "บิ๊กป้อม"
	Name   string // given and family name, without title
	Source string
}

// Nicknames gives the nicknames of politicians.
func Nicknames() ([]Nickname, error) { return nicknames() }

var posts = table("posts.tsv", []string{"text", "role", "source"}, func(r row) (Post, error) {
	p := Post{Text: r.text("text"), Role: r.text("role"), Source: r.text("source")}
	if p.Text == "" || p.Source == "" || !slices.Contains(Roles, p.Role) {
		return p, r.errorf("a text, a source and a known role are due, not %q", p.Role)
	}
	return p, nil
})

var nicknames = table("nicknames.tsv", []string{"text", "name", "source"}, func(r row) (Nickname, error) {
	n := Nickname{Text: r.text("text"), Name: r.text("name"), Source: r.text("source")}
	if title, _ := kg.CutHonorific(n.Name); n.Text == "" || n.Name == "" || title != "" || n.Source == "" {
		return n, r.errorf("a text, a name without title and a source are due")
	}
	return n, nil
})
