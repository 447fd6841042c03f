package sample

import (
	"fmt"
	"strconv"

	"relance/domain/calendar"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/terms"
)

// creditorID is a company number that passes its check and that no company has:
// numbers that begin with three zeros are not given out.
const creditorID = "000000018"

// creditorICS is the example of a French creditor identifier that the rules of
// direct debits give.
const creditorICS = "FR72ZZZ123456"

const scope = 1

func (w *world) creditor() ledger.Creditor {
	from := w.start()
	return ledger.Creditor{
		ID: creditorID, Name: "Atelier du Nord", Identifier: creditorID,
		IBAN:    "FR1420041010050500013M02606", // the IBAN registry's example
		Address: "12, quai des Exemples, 59000 Lille", Country: "FR", Currency: money.EUR, Zone: calendar.France,
		DefaultTerms: "30", Prefixes: []string{"411", "413", "416"}, Cutoff: w.cutoff,
		ICS: creditorICS, Legal: "SARL au capital de 50 000 €", City: "Lille", Representative: "Hélène Vasseur, gérante",
		Scopes: []ledger.Scope{{ID: scope, Kind: ledger.Entries, From: from, To: w.cutoff}},
	}
}

// start is the first day of the ledger: two years back, at a month's beginning.
func (w *world) start() calendar.Date { return w.today.AddMonths(-24).AddDays(-31).EndOfMonth() + 1 }

// client is a client with the items that its account is made of.
type client struct {
	ledger.Client
	world   *world
	no      int
	region  int
	rhythm  rhythm
	r       random
	terms   terms.Terms
	base    int64 // usual invoice before VAT, in cents
	vat     int64 // rate in thousandths
	habit   int   // usual days of delay
	drift   int   // further days on the last orders
	orders  int   // number of past orders, 0 = by rhythm
	ordered bool  // bears order numbers
	items   []*ledger.Item
	groups  []*matched
	limited bool // the story set the limit
}

// matched is a group of items that bear one matching code.
type matched struct {
	items []*ledger.Item
	last  calendar.Date
}

// paid reports whether the group sums to zero.
func (g *matched) paid() bool {
	var sum int64
	for _, it := range g.items {
		sum += it.Amount
	}
	return sum == 0
}

var termCodes = []string{"30", "30", "", "45fm", "30fm", "30fm10", "60", "45fm", "30"}

var reps = []string{"A. Benali", "L. Carpentier", "J. Ollivier", "N. Roussel"}

var sectors = map[string]string{
	gms: "grande distribution", btp: "construction", chr: "hôtellerie et restauration", public: "secteur public",
	health: "santé", industry: "industrie", trade: "commerce de détail", craft: "artisanat",
	services: "services", farming: "agriculture et pêche", private: "", group: "groupe",
}

func newClient(no int, row *row) *client {
	c := &client{no: no, region: row.region, rhythm: row.rhythm, r: random(no) * 0x10001, vat: 200}
	r := &c.r
	c.Key = ledger.ClientKey{Creditor: creditorID, Account: fmt.Sprintf("C%05d", no)}
	c.Name, c.Segment, c.Sector = row.name, row.segment, sectors[row.segment]
	c.Country, c.Language = "FR", "fr"
	c.SalesRep = reps[(row.region+no)%len(reps)]
	c.Collector = Author
	if no%2 == 0 {
		c.Collector = colleague
	}
	c.Terms = pick(r, termCodes)
	c.PaymentMethod = pick(r, []string{"virement", "virement", "virement", "chèque"})
	c.base = int64(r.between(60, 260)) * 1000
	if row.rhythm == seldom {
		c.base = int64(r.between(40, 320)) * 1000
	}
	if row.segment == gms {
		c.base *= 2
	}
	c.habit = r.between(-3, 9)
	c.ordered = row.segment == gms || row.segment == industry || r.one(3)
	c.particulars(row)
	c.Address = address(r, row.region)
	c.Contacts = contacts(c, row.region)
	t, err := terms.Parse(c.Terms)
	if err != nil {
		t = terms.Terms{Kind: terms.Net, Count: 30}
	}
	c.terms = t
	return c
}

// particulars sets what goes with the client's segment and country.
func (c *client) particulars(row *row) {
	digits := strconv.Itoa(100 + c.no)
	c.Identifier = withLuhn("00000" + digits)
	switch {
	case row.region == belgium:
		c.Country, c.vat = "BE", 0
		c.Identifier = kbo("00000" + digits)
		c.VAT = "BE" + c.Identifier
		c.Terms, c.PaymentMethod = "30fm", "virement"
	case row.segment == public:
		c.Nature, c.Terms, c.PaymentMethod = ledger.Public, "30", "mandat administratif"
		c.habit = c.r.between(2, 12)
		c.ordered = true
	case row.segment == private:
		c.Nature, c.Identifier, c.Terms, c.Sector = ledger.Consumer, "", "30", ""
		c.PaymentMethod, c.vat, c.ordered = "chèque", 100, false
	case row.segment == group:
		c.Terms, c.PaymentMethod = "30", "compensation"
	case row.segment == gms:
		c.Terms = "45fm"
	}
}

// withLuhn adds the check digit of ISO/IEC 7812-1 to eight digits.
func withLuhn(s string) string {
	sum := 0
	for i := range len(s) {
		n := int(s[len(s)-1-i] - '0')
		if i%2 == 0 {
			if n *= 2; n > 9 {
				n -= 9
			}
		}
		sum += n
	}
	return s + strconv.Itoa((10-sum%10)%10)
}

// kbo adds the two check digits of a Belgian enterprise number to eight digits.
// Numbers below 0200.000.000 were never given out.
func kbo(s string) string {
	n := 0
	for i := range len(s) {
		n = n*10 + int(s[i]-'0')
	}
	return fmt.Sprintf("%s%02d", s, 97-n%97)
}

// limits gives credit limits and covers where the stories did not: wide enough
// for what is open.
func (w *world) limits() {
	const thousand = 1000_00
	up := func(n int64) int64 { return (n + thousand - 1) / thousand * thousand }
	for _, c := range w.clients {
		var exposure int64
		for _, it := range c.items {
			exposure += it.Amount
		}
		if !c.limited && c.no%3 != 0 && c.Nature == ledger.Business {
			c.Limit = money.Of(up(max(exposure, c.base)*3/2+4*thousand), money.EUR)
		}
		// Only clients that owe nothing overdue, so that no notice to the
		// insurer is near but where a story wants it.
		if !c.limited && c.no%4 == 1 && c.overdue() == 0 && !c.Limit.IsZero() {
			c.Cover = money.Of(up(c.Limit.Minor*8/10), money.EUR)
		}
	}
}

// overdue counts the open items past their due date.
func (c *client) overdue() int {
	n := 0
	closed := map[*ledger.Item]bool{}
	for _, g := range c.groups {
		for _, it := range g.items {
			closed[it] = g.paid()
		}
	}
	for _, it := range c.items {
		if it.Amount > 0 && !closed[it] && c.due(it) < c.world.today {
			n++
		}
	}
	return n
}
