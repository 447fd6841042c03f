package planeditor

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"relance/domain/act"
	"relance/domain/latefee"
	"relance/domain/wording"
	"relance/tui/keys"
	"relance/tui/msg"
	"relance/tui/ui"
)

// HandleIntent moves between fields, lines and documents and changes them;
// without a proposal it moves among the saved plans. While something is being
// written Enter accepts it alone, and nothing goes on before it can be read.
func (p *Pane) HandleIntent(in keys.Intent) (msg.Request, bool) {
	p.lines = nil
	if !p.open {
		return p.savedIntent(in)
	}
	wrote := p.typing
	if bad := p.settle(); bad != "" {
		return msg.Refuse{Why: bad}, true
	}
	switch in {
	case keys.SaveDraft:
		return p.save(act.Draft), true
	case keys.SaveProposed:
		if wrote {
			return nil, true
		}
		return p.save(act.Proposed), true
	case keys.SaveSigned:
		return p.save(act.Signed), true
	case keys.NextPart:
		return p.leavePart(1), true
	case keys.PrevPart:
		return p.leavePart(-1), true
	case keys.MoreFields:
		p.more = !p.more
		if p.reveal = true; !p.more {
			p.field = min(p.field, usual-1)
		}
	case keys.UndoEdit:
		return refuse(p.undo()), true
	case keys.RedoEdit:
		return refuse(p.redo()), true
	case keys.KeepDraft, keys.SwapDrafts, keys.DropDraft:
		return p.compare(in), true
	case keys.EnterRate, keys.AcceptProvisional:
		return p.rate(in), true
	default:
		return p.move(in)
	}
	return nil, true
}

// refuse says why something was not done; nothing where it was.
func refuse(bad string) msg.Request {
	if bad == "" {
		return nil
	}
	return msg.Refuse{Why: bad}
}

// move does what means another thing in each part.
func (p *Pane) move(in keys.Intent) (msg.Request, bool) {
	p.reveal = true
	switch p.at {
	case inLines:
		return p.lineIntent(in)
	case inItems:
		return p.itemIntent(in)
	}
	switch in {
	case keys.Down:
		if p.field == p.shown()-1 && p.cur.sheet.Len() > 0 {
			p.at, p.line = inLines, 0
			break
		}
		p.field = min(p.field+1, p.shown()-1)
	case keys.Up:
		p.field = max(p.field-1, 0)
	case keys.First:
		p.field = 0
	case keys.Last:
		p.field = p.shown() - 1
	case keys.PageDown:
		p.scroll(max(p.height-2, 1))
	case keys.PageUp:
		p.scroll(-max(p.height-2, 1))
	case keys.More:
		return refuse(p.step(1)), true
	case keys.Less:
		return refuse(p.step(-1)), true
	default:
		return nil, false
	}
	return nil, true
}

// scroll shows other lines of the schedule while the cursor is in the form.
func (p *Pane) scroll(d int) {
	p.rows, p.reveal = max(p.rows+d, 0), false
}

// leavePart goes to the next part of the editor, or to the next pane after the
// last one.
func (p *Pane) leavePart(d int) msg.Request {
	at := int(p.at) + d
	if at < int(inForm) || at > int(inItems) {
		return msg.LeavePane{Back: d < 0}
	}
	p.at, p.reveal = part(at), true
	if p.at == inLines && p.cur.sheet.Len() == 0 {
		p.at = part(int(p.at) + d)
	}
	p.item = min(p.item, max(len(p.rowsOfItems())-1, 0))
	return nil
}

// Back leaves what is nearest within the editor: a field, a part. It reports
// false when nothing is left but to leave the proposal.
func (p *Pane) Back() bool {
	switch {
	case !p.open:
		return false
	case p.CancelTyping():
	case p.at != inForm:
		p.at, p.lines, p.reveal = inForm, nil, true
	default:
		return false
	}
	return true
}

// Part is where the cursor stands, for the keys: in the form, on a line of the
// schedule, on a document.
func (p *Pane) Part() keys.Scope {
	switch p.at {
	case inLines:
		return keys.PlanLine
	case inItems:
		return keys.Covered
	}
	return keys.Plan
}

// save asks for the plan as it stands to be recorded, or says why it cannot be.
func (p *Pane) save(s act.PlanState) msg.Request {
	if s == act.Draft && p.proposed {
		return msg.Refuse{Why: p.voice.T(wording.PlanProposedOnce)}
	}
	if err := p.now.fault(); err != nil {
		why := p.words(err)
		if p.now.missing() != nil {
			why += " · " + p.voice.T(wording.EditorNoRateKeys)
		}
		return msg.Refuse{Why: why}
	}
	if len(p.plan.Instalments) == 0 {
		return nil
	}
	return msg.Do{Command: p.command(s, p.plan)}
}

// compare keeps, swaps or forgets the other draft.
func (p *Pane) compare(in keys.Intent) msg.Request {
	if in == keys.KeepDraft {
		kept := p.now
		p.other = &kept
		return msg.Tell{Text: p.voice.T(wording.EditorKept)}
	}
	if p.other == nil {
		return msg.Refuse{Why: p.voice.T(wording.EditorNoA)}
	}
	if in == keys.DropDraft {
		p.other = nil
		return nil
	}
	other := p.now
	p.do(*p.other, nil)
	p.other = &other
	return msg.Tell{Text: p.voice.T(wording.EditorSwapped)}
}

