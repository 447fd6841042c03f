package wire

import (
	"encoding/binary"

	"relance/domain/calendar"
	"relance/domain/ledger"
)

// A value holds the items first, then the texts of all of them: who only counts
// never reads the texts. An item is two bytes of flags and then only what
// differs from the item before it, in this order: scope, number, ordinal,
// booking date (difference), document date (booking date minus it), due date
// (minus document date), amount, VAT, currency, matching code, line
// (difference).
const (
	itemKindMask     = 7 // ledger.Kind
	itemOpening      = 1 << 3
	itemSameNumber   = 1 << 4
	itemOrdinal      = 1 << 5
	itemOtherDate    = 1 << 6 // document date is not the booking date
	itemDue          = 1 << 7
	itemVAT          = 1 << 8
	itemCurrency     = 1 << 9 // another currency than the item before
	itemMatching     = 1 << 10
	itemSameMatching = 1 << 11
	itemScope        = 1 << 12 // another scope than the item before
	itemFlagsUnknown = 1<<16 - 1<<13
	minItemSize      = 6 // flags, booking date, amount, line, flags of the texts
)

// The texts of an item are a byte of flags and then account, label, order. A
// label mostly differs from that of the item before it, or the one before that
// (invoice and receipt take turns), only in the middle: then it is the number of
// bytes that begin alike, the number that end alike, and what is between.
const (
	textAccount      = 1 << iota // another account than the item before
	textLabel                    // has a label
	textShared                   // of which a part is the last label's
	textSecond                   // or the last but one's
	textOrder                    // another order number than the item before
	textFlagsUnknown = 1<<8 - 1<<iota
	maxShared        = 255 // of bytes at either end
	minShared        = 4   // of both together, to be worth it
)

// EncodeItems gives the sealed value of a client's items, which stand in the
// order of ledger.SortItems; any other order is kept, in more bytes.
func EncodeItems(items []ledger.Item) []byte {
	return AppendItems(make([]byte, 0, 64+40*len(items)), items)
}

// AppendItems adds to dst what EncodeItems gives.
func AppendItems(dst []byte, items []ledger.Item) []byte {
	start := len(dst)
	dst = append(dst, sealVersion)
	dst = binary.AppendUvarint(dst, uint64(len(items)))
	prev := &ledger.Item{}
	for i := range items {
		dst = appendItem(dst, &items[i], prev)
		prev = &items[i]
	}
	return seal(appendTexts(dst, items), start)
}

func appendItem(dst []byte, it, prev *ledger.Item) []byte {
	f := itemFlags(it, prev)
	dst = append(dst, byte(f), byte(f>>8))
	if f&itemScope != 0 {
		dst = binary.AppendUvarint(dst, uint64(it.Scope))
	}
	if f&itemSameNumber == 0 {
		dst = appendString(dst, it.Number)
	}
	if f&itemOrdinal != 0 {
		dst = binary.AppendUvarint(dst, uint64(it.Ordinal))
	}
	dst = appendDays(dst, it.Booked-prev.Booked)
	if f&itemOtherDate != 0 {
		dst = appendDays(dst, it.Booked-it.Date)
	}
	if f&itemDue != 0 {
		dst = appendDays(dst, it.Due-it.Date)
	}
	dst = binary.AppendVarint(dst, it.Amount)
	if f&itemVAT != 0 {
		dst = binary.AppendVarint(dst, it.VAT)
	}
	if f&itemCurrency != 0 {
		dst = append(dst, it.Currency[:]...)
	}
	if f&itemMatching != 0 {
		dst = appendString(dst, it.Matching)
	}
	dst = appendDays(dst, calendar.Date(it.Line-prev.Line))
	return dst
}

func appendTexts(dst []byte, items []ledger.Item) []byte {
	var account, order, last, second string
	for i := range items {
		it := &items[i]
		at := len(dst)
		dst = append(dst, 0)
		var f byte
		if it.Account != account {
			f |= textAccount
			dst = appendString(dst, it.Account)
		}
		if it.Label != "" {
			f |= textLabel
			var how byte
			dst, how = appendLabel(dst, it.Label, last, second)
			f |= how
		}
		if it.Order != order {
			f |= textOrder
			dst = appendString(dst, it.Order)
		}
		dst[at] = f
		account, order, last, second = it.Account, it.Order, it.Label, last
	}
	return dst
}

// appendLabel writes a label after the two before it.
func appendLabel(dst []byte, label, last, second string) (out []byte, flags byte) {
	head, tail := alike(label, last)
	flags = textShared
	if h, t := alike(label, second); h+t > head+tail {
		head, tail, flags = h, t, textShared|textSecond
	}
	if head+tail < minShared {
		return appendString(dst, label), 0
	}
	dst = append(dst, byte(head), byte(tail))
	return appendString(dst, label[head:len(label)-tail]), flags
}

// alike counts the bytes that two texts have in common at their beginning, and
// at the end of what is left.
func alike(a, b string) (head, tail int) {
	n := min(len(a), len(b))
	for head < min(n, maxShared) && a[head] == b[head] {
		head++
	}
	for tail < min(n-head, maxShared) && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	return head, tail
}

func itemFlags(it, prev *ledger.Item) uint16 {
	f := uint16(min(it.Kind, ledger.Other))
	set := func(on bool, flag uint16) {
		if on {
			f |= flag
		}
	}
	set(it.Opening, itemOpening)
	set(it.Number == prev.Number, itemSameNumber)
	set(it.Ordinal != 0, itemOrdinal)
	set(it.Date != it.Booked, itemOtherDate)
	set(it.Due != 0, itemDue)
	set(it.VAT != 0, itemVAT)
	set(it.Currency != prev.Currency, itemCurrency)
	if it.Matching == prev.Matching {
		f |= itemSameMatching
	} else {
		f |= itemMatching
	}
	set(it.Scope != prev.Scope, itemScope)
	return f
}

// appendDays writes a difference of 32-bit numbers; it wraps, so that every
// pair of them has one.
func appendDays(dst []byte, d calendar.Date) []byte {
	u := uint32(d)<<1 ^ uint32(d>>31)
	return binary.AppendUvarint(dst, uint64(u))
}

func appendString(dst []byte, s string) []byte {
	dst = binary.AppendUvarint(dst, uint64(len(s)))
	return append(dst, s...)
}

// CountItems tells how many items a value holds, without decoding them; 0 for a
// value that cannot hold what it says.
func CountItems(value []byte) int {
	if len(value) < 2+sumSize || value[0] != sealVersion {
		return 0
	}
	n, used := binary.Uvarint(value[1:])
	if used <= 0 || n > uint64(len(value)/minItemSize) {
		return 0
	}
	return int(n)
}
