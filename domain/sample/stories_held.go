package sample

import (
	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/ledger"
)

// tellWaiting: callbacks of later days and calls to repeat.
func (w *world) tellWaiting() {
	for _, l := range []struct {
		name   string
		days   int
		euros  int64
		made   int
		on     calendar.Date
		minute int16
		note   string
	}{
		{"Location Matériel Ardanne", 33, 4100, -3, w.bd(2), 11 * 60, "Reçoit les relevés de ses chantiers en début de semaine, préfère un appel ensuite."},
		{"Imprimerie des Deux-Caps", 15, 1490, -2, w.bd(1), -1, "Vérifie le bon à tirer de la signalétique, rappel convenu."},
		{"Résidence Les Glycines d'Arvel", 27, 2680, -4, w.bd(6), 9*60 + 30, "Conseil d'administration la semaine prochaine, réponse après."},
	} {
		c := w.byName[l.name]
		c.late(l.days, l.euros)
		w.do(c, w.bd(l.made), func(p *pen) {
			p.call(journal.CallAgreed, c.who())
			p.callback(l.on, l.minute)
		})
		w.note(c, w.bd(l.made), l.note)
	}
	for _, l := range []struct {
		name  string
		euros int64
	}{{"Bijouterie Lorenz-Aubry", 1320}, {"Façades Rhône-Sillon", 3760}} {
		c := w.byName[l.name]
		c.late(17, l.euros)
		w.do(c, w.bd(-1), func(p *pen) { p.call(journal.NoAnswer, "") })
	}
}

// tellAgreed: promises that run and disputes that wait for an answer.
func (w *world) tellAgreed() {
	for _, l := range []struct {
		name     string
		days     int
		euros    int64
		made, by int
		origin   journal.PromiseOrigin
	}{
		{"Menuiseries Françoys Hervo", 31, 4380, -3, 3, journal.OriginSpoken},
		{"Optique Beauséjour", 22, 1150, -2, 2, journal.OriginWritten},
		{"Entrepôts frigorifiques d'Escaulde", 27, 8750, -4, 4, journal.OriginSpoken},
		{"Jardinerie Les Quatre Saules", 35, 3190, -6, -1, journal.OriginSpoken},
	} {
		c := w.byName[l.name]
		it := c.late(l.days, l.euros)
		w.do(c, w.bd(l.made), func(p *pen) {
			by := journal.CalledOut
			if l.origin == journal.OriginWritten {
				by = journal.InWriting
			}
			p.contact(journal.Promised, by, c.who())
			p.promise(c.who(), l.origin, w.bd(l.by), whole(it))
		})
	}
	w.note(w.byName["Entrepôts frigorifiques d'Escaulde"], w.bd(-4), "Facture au paiement de la fin de semaine, confirmé par la direction financière.")

	c := w.byName["Carrelages Bianquetti"]
	a := c.late(43, 2870)
	w.do(c, w.bd(-16), func(p *pen) {
		p.call(journal.Disputed, c.who())
		p.dispute(journal.Quality, "L. Carpentier", w.bd(-2), whole(a))
	})
	w.note(c, w.bd(-16), "Deux plans de travail voilés, photos reçues. Expertise en atelier demandée.")

	c2 := w.byName["Agencement Poitrineau"]
	b := c2.late(20, 3480)
	w.do(c2, w.bd(-5), func(p *pen) {
		p.call(journal.Disputed, c2.who())
		p.dispute(journal.OrderNumberMissing, "J. Ollivier", w.bd(1), whole(b))
	})

	// Two disputes of last season that were settled.
	c3 := w.byName["Serres du Marais-Bleu"]
	var opened journal.ID
	d := c3.invoice(calendar.France.PreviousBusinessDay(w.today.AddDays(-140)), 2600_00)
	w.do(c3, w.today.AddDays(-98), func(p *pen) {
		p.call(journal.Disputed, c3.who())
		opened = p.dispute(journal.CreditNoteAwaited, "N. Roussel", w.today.AddDays(-84), []part{{d, d.Amount / 10}})
	})
	w.do(c3, w.today.AddDays(-80), func(p *pen) {
		p.emit(journal.DisputeResolved{Dispute: opened, How: journal.Founded}, opened)
	})
	cn := c3.credit(w.today.AddDays(-79), d, 10, "Avoir commercial")
	c3.pay(w.today.AddDays(-72), d, cn)
}

// tellSetAside: clients that are not called, each for its reason.
func (w *world) tellSetAside() {
	c := w.byName["Atelier du Nord Logistique"]
	c.late(95, 6800)
	c.late(34, 3400)
	w.do(c, w.today.AddDays(-300), func(p *pen) {
		p.emit(journal.StatusChanged{Status: journal.NeverDun, Since: w.today.AddDays(-300)})
	})
	w.note(c, w.today.AddDays(-300), "Société du groupe : soldes compensés chaque trimestre par la comptabilité.")

	c2 := w.byName["Vêtements Noémie & Basile"]
	a, b := c2.late(240, 3150), c2.late(196, 1480)
	w.do(c2, w.today.AddDays(-165), func(p *pen) { p.remind(2, a, b) })
	w.do(c2, w.today.AddDays(-120), func(p *pen) { p.remind(3, a, b) })
	w.do(c2, w.today.AddDays(-60), func(p *pen) {
		p.emit(journal.StatusChanged{Status: journal.Legal, Since: w.today.AddDays(-60)})
	})
	w.note(c2, w.today.AddDays(-60), "Dossier confié à l'avocat, tout échange passe désormais par son étude.")

	c3 := w.byName["Association Les Petits Explorateurs"]
	c3.late(25, 1350)
	w.do(c3, w.bd(-8), func(p *pen) {
		p.call(journal.Answered, c3.who())
		p.emit(journal.StatusChanged{Status: journal.OnHold, Since: w.bd(-8), Until: w.today.AddDays(12)})
	})
	w.note(c3, w.bd(-8), "Subvention votée, versement attendu. Relances suspendues jusque-là d'un commun accord.")

	for _, l := range []struct {
		name  string
		days  int
		euros int64
		made  int
	}{{"Discothèque Le Galion", 40, 1900, -7}, {"Studio photo Clair-Obscur", 27, 760, -3}} {
		c := w.byName[l.name]
		if len(c.Contacts) == 0 {
			c.Contacts = []ledger.Contact{{Phone: phone(&c.r, c.region)}}
		}
		c.late(l.days, l.euros)
		w.do(c, w.bd(l.made), func(p *pen) { p.call(journal.WrongNumber, "") })
	}
}
