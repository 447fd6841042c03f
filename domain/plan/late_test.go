package plan

import (
	"errors"
	"testing"

	"pgregory.net/rapid"

	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/latefee"
	"relance/domain/ledger"
	"relance/domain/money"
)

func shipped() latefee.Rates { return latefee.Shipped() }

func provisionally(n ledger.Nature) latefee.Terms {
	return latefee.Terms{Country: "FR", Nature: n, Provisional: true}
}

// claimsOf gives invoices due every third day from a day on.
func claimsOf(n int, from calendar.Date) []latefee.Claim {
	var out []latefee.Claim
	for i := range n {
		due := from.AddDays(3 * i)
		out = append(out, latefee.Claim{
			Item: ledger.ItemKey{Number: "F", Ordinal: uint16(i), Date: due - 30}, Due: due, Amount: 1000_00 + int64(i)*17, Currency: money.EUR,
		})
	}
	return out
}

// The reference's vector: EUR 12 000.00 due on 31 May 2025 and paid on 15
// February 2026 bears EUR 1 048.44 and EUR 40.
func TestInterestOfTheReference(t *testing.T) {
	claim := latefee.Claim{Item: ledger.ItemKey{Number: "F1", Date: d("2025-05-01")}, Due: d("2025-05-31"), Amount: 12_000_00, Currency: money.EUR}
	charger, err := NewLateFees(shipped(), latefee.Terms{Country: "FR"}, []latefee.Claim{claim})
	if err != nil {
		t.Fatal(err)
	}
	in := Input{
		Today: d("2026-01-12"), Currency: money.EUR, Charger: charger, Interest: journal.ChargesAsked, Fees: journal.ChargesAsked,
		Items: []Debt{{Part: journal.Part{Item: claim.Item, Amount: claim.Amount}, Due: claim.Due}},
	}
	terms := journal.PlanTerms{Count: 1, First: d("2026-02-15"), Roll: journal.RollNone}
	p, err := Draw(in, terms)
	if err != nil {
		t.Fatal(err)
	}
	if l := p.Instalments[0]; l.Interest != 1048_44 || l.Fee != 40_00 || p.Provisional || p.Asked() != 13_088_44 {
		t.Errorf("%+v, asked %d", l, p.Asked())
	}
	in.Interest, in.Fees, in.ChargedTo = journal.ChargesWaived, journal.ChargesSuspended, d("2026-02-15")
	if p, err = Draw(in, terms); err != nil {
		t.Fatal(err)
	}
	if l := p.Instalments[0]; l.Interest != 0 || l.Fee != 0 || p.Charged != 1048_44 || p.ChargedFee != 40_00 || p.ChargedTo != d("2026-02-15") {
		t.Errorf("%+v, charged %d and %d", l, p.Charged, p.ChargedFee)
	}
}

// Two instalments of one invoice: each bears the interest of what it repays, to
// its own date; the indemnity goes with the first.
func TestInterestBySlices(t *testing.T) {
	claim := latefee.Claim{Item: ledger.ItemKey{Number: "F1", Date: d("2025-05-01")}, Due: d("2025-05-31"), Amount: 24_000_00, Currency: money.EUR}
	charger, err := NewLateFees(shipped(), latefee.Terms{Country: "FR", ContractPPM: 100_000}, []latefee.Claim{claim})
	if err != nil {
		t.Fatal(err)
	}
	in := Input{
		Today: d("2025-06-10"), Currency: money.EUR, Charger: charger, Interest: journal.ChargesAsked, Fees: journal.ChargesAsked,
		Items: []Debt{{Part: journal.Part{Item: claim.Item, Amount: claim.Amount}, Due: claim.Due}},
	}
	p, err := Draw(in, journal.PlanTerms{Count: 2, First: d("2025-06-30")})
	if err != nil {
		t.Fatal(err)
	}
	// 12 000 × 10 % × 30 / 365 = 98.630…, and 60 days to 30 July: 197.260…
	if a, b := p.Instalments[0], p.Instalments[1]; a.Interest != 98_63 || a.Fee != 40_00 || b.Interest != 197_26 || b.Fee != 0 {
		t.Errorf("%+v, %+v", a, b)
	}
}

func TestMissingRatePassesThrough(t *testing.T) {
	claims := claimsOf(2, d("2025-06-01"))
	charger, err := NewLateFees(shipped(), latefee.Terms{Country: "FR"}, claims)
	if err != nil {
		t.Fatal(err)
	}
	in := Input{Today: d("2025-07-01"), Currency: money.EUR, Charger: charger, Interest: journal.ChargesAsked}
	for _, c := range claims {
		in.Items = append(in.Items, Debt{Part: journal.Part{Item: c.Item, Amount: c.Amount}, Due: c.Due})
	}
	for _, terms := range []journal.PlanTerms{
		{Count: 3, First: d("2035-01-15")},
		{By: journal.ByCapacity, Amount: 500_00, First: d("2035-01-15")},
	} {
		_, err = Draw(in, terms)
		var missing *latefee.MissingRate
		if !errors.As(err, &missing) || missing.Basis != latefee.FRDefault {
			t.Errorf("%v", err)
		}
		s, err := NewSheet(in, terms)
		if err != nil || s.Len() == 0 || s.Line(0).Interest != 0 || s.Err() == nil {
			t.Errorf("the sheet can be shown: %v, %d lines", err, s.Len())
		}
	}
	if charger, err = NewLateFees(shipped(), provisionally(ledger.Business), claims); err != nil {
		t.Fatal(err)
	}
	in.Charger = charger
	p, err := Draw(in, journal.PlanTerms{Count: 3, First: d("2035-01-15")})
	if err != nil || !p.Provisional || p.Instalments[0].Interest == 0 {
		t.Errorf("%v, %+v", err, p)
	}
}

