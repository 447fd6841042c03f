package wording

import (
	"strconv"
	"strings"

	"relance/domain/act"
	"relance/domain/calendar"
)

// questions are the words of act.QuestionCode, in its order. They take the
// values that Question gives them.
var questions = [...]Text{
	{"", ""},
	{"« %s » n'est pas un acte : h montre les lettres", "“%s” is no act: h shows the letters"},
	{"« %s » n'est pas une issue d'appel : h montre les lettres", "“%s” is no outcome of a call: h shows the letters"},
	{"« %s » n'a pas de sens ici", "“%s” means nothing here"},
	{"%d : un jour ou un montant ? Pour un montant, écrire « %d, »", "%d: a day or an amount? For an amount write “%d,”"},
	{"« %s » : %s, ou deux nombres ? Écrire sans espace, ou le grand nombre d'abord", "“%s”: %s, or two numbers? Write it without the space, or the large number first"},
	{"« %s » ne se lit pas comme un nombre : deux décimales au plus, pas de séparateur de milliers", "“%s” does not read as a number: two decimals at most, no thousands separator"},
	{"« %s » est un deuxième montant : lequel ?", "“%s” is a second amount: which one?"},
	{"« %s » est une deuxième date : laquelle ?", "“%s” is a second date: which one?"},
	{"« %s » est de trop : une seule lettre ici", "“%s” is one too many: one letter here"},
	{"« %s » n'est pas un jour du calendrier", "“%s” is no day of the calendar"},
	{"Le %s est déjà là ou passé : il faut un jour à venir", "%s is today or past: a day to come is needed"},
	{"Le %s est à venir : il faut un jour passé ou aujourd'hui", "%s lies ahead: a day past or today is needed"},
	{"« %s » n'est pas une heure", "“%s” is no hour"},
	{"%s est déjà passé aujourd'hui", "%s is over today"},
	{"Un montant de zéro ne compte pas : en donner un autre", "An amount of zero does not count: give another"},
	{"%s, c'est trop : %s au plus", "%s is too much: %s at most"},
	{"Rien d'exigible : cocher des pièces (Tab, Espace) ou donner un montant", "Nothing is collectible: tick items (Tab, Space) or give an amount"},
	{"Aucune pièce à contester : en choisir une (Tab)", "No item to dispute: choose one (Tab)"},
	{"Quel montant ?", "What amount?"},
	{"Pour quelle raison ? Une lettre", "For what reason? One letter"},
	{"Mis de côté comment ? Une lettre, ou une date d'attente", "Set aside how? A letter, or a date to hold until"},
	{"Jugement de quel jour ?", "Judgment of which day?"},
	{"Que noter ?", "What is to be noted?"},
	{"Qui ? Un nom, un téléphone, une adresse", "Who? A name, a telephone, an e-mail"},
	{"Rien à clore ici", "Nothing to close here"},
	{"Lequel des %d ? Le choisir dans la liste", "Which of the %d? Choose it in the list"},
	{"Clore comment ? Une lettre", "Close how? One letter"},
	{"%d : ce nombre d'échéances ne convient pas", "%d: that number of instalments does not do"},
	{"%d n'est pas un jour du mois", "%d is no day of the month"},
	{"Aucun client choisi", "No client is chosen"},
	{"L'échéancier du %s porte aussi sur d'autres pièces : les cocher toutes, ou aucune", "The plan of %s is also about other items: tick them all, or none"},
	{"Tout est dans l'échéancier signé du %s : « %s » pour l'annuler", "All is in the signed plan of %s: “%s” to cancel it"},
}

var _ = [1]struct{}{}[len(questions)-int(act.QuestionCount)]

// Question says what a line leaves open; nothing for no question.
func Question(l Lang, q act.Question, today calendar.Date) string {
	if q.Code >= act.QuestionCount {
		return ""
	}
	t := questions[q.Code]
	switch q.Code {
	case act.AskDayOrAmount:
		return t.sprintf(l, q.Number, q.Number)
	case act.AskThousands:
		if q.Amount.IsZero() {
			return Text{"« %s » : un seul nombre ou deux ? Écrire sans espace, ou le grand nombre d'abord", "“%s”: one number or two? Write it without the space, or the large number first"}.sprintf(l, q.Text)
		}
		return t.sprintf(l, q.Text, Amount(l, q.Amount))
	case act.AskWholePlan:
		return t.sprintf(l, ShortDay(q.Day, today))
	case act.AskInSignedPlan:
		return t.sprintf(l, ShortDay(q.Day, today), q.Text)
	case act.AskEnding:
		return closings(l, q)
	case act.AskPast, act.AskFuture:
		return t.sprintf(l, Day(l, q.Day, today))
	case act.AskHourPast:
		return t.sprintf(l, Hour(l, int16(q.Number)))
	case act.AskAbove:
		return t.sprintf(l, Amount(l, q.Amount), Amount(l, q.Other))
	case act.AskWhich:
		if q.Endings != (act.Endings{}) {
			return closings(l, q)
		}
		return t.sprintf(l, q.Number)
	case act.AskInstalments, act.AskDayOfMonth:
		return t.sprintf(l, q.Number)
	case act.AskAct, act.AskOutcome, act.AskToken, act.AskNumber, act.AskTwoAmounts, act.AskTwoDates,
		act.AskTwoLetters, act.AskNoSuchDay, act.AskHour:
		if q.Text == "" {
			return missing(l, q.Code)
		}
		return t.sprintf(l, q.Text)
	case act.AskNothingToClose:
		if q.Endings != (act.Endings{}) {
			return closings(l, q)
		}
		if q.Text != "" {
			return Text{"Rien que « %s » puisse clore", "Nothing that “%s” could close"}.sprintf(l, q.Text)
		}
	}
	return t.In(l)
}

// closings name the letters that close something.
func closings(l Lang, q act.Question) string {
	var letters []string
	for i, letter := range q.Endings {
		if letter != "" {
			letters = append(letters, letter+" "+LegendEndings[i].In(l))
		}
	}
	if len(letters) == 0 {
		return questions[act.AskEnding].In(l)
	}
	return Text{"Clore comment ? ", "Close how? "}.In(l) + strings.Join(letters, ", ")
}

// missing is what to say when the part in question was not typed at all.
func missing(l Lang, c act.QuestionCode) string {
	if c == act.AskOutcome {
		return Text{"Quelle issue ? Une lettre", "What outcome? One letter"}.In(l)
	}
	return questions[c].sprintf(l, strconv.Itoa(0))
}
