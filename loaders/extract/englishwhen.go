package extract

import (
	"slices"
	"strings"
	"time"

	"mueang/graph/kg"
	"mueang/loaders/thai"
)

// When and where the events of English sentences were.

// contextWords stand before an event that is but the occasion of another.
var contextWords = []string{" following", "Following", " after", "After", " before", " prior to", " during", "During", " during her attendance at", " during his attendance at", " on the sidelines of", " ahead of", " since", " occasion of"}

// isContext reports whether an event is named only as the occasion of another.
func (r *reading) isContext(m *mention) bool {
	at := r.backBlanks(m.start)
	for _, w := range []string{" the", " his", " her", " the weekly"} {
		if r.endsWith(at, w) {
			at = r.backBlanks(at - len(w) + 1)
			break
		}
	}
	_, ok := r.endsWithAny(at, contextWords)
	return ok
}

// sameDay reports whether an event is told as one right before another.
func (r *reading) sameDay(m *mention) bool {
	at := r.backBlanks(m.start)
	if r.endsWith(at, " the") {
		at = r.backBlanks(at - 3)
	}
	_, ok := r.endsWithAny(at, []string{" following", " after", " during", "Following", "After", "During"})
	return ok
}

// englishWhen gives the events of an English sentence their days: the one behind
// the name, else the one at the head of the sentence.
func (r *reading) englishWhen(s *sentence) {
	if s.headline {
		return
	}
	var lead *mention
	for _, m := range s.tokens {
		if m.sort == date {
			if m.start-s.start <= 24 && m.when.kind != thai.DateYear && m.when.kind != thai.DateFiscal {
				lead = m
			}
			break
		}
		if m.sort != spot {
			break
		}
	}
	for k, m := range s.tokens {
		if m.sort != occasion || m.thing.start != nil && !slices.Contains(m.thing.inferred, "startDate") {
			continue
		}
		if d := r.dayBehind(s, k); d != nil {
			behind := r.str(m.end, max(m.end, d.start))
			if strings.Contains(behind, "will be") || strings.Contains(behind, "to be held") {
				r.plan(m.thing)
				d = r.yearAhead(d)
			}
			r.setDate(m.thing, d)
			continue
		}
		after := strings.ToLower(r.str(m.end, max(m.end, min(m.end+11, s.end))))
		if published := r.doc.FirstDay(); strings.HasPrefix(after, " this year") && len(published) >= 4 {
			m.thing.start = &kg.PartialDate{Value: published[:4]}
			m.thing.inferred = append(m.thing.inferred, "startDate")
			continue
		}
		if strings.HasPrefix(after, " will be") || strings.HasPrefix(after, " is to be") || strings.HasPrefix(after, " to be hel") {
			r.plan(m.thing)
		}
		future := m.thing.status == "PLANNED"
		if k > 0 && s.tokens[k-1].sort == signal {
			if is, _ := r.englishTense(s, s.tokens[k-1].start); is {
				future = true
			}
		}
		if is, _ := r.englishTense(s, m.start); is {
			future = true
		}
		if d := r.dayBefore(s, k); d != nil && d != lead {
			r.setDate(m.thing, d)
			continue
		}
		if o := r.contextOf(s, k); o != nil && !future {
			// "On the sidelines of the A on May 4, B held talks with C"
			m.thing.start = &kg.PartialDate{Value: o.thing.start.Value}
			m.thing.inferred = append(m.thing.inferred, "startDate")
			continue
		}
		if lead == nil || future && r.spoken(s, m) {
			continue
		}
		if r.isContext(m) {
			if r.sameDay(m) && m.thing.series != nil {
				m.thing.start = &kg.PartialDate{Value: lead.when.from.Value}
				m.thing.inferred = append(m.thing.inferred, "startDate")
			}
			continue
		}
		if m.role == "VISIT" && r.endsWith(r.backBlanks(m.start), "official") {
			continue
		}
		r.setDate(m.thing, lead)
	}
}

