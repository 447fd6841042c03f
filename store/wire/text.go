package wire

import (
	"crypto/sha256"
	"fmt"

	"relance/domain/journal"
)

// TextRecord is a personal text as it lies beside the chain: Index counts the
// texts of its event from 0, Value is sealed.
type TextRecord struct {
	Index int
	Value []byte
}

const saltSize = 16

// Digest is what the chain keeps of a personal text: SHA-256(salt ‖ body). The
// salt keeps a guess at a short text from being tested once both are erased.
func Digest(t journal.Text) Hash {
	h := sha256.New()
	h.Write(t.Salt[:])
	h.Write([]byte(t.Body))
	return Hash(h.Sum(nil))
}

// EncodeText gives the stored form of a text: salt and body.
func EncodeText(t journal.Text) []byte {
	if t.Erased {
		return ErasedText()
	}
	b := make([]byte, 0, 1+saltSize+len(t.Body)+sumSize)
	b = append(b, sealVersion)
	b = append(b, t.Salt[:]...)
	b = append(b, t.Body...)
	return seal(b, 0)
}

// ErasedText is what stands in the place of a text that was erased on purpose:
// a sealed value without salt and body.
func ErasedText() []byte { return seal([]byte{sealVersion}, 0) }

// IsErased reports whether a stored text is the mark of an erasure.
func IsErased(stored []byte) bool { return len(stored) == 1+sumSize && stored[0] == sealVersion }

// DecodeText reads a stored text.
func DecodeText(stored []byte) (journal.Text, error) {
	var s Strings
	return s.decodeText(stored)
}

func (s *Strings) decodeText(stored []byte) (journal.Text, error) {
	b, err := open(stored)
	if err != nil {
		return journal.Text{}, err
	}
	if len(b) == 0 {
		return journal.Text{Erased: true}, nil
	}
	if len(b) < saltSize {
		return journal.Text{}, fmt.Errorf("%w: text without salt", ErrDamaged)
	}
	t := journal.Text{Body: s.pack(b[saltSize:])}
	copy(t.Salt[:], b)
	return t, nil
}

// text codes the place of a personal text in a content: 1 where there is one,
// whose digest and words are the next in order, else 0.
func (c *coder) text(v *journal.Text) {
	there := !v.IsZero()
	c.bool(&there)
	if !there {
		return
	}
	if c.writing {
		c.texts = append(c.texts, *v)
		return
	}
	if len(c.digests) < sha256.Size {
		c.fail()
		return
	}
	c.digests = c.digests[sha256.Size:]
	var stored []byte
	if len(c.stored) > 0 {
		stored, c.stored = c.stored[0], c.stored[1:]
	}
	if len(stored) == 0 {
		v.Erased = true // with an erasure that is right; Store.Check tells the other case
		return
	}
	t, err := c.strs.decodeText(stored)
	if err != nil {
		c.fail()
		return
	}
	*v = t
}
