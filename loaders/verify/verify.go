// Package verify checks that a store holds what it must: quotes that stand in
// their documents, facts that follow from their statements, entities that
// follow from their referents, ids that follow from content, copies that repeat
// their originals and are not counted, a ledger of acts that replays to the
// present state. It repairs nothing.
package verify

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"mueang/graph/kg"
	"mueang/loaders/resolve"
)

// Report is what a check found.
type Report struct {
	Documents, Entities, Facts, Statements, Mentions, Acts, Versions int
	// Findings has one line for each violation: what, where, and what was expected.
	Findings []string
}

// Store checks every invariant of a store. relations are those of the schema;
// a store's own Check, where it has one, is run first.
// Errors: those of the store, when it cannot be read.
func Store(ctx context.Context, store kg.Store, relations map[kg.RelationType]kg.Ends) (Report, error) {
	c := checker{relations: relations, copyOf: map[kg.ID]kg.ID{}, members: map[kg.ID][]kg.ID{},
		referents: map[kg.ID]*kg.Referent{}, counted: map[kg.ID]*kg.Referent{}, entities: map[kg.ID]kg.Kind{},
		entity: map[kg.ID]kg.ID{},
		ledger: ledger{links: map[kg.ID]kg.Judgement{}, may: map[kg.ID]*kg.Act{}, said: map[kg.ID]kg.ID{}}}
	if own, ok := store.(interface{ Check(context.Context) error }); ok {
		if err := own.Check(ctx); err != nil {
			c.find("the store's own check: %v", err)
		}
	}
	err := store.Read(ctx, func(ctx context.Context, r kg.Reader) error {
		for _, step := range []func(context.Context, kg.Reader) error{
			c.checkLedger, c.checkDocuments, c.checkReferents, c.checkAsserted, c.checkClusters, c.checkEntities, c.checkFacts,
		} {
			if err := step(ctx, r); err != nil {
				return err
			}
		}
		return nil
	})
	return c.report, err
}

type checker struct {
	report    Report
	relations map[kg.RelationType]kg.Ends
	copyOf    map[kg.ID]kg.ID   // of every document
	copied    []kg.Mention      // in copies
	members   map[kg.ID][]kg.ID // entity → referents
	referents map[kg.ID]*kg.Referent
	counted   map[kg.ID]*kg.Referent // as the mentions say
	entities  map[kg.ID]kg.Kind
	entity    map[kg.ID]kg.ID // referent → entity
	digest    resolve.Digest
	ledger    ledger
}

func (c *checker) find(format string, args ...any) {
	c.report.Findings = append(c.report.Findings, fmt.Sprintf(format, args...))
}

// checkDocuments holds each document against its hash, and its mentions and
// statements against its text.
func (c *checker) checkDocuments(ctx context.Context, r kg.Reader) error {
	group := make([]kg.Document, 0, 64)
	flush := func() error {
		if len(group) == 0 {
			return nil
		}
		texts, ids := map[kg.ID][]rune{}, make([]kg.ID, 0, len(group))
		for _, d := range group {
			texts[d.ID] = []rune(d.Text)
			ids = append(ids, d.ID)
		}
		mentions, err := r.MentionsIn(ctx, ids)
		if err != nil {
			return err
		}
		for i := range mentions {
			c.checkMention(&mentions[i], texts[mentions[i].Document])
		}
		if err := c.checkCopies(ctx, r, group); err != nil {
			return err
		}
		statements, err := r.StatementsIn(ctx, ids)
		for i := range statements {
			c.checkStatement(&statements[i], texts[statements[i].Document])
		}
		group = group[:0]
		return err
	}
	err := r.EachDocument(ctx, func(d *kg.Document) error {
		c.report.Documents++
		if sum := sha256.Sum256([]byte(d.Text)); hex.EncodeToString(sum[:]) != d.Hash {
			c.find("document %s: its hash is not that of its text", d.ID)
		}
		c.checkWithheld(d)
		c.copyOf[d.ID] = d.CopyOf
		c.digest.Toggle(d)
		if group = append(group, *d); len(group) == cap(group) {
			return flush()
		}
		return nil
	})
	if err != nil {
		return err
	}
	if err := flush(); err != nil {
		return err
	}
	if err := c.countCopied(ctx, r); err != nil {
		return err
	}
	snapshot, err := r.Snapshot(ctx)
	if err == nil && snapshot.ID != c.digest.String() && (snapshot.ID != "" || c.report.Documents+c.report.Acts > 0) {
		c.find("the snapshot %s is not that of the documents and acts", snapshot.ID)
	}
	if snapshot.LastAct != c.ledger.last {
		c.find("the snapshot says that the last act is %q, and in the ledger it is %q", snapshot.LastAct, c.ledger.last)
	}
	return err
}

func (c *checker) checkMention(m *kg.Mention, text []rune) {
	c.report.Mentions++
	for _, span := range m.Spans {
		if span.Start < 0 || span.End > len(text) || span.Start >= span.End || string(text[span.Start:span.End]) != span.Text {
			c.find("mention of %s in %s: %q does not stand at %d to %d", m.Referent, m.Document, span.Text, span.Start, span.End)
		}
	}
	if c.copyOf[m.Document] != "" {
		c.copied = append(c.copied, *m)
		return
	}
	c.count(m)
}

