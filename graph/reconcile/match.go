package reconcile

import (
	"cmp"
	"context"
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/sync/errgroup"

	"mueang/graph/kg"
)

// candidate is an entity that a name may be of.
type candidate struct {
	ID          kg.ID        `json:"id"`
	Name        string       `json:"name"`
	Description string       `json:"description,omitempty"`
	Type        []entityType `json:"type"`
	Score       float64      `json:"score"` // 0 to 100
	Match       bool         `json:"match"`
	Features    []feature    `json:"features,omitempty"`

	documents int
	same      bool // a name is the one asked for, or sounds as it
	safe      bool // nothing that was left out of either name may tell them apart
}

// feature says what a score was made of.
type feature struct {
	ID    string  `json:"id"`
	Value float64 `json:"value"`
}

// Scores. A name that is the one asked for has 100, less what the readings of
// the two leave out.
const (
	certain   = 90 // from here on a name is the one asked for
	otherKind = 12 // less for a kind that the words around the name speak against
	otherType = 25 // less for a type that was not asked for
	rivals    = 10 // so close must another candidate be to forbid a match
	mostLoss  = 3  // what may be left out of the name asked for in a match
	sureBits  = 95 // for a name that sounds as the one asked for
)

// atOnce is how many queries of a batch are worked on together.
const atOnce = 4

// reconcile gives the candidates of each query of a batch.
func (s *service) reconcile(ctx context.Context, batch map[string]query) (any, error) {
	type result struct {
		Result []candidate `json:"result"`
	}
	ids := make([]string, 0, len(batch))
	for id := range batch {
		ids = append(ids, id)
	}
	found := make([]result, len(ids))
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(atOnce)
	for i, id := range ids {
		group.Go(func() (err error) {
			found[i].Result, err = s.candidates(ctx, batch[id])
			return err
		})
	}
	if err := group.Wait(); err != nil {
		return nil, err
	}
	results := make(map[string]result, len(ids))
	for i, id := range ids {
		results[id] = found[i]
	}
	return results, nil
}

// attributes are those that candidates are made of.
var attributes = &kg.Shape{Only: kg.AttrName | kg.AttrNames | kg.AttrDescription | kg.AttrDocumentCount}

// idPattern is the form of ids: see [kg.NewID].
var idPattern = regexp.MustCompile(`^[a-z]+-[0-9a-z]{16}$`)

// candidates gives what a query may be the name of, the likeliest first: the
// entities that have the name, and where none has, those with names that have
// it inside, and those with names that are like it.
func (s *service) candidates(ctx context.Context, q query) ([]candidate, error) {
	asked := readings(q.text)
	if len(asked) == 0 || len(q.kinds) == 0 {
		return []candidate{}, nil
	}
	m := &matching{query: q, asked: asked, found: map[kg.ID]candidate{}}
	if id := strings.TrimSpace(q.text); idPattern.MatchString(id) {
		result, err := s.store.Run(ctx, &kg.Plan{Root: kg.ByID{IDs: []kg.ID{kg.ID(id)}}, Shape: attributes})
		if err != nil {
			return nil, err
		}
		if node := result.Nodes[0]; node != nil && node.Entity != nil && slices.Contains(every, node.Entity.Kind) {
			m.add(node.Entity, 100, true, true)
		}
		return m.answer(), nil
	}
	kinds := q.kinds
	if q.loose {
		kinds = every
	}
	keys := make([]string, len(asked))
	for i, r := range asked {
		keys[i] = r.key
	}
	err := s.each(ctx, kg.Find{Kinds: kinds, Where: &kg.Pred{Name: &kg.NamePred{Op: kg.NameEquals, Keys: keys}},
		Order: []kg.Order{{By: kg.OrderDocuments, Desc: true}}, Page: kg.Page{First: maxCandidates, Keyless: true}}, m)
	if err != nil {
		return nil, err
	}
	if m.best() >= certain {
		return m.answer(), nil
	}
	for _, r := range inside(asked) {
		err := s.each(ctx, kg.Search{Whole: r.key, Terms: []string{r.key}, Kinds: kinds, Names: true, Page: kg.Page{First: max(q.limit, usualCandidates)}}, m)
		if err != nil {
			return nil, err
		}
	}
	if m.best() >= certain || s.namesakes == nil {
		return m.answer(), nil
	}
	if err := s.alike(ctx, m, kinds); err != nil {
		return nil, err
	}
	return m.answer(), nil
}

// inside gives the readings that are looked for inside names: the whole, and
// the barest.
func inside(asked []reading) []reading {
	var some []reading
	for _, r := range []reading{asked[0], asked[len(asked)-1]} {
		if utf8.RuneCountInString(r.key) >= 3 && !slices.ContainsFunc(some, func(o reading) bool { return o.key == r.key }) {
			some = append(some, r)
		}
	}
	return some
}

// each adds what a root finds.
func (s *service) each(ctx context.Context, root kg.Root, m *matching) error {
	result, err := s.store.Run(ctx, &kg.Plan{Root: root, Shape: attributes})
	if err != nil {
		return err
	}
	for _, edge := range result.Connection.Edges {
		score, same, safe := m.score(edge.Node.Entity)
		m.add(edge.Node.Entity, score, same, safe)
	}
	return nil
}

