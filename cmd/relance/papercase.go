package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"relance/domain/calendar"
	"relance/domain/desk"
	"relance/domain/ident"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/wording"
	"relance/store/paper"
)

// paperCase is a client about whom papers are written, on a day, in a language.
type paperCase struct {
	p    *program
	v    *desk.View
	file *desk.File
	lang paper.Lang
	day  calendar.Date

	shipped bool // the user's templates are left aside
	stale   bool // the plan's interest is not what the rates known now come to
}

// paperCase begins the papers of a client: in the language asked for, else the
// client's, else that of the country, else the one spoken here.
func (p *program) paperCase(v *desk.View, file *desk.File, language string) (*paperCase, error) {
	c := &paperCase{p: p, v: v, file: file, day: shownDay(v)}
	var ok bool
	if c.lang, ok = paper.ParseLang(language); language != "" && !ok {
		return nil, p.choice("paper-lang", language, "fr", "nl", "en")
	}
	if l, known := paper.ParseLang(file.Language()); language == "" && known {
		c.lang = l
	} else if language == "" && p.lang == wording.English {
		c.lang = paper.English
	}
	return c, nil
}

// templates is the folder of the user's own templates.
func (p *program) templates() string { return filepath.Join(filepath.Dir(p.config.path), "papers") }

// doc fills a paper. A template of the user that is not right is named with its
// line.
func (c *paperCase) doc(name string, data paper.Data) (paper.Doc, error) {
	var own fs.FS
	if folder := c.p.templates(); !c.shipped && exists(folder) {
		own = os.DirFS(folder)
	}
	t, err := paper.Load(c.lang, name, own)
	var d paper.Doc
	if err == nil {
		d, err = t.Render(data)
	}
	var wrong *paper.TemplateError
	switch {
	case errors.As(err, &wrong):
		return d, c.p.fail(exitRefused, wording.FaultTemplate, filepath.Join(c.p.templates(), wrong.Error()))
	case err != nil:
		return d, c.p.fail(exitFailed, wording.FaultPaperField, name, err)
	}
	return d, nil
}

// in gives an amount of minor units in a currency.
func in(cur money.Currency, minor int64) money.Amount { return money.Of(minor, cur) }

// head is what every paper bears.
func (c *paperCase) head() paper.Head {
	own := &c.file.Creditor
	h := paper.Head{
		Country: c.file.Law(), Date: c.day, Account: c.file.Client.Key.Account, Writer: c.p.author(),
		IBAN: own.IBAN, BIC: own.BIC, Creditor: c.creditor(), Debtor: c.debtor(), Place: own.City,
	}
	if h.Place == "" {
		h.Place = cityOf(own.Address)
	}
	return h
}

func (c *paperCase) creditor() paper.Party {
	own := &c.file.Creditor
	p := paper.Party{Name: own.Name, Form: own.Legal, Country: own.Country, Address: postalLines(own.Address), IDs: c.numbers(own.Identifier, "", own.Country)}
	p.Representative, p.Capacity = signatory(own.Representative)
	return p
}

func (c *paperCase) debtor() paper.Party {
	client := &c.file.Client
	country := client.Country
	if country == "" {
		country = c.file.Creditor.Country
	}
	private := client.Nature == ledger.Consumer
	p := paper.Party{
		Name: client.Name, Country: country, Address: postalLines(client.Address), IDs: c.numbers(client.Identifier, client.VAT, country),
		Natural: private, Consumer: private,
	}
	p.Representative, p.Capacity = signatory(client.Representative)
	for _, k := range c.file.Contacts {
		if p.Email == "" {
			p.Email = k.Email
		}
		if p.Telephone == "" {
			p.Telephone = k.Phone
		}
	}
	return p
}

// numbers names the legal numbers of a party as its country does.
func (c *paperCase) numbers(number, vat, country string) []paper.Identifier {
	l := c.lang.String()
	var out []paper.Identifier
	switch {
	case number == "":
	case country == "BE" || ident.CheckKBO(number) == nil && country != "FR":
		out = append(out, paper.Identifier{Label: wording.PaperKBO.In(l), Number: ident.FormatKBO(number)})
	case ident.CheckSIRET(number) == nil:
		out = append(out, paper.Identifier{Label: "SIRET", Number: ident.FormatSIRET(number)})
	case ident.CheckSIREN(number) == nil:
		out = append(out, paper.Identifier{Label: "SIREN", Number: ident.FormatSIREN(number)})
	default:
		out = append(out, paper.Identifier{Label: wording.PaperNumber.In(l), Number: number})
	}
	if vat != "" {
		out = append(out, paper.Identifier{Label: wording.PaperVAT.In(l), Number: vat})
	}
	return out
}

