package extract

import (
	"slices"
	"strings"

	"mueang/graph/kg"
)

// What belongs to what: bodies to bodies (PART_OF), and places, bodies and
// houses to places (LOCATED_IN). Official prose says it in the order of names
// ("สำนัก ก กรม ข", "ตำบล ก อำเภอ ข จังหวัด ค"), in a word between them ("ในสังกัด",
// "ของ"), or in a name itself ("สภาอุตสาหกรรมจังหวัดลำปาง").

// partFrame is a way to say that one body is part of the other: what stands
// between the two, and which of them is the part.
type partFrame struct {
	between string
	later   bool // the part is named behind the whole
	listed  bool // more parts may follow in a list
	sure    bool // whatever the two are; else the whole has to be of a kind that has parts
	rule    string
}

var partFrames = []partFrame{
	{"", false, false, false, "part-beside"},
	{"(", false, false, false, "part-beside"},
	{"ของ", false, false, false, "part-of"},
	{"หน่วยงานในสังกัด", false, false, true, "part-under"},
	{"ในสังกัด", false, false, true, "part-under"},
	{"สังกัด", false, false, true, "part-under"},
	{"ภายใต้", false, false, true, "part-under"},
	{"ภายใต้สังกัด", false, false, true, "part-under"},
	{"ภายใต้การกำกับดูแลของ", false, false, true, "part-under"},
	{"ภายใต้การกำกับของ", false, false, true, "part-under"},
	{"ในกำกับของ", false, false, true, "part-under"},
	{"ในกำกับ", false, false, true, "part-under"},
	{"ซึ่งเป็นหน่วยงานในสังกัด", false, false, true, "part-under"},
	{"ซึ่งเป็นหน่วยงานภายใต้", false, false, true, "part-under"},
	{"ซึ่งเป็นบริษัทในเครือของ", false, false, true, "part-under"},
	{"บริษัทในเครือของ", false, false, true, "part-under"},
	{"บริษัทในเครือ", false, false, true, "part-under"},
	{"โดย", true, true, false, "part-by"},
	{"มี", true, true, false, "part-by"},
	{"ยังมี", true, true, false, "part-by"},
	{"และหน่วยงานในสังกัด", true, true, false, "part-list"},
	{"พร้อมหน่วยงานในสังกัด", true, true, false, "part-list"},
	{"และหน่วยงานในสังกัดได้แก่", true, true, false, "part-list"},
	{"และหน่วยงานในสังกัดประกอบด้วย", true, true, false, "part-list"},
	{"และหน่วยงานในสังกัดอาทิ", true, true, false, "part-list"},
}

// ownUnits stand before a ministry whose parts are listed next: "หน่วยงานในสังกัด
// กระทรวง ก ได้แก่ กรม ข กรม ค".
var ownUnits = newWords("หน่วยงานในสังกัด", "หน่วยงานภายใต้", "หน่วยงานในสังกัดของ", "หน่วยงานในกำกับ", "หน่วยงานภายใต้สังกัด")

// listBegins begin a list.
var listBegins = []string{"ได้แก่", "ประกอบด้วย", "อาทิ", "เช่น", "คือ"}

// parts reads which bodies belong to which.
func (r *reading) parts() {
	r.partsByName()
	bodies := slices.DeleteFunc(slices.Clone(r.names), func(m *mention) bool { return m.sort != body })
	for k := 1; k < len(bodies); k++ {
		a, b := bodies[k-1], bodies[k]
		gap, ok := r.between(a, b)
		if !ok {
			continue
		}
		_, own := r.wordBefore(r.backBlanks(a.start), ownUnits)
		if own && slices.Contains(listBegins, gap) {
			r.partList(bodies, k, a, "part-list")
			continue
		}
		for _, f := range partFrames {
			if f.between != gap {
				continue
			}
			whole, part := b, a
			if f.later {
				whole, part = a, b
			}
			if gap == "" && r.isKnownPart(b.thing, a.thing) {
				whole, part = a, b // "กระทรวง ก กรม ข ชี้แจงว่า"
			} else if gap == "(" && r.hasParts(a.thing) && !r.isKnownPart(a.thing, b.thing) {
				whole, part = a, b // "กระทรวงการคลัง (กรมศุลกากร)"
			}
			switch {
			case f.listed && f.rule == "part-list":
				r.partList(bodies, k, whole, f.rule)
			case f.sure && !r.hasParts(part.thing) && !r.isKnownElsewhere(part.thing, whole.thing) || r.mayBePart(part.thing, whole.thing):
				r.partOf(part, whole, f.rule)
				if f.listed && f.between != "โดย" {
					r.partList(bodies, k+1, whole, f.rule)
				}
			}
			break
		}
	}
}

