package kg

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestPartialDate(t *testing.T) {
	for _, c := range []struct{ value, first, last, buddhist, precision string }{
		{"2019", "2019-01-01", "2019-12-31", "พ.ศ. 2562", "YEAR"},
		{"2019-11", "2019-11-01", "2019-11-30", "พฤศจิกายน 2562", "MONTH"},
		{"2020-02", "2020-02-01", "2020-02-29", "กุมภาพันธ์ 2563", "MONTH"},
		{"2019-11-25", "2019-11-25", "2019-11-25", "25 พฤศจิกายน 2562", "DAY"},
	} {
		d, err := ParseDate(c.value)
		if err != nil {
			t.Fatalf("ParseDate(%q): %v", c.value, err)
		}
		got := []string{d.First(), d.Last(), d.Buddhist(), string(d.Precision())}
		if want := []string{c.first, c.last, c.buddhist, c.precision}; !slices.Equal(got, want) {
			t.Errorf("%q: got %q, want %q", c.value, got, want)
		}
	}
	for _, bad := range []string{"", "19", "2019-13", "2019-02-30", "2019-1-1", "2562-02-29x", "25 พ.ย."} {
		if _, err := ParseDate(bad); CodeOf(err) != BadInput {
			t.Errorf("ParseDate(%q) = %v, want BAD_USER_INPUT", bad, err)
		}
	}
}

func TestNameKey(t *testing.T) {
	for _, c := range []struct{ a, b string }{
		{"กรุงเทพฯ", "กรุงเทพ"},
		{"Korea  Transport\u200bInstitute", "koreatransport institute"},
		{"ครั้งที่ ๑/๒๕๖๕", "ครั้งที่ 1/2565"},
		{"นํ้า", "น้ํา"},
		{"นํ้า", "น้ำ"},
		{"เเม่ฟ้าหลวง", "แม่ฟ้าหลวง"},
		{"ศูนย์นิทรรศการและ การประชุมไบเทค", "ศูนย์นิทรรศการและการประชุมไบเทค"},
		{"depa 🚀", "DEPA"},
	} {
		if a, b := NameKey(c.a), NameKey(c.b); a != b || a == "" {
			t.Errorf("NameKey(%q) = %q, NameKey(%q) = %q", c.a, a, c.b, b)
		}
	}
	if a, b := NameKey("ภูเก็ต"), NameKey("ภูเก็จ"); a == b {
		t.Errorf("two names share the key %q", a)
	}
	if got := NameKey(" .-– "); got != "" {
		t.Errorf("NameKey of punctuation = %q", got)
	}
}

func TestSortKeyIsDictionaryOrder(t *testing.T) {
	want := []string{"Alpha", "beta", "กรุงเทพมหานคร", "เกาะสมุย", "ขอนแก่น", "เขต", "ป่า", "ป้า", "ไผ่", "แพร่", "ภูเก็ต"}
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, func(a, b string) int { return strings.Compare(SortKey(a), SortKey(b)) })
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestCutHonorific(t *testing.T) {
	for _, c := range []struct{ name, title, rest string }{
		{"นายพุทธิพงษ์ ปุณณกันต์", "นาย", "พุทธิพงษ์ ปุณณกันต์"},
		{"ผศ.ดร.ณัฐพล นิมมานพัชรินทร์", "ผศ.ดร.", "ณัฐพล นิมมานพัชรินทร์"},
		{"ดร. ณัฐพล นิมมานพัชรินทร์", "ดร.", "ณัฐพล นิมมานพัชรินทร์"},
		{"พลเอก ประวิตร วงษ์สุวรรณ", "พลเอก", "ประวิตร วงษ์สุวรรณ"},
		{"นายก", "", "นายก"},
		{"นายกรัฐมนตรี", "", "นายกรัฐมนตรี"},
		{"นายกฤษณ์ ใจดี", "นาย", "กฤษณ์ ใจดี"},
		{"คุณากร", "", "คุณากร"},
		{"Dr. Kim", "Dr.", "Kim"},
		{"Drake", "", "Drake"},
		{"นาย", "", "นาย"},
		{"", "", ""},
	} {
		if title, rest := CutHonorific(c.name); title != c.title || rest != c.rest {
			t.Errorf("CutHonorific(%q) = %q, %q; want %q, %q", c.name, title, rest, c.title, c.rest)
		}
	}
}

func FuzzNames(f *testing.F) {
	for _, s := range []string{"ผศ.ดร.ณัฐพล", "นํ้า", "เเ", "\u0e4d\u0e48\u0e32", "Dr.", "พล.อ."} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return
		}
		key := NameKey(s)
		if again := NameKey(key); again != key {
			t.Errorf("NameKey(%q) = %q, and again %q", s, key, again)
		}
		for _, r := range key + SortKey(s) {
			if r > 0xffff {
				t.Errorf("%q: %U lies outside the BMP", s, r)
			}
		}
		title, rest := CutHonorific(s)
		if !strings.HasPrefix(strings.TrimSpace(s), title) || !strings.HasSuffix(strings.TrimSpace(s), rest) {
			t.Errorf("CutHonorific(%q) = %q, %q", s, title, rest)
		}
	})
}

