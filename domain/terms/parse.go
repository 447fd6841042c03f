package terms

import (
	"fmt"
	"strings"

	"relance/domain/calendar"
)

// Parse reads a payment term, in capitals or not, with spaces and hyphens or
// without: the codes that String writes, and what people type in French:
//
//	30, 30j, 30 jours, 30 net, NET 30 jours   NET 30
//	45fm, 45 jours fin de mois                EOM-A 45
//	30fm10, 30 jours fin de mois le 10        EOM-A 30 le 10
//	fm, fin de mois; fin de mois le 10        EOM-A 0; EOM-A 0 le 10
//	fm45, fm+45, fin de mois + 45 jours       EOM-B 45
//	2 mois fin de mois                        MEOM 2
//	30 jours fin de décade                    DEC 30
//	comptant, à réception                     RECEPT
//
// and the same in English: 45 days end of month, end of month + 45 days, 30 days
// end of month on the 10th, 2 months end of month, on receipt.
//
// Anything else, more than MaxDays days or MaxMonths months, and a day of the
// month that is not 1 to 31, is ErrTerms.
func Parse(code string) (Terms, error) {
	if t, ok := parseFixed(code); ok {
		return t, nil
	}
	s := scanner(squeeze(code))
	t, ok := s.term()
	if !ok || s != "" || t.Count > MaxMonths && t.Kind == MonthsEnd {
		return Terms{}, fmt.Errorf("%w: %q", ErrTerms, code)
	}
	return t, nil
}

// parseFixed reads FIX and a date.
func parseFixed(code string) (Terms, bool) {
	code = strings.TrimSpace(code)
	if len(code) < 4 || !strings.EqualFold(code[:3], "FIX") {
		return Terms{}, false
	}
	d, err := calendar.ParseAny(strings.TrimLeft(code[3:], " -:"), calendar.UsualForms)
	return Terms{Kind: OnFixedDay, Fixed: d}, err == nil
}

// squeeze puts a text in small letters without accents, spaces, hyphens, dots
// and underscores; between two digits one space stays for any number of them,
// so that 30 1 never reads as 301.
func squeeze(s string) string {
	b := make([]byte, 0, len(s))
	gap := false
	for _, r := range s {
		switch r {
		case ' ', '\t', 0xA0, 0x202F, '-', '.', '_', '\u2011':
			gap = true
			continue
		case '\u0300', '\u0301':
			continue
		case 'à', 'À', 'â':
			r = 'a'
		case 'é', 'É', 'è':
			r = 'e'
		}
		if r >= 'A' && r <= 'Z' {
			r += 'a' - 'A'
		}
		if gap && isDigit(r) && len(b) > 0 && isDigit(rune(b[len(b)-1])) {
			b = append(b, ' ')
		}
		gap = false
		b = append(b, string(r)...)
	}
	return string(b)
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// scanner is the part of a squeezed text that is still to be read.
type scanner string

// word takes the first of the words that the text starts with; longer ones
// must stand before their own beginnings.
func (s *scanner) word(words ...string) bool {
	for _, w := range words {
		if rest, ok := strings.CutPrefix(string(*s), w); ok {
			*s = scanner(rest)
			return true
		}
	}
	return false
}

// number takes digits, up to MaxDays.
func (s *scanner) number() (int16, bool) {
	n, i := 0, 0
	for i < len(*s) && isDigit(rune((*s)[i])) && n <= MaxDays {
		n = n*10 + int((*s)[i]-'0')
		i++
	}
	*s = (*s)[i:]
	return int16(min(n, MaxDays+1)), i > 0 && n <= MaxDays
}

func (s *scanner) days() bool { return s.word("jours", "jour", "jrs", "days", "day", "j") }

func (s *scanner) endOfMonth() bool { return s.word("findemois", "finmois", "fdm", "fm", "endofmonth") }

func (s *scanner) term() (Terms, bool) {
	switch {
	case s.word("alareception", "areception", "reception", "recept", "comptant", "aucomptant", "onreceipt", "uponreceipt", "cash"):
		s.word("defacture", "delafacture", "facture")
		return Terms{Kind: OnReceipt}, true
	case s.word("net"):
		return s.counted(Net)
	case s.word("eoma"):
		t, ok := s.counted(EndThen)
		return s.onDay(t, ok)
	case s.word("eomb"):
		return s.counted(EndPlus)
	case s.word("meom"):
		n, ok := s.number()
		return Terms{Kind: MonthsEnd, Count: n}, ok
	case s.word("decade", "dec"):
		return s.counted(Decade)
	case s.endOfMonth():
		return s.afterEnd()
	}
	return s.countFirst()
}

// counted reads a number of days, the last element of most terms.
func (s *scanner) counted(k Kind) (Terms, bool) {
	n, ok := s.number()
	s.days()
	return Terms{Kind: k, Count: n}, ok
}

// afterEnd reads what follows "fin de mois".
func (s *scanner) afterEnd() (Terms, bool) {
	if *s == "" || strings.HasPrefix(string(*s), "le") || strings.HasPrefix(string(*s), "on") {
		return s.onDay(Terms{Kind: EndThen}, true)
	}
	s.word("+", "plus")
	return s.counted(EndPlus)
}

// countFirst reads the forms that begin with their number.
func (s *scanner) countFirst() (Terms, bool) {
	n, ok := s.number()
	if !ok {
		return Terms{}, false
	}
	if s.word("mois", "months", "month") {
		return Terms{Kind: MonthsEnd, Count: n}, s.endOfMonth()
	}
	if s.word("decade") {
		return Terms{Kind: Decade, Count: n}, true
	}
	s.days()
	switch {
	case s.word("findedecade", "decade", "endoftendayperiod"):
		return Terms{Kind: Decade, Count: n}, true
	case s.endOfMonth() || s.word("eom"):
		return s.onDay(Terms{Kind: EndThen, Count: n}, true)
	}
	s.word("nets", "net", "datedefacture", "datefacture")
	return Terms{Kind: Net, Count: n}, true
}

// onDay reads the day of the following month, if there is one.
func (s *scanner) onDay(t Terms, ok bool) (Terms, bool) {
	named := s.word("le", "onthe", " ")
	if !ok || *s == "" {
		return t, ok && !named
	}
	day, ok := s.number()
	s.word("er", "st", "nd", "rd", "th")
	t.Day = uint8(min(day, 255))
	return t, ok && day >= 1 && day <= 31
}
