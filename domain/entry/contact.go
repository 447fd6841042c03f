package entry

import (
	"strings"
	"unicode"

	"relance/domain/act"
	"relance/domain/calendar"
	"relance/domain/ledger"
)

// roleWords begin what a person does, in the names that people use for it; a
// word counts when one of them begins it.
var roleWords = [...]string{
	"compta", "daf", "raf", "pdg", "dg", "directeur", "directrice", "gérant", "gerant", "patron", "secrétaire",
	"secretaire", "secrétariat", "assistant", "achat", "acheteu", "standard", "trésor", "tresor", "président",
	"president", "responsable", "chef", "service", "facturation", "fournisseur", "règlement", "reglement",
	"commercial", "juridique", "account", "cfo", "ceo", "manager", "owner", "purchas", "buyer", "treasur",
	"director", "finance", "payable", "reception", "accueil", "administrat", "clerk", "head", "boekhoud",
	"aankoop", "zaakvoerder",
}

// contact reads a person: words, a telephone number and an e-mail address in
// any order. What the person does follows a comma, or begins with the first word
// that names a function.
func (p *reader) contact() {
	words := strings.Fields(clean(p.line[p.at:]))
	var person ledger.Contact
	var rest []string
	for i := 0; i < len(words); i++ {
		if n, phone := phoneAt(words[i:], p.f.Zone); n > 0 && person.Phone == "" {
			person.Phone = phone
			i += n - 1
			continue
		}
		if w := strings.Trim(words[i], ",;<>()"); isEmail(w) && person.Email == "" {
			person.Email = w
			continue
		}
		rest = append(rest, words[i])
	}
	person.Name, person.Role = nameAndRole(rest)
	p.r.Text = clean(p.rest())
	if person == (ledger.Contact{}) {
		p.ask(act.Question{Code: act.AskContact})
		return
	}
	p.mark(p.at, len(p.line), TokenText)
	p.r.Command = act.SetContact{Base: p.base(), Person: person}
}

// clean makes free words fit to store and to show: valid text, every space a
// plain one, no control characters.
func clean(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case isSpace(r):
			return ' '
		case unicode.IsControl(r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, ""))
	return strings.TrimSpace(s)
}

func nameAndRole(words []string) (name, role string) {
	text := strings.Join(words, " ")
	if before, after, ok := strings.Cut(text, ","); ok {
		return strings.TrimSpace(before), strings.Trim(after, " ,;")
	}
	for i, w := range words {
		if isRole(w) {
			return strings.Join(words[:i], " "), strings.Trim(strings.Join(words[i:], " "), " ,;")
		}
	}
	return strings.Trim(text, " ,;"), ""
}

func isRole(w string) bool {
	w = strings.ToLower(w)
	for _, r := range roleWords {
		if len(r) <= 3 && w == r || len(r) > 3 && strings.HasPrefix(w, r) {
			return true
		}
	}
	return false
}

func isEmail(w string) bool {
	user, host, ok := strings.Cut(w, "@")
	return ok && user != "" && !strings.Contains(host, "@") && strings.Contains(strings.Trim(host, "."), ".") &&
		!strings.ContainsFunc(w, func(r rune) bool { return unicode.IsControl(r) || r == '<' || r == '>' || r == ',' })
}

// phoneAt reads a telephone number at the head of words and says how many of
// them it takes. A word of the unshifted AZERTY row alone counts as its digits.
func phoneAt(words []string, z calendar.Zone) (n int, phone string) {
	var digits strings.Builder
	best, bestPhone := 0, ""
	for i, w := range words {
		d, ok := phoneDigits(w, i == 0)
		if !ok {
			break
		}
		digits.WriteString(d)
		if f := formatPhone(digits.String(), z); f != "" {
			best, bestPhone = i+1, f
		}
		if digits.Len() > 16 {
			break
		}
	}
	return best, bestPhone
}

// phoneDigits gives the digits of a word that can be part of a number, with a
// plus sign in front of the first.
func phoneDigits(w string, first bool) (string, bool) {
	w = strings.Trim(w, ",;")
	if d, ok := rowDigits(w); ok && first {
		return d, true
	}
	var b strings.Builder
	for i, r := range w {
		switch {
		case r >= '0' && r <= '9':
			b.WriteRune(r)
		case r == '+' && i == 0 && first:
			b.WriteRune(r)
		case strings.ContainsRune(".-/()", r):
		default:
			return "", false
		}
	}
	return b.String(), b.Len() > 0
}

// rowDigits reads a whole number typed on the unshifted row: nine keys at
// least, none of them a digit, the first a zero.
func rowDigits(w string) (string, bool) {
	var b strings.Builder
	for _, r := range w {
		d, ok := Digit(r)
		if !ok || r >= '0' && r <= '9' {
			return "", false
		}
		b.WriteByte(d)
	}
	s := b.String()
	return s, len(s) >= 9 && s[0] == '0'
}

// formatPhone writes a French, Belgian or international number in its usual
// groups; empty when the digits are no number. Ten digits are French, except 04
// in Belgium (mobiles); nine are Belgian (fixed lines).
func formatPhone(d string, z calendar.Zone) string {
	if strings.HasPrefix(d, "00") {
		d = "+" + d[2:]
	}
	if national, ok := strings.CutPrefix(d, "+33"); ok {
		national = strings.TrimPrefix(national, "0")
		if len(national) != 9 {
			return ""
		}
		return "+33 " + national[:1] + " " + groups(national[1:], 2, 2, 2, 2)
	}
	if national, ok := strings.CutPrefix(d, "+32"); ok {
		national = strings.TrimPrefix(national, "0")
		if len(national) != 8 && len(national) != 9 {
			return ""
		}
		return "+32 " + belgian("0" + national)[1:]
	}
	switch {
	case strings.HasPrefix(d, "+"):
		if len(d) < 9 || len(d) > 16 {
			return ""
		}
		return d
	case len(d) < 9 || d[0] != '0' || d[1] == '0':
		return ""
	case len(d) == 10 && d[1] == '4' && z == calendar.Belgium, len(d) == 9:
		return belgian(d)
	case len(d) == 10:
		return groups(d, 2, 2, 2, 2, 2)
	}
	return ""
}

// belgian groups a national number: 0475 12 34 56, 02 123 45 67, 081 12 34 56.
func belgian(d string) string {
	switch {
	case len(d) == 10:
		return groups(d, 4, 2, 2, 2)
	case strings.ContainsRune("2349", rune(d[1])):
		return groups(d, 2, 3, 2, 2)
	}
	return groups(d, 3, 2, 2, 2)
}

func groups(d string, sizes ...int) string {
	var parts []string
	for _, n := range sizes {
		parts = append(parts, d[:n])
		d = d[n:]
	}
	return strings.Join(parts, " ")
}
