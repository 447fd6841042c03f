package ledgerfile

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"errors"
	"hash"
	"io"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"relance/domain/ledger"
)

const (
	maxLine   = 1 << 20 // longer lines are no lines of a ledger
	blockSize = 1 << 20 // bytes asked of the reader at a time
	sniffSize = 1 << 16 // bytes that tell XML from text
)

// errLineTooLong ends the reading of a file without line ends.
var errLineTooLong = errors.New("line too long")

// source cuts a reader into chunks that end with a line. Text in UTF-16, which
// spreadsheets write as "Unicode text", comes out in UTF-8.
type source struct {
	r     *bufio.Reader
	raw   *meter
	utf16 bool
	carry []byte // start of the line that the last chunk left
	ended bool
	nuls  int // taken out of the first chunk
}

func newSource(r io.Reader, opt Options) *source {
	raw := &meter{r: r, digest: sha256.New(), total: opt.Size, progress: opt.Progress}
	s := &source{raw: raw, r: bufio.NewReaderSize(raw, sniffSize)}
	start, _ := s.r.Peek(4) // an error comes again with the first read
	if s.utf16 = startsUTF16(start); s.utf16 {
		text := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder()
		s.r = bufio.NewReaderSize(transform.NewReader(s.r, text), sniffSize)
	}
	return s
}

// startsUTF16 reports whether a text begins with a byte order mark of UTF-16,
// and not with one of UTF-32.
func startsUTF16(b []byte) bool {
	return bytes.HasPrefix(b, []byte{0xFE, 0xFF}) || bytes.HasPrefix(b, []byte{0xFF, 0xFE}) && !startsUTF32(b)
}

func startsUTF32(b []byte) bool {
	return bytes.HasPrefix(b, []byte{0xFF, 0xFE, 0, 0}) || bytes.HasPrefix(b, []byte{0, 0, 0xFE, 0xFF})
}

// sniff gives the first bytes without reading them.
func (s *source) sniff() []byte {
	start, _ := s.r.Peek(sniffSize) // a shorter file is no error, and others come again
	return start
}

// next gives the next chunk in buf, which it grows to two blocks: whole lines,
// the last one without its end where the file has none. io.EOF comes alone,
// after the last chunk; errLineTooLong and the reader's errors come alone too.
func (s *source) next(buf []byte) ([]byte, error) {
	if s.ended && len(s.carry) == 0 {
		return nil, io.EOF
	}
	if cap(buf) < maxLine+blockSize {
		buf = make([]byte, 0, maxLine+blockSize)
	}
	buf = append(buf[:0], s.carry...)
	s.carry = s.carry[:0]
	for !s.ended {
		if len(buf) >= maxLine {
			return nil, errLineTooLong
		}
		at := len(buf)
		n, err := io.ReadFull(s.r, buf[at:at+blockSize])
		buf = buf[:at+n]
		switch {
		case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
			s.ended = true
		case err != nil:
			return nil, err
		}
		if s.ended {
			break
		}
		if cut := lastLineEnd(buf); cut > 0 {
			s.carry = append(s.carry, buf[cut:]...)
			return buf[:cut], nil
		}
	}
	if len(buf) == 0 {
		return nil, io.EOF
	}
	return buf, nil
}

// places is nil: the lines of a chunk are counted.
func (s *source) places() []uint32 { return nil }

// meter keeps the digest of all that goes through and tells how far it is.
type meter struct {
	r        io.Reader
	digest   hash.Hash
	done     int64
	told     int64 // of done
	total    int64
	progress func(done, total int64)
	err      error // of the last read; it comes again
}

// Read implements io.Reader.
func (m *meter) Read(p []byte) (int, error) {
	if m.err != nil {
		return 0, m.err
	}
	n, err := m.r.Read(p)
	m.err = err
	m.digest.Write(p[:n])
	m.done += int64(n)
	if m.progress != nil && (m.done-m.told >= blockSize || err != nil && m.done > m.told) {
		m.told = m.done
		m.progress(m.done, m.total)
	}
	return n, err
}

// lastLineEnd gives the length of the whole lines of b. A carriage return at
// the very end may be half of a line end and does not count.
func lastLineEnd(b []byte) int {
	if at := bytes.LastIndexByte(b, '\n'); at >= 0 && (len(b)-at < maxLine/2) {
		return at + 1
	}
	lf := bytes.LastIndexByte(b, '\n')
	cr := bytes.LastIndexByte(b[:len(b)-1], '\r')
	return max(lf, cr) + 1
}

// refusal words an error of next.
func (s *source) refusal(err error, name string) error {
	if errors.Is(err, errLineTooLong) {
		return refuse(name, ledger.Finding{Code: ledger.RefuseTooLong, Line: 1})
	}
	return refuse(name, ledger.Finding{Code: ledger.RefuseRead, Detail: err.Error()})
}

// plainLines brings a chunk into lines that end with LF, with or without CR
// before it, and takes NUL bytes out, in place. It returns the number of NULs.
func plainLines(b []byte) ([]byte, int) {
	b, nuls := withoutNUL(b)
	for at := 0; ; {
		i := bytes.IndexByte(b[at:], '\r')
		if i < 0 {
			return b, nuls
		}
		at += i + 1
		if at >= len(b) || b[at] != '\n' {
			b[at-1] = '\n'
		}
	}
}

// withoutNUL takes NUL bytes out, in place, and counts them.
func withoutNUL(b []byte) ([]byte, int) {
	at := bytes.IndexByte(b, 0)
	if at < 0 {
		return b, 0
	}
	kept := b[:at]
	for _, c := range b[at:] {
		if c != 0 {
			kept = append(kept, c)
		}
	}
	return kept, len(b) - len(kept)
}

// cutLine gives the first line of b without its end, and what follows.
func cutLine(b []byte) (line, rest []byte) {
	at := bytes.IndexByte(b, '\n')
	if at < 0 {
		line, rest = b, nil
	} else {
		line, rest = b[:at], b[at+1:]
	}
	if n := len(line); n > 0 && line[n-1] == '\r' {
		line = line[:n-1]
	}
	return line, rest
}
