package extract

import (
	"slices"
	"strings"
	"unicode/utf8"

	"mueang/graph/kg"
	"mueang/loaders/thai"
)

// links may stand between the words of a name.
var links = map[string]bool{"of": true, "for": true, "and": true, "the": true, "on": true, "in": true, "to": true, "de": true, "&": true}

// companyTails may follow the noun of a company's name.
var companyTails = map[string]bool{"co": true, "co.": true, "ltd": true, "inc": true, "plc": true, "limited": true, "ag": true, "company": true, "corporation": true, "public": true, "group": true}

// longestEnglishName bounds the words of a name.
const longestEnglishName = 14

// englishBodies finds the organisations of an English paragraph.
func (r *reading) englishBodies(b block) {
	ws := r.spell(b)
	for k := 0; k < len(ws); k++ {
		w := ws[k]
		if r.taken[w.start] != nil {
			continue
		}
		m := r.knownEnglishBody(ws, k, b)
		for last := k; m != nil && m.thing.kind == kg.KindCompany; {
			if last = wordFrom(ws, m.end); last >= len(ws) || !companyTails[ws[last].low] || !ws[last].capital() || strings.Trim(r.str(m.end, ws[last].start), "., ") != "" {
				break
			}
			m.end = ws[last].end // PTT |Plc|
		}
		if n, kind := r.bodyWords(ws, k); n > 0 && (m == nil || ws[k+n-1].end > m.end) {
			end := ws[k+n-1].end
			if ws[k+n-1].own {
				end -= 2
			}
			if m != nil && kind == kg.KindMinistry && m.thing.kind == kind && n > 1 && m.end == ws[k+n-2].end && ws[k+n-1].low == "ministry" {
				m.end = end // DES Ministry
				m.thing.say(r.str(w.start, end))
				if r.put(m) {
					k += n - 1
				}
				continue
			}
			if r.at(end) == '.' && companyTails[ws[k+n-1].low] && !r.endsEnglish(r.skipSpaces(end+1), b) {
				end++ // Inc.
			}
			if open := r.skipBlanks(end); r.has(open, "(Public Organization)") {
				end = open + len("(Public Organization)")
			}
			m = &mention{start: w.start, end: end, sort: body}
			m.thing = r.named(nil, kind, r.str(w.start, end), w.start)
			if core := r.companyWords(ws, k, n); kind == kg.KindCompany && core > 1 && core < n {
				if m.thing.acronyms == nil {
					m.thing.acronyms = map[string]bool{}
				}
				m.thing.acronyms[tidy(r.str(w.start, ws[k+core-1].end))] = true // A Motor of A Motor Co., Ltd.
			}
			if plain, ok := strings.CutSuffix(r.str(w.start, end), " (Public Organization)"); ok {
				m.thing.say(plain)
			}
			if land := r.countryIn(ws[k : k+n]); land != nil && kind == kg.KindMinistry {
				m.thing.country = r.named(land, kg.KindCountry, land.names[1].Text, w.start)
			}
		}
		if m != nil && r.put(m) {
			k = wordFrom(ws, m.end) - 1
		}
	}
}

// companyWords gives how many of the n words of a company's name from word k on stand
// before those that say its form.
func (r *reading) companyWords(ws []word, k, n int) int {
	for n > 0 && (companyTails[ws[k+n-1].low] || ws[k+n-1].low == "corp") && ws[k+n-1].low != "group" {
		n--
	}
	return n
}

// joinBranches brings a body that is named once with and once without its country
// together: "U.S. Mission in Thailand", "U.S. Mission".
func (r *reading) joinBranches() {
	base := map[string]*thing{}
	for _, t := range r.things {
		if t.known == nil && t.kind.Class() == kg.ClassOrganization && isLatin([]rune(t.surfaces[0])[0]) {
			base[t.surfaces[0]] = t
		}
	}
	for _, t := range slices.Clone(r.things) {
		if t.known != nil || t.kind.Class() != kg.ClassOrganization {
			continue
		}
		for _, link := range []string{" in ", " of "} {
			at := strings.LastIndex(t.surfaces[0], link)
			if at < 0 {
				continue
			}
			if other := base[t.surfaces[0][:at]]; other != nil && other != t && other.kind == t.kind {
				r.merge(t, other)
				delete(base, t.surfaces[0][:at])
			}
		}
	}
}

// knownEnglishBody reads a body of the gazetteer that begins with word k.
func (r *reading) knownEnglishBody(ws []word, k int, b block) *mention {
	m := r.latinOrganizationKnown(ws[k].start)
	if m == nil || m.end > b.end || isLatin(r.at(m.end)) || isDigit(r.at(m.end)) {
		return nil
	}
	return m
}

// latinOrganizationKnown gives the known body at i.
func (r *reading) latinOrganizationKnown(i int) *mention {
	k, end := r.lex.at(r.lex.bodies, r.runes, i)
	if k == nil {
		return nil
	}
	if text := r.str(i, end); len(text) <= 6 && text[0] != strings.ToLower(text)[0] && text != strings.ToUpper(text) && !slices.ContainsFunc(k.names, func(n kg.Name) bool { return n.Text == text }) {
		return nil // Most is not MOST
	}
	if r.isForeignBody(i, k) {
		t := r.named(nil, k.kind, r.str(i, end), i)
		return &mention{start: i, end: end, sort: body, thing: t}
	}
	return &mention{start: i, end: end, sort: body, thing: r.named(k, k.kind, r.str(i, end), i), bare: end-i < 9}
}

// isForeignBody reports whether a name that a Thai ministry has too is that of
// another country's: "Japan’s Ministry of Transport".
func (r *reading) isForeignBody(i int, k *known) bool {
	if k.kind != kg.KindMinistry || !strings.HasPrefix(k.key, "th-") {
		return false
	}
	at := r.backBlanks(i)
	for _, s := range []string{"’s", "'s"} {
		if r.endsWith(at, s) {
			at -= 2
		}
	}
	from := at
	for from > 0 && isLatin(r.at(from-1)) {
		from--
	}
	if s, end := r.lex.at(r.lex.spots, r.runes, from); s != nil && end == at && s.kind == kg.KindCountry && s.key != "country:TH" && at < i-1 {
		return true
	}
	code, ok := r.lex.english["demonym"][strings.ToLower(r.str(from, at))]
	return ok && code != "TH"
}

// countryIn gives the country that ends a run of words: "… of the Kingdom of
// Bhutan".
func (r *reading) countryIn(ws []word) *known {
	for k := range ws {
		if land, end := r.lex.at(r.lex.spots, r.runes, ws[k].start); land != nil && land.kind == kg.KindCountry && end >= ws[len(ws)-1].end-2 && land.key != "country:TH" {
			return land
		}
	}
	return nil
}

