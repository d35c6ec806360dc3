package extract

import (
	"slices"
	"testing"

	"mueang/graph/kg"
)

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
	{
		name: "an event with who held it and where behind its name; a workshop that nobody told of, and a week spoken at, are not the event before",
		text: "BANGKOK, 20 July 2023 – The 4th Lotus Climate Forum, co-organised by the Ministry of Commerce and the United Nations Development Programme, was held at the Queen Sirikit National Convention Center in Bangkok on Tuesday. The workshop, hosted by Chulalongkorn University, brought together experts. Speaking at the Lotus Days 2023, Somchai Dee-ngam, president of Lotus Motor Asia, said that rain would come.",
		has:  []string{"ORGANIZED กระทรวงพาณิชย์ → 4th Lotus Climate Forum ORGANIZER", "ORGANIZED โครงการพัฒนาแห่งสหประชาชาติ → 4th Lotus Climate Forum ORGANIZER", "HELD_AT 4th Lotus Climate Forum → ศูนย์การประชุมแห่งชาติสิริกิติ์", "MEETING 4th Lotus Climate Forum 2023-07-18 HELD", "HOLDS Somchai Dee-ngam → president Lotus Motor Asia"},
		not:  []string{"ORGANIZED จุฬา", "ATTENDED Somchai"},
	},
	{
		name: "companies and those who head them, with and without their form",
		text: "PTT Plc and Lotus Motor Asia Co., Ltd. signed a memorandum of understanding on hydrogen stations on July 18, 2023. Malee Suksan, president and CEO of PTT, and Kenji Tanaka, president of Lotus Motor Asia, signed the agreement.",
		has: []string{"PARTY_TO บริษัท ปตท. จำกัด (มหาชน) → memorandum of understanding on hydrogen stations", "PARTY_TO Lotus Motor Asia Co., Ltd. → memorandum of understanding on hydrogen stations",
			"SIGNED Malee Suksan → memorandum of understanding on hydrogen stations", "SIGNED Kenji Tanaka → memorandum of understanding on hydrogen stations", "HOLDS Malee Suksan → CEO บริษัท ปตท. จำกัด (มหาชน)", "HOLDS Kenji Tanaka → president Lotus Motor Asia Co., Ltd."},
	},
	{
		name: "people without title: behind the dateline, by a listed family name, and by the first name who says something",
		text: "วันที่ 12 มกราคม 2567 - สมชาย ทวีสินชัย นายกรัฐมนตรี กล่าวว่า การลงทุนจะเพิ่มขึ้น สมชาย กล่าวว่า น้ำจะลดลง ด้าน ขัตติยา อินทรวิชัย ประธานเจ้าหน้าที่บริหาร ธนาคารกสิกรไทย เห็นด้วยในที่ประชุมพรรค",
		has:  []string{"HOLDS สมชาย ทวีสินชัย → นายกรัฐมนตรี", "HOLDS ขัตติยา อินทรวิชัย → ประธานเจ้าหน้าที่บริหารธนาคารกสิกรไทย"},
		not:  []string{"PROVINCE ชุมพร", "PERSON สมชาย กล่าว"},
	},
	{
		name: "two agreements without names, a counterpart, an event by its title, a body that will meet in its year",
		text: "KUALA LUMPUR, 10 May 2024 – The annual meeting of the Mekong River Commission will be held in Luang Prabang, Laos, from 20 to 22 November. Prime Minister Malee Suksan held a meeting with her Thai counterpart Anan Rakthai. A seminar titled \"Future of Canals\" was held by Thammasat University on 8 May. Lotus Motor Co., Ltd. and the Ministry of Commerce have signed an agreement to train officials. The Ministry of Energy and Coral Power Co., Ltd. signed an agreement on May 8.",
		has: []string{"MEETING annual meeting of the Mekong River Commission 2024-11-20 2024-11-22 PLANNED", "ATTENDED Anan Rakthai → meeting with her Thai counterpart Anan Rakthai ATTENDEE", "ORGANIZED มหาวิทยาลัยธรรมศาสตร์ → seminar titled \"Future of Canals\" ORGANIZER",
			"PARTY_TO Lotus Motor Co., Ltd. → agreement", "PARTY_TO กระทรวงพลังงาน → agreement", "AGREEMENT agreement 2024-05-08 SIGNED", "AGREEMENT agreement SIGNED", "MEETING meeting with her Thai counterpart Anan Rakthai HELD"},
	},
}

func TestNewsRules(t *testing.T) { checkRules(t, newsRules) }

// TestOneParagraph reads a text of one paragraph, which is its own title and still
// tells what was done.
func TestOneParagraph(t *testing.T) {
	text := "วันที่ 23 กุมภาพันธ์ 2564 ผศ.ดร.สมชาย ใจดี คณบดีคณะวิศวกรรมศาสตร์ มหาวิทยาลัยขอนแก่น ลงนามบันทึกข้อตกลงความร่วมมือด้านน้ำ กับ นางสาววิภา ดีงาม กรรมการผู้จัดการ บริษัท น้ำใส จำกัด เพื่อพัฒนาจังหวัดและพื้นที่ใกล้เคียงให้เป็นเมืองที่มีน้ำสะอาดใช้ตลอดปี"
	got := said(read(t, newExtractor(t), kg.Document{ID: "document-x", Text: text}))
	if want := "SIGNED สมชาย ใจดี → บันทึกข้อตกลงความร่วมมือด้านน้ำ"; !slices.Contains(got, want) {
		t.Errorf("it does not say %q but %q", want, got)
	}
}
