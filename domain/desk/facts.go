package desk

import (
	"slices"

	"relance/domain/act"
	"relance/domain/behaviour"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/plan"
	"relance/domain/position"
	"relance/domain/priority"
	"relance/domain/promise"
	"relance/domain/why"
)

// Facts gives what the reading of an entry line rests on. For an unknown client
// the facts name nobody.
func (v *View) Facts(key ledger.ClientKey, cur money.Currency, sel Selection) act.Facts {
	f := act.Facts{Today: v.Day, Minute: v.minute, Current: -1}
	a := v.account(key)
	if a == nil {
		return f
	}
	a.facts(&f, cur, sel)
	return f
}

// facts fills in what is known of the client in one currency.
func (a *account) facts(f *act.Facts, cur money.Currency, sel Selection) {
	f.Client, f.Name, f.Zone, f.Currency = a.client.Key, a.client.Name, a.zone, a.creditor.Currency
	if st := a.state(cur); st != nil {
		f.Currency, f.Collectible, f.Open, f.Unapplied = st.currency, st.pos.Collectible, st.pos.Open, st.pos.Unapplied
		for i := range st.items {
			it := &st.items[i]
			f.Items = append(f.Items, act.Item{
				Key: it.Key, Due: it.Due, Open: it.Open, Collectible: it.Collectible, Promised: it.Promised,
				Planned: it.Planned, Disputed: it.Disputed, Ticked: slices.Contains(sel.Ticked, it.Key),
			})
			if it.Key == sel.Item && !sel.Item.IsZero() {
				f.Current = i
			}
		}
	}
	f.Plans = a.standingPlans(f.Currency)
	for i := range a.promises {
		if p := &a.promises[i]; p.Currency == f.Currency && (p.State == promise.Open || p.State == promise.ToVerify) {
			left := p.Amount - p.Paid - p.Reduced
			f.Promises = append(f.Promises, p.ID)
			f.Promised += left
			f.Standing = append(f.Standing, act.StandingPromise{ID: p.ID, Due: p.Due, Parts: a.state(f.Currency).agreed(p.Parts, left)})
		}
	}
	f.Targets = a.targets(sel.Target)
}

// standingPlans lists the plans that were proposed or signed and have not ended,
// with what is left of each: what is not paid, missed instalments included, put
// onto its items in their order, as what the plan holds back is.
func (a *account) standingPlans(cur money.Currency) []act.StandingPlan {
	st := a.state(cur)
	if st == nil {
		return nil
	}
	var out []act.StandingPlan
	for i := range a.plans {
		p := &a.plans[i]
		if p.Plan.Currency != cur || !liveState(p.Standing.State) || p.Standing.State == plan.Draft {
			continue
		}
		s := act.StandingPlan{ID: p.Plan.ID, MadeOn: p.MadeOn, State: act.Proposed, Breached: p.Standing.State == plan.Breached, Lapsed: p.Standing.NotSigned}
		if !p.Life.SignedOn.IsZero() {
			s.State = act.Signed
		}
		s.Parts, s.Whole = st.within(p.Plan.Items, p.left()), st.agreed(p.Plan.Items, p.left())
		out = append(out, s)
	}
	return out
}

// left is the principal of a plan that is not paid.
func (r *PlanRow) left() int64 {
	var sum int64
	for i, line := range r.Standing.Instalments {
		if line.State != plan.Kept && i < len(r.Plan.Instalments) {
			sum += min(line.Missing, r.Plan.Instalments[i].Principal)
		}
	}
	return sum
}

// within puts an amount onto parts, each up to what is open of its item, neither
// disputed nor promised nor financed.
func (st *currencyState) within(parts []journal.Part, amount int64) []journal.Part {
	var out []journal.Part
	for _, part := range parts {
		k := slices.IndexFunc(st.items, func(it position.Item) bool { return it.Key == part.Item })
		if k < 0 {
			continue
		}
		it := &st.items[k]
		if part.Amount = min(part.Amount, amount, it.Open-it.Financed-it.Disputed-it.Promised); part.Amount > 0 {
			out = append(out, part)
			amount -= part.Amount
		}
	}
	return out
}

