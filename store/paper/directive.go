package paper

import (
	"fmt"
	"strconv"
	"strings"

	"relance/domain/ident"
	"relance/domain/money"
)

func (h Head) head() Head { return h }

// directive gives what every paper can show:
//
//	@letterhead  both parties as on a letter
//	@placedate   place and date, at the right
//	@account     where to pay: holder, IBAN, BIC, reference
//	@writer      who writes
func (h Head) directive(name string, l Lang) ([]Block, bool) {
	switch name {
	case "letterhead":
		return []Block{
			Paragraph{Text: partyLines(h.Creditor)},
			Paragraph{Text: partyLines(Party{Name: h.Debtor.Name, Address: h.Debtor.Address}), Right: true},
		}, true
	case "placedate":
		return []Block{Paragraph{Text: placed(l, h.Place, h.Date), Right: true}}, true
	case "account":
		return h.account(l, ""), true
	case "writer":
		var lines []string
		for _, s := range []string{h.Writer, h.WriterTitle, h.Creditor.Name, h.Telephone, h.Email} {
			if s = strings.TrimSpace(cleanLine(s)); s != "" {
				lines = append(lines, s)
			}
		}
		return []Block{Paragraph{Text: strings.Join(lines, "\n")}}, true
	}
	return nil, false
}

// account says where to pay and what to quote.
func (h Head) account(l Lang, reference string) []Block {
	reference = h.quoted(reference)
	iban := ""
	if h.IBAN != "" {
		iban = ident.FormatIBAN(h.IBAN)
	}
	holder := ""
	if iban != "" {
		holder = h.holder()
	}
	return pairs(
		KeyValue{wordHolder.in(l), holder},
		KeyValue{"IBAN", iban},
		KeyValue{"BIC", h.BIC},
		KeyValue{wordQuote.in(l), printedReference(reference)},
	)
}

// quoted is what a payment quotes: its own reference, else that of the file,
// else the debtor's account.
func (h Head) quoted(reference string) string {
	for _, s := range []string{reference, h.Reference} {
		if s != "" {
			return s
		}
	}
	return h.Account
}

func (h Head) holder() string {
	if h.Holder != "" {
		return h.Holder
	}
	return h.Creditor.Name
}

// directive of an agreement:
//
//	@items       the receivables
//	@charges     interest and indemnities up to the stated date
//	@segments    their computation, period by period
//	@schedule    the instalments
//	@moved       the dates that weekends and holidays moved
//	@qr          an EPC QR code for each instalment
//	@account     where to pay
//	@signatures  who signs; the debtor writes the sum in words
//	@readagreed  who signs, without the sum
func (a Agreement) directive(name string, l Lang) ([]Block, bool) {
	switch name {
	case "items":
		return itemsTable(l, a.Items, false), true
	case "charges":
		return chargesTable(l, a.Charges), true
	case "segments":
		return segmentsTable(l, a.Charges), true
	case "schedule":
		return scheduleTable(l, a.Schedule), true
	case "moved":
		return movedLines(l, a.Schedule), true
	case "qr":
		if a.Mandate != "" {
			return nil, true // collected by direct debit: a code would be paid twice
		}
		return a.codes(l, a.Schedule), true
	case "account":
		if a.Mandate != "" {
			return pairs(KeyValue{wordMandate.in(l), a.Mandate}), true
		}
		reference := ""
		if len(a.Schedule) > 0 && a.Schedule[0].Reference != "" {
			return a.accountWithout(l), true
		}
		return a.account(l, reference), true
	case "signatures":
		return a.signatures(l, fmt.Sprintf(wordGoodFor.in(l), a.TotalWords, Amount(l, a.Total))), true
	case "readagreed":
		return a.signatures(l, wordReadAgreed.in(l)), true
	}
	return nil, false
}

// accountWithout is account for a schedule whose lines bear their references.
func (h Head) accountWithout(l Lang) []Block {
	blocks := h.account(l, "")
	for i, b := range blocks {
		if kv, ok := b.(KeyValues); ok {
			var kept []KeyValue
			for _, p := range kv.Pairs {
				if p.Key != wordQuote.in(l) {
					kept = append(kept, p)
				}
			}
			blocks[i] = KeyValues{Pairs: kept}
		}
	}
	return blocks
}

func (a Agreement) signatures(l Lang, mention string) []Block {
	box := func(title words, p Party, mention string) SignatureBox {
		who := p.Representative
		capacity := p.Capacity
		return SignatureBox{
			Title:    title.in(l),
			Name:     cleanLine(p.Name),
			Capacity: strings.TrimLeft(strings.TrimRight(cleanLine(who)+", "+cleanLine(capacity), ", "), ", "),
			Mention:  frenchSpaces(l, cleanLine(mention)),
		}
	}
	boxes := []SignatureBox{
		box(wordCreditor, a.Creditor, wordReadAgreed.in(l)),
		box(wordDebtor, a.Debtor, mention),
	}
	for _, g := range a.Guarantors {
		boxes = append(boxes, box(wordGuarantor, g, wordReadAgreed.in(l)))
	}
	return []Block{Signatures{Boxes: boxes}}
}

