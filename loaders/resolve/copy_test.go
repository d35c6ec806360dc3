package resolve

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"mueang/graph/kg"
)

// body is the text of a release that tells of so many things, with numbers.
func body(story uint64, sentences int) string {
	who := strings.Fields("เทศบาล กระทรวง จังหวัด สำนักงาน มหาวิทยาลัย ผู้ว่าราชการ ประชาชน ภาคเอกชน นักวิจัย ผู้ประกอบการ")
	what := strings.Fields("ร่วมหารือ ติดตามความคืบหน้า ลงพื้นที่ตรวจเยี่ยม สนับสนุนงบประมาณ จัดอบรม เปิดศูนย์ข้อมูล ทดสอบระบบ ขยายบริการ ประกาศแผนงาน รับฟังความเห็น")
	of := strings.Fields("เมืองอัจฉริยะ ขนส่งสาธารณะ พลังงานสะอาด ระบบน้ำ การจัดการขยะ ข้อมูลเปิด การท่องเที่ยว สุขภาพชุมชน การศึกษา ความปลอดภัย")
	r := rand.New(rand.NewPCG(story, 1))
	var text strings.Builder
	for range sentences {
		fmt.Fprintf(&text, "%s%s%s จำนวน %d แห่ง ", who[r.IntN(10)], what[r.IntN(10)], of[r.IntN(10)], 100+r.IntN(900))
	}
	return text.String()
}

func paper(id, day, text string) *kg.Document {
	d := &kg.Document{ID: kg.ID(id), Text: text}
	if day != "" {
		d.PublishedOn = &kg.PartialDate{Value: day}
	}
	return d
}

func TestWhatACopyIs(t *testing.T) {
	story := body(1, 20)
	original := paper("a", "2020-05-13", "เปิดโครงการเมืองน่าอยู่\nวันพุธที่ 13 พฤษภาคม 2563\n"+story+"\nที่มา : https://example.org/1")
	thaiDigits := strings.NewReplacer("0", "๐", "1", "๑", "2", "๒", "3", "๓", "4", "๔", "5", "๕", "6", "๖", "7", "๗", "8", "๘", "9", "๙")
	sentences := strings.SplitAfter(story, "แห่ง ")
	for name, c := range map[string]struct {
		day, text string
		copy      bool
	}{
		"the same":                         {"2020-05-13", original.Text, true},
		"another address and dateline":     {"2020-05-14", "เปิดโครงการเมืองน่าอยู่\nวันพฤหัสบดีที่ 14 พฤษภาคม 2563\n" + story + "\nที่มา : https://example.org/2", true},
		"a month later":                    {"2020-06-18", "เปิดโครงการเมืองน่าอยู่\nวันพฤหัสบดีที่ 18/06/2563\n" + story, true},
		"another headline":                 {"2020-05-14", "รัฐมนตรีเดินหน้าเมืองน่าอยู่ ชวนทุกจังหวัดสมัคร\n" + story, true},
		"a caption and a contact":          {"2020-05-14", "ภาพ: ผู้บริหารร่วมถ่ายภาพ\n" + story + "\nสอบถามเพิ่มเติม กลุ่มประชาสัมพันธ์ โทร. 0 2123 4567 ต่อ 89", true},
		"Thai digits, blanks and marks":    {"2020-05-13", "“" + thaiDigits.Replace(strings.ReplaceAll(story, " ", "\n\u200b ")) + "”", true},
		"not all of it":                    {"2020-05-14", strings.Join(sentences[:17], ""), true},
		"half of it":                       {"2020-05-14", strings.Join(sentences[:10], ""), false},
		"it and as much again":             {"2020-05-14", story + body(2, 20), false},
		"another story":                    {"2020-05-13", body(3, 20), false},
		"the next of a series":             {"2020-05-20", strings.NewReplacer("จำนวน 1", "จำนวน 2", "จำนวน 2", "จำนวน 3").Replace(original.Text), false},
		"the next of a series, its number": {"2020-06-18", "ครั้งที่ 2 " + story + " รวม 31 แห่ง", false},
		"nothing":                          {"", "", false},
	} {
		t.Run(name, func(t *testing.T) {
			before := original
			if strings.Contains(name, "its number") {
				before = paper("a", "2020-05-13", "ครั้งที่ 1 "+story+" รวม 30 แห่ง")
			}
			other := paper("b", c.day, c.text)
			if got := NewWording(other).Repeats(NewWording(before)); got != c.copy {
				t.Errorf("copy: %v", got)
			}
			if got := NewWording(before).Repeats(NewWording(other)); got != c.copy {
				t.Errorf("the other way round: %v", got)
			}
			a, b := Words(before), Words(other)
			if shares := slices.ContainsFunc(a.Blocks, func(block string) bool { return slices.Contains(b.Blocks, block) }); c.copy && !shares {
				t.Error("they share no block")
			}
		})
	}
}

