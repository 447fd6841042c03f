package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"relance/domain/act"
	"relance/domain/desk"
	"relance/domain/entry"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/wording"
	"relance/store/sheet"
	"relance/tui/say"
)

// logOptions are the flags of log.
type logOptions struct {
	client   string
	currency string
	keys     string
	dryRun   bool
	confirm  bool
}

func (p *program) logCommand() *cobra.Command {
	var opt logOptions
	c := p.command("log --client ID 'LINE'", wording.CmdLog, p.exactly(1), func(_ *cobra.Command, args []string) error {
		return p.log(args[0], opt)
	})
	c.Long = p.say(wording.CmdLog) + "\n\n" + p.say(wording.CmdLogLong)
	f := c.Flags()
	f.StringVar(&opt.client, "client", "", p.say(wording.FlagClient))
	f.StringVar(&opt.currency, "currency", "", p.say(wording.FlagCurrency))
	f.StringVar(&opt.keys, "keys", "", p.say(wording.FlagKeys))
	f.BoolVar(&opt.dryRun, "dry-run", false, p.say(wording.FlagDryRun))
	f.BoolVar(&opt.confirm, "yes", false, p.say(wording.FlagConfirm))
	return c
}

func (p *program) log(line string, opt logOptions) error {
	letters := p.letters(entry.French)
	switch opt.keys {
	case "":
	case "fr", "en": // as they ship, so that a script can rely on them
		letters = keysNamed(opt.keys).Mnemonics()
	default:
		return p.choice("keys", opt.keys, "fr", "en")
	}
	format, err := p.format(sheet.Aligned)
	if err != nil {
		return err
	}
	o, err := p.openToLog(opt)
	if err != nil {
		return err
	}
	defer o.close()
	facts, err := p.facts(o, opt)
	if err != nil {
		return err
	}
	r := letters.Read(line, facts)
	sentence, err := p.understood(line, r, facts)
	if err != nil {
		return err
	}
	if r.Act == entry.Undo {
		if sentence, err = p.turnedBack(o.view(), facts, r.Redo); err != nil {
			return err
		}
	}
	if opt.dryRun {
		return p.writeReading(r, sentence, format)
	}
	cmd, err := p.commandOf(line, r, o, facts, opt.confirm)
	if err != nil {
		return err
	}
	done, err := o.session.Do(cmd)
	if err != nil {
		return err
	}
	return p.writeDone(done, sentence, format)
}

// turning finds the act of the client that u takes back, or that redo brings
// back: the own one that was taken back last and still is.
func (p *program) turning(file *desk.File, redo bool) (journal.ID, error) {
	if !redo {
		if file == nil || file.LastAct.IsZero() {
			return journal.ID{}, p.fail(exitFailed, wording.FaultNothing)
		}
		return file.LastAct, nil
	}
	if file != nil {
		if id := file.LastUndone(p.author()); !id.IsZero() {
			return id, nil
		}
	}
	return journal.ID{}, p.fail(exitFailed, wording.FaultNothingToRedo)
}

// turnedBack says which act is taken back or brought back, and of whom.
func (p *program) turnedBack(v *desk.View, f act.Facts, redo bool) (string, error) {
	file := v.File(f.Client, f.Currency)
	id, err := p.turning(file, redo)
	if err != nil {
		return "", err
	}
	var call string
	var rest []string
	for i := len(file.Timeline) - 1; i >= 0; i-- {
		e := file.Timeline[i].Event
		if e.Act != id {
			continue
		}
		words := p.voice(f.Today).Event(e, f.Currency, say.FindIn(file.Timeline))
		if _, is := e.Content.(journal.CallLogged); is {
			call = words
		} else {
			rest = append(rest, words)
		}
	}
	if len(rest) == 0 { // what was agreed says more than that there was a call
		rest = []string{call}
	}
	said := wording.SaidUndone
	if redo {
		said = wording.SaidRedone
	}
	return p.say(said, strings.Join(rest, ", "), file.Client.Name), nil
}

