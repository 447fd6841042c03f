package directdebit

import (
	"testing"

	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/ledger"
)

func TestCheckMandate(t *testing.T) {
	sound := Mandate{Reference: "RUM-1", IBAN: "be68 5390 0754 7034", SignedOn: calendar.Of(2026, 1, 15)}
	with := func(change func(*Mandate)) Mandate {
		m := sound
		change(&m)
		return m
	}
	for name, c := range map[string]struct {
		m      Mandate
		nature ledger.Nature
		want   Reason
	}{
		"sound":               {sound, ledger.Consumer, NoReason},
		"no reference":        {with(func(m *Mandate) { m.Reference = "" }), ledger.Business, BadMandateRef},
		"slash first":         {with(func(m *Mandate) { m.Reference = "/1" }), ledger.Business, BadMandateRef},
		"36 characters":       {with(func(m *Mandate) { m.Reference = "123456789012345678901234567890123456" }), ledger.Business, BadMandateRef},
		"not signed":          {with(func(m *Mandate) { m.SignedOn = 0 }), ledger.Business, MandateNotSigned},
		"consumer, B2B":       {with(func(m *Mandate) { m.Scheme = journal.B2B }), ledger.Consumer, ConsumerOnB2B},
		"business, B2B":       {with(func(m *Mandate) { m.Scheme = journal.B2B }), ledger.Business, NoReason},
		"wrong account":       {with(func(m *Mandate) { m.IBAN = "BE68539007547035" }), ledger.Business, BadIBAN},
		"Swiss without code":  {with(func(m *Mandate) { m.IBAN = "CH9300762011623852957" }), ledger.Business, MissingBIC},
		"wrong bank's code":   {with(func(m *Mandate) { m.BIC = "GEBA" }), ledger.Business, BadBIC},
		"account out of SEPA": {with(func(m *Mandate) { m.IBAN = "TR330006100519786457841326" }), ledger.Business, OutsideSEPA},
	} {
		if got := CheckMandate(c.m, c.nature); got != c.want {
			t.Errorf("%s: %d, want %d", name, got, c.want)
		}
	}
}

func TestStanding(t *testing.T) {
	day := calendar.Of
	sound := Mandate{SignedOn: day(2023, 1, 15)}
	for name, c := range map[string]struct {
		m    Mandate
		on   calendar.Date
		want Reason
		date calendar.Date
	}{
		"never used, last day": {sound, day(2026, 1, 15), NoReason, day(2026, 1, 15)},
		"never used, lapsed":   {sound, day(2026, 1, 16), Lapsed, day(2026, 1, 15)},
		"used since":           {Mandate{SignedOn: sound.SignedOn, LastUsed: day(2025, 6, 1)}, day(2026, 1, 16), NoReason, day(2028, 6, 1)},
		"revoked":              {Mandate{SignedOn: sound.SignedOn, RevokedOn: day(2024, 2, 1)}, day(2024, 2, 1), Revoked, day(2024, 2, 1)},
		"revoked later":        {Mandate{SignedOn: sound.SignedOn, RevokedOn: day(2024, 2, 1)}, day(2024, 1, 31), NoReason, day(2026, 1, 15)},
		"signed later":         {sound, day(2023, 1, 14), MandateNotSigned, day(2023, 1, 15)},
		"one-off, used":        {Mandate{SignedOn: sound.SignedOn, OneOff: true, LastUsed: day(2023, 2, 1)}, day(2023, 2, 2), UsedUp, day(2023, 2, 1)},
		"ended":                {Mandate{SignedOn: sound.SignedOn, Ended: true, LastUsed: day(2023, 2, 1)}, day(2023, 2, 2), UsedUp, day(2023, 2, 1)},
	} {
		if got, date := c.m.Standing(c.on); got != c.want || date != c.date {
			t.Errorf("%s: %d %s, want %d %s", name, got, date, c.want, c.date)
		}
	}
}
