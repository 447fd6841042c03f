package entry

import (
	"relance/domain/act"
	"relance/domain/journal"
	"relance/domain/money"
)

// share is how much of what is collectible a line asks for.
type share struct {
	set   bool
	fixed bool  // minor units in n, else n/den of the base
	n     int64 // with den: 1/2, 1/3, ppm/PPM
	den   int64
}

// said is what the tokens of a line say, before the facts are looked at.
type said struct {
	amount   share
	down     share
	date     dateSpec
	second   dateSpec // publication of a judgment
	minute   int16
	half     journal.Half
	count    int  // instalments
	day      int  // of the month
	dayFirst bool // it was read as the day since an amount stands before it
	reason   journal.DisputeReason
	hasWhy   bool
	status   journal.Status
	standing bool // a standing was said
	tokens   []Token
}

// maxChain bounds how many groups of digits in a row are tried apart; longer
// ones can only be one number.
const maxChain = 6

// tokens reads the rest of the line: first its shape, then the roles. A space
// before three digits may part thousands or two numbers: every way of joining
// is tried. One that makes sense is taken; of several the line is asked about.
func (p *reader) tokens(a Act) (said, act.Question) {
	sc := scanner{line: p.line, at: p.at, keys: p.keys, words: p.keys.vocabulary(a), hours: a == Callback || a == Call}
	if a == Dispute {
		sc.noDates = true
	}
	lex := sc.all()
	gaps := joints(lex)
	all := uint(1)<<len(gaps) - 1
	whole, q := p.roles(a, join(lex, gaps, all))
	if len(gaps) == 0 {
		return p.keep(whole, q)
	}
	if len(gaps) > maxChain {
		return p.keep(whole, q)
	}
	found, ways := said{}, 0
	var other said // a reading that leaves some space a space
	for mask := uint(0); mask <= all; mask++ {
		if s, q := p.roles(a, join(lex, gaps, mask)); !q.Open() && !(a == Plan && mask != 0 && s.amount.fixed && s.amount.n > p.f.Open) {
			ways++
			found = s
			if mask != all {
				other = s
			}
		}
	}
	switch ways {
	case 0:
		return p.keep(whole, q)
	case 1:
		return p.keep(found, act.Question{})
	}
	first, last := lex[gaps[0]-1], lex[gaps[len(gaps)-1]]
	asked := act.Question{
		Code: act.AskThousands, Text: p.line[first.start:last.end],
		Number: atoi(first.whole), Amount: p.amount(whole.amount.n), Other: p.amount(other.amount.n),
	}
	whole.tokens = []Token{{Start: first.start, End: last.end, Kind: TokenDoubtful}}
	return p.keep(whole, asked)
}

func (p *reader) keep(s said, q act.Question) (said, act.Question) {
	p.r.Tokens = append(p.r.Tokens, s.tokens...)
	return s, q
}

// joints gives the indices of the numbers that could be joined to the one
// before them: three digits after a space, after a bare number of one to three
// digits that does not begin with zero, or after such a group.
func joints(lex []lexeme) []int {
	var out []int
	for i := 1; i < len(lex); i++ {
		prev, l := lex[i-1], lex[i]
		inChain := len(out) > 0 && out[len(out)-1] == i-1
		starts := len(prev.whole) <= 3 && prev.whole != "" && prev.whole[0] != '0'
		if l.kind == lexNumber && len(l.whole) == 3 && l.start > prev.end &&
			prev.kind == lexNumber && !prev.mark && (starts || inChain) {
			out = append(out, i)
		}
	}
	return out
}

// join gives the lexemes with the numbers joined at the joints of the mask. A
// join onto a group that begins with zero and stands alone is left out.
func join(lex []lexeme, gaps []int, mask uint) []lexeme {
	if mask == 0 {
		return lex
	}
	joined := make(map[int]bool, len(gaps))
	for i, g := range gaps {
		if mask&(1<<i) != 0 {
			joined[g] = true
		}
	}
	out := make([]lexeme, 0, len(lex))
	for i, l := range lex {
		if !joined[i] {
			out = append(out, l)
			continue
		}
		prev := &out[len(out)-1]
		prev.whole += l.whole
		prev.fraction, prev.mark = l.fraction, l.mark
		prev.text += " " + l.text
		prev.end = l.end
	}
	return out
}

