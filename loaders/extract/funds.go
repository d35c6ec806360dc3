package extract

import (
	"slices"
	"strings"

	"mueang/graph/kg"
	"mueang/loaders/thai"
)

// findFunds finds the funds that the text names: กองทุน with a name of its
// own, and Latin names that end in Fund.
func (r *reading) findFunds() {
	for _, b := range r.blocks {
		for i := b.start; i < b.end; i++ {
			if c := r.at(i); c != 'ก' && c != 'F' {
				continue
			}
			if m := r.taken[i]; m != nil && m.start < i {
				continue
			}
			var m *mention
			switch {
			case r.has(i, "กองทุน"):
				m = r.thaiFund(i, b.end)
			case r.has(i, "Fund") && !isLatin(r.at(i+4)) && !isLatin(r.at(i-1)):
				m = r.latinFund(i, b.start)
			}
			if m == nil {
				continue
			}
			r.long = append(r.long, m)
			if m.thing != nil {
				if stop := r.fundAlias(m); stop > m.end {
					m.end = stop
				}
			}
			i = m.end - 1
		}
	}
	r.long = slices.DeleteFunc(r.long, func(m *mention) bool { return m.thing == nil })
	r.fundAmounts()
}

// notFunds are words behind กองทุน that name none.
var notFunds = newWords("ที่", "ต่าง", "ได้", "เพื่อ", "และ", "จะ", "ใน", "ของ", "ให้", "ดังกล่าว", "รวม", "ด้วย", "สำหรับ", "ปรากฏ", "มิ", "ประจำ", "โครงการ", "จัดทำ")

// fundTails are words of the clause behind the name of a fund: whose it is, by which law.
var fundTails = []string{"ของนายจ้าง", "ของผู้", "ของกลุ่ม", "ของลูกจ้าง", "ของตน", "ตามมาตรา", "ตามกฎหมาย", "ตามพระราชบัญญัติ", "มาแล้ว", "หักกลบ", "ทุกระบบ"}

// fundEnd ends the name of a fund before the words of the clause.
func (r *reading) fundEnd(at, end int) int {
	for k := at + 1; k < end; k++ {
		if _, tail := r.hasAny(k, fundTails); tail {
			return k
		}
	}
	return end
}

func (r *reading) thaiFund(i, limit int) *mention {
	at := i + 6
	if r.has(i, "กองทุนฯ") {
		for k := len(r.long) - 1; k >= max(0, len(r.long)-mostAlike); k-- {
			if strings.HasPrefix(r.str(r.long[k].start, r.long[k].end), "กองทุน") {
				r.long[k].thing.say("กองทุนฯ")
				return &mention{start: i, end: at + 1, sort: purse, thing: r.long[k].thing}
			}
		}
		return nil
	}
	if _, no := r.wordAt(at, notFunds); no {
		return nil
	}
	if _, no := r.wordAt(at, notNames); no || r.stands(at, clauseParticles) || r.stands(at, clauseAdjuncts) {
		return nil
	}
	if r.endsWith(i, "สำนักงาน") || r.endsWith(i, "คณะกรรมการ") || r.taken[i] != nil {
		return nil
	}
	end := r.fundEnd(at, r.nationalBoard(at, r.bodyRun(at, limit, true), limit))
	if end-at < 4 {
		return nil
	}
	name := r.str(i, end)
	for _, t := range recent(r.funds) {
		// กองทุนดิจิทัล is the short form of the fund for digital development.
		if sameFund(t, name) {
			t.say(name)
			return &mention{start: i, end: end, sort: purse, thing: t}
		}
	}
	t := r.newFund(name, i)
	return &mention{start: i, end: end, sort: purse, thing: t}
}

// sameFund reports whether every word of the shorter name is in the longer.
func sameFund(t *thing, name string) bool {
	for _, s := range t.surfaces {
		long, short := strings.TrimPrefix(s, "กองทุน"), strings.TrimPrefix(name, "กองทุน")
		if len(long) < len(short) {
			long, short = short, long
		}
		if strings.Contains(long, short) {
			return true
		}
	}
	return false
}

// latinFund reads back from the word Fund over the capitalised words and
// commas before it.
func (r *reading) latinFund(i, limit int) *mention {
	start := i
	for words := 0; start > limit && words < longestLatin; words++ {
		at := start
		for at > limit && (isBlank(r.at(at-1)) || r.at(at-1) == ',') {
			at--
		}
		word := at
		for word > limit && at-word < longestName && (isLatin(r.at(word-1)) || isDigit(r.at(word-1)) || r.at(word-1) == '-') {
			word--
		}
		w := r.str(word, at)
		if m := r.taken[word]; word < at && m != nil && m.sort == body && m.start == word && m.end == at && !isUpper(r.at(word)) {
			return r.fundNamed(word, i) // "depa Digital Transformation Fund"
		}
		if word == at || !isUpper(r.at(word)) && w != "and" && w != "for" && w != "of" {
			break
		}
		start = word
	}
	for start < i && !isUpper(r.at(start)) {
		start++
	}
	if i-start < 4 {
		return nil
	}
	return r.fundNamed(start, i)
}

// fundNamed makes the mention of the fund whose Latin name begins at start and has the
// word Fund at i.
func (r *reading) fundNamed(start, i int) *mention {
	end := i + 4
	if r.has(end, " for ") && isUpper(r.at(end+5)) {
		end = r.latinRun(end + 5) // "Transformation Fund for Community"
	}
	name := tidy(r.str(start, end))
	t := r.index.thingCalled(kg.ClassFund, kg.NameKey(name), func(*thing) bool { return true })
	if t == nil {
		t = r.newFund(name, start)
	}
	return &mention{start: start, end: end, sort: purse, thing: t}
}

// newFund makes the thing of a fund that is first named at i.
func (r *reading) newFund(name string, i int) *thing {
	t := r.newThing(kg.KindFund, i)
	t.say(name)
	r.funds = append(r.funds, t)
	return t
}

func (r *reading) fundAlias(m *mention) int {
	open := r.skipBlanks(m.end)
	if r.at(open) != '(' {
		return m.end
	}
	shut := r.closing(open)
	if shut == 0 || shut-open > 50 || isDigit(r.at(open+1)) {
		return m.end
	}
	m.thing.say(r.str(open+1, shut))
	return shut + 1
}

// amountsIn gives the sums of money that begin in a stretch.
func (r *reading) amountsIn(start, end int) []thai.AmountMention {
	at := func(i int) int {
		k, _ := slices.BinarySearchFunc(r.amounts, i, func(a thai.AmountMention, at int) int { return a.Start - at })
		return k
	}
	return r.amounts[at(start):max(at(start), at(end))]
}

// fundAmounts takes the sums that are said of a fund itself: กองทุน … วงเงิน
// 500 ล้านบาท.
func (r *reading) fundAmounts() {
	r.amounts = thai.Amounts(r.runes)
	for _, m := range r.long {
		if m.sort != purse || m.thing.amount != nil {
			continue
		}
		for _, a := range r.amountsIn(m.end, m.end+17) {
			gap := tidy(r.str(m.end, a.Start))
			if gap == "วงเงิน" || gap == "จำนวน" || gap == "มูลค่า" || gap == "ขนาด" || gap == "จำนวนเงิน" {
				money := a.Money
				m.thing.amount = &money
			}
		}
	}
}
