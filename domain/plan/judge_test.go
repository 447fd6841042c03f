package plan

import (
	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/promise"
)

// Follow judges a plan alone by the client's payments in its currency, with the
// ledger known up to the cutoff.
func Follow(p journal.Plan, life Life, payments []promise.Payment, day, cutoff calendar.Date, zone calendar.Zone) Standing {
	return Judge(p, life, promise.Evaluate(Claims(p, life), payments, day, cutoff, zone), day)
}
