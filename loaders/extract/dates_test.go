package extract

import "testing"

func TestDates(t *testing.T) { checkRules(t, dateRules) }

// dateRules say when events and agreements were.
var dateRules = []ruleCase{
	{
		"dates told in a row are those of the events in a row before them",
		"ที่ประชุมรับทราบกำหนดการประชุมคณะทำงานด้านยา ครั้งที่ 10 และการประชุมรัฐมนตรีอาเซียนด้านยา ครั้งที่ 11 ซึ่งมีกำหนดจัดขึ้นในวันที่ 2 พฤศจิกายน 2564 และระหว่างวันที่ 25 - 26 พฤศจิกายน 2564 ตามลำดับ",
		[]string{"MEETING การประชุมคณะทำงานด้านยา ครั้งที่ 10 2021-11-02 HELD", "MEETING การประชุมรัฐมนตรีอาเซียนด้านยา ครั้งที่ 11 2021-11-25 2021-11-26 HELD"},
		nil,
	},
	{
		"what somebody did on the way of a meeting of several days was on the day that opens the sentence",
		"วันนี้ (27 ตุลาคม 2564) นายสมชาย ใจดี รัฐมนตรีว่าการกระทรวงพลังงาน เดินทางประชุม ครม.สัญจร ระหว่างวันที่ 27 - 28 ตุลาคม 2564 ณ จังหวัดพะเยา ลงพื้นที่ตรวจราชการงานขยายเขตไฟฟ้า เทศบาลนครเชียงราย",
		[]string{"MEETING ประชุม ครม.สัญจร 2021-10-27 2021-10-28 HELD", "MEETING ลงพื้นที่ตรวจราชการงานขยายเขตไฟฟ้า 2021-10-27 HELD"},
		nil,
	},
	{
		"what a trip of a day was for was on its day",
		"นายสมชาย ใจดี นายกรัฐมนตรี มีกำหนดการเดินทางไปราชการจังหวัดภูเก็ตในวันที่ 16 กันยายน 2564 เพื่อประชุมร่วมกับคณะกรรมการกลุ่มจังหวัดภาคใต้",
		[]string{"MEETING ประชุมร่วมกับคณะกรรมการกลุ่มจังหวัดภาคใต้ 2021-09-16 HELD"},
		nil,
	},
	{
		"the day that opens a paragraph is that of a meeting spoken at, though สำหรับ begins a sentence",
		"วันนี้ (27 ตุลาคม 2564) นายสมชาย ใจดี นายกรัฐมนตรี เข้าร่วมและกล่าวถ้อยแถลงในนามประเทศไทย สำหรับการประชุมพลังงานภูมิภาค ครั้งที่ 24 ผ่านระบบทางไกล",
		[]string{"MEETING การประชุมพลังงานภูมิภาค ครั้งที่ 24 2021-10-27 HELD"},
		nil,
	},
	{
		"a state that began on a day dates nothing behind it",
		"แรงงานไทยไปทำงานที่เกาหลีตั้งแต่วันที่ 14 พ.ย. 60 และเสียชีวิต ญาติจึงนำกลับมาประกอบพิธีทางศาสนา ครั้งที่ 2",
		nil,
		[]string{"MEETING พิธีทางศาสนา ครั้งที่ 2 2017-11-14"},
	},
}
