package main

import (
	"cmp"
	"errors"
	"path/filepath"
	"reflect"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"relance/domain/act"
	"relance/domain/calendar"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/terms"
	"relance/domain/wording"
	"relance/store/ledgerfile"
)

// importer reads files and compares them with a ledger. It writes nothing.
type importer struct {
	p        *program
	flags    creditorFlags
	input    string                                         // format of the files, empty = detected
	listDate calendar.Date                                  // of open-item lists
	book     *ledger.Book                                   // what is known; nil = nothing
	together bool                                           // more files may come: see strangers
	founded  map[string]bool                                // creditors of whom nothing was known before these files
	choose   func(ledger.Creditor) (ledger.Creditor, error) // asks a person about a new creditor; nil = takes it as it is
}

// fileRead is one file and what it changes.
type fileRead struct {
	name     string
	batch    *ledger.Batch
	creditor ledger.Creditor
	isNew    bool
	change   ledger.Change
	known    ledger.Creditor // before the import
	fields   fieldChanges    // of clients known before
	edited   []act.SetField  // what a clients file says over words typed by hand
	findings []ledger.Finding
}

func (f *fileRead) changesNothing() bool {
	return len(f.edited) == 0 && len(f.change.Accounts) == 0 && len(f.change.Gone) == 0 && !f.isNew && reflect.DeepEqual(f.change.Creditor, f.known)
}

// creditorFlags say to whom the files belong.
type creditorFlags struct {
	id, name, country, terms string
	accounts                 []string
}

func (c *creditorFlags) register(p *program, f *pflag.FlagSet) {
	f.StringVar(&c.id, "creditor", "", p.say(wording.FlagCreditor))
	f.StringVar(&c.name, "creditor-name", "", p.say(wording.FlagCredName))
	f.StringVar(&c.country, "country", "", p.say(wording.FlagCountry))
	f.StringVar(&c.terms, "terms", "", p.say(wording.FlagTerms))
	f.StringSliceVar(&c.accounts, "accounts", nil, p.say(wording.FlagAccounts))
}

// readFile reads one file. The error of a refused one is *ledgerfile.Refused.
func (im *importer) readFile(path string, progress func(done, total int64)) (*fileRead, error) {
	name := filepath.Base(path)
	f := &fileRead{name: name}
	var err error
	if f.creditor, f.isNew, err = im.creditorOf(name); err != nil {
		return f, err
	}
	f.known = f.creditor
	if err := im.settle(f); err != nil {
		return f, err
	}
	f.batch, err = ledgerfile.ReadFile(path, ledgerfile.Options{
		Format: im.input, Prefixes: f.creditor.Prefixes, ListDate: im.listDate, Currency: f.creditor.Currency, Progress: progress,
	})
	if err == nil {
		f.findings = f.batch.Findings
		err = im.accept(f)
	}
	if refused := (*ledgerfile.Refused)(nil); errors.As(err, &refused) {
		f.findings = refused.Findings
	}
	return f, err
}

// accept refuses particulars of clients of nobody, and values that their fields
// do not take.
func (im *importer) accept(f *fileRead) error {
	if f.batch.Kind == ledger.BatchParticulars && f.isNew {
		return im.p.fail(exitRefused, wording.FaultUnknownCred)
	}
	if err := im.checkParticulars(f); err != nil {
		return err
	}
	f.findings = f.batch.Findings
	if !im.together {
		return strangers([]*fileRead{f})
	}
	return nil
}

// strangers refuses the files of a new creditor that together have no entry on
// a receivable account: the accounts are rather others. One of several files may
// well have none, and so may a file of a creditor who is known.
func strangers(files []*fileRead) error {
	for _, f := range files {
		if !f.isNew || f.batch == nil || !bare(f) {
			continue
		}
		other := slices.ContainsFunc(files, func(o *fileRead) bool { return o.creditor.ID == f.creditor.ID && o.batch != nil && !bare(o) })
		if other {
			continue
		}
		i := slices.IndexFunc(f.batch.Findings, func(x ledger.Finding) bool { return x.Code == ledger.FindingNoReceivables })
		why := f.batch.Findings[i]
		why.Code = ledger.RefuseNoReceivables
		f.findings = []ledger.Finding{why}
		return &ledgerfile.Refused{File: f.name, Findings: f.findings}
	}
	return nil
}

// bare reports whether a file has entries, but none on a receivable account.
func bare(f *fileRead) bool {
	return slices.ContainsFunc(f.batch.Findings, func(x ledger.Finding) bool { return x.Code == ledger.FindingNoReceivables })
}

// settle completes the creditor from the flags, and a new one by asking.
func (im *importer) settle(f *fileRead) error {
	if err := im.flags.apply(im.p, &f.creditor); err != nil {
		return err
	}
	if f.isNew && im.choose != nil {
		chosen, err := im.choose(f.creditor)
		if err != nil {
			return err
		}
		f.creditor = chosen
	}
	if f.isNew {
		if im.founded == nil {
			im.founded = map[string]bool{}
		}
		im.founded[f.creditor.ID] = true
		im.remember(f.creditor)
	}
	return nil
}

