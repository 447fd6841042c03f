package main

import (
	"fmt"
	"strings"

	"relance/domain/act"
	"relance/domain/desk"
	"relance/domain/entry"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/priority"
	"relance/domain/wording"
)

// reason words a reason of the list.
func (p *program) reason(r priority.Reason, cur money.Currency) string { return r.Code.Key() }

// className words a class of the list.
func (p *program) className(c priority.Class) string {
	if int(c) < len(wording.LabelClasses) {
		return p.say(wording.LabelClasses[c])
	}
	return c.Key()
}

// eventText words an event of the timeline.
func (p *program) eventText(e *journal.Event, f *desk.File) string { return kindKey(e.Content.Kind()) }

// reading words what a line records, or the question that it leaves open.
func (p *program) reading(r entry.Reading, f act.Facts) (sentence string, question bool) {
	if r.Question.Open() {
		return "?", true
	}
	return r.Act.Key(), false
}

// stateWord words a code of a state, a kind or an origin in a table for people.
func (p *program) stateWord(code string) string {
	if t, ok := wording.StateWords[code]; ok {
		return p.say(t)
	}
	return code
}

// fieldName words a particular of the client.
func (p *program) fieldName(f ledger.Field) string {
	if int(f) < len(wording.FieldNames) {
		return p.say(wording.FieldNames[f])
	}
	return f.Key()
}

// bytes writes the size of a file.
func (p *program) bytes(n int64) string {
	if n >= 1<<20 {
		return fmt.Sprintf("%d\u00a0%s", (n+1<<19)>>20, p.say(wording.Megabytes))
	}
	return fmt.Sprintf("%d\u00a0%s", (n+1<<9)>>10, p.say(wording.Kilobytes))
}

// count writes a number for people.
func (p *program) count(n int) string {
	return money.FormatWhole(money.Of(int64(n)*100, money.Currency{}), p.style())
}

// finding gives the code and the words of a deviation or a refusal.
func (p *program) finding(f ledger.Finding) (code, text string) {
	return fmt.Sprintf("f%d", f.Code), f.Detail
}

// findingLine is a finding with its place, for people.
func (p *program) findingLine(f ledger.Finding) string {
	_, text := p.finding(f)
	var where []string
	if f.Line > 0 {
		where = append(where, p.say(wording.ImportLine, f.Line))
	}
	if f.Column != "" {
		where = append(where, p.say(wording.ImportColumn, f.Column))
	}
	if f.Count > 1 {
		where = append(where, p.say(wording.ImportTimes, f.Count))
	}
	if len(where) > 0 {
		text += " (" + strings.Join(where, ", ") + ")"
	}
	return text
}

// doubt words a reason to ask a person.
func (p *program) doubt(d ledger.Doubt) string { return doubtKeys[d.Code] }

// compareReason words why a file cannot be compared with the ledger.
func (p *program) compareReason(e *ledger.CompareError) string {
	t := wording.CompareReasons[e.Code]
	if e.Code == ledger.CompareValue {
		return p.say(t, e.Line, e.Value, p.fieldName(e.Field))
	}
	return p.say(t)
}