// yearAhead gives a day that is to come and whose year is not written in the year in which
// it comes after the day of the text: in May 2024, 20 November is one of that year.
func (r *reading) yearAhead(d *mention) *mention {
	told := r.dateline().Value
	if !d.when.inferred || told == "" || len(d.when.from.Value) != len(told) || d.when.from.Value >= told {
		return d
	}
	ahead := *d
	for _, day := range []*kg.PartialDate{&ahead.when.from, &ahead.when.to} {
		if t, err := time.Parse(time.DateOnly, day.Value); err == nil {
			day.Value = t.AddDate(1, 0, 0).Format(time.DateOnly)
		}
	}
	if ahead.when.from.Value < told {
		return d
	}
	return &ahead
}

// contextOf gives the event of one day that a sentence names right before another as
// the occasion of it.
func (r *reading) contextOf(s *sentence, k int) *mention {
	if k == 0 {
		return nil
	}
	for j := k - 1; j >= 0; j-- {
		o := s.tokens[j]
		if o.sort != occasion {
			continue
		}
		w, beside := r.endsWithAny(r.backBlanks(o.start), []string{"sidelines of the", "sidelines of", "margins of the", "margins of"})
		if w == "" || !beside || o.thing.start == nil || len(o.thing.start.Value) < 10 || o.thing.end != nil || r.isContext(s.tokens[k]) {
			return nil
		}
		return o
	}
	return nil
}

// spoken reports whether what stands at m is told by somebody on the day at the
// head of the sentence.
func (r *reading) spoken(s *sentence, m *mention) bool {
	return slices.ContainsFunc(s.tokens, func(t *mention) bool { return t.sort == signal && t.cue == speaks && t.start < m.start })
}

// dayBehind gives the day behind the event at token k: "on June 21", "during
// November 25-26", "in 2022".
func (r *reading) dayBehind(s *sentence, k int) *mention {
	m := s.tokens[k]
	passive := r.passive(s, k)
	for _, d := range s.tokens[k+1:] {
		if passive && (d.sort == someone || d.sort == signal && (d.cue == chairedBy || d.cue == attendedBy)) {
			continue
		}
		if d.sort == occasion || d.sort == signal && d.cue != hostedBy && d.cue != hosts && d.cue != opens || d.sort == someone {
			return nil
		}
		if d.sort != date || d.when.today || d.when.kind == thai.DateFiscal {
			continue
		}
		gap := tidy(r.str(m.end, d.start))
		if d.when.kind == thai.DateYear && len([]rune(gap)) > 4 || len([]rune(gap)) > 120 && !passive {
			return nil
		}
		for _, w := range []string{" on", " during", " from", " in", "on", "during", "in", "from", ",", "of", "postponed to", "rescheduled to", "moved to", "scheduled for", "slated for", "set for"} {
			if strings.HasSuffix(gap, w) {
				return d
			}
		}
		if gap == "" && r.has(d.start, "yesterday") {
			return d
		}
		if before, bracket := strings.CutSuffix(gap, "("); bracket {
			last := before[strings.LastIndex(before[:max(0, len(before)-1)], " ")+1:]
			if last = strings.ToLower(strings.TrimSpace(last)); calendar[last] || last == "yesterday" || last == "today" {
				return d // held yesterday (Nov 7)
			}
		}
		return nil
	}
	return nil
}

// dayBefore gives the day that stands before the event at token k in its clause:
// "during May 28-29, 2024 to attend the A".
func (r *reading) dayBefore(s *sentence, k int) *mention {
	m := s.tokens[k]
	for j := k - 1; j >= 0; j-- {
		d := s.tokens[j]
		if d.sort == occasion || d.sort == signal && d.cue != attends || d.sort == someone || m.start-d.end > 90 {
			return nil
		}
		if d.sort == date && d.when.kind != thai.DateYear && d.when.kind != thai.DateFiscal {
			if _, led := r.endsWithAny(r.backBlanks(d.start), []string{" on", " during", " from"}); led {
				return d
			}
			return nil
		}
	}
	return nil
}

