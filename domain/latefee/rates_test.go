package latefee

import (
	"encoding/csv"
	"errors"
	"io/fs"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"relance/domain/calendar"
)

// changes are the rates of main refinancing operations with their first days,
// as the central bank publishes them.
const changes = `
2008-12-10 2.50  2009-01-21 2.00  2009-03-11 1.50  2009-04-08 1.25  2009-05-13 1.00  2011-04-13 1.25
2011-07-13 1.50  2011-11-09 1.25  2011-12-14 1.00  2012-07-11 0.75  2013-05-08 0.50  2013-11-13 0.25
2014-06-11 0.15  2014-09-10 0.05  2016-03-16 0.00  2022-07-27 0.50  2022-09-14 1.25  2022-11-02 2.00
2022-12-21 2.50  2023-02-08 3.00  2023-03-22 3.50  2023-05-10 3.75  2023-06-21 4.00  2023-08-02 4.25
2023-09-20 4.50  2024-06-12 4.25  2024-09-18 3.65  2024-10-23 3.40  2024-12-18 3.15  2025-02-05 2.90
2025-03-12 2.65  2025-04-23 2.40  2025-06-11 2.15`

type change struct {
	from calendar.Date
	ppm  int64
}

func readChanges(t *testing.T) []change {
	t.Helper()
	var all []change
	fields := strings.Fields(changes)
	for i := 0; i < len(fields); i += 2 {
		all = append(all, change{day(fields[i]), hundredths(t, fields[i+1]) * 100})
	}
	return all
}

