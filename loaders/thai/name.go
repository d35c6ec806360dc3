package thai

import (
	"strings"
	"sync"
)

// PersonName gives where the name ends that begins at i, just after a title
// (blanks before it are passed over): given name and family name, of which
// the latter may be missing; "ณ " and a family name of that sort; the three or
// four short syllables of Korean, Chinese and Vietnamese names; capitalised
// Latin words; a trailing ฯ. It stops before role words, verbs, punctuation
// and the next title. ok is false where no name begins.
func PersonName(runes []rune, i int) (end int, ok bool) {
	if i < 0 || i >= len(runes) {
		return 0, false
	}
	i = gap(runes, i)
	if !nameStart(runes, i) {
		return 0, false
	}
	if capital(runes[i]) {
		return latinName(runes, i)
	}
	stops := nameStops()
	run := foreignRun(runes, i)
	if stops.strong.longest(runes, i) > i && words().given.longest(runes, i) < run {
		return 0, false
	}
	end, whole := givenName(runes, i, run)
	if end == i {
		return 0, false
	}
	if !whole {
		return end, true
	}
	if end < len(runes) && runes[end] == 'ฯ' {
		return end + 1, true
	}
	end = familyName(runes, i, end)
	if end < len(runes) && runes[end] == 'ฯ' {
		end++
	}
	return end, true
}

// foreignRun gives the end of the Thai letters at i, hyphens between them
// included: อุก-ฮ็อน.
func foreignRun(runes []rune, i int) int {
	for {
		i = thaiRun(runes, i)
		if i+1 >= len(runes) || runes[i] != '-' || !thaiLetter(runes[i+1]) || dependent(runes[i+1]) {
			return i
		}
		if end, ok := TitleAt(runes, i+1); ok && end > 0 {
			return i
		}
		i++
	}
}

// givenName gives where the given name ends in the run [i, run), and whether
// it is the whole run, so that more may follow.
func givenName(runes []rune, i, run int) (end int, whole bool) {
	if cut := cutAtStop(runes, i, run); cut < run {
		return cut, false
	}
	return run, true
}

// cutAtStop gives where in the run [i, run) a role word, verb or title begins
// that was written without a blank, or run. A hyphen before it belongs to
// neither: อุก-รัฐมนตรี.
func cutAtStop(runes []rune, i, run int) int {
	l := words()
	if l.given.longest(runes, i) == run || l.family.longest(runes, i) == run {
		return run
	}
	for j := i + 2; j < run; j++ {
		if !ClusterStart(runes, j) || !stopIn(runes, i, j, run) {
			continue
		}
		if runes[j-1] == '-' {
			return j - 1
		}
		return j
	}
	return run
}

// stopIn reports whether what follows names begins at j in the run [i, run).
func stopIn(runes []rune, i, j, run int) bool {
	l, stops := words(), nameStops()
	if stops.fused.longest(runes, j) > j {
		return true
	}
	if end, weak, ok := titleAt(runes, j); ok && !weak && end-j > 2 {
		return true
	}
	stop, long := stops.weak.longest(runes, j), run-i > 20
	if stop == j || stop-j < 3 && !long {
		return false
	}
	known := l.given.longest(runes, i) == j || l.family.longest(runes, i) == j
	return (known || long) && l.covers(runes, j, run)
}

