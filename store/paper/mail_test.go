package paper

import (
	"bytes"
	"encoding/base64"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func eml(t testing.TB, m Message) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := WriteMessage(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestMessageReadsBack(t *testing.T) {
	body := "Bonjour,\n\nVoici l'échéancier : 7\u202F550,00\u00A0€\n.\nFrom x\n" + strings.Repeat("long ", 300) + "\n"
	data := bytes.Repeat([]byte{0, 1, 254, 255, '\n'}, 1000)
	name := "Échéancier – Garage Lefèvre & Œuvres, très long nom de fichier (version du 23 novembre 2026).pdf"
	m := Message{
		From: "Crédit client <credit@atelier.example>", To: []string{"Paul Lefèvre <paul@garage.example>", "x@y.example"}, Cc: []string{"z@y.example"},
		Subject: "Échéancier – Garage Lefèvre : " + strings.Repeat("référence ", 12), Date: stamp, Body: body,
		Attachments: []Attachment{{Name: name, Type: "application/pdf", Data: data}, {Name: "plan.csv", Type: "text/csv; charset=utf-8", Data: []byte("a;b\n")}},
	}
	raw := eml(t, m)
	if !bytes.Equal(raw, eml(t, m)) {
		t.Error("two runs differ")
	}
	if bytes.Contains(bytes.ReplaceAll(raw, []byte("\r\n"), nil), []byte("\n")) {
		t.Error("a line that does not end in CRLF")
	}
	for _, line := range strings.Split(string(raw), "\r\n") {
		if len(line) > 78 {
			t.Errorf("%d bytes: %q", len(line), line)
		}
		for i := range len(line) {
			if line[i] >= 0x80 {
				t.Fatalf("not ASCII: %q", line)
			}
		}
	}
	got, err := mail.ReadMessage(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	if got.Header.Get("X-Unsent") != "1" || got.Header.Get("Mime-Version") != "1.0" {
		t.Error(got.Header)
	}
	subject, err := new(mime.WordDecoder).DecodeHeader(got.Header.Get("Subject"))
	if err != nil || subject != m.Subject {
		t.Errorf("%q %v", subject, err)
	}
	to, err := got.Header.AddressList("To")
	if err != nil || len(to) != 2 || to[0].Name != "Paul Lefèvre" || to[1].Address != "x@y.example" {
		t.Error(to, err)
	}
	date, err := got.Header.Date()
	if err != nil || !date.Equal(stamp) {
		t.Error(date, err)
	}
	kind, params, err := mime.ParseMediaType(got.Header.Get("Content-Type"))
	if err != nil || kind != "multipart/mixed" {
		t.Fatal(kind, err)
	}
	r := multipart.NewReader(got.Body, params["boundary"])
	part, err := r.NextRawPart()
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(quotedprintable.NewReader(part))
	if err != nil || strings.ReplaceAll(string(text), "\r\n", "\n") != body {
		t.Errorf("%q %v", text, err)
	}
	for _, want := range m.Attachments {
		part, err := r.NextRawPart()
		if err != nil {
			t.Fatal(err)
		}
		file, err := io.ReadAll(base64.NewDecoder(base64.StdEncoding, part))
		if err != nil || !bytes.Equal(file, want.Data) {
			t.Error(want.Name, err)
		}
		_, p, err := mime.ParseMediaType(part.Header.Get("Content-Disposition"))
		if err != nil || p["filename"] != want.Name {
			t.Errorf("%q %v", p["filename"], err)
		}
		if kind, _, err := mime.ParseMediaType(part.Header.Get("Content-Type")); err != nil || !strings.HasPrefix(want.Type, kind) {
			t.Error(kind, err)
		}
	}
	if _, err := r.NextRawPart(); !errors.Is(err, io.EOF) {
		t.Error(err)
	}
}

func TestMessagePlain(t *testing.T) {
	raw := eml(t, Message{To: []string{"a@b.example"}, Subject: "Plan", Body: "a", Date: stamp})
	want := "To: <a@b.example>\r\nSubject: Plan\r\nDate: Mon, 23 Nov 2026 09:30:00 +0000\r\nX-Unsent: 1\r\nMIME-Version: 1.0\r\n" +
		"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\na\r\n"
	if string(raw) != want {
		t.Errorf("%q", raw)
	}
	// Without a recipient it is a draft to be addressed.
	if raw := eml(t, Message{Date: time.Time{}}); bytes.Contains(raw, []byte("To:")) || !bytes.Contains(raw, []byte("1970")) {
		t.Errorf("%q", raw)
	}
}

func TestDraft(t *testing.T) {
	data := Examples(NamePlan, French)[0].(PlanNote)
	data.Debtor.Name = strings.Repeat("Œuvres\r\nBcc: x@y.example ", 60)
	doc := render(t, French, NamePlan, data)
	doc.Title += data.Debtor.Name
	raw := eml(t, Draft(doc, []string{"paul@garage.example"}, stamp, Attachment{Name: "plan.pdf", Type: "application/pdf", Data: pdf(t, doc)}))
	got, err := mail.ReadMessage(bytes.NewReader(raw))
	if err != nil || got.Header.Get("Bcc") != "" || len(got.Header) != 6 {
		t.Fatal(got, err)
	}
	subject, err := new(mime.WordDecoder).DecodeHeader(got.Header.Get("Subject"))
	if err != nil || !strings.HasPrefix(subject, "Proposition d'échéancier – 23\u202F224,17\u00A0€") {
		t.Errorf("%q %v", subject, err)
	}
}

// No field can add another.
func TestMessageInjection(t *testing.T) {
	for _, bad := range []string{"x\r\nBcc: evil@x.example", "x\nBcc: a@b.c", "x\rBcc: a@b.c", "x\x00", "x\u2028y", "x\xff"} {
		for field, m := range map[string]Message{
			"subject":    {Subject: bad},
			"from":       {From: "a@b.example" + bad},
			"name":       {To: []string{"\"" + bad + "\" <a@b.example>"}},
			"cc":         {Cc: []string{bad}},
			"attachment": {Attachments: []Attachment{{Name: bad}}},
			"type":       {Attachments: []Attachment{{Name: "a", Type: "text/plain; x=" + bad}}},
		} {
			var b bytes.Buffer
			if err := WriteMessage(&b, m); !errors.Is(err, ErrField) || b.Len() != 0 {
				t.Errorf("%s %q: %v", field, bad, err)
			}
		}
	}
	for _, name := range []string{"", "..", "a/b", `a\b`} {
		if err := WriteMessage(io.Discard, Message{Attachments: []Attachment{{Name: name}}}); !errors.Is(err, ErrField) {
			t.Errorf("%q: %v", name, err)
		}
	}
	if err := WriteMessage(io.Discard, Message{To: []string{"nobody"}}); !errors.Is(err, ErrField) {
		t.Error(err)
	}
	if err := WriteMessage(io.Discard, Message{Attachments: []Attachment{{Name: "a", Data: make([]byte, maxAttached+1)}}}); !errors.Is(err, ErrTooLong) {
		t.Error(err)
	}
}

func TestMessageSubjects(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		subject := strings.TrimSpace(cleanLine(rapid.String().Draw(t, "subject")))
		body := clean(rapid.String().Draw(t, "body"))
		var b bytes.Buffer
		err := WriteMessage(&b, Message{Subject: subject, Body: body, Date: stamp})
		if errors.Is(err, ErrTooLong) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		got, err := mail.ReadMessage(&b)
		if err != nil {
			t.Fatal(err)
		}
		read, err := new(mime.WordDecoder).DecodeHeader(got.Header.Get("Subject"))
		if err != nil || strings.Join(strings.Fields(read), " ") != strings.Join(strings.Fields(subject), " ") {
			t.Fatalf("%q %q %v", read, subject, err)
		}
		text, err := io.ReadAll(quotedprintable.NewReader(got.Body))
		if err != nil || strings.TrimRight(strings.ReplaceAll(string(text), "\r\n", "\n"), "\n") != strings.TrimRight(body, "\n") {
			t.Fatalf("%q %q %v", text, body, err)
		}
	})
}
