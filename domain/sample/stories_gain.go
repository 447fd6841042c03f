package sample

import (
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
)

func (w *world) tellLarge() {
	c := w.byName["Les Halles du Ponchel"]
	a := c.late(49, 11900)
	c.late(20, 11200)
	c.ahead(8, 12650)
	c.setLimit(90000, 0)
	w.do(c, w.bd(-14), func(p *pen) {
		p.call(journal.Disputed, "Mme Sorel")
		p.dispute(journal.Price, "N. Roussel", w.bd(3), []part{{a, 2384_00}})
	})
	w.note(c, w.bd(-14), "Écart de tarif sur les têtes de gondole : l'accord commercial de janvier prévoit 4 % de moins. Transmis au commercial.")
	w.do(c, w.bd(-7), func(p *pen) { p.call(journal.Answered, "Mme Sorel") })
	w.note(c, w.bd(-7), "Le reste de la facture et la suivante sont bons à payer, en attente du prochain passage en paiement.")
	w.do(c, w.bd(-30), func(p *pen) {
		p.person(ledger.Contact{Name: "Mme Sorel", Role: "comptabilité centrale", Phone: "03 53 01 24 18", Email: "compta@halles-du-ponchel.example.com"})
	})

	c2 := w.byName["Terrassements Haudicourt"]
	d := c2.late(29, 6350)
	c2.late(13, 1880)
	w.do(c2, w.bd(-8), func(p *pen) {
		p.call(journal.Disputed, c2.who())
		p.dispute(journal.Quantity, "J. Ollivier", w.bd(2), []part{{d, 1260_00}})
	})
	w.note(c2, w.bd(-8), "Conteste trois caillebotis manquants à la livraison ; le bon d'émargement lui est renvoyé.")

	c3 := w.byName["Transports Kerandel"]
	c3.late(34, 5900)
	c3.late(11, 4850)
	c3.setLimit(8000, 0)
	w.do(c3, w.bd(-12), func(p *pen) { p.call(journal.MessageLeft, "") })
	w.do(c3, w.bd(-11), func(p *pen) { p.call(journal.Answered, c3.who()) })

	c4 := w.byName["Moulins de Saint-Orven"]
	c4.habit, c4.orders = 20, 9
	c4.late(10, 4650)
	w.note(c4, w.bd(-40), "Paie à chaque fois après un appel, quelques jours plus tard. Préfère les appels du matin.")

	c5 := w.byName["Isolation Grand Ouest Habitat"]
	c5.habit, c5.orders = 24, 8
	c5.late(73, 4480)
	c5.late(38, 1970)
	c5.setLimit(7500, 0)
	w.do(c5, w.bd(-10), func(p *pen) { p.call(journal.Answered, c5.who()) })
	w.note(c5, w.bd(-10), "Attend le déblocage d'une prime par l'organisme payeur, fournira l'avis de versement.")
}

func (w *world) tellDrifting() {
	for _, d := range []struct {
		name   string
		days   int
		recent []int64
	}{
		{"Super Coloma", 19, []int64{5200, 4350}},
		{"Bricolage Le Clou d'argent", 17, []int64{4480}},
		{"Coopérative agricole du Ternoy", 21, []int64{3650, 2940}},
		{"Société Mécanique du Scarpel", 20, []int64{3320}},
	} {
		c := w.byName[d.name]
		c.drift, c.habit = d.days, 2
		if c.rhythm != monthly {
			c.orders = 14
		}
		for i, euros := range d.recent {
			c.late(19-12*i, euros)
		}
		c.ahead(9, d.recent[0])
	}
	c := w.byName["Super Coloma"]
	w.do(c, w.bd(-16), func(p *pen) { p.call(journal.Answered, c.who()) })
	w.note(c, w.bd(-16), "Nouveau logiciel de comptabilité depuis le trimestre dernier, les validations prennent plus de temps.")
	c2 := w.byName["Bricolage Le Clou d'argent"]
	c2.setLimit(6000, 0)
	w.do(c2, w.bd(-45), func(p *pen) {
		p.emit(journal.LimitDecided{
			Limit: money.Of(7000_00, money.EUR), Until: w.today.AddMonths(4),
			Reason: p.text("Délais qui s'allongent, encours ramené en attendant les comptes."),
		})
	})
}

