package tui

import (
	"errors"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"relance/domain/act"
	"relance/domain/desk"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/plan"
	"relance/domain/wording"
	"relance/tui/keys"
	"relance/tui/msg"
	"relance/tui/ports"
)

// fakeFiles reads one file and remembers what was committed.
type fakeFiles struct {
	preview   ports.Preview
	err       error
	paths     []string
	committed [][]ledger.ClientKey
	view      *desk.View
}

func (f *fakeFiles) Read(path string, _ wording.Lang, _ ports.Answers) (ports.Preview, error) {
	f.paths = append(f.paths, path)
	return f.preview, f.err
}

func (f *fakeFiles) Commit(_ ports.Preview, exclude []ledger.ClientKey) (desk.Done, error) {
	f.committed = append(f.committed, exclude)
	return desk.Done{View: f.view}, nil
}

func someFile() *fakeFiles {
	full := sampleDesk()
	return &fakeFiles{view: full.view, preview: ports.Preview{
		Source: ledger.Source{Name: "404833048FEC20261231.txt", Format: "fec", Rows: 1200},
		Change: ledger.Change{
			Creditor: full.view.Header.Creditors[0],
			Diff:     ledger.Diff{New: 12, Settled: 3, Changed: 2, Unchanged: 640, ClientsNew: 1, Collected: money.Of(4120000, money.EUR)},
			Doubts:   []ledger.Doubt{{Code: ledger.DoubtLarge, Client: key("CBOUTIQUE"), Name: "Ventes comptoir", Amount: money.Of(9000000, money.EUR)}},
		},
	}}
}

func emptyDesk() *fake {
	f := sampleDesk()
	f.view = &desk.View{Serial: 1, Day: today}
	return f
}

func TestEmptyDeskImports(t *testing.T) {
	files := someFile()
	s := newSim(emptyDesk(), 80, 24, wording.French, func(o *Options) { o.Importer = files })
	golden(t, "empty-80x24-fr", screen(s))
	s.press("<enter>ledger.txt<enter>")
	golden(t, "import-80x24-fr", screen(s))
	if len(files.paths) != 1 || files.paths[0] != "ledger.txt" || len(files.committed) != 0 {
		t.Fatalf("read %v, committed %v", files.paths, files.committed)
	}
	s.press("<space>y")
	if len(files.committed) != 1 || len(files.committed[0]) != 1 || files.committed[0][0].Account != "CBOUTIQUE" {
		t.Fatalf("committed %v", files.committed)
	}
	if s.sheet != nil || s.current.Key != key("C00118") || !strings.Contains(s.message, "41\u202f200") {
		t.Errorf("after the import: %q", s.message)
	}
}

func TestImportRefused(t *testing.T) {
	files := someFile()
	files.err = errors.New("refused: line 7")
	s := newSim(sampleDesk(), 80, 24, wording.French, func(o *Options) { o.Importer = files })
	s.press("<ctrl+o>x.txt<enter>")
	if s.sheet != nil || !s.alert || !strings.Contains(s.message, "line 7") || s.line.in.Text() != "x.txt" {
		t.Errorf("message %q, line %q", s.message, s.line.in.Text())
	}
	files.err = nil
	s.press("<enter><esc>")
	if len(files.committed) != 0 || s.sheet != nil {
		t.Error("imported without a yes")
	}
}

// TestKeysInFlightDoNotConfirm types Enter while a file is read: the question
// that opens is not answered by it.
func TestKeysInFlightDoNotConfirm(t *testing.T) {
	files := someFile()
	now := time.Unix(0, 0)
	s := newSim(sampleDesk(), 80, 24, wording.French, func(o *Options) {
		o.Importer = files
		o.Now = func() time.Time { now = now.Add(10 * time.Millisecond); return now }
	})
	s.press("<ctrl+o>x.txt")
	_, read := s.Update(named("enter"))
	s.Update(named("enter"))
	s.run(read)
	s.press("<enter>")
	if len(files.committed) != 0 || s.sheet == nil {
		t.Fatal("a key in flight confirmed the import")
	}
	now = now.Add(time.Second)
	s.press("<enter>")
	if len(files.committed) != 1 {
		t.Error("Enter does not confirm")
	}
}

func TestSample(t *testing.T) {
	full := sampleDesk()
	s := newSim(emptyDesk(), 120, 40, wording.French, func(o *Options) {
		o.Sample = func() (ports.Desk, error) { return full, nil }
	})
	s.press("j<enter>")
	if s.sheet != nil || s.current.Key != key("C00118") {
		t.Error("the sample portfolio is not shown")
	}
}

type draft struct{ text string }

func (d draft) Draft(journal.ID, ledger.ClientKey) (string, bool) { return d.text, d.text != "" }

func (d draft) Prepare(journal.ID, ledger.ClientKey, wording.Lang) (ports.Prepared, error) {
	return ports.Prepared{Text: d.text}, nil
}

