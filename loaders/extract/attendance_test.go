package extract

// attendanceRules are the cases of TestRules for who was there and in what role.
var attendanceRules = []ruleCase{
	{
		name: "who was at a meeting with its chair",
		text: "วันนี้ (3 มีนาคม 2563) นายสมชาย ใจดี อธิบดีกรมการขนส่งทางบก เป็นประธานการประชุมคณะกรรมการจราจร ครั้งที่ 2/2563 ร่วมกับ นายวิชัย รักไทย รองอธิบดีกรมทางหลวง และนางมาลี ศรีสุข ที่ปรึกษากรมเจ้าท่า",
		has: []string{"CHAIRED สมชาย ใจดี → การประชุมคณะกรรมการจราจร ครั้งที่ 2/2563 CHAIR",
			"ATTENDED วิชัย รักไทย → การประชุมคณะกรรมการจราจร ครั้งที่ 2/2563 ATTENDEE", "ATTENDED มาลี ศรีสุข → การประชุมคณะกรรมการจราจร ครั้งที่ 2/2563 ATTENDEE"},
	},
	{
		name: "the lists of two sides, the second in a sentence of its own",
		text: "วันนี้ (3 มีนาคม 2563) นายสมชาย ใจดี รัฐมนตรีว่าการกระทรวงคมนาคม หารือกับนายทาโร ยามาดะ รัฐมนตรีว่าการกระทรวงการต่างประเทศญี่ปุ่น โดยฝ่ายไทยประกอบด้วย นายวิชัย รักไทย อธิบดีกรมทางหลวง สำหรับฝ่ายญี่ปุ่น ประกอบด้วย นายเคนจิ ซูซูกิ อธิบดีกรมการเมือง",
		has:  []string{"ATTENDED วิชัย รักไทย → หารือกับนายทาโร ยามาดะ รัฐมนตรีว่าการกระทรวงการต่างประเทศญี่ปุ่น ATTENDEE", "ATTENDED เคนจิ ซูซูกิ → หารือกับนายทาโร ยามาดะ รัฐมนตรีว่าการกระทรวงการต่างประเทศญี่ปุ่น ATTENDEE"},
	},
	{
		name: "a company joined by several words for coming along, and by those who have no names",
		text: "เมื่อวันที่ 3 มีนาคม 2563 นายสมชาย ใจดี อธิบดีกรมทางหลวง ร่วมด้วย นายวิชัย รักไทย รองอธิบดีกรมเจ้าท่า หัวหน้าส่วนราชการ และนายอำเภอ พร้อมด้วย นางมาลี ศรีสุข ที่ปรึกษากรมเจ้าท่า โดยมี นายเดช มั่นคง เลขานุการกรม ลงพื้นที่จังหวัดน่าน",
		has:  []string{"ATTENDED สมชาย ใจดี → ลงพื้นที่จังหวัดน่าน ATTENDEE", "ATTENDED วิชัย รักไทย → ลงพื้นที่จังหวัดน่าน ATTENDEE", "ATTENDED มาลี ศรีสุข → ลงพื้นที่จังหวัดน่าน ATTENDEE", "ATTENDED เดช มั่นคง → ลงพื้นที่จังหวัดน่าน ATTENDEE"},
	},
	{
		name: "who did what the sentence tells without a day, and who only had others do it",
		text: "นายสมชาย ใจดี อธิบดีกรมทางหลวง นำทีมงานเพชรบุรีโมเดลในสังกัดทุกหน่วยงานลงพื้นที่จังหวัดน่าน\nนายวิชัย รักไทย รองอธิบดีกรมเจ้าท่า กล่าวถึงงานของทุกหน่วยงานว่ามีการลงพื้นที่จังหวัดน่าน",
		has:  []string{"ATTENDED สมชาย ใจดี → ลงพื้นที่จังหวัดน่าน ATTENDEE"},
		not:  []string{"ATTENDED วิชัย รักไทย"},
	},
	{
		name: "the visitor is the guest, not who receives him",
		text: "วันนี้ (3 มีนาคม 2563) นายทาโร ยามาดะ รัฐมนตรีว่าการกระทรวงการต่างประเทศญี่ปุ่น เข้าเยี่ยมคารวะนายสมชาย ใจดี นายกรัฐมนตรี ในโอกาสเยือนประเทศไทยอย่างเป็นทางการ",
		has:  []string{"ATTENDED ทาโร ยามาดะ → เยือนประเทศไทยอย่างเป็นทางการ ATTENDEE"},
		not:  []string{"ATTENDED สมชาย ใจดี → เยือน"},
	},
	{
		name: "a body in the words for somebody's place there is not there itself",
		text: "เมื่อวันที่ 3 มีนาคม 2563 นายสมชาย ใจดี อธิบดีกรมทางหลวง เข้าร่วมการประชุมคณะกรรมการจราจร ครั้งที่ 2/2563 โดยมี นายวิชัย รักไทย นายช่างใหญ่กรมเจ้าท่า เข้าร่วม",
		has:  []string{"ATTENDED วิชัย รักไทย → การประชุมคณะกรรมการจราจร ครั้งที่ 2/2563 ATTENDEE"},
		not:  []string{"ATTENDED กรมเจ้าท่า"},
	},
	{
		name: "monks of rank, and the chair of either side",
		text: "วันนี้ (3 มีนาคม 2563) จัดพิธีเจริญพระพุทธมนต์ โดยพระเทพวิสุทธิคุณ เจ้าคณะจังหวัดน่าน เป็นประธานฝ่ายสงฆ์ โดยมีนายสมชาย ใจดี ผู้ว่าราชการจังหวัดน่าน เป็นประธานฝ่ายฆราวาส",
		has:  []string{"CHAIRED พระเทพวิสุทธิคุณ → พิธีเจริญพระพุทธมนต์ CHAIR", "CHAIRED สมชาย ใจดี → พิธีเจริญพระพุทธมนต์ CHAIR"},
	},
	{
		name: "a royal, and who receives her",
		text: "วันนี้ (3 มีนาคม 2563) สมเด็จพระเจ้าลูกเธอ เจ้าฟ้าสิริวัณณวรี นารีรัตนราชกัญญา เสด็จพระราชดำเนินในงานสัปดาห์ผ้าไหม ประจำปี 2563 ณ ทำเนียบรัฐบาล นายสมชาย ใจดี นายกรัฐมนตรี เฝ้าฯ รับเสด็จ",
		has: []string{"ATTENDED สมเด็จพระเจ้าลูกเธอ เจ้าฟ้าสิริวัณณวรี นารีรัตนราชกัญญา → งานสัปดาห์ผ้าไหม ประจำปี 2563 ATTENDEE",
			"ATTENDED สมชาย ใจดี → งานสัปดาห์ผ้าไหม ประจำปี 2563 ATTENDEE"},
	},
	{
		name: "a royal who is only honoured, and a temple's hall",
		text: "จัดทำโครงการเฉลิมพระเกียรติสมเด็จพระเจ้าลูกเธอ เจ้าฟ้าสิริวัณณวรี นารีรัตนราชกัญญา ณ พระอุโบสถ วัดราชบพิธ",
		not:  []string{"PERSON"},
	},
	{
		name: "words behind a known first name are not part of it",
		text: "นายสมชาย ใจดี อธิบดีกรมทางหลวง กล่าวว่า จะช่วยนางสาวมาลี ศรีสุข ซึ่งนายสมชายจึงเร่งติดตามนางสาวมาลี กลับประเทศไทยโดยเร็ว",
		has:  []string{"PERSON สมชาย ใจดี", "PERSON มาลี ศรีสุข"},
		not:  []string{"PERSON สมชายจึง", "PERSON มาลี กลับ"},
	},
	{
		name: "two who share a first name are two",
		text: "นายสุชาติ ใจดี อธิบดีกรมทางหลวง กล่าวว่า นายสุชาติ พรชัยวิเศษกุล อธิบดีกรมเจ้าท่า เห็นชอบ",
		has:  []string{"PERSON สุชาติ ใจดี", "PERSON สุชาติ พรชัยวิเศษกุล"},
	},
	{
		name: "a title before words is no person",
		text: "การแสดงชุดนางในวรรณคดี ของนักเรียน",
		not:  []string{"PERSON"},
	},
	{
		name: "the only person of a headline holds the office with which the text begins",
		text: "“สมชาย” ร่วมประชุมเอเปค\nรัฐมนตรีว่าการกระทรวงคมนาคมเดินทางเข้าร่วมการประชุมรัฐมนตรีขนส่งเอเปค ครั้งที่ 9 เมื่อวันที่ 3 มีนาคม 2563",
		has:  []string{"HOLDS สมชาย → รัฐมนตรีว่าการกระทรวงคมนาคม", "ATTENDED สมชาย → การประชุมรัฐมนตรีขนส่งเอเปค ครั้งที่ 9 ATTENDEE"},
	},
	{
		name: "people who do together what the name of an event says",
		text: "วันนี้ (3 มีนาคม 2563) นายสมชาย ใจดี อธิบดีกรมทางหลวง พร้อมด้วย นายวิชัย รักไทย อธิบดีกรมเจ้าท่า ได้ร่วมกันแถลงข่าวการจัดงานสัปดาห์ความปลอดภัย",
		has:  []string{"ATTENDED สมชาย ใจดี → แถลงข่าวการจัดงานสัปดาห์ความปลอดภัย ATTENDEE", "ATTENDED วิชัย รักไทย → แถลงข่าวการจัดงานสัปดาห์ความปลอดภัย ATTENDEE"},
	},
	{
		name: "who comes with the subject takes part, too, and the guests in a row",
		text: "วันนี้ (3 มีนาคม 2563) นายสมชาย ใจดี อธิบดีกรมทางหลวง พร้อมนายวิชัย รักไทย อธิบดีกรมเจ้าท่า ให้การต้อนรับ Mr. John Smith, CEO of Acme และ Mr. Peter Jones ในโอกาสเข้าเยี่ยมคารวะ",
		has:  []string{"ATTENDED สมชาย ใจดี → เข้าเยี่ยมคารวะ ATTENDEE", "ATTENDED วิชัย รักไทย → เข้าเยี่ยมคารวะ ATTENDEE", "ATTENDED John Smith → เข้าเยี่ยมคารวะ ATTENDEE", "ATTENDED Peter Jones → เข้าเยี่ยมคารวะ ATTENDEE"},
	},
	{
		name: "the chair of a body that stands for years presides over no meeting",
		text: "เมื่อวันที่ 3 มีนาคม 2563 นายสมชาย ใจดี นายกรัฐมนตรี เข้าร่วมการประชุมสุดยอดอาเซียน ครั้งที่ 36 นายกรัฐมนตรีภูมิใจที่ไทยเป็นประธานอาเซียนในปีนี้",
		not:  []string{"CHAIRED"},
	},
	{
		name: "whoever is named behind what he did beforehand",
		text: "วันนี้ (3 มีนาคม 2563) ณ ทำเนียบรัฐบาล ภายหลังเป็นประธานการประชุมคณะกรรมการจราจร ครั้งที่ 2/2563 นายสมชาย ใจดี รองนายกรัฐมนตรี เปิดเผยว่า ที่ประชุมเห็นชอบแผน",
		has:  []string{"CHAIRED สมชาย ใจดี → การประชุมคณะกรรมการจราจร ครั้งที่ 2/2563 CHAIR"},
	},
	{
		name: "who sends somebody did not go",
		text: "เมื่อวันที่ 3 มีนาคม 2563 นายสมชาย ใจดี ปลัดกระทรวงแรงงาน ได้สั่งการให้แรงงานจังหวัดและเจ้าหน้าที่ลงพื้นที่จังหวัดน่าน",
		not:  []string{"ATTENDED"},
	},
	{
		name: "what a spokesman sums up he has not said",
		text: "วันนี้ (3 มีนาคม 2563) นายสมชาย ใจดี นายกรัฐมนตรี เข้าร่วมงานสัปดาห์ผ้าไหม ประจำปี 2563 โดยนายวิชัย รักไทย โฆษกประจำสำนักนายกรัฐมนตรี สรุปคำกล่าวปาฐกถาของนายกรัฐมนตรี",
		has:  []string{"ATTENDED สมชาย ใจดี → งานสัปดาห์ผ้าไหม ประจำปี 2563 ATTENDEE"},
		not:  []string{"ATTENDED วิชัย"},
	},
	{
		name: "the body of a headline where the text names nobody who went",
		text: "กรมทางหลวง ลงพื้นที่จังหวัดน่าน\nระหว่างวันที่ 3 - 5 มีนาคม 2563 เจ้าหน้าที่ได้ลงพื้นที่จังหวัดน่าน",
		has:  []string{"ATTENDED กรมทางหลวง → ลงพื้นที่จังหวัดน่าน ATTENDEE"},
	},
	{
		name: "the chair whose post words in brackets and a body part from the word for it",
		text: "วันที่ 3 มีนาคม 2563 นายสมชาย ใจดี รองผู้ว่าการ (วิศวกรรมและก่อสร้าง) การรถไฟแห่งประเทศไทย เป็นประธานในพิธีเปิดสถานีกลาง",
		has:  []string{"CHAIRED สมชาย ใจดี → พิธีเปิดสถานีกลาง OPENED"},
	},
	{
		name: "who tells of a body's ceremony does not preside over it",
		text: "เมื่อวันที่ 3 มีนาคม 2563 นายสมชาย ใจดี โฆษกกระทรวงแรงงาน กล่าวว่า กรมการจัดหางาน เป็นประธานในพิธีเปิดศูนย์ฝึกอาชีพ",
		not:  []string{"CHAIRED"},
	},
	{
		name: "a member of a body, and one who is more than that",
		text: "พระเทพวิสุทธิคุณ กรรมการมหาเถรสมาคม เป็นประธานฝ่ายสงฆ์ในพิธีเจริญพระพุทธมนต์ โดยมีนายสมชาย ใจดี เลขาธิการมหาเถรสมาคม เข้าร่วม",
		has:  []string{"MEMBER_OF พระเทพวิสุทธิคุณ → มหาเถรสมาคม MEMBER MEMBER"},
		not:  []string{"MEMBER_OF สมชาย"},
	},
	{
		name: "who comes to a ceremony does not come to what it is held in honour of",
		text: "วันนี้ (3 มีนาคม 2563) นายสมชาย ใจดี อธิบดีกรมประมง เป็นประธานในพิธีปล่อยพันธุ์ปลา เนื่องในโอกาสพระราชพิธีบรมราชาภิเษก โดยมี นายวิชัย รักไทย รองอธิบดีกรมประมง ร่วมพิธี",
		has:  []string{"ATTENDED วิชัย รักไทย → พิธีปล่อยพันธุ์ปลา ATTENDEE"},
	},
	{
		name: "the office that a visitor directs does not come with him",
		text: "วันนี้ (3 มีนาคม 2563) นายทาโร ยามาดะ ผู้อำนวยการบริหารสำนักงาน UNODC เข้าเยี่ยมคารวะนายสมชาย ใจดี นายกรัฐมนตรี",
		has:  []string{"ATTENDED ทาโร ยามาดะ → เข้าเยี่ยมคารวะนายสมชาย ใจดี นายกรัฐมนตรี ATTENDEE"},
		not:  []string{"ATTENDED สำนักงาน", "ATTENDED UNODC"},
	},
	{
		name: "who speaks at the opening of a meeting is there, and not in the chair",
		text: "นายสมชาย ใจดี อธิบดีกรมประมง กล่าวในตอนหนึ่งของการเปิดการประชุมคณะกรรมการประมง ครั้งที่ 2/2563 ว่า ปลามีน้อยลง",
		has:  []string{"ATTENDED สมชาย ใจดี → การประชุมคณะกรรมการประมง ครั้งที่ 2/2563 ATTENDEE"},
		not:  []string{"CHAIRED"},
	},
	{
		name: "what a speech is about, in quotes, is no event; thanks are no person",
		text: "วันนี้ (3 มีนาคม 2563) นายสมชาย ใจดี อธิบดีกรมประมง กล่าวปาฐกถาในงานสัปดาห์ประมง ประจำปี 2563 ในหัวข้อ 'ดึงชาวประมงลงพื้นที่จังหวัดน่าน' โดยมีนายวิชัย รักไทย รองอธิบดีกรมประมง เข้าร่วม และขอบคุณที่ ทุกฝ่ายมา",
		has:  []string{"ATTENDED วิชัย รักไทย → งานสัปดาห์ประมง ประจำปี 2563 ATTENDEE"},
		not:  []string{"MEETING ลงพื้นที่", "PERSON ที่"},
	},
}
