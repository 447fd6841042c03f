package main

import (
	"io"

	"relance/domain/calendar"
	"relance/domain/desk"
	"relance/domain/journal"
	"relance/domain/plan"
	"relance/domain/wording"
	"relance/store/paper"
)

// planLetters are the papers about a plan besides the agreement.
var planLetters = []string{paper.NameAgreement, paper.NameCourtesy, paper.NameBreach, paper.NameAcknowledgment}

// planLetter makes one of the papers about a plan: the letter, and the message
// that it goes with.
func (c *paperCase) planLetter(what string, row *desk.PlanRow) (*planPapers, error) {
	out := &planPapers{}
	var data paper.Data
	switch what {
	case paper.NameCourtesy:
		d, err := c.courtesy(row)
		if err != nil {
			return nil, err
		}
		data, out.mind = d, c.payable(d.Mandate)
	case paper.NameBreach:
		d, err := c.breach(row)
		if err != nil {
			return nil, err
		}
		data, out.mind = d, c.payable("")
	default:
		d, err := c.agreement(row)
		if err != nil {
			return nil, err
		}
		data, out.mind = d, d.Check()
	}
	doc, err := c.doc(what, data)
	if err != nil {
		return nil, err
	}
	out.text = paper.Text(doc)
	text, err := c.made(".txt", func(w io.Writer) error { return paper.WriteText(w, doc, paper.TextOptions{}) })
	if err != nil {
		return nil, err
	}
	var attached []paper.Attachment
	if what != paper.NameCourtesy { // a few friendly lines are no letter
		pdf, err := c.pdf(doc)
		if err != nil {
			return nil, err
		}
		name := letterNames[what].In(c.lang.String()) + "-" + safeName(planTitle(c.file, row)) + ".pdf"
		attached = append(attached, paper.Attachment{Name: name, Type: "application/pdf", Data: pdf.data})
		out.files = append(out.files, pdf)
	}
	message, err := c.message(doc, attached...)
	out.files = append(out.files, message, text)
	return out, err
}

// letterNames are the names of attached letters.
var letterNames = map[string]wording.Trilingual{
	paper.NameBreach:         {"mise-en-demeure", "ingebrekestelling", "formal-notice"},
	paper.NameAcknowledgment: {"reconnaissance-de-dette", "schulderkenning", "acknowledgment"},
}

// payable finds that the debtor cannot know where to pay.
func (c *paperCase) payable(mandate string) []paper.Finding {
	if c.file.Creditor.IBAN == "" && mandate == "" {
		return []paper.Finding{{Code: paper.AccountMissing}}
	}
	return nil
}

// agreedOn is the day on which a plan was signed, else proposed.
func agreedOn(row *desk.PlanRow) calendar.Date {
	switch {
	case !row.Life.SignedOn.IsZero():
		return row.Life.SignedOn
	case !row.Life.ProposedOn.IsZero():
		return row.Life.ProposedOn
	}
	return row.MadeOn
}

// courtesy reminds of the next instalment of a plan that was agreed.
func (c *paperCase) courtesy(row *desk.PlanRow) (paper.Courtesy, error) {
	pl := &row.Plan
	next := plan.DueBetween(*pl, row.Standing, c.day, calendar.MaxDate)
	if len(next) == 0 {
		return paper.Courtesy{}, c.p.usage(wording.FaultNoNextLine, c.file.Client.Key.Account)
	}
	line := c.schedule(pl)[next[0].Index]
	line.Amount = in(pl.Currency, next[0].Missing)
	d := paper.Courtesy{Head: c.head(), SignedOn: agreedOn(row), Line: line, Count: len(pl.Instalments)}
	d.Reference = planTitle(c.file, row)
	if m := c.v.MandateInForce(c.file.Client.Key); m != nil {
		d.Mandate = m.Reference
	}
	return d, nil
}

// breach is the notice of a plan that is broken: what was missed, and what the
// clause makes due.
func (c *paperCase) breach(row *desk.PlanRow) (paper.Breach, error) {
	pl, acc, cur := &row.Plan, &row.Accelerated, row.Plan.Currency
	if acc.Step == plan.NoStep {
		return paper.Breach{}, c.p.usage(wording.FaultNotBroken, c.file.Client.Key.Account)
	}
	d := paper.Breach{
		Head: c.head(), SignedOn: agreedOn(row), Automatic: acc.Step == plan.CallBalance, NoticeDays: pl.Clause.NoticeDays(),
		Total: in(cur, acc.Total()),
	}
	if acc.Step == plan.AwaitNotice {
		d.PayBy = acc.By
	}
	d.Reference = planTitle(c.file, row)
	var interest, fees int64
	if pl.Interest == journal.ChargesSuspended {
		interest, d.ChargedTo = pl.Charged, pl.ChargedTo
	}
	if pl.Fees == journal.ChargesSuspended {
		fees = pl.ChargedFee
	}
	balance := acc.Total() - interest - fees
	d.Interest, d.Indemnity, d.Balance = in(cur, interest), in(cur, fees), in(cur, balance)
	var missed int64
	for i, line := range c.schedule(pl) {
		s := &row.Standing.Instalments[i]
		if s.MissedOn.IsZero() || s.Missing <= 0 {
			continue
		}
		left := plan.Unpaid(&pl.Instalments[i], s)
		missed += s.Missing
		line.Principal, line.Interest, line.Fee = in(cur, left.Principal), in(cur, left.Interest), in(cur, left.Fee)
		line.Amount, line.Cumulated, line.Remaining = in(cur, s.Missing), in(cur, missed), in(cur, balance-missed)
		d.Missed = append(d.Missed, line)
	}
	d.MissedSum = in(cur, missed)
	if len(d.Missed) > 0 {
		d.PaymentReference = d.Missed[0].Reference
	}
	return d, nil
}

// letterSteps says what comes after a notice of a breach was written.
func (c *paperCase) letterSteps(what string, row *desk.PlanRow) {
	if what != paper.NameBreach {
		return
	}
	account, acc := c.file.Client.Key.Account, &row.Accelerated
	switch acc.Step {
	case plan.SendNotice:
		c.p.note(wording.SaidNoticeToSend, account, c.day)
	case plan.AwaitNotice:
		c.p.note(wording.SaidNoticeSent, c.p.shortDay(acc.NoticedOn), c.p.shortDay(acc.By))
	}
}
