package planeditor

import (
	"errors"
	"slices"

	"relance/domain/act"
	"relance/domain/calendar"
	"relance/domain/desk"
	"relance/domain/journal"
	"relance/domain/latefee"
	"relance/domain/ledger"
	"relance/domain/plan"
	"relance/domain/wording"
)

// version is one state of a draft. It never changes: every edit makes another
// one, and the one before can be taken back.
type version struct {
	sheet       plan.Sheet
	terms       journal.PlanTerms // what was asked for, where no sheet could be drawn
	debts       []plan.Debt       // the documents covered
	provisional bool              // the last rate known stands for those that are not
	err         error             // why the terms cannot be drawn up
}

// asked are the terms of a version.
func (v *version) asked() journal.PlanTerms {
	if v.sheet.Len() > 0 {
		return v.sheet.Terms()
	}
	return v.terms
}

// first is the index of the first line after the down payment.
func (v *version) first() int {
	if v.sheet.Down() {
		return 1
	}
	return 0
}

// fault says why a version cannot be saved.
func (v *version) fault() error {
	if v.err != nil {
		return v.err
	}
	return v.sheet.Err()
}

// missing is the rate that a version lacks, nil = none.
func (v *version) missing() *latefee.MissingRate {
	var m *latefee.MissingRate
	if errors.As(v.fault(), &m) {
		return m
	}
	return nil
}

// with gives the version of another sheet.
func (v version) with(s plan.Sheet) version {
	v.sheet, v.err = s, nil
	return v
}

// retermed draws a version up from other terms.
func (p *Pane) retermed(v version, t journal.PlanTerms) (version, error) {
	if v.sheet.Len() == 0 {
		out := p.drawn(v.debts, t)
		return out, out.err
	}
	s, err := v.sheet.SetTerms(t)
	return v.with(s), err
}

// drawn draws a plan over debts up; what cannot be drawn is in its err.
func (p *Pane) drawn(debts []plan.Debt, t journal.PlanTerms) version {
	v := version{debts: debts, terms: t}
	v.sheet, v.err = plan.NewSheet(p.input(v), t)
	return v
}

// input is what a version is drawn up over.
func (p *Pane) input(v version) plan.Input {
	return plan.Input{
		Today: p.facts.Today, Currency: p.facts.Currency, Items: v.debts, Zone: p.facts.Zone,
		Charger: p.charger(v),
	}
}

// debts gives parts their due dates.
func (p *Pane) debts(parts []journal.Part) []plan.Debt {
	out := plan.Parts(parts)
	for i := range out {
		for k := range p.facts.Items {
			if p.facts.Items[k].Key == out[i].Item {
				out[i].Due = p.facts.Items[k].Due
				break
			}
		}
	}
	return out
}

// partsOf gives the documents of a version without their due dates.
func partsOf(debts []plan.Debt) []journal.Part {
	out := make([]journal.Part, len(debts))
	for i := range debts {
		out[i] = debts[i].Part
	}
	return out
}

// show puts a version on show.
func (p *Pane) show(v version) {
	p.cur, p.lines = v, nil
	p.plan = v.sheet.Draft()
	p.figures, p.warnings = plan.Figures{}, nil
	p.covered = p.inOrder()
	p.order = orderOf(p.covered)
	if len(p.plan.Instalments) > 0 {
		p.figures = plan.Measure(p.plan, p.facts.Today)
		p.warnings = v.sheet.Warnings(p.limits())
	}
	p.line = max(min(p.line, v.sheet.Len()-1), 0)
}

// do makes an edit that can be taken back, or says why not.
func (p *Pane) do(v version, err error) (bad string) {
	if err != nil {
		return p.words(err)
	}
	p.past, p.next = append(slices.Clip(p.past), p.now), nil
	p.now = v
	p.reveal = true
	p.show(v)
	return ""
}

// undo takes the last edit back.
func (p *Pane) undo() (bad string) {
	n := len(p.past)
	if n == 0 {
		return p.voice.T(wording.EditorNothingDone)
	}
	p.next = append(slices.Clip(p.next), p.now)
	p.now, p.past = p.past[n-1], p.past[:n-1]
	p.show(p.now)
	return ""
}

// redo brings back what was taken back last.
func (p *Pane) redo() (bad string) {
	n := len(p.next)
	if n == 0 {
		return p.voice.T(wording.EditorNothingGone)
	}
	p.past = append(slices.Clip(p.past), p.now)
	p.now, p.next = p.next[n-1], p.next[:n-1]
	p.show(p.now)
	return ""
}

