package backup_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"io"
	"math/rand/v2"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"mueang/graph/backup"
	"mueang/graph/kg"
	"mueang/graph/store/sqlite"
	"mueang/graph/store/storetest"
	"mueang/graph/store/storetest/model"
)

func embedded(t *testing.T) kg.Store {
	t.Helper()
	s, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "mueang.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func write(t *testing.T, s kg.Store) []byte {
	t.Helper()
	var out bytes.Buffer
	if _, err := backup.Write(t.Context(), s, &out, nil); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func exported(t *testing.T, s kg.Store) *storetest.Exported {
	t.Helper()
	all, err := storetest.Export(t.Context(), s)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func filled(t *testing.T, s kg.Store) kg.Store {
	t.Helper()
	if err := kg.Apply(t.Context(), s, storetest.SmallWorld()); err != nil {
		t.Fatal(err)
	}
	return s
}

func TestWhatIsRestoredIsWhatWasThere(t *testing.T) {
	for name, open := range map[string]func(*testing.T) kg.Store{"model": func(*testing.T) kg.Store { return model.New() }, "sqlite": embedded} {
		t.Run(name, func(t *testing.T) {
			source := filled(t, open(t))
			stream := write(t, source)
			for other, into := range map[string]kg.Store{"model": model.New(), "sqlite": embedded(t)} {
				rows, err := backup.Read(t.Context(), into, bytes.NewReader(stream), nil)
				if err != nil || rows == 0 {
					t.Fatalf("into %s: %d rows, %v", other, rows, err)
				}
				if want, got := exported(t, source), exported(t, into); !reflect.DeepEqual(want, got) {
					t.Errorf("into %s: want\n%+v\ngot\n%+v", other, want, got)
				}
				if checked, ok := into.(interface{ Check(context.Context) error }); ok {
					if err := checked.Check(t.Context()); err != nil {
						t.Error(err)
					}
				}
				if _, err := backup.Read(t.Context(), into, bytes.NewReader(stream), nil); kg.CodeOf(err) != kg.BadInput {
					t.Errorf("into a store that holds something: %v", err)
				}
			}
		})
	}
}

// TestABackupIsOfOneMoment writes while a backup is being made.
func TestABackupIsOfOneMoment(t *testing.T) {
	source := filled(t, embedded(t))
	want := exported(t, source)
	reader, writer := io.Pipe()
	done := make(chan error, 1)
	go func() {
		_, err := backup.Write(t.Context(), source, writer, nil)
		writer.CloseWithError(err)
		done <- err
	}()
	var stream bytes.Buffer
	// The head of the stream is there once the state is chosen.
	if _, err := io.CopyN(&stream, reader, 1); err != nil {
		t.Fatal(err)
	}
	if err := kg.Apply(t.Context(), source, &kg.Batch{Entities: []kg.Entity{{ID: "late", Kind: kg.KindFund, Name: "ใหม่"}},
		Snapshot: &kg.Snapshot{ID: "later"}}); err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(&stream, reader); err != nil {
		t.Fatal(err)
	}
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	into := model.New()
	if _, err := backup.Read(t.Context(), into, &stream, nil); err != nil {
		t.Fatal(err)
	}
	if got := exported(t, into); !reflect.DeepEqual(want, got) {
		t.Errorf("want the state before the write, got %+v", got)
	}
}

func TestWhatIsNoWholeBackupIsRefused(t *testing.T) {
	whole := write(t, filled(t, model.New()))
	packed := func(text string) []byte {
		var b bytes.Buffer
		w := gzip.NewWriter(&b)
		w.Write([]byte(text))
		w.Close()
		return b.Bytes()
	}
	rng := rand.New(rand.NewPCG(1, 1))
	cases := map[string][]byte{
		"":                       nil,
		"plain text":             []byte("hello"),
		"no head":                packed(`{"end":0}`),
		"a head without an end":  packed(`{"mueangBackup":1,"snapshot":{}}`),
		"a newer format":         packed(`{"mueangBackup":2,"snapshot":{}}` + "\n" + `{"end":0}`),
		"a row of no type":       packed(`{"mueangBackup":1,"snapshot":{}}` + "\n{}\n" + `{"end":1}`),
		"an unknown row":         packed(`{"mueangBackup":1,"snapshot":{}}` + "\n" + `{"secret":1}` + "\n" + `{"end":1}`),
		"too few rows":           packed(`{"mueangBackup":1,"snapshot":{}}` + "\n" + `{"end":3}`),
		"a row that is not one":  packed(`{"mueangBackup":1,"snapshot":{}}` + "\n" + `{"entity":{"id":"x"}}` + "\n" + `{"end":1}`),
		"without its check sum":  whole[:len(whole)-8],
		"with a wrong check sum": append(bytes.Clone(whole[:len(whole)-8]), 1, 2, 3, 4, 5, 6, 7, 8),
	}
	for range 20 {
		n := rng.IntN(len(whole))
		cases["cut"+strings.Repeat("!", n%97)] = whole[:n]
	}
	for name, stream := range cases {
		into := model.New()
		if _, err := backup.Read(t.Context(), into, bytes.NewReader(stream), nil); kg.CodeOf(err) != kg.BadInput {
			t.Errorf("%s: %v", name, err)
		}
		if got := exported(t, into).Snapshot; got != (kg.Snapshot{}) {
			t.Errorf("%s: what is not whole has a snapshot: %+v", name, got)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, text := range []string{`{"mueangBackup":1,"snapshot":{}}` + "\n" + `{"end":0}`,
		`{"mueangBackup":1,"snapshot":{"id":"s"}}` + "\n" + `{"entity":{"id":"fund-1","kind":"FUND","name":"ก"}}` + "\n" + `{"end":1}`} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var packed bytes.Buffer
		w := gzip.NewWriter(&packed)
		w.Write([]byte(text))
		w.Close()
		into := model.New()
		rows, err := backup.Read(t.Context(), into, &packed, nil)
		if err == nil && !strings.Contains(text, "end") {
			t.Errorf("%d rows without an end", rows)
		}
	})
}
