package thai

import (
	"slices"
	"strconv"
	"strings"
	"sync"

	"mueang/graph/kg"
)

// AmountMention is a sum of money in a text.
type AmountMention struct {
	Start, End int // in code points, the qualifier included
	Money      kg.Money
	Qualifier  string // "กว่า", "ไม่เกิน", "about"; "" where the sum is exact
}

// Amounts finds every sum of money in a normalised text, from left to right:
// digits, an optional unit (ล้าน, พันล้าน, million) and a currency before or
// behind them. Of a range (100-200 ล้านบาท) it gives the last sum.
func Amounts(runes []rune) []AmountMention {
	var mentions []AmountMention
	last := 0 // where the mention before ended
	for i := 0; i < len(runes); i++ {
		if !digit(runes[i]) || i > 0 && (digit(runes[i-1]) || latin(runes[i-1]) && !currencyEndsAt(runes, i) ||
			i > 1 && strings.ContainsRune(".,/", runes[i-1]) && digit(runes[i-2])) {
			continue
		}
		m, ok := amountAt(runes, i, last)
		if !ok {
			continue
		}
		m.Money.Original = string(runes[m.Start:m.End])
		mentions = append(mentions, m)
		last = m.End
		i = last - 1
	}
	return mentions
}

// amountAt parses the sum whose number begins at i; nothing before from belongs
// to it.
func amountAt(runes []rune, i, from int) (AmountMention, bool) {
	digits, end, ok := decimal(runes, i)
	if !ok {
		return AmountMention{}, false
	}
	zeros := 0 // the power of ten that the unit stands for
	m := AmountMention{Start: i, End: end}
	if start, code, ok := currencyBefore(runes, i); ok && start >= from {
		m.Start, m.Money.Currency = start, code
	}
	at := blanks(runes, end)
	if after, ok := literal(runes, at, "กว่า"); ok { // 300 กว่าล้านบาท
		at = blanks(runes, after)
	}
	if unit, after := unitWords().at(runes, at); after > 0 {
		zeros = unit.zeros
		m.End, at = after, blanks(runes, after)
		if unit.currency != "" {
			m.Money.Currency = unit.currency
		}
	}
	if name, after := currencyNames().at(runes, at); after > 0 && (m.Money.Currency == "" || m.Money.Currency == name.currency) {
		// วอน is to ask as well: nothing may follow it where it stands alone.
		if name.currency == "" || name.currency == "KRW" && m.End == end && after < len(runes) && thaiLetter(runes[after]) ||
			name.currency != "THB" && slices.Contains(runes[m.End:after], '\n') {
			return AmountMention{}, false
		}
		m.Money.Currency, m.End = name.currency, after
	}
	value, err := strconv.ParseFloat(digits+"e"+strconv.Itoa(zeros), 64)
	if m.Money.Currency == "" || err != nil {
		return AmountMention{}, false
	}
	m.Money.Value = value
	if after, ok := literal(runes, blanks(runes, end), "กว่า"); ok && after < m.End {
		m.Qualifier = "กว่า"
	} else if after, ok := literal(runes, m.End, "เศษ"); ok {
		m.Qualifier, m.End = "เศษ", after
	}
	before := m.Start
	for before > 0 && m.Start-before < 2 && (runes[before-1] == ' ' || runes[before-1] == '\n') {
		before--
	}
	for _, q := range qualifiers {
		if start := before - len(q); start >= from && slices.Equal(runes[start:before], q) && ClusterStart(runes, start) && !splitsLatin(runes, start) && !inNoun(runes, start) {
			m.Start, m.Qualifier = start, string(q)
			break
		}
	}
	return m, true
}

// inNoun reports whether the qualifier at i is the tail of another word:
// งบประมาณ, เรื่องราว, คราว.
func inNoun(runes []rune, i int) bool {
	for _, head := range []string{"งบ", "เรื่อง", "ค"} {
		start := i - len([]rune(head))
		if start < 0 {
			continue
		}
		if _, ok := literal(runes, start, head); ok {
			return true
		}
	}
	return false
}