// roles gives each lexeme its meaning in an act.
func (p *reader) roles(a Act, lex []lexeme) (said, act.Question) {
	s := said{minute: -1}
	down := false // a down payment's letter was read, its number follows
	for _, l := range lex {
		var q act.Question
		kind := TokenDoubtful
		switch {
		case down && (l.kind == lexNumber || l.kind == lexPercent):
			kind, q = TokenAmount, p.setShare(&s.down, l)
			down = false
		case down:
			q = act.Question{Code: act.AskAmount, Text: l.text}
		case l.kind == lexNumber:
			kind, q = p.number(a, &s, l)
		case l.kind == lexPercent:
			kind, q = TokenAmount, p.percent(a, &s, l)
		case l.kind == lexDate:
			kind, q = TokenDate, s.setDate(a, l.date)
		case l.kind == lexHour:
			kind, q = TokenHour, s.setHour(l)
		case l.kind == lexWord && l.word.kind == wordDown:
			kind, down = TokenAmount, true
		case l.kind == lexWord:
			kind, q = s.setWord(l)
		default:
			q = act.Question{Code: act.AskToken, Text: l.text}
		}
		if q.Open() {
			s.tokens = append(s.tokens, Token{Start: l.start, End: l.end, Kind: TokenDoubtful})
			return s, q
		}
		s.tokens = append(s.tokens, Token{Start: l.start, End: l.end, Kind: kind})
	}
	if down {
		return s, act.Question{Code: act.AskAmount}
	}
	return s, act.Question{}
}

// Bounds of bare numbers.
const (
	lastDay        = 31
	firstAmount    = 100
	mostByOneToken = 60 // instalments
)

// number gives a bare or marked number its role.
func (p *reader) number(a Act, s *said, l lexeme) (TokenKind, act.Question) {
	n := atoi(l.whole)
	bare := !l.mark
	day := bare && n >= 1 && n <= lastDay && len(l.whole) <= 2
	switch a {
	case Callback, Status, Call:
		if !day {
			return TokenDate, act.Question{Code: act.AskDayOfMonth, Number: n, Text: l.text}
		}
		return TokenDate, s.setDate(a, dateSpec{kind: dateOfMonth, n: n, text: l.text})
	case Dispute:
		return TokenAmount, p.setShare(&s.amount, l)
	case Plan:
		if bare && n < firstAmount {
			return TokenCount, s.setCount(l, n)
		}
		return TokenAmount, p.setShare(&s.amount, l)
	}
	switch {
	case day:
		return TokenDate, s.setDate(a, dateSpec{kind: dateOfMonth, n: n, text: l.text})
	case bare && n < firstAmount && n > 0:
		return TokenDoubtful, act.Question{Code: act.AskDayOrAmount, Number: n, Text: l.text, Amount: p.amount(int64(n) * p.unit())}
	}
	return TokenAmount, p.setShare(&s.amount, l)
}

// unit is how many minor units make one of the currency.
func (p *reader) unit() int64 {
	u := int64(1)
	for range p.f.Currency.Exponent() {
		u *= 10
	}
	return u
}

// setCount takes a plan's small numbers: instalments first, then the day of the
// month. After an amount a single number is held as a day until the debt is
// known: it counts instalments where so many of that amount fit into it, and is
// the day where they do not ("500 a month on the 15th").
func (s *said) setCount(l lexeme, n int) act.Question {
	switch {
	case s.count == 0 && s.day == 0 && s.amount.set && s.date.kind == noDate && n >= 1 && n <= lastDay:
		s.day, s.dayFirst = n, true
		return act.Question{}
	case s.dayFirst && s.count == 0:
		s.count, s.day = s.day, 0
	}
	switch {
	case s.count == 0 && n > mostByOneToken:
		return act.Question{Code: act.AskDayOrAmount, Number: n, Text: l.text}
	case s.count == 0 && n == 0:
		return act.Question{Code: act.AskInstalments, Number: n, Text: l.text}
	case s.count == 0:
		s.count = n
	case s.day != 0 || s.date.kind != noDate:
		return act.Question{Code: act.AskTwoDates, Text: l.text}
	case n < 1 || n > lastDay:
		return act.Question{Code: act.AskDayOfMonth, Number: n, Text: l.text}
	default:
		s.day = n
	}
	return act.Question{}
}

