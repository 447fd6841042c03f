package main

import (
	"fmt"
	"strings"

	"relance/domain/act"
	"relance/domain/calendar"
	"relance/domain/desk"
	"relance/domain/entry"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/plan"
	"relance/domain/priority"
	"relance/domain/promise"
	"relance/domain/wording"
	"relance/store/sheet"
	"relance/tui/say"
)

// voice speaks as the screen does, so that a command says what a pane shows.
func (p *program) voice(today calendar.Date) say.Voice { return say.Voice{Lang: p.lang, Today: today} }

// reason words a reason of the list.
func (p *program) reason(r priority.Reason, cur money.Currency, today calendar.Date) string {
	return p.voice(today).Reason(r, cur)
}

// eventText words an event of the timeline; f is its client's file, nil when
// the event names no other.
func (p *program) eventText(e *journal.Event, f *desk.File) string {
	if f == nil {
		return p.voice(0).Event(e, money.EUR, nil)
	}
	return p.voice(0).Event(e, f.Creditor.Currency, say.FindIn(f.Timeline))
}

// reading words what a line records, or the question that it leaves open.
func (p *program) reading(r entry.Reading, f act.Facts) (sentence string, question bool) {
	return p.voice(f.Today).Reading(r, f)
}

// word is a code in files, the catalogue's word on a terminal.
func word(f sheet.Format, code, words string) sheet.Cell {
	if f == sheet.Aligned {
		return sheet.Text(words)
	}
	return sheet.Text(code)
}

func (p *program) itemState(f sheet.Format, s desk.ItemState) sheet.Cell {
	return word(f, s.Key(), p.say(wording.LabelItemStates[s]))
}

func (p *program) itemKind(f sheet.Format, k ledger.Kind) sheet.Cell {
	return word(f, itemKindKeys[k], p.say(wording.ItemKinds[k]))
}

func (p *program) dueSource(f sheet.Format, s desk.DueSource) sheet.Cell {
	return word(f, s.Key(), p.say(wording.DueSources[s]))
}

func (p *program) promiseState(f sheet.Format, s promise.State) sheet.Cell {
	return word(f, s.String(), wording.PromiseState(p.lang, s))
}

func (p *program) promiseOrigin(f sheet.Format, o journal.PromiseOrigin) sheet.Cell {
	return word(f, originKeys[o], p.say(wording.PromiseOrigins[o]))
}

func (p *program) planState(f sheet.Format, s plan.State) sheet.Cell {
	return word(f, s.String(), wording.PlanState(p.lang, s))
}

func (p *program) instalmentState(f sheet.Format, s plan.InstalmentState) sheet.Cell {
	return word(f, s.String(), wording.InstalmentState(p.lang, s))
}

func (p *program) disputeReason(f sheet.Format, r journal.DisputeReason) sheet.Cell {
	return word(f, reasonKeys[r], wording.DisputeReason(p.lang, r))
}

func (p *program) disputeState(f sheet.Format, s desk.DisputeState) sheet.Cell {
	return word(f, s.Key(), p.say(wording.DisputeStates[s]))
}

// fieldName words a particular of the client.
func (p *program) fieldName(f ledger.Field) string {
	if int(f) < len(wording.LabelFields) {
		return p.say(wording.LabelFields[f])
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

// counted writes a number with the words that fit it: one or many.
func (p *program) counted(n int, words [2]wording.Text) string {
	many := n > 1 || n == 0 && p.lang == wording.English
	if many {
		return p.say(words[1], p.count(n))
	}
	return p.say(words[0], p.count(n))
}

// finding gives the code and the words of a deviation or a refusal.
func (p *program) finding(f ledger.Finding) (code, text string) {
	return findingKeys[f.Code], wording.Finding(p.lang, f)
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
func (p *program) doubt(d ledger.Doubt) string { return wording.Doubt(p.lang, d) }

// compareReason words why a file cannot be compared with the ledger.
func (p *program) compareReason(e *ledger.CompareError) string {
	t := wording.CompareReasons[e.Code]
	if e.Code == ledger.CompareValue {
		return p.say(t, e.Line, e.Value, p.fieldName(e.Field))
	}
	return p.say(t)
}
