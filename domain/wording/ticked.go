package wording

import (
	"strings"

	"relance/domain/money"
)

// Ticked is the sum of the documents that were chosen by hand, and the parts of
// it that an act leaves out or that are not due yet, in minor units.
type Ticked struct{ Sum, Disputed, Promised, Planned, NotDue int64 }

// tickedWords say how what is chosen and what the act is about go together.
func tickedWords(l Lang, t Ticked, cur money.Currency) string {
	var parts []string
	for _, p := range []struct {
		sum  int64
		word Text
	}{
		{t.Disputed, Text{"%s en litige", "%s disputed"}},
		{t.Promised, Text{"%s déjà promis", "%s promised already"}},
		{t.Planned, Text{"%s en échéancier", "%s in a plan"}},
		{t.NotDue, Text{"%s pas encore échus", "%s not due yet"}},
	} {
		if p.sum > 0 {
			parts = append(parts, p.word.sprintf(l, Amount(l, money.Of(p.sum, cur))))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return Text{" (coché : %s, dont %s)", " (ticked: %s, of which %s)"}.sprintf(l, Amount(l, money.Of(t.Sum, cur)), strings.Join(parts, ", "))
}