// bodyWords gives of how many words the organisation's name at word k is, by its
// noun, and its kind: "Royal Irrigation Department", "Embassy of the Republic of
// Korea in Thailand", "Ministry of Tourism and Sports".
func (r *reading) bodyWords(ws []word, k int) (int, kg.Kind) {
	e := r.lex.english
	first := ws[k]
	if !first.capital() || notFirst[first.low] || first.own && len(first.text) > 3 && r.isSpotAt(first.start) {
		return 0, ""
	}
	if e.is("office", first.low) || e.is("office-modifier", first.low) && k+1 < len(ws) && e.is("office", ws[k+1].low) {
		return 0, ""
	}
	if k > 0 && ws[k-1].own && r.adjoin(ws[k-1], first) && ws[k-1].capital() && !r.isSpotAt(ws[k-1].start) && !r.beginsBody(ws, k) {
		return 0, ""
	}
	if k > 1 && ws[k-1].low == "of" && ws[k-2].capital() && r.taken[ws[k-2].start] == nil && !e.is("body", ws[k-2].low) && !e.is("office", ws[k-2].low) && !e.is("portfolio", ws[k-2].low) && !e.is("event", ws[k-2].low) && !e.is("office-modifier", ws[k-2].low) {
		return 0, "" // the end of a name: Internet of Things Association
	}
	if _, titled := thai.TitleAt(r.runes[:min(first.start+longestName, len(r.runes))], first.start); titled {
		return 0, ""
	}
	if k > 0 && r.adjoin(ws[k-1], first) && ws[k-1].capital() && !ws[k-1].own && !notFirst[ws[k-1].low] && r.taken[ws[k-1].start] == nil &&
		!e.is("office", ws[k-1].low) && !e.is("office-modifier", ws[k-1].low) && !e.is("demonym", ws[k-1].low) && !e.is("portfolio", ws[k-1].low) {
		return 0, "" // in the middle of a name
	}
	if k > 0 && r.adjoin(ws[k-1], first) && e.is("office", ws[k-1].low) && k+2 < len(ws) && ws[k+1].capital() && (ws[k+2].low == "and" || !ws[k+2].capital()) {
		return 0, "" // a person, "president Payong Srivanich and …"
	}
	if k > 1 && ws[k-1].low == "of" && e.is("portfolio", first.low) && !e.is("body", first.low) {
		if e.is("office", ws[k-2].low) {
			return 0, "" // Minister of Digital Economy and Society
		}
	}
	if first.low == "thai" && k+1 < len(ws) && e.is("body", ws[k+1].low) && ws[k+1].capital() && k+2 < len(ws) && ws[k+2].low == "of" && ws[k+1].low != "chamber" {
		return 0, "" // Thai Ministry of Industry
	}
	head := -1
	for j := k; j < len(ws) && j-k < longestEnglishName; j++ {
		w := ws[j]
		if r.taken[w.start] != nil || j > k && !r.adjoin(ws[j-1], w) && !r.isDash(ws[j-1], w) {
			break
		}
		if j > k && !w.capital() {
			if w.low != "and" && w.low != "for" && w.low != "&" || w.low == "and" && (r.isWhole(ws, k, j) || j+1 < len(ws) && (ws[j+1].own || r.beginsBody(ws, j+1))) {
				break
			}
			continue
		}
		if j > k && w.own && w.low == "minister" && j+1 < len(ws) && ws[j+1].text == "Office" && r.adjoin(w, ws[j+1]) {
			return j + 2 - k, kg.KindAgency // Justice Minister’s Office
		}
		if e.is("body", w.low) && !w.own {
			head = j
			break
		}
		if e.is("event", w.low) || j > k && e.is("office", w.low) {
			break
		}
	}
	if head < 0 {
		return 0, ""
	}
	kind := kg.Kind(strings.ToUpper(e["body"][ws[head].low]))
	last := head
	for last+1 < len(ws) && r.adjoin(ws[last], ws[last+1]) && ws[last+1].capital() && e.is("body", ws[last+1].low) {
		last++
		kind = kg.Kind(e["body"][ws[last].low])
	}
	for last+1 < len(ws) && companyTails[ws[last+1].low] && ws[last+1].capital() && strings.Trim(r.apart(ws[last], ws[last+1]), "., ") == "" {
		last++
		kind = kg.KindCompany
	}
	if head == k && first.low == "administration" || states[ws[head].low] && r.stateEnd(ws, head) > head {
		return 0, "" // Republic of the Union of Myanmar
	}
	if next := last + 1; next < len(ws) && r.adjoin(ws[last], ws[next]) && ws[next].capital() && (e.is("venue", ws[next].low) || ws[next].low == "store") {
		return 0, "" // Central Department Store
	}
	if head > k && !slices.ContainsFunc(ws[k:head+1], func(w word) bool { return !e.is("portfolio", w.low) && w.low != "and" }) {
		return 0, "" // Economy and Society
	}
	if head > k && kind == kg.KindInternationalOrganization && ws[head-1].low == "administrative" {
		kind = kg.KindLocalGovernment // A Provincial Administrative Organization
	}
	led := last // the last word before a complement
	last = r.complement(ws, last, head == k)
	if head == k && last == led {
		return 0, ""
	}
	if last == led && ws[head].low == "government" || led == head && last == led && head-k == 0 {
		return 0, ""
	}
	if first.low == "united" && strings.HasPrefix(strings.ToLower(r.str(first.start, ws[last].end)), "united nations") || first.low == "international" || first.low == "world" {
		kind = kg.KindInternationalOrganization
	}
	if s, end := r.lex.at(r.lex.spots, r.runes, first.start); ws[last].end-first.start < 8 || s != nil && end >= ws[last].end {
		return 0, ""
	}
	return last - k + 1, kind
}

// isDash reports whether a dash joins two words: "U.S. - ASEAN".
func (r *reading) isDash(a, b word) bool {
	switch tidy(r.apart(a, b)) {
	case "-", "–", "&":
		return true
	}
	return false
}

// isSpotAt reports whether a known place begins at i.
func (r *reading) isSpotAt(i int) bool {
	k, _ := r.lex.at(r.lex.spots, r.runes, i)
	return k != nil
}

// isWhole reports whether the words from k to j are a name of their own, so that
// "and" behind them begins another.
func (r *reading) isWhole(ws []word, k, j int) bool {
	if s, end := r.lex.at(r.lex.spots, r.runes, ws[k].start); s != nil && end >= ws[j-1].end {
		return true
	}
	s, end := r.lex.at(r.lex.bodies, r.runes, ws[k].start)
	return s != nil && end >= ws[j-1].end
}

