// Package source reads press releases out of what a user names: text files,
// JSON Lines, either of them gzipped, folders of them, and standard input. It
// checks and decodes; it does not understand. Every problem is a *kg.Error
// that names the place, and costs the one document only.
package source

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
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
	"unicode/utf8"

	"mueang/graph/kg"
)

// MaxDocument is the size, in bytes, over which a document (or a line of JSON
// Lines) is refused. The longest release of ten years has 300 kB.
const MaxDocument = 8 << 20

// Item is one document as it was found, or the reason why it cannot be read.
type Item struct {
	Place    string // where it stands: "news.jsonl.gz:17", "a.txt"
	Document kg.Document
	Err      error // a *kg.Error with [kg.BadInput] or [kg.NotFound]
}

// Read gives the documents at the places that a user names: paths of files and
// folders, or "-" for stdin (JSON Lines when it begins with "{", otherwise one
// text). Folders are walked in the order of their names; files in them that are
// neither .txt nor .jsonl (nor .gz of these) and dot files are left out.
func Read(ctx context.Context, places []string, stdin io.Reader) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		for _, place := range places {
			if !readPlace(ctx, place, stdin, yield) {
				return
			}
		}
	}
}

// FS gives the documents in a file system, as [Read] does for a folder.
func FS(ctx context.Context, files fs.FS) iter.Seq[Item] {
	return func(yield func(Item) bool) { walk(ctx, files, "", yield) }
}

func readPlace(ctx context.Context, place string, stdin io.Reader, yield func(Item) bool) bool {
	if place == "-" {
		return readStream("standard input", "", stdin, yield)
	}
	info, err := os.Stat(place)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fail(yield, place, kg.NotFound, "there is no such file or folder: check the path")
	case err != nil:
		return fail(yield, place, kg.BadInput, "cannot be read: %v", cause(err))
	case info.IsDir():
		return walk(ctx, os.DirFS(place), place, yield)
	}
	file, err := os.Open(place)
	if err != nil {
		return fail(yield, place, kg.BadInput, "cannot be read: %v", cause(err))
	}
	defer file.Close()
	return readStream(place, filepath.Base(place), file, yield)
}

func walk(ctx context.Context, files fs.FS, root string, yield func(Item) bool) bool {
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
		case entry.IsDir() || !isText(name) && !isLines(name):
			return nil
		default:
			found = true
			file, err := files.Open(name)
			if err != nil {
				goOn = fail(yield, place, kg.BadInput, "cannot be read: %v", cause(err))
				break
			}
			goOn = readStream(place, path.Base(name), file, yield)
			file.Close()
		}
		if !goOn {
			return fs.SkipAll
		}
		return nil
	})
	if err == nil && !found && goOn {
		return fail(yield, root, kg.BadInput, "the folder holds no .txt, .jsonl, .txt.gz or .jsonl.gz file")
	}
	return goOn && err == nil
}

func isText(name string) bool { return path.Ext(strings.TrimSuffix(name, ".gz")) == ".txt" }
func isLines(name string) bool {
	ext := path.Ext(strings.TrimSuffix(name, ".gz"))
	return ext == ".jsonl" || ext == ".ndjson"
}

// readStream reads one file; name is "" for standard input.
func readStream(place, name string, in io.Reader, yield func(Item) bool) bool {
	buffered := bufio.NewReaderSize(in, 1<<16)
	if head, _ := buffered.Peek(2); bytes.Equal(head, []byte{0x1f, 0x8b}) {
		unzipped, err := gzip.NewReader(buffered)
		if err != nil {
			return fail(yield, place, kg.BadInput, "is a broken gzip file: %v", err)
		}
		buffered = bufio.NewReaderSize(unzipped, 1<<16)
	}
	lines := isLines(name)
	if name == "" {
		head, _ := buffered.Peek(1)
		lines = string(head) == "{"
	}
	if lines {
		return readLines(place, buffered, yield)
	}
	raw, err := io.ReadAll(io.LimitReader(buffered, MaxDocument+1))
	if err != nil {
		return fail(yield, place, kg.BadInput, "cannot be read to its end: %v", cause(err))
	}
	base := strings.TrimSuffix(name, ".gz")
	base = strings.TrimSuffix(base, path.Ext(base))
	text, err := decode(raw)
	if err != nil {
		return yield(Item{Place: place, Err: at(place, err)})
	}
	return yield(Item{Place: place, Document: document(kg.Document{Source: base, Text: text})})
}

