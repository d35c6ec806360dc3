package resolve

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"mueang/graph/kg"
)

// around is what the claims of a document say around its things, by local id.
type around struct {
	things  map[kg.ID]*kg.Thing
	orgs    map[kg.ID][]kg.ID // post → its organisations
	posts   map[kg.ID][]kg.ID // person → posts held
	parents map[kg.ID][]kg.ID // organisation → what it is part of
	lands   map[kg.ID][]kg.ID // organisation → countries that it is in
}

func readClaims(x kg.Extraction) around {
	a := around{things: make(map[kg.ID]*kg.Thing, len(x.Things)), orgs: map[kg.ID][]kg.ID{}, posts: map[kg.ID][]kg.ID{},
		parents: map[kg.ID][]kg.ID{}, lands: map[kg.ID][]kg.ID{}}
	for i := range x.Things {
		a.things[x.Things[i].ID] = &x.Things[i]
	}
	add := func(to map[kg.ID][]kg.ID, c *kg.Claim) {
		if !slices.Contains(to[c.Subject], c.Object) && a.things[c.Subject] != nil && a.things[c.Object] != nil {
			to[c.Subject] = append(to[c.Subject], c.Object)
		}
	}
	for i := range x.Claims {
		c := &x.Claims[i]
		switch c.Type {
		case kg.PostIn:
			add(a.orgs, c)
		case kg.Holds:
			add(a.posts, c)
		case kg.PartOf:
			add(a.parents, c)
		case kg.LocatedIn:
			if place := a.things[c.Object]; place != nil && place.Kind == kg.KindCountry {
				add(a.lands, c)
			}
		}
	}
	return a
}

// exclusive are the roles that one person cannot have twice at a time: nobody
// governs two provinces, or a province and a city.
var exclusive = map[string]bool{"GOVERNOR": true, "MAYOR": true, "DIRECTOR_GENERAL": true, "PERMANENT_SECRETARY": true, "RECTOR": true}

// passing marks an office that is held no more, not yet, or for another.
var passing = regexp.MustCompile(`อดีต|รักษา|ปฏิบัติหน้าที่แทน|ว่าที่|(?i)former|acting`)

// seat gives the one exclusive office that a document gives a person; nil
// where it gives none or several.
func (a around) seat(person kg.ID) (post, org *kg.Thing) {
	for _, id := range a.posts[person] {
		p := a.things[id]
		if !exclusive[p.Role] {
			continue
		}
		if post != nil || len(a.orgs[id]) != 1 || passing.MatchString(p.RoleText) || passing.MatchString(p.Name) {
			return nil, nil
		}
		post, org = p, a.things[a.orgs[id][0]]
	}
	return post, org
}

// withSample is how many of the other people in its document a person's
// context holds: those of the smallest ids, so that two documents on the same
// people hold the same.
const withSample = 4

// setContext gives each mention what the document says around it.
func setContext(r *Resolved, x kg.Extraction, referents map[kg.ID]signature) {
	at := map[kg.ID]int{}
	for i := range r.Mentions {
		at[r.Mentions[i].Referent] = i
	}
	add := func(thing kg.ID, field, value string) {
		if i, ok := at[referents[thing].id]; ok && value != "" {
			r.Mentions[i].Context = append(r.Mentions[i].Context, kg.Trait{Field: field, Value: value, Count: 1})
		}
	}
	// known gives the id under which other documents speak of a thing, "" for
	// what is this document's own. A person goes without the seat.
	known := func(thing kg.ID) string {
		s := referents[thing]
		if strings.HasPrefix(s.key, localKey) {
			return ""
		}
		if name, _, seated := strings.Cut(s.key, seatMark); seated && s.id.Prefix() == string(kg.ClassPerson) {
			return string(kg.NewID(s.id.Prefix(), name))
		}
		return string(s.id)
	}
	a := readClaims(x)
	for _, thing := range x.Things {
		switch thing.Kind.Class() {
		case kg.ClassPerson:
			for _, post := range a.posts[thing.ID] {
				add(thing.ID, fieldPost, known(post))
				add(thing.ID, fieldRoles, a.things[post].Role)
				for _, org := range a.orgs[post] {
					add(thing.ID, fieldOrg, known(org))
					add(org, fieldHolder, known(thing.ID))
				}
			}
			if post, org := a.seat(thing.ID); post != nil {
				add(thing.ID, fieldSeat, post.Role+" "+kg.NameKey(org.Name))
			}
			if day := x.Document.FirstDay(); day != "" && x.Document.PublishedOn.Precision() != kg.Year {
				add(thing.ID, fieldSeen, day[:len("2006-01")])
			}
		case kg.ClassOrganization:
			for _, parent := range a.parents[thing.ID] {
				add(thing.ID, fieldPart, known(parent))
			}
		}
	}
	for _, c := range x.Claims {
		if c.OnBehalfOf != "" {
			add(c.Subject, fieldOrg, known(c.OnBehalfOf))
		}
		switch c.Type {
		case kg.Chaired, kg.Attended, kg.SpokeAt, kg.Signed:
			add(c.Object, fieldWho, known(c.Subject))
		case kg.Organized:
			add(c.Object, fieldHost, known(c.Subject))
		case kg.HeldAt:
			add(c.Subject, fieldPlace, known(c.Object))
		case kg.PartyTo:
			add(c.Object, fieldParty, known(c.Subject))
		}
	}
	var people []string
	for _, thing := range x.Things {
		if id := known(thing.ID); thing.Kind == kg.KindPerson && id != "" {
			people = append(people, id)
		}
	}
	slices.Sort(people)
	people = slices.Compact(people)
	for _, thing := range x.Things {
		if thing.Kind != kg.KindPerson {
			continue
		}
		taken := 0
		for _, other := range people {
			if taken < withSample && other != known(thing.ID) {
				add(thing.ID, fieldWith, other)
				taken++
			}
		}
	}
	setBeside(r)
	for i := range r.Mentions {
		m := &r.Mentions[i]
		slices.SortFunc(m.Context, compareTraits)
		m.Context = slices.CompactFunc(m.Context, func(a, b kg.Trait) bool { return compareTraits(a, b) == 0 })
	}
}

