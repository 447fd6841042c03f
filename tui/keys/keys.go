// Package keys holds the one table of keys. The dispatcher, the footer, the
// help, the palette and the manual are all made from it.
package keys

import (
	"slices"

	"relance/domain/wording"
)

// Scope is where a key means something.
type Scope uint8

// Scopes. A pane's keys come before those of the desk.
const (
	Desk     Scope = iota // anywhere but in a line or a sheet
	List                  // worklist
	File                  // client file
	Plan                  // plan editor
	Notes                 // notes and timeline
	Line                  // a line is being written
	Ticks                 // items are being ticked for the line
	Sheet                 // help, why, search, palette
	Past                  // a past day is shown
	Saved                 // plan editor, on a plan that was saved
	PlanLine              // plan editor, on a line of the schedule
	Covered               // plan editor, on the invoices covered
	Broken                // plan editor, on a plan that was breached
	Charges               // sheet of late fees
	ScopeCount
)

// Intent is what a key asks for.
type Intent uint8

// Intents.
const (
	None Intent = iota
	Down
	Up
	PageDown
	PageUp
	First
	Last
	NextPane
	PrevPane
	Pane1
	Pane2
	Pane3
	Pane4
	Accept
	Back
	Tick
	Less
	More
	Why
	Confirm
	Undo
	Redo
	Help
	Palette
	Search
	AsOf
	DayBefore
	DayAfter
	WeekBefore
	WeekAfter
	Import
	Erase
	SaveDraft
	SaveProposed
	SaveSigned
	OpenPlan
	SignPlan
	NextPart
	PrevPart
	MoreFields
	UndoEdit
	RedoEdit
	KeepDraft
	SwapDrafts
	DropDraft
	EnterRate
	AcceptProvisional
	PinLine
	AddLine
	RemoveLine
	Cover
	PayEarlier
	PayLater
	Renew
	DropHeld
	Fees
	Plans
	FeesAll
	FeesDay
	WaiveInterest
	WaiveFee
	Export
	ToItems
	Yes
	Copy
	Redraw
	Quit
	IntentCount
)

// Binding gives a key its meaning in a scope.
type Binding struct {
	Scope   Scope
	Keys    []string // as the terminal library names them; the first is shown
	Intent  Intent
	Help    wording.Text // what it does, in help and palette
	Short   wording.Text // one or two words for the footer; empty = not shown there
	Command bool         // can be chosen by name in the palette
}

// Table gives every binding, in the order of help.
func Table() []Binding {
	return slices.Concat(deskKeys(), planKeys(), otherKeys())
}

