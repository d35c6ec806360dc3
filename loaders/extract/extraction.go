package extract

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"mueang/graph/kg"
)

// extraction gives what was read in the form of the domain: things under local
// ids in the order in which the text names them, and claims between them.
func (r *reading) extraction() kg.Extraction {
	r.spanThings()
	things := slices.DeleteFunc(slices.Clone(r.things), func(t *thing) bool { return t.dropped || len(t.spans) == 0 || len(t.surfaces) == 0 })
	slices.SortStableFunc(things, func(a, b *thing) int { return a.spans[0].Start - b.spans[0].Start })
	x := kg.Extraction{Document: r.doc, Near: r.near}
	ids := map[*thing]kg.ID{}
	for i, t := range things {
		ids[t] = kg.ID("e" + strconv.Itoa(i+1))
	}
	for _, t := range things {
		x.Things = append(x.Things, r.export(t, ids[t]))
	}
	held := r.firstHeld()
	for _, c := range r.claims {
		subject, object := ids[c.subject], ids[c.object]
		if subject == "" || object == "" || len(c.evidence) == 0 {
			continue
		}
		q := kg.Qualifiers{Role: c.role, RoleText: tidy(c.roleText), Status: c.status, Capacity: c.capacity, Amount: c.amount, Date: c.date}
		observed := r.observedOn(c, held)
		for i := range c.evidence {
			c.evidence[i].ObservedOn = observed
			c.evidence[i].Confidence = r.lex.confidence.of(c.kind, c.evidence[i].Rule, c.event != nil && slices.Contains(c.event.inferred, "startDate"))
		}
		x.Claims = append(x.Claims, kg.Claim{Type: c.kind, Subject: subject, Object: object, Qualifiers: q, Evidence: c.evidence})
	}
	slices.SortStableFunc(x.Claims, func(a, b kg.Claim) int { return a.Evidence[0].Start - b.Evidence[0].Start })
	slices.SortStableFunc(x.Near, func(a, b kg.NearMiss) int { return a.Start - b.Start })
	return x
}

// observedOn gives the day in whose context a claim stands: that of its event,
// of the event of its sentence, or of publication.
func (r *reading) observedOn(c *claim, held string) string {
	if c.event != nil && c.event.start != nil && c.event.status != "PLANNED" {
		return c.event.start.Value
	}
	if r.doc.PublishedOn != nil {
		return r.doc.PublishedOn.Value
	}
	return held
}

// firstHeld gives the day of the first meeting of the text that was held, or "".
func (r *reading) firstHeld() string {
	for _, t := range r.things {
		if t.kind == kg.KindMeeting && !t.dropped && t.start != nil && t.status == "HELD" {
			return t.start.Value
		}
	}
	return ""
}

// spanThings gives the things where they are named, in the original text.
func (r *reading) spanThings() {
	for _, t := range r.things {
		t.spans = nil
	}
	for _, list := range [][]*mention{r.names, r.long} {
		for _, m := range list {
			if m.thing == nil {
				continue
			}
			end := m.end
			if m.sort == office {
				end = max(end, postEnd(m))
				if m.org != nil && m.org.start < m.start {
					end = m.end
				}
			}
			start, stop := r.text.Span(m.start, end)
			m.thing.spans = append(m.thing.spans, kg.Span{Start: start, End: stop, Text: r.text.Quote(m.start, end)})
		}
	}
	spanned := map[*thing]bool{}
	for _, t := range r.things {
		spanned[t] = len(t.spans) > 0
	}
	for _, m := range r.names {
		// A country that is named only within the names of ministries.
		if m.thing != nil && m.thing.country != nil && m.thing.country.kind == kg.KindCountry && !spanned[m.thing.country] {
			r.nestedSpan(m.thing.country, m)
		}
	}
	for _, c := range r.claims {
		for _, t := range []*thing{c.subject, c.object} {
			if len(t.spans) == 0 && len(c.evidence) > 0 {
				r.borrowSpan(t, c)
			}
		}
	}
	for _, t := range r.things {
		slices.SortFunc(t.spans, func(a, b kg.Span) int {
			if a.Start != b.Start {
				return a.Start - b.Start
			}
			return a.End - b.End
		})
		t.spans = slices.Compact(t.spans)
	}
}

