package sample

import (
	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/money"
	"relance/domain/terms"
)

// tell books what is open today and notes what was said about it. The words of
// the notes are such that the persons concerned could read them.
func (w *world) tell() {
	w.tellCallbacks()
	w.tellBroken()
	w.tellClocks()
	w.tellDueToday()
	w.tellPlans()
	w.tellLarge()
	w.tellDrifting()
	w.tellTalks()
	w.tellQuiet()
	w.tellWaiting()
	w.tellAgreed()
	w.tellSetAside()
	w.tellLedgerCases()
}

// who is the first contact person's name.
func (c *client) who() string {
	if len(c.Contacts) == 0 {
		return ""
	}
	return c.Contacts[0].Name
}

func (c *client) setTerms(code string) {
	if t, err := terms.Parse(code); err == nil {
		c.Terms, c.terms = code, t
	}
}

func (c *client) setLimit(limit, cover int64) {
	c.limited = true
	c.Limit = money.Of(limit*100, money.EUR)
	if cover > 0 {
		c.Cover = money.Of(cover*100, money.EUR)
	}
}

func (w *world) tellCallbacks() {
	agreed := func(name string, on calendar.Date, minute int16, by journal.Channel, made int, note string) {
		c := w.byName[name]
		w.do(c, w.bd(made), func(p *pen) {
			p.contact(journal.CallAgreed, by, c.who())
			p.callback(on, minute)
		})
		w.note(c, w.bd(made), note)
	}
	c := w.byName["Brasserie Vandevoorde"]
	c.late(31, 8240)
	c.late(12, 3310)
	agreed(c.Name, w.today, 9*60, journal.CalledOut, -3,
		"Souhaite vérifier les bons de livraison avec le dépôt avant de programmer le virement. Rappel convenu à 9 h.")
	c = w.byName["Garage Fauvelin SARL"]
	c.late(48, 2150)
	agreed(c.Name, w.today, 10*60+30, journal.CalledOut, -2, "En rendez-vous ce jour-là, propose 10 h 30. Échange cordial.")
	c = w.byName["Comptoir Malouvin"]
	c.late(26, 3890)
	c.late(9, 1720)
	agreed(c.Name, w.today, 14*60+30, journal.CalledOut, -4, "La personne qui signe les règlements rentre de congé ; rappel convenu à 14 h 30.")
	c = w.byName["Hôtel Bellerive & Spa"]
	c.late(37, 5400)
	agreed(c.Name, w.bd(-1), -1, journal.CalledOut, -5, "Attend l'encaissement d'un groupe de fin de mois, donnera une date au prochain appel.")
	w.doAt(c, w.bd(-5), 14*60+5, func(p *pen) {
		p.undo(p.note("Relevé renvoyé par courriel."))
	})
	c = w.byName["Cinéma L'Entracte"]
	c.late(19, 1980)
	agreed(c.Name, w.today, 16*60, journal.RangUs, -1, "A rappelé après notre message. Vérifie son échéancier de trésorerie, disponible après 16 h.")
}

