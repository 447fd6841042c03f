package entry

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Digit gives the digit that a key of the unshifted top row stands for, on a
// French and on a Belgian AZERTY keyboard as well as where the digits are
// unshifted: & é " ' ( - or § è _ or ! ç à are 1 to 9 and 0. Capitals count too:
// some systems give them under the lock key.
func Digit(r rune) (digit byte, ok bool) {
	if r >= '0' && r <= '9' {
		return byte(r), true
	}
	switch r {
	case '&':
		return '1', true
	case 'é', 'É':
		return '2', true
	case '"':
		return '3', true
	case '\'':
		return '4', true
	case '(':
		return '5', true
	case '-', '§':
		return '6', true
	case 'è', 'È':
		return '7', true
	case '_', '!':
		return '8', true
	case 'ç', 'Ç':
		return '9', true
	case 'à', 'À':
		return '0', true
	}
	return 0, false
}

// Digits rewrites every key of the unshifted top row as its digit and leaves
// the rest: for fields that take numbers only.
func Digits(s string) string {
	return strings.Map(func(r rune) rune {
		if d, ok := Digit(r); ok {
			return rune(d)
		}
		return r
	}, s)
}

// isSpace covers the spaces that people and programs put between thousands.
func isSpace(r rune) bool {
	return unicode.IsSpace(r) || r == '\u202F' || r == '\u2009' || r == '\u00A0'
}

// lexKind is the shape of a part of the line.
type lexKind uint8

const (
	lexNumber  lexKind = iota // digits, perhaps a decimal mark and decimals
	lexPercent                // the same and a percent sign
	lexDate                   // day/month and perhaps year, +10, 3j, 2s, or a word for a day
	lexHour                   // 9h, 14h30
	lexWord                   // another word of the act's vocabulary
	lexBad
)

// lexeme is a part of the line, not yet given its role. whole and fraction are
// ASCII digits; mark tells that a decimal mark was typed.
type lexeme struct {
	kind            lexKind
	start, end      int
	text            string
	whole, fraction string
	mark            bool
	date            dateSpec
	minute          int16 // lexHour; -1 = no hour of the day
	word            word
}

// scanner cuts what follows the act's letter into lexemes.
type scanner struct {
	line    string
	at      int
	keys    *Mnemonics
	words   []word
	hours   bool // 9h is an hour here
	noDates bool // 3j is no day here
}

// all scans to the end of the line.
func (s *scanner) all() []lexeme {
	var out []lexeme
	for {
		s.spaces()
		if s.at >= len(s.line) {
			return out
		}
		l := lexeme{start: s.at}
		s.next(&l)
		l.end = s.at
		l.text = s.line[l.start:l.end]
		l.date.text = l.text
		out = append(out, l)
	}
}

func (s *scanner) peek() (rune, int) { return utf8.DecodeRuneInString(s.line[s.at:]) }

func (s *scanner) spaces() {
	for s.at < len(s.line) {
		r, n := s.peek()
		if !isSpace(r) {
			return
		}
		s.at += n
	}
}

// digits reads a run of digits.
func (s *scanner) digits() string {
	var b []byte
	for s.at < len(s.line) {
		r, n := s.peek()
		d, ok := Digit(r)
		if !ok {
			break
		}
		b = append(b, d)
		s.at += n
	}
	return string(b)
}

// accept takes one of the characters given.
func (s *scanner) accept(chars string) bool {
	if s.at < len(s.line) && strings.IndexByte(chars, s.line[s.at]) >= 0 {
		s.at++
		return true
	}
	return false
}

func (s *scanner) next(l *lexeme) {
	r, n := s.peek()
	if _, ok := Digit(r); ok {
		s.number(l)
		return
	}
	if r == '+' {
		s.at++
		days := s.digits()
		l.kind, l.date = lexDate, dateSpec{kind: dateInDays, n: atoi(days)}
		if days == "" || len(days) > 4 {
			l.kind = lexBad
		}
		return
	}
	if w, ok := s.longest(); ok {
		s.at += len(w.text)
		l.kind, l.word = lexWord, w
		if w.kind == wordDate {
			l.kind, l.date = lexDate, w.date
		}
		return
	}
	l.kind = lexBad
	s.at += n
	for s.at < len(s.line) { // a run of unknown letters is one doubt
		r, n := s.peek()
		if !unicode.IsLetter(r) {
			return
		}
		if _, ok := s.longest(); ok {
			return
		}
		if _, ok := Digit(r); ok {
			return
		}
		s.at += n
	}
}