// complement gives the last word of what of, for, in or on adds to the noun of a
// name that ends with word last: "of Foreign Affairs", "of the Republic of Korea
// in Thailand". Behind a noun that begins the name, portfolios may be listed.
func (r *reading) complement(ws []word, last int, begins bool) int {
	e := r.lex.english
	for n := 0; n < 3; n++ {
		j := last + 1
		if j+1 >= len(ws) || !r.adjoin(ws[last], ws[j]) || ws[last].own {
			return last
		}
		link := ws[j].low
		switch {
		case link == "of", link == "in" && n < 2, link == "for" && n == 0, link == "to" && n > 0:
		case link == "on" && n == 0 && (e["body"][ws[last].low] == "COMMITTEE" || ws[last].low == "council" || ws[last].low == "institute"):
		default:
			return last
		}
		at := j + 1
		if ws[at].low == "the" && at+1 < len(ws) && r.adjoin(ws[at], ws[at+1]) {
			at++
		}
		if !ws[at].capital() || !r.adjoin(ws[j], ws[j+1]) || r.taken[ws[at].start] != nil {
			return last
		}
		if end := r.stateEnd(ws, at); end >= at {
			if end+1 < len(ws) && r.adjoin(ws[end], ws[end+1]) && !ws[end].own && ws[end+1].capital() && begins && (e.is("portfolio", ws[end+1].low) || e.is("body", ws[end+1].low)) {
				return last // the Board of |Japan Business Federation|
			}
			last = end
			continue
		}
		if link == "in" {
			return last
		}
		end := at
		if begins && ws[last].low == "office" {
			if stop := r.staffEnd(ws, at); stop > at {
				return stop // Office of Justice Permanent Secretary
			}
		}
		loose := e.is("event-modifier", ws[at].low) // "National Economic and Social Development Council", "International Trade Promotion"
		portfolio := e.is("portfolio", ws[at].low) && (!loose || begins && at+1 < len(ws) && e.is("portfolio", ws[at+1].low))
		listed := false // "Land, Infrastructure, and Transport": a comma before "and" ends a list
		for end+1 < len(ws) && end-at < 12 {
			next := ws[end+1]
			gap := tidy(r.apart(ws[end], next))
			if ws[end].own && !next.capital() || r.taken[next.start] != nil {
				break
			}
			switch {
			case gap == "" && begins && ws[last].low == "office" && portfolio && next.capital() && e.is("body", next.low) && !r.beginsBody(ws, end+1):
				return end + 1 // Office of National Economic and Social Development Council
			case gap == "" && begins && portfolio && !next.capital() && next.low == "affairs":
				end++ // Ministry of Foreign affairs
				continue
			case gap == "" && next.capital() && (portfolio && (loose || e.is("portfolio", next.low)) || !portfolio && !e.is("office", next.low) && r.stateEnd(ws, end+1) < 0):
				end++
				if !portfolio && (e.is("body", next.low) || e.is("event", next.low)) {
					return end
				}
				continue
			case gap == "" && (next.low == "and" || next.low == "&") && end+2 < len(ws) && ws[end+2].capital() && (portfolio && e.is("portfolio", ws[end+2].low) && !r.beginsBody(ws, end+2) || !portfolio && !begins && end == at || r.at(ws[end+2].end+1) == '(' && isUpper(r.at(ws[end+2].end+2)) && begins && !r.beginsBody(ws, end+2) && !e.is("body", ws[end+2].low)):
				end += 2 // portfolios, or the last word before the short form: "Transport and Infocommunications (MTIC)"
				continue
			case gap == "," && begins && next.capital() && portfolio && e.is("portfolio", next.low) && r.listsOn(ws, end+1):
				listed = true
				end++
				continue
			case gap == "," && listed && next.low == "and" && end+2 < len(ws) && portfolio && e.is("portfolio", ws[end+2].low) && ws[end+2].capital() && !r.beginsBody(ws, end+2):
				end += 2
				continue
			}
			break
		}
		last = end
	}
	return last
}

// staffEnd gives the last word of the office at word k whose staff a body is: "Permanent
// Secretary", "the Prime Minister’s Secretary General"; k without one.
func (r *reading) staffEnd(ws []word, k int) int {
	const most = 6
	end := k
	for j := k; j < len(ws) && j < k+most && ws[j].capital() && (j == k || r.adjoin(ws[j-1], ws[j])); j++ {
		n, role := r.officeNoun(ws, j)
		if n > 0 && j+n-1 < len(ws) && !ws[j+n-1].own && role != "PRIME_MINISTER" && role != "MINISTER" {
			end, j = j+n-1, j+n-1
		}
	}
	return end
}

// beginsBody reports whether word k begins a body's name with its noun: "…
// Interior, and Ministry of Transport".
func (r *reading) beginsBody(ws []word, k int) bool {
	return r.lex.english.is("body", ws[k].low) && k+1 < len(ws) && ws[k+1].low == "of"
}

// listsOn reports whether a list of portfolios goes on from word k to "and".
func (r *reading) listsOn(ws []word, k int) bool {
	for j := k; j < len(ws) && j < k+8; j++ {
		if ws[j].low == "and" {
			return j+1 < len(ws) && r.lex.english.is("portfolio", ws[j+1].low) && !r.beginsBody(ws, j+1)
		}
		if !r.lex.english.is("portfolio", ws[j].low) {
			return false
		}
	}
	return false
}

// states stand before the name of a country: "Kingdom of Thailand".
var states = map[string]bool{"kingdom": true, "republic": true, "federation": true, "sultanate": true, "state": true, "commonwealth": true, "union": true, "emirate": true, "confederation": true}

// stateEnd gives the index of the last word of the known place that begins with
// word k, long forms of countries included: "People’s Republic of China"; -1
// without one.
func (r *reading) stateEnd(ws []word, k int) int {
	if s, end := r.lex.at(r.lex.spots, r.runes, ws[k].start); s != nil && !isLatin(r.at(end)) {
		return wordFrom(ws, end) - 1
	}
	for j := k; j < len(ws) && j < k+5 && ws[j].capital() && (j == k || r.adjoin(ws[j-1], ws[j])); j++ {
		if !states[ws[j].low] {
			continue
		}
		at := j + 1
		for at < len(ws) && at < j+5 && (ws[at].low == "of" || ws[at].low == "the" || ws[at].low == "union" || ws[at].low == "republic") {
			at++
		}
		if at == j+1 || at >= len(ws) {
			return -1
		}
		if s, end := r.lex.at(r.lex.spots, r.runes, ws[at].start); s != nil && s.kind == kg.KindCountry {
			return wordFrom(ws, end) - 1
		}
		return -1
	}
	return -1
}

// countryOf gives the country whose name the words from k to last end in.
func (r *reading) countryOf(ws []word, k, last int) *known {
	for j := k; j <= last; j++ {
		if s, _ := r.lex.at(r.lex.spots, r.runes, ws[j].start); s != nil && s.kind == kg.KindCountry {
			return s
		}
	}
	return nil
}

// shortCountries are abbreviations that mean the country in English prose.
var shortCountries = map[string]string{"U.S.": "US", "U.S": "US", "US": "US", "USA": "US", "U.S.A.": "US", "U.K.": "GB", "UK": "GB", "UAE": "AE", "PRC": "CN", "ROK": "KR"}

// englishAreas are words behind the name of a place that say its kind.
var englishAreas = map[string]kg.Kind{"province": kg.KindProvince, "provinces": kg.KindProvince, "prefecture": kg.KindProvince, "district": kg.KindZone, "subdistrict": kg.KindZone, "sub-district": kg.KindZone, "island": kg.KindZone}

