package extract

import "testing"

// deedRules read events that a verb tells of.
var deedRules = []ruleCase{
	{
		name: "what officials did on the day and at the place with which a paragraph opens",
		text: "วันนี้ (3 มีนาคม 2566) เวลา 10.00 น. ณ ตลาดสดเทศบาล จังหวัดลำปาง นายสมชาย ใจดี รัฐมนตรีว่าการกระทรวงคมนาคม พร้อมด้วย นายชัย ทองดี อธิบดีกรมทางหลวง เดินทางไปพบปะเกษตรกรชาวสวนส้ม ซึ่งเดือดร้อนจากราคาตก",
		has:  []string{"MEETING เดินทางไปพบปะเกษตรกรชาวสวนส้ม 2023-03-03 HELD", "HELD_AT เดินทางไปพบปะเกษตรกรชาวสวนส้ม → ลำปาง", "ATTENDED สมชาย ใจดี → เดินทางไปพบปะเกษตรกรชาวสวนส้ม ATTENDEE"},
	},
	{
		name: "the day on a line of its own, and who spoke after the deed",
		text: "วันที่ 3 มีนาคม 2566 เวลา 10.00 น.\nนายสมชาย ใจดี รัฐมนตรีว่าการกระทรวงคมนาคม เปิดเผยภายหลังรับฟังปัญหาชาวประมง ว่าจะเร่งแก้ไข",
		has:  []string{"MEETING รับฟังปัญหาชาวประมง 2023-03-03 HELD"},
	},
	{
		name: "the day and the place behind the deed",
		text: "เนื้อข่าว\nนายสมชาย ใจดี รัฐมนตรีว่าการกระทรวงคมนาคม มอบนโยบายเจ้าหน้าที่สถานีขนส่ง ในวันศุกร์ที่ 3 มีนาคม 2566 ณ หอประชุมริมน้ำ",
		has:  []string{"MEETING มอบนโยบายเจ้าหน้าที่สถานีขนส่ง 2023-03-03 HELD", "HELD_AT มอบนโยบายเจ้าหน้าที่สถานีขนส่ง → หอประชุมริมน้ำ"},
	},
	{
		name: "what is only told, planned or undated is no event",
		text: "วันนี้ (3 มีนาคม 2566) นายสมชาย ใจดี โฆษกประจำสำนักนายกรัฐมนตรี เปิดเผยว่า รัฐบาล มอบเงินช่วยเหลือเกษตรกร\nวันที่ 4 มีนาคม 2566 นายสมชาย ใจดี เตรียม พบปะชาวสวนส้ม\nนายสมชาย ใจดี มอบหนังสือเรียนเด็กนักเรียน",
		not:  []string{"MEETING"},
	},
	{
		name: "a trip is on the day of what it was for, and a press conference on a fair is not the fair",
		text: "เนื้อข่าว\nนายสมชาย ใจดี นายกรัฐมนตรี เดินทางเยือนบรูไน เพื่อเข้าร่วมพิธีเปิดสะพานมิตรภาพ ในวันที่ 3 มีนาคม 2566\nวันที่ 4 มีนาคม 2566 นายชัย ทองดี เป็นประธานการแถลงข่าวการจัดงานมหกรรมผ้าไทยสี่ภาค\nงานมหกรรมผ้าไทยสี่ภาค จัดขึ้นระหว่างวันที่ 8 - 9 มีนาคม 2566",
		has:  []string{"MEETING เดินทางเยือนบรูไน 2023-03-03 HELD", "MEETING การแถลงข่าวการจัดงานมหกรรมผ้าไทยสี่ภาค 2023-03-04 PLANNED", "MEETING งานมหกรรมผ้าไทยสี่ภาค 2023-03-08 2023-03-09 PLANNED"},
	},
	{
		name: "the event of the paragraph is what it names",
		text: "วันนี้ (3 มีนาคม 2566) นายสมชาย ใจดี มอบนโยบายการเดินรถ ในการประชุมวิชาการรถไฟ ครั้งที่ 4",
		not:  []string{"MEETING มอบ"},
	},
}

func TestDeeds(t *testing.T) { checkRules(t, deedRules) }
