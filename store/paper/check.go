package paper

import (
	"strconv"

	"relance/domain/money"
)

// Originals is how many originals are made: one for each party (C. civ. art.
// 1375).
func (a Agreement) Originals() int { return 2 + len(a.Guarantors) }

// Computed reports whether the computation of interest comes with the charges.
func (a Agreement) Computed() bool {
	for _, c := range a.Charges {
		if len(c.Segments) > 0 {
			return true
		}
	}
	return false
}

// AnyNatural reports whether a natural person signs, whom the paper informs
// about personal data.
func (a Agreement) AnyNatural() bool {
	if a.Debtor.Natural || a.Debtor.Consumer || a.Creditor.Natural {
		return true
	}
	for _, g := range a.Guarantors {
		if g.Natural {
			return true
		}
	}
	return false
}

// FindingCode says what a paper should not leave like that.
type FindingCode string

// Findings on an agreement.
const (
	SumDiffers         FindingCode = "sum_differs"         // the schedule does not pay Total; Text is what it pays
	PrincipalDiffers   FindingCode = "principal_differs"   // the principal of the schedule is not that of the items
	CurrenciesMixed    FindingCode = "currencies_mixed"    // more than one currency on a paper
	WordsMissing       FindingCode = "words_missing"       // the sum is not written in words (C. civ. art. 1376)
	IdentityMissing    FindingCode = "identity_missing"    // a party without address or legal number; Text is its name
	SignatoryMissing   FindingCode = "signatory_missing"   // a legal person whose representative is not named
	ConsumerAutomatic  FindingCode = "consumer_automatic"  // acceleration without notice risks being an unfair term
	ConsumerIndemnity  FindingCode = "consumer_indemnity"  // no lump-sum indemnity is due by a consumer
	NoticeMissing      FindingCode = "notice_missing"      // acceleration after a notice of no days
	AccountMissing     FindingCode = "account_missing"     // neither an account to pay to nor a mandate
	CodeMissing        FindingCode = "code_missing"        // a QR code cannot be made; Text says why
	ProvisionalRate    FindingCode = "provisional_rate"    // a rate was not published yet
	GuarantorsToCosign FindingCode = "guarantors_to_sign"  // securities are named and no guarantor signs
	CharactersLeftOut  FindingCode = "characters_left_out" // the PDF has no sign for some
	DataContactMissing FindingCode = "data_contact_absent" // nobody to ask about personal data
)

// Finding is one thing to look at before the paper leaves. Findings warn; they
// never keep a paper from being written.
type Finding struct {
	Code FindingCode
	Line int // number of the instalment, 0 = the whole paper
	Text string
}

// Check looks at an agreement for what makes it weak or wrong.
func (a Agreement) Check() []Finding {
	var out []Finding
	add := func(code FindingCode, when bool, text string) {
		if when {
			out = append(out, Finding{Code: code, Text: text})
		}
	}
	paid := sum(a.Schedule, func(l Line) money.Amount { return l.Amount })
	add(SumDiffers, len(a.Schedule) > 0 && paid.Minor != a.Total.Minor, money.FormatPlain(paid))
	principal := sum(a.Schedule, func(l Line) money.Amount { return l.Principal })
	add(PrincipalDiffers, len(a.Schedule) > 0 && principal.Minor != a.Principal.Minor ||
		sum(a.Items, func(i Item) money.Amount { return i.Remaining }).Minor != a.Principal.Minor, money.FormatPlain(principal))
	add(CurrenciesMixed, a.mixed(), "")
	add(WordsMissing, a.TotalWords == "", "")
	for _, p := range append([]Party{a.Creditor, a.Debtor}, a.Guarantors...) {
		add(IdentityMissing, p.Name == "" || len(p.Address) == 0 || !p.Natural && !p.Consumer && len(p.IDs) == 0, p.Name)
		add(SignatoryMissing, !p.Natural && !p.Consumer && p.Representative == "", p.Name)
	}
	add(ConsumerAutomatic, a.Debtor.Consumer && a.Automatic, "")
	add(ConsumerIndemnity, a.Debtor.Consumer && a.FeesAre == Asked && a.Indemnity.Minor > 0, money.FormatPlain(a.Indemnity))
	add(NoticeMissing, !a.Automatic && a.NoticeDays <= 0, strconv.Itoa(a.NoticeDays))
	add(AccountMissing, a.Mandate == "" && a.IBAN == "", "")
	add(ProvisionalRate, a.Provisional, "")
	add(GuarantorsToCosign, len(a.Securities) > 0 && len(a.Guarantors) == 0, "")
	add(DataContactMissing, a.AnyNatural() && a.DataContact == "", "")
	if a.Mandate == "" && a.IBAN != "" {
		for _, l := range a.Schedule {
			if _, err := a.EPC(l.Amount, l.Reference).Payload(); err != nil {
				out = append(out, Finding{Code: CodeMissing, Line: l.No, Text: err.Error()})
			}
		}
	}
	return out
}

// mixed reports whether amounts of the paper are in more than one currency.
func (a Agreement) mixed() bool {
	want := a.Total.Currency
	for _, i := range a.Items {
		if i.Remaining.Currency != want {
			return true
		}
	}
	for _, l := range a.Schedule {
		if l.Amount.Currency != want {
			return true
		}
	}
	return false
}

// CheckPDF finds what the PDF of a paper leaves out.
func CheckPDF(d Doc) []Finding {
	if out := LeftOut(d); out != "" {
		return []Finding{{Code: CharactersLeftOut, Text: out}}
	}
	return nil
}
