package plan

import (
	"slices"

	"relance/domain/journal"
)

// Sheet is a plan being edited. It never changes: every edit gives another one
// that can be taken back. Its principal sums to the debt; where the lines that a
// person fixed make that impossible, Err says so until it is mended.
type Sheet struct {
	now  *state
	past *step
	next *step
}

type step struct {
	state *state
	prev  *step
}

// Draw draws up a plan from its terms. Without a charger nothing is computed of
// what the items bear. An impossible plan is an *Error; a rate that is not known
// is the charger's own error.
func Draw(in Input, terms journal.PlanTerms) (journal.Plan, error) {
	s, err := NewSheet(in, terms)
	if err != nil {
		return journal.Plan{}, err
	}
	return s.Plan()
}

// NewSheet draws up a plan to be edited. Errors are as of Draw, but a rate that
// is not known is left to Err.
func NewSheet(in Input, terms journal.PlanTerms) (Sheet, error) {
	st := &state{
		in: &in, terms: terms, clause: in.Clause, interest: in.Interest, fees: in.Fees, items: arranged(in.Items, in.Order),
	}
	st.assess()
	if err := st.redraw(nil); err != nil {
		return Sheet{}, err
	}
	return Sheet{now: st}, nil
}

// Reopen gives the sheet of a plan as it was saved: its lines, terms, pins and
// order of payment; in.Items gives its documents their due dates and charges,
// in.Order and the modes of charges do not count. Without in.Charger an edit
// drops the charges asked. A plan that was saved without terms gets those that
// would draw it up. A plan without a line or without documents is an *Error.
func Reopen(in Input, p journal.Plan) (Sheet, error) {
	st := &state{
		in: &in, id: p.ID, supersedes: p.Supersedes, terms: p.Terms, clause: p.Clause, interest: p.Interest, fees: p.Fees,
		items: make([]owed, len(p.Items)), lines: make([]row, len(p.Instalments)), provisional: p.Provisional,
		setAside: setAside{to: p.ChargedTo, interest: p.Charged, fee: p.ChargedFee},
	}
	in.Currency, in.Interest, in.Fees, in.Clause = p.Currency, p.Interest, p.Fees, p.Clause
	if !p.ChargedTo.IsZero() {
		in.ChargedTo = p.ChargedTo
	}
	for i, l := range p.Instalments {
		st.lines[i].Instalment = l
		st.lines[i].hold()
	}
	for i, part := range p.Items {
		st.items[i] = owed{Debt: Debt{Part: part}, at: -1}
		if at := slices.IndexFunc(in.Items, func(d Debt) bool { return d.Item == part.Item }); at >= 0 {
			st.items[i].Due, st.items[i].at = in.Items[at].Due, at
		}
	}
	var err error
	if st.debt, err = debt(st.items); err != nil {
		return Sheet{}, err
	}
	if len(p.Instalments) == 0 {
		return Sheet{}, &Error{Code: NoSchedule}
	}
	if st.terms == (journal.PlanTerms{}) {
		st.terms = Infer(p)
	}
	if left := st.difference(); left != 0 {
		st.fault = &Error{Code: Unbalanced, Limit: left}
	}
	st.setAside.provisional = p.Provisional && st.guesses()
	return Sheet{now: st}, nil
}

// guesses reports whether what was set aside rests on a rate not published yet.
func (st *state) guesses() bool {
	if st.in.Charger == nil {
		return !st.setAside.to.IsZero()
	}
	again := *st
	again.assess()
	return again.setAside.provisional
}