// englishPlaces finds the places of an English paragraph: known ones, long forms
// of countries, those with a word for their kind, towns before their country,
// and venues.
func (r *reading) englishPlaces(b block) {
	ws := r.spell(b)
	for k := 0; k < len(ws); k++ {
		w := ws[k]
		if r.taken[w.start] != nil || !w.capital() {
			continue
		}
		m := r.latinPlace(w.start, b.end)
		if m != nil && isDigit(r.at(m.end)) {
			m = nil
		}
		if last := r.stateEnd(ws, k); last > k && (m == nil || ws[last].end > m.end) {
			if land := r.countryOf(ws, k, last); land != nil {
				end := ws[last].end
				if ws[last].own {
					end -= 2
				}
				m = &mention{start: w.start, end: end, sort: spot, thing: r.placeNamed(land, r.str(w.start, end), w.start), bare: true}
			}
		}
		if m == nil || m.thing.kind != kg.KindVenue && m.thing.kind != kg.KindCountry {
			if o := r.namedAfterPlace(ws, k, m); o != nil {
				m = o
			}
		}
		if m == nil {
			m = r.shortProvince(ws, k)
		}
		if code, ok := shortCountries[w.text]; ok && m == nil && r.at(w.end) != '$' && r.at(w.end) != '-' && !r.has(w.end, " dollar") {
			land := r.lex.byKey["country:"+code]
			m = &mention{start: w.start, end: w.end, sort: spot, thing: r.placeNamed(land, w.text, w.start), bare: true}
		}
		for _, read := range []func([]word, int) *mention{r.englishArea, r.englishVenue, r.englishTown} {
			if o := read(ws, k); o != nil && (m == nil || o.end > m.end) {
				m = o
			}
		}
		if m != nil && r.put(m) {
			k = wordFrom(ws, m.end) - 1
		}
	}
}

// namedAfterPlace reads a building or site that begins with the name of a place:
// "Krabi Airport", "Ratchaburi Direk Rit Building"; m is that place.
func (r *reading) namedAfterPlace(ws []word, k int, m *mention) *mention {
	const most = 4
	if m == nil || ws[k].own || k > 0 && r.adjoin(ws[k-1], ws[k]) && ws[k-1].capital() && !ws[k-1].own && !notFirst[ws[k-1].low] {
		return nil
	}
	from := wordFrom(ws, m.end)
	for j := from; j < len(ws) && j < from+most; j++ {
		if !r.adjoin(ws[j-1], ws[j]) || ws[j-1].own || !ws[j].capital() || r.taken[ws[j].start] != nil || notFirst[ws[j].low] || r.lex.english.is("office", ws[j].low) || r.lex.english.is("event", ws[j].low) {
			return nil
		}
		if !r.isVenueWord(ws[j]) || j+1 < len(ws) && r.adjoin(ws[j], ws[j+1]) && ws[j+1].capital() && !ws[j].own && !(len(ws[j+1].text) < 3 && strings.Trim(ws[j+1].text, "I0123456789") == "") {
			continue
		}
		end := r.nameEnd(ws, j)
		return &mention{start: m.start, end: end, sort: spot, thing: r.named(nil, kg.KindVenue, r.str(m.start, end), m.start)}
	}
	return nil
}

// shortProvinces are the provinces whose names are too short to be looked for
// anywhere.
var shortProvinces = map[string]string{"Nan": "th-province:TH-55", "Tak": "th-province:TH-63"}

// shortProvince reads such a name before "province" or in a list of provinces.
func (r *reading) shortProvince(ws []word, k int) *mention {
	key, ok := shortProvinces[ws[k].text]
	if !ok {
		return nil
	}
	beside := func(j, gapFrom, gapTo int) bool {
		gap := tidy(r.str(gapFrom, gapTo))
		s, _ := r.lex.at(r.lex.spots, r.runes, ws[j].start)
		return s != nil && s.kind == kg.KindProvince && (gap == "," || gap == "and" || gap == ", and")
	}
	named := k+1 < len(ws) && (ws[k+1].low == "province" || ws[k+1].low == "provinces")
	for j := k + 1; !named && j < len(ws) && j < k+3; j++ {
		named = beside(j, ws[k].end, ws[j].start)
	}
	if before := r.taken[max(r.backBlanks(ws[k].start-1)-1, 0)]; !named && r.at(r.backBlanks(ws[k].start)-1) == ',' && before != nil && before.sort == spot && before.thing.kind == kg.KindProvince {
		named = true
	}
	if !named {
		return nil
	}
	province := r.lex.byKey[key]
	return &mention{start: ws[k].start, end: ws[k].end, sort: spot, thing: r.placeNamed(province, ws[k].text, ws[k].start), bare: true}
}

// skipSpaces gives the first place from i that is no blank and no end of a line.
func (r *reading) skipSpaces(i int) int {
	for i < len(r.runes) && isSpace(r.runes[i]) {
		i++
	}
	return i
}

// capitals gives the index of the last of the capital words that go on from word
// k, links between them included.
func (r *reading) capitals(ws []word, k int) int {
	last := k
	for j := k + 1; j < len(ws) && j-k < longestEnglishName; j++ {
		if !r.adjoin(ws[j-1], ws[j]) || r.taken[ws[j].start] != nil {
			break
		}
		if ws[j].capital() || isDigit(rune(ws[j].text[0])) && last == j-1 && len(ws[j].text) < 5 && r.isVenueWord(ws[j-1]) {
			last = j
			continue
		}
		if ws[j].low != "of" && ws[j].low != "the" {
			break
		}
	}
	return last
}

// englishArea reads "Samut Prakarn province", "Dok Khamtai District".
func (r *reading) englishArea(ws []word, k int) *mention {
	if notFirst[ws[k].low] {
		return nil
	}
	for j := k + 1; j < len(ws) && j < k+5; j++ {
		if !r.adjoin(ws[j-1], ws[j]) || ws[j-1].own || r.taken[ws[j].start] != nil {
			return nil
		}
		kind, ok := englishAreas[ws[j].low]
		if !ok {
			if !ws[j].capital() {
				return nil
			}
			continue
		}
		surface := r.str(ws[k].start, ws[j-1].end)
		var t *thing
		s, stop := r.lex.at(r.lex.spots, r.runes, ws[k].start)
		if key, short := shortProvinces[surface]; short && kind == kg.KindProvince {
			s, stop = r.lex.byKey[key], ws[j-1].end
		}
		if s != nil && stop == ws[j-1].end {
			t = r.placeNamed(s, surface, ws[k].start)
			r.vote(t, kind)
		} else {
			t = r.named(nil, kind, surface, ws[k].start)
		}
		end := r.nameEnd(ws, j)
		t.say(r.str(ws[k].start, end))
		return &mention{start: ws[k].start, end: end, sort: spot, thing: t, bare: true}
	}
	return nil
}

