// Package clientfile is the second pane: everything about the current client,
// the brief before dialling first.
package clientfile

import (
	"relance/domain/act"
	"relance/domain/calendar"
	"relance/domain/desk"
	"relance/domain/entry"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/wording"
	"relance/tui/keys"
	"relance/tui/msg"
	"relance/tui/say"
	"relance/tui/ui"
)

// Pane shows one client file.
type Pane struct {
	voice   say.Voice
	theme   ui.Theme
	file    *desk.File
	client  msg.Client
	name    string
	entries []row
	list    ui.List
	width   int
	height  int
	widths  []int // of the item columns
	ticked  map[ledger.ItemKey]bool
	charges msg.Charges
	moved   bool // the person moved the cursor: it counts as a choice
}

// kind is what an entry stands for.
type kind uint8

const (
	text kind = iota // cannot bear the cursor
	contact
	item
	promised
	planned
	disputed
	callback
	field
)

// row is one line of the pane.
type row struct {
	kind kind
	i    int
	draw func(l *ui.Line)
}

// New gives an empty pane.
func New(voice say.Voice, theme ui.Theme) *Pane {
	p := &Pane{voice: voice, theme: theme, ticked: map[ledger.ItemKey]bool{}}
	p.list.SetSkip(func(i int) bool { return p.entries[i].kind == text })
	return p
}

// SetVoice changes language or day.
func (p *Pane) SetVoice(v say.Voice) {
	p.voice = v
	p.rebuild()
}

// SetFile shows a client's file, nil while it is being read. The cursor and the
// ticks stay when it is the client that was shown before.
func (p *Pane) SetFile(c msg.Client, name string, f *desk.File) {
	same := c == p.client
	before := p.place()
	p.client, p.name, p.file = c, name, f
	if !same {
		clear(p.ticked)
		p.moved = false
	}
	p.build()
	if same && p.moved && p.find(before) {
		return
	}
	p.moved = false
	p.toItems()
	p.list.Scroll(0)
}

// File is the file on show.
func (p *Pane) File() *desk.File { return p.file }

// place names what the cursor stands on, across rebuilds.
type place struct {
	kind  kind
	item  ledger.ItemKey
	id    journal.ID
	field ledger.Field
	at    int
}

func (p *Pane) place() place {
	at := p.list.Cursor()
	if at >= len(p.entries) || p.file == nil {
		return place{}
	}
	e := p.entries[at]
	out := place{kind: e.kind, at: e.i}
	switch e.kind {
	case item:
		out.item, out.at = p.file.Items[e.i].Key, 0
	case field:
		out.field, out.at = p.file.Fields[e.i].Field, 0
	case promised, planned, disputed, callback:
		out.id, out.at = p.target(e).ID, 0
	}
	return out
}

func (p *Pane) find(want place) bool {
	for i := range p.entries {
		p.list.Set(i)
		if p.place() == want {
			return true
		}
	}
	return false
}

func (p *Pane) toItems() {
	for i, e := range p.entries {
		if e.kind == item {
			p.list.Set(i)
			return
		}
	}
	p.list.Set(0)
}

// Resize gives the pane its box.
func (p *Pane) Resize(w, h int) {
	p.height = h
	if w != p.width {
		p.width = w
		p.rebuild()
	}
	p.list.Resize(w, h)
}

// rebuild lays the lines out anew, which may take more or fewer of them; the
// cursor stays on what it was on.
func (p *Pane) rebuild() {
	before, top := p.place(), p.list.Top()
	p.build()
	if before == (place{}) || !p.find(before) {
		p.toItems()
	}
	p.list.ScrollTo(top)
}

// Focus tells whether the pane has the focus.
func (p *Pane) Focus(on bool) { p.list.Focus(on) }

// Title is the client's name.
func (p *Pane) Title() string {
	if p.client.Key.IsZero() {
		return p.voice.T(wording.LabelClientFile)
	}
	return ui.Clean(p.name)
}

// Tail is the client's account.
func (p *Pane) Tail() string { return ui.Clean(p.client.Key.Account) }

// Selection is what the cursor and the ticks add to the facts of a line.
func (p *Pane) Selection() desk.Selection {
	var sel desk.Selection
	if p.file == nil {
		return sel
	}
	for i := range p.file.Items[:p.file.OpenItems] {
		if key := p.file.Items[i].Key; p.ticked[key] {
			sel.Ticked = append(sel.Ticked, key)
		}
	}
	if !p.moved || p.list.Cursor() >= len(p.entries) {
		return sel
	}
	switch e := p.entries[p.list.Cursor()]; e.kind {
	case item:
		sel.Item = p.file.Items[e.i].Key
	case promised, planned, disputed, callback:
		t := p.target(e)
		sel.Target = &t
	}
	return sel
}

