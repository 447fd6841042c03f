package plan

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"math/big"
	"math/rand/v2"
	"runtime"
	"runtime/debug"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"relance/domain/calendar"
	"relance/domain/journal"
)

// sound checks what holds of every sheet, edited or not.
func sound(s Sheet, in *Input) error {
	p := s.now
	var total, parts int64
	for _, d := range in.Items {
		total += d.Amount
	}
	for _, part := range p.items {
		parts += part.Amount
	}
	var sum int64
	positive := true
	roll := p.terms.Roll != journal.RollNone
	for i, l := range p.lines {
		sum += l.Principal
		positive = positive && l.Principal > 0
		switch {
		case i > 0 && l.Due <= p.lines[i-1].Due:
			return fmt.Errorf("line %d on %v after %v", i, l.Due, p.lines[i-1].Due)
		case l.Asked == l.Due:
			return fmt.Errorf("line %d: asked for its own date", i)
		case l.Due < in.Today:
			return fmt.Errorf("line %d in the past", i)
		case roll && l.Pinned&journal.PinDate == 0 && (i > 0 || p.terms.Down == 0 || p.terms.DownOn.IsZero()) && s.Terms().By != journal.ByHand && !business(in.Zone, l.Due):
			return fmt.Errorf("line %d on %v", i, l.Due)
		case l.Interest < 0 || l.Fee < 0:
			return fmt.Errorf("line %d bears %d and %d", i, l.Interest, l.Fee)
		case !l.Pinned.Valid():
			return fmt.Errorf("line %d: pin %d", i, l.Pinned)
		}
	}
	switch {
	case parts != total:
		return fmt.Errorf("documents %d, given %d", parts, total)
	case len(p.lines) > MaxInstalments:
		return fmt.Errorf("%d lines", len(p.lines))
	case s.Difference() != total-sum:
		return fmt.Errorf("difference %d, %d of %d", s.Difference(), sum, total)
	case s.Err() == nil && (sum != total || !positive || len(p.lines) == 0):
		return fmt.Errorf("%d of %d, positive %v", sum, total, positive)
	case s.Err() != nil && sum == total && positive:
		return fmt.Errorf("balanced and refused: %w", s.Err())
	case p.terms.Down > 0 && p.lines[0].Principal != p.terms.Down:
		return fmt.Errorf("down payment %d, line %d", p.terms.Down, p.lines[0].Principal)
	}
	again := s.now.clone()
	if err := again.settle(); err != nil || !slices.Equal(again.lines, s.now.lines) {
		return fmt.Errorf("settled twice: %v\n%v\n%v", err, s.now.lines, again.lines)
	}
	return charged(s, in)
}

// business is the calendar's rule said otherwise.
func business(z calendar.Zone, d calendar.Date) bool {
	wd := d.Time().Weekday()
	return wd != time.Saturday && wd != time.Sunday && !z.IsHoliday(d)
}

// charged checks the charges asked by another way: per document, then summed.
func charged(s Sheet, in *Input) error {
	f, _ := in.Charger.(*flat)
	var fees int64
	for _, l := range s.now.lines {
		fees += l.Fee
	}
	if f == nil || s.now.fees != journal.ChargesAsked {
		if fees != 0 {
			return errors.New("fees that were not asked")
		}
	} else if s.Err() == nil {
		var want int64
		for _, x := range f.fee {
			want += x
		}
		if fees != want {
			return fmt.Errorf("fees %d, want %d", fees, want)
		}
	}
	if f == nil || s.now.interest != journal.ChargesAsked || len(s.now.lines) == 0 {
		return nil
	}
	p := s.Draft()
	slices := Slices(p)
	for i := 0; i < len(p.Instalments); i += 1 + len(p.Instalments)/3 { // some lines: big numbers are slow
		n := new(big.Int)
		for _, x := range slices[i] {
			at := int(p.Items[x.Item].Item.Ordinal)
			days := max(p.Instalments[i].Due.Sub(f.due[at]), 0)
			n.Add(n, new(big.Int).Mul(big.NewInt(x.Amount), big.NewInt(f.ppm*int64(days))))
		}
		n.Add(n.Lsh(n, 1), big.NewInt(yearPPM))
		n.Quo(n, big.NewInt(2*yearPPM))
		if p.Instalments[i].Interest != n.Int64() {
			return fmt.Errorf("line %d: interest %d, want %v", i, p.Instalments[i].Interest, n)
		}
	}
	return nil
}

