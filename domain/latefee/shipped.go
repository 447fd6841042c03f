package latefee

import (
	"time"

	"relance/domain/calendar"
)

// Where the shipped rates were read. A sum ("+ 7") was computed here from the
// rate of the central bank by the rule of the law, and not read.
const (
	fromBankOfFrance  = "banque-france.fr/en/policy-rates"
	fromBankSlovenia  = "bsi.si, ecb.europa.eu"
	fromBoursenews    = "boursenews.ma, 10/2025"
	fromECB           = "ecb.europa.eu"
	fromECBPlus7      = "ecb.europa.eu + 7"
	fromECBPlus8      = "ecb.europa.eu + 8"
	fromFiscalonline  = "fiscalonline.com"
	fromLegifiscal    = "legifiscal.fr"
	fromServicePublic = "service-public.fr"
	fromLaClef        = "service-public.fr, laclef.eu"
	fromOrder2025     = "laclef.eu, legifiscal.fr (JO 12/2025)"
	fromSchoups       = "schoups.com, vanostaeyen.eu"
	fromMoniteur      = "etaamb.openjustice.be 2012003232"
	fromEmbuild       = "embuild.be"
	fromFiduplan      = "fiduplan.be, stuytsaccounting.be"
)

// told is a rate with its source.
type told struct {
	ppm       int64
	source    string
	confirmed bool
}

// halfYear is a row of the shipped table: the rate of main refinancing
// operations on the half-year's first day, the French legal rates for
// professional and individual creditors, and the Belgian rate of the law of 2
// August 2002. Until 2014 there was one French legal rate, by year. The Belgian
// rates up to 2012 are those of the 7-point margin; that of 2013-H1 is for
// contracts from 16 March 2013 on.
type halfYear struct {
	ecb, legal told
	individual int64
	belgian    told
}

// The first row of the table is 2009-H1.
const firstYear = 2009

func table() []halfYear {
	const yes, no = true, false
	bdf := func(ppm int64) told { return told{ppm, fromBankOfFrance, yes} }
	clef := func(ppm int64) told { return told{ppm, fromLaClef, yes} }
	be := func(ppm int64) told { return told{ppm, fromSchoups, yes} }
	be7 := told{80_000, fromECBPlus7, no}
	be8 := told{80_000, fromECBPlus8, no}
	return []halfYear{
		{bdf(25_000), told{37_900, fromFiscalonline, yes}, 37_900, told{95_000, fromECBPlus7, no}}, // 2009
		{bdf(10_000), told{37_900, fromFiscalonline, yes}, 37_900, be7},
		{bdf(10_000), told{6_500, fromFiscalonline, yes}, 6_500, be7},
		{bdf(10_000), told{6_500, fromFiscalonline, yes}, 6_500, be7},
		{bdf(10_000), told{3_800, fromServicePublic, no}, 3_800, be(80_000)}, // 2011
		{bdf(12_500), told{3_800, fromServicePublic, no}, 3_800, be(85_000)},
		{bdf(10_000), told{7_100, fromServicePublic, no}, 7_100, be(80_000)},
		{bdf(10_000), told{7_100, fromServicePublic, no}, 7_100, told{80_000, fromMoniteur, yes}},
		{bdf(7_500), told{400, fromLegifiscal, yes}, 400, be(90_000)}, // 2013
		{bdf(5_000), told{400, fromLegifiscal, yes}, 400, be(85_000)},
		{bdf(2_500), told{400, fromLegifiscal, yes}, 400, be(85_000)},
		{bdf(1_500), told{400, fromLegifiscal, yes}, 400, be(85_000)},
		{bdf(500), clef(9_300), 40_600, be(85_000)}, // 2015
		{bdf(500), clef(9_900), 42_900, be(85_000)},
		{bdf(500), clef(10_100), 45_400, be(85_000)},
		{bdf(0), clef(9_300), 43_500, be(80_000)},
		{bdf(0), clef(9_000), 41_600, be(80_000)}, // 2017
		{bdf(0), clef(9_000), 39_400, be(80_000)},
		{bdf(0), clef(8_900), 37_300, be(80_000)},
		{bdf(0), clef(8_800), 36_000, be(80_000)},
		{bdf(0), clef(8_600), 34_000, be(80_000)}, // 2019
		{bdf(0), clef(8_700), 32_600, be(80_000)},
		{bdf(0), clef(8_700), 31_500, be(80_000)},
		{bdf(0), clef(8_400), 31_100, be(80_000)},
		{bdf(0), clef(7_900), 31_400, be(80_000)}, // 2021
		{bdf(0), clef(7_600), 31_200, be8},
		{bdf(0), clef(7_600), 31_300, be8},
		{bdf(0), clef(7_700), 31_500, be8},
		{bdf(25_000), clef(20_600), 44_700, be(105_000)}, // 2023
		{bdf(40_000), clef(42_200), 68_200, told{120_000, fromECBPlus8, no}},
		{bdf(45_000), clef(50_700), 80_100, be(125_000)},
		{bdf(42_500), clef(49_200), 81_600, be(125_000)},
		{told{31_500, fromBankSlovenia, yes}, clef(37_100), 72_100, be(115_000)}, // 2025
		{told{21_500, fromBoursenews, yes}, clef(27_600), 66_500, be(105_000)},
		{told{21_500, fromECB, no}, told{26_200, fromOrder2025, yes}, 66_700, told{105_000, fromEmbuild, yes}},
	}
}