// familyName gives where the name ends whose given name was [i, given).
func familyName(runes []rune, i, given int) int {
	l, stops := words(), nameStops()
	end := given
	foreign := given-i <= 7 && l.given.longest(runes, i) != given
	for part := 1; part < 5; part++ {
		next := gap(runes, end)
		if part == 1 {
			next = columns(runes, end)
		}
		if next == end || next+1 >= len(runes) || !thaiLetter(runes[next]) || dependent(runes[next]) {
			return end
		}
		if runes[next] == 'ณ' && runes[next+1] == ' ' || stops.ofPlace.longest(runes, next) > next {
			// เทพหัสดิน ณ อยุธยา; elsewhere a place behind a full name is where
			// something happened.
			stop := ofPlace(runes, next)
			if stop > 0 && (part == 1 || strings.HasSuffix(string(runes[next:stop]), "อยุธยา")) {
				return stop
			}
			return end
		}
		run := foreignRun(runes, next)
		if run < len(runes) && runes[run] == '.' && run-next <= 4 {
			if after := gap(runes, run+1); initial(runes[next:run]) && after > run+1 && thaiRun(runes, after)-after > 2 {
				end, foreign, part = run+1, true, 0 // โรเบิร์ต ซี. โอไบรอัน
				continue
			}
			return end
		}
		if run-next < 2 {
			return end
		}
		if foreignParticles[string(runes[next:run])] {
			part := gap(runes, run)
			stop := foreignRun(runes, part)
			if _, title := TitleAt(runes, part); part > run && stop-part > 2 && !title && !stops.absolute.has(runes[part:stop]) && stops.strong.longest(runes, part) == part && !stops.weakAt(runes, part) {
				end, foreign = stop, true // ซีบีย์ เดอ การ์ทีเย
				continue
			}
		}
		if after, weak, isTitle := titleAt(runes, next); isTitle {
			// คุณ begins family names, too.
			if !weak || part > 1 || after == run || !followedByRole(runes, run) || thaiLetter(runes[next]) && runes[next] != 'ค' {
				return end
			}
			return run
		}
		cut := cutAtStop(runes, next, run)
		if part == 1 {
			if !familyLike(runes, next, run) || next-end > 2 && !l.family.has(runes[next:run]) && l.covers(runes, next, run) && !followedByRole(runes, run) {
				return end
			}
			if cut < run {
				if stops.absolute.has(runes[next:cut]) || stops.weak.longest(runes, next) == cut {
					return end
				}
				if l.words.has(runes[next:cut]) && !l.family.has(runes[next:cut]) && stops.fused.longest(runes, cut) == cut {
					return end // ประยุทธ์ มุ่งมั่น|ในการ
				}
				return cut
			}
			end = run
			foreign = (foreign || run-next <= 4) && !(l.family.has(runes[next:run]) && l.given.has(runes[i:given]))
			continue
		}
		if cut < run || run-next > 14 || stops.absolute.has(runes[next:run]) || stops.strong.longest(runes, next) > next {
			return end
		}
		// A second family name, or a further part of a foreign name, stands
		// before what follows names. Short syllables may do without.
		sure := followedByRole(runes, run)
		weak := stops.weakAt(runes, next)
		alone := run-next <= 3 && run < len(runes) && runes[run] == ' ' // a verb has no blank on both sides: คิม ยุน มี
		switch {
		case foreign && sure && !weak && run-next <= 10, foreign && run-next <= 7 && (alone || sure || !weak && !l.words.has(runes[next:run])):
		case sure && !weak && part == 2 && run-next > 6 && !l.words.has(runes[next:run]): // the husband's and the father's
		case sure && !weak && (part > 2 || l.family.has(runes[next:run]) || !l.covers(runes, next, run)):
		default:
			return end
		}
		end = run
	}
	return end
}

// foreignParticles lead over to the next part of a foreign name.
var foreignParticles = map[string]bool{"เดอ": true, "บิน": true, "บินตี": true, "บินติ": true, "อัล": true, "ฟอน": true, "ฟาน": true, "แวน": true, "เดล": true, "ดิ": true, "ดอส": true, "เอล": true}

// initial reports whether a run is the Thai name of a Latin letter: ซี, เอ็ม. An
// abbreviation has consonants alone.
func initial(run []rune) bool {
	for _, r := range run {
		if !consonant(r) {
			return true
		}
	}
	return false
}

// columns passes over the blanks between the columns of a list.
func columns(runes []rune, i int) int {
	at := i
	for at < len(runes) && runes[at] == ' ' && at-i < 40 {
		at++
	}
	if at-i > 2 {
		return at
	}
	return gap(runes, i)
}

