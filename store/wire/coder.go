package wire

import (
	"encoding/binary"
	"strings"

	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
)

// coder goes over a value field by field, writing it to b or reading it from b.
// One description per type serves both directions, so that they cannot
// disagree; writing never stores into the value, which others may be reading.
// A reader that meets anything impossible sets bad and gives zeroes
// from there on.
type coder struct {
	writing bool
	version byte // of the content
	bad     bool
	b       []byte // writing: what is written so far; reading: what is left
	strs    *Strings

	texts   []journal.Text // writing: the personal texts met
	digests []byte         // reading: digests of the texts that follow, 32 bytes each
	stored  [][]byte       // reading: the stored texts, in order
}

// Strings makes strings out of bytes: those that come again and again only
// once, the others packed into large blocks. The zero value is ready.
type Strings struct {
	known  map[string]string
	recent [16]string // of known, by their last byte: authors and creditors come in every event
	block  strings.Builder
}

const (
	firstBlock = 256
	lastBlock  = 64 << 10
)

// Intern gives a string that is likely to have been asked for before.
func (s *Strings) Intern(b []byte) string {
	if len(b) == 0 {
		return ""
	}
	slot := &s.recent[(int(b[len(b)-1])+len(b))%len(s.recent)]
	if *slot == string(b) {
		return *slot
	}
	if v, ok := s.known[string(b)]; ok {
		*slot = v
		return v
	}
	if s.known == nil {
		s.known = make(map[string]string)
	}
	v := s.pack(b)
	s.known[v] = v
	return v
}

// Text gives a string that is not likely to come again.
func (s *Strings) Text(b []byte) string { return s.pack(b) }

// pack gives a string of its own.
func (s *Strings) pack(b []byte) string {
	if len(b) == 0 {
		return ""
	}
	if s.block.Cap()-s.block.Len() < len(b) {
		size := min(max(2*s.block.Cap(), firstBlock), lastBlock)
		if len(b) > size/8 {
			return string(b)
		}
		s.block = strings.Builder{}
		s.block.Grow(size)
	}
	start := s.block.Len()
	s.block.Write(b)
	return s.block.String()[start:]
}

func (c *coder) fail() {
	c.bad = true
	if !c.writing {
		c.b = nil
	}
}

func (c *coder) byte(v *byte) {
	if c.writing {
		c.b = append(c.b, *v)
		return
	}
	if len(c.b) == 0 {
		c.fail()
		return
	}
	*v = c.b[0]
	c.b = c.b[1:]
}

func (c *coder) uint(v *uint64) {
	if c.writing {
		c.b = binary.AppendUvarint(c.b, *v)
		return
	}
	*v = c.readUint()
}

func (c *coder) readUint() uint64 {
	if len(c.b) > 0 && c.b[0] < 0x80 {
		v := c.b[0]
		c.b = c.b[1:]
		return uint64(v)
	}
	v, n := binary.Uvarint(c.b)
	if n <= 0 {
		c.fail()
		return 0
	}
	c.b = c.b[n:]
	return v
}

func (c *coder) int(v *int64) {
	if c.writing {
		c.b = binary.AppendVarint(c.b, *v)
		return
	}
	u := c.readUint()
	*v = int64(u>>1) ^ -int64(u&1)
}

func (c *coder) uint32(v *uint32) {
	if c.writing {
		c.b = binary.AppendUvarint(c.b, uint64(*v))
		return
	}
	u := c.readUint()
	if u > 1<<32-1 {
		c.fail()
		return
	}
	*v = uint32(u)
}

func (c *coder) uint16(v *uint16) {
	if c.writing {
		c.b = binary.AppendUvarint(c.b, uint64(*v))
		return
	}
	u := c.readUint()
	if u > 1<<16-1 {
		c.fail()
		return
	}
	*v = uint16(u)
}

func (c *coder) int16(v *int16) {
	if c.writing {
		c.b = binary.AppendVarint(c.b, int64(*v))
		return
	}
	var i int64
	c.int(&i)
	if int64(int16(i)) != i {
		c.fail()
		return
	}
	*v = int16(i)
}

