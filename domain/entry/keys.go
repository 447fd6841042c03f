package entry

import (
	"errors"
	"fmt"
	"strings"

	"relance/domain/journal"
)

// Keys chooses a set of mnemonics.
type Keys uint8

// The sets that ship.
const (
	French Keys = iota
	English
)

// Mnemonics are the letters of the entry line. Every field is lower case, and
// letters alone: a digit or a sign would be taken for a number. Weekdays are
// indexed by time.Weekday; Acts, Outcomes, Reasons and Statuses by their own
// numbers (None and Answered have no letter). Units follow a number of one or
// two digits.
type Mnemonics struct {
	Acts              [ActCount]string
	Outcomes          [journal.OutcomeCount]string
	InWriting, RangUs string // stand before an outcome

	Weekdays                   [7]string
	Tomorrow, Today, Yesterday string
	EndOfMonth                 string
	BusinessDays, Weeks, Hours string // units
	Morning, Afternoon         string

	Half, Third string // of what is collectible
	Down        string // before a down payment

	Reasons  [journal.ReasonCount]string
	Statuses [journal.StatusCount]string // OnHold has none: a date says it

	Founded, Unfounded             string // endings of a dispute
	Withdrawn                      string // of a promise
	SignedCopy, PlanCancelled      string // of a plan
	CallbackMade, CallbackCalledOf string // of a callback
}

// FrenchKeys is the set of the French screen.
func FrenchKeys() Mnemonics {
	return Mnemonics{
		Acts:      [ActCount]string{"", "a", "p", "e", "l", "i", "r", "b", "n", "o", "f", ",", "c", "u"},
		Outcomes:  [journal.OutcomeCount]string{"", "n", "m", "b", "f", "d", "x", "h", "v", "p", "e", "l", "r"},
		InWriting: "m", RangUs: "t",

		Weekdays: [7]string{"", "l", "ma", "me", "j", "v", "s"},
		Tomorrow: "d", Today: "aj", Yesterday: "h", EndOfMonth: "fm",
		BusinessDays: "j", Weeks: "s", Hours: "h",
		Morning: "mat", Afternoon: "apm",

		Half: "m", Third: "t", Down: "a",

		Reasons:  [journal.ReasonCount]string{"b", "p", "q", "l", "r", "d", "f", "a", "v", "g", "e", "x"},
		Statuses: [journal.StatusCount]string{"r", "n", "i", "d", "c", ""},

		Founded: "f", Unfounded: "i", Withdrawn: "a",
		SignedCopy: "s", PlanCancelled: "a",
		CallbackMade: "f", CallbackCalledOf: "a",
	}
}

// EnglishKeys is the set of the English screen. Acts: c call, p promise, i
// instalments, d dispute, n note, b call back, r receipt, a address book
// (contact), s set aside, f finish (close), w written confirmation, u undo.
// Outcomes: n no answer, m message, s switchboard, w wrong number, c copies
// (documents) wanted, x refuses, h hardship, t transfer announced, p promise,
// i instalments, d dispute, b call back; e before them: in writing, r: they
// rang. Dates: d next day, m tu w th f sa, 3d, 2w, em end of month, td today;
// amounts: h half, t a third. Disputes: o order number, p price, q quantity, d
// delivery, r return or quality, a already invoiced, n not received, c credit
// note, v VAT, g guarantee retention, s subtracted, x other.
func EnglishKeys() Mnemonics {
	return Mnemonics{
		Acts:      [ActCount]string{"", "c", "p", "i", "d", "n", "b", "r", "a", "s", "f", ",", "w", "u"},
		Outcomes:  [journal.OutcomeCount]string{"", "n", "m", "s", "w", "c", "x", "h", "t", "p", "i", "d", "b"},
		InWriting: "e", RangUs: "r",

		Weekdays: [7]string{"", "m", "tu", "w", "th", "f", "sa"},
		Tomorrow: "d", Today: "td", Yesterday: "y", EndOfMonth: "em",
		BusinessDays: "d", Weeks: "w", Hours: "h",
		Morning: "am", Afternoon: "pm",

		Half: "h", Third: "t", Down: "a",

		Reasons:  [journal.ReasonCount]string{"o", "p", "q", "d", "r", "a", "n", "c", "v", "g", "s", "x"},
		Statuses: [journal.StatusCount]string{"r", "n", "i", "d", "l", ""},

		Founded: "f", Unfounded: "u", Withdrawn: "w",
		SignedCopy: "s", PlanCancelled: "c",
		CallbackMade: "d", CallbackCalledOf: "c",
	}
}