// The Belgian legal rate in civil matters, by year; the years between were not
// found.
func civilYears() []Rate {
	year := func(y int, ppm int64, confirmed bool, source string) Rate {
		return Rate{Basis: BECivil, From: calendar.Of(y, time.January, 1), PPM: ppm, Source: source, Confirmed: confirmed}
	}
	return []Rate{
		year(2010, 32_500, false, fromFiduplan), year(2011, 37_500, false, fromFiduplan), year(2012, 42_500, false, fromFiduplan),
		year(2013, 27_500, true, fromFiduplan), year(2014, 27_500, true, fromFiduplan), year(2015, 25_000, true, fromFiduplan),
		year(2018, 20_000, true, fromFiduplan), year(2023, 52_500, false, fromFiduplan), year(2024, 57_500, true, fromFiduplan),
		year(2025, 45_000, true, fromFiduplan), year(2026, 45_000, true, fromEmbuild),
	}
}

// Margins over the rate of the central bank.
const (
	defaultMargin = 100_000 // art. L441-10 II
	publicMargin  = 80_000  // décret n° 2013-269
)

// Rows from which a rule holds in full.
const (
	anchored = 2 * (2013 - firstYear) // 2013-H1: the rate of 1 January and 1 July counts; before, that of the latest operation
	public8  = anchored + 1           // 2013-H2: 8 points for all public bodies
)

// Shipped gives the tables that come with the program: 2009-H1 to 2026-H1, and
// 2026 for BECivil. French default rates before 2013 are near, not exact, and
// not Confirmed: the rate of the latest operation counted then. Public bodies
// begin in 2013-H2: their margin was another one before.
func Shipped() Rates {
	rows := table()
	lines := make([]Rate, 0, 6*len(rows))
	each := func(b Basis, first int, of func(i int, row halfYear) told) {
		h := calendar.HalfYearOf(calendar.Of(firstYear, time.January, 1)) + calendar.HalfYear(first)
		for i := first; i < len(rows); i++ {
			t := of(i, rows[i])
			lines = append(lines, Rate{Basis: b, From: h.First(), PPM: t.ppm, Source: t.source, Confirmed: t.confirmed})
			h = h.Next()
		}
	}
	each(FRDefault, 0, func(i int, r halfYear) told {
		return told{r.ecb.ppm + defaultMargin, r.ecb.source, r.ecb.confirmed && i >= anchored}
	})
	each(FRLegalPro, 0, func(_ int, r halfYear) told { return r.legal })
	each(FRLegalIndividual, 0, func(_ int, r halfYear) told { return told{r.individual, r.legal.source, r.legal.confirmed} })
	each(FRPublic, public8, func(_ int, r halfYear) told {
		return told{r.ecb.ppm + publicMargin, r.ecb.source, r.ecb.confirmed}
	})
	each(BEBusiness, 0, func(_ int, r halfYear) told { return r.belgian })
	return Rates{append(lines, civilYears()...)}
}