func (r *reading) nestedSpan(t *thing, m *mention) {
	for _, s := range t.surfaces {
		text := r.str(m.start, m.end)
		if at := strings.LastIndex(text, s); at >= 0 {
			from := m.start + len([]rune(text[:at]))
			to := from + len([]rune(s))
			start, stop := r.text.Span(from, to)
			t.spans = append(t.spans, kg.Span{Start: start, End: stop, Text: r.text.Quote(from, to)})
			return
		}
	}
}

// borrowSpan finds a thing that no mention names, a local government or a
// house that a body lends, by its name within the evidence.
func (r *reading) borrowSpan(t *thing, c *claim) {
	r.borrowed++
	for _, s := range t.surfaces {
		i := t.first
		if r.borrowed < mostAlike {
			at := strings.Index(r.norm, s)
			if at < 0 {
				continue
			}
			i = utf8.RuneCountInString(r.norm[:at])
		}
		if end := i + utf8.RuneCountInString(s); r.has(i, s) {
			start, stop := r.text.Span(i, end)
			t.spans = append(t.spans, kg.Span{Start: start, End: stop, Text: r.text.Quote(i, end)})
			return
		}
	}
	e := c.evidence[0]
	t.spans = append(t.spans, kg.Span{Start: e.Start, End: e.End, Text: e.Quote})
}

// export gives a thing in the form of the domain.
func (r *reading) export(t *thing, id kg.ID) kg.Thing {
	name := r.bestName(t)
	e := kg.Entity{ID: id, Kind: t.kind, Name: name, Subtype: t.subtype, Status: t.status, StartDate: t.start, EndDate: t.end,
		Series: t.series, Subject: t.subject, Amount: t.amount, Role: t.role, RoleText: t.roleText}
	if t.kind != kg.KindMeeting && t.kind != kg.KindAgreement {
		e.Subtype = ""
	}
	add := func(n kg.Name) {
		if n.Text == "" || slices.ContainsFunc(e.Names, func(o kg.Name) bool { return o.Text == n.Text }) {
			return
		}
		e.Names = append(e.Names, n)
	}
	add(kg.Name{Text: name, Language: languageOf(name), Kind: kg.NameOfficial})
	for _, s := range t.surfaces {
		if t.kind == kg.KindMinistry && t.known == nil && s != name && r.nameOfAnother(t, s) {
			continue // "กระทรวงการต่างประเทศ" of Korea, where the Thai one is named as well
		}
		if t.kind.Class() == kg.ClassOrganization && isClassWord(s) {
			continue
		}
		add(kg.Name{Text: s, Language: languageOf(s), Kind: r.nameKind(t, name, s)})
	}
	if t.known != nil {
		for _, n := range t.known.names {
			add(n)
		}
		e.Identifiers, e.Description = t.known.identifiers, t.known.history
	}
	if t.kind == kg.KindPerson {
		titles := slices.Clone(t.titles)
		slices.Sort(titles)
		e.Titles = slices.Compact(titles)
	}
	if t.kind == kg.KindPost {
		add(kg.Name{Text: t.roleText, Language: languageOf(t.roleText), Kind: kg.NameShort})
	}
	x := kg.Thing{Entity: e, Spans: t.spans, Local: t.local || r.isLocal(t, name), Inferred: slices.Compact(slices.Sorted(slices.Values(t.inferred)))}
	if t.known != nil {
		x.Key = t.known.key
	}
	return x
}

