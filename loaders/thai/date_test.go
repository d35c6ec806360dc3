package thai

import (
	"strings"
	"testing"

	"mueang/graph/kg"
)

func TestDates(t *testing.T) {
	for _, test := range []struct {
		text string
		want string // "kind value[/value][?]: text", "; " between mentions; ? where the year is missing
	}{
		// Of releases.
		{"เมื่อวันที่ 25 พฤศจิกายน 2562 นายพุทธิพงษ์", "DAY 2019-11-25: 25 พฤศจิกายน 2562"},
		{"วันอังคารที่ 26 พฤศจิกายน 2562", "DAY 2019-11-26: 26 พฤศจิกายน 2562"},
		{"11\nมิถุนายน\n2562", "DAY 2019-06-11: 11\nมิถุนายน\n2562"},
		{"เมื่อวันที่ 6- 7 มิถุนายน 2562 กระทรวง", "RANGE 2019-06-06/2019-06-07: 6- 7 มิถุนายน 2562"},
		{"ในเดือนสิงหาคม 2562 และ", "MONTH 2019-08: สิงหาคม 2562"},
		{"วันนี้ (9 พ.ย. 65) พล.อ.", "DAY 2022-11-09: 9 พ.ย. 65"},
		{"ระหว่างวันที่ 30 พ.ย. – 2 ธ.ค. 65", "RANGE 2022-11-30/2022-12-02: 30 พ.ย. – 2 ธ.ค. 65"},
		{"เมื่อวันที่ 13 พฤษภาคม ที่ตึกบัญชาการ 1", "DAY ?: 13 พฤษภาคม"},
		{"ครั้งที่ 1/2563 โดย", ""},
		{"ระหว่างวันที่ 8-10 กรกฎาคม 2563 ณ", "RANGE 2020-07-08/2020-07-10: 8-10 กรกฎาคม 2563"},
		{"อังคาร 26 มกราคม 2016 14:41", "DAY 2016-01-26: 26 มกราคม 2016"},
		{"ภายในปี 2559 โดย", "YEAR 2016: ปี 2559"},
		{"ปีงบประมาณ พ.ศ. 2563 เป็น", "FISCAL 2019-10-01/2020-09-30: ปีงบประมาณ พ.ศ. 2563"},
		{"(ปีงบประมาณ พ.ศ. 2562 – 2564)", "FISCAL 2018-10-01/2021-09-30: ปีงบประมาณ พ.ศ. 2562 – 2564"},
		{"ระหว่างวันที่ 21 พฤษภาคม - 4 มิถุนายน 2567", "RANGE 2024-05-21/2024-06-04: 21 พฤษภาคม - 4 มิถุนายน 2567"},
		{"เดือนมกราคม – เดือนมีนาคม 2567", "RANGE 2024-01/2024-03: มกราคม – เดือนมีนาคม 2567"},
		{"พฤศจิกายน 2567 - มิถุนายน 2568", "RANGE 2024-11/2025-06: พฤศจิกายน 2567 - มิถุนายน 2568"},
		{"วันจันทร์ที่ 23 -  วันอังคารที่ 24 มิถุนายน 2568", "RANGE 2025-06-23/2025-06-24: 23 -  วันอังคารที่ 24 มิถุนายน 2568"},
		{"ปี 60-64 ที่จำเป็น", "RANGE 2017/2021: ปี 60-64"},
		{"(ค.ศ. 2021-2025)", "RANGE 2021/2025: ค.ศ. 2021-2025"},
		{"พ.ศ.2561 – 2579)", "RANGE 2018/2036: พ.ศ.2561 – 2579"},
		{"วันที่ 31 มีนาคม พ.ศ. 2568", "DAY 2025-03-31: 31 มีนาคม พ.ศ. 2568"},
		{"17 พ.ย.59)", "DAY 2016-11-17: 17 พ.ย.59"},
		{"วันที่ 22 - 24 สิงหาคมนี้", "RANGE ?: 22 - 24 สิงหาคม"},
		{"ในเดือนเมษายนนี้ เพื่อ", "MONTH ?: เมษายน"},
		{"ไตรมาสที่ 4 ตุลาคม -ธันวาคม 2559", "RANGE 2016-10/2016-12: ตุลาคม -ธันวาคม 2559"},
		// Other ways to write them.
		{"7 และ 8 มิถุนายน 2562", "RANGE 2019-06-07/2019-06-08: 7 และ 8 มิถุนายน 2562"},
		{"5 และ 12 มิถุนายน 2562", "DAY 2019-06-05: 5; DAY 2019-06-12: 12 มิถุนายน 2562"},
		{"30 ธ.ค. 64 ถึงวันที่ 2 ม.ค. 65", "RANGE 2021-12-30/2022-01-02: 30 ธ.ค. 64 ถึงวันที่ 2 ม.ค. 65"},
		{"30 ธันวาคม - 2 มกราคม 2565", "RANGE 2021-12-30/2022-01-02: 30 ธันวาคม - 2 มกราคม 2565"},
		{"9 พย 65", "DAY 2022-11-09: 9 พย 65"},
		{"9 พ. ย. 65", "DAY 2022-11-09: 9 พ. ย. 65"},
		{"15 กรกฏาคม 2563", "DAY 2020-07-15: 15 กรกฏาคม 2563"},
		{"วันที่ 1 เดือนมีนาคม พ.ศ. 2563", "DAY 2020-03-01: 1 เดือนมีนาคม พ.ศ. 2563"},
		{"ประชุม 25/11/2562 และ 2019-11-26", "DAY 2019-11-25: 25/11/2562; DAY 2019-11-26: 2019-11-26"},
		{"26 Nov 2562", "DAY 2019-11-26: 26 Nov 2562"},
		{"on 25-27 November 2019 in", "RANGE 2019-11-25/2019-11-27: 25-27 November 2019"},
		{"the 25th of November 2019", "DAY 2019-11-25: 25th of November 2019"},
		{"November 25, 2019, and", "DAY 2019-11-25: November 25, 2019"},
		{"November 30 – December 2, 2022", "RANGE 2022-11-30/2022-12-02: November 30 – December 2, 2022"},
		{"in November 2019", "MONTH 2019-11: November 2019"},
		{"in 2019, by 2030", "YEAR 2019: 2019; YEAR 2030: 2030"},
		// No dates.
		{"31 มิถุนายน 2562", ""},
		{"30 กุมภาพันธ์ 2563", ""},
		{"29 กุมภาพันธ์ 2562", ""},
		{"29 กุมภาพันธ์ 2563", "DAY 2020-02-29: 29 กุมภาพันธ์ 2563"},
		{"12-10 มิถุนายน 2562", ""},
		{"13 พฤษภาคม 10.00 น.", "DAY ?: 13 พฤษภาคม"},
		{"13 พฤษภาคม 26 เมือง", "DAY ?: 13 พฤษภาคม"},
		{"อายุ 20 ปี 10 เดือน", ""},
		{"มูลค่า 2,562 ล้านบาท ปี", ""},
		{"สำนักงาน ก.พ. 2 คน", ""},
		{"มีนา ปี 5 คน", ""},
		{"May I may 5", ""},
		{"ฉบับที่ 11 ก.พ.ร.", ""},
	} {
		runes := Normalize(test.text).Runes()
		var got []string
		for _, m := range Dates(runes, DateContext{}) {
			value := m.From.Value
			if m.To.Value != "" {
				value += "/" + m.To.Value
			}
			if m.NoYear {
				value += "?"
			}
			got = append(got, string(m.Kind)+" "+value+": "+string(runes[m.Start:m.End]))
			if !m.NoYear && m.From.Original != string(runes[m.Start:m.End]) {
				t.Errorf("%q: the original is %q", test.text, m.From.Original)
			}
		}
		if strings.Join(got, "; ") != test.want {
			t.Errorf("%q:\n got %q\nwant %q", test.text, strings.Join(got, "; "), test.want)
		}
	}
}

