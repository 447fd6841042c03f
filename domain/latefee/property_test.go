package latefee

import (
	"math/big"
	"testing"
	"time"

	"pgregory.net/rapid"

	"relance/domain/calendar"
	"relance/domain/ledger"
	"relance/domain/money"
)

func drawTerms(t *rapid.T) Terms {
	maybe := func(name string) calendar.Date {
		if rapid.IntRange(0, 2).Draw(t, name+" set") > 0 {
			return 0
		}
		return drawDay(t, name)
	}
	terms := Terms{
		Country:     rapid.SampledFrom([]string{"FR", "BE", ""}).Draw(t, "country"),
		Nature:      ledger.Nature(rapid.IntRange(0, int(ledger.NatureCount)-1).Draw(t, "nature")),
		StopOn:      maybe("stop"),
		Provisional: true,
	}
	for range rapid.IntRange(0, 2).Draw(t, "sent") {
		terms.Notices = append(terms.Notices, drawDay(t, "notice"))
		terms.Reminders = append(terms.Reminders, drawDay(t, "reminder"))
	}
	if rapid.IntRange(0, 3).Draw(t, "agreed") == 0 {
		terms.ContractPPM = rapid.Int64Range(1, 200_000).Draw(t, "contract")
	}
	return terms
}

func drawDay(t *rapid.T, name string) calendar.Date {
	return calendar.Of(2022, time.January, 1) + calendar.Date(rapid.IntRange(0, 2200).Draw(t, name))
}

func drawClaim(t *rapid.T) Claim {
	due := drawDay(t, "due")
	c := Claim{
		Item: ledger.ItemKey{Date: due - calendar.Date(rapid.IntRange(0, 90).Draw(t, "terms"))}, Due: due,
		Amount: rapid.Int64Range(1, 50_000_00).Draw(t, "amount"), Currency: money.EUR,
		Kind: rapid.SampledFrom([]ledger.Kind{ledger.Invoice, ledger.Invoice, ledger.Bill, ledger.Other}).Draw(t, "kind"),
	}
	for range rapid.IntRange(0, 4).Draw(t, "movements") {
		c.Movements = append(c.Movements, Movement{On: drawDay(t, "on"), Amount: rapid.Int64Range(-1_000_00, c.Amount).Draw(t, "moved")})
	}
	return c
}

// oracle counts interest day by day in fractions, by a second reading of the law.
func oracle(rates Rates, terms Terms, c Claim, upTo calendar.Date) *big.Rat {
	sum := new(big.Rat)
	for d := c.Due + 1; d <= upTo; d++ {
		open := c.Amount
		for _, m := range c.Movements {
			if m.On < d {
				open -= m.Amount
			}
		}
		if open > 0 && !c.InterestWaived {
			day := big.NewRat(open, 365)
			sum.Add(sum, day.Mul(day, big.NewRat(dayRate(rates, terms, c, d), 1_000_000)))
		}
	}
	return sum
}

func dayRate(rates Rates, terms Terms, c Claim, d calendar.Date) int64 {
	if !terms.StopOn.IsZero() && d > terms.StopOn && c.Item.Date < terms.StopOn {
		return 0
	}
	of := func(b Basis, d calendar.Date) (ppm int64) {
		for _, l := range rates.Lines() {
			if l.Basis == b && l.From <= d {
				ppm = l.PPM
			}
		}
		return ppm
	}
	agreed := terms.ContractPPM
	if terms.Country == "BE" {
		if terms.Nature != ledger.Consumer {
			if agreed > 0 {
				return agreed
			}
			return of(BEBusiness, d)
		}
		begins := since(terms.Reminders, c.Due) + 1
		if begins == 1 {
			return 0
		}
		for n := 0; n < 3; begins++ {
			if calendar.Belgium.IsBusinessDay(begins) {
				n++
			}
		}
		begins--
		switch {
		case d < begins+14:
			return 0
		case agreed > 0:
			return min(agreed, of(BEBusiness, d))
		}
		return of(BECivil, d)
	}
	switch {
	case terms.Nature == ledger.Public:
		return of(FRPublic, c.Due+1)
	case terms.Nature == ledger.Consumer:
		if notice := since(terms.Notices, c.Due); notice == 0 || d <= notice {
			return 0
		}
		return of(FRLegalPro, d)
	case agreed > 0:
		return agreed
	}
	return of(FRDefault, d)
}

// since gives the first of some days after another, zero = none.
func since(days []calendar.Date, due calendar.Date) (first calendar.Date) {
	for _, d := range days {
		if d > due && (first == 0 || d < first) {
			first = d
		}
	}
	return first
}

// cents rounds a fraction half up.
func cents(r *big.Rat) int64 {
	doubled := new(big.Int).Lsh(r.Num(), 1)
	doubled.Add(doubled, r.Denom())
	return doubled.Div(doubled, new(big.Int).Lsh(r.Denom(), 1)).Int64()
}

