package payfile_test

import (
	"os"
	"strings"
	"testing"

	"relance/store/payfile"
)

func TestMessageID(t *testing.T) {
	small, err := os.ReadFile(smallFile)
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		string(small):               "REL-20261124-1",
		string(small[:400]):         "REL-20261124-1", // cut short
		"":                          "",
		"JournalCode|JournalLib\n":  "",
		"<a><b>x</b></a>":           "",
		"<Document><MsgId>":         "",
		"<a><MsgId>//x</MsgId></a>": "",
		"<a>" + strings.Repeat("<b/>", 1<<16) + "<MsgId>x</MsgId></a>": "", // no file of ours
	} {
		if got, ok := payfile.MessageID(strings.NewReader(text)); got != want && ok || ok != (want != "") {
			t.Errorf("%.40q: %q %v, want %q", text, got, ok, want)
		}
	}
}
