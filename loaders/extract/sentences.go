package extract

import (
	"slices"
	"strings"

	"mueang/loaders/thai"
)

// cue is a word that signals a relation.
type cue uint8

const (
	chairs    cue = iota + 1 // is in the chair
	coChairs                 // shares the chair
	opens                    // opens as guest of honour
	attends                  // is there
	witnesses                // stands witness
	signs                    // signs
	speaks                   // is quoted
	delegates                // sends somebody else
	sentBy                   // was sent by somebody else
	with                     // whoever follows is there as well
	hosts                    // holds a meeting
	hostedBy                 // whoever follows holds the meeting
)

var cueWords = []struct {
	text string
	cue  cue
}{
	{"เป็นประธานร่วม", coChairs}, {"ประธานร่วม", coChairs}, {"ร่วมเป็นประธาน", coChairs}, {"cochaired", coChairs}, {"co-chaired", coChairs},
	{"เป็นประธานเปิด", opens}, {"เปิดงาน", opens}, {"เปิดการประชุม", opens}, {"เปิดประชุม", opens}, {"เปิดการสัมมนา", opens}, {"เปิดสัมมนา", opens}, {"เปิดกิจกรรม", opens}, {"เปิดนิทรรศการ", opens}, {"เปิดเวที", opens}, {"เป็นประธานกล่าวเปิด", opens}, {"กล่าวเปิดกิจกรรม", opens}, {"กล่าวเปิดประชุม", opens}, {"กล่าวเปิดสัมมนา", opens}, {"เป็นประธานในพิธีเปิด", opens}, {"เป็นประธานพิธีเปิด", opens}, {"เป็นประธานในการเปิด", opens}, {"กล่าวเปิดงาน", opens}, {"กล่าวเปิดการ", opens}, {"ประธานเปิด", opens},
	{"เป็นประธาน", chairs}, {"การเป็นประธาน", chairs}, {"ทำหน้าที่ประธาน", chairs}, {"ปฏิบัติหน้าที่ประธาน", chairs}, {"นั่งหัวโต๊ะ", chairs}, {"ประธานในพิธี", chairs}, {"ประธานฝ่ายสงฆ์", chairs}, {"ประธานฝ่ายฆราวาส", chairs}, {"ประธานการประชุม", chairs}, {"ประธานที่ประชุม", chairs}, {"ประธานในที่ประชุม", chairs}, {"chaired", chairs}, {"presided over", chairs},
	{"เข้าร่วม", attends}, {"ร่วมงาน", attends}, {"ร่วมพิธี", attends}, {"ร่วมในพิธี", attends}, {"ร่วมประชุม", attends}, {"ร่วมการประชุม", attends}, {"ให้การต้อนรับ", attends}, {"กล่าวต้อนรับ", attends},
	{"เสด็จพระราชดำเนิน", attends}, {"เสด็จ", attends}, {"รับเสด็จ", attends}, {"เฝ้าฯ รับเสด็จ", attends}, {"เฝ้ารับเสด็จ", attends}, {"เฝ้าฯรับเสด็จ", attends}, {"เสด็จพระราชดำเนินกลับ", 0}, {"ส่งเสด็จ", 0}, {"ทรงเป็นประธาน", chairs}, {"ทรงเปิด", opens},
	{"เป็นผู้แทน", attends}, {"เป็นตัวแทน", attends}, {"ร่วมออกบูธ", attends}, {"ร่วมเป็นเกียรติ", attends}, {"ร่วมหารือ", attends}, {"ร่วมการหารือ", attends}, {"ร่วมลงพื้นที่", attends}, {"ร่วมคณะ", attends}, {"ร่วมต้อนรับ", attends}, {"ร่วมให้การต้อนรับ", attends}, {"คอยให้การต้อนรับ", attends}, {"ร่วมกิจกรรม", attends}, {"ร่วมเสวนา", attends}, {"ร่วมสัมมนา", attends}, {"ร่วมรับฟัง", attends}, {"ร่วมเดินทาง", attends}, {"ร่วมตรวจ", attends}, {"ร่วมเวที", attends}, {"ร่วมแถลง", attends}, {"ร่วมเยี่ยมชม", attends}, {"ร่วมในงาน", attends}, {"ร่วมเปิด", attends}, {"ร่วมรายการ", attends}, {"ร่วมสังเกตการณ์", attends}, {"กล่าวรายงาน", attends}, {"กล่าวปาฐกถา", attends}, {"ปาฐกถา", attends}, {"กล่าวสุนทรพจน์", attends}, {"กล่าวถ้อยแถลง", attends}, {"เป็นวิทยากร", attends}, {"ร่วมอภิปราย", attends}, {"เข้าประชุม", attends}, {"attended", attends}, {"มาถ่ายทอด", attends}, {"บรรยายพิเศษ", attends}, {"ร่วมบรรยาย", attends}, {"บรรยายในหัวข้อ", attends}, {"ร่วมชม", attends}, {"กล่าวปิด", attends}, {"ร่วมติดตาม", attends}, {"ร่วมแลกเปลี่ยน", attends}, {"ร่วมแสดงความยินดี", attends}, {"ร่วมขบวน", attends}, {"ร่วมประกอบ", attends}, {"ร่วมกันประกอบ", attends}, {"ร่วมพบปะ", attends}, {"ร่วมพูดคุย", attends}, {"ร่วมให้ข้อมูล", attends}, {"ร่วมให้กำลังใจ", attends}, {"ร่วมทำบุญ", attends}, {"ร่วมเยี่ยม", attends}, {"ร่วมศึกษาดูงาน", attends},
	{"เป็นสักขีพยาน", witnesses}, {"ร่วมเป็นสักขีพยาน", witnesses}, {"ร่วมสักขีพยาน", witnesses}, {"เป็นประธานสักขีพยาน", witnesses}, {"ร่วมเป็นประธานสักขีพยาน", witnesses}, {"และสักขีพยาน", witnesses}, {"ลงนามเป็นพยาน", witnesses}, {"ร่วมลงนามเป็นพยาน", witnesses}, {"ร่วมลงนามเป็นสักขีพยาน", witnesses}, {"ลงนามเป็นสักขีพยาน", witnesses}, {"เป็นพยาน", witnesses}, {"witnessed", witnesses}, {"as witnesses", witnesses},
	{"ลงนาม", signs}, {"เป็นผู้ลงนาม", signs}, {"ร่วมลงนาม", signs}, {"เซ็น MOU", signs}, {"signed", signs},
	{"กล่าวว่า", speaks}, {"กล่าวถึง", speaks}, {"กล่าวเพิ่มเติม", speaks}, {"กล่าวต่อว่า", speaks}, {"กล่าวย้ำ", speaks}, {"กล่าว", speaks}, {"เปิดเผยว่า", speaks}, {"เปิดเผย", speaks}, {"เผยว่า", speaks}, {"เผย", speaks}, {"แจ้งว่า", speaks}, {"ชี้แจงว่า", speaks}, {"เผยแพร่", 0}, {"ระบุว่า", speaks}, {"แถลงว่า", speaks},
	{"มอบหมายให้", delegates}, {"มอบหมาย", delegates}, {"สั่งการให้", delegates}, {"สั่งการ", delegates}, {"กำชับให้", delegates}, {"ได้รับมอบหมายจาก", sentBy}, {"รับมอบหมายจาก", sentBy}, {"ได้รับมอบหมาย", sentBy},
	{"โดยมี", with}, {"พร้อมด้วย", with}, {"ร่วมด้วย", with}, {"พร้อมทั้ง", 0}, {"ซึ่งมี", with}, {"ทั้งนี้มี", with}, {"นำโดย", with}, {"โดยได้รับเกียรติจาก", with}, {"ได้รับเกียรติจาก", with}, {"โดยได้รับความเมตตาจาก", with}, {"ได้รับความเมตตาจาก", with},
	{"จัดการ", hosts}, {"จัดงาน", hosts}, {"ได้จัด", hosts}, {"จัดขึ้น", hosts}, {"เป็นเจ้าภาพ", hosts}, {"เป็นเจ้าภาพจัด", hosts}, {"เป็นเจ้าภาพในการจัด", hosts}, {"เป็นเจ้าภาพหลักในการจัด", hosts}, {"เป็นเจ้าภาพร่วมในการจัด", hosts}, {"เป็นเจ้าภาพร่วมจัด", hosts}, {"ในฐานะเจ้าภาพ", hosts}, {"ในฐานะเจ้าภาพจัด", hosts}, {"เป็นหน่วยงานหลักในการจัด", hosts}, {"เป็นผู้จัด", hosts}, {"เจ้าภาพหลักในการจัด", hosts}, {"เจ้าภาพจัด", hosts}, {"เจ้าภาพในการจัด", hosts}, {"จัด", hosts},
	{"จัดโดย", hostedBy}, {"จัดขึ้นโดย", hostedBy},
	{"ดำเนินการ", 0}, {"ดังกล่าว", 0}, {"จัดตั้ง", 0}, {"จัดทำ", 0}, {"จัดสรร", 0}, {"จัดหา", 0}, {"จัดเก็บ", 0}, {"จัดซื้อ", 0}, {"จัดให้", 0}, {"บริหารจัดการ", 0}, {"การจัดการ", 0}, {"จัดส่ง", 0}, {"จัดอยู่", 0}, {"จัดแสดง", 0}, // signals of nothing
	{"กล่าวให้โอวาท", 0}, {"กล่าวอวยพร", 0}, {"กล่าวขอบคุณ", 0}, {"กล่าวแสดงความยินดี", 0}, {"กล่าวแสดงความขอบคุณ", 0}, // what is said at an event, and not of it
}