func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"2019", "2019-11", "2019-11-25", "0000-00-00", "2019-11-2x"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := ParseDate(s)
		if err == nil && (d.First() > d.Last() || len(d.First()) != 10 || d.Buddhist() == "") {
			t.Errorf("%q: first %q, last %q, buddhist %q", s, d.First(), d.Last(), d.Buddhist())
		}
	})
}

func TestHoldsOn(t *testing.T) {
	date := func(v string) *PartialDate { return &PartialDate{Value: v} }
	for _, c := range []struct {
		name string
		fact Fact
		day  string
		want bool
	}{
		{"nothing known", Fact{}, "2020-01-01", false},
		{"between observations", Fact{ObservedFrom: "2019-11-25", ObservedTo: "2020-05-13"}, "2020-01-01", true},
		{"after the last", Fact{ObservedFrom: "2019-11-25", ObservedTo: "2020-05-13"}, "2020-05-14", false},
		{"stated from", Fact{Qualifiers: Qualifiers{ValidFrom: date("2019")}}, "2019-01-01", true},
		{"before", Fact{Qualifiers: Qualifiers{ValidFrom: date("2019-07")}}, "2019-06-30", false},
		{"stated to, its last day", Fact{Qualifiers: Qualifiers{ValidTo: date("2019")}}, "2019-12-31", true},
		{"validity beats observation", Fact{Qualifiers: Qualifiers{ValidTo: date("2019")},
			ObservedFrom: "2018-01-01", ObservedTo: "2021-01-01"}, "2020-06-01", false},
	} {
		if got := c.fact.HoldsOn(c.day); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

func TestIDsDeriveFromContent(t *testing.T) {
	q := Qualifiers{Role: "CHAIR", RoleText: "ประธาน", Date: &PartialDate{Value: "2019", Original: "ปี 2562"}}
	other := q
	other.RoleText, other.Capacity, other.Date = "เป็นประธาน", "รัฐมนตรี", &PartialDate{Value: "2019"}
	if FactID(Chaired, "a", "b", q) != FactID(Chaired, "a", "b", other) {
		t.Error("wording is not identity")
	}
	other.Role = "CO_CHAIR"
	if FactID(Chaired, "a", "b", q) == FactID(Chaired, "a", "b", other) {
		t.Error("another role is another fact")
	}
	if NewID("x", "ab", "c") == NewID("x", "a", "bc") {
		t.Error("parts run together")
	}
	if id := NewID("person", "a"); id.Prefix() != "person" {
		t.Errorf("prefix of %s: %s", id, id.Prefix())
	}
}

func TestBatchValidate(t *testing.T) {
	good := func() *Batch {
		q := Qualifiers{}
		fact := FactID(Chaired, "p", "m", q)
		return &Batch{
			Documents: []Document{{ID: "d", Text: "ก😀ข"}},
			Entities:  []Entity{{ID: "p", Kind: KindPerson, Name: "ก"}},
			Statements: []Statement{{ID: "s", Fact: fact, Type: Chaired, Subject: "p", Object: "m",
				Evidence: Evidence{Document: "d", Start: 1, End: 3, Quote: "😀ข", Confidence: 1}}},
			Facts: []Fact{{ID: fact, Type: Chaired, Subject: "p", Object: "m", Confidence: 1, SourceCount: 1}},
		}
	}
	if err := good().Validate(); err != nil {
		t.Fatal(err)
	}
	for name, spoil := range map[string]func(*Batch){
		"no quote":         func(b *Batch) { b.Statements[0].Quote = "" },
		"bytes as offsets": func(b *Batch) { b.Statements[0].End = 8 },
		"another quote":    func(b *Batch) { b.Statements[0].Quote = "😀ค" },
		"past the end":     func(b *Batch) { b.Statements[0].Start, b.Statements[0].End = 2, 4 },
		"type":             func(b *Batch) { b.Statements[0].Type = "x`y" },
		"kind":             func(b *Batch) { b.Entities[0].Kind = "ROBOT" },
		"no name":          func(b *Batch) { b.Entities[0].Name = "" },
		"no source":        func(b *Batch) { b.Facts[0].SourceCount = 0 },
		"foreign id":       func(b *Batch) { b.Facts[0].ID = "fact-1" },
		"invalid UTF-8":    func(b *Batch) { b.Documents[0].Text = "\xff" },
	} {
		b := good()
		spoil(b)
		if err := b.Validate(); CodeOf(err) != BadInput {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestErrorCodes(t *testing.T) {
	if got := CodeOf(Wrap(Unavailable, "x", context.DeadlineExceeded)); got != Timeout {
		t.Errorf("a passed deadline is %s", got)
	}
	inner := Errorf(NotFound, "y", "no such thing")
	if err := Wrap(Internal, "x", inner); !errors.Is(err, inner) || CodeOf(err) != NotFound {
		t.Errorf("wrapping hides %v", err)
	}
	if Wrap(Internal, "x", nil) != nil || CodeOf(nil) != "" || CodeOf(errors.New("?")) != Internal {
		t.Error("nil or foreign errors")
	}
}
