package kg

import (
	"fmt"
	"strconv"
	"time"
)

// PartialDate is a date of known precision in the Gregorian calendar.
type PartialDate struct {
	// Value is an EDTF level 0 date: "2019", "2019-11" or "2019-11-25".
	Value string `json:"value"`
	// Original is the text as written, "" when the date was inferred.
	Original string `json:"original,omitempty"`
}

// Precision says how much of a date is known.
type Precision string

// The precisions.
const (
	Year  Precision = "YEAR"
	Month Precision = "MONTH"
	Day   Precision = "DAY"
)

var thaiMonths = [...]string{"มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
	"กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม"}

// ThaiMonth gives the Thai name of a month, 1 to 12.
func ThaiMonth(month int) string { return thaiMonths[month-1] }

// ParseDate checks an EDTF date of precision year, month or day.
// Errors: [BadInput] for anything else and for days that do not exist.
func ParseDate(value string) (PartialDate, error) {
	layout := map[int]string{4: "2006", 7: "2006-01", 10: "2006-01-02"}[len(value)]
	if layout != "" {
		if _, err := time.Parse(layout, value); err == nil {
			return PartialDate{Value: value}, nil
		}
	}
	return PartialDate{}, Errorf(BadInput, "", "%q is not a date: write it as 2019, 2019-11 or 2019-11-25", value)
}

// Precision gives the precision of the value.
func (d PartialDate) Precision() Precision {
	switch len(d.Value) {
	case 4:
		return Year
	case 7:
		return Month
	}
	return Day
}

// First gives the first day that the date may mean, "2019-11-01" for 2019-11;
// "" for the zero date.
func (d PartialDate) First() string {
	switch len(d.Value) {
	case 4:
		return d.Value + "-01-01"
	case 7:
		return d.Value + "-01"
	}
	return d.Value
}

// Last gives the last day that the date may mean, "2019-11-30" for 2019-11;
// "" for the zero date.
func (d PartialDate) Last() string {
	switch len(d.Value) {
	case 4:
		return d.Value + "-12-31"
	case 7:
		first, err := time.Parse("2006-01", d.Value)
		if err != nil {
			return d.Value
		}
		return first.AddDate(0, 1, -1).Format("2006-01-02")
	}
	return d.Value
}

// month gives the date no more precise than its month; "" for nil.
func (d *PartialDate) month() string {
	if d == nil {
		return ""
	}
	return d.Value[:min(len(d.Value), len("2019-11"))]
}

// Buddhist writes the date in the Buddhist calendar of Thailand at its own
// precision: "25 พฤศจิกายน 2562", "พฤศจิกายน 2562", "พ.ศ. 2562". The Thai
// solar year is the Gregorian year plus 543.
func (d PartialDate) Buddhist() string {
	if len(d.Value) < 4 {
		return ""
	}
	year, err := strconv.Atoi(d.Value[:4])
	if err != nil {
		return ""
	}
	year += 543
	if len(d.Value) == 4 {
		return fmt.Sprintf("พ.ศ. %d", year)
	}
	month, err := strconv.Atoi(d.Value[5:7])
	if err != nil || month < 1 || month > 12 {
		return ""
	}
	if len(d.Value) == 7 {
		return fmt.Sprintf("%s %d", ThaiMonth(month), year)
	}
	day, err := strconv.Atoi(d.Value[8:])
	if err != nil {
		return ""
	}
	return fmt.Sprintf("%d %s %d", day, ThaiMonth(month), year)
}
