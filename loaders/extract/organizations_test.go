package extract

import (
	"slices"
	"testing"

	"mueang/graph/kg"
)

// organizationRules read names of bodies.
var organizationRules = []ruleCase{
	{
		name: "funds end before the clause, and hold the words for and the body of their name",
		text: "กระทรวงแรงงานชี้แจงว่ากองทุนป่าชุมชนของผู้ประกันตน กองทุนขอยืนยัน กองทุนด้วยตนเอง และกองทุนส่งเสริมดนตรี วิจัยและนวัตกรรม ร่วมกับ depa Village Fund for Schools",
		has:  []string{"FUND กองทุนป่าชุมชน", "FUND กองทุนส่งเสริมดนตรี วิจัยและนวัตกรรม", "FUND depa Village Fund for Schools"},
		not:  []string{"FUND กองทุนขอ", "FUND กองทุนด้วย", "FUND กองทุนป่าชุมชนของ"},
	},
	{
		name: "an abbreviation with a stop ends at it, whatever follows",
		text: "นายสมชาย ใจดี เปิดเผยว่า สธ.เตรียมวัคซีนแล้ว และ มท.ได้แจ้งทุกจังหวัด ด้าน มร.จอห์น สมิธ ชื่นชม ศก.ไทย",
		has:  []string{"MINISTRY กระทรวงสาธารณสุข", "MINISTRY กระทรวงมหาดไทย"},
		not:  []string{"INSTITUTE มหาวิทยาลัยรามคำแหง", "AGENCY กรมศุลกากร"},
	},
	{
		name: "what a body is for belongs to its name, what it is does not",
		text: "นายสมชาย ใจดี เลขาธิการมูลนิธิเพื่อผู้พิการ ร่วมกับสถานีโทรทัศน์เพื่อการท่องเที่ยว คณะทำงานว่าด้วยการค้าผ้า และ บจก.แสงเทรดดิ้ง ในโรงงานซึ่งเป็นศูนย์วิจัยพัฒนาผ้าไหม ฝากเงินธนาคารขยะ",
		has:  []string{"ORGANIZATION มูลนิธิเพื่อผู้พิการ", "ORGANIZATION สถานีโทรทัศน์เพื่อการท่องเที่ยว", "COMMITTEE คณะทำงานว่าด้วยการค้าผ้า", "COMPANY บจก.แสงเทรดดิ้ง"},
		not:  []string{"ORGANIZATION ศูนย์วิจัยพัฒนา", "COMPANY ธนาคารขยะ"},
	},
	{
		name: "the government of a country under its Thai and its English name",
		text: "รัฐบาลเดนมาร์กลงนามกับกระทรวงพลังงาน (Memorandum between the Government of Denmark and others)",
		not:  []string{"ORGANIZATION Government of Denmark"},
	},
	{
		name: "bodies in Latin letters: behind an office, by initials, as examples of companies, as investors",
		text: "Mr. John Smith ผู้ร่วมก่อตั้ง Priceway เข้าพบผู้แทนกลุ่ม Young Rice Farmer(YRF) องค์กร Stella Nova และ Global Harvest Network (GHN)\nบริษัทชั้นนำของโลก เช่น Amazonia, Cloudex และ BYX สนใจ ส่วน DataOne จากญี่ปุ่น ลงทุน 300 ล้านบาท ด้านเทคโนโลยี เช่น BlueTooth, WiMax และประธาน COP 12",
		has: []string{"POST_IN ผู้ร่วมก่อตั้ง Priceway → Priceway", "ORGANIZATION Young Rice Farmer", "NETWORK Global Harvest Network", "COMPANY Amazonia", "COMPANY Cloudex", "COMPANY BYX", "COMPANY DataOne",
			"ORGANIZATION องค์กร Stella Nova"},
		not: []string{"COMPANY BlueTooth", "COMPANY WiMax", "ORGANIZATION COP"},
	},
	{
		name: "a centre with what it is for behind a blank, the branch of an organisation abroad, a vocational college",
		text: "เปิดศูนย์ความร่วมมือชายแดน เพื่อพัฒนาการค้าผลไม้ (Fruit Trade Cooperation Centre : FTCC) กับองค์กรรักษ์ป่าสากล (ประเทศไทย) วิทยาลัยอาชีวศึกษาตาก และสำนักทางเดินเรือ กรมเจ้าท่า (Marine Office) ขณะที่สถาบันอาชีวศึกษาต้องปรับตัว องค์กรรักษ์ป่าก็เช่นกัน",
		has:  []string{"AGENCY ศูนย์ความร่วมมือชายแดน เพื่อพัฒนาการค้าผลไม้", "ORGANIZATION องค์กรรักษ์ป่าสากล (ประเทศไทย)", "INSTITUTE วิทยาลัยอาชีวศึกษาตาก"},
		not:  []string{"AGENCY สำนักทางเดินเรือ กรมเจ้าท่า", "INSTITUTE สถาบันอาชีวศึกษา"},
	},
	{
		name: "units that brackets define",
		text: "สั่งการให้สร้างศูนย์เตือนภัยพายุหมุน (Storm Alert Center) และศูนย์เร่งรัดคดีค้าไม้ (ศรม.) ส่วนศูนย์เรียนรู้การเกษตร (Learning Center) มีหลายแห่ง",
		has:  []string{"AGENCY ศูนย์เตือนภัยพายุหมุน", "AGENCY ศูนย์เร่งรัดคดีค้าไม้"},
		not:  []string{"AGENCY ศูนย์เรียนรู้"},
	},
	{
		name: "offices of provinces and districts by abbreviations, units by their number",
		text: "นายสมหมาย รักดี ผอ.ศป.ปส.อ.แม่สอด ร่วมกับ ศอ.ปส.จ.ตาก กองร้อยตำรวจตระเวนชายแดนที่ 346 ตำรวจภูธรจังหวัดตาก และ พ.ต.อ. สมชาย ใจดี ผกก.สส.ภ.จว.ตาก ขณะที่กองพันที่มีกำลัง",
		has: []string{"AGENCY ศป.ปส.อ.แม่สอด", "AGENCY ศอ.ปส.จ.ตาก", "AGENCY กองร้อยตำรวจตระเวนชายแดนที่ 346", "AGENCY ตำรวจภูธรจังหวัดตาก",
			"POST_IN ผกก.สส. ภ.จว.ตาก → ภ.จว.ตาก"},
		not: []string{"AGENCY กองพัน"},
	},
	{
		name: "boards with a topic in Latin letters and of several fields",
		text: "ประชุมคณะกรรมการขับเคลื่อน 6G แห่งชาติ และตั้งคณะทำงานติดตามการพัฒนาพื้นที่ EECx กับคณะกรรมการนโยบายดนตรี กีฬาและศิลปะแห่งชาติ ขณะที่คณะกรรมการส่งเสริมการออม AI ยังไม่ประชุม",
		has:  []string{"COMMITTEE คณะกรรมการขับเคลื่อน 6G แห่งชาติ", "COMMITTEE คณะทำงานติดตามการพัฒนาพื้นที่ EECx", "COMMITTEE คณะกรรมการนโยบายดนตรี กีฬาและศิลปะแห่งชาติ", "COMMITTEE คณะกรรมการส่งเสริมการออม"},
		not:  []string{"COMMITTEE คณะกรรมการส่งเสริมการออม AI"},
	},
	{
		name: "companies of several words in a list, a house before another",
		text: "ผู้ลงทุน เช่น บริษัท ดาว คลาวด์ ดาต้า เซ็นเตอร์, บริษัท แสงอินเทอร์เน็ตแห่งสยามใหม่ และบริษัท ABX ร่วมกับโรงพยาบาลดอยดาวและโรงพยาบาลดอยเดือน โรงเรียนแห่งหนึ่ง",
		has:  []string{"COMPANY บริษัท ดาว คลาวด์ ดาต้า เซ็นเตอร์", "COMPANY บริษัท แสงอินเทอร์เน็ตแห่งสยามใหม่", "ORGANIZATION โรงพยาบาลดอยดาว", "ORGANIZATION โรงพยาบาลดอยเดือน"},
		not:  []string{"ORGANIZATION โรงพยาบาลดอยดาวและ", "INSTITUTE โรงเรียนแห่งหนึ่ง"},
	},
	{
		name: "a body of a province ends with its name, a meeting of rectors is a body",
		text: "กรรมการและสมาชิกเหล่ากาชาดจังหวัดแพร่และสมาคมแม่บ้านร่วมกันมอบถุงยังชีพ ด้านนายสมชาย ใจดี ประธานที่ประชุมอธิการบดีมหาวิทยาลัยราชภัฏ กล่าวขอบคุณ เดิมให้ตั้งเหล่ากาชาดจังหวัดขึ้นใหม่ และสภาธุรกิจญี่ปุ่น – อาเซียน",
		has: []string{"ORGANIZATION เหล่ากาชาดจังหวัดแพร่", "ORGANIZATION ที่ประชุมอธิการบดีมหาวิทยาลัยราชภัฏ", "HOLDS สมชาย ใจดี → ประธานที่ประชุมอธิการบดีมหาวิทยาลัยราชภัฏ",
			"ORGANIZATION สภาธุรกิจญี่ปุ่น – อาเซียน"},
		not: []string{"ORGANIZATION เหล่ากาชาดจังหวัดขึ้น", "ORGANIZATION เหล่ากาชาดจังหวัดแพร่และ"},
	},
	{
		name: "branches with a number, divisions of the police by their abbreviations",
		text: "พ.ต.อ. สมชาย ใจดี ผบก.ปปป. พร้อมด้วยเจ้าหน้าที่ กก.3 บก.ปปป. ร่วมกับ นายสมหมาย รักดี ผู้อำนวยการสำนักงานชลประทานที่ 9 และนายสมศักดิ์ รักชาติ สาธารณสุขนิเทศก์ เขตสุขภาพที่ 4",
		has:  []string{"AGENCY บก.ปปป.", "AGENCY กก.3 บก.ปปป.", "AGENCY สำนักงานชลประทานที่ 9", "AGENCY เขตสุขภาพที่ 4"},
	},
	{
		name: "a generic word with a known short name, a centre in Latin letters, a paired chamber",
		text: "นายสมชาย ใจดี ผู้อำนวยการสำนักงาน UNODC เข้าพบสมาชิกหอการค้าเดนมาร์ก – ไทย ที่ศูนย์ Thai – Nordic Data Innovation Centre",
		has:  []string{"INTERNATIONAL_ORGANIZATION สำนักงานว่าด้วยยาเสพติดและอาชญากรรมแห่งสหประชาชาติ", "ORGANIZATION หอการค้าเดนมาร์ก – ไทย", "ORGANIZATION ศูนย์ Thai – Nordic Data Innovation Centre"},
	},
	{
		name: "the district of an association by its number",
		text: "นายสมหมาย รักดี นายกสมาคมชาวประมงเขต 7 เข้าร่วม",
		has:  []string{"ORGANIZATION สมาคมชาวประมงเขต 7"},
	},
	{
		name: "heads of local councils",
		text: "นายสมหมาย รักดี นายกองค์การบริหารส่วนจังหวัดเลย เข้าร่วม",
		has:  []string{"LOCAL_GOVERNMENT องค์การบริหารส่วนจังหวัดเลย"},
	},
	{
		name: "the clause behind a body is no part of its name",
		text: "กรมการศาสนาจัดพิธีสวดมนต์ ธนาคารมุ่งมั่นพัฒนาบริการใหม่ มหาวิทยาลัยต้องปรับตัว โรงพยาบาลทั่วประเทศรวมกันทำงาน และกรมหม่อนไหมมีแผนงานใหม่",
		has:  []string{"AGENCY กรมการศาสนา", "AGENCY กรมหม่อนไหม"},
		not:  []string{"AGENCY กรมการศาสนาจัด", "COMPANY ธนาคาร", "INSTITUTE มหาวิทยาลัย", "ORGANIZATION โรงพยาบาล"},
	},
	{
		name: "adjuncts within the purpose of a committee, verbs within nouns",
		text: "ประชุมคณะกรรมการพัฒนาคนทุกช่วงวัยอย่างยั่งยืน ร่วมกับมหาวิทยาลัยมหาจุฬาลงกรณราชวิทยาลัย และสำนักงานสวัสดิการผู้มีรายได้น้อย",
		has:  []string{"COMMITTEE คณะกรรมการพัฒนาคนทุกช่วงวัยอย่างยั่งยืน", "INSTITUTE มหาวิทยาลัยมหาจุฬาลงกรณราชวิทยาลัย", "AGENCY สำนักงานสวัสดิการผู้มีรายได้น้อย"},
	},
	{
		name: "an office of a ministry behind its name",
		text: "นายสมชาย ใจดี สั่งให้กระทรวงพาณิชย์ พาณิชย์จังหวัดทุกจังหวัด ดูแลราคา",
		has:  []string{"MINISTRY กระทรวงพาณิชย์"},
		not:  []string{"MINISTRY กระทรวงพาณิชย์ พาณิชย์"},
	},
	{
		name: "words that end names are no part of other words",
		text: "นายสมชาย ใจดี ผู้อำนวยการสำนักงานจัดหารายได้ เข้าร่วมพิธีอัญเชิญพระพุทธรูปเมื่อวันที่ 3 มีนาคม 2562 และโครงการจัดหารถโดยสารไฟฟ้า โครงการกว่าร้อยโครงการ",
		has:  []string{"AGENCY สำนักงานจัดหารายได้", "MEETING พิธีอัญเชิญพระพุทธรูป 2019-03-03 HELD", "PROJECT โครงการจัดหารถโดยสารไฟฟ้า"},
		not:  []string{"PROJECT โครงการกว่า"},
	},
	{
		name: "units before the bodies that they are part of",
		text: "การอบรมจัดโดยกลุ่มมาตรฐานยานพาหนะ สำนักวิศวกรรมยานยนต์ กรมการขนส่งทางบก",
		has:  []string{"AGENCY กลุ่มมาตรฐานยานพาหนะ", "AGENCY สำนักวิศวกรรมยานยนต์", "AGENCY กรมการขนส่งทางบก"},
	},
	{
		name: "a unit behind the office of its head",
		text: "นายสมชาย ใจดี ผู้อำนวยการกองนโยบายเมือง เข้าร่วมการประชุม",
		has:  []string{"AGENCY กองนโยบายเมือง"},
	},
	{
		name: "heads of units that name nothing",
		text: "รัฐบาลช่วยกลุ่มเปราะบาง กลุ่มที่ได้รับผลกระทบ และจัดตั้งศูนย์กลางการเงิน กองทุนของสถาบันการเงิน",
		not:  []string{"AGENCY", "ORGANIZATION"},
	},
	{
		name: "embassies with whose they are and where",
		text: "สถานเอกอัครราชทูตไทย ณ กรุงเวียนนา และสถานเอกอัครราชทูตญี่ปุ่นประจำประเทศไทย ร่วมจัดงาน สถานเอกอัครราชทูต ณ กรุงอาบูดาบี กับสถานทูตอาบูดาบีแจ้งข่าว",
		has:  []string{"AGENCY สถานเอกอัครราชทูตไทย ณ กรุงเวียนนา", "AGENCY สถานเอกอัครราชทูตญี่ปุ่นประจำประเทศไทย", "AGENCY สถานเอกอัครราชทูต ณ กรุงอาบูดาบี"},
		not:  []string{"AGENCY สถานทูตอาบูดาบี"},
	},
	{
		name: "a list of companies in Latin letters",
		text: "หารือกับผู้บริหารบริษัท Acme Systems, Globex, Initech และ Umbrella ในการลงทุน",
		has:  []string{"COMPANY บริษัท Acme Systems", "COMPANY Globex", "COMPANY Initech", "COMPANY Umbrella"},
	},
	{
		name: "no company behind a company",
		text: "บริษัท Acme และ Smart City จะร่วมมือกัน บริษัท ต่าง ๆ และบริษัท ที่ลงทุนในไทย",
		has:  []string{"COMPANY บริษัท Acme"},
		not:  []string{"COMPANY Smart", "COMPANY บริษัท ต่าง", "COMPANY บริษัท ที่"},
	},
	{
		name: "a company that a blank sets off",
		text: "ดร.โรลันด์ มุลเลอร์ ประธานเจ้าหน้าที่บริหาร บริษัท ไซเบอร์ดายน์ เอจี พร้อมด้วยคณะเข้าพบ",
		has:  []string{"COMPANY บริษัท ไซเบอร์ดายน์ เอจี"},
	},
	{
		name: "the chamber of a province is not that of the country",
		text: "ประชุมร่วมกับสภาอุตสาหกรรมจังหวัดลำปาง และศูนย์ดำรงธรรมจังหวัดลำปางเพื่อช่วยเหลือประชาชน รวมถึงสภาอุตสาหกรรมจังหวัดต่าง ๆ",
		has:  []string{"ORGANIZATION สภาอุตสาหกรรมจังหวัดลำปาง", "AGENCY ศูนย์ดำรงธรรมจังหวัดลำปาง"},
		not:  []string{"ORGANIZATION สภาอุตสาหกรรมแห่งประเทศไทย"},
	},
	{
		name: "royal titles are no departments",
		text: "สมเด็จพระเจ้าบรมวงศ์เธอ กรมหลวงวงศาสนิท และกรมพระยาดำรงราชานุภาพ",
		not:  []string{"AGENCY"},
	},
	{
		name: "a pair within a name, a stray blank within another",
		text: "ประธานสถาบันความร่วมมือไทย-จีน หารือกับคณะกรรมการนโยบาย เขตพัฒนาพิเศษภาคตะวันออก",
		has:  []string{"INSTITUTE สถาบันความร่วมมือไทย-จีน", "COMMITTEE คณะกรรมการนโยบายเขตพัฒนาพิเศษภาคตะวันออก"},
	},
	{
		name: "the office of a permanent secretary by its acronym",
		text: "สป.พม. และ ร.ฟ.ท. ร่วมประชุม",
		has:  []string{"AGENCY สำนักงานปลัดกระทรวงการพัฒนาสังคมและความมั่นคงของมนุษย์", "AGENCY การรถไฟแห่งประเทศไทย"},
	},
	{
		name: "hospitals by name, not in general",
		text: "ผู้ป่วยย้ายจากโรงพยาบาลสนามไปยังโรงพยาบาลลำปาง และโรงพยาบาลทั่วไป",
		has:  []string{"ORGANIZATION โรงพยาบาลลำปาง"},
		not:  []string{"ORGANIZATION โรงพยาบาลสนาม", "ORGANIZATION โรงพยาบาลทั่วไป"},
	},
	{
		name: "a ministry's short name that is a common word",
		text: "การเสริมทักษะด้านไอซีทีและเทคโนโลยีดิจิทัลแก่ประชาชน",
		not:  []string{"MINISTRY"},
	},
	{
		name: "an office that three share",
		text: "นายสมชาย ใจดี นางสาวสมหญิง รักไทย นางสมศรี มีสุข รองผู้ว่าการการนิคมอุตสาหกรรมแห่งประเทศไทย เข้าร่วม",
		has:  []string{"HOLDS สมชาย ใจดี → รองผู้ว่าการการนิคมอุตสาหกรรมแห่งประเทศไทย", "HOLDS สมหญิง รักไทย → รองผู้ว่าการการนิคมอุตสาหกรรมแห่งประเทศไทย", "HOLDS สมศรี มีสุข → รองผู้ว่าการการนิคมอุตสาหกรรมแห่งประเทศไทย"},
	},
	{
		name: "an office of a ministry in a province",
		text: "นางสมศรี มีสุข แรงงานจังหวัดลำปาง ลงพื้นที่",
		has:  []string{"HOLDS สมศรี มีสุข → แรงงานจังหวัดลำปาง"},
	},
	{
		name: "a short post is the one whose ministry was said",
		text: "นายสมชาย ใจดี รัฐมนตรีว่าการกระทรวงพลังงาน เปิดเผยว่าพร้อมดำเนินการ รมว.สมชาย กล่าว",
		has:  []string{"HOLDS สมชาย ใจดี → รัฐมนตรีว่าการกระทรวงพลังงาน"},
		not:  []string{"POST รมว.", "HOLDS สมชาย ใจดี → รมว."},
	},
}

// TestNamesOfBodies holds what a body is called beyond its document: a class
// word refers to it in its document alone, and an amount in brackets is no name.
func TestNamesOfBodies(t *testing.T) {
	x := read(t, newExtractor(t), kg.Document{Text: "กระทรวงพลังงาน (3 รายการ) และ กระทรวงคมนาคม (คค.) กับสำนักงานเลขานุการกรมป่าดี (คงเดิม) และสำนักงานเรือชายฝั่งที่ 2 (ชลบุรี) ลงนามร่วมกัน โดยกระทรวงฯ จะดำเนินการต่อไป"})
	for _, thing := range x.Things {
		for _, name := range thing.Names {
			if slices.Contains([]string{"กระทรวงฯ", "3 รายการ", "คงเดิม", "ชลบุรี"}, name.Text) && thing.Kind != kg.KindProvince {
				t.Errorf("%s is called %s", thing.Name, name.Text)
			}
		}
	}
}
