package resolve

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"mueang/graph/kg"
)

// Resolved is one document in terms of referents, ready to be written.
// Mention.Entity, Statement.Fact and Source and Document.CopyOf are not filled
// in: they follow from the other documents.
type Resolved struct {
	Document   kg.Document
	Words      kg.Referent // see [Words]
	Mentions   []kg.Mention
	Statements []kg.Statement
	Keys       map[kg.ID]string // the signature of each referent
}

// Document gives every thing of an extraction its referent and rewrites the
// claims in their terms. Two things of the document with one signature become
// one mention; a claim with several pieces of evidence becomes as many
// statements.
// Errors: [kg.BadInput] for a claim on a thing that the extraction lacks.
func Document(x kg.Extraction) (Resolved, error) {
	r := Resolved{Document: x.Document, Words: Words(&x.Document), Keys: map[kg.ID]string{}}
	r.Document.Reader = Reader(r.Document.Reader)
	referents := signatures(x)
	byReferent := map[kg.ID]int{}
	for _, thing := range x.Things {
		id := referents[thing.ID].id
		r.Keys[id] = referents[thing.ID].key
		at, seen := byReferent[id]
		if !seen {
			at = len(r.Mentions)
			byReferent[id] = at
			mention := kg.Mention{Document: x.Document.ID, Referent: id, Thing: thing.Entity}
			mention.Thing.ID = id
			mention.Thing.Names = slices.Clone(thing.Names)
			r.Mentions = append(r.Mentions, mention)
		} else {
			absorb(&r.Mentions[at].Thing, thing.Entity)
		}
		r.Mentions[at].Spans = append(r.Mentions[at].Spans, thing.Spans...)
	}
	for i := range r.Mentions {
		m := &r.Mentions[i]
		slices.SortFunc(m.Spans, func(a, b kg.Span) int { return cmp.Or(a.Start-b.Start, a.End-b.End) })
		m.Spans = slices.Compact(m.Spans)
	}
	slices.SortFunc(r.Mentions, func(a, b kg.Mention) int { return strings.Compare(string(a.Referent), string(b.Referent)) })
	setContext(&r, x, referents)

	for _, claim := range x.Claims {
		subject, ok1 := referents[claim.Subject]
		object, ok2 := referents[claim.Object]
		behalf, ok3 := referents[claim.OnBehalfOf]
		if !ok1 || !ok2 || claim.OnBehalfOf != "" && !ok3 {
			return Resolved{}, kg.Errorf(kg.BadInput, "resolve.Document", "%s: a %s claim names a thing that was not extracted",
				x.Document.Source, claim.Type)
		}
		for _, evidence := range claim.Evidence {
			s := kg.Statement{Type: claim.Type, Subject: subject.id, Object: object.id,
				Qualifiers: claim.Qualifiers, Evidence: evidence}
			s.OnBehalfOf = behalf.id
			s.Document = x.Document.ID
			s.ID = kg.StatementID(s)
			r.Statements = append(r.Statements, s)
		}
	}
	slices.SortFunc(r.Statements, func(a, b kg.Statement) int { return strings.Compare(string(a.ID), string(b.ID)) })
	r.Statements = slices.CompactFunc(r.Statements, func(a, b kg.Statement) bool { return a.ID == b.ID })
	return r, nil
}

// Reader gives what a document says of who read it: the extractor and this
// resolver, of which another version reads it anew.
func Reader(extractor string) string { return strings.TrimSpace(extractor + " " + Judge) }

// absorb adds to a thing what another of the same signature knows.
func absorb(to *kg.Entity, from kg.Entity) {
	to.Names = append(to.Names, from.Names...)
	to.Titles = append(slices.Clone(to.Titles), from.Titles...)
	to.Identifiers = append(slices.Clone(to.Identifiers), from.Identifiers...)
	fill(&to.Description, from.Description)
	fill(&to.Role, from.Role)
	fill(&to.RoleText, from.RoleText)
	fill(&to.Subtype, from.Subtype)
	fill(&to.Status, from.Status)
	fill(&to.Subject, from.Subject)
	fill(&to.StartDate, from.StartDate)
	fill(&to.EndDate, from.EndDate)
	fill(&to.Series, from.Series)
	fill(&to.Amount, from.Amount)
}

