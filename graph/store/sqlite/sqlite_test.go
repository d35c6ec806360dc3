package sqlite_test

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"mueang/graph/kg"
	"mueang/graph/store/sqlite"
	"mueang/graph/store/storetest"
	"mueang/graph/store/storetest/model"
)

func open(t testing.TB, path string) *sqlite.Store {
	t.Helper()
	s, err := sqlite.Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func openNew(t testing.TB) *sqlite.Store { return open(t, filepath.Join(t.TempDir(), "mueang.db")) }

func TestStore(t *testing.T) {
	paths := map[kg.Store]string{}
	reopen := func(t *testing.T, path string) kg.Store {
		s, err := sqlite.Open(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		paths[s] = path
		return s
	}
	config := storetest.Config{
		Open: func(t *testing.T) kg.Store { return reopen(t, filepath.Join(t.TempDir(), "mueang.db")) },
		Reopen: func(t *testing.T, s kg.Store) kg.Store {
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			return reopen(t, paths[s])
		},
	}
	storetest.Run(t, config)
	t.Run("Tokens", func(t *testing.T) { storetest.Tokens(t, config) })
}

func TestAnswersAsTheModel(t *testing.T) {
	// Paths are looked for in a network that is made while they wait, in the
	// tables, and in whichever there is.
	for seed, small := range []int{1 << 30, -1, 0} {
		s := openNew(t)
		s.SetSmall(small)
		seed := uint64(seed)
		storetest.Differential(t, seed, 30, map[string]kg.Store{"sqlite": s, "model": model.New()})
		if err := s.Check(t.Context()); err != nil {
			t.Errorf("seed %d: %v", seed, err)
		}
	}
}

// Steps whose lists are longer than what is read whole take another way, which
// must give the same answers.
func TestLongLists(t *testing.T) {
	stores := map[string]kg.Store{"sqlite": openNew(t), "model": model.New()}
	w := newTown(200)
	d := kg.Document{ID: "document-hub", Source: "hub", Text: strings.Repeat(documentText, 3)}
	b := &kg.Batch{Documents: []kg.Document{d}}
	b.Entities = append(append(append(b.Entities, w.organisations...), w.posts...), w.people...)
	hub := w.organisations[0].ID
	for i := range w.people {
		for year := range 5 {
			q := kg.Qualifiers{Role: []string{"", "CHAIR"}[i%2], ValidFrom: &kg.PartialDate{Value: fmt.Sprint(2015 + year)}}
			relate(b, &d, kg.MemberOf, w.people[i].ID, hub, q)
			if year == 0 {
				relate(b, &d, kg.Finances, hub, w.people[i].ID, q)
			}
		}
	}
	relate(b, &d, kg.PartOf, hub, hub, kg.Qualifiers{})
	for _, s := range stores {
		if err := kg.Apply(t.Context(), s, b); err != nil {
			t.Fatal(err)
		}
	}
	contains := &kg.Pred{Name: &kg.NamePred{Op: kg.NameContains, Keys: []string{"7"}}}
	for _, direction := range []kg.Direction{kg.Out, kg.In, kg.Both} {
		for _, order := range [][]kg.Order{nil, {{By: kg.OrderName}}, {{By: kg.OrderDocuments, Desc: true}, {By: kg.OrderObserved}}} {
			for _, where := range []*kg.Pred{nil, contains} {
				for _, hop := range []kg.Hop{{}, {Edge: kg.EdgePred{Roles: []string{"CHAIR"}, AsOf: "2017-06-01"}}, {Kinds: []kg.Kind{kg.KindPerson}}} {
					hop.Direction = direction
					step := kg.Step{Via: kg.ViaFacts, Hops: []kg.Hop{hop}, Where: where, Order: order,
						Node: &kg.Shape{}, Fact: &kg.FactShape{Evidence: &kg.EvidenceShape{First: 1}}}
					walkBothWays(t, stores, &kg.Plan{Root: kg.ByID{IDs: []kg.ID{hub}}, Shape: &kg.Shape{Steps: []kg.Step{step}}})
					beside := kg.Pred{Rel: &kg.RelPred{Via: kg.ViaFacts, Quant: kg.Some, Hops: step.Hops, Where: &kg.Pred{ID: &kg.IDPred{In: []kg.ID{hub}}}}}
					if where != nil {
						beside = kg.Pred{And: []kg.Pred{beside, *where}}
					}
					if len(order) < 2 {
						walkBothWays(t, stores, &kg.Plan{Root: kg.Find{Kinds: []kg.Kind{kg.KindPerson, kg.KindPost}, Where: &beside, Order: order}, Shape: &kg.Shape{}})
					}
				}
			}
		}
	}
}

// walkBothWays turns the pages of a list from both ends and compares stores: of
// the root, or of the first step of its first node.
func walkBothWays(t *testing.T, stores map[string]kg.Store, plan *kg.Plan) {
	t.Helper()
	for _, page := range []kg.Page{{First: 3, Count: true}, {Last: 3, Count: true}} {
		for range 3 {
			find, isFind := plan.Root.(kg.Find)
			if find.Page = page; isFind {
				plan.Root = find
			} else {
				plan.Shape.Steps[0].Page = page
			}
			answer := map[string]string{}
			var edges []kg.Edge
			for name, s := range stores {
				result, err := s.Run(t.Context(), plan)
				if err != nil {
					t.Fatal(err)
				}
				answer[name] = storetest.Sketch(result)
				if isFind {
					edges = result.Connection.Edges
				} else {
					edges = result.Nodes[0].Steps[0].Edges
				}
			}
			if answer["sqlite"] != answer["model"] {
				t.Fatalf("plan %s\nwant %s\ngot  %s", storetest.PlanText(plan), answer["model"], answer["sqlite"])
			}
			if len(edges) == 0 {
				break
			}
			if page.First > 0 {
				page.After = edges[len(edges)-1].Key
			} else {
				page.Before = edges[0].Key
			}
		}
	}
}

func TestOpenRefusesAndLeavesAlone(t *testing.T) {
	foreign := func(t *testing.T, path string) {
		db, err := sql.Open("sqlite", path)
		if err != nil {
			t.Fatal(err)
		}
		defer db.Close()
		if _, err := db.Exec("CREATE TABLE t (x); INSERT INTO t VALUES (1)"); err != nil {
			t.Fatal(err)
		}
	}
	write := func(content string) func(*testing.T, string) {
		return func(t *testing.T, path string) {
			if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, c := range []struct {
		name string
		make func(t *testing.T, path string)
		says string
	}{
		{"text", write("ข่าวประชาสัมพันธ์"), "nor any SQLite database"},
		{"long text", write(strings.Repeat("x", 10_000)), "nor any SQLite database"},
		{"cut header", write("SQLite format 3\x00"), "nor any SQLite database"},
		{"another program's database", foreign, "another program"},
		{"newer version", func(t *testing.T, path string) {
			s, err := sqlite.Open(t.Context(), path)
			if err != nil {
				t.Fatal(err)
			}
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			db, err := sql.Open("sqlite", path)
			if err != nil {
				t.Fatal(err)
			}
			defer db.Close()
			if _, err := db.Exec("PRAGMA user_version=77"); err != nil {
				t.Fatal(err)
			}
		}, "has version 77, and this program knows versions up to 5: use a newer mueang"},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "mueang.db")
			c.make(t, path)
			before, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			refused(t, path, c.says)
			after, err := os.ReadFile(path)
			if err != nil || !bytes.Equal(before, after) {
				t.Errorf("the file was touched: %v", err)
			}
			if left, _ := filepath.Glob(path + "-*"); len(left) > 0 {
				t.Errorf("left behind: %v", left)
			}
		})
	}
}

// refused checks that a path is refused with a message that says what is wrong.
func refused(t *testing.T, path, says string) {
	t.Helper()
	s, err := sqlite.Open(t.Context(), path)
	if err == nil {
		s.Close()
		t.Fatal("it was opened")
	}
	var failed *kg.Error
	if !errors.As(err, &failed) || failed.Code != kg.BadInput || !strings.Contains(failed.Msg, says) {
		t.Errorf("want BAD_USER_INPUT with %q, got %v", says, err)
	}
}

func TestOpenNeedsAPlace(t *testing.T) {
	folder := t.TempDir()
	file := filepath.Join(folder, "file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	refused(t, "", "needs a file name")
	refused(t, folder, "is not a file")
	refused(t, filepath.Join(file, "mueang.db"), "choose another place")
	refused(t, filepath.Join(file, "deeper", "mueang.db"), "choose another place")
}

func TestOpenMakesFoldersAndTakesOddNames(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "ข้อมูล 100%", "a?b#c&d.db"))
	if err := kg.Apply(t.Context(), s, newTown(4).setting()); err != nil {
		t.Fatal(err)
	}
	empty := filepath.Join(t.TempDir(), "empty.db")
	if err := os.WriteFile(empty, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	open(t, empty)
}

func TestReopenedStoreHasWhatWasWritten(t *testing.T) {
	path := filepath.Join(t.TempDir(), "mueang.db")
	first, w := open(t, path), newTown(20)
	if err := kg.Apply(t.Context(), first, w.setting()); err != nil {
		t.Fatal(err)
	}
	// The second sees it while the first is still open, and after.
	second := open(t, path)
	for range 2 {
		result, err := second.Run(t.Context(), &kg.Plan{Root: kg.Find{Page: kg.Page{First: 1, Count: true}}})
		if err != nil || result.Connection.Total != 35 {
			t.Fatalf("got %+v, %v", result, err)
		}
		if err := first.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// A store that another process has opened sees what this one writes, cached
// rows or not.
func TestWritersOfTwoStoresTakeTurns(t *testing.T) {
	path := filepath.Join(t.TempDir(), "mueang.db")
	stores := []*sqlite.Store{open(t, path), open(t, path)}
	if err := kg.Apply(t.Context(), stores[0], &kg.Batch{Entities: []kg.Entity{{ID: "fund-0", Kind: kg.KindFund, Name: "กองทุน"}}}); err != nil {
		t.Fatal(err)
	}
	const each = 20
	var wait sync.WaitGroup
	for _, s := range stores {
		for range 2 {
			wait.Go(func() {
				for range each {
					err := s.Update(t.Context(), func(ctx context.Context, tx kg.Tx) error {
						rows, err := tx.Entities(ctx, []kg.ID{"fund-0"})
						if err != nil {
							return err
						}
						rows[0].DocumentCount++
						return tx.Apply(ctx, &kg.Batch{Entities: rows})
					})
					if err != nil {
						t.Error(err)
					}
				}
			})
		}
	}
	wait.Wait()
	for _, s := range stores {
		result, err := s.Run(t.Context(), &kg.Plan{Root: kg.ByID{IDs: []kg.ID{"fund-0"}}, Shape: &kg.Shape{}})
		if err != nil {
			t.Fatal(err)
		}
		if got := result.Nodes[0].Entity.DocumentCount; got != 4*each {
			t.Errorf("%d of %d updates are there", got, 4*each)
		}
	}
}

func TestWriterInAnotherStoreIsWaitedForNoLongerThanTheContext(t *testing.T) {
	path := filepath.Join(t.TempDir(), "mueang.db")
	holder, waiter := open(t, path), open(t, path)
	err := holder.Update(t.Context(), func(context.Context, kg.Tx) error {
		ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
		defer cancel()
		start := time.Now()
		err := kg.Apply(ctx, waiter, &kg.Batch{})
		if kg.CodeOf(err) != kg.Timeout || time.Since(start) > 2*time.Second {
			t.Errorf("after %s: %v", time.Since(start), err)
		}
		// Readers do not wait at all.
		_, err = waiter.Run(t.Context(), &kg.Plan{Root: kg.Totals{}})
		return err
	})
	if err != nil {
		t.Error(err)
	}
	if err := kg.Apply(t.Context(), waiter, &kg.Batch{}); err != nil {
		t.Error(err)
	}
}

func TestPanicRollsBack(t *testing.T) {
	s := openNew(t)
	func() {
		defer func() {
			if recover() == nil {
				t.Error("the panic was swallowed")
			}
		}()
		s.Update(t.Context(), func(ctx context.Context, tx kg.Tx) error {
			if err := tx.Apply(ctx, newTown(4).setting()); err != nil {
				t.Error(err)
			}
			panic("in the middle")
		})
	}()
	result, err := s.Run(t.Context(), &kg.Plan{Root: kg.Find{Page: kg.Page{Count: true}}})
	if err != nil || result.Connection.Total != 0 {
		t.Errorf("got %+v, %v", result, err)
	}
	if err := kg.Apply(t.Context(), s, newTown(4).setting()); err != nil {
		t.Errorf("the writer is lost: %v", err)
	}
}

func TestContextInterruptsAQuery(t *testing.T) {
	s, w := openNew(t), newTown(4000)
	if err := kg.Apply(t.Context(), s, w.setting()); err != nil {
		t.Fatal(err)
	}
	// Who is six hops from nobody of a kind that there is not? No index helps,
	// and it takes minutes.
	hop := kg.Hop{Direction: kg.Both}
	where := &kg.Pred{Rel: &kg.RelPred{Via: kg.ViaFacts, Quant: kg.None, Hops: []kg.Hop{hop, hop, hop, hop, hop, hop},
		Where: &kg.Pred{Enum: &kg.EnumPred{Field: kg.FieldSubtype, In: []string{"NONE"}}}}}
	ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer cancel()
	start := time.Now()
	_, err := s.Run(ctx, &kg.Plan{Root: kg.Find{Where: where, Page: kg.Page{First: 10, Count: true}}})
	if kg.CodeOf(err) != kg.Timeout {
		t.Fatalf("want TIMEOUT, got %v", err)
	}
	if late := time.Since(start) - 100*time.Millisecond; late > time.Second { // 100 ms on a machine with nothing else to do
		t.Errorf("interrupted %s late", late)
	}
	if _, err := s.Run(t.Context(), &kg.Plan{Root: kg.Totals{}}); err != nil {
		t.Errorf("the connection is lost: %v", err)
	}
}

func TestClosedStoreSaysSo(t *testing.T) {
	s := openNew(t)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Errorf("second Close: %v", err)
	}
	if _, err := s.Run(t.Context(), &kg.Plan{Root: kg.Totals{}}); kg.CodeOf(err) != kg.Unavailable {
		t.Errorf("want UNAVAILABLE, got %v", err)
	}
}

func TestCheckFindsDamage(t *testing.T) {
	for _, c := range []struct{ damage, says string }{
		{"UPDATE entity SET sort_key = 'x' WHERE key = 1", "column sort_key should be"},
		{"DELETE FROM name WHERE key = 1", "the name keys of entity"},
		{"DELETE FROM name_fts WHERE rowid = 1", "name_fts lacks an entity"},
		{"DELETE FROM entity_referent WHERE entity = (SELECT id FROM entity WHERE key = 1)", "the ids of entity"},
		{"UPDATE document_fts SET title = 'x'", "the search keys of document"},
		{"DELETE FROM document_text", "has no text"},
		{"DELETE FROM statement WHERE key = 1", "a fact has no statement"},
		{"DELETE FROM entity WHERE key = 1", "a fact has an end that is no entity"},
		{"UPDATE fact SET body = '{' WHERE key = 1", "the body cannot be read"},
		{"UPDATE fact SET holds_to = '' WHERE key = 2", "column holds_to should be"},
	} {
		t.Run(c.damage, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "mueang.db")
			s := open(t, path)
			if err := kg.Apply(t.Context(), s, newTown(8).setting()); err != nil {
				t.Fatal(err)
			}
			if err := s.Check(t.Context()); err != nil {
				t.Fatalf("before: %v", err)
			}
			db, err := sql.Open("sqlite", path)
			if err != nil {
				t.Fatal(err)
			}
			defer db.Close()
			if _, err := db.Exec(c.damage); err != nil {
				t.Fatal(err)
			}
			if err := s.Check(t.Context()); err == nil || !strings.Contains(err.Error(), c.says) {
				t.Errorf("want %q, got %v", c.says, err)
			}
		})
	}
}

