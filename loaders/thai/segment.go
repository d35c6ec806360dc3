package thai

import (
	"sync"

	"mueang/seed"
)

// lexicon is what the package knows of words and names.
type lexicon struct {
	words  trie // of the dictionary
	given  trie
	family trie
}

var loadLexicon = sync.OnceValues(readLexicon)

func readLexicon() (*lexicon, error) {
	l := &lexicon{}
	for _, part := range []struct {
		to   *trie
		read func() ([]string, error)
	}{{&l.words, seed.Words}, {&l.given, seed.GivenNames}, {&l.family, seed.FamilyNames}} {
		entries, err := part.read()
		if err != nil {
			empty := (&trieBuilder{}).build()
			return &lexicon{empty, empty, empty}, err
		}
		var b trieBuilder
		for _, entry := range entries {
			b.add(Normalize(entry).Runes(), 1)
		}
		*part.to = b.build()
	}
	return l, nil
}

// Load reads the dictionary and the lists of names, which otherwise happens at
// the first call of a function that needs them. Where they are malformed it
// gives the error of package seed, and those functions work without them.
func Load() error {
	_, err := loadLexicon()
	return err
}

func words() *lexicon {
	l, _ := loadLexicon() // Load gives the error
	return l
}

// has reports whether the whole of runes is in the trie.
func (t *trie) has(runes []rune) bool {
	node := int32(0)
	for _, r := range runes {
		if node = t.step(node, r); node < 0 {
			return false
		}
	}
	return t.value(node) >= 0
}

// longest gives the end of the longest entry at i that ends between clusters,
// or i.
func (t *trie) longest(runes []rune, i int) int {
	node, end := int32(0), i
	for j := i; j < len(runes); j++ {
		if node = t.step(node, runes[j]); node < 0 {
			break
		}
		if t.value(node) >= 0 && ClusterStart(runes, j+1) {
			end = j + 1
		}
	}
	return end
}

// IsWord reports whether the whole of runes is a word of the dictionary.
func IsWord(runes []rune) bool { return words().words.has(runes) }

// Segment cuts a normalised text into words and gives where each one ends, in
// rising order; the last is len(runes). Thai is cut at the fewest dictionary
// words with the fewest unknown characters between them, never inside a
// character cluster; runs of Latin letters, of digits and of blanks are one
// word each, and so is any other character.
func Segment(runes []rune) []int {
	ends := make([]int, 0, len(runes)/3+1)
	s := segmenters.Get().(*segmenter)
	defer segmenters.Put(s)
	for i := 0; i < len(runes); {
		j := i + 1
		switch r := runes[i]; {
		case InRun(r):
			for j < len(runes) && InRun(runes[j]) {
				j++
			}
			ends = s.thai(runes, i, j, ends)
			i = j
			continue
		case latin(r):
			for j < len(runes) && latin(runes[j]) {
				j++
			}
		case digit(r):
			for j < len(runes) && digit(runes[j]) {
				j++
			}
		case r == ' ' || r == '\n' || r == '\t':
			for j < len(runes) && (runes[j] == ' ' || runes[j] == '\n' || runes[j] == '\t') {
				j++
			}
		}
		ends = append(ends, j)
		i = j
	}
	return ends
}

// InRun reports whether r is of a Thai run, which [Segment] cuts into words.
func InRun(r rune) bool { return r >= 'ก' && r <= '\u0e4e' && r != '฿' }

// Costs of a path: a word costs 1, an unknown cluster as much as several.
const (
	wordCost    = 1
	unknownCost = 4
)

// segmenters are kept: most runs are short.
var segmenters = sync.Pool{New: func() any { return new(segmenter) }}

// segmenter keeps its tables from run to run.
type segmenter struct {
	cost  []int32 // of the best way from here to the end of the run
	next  []int32 // where the first word of that way ends; negative for an unknown cluster
	start []bool
}

func (s *segmenter) thai(runes []rune, from, to int, ends []int) []int {
	n := to - from
	if cap(s.cost) < n+1 {
		s.cost, s.next, s.start = make([]int32, 2*n+1), make([]int32, 2*n+1), make([]bool, 2*n+1)
	}
	cost, next, start := s.cost[:n+1], s.next[:n+1], s.start[:n+1]
	run := runes[from:to]
	for i := range run {
		start[i] = ClusterStart(run, i)
	}
	start[n], cost[n] = true, 0
	dictionary := &words().words
	for i := n - 1; i >= 0; i-- {
		if !start[i] {
			continue
		}
		j := i + 1
		for !start[j] {
			j++
		}
		cost[i], next[i] = cost[j]+unknownCost, int32(-j)
		node := int32(0)
		for j := i; j < n; j++ {
			if node = dictionary.step(node, run[j]); node < 0 {
				break
			}
			// Of ways that cost the same, the one with the longer first word.
			if dictionary.value(node) >= 0 && start[j+1] && cost[j+1]+wordCost <= cost[i] {
				cost[i], next[i] = cost[j+1]+wordCost, int32(j+1)
			}
		}
	}
	unknown := false
	for i := 0; i < n; {
		j := int(next[i])
		if j < 0 {
			j = -j
			if unknown {
				ends = ends[:len(ends)-1]
			}
			unknown = true
		} else {
			unknown = false
		}
		ends = append(ends, from+j)
		i = j
	}
	return ends
}