// ownParts begin the names of parts of a body that end in its own: "ศูนย์ดวงตา|สภากาชาดไทย",
// "สำนักงานปลัด|กระทรวงคมนาคม".
var ownParts = newWords("ศูนย์", "สำนักงานปลัด", "สำนักงานรัฐมนตรี", "สำนักงานเลขา", "สำนัก", "กอง", "กก.", "คณะ", "ฝ่าย", "กลุ่มงาน", "สถาบัน", "วิทยาลัย", "โรงเรียนสาธิต", "โรงพยาบาล", "บัณฑิตวิทยาลัย", "หน่วย")

// nameJoints stand before a body in a name that is not part of it: "คณะกรรมการ ก และ|สภา ข".
var nameJoints = newWords("และ", "กับ", "จาก", "ระเบียบ", "ระหว่าง", "ต่อ", "ในสังกัด", "-", "–")

// partsByName reads which bodies belong to another that the text names as well by
// the end of their own names.
func (r *reading) partsByName() {
	done := map[*thing]bool{}
	for _, m := range r.names {
		if m.sort != body || done[m.thing] || m.end-m.start > longestRun {
			continue
		}
		_, own := r.wordAt(m.start, ownParts)
		for i := m.start + 3; i < m.end-3; i++ {
			k, end := r.lex.at(r.lex.bodies, r.runes[:m.end], i)
			if k == nil || end != m.end {
				continue
			}
			whole := r.index.thingOf(k)
			united := k.key == "int:un" && r.endsWith(i, "แห่ง")
			if _, joined := r.wordBefore(i, nameJoints); joined || !united && m.thing.kind == kg.KindCommittee && !r.endsWith(i, "กรรมการ") && !r.has(m.start, "คณะทำงาน") {
				break
			}
			if whole == nil || whole == m.thing || whole.kind == kg.KindCommittee || !united && (!own || r.hasParts(m.thing) || m.thing.known != nil && m.thing.known.parent != "" && m.thing.known.parent != k.key) {
				break
			}
			done[m.thing] = true
			r.claim(claim{kind: kg.PartOf, subject: m.thing, object: whole, spans: [][2]int{{m.start, m.end}}, rule: "part-by-name"})
			break
		}
	}
}

// between gives what stands between two bodies, without blanks, brackets that
// hold other names of the first, and the article of a list.
func (r *reading) between(a, b *mention) (string, bool) {
	if a.thing == b.thing || b.start < a.end || b.start-a.end > 60 {
		return "", false
	}
	gap := strings.TrimSpace(r.afterBracket(r.str(a.end, b.start)))
	if strings.Contains(gap, "\n") {
		return "", false
	}
	if strings.HasPrefix(gap, "หรือ ") {
		// "สำนักงาน ก หรือ depa และ": the other name is a mention of its own.
		return "", false
	}
	return strings.ReplaceAll(tidy(gap), " ", ""), true
}

// partList claims the bodies of a list, from the k-th on, for the whole.
func (r *reading) partList(bodies []*mention, k int, whole *mention, rule string) {
	for n := 0; k < len(bodies) && n < 24; k, n = k+1, n+1 {
		b, before := bodies[k], bodies[k-1]
		if b.start < before.end || r.hasParts(b.thing) {
			return
		}
		gap := r.str(before.end, b.start)
		if n > 0 || before != whole {
			if b.start-before.end > 40 || strings.Contains(gap, "\n") || !joins(strings.Trim(r.afterBracket(gap), " ()")) && strings.TrimSpace(gap) != "หรือ" {
				return
			}
		}
		if b.thing != whole.thing && b.thing != before.thing && r.mayBePart(b.thing, whole.thing) {
			r.partOf(b, whole, rule)
		}
	}
}

