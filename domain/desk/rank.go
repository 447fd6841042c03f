package desk

import (
	"math/bits"

	"relance/domain/behaviour"
	"relance/domain/calendar"
	"relance/domain/money"
	"relance/domain/plan"
	"relance/domain/priority"
	"relance/domain/promise"
	"relance/domain/survival"
)

// words lists the promises and instalments that have fallen due.
func (a *account) words() []behaviour.Word {
	var out []behaviour.Word
	add := func(due calendar.Date, promised, paid int64, kept bool) {
		out = append(out, behaviour.Word{Due: due, Promised: promised, Paid: paid, Kept: kept})
	}
	for i := range a.promises {
		switch p := &a.promises[i]; p.State {
		case promise.Kept, promise.PartiallyKept, promise.Broken:
			add(p.Due, p.Amount-p.Reduced, p.Paid-p.Late, p.State == promise.Kept)
		}
	}
	for i := range a.plans {
		p := &a.plans[i]
		for n, inst := range p.Standing.Instalments {
			switch inst.State {
			case plan.Kept, plan.PartiallyKept, plan.Missed:
				if p.Life.SignedOn != 0 {
					line := p.Plan.Instalments[n]
					add(line.Due, line.Amount(), inst.Paid, inst.State == plan.Kept)
				}
			}
		}
	}
	return out
}

// rank places the client in the worklist, one row per currency. The rows come
// from l.
func (a *account) rank(sh *shared, l *lines) {
	rules := sh.rules
	for i := range a.currs {
		st := &a.currs[i]
		st.input = a.rankInput(st, sh)
		if st.sums.Balance.Total() == 0 && st.pos.Open == 0 && !a.pending(st.currency) {
			st.row = nil
			continue
		}
		score := priority.Rank(st.input, rules)
		st.row = l.rows.one()
		*st.row = Row{
			Client: a.client.Key, Name: a.client.Name, Currency: st.currency,
			Overdue: st.pos.Overdue, Collectible: st.pos.Collectible, Open: st.pos.Open, DaysLate: st.pos.DaysLate,
			Class: score.Class, Score: score.Value, Reasons: score.Reasons, Minute: score.Minute,
			Contacted: a.contact.last == a.day, Phone: a.phone(),
		}
	}
}

// pending reports whether something is agreed in a currency in which nothing is
// open any more, such as a callback or a promise to verify.
func (a *account) pending(cur money.Currency) bool {
	for i := range a.promises {
		if p := &a.promises[i]; p.Currency == cur && p.State == promise.ToVerify {
			return true
		}
	}
	return false
}

func (a *account) phone() string {
	for _, c := range a.contacts {
		if c.Phone != "" {
			return c.Phone
		}
	}
	for _, c := range a.client.Contacts {
		if c.Phone != "" {
			return c.Phone
		}
	}
	return ""
}

func (a *account) rankInput(st *currencyState, sh *shared) priority.Input {
	in := priority.Input{
		Day: a.day, Collectible: st.pos.Collectible, Overdue: st.pos.Overdue, Disputed: st.pos.Disputed,
		Planned: st.pos.Planned, Promised: st.pos.Promised, DaysLate: st.pos.DaysLate, Status: a.status, Judgment: a.judgment.since,
		WrongNumber: a.contact.wrongNumber, AgreedAt: -1,
		Attempts: a.contact.attempts, Reached: a.contact.reached, LastContact: a.contact.last,
		LastOutcome: a.contact.lastOutcome, Today: a.contact.today, Week: a.contact.week,
		PayPPM: a.comesByItself(st, sh.curve, sh.rules.HorizonDays),
	}
	for _, c := range a.callbacks {
		if c.Automatic {
			in.Retry = firstOf(in.Retry, c.Day)
		} else {
			in.Agreed, in.AgreedAt = firstOf(in.Agreed, c.Day), c.Minute
		}
	}
	a.rankPromises(&in, st.currency)
	a.rankPlans(&in, st.currency)
	if d := a.drift; d.Significant && d.Days > 0 {
		in.Drift = d.Days
	}
	if l := a.client.Limit; l.Currency == st.currency && st.sums.Exposure > l.Minor {
		in.LimitExcess = st.sums.Exposure - l.Minor
	}
	in.Deadlines = a.deadlines(st, sh)
	return in
}

// comesByItself is the chance that the collectible part is paid within the
// horizon though nobody calls: the portfolio's curve at the age of each item,
// weighted by amount.
func (a *account) comesByItself(st *currencyState, curve *survival.Curve, horizon int) int64 {
	var sum, weight int64
	// Weights in whole euros, coarser for huge sums, so that the products fit.
	shift := max(0, bits.Len64(uint64(st.pos.Collectible/100))-42)
	for i := range st.items {
		it := &st.items[i]
		if it.Collectible > 0 {
			w := it.Collectible/100 + 1
			sum += curve.PayWithin(a.day.Sub(it.Due), horizon) * (w >> shift)
			weight += w >> shift
		}
	}
	if weight == 0 {
		return 0
	}
	return sum / weight
}

