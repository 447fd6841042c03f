package entry

import (
	"strings"
	"unicode/utf8"

	"relance/domain/act"
	"relance/domain/journal"
	"relance/domain/money"
)

// RedoLetter brings back the act that was taken back last, in every set of
// letters. It stands alone on its line, and is the only one whose case counts.
const RedoLetter = "U"

// Read reads a line with one of the sets that ship.
func Read(line string, f act.Facts, k Keys) Reading {
	m := k.Mnemonics()
	return m.Read(line, f)
}

// Read reads a line. It never panics, whatever the text.
func (m *Mnemonics) Read(line string, f act.Facts) Reading {
	p := reader{keys: m, line: line, f: &f, r: Reading{Minute: -1}}
	p.read()
	if p.r.Question.Open() {
		p.r.Command = nil
		p.r.Immediate = false
	}
	return p.r
}

// reader holds one reading in the making.
type reader struct {
	keys *Mnemonics
	line string
	at   int
	f    *act.Facts
	r    Reading
}

// ask leaves a question open; the first one stays.
func (p *reader) ask(q act.Question) {
	if !p.r.Question.Open() {
		p.r.Question = q
	}
}

func (p *reader) mark(start, end int, kind TokenKind) {
	p.r.Tokens = append(p.r.Tokens, Token{Start: start, End: end, Kind: kind})
}

// letter takes the next character after spaces, in lower case; empty at the end
// of the line.
func (p *reader) letter() (s string, start int) {
	for p.at < len(p.line) {
		r, n := utf8.DecodeRuneInString(p.line[p.at:])
		if !isSpace(r) {
			start, p.at = p.at, p.at+n
			return strings.ToLower(p.line[start:p.at]), start
		}
		p.at += n
	}
	return "", p.at
}

// rest is what follows, without the spaces around it.
func (p *reader) rest() string { return strings.TrimFunc(p.line[p.at:], isSpace) }

func (p *reader) read() {
	if strings.TrimFunc(p.line, isSpace) == RedoLetter {
		start := strings.Index(p.line, RedoLetter)
		p.mark(start, start+len(RedoLetter), TokenAct)
		p.r.Act, p.r.Redo, p.r.Immediate = Undo, true, true
		return
	}
	first, start := p.letter()
	if first == "" {
		return
	}
	p.r.Act = p.keys.act(first)
	if _, lead := p.keys.lead(first); p.r.Act == None && lead {
		p.at = start
		p.r.Act = Call // a leading m or t: the call's letter goes without saying
	} else if p.r.Act == None {
		p.mark(start, p.at, TokenDoubtful)
		p.ask(act.Question{Code: act.AskAct, Text: p.line[start:p.at]})
		return
	} else {
		p.mark(start, p.at, TokenAct)
	}
	switch p.r.Act {
	case Why, Confirm, Undo:
		p.alone()
		return
	}
	if p.f.Client.IsZero() || p.f.Today.IsZero() {
		p.ask(act.Question{Code: act.AskClient})
	}
	switch p.r.Act {
	case Call:
		p.call()
	case Note:
		p.note()
	case Contact:
		p.contact()
	case Close:
		p.closing()
	default:
		p.agreed(p.r.Act)
	}
}

// alone reads the acts of one letter.
func (p *reader) alone() {
	if rest := p.rest(); rest != "" {
		p.mark(p.at, len(p.line), TokenDoubtful)
		p.ask(act.Question{Code: act.AskToken, Text: rest})
		return
	}
	p.r.Immediate = true
}

func (p *reader) note() {
	p.r.Text = clean(p.rest())
	if p.r.Text == "" {
		p.ask(act.Question{Code: act.AskText})
		return
	}
	p.mark(p.at, len(p.line), TokenText)
	p.r.Command = act.Note{Base: p.base(), Text: p.r.Text}
}

// agreed reads the acts whose tokens stand in any order.
func (p *reader) agreed(a Act) {
	s, q := p.tokens(a)
	if q.Open() {
		p.ask(q)
		return
	}
	switch a {
	case Promise:
		p.promise(s)
	case Plan:
		p.plan(s)
	case Dispute:
		p.dispute(s)
	case Callback:
		p.callback(s)
	case Receipt:
		p.receipt(s)
	case Status:
		p.status(s)
	}
}

func (p *reader) base() act.Base { return act.Base{Client: p.f.Client} }

func (p *reader) conversation() act.Contact {
	return act.Contact{Channel: p.r.Channel, Minute: p.f.Minute}
}

func (p *reader) amount(minor int64) money.Amount { return money.Of(minor, p.f.Currency) }

// due resolves a day to come and moves it to a business day.
func (p *reader) due(s dateSpec, orToday bool) bool {
	reach := halfYear
	if p.r.Act == Promise || p.r.Act == Plan {
		reach = wholeYear
	}
	d, q := s.future(p.f, orToday, reach)
	if q.Open() {
		p.ask(q)
		return false
	}
	p.r.Date = d
	if d != p.f.Today { // today is said on purpose, whatever day it is
		p.r.Date, p.r.Asked, p.r.Moved = roll(p.f.Zone, d)
	}
	return true
}

