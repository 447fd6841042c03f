package tui

import (
	"errors"
	"strings"

	tea "charm.land/bubbletea/v2"

	"relance/domain/act"
	"relance/domain/aging"
	"relance/domain/behaviour"
	"relance/domain/calendar"
	"relance/domain/desk"
	"relance/domain/journal"
	"relance/domain/latefee"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/plan"
	"relance/domain/priority"
	"relance/domain/promise"
	"relance/domain/why"
	"relance/domain/wording"
	"relance/tui/msg"
)

// fake is a hand-made desk: it records commands and shows hand-made views.
type fake struct {
	view     *desk.View
	files    map[ledger.ClientKey]*desk.File
	commands []act.Command
	after    func(act.Command) *desk.View // the view after a command; nil = the same
	err      error
	last     desk.TimelineRow
	lastOn   ledger.ClientKey
	asked    []calendar.Date
	undone   desk.TimelineRow
	calls    int // of the day, to anybody

	mandated   ledger.ClientKey // gave a direct-debit mandate
	listed     map[desk.PlanFilter][]desk.PlanEntry
	cash       []desk.ExpectedCash
	ratesUntil calendar.Date // last day with a known rate; zero = for ever
	standing   []act.StandingPlan
}

func (f *fake) View() *desk.View { return f.view }

func (f *fake) Do(cmd act.Command) (desk.Done, error) {
	f.commands = append(f.commands, cmd)
	if f.err != nil {
		return desk.Done{}, f.err
	}
	if f.after != nil {
		f.view = f.after(cmd)
	}
	return desk.Done{Client: cmd.Subject(), View: f.view}, nil
}

func (f *fake) At(day calendar.Date) *desk.View {
	f.asked = append(f.asked, day)
	v := *f.view
	v.Serial, v.AsOf = v.Serial+100, day
	return &v
}

func (f *fake) LastAct() (desk.TimelineRow, ledger.ClientKey, bool) {
	return f.last, f.lastOn, f.last.Event != nil
}

func (f *fake) LastUndone() (desk.TimelineRow, ledger.ClientKey, bool) {
	return f.undone, f.lastOn, f.undone.Event != nil
}

func (f *fake) SetRate(cmd act.SetRate) (desk.Done, error) { return f.Do(cmd) }

func (f *fake) Charger(_ *desk.View, _ ledger.ClientKey, _ money.Currency, parts []journal.Part, provisional bool) plan.Charger {
	return &flatRate{until: f.ratesUntil, provisional: provisional}
}

// flatRate is a rate of 12 % a year, known up to a day.
type flatRate struct {
	until       calendar.Date // zero = for ever
	provisional bool
}

func (r *flatRate) Weight(_ int, day calendar.Date) (plan.Weight, error) {
	late := int64(max(day.Sub(today.AddDays(-60)), 0))
	unknown := !r.until.IsZero() && day > r.until
	if unknown && !r.provisional {
		return plan.Weight{}, &latefee.MissingRate{Basis: latefee.FRDefault, From: r.until + 1, To: r.until.AddMonths(6)}
	}
	return plan.Weight{PPMDays: late * 120_000, Provisional: unknown}, nil
}

func (r *flatRate) Openings(int) []plan.Opening { return nil }

func (r *flatRate) Fee(int, calendar.Date) (int64, error) { return 4000, nil }

func (f *fake) Calls(*desk.View, ledger.ClientKey) (today, most int) { return f.calls, 3 }

func (f *fake) File(_ *desk.View, key ledger.ClientKey, _ money.Currency) *desk.File {
	return f.files[key]
}

func (f *fake) Facts(v *desk.View, key ledger.ClientKey, cur money.Currency, sel desk.Selection) act.Facts {
	file := f.files[key]
	if file == nil {
		return act.Facts{}
	}
	out := act.Facts{Client: key, Name: file.Client.Name, Today: v.Day, Minute: -1, Zone: calendar.France, Currency: cur, Current: -1}
	out.Plans = f.standing
	for i, it := range file.Items[:file.OpenItems] {
		ticked := false
		for _, k := range sel.Ticked {
			ticked = ticked || k == it.Key
		}
		if it.Key == sel.Item || out.Current < 0 && it.Collectible > 0 && sel.Item.IsZero() {
			out.Current = i
		}
		out.Items = append(out.Items, act.Item{
			Key: it.Key, Due: it.Due, Open: it.Open, Collectible: it.Collectible,
			Promised: it.Promised, Disputed: it.Disputed, Ticked: ticked,
		})
		out.Open += it.Open
		out.Collectible += it.Collectible
	}
	for _, d := range file.Disputes {
		out.Targets = append(out.Targets, act.Target{
			Kind: act.CloseDispute, ID: d.ID, Amount: money.Of(d.Amount, cur), Date: d.OpenedOn,
			Selected: sel.Target != nil && sel.Target.ID == d.ID,
		})
	}
	return out
}

