package plan

import (
	"slices"

	"relance/domain/calendar"
	"relance/domain/journal"
)

// SetAmount fixes what a line asks for, charges included; the lines that are not
// fixed share the rest. Where rounding or an indemnity leaves no principal that
// comes to it, the line asks for the nearest below: see Shorts. The down
// payment's is the principal of the terms. A line's amount that leaves the
// others no balance is taken: see Err.
func (s Sheet) SetAmount(line int, minor int64) (Sheet, error) {
	return s.edit(func(st *state) error {
		switch {
		case line < 0 || line >= len(st.lines):
			return &Error{Code: NoSuchLine}
		case minor <= 0:
			return &Error{Code: NotPositive}
		case minor > 2*st.debt:
			return &Error{Code: PinnedTooHigh, Limit: st.debt}
		case line < st.down():
			st.terms.Down = minor
			return st.settle()
		}
		l := &st.lines[line]
		l.total, l.Pinned = minor, l.Pinned|journal.PinAmount
		return st.settle()
	})
}

// SetTotal is SetAmount, but that the down payment too is what is asked with all
// charges: its principal is the highest that stays within that as they stand.
func (s Sheet) SetTotal(line int, minor int64) (Sheet, error) {
	if s.now == nil || line < 0 || line >= len(s.now.lines) {
		return s, &Error{Code: NoSuchLine}
	}
	if line >= s.now.down() {
		return s.SetAmount(line, minor)
	}
	w := s.now.walker()
	fits := w.fit(minor, min(minor, s.now.debt), s.now.lines[line].Due)
	if w.err != nil {
		return s, w.err
	}
	return s.SetAmount(line, fits)
}

// SetDate fixes the date of a line, business day or not: only dates worked out
// are moved. It stays between the lines around it.
func (s Sheet) SetDate(line int, on calendar.Date) (Sheet, error) {
	return s.edit(func(st *state) error {
		if line < 0 || line >= len(st.lines) {
			return &Error{Code: NoSuchLine}
		}
		l, err := st.fits(line-1, line+1, fixedOn(on))
		if err != nil {
			return err
		}
		at := &st.lines[line]
		if at.Due, at.Asked = l.Due, l.Asked; line < st.down() {
			st.terms.DownOn = on
		} else {
			at.Pinned |= journal.PinDate
		}
		return st.settle()
	})
}

// fixedOn is a line on the date that a person chose.
func fixedOn(on calendar.Date) row { return row{Instalment: journal.Instalment{Due: on}} }

// dated is a line on a date worked out, moved as the terms say.
func (st *state) dated(on calendar.Date) row { return dated(st.in, st.terms.Roll, on) }

// fits checks that a line comes between two others, by their index.
func (st *state) fits(before, after int, l row) (row, error) {
	horizon := st.in.Today.AddMonths(12 * MaxYears)
	switch on := asked(&l.Instalment); {
	case on < st.in.Today:
		return row{}, &Error{Code: FirstTooEarly}
	case on > horizon:
		return row{}, &Error{Code: TooLate, On: horizon}
	}
	if before >= 0 && l.Due <= st.lines[before].Due {
		return l, &Error{Code: OutOfOrder, On: st.lines[before].Due}
	}
	if after < len(st.lines) && l.Due >= st.lines[after].Due {
		return l, &Error{Code: OutOfOrder, On: st.lines[after].Due}
	}
	return l, nil
}

// Pin fixes amount, date or both of a line as they stand. The down payment's
// are fixed by the terms.
func (s Sheet) Pin(line int, what journal.Pin) (Sheet, error) {
	return s.edit(func(st *state) error {
		if line < 0 || line >= len(st.lines) {
			return &Error{Code: NoSuchLine}
		}
		l := &st.lines[line]
		switch what &= journal.PinAmount | journal.PinDate; {
		case line >= st.down() && what&journal.PinAmount != 0 && l.Principal <= 0:
			return &Error{Code: NotPositive}
		case line >= st.down():
			l.Pinned |= what
			l.hold()
		case what&journal.PinDate != 0:
			st.terms.DownOn = l.Due
		}
		return st.settle()
	})
}

