// Package watch tells when files in a folder are ready to be read.
package watch

import (
	"context"
	"errors"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"

	"mueang/graph/kg"
)

// Folder gives load the files in a folder and those below it, in the order of
// their names: first all that are there, then what is made or changed, until
// ctx ends. A file is given when it has not changed for the time of settle, so
// that one is not read half written. What begins with a dot and what wanted
// does not want is left out. A file may be given although it has not changed.
// Errors: [kg.BadInput] when the folder cannot be watched, and those of load.
// The end of ctx is none.
func Folder(ctx context.Context, folder string, settle time.Duration, wanted func(name string) bool, load func(files []string) error) error {
	events, err := fsnotify.NewWatcher()
	if err != nil {
		return fail(folder, err)
	}
	defer events.Close()
	w := watcher{events: events, folder: folder, settle: settle, wanted: wanted, pending: map[string]time.Time{}}
	if err := w.scan(folder); err != nil {
		return fail(folder, err)
	}
	look := time.NewTicker(max(settle/4, time.Millisecond))
	defer look.Stop()
	for {
		select {
		case <-ctx.Done():
			return nil
		case event, open := <-events.Events:
			if open && event.Has(fsnotify.Create|fsnotify.Write|fsnotify.Rename) {
				err = w.note(event.Name)
			}
		case err = <-events.Errors:
			if errors.Is(err, fsnotify.ErrEventOverflow) {
				err = w.scan(folder) // what was missed is found by looking
			}
		case now := <-look.C:
			if ready := w.ready(now); len(ready) > 0 {
				if err := load(ready); err != nil {
					return err
				}
			}
		}
		if err != nil {
			return fail(folder, err)
		}
	}
}

type watcher struct {
	events  *fsnotify.Watcher
	folder  string
	settle  time.Duration
	wanted  func(name string) bool
	pending map[string]time.Time // when a file was last seen to change
}

// scan notes all files in a folder, and watches it and the folders below it.
// What goes while it looks is passed over.
func (w *watcher) scan(folder string) error {
	return filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist) && path != w.folder:
			return nil
		case err != nil:
			return err
		case path != w.folder && strings.HasPrefix(entry.Name(), "."):
			if entry.IsDir() {
				return fs.SkipDir
			}
		case entry.IsDir():
			return w.events.Add(path)
		case w.wanted(entry.Name()):
			if info, err := entry.Info(); err == nil {
				w.pending[path] = info.ModTime()
				if now := time.Now(); info.ModTime().After(now) { // by another clock
					w.pending[path] = now
				}
			}
		}
		return nil
	})
}

// note takes notice that a path has changed.
func (w *watcher) note(path string) error {
	if below, err := filepath.Rel(w.folder, path); err != nil || hidden(below) {
		return nil
	}
	if w.wanted(filepath.Base(path)) {
		w.pending[path] = time.Now()
		return nil
	}
	err := w.scan(path) // a new folder may hold files already
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

func hidden(path string) bool {
	return slices.ContainsFunc(strings.Split(path, string(filepath.Separator)), func(name string) bool {
		return strings.HasPrefix(name, ".") && name != "."
	})
}

// ready takes out the files that have settled, in the order of their names.
func (w *watcher) ready(now time.Time) []string {
	var list []string
	for _, path := range slices.Sorted(maps.Keys(w.pending)) {
		if now.Sub(w.pending[path]) >= w.settle {
			list = append(list, path)
			delete(w.pending, path)
		}
	}
	return list
}

func fail(folder string, err error) error {
	return kg.Errorf(kg.BadInput, "watch.Folder", "%s cannot be watched: %v", folder, err)
}