func newCueMatcher() *thai.Matcher {
	entries := make([]thai.Entry, 0, len(cueWords))
	for i, w := range cueWords {
		entries = append(entries, thai.Entry{Text: w.text, Value: i})
	}
	return thai.NewMatcher(entries)
}

// withinWord reports whether what looks like a word from start to end is but
// the rest of one of the dictionary: ที่ of พื้นที่, ได้ of รายได้.
func (r *reading) withinWord(start, end int) bool {
	from, to := r.wordAround(start)
	return from < start && end <= to && thai.IsWord(r.runes[from:to])
}

// beginsWord reports whether a word that goes on beyond end begins at start.
func (r *reading) beginsWord(start, end int) bool {
	from, to := r.wordAround(start)
	return from == start && start > 0 && to > end
}

// wordAround gives where the Thai word at i begins and ends; i twice where there
// is none.
func (r *reading) wordAround(i int) (from, to int) {
	if !thai.InRun(r.at(i)) {
		return i, i
	}
	if r.words == nil {
		r.words = make([][2]int32, len(r.runes))
	}
	if r.words[i][1] == 0 {
		r.segmentRun(i)
	}
	return int(r.words[i][0]), int(r.words[i][1])
}

// segmentRun notes where the words of the Thai run around i begin and end.
func (r *reading) segmentRun(i int) {
	from, to := i, i
	for from > 0 && thai.InRun(r.runes[from-1]) {
		from--
	}
	for to < len(r.runes) && thai.InRun(r.runes[to]) {
		to++
	}
	begin := from
	for _, end := range thai.Segment(r.runes[from:to]) {
		end += from
		for k := begin; k < end; k++ {
			r.words[k] = [2]int32{int32(begin), int32(end)}
		}
		begin = end
	}
}

