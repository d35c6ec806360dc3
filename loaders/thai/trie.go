package thai

import "slices"

// trie is a set of strings, each with a value, in flat arrays: the edges of
// node n are label[first[n]:first[n+1]], in order, and edge e leads to node
// e+1.
type trie struct {
	first  []int32
	label  []rune
	value  []int32 // of the string that ends in the node, or -1
	root   [128]int32
	pairs  [128][2]uint64   // of each Thai letter, the Thai letters that may follow it at the beginning of a string
	second *[128][128]int32 // in a large trie, the node of two Thai letters, or -1
	alone  [2]uint64        // the Thai letters that are strings by themselves, or go on in other letters
}

type trieBuilder struct {
	keys   [][]rune
	values []int32
	at     map[string]int
}

// add takes a key of which a second mention would have the same value.
func (b *trieBuilder) add(key []rune, value int32) {
	b.keys = append(b.keys, key)
	b.values = append(b.values, value)
}

// put sets the value of a key and gives the one that it had, or -1.
func (b *trieBuilder) put(key []rune, value int32) int32 {
	if b.at == nil {
		b.at = map[string]int{}
	}
	if i, ok := b.at[string(key)]; ok {
		old := b.values[i]
		b.values[i] = value
		return old
	}
	b.at[string(key)] = len(b.keys)
	b.keys = append(b.keys, key)
	b.values = append(b.values, value)
	return -1
}

// build lays the keys out level by level.
func (b *trieBuilder) build() trie {
	order := make([]int, len(b.keys))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(x, y int) int { return slices.Compare(b.keys[x], b.keys[y]) })

	t := trie{value: []int32{-1}}
	type stretch struct{ from, to, depth int } // keys that share their first depth runes
	queue := []stretch{{0, len(order), 0}}
	for n := 0; n < len(queue); n++ {
		s := queue[n]
		t.first = append(t.first, int32(len(t.label)))
		for from := s.from; from < s.to; {
			key := b.keys[order[from]]
			if len(key) == s.depth {
				t.value[n] = b.values[order[from]]
				from++
				continue
			}
			to := from + 1
			for to < s.to && b.keys[order[to]][s.depth] == key[s.depth] {
				to++
			}
			t.label = append(t.label, key[s.depth])
			t.value = append(t.value, -1)
			queue = append(queue, stretch{from, to, s.depth + 1})
			from = to
		}
	}
	t.first = append(t.first, int32(len(t.label)))
	for i := range t.root {
		t.root[i] = -1
	}
	for e := range t.first[1] {
		if at := t.label[e] - thaiBase; at >= 0 && at < int32(len(t.root)) {
			t.root[at] = e + 1
			t.pair(at, e+1)
		}
	}
	if len(t.label) > manyEdges {
		t.second = new([128][128]int32)
		for at, node := range t.root {
			for next := range t.second[at] {
				t.second[at][next] = -1
			}
			if node < 0 {
				continue
			}
			for e := t.first[node]; e < t.first[node+1]; e++ {
				if next := t.label[e] - thaiBase; next >= 0 && next < 128 {
					t.second[at][next] = e + 1
				}
			}
		}
	}
	return t
}

// manyEdges makes a trie large enough for a table of its second letters.
const manyEdges = 4000

// pair notes what follows the first letter at, which leads to a node.
func (t *trie) pair(at, node int32) {
	single := t.value[node] >= 0
	for e := t.first[node]; e < t.first[node+1]; e++ {
		if next := t.label[e] - thaiBase; next >= 0 && next < 128 {
			t.pairs[at][next>>6] |= 1 << (next & 63)
		} else {
			single = true
		}
	}
	if single {
		t.alone[at>>6] |= 1 << (at & 63)
	}
}

// may reports whether a string of the set may stand at i: most places are
// refused by two letters.
func (t *trie) may(runes []rune, i int) bool {
	at := runes[i] - thaiBase
	if at < 0 || at >= 128 {
		return true
	}
	if t.alone[at>>6]&(1<<(at&63)) != 0 {
		return true
	}
	if i+1 == len(runes) {
		return false
	}
	next := runes[i+1] - thaiBase
	return next >= 0 && next < 128 && t.pairs[at][next>>6]&(1<<(next&63)) != 0
}

const thaiBase = 0x0e00

// step follows the edge of a node under r, or gives -1.
func (t *trie) step(node int32, r rune) int32 {
	if node == 0 {
		if at := r - thaiBase; at >= 0 && at < int32(len(t.root)) {
			return t.root[at]
		}
	} else if t.second != nil && node <= t.first[1] {
		at, next := t.label[node-1]-thaiBase, r-thaiBase
		if at >= 0 && at < 128 && next >= 0 && next < 128 {
			return t.second[at][next]
		}
	}
	low, high := t.first[node], t.first[node+1]
	for high-low > 8 {
		middle := (low + high) / 2
		if t.label[middle] <= r {
			low = middle
		} else {
			high = middle
		}
	}
	for ; low < high; low++ {
		if t.label[low] == r {
			return low + 1
		}
	}
	return -1
}