func (r *reading) partOf(part, whole *mention, rule string) {
	start, end := min(part.start, whole.start), max(part.end, whole.end)
	r.claim(claim{kind: kg.PartOf, subject: part.thing, object: whole.thing, spans: [][2]int{{start, end}}, rule: rule})
}

// hasParts reports whether a body is a ministry or the like, which is no part
// of another one.
func (r *reading) hasParts(t *thing) bool {
	return t.kind == kg.KindMinistry || t.known != nil && (t.known.key == "th-ministry:opm" || t.known.key == "th-body:cabinet")
}

// isKnownPart reports whether the gazetteer has a under b.
func (r *reading) isKnownPart(a, b *thing) bool {
	return a.known != nil && b.known != nil && a.known.parent == b.known.key
}

// isKnownElsewhere reports whether the gazetteer has a body under another whole.
func (r *reading) isKnownElsewhere(part, whole *thing) bool {
	return part.known != nil && part.known.parent != "" && part.known.to == "" && !r.isKnownPart(part, whole)
}

// isMission reports whether a body is an embassy or a consulate.
func (r *reading) isMission(t *thing) bool {
	return slices.ContainsFunc(t.surfaces, func(s string) bool {
		return strings.HasPrefix(s, "สถานเอกอัครราชทูต") || strings.HasPrefix(s, "สถานทูต") || strings.HasPrefix(s, "สถานกงสุล")
	})
}

// mayBePart reports whether a body can be part of another one as far as their
// kinds and the gazetteer say: a unit of an agency, an agency of a ministry.
func (r *reading) mayBePart(part, whole *thing) bool {
	switch {
	case part == whole || r.hasParts(part) || part.kind == kg.KindInternationalOrganization:
		return false
	case r.isKnownPart(part, whole):
		return true
	case whole.known != nil && whole.known.key == "th-body:cabinet":
		return false // "… ข้อเสนอของกองทุน ก) คณะรัฐมนตรีรับทราบ"
	case r.isKnownElsewhere(part, whole) && whole.known != nil:
		return false
	case r.isMission(part) && (whole.known == nil || whole.known.key != "th-ministry:mfa"):
		return false
	case part.country != whole.country && whole.kind == kg.KindMinistry:
		return false
	case r.hasParts(whole):
		return part.kind == kg.KindAgency || part.known == nil && (part.kind == kg.KindInstitute || part.kind == kg.KindOrganization) || part.kind == kg.KindCompany && part.known != nil && part.known.parent != ""
	}
	// A unit that no gazetteer has, of a body that has units.
	if part.known != nil || !isUnit(part.surfaces[0]) {
		return false
	}
	switch whole.kind {
	case kg.KindAgency, kg.KindInstitute, kg.KindLocalGovernment, kg.KindOrganization:
		return !isUnit(whole.surfaces[0]) || strings.HasPrefix(part.surfaces[0], "กลุ่ม") || strings.HasPrefix(part.surfaces[0], "ฝ่าย") || strings.HasPrefix(part.surfaces[0], "ศูนย์")
	}
	return false
}

// isUnit reports whether a name begins as that of a part of a body.
func isUnit(name string) bool {
	k := unitHeads.at([]rune(name), 0)
	return k >= 0 && !strings.HasPrefix(name, "สำนักงาน")
}

// size orders what names a place by what lies in what.
func (r *reading) size(m *mention) int {
	switch m.thing.kind {
	case kg.KindZone:
		if k := m.thing.known; k != nil && strings.Contains(k.key, "subdistrict") {
			return 3
		} else if _, ok := r.wordAt(m.start, districtWords); ok || k != nil && k.district {
			return 4
		}
		if _, ok := r.wordAt(m.start, subdistrictWords); ok {
			return 3
		}
		return 2
	case kg.KindCity:
		return 5
	case kg.KindProvince:
		return 6
	case kg.KindCountry:
		return 7
	case kg.KindVenue:
		return 1
	}
	return 0
}

var (
	districtWords    = newWords("อำเภอ", "อ.", "เขต")
	subdistrictWords = newWords("ตำบล", "ต.", "แขวง")
)

