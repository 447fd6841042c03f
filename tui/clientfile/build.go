package clientfile

import (
	"relance/domain/aging"
	"relance/domain/desk"
	"relance/domain/entry"
	"relance/domain/journal"
	"relance/domain/wording"
	"relance/tui/say"
	"relance/tui/ui"
)

// build lays the pane's lines out; they are drawn when they come into sight.
func (p *Pane) build() {
	p.entries = p.entries[:0]
	switch f := p.file; {
	case p.client.Key.IsZero():
		p.say(wording.LabelNobody)
	case f == nil:
		p.say(wording.LabelLoading)
	default:
		p.brief()
		p.contacts()
		p.figures()
		p.items()
		p.lists()
		p.fields()
		p.settled()
	}
	p.list.Reset(len(p.entries))
}

func (p *Pane) add(draw func(l *ui.Line)) { p.entries = append(p.entries, row{draw: draw}) }

func (p *Pane) put(k kind, n int) {
	for i := range n {
		p.entries = append(p.entries, row{kind: k, i: i})
	}
}

func (p *Pane) say(t wording.Text) {
	p.add(func(l *ui.Line) { l.Gap(1).Put(p.theme.Dim, p.voice.T(t)) })
}

func (p *Pane) blank() { p.add(func(*ui.Line) {}) }

func (p *Pane) head(t wording.Text) {
	p.blank()
	p.add(func(l *ui.Line) { l.Gap(1).Put(p.theme.Strong, p.voice.T(t)) })
}

// brief is what to know before dialling.
func (p *Pane) brief() {
	f, b, v := p.file, p.file.Brief, p.voice
	if f.Status.Status != journal.Normal && f.Status.Status < journal.StatusCount {
		p.add(func(l *ui.Line) {
			l.Gap(1).Put(p.theme.Alert, "! "+v.T(wording.LabelStatuses[f.Status.Status]))
			if f.Status.Until != 0 {
				l.Put("", " "+v.T(wording.LabelUntil)+" "+v.Day(f.Status.Until))
			}
		})
	}
	if not := v.T(wording.NotAsked[min(f.Status.Status, journal.StatusCount-1)]); not != "" {
		p.wrapped(" → ", p.theme.Strong, not)
	} else if q := v.Question(b); q != "" {
		p.wrapped(" → ", p.theme.Strong, ui.Clean(q))
	}
	if b.LastContact != nil {
		p.add(func(l *ui.Line) {
			l.Gap(1).Put("", v.Day(b.LastContact.Day)+"  "+ui.Clean(v.Event(b.LastContact, p.client.Currency, say.FindIn(f.Timeline))))
		})
	}
	if b.LastWords != "" {
		p.wrapped(" "+v.Day(b.LastWordsOn)+"  ", p.theme.Plain, v.Quote(ui.Clean(b.LastWords)))
	}
	if pr := b.OpenPromise; pr != nil {
		p.add(func(l *ui.Line) {
			l.Gap(1).Put("", v.T(wording.LabelOpenPromise)+" "+v.Sum(pr.Amount, pr.Currency)+" "+v.T(wording.LabelFor)+" "+v.ShortDay(pr.Due))
		})
	}
	if len(p.entries) > 0 {
		p.blank()
	}
}

// briefLines is the most that one text of the brief takes.
const briefLines = 2

// wrapped writes a text on at most two lines, the second under the first.
func (p *Pane) wrapped(lead string, st ui.Style, text string) {
	indent := ui.Width(lead)
	for i, part := range ui.Wrap(text, p.width-indent-1, briefLines) {
		p.add(func(l *ui.Line) {
			if i == 0 {
				l.Put(p.theme.Accent, lead)
			}
			l.Gap(indent-(p.width-l.Room())).Put(st, part)
		})
	}
}

func (p *Pane) contacts() {
	if len(p.file.Contacts) == 0 {
		p.add(func(l *ui.Line) { l.Gap(1).Put(p.theme.Dim, p.voice.How(wording.LabelNoContact, entry.Contact)) })
		return
	}
	p.put(contact, len(p.file.Contacts))
}

// figures are exposure and limit, habits, and the aged bar.
func (p *Pane) figures() {
	f := p.file
	for i := range f.Sums {
		p.exposure(&f.Sums[i], i == 0)
		p.parts(&f.Sums[i])
	}
	p.habits()
	for i := range f.Sums {
		if f.Sums[i].Balance.Debits() > 0 {
			p.add(func(l *ui.Line) { p.aged(l, f.Sums[i].Balance) })
		}
	}
	p.chargeLines()
}

// exposure is what the client owes in all, beside the limit and the cover.
func (p *Pane) exposure(s *desk.Sums, main bool) {
	v, f := p.voice, p.file
	figures := []figure{{{"", v.T(wording.LabelExposure) + " "}, {p.theme.Strong, v.Sum(s.Exposure, s.Currency)}}}
	if !main {
		p.flow("   ", figures)
		return
	}
	if f.Limit.Currency != s.Currency {
		figures = append(figures, figure{{p.theme.Dim, v.T(wording.LabelNoLimit)}})
	} else {
		figures = append(figures, figure{{"", v.T(wording.LabelLimit) + " " + v.Sum(f.Limit.Minor, s.Currency)}})
		if over := s.Exposure - f.Limit.Minor; over > 0 {
			figures = append(figures, figure{{p.theme.Alert, "! " + v.T(wording.LabelExcess) + " " + v.Sum(over, s.Currency)}})
		}
	}
	if c := f.Client.Cover; c.Currency == s.Currency && c.Minor > 0 {
		figures = append(figures, figure{{"", v.T(wording.LabelCover) + " " + v.Sum(c.Minor, c.Currency)}})
	}
	p.flow("   ", figures)
}