func (f *fake) Why(v *desk.View, key ledger.ClientKey, cur money.Currency) desk.Why {
	return desk.Why{Row: f.Row(v, key, cur), Figures: []why.Figure{{
		Of: why.Collectible, Value: 3582600, Rule: why.RuleCollectible, Source: why.SourceDesign,
		Terms: []why.Term{{Of: why.Overdue, Value: 3582600}, {Of: why.NotPaidAnyway, Value: 820000, Unit: why.PPM, Factor: true}},
	}}}
}

func (f *fake) Search(v *desk.View, query string, limit int) []desk.Hit {
	var out []desk.Hit
	for _, r := range v.Worklist {
		if matches(r.Name, query) {
			out = append(out, desk.Hit{Client: r.Client, Name: r.Name, What: desk.HitAccount, Text: r.Client.Account})
		}
	}
	return out
}

func (f *fake) Row(v *desk.View, key ledger.ClientKey, _ money.Currency) *desk.Row {
	for _, rows := range [][]*desk.Row{v.Worklist, v.Held} {
		for _, r := range rows {
			if r.Client == key {
				return r
			}
		}
	}
	return nil
}

var today = calendar.Of(2026, 11, 23)

func key(account string) ledger.ClientKey {
	return ledger.ClientKey{Creditor: "404833048", Account: account}
}

func row(account, name string, overdue int64, late int, class priority.Class, r priority.Reason) *desk.Row {
	return &desk.Row{
		Client: key(account), Name: name, Currency: money.EUR, Overdue: overdue, Collectible: overdue, Open: overdue,
		DaysLate: late, Class: class, Score: overdue, Minute: -1, Reasons: []priority.Reason{r},
	}
}

// sampleDesk is the portfolio of the sketch.
func sampleDesk() *fake {
	rows := []*desk.Row{
		row("C00118", "Brasserie Vanden Bossche", 1824000, 31, priority.Callback, priority.Reason{Code: priority.CallbackNow, Date: today, Minute: 540}),
		row("C00231", "Garage Lefèvre SARL", 3582600, 75, priority.BrokenPromise, priority.Reason{Code: priority.PromiseBroken, Amount: 1245000, Date: calendar.Of(2026, 11, 18)}),
		row("C00077", "Pharmacie de l'Étoile", 1290500, 44, priority.Gain, priority.Reason{Code: priority.Drifting, Days: 12, Points: 36}),
		row("C00412", "Transports Nguyên", 941000, 12, priority.Gain, priority.Reason{Code: priority.LargeAmount, Amount: 941000}),
		row("C00309", "Menuiserie Château", 875000, 96, priority.Gain, priority.Reason{Code: priority.OldDebt, Days: 96}),
		row("C00520", "Œuvres & Cie", 711800, 20, priority.Gain, priority.Reason{Code: priority.LimitExceeded, Amount: 211800}),
	}
	held := row("C00600", "Hôtel du Parc", 430000, 18, priority.Off, priority.Reason{Code: priority.HeldCallback, Date: today.AddDays(3), Minute: -1})
	f := &fake{
		files: map[ledger.ClientKey]*desk.File{},
		view: &desk.View{
			Serial: 1, Day: today, Worklist: rows, Held: []*desk.Row{held},
			Header: desk.Header{
				Creditors: []ledger.Creditor{{ID: "404833048", Name: "Atelier du Nord", Currency: money.EUR, Cutoff: calendar.Of(2026, 11, 20)}},
				Left:      38, Overdue: []money.Amount{money.Of(21248000, money.EUR)}, PromisesDue: 3,
				Session: desk.Tally{Calls: 12, Reached: 5, Promises: 3, Promised: []money.Amount{money.Of(2415000, money.EUR)}},
			},
		},
	}
	for _, r := range append(append([]*desk.Row(nil), rows...), held) {
		f.files[r.Client] = plainFile(r)
	}
	f.files[key("C00231")] = garage(rows[1])
	return f
}

func itemKey(number string, date calendar.Date) ledger.ItemKey {
	return ledger.ItemKey{Kind: ledger.Invoice, Number: number, Date: date}
}

