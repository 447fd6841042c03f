package wire

import (
	"encoding/binary"
	"fmt"
	"slices"

	"relance/domain/calendar"
	"relance/domain/ledger"
)

// An item is two bytes of flags and then only what differs from the item
// before it, in this order: scope, number, ordinal, booking date (difference),
// document date (booking date minus it), due date (minus document date), amount,
// VAT, currency, matching code, line (difference), account, label, order.
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
	itemAccount      = 1 << 12 // another account than the item before
	itemLabel        = 1 << 13
	itemOrder        = 1 << 14
	itemScope        = 1 << 15 // another scope than the item before
	minItemSize      = 5       // flags, booking date, amount, line
)

// EncodeItems gives the sealed value of a client's items, which stand in the
// order of ledger.SortItems; any other order is kept, in more bytes.
func EncodeItems(items []ledger.Item) []byte {
	return AppendItems(make([]byte, 0, 16+24*len(items)), items)
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
	return seal(dst, start)
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
	if f&itemAccount != 0 {
		dst = appendString(dst, it.Account)
	}
	if f&itemLabel != 0 {
		dst = appendString(dst, it.Label)
	}
	if f&itemOrder != 0 {
		dst = appendString(dst, it.Order)
	}
	return dst
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
	set(it.Account != prev.Account, itemAccount)
	set(it.Label != "", itemLabel)
	set(it.Order != "", itemOrder)
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

// DecodeItems appends to dst the items of a value. Their strings are parts of
// one copy of the value.
func DecodeItems(dst []ledger.Item, value []byte) ([]ledger.Item, error) {
	payload, err := open(value)
	if err != nil {
		return dst, err
	}
	r := itemReader{s: string(payload)}
	n := r.uint()
	if n > uint64(len(payload)/minItemSize) {
		return dst, fmt.Errorf("%w: %d items in %d bytes", ErrDamaged, n, len(payload))
	}
	start := len(dst)
	dst = slices.Grow(dst, int(n))
	prev := &ledger.Item{}
	for range n {
		dst = dst[:len(dst)+1]
		it := &dst[len(dst)-1]
		r.item(it, prev)
		if r.bad {
			return dst[:start], fmt.Errorf("%w: item %d", ErrDamaged, len(dst)-start)
		}
		prev = it
	}
	if r.at != len(r.s) {
		return dst[:start], fmt.Errorf("%w: bytes after the last item", ErrDamaged)
	}
	return dst, nil
}

// itemReader reads from a string, so that the strings of items need no copies.
type itemReader struct {
	s   string
	at  int
	bad bool
}

func (r *itemReader) item(it, prev *ledger.Item) {
	if len(r.s)-r.at < minItemSize {
		r.bad = true
		return
	}
	f := uint16(r.s[r.at]) | uint16(r.s[r.at+1])<<8
	r.at += 2
	*it = ledger.Item{
		Currency: prev.Currency, Scope: prev.Scope,
		Account: prev.Account, Opening: f&itemOpening != 0,
	}
	it.Kind = ledger.Kind(f & itemKindMask)
	if it.Kind >= ledger.KindCount || f&(itemMatching|itemSameMatching) == itemMatching|itemSameMatching {
		r.bad = true
		return
	}
	if f&itemScope != 0 {
		it.Scope = uint32(r.bounded(1<<32 - 1))
	}
	if f&itemSameNumber != 0 {
		it.Number = prev.Number
	} else {
		it.Number = r.string()
	}
	if f&itemOrdinal != 0 {
		it.Ordinal = uint16(r.bounded(1<<16 - 1))
	}
	it.Booked = prev.Booked + r.days()
	it.Date = it.Booked
	if f&itemOtherDate != 0 {
		it.Date -= r.days()
	}
	if f&itemDue != 0 {
		it.Due = it.Date + r.days()
	}
	it.Amount = r.int()
	if f&itemVAT != 0 {
		it.VAT = r.int()
	}
	r.rest(it, prev, f)
}

// rest reads what follows the amounts.
func (r *itemReader) rest(it, prev *ledger.Item, f uint16) {
	if f&itemCurrency != 0 {
		if len(r.s)-r.at < len(it.Currency) {
			r.bad = true
			return
		}
		copy(it.Currency[:], r.s[r.at:])
		r.at += len(it.Currency)
	}
	switch {
	case f&itemSameMatching != 0:
		it.Matching = prev.Matching
	case f&itemMatching != 0:
		it.Matching = r.string()
	}
	it.Line = prev.Line + uint32(r.days())
	if f&itemAccount != 0 {
		it.Account = r.string()
	}
	if f&itemLabel != 0 {
		it.Label = r.string()
	}
	if f&itemOrder != 0 {
		it.Order = r.string()
	}
}

func (r *itemReader) uint() uint64 {
	if r.at < len(r.s) {
		if b := r.s[r.at]; b < 0x80 {
			r.at++
			return uint64(b)
		}
	}
	return r.longUint()
}

func (r *itemReader) longUint() uint64 {
	var v uint64
	for shift := 0; shift < 64; shift += 7 {
		if r.at >= len(r.s) {
			break
		}
		b := r.s[r.at]
		r.at++
		if shift == 63 && b > 1 {
			break
		}
		v |= uint64(b&0x7f) << shift
		if b < 0x80 {
			return v
		}
	}
	r.bad = true
	return 0
}

func (r *itemReader) bounded(most uint64) uint64 {
	v := r.uint()
	if v > most {
		r.bad = true
	}
	return v
}

func (r *itemReader) int() int64 {
	u := r.uint()
	return int64(u>>1) ^ -int64(u&1)
}

func (r *itemReader) days() calendar.Date {
	u := uint32(r.bounded(1<<32 - 1))
	return calendar.Date(u>>1) ^ -calendar.Date(u&1)
}

func (r *itemReader) string() string {
	n := r.uint()
	if n > uint64(len(r.s)-r.at) {
		r.bad = true
		return ""
	}
	s := r.s[r.at : r.at+int(n)]
	r.at += int(n)
	return s
}
