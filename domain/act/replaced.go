package act

import (
	"slices"

	"relance/domain/journal"
	"relance/domain/ledger"
)

// Replaced gives the agreements whose place a command takes, so that no euro is
// awaited twice. What a screen says of them and what the desk records is the
// same. A draft takes the place of the plans that it names once it is signed, of
// promises none.
func (f *Facts) Replaced(cmd Command) (promises []StandingPromise, plans []StandingPlan) {
	switch c := cmd.(type) {
	case Promise:
		return f.promisesNamed(c.Supersedes), f.plansNamed(c.Cancels)
	case Plan:
		plans = f.plansNamed(c.Plan.Supersedes)
		if c.State != Draft {
			promises = f.promisesUnder(c.Plan.Items, append(slices.Clone(c.Plan.Supersedes), c.Plan.ID))
		}
	case Close:
		t := f.target(c)
		if t == nil || c.What != ClosePlan || !c.Sign {
			return nil, nil
		}
		ended := append(slices.Clone(t.Supersedes), t.ID)
		for _, s := range f.PlansUnder(t.Parts, ended, true) {
			ended = append(ended, s.ID)
		}
		for _, s := range f.Plans {
			if s.ID != t.ID && slices.Contains(ended, s.ID) {
				plans = append(plans, s)
			}
		}
		promises = f.promisesUnder(t.Parts, ended)
	case Dispute:
		return f.contested(c.Items), nil
	}
	return promises, plans
}

// Touched gives the agreements that stay though a dispute is about a part of
// what they are over.
func (f *Facts) Touched(d Dispute) (promises []StandingPromise, plans []StandingPlan) {
	gone := f.contested(d.Items)
	bites := func(parts []journal.Part) bool {
		return slices.ContainsFunc(parts, func(p journal.Part) bool {
			it := f.item(p.Item)
			return it != nil && amountOf(d.Items, p.Item) > max(it.Open-it.Disputed-it.Promised-it.Planned, 0)
		})
	}
	for _, s := range f.Standing {
		if bites(s.Parts) && !slices.ContainsFunc(gone, func(o StandingPromise) bool { return o.ID == s.ID }) {
			promises = append(promises, s)
		}
	}
	for _, s := range f.Plans {
		if bites(s.Parts) {
			plans = append(plans, s)
		}
	}
	return promises, plans
}

// contested gives the promises of which every document is disputed in full.
func (f *Facts) contested(parts []journal.Part) []StandingPromise {
	var out []StandingPromise
	for _, s := range f.Standing {
		touched, free := false, false
		for _, part := range s.Parts {
			it := f.item(part.Item)
			n := amountOf(parts, part.Item)
			touched = touched || n > 0
			free = free || it == nil || it.Disputed+n < it.Open
		}
		if touched && !free {
			out = append(out, s)
		}
	}
	return out
}

// PlansUnder gives the plans that no longer have room on a document beside an
// act over these parts; ended are the agreements that the act ends by itself.
// Those whose time for signing is over go first, then the oldest; a signed one
// only where it may.
func (f *Facts) PlansUnder(parts []journal.Part, ended []journal.ID, signedToo bool) []StandingPlan {
	gone := slices.Clone(ended)
	var out []StandingPlan
	for _, lapsed := range []bool{true, false} {
		for i := range f.Plans {
			s := f.Plans[i]
			if s.Lapsed != lapsed || s.State == Signed && !signedToo || slices.Contains(gone, s.ID) || !f.tight(parts, s.whole(), gone) {
				continue
			}
			gone = append(gone, s.ID)
			out = append(out, s)
		}
	}
	return out
}

// promisesUnder gives the promises that no longer have room, the oldest first.
func (f *Facts) promisesUnder(parts []journal.Part, ended []journal.ID) []StandingPromise {
	gone := slices.Clone(ended)
	var out []StandingPromise
	for _, s := range f.Standing {
		if !slices.Contains(gone, s.ID) && f.tight(parts, s.Parts, gone) {
			gone = append(gone, s.ID)
			out = append(out, s)
		}
	}
	return out
}

// tight reports whether more than is open would be agreed on a document that
// both an act and an agreement are about.
func (f *Facts) tight(parts, own []journal.Part, gone []journal.ID) bool {
	return slices.ContainsFunc(own, func(p journal.Part) bool {
		n := amountOf(parts, p.Item)
		it := f.item(p.Item)
		if n == 0 || it == nil {
			return false
		}
		for _, s := range f.Standing {
			if !slices.Contains(gone, s.ID) {
				n += amountOf(s.Parts, p.Item)
			}
		}
		for i := range f.Plans {
			if s := &f.Plans[i]; !slices.Contains(gone, s.ID) {
				n += amountOf(s.whole(), p.Item)
			}
		}
		return n > it.Open
	})
}

func (s *StandingPlan) whole() []journal.Part {
	if s.Whole == nil {
		return s.Parts
	}
	return s.Whole
}

func (f *Facts) promisesNamed(ids []journal.ID) []StandingPromise {
	var out []StandingPromise
	for _, s := range f.Standing {
		if slices.Contains(ids, s.ID) {
			out = append(out, s)
		}
	}
	return out
}

func (f *Facts) plansNamed(ids []journal.ID) []StandingPlan {
	var out []StandingPlan
	for _, s := range f.Plans {
		if slices.Contains(ids, s.ID) {
			out = append(out, s)
		}
	}
	return out
}

func (f *Facts) target(c Close) *Target {
	for i := range f.Targets {
		if t := &f.Targets[i]; t.Kind == c.What && t.ID == c.Target {
			return t
		}
	}
	return nil
}

func (f *Facts) item(key ledger.ItemKey) *Item {
	for i := range f.Items {
		if f.Items[i].Key == key {
			return &f.Items[i]
		}
	}
	return nil
}

func amountOf(parts []journal.Part, key ledger.ItemKey) int64 {
	var n int64
	for i := range parts {
		if parts[i].Item == key {
			n += parts[i].Amount
		}
	}
	return n
}
