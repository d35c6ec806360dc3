package extract

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"mueang/graph/kg"
)

// said writes what an extraction claims, one line a claim: "TYPE subject →
// object", with the role and the status where there are any.
func said(x kg.Extraction) []string {
	names := map[kg.ID]string{}
	for _, t := range x.Things {
		names[t.ID] = t.Name
	}
	var lines []string
	for _, c := range x.Claims {
		line := fmt.Sprintf("%s %s → %s", c.Type, names[c.Subject], names[c.Object])
		for _, q := range []string{c.Role, c.Status} {
			if q != "" {
				line += " " + q
			}
		}
		lines = append(lines, line)
	}
	return lines
}

// seen writes the things of an extraction: "KIND name", with the dates and the
// status of those that have any.
func seen(x kg.Extraction) []string {
	var lines []string
	for _, t := range x.Things {
		line := fmt.Sprintf("%s %s", t.Kind, t.Name)
		for _, d := range []*kg.PartialDate{t.StartDate, t.EndDate} {
			if d != nil {
				line += " " + d.Value
			}
		}
		if t.Status != "" {
			line += " " + t.Status
		}
		lines = append(lines, line)
	}
	return lines
}

// ruleCase is a sentence of its own for a rule: what it must read, and what it
// must not.
type ruleCase struct {
	name string
	text string
	has  []string // of said and seen
	not  []string // beginnings of lines that must not be there
}

