package latefee

import (
	"math"

	"relance/domain/calendar"
	"relance/domain/ledger"
	"relance/domain/money"
)

// Rules of the law that are numbers.
const (
	floorFactor  = 3  // the rate agreed is at least three times the legal rate (art. L441-10 II)
	reminderDays = 14 // code de droit économique, art. XIX.2
	postDays     = 3  // a letter's days count from the third working day after it
)

// never is later than any day that is read.
const never = calendar.MaxDate + 1

// regime is the law that one claim bears interest under.
type regime struct {
	basis    Basis
	contract int64         // rate agreed, where the basis is Contract
	capped   bool          // by the rate of BEBusiness
	fixed    bool          // the rate of the first day holds for good
	start    calendar.Date // first day that bears interest; never where none does yet
	stop     calendar.Date // last day that does
	waits    Reason        // why start is later than the day after the due date
}

// belgian reports whether Belgian law applies.
func (t Terms) belgian() bool { return t.Country == "BE" }

// Freezes reports whether the judgment stops interest on a document: it is older.
func (t Terms) Freezes(c Claim) bool { return c.Item.OlderThan(t.StopOn) }

// Begins gives the first day on which a claim bears interest while it is open;
// ok is false where none is known yet.
func (t Terms) Begins(c Claim) (first calendar.Date, ok bool) {
	start := t.regimeOf(c).start
	return start, start < never
}

// regimeOf gives the law for a claim that has a due date.
func (t Terms) regimeOf(c Claim) regime {
	g := regime{start: c.Due + 1, stop: never}
	switch {
	case t.belgian() && t.Nature == ledger.Consumer:
		g.basis = BECivil
		g.agree(t.ContractPPM)
		g.capped = g.basis == Contract
		g.start, g.waits = afterReminder(t.Reminders, c.Due)
	case t.belgian():
		g.basis = BEBusiness
		g.agree(t.ContractPPM)
	case t.Nature == ledger.Consumer:
		g.basis, g.waits = FRLegalPro, NoNotice
		if g.start = firstAfter(t.Notices, c.Due); g.start < never {
			g.start++
		}
	case t.Nature == ledger.Public:
		g.basis, g.fixed = FRPublic, true
	default:
		g.basis = FRDefault
		g.agree(t.ContractPPM)
	}
	if t.Freezes(c) {
		g.stop = t.StopOn
	}
	return g
}

// agree puts the rate of the contract, if there is one, in the law's place.
func (g *regime) agree(ppm int64) {
	if ppm > 0 {
		g.basis, g.contract = Contract, ppm
	}
}

// firstAfter gives the first of some days that is later than another; never
// where none is.
func firstAfter(days []calendar.Date, than calendar.Date) calendar.Date {
	first := never
	for _, d := range days {
		if d > than {
			first = min(first, d)
		}
	}
	return first
}

// afterReminder gives the first day on which a Belgian consumer can owe interest
// on what fell due on a day, and why not before: the 14 days begin on the third
// working day after a reminder by post. One that was sent otherwise is read
// alike, in the consumer's favour.
func afterReminder(reminders []calendar.Date, due calendar.Date) (calendar.Date, Reason) {
	sent := firstAfter(reminders, due)
	if sent == never {
		return never, NoReminder
	}
	return calendar.Belgium.AddBusinessDays(sent, postDays) + reminderDays, ReminderRunning
}

// run is a run of days, both ends counted, that bear one rate.
type run struct {
	from, to    calendar.Date
	ppm         int64
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
	for _, days := range [][]calendar.Date{{t.StopOn}, t.Notices, t.Reminders} {
		for _, d := range days {
			if d < 0 || d > calendar.MaxDate {
				return ErrRange
			}
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
