package main

import (
	"errors"
	"strings"

	"relance/domain/calendar"
	"relance/domain/desk"
	"relance/domain/journal"
	"relance/domain/latefee"
	"relance/domain/money"
	"relance/domain/plan"
	"relance/domain/wording"
	"relance/store/paper"
)

// planTitle is what both sides call a plan: the account and the day on which it
// was drawn up.
func planTitle(file *desk.File, row *desk.PlanRow) string {
	return file.Client.Key.Account + "-" + row.MadeOn.String()
}

// schedule puts the instalments on a paper.
func (c *paperCase) schedule(pl *journal.Plan) []paper.Line {
	cur := pl.Currency
	out := make([]paper.Line, len(pl.Instalments))
	paid, total := int64(0), pl.Asked()
	for i := range pl.Instalments {
		l := &pl.Instalments[i]
		paid += l.Amount()
		out[i] = paper.Line{
			No: i + 1, Date: l.Due, Moved: movedFrom(l), Principal: in(cur, l.Principal), Interest: in(cur, l.Interest), Fee: in(cur, l.Fee),
			Amount: in(cur, l.Amount()), Cumulated: in(cur, paid), Remaining: in(cur, total-paid),
			Reference: plan.Reference(c.file.Creditor.Country, c.file.Client.Key.Account, pl.ID, i+1),
		}
	}
	return out
}

// paperModes are the modes of charges as templates compare them.
var paperModes = [journal.ChargeModeCount]paper.Mode{paper.Reserved, paper.Waived, paper.Asked, paper.Suspended}

// agreement is the instalment agreement of a plan.
func (c *paperCase) agreement(row *desk.PlanRow) (paper.Agreement, error) {
	pl, cur := &row.Plan, row.Plan.Currency
	a := paper.Agreement{
		Head: c.head(), Items: c.items(pl.Items), Principal: in(cur, pl.Total()), Total: in(cur, pl.Asked()),
		Schedule: c.schedule(pl), InterestIs: paperModes[pl.Interest], FeesAre: paperModes[pl.Fees], Provisional: pl.Provisional,
		Automatic: pl.Clause.Automatic, NoticeDays: pl.Clause.NoticeDays(), RetentionOfTitle: c.file.Creditor.RetentionOfTitle,
		SignBy: c.signBy(row), Supersedes: c.replacedOn(pl),
	}
	if pl.Interest != journal.ChargesAsked { // asked, it runs to each instalment's date
		a.ChargedTo = pl.ChargedTo
	}
	a.Reference = planTitle(c.file, row)
	a.TotalWords = c.inWords(a.Total)
	if m := c.v.MandateInForce(c.file.Client.Key); m != nil {
		a.Mandate = m.Reference
	}
	c.rate(&a, pl)
	return a, c.charges(&a, pl)
}

// signBy is the last day on which the paper can come back signed; none once it
// is.
func (c *paperCase) signBy(row *desk.PlanRow) calendar.Date {
	switch row.Standing.State {
	case plan.Draft:
		return c.day.AddDays(plan.SignWithin)
	case plan.Proposed:
		return max(row.Standing.SignBy, c.day)
	}
	return 0
}

// replacedOn is the day of the agreement that a plan replaces.
func (c *paperCase) replacedOn(pl *journal.Plan) (on calendar.Date) {
	for _, id := range pl.Supersedes {
		if old := c.file.Plan(id); old != nil {
			on = max(on, old.MadeOn)
		}
	}
	return on
}

// inWords writes an amount in letters in the paper's language.
func (c *paperCase) inWords(a money.Amount) string {
	lang := c.lang.String()
	if c.lang == paper.French && c.file.Law() == "BE" {
		lang = "fr-BE"
	}
	words, _ := money.InWords(a, lang)
	return words
}

// inBrackets makes a text fit to stand between brackets.
var inBrackets = strings.NewReplacer(" (", ", ", ")", "")

// rate states the rate at which interest runs, where it is known for the day.
func (c *paperCase) rate(a *paper.Agreement, pl *journal.Plan) {
	t := c.v.FeeTerms(c.file.Client.Key)
	basis, on := t.Basis(), pl.ChargedTo
	if on.IsZero() {
		on = c.day
	}
	a.RateBasis = inBrackets.Replace(wording.PaperBasis(c.lang.String(), basis))
	if basis == latefee.Contract {
		a.RatePPM, a.RateFixed = t.ContractPPM, true
		return
	}
	if rate, provisional, known := c.v.Rates().At(basis, on); known || provisional && pl.Provisional {
		a.RatePPM = rate.PPM
	}
}

// charges puts what the documents bear on the agreement.
func (c *paperCase) charges(a *paper.Agreement, pl *journal.Plan) error {
	cur := pl.Currency
	list, same, err := c.v.PlanCharges(c.file.Client.Key, pl)
	if missing := (*latefee.MissingRate)(nil); errors.As(err, &missing) {
		return c.p.rateFault(missing, c.v.Rates())
	}
	if err != nil {
		return err
	}
	c.stale = !same
	var interest, fees int64
	for _, l := range list {
		interest, fees = interest+l.Interest, fees+l.Fee
		charge := paper.Charge{
			Number: l.Item.Number, Due: l.Due, Principal: in(cur, l.Principal), Interest: in(cur, l.Interest), Indemnity: in(cur, l.Fee),
			Total: in(cur, l.Principal+l.Interest+l.Fee),
		}
		shares := latefee.Shares(l.Segments, l.Interest)
		for n, s := range l.Segments {
			source := s.Rate.Source
			if s.Basis == latefee.Contract {
				source = wording.PaperBasis(c.lang.String(), latefee.Contract)
			}
			charge.Segments = append(charge.Segments, paper.Segment{
				From: s.From, To: s.To, Days: s.Days, RatePPM: s.PPM, Base: in(cur, s.Base), Interest: in(cur, shares[n]),
				Source: source, Provisional: s.Provisional,
			})
		}
		a.Charges = append(a.Charges, charge)
	}
	a.Interest, a.Indemnity = in(cur, interest), in(cur, fees)
	return nil
}

// planNote is the message that goes with a plan.
func (c *paperCase) planNote(row *desk.PlanRow, a *paper.Agreement, person string) paper.PlanNote {
	return paper.PlanNote{
		Head: a.Head, MadeOn: row.MadeOn, Person: person, Total: a.Total, Schedule: a.Schedule, SignBy: a.SignBy,
		Signed: !row.Life.SignedOn.IsZero(), Mandate: a.Mandate,
		Attached: row.Life.SignedOn.IsZero(), // what goes with a signed plan is not the copy that was signed
	}
}
