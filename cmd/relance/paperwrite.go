package main

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"net/mail"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/adrg/xdg"

	"relance/domain/calendar"
	"relance/domain/desk"
	"relance/domain/plan"
	"relance/domain/wording"
	"relance/store"
	"relance/store/paper"
)

// paperFile is a file to be written: the end of its name, and what is in it.
type paperFile struct {
	ending string
	data   []byte
}

// made makes one, in the memory: all are ready before the first is written.
func (c *paperCase) made(ending string, write func(io.Writer) error) (paperFile, error) {
	var b bytes.Buffer
	err := write(&b)
	if err != nil && c.p.fault(err).words != "" && !errors.Is(err, paper.ErrField) && !errors.Is(err, paper.ErrTooLong) {
		return paperFile{}, err
	}
	if err != nil {
		return paperFile{}, c.p.fail(exitFailed, wording.FaultPaperField, ending, err)
	}
	return paperFile{ending, b.Bytes()}, nil
}

// pdf makes a paper as PDF.
func (c *paperCase) pdf(d paper.Doc) (paperFile, error) {
	return c.made(".pdf", func(w io.Writer) error { return paper.WritePDF(w, d, c.created()) })
}

// message makes the message that says what a paper says, to the client's first
// address that is one.
func (c *paperCase) message(d paper.Doc, attached ...paper.Attachment) (paperFile, error) {
	var to []string
	for _, k := range c.file.Contacts {
		if a, err := mail.ParseAddress(k.Email); err == nil && len(to) == 0 {
			to = append(to, a.Address)
		}
	}
	m := paper.Draft(d, to, c.created(), attached...)
	return c.made(".eml", func(w io.Writer) error { return paper.WriteMessage(w, m) })
}

// remindDays is how many days before an instalment a calendar reminds of it.
const remindDays = 3

// planPapers are the papers of a plan: what goes with them, the text of the
// message, and what to look at before they leave.
type planPapers struct {
	files []paperFile // message, agreement as PDF and text, reminders, schedule
	text  string
	mind  []paper.Finding
}

func (c *paperCase) planPapers(row *desk.PlanRow, person string) (*planPapers, error) {
	a, err := c.agreement(row)
	if err != nil {
		return nil, err
	}
	deal, err := c.doc(paper.NameAgreement, a)
	if err != nil {
		return nil, err
	}
	out := &planPapers{mind: append(a.Check(), paper.CheckPDF(deal)...)}
	pdf, err := c.pdf(deal)
	if err != nil {
		return nil, err
	}
	text, err := c.made(".txt", func(w io.Writer) error { return paper.WriteText(w, deal, paper.TextOptions{}) })
	if err != nil {
		return nil, err
	}
	lines, err := c.made(".csv", func(w io.Writer) error {
		return paper.WriteScheduleCSV(w, c.lang, standing(a.Schedule, row), c.p.frenchCSV())
	})
	if err != nil {
		return nil, err
	}
	if !running(row) { // nothing is confirmed and nobody reminded of a plan that is over
		out.text, out.files = paper.Text(deal), []paperFile{pdf, text, lines}
		return out, nil
	}
	message, said, err := c.planMessage(row, &a, person, pdf)
	if err != nil {
		return nil, err
	}
	out.text, out.files = said, []paperFile{message, pdf, text}
	if ahead := c.ahead(a.Schedule, row); len(ahead) > 0 {
		dates, err := c.made(".ics", func(w io.Writer) error {
			return paper.WriteCalendar(w, ahead, c.created())
		})
		if err != nil {
			return nil, err
		}
		out.files = append(out.files, dates)
	}
	out.files = append(out.files, lines)
	return out, nil
}

// planMessage is the message that goes with an agreement, and what it says. The
// agreement and the statement of account are attached.
func (c *paperCase) planMessage(row *desk.PlanRow, a *paper.Agreement, person string, deal paperFile) (message paperFile, said string, err error) {
	note, err := c.doc(paper.NamePlan, c.planNote(row, a, person))
	if err != nil {
		return message, "", err
	}
	account, err := c.doc(paper.NameStatement, c.statement(row.Plan.Currency))
	if err != nil {
		return message, "", err
	}
	balance, err := c.pdf(account)
	if err != nil {
		return message, "", err
	}
	attached := func(name wording.Trilingual, of string, f paperFile) paper.Attachment {
		return paper.Attachment{Name: name.In(c.lang.String()) + "-" + of + ".pdf", Type: "application/pdf", Data: f.data}
	}
	message, err = c.message(note,
		attached(agreementName, safeName(planTitle(c.file, row)), deal),
		attached(statementName, safeName(a.Account)+"-"+c.day.String(), balance))
	return message, paper.Text(note), err
}

