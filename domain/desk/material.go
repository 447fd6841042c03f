package desk

import (
	"slices"
	"strings"

	"relance/domain/calendar"
	"relance/domain/journal"
	"relance/domain/ledger"
	"relance/domain/priority"
	"relance/domain/terms"
)

// material is what views are built from: the ledger and the journal by client.
type material struct {
	accounts []*ledger.Account  // by key
	events   [][]*journal.Event // by account
	shared   *shared
	lastDay  calendar.Date // of all events
}

// newMaterial sorts a journal by client. Events name clients that the ledger may
// not know (yet): they get an empty account, so that nothing said is hidden.
func newMaterial(book ledger.Book, events []journal.Event, rules priority.Rules) *material {
	m := &material{accounts: book.Accounts, shared: &shared{creditors: book.Creditors, rules: rules}}
	m.shared.terms = defaultTerms(book.Creditors)
	byKey := func(x, y *ledger.Account) int { return compareKeys(x.Client.Key, y.Client.Key) }
	if !slices.IsSortedFunc(m.accounts, byKey) {
		m.accounts = slices.Clone(m.accounts)
		slices.SortFunc(m.accounts, byKey)
	}
	m.number()
	places := m.places(events)
	if orphans := m.orphans(events, places); len(orphans) > 0 {
		m.accounts = append(slices.Clone(m.accounts), orphans...)
		slices.SortFunc(m.accounts, byKey)
		m.number()
		places = m.places(events)
	}
	m.group(events, places)
	return m
}

// index gives the place of each account, by creditor and account: two maps of
// strings are searched faster than one of keys.
type index map[string]map[string]int32

func (x index) find(key ledger.ClientKey) (place int, known bool) {
	at, known := x[key.Creditor][key.Account]
	return int(at), known
}

// number notes the place of each account.
func (m *material) number() {
	m.shared.index = index{}
	var creditor string
	var places map[string]int32
	for i, a := range m.accounts {
		if key := a.Client.Key; places == nil || key.Creditor != creditor {
			creditor, places = key.Creditor, make(map[string]int32, len(m.accounts)-i)
			m.shared.index[creditor] = places
		}
		places[a.Client.Key.Account] = int32(i)
	}
}

// Places of events that concern no account, or none that is known.
const (
	ofNobody  = -1
	ofUnknown = -2
)

// places finds the account of each event, and the last day of all.
func (m *material) places(events []journal.Event) []int32 {
	places := make([]int32, len(events))
	n := workers()
	days := make([]calendar.Date, n)
	share(n, func(w int) {
		var creditor string
		var known map[string]int32
		for i := len(events) * w / n; i < len(events)*(w+1)/n; i++ {
			e := &events[i]
			days[w] = max(days[w], e.Day)
			if e.Client.Creditor != creditor {
				creditor = e.Client.Creditor
				known = m.shared.index[creditor]
			}
			if at, ok := known[e.Client.Account]; ok {
				places[i] = at
			} else if e.Client.IsZero() {
				places[i] = ofNobody
			} else {
				places[i] = ofUnknown
			}
		}
	})
	m.lastDay = slices.Max(days)
	return places
}

// orphans makes an account for each client that only the journal knows.
func (m *material) orphans(events []journal.Event, places []int32) []*ledger.Account {
	var out []*ledger.Account
	known := map[ledger.ClientKey]bool{}
	for i, at := range places {
		if at != ofUnknown {
			continue
		}
		if key := events[i].Client; !known[key] {
			known[key] = true
			out = append(out, &ledger.Account{Client: ledger.Client{Key: key, Name: key.Account}})
		}
	}
	return out
}

// group lists the events by account, all in one block.
func (m *material) group(events []journal.Event, places []int32) {
	m.shared.global = nil
	ends := make([]int32, len(m.accounts)+1)
	for _, at := range places {
		if at >= 0 {
			ends[at+1]++
		}
	}
	for i := range m.accounts {
		ends[i+1] += ends[i]
	}
	block := make([]*journal.Event, ends[len(m.accounts)])
	m.events = make([][]*journal.Event, len(m.accounts))
	for i := range m.accounts {
		m.events[i] = block[ends[i]:ends[i]:ends[i+1]]
	}
	for i, at := range places {
		if at >= 0 {
			m.events[at] = append(m.events[at], &events[i])
		} else {
			m.shared.global = append(m.shared.global, &events[i])
		}
	}
}

// defaultTerms reads the creditors' terms once; what cannot be read, and what
// nobody said, is thirty days net.
func defaultTerms(creditors []ledger.Creditor) map[string]terms.Terms {
	out := make(map[string]terms.Terms, len(creditors))
	for _, c := range creditors {
		t, err := terms.Parse(c.DefaultTerms)
		if err != nil || t.IsZero() {
			t = thirtyDays
		}
		out[c.ID] = t
	}
	return out
}

func compareKeys(x, y ledger.ClientKey) int {
	if x.Creditor != y.Creditor {
		return strings.Compare(x.Creditor, y.Creditor)
	}
	return strings.Compare(x.Account, y.Account)
}
