package extract

import (
	"strings"
	"testing"

	"mueang/graph/kg"
)

// TestLongRepetitions reads words said over and over, up to a length at which a
// rule that looks at everything before, or behind, for each of them would take
// hours: the test then ends with the time that go test allows.
func TestLongRepetitions(t *testing.T) {
	const letters = 60_000
	x := newExtractor(t)
	for _, words := range []string{
		"เขตทั่วประเทศ", "การประกาศเขตส่งเสริมเมือง", "ในพื้นที่เขตพัฒนาพิเศษภาค", "Fund Smart ", "Fund", "ที่มา",
		"นายใจดี ประกอบด้วย ", "(((", "กระทรวง", "Smart-City-", "Smart City Fund, ",
		"พิธีลงนามความตกลง “", "การประชุมคณะกรรมการ ครั้งที่ 1/2563 ", "ณ ห้องประชุม ชั้น 2 ", "บริษัท ก จำกัด และ", "ได้แก่ 1) นาย ก ",
		"The Minister of Finance signed the MOU with ", "Mr. John Smith, President of the Company, ",
	} {
		text := strings.Repeat(words, letters/len([]rune(words)))
		checkIntegrity(t, read(t, x, kg.Document{ID: "document-x", Text: text}))
	}
}
