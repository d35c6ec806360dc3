package extract

import (
	"slices"
	"strings"
	"unicode/utf8"

	"mueang/graph/kg"
	"mueang/loaders/thai"
	"mueang/seed"
)

// known is a thing of the gazetteers.
type known struct {
	key         string
	kind        kg.Kind
	names       []kg.Name
	identifiers []kg.Identifier
	history     string // of a body: since when and until when
	parent      string // key of the body or place that it belongs to
	to          string // until when a body existed under this name, EDTF
	successor   string
	district    bool
	official    []rune // NameKey of the first name
}

// lexicon is what the rules know of the world, made for matching. It is
// immutable.
type lexicon struct {
	known     []*known
	byKey     map[string]*known
	companies map[string]*known // companyCore of the Thai names of companies
	byName    map[string]*known // NameKey of the official names of organisations

	bodies *thai.Matcher // names of known organisations → known; -1 is a word that only looks like one
	spots  *thai.Matcher // names of known places → known; -1 likewise
	cores  *thai.Matcher // names of known ministries without กระทรวง → known
	posts  *thai.Matcher // words for offices → roles
	roles  []string
	cues   *thai.Matcher // signals of relations → cueOf
	heads  *thai.Matcher // generic words that begin the name of an organisation → headOf

	prefixed        []*known               // places that are named behind the word for their kind only
	districts       map[string][]*known    // districts and subdistricts by Thai name
	longestDistrict int                    // in letters
	towns           map[town]*known        // cities and provinces
	ministries      []*known               // Thai ones of today
	near            map[nearKey][]nearName // Thai and English names of organisations, for those that differ by a slip
	nicknames       map[string]string      // NameKey → name without title
	nickWords       *thai.Matcher          // → nickList
	nickList        []seed.Nickname
	given           map[string]bool
	english         english
	family          map[string]bool

	confidence confidences
}

// town tells a city from the province of its name.
type town struct {
	kind kg.Kind
	name string
}

// nearKey holds what two names have in common that differ by a slip: the length
// but for two letters, the first letter and the third.
type nearKey struct {
	length       int
	first, third rune
}

// nearName is the NameKey of a name of an organisation.
type nearName struct {
	*known
	name []rune
}

func newLexicon() (*lexicon, error) {
	l := &lexicon{byKey: map[string]*known{}, byName: map[string]*known{}, companies: map[string]*known{}, towns: map[town]*known{}, near: map[nearKey][]nearName{}, districts: map[string][]*known{}, nicknames: map[string]string{},
		given: map[string]bool{}, family: map[string]bool{}}
	if err := l.loadBodies(); err != nil {
		return nil, err
	}
	if err := l.loadSpots(); err != nil {
		return nil, err
	}
	if err := l.loadPeople(); err != nil {
		return nil, err
	}
	var err error
	if l.confidence, err = newConfidences(confidenceTable); err != nil {
		return nil, err
	}
	if l.english, err = newEnglish(); err != nil {
		return nil, err
	}
	l.cues = newCueMatcher()
	l.heads = newHeadMatcher()
	return l, nil
}

func (l *lexicon) add(k *known) int {
	if len(k.names) > 0 {
		k.official = []rune(kg.NameKey(k.names[0].Text))
	}
	for _, name := range k.names {
		key := []rune(kg.NameKey(name.Text))
		if n := len(key); n >= 14 && k.kind.Class() == kg.ClassOrganization && (name.Text == k.names[0].Text || n > 24 && key[0] < thaiBlock) {
			for length := n - typoDistance; length <= n+typoDistance; length++ {
				at := nearKey{length, key[0], key[2]}
				l.near[at] = append(l.near[at], nearName{k, key})
			}
		}
	}
	if k.kind == kg.KindMinistry && k.to == "" && strings.HasPrefix(k.key, "th") {
		l.ministries = append(l.ministries, k)
	}
	if at := (town{k.kind, k.names[0].Text}); !k.district && l.towns[at] == nil {
		l.towns[at] = k
	}
	l.known = append(l.known, k)
	l.byKey[k.key] = k
	return len(l.known) - 1
}