// sentence is a stretch that says one thing or a few about the same.
type sentence struct {
	start, end int
	headline   bool
	english    bool
	first      bool       // of its paragraph
	tokens     []*mention // names and signals that no longer name holds, by start
	person     *mention   // the first person among these
}

// A sentence is cut at these many letters, names and signals: a text without
// any word that begins a sentence is read in stretches.
const (
	longestSentence = 4000
	mostTokens      = 256
)

// openers begin a sentence of Thai prose, which has no full stop.
var openers = newWords("ทั้งนี้", "นอกจากนี้", "นอกจากนั้น", "อย่างไรก็ตาม", "ขณะที่", "ขณะเดียวกัน", "สำหรับ", "โอกาสนี้", "ในโอกาสนี้", "ในการนี้", "พร้อมกันนี้", "จากนั้น", "ต่อมา", "อนึ่ง", "ด้านนาย", "ด้าน นาย", "ด้านนาง", "ด้าน นาง", "ด้าน ดร", "ด้านดร",
	"ก่อนการประชุม", "ส่งผลให้", "ในส่วนของ", "“", "ที่ประชุมยัง", "ที่ประชุมรับทราบ", "นอกจากนี้ ", "ต่อมาได้", "รวมทั้ง ")

// splitSentences cuts the paragraphs into sentences and lists what each names
// and signals.
func (r *reading) splitSentences() {
	r.markLongs()
	for _, b := range r.blocks {
		start := b.start
		for i := b.start + 1; i < b.end; i++ {
			if r.beginsSentence(i, b) && i-start > 20 || i-start > longestSentence && r.taken[i] == nil && !r.insideLong[i] {
				r.addSentence(sentence{start: start, end: i, headline: b.headline, english: b.english, first: start == b.start})
				start = i
			}
		}
		r.addSentence(sentence{start: start, end: b.end, headline: b.headline, english: b.english, first: start == b.start})
	}
}