// Mnemonics gives the letters of a set that ships.
func (k Keys) Mnemonics() Mnemonics {
	if k == English {
		return EnglishKeys()
	}
	return FrenchKeys()
}

// ErrKeys says that a set of letters cannot be told apart.
var ErrKeys = errors.New("entry: mnemonics")

// KeysFault is what is wrong with a set of letters.
type KeysFault uint8

// Faults of a set of letters.
const (
	NotALetter     KeysFault = iota // not made of lower-case letters from a to z
	SeveralLetters                  // where one is needed
	LetterTwice                     // two meanings where both are possible
	NoLetter                        // an act without a letter
	ScreenLetter                    // an act with a letter that means something in every pane
	KeysFaultCount
)

// KeyGroup names letters that must differ from one another.
type KeyGroup uint8

// Groups of letters.
const (
	GroupActs KeyGroup = iota
	GroupOutcomes
	GroupContacts
	GroupPromises
	GroupReceipts
	GroupCallbacks
	GroupPlans
	GroupReasons
	GroupStandings
	GroupUnits
	GroupDisputeEndings
	GroupPlanEndings
	GroupCallbackEndings
	KeyGroupCount
)

var groupNames = [...]string{
	"acts", "outcomes", "ways of contact", "promises", "receipts", "callbacks", "plans", "reasons", "standings", "units",
	"endings of a dispute", "endings of a plan", "endings of a callback",
}

var faultNames = [...]string{
	"is not a lower-case letter", "is more than one letter", "stands twice", "is no letter for an act", "is a key of the screen",
}

// Every group and every fault has a name: a missing one does not compile.
var (
	_ = [1]struct{}{}[len(groupNames)-int(KeyGroupCount)]
	_ = [1]struct{}{}[len(faultNames)-int(KeysFaultCount)]
)

// KeysError is the first fault of a set of letters. It is an ErrKeys.
type KeysError struct {
	Fault  KeysFault
	Letter string
	Group  KeyGroup
}

func (e *KeysError) Error() string {
	return fmt.Sprintf("%v: %q in %s %s", ErrKeys, e.Letter, groupNames[e.Group], faultNames[e.Fault])
}

// Unwrap gives ErrKeys.
func (e *KeysError) Unwrap() error { return ErrKeys }

// screenKeys have a meaning of their own in every pane, so that no act may
// begin with them.
const screenKeys = "jkhqz"

// Check reports letters that cannot be told apart, clash with the keys of the
// screen, or are not lower-case letters: a *KeysError.
func (m Mnemonics) Check() error {
	for _, g := range m.groups() {
		seen := map[string]bool{}
		for _, s := range g.letters {
			if s == "" {
				continue
			}
			if strings.Trim(s, "abcdefghijklmnopqrstuvwxyz") != "" && s != "," {
				return &KeysError{NotALetter, s, g.group}
			}
			if g.single && len(s) != 1 {
				return &KeysError{SeveralLetters, s, g.group}
			}
			if seen[s] {
				return &KeysError{LetterTwice, s, g.group}
			}
			seen[s] = true
		}
	}
	for a := Call; a < ActCount; a++ {
		switch {
		case m.Acts[a] == "":
			return &KeysError{NoLetter, "", GroupActs}
		case strings.Contains(screenKeys, m.Acts[a]):
			return &KeysError{ScreenLetter, m.Acts[a], GroupActs}
		}
	}
	return nil
}

type keyGroup struct {
	group   KeyGroup
	letters []string
	single  bool
}