// words say why something cannot be done, and what would do.
func (p *Pane) words(err error) string {
	var (
		e *plan.Error
		m *latefee.MissingRate
	)
	switch {
	case errors.As(err, &m):
		return wording.MissingRate(p.voice.Lang, m, p.voice.Today)
	case !errors.As(err, &e):
		return p.voice.PlanError(err)
	case e.Code == plan.Unbalanced:
		return wording.EditorBalance.Fill(p.voice.Lang, p.gap(e.Limit))
	}
	out := p.voice.PlanError(err)
	if bound := wording.PlanBound(p.voice.Lang, e, p.facts.Currency, p.voice.Today); bound != "" {
		out += " (" + bound + ")"
	}
	return out
}

// gap says how far the lines are from the debt.
func (p *Pane) gap(left int64) string {
	if left < 0 {
		return wording.EditorTooMuch.Fill(p.voice.Lang, p.voice.Exact(-left, p.facts.Currency))
	}
	return wording.EditorToPlace.Fill(p.voice.Lang, p.voice.Exact(left, p.facts.Currency))
}

// limits are what the draft is held against, from the client's file.
func (p *Pane) limits() plan.Limits {
	l := plan.Limits{Today: p.facts.Today, Zone: &p.facts.Zone}
	f := p.file
	if f == nil || p.filed != p.client || len(p.cur.debts) == 0 {
		return l
	}
	if p.limited.file == f && p.limited.debts == &p.cur.debts[0] {
		return p.limited.limits
	}
	l.Consumer = f.Client.Nature == ledger.Consumer
	l.CreditUntil = f.LimitUntil
	l.LegalCap = f.LegalCap(p.facts.Today)
	covered := make(map[ledger.ItemKey]bool, len(p.cur.debts))
	for i := range p.cur.debts {
		covered[p.cur.debts[i].Item] = true
	}
	for i := range f.Items {
		it := &f.Items[i]
		if !covered[it.Key] {
			continue
		}
		l.LimitationOn = firstOf(l.LimitationOn, it.LimitationOn)
		if !f.Client.Cover.IsZero() && p.out.InsurerDays > 0 && !it.Due.IsZero() {
			l.InsurerOn = firstOf(l.InsurerOn, it.Due.AddDays(p.out.InsurerDays))
		}
	}
	p.limited = limited{f, &p.cur.debts[0], l}
	return l
}

// limited keeps the limits of the documents that a draft covers.
type limited struct {
	file   *desk.File
	debts  *plan.Debt
	limits plan.Limits
}

// firstOf is the earlier of two days, of which either may be missing.
func firstOf(a, b calendar.Date) calendar.Date {
	if a.IsZero() || !b.IsZero() && b < a {
		return b
	}
	return a
}

// charger tells what the documents of a version bear. It is asked for when the
// first figure is needed, and keeps what it was told.
func (p *Pane) charger(v version) plan.Charger {
	if p.out.Charger == nil {
		return nil
	}
	client, ask, provisional := p.client, p.out.Charger, v.provisional
	if client.Key.IsZero() {
		client.Key, client.Currency = p.facts.Client, p.facts.Currency
	}
	debts := v.debts
	return &memo{
		make:    func() plan.Charger { return ask(client, partsOf(debts), provisional) },
		weights: map[itemDay]weighed{}, fees: map[itemDay]charged{},
	}
}

// memo is a charger that remembers.
type memo struct {
	make    func() plan.Charger
	inner   plan.Charger
	asked   bool
	weights map[itemDay]weighed
	fees    map[itemDay]charged
}

type (
	itemDay struct {
		item int
		day  calendar.Date
	}
	weighed struct {
		weight plan.Weight
		err    error
	}
	charged struct {
		fee int64
		err error
	}
)

func (m *memo) charger() plan.Charger {
	if !m.asked {
		m.inner, m.asked = m.make(), true
	}
	return m.inner
}

// Weight implements plan.Charger.
func (m *memo) Weight(item int, day calendar.Date) (plan.Weight, error) {
	at := itemDay{item, day}
	got, ok := m.weights[at]
	if !ok {
		if c := m.charger(); c != nil {
			got.weight, got.err = c.Weight(item, day)
		}
		m.weights[at] = got
	}
	return got.weight, got.err
}

// Openings implements plan.Charger.
func (m *memo) Openings(item int) []plan.Opening {
	if c := m.charger(); c != nil {
		return c.Openings(item)
	}
	return nil
}

// Fee implements plan.Charger.
func (m *memo) Fee(item int, day calendar.Date) (int64, error) {
	at := itemDay{item, day}
	got, ok := m.fees[at]
	if !ok {
		if c := m.charger(); c != nil {
			got.fee, got.err = c.Fee(item, day)
		}
		m.fees[at] = got
	}
	return got.fee, got.err
}

// command gives the draft as a command.
func (p *Pane) command(s act.PlanState, built journal.Plan) act.Plan {
	cmd := p.base
	built.ID, built.Supersedes = p.base.Plan.ID, p.base.Plan.Supersedes
	cmd.State, cmd.Plan = s, built
	return cmd
}
