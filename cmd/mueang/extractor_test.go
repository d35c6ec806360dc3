package main

import (
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// TestLanguageModel reads a release with a recorded language model through the
// command line: what it proves is kept, what it invents is explained, and the
// key is nowhere but in the request.
func TestLanguageModel(t *testing.T) {
	const key = "sk-never-to-be-seen"
	t.Setenv("MUEANG_LLM_KEY", key)
	seen := ""
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		seen = r.Header.Get("Authorization")
		io.WriteString(w, `{"choices":[{"message":{"content":"{\"facts\":[`+
			`{\"type\":\"MEMBER_OF\",\"subject\":{\"kind\":\"AGENCY\",\"name\":\"สำนักงานตัวอย่าง\"},\"object\":{\"kind\":\"NETWORK\",\"name\":\"ภาคีเมืองสมมุติ\"},\"role\":\"\",\"quote\":\"สำนักงานตัวอย่างเป็นสมาชิกภาคีเมืองสมมุติ\"},`+
			`{\"type\":\"MEMBER_OF\",\"subject\":{\"kind\":\"AGENCY\",\"name\":\"สำนักงานตัวอย่าง\"},\"object\":{\"kind\":\"NETWORK\",\"name\":\"สหภาพ\"},\"role\":\"\",\"quote\":\"สำนักงานตัวอย่างเข้าสหภาพ\"}]}"}}]}`)
	}))
	defer server.Close()
	flags := []string{"extract", "--explain", "--extractor", "both", "--llm-endpoint", server.URL + "/v1", "--llm-model", "m", "-"}
	code, stdout, stderr := run(t, "ข่าวเมือง\n\nสำนักงานตัวอย่างเป็นสมาชิกภาคีเมืองสมมุติ ตั้งแต่วันที่ 5 มีนาคม 2564\n", flags...)
	if code != exitDone || seen != "Bearer "+key || strings.Contains(stdout+stderr, key) {
		t.Fatalf("exit code %d, %q: %s%s", code, seen, stdout, stderr)
	}
	for _, want := range []string{"MEMBER_OF  สำนักงานตัวอย่าง → ภาคีเมืองสมมุติ", "by quoted", "llm:m: MEMBER_OF: the quote is not in the text"} {
		if !strings.Contains(stdout, want) {
			t.Errorf("%q is not in\n%s", want, stdout)
		}
	}
	for _, args := range [][]string{
		{"extract", "--extractor", "oracle", "-"}, {"extract", "--extractor", "llm", "-"}, {"extract", "--extractor", "both", "--llm-endpoint", "https://example.org", "-"},
	} {
		if code, _, stderr := run(t, "x", args...); code != exitUsage {
			t.Errorf("%q: exit code %d: %s", args, code, stderr)
		}
	}
	if code, _, stderr := run(t, "x", "extract", "--extractor", "llm", "--llm-endpoint", "http://example.org/v1", "--llm-model", "m", "-"); code != exitFailed || !strings.Contains(stderr, "https") {
		t.Errorf("exit code %d: %s", code, stderr)
	}
	if help := must(t, "load", "--help"); !strings.Contains(help, "MUEANG_LLM_KEY") {
		t.Error("load --help does not say where the key is read from")
	}
}