// englishTown reads a town that no gazetteer has before its country: "in Davos,
// the Swiss Confederation".
func (r *reading) englishTown(ws []word, k int) *mention {
	before := r.backBlanks(ws[k].start)
	if _, led := r.endsWithAny(before, []string{" in", " at", "In", ","}); !led || notFirst[ws[k].low] || ws[k].own {
		return nil
	}
	last := k
	for last+1 < len(ws) && last-k < 2 && r.adjoin(ws[last], ws[last+1]) && ws[last+1].capital() && r.taken[ws[last+1].start] == nil {
		last++
	}
	if last+1 >= len(ws) || tidy(r.apart(ws[last], ws[last+1])) != "," || r.isVenueWord(ws[last]) || r.lex.english.is("office", ws[last].low) {
		return nil
	}
	at := last + 1
	if ws[at].low == "the" && at+1 < len(ws) {
		at++
	}
	if end := r.stateEnd(ws, at); end < at || r.countryOf(ws, at, end) == nil {
		return nil
	}
	return &mention{start: ws[k].start, end: ws[last].end, sort: spot, thing: r.named(nil, kg.KindCity, r.str(ws[k].start, ws[last].end), ws[k].start)}
}

func (r *reading) isVenueWord(w word) bool { return r.lex.english.is("venue", w.low) }

// venueLeads stand before a venue.
var venueLeads = []string{" at", "At", " inside", " visited", " to", " in", " inspected", " tour", " toured", " opened", " of"}

// englishVenue reads a building or hall behind at, in or to, or behind another
// place: "the Purple Room, Thai Khu Fah Building", "the Great Hall of the People".
func (r *reading) englishVenue(ws []word, k int) *mention {
	at := r.backBlanks(ws[k].start)
	if _, article := r.endsWithAny(at, []string{" the", "\nthe"}); article {
		at = r.backBlanks(at - 3)
	}
	w, led := r.endsWithAny(at, venueLeads)
	before := r.taken[max(r.backBlanks(at-1)-1, 0)]
	beside := r.at(at-1) == ',' && before != nil && before.sort == spot
	if !led && !beside || notFirst[ws[k].low] || ws[k].own && r.isSpotAt(ws[k].start) {
		return nil
	}
	if s, end := r.lex.at(r.lex.spots, r.runes, ws[k].start); s != nil && (r.has(end, "’s ") || r.has(end, "'s ")) {
		return nil
	}
	last := r.capitals(ws, k)
	noun := -1
	for j := k; j <= last; j++ {
		if r.isVenueWord(ws[j]) && !(j > k && ws[j-1].low == "the") {
			noun = j
		}
	}
	switch {
	case noun < 0 || noun == k && ws[k].low != "parliament" && !(noun+1 <= last && ws[noun+1].low == "of"):
		return nil
	case w == " of" || w == " to" && noun == k:
		return nil
	}
	end := noun
	if noun < last {
		switch next := ws[noun+1]; {
		case next.low == "of":
			end = last
		case next.text == "I" || next.text == "II" || next.text == "III" || isDigit(rune(next.text[0])):
			end = noun + 1
		case next.capital() && !strings.Contains(next.text, "’"):
			return nil
		}
	}
	stop := ws[end].end
	if ws[end].own {
		stop -= 2
		if end+2 < len(ws) && r.isVenueWord(ws[end+2]) && !ws[end+2].capital() && r.adjoin(ws[end], ws[end+1]) && r.adjoin(ws[end+1], ws[end+2]) {
			stop = ws[end+2].end // Phuket International Airport’s meeting room
		}
	}
	if s, known := r.lex.at(r.lex.spots, r.runes, ws[k].start); s != nil && known >= stop {
		return nil
	}
	return &mention{start: ws[k].start, end: stop, sort: spot, thing: r.named(nil, kg.KindVenue, r.str(ws[k].start, stop), ws[k].start)}
}

// royalTitles stand before the one name of a monarch or prince.
var royalTitles = newWords("His Majesty King", "Her Majesty Queen", "Their Majesties", "H.M. King", "H.M. Queen", "His Majesty Sultan", "Her Royal Highness Princess", "His Royal Highness Prince", "HRH Princess", "HRH Prince", "H.R.H. Princess", "H.R.H. Prince", "King", "Queen", "Princess", "Prince", "Sultan")

// englishPeople finds the people of an English paragraph: those with a title,
// behind an office, or before one.
func (r *reading) englishPeople(b block, full bool) {
	ws := r.spell(b)
	for k := 0; k < len(ws); k++ {
		w := ws[k]
		if r.taken[w.start] != nil || !w.capital() && !full {
			continue
		}
		m := r.royal(ws, k)
		if m == nil && w.capital() {
			if m = r.personAt(w.start, b.end, full); m != nil && strings.Contains(r.str(m.start, m.end), "\n") && !full {
				m = nil
			}
		}
		if m == nil && full {
			m = r.besideOffice(ws, k)
		}
		if m == nil && !full {
			m = r.surname(ws, k)
		}
		if m == nil {
			continue
		}
		r.release(m.start, m.end)
		if r.put(m) {
			k = wordFrom(ws, m.end) - 1
		}
	}
}

// royal reads "Her Majesty Queen Sirikit the Queen Mother", "King Charles III".
func (r *reading) royal(ws []word, k int) *mention {
	at := royalTitles.longest(r.runes, ws[k].start)
	if at < 0 {
		return nil
	}
	name := r.skipBlanks(ws[k].start + len([]rune(royalTitles.texts[at])))
	j := wordFrom(ws, name)
	if j >= len(ws) || ws[j].start != name || !ws[j].capital() || notFirst[ws[j].low] || ws[j].own || r.isVenueWord(ws[j]) || len(ws[j].text) < 4 || r.taken[name] != nil {
		return nil
	}
	last := j
	for last+1 < len(ws) && last-j < 3 && r.adjoin(ws[last], ws[last+1]) && ws[last+1].capital() && !ws[last].own && r.taken[ws[last+1].start] == nil {
		last++
	}
	for _, x := range ws[j : last+1] {
		if r.isVenueWord(x) || r.lex.english.is("body", x.low) || r.lex.english.is("event", x.low) {
			return nil // Queen Sirikit National Convention Center
		}
	}
	end := ws[last].end
	if ws[last].own {
		end -= 2
	}
	m := r.person(ws[k].start, name, end)
	if rest := r.skipBlanks(end); r.has(rest, "the Queen Mother") {
		m.end = rest + len("the Queen Mother")
		m.thing.say(r.str(m.start, m.end))
	}
	return m
}