// markLongs notes where the agreements, meetings, funds and projects go on, and
// which of them are within another.
func (r *reading) markLongs() {
	r.insideLong = make([]bool, len(r.runes)+1)
	slices.SortStableFunc(r.long, byPlace)
	reach := 0 // the furthest end of those before
	for k := 0; k < len(r.long); {
		first := r.long[k] // and the longest of those that begin with it
		for i := max(first.start+1, reach); i < first.end; i++ {
			r.insideLong[i] = true
		}
		least := first.sort // of those of the same stretch
		next := k
		for ; next < len(r.long) && r.long[next].start == first.start; next++ {
			if r.long[next].end == first.end {
				least = min(least, r.long[next].sort)
			}
		}
		for ; k < next; k++ {
			m := r.long[k]
			m.nested = reach >= m.end || m.end < first.end || m.sort > least
		}
		reach = max(reach, first.end)
	}
}

func (r *reading) beginsSentence(i int, b block) bool {
	if b.english {
		return r.endsEnglish(i, b)
	}
	if !isBlank(r.at(i-1)) || isBlank(r.at(i)) {
		return false
	}
	if isUpper(r.at(i)) && r.at(i-2) == '.' && i-4 > b.start && isLatin(r.at(i-3)) && isLatin(r.at(i-4)) && isLatin(r.at(i-5)) && !isUpper(r.at(i-4)) {
		return r.taken[i-2] == nil
	}
	if r.taken[i] != nil && r.taken[i].start < i || r.insideLong[i] {
		return false
	}
	_, ok := r.wordAt(i, openers)
	if ok && r.at(i) == '“' {
		return r.has(i+1, "ใน") || r.has(i+1, "ผม") || r.has(i+1, "เรา") || r.has(i+1, "สำหรับ")
	}
	return ok
}

// longsIn gives the agreements, meetings, funds and projects that begin in a
// stretch.
func (r *reading) longsIn(start, end int) []*mention {
	at := func(i int) int {
		k, _ := slices.BinarySearchFunc(r.long, i, func(m *mention, at int) int { return m.start - at })
		return k
	}
	return r.long[at(start):max(at(start), at(end))]
}

// longestTitle bounds the name of an agreement, event or project; longestLong
// bounds what such a name holds together, as that of a signing its agreement's.
const (
	longestTitle = 800
	longestLong  = 2500
)

// covers gives whether one of the stretches, by start, holds another; it is
// asked from left to right.
func covers(list []*mention) func(start, end int) bool {
	reach := 0
	return func(start, end int) bool {
		for ; len(list) > 0 && list[0].start <= start; list = list[1:] {
			reach = max(reach, list[0].end)
		}
		return reach >= end
	}
}