func (c *checker) count(m *kg.Mention) {
	r := c.counted[m.Referent]
	if r == nil {
		r = &kg.Referent{ID: m.Referent}
		c.counted[m.Referent] = r
	}
	resolve.Count(r, m, 1)
}

// checkCopies derives anew what documents are copies of. Those that another
// version has resolved wait to be read anew, and are found by no words yet.
func (c *checker) checkCopies(ctx context.Context, r kg.Reader, group []kg.Document) error {
	own, blocks := map[kg.ID][]string{}, []string(nil)
	for i := range group {
		if d := &group[i]; strings.HasSuffix(d.Reader, resolve.Judge) {
			own[d.ID] = resolve.Words(d).Blocks
			blocks = append(blocks, own[d.ID]...)
		}
	}
	rows, err := r.Blocked(ctx, blocks)
	if err != nil {
		return err
	}
	sharing, found := map[string][]kg.ID{}, map[kg.ID]bool{}
	for _, row := range rows {
		for _, block := range row.Blocks {
			sharing[block] = append(sharing[block], row.ID)
		}
		if blocks, ok := own[row.ID]; ok {
			found[row.ID] = slices.Equal(blocks, row.Blocks)
		}
	}
	var ids []kg.ID
	for id, blocks := range own {
		if len(blocks) > 0 && !found[id] {
			c.find("document %s is not found by its words", id)
		}
		for _, block := range blocks {
			for _, other := range sharing[block] {
				if other != id {
					ids = append(ids, other)
				}
			}
		}
	}
	others, err := r.Documents(ctx, ids)
	if err != nil {
		return err
	}
	wordings := map[kg.ID]*resolve.Wording{}
	for i := range others {
		wordings[others[i].ID] = resolve.NewWording(&others[i])
	}
	for i := range group {
		d := &group[i]
		if own[d.ID] == nil && d.CopyOf == "" {
			continue
		}
		candidates := map[kg.ID]*resolve.Wording{}
		for _, block := range own[d.ID] {
			for _, id := range sharing[block] {
				if other := wordings[id]; other != nil && id != d.ID {
					candidates[id] = other
				}
			}
		}
		if len(candidates) == 0 && d.CopyOf == "" {
			continue
		}
		if want := resolve.Original(resolve.NewWording(d), slices.Collect(maps.Values(candidates))); want != d.CopyOf {
			c.find("document %s is said to be a copy of %q, and its words are those of %q", d.ID, d.CopyOf, want)
		}
	}
	return nil
}

// source gives the document whose word a document's is.
func (c *checker) source(document kg.ID) kg.ID {
	return resolve.Sources(func(id kg.ID) kg.ID { return c.copyOf[id] })(document)
}

// countCopied counts the mentions in copies as far as they count.
func (c *checker) countCopied(ctx context.Context, r kg.Reader) error {
	var sources []kg.ID
	for _, m := range c.copied {
		sources = append(sources, c.source(m.Document))
	}
	slices.Sort(sources)
	mentions, err := r.MentionsIn(ctx, slices.Compact(sources))
	if err != nil {
		return err
	}
	for _, m := range resolve.Independent(append(mentions, c.copied...), c.source) {
		if c.copyOf[m.Document] != "" {
			c.count(m)
		}
	}
	c.copied = nil
	return nil
}

func (c *checker) checkStatement(s *kg.Statement, text []rune) {
	c.report.Statements++
	if s.Start < 0 || s.End > len(text) || s.Start >= s.End || string(text[s.Start:s.End]) != s.Quote {
		c.find("statement %s of %s: its quote does not stand at %d to %d", s.ID, s.Document, s.Start, s.End)
	}
	if act, ok := resolve.Asserted(s); ok {
		c.ledger.said[s.ID] = act
	}
	if s.ID != kg.StatementID(*s) {
		c.find("statement %s of %s: its id does not follow from its content", s.ID, s.Document)
	}
}

// checkReferents holds referents against what the mentions add up to.
func (c *checker) checkReferents(ctx context.Context, r kg.Reader) error {
	err := r.EachReferent(ctx, func(ref *kg.Referent) error {
		if ref.Class == kg.ClassDocument { // its blocks are checked with the document
			if _, there := c.copyOf[ref.ID]; !there {
				c.find("the words of the document %s are kept, and it is not there", ref.ID)
			}
			return nil
		}
		kept := *ref
		c.referents[ref.ID], c.entity[ref.ID] = &kept, ref.Entity
		c.members[ref.Entity] = append(c.members[ref.Entity], ref.ID)
		counted := c.counted[ref.ID]
		switch {
		case ref.ID != kg.NewID(string(ref.Class), ref.Key):
			c.find("referent %s: its id does not follow from its key", ref.ID)
		case counted == nil:
			c.find("referent %s: no document mentions it", ref.ID)
		case counted.Documents != ref.Documents || !slices.Equal(counted.Traits, ref.Traits):
			c.find("referent %s: its traits are not what its mentions add up to", ref.ID)
		}
		return nil
	})
	for _, id := range slices.Sorted(maps.Keys(c.counted)) {
		if c.referents[id] == nil {
			c.find("referent %s is mentioned and not there", id)
		}
	}
	c.counted = nil
	return err
}

