// Package quarantine keeps what could not be loaded in a folder, so that it can
// be looked at, mended and loaded again.
package quarantine

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"mueang/graph/kg"
)

// MaxBytes is how much a quarantine keeps, in bytes of all its files. What is
// rejected beyond is reported and not kept.
const MaxBytes = 1 << 30

// Folder is a quarantine. It is made when there is something to keep. It
// serves one goroutine; several processes may share a folder.
type Folder struct {
	path  string
	limit int64
	used  int64 // as far as it is known; -1 before the first look
	now   func() time.Time
}

// New gives the quarantine at a path, which need not be there yet.
func New(path string, now func() time.Time) *Folder {
	return &Folder{path: path, limit: MaxBytes, used: -1, now: now}
}

// entry is what NAME.json says of a rejected document.
type entry struct {
	Place  string  `json:"place"`          // where it stood: "news.jsonl.gz:17"
	Code   kg.Code `json:"code"`           // of the error
	Reason string  `json:"reason"`         // as the user was told
	Time   string  `json:"time"`           // RFC 3339, UTC: when it was first rejected
	File   string  `json:"file,omitempty"` // beside this one, with the bytes as they came; none where they were not at hand
}

// Keep writes what was rejected to NAME.raw and why to NAME.json. The name is
// a digest of place, code, reason and bytes: it cannot leave the folder or meet
// another's, and what is rejected again for the same reason is kept once.
// Errors: [kg.Unavailable] when the folder is full or cannot be written.
func (f *Folder) Keep(place string, code kg.Code, reason string, raw []byte) error {
	name := digest(place, string(code), reason, string(raw))
	why := filepath.Join(f.path, name+".json")
	if _, err := os.Stat(why); err == nil {
		return nil
	}
	if err := f.look(); err != nil {
		return f.fail(err)
	}
	e := entry{Place: place, Code: code, Reason: reason, Time: f.now().UTC().Format(time.RFC3339)}
	if len(raw) > 0 {
		e.File = name + ".raw"
	}
	text, err := json.MarshalIndent(e, "", "  ")
	if err != nil {
		return f.fail(err)
	}
	if f.used+int64(len(raw)+len(text)) > f.limit {
		return kg.Errorf(kg.Unavailable, "quarantine.Keep", "the quarantine %s is full (%d MiB): look through it and empty it", f.path, f.limit>>20)
	}
	// The reason comes last: where it is, the bytes are whole.
	if len(raw) > 0 {
		if err := f.write(name+".raw", raw); err != nil {
			return f.fail(err)
		}
	}
	if err := f.write(name+".json", append(text, '\n')); err != nil {
		return f.fail(err)
	}
	return nil
}

// look makes the folder and measures it, once.
func (f *Folder) look() error {
	if f.used >= 0 {
		return nil
	}
	if err := os.MkdirAll(f.path, 0o755); err != nil {
		return err
	}
	files, err := os.ReadDir(f.path)
	if err != nil {
		return err
	}
	f.used = 0
	for _, file := range files {
		if info, err := file.Info(); err == nil {
			f.used += info.Size()
		}
	}
	return nil
}

// write makes a file that is there whole or not at all.
func (f *Folder) write(name string, content []byte) error {
	part, err := os.CreateTemp(f.path, ".part-*")
	if err != nil {
		return err
	}
	_, err = part.Write(content)
	err = errors.Join(err, part.Chmod(0o644), part.Close())
	if err == nil {
		err = os.Rename(part.Name(), filepath.Join(f.path, name))
	}
	if err != nil {
		return errors.Join(err, os.Remove(part.Name()))
	}
	f.used += int64(len(content))
	return nil
}

func (f *Folder) fail(err error) error {
	var pathError *fs.PathError
	if errors.As(err, &pathError) {
		err = pathError.Err
	}
	return kg.Errorf(kg.Unavailable, "quarantine.Keep", "the quarantine %s cannot be written: %v", f.path, err)
}

func digest(parts ...string) string {
	sum := sha256.New()
	for _, part := range parts {
		own := sha256.Sum256([]byte(part))
		sum.Write(own[:])
	}
	return hex.EncodeToString(sum.Sum(nil)[:12])
}
