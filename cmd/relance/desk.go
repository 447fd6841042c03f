package main

import (
	"relance/domain/desk"
	"relance/domain/ledger"
	"relance/domain/wording"
	"relance/tui"
	"relance/tui/ports"

	tea "charm.land/bubbletea/v2"
)

// openDesk opens the desk on the user's database, which it makes when there is
// none.
func (p *program) openDesk() error {
	if err := p.checkGlobal(); err != nil {
		return err
	}
	if !isTerminal(p.in) || !isTerminal(p.out) {
		return p.usage(wording.FaultNoTerminal)
	}
	o, err := p.openForDesk()
	if err != nil {
		return err
	}
	defer o.close()
	return p.sit(o)
}

// openForDesk opens for recording, unless only the past or nothing but looking
// was asked for.
func (p *program) openForDesk() (*office, error) {
	if p.flags.readOnly || p.flags.asOf != "" {
		return p.openToRead()
	}
	path, err := p.databasePath()
	if err != nil {
		return nil, err
	}
	old := exists(path)
	o, err := p.openToWrite("relance")
	if err != nil {
		return nil, err
	}
	if old {
		p.backUpLater(o)
	}
	return o, nil
}

// seated is the office that the screen works on: the user's, or the sample
// portfolio once somebody asked to try it.
type seated struct {
	p      *program
	office *office
}

// sit runs the screen until the person leaves. Bubble Tea puts the terminal back
// after a panic and gives an error; everything acknowledged is on the disk.
func (p *program) sit(o *office) error {
	steady()
	letters := p.letters(p.deskKeys())
	s := &seated{p: p, office: o}
	opt := tui.Options{Desk: o.session, Confirm: s, Papers: s, Paths: folders{}, Lang: p.lang, Letters: &letters, Now: p.now, Hours: p.callingHours()}
	if p.flags.today == "" && !o.temporary { // a day that is set has no time of day, a sample portfolio nobody to call
		opt.Minute = p.minute
	}
	if !o.db.ReadOnly() && p.flags.asOf == "" {
		opt.Importer = s
	}
	if !o.temporary {
		opt.Sample = s.sample
	}
	if err := tui.Run(opt, tea.WithInput(p.in), tea.WithOutput(p.out), tea.WithFilter(o.rest.filter)); err != nil {
		return p.fail(exitFailed, wording.FaultPanic, err)
	}
	return nil
}

// sample opens the sample portfolio in place of an empty desk; it ends with the
// office that asked for it.
func (s *seated) sample() (ports.Desk, error) {
	other, remove, err := s.p.openSample()
	if err != nil {
		return nil, err
	}
	s.office.onClose = append(s.office.onClose, remove)
	s.office = other
	return other.session, nil
}

// refusal puts an error into words for the screen, with the first reason of a
// refused file.
func refusal(p *program, f *fileRead, err error) error {
	words := p.fault(err).words
	for _, x := range f.findings {
		if x.Code.Refused() {
			words += " " + p.findingLine(x)
			break
		}
	}
	return &fault{code: exitRefused, words: words, err: err}
}

// Commit implements ports.Importer. What was there is backed up first.
func (s *seated) Commit(pre ports.Preview, exclude []ledger.ClientKey) (desk.Done, error) {
	if len(s.office.view().Header.Creditors) > 0 && !s.office.temporary {
		if _, err := s.p.backUpBeforeImport(s.office.db); err != nil {
			return desk.Done{}, err
		}
	}
	done, err := s.office.session.Import(pre.Change, pre.Source, exclude)
	for i := 0; err == nil && i < len(pre.Edited); i++ {
		_, err = s.office.session.Do(pre.Edited[i])
	}
	done.View = s.office.view()
	return done, err
}