// groups lists the letters that must differ from one another.
func (m Mnemonics) groups() []keyGroup {
	dates := append([]string{m.Tomorrow, m.Today, m.EndOfMonth}, m.Weekdays[:]...)
	with := func(more ...string) []string { return append(append([]string(nil), dates...), more...) }
	return []keyGroup{
		{GroupActs, m.Acts[:], true},
		{GroupOutcomes, m.Outcomes[:], true},
		{GroupContacts, []string{m.InWriting, m.RangUs}, true},
		{GroupPromises, with(m.Half, m.Third), false},
		{GroupReceipts, with(m.Half, m.Third, m.Yesterday), false},
		{GroupCallbacks, with(m.Morning, m.Afternoon), false},
		{GroupPlans, with(m.Down), false},
		{GroupReasons, m.Reasons[:], true},
		{GroupStandings, m.Statuses[:], true},
		{GroupUnits, []string{m.BusinessDays, m.Weeks, m.Hours}, true},
		{GroupDisputeEndings, []string{m.Founded, m.Unfounded}, true},
		{GroupPlanEndings, []string{m.SignedCopy, m.PlanCancelled}, true},
		{GroupCallbackEndings, []string{m.CallbackMade, m.CallbackCalledOf}, true},
	}
}

// act finds the act of a letter.
func (m *Mnemonics) act(letter string) Act {
	for a := Call; a < ActCount; a++ {
		if m.Acts[a] == letter {
			return a
		}
	}
	return None
}

// outcome finds the outcome of a letter.
func (m *Mnemonics) outcome(letter string) (journal.Outcome, bool) {
	for o, s := range m.Outcomes {
		if s != "" && s == letter {
			return journal.Outcome(o), true
		}
	}
	return 0, false
}

// lead finds the way of contact that a letter says.
func (m *Mnemonics) lead(letter string) (journal.Channel, bool) {
	switch {
	case letter == "":
	case letter == m.InWriting:
		return journal.InWriting, true
	case letter == m.RangUs:
		return journal.RangUs, true
	}
	return journal.CalledOut, false
}

// wordKind is what a word of letters means.
type wordKind uint8

const (
	wordDate wordKind = iota
	wordHalfDay
	wordAmount
	wordDown
	wordReason
	wordStatus
)

// word is a mnemonic with its meaning in one act.
type word struct {
	text string
	kind wordKind
	date dateSpec // wordDate
	n    int      // half of the day, share, reason or status
}

// vocabulary gives the words that an act understands. Where two mnemonics of an
// act are spelt alike the first wins: reasons and standings before dates and
// shares.
func (m *Mnemonics) vocabulary(a Act) []word {
	var v []word
	add := func(w word) {
		if w.text != "" {
			v = append(v, w)
		}
	}
	switch a {
	case Dispute:
		for r, s := range m.Reasons {
			add(word{text: s, kind: wordReason, n: r})
		}
	case Status:
		for s, letter := range m.Statuses {
			add(word{text: letter, kind: wordStatus, n: s})
		}
	case Plan:
		add(word{text: m.Down, kind: wordDown})
	case Callback, Call:
		add(word{text: m.Morning, kind: wordHalfDay, n: int(journal.Morning)})
		add(word{text: m.Afternoon, kind: wordHalfDay, n: int(journal.Afternoon)})
	}
	if a != Dispute {
		m.dateWords(a, add)
	}
	if a == Promise || a == Receipt || a == Dispute {
		add(word{text: m.Half, kind: wordAmount, n: 2})
		add(word{text: m.Third, kind: wordAmount, n: 3})
	}
	return v
}

func (m *Mnemonics) dateWords(a Act, add func(word)) {
	if a == Receipt || a == Status {
		add(word{text: m.Yesterday, kind: wordDate, date: dateSpec{kind: dateInDays, n: -1}})
	}
	add(word{text: m.Today, kind: wordDate, date: dateSpec{kind: dateInDays}})
	add(word{text: m.Tomorrow, kind: wordDate, date: dateSpec{kind: dateInDays, n: 1}})
	add(word{text: m.EndOfMonth, kind: wordDate, date: dateSpec{kind: dateEndOfMonth}})
	for wd, s := range m.Weekdays {
		add(word{text: s, kind: wordDate, date: dateSpec{kind: dateWeekday, n: wd}})
	}
}
