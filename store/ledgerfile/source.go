package ledgerfile

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"hash"
	"io"

	"relance/domain/ledger"
)

const (
	maxLine   = 1 << 20 // longer lines are no lines of a ledger
	blockSize = 1 << 20 // bytes asked of the reader at a time
)

// errLineTooLong ends the reading of a file without line ends.
var errLineTooLong = errors.New("line too long")

// source cuts a reader into chunks that end with a line, and keeps the digest
// of all that went through.
type source struct {
	r        io.Reader
	digest   hash.Hash
	done     int64
	total    int64
	progress func(done, total int64)
	carry    []byte // start of the line that the last chunk left
	ended    bool
	nuls     int // taken out of the first chunk
}

func newSource(r io.Reader, opt Options) *source {
	return &source{r: r, digest: sha256.New(), total: opt.Size, progress: opt.Progress}
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
		s.took(buf[at:])
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

func (s *source) took(b []byte) {
	s.digest.Write(b)
	s.done += int64(len(b))
	if s.progress != nil {
		s.progress(s.done, s.total)
	}
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
