package wording

import (
	"strings"

	"relance/domain/act"
	"relance/domain/calendar"
	"relance/domain/journal"
)

// Replaced is an agreement whose place an act takes, or that an act leaves as it
// is: a promise with the day for which it was given, or a plan with the day on
// which it was made.
type Replaced struct {
	Plan   bool
	Signed bool // of a plan
	Day    calendar.Date
}

// agreements name agreements, promises first: "la promesse du 27/11 et
// l'échéancier signé du 23/11". unsigned says so of plans that nobody signed.
func agreements(l Lang, list []Replaced, today calendar.Date, unsigned bool) string {
	var promises []string
	var plans []Replaced
	for _, r := range list {
		if r.Plan {
			plans = append(plans, r)
		} else {
			promises = append(promises, ShortDay(r.Day, today))
		}
	}
	var out []string
	switch n := len(promises); {
	case n == 1:
		out = append(out, Text{"la promesse du %s", "the promise for %s"}.sprintf(l, promises[0]))
	case n == 2:
		out = append(out, Text{"les promesses du %s et du %s", "the promises for %s and %s"}.sprintf(l, promises[0], promises[1]))
	case n > 2:
		out = append(out, Text{"%d promesses en cours", "%d open promises"}.sprintf(l, n))
	}
	if len(plans) > 0 {
		out = append(out, plansNamed(l, plans, today, unsigned))
	}
	return strings.Join(out, Text{" et ", " and "}.In(l))
}

func plansNamed(l Lang, plans []Replaced, today calendar.Date, unsigned bool) string {
	if len(plans) == 1 {
		day := ShortDay(plans[0].Day, today)
		switch {
		case plans[0].Signed:
			return Text{"l'échéancier signé du %s", "the signed plan of %s"}.sprintf(l, day)
		case unsigned:
			return Text{"l'échéancier du %s, non signé", "the plan of %s, not signed"}.sprintf(l, day)
		}
		return Text{"l'échéancier du %s", "the plan of %s"}.sprintf(l, day)
	}
	signed := 0
	for _, p := range plans {
		signed += b2i(p.Signed)
	}
	s := Text{"%d échéanciers", "%d plans"}.sprintf(l, len(plans))
	switch {
	case signed == len(plans):
		return s + Text{" signés", ", signed"}.In(l)
	case signed > 0:
		return s + Text{", dont %d signé", ", %d of them signed"}.sprintf(l, signed)
	case unsigned:
		return s + Text{" non signés", ", not signed"}.In(l)
	}
	return s
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// replacedWords say whose place an act takes, as far as it is known; else how
// many there are.
func replacedWords(l Lang, ctx SentenceContext, promises, plans int, unsigned bool) string {
	if len(ctx.Replaced) > 0 {
		return Text{", remplace ", ", replaces "}.In(l) + agreements(l, ctx.Replaced, ctx.Today, unsigned)
	}
	switch {
	case promises == 1:
		return saidReplaces.In(l)
	case promises > 1:
		return saidReplace2.sprintf(l, promises)
	case plans == 1:
		return saidNewOne.In(l)
	case plans > 1:
		return saidNewPlans.sprintf(l, plans)
	}
	return ""
}

// Replaces is a sentence of its own that names what an act took the place of;
// empty for nothing.
func Replaces(l Lang, list []Replaced, today calendar.Date) string {
	if len(list) == 0 {
		return ""
	}
	return Text{"Remplace %s.", "Replaces %s."}.sprintf(l, agreements(l, list, today, false))
}

// disputeEnds say what a dispute does to what was agreed on the same documents.
func disputeEnds(l Lang, ctx SentenceContext) string {
	var b strings.Builder
	if len(ctx.Replaced) > 0 {
		b.WriteString(Text{", annule ", ", ends "}.In(l) + agreements(l, ctx.Replaced, ctx.Today, false))
	}
	for _, r := range ctx.Touched {
		t := Text{", %s reste attendue", ", %s is still expected"}
		if r.Plan {
			t = Text{", %s reste en cours", ", %s goes on"}
		}
		b.WriteString(t.sprintf(l, agreements(l, []Replaced{r}, ctx.Today, false)))
	}
	return b.String()
}

// replacing names the plans that a saved one took the place of.
func replacing(l Lang, p journal.Plan, ctx SentenceContext) string {
	if len(ctx.Replaced) != len(p.Supersedes) {
		ctx.Replaced = nil
	}
	return replacedWords(l, ctx, 0, len(p.Supersedes), false)
}

// advance says how much of a receipt is more than the client owes, or is set
// against nothing.
func advance(l Lang, c act.Receipt, ctx SentenceContext) string {
	left := c.Amount
	for _, p := range c.Items {
		left.Minor -= p.Amount
	}
	switch {
	case ctx.Advance > 0:
		left.Minor = ctx.Advance
		return Text{", dont %s d'avance", ", of which %s in advance"}.sprintf(l, Amount(l, left))
	case left.Minor > 0:
		return Text{", dont %s non affectés", ", of which %s not allocated"}.sprintf(l, Amount(l, left))
	}
	return ""
}