// familyLike reports whether the run [i, run) behind a given name is a family
// name rather than the rest of the sentence.
func familyLike(runes []rune, i, run int) bool {
	l, stops := words(), nameStops()
	if l.family.has(runes[i:run]) {
		return true
	}
	if stops.absolute.has(runes[i:run]) || stops.strong.longest(runes, i) > i {
		return false
	}
	if known := l.family.longest(runes, i); known-i >= 5 && stops.fused.longest(runes, known) > known {
		return true
	}
	if stops.weakAt(runes, i) {
		return run-i <= 15 && followedByRole(runes, run) && cutAtStop(runes, i, run) == run
	}
	at := gap(runes, run)
	_, and := literal(runes, at, "และ")
	_, which := literal(runes, at, "ซึ่ง")
	if and || which || followedByRole(runes, run) {
		return run-i <= 40
	}
	// A long run of nothing but words is a clause.
	if run-i > 14 && l.covers(runes, i, run) {
		return cutAtStop(runes, i, run) < run
	}
	return run-i <= 40
}

// followedByRole reports whether what comes after a name at i is what comes
// after names: the end of the line, punctuation, a role, another title.
func followedByRole(runes []rune, i int) bool {
	if i < len(runes) && runes[i] == 'ฯ' {
		i++
	}
	at := gap(runes, i)
	if at < len(runes) && capital(runes[at]) {
		end := at
		for end < len(runes) && latin(runes[end]) {
			end++
		}
		return latinStops[string(runes[at:end])]
	}
	if at >= len(runes) || strings.ContainsRune(",()\n”\"’'", runes[at]) || strings.ContainsRune("\n", runes[max(at-1, 0)]) {
		return true
	}
	if nameStops().role.longest(runes, at) > at {
		return true
	}
	_, ok := TitleAt(runes, at)
	return ok
}

// OnlyWords reports whether the stretch [i, end) is made of dictionary words
// alone, as the rest of a sentence is: "กลับประเทศไทย".
func OnlyWords(runes []rune, i, end int) bool { return words().covers(runes, i, end) }

// covers reports whether [i, end) is made of dictionary words alone.
func (l *lexicon) covers(runes []rune, i, end int) bool {
	reach := make([]bool, end-i+1)
	reach[0] = true
	for j := i; j < end; j++ {
		if !reach[j-i] || !ClusterStart(runes, j) {
			continue
		}
		node := int32(0)
		for k := j; k < end; k++ {
			if node = l.words.step(node, runes[k]); node < 0 {
				break
			}
			if l.words.value(node) >= 0 && k+1-j > 1 && ClusterStart(runes, k+1) {
				reach[k+1-i] = true
			}
		}
	}
	return reach[end-i]
}

// ofPlace gives the end of a family name such as ณ อยุธยา at i, or 0 where ณ
// is the preposition.
func ofPlace(runes []rune, i int) int {
	at := gap(runes, i+1)
	end := nameStops().ofPlaces.longest(runes, at)
	if end == at || end < len(runes) && thaiLetter(runes[end]) && nameStops().fused.longest(runes, end) == end {
		return 0
	}
	return end
}

// latinName gives the end of a name of capitalised words.
func latinName(runes []rune, i int) (end int, ok bool) {
	for part := 0; part < 7; part++ {
		j := i
		for j < len(runes) && (latin(runes[j]) || (runes[j] == '-' || runes[j] == '\'' || runes[j] == '’') && j+1 < len(runes) && latin(runes[j+1])) {
			j++
		}
		if j-i == 1 && j+2 < len(runes) && (runes[j] == '\'' || runes[j] == '’') && runes[j+1] == ' ' && capital(runes[j+2]) {
			j++ // Joseph D' Cruz
		}
		owner := j-i > 3 && runes[j-1] == 's' && (runes[j-2] == '\'' || runes[j-2] == '’') // Malee Suksan’s
		if owner {
			j -= 2
		}
		word := string(runes[i:j])
		particle := latinParticles[word]
		if j == i || !capital(runes[i]) && !particle || part > 0 && latinStops[word] {
			break
		}
		if part == 0 && latinStops[word] {
			return 0, false
		}
		if !particle {
			end = j
		}
		if j < len(runes) && runes[j] == '.' && j-i <= 2 { // an initial
			j++
			end = j
		}
		next := gap(runes, j)
		if owner || next == j || next >= len(runes) || runes[next-1] == '\n' {
			break
		}
		i = next
	}
	if end > 0 && (runes[end-1] == '\'' || runes[end-1] == '’') {
		end-- // no name came behind it after all
	}
	if end > 0 && end < len(runes) && runes[end] == 'ฯ' {
		end++
	}
	return end, end > 0
}

