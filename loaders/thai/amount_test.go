package thai

import (
	"fmt"
	"strings"
	"testing"
)

func TestAmounts(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		// Of releases.
		{"ภายใต้งบประมาณจำนวน 100 ล้านบาท ซิป้า", "100000000 THB []: 100 ล้านบาท"},
		{"มูลค่ารวมกว่า 20,000 ล้านบาท", "20000000000 THB [กว่า]: กว่า 20,000 ล้านบาท"},
		{"กว่า 4.9 แสนล้านบาท", "490000000000 THB [กว่า]: กว่า 4.9 แสนล้านบาท"},
		{"งบประมาณ 765 ล้านบาท", "765000000 THB []: 765 ล้านบาท"},
		{"ประมาณ 1,921 ล้านบาท", "1921000000 THB [ประมาณ]: ประมาณ 1,921 ล้านบาท"},
		{"ไม่เกิน 3 ล้านล้านบาท", "3000000000000 THB [ไม่เกิน]: ไม่เกิน 3 ล้านล้านบาท"},
		{"มากกว่า 977.3 พันล้านหยวน (ประมาณ", "977300000000 CNY [มากกว่า]: มากกว่า 977.3 พันล้านหยวน"},
		{"818 เหรียญสหรัฐ/ตัน", "818 USD []: 818 เหรียญสหรัฐ"},
		{"200,000 ล้านดอลลาร์สหรัฐฯ ใน", "200000000000 USD []: 200,000 ล้านดอลลาร์สหรัฐฯ"},
		{"1 ล้านดอลลาร์ออสเตรเลีย สำหรับ", "1000000 AUD []: 1 ล้านดอลลาร์ออสเตรเลีย"},
		{"1.5 ล้านล้านเยน", "1500000000000 JPY []: 1.5 ล้านล้านเยน"},
		{"3.01 – 5.00 ล้านบาท", "5000000 THB []: 5.00 ล้านบาท"},
		{"รับมือโควิด -19  วอนประชาชน", ""},
		{"30.3\nยูโรโซน", ""},
		// Other ways to write them.
		{"300 กว่าล้านบาท", "300000000 THB [กว่า]: 300 กว่าล้านบาท"},
		{"2 หมื่นล้านบาทเศษ", "20000000000 THB [เศษ]: 2 หมื่นล้านบาทเศษ"},
		{"5 ล้านวอน", "5000000 KRW []: 5 ล้านวอน"},
		{"100 ลบ.", "100000000 THB []: 100 ลบ."},
		{"USD 10 million", "10000000 USD []: USD 10 million"},
		{"over US$ 1.5 billion in", "1500000000 USD [over]: over US$ 1.5 billion"},
		{"100 million baht", "100000000 THB []: 100 million baht"},
		{"€20", "20 EUR []: €20"},
		{"฿1,000", "1000 THB []: ฿1,000"},
		{"THB 5.5 million", "5500000 THB []: THB 5.5 million"},
		{"20 ล้านคน 30 พื้นที่", ""},
		{"บาทหลวง 3 รูป", ""},
		{"ข้อ 1.2.3 บาท", ""},
		{"COVID19 บาท", ""},
	} {
		runes := Normalize(test.text).Runes()
		var got []string
		for _, m := range Amounts(runes) {
			got = append(got, fmt.Sprintf("%.0f %s [%s]: %s", m.Money.Value, m.Money.Currency, m.Qualifier, m.Money.Original))
		}
		if strings.Join(got, "; ") != test.want {
			t.Errorf("%q:\n got %q\nwant %q", test.text, strings.Join(got, "; "), test.want)
		}
	}
	if m := Amounts([]rune("4.9 แสนล้านบาท")); m[0].Money.Value != 4.9e11 {
		t.Errorf("the value is %v", m[0].Money.Value)
	}
}

func FuzzAmounts(f *testing.F) {
	for _, seed := range []string{"กว่า 20,000 ล้านบาท", "US$ 1.5bn", "1,2,3 บาท", "99999999999999999999 ล้านล้านบาท", "300 กว่าล้านบาท", "€1."} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, original string) {
		runes := Normalize(original).Runes()
		last := 0
		for _, m := range Amounts(runes) {
			if m.Start < last || m.End <= m.Start || m.End > len(runes) {
				t.Fatalf("%q: [%d, %d) after %d", original, m.Start, m.End, last)
			}
			last = m.End
			if m.Money.Original != string(runes[m.Start:m.End]) || len(m.Money.Currency) != 3 || !(m.Money.Value >= 0) ||
				!strings.Contains(m.Money.Original, m.Qualifier) {
				t.Fatalf("%q: %+v", original, m)
			}
		}
	})
}
