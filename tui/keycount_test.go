package tui

import (
	"reflect"
	"testing"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"relance/domain/act"
	"relance/domain/desk"
	"relance/domain/journal"
	"relance/domain/money"
	"relance/domain/priority"
	"relance/domain/wording"
)

// count gives the number of keys that a text in the notation of press takes.
func count(text string) int {
	n := 0
	for text != "" {
		if text[0] == '<' {
			for text[0] != '>' {
				text = text[1:]
			}
			text = text[1:]
		} else {
			_, size := utf8.DecodeRuneInString(text)
			text = text[size:]
		}
		n++
	}
	return n
}

// TestKeyCounts sends the keys of the table of acts and looks at the commands
// that reach the desk: no act takes more keys than the table says.
func TestKeyCounts(t *testing.T) {
	garage := key("C00231")
	for _, c := range []struct {
		name, keys string
		count      int
		want       func(t *testing.T, cmd act.Command)
	}{
		{"call, no answer", "an", 2, func(t *testing.T, cmd act.Command) {
			if c, ok := cmd.(act.Call); !ok || c.Outcome != journal.NoAnswer {
				t.Errorf("got %#v", cmd)
			}
		}},
		{"promise of all that is due, Friday", "pv<enter>", 3, func(t *testing.T, cmd act.Command) {
			if p, ok := cmd.(act.Promise); !ok || p.Amount.Minor != 3550600 || p.Due != today.AddDays(4) {
				t.Errorf("got %#v", cmd)
			}
		}},
		{"promise of half, Friday", "pmv<enter>", 4, func(t *testing.T, cmd act.Command) {
			if p, ok := cmd.(act.Promise); !ok || p.Amount.Minor != 1775300 || p.Due != today.AddDays(4) {
				t.Errorf("got %#v", cmd)
			}
		}},
		{"promise of 1500 on the 15th", "p1500 15<enter>", 9, func(t *testing.T, cmd act.Command) {
			if p, ok := cmd.(act.Promise); !ok || p.Amount != money.Of(150000, money.EUR) || p.Due != today.AddDays(22) {
				t.Errorf("got %#v", cmd)
			}
		}},
		{"the same on a French keyboard, unshifted", "p&(àà &(<enter>", 9, func(t *testing.T, cmd act.Command) {
			if p, ok := cmd.(act.Promise); !ok || p.Amount != money.Of(150000, money.EUR) || p.Due != today.AddDays(22) {
				t.Errorf("got %#v", cmd)
			}
		}},
		{"dispute on the current invoice, order number missing", "lb<enter>", 3, func(t *testing.T, cmd act.Command) {
			d, ok := cmd.(act.Dispute)
			if !ok || d.Reason != journal.OrderNumberMissing || len(d.Items) != 1 || d.Items[0].Item.Number != "F25-1043" {
				t.Errorf("got %#v", cmd)
			}
		}},
		{"six-month plan, accepted as proposed", "e6<enter><enter>", 4, func(t *testing.T, cmd act.Command) {
			p, ok := cmd.(act.Plan)
			if !ok || p.State != act.Proposed || len(p.Plan.Instalments) != 6 || p.Plan.Total() != 3550600 || !p.LogCall {
				t.Errorf("got %#v", cmd)
			}
		}},
		{"note", "iok<enter>", 4, func(t *testing.T, cmd act.Command) {
			if n, ok := cmd.(act.Note); !ok || n.Text != "ok" {
				t.Errorf("got %#v", cmd)
			}
		}},
		{"call back tomorrow", "rd<enter>", 3, func(t *testing.T, cmd act.Command) {
			if r, ok := cmd.(act.Callback); !ok || r.Callback.Day != today.AddDays(1) {
				t.Errorf("got %#v", cmd)
			}
		}},
		{"receipt seen at the bank", "b1500 12/11<enter>", 12, func(t *testing.T, cmd act.Command) {
			if r, ok := cmd.(act.Receipt); !ok || r.Amount != money.Of(150000, money.EUR) || r.On != today.AddDays(-11) {
				t.Errorf("got %#v", cmd)
			}
		}},
		{"contact", "nMme Petit compta 0143221109<enter>", 2 + len("Mme Petit compta 0143221109"), func(t *testing.T, cmd act.Command) {
			if n, ok := cmd.(act.SetContact); !ok || n.Person.Phone == "" || n.Person.Name == "" {
				t.Errorf("got %#v", cmd)
			}
		}},
		{"never dun", "on<enter>", 3, func(t *testing.T, cmd act.Command) {
			if s, ok := cmd.(act.SetStatus); !ok || s.Status.Status != journal.NeverDun {
				t.Errorf("got %#v", cmd)
			}
		}},
		{"undo", "u", 1, func(t *testing.T, cmd act.Command) {
			if u, ok := cmd.(act.Undo); !ok || u.Act != (journal.ID{Device: 1, Seq: 3}) {
				t.Errorf("got %#v", cmd)
			}
		}},
		{"dispute closed as founded", "ff<enter>", 3, func(t *testing.T, cmd act.Command) {
			if f, ok := cmd.(act.Close); !ok || f.What != act.CloseDispute || f.Founded != journal.Founded {
				t.Errorf("got %#v", cmd)
			}
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := sampleDesk()
			f.last = f.files[garage].Timeline[1]
			f.lastOn = garage
			s := newSim(f, 120, 40, wording.French)
			s.press("j") // the account of the sketch stands second
			if n := count(c.keys); n > c.count {
				t.Errorf("%d keys, want %d", n, c.count)
			}
			s.press(c.keys)
			if len(f.commands) != 1 {
				t.Fatalf("%d commands: %#v; the line says %q", len(f.commands), f.commands, s.line.sentence)
			}
			if f.commands[0].Subject() != garage {
				t.Errorf("command for %v", f.commands[0].Subject())
			}
			c.want(t, f.commands[0])
		})
	}
}

