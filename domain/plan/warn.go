package plan

import (
	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/ledger"
)

// Limits are what a plan is held against. A zero field is not looked at.
type Limits struct {
	Today        calendar.Date
	Months       int            // longest plan; 0 = LongMonths
	FirstWithin  int            // days until the first payment; 0 = FirstWithinDays
	Least        int64          // lowest amount of a line
	LimitationOn calendar.Date  // last day on which the debt can be sued for
	InsurerOn    calendar.Date  // last day to which the insurer lets terms be extended
	CreditUntil  calendar.Date  // last day on which the credit limit or the cover holds
	Consumer     bool           // the debtor is one
	Zone         *calendar.Zone // whose days that are no business days are looked for

	// LegalCap gives the latest day on which parties may agree that a document is
	// paid; zero = not looked at, as of one that was overdue when the plan was
	// made: giving time to a debtor in arrears is no longer term of payment.
	LegalCap func(item ledger.ItemKey) calendar.Date
}

// Usual limits.
const (
	LongMonths      = 24 // the longest that a judge can grant (C. civ. art. 1343-5)
	FirstWithinDays = 45
	lastPercent     = 150 // of the line before, from which a last one is much larger
)

// WarningCode says what is unusual about a plan.
type WarningCode uint8

// Warnings. None forbids the plan.
const (
	LongerThan       WarningCode = iota // Count months and more, Bound is the limit; On is the end
	PastLimitation                      // Line and Count-1 lines after it fall after On, the limitation date
	PastInsurer                         // the same, the insurer's date
	PastCredit                          // the same, the end of the credit limit
	BeyondLegalCap                      // Count invoices not due when it was made are paid later than may be agreed; Line is the first, On the earliest limit
	FirstFar                            // the first payment is Count days away, Bound is the limit; On is its date
	BelowMinimum                        // Line and Count-1 others ask less than Bound; Amount is the lowest
	LastMuchLarger                      // the last line asks Amount, the one before Bound
	ConsumerDebtor                      // rules for consumers: an acceleration clause without reasonable notice may be unfair
	ProvisionalRate                     // interest rests on a rate not published yet
	PinnedClosed                        // a person put Line and Count-1 others on a day that is no business day; On is the first
	PinMissed                           // Line was to ask for Bound and asks for Amount: see Sheet.Shorts
	ChangedElsewhere                    // Count other schedules were recorded after the signature, by somebody who had not seen it; On is the last one's day
	WarningCount
)

var warningKeys = [WarningCount]string{
	"longer_than", "past_limitation", "past_insurer", "past_credit", "beyond_legal_cap", "first_far", "below_minimum",
	"last_much_larger", "consumer", "provisional_rate", "pinned_closed",
	"pin_missed", "changed_elsewhere",
}

// Key is the warning's name in files.
func (c WarningCode) Key() string {
	if c < WarningCount {
		return warningKeys[c]
	}
	return ""
}

// Warning is one of them with its figures.
type Warning struct {
	Code   WarningCode
	Line   int // index of the first line concerned
	Count  int
	Bound  int64
	Amount int64
	On     calendar.Date
}

// Warnings lists what is unusual about a plan, in the order of the codes.
func Warnings(p journal.Plan, l Limits) []Warning {
	n := len(p.Instalments)
	if n == 0 {
		return nil
	}
	var out []Warning
	months, firstWithin := l.Months, l.FirstWithin
	if months == 0 {
		months = LongMonths
	}
	if firstWithin == 0 {
		firstWithin = FirstWithinDays
	}
	end := p.Instalments[n-1].Due
	if end > l.Today.AddMonths(months) {
		whole, _ := between(l.Today, end)
		out = append(out, Warning{Code: LongerThan, Line: n - 1, Count: whole, Bound: int64(months), On: end})
	}
	past := func(code WarningCode, on calendar.Date) {
		for i := range p.Instalments {
			if !on.IsZero() && p.Instalments[i].Due > on {
				out = append(out, Warning{Code: code, Line: i, Count: n - i, On: on})
				return
			}
		}
	}
	past(PastLimitation, l.LimitationOn)
	past(PastInsurer, l.InsurerOn)
	past(PastCredit, l.CreditUntil)
	if l.LegalCap != nil && !l.Consumer {
		if w := beyondCap(p, l.LegalCap); w.Count > 0 {
			out = append(out, w)
		}
	}
	if days := p.Instalments[0].Due.Sub(l.Today); days > firstWithin {
		out = append(out, Warning{Code: FirstFar, Count: days, Bound: int64(firstWithin), On: p.Instalments[0].Due})
	}
	if w := belowMinimum(p, l.Least); w.Count > 0 {
		out = append(out, w)
	}
	if n > 1 {
		last, before := p.Instalments[n-1].Amount(), p.Instalments[n-2].Amount()
		if last > 0 && mulFloor(before, lastPercent, 100) < last {
			out = append(out, Warning{Code: LastMuchLarger, Line: n - 1, Bound: before, Amount: last, On: end})
		}
	}
	if l.Consumer {
		out = append(out, Warning{Code: ConsumerDebtor})
	}
	if p.Provisional {
		out = append(out, Warning{Code: ProvisionalRate})
	}
	if w := closed(&p, l.Zone); w.Count > 0 {
		out = append(out, w)
	}
	return out
}

// closed counts the lines that a person put on a day on which banks are closed.
func closed(p *journal.Plan, zone *calendar.Zone) Warning {
	w := Warning{Code: PinnedClosed, Line: -1}
	for i := range p.Instalments {
		l := &p.Instalments[i]
		chosen := l.Pinned&journal.PinDate != 0 || i == 0 && p.Terms.Down > 0 && l.Due == p.Terms.DownOn
		if zone == nil || !chosen || zone.NextBusinessDay(l.Due) == l.Due {
			continue
		}
		if w.Count++; w.Line < 0 {
			w.Line, w.On = i, l.Due
		}
	}
	return w
}

// beyondCap counts the documents that an instalment pays later than the cap on
// their terms.
func beyondCap(p journal.Plan, limit func(ledger.ItemKey) calendar.Date) Warning {
	w := Warning{Code: BeyondLegalCap, Line: -1}
	counted := -1
	for line, slices := range Slices(p) {
		for _, s := range slices {
			if s.Item == counted {
				continue
			}
			latest := limit(p.Items[s.Item].Item)
			if latest.IsZero() || p.Instalments[line].Due <= latest {
				continue
			}
			counted = s.Item
			w.Count++
			if w.Line < 0 {
				w.Line = line
			}
			if w.On.IsZero() || latest < w.On {
				w.On = latest
			}
		}
	}
	return w
}

func belowMinimum(p journal.Plan, least int64) Warning {
	w := Warning{Code: BelowMinimum, Line: -1, Bound: least}
	for i := range p.Instalments {
		a := p.Instalments[i].Amount()
		if a >= least {
			continue
		}
		if w.Count++; w.Line < 0 {
			w.Line = i
		}
		if w.Amount == 0 || a < w.Amount {
			w.Amount = a
		}
	}
	return w
}