// streets begin what stands between a house and its district: a road, a lane, a
// village or a subdistrict.
var streets = []string{"ถนน", "ถ.", "ซอย", "ซ.", "หมู่", "ต.", "ตำบล", "แขวง"}

// locations reads what lies where.
func (r *reading) locations() {
	for k := range r.names {
		r.placesInRow(k)
		r.zoneOf(k)
	}
	r.placesInNames()
	r.bodiesOfCountry()
	for k := range r.sentences {
		r.knownLocations(&r.sentences[k])
	}
}

// lies claims that what a names lies where b names.
func (r *reading) lies(a, b *mention, rule string) {
	r.claim(claim{kind: kg.LocatedIn, subject: a.thing, object: b.thing, spans: [][2]int{{min(a.start, b.start), max(a.end, b.end)}}, rule: rule})
}

// placesInRow reads the place that follows another one, or a house, and is
// larger: "ตำบล ก อำเภอ ข จังหวัด ค", "โรงแรม ก ถนน ข เขต ค", "เมือง ก ของประเทศ ข",
// "อบต. ก อ. ข". What lies in the first of a row lies in the others as well.
func (r *reading) placesInRow(k int) {
	a := r.names[k]
	if a.sort != spot && !(a.sort == body && r.isHouse(a)) {
		return
	}
	last, size := a, r.size(a)
	for j := k + 1; j < len(r.names) && j <= k+4; j++ {
		b := r.names[j]
		if b.sort == body && last == a && b.start >= a.end && b.end-b.start > 9 && isThaiLetter(r.at(b.start)) && r.isHall(a) && !r.endsWith(a.end, "ใหญ่") && strings.Trim(r.str(a.end, b.start), " ") == "" {
			if r.endsWith(a.end, "ที่ทำการ") {
				last = b // the house is the body's
				continue
			}
			// "ห้องประชุม ก กระทรวง ข": the house of the body.
			house := &mention{start: b.start, end: b.end, sort: spot, thing: r.named(nil, kg.KindVenue, r.str(b.start, b.end), b.start)}
			r.lies(a, house, "place-in-place")
			last = house
			continue
		}
		if b.sort != spot || b.thing == a.thing {
			return
		}
		if b.start < last.end || b.start-last.end > 45 {
			return
		}
		if !r.isAddressGap(r.str(last.end, b.start)) || b.start == last.end && b.bare {
			return
		}
		next := r.size(b)
		if size > next || size == next && (size != 1 || r.alikeBegun(last, b)) {
			return
		}
		r.lies(a, b, "place-in-place")
		if last != a && last.thing.kind == kg.KindVenue {
			r.lies(last, b, "place-in-place")
		}
		if a.sort == body && next == 7 {
			if seat := r.placeInName(a); seat != nil {
				r.claim(claim{kind: kg.LocatedIn, subject: seat, object: b.thing, spans: [][2]int{{a.start, b.end}}, rule: "place-in-place"})
			}
		}
		last, size = b, next
	}
}

// alikeBegun reports whether two places have the same generic word, so that they are
// listed and none is in the other: "ท่าอากาศยาน ก ท่าอากาศยาน ข".
func (r *reading) alikeBegun(a, b *mention) bool {
	const least = 5
	return r.has(b.start, r.str(a.start, min(a.start+least, a.end)))
}

// isHall reports whether a venue is a part of a house: a hall, a floor, a block.
func (r *reading) isHall(m *mention) bool {
	return m.sort == spot && m.thing.kind == kg.KindVenue && r.isHallAt(m.start)
}

var halls = newWords("ห้อง", "หอประชุม", "อาคาร", "ตึก", "ศูนย์การศึกษา", "ลาน", "โถง")

// isHouse reports whether a body is one of which an address can follow.
func (r *reading) isHouse(m *mention) bool {
	switch m.thing.kind {
	case kg.KindInstitute, kg.KindLocalGovernment:
		return true
	case kg.KindOrganization, kg.KindCompany, kg.KindAgency:
		_, ok := r.wordAt(m.start, addressed)
		return ok
	}
	return false
}