// longest finds the longest word that stands here, whatever its case.
func (s *scanner) longest() (word, bool) {
	var best word
	for _, w := range s.words {
		if len(w.text) > len(best.text) && s.at+len(w.text) <= len(s.line) &&
			strings.EqualFold(s.line[s.at:s.at+len(w.text)], w.text) {
			best = w
		}
	}
	return best, best.text != ""
}

// number reads what begins with a digit.
func (s *scanner) number(l *lexeme) {
	l.whole = s.digits()
	short := len(l.whole) <= 2
	switch {
	case s.accept("/"):
		s.dayMonth(l)
		return
	case s.hours && short && s.unit(s.keys.Hours):
		s.hour(l)
		return
	case short && !s.noDates && s.unit(s.keys.BusinessDays):
		l.kind, l.date = lexDate, dateSpec{kind: dateBusiness, n: atoi(l.whole)}
		return
	case short && !s.noDates && s.unit(s.keys.Weeks):
		l.kind, l.date = lexDate, dateSpec{kind: dateWeeks, n: atoi(l.whole)}
		return
	case s.hours && short && s.halfDay(l):
		return
	case s.accept(",."):
		l.mark = true
		l.fraction = s.digits()
	}
	at := s.at
	s.spaces()
	if s.accept("%") {
		l.kind = lexPercent
		return
	}
	s.at = at
}

// unit takes a unit's letter, unless a longer word begins with it: 12 ma is no
// unit where m would be one.
func (s *scanner) unit(letter string) bool {
	n := len(letter)
	if n == 0 || s.at+n > len(s.line) || !strings.EqualFold(s.line[s.at:s.at+n], letter) {
		return false
	}
	if w, ok := s.longest(); ok && len(w.text) > n {
		return false
	}
	s.at += n
	return true
}

func (s *scanner) dayMonth(l *lexeme) {
	l.kind = lexDate
	month := s.digits()
	l.date = dateSpec{kind: dateDayMonth, n: atoi(l.whole), month: atoi(month)}
	ok := len(l.whole) <= 2 && month != "" && len(month) <= 2
	if s.accept("/") {
		year := s.digits()
		l.date.year = atoi(year)
		if len(year) == 2 {
			l.date.year += 2000
		}
		ok = ok && (len(year) == 2 || len(year) == 4) && l.date.year > 0
	}
	if !ok {
		l.date.month = 0 // no day of the calendar
	}
}

func (s *scanner) hour(l *lexeme) {
	l.kind = lexHour
	minutes := s.digits()
	h, m := atoi(l.whole), atoi(minutes)
	l.minute = int16(h*60 + m)
	if h > 23 || m > 59 || minutes != "" && len(minutes) != 2 {
		l.minute = -1
	}
}

// halfDay reads 9am and 2pm, where the words for the halves of the day are am
// and pm.
func (s *scanner) halfDay(l *lexeme) bool {
	w, ok := s.longest()
	if !ok || w.kind != wordHalfDay || w.text != "am" && w.text != "pm" {
		return false
	}
	s.at += len(w.text)
	h := atoi(l.whole)
	l.kind, l.minute = lexHour, -1
	if h >= 1 && h <= 12 {
		l.minute = int16(h % 12 * 60)
		if w.text == "pm" {
			l.minute += 12 * 60
		}
	}
	return true
}

// atoi reads ASCII digits; what is too large for any use here is a million.
func atoi(digits string) int {
	n := 0
	for _, c := range []byte(digits) {
		n = min(n*10+int(c-'0'), 1_000_000)
	}
	return n
}