// checkClusters replays the ledger.
func (c *checker) checkClusters(ctx context.Context, r kg.Reader) error {
	var links []kg.Judgement
	err := r.EachLink(ctx, func(j *kg.Judgement) error {
		links = append(links, *j)
		if resolve.Automatic(j) {
			if c.referents[j.Left] == nil || c.referents[j.Right] == nil {
				c.find("judgement %s is on a referent that is not there", j.ID)
			}
			return nil
		}
		if want, ok := c.ledger.links[j.ID]; !ok || want != *j {
			c.find("judgement %s is a person's, and no act in force says so", j.ID)
		}
		delete(c.ledger.links, j.ID)
		return nil
	})
	if err != nil {
		return err
	}
	for _, id := range slices.Sorted(maps.Keys(c.ledger.links)) {
		c.find("judgement %s follows from an act and is not there", id)
	}
	all := make([]kg.Referent, 0, len(c.referents))
	for _, id := range slices.Sorted(maps.Keys(c.referents)) {
		all = append(all, *c.referents[id])
	}
	heads := resolve.Clusters(all, links)
	for _, ref := range all {
		if heads[ref.ID] != ref.Entity {
			c.find("referent %s is in the cluster %s, and the ledger says %s", ref.ID, ref.Entity, heads[ref.ID])
		}
	}
	return nil
}

// checkEntities derives each entity anew.
func (c *checker) checkEntities(ctx context.Context, r kg.Reader) error {
	err := r.EachEntity(ctx, func(e *kg.Entity) error {
		c.report.Entities++
		c.entities[e.ID] = e.Kind
		var members []kg.Referent
		for _, id := range c.members[e.ID] {
			members = append(members, *c.referents[id])
		}
		if len(members) == 0 {
			c.find("entity %s has no referent", e.ID)
		} else if want := resolve.Entity(members); !reflect.DeepEqual(want, *e) {
			c.find("entity %s (%s) is not what its referents add up to", e.ID, e.Name)
		}
		return nil
	})
	for _, id := range slices.Sorted(maps.Keys(c.members)) {
		if c.entities[id] == "" {
			c.find("entity %s has referents and is not there", id)
		}
	}
	return err
}

// checkFacts derives each fact anew from its statements.
func (c *checker) checkFacts(ctx context.Context, r kg.Reader) error {
	facts, statuses := map[kg.ID]kg.Fact{}, c.statuses()
	err := r.EachFact(ctx, func(f *kg.Fact) error {
		c.report.Facts++
		facts[f.ID] = *f
		declared, ok := c.relations[f.Type]
		from, to := c.entities[f.Subject], c.entities[f.Object]
		switch {
		case f.ID != kg.FactID(f.Type, f.Subject, f.Object, f.Qualifiers):
			c.find("fact %s: its id does not follow from its content", f.ID)
		case from == "" || to == "":
			c.find("fact %s leads from or to an entity that is not there", f.ID)
		case !ok:
			c.find("fact %s: the schema declares no relation %s", f.ID, f.Type)
		case !declared.Admits(from, to):
			c.find("fact %s: %s does not lead from a %s to a %s", f.ID, f.Type, from, to)
		}
		return nil
	})
	if err != nil {
		return err
	}
	var group []kg.Statement
	flush := func() {
		if len(group) == 0 {
			return
		}
		id := group[0].Fact
		f, exists := facts[id]
		if !exists {
			c.find("fact %s has statements and is not there", id)
			return
		}
		delete(facts, id)
		want := resolve.Fact(group, c.entity)
		want.RecordedAt = f.RecordedAt
		if status, ok := statuses[id]; ok {
			want.FactStatus = status
		}
		if want.FactStatus != f.FactStatus {
			c.find("fact %s is %s, and the acts say %s", id, f.FactStatus, want.FactStatus)
			want.FactStatus = f.FactStatus
		}
		if !reflect.DeepEqual(want, f) {
			c.find("fact %s is not what its statements add up to", id)
		}
	}
	err = r.EachStatement(ctx, func(s *kg.Statement) error {
		if len(group) > 0 && group[0].Fact != s.Fact {
			flush()
			group = group[:0]
		}
		if _, known := c.copyOf[s.Document]; !known {
			c.find("statement %s is of a document that is not there", s.ID)
		}
		if source := c.source(s.Document); s.Source != "" && s.Source != source || s.Source == "" && source != s.Document {
			c.find("statement %s is the word of %q, and %s is that of %s", s.ID, s.Source, s.Document, source)
		}
		group = append(group, *s)
		return nil
	})
	flush()
	for _, id := range slices.Sorted(maps.Keys(facts)) {
		c.find("fact %s has no evidence", id)
	}
	return err
}