// inheritDays gives events that a later sentence tells of without a day that of
// the main event.
func (r *reading) inheritDays(s *sentence, main *thing) {
	if s.headline || main == nil || main.start == nil || len(main.start.Value) < 10 || main.status == "PLANNED" {
		return
	}
	for _, m := range s.tokens {
		if m.sort != occasion || m.thing == main || m.thing.start != nil || m.thing.status == "PLANNED" || r.isContext(m) {
			continue
		}
		if r.told[m.thing] {
			m.thing.start = &kg.PartialDate{Value: main.start.Value}
			m.thing.inferred = append(m.thing.inferred, "startDate")
		}
	}
}

// englishWhere reads where the events of an English sentence were: behind the
// name, else at the head of the sentence.
func (r *reading) englishWhere(s *sentence) {
	if s.headline {
		return
	}
	lead := r.leadPlaces(s)
	done := false
	for k, m := range s.tokens {
		if m.sort != occasion {
			continue
		}
		chain := r.placesBehind(s, k)
		if len(chain) == 0 && m.role != "VISIT" && !r.isContext(m) && !done && m.thing.status != "PLANNED" && !(r.spoken(s, m) && m.role == "SIGNING") {
			chain, done = lead, len(lead) > 0
			if k+1 < len(s.tokens) && done {
				done = !slices.ContainsFunc(s.tokens[k+1:], func(t *mention) bool { return t.sort == occasion && r.sameVerb(s, m, t) })
			}
		}
		for _, p := range chain {
			r.claim(claim{kind: kg.HeldAt, subject: m.thing, object: p.thing, spans: [][2]int{{m.start, m.end}, {p.start, p.end}}, event: m.thing, rule: "held-at-en"})
		}
	}
}

// sameVerb reports whether two events follow one verb.
func (r *reading) sameVerb(s *sentence, a, b *mention) bool {
	return b.start-a.end < 12 && strings.HasPrefix(tidy(r.str(a.end, b.start)), "and")
}

// leadPlaces gives the places at the head of a sentence, before anybody acts:
// "…, at the Ivory Room, Thai Khu Fah Building, Government House, Mr. A …".
func (r *reading) leadPlaces(s *sentence) []*mention {
	for k, m := range s.tokens {
		switch m.sort {
		case date:
			continue
		case spot, body:
			if r.bracketed(m) {
				continue // Colombo local time
			}
			before := tidy(r.str(max(s.start, m.start-8), m.start))
			if m.start-s.start > 90 || !strings.HasSuffix(before, " at") && !strings.HasSuffix(before, "at the") && !strings.HasSuffix(before, " in") && !strings.HasSuffix(before, "At") && !strings.HasSuffix(before, "At the") && !strings.HasSuffix(before, ",") && !strings.HasSuffix(before, "in the") {
				return nil
			}
			if m.sort == body && m.end < s.end && r.at(m.end) != ',' {
				return nil
			}
			return r.englishChain(s.tokens, k)
		default:
			return nil
		}
	}
	return nil
}

// englishChain gives the places in a row from token k on, the country left out
// where something smaller is named.
func (r *reading) englishChain(tokens []*mention, k int) []*mention {
	var chain []*mention
	at := tokens[k].start
	for _, t := range tokens[k:] {
		gap := tidy(r.str(at, max(at, t.start)))
		if t.start < at || t.sort != spot && t.sort != body || len(chain) > 0 && gap != "" && gap != "," && gap != ", the" && gap != "in" && gap != ", in" && gap != "(" && gap != "of" || r.bracketed(t) && len(chain) == 0 {
			break
		}
		if t.sort == body {
			if len(chain) > 0 {
				at = t.end // the house that the hall is in
				continue
			}
			v := r.named(nil, kg.KindVenue, r.str(t.start, t.end), t.start)
			t = &mention{start: t.start, end: t.end, sort: spot, thing: v}
		}
		chain = append(chain, t)
		at = t.end
	}
	finer := slices.ContainsFunc(chain, func(p *mention) bool { return p.thing.kind != kg.KindCountry })
	return slices.DeleteFunc(chain, func(p *mention) bool {
		return finer && p.thing.kind == kg.KindCountry || p.thing.kind == kg.KindZone && len(chain) > 1
	})
}

