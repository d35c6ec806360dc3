package extract

import "testing"

var postRules = []ruleCase{
	{
		name: "the office of a headline is the one that the text tells with its body, an inspector of a health region",
		text: "รมช.สมชาย ชี้แจง\nนายสมชาย ใจดี รัฐมนตรีช่วยว่าการกระทรวงพลังงาน ชี้แจงต่อ นพ.สมหมาย รักดี ผู้ตรวจราชการกระทรวงเขตสุขภาพที่ 4 นายสมศักดิ์ รักชาติ เลขาธิการนายกรัฐมนตรี เอกอัครราชทูตและผู้แทนจากสถานทูต",
		has:  []string{"POST_IN ผู้ตรวจราชการกระทรวงเขตสุขภาพที่ 4 → เขตสุขภาพที่ 4", "HOLDS สมศักดิ์ รักชาติ → เลขาธิการนายกรัฐมนตรี"},
		not:  []string{"HOLDS สมชาย ใจดี → รมช.", "HOLDS สมศักดิ์ รักชาติ → เอกอัครราชทูต"},
	},
	{
		name: "an office of the board that goes on is not cut, and the prime minister's secretary is in no other body",
		text: "นายสมชาย ใจดี กรรมการและประธานเจ้าหน้าที่กลุ่มงานการตลาด บริษัท ไทยทองการค้า จำกัด พบนายสมศักดิ์ รักไทย รองเลขาธิการนายกรัฐมนตรี รักษาการผู้อำนวยการสำนักงานสถิติแห่งชาติ",
		not:  []string{"HOLDS สมชาย ใจดี → ประธาน", "POST_IN รองเลขาธิการนายกรัฐมนตรีสำนักงานสถิติแห่งชาติ"},
	},
	{
		name: "an office and the one that its holder fills in another's stead are in one body",
		text: "นายสมชาย ใจดี รองผู้อำนวยการ รักษาการในตำแหน่ง ผู้อำนวยการโรงเรียนบ้านหนองบัว และนายสมศักดิ์ รักไทย กรรมการฯ รักษาการแทน กรรมการผู้จัดการใหญ่ บริษัท ไทยทองการค้า จำกัด พร้อมด้วยนางสมศรี มีสุข กรรมการและรองประธานบริษัท ศรีไทยการเกษตร จำกัด ร่วมประชุม",
		has: []string{"HOLDS สมชาย ใจดี → รองผู้อำนวยการโรงเรียนบ้านหนองบัว", "POST_IN รองผู้อำนวยการโรงเรียนบ้านหนองบัว → โรงเรียนบ้านหนองบัว", "HOLDS สมชาย ใจดี → รักษาการในตำแหน่ง ผู้อำนวยการโรงเรียนบ้านหนองบัว",
			"HOLDS สมศักดิ์ รักไทย → กรรมการบริษัท ไทยทองการค้า จำกัด", "HOLDS สมศรี มีสุข → กรรมการบริษัท ศรีไทยการเกษตร จำกัด", "HOLDS สมศรี มีสุข → รองประธานบริษัท ศรีไทยการเกษตร จำกัด"},
	},
	{
		name: "an office that is cut short is in the body of its line",
		text: "นายสมชาย ใจดี รัฐมนตรีว่าการกระทรวงพลังงาน เป็นประธานการประชุม พร้อมด้วยนายสมศักดิ์ รักไทย ที่ปรึกษารัฐมนตรีฯ นางสมศรี มีสุข เลขานุการรัฐมนตรีฯ และนายสมปอง มั่นคง อธิบดี เข้าร่วม",
		has:  []string{"HOLDS สมศักดิ์ รักไทย → ที่ปรึกษารัฐมนตรีกระทรวงพลังงาน", "HOLDS สมศรี มีสุข → เลขานุการรัฐมนตรีกระทรวงพลังงาน"},
		not:  []string{"HOLDS สมปอง มั่นคง → อธิบดีกระทรวงพลังงาน"},
	},
	{
		name: "the portfolio of a foreign minister is part of the office",
		text: "นายกรัฐมนตรีพบหารือกับนายทาโร ยามาดะ รัฐมนตรีว่าการต่างประเทศญี่ปุ่น ณ ทำเนียบรัฐบาล",
		has:  []string{"HOLDS ทาโร ยามาดะ → รัฐมนตรีว่าการต่างประเทศญี่ปุ่น"},
	},
	{
		name: "an aide's office holds the office that he serves",
		text: "นายสมชาย ใจดี ที่ปรึกษารัฐมนตรีช่วยว่าการกระทรวงคมนาคม และนางสมศรี มีสุข ประธานคณะที่ปรึกษารัฐมนตรีว่าการกระทรวงพลังงาน ร่วมประชุม",
		has: []string{"HOLDS สมชาย ใจดี → ที่ปรึกษารัฐมนตรีช่วยว่าการกระทรวงคมนาคม", "POST_IN ที่ปรึกษารัฐมนตรีช่วยว่าการกระทรวงคมนาคม → กระทรวงคมนาคม",
			"HOLDS สมศรี มีสุข → ประธานคณะที่ปรึกษารัฐมนตรีว่าการกระทรวงพลังงาน"},
		not: []string{"HOLDS สมศรี มีสุข → รัฐมนตรี"},
	},
	{
		name: "an office shares its last word with the name behind it",
		text: "นายสมชาย ใจดี นายอำเภอแม่สอด และนายสมศักดิ์ รักไทย ผู้ว่าการรถไฟแห่งประเทศไทย ลงพื้นที่ตรวจสถานี",
		has:  []string{"HOLDS สมชาย ใจดี → นายอำเภอ", "HOLDS สมศักดิ์ รักไทย → ผู้ว่าการการรถไฟแห่งประเทศไทย", "POST_IN ผู้ว่าการการรถไฟแห่งประเทศไทย → การรถไฟแห่งประเทศไทย"},
	},
	{
		name: "a calling behind a name is an office, a bare one is none",
		text: "นายสมชาย ใจดี นักวิเคราะห์นโยบายและแผนชำนาญการ กล่าวรายงาน โดยมีนางสมศรี มีสุข กรรมการ และพระครูวิมลธรรม เจ้าอาวาสวัดป่าแม่ริม ให้การต้อนรับ",
		has:  []string{"HOLDS สมชาย ใจดี → นักวิเคราะห์นโยบายและแผนชำนาญการ", "POST_IN เจ้าอาวาสวัดป่าแม่ริม → วัดป่าแม่ริม"},
		not:  []string{"HOLDS สมศรี มีสุข"},
	},
	{
		name: "an abbreviation behind the office of a head is its body",
		text: "นายสมชาย ใจดี เลขาธิการ ก.ว.ฝ. กล่าวว่า ราคาหมูวันนี้อยู่ที่ 82 บาท/กก. แล้ว",
		has:  []string{"POST_IN เลขาธิการก.ว.ฝ. → ก.ว.ฝ."},
		not:  []string{"MINISTRY"},
	},
	{
		name: "acting in another office, and the line that somebody heads",
		text: "นายสมชาย ใจดี รองผู้อำนวยการฯ รักษาการตำแหน่งผู้อำนวยการสำนักงานสถิติแห่งชาติ และนางสมศรี มีสุข รองผู้จัดการทั่วไป สายงานเทคโนโลยี ธนาคารออมสิน",
		has:  []string{"HOLDS สมชาย ใจดี → ผู้อำนวยการสำนักงานสถิติแห่งชาติ", "POST_IN รองผู้จัดการทั่วไป สายงานเทคโนโลยีธนาคารออมสิน → ธนาคารออมสิน"},
	},
	{
		name: "the station of a police officer, and a deputy who is not the head",
		text: "พล.ต.ต.สมชาย ใจดี ผบก.ภ.จว.ยโสธร พ.ต.อ.สมศักดิ์ รักไทย รอง ผบก.ภ.จว.ยโสธร พ.ต.อ.สมปอง มีสุข ผกก.สภ.เมืองยโสธร แถลงข่าว",
		has:  []string{"HOLDS สมชาย ใจดี → ผบก. ภ.จว.ยโสธร", "HOLDS สมศักดิ์ รักไทย → รอง ผบก. ภ.จว.ยโสธร", "HOLDS สมปอง มีสุข → ผกก. สภ.เมืองยโสธร"},
	},
	{
		name: "who came along has not the office of the one before",
		text: "โดยมีนางสมศรี มีสุข นายกสมาคมแม่บ้านมหาดไทย อธิบดี ผู้ว่าราชการจังหวัด และประชาชนเข้าร่วม",
		not:  []string{"HOLDS สมศรี มีสุข → อธิบดี", "HOLDS สมศรี มีสุข → ผู้ว่าราชการ"},
	},
	{
		name: "names: two family names, particles, public organisations, guilds",
		text: "นางสมศรี กุญชรทอง สุวรรณคีรี ประธานสมาคมผู้ผลิตอาหารสัตว์ไทย พบนายซีบีย์ เดอ การ์ทีเย เอกอัครราชทูตฝรั่งเศส และผู้แทนสถาบันส่งเสริมความปลอดภัย อาชีวอนามัย และสุขภาพ (องค์การมหาชน)",
		has: []string{"PERSON สมศรี กุญชรทอง สุวรรณคีรี", "PERSON ซีบีย์ เดอ การ์ทีเย", "ORGANIZATION สมาคมผู้ผลิตอาหารสัตว์ไทย",
			"INSTITUTE สถาบันส่งเสริมความปลอดภัย อาชีวอนามัย และสุขภาพ"},
	},
	{
		name: "names strange to the dictionary before an office need no title",
		text: "โดยได้หารือกับ โมะริคาซุ ชกกิ รองประธานสภาหอการค้าแห่งประเทศไทย เรื่องการค้า เศรษฐกิจ ประธานที่ประชุมกล่าว",
		has:  []string{"HOLDS โมะริคาซุ ชกกิ → รองประธานสภาหอการค้าแห่งประเทศไทย"},
	},
	{
		name: "whose assistant a minister is, is no office of his own",
		text: "นายสมชาย ใจดี ผู้ช่วยรัฐมนตรีประจำนายกรัฐมนตรี เข้าร่วม",
		has:  []string{"HOLDS สมชาย ใจดี → ผู้ช่วยรัฐมนตรีประจำนายกรัฐมนตรี"},
		not:  []string{"HOLDS สมชาย ใจดี → นายกรัฐมนตรี"},
	},
	{
		name: "a rule under a heading does not end the text",
		text: "Appointment of Ministers\n------------\nThe Prime Minister has humbly informed His Majesty that several members of the council of ministers resigned, and that the council of ministers has to be adjusted for the good of the state:\nMr. Somchai Jaidee  Minister of Commerce\nMs. Somsri Meesuk Deputy Minister of Interior",
		has:  []string{"HOLDS Somchai Jaidee → Minister of Commerce", "HOLDS Somsri Meesuk → Deputy Minister of Interior"},
	},
	{
		name: "an executive director",
		text: "นายสมศักดิ์ รักไทย ผู้อำนวยการบริหารองค์การยูนิเซฟ เข้าพบ",
		has:  []string{"POST_IN ผู้อำนวยการบริหารองค์การทุนเพื่อเด็กแห่งสหประชาชาติ → องค์การทุนเพื่อเด็กแห่งสหประชาชาติ"},
	},
	{
		name: "a rule behind the text ends it",
		text: "นายสมชาย ใจดี ปลัดกระทรวงพลังงาน เข้าร่วม\n------------\nนางสมศรี มีสุข ผู้อำนวยการสำนักงานสถิติแห่งชาติ",
		not:  []string{"PERSON สมศรี มีสุข"},
	},
}

func TestPosts(t *testing.T) { checkRules(t, postRules) }
