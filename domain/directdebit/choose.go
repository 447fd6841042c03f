package directdebit

import (
	"relance/domain/journal"
	"relance/domain/ledger"
)

// choose gives the first of the client's mandates, in order of preference,
// under which the candidate can be collected. Where there is none, it says
// what the first of them lacks.
func (r *run) choose(c Candidate) (*Mandate, Skipped) {
	var first Skipped
	mandates := r.mandates[c.Client]
	for i := range mandates {
		skip := r.try(c, mandates[i])
		if skip.Reason == NoReason {
			return &mandates[i], Skipped{}
		}
		if i == 0 {
			first = skip
		}
	}
	if len(mandates) > 0 {
		return nil, first
	}
	skip := Skipped{Candidate: c, Reason: NoMandate}
	if on := r.collectOn(c.Due, journal.CORE); on > r.CollectBy {
		skip.Reason, skip.From = NotDueInHorizon, on
	}
	return nil, skip
}

// try says what stands in the way of collecting a candidate under a mandate.
// That its day is not near enough comes first: the rest may change until then.
func (r *run) try(c Candidate, m Mandate) Skipped {
	skip := Skipped{Candidate: c, Mandate: m.Reference}
	on := r.collectOn(c.Due, m.Scheme)
	alive := max(m.SignedOn, m.LastUsed).AddMonths(LapseMonths)
	told := c.Announced.AddDays(r.Notice)
	switch {
	case on > r.CollectBy:
		skip.Reason, skip.From = NotDueInHorizon, on
	case !m.RevokedOn.IsZero():
		skip.Reason, skip.From = Revoked, m.RevokedOn
	case m.SignedOn.IsZero() || m.SignedOn > r.Today:
		skip.Reason, skip.From = MandateNotSigned, m.SignedOn
	case !IsIdentifier(m.Reference):
		skip.Reason = BadMandateRef
	case r.shared[m.Reference]:
		skip.Reason = SharedMandateRef
	case on > alive:
		skip.Reason, skip.From = Lapsed, alive
	case (m.Ended || m.OneOff && !m.LastUsed.IsZero()) && !usedItUp(c, m):
		skip.Reason = UsedUp
	case m.Scheme == journal.B2B && c.Nature == ledger.Consumer:
		skip.Reason = ConsumerOnB2B
	default:
		if skip.Reason = checkAccount(m.IBAN, m.BIC); skip.Reason != NoReason {
			return skip
		}
		switch {
		case debtor(c, m) == "":
			skip.Reason = NoName
		case c.Announced.IsZero():
			skip.Reason = TooSoon
		case on < told:
			skip.Reason, skip.From = TooSoon, told
		}
	}
	return skip
}

// usedItUp reports whether the candidate's own earlier collection is what used
// up the mandate: the bank may have returned it, and it can be presented again.
func usedItUp(c Candidate, m Mandate) bool {
	for _, is := range c.Already {
		if is.Mandate == m.Reference && (m.OneOff || is.Sequence == Final) {
			return true
		}
	}
	return false
}