func TestOneKeyLooks(t *testing.T) {
	f := sampleDesk()
	s := newSim(f, 120, 40, wording.French)
	s.press(",")
	if s.sheet == nil {
		t.Error("the reason is not shown")
	}
	s.press("<esc>h")
	if s.sheet == nil || !s.sheet.whole {
		t.Error("help is not shown")
	}
	s.press("<esc>j")
	if s.sheet != nil || s.current.Key != key("C00231") {
		t.Error("j does not go to the next account")
	}
	if len(f.commands) != 0 {
		t.Errorf("looking recorded %#v", f.commands)
	}
}

// held gives the view after a call without an answer: the account is held back.
func held(f *fake, account string) func(act.Command) *desk.View {
	return func(act.Command) *desk.View {
		v := *f.view
		v.Serial++
		v.Worklist = nil
		for _, r := range f.view.Worklist {
			if r.Client == key(account) {
				off := *r
				off.Class = priority.Off
				v.Held = append([]*desk.Row{&off}, v.Held...)
				continue
			}
			v.Worklist = append(v.Worklist, r)
		}
		return &v
	}
}

func TestPassage(t *testing.T) {
	f := sampleDesk()
	f.after = held(f, "C00231")
	s := newSim(f, 120, 40, wording.French)
	s.press("jan")
	if s.current.Key != key("C00077") {
		t.Errorf("after no answer: %v, want the next account", s.current.Key)
	}
	s.press("k")
	if s.current.Key != key("C00231") {
		t.Errorf("k goes to %v, want the account just left", s.current.Key)
	}
}

func TestStaysUntilNothingIsLeft(t *testing.T) {
	f := sampleDesk()
	s := newSim(f, 120, 40, wording.French)
	s.press("jpmv<enter>")
	if s.current.Key != key("C00231") {
		t.Errorf("half is promised, but %v opened", s.current.Key)
	}
	s.press("<enter>")
	if s.current.Key != key("C00077") {
		t.Errorf("Enter on an empty line opens %v", s.current.Key)
	}
	f = sampleDesk()
	f.after = func(act.Command) *desk.View {
		v := *f.view
		v.Serial++
		v.Worklist = append([]*desk.Row(nil), f.view.Worklist...)
		r := *v.Worklist[1]
		r.Collectible = 0
		v.Worklist[1] = &r
		return &v
	}
	s = newSim(f, 120, 40, wording.French)
	s.press("jpv<enter>")
	if s.current.Key != key("C00077") {
		t.Errorf("all is promised, but %v is on show", s.current.Key)
	}
}

