package main

import (
	"cmp"
	"slices"

	"relance/domain/ledger"
	"relance/domain/terms"
	"relance/domain/wording"
	"relance/tui/ports"
)

// Read implements ports.Importer.
func (s *seated) Read(path string, lang wording.Lang, answers ports.Answers) (ports.Preview, error) {
	speaker := *s.p
	speaker.lang = lang
	im := importer{p: &speaker, book: &ledger.Book{Creditors: s.office.view().Header.Creditors}}
	im.choose = func(c ledger.Creditor) (ledger.Creditor, error) { return answered(&speaker, c, answers) }
	f, err := im.readFile(path, nil)
	pre := ports.Preview{Findings: f.findings}
	if err != nil {
		if f.isNew && refusedForAccounts(f.findings) {
			pre.Ask = asked(f.creditor)
		}
		return pre, refusal(&speaker, f, err)
	}
	if f.isNew {
		pre.Ask = asked(f.creditor)
	}
	pre.Source = f.batch.Source
	if pre.Change, err = s.office.session.Compare(f.creditor, f.batch, ledger.CompareOptions{}); err != nil {
		return pre, refusal(&speaker, f, err)
	}
	pre.Findings = f.batch.Findings
	pre.Edited = s.office.view().Edited(f.creditor.ID, f.batch.Changed)
	return pre, nil
}

// refusedForAccounts reports whether a file was refused because it books
// nothing on the receivable accounts: others may be meant.
func refusedForAccounts(findings []ledger.Finding) bool {
	return slices.ContainsFunc(findings, func(f ledger.Finding) bool { return f.Code == ledger.RefuseNoReceivables })
}

// asked gives what was taken for a new creditor.
func asked(c ledger.Creditor) *ports.Answers {
	return &ports.Answers{Name: c.Name, Country: c.Country, Accounts: slices.Clone(c.Prefixes), Terms: c.DefaultTerms}
}

// answered lays a person's answers over what is usual.
func answered(p *program, c ledger.Creditor, a ports.Answers) (ledger.Creditor, error) {
	c.Name = cmp.Or(a.Name, c.Name)
	if a.Country != "" && a.Country != c.Country {
		c.Country, c.Zone, c.Prefixes = a.Country, zoneOf(a.Country), usualAccounts(a.Country)
	}
	if len(a.Accounts) > 0 {
		c.Prefixes = slices.Clone(a.Accounts)
	}
	if a.Terms != "" {
		t, err := terms.Parse(a.Terms)
		if err != nil {
			return c, p.fail(exitRefused, wording.ImportBadTerms, a.Terms)
		}
		c.DefaultTerms = t.String()
	}
	return c, nil
}
