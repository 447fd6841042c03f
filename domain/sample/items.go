package sample

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"relance/domain/calendar"
	"relance/domain/ledger"
	"relance/domain/money"
)

var works = map[string][]string{
	gms:      {"Rayonnages allée centrale", "Têtes de gondole", "Meubles de caisse", "Signalétique rayon", "Entretien du mobilier"},
	btp:      {"Menuiseries intérieures", "Habillages bois", "Lots portes et placards", "Pose sur chantier", "Main courante sur mesure"},
	chr:      {"Comptoir chêne", "Tables et banquettes", "Mobilier de terrasse", "Claustras", "Réfection des assises"},
	public:   {"Mobilier de bibliothèque", "Bancs et tables", "Casiers et vestiaires", "Agencement de l'accueil"},
	health:   {"Banque d'accueil", "Rangements de soins", "Mobilier de salle d'attente"},
	industry: {"Établis", "Caisses de transport", "Rayonnages lourds", "Gabarits bois", "Palettes spéciales"},
	trade:    {"Agencement boutique", "Vitrines", "Présentoirs", "Cabines d'essayage", "Étagères sur mesure"},
	craft:    {"Plans de travail", "Établis", "Panneaux découpés", "Sous-traitance débit"},
	services: {"Mobilier de bureau", "Cloisons", "Salle de réunion", "Maintenance annuelle"},
	farming:  {"Caisses et cagettes", "Étals de vente", "Chambre de séchage", "Bardage"},
	private:  {"Bibliothèque sur mesure", "Dressing"},
	group:    {"Refacturation loyers", "Mise à disposition de personnel"},
}

// due is the day on which an item falls due: its own or by the terms.
func (c *client) due(it *ledger.Item) calendar.Date {
	if it.Due != 0 {
		return it.Due
	}
	return c.terms.Due(it.Date)
}

// amount is a usual invoice before VAT, in cents.
func (c *client) amount() int64 {
	return c.base*int64(c.r.between(60, 150))/100 + int64(c.r.below(100))
}

// invoice books an invoice of an amount before VAT, in cents.
func (c *client) invoice(date calendar.Date, net int64) *ledger.Item {
	vat := (net*c.vat + 500) / 1000
	it := &ledger.Item{
		ItemKey: ledger.ItemKey{Kind: ledger.Invoice, Date: date}, Booked: date,
		Amount: net + vat, VAT: vat, Label: pick(&c.r, works[c.Segment]),
	}
	if c.ordered {
		it.Order = "BC " + strconv.Itoa(c.r.between(10400, 98800))
	}
	if c.rhythm == monthly {
		it.Due = c.terms.Due(date) // their invoices print it
	}
	return c.add(it)
}

func (c *client) add(it *ledger.Item) *ledger.Item {
	it.Currency, it.Scope, it.Account = money.EUR, scope, "411000"
	c.items = append(c.items, it)
	return it
}

// late books an invoice that has been due for about that many days, of whole
// euros before VAT. Where terms end with a month it is the nearest such day that
// is not much younger.
func (c *client) late(days int, euros int64) *ledger.Item {
	target := c.world.today.AddDays(-days)
	date := target
	for c.terms.Due(date) > target || !calendar.France.IsBusinessDay(date) {
		date--
	}
	after := calendar.France.AddBusinessDays(date, 1)
	for c.terms.Due(after) == c.terms.Due(date) {
		after = calendar.France.AddBusinessDays(after, 1)
	}
	older, younger := target.Sub(c.terms.Due(date)), c.terms.Due(after).Sub(target)
	if younger < older && younger <= days/3 {
		date = after
	}
	return c.invoice(date, euros*100+int64(c.r.below(100)))
}

// ahead books an invoice that falls due in that many days or a little later.
func (c *client) ahead(days int, euros int64) *ledger.Item {
	date := c.world.cutoff
	for prev := calendar.France.AddBusinessDays(date, -1); c.terms.Due(prev) >= c.world.today.AddDays(days); prev = calendar.France.AddBusinessDays(date, -1) {
		date = prev
	}
	return c.invoice(date, euros*100+int64(c.r.below(100)))
}

var receiptLabels = map[string]string{
	"virement": "Virement reçu", "chèque": "Remise de chèque", "prélèvement": "Prélèvement SEPA",
	"mandat administratif": "Mandat trésorerie publique", "compensation": "Compensation groupe",
}

// receive books money that came in.
func (c *client) receive(on calendar.Date, amount int64) *ledger.Item {
	on = c.world.known(on)
	return c.add(&ledger.Item{
		ItemKey: ledger.ItemKey{Kind: ledger.Receipt, Date: on}, Booked: on, Amount: -amount, Label: receiptLabels[c.PaymentMethod],
	})
}

// pay books the receipt that settles items in full and matches them.
func (c *client) pay(on calendar.Date, items ...*ledger.Item) *ledger.Item {
	var sum int64
	for _, it := range items {
		sum += it.Amount
	}
	r := c.receive(on, sum)
	c.match(append(slices.Clone(items), r)...)
	return r
}

// credit books a credit note of a share of an invoice, in percent.
func (c *client) credit(on calendar.Date, of *ledger.Item, percent int64, label string) *ledger.Item {
	on = c.world.known(on)
	return c.add(&ledger.Item{
		ItemKey: ledger.ItemKey{Kind: ledger.CreditNote, Date: on}, Booked: on,
		Amount: -(of.Amount * percent / 100), VAT: -(of.VAT * percent / 100), Label: label, Order: of.Order,
	})
}

// match gives items one matching code; those already matched bring their group.
func (c *client) match(items ...*ledger.Item) {
	g := &matched{}
	for _, it := range items {
		if old := c.groupOf(it); old != nil {
			if old != g {
				g.items = append(g.items, old.items...)
				c.groups = slices.DeleteFunc(c.groups, func(x *matched) bool { return x == old })
			}
		} else if !slices.Contains(g.items, it) {
			g.items = append(g.items, it)
		}
	}
	for _, it := range g.items {
		g.last = max(g.last, it.Booked)
	}
	c.groups = append(c.groups, g)
}

func (c *client) groupOf(it *ledger.Item) *matched {
	for _, g := range c.groups {
		if slices.Contains(g.items, it) {
			return g
		}
	}
	return nil
}

// number gives documents their numbers in order of date, matching groups their
// codes, and lines their place in the ledger.
func (w *world) number() {
	var all []*ledger.Item
	for _, c := range w.clients {
		all = append(all, c.items...)
	}
	slices.SortStableFunc(all, func(a, b *ledger.Item) int { return cmp.Compare(a.Booked, b.Booked) })
	prefix := map[ledger.Kind]string{ledger.Invoice: "F", ledger.CreditNote: "A", ledger.Receipt: "R", ledger.Bill: "E", ledger.Other: "OD"}
	type series struct {
		kind ledger.Kind
		year int
	}
	last := map[series]int{}
	for i, it := range all {
		s := series{it.Kind, it.Date.Year()}
		last[s]++
		it.Number = fmt.Sprintf("%s%02d-%04d", prefix[it.Kind], s.year%100, last[s])
		it.Line = uint32(3*i + 2)
	}
	for _, c := range w.clients {
		slices.SortStableFunc(c.groups, func(a, b *matched) int { return cmp.Compare(a.last, b.last) })
		for n, g := range c.groups {
			for _, it := range g.items {
				it.Matching = letters(n)
			}
		}
	}
}

// letters is the nth matching code: AAA, AAB, …
func letters(n int) string {
	return string([]byte{'A' + byte(n/676%26), 'A' + byte(n/26%26), 'A' + byte(n%26)})
}
