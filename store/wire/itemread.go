package wire

import (
	"fmt"
	"math/bits"
	"slices"

	"relance/domain/calendar"
	"relance/domain/ledger"
)

// DecodeItems appends to dst the items of a value. Their strings are parts of
// one copy of the value, but for labels.
func DecodeItems(dst []ledger.Item, value []byte) ([]ledger.Item, error) {
	payload, err := open(value)
	if err != nil {
		return dst, err
	}
	return decodeItems(dst, string(payload), true)
}

// PackedItems is an account's items as they are stored, one value for each
// scope. It implements ledger.Packed.
type PackedItems struct {
	values []string // payloads
}

// Add adds a copy of the next value, whose checksum is verified.
func (p *PackedItems) Add(value []byte) error {
	payload, err := open(value)
	if err == nil {
		p.values = append(p.values, string(payload))
	}
	return err
}

// Append implements ledger.Packed.
func (p *PackedItems) Append(dst []ledger.Item, texts bool) ([]ledger.Item, error) {
	for _, v := range p.values {
		var err error
		if dst, err = decodeItems(dst, v, texts); err != nil {
			return dst, err
		}
	}
	return dst, nil
}

func decodeItems(dst []ledger.Item, payload string, texts bool) ([]ledger.Item, error) {
	n, at := uvarint(payload, 0)
	r := itemReader{s: payload, at: at}
	if n > uint64(len(payload)/minItemSize) {
		return dst, fmt.Errorf("%w: %d items in %d bytes", ErrDamaged, n, len(payload))
	}
	start := len(dst)
	dst = slices.Grow(dst, int(n))[:start+int(n)]
	items := dst[start:]
	prev := &ledger.Item{}
	for i := range items {
		it := &items[i]
		r.item(it, prev)
		if r.bad {
			return dst[:start], fmt.Errorf("%w: item %d", ErrDamaged, i+1)
		}
		prev = it
	}
	if !texts {
		return dst, nil
	}
	r.texts(items)
	if r.bad || r.at != len(r.s) {
		return dst[:start], fmt.Errorf("%w: texts of items", ErrDamaged)
	}
	return dst, nil
}

// itemReader reads from a string, so that the strings of items need no copies.
// Beyond the end of what can be read, at is past.
type itemReader struct {
	s   string
	at  int
	bad bool
}

// past lies beyond every string; what is read from there is past again.
const past = 1 << 40

// item reads one item. It is where a portfolio spends its first milliseconds:
// the place in the string is a local variable and errors are looked for once,
// at the end.
func (r *itemReader) item(it, prev *ledger.Item) {
	s, at := r.s, r.at
	if len(s)-at < minItemSize {
		r.bad = true
		return
	}
	f := uint16(s[at]) | uint16(s[at+1])<<8
	at += 2
	*it = ledger.Item{
		ItemKey: ledger.ItemKey{Kind: ledger.Kind(f & itemKindMask), Number: prev.Number}, Currency: prev.Currency, Scope: prev.Scope,
		Opening: f&itemOpening != 0,
	}
	bad := it.Kind >= ledger.KindCount || f&itemFlagsUnknown != 0 || f&(itemMatching|itemSameMatching) == itemMatching|itemSameMatching
	var u, wide uint64
	if f&itemScope != 0 {
		u, at = uvarint(s, at)
		it.Scope = uint32(u)
		wide |= u
	}
	if f&itemSameNumber == 0 {
		it.Number, at = stringAt(s, at)
	}
	if f&itemOrdinal != 0 {
		u, at = uvarint(s, at)
		it.Ordinal = uint16(u)
		bad = bad || u > 1<<16-1
	}
	u, at = uvarint(s, at)
	wide |= u
	it.Booked = prev.Booked + days(u)
	it.Date = it.Booked
	if f&itemOtherDate != 0 {
		u, at = uvarint(s, at)
		wide |= u
		it.Date -= days(u)
	}
	if f&itemDue != 0 {
		u, at = uvarint(s, at)
		wide |= u
		it.Due = it.Date + days(u)
	}
	u, at = uvarint(s, at)
	it.Amount = int64(u>>1) ^ -int64(u&1)
	if f&itemVAT != 0 {
		u, at = uvarint(s, at)
		it.VAT = int64(u>>1) ^ -int64(u&1)
	}
	if f&itemCurrency != 0 {
		if at > len(s)-len(it.Currency) {
			r.bad = true
			return
		}
		copy(it.Currency[:], s[at:])
		at += len(it.Currency)
	}
	switch {
	case f&itemSameMatching != 0:
		it.Matching = prev.Matching
	case f&itemMatching != 0:
		it.Matching, at = stringAt(s, at)
	}
	u, at = uvarint(s, at)
	wide |= u
	it.Line = prev.Line + uint32(days(u))
	r.at, r.bad = at, bad || wide > 1<<32-1 || at > len(s)
}

