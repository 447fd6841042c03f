package money

import "strings"

// maxWords is the highest whole number that InWords writes.
const maxWords = 999_999_999_999

// InWords writes an amount in letters, as deeds want it: "douze mille quatre
// cent cinquante euros et trente-quatre centimes". The languages are fr (in the
// spelling before 1990, whose rules all readers accept), fr-BE with septante
// and nonante, nl and en (with "and", as in Europe); another region of a
// language is written as the language. Currencies other than the euro bear
// their code, and their decimals are hundredths or thousandths. Parts under one
// unit stand alone ("trente-quatre centimes").
//
// ok is false for a negative amount, one over 999 999 999 999.99, one without
// currency, and a language that is not known.
func InWords(a Amount, lang string) (words string, ok bool) {
	unit := powerOf10(a.Currency.Exponent())
	whole, part := magnitude(a.Minor)/unit, magnitude(a.Minor)%unit
	if a.Minor < 0 || whole > maxWords || a.Currency == (Currency{}) {
		return "", false
	}
	language, _, _ := strings.Cut(lang, "-")
	switch language {
	case "fr":
		belgian := lang == "fr-BE"
		return french(whole, part, unit, a.Currency, belgian), true
	case "nl":
		return dutch(whole, part, unit, a.Currency), true
	case "en":
		return english(whole, part, unit, a.Currency), true
	}
	return "", false
}

// joined gives "whole and part", or the one that is not nothing.
func joined(whole, part uint64, unitWords, and, partWords string) string {
	switch {
	case part == 0:
		return unitWords
	case whole == 0:
		return partWords
	}
	return unitWords + and + partWords
}

// choose gives one of two forms by number.
func choose(one bool, singular, plural string) string {
	if one {
		return singular
	}
	return plural
}

func french(whole, part, unit uint64, c Currency, belgian bool) string {
	of := " "
	if c == EUR && whole >= 1_000_000 && whole%1_000_000 == 0 {
		of = " d'" // million and milliard are nouns
	}
	name, decimals := c.String(), choose(part == 1, "centième", "centièmes")
	switch {
	case c == EUR:
		name = choose(whole < 2, "euro", "euros")
		decimals = choose(part == 1, "centime", "centimes")
	case unit == 1000:
		decimals = choose(part == 1, "millième", "millièmes")
	}
	return joined(whole, part, frenchNumber(whole, belgian)+of+name, " et ", frenchNumber(part, belgian)+" "+decimals)
}

func frenchNumber(n uint64, belgian bool) string {
	if n == 0 {
		return "zéro"
	}
	var out []string
	add := func(count uint64, singular, plural string) {
		if count > 0 {
			out = append(out, frenchHundreds(count, belgian, true), choose(count == 1, singular, plural))
		}
	}
	add(n/1_000_000_000, "milliard", "milliards")
	add(n/1_000_000%1000, "million", "millions")
	switch thousands := n / 1000 % 1000; {
	case thousands == 1:
		out = append(out, "mille")
	case thousands > 1:
		out = append(out, frenchHundreds(thousands, belgian, false), "mille")
	}
	if n%1000 > 0 {
		out = append(out, frenchHundreds(n%1000, belgian, true))
	}
	return strings.Join(out, " ")
}

// frenchHundreds writes 1 to 999. Cent and quatre-vingt take an s when
// multiplied and last, but not before mille, which is a numeral: inflect.
func frenchHundreds(n uint64, belgian, inflect bool) string {
	hundreds, rest := n/100, n%100
	s := choose(inflect && rest == 0, "s", "")
	switch {
	case hundreds == 0:
		return frenchTens(rest, belgian, inflect)
	case hundreds == 1 && rest == 0:
		return "cent"
	case hundreds == 1:
		return "cent " + frenchTens(rest, belgian, inflect)
	case rest == 0:
		return frenchUnits(hundreds) + " cent" + s
	}
	return frenchUnits(hundreds) + " cent " + frenchTens(rest, belgian, inflect)
}

// frenchTens writes 1 to 99.
func frenchTens(n uint64, belgian, inflect bool) string {
	tens := [...]string{2: "vingt", "trente", "quarante", "cinquante", "soixante", "septante", "quatre-vingt", "nonante"}
	ten, one := n/10, n%10
	if !belgian && (ten == 7 || ten == 9) {
		ten, one = ten-1, one+10
	}
	switch {
	case n < 20:
		return frenchUnits(n)
	case n == 80:
		return choose(inflect, "quatre-vingts", "quatre-vingt")
	case one == 0:
		return tens[ten]
	case (one == 1 || one == 11) && ten != 8:
		return tens[ten] + " et " + frenchUnits(one)
	}
	return tens[ten] + "-" + frenchUnits(one)
}

// frenchUnits writes 1 to 19.
func frenchUnits(n uint64) string {
	return [...]string{
		"", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze",
		"treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
	}[n]
}
