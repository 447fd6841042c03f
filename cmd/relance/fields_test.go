package main

import (
	"strings"
	"testing"

	"relance/domain/ledger"
	"relance/domain/wording"
)

// The help of set and creditor names every field, in both languages.
func TestHelpNamesEveryField(t *testing.T) {
	for _, l := range []wording.Lang{wording.French, wording.English} {
		for f := range ledger.FieldCount {
			if !strings.Contains(wording.CmdSetLong.In(l), f.Key()) {
				t.Errorf("%v: set --help does not name %s", l, f.Key())
			}
		}
		for _, key := range creditorFields {
			if !strings.Contains(wording.CmdCreditorLong.In(l), key) {
				t.Errorf("%v: creditor --help does not name %s", l, key)
			}
		}
	}
}

// A language that is not spoken here is answered in English, unless the locale
// says that French is.
func TestUnknownLanguage(t *testing.T) {
	for _, c := range []struct {
		locale string
		want   wording.Lang
	}{{"", wording.English}, {"C", wording.English}, {"de_DE.UTF-8", wording.English}, {"fr_BE.UTF-8", wording.French}} {
		env := func(name string) string { return map[string]string{"LANG": c.locale}[name] }
		if got := language([]string{"aged", "--lang", "de"}, env, nil); got != c.want {
			t.Errorf("%q: %v", c.locale, got)
		}
	}
}