// Cursors come from outside: whatever they hold, the answer is the model's.
func FuzzCursor(f *testing.F) {
	f.Add("2019-01-01", "3", "meeting-1", 3)
	f.Add("0000-00-00", "-0", "", 3)
	f.Add("9999-99-99", "+7", "\x00\xff", 3)
	f.Add("", "9223372036854775808", "x", 2)
	w := newTown(8)
	stores := map[string]kg.Store{"sqlite": openNew(f), "model": model.New()}
	for _, b := range []*kg.Batch{w.setting(), w.documents(0, 3)} {
		for _, s := range stores {
			if err := kg.Apply(context.Background(), s, b); err != nil {
				f.Fatal(err)
			}
		}
	}
	f.Fuzz(func(t *testing.T, day, count, id string, length int) {
		cursor := []string{day, count, id}[:max(0, min(length, 3))]
		order := []kg.Order{{By: kg.OrderDate, Desc: length%2 == 1}, {By: kg.OrderDocuments, Desc: true}}
		for _, page := range []kg.Page{{First: 5, After: cursor}, {Last: 5, Before: cursor}} {
			plan := &kg.Plan{Root: kg.Find{Order: order, Page: page}}
			want, wantErr := stores["model"].Run(t.Context(), plan)
			got, gotErr := stores["sqlite"].Run(t.Context(), plan)
			if kg.CodeOf(gotErr) != kg.CodeOf(wantErr) {
				t.Fatalf("cursor %q: want %v, got %v", cursor, wantErr, gotErr)
			}
			if wantErr == nil && storetest.Sketch(got) != storetest.Sketch(want) {
				t.Errorf("cursor %q\nwant %s\ngot  %s", cursor, storetest.Sketch(want), storetest.Sketch(got))
			}
		}
	})
}