func TestInterestAgainstDayByDay(t *testing.T) {
	rates := Shipped()
	rapid.Check(t, func(t *rapid.T) {
		terms, c, upTo := drawTerms(t), drawClaim(t), drawDay(t, "up to")
		c.InterestWaived = rapid.IntRange(0, 9).Draw(t, "waived") == 0
		s, err := Compute(rates, terms, []Claim{c}, upTo)
		if err != nil {
			t.Fatal(err)
		}
		l := s.Lines[0]
		want := cents(oracle(rates, terms, c, upTo))
		if l.Interest != want || s.Interest != want || s.Total != want+s.Fees {
			t.Fatalf("%d, want %d: %+v", l.Interest, want, l)
		}
		if owed := len(l.Segments) > 0; owed != (l.InterestReason == Due || l.InterestReason == Stopped) && l.InterestReason != Stopped {
			t.Fatalf("%s with %d segments", l.InterestReason.Key(), len(l.Segments))
		}
		checkSegments(t, l, terms, c, upTo)
	})
}

// Segments follow each other, lie between due date, stop and day, and sum.
func checkSegments(t *rapid.T, l Line, terms Terms, c Claim, upTo calendar.Date) {
	sum, last := Exact{}, c.Due
	for _, g := range l.Segments {
		if g.From <= last || g.To < g.From || g.To > upTo || g.Days != g.To.Sub(g.From)+1 || g.Base <= 0 {
			t.Fatalf("%+v", g)
		}
		if terms.Freezes(c) && g.To > terms.StopOn {
			t.Fatalf("runs on after the judgment: %+v", g)
		}
		if g.Basis != Contract && g.Basis != FRPublic && calendar.HalfYearOf(g.From) != calendar.HalfYearOf(g.To) && g.Basis != BECivil {
			t.Fatalf("two half-years: %+v", g)
		}
		sum, last = sum.Add(g.Exact), g.To
	}
	if sum != l.Exact || sum.Round() != l.Interest {
		t.Fatalf("%+v", l)
	}
}

// Interest to a day is interest to an earlier one and from there: exactly. The
// base splits the same way.
func TestAccrualAddsUp(t *testing.T) {
	rates := Shipped()
	rapid.Check(t, func(t *rapid.T) {
		terms, c := drawTerms(t), drawClaim(t)
		accrue := func(base int64, a, b calendar.Date) Exact {
			got, err := Accrue(rates, terms, c, base, a, b)
			if err != nil {
				t.Fatal(err)
			}
			return got.Exact
		}
		from, mid, to := drawDay(t, "from"), drawDay(t, "mid"), drawDay(t, "to")
		from, mid = min(from, mid), max(from, mid)
		mid, to = min(mid, to), max(mid, to)
		from, mid = min(from, mid), max(from, mid)
		all := accrue(c.Amount, from, to)
		if all != accrue(c.Amount, from, mid).Add(accrue(c.Amount, mid, to)) {
			t.Fatal("time does not add up")
		}
		part := rapid.Int64Range(0, c.Amount).Draw(t, "part")
		if all != accrue(part, from, to).Add(accrue(c.Amount-part, from, to)) {
			t.Fatal("bases do not add up")
		}
		if all.Cmp(accrue(c.Amount, from, mid)) < 0 || all.Cmp(accrue(part, from, to)) < 0 {
			t.Fatal("falls with time or base")
		}
		if !accrue(c.Amount, to, from).IsZero() && to >= from {
			t.Fatal("time backwards bears interest")
		}
		// slices between movements are what the statement counts
		c.Movements = nil
		s, err := Compute(rates, terms, []Claim{c}, to)
		if err != nil || s.Lines[0].Exact != accrue(c.Amount, c.Due, to) {
			t.Fatalf("%+v %v", s, err)
		}
		c.InterestWaived, c.FeeWaived = true, true
		if !accrue(c.Amount, from, to).IsZero() {
			t.Fatal("waived")
		}
		if s, err = Compute(rates, terms, []Claim{c}, to); err != nil || s.Total != 0 || s.Lines[0].Segments != nil {
			t.Fatalf("waived: %+v %v", s, err)
		}
	})
}

func TestStatementGrowsWithTime(t *testing.T) {
	rates := Shipped()
	rapid.Check(t, func(t *rapid.T) {
		terms := drawTerms(t)
		terms.StopOn = 0 // the judgment takes the indemnity back
		claims := []Claim{drawClaim(t), drawClaim(t)}
		upTo := drawDay(t, "up to")
		a, errA := Compute(rates, terms, claims, upTo)
		b, errB := Compute(rates, terms, claims, upTo+calendar.Date(rapid.IntRange(0, 400).Draw(t, "later")))
		if errA != nil || errB != nil || b.Interest < a.Interest || b.Fees < a.Fees || a.Total != a.Interest+a.Fees {
			t.Fatalf("%+v %v %+v %v", a, errA, b, errB)
		}
		if len(a.Lines) != 2 || a.Lines[1].Claim != 1 || a.Interest != a.Lines[0].Interest+a.Lines[1].Interest {
			t.Fatalf("%+v", a)
		}
	})
}

