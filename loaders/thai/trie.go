package thai

import (
	"math/bits"
	"slices"
)

// trie is a set of strings, each with a value, in flat arrays: the edges of
// node n are label[nodes[n].edges:nodes[n+1].edges], in order, and edge e leads
// to node e+1.
type trie struct {
	nodes []trieNode // one more than there are
	label []rune
	pairs [128][2]uint64 // of each Thai letter, the Thai letters that may follow it at the beginning of a string
	alone [2]uint64      // the Thai letters that are strings by themselves, or go on in other letters
}

// trieNode is all that a step needs to know where the next letter is Thai.
type trieNode struct {
	edges int32     // the first
	thai  int32     // the first under a Thai letter
	value int32     // of the string that ends here, or -1
	thais [2]uint64 // the Thai letters that have edges
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

	t := trie{nodes: []trieNode{{value: -1}}}
	type stretch struct{ from, to, depth int } // keys that share their first depth runes
	queue := []stretch{{0, len(order), 0}}
	for n := 0; n < len(queue); n++ {
		s := queue[n]
		edges := int32(len(t.label))
		t.nodes[n].edges, t.nodes[n].thai = edges, edges
		for from := s.from; from < s.to; {
			key := b.keys[order[from]]
			if len(key) == s.depth {
				t.nodes[n].value = b.values[order[from]]
				from++
				continue
			}
			to := from + 1
			for to < s.to && b.keys[order[to]][s.depth] == key[s.depth] {
				to++
			}
			label := key[s.depth]
			if at := label - thaiBase; at >= 0 && at < 128 {
				t.nodes[n].thais[at>>6] |= 1 << (at & 63)
			} else if at < 0 {
				t.nodes[n].thai++
			}
			t.label = append(t.label, label)
			t.nodes = append(t.nodes, trieNode{value: -1})
			queue = append(queue, stretch{from, to, s.depth + 1})
			from = to
		}
	}
	t.nodes = append(t.nodes, trieNode{edges: int32(len(t.label)), value: -1})
	for e := range t.nodes[1].edges {
		if at := t.label[e] - thaiBase; at >= 0 && at < 128 {
			t.pair(at, e+1)
		}
	}
	return t
}

// pair notes what follows the first letter at, which leads to a node.
func (t *trie) pair(at, node int32) {
	n := &t.nodes[node]
	t.pairs[at] = n.thais
	edges := t.nodes[node+1].edges - n.edges
	if n.value >= 0 || int(edges) > bits.OnesCount64(n.thais[0])+bits.OnesCount64(n.thais[1]) {
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

// value gives that of the string that ends in a node, or -1.
func (t *trie) value(node int32) int32 { return t.nodes[node].value }

// step follows the edge of a node under r, or gives -1.
func (t *trie) step(node int32, r rune) int32 {
	n := &t.nodes[node]
	if at := uint32(r - thaiBase); at < 128 {
		bit := uint64(1) << (at & 63)
		if n.thais[at>>6]&bit == 0 {
			return -1
		}
		e := n.thai + int32(bits.OnesCount64(n.thais[at>>6]&(bit-1)))
		if at >= 64 {
			e += int32(bits.OnesCount64(n.thais[0]))
		}
		return e + 1
	}
	low, high := n.edges, t.nodes[node+1].edges
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