// record is a line of JSON Lines.
type record struct {
	ID          string `json:"id"`
	URL         string `json:"url"`
	Title       string `json:"title"`
	Publisher   string `json:"publisher"`
	PublishedOn string `json:"publishedOn"`
	Language    string `json:"language"`
	Text        string `json:"text"`
}

func readLines(place string, in *bufio.Reader, yield func(Item) bool) bool {
	for number := 1; ; number++ {
		here := fmt.Sprintf("%s:%d", place, number)
		line, err := readLine(in)
		switch {
		case err == io.EOF && len(line) == 0:
			if number == 1 {
				return fail(yield, place, kg.BadInput, "is empty")
			}
			return true
		case errors.Is(err, errLong):
			if !fail(yield, here, kg.BadInput, "the line is longer than %d MiB, the most that a document may have: split it", MaxDocument>>20) {
				return false
			}
			continue
		case err != nil && err != io.EOF:
			return fail(yield, here, kg.BadInput, "cannot be read to its end: %v", cause(err))
		case len(bytes.TrimSpace(line)) == 0:
			continue
		}
		d, err := parseRecord(line)
		if err != nil {
			if !yield(Item{Place: here, Err: at(here, err)}) {
				return false
			}
			continue
		}
		if d.Source == "" {
			d.Source = filepath.Base(here)
		}
		if !yield(Item{Place: here, Document: document(d)}) {
			return false
		}
	}
}

func parseRecord(line []byte) (kg.Document, error) {
	if err := check(line); err != nil {
		return kg.Document{}, err
	}
	var r record
	if err := json.Unmarshal(line, &r); err != nil {
		return kg.Document{}, kg.Errorf(kg.BadInput, "", "is not a JSON object with a text: %v", err)
	}
	text, err := decode([]byte(r.Text))
	if err != nil {
		return kg.Document{}, kg.Errorf(kg.BadInput, "", `its "text" %s`, err.(*kg.Error).Msg)
	}
	d := kg.Document{Source: r.ID, URL: r.URL, Title: r.Title, Publisher: r.Publisher, Language: r.Language, Text: text}
	if r.PublishedOn != "" {
		date, err := kg.ParseDate(r.PublishedOn)
		if err != nil {
			return kg.Document{}, kg.Errorf(kg.BadInput, "", `its "publishedOn": %s`, err.(*kg.Error).Msg)
		}
		date.Original = r.PublishedOn
		d.PublishedOn = &date
	}
	return d, nil
}

var errLong = errors.New("line too long")

// readLine reads to the next newline. A line over the limit is read past and
// given as errLong.
func readLine(in *bufio.Reader) ([]byte, error) {
	var line []byte
	long := false
	for {
		part, err := in.ReadSlice('\n')
		if len(line)+len(part) > MaxDocument {
			long, line = true, nil
		}
		if !long {
			line = append(line, part...)
		}
		if err == bufio.ErrBufferFull {
			continue
		}
		if long {
			return nil, errLong
		}
		return bytes.TrimSuffix(line, []byte("\n")), err
	}
}

// decode checks that raw is the text of a document and drops the byte order mark.
func decode(raw []byte) (string, error) {
	raw = bytes.TrimPrefix(raw, []byte("\ufeff"))
	return string(raw), check(raw)
}

// check reports why raw can be no text of a document.
func check(raw []byte) error {
	switch at := bytes.IndexByte(raw, 0); {
	case len(raw) > MaxDocument:
		return kg.Errorf(kg.BadInput, "", "is larger than %d MiB, the most that a document may have: split it", MaxDocument>>20)
	case len(bytes.TrimSpace(raw)) == 0:
		return kg.Errorf(kg.BadInput, "", "is empty")
	case at >= 0:
		return kg.Errorf(kg.BadInput, "", "is a binary file (a NUL at byte %d): only text can be loaded", at)
	}
	if utf8.Valid(raw) {
		return nil
	}
	for i := 0; i < len(raw); {
		r, size := utf8.DecodeRune(raw[i:])
		if r == utf8.RuneError && size == 1 {
			return kg.Errorf(kg.BadInput, "", "is not UTF-8 at byte %d: convert it first, for example with iconv -f TIS-620 -t UTF-8", i)
		}
		i += size
	}
	return nil
}

func document(d kg.Document) kg.Document {
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
	var pathError *fs.PathError
	if errors.As(err, &pathError) {
		return pathError.Err
	}
	return err
}