func TestTheOriginalIsTheFirst(t *testing.T) {
	story := body(1, 20)
	for name, c := range map[string]struct {
		papers []*kg.Document
		want   string // the originals of a, b and c
	}{
		"by day":           {[]*kg.Document{paper("a", "2020-05-14", story), paper("b", "2020-05-13", story), paper("c", "2020-05", story)}, "c c -"},
		"the undated last": {[]*kg.Document{paper("a", "", story), paper("b", "2020-05-13", story), paper("c", "", story)}, "b - b"},
		"by length":        {[]*kg.Document{paper("a", "2020", story), paper("b", "2020", story+"โทร"), paper("c", "2020", story+"โท")}, "b - b"},
		"by id":            {[]*kg.Document{paper("a", "", story), paper("b", "", story), paper("c", "", story)}, "- a a"},
		"a chain": {[]*kg.Document{paper("a", "2020", body(1, 30)), paper("b", "2021", body(1, 24)), paper("c", "2022", body(1, 19))},
			"- a b"},
		"in the middle": {[]*kg.Document{paper("a", "2020", body(1, 30)), paper("b", "2022", body(1, 24)), paper("c", "2021", body(1, 19))},
			"- a -"},
	} {
		t.Run(name, func(t *testing.T) {
			var wordings []*Wording
			for _, d := range c.papers {
				wordings = append(wordings, NewWording(d))
			}
			var got []string
			for i, d := range wordings {
				others := slices.Delete(slices.Clone(wordings), i, i+1)
				slices.Reverse(others)
				original := string(Original(d, others))
				if original == "" {
					original = "-"
				}
				got = append(got, original)
			}
			if got := strings.Join(got, " "); got != c.want {
				t.Errorf("%s, want %s", got, c.want)
			}
		})
	}
}

func TestIndependent(t *testing.T) {
	copyOf := map[kg.ID]kg.ID{"b": "a", "c": "b", "d": "a", "x": "y", "y": "x"}
	source := Sources(func(id kg.ID) kg.ID { return copyOf[id] })
	if got := source("c") + source("a") + source("e"); got != "aae" {
		t.Errorf("sources %s", got)
	}
	source("x") // a circle ends
	var mentions []kg.Mention
	for _, m := range strings.Fields("d/1 a/1 c/1 c/2 b/2 e/2 e/3 d/4") {
		mentions = append(mentions, kg.Mention{Document: kg.ID(m[:1]), Referent: kg.ID(m[2:])})
	}
	got := ""
	for _, m := range Independent(mentions, source) {
		got += string(m.Document+"/"+m.Referent) + " "
	}
	if got != "a/1 b/2 e/2 e/3 d/4 " {
		t.Errorf("counted: %s", got)
	}
}

// FuzzWords: no text makes it panic, and a text has the blocks of its letters.
func FuzzWords(f *testing.F) {
	for _, seed := range []string{"", "ก", "เเกํา้ https://example.org/1 2563", body(1, 3), "\xff\xfe12345678", strings.Repeat("a", 100)} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d := paper("a", "2020-05-13", text)
		row := Words(d)
		if len(row.Blocks) > bands || !slices.IsSorted(row.Blocks) {
			t.Errorf("blocks %q", row.Blocks)
		}
		again := paper("b", "2020-05-14", " "+text+" .\n")
		if other := Words(again); !slices.Equal(row.Blocks, other.Blocks) {
			t.Errorf("blank and full stop change the blocks of %q", text)
		}
		if len(row.Blocks) > 0 && !NewWording(d).Repeats(NewWording(again)) {
			t.Errorf("blank and full stop make another text of %q", text)
		}
	})
}

func BenchmarkWords(b *testing.B) {
	d := paper("a", "", body(1, 100))
	b.SetBytes(int64(len(d.Text)))
	for b.Loop() {
		Words(d)
	}
}
