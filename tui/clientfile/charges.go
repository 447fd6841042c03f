package clientfile

import (
	"relance/domain/desk"
	"relance/domain/journal"
	"relance/domain/wording"
	"relance/tui/msg"
	"relance/tui/ui"
)

// SetCharges gives what the next file on show is shown with.
func (p *Pane) SetCharges(c msg.Charges) { p.charges = c }

// limitationLead is how many days before a document can no longer be claimed in
// court the pane says so.
const limitationLead = 183

// chargeLines are late fees, limitation and the direct-debit mandate.
func (p *Pane) chargeLines() {
	p.feeLine()
	f, v := p.file, p.voice
	if l := f.Limitation; l != nil && l.On.Sub(v.Today) <= limitationLead {
		for _, part := range ui.Wrap("! "+wording.Limitation(v.Lang, ui.Clean(l.Item.Number), l.Result, v.Today), p.width-2, 2) {
			p.add(func(line *ui.Line) { line.Gap(1).Put(p.theme.Alert, part) })
		}
	}
	if f.Expired > 0 {
		text := wording.LabelExpired[min(f.Expired-1, 1)].Fill(v.Lang, f.Expired)
		p.add(func(l *ui.Line) { l.Gap(1).Put(p.theme.Alert, "! "+text) })
	}
	if p.charges.Mandated {
		p.add(p.mandate)
	}
}

// feeLine says what late payment has cost so far, or the key that computes it.
func (p *Pane) feeLine() {
	c, v := &p.charges, p.voice
	late := false
	for i := range p.file.Sums {
		late = late || p.file.Sums[i].Overdue > 0
	}
	switch {
	case !late:
	case !c.Counted:
		p.text(p.theme.Dim, v.T(wording.LabelFeesKey), "")
	case !c.NoRateFrom.IsZero():
		p.text(p.theme.Dim, wording.LabelFeesRate.Fill(v.Lang, wording.ShortDay(c.NoRateFrom, v.Today)), v.T(wording.LabelFeesEnter))
	case c.Interest == 0 && c.Fees == 0:
	default:
		text := wording.LabelFeesToDay.Fill(v.Lang, v.Exact(c.Interest, c.Currency), v.Exact(c.Fees, c.Currency))
		if c.Stands {
			text += " (" + v.T(wording.LabelFeesStand) + ")"
		}
		p.text(p.theme.Plain, text, v.T(wording.LabelFeesDetail))
	}
}

// text writes a sentence on as many lines as it takes, and more behind it where
// that fits on the last.
func (p *Pane) text(st ui.Style, sentence, more string) {
	lines := ui.Wrap(sentence, p.width-2, 0)
	for i, line := range lines {
		p.add(func(l *ui.Line) {
			l.Gap(1).Put(st, line)
			if i == len(lines)-1 {
				l.PutIf(p.theme.Dim, more)
			}
		})
	}
}

// mandate is the reference, the account's end, the scheme and the state.
func (p *Pane) mandate(l *ui.Line) {
	m, v := &p.charges.Mandate, p.voice
	l.Gap(1).Put("", v.T(wording.LabelMandate)+" ").Put(p.theme.Strong, ui.Clean(m.Reference))
	if end := wording.IBANEnd(m.IBAN); end != "" {
		l.Put("", " · "+end)
	}
	switch {
	case !m.RevokedOn.IsZero():
		l.Put(p.theme.Alert, " · "+wording.LabelMandateRevoked.Fill(v.Lang, v.Day(m.RevokedOn)))
		return
	case m.Ended:
		l.Put(p.theme.Alert, " · "+v.T(wording.LabelMandateEnded))
		return
	}
	scheme := wording.LabelMandateCore
	if m.Scheme == journal.B2B {
		scheme = wording.LabelMandateB2B
	}
	l.Put(p.theme.Dim, " · "+v.T(scheme))
	if m.OneOff {
		l.Put(p.theme.Dim, " · "+v.T(wording.LabelMandateOneOff))
	}
	l.PutIf(p.theme.Dim, " · "+wording.LabelMandateSigned.Fill(v.Lang, v.Day(m.SignedOn)))
}

// level names a promise that others on the same debt came before.
func (p *Pane) level(r *desk.PromiseRow) string {
	if r.Level == 0 {
		return ""
	}
	return wording.PromiseLevel(p.voice.Lang, r.Level)
}

// replacement says what took the place of a promise.
func (p *Pane) replacement(r *desk.PromiseRow) string {
	if r.ReplacedBy.IsZero() {
		return ""
	}
	for i := range p.file.Promises {
		if by := &p.file.Promises[i]; by.ID == r.ReplacedBy {
			return wording.LabelReplacedBy.Fill(p.voice.Lang, p.voice.Day(by.Made))
		}
	}
	return p.voice.T(wording.LabelReplacedByPlan)
}
