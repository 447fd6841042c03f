package entry

import (
	"strings"
	"time"

	"relance/domain/act"
	"relance/domain/journal"
)

// NextKind says what may come next on a line.
type NextKind uint8

// Kinds of what may come next. The comments tell what N of a Next is.
const (
	NextOutcome      NextKind = iota // a journal.Outcome
	NextChannel                      // a journal.Channel
	NextReason                       // a journal.DisputeReason
	NextStatus                       // a journal.Status
	NextEnding                       // an Ending
	NextShare                        // 2 = half, 3 = a third
	NextAmount                       // the number shown: an amount
	NextCount                        // the number shown: instalments
	NextDown                         // a down payment's number follows
	NextTomorrow                     //
	NextWeekday                      // a time.Weekday
	NextDay                          // the number shown: a day of the month
	NextEndOfMonth                   //
	NextToday                        //
	NextYesterday                    //
	NextHour                         // the hour shown
	NextHalfDay                      // a journal.Half
	NextBusinessDays                 // unit of the number just typed
	NextWeeks                        // unit of the number just typed
	NextHours                        // unit of the number just typed
	NextKindCount
)

// Ending is a way of closing a thing.
type Ending uint8

// Endings.
const (
	EndFounded Ending = iota
	EndUnfounded
	EndWithdrawn
	EndSigned
	EndPlanCancelled
	EndCallbackMade
	EndCallbackOff
	EndingCount
)

// Next is something that may be typed next: a letter, or a form of number such
// as 15 or 1500, with a space before it where it follows another number.
type Next struct {
	Text string
	Kind NextKind
	N    int
}

// Next lists what may be typed after a line, in the order in which it is best
// shown. Every proposal was read with the line and means what it says; a line
// that ends in a wrong letter has none, one that ends in the beginning of a
// longer mnemonic has those that it begins.
func (m *Mnemonics) Next(line string, f act.Facts) []Next {
	f = few(f)
	r := m.Read(line, f)
	n := nexts{keys: m, f: f, base: line}
	if i := len(r.Tokens) - 1; i >= 0 && r.Tokens[i].Kind == TokenDoubtful && r.Tokens[i].End == len(line) {
		start := r.Tokens[i].Start
		if n.prefix = strings.ToLower(line[start:]); start == 0 || strings.Trim(n.prefix, "abcdefghijklmnopqrstuvwxyz") != "" {
			return nil
		}
		n.base = line[:start]
		r = m.Read(n.base, f)
	}
	if r.Act != Plan { // there a number counts instalments
		n.unit(m.BusinessDays, NextBusinessDays, TokenDate)
		n.unit(m.Weeks, NextWeeks, TokenDate)
	}
	n.unit(m.Hours, NextHours, TokenHour)
	switch r.Act {
	case Call:
		n.outcomes()
		n.dates(false)
		n.hours()
	case Promise:
		n.shares()
		n.dates(false)
	case Plan:
		n.instalments(r)
		n.dates(false)
	case Dispute:
		for reason, s := range m.Reasons {
			n.try(s, NextReason, reason, TokenReason)
		}
		n.shares()
	case Callback:
		n.dates(true)
		n.hours()
	case Receipt:
		n.shares()
		n.dates(true)
	case Status:
		for status, s := range m.Statuses {
			n.try(s, NextStatus, status, TokenStatus)
		}
		n.dates(true)
	case Close:
		n.endings()
	}
	return n.out
}

// fewItems is how many items the proposals are tried on.
const fewItems = 8

// few keeps the items on which it depends what a line may say: the current one,
// those that are ticked, the first that are collectible or promised. The sums
// stay whole, so that the line reads alike but for its parts, which nobody looks
// at here.
func few(f act.Facts) act.Facts {
	if len(f.Items) <= fewItems {
		return f
	}
	var kept []act.Item
	current, ticked, due, promised := -1, 0, 0, 0
	for i, it := range f.Items {
		switch {
		case i == f.Current:
			current = len(kept)
		case it.Ticked && ticked < fewItems/2:
			ticked++
		case it.Collectible > 0 && due < fewItems/2:
			due++
		case it.Promised+it.Planned > 0 && promised < fewItems/2:
			promised++
		default:
			continue
		}
		kept = append(kept, it)
	}
	f.Items, f.Current = kept, current
	return f
}

