package web

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"io"
	"iter"
	"mime"
	"path"
	"slices"
	"strings"

	"mueang/graph/kg"
	"mueang/loaders/source"
)

// IsURL reports whether a place is an address and no path.
func IsURL(place string) bool { return strings.Contains(place, "://") }

// Read gives the documents at the places that a user names: addresses, which it
// fetches, and all that [source.Read] reads. Where a feed, also one in a file,
// does not hold the text of an entry, the page of the entry is fetched. What
// cannot be fetched is an item with its error. When ctx ends, so do the items.
func (c *Client) Read(ctx context.Context, places []string, stdin io.Reader) iter.Seq[source.Item] {
	return func(yield func(source.Item) bool) {
		for len(places) > 0 {
			local := slices.IndexFunc(places, IsURL) // how many stand before the next address
			if local < 0 {
				local = len(places)
			}
			items, n := source.Read(ctx, places[:local], stdin), local
			if local == 0 {
				items, n = c.fetch(ctx, places[0]), 1
			}
			for item := range items {
				more, whole := c.complete(ctx, item, yield)
				if !whole && local == 0 {
					c.forget(places[0]) // so that the entry is asked for again
				}
				if !more {
					return
				}
			}
			places = places[n:]
		}
	}
}

// fetch gives the documents at an address.
func (c *Client) fetch(ctx context.Context, address string) iter.Seq[source.Item] {
	return func(yield func(source.Item) bool) {
		found, err := c.get(ctx, address)
		if ctx.Err() != nil {
			return
		}
		if err != nil {
			yield(source.Item{Place: shown(address), Err: placed(shown(address), err)})
			return
		}
		if found.unchanged {
			return
		}
		for item := range found.stream(address).Items() {
			if ctx.Err() != nil || !yield(item) {
				return
			}
		}
	}
}

// complete gives an item or, where its text is elsewhere, what is there, and
// reports whether more is wanted and whether it could be fetched.
func (c *Client) complete(ctx context.Context, item source.Item, yield func(source.Item) bool) (more, whole bool) {
	if item.Elsewhere == "" {
		return yield(item), true
	}
	whole = true
	for found := range c.fetch(ctx, item.Elsewhere) {
		found.Read = item.Read
		switch {
		case found.Elsewhere != "":
			found = source.Item{Place: item.Place, Err: kg.Errorf(kg.BadInput, "", "%s: is itself a feed without texts, which an entry of another points to: load it by its own address", item.Place)}
		case found.Err == nil:
			found.Document.Source = item.Document.Source
			found.Document.Title = cmp.Or(found.Document.Title, item.Document.Title)
			found.Document.PublishedOn = cmp.Or(found.Document.PublishedOn, item.Document.PublishedOn)
			found.Document.Language = cmp.Or(found.Document.Language, item.Document.Language)
		}
		whole = whole && found.Err == nil
		if !yield(found) {
			return false, whole
		}
	}
	return ctx.Err() == nil, whole && ctx.Err() == nil
}

// stream hands what was fetched to package source.
func (a answer) stream(place string) source.Stream {
	s := source.Stream{Place: place, URL: a.url.String(), ContentType: a.contentType, Body: bytes.NewReader(a.body)}
	switch kind, _, _ := mime.ParseMediaType(a.contentType); kind {
	case "", "text/plain", "application/octet-stream", "binary/octet-stream", "application/gzip", "application/x-gzip", "application/zstd":
		s.Name = path.Base(a.url.Path) // says more than such a type
	}
	return s
}

// placed names the place of an error.
func placed(place string, err error) error {
	var known *kg.Error
	if errors.As(err, &known) {
		return &kg.Error{Code: known.Code, Op: known.Op, Msg: place + ": " + known.Msg, Err: err}
	}
	return kg.Wrap(kg.Internal, place, err)
}
