package ledgerfile

import (
	"slices"
	"strings"

	"relance/domain/calendar"
	"relance/domain/ledger"
	"relance/domain/money"
)

// listItem is what a row of an open-item list says.
type listItem struct {
	item ledger.Item
	open int64
	code string // matching code in the file
}

// batch gives the rows their meaning.
func (l *listReader) batch() (*ledger.Batch, error) {
	b := &ledger.Batch{
		Kind: ledger.BatchOpenList, Source: ledger.Source{Format: FormatItems, Rows: len(l.rows)}, To: l.listDate,
		Balances: l.at[colOpen] >= 0 && l.at[colAmount] < 0 && l.at[colDebit] < 0 && l.at[colCredit] < 0,
	}
	accounts := map[string]*ledger.Account{}
	items := map[string][]listItem{}
	for i := range l.rows {
		r := &l.rows[i]
		if l.isTotal(r) {
			l.tally.note(ledger.FindingTotalLine, r.line, "", "")
			b.Source.Rows--
			continue
		}
		key := l.text(r, colClient)
		if key == "" {
			l.tally.refuse(ledger.RefuseClient, r.line, l.title(colClient), "")
			continue
		}
		it, ok := l.item(r)
		if !ok {
			continue
		}
		a := accounts[key]
		if a == nil {
			a = &ledger.Account{Client: ledger.Client{Key: ledger.ClientKey{Account: key}}}
			accounts[key] = a
			b.Accounts = append(b.Accounts, a)
		}
		l.particulars(&a.Client, r)
		if it.open != 0 {
			items[key] = append(items[key], it)
			b.From = earliest(b.From, it.item.Booked)
		}
	}
	if err := l.tally.err(l.opt.Name); err != nil {
		return nil, err
	}
	if b.Source.Rows == 0 {
		return nil, refuse(l.opt.Name, ledger.Finding{Code: ledger.RefuseEmpty})
	}
	for _, a := range b.Accounts {
		a.Items = l.settled(l.unmatched(items[a.Client.Key.Account]))
	}
	slices.SortFunc(b.Accounts, func(x, y *ledger.Account) int {
		return strings.Compare(x.Client.Key.Account, y.Client.Key.Account)
	})
	if l.noDue > 0 {
		l.tally.noteCount(ledger.FindingNoDue, l.noDueAt, l.title(colDue), "", l.noDue)
	}
	b.Findings = l.tally.findings()
	return b, nil
}

func earliest(a, b calendar.Date) calendar.Date {
	if a.IsZero() || !b.IsZero() && b < a {
		return b
	}
	return a
}

// item reads a row. Its amount is signed; open is what is left of it.
func (l *listReader) item(r *itemRow) (listItem, bool) {
	currency, ok := l.currencyOf(r)
	date, okDate := l.date(r, colDate)
	booked, okBooked := l.date(r, colBooked)
	due, okDue := l.date(r, colDue)
	amount, open, currency, okAmount := l.amounts(r, currency)
	if !ok || !okDate || !okBooked || !okDue || !okAmount {
		return listItem{}, false
	}
	number := l.text(r, colInvoice)
	if date.IsZero() {
		date = booked
	}
	switch {
	case date.IsZero() && l.at[colDate] >= 0 && number == "":
		l.tally.refuse(ledger.RefuseDate0, r.line, l.title(colDate), "")
		return listItem{}, false
	case date.IsZero() && (l.at[colDate] >= 0 || l.at[colBooked] >= 0):
		l.tally.note(ledger.FindingBlankField, r.line, l.title(colDate), l.title(colDate))
	}
	if due.IsZero() && l.at[colDue] >= 0 {
		if l.noDue++; l.noDue == 1 {
			l.noDueAt = r.line
		}
	}
	label := l.text(r, colLabel)
	kind := l.kind(r, amount, open, number, label)
	amount, open = l.signed(kind, amount, open)
	vat, _ := l.amount(r, colVAT, currency)
	it := ledger.Item{
		ItemKey: ledger.ItemKey{Kind: kind, Date: date, Number: number},
		Booked:  date, Due: due, Amount: amount, VAT: vatOf(vat.Minor, amount), Currency: currency, Line: uint32(r.line),
		Account: l.text(r, colAccount), Label: label, Order: l.text(r, colOrder),
	}
	if magnitude(open) > magnitude(amount) || open != 0 && (open > 0) != (amount > 0) {
		l.tally.note(ledger.FindingOpenAboveAmount, r.line, l.title(colOpen), number)
	}
	if open == 0 {
		l.tally.note(ledger.FindingZeroLine, r.line, l.title(colOpen), number)
	}
	return listItem{item: it, open: open, code: l.text(r, colMatching)}, true
}

