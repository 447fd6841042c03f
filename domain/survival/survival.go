// Package survival says how likely an invoice is paid soon, from how late the
// portfolio's invoices were paid.
package survival

// Builder gathers observations.
type Builder struct{}

// Add counts one invoice: paid so many days after its due date, or still open
// at that age.
func (b *Builder) Add(daysLate int, settled bool) {}

// Merge adds what another builder gathered.
func (b *Builder) Merge(o *Builder) {}

// Curve computes the curve.
func (b *Builder) Curve() *Curve { return &Curve{} }

// Curve is the share of invoices still unpaid by days after the due date.
type Curve struct{}

// PayWithin is the probability, in parts per million, that an invoice open so
// many days after its due date is paid within the horizon without a call.
func (c *Curve) PayWithin(age, horizon int) int64 { return 0 }