// loadBodies takes in the known organisations.
func (l *lexicon) loadBodies() error {
	agencies, err := seed.Agencies()
	if err != nil {
		return err
	}
	var entries, cores []thai.Entry
	for i := range agencies {
		a := &agencies[i]
		identifiers, err := a.Identifiers()
		if err != nil {
			return err
		}
		at := l.add(&known{identifiers: identifiers, history: a.History(), key: a.Key, kind: a.Kind, names: a.Names(), parent: a.Parent, to: a.To, successor: a.Successor})
		if a.Thai != "" {
			l.byName[kg.NameKey(a.Thai)] = l.known[at]
			if a.Kind == kg.KindCompany {
				l.companies[companyCore(a.Thai)] = l.known[at]
			}
		}
		if a.Kind == kg.KindLocalGovernment && !slices.ContainsFunc(organizationHeads, func(h head) bool { return strings.HasPrefix(a.Thai, h.text) }) {
			continue // the place is what the name says; who acts for it shows elsewhere
		}
		if strings.HasPrefix(a.Thai, "ที่ประชุม") && a.Kind != kg.KindOrganization || strings.HasPrefix(a.Thai, "การประชุม") {
			continue
		}
		for _, name := range a.Names() {
			if !slices.Contains(portfolios, name.Text) {
				entries = append(entries, nameEntries(name, at, false)...)
			}
		}
		if core, ok := strings.CutPrefix(thai.Normalize(a.Thai).Norm, "กระทรวง"); ok && utf8.RuneCountInString(core) > 4 {
			cores = append(cores, thai.Entry{Text: core, Value: at})
		}
	}
	for _, word := range notBodies {
		entries = append(entries, thai.Entry{Text: word, Value: -1})
	}
	l.bodies, l.cores = thai.NewMatcher(entries), thai.NewMatcher(cores)
	return nil
}

// nameEntries gives the spellings under which a known name is looked for.
func nameEntries(name kg.Name, value int, place bool) []thai.Entry {
	text := thai.Normalize(name.Text).Norm
	first, _ := utf8.DecodeRuneInString(text)
	if !isThaiLetter(first) {
		short := len(text) <= 6
		if !short {
			return []thai.Entry{{Text: text, Value: value, Fold: true}}
		}
		entries := []thai.Entry{{Text: text, Value: value}}
		for _, variant := range []string{strings.ToUpper(text), strings.ToUpper(text[:1]) + strings.ToLower(text[1:])} {
			if variant != text && len(text) >= 4 {
				entries = append(entries, thai.Entry{Text: variant, Value: value})
			}
		}
		return entries
	}
	whole := name.Kind == kg.NameAcronym && utf8.RuneCountInString(text) <= 4 || !place && utf8.RuneCountInString(text) <= 3
	entries := []thai.Entry{{Text: text, Value: value, Whole: whole}}
	if bare, dotted := strings.CutSuffix(text, "."); dotted && utf8.RuneCountInString(bare) >= 3 && !strings.Contains(bare, ".") {
		entries = append(entries, thai.Entry{Text: bare, Value: value, Whole: true})
		if n := utf8.RuneCountInString(bare); n <= 4 && n > 2 && !strings.ContainsFunc(bare, func(c rune) bool { return c < 'ก' || c > 'ฮ' }) {
			// รฟท. is written ร.ฟ.ท. as well.
			entries = append(entries, thai.Entry{Text: strings.Join(strings.Split(bare, ""), ".") + ".", Value: value})
		}
	}
	return entries
}