// signatory cuts "Claire Martin, gérante" into name and capacity.
func signatory(s string) (name, capacity string) {
	name, capacity, _ = strings.Cut(s, ",")
	return strings.TrimSpace(name), strings.TrimSpace(capacity)
}

// postalLines cuts an address where it breaks: at line breaks, else before the
// part that begins with a postal code and after that which has the town. A
// comma behind a house number is none.
func postalLines(address string) []string {
	address = strings.TrimSpace(address)
	if address == "" {
		return nil
	}
	if strings.Contains(address, "\n") {
		var out []string
		for line := range strings.SplitSeq(address, "\n") {
			if line = strings.TrimSpace(line); line != "" {
				out = append(out, line)
			}
		}
		return out
	}
	var out []string
	for part := range strings.SplitSeq(address, ",") {
		part = strings.TrimSpace(part)
		if n := len(out); n > 0 && postalCode(part) == "" && postalCode(out[n-1]) == "" {
			out[n-1] += ", " + part
		} else if part != "" {
			out = append(out, part)
		}
	}
	return out
}

// postalCode is the code of four or five digits that a line begins with.
func postalCode(line string) string {
	code, town, _ := strings.Cut(line, " ")
	if _, after, ok := strings.Cut(code, "-"); ok { // B-1000
		code = after
	}
	if strings.Trim(code, "0123456789") != "" || len(code) < 4 || len(code) > 5 || town == "" {
		return ""
	}
	return code
}

// cityOf finds the town of an address: what stands behind the postal code.
func cityOf(address string) string {
	for _, line := range postalLines(address) {
		if postalCode(line) != "" {
			_, town, _ := strings.Cut(line, " ")
			return strings.TrimSpace(town)
		}
	}
	return ""
}

// items puts documents on a paper, with what of each is meant.
func (c *paperCase) items(parts []journal.Part) []paper.Item {
	out := make([]paper.Item, len(parts))
	for i, part := range parts {
		out[i] = paper.Item{Number: part.Item.Number, Date: part.Item.Date, Kind: c.kind(part.Item.Kind)}
		cur := c.file.Creditor.Currency
		original := part.Amount
		if row := c.file.ItemOf(part.Item); row != nil {
			cur, original = row.Currency, row.Amount
			out[i].Due, out[i].DaysLate = row.Due, row.DaysLate
		}
		out[i].Original, out[i].Remaining = in(cur, original), in(cur, part.Amount)
	}
	return out
}

// kind names a document that is no invoice.
func (c *paperCase) kind(k ledger.Kind) string {
	if k == ledger.Invoice || k >= ledger.KindCount {
		return ""
	}
	return wording.PaperKinds[k].In(c.lang.String())
}

// statement is the statement of account.
func (c *paperCase) statement(cur money.Currency) paper.Statement {
	s := c.file.Account(cur)
	out := paper.Statement{
		Head: c.head(), AsOf: c.day, NotDue: in(cur, s.NotDue), Overdue: in(cur, s.Overdue), Unapplied: in(cur, s.Unapplied),
		Total: in(cur, s.Total()),
	}
	for _, r := range s.Items {
		it := paper.Item{
			Kind: c.kind(r.Key.Kind), Number: r.Key.Number, Date: r.Key.Date, Due: r.Due, Original: in(cur, r.Amount),
			Remaining: in(cur, r.Open), DaysLate: r.DaysLate,
		}
		if r.Disputed > 0 {
			it.Note = wording.PaperDisputed.In(c.lang.String())
		}
		out.Items = append(out.Items, it)
	}
	return out
}

// created is the time that files bear: of a day that is set, its morning.
func (c *paperCase) created() time.Time {
	if c.p.flags.today != "" || c.day != calendar.FromTime(c.p.now()) {
		return c.day.Time().Add(9 * time.Hour)
	}
	return c.p.now()
}