// rate answers a rate that is not known: it is entered, or the last one known
// stands for it.
func (p *Pane) rate(in keys.Intent) msg.Request {
	m := p.now.missing()
	if m == nil {
		return msg.Tell{Text: p.voice.T(wording.EditorRatesKnown)}
	}
	if in == keys.EnterRate {
		return msg.EnterRate{Basis: m.Basis, From: m.From}
	}
	v := p.now
	v.provisional = true
	return refuse(p.do(p.relaid(v)))
}

// relaid lays a version over its documents anew, with a charger of its own.
func (p *Pane) relaid(v version) (version, error) {
	if v.sheet.Len() == 0 {
		out := p.drawn(v.debts, v.terms)
		return out, out.err
	}
	s, err := v.sheet.Refit(p.input(v))
	return v.with(s), err
}

// Reprice draws the proposal up anew after rates were entered. What was done
// before with the old ones cannot be taken back.
func (p *Pane) Reprice() {
	if !p.open {
		return
	}
	p.endTyping()
	if v, err := p.relaid(p.now); err == nil {
		p.start(v)
	}
	if p.other != nil {
		if v, err := p.relaid(*p.other); err == nil {
			p.other = &v
		}
	}
}

// Missing is the rate that the proposal lacks, nil = none.
func (p *Pane) Missing() *latefee.MissingRate {
	if !p.open {
		return nil
	}
	return p.cur.missing()
}

// Compares reports whether another draft is kept beside.
func (p *Pane) Compares() bool { return p.open && p.other != nil }

// Typing reports whether a field is being written.
func (p *Pane) Typing() bool { return p.open && p.typing }

// CancelTyping leaves the field as it was before it was written. It reports
// false when none was.
func (p *Pane) CancelTyping() bool {
	was := p.Typing()
	p.cancelTyping()
	return was
}

func (p *Pane) cancelTyping() {
	if p.typing {
		p.typing, p.bad = false, ""
		p.show(p.now)
	}
}

// endTyping accepts the field that is being written, or leaves it as it was when
// it cannot be read.
func (p *Pane) endTyping() {
	if p.typing && p.settle() != "" {
		p.cancelTyping()
	}
}

// OnDate reports whether letters begin a day where the cursor stands.
func (p *Pane) OnDate() bool {
	switch {
	case !p.open:
		return false
	case p.at == inForm:
		return kindOf(p.field) == aDate
	}
	return p.at == inLines && p.onDate
}

// Hint says what the field under the cursor takes; nothing outside the form.
func (p *Pane) Hint() string {
	if !p.open || p.at != inForm {
		return ""
	}
	if p.field == fieldDay && !p.monthly() {
		return p.voice.T(wording.EditorNoMonthDay)
	}
	return p.voice.T(wording.EditorHints[p.field])
}

// HandleText writes where the cursor stands. A digit begins it; letters begin
// and are text in dates only. It reports false for what is not taken there.
func (p *Pane) HandleText(s string) bool {
	if !p.open || s == "" || p.at == inItems || p.at == inForm && kindOf(p.field) == aChoice {
		return false
	}
	if d, ok := keys.Digit(s); ok {
		s = d
	} else if !p.takes(s) && !p.wrong(s) {
		return false
	}
	if !p.typing {
		p.typed.Clear()
		p.typing = true
	}
	p.typed.Insert(s)
	p.written()
	return true
}

// takes reports whether what is no digit is text where the cursor stands.
func (p *Pane) takes(s string) bool {
	if p.OnDate() {
		return p.typing || strings.Contains(p.out.Begin, strings.ToLower(s))
	}
	if p.at == inForm {
		switch kindOf(p.field) {
		case aDay:
			return p.out.EndOfMonth != "" && strings.Contains(p.out.EndOfMonth, strings.ToLower(s))
		case aSeason:
			return p.typing && strings.Contains("= ", s)
		}
	}
	return p.typing && strings.Contains(",. ", s)
}

// wrong reports whether a sign is none of what is being written: it is written
// all the same, and what it makes of the field is said, rather than lost.
func (p *Pane) wrong(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	return p.typing && n == len(s) && (unicode.IsPunct(r) || unicode.IsSymbol(r))
}

// HandleEdit applies an editing key to the field being written.
func (p *Pane) HandleEdit(key string) bool {
	if !p.Typing() || !p.typed.Edit(key) {
		return false
	}
	p.written()
	return true
}

// settle ends the writing of a field, or says why it cannot be ended.
func (p *Pane) settle() (bad string) {
	switch {
	case !p.typing:
		return ""
	case p.bad != "":
		return p.bad
	case strings.TrimSpace(p.typed.Text()) == "":
		p.cancelTyping()
		return ""
	}
	p.typing = false
	return p.do(p.cur, nil)
}

// written takes over what has been written so far, when it can be read: the
// schedule follows every key.
func (p *Pane) written() {
	p.bad, p.reveal = "", true
	s := ui.Clean(strings.TrimSpace(p.typed.Text()))
	v := p.now
	if s != "" {
		if p.at == inLines {
			v, p.bad = p.writeLine(v, s)
		} else {
			v, p.bad = p.write(v, p.field, s)
		}
	}
	p.show(v)
}