// besideOffice reads a person without title behind an office, "Prime Minister
// Srettha Thavisin", or before one, "Simon Lin, president of Huawei".
func (r *reading) besideOffice(ws []word, k int) *mention {
	if o := r.officeAt(ws, k); o != nil {
		j := wordFrom(ws, postEnd(o))
		if open := r.skipBlanks(postEnd(o)); r.at(open) == '(' {
			if shut := r.closing(open); shut > 0 && shut-open < shortLabel {
				j = wordFrom(ws, shut) // … at the Ministry of A (MA) B C
			}
		}
		if j >= len(ws) || r.taken[ws[j].start] != nil {
			return nil
		}
		gap := tidy(r.afterBracket(r.str(postEnd(o), ws[j].start)))
		if gap == "," && !(r.definite(ws, k) && r.isApposed(ws, j)) || gap != "" && gap != "," {
			return nil
		}
		if n := r.nameWords(ws, j); n > 1 {
			return r.person(ws[j].start, ws[j].start, r.nameEnd(ws, j+n-1))
		}
		return nil
	}
	n := r.nameWords(ws, k)
	if n > 1 && k > 0 && ws[k-1].low == "counterpart" && r.adjoin(ws[k-1], ws[k]) {
		return r.person(ws[k].start, ws[k].start, r.nameEnd(ws, k+n-1)) // his Thai counterpart A B
	}
	if n < 2 || k+n >= len(ws) || tidy(r.apart(ws[k+n-1], ws[k+n])) != "," {
		return nil
	}
	if _, place := r.endsWithAny(r.backBlanks(ws[k].start), []string{" at", " in", " of"}); place {
		if _, there := r.endsWithAny(r.backBlanks(ws[k].start), []string{" attendance of", " participation of", " presence of", " consisting of"}); !there {
			return nil
		}
	}
	j := k + n
	if ws[j].low == "the" || ws[j].low == "a" {
		j++
	}
	if j < len(ws) && ws[j].low == "new" {
		j++
	}
	if j >= len(ws) {
		return nil
	}
	if of := r.taken[ws[j].start]; of != nil && of.start == ws[j].start && (of.sort == spot || of.sort == body) {
		end := of.end
		switch {
		case r.has(end, "’s "), r.has(end, "'s "):
			end += 2
		case of.sort == body && end-of.start > 8:
			return nil // a list of names
		}
		if j = wordFrom(ws, end); j >= len(ws) || strings.TrimSpace(r.str(end, ws[j].start)) != "" {
			return nil // A B, Indonesia’s minister of home affairs
		}
	}
	o := r.officeAt(ws, j)
	if o == nil {
		return nil
	}
	if next := wordFrom(ws, postEnd(o)); next < len(ws) && strings.TrimSpace(r.str(postEnd(o), ws[next].start)) == "" && r.nameWords(ws, next) > 1 {
		return nil // the office is that of the name behind it
	}
	return r.person(ws[k].start, ws[k].start, r.nameEnd(ws, k+n-1))
}

// definite reports whether an office is one that the text speaks of, so that the
// name between commas behind it is its holder’s: "the ministry’s permanent
// secretary, A".
func (r *reading) definite(ws []word, k int) bool {
	return k > 0 && (ws[k-1].own || ws[k-1].low == "the" || k > 1 && ws[k-2].low == "the" || r.lex.english.is("demonym", ws[k-1].low))
}

// isApposed reports whether the name at word k ends before a comma that no office
// follows.
func (r *reading) isApposed(ws []word, k int) bool {
	n := r.nameWords(ws, k)
	if n < 2 || !r.closesApposition(r.nameEnd(ws, k+n-1)) {
		return false
	}
	return k+n >= len(ws) || r.officeAt(ws, k+n) == nil
}

func (r *reading) nameEnd(ws []word, k int) int {
	if ws[k].own {
		return ws[k].end - 2
	}
	if (ws[k].low == "jr" || ws[k].low == "sr") && r.at(ws[k].end) == '.' {
		return ws[k].end + 1
	}
	return ws[k].end
}

// nameWords gives of how many words the name of a person at word k is, two to
// four, or more with the father's, or 0.
func (r *reading) nameWords(ws []word, k int) int {
	n := 0
	if _, titled := thai.TitleAt(r.runes[:min(ws[k].start+longestName, len(r.runes))], ws[k].start); titled {
		return 0
	}
	for j, most := k, 4; j < len(ws) && n < most; j++ {
		w := ws[j]
		if w.low == "bin" || w.low == "binti" || w.low == "ibni" {
			most = 8 // Haji Hairul bin Haji Abdul Karim
		}
		if !w.capital() && !(n > 0 && nameParticles[w.low]) || j > k && !r.adjoin(ws[j-1], w) || r.taken[w.start] != nil || isDigit(rune(w.text[0])) {
			break
		}
		e := r.lex.english
		if notFirst[w.low] || e.is("office", w.low) || e.is("office", strings.TrimSuffix(w.low, "s")) || e.is("body", w.low) || e.is("venue", w.low) || e.is("event", w.low) || e.is("demonym", w.low) || len(w.text) > 3 && w.text == strings.ToUpper(w.text) && !strings.Contains(w.text, ".") && n == 0 && !(j+1 < len(ws) && r.adjoin(w, ws[j+1]) && ws[j+1].capital()) {
			break
		}
		if r.isSpotAt(w.start) && n == 0 || n > 0 && j+1 < len(ws) && calendar[w.low] && isDigit(rune(ws[j+1].text[0])) {
			break
		}
		n++
		if w.own {
			break
		}
	}
	if next := k + n; n > 0 && next < len(ws) && r.adjoin(ws[next-1], ws[next]) && ws[next].capital() {
		if one, many := strings.CutSuffix(ws[next].low, "s"); many && r.lex.english.is("office", one) {
			return 0 // Chief Smart City Officers
		}
	}
	for n > 0 && !ws[k+n-1].capital() {
		n--
	}
	if n < 2 {
		return 0
	}
	if e := r.lex.english; e.is("portfolio", ws[k].low) && e.is("portfolio", ws[k+1].low) {
		return 0
	}
	return n
}

// calendar holds the words that a day begins with: "met A B Dec 23", "the meeting on
// Monday".
var calendar = map[string]bool{}

func init() {
	for w := range strings.FieldsSeq(`jan feb mar apr jun jul aug sep sept oct nov dec january february march april may june july august september october november december
		monday tuesday wednesday thursday friday saturday sunday`) {
		calendar[w] = true
	}
}

var nameParticles = map[string]bool{"bin": true, "binti": true, "van": true, "von": true, "de": true, "der": true, "da": true, "del": true, "la": true, "al": true, "na": true, "ul": true, "ibni": true, "bint": true}

// surname reads a later short form of somebody's, "President Putin", "Srettha", or the
// full name without title and office.
func (r *reading) surname(ws []word, k int) *mention {
	w := ws[k]
	if len(w.low) < 4 || notFirst[w.low] || r.isSpotAt(w.start) || w.text == strings.ToUpper(w.text) {
		return nil
	}
	for _, t := range r.surnames()[w.low] {
		if t = t.whole(); strings.Contains(t.name, " ") && r.has(w.start, t.name) {
			if end := w.start + utf8.RuneCountInString(t.name); !isLatin(r.at(end)) && r.at(end) != '-' {
				return &mention{start: w.start, end: end, sort: someone, thing: t}
			}
		}
	}
	if k+1 < len(ws) && r.adjoin(w, ws[k+1]) && ws[k+1].capital() && r.taken[ws[k+1].start] == nil || k > 0 && r.adjoin(ws[k-1], w) && ws[k-1].capital() && !notFirst[ws[k-1].low] && r.taken[ws[k-1].start] == nil && !r.lex.english.is("office", ws[k-1].low) {
		return nil // part of a longer name
	}
	for _, t := range r.surnames()[w.low] {
		t = t.whole()
		end := r.nameEnd(ws, k)
		t.say(r.str(w.start, end))
		return &mention{start: w.start, end: end, sort: someone, thing: t}
	}
	return nil
}