// standing puts beside each instalment how it stands, by its key.
func standing(lines []paper.Line, row *desk.PlanRow) []paper.Line {
	out := slices.Clone(lines)
	for i := range out {
		if i < len(row.Standing.Instalments) {
			out[i].State = row.Standing.Instalments[i].State.String()
		}
	}
	return out
}

// ahead are the reminders of the instalments that are still to be paid.
func (c *paperCase) ahead(lines []paper.Line, row *desk.PlanRow) []paper.Entry {
	all := paper.Reminders(c.lang, row.Plan.ID.String(), c.head(), lines, remindDays)
	var out []paper.Entry
	for i, e := range all {
		if paid := i < len(row.Standing.Instalments) && row.Standing.Instalments[i].State == plan.Kept; !paid && e.Day >= c.day {
			out = append(out, e)
		}
	}
	return out
}

// Names of attached files.
var (
	agreementName = wording.Trilingual{"accord", "akkoord", "agreement"}
	statementName = wording.Trilingual{"releve", "rekeninguittreksel", "statement"}
)

// safeName makes a name that every file system takes of an account or another
// text: letters, digits, dot, dash and underscore.
func safeName(s string) string {
	name := strings.Trim(strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("-_.", r) {
			return r
		}
		return '_'
	}, s), ".")
	if runes := []rune(name); len(runes) > 80 {
		name = string(runes[:80])
	}
	if name == "" {
		return "_"
	}
	return name
}

// papersFolder is where papers are written that no place was named for: the
// configuration's papers, else relance in the user's documents.
func (p *program) papersFolder() (string, error) {
	if p.config.papers != "" {
		return p.config.papers, nil
	}
	if dir := xdg.UserDirs.Documents; dir != "" && filepath.IsAbs(dir) {
		return filepath.Join(dir, "relance"), nil
	}
	return "", p.usage(wording.FaultPaperFolder)
}

// writePapers writes files under one name into a folder, which it makes for its
// owner alone. Without force nothing is written where one of them is there.
func (p *program) writePapers(folder, base string, files []paperFile, force bool) ([]string, error) {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return nil, err
	}
	for _, f := range files {
		if path := filepath.Join(folder, base+f.ending); !force && taken(path) {
			return nil, p.fail(exitFailed, wording.FaultPaperThere, path)
		}
	}
	return p.put(folder, base, files, force)
}

// writeBeside writes files under a name that none of them has yet: the one
// given, or with a number after it.
func (p *program) writeBeside(folder, base string, files []paperFile) ([]string, error) {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return nil, err
	}
	name := base
	for n := 2; ; n++ {
		free := true
		for _, f := range files {
			free = free && !taken(filepath.Join(folder, name+f.ending))
		}
		if free {
			written, err := p.put(folder, name, files, false)
			var there *store.Error
			if len(written) > 0 || !errors.As(err, &there) || there.Code != store.Exists {
				return written, err
			}
		}
		name = base + "-" + strconv.Itoa(n)
	}
}

func (p *program) put(folder, base string, files []paperFile, force bool) ([]string, error) {
	var written []string
	for _, f := range files {
		path := filepath.Join(folder, base+f.ending)
		err := p.writeFile(path, force, func(w io.Writer) error {
			_, err := w.Write(f.data)
			return err
		})
		if err != nil {
			return written, err
		}
		written = append(written, path)
	}
	return written, nil
}

// taken reports whether something bears a name, be it a link to nothing.
func taken(path string) bool {
	_, err := os.Lstat(path)
	return !errors.Is(err, fs.ErrNotExist)
}

// dayName is a day in the name of a file.
func dayName(kind string, c *paperCase, day calendar.Date) string {
	return kind + "-" + safeName(c.file.Client.Key.Account) + "-" + day.String()
}