// setBeside notes the things of a document that share a blocking key: one
// document seldom writes one thing as two, and one keeps two apart.
func setBeside(r *Resolved) {
	inBlock := map[string][]int{}
	for i := range r.Mentions {
		m := &r.Mentions[i]
		alone := kg.Referent{ID: m.Referent, Class: m.Thing.Kind.Class(), Key: r.Keys[m.Referent]}
		Count(&alone, m, 1)
		for _, block := range newProfile(&alone).blocks() {
			inBlock[block] = append(inBlock[block], i)
		}
	}
	for _, sharing := range inBlock {
		for _, i := range sharing {
			for _, j := range sharing {
				if i != j {
					r.Mentions[i].Context = append(r.Mentions[i].Context,
						kg.Trait{Field: fieldBeside, Value: string(r.Mentions[j].Referent), Count: 1})
				}
			}
		}
	}
}

// states are the words for a state and its ministries, behind which the name
// of a country says whose they are.
var states = []string{"กระทรวง", "รัฐบาล", "สถานเอกอัครราชทูต", "สถานทูต", "ministry", "government"}

// links matches what joins a body to its country.
var links = regexp.MustCompile(`(?:แห่ง|ของ|ประจำ)?(?:ราชอาณาจักร|สาธารณรัฐ|ประเทศ)?$|of(?:the)?$`)

// organizationKey gives the signature of an organisation. A ministry or
// government of a country is the same however the country is written; a unit
// such as สำนักงานปลัดกระทรวง is of its ministry.
func organizationKey(document kg.ID, thing kg.Thing, a around) string {
	key := thingKey(document, thing)
	name, global := strings.CutPrefix(key, nameKey)
	if !global {
		return key
	}
	if bare, land := landOf(name); land != "" {
		return nameKey + cmp.Or(translated[bare], bare) + "@" + land
	}
	if unit.MatchString(name) {
		if parents := a.parents[thing.ID]; len(parents) == 1 {
			if parent := a.things[parents[0]]; parent.Key != "" {
				return nameKey + name + "@" + parent.Key
			}
		}
		return localKey + string(document) + ":" + name
	}
	if lands := a.lands[thing.ID]; len(lands) == 1 && thing.Kind == kg.KindMinistry && a.things[lands[0]].Key != "" {
		return nameKey + name + "@" + a.things[lands[0]].Key
	}
	return key
}

// translated gives the Thai word for what states call alike.
var translated = map[string]string{"government": "รัฐบาล", "royalthaigovernment": "รัฐบาล", "ministryofforeignaffairs": "กระทรวงการต่างประเทศ",
	"ministryofdefence": "กระทรวงกลาโหม", "ministryofdefense": "กระทรวงกลาโหม", "ministryoffinance": "กระทรวงการคลัง"}

// unit matches the key of a name that means nothing without its ministry, its
// place or its document: สำนักงานปลัดกระทรวง, คณะกรรมการตรวจสอบ,
// มหาวิทยาลัยทั่วประเทศ. It is a word for a sort of body and words that any
// body of the sort may have.
var unit = regexp.MustCompile(`^(?:คณะ(?:อนุ)?กรรมการ|คณะ(?:อนุ)?กรรมาธิการ|คณะทำงาน|คณะผู้แทน(?:ไทย)?|สำนักงาน|สำนัก|กอง|ศูนย์|กลุ่ม|สถาบัน|สมาคม|สหกรณ์|บริษัท|มหาวิทยาลัย|วิทยาลัย|โรงพยาบาล|โรงเรียน|ธนาคาร|กระทรวง|กรม|จังหวัด|เทศบาล|องค์กร|มูลนิธิ|ชมรม|สภา|สถานเอกอัครราชทูต(?:ไทย)?|สถานทูต(?:ไทย)?|รัฐบาล|หน่วยงาน)` +
	`(?:ดังกล่าว|บริหาร|อำนวยการ|ร่วม|พิเศษ|วิสามัญ|สามัญ|ชุดใหญ่|ขับเคลื่อน|ดำเนินงาน|ดำเนินการ|ปฏิบัติการ|ปฏิบัติงาน|ที่เกี่ยวข้อง|ที่ปรึกษา|ระดับ(?:ชาติ|ประเทศ|จังหวัด|อำเภอ)|ตรวจสอบ|นโยบาย|ติดตาม|กลั่นกรอง|ตัดสิน|คัดเลือก|สรรหา|พิจารณา|ประสานงาน|จัดงาน|กฎหมาย|กำกับดูแล|กำกับ|ประเมินผล|เฉพาะกิจ|วิชาการ|วิจัย|พัฒนา|ปลัด|กระทรวง|กรม|รัฐมนตรี|เลขานุการ|เขต|จังหวัด|อำเภอ|ตำบล|ภาค|สาขา|ใหญ่|กลาง|ทั่วประเทศ|หลายแห่ง|ทุกแห่ง|หลาย|ต่าง|ๆ|ทุก|ใน|พื้นที่|และ|การ|เพื่อ|ที่|ของ|ด้าน|ออมทรัพย์|เกษตร|ท่องเที่ยว|เอกชน|รัฐ|ประจำ|มหาวิทยาลัย)*$`)