// surnames gives the people of the document by the words of their Latin names,
// names that several share left out.
func (r *reading) surnames() map[string][]*thing {
	if r.latinNames != nil {
		return r.latinNames
	}
	r.latinNames = map[string][]*thing{}
	shared := map[string]bool{}
	for _, t := range r.things {
		if t.kind != kg.KindPerson || t.name == "" || !isLatin([]rune(t.name)[0]) {
			continue
		}
		for part := range strings.FieldsSeq(strings.ToLower(t.name)) {
			if len(r.latinNames[part]) > 0 && r.latinNames[part][0] != t {
				shared[part] = true
			}
			r.latinNames[part] = append(r.latinNames[part], t)
		}
	}
	for part := range shared {
		delete(r.latinNames, part)
	}
	return r.latinNames
}

// officeAt reads the office that begins with word k: its modifiers, its noun, and
// what of, for or to adds: "Deputy Prime Minister", "Acting Government
// Spokesperson", "Minister of Natural Resources and Environment", "chairman of
// the Standing Committee of A", "Ambassador of B to Thailand". The body of the
// office is a mention of its own.
func (r *reading) officeAt(ws []word, k int) *mention {
	e := r.lex.english
	if r.taken[ws[k].start] != nil {
		return nil
	}
	noun, role, deputies := -1, "", false
	for j := k; j < len(ws) && j < k+6; j++ {
		if j > k && !r.adjoin(ws[j-1], ws[j]) || r.taken[ws[j].start] != nil || j > k && ws[j-1].own {
			break
		}
		if n, found := r.officeNoun(ws, j); n > 0 {
			if next := j + n; ws[j].low == "chief" && n == 1 && next < len(ws) && r.adjoin(ws[j], ws[next]) && r.taken[ws[next].start] == nil {
				if more, _ := r.officeNoun(ws, next); more > 0 {
					continue // Chief Adviser
				}
			}
			noun, role = j+n-1, found
			break
		}
		w := ws[j].low
		if w == "and" && j > k && j+2 < len(ws) && ws[j+1].capital() && e.is("portfolio", ws[j-1].low) && e.is("portfolio", ws[j+1].low) {
			continue // Digital Economy and Society Minister
		}
		if !e.is("office-modifier", w) && !(e.is("portfolio", w) && ws[j].capital()) {
			break
		}
		deputies = deputies || w == "deputy" || w == "vice"
	}
	if noun < 0 || ws[noun].own {
		return nil
	}
	if deputies {
		role = deputy(role, "รอง")
	}
	if w := ws[noun].low; w == "minister" && strings.EqualFold(ws[k].text, "assistant") {
		role = "ASSISTANT_MINISTER"
	}
	if k > 0 && r.adjoin(ws[k-1], ws[k]) && e.is("office-modifier", ws[k-1].low) && r.taken[ws[k-1].start] == nil && ws[k-1].capital() {
		return nil // begins before
	}
	m := &mention{start: ws[k].start, end: ws[noun].end, sort: office, role: role}
	r.officeBody(ws, noun, m)
	if m.org == nil {
		r.bodyBefore(m)
	}
	weak := ws[noun].low
	if joined := noun + 2; joined < len(ws) && ws[noun+1].low == "and" && m.org == nil && m.end == ws[noun].end {
		if n, _ := r.officeNoun(ws, joined); n > 0 && joined+n < len(ws) && ws[joined+n].low == "of" {
			return m // president |and CEO of A|
		}
	}
	if !ws[noun].capital() && m.org == nil && m.end == ws[noun].end && noun == k && role != "PRIME_MINISTER" {
		switch weak {
		case "chief", "head", "chair", "leader", "manager", "officer", "representative", "director", "president", "secretary", "speaker", "commander", "minister", "coordinator", "governor", "economist", "envoy", "dean", "commissioner":
			return nil
		}
	}
	return m
}

// officeNoun gives the role of the noun of an office at word k and of how many
// words it is.
func (r *reading) officeNoun(ws []word, k int) (int, string) {
	low := ws[k].low
	for n := 1; ; n++ {
		if n > 1 {
			if k+n-1 >= len(ws) || n > 4 || strings.Trim(r.apart(ws[k+n-2], ws[k+n-1]), " '’\n") != "" {
				break
			}
			low += " " + ws[k+n-1].low
		}
		if role, ok := r.lex.english["office"][low]; ok {
			if longer, more := r.officeNounLonger(ws, k, n, low); longer > 0 {
				return longer, more
			}
			return n, role
		}
	}
	return 0, ""
}

// officeNounLonger looks for a longer noun that begins so: Secretary-General,
// Chief Executive Officer.
func (r *reading) officeNounLonger(ws []word, k, n int, low string) (int, string) {
	best, role := 0, ""
	for more := n + 1; more <= 4 && k+more-1 < len(ws) && r.adjoin(ws[k+more-2], ws[k+more-1]); more++ {
		low += " " + ws[k+more-1].low
		if found, ok := r.lex.english["office"][low]; ok {
			best, role = more, found
		}
	}
	return best, role
}

