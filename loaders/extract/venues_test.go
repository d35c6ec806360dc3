package extract

// venueRules read the names of houses and sites, and the events that were there.
var venueRules = []ruleCase{
	{
		name: "sites of any sort behind ณ, up to the address",
		text: "ผู้ว่าราชการจังหวัดเป็นประธานในพิธีเปิดงานของดีลุ่มน้ำ เมื่อวันที่ 3 มีนาคม 2566 ณ ร้านริมธาร ต.ในเมือง อ.เมือง จ.ลำพูน",
		has:  []string{"VENUE ร้านริมธาร", "HELD_AT งานของดีลุ่มน้ำ → ร้านริมธาร", "LOCATED_IN ร้านริมธาร → ลำพูน"},
	},
	{
		name: "words before the house are no part of its name",
		text: "จัดงานตลาดนัดชุมชน ระหว่างวันที่ 3 - 5 มีนาคม 2566 ณ บริเวณหน้าศาลากลางจังหวัดตรังเชิญชวนผู้สนใจเข้าร่วม",
		has:  []string{"VENUE ศาลากลางจังหวัดตรัง"},
	},
	{
		name: "halls in a row, with numbers, years and abbreviations in their names",
		text: "ประชุมเมื่อวันที่ 3 มีนาคม 2566 ณ ห้องประชุม อก. 2 ชั้น 3 อาคาร 60 ปี และอาคารพฤกษา 1 – 3 ศูนย์ราชการเฉลิมพระเกียรติ 80 พรรษา 5 ธันวาคม 2550",
		has:  []string{"VENUE ห้องประชุม อก. 2 ชั้น 3", "VENUE อาคาร 60 ปี", "VENUE อาคารพฤกษา 1 – 3", "VENUE ศูนย์ราชการเฉลิมพระเกียรติ 80 พรรษา 5 ธันวาคม 2550"},
	},
	{
		name: "Latin names with abbreviations and brackets",
		text: "เดินทางไปร่วมงานเลี้ยงรับรอง ณ โรงแรม St. Olaf กรุงออสโล และศึกษาดูงาน ณ Harbour Innovation (HI) City กรุงออสโล",
		has:  []string{"VENUE โรงแรม St. Olaf", "VENUE Harbour Innovation (HI) City"},
	},
	{
		name: "words for sites that speak of these in general",
		text: "ให้บริการ ณ โรงงานในเครือ ณ ร้านค้าทั่วไป ณ สนามหญ้า ณ จุดเดียว ณ ราคาคงที่ และที่ชุมชนเข้มแข็ง คัดกรองจากสนามบิน 40 ราย",
		not:  []string{"VENUE"},
	},
	{
		name: "the place behind those who were there is that of the event, whatever was named in between",
		text: "นางสาวมาลี สุขใจ อธิบดีกรมที่ดิน เป็นประธานในพิธีลงนามบันทึกข้อตกลงความร่วมมือโครงการทุ่งสวย ซึ่งต่อยอดจากการประชุมวิชาการทุ่งนาไทย ครั้งที่ 4 โดยมี นายชัย ทองดี เข้าร่วมพิธี ณ หอประชุมใหญ่ ศูนย์วัฒนธรรมลานนา",
		has:  []string{"HELD_AT พิธีลงนามบันทึกข้อตกลงความร่วมมือโครงการทุ่งสวย → หอประชุมใหญ่", "HELD_AT พิธีลงนามบันทึกข้อตกลงความร่วมมือโครงการทุ่งสวย → ศูนย์วัฒนธรรมลานนา"},
	},
	{
		name: "where something stands, or was told after an event, is not where the event was",
		text: "วันนี้ (3 มีนาคม 2566) ณ มหาวิทยาลัยราชภัฏลำปาง ภายหลังการประชุมวิชาการทุ่งนาไทย ครั้งที่ 4 นายชัย ทองดี ให้ข้อมูลที่ขอได้ที่อาคารริมน้ำ",
		not:  []string{"HELD_AT"},
	},
	{
		name: "a town whose name begins as a word for a beach",
		text: "เดินทางไปหาดใหญ่ เมื่อวันที่ 3 มีนาคม 2566",
		not:  []string{"VENUE"},
	},
	{
		name: "where it was told is not where it will be",
		text: "วันนี้ (3 มีนาคม 2566) เวลา 13.00 น. ณ ตึกบัญชาการ 1 ทำเนียบรัฐบาล นายสมชาย ใจดี โฆษกประจำสำนักนายกรัฐมนตรี เปิดเผยว่า จะจัดงาน “มหกรรมผ้าไทย 2566” ในเดือนหน้า",
		not:  []string{"HELD_AT"},
	},
	{
		name: "a site between ณ and its address is one whatever its name",
		text: "วันนี้ (3 มีนาคม 2566) นายสมชาย ใจดี เป็นประธานพิธีเปิดงานของดีลุ่มน้ำ ณ ล้งมะพร้าวทวีโชค ต.ในเมือง อ.เมือง จ.ลำพูน ณ จุดรับซื้อ อ.เมือง",
		has:  []string{"VENUE ล้งมะพร้าวทวีโชค", "HELD_AT งานของดีลุ่มน้ำ → ล้งมะพร้าวทวีโชค", "HELD_AT งานของดีลุ่มน้ำ → ลำพูน"},
		not:  []string{"VENUE จุด"},
	},
	{
		name: "an event named with its theme and without is one, and a signing is where its signers are named",
		text: "วันนี้ (3 มีนาคม 2566) นายสมชาย ใจดี เป็นประธานพิธีเปิดงานสัมมนาและนิทรรศการระดับชาติ “ทุ่งนาไทย 2023 : โลกเปิด” และร่วมพิธีลงนามบันทึกข้อตกลงความร่วมมือด้านดิน ลงนามโดย นายชัย ทองดี ณ อาคารพฤกษา อิมแพ็ค เมืองทองธานี",
		has:  []string{"HELD_AT พิธีลงนามบันทึกข้อตกลงความร่วมมือด้านดิน → อาคารพฤกษา"},
	},
	{
		name: "what is said at an event does not part it from its place, rooms named for somebody with initials",
		text: "วันนี้ (3 มีนาคม 2566) นายสมชาย ใจดี เป็นประธานพิธีเปิดงานของดีลุ่มน้ำ พร้อมกล่าวให้โอวาทแก่นักเรียน ณ ห้องประชุมขุนศรี ป. วิจิตร ชั้น 5 อาคารกรมที่ดิน",
		has:  []string{"HELD_AT งานของดีลุ่มน้ำ → ห้องประชุมขุนศรี ป. วิจิตร ชั้น 5"},
	},
	{
		name: "visits in the plural are no event",
		text: "วันนี้ (3 มีนาคม 2566) นายสมชาย ใจดี ลงพื้นที่ทั่วทุกภาคของประเทศ",
		not:  []string{"MEETING"},
	},
	{
		name: "a field visit is in the area with which its clause ends",
		text: "วันนี้ (3 มีนาคม 2566) นายสมชาย ใจดี รัฐมนตรีว่าการกระทรวงคมนาคม ลงพื้นที่ติดตามการแก้ปัญหาน้ำท่วม ในพื้นที่จังหวัดลำปาง โดยมี นายชัย ทองดี ร่วมลงพื้นที่",
		has:  []string{"HELD_AT ลงพื้นที่ติดตามการแก้ปัญหาน้ำท่วม → ลำปาง"},
	},
	{
		name: "what a trip is for is where it goes to",
		text: "นายสมชาย ใจดี รัฐมนตรีว่าการกระทรวงคมนาคม เดินทางไปยังกรุงโตเกียว ประเทศญี่ปุ่น เพื่อเข้าร่วมการประชุมวิชาการรถไฟ ครั้งที่ 4 ระหว่างวันที่ 3 - 5 มีนาคม 2566",
		has:  []string{"HELD_AT การประชุมวิชาการรถไฟ ครั้งที่ 4 → โตเกียว"},
		not:  []string{"HELD_AT การประชุมวิชาการรถไฟ ครั้งที่ 4 → ญี่ปุ่น"},
	},
	{
		name: "a hall in a university in a province, where a spokesman tells of who was in the chair",
		text: "วันนี้ (3 มีนาคม 2566) เวลา 13.00 น. ณ หอประชุมริมโขง มหาวิทยาลัยนครพนม ในอำเภอเมืองนครพนม จังหวัดนครพนม นายสมชาย ใจดี โฆษกประจำสำนักนายกรัฐมนตรี เปิดเผยว่า นายชัย ทองดี นายกรัฐมนตรี เป็นประธานการประชุมคณะกรรมการข้าวแห่งชาติ ครั้งที่ 2/2566",
		has:  []string{"HELD_AT การประชุมคณะกรรมการข้าวแห่งชาติ ครั้งที่ 2/2566 → หอประชุมริมโขง", "HELD_AT การประชุมคณะกรรมการข้าวแห่งชาติ ครั้งที่ 2/2566 → มหาวิทยาลัยนครพนม", "HELD_AT การประชุมคณะกรรมการข้าวแห่งชาติ ครั้งที่ 2/2566 → นครพนม"},
	},
	{
		name: "villages with their number, and the subdistrict of many towns",
		text: "ตรวจถนนสายทางบ้านหนองจอก หมู่ที่ 3 ตำบลในเมือง อำเภอเมืองลำพูน จังหวัดลำพูน",
		has:  []string{"ZONE บ้านหนองจอก", "ZONE ในเมือง", "LOCATED_IN บ้านหนองจอก → ในเมือง"},
	},
	{
		name: "a village whose name holds a word of the grammar, and houses in general",
		text: "ตรวจเยี่ยมโครงการเน็ตประชารัฐบ้านคลองใน หมู่ 2 ต.น้ำใส อ.เมือง จ.ลำพูน และซ่อมบ้านเรือนประชาชน หมู่ 3 ต.น้ำใส",
		has:  []string{"ZONE บ้านคลองใน"},
		not:  []string{"ZONE บ้านเรือนประชาชน"},
	},
	{
		name: "dams of a list, and what is said of dams in general",
		text: "ปริมาณน้ำใน 2 เขื่อนหลัก (เขื่อนแม่กวง เขื่อนภูผา) และเขื่อนขนาดใหญ่ เขื่อนป้องกันตลิ่ง เขื่อนต่างๆ เพิ่มขึ้น",
		has:  []string{"VENUE เขื่อนแม่กวง", "VENUE เขื่อนภูผา"},
		not:  []string{"VENUE เขื่อนขนาดใหญ่", "VENUE เขื่อนป้องกันตลิ่ง", "VENUE เขื่อนต่างๆ", "VENUE เขื่อนหลัก"},
	},
	{
		name: "offices of districts, and districts in general, are no places",
		text: "หัวหน้าส่วนราชการระดับอำเภอ กำนัน ปลัดอำเภอ กำนัน และนายอำเภอต้องเป็นผู้นำของประชาชน",
		not:  []string{"ZONE"},
	},
	{
		name: "a house behind the short name of another, and a number behind the district of a body",
		text: "ประชุมเมื่อวันที่ 3 มีนาคม 2566 ณ ศูนย์ปฏิบัติการฝนหลวง (SROC) อาคาร 60 ปี และ ณ หอประชุมสมาคมชาวนาเขต 7 จังหวัดตรัง",
		has:  []string{"VENUE อาคาร 60 ปี", "VENUE หอประชุมสมาคมชาวนาเขต 7"},
	},
	{
		name: "the place of an event may begin the next line of the page",
		text: "นายสมชาย ใจดี รัฐมนตรีว่าการกระทรวงคมนาคม เข้าร่วมงานมหกรรมผ้าไทย ครั้งที่ 3\nณ ศูนย์ประชุมนานาชาติลำปาง จังหวัดลำปาง",
		has:  []string{"HELD_AT งานมหกรรมผ้าไทย ครั้งที่ 3 → ศูนย์ประชุมนานาชาติลำปาง"},
	},
}
