// Package backup writes a store into one stream and a stream into an empty
// store, of either engine.
//
// The stream is gzip of JSON Lines: a head, the rows of package kg as they are,
// and an end with the number of rows, without which it is not whole. It is of
// one state: that of the moment at which it was begun. The log of changes is
// not in it.
package backup

import (
	"bufio"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"mueang/graph/kg"
)

// format is the version of the stream. A reader knows those up to its own.
const format = 1

// line is a line of the stream: a head, a row of one type, or the end.
type line struct {
	Mueang   int          `json:"mueangBackup,omitempty"` // head: the format
	Snapshot *kg.Snapshot `json:"snapshot,omitempty"`     // head

	Document  *kg.Document  `json:"document,omitempty"`
	Mention   *kg.Mention   `json:"mention,omitempty"`
	Statement *kg.Statement `json:"statement,omitempty"`
	Referent  *kg.Referent  `json:"referent,omitempty"`
	Entity    *kg.Entity    `json:"entity,omitempty"`
	Fact      *kg.Fact      `json:"fact,omitempty"`
	Link      *kg.Judgement `json:"link,omitempty"`
	Act       *kg.Act       `json:"act,omitempty"`
	Version   *kg.Version   `json:"version,omitempty"`

	End *int `json:"end,omitempty"` // the number of rows
}

// Write writes a store. progress, where set, is told the number of rows
// written, now and then.
// Errors: those of the store and of out.
func Write(ctx context.Context, store kg.Store, out io.Writer, progress func(rows int)) (rows int, err error) {
	packed := gzip.NewWriter(out)
	encoder := json.NewEncoder(packed)
	encoder.SetEscapeHTML(false)
	put := func(l line) error {
		if rows++; progress != nil && rows%1000 == 0 {
			progress(rows)
		}
		return encoder.Encode(l)
	}
	err = store.Read(ctx, func(ctx context.Context, r kg.Reader) error {
		snapshot, err := r.Snapshot(ctx)
		if err != nil {
			return err
		}
		if err := encoder.Encode(line{Mueang: format, Snapshot: &snapshot}); err != nil {
			return err
		}
		rows = 0
		for _, each := range []func() error{
			func() error { return r.EachDocument(ctx, func(d *kg.Document) error { return put(line{Document: d}) }) },
			func() error { return r.EachReferent(ctx, func(d *kg.Referent) error { return put(line{Referent: d}) }) },
			func() error { return r.EachMention(ctx, func(d *kg.Mention) error { return put(line{Mention: d}) }) },
			func() error { return r.EachEntity(ctx, func(d *kg.Entity) error { return put(line{Entity: d}) }) },
			func() error { return r.EachFact(ctx, func(d *kg.Fact) error { return put(line{Fact: d}) }) },
			func() error {
				return r.EachStatement(ctx, func(d *kg.Statement) error { return put(line{Statement: d}) })
			},
			func() error { return r.EachLink(ctx, func(d *kg.Judgement) error { return put(line{Link: d}) }) },
			func() error { return r.EachVersion(ctx, func(d *kg.Version) error { return put(line{Version: d}) }) },
			func() error { return r.EachAct(ctx, func(d *kg.Act) error { return put(line{Act: d}) }) },
		} {
			if err := each(); err != nil {
				return err
			}
		}
		return encoder.Encode(line{End: &rows})
	})
	if err != nil {
		return rows, err
	}
	return rows, packed.Close()
}

// chunk is how many rows Read writes in a transaction.
const chunk = 5000

