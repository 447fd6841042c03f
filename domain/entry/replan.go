package entry

import (
	"relance/domain/act"
)

// replanning is the claim of a plan that takes the place of those that stand:
// the selected one, else all, or those of the ticked items. It is empty where
// something that no plan is about can be asked for.
func (p *reader) replanning() (claim, act.Question) {
	ticked := p.anyTicked()
	var c claim
	var left room
	for _, s := range p.replaced() {
		of := p.left(s)
		if ticked {
			in, out := p.sides(of)
			switch {
			case in == 0:
				continue
			case out > 0:
				return claim{}, act.Question{Code: act.AskWholePlan, Day: s.MadeOn}
			}
		}
		c.supersedes = append(c.supersedes, s.ID)
		left = left.plus(of)
	}
	if len(c.supersedes) == 0 {
		return claim{}, act.Question{}
	}
	for i := range p.f.Items {
		it := &p.f.Items[i]
		left[i] = min(left[i], it.Open-it.Disputed-it.Promised)
		said := !ticked || it.Ticked
		beyond := it.Collectible > 0 && it.Collectible+it.Planned > left[i]
		early := ticked && early(it, p.f.Today) && free(it) > 0
		if said && (beyond || early) {
			return claim{}, act.Question{}
		}
	}
	c.rooms = []room{left}
	c.base, c.most = left.sum(), left.sum()
	return c, act.Question{}
}

// replaced are the plans that a new one may replace.
func (p *reader) replaced() []act.StandingPlan {
	if t := p.selected(act.ClosePlan); t != nil {
		for _, s := range p.f.Plans {
			if s.ID == t.ID {
				return []act.StandingPlan{s}
			}
		}
	}
	return p.f.Plans
}

// left is the room that a plan has taken and not been paid.
func (p *reader) left(s act.StandingPlan) room {
	r := make(room, len(p.f.Items))
	for _, part := range s.Parts {
		for i := range p.f.Items {
			if p.f.Items[i].Key == part.Item {
				r[i] += part.Amount
			}
		}
	}
	return r
}

// sides parts a room into what is on ticked items and what is on others.
func (p *reader) sides(r room) (ticked, others int64) {
	for i := range r {
		if p.f.Items[i].Ticked {
			ticked += r[i]
		} else {
			others += r[i]
		}
	}
	return ticked, others
}