// drawn checks what holds of a plan as its terms draw it up.
func drawn(s Sheet, in *Input) error {
	t, lines := s.now.terms, s.Draft().Instalments
	rest := s.Debt() - t.Down
	if t.Down > 0 {
		lines = lines[1:]
	}
	n := int64(len(lines))
	plain := t.Season == [12]uint8{} && t.Last == 0
	switch {
	case t.By == journal.ByCount && int(n) != int(t.Count):
		return fmt.Errorf("%d lines, %d asked", n, t.Count)
	case t.By == journal.ByEnd && lines[n-1].Due > t.Until:
		return fmt.Errorf("ends on %v, asked %v", lines[n-1].Due, t.Until)
	case t.Last > 0 && n > 1 && lines[n-1].Principal != t.Last:
		return fmt.Errorf("last %d, asked %d", lines[n-1].Principal, t.Last)
	}
	for i, l := range lines {
		last := int64(i) == n-1
		switch {
		case plain && t.By != journal.ByAmount && t.By != journal.ByCapacity && !last && l.Principal != rest/n,
			plain && t.By == journal.ByAmount && !last && l.Principal != t.Amount,
			plain && t.By == journal.ByAmount && t.Count == 0 && last && (l.Principal > t.Amount || l.Principal != rest-(n-1)*t.Amount):
			return fmt.Errorf("line %d of %d: %d", i, n, l.Principal)
		case t.By == journal.ByCapacity && (!last || t.Last == 0):
			if most := allowed(&t, &lines[i]); l.Amount() > most {
				return fmt.Errorf("line %d asks %d, can be paid %d", i, l.Amount(), most)
			}
		}
		if t.Season != [12]uint8{} {
			if _, m, _ := asked(&lines[i]).YMD(); t.Season[m-1] == 1 {
				return fmt.Errorf("line %d in a month left out", i)
			}
		}
	}
	if plain {
		return anchored(&t, lines, in)
	}
	return nil
}

// allowed is what can be paid at once, worked out in fractions.
func allowed(t *journal.PlanTerms, l *journal.Instalment) int64 {
	num := big.NewInt(t.Amount)
	den := int64(1)
	switch t.Every {
	case journal.Weekly:
		num.Mul(num, big.NewInt(12))
		den = 52
	case journal.Fortnightly:
		num.Mul(num, big.NewInt(24))
		den = 52
	case journal.Quarterly:
		num.Mul(num, big.NewInt(3))
	}
	at := new(big.Int).Quo(num, big.NewInt(den)).Int64()
	if _, m, _ := asked(l).YMD(); t.Season[m-1] > 0 {
		at = new(big.Int).Quo(new(big.Int).Mul(big.NewInt(at), big.NewInt(int64(t.Season[m-1])-1)), big.NewInt(100)).Int64()
	}
	return at
}

// anchored checks the dates by the calendar against the standard library's.
func anchored(t *journal.PlanTerms, lines []journal.Instalment, in *Input) error {
	for i := range lines {
		on := asked(&lines[i]).Time()
		if i == 0 {
			continue
		}
		before := asked(&lines[i-1]).Time()
		switch t.Every {
		case journal.Weekly, journal.Fortnightly:
			if days := 7 * (1 + int(t.Every)%2); t.Every == journal.Weekly && on.Sub(before) != 7*24*time.Hour ||
				t.Every == journal.Fortnightly && on.Sub(before) != 14*24*time.Hour {
				return fmt.Errorf("line %d on %v, %v before, %d", i, on, before, days)
			}
			continue
		}
		step := 1
		if t.Every == journal.Quarterly {
			step = 3
		}
		first := time.Date(before.Year(), before.Month()+time.Month(step), 1, 0, 0, 0, 0, time.UTC)
		day := int(t.Day)
		if day == 0 {
			day = in.Today.Time().Day()
			if !t.First.IsZero() {
				day = t.First.Time().Day()
			}
		}
		want := first.AddDate(0, 0, day-1)
		if want.Month() != first.Month() {
			want = first.AddDate(0, 1, -1)
		}
		if !on.Equal(want) {
			return fmt.Errorf("line %d on %v, want %v", i, on, want)
		}
	}
	return nil
}

// alike reports whether two states are one.
func alike(a, b *state) bool {
	return a.terms == b.terms && slices.Equal(a.lines, b.lines) && slices.Equal(a.items, b.items) &&
		a.interest == b.interest && a.fees == b.fees && a.setAside == b.setAside && a.provisional == b.provisional
}