// addressed are heads of bodies that are houses as well.
var addressed = newWords("โรงพยาบาล", "รพ.", "โรงเรียน", "วิสาหกิจชุมชน", "สหกรณ์", "สถานีตำรวจ", "สถานเอกอัครราชทูต", "ศูนย์พัฒนา", "กองกำกับการ", "กองร้อย", "กองพัน", "มณฑลทหารบก", "ศูนย์วิจัย")

// isAddressGap reports whether nothing but a road, another name in brackets or
// a word of place stands between two places.
func (r *reading) isAddressGap(gap string) bool {
	if strings.Contains(gap, "\n") {
		return false
	}
	gap = strings.TrimSpace(r.afterBracket(gap))
	for _, street := range streets {
		if rest, ok := strings.CutPrefix(gap, street); ok {
			return strings.Count(strings.TrimSpace(rest), " ") < 2
		}
	}
	switch gap {
	case "", "ของ", "ใน", "ภายใน", "ตั้งอยู่ใน", "ซึ่งตั้งอยู่ใน", "ตั้งอยู่ที่", "ซึ่งตั้งอยู่ที่", "ซึ่งตั้งอยู่ในพื้นที่", "ภายในบริเวณ", ",", "(", "ในพื้นที่", "แห่ง":
		return true
	}
	return false
}

// zoneGaps say that a zone lies in the places that are listed next, or the
// other way round.
var zoneGaps = map[string]bool{"ใน": false, "ในพื้นที่": false, "ครอบคลุม": false, "ครอบคลุมพื้นที่": false, "ครอบคลุมจังหวัด": false,
	"ซึ่งประกอบด้วย": true, "ประกอบด้วย": true}

// zoneOf reads the places that a zone is made of: "ระเบียงเศรษฐกิจ ก ในจังหวัด ข ค ง"
// lies in them, "เขต ก ซึ่งประกอบด้วยมณฑล ข ค" holds them.
func (r *reading) zoneOf(k int) {
	zone := r.names[k]
	if zone.sort != spot || zone.thing.kind != kg.KindZone || zone.thing.known != nil && zone.thing.known.district {
		return
	}
	last, holds, begun := zone, false, false
	for j := k + 1; j < len(r.names) && j <= k+16; j++ {
		b := r.names[j]
		if b.sort != spot || b.start < last.end || b.start-last.end > 60 {
			return
		}
		gap := r.str(last.end, b.start)
		if strings.Contains(gap, "\n") {
			return
		}
		plain := strings.ReplaceAll(strings.TrimSpace(r.afterBracket(gap)), " ", "")
		if !begun {
			for _, country := range []string{"ของจีน", "ของไทย"} {
				plain = strings.TrimPrefix(plain, country)
			}
			inside, ok := zoneGaps[plain]
			if !ok {
				if b.thing.kind == kg.KindCountry && plain == "ของ" {
					last = b // "เขต ก ของจีน ซึ่งประกอบด้วย …"
					continue
				}
				return
			}
			begun, holds = true, inside
		} else if !joins(gap) {
			return
		}
		if b.thing.kind == kg.KindVenue || b.thing.kind == kg.KindCountry && !holds {
			return
		}
		if holds {
			r.lies(b, zone, "zone-of")
		} else if b.thing.kind == kg.KindProvince || b.thing.kind == kg.KindCity {
			r.lies(zone, b, "zone-in")
		}
		last = b
	}
}

// placesInNames reads where a body or a house is from its own name.
func (r *reading) placesInNames() {
	done := map[*thing]bool{}
	for _, m := range r.names {
		if m.sort != body && (m.sort != spot || m.thing.kind != kg.KindVenue) || m.thing == nil {
			continue
		}
		if m.sort == body && m.thing.country != nil && m.thing.kind == kg.KindMinistry {
			if strings.Contains(r.str(m.start, m.end), "กระทรวง") {
				r.claim(claim{kind: kg.LocatedIn, subject: m.thing, object: m.thing.country, spans: [][2]int{{m.start, m.end}}, rule: "ministry-of-country"})
			}
			continue
		}
		if done[m.thing] || m.end-m.start > 120 {
			continue
		}
		if place := r.placeInName(m); place != nil {
			done[m.thing] = true
			r.claim(claim{kind: kg.LocatedIn, subject: m.thing, object: place, spans: [][2]int{{m.start, m.end}}, rule: "place-in-name"})
		}
	}
}

