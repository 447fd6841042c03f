package wording

// Rates that were entered, what became of them, and the day's report of them.
var (
	CmdRatesUnset   = Text{"reprend un taux saisi : celui d'avant compte de nouveau", "take back a rate that was entered: the one before counts again"}
	FlagRateHistory = Text{"les taux saisis, repris et remplacés compris", "the rates entered, those taken back and replaced too"}

	ColUndoneBy = Text{"Repris par", "Taken back by"}
	ColUndoneOn = Text{"Repris le", "Taken back on"}

	SaidNoRateEntered    = Text{"Aucun taux n'a été saisi.", "No rate was entered."}
	SaidRateUnset        = Text{"Repris : %s, %s à partir du %s (%s).", "Taken back: %s, %s from %s (%s)."}
	SaidRateAgain        = Text{"De nouveau : %s (%s).", "Again: %s (%s)."}
	SaidRateUnknownAgain = Text{"Le taux de cette période n'est de nouveau pas connu.", "The rate of that period is not known again."}
	FaultNoRateEntered   = Text{"Aucun taux saisi n'est en vigueur pour %s au %s. Rien n'a été changé.", "No rate entered is in force for %s on %s. Nothing was changed."}

	DayRates = [2]Text{{"%s taux saisi", "%s rate entered"}, {"%s taux saisis", "%s rates entered"}}
)

// RateStates say what became of a rate that was entered.
var RateStates = map[string]Text{
	"live":     {"en vigueur", "in force"},
	"replaced": {"remplacé", "replaced"},
	"undone":   {"repris", "taken back"},
}
