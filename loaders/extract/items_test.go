package extract

import (
	"slices"
	"testing"

	"mueang/graph/kg"
)

// itemRules read reports of several items, and names in brackets.
var itemRules = []ruleCase{
	{
		name: "what an item says of a chair or a signing is of its own",
		text: "1. เรื่อง ผลการประชุมรัฐมนตรีศึกษาอาเซียน\nนายสมชาย ใจดี รัฐมนตรีว่าการกระทรวงศึกษาธิการ เป็นประธานการประชุมรัฐมนตรีศึกษาอาเซียน ครั้งที่ 12 เมื่อวันที่ 2 มีนาคม 2565\n" +
			"2. เรื่อง ผลการประชุมรัฐมนตรีท่องเที่ยวอาเซียน ครั้งที่ 25\nในการประชุมรัฐมนตรีท่องเที่ยวอาเซียน ครั้งที่ 25 เมื่อวันที่ 19 มกราคม 2565 ซึ่งประเทศกัมพูชาเป็นประธาน ที่ประชุมเห็นชอบแผน",
		has: []string{"CHAIRED สมชาย ใจดี → การประชุมรัฐมนตรีศึกษาอาเซียน ครั้งที่ 12 CHAIR"},
		not: []string{"CHAIRED สมชาย ใจดี → การประชุมรัฐมนตรีท่องเที่ยวอาเซียน"},
	},
	{
		name: "the cabinet's own meeting is not the one of ministers that an item tells of",
		text: "นายสมชาย ใจดี นายกรัฐมนตรี เป็นประธานการประชุมคณะรัฐมนตรี ณ ตึกสันติไมตรี ทำเนียบรัฐบาล\n" +
			"1. เรื่อง ผลการประชุมรัฐมนตรีท่องเที่ยวอาเซียน ครั้งที่ 25\nที่ประชุมรัฐมนตรีเห็นชอบแผน\n2. เรื่อง ผลการประชุมคณะรัฐมนตรีเศรษฐกิจอาเซียน ครั้งที่ 20",
		has: []string{"CHAIRED สมชาย ใจดี → การประชุมคณะรัฐมนตรี CHAIR"},
		not: []string{"CHAIRED สมชาย ใจดี → การประชุมรัฐมนตรีท่องเที่ยว", "CHAIRED สมชาย ใจดี → การประชุมคณะรัฐมนตรีเศรษฐกิจ"},
	},
	{
		name: "a deputy prime minister of another country is not the one here",
		text: "นายสมชาย ใจดี รองนายกรัฐมนตรี แถลงข่าว\nการประชุมระดับรัฐมนตรี IPEF มีรองนายกรัฐมนตรีและรัฐมนตรีว่าการกระทรวงการค้าและอุตสาหกรรมสิงคโปร์ เป็นประธาน",
		has:  []string{"MEETING การประชุมระดับรัฐมนตรี IPEF HELD"},
		not:  []string{"CHAIRED สมชาย"},
	},
	{
		name: "a body ends with its country, and what stands in brackets behind one may be a unit of it",
		text: "ร่างบันทึกความเข้าใจระหว่างสถาบันวิจัยทางการแพทย์แห่งอินเดียว่าด้วยการวิจัย กับกระทรวงสารสนเทศแห่งสาธารณรัฐ ฟิลิปปินส์ และกระทรวงการคลัง (สบน.) รับทราบ",
		has:  []string{"LOCATED_IN กระทรวงสารสนเทศแห่งสาธารณรัฐ ฟิลิปปินส์ → ฟิลิปปินส์", "INSTITUTE สถาบันวิจัยทางการแพทย์แห่งอินเดีย"},
		not:  []string{"MINISTRY กระทรวงการคลัง (สบน", "INSTITUTE สถาบันวิจัยทางการแพทย์แห่งอินเดียว่า"},
	},
	{
		name: "the summit of a group is not the one with a partner",
		text: "นายสมชาย ใจดี นายกรัฐมนตรี เข้าร่วมการประชุมสุดยอดอาเซียน ครั้งที่ 40 เมื่อวันที่ 11 พฤศจิกายน 2565\nในการประชุมสุดยอดอาเซียน-จีน ที่ประชุมเห็นชอบแผน",
		has:  []string{"MEETING การประชุมสุดยอดอาเซียน ครั้งที่ 40 2022-11-11 HELD"},
		not:  []string{"MEETING การประชุมสุดยอดอาเซียน-จีน ครั้งที่ 40"},
	},
	{
		name: "who is asked to come has not come",
		text: "นายกรัฐมนตรีขอเชิญประธานาธิบดีเกาหลีใต้เยือนไทยในปีหน้า ทั้งสองฝ่ายเห็นพ้องกัน",
		not:  []string{"ATTENDED"},
	},
	{
		name: "a country that does what a clause says is no place",
		text: "นายสมชาย ใจดี รัฐมนตรีว่าการกระทรวงพาณิชย์ เข้าร่วมการประชุมรัฐมนตรีการค้าเอเปค ครั้งที่ 28 เมื่อวันที่ 21 พฤษภาคม 2565 เพื่อเสนอประเด็นที่ไทยผลักดัน",
		has:  []string{"ATTENDED สมชาย ใจดี → การประชุมรัฐมนตรีการค้าเอเปค ครั้งที่ 28 ATTENDEE"},
		not:  []string{"HELD_AT"},
	},
	{
		name: "a declaration is not about the town that it is called after",
		text: "ที่ประชุมรับรองปฏิญญากรุงเทพว่าด้วยการต่อต้านขยะทะเล และลงนามบันทึกความเข้าใจว่าด้วยการพัฒนาเมืองในจังหวัดภูเก็ต ระหว่างกรมทางหลวง กับกรมเจ้าท่า",
		not:  []string{"ABOUT ปฏิญญากรุงเทพ"},
	},
	{
		name: "further meetings are none of their own",
		text: "นายสมชาย ใจดี รัฐมนตรีว่าการกระทรวงพาณิชย์ เข้าร่วมการประชุมรัฐมนตรีการค้าเอเปค ครั้งที่ 28 และการประชุมอื่น ๆ ที่เกี่ยวข้อง เมื่อวันที่ 21 พฤษภาคม 2565 ณ กรุงเทพมหานคร",
		has:  []string{"HELD_AT การประชุมรัฐมนตรีการค้าเอเปค ครั้งที่ 28 → กรุงเทพมหานคร"},
		not:  []string{"MEETING การประชุมอื่น"},
	},
}