// officeBody reads what stands behind the noun of an office.
func (r *reading) officeBody(ws []word, noun int, m *mention) {
	e := r.lex.english
	j := noun + 1
	if j+1 < len(ws) && ws[noun].capital() && m.role != "PRIME_MINISTER" && tidy(r.apart(ws[noun], ws[j])) == "," {
		// Permanent Secretary, Ministry of Commerce
		if o := r.taken[ws[j].start]; o != nil && o.start == ws[j].start && o.sort == body && ws[j+1].low == "of" && e.is("body", ws[j].low) {
			m.org = o
		}
		return
	}
	if j+2 < len(ws) && (ws[j].low == "a.i." || ws[j].low == "attached" && ws[j+1].low == "to") {
		m.end = ws[j].end
		noun, j = j, j+1
	}
	if j+1 >= len(ws) || !r.adjoin(ws[noun], ws[j]) {
		return
	}
	link := ws[j].low
	if link != "of" && link != "for" && link != "to" && link != "at" && link != "in" || !r.adjoin(ws[j], ws[j+1]) {
		return
	}
	at := j + 1
	if ws[at].low == "the" && at+1 < len(ws) {
		at++
	}
	small := !ws[noun].capital() && smallOffices[m.role] // minister of home affairs
	o := r.taken[ws[at].start]
	switch {
	case o != nil && o.start == ws[at].start && o.sort == spot && m.role == "AMBASSADOR":
		m.tail = o.end
		if next := wordFrom(ws, o.end); next+1 < len(ws) && ws[next].low == "to" {
			at = next + 1
			if ws[at].low == "the" && at+1 < len(ws) {
				at++
			}
			if to := r.taken[ws[at].start]; to != nil && to.sort == spot {
				m.tail = to.end
			}
		}
		m.suffix = r.str(m.end, m.tail)
	case o != nil && o.start == ws[at].start && o.sort == body:
		m.org = o
	case o != nil && o.start == ws[at].start && o.sort == spot && (r.has(o.end, "’s ") || r.has(o.end, "'s ")):
		if b := r.taken[min(o.end+3, len(r.runes))]; b != nil && b.sort == body && b.start == o.end+3 {
			m.org = b // chief of Bangkok's Metropolitan Police Bureau
		}
	case o != nil && o.start == ws[at].start && o.sort == spot:
		m.org = r.placeAsBody(m, o)
	case o != nil:
	case link == "of" && ws[at].capital() && e.is("body", ws[at].low) && !ws[at].own && (at+1 >= len(ws) || ws[at+1].low != "of" && ws[at+1].low != "on" && ws[at+1].low != "for"):
		m.end = ws[at].end // Vice Chairperson of the Committee
	case link == "of" && companyOffices[m.role] && ws[at].capital() && r.unknownCompany(ws, at) != nil:
		m.org = r.unknownCompany(ws, at)
	case link == "to" && ws[at].low == "minister" && ws[at].capital():
		if o := r.officeAt(ws, at); o != nil {
			m.end = o.end // Secretary to Minister of Labor
		}
	case link == "to" && (ws[at].low == "prime" || ws[at].low == "president"):
		m.end = ws[at].end
		if ws[at].low == "prime" && at+1 < len(ws) {
			m.end = ws[at+1].end
		}
	case link == "for" && ws[at].capital() && r.tasksEnd(ws, at) > 0:
		last := r.tasksEnd(ws, at)
		m.end, m.org = ws[last].end, r.taken[ws[last+1].start] // Vice-Minister for Policy Coordination, Ministry of A
	case (ws[at].capital() || small) && e.is("portfolio", ws[at].low) && link != "at":
		last := at
		for last+1 < len(ws) {
			next := ws[last+1]
			gap := tidy(r.apart(ws[last], next))
			if r.taken[next.start] != nil {
				break
			}
			if gap == "" && (next.capital() || small) && e.is("portfolio", next.low) || gap == "," && next.capital() && e.is("portfolio", next.low) && r.listsOn(ws, last+1) {
				last++
				continue
			}
			if (gap == "" || gap == ",") && (next.low == "and" || next.low == "&") && last+2 < len(ws) && (ws[last+2].capital() || small) && e.is("portfolio", ws[last+2].low) {
				if n, _ := r.officeNoun(ws, last+2); n == 0 {
					last += 2
					continue
				}
			}
			break
		}
		m.end = ws[last].end
		if next := wordFrom(ws, m.end); next+1 < len(ws) && ws[next].low == "of" && r.adjoin(ws[last], ws[next]) {
			// Minister of Foreign Affairs of Japan
			at = next + 1
			if ws[at].low == "the" && at+1 < len(ws) {
				at++
			}
			switch o := r.taken[ws[at].start]; {
			case o == nil || o.start != ws[at].start:
			case o.sort == body:
				m.org = o // director general of regional administration of A
			case o.sort == spot && (r.has(o.end, "’s ") || r.has(o.end, "'s ")):
				if b := r.taken[min(o.end+3, len(r.runes))]; b != nil && b.sort == body && b.start == o.end+3 {
					m.org = b // … of Indonesia’s Ministry of Home Affairs
				}
			case o.sort == spot:
				m.org = r.placeAsBody(m, o)
			}
		}
	}
}

// tasksEnd gives the last of the capital words from word k on that say what an office
// is for, where a comma and its body stand behind them, else 0.
func (r *reading) tasksEnd(ws []word, k int) int {
	const most = 6
	for j := k; j+1 < len(ws) && j < k+most && (ws[j].capital() || ws[j].low == "and"); j++ {
		switch gap := tidy(r.apart(ws[j], ws[j+1])); {
		case gap == "," && r.taken[ws[j+1].start] != nil && r.taken[ws[j+1].start].sort == body && r.taken[ws[j+1].start].start == ws[j+1].start:
			return j
		case gap != "":
			return 0
		}
	}
	return 0
}

// companyOffices are those of companies, whose names need no noun behind them.
var companyOffices = map[string]bool{"CHIEF_EXECUTIVE": true, "MANAGING_DIRECTOR": true, "PRESIDENT": true, "VICE_PRESIDENT": true}

// unknownCompany reads the company whose head an office is and whose name no noun
// ends: "president of Lotus Motor Thailand".
func (r *reading) unknownCompany(ws []word, k int) *mention {
	const most = 4
	if m := r.taken[ws[k].start]; m != nil && m.sort == body && m.start == ws[k].start {
		return m
	}
	last := k - 1
	for j := k; j < len(ws) && j < k+most; j++ {
		w, e := ws[j], r.lex.english
		if j > k && !r.adjoin(ws[j-1], w) || !w.capital() || r.taken[w.start] != nil {
			break
		}
		if notFirst[w.low] || e.is("office", w.low) || e.is("event", w.low) || e.is("portfolio", w.low) || e.is("demonym", w.low) || e.is("venue", w.low) || states[w.low] || e.is("body", w.low) {
			return nil
		}
		last = j
		if w.own {
			break
		}
	}
	if last < k || last == k && len(ws[k].text) < 4 || r.isSpotAt(ws[k].start) {
		return nil
	}
	end := r.nameEnd(ws, last)
	m := &mention{start: ws[k].start, end: end, sort: body, thing: r.named(nil, kg.KindCompany, r.str(ws[k].start, end), ws[k].start)}
	if !r.put(m) {
		return nil
	}
	return m
}

// smallOffices are what newspapers write without capitals, their portfolios too.
var smallOffices = map[string]bool{"MINISTER": true, "DEPUTY_MINISTER": true, "PERMANENT_SECRETARY": true, "DIRECTOR_GENERAL": true}

// bodyBefore reads the body that an office stands right behind: "USABC
// president", "Phuket Governor", "Malaysian Prime Minister".
func (r *reading) bodyBefore(m *mention) {
	at := r.backBlanks(m.start)
	for _, s := range []string{"’s", "'s"} {
		if r.endsWith(at, s) {
			at -= 2
		}
	}
	if at <= 0 || at == m.start {
		return
	}
	if o := r.taken[at-1]; o != nil && o.end == at {
		switch o.sort {
		case body:
			if o.thing.kind != kg.KindInternationalOrganization || m.role != "MINISTER" {
				m.org = o
			}
		case spot:
			m.org = r.placeAsBody(m, o)
		}
		return
	}
	from := at
	for n := 0; n < 2; n++ {
		for from > 0 && isLatin(r.at(from-1)) {
			from--
		}
		if code, ok := r.lex.english["demonym"][strings.ToLower(r.str(from, at))]; ok {
			if land := r.index.thingOf(r.lex.byKey["country:"+code]); land != nil && code != "TH" {
				o := &mention{start: from, end: at, sort: spot, thing: land}
				m.org = r.placeAsBody(m, o)
				return
			}
		}
		if !isBlank(r.at(from - 1)) {
			return
		}
		from = r.backBlanks(from)
	}
}

// englishPosts finds the offices of an English paragraph.
func (r *reading) englishPosts(b block) {
	ws := r.spell(b)
	for k := 0; k < len(ws); k++ {
		m := r.officeAt(ws, k)
		if m == nil {
			continue
		}
		if r.put(m) {
			k = wordFrom(ws, max(m.end, m.start+1)) - 1
		}
	}
}
