package extract

import (
	"slices"
	"strings"

	"mueang/graph/kg"
)

// notProjects are words behind โครงการ that name none.
var notProjects = newWords("กว่า", "มากกว่า", "ดังกล่าว", "ฯ", "นี้", "ต่าง", "สำคัญ", "ลงทุน", "ที่", "ใน", "และ", "จะ", "ได้", "ให้", "ความร่วมมือ", "ของ", "เพื่อ", "ร่วม", "จำนวน", "ๆ", "หรือ", "ใหม่", "อื่น", "ต้นแบบ", "โดย", "มี", "เป็น", "ไม่", "ทั้ง", "กับ", "นั้น", "ขนาด", "หลัก", "ซึ่ง", "ภายใต้", "แล้ว", "อย่าง", "รวม", "ด้าน", "หนึ่ง", "อันเนื่อง", "ริเริ่ม", "ใด", "เหล่า", "ทุก", "ถัด", "แรก", "เดิม", "เดียวกัน", "เร่งด่วน", "ย่อย", "ก่อสร้างของ", "โครงสร้างพื้นฐานที่", "โครงสร้างพื้นฐานหลัก", "โครงสร้างพื้นฐานขนาด", "ระยะ")

// findProjects finds projects by their generic word, smart cities by their
// place, and the areas of a list of certified ones.
func (r *reading) findProjects() {
	if strings.Contains(r.norm, "รับรอง") || strings.Contains(r.norm, "ตราสัญลักษณ์") {
		for _, b := range r.blocks {
			r.certifiedList(b)
		}
	}
	slices.SortStableFunc(r.long, byPlace)
	events, listed := 0, 0 // how far events and listed projects reach
	before := r.long
	for _, b := range r.blocks {
		for i := b.start; i < b.end; i++ {
			if c := r.at(i); c != 'โ' && c != 'S' && c != 'ส' {
				continue
			}
			for ; len(before) > 0 && before[0].start <= i; before = before[1:] {
				switch m := before[0]; m.sort {
				case occasion:
					events = max(events, m.end)
				case undertaking:
					listed = max(listed, m.end)
				}
			}
			if m := r.taken[i]; m != nil && m.start < i || i < listed {
				continue
			}
			var m *mention
			switch {
			case r.has(i, "โครงการ") && i >= events:
				m = r.projectAt(i, b.end)
			case r.has(i, "Smart City "):
				m = r.smartCityAt(i, i+len("Smart City "), b.end)
			case r.has(i, "สมาร์ทซิตี้ "):
				m = r.smartCityAt(i, i+12, b.end)
			}
			if m != nil {
				r.long = append(r.long, m)
				i = m.end - 1
			}
		}
	}
	r.pilotProjects()
	slices.SortStableFunc(r.long, byPlace)
}

// projectAt reads "โครงการ…".
func (r *reading) projectAt(i, limit int) *mention {
	at := i + 7
	if _, no := r.wordAt(at, notProjects); no || r.endsWith(i, "บริหาร") || r.endsWith(i, "เป็น") || r.endsWith(i, "ๆ") {
		return nil
	}
	if isBlank(r.at(at)) {
		if next := r.at(r.skipBlanks(at)); !isUpper(next) && next != '“' && next != '"' {
			return nil
		}
	}
	at = r.skipBlanks(at)
	if _, no := r.wordAt(at, notNames); no {
		return nil
	}
	limit = min(limit, at+longestTitle)
	end := at
	for end < limit {
		c := r.at(end)
		if c == '\n' || c == ',' || c == ')' || c == '”' || c == '/' || c == ';' {
			break
		}
		if isBlank(c) {
			next := r.skipBlanks(end)
			if next-end > 1 || !(isUpper(r.at(next)) && isLatin(r.at(end-1)) || isDigit(r.at(next)) && r.endsWith(end, "ที่") || r.has(next, "รุ่นที่") || r.has(next, "ระยะที่") || r.has(next, "(") || end == at || r.has(next, "ในจังหวัด") || r.has(next, "และ") && r.taken[r.skipBlanks(next+3)] != nil && r.endsWithPlace(end)) {
				break
			}
			end = next
			continue
		}
		if c == '(' {
			shut := r.closing(end)
			if shut == 0 || shut-end > 50 || shut > limit {
				break
			}
			end = shut + 1
			continue
		}
		if c == '“' {
			if shut := r.shutQuote(end, limit); shut > 0 {
				end = shut + 1
				continue
			}
			break
		}
		if m := r.taken[end]; m != nil && m.start == end {
			if m.sort == someone || m.sort == date && m.when.kind != "YEAR" {
				break
			}
			end = m.end
			continue
		}
		if _, stop := r.stopAt(end, endsProject); stop && end > at || end > at && r.stopsAt(end) && !r.has(end, "ครั้งที่") {
			break
		}
		end++
	}
	end = r.backBlanks(end)
	if end-at < 4 {
		return nil
	}
	return r.project(i, end)
}

