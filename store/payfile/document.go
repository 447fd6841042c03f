package payfile

import (
	"strconv"
	"strings"

	"relance/domain/directdebit"
	"relance/domain/journal"
	"relance/domain/money"
)

// noBank stands where the bank's code is not known (EPC130-08).
const noBank = "NOTPROVIDED"

// document writes what prepare checked.
func document(v Version, f File, groups []group, total int64) []byte {
	x := &xmlWriter{}
	x.b.WriteString(`<?xml version="1.0" encoding="UTF-8"?>` + "\n")
	x.open("Document", `xmlns="urn:iso:std:iso:20022:tech:xsd:`+v.String()+`"`)
	x.open("CstmrDrctDbtInitn")
	x.header(f, total)
	for i := range groups {
		x.group(v, f.Batch.Creditor, &groups[i])
	}
	x.close("CstmrDrctDbtInitn")
	x.close("Document")
	return x.b.Bytes()
}

func (x *xmlWriter) header(f File, total int64) {
	initiator := f.Batch.Creditor.Name
	if f.Initiator != "" {
		initiator = directdebit.Text(f.Initiator, directdebit.MaxName)
	}
	x.open("GrpHdr")
	x.text("MsgId", f.MessageID)
	x.text("CreDtTm", f.Created.Format("2006-01-02T15:04:05"))
	x.text("NbOfTxs", strconv.Itoa(len(f.Batch.Collections)))
	x.text("CtrlSum", decimal(total))
	x.within("InitgPty", func() { x.text("Nm", initiator) })
	x.close("GrpHdr")
}

func (x *xmlWriter) group(v Version, c directdebit.Creditor, g *group) {
	x.open("PmtInf")
	x.text("PmtInfId", g.id)
	x.text("PmtMtd", "DD")
	x.text("NbOfTxs", strconv.Itoa(len(g.collections)))
	x.text("CtrlSum", decimal(g.total))
	x.within("PmtTpInf", func() {
		x.within("SvcLvl", func() { x.text("Cd", "SEPA") })
		x.within("LclInstrm", func() { x.text("Cd", schemeCode(g.scheme)) })
		x.text("SeqTp", string(g.sequence))
	})
	x.text("ReqdColltnDt", g.on.String())
	x.within("Cdtr", func() { x.text("Nm", c.Name) })
	x.account("CdtrAcct", c.IBAN)
	x.bank(v, "CdtrAgt", c.BIC)
	x.text("ChrgBr", "SLEV")
	x.creditorIdentifier(c.ICS)
	for i := range g.collections {
		x.transaction(v, &g.collections[i])
	}
	x.close("PmtInf")
}

func (x *xmlWriter) creditorIdentifier(ics string) {
	x.open("CdtrSchmeId")
	x.open("Id")
	x.open("PrvtId")
	x.open("Othr")
	x.text("Id", ics)
	x.within("SchmeNm", func() { x.text("Prtry", "SEPA") })
	x.close("Othr")
	x.close("PrvtId")
	x.close("Id")
	x.close("CdtrSchmeId")
}

func (x *xmlWriter) transaction(v Version, c *directdebit.Collection) {
	x.open("DrctDbtTxInf")
	x.within("PmtId", func() { x.text("EndToEndId", c.EndToEnd) })
	x.text("InstdAmt", decimal(c.Amount.Minor), `Ccy="EUR"`)
	x.within("DrctDbtTx", func() {
		x.within("MndtRltdInf", func() {
			x.text("MndtId", c.Mandate.Reference)
			x.text("DtOfSgntr", c.Mandate.SignedOn.String())
		})
	})
	x.bank(v, "DbtrAgt", c.Mandate.BIC)
	x.within("Dbtr", func() {
		x.text("Nm", c.Debtor)
		if directdebit.NeedsAddress(c.Mandate.IBAN) {
			x.address(c.Address)
		}
	})
	x.account("DbtrAcct", c.Mandate.IBAN)
	switch {
	case c.Structured != "":
		x.within("RmtInf", func() { x.structured(c.Structured) })
	case c.Text != "":
		x.within("RmtInf", func() { x.text("Ustrd", c.Text) })
	}
	x.close("DrctDbtTxInf")
}

// structured writes a creditor reference with its issuer: ISO for ISO 11649,
// BBA for the Belgian communication of twelve digits.
func (x *xmlWriter) structured(reference string) {
	issuer := "ISO"
	if !strings.HasPrefix(reference, "RF") {
		issuer = "BBA"
	}
	x.open("Strd")
	x.open("CdtrRefInf")
	x.within("Tp", func() {
		x.within("CdOrPrtry", func() { x.text("Cd", "SCOR") })
		x.text("Issr", issuer)
	})
	x.text("Ref", reference)
	x.close("CdtrRefInf")
	x.close("Strd")
}

// The lengths that the schemas and the schemes leave an address.
const (
	maxPostalCode = 16
	maxTown       = 35
	maxLine       = 70
	maxLines      = 2
)

// address writes what is known of an address, in the order of both schemas; one
// that a bank cannot read as such is left out.
func (x *xmlWriter) address(a directdebit.Address) {
	if !a.Known() {
		return
	}
	x.within("PstlAdr", func() {
		for _, part := range []struct {
			name, value string
			most        int
		}{{"PstCd", a.PostalCode, maxPostalCode}, {"TwnNm", a.Town, maxTown}, {"Ctry", a.Country, 2}} {
			if s := directdebit.Text(part.value, part.most); s != "" {
				x.text(part.name, s)
			}
		}
		n := 0
		for _, line := range a.Lines {
			if s := directdebit.Text(line, maxLine); s != "" && n < maxLines {
				x.text("AdrLine", s)
				n++
			}
		}
	})
}

func (x *xmlWriter) account(name, iban string) {
	x.within(name, func() {
		x.within("Id", func() { x.text("IBAN", iban) })
	})
}

func (x *xmlWriter) bank(v Version, name, bic string) {
	x.open(name)
	x.open("FinInstnId")
	switch {
	case bic == "":
		x.within("Othr", func() { x.text("Id", noBank) })
	case v == V02:
		x.text("BIC", bic)
	default:
		x.text("BICFI", bic)
	}
	x.close("FinInstnId")
	x.close(name)
}

func schemeCode(s journal.Scheme) string {
	if s == journal.B2B {
		return "B2B"
	}
	return "CORE"
}

// decimal writes euro cents as euros with two decimals.
func decimal(cents int64) string { return money.FormatPlain(money.Of(cents, money.EUR)) }