func TestResolve(t *testing.T) {
	for _, test := range []struct {
		text     string
		ctx      DateContext
		from, to string
	}{
		{"13 พฤษภาคม", DateContext{Year: 2020}, "2020-05-13", ""},
		{"13 พฤษภาคม", DateContext{Reference: kg.PartialDate{Value: "2020-05-14"}}, "2020-05-13", ""},
		{"28 ธันวาคม", DateContext{Reference: kg.PartialDate{Value: "2021-01-04"}}, "2020-12-28", ""},
		{"4 มกราคม", DateContext{Reference: kg.PartialDate{Value: "2020-12"}}, "2021-01-04", ""},
		{"เดือนเมษายนนี้", DateContext{Reference: kg.PartialDate{Value: "2019-03-02"}}, "2019-04", ""},
		{"30 ธ.ค. - 2 ม.ค.", DateContext{Year: 2021}, "2021-12-30", "2022-01-02"},
		{"29 กุมภาพันธ์", DateContext{Year: 2021}, "", ""},
		{"29 กุมภาพันธ์", DateContext{Reference: kg.PartialDate{Value: "2021-01-15"}}, "2020-02-29", ""},
		{"13 พฤษภาคม", DateContext{Reference: kg.PartialDate{Value: "2020"}}, "2020-05-13", ""},
		{"13 พฤษภาคม", DateContext{}, "", ""},
	} {
		mentions := Dates([]rune(test.text), test.ctx)
		if len(mentions) != 1 {
			t.Fatalf("%q: %d mentions", test.text, len(mentions))
		}
		m := mentions[0]
		if m.From.Value != test.from || m.To.Value != test.to || !m.NoYear {
			t.Errorf("%q in %+v: %+v", test.text, test.ctx, m)
		}
		if later := Dates([]rune(test.text), DateContext{})[0].Resolve(test.ctx); later.From.Value != test.from || later.To.Value != test.to {
			t.Errorf("%q resolved later in %+v: %+v", test.text, test.ctx, later)
		}
	}
}

func FuzzDates(f *testing.F) {
	for _, seed := range []string{"6- 7 มิถุนายน 2562", "30 พ.ย. – 2 ธ.ค. 65", "ปีงบประมาณ 2563-2565", "11\nมิถุนายน\n2562",
		"November 30 – December 2, 2022", "1, 5 และ 12 ม.ค.", "25/11/2562", "พ.ศ. 9999", "FY 20"} {
		f.Add(seed, 2020)
	}
	f.Fuzz(func(t *testing.T, original string, year int) {
		runes := Normalize(original).Runes()
		last := 0
		for _, m := range Dates(runes, DateContext{Year: year%9000 + 1, Reference: kg.PartialDate{Value: "2020-06-01"}}) {
			if m.Start < last || m.End <= m.Start || m.End > len(runes) {
				t.Fatalf("%q: [%d, %d) after %d", original, m.Start, m.End, last)
			}
			last = m.End
			for _, d := range []kg.PartialDate{m.From, m.To} {
				if d.Value == "" {
					continue
				}
				if _, err := kg.ParseDate(d.Value); err != nil || d.Original != string(runes[m.Start:m.End]) {
					t.Fatalf("%q: %+v, %v", original, d, err)
				}
			}
			if m.From.Value == "" && !m.NoYear || m.To.Value != "" && m.To.Last() < m.From.First() {
				t.Fatalf("%q: %+v", original, m)
			}
		}
	})
}