// Unpin frees amount, date or both of a line: the amount takes its share of the
// rest again, the date the one by the terms where there is room for it.
func (s Sheet) Unpin(line int, what journal.Pin) (Sheet, error) {
	return s.edit(func(st *state) error {
		if line < 0 || line >= len(st.lines) {
			return &Error{Code: NoSuchLine}
		}
		l := &st.lines[line]
		if line < st.down() {
			if what&journal.PinDate != 0 {
				moved, err := st.fits(-1, 1, st.dated(l.Due))
				if err != nil {
					return err
				}
				l.Due, l.Asked, st.terms.DownOn = moved.Due, moved.Asked, 0
			}
			return st.settle()
		}
		wasDate := l.Pinned&journal.PinDate != 0
		l.Pinned &^= what
		l.hold()
		if wasDate && l.Pinned&journal.PinDate == 0 {
			if err := st.undate(line); err != nil {
				return err
			}
		}
		return st.settle()
	})
}

// undate gives a line the date by the terms: that of its place, else the first
// one between its neighbours, else the one it has, moved as the terms say.
func (st *state) undate(line int) error {
	g, err := st.grid(st.regular())
	if err != nil {
		return err
	}
	var between calendar.Date
	for i := 0; ; i++ {
		on, ok := g.next()
		if !ok || line+1 < len(st.lines) && on >= st.lines[line+1].Due || i > line+MaxInstalments {
			break
		}
		if _, err := st.fits(line-1, line+1, st.dated(on)); err != nil {
			continue
		}
		if between.IsZero() || i == line-st.down() {
			between = on
		}
	}
	if between.IsZero() {
		between = asked(&st.lines[line].Instalment)
	}
	l, err := st.fits(line-1, line+1, st.dated(between))
	if err != nil {
		return err
	}
	st.lines[line].Due, st.lines[line].Asked = l.Due, l.Asked
	return nil
}

// InsertAfter adds a line after another, -1 = before all but the down payment.
// Without a date it falls halfway to the next line, or on the next date by the
// terms; without an amount it takes its share. A date given, or one between two
// lines, is fixed, and so is an amount given.
func (s Sheet) InsertAfter(line int, on calendar.Date, minor int64) (Sheet, error) {
	return s.edit(func(st *state) error {
		line = max(line, st.down()-1)
		switch {
		case line >= len(st.lines):
			return &Error{Code: NoSuchLine}
		case minor < 0:
			return &Error{Code: NotPositive}
		case minor > 2*st.debt:
			return &Error{Code: PinnedTooHigh, Limit: st.debt}
		case len(st.lines) >= MaxInstalments:
			return &Error{Code: TooMany, Limit: int64(st.most())}
		case minor == 0 && st.open() && line == len(st.lines)-1:
			return &Error{Code: NothingLeft}
		}
		l, err := st.inserted(line, on)
		if err != nil {
			return err
		}
		if minor > 0 {
			l.total, l.Pinned = minor, l.Pinned|journal.PinAmount
		}
		st.lines = slices.Insert(st.lines, line+1, l)
		if st.terms.Count > 0 && st.terms.By != journal.ByEnd {
			st.terms.Count++
		}
		return st.settle()
	})
}

func (st *state) inserted(line int, on calendar.Date) (row, error) {
	if on.IsZero() && line == len(st.lines)-1 {
		g, err := st.grid(st.regular())
		if err != nil {
			return row{}, err
		}
		return st.append(&g)
	}
	l := fixedOn(on)
	if on.IsZero() {
		from := st.in.Today
		if line >= 0 {
			from = max(from, st.lines[line].Due)
		}
		l = st.dated(from + (st.lines[line+1].Due-from)/2)
	}
	l, err := st.fits(line, line+1, l)
	l.Pinned = journal.PinDate
	return l, err
}

// Remove takes a line out; the others share what it paid. Where the amount of
// each line is given, the last line's is added to the one before.
func (s Sheet) Remove(line int) (Sheet, error) {
	return s.edit(func(st *state) error {
		switch {
		case line < 0 || line >= len(st.lines):
			return &Error{Code: NoSuchLine}
		case line < st.down():
			st.lines = st.lines[1:]
			st.terms.Down, st.terms.DownOn = 0, 0
			return st.settle()
		case len(st.lines)-st.down() == 1:
			return &Error{Code: OnlyLine}
		}
		gone := st.lines[line]
		st.lines = slices.Delete(st.lines, line, line+1)
		if st.terms.Count > 0 && st.terms.By != journal.ByEnd {
			st.terms.Count--
		}
		if st.open() && line == len(st.lines) {
			st.merge(&gone.Instalment)
		}
		return st.settle()
	})
}

