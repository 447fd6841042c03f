package main

import (
	"strings"

	"relance/domain/desk"
	"relance/domain/ledger"
	"relance/domain/money"
	"relance/domain/wording"
)

// who finds the client named on the command line: by account, or by creditor
// and account where several creditors have that account.
func (p *program) who(v *desk.View, name string) (ledger.ClientKey, error) {
	if name == "" {
		return ledger.ClientKey{}, p.usage(wording.FaultNoClientFlag)
	}
	var found, near []ledger.ClientKey
	for _, k := range v.Clients() {
		switch {
		case k.Account == name, k.Creditor+"/"+k.Account == name:
			found = append(found, k)
		case strings.EqualFold(k.Account, name):
			near = append(near, k)
		}
	}
	if len(found) == 0 && len(near) == 1 {
		found = near
	}
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		if hits := v.Search(name, 5); len(hits) > 0 {
			names := make([]string, len(hits))
			for i, h := range hits {
				names[i] = h.Client.Account + " (" + h.Name + ")"
			}
			return ledger.ClientKey{}, p.usage(wording.FaultNoClientMaybe, name, strings.Join(names, ", "))
		}
		return ledger.ClientKey{}, p.usage(wording.FaultNoClient, name)
	}
	names := make([]string, len(found))
	for i, k := range found {
		names[i] = k.Creditor + "/" + k.Account
	}
	return ledger.ClientKey{}, p.usage(wording.FaultAmbiguous, name, strings.Join(names, ", "))
}

// currency reads --currency; none is the client's first.
func (p *program) currency(v *desk.View, key ledger.ClientKey, value string) (money.Currency, error) {
	if value == "" {
		return money.Currency{}, nil
	}
	c, err := money.ParseCurrency(value)
	if err != nil || v.Row(key, c) == nil {
		return c, p.usage(wording.FaultCurrency, key.Account, value)
	}
	return c, nil
}
