// Package plan draws up instalment plans [échéanciers], edits them, and follows
// them: what was paid of each instalment, whether the plan holds, and what it
// holds back from collecting. A plan's amounts are minor units of its currency.
package plan

import (
	"math"

	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/money"
)

// Options are the terms of a monthly plan in short. Count or Monthly is
// positive; where both are, Count instalments of Monthly are drawn up, the last
// with the rest, more or less than the others.
type Options struct {
	Today   calendar.Date
	Count   int           // number of equal instalments, after the down payment
	Monthly int64         // amount of each instalment; the last takes the rest
	First   calendar.Date // of the first instalment; zero = next month on Day
	Day     int           // day of the month, 1 to 31; zero = that of the first instalment
	Down    int64         // down payment [acompte]; zero = none
	DownOn  calendar.Date // zero = 3 business days after Today
	Zone    calendar.Zone // whose weekends and holidays move dates
}

// terms are the options in full.
func (o Options) terms() (journal.PlanTerms, error) {
	switch {
	case o.Count == 0 && o.Monthly == 0 || o.Count < 0 || o.Monthly < 0:
		return journal.PlanTerms{}, &Error{Code: NoSchedule}
	case o.Day < 0 || o.Day > 31:
		return journal.PlanTerms{}, &Error{Code: NoSuchDay}
	}
	t := journal.PlanTerms{
		Count: uint16(min(o.Count, math.MaxUint16)), Amount: o.Monthly, First: o.First, Day: uint8(o.Day), Down: o.Down, DownOn: o.DownOn,
	}
	if o.Monthly > 0 {
		t.By = journal.ByAmount
	}
	return t, nil
}

// Build draws up a monthly plan over the parts given, in their order: Draw in
// short, without charges. The plan says nothing of its terms; Moves tells which
// dates moved.
func Build(total []journal.Part, currency money.Currency, opt Options) (journal.Plan, error) {
	in := Input{Today: opt.Today, Currency: currency, Items: Parts(total), Order: AsGiven, Zone: opt.Zone}
	if _, err := debt(arranged(in.Items, AsGiven)); err != nil {
		return journal.Plan{}, err
	}
	t, err := opt.terms()
	if err != nil {
		return journal.Plan{}, err
	}
	p, err := Draw(in, t)
	if err != nil {
		return journal.Plan{}, err
	}
	p.Terms = journal.PlanTerms{}
	for i := range p.Instalments {
		p.Instalments[i].Asked = 0
	}
	return p, nil
}

// Move is an instalment whose date was moved to a business day.
type Move struct {
	Index int           // of the instalment
	From  calendar.Date // the date by the calendar
	To    calendar.Date // the business day
}

// Moves tells which dates of a plan that Build drew up with these options were
// moved. Lines whose date was changed since are left out.
func Moves(p journal.Plan, opt Options) []Move {
	t, err := opt.terms()
	if err != nil {
		return nil
	}
	again, err := Draw(Input{Today: opt.Today, Currency: p.Currency, Items: Parts(p.Items), Order: AsGiven, Zone: opt.Zone}, t)
	if err != nil {
		return nil
	}
	var out []Move
	for i, l := range again.Instalments {
		if !l.Asked.IsZero() && i < len(p.Instalments) && p.Instalments[i].Due == l.Due {
			out = append(out, Move{Index: i, From: l.Asked, To: l.Due})
		}
	}
	return out
}
