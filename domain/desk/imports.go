package desk

import (
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/priority"
)

// Compare tells what an import would do. It changes nothing.
func (s *Session) Compare(creditor ledger.Creditor, b *ledger.Batch, opt ledger.CompareOptions) (ledger.Change, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return ledger.Compare(&s.cfg.Book, creditor, b, opt)
}

// Import makes a change of the ledger durable together with the act that says
// so, and folds everything anew. Accounts in exclude are no clients to chase:
// they are set to never-dun in the same act.
func (s *Session) Import(ch ledger.Change, src ledger.Source, exclude []ledger.ClientKey) (Done, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.cfg.Store == nil || s.cfg.ReadOnly || s.cfg.AsOf != 0 {
		return Done{}, refuse(ErrReadOnly, "read-only")
	}
	events := s.record(ledger.ClientKey{}, importContents(ch, src, len(exclude), s))
	for i, key := range exclude {
		events[i+1].Client = key
	}
	if err := s.cfg.Store.CommitImport(ch, events); err != nil {
		return Done{}, &Error{Code: ErrStore, Detail: "import", Err: err}
	}
	s.cfg.Book = *ch.Apply(&s.cfg.Book)
	last := &events[len(events)-1]
	s.seq, s.stamp, s.lastDay = last.ID.Seq, last.Stamp, max(s.lastDay, last.Day)
	all := make([]journal.Event, 0, len(events))
	s.material = newMaterial(s.cfg.Book, append(append(all, s.journal()...), events...), s.cfg.Rules)
	v, err := s.material.build(s.cfg.Day, s.minute())
	if err != nil {
		return Done{}, &Error{Code: ErrStore, Detail: "items", Err: err}
	}
	v.Header.Session = v.tally(s.session)
	s.publish(v)
	return Done{Act: events[0].ID, Events: events, View: v}, nil
}

func importContents(ch ledger.Change, src ledger.Source, excluded int, s *Session) []decided {
	out := one(journal.LedgerImported{
		Creditor: ch.Creditor.ID, Name: src.Name, Format: src.Format, Digest: src.Digest, To: ch.Creditor.Cutoff,
		New: uint32(ch.Diff.New), Settled: uint32(ch.Diff.Settled), Changed: uint32(ch.Diff.Changed),
		Vanished: uint32(ch.Diff.Vanished), Collected: ch.Diff.Collected,
	})
	for range excluded {
		out = append(out, decided{content: journal.StatusChanged{Status: journal.NeverDun, Since: s.cfg.Day}})
	}
	return out
}

// journal gives all events in memory, those of no client first; newMaterial
// keeps the order within each client, which is the only one that counts.
func (s *Session) journal() []journal.Event {
	var out []journal.Event
	for _, e := range s.material.shared.global {
		out = append(out, *e)
	}
	for _, list := range s.material.events {
		for _, e := range list {
			out = append(out, *e)
		}
	}
	return out
}

// Move is how one client's place changes under other rules.
type Move struct {
	Client   ledger.ClientKey
	Name     string
	From, To int // 1-based; 0 = not on the list
}

// Reweigh shows how today's list would move under other rules, and gives what
// applies them.
func (s *Session) Reweigh(r priority.Rules) ([]Move, func() *View) {
	s.mu.Lock()
	defer s.mu.Unlock()
	old := s.View()
	m := *s.material
	sh := *m.shared
	sh.rules = r
	m.shared = &sh
	next, err := m.build(s.cfg.Day, old.minute)
	if err != nil { // cannot be: the same items were folded before
		return nil, s.View
	}
	places := func(v *View) map[ledger.ClientKey]int {
		out := make(map[ledger.ClientKey]int, len(v.Worklist))
		for i, row := range v.Worklist {
			if _, ok := out[row.Client]; !ok {
				out[row.Client] = i + 1
			}
		}
		return out
	}
	was, is := places(old), places(next)
	var moves []Move
	for _, a := range next.accounts.all() {
		if k := a.client.Key; was[k] != is[k] {
			moves = append(moves, Move{Client: k, Name: a.client.Name, From: was[k], To: is[k]})
		}
	}
	return moves, func() *View {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.material.shared.rules, s.cfg.Rules = r, r
		v, err := s.material.build(s.cfg.Day, s.minute())
		if err != nil {
			return s.View()
		}
		v.Header.Session = v.tally(s.session)
		return s.publish(v)
	}
}
