package clientfile

import (
	"strconv"

	"relance/domain/calendar"
	"relance/domain/desk"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/plan"
	"relance/domain/promise"
	"relance/domain/wording"
	"relance/tui/ui"
)

// render draws line i.
func (p *Pane) render(i int, on bool) string {
	e := p.entries[i]
	on = on && p.list.Focused()
	base := ui.Style("")
	if on {
		base = p.theme.Selected
	}
	l := ui.NewLine(p.width, base)
	if e.kind == text {
		e.draw(l)
		return l.End()
	}
	if on {
		l.Put(p.theme.Accent, "▌")
	} else {
		l.Gap(1)
	}
	switch e.kind {
	case contact:
		p.contact(l, p.file.Contacts[e.i])
	case item:
		p.item(l, &p.file.Items[e.i], e.i < p.file.OpenItems)
	case promised:
		p.promise(l, &p.file.Promises[e.i])
	case planned:
		p.plan(l, &p.file.Plans[e.i])
	case disputed:
		p.dispute(l, &p.file.Disputes[e.i])
	case callback:
		p.callback(l, &p.file.Callbacks[e.i])
	case field:
		p.field(l, &p.file.Fields[e.i])
	}
	return l.End()
}

func (p *Pane) contact(l *ui.Line, c desk.ContactRow) {
	name := ui.Clean(c.Name)
	if c.Role != "" {
		name += ", " + ui.Clean(c.Role)
	}
	phone, mail := ui.Clean(c.Phone), ui.Clean(c.Email)
	room := l.Room() - 1
	right := join(phone, mail)
	if phone != "" && ui.Width(name)+2+ui.Width(right) > room {
		right = phone // the telephone is what the call needs
	}
	w := min(ui.Width(right), room-8)
	l.Cell(p.theme.Strong, name, room-w-2).Gap(2).Number("", right, w)
}

func join(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + "  " + b
}

// The item columns.
const (
	colTick = iota
	colNumber
	colDue
	colOpen
	colLate
	colState
)

func (p *Pane) columns() {
	open, late := 8, ui.Width(p.voice.T(wording.LabelLate))
	for i := range p.file.Items[:p.file.OpenItems] {
		it := &p.file.Items[i]
		open = max(open, ui.Width(p.voice.Whole(it.Open, it.Currency)))
		late = max(late, ui.Width(p.voice.Late(it.DaysLate)))
		if i > 200 {
			break
		}
	}
	p.widths = ui.Columns(p.width-2, 1, []ui.Column{
		{Min: 1, Want: 1},
		{Min: 8, Want: 12, Grow: 1},
		{Min: 8, Want: 9},
		{Min: open, Want: open},
		{Min: late, Want: max(late, 7), Drop: 1},
		{Min: 10, Want: 26, Grow: 2},
	})
}

func (p *Pane) itemHead(l *ui.Line) {
	t, w, st := p.voice.T, p.widths, p.theme.Dim
	l.Gap(1).Gap(w[colTick]+1).Cell(st, t(wording.LabelInvoice), w[colNumber])
	l.Gap(1).Cell(st, t(wording.LabelDue), w[colDue])
	l.Gap(1).Number(st, t(wording.LabelOpen), w[colOpen])
	if w[colLate] > 0 {
		l.Gap(1).Number(st, t(wording.LabelLate), w[colLate])
	}
	l.Gap(2).Put(st, t(wording.LabelState))
}

func (p *Pane) item(l *ui.Line, it *desk.ItemRow, open bool) {
	v, w, st := p.voice, p.widths, p.theme.Plain
	tick := " "
	if p.ticked[it.Key] {
		tick, st = "✓", p.theme.Strong
	}
	sum := it.Open
	if !open {
		st, sum = p.theme.Dim, it.Amount
	}
	due := v.Day(it.Due)
	if it.DueSource != desk.DueFromFile && open {
		due += "*" // not in the file
	}
	l.Put(p.theme.Accent, tick).Gap(1).Cell(st, number(it), w[colNumber])
	l.Gap(1).Cell(st, due, w[colDue])
	l.Gap(1).Number(st, v.Whole(sum, it.Currency), w[colOpen])
	if w[colLate] > 0 {
		l.Gap(1).Number(st, v.Late(it.DaysLate), w[colLate])
	}
	l.Gap(2)
	p.state(l, it, st)
}