// placeInName gives the place with which the name of a body or house ends.
func (r *reading) placeInName(m *mention) *thing {
	if !isThaiLetter(r.at(m.start)) || m.thing.kind == kg.KindCommittee || m.thing.kind == kg.KindInternationalOrganization || m.thing.kind == kg.KindMinistry || m.thing.kind == kg.KindNetwork || r.has(m.start, "รัฐบาล") {
		return nil
	}
	mission := r.has(m.start, "สถาน")
	for i := m.start + 3; i < m.end; i++ {
		if r.at(i-1) == '-' || r.at(i-1) == '–' {
			return nil // สถาบันไทย-เยอรมัน
		}
		k, end := r.lex.at(r.lex.spots, r.runes[:m.end], i)
		if k == nil {
			continue
		}
		start := i
		if r.endsWith(i, "ประเทศ") {
			start -= 6
		}
		bracketed := r.at(start-1) == '('
		switch strings.TrimSpace(r.str(end, m.end)) {
		case "":
			if i <= m.start+4 {
				continue
			}
		case ")", ") จำกัด", ") จำกัด (มหาชน)":
			if !bracketed {
				continue
			}
		default:
			continue
		}
		switch k.kind {
		case kg.KindCountry:
			linked := bracketed || r.endsWith(r.backBlanks(start), "ประจำ")
			if !linked && (k.key == "country:TH" || mission || m.thing.kind == kg.KindCompany) || m.sort == spot {
				return nil
			}
		case kg.KindProvince, kg.KindCity:
		default:
			return nil
		}
		return r.placeNamed(k, r.str(i, end), i)
	}
	return nil
}

// bodiesOfCountry reads "Institute A และ Institute B ของเกาหลีใต้" and "สมาคม ก ของญี่ปุ่น".
func (r *reading) bodiesOfCountry() {
	for k, m := range r.names {
		if m.sort != spot || m.thing.kind != kg.KindCountry {
			continue
		}
		before := r.backBlanks(m.start)
		link, ok := r.endsWithAny(before, []string{"ของ", "แห่ง", "ของประเทศ", "จาก", "จากประเทศ"})
		if !ok {
			continue
		}
		at := before - len([]rune(link))
		for j := k - 1; j >= 0 && j > k-5; j-- {
			o := r.names[j]
			if o.sort != body || o.end > at || o.thing.kind == kg.KindInternationalOrganization || isThaiLetter(r.at(m.end)) && !r.stopsAt(m.end) || !joins(tidy(r.str(o.end, at))) || !isLatin(r.at(o.start)) && (j < k-1 || o.thing.known != nil || r.at(o.end) == '\n') {
				break
			}
			if strings.HasPrefix(link, "จาก") && (o.thing.kind != kg.KindCompany || o != r.names[k-1]) {
				break
			}
			r.lies(o, m, "body-of-country")
			at = o.start
		}
	}
}

// knownLocations claims of the places of a sentence what the gazetteer knows
// and the sentence bears out by naming both: a district and its province, or, side by
// side, a city and its country.
func (r *reading) knownLocations(s *sentence) {
	if s.headline {
		return
	}
	var places []*mention
	at := map[string]*mention{}
	for _, m := range s.tokens {
		if m.sort != spot || m.thing.known == nil || len(places) > 40 {
			continue
		}
		places = append(places, m)
		if at[m.thing.known.key] == nil {
			at[m.thing.known.key] = m
		}
	}
	for _, a := range places {
		if a.thing.known.key == "country:TH" {
			continue
		}
		k := r.lex.byKey[a.thing.known.parent]
		for n := 0; k != nil && n < 3; n, k = n+1, r.lex.byKey[k.parent] {
			const near = 40
			district := a.thing.kind == kg.KindZone && r.size(a) > 2
			if b := at[k.key]; b != nil && b.thing != a.thing && k.key != "country:TH" && (district || max(a.start, b.start)-min(a.end, b.end) <= near) {
				r.lies(a, b, "known-place")
			}
		}
	}
}
