package wording

import (
	"strings"

	"relance/domain/journal"
	"relance/domain/money"
)

// Ticked is the sum of the documents that were chosen by hand, and the parts of
// it that an act leaves out or that are not due yet, in minor units. Unapplied
// are the credits that were taken off; Items are the documents where some were.
type Ticked struct {
	Sum, Disputed, Promised, Planned, NotDue, Unapplied int64
	Items                                               []journal.Part
}

// mostNumbers is how many documents are named; of more they are counted.
const mostNumbers = 4

// onTicked names what an act is about. Where credits were taken off, that is all
// that was chosen, the documents that the credits pay included.
func onTicked(l Lang, parts []journal.Part, t Ticked, cur money.Currency) string {
	if t.Unapplied <= 0 {
		return on(l, parts)
	}
	names := on(l, t.Items)
	if n := len(t.Items); n > 1 && n <= mostNumbers {
		var numbers []string
		for _, p := range t.Items {
			numbers = append(numbers, p.Item.Number)
		}
		last := len(numbers) - 1
		names = Text{", sur %s et %s", ", on %s and %s"}.sprintf(l, strings.Join(numbers[:last], ", "), numbers[last])
	}
	return names + Text{", après %s de crédits non affectés", ", after %s of unapplied credits"}.sprintf(l, Amount(l, money.Of(t.Unapplied, cur)))
}

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
