package synth

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"mueang/graph/kg"
	"mueang/loaders/resolve"
)

// reader is what read the documents, in their Reader and in their evidence.
const reader, version = "synth", "1"

// publishers tell the stories, the second reports a fixed distance on.
var publishers = []string{"สำนักข่าวสังเคราะห์", "ศูนย์ข่าวตัวอย่าง", "หนังสือพิมพ์จำลอง", "ข่าวสารทดลอง", "วารสารสมมุติ"}

// write adds story i to a batch: its reports, and the things that no earlier
// story named.
func (w *world) write(b *kg.Batch, digest *resolve.Digest, counts map[kg.Kind][]int32, i int, now string) {
	s := w.story(i)
	things := map[node]kg.Entity{}
	for n := range s.nodes() {
		things[n] = w.thing(n)
	}
	statements := map[kg.ID][]kg.Statement{} // by fact
	for report := range s.reports {
		w.report(b, digest, s, report, things, statements, now)
	}
	for _, id := range slices.Sorted(maps.Keys(statements)) {
		entity := map[kg.ID]kg.ID{} // every referent is its own cluster
		for _, st := range statements[id] {
			entity[st.Subject], entity[st.Object] = st.Subject, st.Object
			entity[st.OnBehalfOf] = st.OnBehalfOf
		}
		f := resolve.Fact(statements[id], entity)
		f.RecordedAt = now
		b.Facts = append(b.Facts, f)
	}
	for _, n := range slices.SortedFunc(maps.Keys(things), compareNodes) {
		// A count is taken, and its sign kept, when its thing is written.
		if count := counts[n.kind][n.i]; count > 0 {
			counts[n.kind][n.i] = -count
			w.entity(b, n, things[n], int(count))
		}
	}
}

// entity adds a thing that so many documents mention.
func (w *world) entity(b *kg.Batch, n node, thing kg.Entity, documents int) {
	r := kg.Referent{ID: thing.ID, Entity: thing.ID, Class: n.kind.Class(), Key: n.key()}
	mention := kg.Mention{Thing: thing}
	resolve.Count(&r, &mention, documents)
	resolve.Index(&r)
	b.Referents = append(b.Referents, r)
	b.Entities = append(b.Entities, resolve.Entity([]kg.Referent{r}))
}

// report adds one document that tells a story, with its mentions and statements.
func (w *world) report(b *kg.Batch, digest *resolve.Digest, s *story, report int, things map[node]kg.Entity,
	statements map[kg.ID][]kg.Statement, now string) {
	published := s.day.AddDate(0, 0, 1+report)
	d := kg.Document{
		Source: fmt.Sprintf("synth-%d-%d", s.i, report), Publisher: publishers[(s.i+2*report)%len(publishers)], Language: "th",
		PublishedOn: &kg.PartialDate{Value: published.Format(time.DateOnly)}, Reader: reader + "/" + version, RecordedAt: now,
		Title: things[node{kg.KindMeeting, s.i}].Name,
	}
	d.URL = "https://example.org/" + d.Source
	d.ID = kg.NewID("document", d.URL)

	var text strings.Builder
	at := 0
	say := func(words string) { text.WriteString(words); at += utf8.RuneCountInString(words) }
	say(d.Title + "\n" + thaiDay(published) + "\n")
	spans := map[node][]kg.Span{}
	for _, sentence := range s.sentences {
		start, begin := at, text.Len()
		for _, part := range sentence.parts {
			switch part := part.(type) {
			case string:
				say(part)
			case node:
				from, name := at, things[part].Name
				say(name)
				spans[part] = append(spans[part], kg.Span{Start: from, End: at, Text: name})
			}
		}
		quote := text.String()[begin:]
		for _, f := range sentence.facts {
			st := kg.Statement{Type: f.kind, Subject: things[f.from].ID, Object: things[f.to].ID, Qualifiers: f.qualifiers,
				Evidence: kg.Evidence{Document: d.ID, Start: start, End: at, Quote: quote, Extractor: reader, Version: version, Confidence: 0.9}}
			if f.behalf != nil {
				st.OnBehalfOf = things[*f.behalf].ID
			}
			if !f.undated {
				st.ObservedOn = s.day.Format(time.DateOnly)
			}
			st.ID = kg.StatementID(st)
			st.Fact = kg.FactID(st.Type, st.Subject, st.Object, st.Qualifiers)
			statements[st.Fact] = append(statements[st.Fact], st)
			b.Statements = append(b.Statements, st)
		}
		say("\n")
	}
	d.Text = text.String()
	sum := sha256.Sum256([]byte(d.Text))
	d.Hash = hex.EncodeToString(sum[:])
	for _, n := range slices.SortedFunc(maps.Keys(things), compareNodes) {
		b.Mentions = append(b.Mentions, kg.Mention{Document: d.ID, Referent: things[n].ID, Entity: things[n].ID, Thing: things[n], Spans: spans[n]})
	}
	b.Documents = append(b.Documents, d)
	b.Changes = append(b.Changes, kg.Change{Action: kg.Added, Node: d.ID, Kind: kg.KindDocument, At: now})
	digest.Toggle(&d)
}

func compareNodes(a, b node) int {
	return cmp.Or(strings.Compare(string(a.kind), string(b.kind)), a.i-b.i)
}
