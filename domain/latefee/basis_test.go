package latefee

import (
	"testing"

	"relance/domain/calendar"
	"relance/domain/ledger"
)

func TestBasisOfTerms(t *testing.T) {
	for _, c := range []struct {
		t    Terms
		want Basis
	}{
		{Terms{}, FRDefault},
		{Terms{ContractPPM: 150_000}, Contract},
		{Terms{Nature: ledger.Public, ContractPPM: 150_000}, FRPublic},
		{Terms{Nature: ledger.Consumer}, FRLegalPro},
		{Terms{Country: "BE"}, BEBusiness},
		{Terms{Country: "BE", Nature: ledger.Consumer}, BECivil},
	} {
		if got := c.t.Basis(); got != c.want {
			t.Errorf("%+v: %s, want %s", c.t, got.Key(), c.want.Key())
		}
	}
}

func TestOpen(t *testing.T) {
	day := calendar.Of(2026, 3, 1)
	c := Claim{Amount: 1000, Movements: []Movement{{On: day.AddDays(5), Amount: 300}, {On: day, Amount: 400}, {On: day.AddDays(9), Amount: 900}}}
	for days, want := range map[int]int64{-1: 1000, 0: 600, 4: 600, 5: 300, 8: 300, 9: 0} {
		if got := c.Open(day.AddDays(days)); got != want {
			t.Errorf("after %d days: %d, want %d", days, got, want)
		}
	}
}

func TestPeriodsOfRates(t *testing.T) {
	for _, c := range []struct {
		b      Basis
		day    calendar.Date
		starts bool
	}{
		{FRDefault, calendar.Of(2026, 7, 1), true},
		{FRDefault, calendar.Of(2026, 1, 1), true},
		{FRDefault, calendar.Of(2026, 7, 2), false},
		{BECivil, calendar.Of(2026, 7, 1), false},
		{BECivil, calendar.Of(2026, 1, 1), true},
	} {
		if c.b.Starts(c.day) != c.starts {
			t.Errorf("%s %s: %v", c.b.Key(), c.day, !c.starts)
		}
	}
}