func plainFile(r *desk.Row) *desk.File {
	due := today.AddDays(-r.DaysLate)
	b := aging.Balance{}
	b.Add(r.Open, r.DaysLate)
	return &desk.File{
		Client:    ledger.Client{Key: r.Client, Name: r.Name},
		Sums:      []desk.Sums{{Currency: money.EUR, Balance: b, Exposure: r.Open, Overdue: r.Overdue, Collectible: r.Collectible, DaysLate: r.DaysLate}},
		OpenItems: 1,
		Items: []desk.ItemRow{{
			Key: itemKey("F-"+r.Client.Account, due.AddDays(-30)), Due: due, Amount: r.Open, Open: r.Open,
			Collectible: r.Collectible, DaysLate: r.DaysLate, State: desk.ItemOverdue, Currency: money.EUR, DueSource: desk.DueFromDefaultTerms,
		}},
		Fields: []desk.FieldRow{{Field: ledger.FieldName, Value: r.Name}, {Field: ledger.FieldTerms, Value: ""}},
		Row:    r,
	}
}

func garage(r *desk.Row) *desk.File {
	id := func(n uint64) journal.ID { return journal.ID{Device: 1, Seq: n} }
	i1, i2, i3 := itemKey("F25-1043", calendar.Of(2026, 8, 10)), itemKey("F25-1102", calendar.Of(2026, 8, 31)), itemKey("F25-1177", calendar.Of(2026, 9, 15))
	call := &journal.Event{
		ID: id(3), Act: id(3), Day: calendar.Of(2026, 11, 13), Author: "M. Durand", Client: r.Client,
		Content: journal.CallLogged{Outcome: journal.Promised, Minute: 612, Person: journal.Text{Body: "Mme Petit"}},
	}
	note := &journal.Event{
		ID: id(4), Act: id(4), Day: calendar.Of(2026, 11, 13), Author: "M. Durand", Client: r.Client,
		Content: journal.NoteWritten{Text: journal.Text{Body: "virement mercredi, attend la signature"}},
	}
	made := &journal.Event{
		ID: id(5), Act: id(3), Day: calendar.Of(2026, 11, 13), Author: "M. Durand", Client: r.Client,
		Content: journal.PromiseMade{Amount: money.Of(1245000, money.EUR), Due: calendar.Of(2026, 11, 18), Items: []journal.Part{{Item: i1, Amount: 1245000}}},
	}
	var b aging.Balance
	b.Add(537400, 0)
	b.Add(817600, 39)
	b.Add(1520000, 54)
	b.Add(1245000, 75)
	pr := desk.PromiseRow{Person: "Mme Petit", Act: id(3)}
	pr.Promise = promise.Promise{
		ID: id(5), Amount: 1245000, Currency: money.EUR, Made: calendar.Of(2026, 11, 13), Due: calendar.Of(2026, 11, 18),
		Parts: []journal.Part{{Item: i1, Amount: 1245000}},
	}
	pr.Standing = promise.Standing{State: promise.Broken, Missing: 1245000, BrokenOn: calendar.Of(2026, 11, 21)}
	return &desk.File{
		Client:   ledger.Client{Key: r.Client, Name: r.Name},
		Limit:    money.Of(3000000, money.EUR),
		Contacts: []desk.ContactRow{{Contact: ledger.Contact{Name: "Mme Petit", Role: "comptabilité", Phone: "01 43 22 11 09"}, ID: id(1), ByHand: true}},
		Sums: []desk.Sums{{
			Currency: money.EUR, Balance: b, Exposure: 4120000, Overdue: 3582600, Disputed: 32000, Collectible: 3550600, DaysLate: 75,
		}},
		OpenItems: 3,
		Items: []desk.ItemRow{
			{Key: i1, Due: calendar.Of(2026, 9, 9), Amount: 1245000, Open: 1245000, Collectible: 1245000, DaysLate: 75, State: desk.ItemOverdue, Currency: money.EUR},
			{Key: i2, Due: calendar.Of(2026, 9, 30), Amount: 1520000, Open: 1520000, Collectible: 1520000, DaysLate: 54, State: desk.ItemOverdue, Currency: money.EUR},
			{Key: i3, Due: calendar.Of(2026, 10, 15), Amount: 817600, Open: 817600, Disputed: 32000, Collectible: 785600, DaysLate: 39, State: desk.ItemDisputed, Currency: money.EUR},
			{Key: itemKey("F25-0911", calendar.Of(2026, 6, 1)), Due: calendar.Of(2026, 7, 1), Amount: 420000, State: desk.ItemSettled, SettledOn: calendar.Of(2026, 7, 12), Currency: money.EUR},
		},
		Behaviour: behaviour.Behaviour{MedianDaysLate: 18, Settled: 22, PromisesKept: 11, PromisesDue: 16, KeptEstimatePPM: 620000},
		Promises:  []desk.PromiseRow{pr},
		Disputes: []desk.DisputeRow{{
			ID: id(7), Act: id(7), Reason: journal.Price, Items: []journal.Part{{Item: i3, Amount: 32000}}, Amount: 32000,
			OpenedOn: calendar.Of(2026, 11, 2), Due: calendar.Of(2026, 11, 12), Owner: "Mme Roche",
		}},
		Plans: []desk.PlanRow{{
			Plan: journal.Plan{ID: id(9), Currency: money.EUR, Instalments: []journal.Instalment{
				{Due: calendar.Of(2026, 3, 15), Principal: 100000}, {Due: calendar.Of(2026, 4, 15), Principal: 100000},
			}},
			Standing: plan.Standing{State: plan.Completed}, MadeOn: calendar.Of(2026, 3, 1),
		}},
		Fields: []desk.FieldRow{
			{Field: ledger.FieldName, Value: r.Name},
			{Field: ledger.FieldTerms, Value: "45fm", ByHand: true, On: calendar.Of(2026, 10, 2), Author: "MD"},
			{Field: ledger.FieldLimit, Value: "30000.00"},
		},
		Timeline: []desk.TimelineRow{{Event: note}, {Event: made}, {Event: call}},
		Row:      r,
		Brief: desk.Brief{
			LastContact: call, LastWords: "virement mercredi, attend la signature", LastWordsOn: calendar.Of(2026, 11, 13),
			Question: desk.AskWhyBroken, QuestionDate: calendar.Of(2026, 11, 18), QuestionSum: money.Of(1245000, money.EUR),
		},
	}
}