// same reports whether two plans are one.
func same(a, b journal.Plan) bool {
	return a.Terms == b.Terms && slices.Equal(a.Instalments, b.Instalments) && slices.Equal(a.Items, b.Items) &&
		a.Interest == b.Interest && a.Fees == b.Fees && a.Charged == b.Charged && a.ChargedFee == b.ChargedFee &&
		a.ChargedTo == b.ChargedTo && a.Provisional == b.Provisional && a.Clause == b.Clause && a.Currency == b.Currency && a.ID == b.ID
}

// one draws a plan up, edits it, and gives it back; ok is false where the terms
// were refused.
func one(seed uint64) (p journal.Plan, ok bool, err error) {
	r := draw{rand.New(rand.NewPCG(seed, 2026))}
	in := r.input()
	s, err := NewSheet(in, r.terms(&in))
	if err != nil {
		var e *Error
		if !errors.As(err, &e) || e.Code >= CodeCount {
			return p, false, err
		}
		return p, false, nil
	}
	if err := sound(s, &in); err != nil {
		return p, true, err
	}
	if err := drawn(s, &in); err != nil {
		return p, true, err
	}
	for range r.IntN(4) {
		before := s.now.clone()
		next, err := r.edit(s, &in)
		var e *Error
		if err != nil && (!errors.As(err, &e) || !alike(next.now, before)) {
			return p, true, fmt.Errorf("refused edit: %w", err)
		}
		if err != nil {
			continue
		}
		if err := sound(next, &in); err != nil {
			return p, true, fmt.Errorf("edited: %w", err)
		}
		back, undone := next.Undo()
		again, redone := back.Redo()
		if !undone || !redone || !alike(back.now, before) || !alike(again.now, next.now) || !alike(s.now, before) {
			return p, true, errors.New("taken back and done again")
		}
		s = next
	}
	return s.Draft(), true, reopened(s, in, r)
}

// reopened checks that a saved plan gives the sheet back.
func reopened(s Sheet, in Input, r draw) error {
	p, err := s.Plan()
	if err != nil {
		return nil
	}
	again, err := Reopen(in, p)
	if err != nil || !same(again.Draft(), p) || again.Err() != nil {
		return fmt.Errorf("reopened: %w\n%+v\n%+v", err, p, again.Draft())
	}
	if len(s.Shorts()) > 0 {
		return nil // what was asked of them is not part of the plan
	}
	a, errA := s.SetAmount(0, p.Instalments[0].Principal)
	b, errB := again.SetAmount(0, p.Instalments[0].Principal)
	if (errA == nil) != (errB == nil) || !same(a.Draft(), b.Draft()) {
		return fmt.Errorf("reopened and edited: %v, %v\n%+v\n%+v", errA, errB, a.Draft(), b.Draft())
	}
	return nil
}

func howMany() uint64 {
	if testing.Short() || raceDetector {
		return 50_000
	}
	return 1_000_000
}

func TestSeededPlans(t *testing.T) {
	var (
		next, refused, failures atomic.Uint64
		wait                    sync.WaitGroup
	)
	defer debug.SetGCPercent(debug.SetGCPercent(800))
	n := howMany()
	for range runtime.GOMAXPROCS(0) {
		wait.Go(func() {
			for {
				seed := next.Add(1)
				if seed > n || failures.Load() > 5 {
					return
				}
				switch _, ok, err := one(seed); {
				case err != nil:
					failures.Add(1)
					t.Errorf("seed %d: %v", seed, err)
				case !ok:
					refused.Add(1)
				}
			}
		})
	}
	wait.Wait()
	if refused.Load() > n/3 {
		t.Errorf("%d of %d terms refused: the generator tests too little", refused.Load(), n)
	}
}

// The same plans on every machine: a digest of some thousands.
func TestSamePlansEverywhere(t *testing.T) {
	h := fnv.New64a()
	var b []byte
	for seed := range uint64(5000) {
		p, ok, _ := one(seed)
		if !ok {
			continue
		}
		b = b[:0]
		for _, l := range p.Instalments {
			for _, v := range []int64{int64(l.Due), l.Principal, l.Interest, l.Fee, int64(l.Asked), int64(l.Pinned)} {
				b = binary.LittleEndian.AppendUint64(b, uint64(v))
			}
		}
		h.Write(b)
	}
	const want = 0xb8f50279534267c6
	if got := h.Sum64(); got != want {
		t.Errorf("digest %#x, want %#x", got, uint64(want))
	}
}