func number(it *desk.ItemRow) string {
	if it.Key.Number == "" {
		return ui.Clean(it.Label)
	}
	return ui.Clean(it.Key.Number)
}

// state says how the item stands, with the promise or the dispute it is under.
func (p *Pane) state(l *ui.Line, it *desk.ItemRow, st ui.Style) {
	v := p.voice
	if it.Open < 0 {
		putFirst(l, figure{{p.theme.Dim, v.T(wording.LabelUnapplied)}}, figure{{p.theme.Dim, v.T(wording.LabelCredit)}})
		return
	}
	word := v.T(wording.LabelItemStates[min(it.State, desk.ItemSettled)])
	switch it.State {
	case desk.ItemSettled:
		putFirst(l, figure{{st, join(word, v.Day(it.SettledOn))}}, figure{{st, word}})
		return
	case desk.ItemDisputed:
		reason, sum := "", ""
		for i := range p.file.Disputes {
			if d := &p.file.Disputes[i]; d.State == desk.DisputeOpen && covers(d.Items, it.Key) {
				reason = v.T(wording.LabelDisputeReasons[min(int(d.Reason), len(wording.LabelDisputeReasons)-1)])
				break
			}
		}
		if it.Disputed != it.Open {
			sum = " " + v.Whole(it.Disputed, it.Currency)
		}
		forms := []figure{{{st, word + sum}}, {{st, word}}}
		if reason != "" {
			forms = append([]figure{{{st, word + v.T(wording.LabelColon) + reason + sum}}}, forms...)
		}
		putFirst(l, forms...)
		return
	}
	if pr := p.promiseOf(it.Key); pr != nil {
		if mark, style, ok := p.promiseMark(pr, it); ok {
			word := v.T(wording.LabelPromise)
			end := span{style, mark}
			putFirst(l, figure{{st, word + " " + v.Day(pr.Due)}, end}, figure{{st, word}, end}, figure{{st, v.T(wording.LabelPromiseShort)}, end})
			return
		}
	}
	if it.State == desk.ItemOpen {
		l.Put(p.theme.Dim, word)
		return
	}
	if it.State != desk.ItemOverdue {
		l.Put(st, word)
	}
}

func (p *Pane) promiseOf(key ledger.ItemKey) *desk.PromiseRow {
	for i := range p.file.Promises {
		if covers(p.file.Promises[i].Parts, key) {
			return &p.file.Promises[i]
		}
	}
	return nil
}

func (p *Pane) promiseMark(pr *desk.PromiseRow, it *desk.ItemRow) (string, ui.Style, bool) {
	switch pr.State {
	case promise.Open:
		return "", p.theme.Plain, true
	case promise.ToVerify:
		return " ?", p.theme.Plain, true
	case promise.Broken, promise.PartiallyKept:
		return " ✗", p.theme.Alert, it.State == desk.ItemOverdue
	}
	return "", "", false
}

func covers(parts []journal.Part, key ledger.ItemKey) bool {
	for _, part := range parts {
		if part.Item == key {
			return true
		}
	}
	return false
}

func (p *Pane) promise(l *ui.Line, r *desk.PromiseRow) {
	v := p.voice
	st, live := p.theme.Dim, r.State <= promise.ToVerify
	if live || r.State == promise.Broken {
		st = p.theme.Plain
	}
	l.Number(st, v.Sum(r.Amount, r.Currency), 14).Gap(1)
	l.Cell(st, v.T(wording.LabelFor)+" "+v.ShortDay(r.Due), 21).Gap(1)
	state := st
	if r.State == promise.Broken {
		state = p.theme.Alert
	}
	if level := p.level(r); level != "" {
		l.Put(st, level+" ")
	}
	l.Put(state, v.T(wording.LabelPromiseStates[min(int(r.State), len(wording.LabelPromiseStates)-1)]))
	if by := p.replacement(r); by != "" {
		l.Put(st, by)
	}
	if r.Paid > 0 && r.State != promise.Kept {
		l.Put(st, " · "+v.T(wording.LabelReceived)+" "+v.Sum(r.Paid, r.Currency))
	}
	if r.Person != "" {
		l.Put(p.theme.Dim, " · "+ui.Clean(r.Person))
	}
}

