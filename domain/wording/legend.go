package wording

// The legend of the entry line: what the letters mean that may be typed next,
// in a word or two.

// LegendOutcomes are the outcomes of a call, in their order.
var LegendOutcomes = [13]Text{
	{"joint", "reached"},
	{"pas de réponse", "no answer"},
	{"message", "message"},
	{"standard", "switchboard"},
	{"faux n°", "wrong number"},
	{"documents", "documents"},
	{"refus", "refusal"},
	{"difficultés", "hardship"},
	{"virement", "transfer"},
	{"promesse", "promise"},
	{"échéancier", "plan"},
	{"litige", "dispute"},
	{"rappel", "callback"},
}

// LegendShort are shorter words for outcomes, where the others have no room;
// empty where they are short enough.
var LegendShort = [13]Text{
	{"", ""},
	{"absent", "none"},
	{"", ""},
	{"accueil", "desk"},
	{"", "wrong"},
	{"docs", "docs"},
	{"", ""},
	{"gêne", "hard"},
	{"", ""},
	{"prom.", "prom."},
	{"plan", ""},
	{"", ""},
	{"", "later"},
}

// LegendShortReasons are shorter words for the reasons of a dispute.
var LegendShortReasons = [12]Text{
	{"commande", "order"},
	{"", ""},
	{"", ""},
	{"", ""},
	{"qualité", "quality"},
	{"", ""},
	{"", "missing"},
	{"avoir", "credit"},
	{"TVA", "VAT"},
	{"", ""},
	{"", ""},
	{"", ""},
}

// LegendShortDay is a shorter word for a day of the month.
var LegendShortDay = Text{"le 15", "the 15th"}

// LegendShortChannels are shorter words for ways of contact.
var LegendShortChannels = [3]Text{
	{"", ""},
	{"", "rang"},
	{"", "written"},
}

// LegendChannels are the ways of contact, in their order.
var LegendChannels = [3]Text{
	{"", ""},
	{"il appelle", "they rang"},
	{"par écrit", "in writing"},
}

// LegendStatuses are the standings of a client, in their order.
var LegendStatuses = [6]Text{
	{"normal", "normal"},
	{"ne pas relancer", "never dun"},
	{"procédure", "insolvency"},
	{"douteux", "doubtful"},
	{"contentieux", "legal"},
	{"en attente", "on hold"},
}

// LegendEndings are the ways of closing a thing, in their order.
var LegendEndings = [7]Text{
	{"litige fondé", "dispute founded"},
	{"litige non fondé", "dispute unfounded"},
	{"annuler la promesse", "withdraw the promise"},
	{"échéancier signé", "plan signed"},
	{"annuler l'échéancier", "cancel the plan"},
	{"rappel fait", "callback made"},
	{"annuler le rappel", "call off the callback"},
}

// Other words of the legend.
var (
	LegendAmount       = Text{"montant", "amount"}
	LegendInstalments  = Text{"échéances", "instalments"}
	LegendMonthly      = Text{"par mois", "a month"}
	LegendDown         = Text{"acompte", "down payment"}
	LegendWeekday      = Text{"jour", "weekday"}
	LegendDayOfMonth   = Text{"du mois", "of the month"}
	LegendBusinessDays = Text{"jours ouvrés", "business days"}
	LegendWeeks        = Text{"semaines", "weeks"}
	LegendHours        = Text{"heures", "o'clock"}
	LegendHour         = Text{"heure", "time"}
	LegendToday        = Text{"aujourd'hui", "today"}
	LegendYesterday    = Text{"hier", "yesterday"}
)