func TestConfirmation(t *testing.T) {
	f := sampleDesk()
	f.last, f.lastOn = f.files[key("C00231")].Timeline[1], key("C00231")
	text := "Madame Petit,\n\nnous avons convenu d'un règlement de 12 450 € pour le 18 novembre."
	s := newSim(f, 120, 40, wording.French, func(o *Options) { o.Confirm = draft{text} })
	s.press("c")
	if s.sheet == nil || !strings.Contains(screen(s), "nous avons convenu") {
		t.Fatal("the draft is not shown")
	}
	if len(s.clipboard) != 1 || !strings.Contains(s.message, "copié") {
		t.Errorf("copied %v, said %q", s.clipboard, s.message)
	}
	s.press("c")
	if len(s.clipboard) != 2 || s.sheet != nil {
		t.Errorf("copied %v", s.clipboard)
	}
	s = newSim(f, 120, 40, wording.French)
	s.press("c")
	if s.sheet != nil || s.message == "" {
		t.Error("nothing says that there is nothing to confirm")
	}
}

func TestNotes(t *testing.T) {
	f := sampleDesk()
	s := newSim(f, 120, 40, wording.French)
	s.press("j4<enter><ctrl+u>virement jeudi<enter>")
	n, ok := f.commands[0].(act.Note)
	if !ok || n.Text != "virement jeudi" || n.Amends != (journal.ID{Device: 1, Seq: 4}) {
		t.Fatalf("got %#v", f.commands)
	}
	s.press("x")
	if s.line.kind != lineYesNo {
		t.Fatal("nobody asks before erasing")
	}
	s.press("<enter>x")
	if len(f.commands) != 1 {
		t.Fatal("erased without a yes")
	}
	s.press("o")
	if e, ok := f.commands[1].(act.EraseNote); !ok || e.Note.Seq != 4 {
		t.Errorf("got %#v", f.commands[1])
	}
}

func TestContactEdited(t *testing.T) {
	f := sampleDesk()
	s := newSim(f, 120, 40, wording.French)
	s.press("j2<home><enter>")
	if got := s.line.in.Text(); !strings.HasPrefix(got, "Mme Petit comptabilité") {
		t.Fatalf("the line reads %q", got)
	}
	s.press("<ctrl+u>M. Roux 0611223344<enter>")
	c, ok := f.commands[0].(act.SetContact)
	if !ok || c.Contact != (journal.ID{Device: 1, Seq: 1}) || c.Person.Name == "" || c.Person.Phone == "" {
		t.Errorf("got %#v", f.commands)
	}
}

func TestClosesWhatIsSelected(t *testing.T) {
	f := sampleDesk()
	s := newSim(f, 120, 40, wording.French)
	s.press("j2")
	for range 10 {
		if sel := s.card.Selection(); sel.Target != nil && sel.Target.Kind == act.CloseDispute {
			break
		}
		s.press("j")
	}
	sel := s.card.Selection()
	if sel.Target == nil || sel.Target.ID.Seq != 7 {
		t.Fatalf("selected %#v", sel.Target)
	}
}

// slow answers only when told to.
type slow struct {
	*fake
	gate chan struct{}
}

func (s slow) File(v *desk.View, key ledger.ClientKey, cur money.Currency) *desk.File {
	<-s.gate
	return s.fake.File(v, key, cur)
}

// TestHugeFileDoesNotBlock builds a file that takes long beside the event loop.
func TestHugeFileDoesNotBlock(t *testing.T) {
	f := sampleDesk()
	reader := slow{f, make(chan struct{})}
	now := time.Unix(0, 0)
	m := New(Options{Desk: f, Reader: reader, Now: func() time.Time { now = now.Add(time.Second); return now }})
	_, cmd := m.Update(tea.WindowSizeMsg{Width: 120, Height: 40})
	if cmd == nil || m.card.File() != nil {
		t.Fatal("the screen waited for the file")
	}
	if !strings.Contains(screen(&sim{Model: m}), "Brasserie Vanden Bossche") {
		t.Error("the row's figures are not shown meanwhile")
	}
	m.Update(typed('j'))
	close(reader.gate)
	_, more := m.Update(cmd())
	for more != nil {
		_, more = m.Update(more())
	}
	if m.card.File() == nil || m.card.File().Client.Key != key("C00231") {
		t.Error("the file of the account on show is missing")
	}
}