func (r *reading) endsWithPlace(i int) bool {
	m := r.taken[max(i-1, 0)]
	return m != nil && m.sort == spot
}

// genericProjects are the keys of names that many projects have.
var genericProjects = []string{kg.NameKey("โครงการเมืองอัจฉริยะ"), kg.NameKey("โครงการ Smart City"), kg.NameKey("โครงการเมืองอัจฉริยะ (Smart City)")}

// project makes the mention of a project, with its names without the generic
// word and without the bracket.
func (r *reading) project(i, end int) *mention {
	name := tidy(r.str(i, end))
	key := kg.NameKey(name)
	if t := r.index.thingCalled(kg.ClassProject, key, func(*thing) bool { return true }); t != nil {
		t.say(name)
		return &mention{start: i, end: end, sort: undertaking, thing: t}
	}
	t := r.newThing(kg.KindProject, i)
	t.say(name)
	if plain, rest, ok := strings.Cut(name, "("); ok {
		if inside, _, ok := strings.Cut(rest, ")"); ok {
			if len(plain) > 12 {
				t.say(plain)
			}
			if len(inside) > 8 && strings.TrimSpace(plain) != "โครงการ" && notAlias.at([]rune(inside), 0) < 0 {
				t.say(inside)
			}
		}
	}
	t.local = slices.Contains(genericProjects, key)
	return &mention{start: i, end: end, sort: undertaking, thing: t}
}

// smartCityAt reads "Smart City จังหวัดชลบุรี ในพื้นที่นิคมอุตสาหกรรมอมตะนคร"
// that begins at i, with its place at or behind at.
func (r *reading) smartCityAt(i, at, limit int) *mention {
	at = r.skipBlanks(at)
	m := r.taken[min(at, len(r.runes))]
	if m == nil || m.start != at || m.sort != spot || m.thing.kind == kg.KindCountry || m.end > limit {
		return nil
	}
	end := m.end
	if next := r.skipBlanks(end); r.has(next, "ในพื้นที่") {
		area := r.skipBlanks(next + 9)
		if z := r.taken[min(area, len(r.runes))]; z != nil && z.start == area && z.sort == spot {
			end = z.end
		}
	}
	p := r.project(i, end)
	p.thing.local = false
	return p
}

// certifiedList reads a list of areas that have been certified as smart
// cities: items with commas or numbers behind ประกอบด้วย or ได้แก่.
func (r *reading) certifiedList(b block) {
	text := r.str(b.start, b.end)
	if !strings.Contains(text, "เมืองอัจฉริยะ") && !strings.Contains(text, "ตราสัญลักษณ์") {
		return // as most do: the words below are looked for more slowly
	}
	at := -1
	for _, lead := range []string{"รับรองการเป็นพื้นที่เมืองอัจฉริยะ", "ได้รับมอบตราสัญลักษณ์", "รับรองเป็นเมืองอัจฉริยะ", "รับรองเป็นพื้นที่เมืองอัจฉริยะ", "ประกาศเป็นเมืองอัจฉริยะ", "ประกาศรับรองเป็นพื้นที่เมืองอัจฉริยะ"} {
		k := strings.LastIndex(text, lead)
		if k < 0 {
			continue
		}
		for _, colon := range []string{"ประกอบด้วย", "ได้แก่", "คือ"} {
			if c := strings.Index(text[k:], colon); c >= 0 && c < 400 && (at < 0 || k+c < at) {
				at = k + c + len(colon)
			}
		}
	}
	if at < 0 {
		return
	}
	start, end := b.start+len([]rune(text[:at])), b.end
	if r.skipBlanks(start) >= end {
		// The list is the next paragraph.
		k, _ := slices.BinarySearchFunc(r.blocks, b.end, func(o block, i int) int { return o.start - i })
		if k == len(r.blocks) {
			return
		}
		start, end = r.blocks[k].start, r.blocks[k].end
	}
	items := r.listItems(start, end)
	if len(items) < 3 {
		return
	}
	for _, item := range items {
		m := r.project(item[0], item[1])
		m.thing.status = "CERTIFIED"
		m.role = "CERTIFIED"
		m.thing.local = false
		r.certifiedArea(m)
		r.long = append(r.long, m)
	}
}

