package planeditor

import (
	"strconv"
	"strings"

	"relance/domain/act"
	"relance/domain/money"
	"relance/domain/wording"
	"relance/tui/keys"
	"relance/tui/msg"
)

// HandleIntent moves between fields and changes them; without a proposal it
// moves among the saved plans. While a field is being written Enter accepts the
// field alone, and nothing goes on before what is written can be read.
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
	case keys.Down:
		p.field = min(p.field+1, fields-1)
	case keys.Up:
		p.field = max(p.field-1, 0)
	case keys.First:
		p.field = 0
	case keys.Last:
		p.field = fields - 1
	case keys.PageDown:
		p.top += max(p.height-2, 1)
	case keys.PageUp:
		p.top = max(p.top-max(p.height-2, 1), 0)
	case keys.More:
		p.step(1)
	case keys.Less:
		p.step(-1)
	case keys.SaveDraft:
		return p.save(act.Draft), true
	case keys.SaveProposed:
		if wrote {
			return nil, true
		}
		return p.save(act.Proposed), true
	case keys.SaveSigned:
		return p.save(act.Signed), true
	default:
		return nil, false
	}
	return nil, true
}

// save asks for the plan as it stands to be recorded, or says why it cannot be.
func (p *Pane) save(s act.PlanState) msg.Request {
	switch {
	case p.err != nil:
		return msg.Refuse{Why: p.voice.PlanError(p.err)}
	case len(p.built.Instalments) == 0:
		return nil
	case s == act.Draft && p.proposed:
		return msg.Refuse{Why: p.voice.T(wording.PlanProposedOnce)}
	}
	cmd := p.base
	cmd.State, cmd.Plan = s, p.built
	return msg.Do{Command: cmd}
}

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
		p.typing, p.bad, p.terms, p.lines = false, "", p.before, nil
		p.built, p.err = p.was, p.wasErr
	}
}

// endTyping accepts the field that is being written, or leaves it as it was when
// it cannot be read.
func (p *Pane) endTyping() {
	if p.typing && p.settle() != "" {
		p.cancelTyping()
	}
}

// OnDate reports whether the first date is the current field.
func (p *Pane) OnDate() bool { return p.open && p.field == fieldFirst }

// HandleText writes into the current field. A digit begins it; letters begin and
// are text in a date only. It reports false for what the field does not take.
func (p *Pane) HandleText(s string) bool {
	if !p.open || s == "" {
		return false
	}
	if d, ok := keys.Digit(s); ok {
		s = d
	} else if !p.takes(s) {
		return false
	}
	if !p.typing {
		p.typed.Clear()
		p.typing, p.before, p.was, p.wasErr = true, p.terms, p.built, p.err
	}
	p.typed.Insert(s)
	p.read()
	return true
}

// takes reports whether the current field takes what is no digit.
func (p *Pane) takes(s string) bool {
	switch {
	case p.field == fieldFirst:
		return p.typing || strings.Contains(p.begin, strings.ToLower(s))
	case p.typing:
		return strings.Contains(",. ", s)
	}
	return false
}

// HandleEdit applies an editing key to the field being written.
func (p *Pane) HandleEdit(key string) bool {
	if !p.typing || !p.typed.Edit(key) {
		return false
	}
	p.read()
	return true
}

// settle ends the writing of a field, or says why it cannot be ended.
func (p *Pane) settle() (bad string) {
	switch {
	case p.bad != "":
	case p.typing && strings.TrimSpace(p.typed.Text()) == "":
		p.cancelTyping()
	default:
		p.typing = false
	}
	return p.bad
}

// read takes over what has been written so far, when it can be read.
func (p *Pane) read() {
	p.terms, p.bad = p.before, ""
	s := strings.TrimSpace(p.typed.Text())
	if s != "" && !p.set(s) {
		refusal := [fields]wording.Text{
			wording.PlanBadCount, wording.PlanBadAmount, wording.PlanBadFirst, wording.PlanBadDay, wording.PlanBadAmount,
		}[p.field]
		p.bad = refusal.Fill(p.voice.Lang, s)
	}
	p.build()
	if p.bad == "" && p.err != nil {
		p.bad = p.voice.PlanError(p.err)
	}
}

// set gives the current field the value written; false = it cannot be read.
func (p *Pane) set(s string) bool {
	n, err := strconv.Atoi(s)
	number := err == nil
	a, err := money.Parse(strings.TrimSuffix(s, ","), p.facts.Currency)
	sum := err == nil
	t := &p.terms
	switch p.field {
	case fieldCount:
		t.count, t.monthly = n, 0
		return number && n >= 1 && n <= maxCount
	case fieldMonthly:
		t.monthly = a.Minor
		return sum && a.Minor > 0
	case fieldFirst:
		d, ok := p.days(s, p.facts)
		t.first, t.day = d, 0
		return ok
	case fieldDay:
		t.day, t.first = n, 0
		return number && n >= 1 && n <= 31
	case fieldDown:
		t.down = a.Minor
		return sum && a.Minor >= 0
	}
	return false
}

// maxCount is the highest number of instalments that can be written: higher
// numbers are amounts.
const maxCount = 60
