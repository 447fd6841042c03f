package desk

import (
	"relance/domain/calendar"
	"relance/domain/ledger"
	"relance/domain/terms"
)

// LegalCap gives the latest day on which each invoice that was not due yet on
// the day of a plan may be paid by agreement (code de commerce, art. L441-10 I;
// Belgium, law of 2 August 2002): for plan.Limits. It is nil where no invoice
// asks for it: none is due later, or the debtor is a consumer or a public body,
// for whom other rules hold.
func (f *File) LegalCap(made calendar.Date) func(ledger.ItemKey) calendar.Date {
	if f.Client.Nature != ledger.Business {
		return nil
	}
	law, caps := f.Law(), map[ledger.ItemKey]calendar.Date{}
	for i := range f.Items {
		if it := &f.Items[i]; it.Key.Kind == ledger.Invoice && it.Due > made && !it.Key.Date.IsZero() {
			caps[it.Key] = terms.LegalCapIn(law, it.Key.Date)
		}
	}
	if len(caps) == 0 {
		return nil
	}
	return func(item ledger.ItemKey) calendar.Date { return caps[item] }
}
