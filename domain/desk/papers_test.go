package desk

import (
	"math/rand/v2"
	"strconv"
	"testing"

	"relance/domain/act"
	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/plan"
)

// TestPlanChargesAreThePlans draws up plans at random and opens their charges:
// those of the documents sum to those of the instalments, each of them.
func TestPlanChargesAreThePlans(t *testing.T) {
	day := calendar.Of(2026, 3, 2)
	r := rand.New(rand.NewPCG(7, 9))
	for range 300 {
		var items []ledger.Item
		for i := range 1 + r.IntN(6) {
			date := day.AddDays(-30 - r.IntN(900))
			items = append(items, invoice("F"+strconv.Itoa(i), date, date.AddDays(30), 1+r.Int64N(900_000)))
		}
		s, _ := open(t, book(day, items...), nil, day)
		v := s.View()
		key := v.Clients()[0]
		f := v.File(key, [3]byte{})
		in := plan.Input{
			Today: day, Currency: f.Creditor.Currency, Interest: journal.ChargeMode(r.IntN(4)), Fees: journal.ChargeMode(r.IntN(4)),
			Order: plan.Order(r.IntN(3)),
		}
		var parts []journal.Part
		for i := range f.Items {
			part := journal.Part{Item: f.Items[i].Key, Amount: 1 + r.Int64N(f.Items[i].Open)}
			parts = append(parts, part)
			in.Items = append(in.Items, plan.Debt{Part: part, Due: f.Items[i].Due})
		}
		in.Charger = v.Charger(key, in.Currency, parts, true)
		p, err := plan.Draw(in, journal.PlanTerms{Count: uint16(1 + r.IntN(24)), Every: journal.Every(r.IntN(3))})
		if err != nil {
			continue // less than a cent for each line
		}
		list, same, err := v.PlanCharges(key, &p)
		if err != nil || !same {
			t.Fatalf("the charges of a plan just drawn up: same %v, %v", same, err)
		}
		var interest, fees, wantInterest, wantFees int64
		for _, c := range list {
			interest, fees = interest+c.Interest, fees+c.Fee
			var sum int64
			for _, seg := range c.Segments {
				sum += seg.Exact.Round()
			}
			if off := sum - c.Interest; off > 30 || off < -30 {
				t.Errorf("%s: segments of %d, interest of %d", c.Item.Number, sum, c.Interest)
			}
		}
		for _, l := range p.Instalments {
			wantInterest, wantFees = wantInterest+l.Interest, wantFees+l.Fee
		}
		if wantInterest, wantFees = wantInterest+p.Charged, wantFees+p.ChargedFee; interest != wantInterest || fees != wantFees {
			t.Fatalf("%d and %d opened, %d and %d in the plan (modes %d, %d)", interest, fees, wantInterest, wantFees, p.Interest, p.Fees)
		}
	}
}

// TestPlanChargesStayAgreed: a plan keeps the interest agreed, whatever the
// rates come to now; the computation is then left out.
func TestPlanChargesStayAgreed(t *testing.T) {
	day := calendar.Of(2026, 3, 2)
	s, _ := open(t, book(day, invoice("F1", day.AddDays(-200), day.AddDays(-170), 1_000_000)), nil, day)
	v := s.View()
	key := v.Clients()[0]
	f := v.File(key, [3]byte{})
	parts := []journal.Part{{Item: f.Items[0].Key, Amount: 1_000_000}}
	in := plan.Input{
		Today: day, Currency: f.Creditor.Currency, Items: plan.Parts(parts), Interest: journal.ChargesAsked,
		Charger: v.Charger(key, f.Creditor.Currency, parts, true),
	}
	p, err := plan.Draw(in, journal.PlanTerms{Count: 3})
	if err != nil {
		t.Fatal(err)
	}
	want := p.Asked() - p.Total()
	if _, err := s.SetRate(act.SetRate{Basis: "fr-default", From: calendar.Of(2026, 1, 1), PPM: 200_000, Source: "test"}); err != nil {
		t.Fatal(err)
	}
	list, same, err := s.View().PlanCharges(key, &p)
	if err != nil || same || len(list) != 1 || list[0].Interest != want || list[0].Segments != nil {
		t.Errorf("%+v, same %v, %v; want %d without segments", list, same, err, want)
	}
}

func TestLanguageOfPapers(t *testing.T) {
	for _, c := range []struct{ own, country, creditor, address, want string }{
		{"", "FR", "FR", "", "fr"},
		{"", "", "FR", "", "fr"},
		{"", "", "BE", "Kouter 1, 9000 Gent", "nl"},
		{"", "BE", "FR", "Rue Haute 5, 1000 Bruxelles", "fr"},
		{"", "BE", "FR", "B-3000 Leuven", "nl"},
		{"", "BE", "FR", "", "fr"},
		{"nl", "BE", "FR", "Rue Haute 5, 1000 Bruxelles", "nl"},
		{"nl", "NL", "FR", "", "en"},
		{"en", "BE", "BE", "9000 Gent", "en"},
		{"de", "BE", "FR", "", "en"},
		{"", "DE", "FR", "", "en"},
		{"", "LU", "FR", "", "fr"},
		{"", "", "", "", ""},
	} {
		f := File{
			Client:   ledger.Client{Language: c.own, Country: c.country, Address: c.address},
			Creditor: ledger.Creditor{Country: c.creditor},
		}
		if got := f.Language(); got != c.want {
			t.Errorf("%+v: %q", c, got)
		}
	}
}

func TestTheLawOfPapers(t *testing.T) {
	for _, c := range []struct {
		nature                  ledger.Nature
		country, creditor, want string
	}{
		{ledger.Business, "BE", "FR", "FR"},
		{ledger.Business, "FR", "BE", "BE"},
		{ledger.Consumer, "BE", "FR", "BE"},
		{ledger.Consumer, "", "BE", "BE"},
		{ledger.Consumer, "DE", "FR", "FR"},
	} {
		f := File{Client: ledger.Client{Nature: c.nature, Country: c.country}, Creditor: ledger.Creditor{Country: c.creditor}}
		if got := f.Law(); got != c.want {
			t.Errorf("%+v: %q", c, got)
		}
	}
}