func (w *world) tellBroken() {
	c := w.byName["Charpentes Ostrevent"]
	a, b := c.late(44, 4120), c.late(23, 3650)
	w.do(c, w.bd(-22), func(p *pen) { p.call(journal.NoAnswer, "") })
	w.do(c, w.bd(-9), func(p *pen) {
		p.call(journal.Promised, c.who())
		p.promise(c.who(), journal.OriginSpoken, w.bd(-5), whole(a, b))
	})
	w.note(c, w.bd(-9), "Virement annoncé pour les deux factures, attend la signature de la direction.")

	c2 := w.byName["Peintures Delcambre"]
	late := c2.late(67, 2890)
	var first journal.ID
	w.do(c2, w.bd(-19), func(p *pen) {
		p.call(journal.Promised, c2.who())
		first = p.promise(c2.who(), journal.OriginSpoken, w.bd(-12), whole(late))
	})
	w.do(c2, w.bd(-12), func(p *pen) {
		p.contact(journal.Promised, journal.RangUs, c2.who())
		p.promise(c2.who(), journal.OriginSpoken, w.bd(-6), whole(late), first)
	})
	w.note(c2, w.bd(-12), "A prévenu spontanément que le règlement de son client avait du retard. Nouvelle date convenue.")

	c3 := w.byName["Établissements Marchaud"]
	d, e := c3.late(35, 3480), c3.late(29, 2210)
	w.do(c3, w.bd(-8), func(p *pen) {
		p.call(journal.Promised, c3.who())
		p.promise(c3.who(), journal.OriginSpoken, w.bd(-5), whole(d, e))
	})
	c3.match(d, c3.receive(w.bd(-4), 2500_00))
	w.note(c3, w.bd(-8), "Ne pas confondre avec les Établissements Maréchaud (C00042). Règle en une fois d'habitude.")

	c4 := w.byName["Traiteur Hennebique"]
	f := c4.late(21, 1640)
	w.do(c4, w.bd(-8), func(p *pen) {
		p.call(journal.Transfer, c4.who())
		p.promise(c4.who(), journal.OriginAnnounced, w.bd(-5), whole(f))
	})

	c5 := w.byName["Constructions navales Le Guerlédec"]
	g := c5.late(52, 9800)
	w.do(c5, w.bd(-24), func(p *pen) { p.remind(1, g) })
	w.do(c5, w.bd(-13), func(p *pen) {
		p.contact(journal.Promised, journal.InWriting, c5.who())
		p.promise(c5.who(), journal.OriginWritten, w.bd(-6), whole(g))
	})
	w.note(c5, w.bd(-13), "Confirmation reçue par courriel : règlement à la livraison du navire en cours de finition.")
}

func (w *world) tellClocks() {
	c := w.byName["Fonderies de la Haute-Vesle"]
	c.setTerms("60")
	c.setLimit(16000, 12000)
	a := c.late(54, 6400)
	c.late(21, 5150)
	c.ahead(14, 5600)
	w.do(c, w.bd(-17), func(p *pen) { p.call(journal.Answered, c.who()) })
	w.do(c, w.bd(-11), func(p *pen) { p.remind(2, a) })
	w.note(c, w.bd(-17), "Baisse d'activité signalée sur une ligne de production. Reste joignable et de bonne foi.")

	c2 := w.byName["Verrerie d'Aubrigny"]
	b, d := c2.late(124, 6480), c2.late(88, 4350)
	c2.ahead(10, 1900)
	judgment := w.today.AddDays(-61)
	w.do(c2, w.today.AddDays(-70), func(p *pen) {
		p.call(journal.Promised, c2.who())
		p.promise(c2.who(), journal.OriginSpoken, w.today.AddDays(-58), whole(b, d))
	})
	w.do(c2, w.today.AddDays(-48), func(p *pen) {
		p.emit(journal.StatusChanged{Status: journal.Insolvency, Since: judgment, Published: w.today.AddDays(-51)})
	})
	w.note(c2, w.today.AddDays(-48), "Redressement judiciaire publié au BODACC. Déclaration de créance à préparer auprès du mandataire.")

	c3 := w.byName["M. Étienne Rouvillois"]
	e := c3.late(690, 3120)
	w.do(c3, w.today.AddDays(-400), func(p *pen) { p.remind(2, e) })
	w.do(c3, w.today.AddDays(-190), func(p *pen) { p.call(journal.Answered, c3.who()) })
	w.note(c3, w.today.AddDays(-190), "Échange courtois. Attendait une reprise de finition, effectuée depuis ; reverra la facture.")
}

func (w *world) tellDueToday() {
	c := w.byName["Bâti-Littoral Construction"]
	a, b := c.late(40, 3820), c.late(18, 2540)
	w.do(c, w.bd(-6), func(p *pen) {
		p.call(journal.Promised, c.who())
		p.promise(c.who(), journal.OriginSpoken, w.today, whole(a, b))
	})
	c.late(11, 1960)
	w.note(c, w.bd(-6), "Règle les deux plus anciennes à cette date, la dernière suivra après visa du chantier.")

	c2 := w.byName["Cave des Coteaux de Layrac-Haut"]
	d := c2.late(29, 2280)
	w.do(c2, w.bd(-3), func(p *pen) {
		p.contact(journal.Transfer, journal.InWriting, c2.who())
		p.promise(c2.who(), journal.OriginAnnounced, w.today, whole(d))
	})
}
