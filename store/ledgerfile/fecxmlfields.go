package ledgerfile

import (
	"strings"

	"relance/domain/ledger"
)

// beginField takes an element for a field of the level, or for one that is not
// known. A field that comes after the elements that it should be true of, or
// twice, is a fault: the schemas put it before them, once.
func (x *xmlSource) beginField(name string) error {
	f := x.fieldOf(name)
	if f == fecFieldCount || !x.holds(f) {
		x.unknown = 1
		x.noteExtra(name)
		return nil
	}
	v := &x.values[x.level]
	if v.given&(1<<f) != 0 || x.inside[x.level] > 0 {
		return x.misplaced(name)
	}
	v.given |= 1 << f
	x.inField, x.field, x.text = true, f, x.text[:0]
	return nil
}

// holds reports whether a field belongs on the current level. A ligne may bear
// fields of its own that the schemas put into the ecriture.
func (x *xmlSource) holds(f fecField) bool {
	switch f {
	case fJournal, fJournalLib:
		return x.level == inJournal
	case fNum, fDate:
		return x.level == inEntry
	case fPiece, fPieceDate, fLabel, fLet, fDateLet, fValidDate, fDateRglt, fModeRglt, fNatOp, fIDClient:
		return x.level == inEntry || x.level == inLine
	}
	return x.level == inLine
}

// maxXMLNames bounds the names that are remembered.
const maxXMLNames = 256

// fieldOf finds the field of that name: as in the flat file, and the names of
// the auxiliary account under which it goes in some exports.
func (x *xmlSource) fieldOf(name string) fecField {
	if f, ok := x.names[name]; ok {
		return f
	}
	f, ok := fecFieldOf(name)
	switch {
	case strings.EqualFold(name, "CompteAuxNum"):
		f = fAux
	case strings.EqualFold(name, "CompteAuxLib"):
		f = fAuxLib
	case !ok:
		f = fecFieldCount
	case name != fecNames[f] && len(x.cased) < maxXMLNames:
		x.cased = append(x.cased, ledger.Finding{Code: ledger.FindingHeaderCase, Line: x.at, Column: fecNames[f], Detail: name, Count: 1})
	}
	if len(x.names) < maxXMLNames {
		x.names[name] = f
	}
	return f
}

func (x *xmlSource) noteExtra(name string) {
	const most = 20
	name = excerpt(name)
	for _, n := range x.extra {
		if n == name {
			return
		}
	}
	if len(x.extra) == 0 {
		x.extras = x.at
	}
	if len(x.extra) < most {
		x.extra = append(x.extra, name)
	}
}

// noteTo adds what the elements had that is unusual.
func (x *xmlSource) noteTo(t *tally) {
	if len(x.extra) > 0 {
		t.noteCount(ledger.FindingExtraColumns, x.extras, "", strings.Join(x.extra, ", "), len(x.extra))
	}
	for _, f := range x.cased {
		t.noteCount(f.Code, f.Line, f.Column, f.Detail, f.Count)
	}
}
