package latefee

import (
	"math"

	"relance/domain/calendar"
	"relance/domain/ledger"
	"relance/domain/money"
)

// Rules of the law that are numbers.
const (
	floorFactor   = 3      // the rate agreed is at least three times the legal rate (art. L441-10 II)
	judgmentRaise = 50_000 // five points (C. mon. fin. art. L313-3)
	raiseMonths   = 2      // from two months after the judgment is enforceable
	reminderDays  = 14     // code de droit économique, art. XIX.2
	postDays      = 3      // a letter's days count from the third working day after it
)

// never is later than any day that is read.
const never = calendar.MaxDate + 1

// regime is the law that one claim bears interest under.
type regime struct {
	basis      Basis
	contract   int64         // rate agreed, where the basis is Contract
	capped     bool          // by the rate of BEBusiness
	fixed      bool          // the rate of the first day holds for good
	start      calendar.Date // first day that bears interest; never where none does yet
	stop       calendar.Date // last day that does
	raisedFrom calendar.Date // first day with judgmentRaise
	waits      Reason        // why start is later than the day after the due date
}

// belgian reports whether Belgian law applies.
func (t Terms) belgian() bool { return t.Country == "BE" }

// freezes reports whether the judgment stops interest on a document: it is older.
func (t Terms) freezes(c Claim) bool {
	return !t.StopOn.IsZero() && c.Item.Date < t.StopOn
}

// regimeOf gives the law for a claim that has a due date.
func (t Terms) regimeOf(c Claim) regime {
	g := regime{start: c.Due + 1, stop: never, raisedFrom: never}
	switch {
	case t.belgian() && t.Nature == ledger.Consumer:
		g.basis = BECivil
		g.agree(t.ContractPPM)
		g.capped = g.basis == Contract
		g.start, g.waits = max(g.start, t.afterReminder()), ReminderRunning
		if t.ReminderOn.IsZero() {
			g.waits = NoReminder
		}
	case t.belgian():
		g.basis = BEBusiness
		g.agree(t.ContractPPM)
	case t.Nature == ledger.Consumer:
		g.basis, g.waits = FRLegalPro, NoNotice
		g.start = max(g.start, t.NoticeOn+1)
		if t.NoticeOn.IsZero() {
			g.start = never
		}
	case t.Nature == ledger.Public:
		g.basis, g.fixed = FRPublic, true
	default:
		g.basis = FRDefault
		g.agree(t.ContractPPM)
	}
	if t.freezes(c) {
		g.stop = t.StopOn
	}
	if !t.EnforceableOn.IsZero() && g.basis == FRLegalPro {
		g.raisedFrom = t.EnforceableOn.AddMonths(raiseMonths) + 1
	}
	return g
}

// agree puts the rate of the contract, if there is one, in the law's place.
func (g *regime) agree(ppm int64) {
	if ppm > 0 {
		g.basis, g.contract = Contract, ppm
	}
}

// afterReminder gives the first day on which a Belgian consumer who was
// reminded can owe interest or an indemnity: the 14 days begin on the day after
// an electronic reminder, on the third working day after one by post.
func (t Terms) afterReminder() calendar.Date {
	switch {
	case t.ReminderOn.IsZero():
		return never
	case t.ReminderElectronic:
		return t.ReminderOn + 1 + reminderDays
	}
	return calendar.Belgium.AddBusinessDays(t.ReminderOn, postDays) + reminderDays
}

// run is a run of days, both ends counted, that bear one rate.
type run struct {
	from, to    calendar.Date
	ppm, raise  int64
	basis       Basis
	rate        Rate
	provisional bool
	absent      bool // no rate at all is known
}

func (r run) days() int { return r.to.Sub(r.from) + 1 }

// runs gives the days after `after` up to `to` that bear interest, run by run.
func (g regime) runs(rates Rates, after, to calendar.Date, visit func(run)) {
	to = min(to, g.stop)
	for day := max(after+1, g.start); day <= to; {
		r := g.at(rates, day)
		r.to = min(r.to, to)
		if day < g.raisedFrom {
			r.to = min(r.to, g.raisedFrom-1)
		} else {
			r.raise = judgmentRaise
			r.ppm += r.raise
		}
		visit(r)
		day = r.to + 1
	}
}

// at gives the run that begins on a day, as far as the rate holds.
func (g regime) at(rates Rates, day calendar.Date) run {
	if g.basis == Contract && !g.capped {
		return run{from: day, to: never, ppm: g.contract, basis: Contract}
	}
	basis, asked := g.basis, day
	if g.capped {
		basis = BEBusiness
	}
	r := run{from: day, to: rates.holdsTo(basis, day), basis: basis}
	if g.fixed {
		asked, r.to = g.start, never
	}
	rate, provisional, ok := rates.At(basis, asked)
	r.rate, r.ppm, r.provisional, r.absent = rate, rate.PPM, provisional, !ok && !provisional
	if g.capped && !r.absent && g.contract <= rate.PPM {
		r.ppm, r.basis, r.rate = g.contract, Contract, Rate{}
	}
	return r
}

// owes reports whether a document is a debt that can bear interest.
func (c Claim) owes() bool {
	return c.Kind != ledger.CreditNote && c.Kind != ledger.Receipt && c.Amount > 0
}

// check refuses what cannot be computed without loss.
func (t Terms) check(claims []Claim) error {
	if t.ContractPPM < 0 || t.ContractPPM > MaxPPM {
		return ErrRange
	}
	for _, c := range claims {
		if !sane(c.Amount) || c.Due < 0 || c.Due > calendar.MaxDate {
			return ErrRange
		}
		if c.Currency != claims[0].Currency {
			return ErrCurrency
		}
		if err := inRange(c.Movements); err != nil {
			return err
		}
	}
	for _, d := range []calendar.Date{t.StopOn, t.NoticeOn, t.ReminderOn, t.EnforceableOn} {
		if d < 0 || d > calendar.MaxDate {
			return ErrRange
		}
	}
	return nil
}

// inRange refuses movements whose sum could be lost.
func inRange(moves []Movement) error {
	var sum int64
	for _, m := range moves {
		if !sane(m.Amount) || sum > math.MaxInt64/2 {
			return ErrRange
		}
		sum += max(m.Amount, -m.Amount)
	}
	return nil
}

func sane(minor int64) bool { return minor >= -money.MaxMinor && minor <= money.MaxMinor }