func fill[T comparable](to *T, from T) {
	var zero T
	if *to == zero {
		*to = from
	}
}

type signature struct {
	id  kg.ID
	key string
}

// The prefixes of signatures.
const (
	codeKey  = "code:"  // a gazetteer's code: the same thing wherever it stands
	nameKey  = "name:"  // a name that is enough to tell the thing
	postKey  = "post:"  // an office and the referent of its organisation
	localKey = "local:" // a name that means nothing outside its document
	seatMark = "#"      // in the signature of a person: behind the name, the seat held
)

// signatures gives every thing of a document its signature, by local id:
// organisations first, then the posts in them, then the people who hold those.
func signatures(x kg.Extraction) map[kg.ID]signature {
	made := make(map[kg.ID]signature, len(x.Things))
	sign := func(thing kg.Thing, key string) {
		made[thing.ID] = signature{kg.NewID(string(thing.Kind.Class()), key), key}
	}
	around := readClaims(x)
	for _, thing := range x.Things {
		switch thing.Kind.Class() {
		case kg.ClassPost, kg.ClassPerson:
		case kg.ClassOrganization:
			sign(thing, organizationKey(x.Document.ID, thing, around))
		default:
			sign(thing, thingKey(x.Document.ID, thing))
		}
	}
	for _, thing := range x.Things {
		if thing.Kind == kg.KindPost {
			var orgs []string
			for _, org := range around.orgs[thing.ID] {
				orgs = append(orgs, string(made[org].id))
			}
			slices.Sort(orgs)
			sign(thing, postSignature(x.Document.ID, thing, slices.Compact(orgs)))
		}
	}
	for _, thing := range x.Things {
		if thing.Kind == kg.KindPerson {
			key := thingKey(x.Document.ID, thing)
			if post, org := around.seat(thing.ID); post != nil && strings.HasPrefix(key, nameKey) {
				key += seatMark + post.Role + " " + string(made[org.ID].id)
			}
			sign(thing, key)
		}
	}
	return made
}

func thingKey(document kg.ID, thing kg.Thing) string {
	if thing.Key != "" {
		return codeKey + thing.Key
	}
	name := kg.NameKey(thing.Name)
	global := !thing.Local && name != ""
	switch thing.Kind {
	case kg.KindPerson:
		// A given name alone is nobody in particular.
		global = global && len(strings.Fields(thing.Name)) > 1
	case kg.KindMeeting:
		number := ""
		name, number = meetingName(thing.Entity)
		global = global && tells(name)
		switch {
		case number != "":
			name += "#" + number
		case thing.StartDate != nil && thing.StartDate.Precision() != kg.Year:
			name += "@" + thing.StartDate.Value
		default:
			global = global && strings.ContainsFunc(name, unicode.IsDigit)
		}
	case kg.KindAgreement:
		if thing.StartDate == nil {
			global = false
		} else {
			name += "@" + thing.StartDate.Value
		}
	}
	if !global {
		return localKey + string(document) + ":" + name
	}
	return nameKey + name
}

// meetingName gives the key of a meeting's name without the words for meeting
// and without its number, and the number: "1/2020", "35".
func meetingName(meeting kg.Entity) (name, number string) {
	name = meeting.Name
	if s := meeting.Series; s != nil {
		if s.Ordinal > 0 {
			number = strconv.Itoa(s.Ordinal)
		}
		if s.Year > 0 {
			number += "/" + strconv.Itoa(s.Year)
		}
		if s.Name != "" && number != "" && attached.FindString(name) == attached.FindString(s.Name) {
			name = s.Name
		}
	}
	// "ลุ่มน้ำโขงกับเกาหลี" and "ลุ่มน้ำโขง-เกาหลี" are one.
	key := strings.ReplaceAll(ordinal.ReplaceAllString(kg.NameKey(name), ""), "กับ", "")
	for _, word := range []string{"การประชุม", "ที่ประชุม", "ประชุม", "พิธี", "งาน"} {
		if rest := strings.TrimPrefix(key, word); rest != key && utf8.RuneCountInString(rest) >= 4 {
			return rest, number
		}
	}
	return key, number
}