var errDisk = errors.New("disk full")

// sim drives the screen without goroutines or clocks: commands run at once, in
// order.
type sim struct {
	*Model
	clipboard []tea.Msg
}

func newSim(f *fake, w, h int, lang wording.Lang, change ...func(*Options)) *sim {
	opt := Options{Desk: f, Reader: f, Lang: lang}
	for _, c := range change {
		c(&opt)
	}
	s := &sim{Model: New(opt)}
	s.send(tea.WindowSizeMsg{Width: w, Height: h})
	return s
}

func (s *sim) send(in tea.Msg) {
	_, cmd := s.Update(in)
	s.run(cmd)
}

func (s *sim) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch out := cmd().(type) {
	case nil, tea.QuitMsg:
	case tea.BatchMsg:
		for _, c := range out {
			s.run(c)
		}
	case msg.Done, msg.Viewed, msg.Read, msg.Committed, msg.Sampled, msg.Filed, msg.Compose, msg.Computed:
		s.send(out)
	default:
		s.clipboard = append(s.clipboard, out)
	}
}

// press sends keys: a word in angle brackets is a named key, the rest are typed.
func (s *sim) press(text string) {
	for text != "" {
		if text[0] == '<' && strings.Contains(text, ">") && len(text) > 2 {
			end := strings.Index(text, ">")
			s.send(named(text[1:end]))
			text = text[end+1:]
			continue
		}
		r := []rune(text)[0]
		s.send(typed(r))
		text = text[len(string(r)):]
	}
}

func typed(r rune) tea.KeyPressMsg {
	if r == ' ' {
		return tea.KeyPressMsg{Code: tea.KeySpace, Text: " "}
	}
	return tea.KeyPressMsg{Code: r, Text: string(r)}
}

func named(name string) tea.KeyPressMsg {
	switch name {
	case "enter":
		return tea.KeyPressMsg{Code: tea.KeyEnter}
	case "esc":
		return tea.KeyPressMsg{Code: tea.KeyEscape}
	case "tab":
		return tea.KeyPressMsg{Code: tea.KeyTab}
	case "shift+tab":
		return tea.KeyPressMsg{Code: tea.KeyTab, Mod: tea.ModShift}
	case "space":
		return tea.KeyPressMsg{Code: tea.KeySpace, Text: " "}
	case "backspace":
		return tea.KeyPressMsg{Code: tea.KeyBackspace}
	case "up":
		return tea.KeyPressMsg{Code: tea.KeyUp}
	case "down":
		return tea.KeyPressMsg{Code: tea.KeyDown}
	case "left":
		return tea.KeyPressMsg{Code: tea.KeyLeft}
	case "right":
		return tea.KeyPressMsg{Code: tea.KeyRight}
	case "pgdown":
		return tea.KeyPressMsg{Code: tea.KeyPgDown}
	case "pgup":
		return tea.KeyPressMsg{Code: tea.KeyPgUp}
	case "home":
		return tea.KeyPressMsg{Code: tea.KeyHome}
	case "end":
		return tea.KeyPressMsg{Code: tea.KeyEnd}
	}
	if letter, ok := strings.CutPrefix(name, "ctrl+"); ok {
		return tea.KeyPressMsg{Code: rune(letter[0]), Mod: tea.ModCtrl}
	}
	return tea.KeyPressMsg{}
}