// merge adds what the last line paid to the one that is last now.
func (st *state) merge(gone *journal.Instalment) {
	last := &st.lines[len(st.lines)-1]
	if last.total > 0 {
		last.total += gone.Amount()
		return
	}
	st.terms.Last = last.Principal + gone.Principal
}

// SetTerms draws up again, from other terms, what is not fixed. By hand, the
// lines stay as they are, all fixed but the last.
func (s Sheet) SetTerms(t journal.PlanTerms) (Sheet, error) {
	return s.edit(func(st *state) error {
		byHand := t.By == journal.ByHand
		if byHand && st.terms.By != journal.ByHand {
			for i := st.down(); i < len(st.lines)-1; i++ {
				st.lines[i].Pinned |= journal.PinAmount
				st.lines[i].hold()
			}
			t.Count = uint16(len(st.lines) - st.down())
		}
		keeps := st.pinned(byHand)
		if byHand && t.Count > 0 {
			keeps = first(keeps, int(t.Count))
		}
		if old := &st.terms; t.First.IsZero() && old.First.IsZero() && t.Every == old.Every && t.Day == old.Day &&
			t.Grace == old.Grace && t.Season == old.Season {
			st.basis = st.regular()
		}
		st.terms = t
		err := st.redraw(keeps)
		st.basis = nil
		return err
	})
}

// first keeps n lines; those that are not fixed go first, from the end.
func first(keeps []kept, n int) []kept {
	for i := len(keeps) - 1; i >= 0 && len(keeps) > n; i-- {
		if keeps[i].line.Pinned == 0 {
			keeps = slices.Delete(keeps, i, i+1)
		}
	}
	return keeps[:min(n, len(keeps))]
}

// SetCharges changes what the plan makes of interest and indemnities. A plan by
// what can be paid is filled anew.
func (s Sheet) SetCharges(interest, fees journal.ChargeMode) (Sheet, error) {
	return s.edit(func(st *state) error {
		st.interest, st.fees = interest, fees
		st.assess()
		return st.settle()
	})
}

// SetClause changes what a missed instalment does.
func (s Sheet) SetClause(c journal.Clause) (Sheet, error) {
	return s.edit(func(st *state) error {
		st.clause = c
		return nil
	})
}

// MoveItem moves a document by so many places in the order of payment.
func (s Sheet) MoveItem(item, by int) (Sheet, error) {
	return s.edit(func(st *state) error {
		to := item + by
		if item < 0 || item >= len(st.items) || to < 0 || to >= len(st.items) {
			return &Error{Code: NoSuchItem}
		}
		st.items = slices.Clone(st.items)
		it := st.items[item]
		st.items = slices.Insert(slices.Delete(st.items, item, item+1), to, it)
		return st.settle()
	})
}

// Arrange puts the documents into an order of payment.
func (s Sheet) Arrange(order Order) (Sheet, error) {
	return s.edit(func(st *state) error {
		st.items = slices.Clone(st.items)
		if order == AsGiven {
			slices.SortStableFunc(st.items, func(a, b owed) int { return a.at - b.at })
		}
		arrange(st.items, order)
		return st.settle()
	})
}

// Refit lays the sheet over another debt, or other rates: documents that were
// in it keep their place in the order of payment, new ones come last. Modes of
// charges, clause and terms stay.
func (s Sheet) Refit(in Input) (Sheet, error) {
	return s.edit(func(st *state) error {
		in.Interest, in.Fees, in.Clause, in.Currency = st.interest, st.fees, st.clause, st.in.Currency
		fresh := arranged(in.Items, in.Order)
		place := func(o owed) int {
			at := slices.IndexFunc(st.items, func(old owed) bool { return old.Item == o.Item })
			if at < 0 {
				return len(st.items)
			}
			return at
		}
		slices.SortStableFunc(fresh, func(a, b owed) int { return place(a) - place(b) })
		st.in, st.items = &in, fresh
		var err error
		if st.debt, err = debt(st.items); err != nil {
			return err
		}
		st.assess()
		return st.settle()
	})
}