// attached marks what is held for a meeting, or beside it, and is another
// event: its press conference, its preparation.
var attached = regexp.MustCompile(`แถลงข่าว|เตรียมการ|เตรียมความพร้อม|สนับสนุน|คู่ขนาน|คู่เคียง|ข้างเคียง|(?i:side event|preparatory|press conference)`)

// ordinal is the number of a meeting in the key of its name, with its year.
var ordinal = regexp.MustCompile(`(?:ครั้งที่|สมัยที่|รอบที่)\d+`)

// generic are the words that a meeting's name may be made of and still leave
// open whose meeting it is: "การประชุมคณะกรรมการฯ ครั้งที่ 1/2564".
var generic = regexp.MustCompile(`^(?:การ|ที่|ประชุม|คณะกรรมการ|คณะอนุกรรมการ|คณะทำงาน|สามัญ|วิสามัญ|ประจำปี|ประจำเดือน|ดังกล่าว|ร่วม|หารือ|สัมมนา|พิธี|งาน|เปิด|ลงนาม|เชิงปฏิบัติการ|ใหญ่|ย่อย|พิเศษ|ระดับ|สูง|รัฐมนตรี|ผู้นำ|สุดยอด|ที่เกี่ยวข้อง|ลงพื้นที่|ตรวจ|ราชการ|ติดตาม|เข้าชม|ชม|เดินทาง|เยี่ยมคารวะ|เยี่ยม|เข้า|เยือน|พบ|คารวะ|ให้|ต้อนรับ|ทวิภาคี|เต็มคณะ|อย่างเป็นทางการ|ในฐานะแขกของรัฐบาล|ในรอบ|ครั้งแรก|ประเทศ|ไทย|กรุงเทพ|เสร็จสิ้น|ของ|และ|กับ|ต่าง|ๆ|\d)*$`)

// tells reports whether the key of a meeting's name says which meeting it is.
func tells(name string) bool {
	return utf8.RuneCountInString(name) >= 6 && !generic.MatchString(name)
}

// seatRoles are the roles of which an organisation has one seat, however it is
// written: รัฐมนตรีว่าการ and รมว. are one office.
var seatRoles = map[string]bool{"PRIME_MINISTER": true, "MINISTER": true, "PERMANENT_SECRETARY": true,
	"DIRECTOR_GENERAL": true, "SECRETARY_GENERAL": true, "GOVERNOR": true, "MAYOR": true, "RECTOR": true,
	"CHAIR": true, "CHIEF_SMART_CITY_OFFICER": true}

// nationalRoles need no organisation to be told apart.
var nationalRoles = map[string]bool{"PRIME_MINISTER": true, "DEPUTY_PRIME_MINISTER": true}

func postSignature(document kg.ID, post kg.Thing, orgs []string) string {
	if post.Key != "" {
		return codeKey + post.Key
	}
	role := kg.NameKey(post.RoleText)
	if seatRoles[post.Role] || nationalRoles[post.Role] || role == "" {
		role = post.Role
	}
	if role == "" {
		role = kg.NameKey(post.Name)
	}
	if post.Local || len(orgs) == 0 && !nationalRoles[post.Role] && utf8.RuneCountInString(role) < 15 {
		return localKey + string(document) + ":" + role + "@" + strings.Join(orgs, ",")
	}
	return postKey + role + "@" + strings.Join(orgs, ",")
}