func TestPasteNeverActs(t *testing.T) {
	f := sampleDesk()
	s := newSim(f, 120, 40, wording.French)
	s.send(tea.PasteMsg{Content: "an"})
	s.send(tea.PasteMsg{Content: "\nq\n"})
	if len(f.commands) != 0 || s.quit {
		t.Fatal("pasted text acted")
	}
	if got := s.line.in.Text(); got != "an q " {
		t.Errorf("the line reads %q", got)
	}
	s.press("<esc>")
	s.press("a")
	s.send(tea.PasteMsg{Content: "n"})
	if len(f.commands) != 0 {
		t.Fatal("pasted text acted")
	}
	s.press("<enter>")
	if len(f.commands) != 1 {
		t.Error("Enter does not take a pasted line")
	}
}

func TestTextIsText(t *testing.T) {
	f := sampleDesk()
	s := newSim(f, 120, 40, wording.French)
	s.press("iquitte, hausse zéro j k u c<enter>")
	if len(f.commands) != 1 || f.commands[0].(act.Note).Text != "quitte, hausse zéro j k u c" {
		t.Errorf("got %#v", f.commands)
	}
}

// TestKeysWait types on while a command is under way: nothing is lost, nothing
// is applied too early.
func TestKeysWait(t *testing.T) {
	f := sampleDesk()
	s := newSim(f, 120, 40, wording.French)
	var pending []tea.Cmd
	send := func(in tea.Msg) {
		if _, cmd := s.Update(in); cmd != nil {
			pending = append(pending, cmd)
		}
	}
	for _, r := range "iun" {
		send(typed(r))
	}
	send(named("enter"))
	if !s.busy || len(pending) != 1 {
		t.Fatalf("busy %v, %d commands under way", s.busy, len(pending))
	}
	for _, r := range "jideux" {
		send(typed(r))
	}
	send(named("enter"))
	if len(pending) != 1 || s.current.Key != key("C00118") {
		t.Fatal("keys were applied while the command was under way")
	}
	for len(pending) > 0 {
		next := pending[0]
		pending = pending[1:]
		send(next())
	}
	want := []act.Command{
		act.Note{Base: act.Base{Client: key("C00118")}, Text: "un"},
		act.Note{Base: act.Base{Client: key("C00231")}, Text: "deux"},
	}
	if !reflect.DeepEqual(f.commands, want) {
		t.Errorf("got %#v", f.commands)
	}
}

func TestRefusedKeepsTheLine(t *testing.T) {
	f := sampleDesk()
	f.err = &desk.Error{Code: desk.ErrStore, Detail: "append", Err: errDisk}
	s := newSim(f, 120, 40, wording.French)
	s.press("pv<enter>")
	if !s.line.open() || s.line.in.Text() != "pv" {
		t.Error("the line was lost")
	}
	if !s.alert || s.message == "" {
		t.Error("nothing says that it was not recorded")
	}
}

func TestUndoAsksWhenBuiltOn(t *testing.T) {
	f := sampleDesk()
	f.last, f.lastOn = f.files[key("C00231")].Timeline[1], key("C00231")
	f.err = &desk.Error{Code: desk.ErrBuiltOn}
	s := newSim(f, 120, 40, wording.French)
	s.press("u")
	if s.line.kind != lineYesNo {
		t.Fatal("nobody asks")
	}
	s.press("n")
	if len(f.commands) != 1 {
		t.Fatal("undone without a yes")
	}
	s.press("u")
	f.err = nil
	s.press("o")
	if u, ok := f.commands[len(f.commands)-1].(act.Undo); !ok || !u.Confirmed {
		t.Errorf("got %#v", f.commands)
	}
}
