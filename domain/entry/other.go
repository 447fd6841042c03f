package entry

import (
	"relance/domain/act"
	"relance/domain/calendar"
	"relance/domain/journal"
)

// callback agrees a callback: the next business day unless one is said.
func (p *reader) callback(s said) {
	p.r.Minute, p.r.Half = s.minute, s.half
	if s.date.kind == noDate {
		p.follow(1)
	} else if !p.due(s.date, true) {
		return
	}
	if p.r.Date == p.f.Today && s.minute >= 0 && p.f.Minute >= 0 && s.minute <= p.f.Minute {
		p.ask(act.Question{Code: act.AskHourPast, Number: int(s.minute)})
		return
	}
	p.r.Outcome = journal.CallAgreed
	p.r.Command = act.Callback{
		Base: p.base(), Contact: p.conversation(), Asked: p.r.Asked,
		Callback: journal.CallbackSet{Day: p.r.Date, Minute: s.minute, Half: s.half},
	}
}

// status sets the client aside, or back: a letter, a date, or both for an
// insolvency (the judgment's day, and the day of its publication if known).
func (p *reader) status(s said) {
	set := journal.StatusChanged{Status: s.status}
	switch {
	case !s.standing && s.date.kind == noDate:
		p.ask(act.Question{Code: act.AskStatus})
		return
	case !s.standing:
		if s.second.kind != noDate {
			p.ask(act.Question{Code: act.AskTwoDates, Text: s.second.text})
			return
		}
		if !p.due(s.date, false) {
			return
		}
		set.Status, set.Until = journal.OnHold, p.r.Date
	case s.status == journal.Insolvency:
		if !p.judgment(s, &set) {
			return
		}
	case s.date.kind != noDate:
		p.ask(act.Question{Code: act.AskToken, Text: s.date.text})
		return
	}
	p.r.Status, p.r.Published = set.Status, set.Published
	p.r.Command = act.SetStatus{Base: p.base(), Status: set}
}

func (p *reader) judgment(s said, set *journal.StatusChanged) bool {
	if s.date.kind == noDate {
		p.ask(act.Question{Code: act.AskJudgment})
		return false
	}
	since, q := s.date.past(p.f)
	if q.Open() {
		p.ask(q)
		return false
	}
	var published calendar.Date
	if s.second.kind != noDate {
		if published, q = s.second.past(p.f); q.Open() {
			p.ask(q)
			return false
		}
	}
	if !published.IsZero() && published < since {
		since, published = published, since // the judgment comes first
	}
	set.Since, set.Published = since, published
	p.r.Date = since
	return true
}

// selected gives the thing of that kind on which the cursor stands.
func (p *reader) selected(kind act.CloseKind) *act.Target {
	for i := range p.f.Targets {
		if t := &p.f.Targets[i]; t.Selected && t.Kind == kind {
			return t
		}
	}
	return nil
}

// ending is what a closing letter does to one kind of thing.
type ending struct {
	kind      act.CloseKind
	letter    string
	usual     bool // what Enter alone means
	unfounded bool
	cancel    bool
	sign      bool
}

func (m *Mnemonics) endings() []ending {
	return []ending{
		{kind: act.CloseDispute, letter: m.Founded},
		{kind: act.CloseDispute, letter: m.Unfounded, unfounded: true},
		{kind: act.ClosePromise, letter: m.Withdrawn, usual: true},
		{kind: act.ClosePlan, letter: m.SignedCopy, sign: true},
		{kind: act.ClosePlan, letter: m.PlanCancelled},
		{kind: act.CloseCallback, letter: m.CallbackMade, usual: true},
		{kind: act.CloseCallback, letter: m.CallbackCalledOf, cancel: true},
	}
}

// closing ends the thing on which the cursor stands, else the only one that the
// letter fits. Where it fits things of several kinds, the letter of the act that
// made the thing tells which.
func (p *reader) closing() {
	letter, start := p.letter()
	end := p.at
	kind, _ := p.letter()
	of, named := p.keys.kindOf(kind)
	if letter != "" {
		if named {
			end = p.at
		}
		p.at = end
		p.mark(start, end, TokenOutcome)
	}
	if rest := p.rest(); rest != "" {
		p.mark(p.at, len(p.line), TokenDoubtful)
		p.ask(act.Question{Code: act.AskToken, Text: rest})
		return
	}
	targets := p.f.Targets
	for i := range targets {
		if targets[i].Selected {
			targets = targets[i : i+1]
			break
		}
	}
	var fits []fit
	kinds := map[act.CloseKind]bool{}
	for _, f := range p.keys.closable(targets) {
		if (letter == f.ending.letter && letter != "" || letter == "" && f.ending.usual) && (!named || f.target.Kind == of) {
			fits = append(fits, f)
			kinds[f.target.Kind] = true
		}
	}
	letters := p.keys.closingLetters(targets)
	switch {
	case len(targets) == 0:
		p.ask(act.Question{Code: act.AskNothingToClose})
		return
	case letter == "" && len(targets) > 1, len(fits) > 1:
		q := act.Question{Code: act.AskWhich, Number: max(len(fits), len(targets)), Text: letter}
		if letter == "" || len(kinds) > 1 {
			q.Endings = letters
		}
		p.ask(q)
		return
	case len(fits) == 0 && letter == "":
		p.ask(act.Question{Code: act.AskEnding, Endings: letters})
		return
	case len(fits) == 0:
		p.ask(act.Question{Code: act.AskNothingToClose, Text: p.line[start:end], Endings: letters})
		return
	}
	t, e := fits[0].target, fits[0].ending
	c := act.Close{Base: p.base(), What: t.Kind, Target: t.ID, Cancelled: e.cancel, Sign: e.sign}
	if e.unfounded {
		c.Founded = journal.Unfounded
	}
	p.r.Close, p.r.Amount, p.r.Date = t.Kind, t.Amount, t.Date
	p.r.Command = c
}

// fit is a thing and what may end it.
type fit struct {
	target act.Target
	ending ending
	at     int // among the endings
}

// closable lists what may end each thing; a plan is signed once.
func (m *Mnemonics) closable(targets []act.Target) []fit {
	var out []fit
	for _, t := range targets {
		for at, e := range m.endings() {
			if e.kind == t.Kind && e.letter != "" && (!e.sign || !t.Signed) {
				out = append(out, fit{t, e, at})
			}
		}
	}
	return out
}

// closingLetters are what to type for each ending that fits a thing: its letter
// and, where it ends things of several kinds, the letter of the act.
func (m *Mnemonics) closingLetters(targets []act.Target) act.Endings {
	var out act.Endings
	list := m.closable(targets)
	for _, f := range list {
		out[f.at] = f.ending.letter
		for _, o := range list {
			if o.ending.letter == f.ending.letter && o.target.Kind != f.target.Kind {
				out[f.at] = f.ending.letter + " " + m.kindLetter(f.target.Kind)
			}
		}
	}
	return out
}

// kindLetter is the letter of the act that makes a thing.
func (m *Mnemonics) kindLetter(k act.CloseKind) string {
	switch k {
	case act.CloseDispute:
		return m.Acts[Dispute]
	case act.ClosePromise:
		return m.Acts[Promise]
	case act.ClosePlan:
		return m.Acts[Plan]
	}
	return m.Acts[Callback]
}

func (m *Mnemonics) kindOf(letter string) (act.CloseKind, bool) {
	for k := range act.CloseCallback + 1 {
		if letter != "" && m.kindLetter(k) == letter {
			return k, true
		}
	}
	return 0, false
}