func (c *coder) date(v *calendar.Date) {
	if c.writing {
		c.b = binary.AppendVarint(c.b, int64(*v))
		return
	}
	var i int64
	c.int(&i)
	if int64(int32(i)) != i {
		c.fail()
		return
	}
	*v = calendar.Date(i)
}

func (c *coder) bool(v *bool) {
	var b byte
	if *v {
		b = 1
	}
	c.byte(&b)
	if b > 1 {
		c.fail()
	}
	if !c.writing {
		*v = b == 1
	}
}

// enum codes a small number below count; others are refused both ways.
func enum[T ~uint8](c *coder, v *T, count T) {
	b := byte(*v)
	c.byte(&b)
	if b >= byte(count) {
		c.fail()
		return
	}
	if !c.writing {
		*v = T(b)
	}
}

// run gives the next length-delimited bytes while reading.
func (c *coder) run() []byte {
	n := c.readUint()
	if n > uint64(len(c.b)) {
		c.fail()
		return nil
	}
	b := c.b[:n]
	c.b = c.b[n:]
	return b
}

func (c *coder) writeString(v string) {
	c.b = binary.AppendUvarint(c.b, uint64(len(v)))
	c.b = append(c.b, v...)
}

func (c *coder) string(v *string) {
	if c.writing {
		c.writeString(*v)
		return
	}
	*v = c.strs.pack(c.run())
}

// name codes a string that comes again in other values: account, author.
func (c *coder) name(v *string) {
	if c.writing {
		c.writeString(*v)
		return
	}
	*v = c.strs.Intern(c.run())
}

// list codes the length of a slice whose elements take at least size bytes
// each, so that a damaged length cannot ask for more memory than the bytes
// that are there would fill.
func list[T any](c *coder, v *[]T, size int) {
	n := uint64(len(*v))
	c.uint(&n)
	if c.writing {
		return
	}
	if n > uint64(len(c.b)/size) {
		c.fail()
		return
	}
	if n > 0 {
		*v = make([]T, n)
	}
}

// Codes of the usual currencies; any other is written out after currencyOther.
var currencies = [...]money.Currency{{}, money.EUR, money.USD, money.GBP, money.CHF}

const currencyOther = 255

func currencyCode(v money.Currency) byte {
	for i, k := range currencies {
		if k == v {
			return byte(i)
		}
	}
	return currencyOther
}

func (c *coder) currency(v *money.Currency) {
	b := currencyCode(*v)
	c.byte(&b)
	switch {
	case b == currencyOther:
		for i := range v {
			c.byte(&v[i])
		}
	case int(b) >= len(currencies):
		c.fail()
	case !c.writing:
		*v = currencies[b]
	}
}

func (c *coder) amount(v *money.Amount) {
	c.int(&v.Minor)
	c.currency(&v.Currency)
}

// id codes the name of an event: number first, 0 for none, then the device.
func (c *coder) id(v *journal.ID) {
	c.uint(&v.Seq)
	if v.Seq == 0 {
		return
	}
	c.device(&v.Device)
}

func (c *coder) device(v *journal.Device) {
	if c.writing {
		c.b = binary.BigEndian.AppendUint64(c.b, uint64(*v))
		return
	}
	if len(c.b) < 8 {
		c.fail()
		return
	}
	*v = journal.Device(binary.BigEndian.Uint64(c.b))
	c.b = c.b[8:]
}

func (c *coder) ids(v *[]journal.ID) {
	list(c, v, 1)
	for i := range *v {
		c.id(&(*v)[i])
	}
}

func (c *coder) itemKey(v *ledger.ItemKey) {
	enum(c, &v.Kind, ledger.KindCount)
	c.uint16(&v.Ordinal)
	c.date(&v.Date)
	c.string(&v.Number)
}

func (c *coder) parts(v *[]journal.Part) {
	list(c, v, 5)
	for i := range *v {
		c.itemKey(&(*v)[i].Item)
		c.int(&(*v)[i].Amount)
	}
}
