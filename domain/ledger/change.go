package ledger

import (
	"relance/domain/calendar"
	"relance/domain/money"
)

// Change is what an import will write, and the difference to show before it does.
type Change struct {
	Creditor Creditor        // as it will stand, scopes and cutoff included
	Accounts []AccountChange // only those that change, by account
	Gone     []uint32        // scopes of the creditor that disappear altogether
	Diff     Diff
	Doubts   []Doubt
}

// AccountChange is one account as it will stand.
type AccountChange struct {
	Key    ClientKey
	Client *Client      // nil = unchanged
	Scopes []ScopeItems // only the scopes whose items change
	New    bool
}

// ScopeItems are the items of one account in one scope; none = delete the value.
type ScopeItems struct {
	Scope uint32
	Items []Item
}

// Diff counts what a change does to the open items, in the creditor's currency.
type Diff struct {
	New, Settled, Changed, Unchanged, Vanished, ClientsNew int
	NewAmount, SettledAmount, Collected                    money.Amount // Collected: receipts that came in
	VanishedItems                                          []ClientItem // items that acts may name and that are no longer in the ledger
}

// ClientItem names an item of a client.
type ClientItem struct {
	Client ClientKey
	Item   ItemKey
}

// DoubtCode is a reason to ask a person before going ahead.
type DoubtCode uint8

// Doubts about an import.
const (
	DoubtVanished    DoubtCode = iota // more than a fifth of the open items would vanish
	DoubtOlder                        // the file is older than what is known
	DoubtOpening                      // opening balances without the year before
	DoubtBalances                     // opening balances disagree with the year before
	DoubtCreditor                     // the file names another creditor than the one chosen
	DoubtLarge                        // a large account that may be no client (cash sales, card receipts)
	DoubtListPartial                  // the list looks partial: far fewer clients than known
	DoubtNoEntries                    // the file has no entry of any client, and known ones of its period would vanish
	DoubtCurrency                     // an unknown column holds other currencies than the ledger's; Name: its title, Details: the codes
	DoubtCount
)

// Doubt is one reason with its figures.
type Doubt struct {
	Code    DoubtCode
	Client  ClientKey
	Name    string
	Count   int
	Of      int
	Amount  money.Amount
	Day     calendar.Date
	Known   calendar.Date // DoubtOlder: what is known reaches that far, the file to Day
	Details string
}