var rules = []ruleCase{
	{
		name: "an agreement signed, with nobody named behind it",
		text: "โดยผ่านการลงนามในบันทึกข้อตกลงความร่วมมือ (MOU) ระหว่างกระทรวง ดีอี และภาคส่วนต่าง ๆ ในจังหวัดนครราชสีมา จำนวน 3 ฉบับ",
		has:  []string{"PROVINCE นครราชสีมา"},
		not:  []string{"SIGNED"},
	},
	{
		name: "news: people without title beside an office",
		text: "ข่าวเมือง\n\nพิเชษฐ์ ดุลยคีรี รัฐมนตรีว่าการกระทรวงพลังงาน กล่าวว่า ปีนี้ดี\n\nรมว.ดีอี สมชาย ศรีสุข เป็นประธานการประชุมสภาดิจิทัล ครั้งที่ 2/2567 เมื่อวันที่ 3 มีนาคม 2567",
		has:  []string{"HOLDS พิเชษฐ์ ดุลยคีรี → รัฐมนตรีว่าการกระทรวงพลังงาน", "CHAIRED สมชาย ศรีสุข → การประชุมสภาดิจิทัล ครั้งที่ 2/2567 CHAIR"},
	},
	{
		name: "news: mayors of towns that no gazetteer lists, topics of meetings, odd quotation marks, Latin titles",
		text: "วันที่ 30 พ.ย. 2565 พล.อ.สมชาย ใจดี เป็นประธานเปิดงาน Green Town Expo 2022″ และนายสมศักดิ์ รักไทย นายกเทศมนตรีเมืองแม่กวางเหนือ ร่วมงาน\n\nวันที่ 14 มีนาคม 2566 นางสาวสมศรี มีสุข นายกเทศมนตรีนครหนองใส เป็นประธานการประชุมสันนิบาตเทศบาลภาคตะวันออกเฉียงเหนือตอนล่างหัวข้อ “การเตรียมแผนเมือง”\n\nวันที่ 15 มีนาคม 2566 นายวิชัย ใจงาม อธิบดีกรมประชาสัมพันธ์ กล่าวเปิดงานสัมมนาวิชาการ Chiang Dao - Green Town: Knowledge Session",
		has: []string{"CHAIRED สมชาย ใจดี → งาน Green Town Expo 2022 OPENED", "HOLDS สมศักดิ์ รักไทย → นายกเทศมนตรีเมืองแม่กวางเหนือ", "HOLDS สมศรี มีสุข → นายกเทศมนตรีนครหนองใส",
			"CHAIRED สมศรี มีสุข → การประชุมสันนิบาตเทศบาลภาคตะวันออกเฉียงเหนือตอนล่างหัวข้อ “การเตรียมแผนเมือง” CHAIR",
			"CHAIRED วิชัย ใจงาม → งานสัมมนาวิชาการ Chiang Dao - Green Town: Knowledge Session OPENED"},
	},
	{
		name: "chair of a numbered meeting, with companions",
		text: "วันนี้ (9 พ.ย. 65) พล.อ.ประวิตร วงษ์สุวรรณ รองนายกรัฐมนตรี เป็นประธานการประชุมคณะกรรมการขับเคลื่อนการพัฒนาเมืองอัจฉริยะ ครั้งที่ 1/2565 โดยมี นายสมชาย ใจดี อธิบดีกรมประชาสัมพันธ์ และผู้แทนจากสำนักงานนโยบายและแผนพลังงาน เข้าร่วม",
		has: []string{
			"CHAIRED ประวิตร วงษ์สุวรรณ → การประชุมคณะกรรมการขับเคลื่อนการพัฒนาเมืองอัจฉริยะ ครั้งที่ 1/2565 CHAIR",
			"ATTENDED สมชาย ใจดี → การประชุมคณะกรรมการขับเคลื่อนการพัฒนาเมืองอัจฉริยะ ครั้งที่ 1/2565 ATTENDEE",
			"ATTENDED สำนักงานนโยบายและแผนพลังงาน → การประชุมคณะกรรมการขับเคลื่อนการพัฒนาเมืองอัจฉริยะ ครั้งที่ 1/2565 ATTENDEE",
			"HOLDS สมชาย ใจดี → อธิบดีกรมประชาสัมพันธ์", "POST_IN อธิบดีกรมประชาสัมพันธ์ → กรมประชาสัมพันธ์",
			"MEETING การประชุมคณะกรรมการขับเคลื่อนการพัฒนาเมืองอัจฉริยะ ครั้งที่ 1/2565 2022-11-09 HELD",
		},
		not: []string{"ATTENDED กรมประชาสัมพันธ์", "ATTENDED ประวิตร"},
	},
	{
		name: "co-chairs, place and country",
		text: "เมื่อวันที่ 25 พฤศจิกายน 2562 นายพุทธิพงษ์ ปุณณกันต์ รัฐมนตรีว่าการกระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม เป็นประธานร่วมกับ นางคิม ยุน มี รัฐมนตรีว่าการกระทรวงที่ดิน โครงสร้างพื้นฐาน และคมนาคม ของเกาหลีใต้ ในการประชุมรัฐมนตรีด้านการพัฒนาเมืองอัจฉริยะ ณ เมืองปูซาน สาธารณรัฐเกาหลี",
		has: []string{
			"CHAIRED พุทธิพงษ์ ปุณณกันต์ → การประชุมรัฐมนตรีด้านการพัฒนาเมืองอัจฉริยะ CO_CHAIR",
			"CHAIRED คิม ยุน มี → การประชุมรัฐมนตรีด้านการพัฒนาเมืองอัจฉริยะ CO_CHAIR",
			"HELD_AT การประชุมรัฐมนตรีด้านการพัฒนาเมืองอัจฉริยะ → ปูซาน", "LOCATED_IN ปูซาน → เกาหลีใต้",
		},
		not: []string{"HELD_AT การประชุมรัฐมนตรีด้านการพัฒนาเมืองอัจฉริยะ → เกาหลีใต้"},
	},
	{
		name: "a delegator neither chairs nor attends",
		text: "เมื่อวันที่ 3 มีนาคม 2564 พลเอก ประยุทธ์ จันทร์โอชา นายกรัฐมนตรี มอบหมาย พลเอก ประวิตร วงษ์สุวรรณ รองนายกรัฐมนตรี เป็นประธานในพิธีมอบตราสัญลักษณ์เมืองอัจฉริยะประเทศไทย ณ ทำเนียบรัฐบาล",
		has:  []string{"CHAIRED ประวิตร วงษ์สุวรรณ → พิธีมอบตราสัญลักษณ์เมืองอัจฉริยะประเทศไทย CHAIR"},
		not:  []string{"CHAIRED ประยุทธ์", "ATTENDED ประยุทธ์"},
	},
	{
		name: "who was sent presides, not who sent him",
		text: "เมื่อวันที่ 22 กันยายน 2561 นายบุญธรรม เลิศสุขีเกษม รองปลัดกระทรวงมหาดไทย ได้รับมอบหมายจาก นายฉัตรชัย พรหมเลิศ ปลัดกระทรวงมหาดไทย เป็นประธานในพิธีเปิดงานวันท้องถิ่นไทย ณ ห้องประชุมกระทรวงมหาดไทย",
		has:  []string{"CHAIRED บุญธรรม เลิศสุขีเกษม → งานวันท้องถิ่นไทย OPENED", "HELD_AT งานวันท้องถิ่นไทย → ห้องประชุมกระทรวงมหาดไทย"},
		not:  []string{"CHAIRED ฉัตรชัย"},
	},
	{
		name: "the chair of a meeting in a relative clause",
		text: "นายสมชาย ใจดี เลขาธิการคณะกรรมการส่งเสริมการลงทุน เปิดเผยภายหลังการประชุมคณะกรรมการส่งเสริมการลงทุน ครั้งที่ 3/2561 ซึ่งมี พลเอก ประยุทธ์ จันทร์โอชา นายกรัฐมนตรี เป็นประธาน ว่า ที่ประชุมอนุมัติแล้ว",
		has:  []string{"CHAIRED ประยุทธ์ จันทร์โอชา → การประชุมคณะกรรมการส่งเสริมการลงทุน ครั้งที่ 3/2561 CHAIR"},
		not:  []string{"CHAIRED สมชาย"},
	},
	{
		name: "those who took part, counted",
		text: "เมื่อวันที่ 7 มีนาคม 2561 พลเอก ประยุทธ์ จันทร์โอชา นายกรัฐมนตรี เป็นประธานการประชุมคณะกรรมการนโยบายพลังงานแห่งชาติ ครั้งที่ 1/2561 โดยมีผู้เข้าร่วมประชุมประกอบด้วย นายสมคิด จาตุศรีพิทักษ์ รองนายกรัฐมนตรี และนายกอบศักดิ์ ภูตระกูล รัฐมนตรีประจำสำนักนายกรัฐมนตรี และหัวหน้าส่วนราชการ",
		has: []string{
			"ATTENDED สมคิด จาตุศรีพิทักษ์ → การประชุมคณะกรรมการนโยบายพลังงานแห่งชาติ ครั้งที่ 1/2561 ATTENDEE",
			"ATTENDED กอบศักดิ์ ภูตระกูล → การประชุมคณะกรรมการนโยบายพลังงานแห่งชาติ ครั้งที่ 1/2561 ATTENDEE",
		},
		not: []string{"ATTENDED ประยุทธ์"},
	},
	{
		name: "parties listed beyond the name of an agreement",
		text: "เมื่อวันที่ 1 กรกฎาคม 2567 มีพิธีลงนามบันทึกข้อตกลงความร่วมมือ ระหว่าง สำนักงานส่งเสริมเศรษฐกิจดิจิทัล กับ 3 มหาวิทยาลัย คือ มหาวิทยาลัยขอนแก่น มหาวิทยาลัยเทคโนโลยีสุรนารี และ มหาวิทยาลัยราชภัฏนครราชสีมา",
		has:  []string{"PARTY_TO มหาวิทยาลัยเทคโนโลยีสุรนารี → บันทึกข้อตกลงความร่วมมือ ระหว่าง สำนักงานส่งเสริมเศรษฐกิจดิจิทัล", "PARTY_TO มหาวิทยาลัยราชภัฏนครราชสีมา → บันทึกข้อตกลงความร่วมมือ ระหว่าง สำนักงานส่งเสริมเศรษฐกิจดิจิทัล"},
	},
	{
		name: "a spokesman was not where others were",
		text: "นางสาวรัชดา ธนาดิเรก รองโฆษกประจำสำนักนายกรัฐมนตรี เปิดเผยว่า วันนี้ (26 พ.ค. 64) นายจุรินทร์ ลักษณวิศิษฏ์ รองนายกรัฐมนตรี พร้อมด้วย นายสาธิต ปิตุเตชะ รัฐมนตรีช่วยว่าการกระทรวงสาธารณสุข เดินทางไปให้กำลังใจประชาชนและลงพื้นที่จังหวัดน่าน",
		has:  []string{"ATTENDED จุรินทร์ ลักษณวิศิษฏ์ → ลงพื้นที่จังหวัดน่าน ATTENDEE", "ATTENDED สาธิต ปิตุเตชะ → ลงพื้นที่จังหวัดน่าน ATTENDEE", "HELD_AT ลงพื้นที่จังหวัดน่าน → น่าน"},
		not:  []string{"ATTENDED รัชดา"},
	},
	{
		name: "a quoted speaker did not attend",
		text: "เมื่อวันที่ 3 มีนาคม 2564 มีการประชุมคณะกรรมการนโยบายพลังงานแห่งชาติ ครั้งที่ 2/2564 ณ ทำเนียบรัฐบาล\nด้านนางสาววันเพ็ญ พูลวงษ์ ผู้อำนวยการสำนักงานสถิติแห่งชาติ กล่าวว่า พนักงานทุกคนพร้อมปฏิบัติงาน",
		has:  []string{"HOLDS วันเพ็ญ พูลวงษ์ → ผู้อำนวยการสำนักงานสถิติแห่งชาติ"},
		not:  []string{"ATTENDED วันเพ็ญ", "CHAIRED วันเพ็ญ"},
	},
	{
		name: "a standing chair is an office",
		text: "ที่ประชุมรับทราบผลการดำเนินงานของคณะอนุกรรมการขับเคลื่อนและบริหารโครงการเมืองอัจฉริยะ ที่มีนายชัยวุฒิ ธนาคมานุสรณ์ รมว.ดิจิทัลฯ เป็นประธาน",
		has: []string{
			"HOLDS ชัยวุฒิ ธนาคมานุสรณ์ → ประธานคณะอนุกรรมการขับเคลื่อนและบริหารโครงการเมืองอัจฉริยะ",
			"HOLDS ชัยวุฒิ ธนาคมานุสรณ์ → รมว. กระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม",
		},
		not: []string{"CHAIRED"},
	},
	{
		name: "offices held by office",
		text: "ที่ประชุมเห็นชอบให้ปลัดกระทรวงดิจิทัลฯ ดำรงตำแหน่ง National Representative (NR) รวมถึง ผู้อำนวยการใหญ่ ดีป้า และ ผู้อำนวยการ สนข. ดำรงตำแหน่ง Chief Smart City Officer (CSCOs) ของเครือข่ายเมืองอัจฉริยะอาเซียน",
		has: []string{
			"EX_OFFICIO ปลัดกระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม → National Representative เครือข่ายเมืองอัจฉริยะอาเซียน",
			"EX_OFFICIO ผู้อำนวยการใหญ่สำนักงานส่งเสริมเศรษฐกิจดิจิทัล → Chief Smart City Officer เครือข่ายเมืองอัจฉริยะอาเซียน",
			"EX_OFFICIO ผู้อำนวยการสำนักงานนโยบายและแผนการขนส่งและจราจร → Chief Smart City Officer เครือข่ายเมืองอัจฉริยะอาเซียน",
		},
	},
	{
		name: "a planned agreement is not signed",
		text: "โดยกระทรวงไอซีทีของประเทศไทย จะลงนามในบันทึกความเข้าใจว่าด้วยการพัฒนาเมืองกับบริษัท ตัวอย่าง จำกัด",
		has:  []string{"PARTY_TO กระทรวงเทคโนโลยีสารสนเทศและการสื่อสาร → บันทึกความเข้าใจว่าด้วยการพัฒนาเมืองกับบริษัท ตัวอย่าง จำกัด", "AGREEMENT บันทึกความเข้าใจว่าด้วยการพัฒนาเมืองกับบริษัท ตัวอย่าง จำกัด ANNOUNCED"},
		not:  []string{"SIGNED", "WITNESSED"},
	},
	{
		name: "signatories, parties and witnesses",
		text: "นายพุทธิพงษ์ ปุณณกันต์ รัฐมนตรีว่าการกระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม และนายอี อุก-ฮ็อน (H.E. Mr. Lee Wook-heon) เอกอัครราชทูตสาธารณรัฐเกาหลีประจำประเทศไทย ได้ร่วมลงนาม “บันทึกความเข้าใจว่าด้วยความร่วมมือระหว่างกระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคมแห่งราชอาณาจักรไทยและกระทรวงที่ดิน โครงสร้างพื้นฐานและคมนาคมแห่งสาธารณรัฐเกาหลี” โดยมี พลเอก ประยุทธ์ จันทร์โอชา นายกรัฐมนตรี ร่วมเป็นสักขีพยาน เมื่อวันที่ 2 กันยายน 2562 ณ ทำเนียบรัฐบาล",
		has: []string{
			"SIGNED พุทธิพงษ์ ปุณณกันต์ → บันทึกความเข้าใจว่าด้วยความร่วมมือระหว่างกระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคมแห่งราชอาณาจักรไทยและกระทรวงที่ดิน โครงสร้างพื้นฐานและคมนาคมแห่งสาธารณรัฐเกาหลี",
			"SIGNED อี อุก-ฮ็อน → บันทึกความเข้าใจว่าด้วยความร่วมมือระหว่างกระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคมแห่งราชอาณาจักรไทยและกระทรวงที่ดิน โครงสร้างพื้นฐานและคมนาคมแห่งสาธารณรัฐเกาหลี",
			"WITNESSED ประยุทธ์ จันทร์โอชา → บันทึกความเข้าใจว่าด้วยความร่วมมือระหว่างกระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคมแห่งราชอาณาจักรไทยและกระทรวงที่ดิน โครงสร้างพื้นฐานและคมนาคมแห่งสาธารณรัฐเกาหลี",
			"PARTY_TO กระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม → บันทึกความเข้าใจว่าด้วยความร่วมมือระหว่างกระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคมแห่งราชอาณาจักรไทยและกระทรวงที่ดิน โครงสร้างพื้นฐานและคมนาคมแห่งสาธารณรัฐเกาหลี",
		},
		not: []string{"SIGNED ประยุทธ์", "WITNESSED พุทธิพงษ์"},
	},
	{
		name: "the opening of an event stands for it, under its Latin name too",
		text: "วันที่ 5 มีนาคม 2566 กระทรวงคมนาคม จัดงาน “มหกรรมเมืองดี 2566” Good Town Fair 2023 โดยมี นายสมชาย ใจดี รัฐมนตรีว่าการกระทรวงพลังงาน เป็นประธานพิธีเปิดงานดังกล่าว",
		has:  []string{"CHAIRED สมชาย ใจดี → งาน “มหกรรมเมืองดี 2566” OPENED"},
		not:  []string{"MEETING Good Town Fair 2023", "MEETING พิธีเปิดงาน"},
	},
	{
		name: "who lets a group come is there; a ballroom between the room and the hotel",
		text: "วันที่ 15 พฤศจิกายน 2566 นางสาวพิมพา วิชัยดี รัฐมนตรีว่าการกระทรวงอุตสาหกรรม ให้คณะผู้บริหารจากบริษัท โตดี มอเตอร์ จำกัด นำโดยนายกลิน สารดี เข้าพบเพื่อแสดงความยินดี ณ ห้องวิภาวดี บอลรูม โรงแรมเซ็นทาราแกรนด์ กรุงเทพฯ",
		has:  []string{"ATTENDED พิมพา วิชัยดี → เข้าพบเพื่อแสดงความยินดี ATTENDEE", "ATTENDED กลิน สารดี → เข้าพบเพื่อแสดงความยินดี ATTENDEE", "HELD_AT เข้าพบเพื่อแสดงความยินดี → โรงแรมเซ็นทาราแกรนด์"},
	},
	{
		name: "a room named after somebody, and the body that it is in",
		text: "วันที่ 15 พฤศจิกายน 2566 นายสมชาย ใจดี เป็นประธานการประชุมเครือข่ายเรือดี ครั้งที่ 2/2566 ณ ห้องประชุมสมหมาย เรืองดี ชั้น 10 กรมเจ้าท่า",
		has:  []string{"HELD_AT การประชุมเครือข่ายเรือดี ครั้งที่ 2/2566 → ห้องประชุมสมหมาย เรืองดี ชั้น 10"},
		not:  []string{"ATTENDED กรมเจ้าท่า"},
	},
	{
		name: "a yearly fair behind a blank; the ministry of a department by its initials holds nothing",
		text: "กรมเจ้าท่า (จท.) กระทรวงคมนาคม จัดงาน ประเพณีแข่งเรือยาวบ้านดี ประจำปี 2567 ระหว่างวันที่ 18 - 21 เมษายน 2567",
		has:  []string{"ORGANIZED กรมเจ้าท่า → งาน ประเพณีแข่งเรือยาวบ้านดี ประจำปี 2567 ORGANIZER"},
		not:  []string{"ORGANIZED กระทรวงคมนาคม"},
	},
	{
		name: "with whom a meeting was, behind its place",
		text: "วันที่ 20 ธันวาคม 2566 นายจตุพร บุรุษดี ปลัดกระทรวงพลังงาน เป็นประธานการประชุมหารือแนวทางการแก้ไขปัญหาลิงป่าในพื้นที่เขตบางขุนเทียน กรุงเทพมหานคร ร่วมกับ รศ.ทวีดา กมลดี รองผู้ว่าราชการกรุงเทพมหานคร และคณะ",
		has:  []string{"ATTENDED ทวีดา กมลดี → การประชุมหารือแนวทางการแก้ไขปัญหาลิงป่าในพื้นที่เขตบางขุนเทียน ATTENDEE"},
	},
	{
		name: "hosts of two events, and with others whom no rule knows",
		text: "วันที่ 5 มีนาคม 2566 กระทรวงคมนาคม รวมถึงภาครัฐและเอกชนหลายส่วน จะร่วมกันจัดงาน “มหกรรมเมืองดี 2566” และพิธีมอบรางวัลเมืองดี",
		has:  []string{"ORGANIZED กระทรวงคมนาคม → งาน “มหกรรมเมืองดี 2566” ORGANIZER", "ORGANIZED กระทรวงคมนาคม → พิธีมอบรางวัลเมืองดี ORGANIZER"},
	},
	{
		name: "hosts and dates of several days",
		text: "เมื่อวันที่ 6- 7 มิถุนายน 2562 กระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม ร่วมกับกระทรวงคมนาคม และกระทรวงพลังงาน จัดการประชุม ASEAN Roundtable Meeting and Conference ณ ศูนย์นิทรรศการและ การประชุมไบเทค กรุงเทพฯ",
		has: []string{
			"ORGANIZED กระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม → การประชุม ASEAN Roundtable Meeting and Conference ORGANIZER",
			"ORGANIZED กระทรวงพลังงาน → การประชุม ASEAN Roundtable Meeting and Conference ORGANIZER",
			"MEETING การประชุม ASEAN Roundtable Meeting and Conference 2019-06-06 2019-06-07 HELD",
			"HELD_AT การประชุม ASEAN Roundtable Meeting and Conference → ศูนย์นิทรรศการและการประชุมไบเทค",
		},
	},
	{
		name: "members and proposed members",
		text: "ที่ประชุมได้พิจารณาการเสนอเมืองเข้าร่วมเป็นสมาชิกเครือข่ายเมืองอัจฉริยะอาเซียน (ASEAN Smart Cities Network : ASCN) เพิ่มเติม ประกอบด้วย เชียงใหม่ และขอนแก่น จากเดิมที่มีเมืองที่เข้าร่วมแล้วคือ ชลบุรี และภูเก็ต",
		has: []string{
			"MEMBER_OF เชียงใหม่ → เครือข่ายเมืองอัจฉริยะอาเซียน MEMBER PROPOSED", "MEMBER_OF ขอนแก่น → เครือข่ายเมืองอัจฉริยะอาเซียน MEMBER PROPOSED",
			"MEMBER_OF ชลบุรี → เครือข่ายเมืองอัจฉริยะอาเซียน MEMBER MEMBER", "MEMBER_OF ภูเก็ต → เครือข่ายเมืองอัจฉริยะอาเซียน MEMBER MEMBER",
		},
	},
	{
		name: "a list of certified areas",
		text: "วันนี้ (9 พ.ย. 65) พล.อ.ประวิตร วงษ์สุวรรณ รองนายกรัฐมนตรี เป็นประธานการประชุมคณะกรรมการขับเคลื่อนการพัฒนาเมืองอัจฉริยะ ครั้งที่ 1/2565 เพื่อรับรองการเป็นพื้นที่เมืองอัจฉริยะ 3 พื้นที่ ประกอบด้วย\nกระบี่เมืองอัจฉริยะ , Satun Smart City จ.สตูล , หาดใหญ่เมืองอัจฉริยะสีเขียว จ.สงขลา และ ปัตตานีเมืองอัจฉริยะ",
		has: []string{
			"CERTIFIED คณะกรรมการขับเคลื่อนการพัฒนาเมืองอัจฉริยะ → Satun Smart City", "LOCATED_IN Satun Smart City → สตูล",
			"PROJECT ปัตตานีเมืองอัจฉริยะ 2022-11-09 CERTIFIED", "PROJECT หาดใหญ่เมืองอัจฉริยะสีเขียว 2022-11-09 CERTIFIED",
		},
	},
	{
		name: "a pilot with its budget",
		text: "สำนักงานส่งเสริมเศรษฐกิจดิจิทัลได้รับมอบหมายจากกระทรวงการคลัง ให้พัฒนาเมืองอัจฉริยะ ซึ่งจะนำร่องที่จังหวัดภูเก็ตเป็นจังหวัดแรก ภายใต้งบประมาณจำนวน 100 ล้านบาท",
		has:  []string{"LOCATED_IN พัฒนาเมืองอัจฉริยะ → ภูเก็ต", "RESPONSIBLE_FOR สำนักงานส่งเสริมเศรษฐกิจดิจิทัล → พัฒนาเมืองอัจฉริยะ"},
		not:  []string{"RESPONSIBLE_FOR กระทรวงการคลัง", "FUND"},
	},
	{
		name: "a fund with its short name",
		text: "การร่วมลงทุนในเมืองอัจฉริยะผ่าน Plant, Infrastructure, and Smart City Fund (PIS Fund) และกองทุนพัฒนาดิจิทัลเพื่อเศรษฐกิจและสังคม",
		has:  []string{"FUND Plant, Infrastructure, and Smart City Fund", "FUND กองทุนพัฒนาดิจิทัลเพื่อเศรษฐกิจและสังคม"},
	},
	{
		name: "talks of two sides",
		text: "วันนี้ (4 พ.ย. 62) พลเอก ประยุทธ์ จันทร์โอชา นายกรัฐมนตรีและรัฐมนตรีว่าการกระทรวงกลาโหม พบหารือกับนายชินโซ อาเบะ (Mr. Shinzo Abe) นายกรัฐมนตรีญี่ปุ่น ณ ทำเนียบรัฐบาล",
		has: []string{
			"ATTENDED ประยุทธ์ จันทร์โอชา → พบหารือกับนายชินโซ อาเบะ (Mr. Shinzo Abe) นายกรัฐมนตรีญี่ปุ่น ATTENDEE",
			"ATTENDED ชินโซ อาเบะ → พบหารือกับนายชินโซ อาเบะ (Mr. Shinzo Abe) นายกรัฐมนตรีญี่ปุ่น ATTENDEE",
			"HOLDS ประยุทธ์ จันทร์โอชา → รัฐมนตรีว่าการกระทรวงกลาโหม",
		},
	},
	{
		name: "misspelt and short names of one ministry",
		text: "นายอุตตม สาวนายน รัฐมนตรีว่าการกระทวงไอซีที และนายเนวินธุ์ ช่อชัยทิพฐ์ ผช.รมต.ประทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม",
		has:  []string{"HOLDS อุตตม สาวนายน → รัฐมนตรีว่าการกระทรวงเทคโนโลยีสารสนเทศและการสื่อสาร", "HOLDS เนวินธุ์ ช่อชัยทิพฐ์ → ผช.รมต. กระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม"},
		not:  []string{"PERSON น"},
	},
	{
		name: "frames, footers and styles say nothing",
		text: "รัฐบาลไทย-ข่าวทำเนียบรัฐบาล-กระทรวงพลังงานแถลงข่าว\n\nวันศุกร์ที่ 24 ธันวาคม 2564\nกระทรวงพลังงานแถลงข่าว\np.p1 {margin: 0.0px; font: 16.0px Helvetica}\nเนื้อหาข่าว\n*********\nกลุ่มประชาสัมพันธ์และเผยแพร่ สำนักโฆษก\nข้อมูลจาก พล.อ.อ. มณฑล สัชฌุกร\n\nที่มา : https://www.thaigov.go.th/news/contents/details/49855",
		has:  []string{"MINISTRY กระทรวงพลังงาน"},
		not:  []string{"PERSON", "ORGANIZATION รัฐบาลไทย", "VENUE", "AGENCY"},
	},
}

