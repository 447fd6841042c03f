package sample

import (
	"fmt"

	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/plan"
)

// deal is a plan of equal instalments a month apart, drawn up on a day.
type deal struct {
	on    calendar.Date
	terms journal.PlanTerms
	items []*ledger.Item
}

// everyMonth draws n instalments, of which the one at index at falls on a business
// day, over items.
func everyMonth(on, day calendar.Date, at, n int, items ...*ledger.Item) deal {
	_, _, dom := day.YMD()
	return deal{on, journal.PlanTerms{Count: uint16(n), First: day.AddMonths(-at), Day: uint8(dom)}, items}
}

// plan draws the deal up. Its documents have their numbers only when the diary
// is written; dates and amounts do not depend on them.
func (d deal) plan() journal.Plan {
	list, _ := parts(whole(d.items...))
	p, err := plan.Draw(plan.Input{
		Today: d.on, Currency: money.EUR, Items: plan.Parts(list), Order: plan.AsGiven, Zone: calendar.France,
	}, d.terms)
	if err != nil {
		return journal.Plan{Currency: money.EUR, Items: list} // seen by the tests
	}
	return p
}

// lines are the instalments of the deal.
func (d deal) lines() []journal.Instalment { return d.plan().Instalments }

// propose notes that a plan was proposed in a call.
func (w *world) propose(c *client, d deal) {
	w.do(c, d.on, func(p *pen) {
		p.call(journal.PlanAsked, c.who())
		p.emit(journal.PlanProposed{Plan: d.plan()})
	})
}

// sign notes a plan proposed on its day and signed on another; id is known once
// that day is written.
func (w *world) sign(c *client, d deal, on calendar.Date) (id *journal.ID) {
	id = new(journal.ID)
	w.do(c, d.on, func(p *pen) {
		p.call(journal.PlanAsked, c.who())
		*id = p.emit(journal.PlanProposed{Plan: d.plan()})
	})
	w.doAt(c, on, 11*60+45, func(p *pen) {
		signed := d.plan()
		signed.ID = *id
		p.emit(journal.PlanSigned{Plan: signed}, *id)
	})
	return id
}

// paid books the receipts of the first n instalments, each that many days after
// its date, and matches them.
func (d deal) paid(c *client, n, late int) {
	group := append([]*ledger.Item{}, d.items...)
	for _, l := range d.lines()[:n] {
		group = append(group, c.receive(l.Due.AddDays(late), l.Principal))
	}
	c.match(group...)
}

func (w *world) tellPlans() {
	w.tellDebited()
	// An instalment is due today.
	c2 := w.byName["Métallerie Craponnet"]
	d := c2.late(76, 6300)
	due := everyMonth(0, w.today, 1, 4, d)
	if !calendar.France.IsBusinessDay(w.today) {
		due.terms.Roll = journal.RollNone // today, even on a Sunday
	}
	due.on = due.terms.First.AddDays(-12)
	w.sign(c2, due, due.on.AddDays(4))
	due.paid(c2, 1, 0)

	// The second instalment was missed.
	c3 := w.byName["Tôlerie industrielle Wambrecq"]
	e, f := c3.late(103, 5150), c3.late(72, 3900)
	missed := everyMonth(0, w.bd(-7), 1, 5, e, f)
	missed.on = missed.terms.First.AddDays(-15)
	w.sign(c3, missed, missed.on.AddDays(6))
	missed.paid(c3, 1, 0)
	w.note(c3, missed.on.AddDays(6), "Échéancier signé reçu par courrier. Préfère le milieu du mois.")

	// Proposed and never signed.
	c4 := w.byName["Électricité générale Pontavert"]
	g, h := c4.late(83, 5200), c4.late(46, 2980)
	w.propose(c4, everyMonth(w.today.AddDays(-16), w.bd(6), 0, 4, g, h))
	w.note(c4, w.today.AddDays(-16), "Échéancier en quatre fois envoyé pour signature, à lui représenter si sans nouvelles.")

	// Proposed a few days ago.
	c5 := w.byName["Scierie de la Forêt-Dorée"]
	i := c5.late(58, 4420)
	w.propose(c5, everyMonth(w.bd(-3), w.bd(8), 0, 3, i))

	// Paid to the end.
	c6 := w.byName["Piscines Azurelle"]
	k := c6.late(190, 4680)
	done := everyMonth(0, calendar.France.PreviousBusinessDay(w.today.AddDays(-45)), 2, 3, k)
	done.on = done.terms.First.AddDays(-13)
	w.sign(c6, done, done.on.AddDays(5))
	done.paid(c6, 3, 1)
}

// debtorIBAN is an account of a bank that does not exist, with the keys that an
// account must have.
const debtorIBAN = "FR7699999000010000000023104"

// tellDebited: a plan in progress that is collected by direct debit. Two
// instalments went into files and are paid, the third is due soon.
func (w *world) tellDebited() {
	c := w.byName["Camping Les Oyats"]
	c.PaymentMethod = "prélèvement"
	a, b := c.late(128, 5400), c.late(97, 4850)
	d := everyMonth(0, w.bd(4), 2, 6, a, b)
	d.on = d.terms.First.AddDays(-20)
	agreed := d.on.AddDays(4)
	reference := "RUM-" + c.Key.Account + "-1"
	id := w.sign(c, d, agreed)
	w.doAt(c, agreed, 11*60+50, func(p *pen) {
		p.emit(journal.MandateSet{
			Reference: reference, IBAN: p.text(debtorIBAN), SignedOn: calendar.France.PreviousBusinessDay(agreed), Scheme: journal.CORE,
		})
	})
	for no, line := range d.lines()[:2] {
		on := calendar.Target.NextBusinessDay(line.Due)
		sequence := "FRST"
		if no > 0 {
			sequence = "RCUR"
		}
		file := calendar.France.AddBusinessDays(line.Due, -3)
		y, m, dom := file.YMD()
		w.doAt(c, file, 16*60+10, func(p *pen) {
			p.emit(journal.DebitIssued{
				Plan: *id, Number: uint16(no + 1), Due: line.Due, Amount: money.Of(line.Principal, money.EUR), Mandate: reference,
				CollectOn: on, Sequence: sequence, Message: fmt.Sprintf("REL-%04d%02d%02d-161000-%04x", y, int(m), dom, 0x3e17+no),
			}, *id)
		})
	}
	d.paid(c, 2, 0)
	w.note(c, d.on, "Saison moins bonne que prévu. A demandé à étaler sur six mois, par prélèvement, et tient à honorer sa dette.")
}