// loadSpots takes in the known places.
func (l *lexicon) loadSpots() error {
	var entries []thai.Entry
	load := func(load func() ([]seed.Place, error), bare bool) error {
		places, err := load()
		if err != nil {
			return err
		}
		for i := range places {
			p := &places[i]
			k := &known{key: p.Key, kind: p.Kind, names: p.Names(), identifiers: p.Identifiers, parent: p.Within, district: !bare}
			at := l.add(k)
			if !bare {
				l.districts[p.Thai] = append(l.districts[p.Thai], k)
				l.longestDistrict = max(l.longestDistrict, utf8.RuneCountInString(p.Thai))
				continue
			}
			if slices.Contains(prefixOnly, k.names[0].Text) {
				l.prefixed = append(l.prefixed, k)
			}
			for _, name := range k.names {
				text := thai.Normalize(name.Text).Norm
				if utf8.RuneCountInString(text) <= 3 && k.kind != kg.KindCountry && text != "EEC" {
					continue
				}
				if k.kind == kg.KindZone || !shortForm(text) && !slices.Contains(prefixOnly, text) {
					entries = append(entries, nameEntries(name, at, true)...)
				}
			}
		}
		return nil
	}
	for _, source := range []struct {
		load func() ([]seed.Place, error)
		bare bool
	}{{seed.Countries, true}, {seed.Provinces, true}, {seed.Cities, true}, {seed.Landmarks, true}, {seed.Districts, false}, {seed.Subdistricts, false}} {
		if err := load(source.load, source.bare); err != nil {
			return err
		}
	}
	for _, word := range notPlaces {
		entries = append(entries, thai.Entry{Text: word, Value: -1})
	}
	for _, extra := range places {
		if k := l.byKey[extra.key]; k != nil {
			entries = append(entries, thai.Entry{Text: extra.text, Value: slices.Index(l.known, k)})
		}
	}
	l.spots = thai.NewMatcher(entries)
	return nil
}

// shortForm reports whether a name is an abbreviation that means other things
// as often: นบ., สป., US.
func shortForm(text string) bool {
	if text == "กทม." || text == "กทม" {
		return false
	}
	return utf8.RuneCountInString(text) <= 4 && (strings.Contains(text, ".") || text == strings.ToUpper(text) && text[0] < 0x80)
}

// loadPeople takes in offices, nicknames and names.
func (l *lexicon) loadPeople() error {
	posts, err := seed.Posts()
	if err != nil {
		return err
	}
	var entries []thai.Entry
	have := map[string]bool{}
	put := func(text, role string) {
		if text = thai.Normalize(text).Norm; have[text] {
			return
		}
		have[text] = true
		first, _ := utf8.DecodeRuneInString(text)
		entries = append(entries, thai.Entry{Text: text, Value: len(l.roles), Fold: !isThaiLetter(first) && len(text) > 4})
		l.roles = append(l.roles, role)
	}
	for _, p := range posts {
		if !slices.Contains(looseOffices, p.Text) && !slices.ContainsFunc(bodyHeads, func(h string) bool { return strings.HasSuffix(p.Text, h) }) {
			put(p.Text, p.Role)
		}
	}
	for _, p := range morePosts {
		put(p.text, p.role)
	}
	for _, word := range notPosts {
		entries = append(entries, thai.Entry{Text: word, Value: -1})
	}
	l.posts = thai.NewMatcher(entries)

	if l.nickList, err = seed.Nicknames(); err != nil {
		return err
	}
	entries = entries[:0]
	for i, n := range l.nickList {
		entries = append(entries, thai.Entry{Text: thai.Normalize(n.Text).Norm, Value: i})
	}
	l.nickWords = thai.NewMatcher(entries)
	for _, list := range []struct {
		load func() ([]string, error)
		into map[string]bool
	}{{seed.GivenNames, l.given}, {seed.FamilyNames, l.family}} {
		names, err := list.load()
		if err != nil {
			return err
		}
		for _, name := range names {
			list.into[thai.Normalize(name).Norm] = true
		}
	}
	return nil
}

// at gives the known thing that the matcher finds at i, and where it ends. A
// word that only looks like a name gives nil and its end.
func (l *lexicon) at(m *thai.Matcher, runes []rune, i int) (*known, int) {
	match, ok := m.At(runes, i)
	if !ok {
		return nil, 0
	}
	if slices.Contains(match.Values, -1) {
		return nil, match.End
	}
	return l.known[match.Values[0]], match.End
}
