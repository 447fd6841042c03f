package sample

import (
	"relance/domain/calendar"
	"relance/domain/ledger"
)

// fillHistories gives every client its settled past, up to the oldest item that
// its story left open.
func (w *world) fillHistories() {
	for _, c := range w.clients {
		c.history()
	}
}

func (c *client) history() {
	n, gap := c.pace()
	end := c.world.cutoff.AddDays(-c.r.below(gap))
	if first := c.firstItem(); first != 0 {
		end = min(end, first.AddDays(-gap/2))
	}
	for i := range n {
		date := calendar.France.PreviousBusinessDay(end.AddDays(-i*gap - c.r.below(max(gap/3, 1))))
		if date < c.world.start() {
			return
		}
		c.order(date, i)
	}
}

// pace gives the number of past orders and the days between them.
func (c *client) pace() (orders, gap int) {
	switch c.rhythm {
	case monthly:
		orders, gap = 19, 36
	case quarterly:
		orders, gap = c.r.between(4, 6), 105
	default:
		orders, gap = c.r.between(2, 4), 150
	}
	if c.orders > 0 {
		orders, gap = c.orders, min(gap, 34)
	}
	return orders, gap
}

// firstItem is the date of the oldest item so far, zero when there is none.
func (c *client) firstItem() calendar.Date {
	var d calendar.Date
	for _, it := range c.items {
		if d == 0 || it.Date < d {
			d = it.Date
		}
	}
	return d
}

// order books one past order, one or two invoices, and its payment, the latest
// order being number 0. What is not due yet may still be open.
func (c *client) order(date calendar.Date, nth int) {
	items := []*ledger.Item{c.invoice(date, c.amount())}
	due := c.due(items[0])
	second := calendar.France.NextBusinessDay(date.AddDays(c.r.between(1, 4)))
	if c.drift == 0 && c.r.one(6) && second < c.world.cutoff && c.terms.Due(second).Sub(due) < 7 {
		items = append(items, c.invoice(second, c.amount()))
	}
	delay := c.habit + c.r.between(-2, 3)
	if nth < 4 {
		delay += c.drift
	}
	on := calendar.France.NextBusinessDay(due.AddDays(delay))
	if on > c.world.cutoff {
		if due >= c.world.today {
			return
		}
		on = c.world.bd(-c.r.between(1, 4))
	}
	if c.r.one(22) {
		cn := c.credit(date.AddDays(c.r.between(6, 15)), items[0], int64(c.r.between(4, 18)), "Avoir commercial")
		items = append(items, cn)
	}
	c.pay(on, items...)
}
