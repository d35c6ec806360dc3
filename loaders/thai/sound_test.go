package thai

import (
	"math"
	"testing"
)

func TestSkeleton(t *testing.T) {
	for _, c := range []struct{ thai, latin string }{
		{"ทวีสิน", "Thavisin"}, {"ชินวัตร", "Shinawatra"}, {"วงษ์สุวรรณ", "Wongsuwon"}, {"ธรรม", "tham"}, {"ทรง", "song"},
		{"ศักดิ์", "sak"}, {"จันทร์", "chan"}, {"หลวง", "luang"}, {"ภูมิ", "phum"}, {"เกา", "Gao"}, {"โมโร", "Moro"}, {"ชัย", "chai"},
	} {
		a, b := Skeleton(c.thai), Skeleton(c.latin)
		if JaroWinkler(a, b) < 0.9 {
			t.Errorf("%s is %q and %s is %q", c.thai, a, c.latin, b)
		}
	}
	if Skeleton("ทวีสิน") != "twsn" || Skeleton("Thavisin") != "twsn" {
		t.Errorf("%q and %q", Skeleton("ทวีสิน"), Skeleton("Thavisin"))
	}
}

func TestSpellingsOfOneSound(t *testing.T) {
	for _, c := range [][2]string{{"ณัฏฐพล", "ณัฐฐพล"}, {"วิลาศ", "วิลาส"}, {"พันธุ์", "พันธ์"}, {"เพ็ชร", "เพชร"}, {"ซุ้นหั้ว", "ซุ่นฮั้ว"}} {
		if Spelling(c[0]) != Spelling(c[1]) {
			t.Errorf("%s is %q, %s is %q", c[0], Spelling(c[0]), c[1], Spelling(c[1]))
		}
	}
	for _, c := range [][2]string{{"สมชาย", "สมชัย"}, {"มาลี", "มาลา"}, {"วิชัย", "วิทย์"}} {
		if Spelling(c[0]) == Spelling(c[1]) {
			t.Errorf("%s and %s both are %q", c[0], c[1], Spelling(c[0]))
		}
	}
}

func TestSameNameToleratesTheScript(t *testing.T) {
	for _, c := range []struct {
		a, b  string
		least float64
		most  float64
	}{
		{"เศรษฐา", "Srettha", 0.9, 1}, {"ประยุทธ์", "Prayut", 0.9, 1}, {"มาร์ก", "Mark", 0.75, 1}, {"สมชาย", "Prawit", 0, 0.6}, {"", "Mark", 0, 0},
	} {
		if got := SameName(c.a, c.b); got < c.least || got > c.most {
			t.Errorf("%s and %s: %.2f", c.a, c.b, got)
		}
	}
}

func TestJaroWinkler(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want float64
	}{{"martha", "marhta", 0.961}, {"dwayne", "duane", 0.84}, {"dixon", "dicksonx", 0.813}, {"", "", 0}, {"a", "", 0}, {"same", "same", 1}} {
		if got := JaroWinkler(c.a, c.b); math.Abs(got-c.want) > 0.001 || got != JaroWinkler(c.b, c.a) {
			t.Errorf("%s, %s: %.3f and %.3f, want %.3f", c.a, c.b, got, JaroWinkler(c.b, c.a), c.want)
		}
	}
}

func FuzzSound(f *testing.F) {
	f.Add("เศรษฐา ทวีสิน")
	f.Add("Chan-o-cha’s ์ร์ เเา")
	f.Fuzz(func(t *testing.T, word string) {
		sound := Sound(word)
		for _, r := range sound {
			if r < 'a' || r > 'z' {
				t.Fatalf("%q sounds %q", word, sound)
			}
		}
		if likeness := SameName(word, word); sound != "" && Skeleton(word) != "" && likeness < 1 {
			t.Fatalf("%q is like itself by %f", word, likeness)
		}
	})
}