// openToLog opens for looking only where nothing will be recorded.
func (p *program) openToLog(opt logOptions) (*office, error) {
	if opt.dryRun {
		return p.openToRead()
	}
	return p.openToWrite("log")
}

// facts are those of the client named. A day that is set has no time of day.
func (p *program) facts(o *office, opt logOptions) (act.Facts, error) {
	key, err := p.who(o.view(), opt.client)
	if err != nil {
		return act.Facts{}, err
	}
	cur, err := p.currency(o.view(), key, opt.currency)
	if err != nil {
		return act.Facts{}, err
	}
	return o.view().Facts(key, cur, desk.Selection{}), nil
}

// understood gives the sentence of a line that can be taken as it stands.
func (p *program) understood(line string, r entry.Reading, f act.Facts) (string, error) {
	if strings.TrimSpace(line) == "" {
		return "", p.usage(wording.FaultEmptyLine)
	}
	sentence, question := p.reading(r, f)
	switch {
	case question:
		if !strings.ContainsAny(sentence[max(0, len(sentence)-1):], ".?!") {
			sentence += "."
		}
		return "", p.usage(wording.FaultQuestion, sentence)
	case !r.Ready(), r.Act == entry.Why, r.Act == entry.Confirm:
		return "", p.usage(wording.FaultNotALog, line)
	}
	return sentence, nil
}

// commandOf completes what the screen completes by itself: the act that u takes
// back.
func (p *program) commandOf(line string, r entry.Reading, o *office, f act.Facts, confirmed bool) (act.Command, error) {
	switch {
	case r.Act == entry.Undo:
		id, err := p.turning(o.view().File(f.Client, f.Currency), r.Redo)
		if err != nil || r.Redo {
			return act.Restore{Base: act.Base{Client: f.Client}, Act: id}, err
		}
		return act.Undo{Base: act.Base{Client: f.Client}, Act: id, Confirmed: confirmed}, nil
	case r.Command == nil:
		return nil, p.usage(wording.FaultNotALog, line)
	}
	return r.Command, nil
}

// eventOut is one event as it was recorded.
type eventOut struct {
	ID       string  `json:"id"`
	Act      string  `json:"act"`
	Kind     string  `json:"kind"`
	Client   string  `json:"client"`
	Creditor string  `json:"creditor"`
	Day      *string `json:"day"`
	Author   string  `json:"author"`
	Sentence string  `json:"sentence"`
}

func eventsOut(events []journal.Event, sentence string) []eventOut {
	out := make([]eventOut, len(events))
	for i := range events {
		e := &events[i]
		out[i] = eventOut{
			ID: e.ID.String(), Act: e.Act.String(), Kind: kindKey(e.Content.Kind()), Client: e.Client.Account,
			Creditor: e.Client.Creditor, Day: dateOut(e.Day), Author: e.Author, Sentence: sentence,
		}
	}
	return out
}

// writeDone says what was recorded.
func (p *program) writeDone(done desk.Done, sentence string, f sheet.Format) error {
	switch f {
	case sheet.JSON:
		return sheet.WriteValue(p.out, eventsOut(done.Events, sentence))
	case sheet.CSV:
		t := sheet.Table{Columns: p.columns(
			column{key: "id"}, column{key: "act"}, column{key: "kind"}, column{key: "client"}, column{key: "creditor"},
			column{key: "day"}, column{key: "author"}, column{key: "sentence"})}
		for i, e := range eventsOut(done.Events, sentence) {
			t.Rows = append(t.Rows, []sheet.Cell{
				sheet.Text(e.ID), sheet.Text(e.Act), sheet.Text(e.Kind), sheet.Text(e.Client), sheet.Text(e.Creditor),
				sheet.Day(done.Events[i].Day), sheet.Text(e.Author), sheet.Text(e.Sentence),
			})
		}
		return sheet.Write(p.out, t, f, p.sheetStyle())
	}
	said := wording.SaidRecorded
	switch done.Events[0].Content.(type) {
	case journal.ActUndone, journal.ActRestored:
		said = wording.SaidAsItIs
	}
	p.tell(said, sentence)
	return nil
}

