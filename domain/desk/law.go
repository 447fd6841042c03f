package desk

import "relance/domain/ledger"

// lawOf is the country whose law a client's debts follow, FR or BE: between
// businesses that of the creditor, who supplies and whose terms of sale apply
// (Rome I, art. 4 and 12); a consumer keeps the protection of his own country
// (art. 6).
func lawOf(creditor *ledger.Creditor, client *ledger.Client) string {
	country := creditor.Country
	if client.Nature == ledger.Consumer && client.Country != "" {
		country = client.Country
	}
	if country != "BE" {
		return "FR"
	}
	return country
}
