package desk

import (
	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/limitation"
	"relance/domain/priority"
	"relance/domain/why"
)

// Limitation is until when a document can be claimed in court, and why.
type Limitation struct {
	Item ledger.ItemKey
	Open int64 // minor units
	limitation.Result
}

// limitationTerm gives the period of the client's debts.
func (a *account) limitationTerm() limitation.Term {
	return limitation.Period(lawOf(a.creditor, &a.client), a.client.Nature, false)
}

// watchLimitation finds the documents whose time runs out soon, the first one in
// each currency. Interruptions only put the day off: what is too young without
// them is passed over by one comparison, and nothing else is looked at.
func (a *account) watchLimitation(l *lines, sh *shared) {
	term, lead := a.limitationTerm(), min(sh.rules.LimitationLeadDays, 365)
	young := a.day.AddDays(lead - 365*term.Years) // due after this day: too young
	var acts *interruptions
	for c := range a.currs {
		st := &a.currs[c]
		for i := range st.items {
			it := &st.items[i]
			if it.Due > young {
				break // they stand by due date
			}
			if acts == nil {
				acts = a.interruptions(l)
			}
			r := limitation.Date(it.Due, term, it.Key, acts.of(st.index[i]))
			near := !r.On.IsZero() && r.On >= a.day && a.day >= r.On.AddDays(-lead)
			if near && (st.limitation == nil || r.On < st.limitation.On) {
				st.limitation = &Limitation{Item: it.Key, Open: it.Open, Result: r}
			}
		}
	}
}

// interruptions are what started limitation anew for one client.
type interruptions struct {
	acts []limitation.Interruption
	paid map[int32][]limitation.Interruption // part payments, by the place of the document
}

// of gives what concerns a document.
func (i *interruptions) of(at int32) []limitation.Interruption {
	parts := i.paid[at]
	if len(parts) == 0 {
		return i.acts
	}
	return append(parts[:len(parts):len(parts)], i.acts...)
}

// interruptions collects what was recorded, plans that were signed, promises in
// writing, and payments set against a part of a document, each of which
// acknowledges the debt (C. civ. art. 2240).
func (a *account) interruptions(l *lines) *interruptions {
	out := &interruptions{}
	for i := range a.charges.interruptions {
		r := &a.charges.interruptions[i]
		cause, ok := limitation.CauseOf(r.Cause)
		if !ok || r.On > a.day {
			continue
		}
		in := limitation.Interruption{On: r.On, Cause: cause, Items: r.Items}
		if cause == limitation.ClaimDeclared {
			in.Until = a.judgment.over(r.On)
		}
		out.acts = append(out.acts, in)
	}
	for i := range a.plans {
		if p := &a.plans[i]; !p.Life.SignedOn.IsZero() {
			out.acts = append(out.acts, limitation.Interruption{On: p.Life.SignedOn, Cause: limitation.PlanSigned, Items: keysOf(p.Plan.Items)})
		}
	}
	for i := range a.promises {
		if p := &a.promises[i]; p.Origin == journal.OriginWritten {
			out.acts = append(out.acts, limitation.Interruption{On: p.Made, Cause: limitation.AckWritten, Items: keysOf(p.Parts)})
		}
	}
	for _, al := range l.allocs {
		if credit := &l.items[al.Credit]; credit.Kind == ledger.Receipt && l.standings[al.Debit].Open > 0 {
			if out.paid == nil {
				out.paid = map[int32][]limitation.Interruption{}
			}
			out.paid[al.Debit] = append(out.paid[al.Debit], limitation.Interruption{On: a.paidFrom(credit), Cause: limitation.PartPayment})
		}
	}
	return out
}

func keysOf(parts []journal.Part) []ledger.ItemKey {
	if len(parts) == 0 {
		return nil
	}
	out := make([]ledger.ItemKey, len(parts))
	for i := range parts {
		out[i] = parts[i].Item
	}
	return out
}

// limitationDeadline is the clock of the document whose time runs out first.
func (st *currencyState) limitationDeadline() (priority.Deadline, bool) {
	if st.limitation == nil {
		return priority.Deadline{}, false
	}
	return priority.Deadline{Code: priority.LimitationNear, Date: st.limitation.On, Amount: st.limitation.Open}, true
}

// limits writes into a file until when its documents can be claimed, and gives
// the last day of each by its place among the lines; none for what is not open.
func (a *account) limits(f *File, l *lines) []calendar.Date {
	term, acts := a.limitationTerm(), a.interruptions(l)
	out := make([]calendar.Date, len(l.items))
	for i := range l.items {
		it := &l.items[i]
		if l.standings[i].Open <= 0 || a.isSettling(it) {
			continue
		}
		r := limitation.Date(l.due[i], term, it.ItemKey, acts.of(int32(i)))
		out[i] = r.On
		switch {
		case r.On.IsZero():
		case r.On < a.day:
			f.Expired++
		case f.Limitation == nil || earlier(r.On, it.ItemKey, f.Limitation):
			f.Limitation = &Limitation{Item: it.ItemKey, Open: l.standings[i].Open, Result: r}
		}
	}
	return out
}

// earlier orders limitations by day, then by document, so that the choice does
// not depend on the order in which they are looked at.
func earlier(on calendar.Date, key ledger.ItemKey, than *Limitation) bool {
	switch {
	case on != than.On:
		return on < than.On
	case key.Number != than.Item.Number:
		return key.Number < than.Item.Number
	case key.Date != than.Item.Date:
		return key.Date < than.Item.Date
	}
	return key.Ordinal < than.Item.Ordinal
}

var limitationSources = [limitation.LawCount]why.Code{
	limitation.FRTrade:     why.SourceLimitFRTrade,
	limitation.FRConsumer:  why.SourceLimitFRConsumer,
	limitation.FRTransport: why.SourceLimitFRTransport,
	limitation.BEContract:  why.SourceLimitBE,
}

// Why is the reckoning of the last day to claim: the base, the period, and what
// started it anew.
func (l *Limitation) Why() why.Figure {
	f := why.Figure{
		Of: why.LimitationOn, Value: int64(l.On), Unit: why.Day, Rule: why.RuleLimitation,
		Terms: []why.Term{
			{Of: why.LimitationBase, Text: l.Item.Number, Value: int64(l.Base), Unit: why.Day},
			{Of: why.LimitationYears, Value: int64(l.Term.Years), Unit: why.Count},
		},
	}
	if l.Term.Law < limitation.LawCount {
		f.Source = limitationSources[l.Term.Law]
	}
	if l.Interrupted {
		f.Terms = append(f.Terms, why.Term{Of: why.AnewFrom + why.Code(l.Cause), Value: int64(l.Since), Unit: why.Day})
	}
	return f
}