// remember makes a new creditor known to the files that follow.
func (im *importer) remember(c ledger.Creditor) {
	book := ledger.Book{}
	if im.book != nil {
		book = *im.book
	}
	book.Creditors = append(slices.Clone(book.Creditors), c)
	slices.SortFunc(book.Creditors, func(a, b ledger.Creditor) int { return cmp.Compare(a.ID, b.ID) })
	im.book = &book
}

// creditorOf finds whose file it is: --creditor, else the identifier in its
// name, else the only creditor known, else a new one.
func (im *importer) creditorOf(name string) (c ledger.Creditor, isNew bool, err error) {
	id, siren := im.flags.id, sirenIn(name)
	var known []ledger.Creditor
	if im.book != nil {
		known = im.book.Creditors
	}
	for _, k := range known {
		if id == k.ID || id == "" && siren != "" && (k.ID == siren || k.Identifier == siren) {
			return k, false, nil
		}
	}
	switch {
	case id == "" && siren == "" && len(known) == 1:
		return known[0], false, nil
	case id == "" && siren == "" && len(known) > 1:
		ids := make([]string, len(known))
		for i, k := range known {
			ids[i] = k.ID
		}
		return c, false, im.p.usage(wording.FaultNoCreditor, strings.Join(ids, ", "))
	case id == "":
		id = cmp.Or(siren, "default")
	}
	return ledger.Creditor{ID: id, Identifier: siren, Country: "FR", Currency: money.EUR, DefaultTerms: "NET 30"}, true, nil
}

// sirenIn gives the nine digits with which a FEC is named (livre des procédures
// fiscales, art. A47 A-1: SirenFECAAAAMMJJ).
func sirenIn(name string) string {
	at := strings.Index(strings.ToUpper(name), "FEC")
	if at != 9 || strings.Trim(name[:9], "0123456789") != "" {
		return ""
	}
	return name[:9]
}

// apply writes what the flags say over a creditor, and completes a new one.
func (c *creditorFlags) apply(p *program, to *ledger.Creditor) error {
	if c.name != "" {
		to.Name = c.name
	}
	switch country := strings.ToUpper(c.country); country {
	case "":
	case "FR", "BE":
		to.Country = country
	default:
		return p.choice("country", c.country, "FR", "BE")
	}
	if c.country != "" || to.Zone == 0 && to.Country == "BE" {
		to.Zone = zoneOf(to.Country)
	}
	if c.terms != "" {
		t, err := terms.Parse(c.terms)
		if err != nil {
			return p.usage(wording.FaultTermsFlag, "terms", c.terms)
		}
		to.DefaultTerms = t.String()
	}
	if len(c.accounts) > 0 {
		to.Prefixes = c.accounts
	}
	if len(to.Prefixes) == 0 {
		to.Prefixes = usualAccounts(to.Country)
	}
	if to.Name == "" {
		to.Name = to.ID
	}
	return nil
}

func zoneOf(country string) calendar.Zone {
	if country == "BE" {
		return calendar.Belgium
	}
	return calendar.France
}

// usualAccounts are the receivable accounts of the French chart of accounts
// (PCG: 411 clients, 413 bills, 416 doubtful) or of the Belgian one (PCMN: 400
// clients, 407 doubtful).
func usualAccounts(country string) []string {
	if country == "BE" {
		return []string{"400", "407"}
	}
	return []string{"411", "413", "416"}
}

// compareFile computes what a file that was read changes.
func (im *importer) compareFile(f *fileRead) error {
	book := im.book
	if book == nil {
		book = &ledger.Book{}
	}
	for _, k := range book.Creditors {
		if k.ID == f.creditor.ID { // the files before this one may have changed it
			f.creditor.Scopes, f.creditor.Cutoff = k.Scopes, k.Cutoff
		}
	}
	var err error
	id := f.creditor.ID
	f.change, err = ledger.Compare(book, f.creditor, f.batch, ledger.CompareOptions{ListDate: im.listDate, History: im.founded[id]})
	f.findings = f.batch.Findings
	f.fields = changedFields(book, &f.change)
	return err
}

// sortReads puts files in the order in which they build on each other: ledgers
// and lists by the day up to which they know, then particulars.
func sortReads(files []*fileRead) {
	slices.SortStableFunc(files, func(a, b *fileRead) int {
		if a.batch == nil || b.batch == nil {
			return 0
		}
		last := func(f *fileRead) int {
			if f.batch.Kind == ledger.BatchParticulars {
				return 1
			}
			return 0
		}
		return cmp.Or(cmp.Compare(last(a), last(b)), cmp.Compare(a.batch.To, b.batch.To))
	})
}

// needsPerson reports whether a doubt about a file stops an import that nobody
// watches. The others are said, and the import goes ahead: an opening balance
// whose year is missing and a large account are met in every first import, and
// a creditor that is new has nothing to lose.
func (f *fileRead) needsPerson(c ledger.DoubtCode) bool {
	switch c {
	case ledger.DoubtOpening, ledger.DoubtLarge:
		return false
	case ledger.DoubtCreditor, ledger.DoubtCurrency:
		return true
	}
	return !f.isNew
}