// codes are the QR codes of lines, for those that a code can be made of: in
// euros, to a right IBAN. Check names the others.
func (h Head) codes(l Lang, lines []Line) []Block {
	var codes []QRCode
	for _, i := range lines {
		caption := wordInstalment.in(l) + nbsp + strconv.Itoa(i.No) + " · " + ShortDate(l, i.Date)
		if code, err := h.code(l, caption, i.Amount, i.Reference); err == nil {
			codes = append(codes, code)
		}
	}
	if codes == nil {
		return nil
	}
	return []Block{QRCodes{Title: wordCodes.in(l), Codes: codes}}
}

func (h Head) oneCode(l Lang, amount money.Amount, reference string) []Block {
	code, err := h.code(l, "", amount, reference)
	if err != nil {
		return nil
	}
	return []Block{QRCodes{Title: wordCodes.in(l), Codes: []QRCode{code}}}
}

func (h Head) code(l Lang, caption string, amount money.Amount, reference string) (QRCode, error) {
	payload, err := h.EPC(amount, reference).Payload()
	if err != nil {
		return QRCode{}, err
	}
	lines := []string{caption, Amount(l, amount), printedReference(reference)}
	var kept []string
	for _, s := range lines {
		if s != "" {
			kept = append(kept, s)
		}
	}
	return QRCode{Payload: payload, Caption: strings.Join(kept, "\n")}, nil
}

// directive of a statement of charges: @items is not among them, since the
// charges name their receivables; @charges, @segments, @qr, @account, @totals.
func (f Fees) directive(name string, l Lang) ([]Block, bool) {
	switch name {
	case "charges", "fees":
		return chargesTable(l, f.Charges), true
	case "segments":
		return segmentsTable(l, f.Charges), true
	case "qr":
		return f.oneCode(l, f.Total, f.PaymentReference), true
	case "account":
		return f.account(l, f.PaymentReference), true
	case "totals":
		return sums(
			KeyValue{wordPrincipal.in(l), Amount(l, f.Principal)},
			KeyValue{wordInterest.in(l), Amount(l, f.Interest)},
			KeyValue{wordIndemnities.in(l), notZero(l, f.Indemnity)},
			KeyValue{wordTotal.in(l), Amount(l, f.Total)},
		), true
	}
	return nil, false
}

func notZero(l Lang, a money.Amount) string {
	if a.IsZero() {
		return ""
	}
	return Amount(l, a)
}

// directive of a statement of account: @items, @totals, @qr, @account.
func (s Statement) directive(name string, l Lang) ([]Block, bool) {
	switch name {
	case "items":
		return itemsTable(l, s.Items, true), true
	case "qr":
		return s.oneCode(l, s.Total, s.PaymentReference), true
	case "account":
		return s.account(l, s.PaymentReference), true
	case "totals":
		return sums(
			KeyValue{wordOverdue.in(l), Amount(l, s.Overdue)},
			KeyValue{wordNotDue.in(l), Amount(l, s.NotDue)},
			KeyValue{wordUnapplied.in(l), notZero(l, s.Unapplied.Neg())},
			KeyValue{wordTotal.in(l), Amount(l, s.Total)},
		), true
	}
	return nil, false
}

// directive of a promise's confirmation: @items, @qr, @account.
func (p PromiseNote) directive(name string, l Lang) ([]Block, bool) {
	switch name {
	case "items":
		return itemsTable(l, p.Items, false), true
	case "qr":
		return p.oneCode(l, p.Amount, p.PaymentReference), true
	case "account":
		return p.account(l, p.PaymentReference), true
	}
	return nil, false
}

// directive of a plan's confirmation: @schedule, @moved, @qr, @account.
func (p PlanNote) directive(name string, l Lang) ([]Block, bool) {
	a := Agreement{Head: p.Head, Schedule: p.Schedule, Mandate: p.Mandate}
	switch name {
	case "schedule", "moved", "qr", "account":
		return a.directive(name, l)
	}
	return nil, false
}

// directive of a dispute's confirmation: @items.
func (d DisputeNote) directive(name string, l Lang) ([]Block, bool) {
	if name == "items" {
		return itemsTable(l, d.Items, false), true
	}
	return nil, false
}

// directive of another confirmation: @items.
func (c CallNote) directive(name string, l Lang) ([]Block, bool) {
	if name == "items" {
		return itemsTable(l, c.Items, false), true
	}
	return nil, false
}

// directive of a notice: @missed, the instalments not paid, @qr, @account.
func (b Breach) directive(name string, l Lang) ([]Block, bool) {
	switch name {
	case "missed":
		return scheduleTable(l, b.Missed), true
	case "qr":
		return b.oneCode(l, b.asked(), b.PaymentReference), true
	case "account":
		return b.account(l, b.PaymentReference), true
	}
	return nil, false
}

// asked is what the notice asks for at once.
func (b Breach) asked() money.Amount {
	if b.Automatic {
		return b.Total
	}
	return b.MissedSum
}

// directive of a courtesy reminder: @qr, @account.
func (c Courtesy) directive(name string, l Lang) ([]Block, bool) {
	switch name {
	case "qr":
		if c.Mandate != "" {
			return nil, true
		}
		return c.oneCode(l, c.Line.Amount, c.Line.Reference), true
	case "account":
		return c.account(l, c.Line.Reference), true
	}
	return nil, false
}
