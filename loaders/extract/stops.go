package extract

import "mueang/loaders/thai"

// stop says what a word ends the name of.
type stop uint8

const (
	endsName     stop = 1 << iota // of a body or place
	endsAccord                    // of an agreement
	endsOccasion                  // of an event
	endsProject                   // of a project
)

// stopWords are the words that names do not go beyond, by what they end.
var stopWords = []struct {
	ends  stop
	words []string
}{
	{endsName | endsAccord | endsOccasion | endsProject, []string{"ได้", "จะ", "ซึ่ง", "โดย", "ที่จะ", "ดังกล่าว", "ให้"}},
	{endsName | endsOccasion | endsProject, []string{"ร่วมกับ", "ที่มี"}},
	{endsName | endsAccord | endsOccasion, []string{"ที่ได้", "ในครั้งนี้", "ครั้งนี้", "เมื่อ", "จำนวน", "จัดขึ้น", "ในโอกาส", "ต่อไป"}},
	{endsAccord | endsOccasion | endsProject, []string{"ณ "}},
	{endsName | endsAccord, []string{"เป็น", "ภายใน", "ยกระดับ"}},
	{endsName | endsOccasion, []string{"ที่ผ่านมา", "เข้าร่วม", "มีมติ", "ยัง", "พร้อม", "จึง", "มาร่วม", "ทั้งนี้", "ระหว่างวันที่", "ในวันที่", "ในเดือน", "ภายหลัง", "รับทราบ", "เห็นชอบ", "เกี่ยวกับ", "รวมทั้ง"}},
	{endsName | endsProject, []string{"แห่งแรก", "อยู่"}},
	{endsAccord | endsOccasion, []string{"ในช่วง", "นี้", "ถือ"}},
	{endsOccasion | endsProject, []string{"ว่า"}},
	{endsName, []string{"ในฐานะ", "กล่าว", "เปิดเผย", "ครั้งที่", "หรือ", "ว่าจะ", "เพื่อให้", "เพื่อใช้", "เพื่อร่วม", "และนาย", "และนาง", "และดร", "และผู้แทน", "และผู้บริหาร", "และผู้เกี่ยวข้อง", "และสำนักงาน", "และกระทรวง", "และกรม", "และบริษัท", "และมหาวิทยาลัย",
		"และรัฐมนตรี", "และประธาน", "และคณะ", "และหน่วยงาน", "กับนาย", "กับนาง", "กับบริษัท", "กับมหาวิทยาลัย", "กับศูนย์", "กับกระทรวง", "กับสำนักงาน", "กับรัฐบาล", "ต้อง", "มีบทบาท", "มีความ", "มีแผน", "มีการ", "มอบ", "รายงาน", "ตลอดจน",
		"รวมถึง", "ที่เกี่ยวข้อง", "มากกว่า", "ของไทย", "เปิด", "ตั้งเป้า", "กับฝ่าย", "คาดว่า", "มาก", "ที่เป็น", "ที่ดี", "ทั่วประเทศ", "หน่วยงานในสังกัด", "พิจารณา", "ร่วมเป็น", "ร่วมลง", "ร่วมงาน", "นั้น", "และเห็นชอบ", "ถือเป็น",
		"ถือว่า", "กลายเป็น", "เท่านั้น", "อันเป็น", "ก่อให้เกิด", "มุ่งมั่น", "เสนอ", "กำหนด", "ดำเนินการ", "ในคราว", "ในการประชุม", "อาจ", "สามารถ", "ทราบ", "เองก็", "กำกับดูแล", "ในการ", "จากการ", "สำหรับ", "ในประเทศ",
		"ในจังหวัด", "ในพื้นที่", "ทั่วโลก", "ทั้งหมด", "รับความ", "รับผิดชอบ", "ในด้าน", "ดำรงตำแหน่ง", "มีข้อ", "ตามที่", "ตามข้อ", "และตำแหน่ง", "และสถาบัน", "และมี", "ผ่าน", "ในปัจจุบัน", "ใช้เป็น", "ใช้อาคาร", "แต่งตั้ง", "ครอบคลุม"}},
	{endsAccord, []string{"บันทึกความเข้าใจนี้", "ความตกลงนี้", "ฉบับ", "มี", "ทั้ง", "ในพิธี", "สืบเนื่อง", "ระหว่างกัน", "รวม ", "จัดโดย"}},
	{endsOccasion, []string{"ถึงกรณี", "ถึงแนวทาง", "ถึงการ", "ถึงความ", "ถึงประเด็น",
		"ระหว่าง วันที่", "ที่จัด", "ครั้งต่อไป", "อย่างพร้อมเพรียง", "มีวัตถุประสงค์", "เป็นต้น", "ควบคู่", "ผ่านระบบ", "ตาม", "ภายใต้ชื่อ", "ในหัวข้อ", "แล้ว", "เร่ง", "ขับเคลื่อนไทยแลนด์", "ไปยัง", "เนื่องใน", "เนื่องจาก", "สรุป", "แก่", "มา",
		"ในเรื่อง", "เพื่อ", "ประกอบด้วย", "เชิญ", "ดังนี้", "ดังต่อไปนี้", "ตั้งแต่", "หลังจาก", "ต่างๆ", "ต่าง ๆ", "มุ่งเน้น", "และกล่าว", "และให้", "และมอบ", "และร่วม", "และเป็น"}},
	{endsProject, []string{"เพื่อยก", "เพื่อเป็น", "เกิดขึ้น", "รองรับ", "ของภูฏาน", "เช่นกัน", "ในอนาคต", "ต่าง", "ไปพิจ", "ที่ขยาย", "ที่สำคัญ", "และโครงการ", "และภาคเอกชน"}},
}

// stopsOf are the words that end names of one sort.
var stopsOf = func() (lists [endsProject + 1]*words) {
	for _, kind := range []stop{endsName, endsAccord, endsOccasion, endsProject} {
		var texts []string
		for _, row := range stopWords {
			if row.ends&kind != 0 {
				texts = append(texts, row.words...)
			}
		}
		lists[kind] = newWords(texts...)
	}
	return lists
}()

// stopAt gives the word at i that ends the name before it. What is but the
// rest of a longer word ends none: ที่ of พื้นที่, อาจ of อาจารย์.
func (r *reading) stopAt(i int, kind stop) (string, bool) {
	list := stopsOf[kind]
	k := list.at(r.runes, i)
	if k < 0 {
		return "", false
	}
	end := i + len(list.runes[k])
	if r.has(i, "ผ่านดาวเทียม") || r.has(i, "ผ่านศึก") {
		return "", false
	}
	return list.texts[k], thai.ClusterStart(r.runes, i) && thai.ClusterStart(r.runes, end) && !r.withinWord(i, end)
}

// stopsAt reports whether a word at i ends the name of a body or place.
func (r *reading) stopsAt(i int) bool {
	_, ok := r.stopAt(i, endsName)
	return ok
}

// firstStop gives where in a stretch a name would end.
func (r *reading) firstStop(start, end int) int {
	for i := start + 1; i < end; i++ {
		if r.stopsAt(i) {
			return i
		}
	}
	return end
}