func TestRules(t *testing.T) {
	checkRules(t, slices.Concat(rules, attendanceRules, organizationRules, structureRules, venueRules, eventRules, itemRules))
}

// checkRules reads the sentence of every rule and holds it against what is due.
func checkRules(t *testing.T, rules []ruleCase) {
	t.Helper()
	x := newExtractor(t)
	for _, rule := range rules {
		t.Run(rule.name, func(t *testing.T) {
			got := read(t, x, kg.Document{ID: "document-x", Text: "หัวข้อข่าว\n" + rule.text})
			checkIntegrity(t, got)
			lines := slices.Concat(said(got), seen(got))
			for _, want := range rule.has {
				if !slices.Contains(lines, want) {
					t.Errorf("it does not say %q but\n%s", want, strings.Join(lines, "\n"))
				}
			}
			for _, no := range rule.not {
				for _, line := range lines {
					if strings.HasPrefix(line, no) {
						t.Errorf("it says %q", line)
					}
				}
			}
		})
	}
}

func TestPage(t *testing.T) {
	x := newExtractor(t)
	got := read(t, x, kg.Document{ID: "document-x", Text: "รัฐบาลไทย-ข่าวทำเนียบรัฐบาล-กระทรวงพลังงานแถลงข่าว\n\nวันศุกร์ที่ 24 ธันวาคม 2564\nกระทรวงพลังงานแถลงข่าว\nเนื้อหา\n\nที่มา : https://www.thaigov.go.th/news/contents/details/49855\n"}).Document
	if got.Title != "กระทรวงพลังงานแถลงข่าว" || got.Publisher != "รัฐบาลไทย" || got.Language != "th" || got.URL != "https://www.thaigov.go.th/news/contents/details/49855" ||
		got.PublishedOn == nil || got.PublishedOn.Value != "2021-12-24" {
		t.Errorf("title %q, publisher %q, language %q, url %q, date %v", got.Title, got.Publisher, got.Language, got.URL, got.PublishedOn)
	}
	three := read(t, x, kg.Document{ID: "document-x", Text: "11\nมิถุนายน\n2562\n\nการประชุมใหญ่\n\n1,170\n\nเนื้อหา"}).Document
	if three.PublishedOn == nil || three.PublishedOn.Value != "2019-06-11" || three.Title != "การประชุมใหญ่" {
		t.Errorf("a date on three lines: %v, title %q", three.PublishedOn, three.Title)
	}
	given := kg.Document{ID: "document-x", Title: "ชื่อ", URL: "https://example.org/1", Language: "en", PublishedOn: &kg.PartialDate{Value: "2020-01-01"}, Text: "วันศุกร์ที่ 24 ธันวาคม 2564\nเนื้อหา"}
	if kept := read(t, x, given).Document; kept.Title != "ชื่อ" || kept.URL != given.URL || kept.Language != "en" || kept.PublishedOn.Value != "2020-01-01" {
		t.Errorf("what the caller gave was changed: %+v", kept)
	}
}

