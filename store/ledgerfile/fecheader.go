package ledgerfile

import (
	"bytes"
	"strings"

	"relance/domain/ledger"
)

// fecField is a column of the FEC (livre des procédures fiscales, art. A47 A-1
// VII), in the order of the text; the alternatives to Debit and Credit last.
type fecField uint8

const (
	fJournal fecField = iota
	fJournalLib
	fNum
	fDate
	fAccount
	fAccountLib
	fAux
	fAuxLib
	fPiece
	fPieceDate
	fLabel
	fDebit
	fCredit
	fLet
	fDateLet
	fValidDate
	fForeign
	fCurrency
	fMontant
	fSens
	fDateRglt
	fModeRglt
	fNatOp
	fIDClient
	fecFieldCount
)

var fecNames = [fecFieldCount]string{
	"JournalCode", "JournalLib", "EcritureNum", "EcritureDate", "CompteNum", "CompteLib", "CompAuxNum", "CompAuxLib",
	"PieceRef", "PieceDate", "EcritureLib", "Debit", "Credit", "EcritureLet", "DateLet", "ValidDate", "Montantdevise",
	"Idevise", "Montant", "Sens", "DateRglt", "ModeRglt", "NatOp", "IdClient",
}

// needed are the columns without which receivables cannot be read: entries
// could not be told apart, or settled items from open ones.
var needed = []fecField{fJournal, fNum, fDate, fAccount, fPiece, fLet}

// optional are the columns of the standard that reading can do without.
var optional = []fecField{
	fJournalLib, fAccountLib, fAux, fAuxLib, fPieceDate, fLabel, fDateLet, fValidDate, fForeign, fCurrency,
}

const maxColumns = 64

// layout is how the lines of one FEC are cut and what stands where.
type layout struct {
	sep      byte
	quoted   bool // fields may stand in quotation marks
	signed   bool // Montant and Sens instead of Debit and Credit
	cash     bool // cash-basis variants of 21 and 22 columns: accounts may be blank
	columns  int
	least    int // fields that a row must have: through the amounts
	at       [fecFieldCount]int
	trailing bool // the header ends with a separator
	// The rows end with a separator though the header does not. The first
	// rows all do, for a separator inside a text would else pass for one at the end.
	rowTrailing bool
	otherMark   byte // the other separator of the standard, 0 for none
	placed      bool // chunks say where their lines stand, and any line may have Montant and Sens
}

func (l *layout) has(f fecField) bool { return l.at[f] >= 0 }

// fecSeparators in the order of the standard, then those met in practice.
const fecSeparators = "\t|;,"

// looksLikeFEC reports whether a first line is the header of a FEC.
func looksLikeFEC(line []byte) (sep byte, ok bool) {
	for _, c := range []byte(fecSeparators) {
		known := 0
		for _, name := range bytes.Split(line, []byte{c}) {
			if f, ok := fecFieldOf(string(name)); ok && f <= fCurrency {
				known++
			}
		}
		if known >= 6 {
			return c, true
		}
	}
	return 0, false
}

// fecFieldOf finds the column of that name as the tax administration's checker
// does: capitals and the accents of é and è, in any encoding, do not count.
func fecFieldOf(name string) (fecField, bool) {
	plain := plainName(name)
	for f, n := range fecNames {
		if strings.EqualFold(plain, n) {
			return fecField(f), true
		}
	}
	return 0, false
}

// plainName trims a header name and writes é and è as e, whether they come in
// UTF-8, ISO 8859, or CP850.
func plainName(name string) string {
	name = strings.Trim(name, " \"\x00")
	if isASCII(name) {
		return name
	}
	name = strings.NewReplacer("é", "e", "è", "e", "É", "E", "È", "E").Replace(name)
	var out strings.Builder
	for i := range len(name) {
		switch c := name[i]; c {
		case 0xE9, 0xE8, 0x82, 0x8A:
			out.WriteByte('e')
		case 0xC9, 0xC8, 0x90:
			out.WriteByte('E')
		default:
			out.WriteByte(c)
		}
	}
	return out.String()
}

// readLayout reads the header line, without BOM and line end.
func readLayout(line []byte, t *tally) layout {
	l := layout{}
	for i := range l.at {
		l.at[i] = -1
	}
	l.sep, _ = looksLikeFEC(line)
	switch l.sep {
	case 0:
		t.refuse(ledger.RefuseHeader, 1, fecNames[fJournal], fecNames[fJournal])
		return l
	case '\t':
		l.otherMark = '|'
	case '|':
		l.otherMark = '\t'
	default:
		t.note(ledger.FindingSeparator, 1, "", string(rune(l.sep)))
	}
	l.quoted = l.sep == ';' || l.sep == ',' || line[0] == '"'
	names := bytes.Split(line, []byte{l.sep})
	if n := len(names); len(bytes.TrimSpace(names[n-1])) == 0 {
		names, l.trailing = names[:n-1], true
		t.note(ledger.FindingTrailingSeparator, 1, "", "")
	}
	l.columns = len(names)
	if l.columns > maxColumns {
		t.refuse(ledger.RefuseHeader, 1, "", "")
		return l
	}
	l.place(names, t)
	l.checkColumns(t)
	return l
}

// place finds the fields among the names of the header.
func (l *layout) place(names [][]byte, t *tally) {
	var extra []string
	for i, raw := range names {
		name := strings.Trim(string(raw), " \"\x00")
		f, ok := fecFieldOf(name)
		if !ok || l.at[f] >= 0 {
			extra = append(extra, excerpt(name))
			continue
		}
		l.at[f] = i
		if name != fecNames[f] {
			t.note(ledger.FindingHeaderCase, 1, fecNames[f], name)
		}
	}
	if len(extra) > 0 {
		t.noteCount(ledger.FindingExtraColumns, 1, "", strings.Join(extra, ", "), len(extra))
	}
}

// checkColumns refuses a header without a needed column and names the optional
// ones that it lacks.
func (l *layout) checkColumns(t *tally) {
	for _, f := range needed {
		if !l.has(f) {
			t.refuse(ledger.RefuseHeader, 1, fecNames[f], fecNames[f])
		}
	}
	amounts := [2]fecField{fDebit, fCredit}
	if l.has(fMontant) && l.has(fSens) && !(l.has(fDebit) && l.has(fCredit)) {
		amounts, l.signed = [2]fecField{fMontant, fSens}, true
	}
	for _, f := range amounts {
		if !l.has(f) {
			t.refuse(ledger.RefuseHeader, 1, fecNames[f], fecNames[f])
		}
		l.least = max(l.least, l.at[f]+1)
	}
	var missing []string
	for _, f := range optional {
		if !l.has(f) {
			missing = append(missing, fecNames[f])
		}
	}
	if len(missing) > 0 {
		t.noteCount(ledger.FindingMissingColumns, 1, "", strings.Join(missing, ", "), len(missing))
	}
	l.cash = l.has(fDateRglt) || l.has(fModeRglt)
}