// What payments pay is what they are, and principal never turns negative. With
// interest first and everything paid, the debtor has paid interest on what he
// still owed, no more than on the whole debt.
func TestImputationConserves(t *testing.T) {
	rates := Shipped()
	rapid.Check(t, func(t *rapid.T) {
		terms, c := drawTerms(t), drawClaim(t)
		for i := range c.Movements {
			c.Movements[i].Amount = max(c.Movements[i].Amount, 0)
		}
		var payments []Movement
		for range rapid.IntRange(0, 5).Draw(t, "payments") {
			payments = append(payments, Movement{On: drawDay(t, "paid on"), Amount: rapid.Int64Range(0, 2*c.Amount).Draw(t, "paid")})
		}
		order := Order(rapid.IntRange(0, 1).Draw(t, "order"))
		got, err := Impute(rates, terms, c, payments, order)
		if err != nil || len(got) != len(payments) {
			t.Fatalf("%+v %v", got, err)
		}
		var principal, paid, sum int64
		for _, p := range payments {
			sum += p.Amount
		}
		for i, p := range got {
			if p.Interest+p.Fee+p.Principal+p.Surplus != p.Paid {
				t.Fatalf("not conserved: %+v", p)
			}
			if min(p.Interest, p.Fee, p.Principal, p.Surplus, p.InterestLeft, p.FeeLeft, p.PrincipalLeft) < 0 {
				t.Fatalf("negative: %+v", p)
			}
			if p.Surplus > 0 && (p.InterestLeft > 0 || p.FeeLeft > 0 || p.PrincipalLeft > 0) {
				t.Fatalf("surplus beside a debt: %+v", p)
			}
			if order == InterestFirst && p.Principal > 0 && p.InterestLeft+p.FeeLeft > 0 {
				t.Fatalf("principal before interest: %+v", p)
			}
			if order == PrincipalFirst && p.Interest+p.Fee > 0 && p.PrincipalLeft > 0 {
				t.Fatalf("interest before principal: %+v", p)
			}
			if i > 0 && got[i-1].On > p.On {
				t.Fatalf("out of order: %+v", got)
			}
			principal += p.Principal
			paid += p.Paid
		}
		if principal > c.Amount || paid != sum {
			t.Fatalf("%d of %d, %d of %d", principal, c.Amount, paid, sum)
		}
	})
}

// Principal first pays what the statement counts: what is open of the debt is
// the same on every day, and so is the interest (but for cents that payments
// of interest settle).
func TestPrincipalFirstIsTheStatement(t *testing.T) {
	rates := Shipped()
	rapid.Check(t, func(t *rapid.T) {
		terms, c := drawTerms(t), drawClaim(t)
		c.Movements = nil
		part := Movement{On: drawDay(t, "paid on"), Amount: rapid.Int64Range(0, c.Amount).Draw(t, "paid")}
		upTo := max(part.On, drawDay(t, "up to"))
		got, err := Impute(rates, terms, c, []Movement{part, {On: upTo}}, PrincipalFirst)
		if err != nil {
			t.Fatal(err)
		}
		c.Movements = []Movement{part}
		s, err := Compute(rates, terms, []Claim{c}, upTo)
		if err != nil || got[1].InterestLeft != s.Interest || got[1].FeeLeft != s.Fees {
			t.Fatalf("%+v %+v %v", got, s, err)
		}
	})
}

func TestExactAgainstBigNumbers(t *testing.T) {
	number := func(e Exact) *big.Int {
		n := new(big.Int).SetUint64(e.hi)
		return n.Lsh(n, 64).Or(n, new(big.Int).SetUint64(e.lo))
	}
	rapid.Check(t, func(t *rapid.T) {
		draw := func(name string) Exact {
			return exact(rapid.Int64Range(0, money.MaxMinor).Draw(t, name+" base"), rapid.Int64Range(0, MaxPPM).Draw(t, name+" ppm"),
				rapid.IntRange(0, 100_000).Draw(t, name+" days"))
		}
		a, b := draw("a"), draw("b")
		sum := new(big.Int).Add(number(a), number(b))
		if number(a.Add(b)).Cmp(sum) != 0 || a.Cmp(b) != number(a).Cmp(number(b)) || a.Add(b).sub(b) != a {
			t.Fatalf("%v %v", a, b)
		}
		if want := cents(new(big.Rat).SetFrac(number(a), big.NewInt(365_000_000))); a.Round() != want {
			t.Fatalf("%v rounds to %d, not %d", a, a.Round(), want)
		}
	})
	half := Exact{lo: yearPPM / 2}
	if half.Round() != 1 || (Exact{lo: yearPPM/2 - 1}).Round() != 0 || whole(7).Round() != 7 {
		t.Error("half a cent is one")
	}
	most := Exact{hi: 1<<64 - 1, lo: 1<<64 - 1}
	if most.Add(half) != most || most.Round() != 1<<63-1 || half.sub(most) != (Exact{}) {
		t.Error("beyond the range")
	}
}
