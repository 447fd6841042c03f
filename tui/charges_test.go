package tui

import (
	"errors"

	"relance/domain/act"
	"relance/domain/calendar"
	"relance/domain/desk"
	"relance/domain/journal"
	"relance/domain/latefee"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/plan"
	"relance/tui/ports"
)

// Fees computes for real, on the documents of the hand-made file.
func (f *fake) Fees(_ *desk.View, key ledger.ClientKey, cur money.Currency, scope desk.FeeScope, upTo calendar.Date, provisional bool) ports.Fees {
	file := f.files[key]
	waived := map[ledger.ItemKey]act.WaiveFees{}
	rates := latefee.Shipped()
	for _, cmd := range f.commands {
		switch c := cmd.(type) {
		case act.WaiveFees:
			for _, it := range c.Items {
				waived[it] = c
			}
		case act.SetRate:
			b, _ := latefee.ParseBasis(c.Basis)
			rates = rates.With(latefee.Rate{Basis: b, From: c.From, PPM: c.PPM, Source: c.Source, Confirmed: true, EnteredBy: "MD"})
		}
	}
	out := ports.Fees{Terms: latefee.Terms{Country: "FR", Provisional: provisional}}
	for i := range file.Items {
		it := &file.Items[i]
		if it.Open > 0 && (len(scope.Items) == 0 || scope.Items[0] == it.Key) {
			out.Claims = append(out.Claims, latefee.Claim{
				Item: it.Key, Number: it.Key.Number, Due: it.Due, Amount: it.Amount, Currency: cur, Kind: it.Key.Kind,
				InterestWaived: waived[it.Key].Interest, FeeWaived: waived[it.Key].Indemnity,
			})
		}
	}
	out.Statement, out.Err = latefee.Compute(rates, out.Terms, out.Claims, upTo)
	if errors.As(out.Err, &out.Missing) {
		out.Err = nil
	}
	if len(out.Statement.Missing) > 0 {
		out.Before, _, _ = rates.At(out.Statement.Missing[0].Basis, out.Statement.Missing[0].From)
	}
	return out
}

func (f *fake) Mandate(_ *desk.View, key ledger.ClientKey) (desk.MandateRow, bool) {
	if key != f.mandated {
		return desk.MandateRow{}, false
	}
	return desk.MandateRow{Reference: "RUM-0231", IBAN: "FR7630006000011234567890189", SignedOn: calendar.Of(2026, 5, 4)}, true
}

func (f *fake) Plans(_ *desk.View, filter desk.PlanFilter) []desk.PlanEntry { return f.listed[filter] }

func (f *fake) PlanLine(_ *desk.View, _ ledger.ClientKey, p *journal.Plan, line int) ports.Opened {
	out := ports.Opened{Same: true}
	for _, s := range plan.Slices(*p)[line] {
		out.Parts = append(out.Parts, desk.PlanPart{Item: p.Items[s.Item].Item, Principal: s.Amount})
	}
	return out
}

func (f *fake) PlanCharges(*desk.View, ledger.ClientKey, *journal.Plan) ports.Opened {
	return ports.Opened{Same: true}
}

func (f *fake) Expected(*desk.View, int) []desk.ExpectedCash { return f.cash }

// samplePlans are plans for the list, and the cash that they are expected to bring.
func samplePlans(f *fake) {
	entry := func(account, name string, total int64, state plan.State, n, paid int) desk.PlanEntry {
		e := desk.PlanEntry{Client: key(account), Name: name, Creditor: "Atelier du Nord"}
		e.Row.Plan.Currency = money.EUR
		e.Row.Standing.State = state
		for i := range n {
			s := plan.InstalmentStanding{State: plan.Upcoming}
			if i < paid {
				s = plan.InstalmentStanding{State: plan.Kept, PaidOn: today.AddDays(-30 * (paid - i))}
			}
			e.Row.Plan.Instalments = append(e.Row.Plan.Instalments, journal.Instalment{Due: today.AddDays(30*(i-paid) + 3), Principal: total / int64(n)})
			e.Row.Standing.Instalments = append(e.Row.Standing.Instalments, s)
		}
		if paid < n {
			e.NextDue, e.NextAmount = e.Row.Plan.Instalments[paid].Due, total/int64(n)
		}
		return e
	}
	risky := entry("C00412", "Transports Nguyên", 941000, plan.Signed, 4, 1)
	risky.Risk = plan.PaidLate
	broken := entry("C00309", "Menuiserie Château et Fils de la Grande Rue", 875000, plan.Breached, 5, 2)
	broken.Missing, broken.MissedDue, broken.DaysLate = 175000, today.AddDays(-12), 12
	waits := entry("C00077", "Pharmacie de l'Étoile", 1290500, plan.Proposed, 6, 0)
	waits.Row.Standing.SignBy = today.AddDays(4)
	stale := entry("C00118", "Brasserie Vanden Bossche", 1824000, plan.Proposed, 12, 0)
	stale.Row.Standing.SignBy, stale.Row.Standing.NotSigned = today.AddDays(-9), true
	f.listed = map[desk.PlanFilter][]desk.PlanEntry{
		desk.PlansDueThisWeek: {risky, entry("C00520", "Œuvres & Cie", 711800, plan.Signed, 3, 1)},
		desk.PlansAtRisk:      {risky},
		desk.PlansBroken:      {broken},
		desk.PlansNotSigned:   {stale, waits},
		desk.PlansCompleted:   {entry("C00231", "Garage Lefèvre SARL", 200000, plan.Completed, 2, 2)},
	}
	cash := desk.ExpectedCash{Currency: money.EUR, Overdue: 175000}
	for i, n := range []int64{472500, 0, 88000, 1245000, 235000, 0, 12000, 941000, 0, 235000, 35000, 0, 711800} {
		week := desk.ExpectedWeek{Monday: today.AddDays(7 * i), Signed: n}
		if i%3 == 0 {
			week.Proposed, week.Promised = n/4, n/2
		}
		if i == 2 {
			week.Signed, week.Promised = 0, n
		}
		cash.Weeks = append(cash.Weeks, week)
	}
	f.cash = []desk.ExpectedCash{cash}
}