func (w *world) tellTalks() {
	c := w.byName["Serrurerie Haquette"]
	c.late(66, 1840)
	w.do(c, w.bd(-20), func(p *pen) { p.call(journal.Answered, c.who()) })
	w.do(c, w.bd(-4), func(p *pen) { p.call(journal.Refusal, c.who()) })
	w.note(c, w.bd(-4), "Estime que la pose n'était pas comprise. Devis signé à lui renvoyer avant tout autre échange.")

	c2 := w.byName["Crêperie Ar Mor Glaz"]
	c2.late(104, 1420)
	c2.late(52, 1760)
	w.do(c2, w.bd(-7), func(p *pen) { p.call(journal.Hardship, c2.who()) })
	w.note(c2, w.bd(-7), "Fermeture de six semaines pour travaux de voirie. Ouverte à un échéancier, à proposer.")
	drafted := everyMonth(w.bd(-6), w.bd(12), 0, 4, c2.items...)
	w.doAt(c2, w.bd(-6), 10*60+20, func(p *pen) { p.emit(journal.PlanDrafted{Plan: drafted.plan()}) })

	c3 := w.byName["Centre hospitalier de Brévannelle"]
	c3.setTerms("50") // public health: 50 days, code de la commande publique R2192-11
	c3.late(41, 3250)
	c3.late(22, 5640)
	w.do(c3, w.bd(-4), func(p *pen) { p.call(journal.Documents, c3.who()) })
	w.note(c3, w.bd(-4), "Demande le duplicata déposé sur le portail public et le numéro d'engagement. Envoyés le jour même.")

	c4 := w.byName["Commune de Valbreuil-sur-Nette"]
	c4.late(16, 4270)
	w.do(c4, w.bd(-6), func(p *pen) { p.call(journal.Answered, c4.who()) })
	w.note(c4, w.bd(-6), "Service fait certifié ; le mandat est à la signature de l'ordonnateur.")

	c5 := w.byName["Houthandel Verhaegelen BV"]
	c5.Language = "nl"
	c5.late(24, 5980)
	w.do(c5, w.bd(-9), func(p *pen) { p.call(journal.MessageLeft, "") })
	w.note(c5, w.bd(-9), "Interlocuteur néerlandophone, l'écrit lui convient mieux. Livraison intracommunautaire.")

	c6 := w.byName["Hôtel du Vieux Sémaphore"]
	c6.late(39, 3160)
	for _, n := range []int{-15, -12, -9} {
		w.do(c6, w.bd(n), func(p *pen) { p.call(journal.NoAnswer, "") })
	}

	c7 := w.byName["Le Bœuf à la mode d'Arsène"]
	c7.late(45, 1870)
	w.do(c7, w.bd(-5), func(p *pen) { p.call(journal.MessageLeft, "") })

	c8 := w.byName["Cabinet Desrozier architectes"]
	c8.late(33, 2700)
	w.do(c8, w.bd(-6), func(p *pen) { p.call(journal.Switchboard, "") })
	w.note(c8, w.bd(-6), "Le standard filtre ; demander la personne chargée des honoraires.")

	c9 := w.byName["Établissements Maréchaud"]
	c9.late(14, 2480)
	w.note(c9, w.bd(-25), "Ne pas confondre avec les Établissements Marchaud (C00011), sans lien avec eux.")

	c10 := w.byName["Sellerie Montagnac"]
	old := c10.late(212, 3870)
	old.Account = "416000"
	w.do(c10, w.today.AddDays(-150), func(p *pen) { p.remind(3, old) })
	w.do(c10, w.today.AddDays(-95), func(p *pen) {
		p.emit(journal.StatusChanged{Status: journal.Doubtful, Since: w.today.AddDays(-95)})
	})
	w.do(c10, w.today.AddDays(-33), func(p *pen) { p.call(journal.Answered, c10.who()) })
	w.note(c10, w.today.AddDays(-33), "Reprise de l'atelier par un associé en discussion. Souhaite un rappel une fois l'acte signé.")
}

// tellQuiet books what is late though nobody has called much.
func (w *world) tellQuiet() {
	for _, q := range []struct {
		name  string
		days  int
		euros int64
	}{
		{"Société coopérative d'intérêt collectif des maraîchers et horticulteurs de la Basse-Authiène", 38, 3950},
		{"Boulangerie Thévenard", 12, 480},
		{"Papeterie Bleu Nuit", 118, 640},
		{"Escaliers Tournefeuil", 8, 2240},
		{"Œuvres & Lumières", 20, 2560},
		{"Pépinières Clairvallon", 30, 3100},
	} {
		w.byName[q.name].late(q.days, q.euros)
	}
	w.byName["Escaliers Tournefeuil"].Contacts = nil
	w.do(w.byName["Papeterie Bleu Nuit"], w.bd(-50), func(p *pen) { p.call(journal.NoAnswer, "") })
}

// tellLedgerCases books the shapes that ledgers have besides invoices paid in
// full: part payments, money on account, credit notes awaited, a bill.
func (w *world) tellLedgerCases() {
	c := w.byName["Climatisation Aérovent"]
	a := c.late(55, 7900)
	c.match(a, c.receive(w.bd(-20), 6000_00))
	var promised journal.ID
	w.do(c, w.bd(-30), func(p *pen) {
		p.call(journal.Promised, c.who())
		promised = p.promise(c.who(), journal.OriginSpoken, w.bd(-22), whole(a))
	})
	w.do(c, w.bd(-25), func(p *pen) { p.emit(journal.PromiseWithdrawn{Promise: promised}, promised) })
	w.do(c, w.bd(-25), func(p *pen) { p.call(journal.Answered, c.who()) })
	w.note(c, w.bd(-25), "Ne pourra régler qu'une partie à la date prévue : premier versement sous huit jours, le solde à la réception du chantier.")

	w.byName["Pépinières Clairvallon"].receive(w.bd(-8), 1500_00).Label = "Virement reçu sans référence"
	w.byName["Cycles Peyrolade"].receive(w.bd(-11), 350_00).Label = "Acompte à la commande"
	w.byName["Meubles Grandcœur"].receive(w.bd(-5), 1200_00).Label = "Acompte à la commande"

	c2 := w.byName["Laiterie du Val d'Aizy-Neuf"]
	b := c2.ahead(5, 3850)
	c2.credit(w.bd(-6), b, 12, "Avoir sur retour de caisses")

	// An invoice accepted as a bill: the customer's account is settled, the bill
	// stands on 413 until it falls due.
	c3 := w.byName["Société Mécanique du Scarpel"]
	inv := c3.ahead(20, 6200)
	on := w.bd(-3)
	c3.match(inv, c3.add(&ledger.Item{
		ItemKey: ledger.ItemKey{Kind: ledger.Other, Date: on}, Booked: on, Amount: -inv.Amount, Label: "Effet accepté",
	}))
	bill := c3.add(&ledger.Item{
		ItemKey: ledger.ItemKey{Kind: ledger.Bill, Date: on}, Booked: on, Due: c3.due(inv), Amount: inv.Amount, Label: "Lettre de change",
	})
	bill.Account = "413000"
}