// listItems cuts a list at numbers with a bracket or at commas.
func (r *reading) listItems(start, end int) [][2]int {
	var cuts []int
	numbered := false
	for i := start; i < end; i++ {
		if isDigit(r.at(i)) && !isDigit(r.at(i-1)) {
			k := i
			for isDigit(r.at(k)) {
				k++
			}
			if k-i <= 2 && r.at(k) == ')' {
				numbered = true
				break
			}
		}
	}
	for i := start; i < end; i++ {
		switch {
		case numbered && isDigit(r.at(i)) && !isDigit(r.at(i-1)):
			k := i
			for isDigit(r.at(k)) {
				k++
			}
			if k-i <= 2 && r.at(k) == ')' {
				cuts = append(cuts, i, k+1)
			}
		case !numbered && r.at(i) == ',':
			cuts = append(cuts, i, i+1)
		}
	}
	if len(cuts) == 0 {
		return nil
	}
	if !numbered {
		// The last comma's item may hold the last item behind และ.
		last := cuts[len(cuts)-1]
		for i := end - 4; i > last; i-- {
			if r.has(i, " และ ") || isBlank(r.at(i)) && r.has(i+1, "และ") {
				cuts = append(cuts, i, r.skipBlanks(i+1)+3)
				break
			}
		}
		cuts = append([]int{start, start}, cuts...)
	}
	cuts = append(cuts, end)
	var items [][2]int
	for k := 1; k < len(cuts); k += 2 {
		from, to := r.skipBlanks(cuts[k]), r.backBlanks(cuts[k+1])
		for _, tail := range []string{"และ", ","} {
			if r.endsWith(to, tail) {
				to = r.backBlanks(to - len([]rune(tail)))
			}
		}
		if n := to - from; n < 4 || n > 140 {
			continue
		}
		items = append(items, [2]int{from, to})
	}
	return items
}

// certifiedArea gives a listed area its place, and its name without the
// province behind it where that only says where it is.
func (r *reading) certifiedArea(m *mention) {
	inner := r.within(m)
	for k := len(inner) - 1; k >= 0; k-- {
		n := inner[k]
		if n.sort != spot || n.end != m.end || n.start-m.start < 8 || r.at(n.start-1) != ' ' {
			continue
		}
		if w := r.str(n.start, n.end); strings.HasPrefix(w, "จ") {
			name := tidy(r.str(m.start, n.start))
			if name == "เมืองอัจฉริยะ" {
				break
			}
			full := m.thing.surfaces[0]
			m.thing.surfaces, m.thing.keys = nil, nil
			m.thing.say(name)
			m.thing.say(full)
		}
		break
	}
}

// pilotProjects reads a project that has a place to be piloted at and a budget:
// "ให้พัฒนาเมืองอัจฉริยะ … นำร่องที่จังหวัดภูเก็ต … งบประมาณจำนวน 100 ล้านบาท".
func (r *reading) pilotProjects() {
	for _, b := range r.blocks {
		text := r.str(b.start, b.end)
		k := strings.Index(text, "นำร่อง")
		if k < 0 {
			continue
		}
		pilot := b.start + len([]rune(text[:k]))
		var place *mention
		for n := r.nextName(pilot); n < len(r.names) && r.names[n].start < min(pilot+30, b.end); n++ {
			if r.names[n].sort == spot {
				place = r.names[n]
				break
			}
		}
		if place == nil {
			continue
		}
		for _, a := range r.amountsIn(place.end, min(place.end+80, b.end)+1) {
			if !strings.Contains(r.str(place.end, a.Start), "งบประมาณ") {
				continue
			}
			start := r.activityBefore(pilot, b.start)
			if start < 0 {
				break
			}
			end := r.activityEnd(start, pilot)
			m := r.project(start, end)
			money := a.Money
			m.thing.amount = &money
			m.thing.local = true
			m.role = "PILOT"
			m.org = place
			m.suffix = r.str(a.Start, a.End)
			r.long = append(r.long, m)
			r.claim(claim{kind: kg.LocatedIn, subject: m.thing, object: place.thing, spans: [][2]int{{m.start, m.end}, {place.start, place.end}}, rule: "pilot-place"})
			if body := r.responsibleFor(m, b); body != nil {
				r.claim(claim{kind: kg.ResponsibleFor, subject: body.thing, object: m.thing, spans: [][2]int{{body.start, body.end}, {m.start, a.End}}, rule: "pilot-responsible"})
			}
			break
		}
	}
}