// Read writes a stream into an empty store, some thousand rows in a
// transaction. The snapshot comes last: a store without one is not whole.
// Errors: [kg.BadInput] for a stream that is not a backup, not whole, or of a
// newer format, and for a store that holds something; those of the store.
func Read(ctx context.Context, store kg.Store, in io.Reader, progress func(rows int)) (rows int, err error) {
	if err := empty(ctx, store); err != nil {
		return 0, err
	}
	unpacked, err := gzip.NewReader(bufio.NewReaderSize(in, 1<<16))
	if err != nil {
		return 0, kg.Errorf(kg.BadInput, "", "is no backup: %v", err)
	}
	decoder := json.NewDecoder(unpacked)
	decoder.DisallowUnknownFields()
	var head line
	if err := decoder.Decode(&head); err != nil || head.Mueang == 0 || head.Snapshot == nil {
		return 0, kg.Errorf(kg.BadInput, "", "is no backup: it does not begin with a head (%v)", err)
	}
	if head.Mueang > format {
		return 0, kg.Errorf(kg.BadInput, "", "is a backup of format %d, and this program knows formats up to %d: use a newer mueang", head.Mueang, format)
	}
	batch, held := &kg.Batch{}, 0
	flush := func() error {
		if err := kg.Apply(ctx, store, batch); err != nil {
			return fmt.Errorf("rows %d to %d: %w", rows-held+1, rows, err)
		}
		batch, held = &kg.Batch{}, 0
		if progress != nil {
			progress(rows)
		}
		return nil
	}
	for {
		var l line
		if err := decoder.Decode(&l); err != nil {
			if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
				return rows, kg.Errorf(kg.BadInput, "", "ends after %d rows without its end: it is not whole", rows)
			}
			return rows, kg.Errorf(kg.BadInput, "", "row %d cannot be read: %v", rows+1, err)
		}
		if l.End != nil {
			if *l.End != rows {
				return rows, kg.Errorf(kg.BadInput, "", "has %d rows and should have %d: it is not whole", rows, *l.End)
			}
			break
		}
		if !add(batch, &l) {
			return rows, kg.Errorf(kg.BadInput, "", "row %d is of no type that this program knows", rows+1)
		}
		rows++
		if held++; held == chunk {
			if err := flush(); err != nil {
				return rows, err
			}
		}
	}
	// The check sum of gzip stands behind the end.
	if _, err := io.Copy(io.Discard, io.MultiReader(decoder.Buffered(), unpacked)); err != nil {
		return rows, kg.Errorf(kg.BadInput, "", "is damaged: %v", err)
	}
	if *head.Snapshot != (kg.Snapshot{}) {
		batch.Snapshot = head.Snapshot
	}
	return rows, flush()
}

// add puts the one row of a line into a batch.
func add(b *kg.Batch, l *line) bool {
	switch {
	case l.Document != nil:
		b.Documents = append(b.Documents, *l.Document)
	case l.Mention != nil:
		b.Mentions = append(b.Mentions, *l.Mention)
	case l.Statement != nil:
		b.Statements = append(b.Statements, *l.Statement)
	case l.Referent != nil:
		b.Referents = append(b.Referents, *l.Referent)
	case l.Entity != nil:
		b.Entities = append(b.Entities, *l.Entity)
	case l.Fact != nil:
		b.Facts = append(b.Facts, *l.Fact)
	case l.Link != nil:
		b.Links = append(b.Links, *l.Link)
	case l.Act != nil:
		b.Acts = append(b.Acts, *l.Act)
	case l.Version != nil:
		b.Versions = append(b.Versions, *l.Version)
	default:
		return false
	}
	return true
}

var errHolds = kg.Errorf(kg.BadInput, "", "the store holds something already: restore into an empty one")

// empty refuses a store that holds a row.
func empty(ctx context.Context, store kg.Store) error {
	return store.Read(ctx, func(ctx context.Context, r kg.Reader) error {
		snapshot, err := r.Snapshot(ctx)
		if err == nil && snapshot != (kg.Snapshot{}) {
			err = errHolds
		}
		for _, each := range []func() error{
			func() error { return r.EachDocument(ctx, func(*kg.Document) error { return errHolds }) },
			func() error { return r.EachReferent(ctx, func(*kg.Referent) error { return errHolds }) },
			func() error { return r.EachEntity(ctx, func(*kg.Entity) error { return errHolds }) },
			func() error { return r.EachAct(ctx, func(*kg.Act) error { return errHolds }) },
			func() error { return r.EachVersion(ctx, func(*kg.Version) error { return errHolds }) },
		} {
			if err != nil {
				return err
			}
			err = each()
		}
		return err
	})
}
