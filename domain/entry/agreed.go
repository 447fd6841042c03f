package entry

import (
	"relance/domain/act"
	"relance/domain/journal"
)

// promisedOf is what is promised of the items that are meant.
func (p *reader) promisedOf(ticked bool) int64 {
	if !ticked {
		return p.f.Promised
	}
	return p.rooms(func(it *act.Item) int64 {
		if it.Ticked {
			return it.Promised
		}
		return 0
	}).sum()
}

// unsigned is what plans that nobody signed hold back of the items that are
// meant: a promise takes their place.
func (p *reader) unsigned(ticked bool) room {
	r := make(room, len(p.f.Items))
	for _, s := range p.f.Plans {
		if s.State == act.Proposed && !s.Lapsed {
			r = p.left(s).plus(r)
		}
	}
	for i := range r {
		it := &p.f.Items[i]
		if r[i] = min(r[i], it.Planned, it.Open-it.Disputed); ticked && !it.Ticked {
			r[i] = 0
		}
	}
	return r
}

// inSignedPlan is the question where what is meant stands in a signed plan: it
// names the line that cancels the plan.
func (p *reader) inSignedPlan(ticked bool) act.Question {
	if p.keys == nil {
		return act.Question{}
	}
	for _, s := range p.f.Plans {
		if s.State != act.Signed {
			continue
		}
		left := p.left(s)
		for i := range left {
			if left[i] > 0 && (!ticked || p.f.Items[i].Ticked) {
				line := p.keys.Acts[Close] + " " + p.keys.PlanCancelled
				if letters := p.keys.closingLetters(p.f.Targets); letters[EndPlanCancelled] != "" {
					line = p.keys.Acts[Close] + " " + letters[EndPlanCancelled]
				}
				return act.Question{Code: act.AskInSignedPlan, Day: s.MadeOn, Text: line}
			}
		}
	}
	return act.Question{}
}

// promised is the claim of a plan where nothing else is left: what is promised
// of the ticked items, else of those overdue. The promises stand; of a part that
// is both planned and promised, the plan counts.
func (p *reader) promised() claim {
	ticked := p.anyTicked()
	r := p.rooms(func(it *act.Item) int64 {
		if ticked && !it.Ticked || !ticked && early(it, p.f.Today) {
			return 0
		}
		return min(it.Promised, it.Open-it.Disputed)
	})
	return claim{base: r.sum(), most: r.sum(), rooms: []room{r}}
}

// replacing is the claim of a promise that takes the place of those that stand:
// the selected one, else all.
func (p *reader) replacing(ticked bool, planned room) (claim, act.Question) {
	promised := p.rooms(func(it *act.Item) int64 {
		if ticked && !it.Ticked {
			return 0
		}
		return it.Promised
	})
	c := claim{base: p.f.Promised, supersedes: p.f.Promises}
	if t := p.selected(act.ClosePromise); t != nil {
		c.base, c.supersedes = min(t.Amount.Minor, p.f.Promised), []journal.ID{t.ID}
		own := p.ownRoom(t.ID)
		for i := range own { // not that of other promises on the same items
			promised[i] = min(own[i], p.f.Items[i].Promised)
		}
	} else if ticked && promised.sum() != p.f.Promised {
		return claim{}, act.Question{Code: act.AskWhich, Number: len(p.f.Promises)}
	}
	later := p.later()
	c.rooms = []room{promised, later, planned}
	c.base = max(c.base, 0)
	c.most = c.base + later.sum() + planned.sum()
	return c, act.Question{}
}

// ownRoom is what is left of a promise, empty where that is not known.
func (p *reader) ownRoom(id journal.ID) room {
	for _, s := range p.f.Standing {
		if s.ID == id {
			return p.left(act.StandingPlan{Parts: s.Parts})
		}
	}
	return nil
}