// activityBefore finds what is to be piloted: the last "ให้พัฒนา…" or โครงการ
// before it.
func (r *reading) activityBefore(i, limit int) int {
	for k := i - 1; k >= max(limit, i-longestTitle); k-- {
		if r.has(k, "พัฒนา") && (r.endsWith(k, "ให้") || r.endsWith(k, "การ")) || r.has(k, "โครงการ") {
			return k
		}
	}
	return -1
}

func (r *reading) activityEnd(i, limit int) int {
	end := i
	for end < limit && (isThaiLetter(r.at(end)) || r.has(end, " หรือ") || r.has(end, " ซิตี้") || isBlank(r.at(end)) && r.endsWith(end, "หรือ")) {
		if end > i && isThaiLetter(r.at(end)) && r.stopsAt(end) && !r.has(end, "หรือ") {
			break
		}
		end++
	}
	return r.backBlanks(end)
}

// responsibleFor gives the body to which a project was given: the one named
// last before a "ได้รับมอบหมาย", or the first of the paragraph.
func (r *reading) responsibleFor(m *mention, b block) *mention {
	var first *mention
	for k := r.nextName(b.start); k < len(r.names) && r.names[k].start < m.start; k++ {
		n := r.names[k]
		if n.sort != body {
			continue
		}
		if r.endsWith(r.backBlanks(n.start), "มอบหมายจาก") {
			break
		}
		if first == nil {
			first = n
		}
	}
	return first
}

// isSubject reports whether a place in the name of an agreement is one that it is
// about, not the town that it is called after: "ความร่วมมือในจังหวัด ก", but "ปฏิญญากรุงเทพฯ",
// "ความตกลงปารีส".
func (r *reading) isSubject(place *mention) bool {
	if place.thing.kind == kg.KindZone || r.has(place.start, "จังหวัด") {
		return true
	}
	_, in := r.wordBefore(r.backBlanks(place.start), areaLeads)
	return in
}

var areaLeads = newWords("ใน", "พื้นที่", "พัฒนา", "in", "of")

// projectClaims states of projects what the text does: who certified them and
// when, and where they are.
func (r *reading) projectClaims() {
	var event *thing
	var committee *mention
	for _, m := range r.long {
		if m.sort == occasion && m.thing.start != nil && !m.thing.dropped && event == nil && !r.isHeadline(m) {
			event = m.thing
			for _, n := range r.within(m) {
				if n.sort == body && n.thing.kind == kg.KindCommittee {
					committee = n
				}
			}
		}
	}
	for _, m := range r.long {
		if m.sort != undertaking {
			continue
		}
		for _, n := range r.within(m) {
			if n.sort == spot && n.thing.kind != kg.KindCountry {
				r.claim(claim{kind: kg.LocatedIn, subject: m.thing, object: n.thing, spans: [][2]int{{m.start, m.end}, {n.start, n.end}}, rule: "project-place"})
			}
		}
		if m.role != "CERTIFIED" {
			continue
		}
		var day *kg.PartialDate
		if event != nil {
			date := kg.PartialDate{Value: event.start.Value, Original: event.start.Original}
			day = &date
			m.thing.start = day
			m.thing.inferred = append(m.thing.inferred, "startDate")
		} else if r.doc.PublishedOn != nil {
			continue
		}
		if committee != nil {
			r.claim(claim{kind: kg.Certified, subject: committee.thing, object: m.thing, date: day, spans: [][2]int{{m.start, m.end}}, event: event, rule: "certified-list"})
		}
	}
	for _, m := range r.long {
		if m.sort != accord || m.thing.dropped {
			continue
		}
		for _, o := range r.longsIn(m.start, m.end) {
			if o.sort == undertaking && o.end <= m.end {
				r.claim(claim{kind: kg.About, subject: m.thing, object: o.thing, spans: [][2]int{{m.start, m.end}}, rule: "about-project"})
			}
		}
		for _, n := range r.within(m) {
			if n.sort == spot && n.thing.kind != kg.KindCountry && r.isSubject(n) {
				r.claim(claim{kind: kg.About, subject: m.thing, object: n.thing, spans: [][2]int{{m.start, m.end}}, rule: "about-place"})
			}
		}
	}
	for _, m := range r.long {
		if m.sort != occasion || m.thing.dropped {
			continue
		}
		for _, n := range r.within(m) {
			if n.sort == body && n.thing.kind == kg.KindNetwork {
				r.claim(claim{kind: kg.About, subject: m.thing, object: n.thing, spans: [][2]int{{m.start, m.end}}, rule: "about-network"})
			}
		}
	}
}