// deskKeys are the keys of the desk and of the client file.
func deskKeys() []Binding {
	return []Binding{
		{Desk, []string{"j", "down"}, Down, wording.KeyDown, wording.Text{}, false},
		{Desk, []string{"k", "up"}, Up, wording.KeyUp, wording.Text{}, false},
		{Desk, []string{"pgdown", "ctrl+d"}, PageDown, wording.KeyPageDown, wording.Text{}, false},
		{Desk, []string{"pgup", "ctrl+b"}, PageUp, wording.KeyPageUp, wording.Text{}, false},
		{Desk, []string{"g", "home"}, First, wording.KeyFirst, wording.Text{}, true},
		{Desk, []string{"G", "end"}, Last, wording.KeyLast, wording.Text{}, true},
		{Desk, []string{"tab"}, NextPane, wording.KeyNextPane, wording.KeyShortPane, false},
		{Desk, []string{"shift+tab"}, PrevPane, wording.KeyPrevPane, wording.Text{}, false},
		{Desk, []string{"1", "&"}, Pane1, wording.KeyPane1, wording.Text{}, true},
		{Desk, []string{"2", "é"}, Pane2, wording.KeyPane2, wording.Text{}, true},
		{Desk, []string{"3", `"`}, Pane3, wording.KeyPane3, wording.Text{}, true},
		{Desk, []string{"4", "'"}, Pane4, wording.KeyPane4, wording.Text{}, true},
		{Desk, []string{"enter"}, Accept, wording.KeyNextClient, wording.KeyShortNext, false},
		{Desk, []string{"esc"}, Back, wording.KeyBack, wording.Text{}, false},
		{Desk, []string{","}, Why, wording.KeyWhy, wording.KeyShortWhy, true},
		{Desk, []string{"F"}, Fees, wording.KeyFees, wording.Text{}, true},
		{Desk, []string{"P"}, Plans, wording.KeyPlans, wording.Text{}, true},
		{Desk, []string{"c"}, Confirm, wording.KeyConfirm, wording.Text{}, true},
		{Desk, []string{"u"}, Undo, wording.KeyUndo, wording.KeyShortUndo, true},
		{Desk, []string{"U"}, Redo, wording.KeyRedo, wording.KeyShortRedo, true},
		{Desk, []string{"z", "/"}, Search, wording.KeySearch, wording.KeyShortSearch, true},
		{Desk, []string{"h", "?"}, Help, wording.KeyHelp, wording.KeyShortHelp, true},
		{Desk, []string{"ctrl+p"}, Palette, wording.KeyPalette, wording.Text{}, false},
		{Desk, []string{"x"}, DropHeld, wording.KeyDropHeld, wording.Text{}, true},
		{Desk, []string{"ctrl+t"}, AsOf, wording.KeyAsOf, wording.Text{}, true},
		{Desk, []string{"ctrl+o"}, Import, wording.KeyImport, wording.Text{}, true},
		{Desk, []string{"ctrl+l"}, Redraw, wording.KeyRedraw, wording.Text{}, true},
		{Desk, []string{"q", "ctrl+c"}, Quit, wording.KeyQuit, wording.KeyShortQuit, true},

		{File, []string{"space"}, Tick, wording.KeyTick, wording.KeyShortTick, false},
		{File, []string{"enter"}, Accept, wording.KeyEdit, wording.KeyShortEdit, false},
	}
}