func (a *account) rankPromises(in *priority.Input, cur money.Currency) {
	for i := range a.promises {
		p := &a.promises[i]
		if p.Currency != cur {
			continue
		}
		switch p.State {
		case promise.Open:
			if p.Due == a.day {
				in.DueToday += p.Missing
			}
		case promise.ToVerify:
			if in.ToVerify == nil || p.Missing > in.ToVerify.Amount {
				in.ToVerify = &priority.Dated{Amount: p.Missing, Of: p.Amount - p.Reduced, Date: p.Due, Since: p.Due}
			}
		case promise.Broken, promise.PartiallyKept:
			if a.day.Sub(p.BrokenOn) <= 365 && p.State == promise.Broken {
				in.BrokenYear++
			}
			worse := in.Broken == nil || p.Missing > in.Broken.Amount
			if a.uncontactedSince(p.BrokenOn) && p.Missing > 0 && worse {
				in.Broken = &priority.Dated{Amount: p.Missing, Of: p.Amount - p.Reduced, Date: p.Due, Since: p.BrokenOn}
			}
		}
	}
}

// uncontactedSince reports whether no contact was recorded since a thing broke.
func (a *account) uncontactedSince(day calendar.Date) bool {
	return day != 0 && a.contact.last < day
}

func (a *account) rankPlans(in *priority.Input, cur money.Currency) {
	for i := range a.plans {
		p := &a.plans[i]
		if p.Plan.Currency != cur {
			continue
		}
		if p.Standing.NotSigned {
			in.NotSigned = &priority.Dated{Amount: p.Plan.Total(), Date: p.Life.ProposedOn, Since: p.Life.ProposedOn}
		}
		if p.Standing.State != plan.Signed && p.Standing.State != plan.Breached {
			continue
		}
		if c := a.courtesy(p); c != nil && (in.Courtesy == nil || c.Date < in.Courtesy.Date) {
			in.Courtesy = c
		}
		for n, inst := range p.Standing.Instalments {
			line := p.Plan.Instalments[n]
			missing := inst.Missing
			switch inst.State {
			case plan.Missed, plan.PartiallyKept:
				if a.uncontactedSince(inst.MissedOn) && (in.Missed == nil || missing > in.Missed.Amount) {
					in.Missed = &priority.Dated{Amount: missing, Of: line.Amount() - inst.Reduced, Date: line.Due, Since: inst.MissedOn}
				}
			case plan.Due:
				if line.Due == a.day {
					in.DueToday += missing
				}
			case plan.ToVerify:
				if in.ToVerify == nil || missing > in.ToVerify.Amount {
					in.ToVerify = &priority.Dated{Amount: missing, Of: line.Amount() - inst.Reduced, Date: line.Due, Since: line.Due, Instalment: true}
				}
			}
		}
	}
}

// deadlines lists the clocks that are near, the nearest first.
func (a *account) deadlines(st *currencyState, sh *shared) []priority.Deadline {
	var out []priority.Deadline
	rules := sh.rules
	if a.judgment.stands() {
		if end, last := a.claimDeadline(rules); end != 0 && last >= a.day {
			return []priority.Deadline{{Code: priority.ClaimDeadline, Date: end, Amount: st.pos.Open}}
		}
		return nil
	}
	if d, ok := a.insurerDeadline(st, rules); ok {
		out = append(out, d)
	}
	if d, ok := st.limitationDeadline(); ok {
		out = append(out, d)
	}
	return out
}

// claimDeadline is the last day to declare the claim in insolvency proceedings,
// and the last day on which to say so. In France two months from publication
// (C. com. art. R622-24), four for a creditor abroad; while the publication is
// not known, the judgment dates it, and the reminder stays for the six months in
// which relief can be asked for (art. L622-26). In Belgium thirty days from the
// judgment, the longest that it can set.
func (a *account) claimDeadline(rules priority.Rules) (end, last calendar.Date) {
	since, published := a.judgment.since, a.judgment.published
	if since == 0 && published == 0 {
		return 0, 0
	}
	if a.zone == calendar.Belgium {
		end = max(since, published).AddDays(30)
		return end, end
	}
	months := rules.ClaimMonths
	if a.creditor.Country != "" && a.creditor.Country != "FR" {
		months += 2
	}
	if published != 0 {
		end = published.AddMonths(months)
		return end, end
	}
	return since.AddMonths(months), since.AddMonths(6)
}

// insurerDeadline is the last day to declare the oldest undisputed overdue item
// of an insured client, while it is near (a term of the policy).
func (a *account) insurerDeadline(st *currencyState, rules priority.Rules) (priority.Deadline, bool) {
	if a.client.Cover.Currency == (money.Currency{}) {
		return priority.Deadline{}, false
	}
	for i := range st.items {
		it := &st.items[i]
		end := it.Due.AddDays(rules.InsurerNoticeDays)
		if it.Collectible > 0 && end >= a.day && a.day >= end.AddDays(-rules.InsurerLeadDays) {
			return priority.Deadline{Code: priority.InsurerDeadline, Date: end, Amount: it.Collectible}, true
		}
	}
	return priority.Deadline{}, false
}

// behaviour is how the client pays, from its lines.
func (a *account) behaviour(sh *shared, l *lines) behaviour.Behaviour {
	return behaviour.Of(l.observe(a.day), a.words(), sh.prior, a.day)
}