// TestFramesArePaced draws the first change at once and those that follow within
// the pause together.
func TestFramesArePaced(t *testing.T) {
	now := time.Unix(100, 0)
	f := sampleDesk()
	m := New(Options{Desk: f, Reader: f, Now: func() time.Time { return now }})
	m.Update(tea.WindowSizeMsg{Width: 120, Height: 40})
	now = now.Add(time.Second)
	frame := func() string { return m.View().Content }
	before := frame()
	m.Update(typed('j'))
	first := frame()
	if first == before {
		t.Fatal("the first key after a pause is not drawn at once")
	}
	now = now.Add(time.Millisecond)
	_, tick := m.Update(typed('j'))
	if tick == nil || frame() != first {
		t.Fatal("a frame was drawn within the pause, or none was asked for")
	}
	if _, again := m.Update(typed('j')); again != nil {
		t.Error("two frames were asked for")
	}
	now = now.Add(pace)
	m.Update(msg.Compose{})
	if frame() == first || m.current.Key != key("C00412") {
		t.Error("the frame after the pause does not show the last key")
	}
}

// TestEveryIntentIsHandled looks for keys of the table that nothing answers.
func TestEveryIntentIsHandled(t *testing.T) {
	for _, b := range keys.Table() {
		s := newSim(sampleDesk(), 120, 40, wording.French)
		s.press("j")
		handled := false
		switch b.Scope {
		case keys.Desk, keys.Past:
			if _, handled = s.global(b.Intent); !handled {
				_, handled = s.list.HandleIntent(b.Intent)
			}
			handled = handled || b.Intent == keys.Accept
		case keys.File, keys.Ticks:
			_, handled = s.card.HandleIntent(b.Intent)
			handled = handled || b.Intent == keys.Back
		case keys.Notes:
			_, handled = s.notes.HandleIntent(b.Intent)
		case keys.Plan:
			s.press("e6<enter>")
			_, handled = s.plan.HandleIntent(b.Intent)
		case keys.PlanLine:
			s.press("e6<enter><tab>")
			_, handled = s.plan.HandleIntent(b.Intent)
		case keys.Covered:
			s.press("e6<enter><tab><tab>")
			_, handled = s.plan.HandleIntent(b.Intent)
		case keys.Broken:
			saved := garagePlan(plan.Breached)
			s.plan.SetFile(s.current, &saved)
			_, handled = s.plan.HandleIntent(b.Intent)
		case keys.Saved:
			saved := garagePlan(plan.Draft)
			s.plan.SetFile(s.current, &saved)
			_, handled = s.plan.HandleIntent(b.Intent)
		case keys.Line:
			switch b.Intent {
			case keys.Accept, keys.Back, keys.ToItems, keys.Down, keys.Up, keys.PageDown, keys.PageUp:
				handled = true
			}
		case keys.Charges:
			s.press("F")
			_, handled = s.feesIntent(s.sheet, b.Intent)
		case keys.Sheet:
			switch b.Intent {
			case keys.Down, keys.Up, keys.PageDown, keys.PageUp, keys.First, keys.Last, keys.Back, keys.Accept, keys.Tick, keys.Yes, keys.Copy:
				handled = true
			}
		}
		if !handled {
			t.Errorf("%v in scope %d: nobody answers", b.Keys, b.Scope)
		}
	}
}

func TestPlanEditor(t *testing.T) {
	f := sampleDesk()
	s := newSim(f, 120, 40, wording.French)
	s.press("je6<enter>")
	s.press("<left><left>") // four instalments
	s.press("<down><down><down>5<down>&àà<enter><enter>")
	p, ok := f.commands[0].(act.Plan)
	if !ok || p.State != act.Proposed || len(p.Plan.Instalments) != 5 || p.Plan.Total() != 3550600 {
		t.Fatalf("got %#v", f.commands)
	}
	if p.Plan.Instalments[0].Amount() != 10000 {
		t.Errorf("down payment %d", p.Plan.Instalments[0].Amount())
	}
	s.press("e<enter>s")
	if p, ok := f.commands[1].(act.Plan); !ok || p.State != act.Signed {
		t.Errorf("got %#v", f.commands[1])
	}
	s.press("e<enter>d")
	if p, ok := f.commands[2].(act.Plan); !ok || p.State != act.Draft {
		t.Errorf("got %#v", f.commands[2])
	}
	s.press("e<enter><esc>")
	if len(f.commands) != 3 || s.plan.Editing() {
		t.Error("Esc does not leave the proposal")
	}
}

func TestMouse(t *testing.T) {
	s := newSim(sampleDesk(), 120, 40, wording.French)
	y := s.geo.panes[paneList].y
	s.send(tea.MouseClickMsg{X: 5, Y: y + 6, Button: tea.MouseLeft})
	if s.current.Key != key("C00077") {
		t.Errorf("the click opens %v", s.current.Key)
	}
	s.send(tea.MouseWheelMsg{X: 5, Y: y + 6, Button: tea.MouseWheelDown})
	if s.current.Key != key("C00412") {
		t.Errorf("the wheel goes to %v", s.current.Key)
	}
	s.send(tea.MouseClickMsg{X: 100, Y: y + 2, Button: tea.MouseLeft})
	if s.focus != paneFile {
		t.Error("the click does not move the focus")
	}
}