func hundredths(t *testing.T, s string) int64 {
	t.Helper()
	n, err := strconv.ParseInt(strings.Replace(s, ".", "", 1), 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func inForce(all []change, d calendar.Date) int64 {
	var ppm int64
	for _, c := range all {
		if c.from <= d {
			ppm = c.ppm
		}
	}
	return ppm
}

// Every half-year from 2009 to the first of 2026 follows from the rate on its
// first day: 10 points more by default, 8 for public bodies, and in Belgium 8
// (7 until 2012) rounded up to the half point.
func TestShippedRatesFollowTheCentralBank(t *testing.T) {
	all, rates := readChanges(t), Shipped()
	for h := calendar.HalfYearOf(day("2009-01-01")); h <= calendar.HalfYearOf(day("2026-01-01")); h++ {
		bank := inForce(all, h.First())
		margin := int64(80_000)
		if h.Year() <= 2012 {
			margin = 70_000
		}
		want := map[Basis]int64{FRDefault: bank + 100_000, BEBusiness: (bank + margin + 4_999) / 5_000 * 5_000}
		if h.First() >= day("2013-07-01") {
			want[FRPublic] = bank + 80_000
		}
		for b, ppm := range want {
			if got, _, ok := rates.At(b, h.Last()); !ok || got.PPM != ppm || got.From != h.First() || got.Source == "" {
				t.Errorf("%s %v: %+v, want %d", b.Key(), h, got, ppm)
			}
		}
	}
}

// The list above and the shipped table agree with a published file.
func TestPublishedChanges(t *testing.T) {
	const path = "../../../shared/data/vectors/ecb_main_refinancing_rate_2019_2025.csv"
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("table of the central bank's rates not present:", path)
	}
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var published []change
	for _, row := range rows[1:] {
		published = append(published, change{day(row[0]), hundredths(t, row[1]) * 100})
	}
	all, rates := readChanges(t), Shipped()
	for d := published[0].from; d <= published[len(published)-1].from; d++ {
		if inForce(all, d) != inForce(published, d) {
			t.Fatalf("%v: %d here, %d published", d, inForce(all, d), inForce(published, d))
		}
		if d == calendar.HalfYearOf(d).First() {
			if r, _, _ := rates.At(FRDefault, d); r.PPM != inForce(published, d)+100_000 {
				t.Errorf("%v: %d", d, r.PPM)
			}
		}
	}
}

func TestShippedTable(t *testing.T) {
	rates := Shipped()
	lines := rates.Lines()
	if !slices.IsSortedFunc(lines, compareRates) {
		t.Fatal("not sorted")
	}
	count := map[Basis]int{}
	for i, l := range lines {
		count[l.Basis]++
		if !l.Valid() || l.Source == "" || l.EnteredBy != "" || l.From != l.Basis.first(l.From) {
			t.Errorf("%+v", l)
		}
		if i > 0 && compareRates(lines[i-1], l) == 0 {
			t.Errorf("twice: %+v", l)
		}
	}
	for b, n := range map[Basis]int{FRDefault: 35, FRLegalPro: 35, FRLegalIndividual: 35, FRPublic: 26, BEBusiness: 35, BECivil: 11} {
		if count[b] != n {
			t.Errorf("%s has %d lines, not %d", b.Key(), count[b], n)
		}
	}
	for _, v := range []struct {
		basis     Basis
		day       string
		ppm       int64
		confirmed bool
	}{
		{FRDefault, "2009-06-30", 125_000, false},
		{FRDefault, "2013-03-31", 107_500, true},
		{FRDefault, "2025-12-31", 121_500, true},
		{FRDefault, "2026-06-30", 121_500, false},
		{FRPublic, "2026-01-01", 101_500, false},
		{FRLegalPro, "2009-07-01", 37_900, true},
		{FRLegalPro, "2011-07-01", 3_800, false},
		{FRLegalPro, "2012-12-31", 7_100, false},
		{FRLegalPro, "2013-01-01", 400, true},
		{FRLegalPro, "2024-03-01", 50_700, true},
		{FRLegalPro, "2026-06-30", 26_200, true},
		{FRLegalIndividual, "2014-12-31", 400, true},
		{FRLegalIndividual, "2015-01-01", 40_600, true},
		{FRLegalIndividual, "2026-06-30", 66_700, true},
		{BEBusiness, "2010-12-31", 80_000, false},
		{BEBusiness, "2012-09-01", 80_000, true},
		{BEBusiness, "2023-07-01", 120_000, false},
		{BEBusiness, "2026-06-30", 105_000, true},
		{BECivil, "2023-10-01", 52_500, false},
		{BECivil, "2026-12-31", 45_000, true},
	} {
		got, provisional, ok := rates.At(v.basis, day(v.day))
		if !ok || provisional || got.PPM != v.ppm || got.Confirmed != v.confirmed {
			t.Errorf("%s on %s: %+v", v.basis.Key(), v.day, got)
		}
	}
	for b, until := range map[Basis]string{FRDefault: "2026-06-30", BEBusiness: "2026-06-30", BECivil: "2026-12-31", Contract: ""} {
		if got := rates.Until(b).String(); got != until {
			t.Errorf("%s until %s, not %s", b.Key(), got, until)
		}
	}
}

func TestUnknownHalfYears(t *testing.T) {
	rates := Shipped()
	if r, provisional, ok := rates.At(FRDefault, day("2026-07-01")); ok || !provisional || r.PPM != 121_500 {
		t.Errorf("%+v %v %v", r, provisional, ok)
	}
	if r, provisional, ok := rates.At(BECivil, day("2016-05-01")); ok || !provisional || r.From != day("2015-01-01") {
		t.Errorf("%+v %v %v", r, provisional, ok)
	}
	if r, provisional, ok := rates.At(FRLegalPro, day("2008-12-31")); ok || provisional || r != (Rate{}) {
		t.Errorf("%+v %v %v", r, provisional, ok)
	}
	if _, provisional, ok := (Rates{}).At(FRDefault, day("2026-07-01")); ok || provisional {
		t.Error("a rate out of nothing")
	}
}

func TestLinesOfTheUser(t *testing.T) {
	shipped := Shipped()
	line := func(from string, ppm int64) Rate {
		return Rate{Basis: FRDefault, From: day(from), PPM: ppm, EnteredBy: "dupont", EnteredOn: day("2026-07-03")}
	}
	rates := shipped.With(line("2026-01-01", 122_000), line("2026-07-01", 1), line("2026-07-01", 120_000))
	if r, _, _ := rates.At(FRDefault, day("2026-03-01")); r.PPM != 122_000 || r.EnteredBy != "dupont" {
		t.Errorf("%+v", r)
	}
	if r, _, ok := rates.At(FRDefault, day("2026-12-31")); !ok || r.PPM != 120_000 {
		t.Errorf("%+v", r)
	}
	if _, _, ok := rates.At(FRDefault, day("2027-01-01")); ok {
		t.Error("the next half-year is not known")
	}
	if r, _, _ := shipped.At(FRDefault, day("2026-03-01")); r.PPM != 121_500 {
		t.Error("tables never change")
	}
	if got := rates.Until(FRDefault); got != day("2026-12-31") {
		t.Error(got)
	}
	// a line within a half-year holds from its day
	mid := shipped.With(line("2026-08-10", 130_000))
	if _, provisional, ok := mid.At(FRDefault, day("2026-08-09")); ok || !provisional {
		t.Error("known before its day")
	}
	c := invoice("2026-06-30", 36_500_00)
	s, err := Compute(mid, Terms{Provisional: true}, []Claim{c}, day("2026-08-31"))
	if err != nil || len(s.Lines[0].Segments) != 2 || s.Lines[0].Segments[1].From != day("2026-08-10") || !s.Provisional {
		t.Errorf("%+v %v", s, err)
	}
	for _, bad := range []Rate{
		{Basis: Contract, From: 1},
		{Basis: BasisCount, From: 1},
		{Basis: FRDefault},
		{Basis: FRDefault, From: 1, PPM: -1},
		{Basis: FRDefault, From: 1, PPM: MaxPPM + 1},
		{Basis: FRDefault, From: calendar.MaxDate + 1},
	} {
		if got := shipped.With(bad); len(got.Lines()) != len(shipped.Lines()) {
			t.Errorf("took %+v", bad)
		}
	}
}

// At agrees with a search of all lines, whatever was entered.
func TestAtFindsTheLatestLine(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var rates Rates
		type key struct {
			basis Basis
			from  calendar.Date
		}
		last := map[key]int64{}
		first := calendar.Of(2020, time.January, 1)
		for range rapid.IntRange(0, 30).Draw(t, "lines") {
			k := key{Basis(rapid.IntRange(0, int(BECivil)).Draw(t, "basis")), first + calendar.Date(rapid.IntRange(0, 900).Draw(t, "from"))}
			last[k] = rapid.Int64Range(0, MaxPPM).Draw(t, "ppm")
			rates = rates.With(Rate{Basis: k.basis, From: k.from, PPM: last[k]})
		}
		b := Basis(rapid.IntRange(0, int(BECivil)).Draw(t, "asked"))
		d := first + calendar.Date(rapid.IntRange(-30, 1200).Draw(t, "day"))
		var best calendar.Date
		for k := range last {
			if k.basis == b && k.from <= d {
				best = max(best, k.from)
			}
		}
		same := best.Year() == d.Year() && (b == BECivil || (best.Time().Month() < 7) == (d.Time().Month() < 7))
		r, provisional, ok := rates.At(b, d)
		if ok != (best > 0 && same) || provisional != (best > 0 && !same) || r.From != best || r.PPM != last[key{b, best}] {
			t.Fatalf("%v on %v: %+v %v %v", b, d, r, provisional, ok)
		}
	})
}