// What stands in brackets behind a body is another name of it, or a remark.
func TestRemarksInBracketsAreNoNames(t *testing.T) {
	got := read(t, newExtractor(t), kg.Document{ID: "document-x", Text: "หัวข้อข่าว\nผลการดำเนินการของกระทรวงพาณิชย์ (ผู้แทน) กรมทางหลวง (8,454 เรื่อง) สำนักงานพัฒนาธุรกรรมทางอิเล็กทรอนิกส์ (องค์การมหาชน) และสมาคมนักเขียนหญิง (สนญ.) กับกระทรวงที่ดินญี่ปุ่น (Ministry of Land, Infrastructure and Transport: MLIT)"})
	var aliases []string
	for _, thing := range got.Things {
		for _, n := range thing.Names {
			aliases = append(aliases, n.Text)
		}
	}
	for _, no := range []string{"ผู้แทน", "454 เรื่อง", "8,454 เรื่อง", "องค์การมหาชน", "Infrastructure and Transport"} {
		if slices.Contains(aliases, no) {
			t.Errorf("%q is a name", no)
		}
	}
	for _, want := range []string{"สนญ.", "MLIT"} {
		if !slices.Contains(aliases, want) {
			t.Errorf("%q is no name: %q", want, aliases)
		}
	}
}