// nexts gathers proposals.
type nexts struct {
	keys   *Mnemonics
	f      act.Facts
	base   string // the line without the part that is being completed
	prefix string
	out    []Next
}

// read reads the line with a proposal; ok when the proposal stands as a token of
// its own and the line does not refuse it.
func (n *nexts) read(text string, kind TokenKind) (Reading, bool) {
	if text == "" || !strings.HasPrefix(text, n.prefix) {
		return Reading{}, false
	}
	line := n.base + text
	r := n.keys.Read(line, n.f)
	if len(r.Tokens) == 0 {
		return r, false
	}
	last := r.Tokens[len(r.Tokens)-1]
	return r, last.Kind == kind && last.Start == len(n.base) && last.End == len(line) && !refuses(r.Question.Code)
}

// refuses reports whether a question is about a token that cannot stand.
func refuses(c act.QuestionCode) bool {
	switch c {
	case act.AskAct, act.AskOutcome, act.AskToken, act.AskTwoAmounts, act.AskTwoDates, act.AskTwoLetters, act.AskThousands,
		act.AskNoSuchDay, act.AskPast, act.AskFuture, act.AskHour, act.AskHourPast, act.AskNothingToClose, act.AskWhich:
		return true
	}
	return false
}

func (n *nexts) add(text string, kind NextKind, number int) {
	n.out = append(n.out, Next{text, kind, number})
}

// try adds a mnemonic that reads as a token of that kind. Of two that are spelt
// alike the first is meant.
func (n *nexts) try(text string, kind NextKind, number int, token TokenKind) {
	if _, ok := n.read(text, token); !ok {
		return
	}
	for _, x := range n.out {
		if x.Text == text {
			return
		}
	}
	n.add(text, kind, number)
}

// outcomes proposes how a call ended, then ways of contact; those that are acts
// by themselves come last.
func (n *nexts) outcomes() {
	n.outcomesFrom(0, journal.Promised)
	for _, s := range []string{n.keys.RangUs, n.keys.InWriting} {
		if r, ok := n.read(s, TokenLead); ok {
			n.add(s, NextChannel, int(r.Channel))
		}
	}
	n.outcomesFrom(journal.Promised, journal.OutcomeCount)
}

func (n *nexts) outcomesFrom(from, to journal.Outcome) {
	for o := from; o < to; o++ {
		if r, ok := n.read(n.keys.Outcomes[o], TokenOutcome); ok && r.Outcome == o {
			n.add(n.keys.Outcomes[o], NextOutcome, int(o))
		}
	}
}

// shares proposes amounts: a number, half, a third. Where there is nothing to
// share, the number alone.
func (n *nexts) shares() {
	for _, share := range []struct {
		text string
		den  int
	}{{n.keys.Half, 2}, {n.keys.Third, 3}} {
		if r, ok := n.read(share.text, TokenAmount); ok && !nothing(r.Question.Code) {
			n.try(share.text, NextShare, share.den, TokenAmount)
		}
	}
	n.number("1500", NextAmount, TokenAmount)
}

func nothing(c act.QuestionCode) bool {
	switch c {
	case act.AskNothingDue, act.AskNothingOpen, act.AskAmount, act.AskZero:
		return true
	}
	return false
}

// afterNumber reports whether the line ends in a number, which another would
// only make longer.
func (n *nexts) afterNumber() bool {
	s := strings.TrimRight(n.base, ",./+%")
	if s != n.base {
		return true
	}
	r := []rune(s)
	if len(r) == 0 {
		return false
	}
	_, digit := Digit(r[len(r)-1])
	return digit
}

