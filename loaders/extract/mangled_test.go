package extract

import (
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"mueang/graph/kg"
	"mueang/loaders/resolve"
)

// manglings make of a text what copying, cutting and bad typing make of it.
var manglings = []struct {
	name string
	make func(rng *rand.Rand, text string) string
}{
	{"cut short", func(rng *rand.Rand, text string) string {
		runes := []rune(text)
		return string(runes[:rng.IntN(len(runes)+1)])
	}},
	{"begun late", func(rng *rand.Rand, text string) string {
		runes := []rune(text)
		return string(runes[rng.IntN(len(runes)+1):])
	}},
	{"lines shuffled", func(rng *rand.Rand, text string) string { return shuffled(rng, text, "\n") }},
	{"sentences shuffled", func(rng *rand.Rand, text string) string {
		lines := strings.Split(text, "\n")
		for i := range lines {
			lines[i] = shuffled(rng, lines[i], " ")
		}
		return strings.Join(lines, "\n")
	}},
	{"some blanks deleted", func(rng *rand.Rand, text string) string {
		return strings.Map(func(c rune) rune {
			if c == ' ' && rng.IntN(2) == 0 {
				return -1
			}
			return c
		}, text)
	}},
	{"all blanks deleted", func(_ *rand.Rand, text string) string {
		return strings.NewReplacer(" ", "", "\n", "", "\t", "").Replace(text)
	}},
	{"letters deleted", func(rng *rand.Rand, text string) string {
		return strings.Map(func(c rune) rune {
			if rng.IntN(20) == 0 {
				return -1
			}
			return c
		}, text)
	}},
	{"doubled", func(_ *rand.Rand, text string) string { return text + text }},
	{"on one line", func(_ *rand.Rand, text string) string { return strings.ReplaceAll(text, "\n", " ") }},
	{"as typed elsewhere", func(rng *rand.Rand, text string) string {
		text = strings.NewReplacer("\n", "\r\n", "แ", "เเ", "น้ำ", "นํ้า", " ", "\u00a0").Replace(text)
		return shuffled(rng, text, "\u200b")
	}},
}

func shuffled(rng *rand.Rand, text, at string) string {
	parts := strings.Split(text, at)
	rng.Shuffle(len(parts), func(i, j int) { parts[i], parts[j] = parts[j], parts[i] })
	return strings.Join(parts, at)
}

// TestMangledTexts reads releases that have been cut, shuffled, doubled and run
// together: whatever is read of them stands where the evidence says, and every
// fact leads to things of its document. Without the corpus it reads the
// founding releases only.
func TestMangledTexts(t *testing.T) {
	const seed, most, longest = 20, 70, 20_000
	var texts []string
	for _, text := range releases(t) {
		texts = append(texts, text)
	}
	slices.Sort(texts)
	if folder := shared(t); folder != "" {
		for _, file := range []string{"smartcity.jsonl.gz", "sample.jsonl.gz"} {
			for i, text := range corpus(t, filepath.Join(folder, "corpus", file), 700) {
				if i%20 == 0 && len([]rune(text)) <= longest {
					texts = append(texts, text)
				}
			}
		}
	} else {
		t.Log("set MUEANG_SHARED to mangle releases of the corpus, too")
	}
	x := newExtractor(t)
	rng := rand.New(rand.NewPCG(seed, seed))
	for n, text := range texts[:min(len(texts), most)] {
		for _, mangling := range manglings {
			mangled := mangling.make(rng, text)
			got := read(t, x, kg.Document{ID: kg.NewID("document", mangled), Text: mangled})
			checkIntegrity(t, got)
			if _, err := resolve.Document(got); err != nil {
				t.Errorf("resolve: %v", err)
			}
			if t.Failed() {
				t.Fatalf("text %d, %s", n, mangling.name)
			}
		}
	}
}
