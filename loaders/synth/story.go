package synth

import (
	"fmt"
	"math/rand/v2"
	"time"

	"mueang/graph/kg"
)

// story is what happened: the same in every report of it.
type story struct {
	i         int
	day       time.Time
	reports   int
	sentences []sentence
}

// sentence is text with the names of things in it, and the facts that it states.
type sentence struct {
	parts []any // string or node
	facts []fact
}

type fact struct {
	kind       kg.RelationType
	from, to   node
	qualifiers kg.Qualifiers
	behalf     *node
	undated    bool // stated by the document, not shown by its event
}

// nodes gives the things that a story names, each once.
func (s *story) nodes() map[node]bool {
	named := map[node]bool{}
	for _, sentence := range s.sentences {
		for _, part := range sentence.parts {
			if n, ok := part.(node); ok {
				named[n] = true
			}
		}
	}
	return named
}

// first and last are the years of the stories.
const firstYear, days = 2006, 20 * 365

func (w *world) day(i int) time.Time {
	return time.Date(firstYear, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, w.rng("DAY", i).IntN(days))
}

// story gives the i-th story.
func (w *world) story(i int) *story {
	rng := w.rng("STORY", i)
	s := &story{i: i, day: w.day(i), reports: 1}
	if rng.IntN(10) == 0 {
		s.reports = 2
	}
	meeting := node{kg.KindMeeting, i}
	w.meeting(s, rng, meeting)
	if from, to := w.share(kg.KindAgreement, i); from < to {
		w.agreement(s, rng, node{kg.KindAgreement, from}, meeting)
	}
	w.introduce(s, i)
	return s
}

func (s *story) say(parts []any, facts ...fact) {
	s.sentences = append(s.sentences, sentence{parts, facts})
}

func (w *world) meeting(s *story, rng *rand.Rand, meeting node) {
	chair := node{kg.KindPerson, ranked(rng, w.of[kg.KindPerson])}
	venue := node{kg.KindVenue, rng.IntN(w.of[kg.KindVenue])}
	host := w.body(rng)
	s.say([]any{chair, " ", w.postOf(chair.i), " เป็นประธาน", meeting, " เมื่อวันที่ ", thaiDay(s.day), " ณ ", venue, " จัดโดย", host},
		fact{kind: kg.Chaired, from: chair, to: meeting, qualifiers: kg.Qualifiers{Role: "CHAIR"}},
		fact{kind: kg.HeldAt, from: meeting, to: venue},
		fact{kind: kg.Organized, from: host, to: meeting, qualifiers: kg.Qualifiers{Role: "HOST"}})
	parts, facts := []any{"โดยมี"}, []fact{}
	here := map[node]bool{chair: true}
	for range 4 + rng.IntN(7) {
		who := node{kg.KindPerson, rng.IntN(w.of[kg.KindPerson])}
		switch rng.IntN(10) {
		case 0:
			who.i = ranked(rng, w.of[kg.KindPerson])
		case 1, 2:
			who = w.body(rng)
		}
		if here[who] {
			continue
		}
		here[who] = true
		parts = append(parts, who, " ")
		f := fact{kind: kg.Attended, from: who, to: meeting, qualifiers: kg.Qualifiers{Role: "ATTENDEE"}}
		if who.kind == kg.KindPerson && rng.IntN(6) == 0 {
			body := w.bodyOf(w.postOf(who.i).i)
			parts = append(parts, "ผู้แทน", body, " ")
			f.behalf, f.qualifiers.Role = &body, "DELEGATE"
		}
		facts = append(facts, f)
	}
	s.say(append(parts, "เข้าร่วมประชุม"), facts...)
	if rng.IntN(3) == 0 {
		speaker := node{kg.KindPerson, rng.IntN(w.of[kg.KindPerson])}
		s.say([]any{speaker, " กล่าวปาฐกถาใน", meeting}, fact{kind: kg.SpokeAt, from: speaker, to: meeting})
	}
	if rng.IntN(4) == 0 {
		project := node{kg.KindProject, ranked(rng, w.of[kg.KindProject])}
		s.say([]any{meeting, " หารือเรื่อง", project}, fact{kind: kg.About, from: meeting, to: project})
	}
}

