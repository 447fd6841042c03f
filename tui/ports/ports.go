// Package ports declares what the screen needs from outside: the desk, the
// import of files, drafts of confirmations. The program fills them.
package ports

import (
	"relance/domain/act"
	"relance/domain/calendar"
	"relance/domain/desk"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/plan"
	"relance/domain/wording"
)

// Desk is the portfolio at work; *desk.Session is one.
type Desk interface {
	// View is the current view: cheap, from any goroutine.
	View() *desk.View
	// Do records a command; what it gives back is durable. It may block.
	Do(cmd act.Command) (desk.Done, error)
	// At gives the desk as of a past day, read-only; the zero date is today.
	// It may take long.
	At(day calendar.Date) *desk.View
	// LastAct is the author's own last live act, with its client.
	LastAct() (desk.TimelineRow, ledger.ClientKey, bool)
	// LastUndone is the author's own act that was taken back last and still is.
	LastUndone() (desk.TimelineRow, ledger.ClientKey, bool)
	// SetRate records a rate of late-payment interest, for all clients. It may
	// block.
	SetRate(cmd act.SetRate) (desk.Done, error)
}

// Reader asks a view about one client. Direct asks the view itself; tests put
// hand-made answers in its place.
type Reader interface {
	File(v *desk.View, key ledger.ClientKey, cur money.Currency) *desk.File
	Facts(v *desk.View, key ledger.ClientKey, cur money.Currency, sel desk.Selection) act.Facts
	Why(v *desk.View, key ledger.ClientKey, cur money.Currency) desk.Why
	Search(v *desk.View, query string, limit int) []desk.Hit
	Row(v *desk.View, key ledger.ClientKey, cur money.Currency) *desk.Row
	Charges
	// Calls is how often the client was called today, and the cap (0 = none).
	Calls(v *desk.View, key ledger.ClientKey) (today, most int)
	// Charger tells what late payment of a client's documents costs; with
	// provisional the last known rate stands for those not published yet.
	Charger(v *desk.View, key ledger.ClientKey, cur money.Currency, parts []journal.Part, provisional bool) plan.Charger
}

// Direct is the Reader that asks the view.
type Direct struct{}

// File implements Reader.
func (Direct) File(v *desk.View, key ledger.ClientKey, cur money.Currency) *desk.File {
	return v.File(key, cur)
}

// Facts implements Reader.
func (Direct) Facts(v *desk.View, key ledger.ClientKey, cur money.Currency, sel desk.Selection) act.Facts {
	return v.Facts(key, cur, sel)
}

// Why implements Reader.
func (Direct) Why(v *desk.View, key ledger.ClientKey, cur money.Currency) desk.Why {
	return v.Why(key, cur)
}

// Search implements Reader.
func (Direct) Search(v *desk.View, query string, limit int) []desk.Hit { return v.Search(query, limit) }

// Row implements Reader.
func (Direct) Row(v *desk.View, key ledger.ClientKey, cur money.Currency) *desk.Row {
	return v.Row(key, cur)
}

// Calls implements Reader.
func (Direct) Calls(v *desk.View, key ledger.ClientKey) (today, most int) { return v.Calls(key) }

// Charger implements Reader.
func (Direct) Charger(v *desk.View, key ledger.ClientKey, cur money.Currency, parts []journal.Part, provisional bool) plan.Charger {
	return v.Charger(key, cur, parts, provisional)
}

// Preview is a file that was read and compared, before anything is written.
type Preview struct {
	Source   ledger.Source
	Change   ledger.Change
	Findings []ledger.Finding
	Edited   []act.SetField // values of a clients file that replace words typed by hand
	// Ask is what was taken for a company that is new, for a person to check or
	// change; nil where the file's company is known.
	Ask *Answers
}

// Answers are what a first import has to know of the company whose file it is.
// What is left blank is proposed.
type Answers struct {
	Name     string
	Country  string   // FR or BE
	Accounts []string // beginnings of receivable accounts; nil = those usual in the country
	Terms    string   // default terms: a code or what people type
}

// Importer reads files into the ledger. Both methods may take long and are
// never called on the event loop.
type Importer interface {
	// Read reads a file and compares it with what is known. It writes nothing.
	// The answers count only for a company that is new. An error says what is
	// wrong in words meant for the user, in lang; where other answers may help,
	// Preview.Ask comes with it.
	Read(path string, lang wording.Lang, answers Answers) (Preview, error)
	// Commit writes what Read found; the accounts in exclude are set to
	// never-dun in the same act.
	Commit(p Preview, exclude []ledger.ClientKey) (desk.Done, error)
}

// Paths completes the names of files.
type Paths interface {
	// Complete gives the longest beginning that all paths share which begin
	// with text, and the names that would go on differently; text itself when
	// there is none. Folders end in a separator. It may take long and is never
	// called on the event loop.
	Complete(text string) (longest string, names []string)
}

// Confirmations drafts and prepares the written confirmation of an act.
type Confirmations interface {
	// Draft gives the text that confirms an act to the debtor, in the debtor's
	// language; ok is false when nothing in it is to be confirmed.
	Draft(last journal.ID, client ledger.ClientKey) (text string, ok bool)
	// Prepare gives the same text and writes what goes with it into the papers
	// folder: a message to open in a mail program and, of a plan, the agreement,
	// the statement of account and the dates. No text and no error: nothing is to
	// be confirmed. Nothing is sent, and no file is written over another. It may
	// take long and is never called on the event loop. An error says what is
	// wrong in words meant for the user, in lang; what was written before it is
	// in Files all the same. The papers are in the debtor's language; lang is
	// theirs where that is not known.
	Prepare(last journal.ID, client ledger.ClientKey, lang wording.Lang) (Prepared, error)
}

// Prepared is a confirmation: its text, and the files that were written with
// it, the message first.
type Prepared struct {
	Text  string
	Files []string
}

// Sampler opens the sample portfolio in a temporary database and gives the
// desk to go on with.
type Sampler func() (Desk, error)