// vatOf gives the VAT the sign of the amount, and none where it cannot be part
// of it.
func vatOf(vat, amount int64) int64 {
	vat = magnitude(vat)
	switch {
	case vat > magnitude(amount):
		return 0
	case amount < 0:
		return -vat
	}
	return vat
}

func (l *listReader) currencyOf(r *itemRow) (money.Currency, bool) {
	text := l.text(r, colCurrency)
	if text == "" {
		return l.opt.currency(), true
	}
	if f := fold(text); f == "euro" || f == "euros" {
		return money.EUR, true
	}
	c, err := money.ParseCurrency(text)
	if err != nil {
		l.tally.refuse(ledger.RefuseAmount, r.line, l.title(colCurrency), text)
	}
	return c, err == nil
}

// amounts reads the amount and what is open of it, from columns of their own,
// from one of them, or from debit and credit.
func (l *listReader) amounts(r *itemRow, currency money.Currency) (amount, open int64, c money.Currency, ok bool) {
	before := len(l.tally.refused)
	full, noFull := l.amount(r, colAmount, currency)
	left, noLeft := l.amount(r, colOpen, currency)
	debit, noDebit := l.amount(r, colDebit, currency)
	credit, noCredit := l.amount(r, colCredit, currency)
	if noFull && !(noDebit && noCredit) {
		full, noFull = money.Amount{Minor: debit.Minor - credit.Minor, Currency: debit.Currency}, false
		if noDebit {
			full.Currency = credit.Currency
		}
	}
	if len(l.tally.refused) > before || l.tally.full() {
		return 0, 0, currency, false
	}
	switch {
	case l.split[r.line]:
		l.tally.refuse(ledger.RefuseBands, r.line, l.title(colOpen), "")
		return 0, 0, currency, false
	case noFull && noLeft:
		l.tally.refuse(ledger.RefuseAmount, r.line, l.title(firstOf(l.at, colOpen, colAmount, colDebit)), "")
		return 0, 0, currency, false
	case noLeft:
		left = full
	case noFull:
		full = left
	}
	if full.Currency != left.Currency {
		l.tally.refuse(ledger.RefuseAmount, r.line, l.title(colOpen), left.Currency.String())
		return 0, 0, currency, false
	}
	return l.directed(r, full.Minor, left.Minor, full.Currency)
}

// directed applies a column that says debit or credit.
func (l *listReader) directed(r *itemRow, amount, open int64, c money.Currency) (int64, int64, money.Currency, bool) {
	switch strings.ToUpper(l.text(r, colSens)) {
	case "", "D", "DEBIT", "DÉBIT", "+1", "+", "DR":
		return amount, open, c, true
	case "C", "CREDIT", "CRÉDIT", "-1", "-", "CR":
		return -amount, -open, c, true
	}
	l.tally.refuse(ledger.RefuseSens, r.line, l.title(colSens), l.text(r, colSens))
	return 0, 0, c, false
}

func firstOf(at [itemColumnCount]int, columns ...itemColumn) itemColumn {
	for _, c := range columns {
		if at[c] >= 0 {
			return c
		}
	}
	return columns[0]
}

