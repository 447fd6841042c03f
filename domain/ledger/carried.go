package ledger

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"relance/domain/calendar"
)

// A year's file opens with lines that stand for items of the year before
// [à-nouveaux]. When both years are known the item counts and the opening line
// does not; but the later year's matching code stands on the opening line. The
// item then takes a carried code: the later year's code, and behind a mark the
// day from which it holds, the scope that the item comes from and the code it
// had there,
//
//	BC␟739617 3 AB
//
// (a plus before the day when no opening line named the item and it only goes
// with its group),
// so that before that day the item is judged in its old group (loading a later
// year never changes an earlier balance), and that the old code comes back when
// the later year is read again. Such an item bears the later year's scope.
// Carried codes nest when an item stays open over several years. The mark is
// the control character "unit separator", which readers take out of texts; it
// sorts before every character that a code can hold, so that a group stays
// together in the order of SortItems.
const carriedMark = '\x1f'

// Code is the matching code as accounting wrote it last, for people and files.
func (it *Item) Code() string {
	code, _, _ := strings.Cut(it.Matching, string(carriedMark))
	return code
}

// carriedCode makes the carried code of an item that bears scope and matching.
func carriedCode(l layer) string {
	since := strconv.Itoa(int(l.since))
	if l.follows {
		since = "+" + since
	}
	return l.code + string(carriedMark) + since + " " + strconv.FormatUint(uint64(l.scope), 10) + " " + l.matching
}

// layer is a carried code taken apart by one step.
type layer struct {
	code     string        // holds from since on
	since    calendar.Date // the opening line's date
	follows  bool          // no opening line said so: it goes with its group
	scope    uint32        // where the item stands before
	matching string        // and under which code, itself carried or not
}

// peel takes a carried code apart; false for a plain one.
func peel(matching string) (layer, bool) {
	code, rest, ok := strings.Cut(matching, string(carriedMark))
	if !ok {
		return layer{}, false
	}
	sinceText, rest, ok1 := strings.Cut(rest, " ")
	scopeText, old, ok2 := strings.Cut(rest, " ")
	since, err1 := strconv.ParseInt(sinceText, 10, 32)
	scope, err2 := strconv.ParseUint(scopeText, 10, 32)
	if !ok1 || !ok2 || err1 != nil || err2 != nil {
		return layer{}, false
	}
	return layer{code: code, since: calendar.Date(since), follows: sinceText[0] == '+', scope: uint32(scope), matching: old}, true
}

// step is a code that an item took on a day by way of an opening line.
type step struct {
	since   calendar.Date
	follows bool
	scope   uint32
	code    string
}

// history is an item's scope and code as its own file gave them, and the codes
// that later ones carried it into, in order of their days.
type history struct {
	scope  uint32
	code   string
	layers []step
}

func historyOf(it *Item) history {
	h := history{scope: it.Scope, code: it.Matching}
	for {
		l, ok := peel(h.code)
		if !ok {
			slices.Reverse(h.layers)
			return h
		}
		h.layers = append(h.layers, step{since: l.since, follows: l.follows, scope: h.scope, code: l.code})
		h.scope, h.code = l.scope, l.matching
	}
}

// ownScope is the scope that the item came with.
func (it *Item) ownScope() uint32 {
	if !isCarried(it.Matching) {
		return it.Scope
	}
	h := historyOf(it)
	return h.scope
}

// carry adds a code; one of the same day is replaced.
func (h *history) carry(s step) {
	at, found := slices.BinarySearchFunc(h.layers, s.since, func(l step, d calendar.Date) int { return cmp.Compare(l.since, d) })
	if found {
		h.layers[at] = s
		return
	}
	h.layers = slices.Insert(h.layers, at, s)
}

// taken gives the code taken on that day by way of an opening line.
func (h *history) taken(d calendar.Date) (step, bool) {
	for _, l := range h.layers {
		if l.since == d && !l.follows {
			return l, true
		}
	}
	return step{}, false
}

// on gives the scope and code that hold on a day.
func (h *history) on(day calendar.Date) (uint32, string) {
	scope, code := h.scope, h.code
	for _, l := range h.layers {
		if l.since > day {
			break
		}
		scope, code = l.scope, l.code
	}
	return scope, code
}

// write gives the item its scope and code, carried or not.
func (h *history) write(it *Item) {
	it.Scope, it.Matching = h.scope, h.code
	for _, l := range h.layers {
		it.Matching = carriedCode(layer{code: l.code, since: l.since, follows: l.follows, scope: it.Scope, matching: it.Matching})
		it.Scope = l.scope
	}
}

// groupOn gives the scope and plain code under which an item is judged on a day.
func groupOn(scope uint32, matching string, day calendar.Date) (uint32, string) {
	for {
		l, ok := peel(matching)
		if !ok {
			return scope, matching
		}
		if day >= l.since {
			return scope, l.code
		}
		scope, matching = l.scope, l.matching
	}
}

// carriedMin is the length of the shortest carried code: of an empty code, on
// day 1, from scope 1, without an old code.
const carriedMin = len("\x1f1 1 ")

func isCarried(matching string) bool {
	return len(matching) >= carriedMin && strings.IndexByte(matching, carriedMark) >= 0
}

// sameGroup reports whether b, which follows a in the order of SortItems, is
// the same code or, carried from elsewhere, holds the same one. The last
// character is looked at first since codes of one account count up.
func sameGroup(a, b string) bool {
	if len(a) == len(b) && a[len(a)-1] == b[len(b)-1] && a == b {
		return true
	}
	return len(b) >= carriedMin && sameBase(a, b)
}

func sameBase(a, b string) bool {
	if n := strings.IndexByte(a, carriedMark); n >= 0 {
		a = a[:n]
	}
	return len(b) > len(a) && b[len(a)] == carriedMark && b[:len(a)] == a
}