func (n *nexts) number(text string, kind NextKind, token TokenKind) {
	if !n.afterNumber() {
		n.try(text, kind, 0, token)
	}
}

// apart proposes a number after a number, the space that parts them included.
func (n *nexts) apart(text string, kind NextKind, token TokenKind) {
	if n.prefix != "" || !n.afterNumber() {
		return
	}
	spaced := *n
	spaced.base += " "
	if _, ok := spaced.read(text, token); ok {
		n.add(" "+text, kind, 0)
	}
}

func (n *nexts) instalments(r Reading) {
	counts := 0
	for _, t := range r.Tokens {
		if t.Kind == TokenCount {
			counts++
		}
	}
	if counts == 0 {
		n.number("6", NextCount, TokenCount)
	} else {
		n.number("15", NextDay, TokenCount)
		n.apart("15", NextDay, TokenCount)
	}
	n.number("1500", NextAmount, TokenAmount)
	if n.down() {
		n.add(n.keys.Down, NextDown, 0)
	}
}

// down reports whether a down payment can be said: its letter and its number are
// read as two amounts after the line.
func (n *nexts) down() bool {
	if n.keys.Down == "" || n.prefix != "" && n.prefix != n.keys.Down {
		return false
	}
	r := n.keys.Read(n.base+n.keys.Down+"1000", n.f)
	if len(r.Tokens) < 2 || refuses(r.Question.Code) {
		return false
	}
	t := r.Tokens[len(r.Tokens)-2:]
	return t[0].Kind == TokenAmount && t[1].Kind == TokenAmount && t[0].Start == len(n.base)
}

// week is the order in which the days of the week are shown.
var week = [...]time.Weekday{
	time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday, time.Saturday, time.Sunday,
}

// dates proposes days; near: today and yesterday may be meant.
func (n *nexts) dates(near bool) {
	if near {
		n.try(n.keys.Today, NextToday, 0, TokenDate)
		n.try(n.keys.Yesterday, NextYesterday, 0, TokenDate)
	}
	n.try(n.keys.Tomorrow, NextTomorrow, 0, TokenDate)
	for _, day := range week {
		n.try(n.keys.Weekdays[day], NextWeekday, int(day), TokenDate)
	}
	n.number("15", NextDay, TokenDate)
	n.try(n.keys.EndOfMonth, NextEndOfMonth, 0, TokenDate)
}

// unit proposes what a number that was just typed may be counted in.
func (n *nexts) unit(letter string, kind NextKind, token TokenKind) {
	if letter == "" || n.prefix != "" || !n.afterNumber() {
		return
	}
	line := n.base + letter
	r := n.keys.Read(line, n.f)
	if len(r.Tokens) == 0 || refuses(r.Question.Code) {
		return
	}
	if last := r.Tokens[len(r.Tokens)-1]; last.Kind == token && last.Start < len(n.base) && last.End == len(line) {
		n.add(letter, kind, 0)
	}
}

func (n *nexts) hours() {
	n.number("9"+n.keys.Hours, NextHour, TokenHour)
	n.try(n.keys.Morning, NextHalfDay, int(journal.Morning), TokenHour)
	n.try(n.keys.Afternoon, NextHalfDay, int(journal.Afternoon), TokenHour)
}

// endings proposes what closes exactly one thing.
func (n *nexts) endings() {
	letters := n.keys.closingLetters(n.f.Targets)
	for i, e := range n.keys.endings() {
		text := letters[i]
		if text == "" {
			text = e.letter
		}
		r, ok := n.read(text, TokenOutcome)
		c, closes := r.Command.(act.Close)
		if ok && closes && c.What == e.kind && c.Cancelled == e.cancel && c.Sign == e.sign && (c.Founded == journal.Unfounded) == e.unfounded {
			n.add(text, NextEnding, i)
		}
	}
}
