package verify

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"slices"

	"mueang/graph/kg"
	"mueang/loaders/resolve"
)

// ledger is what persons decided, as the check needs it.
type ledger struct {
	acts      []kg.Act // in force
	last      kg.ID
	retracted map[kg.ID]kg.ID        // document → act
	links     map[kg.ID]kg.Judgement // that follow from the acts
	may       map[kg.ID]*kg.Act      // statements that follow where what they speak of is in the graph
	said      map[kg.ID]kg.ID        // statements that are there → act
}

// checkLedger reads the acts and the versions that they keep.
func (c *checker) checkLedger(ctx context.Context, r kg.Reader) error {
	var all []kg.Act
	known := map[kg.ID]kg.ActKind{}
	undone := map[kg.ID]bool{}
	err := r.EachAct(ctx, func(a *kg.Act) error {
		c.report.Acts++
		if a.ID != kg.ActID(*a) {
			c.find("act %s: its id does not follow from its content", a.ID)
		}
		if a.Seq != int64(len(all))+1 || a.Before != c.ledger.last {
			c.find("act %s, number %d of the ledger, does not follow the one before it", a.ID, a.Seq)
		}
		if a.Kind == kg.ActUndo && (known[a.Undoes] == "" || known[a.Undoes] == kg.ActUndo || undone[a.Undoes]) {
			c.find("act %s undoes %s, which it cannot", a.ID, a.Undoes)
		}
		undone[a.Undoes], known[a.ID], c.ledger.last = true, a.Kind, a.ID
		all = append(all, *a)
		return nil
	})
	if err != nil {
		return err
	}
	c.ledger.acts = resolve.Standing(all)
	retracted := map[kg.ID]kg.ID{}
	for i := range c.ledger.acts {
		a := &c.ledger.acts[i]
		c.digest.ToggleAct(a.ID)
		for _, j := range resolve.Judgements(a) {
			c.ledger.links[j.ID] = j
		}
		if a.Kind == kg.ActRetract {
			retracted[a.Document] = a.ID
		}
	}
	kept := maps.Clone(retracted)
	err = r.EachVersion(ctx, func(v *kg.Version) error {
		c.report.Versions++
		if sum := sha256.Sum256([]byte(v.Document.Text)); v.ID != kg.VersionID(&v.Document) || hex.EncodeToString(sum[:]) != v.Document.Hash {
			c.find("version %s of document %s: its id or hash is not that of its text", v.ID, v.Document.ID)
		}
		if v.Retracted == "" {
			return nil
		}
		if v.Retracted != retracted[v.Document.ID] || v.Reading == nil || kept[v.Document.ID] == "" {
			c.find("version %s of document %s is kept for a retraction that does not stand", v.ID, v.Document.ID)
		}
		delete(kept, v.Document.ID)
		return nil
	})
	for _, id := range slices.Sorted(maps.Keys(kept)) {
		c.find("document %s was retracted by %s and is not kept", id, kept[id])
	}
	c.ledger.retracted = retracted
	return err
}

// checkWithheld notes what persons assert of a document, which must not be one
// that was retracted.
func (c *checker) checkWithheld(d *kg.Document) {
	if act := c.ledger.retracted[d.ID]; act != "" {
		c.find("document %s is there and was retracted by %s", d.ID, act)
	}
	for i := range c.ledger.acts {
		if a := &c.ledger.acts[i]; a.Kind == kg.ActAssert && a.Document == d.ID {
			if s, err := resolve.Assertion(a, d); err == nil {
				c.ledger.may[s.ID] = a
			}
		}
	}
}

// checkAsserted holds the statements of persons against their acts.
func (c *checker) checkAsserted(context.Context, kg.Reader) error {
	for _, id := range slices.Sorted(maps.Keys(c.ledger.may)) {
		a := c.ledger.may[id]
		if slices.ContainsFunc(a.Claims[0].Ends(), func(end kg.ID) bool { return c.entity[end] == "" }) {
			continue
		}
		if c.ledger.said[id] != a.ID {
			c.find("act %s asserts the statement %s, which is not there", a.ID, id)
		}
		delete(c.ledger.said, id)
	}
	for _, id := range slices.Sorted(maps.Keys(c.ledger.said)) {
		c.find("statement %s is a person's, and no act in force asserts it", id)
	}
	return nil
}

// statuses gives what the acts say that facts are worth.
func (c *checker) statuses() map[kg.ID]kg.FactStatus {
	status := map[kg.ID]kg.FactStatus{}
	for i := range c.ledger.acts {
		if a := &c.ledger.acts[i]; a.Kind == kg.ActSetStatus {
			for k := range a.Claims {
				status[resolve.FactOf(&a.Claims[k], c.entity)] = a.Status
			}
		}
	}
	return status
}
