package ledger

import "relance/domain/calendar"

// BatchKind says what a file is and hence what it replaces.
type BatchKind uint8

// Kinds of batch.
const (
	BatchEntries     BatchKind = iota // ledger entries of a period (FEC)
	BatchOpenList                     // every open item on one date
	BatchParticulars                  // clients' particulars only
)

// Source names a file that was read.
type Source struct {
	Name   string // base name of the file
	Format string // "fec", "items", "clients"
	Digest [32]byte
	Rows   int // data lines read
}

// Batch is what a file says, not yet compared with what is known.
type Batch struct {
	Kind       BatchKind
	Source     Source
	Identifier string        // creditor's SIREN if the file's name gives one
	Closing    calendar.Date // year end if the file's name gives one
	From, To   calendar.Date // first and last booking date read, opening lines of an earlier year aside (lists: To = list date when known)
	Opens      bool          // holds opening entries [à-nouveaux], of whatever account
	Balances   bool          // a list of what is open that does not say the original amounts
	Accounts   []*Account    // clients named in the file with their items, by account; Key.Creditor is empty
	Changed    []Particular  // clients files: what each row says, field by field
	Groups     []MatchGroup  // matching groups that do not balance, as FindingGroupOpen names them
	Doubts     []Doubt       // met while reading: a person should look
	Findings   []Finding     // tolerated deviations
}

// Particular is one field of a client as a clients file gives it.
type Particular struct {
	Account string
	Field   Field
	Value   string
	Line    int
}

// Field names a particular of a client that a file or a person can set.
type Field uint8

// The fields, in the order in which they are shown and exported.
const (
	FieldName Field = iota
	FieldIdentifier
	FieldVAT
	FieldAddress
	FieldCountry
	FieldLanguage
	FieldNature
	FieldSegment
	FieldSector
	FieldSalesRep
	FieldCollector
	FieldTerms
	FieldPaymentMethod
	FieldLimit
	FieldCover
	FieldFactored
	FieldContactName
	FieldContactRole
	FieldContactPhone
	FieldContactEmail
	FieldDue            // of one item
	FieldLateRate       // contractual rate of late-payment interest, percent a year
	FieldNoticeOn       // day of the formal notice [mise en demeure], where the law asks for one
	FieldReminderOn     // day of the first reminder [premier rappel] of a Belgian consumer
	FieldRepresentative // who signs for the client, and in what capacity
	FieldCount
)

var fieldKeys = [...]string{
	"name", "identifier", "vat", "address", "country", "language", "nature", "segment", "sector",
	"salesrep", "collector", "terms", "payment_method", "limit", "cover", "factored",
	"contact", "role", "phone", "email", "due",
	"late_rate", "notice_on", "reminder_on", "representative",
}

// Every field has a key: a missing one does not compile.
var _ = [1]struct{}{}[len(fieldKeys)-int(FieldCount)]

// Key is the field's name in commands and files.
func (f Field) Key() string {
	if int(f) < len(fieldKeys) {
		return fieldKeys[f]
	}
	return ""
}

// OfContact reports whether the field belongs to a contact person.
func (f Field) OfContact() bool { return f >= FieldContactName && f <= FieldContactEmail }

// OfClient reports whether the field belongs to the client itself, not to a
// contact person or a document.
func (f Field) OfClient() bool { return f < FieldCount && !f.OfContact() && f != FieldDue }

// FieldByKey finds a field by its Key.
func FieldByKey(key string) (Field, bool) {
	for i, k := range fieldKeys {
		if k == key {
			return Field(i), true
		}
	}
	return 0, false
}

// FindingCode names a deviation or a refusal met while reading a file. The
// words stand in the catalogue.
type FindingCode uint8

// Deviations that are read all the same, then reasons to refuse a file.
const (
	FindingBOM FindingCode = iota
	FindingNUL
	FindingEncoding          // Detail: the encoding taken
	FindingSeparator         // separator that the standard does not allow; Detail: the separator
	FindingTrailingSeparator // an empty field after the last
	FindingHeaderCase        // header spelled otherwise; Detail: the name
	FindingExtraColumns      // Detail: their names
	FindingMissingColumns    // optional columns missing; Detail: their names
	FindingShortRow          // blank fields at the end missing
	FindingPadding           // fields padded with spaces
	FindingDecimalDot
	FindingEmptyAmount
	FindingNegativeDebit
	FindingBlankField // a compulsory field is blank; Detail: the field
	FindingValidDate  // draft entry without validation date
	FindingZeroLine   // both amounts zero
	FindingUnbalanced // an entry does not balance; Detail: entry and difference
	FindingEntryZero  // entry numbers all equal: entries told apart by journal, date and piece
	FindingFileName   // name not of the form SIRENFECAAAAMMJJ
	FindingClosing    // the name's closing date disagrees with the entries; Detail: dates
	FindingGroupOpen  // a matching group that does not balance; Detail: client, code, rest
	FindingOpening    // opening balances in one line per account: last year's file is needed
	FindingDuplicate  // the same line twice
	FindingFormula    // a text that a spreadsheet would compute
	FindingControl    // control characters removed
	FindingTotalLine  // total or repeated header line skipped
	FindingCurrency   // foreign currency noted, amounts kept in the ledger's
	FindingNoDue      // no due date: derived from terms
	FindingIdentifier // identifier fails its check; Detail: the value
	FindingOpenAboveAmount
	FindingEmail         // no e-mail address; Detail: the value
	FindingDate          // a date before 1990 or after 2100; Detail: the date
	FindingNoReceivables // entries, but none on a receivable account; Detail: the accounts
	FindingCurrencyTaken // a column taken for the currency by what it holds; Detail: its title
	FindingClientAbove   // blank clients, taken from the row above
	FindingBuckets       // the amounts taken from the columns of an aged list; Detail: their titles
	RefuseEmpty
	RefuseFormat        // not a file that relance reads; Detail: what it looks like
	RefuseHeader        // a column is missing; Detail: its name
	RefuseFields        // wrong number of fields; Detail: found and expected
	RefuseDate          // Detail: the text
	RefuseAmount        // Detail: the text
	RefuseAccount       // blank or malformed account
	RefuseSens          // direction neither D, C, +1 nor -1
	RefuseSeparatorText // the separator stands inside a text
	RefuseEncoding
	RefuseTooLong // a line longer than any real one
	RefuseNoReceivables
	RefuseDate0 // a compulsory date is blank
	RefuseField // unknown field name in a clients file
	RefuseValue // a value that the field does not take; Detail: the value
	RefuseClient
	RefuseRead    // the file cannot be read; Detail: the system's words
	RefuseMissing // there is no such file
	RefuseNoFile  // a folder or a device
	RefuseAccess  // the system refuses access to the file
	RefuseAged    // an aged balance by client, which names no documents
	RefuseXML     // XML that is broken or not of the published form; Detail: the element
	RefuseYears   // several financial years in one file
	RefuseBands   // an item whose amount is spread over several columns by age
	FindingCodeCount
)

// Refused reports whether the code is a reason to refuse the file.
func (c FindingCode) Refused() bool { return c >= RefuseEmpty }

// Finding is one deviation: where, what, and the detail that the words need.
// The same deviation on many lines is one finding with its Count and first line.
type Finding struct {
	Code   FindingCode
	Line   int // 1-based; 0 = the file as a whole
	Column string
	Detail string
	Count  int
}
