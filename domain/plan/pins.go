package plan

import (
	"errors"
	"slices"

	"relance/domain/calendar"
	"relance/domain/journal"
)

// hold makes a line whose amount is fixed ask for what it asks for now, and lets
// go of one whose amount is not.
func (l *row) hold() {
	switch {
	case l.Pinned&journal.PinAmount == 0:
		l.total = 0
	case l.total == 0:
		l.total = l.Amount()
	}
}

// wanted is the highest principal with which a line asks for no more than an
// amount. Beyond the last document it goes on without charges, so that too much
// shows.
func (w *walker) wanted(total int64, day calendar.Date) int64 {
	p := w.fit(total, total, day)
	left := -w.paid
	for i := w.at; i < len(w.items); i++ {
		left += w.items[i].Amount
	}
	if p < left {
		return max(p, 1)
	}
	after := *w
	interest, fee := after.pay(p, day)
	return max(p+max(total-p-interest-fee, 0), 1)
}

// walked gives the lines that are fixed the principal that comes to what they
// are to ask for, after what the lines before them pay, and the sum of it.
func (st *state) walked() (int64, error) {
	w := st.walker()
	var sum int64
	for i := range st.lines {
		l := &st.lines[i]
		if l.total > 0 {
			l.Principal = w.wanted(l.total, l.Due)
			sum += l.Principal
		}
		w.pay(l.Principal, l.Due)
	}
	return sum, w.err
}

// solve fills the lines around those that are fixed where charges are asked:
// what a fixed line pays of the debt depends on what the lines before it pay,
// and their share on what the fixed ones leave. asked is what the fixed ones ask
// for together. A line that no principal brings to the unit asks for the nearest
// below.
func (st *state) solve(asked int64) error {
	lines := slices.Clone(st.lines)
	fixed := int64(0)
	for i := range lines {
		if lines[i].total > 0 {
			fixed++
		}
	}
	var missing error
	try := func(sum int64) (int64, error) {
		st.fault = nil
		st.lines = append(make([]row, 0, len(lines)+2), lines...)
		if err := st.fill(sum, true); err != nil || st.fault != nil {
			return 0, err
		}
		got, err := st.walked()
		missing = err
		return got, nil
	}
	sum := fixed
	for range 8 {
		got, err := try(sum)
		if missing != nil { // amounts as they are without charges, until the rate is known
			_, err = try(asked)
			for i := range st.lines {
				if l := &st.lines[i]; l.total > 0 {
					l.Principal = l.total
				}
			}
			return err
		}
		if err != nil || st.fault != nil {
			break
		}
		if got == sum {
			return nil
		}
		sum = min(got, asked)
	}
	low, high, blocked := fixed, asked+1, false
	for high-low > 1 {
		mid := low + (high-low)/2
		got, err := try(mid)
		switch {
		case err == nil && st.fault == nil && got >= mid, tooMany(err):
			low = mid
		default:
			high, blocked = mid, err != nil || st.fault != nil
		}
	}
	got, err := try(low)
	if err != nil || st.fault != nil || got == low {
		return err
	}
	if blocked {
		_, err = try(high)
		return err
	}
	st.absorb()
	return nil
}

// tooMany reports whether what is left over was too much to be filled.
func tooMany(err error) bool {
	var e *Error
	return errors.As(err, &e) && (e.Code == TooMany || e.Code == CapacityTooLow || e.Code == CapacityTooSlow || e.Code == TooLate)
}

// absorb takes the difference that charges leave, where no sum of the fixed
// lines comes out even, off the last line that is not fixed, or else off the
// last ones that are.
func (st *state) absorb() {
	last := -1
	for i := st.down(); i < len(st.lines); i++ {
		if st.lines[i].total == 0 {
			last = i
		}
	}
	before := slices.Clone(st.lines)
	for n := 0; last >= 0 && n < 8; n++ {
		if st.difference() == 0 {
			return
		}
		l := &st.lines[last]
		if l.Principal += st.difference(); l.Principal < 1 {
			break
		}
		if _, err := st.walked(); err != nil {
			break
		}
	}
	if last >= 0 && st.lines[last].Principal > 0 && st.difference() == 0 {
		return
	}
	st.lines = before
	for i := len(st.lines) - 1; i >= st.down(); i-- {
		if l := &st.lines[i]; l.total > 0 {
			l.Principal += max(min(st.difference(), 0), 1-l.Principal)
		}
	}
}

// Short is a line that does not ask for what was fixed, in minor units.
type Short struct {
	Line  int
	Asked int64 // what it was to ask for
	Asks  int64
}

// Shorts lists the lines whose amount was fixed and that ask for another one: a
// cent of interest or an indemnity stands between two amounts, or a rate is not
// known.
func (s Sheet) Shorts() []Short {
	if s.now == nil {
		return nil
	}
	var out []Short
	for i := range s.now.lines {
		if l := &s.now.lines[i]; l.total > 0 && l.Amount() != l.total {
			out = append(out, Short{i, l.total, l.Amount()})
		}
	}
	return out
}

// Warnings lists what is unusual about the plan as it stands: see Warnings; and
// the lines that do not ask for what was fixed.
func (s Sheet) Warnings(l Limits) []Warning {
	out := Warnings(s.Draft(), l)
	for _, x := range s.Shorts() {
		out = append(out, Warning{Code: PinMissed, Line: x.Line, Count: 1, Bound: x.Asked, Amount: x.Asks})
	}
	return out
}