func (p *Pane) target(e row) desk.Target {
	switch e.kind {
	case promised:
		return desk.Target{Kind: act.ClosePromise, ID: p.file.Promises[e.i].ID}
	case planned:
		return desk.Target{Kind: act.ClosePlan, ID: PlanID(p.file.Plans[e.i])}
	case disputed:
		return desk.Target{Kind: act.CloseDispute, ID: p.file.Disputes[e.i].ID}
	case callback:
		return desk.Target{Kind: act.CloseCallback, ID: p.file.Callbacks[e.i].ID}
	}
	return desk.Target{}
}

// PlanID names a plan: the event that first drew it up.
func PlanID(r desk.PlanRow) journal.ID {
	if r.Plan.ID.IsZero() {
		return r.Act
	}
	return r.Plan.ID
}

// ClearTicks unticks all items.
func (p *Pane) ClearTicks() {
	if len(p.ticked) > 0 {
		clear(p.ticked)
		p.list.Reset(len(p.entries))
	}
}

// Ticked counts the items that are ticked, with their open sum.
func (p *Pane) Ticked() (n int, sum int64, cur money.Currency) {
	if p.file == nil {
		return 0, 0, cur
	}
	for _, it := range p.file.Items[:p.file.OpenItems] {
		if p.ticked[it.Key] {
			n++
			sum += it.Open
			cur = it.Currency
		}
	}
	return n, sum, cur
}

// HandleIntent moves the cursor, ticks items and asks for values.
func (p *Pane) HandleIntent(in keys.Intent) (msg.Request, bool) {
	var moved bool
	switch in {
	case keys.Down:
		moved = p.list.Move(1)
	case keys.Up:
		moved = p.list.Move(-1)
	case keys.PageDown:
		moved = p.list.Page(1)
	case keys.PageUp:
		moved = p.list.Page(-1)
	case keys.First:
		moved = p.list.Home()
	case keys.Last:
		moved = p.list.End()
	case keys.Tick:
		return p.tick(), true
	case keys.Accept:
		return p.edit(), true
	default:
		return nil, false
	}
	if moved {
		p.moved = true
		return msg.Moved{}, true
	}
	return nil, true
}

func (p *Pane) at() (row, bool) {
	if p.file == nil || p.list.Cursor() >= len(p.entries) {
		return row{}, false
	}
	return p.entries[p.list.Cursor()], true
}

func (p *Pane) tick() msg.Request {
	e, ok := p.at()
	if !ok || e.kind != item || e.i >= p.file.OpenItems {
		return nil
	}
	key := p.file.Items[e.i].Key
	if p.ticked[key] {
		delete(p.ticked, key)
	} else {
		p.ticked[key] = true
	}
	p.moved = true
	p.list.Touch(p.list.Cursor())
	p.list.Move(1)
	return msg.Moved{}
}

func (p *Pane) edit() msg.Request {
	e, ok := p.at()
	if !ok {
		return nil
	}
	switch e.kind {
	case contact:
		return msg.EditContact{Contact: p.file.Contacts[e.i]}
	case field:
		f := p.file.Fields[e.i]
		return msg.EditField{Field: f.Field, Value: f.Value}
	case item:
		it := p.file.Items[e.i]
		if e.i >= p.file.OpenItems {
			return nil
		}
		return msg.EditField{Field: ledger.FieldDue, Item: it.Key, Value: numeric(it.Due)}
	case promised, planned, disputed, callback:
		p.moved = true
		return msg.StartLine{Text: p.voice.Letters[entry.Close]}
	}
	return nil
}

// numeric writes a date as a person would type it.
func numeric(d calendar.Date) string {
	if d.IsZero() {
		return ""
	}
	s := d.String() // YYYY-MM-DD
	return s[8:] + "/" + s[5:7] + "/" + s[:4]
}

// Click puts the cursor on the pane's line y.
func (p *Pane) Click(y int) (msg.Request, bool) {
	i := p.list.Top() + y
	if y < 0 || i >= len(p.entries) || p.entries[i].kind == text {
		return nil, false
	}
	p.list.Set(i)
	p.moved = true
	return msg.Moved{}, true
}

// Draw appends the pane's lines to dst.
func (p *Pane) Draw(dst []string) []string { return p.list.Draw(dst, p.render) }