func (p *Pane) plan(l *ui.Line, r *desk.PlanRow) {
	v := p.voice
	st := p.theme.Plain
	if r.Standing.State >= plan.Completed {
		st = p.theme.Dim
	}
	state := st
	if r.Standing.State == plan.Breached {
		state = p.theme.Alert
	}
	l.Number(st, v.Sum(r.Plan.Total(), r.Plan.Currency), 14).Gap(1)
	l.Cell(st, strconv.Itoa(len(r.Plan.Instalments))+" "+v.T(wording.LabelInstalments), 21).Gap(1)
	l.Put(state, v.T(wording.LabelPlanStates[min(int(r.Standing.State), len(wording.LabelPlanStates)-1)]))
	if r.Standing.NotSigned {
		l.Put(p.theme.Alert, " · ! "+v.T(wording.LabelNotSigned))
	}
	if r.Standing.NextDue != 0 {
		l.Put(st, " · "+v.Sum(r.Standing.NextAmount, r.Plan.Currency)+" "+v.T(wording.LabelFor)+" "+v.Day(r.Standing.NextDue))
	}
}

func (p *Pane) dispute(l *ui.Line, d *desk.DisputeRow) {
	v := p.voice
	st := p.theme.Plain
	if d.State != desk.DisputeOpen {
		st = p.theme.Dim
	}
	l.Number(st, v.Sum(d.Amount, p.client.Currency), 14).Gap(1)
	l.Cell(st, v.T(wording.LabelDisputeReasons[min(int(d.Reason), len(wording.LabelDisputeReasons)-1)]), 21).Gap(1)
	l.Put(st, v.T(wording.LabelDisputeStates[min(int(d.State), len(wording.LabelDisputeStates)-1)])+" "+v.Day(d.OpenedOn))
	if d.State == desk.DisputeOpen && d.Due != 0 {
		l.Put(st, " · "+v.T(wording.LabelExpectedAnswer)+" "+v.Day(d.Due))
	}
	if d.Owner != "" {
		l.Put(p.theme.Dim, " · "+ui.Clean(d.Owner))
	}
}

func (p *Pane) callback(l *ui.Line, c *desk.CallbackRow) {
	v := p.voice
	when := v.ShortDay(c.Day)
	switch {
	case c.Minute >= 0:
		when += " " + v.Hour(c.Minute)
	case c.Half == journal.Morning:
		when += ", " + v.T(wording.LabelMorning)
	case c.Half == journal.Afternoon:
		when += ", " + v.T(wording.LabelAfternoon)
	}
	l.Put("", when)
	if c.Automatic {
		l.Put(p.theme.Dim, " · "+v.T(wording.LabelAutomatic))
	}
}

// value is a field as it is read: amounts in the user's style.
func (p *Pane) value(f *desk.FieldRow) string {
	if f.Field == ledger.FieldLimit || f.Field == ledger.FieldCover {
		if a, err := money.ParseWith(f.Value, p.home(), '.'); err == nil {
			return p.voice.Exact(a.Minor, a.Currency)
		}
	}
	switch f.Field {
	case ledger.FieldLateRate:
		if ppm, ok := money.ParseRate(f.Value); ok {
			return wording.YearlyRate(p.voice.Lang, ppm)
		}
	case ledger.FieldNoticeOn, ledger.FieldReminderOn:
		if d, err := calendar.Parse(f.Value); err == nil {
			return p.voice.LongDay(d)
		}
	}
	return wording.FieldValue(p.voice.Lang, f.Field, f.Value)
}

// home is the currency of limits and covers: the creditor's.
func (p *Pane) home() money.Currency {
	if cur := p.file.Creditor.Currency; cur != (money.Currency{}) {
		return cur
	}
	return p.client.Currency
}

func (p *Pane) field(l *ui.Line, f *desk.FieldRow) {
	v := p.voice
	name := v.T(wording.LabelFields[min(int(f.Field), len(wording.LabelFields)-1)])
	l.Cell(p.theme.Dim, name, 24).Gap(1)
	value := ui.Clean(p.value(f))
	if value == "" {
		l.Put(p.theme.Dim, v.T(wording.LabelEmptyField))
	} else {
		l.Put("", value)
	}
	if f.ByHand {
		l.Put(p.theme.Dim, " · "+v.T(wording.LabelByHand)+" "+v.Day(f.On)+" "+ui.Clean(f.Author))
	}
}
