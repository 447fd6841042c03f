package main

import (
	"fmt"

	"relance/domain/directdebit"
	"relance/domain/money"
	"relance/domain/wording"
	"relance/store/sheet"
)

// What scripts get of direct debits.
type (
	collectOut struct {
		Creditor    string          `json:"creditor"`
		Name        string          `json:"name"`
		HandIn      *string         `json:"hand_in"`
		CollectBy   *string         `json:"collect_by"`
		File        *string         `json:"file"`
		Message     *string         `json:"message"`
		Version     string          `json:"version"`
		Count       int             `json:"count"`
		Total       string          `json:"total"`
		Collections []collectionOut `json:"collections"`
		Skipped     []skippedOut    `json:"skipped"`
		Pending     []pendingOut    `json:"pending"`
	}
	debitOut struct {
		Client string  `json:"client"`
		Name   string  `json:"name"`
		Plan   string  `json:"plan"`
		No     int     `json:"no"`
		Of     int     `json:"of"`
		Due    *string `json:"due"`
		Amount string  `json:"amount"`
	}
	collectionOut struct {
		debitOut
		CollectOn *string `json:"collect_on"`
		Scheme    string  `json:"scheme"`
		Sequence  string  `json:"sequence"`
		Mandate   string  `json:"mandate"`
		EndToEnd  string  `json:"end_to_end"`
		Text      string  `json:"text"`
		Repeat    bool    `json:"repeat"`
		Late      bool    `json:"late"`
	}
	skippedOut struct {
		debitOut
		Reason  string  `json:"reason"`
		Text    string  `json:"text"`
		Mandate string  `json:"mandate"`
		From    *string `json:"from"`
		Message string  `json:"message"`
	}
	pendingOut struct {
		Client    string  `json:"client"`
		Name      string  `json:"name"`
		Plan      string  `json:"plan"`
		No        int     `json:"no"`
		Amount    string  `json:"amount"`
		CollectOn *string `json:"collect_on"`
		Message   string  `json:"message"`
		InForce   bool    `json:"in_force"` // its plan is; the files ask for more than is missing
		Missing   *string `json:"missing"`  // of the instalment; null where the plan is not in force
	}
)

// debitReasonKeys name the reasons in files.
var debitReasonKeys = [directdebit.ReasonCount]string{
	"", "no_creditor_name", "bad_ics", "bad_creditor_iban", "bad_creditor_bic", "other_creditor", "duplicate", "not_euro",
	"amount_out_of_range", "bad_reference", "already_issued", "later", "no_mandate", "revoked", "mandate_not_signed",
	"bad_mandate_ref", "shared_mandate_ref", "lapsed", "used_up", "consumer_on_b2b", "bad_iban", "outside_sepa", "bad_bic",
	"missing_bic", "no_name", "too_soon",
}

func (b *proposal) debit(c *directdebit.Candidate) debitOut {
	return debitOut{
		Client: c.Client.Account, Name: c.Name, Plan: c.Plan.String(), No: c.No, Of: b.lines[c.Key].Of,
		Due: dateOut(c.Due), Amount: money.FormatPlain(c.Amount),
	}
}

