package main

import (
	"bufio"
	"fmt"
	"strconv"
	"strings"

	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/terms"
	"relance/domain/wording"
	"relance/store/sheet"
)

// line reads one answer; the end of input is an empty one.
func (r *importRun) line(prompt string) string {
	fmt.Fprint(r.p.err, prompt)
	if r.p.answers == nil {
		r.p.answers = bufio.NewReader(r.p.in)
	}
	text, _ := r.p.answers.ReadString('\n')
	return strings.TrimSpace(text)
}

// confirm asks whether to go ahead: Enter means yes, but no where there is a
// doubt.
func (r *importRun) confirm(doubtful bool) (bool, error) {
	prompt, usual := r.p.say(wording.AskImport), true
	if doubtful {
		prompt, usual = r.p.say(wording.AskImportDoubt), false
	}
	switch strings.ToLower(r.line(prompt)) {
	case "":
		return usual, nil
	case "o", "oui", "y", "yes":
		return true, nil
	}
	return false, nil
}

// askCreditor asks what a first import needs to know.
func (r *importRun) askCreditor(c ledger.Creditor) (ledger.Creditor, error) {
	p := r.p
	ask := func(t wording.Text, usual string) string {
		if v := r.line(p.say(t, usual)); v != "" {
			return v
		}
		return usual
	}
	if r.opt.id == "" {
		c.ID = strings.ReplaceAll(ask(wording.AskCreditorID, c.ID), "/", "-")
	}
	if r.opt.name == "" {
		c.Name = ask(wording.AskCreditorName, c.ID)
	}
	for r.opt.country == "" {
		country := strings.ToUpper(ask(wording.AskCountry, c.Country))
		if country == "FR" || country == "BE" {
			c.Country, c.Zone, c.Prefixes = country, zoneOf(country), usualAccounts(country)
			break
		}
		p.note(wording.AskAgain, country)
	}
	if len(r.opt.accounts) == 0 {
		c.Prefixes = fields(ask(wording.AskAccounts, strings.Join(c.Prefixes, ",")))
	}
	for r.opt.terms == "" {
		typed := ask(wording.AskTerms, c.DefaultTerms)
		if t, err := terms.Parse(typed); err == nil {
			c.DefaultTerms = t.String()
			break
		}
		p.note(wording.AskAgain, typed)
	}
	return c, nil
}

// fields cuts an answer at commas and spaces.
func fields(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == ' ' || r == ';' })
}

// askExclude lists the large accounts that may be no clients and asks which.
func (r *importRun) askExclude() ([]ledger.ClientKey, error) {
	var large []ledger.Doubt
	for _, f := range r.reads {
		for _, d := range f.change.Doubts {
			if d.Code == ledger.DoubtLarge {
				large = append(large, d)
			}
		}
	}
	if len(large) == 0 {
		return nil, nil
	}
	for i, d := range large {
		fmt.Fprintf(r.p.err, "  %d. %s %s  %s\n", i+1, sheet.Clean(d.Client.Account), sheet.Clean(d.Name), money.Format(d.Amount, r.p.style()))
	}
	for {
		var out []ledger.ClientKey
		answer := fields(r.line(r.p.say(wording.AskExclude)))
		for _, s := range answer {
			n, err := strconv.Atoi(s)
			if err != nil || n < 1 || n > len(large) {
				r.p.note(wording.AskAgain, s)
				out = nil
				break
			}
			out = append(out, large[n-1].Client)
		}
		if len(out) == len(answer) {
			return out, nil
		}
	}
}
