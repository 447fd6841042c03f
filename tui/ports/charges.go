package ports

import (
	"errors"

	"relance/domain/calendar"
	"relance/domain/desk"
	"relance/domain/journal"
	"relance/domain/latefee"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/wording"
)

// Fees are what documents of a client bear up to a day.
type Fees struct {
	Terms     latefee.Terms
	Claims    []latefee.Claim
	Statement latefee.Statement // one line for each claim; where Missing is set, nothing but what is missing
	// Missing is the rate that is not known and that nothing was taken for.
	Missing *latefee.MissingRate
	// Before is the last line of the table before the first rate that is missing;
	// its From is zero where there is none.
	Before latefee.Rate
	// Entered is the line of the client's table that a person entered last; its
	// From is zero where there is none.
	Entered latefee.Rate
	Err     error // any other reason why nothing was computed
}

// Charges asks a view about late fees, mandates and plans. Plans and Expected
// look at all clients and may take long.
type Charges interface {
	// Fees computes what the documents bear up to a day; provisional takes the
	// last known rate where one is missing.
	Fees(v *desk.View, key ledger.ClientKey, cur money.Currency, scope desk.FeeScope, upTo calendar.Date, provisional bool) Fees
	// Mandate is the direct-debit mandate that counts: the last one in force,
	// else the last one revoked; ok is false where there is none.
	Mandate(v *desk.View, key ledger.ClientKey) (row desk.MandateRow, ok bool)
	// PlanLine opens an instalment of a plan of a client, saved or not; PlanCharges
	// opens what the plan asks, waives or suspends, document by document.
	PlanLine(v *desk.View, key ledger.ClientKey, p *journal.Plan, line int) Opened
	PlanCharges(v *desk.View, key ledger.ClientKey, p *journal.Plan) Opened
	// Plans is a list of plans over all clients.
	Plans(v *desk.View, filter desk.PlanFilter) []desk.PlanEntry
	// Expected is the cash expected by week.
	Expected(v *desk.View, weeks int) []desk.ExpectedCash
}

// Fees implements Charges.
func (Direct) Fees(v *desk.View, key ledger.ClientKey, cur money.Currency, scope desk.FeeScope, upTo calendar.Date, provisional bool) Fees {
	out := Fees{Terms: v.FeeTerms(key)}
	out.Claims, out.Statement, out.Err = v.LateFees(key, cur, scope, upTo, provisional, latefee.PrincipalFirst)
	if errors.As(out.Err, &out.Missing) {
		out.Err = nil
	}
	for _, r := range v.Rates().Lines() {
		if r.Basis == out.Terms.Basis() && r.EnteredBy != "" && r.From <= upTo && r.From >= out.Entered.From {
			out.Entered = r
		}
	}
	if len(out.Statement.Missing) > 0 {
		first := out.Statement.Missing[0]
		if rate, earlier, _ := v.Rates().At(first.Basis, first.From); earlier {
			out.Before = rate
		}
	}
	return out
}

// Mandate implements Charges.
func (Direct) Mandate(v *desk.View, key ledger.ClientKey) (desk.MandateRow, bool) {
	rows := v.Mandates(key)
	for i := len(rows) - 1; i >= 0; i-- {
		if rows[i].RevokedOn.IsZero() {
			return rows[i], true
		}
	}
	if len(rows) == 0 {
		return desk.MandateRow{}, false
	}
	return rows[len(rows)-1], true
}

// Plans implements Charges.
func (Direct) Plans(v *desk.View, filter desk.PlanFilter) []desk.PlanEntry { return v.Plans(filter) }

// Expected implements Charges.
func (Direct) Expected(v *desk.View, weeks int) []desk.ExpectedCash { return v.Expected(weeks) }

// Papers writes papers about a client.
type Papers interface {
	// FeesPaper writes the statement of late fees into the papers folder, in the
	// debtor's language, or lang where that is not known, and gives its text and
	// the files written. Nothing is sent, and no file is written over another. It
	// may take long and is never called on the event loop. An error says what is
	// wrong in words meant for the user, in lang.
	FeesPaper(v *desk.View, f FeesAsked, lang wording.Lang) (Prepared, error)
}

// FeesAsked says of what a statement of late fees is.
type FeesAsked struct {
	Client      ledger.ClientKey
	Currency    money.Currency
	Items       []ledger.ItemKey // none: all that is overdue
	UpTo        calendar.Date
	Provisional bool
}
