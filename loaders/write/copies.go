package write

import (
	"context"
	"maps"
	"slices"

	"mueang/graph/kg"
	"mueang/loaders/resolve"
)

// copies knows, of the documents that a batch concerns, which are copies of
// which, before it and after it.
type copies struct {
	tx       kg.Tx
	before   map[kg.ID]*kg.Document // as they are stored
	after    map[kg.ID]*kg.Document // as they will be
	wordings map[kg.ID]*resolve.Wording
	blocks   map[kg.ID][]string // of the documents of after
	sharing  map[string][]kg.ID // the documents of after by block
	searched map[string]bool    // blocks that are read
}

// relate decides which documents are copies when some come and some go, and
// gives the stored ones whose mentions and statements may count otherwise then:
// all that hang together by copies with one that comes, goes, or is now a copy
// of another one.
//
// What a document is a copy of follows from its own words and from those of the
// documents with which it shares a block. So only documents that come are
// judged, those that are like them, and copies of those that go.
func (w *writer) relate(ctx context.Context, put []resolve.Resolved) ([]kg.ID, error) {
	c := &copies{tx: w.tx, before: map[kg.ID]*kg.Document{}, after: map[kg.ID]*kg.Document{},
		wordings: map[kg.ID]*resolve.Wording{}, blocks: map[kg.ID][]string{}, sharing: map[string][]kg.ID{}, searched: map[string]bool{}}
	w.copies = c
	concerned, gone, blocks := map[kg.ID]bool{}, map[kg.ID]bool{}, []string(nil)
	for _, id := range w.batch.RemoveDocuments {
		d := w.old[id]
		c.before[id], concerned[id], gone[id] = &d, true, true
		w.batch.RemoveReferents = append(w.batch.RemoveReferents, id)
	}
	rows, err := w.tx.Referents(ctx, w.batch.RemoveDocuments)
	if err != nil {
		return nil, err
	}
	for _, row := range rows {
		blocks = append(blocks, row.Blocks...)
	}
	for i := range put {
		row := put[i].Words
		w.batch.Referents = append(w.batch.Referents, row)
		blocks = append(blocks, row.Blocks...)
		c.put(&put[i].Document, row.Blocks)
		concerned[row.ID] = true
	}
	if err := c.read(ctx, blocks); err != nil {
		return nil, err
	}
	if err := w.judge(ctx, concerned); err != nil {
		return nil, err
	}
	family, err := c.family(ctx, concerned)
	if err != nil {
		return nil, err
	}
	var stay []kg.ID
	for _, id := range slices.Sorted(maps.Keys(family)) {
		if c.before[id] != nil && !gone[id] {
			stay = append(stay, id)
		}
	}
	return stay, nil
}

// judge finds the originals of the documents that come, and of the stored ones
// that may have another one now. Those that have are concerned too.
func (w *writer) judge(ctx context.Context, concerned map[kg.ID]bool) error {
	c := w.copies
	judged, compared := map[kg.ID]bool{}, map[[2]kg.ID]bool{}
	for _, id := range slices.Sorted(maps.Keys(c.after)) {
		if !concerned[id] {
			if original := c.before[id].CopyOf; original != "" && concerned[original] {
				judged[id] = true
			}
			continue
		}
		judged[id] = true
		for _, other := range c.neighbours(id) {
			pair := [2]kg.ID{min(id, other), max(id, other)}
			if !concerned[other] && !judged[other] && !compared[pair] {
				compared[pair] = true
				judged[other] = c.wording(id).Repeats(c.wording(other))
			}
		}
	}
	var blocks []string
	maps.DeleteFunc(judged, func(id kg.ID, like bool) bool { return !like })
	for id := range judged {
		blocks = append(blocks, c.blocks[id]...)
	}
	if err := c.read(ctx, blocks); err != nil {
		return err
	}
	for _, id := range slices.Sorted(maps.Keys(judged)) {
		var candidates []*resolve.Wording
		for _, other := range c.neighbours(id) {
			candidates = append(candidates, c.wording(other))
		}
		d := c.after[id]
		before := d.CopyOf
		d.CopyOf = ""
		if len(candidates) > 0 {
			d.CopyOf = resolve.Original(c.wording(id), candidates)
		}
		if !concerned[id] && d.CopyOf != before {
			concerned[id] = true
			w.batch.Documents = append(w.batch.Documents, *d)
			w.change(kg.Updated, id)
		}
	}
	return nil
}

// read reads the documents that have any of the blocks.
func (c *copies) read(ctx context.Context, blocks []string) error {
	blocks = slices.DeleteFunc(slices.Clone(blocks), func(block string) bool { return c.searched[block] })
	if len(blocks) == 0 {
		return nil
	}
	for _, block := range blocks {
		c.searched[block] = true
	}
	slices.Sort(blocks)
	rows, err := c.tx.Blocked(ctx, slices.Compact(blocks))
	if err != nil {
		return err
	}
	found := map[kg.ID][]string{}
	for _, row := range rows {
		if row.Class == kg.ClassDocument && c.before[row.ID] == nil {
			found[row.ID] = row.Blocks
		}
	}
	if len(found) == 0 {
		return nil
	}
	documents, err := c.tx.Documents(ctx, slices.Sorted(maps.Keys(found)))
	if err != nil {
		return err
	}
	for i := range documents {
		d := documents[i]
		c.before[d.ID] = &documents[i]
		c.put(&d, found[d.ID])
	}
	return nil
}

func (c *copies) put(d *kg.Document, blocks []string) {
	c.after[d.ID], c.blocks[d.ID] = d, blocks
	for _, block := range blocks {
		c.sharing[block] = append(c.sharing[block], d.ID)
	}
}

// neighbours gives the documents that share a block with one, in order.
func (c *copies) neighbours(id kg.ID) []kg.ID {
	var list []kg.ID
	for _, block := range c.blocks[id] {
		list = append(list, c.sharing[block]...)
	}
	slices.Sort(list)
	return slices.DeleteFunc(slices.Compact(list), func(other kg.ID) bool { return other == id })
}

func (c *copies) wording(id kg.ID) *resolve.Wording {
	if c.wordings[id] == nil {
		c.wordings[id] = resolve.NewWording(c.after[id])
	}
	return c.wordings[id]
}

// family gives the documents that hang together with any of some by copies,
// before or after. What a document is a copy of shares a block with it.
func (c *copies) family(ctx context.Context, some map[kg.ID]bool) (map[kg.ID]bool, error) {
	family, queue := map[kg.ID]bool{}, some
	for len(queue) > 0 {
		var blocks []string
		for id := range queue {
			family[id] = true
			if c.before[id] != nil {
				blocks = append(blocks, c.blocks[id]...)
			}
		}
		if err := c.read(ctx, blocks); err != nil {
			return nil, err
		}
		next := map[kg.ID]bool{}
		for _, version := range []map[kg.ID]*kg.Document{c.before, c.after} {
			for id, d := range version {
				if d.CopyOf != "" && family[id] != family[d.CopyOf] {
					next[id], next[d.CopyOf] = true, true
				}
			}
		}
		maps.DeleteFunc(next, func(id kg.ID, _ bool) bool { return family[id] })
		queue = next
	}
	return family, nil
}

// source gives the document whose word a document's is, in a version.
func source(version map[kg.ID]*kg.Document) func(kg.ID) kg.ID {
	return resolve.Sources(func(id kg.ID) kg.ID {
		if d := version[id]; d != nil {
			return d.CopyOf
		}
		return ""
	})
}
