package extract

// structureRules read what belongs to what.
var structureRules = []ruleCase{
	{
		name: "a unit, its department and its ministry in one breath",
		text: "จัดโดยกองนโยบายถนน สำนักวิศวกรรมทาง กรมทางหลวง กระทรวงคมนาคม ในวันนี้",
		has:  []string{"PART_OF สำนักวิศวกรรมทาง → กรมทางหลวง", "PART_OF กรมทางหลวง → กระทรวงคมนาคม"},
	},
	{
		name: "a list in which a department stands before another ministry",
		text: "ร่วมกับกรมทางหลวง กระทรวงสาธารณสุข และสำนักงบประมาณ กระทรวงการคลัง",
		not:  []string{"PART_OF"},
	},
	{
		name: "departments in brackets, behind the ministry",
		text: "มอบหมายให้กระทรวงการคลัง (กรมศุลกากร) และกระทรวงคมนาคม กรมเจ้าท่า เร่งดำเนินการ",
		has:  []string{"PART_OF กรมศุลกากร → กระทรวงการคลัง", "PART_OF กรมเจ้าท่า → กระทรวงคมนาคม"},
	},
	{
		name: "what a ministry has under it, listed",
		text: "ผู้บริหารกระทรวงมหาดไทย และหน่วยงานในสังกัด กรมการปกครอง กรมที่ดิน และกรมการพัฒนาชุมชน เข้าร่วม",
		has:  []string{"PART_OF กรมการปกครอง → กระทรวงมหาดไทย", "PART_OF กรมที่ดิน → กระทรวงมหาดไทย", "PART_OF กรมการพัฒนาชุมชน → กระทรวงมหาดไทย"},
	},
	{
		name: "places in a row, the smaller first, with what lies in the first in all",
		text: "เดินทางไปยังวัดสวนหลวง ตำบลละงู อำเภอละงู จังหวัดสตูล",
		has:  []string{"LOCATED_IN วัดสวนหลวง → สตูล"},
	},
	{
		name: "districts in a list do not lie in each other",
		text: "ครอบคลุมอำเภอสทิงพระ อำเภอระโนด อำเภอสิงหนคร จังหวัดสงขลา",
		has:  []string{"LOCATED_IN สทิงพระ → สงขลา"},
		not:  []string{"LOCATED_IN สทิงพระ → ระโนด", "LOCATED_IN สทิงพระ → สิงหนคร", "LOCATED_IN ระโนด → สิงหนคร"},
	},
	{
		name: "a road between a hotel and its district",
		text: "ณ โรงแรมแม่น้ำเจ้าพระยา ถนนสาทรใต้ เขตสาทร กรุงเทพฯ",
		has:  []string{"LOCATED_IN โรงแรมแม่น้ำเจ้าพระยา → สาทร", "LOCATED_IN โรงแรมแม่น้ำเจ้าพระยา → กรุงเทพมหานคร"},
	},
	{
		name: "where bodies are by their names",
		text: "หอการค้าจังหวัดลำปาง บริษัท ไซเบอร์ดายน์ (ประเทศไทย) จำกัด และสถานเอกอัครราชทูตไทย ณ กรุงเวียนนา ร่วมกับสมาคมมิตรภาพไทย-ญี่ปุ่น",
		has:  []string{"LOCATED_IN หอการค้าจังหวัดลำปาง → ลำปาง", "LOCATED_IN บริษัท ไซเบอร์ดายน์ (ประเทศไทย) จำกัด → ไทย", "LOCATED_IN สถานเอกอัครราชทูตไทย ณ กรุงเวียนนา → เวียนนา"},
		not:  []string{"LOCATED_IN สมาคม"},
	},
	{
		name: "a corridor and the provinces that it lies in",
		text: "พัฒนาระเบียงเศรษฐกิจพิเศษภาคเหนือในจังหวัดเชียงใหม่ เชียงราย และลำพูน",
		has:  []string{"LOCATED_IN ระเบียงเศรษฐกิจพิเศษภาคเหนือ → เชียงราย", "LOCATED_IN ระเบียงเศรษฐกิจพิเศษภาคเหนือ → ลำพูน"},
	},
	{
		name: "words that hold the word for an area",
		text: "กรุงเทพมหานครและปริมณฑล รวมทั้งศาลแขวงนนทบุรี ในรัฐวิสาหกิจ ภายใต้รัฐบาลนี้ ระดับอำเภอ ตำบล และหมู่บ้าน",
		not:  []string{"PROVINCE รวม", "ZONE", "PROVINCE วิสาหกิจ", "PROVINCE บาล"},
	},
	{
		name: "a body whose name ends in that of the body that it is part of",
		text: "กระทรวงคมนาคม องค์การสหประชาชาติ และองค์การพัฒนาอุตสาหกรรมแห่งสหประชาชาติ ร่วมกับสำนักงานปลัดกระทรวงคมนาคม และคณะกรรมการความร่วมมือกรมทางหลวงและกระทรวงคมนาคม",
		has:  []string{"PART_OF องค์การพัฒนาอุตสาหกรรมแห่งสหประชาชาติ → องค์การสหประชาชาติ", "PART_OF สำนักงานปลัดกระทรวงคมนาคม → กระทรวงคมนาคม"},
		not:  []string{"PART_OF คณะกรรมการ"},
	},
	{
		name: "temples in a list",
		text: "ณ วัดสระเกศ วัดพระยายัง และวัดบวรนิเวศ",
		has:  []string{"VENUE วัดสระเกศ", "VENUE วัดพระยายัง", "VENUE วัดบวรนิเวศ"},
	},
}
