// Package wire is the stored and travelling form of events, items, clients and
// creditors: explicit, versioned, compact, written by hand.
//
// Every stored value of the ledger, and every personal text, is sealed: one
// version byte, the payload, and the CRC-32C (Castagnoli) of both, four bytes,
// big-endian. An event's record is version byte, kind, identity and header, the
// salted digests of its personal texts, then the content with a version of its
// own. Numbers are varints (LEB128), signed ones in zigzag form, dates are
// differences where a near one is known, strings carry their length.
//
// Event records are never rewritten. A kind, or a version of a content, that
// this program does not know is kept as journal.Unknown and encodes to the same
// bytes again.
package wire

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
)

// Errors of this package. Callers compare with errors.Is.
var (
	ErrDamaged = errors.New("wire: damaged value")
	ErrNewer   = errors.New("wire: written by a newer version")
	ErrContent = errors.New("wire: content cannot be encoded")
)

// Hash is a SHA-256.
type Hash [sha256.Size]byte

// String gives the hash in hexadecimal.
func (h Hash) String() string { return fmt.Sprintf("%x", h[:]) }

// IsZero reports whether h is no hash.
func (h Hash) IsZero() bool { return h == Hash{} }

const (
	sealVersion = 1 // of ledger values and texts
	sumSize     = 4
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// Seal adds to the value that starts at b[start:] its checksum.
func seal(b []byte, start int) []byte {
	return binary.BigEndian.AppendUint32(b, crc32.Checksum(b[start:], castagnoli))
}

// open gives the payload of a sealed value.
func open(b []byte) ([]byte, error) {
	if len(b) < 1+sumSize {
		return nil, fmt.Errorf("%w: %d bytes", ErrDamaged, len(b))
	}
	end := len(b) - sumSize
	if crc32.Checksum(b[:end], castagnoli) != binary.BigEndian.Uint32(b[end:]) {
		return nil, fmt.Errorf("%w: checksum", ErrDamaged)
	}
	if b[0] != sealVersion {
		return nil, fmt.Errorf("%w: version %d", ErrNewer, b[0])
	}
	return b[1:end], nil
}