// addSentence lists the tokens of a sentence.
func (r *reading) addSentence(s sentence) {
	var longs []*mention
	for _, m := range r.longsIn(s.start, s.end) {
		if m.end <= s.end && !m.nested {
			longs = append(longs, m)
		}
	}
	tokens := slices.Clone(longs)
	covered := covers(longs)
	for k := r.nextName(s.start); k < len(r.names) && r.names[k].start < s.end; k++ {
		if m := r.names[k]; !covered(m.start, m.end) {
			tokens = append(tokens, m)
		}
	}
	s.tokens = tokens
	if s.english {
		slices.SortStableFunc(s.tokens, byPlace)
		r.englishSignals(&s)
		r.keepSentence(s)
		return
	}
	covered = covers(longs)
	for i := s.start; i < s.end; i++ {
		if m := r.taken[i]; m != nil {
			i = m.end - 1
			continue
		}
		if !thai.ClusterStart(r.runes, i) {
			continue
		}
		match, ok := r.lex.cues.At(r.runes, i)
		if w, along := r.hasAny(i, []string{"พร้อมกับ", "พร้อม"}); !ok && along && i > s.start && isBlank(r.at(i-1)) {
			// "พร้อมนาย A", "พร้อม นาย A", "พร้อมกับ นาย A"
			end := i + len([]rune(w))
			if n := r.taken[min(r.skipBlanks(end), len(r.runes))]; n != nil && n.sort == someone {
				tokens = append(tokens, &mention{start: i, end: end, sort: signal, cue: with})
			}
		}
		if !ok {
			continue
		}
		if cueWords[match.Values[0]].cue == 0 {
			i = match.End - 1
			continue
		}
		end := min(match.End, s.end)
		for len(longs) > 0 && longs[0].start <= match.Start {
			longs = longs[1:]
		}
		if len(longs) > 0 {
			end = min(end, longs[0].start)
		}
		for j := match.Start; j < end; j++ {
			if r.taken[j] != nil {
				end = j
			}
		}
		if end-match.Start >= 3 && (end == match.End || opensName(r.str(match.Start, end))) && !covered(match.Start, end) {
			tokens = append(tokens, &mention{start: match.Start, end: end, sort: signal, cue: cueWords[match.Values[0]].cue})
		}
		i = end - 1
	}
	slices.SortStableFunc(tokens, byPlace)
	for len(tokens) > mostTokens {
		part := s
		part.tokens, tokens = tokens[:mostTokens], tokens[mostTokens:]
		if part.end = tokens[0].start; part.end > part.start {
			s.start, s.first = part.end, false
		}
		r.keepSentence(part)
	}
	s.tokens = tokens
	r.keepSentence(s)
}

func (r *reading) keepSentence(s sentence) {
	if k := slices.IndexFunc(s.tokens, func(m *mention) bool { return m.sort == someone }); k >= 0 {
		s.person = s.tokens[k]
	}
	r.sentences = append(r.sentences, s)
}

// opensName reports whether a signal still says what it says when the name of
// an event takes its end: "เป็นประธานใน|พิธีเปิด …", "ร่วม|งาน …".
func opensName(cue string) bool {
	for _, w := range []string{"จัด", "ร่วม", "เป็นประธาน", "เปิด", "กล่าวเปิด", "เข้าประชุม"} {
		if strings.HasPrefix(cue, w) {
			return true
		}
	}
	return false
}

// gap gives the text between two mentions, tidied.
func (r *reading) gap(a, b *mention) string {
	if a.end >= b.start {
		return ""
	}
	return tidy(r.str(a.end, b.start))
}

// listMarks are passed over between the names of a list.
var listMarks = strings.NewReplacer("(", "", ")", "", ",", "", "”", "", "“", "", "’", "", "‘", "")

// joins reports whether a gap between two names only joins them into a list.
func joins(gap string) bool {
	gap = strings.TrimSpace(listMarks.Replace(gap))
	switch gap {
	case "", "และ", "กับ", "ร่วมกับ", "พร้อมด้วย", "ตลอดจน", "รวมถึง", "รวมทั้ง", "ผู้แทนจาก", "และผู้แทนจาก", "ผู้แทน", "และผู้แทน", "and", "อาทิ", "ได้แก่", "ประกอบด้วย", "และ the", "and the", "the", "ร่วมด้วย", "1.", "2.", "3.", "และทีมงานจาก", "ทีมงานจาก", "พร้อมทีมงานจาก", "โดย", "เป็นต้น", "หน่วยงานในสังกัด", "คือ":
		return true
	}
	return false
}

// within gives the names inside a longer mention.
func (r *reading) within(m *mention) []*mention {
	var inner []*mention
	for k := r.nextName(m.start); k < len(r.names) && r.names[k].start < m.end; k++ {
		if !r.names[k].released {
			inner = append(inner, r.names[k])
		}
	}
	return inner
}