// otherKeys are those of notes, past days, lines and sheets.
func otherKeys() []Binding {
	return []Binding{
		{Notes, []string{"enter"}, Accept, wording.KeyAmend, wording.KeyShortAmend, false},
		{Notes, []string{"x"}, Erase, wording.KeyErase, wording.KeyShortErase, false},

		{Past, []string{"left"}, DayBefore, wording.KeyDayBefore, wording.KeyShortDays, false},
		{Past, []string{"right"}, DayAfter, wording.KeyDayAfter, wording.Text{}, false},
		{Past, []string{"shift+left", "<"}, WeekBefore, wording.KeyWeekBefore, wording.KeyShortWeeks, false},
		{Past, []string{"shift+right", ">"}, WeekAfter, wording.KeyWeekAfter, wording.Text{}, false},
		{Past, []string{"esc"}, Back, wording.KeyToday, wording.KeyShortToday, false},

		{Line, []string{"enter"}, Accept, wording.KeyTake, wording.KeyShortTake, false},
		{Line, []string{"tab"}, ToItems, wording.KeyItems, wording.KeyShortItems, false},
		{Line, []string{"esc"}, Back, wording.KeyLeave, wording.KeyShortLeave, false},
		{Line, []string{"down"}, Down, wording.KeyDown, wording.Text{}, false},
		{Line, []string{"up"}, Up, wording.KeyUp, wording.Text{}, false},
		{Line, []string{"pgdown"}, PageDown, wording.KeyPageDown, wording.Text{}, false},
		{Line, []string{"pgup"}, PageUp, wording.KeyPageUp, wording.Text{}, false},

		{Ticks, []string{"space"}, Tick, wording.KeyTick, wording.KeyShortTick, false},
		{Ticks, []string{"enter"}, Accept, wording.KeyTake, wording.KeyShortTake, false},
		{Ticks, []string{"tab", "esc", "shift+tab"}, Back, wording.KeyToLine, wording.KeyShortLine, false},
		{Ticks, []string{"j", "down"}, Down, wording.KeyDown, wording.Text{}, false},
		{Ticks, []string{"k", "up"}, Up, wording.KeyUp, wording.Text{}, false},
		{Ticks, []string{"pgdown"}, PageDown, wording.KeyPageDown, wording.Text{}, false},
		{Ticks, []string{"pgup"}, PageUp, wording.KeyPageUp, wording.Text{}, false},

		{Sheet, []string{"j", "down"}, Down, wording.KeyDown, wording.Text{}, false},
		{Sheet, []string{"k", "up"}, Up, wording.KeyUp, wording.Text{}, false},
		{Sheet, []string{"pgdown", "ctrl+d"}, PageDown, wording.KeyPageDown, wording.Text{}, false},
		{Sheet, []string{"pgup", "ctrl+b"}, PageUp, wording.KeyPageUp, wording.Text{}, false},
		{Sheet, []string{"g", "home"}, First, wording.KeyFirst, wording.Text{}, false},
		{Sheet, []string{"G", "end"}, Last, wording.KeyLast, wording.Text{}, false},
		{Sheet, []string{"enter"}, Accept, wording.KeyTake, wording.Text{}, false},
		{Sheet, []string{"space"}, Tick, wording.KeyTickAccount, wording.Text{}, false},
		{Sheet, []string{"y", "o"}, Yes, wording.KeyYes, wording.Text{}, false},
		{Sheet, []string{"c"}, Copy, wording.KeyCopy, wording.Text{}, false},
		{Sheet, []string{"esc", "q", "h", "?", ",", "n"}, Back, wording.KeyClose, wording.KeyShortClose, false},

		{Charges, []string{"enter", "space", ","}, Tick, wording.KeyFold, wording.KeyShortFold, false},
		{Charges, []string{"a"}, FeesAll, wording.KeyFeesAll, wording.KeyShortFeesAll, false},
		{Charges, []string{"d"}, FeesDay, wording.KeyFeesDay, wording.KeyShortFeesDay, false},
		{Charges, []string{"i"}, WaiveInterest, wording.KeyWaiveInterest, wording.KeyShortWaive, false},
		{Charges, []string{"f"}, WaiveFee, wording.KeyWaiveFee, wording.KeyShortWaiveFee, false},
		{Charges, []string{"t"}, EnterRate, wording.KeyEnterRate, wording.KeyShortRate, false},
		{Charges, []string{"y"}, AcceptProvisional, wording.KeyProvisional, wording.KeyShortProvisional, false},
		{Charges, []string{"e"}, Export, wording.KeyFeesExport, wording.KeyShortFeesExport, false},
		{Charges, []string{"c"}, Copy, wording.KeyCopy, wording.KeyShortCopy, false},
	}
}

// Keymap finds intents. The zero value knows no key; New makes one.
type Keymap struct{ by [ScopeCount]map[string]Intent }

// New indexes the table.
func New() *Keymap {
	m := &Keymap{}
	for i := range m.by {
		m.by[i] = map[string]Intent{}
	}
	for _, b := range Table() {
		for _, k := range b.Keys {
			m.by[b.Scope][k] = b.Intent
		}
	}
	return m
}

// Find gives the meaning of a key in the first of the scopes that knows it.
func (m *Keymap) Find(key string, scopes ...Scope) Intent {
	for _, s := range scopes {
		if in, ok := m.by[s][key]; ok {
			return in
		}
	}
	return None
}

// Digit reads the unshifted top row of a French or Belgian keyboard as digits.
func Digit(key string) (string, bool) {
	switch key {
	case "0", "1", "2", "3", "4", "5", "6", "7", "8", "9":
		return key, true
	case "&":
		return "1", true
	case "é":
		return "2", true
	case `"`:
		return "3", true
	case "'":
		return "4", true
	case "(":
		return "5", true
	case "-", "§":
		return "6", true
	case "è":
		return "7", true
	case "_", "!":
		return "8", true
	case "ç":
		return "9", true
	case "à":
		return "0", true
	}
	return "", false
}