// setShare reads an amount.
func (p *reader) setShare(to *share, l lexeme) act.Question {
	if to.set {
		return act.Question{Code: act.AskTwoAmounts, Text: l.text}
	}
	minor, ok := minorUnits(l.whole, l.fraction, p.f.Currency.Exponent())
	switch {
	case !ok || l.kind == lexPercent:
		return act.Question{Code: act.AskNumber, Text: l.text}
	case minor == 0:
		return act.Question{Code: act.AskZero, Text: l.text}
	}
	*to = share{set: true, fixed: true, n: minor}
	return act.Question{}
}

// minorUnits reads digits and decimals exactly; more decimals than the currency
// has, or more than any account holds, is no amount.
func minorUnits(whole, fraction string, exponent int) (int64, bool) {
	if len(fraction) > exponent {
		return 0, false
	}
	var v int64
	for i := range len(whole) + exponent {
		var digit byte
		switch {
		case i < len(whole):
			digit = whole[i] - '0'
		case i-len(whole) < len(fraction):
			digit = fraction[i-len(whole)] - '0'
		}
		if v = v*10 + int64(digit); v > money.MaxMinor {
			return 0, false
		}
	}
	return v, true
}

// percentDecimals is the finest share that can be said: 0,0001 %.
const percentDecimals = 4

func (p *reader) percent(a Act, s *said, l lexeme) act.Question {
	ppm, ok := minorUnits(l.whole, l.fraction, percentDecimals)
	switch {
	case a != Promise && a != Receipt && a != Dispute:
		return act.Question{Code: act.AskToken, Text: l.text}
	case s.amount.set:
		return act.Question{Code: act.AskTwoAmounts, Text: l.text}
	case !ok || ppm > money.PPM:
		return act.Question{Code: act.AskNumber, Text: l.text}
	case ppm == 0:
		return act.Question{Code: act.AskZero, Text: l.text}
	}
	s.amount = share{set: true, n: ppm, den: money.PPM}
	return act.Question{}
}

// setDate takes a day; an insolvency takes two: judgment and publication.
func (s *said) setDate(a Act, d dateSpec) act.Question {
	switch {
	case a == Dispute:
		return act.Question{Code: act.AskToken, Text: d.text}
	case s.day != 0:
		return act.Question{Code: act.AskTwoDates, Text: d.text}
	case s.date.kind == noDate:
		s.date = d
	case a == Status && s.second.kind == noDate:
		s.second = d
	default:
		return act.Question{Code: act.AskTwoDates, Text: d.text}
	}
	return act.Question{}
}

func (s *said) setHour(l lexeme) act.Question {
	switch {
	case l.minute < 0:
		return act.Question{Code: act.AskHour, Text: l.text}
	case s.minute >= 0 || s.half != journal.AnyTime:
		return act.Question{Code: act.AskTwoDates, Text: l.text}
	}
	s.minute = l.minute
	return act.Question{}
}

func (s *said) setWord(l lexeme) (TokenKind, act.Question) {
	w := l.word
	switch w.kind {
	case wordReason:
		if s.hasWhy {
			return TokenDoubtful, act.Question{Code: act.AskTwoLetters, Text: l.text}
		}
		s.reason, s.hasWhy = journal.DisputeReason(w.n), true
		return TokenReason, act.Question{}
	case wordStatus:
		if s.standing {
			return TokenDoubtful, act.Question{Code: act.AskTwoLetters, Text: l.text}
		}
		s.status, s.standing = journal.Status(w.n), true
		return TokenStatus, act.Question{}
	case wordHalfDay:
		if s.minute >= 0 || s.half != journal.AnyTime {
			return TokenDoubtful, act.Question{Code: act.AskTwoDates, Text: l.text}
		}
		s.half = journal.Half(w.n)
		return TokenHour, act.Question{}
	}
	if s.amount.set {
		return TokenDoubtful, act.Question{Code: act.AskTwoAmounts, Text: l.text}
	}
	s.amount = share{set: true, n: 1, den: int64(w.n)}
	return TokenAmount, act.Question{}
}
