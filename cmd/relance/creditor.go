package main

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"relance/domain/calendar"
	"relance/domain/ident"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/terms"
	"relance/domain/wording"
	"relance/store/sheet"
)

func (p *program) creditorCommand() *cobra.Command {
	c := p.command("creditor [ID] [FIELD=VALUE…]", wording.CmdCreditor, cobra.ArbitraryArgs, func(_ *cobra.Command, args []string) error {
		format, err := p.format(sheet.Aligned)
		if err != nil {
			return err
		}
		name := ""
		if len(args) > 0 && !strings.Contains(args[0], "=") {
			name, args = args[0], args[1:]
		}
		if len(args) == 0 {
			return p.showCreditors(name, format)
		}
		return p.setCreditor(name, args, format)
	})
	c.Long = p.say(wording.CmdCreditor) + "\n\n" + p.say(wording.CmdCreditorLong)
	return c
}

// creditorFields are the particulars that can be changed, in their order.
var creditorFields = [...]string{
	"name", "identifier", "iban", "bic", "ics", "address", "country", "zone", "terms",
	"late_rate", "legal", "city", "representative", "retention_of_title",
}

func creditorField(c *ledger.Creditor, key string) string {
	switch key {
	case "name":
		return c.Name
	case "identifier":
		return c.Identifier
	case "iban":
		return c.IBAN
	case "bic":
		return c.BIC
	case "ics":
		return c.ICS
	case "address":
		return c.Address
	case "country":
		return c.Country
	case "zone":
		return zoneKeys[c.Zone]
	case "late_rate":
		if c.LateRate == 0 {
			return ""
		}
		return money.FormatRate(c.LateRate)
	case "legal":
		return c.Legal
	case "city":
		return c.City
	case "representative":
		return c.Representative
	case "retention_of_title":
		return yesNo[c.RetentionOfTitle]
	}
	return c.DefaultTerms
}

var yesNo = map[bool]string{true: "yes", false: "no"}

var zoneKeys = map[calendar.Zone]string{calendar.France: "FR", calendar.AlsaceMoselle: "FR-AM", calendar.Belgium: "BE"}

func (p *program) showCreditors(name string, f sheet.Format) error {
	o, err := p.openToRead()
	if err != nil {
		return err
	}
	defer o.close()
	list := o.view().Header.Creditors
	if name != "" {
		i, err := p.creditorNamed(list, name)
		if err != nil {
			return err
		}
		list = list[i : i+1]
	}
	return p.writeCreditors(list, f)
}

// creditorNamed finds one's own company by its key or its number; no name means
// the only one.
func (p *program) creditorNamed(list []ledger.Creditor, name string) (int, error) {
	if len(list) == 0 {
		return 0, p.usage(wording.FaultCreditorNone)
	}
	if name == "" && len(list) == 1 {
		return 0, nil
	}
	ids := make([]string, len(list))
	for i, c := range list {
		if ids[i] = c.ID; name == c.ID {
			return i, nil
		}
	}
	if name == "" {
		return 0, p.usage(wording.FaultCreditorWhich, strings.Join(ids, ", "))
	}
	number := ident.NormalSIREN(name)
	if i := slices.IndexFunc(list, func(c ledger.Creditor) bool { return c.Identifier == number && number != "" }); i >= 0 {
		return i, nil
	}
	return 0, p.usage(wording.FaultCreditorNamed, name, strings.Join(ids, ", "))
}

func (p *program) writeCreditors(list []ledger.Creditor, f sheet.Format) error {
	if f == sheet.Aligned {
		for i := range list {
			p.printCreditor(&list[i])
		}
		if len(list) == 0 {
			p.tell(wording.FaultCreditorNone)
		}
		return nil
	}
	cols := []column{{key: "id", title: wording.ColCreditor}}
	for _, key := range creditorFields {
		cols = append(cols, column{key: key, title: wording.CreditorFields[key]})
	}
	cols = append(cols, column{key: "currency", title: wording.ColCurrency},
		column{key: "accounts", title: wording.CreditorAccounts}, column{key: "cutoff", title: wording.CreditorCutoff})
	t := sheet.Table{Columns: p.columns(cols...)}
	for i := range list {
		c := &list[i]
		row := []sheet.Cell{sheet.Text(c.ID)}
		for _, key := range creditorFields {
			row = append(row, sheet.Text(creditorField(c, key)))
		}
		t.Rows = append(t.Rows, append(row, sheet.Text(c.Currency.String()), sheet.List(c.Prefixes), sheet.Day(c.Cutoff)))
	}
	return sheet.Write(p.out, t, f, p.sheetStyle())
}

// printCreditor writes a company for people: what is blank is shown blank, so
// that it is seen to be missing.
func (p *program) printCreditor(c *ledger.Creditor) {
	fmt.Fprintf(p.out, "%s  %s\n", sheet.Clean(c.ID), sheet.Clean(c.Name))
	line := func(title wording.Text, value string) {
		fmt.Fprintf(p.out, "  %s\n", strings.TrimRight(sheet.Clean(p.say(title)+p.say(wording.LabelColon)+value), " "))
	}
	for _, key := range creditorFields[1:] {
		value := creditorField(c, key)
		if key == "iban" {
			value = ident.FormatIBAN(value)
		}
		if key == "retention_of_title" {
			value = p.yesOrNo(c.RetentionOfTitle)
		}
		line(wording.CreditorFields[key], value)
	}
	line(wording.CreditorCurrency, c.Currency.String())
	line(wording.CreditorAccounts, strings.Join(c.Prefixes, ", "))
	line(wording.CreditorCutoff, p.dateWords(c.Cutoff))
}