// placesBehind gives the places behind the event at token k: "at the A, B", "in C".
func (r *reading) placesBehind(s *sentence, k int) []*mention {
	if r.passive(s, k) {
		return r.placesAfterDoers(s, k)
	}
	m := s.tokens[k]
	for j := k + 1; j < len(s.tokens); j++ {
		t := s.tokens[j]
		if t.sort == date || t.sort == signal && t.cue == opens {
			continue // "the A opened in B"
		}
		if t.sort != spot && t.sort != body || t.start < m.end {
			return nil
		}
		gap := " " + tidy(r.str(m.end, t.start))
		for _, d := range s.tokens[k+1 : j] {
			gap = strings.Replace(gap, tidy(r.str(d.start, d.end)), "", 1)
		}
		led := ""
		for _, w := range []string{" at the", " at", " in the", " in"} {
			if rest, ok := strings.CutSuffix(gap, w); ok {
				gap, led = rest, w
				break
			}
		}
		if led == "" || t.sort == body && !strings.HasPrefix(led, " at") {
			return nil
		}
		for w := range strings.FieldsFuncSeq(strings.ToLower(gap), func(c rune) bool { return c == ' ' || c == ',' || c == '(' || c == ')' }) {
			switch w {
			case "held", "to", "be", "on", "during", "which", "was", "were", "will", "taking", "place", "took", "today", "for", "from", "that", "is", "via", "a", "videoconference", "this", "year", "next", "month", "week", "opened", "opens", "officially", "convened", "begins", "began", "gathered":
			default:
				if !isDigit(rune(w[0])) && !calendar[w] && w != "yesterday" && w != "last" {
					return nil
				}
			}
		}
		return r.englishChain(s.tokens, j)
	}
	return nil
}

// passive reports whether right behind the event at token k those are told who held
// it or were there: "the A, hosted by B in C, …".
func (r *reading) passive(s *sentence, k int) bool {
	const near = 40
	if k+1 >= len(s.tokens) {
		return false
	}
	c := s.tokens[k+1]
	return c.sort == signal && (c.cue == chairedBy || c.cue == attendedBy || c.cue == hostedBy) && c.start-s.tokens[k].end < near
}

// placesAfterDoers gives the places behind those who held the event at token k or
// were there: "was co-chaired by A and B at the C in D".
func (r *reading) placesAfterDoers(s *sentence, k int) []*mention {
	for j := k + 2; j < len(s.tokens); j++ {
		t := s.tokens[j]
		switch t.sort {
		case occasion, accord:
			return nil
		case signal:
			if t.cue != chairedBy && t.cue != attendedBy && t.cue != hostedBy {
				return nil
			}
		case spot, body:
			gap := strings.TrimLeft(tidy(r.str(s.tokens[j-1].end, max(s.tokens[j-1].end, t.start))), ",) ")
			for _, w := range []string{"was held ", "were held ", "is held ", "held ", "took place ", "takes place ", "was convened "} {
				gap = strings.TrimPrefix(gap, w)
			}
			if gap = strings.TrimSuffix(gap, " the"); gap != "at" && (t.sort == body || gap != "in") || r.isPostBody(t) || r.inOffice(t) || r.isEmployer(t) {
				continue
			}
			return r.englishChain(s.tokens, j)
		}
	}
	return nil
}
