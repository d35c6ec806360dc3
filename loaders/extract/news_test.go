package extract

import "testing"

// newsRules are sentences in the manner of newspapers: offices in short, the place
// before those who were there, the address of a district.
var newsRules = []ruleCase{
	{
		name: "commanders in short, with and without the short name of the force defined",
		text: "ที่ สำนักงานตำรวจแห่งชาติ (ตร.) พล.ต.อ.สมชาย ใจดี ผบ.ตร. พร้อมด้วย พล.ต.อ.วิชัย รักไทย รอง ผบ.ตร. และ พล.อ.อนันต์ ดีงาม ผบ.ทบ. ร่วมประชุมติดตามสถานการณ์น้ำ เมื่อวันที่ 5 พฤษภาคม 2565",
		has: []string{"HOLDS สมชาย ใจดี → ผบ. สำนักงานตำรวจแห่งชาติ", "HOLDS วิชัย รักไทย → รอง ผบ. สำนักงานตำรวจแห่งชาติ", "HOLDS อนันต์ ดีงาม → ผบ. กองทัพบก",
			"ATTENDED อนันต์ ดีงาม → ประชุมติดตามสถานการณ์น้ำ ATTENDEE"},
		not: []string{"ATTENDED สำนักงานตำรวจแห่งชาติ", "ATTENDED กองทัพบก"},
	},
	{
		name: "a trip to a district is one to its province",
		text: "นายสมชาย ใจดี รมช.มหาดไทย ลงพื้นที่ ต.หนองบัว อ.เมือง จ.อุทัยธานี เมื่อวันที่ 5 พฤษภาคม 2565 เพื่อติดตามปัญหาภัยแล้ง",
		has:  []string{"HELD_AT ลงพื้นที่ ต.หนองบัว → อุทัยธานี", "ATTENDED สมชาย ใจดี → ลงพื้นที่ ต.หนองบัว ATTENDEE"},
	},
	{
		name: "an office told twice, then another",
		text: "นายสมชาย ใจดี ผู้ว่าราชการจังหวัดตรัง (ผวจ.ตรัง) ในฐานะประธานคณะกรรมการโรคติดต่อจังหวัดตรัง เปิดเผยว่า จังหวัดพร้อมรับมือ",
		has:  []string{"HOLDS สมชาย ใจดี → ผู้ว่าราชการจังหวัดตรัง", "HOLDS สมชาย ใจดี → ประธานคณะกรรมการโรคติดต่อจังหวัดตรัง"},
	},
	{
		name: "municipalities in short, and the party of a member of parliament",
		text: "เมื่อวันที่ 5 พฤษภาคม 2565 นายสมชาย ใจดี นายก อบจ.ตรัง และนายวิชัย รักไทย นายก ทน.ตรัง ร่วมประชุมคณะกรรมการขยะ ครั้งที่ 2/2565 น.ส.วิภา ดีงาม ส.ส.ตรัง พรรคพลังน้ำ ร่วมประชุมคณะกรรมการถนน ครั้งที่ 1/2565",
		has:  []string{"HOLDS สมชาย ใจดี → นายกอบจ.ตรัง", "HOLDS วิชัย รักไทย → นายกทน.ตรัง", "HOLDS วิภา ดีงาม → ส.ส."},
		not:  []string{"ATTENDED พรรคพลังน้ำ"},
	},
	{
		name: "days without a year, by the dateline",
		text: "BANGKOK, 5 August 2022 – Prime Minister Malee Suksan attended the 7th Water Summit on July 12 in Vientiane.",
		has:  []string{"MEETING 7th Water Summit 2022-07-12 HELD"},
	},
	{
		name: "Malay titles",
		text: "เมื่อวันที่ 5 พฤษภาคม 2565 ณ ตึกสันติไมตรี ทำเนียบรัฐบาล นายสมชาย ใจดี นายกรัฐมนตรี ให้การต้อนรับดาโตะ ซรี ฮัสซัน อิบราฮิม นายกรัฐมนตรีมาเลเซีย ในโอกาสเดินทางเยือนประเทศไทยอย่างเป็นทางการ",
		has:  []string{"PERSON ฮัสซัน อิบราฮิม", "ATTENDED ฮัสซัน อิบราฮิม → เดินทางเยือนประเทศไทยอย่างเป็นทางการ ATTENDEE", "ATTENDED สมชาย ใจดี → เดินทางเยือนประเทศไทยอย่างเป็นทางการ ATTENDEE"},
	},
	{
		name: "days of the week and yesterday, from the dateline; what is to come is on the next such day",
		text: "BANGKOK, 5 August 2022 – Prime Minister Malee Suksan met with U.S. Ambassador John R. Smith at Government House on Wednesday. Energy Minister Anan Rakthai chaired the 3rd Power Forum yesterday. The prime minister will attend the 7th Water Summit in Vientiane on Monday.",
		has:  []string{"MEETING met with U.S. Ambassador John R. Smith 2022-08-03 HELD", "MEETING 3rd Power Forum 2022-08-04 HELD", "MEETING 7th Water Summit 2022-08-08 PLANNED"},
	},
}

func TestNewsRules(t *testing.T) { checkRules(t, newsRules) }