// qualifiers stand before a sum, longest first.
var qualifiers = func() [][]rune {
	list := []string{"ไม่น้อยกว่า", "ไม่ต่ำกว่า", "ไม่มากกว่า", "มากกว่า", "น้อยกว่า", "สูงกว่า", "อย่างน้อย", "ไม่เกิน",
		"ประมาณ", "กว่า", "เกือบ", "เกิน", "ราว", "ราวๆ", "สูงสุด", "more than", "less than", "at least", "up to",
		"approximately", "about", "around", "over", "nearly", "almost", "More than", "Over", "About", "Up to"}
	slices.SortStableFunc(list, func(a, b string) int { return len(b) - len(a) })
	runes := make([][]rune, len(list))
	for i, text := range list {
		runes[i] = []rune(text)
	}
	return runes
}()

// decimal parses 1234, 1,234,567 and 1,234.5, gives it without commas and where
// it ended.
func decimal(runes []rune, i int) (number string, end int, ok bool) {
	var digits strings.Builder
	end = i
	for end < len(runes) && (digit(runes[end]) || runes[end] == ',' && threeDigits(runes, end+1)) {
		if digit(runes[end]) {
			digits.WriteRune(runes[end])
		}
		end++
	}
	if end+1 < len(runes) && runes[end] == '.' && digit(runes[end+1]) {
		digits.WriteByte('.')
		for end++; end < len(runes) && digit(runes[end]); end++ {
			digits.WriteRune(runes[end])
		}
		if end+1 < len(runes) && runes[end] == '.' && digit(runes[end+1]) {
			return "", 0, false // 1.2.3 is a heading
		}
	}
	return digits.String(), end, digits.Len() > 0 && digits.Len() <= 18
}

func threeDigits(runes []rune, i int) bool {
	return i+2 < len(runes) && digit(runes[i]) && digit(runes[i+1]) && digit(runes[i+2]) && (i+3 == len(runes) || !digit(runes[i+3]))
}

// money is a word about money: a power of ten, a currency, or both (ลบ.).
type money struct {
	zeros    int
	currency string
}

type moneyWords struct {
	trie trie
	list []money
}

var unitWords = sync.OnceValue(func() *moneyWords {
	w := map[string]money{"ลบ.": {6, "THB"}, "ลบ": {6, "THB"}}
	for text, zeros := range map[string]int{"": 0, "สิบ": 1, "ร้อย": 2, "พัน": 3, "หมื่น": 4, "แสน": 5} {
		if text != "" {
			w[text] = money{zeros: zeros}
		}
		w[text+"ล้าน"] = money{zeros: zeros + 6}
		w[text+"ล้านล้าน"] = money{zeros: zeros + 12}
	}
	for text, zeros := range map[string]int{"thousand": 3, "million": 6, "billion": 9, "trillion": 12,
		"Million": 6, "Billion": 9, "MILLION": 6, "BILLION": 9, "mn": 6, "bn": 9, "M": 6, "B": 9, "mil": 6, "mil.": 6} {
		w[text] = money{zeros: zeros}
	}
	return newMoneyWords(w)
})

// currencyNames holds the words that stand behind a number.
var currencyNames = sync.OnceValue(func() *moneyWords {
	w := map[string]money{"ยูโรโซน": {}} // no currency, but begins like one
	for code, names := range map[string]string{
		"THB": "บาท|บาทไทย|baht|Baht|Thai baht|Thai Baht|THB|฿",
		"USD": "ดอลลาร์สหรัฐ|ดอลลาร์สหรัฐฯ|ดอลลาร์สหรัฐอเมริกา|ดอลล่าร์สหรัฐ|ดอลล่าร์สหรัฐฯ|ดอลลาร์ สหรัฐ|ดอลลาร์ สหรัฐฯ|เหรียญสหรัฐ|เหรียญสหรัฐฯ|เหรียญสหรัฐอเมริกา|เหรียญ สหรัฐ|เหรียญดอลลาร์สหรัฐ|เหรียญดอลลาร์สหรัฐฯ|ดอลลาร์|ดอลล่าร์|เหรียญ|US dollars|US dollar|U.S. dollars|US Dollars|dollars|Dollars|USD|US$",
		"EUR": "ยูโร|euros|euro|Euros|Euro|EUR|€",
		"JPY": "เยน|yen|Yen|JPY", "CNY": "หยวน|yuan|Yuan|renminbi|RMB|CNY", "KRW": "วอน|won|KRW",
		"GBP": "ปอนด์|ปอนด์สเตอร์ลิง|pounds|pounds sterling|GBP", "SGD": "ดอลลาร์สิงคโปร์|เหรียญสิงคโปร์|Singapore dollars|SGD",
		"AUD": "ดอลลาร์ออสเตรเลีย|เหรียญออสเตรเลีย|Australian dollars|AUD", "HKD": "ดอลลาร์ฮ่องกง|เหรียญฮ่องกง|HKD",
		"CAD": "ดอลลาร์แคนาดา|CAD", "NZD": "ดอลลาร์นิวซีแลนด์|NZD", "TWD": "ดอลลาร์ไต้หวัน|เหรียญไต้หวัน|TWD",
		"MYR": "ริงกิต|ริงกิตมาเลเซีย|ringgit|MYR", "IDR": "รูเปียห์|rupiah|IDR", "VND": "ดอง|ด่ง|dong|VND",
		"LAK": "กีบ|kip|LAK", "MMK": "จ๊าด|kyat|MMK", "KHR": "เรียล|riel|KHR", "PHP": "เปโซ|เปโซฟิลิปปินส์|pesos|peso|PHP",
		"INR": "รูปี|rupees|INR", "CHF": "ฟรังก์สวิส|Swiss francs|CHF", "RUB": "รูเบิล|roubles|RUB", "SEK": "โครนาสวีเดน|SEK",
		"DKK": "โครนเดนมาร์ก|DKK", "NOK": "โครนนอร์เวย์|NOK", "BND": "ดอลลาร์บรูไน|BND",
	} {
		for name := range strings.SplitSeq(names, "|") {
			w[name] = money{currency: code}
		}
	}
	return newMoneyWords(w)
})