func TestYearFromTheNumberOfTheMeeting(t *testing.T) {
	got := read(t, newExtractor(t), kg.Document{ID: "document-x", Text: "หัวข้อข่าว\nเมื่อวันที่ 13 พฤษภาคม ที่ทำเนียบรัฐบาล พล.อ.ประวิตร วงษ์สุวรรณ รองนายกรัฐมนตรี เป็นประธานประชุมคณะกรรมการขับเคลื่อนการพัฒนาเมืองอัจฉริยะ ครั้งที่ 1/2563"})
	for _, thing := range got.Things {
		if thing.Kind == kg.KindMeeting {
			if thing.StartDate == nil || thing.StartDate.Value != "2020-05-13" || !slices.Contains(thing.Inferred, "startDate") {
				t.Errorf("start %v, inferred %v", thing.StartDate, thing.Inferred)
			}
			if thing.Series == nil || thing.Series.Ordinal != 1 || thing.Series.Year != 2020 {
				t.Errorf("series %+v", thing.Series)
			}
			return
		}
	}
	t.Error("no meeting")
}

func TestDroppedCandidatesAreNoted(t *testing.T) {
	got := read(t, newExtractor(t), kg.Document{ID: "document-x", Text: "หัวข้อข่าว\nนายกรัฐมนตรีแสดงเจตนารมณ์ในการประชุมสุดยอดอาเซียนครั้งที่ผ่านมา"})
	if len(got.Near) == 0 {
		t.Error("a meeting without number and date was dropped without a word")
	}
	for _, thing := range got.Things {
		if thing.Kind == kg.KindMeeting {
			t.Errorf("meeting %q", thing.Name)
		}
	}
}