var latinParticles = map[string]bool{"bin": true, "binti": true, "van": true, "von": true, "de": true, "der": true,
	"da": true, "del": true, "di": true, "la": true, "al": true, "na": true, "Na": true, "ibni": true, "bint": true, "el": true}

// latinStops are capitalised words that follow a name without being part of it.
var latinStops = func() map[string]bool {
	stops := map[string]bool{}
	for word := range strings.FieldsSeq(`Minister Deputy Prime Permanent Director President Vice Chairman Chairperson Chair Secretary Governor
		Mayor Ambassador Chief Executive CEO Managing Manager Senior The Ministry Department Office Assembly Affairs Assistant
		Spokesperson Spokesman Government Representative Commander And Of In At Mr Mrs Ms Dr MOU MP Business Assembly Affairs Border
		Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
		Committee Council Counsel Equilibrium Award Parliamentary Universe World Agreement Conference Election Staff Hospital Manager`) {
		stops[word] = true
	}
	return stops
}()

type stopTable struct {
	absolute trie // a run that is one of these is never part of a name
	strong   trie // no part of a name begins like this
	fused    trie // the strong ones that end a name when no blank stands before them
	weak     trie // verbs and particles with which names may begin, too
	role     trie // what follows names
	ofPlace  trie // ณ and a place, written together
	ofPlaces trie // the place of such family names
}

const roleStops = `รัฐมนตรี รัฐมตรี รองนายก นายกรัฐมนตรี นายกเทศมนตรี นายกองค์การ นายกสมาคม นายกฯ ปลัดกระทรวง ปลัดสำนัก ปลัดจังหวัด ปลัดกรุงเทพ ปลัด รองปลัด รองผู้
	รองอธิบดี รองเลขา รองประธาน รองอธิการ รองผอ รองคณบดี ผู้อำนวยการ ผู้อํานวยการ ผู้ว่า ผู้แทน ผู้ช่วย ผู้บริหาร ผู้จัดการ ผู้บัญชาการ ผู้บังคับ ผู้ตรวจ
	ผู้เชี่ยวชาญ ผู้ก่อตั้ง ผู้ทรงคุณวุฒิ ผู้นำ ผู้บริหาร ผู้อำนวย ผู้เข้าร่วม ผู้ประสาน อธิบดี อธิการบดี เลขาธิการ เลขานุการ เลขาฯ ประธาน กรรมการ อนุกรรมการ โฆษก เอกอัครราชทูต
	อัครราชทูต อัครราชฑูต เอกอัครราชฑูต อุปทูต กงสุล ที่ปรึกษา หัวหน้า สมาชิก คณบดี คณะกรรมการ คณะ กระทรวง สำนักงาน สำนัก กรมการ กรมส่งเสริม กรมทาง บริษัท ธนาคาร จังหวัด มหาวิทยาลัย
	ประธานาธิบดี ประธานกรรมการ นายอำเภอ กำนัน แม่ทัพ เจ้าหน้าที่ เจ้าแขวง แกนนำ อดีต ผวจ ผอ. รมว รมช รมต ผบ. ส.ส. ส.ว. สส. สว. พร้อมด้วย พร้อมทั้ง พร้อมกับ พร้อมคณะ
	ในฐานะ ในนาม วิศวกร สถาปนิก ทนายความ ซีอีโอ เจ้าของ ตัวแทน สมาคม นักธุรกิจ นักแสดง นักกีฬา นักศึกษา นักเรียน พนักงาน
	ข้าราชการ นักวิชาการ นักวิจัย นักวิเคราะห์ ศาสตราจารย์ องคมนตรี ศึกษาธิการ ศิลปิน เกษตรกร อาสาสมัคร ลูกจ้าง พิธีกร ประชาชน เจ้าอาวาส เจ้าคณะ รองเจ้า ศึกษานิเทศก์ เหรัญญิก รักษาการ รักษาราชการ ตำแหน่ง ดำรงตำแหน่ง พ้นจาก กล่าว เปิดเผย ระบุ เผยว่า ชี้แจง ร่วมกับ`