// isClassWord reports whether a text calls any body of a class, as "กระทรวงฯ"
// does: within its document it refers to one, elsewhere it is no name.
func isClassWord(s string) bool {
	word, short := strings.CutSuffix(s, "ฯ")
	return short && slices.ContainsFunc(organizationHeads, func(h head) bool { return h.text == strings.TrimSpace(word) })
}

// nameOfAnother reports whether a body that the gazetteer knows, and that the
// text names, is called s.
func (r *reading) nameOfAnother(t *thing, s string) bool {
	return slices.ContainsFunc(r.things, func(o *thing) bool {
		return o != t && o.known != nil && o.kind == t.kind && slices.ContainsFunc(o.known.names, func(n kg.Name) bool { return n.Text == s })
	})
}

// bestName gives the fullest form of a name that the text has; people go
// without title, known bodies and places by the official form where the text
// has it or only short ones.
func (r *reading) bestName(t *thing) string {
	switch {
	case t.name != "":
		return t.name
	case t.kind == kg.KindPost:
		return r.postName(t)
	case t.kind == kg.KindPerson:
		return t.surfaces[0]
	case t.known != nil && t.kind.Class() == kg.ClassOrganization:
		return t.known.names[0].Text
	case t.known != nil:
		return t.known.names[0].Text
	}
	best := t.surfaces[0]
	if t.kind == kg.KindMeeting {
		for _, s := range t.surfaces[1:] {
			if strings.Contains(s, "ครั้งที่") && !strings.Contains(best, "ครั้งที่") && isThaiLetter([]rune(s)[0]) || strings.Contains(best, "ฯ") && !strings.Contains(s, "ฯ") && isThaiLetter([]rune(s)[0]) || len(s) > len(best) && strings.Contains(s, best) && !strings.HasPrefix(s, "ภายหลัง") {
				best = s
			}
		}
		return best
	}
	for _, s := range t.surfaces[1:] {
		if len(s) > len(best) && (t.kind.Class() == kg.ClassOrganization && isThaiLetter([]rune(s)[0]) == isThaiLetter([]rune(best)[0]) && !strings.HasSuffix(s, "ฯ")) {
			best = s
		}
	}
	return best
}

// postName gives an office's name with its body.
func (r *reading) postName(t *thing) string {
	if t.org == nil {
		return t.roleText
	}
	org := r.bestName(t.org)
	role := t.roleText
	if last := []rune(role); len(last) > 0 && isThaiLetter(last[len(last)-1]) && isThaiLetter([]rune(org)[0]) {
		return role + org
	}
	return role + " " + org
}

// isLocal reports whether a name means nothing outside its document: generic
// words for meetings and agreements without anything of their own.
func (r *reading) isLocal(t *thing, name string) bool {
	switch t.kind {
	case kg.KindMeeting:
		key := occasionKey(name)
		return t.series == nil && len([]rune(key)) < 14 && isThaiLetter([]rune(name)[0]) || strings.Contains(name, "ฯ") && t.series == nil
	case kg.KindAgreement:
		return len([]rune(name)) < 32 && isThaiLetter([]rune(name)[0]) || len([]rune(name)) < 6
	case kg.KindVenue:
		return strings.HasPrefix(name, "ห้อง")
	}
	return false
}

// nameKind says what sort of name a surface form is.
func (r *reading) nameKind(t *thing, name, surface string) kg.NameKind {
	runes := []rune(surface)
	switch {
	case t.kind == kg.KindPerson && isLatin(runes[0]) != isLatin([]rune(name)[0]):
		return kg.NameTransliteration
	case t.acronyms[surface] && len(runes) <= 8 && (isUpper(runes[0]) || strings.Contains(surface, ".")):
		return kg.NameAcronym
	case len(runes)*2 < len([]rune(name)):
		return kg.NameShort
	}
	return kg.NameAlias
}

// languageOf tells the language of a name by its first letter.
func languageOf(s string) string {
	for _, c := range s {
		switch {
		case isThaiLetter(c):
			return "th"
		case isLatin(c):
			return "en"
		}
	}
	return "und"
}
