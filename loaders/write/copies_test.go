package write_test

import (
	"context"
	"math/rand/v2"
	"strings"
	"testing"

	"mueang/graph/kg"
	"mueang/graph/store/storetest/model"
	"mueang/loaders/resolve"
	"mueang/loaders/write"
)

// stories are the bodies of releases: words enough that a copy is known by
// them, whatever the sentence before them says.
var stories = func() (bodies []string) {
	words := strings.Fields("เมือง ระบบ ข้อมูล ประชาชน บริการ พัฒนา โครงการ จังหวัด ความร่วมมือ เทคโนโลยี ดิจิทัล การเดินทาง น้ำ พลังงาน ขยะ อากาศ สุขภาพ เศรษฐกิจ ชุมชน การศึกษา")
	for story := range uint64(4) {
		r := rand.New(rand.NewPCG(story, 77))
		var body strings.Builder
		for range 70 {
			body.WriteString(" " + words[r.IntN(len(words))])
		}
		bodies = append(bodies, body.String())
	}
	return bodies
}()

// copied is a release that repeats one of the stories, with a sentence of its
// own, often with more at the end.
func copied(t *testing.T, r *rand.Rand, number int) resolve.Resolved {
	t.Helper()
	body := stories[r.IntN(len(stories))]
	for range r.IntN(3) {
		more := stories[r.IntN(len(stories))]
		body += " ติดต่อ" + more[:len(" เมือง")*(1+r.IntN(6))]
		body = strings.ToValidUTF8(body, "")
	}
	return tell(t, r, number, "ข่าว ", body)
}

func TestWithCopiesToTheGraphIsAFunctionOfTheSetOfDocuments(t *testing.T) {
	copies, chains := 0, 0
	for seed := range uint64(120) {
		r := rand.New(rand.NewPCG(seed, 5))
		var documents []resolve.Resolved
		for i := range 2 + r.IntN(14) {
			if r.IntN(5) == 0 {
				documents = append(documents, release(t, r, i))
			} else {
				documents = append(documents, copied(t, r, i))
			}
		}
		want := model.New()
		load(t, want, documents...)
		wanted := dump(t, want)
		c, ch := countedOnce(t, want)
		copies, chains = copies+c, chains+ch

		// One at a time or some, each often removed, or replaced by another text
		// of its address, and brought back.
		got := model.New()
		order := r.Perm(len(documents))
		for len(order) > 0 {
			n := 1 + r.IntN(min(len(order), 3))
			var batch []resolve.Resolved
			for _, i := range order[:n] {
				batch = append(batch, documents[i])
			}
			order = order[n:]
			load(t, got, batch...)
			countedOnce(t, got)
			switch i := r.IntN(len(documents)); r.IntN(4) {
			case 0:
				remove(t, got, documents[i].Document.ID)
				countedOnce(t, got)
				load(t, got, documents[i])
			case 1:
				load(t, got, copied(t, r, i))
				countedOnce(t, got)
				load(t, got, documents[i])
			case 2:
				if outcome := load(t, got, batch[0])[batch[0].Document.ID]; outcome != write.Same {
					t.Fatalf("seed %d: loading again is %q", seed, outcome)
				}
			}
		}
		load(t, got, documents...)
		if gotten := dump(t, got); gotten != wanted {
			t.Fatalf("seed %d: the order of arrival shows\n%s", seed, firstDifference(wanted, gotten))
		}
		for _, i := range r.Perm(len(documents)) {
			remove(t, got, documents[i].Document.ID)
			countedOnce(t, got)
		}
		if left := dump(t, got); left != "snapshot "+strings.Repeat("0", 32)+"\n" {
			t.Fatalf("seed %d: left after all is removed:\n%s", seed, left)
		}
	}
	if copies < 200 || chains < 5 {
		t.Errorf("%d copies and %d copies of copies are too few for a test", copies, chains)
	}
}

// countedOnce checks that each source counts once, in facts and referents, and
// gives the number of copies and that of copies of copies.
func countedOnce(t *testing.T, store kg.Store) (copies, chains int) {
	t.Helper()
	copyOf, facts, things := map[kg.ID]kg.ID{}, map[kg.ID]map[kg.ID]bool{}, map[kg.ID]map[kg.ID]bool{}
	add := func(to map[kg.ID]map[kg.ID]bool, key, document kg.ID) {
		for copyOf[document] != "" {
			document = copyOf[document]
		}
		if to[key] == nil {
			to[key] = map[kg.ID]bool{}
		}
		to[key][document] = true
	}
	err := store.Read(context.Background(), func(ctx context.Context, r kg.Reader) error {
		if err := r.EachDocument(ctx, func(d *kg.Document) error { copyOf[d.ID] = d.CopyOf; return nil }); err != nil {
			return err
		}
		if err := r.EachStatement(ctx, func(s *kg.Statement) error { add(facts, s.Fact, s.Document); return nil }); err != nil {
			return err
		}
		if err := r.EachMention(ctx, func(m *kg.Mention) error { add(things, m.Referent, m.Document); return nil }); err != nil {
			return err
		}
		err := r.EachReferent(ctx, func(ref *kg.Referent) error {
			if want := len(things[ref.ID]); ref.Documents != want {
				t.Errorf("referent %s counts %d documents, and %d independent ones mention it", ref.Key, ref.Documents, want)
			}
			return nil
		})
		if err != nil {
			return err
		}
		return r.EachFact(ctx, func(f *kg.Fact) error {
			if want := len(facts[f.ID]); f.SourceCount != want {
				t.Errorf("fact %s counts %d sources, and %d independent documents say it", f.ID, f.SourceCount, want)
			}
			return nil
		})
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, original := range copyOf {
		if original != "" {
			copies++
			if copyOf[original] != "" {
				chains++
			}
		}
	}
	return copies, chains
}