// functionStops never begin a name; written without a blank they end one.
const functionStops = `และ ที่ ซึ่ง ได้ ให้ หรือ ไว้ ด้วย นั้น โดย เมื่อ อย่าง ครั้งที่ ใช้ สมเด็จ เป็นประธาน เป็นผู้ เป็นรัฐมนตรี เป็นกรรมการ`

// leadingStops never begin a name, but may stand inside one.
const leadingStops = `ทรงคุณวุฒิ เชี่ยวชาญ ชำนาญการ เป็น`

const verbStops = `เกี่ยว พร้อม ถึง เชื่อ คิด คือ ครู หมอ ชาว เพื่อ จาก ต่อ ตาม ว่า ให้ การ ความ ทำหน้าที่ เข้าร่วม เดินทาง ลงพื้นที่ ลงนาม มอบหมาย มอบ ประชุม หารือ ตรวจ ต้อนรับ
	นำคณะ นำทีม สั่งการ สั่ง ย้ำ เผย เน้น แถลง เร่ง ลุย เคาะ ดัน หนุน ปลื้ม แจง ยืนยัน เดินหน้า ขอบคุณ กำชับ แนะ เชิญ รับมอบ รับทราบ รับฟัง ร่วม พบ ถก เปิดงาน เปิด
	เยี่ยม เยือน แสดง เสนอ อนุมัติ เห็นชอบ ห่วง ชู ชี้ บอก ปาฐกถา ปฏิบัติ กับ ใน จะ มี ไป มา ไม่ แล้ว ยัง ก็ ถือ พิจารณา ติดตาม สรุป ตอบ ขอ หวัง ฝาก เห็น คาด ต้อง ควร
	อยู่ ถูก นั้น นี้ ด้าน หรือ แต่ เมื่อ ภายใต้ ภายหลัง ระหว่าง ณ ขณะ ทั้ง รวม ซึ่ง นำ ลง เข้า ออก ขึ้น รับ ส่ง จัด ทำ ใช้ พา พูด เล่า`

const absoluteStops = `และ กับ ที่ ใน โดย ว่า เป็น ได้ จะ ให้ ไป มา ก็ แล้ว ซึ่ง ต่อ จาก ของ แห่ง หรือ คือ เพื่อ ณ ด้าน เมื่อ รวม ทั้ง ยัง ไม่ นั้น นี้ ด้วย อดีต รอง`

// placesOfNames are the places in family names that begin with ณ.
const placesOfNames = `อยุธยา ระนอง ป้อมเพชร ป้อมเพชร์ สงขลา เชียงใหม่ ลำพูน ลำปาง นคร ถลาง พัทลุง ร้อยเอ็ด หนองคาย น่าน พิษณุโลก ตะกั่วทุ่ง มหาไชย บางช้าง กาฬสินธุ์
	จำปาศักดิ์ ราชสีมา นครราชสีมา อุบล ภูเก็ต บางยี่ขัน วิเชียร เวียงจันท์ สุวรรณ มโนรม พระนคร ระยอง จันทบุรี นครพนม บ้านช้าง ท่าเรือ พัทธลุง สวนสวย วังหน้า`

// weakAt reports whether a verb or particle stands at i. มา is none where a
// longer word begins: มาก, มาตร.
func (t *stopTable) weakAt(runes []rune, i int) bool {
	stop := t.weak.longest(runes, i)
	return stop > i && (stop > i+2 || runes[i] != 'ม' || runes[i+1] != 'า' || words().words.longest(runes, i) == stop)
}

var nameStops = sync.OnceValue(func() *stopTable {
	set := func(lists ...string) trie {
		var b trieBuilder
		for _, list := range lists {
			for word := range strings.FieldsSeq(list) {
				b.put([]rune(word), 1)
			}
		}
		return b.build()
	}
	joined := ""
	for place := range strings.FieldsSeq(placesOfNames) {
		joined += " ณ" + place
	}
	return &stopTable{
		absolute: set(absoluteStops), strong: set(roleStops, functionStops, leadingStops), fused: set(roleStops, functionStops),
		weak: set(verbStops), role: set(roleStops, "นายก เป็น ให้ดำรง เข้าร่วม ลงนาม พร้อม"),
		ofPlace: set(joined), ofPlaces: set(placesOfNames),
	}
})
