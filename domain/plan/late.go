package plan

import (
	"relance/domain/calendar"
	"relance/domain/latefee"
	"relance/domain/ledger"
)

// LateFees charges a plan's items by the law or the contract: see package
// latefee. It keeps what it worked out, so one must not be used by several
// goroutines at once.
type LateFees struct {
	rates  latefee.Rates
	terms  latefee.Terms
	claims []latefee.Claim
	pivot  calendar.Date // from this day on, interest runs or not, and fees are what they are
	kinds  []kind        // items that bear the same rate on every day from the pivot on
	of     []int32       // kind of each item
	upTo   []Weight      // of each item to the pivot
	fees   []fee
	before [][]Opening
}

type kind struct {
	item   int // one of them
	public int64
	frozen bool
	none   bool
	marks  []mark                 // ends of half-years from the pivot on
	days   map[calendar.Date]mark // from the pivot to the days asked for
}

// mark is the weight from the pivot to a day, or why it is not known.
type mark struct {
	to     calendar.Date
	weight Weight
	err    error
}

type fee struct {
	known  bool
	amount int64
}

// weightBase makes the interest on it, in minor units, the weight itself.
const weightBase = 365 * 1_000_000

// maxDays is how many days are kept of a kind: some plans' dates.
const maxDays = 4 * MaxInstalments

// NewLateFees gives the charger of an Input whose Items are the claims, in the
// same order; a claim's amount is the whole document's. A rate that is not
// known and that terms do not allow to guess is *latefee.MissingRate, here or
// when a date is asked for.
func NewLateFees(rates latefee.Rates, terms latefee.Terms, claims []latefee.Claim) (*LateFees, error) {
	l := &LateFees{
		rates: rates, terms: terms, claims: claims,
		of: make([]int32, len(claims)), upTo: make([]Weight, len(claims)), fees: make([]fee, len(claims)),
		before: make([][]Opening, len(claims)),
	}
	l.pivot = terms.StopOn
	for i := range claims {
		l.pivot = max(l.pivot, claims[i].Due+1)
		if from, ok := terms.Begins(claims[i]); ok {
			l.pivot = max(l.pivot, from)
		}
	}
	l.pivot = min(l.pivot, calendar.MaxDate)
	for i := range claims {
		l.of[i] = l.kindOf(i)
		w, err := l.accrue(i, claims[i].Due, l.pivot)
		if err != nil {
			return nil, err
		}
		l.upTo[i] = w
	}
	return l, nil
}

// kindOf finds the items that bear the same interest from the pivot on.
func (l *LateFees) kindOf(i int) int32 {
	c := &l.claims[i]
	k := kind{item: i, frozen: l.terms.Freezes(*c)}
	_, begins := l.terms.Begins(*c)
	k.none = !begins || c.InterestWaived || c.Due.IsZero() || c.Amount <= 0 || c.Kind == ledger.CreditNote || c.Kind == ledger.Receipt
	if l.terms.Nature == ledger.Public {
		if rate, provisional, ok := l.rates.At(latefee.FRPublic, c.Due+1); ok || provisional {
			k.public = 2 * rate.PPM
			if provisional {
				k.public++
			}
		}
	}
	for n := range l.kinds {
		if o := &l.kinds[n]; o.frozen == k.frozen && o.none == k.none && o.public == k.public {
			return int32(n)
		}
	}
	k.days = make(map[calendar.Date]mark)
	l.kinds = append(l.kinds, k)
	return int32(len(l.kinds) - 1)
}

func (l *LateFees) accrue(i int, after, to calendar.Date) (Weight, error) {
	if l.claims[i].Amount <= 0 {
		return Weight{}, nil
	}
	a, err := latefee.Accrue(l.rates, l.terms, l.claims[i], weightBase, after, to)
	return Weight{a.Exact.Round(), a.Provisional}, err
}

// Weight implements Charger.
func (l *LateFees) Weight(item int, day calendar.Date) (Weight, error) {
	if item < 0 || item >= len(l.claims) {
		return Weight{}, nil
	}
	if day < l.pivot {
		return l.accrue(item, l.claims[item].Due, day)
	}
	k := &l.kinds[l.of[item]]
	since, known := k.days[day]
	if !known {
		since = l.since(k, day)
		if len(k.days) >= maxDays {
			clear(k.days)
		}
		k.days[day] = since
	}
	w := l.upTo[item]
	return Weight{w.PPMDays + since.weight.PPMDays, w.Provisional || since.weight.Provisional}, since.err
}

// since adds the days of the last half-year to those before it.
func (l *LateFees) since(k *kind, day calendar.Date) mark {
	from := calendar.HalfYearOf(l.pivot)
	halves := int(calendar.HalfYearOf(day) - from)
	at := mark{to: l.pivot}
	for n := len(k.marks); n < halves; n++ {
		if n > 0 {
			at = k.marks[n-1]
		}
		k.marks = append(k.marks, l.extend(k, at, (from+calendar.HalfYear(n)).Last()))
	}
	if halves > 0 {
		at = k.marks[halves-1]
	}
	return l.extend(k, at, day)
}

// extend adds the days up to one to a mark.
func (l *LateFees) extend(k *kind, at mark, to calendar.Date) mark {
	if at.err != nil {
		return at
	}
	w, err := l.accrue(k.item, at.to, to)
	return mark{to, Weight{at.weight.PPMDays + w.PPMDays, at.weight.Provisional || w.Provisional}, err}
}

// PaidBefore tells what was paid of an item before the plan, late or not: the
// plan takes the interest that ran until then with the item's own, so that
// nothing is left between the plan and a statement of late fees. A rate that is
// not known is *latefee.MissingRate.
func (l *LateFees) PaidBefore(item int, payments []latefee.Movement) error {
	var out []Opening
	for _, m := range payments {
		if m.Credit || m.Amount <= 0 {
			continue
		}
		w, err := l.accrue(item, l.claims[item].Due, m.On)
		if err != nil {
			return err
		}
		if w.PPMDays > 0 {
			out = append(out, Opening{m.Amount, w})
		}
	}
	l.before[item] = out
	return nil
}

// Openings implements Charger.
func (l *LateFees) Openings(item int) []Opening {
	if item < 0 || item >= len(l.before) {
		return nil
	}
	return l.before[item]
}

// Fee implements Charger: the indemnity due for the document as of the day on
// which it begins to be paid.
func (l *LateFees) Fee(item int, day calendar.Date) (int64, error) {
	if item < 0 || item >= len(l.claims) {
		return 0, nil
	}
	if day < l.pivot {
		return l.fee(item, day)
	}
	f := &l.fees[item]
	if !f.known {
		amount, err := l.fee(item, day)
		if err != nil {
			return 0, err
		}
		*f = fee{true, amount}
	}
	return f.amount, nil
}

func (l *LateFees) fee(item int, day calendar.Date) (int64, error) {
	c := l.claims[item]
	c.InterestWaived = true // rates do not matter
	s, err := latefee.Compute(l.rates, l.terms, []latefee.Claim{c}, day)
	return s.Fees, err
}