// uvarint reads a number at a place and gives the place after it.
func uvarint(s string, at int) (uint64, int) {
	if at < len(s) && s[at] < 0x80 {
		return uint64(s[at]), at + 1
	}
	return longUvarint(s, at)
}

// longUvarint reads eight bytes at once where there are as many: the last byte
// of the number is the first without its high bit, and the sevens of bits are
// pushed together two by two.
//
//go:noinline
func longUvarint(s string, at int) (uint64, int) {
	if at > len(s)-8 {
		return slowUvarint(s, at)
	}
	b := s[at : at+8]
	v := uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 |
		uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
	end := bits.TrailingZeros64(^v & 0x8080808080808080) // the high bit of the last byte
	if end == 64 {
		return slowUvarint(s, at)
	}
	v &= 0x7f7f7f7f7f7f7f7f & (1<<end - 1)
	v = v&0x007f007f007f007f | v&0x7f007f007f007f00>>1
	v = v&0x00003fff00003fff | v&0x3fff00003fff0000>>2
	v = v&0x000000000fffffff | v&0x0fffffff00000000>>4
	return v, at + end/8 + 1
}

func slowUvarint(s string, at int) (uint64, int) {
	var v uint64
	for shift := 0; shift < 64 && at < len(s); shift += 7 {
		b := s[at]
		at++
		if shift == 63 && b > 1 {
			break
		}
		v |= uint64(b&0x7f) << shift
		if b < 0x80 {
			return v, at
		}
	}
	return 0, past
}

func stringAt(s string, at int) (string, int) {
	n, at := uvarint(s, at)
	if at > len(s) || n > uint64(len(s)-at) {
		return "", past
	}
	return s[at : at+int(n)], at + int(n)
}

// days undoes appendDays.
func days(u uint64) calendar.Date {
	v := uint32(u)
	return calendar.Date(v>>1) ^ -calendar.Date(v&1)
}

// texts reads what follows the items.
func (r *itemReader) texts(items []ledger.Item) {
	var account, order, last, second string
	var block Strings
	var buffer []byte
	for i := range items {
		if r.bad || r.at >= len(r.s) {
			r.bad = true
			return
		}
		it, f := &items[i], r.s[r.at]
		r.at++
		if f&textAccount != 0 {
			account = r.string()
		}
		it.Account = account
		switch {
		case f&textShared != 0:
			base := last
			if f&textSecond != 0 {
				base = second
			}
			buffer = r.shared(buffer[:0], base)
			it.Label = block.pack(buffer)
		case f&textLabel != 0:
			it.Label = r.string()
		}
		if f&textOrder != 0 {
			order = r.string()
		}
		it.Order = order
		last, second = it.Label, last
		if r.bad || f&textFlagsUnknown != 0 || f&textShared != 0 && f&textLabel == 0 {
			r.bad = true
			return
		}
	}
}

// shared reads a label of which base has the ends.
func (r *itemReader) shared(dst []byte, base string) []byte {
	if len(r.s)-r.at < 2 {
		r.bad = true
		return nil
	}
	head, tail := int(r.s[r.at]), int(r.s[r.at+1])
	r.at += 2
	if head+tail > len(base) {
		r.bad = true
		return nil
	}
	dst = append(dst, base[:head]...)
	dst = append(dst, r.string()...)
	return append(dst, base[len(base)-tail:]...)
}

func (r *itemReader) string() string {
	var out string
	out, r.at = stringAt(r.s, r.at)
	r.bad = r.bad || r.at > len(r.s)
	return out
}
