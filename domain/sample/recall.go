package sample

import (
	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/ledger"
)

// recall notes what was said about invoices that are paid by now: for the
// clients named, promises kept and broken; for others that paid late, a call
// now and then.
func (w *world) recall() {
	promisers := map[string]int{ // one in so many was broken
		"Moulins de Saint-Orven": 9, "Isolation Grand Ouest Habitat": 2, "Super Coloma": 3,
		"Coopérative agricole du Ternoy": 4, "Société Mécanique du Scarpel": 4,
	}
	since := w.today.AddDays(-330)
	for _, c := range w.clients {
		n := 0
		for _, g := range c.groups {
			if g.last < since || !g.paid() {
				continue
			}
			due := c.due(g.items[0])
			late := g.last.Sub(due)
			every, promises := promisers[c.Name]
			switch {
			case promises && late >= 16:
				n++
				w.recallPromise(c, g, n%every == every-1)
			case late >= 6 && w.diary.r.one(2):
				w.recallCall(c, g, due)
			}
		}
	}
	w.recallParticulars()
	w.forgetContacts()
}

// forgetContacts leaves a few clients that nobody has had to call without a
// contact person.
func (w *world) forgetContacts() {
	called := map[*client]bool{}
	for _, e := range w.diary.acts {
		called[e.client] = true
	}
	for _, c := range w.clients {
		if !called[c] && c.no%7 == 0 {
			c.Contacts = nil
		}
	}
}

// recallPromise notes the promise that a receipt kept, or came too late for; a
// broken one was followed by a call.
func (w *world) recallPromise(c *client, g *matched, broken bool) {
	bd := func(n int) calendar.Date { return calendar.France.AddBusinessDays(g.last, n) }
	made, due := bd(-6), bd(-1)
	if broken {
		made, due = bd(-10), bd(-6)
	}
	var promised []part
	var credits int64
	for _, it := range g.items {
		switch {
		case it.Amount > 0:
			promised = append(promised, part{it, it.Amount})
		case it.Kind == ledger.CreditNote:
			credits += it.Amount
		}
	}
	promised[0].amount += credits
	w.do(c, made, func(p *pen) {
		p.call(journal.Promised, c.who())
		p.promise(c.who(), journal.OriginSpoken, due, promised)
	})
	if broken {
		w.do(c, bd(-3), func(p *pen) { p.call(journal.Answered, c.who()) })
		w.note(c, bd(-3), "S'excuse du retard, le règlement part cette semaine.")
	}
}

var answers = []string{
	"Facture retrouvée, mise au prochain paiement.",
	"Attendait le bon de livraison signé, envoyé par courriel.",
	"La comptabilité était fermée la semaine dernière, s'en occupe.",
	"Paiement groupé en fin de mois, c'est leur habitude.",
	"Remercie pour le rappel, règlement lancé.",
	"Préfère recevoir le relevé par courriel avant l'appel.",
}

func (w *world) recallCall(c *client, g *matched, due calendar.Date) {
	day := calendar.France.NextBusinessDay(due.AddDays(3))
	if day >= g.last {
		return
	}
	switch w.diary.r.below(5) {
	case 0, 1:
		w.do(c, day, func(p *pen) { p.call(journal.NoAnswer, "") })
	case 2:
		w.do(c, day, func(p *pen) { p.call(journal.MessageLeft, "") })
	default:
		w.do(c, day, func(p *pen) { p.call(journal.Answered, c.who()) })
		if w.diary.r.one(2) {
			w.note(c, day, pick(&w.diary.r, answers))
		}
	}
}

// recallParticulars notes what collectors found out and wrote down, and the
// reviews of some accounts.
func (w *world) recallParticulars() {
	for i, name := range []string{"Verrerie d'Aubrigny", "Hypermarché Le Grand Verger", "Supermarché Olivariane", "Tissages Roubaisot"} {
		c := w.byName[name]
		w.do(c, w.today.AddDays(-75-12*i), func(p *pen) {
			p.person(ledger.Contact{Name: pick(p.r, titles) + " " + pick(p.r, surnames), Role: "direction financière", Phone: phone(p.r, mobile)})
		})
	}
	c := w.byName["Hypermarché Le Grand Verger"]
	w.do(c, w.today.AddDays(-110), func(p *pen) {
		p.emit(journal.ReviewRecorded{Next: w.today.AddMonths(3), Note: p.text("Comptes lus, situation saine, plafond maintenu.")})
	})
	c = w.byName["Tissages Roubaisot"]
	w.do(c, w.today.AddDays(-130), func(p *pen) {
		p.emit(journal.ParticularsChanged{Field: ledger.FieldSector, Value: "textile d'ameublement"})
	})
	c = w.byName["Moulins de Saint-Orven"]
	w.do(c, w.today.AddDays(-200), func(p *pen) {
		p.emit(journal.ParticularsChanged{Field: ledger.FieldPaymentMethod, Value: "virement"})
	})
	w.note(w.byName["Office de tourisme du Haut-Sierroz"], w.today.AddDays(-35), "Le dépôt des factures se fait sur le portail public, service 12.")
}