// readingOut is what a line means. Fields that the act has not are null.
type readingOut struct {
	Act      string   `json:"act"`
	Outcome  *string  `json:"outcome"`
	Amount   *string  `json:"amount"`
	Currency *string  `json:"currency"`
	Date     *string  `json:"date"`
	Hour     *string  `json:"hour"`
	Months   *int     `json:"months"`
	Reason   *string  `json:"reason"`
	Items    []string `json:"items"`
	Sentence string   `json:"sentence"`
}

// readingOf gives the reading in the form that scripts get.
func readingOf(r entry.Reading, sentence string) readingOut {
	out := readingOut{
		Act: r.Act.Key(), Date: dateOut(r.Date), Items: numbers(r.Items), Sentence: sentence,
	}
	if logsCall(r.Act) {
		out.Outcome = &outcomeKeys[r.Outcome]
	}
	amount := r.Amount
	if r.Act == entry.Plan {
		amount, out.Months = r.Terms.Total, &r.Terms.Months
		out.Date = dateOut(r.Terms.First)
	}
	if amount.Currency != (money.Currency{}) {
		text, currency := money.FormatPlain(amount), amount.Currency.String()
		out.Amount, out.Currency = &text, &currency
	}
	if r.Act == entry.Callback || r.Act == entry.Call {
		out.Hour = hourOut(r.Minute)
	}
	switch r.Act {
	case entry.Dispute:
		out.Reason = &reasonKeys[r.Reason]
	case entry.Status:
		out.Reason = &statusKeys[r.Status]
	}
	return out
}

// logsCall reports whether an act logs a contact by itself.
func logsCall(a entry.Act) bool {
	switch a {
	case entry.Call, entry.Promise, entry.Plan, entry.Dispute, entry.Callback:
		return true
	}
	return false
}

// writeReading says what a line would record.
func (p *program) writeReading(r entry.Reading, sentence string, f sheet.Format) error {
	if f == sheet.Aligned {
		said := wording.SaidWouldRecord
		if r.Act == entry.Undo {
			said = wording.SaidWouldUndo
		}
		p.tell(said, sentence)
		return nil
	}
	out := readingOf(r, sentence)
	if f == sheet.JSON {
		return sheet.WriteValue(p.out, out)
	}
	t := sheet.Table{Columns: p.columns(
		column{key: "act"}, column{key: "outcome"}, column{key: "amount"}, column{key: "currency"}, column{key: "date"},
		column{key: "hour"}, column{key: "months"}, column{key: "reason"}, column{key: "items"}, column{key: "sentence"})}
	months := sheet.Cell{}
	if out.Months != nil {
		months = sheet.Number(int64(*out.Months))
	}
	amount := sheet.Cell{}
	if out.Amount != nil {
		amount = sheet.Amount(r.Amount)
		if r.Act == entry.Plan {
			amount = sheet.Amount(r.Terms.Total)
		}
	}
	t.Rows = [][]sheet.Cell{{
		sheet.Text(out.Act), optional(out.Outcome), amount, optional(out.Currency), optional(out.Date), optional(out.Hour),
		months, optional(out.Reason), sheet.List(out.Items), sheet.Text(out.Sentence),
	}}
	return sheet.Write(p.out, t, f, p.sheetStyle())
}

func optional(s *string) sheet.Cell {
	if s == nil {
		return sheet.Cell{}
	}
	return sheet.Text(*s)
}

// fieldList names every field for a message.
func fieldList() string {
	var keys []string
	for f := range ledger.FieldCount {
		keys = append(keys, f.Key())
	}
	return fmt.Sprint(strings.Join(keys, ", "), ":N")
}
