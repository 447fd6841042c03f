package sample

import (
	"cmp"
	"slices"

	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/money"
)

// diary collects what the collectors did, in any order; events brings it into
// the order of time and gives each event its number.
type diary struct {
	r    random
	acts []*entry
}

// entry is one act to come: write produces its events once its turn is there.
type entry struct {
	day    calendar.Date
	minute int
	client *client
	write  func(*pen)
}

// do notes an act of a day, at an hour of the working day.
func (w *world) do(c *client, day calendar.Date, write func(*pen)) {
	w.doAt(c, day, w.diary.r.between(9*60+5, 11*60+40)+w.diary.r.below(2)*5*60, write)
}

// doAt notes an act at a minute of the day. Acts fall on business days that are
// over.
func (w *world) doAt(c *client, day calendar.Date, minute int, write func(*pen)) {
	day = min(calendar.France.PreviousBusinessDay(day), w.cutoff)
	w.diary.acts = append(w.diary.acts, &entry{day: day, minute: minute, client: c, write: write})
}

// note writes a note at the end of a day's work on a client.
func (w *world) note(c *client, day calendar.Date, text string) {
	w.doAt(c, day, w.diary.r.between(17*60, 17*60+40), func(p *pen) { p.note(text) })
}

// events writes the diary out.
func (d *diary) events() []journal.Event {
	slices.SortStableFunc(d.acts, func(a, b *entry) int {
		return cmp.Or(cmp.Compare(a.day, b.day), cmp.Compare(a.minute, b.minute))
	})
	p := &pen{r: &d.r, callbacks: map[*client]journal.ID{}}
	for _, a := range d.acts {
		p.entry, p.act = a, journal.ID{}
		a.write(p)
	}
	return p.out
}

// pen writes events, one act after another.
type pen struct {
	r         *random
	out       []journal.Event
	stamp     journal.Stamp
	entry     *entry
	act       journal.ID
	callbacks map[*client]journal.ID // set and not yet made
}

const dayMillis = 86_400_000

// emit adds an event to the act and gives its ID.
func (p *pen) emit(c journal.Content, builds ...journal.ID) journal.ID {
	id := journal.ID{Device: Device, Seq: uint64(len(p.out) + 1)}
	if p.act.IsZero() {
		p.act = id
	}
	p.stamp = p.stamp.Next(p.entry.day.Time().UnixMilli() + int64(p.entry.minute)*60_000)
	p.out = append(p.out, journal.Event{
		ID: id, Act: p.act, Stamp: p.stamp, Day: p.entry.day, Author: p.entry.client.Collector,
		Client: p.entry.client.Key, Builds: builds, Content: c,
	})
	return id
}

// text salts a personal text.
func (p *pen) text(body string) journal.Text {
	if body == "" {
		return journal.Text{}
	}
	return journal.Text{Body: body, Salt: p.r.salt()}
}

// call logs a call of ours, with the follow-up that goes with its outcome.
func (p *pen) call(o journal.Outcome, person string) { p.contact(o, journal.CalledOut, person) }

// contact logs a contact. It ends the callback that was due, and sets the one
// that goes with the outcome: an unanswered call is repeated at the other half
// of the day two business days later, a message or a switchboard the next day.
func (p *pen) contact(o journal.Outcome, by journal.Channel, person string) {
	e := p.entry
	p.emit(journal.CallLogged{Outcome: o, Channel: by, Minute: int16(e.minute), Person: p.text(person)})
	if id, ok := p.callbacks[e.client]; ok {
		p.emit(journal.CallbackDone{Callback: id}, id)
		delete(p.callbacks, e.client)
	}
	wait := map[journal.Outcome]int{
		journal.NoAnswer: 2, journal.MessageLeft: 1, journal.Switchboard: 1, journal.Documents: 2,
		journal.Refusal: 1, journal.Hardship: 5,
	}[o]
	if wait == 0 {
		return
	}
	cb := journal.CallbackSet{Day: calendar.France.AddBusinessDays(e.day, wait), Minute: -1, Automatic: true}
	if o == journal.NoAnswer {
		cb.Half = journal.Afternoon
		if e.minute >= 12*60 {
			cb.Half = journal.Morning
		}
	}
	p.callbacks[e.client] = p.emit(cb)
}

// callback agrees a callback at a minute of a day, -1 = no hour.
func (p *pen) callback(day calendar.Date, minute int16) {
	p.callbacks[p.entry.client] = p.emit(journal.CallbackSet{Day: day, Minute: minute})
}

// part is a share of an item.
type part struct {
	item   *ledger.Item
	amount int64
}

// whole gives the whole of each item.
func whole(items ...*ledger.Item) []part {
	out := make([]part, len(items))
	for i, it := range items {
		out[i] = part{it, it.Amount}
	}
	return out
}

func parts(list []part) (out []journal.Part, total int64) {
	for _, p := range list {
		out = append(out, journal.Part{Item: p.item.ItemKey, Amount: p.amount})
		total += p.amount
	}
	return out, total
}

// promise notes a promise over parts of items.
func (p *pen) promise(person string, origin journal.PromiseOrigin, due calendar.Date, list []part, supersedes ...journal.ID) journal.ID {
	items, total := parts(list)
	return p.emit(journal.PromiseMade{
		Amount: money.Of(total, money.EUR), Due: due, Items: items, Origin: origin, Person: p.text(person), Supersedes: supersedes,
	}, supersedes...)
}

func (p *pen) note(text string) journal.ID { return p.emit(journal.NoteWritten{Text: p.text(text)}) }

// undo takes an act back, which is an act of its own.
func (p *pen) undo(act journal.ID) {
	p.act = journal.ID{}
	p.emit(journal.ActUndone{Act: act})
}

// dispute opens a dispute over parts of items.
func (p *pen) dispute(reason journal.DisputeReason, owner string, due calendar.Date, list []part) journal.ID {
	items, _ := parts(list)
	return p.emit(journal.DisputeOpened{Reason: reason, Items: items, Due: due, Owner: owner})
}

func (p *pen) remind(level uint8, items ...*ledger.Item) {
	keys := make([]ledger.ItemKey, len(items))
	for i, it := range items {
		keys[i] = it.ItemKey
	}
	p.emit(journal.ReminderIssued{Level: level, Items: keys})
}

func (p *pen) person(c ledger.Contact) {
	p.emit(journal.ContactSet{Name: p.text(c.Name), Role: p.text(c.Role), Phone: p.text(c.Phone), Email: p.text(c.Email)})
}
