package synth

import (
	"fmt"
	"strings"

	"mueang/graph/kg"
)

// The parts of names. Syllables are joined to names of nobody in particular.
var (
	syllables = [...]struct{ thai, latin string }{
		{"กิต", "kit"}, {"ชัย", "chai"}, {"พร", "phon"}, {"วิ", "wi"}, {"มน", "mon"}, {"ธา", "tha"}, {"รัต", "rat"}, {"สิริ", "siri"},
		{"นัน", "nan"}, {"ปรี", "pri"}, {"ณัฐ", "nat"}, {"วร", "wora"}, {"พงษ์", "phong"}, {"ศักดิ์", "sak"}, {"จัน", "chan"}, {"บุญ", "bun"},
		{"สุ", "su"}, {"อา", "a"}, {"ทิพ", "thip"}, {"กร", "kon"}, {"เดช", "det"}, {"ลัก", "lak"}, {"ยุทธ", "yut"}, {"พิม", "phim"},
		{"ภา", "pha"}, {"เกียรติ", "kiat"}, {"ไพ", "phai"}, {"โรจน์", "rot"}, {"ประ", "pra"}, {"เสริฐ", "soet"}, {"มา", "ma"}, {"ลี", "li"},
	}
	topics     = []string{"เมืองอัจฉริยะ", "พลังงานสะอาด", "ระบบขนส่งอัจฉริยะ", "ข้อมูลภาครัฐ", "สาธารณสุขดิจิทัล", "การจัดการน้ำ", "การท่องเที่ยวอัจฉริยะ", "เศรษฐกิจดิจิทัล"}
	subtypes   = []string{"MEETING", "MEETING", "MEETING", "CONFERENCE", "SEMINAR", "BILATERAL", "VISIT", "EXPO"}
	agreements = []string{"MOU", "MOU", "MOA", "LOI", "CONTRACT"}
	roles      = []struct{ role, thai string }{{"MINISTER", "รัฐมนตรีว่าการ"}, {"PERMANENT_SECRETARY", "ปลัด"}, {"DIRECTOR_GENERAL", "อธิบดี"},
		{"DIRECTOR", "ผู้อำนวยการ"}, {"PRESIDENT", "ประธาน"}, {"GOVERNOR", "ผู้ว่าการ"}, {"SECRETARY_GENERAL", "เลขาธิการ"}, {"CHIEF_EXECUTIVE", "ประธานเจ้าหน้าที่บริหาร"}}
	provinces = []string{"กรุงเทพมหานคร", "ภูเก็ต", "ขอนแก่น", "เชียงใหม่", "ชลบุรี", "ระยอง", "ฉะเชิงเทรา", "สงขลา", "นครราชสีมา", "ยะลา", "น่าน", "ลำปาง"}
	countries = []string{"สาธารณรัฐเกาหลี", "ญี่ปุ่น", "สิงคโปร์", "มาเลเซีย", "อินโดนีเซีย", "เวียดนาม", "ฟิลิปปินส์", "ลาว", "กัมพูชา", "เมียนมา", "บรูไน"}
	// forms are how the name of a thing begins, in Thai and in English.
	forms = map[kg.Kind][2]string{
		kg.KindMinistry: {"กระทรวง", "Ministry of "}, kg.KindAgency: {"สำนักงาน", "Office of "}, kg.KindCompany: {"บริษัท ", "Company "},
		kg.KindInstitute: {"สถาบัน", "Institute of "}, kg.KindCommittee: {"คณะกรรมการ", "Committee on "},
		kg.KindCity: {"เมือง", ""}, kg.KindVenue: {"โรงแรม", "Hotel "}, kg.KindProject: {"โครงการ", "Project "},
	}
)

// word gives a made-up word, in Thai and in Latin letters: distinct for
// distinct i.
func word(i int) (thai, latin string) {
	for first := true; first || i > 0; first = false {
		s := syllables[i%len(syllables)]
		thai, latin, i = thai+s.thai, latin+s.latin, i/len(syllables)
	}
	return thai, strings.ToUpper(latin[:1]) + latin[1:]
}

// thing gives a thing as documents tell of it; its ID is its referent's.
func (w *world) thing(n node) kg.Entity {
	e := kg.Entity{ID: n.id(), Kind: n.kind}
	name := func(text, language string, kind kg.NameKind) {
		e.Names = append(e.Names, kg.Name{Text: text, Language: language, Kind: kind})
	}
	rng := w.rng(n.kind, n.i)
	switch n.kind {
	case kg.KindPerson:
		given, givenLatin := word(rng.IntN(len(syllables) * len(syllables)))
		family, familyLatin := word(n.i + len(syllables)*len(syllables))
		name(given+" "+family, "th", kg.NameOfficial)
		name(givenLatin+" "+familyLatin, "en", kg.NameTransliteration)
		e.Titles = []string{[]string{"นาย", "นาง", "นางสาว", "ดร."}[rng.IntN(4)]}
	case kg.KindPost:
		role := roles[n.i/w.of[kg.KindMinistry]%len(roles)]
		e.Role, e.RoleText = role.role, role.thai
		name(role.thai+w.thing(w.bodyOf(n.i)).Name, "th", kg.NameOfficial)
	case kg.KindMeeting:
		day := w.day(n.i)
		ordinal, topic := 1+rng.IntN(12), topics[rng.IntN(len(topics))]
		place, _ := word(rng.IntN(4096))
		e.Series = &kg.Series{Name: "การประชุม" + topic + " " + place, Ordinal: ordinal, Year: day.Year()}
		name(fmt.Sprintf("%s ครั้งที่ %d/%d", e.Series.Name, ordinal, day.Year()+543), "th", kg.NameOfficial)
		e.Subtype, e.Status = subtypes[rng.IntN(len(subtypes))], "HELD"
		e.StartDate = &kg.PartialDate{Value: day.Format("2006-01-02"), Original: thaiDay(day)}
	case kg.KindAgreement:
		about, _ := word(n.i)
		e.Subject = topics[rng.IntN(len(topics))]
		name("บันทึกความเข้าใจว่าด้วย"+e.Subject+" "+about, "th", kg.NameOfficial)
		e.Subtype, e.Status = agreements[rng.IntN(len(agreements))], "SIGNED"
		// The story in which it is signed: the one whose share it is.
		day := w.day(((n.i+1)*w.Documents - 1) / w.of[kg.KindAgreement])
		e.StartDate = &kg.PartialDate{Value: day.Format("2006-01-02"), Original: thaiDay(day)}
	case kg.KindProvince:
		name(provinces[n.i], "th", kg.NameOfficial)
	case kg.KindCountry:
		name(countries[n.i], "th", kg.NameOfficial)
	default:
		thai, latin := word(n.i + len(syllables))
		name(forms[n.kind][0]+thai, "th", kg.NameOfficial)
		name(forms[n.kind][1]+latin, "en", kg.NameAlias)
	}
	e.Name = e.Names[0].Text
	return e
}