func newMoneyWords(words map[string]money) *moneyWords {
	w := &moneyWords{}
	var b trieBuilder
	for text, m := range words {
		b.put([]rune(text), int32(len(w.list)))
		w.list = append(w.list, m)
	}
	w.trie = b.build()
	return w
}

// at gives the longest word at i that is whole there.
func (w *moneyWords) at(runes []rune, i int) (found money, end int) {
	node := int32(0)
	for j := i; j < len(runes); j++ {
		if node = w.trie.step(node, runes[j]); node < 0 {
			break
		}
		if v := w.trie.value(node); v >= 0 && ClusterStart(runes, j+1) && !splitsLatin(runes, j+1) {
			found, end = w.list[v], j+1
		}
	}
	return found, end
}

// currencySigns stand before a number, longest first.
var currencySigns = []struct {
	text []rune
	code string
}{
	{[]rune("US$"), "USD"}, {[]rune("U.S.$"), "USD"}, {[]rune("USD"), "USD"}, {[]rune("THB"), "THB"}, {[]rune("EUR"), "EUR"},
	{[]rune("JPY"), "JPY"}, {[]rune("KRW"), "KRW"}, {[]rune("CNY"), "CNY"}, {[]rune("RMB"), "CNY"}, {[]rune("GBP"), "GBP"},
	{[]rune("SGD"), "SGD"}, {[]rune("S$"), "SGD"}, {[]rune("A$"), "AUD"}, {[]rune("AUD"), "AUD"}, {[]rune("RM"), "MYR"},
	{[]rune("Baht"), "THB"}, {[]rune("$"), "USD"}, {[]rune("฿"), "THB"}, {[]rune("€"), "EUR"}, {[]rune("£"), "GBP"}, {[]rune("₩"), "KRW"},
}

func currencyBefore(runes []rune, i int) (start int, code string, ok bool) {
	end := i
	if end > 0 && runes[end-1] == ' ' {
		end--
	}
	for _, sign := range currencySigns {
		start := end - len(sign.text)
		if start >= 0 && slices.Equal(runes[start:end], sign.text) && !splitsLatin(runes, start) {
			return start, sign.code, true
		}
	}
	return 0, "", false
}

func currencyEndsAt(runes []rune, i int) bool {
	_, _, ok := currencyBefore(runes, i)
	return ok
}

// blanks passes over at most two blanks or line ends.
func blanks(runes []rune, i int) int {
	for n := 0; n < 2 && i < len(runes) && (runes[i] == ' ' || runes[i] == '\n'); n++ {
		i++
	}
	return i
}

// literal gives the end of a text that stands at i.
func literal(runes []rune, i int, text string) (end int, ok bool) {
	for _, r := range text {
		if i >= len(runes) || runes[i] != r {
			return 0, false
		}
		i++
	}
	return i, true
}
