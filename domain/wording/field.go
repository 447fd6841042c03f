package wording

import (
	"strconv"

	"relance/domain/ledger"
	"relance/domain/terms"
)

// natures are ledger.Nature in words; what a field takes reads them back.
var natures = [...]Text{
	{"entreprise", "business"},
	{"particulier", "consumer"},
	{"public", "public"},
}

var _ = [1]struct{}{}[len(natures)-int(ledger.NatureCount)]

// FieldValue writes a particular of a client as people say it, where it is kept
// as a code. The field takes back what it gives.
func FieldValue(l Lang, f ledger.Field, value string) string {
	switch f {
	case ledger.FieldTerms:
		return TermsOf(l, value)
	case ledger.FieldNature:
		for i, code := range [...]string{"b2b", "b2c", "public"} {
			if value == code {
				return natures[i].In(l)
			}
		}
	}
	return value
}

// TermsOf writes the code of a payment term in words; what is no code stays.
func TermsOf(l Lang, code string) string {
	t, err := terms.Parse(code)
	if err != nil {
		return code
	}
	return Terms(l, t)
}

// Terms writes a payment term in words that terms.Parse reads back: "45 jours
// fin de mois".
func Terms(l Lang, t terms.Terms) string {
	days := count(l, int(t.Count), Text{"jour", "day"}, Text{"jours", "days"})
	switch t.Kind {
	case terms.Net:
		return days
	case terms.EndThen:
		s := Text{"fin de mois", "end of month"}.In(l)
		if t.Count != 0 {
			s = days + " " + s
		}
		if t.Day != 0 {
			s += Text{" le %s", " on the %s"}.sprintf(l, dayOfMonth(l, int(t.Day)))
		}
		return s
	case terms.EndPlus:
		return Text{"fin de mois + %s", "end of month + %s"}.sprintf(l, days)
	case terms.MonthsEnd:
		return count(l, int(t.Count), Text{"mois", "month"}, Text{"mois", "months"}) + Text{" fin de mois", " end of month"}.In(l)
	case terms.Decade:
		return days + Text{" fin de décade", " end of ten-day period"}.In(l)
	case terms.OnReceipt:
		return Text{"à réception", "on receipt"}.In(l)
	}
	return t.String()
}

// count is a number with its noun; French has none and one in the singular.
func count(l Lang, n int, one, more Text) string {
	noun := more
	if n == 1 || n == 0 && l == French {
		noun = one
	}
	return strconv.Itoa(n) + " " + noun.In(l)
}

// dayOfMonth is a day as terms name it: 10, 10th.
func dayOfMonth(l Lang, n int) string {
	s := strconv.Itoa(n)
	if l == French {
		return s
	}
	switch {
	case n/10 == 1:
	case n%10 == 1:
		return s + "st"
	case n%10 == 2:
		return s + "nd"
	case n%10 == 3:
		return s + "rd"
	}
	return s + "th"
}
