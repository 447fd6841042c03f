package money

import "strings"

func dutch(whole, part, unit uint64, c Currency) string {
	name, decimals := c.String(), choose(part == 1, "honderdste", "honderdsten")
	switch {
	case c == EUR: // after a number neither takes a plural
		name, decimals = "euro", "cent"
	case unit == 1000:
		decimals = choose(part == 1, "duizendste", "duizendsten")
	}
	return joined(whole, part, dutchNumber(whole)+" "+name, " en ", dutchNumber(part)+" "+decimals)
}

// dutchNumber writes thousands as one word and a space after duizend, miljoen
// and miljard. One by itself bears its accents, to be read as a number.
func dutchNumber(n uint64) string {
	if n == 0 {
		return "nul"
	}
	var out []string
	if m := n / 1_000_000_000; m > 0 {
		out = append(out, dutchAlone(m), "miljard")
	}
	if m := n / 1_000_000 % 1000; m > 0 {
		out = append(out, dutchAlone(m), "miljoen")
	}
	switch thousands := n / 1000 % 1000; {
	case thousands == 1:
		out = append(out, "duizend")
	case thousands > 1:
		out = append(out, dutchHundreds(thousands)+"duizend")
	}
	if n%1000 > 0 {
		out = append(out, dutchAlone(n%1000))
	}
	return strings.Join(out, " ")
}

func dutchAlone(n uint64) string {
	if n == 1 {
		return "één"
	}
	return dutchHundreds(n)
}

// dutchHundreds writes 1 to 999 as one word.
func dutchHundreds(n uint64) string {
	hundreds, rest := n/100, n%100
	switch hundreds {
	case 0:
		return dutchTens(rest)
	case 1:
		return "honderd" + dutchTens(rest)
	}
	return dutchTens(hundreds) + "honderd" + dutchTens(rest)
}

// dutchTens writes 1 to 99, and nothing for 0.
func dutchTens(n uint64) string {
	small := [...]string{
		"", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf",
		"dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien",
	}
	tens := [...]string{2: "twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"}
	switch {
	case n < 20:
		return small[n]
	case n%10 == 0:
		return tens[n/10]
	case n%10 == 2 || n%10 == 3: // two vowels meet: twee, drie
		return small[n%10] + "ën" + tens[n/10]
	}
	return small[n%10] + "en" + tens[n/10]
}

func english(whole, part, unit uint64, c Currency) string {
	name, decimals := c.String(), choose(part == 1, "hundredth", "hundredths")
	switch {
	case c == EUR:
		name = choose(whole == 1, "euro", "euros")
		decimals = choose(part == 1, "cent", "cents")
	case unit == 1000:
		decimals = choose(part == 1, "thousandth", "thousandths")
	}
	return joined(whole, part, englishNumber(whole)+" "+name, " and ", englishNumber(part)+" "+decimals)
}

func englishNumber(n uint64) string {
	if n == 0 {
		return "zero"
	}
	var out []string
	add := func(count uint64, name string) {
		if count > 0 {
			out = append(out, englishHundreds(count), name)
		}
	}
	add(n/1_000_000_000, "billion")
	add(n/1_000_000%1000, "million")
	add(n/1000%1000, "thousand")
	if rest := n % 1000; rest > 0 {
		if len(out) > 0 && rest < 100 {
			out = append(out, "and")
		}
		out = append(out, englishHundreds(rest))
	}
	return strings.Join(out, " ")
}

// englishHundreds writes 1 to 999.
func englishHundreds(n uint64) string {
	switch {
	case n < 100:
		return englishTens(n)
	case n%100 == 0:
		return englishTens(n/100) + " hundred"
	}
	return englishTens(n/100) + " hundred and " + englishTens(n%100)
}

// englishTens writes 1 to 99.
func englishTens(n uint64) string {
	small := [...]string{
		"", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
		"thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
	}
	tens := [...]string{2: "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}
	switch {
	case n < 20:
		return small[n]
	case n%10 == 0:
		return tens[n/10]
	}
	return tens[n/10] + "-" + small[n%10]
}