// call reads a call and its outcome.
func (p *reader) call() {
	c, start := p.letter()
	channel, isLead := p.keys.lead(c)
	outcome, isOutcome := p.keys.outcome(c)
	if isLead {
		letterSaid := len(p.r.Tokens) > 0 // else the line begins with the leading letter
		after := p.at
		next, nextStart := p.letter()
		led, ok := p.keys.outcome(next)
		switch {
		case ok && led.Reached():
			p.mark(start, after, TokenLead)
			p.mark(nextStart, p.at, TokenOutcome)
			p.r.Channel, outcome = channel, led
		case isOutcome && letterSaid:
			p.at = after // m by itself: message left
			p.mark(start, after, TokenOutcome)
		case next == "" && letterSaid:
			p.mark(start, after, TokenLead)
			p.r.Channel, outcome = channel, journal.Answered
		default:
			p.askOutcome(nextStart)
			return
		}
	} else if c != "" && isOutcome {
		p.mark(start, p.at, TokenOutcome)
	} else if c != "" {
		p.askOutcome(start)
		return
	}
	p.r.Outcome = outcome
	p.outcome(outcome, isLead)
}

func (p *reader) askOutcome(start int) {
	p.mark(start, p.at, TokenDoubtful)
	p.ask(act.Question{Code: act.AskOutcome, Text: p.line[start:p.at]})
}

// Business days until the automatic callback of an outcome.
const (
	retryAfter     = 2
	tomorrowAfter  = 1
	documentsAfter = 2
	hardshipAfter  = 5
	transferAfter  = 3
)

// outcome reads what follows the outcome's letter. mayLead: the letter could
// still be followed by another outcome.
func (p *reader) outcome(o journal.Outcome, mayLead bool) {
	switch o {
	case journal.Promised:
		p.r.Act = Promise
		p.agreed(Promise)
	case journal.PlanAsked:
		p.r.Act = Plan
		p.agreed(Plan)
	case journal.Disputed:
		p.r.Act = Dispute
		p.agreed(Dispute)
	case journal.CallAgreed:
		p.r.Act = Callback
		p.agreed(Callback)
	case journal.Transfer:
		p.agreed(Promise)
	case journal.Documents, journal.Refusal, journal.Hardship:
		p.reached(o)
	default:
		p.attempt(o, mayLead)
	}
}

// attempt reads the outcomes that take no tokens.
func (p *reader) attempt(o journal.Outcome, mayLead bool) {
	if rest := p.rest(); rest != "" {
		p.mark(p.at, len(p.line), TokenDoubtful)
		p.ask(act.Question{Code: act.AskToken, Text: rest})
		return
	}
	switch o {
	case journal.NoAnswer:
		p.follow(retryAfter)
		p.r.Half = otherHalf(p.f.Minute)
	case journal.MessageLeft, journal.Switchboard:
		p.follow(tomorrowAfter)
	}
	p.r.NextClient = !o.Reached()
	p.r.Immediate = !o.Reached() && !mayLead
	p.logCall(o, true)
}

func (p *reader) follow(businessDays int) {
	p.r.Date = p.f.Zone.AddBusinessDays(p.f.Today, businessDays)
	p.r.Default = true
}

// reached reads the outcomes whose follow-up may be given another day.
func (p *reader) reached(o journal.Outcome) {
	s, q := p.tokens(Call)
	if q.Open() {
		p.ask(q)
		return
	}
	p.r.Escalate = o == journal.Refusal
	p.r.OfferPlan = o == journal.Hardship
	p.r.Minute, p.r.Half = s.minute, s.half
	if s.date.kind != noDate {
		if !p.due(s.date, false) {
			return
		}
		p.logCall(o, false)
		return
	}
	switch o {
	case journal.Documents:
		p.follow(documentsAfter)
	case journal.Refusal:
		p.follow(tomorrowAfter)
	case journal.Hardship:
		p.follow(hardshipAfter)
	}
	p.logCall(o, s.minute < 0 && s.half == journal.AnyTime)
}

func (p *reader) logCall(o journal.Outcome, automatic bool) {
	c := act.Call{Base: p.base(), Contact: p.conversation(), Outcome: o}
	c.FollowUp.Minute = -1
	if !p.r.Date.IsZero() {
		c.FollowUp = journal.CallbackSet{Day: p.r.Date, Minute: p.r.Minute, Half: p.r.Half, Automatic: automatic}
	}
	p.r.Command = c
}

const noon = 12 * 60

// otherHalf gives the half of the day in which nobody has tried yet.
func otherHalf(minute int16) journal.Half {
	switch {
	case minute < 0:
		return journal.AnyTime
	case minute < noon:
		return journal.Afternoon
	}
	return journal.Morning
}
