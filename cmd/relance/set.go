package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"relance/domain/act"
	"relance/domain/calendar"
	"relance/domain/desk"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/wording"
	"relance/store/sheet"
)

func (p *program) setCommand() *cobra.Command {
	var client, item string
	c := p.command("set --client ID FIELD=VALUE…", wording.CmdSet, p.atLeast(1), func(_ *cobra.Command, args []string) error {
		format, err := p.format(sheet.Aligned)
		if err != nil {
			return err
		}
		return p.set(client, item, args, format)
	})
	c.Long = p.say(wording.CmdSet) + "\n\n" + p.say(wording.CmdSetLong)
	c.Flags().StringVar(&client, "client", "", p.say(wording.FlagClient))
	c.Flags().StringVar(&item, "item", "", p.say(wording.FlagItem))
	return c
}

// assignment is one FIELD=VALUE as typed and as understood.
type assignment struct {
	text  string
	field ledger.Field
	item  ledger.ItemKey
	value string
}

// set records each field as an act of its own; nothing is recorded when one of
// them is not understood.
func (p *program) set(client, item string, args []string, f sheet.Format) error {
	o, err := p.openToWrite("set")
	if err != nil {
		return err
	}
	defer o.close()
	key, err := p.who(o.view(), client)
	if err != nil {
		return err
	}
	todo := make([]assignment, len(args))
	for i, arg := range args {
		if todo[i], err = p.assignment(o.view().File(key, o.view().Facts(key, [3]byte{}, desk.Selection{}).Currency), arg, item); err != nil {
			return err
		}
	}
	if item != "" && !slices.ContainsFunc(todo, func(a assignment) bool { return a.field == ledger.FieldDue }) {
		return p.usage(wording.FaultItemAlone)
	}
	var events []journal.Event
	for _, a := range todo {
		done, err := o.session.Do(act.SetField{Base: act.Base{Client: key}, Field: a.field, Item: a.item, Value: a.value})
		if desk.IsCode(err, desk.ErrInvalid) {
			return p.usage(wording.FaultFieldValue, a.value, a.field.Key())
		}
		if desk.IsCode(err, desk.ErrNothing) {
			return p.fail(exitFailed, wording.FaultNotByHand, a.text)
		}
		if err != nil {
			return err
		}
		events = append(events, done.Events...)
		p.warn(done.View.File(key, money.Currency{}), a)
	}
	return p.writeSet(todo, events, f)
}

// warn says that a value that was taken looks wrong.
func (p *program) warn(f *desk.File, a assignment) {
	country := f.Client.Country
	if country == "" {
		country = f.Creditor.Country
	}
	if !desk.Suspect(a.field, a.value, country) {
		return
	}
	code := ledger.FindingIdentifier
	if a.field == ledger.FieldContactEmail {
		code = ledger.FindingEmail
	}
	_, words := p.finding(ledger.Finding{Code: code, Detail: a.value})
	p.note(wording.SaidWarning, a.text, words)
}

func (p *program) writeSet(todo []assignment, events []journal.Event, f sheet.Format) error {
	if f == sheet.JSON {
		out := eventsOut(events, "")
		for i := range out {
			out[i].Sentence = p.eventText(&events[i], nil)
		}
		return sheet.WriteValue(p.out, out)
	}
	for _, a := range todo {
		if a.field == ledger.FieldDue && a.value == "" {
			p.tell(wording.SaidFieldBack, a.text)
			continue
		}
		p.tell(wording.SaidFieldSet, a.text, a.value)
	}
	return nil
}

// assignment reads FIELD=VALUE or due:NUMBER=DATE; due=DATE is about the document
// named apart. An empty date brings back the computed one.
func (p *program) assignment(file *desk.File, arg, item string) (assignment, error) {
	name, value, ok := strings.Cut(arg, "=")
	if !ok {
		return assignment{}, p.usage(wording.FaultAssignment, arg)
	}
	key, number, _ := strings.Cut(strings.TrimSpace(name), ":")
	field, ok := ledger.FieldByKey(key)
	if field == ledger.FieldDue && number == "" {
		number = item
	}
	if !ok || (field == ledger.FieldDue) != (number != "") {
		return assignment{}, p.usage(wording.FaultField, name, fieldList())
	}
	a := assignment{text: name, field: field, value: strings.TrimSpace(value)}
	if field != ledger.FieldDue {
		return a, nil
	}
	if a.value != "" {
		due, err := calendar.ParseAny(a.value, calendar.UsualForms)
		if err != nil {
			return a, p.usage(wording.FaultFieldValue, a.value, name)
		}
		a.value = due.String()
	}
	var err error
	a.item, err = p.itemNamed(file, number)
	return a, err
}

// itemNamed finds a document of the client by number, or number@date where
// several bear it.
func (p *program) itemNamed(file *desk.File, name string) (ledger.ItemKey, error) {
	number, date, dated := strings.Cut(name, "@")
	var found []ledger.ItemKey
	for i := range file.Items {
		k := file.Items[i].Key
		if k.Number == name || dated && k.Number == number && k.Date.String() == date {
			found = append(found, k)
		}
	}
	switch len(found) {
	case 0:
		return ledger.ItemKey{}, p.usage(wording.FaultNoItem, file.Client.Key.Account, name)
	case 1:
		return found[0], nil
	}
	if only, err := openOne(file, found); err == nil {
		return only, nil
	}
	return ledger.ItemKey{}, p.usage(wording.FaultManyItems, file.Client.Key.Account, name)
}

var errSeveral = errors.New("relance: several")

// openOne picks the only one of several documents that is still open.
func openOne(file *desk.File, keys []ledger.ItemKey) (ledger.ItemKey, error) {
	var open []ledger.ItemKey
	for _, k := range keys {
		for i := range file.Items[:file.OpenItems] {
			if file.Items[i].Key == k {
				open = append(open, k)
			}
		}
	}
	if len(open) != 1 {
		return ledger.ItemKey{}, fmt.Errorf("%w: %d", errSeveral, len(open))
	}
	return open[0], nil
}
