package directdebit

import (
	"relance/domain/calendar"
	"relance/domain/ident"
	"relance/domain/journal"
	"relance/domain/ledger"
)

// CheckMandate says what a mandate lacks to be collected under, by itself;
// NoReason if nothing. Dates of use and other clients' mandates are not looked
// at: see Propose.
func CheckMandate(m Mandate, debtor ledger.Nature) Reason {
	switch {
	case !IsIdentifier(m.Reference):
		return BadMandateRef
	case m.SignedOn.IsZero():
		return MandateNotSigned
	case m.Scheme == journal.B2B && debtor == ledger.Consumer:
		return ConsumerOnB2B
	}
	return checkAccount(ident.NormalIBAN(m.IBAN), ident.NormalBIC(m.BIC))
}

// Standing says whether a mandate can be collected under on a day: NoReason, or
// Revoked, MandateNotSigned, Lapsed or UsedUp, with the date that belongs to the
// reason; for NoReason that of its lapse, if it is not used before.
func (m Mandate) Standing(day calendar.Date) (Reason, calendar.Date) {
	alive := max(m.SignedOn, m.LastUsed).AddMonths(LapseMonths)
	switch {
	case !m.RevokedOn.IsZero() && m.RevokedOn <= day:
		return Revoked, m.RevokedOn
	case m.SignedOn.IsZero() || m.SignedOn > day:
		return MandateNotSigned, m.SignedOn
	case m.Ended, m.OneOff && !m.LastUsed.IsZero():
		return UsedUp, m.LastUsed
	case day > alive:
		return Lapsed, alive
	}
	return NoReason, alive
}