// parts are what is overdue and what of it cannot be asked for.
func (p *Pane) parts(s *desk.Sums) {
	v := p.voice
	figures := []figure{{{"", v.T(wording.LabelOverdueSum) + " "}, {p.theme.Strong, v.Sum(s.Overdue, s.Currency)}}}
	for _, part := range []struct {
		name wording.Text
		sum  int64
	}{
		{wording.LabelDisputed, s.Disputed},
		{wording.LabelPromised, s.Promised},
		{wording.LabelPlanned, s.Planned},
		{wording.LabelFinanced, s.Financed},
		{wording.LabelUnapplied, s.Unapplied},
		{wording.LabelSeen, s.Seen},
		{wording.LabelCollectible, s.Collectible},
	} {
		if part.sum != 0 {
			figures = append(figures, figure{{"", v.T(part.name) + " " + v.Sum(part.sum, s.Currency)}})
		}
	}
	p.flow(" · ", figures)
}

// habits are how the client pays and keeps promises.
func (p *Pane) habits() {
	b, v := p.file.Behaviour, p.voice
	var pays figure
	switch {
	case b.Settled == 0:
		pays = figure{{p.theme.Dim, v.T(wording.LabelNoHabit)}}
	case b.MedianDaysLate > 0:
		pays = figure{{"", v.T(wording.LabelPaysLate) + " +" + v.Late(b.MedianDaysLate)}}
	case b.MedianDaysLate < 0:
		pays = figure{{"", v.T(wording.LabelPaysEarly) + " " + v.Late(-b.MedianDaysLate)}}
	default:
		pays = figure{{"", v.T(wording.LabelPaysOnTime)}}
	}
	if b.Drift.Significant && b.Drift.Days > 0 {
		pays = append(pays, span{"", ", "}, span{p.theme.Alert, v.T(wording.LabelDrift) + " +" + v.Late(b.Drift.Days)})
	}
	figures := []figure{pays}
	if b.PromisesDue > 0 {
		figures = append(figures, figure{{"", v.Kept(b.PromisesKept, b.PromisesDue) + ", " + v.T(wording.LabelProbable) + " " + v.Percent(b.KeptEstimatePPM)}})
	}
	p.flow(" · ", figures)
}

// aged is the aged balance as bars, one after the other.
func (p *Pane) aged(l *ui.Line, b aging.Balance) {
	l.Gap(1)
	total, n := b.Debits(), 0
	for _, sum := range b.Buckets {
		if sum > 0 {
			n++
		}
	}
	names := 0
	for i, sum := range b.Buckets {
		if sum > 0 {
			names += ui.Width(p.voice.T(wording.LabelBuckets[i])) + 3
		}
	}
	for i, sum := range b.Buckets {
		if sum <= 0 {
			continue
		}
		st := p.theme.Plain
		if aging.Bucket(i) >= aging.D61_90 {
			st = p.theme.Accent
		}
		l.Put(p.theme.Dim, p.voice.T(wording.LabelBuckets[i])+" ")
		l.Put(st, ui.Bar(sum, total, max((p.width-1-names), n))).Gap(2)
	}
}

func (p *Pane) items() {
	f := p.file
	p.columns()
	p.blank()
	if f.OpenItems == 0 {
		p.say(wording.LabelNothingOpen)
		return
	}
	p.add(p.itemHead)
	p.put(item, f.OpenItems)
}

func (p *Pane) settled() {
	f := p.file
	if f.OpenItems >= len(f.Items) {
		return
	}
	p.head(wording.LabelSettledHead)
	for i := f.OpenItems; i < len(f.Items); i++ {
		p.entries = append(p.entries, row{kind: item, i: i})
	}
}

// lists are promises, disputes, plans and callbacks, where there are any.
func (p *Pane) lists() {
	f := p.file
	for _, s := range []struct {
		head wording.Text
		kind kind
		n    int
	}{
		{wording.LabelPromisesHead, promised, len(f.Promises)},
		{wording.LabelDisputesHead, disputed, len(f.Disputes)},
		{wording.LabelPlansHead, planned, len(f.Plans)},
		{wording.LabelCallbacksHead, callback, len(f.Callbacks)},
	} {
		if s.n > 0 {
			p.head(s.head)
			p.put(s.kind, s.n)
		}
	}
}

func (p *Pane) fields() {
	f := p.file
	if len(f.Fields) == 0 {
		return
	}
	p.head(wording.LabelFieldsHead)
	for i := range f.Fields {
		if f.Fields[i].Field.OfClient() {
			p.entries = append(p.entries, row{kind: field, i: i})
		}
	}
}
