// Package survival says how likely an invoice is paid soon without anybody
// calling, from how late the whole portfolio's invoices were paid. Measured on
// a public sample, one pooled curve conditional on age forecasts better than
// due dates or clients' own means. All in whole numbers.
package survival

import "relance/domain/money"

// Ages are days after the due date, negative before it. Older and younger ones
// count as the last and the first; beyond the last age the curve falls as it
// does on average over its last tail days.
const (
	minAge = -90
	maxAge = 730
	tail   = 180
	span   = maxAge - minAge + 1
)

// one is the whole in the curve's own precision.
const one = 1_000_000_000_000

// strength is how many invoices at risk the prior counts for on each day.
const strength = 25

// priorPPM is, in parts per million, the share of the open invoices of an age
// that is paid on the next day where no history says otherwise: most pay around
// the due date or in the month after it, and what is half a year old comes
// rarely by itself. It stands in for experience until strength invoices have
// reached an age, and fades as more do.
func priorPPM(age int) int64 {
	switch {
	case age < -30:
		return 2_000
	case age < -3:
		return 8_000
	case age <= 10:
		return 60_000
	case age <= 30:
		return 35_000
	case age <= 60:
		return 20_000
	case age <= 90:
		return 12_000
	case age <= 180:
		return 6_000
	}
	return 2_000
}

// Builder gathers observations. The zero value is ready; the order in which
// observations come does not matter.
type Builder struct {
	settled [span]int64 // invoices paid at that age
	open    [span]int64 // invoices open at that age, no more is known of them
}

// Add counts one invoice: paid so many days after its due date, or still open
// at that age.
func (b *Builder) Add(daysLate int, settled bool) {
	at := index(daysLate)
	if settled {
		b.settled[at]++
	} else {
		b.open[at]++
	}
}

// Merge adds what another builder gathered.
func (b *Builder) Merge(o *Builder) {
	for i := range b.settled {
		b.settled[i] += o.settled[i]
		b.open[i] += o.open[i]
	}
}

func index(age int) int { return min(max(age, minAge), maxAge) - minAge }

// Curve computes the curve after Kaplan and Meier: S(t) = Π (1 − paid/at risk)
// over the ages up to t, where an open invoice is at risk up to its age and the
// prior adds its share of strength invoices on each day.
func (b *Builder) Curve() *Curve {
	c := &Curve{}
	var atRisk int64
	for i := range b.settled {
		atRisk += b.settled[i] + b.open[i]
	}
	left := int64(one)
	for i := range b.settled {
		risk := (atRisk + strength) * money.PPM
		paid := b.settled[i]*money.PPM + strength*priorPPM(i+minAge)
		left = money.MulDiv(left, risk-paid, risk)
		c.left[i] = max(left, 1)
		atRisk -= b.settled[i] + b.open[i]
	}
	c.tailPPM = tailPPM(b)
	return c
}

// tailPPM is the share still open one day later, on average over the last days
// of the curve.
func tailPPM(b *Builder) int64 {
	var atRisk, days, paid int64
	for i := span - 1; i >= span-tail; i-- {
		atRisk += b.settled[i] + b.open[i]
		days += atRisk
		if i < span-1 { // the last age gathers all older ones
			paid += b.settled[i]
		}
	}
	prior := int64(strength * tail)
	return money.PPM - (paid*money.PPM+prior*priorPPM(maxAge))/(days+prior)
}

// Curve is the share of the invoices still unpaid by days after the due date.
type Curve struct {
	left    [span]int64 // unpaid at the end of that age, out of one
	tailPPM int64       // share still open one day later, past the last age
}

// PayWithin is the probability, in parts per million, that an invoice that is
// open so many days after its due date (negative before it) is paid within the
// next horizon days: 1 − S(age+horizon)/S(age). A horizon of 0 or less gives 0.
func (c *Curve) PayWithin(age, horizon int) int64 {
	if horizon <= 0 {
		return 0
	}
	age = max(age, minAge)
	horizon = min(horizon, 4*span)
	left := int64(money.PPM)
	if age < maxAge {
		within := min(horizon, maxAge-age)
		left = money.MulDiv(c.left[index(age+within)], money.PPM, c.left[index(age)])
		horizon -= within
	}
	for ; horizon > 0; horizon-- {
		left = money.MulDiv(left, c.tailPPM, money.PPM)
	}
	return money.PPM - left
}