func (w *world) agreement(s *story, rng *rand.Rand, agreement, meeting node) {
	left, right := w.body(rng), w.body(rng)
	if left == right {
		right = node{kg.KindCountry, rng.IntN(w.of[kg.KindCountry])}
	}
	signer := node{kg.KindPerson, ranked(rng, w.of[kg.KindPerson])}
	other := node{kg.KindPerson, rng.IntN(w.of[kg.KindPerson])}
	facts := []fact{
		{kind: kg.PartyTo, from: left, to: agreement}, {kind: kg.PartyTo, from: right, to: agreement},
		{kind: kg.Signed, from: signer, to: agreement, behalf: &left},
		{kind: kg.SignedAt, from: agreement, to: meeting},
	}
	parts := []any{signer, " ในนาม", left, " ลงนาม", agreement, " กับ", right, " ใน", meeting}
	if other != signer {
		facts = append(facts, fact{kind: kg.Witnessed, from: other, to: agreement})
		parts = append(parts, " โดยมี", other, " เป็นสักขีพยาน")
	}
	s.say(parts, facts...)
}

// introduce tells of the things that are the document's to tell of: who holds
// which office in which body, what belongs to what, what lies where.
func (w *world) introduce(s *story, i int) {
	rng := w.rng("INTRODUCE", i)
	standing := func(kind kg.RelationType, from, to node, q kg.Qualifiers) fact {
		return fact{kind: kind, from: from, to: to, qualifiers: q, undated: true}
	}
	for from, to := w.share(kg.KindPerson, i); from < to; from++ {
		person, since := node{kg.KindPerson, from}, firstYear+rng.IntN(18)
		until := since + 1 + rng.IntN(5)
		q := kg.Qualifiers{ValidFrom: &kg.PartialDate{Value: fmt.Sprint(since)}, ValidTo: &kg.PartialDate{Value: fmt.Sprint(until)}}
		s.say([]any{person, " ดำรงตำแหน่ง", w.postOf(from), fmt.Sprintf(" ตั้งแต่ปี %d ถึงปี %d", since+543, until+543)},
			standing(kg.Holds, person, w.postOf(from), q))
		if rng.IntN(4) == 0 {
			committee := node{kg.KindCommittee, rng.IntN(w.of[kg.KindCommittee])}
			s.say([]any{person, " เป็นกรรมการใน", committee},
				standing(kg.MemberOf, person, committee, kg.Qualifiers{Status: "MEMBER"}))
		}
	}
	for from, to := w.share(kg.KindPost, i); from < to; from++ {
		post := node{kg.KindPost, from}
		s.say([]any{post, " สังกัด", w.bodyOf(from)}, standing(kg.PostIn, post, w.bodyOf(from), kg.Qualifiers{}))
	}
	province := func() node { return node{kg.KindProvince, rng.IntN(w.of[kg.KindProvince])} }
	for _, kind := range bodies {
		for from, to := w.share(kind, i); from < to; from++ {
			body, place := node{kind, from}, province()
			if kind == kg.KindAgency || kind == kg.KindCommittee {
				ministry := node{kg.KindMinistry, ranked(rng, w.of[kg.KindMinistry])}
				s.say([]any{body, " เป็นหน่วยงานใน", ministry}, standing(kg.PartOf, body, ministry, kg.Qualifiers{}))
			}
			s.say([]any{body, " ตั้งอยู่ใน", place}, standing(kg.LocatedIn, body, place, kg.Qualifiers{}))
		}
	}
	for _, kind := range []kg.Kind{kg.KindCity, kg.KindVenue, kg.KindProject} {
		for from, to := w.share(kind, i); from < to; from++ {
			thing, place := node{kind, from}, province()
			s.say([]any{thing, " อยู่ใน", place}, standing(kg.LocatedIn, thing, place, kg.Qualifiers{}))
		}
	}
}

func thaiDay(day time.Time) string {
	return fmt.Sprintf("%d %s %d", day.Day(), kg.ThaiMonth(int(day.Month())), day.Year()+543)
}