// Infer finds the terms that a plan saved without any was drawn up from:
// monthly, by number or by amount, perhaps after a down payment.
func Infer(p journal.Plan) journal.PlanTerms {
	var t journal.PlanTerms
	lines := p.Instalments
	switch n := len(lines); {
	case n >= 3 && lines[0].Principal != lines[1].Principal,
		n == 2 && lines[1].Principal-lines[0].Principal > 1:
		t.Down, t.DownOn, lines = lines[0].Principal, lines[0].Due, lines[1:]
	}
	if len(lines) == 0 {
		return t
	}
	last := len(lines) - 1
	if gap := lines[last].Principal - lines[0].Principal; gap < 0 || gap > int64(last) {
		t.By, t.Amount = journal.ByAmount, lines[0].Principal
	}
	if t.By == journal.ByCount || lines[last].Principal > lines[0].Principal {
		t.Count = uint16(min(len(lines), MaxInstalments))
	}
	t.First = asked(&lines[0])
	return t
}

// Plan gives the plan as it is saved, or Err.
func (s Sheet) Plan() (journal.Plan, error) {
	if err := s.Err(); err != nil {
		return journal.Plan{}, err
	}
	return s.now.plan(), nil
}

// Draft gives the plan as it stands, whether or not it can be saved.
func (s Sheet) Draft() journal.Plan {
	if s.now == nil {
		return journal.Plan{}
	}
	return s.now.plan()
}

// Err says why the sheet cannot be saved: amounts that are fixed and do not
// come to the debt (*Error), or a rate that is not known (the charger's error).
func (s Sheet) Err() error {
	switch {
	case s.now == nil:
		return &Error{Code: NothingToPay}
	case s.now.fault != nil:
		return s.now.fault
	case s.now.missing != nil:
		return s.now.missing
	}
	return s.now.setAside.err
}

// Unpriced reports whether interest is waived that cannot be computed, because a
// rate is not known: the plan says that it is waived, without a figure.
func (s Sheet) Unpriced() bool { return s.now != nil && s.now.setAside.unpriced }

// Difference is what of the debt no line pays, negative = too much; nothing
// unless Err is an *Error.
func (s Sheet) Difference() int64 {
	if s.now == nil {
		return 0
	}
	return s.now.difference()
}

// Debt is the total of the documents.
func (s Sheet) Debt() int64 {
	if s.now == nil {
		return 0
	}
	return s.now.debt
}

// Terms are what the lines were drawn up from, but for what was edited since.
func (s Sheet) Terms() journal.PlanTerms {
	if s.now == nil {
		return journal.PlanTerms{}
	}
	return s.now.terms
}

// Len is the number of lines, the down payment included.
func (s Sheet) Len() int {
	if s.now == nil {
		return 0
	}
	return len(s.now.lines)
}

// Line gives a line; nothing for no such line.
func (s Sheet) Line(i int) journal.Instalment {
	if i < 0 || i >= s.Len() {
		return journal.Instalment{}
	}
	return s.now.lines[i].Instalment
}

// Down reports whether the first line is a down payment.
func (s Sheet) Down() bool { return s.now != nil && s.now.down() == 1 }

// CanUndo and CanRedo report whether there is something to take back.
func (s Sheet) CanUndo() bool { return s.past != nil }

// CanRedo reports whether something taken back can be done again.
func (s Sheet) CanRedo() bool { return s.next != nil }

// Undo takes the last edit back, false where there is none.
func (s Sheet) Undo() (Sheet, bool) {
	if s.past == nil {
		return s, false
	}
	return Sheet{now: s.past.state, past: s.past.prev, next: &step{s.now, s.next}}, true
}

// Redo does again what was taken back last, false where there is nothing.
func (s Sheet) Redo() (Sheet, bool) {
	if s.next == nil {
		return s, false
	}
	return Sheet{now: s.next.state, past: &step{s.now, s.past}, next: s.next.prev}, true
}

// edit gives the sheet that f makes of a copy, or the same sheet and the error.
func (s Sheet) edit(f func(st *state) error) (Sheet, error) {
	if s.now == nil {
		return s, &Error{Code: NothingToPay}
	}
	st := s.now.clone()
	if err := f(st); err != nil {
		return s, err
	}
	return Sheet{now: st, past: &step{s.now, s.past}}, nil
}