func textOut(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func (p *program) collectValue(b *proposal) collectOut {
	out := collectOut{
		Creditor: b.creditor.ID, Name: b.creditor.Name, HandIn: dateOut(b.options.Today), CollectBy: dateOut(b.options.CollectBy),
		File: textOut(b.file), Message: textOut(b.message), Version: b.version.String(), Count: len(b.batch.Collections),
		Total: plain(b.batch.Total(), money.EUR), Collections: []collectionOut{}, Skipped: []skippedOut{}, Pending: []pendingOut{},
	}
	for i := range b.batch.Collections {
		c := &b.batch.Collections[i]
		out.Collections = append(out.Collections, collectionOut{
			debitOut: b.debit(&c.Candidate), CollectOn: dateOut(c.CollectOn), Scheme: schemeKeys[c.Mandate.Scheme],
			Sequence: string(c.Sequence), Mandate: c.Mandate.Reference, EndToEnd: c.EndToEnd, Text: c.Text + c.Structured,
			Repeat: c.Repeat, Late: c.Late,
		})
	}
	for i := range b.batch.Skipped {
		s := &b.batch.Skipped[i]
		out.Skipped = append(out.Skipped, skippedOut{
			debitOut: b.debit(&s.Candidate), Reason: debitReasonKeys[s.Reason],
			Text: wording.DebitReason(p.lang, *s, againName(s.Key)), Mandate: s.Mandate, From: dateOut(s.From), Message: s.Issue.Message,
		})
	}
	for _, d := range b.pending {
		row := pendingOut{
			Client: d.Client.Account, Name: d.Name, Plan: d.Plan.String(), No: int(d.Number), Amount: money.FormatPlain(d.Amount),
			CollectOn: dateOut(d.CollectOn), Message: d.Message, InForce: d.InForce,
		}
		if d.InForce {
			missing := money.FormatPlain(d.Missing)
			row.Missing = &missing
		}
		out.Pending = append(out.Pending, row)
	}
	return out
}

// writeProposal writes the forms for scripts; people were told already.
func (p *program) writeProposal(b *proposal, f sheet.Format) error {
	switch f {
	case sheet.JSON:
		return sheet.WriteValue(p.out, p.collectValue(b))
	case sheet.CSV:
		return sheet.Write(p.out, p.collectRows(b), f, p.sheetStyle())
	}
	return nil
}

// state is what became of what can be collected: it is in a file, or proposed.
func (b *proposal) state() string {
	if b.message == "" {
		return "proposed"
	}
	return "collected"
}

// collectRows has every instalment once, collected or not.
func (p *program) collectRows(b *proposal) sheet.Table {
	t := sheet.Table{Columns: p.owned(
		column{key: "name", title: wording.ColName}, column{key: "plan", title: wording.ColPlan}, column{key: "no", title: wording.ColInstalment},
		column{key: "due", title: wording.ColDue}, column{key: "currency", title: wording.ColCurrency},
		column{key: "amount", title: wording.ColAmount, right: true}, column{key: "state", title: wording.ColState},
		column{key: "collect_on", title: wording.ColCollectOn}, column{key: "scheme", title: wording.ColScheme},
		column{key: "sequence", title: wording.ColSequence}, column{key: "mandate", title: wording.ColMandate},
		column{key: "end_to_end", title: wording.ColID}, column{key: "repeat", title: wording.ColRemark},
		column{key: "late", title: wording.ColLate}, column{key: "reason", title: wording.ColReason},
		column{key: "from", title: wording.ColSince}, column{key: "message", title: wording.ColText},
	)}
	lead := func(c *directdebit.Candidate, state string) []sheet.Cell {
		return ownedBy(c.Client, sheet.Text(c.Name), sheet.Text(c.Plan.String()), sheet.Number(int64(c.No)), sheet.Day(c.Due),
			sheet.Text(c.Amount.Currency.String()), sheet.Minor(c.Amount.Minor, c.Amount.Currency), sheet.Text(state))
	}
	for i := range b.batch.Collections {
		c := &b.batch.Collections[i]
		t.Rows = append(t.Rows, append(lead(&c.Candidate, b.state()),
			sheet.Day(c.CollectOn), sheet.Text(schemeKeys[c.Mandate.Scheme]), sheet.Text(string(c.Sequence)), sheet.Text(c.Mandate.Reference),
			sheet.Text(c.EndToEnd), sheet.Truth(c.Repeat), sheet.Truth(c.Late), sheet.Cell{}, sheet.Cell{}, sheet.Text(b.message)))
	}
	for i := range b.batch.Skipped {
		s := &b.batch.Skipped[i]
		t.Rows = append(t.Rows, append(lead(&s.Candidate, "skipped"),
			sheet.Cell{}, sheet.Cell{}, sheet.Cell{}, sheet.Text(s.Mandate), sheet.Cell{}, sheet.Cell{}, sheet.Cell{},
			sheet.Text(debitReasonKeys[s.Reason]), sheet.Day(s.From), sheet.Text(s.Issue.Message)))
	}
	return t
}

// printProposal writes the proposal for people: what is collected, what is not
// and why; what only comes later is counted.
func (p *program) printProposal(b *proposal) error {
	by := p.shortDay(b.options.CollectBy)
	switch {
	case len(b.batch.Collections) > 0:
		p.tell(wording.CollectTitle, b.creditor.Name, p.shortDay(b.options.Today), by)
		if err := sheet.WriteAligned(p.out, p.collectionsTable(b), p.sheetStyle()); err != nil {
			return err
		}
		p.tell(wording.CollectTotal, p.collected(b))
	case len(b.lines) == 0:
		p.tell(wording.CollectNoMandate)
	default:
		p.tell(wording.CollectNone, by)
	}
	if t := p.skippedTable(b); len(t.Rows) > 0 {
		fmt.Fprintf(p.out, "\n%s\n", p.say(wording.CollectSkipped))
		if err := sheet.WriteAligned(p.out, t, p.sheetStyle()); err != nil {
			return err
		}
	}
	if n, first := b.later(); n > 0 {
		p.tell(wording.CollectLater, p.counted(n, wording.CollectLaterCount), p.shortDay(first))
	}
	if b.other > 0 {
		p.tell(wording.CollectOther, p.counted(b.other, wording.CollectCount))
	}
	for i := range b.batch.Collections {
		if c := &b.batch.Collections[i]; directdebit.NeedsAddress(c.Mandate.IBAN) && !c.Address.Known() {
			p.note(wording.CollectNoAddress, c.Name, c.Client.Account)
		}
	}
	if b.bothSchemes() {
		p.tell(wording.CollectBoth)
	}
	for _, d := range b.pending {
		if d.InForce {
			p.note(wording.CollectOverPaid, d.Name, money.Format(d.Amount, p.style()), p.shortDay(d.CollectOn), d.Message, money.Format(d.Missing, p.style()))
			continue
		}
		p.note(wording.CollectPending, d.Name, money.Format(d.Amount, p.style()), p.shortDay(d.CollectOn), d.Message)
	}
	return nil
}

// collected says how many collections there are and what they sum to.
func (p *program) collected(b *proposal) string {
	return p.counted(len(b.batch.Collections), wording.CollectCount) + ", " + p.sum(b.batch.Total(), money.EUR)
}

func (p *program) collectionsTable(b *proposal) sheet.Table {
	t := sheet.Table{Columns: p.columns(
		column{key: "client", title: wording.ColClient}, column{key: "name", title: wording.ColName, most: 28},
		column{key: "no", title: wording.ColInstalment}, column{key: "due", title: wording.ColDue},
		column{key: "collect_on", title: wording.ColCollectOn}, column{key: "amount", title: wording.ColAmount, right: true},
		column{key: "scheme", title: wording.ColScheme}, column{key: "sequence", title: wording.ColSequence},
		column{key: "mandate", title: wording.ColMandate}, column{key: "remark", title: wording.ColRemark},
	)}
	for i := range b.batch.Collections {
		c := &b.batch.Collections[i]
		remark := ""
		if c.Repeat {
			remark = p.say(wording.CollectRepeat)
		}
		if c.Late {
			remark = joined(", ", remark, p.say(wording.CollectLate))
		}
		t.Rows = append(t.Rows, []sheet.Cell{
			sheet.Text(c.Client.Account), sheet.Text(c.Name), sheet.Text(b.place(c.Key)), sheet.Day(c.Due), sheet.Day(c.CollectOn),
			sheet.Minor(c.Amount.Minor, money.EUR), sheet.Text(schemeName(c.Mandate.Scheme)), sheet.Text(string(c.Sequence)),
			sheet.Text(c.Mandate.Reference), sheet.Text(remark),
		})
	}
	return t
}

// skippedTable leaves out what only comes later.
func (p *program) skippedTable(b *proposal) sheet.Table {
	t := sheet.Table{Columns: p.columns(
		column{key: "client", title: wording.ColClient}, column{key: "name", title: wording.ColName, most: 28},
		column{key: "no", title: wording.ColInstalment}, column{key: "due", title: wording.ColDue},
		column{key: "amount", title: wording.ColAmount, right: true}, column{key: "reason", title: wording.ColReason},
	)}
	for i := range b.batch.Skipped {
		s := &b.batch.Skipped[i]
		if s.Reason == directdebit.NotDueInHorizon {
			continue
		}
		t.Rows = append(t.Rows, []sheet.Cell{
			sheet.Text(s.Client.Account), sheet.Text(s.Name), sheet.Text(b.place(s.Key)), sheet.Day(s.Due),
			sheet.Amount(s.Amount), sheet.Text(wording.DebitReason(p.lang, *s, againName(s.Key))),
		})
	}
	return t
}