// kind reads the kind, or tells it from the sign: a debit is an invoice; a
// credit is what its number or label says, else a credit note.
func (l *listReader) kind(r *itemRow, amount, open int64, number, label string) ledger.Kind {
	if k, ok := kindNamed(fold(l.text(r, colKind))); ok {
		return k
	}
	if amount > 0 || amount == 0 && open >= 0 {
		return ledger.Invoice
	}
	for _, word := range []string{"reglement", "virement", "acompte", "cheque", "paiement", "encaissement", "payment", "receipt"} {
		if strings.Contains(fold(label), word) || strings.Contains(fold(number), word) {
			return ledger.Receipt
		}
	}
	return ledger.CreditNote
}

// kindNamed reads the words that lists use for kinds of item.
func kindNamed(folded string) (ledger.Kind, bool) {
	switch folded {
	case "facture", "fact", "fac", "fa", "fc", "f", "invoice", "inv", "0":
		return ledger.Invoice, true
	case "avoir", "av", "a", "creditnote", "creditmemo", "nc", "notedecredit", "cn":
		return ledger.CreditNote, true
	case "reglement", "regl", "rg", "r", "paiement", "virement", "acompte", "encaissement", "receipt", "payment":
		return ledger.Receipt, true
	case "effet", "ef", "traite", "lcr", "bill", "boe":
		return ledger.Bill, true
	case "autre", "od", "other":
		return ledger.Other, true
	}
	return 0, false
}

// signed turns credits round where the list writes credit notes and receipts
// without a sign, which it does when none of them bears one.
func (l *listReader) signed(k ledger.Kind, amount, open int64) (int64, int64) {
	if (k == ledger.CreditNote || k == ledger.Receipt) && !l.negative && amount > 0 && l.at[colSens] < 0 && l.at[colDebit] < 0 {
		return -amount, -open
	}
	return amount, open
}

// particulars keeps what the row says about the client, the first word of each.
func (l *listReader) particulars(c *ledger.Client, r *itemRow) {
	if c.Name == "" {
		c.Name = l.text(r, colName)
	}
	if c.Name == "" && l.at[colName] < 0 {
		c.Name = c.Key.Account
	}
	if c.PaymentMethod == "" {
		c.PaymentMethod = l.text(r, colPayment)
	}
	email, phone := l.text(r, colEmail), l.text(r, colPhone)
	if len(c.Contacts) == 0 && (email != "" || phone != "") {
		c.Contacts = []ledger.Contact{{Email: email, Phone: phone}}
	}
}

// unmatched leaves out the rows of matching groups that sum to zero, where the
// list is rather a ledger: with matching codes and without open amounts.
func (l *listReader) unmatched(rows []listItem) []listItem {
	if l.at[colMatching] < 0 || l.at[colOpen] >= 0 {
		return rows
	}
	sums := map[string]int64{}
	for _, r := range rows {
		sums[r.code] += r.open
	}
	return slices.DeleteFunc(rows, func(r listItem) bool { return r.code != "" && sums[r.code] == 0 })
}

// settled numbers equal items and adds to each the line that brings it down to
// what is open: a receipt of the same number, dated on the list's date, with a
// matching code of the two alone. Items that are open in full have that code
// too, so that a later list can settle them without changing them.
func (l *listReader) settled(rows []listItem) []ledger.Item {
	seen := map[ledger.ItemKey]uint16{}
	number := func(k ledger.ItemKey) uint16 {
		seen[k]++
		return seen[k] - 1
	}
	items := make([]ledger.Item, 0, len(rows))
	for _, row := range rows {
		it := row.item
		it.Ordinal = number(it.ItemKey)
		it.Matching = ledger.ListCode(it.ItemKey)
		items = append(items, it)
		if rest := row.open - it.Amount; rest != 0 {
			key := ledger.ItemKey{Kind: ledger.Receipt, Date: l.listDate, Number: it.Number}
			key.Ordinal = number(key)
			items = append(items, ledger.Item{
				ItemKey: key, Booked: l.listDate, Amount: rest, Currency: it.Currency, Matching: it.Matching,
				Line: it.Line, Account: it.Account,
			})
		}
	}
	ledger.SortItems(items)
	return items
}
