package loaders

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"strings"

	"mueang/graph/kg"
	"mueang/loaders/source"
)

// Ingest loads one release that is at hand, as a line of JSON Lines is loaded.
// Errors: [kg.BadInput] for what cannot be read as a release; those of Load.
func (l *Loader) Ingest(ctx context.Context, release kg.Release) (done kg.Ingested, err error) {
	if (strings.TrimSpace(release.Text) == "") == (strings.TrimSpace(release.HTML) == "") {
		return done, kg.Errorf(kg.BadInput, "loaders.Ingest", "a release has either a text or html")
	}
	const place = "ingestDocument"
	line, err := json.Marshal(release)
	if err != nil {
		return done, kg.Wrap(kg.Internal, "loaders.Ingest", err)
	}
	one, noted := *l, noting{Extractor: l.Extractor}
	var refused error
	one.Extractor, one.Progress, one.DryRun = &noted, nil, false
	one.Reject = func(r Rejection) { refused = r.Err }
	report, err := one.Load(ctx, func(yield func(source.Item) bool) {
		for item := range (source.Stream{Place: place, Name: place + ".jsonl", Body: bytes.NewReader(line)}).Items() {
			item.Document.Source, noted.id = place, item.Document.ID
			if !yield(item) {
				return
			}
		}
	})
	done.Document = noted.id
	switch {
	case err != nil:
		return done, err
	case refused != nil:
		var known *kg.Error
		if errors.As(refused, &known) {
			refused = &kg.Error{Code: known.Code, Op: known.Op, Err: known.Err, Msg: strings.TrimPrefix(known.Msg, place+":1: ")}
		}
		return done, refused
	case report.New > 0:
		done.Outcome = "NEW"
	case report.Updated > 0:
		done.Outcome = "UPDATED"
	case report.Retracted > 0:
		done.Outcome = "RETRACTED"
	default:
		done.Outcome = "UNCHANGED"
	}
	return done, nil
}

// noting is an extractor that notes the id of the one document that it reads.
type noting struct {
	Extractor
	id kg.ID
}

func (n *noting) Extract(ctx context.Context, d kg.Document) (kg.Extraction, error) {
	x, err := n.Extractor.Extract(ctx, d)
	n.id = source.DocumentID(x.Document)
	return x, err
}
