package paper

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"io"
	"mime"
	"mime/quotedprintable"
	"net/mail"
	"strings"
	"time"
	"unicode/utf8"
)

// Attachment is a file that goes with a message.
type Attachment struct {
	Name string // file name, without folder
	Type string // media type; empty = application/octet-stream
	Data []byte
}

// Message is a message that is written but not sent: the person opens it in a
// mail program, which takes it for a draft.
type Message struct {
	From        string // empty = the mail program's own
	To          []string
	Cc          []string
	Subject     string
	Date        time.Time
	Body        string
	Attachments []Attachment
}

// Draft is the message that says what a paper says: its title as subject, its
// text as body, with what goes with it. A title that is too long for a subject
// is cut.
func Draft(d Doc, to []string, date time.Time, attachments ...Attachment) Message {
	return Message{To: to, Subject: cutRunes(cleanLine(d.Title), 150), Date: date, Body: Text(d), Attachments: attachments}
}

// maxAttached bounds what a message carries, which mail servers refuse beyond.
const maxAttached = 20 << 20

// WriteMessage writes a message as an .eml file (RFC 5322, RFC 2045): text in
// UTF-8, attachments behind it, and "X-Unsent: 1", for which Outlook opens it as
// a draft. Addresses are checked; a line break or control character in any
// field of the head is ErrField, so that no text adds a field. The same message
// gives the same bytes.
func WriteMessage(w io.Writer, m Message) error {
	var head bytes.Buffer
	if err := m.head(&head); err != nil {
		return err
	}
	total := 0
	for _, a := range m.Attachments {
		if err := headSafe("attachment", a.Name); err != nil {
			return err
		}
		if a.Name == "" || strings.ContainsAny(a.Name, `/\`) || a.Name == "." || a.Name == ".." {
			return fmt.Errorf("%w: attachment's name %q", ErrField, a.Name)
		}
		if _, _, err := mime.ParseMediaType(a.mediaType()); err != nil || headSafe("media type", a.Type) != nil {
			return fmt.Errorf("%w: media type %q", ErrField, a.Type)
		}
		total += len(a.Data)
	}
	if total > maxAttached {
		return fmt.Errorf("%w: attachments of %d bytes, at most %d", ErrTooLong, total, maxAttached)
	}
	var out bytes.Buffer
	out.Write(head.Bytes())
	body := crlf(m.Body)
	if len(m.Attachments) == 0 {
		out.WriteString("Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n")
		if err := quoted(&out, body); err != nil {
			return err
		}
	} else {
		boundary := m.boundary(head.Bytes())
		fmt.Fprintf(&out, "Content-Type: multipart/mixed;\r\n boundary=\"%s\"\r\n\r\n", boundary)
		fmt.Fprintf(&out, "--%s\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n", boundary)
		if err := quoted(&out, body); err != nil {
			return err
		}
		for _, a := range m.Attachments {
			fmt.Fprintf(&out, "\r\n--%s\r\n", boundary)
			a.write(&out)
		}
		fmt.Fprintf(&out, "\r\n--%s--\r\n", boundary)
	}
	_, err := w.Write(out.Bytes())
	return err
}

func (m Message) head(out *bytes.Buffer) error {
	for _, f := range []struct {
		name string
		list []string
	}{{"From", one(m.From)}, {"To", m.To}, {"Cc", m.Cc}} {
		if len(f.list) == 0 {
			continue
		}
		addresses := make([]string, len(f.list))
		for i, text := range f.list {
			if err := headSafe(f.name, text); err != nil {
				return err
			}
			a, err := mail.ParseAddress(text)
			if err != nil {
				return fmt.Errorf("%w: %s %q: %w", ErrField, f.name, text, err)
			}
			addresses[i] = a.String()
		}
		out.WriteString(f.name + ": " + strings.Join(addresses, ",\r\n ") + "\r\n")
	}
	if err := headSafe("Subject", m.Subject); err != nil {
		return err
	}
	out.WriteString("Subject: " + subject(m.Subject) + "\r\n")
	date := m.Date
	if date.IsZero() {
		date = time.Unix(0, 0).UTC()
	}
	out.WriteString("Date: " + date.Format("Mon, 02 Jan 2006 15:04:05 -0700") + "\r\n")
	out.WriteString("X-Unsent: 1\r\nMIME-Version: 1.0\r\n")
	return nil
}

func one(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}

// subject writes a subject, encoded where it is not plain (RFC 2047): words of
// at most 39 bytes, none of which breaks a character, one on a line.
func subject(s string) string {
	if isPlain(s) && !strings.Contains(s, "=?") {
		return folded("Subject: ", s)
	}
	var parts []string
	for s != "" {
		end := min(39, len(s))
		for end < len(s) && !utf8.RuneStart(s[end]) {
			end--
		}
		parts = append(parts, "=?utf-8?b?"+base64.StdEncoding.EncodeToString([]byte(s[:end]))+"?=")
		s = s[end:]
	}
	return strings.Join(parts, "\r\n ")
}

func isPlain(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r >= 0x7F || r < 0x20 }) < 0
}

// folded breaks a long plain field at spaces, at 76 characters.
func folded(name, s string) string {
	var b strings.Builder
	used := len(name)
	for i, word := range strings.Split(s, " ") {
		if i > 0 {
			if used+1+len(word) > 76 && word != "" {
				b.WriteString("\r\n")
				used = 0
			}
			b.WriteByte(' ')
			used++
		}
		b.WriteString(word)
		used += len(word)
	}
	return b.String()
}

// headSafe refuses what would end a field of the head.
func headSafe(field, s string) error {
	if !utf8.ValidString(s) || cleanLine(s) != s {
		return fmt.Errorf("%w: %s holds a line break, a control or an invisible character", ErrField, field)
	}
	if len(s) > 900 {
		return fmt.Errorf("%w: %s of %d bytes", ErrTooLong, field, len(s))
	}
	return nil
}

// crlf gives a text the line ends of messages.
func crlf(s string) string {
	s = clean(s)
	if s != "" && !strings.HasSuffix(s, "\n") {
		s += "\n"
	}
	return strings.ReplaceAll(s, "\n", "\r\n")
}

func quoted(out *bytes.Buffer, body string) error {
	q := quotedprintable.NewWriter(out)
	if _, err := io.WriteString(q, body); err != nil {
		return err
	}
	return q.Close()
}

// boundary is drawn from the message itself. It holds characters that no
// encoded part holds in that order.
func (m Message) boundary(head []byte) string {
	h := sha256.New()
	h.Write(head)
	io.WriteString(h, m.Body) //nolint:errcheck // a hash takes everything
	for _, a := range m.Attachments {
		fmt.Fprintf(h, "\x00%s\x00%d\x00", a.Name, len(a.Data))
		h.Write(a.Data)
	}
	return "=_" + hex.EncodeToString(h.Sum(nil)[:20]) + "_="
}

func (a Attachment) mediaType() string {
	if a.Type == "" {
		return "application/octet-stream"
	}
	return a.Type
}

// write writes an attachment: its name in the form of RFC 2231 where it is not
// plain, its bytes as base64 in lines of 76 characters.
func (a Attachment) write(out *bytes.Buffer) {
	kind, params, _ := mime.ParseMediaType(a.mediaType())
	fmt.Fprintf(out, "Content-Type: %s\r\n", mime.FormatMediaType(kind, params))
	fmt.Fprintf(out, "Content-Disposition: %s\r\n", disposition(a.Name))
	out.WriteString("Content-Transfer-Encoding: base64\r\n\r\n")
	text := base64.StdEncoding.EncodeToString(a.Data)
	for len(text) > 76 {
		out.WriteString(text[:76] + "\r\n")
		text = text[76:]
	}
	out.WriteString(text)
}

// disposition writes a file name, in continuations (RFC 2231, section 3) where
// the line would be too long.
func disposition(name string) string {
	const lineRoom = 60
	if plain := mime.FormatMediaType("attachment", map[string]string{"filename": name}); isPlain(name) && len(plain) <= 76 {
		return plain
	}
	escaped := "utf-8''"
	var parts []string
	for i := range len(name) {
		c := name[i]
		piece := string(c)
		if !(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '.' || c == '-' || c == '_') {
			piece = fmt.Sprintf("%%%02X", c)
		}
		if len(escaped)+len(piece) > lineRoom {
			parts = append(parts, escaped)
			escaped = ""
		}
		escaped += piece
	}
	if parts = append(parts, escaped); len(parts) == 1 {
		return "attachment;\r\n filename*=" + parts[0]
	}
	var b strings.Builder
	b.WriteString("attachment")
	for i, p := range parts {
		fmt.Fprintf(&b, ";\r\n filename*%d*=%s", i, p)
	}
	return b.String()
}