func (p *program) yesOrNo(yes bool) string {
	if yes {
		return p.say(wording.WordYes)
	}
	return p.say(wording.WordNo)
}

func (p *program) dateWords(d calendar.Date) string {
	if d.IsZero() {
		return ""
	}
	return wording.LongDay(p.lang, d)
}

// setCreditor changes the company as one act; nothing is written when one of
// the values does not suit its field.
func (p *program) setCreditor(name string, args []string, f sheet.Format) error {
	o, err := p.openToWrite("creditor")
	if err != nil {
		return err
	}
	defer o.close()
	list := o.view().Header.Creditors
	i, err := p.creditorNamed(list, name)
	if err != nil {
		return err
	}
	c := list[i]
	var keys []string
	for _, arg := range args {
		key, err := p.assignCreditor(&c, arg)
		if err != nil {
			return err
		}
		keys = append(keys, key)
	}
	if slices.Contains(keys, "identifier") && wrongNumber(&c) {
		_, words := p.finding(ledger.Finding{Code: ledger.FindingIdentifier, Detail: c.Identifier})
		p.note(wording.SaidWarning, "identifier", words)
	}
	if !reflect.DeepEqual(c, list[i]) {
		src := ledger.Source{Name: strings.Join(keys, ", "), Format: journal.FormatCreditor}
		if _, err := o.session.Import(ledger.Change{Creditor: c}, src, nil); err != nil {
			return err
		}
	} else if f == sheet.Aligned {
		p.tell(wording.SaidCreditorKept)
	}
	return p.writeCreditors([]ledger.Creditor{c}, f)
}

// wrongNumber reports whether the company's number fails its check.
func wrongNumber(c *ledger.Creditor) bool {
	switch {
	case c.Identifier == "":
		return false
	case c.Country == "BE":
		return ident.CheckKBO(c.Identifier) != nil
	}
	return ident.CheckSIREN(c.Identifier) != nil
}

// assignCreditor reads one FIELD=VALUE into the company.
func (p *program) assignCreditor(c *ledger.Creditor, arg string) (key string, err error) {
	key, value, ok := strings.Cut(arg, "=")
	if !ok {
		return key, p.usage(wording.FaultAssignment, arg)
	}
	key, value = strings.TrimSpace(key), strings.TrimSpace(value)
	if !slices.Contains(creditorFields[:], key) {
		return key, p.usage(wording.FaultCreditorField, key, strings.Join(creditorFields[:], ", "))
	}
	if !takeCreditor(c, key, value) {
		return key, p.usage(wording.FaultCreditorValue, value, key)
	}
	return key, nil
}

// takeCreditor sets one particular; false where the value cannot be the
// field's. A company number is taken with a warning, an account is not: money
// would be asked for on another's.
func takeCreditor(c *ledger.Creditor, key, value string) bool {
	switch key {
	case "name":
		c.Name = value
		return value != ""
	case "identifier":
		c.Identifier = ident.NormalSIREN(value)
		if c.Country == "BE" && ident.CheckKBO(value) == nil {
			c.Identifier = ident.NormalKBO(value)
		}
	case "iban":
		c.IBAN = ident.NormalIBAN(value)
		return value == "" || ident.CheckIBAN(value) == nil
	case "bic":
		c.BIC = ident.NormalBIC(value)
		return value == "" || ident.CheckBIC(value) == nil
	case "ics":
		c.ICS = ident.NormalICS(value)
		return value == "" || ident.CheckICS(value) == nil
	case "address":
		c.Address = value
	case "country":
		c.Country = strings.ToUpper(value)
		c.Zone = zoneOf(c.Country)
		return c.Country == "FR" || c.Country == "BE"
	case "zone":
		for zone, k := range zoneKeys {
			if strings.EqualFold(k, value) {
				c.Zone = zone
				return true
			}
		}
		return false
	case "terms":
		t, err := terms.Parse(value)
		c.DefaultTerms = t.String()
		return err == nil && t.Kind != terms.OnFixedDay
	}
	return takeCreditorPapers(c, key, value)
}

// takeCreditorPapers sets what papers and late fees need of the company.
func takeCreditorPapers(c *ledger.Creditor, key, value string) (ok bool) {
	switch key {
	case "late_rate":
		c.LateRate, ok = money.ParseRate(value)
		return ok || value == ""
	case "legal":
		c.Legal = value
	case "city":
		c.City = value
	case "representative":
		c.Representative = value
	case "retention_of_title":
		switch strings.ToLower(value) {
		case "yes", "oui", "1", "true":
			c.RetentionOfTitle = true
		case "no", "non", "0", "false", "":
			c.RetentionOfTitle = false
		default:
			return false
		}
	}
	return true
}
