package ledgerfile

import (
	"strings"
	"unicode"

	"relance/domain/money"
)

// isTotal knows the lines of a print that are no items: totals, which say so
// and bear no document or no client, and lines without a document, a date and
// an amount, such as the titles of a page.
func (l *listReader) isTotal(r *itemRow) bool {
	number, client := l.text(r, colInvoice), l.text(r, colClient)
	if number != "" && client != "" && (!totalWord(client) || l.isItem(r, number)) {
		return false
	}
	says := false // nothing but what a page says
	for c := range l.slot {
		text := l.text(r, itemColumn(c))
		if totalWord(text) {
			return true
		}
		says = says || text != "" && isFigure(itemColumn(c))
	}
	return !says || l.onlyAmounts(r)
}

// isItem reports whether a row of a client who is called Total, as the oil
// company is, is rather an item: with a document in digits, and dated where the
// list has dates.
func (l *listReader) isItem(r *itemRow, number string) bool {
	if totalWord(number) || !strings.ContainsAny(number, "0123456789") {
		return false
	}
	dated := l.text(r, colDate) != "" || l.text(r, colBooked) != "" || l.text(r, colDue) != ""
	return dated || l.at[colDate] < 0 && l.at[colBooked] < 0 && l.at[colDue] < 0
}

// isFigure names the columns of which an item fills at least one.
func isFigure(c itemColumn) bool {
	return isAmountColumn(c) || c == colInvoice || c == colDate || c == colBooked || c == colDue
}

// onlyAmounts reports whether a row has nothing else: a total without a word.
func (l *listReader) onlyAmounts(r *itemRow) bool {
	for c := range l.slot {
		if !isAmountColumn(itemColumn(c)) && l.text(r, itemColumn(c)) != "" {
			return false
		}
	}
	return true
}

// totalWord reports whether a text begins with a word for a total, and not only
// with its letters.
func totalWord(s string) bool {
	if s == "" {
		return false
	}
	whole := fold(s)
	for _, w := range []string{"soustotal", "grandtotal", "subtotal", "total", "totaux", "totals"} {
		if !strings.HasPrefix(whole, w) {
			continue
		}
		// the same number of letters of the text itself, and what follows them
		left := len(w)
		for _, c := range s {
			if left == 0 {
				return !unicode.IsLetter(c)
			}
			if unicode.IsLetter(c) {
				left--
			}
		}
		return left == 0
	}
	return false
}

// runs reports whether the column of balances is a running one, as ledgers have
// it beside debit and credit [solde progressif]: each balance is the sum of the
// amounts of the client, or of the file, so far, and some balance cannot be what
// is open of its own line.
func (l *listReader) runs() bool {
	if l.at[colOpen] < 0 || l.at[colDebit] < 0 || l.at[colCredit] < 0 {
		return false
	}
	all, one := true, true // the sum so far of the file, of each client
	impossible := false
	var total int64
	sums := map[string]int64{}
	for i := range l.rows {
		r := &l.rows[i]
		if l.isTotal(r) {
			continue
		}
		debit, ok1 := l.peek(r, colDebit)
		credit, ok2 := l.peek(r, colCredit)
		balance, ok3 := l.peek(r, colOpen)
		if !ok1 || !ok2 || !ok3 {
			return false
		}
		own, client := debit-credit, l.text(r, colClient)
		total += own
		sums[client] += own
		all, one = all && balance == total, one && balance == sums[client]
		impossible = impossible || magnitude(balance) > magnitude(own) || balance != 0 && (balance > 0) != (own > 0)
	}
	return impossible && (all || one)
}

// peek reads an amount cell without finding fault with it; a blank one is zero.
func (l *listReader) peek(r *itemRow, c itemColumn) (int64, bool) {
	s := l.text(r, c)
	if s == "" {
		return 0, true
	}
	a, err := parseCell(s, money.Currency{}, l.marks[c])
	return a.Minor, err == nil
}
