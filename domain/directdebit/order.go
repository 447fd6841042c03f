package directdebit

import (
	"cmp"
	"slices"
	"strings"

	"relance/domain/journal"
	"relance/domain/ledger"
)

func compareClients(a, b ledger.ClientKey) int {
	return cmp.Or(strings.Compare(a.Creditor, b.Creditor), strings.Compare(a.Account, b.Account))
}

func compareIDs(a, b journal.ID) int {
	return cmp.Or(cmp.Compare(a.Device, b.Device), cmp.Compare(a.Seq, b.Seq))
}

// compareCandidates orders by client, date, plan and number, then by all the
// rest, so that the order given never decides which of two equals is taken.
func compareCandidates(a, b Candidate) int {
	return cmp.Or(
		compareClients(a.Client, b.Client),
		cmp.Compare(a.Due, b.Due),
		compareIDs(a.Plan, b.Plan),
		cmp.Compare(a.No, b.No),
		cmp.Compare(a.Amount.Minor, b.Amount.Minor),
		strings.Compare(a.Amount.Currency.String(), b.Amount.Currency.String()),
		cmp.Compare(a.Announced, b.Announced),
		cmp.Compare(a.Nature, b.Nature),
		strings.Compare(a.Name, b.Name),
		strings.Compare(a.Label, b.Label),
		strings.Compare(a.Reference, b.Reference),
		compareBools(a.End, b.End),
		slices.CompareFunc(a.Already, b.Already, compareIssues),
	)
}

func compareIssues(a, b Issue) int {
	return cmp.Or(
		cmp.Compare(a.CollectOn, b.CollectOn),
		cmp.Compare(a.Due, b.Due),
		cmp.Compare(a.Amount.Minor, b.Amount.Minor),
		strings.Compare(a.Message, b.Message),
		strings.Compare(a.Mandate, b.Mandate),
		strings.Compare(string(a.Sequence), string(b.Sequence)),
	)
}

// compareMandates orders a client's mandates by preference: those in force
// before revoked ones, recurrent ones before one-off, the latest signed first.
func compareMandates(a, b Mandate) int {
	return cmp.Or(
		compareClients(a.Client, b.Client),
		compareBools(!a.RevokedOn.IsZero(), !b.RevokedOn.IsZero()),
		compareBools(a.OneOff, b.OneOff),
		cmp.Compare(b.SignedOn, a.SignedOn),
		strings.Compare(a.Reference, b.Reference),
		strings.Compare(a.IBAN, b.IBAN),
		strings.Compare(a.BIC, b.BIC),
		strings.Compare(a.Holder, b.Holder),
		cmp.Compare(a.Scheme, b.Scheme),
		cmp.Compare(a.RevokedOn, b.RevokedOn),
		cmp.Compare(a.LastUsed, b.LastUsed),
		compareBools(a.Ended, b.Ended),
	)
}

func compareCollections(a, b Collection) int {
	return cmp.Or(
		cmp.Compare(a.CollectOn, b.CollectOn),
		cmp.Compare(a.Mandate.Scheme, b.Mandate.Scheme),
		strings.Compare(string(a.Sequence), string(b.Sequence)),
		compareCandidates(a.Candidate, b.Candidate),
	)
}

func compareBools(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}
