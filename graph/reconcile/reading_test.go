package reconcile

import (
	"strings"
	"testing"
)

// TestReadings reads texts as names; the whole is the first reading.
func TestReadings(t *testing.T) {
	for text, want := range map[string]string{
		"  พล.อ. ประยุทธ์\n จันทร์โอชา ": "พลอประยุทธ์จันทร์โอชา ประยุทธ์จันทร์โอชา",
		"(Mr. Robert F. Godec)": "mrrobertfgodec robertfgodec",
		"Godec, Robert":         "godecrobert robertgodec",
		"บริษัท ทีโอที จำกัด(มหาชน)": "บริษัททีโอทีจำกัดมหาชน ทีโอที บริษัททีโอทีจำกัด บริษัททีโอที มหาชน",
		"จ. ระยอง": "จระยอง ระยอง",
		"กรมธนารักษ์ (ภูเก็ต)":               "กรมธนารักษ์ภูเก็ต กรมธนารักษ์ ภูเก็ต",
		"The Ministry of Health of Thailand": "theministryofhealthofthailand ministryofhealthofthailand theministryofhealth ministryofhealth",
		"* ( ) *":                            "",
	} {
		var keys []string
		for _, r := range readings(text) {
			keys = append(keys, r.key)
		}
		if got := strings.Join(keys, " "); got != want {
			t.Errorf("%q: %q", text, got)
		}
	}
}