// agreed puts what is left of an agreement onto its parts, each up to what is
// open of its item, whatever else is agreed on it. An agreement that names no
// item is about the whole debt, oldest first.
func (st *currencyState) agreed(parts []journal.Part, amount int64) []journal.Part {
	if st == nil {
		return nil
	}
	if len(parts) == 0 {
		for i := range st.items {
			parts = append(parts, journal.Part{Item: st.items[i].Key, Amount: st.items[i].Open})
		}
	}
	var out []journal.Part
	for _, part := range parts {
		k := slices.IndexFunc(st.items, func(it position.Item) bool { return it.Key == part.Item })
		if k < 0 {
			continue
		}
		if part.Amount = min(part.Amount, amount, st.items[k].Open); part.Amount > 0 {
			out = append(out, part)
			amount -= part.Amount
		}
	}
	return out
}

// targets lists what f can close, the latest first.
func (a *account) targets(sel *Target) []act.Target {
	var out []act.Target
	add := func(t act.Target) {
		t.Selected = sel != nil && sel.Kind == t.Kind && sel.ID == t.ID
		out = append(out, t)
	}
	for i := len(a.disputes) - 1; i >= 0; i-- {
		if d := &a.disputes[i]; d.State == DisputeOpen {
			add(act.Target{Kind: act.CloseDispute, ID: d.ID, Amount: money.Of(d.Amount, a.creditor.Currency), Date: d.OpenedOn})
		}
	}
	for i := len(a.promises) - 1; i >= 0; i-- {
		if p := &a.promises[i]; a.openPromise(p.ID) {
			add(act.Target{Kind: act.ClosePromise, ID: p.ID, Amount: money.Of(p.Amount, p.Currency), Date: p.Due})
		}
	}
	for i := len(a.plans) - 1; i >= 0; i-- {
		if p := &a.plans[i]; liveState(p.Standing.State) {
			add(act.Target{
				Kind: act.ClosePlan, ID: p.Plan.ID, Amount: money.Of(p.Plan.Total(), p.Plan.Currency), Date: p.Standing.NextDue,
				Parts: a.state(p.Plan.Currency).agreed(p.Plan.Items, p.left()), Supersedes: p.Plan.Supersedes, Signed: !p.Life.SignedOn.IsZero(),
			})
		}
	}
	for _, c := range a.callbacks {
		add(act.Target{Kind: act.CloseCallback, ID: c.ID, Date: c.Day})
	}
	return out
}

// Why gives the addition behind a client's place.
func (v *View) Why(key ledger.ClientKey, cur money.Currency) Why {
	a := v.account(key)
	if a == nil {
		return Why{}
	}
	st := a.state(cur)
	if st == nil || st.row == nil {
		return Why{}
	}
	w := Why{Row: st.row, Figures: []why.Figure{priority.Why(st.input, v.shared.rules), st.pos.Why(), a.whyOverdue(st)}}
	if st.limitation != nil {
		w.Figures = append(w.Figures, st.limitation.Why())
	}
	if b := a.behaviour(v.shared, a.lines(v.shared, false)); b.PromisesDue > 0 {
		w.Figures = append(w.Figures, whyKept(b))
	}
	for i, r := range v.Worklist {
		if r == st.row && i > 0 && v.Worklist[i-1].Class == r.Class {
			w.Above, w.Missing = v.Worklist[i-1].Client, v.Worklist[i-1].Score-r.Score
		}
	}
	return w
}

// whyOverdue lists the items behind the overdue sum.
func (a *account) whyOverdue(st *currencyState) why.Figure {
	f := why.Figure{Of: why.Overdue, Value: st.pos.Overdue, Rule: why.RuleAged, Source: why.SourceLedger}
	for i := range st.items {
		if it := &st.items[i]; it.Due < a.day {
			f.Terms = append(f.Terms, why.Term{Of: why.ItemLine, Text: it.Key.Number, Value: it.Open})
		}
	}
	return f
}

func whyKept(b behaviour.Behaviour) why.Figure {
	return why.Figure{
		Of: why.KeptEstimate, Value: b.KeptEstimatePPM, Unit: why.PPM, Rule: why.RuleKept, Source: why.SourceJournal,
		Terms: []why.Term{
			{Of: why.PromisesKept, Value: int64(b.PromisesKept), Unit: why.Count},
			{Of: why.PromisesDue, Value: int64(b.PromisesDue), Unit: why.Count},
		},
	}
}

// Act finds the events of an act of one client.
func (v *View) Act(key ledger.ClientKey, id journal.ID) []*journal.Event {
	a := v.account(key)
	if a == nil {
		return nil
	}
	var out []*journal.Event
	for _, e := range a.known() {
		if e.Act == id {
			out = append(out, e)
		}
	}
	return out
}