// alike adds the entities with names that are spelt otherwise, or in the other
// script.
func (s *service) alike(ctx context.Context, m *matching, kinds []kg.Kind) error {
	like := map[kg.ID]kg.Namesake{}
	var ids []kg.ID
	for _, class := range []kg.Class{kg.ClassPerson, kg.ClassOrganization} {
		if !slices.ContainsFunc(kinds, func(k kg.Kind) bool { return k.Class() == class }) {
			continue
		}
		found, err := s.namesakes.Namesakes(ctx, m.asked[0].text, class)
		if err != nil {
			return err
		}
		for _, one := range found {
			like[one.Entity] = one
			ids = append(ids, one.Entity)
		}
	}
	if len(ids) == 0 {
		return nil
	}
	result, err := s.store.Run(ctx, &kg.Plan{Root: kg.ByID{IDs: ids}, Shape: attributes})
	if err != nil {
		return err
	}
	for i, node := range result.Nodes {
		if node == nil || node.Entity == nil || !slices.Contains(kinds, node.Entity.Kind) {
			continue
		}
		one := like[ids[i]]
		m.add(node.Entity, math.Min(60+2.5*one.Bits, sureBits), one.Sure, one.Sure)
	}
	return nil
}

// matching is what has been found for a query.
type matching struct {
	query query
	asked []reading
	found map[kg.ID]candidate
}

// score says how well the names of an entity answer a query, whether one of
// them is the name asked for, and whether it is safe to say so.
func (m *matching) score(e *kg.Entity) (score float64, same, safe bool) {
	whole := m.asked[0].key
	for _, name := range e.Names {
		for i, has := range readings(name.Text) {
			for _, asked := range m.asked {
				switch {
				case has.key == asked.key:
					s := float64(100 - asked.loses - has.loses)
					if !slices.Contains(orEvery(asked.kinds), e.Kind) {
						s -= otherKind
					}
					if s > score || s == score && !safe {
						score, same = s, s >= certain-otherKind
						safe = asked.loses <= mostLoss && has.loses <= 1 && (name.Kind != kg.NameAlias || m.query.typed) && m.asideOf(e)
					}
				case i == 0 && strings.HasPrefix(has.key, asked.key):
					score = math.Max(score, 50+35*share(asked.key, has.key)-float64(asked.loses))
				case i == 0 && strings.Contains(has.key, asked.key):
					score = math.Max(score, 40+35*share(asked.key, has.key)-float64(asked.loses))
				case i == 0 && strings.Contains(whole, has.key):
					score = math.Max(score, 30+35*share(has.key, whole))
				}
			}
		}
	}
	return score, same, safe
}

// aside finds what stands in brackets behind a name.
var aside = regexp.MustCompile(`.\(([^()]*)\)?$`)

// asideOf reports whether what stands in brackets behind the name asked for may
// be of an entity: กรมธนารักษ์ (ภูเก็ต) is not the department.
func (m *matching) asideOf(e *kg.Entity) bool {
	found := aside.FindStringSubmatch(m.asked[0].text)
	if found == nil || e.Kind == kg.KindPerson {
		return true
	}
	switch key := kg.NameKey(found[1]); key {
	case "", "มหาชน", "องค์การมหาชน":
		return true
	default:
		return slices.Contains(e.NameKeys(), key) || slices.Contains(e.NameKeys(), m.asked[0].key)
	}
}

func orEvery(kinds []kg.Kind) []kg.Kind {
	if kinds == nil {
		return every
	}
	return kinds
}

// share is how much of a key another is.
func share(part, whole string) float64 {
	return float64(utf8.RuneCountInString(part)) / float64(utf8.RuneCountInString(whole))
}

// add takes an entity up, with the best of its scores.
func (m *matching) add(e *kg.Entity, score float64, same, safe bool) {
	if !slices.Contains(m.query.kinds, e.Kind) {
		score -= otherType
	}
	score = math.Max(math.Round(score*10)/10, 0)
	if old, known := m.found[e.ID]; known && old.Score >= score {
		return
	}
	m.found[e.ID] = candidate{ID: e.ID, Name: e.Name, Description: e.Description, Type: typesOf(e.Kind), Score: score,
		Features: []feature{{"documents", float64(e.DocumentCount)}}, documents: e.DocumentCount, same: same, safe: safe}
}

// best gives the highest score.
func (m *matching) best() float64 {
	best := 0.0
	for _, c := range m.found {
		best = math.Max(best, c.Score)
	}
	return best
}

// answer gives the candidates in their order. The first is a match where it
// alone has the name, the name is a whole one, and nothing of weight was left
// out of it.
func (m *matching) answer() []candidate {
	all := make([]candidate, 0, len(m.found))
	for _, c := range m.found {
		all = append(all, c)
	}
	slices.SortFunc(all, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(b.documents, a.documents), strings.Compare(string(a.ID), string(b.ID)))
	})
	if len(all) > 0 {
		rival := slices.ContainsFunc(all[1:], func(c candidate) bool { return c.same && c.Score > all[0].Score-rivals })
		all[0].Match = all[0].safe && all[0].Score >= certain && !rival && m.whole(all[0])
	}
	return all[:min(len(all), m.query.limit)]
}

// whole reports whether what was asked for is enough of a name to tell one
// thing: given and family name of a person, five letters of anything else, or
// three where the type is asked for too.
func (m *matching) whole(c candidate) bool {
	text := m.asked[0].text
	if idPattern.MatchString(text) {
		return true
	}
	if c.Type[0].ID == person {
		_, name := kg.CutHonorific(text)
		return len(strings.Fields(name)) >= 2
	}
	letters := utf8.RuneCountInString(m.asked[0].key)
	return letters >= 5 || letters >= 3 && m.query.typed
}
