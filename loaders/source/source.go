// Package source reads press releases out of what a user names: text files,
// HTML pages, feeds, JSON Lines, each of them as it is or compressed (.gz, .zst),
// folders of them, and standard input. It checks and decodes, and has package
// page read pages; it does not understand. Every problem is a *kg.Error that
// names the place, and costs the one document only.
package source

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/klauspost/compress/zstd"

	"mueang/graph/kg"
)

// MaxDocument is the size, in bytes, over which a document (or a line of JSON
// Lines) is refused. The longest release of ten years has 300 kB.
const MaxDocument = 8 << 20

// Item is one document as it was found, or the reason why it cannot be read.
type Item struct {
	Place    string // where it stands: "news.jsonl.gz:17", "a.txt", the URL of an entry of a feed
	Document kg.Document
	Err      error  // a *kg.Error
	Raw      []byte // with Err: the document as it came, where it is at hand
	Read     int64  // bytes of the inputs that were read for it and what came before it, as they lie on the disk; a decoder reads ahead

	// Elsewhere is the URL of the text of an entry whose feed does not hold it.
	// Document then is what the feed says of it, and Err that it was not
	// fetched: package web fetches it.
	Elsewhere string
}

// Read gives the documents at the places that a user names: paths of files and
// folders, or "-" for stdin. Folders are walked in the order of their names;
// files in them whose names do not end as [Stream] knows and dot files are left
// out.
func Read(ctx context.Context, places []string, stdin io.Reader) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		var read int64
		counted := func(item Item) bool {
			item.Read = read
			return yield(item)
		}
		for _, place := range places {
			if !readPlace(ctx, place, stdin, &read, counted) {
				return
			}
		}
	}
}

// counter counts what is read.
type counter struct {
	io.Reader
	read *int64
}

func (c counter) Read(p []byte) (n int, err error) {
	n, err = c.Reader.Read(p)
	*c.read += int64(n)
	return n, err
}

// Size gives how many bytes [Read] would read at the places; false where that
// is not known beforehand.
func Size(places []string) (total int64, known bool) {
	for _, place := range places {
		info, err := os.Stat(place)
		switch {
		case err != nil:
			return 0, false
		case !info.IsDir():
			total += info.Size()
			known = known || info.Mode().IsRegular()
			continue
		}
		_ = filepath.WalkDir(place, func(path string, entry fs.DirEntry, err error) error {
			if err == nil && entry.IsDir() && path != place && strings.HasPrefix(entry.Name(), ".") {
				return fs.SkipDir
			}
			if err == nil && entry.Type().IsRegular() && Reads(entry.Name()) {
				if info, err := entry.Info(); err == nil {
					total += info.Size()
				}
			}
			return nil
		})
		known = true
	}
	return total, known && total > 0
}

// FS gives the documents in a file system, as [Read] does for a folder.
func FS(ctx context.Context, files fs.FS) iter.Seq[Item] {
	return func(yield func(Item) bool) { walk(ctx, files, "", new(int64), yield) }
}

func readPlace(ctx context.Context, place string, stdin io.Reader, read *int64, yield func(Item) bool) bool {
	if place == "-" {
		return Stream{Place: "standard input", Body: stdin}.read(yield)
	}
	info, err := os.Stat(place)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fail(yield, place, kg.NotFound, "there is no such file or folder: check the path")
	case err != nil:
		return fail(yield, place, kg.BadInput, "cannot be read: %v", cause(err))
	case info.IsDir():
		return walk(ctx, os.DirFS(place), place, read, yield)
	}
	file, err := os.Open(place)
	if err != nil {
		return fail(yield, place, kg.BadInput, "cannot be read: %v", cause(err))
	}
	defer file.Close()
	return Stream{Place: place, Name: filepath.Base(place), Body: counter{file, read}}.read(yield)
}

func walk(ctx context.Context, files fs.FS, root string, read *int64, yield func(Item) bool) bool {
	found, goOn := false, true
	err := fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		place := filepath.Join(root, filepath.FromSlash(name))
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case err != nil:
			goOn = fail(yield, place, kg.BadInput, "cannot be read: %v", cause(err))
		case name != "." && strings.HasPrefix(entry.Name(), "."):
			if entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		case entry.IsDir() || !Reads(entry.Name()):
			return nil
		default:
			found = true
			file, err := files.Open(name)
			if err != nil {
				goOn = fail(yield, place, kg.BadInput, "cannot be read: %v", cause(err))
				break
			}
			goOn = Stream{Place: place, Name: path.Base(name), Body: counter{file, read}}.read(yield)
			file.Close()
		}
		if !goOn {
			return fs.SkipAll
		}
		return nil
	})
	if err == nil && !found && goOn {
		return fail(yield, root, kg.BadInput, "the folder holds no .txt, .html, .jsonl, .rss, .atom or .xml file, nor a .gz or .zst of one")
	}
	return goOn && err == nil
}

// Reads reports whether a file of this name is read where its folder is named.
func Reads(name string) bool { return !strings.HasPrefix(name, ".") && named(name) != unknown }

// identified gives a document its hash and id.
func identified(d kg.Document) kg.Document {
	sum := sha256.Sum256([]byte(d.Text))
	d.Hash = hex.EncodeToString(sum[:])
	d.ID = DocumentID(d)
	return d
}

// DocumentID derives the id of a document from its URL without the scheme,
// "www.", a trailing slash and the fragment; without a URL from its text.
func DocumentID(d kg.Document) kg.ID {
	u, err := url.Parse(strings.TrimSpace(d.URL))
	if err != nil || u.Host == "" {
		return kg.NewID(string(kg.ClassDocument), "text", d.Hash)
	}
	host := strings.TrimPrefix(strings.ToLower(u.Host), "www.")
	return kg.NewID(string(kg.ClassDocument), "url", host, strings.TrimSuffix(u.EscapedPath(), "/"), u.RawQuery)
}

func at(place string, err error) error {
	var known *kg.Error
	if errors.As(err, &known) {
		return &kg.Error{Code: known.Code, Op: known.Op, Msg: place + ": " + known.Msg, Err: known.Err}
	}
	return err
}

func fail(yield func(Item) bool, place string, code kg.Code, format string, args ...any) bool {
	return yield(Item{Place: place, Err: kg.Errorf(code, "", "%s: %s", place, fmt.Sprintf(format, args...))})
}

// cause gives an error without the path that the place already names.
func cause(err error) error {
	if errors.Is(err, zstd.ErrWindowSizeExceeded) {
		return fmt.Errorf("it wants more than %d MiB of memory: compress it without --long and --ultra", maxWindow>>20)
	}
	var known *kg.Error
	if errors.As(err, &known) {
		return errors.New(known.Msg)
	}
	var pathError *fs.PathError
	if errors.As(err, &pathError) {
		return pathError.Err
	}
	return err
}