// The charger's shortcuts give what latefee gives.
func TestLateFeesAsLatefee(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		day := func(name string, from, days int) calendar.Date {
			return d("2024-01-01").AddDays(rapid.IntRange(from, days).Draw(t, name))
		}
		maybe := func(name string) calendar.Date {
			if rapid.Bool().Draw(t, name) {
				return 0
			}
			return day(name+" on", 0, 900)
		}
		terms := latefee.Terms{
			Country: rapid.SampledFrom([]string{"FR", "BE"}).Draw(t, "country"), Nature: ledger.Nature(rapid.IntRange(0, int(ledger.NatureCount)-1).Draw(t, "nature")),
			ContractPPM: rapid.SampledFrom([]int64{0, 0, 90_000}).Draw(t, "contract"), StopOn: maybe("stop"), Provisional: true,
		}
		for range rapid.IntRange(0, 2).Draw(t, "sent") {
			terms.Notices = append(terms.Notices, day("notice", 0, 900))
			terms.Reminders = append(terms.Reminders, day("reminder", 0, 900))
		}
		var claims []latefee.Claim
		for i := range rapid.IntRange(1, 5).Draw(t, "claims") {
			due := day("due", 0, 900)
			claims = append(claims, latefee.Claim{
				Item: ledger.ItemKey{Number: "F", Ordinal: uint16(i), Date: due - 30}, Due: due, Amount: rapid.Int64Range(1, 1_000_000).Draw(t, "amount"),
				Currency: money.EUR, Kind: ledger.Kind(rapid.IntRange(0, int(ledger.KindCount)-1).Draw(t, "kind")),
				InterestWaived: rapid.IntRange(0, 4).Draw(t, "interest waived") == 0, FeeWaived: rapid.IntRange(0, 4).Draw(t, "fee waived") == 0,
			})
		}
		l, err := NewLateFees(shipped(), terms, claims)
		if err != nil {
			t.Fatal(err)
		}
		for range 10 {
			i, on := rapid.IntRange(0, len(claims)-1).Draw(t, "item"), day("day", 0, 2500)
			w, err := l.Weight(i, on)
			if err != nil {
				t.Fatal(err)
			}
			base := rapid.Int64Range(1, 10_000_000).Draw(t, "base")
			want, err := latefee.Accrue(shipped(), terms, claims[i], base, claims[i].Due, on)
			if err != nil {
				t.Fatal(err)
			}
			if got := (exact{}).plus(base, w.PPMDays).round(); got != want.Exact.Round() || w.Provisional != want.Provisional {
				t.Fatalf("%v on %v: %d %v, want %d %v", claims[i], on, got, w.Provisional, want.Exact.Round(), want.Provisional)
			}
			fee, err := l.Fee(i, on)
			s, err2 := latefee.Compute(shipped(), terms, claims[i:i+1], on)
			if err != nil || err2 != nil || fee != s.Fees {
				t.Fatalf("fee %d, want %d (%v, %v)", fee, s.Fees, err, err2)
			}
		}
	})
}

// What was paid late before a plan bears its interest in the plan: with the
// instalment that begins to pay the document, or with what is set aside. The
// figures are those of the statement of late fees on the same day.
func TestInterestFromBeforeThePlan(t *testing.T) {
	claim := latefee.Claim{
		Item: ledger.ItemKey{Number: "F1", Date: d("2026-01-01")}, Due: d("2026-01-31"), Amount: 10_000_00, Currency: money.EUR,
		Movements: []latefee.Movement{{On: d("2026-03-17"), Amount: 4_000_00}, {On: d("2026-01-20"), Amount: 1_000_00}, {On: d("2026-01-31"), Amount: 500_00, Credit: true}},
	}
	today := d("2026-04-30")
	st, err := latefee.Compute(shipped(), latefee.Terms{Country: "FR"}, []latefee.Claim{claim}, today)
	if err != nil {
		t.Fatal(err)
	}
	charger, err := NewLateFees(shipped(), latefee.Terms{Country: "FR"}, []latefee.Claim{claim})
	if err != nil {
		t.Fatal(err)
	}
	if err := charger.PaidBefore(0, claim.Before(4_500_00)); err != nil {
		t.Fatal(err)
	}
	in := Input{
		Today: today, Currency: money.EUR, Charger: charger, Interest: journal.ChargesWaived,
		Items: []Debt{{Part: journal.Part{Item: claim.Item, Amount: 4_500_00}, Due: claim.Due}},
	}
	p, err := Draw(in, journal.PlanTerms{Count: 1, First: today + 1})
	if err != nil || p.Charged != st.Interest || st.Interest != 193_23 { // 4 000 for 45 days 59.9178…, 4 500 for 89 days 133.3171…
		t.Errorf("%d in the plan, %d in the statement, %v", p.Charged, st.Interest, err)
	}
	in.Interest = journal.ChargesAsked
	p, err = Draw(in, journal.PlanTerms{Count: 2, First: today + 1})
	// 59.9178… and 2 250 for 93 days, to Monday 4 May, 69.6554…
	if err != nil || p.Instalments[0].Interest != 129_57 {
		t.Errorf("%+v, %v", p.Instalments, err)
	}
	if claim.Before(4_499_99) != nil || len(claim.Before(10_000_00)) != 0 || len(claim.Before(8_500_00)) != 2 {
		t.Error("payments before the plan")
	}
}
