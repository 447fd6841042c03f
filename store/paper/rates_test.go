package paper

import (
	"strings"
	"testing"

	"relance/domain/calendar"
)

// An agreement computed at several rates names each with its period, or the
// annex, and never one of them alone.
func TestAgreementNamesEachRate(t *testing.T) {
	run := func(ppm int64, from, to string) Segment {
		f, _ := calendar.Parse(from)
		u, _ := calendar.Parse(to)
		return Segment{From: f, To: u, RatePPM: ppm, Days: int(u-f) + 1, Base: euros(100_000), Interest: euros(100)}
	}
	two := []Segment{run(121_500, "2026-03-10", "2026-06-30"), run(124_000, "2026-07-01", "2026-11-23")}
	apart := []Segment{run(100_000, "2026-05-01", "2026-11-23")}
	for _, c := range []struct {
		lang          Lang
		one, two, few string
	}{
		{
			French, "au taux de 12,15 % l'an (BCE + 10)",
			"aux taux annuels successifs de 12,15 % du 10 mars 2026 au 30 juin 2026, puis 12,40 % du 1er juillet 2026 au 23 novembre 2026 (BCE + 10)",
			"aux taux annuels du tableau annexé (BCE + 10)",
		},
		{
			Dutch, "tegen 12,15% per jaar (BCE + 10)",
			"tegen de opeenvolgende jaarlijkse rentevoeten van 12,15% van 10 maart 2026 tot en met 30 juni 2026, daarna 12,40% van 1 juli 2026 tot en met 23 november 2026 (BCE + 10)",
			"tegen de jaarlijkse rentevoeten van de tabel in bijlage (BCE + 10)",
		},
		{
			English, "at 12.15% a year (BCE + 10)",
			"at the successive yearly rates of 12.15% from 10 March 2026 to 30 June 2026, then 12.40% from 1 July 2026 to 23 November 2026 (BCE + 10)",
			"at the yearly rates of the annexed table (BCE + 10)",
		},
	} {
		for _, mode := range []Mode{Asked, Suspended} {
			a := Examples(NameAgreement, c.lang)[0].(Agreement)
			a.InterestIs = mode
			says := func(charges []Charge, want string) {
				t.Helper()
				a.Charges = charges
				text := strings.Join(strings.Fields(Text(render(t, c.lang, NameAgreement, a))), " ")
				if !strings.Contains(text, want) {
					t.Errorf("%s, %s: %q is missing", c.lang, mode, want)
				}
				if want != c.one && strings.Contains(text, c.one) {
					t.Errorf("%s, %s: one rate is named", c.lang, mode)
				}
			}
			says(a.Charges, c.one)
			says([]Charge{{Number: "A", Segments: two[1:]}, {Number: "B", Segments: two}}, c.two)
			says([]Charge{{Number: "A", Segments: two}, {Number: "B", Segments: apart}}, c.few)
		}
	}
}
